#pragma once

// Rule: GDP per head against GDP and the population.

#include <cmath>
#include <string>
#include <vector>

#include <shengzhou_report/impl/check/facts.hpp>

namespace shengzhou_report::detail::rules {

/// GDP per head is GDP over the mean of the resident populations at both ends of the year (NBS). Where the report
/// states that of one end alone, the mean is near it.
inline void gdp_per_head(Findings& findings, const Facts& facts) {
  const Unit persons("人");
  for (const Statement* stated : facts.levels()) {
    if (stated->indicator_id != "gdp_per_capita" || stated->status == Status::target) continue;
    const Statement* gdp = facts.level("gdp", year_of(*stated));
    const Statement* end = facts.level("resident_population", year_of(*stated));
    if (gdp == nullptr || end == nullptr || !compatible(*gdp, *stated)) continue;
    const Statement* start = facts.level("resident_population", year_of(*stated) - 1);
    const auto counts = [&](const Statement* population) {
      return population != nullptr && population->quantity->unit().is_compatible(persons) &&
             population->quantity->interval().lower() > 0 && std::isfinite(population->quantity->interval().upper());
    };
    if (!counts(end)) continue;
    const bool both = counts(start);
    const auto heads = [&](const Statement& population) {
      return population.quantity->interval() * conversion_factor(population.quantity->unit(), persons).to_double();
    };
    const auto head_count = [&](const Statement& population) {
      return convert(value_of(population), population.quantity->unit(), persons);
    };
    const Interval mean = both ? (heads(*start) + heads(*end)) / 2.0 : heads(*end);
    const double mean_count = both ? (head_count(*start) + head_count(*end)) / 2 : head_count(*end);
    const Interval implied = level_in(*gdp, *stated) / mean;
    const double value = value_in(*gdp, *stated) / mean_count;
    const Interval printed = level_range(stated->quantity->interval());
    if (meet(implied, printed)) continue;
    // Vintages of the three differ, and one end of the year is not its mean.
    const bool near = meet(implied * Interval(1 - vintage, 1 + vintage), printed);
    if (near && !both) continue;
    const auto form = [&](double x) { return amount(x, *stated->quantity); };
    std::string why =
        near ? "; figures of other vintages, by convention up to " + percent(vintage) + " apart"
             : "; another denominator, such as the registered population: by convention vintages are no more "
               "than " +
                   percent(vintage) + " apart";
    std::vector<const Statement*> involved{stated, gdp, end};
    if (both) involved.push_back(start);
    const Statement* registered = near ? nullptr : facts.level("registered_population", year_of(*stated));
    if (counts(registered) &&
        meet(level_in(*gdp, *stated) / heads(*registered) * Interval(1 - vintage, 1 + vintage), printed)) {
      why = "; it is per head of the registered population of " + to_string(*registered->quantity);
      involved.push_back(registered);
    }
    findings.add(near ? Severity::info : Severity::warning, "gdp_per_head", involved,
                 title(*stated) + ": " + to_string(*gdp->quantity) + " / " +
                     (both ? "the mean of " + to_string(*start->quantity) + " and " + to_string(*end->quantity)
                           : to_string(*end->quantity)) +
                     " = " + form(value) + " (" + range(implied, form) + " within rounding), but " +
                     to_string(*stated->quantity) + " is printed" + why,
                 {{"gdp_per_head", value, implied, stated->quantity->unit()}});
  }
}

}  // namespace shengzhou_report::detail::rules
