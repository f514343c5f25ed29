#pragma once

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/unit.hpp>

namespace shengzhou_report::detail {

/// The unit in which a share, a rate or a difference of two is a fraction.
[[nodiscard]] inline Unit fraction_unit(const Unit& unit) {
  if (unit.is_ratio()) return Unit("倍");
  // A percentage point is a hundredth of the fraction's unit; 100 of them are the whole.
  if (unit.is_point()) return Unit("百个百分点");
  throw UnitError("a rate needs a unit of ratio (%, ‰, 倍) or percentage points, not " +
                  detail::in_quotes(unit.symbol()));
}

/// Number of fractions in the unit of a share or a growth rate: 0.01 for per cent.
[[nodiscard]] inline double fraction_of(const Unit& unit) {
  return conversion_factor(unit, fraction_unit(unit)).to_double();
}

/// The interval in another unit of `factor` of this one. Ends are to nearest: what is printed as 6.95 % is 0.0695, and
/// no calculation stands between them whose error would have to be enclosed.
[[nodiscard]] inline Interval in_unit(const Interval& interval, double factor) {
  const auto end = [factor](double value) { return value == 0 ? 0.0 : value * factor; };
  return {end(interval.lower()), end(interval.upper())};
}

}  // namespace shengzhou_report::detail
