// elementwise.hpp: a formula is an object with three forms, on numbers, arrays and intervals.
#include <shengzhou_report/elementwise.hpp>

#include <type_traits>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/target.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

/// All formulas are of one template, so that code can take any of them.
template <class Formula, std::size_t... counts>
constexpr std::size_t parameters(const sr::Elementwise<Formula, counts...>& formula) {
  return formula.size;
}

/// One name may stand for several formulas.
template <class... Formulas>
constexpr std::size_t how_many(const sr::ElementwiseOverloads<Formulas...>&) {
  return sizeof...(Formulas);
}

int main() {
  // A number: 107 after 100 is 7 %.
  EXPECT(near(sr::growth_rate(100, 107), 0.07));

  // Arrays of one size, or of one number.
  const Eigen::ArrayXd start{{100, 200}};
  const Eigen::ArrayXd end{{110, 210}};
  const Eigen::ArrayXd growth = sr::growth_rate(start, end);
  EXPECT(near(growth[0], 0.1) && near(growth[1], 0.05));

  // Into an array that is there.
  Eigen::ArrayXd out(2);
  sr::growth_rate.into(out, start, end);
  EXPECT((out == growth).all());

  // Intervals: growth is least from the highest start to the lowest end.
  const sr::Interval range = sr::growth_rate({99.5, 100.5}, {106.5, 107.5});
  EXPECT(near(range.lower(), 106.5 / 100.5 - 1) && near(range.upper(), 107.5 / 99.5 - 1));
  EXPECT(near(sr::growth_rate.range(100, 107).midpoint(), 0.07));  // an interval of numbers

  // What may be left out: one period.
  EXPECT(near(sr::compound(100, 0.1), 110));
  EXPECT(near(sr::compound(sr::Interval(100, 200), sr::Interval(0.1)).upper(), 220));

  // One name for two formulas, of five arguments and of six.
  EXPECT(how_many(sr::total_income_growth) == 2);
  EXPECT(near(sr::total_income_growth(2, 1, 0.5, 0.03, 0.06), 0.04));
  EXPECT(near(sr::total_income_growth(2, 1, 0.5, 0, 0, 0.75), 0.25 / 1.5));

  // It says what it is called and what it takes.
  EXPECT(std::string(sr::growth_rate.signature().name) == "growth_rate");
  EXPECT(std::string(sr::growth_rate.signature().parameters[0].name) == "start");
  EXPECT(parameters(sr::compound) == 3);

  // An error names the argument, of an array the element.
  try {
    (void)sr::growth_rate(Eigen::ArrayXd{{100, -1}}, end);
    EXPECT(false);
  } catch (const sr::DomainError& error) {
    EXPECT(std::string(error.what()).find("element 1") != std::string::npos);
  }
}
