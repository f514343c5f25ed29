#pragma once

// The rules, in the order in which they are applied: what each looks at, the most serious that it says, how it is
// computed, a report that it speaks up on, one that it is silent on.

#include <algorithm>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include <shengzhou_report/impl/check/amplification.ipp>
#include <shengzhou_report/impl/check/around.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/feasible_set.ipp>
#include <shengzhou_report/impl/check/in_step.ipp>
#include <shengzhou_report/impl/check/incomes.ipp>
#include <shengzhou_report/impl/check/levels.ipp>
#include <shengzhou_report/impl/check/parts.ipp>
#include <shengzhou_report/impl/check/per_head.ipp>
#include <shengzhou_report/impl/check/places.ipp>
#include <shengzhou_report/impl/check/restated.ipp>
#include <shengzhou_report/impl/check/rule.hpp>

namespace shengzhou_report::detail::rules {

/// Years for which the report has targets.
[[nodiscard]] inline std::vector<std::int32_t> target_years(const Report& report) {
  std::vector<std::int32_t> years;
  for (const Statement& statement : report) {
    if (statement.status == Status::target) years.push_back(*statement.year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

/// Applies a computation to a case: with the options or a year of targets, or against a parent report or what a panel
/// has around, if it asks.
template <auto computation>
void by(Findings& findings, const Case& at) {
  const Facts& facts = at.facts;
  if constexpr (std::is_invocable_v<decltype(computation), Findings&, const Facts&>) {
    computation(findings, facts);
  } else if constexpr (std::is_invocable_v<decltype(computation), Findings&, const Facts&, const CheckOptions&>) {
    computation(findings, facts, at.options);
  } else if constexpr (std::is_invocable_v<decltype(computation), Findings&, const Facts&, const Facts&>) {
    if (at.parent != nullptr) computation(findings, facts, *at.parent);
  } else if constexpr (std::is_invocable_v<decltype(computation), Findings&, const Facts&, const Around&>) {
    if (at.around != nullptr) computation(findings, facts, *at.around);
  } else {
    for (const std::int32_t year : target_years(facts.report())) {
      if constexpr (std::is_invocable_v<decltype(computation), Findings&, const Facts&, std::int32_t>) {
        computation(findings, facts, year);
      } else {
        computation(findings, facts, year, at.options);
      }
    }
  }
}

// clang-format off
inline constexpr Rule table[] = {
    {"price_basis", "level at current prices beside growth at constant prices: the base that they imply", Severity::info, by<&level_and_growth>,
     {"全市地区生产总值745亿元，增长7.5%。"},
     {"全市地区生产总值745亿元。"}},
    {"level_growth", "levels of two years against the growth between them, on one price basis", Severity::error, by<&level_and_growth>,
     {"2029年，一般公共预算收入50亿元。2030年，一般公共预算收入60亿元，增长7.5%。"},
     {"2029年，一般公共预算收入50亿元。2030年，一般公共预算收入60亿元，增长20%。"}},
    {"implied_deflator", "levels at current prices against growth at constant prices: the deflator between them, against prices of the "
     "country in those years", Severity::warning, by<&level_and_growth>,
     {"2029年，全市地区生产总值700亿元。2030年，全市地区生产总值745亿元，增长5%。"},
     {"2030年，全市地区生产总值745亿元，增长5%。"}},
    {"yearly_average", "levels at both ends of a span against the average growth a year", Severity::warning, by<&yearly_average>,
     {"2025年，一般公共预算收入50亿元。2030年，一般公共预算收入60亿元，年均增长8%。"},
     {"2025年，一般公共预算收入50亿元。2030年，一般公共预算收入60亿元，年均增长3.7%。"}},
    {"sum_of_parts", "a whole against the sum of all its parts", Severity::error, by<&sums>,
     {"全市地区生产总值745亿元。第一产业增加值45亿元，第二产业增加值300亿元，第三产业增加值300亿元。"},
     {"全市地区生产总值745亿元。第一产业增加值45亿元，第二产业增加值300亿元，第三产业增加值400亿元。"}},
    {"growth_of_parts", "growth of a whole against the growth of all its parts", Severity::error, by<&growth_of_parts>,
     {"地区生产总值增长9%。第一产业增加值增长3%，第二产业增加值增长6%，第三产业增加值增长7%。"},
     {"地区生产总值增长6%。第一产业增加值增长3%，第二产业增加值增长6%，第三产业增加值增长7%。"}},
    {"part_exceeds_whole", "a part that is larger than its whole", Severity::error, by<&parts_within>,
     {"固定资产投资60亿元，工业投资65亿元。"},
     {"固定资产投资60亿元，工业投资55亿元。"}},
    {"part_growth", "growth of a part that leaves no growth for the rest of its whole", Severity::error, by<&parts_within>,
     {"2029年，出口49亿元，进出口总额50亿元。2030年，进出口总额增长2%，出口增长10%。"},
     {"2029年，出口45亿元，进出口总额50亿元。2030年，进出口总额增长2%，出口增长1%。"}},
    {"share_of_whole", "a share against the quotient of its two levels", Severity::error, by<&quotients>,
     {"常住人口60万人，城镇人口36万人，城镇化率70%。"},
     {"常住人口60万人，城镇人口36万人，城镇化率60%。"}},
    {"income_ratio", "the urban-rural income ratio against the quotient of both incomes", Severity::error, by<&quotients>,
     {"城镇居民人均可支配收入60000元，农村居民人均可支配收入40000元。城乡居民收入倍差缩小到1.7。"},
     {"城镇居民人均可支配收入60000元，农村居民人均可支配收入40000元。城乡居民收入倍差缩小到1.5。"}},
    {"income_gap", "the absolute income gap against the difference of both incomes", Severity::error, by<&quotients>,
     {"城镇居民人均可支配收入60000元，农村居民人均可支配收入40000元。城乡居民收入差额15000元。"},
     {"城镇居民人均可支配收入60000元，农村居民人均可支配收入40000元。城乡居民收入差额20000元。"}},
    {"gdp_per_head", "GDP per head against GDP over the mean resident population", Severity::warning, by<&gdp_per_head>,
     {"地区生产总值600亿元，年末常住人口60万人，人均地区生产总值120000元。"},
     {"地区生产总值600亿元，年末常住人口60万人，人均地区生产总值100000元。"}},
    {"shares_sum", "terms of a composition that do not add up to 100 %", Severity::error, by<&compositions>,
     {"三次产业结构为10.2:40.3:51.9。"},
     {"三次产业结构为10.2:40.3:49.5。"}},
    {"ratio_narrowed", "whether the income ratio narrowed, from the growth of both incomes", Severity::error, by<&ratio_narrowed>,
     {"城镇居民人均可支配收入增长5%，农村居民人均可支配收入增长7%。"},
     {"城镇居民人均可支配收入增长5%。"}},
    {"gap_widens", "how long the absolute income gap widens at the growth of the year", Severity::info, by<&gap_widens>,
     {"城镇居民人均可支配收入60000元，增长5%，农村居民人均可支配收入40000元，增长7%。"},
     {"城镇居民人均可支配收入60000元，增长5%，农村居民人均可支配收入40000元。"}},
    {"in_step", "income growth against that of GDP, per head where it is stated, at constant prices", Severity::warning, by<&in_step>,
     {"地区生产总值增长6%。居民人均可支配收入增长5%，居民消费价格上涨2%。",
      "地区生产总值增长6%。居民收入增长与经济增长同步。"},
     {"地区生产总值增长6%。居民人均可支配收入增长5%，居民消费价格上涨2%。",
      "地区生产总值增长6%。"}},
    {"ratio_and_incomes", "a target for the income ratio against the targets for both incomes", Severity::warning, by<&ratio_and_incomes>,
     {"", "城镇居民人均可支配收入增长7%，农村居民人均可支配收入增长6%，城乡居民收入比缩小。"},
     {"", "城镇居民人均可支配收入增长6%，农村居民人均可支配收入增长7%，城乡居民收入比缩小。"}},
    {"feasible_set", "whether all targets on incomes can be met together, and by what growth", Severity::error, by<&feasible_set>,
     {"", "城镇居民人均可支配收入增长6%，农村居民人均可支配收入增长7%，居民人均可支配收入增长6.5%。"},
     {"", "城镇居民人均可支配收入增长6%。"}},
    {"amplification", "targets against those of a parent report", Severity::info, by<&amplification>,
     {"", "地区生产总值增长7%左右。"},
     {"", "地区生产总值增长5%左右。"}, "地区生产总值增长6%左右。"},
    {"neighbouring_levels", "levels of neighbouring years, without growth between them, that are further apart than a year brings",
     Severity::warning, by<&neighbouring_levels>,
     {"地区生产总值745亿元。"},
     {"地区生产总值345亿元。"}, "", "地区生产总值320亿元。"},
    {"restated", "a figure against what an earlier document of the place states for the same year", Severity::warning, by<&restated>,
     {"2029年，地区生产总值330亿元。"},
     {"2029年，地区生产总值320亿元。"}, "", "地区生产总值320亿元。"},
    {"places_sum", "a whole against the sum of the places below it", Severity::warning, by<&places_within>,
     {"地区生产总值745亿元。"},
     {"地区生产总值845亿元。"}, "", "", "地区生产总值800亿元。"},
};
// clang-format on

SHENGZHOU_REPORT_INLINE std::span<const Rule> all_rules() noexcept { return table; }

inline void apply_all(Findings& findings, const Case& at) {
  const LargeRates stated;  // figures bear their unit
  for (const Rule& rule : table) {
    if (&rule == table || rule.apply != (&rule - 1)->apply) rule.apply(findings, at);
  }
}

}  // namespace shengzhou_report::detail::rules
