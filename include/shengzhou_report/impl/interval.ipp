#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <ostream>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/interval.hpp>

namespace shengzhou_report {

namespace detail {

// 0 * inf is NaN in IEEE arithmetic; for interval ends the product with an exact zero is zero.
[[nodiscard]] inline double end_product(double a, double b) noexcept { return a == 0 || b == 0 ? 0.0 : a * b; }

}  // namespace detail

SHENGZHOU_REPORT_INLINE Interval::Interval(double value) : Interval(value, value) {}

SHENGZHOU_REPORT_INLINE Interval::Interval(double lower, double upper) : lower_(lower), upper_(upper) {
  if (std::isnan(lower) || std::isnan(upper)) throw DomainError("an interval end is NaN");
  if (lower > upper) {
    throw DomainError("interval: lower " + detail::format_double(lower) + " is above upper " +
                      detail::format_double(upper));
  }
  if (std::isinf(lower) && lower == upper) {
    throw DomainError("interval: no real number lies at " + detail::format_double(lower));
  }
}

SHENGZHOU_REPORT_INLINE double Interval::midpoint() const noexcept {
  if (std::isinf(lower_) && std::isinf(upper_) && lower_ != upper_) return 0.0;
  return lower_ == upper_ ? lower_ : lower_ / 2 + upper_ / 2;
}

SHENGZHOU_REPORT_INLINE bool Interval::contains(const Interval& other) const noexcept {
  return lower_ <= other.lower_ && other.upper_ <= upper_;
}

SHENGZHOU_REPORT_INLINE bool Interval::overlaps(const Interval& other) const noexcept {
  return lower_ <= other.upper_ && other.lower_ <= upper_;
}

SHENGZHOU_REPORT_INLINE Interval operator-(const Interval& a) { return {-a.upper(), -a.lower()}; }

SHENGZHOU_REPORT_INLINE Interval operator+(const Interval& a, const Interval& b) {
  return {a.lower() + b.lower(), a.upper() + b.upper()};
}

SHENGZHOU_REPORT_INLINE Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

SHENGZHOU_REPORT_INLINE Interval operator*(const Interval& a, const Interval& b) {
  const std::array<double, 4> ends = {
      detail::end_product(a.lower(), b.lower()), detail::end_product(a.lower(), b.upper()),
      detail::end_product(a.upper(), b.lower()), detail::end_product(a.upper(), b.upper())};
  const auto [low, high] = std::minmax_element(ends.begin(), ends.end());
  return {*low, *high};
}

SHENGZHOU_REPORT_INLINE Interval operator/(const Interval& a, const Interval& b) {
  if (b.contains(0.0)) throw DomainError("division by the interval " + to_string(b) + ", which contains zero");
  double lower = std::numeric_limits<double>::infinity();
  double upper = -lower;
  for (const double numerator : {a.lower(), a.upper()}) {
    for (const double denominator : {b.lower(), b.upper()}) {
      const double quotient = numerator / denominator;
      // inf / inf lies between the limits at the corners next to it.
      if (std::isnan(quotient)) continue;
      lower = std::min(lower, quotient);
      upper = std::max(upper, quotient);
    }
  }
  return {lower, upper};
}

SHENGZHOU_REPORT_INLINE Certainty less(const Interval& a, const Interval& b) noexcept {
  if (a.upper() < b.lower()) return Certainty::certain;
  return a.lower() < b.upper() ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Interval& interval) {
  return "[" + detail::format_double(interval.lower()) + ", " + detail::format_double(interval.upper()) + "]";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Interval& interval) {
  return out << to_string(interval);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Interval>::operator()(
    const shengzhou_report::Interval& interval) const noexcept {
  return shengzhou_report::detail::hash_combine(std::hash<double>{}(interval.lower()),
                                                std::hash<double>{}(interval.upper()));
}
