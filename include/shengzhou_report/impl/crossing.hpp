// Where the library is header-only, growth.hpp ends with definitions that need this file, so the guard stands behind
// it.

#include <cmath>
#include <cstdint>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/formula.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CROSSING_HPP
#define SHENGZHOU_REPORT_IMPL_CROSSING_HPP

/// When something that moves at a constant speed has come far enough: what all formulas with a Crossing share.
namespace shengzhou_report::detail::formula {

/// ln(a / b) that does not overflow on the way.
[[nodiscard]] inline double log_ratio(double a, double b) {
  const double ratio = a / b;
  return std::isnormal(ratio) ? std::log(ratio) : std::log(a) - std::log(b);
}

/// When something that moves by `speed` a period has covered `distance`, both in logarithms of levels.
[[nodiscard]] inline Crossing cover(double distance, double speed) {
  if (distance <= tolerance) return {Reach::already, 0};
  if (!(speed > 0) || distance == infinity) return {Reach::never, infinity};
  const double periods = distance / speed;
  if (periods == infinity) throw DomainError("the number of periods is too large for a double: growth is too slow");
  // Rounding makes an exact hit of 5 periods 5.000000000001, whose ceiling is 6. The condition itself decides.
  const double whole = std::round(periods);
  return {Reach::reached, std::abs(whole * speed - distance) <= tolerance ? whole : periods};
}

template <class Formula, class... Numbers>
[[nodiscard]] Crossing crossing_on_numbers(Numbers... x) {
  require<Formula>(x...);
  return Formula::value(x...);
}

template <class Formula, class... Arrays>
[[nodiscard]] Crossings crossing_on_arrays(const Arrays&... arrays) {
  Crossings crossings;
  crossings.periods.resize(broadcast_size({arrays.size()...}));
  crossings.reach.resize(crossings.periods.size());
  broadcast_each(
      [&](Eigen::Index i, auto... x) {
        const Crossing crossing = crossing_on_numbers<Formula>(x...);
        crossings.periods[i] = crossing.periods;
        crossings.reach[i] = static_cast<std::int8_t>(crossing.reach);
      },
      arrays...);
  return crossings;
}

}  // namespace shengzhou_report::detail::formula

#endif
