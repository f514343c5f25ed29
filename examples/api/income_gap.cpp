// income_gap.hpp: the urban-rural income ratio and the absolute gap. Growth rates are fractions per year.
#include <shengzhou_report/income_gap.hpp>

#include <limits>
#include <vector>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const sr::LargeRates doubling;  // incomes that double in a year keep the figures round
  using Array = Eigen::ArrayXd;
  using Interval = sr::Interval;
  constexpr double infinity = std::numeric_limits<double>::infinity();

  // Incomes of 40000 and 20000, of which the rural one doubles each year: the ratio halves, 2, 1, 1/2 ...
  const Array urban{{40000}};
  const Array rural{{20000}};
  const Array none{{0}};
  const Array doubles{{1}};
  EXPECT(sr::income_ratio(40000, 20000) == 2);
  EXPECT(sr::income_gap(40000, 20000) == 20000);

  // Paths, from this year on: at constant growth, within intervals, with a rate a year, of many places.
  EXPECT(near(sr::ratio_path(2, 0, 1, 2)[2], 0.5));
  EXPECT(sr::ratio_path(Interval(2, 4), Interval(0), Interval(1), 1)[1] == Interval(1, 2));
  EXPECT(near(sr::ratio_path(2, Array{{0, 0}}, Array{{1, 0}})[2], 1));
  const std::vector<Interval> still{0.0};
  const std::vector<Interval> twice{1.0};
  EXPECT(sr::ratio_path(Interval(2, 4), still, twice)[1] == Interval(1, 2));
  const sr::PathMatrix ratios = sr::ratio_paths(Array{{2, 4}}, none, doubles, 1);
  EXPECT(near(ratios(0, 1), 1) && near(ratios(1, 1), 2));
  const auto last_year = [](const sr::PanelRef& table) { return table(0, table.cols() - 1); };
  EXPECT(near(last_year(ratios), 1));

  EXPECT(near(sr::gap_path(40000, 20000, 0, 1, 1)[1], 0, 1e-9));
  EXPECT(near(sr::gap_path(Interval(40000), Interval(20000), Interval(0), Interval(0, 1), 1)[1].upper(), 20000));
  EXPECT(near(sr::gap_path(40000, 20000, Array{{0}}, Array{{0.5}})[1], 10000));
  EXPECT(sr::gap_path(Interval(40000), Interval(20000), still, still)[1].contains(20000));
  EXPECT(near(sr::gap_paths(urban, rural, none, none, 3)(0, 3), 20000));

  // Years until a ratio: from 4 to 1 by halves, two of them.
  EXPECT(near(sr::years_to_ratio(4, 0, 1, 1).periods, 2));
  EXPECT(near(sr::years_to_ratio(Array{{4, 2}}, none, doubles, doubles)[1].periods, 1));
  EXPECT(near(sr::years_to_ratio(Interval(2, 4), Interval(0), Interval(1), Interval(1)).latest.periods, 2));
  EXPECT(near(sr::years_to_ratio_on_path(4, none, Array{{1, 1, 1}}, 1).periods, 2));
  EXPECT(sr::years_to_ratio_on_path(Interval(4), still, twice, Interval(1)).reached() == sr::Certainty::no);  // 1 year

  // What leads from 4 to 1 in two years: rural incomes that double, or urban ones that halve.
  EXPECT(near(sr::required_differential(4, 1, 2), 1));
  EXPECT(near(sr::required_rural_growth(4, 0, 1, 2), 1));
  EXPECT(near(sr::required_urban_growth(4, 0, 1, 2), -0.5));
  EXPECT(near(sr::gap_threshold(2, 0.05), 0.1));  // the gap falls only if rural growth is above 10 %

  // When the gap turns. 40000 x 1.1^t - 20000 x 1.2^t rises by 0, falls from then on.
  const sr::GapPeak peak = sr::gap_peak(40000, 20000, 0.1, 0.2);
  EXPECT(peak.reach == sr::Reach::already);
  EXPECT(near(peak.time, std::log(2 * std::log(1.1) / std::log(1.2)) / std::log(1.2 / 1.1)));
  EXPECT(peak.year == 0 && printed(peak).find("already in year 0") == 0);
  const sr::GapPeaks peaks = sr::gap_peak(urban, rural, none, Array{{0.1, -0.1}});
  EXPECT(peaks.size() == 2);
  EXPECT(peaks[1].reach == sr::Reach::never && peaks[1].gap == infinity);
  const sr::GapPeakRange turn = sr::gap_peak(Interval(40000), Interval(20000), Interval(0.05), Interval(0.04, 0.2));
  EXPECT(turn.reached() == sr::Certainty::possible);

  // When it is closed, from 4 : 1 and from 2 : 1, and when half of its logarithm is.
  EXPECT(near(sr::gap_close(40000, 10000, 0, 1).periods, 2));
  EXPECT(near(sr::gap_close(urban, rural, none, doubles)[0].periods, 1));
  EXPECT(near(sr::gap_close(Interval(40000), Interval(10000), Interval(0), Interval(1)).latest.periods, 2));
  EXPECT(near(sr::ratio_half_life(4, 0, 1).periods, 1));
  EXPECT(near(sr::ratio_half_life(Array{{16}}, none, doubles)[0].periods, 2));
  EXPECT(near(sr::ratio_half_life(Interval(4, 16), Interval(0), Interval(1)).latest.periods, 2));

  // Does the ratio fall? From printed growth, from levels rounded to 100 yuan, from both. Levels leave it open.
  const Interval urban_growth(0.0625, 0.0635);
  const Interval rural_growth(0.0675, 0.0685);
  const Interval urban0(39950, 40050);
  const Interval rural0(19950, 20050);
  const Interval urban1(42450, 42550);
  const Interval rural1(21250, 21350);
  EXPECT(sr::is_narrowing(urban_growth, rural_growth) == sr::Certainty::certain);
  EXPECT(sr::is_narrowing(urban0, rural0, urban1, rural1) == sr::Certainty::possible);
  EXPECT(sr::is_narrowing(urban_growth, rural_growth, urban0, rural0, urban1, rural1) == sr::Certainty::certain);

  // The gap does not: 20000 before, 21200 after.
  EXPECT(sr::is_gap_narrowing(Interval(2), urban_growth, rural_growth) == sr::Certainty::no);
  EXPECT(sr::is_gap_narrowing(urban0, rural0, urban1, rural1) == sr::Certainty::no);
  EXPECT(sr::is_gap_narrowing(urban_growth, rural_growth, urban0, rural0, urban1, rural1) == sr::Certainty::no);

  // The same of many places, with the rounding units of the printed figures.
  const Array u{{0.063}};
  const Array r{{0.068}};
  const Array u0{{40000}};
  const Array r0{{20000}};
  const Array u1{{42500}};
  const Array r1{{21300}};
  const auto certain = static_cast<std::int8_t>(sr::Certainty::certain);
  const sr::Certainties narrowing = sr::is_narrowing(u, r, 0.001);
  EXPECT(narrowing[0] == certain);
  EXPECT(sr::is_narrowing(u0, r0, u1, r1, 0)[0] == certain);  // 42500 / 21300 < 2, if they are exact
  EXPECT(sr::is_narrowing(u, r, u0, r0, u1, r1, 0.001, 100)[0] == certain);
  EXPECT(sr::is_gap_narrowing(Array{{2}}, u, r, 0.001)[0] == 0);
  EXPECT(sr::is_gap_narrowing(u0, r0, u1, r1, 100)[0] == 0);
  EXPECT(sr::is_gap_narrowing(u, r, u0, r0, u1, r1, 0.001, 100)[0] == 0);

  // At constant prices: prices doubled in towns alone, so the ratio halved.
  const Array one{{1}};
  EXPECT(near(sr::real_income_ratio(40000, 20000, 200, 100), 1));
  EXPECT(near(sr::real_ratio_growth(0, 0, 1, 0), -0.5));
  EXPECT(near(sr::real_ratio_path(2, 0, 0, 1, 0, 2)[2], 0.5));
  EXPECT(sr::real_ratio_path(Interval(2, 4), Interval(0), Interval(0), Interval(1), Interval(0), 1)[1] ==
         Interval(1, 2));
  EXPECT(near(sr::real_ratio_path(2, none, none, one, Array{{0, 1}})[2], 1));
  EXPECT(sr::real_ratio_path(Interval(2, 4), still, still, twice, still)[1] == Interval(1, 2));
  EXPECT(near(sr::real_ratio_paths(Array{{2, 4}}, none, none, one, none, 1)(1, 1), 2));
}
