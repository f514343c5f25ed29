#pragma once

// Any number of groups: their indices.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/inequality/two_groups.ipp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// Groups in shares of the population and means relative to that of all.
struct Groups {
  Eigen::ArrayXd share;
  Eigen::ArrayXd relative;
  Eigen::ArrayXd difference;  // relative - 1
};

template <InequalityIndex which>
struct GroupIndex;

template <>
struct GroupIndex<InequalityIndex::theil_t> {
  static constexpr const char* name = "theil_t";
  static constexpr Domain income = Domain::income;
  static constexpr Domain within = Domain::level;
  using TwoGroup = TwoGroupTheilT;
  static double value(const Groups& groups) {
    double sum = 0;
    for (Eigen::Index i = 0; i < groups.share.size(); ++i) {
      sum += groups.share[i] * index_terms(groups.relative[i], groups.difference[i]).theil_t;
    }
    return sum;
  }
  static Eigen::ArrayXd weights(const Groups& groups) { return groups.share * groups.relative; }
};

template <>
struct GroupIndex<InequalityIndex::theil_l> {
  static constexpr const char* name = "theil_l";
  static constexpr Domain income = Domain::positive_income;
  static constexpr Domain within = Domain::level;
  using TwoGroup = TwoGroupTheilL;
  static double value(const Groups& groups) {
    double sum = 0;
    for (Eigen::Index i = 0; i < groups.share.size(); ++i) {
      sum += groups.share[i] * index_terms(groups.relative[i], groups.difference[i]).theil_l;
    }
    return sum;
  }
  static Eigen::ArrayXd weights(const Groups& groups) { return groups.share; }
};

template <>
struct GroupIndex<InequalityIndex::gini> {
  static constexpr const char* name = "gini";
  static constexpr Domain income = Domain::income;
  static constexpr Domain within = Domain::fraction;
  using TwoGroup = TwoGroupGini;
  /// Twice the covariance of relative income and rank.
  static double value(const Groups& groups) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(groups.share.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::sort(order.begin(), order.end(),
              [&](Eigen::Index a, Eigen::Index b) { return groups.relative[a] < groups.relative[b]; });
    double sum = 0;
    double poorer = 0;
    for (const Eigen::Index i : order) {
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

/// Throws unless there are as many of `name` as groups, or one for all.
inline void require_groups(const char* function, const char* name, Eigen::Index count, Eigen::Index groups) {
  if (count == 1 || count == groups) return;
  throw DomainError(std::string(function) + ": " + name + " has " + std::to_string(count) + " numbers for " +
                    std::to_string(groups) + " means: give one for each, or one for all");
}

[[nodiscard]] inline Groups make_groups(const char* function, Domain income, const ArrayRef& mean_income,
                                        const ArrayRef& population) {
  if (mean_income.size() == 0)
    throw DomainError(std::string(function) + ": mean_income is empty: give one mean a group");
  require_groups(function, "population", population.size(), mean_income.size());
  require_column(function, {"mean_income", income}, mean_income);
  require_column(function, {"population", Domain::level}, population);
  Groups groups;
  if (population.size() == 1) {
    groups.share.setConstant(mean_income.size(), 1 / static_cast<double>(mean_income.size()));
  } else {
    groups.share = population / population.sum();
  }
  const double mean = (groups.share * mean_income).sum();
  if (!(population.sum() > 0) || !std::isfinite(population.sum())) {
    throw DomainError(std::string(function) + ": the population is zero, or too large for a double");
  }
  groups.relative = mean_income / mean;
  groups.difference = (mean_income - mean) / mean;
  if (!(mean > 0) || !groups.relative.isFinite().all()) {
    throw DomainError(std::string(function) + ": " + TwoGroupGini::reason);
  }
  return groups;
}

template <class Index>
[[nodiscard]] double group_index(const ArrayRef& mean_income, const ArrayRef& population) {
  return Index::value(make_groups(Index::name, Index::income, mean_income, population));
}

template <class Index>
[[nodiscard]] Eigen::ArrayXd row_index(const PanelRef& mean_income, const PanelRef& population) {
  using Row = Eigen::Map<const Eigen::ArrayXd>;
  if (population.rows() != 1 && population.rows() != mean_income.rows()) {
    throw DomainError(std::string(Index::name) + ": population has " + std::to_string(population.rows()) +
                      " rows for the " + std::to_string(mean_income.rows()) + " of mean_income: give as many, or one");
  }
  Eigen::ArrayXd result(mean_income.rows());
  for (Eigen::Index i = 0; i < result.size(); ++i) {
    const Eigen::Index weights = population.rows() == 1 ? 0 : i;
    try {
      result[i] = group_index<Index>(Row(mean_income.row(i).data(), mean_income.cols()),
                                     Row(population.row(weights).data(), population.cols()));
    } catch (const DomainError& error) {
      throw DomainError(std::string(error.what()) + " (row " + std::to_string(i) + ")");
    }
  }
  return result;
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double theil_t(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index<detail::formula::GroupIndex<InequalityIndex::theil_t>>(mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd theil_t_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index<detail::formula::GroupIndex<InequalityIndex::theil_t>>(mean_income, population);
}

SHENGZHOU_REPORT_INLINE double theil_l(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index<detail::formula::GroupIndex<InequalityIndex::theil_l>>(mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd theil_l_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index<detail::formula::GroupIndex<InequalityIndex::theil_l>>(mean_income, population);
}

SHENGZHOU_REPORT_INLINE double gini(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index<detail::formula::GroupIndex<InequalityIndex::gini>>(mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd gini_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index<detail::formula::GroupIndex<InequalityIndex::gini>>(mean_income, population);
}

}  // namespace shengzhou_report
