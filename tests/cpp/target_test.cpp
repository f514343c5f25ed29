#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/target.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;

BOOST_AUTO_TEST_SUITE(target)

namespace {

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
  BOOST_TEST(sr::implied_level(accidents, fewer).interval.upper() == 200.5 * 0.9025, tolerance);
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

BOOST_AUTO_TEST_CASE(a_tolerance_may_reach_below_the_whole_fall) {
  const sr::ImpliedLevel implied = sr::implied_level(level("745", 2023), growth("-99.9", 2024, sr::Bound::about));
  BOOST_TEST(implied.interval.lower() == 0);
  BOOST_TEST(implied.interval.upper() == infinity);
}

BOOST_AUTO_TEST_CASE(a_yearly_average_starts_at_the_latest_level) {
  const sr::Report report(
      {}, {level("4670", 2015), level("6871", 2020), growth("6.5", 2025, sr::Bound::exact, sr::Period::year_average)});
  const auto implied = sr::implied_levels(report);
  BOOST_REQUIRE(implied.size() == 1U);
  BOOST_TEST(implied[0].base.year == 2020);
  BOOST_TEST(implied[0].level == 6871 * std::pow(1.065, 5), tolerance);
}

BOOST_AUTO_TEST_CASE(growth_that_a_level_asks_for) {
  // Huzhou: incomes of 28993 (2011) and 45794 yuan (2016), published as 9.6 % a year.
  const auto income = [](const char* value, std::int32_t year, sr::Status status) {
    return sr::Statement{.indicator = "城镇居民人均可支配收入",
                         .indicator_id = "disposable_income_urban",
                         .quantity = sr::Quantity(value, "元"),
                         .status = status,
                         .year = year};
  };
  const sr::ImpliedGrowth implied =
      sr::implied_growth(income("28993", 2011, sr::Status::outcome), income("45794", 2016, sr::Status::target));
  BOOST_TEST(implied.growth == 0.0957, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(std::round(1000 * implied.growth) == 96);
  BOOST_TEST(implied.years == 5);
  BOOST_TEST((implied.price_basis == sr::PriceBasis::current));
  // An exact target is met by more; the base may be 28993.5.
  BOOST_TEST(implied.interval.lower() == std::pow(45794 / 28993.5, 0.2) - 1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(implied.interval.upper() == infinity);
  std::ostringstream out;
  out << implied;
  BOOST_TEST(out.str() == "城镇居民人均可支配收入 2016: 9.57% a year from 28993元 (2011), at current prices");
  const std::hash<sr::ImpliedGrowth> hash;
  BOOST_TEST((implied == sr::implied_growth(implied.base, implied.target)));
  BOOST_TEST(hash(implied) == hash(sr::implied_growth(implied.base, implied.target)));
}

BOOST_AUTO_TEST_CASE(implied_growth_undoes_implied_level) {
  const sr::ImpliedLevel up = sr::implied_level(level("200", 2023), growth("10", 2024));
  const sr::ImpliedGrowth back = sr::implied_growth(level("200", 2023), level("220", 2024));
  BOOST_TEST(up.level == 220.0, tolerance);
  BOOST_TEST(back.growth == 0.10, boost::test_tools::tolerance(1e-12));
  // Units of one dimension convert.
  BOOST_TEST(sr::implied_growth(level("2000000", 2023, "万元"), level("220", 2024)).growth == 0.10,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(growth_from_a_base_without_an_end) {
  sr::Statement base = level("2800", 2023);
  base.quantity = sr::Quantity("2800", "亿元", {.bound = sr::Bound::more_than});
  const sr::ImpliedGrowth open = sr::implied_growth(base, level("3000", 2024));
  BOOST_TEST(open.growth == 3000.0 / 2800 - 1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(open.interval.lower() == -1.0);
  base.quantity = sr::Quantity("2800", "亿元", {.bound = sr::Bound::nearly});
  BOOST_TEST(sr::implied_growth(base, level("3000", 2024)).interval.lower() == 3000.0 / 2800 - 1,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(growth_that_no_level_asks_for_raises) {
  const sr::Statement base = level("745", 2023);
  BOOST_CHECK_NO_THROW((void)sr::implied_growth(base, level("800", 2024)));
  BOOST_CHECK_THROW((void)sr::implied_growth(base, level("800", 2023)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_growth(base, growth("7", 2024)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_growth(level("0", 2023), level("800", 2024)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_growth(level("50", 2023, "%"), level("60", 2024, "%")), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_growth(base, level("800", 2024, "家")), sr::UnitError);
  sr::Statement other = level("800", 2024);
  other.indicator_id = "retail_sales";
  BOOST_CHECK_THROW((void)sr::implied_growth(base, other), sr::DomainError);
}

BOOST_AUTO_TEST_CASE(implied_growths_leave_out_what_is_stated_twice) {
  sr::Statement goal = level("800", 2024);
  goal.status = sr::Status::target;
  const auto count = [&](std::vector<sr::Statement> bases) {
    bases.push_back(goal);
    return sr::implied_growths(sr::Report({}, bases));
  };
  BOOST_TEST(count({level("745", 2023)}).size() == 1U);
  BOOST_TEST(count({level("700", 2021), level("745", 2023)}).at(0).base.year == 2023);
  BOOST_TEST(count({level("745", 2023), level("700", 2021)}).at(0).base.year == 2023);
  BOOST_TEST(count({level("745", 2023), level("745", 2023)}).size() == 1U);
  BOOST_TEST(count({level("745", 2023), level("700", 2023)}).empty());
  BOOST_TEST(count({level("745", 2023), level("700", 2023), level("745", 2023)}).empty());
  BOOST_TEST(count({}).empty());
  const auto embedded = sr::implied_growths(sr::shengzhou_2024());
  const auto loans = std::find_if(embedded.begin(), embedded.end(), [](const sr::ImpliedGrowth& implied) {
    return implied.target.indicator_id == "deposits_and_loans";
  });
  BOOST_REQUIRE((loans != embedded.end()));
  BOOST_TEST(loans->growth == 3000.0 / 2800 - 1, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(amount_that_a_share_asks_for) {
  const auto amounts = sr::implied_amounts(sr::shengzhou_2024());
  BOOST_REQUIRE(amounts.size() == 1U);
  const sr::ImpliedAmount& research = amounts[0];
  BOOST_TEST(research.share.indicator_id == "rd_intensity");
  BOOST_TEST(research.amount == 0.0265 * 797.15, tolerance);
  BOOST_TEST(research.interval.lower() == 0.0265 * 744.5 * 1.068, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(research.interval.upper() == infinity);
  BOOST_TEST((research.price_basis == sr::PriceBasis::constant));
  BOOST_TEST(research.price_year == 2023);
  std::ostringstream out;
  out << research;
  BOOST_TEST(out.str() == "全社会研发经费支出占GDP比重 2024: 21.12亿元 at 2023 prices");
  BOOST_TEST((sr::implied_amount(research.share, research.whole, research.growth) == research));
  BOOST_TEST(std::hash<sr::ImpliedAmount>{}(research) ==
             std::hash<sr::ImpliedAmount>{}(sr::implied_amount(research.share, research.whole, research.growth)));

  // A level of the target's own year needs no growth, and stays at current prices.
  const sr::ImpliedAmount direct = sr::implied_amount(research.share, level("800", 2024));
  BOOST_TEST(direct.amount == 0.0265 * 800, tolerance);
  BOOST_TEST((direct.price_basis == sr::PriceBasis::current));
  BOOST_TEST(direct.price_year == 2024);
  BOOST_CHECK_THROW((void)sr::implied_amount(research.share, level("745", 2023)), sr::DomainError);
  BOOST_CHECK_THROW((void)sr::implied_amount(level("800", 2024), level("800", 2024)), sr::DomainError);
  sr::Statement retail = level("800", 2024);
  retail.indicator_id = "retail_sales";
  BOOST_CHECK_THROW((void)sr::implied_amount(research.share, retail), sr::DomainError);
}

BOOST_AUTO_TEST_CASE(in_step_as_the_statistics_office_speaks_of_it) {
  // Real income against GDP: 2.1 against 2.3 (2020) and, per head, 7.0 against 7.1 (2013) were called in step.
  BOOST_TEST((sr::is_in_step(0.021, 0.023) == sr::Certainty::certain));
  BOOST_TEST((sr::is_in_step(0.070, 0.071) == sr::Certainty::certain));
  BOOST_TEST((sr::is_in_step(0.0209, 0.023) == sr::Certainty::no));
  BOOST_TEST((sr::is_in_step(0.021, 0.023, 0) == sr::Certainty::no));
  BOOST_TEST((sr::is_in_step(sr::Interval(0.0205, 0.0215), sr::Interval(0.0225, 0.0235)) == sr::Certainty::possible));
  const sr::Certainties places = sr::is_in_step(array({0.021, 0.02, 0.07}), array({0.023, 0.023, 0.071}), 0, 0.002);
  BOOST_TEST(places[0] == 2);
  BOOST_TEST(places[1] == 0);
  BOOST_TEST(places[2] == 2);
  BOOST_TEST(sr::is_in_step(array({0.021}), array({0.023}), 0.001, 0.002)[0] == 1);
  BOOST_TEST(raises([] { (void)sr::is_in_step(-1.5, 0.07); }, {"income_growth", "-1.5"}));
  BOOST_TEST(raises([] { (void)sr::is_in_step(0.07, 0.07, -0.1); }, {"tolerance", "-0.1"}));
  BOOST_TEST(raises([] { (void)sr::is_in_step(array({0.07}), array({0.07}), 0, not_a_number); }, {"tolerance"}));
  BOOST_TEST(raises([] { (void)sr::is_in_step(array({0.07, -2}), array({0.07}), 0, 0.002); }, {"element 1"}));
}

BOOST_AUTO_TEST_CASE(in_step_in_arrays_is_in_step_one_by_one) {
  Uniform uniform;
  const Eigen::Index size = 3000;
  for (const double step : {0.0, 0.001, 0.02}) {
    for (const double behind : {0.0, 0.002, 0.5}) {
      ArrayXd income(size), gdp(size);
      for (Eigen::Index i = 0; i < size; ++i) {
        // To 0.1 %, so that many lie on the edge.
        income[i] = std::round(uniform(-50, 120)) / 1000;
        gdp[i] = i % 5 == 0 ? income[i] + behind : std::round(uniform(-50, 120)) / 1000;
      }
      income[2500] = -0.98;
      const sr::Certainties places = sr::is_in_step(income, gdp, step, behind);
      for (Eigen::Index i = 0; i < size; ++i) {
        const sr::Interval real(income[i] - step / 2, income[i] + step / 2);
        const sr::Interval economy(gdp[i] - step / 2, gdp[i] + step / 2);
        BOOST_REQUIRE_EQUAL(places[i], static_cast<std::int8_t>(sr::is_in_step(real, economy, behind)));
      }
      // A figure whose rounding reaches beyond what is a rate.
      income[2999] = -1 + 1e-5;
      if (step > 0) {
        BOOST_TEST(raises([&] { (void)sr::is_in_step(income, gdp, step, behind); }, {"income_growth", "element 2999"}));
      } else {
        BOOST_TEST(sr::is_in_step(income, gdp, step, behind)[2999] == 0);
      }
    }
  }
  BOOST_TEST(raises([] { (void)sr::is_in_step(array({0.07}), array({0.07}), -1, 0.002); }, {"growth_step = -1"}));
}

BOOST_AUTO_TEST_CASE(total_growth_of_a_nation) {
  // China 2023 to 2024 (National Bureau of Statistics): incomes 39218 -> 41314 of all, 51821 -> 54188 urban, 21691 ->
  // 23119 rural; growth published as 5.3, 4.6 and 6.6 %. The share that the three incomes imply moved from .5817 to
  // .5856, and the mean follows exactly.
  const double start = (39218.0 - 21691) / (51821 - 21691);
  const double end = (41314.0 - 23119) / (54188 - 23119);
  const double urban = 54188.0 / 51821 - 1;
  const double rural = 23119.0 / 21691 - 1;
  const double total = sr::total_income_growth(51821, 21691, start, urban, rural, end);
  BOOST_TEST(total == 41314.0 / 39218 - 1, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(std::round(1000 * total) == 53);
  BOOST_TEST(end == 0.5856, boost::test_tools::tolerance(1e-4));
  // With the share unchanged the mean would have grown less.
  BOOST_TEST(sr::total_income_growth(51821, 21691, start, urban, rural) < total);
}

BOOST_AUTO_TEST_CASE(total_growth_at_its_limits) {
  BOOST_TEST(sr::total_income_growth(77400, 43200, 1, 0.06, 0.07) == 0.06, tolerance);
  BOOST_TEST(sr::total_income_growth(77400, 43200, 0, 0.06, 0.07) == 0.07, tolerance);
  BOOST_TEST(sr::total_income_growth(1, 1, 0.5, 0.06, 0.08) == 0.07, tolerance);
  BOOST_TEST(sr::total_income_growth(array({1, 2}), array({1}), array({0.5}), array({0.06}), array({0.08}))[0] == 0.07,
             tolerance);
  // Whoever moves to town raises the mean though neither income grows.
  BOOST_TEST(sr::total_income_growth(2, 1, 0.5, 0, 0, 0.6) == 1.6 / 1.5 - 1, tolerance);
  const sr::Interval any = sr::total_income_growth(77400.0, 43200.0, sr::Interval(0, 1), 0.06, 0.07);
  BOOST_TEST(any.lower() == 0.06, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(any.upper() == 0.07, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(raises([] { (void)sr::total_income_growth(1, 1, 1.2, 0, 0); }, {"urban_weight = 1.2"}));
  BOOST_TEST(raises([] { (void)sr::total_income_growth(1, 1, 0.5, 0, 0, -0.1); }, {"urban_weight_end = -0.1"}));
  BOOST_TEST(raises([] { (void)sr::total_income_growth(1, 1, not_a_number, 0, 0); }, {"urban_weight"}));
  BOOST_TEST(raises([] { (void)sr::total_income_growth(0, 1, 0.5, 0, 0); }, {"urban = 0"}));
  BOOST_TEST(raises([] { (void)sr::total_income_growth(1, 1, 0.5, -1, 0); }, {"urban_growth = -1"}));
  BOOST_TEST(
      raises([] { (void)sr::total_income_growth(array({1, 1}), array({1}), array({0.5, 2}), array({0}), array({0})); },
             {"urban_weight = 2", "element 1"}));
}

BOOST_AUTO_TEST_CASE(total_growth_has_every_form) {
  Uniform uniform;
  const Eigen::Index size = 700;
  ArrayXd urban(size), rural(size), start(size), end(size), u(size), r(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    urban[i] = uniform(3e4, 9e4);
    rural[i] = uniform(1e4, 4e4);
    start[i] = uniform(0, 1);
    end[i] = uniform(0, 1);
    u[i] = uniform(-0.05, 0.1);
    r[i] = uniform(-0.05, 0.1);
  }
  const ArrayXd moving = sr::total_income_growth(urban, rural, start, u, r, end);
  const ArrayXd unchanged = sr::total_income_growth(urban, rural, start, u, r);
  ArrayXd out(size);
  sr::total_income_growth.into(out, urban, rural, start, u, r);
  BOOST_TEST((out == unchanged).all());
  sr::total_income_growth.into(out, urban, rural, start, u, r, end);
  BOOST_TEST((out == moving).all());
  for (Eigen::Index i = 0; i < size; ++i) {
    BOOST_REQUIRE_EQUAL(moving[i], sr::total_income_growth(urban[i], rural[i], start[i], u[i], r[i], end[i]));
    BOOST_REQUIRE_EQUAL(unchanged[i], sr::total_income_growth(urban[i], rural[i], start[i], u[i], r[i]));
    // The mean of both years by itself.
    const double before = start[i] * urban[i] + (1 - start[i]) * rural[i];
    const double after = end[i] * urban[i] * (1 + u[i]) + (1 - end[i]) * rural[i] * (1 + r[i]);
    BOOST_REQUIRE_SMALL(moving[i] - (after - before) / before, 1e-12);
  }
  BOOST_TEST((sr::total_income_growth.range(2, 1, 0.5, 0.03, 0.06) ==
              sr::Interval(sr::total_income_growth(2, 1, 0.5, 0.03, 0.06))));
}

BOOST_AUTO_TEST_CASE(total_growth_over_intervals_holds_every_value) {
  Uniform uniform;
  for (int i = 0; i < 500; ++i) {
    const sr::Interval urban = uniform.interval(1, 10);
    const sr::Interval rural = uniform.interval(1, 10);
    const sr::Interval weight = uniform.interval(0, 1);
    const sr::Interval end = uniform.interval(0, 1);
    const sr::Interval u = uniform.interval(-0.5, 0.5);
    const sr::Interval r = uniform.interval(-0.5, 0.5);
    const sr::Interval apart = sr::total_income_growth(urban, rural, weight, u, r, end);
    const sr::Interval unchanged = sr::total_income_growth(urban, rural, weight, u, r);
    const double s = uniform(weight);
    const double one = sr::total_income_growth(uniform(urban), uniform(rural), s, uniform(u), uniform(r), uniform(end));
    const double two = sr::total_income_growth(uniform(urban), uniform(rural), s, uniform(u), uniform(r));
    BOOST_TEST((one >= apart.lower() - 1e-12 && one <= apart.upper() + 1e-12));
    BOOST_TEST((two >= unchanged.lower() - 1e-12 && two <= unchanged.upper() + 1e-12));
  }
}

BOOST_AUTO_TEST_SUITE_END()
