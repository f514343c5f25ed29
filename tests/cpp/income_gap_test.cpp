#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <unordered_set>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/income_gap.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Certainty;
using sr::Crossing;
using sr::GapPeak;
using sr::Interval;
using sr::Reach;

BOOST_AUTO_TEST_SUITE(income_gap)

namespace {

// The 2024 Shengzhou report: incomes of 2023 in yuan and their growth.
constexpr double urban = 77400;
constexpr double rural = 43200;
constexpr double urban_growth = 0.063;
constexpr double rural_growth = 0.068;
constexpr double ratio = urban / rural;

[[nodiscard]] Interval around(double value, double half_step) { return {value - half_step, value + half_step}; }

/// First year whose next year's gap is not larger, by simulation in long double; -1 when none before `horizon`.
[[nodiscard]] std::int64_t simulated_peak(double u, double r, double u_growth, double r_growth, int horizon) {
  long double urban_level = u;
  long double rural_level = r;
  for (int year = 0; year < horizon; ++year) {
    const long double urban_next = urban_level * (1 + static_cast<long double>(u_growth));
    const long double rural_next = rural_level * (1 + static_cast<long double>(r_growth));
    const long double slack = 1e-12L * rural_level * std::abs(static_cast<long double>(r_growth));
    if (urban_next - urban_level <= rural_next - rural_level + slack) return year;
    urban_level = urban_next;
    rural_level = rural_next;
  }
  return -1;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ratio_and_gap_of_shengzhou) {
  BOOST_TEST(near(sr::income_ratio(urban, rural), 1.7917, 5e-5));
  BOOST_TEST(sr::income_gap(urban, rural) == 34200);
  BOOST_TEST(sr::income_gap(30, 50) == -20);
  BOOST_TEST(near(sr::income_ratio(52039, 26944), 1.9314, 5e-5));
  BOOST_TEST(near(sr::income_ratio(56360, 29459), 1.9132, 5e-5));
  BOOST_TEST(near(sr::income_ratio(61271, 32131), 1.9069, 5e-5));
  BOOST_TEST(near(sr::income_ratio(69692, 37876), 1.8400, 5e-5));
  const Interval range = sr::income_ratio(around(urban, 50), around(rural, 50));
  BOOST_TEST(near(range.lower(), 1.7884, 5e-5));
  BOOST_TEST(near(range.upper(), 1.7949, 5e-5));
  // Levels of 2022 back-cast by growth, domain notes 1.1 and 4e.
  BOOST_TEST(near(sr::implied_base(urban, urban_growth), 72813, 0.5));
  BOOST_TEST(near(sr::implied_base(rural, rural_growth), 40449, 0.5));
}

struct Target {
  double target, years, tolerance;
};
std::ostream& operator<<(std::ostream& out, const Target& target) { return out << target.target; }
const std::vector<Target> targets{{1.75, 5.01, 0.005}, {1.70, 11.19, 0.005}, {1.60, 24.1, 0.05}, {1.50, 37.9, 0.05}};

BOOST_DATA_TEST_CASE(years_to_ratio_of_shengzhou, boost::unit_test::data::make(targets), target) {
  const Crossing crossing = sr::years_to_ratio(ratio, urban_growth, rural_growth, target.target);
  BOOST_TEST((crossing.reach == Reach::reached));
  BOOST_TEST(near(crossing.periods, target.years, target.tolerance));
  const ArrayXd path = sr::ratio_path(ratio, urban_growth, rural_growth, 40);
  const auto first = std::find_if(path.begin(), path.end(), [&](double value) { return value <= target.target; });
  BOOST_TEST(crossing.whole_periods() == first - path.begin());
}

BOOST_AUTO_TEST_CASE(years_to_ratio_of_china) {
  const double u = sr::growth_rate(51821, 54188);
  const double r = sr::growth_rate(21691, 23119);
  BOOST_TEST(near(sr::years_to_ratio(54188.0 / 23119, u, r, 2.0).periods, 8.31, 0.005));
  BOOST_TEST(near(sr::gap_threshold(2.344, 0.0457), 0.107, 5e-4));
}

BOOST_AUTO_TEST_CASE(required_growth_for_a_target) {
  BOOST_TEST(near(sr::required_differential(ratio, 1.70, 4), 0.013216, 5e-7));
  BOOST_TEST(near(sr::required_rural_growth(ratio, urban_growth, 1.70, 4), 0.07705, 5e-6));
  const double growth = sr::required_rural_growth(ratio, urban_growth, 1.70, 4);
  BOOST_TEST(near(sr::required_urban_growth(ratio, growth, 1.70, 4), urban_growth, 1e-14));
  BOOST_TEST(sr::years_to_ratio(ratio, urban_growth, growth, 1.70).periods == 4);
  BOOST_TEST(sr::required_differential(1.5, 2.0, 4) < 0);
}

BOOST_AUTO_TEST_CASE(gap_of_shengzhou_turns_after_a_century) {
  BOOST_TEST(near(sr::gap_threshold(ratio, urban_growth), 0.1129, 5e-5));
  const GapPeak peak = sr::gap_peak(urban, rural, urban_growth, rural_growth);
  BOOST_TEST((peak.reach == Reach::reached));
  BOOST_TEST(near(peak.time, 108.50, 0.005));
  BOOST_TEST(peak.year == 108);
  const ArrayXd path = sr::gap_path(urban, rural, urban_growth, rural_growth, 130);
  Eigen::Index highest = 0;
  const double gap = path.maxCoeff(&highest);
  BOOST_TEST(highest == peak.year);
  BOOST_TEST(gap == peak.gap, boost::test_tools::tolerance(1e-10));
  const Crossing close = sr::gap_close(urban, rural, urban_growth, rural_growth);
  BOOST_TEST(near(close.periods, 124.27, 0.005));
  BOOST_TEST(path[close.whole_periods()] <= 0);
  BOOST_TEST(path[close.whole_periods() - 1] > 0);
  BOOST_TEST(near(sr::ratio_half_life(ratio, urban_growth, rural_growth).periods, close.periods / 2, 1e-9));
}

BOOST_AUTO_TEST_CASE(targets_that_need_no_time_or_are_never_met) {
  BOOST_TEST((sr::years_to_ratio(1.8, 0.06, 0.07, 1.8) == Crossing{Reach::already, 0}));
  BOOST_TEST((sr::years_to_ratio(1.8, 0.08, 0.07, 2.0) == Crossing{Reach::already, 0}));
  BOOST_TEST((sr::years_to_ratio(1.8, 0.07, 0.07, 1.7) == Crossing{Reach::never, infinity}));
  BOOST_TEST((sr::years_to_ratio(1.8, 0.08, 0.07, 1.7) == Crossing{Reach::never, infinity}));
  BOOST_TEST((sr::years_to_ratio(1.8, -0.05, -0.04, 1.7).reach == Reach::reached));
  BOOST_TEST((sr::years_to_ratio(0.9, 0.06, 0.07, 0.8).reach == Reach::reached));
  BOOST_TEST((sr::gap_close(50, 50, 0.06, 0.05).reach == Reach::already));
  BOOST_TEST((sr::gap_close(40, 50, 0.06, 0.05).reach == Reach::already));
  BOOST_TEST((sr::gap_close(60, 50, 0.06, 0.05).reach == Reach::never));
  BOOST_TEST((sr::ratio_half_life(1, 0.06, 0.05).reach == Reach::already));
  BOOST_TEST((sr::ratio_half_life(1.2, 0.06, 0.05).reach == Reach::never));
}

BOOST_AUTO_TEST_CASE(degenerate_peaks) {
  // Equal growth: the ratio stays, the gap grows with it.
  BOOST_TEST((sr::gap_peak(200, 100, 0.05, 0.05).reach == Reach::never));
  BOOST_TEST((sr::gap_peak(200, 100, 0.0, 0.0) == GapPeak{Reach::already, 0, 0, 100}));
  BOOST_TEST((sr::gap_peak(200, 100, -0.05, -0.05).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(100, 100, 0.05, 0.05).reach == Reach::already));
  // Rural income slower.
  BOOST_TEST((sr::gap_peak(200, 100, 0.06, 0.05).reach == Reach::never));
  BOOST_TEST((sr::gap_peak(200, 100, 0.06, 0.0).reach == Reach::never));
  BOOST_TEST((sr::gap_peak(200, 100, 0.06, -0.01).reach == Reach::never));
  BOOST_TEST((sr::gap_peak(200, 100, 0.0, -0.01).reach == Reach::never));
  BOOST_TEST(sr::gap_peak(200, 100, 0.06, 0.05).time == infinity);
  BOOST_TEST(sr::gap_peak(200, 100, 0.06, 0.05).gap == infinity);
  BOOST_TEST(sr::gap_peak(200, 100, 0.06, 0.05).year == std::numeric_limits<std::int64_t>::max());
  // Already shrinking, also where rural growth is exactly at the threshold.
  BOOST_TEST((sr::gap_peak(200, 100, 0.05, 0.12) == GapPeak{Reach::already, 0, 0, 100}));
  BOOST_TEST((sr::gap_peak(200, 100, 0.05, 0.10).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(150, 100, 0.04, 0.06).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(200, 100, -0.01, 0.0).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(200, 100, 0.0, 0.01).reach == Reach::already));
  // A ratio of 1 or less.
  BOOST_TEST((sr::gap_peak(100, 100, 0.05, 0.06).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(100, 200, 0.05, 0.06).reach == Reach::already));
  BOOST_TEST((sr::gap_peak(100, 100, 0.06, 0.05).reach == Reach::never));
  // Two shrinking incomes: 100 (0.99^t - 0.95^t) rises from zero and falls back to it.
  BOOST_TEST((sr::gap_peak(100, 100, -0.01, -0.05).reach == Reach::reached));
  // The yearly gap falls at once, although the continuous one rises within the first year.
  const GapPeak early = sr::gap_peak(200, 100, 0.05, 0.1001);
  BOOST_TEST((early.reach == Reach::already));
  BOOST_TEST(early.year == 0);
  BOOST_TEST(early.time > 0);
  BOOST_TEST(early.time < 1);
  // Nearly equal growth: the year is known, the gap is not a double any more.
  const GapPeak far = sr::gap_peak(200, 100, 0.05, 0.05 + 1e-6);
  BOOST_TEST((far.reach == Reach::reached));
  BOOST_TEST(far.gap == infinity);
}

BOOST_AUTO_TEST_CASE(peaks_agree_with_simulation) {
  Uniform uniform;
  int reached = 0;
  int shrinking = 0;
  for (int trial = 0; trial < 4000; ++trial) {
    const double u = uniform(50, 400);
    const double r = uniform(50, 200);
    const double spread = trial % 2 == 0 ? 0.02 : 0.2;
    const double g = uniform(-0.08, 0.1);
    const double h = g + uniform(-spread, spread);
    const GapPeak peak = sr::gap_peak(u, r, g, h);
    const std::int64_t counted = simulated_peak(u, r, g, h, 3000);
    if (peak.reach == Reach::never || peak.year >= 3000) {
      BOOST_REQUIRE_EQUAL(counted, -1);
      continue;
    }
    BOOST_REQUIRE_EQUAL(peak.year, counted);
    BOOST_REQUIRE((peak.reach == Reach::already) == (counted == 0));
    if (peak.reach == Reach::already) continue;
    ++reached;
    if (g < 0) ++shrinking;
    // The continuous maximum is within a year of the yearly one, and is one: the slope changes sign there.
    BOOST_REQUIRE(std::abs(peak.time - static_cast<double>(peak.year)) <= 1);
    const auto slope = [&](double t) { return u / r * std::log1p(g) * std::pow((1 + g) / (1 + h), t) - std::log1p(h); };
    BOOST_REQUIRE(slope(peak.time - 1e-3) > 0);
    BOOST_REQUIRE(slope(peak.time + 1e-3) < 0);
  }
  BOOST_TEST(reached > 300);
  BOOST_TEST(shrinking > 30);
}

BOOST_AUTO_TEST_CASE(crossings_agree_with_simulation) {
  Uniform uniform;
  int reached = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    const double r0 = uniform(0.8, 3);
    const double g = uniform(-0.05, 0.1);
    const double h = g + uniform(-0.01, 0.03);
    double target = r0 * uniform(0.6, 1.05);
    if (trial % 3 == 0) {
      target = r0;
      for (int year = 0; year < 7; ++year) target *= (1 + g) / (1 + h);
    }
    std::int64_t counted = -1;
    double value = r0;
    for (int year = 0; year < 2000; ++year, value *= (1 + g) / (1 + h)) {
      if (value <= target * (1 + 1e-12)) {
        counted = year;
        break;
      }
    }
    const Crossing crossing = sr::years_to_ratio(r0, g, h, target);
    if (crossing.periods > 1999) {
      BOOST_REQUIRE_EQUAL(counted, -1);
      continue;
    }
    BOOST_REQUIRE_EQUAL(crossing.whole_periods(), counted);
    ++reached;
    const Crossing close = sr::gap_close(100 * r0, 100, g, h);
    const Crossing unit = sr::years_to_ratio(r0, g, h, 1);
    BOOST_REQUIRE((close.reach == unit.reach));
    BOOST_REQUIRE(close.periods == unit.periods || near(close.periods / unit.periods, 1, 1e-9));
    const ArrayXd years = ArrayXd::Constant(200, g);
    const Crossing on_path = sr::years_to_ratio_on_path(r0, years, array({h}), target);
    if (crossing.periods < 199) {
      BOOST_REQUIRE((on_path.reach == crossing.reach));
      BOOST_REQUIRE(near(on_path.periods, crossing.periods, 1e-7));
      BOOST_REQUIRE_EQUAL(on_path.whole_periods(), crossing.whole_periods());
    }
  }
  BOOST_TEST(reached > 1000);
}

