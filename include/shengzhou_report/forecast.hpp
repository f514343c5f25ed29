#pragma once

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>

/// Closed forms of uncertain growth: what scenario.hpp simulates, where shocks are normal and do not persist.
///
/// The logarithm of a growth factor is normal with mean ln(1 + growth), so that `growth` is the median rate, and
/// standard deviation `volatility`; periods are independent. The forms of each function and their errors are those of
/// growth.hpp, without intervals. Source of the formulas without another one: a sum of independent normals is normal.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(NormalQuantile);
SHENGZHOU_REPORT_DECLARE(LevelQuantile);
SHENGZHOU_REPORT_DECLARE(GrowthProbability);
SHENGZHOU_REPORT_DECLARE(NarrowingProbability);
SHENGZHOU_REPORT_DECLARE(RatioProbability);
}  // namespace detail::formula

/// Quantile of the standard normal distribution; `probability` lies between 0 and 1, exclusive.
inline constexpr Elementwise<detail::formula::NormalQuantile, 0, 1> normal_quantile{};

/// Quantile of a level after some periods: start (1 + growth)^periods exp(volatility sqrt(periods) z).
inline constexpr Elementwise<detail::formula::LevelQuantile, 0, 5> level_quantile{};

/// Probability that growth in one period is at least `bound`: Phi((ln(1 + growth) - ln(1 + bound)) / volatility).
///
/// Without volatility it is 1 or 0.
inline constexpr Elementwise<detail::formula::GrowthProbability, 0, 3> growth_probability{};

/// Probability that a ratio falls in each of `periods` periods: Phi((ln b - ln a) / s)^periods, where a and b are the
/// growth factors and s the standard deviation of the logarithm of the ratio's factor.
inline constexpr Elementwise<detail::formula::NarrowingProbability, 0, 6> narrowing_probability{};

/// Probability that a ratio is at or below `target` after `periods` periods.
inline constexpr Elementwise<detail::formula::RatioProbability, 0, 8> ratio_probability{};

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/forecast.ipp>
#endif
