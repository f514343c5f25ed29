#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <span>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/words.hpp>

/// Inequality between groups, what moves it, and convergence between places.
///
/// Incomes are means per head, in one unit, up to 1e150; never the total of a group. `urban_share` is the urban share
/// of the population, from 0 to 1. The share that the published means imply is not the urbanisation rate (0.586 against
/// 0.670 for China in 2024, general knowledge that no formula rests on), and indices differ by up to a fifth between
/// the two, so it is always an argument: see `UrbanShare`.
///
/// The three indices:
///   - Theil T (generalised entropy 1): sum of s ln(y / m), where s is a group's share of income, y its mean, m that of
///     all; groups weigh by income;
///   - Theil L (mean logarithmic deviation, generalised entropy 0): sum of p ln(m / y), where p is a group's share of
///     population; groups weigh by heads;
///   - Gini: half the mean absolute difference between two persons, relative to the mean. From group means alone it is
///     the lower bound that holds when nobody differs within a group.
///
/// The forms of the functions of numbers, and their errors, are those of growth.hpp.
/// Source: Theil (1967), "Economics and Information Theory"; Bourguignon (1979), Econometrica 47, 901-920.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(TwoGroupTheilT);
SHENGZHOU_REPORT_DECLARE(TwoGroupTheilL);
SHENGZHOU_REPORT_DECLARE(TwoGroupGini);
SHENGZHOU_REPORT_DECLARE(TheilTTurningShare);
SHENGZHOU_REPORT_DECLARE(TheilLTurningShare);
SHENGZHOU_REPORT_DECLARE(GiniTurningShare);
SHENGZHOU_REPORT_DECLARE(ImpliedUrbanShare);
SHENGZHOU_REPORT_DECLARE(LogarithmicMean);
}  // namespace detail::formula

/// Which index of inequality.
enum class InequalityIndex { theil_t, theil_l, gini };

template <>
struct Words<InequalityIndex> {
  static constexpr const char* enumeration = "InequalityIndex";
  using enum InequalityIndex;
  static constexpr EnumWord<InequalityIndex> table[] = {{theil_t, "theil_t"}, {theil_l, "theil_l"}, {gini, "gini"}};
};

/// Theil T between urban and rural residents: p r ln(r) + (1 - p) q ln(q), where r and q are the urban and the rural
/// mean relative to that of all.
///
/// A mean may be zero as long as that of all is not. The interval form is the exact range: the index falls towards
/// equal incomes and has one maximum in the share (`theil_t_turning_share`).
inline constexpr Elementwise<detail::formula::TwoGroupTheilT, 3> two_group_theil_t{};

/// Theil L between urban and rural residents: -p ln(r) - (1 - p) ln(q); symbols and forms as `two_group_theil_t`.
/// Both means must be positive.
inline constexpr Elementwise<detail::formula::TwoGroupTheilL, 3> two_group_theil_l{};

/// Gini coefficient between urban and rural residents: p (1 - p) |urban - rural| / m; forms as `two_group_theil_t`.
///
/// The lower bound of the Gini coefficient of all residents.
inline constexpr Elementwise<detail::formula::TwoGroupGini, 3> two_group_gini{};

/// The three indices and the income ratio of two groups.
struct TwoGroupInequality {
  double theil_t;  ///< see `two_group_theil_t`
  double theil_l;  ///< see `two_group_theil_l`
  double gini;     ///< see `two_group_gini`
  double ratio;    ///< urban / rural

  friend bool operator==(const TwoGroupInequality&, const TwoGroupInequality&) = default;
};

/// The four numbers with their names.
std::ostream& operator<<(std::ostream& out, const TwoGroupInequality& inequality);

/// The same of n places, one element each.
struct TwoGroupInequalities {
  Eigen::ArrayXd theil_t;  ///< see `two_group_theil_t`
  Eigen::ArrayXd theil_l;  ///< see `two_group_theil_l`
  Eigen::ArrayXd gini;     ///< see `two_group_gini`
  Eigen::ArrayXd ratio;    ///< urban / rural

  [[nodiscard]] Eigen::Index size() const noexcept { return ratio.size(); }  ///< how many places
  [[nodiscard]] TwoGroupInequality operator[](Eigen::Index i) const {        ///< of place i
    return {theil_t[i], theil_l[i], gini[i], ratio[i]};
  }
};

/// All that `two_group_theil_t`, `two_group_theil_l`, `two_group_gini` and `income_ratio` give, in one pass over the
/// data. Both means must be positive.
[[nodiscard]] TwoGroupInequality two_group_inequality(double urban, double rural, double urban_share);
[[nodiscard]] TwoGroupInequalities two_group_inequality(const ArrayRef& urban, const ArrayRef& rural,
                                                        const ArrayRef& urban_share);
