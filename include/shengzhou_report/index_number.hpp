#pragma once

#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/words.hpp>

/// Index numbers and volumes: deflating to constant prices, rebasing, splicing, chain-linking.
///
/// An index is a plain number whose base period has any positive value, as 100; prices rise by 2 % where it goes from
/// 100 to 102. Levels, and what is computed of them, are in the unit in which they are given. Forms and errors are
/// those of growth.hpp: no result is NaN or infinite, and an error of a sequence names the element.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(Deflate);
}  // namespace detail::formula

/// Level at the prices of the base period (不变价): value / (price_index / base_index).
///
/// @param value        level at current prices.
/// @param price_index  index of prices in the period of the level: the deflator that belongs to the series.
/// @param base_index   the same index in the period whose prices are wanted, usually 100. Exchanged with
///                     `price_index`, a level at constant prices goes back to current ones.
/// Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8.
inline constexpr Elementwise<detail::formula::Deflate, 3, 0, 1> deflate{};

/// Index with another base (换基): each number over the mean of the base periods, times `value`.
///
/// @param index        positive numbers, at least one.
/// @param first, last  positions of the first and the last base period, from 0: the same for one period, the quarters
///                     of a year for a base year.
/// @param value        what the mean of the base periods becomes. Positive.
/// @returns growth between any two periods as before. Over intervals the exact range of each period; a base of one
///          period is `value` without any width.
/// @throws DomainError  also for positions that the index does not have.
[[nodiscard]] Eigen::ArrayXd rebase(const ArrayRef& index, Eigen::Index first, Eigen::Index last, double value = 100);
[[nodiscard]] std::vector<Interval> rebase(std::span<const Interval> index, Eigen::Index first, Eigen::Index last,
                                           double value = 100);

/// Where two series are linked: at the first or the last period that both have, by the ratio of their means over all
/// such periods, or by the geometric mean of the ratios.
enum class SpliceLink { first, last, mean, geometric_mean };

template <>
struct Words<SpliceLink> {
  static constexpr const char* enumeration = "SpliceLink";
  using enum SpliceLink;
  static constexpr EnumWord<SpliceLink> table[] = {
      {first, "first"}, {last, "last"}, {mean, "mean"}, {geometric_mean, "geometric_mean"}};
};

/// Which of two spliced series keeps its level; the other one is scaled.
enum class SpliceLevel { earlier, later };

template <>
struct Words<SpliceLevel> {
  static constexpr const char* enumeration = "SpliceLevel";
  using enum SpliceLevel;
  static constexpr EnumWord<SpliceLevel> table[] = {{earlier, "earlier"}, {later, "later"}};
};

/// Two series as one, and how well they agree where both have figures.
struct Splice {
  Eigen::ArrayXd series;  ///< from the first period of the earlier series to the last of the later
  double ratio;           ///< level of the later series over that of the earlier, by which the link is made
  double lowest;          ///< the lowest ratio of the two in a period that both have
  double highest;         ///< the highest; far from the lowest, the two do not measure the same
};

/// `Splice` of series that are known within intervals: the exact range of each number.
struct SpliceRange {
  std::vector<Interval> series;  ///< as `Splice::series`
  Interval ratio;                ///< as `Splice::ratio`
  Interval lowest;               ///< as `Splice::lowest`
  Interval highest;              ///< as `Splice::highest`
};

/// Splices a series to an earlier one that it follows after a change of base or scope (接续, 衔接).
///
/// Growth within each series stays as it was. The figures of the series that is not kept are scaled by `Splice::ratio`;
/// of the periods that both have, those of the series kept are taken, but for a link at `last` (`first`) those before
/// (after) the link come from the other one if `later` (`earlier`) is kept.
///
/// @param earlier, later  positive; the last `overlap` periods of the one are the first of the other.
/// @param overlap         how many periods both have, at least one.
/// @throws DomainError  also for an overlap that one of the series does not have.
/// Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8; ILO, IMF
/// et al. (2004), Producer Price Index Manual, chapter 9, on the overlap method.
[[nodiscard]] Splice splice(const ArrayRef& earlier, const ArrayRef& later, Eigen::Index overlap, SpliceLink link,
                            SpliceLevel level);
[[nodiscard]] SpliceRange splice(std::span<const Interval> earlier, std::span<const Interval> later,
                                 Eigen::Index overlap, SpliceLink link, SpliceLevel level);

/// Chain-linked volumes of the parts of a total, which do not add up to that of the total.
struct ChainedVolumes {
  PathMatrix parts;            ///< one period a row, one part a column
  Eigen::ArrayXd total;        ///< chain-linked volume of the sum of the parts
  Eigen::ArrayXd discrepancy;  ///< sum of `parts` less `total`: what is missing to additivity
};

/// Annual volumes at the prices of a reference year, chain-linked year by year (Laspeyres, 环比链式).
///
/// Growth of the volume of each part and of the total is at the prices of the year before; in the reference year, and
/// in the year behind it, volumes add up, elsewhere they need not, since weights change every year.
///
/// @param value               values at current prices: n years a row, one part a column; positive, at least two years.
/// @param at_previous_prices  the same values of the years from the second on at the prices of the year before: n - 1
///                            rows. Where growth g at comparable prices is published, it is (1 + g) times the value of
///                            the year before.
/// @param reference           position of the year whose prices are kept, from 0; there volumes are values.
/// @throws DomainError  also for shapes that do not fit. What can be zero or negative, as changes of stocks, cannot be
///                      chain-linked: chain what it is the difference of.
/// Source: International Monetary Fund (2018), Quarterly National Accounts Manual (2017 edition), chapter 8; System of
/// National Accounts 2008, chapter 15.
[[nodiscard]] ChainedVolumes chain_volumes(const PanelRef& value, const PanelRef& at_previous_prices,
                                           Eigen::Index reference = 0);

/// Volumes of quarters or months, chain-linked by annual overlap: they sum to those of `chain_volumes` in each year.
///
/// @param value               annual values at current prices: n years a row, one part a column.
/// @param at_previous_prices  values of the periods of the years from the second on, at the average prices of the year
///                            before: (n - 1) periods_per_year rows.
/// @param periods_per_year    4 for quarters, 12 for months.
/// @param reference           position of the year whose average prices are kept, from 0.
/// @returns the periods of `at_previous_prices`; those of the year behind the reference year add up. Between the last
///          period of a year and the first of the next there can be a step, the price of summing to the years.
/// Source: as `chain_volumes`, section on the annual overlap technique.
[[nodiscard]] ChainedVolumes annual_overlap(const PanelRef& value, const PanelRef& at_previous_prices,
                                            Eigen::Index periods_per_year, Eigen::Index reference = 0);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/index_number.ipp>
#endif
