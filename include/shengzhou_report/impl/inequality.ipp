#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <numeric>
#include <ostream>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// What a group adds to an index per head, from its mean y relative to that of all.
struct IndexTerms {
  double theil_t;  // y ln(y) - y + 1
  double theil_l;  // y - 1 - ln(y)
};

/// Terms that the mean of y - 1, which is zero, makes non-negative: sums of them lose no digits where groups are nearly
/// equal, whereas sums of y ln(y) cancel.
///
/// @param relative    y, not negative; for less than the smallest normal number `theil_l` means nothing.
/// @param difference  y - 1, computed from the difference of the incomes.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline IndexTerms index_terms(double relative, double difference) noexcept {
  const LogarithmParts parts = logarithm_parts(relative, difference);
  const double log = logarithm_of(parts);
  return {select(parts.is_far, relative * log - difference, difference * difference - relative * parts.excess),
          select(parts.is_far, difference - log, parts.excess)};
}

/// Both groups relative to the mean of all; `gap` is their difference.
struct TwoGroups {
  double urban;
  double rural;
  double gap;

  SHENGZHOU_REPORT_FLATTEN TwoGroups(double urban_income, double rural_income, double share) {
    const double inverse = 1 / (share * urban_income + (1 - share) * rural_income);
    urban = urban_income * inverse;
    rural = rural_income * inverse;
    gap = (urban_income - rural_income) * inverse;
  }

  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN IndexTerms terms(double share) const noexcept {
    const IndexTerms u = index_terms(urban, (1 - share) * gap);
    const IndexTerms r = index_terms(rural, -share * gap);
    return {share * u.theil_t + (1 - share) * r.theil_t, share * u.theil_l + (1 - share) * r.theil_l};
  }
};

struct TurningShare {
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level}};
};

struct TheilLTurningShare : TurningShare {
  static constexpr const char* name = "theil_l_turning_share";
  /// 1 / x - 1 / (e^x - 1) for x = ln(ratio); near zero by its series with the Bernoulli numbers.
  SHENGZHOU_REPORT_FLATTEN static double value(double ratio) {
    const double x = logarithm(ratio);
    const double x2 = x * x;
    const double series =
        0.5 - x * (1.0 / 12 - x2 * (1.0 / 720 - x2 * (1.0 / 30240 - x2 * (1.0 / 1209600 - x2 / 47900160))));
    return select(mask_if_negative(0.3 - std::abs(x)), 1 / x - 1 / (ratio - 1), series);
  }
};

struct TheilTTurningShare : TurningShare {
  static constexpr const char* name = "theil_t_turning_share";
  /// The closed form written with that of Theil L, which has the only difference that cancels.
  SHENGZHOU_REPORT_FLATTEN static double value(double ratio) {
    const double share = TheilLTurningShare::value(ratio);
    const double turning = (1 - share) / (1 + (ratio - 1) * share);
    const std::uint64_t is_finite = mask_if_not_zero(std::bit_cast<std::uint64_t>(ratio) - infinity_bits);
    return select(mask_if_not_zero(std::bit_cast<std::uint64_t>(ratio)), select(is_finite, turning, 0), 1);
  }
};

struct GiniTurningShare : TurningShare {
  static constexpr const char* name = "gini_turning_share";
  SHENGZHOU_REPORT_FLATTEN static double value(double ratio) { return 1 / (1 + std::sqrt(ratio)); }
};

struct TwoGroupGini {
  static constexpr const char* name = "two_group_gini";
  static constexpr const char* reason = "the mean income of all is zero";
  static constexpr std::array parameters{Parameter{"urban", Domain::income}, Parameter{"rural", Domain::income},
                                         Parameter{"urban_share", Domain::fraction}};
  using Turning = GiniTurningShare;
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double share) {
    return share * (1 - share) * std::abs(TwoGroups(urban, rural, share).gap);
  }
  static Interval range(const Interval& urban, const Interval& rural, const Interval& urban_share);
};

struct TwoGroupTheilT {
  static constexpr const char* name = "two_group_theil_t";
  static constexpr const char* reason = TwoGroupGini::reason;
  static constexpr std::array parameters = TwoGroupGini::parameters;
  using Turning = TheilTTurningShare;
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double share) {
    return TwoGroups(urban, rural, share).terms(share).theil_t;
  }
  static Interval range(const Interval& urban, const Interval& rural, const Interval& urban_share);
};

