#pragma once

// The catalogue by every name of its indicators: what look-up, suggestions and the parser search.

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include <shengzhou_report/data/indicators.ipp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/indicator.hpp>

namespace shengzhou_report::detail {

/// Calls `visit` with every name of an indicator: id, Chinese, English, aliases.
template <class Visit>
void for_each_name(const Indicator& indicator, Visit visit) {
  visit(indicator.id);
  visit(indicator.name);
  visit(indicator.name_en);
  for (const std::string_view alias : indicator.aliases()) visit(alias);
}

/// Comparable name -> indicator; made once, on first use, never changed.
[[nodiscard]] inline const auto& indicators_by_name() {
  static const auto index = [] {
    std::unordered_map<std::u32string, const Indicator*, NameHash, std::equal_to<>> result;
    for (const Indicator& indicator : data::indicators) {
      for_each_name(indicator, [&](std::string_view name) { result.emplace(comparable_name(name), &indicator); });
    }
    return result;
  }();
  return index;
}

/// Which pairs of a first and a last character names have: most of what a text names is in no catalogue, and this says
/// so without a hash of the whole.
class NameEnds {
 public:
  NameEnds() {
    for (const auto& [name, indicator] : indicators_by_name()) {
      if (!name.empty()) bits_.set(slot(name));
    }
  }
  [[nodiscard]] bool may_name(std::u32string_view name) const { return !name.empty() && bits_.test(slot(name)); }

 private:
  static constexpr std::size_t size = 4096;
  [[nodiscard]] static std::size_t slot(std::u32string_view name) {
    return (name.front() * 31U + name.back() * 7U + name.size() * 3U) % size;
  }
  std::bitset<size> bits_;
};

/// The indicator with this comparable name, or nullptr.
[[nodiscard]] inline const Indicator* find_comparable(std::u32string_view name) {
  static const NameEnds ends;
  if (!ends.may_name(name)) return nullptr;
  const auto& index = indicators_by_name();
  const auto found = index.find(name);
  return found == index.end() ? nullptr : found->second;
}

}  // namespace shengzhou_report::detail
