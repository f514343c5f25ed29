#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the parser asks of the divisions: names that reports shorten, and who is called so.
namespace shengzhou_report::detail {

struct DivisionNames {
  std::vector<std::u32string> provinces;   ///< and their equals: 浙江省, 内蒙古自治区
  std::vector<std::u32string> cities;      ///< of the rank of a prefecture, of any year
  std::vector<std::u32string> autonomous;  ///< regions, prefectures, counties and banners of national minorities
};

/// A division that a name can mean, and what stands above it without endings: 绍兴, 浙江; empty for none.
struct NamedArea {
  std::string code;
  std::u32string prefecture;
  std::u32string province;
};

/// Those that are called so at the end of the year, else at the end of the year before, else in another year; none for
/// years without a list.
[[nodiscard]] std::vector<NamedArea> areas_named(std::string_view name, std::int32_t year);

/// Made once, on first use, never changed.
[[nodiscard]] const DivisionNames& division_names();

}  // namespace shengzhou_report::detail
