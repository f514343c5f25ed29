#include <chrono>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/progress.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Direction;
using sr::ErrorMoments;
using sr::Interval;
using sr::Progress;
using sr::SeasonalShare;

BOOST_AUTO_TEST_SUITE(progress)

namespace {

// Outturn less target of national GDP growth in points, the 14 years with both up to 2023.
const ArrayXd national = array({-2.5, -0.1, -0.1, 0.0, 0.1, 0.2, 0.2, 0.4, 0.7, 1.0, 1.2, 1.9, 2.3, 2.7});

[[nodiscard]] Interval around(double value, double half_step) { return {value - half_step, value + half_step}; }

[[nodiscard]] std::chrono::year_month_day day(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

BOOST_AUTO_TEST_CASE(single_periods_of_a_year) {
  BOOST_TEST(sr::single_period(210, 100) == 110);
  BOOST_TEST(sr::single_period(-5, 3) == -8);
  const ArrayXd single = sr::single_periods(array({100, 210, 330, 460, 110, 230}), 4);
  BOOST_TEST((single == array({100, 110, 120, 130, 110, 120})).all());
  BOOST_TEST((sr::year_to_date(single, 4) == array({100, 210, 330, 460, 110, 230})).all());
  const std::vector<Interval> rounded{around(10, 0.5), around(21, 0.5), around(30, 0.5)};
  const std::vector<Interval> alone = sr::single_periods(rounded, 2);
  BOOST_TEST((alone == std::vector<Interval>{{9.5, 10.5}, {10, 12}, {29.5, 30.5}}));
}

BOOST_AUTO_TEST_CASE(growth_of_a_single_period_undoes_its_accumulation) {
  // Last year 100, 100, 200, 100; growth 10, 20, 5 and -10 %.
  const ArrayXd growth = array({0.10, 0.20, 0.05, -0.10});
  const ArrayXd before = array({100, 100, 200, 100});
  const ArrayXd ytd = sr::year_to_date(before * (1 + growth), 4);
  const ArrayXd ytd_growth = ytd / sr::year_to_date(before, 4) - 1;
  const ArrayXd single = sr::single_growths(ytd, ytd_growth, 4);
  BOOST_TEST((single - growth).abs().maxCoeff() < 1e-14);
  BOOST_TEST(near(sr::single_growth(ytd[1], ytd_growth[1], ytd[0], ytd_growth[0]), 0.20, 1e-14));
  BOOST_TEST(near(sr::single_growth(110, 0.1, 0, 0.7), 0.1, 1e-15));
}

BOOST_AUTO_TEST_CASE(growth_of_a_single_period_over_intervals_is_the_exact_range) {
  Uniform uniform;
  for (int round = 0; round < 300; ++round) {
    const Interval ytd = uniform.interval(300, 330);
    const Interval growth = uniform.interval(0.0, 0.1);
    const Interval previous = uniform.interval(150, 200);
    const Interval growth_previous = uniform.interval(-0.05, 0.1);
    const Interval range = sr::single_growth(ytd, growth, previous, growth_previous);
    double lowest = infinity;
    double highest = -infinity;
    for (int i = 0; i < 100; ++i) {
      const double value =
          sr::single_growth(uniform(ytd), uniform(growth), uniform(previous), uniform(growth_previous));
      BOOST_TEST(range.contains(value));
      lowest = std::min(lowest, value);
      highest = std::max(highest, value);
    }
    BOOST_TEST((lowest - range.lower()) < range.width());
    BOOST_TEST((range.upper() - highest) < range.width());
  }
  // 1 % of last year's base is within the rounding of both figures.
  BOOST_TEST(raises([] { (void)sr::single_growth(around(101, 1), around(0.05, 0.0005), around(100, 1), 0.05); },
                    {"single_growth(ytd = [100, 102]", "must be positive"}));
  // Rounding can make the period alone negative; what remains of it is a fall to nothing.
  const Interval small =
      sr::single_growth(around(100.2, 0.5), around(0.0, 0.0005), around(100, 0.5), around(0.2, 0.01));
  BOOST_TEST(small.lower() == -1);
  BOOST_TEST(small.upper() < 0);
}

BOOST_AUTO_TEST_CASE(single_growth_rejects_what_has_no_base) {
  BOOST_TEST(raises([] { (void)sr::single_growth(100, 0.0, 120, 0.0); }, {"single_growth", "ytd = 100"}));
  BOOST_TEST(raises([] { (void)sr::single_growth(130, 0.3, 120, 0.1); }, {"positive"}));
  BOOST_TEST(raises([] { (void)sr::single_growth(100, 0.0, 90, -0.1); }, {"positive"}));
  BOOST_TEST(raises([] { (void)sr::single_growth(0, 0.1, 0, 0); }, {"positive"}));
  BOOST_TEST(raises([] { (void)sr::single_growth(100, -1, 90, 0); }, {"ytd_growth = -1"}));
  BOOST_TEST(raises([] { (void)sr::single_growth(-1, 0, 0, 0); }, {"ytd = -1"}));
  BOOST_TEST(raises([] { (void)sr::single_growth({90, 100}, 0.0, {110, 120}, 0.2); }, {"negative"}));
  BOOST_TEST(raises([] { (void)sr::single_growth({90, infinity}, 0.0, {10, 12}, 0.2); }, {"single_growth"}));
  BOOST_TEST(raises([] { (void)sr::single_growths(array({1, 2, 1.5}), array({0, 0, 0}), 4); }, {"element 2"}));
  BOOST_TEST(raises([] { (void)sr::single_growths(array({1, 2}), array({0}), 4); }, {"2 figures", "ytd_growth 1"}));
  const std::vector<Interval> falling{1.0, 2.0, 1.5};
  const std::vector<Interval> none{0.0, 0.0, 0.0};
  BOOST_TEST(raises([&] { (void)sr::single_growths(falling, none, 4); }, {"element 2"}));
  BOOST_TEST(raises([&] { (void)sr::single_growths(falling, std::span(none).first(2), 4); }, {"ytd_growth 2"}));
  BOOST_TEST(raises([] { (void)sr::single_periods(array({1, 2}), 0); }, {"periods_per_year = 0"}));
  BOOST_TEST(raises([] { (void)sr::single_periods(array({1, not_a_number}), 4); }, {"ytd", "element 1"}));
  BOOST_TEST(raises([] { (void)sr::year_to_date(array({1, not_a_number}), 4); }, {"single = nan", "element 1"}));
  BOOST_TEST(raises([] { (void)sr::year_to_date(array({1.5e308, 1.5e308}), 4); }, {"too large", "element 1"}));
}

BOOST_AUTO_TEST_CASE(the_calendar) {
  BOOST_TEST(sr::calendar_share(day(2023, 1, 1)) == 1.0 / 365);
  BOOST_TEST(sr::calendar_share(day(2023, 6, 30)) == 181.0 / 365);
  BOOST_TEST(sr::calendar_share(day(2024, 2, 29)) == 60.0 / 366);
  BOOST_TEST(sr::calendar_share(day(2024, 12, 31)) == 1);
  BOOST_TEST(sr::calendar_share(day(1900, 3, 1)) == 60.0 / 365);
  BOOST_TEST(sr::calendar_share(day(2000, 3, 1)) == 61.0 / 366);
  const std::vector dates{day(2023, 6, 30), day(2023, 12, 31)};
  BOOST_TEST((sr::calendar_share(dates) == array({181.0 / 365, 1})).all());
  BOOST_TEST(raises([] { (void)sr::calendar_share(day(2023, 2, 29)); }, {"2023-2-29"}));
  BOOST_TEST(sr::calendar_share(sr::Period::first_quarter) == 0.25);
  BOOST_TEST(sr::calendar_share(sr::Period::first_half) == 0.5);
  BOOST_TEST(sr::calendar_share(sr::Period::nine_months) == 0.75);
  BOOST_TEST(sr::calendar_share(sr::Period::second_half) == 1);
  BOOST_TEST(sr::calendar_share(sr::Period::year) == 1);
  BOOST_TEST(raises([] { (void)sr::calendar_share(sr::Period::month_average); }, {"period = month_average"}));
  BOOST_TEST(raises([] { (void)sr::calendar_share(sr::Period::months); }, {"period = months"}));
}

BOOST_AUTO_TEST_CASE(pace_in_closed_form) {
  BOOST_TEST(sr::completion(54, 100) == 0.54);
  BOOST_TEST(near(sr::lead(54, 100, 0.5), 0.04, 1e-15));
  BOOST_TEST(sr::projected_total(54, 0.5) == 108);
  BOOST_TEST((sr::completion({50, 60}, {100, 120}) == Interval(50.0 / 120, 0.6)));
  BOOST_TEST((sr::projected_total({50, 60}, {0.5, 0.6}) == Interval(50 / 0.6, 120)));
  BOOST_TEST((sr::lead(array({54, 27}), array({100}), array({0.5, 0.25})) - array({0.04, 0.02})).abs().maxCoeff() <
             1e-15);
  BOOST_TEST(raises([] { (void)sr::completion(54, 0); }, {"annual_target = 0"}));
  BOOST_TEST(raises([] { (void)sr::lead(54, 100, 1.1); }, {"share = 1.1"}));
  BOOST_TEST(raises([] { (void)sr::projected_total(54, 0); }, {"share = 0"}));
}

BOOST_AUTO_TEST_CASE(seasonal_shares_of_past_years) {
  const ArrayXd single = array({20, 25, 25, 30, 22, 26, 26, 26, 36, 50, 54, 60});
  const sr::SeasonalPattern pattern = sr::seasonal_pattern(single, 4);
  BOOST_TEST(pattern.size() == 4);
  BOOST_TEST((pattern.lowest - array({0.18, 0.43, 0.70, 1})).abs().maxCoeff() < 1e-15);
  BOOST_TEST((pattern.highest - array({0.22, 0.48, 0.74, 1})).abs().maxCoeff() < 1e-15);
  BOOST_TEST((pattern.mean - array({0.20, 1.36 / 3, 2.14 / 3, 1})).abs().maxCoeff() < 1e-15);
  BOOST_TEST((sr::seasonal_share(single, 2, 4) == pattern[1]));
  BOOST_TEST((sr::seasonal_pattern(single * 1e306, 4).mean - pattern.mean).abs().maxCoeff() < 1e-15);
  BOOST_TEST(raises([&] { (void)sr::seasonal_share(single, 5, 4); }, {"period = 5", "between 1 and 4"}));
  BOOST_TEST(raises([&] { (void)sr::seasonal_share(single, 0, 4); }, {"period = 0"}));
  BOOST_TEST(raises([&] { (void)sr::seasonal_pattern(single, 5); }, {"12 figures", "5 periods"}));
  BOOST_TEST(raises([] { (void)sr::seasonal_pattern(ArrayXd(), 4); }, {"0 figures"}));
  BOOST_TEST(raises([] { (void)sr::seasonal_pattern(array({1, -1}), 2); }, {"single = -1", "element 1"}));
  BOOST_TEST(raises([] { (void)sr::seasonal_pattern(array({1, 1, 0, 0}), 2); }, {"year 2 is 0"}));
}

BOOST_AUTO_TEST_CASE(progress_gathers_what_is_known) {
  const Progress plain = sr::progress(108, 56.1, 0.5);
  BOOST_TEST(plain.completion == 56.1 / 108);
  BOOST_TEST(near(plain.shortfall, 51.9, 1e-12));
  BOOST_TEST(near(plain.calendar.lead, 56.1 / 108 - 0.5, 1e-15));
  BOOST_TEST(plain.calendar.projection == 112.2);
  BOOST_TEST(!plain.seasonal);
  BOOST_TEST(!plain.required_growth);

  const Progress full = sr::progress(108, 56.1, 0.5,
                                     {.seasonal = SeasonalShare{.mean = 0.51, .lowest = 0.5, .highest = 0.52},
                                      .previous = sr::PreviousYear{.ytd = 51, .total = 100}});
  BOOST_TEST_REQUIRE(full.seasonal.has_value());
  BOOST_TEST(near(full.seasonal->projection, 110, 1e-12));
  BOOST_TEST((full.seasonal_lead == Interval(56.1 / 108 - 0.52, 56.1 / 108 - 0.5)));
  BOOST_TEST(near(*full.required_growth, 51.9 / 49 - 1, 1e-14));
  BOOST_TEST((full == full));
  BOOST_TEST((full != plain));
  BOOST_TEST(std::hash<Progress>{}(full) == std::hash<Progress>{}(full));
  std::ostringstream out;
  out << plain;
  BOOST_TEST(out.str() == "56.1 of 108 (0.519444): calendar lead 0.0194444");

  const Progress met = sr::progress(108, 120, 0.75, {.previous = sr::PreviousYear{.ytd = 75, .total = 100}});
  BOOST_TEST(met.shortfall == -12);
  BOOST_TEST(!met.required_growth);
  // Nothing yet, where last year had 51 of 100: the whole target is left to the rest, which was 49.
  const Progress begun = sr::progress(100, 0, 0.5, {.previous = sr::PreviousYear{.ytd = 51, .total = 100}});
  BOOST_TEST(near(*begun.required_growth, 100.0 / 49 - 1, 1e-15));
  // Nothing at this time of last year either.
  const Progress late = sr::progress(108, 8, 0.5, {.previous = sr::PreviousYear{.ytd = 0, .total = 80}});
  BOOST_TEST(near(*late.required_growth, 0.25, 1e-15));
  // The year is over: whatever is missing, there is no rest to grow.
  for (const double before : {90.0, 100.0}) {
    const Progress over = sr::progress(108, 100, 1, {.previous = sr::PreviousYear{.ytd = before, .total = 100}});
    BOOST_TEST(over.shortfall == 8);
    BOOST_TEST(!over.required_growth);
  }
  BOOST_TEST(raises([] { (void)sr::progress(108, 50, 0.5, {.previous = sr::PreviousYear{.ytd = -1, .total = 100}}); },
                    {"ytd = -1", "total = 100"}));
  BOOST_TEST(raises([] { (void)sr::progress(108, 50, 0.5, {.previous = sr::PreviousYear{.ytd = 100, .total = 100}}); },
                    {"ytd = 100", "total = 100"}));
  BOOST_TEST(raises([] { (void)sr::progress(108, 50, 0.5, {.seasonal = SeasonalShare{0.5, 0.6, 0.7}}); },
                    {"seasonal", "mean = 0.5"}));
  BOOST_TEST(raises([] { (void)sr::progress(not_a_number, 50, 0.5); }, {"annual_target = nan"}));
}

struct Required {
  double ytd_growth, expected;
};
std::ostream& operator<<(std::ostream& out, const Required& required) { return out << required.ytd_growth; }
const std::vector<Required> required_cases{{0.060, 0.09571}, {0.068, 0.07514}};

BOOST_DATA_TEST_CASE(required_growth_of_the_rest, boost::unit_test::data::make(required_cases), required) {
  // 7.0 % for the year, 72 % of last year elapsed.
  BOOST_TEST(near(sr::required_growth_rest(0.07, required.ytd_growth, 0.72), required.expected, 5.1e-6));
  const Progress progress =
      sr::progress(107, 72 * (1 + required.ytd_growth), 0.75, {.previous = sr::PreviousYear{.ytd = 72, .total = 100}});
  BOOST_TEST(near(*progress.required_growth, required.expected, 5.1e-6));
}

BOOST_AUTO_TEST_CASE(moments_of_past_errors) {
  const ErrorMoments moments = sr::error_moments(national);
  BOOST_TEST(near(moments.mean, 8.0 / 14, 1e-15));
  // Sum of squares 25.64, by hand: (25.64 - 64 / 14) / 13.
  BOOST_TEST(near(moments.sd, std::sqrt((25.64 - 64.0 / 14) / 13), 1e-14));
  BOOST_TEST(near(sr::error_moments(array({1e300, -1e300})).sd / 1e300, std::sqrt(2.0), 1e-15));
  BOOST_TEST(raises([] { (void)sr::error_moments(array({1})); }, {"1 errors"}));
  BOOST_TEST(raises([] { (void)sr::error_moments(array({0.1, 0.1, 0.1})); }, {"0.1", "spread"}));
  BOOST_TEST(raises([] { (void)sr::error_moments(array({0.1, not_a_number})); }, {"errors = nan"}));
}

BOOST_AUTO_TEST_CASE(normal_probabilities_of_the_tables) {
  const ErrorMoments standard{.mean = 0, .sd = 1};
  const auto at_most = [&](double z) { return sr::target_probability(Interval(-infinity, z), 0, standard); };
  BOOST_TEST(near(at_most(0), 0.5, 1e-16));
  BOOST_TEST(near(at_most(1), 0.8413447460685429, 1e-15));
  BOOST_TEST(near(at_most(-1), 0.15865525393145707, 1e-15));
  BOOST_TEST(near(at_most(1.959963984540054), 0.975, 1e-15));
  BOOST_TEST(near(at_most(-10) / 7.619853024160527e-24, 1, 1e-13));
  BOOST_TEST(near(sr::target_probability(Interval(10, infinity), 0, standard) / 7.619853024160527e-24, 1, 1e-13));
  BOOST_TEST(near(sr::target_probability(Interval(-1, 1), 0, standard), 0.6826894921370859, 1e-15));
  BOOST_TEST(near(sr::target_probability(Interval(1, 2), 0, standard), 0.13590512198327787, 1e-15));
  BOOST_TEST(
      near(sr::target_probability(Interval(6.8, infinity), 7, {.mean = 0.3, .sd = 0.5}), 0.8413447460685429, 1e-14));
  const ArrayXd many = sr::target_probability(Interval(7, infinity), array({6, 7, 8}), standard);
  BOOST_TEST((many - array({0.15865525393145707, 0.5, 0.8413447460685429})).abs().maxCoeff() < 1e-15);
  BOOST_TEST(raises([] { (void)sr::target_probability(Interval(1, 2), 0, {.mean = 0, .sd = 0}); }, {"sd = 0"}));
  BOOST_TEST(raises([&] { (void)sr::target_probability(Interval(1, 2), array({1, not_a_number}), standard); },
                    {"forecast = nan", "element 1"}));
}

BOOST_AUTO_TEST_CASE(empirical_probability_of_national_targets) {
  // 13 of 14 outturns came within 0.2 points of the target or above it; 11 at the target or above.
  BOOST_TEST(sr::target_probability(Interval(6.8, infinity), 7, national) == 13.0 / 14);
  BOOST_TEST(sr::target_probability(Interval(7, infinity), 7, national) == 11.0 / 14);
  BOOST_TEST(sr::target_probability(Interval(0.068, infinity), 0.07, array({-0.002, -0.0021})) == 0.5);
  BOOST_TEST(sr::target_probability(Interval(-infinity, 0.055), 0.053, array({0.002, 0.0021})) == 0.5);
  BOOST_TEST(
      (sr::target_probability(Interval(7, infinity), array({7, 100, -100}), national) == array({11.0 / 14, 1, 0}))
          .all());
  BOOST_TEST(raises([] { (void)sr::target_probability(Interval(1, 2), 0, ArrayXd()); }, {"no errors"}));
  BOOST_TEST(raises([] { (void)sr::target_probability(Interval(1, 2), 0, array({infinity})); }, {"errors = inf"}));
  BOOST_TEST(raises([] { (void)sr::target_probability(Interval(1, 2), not_a_number, array({0})); }, {"forecast"}));
}

BOOST_AUTO_TEST_CASE(outcomes_that_meet_a_printed_target) {
  const auto quantity = [](const char* value, const char* unit, sr::Bound bound) {
    return sr::Quantity(value, unit, {.bound = bound});
  };
  const auto close = [](const Interval& a, double lower, double upper) {
    return (a.lower() == lower || near(a.lower(), lower, 1e-15)) &&
           (a.upper() == upper || near(a.upper(), upper, 1e-15));
  };
  BOOST_TEST(close(sr::target_outcomes(quantity("8.0", "%", sr::Bound::at_least)), 0.08, infinity));
  BOOST_TEST(close(sr::target_outcomes(quantity("7.0", "%", sr::Bound::about)), 0.068, infinity));
  BOOST_TEST(close(sr::target_outcomes(quantity("5", "%", sr::Bound::at_most), Direction::lower), -infinity, 0.05));
  BOOST_TEST(close(sr::target_outcomes(quantity("0.5", "个百分点", sr::Bound::at_least)), 0.005, infinity));
  BOOST_TEST(close(sr::target_outcomes(quantity("800", "亿元", sr::Bound::exact)), 800, infinity));
  const sr::Quantity range("4.5", "%", {.bound = sr::Bound::range, .upper = sr::Decimal(5)});
  BOOST_TEST(close(sr::target_outcomes(range), 0.045, infinity));
}

BOOST_AUTO_TEST_CASE(a_limit_is_ahead_while_less_of_it_is_used_than_time_has_passed) {
  const sr::ProgressOptions limit{.seasonal = sr::SeasonalShare{.mean = 0.5, .lowest = 0.45, .highest = 0.6},
                                  .previous = sr::PreviousYear{.ytd = 98, .total = 204},
                                  .direction = sr::Direction::lower};
  const sr::Progress used = sr::progress(200, 96, 0.5, limit);
  BOOST_TEST(near(used.completion, 0.48, 1e-15));
  BOOST_TEST(near(used.calendar.lead, 0.02, 1e-15));
  BOOST_TEST(near(used.seasonal->lead, 0.02, 1e-15));
  BOOST_TEST(near(used.seasonal_lead->lower(), -0.03, 1e-15));
  BOOST_TEST(near(used.seasonal_lead->upper(), 0.12, 1e-15));
  // 106 of last year's rest may become the 104 that the limit leaves.
  BOOST_TEST(near(*used.required_growth, 104.0 / 106 - 1, 1e-15));
  sr::ProgressOptions target = limit;
  target.direction = sr::Direction::higher;
  const sr::Progress done = sr::progress(200, 96, 0.5, target);
  BOOST_TEST(done.calendar.lead == -used.calendar.lead);
  BOOST_TEST(done.calendar.projection == used.calendar.projection);
  BOOST_TEST(!sr::progress(200, 210, 0.9, limit).required_growth.has_value());
  BOOST_TEST(sr::progress(200, 210, 0.9, limit).calendar.lead < 0);
  const sr::ProgressOptions neither{.direction = sr::Direction::none};
  BOOST_TEST(raises([&] { static_cast<void>(sr::progress(200, 96, 0.5, neither)); }, {"direction = none"}));
}

BOOST_AUTO_TEST_SUITE_END()
