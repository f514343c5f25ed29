#pragma once

// Rule: whether all targets on incomes can be met together.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/in_step.ipp>
#include <shengzhou_report/impl/check/incomes.ipp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report::detail::rules {

/// Urban share of the population that the three incomes of a year imply, where some share fits them.
[[nodiscard]] inline std::optional<Interval> implied_weight(const Facts& facts, std::int32_t year,
                                                            const Statement*& all) {
  const Incomes level = income_levels(facts, year);
  const Statement* total = facts.level("disposable_income_all", year);
  if (!level.complete() || total == nullptr || !compatible(*total, *level.urban)) return std::nullopt;
  const Interval urban = level_range(level.urban->quantity->interval());
  const Interval rural = level_in(*level.rural, *level.urban);
  const Interval mean = level_in(*total, *level.urban);
  if (rural.upper() >= urban.lower() || !std::isfinite(mean.upper())) return std::nullopt;
  if (mean.lower() > urban.upper() || mean.upper() < rural.lower()) return std::nullopt;
  all = total;
  return implied_urban_share(Interval(std::max(mean.lower(), rural.lower()), mean.upper()), urban, rural);
}

[[nodiscard]] inline std::string rate_pair(const IncomeGrowth& at) {
  return "(" + percent(at.urban) + ", " + percent(at.rural) + ")";
}

