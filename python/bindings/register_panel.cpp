#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Panel;
using sr::Revision;
using sr::Score;

namespace {

/// Every report that the panel was made of, those without place or year last.
std::vector<sr::Report> all_of(const Panel& panel) {
  std::vector<sr::Report> reports = panel.reports();
  reports.insert(reports.end(), panel.unplaced().begin(), panel.unplaced().end());
  return reports;
}

template <class T>
std::string printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

void register_score(py::module_& m) {
  py::class_<Score> score(m, "Score", R"(A target and what became of it; made by `Panel.scorecard`.

`verdict` is 'met', 'missed', 'not_comparable' for the reason in `obstacle` ('no_report', 'not_stated', 'part_of_year',
'price_basis', 'scope', 'revision' or 'rounding'; 'none' otherwise), or 'cannot_judge' where both figures are there but
nothing says which way is better (obstacle 'direction').
)");
  score.attr("__module__") = "shengzhou_report";
  score
      .def(py::init([](Text place, std::int32_t vintage, const sr::Statement& target,
                       const std::optional<sr::Statement>& outcome, sr::Verdict verdict, sr::Obstacle obstacle,
                       std::optional<double> margin, Text message) {
             return Score{std::move(place), vintage, target, outcome, verdict, obstacle, margin, std::move(message)};
           }),
           "place"_a, "vintage"_a, "target"_a, "outcome"_a, "verdict"_a, "obstacle"_a = sr::Obstacle::none,
           "margin"_a = py::none(), "message"_a = "")
      .def_readonly("place", &Score::place, "Whose target it is.")
      .def_readonly("vintage", &Score::vintage, "Year of the report that states the target.")
      .def_readonly("target", &Score::target, "The target.")
      .def_readonly("outcome", &Score::outcome, "The figure that decides, or that fails to; None without one.")
      .def_readonly("verdict", &Score::verdict, "'met', 'missed', 'not_comparable' or 'cannot_judge'.")
      .def_readonly("obstacle", &Score::obstacle, "Why it is neither met nor missed.")
      .def_readonly("margin", &Score::margin,
                    "Printed outcome less printed target, in the target's unit; None without a common measure.")
      .def_readonly("message", &Score::message, "The comparison in words.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Score& self) {
             return "Score(" + python_repr(self.place) + ", " + python_repr(self.vintage) + ", " +
                    python_repr(self.target) + ", " + python_repr(self.outcome) + ", " + python_repr(self.verdict) +
                    ", " + python_repr(self.obstacle) + ", " + python_repr(self.margin) + ", " +
                    python_repr(self.message) + ")";
           })
      .def("__str__", &printed<Score>)
      .def(py::pickle(
          [](const Score& self) {
            return py::make_tuple(1, self.place, self.vintage, self.target, self.outcome, self.verdict, self.obstacle,
                                  self.margin, self.message);
          },
          [](const py::tuple& state) {
            return Score{state[1].cast<std::string>(),           state[2].cast<std::int32_t>(),
                         state[3].cast<sr::Statement>(),         state[4].cast<std::optional<sr::Statement>>(),
                         state[5].cast<sr::Verdict>(),           state[6].cast<sr::Obstacle>(),
                         state[7].cast<std::optional<double>>(), state[8].cast<std::string>()};
          }));
}

