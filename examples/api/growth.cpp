// growth.hpp: growth of one indicator. Rates are fractions; all forms of a formula are in elementwise.cpp.
#include <shengzhou_report/growth.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Two years at 10 % are a factor of 1.21, back and forth.
  EXPECT(near(sr::compound(100, 0.1, 2), 121));
  EXPECT(near(sr::growth_rate(100, 107), 0.07));
  EXPECT(near(sr::cagr(100, 121, 2), 0.1));
  EXPECT(near(sr::required_growth(100, 121, 2), 0.1));
  EXPECT(near(sr::annualise(0.1, 2), 0.21));
  EXPECT(near(sr::log_growth(1, std::exp(1.0)), 1));
  EXPECT(near(sr::doublings(10, 40), 2));  // 翻两番

  // Means of growth are geometric: 0 % and 21 % are 10 % a year.
  EXPECT(near(sr::two_year_average(0, 0.21), 0.1));
  EXPECT(near(sr::average_growth(Eigen::ArrayXd{{0, 0.21}}), 0.1));
  const std::vector<sr::Interval> rates{0.0, {0.205, 0.215}};
  EXPECT(sr::average_growth(rates).contains(0.1));

  // An index from its growth.
  EXPECT(near(sr::chain(Eigen::ArrayXd{{0.1, 0.1}})[2], 121));
  EXPECT(sr::chain(rates, 200.0)[2].contains(242));

  // The year before, which the published growth implies.
  EXPECT(near(sr::implied_base(107, 0.07), 100));

  // Prices are divided, never subtracted: 1.21 / 1.1 = 1.1.
  EXPECT(near(sr::real_growth(0.21, 0.1), 0.1));
  EXPECT(near(sr::nominal_growth(0.1, 0.1), 0.21));
  EXPECT(near(sr::implied_deflator(0.21, 0.1), 0.1));

  // Half of the year grew by 5 %; for 6 % the other half needs 7 %.
  EXPECT(near(sr::required_growth_rest(0.06, 0.05, 0.5), 0.07));

  // A part grows from 40 to 44, the whole from 100 to 110: a pull of 4 points, a share of 4 / 10.
  EXPECT(near(sr::contribution(40, 44, 100), 0.04));
  EXPECT(near(sr::contribution_rate(40, 44, 100, 110), 0.4));
  EXPECT(near(sr::percentage_point_difference(0.075, 0.07), 0.005));

  // When a level is reached: 1.1^2 = 1.21. A condition may hold already, or never.
  const sr::Crossing crossing = sr::periods_to_reach(100, 121, 0.1);
  EXPECT(crossing.reach == sr::Reach::reached && near(crossing.periods, 2));
  EXPECT(crossing.whole_periods() == 2);
  EXPECT(sr::periods_to_reach(100, 90, 0.1).reach == sr::Reach::already);
  EXPECT(sr::periods_to_reach(100, 121, -0.1).reach == sr::Reach::never);
  EXPECT(std::string(sr::to_string(sr::Reach::never)) == "never");
  EXPECT(printed(crossing) == "reached after 2 periods");
  EXPECT(throws<sr::DomainError>([] { (void)sr::periods_to_reach(100, 121, 0.0).whole_periods(); }));

  // Of many at once; and the earliest and latest within intervals.
  const Eigen::ArrayXd end{{121, 90}};
  const sr::Crossings crossings = sr::periods_to_reach(Eigen::ArrayXd{{100}}, end, Eigen::ArrayXd{{0.1}});
  EXPECT(crossings.size() == 2);
  EXPECT(crossings[1].reach == sr::Reach::already);
  const sr::CrossingRange range = sr::periods_to_reach(sr::Interval(100), sr::Interval(121), sr::Interval(0.05, 0.1));
  EXPECT(near(range.earliest.periods, 2));
  EXPECT(near(range.latest.periods, std::log(1.21) / std::log(1.05)));
  EXPECT(range.reached() == sr::Certainty::certain);

  // Periods to double, or to multiply by any number.
  EXPECT(near(sr::doubling_time(0.1, 1.21).periods, 2));
  const sr::LargeRates doubling;  // 100 % a year
  EXPECT(near(sr::doubling_time(Eigen::ArrayXd{{1.0}})[0].periods, 1));
  EXPECT(near(sr::doubling_time(sr::Interval(0.5, 1)).earliest.periods, 1));
}
