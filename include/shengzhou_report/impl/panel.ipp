#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/panel.hpp>

namespace shengzhou_report {

namespace detail::panel {

/// Position of a place and a year in the order of the reports.
[[nodiscard]] inline auto order_of(const Report& report) {
  return std::tuple(std::string_view(*report.info().place), *report.info().year);
}

/// The reports of one place that are later than `vintage`.
[[nodiscard]] inline std::vector<const Report*> later_reports(const std::vector<Report>& reports,
                                                              const std::string& place, std::int32_t vintage) {
  std::vector<const Report*> result;
  for (const Report& report : reports) {
    if (report.info().place == place && report.info().year > vintage) result.push_back(&report);
  }
  return result;
}

/// Whether growth or change is measured from the same: the year before, a year, another place. Levels always are.
[[nodiscard]] inline bool same_base(const Statement& a, const Statement& b) {
  if (a.is_over_the_year() || b.is_over_the_year()) return a.is_over_the_year() == b.is_over_the_year();
  return a.reference == b.reference && a.base_year == b.base_year;
}

/// The only outcome of a report on an indicator for a year; nullptr when there is none, or several that differ.
[[nodiscard]] inline const Statement* outcome_of(const Report& report, const Statement& like, Measure measure,
                                                 std::int32_t year) {
  const Statement* found = nullptr;
  for (const Statement& statement : report) {
    const bool fits = statement.status != Status::target && statement.quantity && statement.measure == measure &&
                      statement.year == year && statement.period == like.period && statement.scope == like.scope &&
                      same_indicator(statement, like) && (measure != like.measure || same_base(statement, like));
    if (!fits) continue;
    if (found != nullptr && found->quantity != statement.quantity) return nullptr;
    found = &statement;
  }
  return found;
}

/// An outcome of a part of the year that a target is for; nullptr when there is none.
[[nodiscard]] inline const Statement* part_of_year(const Report& report, const Statement& target) {
  if (target.period != Period::year) return nullptr;
  const auto found = std::find_if(report.begin(), report.end(), [&](const Statement& statement) {
    return statement.status != Status::target && statement.quantity && statement.measure == target.measure &&
           statement.year == target.year && is_part_of_year(statement.period) && same_indicator(statement, target);
  });
  return found == report.end() ? nullptr : &*found;
}

/// "eleven months" for Period::eleven_months.
[[nodiscard]] inline std::string words_of(Period period) {
  std::string words = to_string(period);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// A score in the making.
struct Judge {
  Score score;

  void verdict(bool met, std::optional<double> margin, std::string message) {
    score.verdict = met ? Verdict::met : Verdict::missed;
    score.obstacle = Obstacle::none;
    score.margin = margin;
    score.message = std::move(message);
  }
  void cannot(Obstacle obstacle, std::string message, Verdict verdict = Verdict::not_comparable) {
    score.verdict = verdict;
    score.obstacle = obstacle;
    score.message = std::move(message);
  }
};

/// What a target asks for, in words: "at least 7.3%", "more than 800亿元".
[[nodiscard]] inline std::string wanted_text(const Statement& target) {
  const Quantity& wanted = *target.quantity;
  const auto form = [&](double x) { return rules::fixed(x, 4) + wanted.unit().symbol(); };
  const double value = wanted.value().to_double();
  if (wanted.bound() == Bound::more_than) return "more than " + form(value);
  if (wanted.bound() == Bound::less_than) return "less than " + form(value);
  return rules::range(target.target_interval(), form);
}

/// Concludes on a target from what its figure says of the outcome, with `text` as the grounds.
inline void conclude(Judge& judge, Certainty met, double margin, const std::string& text) {
  if (met == Certainty::possible) {
    judge.cannot(Obstacle::direction, text + ": nothing says which way is better", Verdict::cannot_judge);
    judge.score.margin = margin;
  } else {
    judge.verdict(met == Certainty::certain, margin, text);
  }
}

/// Printed outcome against the printed target, both of one measure.
inline void compare(Judge& judge, const Statement& outcome) {
  const Quantity& wanted = *judge.score.target.quantity;
  judge.score.outcome = outcome;
  if (!outcome.quantity->unit().is_compatible(wanted.unit())) {
    judge.cannot(Obstacle::scope,
                 "target in " + wanted.unit().symbol() + ", outcome in " + outcome.quantity->unit().symbol());
    return;
  }
  const std::string text = to_string(*outcome.quantity) + " against " + wanted_text(judge.score.target);
  const Certainty met = judge.score.target.is_met_by(*outcome.quantity);
  // "Over 100" for a target of 120 says nothing; "over 130" does.
  const bool open =
      met == Certainty::possible && (judge.score.target.direction() != Direction::none ||
                                     wanted.is_met_by(*outcome.quantity, Direction::higher) == Certainty::possible ||
                                     wanted.is_met_by(*outcome.quantity, Direction::lower) == Certainty::possible);
  if (open) {
    judge.cannot(Obstacle::rounding, text + ": the printed outcome does not decide it");
    return;
  }
  conclude(judge, met, rules::value_in(outcome, judge.score.target) - rules::value_of(judge.score.target), text);
}

/// A growth target where the later report prints levels alone.
inline void compare_levels(Judge& judge, const Report& stating, const Report& later) {
  const Statement& target = judge.score.target;
  const Statement* level = outcome_of(later, target, Measure::level, year_of(target));
  if (level == nullptr || level->quantity->value() <= Decimal(0)) {
    judge.cannot(Obstacle::not_stated, "no outcome in the report of " + std::to_string(*later.info().year));
    return;
  }
  judge.score.outcome = *level;
  const Statement* before = outcome_of(stating, target, Measure::level, year_of(target) - 1);
  const Statement* restated = outcome_of(later, target, Measure::level, year_of(target) - 1);
  const auto fits = [&](const Statement* base) {
    return base != nullptr && base->quantity->value() > Decimal(0) && rules::compatible(*base, *level);
  };
  if (!fits(before)) before = nullptr;
  if (!fits(restated)) restated = nullptr;
  const Statement* base = restated != nullptr ? restated : before;
  if (base == nullptr) {
    judge.cannot(Obstacle::not_stated, "the outcome is a level, " + to_string(*level->quantity) +
                                           ", and no report states that of the year before");
    return;
  }
  const auto growth_from = [&](const Statement& from) {
    return growth_rate(rules::value_in(from, *level), rules::value_of(*level));
  };
  const double growth = growth_from(*base);
  const std::string quotient =
      to_string(*level->quantity) + " on " + to_string(*base->quantity) + " is growth of " + rules::percent(growth);
  const Indicator* known = target.catalogued();
  if (known != nullptr && known->growth_basis != known->level_basis) {
    judge.cannot(Obstacle::price_basis, quotient + " at current prices, while the target is at constant prices");
    return;
  }
  if (rules::lists(data::scope_adjusted, target.indicator_id)) {
    judge.cannot(Obstacle::scope, quotient + ", but levels of this series are not of one scope over the years");
    return;
  }
  const double unit = fraction_of(target.quantity->unit());
  const auto judge_growth = [&](double rate) { return target.quantity->is_met_by(rate / unit, target.direction()); };
  if (before != nullptr && restated != nullptr && judge_growth(growth_from(*before)) != judge_growth(growth)) {
    judge.cannot(Obstacle::revision, quotient + ", but " + rules::percent(growth_from(*before)) + " on " +
                                         to_string(*before->quantity) + ", the base as first published");
    return;
  }
  const bool sure =
      judge_growth(growth_rate(rules::level_in(*base, *level), level_range(level->quantity->interval())).lower()) ==
      judge_growth(growth_rate(rules::level_in(*base, *level), level_range(level->quantity->interval())).upper());
  if (!sure) {
    judge.cannot(Obstacle::rounding, quotient + ", and rounding of the levels leaves the target open");
    return;
  }
  conclude(judge, judge_growth(growth), growth / unit - rules::value_of(target),
           quotient + " against " + wanted_text(target));
}

/// Targets that promise a direction instead of a number.
inline void compare_trend(Judge& judge, const Report& later) {
  const Statement& target = judge.score.target;
  const rules::Facts facts(later);
  const Statement* urban = facts.growth("disposable_income_urban", year_of(target));
  const Statement* rural = facts.growth("disposable_income_rural", year_of(target));
  const std::string absent = "no outcome in the report of " + std::to_string(*later.info().year);
  if (target.indicator_id == "income_ratio" && target.trend == Trend::falling) {
    if (urban == nullptr || rural == nullptr) {
      judge.cannot(Obstacle::not_stated, absent);
      return;
    }
    judge.score.outcome = *rural;
    const std::string text =
        "rural income grew by " + to_string(*rural->quantity) + ", urban income by " + to_string(*urban->quantity);
    const Certainty narrowed = is_narrowing(rules::growth_of(*urban), rules::growth_of(*rural));
    if (narrowed == Certainty::possible) {
      judge.cannot(Obstacle::rounding, text + ": rounding leaves open whether the ratio fell");
    } else {
      judge.verdict(narrowed == Certainty::certain, std::nullopt, text);
    }
    return;
  }
  if (rules::is_income_in_step(target)) {
    const Statement* gdp = rules::economic_growth(facts, year_of(target), false, in_step_tolerance);
    const Statement* all = facts.growth("disposable_income_all", year_of(target));
    const Statement* cpi = facts.growth("cpi", year_of(target));
    // Where the mean is not published, both incomes have to keep step.
    const bool both = all == nullptr && urban != nullptr && rural != nullptr;
    if (gdp == nullptr || (all == nullptr && !both)) {
      judge.cannot(Obstacle::not_stated, absent);
      return;
    }
    const Statement* slower = both ? (rules::rate_of(*urban) < rules::rate_of(*rural) ? urban : rural) : all;
    judge.score.outcome = *slower;
    const std::string text = slower->indicator + " grew by " + to_string(*slower->quantity) + " at current prices, " +
                             gdp->indicator + " by " + to_string(*gdp->quantity) + " at constant prices";
    if (cpi == nullptr || !rules::is_of_one_year(rules::rate_of(*cpi))) {
      judge.cannot(Obstacle::price_basis, text + "; the later report states no consumer prices");
      return;
    }
    const double real = real_growth(rules::rate_of(*slower), rules::rate_of(*cpi));
    const Certainty step =
        is_in_step(real_growth(rules::growth_of(*slower), rules::growth_of(*cpi)), rules::growth_of(*gdp));
    if (step == Certainty::possible) {
      judge.cannot(Obstacle::rounding, text + ", " + rules::percent(real) + " in real terms: rounding leaves it open");
    } else {
      judge.verdict(step == Certainty::certain, 100 * (real - rules::rate_of(*gdp)),
                    text + ", " + rules::percent(real) + " in real terms");
    }
    return;
  }
  judge.cannot(Obstacle::not_stated, "a promise without a number");
}

[[nodiscard]] inline Score judge(const std::vector<Report>& reports, const Report& stating, const Statement& target) {
  const std::int32_t vintage = *stating.info().year;
  Judge judge{{.place = *stating.info().place,
               .vintage = vintage,
               .target = target,
               .outcome = std::nullopt,
               .verdict = Verdict::not_comparable,
               .obstacle = Obstacle::no_report,
               .margin = std::nullopt,
               .message = "no report after " + std::to_string(year_of(target)) + " is in the panel"}};
  // The speech at the start of a year reports on the year before.
  const Statement* part = nullptr;
  for (const Report* later : later_reports(reports, *stating.info().place, std::max(vintage, year_of(target)))) {
    if (!target.quantity) {
      compare_trend(judge, *later);
    } else if (const Statement* same = outcome_of(*later, target, target.measure, year_of(target)); same != nullptr) {
      compare(judge, *same);
    } else if (target.measure == Measure::growth && target.quantity->unit().is_ratio() &&
               target.period == Period::year && target.is_over_the_year()) {
      compare_levels(judge, stating, *later);
    } else {
      judge.cannot(Obstacle::not_stated, "no outcome in the report of " + std::to_string(*later->info().year));
    }
    // A figure of the next report is the first published one; revisions are another matter.
    if (judge.score.obstacle != Obstacle::not_stated) break;
    if (part == nullptr) part = part_of_year(*later, target);
  }
  if (judge.score.obstacle == Obstacle::not_stated && part != nullptr) {
    judge.score.outcome = *part;
    judge.cannot(Obstacle::part_of_year,
                 to_string(*part->quantity) + " is of a part of the year alone: " + words_of(part->period));
  }
  return judge.score;
}

}  // namespace detail::panel

SHENGZHOU_REPORT_INLINE Panel::Panel(std::vector<Report> reports) {
  std::vector<std::size_t> order;  // of those that have both, by place and year
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].info().place && reports[i].info().year) {
      order.push_back(i);
    } else {
      unplaced_.push_back(std::move(reports[i]));
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return detail::panel::order_of(reports[a]) < detail::panel::order_of(reports[b]);
  });
  reports_.reserve(order.size());
  for (const std::size_t i : order) reports_.push_back(std::move(reports[i]));
  const auto twice = std::adjacent_find(reports_.begin(), reports_.end(), [](const Report& a, const Report& b) {
    return detail::panel::order_of(a) == detail::panel::order_of(b);
  });
  if (twice != reports_.end()) {
    throw DomainError("the panel has two reports of " + detail::in_quotes(*twice->info().place) + " for " +
                      std::to_string(*twice->info().year) + ": merge them, or leave one out");
  }
}

