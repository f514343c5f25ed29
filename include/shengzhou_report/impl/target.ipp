#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <ostream>
#include <string>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/fraction.hpp>
#include <shengzhou_report/impl/statements.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/target.hpp>

namespace shengzhou_report {

namespace detail {

/// The statements of a report whose year is known: no other can be compared over time.
[[nodiscard]] inline std::vector<const Statement*> dated(const Report& report) {
  std::vector<const Statement*> result;
  for (const Statement& statement : report) {
    if (statement.year) result.push_back(&statement);
  }
  return result;
}

/// Whether `base` is a level that growth as stated in `target` starts from.
[[nodiscard]] inline bool is_base_of(const Statement& base, const Statement& target) {
  if (!target.is_over_the_year()) return false;
  const std::int32_t years = detail::year_of(target) - detail::year_of(base);
  const bool years_fit =
      target.period == Period::year ? years == 1 : target.period == Period::year_average && years > 0;
  return same_indicator(base, target) && base.measure == Measure::level && base.quantity &&
         base.period == Period::year && target.measure == Measure::growth && target.quantity &&
         target.quantity->unit().is_ratio() && years_fit;
}

/// Whether this is a level for a whole year in a unit of its own: an amount, no share.
[[nodiscard]] inline bool is_amount(const Statement& statement) {
  return statement.measure == Measure::level && statement.quantity && statement.period == Period::year &&
         !statement.quantity->unit().is_ratio() && !statement.quantity->unit().is_point();
}

/// The two digits more than `step` prints: the rest is the noise of a rounded figure.
[[nodiscard]] inline std::string two_digits_more(double value, const Decimal& step) {
  const Decimal decimal = Decimal::from_double(value);
  return to_string(round(decimal, std::max(step.last_place().shifted(-2), decimal.last_place())).normalized());
}

namespace formula {

struct TotalIncomeGrowth {
  static constexpr const char* name = "total_income_growth";
  static constexpr std::array parameters{
      Parameter{"urban", Domain::positive_level},  Parameter{"rural", Domain::positive_level},
      Parameter{"urban_weight", Domain::fraction}, Parameter{"urban_growth", Domain::rate},
      Parameter{"rural_growth", Domain::rate},     Parameter{"urban_weight_end", Domain::fraction}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double weight, double urban_growth,
                                               double rural_growth, double weight_end) {
    return (weight_end * urban * (1 + urban_growth) + (1 - weight_end) * rural * (1 + rural_growth)) /
               (weight * urban + (1 - weight) * rural) -
           1;
  }
};

/// A formula of its own, since a range of the share must not vary apart at start and end.
struct TotalIncomeGrowthUnchanged {
  static constexpr const char* name = TotalIncomeGrowth::name;
  static constexpr std::array parameters{TotalIncomeGrowth::parameters[0], TotalIncomeGrowth::parameters[1],
                                         TotalIncomeGrowth::parameters[2], TotalIncomeGrowth::parameters[3],
                                         TotalIncomeGrowth::parameters[4]};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double weight, double urban_growth,
                                               double rural_growth) {
    return TotalIncomeGrowth::value(urban, rural, weight, urban_growth, rural_growth, weight);
  }
};

SHENGZHOU_REPORT_DEFINE(TotalIncomeGrowth);
SHENGZHOU_REPORT_DEFINE(TotalIncomeGrowthUnchanged);

struct IsInStep {
  static constexpr const char* name = "is_in_step";
  static constexpr std::array parameters{Parameter{"income_growth", Domain::rate},
                                         Parameter{"gdp_growth", Domain::rate}};
};

/// The question of printed rates, in the form that `certainties` takes.
struct InStep {
  double growth_step;
  double tolerance;
  double largest_rate = rate_limit;  // of the thread, which loops do not ask again

