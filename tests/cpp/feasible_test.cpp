#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <shengzhou_report/feasible.hpp>
#include <shengzhou_report/target.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(feasible)

namespace {

using Names = std::vector<sr::IncomeConstraint>;
using enum sr::IncomeConstraint;

/// Shengzhou 2023 with the targets of 2024: total growth of at least 6.8 %, a falling ratio.
sr::IncomeTargets shengzhou(const sr::Interval& weight) {
  return {.urban = 77400.0,
          .rural = 43200.0,
          .urban_weight = weight,
          .total_growth = sr::Interval(0.068, infinity),
          .ratio_falls = true};
}

bool has_corner(const sr::FeasibleRegion& region, double urban, double rural) {
  return std::any_of(region.vertices().begin(), region.vertices().end(), [&](const sr::IncomeGrowth& at) {
    return near(at.urban, urban, 1e-12) && near(at.rural, rural, 1e-12);
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(whatever_the_share_the_region_is_a_triangle) {
  // Total growth lies between u and r, at either end for some share: both must be at least 6.8 %, and r > u.
  const sr::FeasibleRegion region(shengzhou({0, 1}));
  BOOST_TEST(!region.empty());
  BOOST_REQUIRE(region.vertices().size() == 3U);
  BOOST_TEST(has_corner(region, 0.068, 0.068));
  BOOST_TEST(has_corner(region, 0.15, 0.15));
  BOOST_TEST(has_corner(region, 0.068, 0.15));
  BOOST_TEST(near(region.area(), std::pow(0.15 - 0.068, 2) / 2, 1e-15));
  const sr::CheapestGrowth cheapest = region.cheapest();
  BOOST_TEST(near(cheapest.growth.urban, 0.068, 1e-12));
  BOOST_TEST(near(cheapest.growth.rural, 0.068, 1e-12));
  BOOST_TEST(!cheapest.attained);
  BOOST_TEST(region.conflict().empty());
}

BOOST_AUTO_TEST_CASE(a_known_share_opens_the_region) {
  // w u + (1 - w) r >= g with the income share w = s U / (s U + (1 - s) V); at u = 0 the line meets r = g / (1 - w).
  const double s = 0.6;
  const double w = s * 77400 / (s * 77400 + (1 - s) * 43200);
  const sr::FeasibleRegion region(shengzhou(s));
  // The line leaves the box through its top: u = (g - (1 - w) 0.15) / w.
  const double top = (0.068 - (1 - w) * 0.15) / w;
  BOOST_REQUIRE(region.vertices().size() == 3U);
  BOOST_TEST(has_corner(region, 0.068, 0.068));
  BOOST_TEST(has_corner(region, 0.15, 0.15));
  BOOST_TEST(has_corner(region, top, 0.15));
  BOOST_TEST(near(region.vertices().front().urban, top, 1e-12));
  BOOST_TEST(near(region.area(), (0.15 - 0.068) * (0.15 - top) / 2, 1e-14));
  BOOST_TEST(near(region.cheapest().total_growth.lower(), 0.068, 1e-12));
  // Counter-clockwise.
  double turn = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const sr::IncomeGrowth& a = region.vertices()[i];
    const sr::IncomeGrowth& b = region.vertices()[(i + 1) % 3];
    turn += a.urban * b.rural - b.urban * a.rural;
  }
  BOOST_TEST(turn > 0);
}

BOOST_AUTO_TEST_CASE(tests_name_what_binds_and_what_is_violated) {
  const sr::FeasibleRegion region(shengzhou({0, 1}));
  // The growth of 2023 misses the total, though its ratio falls.
  sr::TargetTest test = region.test(0.063, 0.068);
  BOOST_TEST((test.feasible == sr::Certainty::possible));
  BOOST_TEST((test.violated == Names{total_growth_lower}));
  BOOST_TEST((test.binding.empty()));
  // With a share of 0.6 it is below for certain.
  test = sr::FeasibleRegion(shengzhou(0.6)).test(0.063, 0.068);
  BOOST_TEST((test.feasible == sr::Certainty::no));
  BOOST_TEST((test.violated == Names{total_growth_lower}));
  test = region.test(0.068, 0.07);
  BOOST_TEST((test.feasible == sr::Certainty::certain));
  BOOST_TEST((test.binding == Names{total_growth_lower}));
  // Equal growth leaves the ratio where it is.
  test = region.test(0.08, 0.08);
  BOOST_TEST((test.feasible == sr::Certainty::no));
  BOOST_TEST((test.violated == Names{ratio_falls}));
  test = region.test(0.15, 0.16);
  BOOST_TEST((test.violated == Names{box}));
  test = region.test(0.07, 0.15);
  BOOST_TEST((test.feasible == sr::Certainty::certain));
  BOOST_TEST((test.binding == Names{box}));
  const sr::Certainties many = region.is_feasible(array({0.063, 0.07, 0.08}), array({0.068, 0.08, 0.08}));
  BOOST_TEST(many[0] == 1);
  BOOST_TEST(many[1] == 2);
  BOOST_TEST(many[2] == 0);
  BOOST_TEST(raises([&] { (void)region.is_feasible(not_a_number, 0.07); }, {"urban_growth"}));
  BOOST_TEST(raises([&] { (void)region.test(0.07, -1); }, {"rural_growth = -1"}));
  BOOST_TEST(raises([&] { (void)region.is_feasible(array({0.07}), array({0.07, infinity})); }, {"element 1"}));
}

BOOST_AUTO_TEST_CASE(a_ratio_target_is_that_of_the_income_gap) {
  // Shengzhou to 1.70 within four years needs growth factors apart by 1.013216 a year; here in one year.
  const double ratio = 77400.0 / 43200;
  sr::IncomeTargets targets = shengzhou(0.6);
  targets.total_growth.reset();
  targets.ratio_target = ratio / 1.013216;
  const sr::FeasibleRegion region(targets);
  const double needed = sr::required_rural_growth(ratio, 0.063, *targets.ratio_target, 1);
  BOOST_TEST(near(needed, 0.07705, 1e-5));
  const sr::TargetTest test = region.test(0.063, needed);
  BOOST_TEST((test.feasible == sr::Certainty::certain));
  BOOST_TEST((test.binding == Names{ratio_target}));
  BOOST_TEST((region.is_feasible(0.063, needed - 1e-6) == sr::Certainty::no));
  BOOST_TEST((region.is_feasible(0.063, needed + 1e-6) == sr::Certainty::certain));
}

BOOST_AUTO_TEST_CASE(conflicts_are_irreducible) {
  const auto conflict = [](sr::IncomeTargets targets) { return sr::FeasibleRegion(targets).conflict(); };
  sr::IncomeTargets targets = shengzhou(0.6);
  targets.rural_growth = sr::Interval(-0.1, 0.07);
  targets.urban_growth = sr::Interval(0.07, infinity);
  // Urban growth of 7 % and rural growth of at most 7 % leave the ratio as it is; total growth has no part in that.
  BOOST_TEST((conflict(targets) == Names{ratio_falls, urban_growth_lower, rural_growth_upper}));
  targets.ratio_falls = false;
  BOOST_TEST(conflict(targets).empty());
  targets.total_growth = sr::Interval(0.2, 0.3);
  targets.urban_growth = sr::Interval(-0.5, 0.10);
  BOOST_TEST((conflict(targets) == Names{total_growth_lower, urban_growth_upper, rural_growth_upper}));
  // Where the box alone is in the way it is named.
  targets = shengzhou(0.6);
  targets.total_growth = sr::Interval(0.2, infinity);
  BOOST_TEST((conflict(targets) == Names{total_growth_lower, box}));
  const sr::FeasibleRegion empty(targets);
  BOOST_TEST(empty.empty());
  BOOST_TEST(empty.area() == 0);
  BOOST_TEST(raises([&] { (void)empty.cheapest(); }, {"total_growth_lower", "box"}));
  std::ostringstream out;
  out << empty;
  BOOST_TEST(out.str() == "empty: total_growth_lower, box");
  out.str("");
  out << sr::FeasibleRegion(shengzhou({0, 1}));
  BOOST_TEST(out.str() == "3 corners, cheapest at urban 6.8 %, rural 6.8 %");
}

BOOST_AUTO_TEST_CASE(points_and_segments_are_regions) {
  sr::IncomeTargets targets{.urban = 2.0, .rural = 1.0, .urban_weight = 0.5};
  targets.urban_growth = 0.07;
  targets.rural_growth = sr::Interval(0.05, 0.08);
  const sr::FeasibleRegion segment(targets);
  BOOST_TEST(segment.vertices().size() == 2U);
  BOOST_TEST(segment.area() == 0);
  BOOST_TEST(near(segment.cheapest().growth.rural, 0.05, 1e-12));
  targets.rural_growth = 0.08;
  const sr::FeasibleRegion point(targets);
  BOOST_TEST(point.vertices().size() == 1U);
  BOOST_TEST((point.is_feasible(0.07, 0.08) == sr::Certainty::certain));
  targets.ratio_falls = true;
  targets.rural_growth = 0.07;
  BOOST_TEST(sr::FeasibleRegion(targets).empty());
}

BOOST_AUTO_TEST_CASE(a_share_that_moves_changes_the_total) {
  // Nothing grows, yet the mean grows from 1.5 to 1.6 when a tenth of the population moves to town.
  sr::IncomeTargets targets{.urban = 2.0, .rural = 1.0, .urban_weight = 0.5, .urban_weight_end = sr::Interval(0.6)};
  targets.total_growth = sr::Interval(1.6 / 1.5 - 1, infinity);
  BOOST_TEST((sr::FeasibleRegion(targets).is_feasible(0, 0) == sr::Certainty::certain));
  targets.urban_weight_end = {};
  BOOST_TEST((sr::FeasibleRegion(targets).is_feasible(0, 0) == sr::Certainty::no));
}

BOOST_AUTO_TEST_CASE(the_region_is_what_the_formulas_say) {
  // Points, levels and shares at random: in the region just when every target holds for each share and level.
  Uniform uniform;
  int inside = 0;
  for (int i = 0; i < 400; ++i) {
    const sr::IncomeTargets targets{.urban = uniform.interval(1.5, 1.6),
                                    .rural = uniform.interval(0.9, 1),
                                    .urban_weight = uniform.interval(0.2, 0.9),
                                    .total_growth = uniform.interval(0.02, 0.14),
                                    .urban_growth = uniform.interval(0, 0.15),
                                    .rural_growth = uniform.interval(0, 0.15),
                                    .ratio_falls = uniform(0, 1) < 0.5,
                                    .ratio_target = uniform(1.6, 1.8)};
    const sr::FeasibleRegion region(targets);
    for (int j = 0; j < 40; ++j) {
      const double u = uniform(0, 0.15);
      const double r = uniform(0, 0.15);
      const sr::Interval total = sr::total_income_growth(targets.urban, targets.rural, targets.urban_weight, u, r);
      const sr::Interval ratio = sr::income_ratio(targets.urban, targets.rural) * ((1 + u) / (1 + r));
      const bool holds = targets.total_growth->contains(total) && targets.urban_growth->contains(u) &&
                         targets.rural_growth->contains(r) && (!targets.ratio_falls || r > u) &&
                         ratio.upper() <= *targets.ratio_target;
      BOOST_TEST(holds == (region.is_feasible(u, r) == sr::Certainty::certain));
      if (!holds) continue;
      ++inside;
      BOOST_REQUIRE(!region.empty());
      BOOST_TEST(total.upper() >= region.cheapest().total_growth.upper() - 1e-12);
      // Left of every edge.
      for (std::size_t k = 0; k < region.vertices().size(); ++k) {
        const sr::IncomeGrowth& a = region.vertices()[k];
        const sr::IncomeGrowth& b = region.vertices()[(k + 1) % region.vertices().size()];
        BOOST_TEST((b.urban - a.urban) * (r - a.rural) - (b.rural - a.rural) * (u - a.urban) >= -1e-12);
      }
    }
    if (region.empty()) {
      // Each constraint of the conflict is needed for it.
      BOOST_TEST(!region.conflict().empty());
      BOOST_TEST(region.conflict().size() <= 5U);
    } else {
      const sr::CheapestGrowth cheapest = region.cheapest();
      const sr::Certainty there = region.is_feasible(cheapest.growth.urban, cheapest.growth.rural);
      BOOST_TEST((!cheapest.attained || there != sr::Certainty::no));
    }
  }
  BOOST_TEST(inside > 100);
}

BOOST_AUTO_TEST_CASE(many_places_at_once) {
  const sr::IncomeTargets shared{.urban = 1.0, .rural = 1.0, .urban_weight = 0.5, .ratio_falls = true};
  const sr::FeasibleRegions regions =
      sr::feasible_regions(array({77400, 2}), array({43200, 1}), array({0.6, 0.5}), array({0.068, 0.5}), shared);
  BOOST_TEST(regions.size() == 2);
  const sr::FeasibleRegion one(shengzhou(0.6));
  BOOST_TEST(regions.feasible[0]);
  BOOST_TEST(regions.area[0] == one.area());
  BOOST_TEST(regions.urban_growth[0] == one.cheapest().growth.urban);
  BOOST_TEST(regions.rural_growth[0] == one.cheapest().growth.rural);
  BOOST_TEST(regions.total_growth[0] == one.cheapest().total_growth.upper());
  BOOST_TEST(!regions.feasible[1]);
  BOOST_TEST(regions.area[1] == 0);
  BOOST_TEST(regions.urban_growth[1] == infinity);
  BOOST_TEST(raises([&] { (void)sr::feasible_regions(array({1, 1}), array({1}), array({0.5, 2}), array({0}), shared); },
                    {"urban_weight = 2", "element 1"}));
}

BOOST_AUTO_TEST_CASE(bad_targets_raise) {
  const auto rejects = [](const std::function<void(sr::IncomeTargets&)>& change, const char* name) {
    sr::IncomeTargets targets = shengzhou(0.6);
    change(targets);
    return raises([&] { (void)sr::FeasibleRegion(targets); }, {"feasible region", name});
  };
  BOOST_TEST(rejects([](auto& t) { t.urban = 0.0; }, "urban = 0"));
  BOOST_TEST(rejects([](auto& t) { t.rural = sr::Interval(-1, 1); }, "rural = [-1, 1]"));
  BOOST_TEST(rejects([](auto& t) { t.urban = sr::Interval(1, infinity); }, "urban"));
  BOOST_TEST(rejects([](auto& t) { t.urban_weight = sr::Interval(0.5, 1.5); }, "urban_weight = [0.5, 1.5]"));
  BOOST_TEST(rejects([](auto& t) { t.urban_weight_end = -0.5; }, "urban_weight_end = -0.5"));
  BOOST_TEST(rejects([](auto& t) { t.total_growth = -1.0; }, "total_growth = -1"));
  BOOST_TEST(rejects([](auto& t) { t.urban_growth = -2.0; }, "urban_growth = -2"));
  BOOST_TEST(rejects([](auto& t) { t.rural_growth = -2.0; }, "rural_growth = -2"));
  BOOST_TEST(rejects([](auto& t) { t.ratio_target = not_a_number; }, "ratio_target"));
  BOOST_TEST(rejects([](auto& t) { t.ratio_target = 0; }, "ratio_target = 0"));
  BOOST_TEST(rejects([](auto& t) { t.box = sr::Interval(0, 11); }, "box = [0, 11]"));
}

BOOST_AUTO_TEST_CASE(regions_are_values) {
  const std::hash<sr::FeasibleRegion> hash;
  BOOST_TEST((sr::FeasibleRegion(shengzhou(0.6)) == sr::FeasibleRegion(shengzhou(0.6))));
  BOOST_TEST((sr::FeasibleRegion(shengzhou(0.6)) != sr::FeasibleRegion(shengzhou(0.5))));
  BOOST_TEST(hash(sr::FeasibleRegion(shengzhou(0.6))) == hash(sr::FeasibleRegion(shengzhou(0.6))));
  BOOST_TEST(hash(sr::FeasibleRegion(shengzhou(0.6))) != hash(sr::FeasibleRegion(shengzhou(0.5))));
}

BOOST_AUTO_TEST_CASE(pairs_within_intervals_are_judged_together) {
  sr::IncomeTargets targets{.urban = 77400.0, .rural = 43200.0, .urban_weight = 0.6};
  targets.urban_growth = sr::Interval(0.06, 0.15);
  targets.ratio_falls = true;
  const sr::FeasibleRegion region(targets);
  const auto word = [&](const sr::Interval& u, const sr::Interval& r) { return region.is_feasible(u, r); };
  BOOST_TEST((word({0.07, 0.08}, {0.09, 0.1}) == sr::Certainty::certain));
  BOOST_TEST((word({0.07, 0.09}, {0.08, 0.1}) == sr::Certainty::possible));
  // All miss the same target; each corner misses another one; the region lies inside.
  BOOST_TEST((word({0.01, 0.05}, {0.02, 0.1}) == sr::Certainty::no));
  BOOST_TEST((word({0.03, 0.12}, {0.04, 0.1}) == sr::Certainty::possible));
  BOOST_TEST((word({-0.5, 0.9}, {-0.5, 0.9}) == sr::Certainty::possible));
  // A point is what numbers say of it, edges and all.
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    const double u = uniform(0, 0.2);
    const double r = trial % 3 == 0 ? u : uniform(0, 0.2);
    BOOST_REQUIRE((region.test(sr::Interval(u), sr::Interval(r)) == region.test(u, r)));
  }
  BOOST_TEST(raises([&] { (void)word({0.06, infinity}, 0.07); }, {"urban_growth = ", "has an open end"}));
  BOOST_TEST(raises([&] { (void)word(0.07, {-2, 0}); }, {"rural_growth = [-2, 0] must exceed -1"}));
}

BOOST_AUTO_TEST_SUITE_END()
