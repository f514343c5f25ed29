#include <cmath>
#include <limits>
#include <random>
#include <sstream>
#include <unordered_set>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/interval.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using sr::Certainty;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(interval)

BOOST_AUTO_TEST_CASE(a_rounded_figure_is_a_closed_interval) {
  const Interval gdp(744.5, 745.5);
  BOOST_TEST(gdp.lower() == 744.5);
  BOOST_TEST(gdp.upper() == 745.5);
  BOOST_TEST(gdp.midpoint() == 745.0);
  BOOST_TEST(gdp.width() == 1.0);
  BOOST_TEST(gdp.contains(744.5));
  BOOST_TEST(gdp.contains(745.5));
  BOOST_TEST(!gdp.contains(744.4999));
  BOOST_TEST(!gdp.contains(745.5001));
  BOOST_TEST(gdp.contains(Interval(744.5, 745)));
  BOOST_TEST(!gdp.contains(Interval(744, 745)));
}

BOOST_AUTO_TEST_CASE(overlap_includes_a_shared_end) {
  BOOST_TEST(Interval(1, 2).overlaps(Interval(2, 3)));
  BOOST_TEST(Interval(2, 3).overlaps(Interval(1, 2)));
  BOOST_TEST(!Interval(1, 2).overlaps(Interval(2.001, 3)));
  BOOST_TEST(Interval(0, 10).overlaps(4.0));
}

