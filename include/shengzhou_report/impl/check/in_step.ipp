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
#include <shengzhou_report/impl/check/prices.hpp>

namespace shengzhou_report::detail::rules {

/// Nominal growth of income that is in step with GDP growth at the given prices.
[[nodiscard]] inline double nominal_in_step(double gdp_growth, double prices, const CheckOptions& options) {
  return nominal_growth(gdp_growth - options.in_step_tolerance, prices);
}

/// Consumer prices up to which income that grew so much is in step.
[[nodiscard]] inline FindingNumber most_prices(const Statement& income, const Statement& gdp,
                                               const CheckOptions& options) {
  return in_percent("most_consumer_price_growth",
                    real_growth(rate_of(income), rate_of(gdp) - options.in_step_tolerance),
                    real_growth(growth_of(income), growth_of(gdp) - Interval(options.in_step_tolerance)));
}

[[nodiscard]] inline std::string tolerance_text(const CheckOptions& options) {
  const bool usual = options.in_step_tolerance == in_step_tolerance;
  return points(options.in_step_tolerance) + " tolerance" + (usual ? ", by convention" : "");
}

inline void in_step_last_year(Findings& findings, const Facts& facts, const Statement& claim, std::int32_t year,
                              const CheckOptions& options) {
  const Statement* gdp = economic_growth(facts, year, false, options.in_step_tolerance);
  if (gdp == nullptr) return;
  Prices prices = consumer_prices(facts, year, options);
  const bool told = !prices.are_measured();
  if (told) prices = {.growth = options.consumer_price_growth};
  for (const char* id : {"disposable_income_all", "disposable_income_urban", "disposable_income_rural"}) {
    const Statement* income = facts.growth(id, year);
    if (income == nullptr) continue;
    std::vector<const Statement*> involved{income, gdp};
    if (&claim != income && claim.status != Status::target) involved.push_back(&claim);
    const bool current = options.in_step_basis == PriceBasis::current;
    // 实际增长 is in real terms already.
    const bool real_terms = income->price_basis() == PriceBasis::constant;
    std::string message = title(*income) + ": grew by " + to_string(*income->quantity) +
                          (real_terms ? " at constant prices, " : " at current prices, ") + gdp->indicator + " by " +
                          to_string(*gdp->quantity) + " at constant prices; ";
    std::vector<FindingNumber> numbers;
    Severity severity = Severity::info;
    if (current || real_terms || prices.growth) {
      const double deflator = current || real_terms ? 0 : *prices.growth;
      const Interval real = real_growth(growth_of(*income), deflator);
      const double value = real_growth(rate_of(*income), deflator);
      const Certainty step = is_in_step(real, growth_of(*gdp), options.in_step_tolerance);
      message += (current || real_terms
                      ? "taken as they are, it was "
                      : "with consumer prices up " + percent(deflator) + (told ? ", as this check was told," : "") +
                            " it grew by " + percent(value) + " in real terms and was ");
      message += step == Certainty::no        ? "not in step"
                 : step == Certainty::certain ? "in step"
                                              : "in step within rounding";
      message += " (" + tolerance_text(options) + ")";
      numbers.push_back(in_percent("real_income_growth", value, real));
      if (prices.statement != nullptr && !current && !real_terms) involved.push_back(prices.statement);
      // What the report does not state contradicts nothing in it.
      const bool stated = current || real_terms || !told;
      if (step == Certainty::no && claim.status != Status::target && stated) severity = Severity::warning;
      if (!current && !real_terms) numbers.push_back(most_prices(*income, *gdp, options));
    } else {
      const FindingNumber most = most_prices(*income, *gdp, options);
      message += "in step (real growth of at least " + percent(rate_of(*gdp) - options.in_step_tolerance) + ", " +
                 tolerance_text(options) + ") only if consumer prices " +
                 (most.value < 0 ? "fell by at least " + percent(-most.value / 100)
                                 : "rose by at most " + percent(most.value / 100)) +
                 ", and the report states no consumer prices";
      numbers.push_back(most);
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
    const Statement* gdp = economic_growth(facts, year_of(claim), true, options.in_step_tolerance);
    if (gdp != nullptr) {
      const double least = rate_of(*gdp) - options.in_step_tolerance;
      const Prices prices = consumer_prices(facts, year_of(claim), options);
      const bool current = options.in_step_basis == PriceBasis::current;
      std::vector<const Statement*> involved{&claim, gdp};
      std::vector<FindingNumber> numbers{in_percent("least_income_growth", least, least)};
      std::string message = title(claim) + ": in step with " + gdp->indicator + " growth of " +
                            to_string(*gdp->quantity) + " means growth of at least " + percent(least) + " (" +
                            tolerance_text(options) + ") at " +
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
          // Nobody knows the prices of a year that is planned.
          findings.add(current ? Severity::warning : Severity::info, "in_step", {income, &claim, gdp},
                       title(*income) + ": a target of " + to_string(*income->quantity) +
                           " at current prices stays behind the " + percent(nominal) + " that in step with " +
                           gdp->indicator + " growth of " + to_string(*gdp->quantity) + " asks for" +
                           (current ? std::string()
                                    : " if consumer prices rise by " + percent(*prices.growth) + ", " +
                                          (prices.statement != nullptr ? "as planned" : "as this check was told") +
                                          "; it is in step if they rise by at most " + percent(most)),
                       {in_percent("least_nominal_growth", nominal, nominal),
                        in_percent("most_consumer_price_growth", most, most)});
        }
      }
    }
    in_step_last_year(findings, facts, claim, year_of(claim) - 1, options);
  }
}

}  // namespace shengzhou_report::detail::rules
