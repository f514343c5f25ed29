#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/report.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(report)

namespace {

/// Printed digits of a statement: the figure without its sign.
std::string digits(const sr::Statement& statement) {
  const std::string text = sr::to_string(statement.quantity->value());
  return text.starts_with('-') ? text.substr(1) : text;
}

/// The one figure that the report prints as a fraction: 1/4.
bool is_printed_fraction(const sr::Statement& statement) { return statement.span.codepoint_begin == 3230; }

sr::Statement made_up(const char* indicator, std::int32_t year, std::int64_t at) {
  return {.indicator = indicator, .quantity = sr::Quantity("7", "%"), .year = year, .span = {at, at + 1, at, at + 1}};
}

/// Checks that an error says `part`.
auto says(const std::string& part) {
  return [part](const sr::Error& error) {
    BOOST_TEST_INFO(error.what());
    BOOST_TEST(std::string(error.what()).find(part) != std::string::npos);
    return true;
  };
}

}  // namespace

// The embedded report -----------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_embedded_report_is_whole) {
  const sr::Report& report = sr::shengzhou_2024();
  BOOST_TEST(report.size() == 192);
  BOOST_TEST(!report.empty());
  BOOST_TEST(std::count_if(report.begin(), report.end(), [](const auto& s) { return s.quantity.has_value(); }) == 190);
  BOOST_TEST(report.targets().size() == 113);
  BOOST_TEST(report.outcomes().size() == 79);
  BOOST_TEST(report.filter({.status = {sr::Status::estimate}}).size() == 14);
  BOOST_TEST(report.info().title == "2024年嵊州市政府工作报告");
  BOOST_TEST(report.info().place == "嵊州市");
  BOOST_TEST(report.info().place_en == "Shengzhou");
  BOOST_TEST(report.info().ref_area == "330683");
  BOOST_TEST(report.info().year == 2024);
  BOOST_TEST(sr::to_string(report) == "嵊州市 2024: 192 statements (79 outcomes, 113 targets)");
  std::ostringstream out;
  out << report;
  BOOST_TEST(out.str() == sr::to_string(report));
  BOOST_TEST(&sr::shengzhou_2024() == &report);
  BOOST_TEST(report.years() == (std::vector<std::int32_t>{2023, 2024}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(eight_headline_targets) {
  const sr::Report headline = sr::shengzhou_2024().filter({.section = "预期目标"});
  const std::vector<std::string> expected = {"地区生产总值",           "一般公共预算收入",
                                             "固定资产投资",           "规上工业增加值",
                                             "社会消费品零售总额",     "全社会研发经费支出占GDP比重",
                                             "城乡居民人均可支配收入", "城乡居民收入倍差"};
  BOOST_TEST(headline.indicators() == expected, boost::test_tools::per_element());
  BOOST_TEST(headline.size() == 8);
  for (const auto& statement : headline) {
    BOOST_TEST((statement.status == sr::Status::target));
    BOOST_TEST(statement.year == 2024);
  }
  BOOST_TEST(!headline[6].quantity.has_value());
  BOOST_TEST((headline[6].trend == sr::Trend::in_step));
  BOOST_TEST(!headline[7].quantity.has_value());
  BOOST_TEST((headline[7].trend == sr::Trend::falling));
  BOOST_TEST((sr::shengzhou_2024().filter({.section = "headline targets"}) == headline));
}

BOOST_AUTO_TEST_CASE(sections_hold_the_statements) {
  const sr::Report& report = sr::shengzhou_2024();
  const std::map<std::string, std::int64_t> sizes = {
      {"主要指标", 18}, {"发展势头", 17}, {"生活质感", 5},  {"治理攻坚", 6},  {"改革创新", 14},
      {"城乡面貌", 8},  {"政府效能", 11}, {"预期目标", 8},  {"综合实力", 24}, {"创新活力", 24},
      {"改革动力", 10}, {"开放潜力", 10}, {"共富合力", 18}, {"城市魅力", 8},  {"民生福利", 11}};
  for (const auto& [section, size] : sizes) {
    BOOST_TEST(report.filter({.section = section}).size() == size, section);
  }
  BOOST_TEST(report.filter({.section = "2023年工作回顾"}).size() == 79);
  BOOST_TEST(report.filter({.section = "2024年主要工作"}).size() == 113);
  BOOST_TEST(report.filter({.section = "main work of 2024"}).size() == 113);
  BOOST_TEST(report.filter({.section = "Openness"}).size() == 10);
  BOOST_TEST(report.filter({.section = "“开放潜力”"}).size() == 10);
  BOOST_TEST(report.filter({.section = "开放"}).empty());
  BOOST_TEST(report.filter({.section = ""}).empty());
  std::set<std::vector<std::string>> known;
  for (const auto& section : report.info().sections) {
    BOOST_TEST(!section.title_en.empty());
    BOOST_TEST(known.insert(section.path.titles()).second);
  }
  for (const auto& statement : report) BOOST_TEST(known.contains(statement.section.titles()), statement);
}

struct Fact {
  const char* indicator;
  sr::Measure measure;
  std::int32_t year;
  const char* value;
  const char* unit;
  sr::Bound bound;
  sr::Modality modality;
  sr::Period period;
  const char* scope;
  const char* id;
};
std::ostream& operator<<(std::ostream& out, const Fact& fact) {
  return out << fact.indicator << ' ' << sr::to_string(fact.measure) << ' ' << fact.year << ' ' << fact.value;
}

using B = sr::Bound;
using M = sr::Measure;
using Mod = sr::Modality;
using P = sr::Period;

// Read by a person from the report, not copied from the table.
const Fact facts[] = {
    {"地区生产总值", M::level, 2023, "745", "亿元", B::exact, Mod::firm, P::year, "", "gdp"},
    {"地区生产总值", M::growth, 2023, "7.5", "%", B::exact, Mod::firm, P::year, "", "gdp"},
    {"地区生产总值", M::growth, 2024, "7.0", "%", B::about, Mod::firm, P::year, "", "gdp"},
    {"一般公共预算收入", M::level, 2023, "50.81", "亿元", B::exact, Mod::firm, P::year, "", "general_budget_revenue"},
    {"一般公共预算收入", M::growth, 2024, "8.0", "%", B::at_least, Mod::firm, P::year, "", "general_budget_revenue"},
    {"固定资产投资", M::level, 2023, "286", "亿元", B::exact, Mod::firm, P::year, "", "fixed_asset_investment"},
    {"社会消费品零售总额", M::growth, 2023, "10.0", "%", B::exact, Mod::firm, P::year, "", "retail_sales"},
    {"金融机构存贷款余额", M::level, 2023, "2800", "亿元", B::more_than, Mod::firm, P::year, "", "deposits_and_loans"},
    {"金融机构存贷款余额", M::growth, 2023, "20", "%", B::exact, Mod::firm, P::month_average, "", "deposits_and_loans"},
    {"规上工业增加值", M::growth, 2024, "12", "%", B::at_least, Mod::firm, P::year, "", "industrial_value_added"},
    {"全社会研发经费支出占GDP比重", M::level, 2024, "2.65", "%", B::at_least, Mod::firm, P::year, "", "rd_intensity"},
    {"全国综合实力百强县市", M::rank, 2023, "89", "位", B::exact, Mod::firm, P::year, "全国", ""},
    {"规上数字经济核心产业制造业增加值增速", M::rank, 2023, "1", "位", B::exact, Mod::firm, P::year, "绍兴",
     "digital_core_manufacturing_value_added"},
    {"能耗指标", M::level, 2023, "21.16", "万吨标煤", B::exact, Mod::firm, P::year, "", "energy_quota"},
    {"村越好声音全网点击量", M::level, 2023, "4000", "万", B::nearly, Mod::firm, P::year, "", ""},
    {"新增建设用地", M::level, 2023, "2265.6", "亩", B::exact, Mod::firm, P::year, "", "construction_land_quota"},
    {"集体经营性收入100万元以上行政村占比", M::level, 2023, "25", "%", B::exact, Mod::firm, P::year, "", ""},
    {"安全生产事故", M::growth, 2023, "-16.7", "%", B::exact, Mod::firm, P::year, "", "safety_accidents"},
    {"安全生产死亡人数", M::growth, 2023, "-25", "%", B::exact, Mod::firm, P::year, "", "safety_deaths"},
    {"赋权乡镇(街道)办案总数", M::growth, 2023, "4.8", "倍", B::exact, Mod::firm, P::year, "", ""},
    {"三公经费", M::growth, 2023, "-10", "%", B::exact, Mod::firm, P::year, "", "three_public_expenses"},
    {"工业投资", M::growth, 2024, "15", "%", B::at_least, Mod::strive, P::year, "", "industrial_investment"},
    {"新增上市公司", M::level, 2024, "1", "家", B::exact, Mod::strive, P::year, "", "new_listed_firms"},
    {"新建项目开工率", M::level, 2024, "35", "%", B::exact, Mod::firm, P::first_quarter, "", ""},
    {"新建项目开工率", M::level, 2024, "90", "%", B::exact, Mod::firm, P::second_quarter, "", ""},
    {"营商指数", M::rank, 2024, "30", "位", B::at_most, Mod::strive, P::year, "全省", ""},
    {"实际利用外资", M::level, 2024, "8000", "万美元", B::at_least, Mod::firm, P::year, "", "foreign_capital_utilised"},
    {"粮食播种面积", M::level, 2024, "30", "万亩", B::exact, Mod::ensure, P::year, "", "grain_area"},
    {"粮食总产量", M::level, 2024, "12.3", "万吨", B::at_least, Mod::ensure, P::year, "", "grain_output"},
    {"新增光伏", M::level, 2024, "8", "万KW", B::exact, Mod::firm, P::year, "", "new_solar_capacity"},
    {"城镇调查失业率", M::level, 2024, "5", "%", B::at_most, Mod::firm, P::year, "", "unemployment_surveyed"},
};

BOOST_DATA_TEST_CASE(states_what_the_report_says, data::make(facts), fact) {
  const sr::Statement& found = sr::shengzhou_2024().at({.indicator = fact.indicator,
                                                        .measure = fact.measure,
                                                        .bound = fact.bound,
                                                        .year = fact.year,
                                                        .period = fact.period});
  BOOST_TEST(found.indicator == fact.indicator);
  sr::QuantityOptions options{.bound = fact.bound};
  // Two zeros at the end of four digits are rounding.
  const std::string_view printed = fact.value;
  if (printed.size() == 4 && printed.ends_with("00")) options.step = 100;
  BOOST_TEST(*found.quantity == sr::Quantity(fact.value, fact.unit, options));
  BOOST_TEST(found.quantity->unit().symbol() == fact.unit);
  BOOST_TEST((found.modality == fact.modality));
  BOOST_TEST((found.status == sr::Status::target) == (fact.year == 2024));
  BOOST_TEST(found.scope == fact.scope);
  BOOST_TEST(found.indicator_id == fact.id);
  BOOST_TEST((found.trend == sr::Trend::none));
}

BOOST_AUTO_TEST_CASE(incomes_are_rounded_to_a_hundred_yuan) {
  const auto level = [](const char* indicator) -> const sr::Quantity& {
    return *sr::shengzhou_2024().at({.indicator = indicator, .measure = M::level}).quantity;
  };
  BOOST_TEST(level("城镇居民人均可支配收入").interval() == sr::Interval(77350, 77450));
  BOOST_TEST(level("农村居民人均可支配收入").interval() == sr::Interval(43150, 43250));
  BOOST_TEST(level("城镇居民人均可支配收入").value() == sr::Decimal(77400));
  BOOST_TEST(level("农村居民人均可支配收入").value() == sr::Decimal(43200));
}

BOOST_AUTO_TEST_CASE(statements_are_consistent) {
  for (const auto& statement : sr::shengzhou_2024()) {
    BOOST_TEST_CONTEXT(statement) {
      const bool number = statement.quantity.has_value();
      BOOST_TEST(number == (statement.trend == sr::Trend::none));
      BOOST_TEST(!statement.name_en.empty());
      BOOST_TEST(!statement.section.empty());
      BOOST_TEST((statement.year == (statement.status == sr::Status::target ? 2024 : 2023)));
      BOOST_TEST((statement.section.front() ==
                  (statement.status == sr::Status::target ? "2024年主要工作" : "2023年工作回顾")));
      BOOST_TEST((statement.measure == M::rank) == !statement.scope.empty());
      if (statement.measure == M::rank) BOOST_TEST(statement.quantity->unit().symbol() == "位");
      if (statement.measure == M::growth && number) BOOST_TEST(statement.quantity->unit().is_ratio());
      if (!statement.indicator_id.empty()) {
        BOOST_REQUIRE(statement.catalogued() != nullptr);
        BOOST_TEST(statement.catalogued()->id == statement.indicator_id);
        // A level of a catalogued indicator is stated in a unit that converts to the usual one.
        if (statement.measure == M::level && number) {
          const sr::Unit usual(statement.catalogued()->unit);
          BOOST_TEST(statement.quantity->unit().is_compatible(usual), usual);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(spans_are_sorted_and_fit_their_digits) {
  constexpr std::int64_t code_points = 12356;
  constexpr std::int64_t bytes = 32996;
  sr::Span previous;
  for (const auto& statement : sr::shengzhou_2024()) {
    const sr::Span& span = statement.span;
    BOOST_TEST_CONTEXT(statement) {
      BOOST_TEST(span.codepoint_begin < span.codepoint_end);
      BOOST_TEST(span.codepoint_end <= code_points);
      BOOST_TEST(span.end <= bytes);
      if (!statement.quantity) {
        // Chinese words: three bytes each.
        BOOST_TEST(span.end - span.begin == 3 * (span.codepoint_end - span.codepoint_begin));
      } else {
        const auto size = is_printed_fraction(statement) ? 3 : static_cast<std::int64_t>(digits(statement).size());
        BOOST_TEST(span.codepoint_end - span.codepoint_begin == size);
        BOOST_TEST(span.end - span.begin == size);
      }
      // Sorted; two indicators may share one number, but numbers do not overlap.
      const bool same = span == previous;
      BOOST_TEST((same || span.codepoint_begin >= previous.codepoint_end));
      // The text between two numbers has one to three bytes a character.
      const std::int64_t characters = span.codepoint_begin - previous.codepoint_begin;
      BOOST_TEST(span.begin - previous.begin >= characters);
      BOOST_TEST(span.begin - previous.begin <= 3 * characters);
    }
    previous = span;
  }
}

// Look-up -----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(filters_hold_together) {
  const sr::Report& report = sr::shengzhou_2024();
  const auto count = [&](const auto& condition) {
    return static_cast<std::int64_t>(std::count_if(report.begin(), report.end(), condition));
  };
  const auto check = [&](const sr::Filter& filter, const auto& condition) {
    const sr::Report found = report.filter(filter);
    BOOST_TEST(found.size() == count(condition));
    BOOST_TEST(found.size() > 0);
    BOOST_TEST(found.size() < report.size());
    BOOST_TEST(std::all_of(found.begin(), found.end(), condition));
    BOOST_TEST((found.info() == report.info()));
    BOOST_TEST(std::is_sorted(found.begin(), found.end(),
                              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
  };
  using S = const sr::Statement&;
  check({.indicator = "GDP"}, [](S s) { return s.indicator_id == "gdp"; });
  check({.measure = M::growth}, [](S s) { return s.measure == M::growth; });
  check({.measure = M::rank}, [](S s) { return s.measure == M::rank; });
  check({.status = {sr::Status::outcome}}, [](S s) { return s.status == sr::Status::outcome; });
  check({.status = {sr::Status::outcome, sr::Status::estimate}}, [](S s) { return s.status != sr::Status::target; });
  check({.unit = sr::Unit("亿元")}, [](S s) { return s.quantity && s.quantity->unit().symbol() == "亿元"; });
  check({.unit = sr::Unit("名")}, [](S s) { return s.quantity && s.quantity->unit().symbol() == "人"; });
  check({.unit = sr::Unit("万千瓦")}, [](S s) { return s.indicator == "新增光伏"; });
  check({.section = "开放潜力"}, [](S s) { return s.section.back() == "开放潜力"; });
  check({.modality = Mod::strive}, [](S s) { return s.modality == Mod::strive; });
  check({.modality = Mod::ensure}, [](S s) { return s.modality == Mod::ensure; });
  check({.bound = B::nearly}, [](S s) { return s.quantity && s.quantity->bound() == B::nearly; });
  check({.bound = B::exact}, [](S s) { return s.quantity && s.quantity->bound() == B::exact; });
  check({.year = 2023}, [](S s) { return s.year == 2023; });
  check({.period = P::second_quarter}, [](S s) { return s.period == P::second_quarter; });
  check({.measure = M::growth, .modality = Mod::strive, .bound = B::at_least, .year = 2024}, [](S s) {
    return s.measure == M::growth && s.modality == Mod::strive && s.quantity && s.quantity->bound() == B::at_least;
  });
  BOOST_TEST((report.filter({}) == report));
  BOOST_TEST(report.filter({.year = 2022}).empty());
  BOOST_TEST(report.filter({.indicator = "常住人口"}).empty());
  BOOST_TEST((report.outcomes() == report.filter({.status = {sr::Status::outcome, sr::Status::estimate}})));
  BOOST_TEST((report.targets() == report.filter({.status = {sr::Status::target}})));
}

BOOST_AUTO_TEST_CASE(indicators_answer_to_all_their_names) {
  const sr::Report& report = sr::shengzhou_2024();
  for (const char* name :
       {"地区生产总值", "生产总值", "GDP", "ｇｄｐ", "gdp", "Gross regional product", "GRP", "“地区生产总值”"}) {
    BOOST_TEST(report.contains(name), name);
    BOOST_TEST(report.select(name).size() == 3, name);
    BOOST_TEST(report.at({.indicator = name, .measure = M::level}).quantity->value() == sr::Decimal(745));
  }
  // As the report words it, in Chinese or English, without an entry in the catalogue.
  BOOST_TEST(report.contains("下升上"));
  BOOST_TEST(report.contains("Future Factories"));
  BOOST_TEST(report.contains("future factories"));
  // A share answers to both of its words, whichever is printed.
  BOOST_TEST(report.contains("公办托育资源占比"));
  BOOST_TEST(report.contains("公办托育资源比重"));
  BOOST_TEST(report.select("社零").size() == 3);
  BOOST_TEST(report.select("规模以上工业增加值").size() == 1);
  for (const char* name : {"常住人口", "", " ", "“”", "产总", "gdp_per_capita", "\xff"}) {
    BOOST_TEST(!report.contains(name), name);
    BOOST_CHECK_THROW((void)report.select(name), sr::LookupError);
  }
}

BOOST_AUTO_TEST_CASE(no_name_is_no_answer_where_english_names_are_unknown) {
  // A parsed report has no English names and no section titles in English.
  const sr::Report parsed({.sections = {{{"概况"}}}}, {made_up("甲", 2023, 1)});
  BOOST_TEST(!parsed.contains(""));
  BOOST_TEST(!parsed.contains("“”"));
  BOOST_TEST(parsed.contains("甲"));
  sr::Statement inside = made_up("乙", 2023, 5);
  inside.section = {"概况"};
  const sr::Report titled({.sections = {{{"概况"}}}}, {inside});
  BOOST_TEST(titled.filter({.section = ""}).empty());
  BOOST_TEST(titled.filter({.section = "概况"}).size() == 1);
}

BOOST_AUTO_TEST_CASE(at_finds_exactly_one) {
  const sr::Report& report = sr::shengzhou_2024();
  const sr::Statement& gdp = report.at({.indicator = "GDP", .measure = M::level});
  // The statement of this report itself, not of a copy.
  BOOST_TEST(&gdp == &report[0]);
  BOOST_CHECK_EXCEPTION((void)report.at({.indicator = "GDP"}), sr::LookupError, says("3 statements meet 'GDP'"));
  BOOST_CHECK_EXCEPTION((void)report.at({}), sr::LookupError, says("192 statements meet no condition"));
  BOOST_CHECK_EXCEPTION((void)report.at({.indicator = "GDP", .measure = M::rank, .year = 2024}), sr::LookupError,
                        says("0 statements meet 'GDP', measure rank, year 2024"));
  BOOST_CHECK_EXCEPTION((void)report.at({.year = 2022}), sr::LookupError, says("0 statements"));
}

BOOST_AUTO_TEST_CASE(at_takes_no_unlike_figure_for_the_usual_one) {
  const auto growth = [](const char* percent) {
    return sr::Statement{
        .indicator = "税收", .measure = M::growth, .quantity = sr::Quantity(percent, "%"), .year = 2023};
  };
  sr::Statement yearly = growth("6");
  sr::Statement since = growth("42");
  since.period = sr::Period::cumulative;
  since.base_year = 2018;
  sr::Statement part = growth("9");
  part.area = "开发区";
  sr::Statement ahead = growth("0.4");
  ahead.reference = "全省平均";
  sr::Statement half = growth("5");
  half.period = sr::Period::first_half;
  yearly.base_year = half.base_year = 2022;
  const sr::Report all({}, {half, since, part, ahead, yearly});
  BOOST_TEST(all.at({.indicator = "税收"}) == yearly);
  BOOST_TEST(all.at({.indicator = "税收", .base_year = 2018}) == since);
  BOOST_TEST(all.at({.period = sr::Period::cumulative, .base_year = 2018}) == since);
  BOOST_TEST(all.at({.area = "开发区"}) == part);
  BOOST_TEST(all.at({.reference = "全省平均"}) == ahead);
  BOOST_TEST(all.at({.period = sr::Period::first_half}) == half);
  BOOST_TEST(all.filter({.area = ""}).size() == 4);
  // A part of the year is an answer where nothing covers all of it; a part of the place never is.
  BOOST_TEST(sr::Report({}, {half}).at({.indicator = "税收"}) == half);
  for (const sr::Statement& unlike : {since, part, ahead}) {
    BOOST_CHECK_EXCEPTION((void)sr::Report({}, {unlike}).at({.indicator = "税收"}), sr::LookupError,
                          says("name the area, base_year, reference or period"));
  }
}

BOOST_AUTO_TEST_CASE(errors_suggest_names_of_this_report) {
  const sr::Report& report = sr::shengzhou_2024();
  BOOST_CHECK_EXCEPTION((void)report.select("地区生产总"), sr::LookupError, says("'地区生产总值'"));
  BOOST_CHECK_EXCEPTION((void)report.select("gross regional produce"), sr::LookupError,
                        says("did you mean 'gross regional product'"));
  BOOST_CHECK_EXCEPTION((void)report.at({.indicator = "城镇调查失业"}), sr::LookupError, says("'城镇调查失业率'"));
  // Known to the catalogue, but not to this report.
  BOOST_CHECK_EXCEPTION((void)report.select("常住人口"), sr::LookupError, says("says nothing of '常住人口'"));
  BOOST_CHECK_EXCEPTION((void)report.select(std::string(100'000, '\xff')), sr::LookupError,
                        [](const sr::LookupError& error) { return std::string(error.what()).size() < 1000; });
}

BOOST_AUTO_TEST_CASE(indexes_are_checked) {
  const sr::Report& report = sr::shengzhou_2024();
  BOOST_TEST(report[0].indicator == "地区生产总值");
  BOOST_TEST(report[191].indicator == "积案承诺息访率");
  BOOST_CHECK_EXCEPTION((void)report[192], sr::LookupError, says("statement 192 of a report with 192"));
  BOOST_CHECK_THROW((void)report[-1], sr::LookupError);
  BOOST_CHECK_THROW((void)sr::Report()[0], sr::LookupError);
}

BOOST_AUTO_TEST_CASE(indicators_and_years_come_once) {
  const auto names = sr::shengzhou_2024().indicators();
  BOOST_TEST(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  std::set<std::string> all;
  for (const auto& statement : sr::shengzhou_2024()) all.insert(statement.indicator);
  BOOST_TEST(names.size() == all.size());
  BOOST_TEST(names[0] == "地区生产总值");
  BOOST_TEST(names[1] == "一般公共预算收入");

  const sr::Report report(
      {}, {made_up("乙", 2024, 1), made_up("甲", 2022, 5), made_up("乙", 2023, 9), made_up("甲", 2022, 13)});
  BOOST_TEST(report.indicators() == (std::vector<std::string>{"乙", "甲"}), boost::test_tools::per_element());
  BOOST_TEST(report.years() == (std::vector<std::int32_t>{2022, 2023, 2024}), boost::test_tools::per_element());
  BOOST_TEST(sr::Report().indicators().empty());
  BOOST_TEST(sr::Report().years().empty());
  BOOST_TEST(sr::Report().empty());
}

// Merging -----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(merging_with_itself_changes_nothing) {
  const sr::Report& report = sr::shengzhou_2024();
  BOOST_TEST((report.merged(report) == report));
  BOOST_TEST((report.targets().merged(report).size() == 192));
  BOOST_TEST((report.outcomes().merged(report.targets()) == report));
  BOOST_TEST((report.merged(sr::Report()) == report));
}

BOOST_AUTO_TEST_CASE(merging_unites_years) {
  const sr::Report older(
      {.title = "2023", .place = "嵊州市", .year = 2023, .sections = {{{"回顾"}, "review"}, {{"旧"}, ""}}},
      {made_up("甲", 2022, 1), made_up("乙", 2022, 5)});
  const sr::Report newer(
      {.title = "2024", .place = "嵊州市", .year = 2024, .sections = {{{"回顾"}, "review"}, {{"新"}, ""}}},
      {made_up("乙", 2022, 5), made_up("甲", 2023, 1)});
  const auto order = [](const sr::Report& report) {
    std::string text;
    for (const auto& s : report) text += s.indicator + std::to_string(*s.year) + " ";
    return text;
  };
  const sr::Report forward = older.merged(newer);
  BOOST_TEST(order(forward) == "甲2022 乙2022 甲2023 ");
  BOOST_TEST(forward.info().title == "2024");
  BOOST_TEST(forward.info().year == 2024);
  BOOST_TEST(forward.info().sections.size() == 3u);
  const sr::Report backward = newer.merged(older);
  BOOST_TEST(order(backward) == "乙2022 甲2023 甲2022 ");
  BOOST_TEST(backward.info().title == "2024");
  BOOST_TEST(backward.info().sections.size() == 3u);
  BOOST_TEST(forward.years() == (std::vector<std::int32_t>{2022, 2023}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(places_do_not_merge) {
  const sr::Report here({.place = "嵊州市"}, {made_up("甲", 2022, 1)});
  const sr::Report there({.place = "新昌县"}, {made_up("甲", 2022, 1)});
  const sr::Report nowhere({}, {made_up("甲", 2022, 9)});
  BOOST_CHECK_EXCEPTION((void)here.merged(there), sr::DomainError, says("'嵊州市' and '新昌县'"));
  BOOST_CHECK_EXCEPTION((void)there.merged(here), sr::DomainError, says("'新昌县' and '嵊州市'"));
  BOOST_TEST(here.merged(nowhere).size() == 2);
  BOOST_TEST(nowhere.merged(here).size() == 2);
}

// Identity ----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(equal_reports_hash_alike) {
  const std::hash<sr::Report> hash;
  const sr::Report& report = sr::shengzhou_2024();
  const sr::Report copy = report;
  BOOST_TEST((copy == report));
  BOOST_TEST(hash(copy) == hash(report));
  BOOST_TEST((report.targets() != report));
  BOOST_TEST(hash(report.targets()) != hash(report));
  sr::ReportInfo info = report.info();
  info.year = 2025;
  BOOST_TEST((sr::Report(info, report.statements()) != report));
  auto statements = report.statements();
  statements[17].scope = "全省";
  BOOST_TEST((sr::Report(report.info(), statements) != report));
}

// The embedded report against the annotated text --------------------------------------------------------------------

namespace {

/// The project's shared folder: of the environment, beside the source tree, or above the working directory.
fs::path shared_folder() {
  std::vector<fs::path> candidates;
  if (const char* named = std::getenv("SHENGZHOU_REPORT_SHARED"); named != nullptr) candidates.emplace_back(named);
  candidates.push_back(fs::path(__FILE__).parent_path() / "../../../shared");
  for (const char* above : {"../shared", "../../shared", "../../../shared", "../../../../shared"}) {
    candidates.emplace_back(above);
  }
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (fs::exists(candidate / "eval/shengzhou-2024.gold.tsv", ignored) &&
        fs::exists(candidate / "reports/shengzhou-2024.txt", ignored)) {
      return candidate;
    }
  }
  return {};
}

boost::test_tools::assertion_result has_shared_folder(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(!shared_folder().empty());
  if (!result) {
    result.message() << "the annotated text of the report is not here: set SHENGZHOU_REPORT_SHARED to the folder that "
                        "holds eval/ and reports/";
  }
  return result;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

using Row = std::map<std::string, std::string>;

/// The rows of a table with tabs whose role is `value`.
std::vector<Row> read_values(const fs::path& path) {
  const auto cells = [](const std::string& line) {
    std::vector<std::string> result(1);
    for (const char c : line) {
      if (c == '\r') continue;
      if (c == '\t') {
        result.emplace_back();
      } else {
        result.back() += c;
      }
    }
    return result;
  };
  std::istringstream in(read(path));
  std::string line;
  std::getline(in, line);
  const auto names = cells(line);
  std::vector<Row> rows;
  while (std::getline(in, line)) {
    const auto values = cells(line);
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = i < values.size() ? values[i] : "";
    if (row["role"] == "value") rows.push_back(row);
  }
  return rows;
}

/// Byte offset of every code point of `text`, and its end.
std::vector<std::size_t> code_point_offsets(const std::string& text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

std::string period_of_gold(const std::string& period) {
  if (period == "Q1") return "first_quarter";
  if (period == "Q2") return "second_quarter";
  return period;
}

}  // namespace

BOOST_AUTO_TEST_CASE(agrees_with_the_annotated_text, *boost::unit_test::precondition(has_shared_folder)) {
  const fs::path shared = shared_folder();
  const std::string text = read(shared / "reports/shengzhou-2024.txt");
  const auto offsets = code_point_offsets(text);
  BOOST_TEST(text.size() == 32996u);
  BOOST_TEST(offsets.size() - 1 == 12356u);
  const auto gold = read_values(shared / "eval/shengzhou-2024.gold.tsv");

  std::vector<sr::Statement> figures;
  for (const auto& statement : sr::shengzhou_2024()) {
    const sr::Span& span = statement.span;
    BOOST_TEST_CONTEXT(statement) {
      // Both spans cover the same text, and the text is the printed figure.
      BOOST_REQUIRE(span.codepoint_end < static_cast<std::int64_t>(offsets.size()));
      BOOST_TEST(offsets[static_cast<std::size_t>(span.codepoint_begin)] == static_cast<std::size_t>(span.begin));
      BOOST_TEST(offsets[static_cast<std::size_t>(span.codepoint_end)] == static_cast<std::size_t>(span.end));
      const std::string printed =
          text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin));
      if (!statement.quantity) {
        BOOST_TEST(printed == (statement.trend == sr::Trend::in_step ? "与经济增长同步" : "不断缩小"));
      } else {
        BOOST_TEST(printed == (is_printed_fraction(statement) ? "1/4" : digits(statement)));
        figures.push_back(statement);
      }
    }
  }

  BOOST_REQUIRE(gold.size() == figures.size());
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const Row& row = gold[i];
    const sr::Statement& statement = figures[i];
    const std::string number = row.at("row");
    BOOST_TEST_CONTEXT("gold row " << number << ": " << statement) {
      BOOST_TEST(std::to_string(statement.span.codepoint_begin) == row.at("start"));
      BOOST_TEST(statement.quantity->value() == sr::Decimal::parse(row.at("value")));
      BOOST_TEST(sr::to_string(statement.measure) == row.at("measure"));
      BOOST_TEST(sr::to_string(statement.quantity->bound()) == row.at("bound"));
      BOOST_TEST(statement.quantity->unit().symbol() == row.at("unit"));
      const sr::Quantity base = statement.quantity->base();
      const bool share = base.unit().is_ratio();
      BOOST_TEST(base.value() == sr::Decimal::parse(row.at("base_value")));
      if (!share) BOOST_TEST(base.unit() == sr::Unit(row.at("base_unit")));
      BOOST_TEST((statement.status == sr::Status::target) == (row.at("status") == "target"));
      BOOST_TEST(std::to_string(*statement.year) == row.at("year"));
      BOOST_TEST(sr::to_string(statement.period) == period_of_gold(row.at("period")));
      BOOST_TEST(statement.scope == row.at("scope"));
      // The table words two names in full and reads one 力争 further than the annotation does, on purpose.
      if (number != "64" && number != "65") BOOST_TEST(statement.indicator == row.at("indicator"));
      if (number != "138") {
        const std::string modality = row.at("modality").empty() ? "firm" : row.at("modality");
        BOOST_TEST(sr::to_string(statement.modality) == modality);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
