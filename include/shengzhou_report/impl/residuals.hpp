#pragma once

#include <array>
#include <cmath>
#include <utility>

#include <Eigen/Core>

namespace shengzhou_report::detail::disaggregate {

using Eigen::ArrayXd;
using Eigen::Index;

/// L D L' of a symmetric positive definite matrix with one or two diagonals beside the main one.
class Banded {
 public:
  /// @param diagonal, beside, beyond  of sizes k, k - 1 and k - 2: the main diagonal and those next to it; without
  ///                                  `beyond` the matrix is tridiagonal.
  Banded(ArrayXd diagonal, const ArrayXd& beside, const ArrayXd& beyond = ArrayXd())
      : pivots_(std::move(diagonal)), lower_(beside), lowest_(beyond) {
    for (Index i = 1; i < pivots_.size(); ++i) {
      double left = beside[i - 1];
      if (reaches(i)) {
        lowest_[i - 2] = beyond[i - 2] / pivots_[i - 2];
        left -= beyond[i - 2] * lower_[i - 2];
        pivots_[i] -= lowest_[i - 2] * beyond[i - 2];
      }
      lower_[i - 1] = left / pivots_[i - 1];
      pivots_[i] -= lower_[i - 1] * left;
    }
  }

  [[nodiscard]] const ArrayXd& pivots() const noexcept { return pivots_; }

  /// L^-1 x, in place.
  template <class Columns>
  void solve_lower(Columns& x) const {
    for (Index i = 1; i < pivots_.size(); ++i) {
      x.row(i) -= lower_[i - 1] * x.row(i - 1);
      if (reaches(i)) x.row(i) -= lowest_[i - 2] * x.row(i - 2);
    }
  }
  /// L'^-1 x, in place.
  template <class Columns>
  void solve_upper(Columns& x) const {
    for (Index i = pivots_.size() - 1; i > 0; --i) {
      x.row(i - 1) -= lower_[i - 1] * x.row(i);
      if (reaches(i)) x.row(i - 2) -= lowest_[i - 2] * x.row(i);
    }
  }

 private:
  [[nodiscard]] bool reaches(Index i) const noexcept { return i > 1 && lowest_.size() > 0; }

  ArrayXd pivots_;
  ArrayXd lower_;
  ArrayXd lowest_;
};

/// How the residuals of a regression move from period to period.
enum class Process {
  autoregressive,  ///< u_t = rho u_{t-1} + e_t, for ever
  random_walk      ///< u_t = u_{t-1} + v_t with v_t = rho v_{t-1} + e_t, both from 0
};

/// Sum over i < n of rho^i c_{t-i} for each t, of a whole number of blocks of n: from the start of a block on and back
/// from its end, for differences of longer sums would lose digits.
[[nodiscard]] inline ArrayXd windows(const ArrayXd& c, double rho, Index n) {
  ArrayXd sums(c.size());
  ArrayXd behind = ArrayXd::Zero(n + 1);  // what the last values of the block before amount to at its end
  for (Index first = 0; first < c.size(); first += n) {
    double within = 0;
    double power = 1;
    for (Index i = 0; i < n; ++i) {
      within = rho * within + c[first + i];
      power *= rho;
      sums[first + i] = within + power * behind[i + 1];
    }
    power = 1;
    behind[n] = 0;
    for (Index i = n - 1; i >= 0; --i, power *= rho) behind[i] = behind[i + 1] + power * c[first + i];
  }
  return sums;
}

/// The residuals of the benchmarks: sums over blocks of n periods of a process.
///
/// Filtered by what is left of the process from benchmark to benchmark, a benchmark depends on the innovations of its
/// own block and of one or two before. The covariance then has as many diagonals beside the main one, from which
/// everything follows in linear time.
class Residuals {
 public:
  Residuals(Process process, const ArrayXd& weight, double rho, Index benchmarks)
      : process_(process),
        rho_(rho),
        covariance_(process == Process::autoregressive ? autoregressive(weight, rho, benchmarks)
                                                       : random_walk(weight, rho, benchmarks)) {
    const double factor = std::pow(rho, static_cast<double>(weight.size()));
    lags_ = process == Process::autoregressive ? std::array{factor, 0.0} : std::array{1 + factor, -factor};
  }

  /// Rows with a covariance of 1, in place.
  void whiten(Eigen::MatrixXd& columns) const {
    const Index m = columns.rows();
    const Eigen::MatrixXd given = columns;
    for (Index lag = 1; lag <= 2; ++lag) {
      if (m > lag) columns.bottomRows(m - lag) -= weight_of(lag) * given.topRows(m - lag);
    }
    covariance_.solve_lower(columns);
    columns.array().colwise() /= covariance_.pivots().sqrt();
  }

