#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/interval.hpp>

/// The urban-rural income ratio (收入倍差) and the absolute gap: their paths, targets and turning points.
///
/// `urban` and `rural` are disposable incomes per head in one unit, positive where they are divided by or grow; `ratio`
/// is urban / rural. Growth rates are fractions per year. With a = 1 + urban_growth and b = 1 + rural_growth the ratio
/// moves as R (a/b)^t and the gap as U a^t - V b^t, where V is rural income. The ratio falls when rural income grows
/// faster than urban income; the gap falls only when it grows more than `ratio` times as fast.
///
/// The forms of each function, on numbers, arrays and intervals, and their errors are those of growth.hpp.
/// Source of the formulas without another one: algebra of R (a/b)^t and U a^t - V b^t.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(IncomeRatio);
SHENGZHOU_REPORT_DECLARE(IncomeGap);
SHENGZHOU_REPORT_DECLARE(RequiredDifferential);
SHENGZHOU_REPORT_DECLARE(RequiredRuralGrowth);
SHENGZHOU_REPORT_DECLARE(RequiredUrbanGrowth);
SHENGZHOU_REPORT_DECLARE(GapThreshold);
SHENGZHOU_REPORT_DECLARE(RealIncomeRatio);
SHENGZHOU_REPORT_DECLARE(RealRatioGrowth);
}  // namespace detail::formula

/// One path a row, one year a column; the first column is the start.
using PathMatrix = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A table that is borrowed: one place or period a row; one group, part or period a column.
using PanelRef = Eigen::Ref<const PathMatrix>;

/// Income ratio (收入倍差): urban / rural.
///
/// Source: National Bureau of Statistics, urban over rural disposable income per head with rural = 1. Before 2013 the
/// rural figure was net income; the two must not be joined.
inline constexpr Elementwise<detail::formula::IncomeRatio, 2> income_ratio{};

/// Absolute gap urban - rural, in the unit of the incomes. Negative when rural income is higher.
inline constexpr Elementwise<detail::formula::IncomeGap, 2> income_gap{};

/// Ratio of this year and the next `periods` years at constant growth.
///
/// @returns periods + 1 values, the first is `ratio`; over intervals the exact range of each year.
/// @throws DomainError  also when `periods` is negative or above a million.
[[nodiscard]] Eigen::ArrayXd ratio_path(double ratio, double urban_growth, double rural_growth, int periods);
[[nodiscard]] std::vector<Interval> ratio_path(const Interval& ratio, const Interval& urban_growth,
                                               const Interval& rural_growth, int periods);
/// The same with one growth rate a year: arrays of size n or 1 give n + 1 values.
[[nodiscard]] Eigen::ArrayXd ratio_path(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth);
[[nodiscard]] std::vector<Interval> ratio_path(const Interval& ratio, std::span<const Interval> urban_growth,
                                               std::span<const Interval> rural_growth);
/// The same for n places at constant growth: n rows of periods + 1 values.
[[nodiscard]] PathMatrix ratio_paths(const ArrayRef& ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                     int periods);

/// Gap of this year and the next `periods` years at constant growth; forms as `ratio_path`.
[[nodiscard]] Eigen::ArrayXd gap_path(double urban, double rural, double urban_growth, double rural_growth,
                                      int periods);
[[nodiscard]] std::vector<Interval> gap_path(const Interval& urban, const Interval& rural, const Interval& urban_growth,
                                             const Interval& rural_growth, int periods);
[[nodiscard]] Eigen::ArrayXd gap_path(double urban, double rural, const ArrayRef& urban_growth,
                                      const ArrayRef& rural_growth);
[[nodiscard]] std::vector<Interval> gap_path(const Interval& urban, const Interval& rural,
                                             std::span<const Interval> urban_growth,
                                             std::span<const Interval> rural_growth);
/// The same for n places at constant growth: n rows of periods + 1 values.
[[nodiscard]] PathMatrix gap_paths(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                   const ArrayRef& rural_growth, int periods);

