#pragma once

// Which division the place of a document is: its code in the year (GB/T 2260). Where several have its name, what stands
// around the text tells them apart; no guess is made beyond that.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/division_names.hpp>
#include <shengzhou_report/impl/parse/head.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// One of several divisions, and where the text says that it is this one; the size of the list for none.
struct AreaFound {
  std::size_t index = 0;
  Found where = {};
};

struct AreaRule {
  std::string_view name;
  AreaFound (*find)(const Head&, const std::vector<NamedArea>&);
  std::string_view example;  ///< a text, and behind | the code
};

namespace area_rule {

[[nodiscard]] inline AreaFound only_one(const Head& /*head*/, const std::vector<NamedArea>& areas) {
  return {areas.size() == 1 ? 0 : areas.size()};
}

/// 福州市鼓楼区: the prefecture, or the province, that the lines of the head name, and of no other.
[[nodiscard]] inline AreaFound above_in_head(const Head& head, const std::vector<NamedArea>& areas) {
  for (const auto above : {&NamedArea::prefecture, &NamedArea::province}) {
    AreaFound found{areas.size()};
    std::size_t named = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
      const std::u32string& name = areas[i].*above;
      for (const View line : head.lines) {
        const Found where = name.empty() ? Found() : head.find(line, name);
        if (!where) continue;
        ++named;
        found = {i, where};
        break;
      }
    }
    if (named == 1) return found;
  }
  return {areas.size()};
}

/// The one whose prefecture the text names often, and far oftener than those of the others.
[[nodiscard]] inline AreaFound named_most(const Head& head, const std::vector<NamedArea>& areas) {
  constexpr std::size_t looked_at = 30000;
  constexpr std::size_t often = 4;
  constexpr std::size_t oftener = 3;
  const View body = head.text.substr(0, looked_at);
  AreaFound found{areas.size()};
  std::size_t most = 0;
  std::size_t second = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    std::size_t times = 0;
    // Two of one province share its name.
    const View name = areas[i].prefecture.empty() ? areas[i].province : areas[i].prefecture;
    if (name.empty()) continue;
    for (std::size_t at = body.find(name); at != View::npos; at = body.find(name, at + name.size())) ++times;
    if (times > most) {
      second = std::exchange(most, times);
      found.index = i;
    } else {
      second = std::max(second, times);
    }
  }
  return most >= std::max(often, oftener * second) ? found : AreaFound{areas.size()};
}

}  // namespace area_rule

inline constexpr AreaRule area_rules[] = {
    {"only one of its name", area_rule::only_one, "2024年嵊州市政府工作报告\n各位代表:|330683"},
    {"below what the head names", area_rule::above_in_head,
     "政府工作报告\n(2024年1月3日在福州市鼓楼区第十八届人民代表大会第三次会议上)\n各位代表:|350102"},
    {"below what the text names most", area_rule::named_most,
     "2024年鼓楼区政府工作报告\n各位代表:\n南京红了。南京绿了。南京富了。南京强了。|320106"},
};
/// Where none of them decides: the value is all their codes.
inline constexpr std::string_view several_areas = "several of its name";

}  // namespace shengzhou_report::detail::parser
