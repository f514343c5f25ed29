#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/quantity.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(quantity)

namespace {

sr::Decimal decimal(const char* text) { return sr::Decimal::parse(text); }

sr::QuantityOptions bounded(sr::Bound bound) {
  sr::QuantityOptions options{.bound = bound};
  if (bound == sr::Bound::range) options.upper = decimal("5");
  return options;
}

}  // namespace

// What a figure can mean --------------------------------------------------------------------------------------------

struct IntervalRow {
  const char* value;
  const char* unit;
  sr::Bound bound;
  const char* step;   // empty: the default
  const char* upper;  // empty: none
  sr::Interval expected;
};
std::ostream& operator<<(std::ostream& out, const IntervalRow& row) {
  return out << row.value << row.unit << ' ' << sr::to_string(row.bound) << " step " << row.step;
}

const IntervalRow intervals[] = {
    {"745", "亿元", sr::Bound::exact, "", "", {744.5, 745.5}},
    {"7.5", "%", sr::Bound::exact, "", "", {7.45, 7.55}},
    {"7.0", "%", sr::Bound::exact, "", "", {6.95, 7.05}},
    {"7", "%", sr::Bound::exact, "", "", {6.5, 7.5}},
    {"77400", "元", sr::Bound::exact, "", "", {77399.5, 77400.5}},
    {"77400", "元", sr::Bound::exact, "100", "", {77350, 77450}},
    {"43200", "元", sr::Bound::exact, "100", "", {43150, 43250}},
    {"774e2", "元", sr::Bound::exact, "", "", {77350, 77450}},
    {"-16.7", "%", sr::Bound::exact, "", "", {-16.75, -16.65}},
    {"0.35", "", sr::Bound::exact, "", "", {0.345, 0.355}},
    {"1.05", "", sr::Bound::exact, "0.05", "", {1.025, 1.075}},
    {"0", "", sr::Bound::exact, "", "", {-0.5, 0.5}},
    {"7.0", "%", sr::Bound::about, "", "", {6.8, 7.2}},
    {"7", "%", sr::Bound::about, "", "", {6.5, 7.5}},
    {"80000", "元", sr::Bound::about, "", "", {78000, 82000}},
    {"8.0", "%", sr::Bound::at_least, "", "", {8, infinity}},
    {"2800", "亿元", sr::Bound::more_than, "", "", {2800, infinity}},
    {"5", "%", sr::Bound::at_most, "", "", {-infinity, 5}},
    {"5", "%", sr::Bound::less_than, "", "", {-infinity, 5}},
    {"4000", "万", sr::Bound::nearly, "", "", {-infinity, 4000}},
    {"4.5", "%", sr::Bound::range, "", "5.0", {4.45, 5.05}},
    {"4.5", "%", sr::Bound::range, "0.5", "5", {4.25, 5.25}},
    {"3", "个", sr::Bound::range, "", "3", {2.5, 3.5}},
};

BOOST_DATA_TEST_CASE(interval_holds_what_prints_like_this, data::make(intervals), row) {
  sr::QuantityOptions options{.bound = row.bound};
  if (*row.step != '\0') options.step = decimal(row.step);
  if (*row.upper != '\0') options.upper = decimal(row.upper);
  const sr::Quantity from_text(row.value, row.unit, options);
  const sr::Quantity from_values(decimal(row.value), sr::Unit(row.unit), options);
  BOOST_TEST(from_text.interval() == row.expected);
  BOOST_TEST(from_text == from_values);
  BOOST_TEST((from_text.bound() == row.bound));
  BOOST_TEST(from_text.value() == decimal(row.value));
  BOOST_TEST(from_text.unit() == sr::Unit(row.unit));
  BOOST_TEST(from_text.upper().has_value() == (row.bound == sr::Bound::range));
}

