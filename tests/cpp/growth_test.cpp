#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_set>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Certainty;
using sr::Crossing;
using sr::Interval;
using sr::Reach;

BOOST_AUTO_TEST_SUITE(growth)

namespace {

struct IncomePair {
  const char* place;
  const char* group;
  int year;
  double previous;
  double current;
  double published;  // percent, nominal
};

std::ostream& operator<<(std::ostream& out, const IncomePair& pair) {
  return out << pair.place << ' ' << pair.group << ' ' << pair.year;
}

// Statistical communiques; income per head in yuan and nominal growth in percent.
const std::vector<IncomePair> income_pairs{
    {"China", "all", 2021, 32189, 35128, 9.1},       {"China", "all", 2022, 35128, 36883, 5.0},
    {"China", "all", 2023, 36883, 39218, 6.3},       {"China", "all", 2024, 39218, 41314, 5.3},
    {"China", "all", 2025, 41314, 43377, 5.0},       {"China", "rural", 2021, 17131, 18931, 10.5},
    {"China", "rural", 2022, 18931, 20133, 6.3},     {"China", "rural", 2023, 20133, 21691, 7.7},
    {"China", "rural", 2024, 21691, 23119, 6.6},     {"China", "rural", 2025, 23119, 24456, 5.8},
    {"China", "urban", 2020, 42359, 43834, 3.5},     {"China", "urban", 2021, 43834, 47412, 8.2},
    {"China", "urban", 2022, 47412, 49283, 3.9},     {"China", "urban", 2023, 49283, 51821, 5.1},
    {"China", "urban", 2024, 51821, 54188, 4.6},     {"China", "urban", 2025, 54188, 56502, 4.3},
    {"Shengzhou", "rural", 2018, 26944, 29459, 9.3}, {"Shengzhou", "rural", 2019, 29459, 32131, 9.1},
    {"Shengzhou", "urban", 2018, 52039, 56360, 8.3}, {"Shengzhou", "urban", 2019, 56360, 61271, 8.7}};

}  // namespace

BOOST_DATA_TEST_CASE(published_income_growth_follows_from_levels, boost::unit_test::data::make(income_pairs), pair) {
  const double rate = sr::growth_rate(pair.previous, pair.current);
  BOOST_TEST(std::round(rate * 1000) / 10 == pair.published, boost::test_tools::tolerance(1e-12));
  const Interval range = sr::growth_rate(Interval(pair.previous - 0.5, pair.previous + 0.5),
                                         Interval(pair.current - 0.5, pair.current + 0.5));
  BOOST_TEST(range.overlaps(Interval((pair.published - 0.05) / 100, (pair.published + 0.05) / 100)));
  BOOST_TEST(range.contains(rate));
  // Half-width of growth from rounded levels, to first order: (d / 2)(1 / x0)(1 + x1 / x0).
  BOOST_TEST(range.width() / 2 == 0.5 / pair.previous * (2 + rate), boost::test_tools::tolerance(1e-3));
}

// Domain notes 1.2: level, previous level, real growth and the deflator they imply, in percent.
struct Deflator {
  double previous, current, real, deflator;
};
std::ostream& operator<<(std::ostream& out, const Deflator& d) { return out << d.current; }
const std::vector<Deflator> deflators{
    {532.16, 560.65, 8.0, -2.45}, {560.65, 589.15, 6.3, -1.14}, {658.39, 711.08, 4.1, 3.75}, {711.08, 745, 7.5, -2.54}};

BOOST_DATA_TEST_CASE(implied_deflators_of_shengzhou, boost::unit_test::data::make(deflators), d) {
  const double nominal = sr::growth_rate(d.previous, d.current);
  const double deflator = sr::implied_deflator(nominal, d.real / 100);
  BOOST_TEST(near(deflator * 100, d.deflator, 0.005));
  BOOST_TEST(near(sr::nominal_growth(d.real / 100, deflator), nominal, 1e-15));
  BOOST_TEST(near(sr::real_growth(nominal, deflator), d.real / 100, 1e-15));
}

BOOST_AUTO_TEST_CASE(implied_base_of_the_revised_2023_gdp) {
  BOOST_TEST(near(sr::implied_base(800.25, 0.066), 750.70, 0.005));
  const Interval base = sr::implied_base(800.25, Interval(0.0655, 0.0665));
  BOOST_TEST(near(base.lower(), 750.35, 0.005));
  BOOST_TEST(near(base.upper(), 751.06, 0.005));
  BOOST_TEST(near(sr::growth_rate(745, 800.25), 0.0742, 5e-5));
  BOOST_TEST(near(sr::implied_base(228.2, 0.17), 195.0, 0.05));
}

