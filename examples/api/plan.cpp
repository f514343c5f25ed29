// plan.hpp: plans over several years. Rates and shares are fractions.
#include <shengzhou_report/plan.hpp>

#include <vector>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Two years of 10 % are 21 %, half of the way to 46.41 % in four years: logarithms add up.
  EXPECT(near(sr::cumulative_growth(Eigen::ArrayXd{{0.1, 0.1}}), 0.21));
  const std::vector<sr::Interval> rates{{0.095, 0.105}, 0.1};
  EXPECT(sr::cumulative_growth(rates).contains(0.21));
  EXPECT(near(sr::log_progress(0.21, 0.4641), 0.5));
  EXPECT(near(sr::scheduled_growth(0.4641, 2, 4), 0.21));
  EXPECT(near(sr::required_average_growth(0.4641, 0.21, 2), 0.1));

  // A share that is to fall from 35 % to 30 % and stands at 33 %: 2 of 5 points, the other 3 in three years.
  EXPECT(near(sr::target_progress(0.35, 0.33, 0.30), 0.4));
  EXPECT(near(sr::required_change(0.33, 0.30, 3), -0.01));

  // Year by year: a fall by 14.5 % in five years after -3.0 % and -2.8 % is behind schedule.
  const sr::PlanPath path = sr::growth_plan(-0.145, Eigen::ArrayXd{{-0.030, -0.028}});
  EXPECT(path.size() == 2 && !path.is_on_schedule(1));
  EXPECT(path.required[1] < -0.032);
  EXPECT(near(sr::level_plan(35, 30, Eigen::ArrayXd{{34, 33}}).progress[1], 0.4));

  // Within rounding: 3.1 % may be enough for the first year.
  const std::vector<sr::Interval> printed{{-0.0315, -0.0305}};
  const sr::PlanRanges ranges = sr::growth_plan(-0.145, printed);
  EXPECT(ranges.is_on_schedule(0) == sr::Certainty::possible);
  const std::vector<sr::Interval> levels{{33.5, 34.5}};
  EXPECT(sr::level_plan(35, 30, levels).progress[0].contains(0.2));
}
