#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Report;
using sr::Section;
using sr::Statement;

namespace {

/// The embedded report prints as its own name; any other as its constructor.
std::string repr(const Report& self) {
  if (self == sr::shengzhou_2024()) return "shengzhou_2024()";
  std::string out = "Report([";
  for (const Statement& statement : self) out += (out.back() == '[' ? "" : ",\n  ") + python_repr(statement);
  out += "]";
  const sr::ReportInfo& info = self.info();
  const auto add = [&](const char* name, const auto& value) {
    out += ", " + std::string(name) + "=" + python_repr(value);
  };
  if (!info.title.empty()) add("title", info.title);
  if (!info.place.empty()) add("place", info.place);
  if (!info.place_en.empty()) add("place_en", info.place_en);
  if (!info.ref_area.empty()) add("ref_area", info.ref_area);
  if (info.year != 0) add("year", info.year);
  if (!info.sections.empty()) add("sections", info.sections);
  if (!self.skipped().empty()) add("skipped", self.skipped());
  if (!self.commitments().empty()) add("commitments", self.commitments());
  return out + ")";
}

/// One status, several, or none at all.
std::vector<sr::Status> statuses(const py::object& status) {
  if (status.is_none()) return {};
  if (py::isinstance<py::str>(status)) return {status.cast<sr::Status>()};
  if (!py::isinstance<py::iterable>(status)) throw py::type_error("status: needs one word or several");
  std::vector<sr::Status> several;
  for (const py::handle word : status) {
    if (!py::isinstance<py::str>(word)) throw py::type_error("status: needs one word or several");
    several.push_back(word.cast<sr::Status>());
  }
  return several;
}

sr::Filter make_filter(std::optional<Text> indicator, std::optional<sr::Measure> measure, const py::object& status,
                       std::optional<UnitArgument> unit, std::optional<Text> section,
                       std::optional<sr::Modality> modality, std::optional<sr::Bound> bound,
                       std::optional<std::int32_t> year, std::optional<sr::Period> period) {
  const auto string = [](std::optional<Text>&& text) -> std::optional<std::string> {
    if (!text) return std::nullopt;
    return std::move(text->value);
  };
  return {.indicator = string(std::move(indicator)),
          .measure = measure,
          .status = statuses(status),
          .unit = unit ? std::optional(unit->unit) : std::nullopt,
          .section = string(std::move(section)),
          .modality = modality,
          .bound = bound,
          .year = year,
          .period = period};
}

/// Column name -> list, one entry a statement: what Report.to_frame() makes its frame of.
py::dict columns(const Report& self) {
  const std::vector<std::string> names = {"indicator",  "indicator_id",  "name_en", "measure",    "value",   "unit",
                                          "base_value", "base_unit",     "bound",   "modality",   "status",  "year",
                                          "period",     "scope",         "section", "start",      "end",     "printed",
                                          "step",       "printed_upper", "trend",   "byte_start", "byte_end"};
  std::vector<py::list> lists(names.size());
  for (const Statement& s : self) {
    std::size_t column = 0;
    const auto add = [&](const auto& value) { lists[column++].append(value); };
    const double missing = std::numeric_limits<double>::quiet_NaN();
    add(s.indicator), add(s.indicator_id), add(s.name_en), add(s.measure);
    if (s.quantity) {
      // Growth by 4.8 倍 and by 480 % stand in one column: all of it is in per cent there.
      const bool relative = s.measure == sr::Measure::growth && s.quantity->unit().is_ratio();
      const sr::Quantity base = relative ? s.quantity->to(sr::Unit("%")) : s.quantity->base();
      add(s.quantity->value().to_double()), add(s.quantity->unit().symbol());
      add(base.value().to_double()), add(base.unit().symbol()), add(s.quantity->bound());
    } else {
      add(missing), add(""), add(missing), add(""), add("");
    }
    // The scorer's word for a firm target is the empty one.
    add(s.modality == sr::Modality::firm ? "" : to_string(s.modality));
    add(s.status), add(s.year), add(s.period), add(s.scope), add(py::cast(s.section));
    add(s.span.codepoint_begin), add(s.span.codepoint_end);
    add(s.quantity ? to_string(s.quantity->value()) : "");
    add(s.quantity ? to_string(s.quantity->step()) : "");
    add(s.quantity && s.quantity->upper() ? to_string(*s.quantity->upper()) : "");
    add(s.trend), add(s.span.begin), add(s.span.end);
  }
  py::dict out;
  for (std::size_t i = 0; i < names.size(); ++i) out[py::str(names[i])] = lists[i];
  return out;
}

}  // namespace

