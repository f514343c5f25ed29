#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

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

struct IntervalScore {
  static constexpr const char* name = "interval_score";
  static constexpr std::array parameters{Parameter{"observation", Domain::number}, Parameter{"lower", Domain::number},
                                         Parameter{"upper", Domain::number},
                                         Parameter{"coverage", Domain::probability}};
  static constexpr const char* reason = "needs lower <= upper, and a result within the range of a double";
  static double value(double observation, double lower, double upper, double coverage) {
    const double outside = std::max(0.0, std::max(lower - observation, observation - upper));
    const double score = (upper - lower) + 2 * outside / (1 - coverage);
    return lower <= upper ? score : std::numeric_limits<double>::quiet_NaN();
  }
};

struct PitNormal {
  static constexpr const char* name = "pit_normal";
  static constexpr std::array parameters{Parameter{"observation", Domain::number}, Parameter{"mean", Domain::number},
                                         Parameter{"sd", Domain::deviation}};
  static double value(double observation, double mean, double sd) {
    if (sd == 0) return observation >= mean ? 1 : 0;
    return normal_probability((observation - mean) / sd);
  }
};

struct CrpsSample {
  static constexpr const char* name = "crps_sample";
  static constexpr std::array parameters{Parameter{"observation", Domain::number}, Parameter{"sample", Domain::number}};
};

struct PitSample {
  static constexpr const char* name = "pit_sample";
  static constexpr std::array parameters = CrpsSample::parameters;
};

/// Throws unless there is a sample, of finite numbers like the observation.
template <class Formula>
void require_sample(double observation, const ArrayRef& sample) {
  if (sample.size() == 0) throw DomainError(std::string(Formula::name) + ": sample is empty");
  for (const double x : sample) require<Formula>(observation, x);
}

SHENGZHOU_REPORT_DEFINE(PinballLoss);
SHENGZHOU_REPORT_DEFINE(CrpsNormal);
SHENGZHOU_REPORT_DEFINE(IntervalScore);
SHENGZHOU_REPORT_DEFINE(PitNormal);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double crps_sample(double observation, const ArrayRef& sample) {
  detail::formula::require_sample<detail::formula::CrpsSample>(observation, sample);
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

SHENGZHOU_REPORT_INLINE double pit_sample(double observation, const ArrayRef& sample) {
  detail::formula::require_sample<detail::formula::PitSample>(observation, sample);
  const auto below = static_cast<double>((sample < observation).count());
  const auto equal = static_cast<double>((sample == observation).count());
  return (below + equal / 2) / static_cast<double>(sample.size());
}

}  // namespace shengzhou_report
