#pragma once

// What moves a mean, an index or a product: exact parts of its change.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <ostream>
#include <string>
#include <type_traits>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/inequality/groups.ipp>
#include <shengzhou_report/impl/inequality/parts.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct LogarithmicMean : TwoSteps<LogarithmicMean> {
  static constexpr const char* name = "logarithmic_mean";
  static constexpr std::array parameters{Parameter{"a", Domain::positive_level},
                                         Parameter{"b", Domain::positive_level}};
  /// ln(a / b). The difference of near numbers is exact, their ratio is not.
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double a, double b) {
    const double difference = a - b;
    const std::uint64_t is_near = mask_if_negative(std::abs(difference) - 0.25 * b);
    const auto parts = [is_near, relative = difference / b](double ratio) SHENGZHOU_REPORT_FLATTEN {
      return logarithm_parts(select(is_near, 1, ratio), select(is_near, relative, ratio - 1));
    };
    if constexpr (std::is_same_v<Functions, Usually>) {
      return or_nan(Usually::unless_normal(a / b), logarithm_of(parts(a / b)));
    } else {
      // The ratio of distant numbers may be beyond all doubles.
      const Scaled top = scaled(a);
      const Scaled bottom = scaled(b);
      LogarithmParts scaled_parts = parts(top.mantissa / bottom.mantissa);
      scaled_parts.power += select(is_near, 0, top.power - bottom.power);
      return logarithm_of(scaled_parts);
    }
  }
  template <class>
  SHENGZHOU_REPORT_FLATTEN static double second(double logarithm, double a, double b) {
    const double difference = a - b;
    return select(mask_if_not_zero(std::bit_cast<std::uint64_t>(difference)), difference / logarithm, a);
  }
};

SHENGZHOU_REPORT_DEFINE(LogarithmicMean);

struct MeanChangeFormula {
  static constexpr const char* name = "mean_change";
  static constexpr const char* reason = "a mean is too large for a double";
  static constexpr std::array parameters{
      Parameter{"urban0", Domain::level},          Parameter{"rural0", Domain::level},
      Parameter{"urban_share0", Domain::fraction}, Parameter{"urban1", Domain::level},
      Parameter{"rural1", Domain::level},          Parameter{"urban_share1", Domain::fraction}};
  static MeanChange value(double urban0, double rural0, double share0, double urban1, double rural1, double share1) {
    const double share = share0 + (share1 - share0) / 2;
    const double gap = (urban0 - rural0) / 2 + (urban1 - rural1) / 2;
    const MeanChange change{share * (urban1 - urban0), (1 - share) * (rural1 - rural0), gap * (share1 - share0),
                            (share1 * urban1 + (1 - share1) * rural1) - (share0 * urban0 + (1 - share0) * rural0)};
    if (!std::isfinite(change.total)) reject_result<MeanChangeFormula>(urban0, rural0, share0, urban1, rural1, share1);
    return change;
  }
};

/// Checks under the name that the caller knows, with the domains of the index.
template <class Index>
struct ShapleyChangeFormula {
  static constexpr const char* name = "shapley_change";
  static constexpr const char* reason = TwoGroupGini::reason;
  static constexpr std::array parameters{
      Parameter{"urban0", Index::income},          Parameter{"rural0", Index::income},
      Parameter{"urban_share0", Domain::fraction}, Parameter{"urban1", Index::income},
      Parameter{"rural1", Index::income},          Parameter{"urban_share1", Domain::fraction}};
  static IndexChange value(double urban0, double rural0, double share0, double urban1, double rural1, double share1) {
    const auto at = Index::TwoGroup::value;
    const double before = at(urban0, rural0, share0);
    const double after = at(urban1, rural1, share1);
    const double only_share = at(urban0, rural0, share1);
    const double only_income = at(urban1, rural1, share0);
    const IndexChange change{((only_income - before) + (after - only_share)) / 2,
                             ((only_share - before) + (after - only_income)) / 2, after - before};
    if (!std::isfinite(change.income + change.urbanisation + change.total)) {
      reject_result<ShapleyChangeFormula>(urban0, rural0, share0, urban1, rural1, share1);
    }
    return change;
  }
};