BOOST_AUTO_TEST_CASE(average_growth_over_several_years) {
  BOOST_TEST(near(sr::cagr(28993, 45794, 5), 0.0957, 5e-5));
  BOOST_TEST(near(sr::cagr(16367, 26508, 5), 0.1012, 5e-5));
  BOOST_TEST(near(sr::cagr(1520, 2243.1, 5), 0.0809, 5e-5));
  BOOST_TEST(near(sr::cagr(679762, 675226, 10), -0.000669, 5e-7));
  BOOST_TEST(near(sr::required_growth(745, 800.25, 1), sr::growth_rate(745, 800.25), 1e-15));
  BOOST_TEST(sr::cagr(100, 0, 3) == -1);
}

BOOST_AUTO_TEST_CASE(two_year_averages_of_2021) {
  BOOST_TEST(near(sr::two_year_average(0.021, 0.081), 0.0506, 5e-5));
  BOOST_TEST(near(sr::cagr(30733, 35128, 2), 0.0691, 5e-5));
  BOOST_TEST(near(sr::two_year_average(0.021, 0.081), sr::average_growth(array({0.021, 0.081})), 1e-15));
}

BOOST_AUTO_TEST_CASE(rest_of_the_year) {
  BOOST_TEST(near(sr::required_growth_rest(0.070, 0.060, 0.72), 0.09571, 5e-6));
  BOOST_TEST(near(sr::required_growth_rest(0.070, 0.068, 0.72), 0.07514, 5e-6));
  BOOST_TEST(sr::required_growth_rest(0.07, 0.06, 0) == 0.07);
  BOOST_TEST(raises([] { static_cast<void>(sr::required_growth_rest(0.07, 0.06, 1)); }, {"ytd_share = 1", "below 1"}));
  BOOST_TEST(
      raises([] { static_cast<void>(sr::required_growth_rest(-0.5, 0.5, 0.5)); }, {"exceeds the annual target"}));
}

struct Part {
  const char* name;
  double increment, share, pull;  // yuan, percent, points
};
std::ostream& operator<<(std::ostream& out, const Part& part) { return out << part.name; }
const std::vector<Part> parts{{"wages", 1593, 61.2, 4.2},
                              {"business", 537, 20.7, 1.4},
                              {"property", 210, 8.1, 0.5},
                              {"transfers", 261, 10.0, 0.7}};

BOOST_DATA_TEST_CASE(contributions_of_income_sources, boost::unit_test::data::make(parts), part) {
  // Levels are rounded to 1 yuan, so an increment is known to 1 yuan. 537 / 2601 is 20.65 % only within that.
  const Interval whole_from(38360.5, 38361.5);
  const Interval whole_to(40961.5, 40962.5);
  const Interval increment(part.increment - 1, part.increment + 1);
  const Interval share = 100.0 * sr::contribution_rate(0.0, increment, whole_from, whole_to);
  const Interval pull = 100.0 * sr::contribution(0.0, increment, whole_from);
  BOOST_TEST(share.overlaps(Interval(part.share - 0.05, part.share + 0.05)));
  BOOST_TEST(pull.overlaps(Interval(part.pull - 0.05, part.pull + 0.05)));
  BOOST_TEST(share.width() < 0.2);
  BOOST_TEST(pull.width() < 0.006);
}

BOOST_AUTO_TEST_CASE(contributions_add_up) {
  const ArrayXd increment = array({1593, 537, 210, 261});
  const ArrayXd zero = array({0});
  const ArrayXd pulls = sr::contribution(zero, increment, array({38361}));
  BOOST_TEST(near(pulls.sum(), sr::growth_rate(38361, 40962), 1e-15));
  const ArrayXd shares = sr::contribution_rate(zero, increment, array({38361}), array({40962}));
  BOOST_TEST(near(shares.sum(), 1, 1e-15));
  BOOST_TEST(sr::contribution(-10, -30, 1000) == -0.02);
  BOOST_TEST(raises([] { static_cast<void>(sr::contribution_rate(1, 2, 5, 5)); },
                    {"contribution_rate", "whole_end = 5", "may not have changed"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::contribution_rate(1, 2, Interval(4, 6), Interval(5, 7))); },
                    {"whole_start = [4, 6]"}));
}