/// Income ratio at constant prices, which differ between town and country: (urban / urban_price_index) / (rural /
/// rural_price_index).
///
/// @param urban_price_index, rural_price_index  consumer prices of urban and of rural residents in the period of the
///        incomes, both with one base period; in that the real ratio is the income ratio. They say how prices moved,
///        not how their levels differ: the ratio is at the prices of the base period in each place.
/// Source: National Bureau of Statistics, note on household income, which deflates each by its own consumer prices.
inline constexpr Elementwise<detail::formula::RealIncomeRatio, 4> real_income_ratio{};

/// Growth of the income ratio at constant prices: (1 + urban real growth) / (1 + rural real growth) - 1, where real
/// growth is nominal growth deflated by the prices of each.
///
/// @param urban_growth, rural_growth  of incomes at current prices.
/// @param urban_deflator_growth, rural_deflator_growth  of consumer prices.
inline constexpr Elementwise<detail::formula::RealRatioGrowth, 4> real_ratio_growth{};

/// Ratio at constant prices of this year, the base, and of the years to come; forms as `ratio_path`.
///
/// @returns n + 1 values: the first is `ratio`, each next one grows by `real_ratio_growth`.
[[nodiscard]] Eigen::ArrayXd real_ratio_path(double ratio, double urban_growth, double rural_growth,
                                             double urban_deflator_growth, double rural_deflator_growth, int periods);
[[nodiscard]] std::vector<Interval> real_ratio_path(const Interval& ratio, const Interval& urban_growth,
                                                    const Interval& rural_growth, const Interval& urban_deflator_growth,
                                                    const Interval& rural_deflator_growth, int periods);
/// The same with the rates of each year: arrays of size n or 1 give n + 1 values.
[[nodiscard]] Eigen::ArrayXd real_ratio_path(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                             const ArrayRef& urban_deflator_growth,
                                             const ArrayRef& rural_deflator_growth);
[[nodiscard]] std::vector<Interval> real_ratio_path(const Interval& ratio, std::span<const Interval> urban_growth,
                                                    std::span<const Interval> rural_growth,
                                                    std::span<const Interval> urban_deflator_growth,
                                                    std::span<const Interval> rural_deflator_growth);
/// The same for n places with constant rates: n rows of periods + 1 values.
[[nodiscard]] PathMatrix real_ratio_paths(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                          const ArrayRef& rural_growth, const ArrayRef& urban_deflator_growth,
                                          const ArrayRef& rural_deflator_growth, int periods);

/// Years until the ratio is at or below `target` at constant growth: ln(ratio / target) / ln(b/a).
///
/// A ratio already at or below the target is `already` there, whatever it does later; a ratio above it that does not
/// fall `never` gets there.
[[nodiscard]] Crossing years_to_ratio(double ratio, double urban_growth, double rural_growth, double target);
[[nodiscard]] Crossings years_to_ratio(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                       const ArrayRef& rural_growth, const ArrayRef& target);
[[nodiscard]] CrossingRange years_to_ratio(const Interval& ratio, const Interval& urban_growth,
                                           const Interval& rural_growth, const Interval& target);

/// Years until the ratio is first at or below `target` when each year has its own growth.
///
/// @param urban_growth, rural_growth  one rate a year, size n or 1. Within a year the ratio moves geometrically.
/// @returns `never` when the target is not met within the n years given.
[[nodiscard]] Crossing years_to_ratio_on_path(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                              double target);
[[nodiscard]] CrossingRange years_to_ratio_on_path(const Interval& ratio, std::span<const Interval> urban_growth,
                                                   std::span<const Interval> rural_growth, const Interval& target);

/// Excess of the rural over the urban growth factor that leads to the target: (ratio / target)^(1 / years) - 1.
///
/// It is b/a - 1, not the difference of the two rates. Negative for a target above the ratio.
inline constexpr Elementwise<detail::formula::RequiredDifferential, 2, 1> required_differential{};

/// Rural growth that leads to the target ratio: a (ratio / target)^(1 / years) - 1.
inline constexpr Elementwise<detail::formula::RequiredRuralGrowth, 3, 1> required_rural_growth{};

