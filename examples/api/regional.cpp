// regional.hpp: a place's industries beside those of a larger whole, and its population by age.
#include <shengzhou_report/regional.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  // 50 % of the jobs here, 10 % in the country.
  EXPECT(near(sr::location_quotient(500, 1000, 10, 100), 5));

  // Two industries with as many jobs; the country grows by 15 %, by 10 % in the first and by 20 % in the second.
  const Array base{{100, 100}};
  const Array current{{120, 110}};
  const Array reference_base{{1000, 1000}};
  const Array reference_current{{1100, 1200}};
  const sr::ShiftShare parts = sr::shift_share(base, current, reference_base, reference_current);
  EXPECT(near(parts.national[0], 15) && near(parts.industry_mix[0], -5) && near(parts.competitive[0], 10));
  EXPECT(near(parts.total[1], 10) && parts.allocation[1] == 0);
  // With the structure of the country nothing is allocated.
  const auto method = sr::ShiftShareMethod::esteban_marquillas;
  EXPECT(near(sr::shift_share(base, current, reference_base, reference_current, method).allocation[0] + 1, 1));
  EXPECT(std::string(sr::to_string(method)) == "esteban_marquillas");

  // By age: 10 children, 70 of working age, 20 from 65 on.
  const sr::AgeGroups groups = sr::age_groups(Array{{10, 65, 5, 20}}, Array{{0, 15, 60, 65}});
  EXPECT(groups == (sr::AgeGroups{10, 70, 20}) && near(groups.total(), 100));
  EXPECT(printed(groups) == "children 10, working 70, elderly 20");
  EXPECT(near(sr::elderly_share(groups.elderly, groups.total()), 0.2));
  EXPECT(near(sr::child_dependency_ratio(groups.children, groups.working), 1.0 / 7));
  EXPECT(near(sr::old_age_dependency_ratio(groups.elderly, groups.working), 2.0 / 7));
  EXPECT(near(sr::dependency_ratio(groups.children, groups.working, groups.elderly), 3.0 / 7));
  EXPECT(near(sr::ageing_index(groups.elderly, groups.children), 2));
  EXPECT(near(sr::potential_support_ratio(groups.working, groups.elderly), 3.5));
  EXPECT(sr::ageing_stage(0.2, sr::ElderlyFrom::sixty_five) == sr::AgeingStage::aged);
  EXPECT(sr::ageing_stage(0.2, sr::ElderlyFrom::sixty) == sr::AgeingStage::aged);
}
