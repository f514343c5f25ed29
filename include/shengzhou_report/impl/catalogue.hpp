#pragma once

#include <string_view>

#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/unit.hpp>

/// What the parser asks of the catalogue.
namespace shengzhou_report::detail {

/// The indicator with this comparable name, or nullptr.
[[nodiscard]] const Indicator* find_comparable(std::u32string_view name);

/// The indicator with this id, or nullptr.
[[nodiscard]] const Indicator* find_id(std::string_view id);

/// Whether a level of this indicator can have this unit. A per cent is said of many a level (of a target that is met,
/// of the year before), so it tells nothing.
[[nodiscard]] bool can_measure(const Unit& unit, const Indicator& indicator);

}  // namespace shengzhou_report::detail
