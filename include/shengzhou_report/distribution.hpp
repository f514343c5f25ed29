#pragma once

#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>

/// How incomes are spread over groups, places or persons: dispersion, shares of the top and the bottom, families of
/// indices, the Lorenz curve.
///
/// Each function has three forms:
///   - on a sequence of groups: the mean of each and its population (or weight), which is divided by its sum; size n or
///     1, where one number gives equal weights, as for persons and for quintile or decile groups. The shares of income
///     of groups of one size serve as their means;
///   - `_rows` on tables, one distribution a row: `population` has as many rows or 1, as many columns or 1;
///   - on intervals of the means: the exact range while they vary independently, for at most 16 groups.
/// Every index is 0 (every ratio as it is with equal incomes) where nobody differs, does not change when all incomes
/// are multiplied or the population is replicated, and of group means is the lower bound of what it is over persons.
/// DomainError is raised for means below 0 (not above 0 where an index needs logarithms or inverses), no groups, nobody
/// in them, a mean of all of 0, sizes that do not fit and results too large for a double.
namespace shengzhou_report {

/// Coefficient of variation of levels: standard deviation over mean.
///
/// @param levels  not negative, not all zero.
/// @param ddof    0 divides the squares by n, 1 by n - 1, which needs two places and equal weights.
/// @param population  with it mean and deviation are weighted: see `williamson`. Generalised entropy of alpha 2 is half
///                    the square.
[[nodiscard]] double coefficient_of_variation(const ArrayRef& levels, int ddof = 0,
                                              const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval coefficient_of_variation(std::span<const Interval> levels, int ddof = 0,
                                                const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd coefficient_of_variation_rows(const PanelRef& levels, int ddof,
                                                           const PanelRef& population);

/// Williamson's coefficient of differences between places: sqrt(sum of p (y - m)^2) / m, where p is a place's share of
/// the population, y its level per head and m that of all.
///
/// Source: Williamson (1965), Economic Development and Cultural Change 13(4, part 2), 1-84, who calls it V_w.
[[nodiscard]] double williamson(const ArrayRef& levels, const ArrayRef& population);
[[nodiscard]] Interval williamson(std::span<const Interval> levels, const ArrayRef& population);
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd williamson_rows(const PanelRef& levels, const PanelRef& population);

/// Highest level over lowest (最高最低倍差). All levels must be positive; any number of intervals.
[[nodiscard]] double max_min_ratio(const ArrayRef& levels);
[[nodiscard]] Interval max_min_ratio(std::span<const Interval> levels);
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd max_min_ratio_rows(const PanelRef& levels);

/// Quintile share ratio (S80/S20): income of the richest fifth of the population over that of the poorest.
///
/// A group that a limit of the fifths falls into is split in proportion. Groups larger than a fifth therefore give a
/// lower bound, as do group means anyway.
/// @throws DomainError  also when the poorest fifth has no income.
/// Source: Eurostat, income quintile share ratio (S80/S20).
[[nodiscard]] double quintile_share_ratio(const ArrayRef& mean_income,
                                          const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval quintile_share_ratio(std::span<const Interval> mean_income,
                                            const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd quintile_share_ratio_rows(const PanelRef& mean_income, const PanelRef& population);

/// Palma ratio: income of the richest tenth of the population over that of the poorest four tenths; as
/// `quintile_share_ratio`. Quintile groups do not show the richest tenth: they give a lower bound.
///
/// Source: Cobham and Sumner (2013), Center for Global Development, Working Paper 343, after Palma (2011).
[[nodiscard]] double palma_ratio(const ArrayRef& mean_income, const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval palma_ratio(std::span<const Interval> mean_income,
                                   const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd palma_ratio_rows(const PanelRef& mean_income, const PanelRef& population);

/// Generalised entropy GE(alpha): (sum of p (y / m)^alpha - 1) / (alpha (alpha - 1)); with limits at 0, mean
/// logarithmic deviation (Theil L), and 1, Theil T.
///
/// @param mean_income  not negative; positive for alpha of 0 and below, where an income of 0 makes it infinite.
/// @param alpha        any number: the larger, the more differences at the top count.
/// Source: Shorrocks (1980), Econometrica 48, 613-625; Cowell (2011), Measuring Inequality.
[[nodiscard]] double generalised_entropy(const ArrayRef& mean_income, double alpha,
                                         const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval generalised_entropy(std::span<const Interval> mean_income, double alpha,
                                           const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd generalised_entropy_rows(const PanelRef& mean_income, double alpha,
                                                      const PanelRef& population);

/// Atkinson index: 1 - (sum of p (y / m)^(1 - epsilon))^(1 / (1 - epsilon)); at 1 with its limit, 1 less the geometric
/// mean over the mean.
///
/// It is the part of all income that could be spared if the rest were spread evenly and welfare stayed the same.
/// @param mean_income  not negative; positive for epsilon of 1 and above.
/// @param epsilon      aversion to inequality, 0 or above.
/// Source: Atkinson (1970), Journal of Economic Theory 2, 244-263.
[[nodiscard]] double atkinson(const ArrayRef& mean_income, double epsilon,
                              const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval atkinson(std::span<const Interval> mean_income, double epsilon,
                                const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row.
[[nodiscard]] Eigen::ArrayXd atkinson_rows(const PanelRef& mean_income, double epsilon, const PanelRef& population);

/// Points of a Lorenz curve, from (0, 0) to (1, 1), one behind each group from the poorest to the richest.
struct LorenzCurve {
  Eigen::ArrayXd population;  ///< share of the population up to each point; n + 1 numbers
  Eigen::ArrayXd income;      ///< share of income up to each point; n + 1 numbers
  /// Position of the group that ends at each point but the first; n numbers.
  std::vector<Eigen::Index> order;
};

/// The Lorenz curve: the share of income that the poorest share of the population has.
///
/// It lies on or below the diagonal and bends upwards; twice the area between both is the Gini coefficient of the
/// groups. Groups of one mean keep their order.
/// Source: Lorenz (1905), Publications of the American Statistical Association 9, 209-219.
[[nodiscard]] LorenzCurve lorenz_curve(const ArrayRef& mean_income,
                                       const ArrayRef& population = Eigen::ArrayXd::Ones(1));

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/distribution.ipp>
#endif
