#pragma once

// Rules: levels of two years against the growth between them.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/prices.hpp>

namespace shengzhou_report::detail::rules {

// Rules. Each looks at what it needs and adds what it finds.

/// Whether a yearly average that the report states explains the two levels as the ends of a longer span: then the
/// earlier one is not of the year before. `deflator` says what that of so many years may be.
template <class Deflator>
[[nodiscard]] bool spans_years(const Facts& facts, const Statement& end, const Interval& from, const Interval& to,
                               const Deflator& deflator) {
  return std::any_of(facts.report().begin(), facts.report().end(), [&](const Statement& average) {
    if (average.period != Period::year_average || year_of(average) != year_of(end) || !same_indicator(average, end) ||
        !average.quantity || !Facts::is_growth(average)) {
      return false;
    }
    for (int years = 2; years <= longest_span; ++years) {
      if (implied_deflator(cagr(from, to, years), growth_of(average)).overlaps(deflator(years))) return true;
    }
    return false;
  });
}

inline void price_basis(Findings& findings, const Statement& level, const Statement& growth) {
  const Interval base = implied_base(level_range(level.quantity->interval()), growth_of(growth));
  const double value = implied_base(value_of(level), rate_of(growth));
  const std::string before = std::to_string(year_of(level) - 1);
  const auto form = [&](double x) { return amount(x, *level.quantity); };
  findings.add(Severity::info, "price_basis", {&level, &growth},
               title(level) + ": " + to_string(*level.quantity) + " is at current prices, growth of " +
                   to_string(*growth.quantity) + " at constant prices; " + to_string(*level.quantity) + " / (1 + " +
                   to_string(*growth.quantity) + ") = " + form(value) + " (" + range(base, form) +
                   " within rounding) is the level of " + before + " at the prices of " +
                   std::to_string(year_of(level)) + ", not the level that was published for " + before,
               {{"implied_base", value, base, level.quantity->unit()}});
}

inline void level_and_growth(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement* growth : facts.growths()) {
    const bool target = growth->status == Status::target;
    const Statement* level = facts.level(growth->indicator_id, year_of(*growth), target);
    const Indicator& indicator = *growth->catalogued();
    if (level == nullptr || indicator.kind == Kind::ratio) continue;
    const bool one_basis = level->price_basis() == growth->price_basis();
    const Statement* before = facts.level(growth->indicator_id, year_of(*growth) - 1);
    if (before == nullptr || !compatible(*before, *level)) {
      const bool bounded = std::isfinite(level->quantity->interval().upper());
      if (!one_basis && !target && bounded && level->quantity->interval().lower() > 0) {
        price_basis(findings, *level, *growth);
      }
      continue;
    }
    const Interval from = level_in(*before, *level);
    const Interval to = level_range(level->quantity->interval());
    // Nearly so much may be anything below it, as far as arithmetic goes: a fall by 100 % has no deflator.
    if (from.lower() <= 0 || to.lower() <= 0 || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const Interval implied = growth_rate(from, to);
    const double implied_value = growth_rate(value_in(*before, *level), value_of(*level));
    const std::string levels = title(*level) + ": " + to_string(*level->quantity) + " on " +
                               to_string(*before->quantity) + " of " + std::to_string(year_of(*before)) +
                               " is growth of " + percent(implied_value) + " (" + range(implied, percent) + ")";
    const std::vector<const Statement*> involved{growth, level, before};
    const bool scope = lists(data::scope_adjusted, growth->indicator_id) || is_adjusted(facts.report(), *growth);
    if (one_basis) {
      const auto none = [](int) { return Interval(-1e-9, 1e-9); };
      if (meet(implied, growth_of(*growth)) || spans_years(facts, *level, from, to, none)) continue;
      const bool survey = lists(data::survey_series, growth->indicator_id) && !target && !scope &&
                          std::abs(implied_value - rate_of(*growth)) <= same_series;
      const bool round = target && std::abs(implied_value - rate_of(*growth)) <= planned;
      const double base = implied_base(value_of(*level), rate_of(*growth));
      const Interval bases = implied_base(to, growth_of(*growth));
      const auto form = [&](double x) { return amount(x, *level->quantity); };
      const std::string why =
          survey   ? "; level and nominal growth of household income come from one survey and must agree"
          : scope  ? "; this growth is published on a comparable scope, so chain growth, not levels"
          : round  ? "; a plan is made of round figures on an estimate of the year before, by convention "
                     "up to " +
                         points(planned) + " off"
          : target ? "; scope or base must differ: by convention a plan is no more than " + points(planned) + " off"
                   : "; scope or base must differ";
      findings.add(survey           ? Severity::error
                   : scope || round ? Severity::info
                                    : Severity::warning,
                   "level_growth", involved,
                   std::string(levels)
                       .append(", but ")
                       .append(to_string(*growth->quantity))
                       .append(" is printed, which needs a base of ")
                       .append(form(base))
                       .append(" (" + range(bases, form) + ")")
                       .append(why),
                   {in_percent("implied_growth", implied_value, implied),
                    {"implied_base", base, bases, level->quantity->unit()}});
      continue;
    }
    const Interval deflator = implied_deflator(implied, growth_of(*growth));
    const std::int32_t year = year_of(*level);
    const DeflatorBand band = target ? planned_deflator_band(year, options) : deflator_band(year - 1, year, options);
    const bool plausible = meet(deflator, band.growth);
    const auto over = [&](int years) { return deflator_band(year - years, year, options).growth; };
    if (!plausible && spans_years(facts, *level, from, to, over)) continue;
    const double deflator_value = implied_deflator(implied_value, rate_of(*growth));
    findings.add(plausible || scope ? Severity::info : Severity::warning, "implied_deflator", involved,
                 levels + " at current prices, printed growth is " + to_string(*growth->quantity) +
                     " at constant prices; the implied deflator is " + percent(deflator_value) + " (" +
                     range(deflator, percent) + ")" +
                     (plausible ? ""
                                : ", outside " + range(band.growth, percent) + ", " + band.origin + ": " +
                                      (scope ? "this growth is published on a comparable scope, and levels are not"
                                             : "a revised base or another scope is likely")),
                 {in_percent("implied_growth", implied_value, implied),
                  in_percent("implied_deflator", deflator_value, deflator)});
  }
}

/// Levels at both ends of a span against the yearly average (年均) that the report states.
inline void yearly_average(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement& average : facts.report()) {
    if (average.period != Period::year_average || average.status == Status::target || !average.quantity ||
        average.indicator_id.empty() || !Facts::is_growth(average)) {
      continue;
    }
    const Indicator* indicator = average.catalogued();
    const Statement* level = facts.level(average.indicator_id, year_of(average));
    if (indicator == nullptr || indicator->kind == Kind::ratio || level == nullptr) continue;
    // The length of the span is not printed: one earlier level says it, several leave it open.
    const Statement* start = nullptr;
    int starts = 0;
    for (const Statement* candidate : facts.levels()) {
      const bool fits = candidate->indicator_id == average.indicator_id && candidate->status != Status::target &&
                        year_of(*candidate) < year_of(*level) &&
                        year_of(*level) - year_of(*candidate) <= longest_span && compatible(*candidate, *level);
      if (!fits) continue;
      start = candidate;
      ++starts;
    }
    if (starts != 1 || year_of(*level) - year_of(*start) < 2) continue;
    const double years = year_of(*level) - year_of(*start);
    const Interval from = level_in(*start, *level);
    const Interval to = level_range(level->quantity->interval());
    if (from.lower() <= 0 || to.lower() <= 0 || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const Interval implied = cagr(from, to, years);
    const double value = cagr(value_in(*start, *level), value_of(*level), years);
    const std::string levels = title(*level) + ": " + to_string(*start->quantity) + " in " +
                               std::to_string(year_of(*start)) + " to " + to_string(*level->quantity) + " is " +
                               percent(value) + " a year (" + range(implied, percent) + ")";
    const bool scope = lists(data::scope_adjusted, average.indicator_id) || is_adjusted(facts.report(), average);
    if (level->price_basis() == average.price_basis()) {
      if (meet(implied, growth_of(average))) continue;
      const bool far = !scope && std::abs(value - rate_of(average)) > chained;
      findings.add(
          far ? Severity::warning : Severity::info, "yearly_average", {&average, level, start},
          levels + ", but " + to_string(*average.quantity) + " a year is printed: " +
              (scope ? "this growth is published on a comparable scope, and chained"
               : far ? "another span, scope or base: by convention chained growth is no more than " + points(chained) +
                           " off"
                     : "another span, scope or base, or growth chained from year to year, by convention up to " +
                           points(chained) + " off"),
          {in_percent("implied_growth", value, implied)});
      continue;
    }
    const Interval deflator = implied_deflator(implied, growth_of(average));
    const double deflator_value = implied_deflator(value, rate_of(average));
    // Growth is chained as above; the difference falls to the deflator.
    const DeflatorBand band = deflator_band(year_of(*start), year_of(*level), options);
    const bool plausible = meet(deflator, widened(band.growth, chained));
    findings.add(
        plausible || scope ? Severity::info : Severity::warning, "implied_deflator", {&average, level, start},
        levels + " at current prices, printed growth is " + to_string(*average.quantity) +
            " a year at constant prices; the implied deflator is " + percent(deflator_value) + " a year (" +
            range(deflator, percent) + ")" +
            (plausible
                 ? ""
                 : ", more than " + points(chained) + " outside " + range(band.growth, percent) + ", " + band.origin +
                       (scope ? ": this growth is published on a comparable scope, and levels are not" : "")),
        {in_percent("implied_growth", value, implied), in_percent("implied_deflator", deflator_value, deflator)});
  }
}

}  // namespace shengzhou_report::detail::rules
