#include <cmath>
#include <ostream>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/prices.hpp>
#include <shengzhou_report/rate.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using Eigen::Index;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(prices)

namespace {

// Consumer prices of China, National Bureau of Statistics: month on month from January 2021 to December 2023, per cent.
const std::vector<double> printed{1.0, 0.6,  -0.5, -0.3, -0.2, -0.4, 0.3, 0.1,  0.0, 0.7,  0.4,  -0.3,
                                  0.4, 0.6,  0.0,  0.4,  -0.2, 0.0,  0.5, -0.1, 0.3, 0.1,  -0.2, 0.0,
                                  0.8, -0.5, -0.3, -0.1, -0.2, -0.2, 0.2, 0.3,  0.2, -0.1, -0.5, 0.1};
// Year on year of 2022 and 2023.
const std::vector<double> yearly{0.9, 0.9, 1.5, 2.1, 2.1, 2.5, 2.7,  2.5, 2.8, 2.1,  1.6,  1.8,
                                 2.1, 1.0, 0.7, 0.1, 0.2, 0.0, -0.3, 0.1, 0.0, -0.2, -0.5, -0.3};

[[nodiscard]] Interval rounded(double percent) { return {(percent - 0.05) / 100, (percent + 0.05) / 100}; }

[[nodiscard]] std::vector<Interval> rounded_rates() {
  std::vector<Interval> rates;
  for (const double rate : printed) rates.push_back(rounded(rate));
  return rates;
}

[[nodiscard]] ArrayXd rates() { return Eigen::Map<const ArrayXd>(printed.data(), std::ssize(printed)) / 100; }

/// An index by repeated multiplication, from its level before the first rate.
[[nodiscard]] std::vector<double> levels(const ArrayXd& of) {
  std::vector<double> index{100};
  for (const double rate : of) index.push_back(index.back() * (1 + rate));
  return index;
}

}  // namespace

BOOST_DATA_TEST_CASE(published_yearly_rates_follow_from_monthly_ones, boost::unit_test::data::xrange(24), month) {
  const auto i = static_cast<std::size_t>(month);
  const std::vector<Interval> chained = sr::year_on_year(rounded_rates());
  BOOST_TEST(chained[i + 1].overlaps(rounded(yearly[i])));
  BOOST_TEST(near(sr::year_on_year(rates())[month + 1], yearly[i] / 100, 0.003));
}

// What the bureau said of a month: year, month, yearly rate, carry-over and new price rise in per cent.
struct Published {
  int year, month;
  double yearly, carried, risen;
};
std::ostream& operator<<(std::ostream& out, const Published& p) { return out << p.year << '-' << p.month; }
const std::vector<Published> published{{2022, 7, 2.7, 0.9, 1.8}};

BOOST_DATA_TEST_CASE(published_carry_over_and_new_price_rise, boost::unit_test::data::make(published), p) {
  const auto row = static_cast<std::size_t>(12 * (p.year - 2021) + p.month - 12);
  const sr::PriceChangeRanges changes = sr::price_changes(rounded_rates());
  BOOST_TEST(changes.carry_over[row].overlaps(rounded(p.carried)));
  BOOST_TEST(changes.new_price_rise[row].overlaps(rounded(p.risen)));
  BOOST_TEST(sr::new_price_rise(rounded(p.yearly), rounded(p.carried)).overlaps(rounded(p.risen)));
  BOOST_TEST(near(sr::price_changes(rates()).carry_over[static_cast<Index>(row)] * 100, p.carried, 0.05));
}

BOOST_AUTO_TEST_CASE(the_example_of_the_bureau) { BOOST_TEST(near(sr::new_price_rise(0.020, 0.005), 0.015, 1e-16)); }

BOOST_DATA_TEST_CASE(changes_are_quotients_of_the_index, boost::unit_test::data::xrange(1, 13), first_period) {
  const std::vector<double> index = levels(rates());
  const sr::PriceChanges changes = sr::price_changes(rates(), first_period);
  BOOST_REQUIRE_EQUAL(changes.size(), 25);
  for (Index row = 0; row < changes.size(); ++row) {
    const Index now = row + 12;  // in the index, whose first level stands before the first rate
    const Index months = (first_period - 1 + now - 1) % 12 + 1;  // since the year ended
    const double level = index[static_cast<std::size_t>(now)];
    const double before = index[static_cast<std::size_t>(now - 12)];
    const double year_end = index[static_cast<std::size_t>(now - months)];
    BOOST_TEST(near(changes.year_on_year[row], level / before - 1, 1e-14));
    BOOST_TEST(near(changes.carry_over[row], sr::carry_over(before, year_end), 1e-14));
    BOOST_TEST(near(changes.since_year_end[row], level / year_end - 1, 1e-14));
    BOOST_TEST(near(changes.carry_over[row] + changes.new_price_rise[row], changes.year_on_year[row], 1e-15));
  }
}

BOOST_DATA_TEST_CASE(monthly_rates_come_back, boost::unit_test::data::make({2, 4, 12}), periods) {
  const ArrayXd given = rates();
  const ArrayXd back = sr::month_on_month(sr::year_on_year(given, periods), given.head(periods));
  BOOST_REQUIRE_EQUAL(back.size(), given.size());
  BOOST_TEST(near((back - given).abs().maxCoeff(), 0, 1e-14));
}

