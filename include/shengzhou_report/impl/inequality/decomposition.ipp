#pragma once

// An index as a sum of inequality between groups, within them, and overlap.

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/inequality/groups.ipp>
#include <shengzhou_report/impl/inequality/parts.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE double InequalityDecomposition::between_share() const {
  if (!(total > 0)) throw DomainError("between_share: the total is zero, and a share of it is undefined");
  return between / total;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const InequalityDecomposition& decomposition) {
  return detail::formula::print(out, {{"between", decomposition.between},
                                      {"within", decomposition.within},
                                      {"overlap", decomposition.overlap},
                                      {"total", decomposition.total}});
}

SHENGZHOU_REPORT_INLINE InequalityDecomposition decompose_inequality(InequalityIndex index, const ArrayRef& mean_income,
                                                                     const ArrayRef& population,
                                                                     const ArrayRef& within) {
  using namespace detail::formula;
  constexpr const char* name = "decompose_inequality";
  return with_index(index, [&]<class Index>(Index) -> InequalityDecomposition {
    const Groups groups = make_groups(name, Index::parameter(), mean_income, population);
    require_groups(name, "within", within.size(), mean_income.size());
    require_column(name, {"within", Index::within}, within);
    const double between = Index::value(groups);
    const Eigen::ArrayXd weights = Index::weights(groups);
    const double inside = within.size() == 1 ? weights.sum() * within[0] : (weights * within).sum();
    return {between, inside, 0, between + inside};
  });
}

SHENGZHOU_REPORT_INLINE InequalityDecomposition decompose_records(InequalityIndex index, const ArrayRef& income,
                                                                  const ArrayRef& weight, const GroupsRef& group) {
  using namespace detail::formula;
  constexpr const char* name = "decompose_records";
  return with_index(index, [&]<class Index>(Index) -> InequalityDecomposition {
    if (group.size() != income.size()) {
      throw DomainError(std::string(name) + ": group has " + std::to_string(group.size()) + " labels for " +
                        std::to_string(income.size()) + " records: give one for each");
    }
    const double total = Index::value(make_groups(name, Index::parameter(), income, weight));
    // Records by group; labels are numbers below that of the records.
    std::vector<std::vector<Eigen::Index>> members;
    for (Eigen::Index i = 0; i < group.size(); ++i) {
      if (group[i] < 0 || group[i] >= group.size()) {
        throw DomainError(std::string(name) + ": group = " + std::to_string(group[i]) +
                          " must be a number from 0, below that of the records (element " + std::to_string(i) + ")");
      }
      const auto label = static_cast<std::size_t>(group[i]);
      if (label >= members.size()) members.resize(label + 1);
      members[label].push_back(i);
    }
    const bool equal_weights = weight.size() == 1;
    std::vector<double> means;
    std::vector<double> sizes;
    std::vector<double> inside;
    for (const std::vector<Eigen::Index>& indices : members) {
      Eigen::ArrayXd incomes(static_cast<Eigen::Index>(indices.size()));
      Eigen::ArrayXd weights(incomes.size());
      for (Eigen::Index k = 0; k < incomes.size(); ++k) {
        const Eigen::Index i = indices[static_cast<std::size_t>(k)];
        incomes[k] = income[i];
        weights[k] = equal_weights ? 1 : weight[i];
      }
      const double size = weights.sum();
      if (!(size > 0)) continue;
      const double mean = (incomes * weights).sum() / size;
      means.push_back(mean);
      sizes.push_back(size);
      // A group without any income is equal within.
      inside.push_back(mean > 0 ? Index::value(make_groups(name, Index::parameter(), incomes, weights)) : 0);
    }
    const auto column = [](const std::vector<double>& values) {
      return Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()));
    };
    const Groups groups = make_groups(name, Index::parameter(), column(means), column(sizes));
    const double between = Index::value(groups);
    const double within = (Index::weights(groups) * column(inside)).sum();
    const double overlap = index == InequalityIndex::gini ? std::max(0.0, total - between - within) : 0;
    return {between, within, overlap, total};
  });
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::InequalityDecomposition>::operator()(
    const shengzhou_report::InequalityDecomposition& decomposition) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {decomposition.between, decomposition.within, decomposition.overlap, decomposition.total});
}
