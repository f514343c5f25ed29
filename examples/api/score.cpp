// score.hpp: scores of forecasts; smaller is better.
#include <shengzhou_report/score.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // 90 % quantile of 5: an outcome of 7 costs 0.9 x 2, one of 4 costs 0.1 x 1.
  EXPECT(near(sr::pinball_loss(7, 5, 0.9), 1.8));
  EXPECT(near(sr::pinball_loss(4, 5, 0.9), 0.1));

  // A normal forecast that is right on the mean: sd (sqrt(2) - 1) / sqrt(pi).
  EXPECT(near(sr::crps_normal(7, 7, 2), 2 * (std::sqrt(2.0) - 1) / std::sqrt(std::acos(-1.0))));

  // A sample of 0 and 2 with the outcome 1: E|X - 1| = 1, less half of E|X - X'| = 1.
  EXPECT(near(sr::crps_sample(1, Eigen::ArrayXd{{0, 2}}), 0.5));

  // An 80 % interval from 5 to 8 costs its width, and 2 / 0.2 times what the outcome lies above it.
  EXPECT(near(sr::interval_score(8.5, 5, 8, 0.8), 3 + 10 * 0.5));

  // Where the outcome lies within the forecast: at the median, and above three of four.
  EXPECT(near(sr::pit_normal(7, 7, 2), 0.5));
  EXPECT(near(sr::pit_sample(6, Eigen::ArrayXd{{1, 3, 5, 7}}), 0.75));
}