BOOST_AUTO_TEST_CASE(targets_on_a_path_of_varying_growth) {
  const ArrayXd u = array({0.05, 0.09, 0.05, 0.05});
  const ArrayXd r = array({0.06, 0.05, 0.08, 0.09});
  const ArrayXd path = sr::ratio_path(2.0, u, r);
  BOOST_TEST(path.size() == 5);
  BOOST_TEST(near(path[4], 2.0 * 1.05 / 1.06 * 1.09 / 1.05 * 1.05 / 1.08 * 1.05 / 1.09, 1e-14));
  BOOST_TEST((sr::years_to_ratio_on_path(2.0, u, r, 2.0).reach == Reach::already));
  BOOST_TEST(sr::years_to_ratio_on_path(2.0, u, r, path[1]).periods == 1);
  const double target = 2.0 * 1.05 / 1.06 * 1.09 / 1.05 * 1.05 / 1.08 * std::sqrt(1.05 / 1.09);
  const Crossing crossing = sr::years_to_ratio_on_path(2.0, u, r, target);
  BOOST_TEST(near(crossing.periods, 3.5, 1e-12));
  BOOST_TEST((sr::years_to_ratio_on_path(2.0, u, r, path[4] * 0.999) == Crossing{Reach::never, infinity}));
  const auto widen = [](const ArrayXd& rates) {
    std::vector<Interval> ranges;
    for (const double rate : rates) ranges.push_back(around(rate, 0.0005));
    return ranges;
  };
  const sr::CrossingRange range = sr::years_to_ratio_on_path(2.0, widen(u), widen(r), target);
  BOOST_TEST((range.reached() == Certainty::certain));
  BOOST_TEST(range.earliest.periods < crossing.periods);
  BOOST_TEST(crossing.periods < range.latest.periods);
  BOOST_TEST((sr::years_to_ratio_on_path(2.0, widen(u), widen(r), path[4]).reached() == Certainty::possible));
  BOOST_TEST((sr::years_to_ratio_on_path(2.0, widen(u), widen(r), 1.0).reached() == Certainty::no));
}

