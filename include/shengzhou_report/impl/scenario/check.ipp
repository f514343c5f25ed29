#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/scenario/scalar.hpp>
#include <shengzhou_report/scenario.hpp>

namespace shengzhou_report::detail::scenario {

inline constexpr int most_periods = 60;
inline constexpr int most_indicators = 64;
inline constexpr int most_questions = 64;
inline constexpr int most_degrees = 100;
inline constexpr std::int64_t most_paths = std::int64_t{1} << 53;
inline constexpr int most_bins = 1024;
inline constexpr double infinity = std::numeric_limits<double>::infinity();

// What the paths depend on is computed without the standard library's functions, whose last digits differ, and without
// fused operations.
using Exact = kernel::Scalar<false>;

/// ln(x); -inf for what is not positive.
[[nodiscard]] inline double log(double x) {
  if (!(x > 1e-300)) return -infinity;
  return x < 1e300 ? -kernel::minus_log<Exact>(x) : infinity;
}

[[noreturn]] inline void reject(const std::string& message) { throw DomainError("simulate: " + message); }

[[nodiscard]] inline std::string position(const char* name, Eigen::Index row, Eigen::Index column) {
  return std::string(name) + "[" + std::to_string(row) + ", " + std::to_string(column) + "]";
}

[[nodiscard]] inline bool equal(const auto& a, const auto& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() && (a == b).all();
}

/// Throws unless `matrix` has 1 or `periods` rows and 1 or `indicators` columns of numbers within the bounds.
inline void check_matrix(const char* name, const PathMatrix& matrix, int periods, int indicators, double lower,
                         double upper, const char* advice) {
  const auto fits = [](Eigen::Index size, int wanted) { return size == 1 || size == wanted; };
  if (!fits(matrix.rows(), periods) || !fits(matrix.cols(), indicators)) {
    reject(std::string(name) + " has " + std::to_string(matrix.rows()) + " rows and " + std::to_string(matrix.cols()) +
           " columns; give one row or one a period (" + std::to_string(periods) +
           "), one column or one an indicator (" + std::to_string(indicators) + ")");
  }
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
      const double value = matrix(row, column);
      if (!(value >= lower && value <= upper)) {
        reject(position(name, row, column) + " = " + format_double(value) + " " + advice);
      }
    }
  }
}

[[nodiscard]] inline double at(const PathMatrix& matrix, int row, int column) {
  return matrix(matrix.rows() == 1 ? 0 : row, matrix.cols() == 1 ? 0 : column);
}

/// Throws unless the matrix is square and symmetric, with finite numbers and a diagonal of 1.
inline void check_correlation(const char* function, const PathMatrix& matrix) {
  const std::string head = std::string(function) + ": ";
  if (matrix.rows() != matrix.cols() || matrix.rows() == 0) {
    throw DomainError(head + "correlation has " + std::to_string(matrix.rows()) + " rows and " +
                      std::to_string(matrix.cols()) + " columns; it must be square");
  }
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
      if (!std::isfinite(matrix(i, j))) {
        throw DomainError(head + position("correlation", i, j) + " = " + format_double(matrix(i, j)) +
                          " is not a finite number");
      }
      if (std::abs(matrix(i, j) - matrix(j, i)) > 1e-12) {
        throw DomainError(head + position("correlation", i, j) + " = " + format_double(matrix(i, j)) + " but " +
                          position("correlation", j, i) + " = " + format_double(matrix(j, i)) +
                          "; it must be symmetric");
      }
    }
    if (std::abs(matrix(i, i) - 1) > 1e-12) {
      throw DomainError(head + position("correlation", i, i) + " = " + format_double(matrix(i, i)) +
                        " must be 1: divide covariances by both standard deviations");
    }
  }
}

