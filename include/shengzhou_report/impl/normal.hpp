#pragma once

#include <cmath>
#include <numbers>

/// The standard normal distribution, accurate in both tails: erfc loses no digits far out.
namespace shengzhou_report::detail {

/// P(Z <= z).
[[nodiscard]] inline double normal_probability(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

/// P(lower <= Z <= upper).
[[nodiscard]] inline double normal_probability_between(double lower, double upper) {
  return lower > 0 ? normal_probability(-lower) - normal_probability(-upper)
                   : normal_probability(upper) - normal_probability(lower);
}

}  // namespace shengzhou_report::detail
