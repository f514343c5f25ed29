#include "elementwise.hpp"
#include "interval_argument.hpp"

namespace sr = shengzhou_report;
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

std::string region_repr(const FeasibleRegion& self) {
  const IncomeTargets& targets = self.targets();
  std::string out = "FeasibleRegion(" + python_repr(targets.urban) + ", " + python_repr(targets.rural) +
                    ", urban_weight=" + python_repr(targets.urban_weight);
  const auto add = [&](const char* name, const auto& value) {
    if (value) out += ", " + std::string(name) + "=" + python_repr(*value);
  };
  add("urban_weight_end", targets.urban_weight_end);
  add("total_growth", targets.total_growth);
  add("urban_growth", targets.urban_growth);
  add("rural_growth", targets.rural_growth);
  if (targets.ratio_falls) out += ", ratio_falls=True";
  add("ratio_target", targets.ratio_target);
  return out + ", box=" + python_repr(targets.box) + ")";
}

}  // namespace

void register_feasible(py::module_& m) {
  py::class_<CheapestGrowth> cheapest(m, "CheapestGrowth",
                                      R"(The point of a feasible region at which the growth of mean income is smallest.

`attained` says whether the point itself meets the targets, or is a limit that only points beside it meet.
)");
  cheapest.attr("__module__") = "shengzhou_report";
  cheapest
      .def(py::init([](double urban_growth, double rural_growth, const Interval& total_growth, bool attained) {
             return CheapestGrowth{{urban_growth, rural_growth}, total_growth, attained};
           }),
           "urban_growth"_a, "rural_growth"_a, "total_growth"_a, "attained"_a)
      .def_property_readonly(
          "urban_growth", [](const CheapestGrowth& self) { return self.growth.urban; }, "Growth of urban income.")
      .def_property_readonly(
          "rural_growth", [](const CheapestGrowth& self) { return self.growth.rural; }, "Growth of rural income.")
      .def_readonly("total_growth", &CheapestGrowth::total_growth,
                    "Growth of mean income there, over all weights and levels.")
      .def_readonly("attained", &CheapestGrowth::attained, "Whether the point itself meets the targets.")
      .def(py::self == py::self)
      .def("__hash__",
           [](const CheapestGrowth& self) { return py::hash(py::make_tuple(self.growth.urban, self.growth.rural)); })
      .def("__repr__",
           [](const CheapestGrowth& self) {
             return "CheapestGrowth(" + python_repr(self.growth.urban) + ", " + python_repr(self.growth.rural) + ", " +
                    python_repr(self.total_growth) + ", " + (self.attained ? "True" : "False") + ")";
           })
      .def(py::pickle(
          [](const CheapestGrowth& self) {
            return py::make_tuple(1, self.growth.urban, self.growth.rural, self.total_growth, self.attained);
          },
          [](const py::tuple& state) {
            return CheapestGrowth{
                {state[1].cast<double>(), state[2].cast<double>()}, state[3].cast<Interval>(), state[4].cast<bool>()};
          }));

  py::class_<TargetTest> test(m, "TargetTest", R"(What a pair of growth rates does to the targets of a region.

`feasible` is 'certain' when every target is met for every weight and level, 'no' when one is missed for all of them.
)");
  test.attr("__module__") = "shengzhou_report";
  const auto words = [](const std::vector<sr::IncomeConstraint>& names) { return py::tuple(py::cast(names)); };
  test.def(py::init([](sr::Certainty feasible, std::vector<sr::IncomeConstraint> violated,
                       std::vector<sr::IncomeConstraint> binding) {
             return TargetTest{feasible, std::move(violated), std::move(binding)};
           }),
           "feasible"_a, "violated"_a = py::tuple(), "binding"_a = py::tuple())
      .def_readonly("feasible", &TargetTest::feasible, "'certain', 'possible' or 'no'.")
      .def_property_readonly(
          "violated", [words](const TargetTest& self) { return words(self.violated); },
          "Constraints that are not met for some weight or level.")
      .def_property_readonly(
          "binding", [words](const TargetTest& self) { return words(self.binding); },
          "Constraints that are met with equality for some weight or level.")
      .def(py::self == py::self)
      .def("__hash__",
           [words](const TargetTest& self) {
             return py::hash(py::make_tuple(self.feasible, words(self.violated), words(self.binding)));
           })
      .def("__repr__",
           [words](const TargetTest& self) {
             return "TargetTest(" + python_repr(self.feasible) + ", " +
                    py::repr(words(self.violated)).cast<std::string>() + ", " +
                    py::repr(words(self.binding)).cast<std::string>() + ")";
           })
      .def(py::pickle(
          [](const TargetTest& self) { return py::make_tuple(1, self.feasible, self.violated, self.binding); },
          [](const py::tuple& state) {
            return TargetTest{state[1].cast<sr::Certainty>(), state[2].cast<std::vector<sr::IncomeConstraint>>(),
                              state[3].cast<std::vector<sr::IncomeConstraint>>()};
          }));

  py::class_<FeasibleRegion> region(m, "FeasibleRegion",
                                    R"(The pairs of urban and rural income growth that meet all targets.

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
)");
  region.attr("__module__") = "shengzhou_report";
  region
      .def(py::init([](const IntervalArgument& urban, const IntervalArgument& rural,
                       const IntervalArgument& urban_weight, const std::optional<IntervalArgument>& urban_weight_end,
                       const std::optional<IntervalArgument>& total_growth,
                       const std::optional<IntervalArgument>& urban_growth,
                       const std::optional<IntervalArgument>& rural_growth, bool ratio_falls,
                       std::optional<double> ratio_target, const Interval& box) {
             return FeasibleRegion(make_targets(urban, rural, urban_weight, urban_weight_end, total_growth,
                                                urban_growth, rural_growth, ratio_falls, ratio_target, box));
           }),
           "urban"_a, "rural"_a, py::kw_only(), "urban_weight"_a, "urban_weight_end"_a = py::none(),
           "total_growth"_a = py::none(), "urban_growth"_a = py::none(), "rural_growth"_a = py::none(),
           "ratio_falls"_a = false, "ratio_target"_a = py::none(), "box"_a = Interval(0, 0.15))
      .def_property_readonly(
          "urban", [](const FeasibleRegion& self) { return self.targets().urban; }, "Urban income this year.")
      .def_property_readonly(
          "rural", [](const FeasibleRegion& self) { return self.targets().rural; }, "Rural income this year.")
      .def_property_readonly(
          "urban_weight", [](const FeasibleRegion& self) { return self.targets().urban_weight; },
          "Urban share of the persons.")
      .def_property_readonly(
          "urban_weight_end", [](const FeasibleRegion& self) { return self.targets().urban_weight_end; },
          "The same next year; None when it is unchanged.")
      .def_property_readonly(
          "total_growth", [](const FeasibleRegion& self) { return self.targets().total_growth; },
          "Bounds on the growth of mean income, or None.")
      .def_property_readonly(
          "urban_growth", [](const FeasibleRegion& self) { return self.targets().urban_growth; },
          "Bounds on urban growth, or None.")
      .def_property_readonly(
          "rural_growth", [](const FeasibleRegion& self) { return self.targets().rural_growth; },
          "Bounds on rural growth, or None.")
      .def_property_readonly(
          "ratio_falls", [](const FeasibleRegion& self) { return self.targets().ratio_falls; },
          "Whether the ratio must fall.")
      .def_property_readonly(
          "ratio_target", [](const FeasibleRegion& self) { return self.targets().ratio_target; },
          "The most that the ratio may be next year, or None.")
      .def_property_readonly(
          "box", [](const FeasibleRegion& self) { return self.targets().box; }, "Range of both rates.")
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
          "conflict", [words](const FeasibleRegion& self) { return words(self.conflict()); },
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
      .def("test", &FeasibleRegion::test, "urban_growth"_a, "rural_growth"_a,
           R"(Tests a pair of rates: TargetTest with the constraints that it violates and those that bind.

Equality is decided to 12 digits; the box counts as a constraint. Raises DomainError when a rate is not above -1.
)")
      .def("_is_feasible",
           [](const FeasibleRegion& self, const ArrayRef& urban_growth, const ArrayRef& rural_growth) {
             const py::gil_scoped_release release;
             return self.is_feasible(urban_growth, rural_growth);
           })
      .def("__bool__", [](const FeasibleRegion& self) { return !self.empty(); })
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", &region_repr)
      .def("__str__",
           [](const FeasibleRegion& self) {
             std::ostringstream out;
             out << self;
             return out.str();
           })
      .def(py::pickle(
          [](const FeasibleRegion& self) {
            const IncomeTargets& t = self.targets();
            return py::make_tuple(1, t.urban, t.rural, t.urban_weight, t.urban_weight_end, t.total_growth,
                                  t.urban_growth, t.rural_growth, t.ratio_falls, t.ratio_target, t.box);
          },
          [](const py::tuple& state) {
            const auto interval = [&](int i) { return state[i].cast<std::optional<Interval>>(); };
            return FeasibleRegion(IncomeTargets{.urban = state[1].cast<Interval>(),
                                                .rural = state[2].cast<Interval>(),
                                                .urban_weight = state[3].cast<Interval>(),
                                                .urban_weight_end = interval(4),
                                                .total_growth = interval(5),
                                                .urban_growth = interval(6),
                                                .rural_growth = interval(7),
                                                .ratio_falls = state[8].cast<bool>(),
                                                .ratio_target = state[9].cast<std::optional<double>>(),
                                                .box = state[10].cast<Interval>()});
          }));

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
