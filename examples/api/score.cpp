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
}
