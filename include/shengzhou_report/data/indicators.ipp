#pragma once

#include <array>

#include <shengzhou_report/indicator.hpp>

namespace shengzhou_report::data {

/// The indicators that government work reports (政府工作报告) and statistical bulletins (统计公报) use, by topic.
///
/// English names follow the China Statistical Yearbook of the NBS where it has one. An alias names the same series:
/// a new name of an old one (市场主体, now 经营主体) is an alias, a series with another definition (人均纯收入 and
/// 人均可支配收入) is an entry of its own, and so is a share of a level or the new part of a stock.
/// A unit is the usual one, not the only one; "" is a pure number. Price bases are NBS practice: value added is
/// published at current prices and grows at constant ones; incomes, sales, investment and revenue grow nominally.
/// No two entries share an id, a name or an alias, compared without case, width, spaces and quotation marks.
// clang-format off
inline constexpr Indicator indicators[] = {
#include <shengzhou_report/data/indicators/accounts.ipp>
#include <shengzhou_report/data/indicators/revenue.ipp>
#include <shengzhou_report/data/indicators/investment.ipp>
#include <shengzhou_report/data/indicators/trade.ipp>
#include <shengzhou_report/data/indicators/finance.ipp>
#include <shengzhou_report/data/indicators/livelihood.ipp>
#include <shengzhou_report/data/indicators/innovation.ipp>
#include <shengzhou_report/data/indicators/environment.ipp>
#include <shengzhou_report/data/indicators/agriculture.ipp>
#include <shengzhou_report/data/indicators/society.ipp>
#include <shengzhou_report/data/indicators/transport.ipp>
#include <shengzhou_report/data/indicators/enterprises.ipp>
};
// clang-format on

}  // namespace shengzhou_report::data
