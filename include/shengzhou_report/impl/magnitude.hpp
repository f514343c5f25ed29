#pragma once

#include <cstdint>

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

}  // namespace shengzhou_report::detail
