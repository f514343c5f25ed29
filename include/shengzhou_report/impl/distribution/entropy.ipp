#pragma once

// Families of indices: generalised entropy, and Atkinson's, which is a function of it.

#include <cmath>
#include <string>

#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/distribution/groups.hpp>
#include <shengzhou_report/impl/distribution/terms.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct GeneralisedEntropy {
  static constexpr const char* name = "generalised_entropy";
  double alpha;

  explicit GeneralisedEntropy(double order) : alpha(order) {
    if (!holds(Domain::number, alpha)) reject_argument(name, {"alpha", Domain::number}, Ends(alpha));
  }
  [[nodiscard]] Parameter parameter() const {
    return {"mean_income", alpha > 0 ? Domain::income : Domain::positive_income};
  }
  [[nodiscard]] double value(const Groups& groups) const { return entropy_of(groups, alpha); }
};

struct Atkinson {
  static constexpr const char* name = "atkinson";
  double epsilon;

  explicit Atkinson(double aversion) : epsilon(aversion) {
    constexpr Parameter parameter{"epsilon", Domain::level};
    if (!holds(parameter.domain, epsilon)) reject_argument(name, parameter, Ends(epsilon));
  }
  [[nodiscard]] Parameter parameter() const {
    return {"mean_income", epsilon < 1 ? Domain::income : Domain::positive_income};
  }
  /// The sum of p y^a, a = 1 - epsilon, is 1 + a (a - 1) GE(a).
  [[nodiscard]] double value(const Groups& groups) const {
    const double a = 1 - epsilon;
    const double entropy = entropy_of(groups, a);
    if (a == 0) return -std::expm1(-entropy);
    const double excess = a * (a - 1) * entropy;
    return -std::expm1((std::isfinite(excess) ? std::log1p(excess) : log_of_sum(groups, a)) / a);
  }

 private:
  /// ln of the sum of p y^a, relative to its largest term.
  static double log_of_sum(const Groups& groups, double a) {
    const auto exponent = [&](Eigen::Index i) { return a * std::log(groups.relative[i]); };
    double most = -infinity;
    for (Eigen::Index i = 0; i < groups.share.size(); ++i) {
      if (groups.share[i] > 0) most = std::max(most, exponent(i));
    }
    double sum = 0;
    for (Eigen::Index i = 0; i < groups.share.size(); ++i) {
      if (groups.share[i] > 0) sum += groups.share[i] * std::exp(exponent(i) - most);
    }
    return most + std::log(sum);
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double generalised_entropy(const ArrayRef& mean_income, double alpha,
                                                   const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::GeneralisedEntropy(alpha), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd generalised_entropy_rows(const PanelRef& mean_income, double alpha,
                                                                const PanelRef& population) {
  return detail::formula::row_index(detail::formula::GeneralisedEntropy(alpha), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval generalised_entropy(std::span<const Interval> mean_income, double alpha,
                                                     const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::GeneralisedEntropy(alpha), mean_income, population);
}

SHENGZHOU_REPORT_INLINE double atkinson(const ArrayRef& mean_income, double epsilon, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::Atkinson(epsilon), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd atkinson_rows(const PanelRef& mean_income, double epsilon,
                                                     const PanelRef& population) {
  return detail::formula::row_index(detail::formula::Atkinson(epsilon), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval atkinson(std::span<const Interval> mean_income, double epsilon,
                                          const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::Atkinson(epsilon), mean_income, population);
}

}  // namespace shengzhou_report
