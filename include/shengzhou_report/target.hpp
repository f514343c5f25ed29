#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(TotalIncomeGrowth);
SHENGZHOU_REPORT_DECLARE(TotalIncomeGrowthUnchanged);
}  // namespace detail::formula

/// The level that a growth target asks for, and at whose prices.
struct ImpliedLevel {
  Statement base;           ///< the level that growth starts from
  Statement target;         ///< the growth target
  double level;             ///< the printed base grown at the printed rate, in the unit of `base`
  Interval interval;        ///< every level that meets the target for some base that prints like `base`; same unit
  PriceBasis price_basis;   ///< `constant`: the level is stated at the prices of `price_year`, not of the target's year
  std::int32_t price_year;  ///< year of those prices: the base's for real growth, the target's for nominal

  friend bool operator==(const ImpliedLevel&, const ImpliedLevel&) = default;
};

/// The level that meets `target` when growth starts from `base`: base x (1 + growth)^years.
///
/// A target for one year needs the level of the year before; a yearly average (年均) may span several years. A real
/// growth target applied to a level at current prices gives a level at the prices of the base year, as the
/// result says: GDP levels are published at current prices, GDP growth at constant ones (National Bureau of
/// Statistics).
/// @throws DomainError  when `base` is no level or `target` no growth of the same indicator, when one carries no
///                      number, or when their years do not fit.
[[nodiscard]] ImpliedLevel implied_level(const Statement& base, const Statement& target);

/// implied_level of every growth target of the report whose base level the report states, in the order of the text. A
/// yearly average starts from the latest level that the report states. Left out: negative levels and falls by 100 % or
/// more, which do not compound.
[[nodiscard]] std::vector<ImpliedLevel> implied_levels(const Report& report);

/// "地区生产总值 2024: 797.15亿元 at 2023 prices".
std::ostream& operator<<(std::ostream& out, const ImpliedLevel& implied);

/// The growth that a level target asks for.
struct ImpliedGrowth {
  Statement base;          ///< the level that growth starts from
  Statement target;        ///< the level to reach
  std::int32_t years;      ///< from the base's year to the target's
  double growth;           ///< per year, from the printed base to the printed target, as a fraction
  Interval interval;       ///< every yearly growth that leads from some base that prints like `base` to the target
  PriceBasis price_basis;  ///< `current`: growth at current prices, which is no real growth

  friend bool operator==(const ImpliedGrowth&, const ImpliedGrowth&) = default;
};

/// The yearly growth that leads from the level `base` to the level `target`: (target / base)^(1 / years) - 1.
///
/// Levels at current prices give growth at current prices.
/// @throws DomainError  when the two are no levels of one indicator in a unit that is not a share, when one carries no
///                      number or is not positive, or when the target's year is not the later one.
/// @throws UnitError    when the units have different dimensions.
[[nodiscard]] ImpliedGrowth implied_growth(const Statement& base, const Statement& target);

/// implied_growth of every level target of the report, from the latest earlier level that the report states, in the
/// order of the text. Left out: shares, and indicators for whose base year the report states several levels.
[[nodiscard]] std::vector<ImpliedGrowth> implied_growths(const Report& report);

/// "固定资产投资 2024: 10% a year from 2000亿元 (2023), at current prices".
std::ostream& operator<<(std::ostream& out, const ImpliedGrowth& implied);

/// The amount that a target for a share asks for, through its denominator.
struct ImpliedAmount {
  Statement share;                  ///< the target: R&D expenditure as a share of GDP
  Statement whole;                  ///< a level of the denominator
  std::optional<Statement> growth;  ///< growth target that takes `whole` to the target's year; empty when it is there
  double amount;                    ///< printed share of the printed (or grown) whole, in the unit of `whole`
  Interval interval;                ///< every amount that meets the share for some whole that meets its own target
  PriceBasis price_basis;           ///< of the amount; `constant`: at the prices of `price_year`
  std::int32_t price_year;          ///< year of those prices

  friend bool operator==(const ImpliedAmount&, const ImpliedAmount&) = default;
};

/// The amount that the target `share` asks for: share x whole, where `whole` is a level of its denominator in the
/// target's year, or one of an earlier year that `growth` carries there (see implied_level).
///
/// Through real growth of GDP the amount is at the prices of the base year; the share itself is a quotient of values at
/// current prices, so prices add to the amount as they add to the whole.
/// @throws DomainError  when `whole` is not the denominator of `share`, or when years or measures do not fit.
[[nodiscard]] ImpliedAmount implied_amount(const Statement& share, const Statement& whole,
                                           const std::optional<Statement>& growth = {});

/// implied_amount of every share target whose denominator the report states, in the order of the text.
[[nodiscard]] std::vector<ImpliedAmount> implied_amounts(const Report& report);

/// "全社会研发经费支出占GDP比重 2024: 21.124475亿元 at 2023 prices".
std::ostream& operator<<(std::ostream& out, const ImpliedAmount& implied);

/// How far income growth may stay behind that of the economy and still count as in step (同步): 0.2 percentage points.
///
/// The National Bureau of Statistics called 2.1 % against 2.3 % (2020) and 7.0 % against 7.1 % (2013) in step.
inline constexpr double in_step_tolerance = 0.002;

/// Whether income grows in step with the economy (同步): income_growth >= gdp_growth - tolerance.
///
/// Both at constant prices: official statements compare real incomes with real GDP, for household incomes GDP per head.
/// Exact numbers convert to intervals; equality to 12 digits counts as met. In the form on arrays the numbers are
/// printed figures and `growth_step` their rounding unit: 0.001 for rates printed to 0.1 %, 0 for exact numbers. It is
/// no `Elementwise`, since the answer is one of three words and no number.
/// @throws DomainError  as growth.hpp, and when the tolerance is negative.
[[nodiscard]] Certainty is_in_step(const Interval& income_growth, const Interval& gdp_growth,
                                   double tolerance = in_step_tolerance);
[[nodiscard]] Certainties is_in_step(const ArrayRef& income_growth, const ArrayRef& gdp_growth, double growth_step,
                                     double tolerance);

/// Growth of the mean income of town and country: (s' U a + (1 - s') V b) / (s U + (1 - s) V) - 1, where U and V are
/// urban and rural income, a and b their growth factors, s the urban share of the population and s' that of next year.
///
/// The growth of the whole may lie outside that of its parts when the shares shift (note of the National Bureau of
/// Statistics on household income).
/// Called with urban, rural, urban_weight, urban_growth, rural_growth and perhaps urban_weight_end; without it the
/// share stays as it is.
///
///   - urban_weight: s in [0, 1], a share of persons, never of income. The survey's share differs from the urbanisation
///     rate, so say where yours comes from;
///   - urban_weight_end: s' in [0, 1].
inline constexpr ElementwiseOverloads<Elementwise<detail::formula::TotalIncomeGrowthUnchanged, 5>,
                                      Elementwise<detail::formula::TotalIncomeGrowth, 6>>
    total_income_growth{};

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::ImpliedLevel> {
  std::size_t operator()(const shengzhou_report::ImpliedLevel& implied) const noexcept;
};

template <>
struct std::hash<shengzhou_report::ImpliedGrowth> {
  std::size_t operator()(const shengzhou_report::ImpliedGrowth& implied) const noexcept;
};

template <>
struct std::hash<shengzhou_report::ImpliedAmount> {
  std::size_t operator()(const shengzhou_report::ImpliedAmount& implied) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/target.ipp>
#endif
