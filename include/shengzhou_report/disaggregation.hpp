#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/words.hpp>

/// Temporal disaggregation: yearly figures into quarters or months that add up to them.
///
/// `benchmarks` are the m figures of the low frequency, oldest first; each covers `periods_per_benchmark` = n periods
/// of the high frequency. An indicator starts with the first period of the first benchmark and has at least m n values;
/// more of them extrapolate beyond the last benchmark. All functions take time and memory linear in the number of
/// periods.
namespace shengzhou_report {

/// What a benchmark says about its periods: their sum (flows), their mean (indices), the first or the last of them
/// (stocks).
enum class Conversion { sum, mean, first, last };

template <>
struct Words<Conversion> {
  static constexpr const char* enumeration = "Conversion";
  using enum Conversion;
  static constexpr EnumWord<Conversion> table[] = {{sum, "sum"}, {mean, "mean"}, {first, "first"}, {last, "last"}};
};

/// What the disaggregated series takes over from its indicator: period-to-period differences, or rates of change.
enum class Movement { additive, proportional };

template <>
struct Words<Movement> {
  static constexpr const char* enumeration = "Movement";
  using enum Movement;
  static constexpr EnumWord<Movement> table[] = {{additive, "additive"}, {proportional, "proportional"}};
};

/// How a series is to follow benchmarks and indicator.
struct DentonOptions {
  Movement movement = Movement::proportional;  ///< what of the indicator it keeps
  Conversion conversion = Conversion::sum;     ///< what a benchmark says
  /// Whether negative values are ruled out: the sum below is then minimised over the series without them.
  bool nonnegative = false;
};

/// Series that moves as closely to the indicator as the benchmarks allow: first-difference method of Denton as modified
/// by Cholette, which does not tie the first value to the indicator.
///
/// proportional minimises the sum over t >= 2 of (x_t / z_t - x_{t-1} / z_{t-1})^2, additive that of
/// ((x_t - z_t) - (x_{t-1} - z_{t-1}))^2, where x meets every benchmark. Beyond the last benchmark the last ratio, or
/// difference, is held. Flows can turn negative where benchmarks jump, although no benchmark is: `nonnegative` finds
/// the best series of those that do not, a quadratic program with bounds, which takes a step for each period that it
/// sets to 0.
/// @param indicator  at least m n numbers; positive for proportional.
/// @throws DomainError  for NaN, infinity, no benchmark, an indicator that is too short or, for proportional, not
///                      positive, a negative benchmark where the series must not be, and results too large for a
///                      double.
/// Source: Dagum and Cholette (2006), Benchmarking, Temporal Distribution, and Reconciliation Methods for Time Series,
/// chapter 6; IMF, Quarterly National Accounts Manual, chapter 6.
[[nodiscard]] Eigen::ArrayXd denton_cholette(const ArrayRef& benchmarks, const ArrayRef& indicator,
                                             Eigen::Index periods_per_benchmark, const DentonOptions& options = {});

/// The same without an indicator: the smoothest series that meets the benchmarks, m n values.
[[nodiscard]] Eigen::ArrayXd denton_cholette(const ArrayRef& benchmarks, Eigen::Index periods_per_benchmark,
                                             Conversion conversion = Conversion::sum, bool nonnegative = false);

/// How a series is regressed on its indicators.
struct RegressionOptions {
  /// Autocorrelation of the residuals, for `litterman` of their steps, from one high-frequency period to the next, in
  /// (-1, 1); by default the one of largest likelihood in [0, 0.999].
  std::optional<double> rho = {};
  /// Whether the regression has a constant; its coefficient comes first.
  bool constant = true;
  Conversion conversion = Conversion::sum;  ///< what a benchmark says
  /// Whether negative values are ruled out: given coefficients and rho, the series is the likeliest of those without.
  bool nonnegative = false;
};

/// A series disaggregated by regression, and the regression.
struct Disaggregation {
  Eigen::ArrayXd series;           ///< one value a period
  Eigen::ArrayXd coefficients;     ///< the constant first, if there is one, then one an indicator
  Eigen::ArrayXd standard_errors;  ///< of the coefficients, given rho; the variance is estimated with m - k in the
                                   ///< denominator for k coefficients
  double rho;                      ///< given or estimated; 0 for `fernandez`
  double log_likelihood;           ///< Gaussian, at the maximum over coefficients and variance; +inf for an exact fit

