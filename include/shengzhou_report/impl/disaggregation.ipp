#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <ostream>
#include <string>
#include <vector>

#include <Eigen/QR>

#include <shengzhou_report/disaggregation.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/nonnegative.hpp>
#include <shengzhou_report/impl/residuals.hpp>

namespace shengzhou_report {

namespace detail::disaggregate {

inline void require_finite(const char* function, const char* name, const Eigen::Ref<const Eigen::ArrayXXd>& values) {
  for (Index column = 0; column < values.cols(); ++column) {
    for (Index row = 0; row < values.rows(); ++row) {
      const double value = values(row, column);
      if (std::isfinite(value)) continue;
      const std::string place = values.cols() == 1
                                    ? "element " + std::to_string(row)
                                    : "row " + std::to_string(row) + ", column " + std::to_string(column);
      throw DomainError(std::string(function) + ": " + name + " = " + format_double(value) +
                        " is not a finite number: leave out missing values before the call (" + place + ")");
    }
  }
}

inline void require_sizes(const char* function, Index benchmarks, Index periods_per_benchmark) {
  if (benchmarks == 0) throw DomainError(std::string(function) + ": no benchmarks given: give at least one");
  constexpr Index most = 100'000'000;
  if (periods_per_benchmark < 1 || periods_per_benchmark > most / benchmarks) {
    throw DomainError(std::string(function) + ": periods_per_benchmark = " + std::to_string(periods_per_benchmark) +
                      " must be at least 1, and not above 1e8 periods in all");
  }
}

inline void require_cover(const char* function, const char* name, Index length, Index benchmarks,
                          Index periods_per_benchmark) {
  if (length >= benchmarks * periods_per_benchmark) return;
  throw DomainError(std::string(function) + ": " + name + " has " + std::to_string(length) + " periods, but " +
                    std::to_string(benchmarks) + " benchmarks of " + std::to_string(periods_per_benchmark) +
                    " periods each need at least " + std::to_string(benchmarks * periods_per_benchmark));
}

/// Throws when a result has left the range of a double; the arguments were in order.
inline void require_result(const char* function, const ArrayXd& series) {
  if (!series.allFinite()) throw DomainError(std::string(function) + ": the result is too large for a double");
}

/// Throws for a benchmark that no series without negative values meets.
inline void require_nonnegative(const char* function, const ArrayRef& benchmarks) {
  const auto place = std::find_if(benchmarks.begin(), benchmarks.end(), [](double value) { return value < 0; });
  if (place == benchmarks.end()) return;
  throw DomainError(
      std::string(function) + ": benchmarks = " + format_double(*place) +
      " is negative, which no series without negative values adds up to: leave out nonnegative (element " +
      std::to_string(place - benchmarks.begin()) + ")");
}

/// Weights with which the periods of one benchmark make it up.
[[nodiscard]] inline ArrayXd weights(Conversion conversion, Index n) {
  if (conversion == Conversion::sum) return ArrayXd::Ones(n);
  if (conversion == Conversion::mean) return ArrayXd::Constant(n, 1 / static_cast<double>(n));
  ArrayXd weight = ArrayXd::Zero(n);
  weight[conversion == Conversion::first ? 0 : n - 1] = 1;
  return weight;
}

/// Series u that minimises the sum of (u_t - u_{t-1})^2 while its weighted mean over each block of n is a given level.
///
/// The steps d_t = u_{t+1} - u_t are of least norm, and the difference of the means of blocks k and k + 1 depends on
/// the steps within these two alone. So G d = (differences of levels) with G G' tridiagonal, and d = G' (G G')^-1
/// (...). `cumulated` has the cumulated weights of each block, which end at 1. Periods after the last block hold its
/// last value.
[[nodiscard]] inline ArrayXd smoothest(const ArrayXd& levels, const ArrayXd& cumulated, Index length) {
  const Index blocks = levels.size();
  const Index n = cumulated.size() / blocks;
  const auto up_to = [&](Index block) { return cumulated.segment(block * n, n); };
  ArrayXd pull = levels.tail(blocks - 1) - levels.head(blocks - 1);
  if (blocks > 1) {
    ArrayXd diagonal(blocks - 1);
    ArrayXd beside(blocks - 2);
    for (Index k = 0; k + 1 < blocks; ++k) {
      diagonal[k] = up_to(k).square().sum() + (1 - up_to(k + 1)).square().sum();
      if (k + 2 < blocks) beside[k] = (up_to(k + 1) * (1 - up_to(k + 1))).sum();
    }
    const Banded factors(diagonal, beside);
    factors.solve_lower(pull);
    pull /= factors.pivots();
    factors.solve_upper(pull);
  }
  ArrayXd u(length);
  for (Index k = 0; k < blocks; ++k) {
    const double from_left = k > 0 ? pull[k - 1] : 0;
    const double to_right = k + 1 < blocks ? pull[k] : 0;
    const ArrayXd steps = up_to(k) * to_right + (1 - up_to(k)) * from_left;
    // Each block starts from its own level, so that rounding does not add up over the blocks.
    u[k * n] = levels[k] - ((1 - up_to(k)) * steps).sum();
    for (Index i = 1; i < n; ++i) u[k * n + i] = u[k * n + i - 1] + steps[i - 1];
  }
  u.tail(length - blocks * n) = u[blocks * n - 1];
  return u;
}

/// The power of two next to the largest number: dividing by it loses no digit and keeps squares in the range of a
/// double.
[[nodiscard]] inline double unit_of(const Eigen::Ref<const ArrayXd>& values) {
  const double largest = values.abs().maxCoeff();
  return largest > 0 ? std::ldexp(1.0, std::clamp(std::ilogb(largest), -1000, 1000)) : 1.0;
}

/// Benchmarks of 0, which leave a series without negative values no choice.
[[nodiscard]] inline std::vector<bool> empty_blocks(const ArrayRef& benchmarks) {
  std::vector<bool> empty(static_cast<std::size_t>(benchmarks.size()));
  for (Index k = 0; k < benchmarks.size(); ++k) empty[static_cast<std::size_t>(k)] = benchmarks[k] == 0;
  return empty;
}

/// The sum of two series that is 0 but for rounding where a floor holds it.
[[nodiscard]] inline ArrayXd above_zero(const ArrayXd& guide, const ArrayXd& deviation) {
  return (guide + deviation).max(0.0);
}

[[nodiscard]] inline ArrayXd denton(const ArrayRef& benchmarks, const ArrayRef& indicator, Index n,
                                    const DentonOptions& options) {
  const Index blocks = benchmarks.size();
  const bool proportional = options.movement == Movement::proportional;
  const ArrayXd weight = weights(options.conversion, n);
  ArrayXd levels(blocks);
  ArrayXd shares(blocks * n);
  ArrayXd cumulated(blocks * n);
  for (Index k = 0; k < blocks; ++k) {
    const ArrayXd values = indicator.segment(k * n, n);
    // Shares within the block first: the total of a block may overflow where its shares do not.
    const double size = proportional ? values.maxCoeff() : 1;
    const ArrayXd parts = proportional ? ArrayXd(weight * (values / size)) : weight;
    const double whole = parts.sum();
    levels[k] = proportional ? benchmarks[k] / whole / size : (benchmarks[k] - (weight * values).sum()) / whole;
    shares.segment(k * n, n) = parts / whole;
    double sum = 0;
    for (Index i = 0; i < n; ++i) cumulated[k * n + i] = (sum += parts[i]) / whole;
  }
  const ArrayXd u = smoothest(levels, cumulated, indicator.size());
  ArrayXd series = proportional ? ArrayXd(indicator * u) : ArrayXd(indicator + u);
  if (!options.nonnegative || !series.allFinite() || series.minCoeff() >= 0) return series;

  const double unit = unit_of(levels);
  const Bounded task{.lags = {1, 0},
                     .start = 0,
                     .n = n,
                     .shares = shares,
                     .levels = levels / unit,
                     .floors = (proportional ? ArrayXd(ArrayXd::Zero(indicator.size())) : ArrayXd(-indicator)) / unit,
                     .empty = empty_blocks(benchmarks)};
  const ArrayXd bounded = solve_bounded("denton_cholette", task) * unit;
  return proportional ? ArrayXd(indicator * bounded) : above_zero(indicator, bounded);
}

/// Generalised least squares of the benchmarks on the aggregated indicators, for one rho.
struct Regression {
  ArrayXd coefficients;
  ArrayXd unit_errors;  ///< standard errors for a residual variance of 1
  ArrayXd multipliers;  ///< (C V C')^-1 (y - C X b)
  double residual = 0;  ///< (y - C X b)' (C V C')^-1 (y - C X b)
  double total = 0;     ///< y' (C V C')^-1 y
  double log_determinant = 0;

