#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/check.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/rules.ipp>
#include <shengzhou_report/impl/format.hpp>

namespace shengzhou_report {

namespace detail::rules {

inline void require(const CheckOptions& options) {
  formula::require_tolerance(options.in_step_tolerance);
  const auto reject = [](const char* name, double value, const char* advice) {
    throw DomainError(std::string("check: ") + name + " = " + format_double(value) + " " + advice);
  };
  if (const auto prices = options.consumer_price_growth) {
    formula::require_rate("check", "consumer_price_growth", *prices);
  }
  if (options.deflator_band) formula::require_rate_limits("check", "deflator_band", *options.deflator_band);
  if (const auto& weight = options.urban_weight; weight && !(weight->lower() >= 0 && weight->upper() <= 1)) {
    reject("urban_weight", weight->lower() < 0 ? weight->lower() : weight->upper(),
           "must be a share of the population from 0 to 1");
  }
  if (options.in_step_basis == PriceBasis::none) {
    throw DomainError("check: in_step_basis = none must be constant or current: incomes have prices");
  }
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> findings_on(const Report& report, const CheckOptions& options,
                                                         const Facts* parent, const Around* around) {
  require(options);
  if (!is_comparable(report)) return findings_on(comparable(report), options, parent, around);
  Findings findings(report);
  const Facts facts(report);
  apply_all(findings, {facts, options, parent, around});
  return std::move(findings).in_order();
}

}  // namespace detail::rules

SHENGZHOU_REPORT_INLINE std::vector<CheckRule> check_rules() {
  std::vector<CheckRule> rules;
  for (const detail::rules::Rule& rule : detail::rules::all_rules()) rules.push_back({rule.name, rule.description});
  return rules;
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> check(const Report& report, const CheckOptions& options) {
  return detail::rules::findings_on(report, options, nullptr, nullptr);
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> check(const Report& report, const Report& parent,
                                                   const CheckOptions& options) {
  if (!detail::rules::is_comparable(parent)) return check(report, detail::rules::comparable(parent), options);
  const detail::rules::Facts above(parent);
  return detail::rules::findings_on(report, options, &above, nullptr);
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Finding& finding) {
  return out << to_string(finding.severity) << " " << finding.rule << ": " << finding.message;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::FindingNumber>::operator()(
    const shengzhou_report::FindingNumber& number) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(number.name), std::hash<double>{}(number.value));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Finding>::operator()(
    const shengzhou_report::Finding& finding) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(finding.rule), std::hash<std::string>{}(finding.message));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::CheckRule>::operator()(
    const shengzhou_report::CheckRule& rule) const noexcept {
  return std::hash<std::string>{}(rule.name);
}
