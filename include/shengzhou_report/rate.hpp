#pragma once

#include <limits>
#include <utility>

#include <shengzhou_report/config.hpp>

namespace shengzhou_report {

namespace detail {

/// The largest number that stands for a rate of growth without more ado: below 100 %.
inline constexpr double largest_usual_rate = 1 - 0x1p-53;
inline thread_local double rate_limit = largest_usual_rate;

}  // namespace detail

/// Lets rates be 1 (100 %) and more in this thread while it lives.
///
/// Rates are fractions, 0.065 is 6.5 %. A number from 1 on is most often per cent by mistake, 6 for 6 %, and would
/// multiply what it touches by seven, so functions refuse it; what they give may be as large as it is. Figures that
/// bear their unit, `Quantity` and `Statement`, are never refused. Growth that is so large (from a small base, or over
/// many years) says so: `const LargeRates allowed;`. The limit is a convention.
class LargeRates {
 public:
  /// Begins.
  LargeRates() noexcept : before_(std::exchange(detail::rate_limit, std::numeric_limits<double>::max())) {}
  ~LargeRates() { detail::rate_limit = before_; }
  LargeRates(const LargeRates&) = delete;
  LargeRates& operator=(const LargeRates&) = delete;

 private:
  double before_;
};

}  // namespace shengzhou_report
