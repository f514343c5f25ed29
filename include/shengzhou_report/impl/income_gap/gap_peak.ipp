#pragma once

// When the gap turns from rising to falling.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <ostream>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/income_gap/crossings.ipp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct GapPeakFormula {
  static constexpr const char* name = "gap_peak";
  static constexpr std::array parameters = GapClose::parameters;

  /// When urban_pull * urban income first is at most rural_pull * rural income. For the yearly figures the pulls are
  /// the growth rates, in continuous time the logarithms of the growth factors.
  static Crossing balance(double log_start, double urban_pull, double rural_pull, double speed) {
    if (urban_pull <= 0 && rural_pull >= 0) return {Reach::already, 0};
    if (urban_pull >= 0 && rural_pull <= 0) return {Reach::never, infinity};
    const double distance = log_start + log_ratio(urban_pull, rural_pull);
    return urban_pull > 0 ? cover(distance, speed) : cover(-distance, -speed);
  }

  static GapPeak value(double urban, double rural, double urban_growth, double rural_growth) {
    const double start = log_ratio(urban, rural);
    const double speed = narrowing_speed(urban_growth, rural_growth);
    const Crossing yearly = balance(start, urban_growth, rural_growth, speed);
    if (yearly.reach == Reach::never) {
      return {Reach::never, infinity, std::numeric_limits<std::int64_t>::max(), infinity};
    }
    const Crossing continuous = balance(start, std::log1p(urban_growth), std::log1p(rural_growth), speed);
    const double time = continuous.reach == Reach::reached ? continuous.periods : 0;
    const std::int64_t year = yearly.whole_periods();
    const auto years = static_cast<double>(year);
    const double gap = urban * std::pow(1 + urban_growth, years) - rural * std::pow(1 + rural_growth, years);
    // Only two growing incomes can overflow, and at a turning point urban income is then the higher one.
    return {yearly.reach, time, year, std::isfinite(gap) ? gap : infinity};
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const GapPeak& peak) {
  out << to_string(peak.reach);
  if (peak.reach == Reach::never) return out;
  return out << " in year " << peak.year << " (time " << detail::format_double(peak.time) << ", gap "
             << detail::format_double(peak.gap) << ")";
}

SHENGZHOU_REPORT_INLINE Certainty GapPeakRange::reached() const noexcept {
  if (latest.reach != Reach::never) return Certainty::certain;
  return earliest.reach != Reach::never ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const GapPeakRange& range) {
  return out << "earliest: " << range.earliest << ", latest: " << range.latest;
}

SHENGZHOU_REPORT_INLINE GapPeak gap_peak(double urban, double rural, double urban_growth, double rural_growth) {
  using detail::formula::GapPeakFormula;
  detail::formula::require<GapPeakFormula>(urban, rural, urban_growth, rural_growth);
  return GapPeakFormula::value(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE GapPeaks gap_peak(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                          const ArrayRef& rural_growth) {
  const Eigen::Index size = broadcast_size({urban.size(), rural.size(), urban_growth.size(), rural_growth.size()});
  GapPeaks peaks;
  peaks.reach.resize(size);
  peaks.time.resize(size);
  peaks.year.resize(size);
  peaks.gap.resize(size);
  broadcast_each(
      [&](Eigen::Index i, auto... x) {
        const GapPeak peak = gap_peak(x...);
        peaks.reach[i] = static_cast<std::int8_t>(peak.reach);
        peaks.time[i] = peak.time;
        peaks.year[i] = peak.year;
        peaks.gap[i] = peak.gap;
      },
      urban, rural, urban_growth, rural_growth);
  return peaks;
}

SHENGZHOU_REPORT_INLINE GapPeakRange gap_peak(const Interval& urban, const Interval& rural,
                                              const Interval& urban_growth, const Interval& rural_growth) {
  if (urban_growth.lower() < 0 && rural_growth.lower() < 0) {
    throw DomainError("gap_peak: urban_growth = " + to_string(urban_growth) + " and rural_growth = " +
                      to_string(rural_growth) + " may both be negative: call gap_peak with numbers");
  }
  return {gap_peak(urban.lower(), rural.upper(), urban_growth.lower(), rural_growth.upper()),
          gap_peak(urban.upper(), rural.lower(), urban_growth.upper(), rural_growth.lower())};
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::GapPeak>::operator()(
    const shengzhou_report::GapPeak& peak) const noexcept {
  using shengzhou_report::detail::hash_combine;
  const std::hash<double> hash_of;
  const std::size_t seed = hash_combine(static_cast<std::size_t>(peak.reach), hash_of(peak.time));
  return hash_combine(hash_combine(seed, std::hash<std::int64_t>{}(peak.year)), hash_of(peak.gap));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::GapPeakRange>::operator()(
    const shengzhou_report::GapPeakRange& range) const noexcept {
  const std::hash<shengzhou_report::GapPeak> hash_of;
  return shengzhou_report::detail::hash_combine(hash_of(range.earliest), hash_of(range.latest));
}