void register_report(py::module_& m) {
  py::class_<Section> heading(m, "Section", "A heading of a report: `path` from the outermost in, English title.");
  heading.attr("__module__") = "shengzhou_report";
  heading
      .def(py::init([](std::vector<Text> path, Text title_en) {
             return Section{.path = strings(std::move(path)), .title_en = std::move(title_en)};
           }),
           "path"_a, "title_en"_a = "")
      .def_property_readonly(
          "path", [](const Section& self) { return py::cast(self.path); }, "Headings.")
      .def_readonly("title_en", &Section::title_en, "English title, or ''.")
      .def(py::self == py::self)
      .def("__hash__", [](const Section& self) { return py::hash(py::cast(self.path)); })
      .def("__repr__",
           [](const Section& self) {
             return "Section(" + py::repr(py::cast(self.path)).cast<std::string>() +
                    (self.title_en.empty() ? "" : ", " + python_repr(self.title_en)) + ")";
           })
      .def(py::pickle([](const Section& self) { return py::make_tuple(1, self.path, self.title_en); },
                      [](const py::tuple& state) {
                        return Section{state[1].cast<std::vector<std::string>>(), state[2].cast<std::string>()};
                      }));

  py::class_<Report> report(m, "Report", R"(The statements of a report, in the order of the text.

A sequence of Statement: len, iteration, `report[0]`, slices. `report["GDP"]` selects by any name of an indicator.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> len(report), len(report.targets())
(192, 113)
>>> print(report["GDP"].at(measure="level"))
地区生产总值 level 745亿元 (estimate 2023)
)");
  report.attr("__module__") = "shengzhou_report";
  report
      .def(py::init([](std::vector<Statement> statements, Text title, Text place, Text place_en, Text ref_area,
                       std::int32_t year, std::vector<Section> sections, std::vector<sr::Skipped> skipped,
                       std::vector<sr::Commitment> commitments) {
             return Report({.title = std::move(title),
                            .place = std::move(place),
                            .place_en = std::move(place_en),
                            .ref_area = std::move(ref_area),
                            .year = year,
                            .sections = std::move(sections)},
                           std::move(statements), std::move(skipped), std::move(commitments));
           }),
           "statements"_a = py::tuple(), py::kw_only(), "title"_a = "", "place"_a = "", "place_en"_a = "",
           "ref_area"_a = "", "year"_a = 0, "sections"_a = py::tuple(), "skipped"_a = py::tuple(),
           "commitments"_a = py::tuple())
      .def_property_readonly(
          "title", [](const Report& self) { return self.info().title; }, "Title of the document.")
      .def_property_readonly(
          "place", [](const Report& self) { return self.info().place; }, "Whose report it is.")
      .def_property_readonly(
          "place_en", [](const Report& self) { return self.info().place_en; }, "The same in English.")
      .def_property_readonly(
          "ref_area", [](const Report& self) { return self.info().ref_area; }, "Division code (GB/T 2260).")
      .def_property_readonly(
          "year", [](const Report& self) { return self.info().year; }, "Year of the plan.")
      .def_property_readonly(
          "sections", [](const Report& self) { return py::tuple(py::cast(self.info().sections)); }, "Its headings.")
      .def_property_readonly(
          "statements", [](const Report& self) { return py::tuple(py::cast(self.statements())); }, "As a tuple.")
      .def_property_readonly(
          "skipped", [](const Report& self) { return py::tuple(py::cast(self.skipped())); },
          "Numbers of the parsed text that are no statements, as Skipped; empty for a part of a report.")
      .def(
          "commitments", [](const Report& self) { return py::tuple(py::cast(self.commitments())); },
          "Promises of the plan without a number, as Commitment; empty for a part of a report.")
      .def("__len__", &Report::size)
      .def(
          "__iter__", [](const Report& self) { return py::make_iterator(self.begin(), self.end()); },
          py::keep_alive<0, 1>())
      .def(
          "__contains__", [](const Report& self, const Text& indicator) { return self.contains(indicator); },
          "indicator"_a)
      .def("__contains__",
           [](const Report& self, const Statement& statement) {
             return std::find(self.begin(), self.end(), statement) != self.end();
           })
      .def("__getitem__",
           [](const Report& self, std::int64_t index) {
             const std::int64_t at = index < 0 ? index + self.size() : index;
             if (at < 0 || at >= self.size()) throw py::index_error("statement index " + std::to_string(index));
             return self[at];
           })
      .def("__getitem__",
           [](const Report& self, const py::slice& slice) {
             py::ssize_t start = 0;
             py::ssize_t stop = 0;
             py::ssize_t step = 0;
             py::ssize_t length = 0;
             if (!slice.compute(self.size(), &start, &stop, &step, &length)) throw py::error_already_set();
             std::vector<Statement> kept;
             for (py::ssize_t i = 0; i < length; ++i) kept.push_back(self[start + i * step]);
             return Report(self.info(), std::move(kept));
           })
      .def(
          "__getitem__", [](const Report& self, const Text& indicator) { return self.select(indicator); },
          "indicator"_a)
      .def(
          "filter",
          [](const Report& self, std::optional<Text> indicator, std::optional<sr::Measure> measure,
             const py::object& status, std::optional<UnitArgument> unit, std::optional<Text> section,
             std::optional<sr::Modality> modality, std::optional<sr::Bound> bound, std::optional<std::int32_t> year,
             std::optional<sr::Period> period) {
            return self.filter(make_filter(std::move(indicator), measure, status, std::move(unit), std::move(section),
                                           modality, bound, year, period));
          },
          "indicator"_a = py::none(), py::kw_only(), "measure"_a = py::none(), "status"_a = py::none(),
          "unit"_a = py::none(), "section"_a = py::none(), "modality"_a = py::none(), "bound"_a = py::none(),
          "year"_a = py::none(), "period"_a = py::none(),
          R"(The statements that meet every condition, as a Report; maybe none.

`status` is one word or several; `section` a Chinese or English title on the statement's path.

>>> import shengzhou_report as sr
>>> len(sr.shengzhou_2024().filter(measure="growth", status="target"))
17
)")
      .def(
          "at",
          [](const Report& self, std::optional<Text> indicator, std::optional<sr::Measure> measure,
             const py::object& status, std::optional<UnitArgument> unit, std::optional<Text> section,
             std::optional<sr::Modality> modality, std::optional<sr::Bound> bound, std::optional<std::int32_t> year,
             std::optional<sr::Period> period) {
            return self.at(make_filter(std::move(indicator), measure, status, std::move(unit), std::move(section),
                                       modality, bound, year, period));
          },
          "indicator"_a = py::none(), py::kw_only(), "measure"_a = py::none(), "status"_a = py::none(),
          "unit"_a = py::none(), "section"_a = py::none(), "modality"_a = py::none(), "bound"_a = py::none(),
          "year"_a = py::none(), "period"_a = py::none(),
          R"(The one statement that meets the conditions of `filter`.

Raises LookupError when none or several do.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().at("GDP", measure="growth", status="estimate").quantity
Quantity('7.5', '%')
)")
      .def("outcomes", &Report::outcomes, "Results of the past: outcomes and estimates, as a Report.")
      .def("targets", &Report::targets, "What the plan asks for, as a Report.")
      .def("indicators", &Report::indicators, "Names of the indicators, each once, in the order of the text.")
      .def("years", &Report::years, "Calendar years that the statements refer to, ascending.")
      .def("merged", &Report::merged, "other"_a, R"(Both reports' statements, each once; the later year's info.

Raises DomainError when the reports name different places.
)")
      .def("_columns", &columns)
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", &repr)
      .def("__str__", [](const Report& self) { return to_string(self); })
      .def(py::pickle(
          [](const Report& self) {
            const sr::ReportInfo& info = self.info();
            return py::make_tuple(1, self.statements(), info.title, info.place, info.place_en, info.ref_area, info.year,
                                  info.sections, self.skipped(), self.commitments());
          },
          [](const py::tuple& state) {
            return Report({.title = state[2].cast<std::string>(),
                           .place = state[3].cast<std::string>(),
                           .place_en = state[4].cast<std::string>(),
                           .ref_area = state[5].cast<std::string>(),
                           .year = state[6].cast<std::int32_t>(),
                           .sections = state[7].cast<std::vector<Section>>()},
                          state[1].cast<std::vector<Statement>>(), state[8].cast<std::vector<sr::Skipped>>(),
                          state[9].cast<std::vector<sr::Commitment>>());
          }));

  m.def("shengzhou_2024", &sr::shengzhou_2024, py::return_value_policy::copy,
        R"(The founding document: the 2024 government work report of Shengzhou, Zhejiang.

192 statements: 190 figures and two targets without a number. Its results for 2023 are preliminary.

>>> import shengzhou_report as sr
>>> print(sr.shengzhou_2024())
嵊州市 2024: 192 statements (79 outcomes, 113 targets)
)");
}
