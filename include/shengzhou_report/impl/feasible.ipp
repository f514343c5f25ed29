#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <ostream>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/feasible.hpp>
#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/sequence.hpp>

namespace shengzhou_report {

namespace detail::plane {

// Rates are of the order of 0.1 and every half-plane is scaled to coefficients of the order of 1.
inline constexpr double tolerance = 1e-12;

/// The pairs with constant + urban x u + rural x r >= 0, or > 0 when strict.
struct HalfPlane {
  double urban;
  double rural;
  double constant;
  bool strict = false;

  [[nodiscard]] double slack(const IncomeGrowth& at) const noexcept {
    return constant + urban * at.urban + rural * at.rural;
  }
};

struct Pair : formula::YearlyGrowth {
  static constexpr const char* name = "is_feasible";
};

/// A constraint and its half-planes: one for each corner of what is known within intervals only.
struct Constraint {
  IncomeConstraint name;
  std::vector<HalfPlane> planes;
};

using Polygon = std::vector<IncomeGrowth>;

[[nodiscard]] inline bool same_point(const IncomeGrowth& a, const IncomeGrowth& b) noexcept {
  return std::abs(a.urban - b.urban) <= tolerance && std::abs(a.rural - b.rural) <= tolerance;
}

/// The part of a convex polygon in a closed half-plane (Sutherland and Hodgman 1974).
[[nodiscard]] inline Polygon clip(const Polygon& polygon, const HalfPlane& plane) {
  Polygon result;
  const auto add = [&](const IncomeGrowth& point) {
    if (result.empty() || !same_point(result.back(), point)) result.push_back(point);
  };
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const IncomeGrowth& a = polygon[i];
    const IncomeGrowth& b = polygon[(i + 1) % polygon.size()];
    const double from = plane.slack(a);
    const double to = plane.slack(b);
    if (from >= -tolerance) add(a);
    if ((from > tolerance && to < -tolerance) || (from < -tolerance && to > tolerance)) {
      const double t = from / (from - to);
      IncomeGrowth cut{a.urban + t * (b.urban - a.urban), a.rural + t * (b.rural - a.rural)};
      // A bound on one rate is met to the last digit.
      if (plane.rural == 0) cut.urban = -plane.constant / plane.urban;
      if (plane.urban == 0) cut.rural = -plane.constant / plane.rural;
      add(cut);
    }
  }
  if (result.size() > 1 && same_point(result.front(), result.back())) result.pop_back();
  return result;
}

[[nodiscard]] inline Polygon rectangle(double lower, double upper) {
  return {{lower, lower}, {upper, lower}, {upper, upper}, {lower, upper}};
}

/// The closed polygon of the constraints; empty also when a strict one holds nowhere on it.
template <class Constraints>
[[nodiscard]] Polygon intersection(const Constraints& constraints) {
  Polygon polygon = rectangle(world[0], world[1]);
  for (const Constraint& constraint : constraints) {
    for (const HalfPlane& plane : constraint.planes) polygon = clip(polygon, plane);
  }
  for (const Constraint& constraint : constraints) {
    for (const HalfPlane& plane : constraint.planes) {
      // A mixture of points of which each meets one strict constraint meets them all.
      const auto beyond = [&](const IncomeGrowth& at) { return plane.slack(at) > tolerance; };
      if (plane.strict && std::none_of(polygon.begin(), polygon.end(), beyond)) return {};
    }
  }
  return polygon;
}

/// What targets leave open: both levels and the shares of this year and the next.
struct Case {
  double urban;
  double rural;
  double weight;
  double weight_end;