BOOST_AUTO_TEST_CASE(zeros_at_the_end_are_rounding) {
  const auto step = [](const char* value) { return sr::printed_step(decimal(value)); };
  BOOST_TEST(step("77400") == sr::Decimal(100));
  BOOST_TEST(step("-77400") == sr::Decimal(100));
  BOOST_TEST(step("5000") == sr::Decimal(100));
  BOOST_TEST(step("50000000") == sr::Decimal(1000000));
  BOOST_TEST(step("123000") == sr::Decimal(1000));
  for (const char* one : {"5001", "1250", "12340", "800", "100", "10", "0"})
    BOOST_TEST(step(one) == sr::Decimal(1), one);
  BOOST_TEST(step("1000.0") == decimal("0.1"));
  BOOST_TEST(step("774e2") == sr::Decimal(100));
  BOOST_TEST(sr::printed_step(decimal("1000"), decimal("1500")) == sr::Decimal(100));
  BOOST_TEST(sr::printed_step(decimal("1000"), decimal("1250")) == sr::Decimal(1));
}

BOOST_AUTO_TEST_CASE(the_step_is_the_last_printed_digit) {
  BOOST_TEST(sr::Quantity("7.5", "%").step() == decimal("0.1"));
  BOOST_TEST(sr::Quantity("7.50", "%").step() == decimal("0.01"));
  BOOST_TEST(sr::Quantity("77400", "元").step() == sr::Decimal(1));
  BOOST_TEST(sr::Quantity("77400", "元", {.step = 100}).step() == sr::Decimal(100));
  BOOST_TEST(sr::Quantity("0", "").step() == sr::Decimal(1));
}

// Targets -----------------------------------------------------------------------------------------------------------

struct TargetRow {
  const char* value;
  const char* unit;
  sr::Bound bound;
  sr::Direction direction;
  const char* tolerance;  // empty: the default
  sr::Interval expected;
};
std::ostream& operator<<(std::ostream& out, const TargetRow& row) {
  return out << row.value << row.unit << ' ' << sr::to_string(row.bound) << ' ' << sr::to_string(row.direction);
}

using sr::Bound;
using sr::Direction;

const TargetRow target_rows[] = {
    {"4.5", "%", Bound::exact, Direction::higher, "", {4.5, infinity}},
    {"4.5", "%", Bound::exact, Direction::lower, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::exact, Direction::none, "", {4.5, 4.5}},
    {"5000", "人", Bound::exact, Direction::higher, "", {5000, infinity}},
    {"5000", "人", Bound::exact, Direction::none, "", {5000, 5000}},
    {"4.5", "%", Bound::exact, Direction::higher, "1", {4.5, infinity}},
    {"7.0", "%", Bound::about, Direction::higher, "", {6.8, infinity}},
    {"7.0", "%", Bound::about, Direction::lower, "", {0, 7.2}},
    {"-2.5", "%", Bound::about, Direction::lower, "", {-infinity, -2.3}},
    {"-2.5", "%", Bound::about, Direction::higher, "", {-2.7, infinity}},
    {"7.0", "%", Bound::about, Direction::none, "", {6.8, 7.2}},
    {"7.0", "%", Bound::about, Direction::higher, "0.5", {6.5, infinity}},
    {"7.0", "%", Bound::about, Direction::lower, "0", {0, 7.0}},
    {"7.0", "%", Bound::about, Direction::none, "0.5", {6.5, 7.5}},
    {"7.0", "‰", Bound::about, Direction::higher, "", {5, infinity}},
    {"7.0", "个百分点", Bound::about, Direction::higher, "", {6.8, infinity}},
    {"0.1", "个百分点", Bound::about, Direction::higher, "", {0.05, infinity}},
    {"80", "%", Bound::about, Direction::higher, "", {78, infinity}},
    {"300", "亿元", Bound::about, Direction::higher, "", {292.5, infinity}},
    {"300", "亿元", Bound::about, Direction::none, "", {292.5, 307.5}},
    {"300", "亿元", Bound::about, Direction::none, "1", {299, 301}},
    {"0", "%", Bound::about, Direction::none, "", {0, 0}},
    {"4.5", "%", Bound::at_least, Direction::higher, "", {4.5, infinity}},
    {"4.5", "%", Bound::at_least, Direction::lower, "", {4.5, infinity}},
    {"4.5", "%", Bound::at_least, Direction::none, "", {4.5, infinity}},
    {"4.5", "%", Bound::more_than, Direction::higher, "", {4.5, infinity}},
    {"4.5", "%", Bound::more_than, Direction::lower, "", {4.5, infinity}},
    {"4.5", "%", Bound::more_than, Direction::none, "", {4.5, infinity}},
    {"4.5", "%", Bound::at_most, Direction::higher, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::at_most, Direction::lower, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::at_most, Direction::none, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::less_than, Direction::higher, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::less_than, Direction::lower, "", {-infinity, 4.5}},
    {"4.5", "%", Bound::less_than, Direction::none, "", {-infinity, 4.5}},
    {"300", "亿元", Bound::nearly, Direction::higher, "", {292.5, infinity}},
    {"300", "亿元", Bound::nearly, Direction::higher, "1", {299, infinity}},
    {"4.5", "%", Bound::nearly, Direction::lower, "", {0, 4.7}},
    {"4.5", "%", Bound::nearly, Direction::none, "", {4.3, 4.7}},
    {"-3.5", "%", Bound::nearly, Direction::lower, "", {-infinity, -3.3}},
    {"4.5", "%", Bound::range, Direction::higher, "", {4.5, infinity}},
    {"4.5", "%", Bound::range, Direction::lower, "", {-infinity, 5}},
    {"4.5", "%", Bound::range, Direction::none, "", {4.5, 5}},
};

