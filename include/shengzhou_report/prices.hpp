#pragma once

#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/interval.hpp>

/// Price indices over the months: the yearly rate from the monthly ones and back, what of it last year brought
/// (carry-over, 翘尾) and what this year did (new price rise, 新涨价), and base effects.
///
/// Rates are fractions: month on month (环比) on the month before, year on year (同比) on the same month of the year
/// before. Quarters serve as well as months. All forms raise the errors of growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(CarryOver);
SHENGZHOU_REPORT_DECLARE(NewPriceRise);
SHENGZHOU_REPORT_DECLARE(BaseEffect);
SHENGZHOU_REPORT_DECLARE(Momentum);
}  // namespace detail::formula

/// Carry-over (翘尾影响): the part of a month's yearly rate that last year's prices alone bring, year_end / same_month
/// - 1.
///
/// @param same_month  index of the same month of last year, of any base; positive.
/// @param year_end    index of last December, of the same base.
/// Source: National Bureau of Statistics, statistical knowledge of 2012 on carry-over and new price rise.
inline constexpr Elementwise<detail::formula::CarryOver, 2> carry_over{};

/// New price rise (新涨价影响) in points: year_on_year - carry_over. The two parts add up to the yearly rate.
///
/// @param year_on_year  yearly rate of a month, or of a year.
/// @param carry_over    carry-over of the same month or year.
/// Source: National Bureau of Statistics, as `carry_over`: 2.0 points of which 0.5 are carried over leave 1.5.
inline constexpr Elementwise<detail::formula::NewPriceRise, 2> new_price_rise{};

/// Base effect (基数效应) in points: how far the yearly rate moves from one month to the next where prices stand still,
/// because a month of last year leaves it: (1 + year_on_year_previous)(1 / (1 + base_month_on_month) - 1).
///
/// @param year_on_year_previous  yearly rate of the month before.
/// @param base_month_on_month    monthly rate of the same month of last year.
/// Source: identity (1 + y) = (1 + y')(1 + m) / (1 + b); Economic Survey of India 2020-21, volume 2, chapter 5, has its
/// two parts, momentum and base effect.
inline constexpr Elementwise<detail::formula::BaseEffect, 2> base_effect{};

/// Momentum in points: what the prices of this month add to the yearly rate beside the base effect,
/// (1 + year_on_year_previous) month_on_month / (1 + base_month_on_month). Both add up to the change of the yearly
/// rate.
inline constexpr Elementwise<detail::formula::Momentum, 3> momentum{};

/// Year-on-year rates of a series of rates on the period before: the product of the factors of a year, less 1.
///
/// @param month_on_month    at least one year, oldest first, from any period on.
/// @param periods_per_year  12 for months, 4 for quarters.
/// @return                  one rate for each period from the last of the first `periods_per_year` on.
[[nodiscard]] Eigen::ArrayXd year_on_year(const ArrayRef& month_on_month, Eigen::Index periods_per_year = 12);
[[nodiscard]] std::vector<Interval> year_on_year(std::span<const Interval> month_on_month,
                                                 Eigen::Index periods_per_year = 12);

/// Rates on the period before from year-on-year rates: the inverse of `year_on_year`.
///
/// @param year_on_year  yearly rates without a gap; the first is that of the last period in `first_year`.
/// @param first_year    rates on the period before of one year, without which yearly rates leave the level of each
///                      month open; at least two.
/// @return              `first_year`, then a rate for each further yearly one. Rounding grows with every year.
[[nodiscard]] Eigen::ArrayXd month_on_month(const ArrayRef& year_on_year, const ArrayRef& first_year);
[[nodiscard]] std::vector<Interval> month_on_month(std::span<const Interval> year_on_year,
                                                   std::span<const Interval> first_year);

/// What the yearly rates of a price index are made of, one element for each that `year_on_year` has.
struct PriceChanges {
  Eigen::ArrayXd year_on_year;    ///< as `year_on_year`
  Eigen::ArrayXd carry_over;      ///< as `carry_over`; 0 in the last period of a year
  Eigen::ArrayXd new_price_rise;  ///< as `new_price_rise`, in points
  Eigen::ArrayXd since_year_end;  ///< growth on the last period of the year before (比上年12月)

  [[nodiscard]] Eigen::Index size() const noexcept { return year_on_year.size(); }  ///< how many periods
};

/// The same where the rates are known within intervals.
struct PriceChangeRanges {
  std::vector<Interval> year_on_year;    ///< as of `PriceChanges`
  std::vector<Interval> carry_over;      ///< as of `PriceChanges`
  std::vector<Interval> new_price_rise;  ///< as of `PriceChanges`
  std::vector<Interval> since_year_end;  ///< as of `PriceChanges`
};

/// Carry-over and new price rise of each yearly rate: (1 + year_on_year) = (1 + carry_over)(1 + since_year_end), and
/// year_on_year = carry_over + new_price_rise.
///
/// @param month_on_month    as of `year_on_year`.
/// @param first_period      which period of its year the first rate belongs to, from 1.
/// @param periods_per_year  12 for months, 4 for quarters.
[[nodiscard]] PriceChanges price_changes(const ArrayRef& month_on_month, Eigen::Index first_period = 1,
                                         Eigen::Index periods_per_year = 12);
[[nodiscard]] PriceChangeRanges price_changes(std::span<const Interval> month_on_month, Eigen::Index first_period = 1,
                                              Eigen::Index periods_per_year = 12);

/// Carry-over of a whole year: growth of the yearly mean if prices stay at the level of last year's end.
///
/// @param month_on_month  rates of last year, from its first period to its last; that of the first has no effect.
/// Source: Toedter (2010), How useful is the carry-over effect for short-term economic forecasting?, Deutsche
/// Bundesbank, Discussion Paper 21/2010.
[[nodiscard]] double annual_carry_over(const ArrayRef& month_on_month);
[[nodiscard]] Interval annual_carry_over(std::span<const Interval> month_on_month);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/prices.ipp>
#endif
