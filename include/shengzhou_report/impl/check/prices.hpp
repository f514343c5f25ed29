// Where the library is header-only, check.hpp ends with definitions that need this file, so the guard stands behind it.

// What prices did in a year: by the report itself, and in the country.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

#include <shengzhou_report/data/prices.hpp>
#include <shengzhou_report/impl/check/facts.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CHECK_PRICES_HPP
#define SHENGZHOU_REPORT_IMPL_CHECK_PRICES_HPP

namespace shengzhou_report::detail::rules {

// The deflators of the country and of its places.

/// How far prices of a place may be from those of the country in a year without a remark: a judgement. Of the yearly
/// averages in work reports that state both levels and real growth, nine in ten are closer. Prices of places that
/// live on one commodity move by more, and so does a base that a census revised, which the remark is for.
inline constexpr double regional_prices = 0.03;
/// Growth of a deflator where the table has no national one: a convention that covers the country from 1997 on.
[[nodiscard]] inline Interval usual_prices() { return {-0.02, 0.08}; }

[[nodiscard]] inline const data::PriceRow* national_prices(std::int32_t year) {
  const std::int32_t first = std::begin(data::prices)->year;
  const auto rows = static_cast<std::int32_t>(std::size(data::prices));
  return year >= first && year - first < rows ? std::begin(data::prices) + (year - first) : nullptr;
}

/// Growth of prices a year over the years after `from` up to `to` in the country, which GDP and incomes are deflated
/// by: between its GDP deflator and its consumer prices. None where the table lacks a year.
[[nodiscard]] inline std::optional<Interval> national_deflator(std::int32_t from, std::int32_t to) {
  double accounts = 1;
  double consumers = 1;
  for (std::int32_t year = from + 1; year <= to; ++year) {
    const data::PriceRow* row = national_prices(year);
    if (row == nullptr) return std::nullopt;
    accounts *= 1 + row->gdp_deflator / 100;
    consumers *= 1 + (std::isnan(row->consumer_prices) ? row->gdp_deflator : row->consumer_prices) / 100;
  }
  const double years = to - from;
  const double a = std::pow(accounts, 1 / years) - 1;
  const double c = std::pow(consumers, 1 / years) - 1;
  return Interval(std::min(a, c), std::max(a, c));
}

/// Growth of a deflator a year that needs no remark, and where it comes from.
struct DeflatorBand {
  Interval growth;
  std::string origin;
};

[[nodiscard]] inline DeflatorBand deflator_band(std::int32_t from, std::int32_t to, const CheckOptions& options) {
  if (options.deflator_band) return {*options.deflator_band, "as this check was told"};
  if (const std::optional<Interval> national = national_deflator(from, to)) {
    return {widened(*national, regional_prices), "that is prices of the country, " + range(*national, percent) +
                                                     ", and by convention " + points(regional_prices) +
                                                     " on either side"};
  }
  return {usual_prices(), "by convention"};
}

/// The same for a plan, which knows the prices of the year before and is made on some between them and the usual.
[[nodiscard]] inline DeflatorBand planned_deflator_band(std::int32_t year, const CheckOptions& options) {
  if (options.deflator_band) return {widened(*options.deflator_band, planned), "as this check was told"};
  const Interval known = deflator_band(year - 2, year - 1, options).growth;
  const Interval usual = usual_prices();
  return {widened({std::min(known.lower(), usual.lower()), std::max(known.upper(), usual.upper())}, planned),
          "by convention, of a plan"};
}

// Consumer prices of the place.

/// Growth of consumer prices in a year, and the statement it comes from, if one does.
struct Prices {
  std::optional<double> growth = {};
  const Statement* statement = nullptr;
  /// Whether the report states what prices did. A target is a ceiling that they mostly stay below, and a figure that
  /// this check was told may be of another year: neither measures what came.
  [[nodiscard]] bool are_measured() const { return statement != nullptr && statement->status != Status::target; }
};

/// Growth that an index of prices shows, of which the year before is 100: 102.3, or 102.3%.
[[nodiscard]] inline std::optional<double> growth_of_index(const Statement& index) {
  const Unit& unit = index.quantity->unit();
  if (!unit.is_ratio() && unit != Unit()) return std::nullopt;
  const double growth = (unit.is_ratio() ? rate_of(index) : value_of(index) / 100) - 1;
  return is_of_one_year(growth) ? std::optional(growth) : std::nullopt;
}

[[nodiscard]] inline Prices consumer_prices(const Facts& facts, std::int32_t year, const CheckOptions& options) {
  for (const bool target : {false, true}) {
    if (const Statement* stated = facts.growth("cpi", year, target);
        stated != nullptr && is_of_one_year(rate_of(*stated))) {
      return {.growth = rate_of(*stated), .statement = stated};
    }
    if (const Statement* index = facts.level("cpi", year, target); index != nullptr) {
      if (const std::optional<double> growth = growth_of_index(*index)) return {.growth = growth, .statement = index};
    }
  }
  return {.growth = options.consumer_price_growth};
}

}  // namespace shengzhou_report::detail::rules

#endif
