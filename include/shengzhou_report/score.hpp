#pragma once

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>

/// Scores of forecasts of one number, in its unit, of which 0 is perfect and smaller is better; and where the outcome
/// lies within the forecast (probability integral transform).
///
/// The forms of each function and their errors are those of growth.hpp, without intervals.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(PinballLoss);
SHENGZHOU_REPORT_DECLARE(CrpsNormal);
SHENGZHOU_REPORT_DECLARE(IntervalScore);
SHENGZHOU_REPORT_DECLARE(PitNormal);
}  // namespace detail::formula

/// Pinball loss of a quantile forecast: (probability - 1{observation < quantile}) (observation - quantile).
///
/// Without the factor 2 that scoringutils and fabletools put in, so twice its mean over all probabilities is the CRPS.
/// Source: Koenker and Bassett (1978), "Regression quantiles", Econometrica 46, doi 10.2307/1913643.
inline constexpr Elementwise<detail::formula::PinballLoss, 0, 3> pinball_loss{};

/// Continuous ranked probability score of a normal forecast: sd (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), where
/// z = (observation - mean) / sd.
///
/// A certain forecast, sd = 0, has the score |observation - mean|.
/// Source: Gneiting, Raftery, Westveld, Goldman (2005), Monthly Weather Review 133, doi 10.1175/MWR2904.1.
inline constexpr Elementwise<detail::formula::CrpsNormal, 0, 3> crps_normal{};

/// Continuous ranked probability score of the empirical distribution of a sample: E|X - observation| - E|X - X'| / 2.
///
/// Takes time n log n. Source: Gneiting and Raftery (2007), "Strictly proper scoring rules", JASA 102, equation 21,
/// doi 10.1198/016214506000001437.
/// @throws DomainError  also when the sample is empty.
[[nodiscard]] double crps_sample(double observation, const ArrayRef& sample);

/// Interval score of a central interval that is to hold the outcome with probability `coverage` = 1 - alpha:
/// (upper - lower) + 2/alpha times how far the observation lies outside.
///
/// Strictly proper for the two quantiles: alpha / 4 of it is the mean of their pinball losses.
/// Source: Gneiting and Raftery (2007), "Strictly proper scoring rules", JASA 102, equation 43.
/// @throws DomainError  also when lower > upper.
inline constexpr Elementwise<detail::formula::IntervalScore, 0, 4> interval_score{};

/// Probability integral transform under a normal forecast: Phi((observation - mean) / sd); for sd = 0 it is 1 or 0.
///
/// Uniform over many forecasts that are right. Source: Dawid (1984), "Statistical theory: the prequential approach",
/// JRSS A 147, doi 10.2307/2981683; Gneiting, Balabdaoui, Raftery (2007), JRSS B 69, doi
/// 10.1111/j.1467-9868.2007.00587.x.
inline constexpr Elementwise<detail::formula::PitNormal, 0, 3> pit_normal{};

/// Probability integral transform under the empirical distribution of a sample: the share of it that lies below the
/// observation, and half of what equals it.
///
/// @throws DomainError  also when the sample is empty.
[[nodiscard]] double pit_sample(double observation, const ArrayRef& sample);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/score.ipp>
#endif