SHENGZHOU_REPORT_INLINE std::vector<std::string> Panel::places() const {
  std::vector<std::string> names;
  for (const Report& report : reports_) {
    if (names.empty() || names.back() != report.info().place) names.push_back(*report.info().place);
  }
  return names;
}

SHENGZHOU_REPORT_INLINE const Report& Panel::at(std::string_view place, std::int32_t year) const {
  const auto found = std::find_if(reports_.begin(), reports_.end(), [&](const Report& report) {
    return report.info().place == place && report.info().year == year;
  });
  if (found == reports_.end()) {
    throw LookupError("the panel has no report of " + detail::in_quotes(place) + " for " + std::to_string(year));
  }
  return *found;
}

SHENGZHOU_REPORT_INLINE std::vector<Score> Panel::scorecard() const {
  const LargeRates stated;  // figures bear their unit
  std::vector<Score> scores;
  for (const Report& report : reports_) {
    for (const Statement& statement : report) {
      if (statement.status == Status::target && statement.year)
        scores.push_back(detail::panel::judge(reports_, report, statement));
    }
  }
  return scores;
}

SHENGZHOU_REPORT_INLINE std::vector<Revision> Panel::revisions() const {
  std::vector<Revision> result;
  for (const Report& report : reports_) {
    for (const Statement& first : report) {
      const bool figure = first.status != Status::target && first.quantity && first.year &&
                          first.measure != Measure::rank &&
                          detail::panel::outcome_of(report, first, first.measure, *first.year) == &first;
      if (!figure) continue;
      for (const Report* later : detail::panel::later_reports(reports_, *report.info().place, *report.info().year)) {
        const Statement* again = detail::panel::outcome_of(*later, first, first.measure, *first.year);
        if (again == nullptr) continue;
        const Quantity& old = *first.quantity;
        if (again->quantity->unit().is_compatible(old.unit())) {
          const Quantity now = again->quantity->to(old.unit());
          if (now.value() == old.value()) break;
          const double change = (now.value().to_double() - old.value().to_double());
          const bool rate = old.unit().is_ratio() || old.unit().is_point();
          const Interval from = detail::level_range(old.interval());
          const bool relative = !rate && from.lower() > 0 && std::isfinite(from.upper());
          const Interval range = rate       ? now.rate_interval() - old.rate_interval()
                                 : relative ? growth_rate(from, detail::level_range(now.interval()))
                                            : Interval(-detail::rules::infinity, detail::rules::infinity);
          result.push_back(
              {.place = *report.info().place,
               .first = first,
               .first_vintage = *report.info().year,
               .later = *again,
               .later_vintage = *later->info().year,
               .change = change,
               .relative = range,
               .changed = now.interval().overlaps(old.interval()) ? Certainty::possible : Certainty::certain});
        }
        // Each pair of neighbouring vintages once: the next one is compared with this.
        break;
      }
    }
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> Panel::check(const CheckOptions& options) const {
  std::vector<Finding> result;
  for (auto report = reports_.begin(); report != reports_.end(); ++report) {
    std::vector<Statement> statements = report->statements();
    const bool follows = report != reports_.begin() && std::prev(report)->info().place == report->info().place &&
                         *std::prev(report)->info().year == *report->info().year - 1;
    if (follows) {
      // What the report before says on its last year stands behind this one's growth, unless this one restates it.
      const std::int32_t year = *report->info().year - 2;
      for (const Statement& statement : *std::prev(report)) {
        const bool level = statement.status != Status::target && statement.measure == Measure::level &&
                           statement.quantity && statement.year == year && statement.period == Period::year;
        const bool restated = level && std::any_of(report->begin(), report->end(), [&](const Statement& own) {
                                return own.status != Status::target && own.measure == Measure::level &&
                                       own.year == year && detail::same_indicator(own, statement);
                              });
        if (level && !restated) statements.push_back(statement);
      }
    }
    // Growth is of this report, and so is the text that rules look for it in.
    std::vector<Finding> findings =
        shengzhou_report::check(Report(report->info(), std::move(statements), {}, {}, report->text()), options);
    std::move(findings.begin(), findings.end(), std::back_inserter(result));
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Panel& panel) {
  const auto count = [&](std::size_t n, const char* noun) { out << n << " " << noun << (n == 1 ? "" : "s"); };
  count(panel.reports().size(), "report");
  out << " of ";
  count(panel.places().size(), "place");
  if (panel.empty()) return out;
  const auto [first, last] =
      std::minmax_element(panel.reports().begin(), panel.reports().end(),
                          [](const Report& a, const Report& b) { return a.info().year < b.info().year; });
  return out << ", " << *first->info().year << " to " << *last->info().year;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Score& score) {
  out << score.place << " " << score.vintage << ": " << to_string(score.target) << ": " << to_string(score.verdict);
  if (score.obstacle != Obstacle::none) out << " (" << to_string(score.obstacle) << ")";
  return out << ", " << score.message;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Revision& revision) {
  return out << revision.place << ": " << to_string(revision.first) << ", restated as " << *revision.later.quantity
             << " in " << revision.later_vintage;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Score>::operator()(
    const shengzhou_report::Score& score) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(score.place), std::hash<sr::Statement>{}(score.target));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Revision>::operator()(
    const shengzhou_report::Revision& revision) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(revision.first),
                                  std::hash<sr::Statement>{}(revision.later));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Panel>::operator()(
    const shengzhou_report::Panel& panel) const noexcept {
  namespace sr = shengzhou_report;
  std::size_t seed = panel.reports().size();
  for (const sr::Report& report : panel.reports()) {
    seed = sr::detail::hash_combine(seed, std::hash<sr::Report>{}(report));
  }
  return seed;
}