BOOST_AUTO_TEST_CASE(interval_forms_are_exact_ranges) {
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    const Interval u = uniform.interval(60, 100);
    const Interval v = uniform.interval(30, 60);
    const Interval q = uniform.interval(1.1, 2.5);
    const Interval g = uniform.interval(-0.04, 0.1);
    const Interval h = uniform.interval(-0.04, 0.1);
    const Interval target = uniform.interval(0.9, 1.5);
    const std::vector<Interval> ratios = sr::ratio_path(q, g, h, 8);
    const std::vector<Interval> gaps = sr::gap_path(u, v, g, h, 8);
    const sr::CrossingRange crossing = sr::years_to_ratio(q, g, h, target);
    const sr::CrossingRange half = sr::ratio_half_life(q, g, h);
    const sr::CrossingRange close = sr::gap_close(u, v, g, h);
    const auto check = [&](double uu, double vv, double qq, double gg, double hh, double tt) {
      const ArrayXd ratio_values = sr::ratio_path(qq, gg, hh, 8);
      const ArrayXd gap_values = sr::gap_path(uu, vv, gg, hh, 8);
      for (std::size_t year = 0; year <= 8; ++year) {
        BOOST_REQUIRE(ratios[year].contains(ratio_values[static_cast<Eigen::Index>(year)]));
        BOOST_REQUIRE(gaps[year].contains(gap_values[static_cast<Eigen::Index>(year)]));
      }
      const auto within = [](const sr::CrossingRange& range, const Crossing& value) {
        return range.earliest.periods <= value.periods && value.periods <= range.latest.periods;
      };
      BOOST_REQUIRE(within(crossing, sr::years_to_ratio(qq, gg, hh, tt)));
      BOOST_REQUIRE(within(half, sr::ratio_half_life(qq, gg, hh)));
      BOOST_REQUIRE(within(close, sr::gap_close(uu, vv, gg, hh)));
      BOOST_REQUIRE(sr::income_ratio(u, v).contains(sr::income_ratio(uu, vv)));
      BOOST_REQUIRE(sr::income_gap(u, v).contains(sr::income_gap(uu, vv)));
      BOOST_REQUIRE(sr::gap_threshold(q, g).contains(sr::gap_threshold(qq, gg)));
      BOOST_REQUIRE(sr::required_differential(q, target, 5).contains(sr::required_differential(qq, tt, 5)));
      BOOST_REQUIRE(sr::required_rural_growth(q, g, target, 5).contains(sr::required_rural_growth(qq, gg, tt, 5)));
      BOOST_REQUIRE(sr::required_urban_growth(q, h, target, 5).contains(sr::required_urban_growth(qq, hh, tt, 5)));
      if (g.lower() >= 0 || h.lower() >= 0) {
        const sr::GapPeakRange peaks = sr::gap_peak(u, v, g, h);
        const GapPeak peak = sr::gap_peak(uu, vv, gg, hh);
        BOOST_REQUIRE(peaks.earliest.year <= peak.year);
        BOOST_REQUIRE(peak.year <= peaks.latest.year);
        BOOST_REQUIRE(peaks.earliest.time <= peak.time);
        BOOST_REQUIRE(peak.time <= peaks.latest.time);
      }
    };
    for (int sample = 0; sample < 20; ++sample) {
      check(uniform(u), uniform(v), uniform(q), uniform(g), uniform(h), uniform(target));
    }
    check(u.lower(), v.upper(), q.lower(), g.lower(), h.upper(), target.upper());
    check(u.upper(), v.lower(), q.upper(), g.upper(), h.lower(), target.lower());
    // Tight: the ends are values of the numeric forms.
    BOOST_REQUIRE_EQUAL(ratios[8].lower(), sr::ratio_path(q.lower(), g.lower(), h.upper(), 8)[8]);
    BOOST_REQUIRE_EQUAL(gaps[8].upper(), sr::gap_path(u.upper(), v.lower(), g.upper(), h.lower(), 8)[8]);
    BOOST_REQUIRE((crossing.latest == sr::years_to_ratio(q.upper(), g.upper(), h.lower(), target.lower())));
    BOOST_REQUIRE((half.earliest == sr::ratio_half_life(q.lower(), g.lower(), h.upper())));
    BOOST_REQUIRE((close.earliest == sr::gap_close(u.lower(), v.upper(), g.lower(), h.upper())));
    BOOST_REQUIRE_EQUAL(sr::required_rural_growth(q, g, target, 5).lower(),
                        sr::required_rural_growth(q.lower(), g.lower(), target.upper(), 5));
    BOOST_REQUIRE_EQUAL(sr::required_urban_growth(q, h, target, 5).upper(),
                        sr::required_urban_growth(q.lower(), h.upper(), target.upper(), 5));
  }
  BOOST_TEST(raises([] { static_cast<void>(sr::gap_peak(2.0, 1.0, Interval(-0.1, 0.1), Interval(-0.2, 0.1))); },
                    {"urban_growth = [-0.1, 0.1]", "both be negative"}));
}