BOOST_AUTO_TEST_CASE(doubling_words) {
  BOOST_TEST(sr::doublings(1, 4) == 2);
  BOOST_TEST(sr::doublings(3, 24) == 3);
  const sr::LargeRates limit;
  BOOST_TEST(sr::compound(1, 4.8) == 5.8);
  BOOST_TEST(near(sr::doubling_time(0.07).periods, 10.244768351058712, 1e-12));
  BOOST_TEST(sr::doubling_time(0.07).whole_periods() == 11);
  BOOST_TEST(near(sr::doubling_time(0.07, 4).periods, 2 * sr::doubling_time(0.07).periods, 1e-12));
}

BOOST_AUTO_TEST_CASE(compounding_and_chaining_agree_with_repeated_multiplication) {
  const ArrayXd rates = array({0.065, -0.02, 0.081, 0.0});
  const ArrayXd index = sr::chain(rates);
  BOOST_TEST(index.size() == 5);
  BOOST_TEST(index[0] == 100);
  double level = 100;
  for (Eigen::Index i = 0; i < rates.size(); ++i) {
    level *= 1 + rates[i];
    BOOST_TEST(near(index[i + 1], level, 1e-12));
  }
  BOOST_TEST(near(sr::compound(100, sr::average_growth(rates), 4), level, 1e-11));
  BOOST_TEST(sr::chain(ArrayXd(0), 1.0).size() == 1);
  BOOST_TEST(near(sr::compound(745, 0.07), 797.15, 1e-10));
  BOOST_TEST(near(sr::compound(sr::compound(745, 0.07, 3), 0.07, -3), 745, 1e-10));
  BOOST_TEST(near(sr::annualise(0.01, 4), 0.04060401, 1e-14));
  BOOST_TEST(near(sr::log_growth(100, 110), 0.09531017980432487, 1e-15));
  BOOST_TEST(near(sr::percentage_point_difference(0.068, 0.063), 0.005, 1e-15));
  const std::vector<Interval> ranges = sr::chain(std::vector<Interval>{{0.0, 0.1}, {-0.1, 0.2}}, Interval(99, 101));
  BOOST_TEST(ranges.size() == 3U);
  BOOST_TEST(ranges[2].lower() == 99 * 1.0 * 0.9);
  BOOST_TEST(ranges[2].upper() == 101 * 1.1 * 1.2);
}

BOOST_AUTO_TEST_CASE(interval_forms_are_exact_ranges) {
  const Interval level(1, 1000);
  const Interval rate(-0.5, 0.8);
  const Interval number(-50, 50);
  const auto check = [](const auto& domain, const auto& function) { check_range(domain, function, function); };
  check(std::array{level, level}, [](auto... x) { return sr::growth_rate(x...); });
  check(std::array{level, rate}, [](auto... x) { return sr::compound(x..., 7); });
  check(std::array{level, rate}, [](auto... x) { return sr::compound(x..., -3.5); });
  check(std::array{level, level}, [](auto... x) { return sr::cagr(x..., 5); });
  check(std::array{level, level}, [](auto... x) { return sr::required_growth(x..., 0.25); });
  check(std::array{level, level}, [](auto... x) { return sr::log_growth(x...); });
  check(std::array{level, level}, [](auto... x) { return sr::doublings(x...); });
  check(std::array{rate, rate}, [](auto... x) { return sr::two_year_average(x...); });
  check(std::array{level, rate}, [](auto... x) { return sr::implied_base(x...); });
  check(std::array{rate}, [](auto... x) { return sr::annualise(x..., 4); });
  check(std::array{rate, rate}, [](auto... x) { return sr::real_growth(x...); });
  check(std::array{rate, rate}, [](auto... x) { return sr::nominal_growth(x...); });
  check(std::array{rate, rate}, [](auto... x) { return sr::implied_deflator(x...); });
  check(std::array{Interval(0.5, 0.9), rate, Interval(0, 0.7)},
        [](auto... x) { return sr::required_growth_rest(x...); });
  check(std::array{number, number, level}, [](auto... x) { return sr::contribution(x...); });
  check(std::array{number, number, Interval(100, 200), Interval(201, 300)},
        [](auto... x) { return sr::contribution_rate(x...); });
  check(std::array{rate, rate}, [](auto... x) { return sr::percentage_point_difference(x...); });
}

