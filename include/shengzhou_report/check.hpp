#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/feasible.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/target.hpp>
#include <shengzhou_report/words.hpp>

/// Can all statements of a report be true? Each rule is one piece of arithmetic over rounded figures; it speaks up only
/// where no values that print like the figures agree, or to say what figures of different kinds mean together.
namespace shengzhou_report {

/// How much a finding matters.
enum class Severity {
  info,     ///< true and worth knowing: what figures imply together, or why they must not be compared
  warning,  ///< hardly true as it stands: look at scope, revision, price basis
  error     ///< not true for any figures that print like these
};

template <>
struct Words<Severity> {
  static constexpr const char* enumeration = "Severity";
  using enum Severity;
  static constexpr EnumWord<Severity> table[] = {{info, "info"}, {warning, "warning"}, {error, "error"}};
};

/// One number of a finding.
struct FindingNumber {
  std::string name;   ///< what it is, in snake_case: "implied_base"
  double value;       ///< in `unit`
  Interval interval;  ///< what it can be while the figures print as they do
  Unit unit;          ///< "%" numbers are in per cent
  friend bool operator==(const FindingNumber&, const FindingNumber&) = default;
};

/// What a rule has to say about some statements.
struct Finding {
  Severity severity;                              ///< how much it matters
  std::string rule;                               ///< stable name of the rule: "price_basis"; `check_rules` lists them
  std::vector<Statement> statements;              ///< the statements involved, the one that the finding stands at first
  std::string message;                            ///< the arithmetic in words, indicators as printed
  std::vector<FindingNumber> numbers;             ///< the figures of the arithmetic, each with what it is
  std::string place = {};                         ///< of a panel: whose report it is about
  std::optional<std::int32_t> vintage = {};       ///< of a panel: the year of that report
  DocumentKind kind = DocumentKind::work_report;  ///< of a panel: what that report is
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What the rules may assume.
struct CheckOptions {
  /// How far income growth may stay behind GDP growth in step with it; see is_in_step.
  double in_step_tolerance = shengzhou_report::in_step_tolerance;
  /// Prices at which incomes are compared with GDP. `constant`: real incomes, as official statements do;
  /// `current`: incomes as printed, with no deflator.
  PriceBasis in_step_basis = PriceBasis::constant;
  /// Growth of consumer prices, where the report does not state it. What follows from it is info: the report does not
  /// contradict itself by what it does not say.
  std::optional<double> consumer_price_growth = {};
  /// Growth of a deflator that needs no remark. Without it, that of each year: between the GDP deflator and consumer
  /// prices of the country (World Bank, World Development Indicators), and by convention 3 percentage points on either
  /// side, which nine in ten figures of places keep; -2 % to 8 % in years without national figures.
  std::optional<Interval> deflator_band = {};
  /// Urban share of the population for the feasible set; without it every share from 0 to 1 is asked for.
  std::optional<Interval> urban_weight = {};
};

/// A rule by name, and what it does.
struct CheckRule {
  std::string name;         ///< stable: what `Finding::rule` names
  std::string description;  ///< what it compares, in a line
  friend bool operator==(const CheckRule&, const CheckRule&) = default;
};

/// The rules, in the order in which they are applied.
[[nodiscard]] std::vector<CheckRule> check_rules();

/// Findings on a report, in the order of its text.
///
/// Only whole years, and only indicators of the catalogue, are compared. Where a report states one figure twice with
/// different numbers, or a parser may have read it so, the figure is left aside.
/// @throws DomainError  for options that are no numbers: a negative tolerance, prices that fall by 100 %, a weight
///                      outside [0, 1].
[[nodiscard]] std::vector<Finding> check(const Report& report, const CheckOptions& options = {});

/// The same, and how the targets relate to those of the authority above (层层加码): the excess over the parent's target
/// in percentage points, and a wording that binds more strongly.
///
/// Source of the measure: Li, Liu, Weng, Zhou, "Target Setting in Tournaments", Economic Journal 129 (2019).
[[nodiscard]] std::vector<Finding> check(const Report& report, const Report& parent, const CheckOptions& options = {});

/// "warning part_exceeds_whole: ...".
std::ostream& operator<<(std::ostream& out, const Finding& finding);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::FindingNumber> {
  std::size_t operator()(const shengzhou_report::FindingNumber& number) const noexcept;
};

template <>
struct std::hash<shengzhou_report::Finding> {
  std::size_t operator()(const shengzhou_report::Finding& finding) const noexcept;
};

template <>
struct std::hash<shengzhou_report::CheckRule> {
  std::size_t operator()(const shengzhou_report::CheckRule& rule) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/check.ipp>
#endif