/// Urban growth that leads to the target ratio, the most that it may be: b (target / ratio)^(1 / years) - 1.
inline constexpr Elementwise<detail::formula::RequiredUrbanGrowth, 3, 1> required_urban_growth{};

/// Rural growth above which the absolute gap is smaller next year: ratio * urban_growth.
inline constexpr Elementwise<detail::formula::GapThreshold, 2> gap_threshold{};

/// First turning point of the absolute gap from rising to falling.
struct GapPeak {
  /// Of the yearly figures: already when next year's gap is not larger than this year's.
  Reach reach;
  /// Maximum of the gap in continuous time; 0 when it falls from the start, +inf when never. When `already`, it may
  /// still lie within the first year.
  double time;
  /// First year t whose next year is not larger; the largest std::int64_t when never.
  std::int64_t year;
  /// Gap in that year; +inf when never, or when it is too large for a double.
  double gap;

  friend bool operator==(const GapPeak&, const GapPeak&) = default;
};

/// "already in year 0 (time 0.5, gap 20000)", "reached in year 108 (time 108.5, gap 9.38e+06)" or "never".
std::ostream& operator<<(std::ostream& out, const GapPeak& peak);

/// Turning points of n places, one element each; values as in `GapPeak`.
struct GapPeaks {
  Eigen::Array<std::int8_t, Eigen::Dynamic, 1> reach;  ///< values of `Reach`
  Eigen::ArrayXd time;                                 ///< as `GapPeak::time`
  Eigen::Array<std::int64_t, Eigen::Dynamic, 1> year;  ///< as `GapPeak::year`
  Eigen::ArrayXd gap;                                  ///< as `GapPeak::gap`

  [[nodiscard]] Eigen::Index size() const noexcept { return time.size(); }  ///< how many places
  [[nodiscard]] GapPeak operator[](Eigen::Index i) const {                  ///< of place i
    return {static_cast<Reach>(reach[i]), time[i], year[i], gap[i]};
  }
};

/// The earliest and the latest turning point over intervals.
struct GapPeakRange {
  GapPeak earliest;  ///< of all that the intervals allow
  GapPeak latest;    ///< of all that the intervals allow

  /// Whether the gap turns: certain when it does at the latest, no when it never can.
  [[nodiscard]] Certainty reached() const noexcept;

  friend bool operator==(const GapPeakRange&, const GapPeakRange&) = default;
};

/// "earliest: already in year 0 (time 0.5, gap 20000), latest: never".
std::ostream& operator<<(std::ostream& out, const GapPeakRange& range);

/// When the absolute gap stops rising at constant growth.
///
/// It rises from year t to t + 1 while U a^t urban_growth > V b^t rural_growth. In continuous time the maximum is at
/// ln(R ln a / ln b) / ln(b/a). With positive urban growth the gap turns only if rural growth is faster, or if the gap
/// is not rising now; equal growth leaves the sign of the change as it is. Rates below zero are allowed: two shrinking
/// incomes turn when urban income shrinks less quickly. A ratio below 1 has a negative gap, and the same rule applies.
///
/// @throws DomainError  over intervals also when an end is infinite, or when both incomes may shrink, as the earliest
///                      and latest turn are then not at corners; call the form on numbers.
[[nodiscard]] GapPeak gap_peak(double urban, double rural, double urban_growth, double rural_growth);
[[nodiscard]] GapPeaks gap_peak(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                const ArrayRef& rural_growth);
[[nodiscard]] GapPeakRange gap_peak(const Interval& urban, const Interval& rural, const Interval& urban_growth,
                                    const Interval& rural_growth);

/// Years until rural income has caught up, so that the gap is zero: ln(R) / ln(b/a). `already` for a ratio up to 1.
[[nodiscard]] Crossing gap_close(double urban, double rural, double urban_growth, double rural_growth);
[[nodiscard]] Crossings gap_close(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                  const ArrayRef& rural_growth);
[[nodiscard]] CrossingRange gap_close(const Interval& urban, const Interval& rural, const Interval& urban_growth,
                                      const Interval& rural_growth);