  [[nodiscard]] Certainty operator()(double income_growth, double gdp_growth) const {
    require<IsInStep>(income_growth, gdp_growth);
    return is_in_step(printed(income_growth, growth_step), printed(gdp_growth, growth_step), tolerance);
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN std::uint64_t outside(double income_growth, double gdp_growth) const {
    const double half = growth_step / 2;
    return unless_within<Domain::rate>(largest_rate, income_growth - half) |
           unless_within<Domain::rate>(largest_rate, income_growth + half) |
           unless_within<Domain::rate>(largest_rate, gdp_growth - half) |
           unless_within<Domain::rate>(largest_rate, gdp_growth + half);
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN std::uint64_t word(double income_growth, double gdp_growth) const {
    const double half = growth_step / 2;
    const double allowed = tolerance + formula::tolerance;
    return word_of((income_growth - half) - ((gdp_growth + half) - allowed),
                   (income_growth + half) - ((gdp_growth - half) - allowed));
  }
};

}  // namespace formula

}  // namespace detail

SHENGZHOU_REPORT_INLINE ImpliedLevel implied_level(const Statement& base, const Statement& target) {
  const LargeRates stated;  // figures bear their unit
  if (!detail::is_base_of(base, target)) {
    throw DomainError(
        "an implied level needs the level of an indicator and a growth target of the same indicator for "
        "the next year, or a yearly average over a span that starts there; got " +
        to_string(base) + " and " + to_string(target));
  }
  const double years = detail::year_of(target) - detail::year_of(base);
  const PriceBasis basis = target.price_basis();
  // The target's set is in the printed unit; as fractions it is the same set divided by the size of the unit.
  const Interval growth = detail::in_unit(target.target_interval(), detail::fraction_of(target.quantity->unit()));
  // "Nearly 300" and "at most 300" say nothing below, but no level is negative; nor does growth fall beyond -100 %,
  // so a target that bounds it from above alone leaves every level from zero on.
  const Interval start = detail::level_range(base.quantity->interval());
  const bool down_to_zero = growth.lower() <= -1;
  const Interval levels = !down_to_zero ? compound(start, growth, years)
                          : std::isinf(growth.upper())
                              ? Interval(0.0, growth.upper())
                              : Interval(0.0, compound(start, Interval(growth.upper()), years).upper());
  return {.base = base,
          .target = target,
          .level = compound(base.quantity->value().to_double(), target.quantity->rate(), years),
          .interval = levels,
          .price_basis = basis,
          .price_year = basis == PriceBasis::constant ? detail::year_of(base) : detail::year_of(target)};
}

SHENGZHOU_REPORT_INLINE std::vector<ImpliedLevel> implied_levels(const Report& report) {
  std::vector<ImpliedLevel> result;
  const std::vector<const Statement*> dated = detail::dated(report);
  for (const Statement* one : dated) {
    const Statement& target = *one;
    if (target.status != Status::target) continue;
    // A yearly average starts at the latest level before its span ends; the first of several for that year counts.
    const Statement* base = nullptr;
    for (const Statement* candidate : dated) {
      const bool fits = candidate->status != Status::target && detail::is_base_of(*candidate, target);
      if (fits && (base == nullptr || *candidate->year > *base->year)) base = candidate;
    }
    // A negative level does not compound, and a fall by 100 % or more leaves none.
    const bool computable = base != nullptr && base->quantity->value() >= Decimal(0) && target.quantity->rate() > -1;
    if (computable) result.push_back(implied_level(*base, target));
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const ImpliedLevel& implied) {
  out << implied.target.indicator << " " << detail::year_of(implied.target) << ": "
      << detail::two_digits_more(implied.level, implied.base.quantity->step()) << implied.base.quantity->unit();
  if (implied.price_basis == PriceBasis::constant) out << " at " << implied.price_year << " prices";
  return out;
}

SHENGZHOU_REPORT_INLINE ImpliedGrowth implied_growth(const Statement& base, const Statement& target) {
  const LargeRates stated;  // figures bear their unit
  const auto positive = [](const Statement& level) { return level.quantity->value() > Decimal(0); };
  if (!detail::same_indicator(base, target) || !detail::is_amount(base) || !detail::is_amount(target) ||
      detail::year_of(target) <= detail::year_of(base) || !positive(base) || !positive(target)) {
    throw DomainError(
        "an implied growth needs two positive levels of one indicator, none of them a share, the target's year after "
        "that of the base; got " +
        to_string(base) + " and " + to_string(target));
  }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double years = detail::year_of(target) - detail::year_of(base);
  // In the target's unit: ends of an interval have no digits to lose.
  const double factor = conversion_factor(base.quantity->unit(), target.quantity->unit()).to_double();
  const Interval start = detail::in_unit(detail::level_range(base.quantity->interval()), factor);
  const Interval end = detail::level_range(target.target_interval());
  const double least =
      start.upper() == infinity || end.lower() == 0 ? -1 : required_growth(start.upper(), end.lower(), years);
  const double most =
      start.lower() == 0 || end.upper() == infinity ? infinity : required_growth(start.lower(), end.upper(), years);
  return {.base = base,
          .target = target,
          .years = detail::year_of(target) - detail::year_of(base),
          .growth =
              required_growth(base.quantity->value().to_double() * factor, target.quantity->value().to_double(), years),
          .interval = {least, most},
          .price_basis = target.price_basis()};
}

SHENGZHOU_REPORT_INLINE std::vector<ImpliedGrowth> implied_growths(const Report& report) {
  std::vector<ImpliedGrowth> result;
  const std::vector<const Statement*> dated = detail::dated(report);
  for (const Statement* one : dated) {
    const Statement& target = *one;
    if (target.status != Status::target || !detail::is_amount(target) || target.quantity->value() <= Decimal(0)) {
      continue;
    }
    const Statement* base = nullptr;
    bool several = false;
    for (const Statement* other : dated) {
      const Statement& candidate = *other;
      const bool fits = candidate.status != Status::target && detail::year_of(candidate) < detail::year_of(target) &&
                        detail::is_amount(candidate) && detail::same_indicator(candidate, target) &&
                        candidate.quantity->unit().is_compatible(target.quantity->unit()) &&
                        candidate.quantity->value() > Decimal(0);
      if (!fits || (base != nullptr && detail::year_of(candidate) < detail::year_of(*base))) continue;
      several = base != nullptr && detail::year_of(candidate) == detail::year_of(*base) &&
                (several || candidate.quantity != base->quantity);
      base = &candidate;
    }
    if (base != nullptr && !several) result.push_back(implied_growth(*base, target));
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const ImpliedGrowth& implied) {
  out << implied.target.indicator << " " << detail::year_of(implied.target) << ": "
      << detail::two_digits_more(100 * implied.growth, Decimal(1)) << "% a year from " << *implied.base.quantity << " ("
      << detail::year_of(implied.base) << ")";
  if (implied.price_basis == PriceBasis::current) out << ", at current prices";
  return out;
}

SHENGZHOU_REPORT_INLINE ImpliedAmount implied_amount(const Statement& share, const Statement& whole,
                                                     const std::optional<Statement>& growth) {
  const LargeRates stated;  // figures bear their unit
  const data::ShareRow* row = detail::share_row(share.indicator_id);
  const bool is_share = row != nullptr && share.measure == Measure::level && share.quantity &&
                        share.quantity->unit().is_ratio() && share.quantity->value() >= Decimal(0);
  if (!is_share || whole.indicator_id != row->whole || !detail::is_amount(whole) ||
      whole.quantity->value() < Decimal(0) ||
      (growth ? detail::year_of(*growth) : detail::year_of(whole)) != detail::year_of(share)) {
    throw DomainError(
        "an implied amount needs a share and a level of its denominator for the same year, or growth that leads there; "
        "got " +
        to_string(share) + " and " + to_string(whole) + (growth ? " and " + to_string(*growth) : ""));
  }
  const double fraction = detail::fraction_of(share.quantity->unit());
  const Interval part = detail::in_unit(detail::level_range(share.target_interval()), fraction);
  const double ratio = share.quantity->value().to_double() * fraction;
  if (growth) {
    const ImpliedLevel grown = implied_level(whole, *growth);
    return {.share = share,
            .whole = whole,
            .growth = growth,
            .amount = ratio * grown.level,
            .interval = part * grown.interval,
            .price_basis = grown.price_basis,
            .price_year = grown.price_year};
  }
  const bool target = whole.status == Status::target;
  return {.share = share,
          .whole = whole,
          .growth = std::nullopt,
          .amount = ratio * whole.quantity->value().to_double(),
          .interval = part * detail::level_range(target ? whole.target_interval() : whole.quantity->interval()),
          .price_basis = whole.price_basis(),
          .price_year = detail::year_of(whole)};
}

SHENGZHOU_REPORT_INLINE std::vector<ImpliedAmount> implied_amounts(const Report& report) {
  const std::vector<ImpliedLevel> grown = implied_levels(report);
  std::vector<ImpliedAmount> result;
  const std::vector<const Statement*> dated = detail::dated(report);
  for (const Statement* one : dated) {
    const Statement& share = *one;
    const data::ShareRow* row = share.status == Status::target ? detail::share_row(share.indicator_id) : nullptr;
    const bool is_share = row != nullptr && share.measure == Measure::level && share.period == Period::year &&
                          share.quantity && share.quantity->unit().is_ratio() && share.quantity->value() >= Decimal(0);
    if (!is_share) continue;
    const auto stated = std::find_if(dated.begin(), dated.end(), [&](const Statement* level) {
      return level->indicator_id == row->whole && level->area == share.area && level->year == share.year &&
             detail::is_amount(*level) && level->quantity->value() >= Decimal(0);
    });
    const auto implied = std::find_if(grown.begin(), grown.end(), [&](const ImpliedLevel& level) {
      return level.target.indicator_id == row->whole && level.target.area == share.area &&
             detail::year_of(level.target) == detail::year_of(share) && detail::is_amount(level.base);
    });
    if (stated != dated.end()) {
      result.push_back(implied_amount(share, **stated));
    } else if (implied != grown.end()) {
      result.push_back(implied_amount(share, implied->base, implied->target));
    }
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const ImpliedAmount& implied) {
  out << implied.share.indicator << " " << detail::year_of(implied.share) << ": "
      << detail::two_digits_more(implied.amount, implied.whole.quantity->step()) << implied.whole.quantity->unit();
  if (implied.price_basis == PriceBasis::constant) out << " at " << implied.price_year << " prices";
  return out;
}

SHENGZHOU_REPORT_INLINE Certainty is_in_step(const Interval& income_growth, const Interval& gdp_growth,
                                             double tolerance) {
  using namespace detail::formula;
  require_box<IsInStep>(income_growth, gdp_growth);
  require_tolerance(tolerance);
  const double allowed = tolerance + detail::formula::tolerance;
  if (income_growth.lower() >= gdp_growth.upper() - allowed) return Certainty::certain;
  return income_growth.upper() >= gdp_growth.lower() - allowed ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE Certainties is_in_step(const ArrayRef& income_growth, const ArrayRef& gdp_growth,
                                               double growth_step, double tolerance) {
  using namespace detail::formula;
  require_tolerance(tolerance);
  return certainties({{"growth_step", growth_step}}, InStep{growth_step, tolerance}, income_growth, gdp_growth);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::ImpliedLevel>::operator()(
    const shengzhou_report::ImpliedLevel& implied) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(implied.base), std::hash<sr::Statement>{}(implied.target));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::ImpliedGrowth>::operator()(
    const shengzhou_report::ImpliedGrowth& implied) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(implied.base), std::hash<sr::Statement>{}(implied.target));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::ImpliedAmount>::operator()(
    const shengzhou_report::ImpliedAmount& implied) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(implied.share), std::hash<sr::Statement>{}(implied.whole));
}
