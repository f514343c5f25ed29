#include <cmath>
#include <ostream>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/plan.hpp>
#include <shengzhou_report/rate.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Certainty;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(plan)

namespace {

[[nodiscard]] Interval rounded(double percent) { return {(percent - 0.05) / 100, (percent + 0.05) / 100}; }

// Energy use per unit of GDP of China 2011 to 2015, yearly growth in per cent (statistical communiques). The plan asked
// for a fall by 16 %, the published outcome of the five years is 18.2 %.
const std::vector<double> twelfth{-2.0, -3.6, -3.7, -4.8, -5.6};

[[nodiscard]] ArrayXd falls(int years) { return Eigen::Map<const ArrayXd>(twelfth.data(), years) / 100; }

// The same from 2005 to 2009 in tonnes of standard coal for 10 000 yuan, as revised with the second economic census,
// and the yearly falls in per cent that the bureau published with it.
const std::vector<double> tonnes{1.276, 1.241, 1.179, 1.118, 1.077};
const std::vector<double> revised{-2.74, -5.04, -5.20, -3.61};

}  // namespace

BOOST_AUTO_TEST_CASE(published_falls_cumulate_to_the_published_total) {
  BOOST_TEST(near(100 * sr::cumulative_growth(falls(5)), -18.2, 0.05));
  std::vector<Interval> rates;
  for (const double fall : twelfth) rates.push_back(rounded(fall));
  BOOST_TEST(sr::cumulative_growth(rates).contains(-0.182));
}

BOOST_DATA_TEST_CASE(published_falls_cumulate_to_published_levels, boost::unit_test::data::xrange(1, 5), years) {
  const ArrayXd rates = Eigen::Map<const ArrayXd>(revised.data(), years) / 100;
  const double level = tonnes[0] * (1 + sr::cumulative_growth(rates));
  BOOST_TEST(near(level, tonnes[static_cast<std::size_t>(years)], 0.001));
}

BOOST_AUTO_TEST_CASE(a_fall_by_14_5_per_cent_after_two_years) {
  const double reached = sr::cumulative_growth(array({-0.030, -0.028}));
  BOOST_TEST(near(reached, -0.05716, 1e-12));
  BOOST_TEST(near(sr::log_progress(reached, -0.145), std::log(0.94284) / std::log(0.855), 1e-14));
  BOOST_TEST(near(sr::scheduled_growth(-0.145, 2, 5), std::pow(0.855, 0.4) - 1, 1e-15));
  BOOST_TEST(near(sr::required_average_growth(-0.145, reached, 3), std::cbrt(0.855 / 0.94284) - 1, 1e-15));
  const sr::PlanPath path = sr::growth_plan(-0.145, array({-0.030, -0.028}));
  BOOST_TEST(path.size() == 2);
  BOOST_TEST(path.required.size() == 2);
  BOOST_TEST(near(path.lead[1], std::log(0.94284) / std::log(0.855) - 0.4, 1e-14));
  BOOST_TEST(!path.is_on_schedule(1));
}

BOOST_AUTO_TEST_CASE(a_plan_that_was_met_early) {
  const sr::PlanPath path = sr::growth_plan(-0.16, falls(5));
  BOOST_TEST(!path.is_on_schedule(0));
  BOOST_TEST(path.progress[4] > 1);
  BOOST_TEST(path.required.size() == 4);
  // What is still needed each year leads to the target from wherever the plan is.
  for (Eigen::Index i = 0; i < 4; ++i) {
    const double rest = std::pow(1 + path.required[i], static_cast<double>(4 - i));
    BOOST_TEST(near((1 + path.reached[i]) * rest - 1, -0.16, 1e-15));
  }
}

BOOST_DATA_TEST_CASE(even_progress_is_on_schedule,
                     boost::unit_test::data::make({-0.145, -0.5, 0.3, 0.8, 1.5}) *
                         boost::unit_test::data::make({1, 3, 5}),
                     total, periods) {
  const sr::LargeRates allowed;
  const double yearly = sr::cagr(1, 1 + total, periods);
  const sr::PlanPath path = sr::growth_plan(total, ArrayXd::Constant(periods, yearly), periods);
  for (Eigen::Index i = 0; i < periods; ++i) {
    BOOST_TEST(path.is_on_schedule(i));
    BOOST_TEST(near(path.reached[i], path.scheduled[i], 1e-13));
    BOOST_TEST(near(path.lead[i], 0, 1e-13));
    if (i + 1 < periods) BOOST_TEST(near(path.required[i], yearly, 1e-13));
  }
  BOOST_TEST(near(path.progress[periods - 1], 1, 1e-13));
}

BOOST_AUTO_TEST_CASE(growth_that_cumulates_beyond_100_per_cent_needs_no_permission) {
  const sr::PlanPath path = sr::growth_plan(0.9, array({0.4, 0.4, 0.4}));
  BOOST_TEST(near(path.reached[2], 1.744, 1e-14));
  BOOST_TEST(path.required[2] < 0);
}

// Base, target, level after each year: a share that is to rise, and one that is to fall.
struct Way {
  double base, target;
  std::vector<double> levels;
  std::vector<double> progress;
  std::vector<double> required;
};
std::ostream& operator<<(std::ostream& out, const Way& way) { return out << way.base << " to " << way.target; }
const std::vector<Way> ways{{0.60, 0.65, {0.61, 0.62, 0.62}, {0.2, 0.4, 0.4}, {0.01, 0.01, 0.015}},
                            {35, 30, {34, 33.5, 31}, {0.2, 0.3, 0.8}, {-1, -7.0 / 6, -0.5}},
                            {10, 5, {11, 10, 4}, {-0.2, 0, 1.2}, {-1.5, -5.0 / 3, 0.5}}};

