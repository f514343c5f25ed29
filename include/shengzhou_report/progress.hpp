#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/statement.hpp>

/// Progress through the year: single periods from year-to-date figures, the pace against the calendar and against past
/// years, and the probability that a target is met.
///
/// Shares and rates are fractions; levels of one call have one unit. Functions on numbers, arrays and intervals have
/// the forms and the errors of growth.hpp. Required growth for the rest of a year is `required_growth_rest` there.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(SinglePeriod);
SHENGZHOU_REPORT_DECLARE(SingleGrowth);
SHENGZHOU_REPORT_DECLARE(Completion);
SHENGZHOU_REPORT_DECLARE(Lead);
SHENGZHOU_REPORT_DECLARE(ProjectedTotal);
}  // namespace detail::formula

/// Figure of the period alone from year-to-date (累计) figures: ytd - ytd_previous.
///
/// @param ytd_previous  the year-to-date figure one period before, 0 for the first period of a year. Both may be
///                      negative, as profits can be.
/// The difference of two rounded figures is uncertain by the rounding of both: the form on intervals says by how much.
inline constexpr Elementwise<detail::formula::SinglePeriod, 2> single_period{};

/// Growth of the period alone on the same period of last year: (Y - P) / (Y / (1 + G) - P / (1 + H)) - 1.
///
/// The figures of last year are those that the published growth implies, since the figures once published may have
/// another scope or have been revised.
/// @param ytd               Y, at least 0.
/// @param ytd_growth        G, published growth of Y.
/// @param ytd_previous      P, the year-to-date figure one period before; 0 for the first period of a year.
/// @param growth_previous   H, published growth of P; without effect where P is 0.
/// @throws DomainError  also when Y < P, or when last year's period alone would not be positive. Over intervals: when
/// it
///                      may not be, or when Y is certainly below P; growth below -1 is left out of the result.
/// Source: the difference of cumulative levels over that of their published bases (累计核算倒减). Official quarterly
/// GDP growth has been computed period by period since 2015 and can differ by about 0.1 points.
inline constexpr Elementwise<detail::formula::SingleGrowth, 4> single_growth{};

/// `single_period` of each figure of a year-to-date series that starts with the first period of a year.
///
/// @param periods_per_year  4 for quarters, 12 for months, 11 where January and February are published as one.
/// @throws DomainError  also when `periods_per_year` is below 1.
[[nodiscard]] Eigen::ArrayXd single_periods(const ArrayRef& ytd, Eigen::Index periods_per_year);
[[nodiscard]] std::vector<Interval> single_periods(std::span<const Interval> ytd, Eigen::Index periods_per_year);

/// `single_growth` of each figure of a year-to-date series, as `single_periods`.
///
/// @throws DomainError  also when the sizes differ.
[[nodiscard]] Eigen::ArrayXd single_growths(const ArrayRef& ytd, const ArrayRef& ytd_growth,
                                            Eigen::Index periods_per_year);
[[nodiscard]] std::vector<Interval> single_growths(std::span<const Interval> ytd, std::span<const Interval> ytd_growth,
                                                   Eigen::Index periods_per_year);

/// Year-to-date figures of a series of single periods that starts with the first period of a year: the inverse of
/// `single_periods`.
[[nodiscard]] Eigen::ArrayXd year_to_date(const ArrayRef& single, Eigen::Index periods_per_year);

/// Share of the year that has passed at the end of a day: 181 / 365 on 30 June 2023.
///
/// @throws DomainError  when there is no such day.
[[nodiscard]] double calendar_share(const std::chrono::year_month_day& date);
[[nodiscard]] Eigen::ArrayXd calendar_share(std::span<const std::chrono::year_month_day> dates);

/// Share of the year that has passed at the end of a period, in periods (序时进度): 1/2 at the end of the first half.
///
/// @throws DomainError  for a period that does not end at a certain time of the year: month, months, averages,
/// cumulative.
[[nodiscard]] double calendar_share(Period period);

