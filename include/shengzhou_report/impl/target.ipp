#pragma once

#include <algorithm>
#include <ostream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/target.hpp>

namespace shengzhou_report {

namespace detail {

/// Whether two statements are on the same indicator: by id where the catalogue knows it, else by name.
[[nodiscard]] inline bool same_indicator(const Statement& a, const Statement& b) {
  return a.indicator_id.empty() ? a.indicator == b.indicator : a.indicator_id == b.indicator_id;
}

/// Whether `base` is a level that growth as stated in `target` starts from.
[[nodiscard]] inline bool is_base_of(const Statement& base, const Statement& target) {
  const std::int32_t years = target.year - base.year;
  const bool years_fit =
      target.period == Period::year ? years == 1 : target.period == Period::year_average && years > 0;
  return same_indicator(base, target) && base.measure == Measure::level && base.quantity &&
         base.period == Period::year && target.measure == Measure::growth && target.quantity &&
         target.quantity->unit().is_ratio() && years_fit;
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE ImpliedLevel implied_level(const Statement& base, const Statement& target) {
  if (!detail::is_base_of(base, target)) {
    throw DomainError(
        "an implied level needs the level of an indicator and a growth target of the same indicator for "
        "the next year, or a yearly average over a span that starts there; got " +
        to_string(base) + " and " + to_string(target));
  }
  const double years = target.year - base.year;
  const PriceBasis basis = target.price_basis();
  // The target's set is in the printed unit; as fractions it is the same set divided by the size of the unit.
  const double fraction = conversion_factor(target.quantity->unit(), Unit("倍")).to_double();
  const Interval growth = target.target_interval() * fraction;
  // "Nearly 300" and "at most 300" say nothing below, but no level is negative; nor does growth fall beyond -100 %,
  // so a target that bounds it from above alone leaves every level from zero on.
  const Interval printed = base.quantity->interval();
  const Interval start = printed.upper() < 0 ? printed : Interval(std::max(printed.lower(), 0.0), printed.upper());
  const bool down_to_zero = growth.lower() <= -1;
  const Interval levels = compound(start, down_to_zero ? Interval(growth.upper()) : growth, years);
  return {.base = base,
          .target = target,
          .level = compound(base.quantity->value().to_double(), target.quantity->rate(), years),
          .interval = down_to_zero ? Interval(0.0, levels.upper()) : levels,
          .price_basis = basis,
          .price_year = basis == PriceBasis::constant ? base.year : target.year};
}

SHENGZHOU_REPORT_INLINE std::vector<ImpliedLevel> implied_levels(const Report& report) {
  std::vector<ImpliedLevel> result;
  for (const Statement& target : report) {
    if (target.status != Status::target) continue;
    const auto base = std::find_if(report.begin(), report.end(), [&](const Statement& candidate) {
      return candidate.status != Status::target && detail::is_base_of(candidate, target);
    });
    // A negative level does not compound, and a fall by 100 % or more leaves none.
    const bool computable =
        base != report.end() && base->quantity->value() >= Decimal(0) && target.quantity->rate() > -1;
    if (computable) result.push_back(implied_level(*base, target));
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const ImpliedLevel& implied) {
  // Two digits more than the base prints: the rest is the noise of a rounded base.
  const Decimal level = Decimal::from_double(implied.level);
  const Decimal step = std::max(implied.base.quantity->step().last_place().shifted(-2), level.last_place());
  out << implied.target.indicator << " " << implied.target.year << ": " << round(level, step).normalized()
      << implied.base.quantity->unit();
  if (implied.price_basis == PriceBasis::constant) out << " at " << implied.price_year << " prices";
  return out;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::ImpliedLevel>::operator()(
    const shengzhou_report::ImpliedLevel& implied) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(implied.base), std::hash<sr::Statement>{}(implied.target));
}