BOOST_AUTO_TEST_CASE(batches_equal_single_places) {
  Uniform uniform;
  const Eigen::Index places = 300;
  ArrayXd u(places), v(places), g(places), h(places);
  for (Eigen::Index i = 0; i < places; ++i) {
    u[i] = uniform(60, 200);
    v[i] = uniform(50, 100);
    g[i] = uniform(-0.02, 0.1);
    h[i] = uniform(-0.02, 0.1);
  }
  const ArrayXd one = array({1.25});
  const sr::PathMatrix ratios = sr::ratio_paths(u / v, g, h, 30);
  const sr::PathMatrix gaps = sr::gap_paths(u, array({60}), g, h, 30);
  const sr::Crossings crossings = sr::years_to_ratio(u / v, g, h, one);
  const sr::Crossings closes = sr::gap_close(u, v, g, h);
  const sr::GapPeaks peaks = sr::gap_peak(u, v, g, h);
  const ArrayXd required = sr::required_rural_growth(u / v, g, one, array({5}));
  BOOST_TEST(ratios.rows() == places);
  BOOST_TEST(ratios.cols() == 31);
  for (Eigen::Index i = 0; i < places; ++i) {
    const ArrayXd ratio_values = sr::ratio_path(u[i] / v[i], g[i], h[i], 30);
    const ArrayXd gap_values = sr::gap_path(u[i], 60, g[i], h[i], 30);
    BOOST_REQUIRE((ratios.row(i).transpose() == ratio_values).all());
    BOOST_REQUIRE((gaps.row(i).transpose() == gap_values).all());
    BOOST_REQUIRE((crossings[i] == sr::years_to_ratio(u[i] / v[i], g[i], h[i], 1.25)));
    BOOST_REQUIRE((closes[i] == sr::gap_close(u[i], v[i], g[i], h[i])));
    BOOST_REQUIRE((peaks[i] == sr::gap_peak(u[i], v[i], g[i], h[i])));
    BOOST_REQUIRE_EQUAL(required[i], sr::required_rural_growth(u[i] / v[i], g[i], 1.25, 5));
  }
  BOOST_TEST(sr::ratio_paths(one, array({0.1}), array({0.2}), 0).cols() == 1);
  BOOST_TEST(raises([&] { static_cast<void>(sr::ratio_paths(array({2, -1}), g.head(1), h.head(1), 3)); },
                    {"ratio = -1", "(element 1)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::gap_peak(u, v, array({0.1}), array({-1}))); },
                    {"rural_growth = -1", "(element 0)"}));
}

BOOST_AUTO_TEST_CASE(crossings_of_unusual_places_among_usual_ones_lose_nothing) {
  const sr::LargeRates allowed;
  Uniform uniform;
  const Eigen::Index places = 4000;
  const ArrayXd unusual = array({5e-324, 1e-310, 1e-200, 1, 1 + 1e-13, 1e200, 1.7e308});
  const ArrayXd rates = array({-1 + 0x1p-53, -0.5, 0, 1e-17, 1e-9, 1, 1e17, 1e300, 1.7e308});
  ArrayXd u(places), v(places), g(places), h(places), k(places), times(places);
  for (Eigen::Index i = 0; i < places; ++i) {
    // Blocks of usual numbers, then blocks that have others.
    const bool strange = i >= places / 2 && i % 7 == 0;
    const auto one_of = [&](const ArrayXd& some) {
      return some[static_cast<Eigen::Index>(uniform(0, static_cast<double>(some.size())))];
    };
    u[i] = strange ? one_of(unusual) : uniform(60, 200);
    v[i] = strange ? one_of(unusual) : i % 11 == 0 ? u[i] : uniform(50, 100);
    g[i] = strange ? one_of(rates) : uniform(-0.02, 0.1);
    h[i] = strange ? one_of(rates) : i % 13 == 0 ? g[i] : uniform(-0.02, 0.1);
    k[i] = strange ? std::max(1.0, one_of(unusual)) : uniform(1, 3);
    times[i] = strange ? one_of(unusual) : uniform(0.5, 4);
  }
  const auto compare = [](const auto& of_arrays, const auto& of_numbers, const auto&... x) {
    // What raises for single numbers is left out of the arrays.
    const Eigen::Index size = std::max({x.size()...});
    std::vector<Eigen::Index> kept;
    std::vector<sr::Crossing> one_by_one;
    for (Eigen::Index i = 0; i < size; ++i) {
      try {
        one_by_one.push_back(of_numbers(x[i]...));
        kept.push_back(i);
      } catch (const sr::DomainError&) {
        BOOST_REQUIRE_THROW(static_cast<void>(of_arrays(ArrayXd(x.segment(i, 1))...)), sr::DomainError);
      }
    }
    const sr::Crossings crossings = of_arrays(ArrayXd(x(kept))...);
    BOOST_REQUIRE_EQUAL(crossings.size(), static_cast<Eigen::Index>(kept.size()));
    BOOST_REQUIRE_GT(crossings.size(), size * 9 / 10);
    for (Eigen::Index i = 0; i < crossings.size(); ++i) {
      BOOST_REQUIRE((crossings[i] == one_by_one[static_cast<std::size_t>(i)]));
    }
  };
  compare([](const auto&... x) { return sr::years_to_ratio(x...); }, [](auto... x) { return sr::years_to_ratio(x...); },
          u, g, h, v);
  compare([](const auto&... x) { return sr::gap_close(x...); }, [](auto... x) { return sr::gap_close(x...); }, u, v, g,
          h);
  compare([](const auto&... x) { return sr::ratio_half_life(x...); },
          [](auto... x) { return sr::ratio_half_life(x...); }, k, g, h);
  compare([](const auto&... x) { return sr::periods_to_reach(x...); },
          [](auto... x) { return sr::periods_to_reach(x...); }, u, v, g);
  compare([](const auto&... x) { return sr::doubling_time(x...); }, [](auto... x) { return sr::doubling_time(x...); },
          g, times);
}

BOOST_AUTO_TEST_CASE(crossings_of_whole_years_are_whole_in_arrays) {
  // 1.1^n is reached after n years, to 12 digits.
  const ArrayXd years = ArrayXd::LinSpaced(60, 1, 60);
  ArrayXd end(60);
  for (Eigen::Index i = 0; i < end.size(); ++i) end[i] = std::pow(1.1, years[i]);
  const sr::Crossings crossings = sr::periods_to_reach(array({1}), end, array({0.1}));
  BOOST_TEST((crossings.periods == years).all());
  BOOST_TEST((crossings.reach == static_cast<std::int8_t>(sr::Reach::reached)).all());
  // Further away than a double counts.
  ArrayXd slow = ArrayXd::Constant(300, 0.1);
  slow[290] = 5e-324;
  BOOST_TEST(raises([&] { static_cast<void>(sr::periods_to_reach(array({1}), array({2}), slow)); },
                    {"too slow", "(element 290)"}));
}

BOOST_AUTO_TEST_CASE(narrowing_of_rounded_figures) {
  // Growth rates of 0.1 point steps make the narrowing of 2023 certain; the back-cast ratio intervals nearly touch.
  BOOST_TEST((sr::is_narrowing(around(0.063, 0.0005), around(0.068, 0.0005)) == Certainty::certain));
  BOOST_TEST((sr::is_narrowing(around(0.068, 0.0005), around(0.063, 0.0005)) == Certainty::no));
  BOOST_TEST((sr::is_narrowing(around(0.063, 0.0005), around(0.0635, 0.0005)) == Certainty::possible));
  BOOST_TEST((sr::is_narrowing(0.06, 0.06) == Certainty::no));
  BOOST_TEST((sr::is_narrowing(0.06, 0.061) == Certainty::certain));
  // China 2024 and 2025, levels to the yuan.
  BOOST_TEST((sr::is_narrowing(around(54188, 0.5), around(23119, 0.5), around(56502, 0.5), around(24456, 0.5)) ==
              Certainty::certain));
  BOOST_TEST((sr::is_gap_narrowing(around(54188, 0.5), around(23119, 0.5), around(56502, 0.5), around(24456, 0.5)) ==
              Certainty::no));
  BOOST_TEST(
      (sr::is_gap_narrowing(around(ratio, 0.003), around(0.063, 0.0005), around(0.068, 0.0005)) == Certainty::no));
  BOOST_TEST((sr::is_gap_narrowing(2.0, 0.05, around(0.1, 0.001)) == Certainty::possible));
  BOOST_TEST((sr::is_gap_narrowing(2.0, 0.05, 0.11) == Certainty::certain));
}

BOOST_AUTO_TEST_CASE(growth_and_levels_together) {
  const Interval urban0 = around(72800, 50), rural0 = around(40400, 50);
  const Interval urban1 = around(77400, 50), rural1 = around(43200, 50);
  BOOST_TEST((sr::is_narrowing(urban0, rural0, urban1, rural1) == Certainty::certain));
  // A coarser level leaves it open, growth settles it.
  const Interval wide_rural0 = around(40450, 100);
  BOOST_TEST((sr::is_narrowing(urban0, wide_rural0, urban1, rural1) == Certainty::possible));
  BOOST_TEST((sr::is_narrowing(around(0.063, 0.0005), around(0.068, 0.0005), urban0, wide_rural0, urban1, rural1) ==
              Certainty::certain));
  // Neither settles it alone, but no levels that agree with the rates leave it open.
  const Interval slow(0.05, 0.07), fast(0.065, 0.09);
  const Interval before(100, 100), urban_after(104, 106), rural_after(106, 110);
  BOOST_TEST((sr::is_narrowing(slow, fast) == Certainty::possible));
  BOOST_TEST((sr::is_narrowing(before, before, urban_after, rural_after) == Certainty::possible));
  BOOST_TEST((sr::is_narrowing(slow, fast, before, before, urban_after, rural_after) == Certainty::certain));
  BOOST_TEST(raises([&] { static_cast<void>(sr::is_narrowing(0.2, 0.07, before, before, urban_after, rural_after)); },
                    {"urban_growth = [0.2, 0.2]", "contradicts"}));
  BOOST_TEST(
      raises([&] { static_cast<void>(sr::is_gap_narrowing(0.05, 0.5, before, before, urban_after, rural_after)); },
             {"rural_growth = [0.5, 0.5]", "contradicts"}));
}

BOOST_AUTO_TEST_CASE(joint_evidence_on_the_gap_is_exact) {
  Uniform uniform;
  int certain = 0;
  for (int trial = 0; trial < 200; ++trial) {
    const Interval u0 = around(uniform(90, 110), 2), r0 = around(uniform(40, 110), 2);
    const Interval g = around(uniform(0.0, 0.1), 0.01), h = around(uniform(0.0, 0.15), 0.01);
    const Interval u1 = around(u0.midpoint() * (1 + uniform(g)), 1), r1 = around(r0.midpoint() * (1 + uniform(h)), 1);
    const Certainty answer = sr::is_gap_narrowing(g, h, u0, r0, u1, r1);
    // Search of the levels that agree with the rates.
    const auto increments = [](const Interval& rate, const Interval& from, const Interval& to) {
      double least = infinity;
      double most = -infinity;
      constexpr int steps = 400;
      for (int i = 0; i <= steps; ++i) {
        const double start = from.lower() + from.width() * i / steps;
        const double lowest = std::max(to.lower(), start * (1 + rate.lower()));
        const double highest = std::min(to.upper(), start * (1 + rate.upper()));
        if (lowest > highest) continue;
        least = std::min(least, lowest - start);
        most = std::max(most, highest - start);
      }
      return Interval(least, most);
    };
    const Interval urban_increment = increments(g, u0, u1);
    const Interval rural_increment = increments(h, r0, r1);
    // A grid finds slightly less than the exact range, so compare only where the answer is not at the edge.
    const double edge = 0.02;
    if (urban_increment.upper() + edge < rural_increment.lower()) {
      BOOST_REQUIRE((answer == Certainty::certain));
      ++certain;
    } else if (urban_increment.lower() + edge < rural_increment.upper() &&
               urban_increment.upper() > rural_increment.lower() + edge) {
      BOOST_REQUIRE((answer == Certainty::possible));
    } else if (urban_increment.lower() > rural_increment.upper() + edge) {
      BOOST_REQUIRE((answer == Certainty::no));
    }
    // Never less definite than one kind of evidence.
    const Certainty levels = sr::is_gap_narrowing(u0, r0, u1, r1);
    if (levels != Certainty::possible) BOOST_REQUIRE((answer == levels));
  }
  BOOST_TEST(certain > 10);
}

BOOST_AUTO_TEST_CASE(errors_name_argument_value_and_remedy) {
  BOOST_TEST(
      raises([] { static_cast<void>(sr::income_ratio(5, 0)); }, {"income_ratio", "rural = 0", "must be positive"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::income_gap(-5, 0)); }, {"urban = -5"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::ratio_path(2, 0.1, 0.1, -1)); }, {"periods = -1", "negative"}));
  BOOST_TEST(
      raises([] { static_cast<void>(sr::ratio_path(2, 0.1, 0.1, 1'000'001)); }, {"periods = 1000001", "million"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::gap_paths(array({2, 2}), array({1}), array({0.1}), array({0.1}), -1)); },
                    {"periods = -1"}));
  BOOST_TEST(raises(
      [] { static_cast<void>(sr::ratio_paths(ArrayXd::Constant(300, 2), array({0.1}), array({0.1}), 1'000'000)); },
      {"300 paths", "2^28"}));
  BOOST_TEST(
      raises([] { static_cast<void>(sr::ratio_paths(array({2}), array({0.1}), array({0.1}), -1)); }, {"periods = -1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::gap_path(2, 1, 0.1, not_a_number, 3)); }, {"rural_growth = nan"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::ratio_path(2, array({0.1, 0.1, -1.5}), array({0.1}))); },
                    {"urban_growth = -1.5", "(element 2)"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::ratio_path(2, array({0.1, 0.1, 0.1}), array({0.1, 0.2}))); }, {"3, 2"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::gap_path(1e300, 1, 0.9, 0.1, 40)); }, {"gap_path", "too large"}));
  BOOST_TEST(
      raises([] { static_cast<void>(sr::gap_paths(array({1e300}), array({1}), array({0.9}), array({0.1}), 40)); },
             {"gap_path", "too large", "(element 0)"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::years_to_ratio(2, 0.1, 0.1, 0)); }, {"target = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::required_rural_growth(2, 0.1, 1.5, 0)); }, {"years = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::ratio_half_life(0.9, 0.1, 0.1)); }, {"ratio = 0.9", "at least 1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::gap_peak(0, 1, 0.1, 0.1)); }, {"urban = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::is_narrowing(-1.5, 0.1)); }, {"urban_growth = -1.5"}));
}

