#include <shengzhou_report/data/radicals.hpp>

#include "record.hpp"
#include "utf8_argument.hpp"

namespace sr = shengzhou_report;
using sr::Commitment;
using sr::Skipped;

void register_parse(py::module_& m) {
  // For str.translate: what radicals stand for, in a text that is shown before it is parsed.
  py::dict radicals;
  for (std::size_t i = 0; i < sr::data::radicals.size(); ++i) {
    if (sr::data::radicals[i] != U'·')
      radicals[py::int_(sr::data::first_radical + i)] = py::int_(sr::data::radicals[i] + 0U);
  }
  m.attr("radicals") = radicals;
  m.def("_is_utf8", [](const py::bytes& bytes) { return sr::detail::is_utf8(bytes); }, "bytes"_a);
  m.def(
      "parse",
      [](const py::object& text, std::optional<Text> place, std::optional<std::int32_t> year,
         std::optional<sr::DocumentKind> kind, std::optional<Text> ref_area) {
        const sr::ParseOptions options{
            .place = string(std::move(place)), .year = year, .kind = kind, .ref_area = string(std::move(ref_area))};
        const std::string_view utf8 = utf8_argument(text);
        const py::gil_scoped_release release;
        return sr::parse(utf8, options);
      },
      "text"_a, py::kw_only(), "place"_a = py::none(), "year"_a = py::none(), "kind"_a = py::none(),
      "ref_area"_a = py::none(), R"(Reads a Chinese government work report into a Report.

Every figure comes with indicator, measure, value, unit, bound, modality, status, year, period, scope, section and
place in the text. `report.skipped` lists the numbers that are no figures, `report.commitments()` the promises of the
plan without a number. Rows of a table count where a header says 指标, 项目 or the like and stand between bars or tabs.
`text` is a str, or bytes of UTF-8; other bytes raise ParseError, whose `offset` is the byte.
Work is linear in the length of the text and runs without the GIL.

Which document it is comes from the text, and `report.evidence` says why; `place`, `year` (the year that the plan is for),
`kind` ('work_report', 'communique', 'plan' or 'other') and `ref_area` (GB/T 2260) say it instead. `ref_area` follows from
place and year; where several places have the name and nothing tells them apart, it is None, and the last piece of
evidence has all their codes. What stays unknown is None. A year outside 1900 to 2100 and an empty place raise DomainError.

>>> import shengzhou_report as sr
>>> report = sr.parse("某县2024年政府工作报告\n一、2023年工作回顾\n地区生产总值达210亿元,增长6.5%。")
>>> for statement in report:
...     print(statement)
地区生产总值 level 210亿元 (outcome 2023)
地区生产总值 growth 6.5% (outcome 2023)
)");
}

void register_skipped(py::module_& m) {
  using record::required;
  using record::Role;
  record::define<Skipped>(
      m, "Skipped", "A number that was seen and not taken as a statement, and why.",
      record::fields(
          required("text", "The number as printed.", &Skipped::text),
          required("reason", "'year', 'date', 'name', 'class_limit', 'road', 'no_unit' ...", &Skipped::reason),
          record::place<Role::usual>(&Skipped::span)));
  record::define<Commitment>(m, "Commitment", "A promise of the plan without a number: verb and object.",
                             record::fields(required("verb", "What is promised to be done: 建成.", &Commitment::verb),
                                            required("object", "To what.", &Commitment::object),
                                            record::usual("section", "Headings.", &Commitment::section),
                                            record::place<Role::usual>(&Commitment::span)));
}