  friend bool operator==(const Disaggregation& a, const Disaggregation& b) noexcept;
};

/// "40 periods, coefficients -55.3, 1.58 (rho 0.5, log-likelihood -28.5)".
std::ostream& operator<<(std::ostream& out, const Disaggregation& result);

/// Best linear unbiased series given indicators whose relation to it has errors u_t = rho u_{t-1} + e_t.
///
/// With y = C x, x = X b + u and V = ((rho^|i-j| / (1 - rho^2))): b by generalised least squares of y on C X with the
/// covariance C V C', x = X b + V C' (C V C')^-1 (y - C X b). Periods beyond the last benchmark are extrapolated. The
/// search for rho evaluates the likelihood, each time in time linear in m, on a grid and then bisects its slope.
/// Flows can turn negative; with `nonnegative` x minimises (x - X b)' V^-1 (x - X b) over C x = y and x >= 0, which
/// without the bound gives the series above; coefficients, errors and likelihood stay those of the regression.
/// @param indicators  one column an indicator, one row a period, at least m n rows; no column for the constant alone.
/// @throws DomainError  for NaN, infinity, sizes that do not fit, m not above the number of coefficients, indicators
///                      that are linearly dependent over the benchmarks, an exact fit when rho is to be estimated, a
///                      negative benchmark where the series must not be, and results too large for a double.
/// Source: Chow and Lin (1971), Best Linear Unbiased Interpolation, Distribution, and Extrapolation of Time Series by
/// Related Series, Review of Economics and Statistics 53; likelihood as Bournay and Laroque (1979).
[[nodiscard]] Disaggregation chow_lin(const ArrayRef& benchmarks, const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                      Eigen::Index periods_per_benchmark, const RegressionOptions& options = {});

/// Like `chow_lin` where the errors are a random walk whose steps persist: u_t = u_{t-1} + v_t, v_t = rho v_{t-1} + e_t
/// with u and v of 0 before the first period.
///
/// V is then ((H D)' (H D))^-1 with D and H the matrices of u_t - u_{t-1} and v_t - rho v_{t-1}. For series whose
/// relation to the indicators drifts. Options, results and errors as `chow_lin`.
/// Source: Litterman (1983), A Random Walk, Markov Model for the Distribution of Time Series, Journal of Business and
/// Economic Statistics 1, 169-173, doi 10.2307/1391858.
[[nodiscard]] Disaggregation litterman(const ArrayRef& benchmarks, const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                       Eigen::Index periods_per_benchmark, const RegressionOptions& options = {});

/// How `fernandez` regresses a series on its indicators: `RegressionOptions` without rho.
struct FernandezOptions {
  bool constant = true;                     ///< whether the regression has a constant; its coefficient comes first
  Conversion conversion = Conversion::sum;  ///< what a benchmark says
  bool nonnegative = false;                 ///< whether negative values are ruled out
};

/// Like `litterman` where the steps of the random walk are independent, rho = 0.
///
/// Source: Fernandez (1981), A Methodological Note on the Estimation of Time Series, Review of Economics and Statistics
/// 63, 471-476, doi 10.2307/1924371.
[[nodiscard]] Disaggregation fernandez(const ArrayRef& benchmarks, const Eigen::Ref<const Eigen::ArrayXXd>& indicators,
                                       Eigen::Index periods_per_benchmark, const FernandezOptions& options = {});

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Disaggregation> {
  std::size_t operator()(const shengzhou_report::Disaggregation& result) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/disaggregation.ipp>
#endif