BOOST_AUTO_TEST_CASE(monthly_ranges_hold_the_rates_that_print_alike) {
  // The index of 2021 and what it prints: the true rates lie within what their yearly rates say.
  const ArrayXd truth = rates() + 0.0002;
  std::vector<Interval> yearly_printed;
  for (const double rate : sr::year_on_year(truth)) yearly_printed.push_back(rounded(std::round(rate * 1000) / 10));
  std::vector<Interval> first;
  for (const double rate : truth.head(12)) first.push_back(rounded(std::round(rate * 1000) / 10));
  const std::vector<Interval> back = sr::month_on_month(yearly_printed, first);
  BOOST_REQUIRE_EQUAL(std::ssize(back), truth.size());
  for (Index i = 0; i < truth.size(); ++i) BOOST_TEST(back[static_cast<std::size_t>(i)].contains(truth[i]));
}

BOOST_AUTO_TEST_CASE(effects_add_up_to_the_change_of_the_yearly_rate) {
  const ArrayXd given = rates();
  const ArrayXd yearly_rates = sr::year_on_year(given);
  const Index n = yearly_rates.size() - 1;
  const ArrayXd before = yearly_rates.head(n);
  const ArrayXd base = sr::base_effect(before, given.head(n));
  const ArrayXd moved = sr::momentum(before, given.head(n), given.tail(n));
  BOOST_TEST(near((base + moved - (yearly_rates.tail(n) - before)).abs().maxCoeff(), 0, 1e-14));
  BOOST_TEST(sr::momentum(0.02, 0.01, 0) == 0);
  BOOST_TEST(sr::base_effect(0.02, 0) == 0);
}

BOOST_AUTO_TEST_CASE(the_carry_over_of_a_year_is_that_of_its_mean) {
  const ArrayXd last_year = rates().segment(12, 12);
  const std::vector<double> index = levels(last_year);
  double mean = 0;
  for (std::size_t i = 1; i < index.size(); ++i) mean += index[i] / 12;
  BOOST_TEST(near(sr::annual_carry_over(last_year), index.back() / mean - 1, 1e-15));
  // Prices that stand still next year have that growth of their mean, and nothing else.
  const std::vector<Interval> ranges{rounded(0.1), rounded(0.2), rounded(-0.3), rounded(0.4)};
  const Interval carried = sr::annual_carry_over(ranges);
  BOOST_TEST(carried.contains(sr::annual_carry_over(array({0.001, 0.002, -0.003, 0.004}))));
  BOOST_TEST(carried.lower() == sr::annual_carry_over(array({0.0005, 0.0015, -0.0035, 0.0035})));
  BOOST_TEST(sr::annual_carry_over(array({0.5})) == 0);
}

BOOST_AUTO_TEST_CASE(ranges_are_exact) {
  const Interval rate(-0.3, 0.4);
  check_range<2>(
      {Interval(50, 150), Interval(60, 200)}, [](auto... x) { return sr::carry_over(x...); },
      [](auto... x) { return sr::carry_over(x...); });
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::new_price_rise(x...); },
      [](auto... x) { return sr::new_price_rise(x...); });
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::base_effect(x...); }, [](auto... x) { return sr::base_effect(x...); });
  check_range<3>(
      {rate, rate, rate}, [](auto... x) { return sr::momentum(x...); }, [](auto... x) { return sr::momentum(x...); });
}

BOOST_AUTO_TEST_CASE(ranges_of_changes_are_met_at_their_corners) {
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<Interval> box;
    for (int i = 0; i < 3; ++i) box.push_back(uniform.interval(-0.3, 0.3));
    double lowest = infinity;
    double highest = -infinity;
    for (unsigned corner = 0; corner < 8; ++corner) {
      ArrayXd point(3);
      for (unsigned i = 0; i < 3; ++i) point[i] = (corner >> i & 1U) != 0 ? box[i].upper() : box[i].lower();
      const double rise = sr::price_changes(point, 1, 2).new_price_rise[1];
      lowest = std::min(lowest, rise);
      highest = std::max(highest, rise);
    }
    const Interval range = sr::price_changes(box, 1, 2).new_price_rise[1];
    BOOST_TEST(near(range.lower(), lowest, 1e-15));
    BOOST_TEST(near(range.upper(), highest, 1e-15));
  }
  const std::vector<Interval> open{{0.0, infinity}, 0.0, 0.0};
  BOOST_TEST(sr::price_changes(open, 2, 2).new_price_rise[0].upper() == 0);
  BOOST_TEST(sr::year_on_year(open, 2)[0].upper() == infinity);
}

BOOST_AUTO_TEST_CASE(errors_name_argument_and_value) {
  const ArrayXd few = array({0.01, 0.02});
  BOOST_TEST(raises([&] { static_cast<void>(sr::year_on_year(few)); }, {"month_on_month has 2 rates", "12"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::year_on_year(few, 0)); }, {"periods_per_year = 0"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::price_changes(few, 3, 2)); }, {"first_period = 3", "1 and 2"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::year_on_year(array({0.01, 1.2}), 2)); },
                    {"month_on_month = 1.2", "120 %", "(element 1)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::month_on_month(few, array({0.01}))); }, {"first_year has 1 rates"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::month_on_month(ArrayXd(0), few)); }, {"no yearly rates"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::month_on_month(array({-1}), few)); }, {"year_on_year = -1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::annual_carry_over(ArrayXd(0))); }, {"no rates given"}));
  const sr::LargeRates allowed;
  BOOST_TEST(raises([] { static_cast<void>(sr::year_on_year(array({1e300, 1e300}), 2)); }, {"too large"}));
}

BOOST_AUTO_TEST_SUITE_END()
