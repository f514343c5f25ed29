#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <shengzhou_report/breaks.hpp>
#include <shengzhou_report/data/breaks.hpp>
#include <shengzhou_report/indicator.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE std::vector<SeriesBreak> series_breaks(std::string_view indicator) {
  std::vector<SeriesBreak> found;
  const Indicator* known = try_find_indicator(indicator);
  if (known == nullptr) return found;
  for (const data::BreakRow& row : data::breaks) {
    const std::string_view ids = row.ids;
    for (std::size_t begin = 0; begin <= ids.size();) {
      const std::size_t end = std::min(ids.find('|', begin), ids.size());
      if (ids.substr(begin, end - begin) == known->id) {
        found.push_back({row.year, row.census ? BreakKind::census : BreakKind::redefinition, row.note});
      }
      begin = end + 1;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const SeriesBreak& a, const SeriesBreak& b) { return a.year < b.year; });
  return found;
}

}  // namespace shengzhou_report