  /// Growth of mean income, as a function of the two rates: urban x u + rural x r + constant.
  [[nodiscard]] HalfPlane total_growth() const noexcept {
    const double start = weight * urban + (1 - weight) * rural;
    const double u = weight_end * urban / start;
    const double r = (1 - weight_end) * rural / start;
    return {u, r, u + r - 1};
  }
};

/// The corners. Each constraint is linear in every one of the four, so what holds at all corners holds between them.
[[nodiscard]] inline std::vector<Case> cases(const IncomeTargets& targets) {
  const auto ends = [](const Interval& interval) {
    std::vector<double> values{interval.lower()};
    if (interval.lower() < interval.upper()) values.push_back(interval.upper());
    return values;
  };
  std::vector<Case> result;
  for (const double urban : ends(targets.urban)) {
    for (const double rural : ends(targets.rural)) {
      for (const double weight : ends(targets.urban_weight)) {
        for (const double end : targets.urban_weight_end ? ends(*targets.urban_weight_end) : std::vector{weight}) {
          result.push_back({urban, rural, weight, end});
        }
      }
    }
  }
  return result;
}

inline void add_bounds(std::vector<Constraint>& constraints, const std::optional<Interval>& bounds,
                       const std::vector<HalfPlane>& quantities, IncomeConstraint lower, IncomeConstraint upper) {
  if (!bounds) return;
  Constraint least{lower, {}};
  Constraint most{upper, {}};
  for (const HalfPlane& quantity : quantities) {
    least.planes.push_back({quantity.urban, quantity.rural, quantity.constant - bounds->lower()});
    most.planes.push_back({-quantity.urban, -quantity.rural, bounds->upper() - quantity.constant});
  }
  if (std::isfinite(bounds->lower())) constraints.push_back(std::move(least));
  if (std::isfinite(bounds->upper())) constraints.push_back(std::move(most));
}

/// The constraints in the order of their names, the box last.
[[nodiscard]] inline std::vector<Constraint> constraints(const IncomeTargets& targets) {
  std::vector<Constraint> result;
  std::vector<HalfPlane> totals;
  for (const Case& at : cases(targets)) totals.push_back(at.total_growth());
  add_bounds(result, targets.total_growth, totals, IncomeConstraint::total_growth_lower,
             IncomeConstraint::total_growth_upper);
  if (targets.ratio_falls) {
    result.push_back({IncomeConstraint::ratio_falls, {{.urban = -1, .rural = 1, .constant = 0, .strict = true}}});
  }
  if (targets.ratio_target) {
    Constraint target{IncomeConstraint::ratio_target, {}};
    for (const Case& at : cases(targets)) {
      // (1 + u) U <= target (1 + r) V, divided by target V.
      const double relative = at.urban / at.rural / *targets.ratio_target;
      target.planes.push_back({-relative, 1, 1 - relative});
    }
    result.push_back(std::move(target));
  }
  add_bounds(result, targets.urban_growth, {{1, 0, 0}}, IncomeConstraint::urban_growth_lower,
             IncomeConstraint::urban_growth_upper);
  add_bounds(result, targets.rural_growth, {{0, 1, 0}}, IncomeConstraint::rural_growth_lower,
             IncomeConstraint::rural_growth_upper);
  const double lower = targets.box.lower();
  const double upper = targets.box.upper();
  result.push_back({IncomeConstraint::box, {{1, 0, -lower}, {0, 1, -lower}, {-1, 0, upper}, {0, -1, upper}}});
  return result;
}

/// Leaves out every constraint without which the rest still conflicts (deletion filter: Chinneck and Dravnieks 1991).
[[nodiscard]] inline std::vector<IncomeConstraint> irreducible(std::vector<Constraint> conflict) {
  // The box goes first: whoever looks elsewhere may find a way out, so it is named only where it is to blame.
  for (std::size_t i = conflict.size(); i-- > 0;) {
    std::vector<Constraint> rest = conflict;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (intersection(rest).empty()) conflict = std::move(rest);
  }
  std::vector<IncomeConstraint> names;
  names.reserve(conflict.size());
  for (const Constraint& constraint : conflict) names.push_back(constraint.name);
  return names;
}

inline void require(const IncomeTargets& targets) {
  const auto reject = [](const char* name, const std::string& value, const char* advice) {
    throw DomainError(std::string("feasible region: ") + name + " = " + value + " " + advice);
  };
  const auto require_range = [&](const char* name, const Interval& range, double lower, double upper,
                                 const char* advice) {
    if (!(range.lower() >= lower && range.upper() <= upper)) reject(name, formula::to_text(range), advice);
  };
  const auto require_growth = [](const char* name, const std::optional<Interval>& growth) {
    if (growth) formula::require_rate_limits("feasible region", name, *growth);
  };
  require_range("urban", targets.urban, formula::smallest, formula::largest, "must be positive and finite");
  require_range("rural", targets.rural, formula::smallest, formula::largest, "must be positive and finite");
  require_range("urban_weight", targets.urban_weight, 0, 1, "must be a share of the population from 0 to 1");
  if (targets.urban_weight_end) {
    require_range("urban_weight_end", *targets.urban_weight_end, 0, 1, "must be a share of the population from 0 to 1");
  }
  require_growth("total_growth", targets.total_growth);
  require_growth("urban_growth", targets.urban_growth);
  require_growth("rural_growth", targets.rural_growth);
  if (targets.ratio_target && !(*targets.ratio_target > 0 && *targets.ratio_target <= formula::largest)) {
    reject("ratio_target", format_double(*targets.ratio_target), "must be positive and finite");
  }
  require_range("box", targets.box, world[0], world[1], "must lie within [-1, 10]: rates are fractions");
}

/// Both sides of a bound: on `plane` and the same the other way round.
[[nodiscard]] inline HalfPlane opposite(const HalfPlane& plane) noexcept {
  return {-plane.urban, -plane.rural, -plane.constant};
}

[[nodiscard]] inline HalfPlane difference(const HalfPlane& a, const HalfPlane& b) noexcept {
  return {a.urban - b.urban, a.rural - b.rural, a.constant - b.constant};
}

/// Where the largest of several linear functions is smallest on a polygon, then where |r - u| is, then where u is.
[[nodiscard]] inline IncomeGrowth cheapest(const Polygon& polygon, const std::vector<HalfPlane>& totals) {
  const HalfPlane gap{-1, 1, 0};
  std::vector<std::pair<double, IncomeGrowth>> candidates;
  for (const HalfPlane& side : {gap, opposite(gap)}) {
    const Polygon half = clip(polygon, side);
    for (const HalfPlane& total : totals) {
      // On the part where this function is the largest the cost is linear, so its minimum lies at a corner.
      Polygon part = half;
      for (const HalfPlane& other : totals) part = clip(part, difference(total, other));
      for (const IncomeGrowth& corner : part) candidates.emplace_back(total.slack(corner), corner);
    }
  }
  const auto least = std::min_element(candidates.begin(), candidates.end(),
                                      [](const auto& a, const auto& b) { return a.first < b.first; });
  const double limit = least->first + tolerance;
  const IncomeGrowth* best = nullptr;
  const auto rank = [](const IncomeGrowth& at) { return std::pair(std::abs(at.rural - at.urban), at.urban); };
  for (const auto& [cost, corner] : candidates) {
    if (cost <= limit && (best == nullptr || rank(corner) < rank(*best))) best = &corner;
  }
  return *best;
}

}  // namespace detail::plane

