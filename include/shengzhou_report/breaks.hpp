#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/words.hpp>

/// Where series break: years from which a figure is not what it was before.
namespace shengzhou_report {

/// Why levels of two years are not of one series.
enum class BreakKind {
  census,       ///< a census, after which levels are restated
  redefinition  ///< another definition or scope
};

template <>
struct Words<BreakKind> {
  static constexpr const char* enumeration = "BreakKind";
  using enum BreakKind;
  static constexpr EnumWord<BreakKind> table[] = {{census, "census"}, {redefinition, "redefinition"}};
};

/// A break of a series. A constant view of static data.
struct SeriesBreak {
  std::int32_t year = 0;  ///< of a census the year that it counts; of a definition the first that it holds for
  BreakKind kind = BreakKind::census;  ///< why it breaks
  std::string_view note;               ///< what happened, in a line
  friend bool operator==(const SeriesBreak&, const SeriesBreak&) = default;
};

/// The breaks of an indicator, by any of its names, by year; none of an indicator that has none, or is not known.
///
/// Source: National Bureau of Statistics, communiques of the censuses and explanatory notes of the China Statistical
/// Yearbook. National changes alone: what one place redefines is not in it.
[[nodiscard]] std::vector<SeriesBreak> series_breaks(std::string_view indicator);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/breaks.ipp>
#endif
