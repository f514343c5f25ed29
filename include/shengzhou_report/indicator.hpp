#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// What kind of number an indicator is: measured at a moment, over a period, or a quotient of others.
enum class Kind { stock, flow, ratio };

template <>
struct Words<Kind> {
  static constexpr const char* enumeration = "Kind";
  using enum Kind;
  static constexpr EnumWord<Kind> table[] = {{stock, "stock"}, {flow, "flow"}, {ratio, "ratio"}};
};

/// At whose prices a value is stated. `none` for what has no price: persons, kilometres, shares.
/// `constant` are comparable prices (不变价, 可比价), as for real growth.
enum class PriceBasis { none, current, constant };

template <>
struct Words<PriceBasis> {
  static constexpr const char* enumeration = "PriceBasis";
  using enum PriceBasis;
  static constexpr EnumWord<PriceBasis> table[] = {{none, "none"}, {current, "current"}, {constant, "constant"}};
};

/// Part of the statistical system that an indicator belongs to.
enum class Topic {
  accounts,     ///< GDP, value added, output
  revenue,      ///< public finance
  investment,   ///< fixed assets, construction, real estate
  trade,        ///< retail, foreign trade, foreign capital, tourism
  finance,      ///< deposits, loans, insurance
  incomes,      ///< disposable income, consumption, the urban-rural ratio
  prices,       ///< consumer, producer and housing prices
  employment,   ///< jobs, unemployment, social insurance
  innovation,   ///< R&D, patents, high-tech firms
  energy,       ///< energy use and intensity
  environment,  ///< air, water, forests
  agriculture,  ///< grain, farmland, livestock
  population,   ///< residents, urbanisation
  health,       ///< hospitals, life expectancy, old age
  education,    ///< schools, enrolment
  transport,    ///< roads, freight, passengers, communication
  enterprises,  ///< counts of firms and market entities
  governance    ///< safety, services, spending on itself
};

template <>
struct Words<Topic> {
  static constexpr const char* enumeration = "Topic";
  using enum Topic;
  static constexpr EnumWord<Topic> table[] = {
      {accounts, "accounts"},     {revenue, "revenue"},         {investment, "investment"},
      {trade, "trade"},           {finance, "finance"},         {incomes, "incomes"},
      {prices, "prices"},         {employment, "employment"},   {innovation, "innovation"},
      {energy, "energy"},         {environment, "environment"}, {agriculture, "agriculture"},
      {population, "population"}, {health, "health"},           {education, "education"},
      {transport, "transport"},   {enterprises, "enterprises"}, {governance, "governance"}};
};

/// One indicator of the catalogue. A constant view of static data: cheap to copy, valid for ever.
struct Indicator {
  std::string_view id;          ///< stable identifier, snake_case: "gdp"
  std::string_view name;        ///< Chinese name in full: "地区生产总值"
  std::string_view name_en;     ///< English name as statistical yearbooks print it
  std::string_view alias_list;  ///< other names, Chinese and English, separated by '|'
  std::string_view unit;        ///< usual unit in reports: "亿元"
  Topic topic;                  ///< part of the statistical system
  Kind kind;                    ///< stock, flow or ratio
  PriceBasis level_basis;       ///< prices of its level
  PriceBasis growth_basis;      ///< prices of its published growth
  Direction direction;          ///< which way is better

  /// Key of the series of its levels, as SDMX writes keys: topic, indicator, kind, unit and prices (V current,
  /// Q constant, _Z none), "ACCOUNTS.GDP.FLOW.CNY.V". Stable as long as these are.
  [[nodiscard]] std::string code() const;

  /// Other names, one by one.
  [[nodiscard]] std::vector<std::string_view> aliases() const;

  friend bool operator==(const Indicator& a, const Indicator& b) noexcept { return a.id == b.id; }
};

/// Every indicator of the catalogue, in the order of topics.
[[nodiscard]] std::span<const Indicator> catalogue() noexcept;

/// The indicator that answers to `name`: id, Chinese name, English name or alias.
///
/// Case, spaces, quotation marks and full-width forms do not matter: "gdp", "ＧＤＰ", "生产总值". A place before GDP
/// does not either: "甲县生产总值" asks for the indicator, whosever it is.
/// @throws LookupError  when nothing does; the message suggests near names.
[[nodiscard]] const Indicator& find_indicator(std::string_view name);

/// The same, or nullptr; GDP of a named place is none here, since a report may tell of another place than its own.
[[nodiscard]] const Indicator* try_find_indicator(std::string_view name);

/// At most `most` names of the catalogue that resemble `name`, best first.
[[nodiscard]] std::vector<std::string> suggest_indicators(std::string_view name, int most = 3);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Indicator> {
  std::size_t operator()(const shengzhou_report::Indicator& indicator) const noexcept {
    return std::hash<std::string_view>{}(indicator.id);
  }
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/indicator.ipp>
#endif
