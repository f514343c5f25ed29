#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/unit_codes.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/catalogue.ipp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/unit.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE std::vector<std::string_view> Indicator::aliases() const {
  std::vector<std::string_view> result;
  for (std::string_view rest = alias_list; !rest.empty();) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    result.push_back(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return result;
}

namespace detail {

/// The code of a unit: 亿元 is CNY, 微克/立方米 UG_M3.
[[nodiscard]] inline std::string unit_code(std::string_view unit) {
  std::string result;
  for (std::size_t begin = 0; begin <= unit.size();) {
    const std::size_t end = std::min(unit.find('/', begin), unit.size());
    const std::string base = Unit(unit.substr(begin, end - begin)).base().symbol();
    const auto* row = std::find_if(std::begin(data::unit_codes), std::end(data::unit_codes),
                                   [&](const data::UnitCodeRow& code) { return code.unit == base; });
    if (begin > 0) result += '_';
    result += row == std::end(data::unit_codes) ? data::counter_code : row->code;
    begin = end + 1;
  }
  return result;
}

[[nodiscard]] inline std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE std::string Indicator::code() const {
  std::string words = to_string(topic) + ("." + std::string(id)) + "." + to_string(kind);
  const char* prices = level_basis == PriceBasis::current ? "V" : level_basis == PriceBasis::constant ? "Q" : "_Z";
  return detail::upper(std::move(words)) + "." + detail::unit_code(unit) + "." + prices;
}

SHENGZHOU_REPORT_INLINE std::span<const Indicator> catalogue() noexcept { return data::indicators; }

SHENGZHOU_REPORT_INLINE const Indicator* try_find_indicator(std::string_view name) {
  return detail::find_comparable(detail::comparable_name(name));
}

namespace detail {

/// GDP behind the name of a place: 甲县生产总值. Nothing else is looked for there: 城市 begins names of its own.
[[nodiscard]] inline const Indicator* gdp_of_place(std::u32string_view name) {
  const std::size_t end = name.find_last_of(data::whole_place_ends);
  if (end == std::u32string_view::npos || end == 0) return nullptr;
  const Indicator* known = find_comparable(name.substr(end + 1));
  return known != nullptr && known->id == "gdp" ? known : nullptr;
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE const Indicator& find_indicator(std::string_view name) {
  if (const Indicator* indicator = try_find_indicator(name)) return *indicator;
  if (const Indicator* gdp = detail::gdp_of_place(detail::comparable_name(name))) return *gdp;
  throw LookupError("no indicator is called " + detail::in_quotes(name) +
                    detail::did_you_mean(suggest_indicators(name)));
}

SHENGZHOU_REPORT_INLINE std::vector<std::string> suggest_indicators(std::string_view name, int most) {
  std::vector<std::string> names;
  for (const Indicator& indicator : data::indicators) {
    detail::for_each_name(indicator, [&](std::string_view known) { names.emplace_back(known); });
  }
  return detail::similar_names(name, names, static_cast<std::size_t>(std::max(most, 0)));
}

}  // namespace shengzhou_report
