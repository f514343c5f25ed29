#pragma once

#include <cstdint>
#include <string_view>

namespace shengzhou_report::data {

/// A year from which a series, or its level, is not what it was.
struct BreakRow {
  std::int32_t year;
  bool census;           ///< a census, after which levels are restated; else another definition
  std::string_view ids;  ///< of the indicators, separated by '|'
  std::string_view note;
};

// One break a line, by what it is; within that, the years ascend.
// clang-format off

// Censuses. National economic censuses take the years that end in 3 and 8 (State Council, Regulations on the National
// Economic Census, 2004; the first was of 2004), those of population end in 0 since 1990, of agriculture in 6 (NBS, main
// communiques of each census). After each the Bureau restates the accounts, or the years since the last one.
inline constexpr std::string_view accounts_ids =
    "gdp|gdp_per_capita|value_added_primary|value_added_secondary|value_added_tertiary|industrial_value_added_total|"
    "primary_share|secondary_share|tertiary_share";
inline constexpr std::string_view people_ids = "resident_population|urban_population|urbanisation_rate|gdp_per_capita";
inline constexpr std::string_view harvest_ids = "grain_output|value_added_primary";
inline constexpr std::string_view household_ids =
    "disposable_income_all|disposable_income_urban|disposable_income_rural|consumption_all|consumption_urban|"
    "consumption_rural";
inline constexpr std::string_view above_scale_ids =
    "industrial_value_added|industrial_output|industrial_revenue|industrial_profits|industrial_profits_taxes|"
    "industrial_main_revenue";

inline constexpr BreakRow breaks[] = {
    {2004, true, accounts_ids, "first national economic census"},
    {2008, true, accounts_ids, "second national economic census"},
    {2013, true, accounts_ids, "third national economic census"},
    {2018, true, accounts_ids, "fourth national economic census"},
    {2023, true, accounts_ids, "fifth national economic census"},
    {1982, true, people_ids, "third national population census"},
    {1990, true, people_ids, "fourth national population census"},
    {2000, true, people_ids, "fifth national population census"},
    {2010, true, people_ids, "sixth national population census"},
    {2020, true, people_ids, "seventh national population census"},
    {1996, true, harvest_ids, "first national agricultural census"},
    {2006, true, harvest_ids, "second national agricultural census"},
    {2016, true, harvest_ids, "third national agricultural census"},

    // Definitions (NBS, explanatory notes of the China Statistical Yearbook on each subject).
    {2016, false, "gdp|gdp_per_capita", "spending on research and development became capital formation"},
    {2013, false, household_ids, "one survey of urban and rural households; disposable in place of net rural income"},
    {1998, false, above_scale_ids, "all state-owned and, of others, enterprises of 5 million yuan of sales and more"},
    {2007, false, above_scale_ids, "enterprises of 5 million yuan of sales and more, state-owned ones as well"},
    {2011, false, above_scale_ids, "enterprises of 20 million yuan of sales and more, instead of 5 million"},
    {2011, false, "fixed_asset_investment", "projects of 5 million yuan and more, instead of 0.5 million, without farm households"},
};

// clang-format on

}  // namespace shengzhou_report::data
