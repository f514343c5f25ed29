#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// "digits unit bound" of a text that is one numeral in characters; - for none.
std::string describe(const std::string& text) {
  const parser::Characters characters(text);
  const parser::Units units;
  const parser::Numerals numerals(characters.text(), units);
  parser::Number n;
  std::size_t i = 0;
  while (i < characters.text().size() && !parser::begins_words(characters.text()[i])) ++i;
  if (i == characters.text().size() || !numerals.spelled(i, characters.text().size(), n)) return "-";
  const std::string unit = parser::utf8(n.unit);
  return n.digits + " " + (unit.empty() ? "-" : unit) + " " + rooms::sr::to_string(n.bound);
}

}  // namespace

ROOM_TEST(numerals, describe)

BOOST_AUTO_TEST_CASE(a_number_has_one_point) {
  const parser::Characters characters("1.2.3");
  BOOST_TEST(parser::number_end(characters.text(), 0, 5) == 3U);
  BOOST_TEST(parser::printed(characters.text(), 0, 3) == "1.2");
}
