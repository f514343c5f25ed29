#pragma once

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>

/// Closed forms of uncertain growth: what scenario.hpp simulates, where shocks are normal and do not persist.
///
/// The logarithm of a growth factor is normal with mean ln(1 + growth), so that `growth` is the median rate, and
/// standard deviation `volatility`; periods are independent. The forms of each function and their errors are those of
/// growth.hpp, without intervals. Source of the formulas without another one: a sum of independent normals is normal.
namespace shengzhou_report {

/// Quantile of the standard normal distribution; `probability` lies between 0 and 1, exclusive.
[[nodiscard]] double normal_quantile(double probability);
[[nodiscard]] Eigen::ArrayXd normal_quantile(const ArrayRef& probability);

/// Quantile of a level after some periods: start (1 + growth)^periods exp(volatility sqrt(periods) z).
[[nodiscard]] double level_quantile(double start, double growth, double volatility, double periods, double probability);
[[nodiscard]] Eigen::ArrayXd level_quantile(const ArrayRef& start, const ArrayRef& growth, const ArrayRef& volatility,
                                            const ArrayRef& periods, const ArrayRef& probability);

/// Probability that growth in one period is at least `bound`: Phi((ln(1 + growth) - ln(1 + bound)) / volatility).
///
/// Without volatility it is 1 or 0.
[[nodiscard]] double growth_probability(double growth, double volatility, double bound);
[[nodiscard]] Eigen::ArrayXd growth_probability(const ArrayRef& growth, const ArrayRef& volatility,
                                                const ArrayRef& bound);

/// Probability that a ratio falls in each of `periods` periods: Phi((ln b - ln a) / s)^periods, where a and b are the
/// growth factors and s the standard deviation of the logarithm of the ratio's factor.
[[nodiscard]] double narrowing_probability(double urban_growth, double rural_growth, double urban_volatility,
                                           double rural_volatility, double correlation, double periods);
[[nodiscard]] Eigen::ArrayXd narrowing_probability(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                                   const ArrayRef& urban_volatility, const ArrayRef& rural_volatility,
                                                   const ArrayRef& correlation, const ArrayRef& periods);

/// Probability that a ratio is at or below `target` after `periods` periods.
[[nodiscard]] double ratio_probability(double ratio, double urban_growth, double rural_growth, double urban_volatility,
                                       double rural_volatility, double correlation, double target, double periods);
[[nodiscard]] Eigen::ArrayXd ratio_probability(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                               const ArrayRef& rural_growth, const ArrayRef& urban_volatility,
                                               const ArrayRef& rural_volatility, const ArrayRef& correlation,
                                               const ArrayRef& target, const ArrayRef& periods);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/forecast.ipp>
#endif
