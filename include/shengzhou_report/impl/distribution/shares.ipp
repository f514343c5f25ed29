#pragma once

// Who has how much: the Lorenz curve, and the shares of the top and the bottom.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/distribution/groups.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// Income of the richest `top` of the population over that of the poorest `bottom`.
struct ShareRatio {
  const char* name;
  double top;
  double bottom;

  [[nodiscard]] static Parameter parameter() { return {"mean_income", Domain::income}; }
  [[nodiscard]] double value(const Groups& groups) const {
    const std::vector<Eigen::Index> order = groups.order();
    const double poorest = income(groups, order.begin(), order.end(), bottom);
    if (!(poorest > 0)) {
      throw DomainError(std::string(name) + ": the poorest " + std::to_string(std::lround(100 * bottom)) +
                        " % have no income, and a ratio to it is undefined");
    }
    return income(groups, order.rbegin(), order.rend(), top) / poorest;
  }

 private:
  /// Income of the first `part` of the population in an order; a group at the limit is split in proportion.
  template <class Iterator>
  static double income(const Groups& groups, Iterator begin, Iterator end, double part) {
    double sum = 0;
    for (double rest = part; begin != end && rest > 0; ++begin) {
      const double people = std::min(rest, groups.share[*begin]);
      sum += people * groups.relative[*begin];
      rest -= people;
    }
    return sum;
  }
};

inline constexpr ShareRatio s80_s20{"quintile_share_ratio", 0.2, 0.2};
inline constexpr ShareRatio palma{"palma_ratio", 0.1, 0.4};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double quintile_share_ratio(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::s80_s20, mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd quintile_share_ratio_rows(const PanelRef& mean_income,
                                                                 const PanelRef& population) {
  return detail::formula::row_index(detail::formula::s80_s20, mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval quintile_share_ratio(std::span<const Interval> mean_income,
                                                      const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::s80_s20, mean_income, population);
}

SHENGZHOU_REPORT_INLINE double palma_ratio(const ArrayRef& mean_income, const ArrayRef& population) {
  return detail::formula::group_index(detail::formula::palma, mean_income, population);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd palma_ratio_rows(const PanelRef& mean_income, const PanelRef& population) {
  return detail::formula::row_index(detail::formula::palma, mean_income, population);
}

SHENGZHOU_REPORT_INLINE Interval palma_ratio(std::span<const Interval> mean_income, const ArrayRef& population) {
  return detail::formula::index_range(detail::formula::palma, mean_income, population);
}

SHENGZHOU_REPORT_INLINE LorenzCurve lorenz_curve(const ArrayRef& mean_income, const ArrayRef& population) {
  const detail::formula::Groups groups = detail::formula::make_groups(
      "lorenz_curve", {"mean_income", detail::formula::Domain::income}, mean_income, population);
  const Eigen::Index count = groups.share.size();
  LorenzCurve curve{Eigen::ArrayXd::Zero(count + 1), Eigen::ArrayXd::Zero(count + 1), groups.order()};
  for (Eigen::Index i = 0; i < count; ++i) {
    const Eigen::Index group = curve.order[static_cast<std::size_t>(i)];
    curve.population[i + 1] = curve.population[i] + groups.share[group];
    curve.income[i + 1] = curve.income[i] + groups.share[group] * groups.relative[group];
  }
  // Both end at 1, which the rounding of sums misses.
  curve.population /= curve.population[count];
  curve.income /= curve.income[count];
  return curve;
}

}  // namespace shengzhou_report