SHENGZHOU_REPORT_INLINE FeasibleRegion::FeasibleRegion(const IncomeTargets& targets) : targets_(targets) {
  detail::plane::require(targets);
  std::vector<detail::plane::Constraint> constraints = detail::plane::constraints(targets);
  vertices_ = detail::plane::intersection(constraints);
  if (vertices_.empty()) conflict_ = detail::plane::irreducible(std::move(constraints));
  const auto first =
      std::min_element(vertices_.begin(), vertices_.end(), [](const IncomeGrowth& a, const IncomeGrowth& b) {
        return std::pair(a.urban, a.rural) < std::pair(b.urban, b.rural);
      });
  std::rotate(vertices_.begin(), first, vertices_.end());
}

SHENGZHOU_REPORT_INLINE double FeasibleRegion::area() const noexcept {
  double twice = 0;
  for (std::size_t i = 0; i < vertices_.size(); ++i) {
    const IncomeGrowth& a = vertices_[i];
    const IncomeGrowth& b = vertices_[(i + 1) % vertices_.size()];
    twice += a.urban * b.rural - b.urban * a.rural;
  }
  return std::max(twice / 2, 0.0);
}

SHENGZHOU_REPORT_INLINE CheapestGrowth FeasibleRegion::cheapest() const {
  using namespace detail::plane;
  if (empty()) {
    std::string names;
    for (const IncomeConstraint name : conflict_) names += (names.empty() ? "" : ", ") + std::string(to_string(name));
    throw DomainError("the targets have no common growth rates, so none is cheapest; in conflict: " + names);
  }
  std::vector<HalfPlane> totals;
  for (const Case& at : cases(targets_)) totals.push_back(at.total_growth());
  const IncomeGrowth growth = detail::plane::cheapest(vertices_, totals);
  double lower = detail::formula::infinity;
  double upper = -detail::formula::infinity;
  for (const HalfPlane& total : totals) {
    lower = std::min(lower, total.slack(growth));
    upper = std::max(upper, total.slack(growth));
  }
  const bool attained = !targets_.ratio_falls || growth.rural - growth.urban > tolerance;
  return {.growth = growth, .total_growth = {lower, upper}, .attained = attained};
}

