#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Commitment;
using sr::Skipped;

void register_parse(py::module_& m) {
  m.def(
      "parse",
      [](const py::object& text, std::optional<Text> place, std::optional<std::int32_t> year,
         std::optional<sr::DocumentKind> kind, std::optional<Text> ref_area) {
        const sr::ParseOptions options{
            .place = string(std::move(place)), .year = year, .kind = kind, .ref_area = string(std::move(ref_area))};
        std::string_view utf8;
        if (py::isinstance<py::bytes>(text)) {
          utf8 = text.cast<std::string_view>();
        } else if (py::isinstance<py::str>(text)) {
          Py_ssize_t size = 0;
          const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
          if (data == nullptr) {
            PyErr_Clear();
            throw py::value_error("text: holds a lone surrogate, which is no character");
          }
          utf8 = {data, static_cast<std::size_t>(size)};
        } else {
          throw py::type_error("text: needs a str, or bytes of UTF-8");
        }
        const py::gil_scoped_release release;
        return sr::parse(utf8, options);
      },
      "text"_a, py::kw_only(), "place"_a = py::none(), "year"_a = py::none(), "kind"_a = py::none(),
      "ref_area"_a = py::none(), R"(Reads a Chinese government work report into a Report.

Every figure comes with indicator, measure, value, unit, bound, modality, status, year, period, scope, section and
place in the text. `report.skipped` lists the numbers that are no figures, `report.commitments()` the promises of the
plan without a number. `text` is a str, or bytes of UTF-8; other bytes raise ParseError, whose `offset` is the byte.
Work is linear in the length of the text and runs without the GIL.

Which document it is comes from the text, and `report.evidence` says why; `place`, `year` (the year that the plan is for),
`kind` ('work_report', 'communique', 'plan' or 'other') and `ref_area` (GB/T 2260) say it instead. What stays unknown is
None. A year outside 1900 to 2100 and an empty place raise DomainError.

>>> import shengzhou_report as sr
>>> report = sr.parse("某县2024年政府工作报告\n一、2023年工作回顾\n地区生产总值达210亿元,增长6.5%。")
>>> for statement in report:
...     print(statement)
地区生产总值 level 210亿元 (outcome 2023)
地区生产总值 growth 6.5% (outcome 2023)
)");
}

void register_skipped(py::module_& m) {
  py::class_<Skipped> skipped(m, "Skipped", "A number that was seen and not taken as a statement, and why.");
  skipped.attr("__module__") = "shengzhou_report";
  skipped
      .def(py::init([](Text text, sr::SkipReason reason, std::int64_t start, std::int64_t end, std::int64_t byte_start,
                       std::int64_t byte_end) {
             return Skipped{std::move(text), reason, {byte_start, byte_end, start, end}};
           }),
           "text"_a, "reason"_a, "start"_a = 0, "end"_a = 0, "byte_start"_a = 0, "byte_end"_a = 0)
      .def_readonly("text", &Skipped::text, "The number as printed.")
      .def_readonly("reason", &Skipped::reason, "'year', 'date', 'name', 'class_limit', 'road', 'no_unit' ...")
      .def(py::self == py::self)
      .def("__hash__", [](const Skipped& self) { return py::hash(py::make_tuple(self.text, self.span.begin)); })
      .def("__repr__",
           [](const Skipped& self) {
             return "Skipped(" + python_repr(self.text) + ", " + python_repr(self.reason) + ", " +
                    python_repr(self.span) + ")";
           })
      .def(py::pickle(
          [](const Skipped& self) {
            return py::make_tuple(1, self.text, self.reason, self.span.begin, self.span.end, self.span.codepoint_begin,
                                  self.span.codepoint_end);
          },
          [](const py::tuple& state) {
            return Skipped{state[1].cast<std::string>(),
                           state[2].cast<sr::SkipReason>(),
                           {state[3].cast<std::int64_t>(), state[4].cast<std::int64_t>(), state[5].cast<std::int64_t>(),
                            state[6].cast<std::int64_t>()}};
          }));
  with_span(skipped);

  py::class_<Commitment> commitment(m, "Commitment", "A promise of the plan without a number: verb and object.");
  commitment.attr("__module__") = "shengzhou_report";
  commitment
      .def(py::init([](Text verb, Text object, std::vector<Text> section, std::int64_t start, std::int64_t end,
                       std::int64_t byte_start, std::int64_t byte_end) {
             return Commitment{
                 std::move(verb), std::move(object), strings(std::move(section)), {byte_start, byte_end, start, end}};
           }),
           "verb"_a, "object"_a, "section"_a = py::tuple(), "start"_a = 0, "end"_a = 0, "byte_start"_a = 0,
           "byte_end"_a = 0)
      .def_readonly("verb", &Commitment::verb, "What is promised to be done: 建成.")
      .def_readonly("object", &Commitment::object, "To what.")
      .def_property_readonly(
          "section", [](const Commitment& self) { return py::cast(self.section); }, "Headings.")
      .def(py::self == py::self)
      .def("__hash__",
           [](const Commitment& self) { return py::hash(py::make_tuple(self.verb, self.object, self.span.begin)); })
      .def("__repr__",
           [](const Commitment& self) {
             return "Commitment(" + python_repr(self.verb) + ", " + python_repr(self.object) + ", " +
                    py::repr(py::cast(self.section)).cast<std::string>() + ", " + python_repr(self.span) + ")";
           })
      .def(py::pickle(
          [](const Commitment& self) {
            return py::make_tuple(1, self.verb, self.object, self.section, self.span.begin, self.span.end,
                                  self.span.codepoint_begin, self.span.codepoint_end);
          },
          [](const py::tuple& state) {
            return Commitment{state[1].cast<std::string>(),
                              state[2].cast<std::string>(),
                              state[3].cast<std::vector<std::string>>(),
                              {state[4].cast<std::int64_t>(), state[5].cast<std::int64_t>(),
                               state[6].cast<std::int64_t>(), state[7].cast<std::int64_t>()}};
          }));
  with_span(commitment);
}
