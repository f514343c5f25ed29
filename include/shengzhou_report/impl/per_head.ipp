#pragma once

#include <array>

#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/per_head.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct MeanPopulation {
  static constexpr const char* name = "mean_population";
  static constexpr std::array parameters{Parameter{"population_start", Domain::positive},
                                         Parameter{"population_end", Domain::positive}};
  SHENGZHOU_REPORT_FLATTEN static double value(double population_start, double population_end) {
    return 0.5 * population_start + 0.5 * population_end;
  }
};

struct PerHead {
  static constexpr const char* name = "per_head";
  static constexpr std::array parameters{Parameter{"total", Domain::level}, MeanPopulation::parameters[0],
                                         MeanPopulation::parameters[1]};
  SHENGZHOU_REPORT_FLATTEN static double value(double total, double population_start, double population_end) {
    return total / MeanPopulation::value(population_start, population_end);
  }
};

struct PerHeadGrowth {
  static constexpr const char* name = "per_head_growth";
  static constexpr std::array parameters{Parameter{"growth", Domain::rate},
                                         Parameter{"population_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double growth, double population_growth) {
    return (1 + growth) / (1 + population_growth) - 1;
  }
};

struct ImpliedPopulation {
  static constexpr const char* name = "implied_population";
  static constexpr std::array parameters{Parameter{"total", Domain::level}, Parameter{"per_head", Domain::positive}};
  SHENGZHOU_REPORT_FLATTEN static double value(double total, double per_head) { return total / per_head; }
};

SHENGZHOU_REPORT_DEFINE(MeanPopulation);
SHENGZHOU_REPORT_DEFINE(PerHead);
SHENGZHOU_REPORT_DEFINE(PerHeadGrowth);
SHENGZHOU_REPORT_DEFINE(ImpliedPopulation);

}  // namespace detail::formula

}  // namespace shengzhou_report
