#pragma once

// What a group adds to generalised entropy, without the cancellation of the textbook's sums.

#include <cmath>

#include <shengzhou_report/impl/distribution/groups.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/vector.hpp>

namespace shengzhou_report::detail::formula {

/// What a group adds to both Theil indices per head, from its mean y relative to that of all.
struct IndexTerms {
  double theil_t;  // y ln(y) - y + 1
  double theil_l;  // y - 1 - ln(y)
};

/// Terms that the mean of y - 1, which is zero, makes non-negative: sums of them lose no digits where groups are nearly
/// equal, whereas sums of y ln(y) cancel.
///
/// @param relative    y, not negative; for less than the smallest normal number `theil_l` means nothing.
/// @param difference  y - 1, computed from the difference of the incomes.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline IndexTerms index_terms(double relative, double difference) noexcept {
  const LogarithmParts parts = logarithm_parts(relative, difference);
  const double log = logarithm_of(parts);
  return {select(parts.is_far, relative * log - difference, difference * difference - relative * parts.excess),
          select(parts.is_far, difference - log, parts.excess)};
}

/// (e^x - 1 - x) / x^2, one half at 0.
[[nodiscard]] inline double second_remainder(double x) noexcept {
  if (std::abs(x) > 0.5) return (std::expm1(x) - x) / x / x;
  double sum = 1;
  for (int n = 16; n > 2; --n) sum = 1 + x / n * sum;
  return sum / 2;
}

/// (y^a - 1 - a (y - 1)) / (a (a - 1)) of x = ln(y), for a up to one half, and its limit at a = 0.
[[nodiscard]] inline double entropy_below(double a, double x) noexcept {
  // Both differences are of first order in x, and cancel; what is left of second order is written without them.
  if (std::abs(x) < 0.5) return x * x * (a * second_remainder(a * x) - second_remainder(x)) / (a - 1);
  const double power = a == 0 ? x : std::expm1(a * x) / a;
  return (power - std::expm1(x)) / (a - 1);
}

/// What a group of relative mean y adds to GE(alpha) per head: (y^alpha - 1 - alpha (y - 1)) / (alpha (alpha - 1)).
///
/// Not negative. The mirror image y g(1 / y) at 1 - alpha serves above one half, so that neither limit is a special
/// case.
/// @param relative, difference  as `index_terms`; an income of 0 has a term for positive alpha alone.
[[nodiscard]] inline double entropy_term(double alpha, double relative, double difference) noexcept {
  if (alpha == 1) return index_terms(relative, difference).theil_t;
  if (alpha == 0) return index_terms(relative, difference).theil_l;
  if (relative == 0) return 1 / alpha;
  const double x = std::abs(difference) < 0.5 ? std::log1p(difference) : std::log(relative);
  return alpha > 0.5 ? relative * entropy_below(1 - alpha, -x) : entropy_below(alpha, x);
}

/// GE(alpha) of groups.
[[nodiscard]] inline double entropy_of(const Groups& groups, double alpha) {
  double sum = 0;
  for (Eigen::Index i = 0; i < groups.share.size(); ++i) {
    // A group of nobody adds nothing, whatever its income.
    if (groups.share[i] == 0) continue;
    sum += groups.share[i] * entropy_term(alpha, groups.relative[i], groups.difference[i]);
  }
  return sum;
}

}  // namespace shengzhou_report::detail::formula
