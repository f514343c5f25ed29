// index_number.hpp: levels at constant prices, an index with another base, spliced series, chain-linked volumes.
#include <shengzhou_report/index_number.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;

  // Prices have doubled since the base: half of the level is prices.
  EXPECT(near(sr::deflate(300, 200), 150));
  EXPECT(near(sr::deflate(150, 100, 200), 300));  // and back

  // An index of 2020 = 100 with the mean of two other years as its base.
  const Array index{{80, 90, 110, 120}};
  EXPECT(near(sr::rebase(index, 1, 2)[3], 120));
  const Array by_first = sr::rebase(index, 0, 0, 1);
  EXPECT(near(by_first[1], 1.125));
  const std::vector<sr::Interval> printed{{79.5, 80.5}, {89.5, 90.5}};
  const std::vector<sr::Interval> rebased = sr::rebase(printed, 0, 0);
  EXPECT(rebased[0] == sr::Interval(100));  // whatever it was
  EXPECT(near(rebased[1].upper(), 100 * 90.5 / 79.5));

  // The old series ends where the new one begins; the new one is twice as high in the first year that both have.
  const Array earlier{{95, 100, 104}};
  const Array later{{200, 210, 220}};
  const sr::Splice spliced = sr::splice(earlier, later, 2, sr::SpliceLink::first, sr::SpliceLevel::later);
  EXPECT(near(spliced.series[0], 190) && spliced.series[2] == 210 && spliced.ratio == 2);
  EXPECT(near(spliced.highest, 210.0 / 104) && spliced.lowest == 2);  // how well both agree
  const std::vector<sr::Interval> new_level{{199, 201}};
  const sr::SpliceRange range =
      sr::splice(std::vector<sr::Interval>{95.0, 100.0}, new_level, 1, sr::SpliceLink::last, sr::SpliceLevel::later);
  EXPECT(near(range.ratio.lower(), 1.99) && near(range.series[0].upper(), 95 * 2.01));
  EXPECT(std::string(sr::to_string(sr::SpliceLink::geometric_mean)) == "geometric_mean");
  EXPECT(std::string(sr::to_string(sr::SpliceLevel::earlier)) == "earlier");

  // Two products, three years: volumes at the prices of the first. They add up there and in the year behind it.
  sr::PathMatrix value(3, 2);
  value << 100, 100, 110, 80, 120, 60;
  sr::PathMatrix at_previous_prices(2, 2);
  at_previous_prices << 105, 100, 121, 84;
  const sr::ChainedVolumes volumes = sr::chain_volumes(value, at_previous_prices, 0);
  EXPECT(near(volumes.parts(2, 1), 105));  // 84 / 80 of the 100 that 1 year of growth gave
  EXPECT(near(volumes.total[2], 205 * 205.0 / 190));
  EXPECT(near(volumes.discrepancy[1], 0) && volumes.discrepancy[2] < -0.6);
  EXPECT(throws<sr::DomainError>([&] { (void)sr::chain_volumes(value, value); }));

  // Halves of years at the average prices of the year before sum to the years.
  sr::PathMatrix halves(4, 2);
  halves << 50, 51, 55, 49, 60, 42, 61, 42;
  const sr::ChainedVolumes periods = sr::annual_overlap(value, halves, 2);
  EXPECT(near(periods.total[2] + periods.total[3], volumes.total[2]));
}