BOOST_AUTO_TEST_CASE(invalid_ends_raise) {
  BOOST_CHECK_THROW(Interval{not_a_number}, sr::DomainError);
  BOOST_CHECK_THROW(Interval(0, not_a_number), sr::DomainError);
  BOOST_CHECK_THROW(Interval(not_a_number, 0), sr::DomainError);
  BOOST_CHECK_EXCEPTION(Interval(2, 1), sr::DomainError, [](const sr::DomainError& error) {
    const std::string message = error.what();
    return message.find('2') != std::string::npos && message.find('1') != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(infinite_ends_keep_midpoint_free_of_nan) {
  BOOST_TEST(Interval(1, infinity).midpoint() == infinity);
  BOOST_TEST(Interval(-infinity, 1).midpoint() == -infinity);
  BOOST_TEST(Interval(-infinity, infinity).midpoint() == 0);
}

// The income ratio of the 2024 Shengzhou report, rounded to 100 yuan; domain notes, finding 8.
BOOST_AUTO_TEST_CASE(ratio_of_rounded_incomes) {
  const Interval ratio = Interval(77350, 77450) / Interval(43150, 43250);
  BOOST_TEST(std::abs(ratio.lower() - 1.7884) < 5e-5);
  BOOST_TEST(std::abs(ratio.upper() - 1.7949) < 5e-5);
}

BOOST_AUTO_TEST_CASE(arithmetic_contains_every_value_and_is_tight) {
  Uniform uniform;
  for (int trial = 0; trial < 500; ++trial) {
    const Interval a = uniform.interval(-5, 5);
    const Interval b = uniform.interval(-5, 5);
    for (int sample = 0; sample < 20; ++sample) {
      const double x = uniform(a.lower(), a.upper());
      const double y = uniform(b.lower(), b.upper());
      BOOST_REQUIRE((a + b).contains(x + y));
      BOOST_REQUIRE((a - b).contains(x - y));
      BOOST_REQUIRE((a * b).contains(x * y));
      BOOST_REQUIRE((-a).contains(-x));
      if (!b.contains(0.0)) BOOST_REQUIRE((a / b).contains(x / y));
    }
    // Tight: each end is the value at a pair of ends, or the double next to it.
    const auto is_corner = [&](double end, auto operation) {
      for (const double x : {a.lower(), a.upper()}) {
        for (const double y : {b.lower(), b.upper()}) {
          const double corner = operation(x, y);
          if (std::nextafter(corner, -infinity) <= end && end <= std::nextafter(corner, infinity)) return true;
        }
      }
      return false;
    };
    const auto product = [](double x, double y) { return x * y; };
    const auto quotient = [](double x, double y) { return x / y; };
    BOOST_REQUIRE(is_corner((a * b).lower(), product));
    BOOST_REQUIRE(is_corner((a * b).upper(), product));
    if (!b.contains(0.0)) {
      BOOST_REQUIRE(is_corner((a / b).lower(), quotient));
      BOOST_REQUIRE(is_corner((a / b).upper(), quotient));
    }
  }
}

// 0.1 + 0.2 of doubles is 0.3000000000000000166, between the doubles 0.3 and 0.30000000000000004.
BOOST_AUTO_TEST_CASE(ends_round_outward) {
  const Interval sum = Interval(0.1) + Interval(0.2);
  BOOST_TEST(sum == Interval(0.3, std::nextafter(0.3, 1)));
  // 1/3 is no double, and three times either neighbour is not 1.
  const Interval third = Interval(1.0) / Interval(3.0);
  BOOST_TEST(third.upper() == std::nextafter(third.lower(), 1));
  BOOST_TEST((third * 3.0).contains(1.0));
  // 49 (1 / 49) falls short of 1 in doubles.
  BOOST_TEST((Interval(49) * (Interval(1.0) / 49.0)).contains(1.0));
  BOOST_TEST((Interval(0.1) * Interval(0.1)).width() > 0);
}

BOOST_AUTO_TEST_CASE(exact_results_stay_exact) {
  BOOST_TEST(Interval(3) + Interval(4) == Interval(7));
  BOOST_TEST(Interval(744.5, 745.5) - 745.0 == Interval(-0.5, 0.5));
  BOOST_TEST(Interval(77350, 77450) * 100.0 == Interval(7735000, 7745000));
  BOOST_TEST(Interval(1, 3) / Interval(-8) == Interval(-0.375, -0.125));
  BOOST_TEST(Interval(0x1p53) + 1.0 == Interval(0x1p53, 0x1p53 + 2));
  BOOST_TEST(Interval(0.0) / Interval(3, 7) == Interval(0.0));
}

BOOST_AUTO_TEST_CASE(the_limits_of_a_double_are_enclosed) {
  constexpr double largest = std::numeric_limits<double>::max();
  constexpr double smallest = std::numeric_limits<double>::denorm_min();
  BOOST_TEST(Interval(largest) + Interval(largest) == Interval(largest, infinity));
  BOOST_TEST(Interval(-largest) * Interval(2) == Interval(-infinity, -largest));
  BOOST_TEST(Interval(largest) / Interval(0.5) == Interval(largest, infinity));
  BOOST_TEST(Interval(smallest) * Interval(0.25) == Interval(0, smallest));
  BOOST_TEST(Interval(smallest) / Interval(-4) == Interval(-smallest, 0));
  BOOST_TEST((Interval(1e-200) * Interval(1e-200)).contains(Interval(0, smallest)));
}

BOOST_AUTO_TEST_CASE(arithmetic_with_infinite_ends) {
  const Interval at_least(8, infinity);
  BOOST_TEST(at_least + 1.0 == Interval(9, infinity));
  BOOST_TEST(at_least * 0.0 == Interval(0.0));
  BOOST_TEST(at_least * Interval(-1, 1) == Interval(-infinity, infinity));
  BOOST_TEST(1.0 / Interval(2, infinity) == Interval(0, 0.5));
  BOOST_TEST(Interval(-1, infinity) / Interval(1, infinity) == Interval(-1, infinity));
  BOOST_CHECK_THROW(Interval{infinity}, sr::DomainError);
  BOOST_CHECK_THROW(Interval(-infinity, -infinity), sr::DomainError);
  BOOST_TEST(at_least / at_least == Interval(0, infinity));
}

BOOST_AUTO_TEST_CASE(division_by_zero_raises) {
  BOOST_CHECK_THROW(static_cast<void>(Interval(1, 2) / Interval(-1, 1)), sr::DomainError);
  BOOST_CHECK_THROW(static_cast<void>(Interval(1, 2) / Interval(0, 1)), sr::DomainError);
  BOOST_CHECK_THROW(static_cast<void>(Interval(1, 2) / 0.0), sr::DomainError);
}

BOOST_AUTO_TEST_CASE(less_has_three_answers) {
  BOOST_TEST((sr::less(Interval(1, 2), Interval(2.5, 3)) == Certainty::certain));
  BOOST_TEST((sr::less(Interval(1, 2), Interval(2, 3)) == Certainty::possible));
  BOOST_TEST((sr::less(Interval(1, 3), Interval(2, 4)) == Certainty::possible));
  BOOST_TEST((sr::less(Interval(2, 3), Interval(1, 2)) == Certainty::no));
  BOOST_TEST((sr::less(1.0, 1.0) == Certainty::no));
}

BOOST_AUTO_TEST_CASE(text_hash_and_equality) {
  std::ostringstream out;
  out << Interval(744.5, 745.5);
  BOOST_TEST(out.str() == "[744.5, 745.5]");
  BOOST_TEST(std::string(sr::to_string(Certainty::possible)) == "possible");
  const std::unordered_set<Interval> set{Interval(1, 2), Interval(1, 2), Interval(2, 1 + 1)};
  BOOST_TEST(set.size() == 2U);
  BOOST_TEST(Interval(1, 2) != Interval(1, 3));
}

BOOST_AUTO_TEST_SUITE_END()