/// Years until the ratio is the square root of what it is, half its logarithm: ln(R) / (2 ln(b/a)).
///
/// @param ratio  at least 1.
[[nodiscard]] Crossing ratio_half_life(double ratio, double urban_growth, double rural_growth);
[[nodiscard]] Crossings ratio_half_life(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                        const ArrayRef& rural_growth);
[[nodiscard]] CrossingRange ratio_half_life(const Interval& ratio, const Interval& urban_growth,
                                            const Interval& rural_growth);

/// Answers for n places: values of `Certainty`.
using Certainties = Eigen::Array<std::int8_t, Eigen::Dynamic, 1>;

/// Whether the ratio falls, from two growth rates: rural_growth > urban_growth. Exact numbers convert to intervals.
///
/// Published growth often answers what rounded levels leave open: 6.3 % and 6.8 % are certain, whereas ratios from
/// levels rounded to 100 yuan can touch.
///
/// In the forms on arrays the numbers are printed figures, and `growth_step` and `level_step` their rounding units:
/// 0.001 for rates printed to 0.1 %, 100 for incomes rounded to 100 yuan, 0 for exact numbers.
[[nodiscard]] Certainty is_narrowing(const Interval& urban_growth, const Interval& rural_growth);
[[nodiscard]] Certainties is_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth, double growth_step);

/// Whether the ratio fell from year 0 to year 1, from four levels: urban1 / rural1 < urban0 / rural0.
[[nodiscard]] Certainty is_narrowing(const Interval& urban0, const Interval& rural0, const Interval& urban1,
                                     const Interval& rural1);
[[nodiscard]] Certainties is_narrowing(const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                       const ArrayRef& rural1, double level_step);

/// Whether the ratio fell, from growth rates and levels together.
///
/// The answer is that over all levels that agree with the rates, so it is at least as definite as each kind of evidence
/// alone. @throws DomainError  also when no levels within the intervals grow at a rate within its interval.
[[nodiscard]] Certainty is_narrowing(const Interval& urban_growth, const Interval& rural_growth, const Interval& urban0,
                                     const Interval& rural0, const Interval& urban1, const Interval& rural1);
[[nodiscard]] Certainties is_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                       const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                       const ArrayRef& rural1, double growth_step, double level_step);

/// Whether the absolute gap falls, from the ratio and two growth rates: rural_growth > ratio * urban_growth.
///
/// The forms on arrays take steps as `is_narrowing`; the ratio is taken as exact, since it is seldom printed.
[[nodiscard]] Certainty is_gap_narrowing(const Interval& ratio, const Interval& urban_growth,
                                         const Interval& rural_growth);
[[nodiscard]] Certainties is_gap_narrowing(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                           const ArrayRef& rural_growth, double growth_step);

/// Whether the absolute gap fell from year 0 to year 1, from four levels: urban1 - rural1 < urban0 - rural0.
[[nodiscard]] Certainty is_gap_narrowing(const Interval& urban0, const Interval& rural0, const Interval& urban1,
                                         const Interval& rural1);
[[nodiscard]] Certainties is_gap_narrowing(const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                           const ArrayRef& rural1, double level_step);

/// Whether the absolute gap fell, from growth rates and levels together, as `is_narrowing`.
[[nodiscard]] Certainty is_gap_narrowing(const Interval& urban_growth, const Interval& rural_growth,
                                         const Interval& urban0, const Interval& rural0, const Interval& urban1,
                                         const Interval& rural1);
[[nodiscard]] Certainties is_gap_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                           const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                           const ArrayRef& rural1, double growth_step, double level_step);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::GapPeak> {
  std::size_t operator()(const shengzhou_report::GapPeak& peak) const noexcept;
};

template <>
struct std::hash<shengzhou_report::GapPeakRange> {
  std::size_t operator()(const shengzhou_report::GapPeakRange& range) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/income_gap.ipp>
#endif
