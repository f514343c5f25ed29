#pragma once

// The catalogue by every name of its indicators: what look-up, suggestions and the parser search; and which units go
// with an indicator.

#include <bitset>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <shengzhou_report/data/indicators.ipp>
#include <shengzhou_report/impl/catalogue.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/plain_name.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/unit.hpp>

namespace shengzhou_report::detail {

/// Calls `visit` with every name of an indicator: id, Chinese, English, aliases.
template <class Visit>
void for_each_name(const Indicator& indicator, Visit visit) {
  visit(indicator.id);
  visit(indicator.name);
  visit(indicator.name_en);
  for (const std::string_view alias : indicator.aliases()) visit(alias);
}

/// Plain name -> indicator; made once, on first use, never changed.
[[nodiscard]] inline const auto& indicators_by_name() {
  static const auto index = [] {
    std::unordered_map<std::u32string, const Indicator*, NameHash, std::equal_to<>> result;
    for (const Indicator& indicator : data::indicators) {
      for_each_name(indicator, [&](std::string_view name) {
        result.emplace(PlainName(comparable_name(name)).view(), &indicator);
      });
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
  static constexpr std::size_t size = 16384;
  [[nodiscard]] static std::size_t slot(std::u32string_view name) {
    return (name.front() * 31U + name.back() * 7U + name.size() * 3U) % size;
  }
  std::bitset<size> bits_;
};

SHENGZHOU_REPORT_INLINE const Indicator* find_comparable(std::u32string_view name) {
  static const NameEnds ends;
  const PlainName plain(name);
  if (!ends.may_name(plain.view())) return nullptr;
  const auto& index = indicators_by_name();
  const auto found = index.find(plain.view());
  return found == index.end() ? nullptr : found->second;
}

SHENGZHOU_REPORT_INLINE const Indicator* find_id(std::string_view id) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const Indicator*> result;
    for (const Indicator& indicator : data::indicators) result.emplace(indicator.id, &indicator);
    return result;
  }();
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

/// Whether two units can measure one thing: 亿元 and 亿美元, 家 and 户, 吨标准煤 and 吨标准煤/万元, not 个 and 公里.
/// A multiple, percentage points and a number without a unit may be said of anything.
[[nodiscard]] inline bool same_sort(const Unit& a, const Unit& b) {
  const auto of_anything = [](const Unit& unit) {
    return unit.is_point() || unit.dimension().empty() || (unit.is_ratio() && unit.scale().exponent == 0);
  };
  if (a.dimension() == b.dimension() || of_anything(a) || of_anything(b)) return true;
  if (a.is_ratio() || b.is_ratio()) return false;
  // The words of counters are Chinese; a currency stands for money; all else is what it is.
  enum class Sort { counter, money, physical };
  struct Measured {
    Sort sort = Sort::counter;
    Dimension over;  // without what it is divided by
  };
  const auto measured = [](const Unit& unit) {
    Measured result;
    for (const DimensionFactor& factor : unit.dimension()) {
      if (factor.exponent < 0) continue;
      result.over.push_back(factor);
      const bool money = factor.name == "CNY" || factor.name == "USD";
      const bool latin = static_cast<unsigned char>(factor.name.front()) < 0x80;
      if (money || latin) result.sort = money ? Sort::money : Sort::physical;
    }
    return result;
  };
  const Measured left = measured(a);
  const Measured right = measured(b);
  return left.sort == right.sort && (left.sort != Sort::physical || left.over == right.over);
}

SHENGZHOU_REPORT_INLINE bool can_measure(const Unit& unit, const Indicator& indicator) {
  static const auto units = [] {
    std::vector<Unit> result;
    result.reserve(std::size(data::indicators));
    for (const Indicator& entry : data::indicators) result.emplace_back(entry.unit);
    return result;
  }();
  return unit.is_ratio() || same_sort(unit, units[static_cast<std::size_t>(&indicator - std::begin(data::indicators))]);
}

}  // namespace shengzhou_report::detail
