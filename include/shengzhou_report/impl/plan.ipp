#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/plan.hpp>
#include <shengzhou_report/rate.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct LogProgress : TwoSteps<LogProgress> {
  static constexpr const char* name = "log_progress";
  static constexpr const char* reason =
      "a plan that asks for no growth has no progress: compare growth_to_date with 0 instead";
  static constexpr std::array parameters{Parameter{"growth_to_date", Domain::rate},
                                         Parameter{"total_growth", Domain::rate}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double growth_to_date, double) {
    return Functions::logarithm1p(growth_to_date);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double reached, double, double total_growth) {
    return reached / Functions::logarithm1p(total_growth);
  }
  static Interval range(const Interval& growth_to_date, const Interval& total_growth) {
    if (total_growth.contains(0.0)) reject_result<LogProgress>(growth_to_date, total_growth);
    return on_intervals<LogProgress>(growth_to_date, total_growth);
  }
};

struct ScheduledGrowth : TwoSteps<ScheduledGrowth> {
  static constexpr const char* name = "scheduled_growth";
  static constexpr std::array parameters{Parameter{"total_growth", Domain::rate}, Parameter{"elapsed", Domain::level},
                                         Parameter{"periods", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double total_growth, double elapsed, double periods) {
    return Functions::logarithm1p(total_growth) * (elapsed / periods);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double growth, double, double, double) {
    return Functions::exponential_m1(growth);
  }
};

struct RequiredAverageGrowth : TwoSteps<RequiredAverageGrowth> {
  static constexpr const char* name = "required_average_growth";
  static constexpr std::array parameters{Parameter{"total_growth", Domain::rate},
                                         Parameter{"growth_to_date", Domain::rate},
                                         Parameter{"periods_left", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double total_growth, double growth_to_date, double periods_left) {
    return (Functions::logarithm1p(total_growth) - Functions::logarithm1p(growth_to_date)) / periods_left;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double, double) {
    return Functions::exponential_m1(yearly);
  }
};

struct TargetProgress {
  static constexpr const char* name = "target_progress";
  static constexpr const char* reason = "the target may be the base, from which there is no way to go";
  static constexpr std::array parameters{Parameter{"base", Domain::number}, Parameter{"current", Domain::number},
                                         Parameter{"target", Domain::number}};
  SHENGZHOU_REPORT_FLATTEN static double value(double base, double current, double target) {
    // Halves, since differences of large numbers are none.
    return (0.5 * current - 0.5 * base) / (0.5 * target - 0.5 * base);
  }
  static Interval range(const Interval& base, const Interval& current, const Interval& target) {
    if ((target - base).contains(0.0)) reject_result<TargetProgress>(base, current, target);
    return on_intervals<TargetProgress>(base, current, target);
  }
};

struct RequiredChange {
  static constexpr const char* name = "required_change";
  static constexpr std::array parameters{Parameter{"current", Domain::number}, Parameter{"target", Domain::number},
                                         Parameter{"periods_left", Domain::positive}};
  SHENGZHOU_REPORT_FLATTEN static double value(double current, double target, double periods_left) {
    return (target - current) / periods_left;
  }
};

struct CumulativeGrowth {
  static constexpr const char* name = "cumulative_growth";
  static constexpr std::array parameters{Parameter{"rates", Domain::rate}};
};

struct PlanRates {
  static constexpr const char* name = "growth_plan";
  static constexpr std::array parameters = CumulativeGrowth::parameters;
};

struct PlanLevels {
  static constexpr const char* name = "level_plan";
  static constexpr std::array parameters{Parameter{"levels", Domain::number}};
};

inline void require_years(const char* function, const char* outcomes, std::size_t years, Eigen::Index periods) {
  if (periods < 1) {
    throw DomainError(std::string(function) + ": periods = " + std::to_string(periods) +
                      " must be at least 1: a five-year plan has 5");
  }
  if (years == 0 || years > static_cast<std::size_t>(periods)) {
    throw DomainError(std::string(function) + ": " + outcomes + " has " + std::to_string(years) +
                      " years: give at least one, and no more than periods = " + std::to_string(periods));
  }
}

/// Growth from the base to the end of each year.
[[nodiscard]] inline Eigen::ArrayXd cumulated(const char* function, const Eigen::ArrayXd& rates) {
  return cumulate(function, 1, 1 + rates).tail(rates.size()) - 1;
}

/// The level on the straight line from one to the other.
[[nodiscard]] inline double on_line(double base, double target, double share) noexcept {
  return base * (1 - share) + target * share;
}

/// A plan by what it reached: `progress(reached)`, `scheduled(years)` and `required(reached, years left)` of each year.
template <class Progress, class Scheduled, class Required>
[[nodiscard]] PlanPath plan_path(const Eigen::ArrayXd& reached, Eigen::Index periods, const Progress& progress,
                                 const Scheduled& scheduled, const Required& required) {
  const Eigen::Index years = reached.size();
  PlanPath path{.reached = reached,
                .progress = Eigen::ArrayXd(years),
                .scheduled = Eigen::ArrayXd(years),
                .lead = Eigen::ArrayXd(years),
                .required = Eigen::ArrayXd(std::min(years, periods - 1))};
  for (Eigen::Index i = 0; i < years; ++i) {
    path.progress[i] = progress(reached[i]);
    path.scheduled[i] = scheduled(static_cast<double>(i + 1));
    path.lead[i] = path.progress[i] - static_cast<double>(i + 1) / static_cast<double>(periods);
    if (i + 1 < periods) path.required[i] = required(reached[i], static_cast<double>(periods - i - 1));
  }
  return path;
}

template <class Progress, class Scheduled, class Required>
[[nodiscard]] PlanRanges plan_ranges(std::span<const Interval> reached, Eigen::Index periods, const Progress& progress,
                                     const Scheduled& scheduled, const Required& required) {
  PlanRanges ranges{.reached = {reached.begin(), reached.end()},
                    .progress = {},
                    .scheduled = Eigen::ArrayXd(static_cast<Eigen::Index>(reached.size())),
                    .lead = {},
                    .required = {}};
  for (Eigen::Index i = 0; i < ranges.scheduled.size(); ++i) {
    const Interval& here = reached[static_cast<std::size_t>(i)];
    const double share = static_cast<double>(i + 1) / static_cast<double>(periods);
    const Interval done = progress(here);
    ranges.progress.push_back(done);
    ranges.scheduled[i] = scheduled(static_cast<double>(i + 1));
    ranges.lead.emplace_back(done.lower() - share, done.upper() - share);
    if (i + 1 < periods) ranges.required.push_back(required(here, static_cast<double>(periods - i - 1)));
  }
  return ranges;
}

SHENGZHOU_REPORT_DEFINE(LogProgress);
SHENGZHOU_REPORT_DEFINE(ScheduledGrowth);
SHENGZHOU_REPORT_DEFINE(RequiredAverageGrowth);
SHENGZHOU_REPORT_DEFINE(TargetProgress);
SHENGZHOU_REPORT_DEFINE(RequiredChange);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double cumulative_growth(const ArrayRef& rates) {
  using detail::formula::CumulativeGrowth;
  detail::formula::require_some(CumulativeGrowth::name, static_cast<std::size_t>(rates.size()));
  detail::formula::require_each<CumulativeGrowth>(rates);
  const Eigen::ArrayXd reached = detail::formula::cumulated(CumulativeGrowth::name, rates);
  return reached[reached.size() - 1];
}

SHENGZHOU_REPORT_INLINE Interval cumulative_growth(std::span<const Interval> rates) {
  using detail::formula::CumulativeGrowth;
  detail::formula::require_some(CumulativeGrowth::name, rates.size());
  detail::formula::require_each<CumulativeGrowth>(rates);
  const Eigen::ArrayXd low = detail::formula::cumulated(CumulativeGrowth::name, detail::formula::lower_ends(rates));
  const Eigen::ArrayXd high = detail::formula::cumulated(CumulativeGrowth::name, detail::formula::upper_ends(rates));
  return {low[low.size() - 1], high[high.size() - 1]};
}

SHENGZHOU_REPORT_INLINE Certainty PlanRanges::is_on_schedule(std::size_t i) const {
  if (lead[i].lower() >= -detail::formula::tolerance) return Certainty::certain;
  return lead[i].upper() >= -detail::formula::tolerance ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE PlanPath growth_plan(double total_growth, const ArrayRef& rates, Eigen::Index periods) {
  namespace formula = detail::formula;
  formula::require_years(formula::PlanRates::name, "rates", static_cast<std::size_t>(rates.size()), periods);
  formula::require_rate(formula::PlanRates::name, "total_growth", total_growth);
  formula::require_each<formula::PlanRates>(rates);
  const LargeRates cumulated;  // which a yearly rate is not
  return formula::plan_path(
      formula::cumulated(formula::PlanRates::name, rates), periods,
      [&](double reached) { return log_progress(reached, total_growth); },
      [&](double years) { return scheduled_growth(total_growth, years, static_cast<double>(periods)); },
      [&](double reached, double left) { return required_average_growth(total_growth, reached, left); });
}

SHENGZHOU_REPORT_INLINE PlanRanges growth_plan(double total_growth, std::span<const Interval> rates,
                                               Eigen::Index periods) {
  namespace formula = detail::formula;
  formula::require_years(formula::PlanRates::name, "rates", rates.size(), periods);
  formula::require_rate(formula::PlanRates::name, "total_growth", total_growth);
  formula::require_each<formula::PlanRates>(rates);
  const LargeRates cumulated;
  return formula::plan_ranges(
      formula::between(formula::cumulated(formula::PlanRates::name, formula::lower_ends(rates)),
                       formula::cumulated(formula::PlanRates::name, formula::upper_ends(rates))),
      periods, [&](const Interval& reached) { return log_progress(reached, Interval(total_growth)); },
      [&](double years) { return scheduled_growth(total_growth, years, static_cast<double>(periods)); },
      [&](const Interval& reached, double left) {
        return required_average_growth(Interval(total_growth), reached, left);
      });
}

SHENGZHOU_REPORT_INLINE PlanPath level_plan(double base, double target, const ArrayRef& levels, Eigen::Index periods) {
  namespace formula = detail::formula;
  formula::require_years(formula::PlanLevels::name, "levels", static_cast<std::size_t>(levels.size()), periods);
  formula::require_each<formula::PlanLevels>(levels);
  return formula::plan_path(
      levels, periods, [&](double level) { return target_progress(base, level, target); },
      [&](double years) { return formula::on_line(base, target, years / static_cast<double>(periods)); },
      [&](double level, double left) { return required_change(level, target, left); });
}

SHENGZHOU_REPORT_INLINE PlanRanges level_plan(double base, double target, std::span<const Interval> levels,
                                              Eigen::Index periods) {
  namespace formula = detail::formula;
  formula::require_years(formula::PlanLevels::name, "levels", levels.size(), periods);
  formula::require_each<formula::PlanLevels>(levels);
  return formula::plan_ranges(
      levels, periods, [&](const Interval& level) { return target_progress(Interval(base), level, Interval(target)); },
      [&](double years) { return formula::on_line(base, target, years / static_cast<double>(periods)); },
      [&](const Interval& level, double left) { return required_change(level, Interval(target), left); });
}

}  // namespace shengzhou_report
