#include <boost/test/unit_test.hpp>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/statement.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(statement)

namespace {

sr::Statement gdp_target() {
  return {.indicator = "地区生产总值",
          .indicator_id = "gdp",
          .name_en = "gross regional product",
          .measure = sr::Measure::growth,
          .quantity = sr::Quantity("7.0", "%", {.bound = sr::Bound::about}),
          .status = sr::Status::target,
          .year = 2024,
          .section = {"2024年主要工作", "预期目标"},
          .span = {15553, 15556, 5816, 5819}};
}

sr::Statement of(const char* indicator, const char* id, sr::Measure measure, const char* value, const char* unit,
                 sr::Bound bound = sr::Bound::exact) {
  return {.indicator = indicator,
          .indicator_id = id,
          .measure = measure,
          .quantity = sr::Quantity(value, unit, {.bound = bound})};
}

}  // namespace

BOOST_AUTO_TEST_CASE(knows_its_entry_in_the_catalogue) {
  BOOST_REQUIRE(gdp_target().catalogued() != nullptr);
  BOOST_TEST(gdp_target().catalogued()->id == "gdp");
  sr::Statement unknown = gdp_target();
  unknown.indicator_id = "";
  // The id decides, not the printed name: the reader of the text may know better than the catalogue.
  BOOST_TEST(unknown.catalogued() == nullptr);
  unknown.indicator_id = "no_such_id";
  BOOST_TEST(unknown.catalogued() == nullptr);
}

BOOST_AUTO_TEST_CASE(price_basis_follows_official_statistics) {
  using sr::Measure;
  using sr::PriceBasis;
  BOOST_TEST((of("地区生产总值", "gdp", Measure::level, "745", "亿元").price_basis() == PriceBasis::current));
  BOOST_TEST((of("地区生产总值", "gdp", Measure::growth, "7.5", "%").price_basis() == PriceBasis::constant));
  BOOST_TEST((of("地区生产总值", "gdp", Measure::change, "34", "亿元").price_basis() == PriceBasis::current));
  BOOST_TEST((of("地区生产总值", "gdp", Measure::rank, "5", "位").price_basis() == PriceBasis::none));
  BOOST_TEST((of("社零", "retail_sales", Measure::growth, "10", "%").price_basis() == PriceBasis::current));
  BOOST_TEST((of("常住人口", "resident_population", Measure::growth, "1", "%").price_basis() == PriceBasis::none));
  BOOST_TEST((of("下升上", "", Measure::level, "50", "家").price_basis() == PriceBasis::none));
}

BOOST_AUTO_TEST_CASE(direction_comes_from_the_catalogue) {
  using sr::Direction;
  using sr::Measure;
  BOOST_TEST((of("地区生产总值", "gdp", Measure::growth, "7.5", "%").direction() == Direction::higher));
  BOOST_TEST((of("失业率", "unemployment_surveyed", Measure::level, "5", "%").direction() == Direction::lower));
  BOOST_TEST((of("常住人口", "resident_population", Measure::level, "60", "万人").direction() == Direction::none));
  BOOST_TEST((of("下升上", "", Measure::level, "50", "家").direction() == Direction::none));
  // The first of a list is the best, whatever the list is about.
  BOOST_TEST((of("地区生产总值", "gdp", Measure::rank, "5", "位").direction() == Direction::lower));
  BOOST_TEST((of("营商指数", "", Measure::rank, "30", "位").direction() == Direction::lower));
}

BOOST_AUTO_TEST_CASE(a_target_that_moves_says_its_direction) {
  using sr::Direction;
  using sr::Measure;
  const auto target = [](Measure measure, const char* value, const char* unit) {
    sr::Statement statement = of("下升上", "", measure, value, unit);
    statement.status = sr::Status::target;
    return statement;
  };
  BOOST_TEST((target(Measure::growth, "-2.5", "%").direction() == Direction::lower));
  BOOST_TEST((target(Measure::growth, "2.5", "%").direction() == Direction::higher));
  BOOST_TEST((target(Measure::growth, "0", "%").direction() == Direction::none));
  BOOST_TEST((target(Measure::change, "-3", "家").direction() == Direction::lower));
  BOOST_TEST((target(Measure::change, "3", "家").direction() == Direction::higher));
  BOOST_TEST((target(Measure::level, "50", "家").direction() == Direction::none));
  // What came about says nothing on what was wanted.
  BOOST_TEST((of("下升上", "", Measure::growth, "-2.5", "%").direction() == Direction::none));
  sr::Statement promise = target(Measure::level, "50", "家");
  promise.quantity.reset();
  promise.trend = sr::Trend::falling;
  BOOST_TEST((promise.direction() == Direction::lower));
  promise.trend = sr::Trend::rising;
  BOOST_TEST((promise.direction() == Direction::higher));
  promise.trend = sr::Trend::stable;
  BOOST_TEST((promise.direction() == Direction::none));
}