BOOST_DATA_TEST_CASE(levels_and_shares_go_their_way, boost::unit_test::data::make(ways), way) {
  const auto years = static_cast<Eigen::Index>(way.levels.size());
  const sr::PlanPath path =
      sr::level_plan(way.base, way.target, Eigen::Map<const ArrayXd>(way.levels.data(), years), 5);
  for (Eigen::Index i = 0; i < years; ++i) {
    const auto k = static_cast<std::size_t>(i);
    const double passed = static_cast<double>(i + 1) / 5;
    BOOST_TEST(near(path.progress[i], way.progress[k], 1e-14));
    BOOST_TEST(near(path.lead[i], way.progress[k] - passed, 1e-14));
    BOOST_TEST(near(path.scheduled[i], way.base + passed * (way.target - way.base), 1e-13));
    BOOST_TEST(near(path.required[i], way.required[k], 1e-14));
    BOOST_TEST(path.is_on_schedule(i) == (way.progress[k] > passed - 1e-12));
  }
}

BOOST_AUTO_TEST_CASE(rounding_may_decide_whether_a_plan_is_on_schedule) {
  const std::vector<Interval> outcomes{rounded(-3.1), rounded(-3.1), rounded(-3.5), rounded(-2.0)};
  const sr::PlanRanges ranges = sr::growth_plan(-0.145, outcomes, 5);
  BOOST_TEST((ranges.is_on_schedule(0) == Certainty::possible));
  BOOST_TEST((ranges.is_on_schedule(2) == Certainty::certain));
  BOOST_TEST((ranges.is_on_schedule(3) == Certainty::no));
  const sr::PlanPath path = sr::growth_plan(-0.145, array({-0.031, -0.031, -0.035, -0.020}), 5);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto k = static_cast<Eigen::Index>(i);
    BOOST_TEST(ranges.reached[i].contains(path.reached[k]));
    BOOST_TEST(ranges.progress[i].contains(path.progress[k]));
    BOOST_TEST(ranges.lead[i].contains(path.lead[k]));
    BOOST_TEST(ranges.required[i].contains(path.required[k]));
    BOOST_TEST(ranges.scheduled[k] == path.scheduled[k]);
  }
  const std::vector<Interval> shares{{0.6095, 0.6105}, {0.615, 0.625}};
  const sr::PlanRanges level = sr::level_plan(0.60, 0.65, shares, 5);
  BOOST_TEST(near(level.progress[1].lower(), 0.3, 1e-13));
  BOOST_TEST(near(level.progress[1].upper(), 0.5, 1e-13));
  BOOST_TEST(near(level.required[1].lower(), 0.025 / 3, 1e-14));
}

BOOST_AUTO_TEST_CASE(ranges_are_exact) {
  const Interval rate(-0.3, 0.4);
  const Interval fall(-0.4, -0.05);
  check_range<2>(
      {rate, fall}, [](auto... x) { return sr::log_progress(x...); }, [](auto... x) { return sr::log_progress(x...); });
  check_range<1>(
      {rate}, [](auto x) { return sr::scheduled_growth(x, 2, 5); },
      [](auto x) { return sr::scheduled_growth(x, 2, 5); });
  check_range<2>(
      {fall, rate}, [](auto... x) { return sr::required_average_growth(x..., 3); },
      [](auto... x) { return sr::required_average_growth(x..., 3); });
  check_range<3>(
      {Interval(0, 10), Interval(0, 30), Interval(12, 30)}, [](auto... x) { return sr::target_progress(x...); },
      [](auto... x) { return sr::target_progress(x...); });
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::required_change(x..., 3); },
      [](auto... x) { return sr::required_change(x..., 3); });
}

BOOST_AUTO_TEST_CASE(errors_name_argument_and_value) {
  const ArrayXd rates = array({0.05, 0.06});
  BOOST_TEST(raises([] { static_cast<void>(sr::log_progress(0.01, 0)); }, {"total_growth = 0", "no progress"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::log_progress(Interval(0.01), Interval(-0.01, 0.01))); },
                    {"total_growth = [-0.01, 0.01]"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::target_progress(5, 6, 5)); }, {"target = 5", "may be the base"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::target_progress(Interval(5), Interval(6), Interval(4, 6))); },
                    {"target = [4, 6]"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_plan(-14.5, rates)); }, {"total_growth = -14.5", "exceed -1"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_plan(14.5, rates)); }, {"total_growth = 14.5", "1450 %"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_plan(0.1, rates, 1)); }, {"rates has 2 years", "periods = 1"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_plan(0.1, rates, 0)); }, {"periods = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::level_plan(1, 2, ArrayXd(0))); }, {"levels has 0 years"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::level_plan(1, 1, array({2}))); }, {"target = 1", "may be the base"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::cumulative_growth(ArrayXd(0))); }, {"no rates given"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::required_change(-1e308, 1e308, 0.1)); }, {"too large"}));
  BOOST_TEST(near(sr::target_progress(-1e308, 0, 1e308), 0.5, 1e-16));
}

BOOST_AUTO_TEST_SUITE_END()
