#pragma once

// The ratio and the gap, and the growth that a target for the ratio asks for.

#include <array>

#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct IncomeRatio {
  static constexpr const char* name = "income_ratio";
  static constexpr std::array parameters{Parameter{"urban", Domain::level}, Parameter{"rural", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural) { return urban / rural; }
};

struct IncomeGap {
  static constexpr const char* name = "income_gap";
  static constexpr std::array parameters{Parameter{"urban", Domain::level}, Parameter{"rural", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural) { return urban - rural; }
};

struct RequiredDifferential : TwoSteps<RequiredDifferential> {
  static constexpr const char* name = "required_differential";
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level},
                                         Parameter{"target", Domain::positive_level},
                                         Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double target, double years) {
    return Functions::logarithm(ratio / target) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double, double) {
    return Functions::exponential(yearly) - 1;
  }
};

struct RequiredRuralGrowth : TwoSteps<RequiredRuralGrowth> {
  static constexpr const char* name = "required_rural_growth";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"urban_growth", Domain::rate},
      Parameter{"target", Domain::positive_level}, Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double, double target, double years) {
    return Functions::logarithm(ratio / target) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double urban_growth, double, double) {
    return (1 + urban_growth) * Functions::exponential(yearly) - 1;
  }
};

struct RequiredUrbanGrowth : TwoSteps<RequiredUrbanGrowth> {
  static constexpr const char* name = "required_urban_growth";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"rural_growth", Domain::rate},
      Parameter{"target", Domain::positive_level}, Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double, double target, double years) {
    return Functions::logarithm(target / ratio) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double rural_growth, double, double) {
    return (1 + rural_growth) * Functions::exponential(yearly) - 1;
  }
};

struct GapThreshold {
  static constexpr const char* name = "gap_threshold";
  static constexpr std::array parameters{Parameter{"ratio", Domain::level}, Parameter{"urban_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ratio, double urban_growth) { return ratio * urban_growth; }
};

SHENGZHOU_REPORT_DEFINE(IncomeRatio);
SHENGZHOU_REPORT_DEFINE(IncomeGap);
SHENGZHOU_REPORT_DEFINE(RequiredDifferential);
SHENGZHOU_REPORT_DEFINE(RequiredRuralGrowth);
SHENGZHOU_REPORT_DEFINE(RequiredUrbanGrowth);
SHENGZHOU_REPORT_DEFINE(GapThreshold);

}  // namespace detail::formula

}  // namespace shengzhou_report
