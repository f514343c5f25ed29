#pragma once

// Volumes whose weights change every year.

#include <cmath>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/index_number.hpp>

namespace shengzhou_report {

namespace detail::formula {

inline void require_panel(const char* function, const char* name, const PanelRef& panel) {
  const Parameter parameter{name, Domain::positive_level};
  for (Eigen::Index i = 0; i < panel.rows(); ++i) {
    for (Eigen::Index j = 0; j < panel.cols(); ++j) {
      if (holds(parameter.domain, panel(i, j))) continue;
      try {
        reject_argument(function, parameter, Ends(panel(i, j)));
      } catch (const DomainError& error) {
        throw DomainError(std::string(error.what()) + " (row " + std::to_string(i) + ", column " + std::to_string(j) +
                          ")");
      }
    }
  }
}

/// The parts and their sum in a last column.
[[nodiscard]] inline PathMatrix with_total(const PanelRef& parts) {
  PathMatrix all(parts.rows(), parts.cols() + 1);
  all.leftCols(parts.cols()) = parts;
  all.rightCols(1) = parts.rowwise().sum();
  return all;
}

/// Volumes of parts and of their total out of both in one table.
[[nodiscard]] inline ChainedVolumes volumes(const char* function, const PathMatrix& all) {
  if (!all.isFinite().all()) throw DomainError(std::string(function) + ": a volume is too large for a double");
  const Eigen::Index parts = all.cols() - 1;
  ChainedVolumes result{all.leftCols(parts), all.col(parts), {}};
  result.discrepancy = result.parts.rowwise().sum() - result.total;
  return result;
}

/// For each year what leads from its prices to those of the reference year: the inverse of the chained deflator.
[[nodiscard]] inline PathMatrix chain_factors(const char* function, const PathMatrix& value,
                                              const PathMatrix& at_previous_prices, Eigen::Index reference) {
  PathMatrix factors(value.rows(), value.cols());
  factors.row(0).setOnes();
  for (Eigen::Index year = 1; year < value.rows(); ++year) {
    factors.row(year) = factors.row(year - 1) * (at_previous_prices.row(year - 1) / value.row(year));
  }
  const PathMatrix base = factors.row(reference);
  for (Eigen::Index year = 0; year < value.rows(); ++year) factors.row(year) /= base.row(0);
  if (!factors.isFinite().all()) {
    throw DomainError(std::string(function) + ": prices change by more than a double can say");
  }
  return factors;
}

inline void require_chain(const char* function, const PanelRef& value, const PanelRef& at_previous_prices,
                          Eigen::Index periods_per_year, Eigen::Index reference) {
  const std::string name = function;
  if (periods_per_year < 1) {
    throw DomainError(name + ": periods_per_year = " + std::to_string(periods_per_year) + " must be at least 1");
  }
  if (value.rows() < 2 || value.cols() == 0) {
    throw DomainError(name + ": value has " + std::to_string(value.rows()) + " years of " +
                      std::to_string(value.cols()) + " parts: give two years at least, and one part");
  }
  const Eigen::Index years = value.rows() - 1;
  if (at_previous_prices.cols() != value.cols() || at_previous_prices.rows() % periods_per_year != 0 ||
      at_previous_prices.rows() / periods_per_year != years) {
    throw DomainError(name + ": at_previous_prices has " + std::to_string(at_previous_prices.rows()) + " rows of " +
                      std::to_string(at_previous_prices.cols()) + " parts, value " + std::to_string(value.rows()) +
                      " of " + std::to_string(value.cols()) +
                      ": give the same parts, and the periods of every year but the first");
  }
  if (reference < 0 || reference > years) {
    throw DomainError(name + ": reference = " + std::to_string(reference) +
                      " must be the position of a year, from 0 to " + std::to_string(years));
  }
  require_panel(function, "value", value);
  require_panel(function, "at_previous_prices", at_previous_prices);
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE ChainedVolumes chain_volumes(const PanelRef& value, const PanelRef& at_previous_prices,
                                                     Eigen::Index reference) {
  using namespace detail::formula;
  constexpr const char* name = "chain_volumes";
  require_chain(name, value, at_previous_prices, 1, reference);
  const PathMatrix all = with_total(value);
  return volumes(name, all * chain_factors(name, all, with_total(at_previous_prices), reference));
}

SHENGZHOU_REPORT_INLINE ChainedVolumes annual_overlap(const PanelRef& value, const PanelRef& at_previous_prices,
                                                      Eigen::Index periods_per_year, Eigen::Index reference) {
  using namespace detail::formula;
  constexpr const char* name = "annual_overlap";
  require_chain(name, value, at_previous_prices, periods_per_year, reference);
  const PathMatrix periods = with_total(at_previous_prices);
  PathMatrix years(value.rows() - 1, periods.cols());
  for (Eigen::Index year = 0; year < years.rows(); ++year) {
    years.row(year) = periods.middleRows(year * periods_per_year, periods_per_year).colwise().sum();
  }
  const PathMatrix factors = chain_factors(name, with_total(value), years, reference);
  PathMatrix all(periods.rows(), periods.cols());
  for (Eigen::Index i = 0; i < all.rows(); ++i) all.row(i) = periods.row(i) * factors.row(i / periods_per_year);
  return volumes(name, all);
}

}  // namespace shengzhou_report