/// The form on arrays, into four arrays of the broadcast size. Each may be an argument, but no two may overlap.
void two_group_inequality_into(Eigen::Ref<Eigen::ArrayXd> theil_t, Eigen::Ref<Eigen::ArrayXd> theil_l,
                               Eigen::Ref<Eigen::ArrayXd> gini, Eigen::Ref<Eigen::ArrayXd> ratio, const ArrayRef& urban,
                               const ArrayRef& rural, const ArrayRef& urban_share);

/// Urban share at which Theil T between the two groups is largest: (R ln R - (R - 1)) / (R - 1)^2.
///
/// While the ratio R stays, urbanisation raises the index up to this share and lowers it beyond (Kuznets). The share
/// falls as the ratio rises, which makes the interval form exact; as the ratio nears 1 it nears one half. Source: the
/// zero of the derivative of the index by the share.
inline constexpr Elementwise<detail::formula::TheilTTurningShare, 1> theil_t_turning_share{};

/// Urban share at which Theil L between the two groups is largest: 1 / ln R - 1 / (R - 1); as `theil_t_turning_share`.
inline constexpr Elementwise<detail::formula::TheilLTurningShare, 1> theil_l_turning_share{};

/// Urban share at which the Gini coefficient between the two groups is largest: 1 / (1 + sqrt(R)); as
/// `theil_t_turning_share`.
inline constexpr Elementwise<detail::formula::GiniTurningShare, 1> gini_turning_share{};

/// Urban population share that three published means imply: (overall - rural) / (urban - rural).
///
/// @param overall  mean income of all residents; between the two others.
/// @throws DomainError  also when the means are equal, or `overall` is outside them. The interval form, exact as the
///                      share is monotone in each mean, keeps the shares from 0 to 1 and raises when there is none, or
///                      when urban and rural income may be equal.
inline constexpr Elementwise<detail::formula::ImpliedUrbanShare, 3> implied_urban_share{};

/// Where an urban share comes from: the published means, the urbanisation rate, the caller.
enum class ShareOrigin { implied, urbanisation, given };

template <>
struct Words<ShareOrigin> {
  static constexpr const char* enumeration = "ShareOrigin";
  using enum ShareOrigin;
  static constexpr EnumWord<ShareOrigin> table[] = {
      {implied, "implied"}, {urbanisation, "urbanisation"}, {given, "given"}};
};

/// An urban population share with its origin, and the mean income that it gives beside the published one.
struct UrbanShare {
  double share;        ///< of the population, from 0 to 1
  ShareOrigin origin;  ///< where it comes from
  /// Mean income of all residents with this share: share * urban + (1 - share) * rural.
  double weighted_mean;
  double published_mean;  ///< mean income of all residents as published

  /// How far the weighted mean misses the published one: weighted_mean / published_mean - 1.
  [[nodiscard]] double mismatch() const noexcept { return weighted_mean / published_mean - 1; }

  friend bool operator==(const UrbanShare&, const UrbanShare&) = default;
};

/// "0.67 (urbanisation), mean 43935 against 41314 published".
std::ostream& operator<<(std::ostream& out, const UrbanShare& share);

/// The share that the published means imply.
[[nodiscard]] UrbanShare urban_share(double overall, double urban, double rural);
/// A share from elsewhere, measured by the published means. @throws DomainError  also for the origin `implied`.
[[nodiscard]] UrbanShare urban_share(double overall, double urban, double rural, double share, ShareOrigin origin);

