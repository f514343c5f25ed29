#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// What happens to a figure that lies half-way between two printable ones.
enum class Rounding {
  half_even,  ///< to the even neighbour: GB/T 8170-2008, 3.2
  half_up     ///< away from zero: 四舍五入, as most reports print
};

template <>
struct Words<Rounding> {
  static constexpr const char* enumeration = "Rounding";
  using enum Rounding;
  static constexpr EnumWord<Rounding> table[] = {{half_even, "half_even"}, {half_up, "half_up"}};
};

/// An exact decimal number: mantissa x 10^exponent, at most 18 digits.
///
/// Printed figures are decimals; 0.35 and 1.05 are not exact in binary, so figures stay decimal until a formula
/// needs a double. Keeps trailing zeros ("7.0" has the exponent -1), but compares by value: 7.0 == 7.
class Decimal {
 public:
  constexpr Decimal() = default;
  /// A whole number.
  constexpr Decimal(int value) : mantissa_(value) {}  // NOLINT(google-explicit-constructor)

  /// mantissa x 10^exponent. @throws DomainError  beyond 18 digits or an exponent outside [-64, 64].
  Decimal(std::int64_t mantissa, int exponent);

  /// Reads "-16.7", "77400" or "1.5e-3".
  /// @throws ParseError  when `text` is not a decimal number of at most 18 digits, with the byte offset.
  [[nodiscard]] static Decimal parse(std::string_view text);

  /// The shortest decimal that reads back as `value`: 0.1 gives 0.1.
  /// @throws DomainError  when `value` is NaN, infinite, or its exponent lies outside [-64, 64].
  [[nodiscard]] static Decimal from_double(double value);

  /// The digits as an integer: 70 of 7.0.
  [[nodiscard]] constexpr std::int64_t mantissa() const noexcept { return mantissa_; }
  [[nodiscard]] constexpr int exponent() const noexcept { return exponent_; }  ///< the power of ten: -1 of 7.0

  /// The nearest double.
  [[nodiscard]] double to_double() const;

  /// The same value without trailing zeros: 7.0 becomes 7, 77400 becomes 774 x 10^2.
  [[nodiscard]] Decimal normalized() const noexcept;

  /// The value of the last digit: 0.1 for 7.0, 1 for 77400.
  [[nodiscard]] Decimal last_place() const { return {1, exponent_}; }

  /// This number times 10^power, exactly. @throws DomainError  when the exponent leaves [-64, 64].
  [[nodiscard]] Decimal shifted(int power) const;

  friend bool operator==(const Decimal& a, const Decimal& b) noexcept;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;

 private:
  std::int64_t mantissa_ = 0;
  int exponent_ = 0;
};

/// Exact arithmetic. @throws DomainError  when the result has more than 18 digits, trailing zeros counted.
[[nodiscard]] Decimal operator-(const Decimal& a);
[[nodiscard]] Decimal operator+(const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal operator-(const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal operator*(const Decimal& a, const Decimal& b);

/// `value` rounded once to a multiple of `step`, a power of ten; negative numbers by their absolute value.
///
/// Source: GB/T 8170-2008, Rules of rounding off for numerical values.
/// @throws DomainError  when `step` is not a positive power of ten.
[[nodiscard]] Decimal round(const Decimal& value, const Decimal& step, Rounding rounding = Rounding::half_even);

/// Plain digits: "-16.7", "7.0", "77400". Never an exponent.
[[nodiscard]] std::string to_string(const Decimal& value);
std::ostream& operator<<(std::ostream& out, const Decimal& value);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Decimal> {
  std::size_t operator()(const shengzhou_report::Decimal& value) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/decimal.ipp>
#endif
