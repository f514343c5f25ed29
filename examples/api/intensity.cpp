// intensity.hpp: use for a unit of output. Rates are fractions.
#include <shengzhou_report/intensity.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Energy use grows by 1 %, GDP by 5 %: rates are divided, never subtracted.
  EXPECT(near(sr::intensity_growth(0.01, 0.05), 1.01 / 1.05 - 1));
  // A target for each of the other two leaves room for the third.
  EXPECT(near(sr::use_growth_room(0.05, -0.03), 0.0185));
  EXPECT(near(sr::use_room(200, 0.05, -0.03), 203.7));
  EXPECT(near(sr::output_growth_room(0.0185, -0.03), 0.05));
  // Energy use grows half as fast as GDP.
  EXPECT(near(sr::elasticity(0.03, 0.06), 0.5));
}
