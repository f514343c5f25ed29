#pragma once

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>

/// Scores of forecasts of one number, in its unit; 0 is perfect, smaller is better.
///
/// The forms of each function and their errors are those of growth.hpp, without intervals.
namespace shengzhou_report {

/// Pinball loss of a quantile forecast: (probability - 1{observation < quantile}) (observation - quantile).
///
/// Without the factor 2 that scoringutils and fabletools put in, so twice its mean over all probabilities is the CRPS.
/// Source: Koenker and Bassett (1978), "Regression quantiles", Econometrica 46, doi 10.2307/1913643.
[[nodiscard]] double pinball_loss(double observation, double quantile, double probability);
[[nodiscard]] Eigen::ArrayXd pinball_loss(const ArrayRef& observation, const ArrayRef& quantile,
                                          const ArrayRef& probability);

/// Continuous ranked probability score of a normal forecast: sd (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), where
/// z = (observation - mean) / sd.
///
/// A certain forecast, sd = 0, has the score |observation - mean|.
/// Source: Gneiting, Raftery, Westveld, Goldman (2005), Monthly Weather Review 133, doi 10.1175/MWR2904.1.
[[nodiscard]] double crps_normal(double observation, double mean, double sd);
[[nodiscard]] Eigen::ArrayXd crps_normal(const ArrayRef& observation, const ArrayRef& mean, const ArrayRef& sd);

/// Continuous ranked probability score of the empirical distribution of a sample: E|X - observation| - E|X - X'| / 2.
///
/// Takes time n log n. Source: Gneiting and Raftery (2007), "Strictly proper scoring rules", JASA 102, equation 21,
/// doi 10.1198/016214506000001437.
/// @throws DomainError  also when the sample is empty.
[[nodiscard]] double crps_sample(double observation, const ArrayRef& sample);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/score.ipp>
#endif
