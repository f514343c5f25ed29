#pragma once

// Rules: wholes against their parts, shares and differences against the figures they are of.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/facts.hpp>

namespace shengzhou_report::detail::rules {

/// The parts of each complete whole, in the order of the table.
[[nodiscard]] inline std::map<std::string_view, std::vector<std::string_view>> complete_wholes() {
  std::map<std::string_view, std::vector<std::string_view>> wholes;
  for (const data::PartRow& row : data::parts) {
    if (row.kind == data::PartKind::complete) wholes[row.whole].push_back(row.part);
  }
  return wholes;
}

inline void sums(Findings& findings, const Facts& facts) {
  const auto wholes = complete_wholes();
  for (const Statement* whole : facts.levels()) {
    const auto entry = wholes.find(whole->indicator_id);
    if (entry == wholes.end()) continue;
    std::vector<const Statement*> involved{whole};
    Interval sum = 0.0;
    double printed = 0;
    std::string terms;
    for (const std::string_view id : entry->second) {
      const Statement* part = facts.level(id, year_of(*whole), whole->status == Status::target);
      if (part == nullptr || !compatible(*part, *whole)) break;
      involved.push_back(part);
      sum = sum + level_in(*part, *whole);
      printed += value_in(*part, *whole);
      terms += (terms.empty() ? "" : " + ") + to_string(*part->quantity);
    }
    if (involved.size() != entry->second.size() + 1 || meet(sum, level_range(whole->quantity->interval()))) continue;
    const auto form = [&](double x) { return amount(x, *whole->quantity); };
    findings.add(Severity::error, "sum_of_parts", involved,
                 title(*whole) + ": the parts " + terms + " add up to " + form(printed) + " (" + range(sum, form) +
                     " within rounding), but " + to_string(*whole->quantity) + " is printed",
                 {{"sum", printed, sum, whole->quantity->unit()}});
  }
}

inline void growth_of_parts(Findings& findings, const Facts& facts) {
  const auto wholes = complete_wholes();
  for (const Statement* whole : facts.growths()) {
    const auto entry = wholes.find(whole->indicator_id);
    if (entry == wholes.end()) continue;
    std::vector<const Statement*> involved{whole};
    double least = infinity;
    double most = -infinity;
    std::string terms;
    for (const std::string_view id : entry->second) {
      const Statement* part = facts.growth(id, year_of(*whole), whole->status == Status::target);
      if (part == nullptr || part->price_basis() != whole->price_basis()) break;
      involved.push_back(part);
      least = std::min(least, growth_of(*part).lower());
      most = std::max(most, growth_of(*part).upper());
      terms += (terms.empty() ? "" : ", ") + to_string(*part->quantity);
    }
    if (involved.size() != entry->second.size() + 1) continue;
    const Interval hull(least, most);
    if (meet(hull, growth_of(*whole))) continue;
    const bool real = whole->price_basis() == PriceBasis::constant;
    findings.add(real ? Severity::warning : Severity::error, "growth_of_parts", involved,
                 title(*whole) + ": all parts grow by " + terms + ", and a sum grows no less than its slowest and no " +
                     "more than its fastest part, " + range(hull, percent) + "; printed is " +
                     to_string(*whole->quantity),
                 {{"growth_of_parts", 100 * hull.midpoint(), hull * 100.0, Unit("%")}});
  }
}

inline void parts_within(Findings& findings, const Facts& facts) {
  for (const data::PartRow& row : data::parts) {
    for (const Statement* part : facts.levels()) {
      if (part->indicator_id != row.part) continue;
      const Statement* whole = facts.level(row.whole, year_of(*part), part->status == Status::target);
      if (whole == nullptr || !compatible(*part, *whole)) continue;
      const Interval within = level_in(*part, *whole);
      const Interval limit = level_range(whole->quantity->interval());
      if (within.lower() <= limit.upper() || meet(within, limit)) continue;
      findings.add(Severity::error, "part_exceeds_whole", {part, whole},
                   title(*part) + ": " + to_string(*part->quantity) + " is part of " + whole->indicator +
                       ", but that is " + to_string(*whole->quantity),
                   {{"part", value_in(*part, *whole), within, whole->quantity->unit()}});
    }
    // Growth of the part takes so much of the increment that the rest must shrink.
    for (const Statement* growth : facts.growths()) {
      if (growth->indicator_id != row.part) continue;
      const bool target = growth->status == Status::target;
      const Statement* whole_growth = facts.growth(row.whole, year_of(*growth), target);
      const Statement* part = facts.level(row.part, year_of(*growth) - 1);
      const Statement* whole = facts.level(row.whole, year_of(*growth) - 1);
      if (whole_growth == nullptr || part == nullptr || whole == nullptr || !compatible(*part, *whole) ||
          growth->price_basis() != whole_growth->price_basis()) {
        continue;
      }
      const double share = value_in(*part, *whole) / value_of(*whole);
      if (!(share < 1)) continue;
      const double pull = share * rate_of(*growth);
      const double rest = (rate_of(*whole_growth) - pull) / (1 - share);
      // A whole that is to grow "at least" so much may grow by more: then the arithmetic only says what it takes.
      const Interval limit = growth_of(*whole_growth);
      const bool impossible =
          std::isfinite(limit.upper()) && level_in(*part, *whole).lower() * (1 + growth_of(*growth).lower()) >
                                              level_range(whole->quantity->interval()).upper() * (1 + limit.upper());
      if (rest >= -formula::tolerance && !impossible) continue;
      findings.add(
          impossible ? Severity::error : Severity::info, "part_growth", {growth, whole_growth, part, whole},
          title(*growth) + ": growth of " + to_string(*growth->quantity) + " on " + percent(share) + " of " +
              whole->indicator + " pulls it by " + points(pull) + ", more than its growth of " +
              to_string(*whole_growth->quantity) + "; " +
              (impossible ? "the part would be larger than the whole" : "the rest would change by " + percent(rest)),
          {in_percent("pull", pull, pull), in_percent("growth_of_rest", rest, rest)});
    }
  }
}

/// `settled` is by how many units of its last place the share may be off, since its terms are made to add up.
inline void quotient(Findings& findings, const Statement& share, const Statement& part, const Statement& whole,
                     Severity severity, const char* rule, int settled = 0) {
  const Interval denominator = level_range(whole.quantity->interval());
  if (!compatible(part, whole) || denominator.lower() <= 0) return;
  const bool is_ratio = share.quantity->unit().is_ratio();
  const Quantity stated = is_ratio ? share.quantity->to(fraction_unit(share.quantity->unit())) : *share.quantity;
  const Interval printed = widened(stated.interval(), settled * stated.step().to_double());
  const Interval implied = level_in(part, whole) / denominator;
  if (meet(implied, printed)) return;
  const double value = value_in(part, whole) / value_of(whole);
  const bool in_percents = is_ratio && share.quantity->unit() == Unit("%");
  const auto form = [&](double x) { return in_percents ? percent(x) : fixed(x, 4); };
  findings.add(
      severity, rule, {&share, &part, &whole},
      title(share) + ": " + to_string(*part.quantity) + " / " + to_string(*whole.quantity) + " = " + form(value) +
          " (" + range(implied, form) + " within rounding), but " + to_string(*share.quantity) + " is printed",
      {in_percents ? in_percent("quotient", value, implied) : FindingNumber{"quotient", value, implied, Unit()}});
}

inline void quotients(Findings& findings, const Facts& facts) {
  for (const Statement* share : facts.levels()) {
    const bool target = share->status == Status::target;
    if (const data::ShareRow* row = share_row(share->indicator_id); row != nullptr) {
      const Statement* part = facts.level(row->part, year_of(*share), target);
      const Statement* whole = facts.level(row->whole, year_of(*share), target);
      if (part != nullptr && whole != nullptr && share->quantity->unit().is_ratio()) {
        // Shares of all the parts are printed so that they add up to 100; one of them takes the remainder.
        const bool settled = std::any_of(std::begin(data::parts), std::end(data::parts), [&](const data::PartRow& of) {
          return of.kind == data::PartKind::complete && of.whole == row->whole && of.part == row->part;
        });
        // What is defined in many ways, or closes at another time, is often of another circle than its whole.
        const Severity severity = !row->exact ? Severity::info : target ? Severity::warning : Severity::error;
        quotient(findings, *share, *part, *whole, severity, "share_of_whole", settled ? 1 : 0);
      }
    }
    const Statement* urban = facts.level("disposable_income_urban", year_of(*share), target);
    const Statement* rural = facts.level("disposable_income_rural", year_of(*share), target);
    if (urban == nullptr || rural == nullptr || !compatible(*urban, *rural)) continue;
    if (share->indicator_id == "income_ratio") {
      quotient(findings, *share, *urban, *rural, target ? Severity::warning : Severity::error, "income_ratio");
    } else if (share->indicator_id == "income_gap" && compatible(*share, *urban)) {
      const Interval implied = level_in(*urban, *share) - level_in(*rural, *share);
      if (meet(implied, share->quantity->interval())) continue;
      const double value = value_in(*urban, *share) - value_in(*rural, *share);
      const auto form = [&](double x) { return amount(x, *share->quantity); };
      findings.add(target ? Severity::warning : Severity::error, "income_gap", {share, urban, rural},
                   title(*share) + ": " + to_string(*urban->quantity) + " - " + to_string(*rural->quantity) + " = " +
                       form(value) + " (" + range(implied, form) + " within rounding), but " +
                       to_string(*share->quantity) + " is printed",
                   {{"difference", value, implied, share->quantity->unit()}});
    }
  }
}

/// Printed terms of a composition sum to 100 within rounding.
inline void composition(Findings& findings, const std::vector<const Statement*>& terms) {
  // A term with fewer places than the others (40 beside 50.4) may be cut short: it is rounded to its last place or not.
  const auto step = [](const Statement* term) {
    return term->quantity->step().to_double() * fraction_of(term->quantity->unit());
  };
  double finest = infinity;
  for (const Statement* term : terms) finest = std::min(finest, step(term));
  Interval sum = 0.0;
  double value = 0;
  std::string text;
  for (const Statement* statement : terms) {
    const bool coarse = step(statement) > finest * (1 + formula::tolerance);
    sum = sum + (coarse ? widened(growth_of(*statement), step(statement) / 2) : growth_of(*statement));
    value += rate_of(*statement);
    text += (text.empty() ? "" : " + ") + to_string(*statement->quantity);
  }
  if (meet(sum, 1.0)) return;
  findings.add(Severity::error, "shares_sum", terms,
               title(*terms.front()) + ": " + text + " = " + percent(value) + " (" + range(sum, percent) +
                   " within rounding), not 100%",
               {in_percent("sum", value, sum)});
}

inline void compositions(Findings& findings, const Facts& facts) {
  // Terms under one name: 三次产业占比为10.2%、40.3%、49.5%.
  constexpr std::size_t terms = 3;
  std::map<Key, std::vector<const Statement*>> groups;
  for (const Statement& statement : facts.report()) {
    const bool term = lists(data::compositions, statement.indicator_id) && statement.measure == Measure::level &&
                      statement.is_usual() && statement.quantity && statement.quantity->unit().is_ratio();
    if (term)
      groups[{statement.indicator_id, year_of(statement), statement.status == Status::target}].push_back(&statement);
  }
  for (const auto& [key, group] : groups) {
    if (group.size() == terms) composition(findings, group);
  }
  // Terms with a name each, as 三次产业结构为10:40:50 is read.
  for (const auto& names : data::complete_shares) {
    for (const Statement* first : facts.levels()) {
      if (first->indicator_id != names.front()) continue;
      std::vector<const Statement*> group;
      for (const std::string_view id : names) {
        const Statement* term = facts.level(id, year_of(*first), first->status == Status::target);
        if (term == nullptr || !term->quantity->unit().is_ratio()) break;
        group.push_back(term);
      }
      if (group.size() == names.size()) composition(findings, group);
    }
  }
}

}  // namespace shengzhou_report::detail::rules
