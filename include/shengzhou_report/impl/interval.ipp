#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <ostream>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/rounding.hpp>
#include <shengzhou_report/interval.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE void Interval::reject() const {
  if (std::isnan(lower_) || std::isnan(upper_)) throw DomainError("an interval end is NaN");
  if (lower_ > upper_) {
    throw DomainError("interval: lower " + detail::format_double(lower_) + " is above upper " +
                      detail::format_double(upper_));
  }
  throw DomainError("interval: no real number lies at " + detail::format_double(lower_));
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
  return {detail::sum_enclosure(a.lower(), b.lower()).lower, detail::sum_enclosure(a.upper(), b.upper()).upper};
}

SHENGZHOU_REPORT_INLINE Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

SHENGZHOU_REPORT_INLINE Interval operator*(const Interval& a, const Interval& b) {
  double lower = std::numeric_limits<double>::infinity();
  double upper = -lower;
  for (const double x : {a.lower(), a.upper()}) {
    for (const double y : {b.lower(), b.upper()}) {
      const detail::Enclosure product = detail::product_enclosure(x, y);
      lower = std::min(lower, product.lower);
      upper = std::max(upper, product.upper);
    }
  }
  return {lower, upper};
}

SHENGZHOU_REPORT_INLINE Interval operator/(const Interval& a, const Interval& b) {
  if (b.contains(0.0)) throw DomainError("division by the interval " + to_string(b) + ", which contains zero");
  double lower = std::numeric_limits<double>::infinity();
  double upper = -lower;
  for (const double numerator : {a.lower(), a.upper()}) {
    for (const double denominator : {b.lower(), b.upper()}) {
      const detail::Enclosure quotient = detail::quotient_enclosure(numerator, denominator);
      // inf / inf lies between the limits at the corners next to it.
      if (std::isnan(quotient.lower)) continue;
      lower = std::min(lower, quotient.lower);
      upper = std::max(upper, quotient.upper);
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
