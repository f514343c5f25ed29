#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/normal.hpp>
#include <shengzhou_report/score.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct PinballLoss {
  static constexpr const char* name = "pinball_loss";
  static constexpr std::array parameters{Parameter{"observation", Domain::number},
                                         Parameter{"quantile", Domain::number},
                                         Parameter{"probability", Domain::probability}};
  static double value(double observation, double quantile, double probability) {
    const double excess = observation - quantile;
    return excess < 0 ? (probability - 1) * excess : probability * excess;
  }
};

struct CrpsNormal {
  static constexpr const char* name = "crps_normal";
  static constexpr std::array parameters{Parameter{"observation", Domain::number}, Parameter{"mean", Domain::number},
                                         Parameter{"sd", Domain::deviation}};
  static double value(double observation, double mean, double sd) {
    if (sd == 0) return std::abs(observation - mean);
    const double z = (observation - mean) / sd;
    const double density = 0.39894228040143267794 * std::exp(-z * z / 2);
    return sd * (z * (2 * normal_probability(z) - 1) + 2 * density - 0.56418958354775628695);
  }
};

struct CrpsSample {
  static constexpr const char* name = "crps_sample";
  static constexpr std::array parameters{Parameter{"observation", Domain::number}, Parameter{"sample", Domain::number}};
};

SHENGZHOU_REPORT_DEFINE(PinballLoss);
SHENGZHOU_REPORT_DEFINE(CrpsNormal);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double crps_sample(double observation, const ArrayRef& sample) {
  using Formula = detail::formula::CrpsSample;
  if (sample.size() == 0) throw DomainError("crps_sample: sample is empty");
  for (const double x : sample) detail::formula::require<Formula>(observation, x);
  Eigen::ArrayXd sorted = sample;
  std::sort(sorted.begin(), sorted.end());
  // E|X - X'| is a sum over the ordered sample, in which the i-th of n has weight 2 i - n + 1.
  const auto n = static_cast<double>(sorted.size());
  double distance = 0;
  double spread = 0;
  for (Eigen::Index i = 0; i < sorted.size(); ++i) {
    distance += std::abs(sorted[i] - observation);
    spread += (2 * static_cast<double>(i) - n + 1) * (sorted[i] - observation);
  }
  const double score = distance / n - spread / (n * n);
  if (!std::isfinite(score)) throw DomainError("crps_sample: the result is too large for a double");
  return std::max(score, 0.0);
}

}  // namespace shengzhou_report
