// feasible.hpp: can all income targets be true at once?
#include <shengzhou_report/feasible.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;

  // Incomes of 2 and 1, half of the people each: mean income grows by (2 u + r) / 3, which is to be 6 % at least.
  const sr::IncomeTargets targets{
      .urban = 2, .rural = 1, .urban_weight = 0.5, .total_growth = sr::Interval(0.06, 0.9), .box = {0, 0.12}};
  const sr::FeasibleRegion region(targets);
  EXPECT(!region.empty() && region.targets() == targets);

  // The line 2 u + r = 0.18 cuts the square from (0.09, 0) to (0.03, 0.12), and half of it is left.
  EXPECT(region.vertices().size() == 4);
  const sr::IncomeGrowth corner = region.vertices().front();
  EXPECT(near(corner.urban, 0.03) && near(corner.rural, 0.12));
  EXPECT(near(region.area(), 0.12 * 0.12 / 2));

  // Of the cheapest points, all on that line, the one with equal growth.
  const sr::CheapestGrowth cheapest = region.cheapest();
  EXPECT(near(cheapest.growth.urban, 0.06) && near(cheapest.growth.rural, 0.06) && cheapest.attained);

  // A pair of rates and what it violates, or meets with equality.
  const sr::TargetTest low = region.test(0.05, 0.05);
  EXPECT(low.feasible == sr::Certainty::no && low.violated.front() == sr::IncomeConstraint::total_growth_lower);
  EXPECT(region.test(0.06, 0.06).binding.front() == sr::IncomeConstraint::total_growth_lower);
  EXPECT(region.is_feasible(0.07, 0.07) == sr::Certainty::certain);
  // All pairs within two intervals together.
  EXPECT(region.is_feasible(sr::Interval(0.05, 0.07), sr::Interval(0.07)) == sr::Certainty::possible);
  EXPECT(region.test(sr::Interval(0.01, 0.02), sr::Interval(0.01, 0.02)).feasible == sr::Certainty::no);
  EXPECT(region.is_feasible(Array{{0.05, 0.07}}, Array{{0.05, 0.07}})[0] == 0);

  // Targets that no pair meets, and which of them. Urban growth of 10 % and rural of 5 % let no ratio fall.
  const sr::FeasibleRegion none({.urban = 2,
                                 .rural = 1,
                                 .urban_weight = {0, 1},
                                 .urban_growth = sr::Interval(0.1, 0.9),
                                 .rural_growth = sr::Interval(0, 0.05),
                                 .ratio_falls = true});
  EXPECT(none.empty() && none.conflict().size() == 3);
  EXPECT(std::string(sr::to_string(sr::IncomeConstraint::ratio_falls)) == "ratio_falls");
  EXPECT(printed(none).find("ratio_falls") != std::string::npos);

  // Many places, with the targets that they share.
  const sr::FeasibleRegions places =
      sr::feasible_regions(Array{{2, 2}}, Array{{1}}, Array{{0.5}}, Array{{0.06, 0.2}}, targets);
  EXPECT(places.size() == 2);
  EXPECT(places.feasible[0] && !places.feasible[1]);  // 20 % lies beyond the box
  EXPECT(near(places.total_growth[0], 0.06));
}
