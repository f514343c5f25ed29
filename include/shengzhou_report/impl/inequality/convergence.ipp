#pragma once

// Whether places grow alike: the spread of their levels, and the fit of growth on level.

#include <cmath>
#include <cstddef>
#include <ostream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/inequality/groups.ipp>
#include <shengzhou_report/impl/inequality/parts.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// Standard deviation of logarithms, in two passes.
[[nodiscard]] inline double log_deviation(const Eigen::ArrayXd& levels, int ddof) {
  if (ddof != 0 && ddof != 1) {
    throw DomainError("sigma_convergence: ddof = " + std::to_string(ddof) + " must be 0 (divide by n) or 1 (by n - 1)");
  }
  if (levels.size() < 2) {
    throw DomainError("sigma_convergence: " + std::to_string(levels.size()) +
                      " levels given: needs at least two places");
  }
  require_column("sigma_convergence", {"levels", Domain::positive_level}, levels);
  const Eigen::ArrayXd logs = levels.unaryExpr([](double x) { return std::log(x); });
  return std::sqrt((logs - logs.mean()).square().sum() / static_cast<double>(logs.size() - ddof));
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double sigma_convergence(const ArrayRef& levels, int ddof) {
  return detail::formula::log_deviation(levels, ddof);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd sigma_convergence_columns(const PanelRef& levels, int ddof) {
  Eigen::ArrayXd result(levels.cols());
  for (Eigen::Index i = 0; i < levels.cols(); ++i) {
    try {
      result[i] = detail::formula::log_deviation(levels.col(i), ddof);
    } catch (const DomainError& error) {
      throw DomainError(std::string(error.what()) + " (column " + std::to_string(i) + ")");
    }
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const BetaConvergence& convergence) {
  return detail::formula::print(
             out, {{"slope", convergence.slope}, {"speed", convergence.speed}, {"r_squared", convergence.r_squared}})
         << ", half-life " << convergence.half_life;
}

SHENGZHOU_REPORT_INLINE BetaConvergence beta_convergence(const ArrayRef& start, const ArrayRef& end, double periods) {
  using namespace detail::formula;
  using detail::format_double;
  constexpr const char* name = "beta_convergence";
  if (start.size() != end.size() || start.size() < 3) {
    throw DomainError(std::string(name) + ": " + std::to_string(start.size()) + " levels at the start and " +
                      std::to_string(end.size()) + " at the end: needs both of at least three places");
  }
  constexpr Parameter length{"periods", Domain::positive};
  if (!holds(length.domain, periods)) reject_argument(name, length, Ends(periods));
  require_column(name, {"start", Domain::positive_level}, start);
  require_column(name, {"end", Domain::positive_level}, end);
  if ((start == start[0]).all()) {
    throw DomainError(std::string(name) + ": all places start at " + format_double(start[0]) +
                      ": without differences nothing can converge");
  }
  const Eigen::ArrayXd x = start.unaryExpr([](double level) { return std::log(level); });
  const Eigen::ArrayXd y = end.binaryExpr(start, [](double to, double from) { return log_ratio(to, from); }) / periods;
  // One regressor: in deviations from the means the normal equations are one division, and well conditioned.
  const Eigen::ArrayXd x_deviation = x - x.mean();
  const Eigen::ArrayXd y_deviation = y - y.mean();
  const double x_squares = x_deviation.square().sum();
  const double y_squares = y_deviation.square().sum();
  const double slope = (x_deviation * y_deviation).sum() / x_squares;
  const double residual_squares = (y_deviation - slope * x_deviation).square().sum();
  const double slope_error = std::sqrt(residual_squares / static_cast<double>(x.size() - 2) / x_squares);
  const double factor = 1 + slope * periods;
  if (!(factor > 0)) {
    throw DomainError(std::string(name) + ": slope = " + format_double(slope) + " over " + format_double(periods) +
                      " periods overturns the order of the places: no speed of convergence describes that");
  }
  const double speed = -std::log1p(slope * periods) / periods;
  BetaConvergence result{
      y.mean() - slope * x.mean(),
      slope,
      slope_error,
      y_squares > 0 ? 1 - residual_squares / y_squares : 0,
      speed,
      slope_error / factor,
      speed > 0 ? Crossing{Reach::reached, std::log(2.0) / speed} : Crossing{Reach::never, infinity}};
  return result;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::BetaConvergence>::operator()(
    const shengzhou_report::BetaConvergence& convergence) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {convergence.intercept, convergence.slope, convergence.slope_error, convergence.r_squared, convergence.speed,
       convergence.speed_error, convergence.half_life.periods});
}
