// divisions.hpp: administrative divisions by name, code and year (GB/T 2260).
#include <shengzhou_report/divisions.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // By name and year, with or without its ending and what it belongs to.
  const sr::Division place = sr::find_division("嵊州", {.year = 2024});
  EXPECT(place.code == "330683" && place.name == "嵊州市" && place.tier == sr::Tier::county);
  EXPECT(place.first_year == 1995 && !place.last_year);
  EXPECT(sr::to_string(place) == "330683 浙江省绍兴市嵊州市");
  EXPECT(sr::find_division("浙江省嵊州市") == place);

  // What it was before, and what that became.
  EXPECT(sr::to_string(place.predecessors.at(0)) == "330623 嵊县");
  const sr::Division before = sr::division_of_code("330623", 1994);
  EXPECT(before.successors.at(0) == (sr::CodedName{"330683", "嵊州市"}));

  // Several have one name: say within which, or look at all.
  EXPECT(throws<sr::LookupError>([] { (void)sr::find_division("鼓楼区"); }));
  const sr::DivisionQuery query{.year = 2024, .within = "福州"};
  EXPECT(sr::find_division("鼓楼区", query).code == "350102");
  const std::vector<sr::DivisionCandidate> all = sr::division_candidates("鼓楼", {.year = 2024});
  EXPECT(all.size() == 4 && all[0].match == sr::NameMatch::short_name);
  EXPECT(sr::to_string(sr::NameMatch::former_name) == std::string("former_name"));
  EXPECT(sr::from_string<sr::Tier>("county") == sr::Tier::county);

  // All of a year.
  EXPECT(sr::divisions_of(2024).front().name == "北京市");
  EXPECT(printed(place.parents[0]) == "330000 浙江省" && printed(place) == sr::to_string(place));
}