BOOST_AUTO_TEST_CASE(average_growth_of_intervals) {
  const std::vector<Interval> rates{{0.06, 0.07}, {-0.1, 0.02}, {0.05, 0.05}};
  const Interval range = sr::average_growth(rates);
  BOOST_TEST(range.lower() == sr::average_growth(array({0.06, -0.1, 0.05})));
  BOOST_TEST(range.upper() == sr::average_growth(array({0.07, 0.02, 0.05})));
}

BOOST_AUTO_TEST_CASE(infinite_interval_ends_mean_unknown) {
  BOOST_TEST(sr::compound(100.0, Interval(0.08, infinity)) == Interval(108, infinity));
  BOOST_TEST(sr::growth_rate(Interval(100, infinity), Interval(110, infinity)).lower() == -1);
  BOOST_TEST(sr::growth_rate(Interval(100, infinity), Interval(110, infinity)).upper() == infinity);
}

BOOST_AUTO_TEST_CASE(arrays_equal_numbers_element_by_element) {
  Uniform uniform;
  const Eigen::Index size = 700;  // more than two blocks
  ArrayXd from(size);
  ArrayXd to(size);
  ArrayXd rate(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    from[i] = uniform(1, 1000);
    to[i] = uniform(1, 1000);
    rate[i] = uniform(-0.5, 0.5);
  }
  const ArrayXd one = array({12.5});
  const ArrayXd growth = sr::growth_rate(from, to);
  const ArrayXd compounded = sr::compound(one, rate, to / 100);
  const ArrayXd next = sr::compound(from, rate);
  const ArrayXd annual = sr::cagr(from, one, one);
  const sr::Crossings crossings = sr::periods_to_reach(from, to, rate);
  for (Eigen::Index i = 0; i < size; ++i) {
    BOOST_REQUIRE_EQUAL(growth[i], sr::growth_rate(from[i], to[i]));
    BOOST_REQUIRE_EQUAL(compounded[i], sr::compound(12.5, rate[i], to[i] / 100));
    BOOST_REQUIRE_EQUAL(next[i], sr::compound(from[i], rate[i]));
    BOOST_REQUIRE_EQUAL(annual[i], sr::cagr(from[i], 12.5, 12.5));
    BOOST_REQUIRE((crossings[i] == sr::periods_to_reach(from[i], to[i], rate[i])));
  }
  BOOST_TEST(sr::growth_rate(ArrayXd(0), one).size() == 0);
  // A strided view and an expression are copied as needed.
  BOOST_TEST((sr::growth_rate(from.reverse(), to.reverse()) == growth.reverse()).all());
}

BOOST_AUTO_TEST_CASE(array_errors_name_the_element) {
  const ArrayXd good = ArrayXd::Constant(600, 2.0);
  ArrayXd bad = good;
  bad[511] = -3;
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_rate(bad, good)); }, {"start = -3", "(element 511)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::chain(array({0.1, 0.2, -1}))); }, {"rates = -1", "(element 2)"}));
  const std::vector<Interval> rates{{0, 0.9}, {-2, 0.9}};
  BOOST_TEST(raises([&] { static_cast<void>(sr::average_growth(rates)); }, {"rates = [-2, 0.9]", "(element 1)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::growth_rate(good.head(3), good.head(4))); }, {"3, 4", "size 1"}));
}

BOOST_AUTO_TEST_CASE(broadcasting_into_a_given_array) {
  const auto difference = [](double a, double b) { return a - b; };
  ArrayXd a = array({3, 5, 9});
  sr::broadcast_into(a, difference, a, array({1}));
  BOOST_TEST((a == array({2, 4, 8})).all());
  BOOST_TEST(
      raises([&] { sr::broadcast_into(a, difference, array({1, 2}), array({1})); }, {"out has size 3", "2 results"}));
  BOOST_TEST(sr::broadcast_size({1, 1}) == 1);
  BOOST_TEST(sr::broadcast_size({1, 0}) == 0);
  BOOST_TEST(raises([] { static_cast<void>(sr::broadcast_size({2, 0})); }, {"2, 0"}));
}

BOOST_AUTO_TEST_CASE(errors_name_argument_value_and_remedy) {
  BOOST_TEST(
      raises([] { static_cast<void>(sr::compound(100, -1, 2)); }, {"compound", "rate = -1 ", "exceed -1", "6.5 %"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::compound(-5, 0.1, 2)); }, {"value = -5", "cannot be negative"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::compound(5, not_a_number, 2)); }, {"rate = nan", "missing values"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::compound(5, 0.1, infinity)); }, {"periods = inf"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::compound(1e300, 0.9, 1000)); }, {"value = 1e+300", "too large"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::growth_rate(0, 5)); }, {"start = 0", "must be positive"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::growth_rate(1e-300, 1e300)); }, {"start = 1e-300", "end = 1e+300"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::log_growth(5, 0)); }, {"end = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::cagr(5, 6, 0)); }, {"periods = 0", "must be positive"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::cagr(5, 6, -1)); }, {"periods = -1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::average_growth(ArrayXd(0))); }, {"average_growth", "no rates"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::chain(array({0.1}), 0)); }, {"base = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::real_growth(0.1, Interval(-1, 0))); }, {"deflator_growth = [-1, 0]"}));
  const sr::LargeRates limit;
  BOOST_TEST(raises([] { static_cast<void>(sr::chain(array({1e200, 1e200}))); }, {"after 2 periods", "too large"}));
}