namespace detail::plane {

/// What a rectangle of pairs does to the targets: how far they are kept is linear, so its corners tell.
[[nodiscard]] inline TargetTest test_corners(const IncomeTargets& targets, std::span<const IncomeGrowth> corners) {
  TargetTest result{.feasible = Certainty::certain, .violated = {}, .binding = {}};
  for (const Constraint& constraint : constraints(targets)) {
    // The sides of the box hold together or not at all; the planes of any other constraint are alternatives.
    const bool is_box = constraint.name == IncomeConstraint::box;
    double least = formula::infinity;
    double most = is_box ? formula::infinity : -formula::infinity;
    for (const HalfPlane& plane : constraint.planes) {
      double farthest = -formula::infinity;
      for (const IncomeGrowth& at : corners) {
        const double slack = plane.slack(at);
        const bool equal = std::abs(slack) <= tolerance;
        // Equality misses a strict constraint and meets any other.
        const double kept = equal ? (plane.strict ? -formula::infinity : 0) : slack;
        least = std::min(least, kept);
        farthest = std::max(farthest, kept);
      }
      most = is_box ? std::min(most, farthest) : std::max(most, farthest);
    }
    if (least < 0) result.violated.push_back(constraint.name);
    if (least == 0) result.binding.push_back(constraint.name);
    if (most < 0) {
      result.feasible = Certainty::no;
    } else if (least < 0 && result.feasible == Certainty::certain) {
      result.feasible = Certainty::possible;
    }
  }
  return result;
}

}  // namespace detail::plane

SHENGZHOU_REPORT_INLINE TargetTest FeasibleRegion::test(double urban_growth, double rural_growth) const {
  detail::formula::require<detail::plane::Pair>(urban_growth, rural_growth);
  const std::array corner{IncomeGrowth{urban_growth, rural_growth}};
  return detail::plane::test_corners(targets_, corner);
}

