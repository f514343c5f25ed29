#include "record.hpp"

namespace sr = shengzhou_report;
using sr::Evidence;
using sr::Report;
using sr::Section;
using sr::Statement;

namespace {

/// The embedded report prints as its own name; any other as its constructor.
std::string report_repr(const Report& self) {
  if (self == sr::shengzhou_2024()) return "shengzhou_2024()";
  std::string out = "Report([";
  for (const Statement& statement : self) out += (out.back() == '[' ? "" : ",\n  ") + python_repr(statement);
  out += "]";
  const sr::ReportInfo& info = self.info();
  const auto add = [&](const char* name, const auto& value) {
    out += ", " + std::string(name) + "=" + python_repr(value);
  };
  if (!info.title.empty()) add("title", info.title);
  if (info.place) add("place", *info.place);
  if (info.place_en) add("place_en", *info.place_en);
  if (info.ref_area) add("ref_area", *info.ref_area);
  if (info.year) add("year", *info.year);
  if (info.kind != sr::DocumentKind::work_report) add("kind", info.kind);
  if (!info.evidence.empty()) add("evidence", info.evidence);
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
                       std::optional<UnitArgument> unit, const py::object& section,
                       std::optional<sr::Modality> modality, std::optional<sr::Bound> bound,
                       std::optional<std::int32_t> year, std::optional<sr::Period> period, std::optional<Text> area,
                       std::optional<std::int32_t> base_year, std::optional<Text> reference) {
  const bool whole = py::isinstance<Section>(section);
  if (!whole && !section.is_none() && !py::isinstance<py::str>(section))
    throw py::type_error("section: needs a title, or a Section of the report");
  return {.indicator = string(std::move(indicator)),
          .measure = measure,
          .status = statuses(status),
          .unit = unit ? std::optional(unit->unit) : std::nullopt,
          .section = whole || section.is_none() ? std::nullopt : std::optional(section.cast<Text>().value),
          .within = whole ? std::optional(section.cast<const Section&>().span) : std::nullopt,
          .modality = modality,
          .bound = bound,
          .year = year,
          .period = period,
          .area = string(std::move(area)),
          .base_year = base_year,
          .reference = string(std::move(reference))};
}

}  // namespace

