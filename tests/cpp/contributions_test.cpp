#include <cmath>
#include <ostream>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/contributions.hpp>
#include <shengzhou_report/growth.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(contributions)

namespace {

[[nodiscard]] Interval rounded(double percent) { return {(percent - 0.05) / 100, (percent + 0.05) / 100}; }

// Shengzhou 2017: value added of the year in 100 million yuan, real growth, published pull and contribution in per
// cent.
struct Sector {
  const char* name;
  double value, growth, pull, rate;
};
std::ostream& operator<<(std::ostream& out, const Sector& sector) { return out << sector.name; }
const std::vector<Sector> sectors{
    {"primary", 39.10, 2.0, 0.1, 1.9}, {"secondary", 265.00, 7.9, 4.0, 51.4}, {"tertiary", 228.06, 8.6, 3.6, 46.6}};
constexpr double whole = 532.16;
constexpr double published_growth = 0.078;

[[nodiscard]] double share_before(const Sector& sector) {
  return sr::base_share(sector.value / whole, sector.growth / 100, published_growth);
}

// Consumption, investment and net exports of China: pull in points and contribution rate in per cent, as published.
struct Demand {
  int year;
  double growth, pull, rate;
};
std::ostream& operator<<(std::ostream& out, const Demand& demand) { return out << demand.year << ' ' << demand.pull; }
const std::vector<Demand> demands{{2023, 5.2, 4.3, 82.5}, {2023, 5.2, 1.5, 28.9}, {2023, 5.2, -0.6, -11.4}};

}  // namespace

BOOST_DATA_TEST_CASE(pulls_of_three_sectors, boost::unit_test::data::make(sectors), sector) {
  const double pull = sr::weighted_contribution(share_before(sector), sector.growth / 100);
  // Shares at current prices stand for those at the prices of the growth rates.
  BOOST_TEST(near(100 * pull, sector.pull, 0.15));
  const double rate = sr::weighted_contribution_rate(share_before(sector), sector.growth / 100, published_growth);
  BOOST_TEST(near(100 * rate, sector.rate, 1.2));
  BOOST_TEST(near(rate * published_growth, pull, 1e-16));
}

BOOST_DATA_TEST_CASE(published_pulls_over_growth_are_published_rates, boost::unit_test::data::make(demands), demand) {
  // A share of 1 makes growth the pull itself.
  const Interval rate = sr::weighted_contribution_rate(Interval(1), rounded(demand.pull), rounded(demand.growth));
  BOOST_TEST(rate.overlaps(rounded(demand.rate)));
}

BOOST_AUTO_TEST_CASE(a_table_sums_to_the_published_growth) {
  ArrayXd share(3);
  ArrayXd growth(3);
  for (int i = 0; i < 3; ++i) {
    share[i] = share_before(sectors[static_cast<std::size_t>(i)]);
    growth[i] = sectors[static_cast<std::size_t>(i)].growth / 100;
  }
  const sr::Contributions table = sr::contributions(share, growth, published_growth);
  BOOST_TEST(table.size() == 3);
  BOOST_TEST(near(table.contribution.sum() + table.residual, published_growth, 1e-16));
  BOOST_TEST(near(table.rate.sum() + table.residual_rate, 1, 1e-15));
  BOOST_TEST(near(share.sum() + table.residual_share, 1, 1e-15));
  BOOST_TEST(near(table.residual, 0.0005, 0.0005));
  const sr::Contributions alone = sr::contributions(array({0.2, 0.8}), array({0.05, 0.10}));
  BOOST_TEST(near(alone.whole_growth, 0.09, 1e-16));
  BOOST_TEST(alone.residual == 0);
  BOOST_TEST(near(alone.rate[0], 1.0 / 9, 1e-15));
}

BOOST_AUTO_TEST_CASE(levels_say_the_same) {
  const ArrayXd before = array({40, 160, 300});
  const ArrayXd after = array({42, 150, 340});
  const ArrayXd share = before / before.sum();
  const ArrayXd growth = after / before - 1;
  const sr::Contributions table = sr::contributions(share, growth);
  BOOST_TEST(near(table.whole_growth, sr::growth_rate(before.sum(), after.sum()), 1e-15));
  for (Eigen::Index i = 0; i < 3; ++i) {
    BOOST_TEST(near(table.contribution[i], sr::contribution(before[i], after[i], before.sum()), 1e-16));
    BOOST_TEST(near(table.rate[i], sr::contribution_rate(before[i], after[i], before.sum(), after.sum()), 1e-14));
    BOOST_TEST(near(sr::base_share(after[i] / after.sum(), growth[i], table.whole_growth), share[i], 1e-15));
  }
}

