#pragma once

// Rule: incomes that grow in step with the economy.

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/incomes.ipp>

namespace shengzhou_report::detail::rules {

/// Growth of consumer prices in a year, and the statement it comes from, if one does.
struct Prices {
  std::optional<double> growth = {};
  const Statement* statement = nullptr;
  /// A target for prices is a ceiling that they mostly stay below: no measure of what came, or will come.
  [[nodiscard]] bool are_forecast() const { return statement != nullptr && statement->status == Status::target; }
};

[[nodiscard]] inline Prices consumer_prices(const Facts& facts, std::int32_t year, const CheckOptions& options) {
  for (const bool target : {false, true}) {
    if (const Statement* stated = facts.growth("cpi", year, target); stated != nullptr) {
      return {.growth = rate_of(*stated), .statement = stated};
    }
  }
  return {.growth = options.consumer_price_growth};
}

/// GDP growth of a year that incomes can be in step with: none where it falls by all there is.
[[nodiscard]] inline const Statement* gdp_growth(const Facts& facts, std::int32_t year, bool target,
                                                 const CheckOptions& options) {
  const Statement* gdp = facts.growth("gdp", year, target);
  return gdp != nullptr && growth_of(*gdp).lower() - options.in_step_tolerance > -1 ? gdp : nullptr;
}

/// Nominal growth of income that is in step with GDP growth at the given prices.
[[nodiscard]] inline double nominal_in_step(double gdp_growth, double prices, const CheckOptions& options) {
  return nominal_growth(gdp_growth - options.in_step_tolerance, prices);
}

inline void in_step_last_year(Findings& findings, const Facts& facts, const Statement& claim, std::int32_t year,
                              const CheckOptions& options) {
  const Statement* gdp = gdp_growth(facts, year, false, options);
  if (gdp == nullptr) return;
  Prices prices = consumer_prices(facts, year, options);
  if (prices.are_forecast()) prices = {.growth = options.consumer_price_growth};
  for (const char* id : {"disposable_income_all", "disposable_income_urban", "disposable_income_rural"}) {
    const Statement* income = facts.growth(id, year);
    if (income == nullptr) continue;
    std::vector<const Statement*> involved{income, gdp};
    if (&claim != income && claim.status != Status::target) involved.push_back(&claim);
    const bool current = options.in_step_basis == PriceBasis::current;
    std::string message = title(*income) + ": grew by " + to_string(*income->quantity) + " at current prices, " +
                          gdp->indicator + " by " + to_string(*gdp->quantity) + " at constant prices; ";
    std::vector<FindingNumber> numbers;
    Severity severity = Severity::info;
    if (current || prices.growth) {
      const double deflator = current ? 0 : *prices.growth;
      const Interval real = real_growth(growth_of(*income), deflator);
      const double value = real_growth(rate_of(*income), deflator);
      const Certainty step = is_in_step(real, growth_of(*gdp), options.in_step_tolerance);
      message += (current ? "taken as they are, it was "
                          : "with consumer prices up " + percent(deflator) + " it grew by " + percent(value) +
                                " in real terms and was ");
      message += step == Certainty::no        ? "not in step"
                 : step == Certainty::certain ? "in step"
                                              : "in step within rounding";
      message += " (tolerance " + points(options.in_step_tolerance) + ")";
      numbers.push_back(in_percent("real_income_growth", value, real));
      if (prices.statement != nullptr && !current) involved.push_back(prices.statement);
      if (step == Certainty::no && claim.status != Status::target) severity = Severity::warning;
    } else {
      const double most = real_growth(rate_of(*income), rate_of(*gdp) - options.in_step_tolerance);
      const Interval range_of_most =
          real_growth(growth_of(*income), growth_of(*gdp) - Interval(options.in_step_tolerance));
      message += "in step (real growth of at least " + percent(rate_of(*gdp) - options.in_step_tolerance) +
                 ") only if consumer prices " +
                 (most < 0 ? "fell by at least " + percent(-most) : "rose by at most " + percent(most)) +
                 ", and the report states no consumer prices";
      numbers.push_back(in_percent("most_consumer_price_growth", most, range_of_most));
    }
    findings.add(severity, "in_step", involved, std::move(message), std::move(numbers));
  }
}

inline void in_step(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement& claim : facts.report()) {
    if (!is_income_in_step(claim)) continue;
    if (claim.status != Status::target) {
      in_step_last_year(findings, facts, claim, year_of(claim), options);
      continue;
    }
    const Statement* gdp = gdp_growth(facts, year_of(claim), true, options);
    if (gdp != nullptr) {
      const double least = rate_of(*gdp) - options.in_step_tolerance;
      const Prices prices = consumer_prices(facts, year_of(claim), options);
      const bool current = options.in_step_basis == PriceBasis::current;
      std::vector<const Statement*> involved{&claim, gdp};
      std::vector<FindingNumber> numbers{in_percent("least_income_growth", least, least)};
      std::string message = title(claim) + ": in step with " + gdp->indicator + " growth of " +
                            to_string(*gdp->quantity) + " means growth of at least " + percent(least) + " (" +
                            points(options.in_step_tolerance) + " tolerance) at " +
                            (current ? "current prices, as this check was told" : "constant prices");
      if (!current && prices.growth) {
        const double nominal = nominal_in_step(rate_of(*gdp), *prices.growth, options);
        message += ", " + percent(nominal) + " at current prices if consumer prices grow by " + percent(*prices.growth);
        numbers.push_back(in_percent("least_nominal_growth", nominal, nominal));
        if (prices.statement != nullptr) involved.push_back(prices.statement);
      } else if (!current) {
        message += "; at current prices so much and the rise of consumer prices, which the report does not state";
      }
      findings.add(Severity::info, "in_step", involved, std::move(message), std::move(numbers));
      // Income targets in figures that stay behind.
      if (current || prices.growth) {
        const double nominal = nominal_in_step(rate_of(*gdp), current ? 0 : *prices.growth, options);
        for (const char* id : {"disposable_income_all", "disposable_income_urban", "disposable_income_rural"}) {
          const Statement* income = facts.growth(id, year_of(claim), true);
          if (income == nullptr || rate_of(*income) >= nominal - formula::tolerance) continue;
          const double most = real_growth(rate_of(*income), least);
          const bool forecast = !current && prices.are_forecast();
          findings.add(
              forecast ? Severity::info : Severity::warning, "in_step", {income, &claim, gdp},
              title(*income) + ": a target of " + to_string(*income->quantity) +
                  " at current prices stays behind the " + percent(nominal) + " that in step with " + gdp->indicator +
                  " growth of " + to_string(*gdp->quantity) + " asks for" +
                  (forecast ? " if consumer prices rise as much as planned; it is in step if they rise by at most " +
                                  percent(most)
                            : std::string()),
              {in_percent("least_nominal_growth", nominal, nominal),
               in_percent("most_consumer_price_growth", most, most)});
        }
      }
    }
    in_step_last_year(findings, facts, claim, year_of(claim) - 1, options);
  }
}

}  // namespace shengzhou_report::detail::rules