/// The lower triangular factor of a correlation matrix, which may be semidefinite up to rounding.
[[nodiscard]] inline PathMatrix cholesky(const PathMatrix& correlation) {
  const Eigen::Index n = correlation.rows();
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      if (std::abs(correlation(i, j)) > 1) {
        reject(position("correlation", i, j) + " = " + format_double(correlation(i, j)) + " must lie between -1 and 1");
      }
    }
  }
  constexpr double tolerance = 1e-10;
  PathMatrix factor = PathMatrix::Zero(n, n);
  for (Eigen::Index j = 0; j < n; ++j) {
    double pivot = correlation(j, j);
    for (Eigen::Index k = 0; k < j; ++k) pivot -= Exact::mul(factor(j, k), factor(j, k));
    const bool dependent = pivot < tolerance;
    bool definite = pivot > -tolerance;
    const double root = dependent ? 0 : std::sqrt(pivot);
    factor(j, j) = root;
    for (Eigen::Index i = j + 1; i < n && definite; ++i) {
      double rest = correlation(i, j);
      for (Eigen::Index k = 0; k < j; ++k) rest -= Exact::mul(factor(i, k), factor(j, k));
      // Where nothing of an indicator is left to explain, others cannot depend on it.
      definite = !dependent || std::abs(rest) <= 1e-5;
      factor(i, j) = dependent ? 0 : rest / root;
    }
    if (!definite) {
      reject(
          "correlation is not positive definite: no variables have these correlations together; nearest_correlation "
          "gives the nearest matrix that is");
    }
  }
  return factor;
}

inline void check_model(const ScenarioModel& model) {
  const int indicators = static_cast<int>(std::min<std::size_t>(model.start.size(), most_indicators + 1));
  if (indicators < 1 || indicators > most_indicators) {
    reject("start has " + std::to_string(model.start.size()) + " levels; give from 1 to 64");
  }
  for (std::size_t k = 0; k < model.start.size(); ++k) {
    const Interval& level = model.start[k];
    if (!(level.lower() > 0 && level.upper() < infinity)) {
      reject("start[" + std::to_string(k) + "] = " + to_string(level) + " must be positive and finite");
    }
    if (level.upper() > 1e250 || level.lower() < 1e-250) {
      reject("start[" + std::to_string(k) + "] = " + to_string(level) + " must lie between 1e-250 and 1e250");
    }
  }
  if (model.periods < 1 || model.periods > most_periods) {
    reject("periods = " + std::to_string(model.periods) + " must lie between 1 and 60");
  }
  check_matrix("growth", model.growth, model.periods, indicators, -0.99, 9, "must lie between -0.99 and 9 (900 %)");
  for (Eigen::Index row = 0; row < model.growth.rows(); ++row) {
    for (Eigen::Index column = 0; column < model.growth.cols(); ++column) {
      formula::require_rate("simulate", position("growth", row, column).c_str(), model.growth(row, column));
    }
  }
  if (model.persistence.size() > 0) {
    if (model.persistence.size() != 1 && model.persistence.size() != indicators) {
      reject("persistence has size " + std::to_string(model.persistence.size()) +
             "; give one number or one an indicator (" + std::to_string(indicators) + ")");
    }
    for (Eigen::Index k = 0; k < model.persistence.size(); ++k) {
      if (!(std::abs(model.persistence[k]) < 1)) {
        reject("persistence[" + std::to_string(k) + "] = " + format_double(model.persistence[k]) +
               " must lie between -1 and 1, exclusive");
      }
    }
  }
  if (model.shocks == Shocks::resampled) {
    if (model.volatility.size() > 0 || model.correlation.size() > 0) {
      reject("volatility and correlation are those of the errors when shocks are resampled; leave them out");
    }
    if (model.errors.rows() < 1 || model.errors.cols() != indicators || model.errors.rows() > 1'000'000) {
      reject("errors has " + std::to_string(model.errors.rows()) + " rows and " + std::to_string(model.errors.cols()) +
             " columns; give from 1 to a million rows and one column an indicator (" + std::to_string(indicators) +
             ")");
    }
    for (Eigen::Index row = 0; row < model.errors.rows(); ++row) {
      for (Eigen::Index column = 0; column < model.errors.cols(); ++column) {
        if (!(std::abs(model.errors(row, column)) <= 5)) {
          reject(position("errors", row, column) + " = " + format_double(model.errors(row, column)) +
                 " must lie between -5 and 5: they are differences of logarithms");
        }
      }
    }
    if (model.block_length < 1 || model.block_length > model.errors.rows()) {
      reject("block_length = " + std::to_string(model.block_length) + " must lie between 1 and the number of errors, " +
             std::to_string(model.errors.rows()));
    }
  } else {
    check_matrix("volatility", model.volatility, model.periods, indicators, 0, 1,
                 "must lie between 0 and 1: it is the standard deviation of log growth, 0.02 for 2 %");
    if (model.errors.size() > 0 || model.block_length != 1) {
      reject("errors and block_length belong to resampled shocks alone");
    }
    if (model.correlation.size() > 0) {
      check_correlation("simulate", model.correlation);
      if (model.correlation.rows() != indicators) {
        reject("correlation has " + std::to_string(model.correlation.rows()) + " rows; give one an indicator (" +
               std::to_string(indicators) + ")");
      }
    }
  }
  const bool student = model.shocks == Shocks::student_t;
  if (student && (model.degrees_of_freedom < 3 || model.degrees_of_freedom > most_degrees)) {
    reject("degrees_of_freedom = " + std::to_string(model.degrees_of_freedom) + " must lie between 3 and 100");
  }
  if (!student && model.degrees_of_freedom != 0) reject("degrees_of_freedom belong to Student-t shocks alone");
}