BOOST_DATA_TEST_CASE(target_interval_holds_what_meets_the_target, data::make(target_rows), row) {
  const sr::Quantity quantity(row.value, row.unit, bounded(row.bound));
  const auto tolerance = *row.tolerance == '\0' ? std::nullopt : std::optional(decimal(row.tolerance));
  BOOST_TEST(quantity.target_interval(row.direction, tolerance) == row.expected);
  if (row.direction == Direction::higher && !tolerance) BOOST_TEST(quantity.target_interval() == row.expected);
}

BOOST_AUTO_TEST_CASE(a_negative_tolerance_raises) {
  const sr::Quantity about("7.0", "%", {.bound = Bound::about});
  BOOST_CHECK_EXCEPTION((void)about.target_interval(Direction::higher, decimal("-0.1")), sr::DomainError,
                        [](const sr::DomainError& error) {
                          return std::string(error.what()).find("tolerance = -0.1") != std::string::npos;
                        });
  BOOST_TEST(sr::about_tolerance_points() == decimal("0.2"));
  BOOST_TEST(sr::about_tolerance_share() == decimal("0.025"));
}

BOOST_AUTO_TEST_CASE(about_is_the_same_however_the_unit_is_written) {
  const char* const writings[][4] = {{"7", "百万人次", "7000000", "人次"}, {"7", "百万人次", "700", "万人次"},
                                     {"7.0", "%", "0.070", "倍"},          {"7", "‰", "0.7", "%"},
                                     {"0.5", "个百分点", "5", "个千分点"}, {"5000", "人", "0.5", "万人"}};
  for (const Bound bound : {Bound::about, Bound::nearly}) {
    for (const auto& [value, unit, same_value, same_unit] : writings) {
      const sr::Quantity one(value, unit, {.bound = bound});
      const sr::Quantity other(same_value, same_unit, {.bound = bound});
      BOOST_TEST(one.to(other.unit()).target_interval() == other.target_interval(), value << unit);
      BOOST_TEST(one.to(other.unit()).target_interval(Direction::lower) == other.target_interval(Direction::lower));
      BOOST_TEST(sr::convert(one.about_tolerance(), one.unit(), other.unit()) == other.about_tolerance());
    }
  }
}

struct MetRow {
  const char* target;
  const char* unit;
  Bound bound;
  Direction direction;
  const char* outcome;
  const char* outcome_unit;
  Bound outcome_bound;
  sr::Certainty expected;
};
std::ostream& operator<<(std::ostream& out, const MetRow& row) {
  return out << sr::to_string(row.bound) << ' ' << row.target << row.unit << " by " << sr::to_string(row.outcome_bound)
             << ' ' << row.outcome << row.outcome_unit << ", " << sr::to_string(row.direction);
}

