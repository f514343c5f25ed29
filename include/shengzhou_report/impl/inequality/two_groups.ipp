#pragma once

// Two groups, urban and rural residents: their indices, and the share at which each turns.

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ostream>

#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/distribution/groups.hpp>
#include <shengzhou_report/impl/distribution/terms.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/inequality/parts.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

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

/// One that is a function of ln(ratio) as well.
struct LogarithmicTurningShare : TurningShare {
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio) {
    return Functions::logarithm(ratio);
  }
};

struct TheilLTurningShare : LogarithmicTurningShare, TwoSteps<TheilLTurningShare> {
  static constexpr const char* name = "theil_l_turning_share";
  /// 1 / x - 1 / (e^x - 1) for x = ln(ratio); near zero by its series with the Bernoulli numbers.
  template <class>
  SHENGZHOU_REPORT_FLATTEN static double second(double x, double ratio) {
    const double x2 = x * x;
    const double series =
        0.5 - x * (1.0 / 12 - x2 * (1.0 / 720 - x2 * (1.0 / 30240 - x2 * (1.0 / 1209600 - x2 * (1.0 / 47900160)))));
    return select(mask_if_negative(0.3 - std::abs(x)), 1 / x - 1 / (ratio - 1), series);
  }
};

struct TheilTTurningShare : LogarithmicTurningShare, TwoSteps<TheilTTurningShare> {
  static constexpr const char* name = "theil_t_turning_share";
  /// The closed form written with that of Theil L, which has the only difference that cancels.
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double x, double ratio) {
    const double share = TheilLTurningShare::second<Functions>(x, ratio);
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
  static constexpr const char* reason = no_income;
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

inline Interval TwoGroupTheilT::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupTheilT>(urban, rural, urban_share);
}

inline Interval TwoGroupTheilL::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupTheilL>(urban, rural, urban_share);
}

inline Interval TwoGroupGini::range(const Interval& urban, const Interval& rural, const Interval& urban_share) {
  return two_group_range<TwoGroupGini>(urban, rural, urban_share);
}

SHENGZHOU_REPORT_DEFINE(TwoGroupTheilT);
SHENGZHOU_REPORT_DEFINE(TwoGroupTheilL);
SHENGZHOU_REPORT_DEFINE(TwoGroupGini);
SHENGZHOU_REPORT_DEFINE(TheilTTurningShare);
SHENGZHOU_REPORT_DEFINE(TheilLTurningShare);
SHENGZHOU_REPORT_DEFINE(GiniTurningShare);

}  // namespace detail::formula

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
  detail::formula::on_arrays_into(detail::formula::blocks_of<detail::formula::TwoGroupAll>(),
                                  std::array{theil_t.data(), theil_l.data(), gini.data(), ratio.data()}, urban, rural,
                                  urban_share);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::TwoGroupInequality>::operator()(
    const shengzhou_report::TwoGroupInequality& inequality) const noexcept {
  return shengzhou_report::detail::formula::hash_numbers(
      {inequality.theil_t, inequality.theil_l, inequality.gini, inequality.ratio});
}
