#include <shengzhou_report/breaks.hpp>
#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/impl/check/prices.hpp>
#include <shengzhou_report/impl/panel/above.hpp>

#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using record::usual;
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

void register_score(py::module_& m) {
  py::class_<Score> score = record::define<Score>(
      m, "Score", R"(A target and what became of it; made by `Panel.scorecard`.

`verdict` is 'met', 'missed', 'not_comparable' for the reason in `obstacle` ('no_report', 'not_stated', 'part_of_year',
'price_basis', 'scope', 'revision' or 'rounding'; 'none' otherwise), or 'cannot_judge' where both figures are there but
nothing says which way is better (obstacle 'direction').
)",
      record::fields(
          required("place", "Whose target it is.", &Score::place),
          required("vintage", "Year of the report that states the target.", &Score::vintage),
          required("target", "The target.", &Score::target),
          required("outcome", "The figure that decides, or that fails to; None without one.", &Score::outcome),
          required("verdict", "'met', 'missed', 'not_comparable' or 'cannot_judge'.", &Score::verdict),
          usual("obstacle", "Why it is neither met nor missed.", &Score::obstacle),
          usual("margin", "Printed outcome less printed target, in the target's unit; None without a common measure.",
                &Score::margin),
          usual("message", "The comparison in words.", &Score::message)));
  record::with_text(score);
}

void register_revision(py::module_& m) {
  py::class_<Revision> revision = record::define<Revision>(
      m, "Revision", R"(One figure as two reports state it; made by `Panel.revisions`.

`change` is later less first in the unit of `first`; `relative` the growth of a level, or the difference of a share or
growth rate as a fraction; `changed` 'certain' when no common value prints like both.
)",
      record::fields(
          required("place", "Whose figure it is.", &Revision::place),
          required("first", "The figure as first stated.", &Revision::first),
          required("first_vintage", "Year of the report that states it.", &Revision::first_vintage),
          required("later", "The figure as restated.", &Revision::later),
          required("later_vintage", "Year of the later report.", &Revision::later_vintage),
          required("change", "Later less first, in the unit of `first`.", &Revision::change),
          required("relative", "Growth of a level; difference of a rate, as a fraction.", &Revision::relative),
          required("changed", "'certain' or, when rounding may hide equality, 'possible'.", &Revision::changed)));
  record::with_text(revision);
}

}  // namespace

void register_panel(py::module_& m) {
  register_score(m);
  register_revision(m);
  m.attr("_nation") = sr::detail::panel::nation();
  m.def("_series_breaks", [](const Text& indicator) {
    py::list breaks;
    for (const sr::SeriesBreak& row : sr::series_breaks(indicator)) {
      breaks.append(py::make_tuple(row.year, sr::to_string(row.kind), row.note));
    }
    return breaks;
  });
  m.def("_deflator_band", [](std::int32_t year, const sr::CheckOptions& options) {
    return sr::detail::rules::deflator_band(year - 1, year, options).growth;
  });
  m.def("_is_scope_adjusted",
        [](const Text& id) { return sr::detail::rules::lists(sr::data::scope_adjusted, std::string_view(id)); });

  py::class_<Panel> panel(m, "Panel", R"(Reports of several places and years side by side.

Work reports, communiques and plan outlines, of each kind at most one for a place and a year; DomainError otherwise.
Ordered by place, then by year, then by kind. The communique of a year is given a year later, as is the work report of
the next, and what is later goes by that. Reports whose place or year is unknown take no part; `unplaced` lists them.

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
          "at",
          [](const Panel& self, const Text& place, std::int32_t year, std::optional<sr::DocumentKind> kind) {
            return self.at(place, year, kind);
          },
          "place"_a, "year"_a, "kind"_a = py::none(),
          R"(The document of a place for a year: of one kind, or the first that there is, the work report before others.

Raises LookupError when there is none.

>>> import shengzhou_report as sr
>>> len(sr.Panel([sr.shengzhou_2024()]).at("嵊州市", 2024))
192
)")
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
      .def(py::pickle([](const Panel& self) { return py::make_tuple(1, all_of(self)); },
                      [](const py::tuple& state) { return Panel(state[1].cast<std::vector<sr::Report>>()); }));
  record::with_text(panel);
}