SHENGZHOU_REPORT_INLINE TargetTest FeasibleRegion::test(const Interval& urban_growth,
                                                        const Interval& rural_growth) const {
  using detail::plane::Pair;
  const std::array<Interval, 2> sides{urban_growth, rural_growth};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    detail::formula::require_closed(Pair::name, Pair::parameters[i], std::span(&sides[i], 1));
  }
  const std::array corners{IncomeGrowth{urban_growth.lower(), rural_growth.lower()},
                           IncomeGrowth{urban_growth.upper(), rural_growth.lower()},
                           IncomeGrowth{urban_growth.lower(), rural_growth.upper()},
                           IncomeGrowth{urban_growth.upper(), rural_growth.upper()}};
  return detail::plane::test_corners(targets_, corners);
}

SHENGZHOU_REPORT_INLINE Certainty FeasibleRegion::is_feasible(const Interval& urban_growth,
                                                              const Interval& rural_growth) const {
  return test(urban_growth, rural_growth).feasible;
}

SHENGZHOU_REPORT_INLINE Certainty FeasibleRegion::is_feasible(double urban_growth, double rural_growth) const {
  return test(urban_growth, rural_growth).feasible;
}

SHENGZHOU_REPORT_INLINE Certainties FeasibleRegion::is_feasible(const ArrayRef& urban_growth,
                                                                const ArrayRef& rural_growth) const {
  return detail::formula::certainties(
      {}, [this](double u, double r) { return is_feasible(u, r); }, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const FeasibleRegion& region) {
  const auto percent = [](double rate) { return detail::format_double(std::round(1e6 * rate) / 1e4) + " %"; };
  if (region.empty()) {
    out << "empty: ";
    for (std::size_t i = 0; i < region.conflict().size(); ++i)
      out << (i > 0 ? ", " : "") << to_string(region.conflict()[i]);
    return out;
  }
  const std::size_t corners = region.vertices().size();
  const IncomeGrowth cheapest = region.cheapest().growth;
  return out << corners << (corners == 1 ? " corner" : " corners") << ", cheapest at urban " << percent(cheapest.urban)
             << ", rural " << percent(cheapest.rural);
}

SHENGZHOU_REPORT_INLINE FeasibleRegions feasible_regions(const ArrayRef& urban, const ArrayRef& rural,
                                                         const ArrayRef& urban_weight, const ArrayRef& total_growth,
                                                         const IncomeTargets& targets) {
  const Eigen::Index size = broadcast_size({urban.size(), rural.size(), urban_weight.size(), total_growth.size()});
  const Eigen::ArrayXd never = Eigen::ArrayXd::Constant(size, detail::formula::infinity);
  FeasibleRegions result{.feasible = Eigen::Array<bool, Eigen::Dynamic, 1>::Constant(size, false),
                         .area = Eigen::ArrayXd::Zero(size),
                         .urban_growth = never,
                         .rural_growth = never,
                         .total_growth = never};
  broadcast_each(
      [&](Eigen::Index i, double u, double v, double weight, double least) {
        IncomeTargets place = targets;
        place.urban = u;
        place.rural = v;
        place.urban_weight = weight;
        place.total_growth = Interval(least, detail::formula::infinity);
        const FeasibleRegion region(place);
        if (region.empty()) return;
        const CheapestGrowth cheapest = region.cheapest();
        result.feasible[i] = true;
        result.area[i] = region.area();
        result.urban_growth[i] = cheapest.growth.urban;
        result.rural_growth[i] = cheapest.growth.rural;
        result.total_growth[i] = cheapest.total_growth.upper();
      },
      urban, rural, urban_weight, total_growth);
  return result;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::IncomeTargets>::operator()(
    const shengzhou_report::IncomeTargets& targets) const noexcept {
  namespace sr = shengzhou_report;
  const std::hash<sr::Interval> of;
  std::size_t seed = of(targets.urban);
  for (const sr::Interval& interval : {targets.rural, targets.urban_weight, targets.box}) {
    seed = sr::detail::hash_combine(seed, of(interval));
  }
  return sr::detail::hash_combine(seed, std::hash<bool>{}(targets.ratio_falls));
}
