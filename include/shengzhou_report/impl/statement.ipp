#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/catalogue.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE Headings::Headings(std::vector<std::string> titles)
    : titles_(titles.empty() ? nullptr : std::make_shared<const std::vector<std::string>>(std::move(titles))) {}

SHENGZHOU_REPORT_INLINE const std::vector<std::string>& Headings::titles() const noexcept {
  static const std::vector<std::string> none;
  return titles_ ? *titles_ : none;
}

SHENGZHOU_REPORT_INLINE const Indicator* Statement::catalogued() const {
  if (indicator_id.empty()) return nullptr;
  // Hardly anybody writes another name of it there.
  const Indicator* known = detail::find_id(indicator_id);
  return known != nullptr ? known : try_find_indicator(indicator_id);
}

SHENGZHOU_REPORT_INLINE std::vector<Doubt> Doubts::list() const {
  std::vector<Doubt> members;
  for (const auto& row : Words<Doubt>::table) {
    if (contains(row.value)) members.push_back(row.value);
  }
  return members;
}

SHENGZHOU_REPORT_INLINE PriceBasis Statement::price_basis() const {
  if (stated_basis) return *stated_basis;
  const Indicator* known = catalogued();
  if (known == nullptr || measure == Measure::rank) return PriceBasis::none;
  return measure == Measure::growth ? known->growth_basis : known->level_basis;
}

SHENGZHOU_REPORT_INLINE Direction Statement::direction() const {
  if (measure == Measure::rank) return Direction::lower;
  const Indicator* known = catalogued();
  if (known != nullptr) return known->direction;
  if (status != Status::target) return Direction::none;
  // What is planned to fall is better when lower, whatever it is.
  if (!quantity) {
    return trend == Trend::rising ? Direction::higher : trend == Trend::falling ? Direction::lower : Direction::none;
  }
  const bool moves = measure == Measure::growth || measure == Measure::change;
  if (!moves || quantity->value() == Decimal(0)) return Direction::none;
  return quantity->value() < Decimal(0) ? Direction::lower : Direction::higher;
}

SHENGZHOU_REPORT_INLINE bool Statement::is_over_the_year() const noexcept {
  if (measure != Measure::growth && measure != Measure::change) return true;
  return reference.empty() && (!base_year || !year || *base_year == *year - 1);
}

SHENGZHOU_REPORT_INLINE bool Statement::is_usual() const noexcept {
  return area.empty() && period == Period::year && is_over_the_year();
}

namespace detail {

[[nodiscard]] inline const Quantity& number_of(const Statement& statement) {
  if (statement.quantity) return *statement.quantity;
  throw DomainError("the statement on " + detail::in_quotes(statement.indicator) + " carries no number");
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE Interval Statement::target_interval() const {
  return detail::number_of(*this).target_interval(direction());
}

SHENGZHOU_REPORT_INLINE Certainty Statement::is_met_by(const Quantity& outcome) const {
  return detail::number_of(*this).is_met_by(outcome, direction());
}

SHENGZHOU_REPORT_INLINE bool is_part_of_year(Period period) noexcept {
  switch (period) {
    case Period::year:
    case Period::month_average:
    case Period::year_average:
    case Period::cumulative:
      return false;
    default:
      return true;
  }
}

SHENGZHOU_REPORT_INLINE std::int32_t detail::year_of(const Statement& statement) {
  if (statement.year) return *statement.year;
  throw DomainError("the year of " + detail::in_quotes(statement.indicator) +
                    " is unknown: say of which year the document is, as in parse(text, year=2024)");
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Statement& statement) {
  std::string text = statement.indicator + " " + to_string(statement.measure) + " ";
  text += statement.quantity ? to_string(*statement.quantity) : std::string(to_string(statement.trend));
  text += std::string(" (") + to_string(statement.status) + " ";
  text += statement.year ? std::to_string(*statement.year) : "of no known year";
  if (statement.base_year && !(statement.year && *statement.base_year == *statement.year - 1))
    text += ", since " + std::to_string(*statement.base_year);
  if (!statement.area.empty()) text += ", of " + statement.area;
  if (!statement.reference.empty()) text += ", against " + statement.reference;
  return text + ")";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Statement& statement) {
  return out << to_string(statement);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Statement>::operator()(
    const shengzhou_report::Statement& statement) const noexcept {
  namespace sr = shengzhou_report;
  // Name, figure, year and place tell statements apart; hashing the rest would only cost time.
  std::size_t seed = std::hash<std::string>{}(statement.indicator);
  if (statement.quantity) seed = sr::detail::hash_combine(seed, std::hash<sr::Quantity>{}(*statement.quantity));
  seed = sr::detail::hash_combine(seed, std::hash<std::int32_t>{}(statement.year.value_or(0)));
  return sr::detail::hash_combine(seed, std::hash<std::int64_t>{}(statement.span.begin));
}
