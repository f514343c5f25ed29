// quantity.hpp: a figure as printed, with its rounding, unit and bound.
#include <shengzhou_report/quantity.hpp>

#include <limits>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  constexpr double infinity = std::numeric_limits<double>::infinity();

  const sr::Quantity gdp("745", "亿元");
  EXPECT(gdp.value() == sr::Decimal(745));
  EXPECT(gdp.unit() == sr::Unit("亿元"));
  EXPECT(gdp.bound() == sr::Bound::exact);
  EXPECT(gdp.step() == sr::Decimal(1));
  EXPECT(!gdp.upper());
  // Half a step to either side.
  EXPECT(gdp.interval() == sr::Interval(744.5, 745.5));
  EXPECT(gdp.base() == sr::Quantity(sr::Decimal(745, 8), sr::Unit("元"), {.step = sr::Decimal(1, 8)}));
  EXPECT(gdp.to(sr::Unit("万元")).value() == sr::Decimal(7450000));

  // Where trailing zeros are rounding, say so; the second end of a range is an option, too.
  const sr::QuantityOptions hundreds{.step = sr::Decimal(100)};
  EXPECT(sr::Quantity("77400", "元", hundreds).interval() == sr::Interval(77350, 77450));
  const sr::Quantity range("4.5", "%", {.bound = sr::Bound::range, .upper = sr::Decimal(5)});
  EXPECT(*range.upper() == sr::Decimal(5));

  // As fractions: 7.5 % printed to 0.1.
  const sr::Quantity growth("7.5", "%");
  EXPECT(near(growth.rate(), 0.075));
  EXPECT(near(growth.rate_interval().lower(), 0.0745) && near(growth.rate_interval().upper(), 0.0755));

  // What meets a figure as a target: 8 % or more; about 7 %, of which 0.2 points may lack.
  const sr::Quantity floor("8.0", "%", {.bound = sr::Bound::at_least});
  EXPECT(floor.target_interval() == sr::Interval(8, infinity));
  EXPECT(sr::about_tolerance_points() == sr::Decimal(2, -1));
  const sr::Quantity about("7", "%", {.bound = sr::Bound::about});
  EXPECT(near(about.target_interval().lower(), 6.8));
  EXPECT(near(about.target_interval(sr::Direction::lower).upper(), 7.2));
  EXPECT(about.target_interval(sr::Direction::higher, sr::Decimal(1)).lower() == 6);

  // 2.5 % of an amount: 5000 people, or so.
  EXPECT(sr::about_tolerance_share() == sr::Decimal(25, -3));
  EXPECT(sr::Quantity("5000", "人", {.bound = sr::Bound::about}).about_tolerance() == sr::Decimal(125));

  // Judged by printed figures: 800 is not over 800.
  const sr::Quantity over("800", "亿元", {.bound = sr::Bound::more_than});
  EXPECT(over.is_met_by(sr::Quantity("800", "亿元")) == sr::Certainty::no);
  EXPECT(over.is_met_by(800.5) == sr::Certainty::certain);

  // Two zeros at the end of a whole number are rounding.
  EXPECT(sr::printed_step(sr::Decimal(77400)) == sr::Decimal(100));
  EXPECT(sr::printed_step(sr::Decimal(1250)) == sr::Decimal(1));

  EXPECT(std::string(sr::to_string(sr::Bound::at_least)) == "at_least");
  EXPECT(std::string(sr::to_string(sr::Direction::lower)) == "lower");
  EXPECT(sr::to_string(gdp) == "745亿元");
  EXPECT(printed(floor) == "≥8.0%");
  // Equal are figures that promise the same precision.
  EXPECT(!(sr::Quantity("7", "%") == sr::Quantity("7.0", "%")));
}