void register_report(py::module_& m) {
  py::class_<Section> heading = record::define<Section>(
      m, "Section", R"(A heading of a report, and the part of its text under it.

`path` are the headings from the outermost in, `role` is what the part does: 'review', 'outlook' (plans several years),
'plan', 'government' (the government's own work) or 'none'. str() gives the path, with spaces between.

>>> import shengzhou_report as sr
>>> report = sr.parse("甲县2024年政府工作报告\n一、2023年工作回顾\n粮食产量21万吨。\n二、2024年工作安排\n粮食产量22万吨。")
>>> [(section.title, section.role) for section in report.sections]
[('一、2023年工作回顾', 'review'), ('二、2024年工作安排', 'plan')]
>>> report.text_of(report.sections[1])
'二、2024年工作安排\n粮食产量22万吨。'
)",
      record::fields(record::required("path", "Headings.", &Section::path),
                     record::usual("title_en", "English title, or ''.", &Section::title_en),
                     record::usual("role", "'review', 'outlook', 'plan', 'government' or 'none'.", &Section::role),
                     record::place<record::Role::usual>(&Section::span)),
      [](Section& /*self*/) {}, record::Ending::left_out);
  heading
      .def_property_readonly(
          "title", [](const Section& self) { return self.path.empty() ? "" : self.path.back(); }, "Its own heading.")
      .def("__str__", [](const Section& self) {
        std::string out;
        for (const std::string& title : self.path) out += (out.empty() ? "" : " ") + title;
        return out;
      });

  record::define<Evidence>(
      m, "Evidence", R"(Why a document was taken for this kind, place or year.

Of the pieces about one thing the first decided. `rule` names what found it ('given' for what the caller said), `value`
is what it says, `start` and `end` where it stands; equal for what was given.

>>> import shengzhou_report as sr
>>> report = sr.parse("甲县2024年政府工作报告\n各位代表:\n一、2023年工作回顾\n二、2024年工作安排")
>>> [(piece.about, piece.rule, piece.value) for piece in report.evidence][:3]
[('kind', 'title of a report', 'work_report'), ('place', 'title', '甲县'), ('year', 'headings of review and plan', '2024')]
)",
      record::fields(record::required("about", "'kind', 'place', 'year' or 'ref_area'.", &Evidence::about),
                     record::required("rule", "Name of the rule that found it.", &Evidence::rule),
                     record::required("value", "What it says.", &Evidence::value),
                     record::place<record::Role::usual>(&Evidence::span)));

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
      .def(py::init([](std::vector<Statement> statements, Text title, std::optional<Text> place,
                       std::optional<Text> place_en, std::optional<Text> ref_area, std::optional<std::int32_t> year,
                       sr::DocumentKind kind, std::vector<Section> sections, std::vector<Evidence> evidence,
                       std::vector<sr::Skipped> skipped, std::vector<sr::Commitment> commitments) {
             return Report({.title = std::move(title),
                            .place = string(std::move(place)),
                            .place_en = string(std::move(place_en)),
                            .ref_area = string(std::move(ref_area)),
                            .year = year,
                            .sections = std::move(sections),
                            .kind = kind,
                            .evidence = std::move(evidence)},
                           std::move(statements), std::move(skipped), std::move(commitments));
           }),
           "statements"_a = py::tuple(), py::kw_only(), "title"_a = "", "place"_a = py::none(),
           "place_en"_a = py::none(), "ref_area"_a = py::none(), "year"_a = py::none(),
           "kind"_a = sr::DocumentKind::work_report, "sections"_a = py::tuple(), "evidence"_a = py::tuple(),
           "skipped"_a = py::tuple(), "commitments"_a = py::tuple())
      .def_property_readonly(
          "title", [](const Report& self) { return self.info().title; }, "Title of the document.")
      .def_property_readonly(
          "place", [](const Report& self) { return self.info().place; }, "Whose report it is, or None.")
      .def_property_readonly(
          "place_en", [](const Report& self) { return self.info().place_en; }, "The same in English, or None.")
      .def_property_readonly(
          "ref_area", [](const Report& self) { return self.info().ref_area; }, "Division code (GB/T 2260), or None.")
      .def_property_readonly(
          "year", [](const Report& self) { return self.info().year; },
          "Year of the plan; of a communique the year it reviews, of a plan outline its first; None where unknown.")
      .def_property_readonly(
          "kind", [](const Report& self) { return self.info().kind; },
          "'work_report', 'communique', 'plan' or 'other'.")
      .def_property_readonly(
          "evidence", [](const Report& self) { return py::tuple(py::cast(self.info().evidence)); },
          "Why it was taken for this kind, place and year, as Evidence.")
      .def_property_readonly(
          "text",
          [](const Report& self) -> std::optional<std::string> {
            if (self.text() == nullptr) return std::nullopt;
            return *self.text();
          },
          "The text that the report was read from, or None.")
      .def(
          "text_of", [](const Report& self, const Section& section) { return std::string(self.text_of(section)); },
          "section"_a, R"(The text of one of its sections, heading included. Raises LookupError without a text.

>>> import shengzhou_report as sr
>>> report = sr.parse("某县2024年政府工作报告\n一、2023年工作回顾\n粮食产量9万吨。\n二、2024年工作安排\n建设市民中心。")
>>> report.text_of(report.sections[1])
'二、2024年工作安排\n建设市民中心。'
)")
      .def_property_readonly(
          "sections", [](const Report& self) { return py::tuple(py::cast(self.info().sections)); }, "Its headings.")
      .def_property_readonly(
          "statements", [](const Report& self) { return py::tuple(py::cast(self.statements())); }, "As a tuple.")
      .def_property_readonly(
          "skipped", [](const Report& self) { return py::tuple(py::cast(self.skipped())); },
          "Numbers of the parsed text that are no statements, as Skipped; empty for a part of a report.")
      .def(
          "commitments", [](const Report& self) { return py::tuple(py::cast(self.commitments())); },
          R"(Promises of the plan without a number, as Commitment; empty for a part of a report.

>>> import shengzhou_report as sr
>>> report = sr.parse("某县2024年政府工作报告\n二、2024年工作安排\n加快建设市民中心。")
>>> [(commitment.verb, commitment.object) for commitment in report.commitments()]
[('建设', '市民中心')]
)")
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
             return Report(self.info(), std::move(kept), {}, {}, self.text());
           })
      .def(
          "__getitem__", [](const Report& self, const Text& indicator) { return self.select(indicator); },
          "indicator"_a)
      .def(
          "filter",
          [](const Report& self, std::optional<Text> indicator, std::optional<sr::Measure> measure,
             const py::object& status, std::optional<UnitArgument> unit, const py::object& section,
             std::optional<sr::Modality> modality, std::optional<sr::Bound> bound, std::optional<std::int32_t> year,
             std::optional<sr::Period> period, std::optional<Text> area, std::optional<std::int32_t> base_year,
             std::optional<Text> reference) {
            return self.filter(make_filter(std::move(indicator), measure, status, std::move(unit), section, modality,
                                           bound, year, period, std::move(area), base_year, std::move(reference)));
          },
          "indicator"_a = py::none(), py::kw_only(), "measure"_a = py::none(), "status"_a = py::none(),
          "unit"_a = py::none(), "section"_a = py::none(), "modality"_a = py::none(), "bound"_a = py::none(),
          "year"_a = py::none(), "period"_a = py::none(), "area"_a = py::none(), "base_year"_a = py::none(),
          "reference"_a = py::none(),
          R"(The statements that meet every condition, as a Report; maybe none.

`status` is one word or several; `area` a part of the place, '' for all of it; `section` a Chinese or English title on the statement's path, or one of `sections`. Raises ValueError for an unknown word and UnitError for what is no unit.

>>> import shengzhou_report as sr
>>> len(sr.shengzhou_2024().filter(measure="growth", status="target"))
17
)")
      .def(
          "at",
          [](const Report& self, std::optional<Text> indicator, std::optional<sr::Measure> measure,
             const py::object& status, std::optional<UnitArgument> unit, const py::object& section,
             std::optional<sr::Modality> modality, std::optional<sr::Bound> bound, std::optional<std::int32_t> year,
             std::optional<sr::Period> period, std::optional<Text> area, std::optional<std::int32_t> base_year,
             std::optional<Text> reference) {
            return self.at(make_filter(std::move(indicator), measure, status, std::move(unit), section, modality, bound,
                                       year, period, std::move(area), base_year, std::move(reference)));
          },
          "indicator"_a = py::none(), py::kw_only(), "measure"_a = py::none(), "status"_a = py::none(),
          "unit"_a = py::none(), "section"_a = py::none(), "modality"_a = py::none(), "bound"_a = py::none(),
          "year"_a = py::none(), "period"_a = py::none(), "area"_a = py::none(), "base_year"_a = py::none(),
          "reference"_a = py::none(),
          R"(The one statement that meets the conditions of `filter`.

Where no area, base_year, reference or period is asked for, it is of the whole place, and neither growth nor a sum over
several years; a whole year goes before a part of one. Raises LookupError when none or several do.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().at("GDP", measure="growth", status="estimate").quantity
Quantity('7.5', '%')
)")
      .def("outcomes", &Report::outcomes, R"(Results of the past: outcomes and estimates, as a Report.

>>> import shengzhou_report as sr
>>> len(sr.shengzhou_2024().outcomes())
79
)")
      .def("targets", &Report::targets, R"(What the plan asks for, as a Report.

>>> import shengzhou_report as sr
>>> len(sr.shengzhou_2024().targets())
113
)")
      .def("indicators", &Report::indicators, R"(Names of the indicators, each once, in the order of the text.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().indicators()[:2]
['地区生产总值', '一般公共预算收入']
)")
      .def("years", &Report::years, R"(Calendar years that the statements refer to, ascending.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().years()
[2023, 2024]
)")
      .def("merged", &Report::merged, "other"_a, R"(Both reports' statements, each once; the later year's info.

Raises DomainError when the reports name different places.

>>> import shengzhou_report as sr
>>> whole = sr.shengzhou_2024()
>>> len(whole.outcomes().merged(whole.targets()))
192
)")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", &report_repr)
      .def("__str__", [](const Report& self) { return to_string(self); })
      .def(py::pickle(
          [](const Report& self) {
            const sr::ReportInfo& info = self.info();
            const py::object text = self.text() == nullptr ? py::object(py::none()) : py::str(*self.text());
            return py::make_tuple(
                record::state_version,
                py::dict("statements"_a = self.statements(), "title"_a = info.title, "place"_a = info.place,
                         "place_en"_a = info.place_en, "ref_area"_a = info.ref_area, "year"_a = info.year,
                         "kind"_a = info.kind, "sections"_a = info.sections, "evidence"_a = info.evidence,
                         "skipped"_a = self.skipped(), "commitments"_a = self.commitments(), "text"_a = text));
          },
          [](const py::tuple& pickled) {
            py::dict state = record::state_of(pickled);
            const py::object text = state.attr("pop")("text");
            const auto plain = py::type::of<Report>()(**state).cast<Report>();
            if (text.is_none()) return plain;
            return Report(plain.info(), plain.statements(), plain.skipped(), plain.commitments(),
                          std::make_shared<const std::string>(text.cast<std::string>()));
          }));

  m.def("shengzhou_2024", &sr::shengzhou_2024, py::return_value_policy::copy,
        R"(The founding document: the 2024 government work report of Shengzhou, Zhejiang.

192 statements: 190 figures and two targets without a number. Its results for 2023 are preliminary.

>>> import shengzhou_report as sr
>>> print(sr.shengzhou_2024())
嵊州市 2024: 192 statements (79 outcomes, 113 targets)
)");
}
