#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// "value unit bound" of a text that holds one numeral in characters or words; - for none.
std::string describe_numerals(const std::string& text) {
  const parser::Characters characters(text);
  const parser::Units units;
  parser::Composed composed;
  const parser::Numerals numerals(characters.text(), units, composed);
  const std::size_t end = characters.text().size();
  for (std::size_t i = 0; i < end; ++i) {
    parser::Number n;
    if (!parser::begins_words(characters.text()[i])) continue;
    if (!numerals.number(i, end, n)) return "-";
    numerals.complete(n, end);
    const std::string unit = parser::utf8(n.unit);
    return to_string(n.value) + (n.upper ? "–" + to_string(*n.upper) : "") + " " + (unit.empty() ? "-" : unit) + " " +
           rooms::sr::to_string(n.bound);
  }
  return "-";
}

}  // namespace

ROOM_TEST(numerals, describe_numerals)

BOOST_AUTO_TEST_CASE(a_number_has_one_point) {
  const parser::Characters characters("1.2.3");
  BOOST_TEST(parser::number_end(characters.text(), 0, 5) == 3U);
  BOOST_TEST(to_string(parser::printed(characters.text(), 0, 3)) == "1.2");
}

BOOST_AUTO_TEST_CASE(a_comma_separates_thousands_but_not_two_counts) {
  const auto end = [](const std::string& text, std::size_t begin) {
    const parser::Characters characters(text);
    return parser::number_end(characters.text(), begin, characters.text().size());
  };
  BOOST_TEST(end("1,204,335万元", 0) == 9U);
  BOOST_TEST(end("４１，２０８元", 0) == 6U);
  BOOST_TEST(end("培育1,200家企业", 2) == 7U);
  BOOST_TEST(end("新建公园12，350个小区", 4) == 6U);
  BOOST_TEST(end("2023,100元", 0) == 4U);
}
