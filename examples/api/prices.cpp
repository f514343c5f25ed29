// prices.hpp: what the yearly rates of a price index are made of. Rates are fractions.
#include <shengzhou_report/prices.hpp>

#include <vector>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Last July the index was at 100, last December at 100.9: 0.9 points of this July's rate are last year's (翘尾).
  EXPECT(near(sr::carry_over(100, 100.9), 0.009));
  EXPECT(near(sr::new_price_rise(0.027, 0.009), 0.018));  // 新涨价

  // Last year's rise of 1 % leaves the yearly rate, this month's of 2 % comes in: together the change of the rate.
  const double change = 1.03 * 1.02 / 1.01 - 1.03;
  EXPECT(near(sr::base_effect(0.03, 0.01) + sr::momentum(0.03, 0.01, 0.02), change));

  // Month on month to year on year and back, here with two periods a year.
  const Eigen::ArrayXd rates{{0.01, 0.02, 0.03, 0.04}};
  const Eigen::ArrayXd yearly = sr::year_on_year(rates, 2);
  EXPECT(yearly.size() == 3 && near(yearly[2], 1.03 * 1.04 - 1));
  EXPECT(near(sr::month_on_month(yearly, rates.head(2))[3], 0.04));
  const std::vector<sr::Interval> printed{{0.005, 0.015}, {0.015, 0.025}, {0.025, 0.035}};
  const std::vector<sr::Interval> ranges = sr::year_on_year(printed, 2);
  EXPECT(ranges[1].contains(yearly[1]));
  const std::vector<sr::Interval> first{printed[0], printed[1]};
  EXPECT(sr::month_on_month(ranges, first)[2].contains(0.03));

  // All of it at once: the first rate belongs to the first half of a year.
  const sr::PriceChanges changes = sr::price_changes(rates, 1, 2);
  EXPECT(changes.size() == 3);
  EXPECT(near(changes.carry_over[1], 0.02) && near(changes.since_year_end[1], 0.03));
  EXPECT(near(changes.carry_over[1] + changes.new_price_rise[1], changes.year_on_year[1]));
  const sr::PriceChangeRanges rounded = sr::price_changes(printed, 1, 2);
  EXPECT(rounded.new_price_rise[1].contains(changes.new_price_rise[1]));

  // Prices that stay where a year ended: 110 over the mean of 100 and 110.
  EXPECT(near(sr::annual_carry_over(Eigen::ArrayXd{{0.5, 0.1}}), 110.0 / 105 - 1));
  EXPECT(sr::annual_carry_over(printed).contains(sr::annual_carry_over(rates.head(3))));
}
