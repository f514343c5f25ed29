// progress.hpp: where a year's target stands during the year.
#include <shengzhou_report/progress.hpp>

#include <limits>
#include <vector>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  using std::chrono::June;
  using std::chrono::year;
  const auto day = year(2031) / June / 30;

  // 100 by March and 210 by June are 110 in the second quarter.
  EXPECT(near(sr::single_period(210, 100), 110));
  EXPECT(near(sr::single_periods(Array{{100, 210, 330, 460}}, 4)[3], 130));
  const std::vector<sr::Interval> ytd{{99.5, 100.5}, {209.5, 210.5}};
  EXPECT(sr::single_periods(ytd, 4)[1] == sr::Interval(109, 111));
  EXPECT(near(sr::year_to_date(Array{{100, 110, 120, 130}}, 4)[3], 460));

  // 210 after 5 % were 200, of which 100 came by March (110 after 10 %): 100 now, 100 then, no growth.
  EXPECT(near(sr::single_growth(210, 0.05, 110, 0.1), 0));
  EXPECT(near(sr::single_growths(Array{{110, 210}}, Array{{0.1, 0.05}}, 4)[1], 0));
  const std::vector<sr::Interval> levels{110.0, 210.0};
  const std::vector<sr::Interval> growth{0.1, {0.045, 0.055}};
  EXPECT(sr::single_growths(levels, growth, 4)[1].contains(0));

  // How much of the year has passed.
  EXPECT(near(sr::calendar_share(day), 181.0 / 365));
  const std::vector<std::chrono::year_month_day> days{day};
  EXPECT(near(sr::calendar_share(days)[0], 181.0 / 365));
  EXPECT(sr::calendar_share(sr::Period::first_half) == 0.5);

  // 52 of 100 at half-time: 2 points ahead, 104 at this pace.
  EXPECT(near(sr::completion(52, 100), 0.52));
  EXPECT(near(sr::lead(52, 100, 0.5), 0.02));
  EXPECT(near(sr::projected_total(52, 0.5), 104));

  // What past years had reached: 45 of 100 and 55 of 100 by the half.
  const Array halves{{45, 55, 55, 45}};
  const sr::SeasonalPattern pattern = sr::seasonal_pattern(halves, 2);
  EXPECT(pattern.size() == 2);
  const sr::SeasonalShare share = sr::seasonal_share(halves, 1, 2);
  EXPECT(near(share.mean, 0.5) && near(share.lowest, 0.45) && near(share.highest, 0.55));
  EXPECT(share == pattern[0]);

  // All of it together. Last year 50 of 90 were done: the other 48 need 20 % more than those 40.
  const sr::ProgressOptions known{.seasonal = share, .previous = sr::PreviousYear{.ytd = 50, .total = 90}};
  const sr::Progress progress = sr::progress(100, 52, 0.5, known);
  EXPECT(near(progress.shortfall, 48) && near(*progress.required_growth, 0.2));
  const sr::Pace& pace = progress.calendar;
  EXPECT(near(pace.lead, 0.02) && near(pace.projection, 104));
  EXPECT(near(progress.seasonal_lead->lower(), -0.03) && near(progress.seasonal_lead->upper(), 0.07));

  // Forecast errors of -1 and 1: mean 0, standard deviation sqrt(2).
  const Array errors{{-1, 1}};
  const sr::ErrorMoments moments = sr::error_moments(errors);
  EXPECT(near(moments.mean, 0) && near(moments.sd, std::sqrt(2.0)));

  // A forecast that is the target itself meets it half of the time, normally and empirically.
  const sr::Interval target(7, std::numeric_limits<double>::infinity());
  EXPECT(near(sr::target_probability(target, 7, moments), 0.5));
  EXPECT(near(sr::target_probability(target, Array{{7}}, moments)[0], 0.5));
  EXPECT(near(sr::target_probability(target, 7, errors), 0.5));
  EXPECT(near(sr::target_probability(target, Array{{9}}, errors)[0], 1));

  // The outcomes that meet a printed target, as fractions.
  EXPECT(near(sr::target_outcomes(sr::Quantity("7.0", "%", {.bound = sr::Bound::about})).lower(), 0.068));
}
