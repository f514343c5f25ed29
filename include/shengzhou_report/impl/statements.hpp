#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/statement.hpp>

/// What targets, checks and panels ask of statements.
namespace shengzhou_report::detail {

/// Whether two statements are on the same indicator, by id where the catalogue knows it, else by name; of the same part
/// of the place.
[[nodiscard]] inline bool same_indicator(const Statement& a, const Statement& b) {
  return (a.indicator_id.empty() ? a.indicator == b.indicator : a.indicator_id == b.indicator_id) && a.area == b.area;
}

/// What a level can mean when it is no level below zero; "nearly 300" says nothing below.
[[nodiscard]] inline Interval level_range(const Interval& printed) {
  return printed.upper() < 0 ? printed : Interval(std::max(printed.lower(), 0.0), printed.upper());
}

/// The line of a share in the table of relations, or nullptr.
[[nodiscard]] inline const data::ShareRow* share_row(std::string_view id) {
  const auto* row = std::find_if(std::begin(data::shares), std::end(data::shares),
                                 [&](const data::ShareRow& candidate) { return candidate.share == id; });
  return row == std::end(data::shares) ? nullptr : row;
}

namespace formula {

/// Of `is_in_step`.
inline void require_tolerance(double value) {
  if (value > rate_limit && value <= largest) {
    throw DomainError("is_in_step: tolerance = " + format_double(value) + " " + large_rate(value));
  }
  if (value >= 0 && value <= largest) return;
  throw DomainError("is_in_step: tolerance = " + format_double(value) + " must be a number of at least 0");
}

}  // namespace formula

}  // namespace shengzhou_report::detail