using enum sr::Certainty;
const MetRow met_rows[] = {
    {"5000", "人", Bound::exact, Direction::higher, "5000", "人", Bound::exact, certain},
    {"5000", "人", Bound::exact, Direction::higher, "4960", "人", Bound::exact, no},
    {"5000", "人", Bound::exact, Direction::higher, "0.5", "万人", Bound::exact, certain},
    {"5000", "人", Bound::about, Direction::higher, "4990", "人", Bound::exact, certain},
    {"5000", "人", Bound::about, Direction::higher, "4600", "人", Bound::exact, no},
    {"7", "百万人次", Bound::about, Direction::higher, "600", "万人次", Bound::exact, no},
    {"7", "百万人次", Bound::about, Direction::higher, "690", "万人次", Bound::exact, certain},
    // Strict bounds are open, loose ones closed.
    {"800", "亿元", Bound::more_than, Direction::higher, "800", "亿元", Bound::exact, no},
    {"800", "亿元", Bound::more_than, Direction::higher, "0.08", "万亿元", Bound::exact, no},
    {"800", "亿元", Bound::more_than, Direction::higher, "800.1", "亿元", Bound::exact, certain},
    {"800", "亿元", Bound::at_least, Direction::higher, "800", "亿元", Bound::exact, certain},
    {"3", "%", Bound::less_than, Direction::lower, "3.0", "%", Bound::exact, no},
    {"3", "%", Bound::less_than, Direction::lower, "2.9", "%", Bound::exact, certain},
    {"3", "%", Bound::at_most, Direction::lower, "3.0", "%", Bound::exact, certain},
    // "Over 800" is met by what is printed as over 800, not by what is at least 800.
    {"800", "亿元", Bound::more_than, Direction::higher, "800", "亿元", Bound::more_than, certain},
    {"800", "亿元", Bound::at_least, Direction::higher, "800", "亿元", Bound::more_than, certain},
    {"800", "亿元", Bound::more_than, Direction::higher, "800", "亿元", Bound::at_least, possible},
    {"800", "亿元", Bound::more_than, Direction::higher, "700", "亿元", Bound::more_than, possible},
    {"800", "亿元", Bound::more_than, Direction::higher, "800", "亿元", Bound::at_most, no},
    {"800", "亿元", Bound::at_least, Direction::higher, "800", "亿元", Bound::nearly, no},
    {"800", "亿元", Bound::at_least, Direction::higher, "800", "亿元", Bound::less_than, no},
    // Nearly so much is about so much, from about there up.
    {"300", "家", Bound::nearly, Direction::higher, "295", "家", Bound::exact, certain},
    {"300", "家", Bound::nearly, Direction::higher, "310", "家", Bound::exact, certain},
    {"300", "家", Bound::nearly, Direction::higher, "200", "家", Bound::exact, no},
    // Prices that are to rise by about 3 % do not fall; within 3 % they may.
    {"3", "%", Bound::about, Direction::lower, "2.0", "%", Bound::exact, certain},
    {"3", "%", Bound::about, Direction::lower, "3.3", "%", Bound::exact, no},
    {"3", "%", Bound::about, Direction::lower, "-0.5", "%", Bound::exact, no},
    {"3", "%", Bound::at_most, Direction::lower, "-0.5", "%", Bound::exact, certain},
    // Without a direction only what meets it either way is met, and what the bound decides.
    {"60", "万人", Bound::exact, Direction::none, "60", "万人", Bound::exact, certain},
    {"60", "万人", Bound::exact, Direction::none, "61", "万人", Bound::exact, possible},
    {"60", "万人", Bound::about, Direction::none, "61", "万人", Bound::exact, certain},
    {"60", "万人", Bound::about, Direction::none, "70", "万人", Bound::exact, possible},
    {"60", "万人", Bound::at_least, Direction::none, "61", "万人", Bound::exact, certain},
    {"60", "万人", Bound::at_most, Direction::none, "61", "万人", Bound::exact, no},
    {"4.5", "%", Bound::range, Direction::none, "4.8", "%", Bound::exact, certain},
    {"4.5", "%", Bound::range, Direction::none, "5.5", "%", Bound::exact, possible},
};

