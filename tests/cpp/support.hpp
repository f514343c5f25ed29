#pragma once

// What several test files need: approximate comparison, arrays, checks of error messages, reproducible random numbers.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <tuple>

#include <Eigen/Core>

#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/interval.hpp>

/// What is missing prints as that.
namespace boost::test_tools::tt_detail {
template <class T>
struct print_log_value<std::optional<T>> {
  void operator()(std::ostream& out, const std::optional<T>& value) {
    if (value) {
      out << *value;
    } else {
      out << "nothing";
    }
  }
};
}  // namespace boost::test_tools::tt_detail

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] inline bool near(double actual, double expected, double tolerance) {
  return std::abs(actual - expected) <= tolerance;
}

[[nodiscard]] inline Eigen::ArrayXd array(std::initializer_list<double> values) {
  Eigen::ArrayXd result(static_cast<Eigen::Index>(values.size()));
  std::copy(values.begin(), values.end(), result.begin());
  return result;
}

/// Whether `call` raises a DomainError whose message holds every part.
[[nodiscard]] inline bool raises(const std::function<void()>& call, std::initializer_list<const char*> parts) {
  try {
    call();
  } catch (const shengzhou_report::DomainError& error) {
    const std::string message = error.what();
    for (const char* part : parts) {
      if (message.find(part) == std::string::npos) {
        BOOST_TEST_MESSAGE("\"" << message << "\" lacks \"" << part << "\"");
        return false;
      }
    }
    return true;
  }
  return false;
}

/// Uniform numbers that are the same with every standard library.
class Uniform {
 public:
  double operator()(double lower, double upper) {
    return lower + (upper - lower) * (static_cast<double>(engine_() >> 11U) * 0x1p-53);
  }
  double operator()(const shengzhou_report::Interval& range) { return (*this)(range.lower(), range.upper()); }
  shengzhou_report::Interval interval(const shengzhou_report::Interval& range) {
    const double a = (*this)(range);
    const double b = (*this)(range);
    return {std::min(a, b), std::max(a, b)};
  }
  shengzhou_report::Interval interval(double lower, double upper) { return interval({lower, upper}); }

 private:
  std::mt19937_64 engine_{20240514};
};

/// Compares the interval form with the numeric form on random boxes: every sample lies inside, and both ends are met by
/// a dense search over the box, so that the hull is neither too small nor too wide.
template <std::size_t count, class Numbers, class Intervals>
void check_range(const std::array<shengzhou_report::Interval, count>& domain, const Numbers& numbers,
                 const Intervals& intervals) {
  Uniform uniform;
  for (int trial = 0; trial < 60; ++trial) {
    std::array<shengzhou_report::Interval, count> box = domain;
    for (shengzhou_report::Interval& side : box) side = uniform.interval(side);
    const shengzhou_report::Interval range = std::apply(intervals, box);
    double least = infinity;
    double most = -infinity;
    constexpr int steps = 6;
    int cells = 1;
    for (std::size_t i = 0; i < count; ++i) cells *= steps + 1;
    for (int cell = 0; cell < cells; ++cell) {
      std::array<double, count> point{};
      int rest = cell;
      for (std::size_t i = 0; i < count; ++i, rest /= steps + 1) {
        const double t = static_cast<double>(rest % (steps + 1)) / steps;
        point[i] = t == 1 ? box[i].upper() : box[i].lower() + t * box[i].width();
      }
      const double value = std::apply(numbers, point);
      least = std::min(least, value);
      most = std::max(most, value);
    }
    BOOST_REQUIRE_EQUAL(range.lower(), least);
    BOOST_REQUIRE_EQUAL(range.upper(), most);
  }
}