/// Theil T between groups (`generalised_entropy` of alpha 1), or over unit records when each group is one person or
/// household.
///
/// @param mean_income  mean of each group, not its total; at least one, not negative, not all zero.
/// @param population   size of each group in any unit, as heads or shares: it is divided by its sum. Size n or 1; one
///                     number gives equal weights.
/// @returns over intervals the exact range, of at most 16 groups.
/// @throws DomainError  also when there are no groups or nobody in them.
[[nodiscard]] double theil_t(const ArrayRef& mean_income, const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval theil_t(std::span<const Interval> mean_income,
                               const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row. `population` has n rows or 1, and as many columns as `mean_income` or 1.
[[nodiscard]] Eigen::ArrayXd theil_t_rows(const PanelRef& mean_income, const PanelRef& population);

/// Theil L (`generalised_entropy` of alpha 0), as `theil_t`. All means must be positive.
[[nodiscard]] double theil_l(const ArrayRef& mean_income, const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval theil_l(std::span<const Interval> mean_income,
                               const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row, as `theil_t_rows`.
[[nodiscard]] Eigen::ArrayXd theil_l_rows(const PanelRef& mean_income, const PanelRef& population);

/// Gini coefficient, as `theil_t`: over groups the lower bound, over unit records the full one. Nothing corrects for
/// small samples.
[[nodiscard]] double gini(const ArrayRef& mean_income, const ArrayRef& population = Eigen::ArrayXd::Ones(1));
[[nodiscard]] Interval gini(std::span<const Interval> mean_income,
                            const ArrayRef& population = Eigen::ArrayXd::Ones(1));
/// The same of each row, as `theil_t_rows`.
[[nodiscard]] Eigen::ArrayXd gini_rows(const PanelRef& mean_income, const PanelRef& population);

/// An index of inequality as a sum of parts.
struct InequalityDecomposition {
  double between;  ///< what the index would be if nobody differed within
  double within;   ///< what differences inside the groups add
  /// What the overlap of the groups' incomes adds to a Gini coefficient; 0 for both Theil indices.
  double overlap;
  double total;  ///< the sum of the three

  /// Part of the total that lies between the groups. @throws DomainError  when the total is zero.
  [[nodiscard]] double between_share() const;

  friend bool operator==(const InequalityDecomposition&, const InequalityDecomposition&) = default;
};

/// The total and its parts.
std::ostream& operator<<(std::ostream& out, const InequalityDecomposition& decomposition);

/// Between and within groups, from the index inside each group: within = sum of s T_g, of p L_g, or of p s G_g.
///
/// @param mean_income, population  as `theil_t`.
/// @param within  the same index inside each group, size n or 1; a Gini coefficient is at most 1.
/// @returns for the Gini coefficient the total without overlap, which group figures cannot show: exact when no one of
///          a poorer group is richer than one of a richer group, a lower bound otherwise.
/// Source: Bourguignon (1979) for Theil; Bhattacharya and Mahalanobis (1967), JASA 62, 143-161, for Gini.
[[nodiscard]] InequalityDecomposition decompose_inequality(InequalityIndex index, const ArrayRef& mean_income,
                                                           const ArrayRef& population, const ArrayRef& within);

/// Number of the group of each record, from 0.
using GroupsRef = Eigen::Ref<const Eigen::Array<std::int64_t, Eigen::Dynamic, 1>>;

/// Between and within groups, from unit records: exact, with overlap for the Gini coefficient.
///
/// @param income  of each record; @param weight  of each record, size n or 1.
[[nodiscard]] InequalityDecomposition decompose_records(InequalityIndex index, const ArrayRef& income,
                                                        const ArrayRef& weight, const GroupsRef& group);

/// Change of the mean income of all residents in three parts that add up exactly.
struct MeanChange {
  double urban;  ///< what the growth of urban income contributes
  double rural;  ///< what the growth of rural income contributes
  /// What moving between the two groups contributes.
  double urbanisation;
  double total;  ///< the sum of the three, in the unit of the incomes

  friend bool operator==(const MeanChange&, const MeanChange&) = default;
};

/// The total and its parts.
std::ostream& operator<<(std::ostream& out, const MeanChange& change);

/// `MeanChange` of n places, one element each.
struct MeanChanges {
  Eigen::ArrayXd urban;         ///< as `MeanChange::urban`
  Eigen::ArrayXd rural;         ///< as `MeanChange::rural`
  Eigen::ArrayXd urbanisation;  ///< as `MeanChange::urbanisation`
  Eigen::ArrayXd total;         ///< as `MeanChange::total`
};

/// Change of the mean from year 0 to year 1: p dU + (1 - p) dR + (U - R) dp, with the averages of both years for p, U
/// and R. It is also the Shapley split.
[[nodiscard]] MeanChange mean_change(double urban0, double rural0, double urban_share0, double urban1, double rural1,
                                     double urban_share1);
[[nodiscard]] MeanChanges mean_change(const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban_share0,
                                      const ArrayRef& urban1, const ArrayRef& rural1, const ArrayRef& urban_share1);

/// Change of an index between two groups in two parts that add up exactly.
struct IndexChange {
  /// What the change of the two incomes contributes.
  double income;
  /// What the change of the urban share contributes.
  double urbanisation;
  double total;  ///< the sum of both

  friend bool operator==(const IndexChange&, const IndexChange&) = default;
};

/// The total and its parts.
std::ostream& operator<<(std::ostream& out, const IndexChange& change);

/// `IndexChange` of n places, one element each.
struct IndexChanges {
  Eigen::ArrayXd income;        ///< as `IndexChange::income`
  Eigen::ArrayXd urbanisation;  ///< as `IndexChange::urbanisation`
  Eigen::ArrayXd total;         ///< as `IndexChange::total`
};

/// Shapley split of the change of an index from year 0 to year 1: each factor's effect, averaged over both orders in
/// which the two can change.
///
/// Source: Shorrocks (1999; 2013, Journal of Economic Inequality 11, 99-126).
[[nodiscard]] IndexChange shapley_change(InequalityIndex index, double urban0, double rural0, double urban_share0,
                                         double urban1, double rural1, double urban_share1);
[[nodiscard]] IndexChanges shapley_change(InequalityIndex index, const ArrayRef& urban0, const ArrayRef& rural0,
                                          const ArrayRef& urban_share0, const ArrayRef& urban1, const ArrayRef& rural1,
                                          const ArrayRef& urban_share1);

/// Logarithmic mean (a - b) / ln(a / b), and a where both are equal. Monotone in both arguments.
inline constexpr Elementwise<detail::formula::LogarithmicMean, 2> logarithmic_mean{};

/// Change of a product from `start` to `end` as a sum over its factors (LMDI-I, additive): L(V1, V0) ln(x1 / x0), with
/// the logarithmic mean L of the two products V.
///
/// @param start, end  the factors in both periods, in one order; not negative. A factor that is zero in one period
/// takes
///                    the whole change, several share it equally, which is the limit as they go to zero together; where
///                    both products are zero, so are all effects.
/// @returns one effect a factor; they add up to V1 - V0.
/// Source: Ang (2005), Energy Policy 33, 867-871; zeros as Ang and Liu (2007), Energy Policy 35, 238-246.
[[nodiscard]] Eigen::ArrayXd lmdi(const ArrayRef& start, const ArrayRef& end);
/// The same of each row. @throws DomainError  also when the shapes differ.
[[nodiscard]] PathMatrix lmdi_rows(const PanelRef& start, const PanelRef& end);

/// Standard deviation of the logarithms of positive levels across places, whose fall over time is sigma convergence.
///
/// @param ddof  0 divides by n, 1 by n - 1. At least two places.
[[nodiscard]] double sigma_convergence(const ArrayRef& levels, int ddof);
/// The same of each column, which is one period.
[[nodiscard]] Eigen::ArrayXd sigma_convergence_columns(const PanelRef& levels, int ddof);

/// Whether poorer places grow faster: the fit of ln(end / start) / T = intercept + slope ln(start).
struct BetaConvergence {
  double intercept;  ///< of the fitted line
  double slope;      ///< of the fitted line; negative when places converge
  /// Standard error of the slope.
  double slope_error;
  double r_squared;  ///< share of the variance that the line explains
  /// Speed of convergence per period, -ln(1 + slope T) / T; negative when places diverge.
  double speed;
  /// Standard error of the speed to first order: slope_error / (1 + slope T).
  double speed_error;
  /// Periods until half of a gap in logarithms is closed, ln 2 / speed; never when places diverge.
  Crossing half_life;

  friend bool operator==(const BetaConvergence&, const BetaConvergence&) = default;
};

/// Slope, speed, fit and half-life.
std::ostream& operator<<(std::ostream& out, const BetaConvergence& convergence);

/// Unconditional beta convergence by ordinary least squares.
///
/// @param start, end  positive levels of at least three places, not all equal at the start.
/// @param periods     the number of transitions T between the two.
/// @throws DomainError  also when slope T <= -1: the order of the places is overturned, and no speed describes that.
/// Source: Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251.
[[nodiscard]] BetaConvergence beta_convergence(const ArrayRef& start, const ArrayRef& end, double periods);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::TwoGroupInequality> {
  std::size_t operator()(const shengzhou_report::TwoGroupInequality& inequality) const noexcept;
};

template <>
struct std::hash<shengzhou_report::UrbanShare> {
  std::size_t operator()(const shengzhou_report::UrbanShare& share) const noexcept;
};

template <>
struct std::hash<shengzhou_report::InequalityDecomposition> {
  std::size_t operator()(const shengzhou_report::InequalityDecomposition& decomposition) const noexcept;
};

template <>
struct std::hash<shengzhou_report::MeanChange> {
  std::size_t operator()(const shengzhou_report::MeanChange& change) const noexcept;
};

template <>
struct std::hash<shengzhou_report::IndexChange> {
  std::size_t operator()(const shengzhou_report::IndexChange& change) const noexcept;
};

template <>
struct std::hash<shengzhou_report::BetaConvergence> {
  std::size_t operator()(const shengzhou_report::BetaConvergence& convergence) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/inequality.ipp>
#endif