struct TwoGroupTheilL {
  static constexpr const char* name = "two_group_theil_l";
  static constexpr const char* reason = TwoGroupGini::reason;
  static constexpr std::array parameters{Parameter{"urban", Domain::positive_income},
                                         Parameter{"rural", Domain::positive_income},
                                         Parameter{"urban_share", Domain::fraction}};
  static constexpr bool is_always_finite = true;
  using Turning = TheilLTurningShare;
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double share) {
    return TwoGroups(urban, rural, share).terms(share).theil_l;
  }
  static Interval range(const Interval& urban, const Interval& rural, const Interval& urban_share);
};

struct TwoGroupAll {
  static constexpr const char* name = "two_group_inequality";
  static constexpr const char* reason = TwoGroupGini::reason;
  static constexpr std::array parameters = TwoGroupTheilL::parameters;
  static constexpr std::size_t outputs = 4;
  // As the incomes are positive and bounded, and the logarithms with them.
  static constexpr bool is_always_finite = true;
  SHENGZHOU_REPORT_FLATTEN static TwoGroupInequality all(double urban, double rural, double share) {
    const TwoGroups groups(urban, rural, share);
    const IndexTerms terms = groups.terms(share);
    return {terms.theil_t, terms.theil_l, share * (1 - share) * std::abs(groups.gap), urban / rural};
  }
  SHENGZHOU_REPORT_FLATTEN static void store(double* results, double urban, double rural, double share) {
    const TwoGroupInequality inequality = all(urban, rural, share);
    results[0] = inequality.theil_t;
    results[broadcast_block] = inequality.theil_l;
    results[2 * broadcast_block] = inequality.gini;
    results[3 * broadcast_block] = inequality.ratio;
  }
  /// None is negative, so the sum is finite only if all are.
  static double value(double urban, double rural, double share) {
    const TwoGroupInequality x = all(urban, rural, share);
    return x.theil_t + x.theil_l + x.gini + x.ratio;
  }
};

/// Exact range of an index between two groups over a box.
///
/// With the share held, the index falls until the incomes are equal and rises beyond: its derivative by the ratio has
/// the sign of ln(ratio). With the incomes held, it has one maximum in the share. So the largest value lies at one of
/// the two extreme ratios, at the share nearest to its turning point; the smallest at the ratio nearest to 1 and at an
/// end of the shares.
template <class Formula>
[[nodiscard]] Interval two_group_range(const Interval& urban, const Interval& rural, const Interval& share) {
  require_box<Formula>(urban, rural, share);
  const auto most = [&](double u, double r) {
    const double turn = Formula::Turning::value(u / r);
    return on_numbers<Formula>(u, r, std::clamp(turn, share.lower(), share.upper()));
  };
  const auto least = [&](double u, double r) {
    return std::min(on_numbers<Formula>(u, r, share.lower()), on_numbers<Formula>(u, r, share.upper()));
  };
  const double upper = std::max(most(urban.upper(), rural.lower()), most(urban.lower(), rural.upper()));
  if (urban.overlaps(rural)) return {0, upper};
  return {urban.lower() > rural.upper() ? least(urban.lower(), rural.upper()) : least(urban.upper(), rural.lower()),
          upper};
}

