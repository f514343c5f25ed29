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

BOOST_DATA_TEST_CASE(every_rule_on_areas_has_an_example, boost::unit_test::data::xrange(std::size(parser::area_rules)),
                     i) {
  const auto& rule = parser::area_rules[i];
  const rooms::Case example = rooms::example(rule.example);
  const parser::Identity found = identity(example.text);
  BOOST_TEST(found.ref_area.value_or("-") == example.expected);
  BOOST_TEST(found.evidence.back().rule == rule.name);
  BOOST_TEST(found.evidence.back().value == example.expected);
}

BOOST_AUTO_TEST_CASE(of_several_places_of_one_name_none_is_guessed) {
  const parser::Identity found = identity("2024年鼓楼区政府工作报告\n各位代表:\n道路平了。");
  BOOST_TEST(!found.ref_area.has_value());
  BOOST_TEST(found.evidence.back().about == "ref_area");
  BOOST_TEST(found.evidence.back().rule == parser::several_areas);
  BOOST_TEST(found.evidence.back().value == "320106 320302 350102 410204");
  // 南京 and 福州 as well: the head does not say whose it is.
  BOOST_TEST(!identity("2024年鼓楼区政府工作报告\n南京福州两市同庆\n各位代表:\n道路平了。").ref_area.has_value());
}

BOOST_DATA_TEST_CASE(the_code_is_that_of_the_year,
                     boost::unit_test::data::make<rooms::Case>({
                         {"1994年嵊县政府工作报告\n各位代表:", "330623"},
                         {"2024年嵊州市政府工作报告\n各位代表:", "330683"},
                         // The title of today's portal; and a report of January on what that year gave up.
                         {"1990年嵊州市政府工作报告\n各位代表:", "330623"},
                         {"2021年江干区政府工作报告\n各位代表:", "330104"},
                         {"1979年嵊县政府工作报告\n各位代表:", "-"},
                         {"2024年甲县政府工作报告\n各位代表:", "-"},
                         {"嵊州市政府工作报告\n各位代表:", "-"},
                         {"政府工作报告\n——2004年3月5日在第十届全国人民代表大会第二次会议上\n各位代表:", "-"},
                         {"甘肃省2019年政府工作报告\n各位代表:", "620000"},
                     }),
                     example) {
  BOOST_TEST(identity(example.text).ref_area.value_or("-") == example.expected);
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
  BOOST_TEST(*identity("嵊州市政府工作报告", {.year = 2024}).ref_area == "330683");
  BOOST_TEST(*identity("政府工作报告", {.place = "浙江省嵊州市", .year = 2024}).ref_area == "330683");
  const parser::Identity area = identity("2024年嵊州市政府工作报告", {.ref_area = "330600"});
  BOOST_TEST(*area.ref_area == "330600");
}