BOOST_AUTO_TEST_CASE(a_rate_in_per_cent_is_no_fraction) {
  const auto refuses = [](const std::function<void()>& call, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return raises(call, {word.c_str()}); });
  };
  const std::vector<std::string> six{"= 6 would be 600 %", "6 % is 0.06", "LargeRates"};
  BOOST_TEST(refuses([] { std::ignore = sr::compound(745, 6); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::real_growth(6, 0.02); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::real_growth(0.06, 6); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::average_growth(array({0.05, 6})); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::chain(array({6})); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::doubling_time(6); }, six));
  BOOST_TEST(refuses([] { std::ignore = sr::compound(100, 7.1); }, {"7.1 would be 710 %", "7.1 % is 0.071"}));
  BOOST_TEST(refuses([] { std::ignore = sr::compound(100, 1); }, {"rate = 1 would be 100 %", "1 % is 0.01"}));
  BOOST_TEST(sr::compound(100, std::nextafter(1.0, 0.0)) == 200);
  // Of an array the element is named, wherever in a block it stands.
  for (const Eigen::Index at : {0, 255, 256, 699}) {
    ArrayXd rates = ArrayXd::Constant(700, 0.05);
    rates[at] = 6;
    BOOST_TEST(refuses([&] { std::ignore = sr::compound(array({1}), rates); },
                       {"rate = 6 would be", "(element " + std::to_string(at) + ")"}));
  }
  // An open end says nothing.
  BOOST_TEST(
      refuses([] { std::ignore = sr::compound(100.0, Interval(5.95, 6.05)); }, {"rate = [5.95, 6.05] would be 605 %"}));
  BOOST_TEST(
      refuses([] { std::ignore = sr::compound(100.0, Interval(6, infinity)); }, {"rate = [6, inf] would be 600 %"}));
  BOOST_TEST(sr::compound(100.0, Interval(0.5, infinity)).lower() == 150);
}

BOOST_AUTO_TEST_CASE(growth_that_is_really_large_is_allowed_by_name) {
  {
    const sr::LargeRates allowed;
    BOOST_TEST(sr::compound(100, 6) == 700);
    BOOST_TEST(sr::compound(array({100}), array({6}))[0] == 700);
    {
      const sr::LargeRates again;
    }
    BOOST_TEST(sr::compound(100, 6) == 700);
    // It is this thread's alone.
    bool refused = false;
    std::thread([&refused] { refused = raises([] { std::ignore = sr::compound(100, 6); }, {"rate = 6"}); }).join();
    BOOST_TEST(refused);
  }
  BOOST_TEST(raises([] { std::ignore = sr::compound(100, 6); }, {"rate = 6"}));
}