struct Lmdi {
  static constexpr const char* name = "lmdi";
  static void row(const double* start, const double* end, Eigen::Index count, double* effects) {
    if (count == 0) throw DomainError("lmdi: no factors given: give the factors of one product");
    require_column(name, {"start", Domain::level}, Eigen::Map<const Eigen::ArrayXd>(start, count));
    require_column(name, {"end", Domain::level}, Eigen::Map<const Eigen::ArrayXd>(end, count));
    const auto product = [count](const double* x) { return std::accumulate(x, x + count, 1.0, std::multiplies<>{}); };
    const double before = product(start);
    const double after = product(end);
    if (!std::isfinite(before) || !std::isfinite(after)) {
      throw DomainError("lmdi: the product of the factors is too large for a double");
    }
    const bool vanishes = before == 0 || after == 0;
    const double* const smaller = before == 0 ? start : end;
    const auto zeros = vanishes ? std::count(smaller, smaller + count, 0.0) : 0;
    if (vanishes && before != after && zeros == 0) {
      throw DomainError("lmdi: the product of the factors is too small for a double");
    }
    const double mean = vanishes ? 0 : LogarithmicMean::value(after, before);
    for (Eigen::Index i = 0; i < count; ++i) {
      if (!vanishes) {
        effects[i] = mean * log_ratio(end[i], start[i]);
      } else {
        effects[i] = before != after && smaller[i] == 0 ? (after - before) / static_cast<double>(zeros) : 0;
      }
    }
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const MeanChange& change) {
  return detail::formula::print(out, {{"urban", change.urban},
                                      {"rural", change.rural},
                                      {"urbanisation", change.urbanisation},
                                      {"total", change.total}});
}

SHENGZHOU_REPORT_INLINE MeanChange mean_change(double urban0, double rural0, double urban_share0, double urban1,
                                               double rural1, double urban_share1) {
  using Formula = detail::formula::MeanChangeFormula;
  detail::formula::require<Formula>(urban0, rural0, urban_share0, urban1, rural1, urban_share1);
  return Formula::value(urban0, rural0, urban_share0, urban1, rural1, urban_share1);
}

SHENGZHOU_REPORT_INLINE MeanChanges mean_change(const ArrayRef& urban0, const ArrayRef& rural0,
                                                const ArrayRef& urban_share0, const ArrayRef& urban1,
                                                const ArrayRef& rural1, const ArrayRef& urban_share1) {
  MeanChanges changes;
  const Eigen::Index size = broadcast_size(
      {urban0.size(), rural0.size(), urban_share0.size(), urban1.size(), rural1.size(), urban_share1.size()});
  for (Eigen::ArrayXd* part : {&changes.urban, &changes.rural, &changes.urbanisation, &changes.total}) {
    part->resize(size);
  }
  broadcast_each(
      [&changes](Eigen::Index i, auto... x) {
        const MeanChange change = mean_change(x...);
        changes.urban[i] = change.urban;
        changes.rural[i] = change.rural;
        changes.urbanisation[i] = change.urbanisation;
        changes.total[i] = change.total;
      },
      urban0, rural0, urban_share0, urban1, rural1, urban_share1);
  return changes;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const IndexChange& change) {
  return detail::formula::print(
      out, {{"income", change.income}, {"urbanisation", change.urbanisation}, {"total", change.total}});
}

SHENGZHOU_REPORT_INLINE IndexChange shapley_change(InequalityIndex index, double urban0, double rural0,
                                                   double urban_share0, double urban1, double rural1,
                                                   double urban_share1) {
  return detail::formula::with_index(index, [&]<class Index>(Index) {
    using Formula = detail::formula::ShapleyChangeFormula<Index>;
    detail::formula::require<Formula>(urban0, rural0, urban_share0, urban1, rural1, urban_share1);
    return Formula::value(urban0, rural0, urban_share0, urban1, rural1, urban_share1);
  });
}

SHENGZHOU_REPORT_INLINE IndexChanges shapley_change(InequalityIndex index, const ArrayRef& urban0,
                                                    const ArrayRef& rural0, const ArrayRef& urban_share0,
                                                    const ArrayRef& urban1, const ArrayRef& rural1,
                                                    const ArrayRef& urban_share1) {
  IndexChanges changes;
  const Eigen::Index size = broadcast_size(
      {urban0.size(), rural0.size(), urban_share0.size(), urban1.size(), rural1.size(), urban_share1.size()});
  for (Eigen::ArrayXd* part : {&changes.income, &changes.urbanisation, &changes.total}) part->resize(size);
  broadcast_each(
      [&changes, index](Eigen::Index i, auto... x) {
        const IndexChange change = shapley_change(index, x...);
        changes.income[i] = change.income;
        changes.urbanisation[i] = change.urbanisation;
        changes.total[i] = change.total;
      },
      urban0, rural0, urban_share0, urban1, rural1, urban_share1);
  return changes;
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd lmdi(const ArrayRef& start, const ArrayRef& end) {
  if (start.size() != end.size()) {
    throw DomainError("lmdi: " + std::to_string(start.size()) + " factors at the start and " +
                      std::to_string(end.size()) + " at the end: give the same factors");
  }
  Eigen::ArrayXd effects(start.size());
  detail::formula::Lmdi::row(start.data(), end.data(), start.size(), effects.data());
  return effects;
}

SHENGZHOU_REPORT_INLINE PathMatrix lmdi_rows(const PanelRef& start, const PanelRef& end) {
  if (start.rows() != end.rows() || start.cols() != end.cols()) {
    throw DomainError("lmdi: start and end have different shapes: give the same factors of the same places");
  }
  PathMatrix effects(start.rows(), start.cols());
  for (Eigen::Index i = 0; i < start.rows(); ++i) {
    try {
      detail::formula::Lmdi::row(start.row(i).data(), end.row(i).data(), start.cols(), effects.row(i).data());
    } catch (const DomainError& error) {
      throw DomainError(std::string(error.what()) + " (row " + std::to_string(i) + ")");
    }
  }
  return effects;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::MeanChange>::operator()(
    const shengzhou_report::MeanChange& change) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {change.urban, change.rural, change.urbanisation, change.total});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::IndexChange>::operator()(
    const shengzhou_report::IndexChange& change) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers({change.income, change.urbanisation, change.total});
}
