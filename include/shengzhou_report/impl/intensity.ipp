#pragma once

#include <array>

#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/intensity.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct IntensityGrowth {
  static constexpr const char* name = "intensity_growth";
  static constexpr std::array parameters{Parameter{"use_growth", Domain::rate},
                                         Parameter{"output_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double use_growth, double output_growth) {
    return (1 + use_growth) / (1 + output_growth) - 1;
  }
};

struct UseGrowthRoom {
  static constexpr const char* name = "use_growth_room";
  static constexpr std::array parameters{Parameter{"output_growth", Domain::rate},
                                         Parameter{"intensity_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double output_growth, double intensity_growth) {
    return (1 + output_growth) * (1 + intensity_growth) - 1;
  }
};

struct UseRoom {
  static constexpr const char* name = "use_room";
  static constexpr std::array parameters{Parameter{"use", Domain::level}, UseGrowthRoom::parameters[0],
                                         UseGrowthRoom::parameters[1]};
  SHENGZHOU_REPORT_FLATTEN static double value(double use, double output_growth, double intensity_growth) {
    return use * ((1 + output_growth) * (1 + intensity_growth));
  }
};

struct OutputGrowthRoom {
  static constexpr const char* name = "output_growth_room";
  static constexpr std::array parameters{Parameter{"use_growth", Domain::rate},
                                         Parameter{"intensity_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double use_growth, double intensity_growth) {
    return IntensityGrowth::value(use_growth, intensity_growth);
  }
};

struct Elasticity {
  static constexpr const char* name = "elasticity";
  static constexpr const char* reason = "output may not have grown, and growth over no growth is undefined";
  static constexpr std::array parameters{Parameter{"growth", Domain::rate}, Parameter{"output_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double growth, double output_growth) { return growth / output_growth; }
  static Interval range(const Interval& growth, const Interval& output_growth) {
    if (output_growth.contains(0.0)) reject_result<Elasticity>(growth, output_growth);
    return on_intervals<Elasticity>(growth, output_growth);
  }
};

SHENGZHOU_REPORT_DEFINE(IntensityGrowth);
SHENGZHOU_REPORT_DEFINE(UseGrowthRoom);
SHENGZHOU_REPORT_DEFINE(UseRoom);
SHENGZHOU_REPORT_DEFINE(OutputGrowthRoom);
SHENGZHOU_REPORT_DEFINE(Elasticity);

}  // namespace detail::formula

}  // namespace shengzhou_report