  /// The transpose of `whiten`, in place.
  void whiten_back(Eigen::VectorXd& x) const {
    const Index m = x.size();
    x.array() /= covariance_.pivots().sqrt();
    covariance_.solve_upper(x);
    const Eigen::VectorXd given = x;
    for (Index lag = 1; lag <= 2; ++lag) {
      if (m > lag) x.head(m - lag) -= weight_of(lag) * given.tail(m - lag);
    }
  }

  /// Of the covariance of the benchmarks' residuals: the filter has the determinant 1.
  [[nodiscard]] double log_determinant() const { return covariance_.pivots().log().sum(); }

  /// The covariance of the periods times x.
  [[nodiscard]] ArrayXd spread(const ArrayXd& x) const {
    const auto forward = [](ArrayXd& y, double factor) {
      for (Index t = 1; t < y.size(); ++t) y[t] += factor * y[t - 1];
    };
    const auto backward = [](ArrayXd& y, double factor) {
      for (Index t = y.size() - 1; t > 0; --t) y[t - 1] += factor * y[t];
    };
    ArrayXd result = x;
    if (process_ == Process::random_walk) {
      backward(result, 1);
      backward(result, rho_);
      forward(result, rho_);
      forward(result, 1);
      return result;
    }
    // rho^|i-j| sums the past and the future of each period once.
    ArrayXd future = x;
    forward(result, rho_);
    backward(future, rho_);
    return (result + future - x) / ((1 - rho_) * (1 + rho_));
  }

 private:
  [[nodiscard]] double weight_of(Index lag) const { return lags_[static_cast<std::size_t>(lag - 1)]; }

  /// Covariance of y_k - rho^n y_{k-1}, and of the first benchmark as it is: y_k is an ARMA(1, 1) process.
  [[nodiscard]] static Banded autoregressive(const ArrayXd& weight, double rho, Index benchmarks) {
    const Index n = weight.size();
    // How strongly the filtered benchmark depends on the innovation of each of its periods, and of the n - 1 before.
    ArrayXd own(n);
    double tail = 0;
    for (Index i = n - 1; i >= 0; --i) own[i] = tail = weight[i] + rho * tail;
    ArrayXd before(n);
    double head = 0;
    double power = 1;
    for (Index i = 0; i < n; ++i, power *= rho) before[i] = head += weight[i] * power;
    // before[i] so far sums the first i + 1 weights; the innovation i + 1 periods after the start of the preceding
    // block comes n - 1 - i periods before this block.
    power = 1;
    for (Index i = n - 1; i >= 0; --i, power *= rho) before[i] *= power;
    before[n - 1] = 0;
    const double own_variance = own.square().sum();
    const double across = (own.tail(n - 1) * before.head(n - 1)).sum();
    ArrayXd diagonal = ArrayXd::Constant(benchmarks, own_variance + before.square().sum());
    diagonal[0] = own_variance + (rho * own[0]) * (rho * own[0]) / ((1 - rho) * (1 + rho));
    return {diagonal, ArrayXd::Constant(benchmarks - 1, across)};
  }

  /// Covariance of y_k - (1 + rho^n) y_{k-1} + rho^n y_{k-2}, where what lies before the start is 0: y_k is an
  /// ARIMA(1, 1, 2) process.
  [[nodiscard]] static Banded random_walk(const ArrayXd& weight, double rho, Index benchmarks) {
    const Index n = weight.size();
    // The filtered benchmark sums innovations, the newest first, with (weights) * (1 + L + ...) * (1 + rho L + ...),
    // of n terms each.
    ArrayXd weights = ArrayXd::Zero(3 * n);
    weights.head(n) = weight.reverse();
    const ArrayXd sums = windows(windows(weights, 1, n), rho, n);
    const auto block = [&](Index i) { return sums.segment(i * n, n); };
    const Index m = benchmarks;
    ArrayXd diagonal = ArrayXd::Constant(m, sums.square().sum());
    diagonal[0] = block(0).square().sum();
    if (m > 1) diagonal[1] = sums.head(2 * n).square().sum();
    const double next = (block(0) * block(1)).sum();
    ArrayXd beside = ArrayXd::Constant(m - 1, next + (block(1) * block(2)).sum());
    if (m > 1) beside[0] = next;
    return {diagonal, beside, ArrayXd::Constant(m > 2 ? m - 2 : 0, (block(0) * block(2)).sum())};
  }

  Process process_;
  double rho_;
  std::array<double, 2> lags_{};
  Banded covariance_;
};

}  // namespace shengzhou_report::detail::disaggregate