BOOST_DATA_TEST_CASE(what_meets_a_target, data::make(met_rows), row) {
  const sr::Quantity target(row.target, row.unit, bounded(row.bound));
  const sr::Quantity outcome(row.outcome, row.outcome_unit, bounded(row.outcome_bound));
  BOOST_TEST((target.is_met_by(outcome, row.direction) == row.expected));
  if (row.outcome_bound == Bound::exact) {
    const double value = outcome.to(target.unit()).value().to_double();
    BOOST_TEST((target.is_met_by(value, row.direction) == row.expected));
  }
}

BOOST_AUTO_TEST_CASE(outcomes_of_another_dimension_raise) {
  BOOST_CHECK_THROW((void)sr::Quantity("8", "家").is_met_by(sr::Quantity("8", "%")), sr::UnitError);
}

// Rates -------------------------------------------------------------------------------------------------------------

struct RateRow {
  const char* value;
  const char* unit;
  double rate;
  double lower;
  double upper;
};
std::ostream& operator<<(std::ostream& out, const RateRow& row) { return out << row.value << row.unit; }

const RateRow rates[] = {
    {"7.5", "%", 0.075, 0.0745, 0.0755},
    {"7.5", "％", 0.075, 0.0745, 0.0755},
    {"-16.7", "%", -0.167, -0.1675, -0.1665},
    {"-0.86", "‰", -0.00086, -0.000865, -0.000855},
    {"0.5", "个百分点", 0.005, 0.0045, 0.0055},
    {"1.4", "个千分点", 0.0014, 0.00135, 0.00145},
    {"4.8", "倍", 4.8, 4.75, 4.85},
    {"3", "成", 0.3, 0.25, 0.35},
    {"1.05", "%", 0.0105, 0.01045, 0.01055},
};

BOOST_DATA_TEST_CASE(rates_are_fractions, data::make(rates), row) {
  const sr::Quantity quantity(row.value, row.unit);
  // Exact: the decimal is rounded to a double once.
  BOOST_TEST(quantity.rate() == row.rate);
  BOOST_TEST(quantity.rate_interval() == sr::Interval(row.lower, row.upper));
}

BOOST_AUTO_TEST_CASE(rate_intervals_keep_the_bound) {
  BOOST_TEST(sr::Quantity("8.0", "%", {.bound = Bound::at_least}).rate_interval() == sr::Interval(0.08, infinity));
  BOOST_TEST(sr::Quantity("5", "%", {.bound = Bound::at_most}).rate_interval() == sr::Interval(-infinity, 0.05));
  BOOST_TEST(sr::Quantity("4.5", "%", {.bound = Bound::range, .upper = decimal("5.0")}).rate_interval() ==
             sr::Interval(0.0445, 0.0505));
}

BOOST_AUTO_TEST_CASE(only_ratios_and_points_are_rates) {
  for (const char* unit : {"亿元", "", "家", "万", "%/年", "岁"}) {
    const sr::Quantity quantity("7", unit);
    const auto names_the_unit = [&](const sr::UnitError& error) {
      return std::string(error.what()).find("'" + std::string(unit) + "'") != std::string::npos;
    };
    BOOST_CHECK_EXCEPTION((void)quantity.rate(), sr::UnitError, names_the_unit);
    BOOST_CHECK_EXCEPTION((void)quantity.rate_interval(), sr::UnitError, names_the_unit);
  }
}