struct ImpliedUrbanShare {
  static constexpr const char* name = "implied_urban_share";
  static constexpr const char* reason =
      "the mean of all residents must lie between those of urban and rural residents, which must differ: check that "
      "the three are of one year and one survey";
  static constexpr std::array parameters{Parameter{"overall", Domain::level}, Parameter{"urban", Domain::level},
                                         Parameter{"rural", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double quotient(double overall, double urban, double rural) {
    return (overall - rural) / (urban - rural);
  }
  SHENGZHOU_REPORT_FLATTEN static double value(double overall, double urban, double rural) {
    const double share = quotient(overall, urban, rural) + 0.0;  // no negative zero
    return select(0 - (unless_between(0, 1, share) >> 63U), infinity, share);
  }
  static Interval range(const Interval& overall, const Interval& urban, const Interval& rural);
};

struct UrbanShareFormula {
  static constexpr const char* name = "urban_share";
  static constexpr std::array parameters{Parameter{"overall", Domain::positive_level},
                                         Parameter{"urban", Domain::level}, Parameter{"rural", Domain::level},
                                         Parameter{"share", Domain::fraction}};
};

struct LogarithmicMean {
  static constexpr const char* name = "logarithmic_mean";
  static constexpr std::array parameters{Parameter{"a", Domain::positive_level},
                                         Parameter{"b", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double a, double b) {
    const double difference = a - b;
    // The difference of near numbers is exact, their ratio is not; the ratio of distant ones may be beyond all doubles.
    const std::uint64_t is_near = mask_if_negative(std::abs(difference) - 0.25 * b);
    const double relative = difference / b;
    const Scaled top = scaled(a);
    const Scaled bottom = scaled(b);
    const double ratio = top.mantissa / bottom.mantissa;
    LogarithmParts parts = logarithm_parts(select(is_near, 1, ratio), select(is_near, relative, ratio - 1));
    parts.power += select(is_near, 0, top.power - bottom.power);
    return select(mask_if_not_zero(std::bit_cast<std::uint64_t>(difference)), difference / logarithm_of(parts), a);
  }
};

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

/// Throws unless every number lies in the domain; the message names the element.
inline void require_column(const char* function, const Parameter& parameter, const ArrayRef& column) {
  for (Eigen::Index i = 0; i < column.size(); ++i) {
    if (holds(parameter.domain, column[i])) continue;
    try {
      reject_argument(function, parameter, Ends(column[i]));
    } catch (const DomainError& error) {
      throw_at(i, error);
    }
  }
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

[[nodiscard]] inline std::size_t hash_numbers(std::initializer_list<double> numbers) noexcept {
  std::size_t seed = 0;
  for (const double number : numbers) seed = hash_combine(seed, std::hash<double>{}(number));
  return seed;
}

/// "name value, name value".
inline std::ostream& print(std::ostream& out, std::initializer_list<std::pair<const char*, double>> fields) {
  const char* separator = "";
  for (const auto& [name, value] : fields) {
    out << separator << name << ' ' << format_double(value);
    separator = ", ";
  }
  return out;
}

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

inline Interval TwoGroupTheilT::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupTheilT>(urban, rural, urban_share);
}

inline Interval TwoGroupTheilL::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupTheilL>(urban, rural, urban_share);
}

inline Interval TwoGroupGini::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupGini>(urban, rural, urban_share);
}

inline Interval ImpliedUrbanShare::range(const Interval& overall, const Interval& urban, const Interval& rural) {
  using Formula = ImpliedUrbanShare;
  require_box<Formula>(overall, urban, rural);
  const bool finite = std::isfinite(overall.upper()) && std::isfinite(urban.upper()) && std::isfinite(rural.upper());
  if (!finite || urban.overlaps(rural)) reject_result<Formula>(overall, urban, rural);
  // If urban income is the higher one, the share rises with `overall` and falls with both others; if not, the reverse.
  const double one = Formula::quotient(overall.lower(), urban.upper(), rural.upper());
  const double other = Formula::quotient(overall.upper(), urban.lower(), rural.lower());
  const double least = std::min(one, other);
  const double most = std::max(one, other);
  if (least > 1 || most < 0) reject_result<Formula>(overall, urban, rural);
  return {std::max(least, 0.0), std::min(most, 1.0)};
}

SHENGZHOU_REPORT_DEFINE(TwoGroupTheilT);
SHENGZHOU_REPORT_DEFINE(TwoGroupTheilL);
SHENGZHOU_REPORT_DEFINE(TwoGroupGini);
SHENGZHOU_REPORT_DEFINE(TheilTTurningShare);
SHENGZHOU_REPORT_DEFINE(TheilLTurningShare);
SHENGZHOU_REPORT_DEFINE(GiniTurningShare);
SHENGZHOU_REPORT_DEFINE(ImpliedUrbanShare);
SHENGZHOU_REPORT_DEFINE(LogarithmicMean);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE const char* to_string(InequalityIndex index) noexcept {
  switch (index) {
    case InequalityIndex::theil_t:
      return "theil_t";
    case InequalityIndex::theil_l:
      return "theil_l";
    case InequalityIndex::gini:
      return "gini";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const TwoGroupInequality& inequality) {
  return detail::formula::print(out, {{"Theil T", inequality.theil_t},
                                      {"Theil L", inequality.theil_l},
                                      {"Gini", inequality.gini},
                                      {"ratio", inequality.ratio}});
}

SHENGZHOU_REPORT_INLINE TwoGroupInequality two_group_inequality(double urban, double rural, double urban_share) {
  using detail::formula::TwoGroupAll;
  static_cast<void>(detail::formula::on_numbers<TwoGroupAll>(urban, rural, urban_share));
  return TwoGroupAll::all(urban, rural, urban_share);
}

SHENGZHOU_REPORT_INLINE TwoGroupInequalities two_group_inequality(const ArrayRef& urban, const ArrayRef& rural,
                                                                  const ArrayRef& urban_share) {
  TwoGroupInequalities result;
  const Eigen::Index size = broadcast_size({urban.size(), rural.size(), urban_share.size()});
  for (Eigen::ArrayXd* column : {&result.theil_t, &result.theil_l, &result.gini, &result.ratio}) column->resize(size);
  two_group_inequality_into(result.theil_t, result.theil_l, result.gini, result.ratio, urban, rural, urban_share);
  return result;
}

SHENGZHOU_REPORT_INLINE void two_group_inequality_into(Eigen::Ref<Eigen::ArrayXd> theil_t,
                                                       Eigen::Ref<Eigen::ArrayXd> theil_l,
                                                       Eigen::Ref<Eigen::ArrayXd> gini,
                                                       Eigen::Ref<Eigen::ArrayXd> ratio, const ArrayRef& urban,
                                                       const ArrayRef& rural, const ArrayRef& urban_share) {
  const Eigen::Index expected = broadcast_size({urban.size(), rural.size(), urban_share.size()});
  for (const Eigen::Index size : {theil_t.size(), theil_l.size(), gini.size(), ratio.size()}) {
    detail::require_size(size, expected);
  }
  detail::formula::on_arrays_into<detail::formula::TwoGroupAll>(
      std::array{theil_t.data(), theil_l.data(), gini.data(), ratio.data()}, urban, rural, urban_share);
}

SHENGZHOU_REPORT_INLINE const char* to_string(ShareOrigin origin) noexcept {
  switch (origin) {
    case ShareOrigin::implied:
      return "implied";
    case ShareOrigin::urbanisation:
      return "urbanisation";
    case ShareOrigin::given:
      return "given";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const UrbanShare& share) {
  return out << detail::format_double(share.share) << " (" << to_string(share.origin) << "), mean "
             << detail::format_double(share.weighted_mean) << " against " << detail::format_double(share.published_mean)
             << " published";
}

SHENGZHOU_REPORT_INLINE UrbanShare urban_share(double overall, double urban, double rural) {
  const double share = implied_urban_share(overall, urban, rural);
  detail::formula::require<detail::formula::UrbanShareFormula>(overall, urban, rural, share);
  return {share, ShareOrigin::implied, share * urban + (1 - share) * rural, overall};
}

SHENGZHOU_REPORT_INLINE UrbanShare urban_share(double overall, double urban, double rural, double share,
                                               ShareOrigin origin) {
  detail::formula::require<detail::formula::UrbanShareFormula>(overall, urban, rural, share);
  if (origin == ShareOrigin::implied) {
    throw DomainError("urban_share: share = " + detail::format_double(share) +
                      " is given, so its origin cannot be implied: leave the share out, or name its origin");
  }
  return {share, origin, share * urban + (1 - share) * rural, overall};
}

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
    const Groups groups = make_groups(name, Index::income, mean_income, population);
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
    const double total = Index::value(make_groups(name, Index::income, income, weight));
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
      inside.push_back(mean > 0 ? Index::value(make_groups(name, Index::income, incomes, weights)) : 0);
    }
    const auto column = [](const std::vector<double>& values) {
      return Eigen::Map<const Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()));
    };
    const Groups groups = make_groups(name, Index::income, column(means), column(sizes));
    const double between = Index::value(groups);
    const double within = (Index::weights(groups) * column(inside)).sum();
    const double overlap = index == InequalityIndex::gini ? std::max(0.0, total - between - within) : 0;
    return {between, within, overlap, total};
  });
}

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

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::TwoGroupInequality>::operator()(
    const shengzhou_report::TwoGroupInequality& inequality) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {inequality.theil_t, inequality.theil_l, inequality.gini, inequality.ratio});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::UrbanShare>::operator()(
    const shengzhou_report::UrbanShare& share) const noexcept {
  using shengzhou_report::detail::formula::hash_numbers;
  return hash_numbers({share.share, static_cast<double>(share.origin), share.weighted_mean, share.published_mean});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::InequalityDecomposition>::operator()(
    const shengzhou_report::InequalityDecomposition& decomposition) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {decomposition.between, decomposition.within, decomposition.overlap, decomposition.total});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::MeanChange>::operator()(
    const shengzhou_report::MeanChange& change) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {change.urban, change.rural, change.urbanisation, change.total});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::IndexChange>::operator()(
    const shengzhou_report::IndexChange& change) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers({change.income, change.urbanisation, change.total});
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::BetaConvergence>::operator()(
    const shengzhou_report::BetaConvergence& convergence) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {convergence.intercept, convergence.slope, convergence.slope_error, convergence.r_squared, convergence.speed,
       convergence.speed_error, convergence.half_life.periods});
}