/// Share of an annual target that is done (完成进度): ytd / annual_target.
inline constexpr Elementwise<detail::formula::Completion, 2> completion{};

/// How far completion is ahead of what the time of the year asks for: ytd / annual_target - share; 0.02 is 2 percentage
/// points ahead (快于序时进度), a negative number is behind.
///
/// @param share  part of the year's total that should be done by now, above 0 up to 1: `calendar_share`, or the share
///               that past years had reached.
inline constexpr Elementwise<detail::formula::Lead, 3> lead{};

/// The year's total if `share` of it is done: ytd / share.
inline constexpr Elementwise<detail::formula::ProjectedTotal, 2> projected_total{};

/// Share of the year's total that past years had reached at the end of a period.
struct SeasonalShare {
  double mean;     ///< over the years, a fraction
  double lowest;   ///< of all years
  double highest;  ///< of all years

  friend bool operator==(const SeasonalShare&, const SeasonalShare&) = default;
};

/// "0.48 (0.46 to 0.5)".
std::ostream& operator<<(std::ostream& out, const SeasonalShare& share);

/// `SeasonalShare` of each period of a year, the first period first; the last is 1.
struct SeasonalPattern {
  Eigen::ArrayXd mean;     ///< as `SeasonalShare::mean`
  Eigen::ArrayXd lowest;   ///< as `SeasonalShare::lowest`
  Eigen::ArrayXd highest;  ///< as `SeasonalShare::highest`

  [[nodiscard]] Eigen::Index size() const noexcept { return mean.size(); }  ///< periods of a year
  /// Of period i, from 0.
  [[nodiscard]] SeasonalShare operator[](Eigen::Index i) const { return {mean[i], lowest[i], highest[i]}; }
};

/// Shares of the year's total that past years had reached by the end of each period: mean, lowest and highest over the
/// years.
///
/// @param single  figures of single periods (not year-to-date) of complete years, oldest first; each year is a row of
///                `periods_per_year`.
/// @throws DomainError  for NaN, infinity or a negative figure, when the years are not complete or there is none, and
///                      when the total of a year is 0.
[[nodiscard]] SeasonalPattern seasonal_pattern(const ArrayRef& single, Eigen::Index periods_per_year);

/// The pattern at the end of one period, counted from 1. @throws DomainError  also when there is no such period.
[[nodiscard]] SeasonalShare seasonal_share(const ArrayRef& single, Eigen::Index period, Eigen::Index periods_per_year);

/// Where a figure stands against one measure of how much of the year's total should be done.
struct Pace {
  double share;       ///< part of the year's total that should be done by now
  double lead;        ///< completion - share, where lower is better share - completion; negative when behind
  double projection;  ///< the year's total if `share` of it is done

  friend bool operator==(const Pace&, const Pace&) = default;
};

/// "share 0.5, lead 0.02, projection 104".
std::ostream& operator<<(std::ostream& out, const Pace& pace);

/// The year before, up to the same time and in all, in the unit and price basis of the target.
struct PreviousYear {
  double ytd;    ///< up to the same time
  double total;  ///< of the whole year
};

/// What is known of other years, and which way is better.
struct ProgressOptions {
  std::optional<SeasonalShare> seasonal = {};  ///< what past years had reached by now
  std::optional<PreviousYear> previous = {};   ///< for `Progress::required_growth`
  Direction direction = Direction::higher;     ///< `lower`: the target is a limit, as for energy use or accidents
};

/// Where an annual target on a level stands during the year.
struct Progress {
  double annual_target;                   ///< the level to reach by the end of the year; or not to exceed
  double ytd;                             ///< the level so far
  double completion;                      ///< ytd / annual_target; of a limit, how much of it is used
  double shortfall;                       ///< annual_target - ytd; negative when more than met, or exceeded
  Pace calendar;                          ///< against the calendar; leads are positive on the better side
  std::optional<Pace> seasonal;           ///< against the mean of past years
  std::optional<Interval> seasonal_lead;  ///< leads over the shares of all past years
  std::optional<double> required_growth;  ///< of the rest on the rest of last year; empty once the target is met, and
                                          ///< at the end of the year, which has no rest. Of a limit: the most that the
                                          ///< rest may grow, empty once it is used up
  Direction direction = Direction::higher;  ///< which way is better