  [[nodiscard]] bool exact() const noexcept { return residual <= 1e-24 * total; }

  [[nodiscard]] double log_likelihood(Index benchmarks) const {
    const auto m = static_cast<double>(benchmarks);
    if (exact()) return std::numeric_limits<double>::infinity();
    return -0.5 * (m * (1 + std::log(2 * std::numbers::pi) + std::log(residual / m)) + log_determinant);
  }
};

[[nodiscard]] inline Regression regress(const char* function, const ArrayRef& benchmarks,
                                        const Eigen::MatrixXd& regressors, const Residuals& process) {
  const Index m = benchmarks.size();
  const Index k = regressors.cols();
  Eigen::MatrixXd columns(m, k + 1);
  columns << regressors, benchmarks.matrix();
  process.whiten(columns);

  // Columns of length 1, so that the rank does not depend on the units.
  const ArrayXd lengths = columns.leftCols(k).colwise().norm().transpose().array();
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(
      k == 0 || (lengths > 0).all() ? (columns.leftCols(k) * lengths.inverse().matrix().asDiagonal()).eval()
                                    : columns.leftCols(k).eval());
  qr.setThreshold(1e-12);
  if (qr.rank() < k) {
    throw DomainError(std::string(function) + ": indicators are linearly dependent over the " + std::to_string(m) +
                      " benchmarks: leave one out, or the constant");
  }
  const Eigen::VectorXd y = columns.col(k);
  Regression result;
  const Eigen::VectorXd scaled = qr.solve(y);
  result.coefficients = scaled.array() / lengths;
  Eigen::VectorXd residuals = y - columns.leftCols(k) * result.coefficients.matrix();
  result.residual = residuals.squaredNorm();
  result.total = y.squaredNorm();
  result.log_determinant = process.log_determinant();

  const Eigen::MatrixXd root =
      qr.matrixR().topLeftCorner(k, k).template triangularView<Eigen::Upper>().solve(Eigen::MatrixXd::Identity(k, k));
  result.unit_errors = (qr.colsPermutation() * root).rowwise().norm().array() / lengths;

  process.whiten_back(residuals);
  result.multipliers = residuals.array();
  return result;
}

/// rho of largest likelihood in [0, 0.999].
[[nodiscard]] inline double likeliest_rho(const char* function, Process process, const ArrayRef& benchmarks,
                                          const Eigen::MatrixXd& regressors, const ArrayXd& weight) {
  constexpr double highest = 0.999;
  constexpr int cells = 111;
  const auto value = [&](double rho) {
    const Residuals residuals(process, weight, rho, benchmarks.size());
    const Regression regression = regress(function, benchmarks, regressors, residuals);
    if (regression.exact()) {
      throw DomainError(std::string(function) +
                        ": the indicators fit the benchmarks exactly, which leaves rho open: give rho");
    }
    return regression.log_likelihood(benchmarks.size());
  };
  // A grid first, since the likelihood may have several peaks.
  int best = 0;
  double largest = value(0);
  for (int i = 1; i <= cells; ++i) {
    const double next = value(highest * i / cells);
    if (next > largest) {
      best = i;
      largest = next;
    }
  }
  // At a maximum the function itself is flat, so that comparing values finds only half of the digits; its slope by
  // differences of fourth order finds more.
  const auto slope = [&](double rho) {
    const double h = std::min(1e-3, (1 - rho) / 4);
    return 8 * (value(rho + h) - value(rho - h)) - (value(rho + 2 * h) - value(rho - 2 * h));
  };
  double lower = highest * std::max(best - 1, 0) / cells;
  double upper = highest * std::min(best + 1, cells) / cells;
  if (best == 0 && slope(lower) <= 0) return lower;
  if (best == cells && slope(upper) >= 0) return upper;
  while (true) {
    const double middle = lower + (upper - lower) / 2;
    if (upper - lower < 1e-13 || middle <= lower || middle >= upper) return middle;
    (slope(middle) > 0 ? lower : upper) = middle;
  }
}

/// The regression of one of the methods, and the series that goes with it.
[[nodiscard]] inline Disaggregation by_regression(const char* function, Process process, const ArrayRef& benchmarks,
                                                  const Eigen::Ref<const Eigen::ArrayXXd>& indicators, Index n,
                                                  const RegressionOptions& options) {
  const Index m = benchmarks.size();
  const Index length = indicators.rows();
  const Index k = indicators.cols() + (options.constant ? 1 : 0);
  require_sizes(function, m, n);
  require_cover(function, "indicators", length, m, n);
  require_finite(function, "benchmarks", benchmarks);
  require_finite(function, "indicators", indicators);
  if (k == 0) throw DomainError(std::string(function) + ": no indicators and no constant: give at least one of them");
  if (m <= k) {
    throw DomainError(std::string(function) + ": " + std::to_string(m) + " benchmarks are too few for " +
                      std::to_string(k) + " coefficients: give at least " + std::to_string(k + 1));
  }
  if (options.nonnegative) require_nonnegative(function, benchmarks);
  if (options.rho && !(std::abs(*options.rho) < 1)) {
    throw DomainError(std::string(function) + ": rho = " + format_double(*options.rho) + " must lie between -1 and 1");
  }

  Eigen::MatrixXd regressors(length, k);
  if (options.constant) regressors.col(0).setOnes();
  regressors.rightCols(indicators.cols()) = indicators.matrix();
  const double unit = unit_of(benchmarks);
  const ArrayXd y = benchmarks / unit;
  ArrayXd units(k);
  for (Index column = 0; column < k; ++column) {
    units[column] = unit_of(regressors.col(column).array());
    regressors.col(column) /= units[column];
  }
  const ArrayXd weight = weights(options.conversion, n);
  Eigen::MatrixXd aggregated(m, k);
  for (Index row = 0; row < m; ++row) {
    aggregated.row(row) = weight.matrix().transpose() * regressors.middleRows(row * n, n);
  }
  const double rho = options.rho ? *options.rho : likeliest_rho(function, process, y, aggregated, weight);
  const Residuals residuals(process, weight, rho, m);
  const Regression regression = regress(function, y, aggregated, residuals);

  const auto spread = [&](const ArrayXd& multipliers) {
    ArrayXd shares = ArrayXd::Zero(length);
    for (Index row = 0; row < m; ++row) shares.segment(row * n, n) = weight * multipliers[row];
    return residuals.spread(shares);
  };
  const double sd = std::sqrt(regression.residual / static_cast<double>(m - k));
  const ArrayXd fitted = (regressors * regression.coefficients.matrix()).array();
  ArrayXd series = fitted + spread(regression.multipliers);
  if (process == Process::random_walk) {
    // Sums over a long walk lose digits: what the series then misses of the benchmarks is spread once more.
    Eigen::MatrixXd missed = y.matrix();
    for (Index row = 0; row < m; ++row) missed(row, 0) -= (weight * series.segment(row * n, n)).sum();
    residuals.whiten(missed);
    Eigen::VectorXd multipliers = missed.col(0);
    residuals.whiten_back(multipliers);
    series += spread(multipliers.array());
  }
  if (options.nonnegative && series.allFinite() && series.minCoeff() < 0) {
    const bool walk = process == Process::random_walk;
    const Bounded task{.lags = walk ? std::array{1 + rho, -rho} : std::array{rho, 0.0},
                       .start = walk ? 1 : (1 - rho) * (1 + rho),
                       .n = n,
                       .shares = weight.replicate(m, 1),
                       .levels = y - (aggregated * regression.coefficients.matrix()).array(),
                       .floors = -fitted,
                       .empty = empty_blocks(benchmarks)};
    series = above_zero(fitted, solve_bounded(function, task));
  }
  Disaggregation result{.series = series * unit,
                        .coefficients = regression.coefficients / units * unit,
                        .standard_errors = regression.unit_errors * sd / units * unit,
                        .rho = rho,
                        .log_likelihood = regression.log_likelihood(m) - static_cast<double>(m) * std::log(unit)};
  require_result(function, result.series);
  require_result(function, result.coefficients);
  require_result(function, result.standard_errors);
  return result;
}

}  // namespace detail::disaggregate

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd denton_cholette(const ArrayRef& benchmarks, const ArrayRef& indicator,
                                                       Eigen::Index periods_per_benchmark,
                                                       const DentonOptions& options) {
  namespace disaggregate = detail::disaggregate;
  constexpr const char* function = "denton_cholette";
  disaggregate::require_sizes(function, benchmarks.size(), periods_per_benchmark);
  disaggregate::require_cover(function, "indicator", indicator.size(), benchmarks.size(), periods_per_benchmark);
  disaggregate::require_finite(function, "benchmarks", benchmarks);
  disaggregate::require_finite(function, "indicator", indicator);
  if (options.movement == Movement::proportional) {
    const auto place = std::find_if(indicator.begin(), indicator.end(), [](double value) { return value <= 0; });
    if (place != indicator.end()) {
      throw DomainError(std::string(function) + ": indicator = " + detail::format_double(*place) +
                        " must be positive where movement is proportional: use additive (element " +
                        std::to_string(place - indicator.begin()) + ")");
    }
  }
  if (options.nonnegative) disaggregate::require_nonnegative(function, benchmarks);
  Eigen::ArrayXd series = disaggregate::denton(benchmarks, indicator, periods_per_benchmark, options);
  disaggregate::require_result(function, series);
  return series;
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd denton_cholette(const ArrayRef& benchmarks, Eigen::Index periods_per_benchmark,
                                                       Conversion conversion, bool nonnegative) {
  detail::disaggregate::require_sizes("denton_cholette", benchmarks.size(), periods_per_benchmark);
  return denton_cholette(benchmarks, Eigen::ArrayXd::Ones(benchmarks.size() * periods_per_benchmark),
                         periods_per_benchmark, {.conversion = conversion, .nonnegative = nonnegative});
}

SHENGZHOU_REPORT_INLINE Disaggregation chow_lin(const ArrayRef& benchmarks,
                                                const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                                Eigen::Index periods_per_benchmark, const RegressionOptions& options) {
  return detail::disaggregate::by_regression("chow_lin", detail::disaggregate::Process::autoregressive, benchmarks,
                                             indicators, periods_per_benchmark, options);
}

SHENGZHOU_REPORT_INLINE Disaggregation litterman(const ArrayRef& benchmarks,
                                                 const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                                 Eigen::Index periods_per_benchmark, const RegressionOptions& options) {
  return detail::disaggregate::by_regression("litterman", detail::disaggregate::Process::random_walk, benchmarks,
                                             indicators, periods_per_benchmark, options);
}

SHENGZHOU_REPORT_INLINE Disaggregation fernandez(const ArrayRef& benchmarks,
                                                 const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                                 Eigen::Index periods_per_benchmark, const FernandezOptions& options) {
  return detail::disaggregate::by_regression(
      "fernandez", detail::disaggregate::Process::random_walk, benchmarks, indicators, periods_per_benchmark,
      {.rho = 0, .constant = options.constant, .conversion = options.conversion, .nonnegative = options.nonnegative});
}

SHENGZHOU_REPORT_INLINE bool operator==(const Disaggregation& a, const Disaggregation& b) noexcept {
  const auto same = [](const Eigen::ArrayXd& x, const Eigen::ArrayXd& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
  };
  return same(a.series, b.series) && same(a.coefficients, b.coefficients) &&
         same(a.standard_errors, b.standard_errors) && a.rho == b.rho && a.log_likelihood == b.log_likelihood;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Disaggregation& result) {
  out << result.series.size() << " periods, coefficients ";
  for (Eigen::Index i = 0; i < result.coefficients.size(); ++i) out << (i > 0 ? ", " : "") << result.coefficients[i];
  return out << " (rho " << result.rho << ", log-likelihood " << result.log_likelihood << ")";
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Disaggregation>::operator()(
    const shengzhou_report::Disaggregation& result) const noexcept {
  std::size_t seed = std::hash<double>{}(result.rho);
  for (const double value : result.series) {
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<double>{}(value));
  }
  return seed;
}
