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
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/words.hpp>

/// Growth of one indicator: compounding, averages, price basis, contributions, and the time until a level is reached.
///
/// Growth rates are fractions: 0.065 is 6.5 %. Levels carry no unit; give all levels of one call in the same one.
/// Formulas have forms on numbers, arrays and intervals: see `Elementwise`. No formula here turns within an argument,
/// so over intervals the extremes lie at corners of the box, and the ends are the values of the form on numbers there.
/// An infinite end means that nothing is known on that side. All forms raise DomainError, and never return NaN, for NaN
/// or infinite numbers, growth at or below -1, negative levels, zero where growth from it is asked, and results too
/// large for a double.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(Compound);
SHENGZHOU_REPORT_DECLARE(GrowthRate);
SHENGZHOU_REPORT_DECLARE(Cagr);
SHENGZHOU_REPORT_DECLARE(LogGrowth);
SHENGZHOU_REPORT_DECLARE(Doublings);
SHENGZHOU_REPORT_DECLARE(TwoYearAverage);
SHENGZHOU_REPORT_DECLARE(ImpliedBase);
SHENGZHOU_REPORT_DECLARE(Annualise);
SHENGZHOU_REPORT_DECLARE(RealGrowth);
SHENGZHOU_REPORT_DECLARE(NominalGrowth);
SHENGZHOU_REPORT_DECLARE(ImpliedDeflator);
SHENGZHOU_REPORT_DECLARE(RequiredGrowth);
SHENGZHOU_REPORT_DECLARE(RequiredGrowthRest);
SHENGZHOU_REPORT_DECLARE(Contribution);
SHENGZHOU_REPORT_DECLARE(ContributionRate);
SHENGZHOU_REPORT_DECLARE(PercentagePointDifference);
}  // namespace detail::formula

/// Level after `periods` of growth at a constant rate: value (1 + rate)^periods.
///
/// @param periods  any number; negative periods go back in time.
inline constexpr Elementwise<detail::formula::Compound, 2, 1, 1> compound{};

/// Growth between two levels: end / start - 1. `start` must be positive.
inline constexpr Elementwise<detail::formula::GrowthRate, 2> growth_rate{};

/// Compound growth per period (年均增速): (end / start)^(1 / periods) - 1.
///
/// @param periods  the number of transitions, not of levels: from 2011 to 2016 there are 5. Positive.
inline constexpr Elementwise<detail::formula::Cagr, 2, 1> cagr{};

/// Logarithmic growth ln(end / start), which adds up over time. Both levels must be positive.
inline constexpr Elementwise<detail::formula::LogGrowth, 2> log_growth{};

/// How often a level doubled (翻番): log2(end / start). 翻两番 is 2 doublings, a factor of 4. Both levels must be
/// positive.
///
/// Source: National Bureau of Statistics, explanatory note of August 2012.
inline constexpr Elementwise<detail::formula::Doublings, 2> doublings{};

/// Constant growth that has the same effect as the given sequence: the geometric mean of the factors, less 1.
///
/// @param rates  one growth rate per period, at least one. The numeric form reduces the array to one number.
[[nodiscard]] double average_growth(const ArrayRef& rates);
[[nodiscard]] Interval average_growth(std::span<const Interval> rates);

/// Two-year average (两年平均增速): sqrt((1 + growth_previous)(1 + growth_current)) - 1.
///
/// Source: National Bureau of Statistics, 2021, which averaged over the base of 2019.
inline constexpr Elementwise<detail::formula::TwoYearAverage, 2> two_year_average{};

/// Index that starts at `base` and grows by each rate in turn: n rates give n + 1 levels, the first is `base`.
[[nodiscard]] Eigen::ArrayXd chain(const ArrayRef& rates, double base = 100);
[[nodiscard]] std::vector<Interval> chain(std::span<const Interval> rates, const Interval& base = 100.0);

/// Level of the year before that a level and its published growth imply: level / (1 + growth).
///
/// Where it differs from the level once published, the base was revised or the growth has another price basis or scope.
inline constexpr Elementwise<detail::formula::ImpliedBase, 2> implied_base{};

/// Yearly rate of a rate per shorter period (环比): (1 + rate)^periods_per_year - 1.
///
/// @param rate  growth on the previous period, seasonally adjusted; not growth on the same period a year before.
/// @param periods_per_year  4 for quarters, 12 for months. Positive.
inline constexpr Elementwise<detail::formula::Annualise, 1, 1> annualise{};

/// Growth at constant prices: (1 + nominal) / (1 + deflator_growth) - 1. Rates are divided, never subtracted.
///
/// @param deflator_growth  growth of the price index that belongs to the series: CPI for household income.
/// Source: National Bureau of Statistics, note on household income (real growth = index / CPI index - 1).
inline constexpr Elementwise<detail::formula::RealGrowth, 2> real_growth{};

/// Growth at current prices: (1 + real)(1 + deflator_growth) - 1.
inline constexpr Elementwise<detail::formula::NominalGrowth, 2> nominal_growth{};

/// Growth of the deflator that nominal and real growth imply: (1 + nominal) / (1 + real) - 1.
///
/// It measures prices only within one vintage of the levels; a revised base shows up here as well.
inline constexpr Elementwise<detail::formula::ImpliedDeflator, 2> implied_deflator{};

