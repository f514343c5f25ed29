#pragma once

// What became of a target.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/panel/documents.hpp>
#include <shengzhou_report/panel.hpp>

namespace shengzhou_report::detail::panel {

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
    judge.cannot(Obstacle::not_stated, "no outcome in the " + named(later));
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
  const Interval from = rules::level_in(*base, *level);
  const Interval to = level_range(level->quantity->interval());
  // More than 300 may be anything above it, and nearly 300 anything below.
  const bool bounded = from.lower() > 0 && std::isfinite(from.upper()) && std::isfinite(to.upper());
  const bool sure =
      bounded && judge_growth(growth_rate(from, to).lower()) == judge_growth(growth_rate(from, to).upper());
  if (!sure) {
    judge.cannot(Obstacle::rounding, quotient + ", and rounding of the levels leaves the target open");
    return;
  }
  conclude(judge, judge_growth(growth), growth / unit - rules::value_of(target),
           quotient + " against " + wanted_text(target));
}

/// Whether words leave a growth open to no end.
[[nodiscard]] inline bool is_bounded(const Statement& growth) {
  const Interval rates = rules::growth_of(growth);
  return std::isfinite(rates.lower()) && std::isfinite(rates.upper());
}

/// Targets that promise a direction instead of a number.
inline void compare_trend(Judge& judge, const Report& later) {
  const Statement& target = judge.score.target;
  const rules::Facts facts(later);
  const Statement* urban = facts.growth("disposable_income_urban", year_of(target));
  const Statement* rural = facts.growth("disposable_income_rural", year_of(target));
  const std::string absent = "no outcome in the " + named(later);
  if (target.indicator_id == "income_ratio" && target.trend == Trend::falling) {
    if (urban == nullptr || rural == nullptr) {
      judge.cannot(Obstacle::not_stated, absent);
      return;
    }
    judge.score.outcome = *rural;
    const std::string text =
        "rural income grew by " + to_string(*rural->quantity) + ", urban income by " + to_string(*urban->quantity);
    const Certainty narrowed = is_bounded(*urban) && is_bounded(*rural)
                                   ? is_narrowing(rules::growth_of(*urban), rules::growth_of(*rural))
                                   : Certainty::possible;
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
    const bool bounded = is_bounded(*slower) && is_bounded(*cpi) && is_bounded(*gdp);
    const Certainty step =
        !bounded ? Certainty::possible
                 : is_in_step(real_growth(rules::growth_of(*slower), rules::growth_of(*cpi)), rules::growth_of(*gdp));
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
  for (const Report* later : later_reports(reports, *stating.info().place,
                                           {std::max(issued(stating), year_of(target)), DocumentKind::other})) {
    if (!target.quantity) {
      compare_trend(judge, *later);
    } else if (const Statement* same = outcome_of(*later, target, target.measure, year_of(target)); same != nullptr) {
      compare(judge, *same);
    } else if (target.measure == Measure::growth && target.quantity->unit().is_ratio() &&
               target.period == Period::year && target.is_over_the_year()) {
      compare_levels(judge, stating, *later);
    } else {
      judge.cannot(Obstacle::not_stated, "no outcome in the " + named(*later));
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

}  // namespace shengzhou_report::detail::panel