// Conversion --------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(conversion_is_exact_and_keeps_precision) {
  const sr::Quantity budget("50.81", "亿元");
  const sr::Quantity yuan = budget.base();
  BOOST_TEST(yuan.value() == decimal("5081000000"));
  BOOST_TEST(yuan.step() == decimal("1000000"));
  BOOST_TEST(yuan.unit() == sr::Unit("元"));
  BOOST_TEST(yuan.unit().symbol() == "元");
  BOOST_TEST(yuan.interval() == sr::Interval(5'080'500'000, 5'081'500'000));
  BOOST_TEST(yuan.to(sr::Unit("亿元")) == budget);
  BOOST_TEST(sr::Quantity("21.16", "万吨标煤").to(sr::Unit("吨标准煤")).value() == sr::Decimal(211600));
  BOOST_TEST(sr::Quantity("7.50", "%").to(sr::Unit("倍")) == sr::Quantity("0.0750", "倍"));

  const sr::Quantity income("77400", "元", {.bound = Bound::about, .step = 100});
  const sr::Quantity in_ten_thousands = income.to(sr::Unit("万元"));
  BOOST_TEST(in_ten_thousands.value() == decimal("7.74"));
  BOOST_TEST(in_ten_thousands.step() == decimal("0.01"));
  BOOST_TEST((in_ten_thousands.bound() == Bound::about));

  const sr::Quantity range("2", "万亩", {.bound = Bound::range, .upper = decimal("3")});
  const sr::Quantity hectares = range.to(sr::Unit("公顷"));
  BOOST_TEST(hectares.upper().value() == sr::Decimal(2000));
  BOOST_TEST(hectares.value() == decimal("1333.3333333333333"));
}

BOOST_AUTO_TEST_CASE(converted_figures_without_a_finite_decimal_keep_their_interval) {
  // 0.1 mu is 66.67 square metres, which no decimal step holds.
  const auto tolerance = boost::test_tools::tolerance(1e-15);
  const sr::Quantity land("2265.6", "亩");
  const sr::Interval area = land.to(sr::Unit("平方米")).interval();
  BOOST_TEST(area.lower() == 2265.55 * 2000 / 3, tolerance);
  BOOST_TEST(area.upper() == 2265.65 * 2000 / 3, tolerance);
  for (const Bound bound : {Bound::exact, Bound::about, Bound::at_least, Bound::more_than, Bound::at_most,
                            Bound::less_than, Bound::nearly}) {
    const sr::Quantity whole("300", "亩", {.bound = bound});
    const sr::Interval expected = whole.interval();
    const sr::Interval converted = whole.to(sr::Unit("公顷")).interval();
    BOOST_TEST_CONTEXT(sr::to_string(bound)) {
      if (expected.lower() != -infinity) BOOST_TEST(converted.lower() == expected.lower() / 15, tolerance);
      if (expected.upper() != infinity) BOOST_TEST(converted.upper() == expected.upper() / 15, tolerance);
      for (const Direction direction : {Direction::higher, Direction::lower, Direction::none}) {
        const sr::Interval target = whole.target_interval(direction);
        const sr::Interval same = whole.to(sr::Unit("公顷")).target_interval(direction);
        if (target.lower() != -infinity) BOOST_TEST(same.lower() == target.lower() / 15, tolerance);
        if (target.upper() != infinity) BOOST_TEST(same.upper() == target.upper() / 15, tolerance);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(incompatible_conversion_raises) {
  BOOST_CHECK_THROW((void)sr::Quantity("7", "%").to(sr::Unit("个百分点")), sr::UnitError);
  BOOST_CHECK_THROW((void)sr::Quantity("7", "亿元").to(sr::Unit("亿美元")), sr::UnitError);
}

// Errors ------------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(bad_figures_raise_and_are_named) {
  const auto says = [](const std::string& part) {
    return [part](const sr::Error& error) {
      BOOST_TEST_INFO(error.what());
      BOOST_TEST(std::string(error.what()).find(part) != std::string::npos);
      return true;
    };
  };
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.step = sr::Decimal(0)}), sr::DomainError, says("step = 0"));
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.step = decimal("-0.1")}), sr::DomainError, says("step = -0.1"));
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.bound = Bound::range}), sr::DomainError, says("upper end"));
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.upper = sr::Decimal(8)}), sr::DomainError, says("upper = 8"));
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.bound = Bound::at_least, .upper = sr::Decimal(8)}), sr::DomainError,
                        says("upper = 8"));
  BOOST_CHECK_EXCEPTION(sr::Quantity("7", "%", {.bound = Bound::range, .upper = decimal("6.9")}), sr::DomainError,
                        says("upper = 6.9 lies below value = 7"));
  BOOST_CHECK_THROW(sr::Quantity("七", "%"), sr::ParseError);
  BOOST_CHECK_THROW(sr::Quantity("", "%"), sr::ParseError);
  BOOST_CHECK_THROW(sr::Quantity("7", "5"), sr::UnitError);
}