BOOST_AUTO_TEST_CASE(rounding_explains_a_residual_or_not) {
  const std::vector<Interval> share{rounded(7.3), rounded(49.8), rounded(42.9)};
  const std::vector<Interval> growth{rounded(2.0), rounded(7.9), rounded(8.6)};
  BOOST_TEST(sr::contributions(share, growth, rounded(7.8)).residual.contains(0.0));
  const sr::ContributionRanges off = sr::contributions(share, growth, rounded(8.8));
  BOOST_TEST(off.residual.lower() > 0);
  BOOST_TEST(off.residual.contains(0.088 - 0.073 * 0.02 - 0.498 * 0.079 - 0.429 * 0.086));
  BOOST_TEST(off.residual_rate.contains(off.residual.midpoint() / 0.088));
  BOOST_TEST(off.residual_share.contains(0.0));
  const sr::ContributionRanges alone = sr::contributions(share, growth);
  BOOST_TEST(alone.residual == Interval(0));
  BOOST_TEST(alone.whole_growth.contains(0.073 * 0.02 + 0.498 * 0.079 + 0.429 * 0.086));
}

BOOST_AUTO_TEST_CASE(ranges_are_exact) {
  const Interval share(0.1, 0.6);
  const Interval rate(-0.2, 0.3);
  const Interval risen(0.02, 0.3);
  check_range<2>(
      {share, rate}, [](auto... x) { return sr::weighted_contribution(x...); },
      [](auto... x) { return sr::weighted_contribution(x...); });
  check_range<3>(
      {share, rate, risen}, [](auto... x) { return sr::weighted_contribution_rate(x...); },
      [](auto... x) { return sr::weighted_contribution_rate(x...); });
  check_range<3>(
      {share, rate, risen}, [](auto... x) { return sr::base_share(x...); },
      [](auto... x) { return sr::base_share(x...); });
}

BOOST_AUTO_TEST_CASE(rates_of_parts_that_are_the_whole_are_exact) {
  Uniform uniform;
  for (int trial = 0; trial < 100; ++trial) {
    const std::vector<Interval> share{uniform.interval(0.298, 0.302), uniform.interval(0.698, 0.702)};
    const std::vector<Interval> growth{uniform.interval(0.01, 0.1), uniform.interval(0.01, 0.1)};
    double lowest = infinity;
    double highest = -infinity;
    for (unsigned corner = 0; corner < 16; ++corner) {
      const auto end = [&](const Interval& side, unsigned bit) {
        return (corner >> bit & 1U) != 0 ? side.upper() : side.lower();
      };
      const double part = end(share[0], 0) * end(growth[0], 1);
      const double rate = part / (part + end(share[1], 2) * end(growth[1], 3));
      lowest = std::min(lowest, rate);
      highest = std::max(highest, rate);
    }
    const Interval range = sr::contributions(share, growth).rate[0];
    BOOST_TEST(near(range.lower(), lowest, 1e-14));
    BOOST_TEST(near(range.upper(), highest, 1e-14));
  }
}

BOOST_AUTO_TEST_CASE(errors_name_argument_and_value) {
  const ArrayXd two = array({0.4, 0.5});
  const ArrayXd rates = array({0.05, 0.06});
  BOOST_TEST(raises([&] { static_cast<void>(sr::contributions(two, rates)); }, {"sum to 0.9", "whole_growth"}));
  BOOST_TEST(
      raises([&] { static_cast<void>(sr::contributions(two, array({0.1}), 0.05)); }, {"share has 2 parts, growth 1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::contributions(ArrayXd(0), ArrayXd(0), 0.05)); }, {"no parts"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::contributions(array({0.4, 44.5}), rates, 0.05)); },
                    {"share = 44.5", "from 0 to 1", "(element 1)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::contributions(two, rates, 5.2)); }, {"whole_growth = 5.2", "520 %"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::contributions(two, rates, 0.0)); },
                    {"whole_growth = 0", "may not have grown"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::base_share(0.9, 0.0, 0.5)); }, {"exceed the whole", "share_end = 0.9"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::base_share(Interval(0.9, 0.95), Interval(0), Interval(0.5))); },
                    {"exceed the whole"}));
  BOOST_TEST(sr::base_share(Interval(0.6, 0.9), Interval(0), Interval(0.5)).upper() == 1);
  BOOST_TEST(raises(
      [] { static_cast<void>(sr::weighted_contribution_rate(Interval(0.5), Interval(0.01), Interval(-0.01, 0.01))); },
      {"whole_growth = [-0.01, 0.01]"}));
}

BOOST_AUTO_TEST_SUITE_END()
