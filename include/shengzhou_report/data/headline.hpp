#pragma once

#include <string_view>

namespace shengzhou_report::detail {

/// Indicators by which to see whether a report was read: most reports of any tier state most of them, by their ids.
inline constexpr std::string_view headline_indicators[] = {
    "gdp",
    "industrial_value_added",
    "fixed_asset_investment",
    "retail_sales",
    "exports_imports",
    "general_budget_revenue",
    "fiscal_revenue",
    "disposable_income_all",
    "disposable_income_urban",
    "disposable_income_rural",
    "cpi",
    "urban_new_jobs",
    "unemployment_surveyed",
    "energy_intensity",
    "grain_output",
};

}  // namespace shengzhou_report::detail
