#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/catalogue.ipp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/indicator.hpp>

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

SHENGZHOU_REPORT_INLINE const char* to_string(Kind kind) noexcept {
  switch (kind) {
    case Kind::stock:
      return "stock";
    case Kind::flow:
      return "flow";
    case Kind::ratio:
      return "ratio";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE const char* to_string(PriceBasis basis) noexcept {
  switch (basis) {
    case PriceBasis::none:
      return "none";
    case PriceBasis::current:
      return "current";
    case PriceBasis::constant:
      return "constant";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE const char* to_string(Topic topic) noexcept {
  switch (topic) {
    case Topic::accounts:
      return "accounts";
    case Topic::revenue:
      return "revenue";
    case Topic::investment:
      return "investment";
    case Topic::trade:
      return "trade";
    case Topic::finance:
      return "finance";
    case Topic::incomes:
      return "incomes";
    case Topic::prices:
      return "prices";
    case Topic::employment:
      return "employment";
    case Topic::innovation:
      return "innovation";
    case Topic::energy:
      return "energy";
    case Topic::environment:
      return "environment";
    case Topic::agriculture:
      return "agriculture";
    case Topic::population:
      return "population";
    case Topic::health:
      return "health";
    case Topic::education:
      return "education";
    case Topic::transport:
      return "transport";
    case Topic::enterprises:
      return "enterprises";
    case Topic::governance:
      return "governance";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE std::span<const Indicator> catalogue() noexcept { return data::indicators; }

SHENGZHOU_REPORT_INLINE const Indicator* try_find_indicator(std::string_view name) {
  return detail::find_comparable(detail::comparable_name(name));
}

SHENGZHOU_REPORT_INLINE const Indicator& find_indicator(std::string_view name) {
  if (const Indicator* indicator = try_find_indicator(name)) return *indicator;
  throw LookupError("no indicator is called " + detail::quoted(name) + detail::did_you_mean(suggest_indicators(name)));
}

SHENGZHOU_REPORT_INLINE std::vector<std::string> suggest_indicators(std::string_view name, int most) {
  std::vector<std::string> names;
  for (const Indicator& indicator : data::indicators) {
    detail::for_each_name(indicator, [&](std::string_view known) { names.emplace_back(known); });
  }
  return detail::similar_names(name, names, static_cast<std::size_t>(std::max(most, 0)));
}

}  // namespace shengzhou_report
