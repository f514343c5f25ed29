#pragma once

// Any number of groups: their indices.

#include <algorithm>
#include <span>

#include <shengzhou_report/impl/distribution/groups.hpp>
#include <shengzhou_report/impl/distribution/terms.hpp>
#include <shengzhou_report/impl/inequality/two_groups.ipp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

template <InequalityIndex which>
struct GroupIndex;

template <>
struct GroupIndex<InequalityIndex::theil_t> {
  static constexpr const char* name = "theil_t";
  static constexpr Domain income = Domain::income;
  static constexpr Domain within = Domain::level;
  using TwoGroup = TwoGroupTheilT;
  static Parameter parameter() { return {"mean_income", income}; }
  static double value(const Groups& groups) { return entropy_of(groups, 1); }
  static Eigen::ArrayXd weights(const Groups& groups) { return groups.share * groups.relative; }
};

template <>
struct GroupIndex<InequalityIndex::theil_l> {
  static constexpr const char* name = "theil_l";
  static constexpr Domain income = Domain::positive_income;
  static constexpr Domain within = Domain::level;
  using TwoGroup = TwoGroupTheilL;
  static Parameter parameter() { return {"mean_income", income}; }
  static double value(const Groups& groups) { return entropy_of(groups, 0); }
  static Eigen::ArrayXd weights(const Groups& groups) { return groups.share; }
};

template <>
struct GroupIndex<InequalityIndex::gini> {
  static constexpr const char* name = "gini";
  static constexpr Domain income = Domain::income;
  static constexpr Domain within = Domain::fraction;
  using TwoGroup = TwoGroupGini;
  static Parameter parameter() { return {"mean_income", income}; }
  /// Twice the covariance of relative income and rank.
  static double value(const Groups& groups) {
    double sum = 0;
    double poorer = 0;
    for (const Eigen::Index i : groups.order()) {
      sum += groups.share[i] * groups.difference[i] * (2 * poorer + groups.share[i] - 1);
      poorer += groups.share[i];
    }
    return std::max(sum, 0.0);
  }
  static Eigen::ArrayXd weights(const Groups& groups) { return groups.share * groups.share * groups.relative; }
};

/// Calls `function` with the index as a type.
template <class Function>
[[nodiscard]] auto with_index(InequalityIndex index, const Function& function) {
  switch (index) {
    case InequalityIndex::theil_t:
      break;
    case InequalityIndex::theil_l:
      return function(GroupIndex<InequalityIndex::theil_l>{});
    case InequalityIndex::gini:
      return function(GroupIndex<InequalityIndex::gini>{});
  }
  return function(GroupIndex<InequalityIndex::theil_t>{});
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double theil_t(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::GroupIndex<InequalityIndex::theil_t>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval theil_t(std::span<const Interval> mean_income, const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::GroupIndex<InequalityIndex::theil_t>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd theil_t_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index(detail::formula::GroupIndex<InequalityIndex::theil_t>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE double theil_l(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::GroupIndex<InequalityIndex::theil_l>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval theil_l(std::span<const Interval> mean_income, const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::GroupIndex<InequalityIndex::theil_l>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd theil_l_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index(detail::formula::GroupIndex<InequalityIndex::theil_l>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE double gini(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::GroupIndex<InequalityIndex::gini>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval gini(std::span<const Interval> mean_income, const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::GroupIndex<InequalityIndex::gini>(), mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd gini_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index(detail::formula::GroupIndex<InequalityIndex::gini>(), mean_income, population);
}

}  // namespace shengzhou_report
