#pragma once

// When the ratio has come down to a target, to its square root, or to 1, where the gap is closed.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <type_traits>

#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/income_gap/paths.ipp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// ln(b/a), the speed at which the logarithm of the ratio falls.
template <class Functions = Everywhere>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double narrowing_speed(double urban_growth, double rural_growth) {
  const double excess = (rural_growth - urban_growth) / (1 + urban_growth);
  if constexpr (std::is_same_v<Functions, Everywhere>) {
    return urban_growth == infinity ? -infinity : Functions::logarithm1p(excess);
  } else {
    // Of growth so different that rounding leaves -1.
    const auto none_left = std::bit_cast<std::uint64_t>(excess + (1 - 0x1p-53));
    return or_nan(none_left, Functions::logarithm1p(excess));
  }
}

struct YearsToRatio : Covering<YearsToRatio> {
  static constexpr const char* name = "years_to_ratio";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"urban_growth", Domain::rate},
      Parameter{"rural_growth", Domain::rate}, Parameter{"target", Domain::positive_level}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double distance(double ratio, double, double, double target) {
    return log_ratio<Functions>(ratio, target);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double speed(double, double urban_growth, double rural_growth, double) {
    return narrowing_speed<Functions>(urban_growth, rural_growth);
  }
};

struct YearsToRatioOnPath {
  static constexpr const char* name = "years_to_ratio_on_path";
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level},
                                         Parameter{"target", Domain::positive_level}};
  struct Year : YearlyGrowth {
    static constexpr const char* name = YearsToRatioOnPath::name;
  };
  static Crossing value(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth, double target) {
    double distance = log_ratio(ratio, target);
    Crossing crossing = cover(distance, 0);
    broadcast_each(
        [&](Eigen::Index year, double urban, double rural) {
          if (crossing.reach != Reach::never) return;
          const double speed = narrowing_speed(urban, rural);
          if (distance - speed <= tolerance) {
            // The start of the year is not enough, however fast the year is.
            const auto start = static_cast<double>(year);
            const double time = start + std::min(1.0, cover(distance, speed).periods);
            crossing = {Reach::reached, std::max(time, std::nextafter(start, infinity))};
          }
          distance -= speed;
        },
        urban_growth, rural_growth);
    return crossing;
  }
};

struct GapClose : Covering<GapClose> {
  static constexpr const char* name = "gap_close";
  static constexpr std::array parameters{
      Parameter{"urban", Domain::positive_level}, Parameter{"rural", Domain::positive_level},
      Parameter{"urban_growth", Domain::rate}, Parameter{"rural_growth", Domain::rate}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double distance(double urban, double rural, double, double) {
    return log_ratio<Functions>(urban, rural);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double speed(double, double, double urban_growth, double rural_growth) {
    return narrowing_speed<Functions>(urban_growth, rural_growth);
  }
};

struct RatioHalfLife : Covering<RatioHalfLife> {
  static constexpr const char* name = "ratio_half_life";
  static constexpr std::array parameters{Parameter{"ratio", Domain::leading_ratio},
                                         Parameter{"urban_growth", Domain::rate},
                                         Parameter{"rural_growth", Domain::rate}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double distance(double ratio, double, double) {
    return Functions::logarithm(ratio) / 2;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double speed(double, double urban_growth, double rural_growth) {
    return narrowing_speed<Functions>(urban_growth, rural_growth);
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Crossing years_to_ratio(double ratio, double urban_growth, double rural_growth, double target) {
  return detail::formula::crossing_on_numbers<detail::formula::YearsToRatio>(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE Crossings years_to_ratio(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                 const ArrayRef& rural_growth, const ArrayRef& target) {
  return detail::formula::crossing_on_arrays<detail::formula::YearsToRatio>(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE CrossingRange years_to_ratio(const Interval& ratio, const Interval& urban_growth,
                                                     const Interval& rural_growth, const Interval& target) {
  using detail::formula::YearsToRatio;
  detail::formula::require_box<YearsToRatio>(ratio, urban_growth, rural_growth, target);
  return {YearsToRatio::value(ratio.lower(), urban_growth.lower(), rural_growth.upper(), target.upper()),
          YearsToRatio::value(ratio.upper(), urban_growth.upper(), rural_growth.lower(), target.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing years_to_ratio_on_path(double ratio, const ArrayRef& urban_growth,
                                                        const ArrayRef& rural_growth, double target) {
  using detail::formula::YearsToRatioOnPath;
  detail::formula::require<YearsToRatioOnPath>(ratio, target);
  detail::formula::require_years<YearsToRatioOnPath::Year>(urban_growth, rural_growth);
  return YearsToRatioOnPath::value(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE CrossingRange years_to_ratio_on_path(const Interval& ratio,
                                                             std::span<const Interval> urban_growth,
                                                             std::span<const Interval> rural_growth,
                                                             const Interval& target) {
  using detail::formula::lower_ends, detail::formula::upper_ends, detail::formula::YearsToRatioOnPath;
  detail::formula::require_box<YearsToRatioOnPath>(ratio, target);
  detail::formula::require_years<YearsToRatioOnPath::Year>(urban_growth, rural_growth);
  return {YearsToRatioOnPath::value(ratio.lower(), lower_ends(urban_growth), upper_ends(rural_growth), target.upper()),
          YearsToRatioOnPath::value(ratio.upper(), upper_ends(urban_growth), lower_ends(rural_growth), target.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing gap_close(double urban, double rural, double urban_growth, double rural_growth) {
  return detail::formula::crossing_on_numbers<detail::formula::GapClose>(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Crossings gap_close(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                            const ArrayRef& rural_growth) {
  return detail::formula::crossing_on_arrays<detail::formula::GapClose>(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE CrossingRange gap_close(const Interval& urban, const Interval& rural,
                                                const Interval& urban_growth, const Interval& rural_growth) {
  using detail::formula::GapClose;
  detail::formula::require_box<GapClose>(urban, rural, urban_growth, rural_growth);
  return {GapClose::value(urban.lower(), rural.upper(), urban_growth.lower(), rural_growth.upper()),
          GapClose::value(urban.upper(), rural.lower(), urban_growth.upper(), rural_growth.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing ratio_half_life(double ratio, double urban_growth, double rural_growth) {
  return detail::formula::crossing_on_numbers<detail::formula::RatioHalfLife>(ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Crossings ratio_half_life(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                  const ArrayRef& rural_growth) {
  return detail::formula::crossing_on_arrays<detail::formula::RatioHalfLife>(ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE CrossingRange ratio_half_life(const Interval& ratio, const Interval& urban_growth,
                                                      const Interval& rural_growth) {
  using detail::formula::RatioHalfLife;
  detail::formula::require_box<RatioHalfLife>(ratio, urban_growth, rural_growth);
  return {RatioHalfLife::value(ratio.lower(), urban_growth.lower(), rural_growth.upper()),
          RatioHalfLife::value(ratio.upper(), urban_growth.upper(), rural_growth.lower())};
}

}  // namespace shengzhou_report
