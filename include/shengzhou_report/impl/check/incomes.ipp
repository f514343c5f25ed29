#pragma once

// Rules: urban and rural incomes, their ratio and their gap.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/check/facts.hpp>

namespace shengzhou_report::detail::rules {

/// The figures on both incomes for one year.
struct Incomes {
  const Statement* urban;
  const Statement* rural;
  [[nodiscard]] bool complete() const noexcept { return urban != nullptr && rural != nullptr; }
};

[[nodiscard]] inline Incomes income_levels(const Facts& facts, std::int32_t year, bool target = false) {
  const Incomes incomes{facts.level("disposable_income_urban", year, target),
                        facts.level("disposable_income_rural", year, target)};
  const bool fit = incomes.complete() && compatible(*incomes.urban, *incomes.rural) &&
                   level_range(incomes.urban->quantity->interval()).lower() > 0 &&
                   level_range(incomes.rural->quantity->interval()).lower() > 0 &&
                   std::isfinite(incomes.urban->quantity->interval().upper()) &&
                   std::isfinite(incomes.rural->quantity->interval().upper());
  return fit ? incomes : Incomes{nullptr, nullptr};
}

[[nodiscard]] inline Incomes income_growths(const Facts& facts, std::int32_t year, bool target = false) {
  return {facts.growth("disposable_income_urban", year, target), facts.growth("disposable_income_rural", year, target)};
}

/// The years for which the report states outcomes on income growth.
[[nodiscard]] inline std::vector<std::int32_t> income_years(const Facts& facts) {
  std::vector<std::int32_t> years;
  for (const Statement* growth : facts.growths()) {
    if (growth->indicator_id == "disposable_income_urban" && growth->status != Status::target)
      years.push_back(year_of(*growth));
  }
  return years;
}

[[nodiscard]] inline const Statement* ratio_trend(const Facts& facts, std::int32_t year, bool target) {
  const auto found = std::find_if(facts.report().begin(), facts.report().end(), [&](const Statement& statement) {
    return statement.indicator_id == "income_ratio" && statement.trend == Trend::falling &&
           year_of(statement) == year && (statement.status == Status::target) == target;
  });
  return found == facts.report().end() ? nullptr : &*found;
}

inline void ratio_narrowed(Findings& findings, const Facts& facts) {
  for (const std::int32_t year : income_years(facts)) {
    const Incomes growth = income_growths(facts, year);
    if (!growth.complete()) continue;
    const Interval urban = growth_of(*growth.urban);
    const Interval rural = growth_of(*growth.rural);
    const Certainty narrowed = is_narrowing(urban, rural);
    const Statement* claim = ratio_trend(facts, year, false);
    const std::string rates = std::to_string(year) + ": rural income grew by " + to_string(*growth.rural->quantity) +
                              " (" + range(rural, percent) + "), urban income by " +
                              to_string(*growth.urban->quantity) + " (" + range(urban, percent) + ")";
    const std::string name = "城乡居民收入倍差 ";
    std::string message = name + rates + "; ";
    switch (narrowed) {
      case Certainty::certain:
        message += "the urban-rural ratio narrowed with certainty, whatever rounding hides";
        break;
      case Certainty::possible:
        message += "rounding leaves open whether the urban-rural ratio narrowed";
        break;
      case Certainty::no:
        message += "the urban-rural ratio did not narrow";
        break;
    }
    const double difference = rate_of(*growth.rural) - rate_of(*growth.urban);
    std::vector<const Statement*> involved{growth.urban, growth.rural};
    const bool contradicted = claim != nullptr && narrowed == Certainty::no;
    if (contradicted) {
      involved.insert(involved.begin(), claim);
      message += ", though it is said to have";
    }
    findings.add(contradicted ? Severity::error : Severity::info, "ratio_narrowed", involved, message,
                 {{"growth_difference", 100 * difference, (rural - urban) * 100.0, Unit("个百分点")}});
  }
}

inline void gap_widens(Findings& findings, const Facts& facts) {
  for (const std::int32_t year : income_years(facts)) {
    const Incomes growth = income_growths(facts, year);
    const Incomes level = income_levels(facts, year);
    if (!growth.complete() || !level.complete()) continue;
    const Interval urban_growth = growth_of(*growth.urban);
    const Interval rural_growth = growth_of(*growth.rural);
    // Shrinking incomes have turning points of another kind, and growth of "at least" so much leaves them open.
    if (urban_growth.lower() <= 0 || rural_growth.lower() <= 0 || !std::isfinite(urban_growth.upper()) ||
        !std::isfinite(rural_growth.upper())) {
      continue;
    }
    const Interval urban = level_range(level.urban->quantity->interval());
    const Interval rural = level_in(*level.rural, *level.urban);
    const double rural_value = value_in(*level.rural, *level.urban);
    const double ratio = income_ratio(value_of(*level.urban), rural_value);
    const double threshold = gap_threshold(ratio, rate_of(*growth.urban));
    const GapPeak peak = gap_peak(value_of(*level.urban), rural_value, rate_of(*growth.urban), rate_of(*growth.rural));
    const GapPeakRange peaks = gap_peak(urban, rural, urban_growth, rural_growth);
    const auto when = [&](const GapPeak& at) {
      return at.reach == Reach::never ? std::string("never") : fixed(static_cast<double>(at.year), 0);
    };
    std::string message = "城乡居民人均可支配收入差额 " + std::to_string(year) + ": " +
                          to_string(*level.urban->quantity) + " - " + to_string(*level.rural->quantity) + " = " +
                          amount(value_of(*level.urban) - rural_value, *level.urban->quantity) +
                          "; the absolute gap narrows only when rural growth exceeds ratio x urban growth, " +
                          fixed(ratio, 4) + " x " + to_string(*growth.urban->quantity) + " = " + percent(threshold) +
                          ", and it is " + to_string(*growth.rural->quantity);
    if (peak.reach == Reach::already) {
      message += ", so the gap narrows";
    } else if (peak.reach == Reach::never) {
      message += ", so at this growth the gap widens for ever";
    } else {
      message += ", so at this growth the gap widens for about " + when(peak) + " years (" + when(peaks.earliest) +
                 " to " + when(peaks.latest) + " within rounding)";
    }
    std::vector<FindingNumber> numbers{
        in_percent("gap_threshold", threshold, gap_threshold(income_ratio(urban, rural), urban_growth))};
    if (peak.reach == Reach::reached) {
      const auto years = [](const GapPeak& at) {
        return at.reach == Reach::never ? infinity : static_cast<double>(at.year);
      };
      numbers.push_back({"years", years(peak), Interval(years(peaks.earliest), years(peaks.latest)), Unit("年")});
    }
    findings.add(Severity::info, "gap_widens", {level.urban, level.rural, growth.urban, growth.rural},
                 std::move(message), std::move(numbers));
  }
}

/// A ratio that is to fall against the targets for both incomes.
inline void ratio_and_incomes(Findings& findings, const Facts& facts, std::int32_t year) {
  const Incomes growth = income_growths(facts, year, true);
  if (!growth.complete()) return;
  const std::string rates = "targets of " + to_string(*growth.urban->quantity) + " for urban and " +
                            to_string(*growth.rural->quantity) + " for rural income";
  if (const Statement* falls = ratio_trend(facts, year, true);
      falls != nullptr && rate_of(*growth.rural) <= rate_of(*growth.urban)) {
    findings.add(Severity::warning, "ratio_and_incomes", {falls, growth.urban, growth.rural},
                 title(*falls) + ": the ratio is to fall, which needs rural income to grow faster than urban income; " +
                     rates + " do not ask for it",
                 {{"growth_difference", 100 * (rate_of(*growth.rural) - rate_of(*growth.urban)),
                   (growth_of(*growth.rural) - growth_of(*growth.urban)) * 100.0, Unit("个百分点")}});
  }
  const Statement* goal = facts.level("income_ratio", year, true);
  const Incomes base = income_levels(facts, year - 1);
  if (goal == nullptr || !base.complete()) return;
  const double ratio = value_of(*base.urban) / value_in(*base.rural, *base.urban);
  const double reached = ratio * (1 + rate_of(*growth.urban)) / (1 + rate_of(*growth.rural));
  const double limit = goal->target_interval().upper();
  if (reached <= limit + formula::tolerance) return;
  const double needed = required_rural_growth(ratio, rate_of(*growth.urban), limit, 1);
  findings.add(Severity::warning, "ratio_and_incomes", {goal, growth.urban, growth.rural, base.urban, base.rural},
               title(*goal) + ": " + rates + " bring the ratio from " + fixed(ratio, 4) + " to " + fixed(reached, 4) +
                   ", above the target of " + to_string(*goal->quantity) + "; rural income would have to grow by " +
                   percent(needed),
               {{"ratio", reached, reached, Unit()}, in_percent("required_rural_growth", needed, needed)});
}

}  // namespace shengzhou_report::detail::rules
