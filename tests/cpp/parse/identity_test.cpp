#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

parser::Identity identity(const std::string& text, const rooms::sr::ParseOptions& options = {}) {
  parser::Characters characters(text);
  const parser::Page page = parser::layout(characters, parser::Units());
  return parser::identify(characters, page, options);
}

/// "kind place year".
std::string describe_identity(const std::string& text) {
  const parser::Identity found = identity(text);
  return std::string(rooms::sr::to_string(found.kind)) + " " + found.place.value_or("-") + " " +
         (found.year ? std::to_string(*found.year) : "-");
}

/// What the rule says of its own example.
template <class Rule>
std::string alone(const Rule& rule, const std::string& text) {
  parser::Characters characters(text);
  const parser::Page page = parser::layout(characters, parser::Units());
  const parser::Head head(characters.text(), page);
  if constexpr (std::is_same_v<Rule, parser::PlaceRule>) {
    const parser::Found where = rule.find(head);
    return parser::place_name(characters.text().substr(where.begin, where.end - where.begin));
  } else {
    return std::to_string(rule.find(head).year);
  }
}

}  // namespace

ROOM_TEST(identity, describe_identity)

BOOST_DATA_TEST_CASE(every_rule_on_places_has_an_example,
                     boost::unit_test::data::xrange(std::size(parser::place_rules)), i) {
  const auto& rule = parser::place_rules[i];
  const rooms::Case example = rooms::example(rule.example);
  BOOST_TEST(alone(rule, example.text) == example.expected);
}

BOOST_DATA_TEST_CASE(every_rule_on_years_has_an_example, boost::unit_test::data::xrange(std::size(parser::year_rules)),
                     i) {
  const auto& rule = parser::year_rules[i];
  const rooms::Case example = rooms::example(rule.example);
  BOOST_TEST(alone(rule, example.text) == example.expected);
}

BOOST_DATA_TEST_CASE(every_kind_of_title_has_an_example, boost::unit_test::data::xrange(std::size(parser::kind_rules)),
                     i) {
  const auto& rule = parser::kind_rules[i];
  BOOST_TEST(rooms::sr::to_string(identity(std::string(rule.example)).kind) == rooms::sr::to_string(rule.kind));
}

BOOST_AUTO_TEST_CASE(the_first_piece_of_evidence_decides_and_all_are_kept) {
  const parser::Identity found =
      identity("2023年甲县政府工作报告\n——2022年12月28日在甲县第九届人民代表大会第三次会议上\n各位代表:\n");
  std::vector<std::string> years;
  for (const auto& piece : found.evidence) {
    if (piece.about == "year") years.push_back(piece.rule + " " + piece.value);
  }
  BOOST_TEST(years == (std::vector<std::string>{"date of the session 2023", "date 2023", "title 2023"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_given_decides) {
  const parser::Identity found = identity("甲县2024年政府工作报告", {.place = "乙县", .year = 2030});
  BOOST_TEST(*found.place == "乙县");
  BOOST_TEST(*found.year == 2030);
}
