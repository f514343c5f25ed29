#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// Three answers to a question about rounded figures: yes whatever was rounded away, yes for some of it, no for all.
enum class Certainty { no, possible, certain };

template <>
struct Words<Certainty> {
  static constexpr const char* enumeration = "Certainty";
  using enum Certainty;
  static constexpr EnumWord<Certainty> table[] = {{no, "no"}, {possible, "possible"}, {certain, "certain"}};
};

/// A closed set of real numbers [lower, upper]; an end may be infinite.
///
/// What a rounded figure can mean: 745 printed without decimals is [744.5, 745.5]. Arithmetic is that of Moore (1966),
/// "Interval Analysis": the result holds every value that the operation can take when its operands range
/// independently over their intervals. The operators round outward: an end is the exact one where that is a double,
/// else the next double beyond it. The forms of formulas on intervals (elementwise.hpp) take the values at corners as
/// double precision computes them, and so hold to their last digits.
class Interval {
 public:
  /// The single number `value`. Implicit, so that exact numbers and intervals mix in formulas.
  /// @throws DomainError  when `value` is NaN or infinite.
  Interval(double value) : Interval(value, value) {}  // NOLINT(google-explicit-constructor)

  /// The set [lower, upper].
  /// @throws DomainError  when an end is NaN, when `lower > upper`, or when no real number lies between the ends.
  Interval(double lower, double upper) : lower_(lower), upper_(upper) {
    const bool is_point = lower == upper && upper - lower == 0;  // not infinite
    if (!(lower < upper) && !is_point) reject();
  }

  [[nodiscard]] double lower() const noexcept { return lower_; }  ///< the smallest value, maybe -inf
  [[nodiscard]] double upper() const noexcept { return upper_; }  ///< the largest value, maybe +inf

  /// Middle of the interval: infinite when one end is, 0 for the whole line; never NaN.
  [[nodiscard]] double midpoint() const noexcept;
  /// Distance between the ends.
  [[nodiscard]] double width() const noexcept { return upper_ - lower_; }
  /// Whether `value` lies in the interval, ends included.
  [[nodiscard]] bool contains(double value) const noexcept { return lower_ <= value && value <= upper_; }
  /// Whether every value of `other` lies in the interval.
  [[nodiscard]] bool contains(const Interval& other) const noexcept;
  /// Whether the two intervals share a value.
  [[nodiscard]] bool overlaps(const Interval& other) const noexcept;

  friend bool operator==(const Interval&, const Interval&) = default;

 private:
  /// Throws what is wrong with the ends.
  [[noreturn]] void reject() const;

  double lower_;
  double upper_;
};

/// Every result that operands within their intervals can have.
[[nodiscard]] Interval operator-(const Interval& a);
[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator-(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator*(const Interval& a, const Interval& b);
/// @throws DomainError  when `b` contains zero.
[[nodiscard]] Interval operator/(const Interval& a, const Interval& b);

/// Whether `a < b`: certain when every value of `a` is below every value of `b`, no when none can be.
[[nodiscard]] Certainty less(const Interval& a, const Interval& b) noexcept;

/// "[744.5, 745.5]", shortest digits that read back to the same numbers.
[[nodiscard]] std::string to_string(const Interval& interval);
std::ostream& operator<<(std::ostream& out, const Interval& interval);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Interval> {
  std::size_t operator()(const shengzhou_report::Interval& interval) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/interval.ipp>
#endif
