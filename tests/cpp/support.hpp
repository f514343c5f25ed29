#pragma once

// What several test files need: approximate comparison, arrays, checks of error messages, reproducible random numbers.

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <random>
#include <string>

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