/// Growth per period that leads from the current level to the target: (target / current)^(1 / periods) - 1.
inline constexpr Elementwise<detail::formula::RequiredGrowth, 2, 1> required_growth{};

/// Growth that the rest of the year needs for the annual target: (T - w c) / (1 - w).
///
/// @param annual_target  T, growth over the whole year.
/// @param ytd_growth     c, growth of the elapsed part over the same part of last year.
/// @param ytd_share      w, the elapsed part's share of last year's total, at the price basis of the rates; in [0, 1).
/// @throws DomainError   also when the result is below -1: the elapsed part alone exceeds the annual target.
/// Source: levels add up over the parts of a year, 1 + T = w (1 + c) + (1 - w)(1 + rest).
inline constexpr Elementwise<detail::formula::RequiredGrowthRest, 3> required_growth_rest{};

/// Pull of a part on the growth of the whole (拉动): (part_end - part_start) / whole_start, as a fraction; 0.042 is 4.2
/// percentage points. The pulls of all parts add up to the growth of the whole.
///
/// @param part_start, part_end  may be negative, as net exports or net property income can be.
inline constexpr Elementwise<detail::formula::Contribution, 3> contribution{};

/// Share of a part in the increment of the whole (贡献率): (part_end - part_start) / (whole_end - whole_start).
///
/// @param part_start, part_end  may be negative, as net exports or net property income can be.
/// @throws DomainError  also when the whole did not change; over intervals, when it may not have changed.
inline constexpr Elementwise<detail::formula::ContributionRate, 4> contribution_rate{};

/// Difference of two rates (个百分点): rate_a - rate_b as a fraction; 0.005 is 0.5 percentage points, not 0.5 %.
inline constexpr Elementwise<detail::formula::PercentagePointDifference, 2> percentage_point_difference{};

/// Whether and when a condition comes to hold: it holds from the start, it will hold, it never will.
enum class Reach { already, reached, never };

template <>
struct Words<Reach> {
  static constexpr const char* enumeration = "Reach";
  using enum Reach;
  static constexpr EnumWord<Reach> table[] = {{already, "already"}, {reached, "reached"}, {never, "never"}};
};

/// When a condition first holds on a path in continuous time.
struct Crossing {
  Reach reach;  ///< whether it ever holds
  /// Time until the condition holds: 0 when already, +inf when never. An exact hit of a whole period is a whole number.
  double periods;

  /// First whole period at whose end the condition holds. A condition met to 12 digits counts as met.
  /// @throws DomainError  when it never holds, or later than 2^63 periods from now.
  [[nodiscard]] std::int64_t whole_periods() const;

  friend bool operator==(const Crossing&, const Crossing&) = default;
};

/// "already", "reached after 5.01 periods" or "never".
std::ostream& operator<<(std::ostream& out, const Crossing& crossing);

/// Crossings of n paths, one element each. A word and a time that may be infinite are no result of an `Elementwise`.
struct Crossings {
  Eigen::ArrayXd periods;  ///< as `Crossing::periods`
  /// Values of `Reach`.
  Eigen::Array<std::int8_t, Eigen::Dynamic, 1> reach;

  [[nodiscard]] Eigen::Index size() const noexcept { return periods.size(); }  ///< how many paths
  /// Of path i.
  [[nodiscard]] Crossing operator[](Eigen::Index i) const { return {static_cast<Reach>(reach[i]), periods[i]}; }
};

/// Crossing of a path that is known within intervals: the earliest and the latest possible one.
struct CrossingRange {
  Crossing earliest;  ///< of the path that is there first
  Crossing latest;    ///< of the path that is there last

  /// Whether the condition comes to hold: certain when it does at the latest, no when it never can.
  [[nodiscard]] Certainty reached() const noexcept;

  friend bool operator==(const CrossingRange&, const CrossingRange&) = default;
};

/// "earliest: reached after 2 periods, latest: never".
std::ostream& operator<<(std::ostream& out, const CrossingRange& range);

/// Periods until a level that grows at a constant rate is at or above `end`: ln(end / start) / ln(1 + rate).
///
/// A level below `end` that does not grow never reaches it. For a level that is to fall from a to b at a rate r < 0,
/// ask the mirrored question: periods_to_reach(b, a, -r / (1 + r)).
[[nodiscard]] Crossing periods_to_reach(double start, double end, double rate);
[[nodiscard]] Crossings periods_to_reach(const ArrayRef& start, const ArrayRef& end, const ArrayRef& rate);
[[nodiscard]] CrossingRange periods_to_reach(const Interval& start, const Interval& end, const Interval& rate);

/// Periods until a level has multiplied by `times`: ln(times) / ln(1 + rate). 翻番 is 2, 翻两番 is 4.
///
/// @param times  positive; "增长4.8倍" is 5.8 times.
[[nodiscard]] Crossing doubling_time(double rate, double times = 2);
[[nodiscard]] Crossings doubling_time(const ArrayRef& rate, const ArrayRef& times = Eigen::ArrayXd::Constant(1, 2.0));
[[nodiscard]] CrossingRange doubling_time(const Interval& rate, const Interval& times = 2.0);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Crossing> {
  std::size_t operator()(const shengzhou_report::Crossing& crossing) const noexcept;
};

template <>
struct std::hash<shengzhou_report::CrossingRange> {
  std::size_t operator()(const shengzhou_report::CrossingRange& range) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/growth.ipp>
#endif
