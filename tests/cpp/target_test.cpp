#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <sstream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/target.hpp>

namespace sr = shengzhou_report;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const auto tolerance = boost::test_tools::tolerance(1e-14);

sr::Statement level(const char* value, std::int32_t year, const char* unit = "亿元") {
  return {.indicator = "地区生产总值",
          .indicator_id = "gdp",
          .measure = sr::Measure::level,
          .quantity = sr::Quantity(value, unit),
          .year = year};
}

sr::Statement growth(const char* value, std::int32_t year, sr::Bound bound = sr::Bound::exact,
                     sr::Period period = sr::Period::year) {
  return {.indicator = "地区生产总值",
          .indicator_id = "gdp",
          .measure = sr::Measure::growth,
          .quantity = sr::Quantity(value, "%", {.bound = bound}),
          .status = sr::Status::target,
          .year = year,
          .period = period};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(target)

BOOST_AUTO_TEST_CASE(gdp_of_the_embedded_report) {
  const sr::Report& report = sr::shengzhou_2024();
  const sr::Statement& base = report.at({.indicator = "GDP", .measure = sr::Measure::level});
  const sr::Statement& goal = report.at({.indicator = "GDP", .measure = sr::Measure::growth, .year = 2024});
  const sr::ImpliedLevel implied = sr::implied_level(base, goal);
  BOOST_TEST(implied.level == 797.15, tolerance);
  // About 7.0 % is met from 6.8 % on, and 745 may be 744.5.
  BOOST_TEST(implied.interval.lower() == 744.5 * 1.068, tolerance);
  BOOST_TEST(implied.interval.upper() == infinity);
  BOOST_TEST((implied.price_basis == sr::PriceBasis::constant));
  BOOST_TEST(implied.price_year == 2023);
  BOOST_TEST(implied.base == base);
  BOOST_TEST(implied.target == goal);
  std::ostringstream out;
  out << implied;
  BOOST_TEST(out.str() == "地区生产总值 2024: 797.15亿元 at 2023 prices");
}

BOOST_AUTO_TEST_CASE(nominal_growth_gives_prices_of_the_target_year) {
  const sr::Report& report = sr::shengzhou_2024();
  const sr::ImpliedLevel implied =
      sr::implied_level(report.at({.indicator = "社零", .measure = sr::Measure::level}),
                        report.at({.indicator = "社零", .measure = sr::Measure::growth, .year = 2024}));
  BOOST_TEST(implied.level == 328 * 1.1, tolerance);
  BOOST_TEST(implied.interval.lower() == 327.5 * 1.1, tolerance);
  BOOST_TEST((implied.price_basis == sr::PriceBasis::current));
  BOOST_TEST(implied.price_year == 2024);
  std::ostringstream out;
  out << implied;
  BOOST_TEST(out.str() == "社会消费品零售总额 2024: 360.8亿元");
}

BOOST_AUTO_TEST_CASE(a_yearly_average_spans_its_years) {
  const sr::ImpliedLevel five =
      sr::implied_level(level("745", 2020), growth("7.0", 2025, sr::Bound::about, sr::Period::year_average));
  BOOST_TEST(five.level == 745 * std::pow(1.07, 5), tolerance);
  BOOST_TEST(five.interval.lower() == 744.5 * std::pow(1.068, 5), tolerance);
  BOOST_TEST(five.price_year == 2020);
  const sr::ImpliedLevel one =
      sr::implied_level(level("745", 2024), growth("7.0", 2025, sr::Bound::about, sr::Period::year_average));
  BOOST_TEST(one.level == 745 * 1.07, tolerance);
}

BOOST_AUTO_TEST_CASE(intervals_follow_the_bound) {
  const auto interval = [](sr::Bound bound) {
    return sr::implied_level(level("745", 2023), growth("8.0", 2024, bound)).interval;
  };
  BOOST_TEST(interval(sr::Bound::exact).lower() == 744.5 * 1.08, tolerance);
  BOOST_TEST(interval(sr::Bound::at_least).lower() == 744.5 * 1.08, tolerance);
  BOOST_TEST(interval(sr::Bound::about).lower() == 744.5 * 1.078, tolerance);
  for (const sr::Bound bound : {sr::Bound::exact, sr::Bound::at_least, sr::Bound::about, sr::Bound::more_than}) {
    BOOST_TEST(interval(bound).upper() == infinity);
  }

  // Where lower is better the set is bounded above.
  sr::Statement accidents = level("200", 2023, "起");
  sr::Statement fewer = growth("-10", 2024);
  accidents.indicator_id = fewer.indicator_id = "safety_accidents";
  const sr::ImpliedLevel implied = sr::implied_level(accidents, fewer);
  BOOST_TEST(implied.level == 180.0, tolerance);
  BOOST_TEST(implied.interval.upper() == 200.5 * 0.9, tolerance);
  BOOST_TEST(implied.interval.lower() == 0.0);
  fewer.quantity = sr::Quantity("-10", "%", {.bound = sr::Bound::about});
  BOOST_TEST(sr::implied_level(accidents, fewer).interval.upper() == 200.5 * 0.902, tolerance);
}

BOOST_AUTO_TEST_CASE(bases_without_a_lower_end_start_at_zero) {
  for (const sr::Bound bound : {sr::Bound::nearly, sr::Bound::at_most, sr::Bound::less_than}) {
    sr::Statement base = level("300", 2023);
    base.quantity = sr::Quantity("300", "亿元", {.bound = bound});
    const sr::ImpliedLevel implied = sr::implied_level(base, growth("10", 2024));
    BOOST_TEST(implied.level == 330.0, tolerance);
    BOOST_TEST(implied.interval.lower() == 0.0);
    BOOST_TEST(implied.interval.upper() == infinity);
  }
  // 0 may be 0.4, but not -0.4.
  BOOST_TEST(sr::implied_level(level("0", 2023), growth("10", 2024)).interval.lower() == 0.0);
}

BOOST_AUTO_TEST_CASE(rates_come_in_every_ratio_unit) {
  sr::Statement times = growth("0.5", 2024);
  times.quantity = sr::Quantity("0.5", "倍");
  BOOST_TEST(sr::implied_level(level("745", 2023), times).level == 745 * 1.5, tolerance);
  BOOST_TEST(sr::implied_level(level("745", 2023), times).interval.lower() == 744.5 * 1.5, tolerance);
  times.quantity = sr::Quantity("75", "‰");
  BOOST_TEST(sr::implied_level(level("745", 2023), times).level == 745 * 1.075, tolerance);
  BOOST_TEST(sr::implied_level(level("745", 2023), times).interval.lower() == 744.5 * 1.075, tolerance);
}

BOOST_AUTO_TEST_CASE(indicators_without_an_entry_match_by_name) {
  sr::Statement base = level("20", 2023, "家");
  sr::Statement goal = growth("10", 2024);
  base.indicator_id = goal.indicator_id = "";
  base.indicator = goal.indicator = "甲";
  const sr::ImpliedLevel implied = sr::implied_level(base, goal);
  BOOST_TEST(implied.level == 22.0, tolerance);
  BOOST_TEST((implied.price_basis == sr::PriceBasis::none));
  BOOST_TEST(implied.price_year == 2024);
  goal.indicator = "乙";
  BOOST_CHECK_THROW((void)sr::implied_level(base, goal), sr::DomainError);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_raises) {
  const sr::Statement base = level("745", 2023);
  const sr::Statement goal = growth("7.0", 2024);
  BOOST_CHECK_NO_THROW((void)sr::implied_level(base, goal));
  const auto refuses = [](const sr::Statement& from, const sr::Statement& to, const char* why) {
    BOOST_TEST_CONTEXT(why) {
      BOOST_CHECK_EXCEPTION((void)sr::implied_level(from, to), sr::DomainError, [&](const sr::DomainError& error) {
        // The message shows both statements.
        const std::string message = error.what();
        return message.find(sr::to_string(from)) != std::string::npos &&
               message.find(sr::to_string(to)) != std::string::npos;
      });
    }
  };
  refuses(goal, base, "the wrong way round");
  refuses(base, base, "no growth");
  refuses(goal, goal, "no level");
  refuses(base, growth("7.0", 2025), "a year between");
  refuses(base, growth("7.0", 2023), "the same year");
  refuses(base, growth("7.0", 2022), "a year before");
  refuses(base, growth("7.0", 2023, sr::Bound::exact, sr::Period::year_average), "a span of no year");
  refuses(base, growth("7.0", 2022, sr::Bound::exact, sr::Period::year_average), "a span backwards");
  refuses(base, growth("7.0", 2024, sr::Bound::exact, sr::Period::first_quarter), "part of a year");
  refuses(base, growth("7.0", 2024, sr::Bound::exact, sr::Period::month_average), "a mean of months");

  sr::Statement wordy = goal;
  wordy.quantity.reset();
  wordy.trend = sr::Trend::rising;
  refuses(base, wordy, "a target without a number");
  sr::Statement unnumbered = base;
  unnumbered.quantity.reset();
  refuses(unnumbered, goal, "a base without a number");
  sr::Statement quarter = base;
  quarter.period = sr::Period::first_half;
  refuses(quarter, goal, "a base of half a year");
  sr::Statement other = goal;
  other.indicator_id = "retail_sales";
  refuses(base, other, "another indicator");
  sr::Statement change = goal;
  change.measure = sr::Measure::change;
  refuses(base, change, "a change is no growth");
  sr::Statement points = goal;
  points.quantity = sr::Quantity("0.5", "个百分点");
  refuses(base, points, "points are no growth");
}

BOOST_AUTO_TEST_CASE(impossible_growth_raises) {
  BOOST_CHECK_THROW((void)sr::implied_level(level("745", 2023), growth("-100", 2024)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_level(level("745", 2023), growth("-150", 2024)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_level(level("-745", 2023), growth("7", 2024)), sr::DomainError);
}

BOOST_AUTO_TEST_CASE(implied_levels_of_the_embedded_report) {
  const auto all = sr::implied_levels(sr::shengzhou_2024());
  BOOST_REQUIRE(all.size() == 4u);
  const auto check = [](const sr::ImpliedLevel& implied, const char* indicator, double expected) {
    BOOST_TEST(implied.target.indicator == indicator);
    BOOST_TEST(implied.level == expected, tolerance);
    BOOST_TEST(implied.base.year == 2023);
    BOOST_TEST((implied.base.status != sr::Status::target));
    BOOST_TEST((implied.target.status == sr::Status::target));
  };
  check(all[0], "地区生产总值", 797.15);
  check(all[1], "一般公共预算收入", 50.81 * 1.08);
  check(all[2], "固定资产投资", 286 * 1.08);
  check(all[3], "社会消费品零售总额", 328 * 1.1);
  BOOST_TEST(sr::implied_levels(sr::shengzhou_2024().outcomes()).empty());
  BOOST_TEST(sr::implied_levels(sr::shengzhou_2024().targets()).empty());
  BOOST_TEST(sr::implied_levels(sr::Report()).empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_compound_is_left_out) {
  const auto implied = [](const char* base, const char* target) {
    return sr::implied_levels(sr::Report({}, {level(base, 2023), growth(target, 2024)})).size();
  };
  BOOST_TEST(implied("745", "-99") == 1U);
  BOOST_TEST(implied("745", "-100") == 0U);
  BOOST_TEST(implied("-745", "7") == 0U);
}

BOOST_AUTO_TEST_CASE(prints_bases_of_any_precision) {
  const auto text = [](const sr::Statement& base) {
    std::ostringstream out;
    out << sr::implied_level(base, growth("7.0", 2024));
    return out.str();
  };
  BOOST_TEST(text(level("50.81", 2023)) == "地区生产总值 2024: 54.3667亿元 at 2023 prices");
  sr::Statement rounded = level("77400", 2023, "元");
  rounded.quantity = sr::Quantity("77400", "元", {.step = 100});
  BOOST_TEST(text(rounded) == "地区生产总值 2024: 82818元 at 2023 prices");
  // A step that no decimal holds: 1 mu in hectares.
  sr::Statement land = level("300", 2023, "亩");
  land.quantity = land.quantity->to(sr::Unit("公顷"));
  BOOST_TEST(text(land).starts_with("地区生产总值 2024: 21.4"));
}

BOOST_AUTO_TEST_CASE(equal_implied_levels_hash_alike) {
  const sr::ImpliedLevel one = sr::implied_level(level("745", 2023), growth("7.0", 2024));
  const sr::ImpliedLevel same = sr::implied_level(level("745", 2023), growth("7.0", 2024));
  const sr::ImpliedLevel other = sr::implied_level(level("745", 2023), growth("7.5", 2024));
  const std::hash<sr::ImpliedLevel> hash;
  BOOST_TEST((one == same));
  BOOST_TEST(hash(one) == hash(same));
  BOOST_TEST((one != other));
  BOOST_TEST(hash(one) != hash(other));
}

BOOST_AUTO_TEST_SUITE_END()
