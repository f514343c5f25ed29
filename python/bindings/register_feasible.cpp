#include "elementwise.hpp"
#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using sr::CheapestGrowth;
using sr::FeasibleRegion;
using sr::IncomeTargets;
using sr::Interval;
using sr::TargetTest;

namespace {

IncomeTargets make_targets(const IntervalArgument& urban, const IntervalArgument& rural,
                           const IntervalArgument& urban_weight,
                           const std::optional<IntervalArgument>& urban_weight_end,
                           const std::optional<IntervalArgument>& total_growth,
                           const std::optional<IntervalArgument>& urban_growth,
                           const std::optional<IntervalArgument>& rural_growth, bool ratio_falls,
                           std::optional<double> ratio_target, const Interval& box) {
  return {.urban = urban.named("urban"),
          .rural = rural.named("rural"),
          .urban_weight = urban_weight.named("urban_weight"),
          .urban_weight_end = named("urban_weight_end", urban_weight_end),
          .total_growth = named("total_growth", total_growth),
          .urban_growth = named("urban_growth", urban_growth),
          .rural_growth = named("rural_growth", rural_growth),
          .ratio_falls = ratio_falls,
          .ratio_target = ratio_target,
          .box = box};
}

}  // namespace

void register_feasible(py::module_& m) {
  record::define<CheapestGrowth>(
      m, "CheapestGrowth", R"(The point of a feasible region at which the growth of mean income is smallest.

`attained` says whether the point itself meets the targets, or is a limit that only points beside it meet.
)",
      record::fields(
          required("urban_growth", "Growth of urban income.", &CheapestGrowth::growth, &sr::IncomeGrowth::urban),
          required("rural_growth", "Growth of rural income.", &CheapestGrowth::growth, &sr::IncomeGrowth::rural),
          required("total_growth", "Growth of mean income there, over all weights and levels.",
                   &CheapestGrowth::total_growth),
          required("attained", "Whether the point itself meets the targets.", &CheapestGrowth::attained)),
      [](double urban_growth, double rural_growth, const Interval& total_growth, bool attained) {
        return CheapestGrowth{{urban_growth, rural_growth}, total_growth, attained};
      });

  record::define<TargetTest>(
      m, "TargetTest", R"(What a pair of growth rates does to the targets of a region.

`feasible` is 'certain' when every target is met for every weight and level, 'no' when one is missed for all of them.
)",
      record::fields(
          required("feasible", "'certain', 'possible' or 'no'.", &TargetTest::feasible),
          record::usual("violated", "Constraints that are not met for some weight or level.", &TargetTest::violated),
          record::usual("binding", "Constraints that are met with equality for some weight or level.",
                        &TargetTest::binding)));

  using record::named;
  const auto goals = &FeasibleRegion::targets;
  py::class_<FeasibleRegion> region = record::define<FeasibleRegion>(
      m, "FeasibleRegion", R"(The pairs of urban and rural income growth that meet all targets.

`urban` and `rural` are incomes per head this year, numbers or intervals. `urban_weight` is the urban share of the
persons, a number or an interval, and has no default: reports seldom state it, and the share of the income survey
differs from the urbanisation rate. Interval(0, 1) asks for what holds whatever the share. `urban_weight_end` is the
share next year; the same when None.

Targets: `total_growth`, `urban_growth`, `rural_growth` are Intervals of growth (Interval(0.07, inf) is at least 7 %),
`ratio_falls` asks for a smaller income ratio, `ratio_target` for one of at most so much. `box` is the range of both
rates that is looked at. Rates are fractions, all on one price basis. What is known within intervals counts for all of
its values: a pair of the region meets the targets whatever the share and the levels are.

Raises DomainError for incomes that are not positive, weights outside [0, 1], growth that does not exceed -1, and a box
outside [-1, 10]. Source: linear inequalities; a smallest conflict has at most three half-planes (Helly 1923).

>>> import shengzhou_report as sr
>>> atleast = sr.Interval(0.068, float("inf"))
>>> region = sr.FeasibleRegion(
...     77400, 43200, urban_weight=sr.Interval(0, 1), total_growth=atleast, ratio_falls=True)
>>> [f"{urban:.3f} {rural:.3f}" for urban, rural in region.vertices]
['0.068 0.068', '0.150 0.150', '0.068 0.150']
>>> region.test(0.063, 0.068)
TargetTest('possible', ('total_growth_lower',), ())
>>> print(region)
3 corners, cheapest at urban 6.8 %, rural 6.8 %
)",
      record::fields(
          required("urban", "Urban income this year.", goals, &IncomeTargets::urban),
          required("rural", "Rural income this year.", goals, &IncomeTargets::rural), record::by_name,
          record::needed("urban_weight", "Urban share of the persons.", goals, &IncomeTargets::urban_weight),
          named("urban_weight_end", "The same next year; None when it is unchanged.", goals,
                &IncomeTargets::urban_weight_end),
          named("total_growth", "Bounds on the growth of mean income, or None.", goals, &IncomeTargets::total_growth),
          named("urban_growth", "Bounds on urban growth, or None.", goals, &IncomeTargets::urban_growth),
          named("rural_growth", "Bounds on rural growth, or None.", goals, &IncomeTargets::rural_growth),
          named("ratio_falls", "Whether the ratio must fall.", goals, &IncomeTargets::ratio_falls),
          named("ratio_target", "The most that the ratio may be next year, or None.", goals,
                &IncomeTargets::ratio_target),
          record::kept("box", "Range of both rates.", goals, &IncomeTargets::box).by_default(Interval(0, 0.15))),
      [](auto... values) { return FeasibleRegion(IncomeTargets{std::move(values)...}); });
  region
      .def_property_readonly(
          "vertices",
          [](const FeasibleRegion& self) {
            py::list corners;
            for (const sr::IncomeGrowth& at : self.vertices()) corners.append(py::make_tuple(at.urban, at.rural));
            return py::tuple(corners);
          },
          "Corners as pairs (urban, rural), counter-clockwise from the lowest urban growth; () when empty.")
      .def_property_readonly("area", &FeasibleRegion::area, "Area in the plane of fractions; 0 when empty.")
      .def_property_readonly(
          "conflict", [](const FeasibleRegion& self) { return record::to_python(self.conflict()); },
          "Constraints that no pair meets together, while each smaller set can be met; () when not empty.")
      .def("cheapest", &FeasibleRegion::cheapest, R"(Where mean income grows least, as CheapestGrowth.

Of all points the one whose total growth, at the weight and levels that make it largest, is smallest; of several the one
with the smallest difference between the rates, then the one with the lower urban growth. Raises DomainError when the
region is empty; the message names the conflict.

>>> import shengzhou_report as sr
>>> region = sr.FeasibleRegion(2, 1, urban_weight=0.5, urban_growth=0.06, rural_growth=sr.Interval(0.08, 0.09))
>>> cheapest = region.cheapest()
>>> cheapest.urban_growth, cheapest.rural_growth, cheapest.attained
(0.06, 0.08, True)
)")
      .def("test", py::overload_cast<double, double>(&FeasibleRegion::test, py::const_), "urban_growth"_a,
           "rural_growth"_a,
           R"(Tests a pair of rates: TargetTest with the constraints that it violates and those that bind.

Equality is decided to 12 digits; the box counts as a constraint. Raises DomainError when a rate is not above -1.

>>> import shengzhou_report as sr
>>> region = sr.FeasibleRegion(77400, 43200, urban_weight=0.65, total_growth=sr.Interval(0.068, float("inf")))
>>> region.test(0.063, 0.068).violated
('total_growth_lower',)
)")
      .def("_is_feasible",
           [](const FeasibleRegion& self, const ArrayRef& urban_growth, const ArrayRef& rural_growth) {
             const py::gil_scoped_release release;
             return self.is_feasible(urban_growth, rural_growth);
           })
      .def("_is_feasible_within",
           py::overload_cast<const Interval&, const Interval&>(&FeasibleRegion::is_feasible, py::const_))
      .def("__bool__", [](const FeasibleRegion& self) { return !self.empty(); });
  record::with_text(region);

  Forms forms(m);
  forms.array.def(
      "feasible_regions",
      [](const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_weight, const ArrayRef& total_growth,
         const std::optional<IntervalArgument>& urban_growth, const std::optional<IntervalArgument>& rural_growth,
         bool ratio_falls, std::optional<double> ratio_target, const Interval& box) {
        const IncomeTargets targets =
            make_targets({1, 1}, {1, 1}, {1, 1}, {}, {}, urban_growth, rural_growth, ratio_falls, ratio_target, box);
        sr::FeasibleRegions regions = [&] {
          const py::gil_scoped_release release;
          return sr::feasible_regions(urban, rural, urban_weight, total_growth, targets);
        }();
        return py::make_tuple(std::move(regions.feasible), std::move(regions.area), std::move(regions.urban_growth),
                              std::move(regions.rural_growth), std::move(regions.total_growth));
      });
}