BOOST_AUTO_TEST_CASE(reaching_a_level) {
  BOOST_TEST((sr::periods_to_reach(100, 100, 0.05) == Crossing{Reach::already, 0}));
  BOOST_TEST((sr::periods_to_reach(100, 90, -0.05) == Crossing{Reach::already, 0}));
  BOOST_TEST((sr::periods_to_reach(100, 0, 0.05) == Crossing{Reach::already, 0}));
  BOOST_TEST((sr::periods_to_reach(100, 110, 0) == Crossing{Reach::never, infinity}));
  BOOST_TEST((sr::periods_to_reach(100, 110, -0.1) == Crossing{Reach::never, infinity}));
  BOOST_TEST((sr::doubling_time(0).reach == Reach::never));
  BOOST_TEST((sr::doubling_time(-0.5).reach == Reach::never));
  BOOST_TEST((sr::doubling_time(-0.5, 1).reach == Reach::already));
  BOOST_TEST(sr::periods_to_reach(100, 110, -0.1).periods == infinity);
  BOOST_TEST(sr::periods_to_reach(100, 50, 0.1).whole_periods() == 0);
  BOOST_TEST(raises([] { static_cast<void>(sr::doubling_time(0).whole_periods()); }, {"never"}));
  BOOST_TEST(raises([] { static_cast<void>(Crossing{Reach::reached, 1e300}.whole_periods()); }, {"1e+300"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::periods_to_reach(0, 5, 0.1)); }, {"start = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::doubling_time(0.05, 0)); }, {"times = 0"}));
  // Falling from 100 to 87 at -3 % a year, asked the other way round.
  BOOST_TEST(near(sr::periods_to_reach(87, 100, 0.03 / 0.97).periods, std::log(0.87) / std::log(0.97), 1e-12));
}

BOOST_AUTO_TEST_CASE(whole_periods_agree_with_counting) {
  Uniform uniform;
  for (int trial = 0; trial < 5000; ++trial) {
    const double rate = std::exp(uniform(-7, 0));
    const double from = uniform(1, 1000);
    const auto exact = static_cast<int>(uniform(1, 40));
    double to = from * uniform(1.01, 8);
    if (trial % 2 == 0) {
      // Targets that are hit exactly, up to rounding: repeated multiplication differs from powers in the last digits.
      to = from;
      for (int i = 0; i < exact; ++i) to *= 1 + rate;
    }
    std::int64_t counted = 0;
    for (double level = from; level < to * (1 - 1e-12); level *= 1 + rate) ++counted;
    const Crossing crossing = sr::periods_to_reach(from, to, rate);
    BOOST_REQUIRE_EQUAL(crossing.whole_periods(), counted);
    if (trial % 2 == 0) BOOST_REQUIRE_EQUAL(crossing.periods, exact);
  }
}

BOOST_AUTO_TEST_CASE(crossing_ranges_hold_every_crossing) {
  Uniform uniform;
  for (int trial = 0; trial < 300; ++trial) {
    const Interval from = uniform.interval({50, 150});
    const Interval to = uniform.interval({80, 300});
    const Interval rate = uniform.interval({-0.02, 0.1});
    const sr::CrossingRange range = sr::periods_to_reach(from, to, rate);
    BOOST_REQUIRE((range.earliest == sr::periods_to_reach(from.upper(), to.lower(), rate.upper())));
    BOOST_REQUIRE((range.latest == sr::periods_to_reach(from.lower(), to.upper(), rate.lower())));
    for (int sample = 0; sample < 20; ++sample) {
      const Crossing crossing = sr::periods_to_reach(uniform(from), uniform(to), uniform(rate));
      BOOST_REQUIRE(range.earliest.periods <= crossing.periods);
      BOOST_REQUIRE(crossing.periods <= range.latest.periods);
    }
  }
  BOOST_TEST((sr::doubling_time(Interval(0.01, 0.02)).reached() == Certainty::certain));
  BOOST_TEST((sr::doubling_time(Interval(-0.01, 0.02)).reached() == Certainty::possible));
  BOOST_TEST((sr::doubling_time(Interval(-0.01, 0.0)).reached() == Certainty::no));
  const sr::CrossingRange open = sr::doubling_time(Interval(0.08, infinity));
  BOOST_TEST(open.earliest.whole_periods() == 1);
  BOOST_TEST(open.latest.whole_periods() == 10);
}

BOOST_AUTO_TEST_CASE(crossings_are_regular_values) {
  std::ostringstream out;
  out << sr::periods_to_reach(1, 1, 0) << "; " << Crossing{Reach::reached, 2.5} << "; " << sr::doubling_time(0);
  BOOST_TEST(out.str() == "already; reached after 2.5 periods; never");
  const std::unordered_set<Crossing> set{{Reach::already, 0}, {Reach::reached, 2}, {Reach::reached, 2}};
  BOOST_TEST(set.size() == 2U);
  BOOST_TEST(std::hash<sr::CrossingRange>{}({{Reach::already, 0}, {Reach::reached, 2}}) !=
             std::hash<sr::CrossingRange>{}({{Reach::reached, 2}, {Reach::already, 0}}));
  BOOST_TEST(std::string(sr::to_string(Reach::never)) == "never");
}

BOOST_AUTO_TEST_SUITE_END()
