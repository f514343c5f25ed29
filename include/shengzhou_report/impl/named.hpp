#pragma once

#include <shengzhou_report/impl/catalogue.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/statement.hpp>

/// What the parser and the constructor of statements ask alike of the name of a statement.
namespace shengzhou_report::detail {

/// Whether a statement of this name is on the indicator: 新能源汽车15万辆 and 新能源汽车25家 are two things of one
/// name.
[[nodiscard]] inline bool can_be_of(const Statement& statement, const Indicator& named) {
  const bool sized = statement.measure == Measure::level || statement.measure == Measure::change;
  return !sized || !statement.quantity || can_measure(statement.quantity->unit(), named);
}

}  // namespace shengzhou_report::detail
