#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/words.hpp>

/// Can all income targets be true at once? The pairs of urban and rural income growth that meet them.
///
/// Every target on total growth, on the ratio or on one income is a half-plane in the plane of the two growth rates, so
/// what meets them all is a convex polygon. What is known within intervals only (the urban share, rounded levels) turns
/// each half-plane into a family; the region is what lies in all of its members.
///
/// Source: linear inequalities; the smallest conflict among half-planes has at most three of them (Helly 1923).
namespace shengzhou_report {

namespace detail::plane {
/// Growth outside of it is looked at by nobody: from -100 % to +1000 %.
inline constexpr std::array<double, 2> world{-1, 10};
}  // namespace detail::plane

/// What limits the growth of the two incomes.
enum class IncomeConstraint {
  total_growth_lower,  ///< mean income of town and country grows at least so much
  total_growth_upper,  ///< and at most so much
  ratio_falls,         ///< the ratio is smaller next year: rural growth > urban growth
  ratio_target,        ///< the ratio is at most a number next year
  urban_growth_lower,
  urban_growth_upper,
  rural_growth_lower,
  rural_growth_upper,
  box  ///< the rectangle that is looked at
};

template <>
struct Words<IncomeConstraint> {
  static constexpr const char* enumeration = "IncomeConstraint";
  using enum IncomeConstraint;
  static constexpr EnumWord<IncomeConstraint> table[] = {{total_growth_lower, "total_growth_lower"},
                                                         {total_growth_upper, "total_growth_upper"},
                                                         {ratio_falls, "ratio_falls"},
                                                         {ratio_target, "ratio_target"},
                                                         {urban_growth_lower, "urban_growth_lower"},
                                                         {urban_growth_upper, "urban_growth_upper"},
                                                         {rural_growth_lower, "rural_growth_lower"},
                                                         {rural_growth_upper, "rural_growth_upper"},
                                                         {box, "box"}};
};

/// Targets for the incomes of next year. All growth is on one price basis: a nominal target beside a real one needs a
/// deflator first (nominal_growth). The ratio is the same at current and at constant prices only as long as town and
/// country have one deflator.
struct IncomeTargets {
  Interval urban;  ///< urban income this year, per head
  Interval rural;  ///< rural income this year, same unit
  /// Urban share of the persons, in [0, 1]. It has no default: reports seldom state it, and the survey's share differs
  /// from the urbanisation rate. Interval(0, 1) asks for what holds whatever the share.
  Interval urban_weight;
  /// The share next year; the same as this year's when empty. When given, both range independently.
  std::optional<Interval> urban_weight_end = {};
  std::optional<Interval> total_growth = {};  ///< bounds on the growth of mean income
  std::optional<Interval> urban_growth = {};  ///< bounds on urban growth
  std::optional<Interval> rural_growth = {};  ///< bounds on rural growth
  bool ratio_falls = false;                   ///< whether the ratio must fall
  std::optional<double> ratio_target = {};    ///< the most that the ratio may be next year
  Interval box = {0.0, 0.15};                 ///< range of both growth rates that is looked at, within [-1, 10]

  friend bool operator==(const IncomeTargets&, const IncomeTargets&) = default;
};

/// A pair of growth rates, as fractions.
struct IncomeGrowth {
  double urban;  ///< of urban income
  double rural;  ///< of rural income
  friend bool operator==(const IncomeGrowth&, const IncomeGrowth&) = default;
};

/// The point of a region at which the growth of mean income is smallest.
struct CheapestGrowth {
  IncomeGrowth growth;    ///< the point
  Interval total_growth;  ///< growth of mean income there, over all weights and levels
  /// Whether the point itself meets the targets. Where the ratio must fall, the smallest total can lie on the line of
  /// equal growth, which only points beside it meet.
  bool attained;
  friend bool operator==(const CheapestGrowth&, const CheapestGrowth&) = default;
};

/// What a pair of growth rates does to the targets.
struct TargetTest {
  Certainty feasible;  ///< certain: meets every target for every weight and level; no: misses one for all of them
  std::vector<IncomeConstraint> violated;  ///< not met for some weight or level
  std::vector<IncomeConstraint> binding;   ///< met, and with equality for some weight or level
  friend bool operator==(const TargetTest&, const TargetTest&) = default;
};

/// The pairs of urban and rural growth that meet all targets, within the box.
class FeasibleRegion {
 public:
  /// @throws DomainError  for incomes that are not positive, weights outside [0, 1], bounds on growth that lie at or
  ///                      below -1 altogether, a ratio target that is not positive, or a box outside [-1, 10].
  explicit FeasibleRegion(const IncomeTargets& targets);