/// The targets on incomes together.
inline void feasible_set(Findings& findings, const Facts& facts, std::int32_t year, const CheckOptions& options) {
  const auto promise = std::find_if(facts.report().begin(), facts.report().end(), [&](const Statement& statement) {
    return is_income_in_step(statement) && statement.status == Status::target && year_of(statement) == year;
  });
  const Statement* gdp = economic_growth(facts, year, true, options.in_step_tolerance);
  const Statement* step = promise != facts.report().end() && gdp != nullptr ? &*promise : nullptr;
  const Statement* falls = ratio_trend(facts, year, true);
  const Statement* goal = facts.level("income_ratio", year, true);
  const Statement* total = facts.growth("disposable_income_all", year, true);
  const Incomes growth = income_growths(facts, year, true);
  const Incomes level = income_levels(facts, year - 1);
  const int joint = (step != nullptr) + (total != nullptr) + (falls != nullptr) + (goal != nullptr);
  const int single = (growth.urban != nullptr) + (growth.rural != nullptr);
  if (joint == 0 || joint + single < 2 || (goal != nullptr && !level.complete())) return;

  // Targets in figures are nominal. A real promise joins them through consumer prices; alone it stays real, and the
  // ratio is then the same as long as town and country have one deflator.
  const bool nominal = single > 0 || total != nullptr;
  const Prices prices = consumer_prices(facts, year, options);
  const bool current = options.in_step_basis == PriceBasis::current;
  const bool step_fits = step != nullptr && (!nominal || current || prices.growth);
  if (joint + single - (step != nullptr && !step_fits) < 2) return;

  std::vector<const Statement*> involved;
  for (const Statement* statement : {step, total, falls, goal, growth.urban, growth.rural}) {
    if (statement != nullptr && (statement != step || step_fits)) involved.push_back(statement);
  }
  std::string asked;
  const auto ask = [&](const std::string& text) { asked += (asked.empty() ? "" : ", ") + text; };
  const auto lower_bound = [&](const Statement& target) {
    const Interval rates = in_unit(target.target_interval(), fraction_of(target.quantity->unit()));
    return Interval(std::max(rates.lower(), -1.0), rates.upper());
  };

  const Statement* all = nullptr;
  const std::optional<Interval> implied = implied_weight(facts, year - 1, all);
  const Interval weight = options.urban_weight ? *options.urban_weight : implied.value_or(Interval(0, 1));
  IncomeTargets targets{.urban = level.complete() ? level_range(level.urban->quantity->interval()) : Interval(1.0),
                        .rural = level.complete() ? level_in(*level.rural, *level.urban) : Interval(1.0),
                        .urban_weight = weight};
  // Without levels the share of income is as open as that of persons, and covers every pair of levels.
  if (!level.complete()) targets.urban_weight = Interval(0, 1);
  std::optional<double> least;
  if (step_fits) {
    least = nominal && !current ? nominal_in_step(rate_of(*gdp), *prices.growth, options)
                                : rate_of(*gdp) - options.in_step_tolerance;
    ask("total income growth of at least " + percent(*least) + " (in step with " + gdp->indicator + " growth of " +
        to_string(*gdp->quantity) + ")");
    involved.push_back(gdp);
  }
  if (total != nullptr) {
    const Interval bound = lower_bound(*total);
    targets.total_growth =
        Interval(std::max(bound.lower(), least.value_or(-1)), std::max(bound.upper(), least.value_or(-1)));
    ask("total income growth " + to_string(*total->quantity));
  } else if (least) {
    targets.total_growth = Interval(*least, infinity);
  }
  if (growth.urban != nullptr) {
    targets.urban_growth = lower_bound(*growth.urban);
    ask("urban income growth " + to_string(*growth.urban->quantity));
  }
  if (growth.rural != nullptr) {
    targets.rural_growth = lower_bound(*growth.rural);
    ask("rural income growth " + to_string(*growth.rural->quantity));
  }
  // The box is a convention; growth that the report itself asks for lies in it.
  for (const std::optional<Interval>& asked_for : {targets.urban_growth, targets.rural_growth}) {
    if (asked_for && asked_for->lower() > targets.box.upper() && asked_for->lower() <= plane::world[1])
      targets.box = Interval(targets.box.lower(), asked_for->lower());
  }
  if (falls != nullptr) {
    targets.ratio_falls = true;
    ask("a falling ratio");
  }
  if (goal != nullptr) {
    targets.ratio_target = goal->target_interval().upper();
    if (!std::isfinite(*targets.ratio_target) || *targets.ratio_target <= 0) return;
    ask("a ratio of " + to_string(*goal->quantity));
  }

  FeasibleRegion region(targets);
  std::string weights;
  if (targets.urban_weight.lower() == targets.urban_weight.upper()) {
    weights = "at an urban share of " + percent(weight.lower()) + " of the population, as this check was told";
  } else if (options.urban_weight && level.complete()) {
    weights = "for every urban share of " + range(weight, percent) + " of the population, as this check was told";
  } else if (implied && level.complete()) {
    weights = "for every urban share of " + range(weight, percent) +
              " of the population, which the three incomes of the year before imply";
    involved.push_back(all);
  } else {
    weights = "whatever the urban share of the population, which the report does not state";
  }
  if (region.empty()) {
    // Total growth is linear in the share, so one that works, if any does, is at an end; the lowest ratio that rounding
    // allows is the easiest to bring down.
    for (const double end : {targets.urban_weight.lower(), targets.urban_weight.upper()}) {
      IncomeTargets one = targets;
      one.urban = targets.urban.lower();
      one.rural = targets.rural.upper();
      one.urban_weight = end;
      if (FeasibleRegion some(one); !some.empty()) {
        region = std::move(some);
        weights = "only for some urban shares of the population, and incomes that print alike, such as " + percent(end);
        break;
      }
    }
  }
  const std::string aside = step == nullptr || step_fits
                                ? ""
                                : "; in step with " + gdp->indicator +
                                      " is left aside: it takes consumer prices, which the report does not state";
  const char* basis =
      nominal || current ? "at current prices" : "at constant prices with one deflator for town and country";
  const std::string head = "城乡居民收入 " + std::to_string(year) + ": " + asked;
  if (region.empty()) {
    std::string names;
    for (const IncomeConstraint name : region.conflict()) {
      names += (names.empty() ? "" : ", ") + std::string(to_string(name));
    }
    // Within another box there may be a way.
    const bool box =
        std::find(region.conflict().begin(), region.conflict().end(), IncomeConstraint::box) != region.conflict().end();
    // A conflict that rests on prices of a year that is planned is one of forecasts.
    const bool forecast = step_fits && nominal && !current;
    findings.add(forecast ? Severity::info
                 : box    ? Severity::warning
                          : Severity::error,
                 "feasible_set", involved,
                 head + " cannot all be met " + (box ? "by growth of " + range(targets.box, percent) : "together") +
                     ", " + basis + "; in conflict: " + names + aside,
                 {});
    return;
  }
  const CheapestGrowth cheapest = region.cheapest();
  std::vector<FindingNumber> numbers{in_percent("cheapest_urban_growth", cheapest.growth.urban, cheapest.growth.urban),
                                     in_percent("cheapest_rural_growth", cheapest.growth.rural, cheapest.growth.rural),
                                     {"area", 1e4 * region.area(), 1e4 * region.area(), Unit()}};
  std::string corners;
  for (const IncomeGrowth& vertex : region.vertices()) {
    corners += (corners.empty() ? "" : ", ") + rate_pair(vertex);
    numbers.push_back(in_percent("corner_urban_growth", vertex.urban, vertex.urban));
    numbers.push_back(in_percent("corner_rural_growth", vertex.rural, vertex.rural));
  }
  findings.add(Severity::info, "feasible_set", involved,
               head + " can be met together " + weights + ", " + basis + "; within growth of " +
                   range(targets.box, percent) + " the pairs (urban, rural) that meet them lie between the corners " +
                   corners + "; cheapest is " + rate_pair(cheapest.growth) +
                   (cheapest.attained ? "" : ", as a limit: rural income must grow faster by whatever little") + aside,
               std::move(numbers));
}

}  // namespace shengzhou_report::detail::rules
