#pragma once

// How far levels lie from their mean and from each other.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/distribution/groups.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct Variation {
  const char* name;
  int ddof;

  Variation(const char* function, int degrees, Eigen::Index weights) : name(function), ddof(degrees) {
    if (ddof != 0 && ddof != 1) {
      throw DomainError(std::string(name) + ": ddof = " + std::to_string(ddof) +
                        " must be 0 (divide by n) or 1 (by n - 1)");
    }
    if (ddof == 1 && weights != 1) {
      throw DomainError(std::string(name) + ": ddof = 1 needs equal weights: leave out population, or use ddof = 0");
    }
  }
  [[nodiscard]] Parameter parameter() const { return {"levels", Domain::income}; }
  [[nodiscard]] double value(const Groups& groups) const {
    const auto count = static_cast<double>(groups.share.size());
    if (ddof == 1 && count < 2) throw DomainError(std::string(name) + ": ddof = 1 needs at least two levels");
    const double variance = (groups.share * groups.difference.square()).sum();
    return std::sqrt(ddof == 0 ? variance : variance * count / (count - 1));
  }
};

/// Largest over smallest. It needs no mean, but the rows of tables are those of every index.
struct MaxMinRatio {
  static constexpr const char* name = "max_min_ratio";
  [[nodiscard]] static Parameter parameter() { return {"levels", Domain::positive_income}; }
  [[nodiscard]] static double value(const Groups& groups) {
    return groups.relative.maxCoeff() / groups.relative.minCoeff();
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double coefficient_of_variation(const ArrayRef& levels, int ddof, const ArrayRef& population) {
  const detail::formula::Variation index("coefficient_of_variation", ddof, population.size());
  return detail::formula::group_index(index, levels, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd coefficient_of_variation_rows(const PanelRef& levels, int ddof,
                                                                     const PanelRef& population) {
  const detail::formula::Variation index("coefficient_of_variation", ddof, population.cols());
  return detail::formula::row_index(index, levels, population);
}

SHENGZHOU_REPORT_INLINE Interval coefficient_of_variation(std::span<const Interval> levels, int ddof,
                                                          const ArrayRef& population) {
  const detail::formula::Variation index("coefficient_of_variation", ddof, population.size());
  return detail::formula::index_range(index, levels, population);
}

SHENGZHOU_REPORT_INLINE double williamson(const ArrayRef& levels, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::Variation("williamson", 0, 0), levels, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd williamson_rows(const PanelRef& levels, const PanelRef& population) {
  return detail::formula::row_index(detail::formula::Variation("williamson", 0, 0), levels, population);
}

SHENGZHOU_REPORT_INLINE Interval williamson(std::span<const Interval> levels, const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::Variation("williamson", 0, 0), levels, population);
}

SHENGZHOU_REPORT_INLINE double max_min_ratio(const ArrayRef& levels) {
  return detail::formula::group_index(detail::formula::MaxMinRatio(), levels, Eigen::ArrayXd::Ones(1));
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd max_min_ratio_rows(const PanelRef& levels) {
  return detail::formula::row_index(detail::formula::MaxMinRatio(), levels, PathMatrix::Ones(1, 1));
}

SHENGZHOU_REPORT_INLINE Interval max_min_ratio(std::span<const Interval> levels) {
  using detail::formula::MaxMinRatio;
  constexpr const char* name = MaxMinRatio::name;
  if (levels.empty()) throw DomainError(std::string(name) + ": levels is empty: give one mean a group");
  detail::formula::require_closed(name, MaxMinRatio::parameter(), levels);
  const Eigen::ArrayXd lower = detail::formula::lower_ends(levels);
  const Eigen::ArrayXd upper = detail::formula::upper_ends(levels);
  // At least 1, and 1 where all can be equal; the largest ratio is of two different places.
  double most = 1;
  for (Eigen::Index i = 0; i < lower.size(); ++i) {
    for (Eigen::Index j = 0; j < lower.size(); ++j) {
      if (i != j) most = std::max(most, upper[i] / lower[j]);
    }
  }
  if (!std::isfinite(most)) throw DomainError(std::string(name) + ": the result is too large for a double");
  return {std::max(1.0, lower.maxCoeff() / upper.minCoeff()), most};
}

}  // namespace shengzhou_report
