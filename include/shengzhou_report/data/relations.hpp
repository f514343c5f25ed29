#pragma once

#include <array>
#include <string_view>

namespace shengzhou_report::data {

/// Why a whole and its parts belong together.
enum class PartKind {
  complete,  ///< the parts listed add up to the whole
  partial    ///< a part lies within the whole, and there are others
};

/// A part of a whole, by their ids in the catalogue. The lines of a complete whole stand together.
struct PartRow {
  std::string_view whole;
  std::string_view part;
  PartKind kind;
};

/// A share of a whole: share = part / whole.
struct ShareRow {
  std::string_view share;
  std::string_view part;  ///< empty when the catalogue has no level of it
  std::string_view whole;
  bool exact;  ///< whether definition and vintage of the three agree everywhere; R&D and GDP close at different times
};

// One relation a line.
// clang-format off

// Definitions of the National Bureau of Statistics: GDP is the sum of the three industries, trade that of exports and
// imports. A total may differ from the sum of its printed parts by rounding alone (note of the NBS to its bulletins).
inline constexpr PartRow parts[] = {
    {"gdp", "value_added_primary", PartKind::complete},
    {"gdp", "value_added_secondary", PartKind::complete},
    {"gdp", "value_added_tertiary", PartKind::complete},
    {"exports_imports", "exports", PartKind::complete},
    {"exports_imports", "imports", PartKind::complete},
    {"deposits_and_loans", "deposits", PartKind::complete},
    {"deposits_and_loans", "loans", PartKind::complete},
    {"gdp", "industrial_value_added_total", PartKind::partial},
    {"gdp", "industrial_value_added", PartKind::partial},
    {"gdp", "digital_core_value_added", PartKind::partial},
    {"fiscal_revenue_total", "general_budget_revenue", PartKind::partial},
    {"general_budget_expenditure", "livelihood_expenditure", PartKind::partial},
    {"general_budget_expenditure", "science_expenditure", PartKind::partial},
    {"fixed_asset_investment", "industrial_investment", PartKind::partial},
    {"fixed_asset_investment", "manufacturing_investment", PartKind::partial},
    {"fixed_asset_investment", "private_investment", PartKind::partial},
    {"fixed_asset_investment", "real_estate_investment", PartKind::partial},
    {"fixed_asset_investment", "infrastructure_investment", PartKind::partial},
    {"industrial_investment", "manufacturing_investment", PartKind::partial},
    {"retail_sales", "retail_sales_above_quota", PartKind::partial},
    {"deposits", "household_deposits", PartKind::partial},
    {"loans", "manufacturing_long_loans", PartKind::partial},
    {"loans", "inclusive_sme_loans", PartKind::partial},
    {"resident_population", "urban_population", PartKind::partial},
    {"electricity_consumption", "industrial_electricity", PartKind::partial},
};

inline constexpr ShareRow shares[] = {
    {"primary_share", "value_added_primary", "gdp", true},
    {"secondary_share", "value_added_secondary", "gdp", true},
    {"tertiary_share", "value_added_tertiary", "gdp", true},
    {"industry_in_gdp", "industrial_value_added_total", "gdp", true},
    {"digital_core_share", "digital_core_value_added", "gdp", true},
    {"rd_intensity", "rd_expenditure", "gdp", false},
    {"livelihood_expenditure_share", "livelihood_expenditure", "general_budget_expenditure", false},
    {"loan_deposit_ratio", "loans", "deposits", false},
    {"urbanisation_rate", "urban_population", "resident_population", true},
};

// Composition in per cent whose printed terms sum to 100, under one name.
inline constexpr std::string_view compositions[] = {"sector_structure"};

// Shares that together are all of a whole, each under its name.
inline constexpr std::array<std::string_view, 3> complete_shares[] = {
    {"primary_share", "secondary_share", "tertiary_share"},
};

// Series whose growth is published on a comparable scope, while the levels of two years are not: investment (notes of
// the NBS to its bulletins), whatever is limited to enterprises above a size or on a list, whose circle changes by the
// year, and the funds of investment promotion, which each place counts in its own way.
inline constexpr std::string_view scope_adjusted[] = {
    "fixed_asset_investment", "industrial_investment", "manufacturing_investment", "high_tech_investment",
    "high_tech_investment_nbs", "private_investment", "technical_renovation_investment", "infrastructure_investment",
    "transport_investment", "real_estate_investment", "industrial_value_added", "industrial_output",
    "industrial_revenue", "industrial_profits", "industrial_profits_taxes", "rd_above_scale", "retail_sales_above_quota",
    "above_scale_investment", "above_5m_investment", "urban_investment", "industry_sector_investment",
    "services_investment", "key_project_investment", "provincial_key_project_investment",
    "municipal_key_project_investment", "both_key_project_investment", "technical_renovation_spending",
    "attracted_capital", "attracted_outside_province", "attracted_outside_region", "domestic_capital",
    "industrial_main_revenue", "private_revenue", "high_tech_output", "high_tech_revenue", "strategic_emerging_output",
};

// Sums over the places that a place is made of: aggregates and stocks of the whole economy, in which a place below is a
// part of the place above.
inline constexpr std::string_view summed_over_places[] = {
    "gdp", "value_added_primary", "value_added_secondary", "value_added_tertiary", "general_budget_revenue",
    "general_budget_expenditure", "retail_sales", "exports_imports", "exports", "imports", "deposits", "loans",
    "resident_population", "urban_population", "grain_output", "electricity_consumption",
};

// Household incomes and consumption per head: level and nominal growth come from one survey, so they agree to rounding.
inline constexpr std::string_view survey_series[] = {
    "disposable_income_all", "disposable_income_urban", "disposable_income_rural",
    "consumption_all", "consumption_urban", "consumption_rural",
};

// clang-format on

}  // namespace shengzhou_report::data