BOOST_AUTO_TEST_CASE(a_statement_is_met_in_its_direction) {
  using sr::Measure;
  const sr::Statement rate = of("失业率", "unemployment_surveyed", Measure::level, "5", "%");
  BOOST_TEST((rate.is_met_by(sr::Quantity("4.6", "%")) == sr::Certainty::certain));
  BOOST_TEST((rate.is_met_by(sr::Quantity("5.1", "%")) == sr::Certainty::no));
  const sr::Statement unknown = of("下升上", "", Measure::level, "50", "家");
  BOOST_TEST((unknown.is_met_by(sr::Quantity("50", "家")) == sr::Certainty::certain));
  BOOST_TEST((unknown.is_met_by(sr::Quantity("51", "家")) == sr::Certainty::possible));
}

BOOST_AUTO_TEST_CASE(target_interval_uses_the_direction) {
  using sr::Measure;
  BOOST_TEST(gdp_target().target_interval() == sr::Interval(6.8, infinity));
  BOOST_TEST(of("失业率", "unemployment_surveyed", Measure::level, "5", "%", sr::Bound::about).target_interval() ==
             sr::Interval(0, 5.2));
  BOOST_TEST(of("常住人口", "resident_population", Measure::level, "60", "万人", sr::Bound::about).target_interval() ==
             sr::Interval(58.5, 61.5));
  BOOST_TEST(of("营商指数", "", Measure::rank, "30", "位", sr::Bound::at_most).target_interval() ==
             sr::Interval(-infinity, 30));
  BOOST_TEST(of("营商指数", "", Measure::rank, "30", "位").target_interval() == sr::Interval(-infinity, 30));
  BOOST_TEST(of("下升上", "", Measure::level, "50", "家").target_interval() == sr::Interval(50));

  sr::Statement wordy = gdp_target();
  wordy.quantity.reset();
  wordy.trend = sr::Trend::rising;
  BOOST_CHECK_EXCEPTION((void)wordy.target_interval(), sr::DomainError, [](const sr::DomainError& error) {
    return std::string(error.what()).find("'地区生产总值'") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(prints_in_one_line) {
  BOOST_TEST(sr::to_string(gdp_target()) == "地区生产总值 growth ≈7.0% (target 2024)");
  sr::Statement wordy = gdp_target();
  wordy.quantity.reset();
  wordy.trend = sr::Trend::in_step;
  wordy.status = sr::Status::estimate;
  std::ostringstream out;
  out << wordy;
  BOOST_TEST(out.str() == "地区生产总值 growth in_step (estimate 2024)");
}

BOOST_AUTO_TEST_CASE(equality_looks_at_every_member) {
  const sr::Statement original = gdp_target();
  BOOST_TEST(original == gdp_target());
  BOOST_TEST(std::hash<sr::Statement>{}(original) == std::hash<sr::Statement>{}(gdp_target()));

  std::vector<sr::Statement> others(13, original);
  others[0].indicator = "生产总值";
  others[1].indicator_id = "";
  others[2].name_en = "GDP";
  others[3].measure = sr::Measure::level;
  others[4].quantity = sr::Quantity("7", "%", {.bound = sr::Bound::about});
  others[5].trend = sr::Trend::rising;
  others[6].status = sr::Status::outcome;
  others[7].modality = sr::Modality::strive;
  others[8].year = 2025;
  others[9].period = sr::Period::year_average;
  others[10].scope = "全省";
  others[11].section = {"2024年主要工作"};
  others[12].span.end = 15557;
  for (std::size_t i = 0; i < others.size(); ++i) BOOST_TEST(others[i] != original, "member " << i);

  sr::Statement elsewhere = original;
  elsewhere.span.codepoint_begin = 1;
  BOOST_TEST(elsewhere != original);
  for (const std::size_t told_apart : {0u, 4u, 8u}) {
    BOOST_TEST(std::hash<sr::Statement>{}(others[told_apart]) != std::hash<sr::Statement>{}(original));
  }
}

BOOST_AUTO_TEST_CASE(names_of_enumerators) {
  const auto check = [](const auto first, const std::vector<std::string>& names) {
    using Enum = decltype(first);
    for (std::size_t i = 0; i < names.size(); ++i) BOOST_TEST(sr::to_string(static_cast<Enum>(i)) == names[i]);
  };
  check(sr::Measure{}, {"level", "growth", "change", "rank"});
  check(sr::Status{}, {"outcome", "estimate", "target"});
  check(sr::Modality{}, {"firm", "ensure", "strive"});
  check(sr::Period{},
        {"year",          "first_quarter", "second_quarter", "third_quarter", "fourth_quarter", "first_half",
         "nine_months",   "month",         "month_average",  "year_average",  "cumulative",     "one_month",
         "two_months",    "four_months",   "five_months",    "seven_months",  "eight_months",   "ten_months",
         "eleven_months", "second_half",   "months"});
  check(sr::Trend{}, {"none", "rising", "falling", "stable", "in_step"});
}

BOOST_AUTO_TEST_SUITE_END()
