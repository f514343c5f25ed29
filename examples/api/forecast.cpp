// forecast.hpp: closed forms of uncertain growth, whose logarithm is normal around ln(1 + growth).
#include <shengzhou_report/forecast.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // From any table of the normal distribution.
  EXPECT(near(sr::normal_quantile(0.975), 1.959963984540054));

  // The median compounds: 100 x 1.1^2; the 97.5 % quantile is 1.96 standard deviations of two years above.
  EXPECT(near(sr::level_quantile(100, 0.1, 0.02, 2, 0.5), 121));
  EXPECT(near(sr::level_quantile(100, 0.1, 0.02, 2, 0.975), 121 * std::exp(0.02 * std::sqrt(2.0) * 1.959963984540054)));

  // Growth is above its median half of the time.
  EXPECT(near(sr::growth_probability(0.07, 0.02, 0.07), 0.5));

  // Equal medians: the ratio falls in one year of two, in each of three years in one case of eight.
  EXPECT(near(sr::narrowing_probability(0.06, 0.06, 0.01, 0.02, 0.5, 3), 0.125));
  // A ratio whose median is the target meets it half of the time.
  EXPECT(near(sr::ratio_probability(1.8, 0.06, 0.06, 0.01, 0.02, 0.5, 1.8, 4), 0.5));
}
