// per_head.hpp: flows of a year over its mean population.
#include <shengzhou_report/per_head.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  EXPECT(near(sr::mean_population(90, 110), 100));
  EXPECT(near(sr::per_head(5000, 90, 110), 50));
  EXPECT(near(sr::per_head_growth(0.071, 0.02), 0.05));
  EXPECT(near(sr::implied_population(5000, 50), 100));
}
