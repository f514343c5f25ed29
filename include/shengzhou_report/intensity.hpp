#pragma once

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/interval.hpp>

/// Intensity, what is used for a unit of output (energy, carbon, water, land per GDP), and elasticity.
///
/// Intensity is use over output, so its factor of growth is the quotient of theirs. Growth of output is at constant
/// prices, as intensities are published. Rates are fractions. All forms raise the errors of growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(IntensityGrowth);
SHENGZHOU_REPORT_DECLARE(UseGrowthRoom);
SHENGZHOU_REPORT_DECLARE(UseRoom);
SHENGZHOU_REPORT_DECLARE(OutputGrowthRoom);
SHENGZHOU_REPORT_DECLARE(Elasticity);
}  // namespace detail::formula

/// Growth of an intensity (单位GDP能耗增长): (1 + use_growth) / (1 + output_growth) - 1; -0.03 is a fall by 3 %.
///
/// Official figures may leave out energy that is raw material or comes from other than fossil sources, as those of 2023
/// did: -0.5 %, where use grew by 5.7 % on output that grew by 5.2 %.
/// @param use_growth     growth of what is used, as energy consumption.
/// @param output_growth  growth of what is made of it, as GDP, at constant prices.
/// Source: National Bureau of Statistics, bulletins on energy consumption per unit of GDP.
inline constexpr Elementwise<detail::formula::IntensityGrowth, 2> intensity_growth{};

/// Growth of use for which a growth of output and one of intensity leave room (用能增长空间):
/// (1 + output_growth)(1 + intensity_growth) - 1.
///
/// @param output_growth     target of output, as GDP by 5 %.
/// @param intensity_growth  target of intensity, negative for a fall.
inline constexpr Elementwise<detail::formula::UseGrowthRoom, 2> use_growth_room{};

/// The use for which both targets leave room (用能空间): use (1 + output_growth)(1 + intensity_growth), in the unit of
/// `use`.
///
/// @param use  of the year before.
inline constexpr Elementwise<detail::formula::UseRoom, 3> use_room{};

/// Growth of output that a growth of use and one of intensity allow: (1 + use_growth) / (1 + intensity_growth) - 1.
inline constexpr Elementwise<detail::formula::OutputGrowthRoom, 2> output_growth_room{};

/// Elasticity (弹性系数): growth / output_growth, as of energy consumption, electricity or employment to GDP.
///
/// @param growth         of energy consumption, of employment.
/// @param output_growth  of GDP, at constant prices; not 0. Where both fall the quotient is positive, and says little.
/// @throws DomainError   also where output did not grow; over intervals, where it may not have.
/// Source: National Bureau of Statistics, China Statistical Yearbook, energy: elasticity ratio of energy consumption is
/// its average annual growth over that of the national economy.
inline constexpr Elementwise<detail::formula::Elasticity, 2> elasticity{};

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/intensity.ipp>
#endif
