#pragma once

// What every index of groups needs: groups relative to all, rows of tables, ranges over intervals.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report::detail::formula {

inline constexpr const char* no_income = "the mean income of all is zero";

/// Groups in shares of the population and means relative to that of all.
struct Groups {
  Eigen::ArrayXd share;
  Eigen::ArrayXd relative;
  Eigen::ArrayXd difference;  // relative - 1

  /// Positions from the poorest to the richest.
  [[nodiscard]] std::vector<Eigen::Index> order() const {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(share.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Eigen::Index a, Eigen::Index b) { return relative[a] < relative[b]; });
    return order;
  }
};

/// Throws unless there are as many of `name` as groups, or one for all.
inline void require_groups(const char* function, const char* name, Eigen::Index count, Eigen::Index groups) {
  if (count == 1 || count == groups) return;
  throw DomainError(std::string(function) + ": " + name + " has " + std::to_string(count) + " numbers for " +
                    std::to_string(groups) + " means: give one for each, or one for all");
}

/// Shares of the population. @throws DomainError  when there are no groups or nobody in them.
[[nodiscard]] inline Eigen::ArrayXd shares_of(const char* function, const char* name, Eigen::Index count,
                                              const ArrayRef& population) {
  if (count == 0) throw DomainError(std::string(function) + ": " + name + " is empty: give one mean a group");
  require_groups(function, "population", population.size(), count);
  require_column(function, {"population", Domain::level}, population);
  const double sum = population.sum();
  if (!(sum > 0) || !std::isfinite(sum)) {
    throw DomainError(std::string(function) + ": the population is zero, or too large for a double");
  }
  if (population.size() == 1) return Eigen::ArrayXd::Constant(count, 1 / static_cast<double>(count));
  return population / sum;
}

/// Groups of means that are known to lie in their domain.
[[nodiscard]] inline Groups relative_to_all(const char* function, const Eigen::ArrayXd& share,
                                            const ArrayRef& mean_income) {
  Groups groups;
  groups.share = share;
  const double mean = (share * mean_income).sum();
  groups.relative = mean_income / mean;
  groups.difference = (mean_income - mean) / mean;
  if (!(mean > 0) || !groups.relative.isFinite().all()) throw DomainError(std::string(function) + ": " + no_income);
  return groups;
}

[[nodiscard]] inline Groups make_groups(const char* function, const Parameter& income, const ArrayRef& mean_income,
                                        const ArrayRef& population) {
  const Eigen::ArrayXd share = shares_of(function, income.name, mean_income.size(), population);
  require_column(function, income, mean_income);
  return relative_to_all(function, share, mean_income);
}

/// An index of groups: a name, the parameter of the means, and its value for groups.
template <class Index>
[[nodiscard]] double index_value(const Index& index, const Groups& groups) {
  const double result = index.value(groups);
  if (!std::isfinite(result)) throw DomainError(std::string(index.name) + ": the result is too large for a double");
  return result;
}

template <class Index>
[[nodiscard]] double group_index(const Index& index, const ArrayRef& mean_income, const ArrayRef& population) {
  return index_value(index, make_groups(index.name, index.parameter(), mean_income, population));
}

/// The index of each row of a table.
template <class Index>
[[nodiscard]] Eigen::ArrayXd row_index(const Index& index, const PanelRef& mean_income, const PanelRef& population) {
  using Row = Eigen::Map<const Eigen::ArrayXd>;
  if (population.rows() != 1 && population.rows() != mean_income.rows()) {
    throw DomainError(std::string(index.name) + ": population has " + std::to_string(population.rows()) +
                      " rows for the " + std::to_string(mean_income.rows()) + " of " + index.parameter().name +
                      ": give as many, or one");
  }
  Eigen::ArrayXd result(mean_income.rows());
  for (Eigen::Index i = 0; i < result.size(); ++i) {
    const Eigen::Index weights = population.rows() == 1 ? 0 : i;
    try {
      result[i] = group_index(index, Row(mean_income.row(i).data(), mean_income.cols()),
                              Row(population.row(weights).data(), population.cols()));
    } catch (const DomainError& error) {
      throw DomainError(std::string(error.what()) + " (row " + std::to_string(i) + ")");
    }
  }
  return result;
}

inline constexpr std::size_t most_ranged_groups = 16;

/// Exact range of an index over a box of means, for an index that is unchanged when all means are multiplied and falls
/// when a richer group gives to a poorer one.
///
/// The means at which such an index is at most c form a convex set. So the largest value lies at a corner. The smallest
/// one of all means with one sum has every mean as near to some level t as its interval lets it be, and over t the
/// index falls and then rises: it is searched between the ends of the intervals, at which alone it is not smooth.
template <class Index>
[[nodiscard]] Interval index_range(const Index& index, std::span<const Interval> mean_income,
                                   const ArrayRef& population) {
  const Parameter parameter = index.parameter();
  const Eigen::ArrayXd lower = lower_ends(mean_income);
  const Eigen::ArrayXd upper = upper_ends(mean_income);
  const Eigen::ArrayXd share = shares_of(index.name, parameter.name, lower.size(), population);
  require_closed(index.name, parameter, mean_income);
  if (mean_income.size() > most_ranged_groups) {
    throw DomainError(std::string(index.name) + ": " + std::to_string(mean_income.size()) + " intervals of " +
                      parameter.name + " are more than the " + std::to_string(most_ranged_groups) +
                      " whose range is exact: give numbers");
  }
  const auto at = [&](const Eigen::ArrayXd& means) {
    return index_value(index, relative_to_all(index.name, share, means));
  };
  double most = -infinity;
  for (std::size_t corner = 0; corner < std::size_t{1} << mean_income.size(); ++corner) {
    Eigen::ArrayXd means = lower;
    for (Eigen::Index i = 0; i < means.size(); ++i) {
      if ((corner >> static_cast<std::size_t>(i) & 1U) != 0) means[i] = upper[i];
    }
    most = std::max(most, at(means));
  }
  const auto near = [&](double level) { return at(lower.max(upper.min(level))); };
  std::vector<double> ends(lower.begin(), lower.end());
  ends.insert(ends.end(), upper.begin(), upper.end());
  std::sort(ends.begin(), ends.end());
  double least = most;
  for (const double end : ends) least = std::min(least, near(end));
  constexpr double golden = 0.6180339887498949;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    double left = ends[i - 1];
    double right = ends[i];
    double inner_left = right - golden * (right - left);
    double inner_right = left + golden * (right - left);
    if (!(left < inner_left && inner_right < right)) continue;
    double at_left = near(inner_left);
    double at_right = near(inner_right);
    // Where the index is flat it has no more digits: half of them for the level suffice.
    while (right - left > 1e-9 * right) {
      if (at_left < at_right) {
        right = inner_right;
        inner_right = inner_left;
        at_right = at_left;
        inner_left = right - golden * (right - left);
        at_left = near(inner_left);
      } else {
        left = inner_left;
        inner_left = inner_right;
        at_left = at_right;
        inner_right = left + golden * (right - left);
        at_right = near(inner_right);
      }
    }
    least = std::min({least, at_left, at_right});
  }
  return {least, most};
}

}  // namespace shengzhou_report::detail::formula
