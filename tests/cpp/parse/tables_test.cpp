#include <shengzhou_report/impl/parse/rows.ipp>

#include "rooms.hpp"

namespace parser = rooms::parser;
namespace sr = rooms::sr;

namespace {

/// The statements of a table in a review of 2023, and the period of those that are not of a year.
std::string describe_table(const std::string& text) {
  const std::string before = "甲县2024年政府工作报告\n各位代表:\n一、2023年工作回顾\n成绩很大。\n";
  return rooms::joined(sr::parse(before + text + "\n"), "¦", [](const sr::Statement& statement) {
    const bool year = statement.period == sr::Period::year;
    return to_string(statement) + (year ? "" : std::string(" ") + to_string(statement.period));
  });
}

/// The numbers of a table that are no figures, with the reason.
std::string skipped_of(const std::string& text) {
  const sr::Report report = sr::parse(text);
  return rooms::joined(report.skipped(), " ",
                       [](const sr::Skipped& skipped) { return skipped.text + ":" + to_string(skipped.reason); });
}

}  // namespace

ROOM_TEST(tables, describe_table)

BOOST_DATA_TEST_CASE(every_rule_on_columns_has_an_example,
                     boost::unit_test::data::xrange(std::size(parser::column_rules)), i) {
  const auto& rule = parser::column_rules[i];
  const parser::Characters header{std::string(rule.example)};
  BOOST_TEST((parser::column_of(header.text(), parser::Units()).role == rule.role));
}

BOOST_AUTO_TEST_CASE(a_figure_stands_in_its_cell) {
  const std::string text = "甲县2023年统计公报\n|指标|数值(万吨)|增长(%)|\n|粮食|≥41.2|-5.1|\n";
  const sr::Report report = sr::parse(text);
  BOOST_REQUIRE(report.size() == 2);
  const auto printed = [&](const sr::Statement& s) {
    return text.substr(static_cast<std::size_t>(s.span.begin), static_cast<std::size_t>(s.span.end - s.span.begin));
  };
  BOOST_TEST(printed(report[0]) == "41.2");
  BOOST_TEST(printed(report[1]) == "5.1");
  BOOST_TEST((report[1].status == sr::Status::outcome));
  BOOST_TEST(*report[1].year == 2023);
  BOOST_TEST(*report[1].base_year == 2022);
}

BOOST_AUTO_TEST_CASE(every_number_of_a_table_is_a_figure_or_has_a_reason) {
  BOOST_TEST(skipped_of("|序号|指标|单位|2023年|备注|\n|1|15岁以上人口[3]|万人|21(*5)|见第7页|\n|2|指数||102|"
                        "12345678901234567890|") ==
             "2023:year 1:mark 15:class_limit 3:mark 万:prose 5:mark 7:prose 2:mark 102:no_unit "
             "12345678901234567890:too_long");
}

BOOST_AUTO_TEST_CASE(an_appendix_behind_the_last_sentence_is_read) {
  std::string text = "甲县2024年政府工作报告\n各位代表:\n一、2023年工作回顾\n";
  for (int i = 0; i < 400; ++i) text += "道路平了,河水清了。";
  text += "\n附件\n|指标|单位|2023年|\n|粮食|万吨|41.2|\n来源:5楼\n";
  const sr::Report report = sr::parse(text);
  BOOST_REQUIRE(report.size() == 1);
  BOOST_TEST(to_string(report[0]) == "粮食 level 41.2万吨 (outcome 2023)");
}

BOOST_AUTO_TEST_CASE(other_tables_are_read_as_text) {
  // No column of names; more columns than a page has.
  BOOST_TEST(describe_table("|牵头单位|实际进度|\n|县水务局|改造管网12公里。|") ==
             "改造管网 level 12公里 (outcome 2023)");
  std::string wide = "|指标";
  std::string row = "\n|粮食";
  for (int i = 0; i < 100; ++i) wide += "|2023年(万吨)", row += "|5";
  BOOST_TEST(describe_table(wide + "|" + row + "|").empty());
}

BOOST_AUTO_TEST_CASE(tables_of_any_size_take_linear_time) {
  std::string text = "|指标|单位|2023年|\n";
  for (int i = 0; i < 20'000; ++i)
    text += "|指标|单位|2023年|\n|---|---|---|\n|粮食|万吨|" + std::to_string(i) + "|\n| | |\n";
  BOOST_TEST(sr::parse(text).size() == 20'000);
  const std::string bars(1'000'000, '|');
  BOOST_TEST(sr::parse("|指标|" + bars + "\n" + bars).empty());
  const std::string long_name(200'000, 'x');
  BOOST_TEST(sr::parse("|指标|数值(吨)|\n|" + long_name + "|5|").empty());
}
