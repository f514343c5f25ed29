#pragma once

// Rule: targets against those of the authority above.

#include <string>

#include <shengzhou_report/impl/check/facts.hpp>

namespace shengzhou_report::detail::rules {

/// How strongly a wording binds: "about" least, a bare figure more, "at least" most; ensured more than striven for.
[[nodiscard]] inline int strength(const Statement& target) {
  const Bound bound = target.quantity->bound();
  const bool bare = bound == Bound::exact || bound == Bound::range;
  const bool soft = bound == Bound::about || bound == Bound::nearly;
  const int modality = target.modality == Modality::ensure ? 1 : target.modality == Modality::strive ? -1 : 0;
  return 3 * (soft ? 0 : bare ? 1 : 2) + modality;
}

[[nodiscard]] inline std::string wording(const Statement& target) {
  const std::string effort = target.modality == Modality::firm ? "" : std::string(to_string(target.modality)) + ", ";
  return effort + to_string(target.quantity->bound());
}

/// Targets in per cent against those of the parent for the same year.
inline void amplification(Findings& findings, const Facts& facts, const Facts& parent) {
  const ReportInfo& info = parent.report().info();
  const std::string above = info.place ? *info.place : !info.title.empty() ? info.title : "the parent report";
  const auto compare = [&](const Statement& target, const Statement* goal) {
    const bool comparable = goal != nullptr && target.direction() != Direction::none &&
                            target.quantity->unit().is_ratio() && goal->quantity->unit().is_ratio();
    if (!comparable) return;
    const double sign = target.direction() == Direction::lower ? -1 : 1;
    const double excess = sign * (rate_of(target) - rate_of(*goal));
    const bool stronger = strength(target) > strength(*goal);
    const bool more = excess > formula::tolerance;
    if (!more && !(stronger && excess >= -formula::tolerance)) return;
    findings.add(
        Severity::info, "amplification", {&target, goal},
        title(target) + ": target of " + to_string(*target.quantity) + " against " + to_string(*goal->quantity) +
            " of " + above + (more ? ", " + points(excess) + " more ambitious" : ", as high") +
            (stronger ? ", and worded more strongly (" + wording(target) + " against " + wording(*goal) + ")" : ""),
        {{"amplification", 100 * excess, (growth_of(target) - growth_of(*goal)) * (100 * sign), Unit("个百分点")}});
  };
  for (const Statement* target : facts.growths()) {
    if (target->status == Status::target) {
      compare(*target, parent.growth(target->indicator_id, year_of(*target), true));
    }
  }
  for (const Statement* target : facts.levels()) {
    if (target->status == Status::target) {
      compare(*target, parent.level(target->indicator_id, year_of(*target), true));
    }
  }
}

}  // namespace shengzhou_report::detail::rules
