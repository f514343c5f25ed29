#pragma once

// Rule: a place against the places that it is made of.

#include <cmath>
#include <string>
#include <vector>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/around.hpp>
#include <shengzhou_report/impl/check/words.hpp>

namespace shengzhou_report::detail::rules {

/// Levels of the places below against that of the whole: some of them are no more than it, all of them as much. Places
/// compute their accounts by themselves, so their sum is known to be more (NBS, notes on regional accounts before the
/// unified accounting of 2019): a warning, by how much it is.
inline void places_within(Findings& findings, const Facts& facts, const Around& around) {
  for (const Statement* whole : facts.levels()) {
    if (whole->status == Status::target || !lists(data::summed_over_places, whole->indicator_id)) continue;
    std::vector<const Statement*> involved{whole};
    Interval sum = 0.0;
    double printed = 0;
    for (const Facts* place : around.below) {
      const Statement* part = place->level(whole->indicator_id, year_of(*whole));
      if (part == nullptr || !compatible(*part, *whole)) continue;
      involved.push_back(part);
      sum = sum + level_in(*part, *whole);
      printed += value_in(*part, *whole);
    }
    if (involved.size() == 1) continue;
    const bool all = around.complete && involved.size() == around.below.size() + 1;
    const Interval limit = level_range(whole->quantity->interval());
    const bool more = sum.lower() > limit.upper() && !meet(sum, limit);
    const bool less = all && sum.upper() < limit.lower() && !meet(sum, limit);
    if (!more && !less) continue;
    const auto form = [&](double x) { return amount(x, *whole->quantity); };
    findings.add(Severity::warning, "places_sum", involved,
                 title(*whole) + ": " + (all ? "all " : "") + std::to_string(involved.size() - 1) +
                     " places below state " + form(printed) + " together (" + range(sum, form) + " within rounding), " +
                     (more ? "more" : "less") + " than the " + to_string(*whole->quantity) + " of the whole",
                 {{"sum", printed, sum, whole->quantity->unit()}});
  }
}

}  // namespace shengzhou_report::detail::rules