  [[nodiscard]] const IncomeTargets& targets() const noexcept { return targets_; }  ///< what it was made from
  /// Whether no pair within the box meets all targets.
  [[nodiscard]] bool empty() const noexcept { return vertices_.empty(); }
  /// Corners of the region, counter-clockwise from the one with the lowest urban growth; one for a point, two for a
  /// segment, none when it is empty. Corners on the line of equal growth belong to the closed region only, when the
  /// ratio must fall.
  [[nodiscard]] const std::vector<IncomeGrowth>& vertices() const noexcept { return vertices_; }
  /// Area in the plane of fractions: 0.0001 is one square percentage point.
  [[nodiscard]] double area() const noexcept;

  /// Where mean income grows least: of all points of the closed region the one whose total growth, at the weight and
  /// levels that make it largest, is smallest; of several such points the one with the smallest difference between the
  /// two rates, then the one with the lower urban growth.
  /// @throws DomainError  when the region is empty; the message names the conflict.
  [[nodiscard]] CheapestGrowth cheapest() const;

  /// Targets that no pair meets together while any smaller set of them can be met; empty when the region is not.
  [[nodiscard]] const std::vector<IncomeConstraint>& conflict() const noexcept { return conflict_; }

  /// Tests a pair of rates and names the constraints that it violates or that bind. The box counts as a constraint.
  /// Equality is decided to 12 digits. @throws DomainError  when a rate is not finite or not above -1.
  [[nodiscard]] TargetTest test(double urban_growth, double rural_growth) const;
  /// Tests all pairs within two intervals: a constraint is violated that some pair does not meet for some weight or
  /// level, and nothing is feasible where one is missed by all pairs for all of them.
  [[nodiscard]] TargetTest test(const Interval& urban_growth, const Interval& rural_growth) const;
  /// Whether the pair, or every pair within two intervals, meets all targets.
  [[nodiscard]] Certainty is_feasible(double urban_growth, double rural_growth) const;
  [[nodiscard]] Certainty is_feasible(const Interval& urban_growth, const Interval& rural_growth) const;
  [[nodiscard]] Certainties is_feasible(const ArrayRef& urban_growth, const ArrayRef& rural_growth) const;

  friend bool operator==(const FeasibleRegion& a, const FeasibleRegion& b) { return a.targets_ == b.targets_; }

 private:
  IncomeTargets targets_;
  std::vector<IncomeGrowth> vertices_;
  std::vector<IncomeConstraint> conflict_;
};

/// "4 corners, cheapest at urban 6.8 %, rural 6.8 %" or "empty: ratio_target, urban_growth_lower".
std::ostream& operator<<(std::ostream& out, const FeasibleRegion& region);

/// Regions of n places, one element each.
struct FeasibleRegions {
  Eigen::Array<bool, Eigen::Dynamic, 1> feasible;  ///< whether any pair meets all targets
  Eigen::ArrayXd area;                             ///< 0 when not feasible
  Eigen::ArrayXd urban_growth;                     ///< of the cheapest point; +inf when not feasible
  Eigen::ArrayXd rural_growth;                     ///< of the cheapest point; +inf when not feasible
  Eigen::ArrayXd total_growth;                     ///< growth of mean income there

  [[nodiscard]] Eigen::Index size() const noexcept { return area.size(); }  ///< how many places
};

/// The regions of many places whose mean income is to grow by at least `total_growth`.
///
/// @param targets  the targets that all places share; its incomes, weight and total growth are not read.
[[nodiscard]] FeasibleRegions feasible_regions(const ArrayRef& urban, const ArrayRef& rural,
                                               const ArrayRef& urban_weight, const ArrayRef& total_growth,
                                               const IncomeTargets& targets);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::IncomeTargets> {
  std::size_t operator()(const shengzhou_report::IncomeTargets& targets) const noexcept;
};

template <>
struct std::hash<shengzhou_report::FeasibleRegion> {
  std::size_t operator()(const shengzhou_report::FeasibleRegion& region) const noexcept {
    return std::hash<shengzhou_report::IncomeTargets>{}(region.targets());
  }
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/feasible.ipp>
#endif