BOOST_AUTO_TEST_CASE(narrowing_over_arrays_is_that_of_each_element) {
  const ArrayXd urban_rates = array({0.063, 0.068, 0.068, 0.07});
  const ArrayXd rural_rates = array({0.068, 0.068, 0.0685, 0.06});
  const sr::Certainties rounded = sr::is_narrowing(urban_rates, rural_rates, 0.001);
  const sr::Certainties exact = sr::is_narrowing(urban_rates, rural_rates, 0.0);
  const std::array expected_rounded{Certainty::certain, Certainty::possible, Certainty::possible, Certainty::no};
  const std::array expected_exact{Certainty::certain, Certainty::no, Certainty::certain, Certainty::no};
  const auto at = [](const sr::Certainties& answers, Eigen::Index i) { return static_cast<Certainty>(answers[i]); };
  for (Eigen::Index i = 0; i < 4; ++i) {
    BOOST_TEST((at(rounded, i) == expected_rounded.at(static_cast<std::size_t>(i))));
    BOOST_TEST((at(exact, i) == expected_exact.at(static_cast<std::size_t>(i))));
  }

  // Shengzhou 2022 to 2023: incomes rounded to 100 yuan, rates to 0.1 %. The forms on intervals are the oracle.
  const ArrayXd u0 = array({72800}), v0 = array({40400}), u1 = array({urban}), v1 = array({rural});
  const ArrayXd gu = array({urban_growth}), gv = array({rural_growth});
  const Interval iu0 = around(72800, 50), iv0 = around(40400, 50), iu1 = around(urban, 50), iv1 = around(rural, 50);
  const Interval igu = around(urban_growth, 0.0005), igv = around(rural_growth, 0.0005);
  BOOST_TEST((at(sr::is_narrowing(u0, v0, u1, v1, 100), 0) == sr::is_narrowing(iu0, iv0, iu1, iv1)));
  BOOST_TEST((at(sr::is_narrowing(gu, gv, u0, v0, u1, v1, 0.001, 100), 0) == Certainty::certain));
  BOOST_TEST((at(sr::is_gap_narrowing(u0, v0, u1, v1, 100), 0) == sr::is_gap_narrowing(iu0, iv0, iu1, iv1)));
  BOOST_TEST((at(sr::is_gap_narrowing(gu, gv, u0, v0, u1, v1, 0.001, 100), 0) ==
              sr::is_gap_narrowing(igu, igv, iu0, iv0, iu1, iv1)));
  const ArrayXd thresholds = array({rural_growth, 0.113, 0.115});
  const sr::Certainties gap = sr::is_gap_narrowing(array({ratio}), gu, thresholds, 0.001);
  BOOST_TEST((at(gap, 0) == Certainty::no));
  BOOST_TEST((at(gap, 1) == Certainty::possible));
  BOOST_TEST((at(gap, 2) == Certainty::certain));

  BOOST_TEST(raises([&] { static_cast<void>(sr::is_narrowing(gu, array({not_a_number}), 0.001)); },
                    {"rural_growth = nan", "(element 0)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::is_narrowing(gu, gv, -0.001)); }, {"growth_step = -0.001"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::is_narrowing(u0, v0, u1, v1, not_a_number)); }, {"level_step = nan"}));
}

BOOST_AUTO_TEST_CASE(peaks_are_regular_values) {
  std::ostringstream out;
  out << GapPeak{Reach::reached, 108.5, 108, 4e6} << "; " << sr::gap_peak(2, 1, 0.1, 0.1);
  BOOST_TEST(out.str() == "reached in year 108 (time 108.5, gap 4e+06); never");
  const std::unordered_set<GapPeak> set{
      {Reach::already, 0, 0, 1}, {Reach::already, 0, 0, 1}, {Reach::already, 0, 0, 2}};
  BOOST_TEST(set.size() == 2U);
  const sr::GapPeakRange range =
      sr::gap_peak(Interval(77350, 77450), Interval(43150, 43250), Interval(0.0625, 0.0635), Interval(0.0675, 0.0685));
  BOOST_TEST((range.reached() == Certainty::certain));
  BOOST_TEST(range.earliest.year < 108);
  BOOST_TEST(range.latest.year > 108);
  BOOST_TEST((sr::gap_peak(2.0, 1.0, 0.05, Interval(0.04, 0.06)).reached() == Certainty::possible));
}

namespace {

struct RealRatio {
  int year;
  std::array<double, 4> nominal_and_prices;  // urban and rural income, urban and rural consumer prices
  double real_urban;                         // published
  double real_rural;
};

std::ostream& operator<<(std::ostream& out, const RealRatio& row) { return out << row.year; }

// National Bureau of Statistics, China; per cent.
const std::vector<RealRatio> real_ratios{{2023, {5.1, 7.7, 0.3, 0.1}, 4.8, 7.6},
                                         {2024, {4.6, 6.6, 0.2, 0.3}, 4.4, 6.3}};

[[nodiscard]] Interval one_decimal(double percent) { return {(percent - 0.05) / 100, (percent + 0.05) / 100}; }

}  // namespace

BOOST_DATA_TEST_CASE(the_real_ratio_moves_as_published, boost::unit_test::data::make(real_ratios), row) {
  const auto& x = row.nominal_and_prices;
  const Interval moved =
      sr::real_ratio_growth(one_decimal(x[0]), one_decimal(x[1]), one_decimal(x[2]), one_decimal(x[3]));
  BOOST_TEST(moved.overlaps(sr::real_growth(one_decimal(row.real_urban), one_decimal(row.real_rural))));
}

BOOST_AUTO_TEST_CASE(real_ratios_are_ratios_of_deflated_incomes) {
  Uniform uniform;
  for (int trial = 0; trial < 100; ++trial) {
    std::array<Interval, 4> box{1.0, 1.0, 1.0, 1.0};
    for (Interval& side : box) side = uniform.interval(1, 2);
    const Interval range = sr::real_income_ratio(box[0], box[1], box[2], box[3]);
    const double inside = sr::real_income_ratio(uniform(box[0]), uniform(box[1]), uniform(box[2]), uniform(box[3]));
    BOOST_REQUIRE(range.contains(inside));
    BOOST_REQUIRE(near(range.lower(), box[0].lower() / box[2].upper() / (box[1].upper() / box[3].lower()), 1e-14));
    std::array<Interval, 4> rates = box;
    for (Interval& rate : rates) rate = uniform.interval(-0.1, 0.3);
    const std::vector<Interval> path = sr::real_ratio_path(box[0], rates[0], rates[1], rates[2], rates[3], 6);
    const double start = uniform(box[0]);
    const std::array<double, 4> x{uniform(rates[0]), uniform(rates[1]), uniform(rates[2]), uniform(rates[3])};
    const ArrayXd points = sr::real_ratio_path(start, x[0], x[1], x[2], x[3], 6);
    const double yearly = (1 + x[0]) * (1 + x[3]) / ((1 + x[1]) * (1 + x[2]));
    for (Eigen::Index year = 0; year <= 6; ++year) {
      BOOST_REQUIRE(path[static_cast<std::size_t>(year)].contains(points[year]));
      BOOST_REQUIRE(near(points[year] / (start * std::pow(yearly, static_cast<double>(year))), 1, 1e-13));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_has_no_real_ratio) {
  BOOST_TEST(raises([] { (void)sr::real_income_ratio(1, 0, 1, 1); }, {"real_income_ratio: rural = 0 must be"}));
  BOOST_TEST(raises([] { (void)sr::real_ratio_growth(0, 0, -1, 0); }, {"urban_deflator_growth = -1 must exceed -1"}));
  BOOST_TEST(raises([] { (void)sr::real_ratio_path(1, array({0, 0}), array({0}), array({0}), array({0, 7})); },
                    {"real_ratio_path: rural_deflator_growth = 7 would be 700 %", "(element 1)"}));
  BOOST_TEST(
      raises([] { (void)sr::real_ratio_paths(array({1, 0}), array({0}), array({0}), array({0}), array({0}), 2); },
             {"real_ratio_path: ratio = 0", "(element 1)"}));
  BOOST_TEST(raises([] { (void)sr::real_ratio_path(1e308, 0.9, -0.9, -0.9, 0.9, 5); }, {"too large for a double"}));
}

BOOST_AUTO_TEST_SUITE_END()