  friend bool operator==(const Progress&, const Progress&) = default;
};

/// "56.1 of 108 (0.519): calendar lead 0.0194".
std::ostream& operator<<(std::ostream& out, const Progress& progress);

/// Gathers what is known of a target at a time of the year.
///
/// @param annual_target  positive level.
/// @param ytd            level so far, at least 0.
/// @param share          of the calendar, above 0 up to 1; see `calendar_share`.
/// @throws DomainError  as the functions it gathers, which name the argument; when neither way is better; and when the
///                      year before is not in order: needs 0 <= ytd < total, at the end of the year 0 <= ytd <= total.
[[nodiscard]] Progress progress(double annual_target, double ytd, double share, const ProgressOptions& options = {});

/// Mean and standard deviation of past forecast errors.
struct ErrorMoments {
  double mean;  ///< above 0 when outturns exceed forecasts
  double sd;    ///< standard deviation, in the same unit

  friend bool operator==(const ErrorMoments&, const ErrorMoments&) = default;
};

/// Both, with their names.
std::ostream& operator<<(std::ostream& out, const ErrorMoments& moments);

/// Mean and sample standard deviation, with n - 1 in the denominator, of at least two errors that are not all equal.
///
/// @param errors  outturn - forecast.
[[nodiscard]] ErrorMoments error_moments(const ArrayRef& errors);

/// Probability that the outturn lies in `target` when it is normal around the forecast: P(target holds forecast + e).
///
/// The outturn is judged as a true value, not as it will be printed: at 6.96 % a target of 7.0 % is missed, though
/// offices print 7.0 %, by which a scorecard judges. For the printed value widen the ends of `target` by half a step.
/// @param target    the outcomes that meet it, see Quantity::target_interval; an end may be infinite.
/// @param forecast  in the unit of `target`; for a target read as a forecast, its value.
/// @param errors    distribution of outturn - forecast; sd must be positive. Estimated moments are taken as known,
/// which
///                  makes a small sample look more certain than it is; compare the empirical form.
[[nodiscard]] double target_probability(const Interval& target, double forecast, const ErrorMoments& errors);
[[nodiscard]] Eigen::ArrayXd target_probability(const Interval& target, const ArrayRef& forecast,
                                                const ErrorMoments& errors);

/// The same from the empirical distribution: the share of past errors e for which `target` holds forecast + e. Ends of
/// the target count as met, to 12 digits.
///
/// @param errors  outturn - forecast, at least one.
[[nodiscard]] double target_probability(const Interval& target, double forecast, const ArrayRef& errors);
[[nodiscard]] Eigen::ArrayXd target_probability(const Interval& target, const ArrayRef& forecast,
                                                const ArrayRef& errors);

/// The outcomes that meet a printed target, rates and differences of rates as fractions: ≈7.0% -> [0.068, inf).
///
/// Quantity::target_interval in the unit of the other arguments here; levels keep the unit that is printed.
[[nodiscard]] Interval target_outcomes(const Quantity& target, Direction direction = Direction::higher);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::SeasonalShare> {
  std::size_t operator()(const shengzhou_report::SeasonalShare& share) const noexcept;
};

template <>
struct std::hash<shengzhou_report::Pace> {
  std::size_t operator()(const shengzhou_report::Pace& pace) const noexcept;
};

template <>
struct std::hash<shengzhou_report::Progress> {
  std::size_t operator()(const shengzhou_report::Progress& progress) const noexcept;
};

template <>
struct std::hash<shengzhou_report::ErrorMoments> {
  std::size_t operator()(const shengzhou_report::ErrorMoments& moments) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/progress.ipp>
#endif
