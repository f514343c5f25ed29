#pragma once

// Rules: figures of one year as two documents state them, levels of neighbouring years.

#include <algorithm>
#include <cmath>
#include <string>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/around.hpp>
#include <shengzhou_report/impl/check/words.hpp>

namespace shengzhou_report::detail::rules {

/// "communique of 2030".
[[nodiscard]] inline std::string source_of(const Report& report) {
  std::string name = to_string(report.info().kind);
  std::replace(name.begin(), name.end(), '_', ' ');
  return report.info().year ? name + " of " + std::to_string(*report.info().year) : name;
}

/// A level or a growth that the place stated before, and states otherwise now: no value prints like both.
inline void restated(Findings& findings, const Facts& facts, const Around& around) {
  for (const Statement* now : facts.levels()) {
    const auto found = around.levels.find({now->indicator_id, year_of(*now), false});
    if (now->status == Status::target || found == around.levels.end()) continue;
    const Statement& before = *found->second.statement;
    if (!compatible(before, *now)) continue;
    const Interval from = level_in(before, *now);
    const Interval to = level_range(now->quantity->interval());
    if (meet(from, to) || !(from.lower() > 0) || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const double relative = growth_rate(value_in(before, *now), value_of(*now));
    const bool far = std::abs(std::log1p(relative)) > std::log1p(other_figure);
    findings.add(far ? Severity::warning : Severity::info, "restated", {now, &before},
                 title(*now) + ": " + to_string(*now->quantity) + ", but " + to_string(*before.quantity) + " in the " +
                     source_of(*found->second.report) + ", " + percent(relative) + " apart" +
                     (far ? ": by convention more than a revision, another unit or scope is likely" : ""),
                 {in_percent("revision", relative, growth_rate(from, to))});
  }
  for (const Statement* now : facts.growths()) {
    const auto found = around.growths.find({now->indicator_id, year_of(*now), false});
    if (now->status == Status::target || found == around.growths.end()) continue;
    const Statement& before = *found->second.statement;
    if (meet(growth_of(before), growth_of(*now)) || before.price_basis() != now->price_basis()) continue;
    const double apart = rate_of(*now) - rate_of(before);
    findings.add(Severity::info, "restated", {now, &before},
                 title(*now) + ": growth of " + to_string(*now->quantity) + ", but " + to_string(*before.quantity) +
                     " in the " + source_of(*found->second.report) + ", " + points(apart) + " apart",
                 {{"revision", 100 * apart, (growth_of(*now) - growth_of(before)) * 100.0, Unit("个百分点")}});
  }
}

/// Levels of neighbouring years that no growth of a year explains, where none is stated; where one is, levels are held
/// against that. Only sums over places: what is counted by tens doubles in many a year.
inline void neighbouring_levels(Findings& findings, const Facts& facts) {
  for (const Statement* level : facts.levels()) {
    if (level->status == Status::target || !lists(data::summed_over_places, level->indicator_id)) continue;
    const Statement* before = facts.level(level->indicator_id, year_of(*level) - 1);
    if (before == nullptr || !compatible(*before, *level)) continue;
    if (facts.growth(level->indicator_id, year_of(*level)) != nullptr) continue;
    const Interval from = level_in(*before, *level);
    const Interval to = level_range(level->quantity->interval());
    if (!(from.lower() > 0) || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const Interval implied = growth_rate(from, to);
    if (meet(implied, {1 / (1 + one_year) - 1, one_year})) continue;
    const double value = growth_rate(value_in(*before, *level), value_of(*level));
    findings.add(Severity::warning, "neighbouring_levels", {level, before},
                 title(*level) + ": " + to_string(*level->quantity) + " on " + to_string(*before->quantity) + " of " +
                     std::to_string(year_of(*before)) + " is growth of " + percent(value) +
                     ", by convention more than of one year: another unit, scope or year is likely",
                 {in_percent("implied_growth", value, implied)});
  }
}

}  // namespace shengzhou_report::detail::rules
