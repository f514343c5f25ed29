#pragma once

#include <array>
#include <cmath>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/normal.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// Phi(distance / deviation); without deviation 1 where the distance is not negative, else 0.
[[nodiscard]] inline double lead_probability(double distance, double deviation) {
  if (deviation == 0) return distance >= -tolerance ? 1 : 0;
  return normal_probability(distance / deviation);
}

struct NormalQuantile {
  static constexpr const char* name = "normal_quantile";
  static constexpr std::array parameters{Parameter{"probability", Domain::probability}};
  static double value(double probability) {
    // In the lower half, where erfc keeps its relative accuracy.
    if (probability > 0.5) return -value(1 - probability);
    if (probability == 0.5) return 0;
    // Hastings (1955), as Abramowitz and Stegun 26.2.23: to 4.5e-4. Halley's steps treble the digits.
    const double t = std::sqrt(-2 * std::log(probability));
    double z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    for (int step = 0; step < 3; ++step) {
      const double excess = normal_probability(z) / probability - 1;
      const double slope = 0.39894228040143267794 * std::exp(-z * z / 2) / probability;
      const double newton = excess / slope;
      z -= newton / (1 + z * newton / 2);
    }
    return z;
  }
};

struct LevelQuantile {
  static constexpr const char* name = "level_quantile";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"growth", Domain::rate},
                                         Parameter{"volatility", Domain::deviation},
                                         Parameter{"periods", Domain::level},
                                         Parameter{"probability", Domain::probability}};
  static double value(double start, double growth, double volatility, double periods, double probability) {
    const double deviation = volatility * std::sqrt(periods) * NormalQuantile::value(probability);
    return start * std::exp(periods * std::log1p(growth) + deviation);
  }
};

struct GrowthProbability {
  static constexpr const char* name = "growth_probability";
  static constexpr std::array parameters{Parameter{"growth", Domain::rate}, Parameter{"volatility", Domain::deviation},
                                         Parameter{"bound", Domain::rate}};
  static double value(double growth, double volatility, double bound) {
    return lead_probability(std::log1p(growth) - std::log1p(bound), volatility);
  }
};

/// Standard deviation of the difference of two correlated normals.
[[nodiscard]] inline double difference_deviation(double a, double b, double correlation) {
  // The first form has no cancellation.
  return std::sqrt((a - b) * (a - b) + 2 * (1 - correlation) * a * b);
}

struct NarrowingProbability {
  static constexpr const char* name = "narrowing_probability";
  static constexpr std::array parameters{
      Parameter{"urban_growth", Domain::rate},          Parameter{"rural_growth", Domain::rate},
      Parameter{"urban_volatility", Domain::deviation}, Parameter{"rural_volatility", Domain::deviation},
      Parameter{"correlation", Domain::correlation},    Parameter{"periods", Domain::level}};
  static double value(double urban_growth, double rural_growth, double urban_volatility, double rural_volatility,
                      double correlation, double periods) {
    const double lead = std::log1p(rural_growth) - std::log1p(urban_growth);
    const double deviation = difference_deviation(urban_volatility, rural_volatility, correlation);
    // A certain ratio that stays as it is does not fall.
    if (deviation == 0) return lead > 0 || periods == 0 ? 1 : 0;
    return std::pow(lead_probability(lead, deviation), periods);
  }
};

struct RatioProbability {
  static constexpr const char* name = "ratio_probability";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level},       Parameter{"urban_growth", Domain::rate},
      Parameter{"rural_growth", Domain::rate},          Parameter{"urban_volatility", Domain::deviation},
      Parameter{"rural_volatility", Domain::deviation}, Parameter{"correlation", Domain::correlation},
      Parameter{"target", Domain::positive_level},      Parameter{"periods", Domain::level}};
  static double value(double ratio, double urban_growth, double rural_growth, double urban_volatility,
                      double rural_volatility, double correlation, double target, double periods) {
    const double lead = std::log1p(rural_growth) - std::log1p(urban_growth);
    const double deviation = difference_deviation(urban_volatility, rural_volatility, correlation);
    return lead_probability(log_ratio(target, ratio) + periods * lead, deviation * std::sqrt(periods));
  }
};

SHENGZHOU_REPORT_DEFINE(NormalQuantile);
SHENGZHOU_REPORT_DEFINE(LevelQuantile);
SHENGZHOU_REPORT_DEFINE(GrowthProbability);
SHENGZHOU_REPORT_DEFINE(NarrowingProbability);
SHENGZHOU_REPORT_DEFINE(RatioProbability);

}  // namespace detail::formula

}  // namespace shengzhou_report