inline void check_query(const ScenarioModel& model, const ScenarioQuery& query) {
  const int indicators = static_cast<int>(model.start.size());
  const auto check_indicator = [&](const std::string& name, int indicator) {
    if (indicator < 0 || indicator >= indicators) {
      reject(name + " = " + std::to_string(indicator) + " is no position of one of " + std::to_string(indicators) +
             " indicators");
    }
  };
  if (query.ratio) {
    check_indicator("ratio.numerator", query.ratio->numerator);
    check_indicator("ratio.denominator", query.ratio->denominator);
    if (query.ratio->numerator == query.ratio->denominator) reject("ratio: needs two different indicators");
  }
  if (query.targets.size() > most_questions || query.passages.size() > most_questions) {
    reject("at most 64 targets and 64 passages, got " + std::to_string(query.targets.size()) + " and " +
           std::to_string(query.passages.size()));
  }
  const auto check_subject = [&](const std::string& name, Subject subject, int indicator) {
    if (subject != Subject::ratio) check_indicator(name + ".indicator", indicator);
    if (subject == Subject::ratio && !query.ratio) reject(name + " is about the ratio: say of which two indicators");
  };
  for (std::size_t i = 0; i < query.targets.size(); ++i) {
    const ScenarioTarget& target = query.targets[i];
    const std::string name = "targets[" + std::to_string(i) + "]";
    check_subject(name, target.subject, target.indicator);
    if (target.period < 1 || target.period > model.periods) {
      reject(name + ".period = " + std::to_string(target.period) + " must lie between 1 and " +
             std::to_string(model.periods));
    }
    if (!(target.lower <= target.upper) || target.lower == infinity || target.upper == -infinity) {
      reject(name + ": the bounds " + format_double(target.lower) + " and " + format_double(target.upper) +
             " hold no number between them");
    }
    if (target.subject == Subject::growth) {
      formula::require_rate_limits("simulate", name.c_str(), Interval(target.lower, target.upper));
    }
  }
  for (std::size_t i = 0; i < query.passages.size(); ++i) {
    const ScenarioPassage& passage = query.passages[i];
    const std::string name = "passages[" + std::to_string(i) + "]";
    check_subject(name, passage.subject, passage.indicator);
    if (passage.subject == Subject::growth) reject(name + ": a passage is that of a level or of the ratio");
    if (!(passage.threshold > 0 && passage.threshold < infinity)) {
      reject(name + ".threshold = " + format_double(passage.threshold) + " must be positive and finite");
    }
  }
}

inline void check_options(const ScenarioModel& model, const ScenarioOptions& options) {
  if (options.paths < 1 || options.paths > most_paths) {
    reject("paths = " + std::to_string(options.paths) + " must lie between 1 and 2^53");
  }
  if (options.first_path < 0 || options.first_path > most_paths - options.paths) {
    reject("first_path = " + std::to_string(options.first_path) + " must be at least 0, and the last path below 2^53");
  }
  if (options.threads < 0 || options.threads > 1024) {
    reject("threads = " + std::to_string(options.threads) + " must lie between 0, for one a processor, and 1024");
  }
  if (options.antithetic) {
    if (model.shocks == Shocks::resampled) reject("antithetic: resampled shocks have no opposite");
    if (options.paths % 2 != 0 || options.first_path % 2 != 0) {
      reject("antithetic: paths come in pairs, so paths = " + std::to_string(options.paths) +
             " and first_path = " + std::to_string(options.first_path) + " must be even");
    }
  }
  const std::vector<InstructionSet> sets = instruction_sets();
  if (options.instruction_set != InstructionSet::automatic &&
      std::find(sets.begin(), sets.end(), options.instruction_set) == sets.end()) {
    reject(std::string("instruction_set: this build or this processor has no ") + to_string(options.instruction_set));
  }
}

}  // namespace shengzhou_report::detail::scenario
