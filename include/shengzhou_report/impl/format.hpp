#pragma once

#include <charconv>
#include <cstddef>
#include <string>

#include <shengzhou_report/config.hpp>

namespace shengzhou_report::detail {

/// Shortest decimal text that reads back to the same double; independent of the locale.
[[nodiscard]] inline std::string format_double(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

[[nodiscard]] constexpr std::size_t hash_combine(std::size_t seed, std::size_t value) noexcept {
  return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

}  // namespace shengzhou_report::detail