void register_revision(py::module_& m) {
  py::class_<Revision> revision(m, "Revision", R"(One figure as two reports state it; made by `Panel.revisions`.

`change` is later less first in the unit of `first`; `relative` the growth of a level, or the difference of a share or
growth rate as a fraction; `changed` 'certain' when no common value prints like both.
)");
  revision.attr("__module__") = "shengzhou_report";
  revision
      .def(py::init([](Text place, const sr::Statement& first, std::int32_t first_vintage, const sr::Statement& later,
                       std::int32_t later_vintage, double change, const sr::Interval& relative, sr::Certainty changed) {
             return Revision{std::move(place), first, first_vintage, later, later_vintage, change, relative, changed};
           }),
           "place"_a, "first"_a, "first_vintage"_a, "later"_a, "later_vintage"_a, "change"_a, "relative"_a, "changed"_a)
      .def_readonly("place", &Revision::place, "Whose figure it is.")
      .def_readonly("first", &Revision::first, "The figure as first stated.")
      .def_readonly("first_vintage", &Revision::first_vintage, "Year of the report that states it.")
      .def_readonly("later", &Revision::later, "The figure as restated.")
      .def_readonly("later_vintage", &Revision::later_vintage, "Year of the later report.")
      .def_readonly("change", &Revision::change, "Later less first, in the unit of `first`.")
      .def_readonly("relative", &Revision::relative, "Growth of a level; difference of a rate, as a fraction.")
      .def_readonly("changed", &Revision::changed, "'certain' or, when rounding may hide equality, 'possible'.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Revision& self) {
             return "Revision(" + python_repr(self.place) + ", " + python_repr(self.first) + ", " +
                    python_repr(self.first_vintage) + ", " + python_repr(self.later) + ", " +
                    python_repr(self.later_vintage) + ", " + python_repr(self.change) + ", " +
                    python_repr(self.relative) + ", " + python_repr(self.changed) + ")";
           })
      .def("__str__", &printed<Revision>)
      .def(py::pickle(
          [](const Revision& self) {
            return py::make_tuple(1, self.place, self.first, self.first_vintage, self.later, self.later_vintage,
                                  self.change, self.relative, self.changed);
          },
          [](const py::tuple& state) {
            return Revision{state[1].cast<std::string>(),  state[2].cast<sr::Statement>(),
                            state[3].cast<std::int32_t>(), state[4].cast<sr::Statement>(),
                            state[5].cast<std::int32_t>(), state[6].cast<double>(),
                            state[7].cast<sr::Interval>(), state[8].cast<sr::Certainty>()};
          }));
}

}  // namespace

void register_panel(py::module_& m) {
  register_score(m);
  register_revision(m);

  py::class_<Panel> panel(m, "Panel", R"(Reports of several places and years side by side.

Each pair of place and year at most once; DomainError otherwise. Ordered by place, then by year. Reports whose place or
year is unknown take no part; `unplaced` lists them.

>>> import shengzhou_report as sr
>>> def gdp(measure, value, unit, year, **more):
...     return sr.Statement("GDP", measure=measure, quantity=sr.Quantity(value, unit, **more), year=year)
>>> plan = gdp("growth", "5.5", "%", 2022, bound="about").replace(status="target")
>>> panel = sr.Panel([
...     sr.Report([plan], place="中国", year=2022),
...     sr.Report([gdp("growth", "3.0", "%", 2022)], place="中国", year=2023)])
>>> print(panel)
2 reports of 1 place, 2022 to 2023
>>> print(panel.scorecard()[0])
中国 2022: GDP growth ≈5.5% (target 2022): missed, 3.0% against at least 5.3%
)");
  panel.attr("__module__") = "shengzhou_report";
  panel.def(py::init<std::vector<sr::Report>>(), "reports"_a = py::tuple())
      .def_property_readonly(
          "reports", [](const Panel& self) { return py::tuple(py::cast(self.reports())); }, "As a tuple.")
      .def_property_readonly(
          "unplaced", [](const Panel& self) { return py::tuple(py::cast(self.unplaced())); },
          "Reports whose place or year is unknown, kept apart.")
      .def_property_readonly("places", &Panel::places, "Names of the places, ascending.")
      .def(
          "at", [](const Panel& self, const Text& place, std::int32_t year) { return self.at(place, year); }, "place"_a,
          "year"_a, "The report of a place for a year. Raises LookupError when there is none.")
      .def("_scorecard",
           [](const Panel& self) {
             const py::gil_scoped_release release;
             return self.scorecard();
           })
      .def("_revisions",
           [](const Panel& self) {
             const py::gil_scoped_release release;
             return self.revisions();
           })
      .def("_check",
           [](const Panel& self, const sr::CheckOptions& options) {
             const py::gil_scoped_release release;
             return self.check(options);
           })
      .def("__len__", &Panel::size)
      .def(
          "__iter__", [](const Panel& self) { return py::make_iterator(self.reports().begin(), self.reports().end()); },
          py::keep_alive<0, 1>())
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", [](const Panel& self) { return "Panel(" + python_repr(all_of(self)) + ")"; })
      .def("__str__", &printed<Panel>)
      .def(py::pickle([](const Panel& self) { return py::make_tuple(1, all_of(self)); },
                      [](const py::tuple& state) { return Panel(state[1].cast<std::vector<sr::Report>>()); }));
}
