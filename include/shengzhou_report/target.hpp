#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report {

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

/// implied_level of every growth target of the report whose base level the report states, in the order of the text;
/// negative levels and falls by 100 % or more, which do not compound, are left out.
[[nodiscard]] std::vector<ImpliedLevel> implied_levels(const Report& report);

/// "地区生产总值 2024: 797.15亿元 at 2023 prices".
std::ostream& operator<<(std::ostream& out, const ImpliedLevel& implied);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::ImpliedLevel> {
  std::size_t operator()(const shengzhou_report::ImpliedLevel& implied) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/target.ipp>
#endif