// Identity and text -------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(equality_is_that_of_the_printed_statement) {
  const std::hash<sr::Quantity> hash;
  const sr::Quantity seven("7", "%");
  BOOST_TEST(seven == sr::Quantity("7", "％"));
  BOOST_TEST(hash(seven) == hash(sr::Quantity("7", "％")));
  // Equal value and step, however they are written.
  BOOST_TEST(sr::Quantity("774e2", "元") == sr::Quantity("77400", "元", {.step = decimal("100.0")}));
  BOOST_TEST(hash(sr::Quantity("774e2", "元")) == hash(sr::Quantity("77400", "元", {.step = decimal("100.0")})));
  const sr::Quantity range("7", "%", {.bound = Bound::range, .upper = sr::Decimal(8)});
  for (const sr::Quantity& other :
       {sr::Quantity("7.0", "%"), sr::Quantity("8", "%"), sr::Quantity("7", "‰"), sr::Quantity("7", "个百分点"),
        sr::Quantity("7", "%", {.bound = Bound::about}), sr::Quantity("7", "%", {.step = decimal("0.5")}), range}) {
    BOOST_TEST_CONTEXT(other) {
      BOOST_TEST(seven != other);
      BOOST_TEST(hash(seven) != hash(other));
    }
  }
  BOOST_TEST(range == sr::Quantity("7", "%", {.bound = Bound::range, .upper = decimal("8.0")}));
  BOOST_TEST(range != sr::Quantity("7", "%", {.bound = Bound::range, .upper = decimal("8.5")}));
}

BOOST_AUTO_TEST_CASE(prints_with_its_bound) {
  const auto text = [](Bound bound) { return sr::to_string(sr::Quantity("4.5", "%", bounded(bound))); };
  BOOST_TEST(text(Bound::exact) == "4.5%");
  BOOST_TEST(text(Bound::about) == "≈4.5%");
  BOOST_TEST(text(Bound::at_least) == "≥4.5%");
  BOOST_TEST(text(Bound::more_than) == ">4.5%");
  BOOST_TEST(text(Bound::at_most) == "≤4.5%");
  BOOST_TEST(text(Bound::less_than) == "<4.5%");
  BOOST_TEST(text(Bound::nearly) == "≲4.5%");
  BOOST_TEST(text(Bound::range) == "4.5–5%");
  BOOST_TEST(sr::to_string(sr::Quantity("745", "亿元")) == "745亿元");
  std::ostringstream out;
  out << sr::Quantity("7.0", "%", {.bound = Bound::about});
  BOOST_TEST(out.str() == "≈7.0%");
}

BOOST_AUTO_TEST_CASE(names_of_bounds_and_directions) {
  BOOST_TEST(sr::to_string(Bound::exact) == std::string("exact"));
  BOOST_TEST(sr::to_string(Bound::about) == std::string("about"));
  BOOST_TEST(sr::to_string(Bound::at_least) == std::string("at_least"));
  BOOST_TEST(sr::to_string(Bound::more_than) == std::string("more_than"));
  BOOST_TEST(sr::to_string(Bound::at_most) == std::string("at_most"));
  BOOST_TEST(sr::to_string(Bound::less_than) == std::string("less_than"));
  BOOST_TEST(sr::to_string(Bound::nearly) == std::string("nearly"));
  BOOST_TEST(sr::to_string(Bound::range) == std::string("range"));
  BOOST_TEST(sr::to_string(Direction::none) == std::string("none"));
  BOOST_TEST(sr::to_string(Direction::higher) == std::string("higher"));
  BOOST_TEST(sr::to_string(Direction::lower) == std::string("lower"));
}

BOOST_AUTO_TEST_SUITE_END()
