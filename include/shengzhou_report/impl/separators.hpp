#pragma once

#include <string_view>

namespace shengzhou_report {

/// Stands between the headings of a section in the column "section".
inline constexpr std::string_view section_separator = " / ";
/// Stands between the words in the column "doubts".
inline constexpr std::string_view doubt_separator = " ";

}  // namespace shengzhou_report
