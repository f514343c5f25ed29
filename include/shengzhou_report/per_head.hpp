#pragma once

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/interval.hpp>

/// Measures per head (人均): of flows over a year, which are divided by the mean population of that year.
///
/// The denominator is a choice that moves the result by several per cent: official GDP per head takes the resident
/// population (常住人口), the mean of both ends of the year. Rates are fractions. All forms raise the errors of
/// growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(MeanPopulation);
SHENGZHOU_REPORT_DECLARE(PerHead);
SHENGZHOU_REPORT_DECLARE(PerHeadGrowth);
SHENGZHOU_REPORT_DECLARE(ImpliedPopulation);
}  // namespace detail::formula

/// Mean population of a year (年平均人口): (population_start + population_end) / 2.
///
/// @param population_start  at the end of the year before; positive.
/// @param population_end    at the end of the year; positive.
/// Source: National Bureau of Statistics, explanatory notes on main indicators: average population.
inline constexpr Elementwise<detail::formula::MeanPopulation, 2> mean_population{};

/// A flow of the year per head (人均): total over the mean population.
///
/// @param total                             of the year, as GDP.
/// @param population_start, population_end  as of `mean_population`; the result is in the unit of `total` a unit of
///                                          theirs.
/// Source: National Bureau of Statistics, explanatory notes on main indicators: per capita GDP.
inline constexpr Elementwise<detail::formula::PerHead, 3> per_head{};

/// Growth per head: (1 + growth) / (1 + population_growth) - 1.
///
/// @param growth             of the total; at constant prices for GDP per head as it is published.
/// @param population_growth  of the mean population.
inline constexpr Elementwise<detail::formula::PerHeadGrowth, 2> per_head_growth{};

/// The population by which a total was divided: total / per_head. It shows which denominator was taken.
///
/// @param total     in the unit of `per_head`.
/// @param per_head  positive.
inline constexpr Elementwise<detail::formula::ImpliedPopulation, 2> implied_population{};

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/per_head.ipp>
#endif
