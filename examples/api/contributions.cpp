// contributions.hpp: pull and contribution rate of parts from their shares and growth. All are fractions.
#include <shengzhou_report/contributions.hpp>

#include <vector>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // A part of 40 % that grows by 10 % pulls the whole by 4 points (拉动), half of its growth of 8 % (贡献率).
  EXPECT(near(sr::weighted_contribution(0.4, 0.1), 0.04));
  EXPECT(near(sr::weighted_contribution_rate(0.4, 0.1, 0.08), 0.5));
  // Shares are those of the year before; where this year's are published: 44 of 108 were 40 of 100.
  EXPECT(near(sr::base_share(44.0 / 108, 0.1, 0.08), 0.4));

  // All parts: what they leave of the published growth of 7 % is in sight.
  const Eigen::ArrayXd share{{0.4, 0.6}};
  const Eigen::ArrayXd growth{{0.1, 0.04}};
  const sr::Contributions table = sr::contributions(share, growth, 0.07);
  EXPECT(table.size() == 2 && near(table.contribution[1], 0.024));
  EXPECT(near(table.residual, 0.006));
  EXPECT(near(table.rate.sum() + table.residual_rate, 1));
  // Without it the parts are the whole.
  EXPECT(near(sr::contributions(share, growth).whole_growth, 0.064));
  EXPECT(sr::share_sum_tolerance < 0.01);

  // Rounding explains a residual that may be 0.
  const std::vector<sr::Interval> shares{{0.395, 0.405}, {0.595, 0.605}};
  const std::vector<sr::Interval> rates{{0.095, 0.105}, {0.035, 0.045}};
  const sr::ContributionRanges ranges = sr::contributions(shares, rates, sr::Interval(0.065, 0.075));
  EXPECT(ranges.residual.contains(0.006) && ranges.residual.contains(0.0));
}
