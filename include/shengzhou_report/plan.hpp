#pragma once

#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/interval.hpp>

/// Plans over several years (五年规划): how much is done, how much should be by now, what is still needed a year.
///
/// A plan that states growth or a fall over all its years (单位GDP能耗五年累计下降14.5%) compounds, so progress is
/// measured in logarithms, in which equal yearly rates are equal steps. A plan that states a level or a share to reach
/// (常住人口城镇化率65%) is measured on the way from its base: in units, for shares in percentage points. Both read the
/// same where lower is better: progress 1 is a target that is met, a positive lead is ahead of schedule. Rates are
/// fractions. All forms raise the errors of growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(LogProgress);
SHENGZHOU_REPORT_DECLARE(ScheduledGrowth);
SHENGZHOU_REPORT_DECLARE(RequiredAverageGrowth);
SHENGZHOU_REPORT_DECLARE(TargetProgress);
SHENGZHOU_REPORT_DECLARE(RequiredChange);
}  // namespace detail::formula

/// Cumulative growth of a sequence of rates (累计增长): the product of their factors, less 1.
///
/// @param rates  one a period, at least one. The numeric form reduces the array to one number.
[[nodiscard]] double cumulative_growth(const ArrayRef& rates);
[[nodiscard]] Interval cumulative_growth(std::span<const Interval> rates);

/// Progress of a plan in logarithms (完成进度): ln(1 + growth_to_date) / ln(1 + total_growth).
///
/// Below 0 where the indicator moved away from the target, above 1 where it is past it.
/// @param growth_to_date  cumulative growth since the plan's base; negative for a fall.
/// @param total_growth    growth that the plan asks for over all its years; not 0, for which nothing is to be done.
/// Source: logarithmic growth adds up over time.
inline constexpr Elementwise<detail::formula::LogProgress, 2> log_progress{};

/// Cumulative growth that even progress has reached by now (序时进度): (1 + total_growth)^(elapsed / periods) - 1.
///
/// @param elapsed, periods  years that have passed since the base, and all years of the plan.
inline constexpr Elementwise<detail::formula::ScheduledGrowth, 1, 2> scheduled_growth{};

/// Growth a year that the rest of a plan needs (后几年年均需): ((1 + total_growth) / (1 + growth_to_date))^(1 /
/// periods_left)
/// - 1.
///
/// @param periods_left  years that are left; positive.
inline constexpr Elementwise<detail::formula::RequiredAverageGrowth, 2, 1> required_average_growth{};

/// Share of the way from a base to a target that is covered: (current - base) / (target - base).
///
/// Of levels and shares, whichever way is better: from 60 % to 65 %, 62 % is 0.4 of it; from 35 down to 30, 33 is 0.4.
/// @param base, current, target  of one unit; base and target differ.
/// @throws DomainError  also where the target is the base; over intervals, where it may be.
inline constexpr Elementwise<detail::formula::TargetProgress, 3> target_progress{};

/// Change a period that leads from the current level or share to the target: (target - current) / periods_left, in the
/// unit of both, for shares in percentage points.
inline constexpr Elementwise<detail::formula::RequiredChange, 2, 1> required_change{};

/// A plan after each of its years so far, one element a year. `required` ends before the last year of the plan, which
/// leaves none.
struct PlanPath {
  Eigen::ArrayXd reached;    ///< cumulative growth since the base, or the level
  Eigen::ArrayXd progress;   ///< share of the plan that is done: `log_progress`, or `target_progress`
  Eigen::ArrayXd scheduled;  ///< what even progress had reached: `scheduled_growth`, or the level on the straight line
  Eigen::ArrayXd lead;       ///< progress less the share of the years that has passed; negative is behind
  Eigen::ArrayXd required;   ///< for each year left: `required_average_growth`, or `required_change`

  [[nodiscard]] Eigen::Index size() const noexcept { return reached.size(); }  ///< years so far
  /// Whether the plan is on schedule after year i, from 0: its lead is no less than 0, to 12 digits.
  [[nodiscard]] bool is_on_schedule(Eigen::Index i) const { return lead[i] >= -1e-12; }
};

/// The same where outcomes are known within intervals.
struct PlanRanges {
  std::vector<Interval> reached;   ///< as of `PlanPath`
  std::vector<Interval> progress;  ///< as of `PlanPath`
  Eigen::ArrayXd scheduled;        ///< as of `PlanPath`
  std::vector<Interval> lead;      ///< as of `PlanPath`
  std::vector<Interval> required;  ///< as of `PlanPath`

  /// Whether the plan is on schedule after year i, from 0.
  [[nodiscard]] Certainty is_on_schedule(std::size_t i) const;
};

/// A plan for growth over several years, by its yearly outcomes.
///
/// @param total_growth  growth that the plan asks for over all years, as printed; -0.145 is a fall by 14.5 %.
/// @param rates         outcomes of its first years, at least one and no more than `periods`.
/// @param periods       years of the plan.
[[nodiscard]] PlanPath growth_plan(double total_growth, const ArrayRef& rates, Eigen::Index periods = 5);
[[nodiscard]] PlanRanges growth_plan(double total_growth, std::span<const Interval> rates, Eigen::Index periods = 5);

/// A plan for a level or a share, by what its years reached.
///
/// @param base     level of the year before the plan.
/// @param target   level at its end, in the unit of the base, and not the base.
/// @param levels   at the end of its first years, at least one and no more than `periods`.
/// @param periods  years of the plan.
[[nodiscard]] PlanPath level_plan(double base, double target, const ArrayRef& levels, Eigen::Index periods = 5);
[[nodiscard]] PlanRanges level_plan(double base, double target, std::span<const Interval> levels,
                                    Eigen::Index periods = 5);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/plan.ipp>
#endif
