#pragma once

#include <cstdint>
#include <cstdlib>

#include <shengzhou_report/error.hpp>

namespace shengzhou_report::detail {

[[nodiscard]] constexpr std::int64_t integer_power_of_ten(int power) noexcept {
  std::int64_t result = 1;
  for (; power > 0; --power) result *= 10;
  return result;
}

inline constexpr int largest_magnitude = 16;

/// Power of ten of a Chinese magnitude character, or 0.
[[nodiscard]] constexpr int magnitude_of(char32_t character) noexcept {
  switch (character) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'亿':
    case U'億':
      return 8;
    default:
      return 0;
  }
}

inline constexpr int decimal_digits = 18;
inline constexpr int decimal_exponent_limit = 64;

inline constexpr std::int64_t decimal_limit = integer_power_of_ten(decimal_digits);

[[noreturn]] inline void throw_decimal_overflow() {
  throw DomainError("a decimal number of more than 18 digits cannot be computed with exactly");
}

/// a * b, when the product has at most 18 digits.
[[nodiscard]] inline std::int64_t multiply(std::int64_t a, std::int64_t b) {
  if (a != 0 && std::abs(b) > (decimal_limit - 1) / std::abs(a)) throw_decimal_overflow();
  return a * b;
}

}  // namespace shengzhou_report::detail
