#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace shengzhou_report::detail {

/// The doubles next to an exact result: the largest that is not above it, and the smallest that is not below it. They
/// are one number where the result is a double.
struct Enclosure {
  double lower;
  double upper;
};

// Sources of the errors: Knuth (1998), The Art of Computer Programming 2, 4.2.2, theorem B, for the sum; for product
// and quotient the residual of a fused multiply-add, Muller and others (2018), Handbook of Floating-Point
// Arithmetic, 4.4 and 5.1.

[[nodiscard]] inline double next_down(double x) { return std::nextafter(x, -std::numeric_limits<double>::infinity()); }
[[nodiscard]] inline double next_up(double x) { return std::nextafter(x, std::numeric_limits<double>::infinity()); }

/// `rounded` and its neighbour on the side of the exact result, which is `rounded` plus something of the sign of
/// `error`; both neighbours where the error is not known.
[[nodiscard]] inline Enclosure enclose(double rounded, double error) {
  return {error >= 0 ? rounded : next_down(rounded), error <= 0 ? rounded : next_up(rounded)};
}

/// A result of finite operands that is too large for a double.
[[nodiscard]] inline Enclosure enclose_overflow(double rounded) {
  return rounded > 0 ? Enclosure{next_down(rounded), rounded} : Enclosure{rounded, next_up(rounded)};
}

/// Below it, what a fused multiply-add leaves over may be lost.
inline constexpr double safe_magnitude = 0x1p-960;

/// A result so small that its error is not known, whose sign is.
[[nodiscard]] inline Enclosure enclose_tiny(double rounded, bool negative) {
  return negative ? Enclosure{next_down(rounded), std::min(next_up(rounded), 0.0)}
                  : Enclosure{std::max(next_down(rounded), 0.0), next_up(rounded)};
}

/// a + b; infinite where one of them is.
[[nodiscard]] inline Enclosure sum_enclosure(double a, double b) {
  const double sum = a + b;
  if (std::isinf(a) || std::isinf(b)) return {sum, sum};
  if (std::isinf(sum)) return enclose_overflow(sum);
  const double b_part = sum - a;
  return enclose(sum, (a - (sum - b_part)) + (b - b_part));
}

/// a b; infinite where one of them is, but 0 where one is 0: an end of an interval stands for the finite numbers before
/// it.
[[nodiscard]] inline Enclosure product_enclosure(double a, double b) {
  if (a == 0 || b == 0) return {0, 0};
  const double product = a * b;
  if (std::isinf(a) || std::isinf(b)) return {product, product};
  if (std::isinf(product)) return enclose_overflow(product);
  if (std::abs(product) < safe_magnitude) return enclose_tiny(product, (a < 0) != (b < 0));
  return enclose(product, std::fma(a, b, -product));
}

/// a / b for b other than 0; NaN where both are infinite.
[[nodiscard]] inline Enclosure quotient_enclosure(double a, double b) {
  const double quotient = a / b;
  if (a == 0 || std::isinf(a) || std::isinf(b)) return {quotient, quotient};
  if (std::isinf(quotient)) return enclose_overflow(quotient);
  if (std::min(std::abs(a), std::abs(quotient)) < safe_magnitude) return enclose_tiny(quotient, (a < 0) != (b < 0));
  const double rest = std::fma(-quotient, b, a);
  return enclose(quotient, b > 0 ? rest : -rest);
}

}  // namespace shengzhou_report::detail
