#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Statement;

namespace {

/// Keyword arguments that rebuild the statement; what equals its default is left out.
py::dict keywords(const Statement& self) {
  const Statement plain{.indicator = ""};
  py::dict out;
  out["indicator"] = self.indicator;
  const auto add = [&](const char* name, const auto& value, const auto& usual) {
    if (value != usual) out[name] = value;
  };
  add("indicator_id", self.indicator_id, plain.indicator_id);
  add("name_en", self.name_en, plain.name_en);
  add("measure", self.measure, plain.measure);
  add("quantity", self.quantity, plain.quantity);
  add("trend", self.trend, plain.trend);
  add("status", self.status, plain.status);
  add("modality", self.modality, plain.modality);
  add("year", self.year, plain.year);
  add("period", self.period, plain.period);
  add("base_year", self.base_year, plain.base_year);
  add("area", self.area, plain.area);
  add("reference", self.reference, plain.reference);
  add("price_basis", self.stated_basis, plain.stated_basis);
  add("scope", self.scope, plain.scope);
  if (!self.section.empty()) out["section"] = py::cast(self.section);
  add("start", self.span.codepoint_begin, plain.span.codepoint_begin);
  add("end", self.span.codepoint_end, plain.span.codepoint_end);
  add("byte_start", self.span.begin, plain.span.begin);
  add("byte_end", self.span.end, plain.span.end);
  add("doubts", self.doubts, plain.doubts);
  return out;
}

std::string statement_repr(const Statement& self) {
  std::string out;
  for (const auto& [name, value] : keywords(self)) {
    out += (out.empty() ? "Statement(" : ", ") + name.cast<std::string>() + "=" + py::repr(value).cast<std::string>();
  }
  return out + ")";
}

}  // namespace

void register_statement(py::module_& m) {
  py::class_<Statement> statement(m, "Statement", R"(One assertion of a report: an indicator and what is said of it.

Immutable; `replace` makes a changed copy. `price_basis` is given where the text says it and follows from the catalogue
elsewhere. `start` and `end` are code points of the source text, `byte_start` and
`byte_end` the same in UTF-8. An empty `indicator_id` is filled from the catalogue when it knows the indicator.

>>> import shengzhou_report as sr
>>> s = sr.Statement("GDP", measure="growth", quantity=sr.Quantity("7.5", "%"), year=2023)
>>> s.indicator_id, s.price_basis, s.quantity.rate
('gdp', 'constant', 0.075)
)");
  statement.attr("__module__") = "shengzhou_report";
  statement
      .def(py::init([](Text indicator, sr::Measure measure, std::optional<sr::Quantity> quantity, sr::Trend trend,
                       sr::Status status, sr::Modality modality, std::optional<std::int32_t> year, sr::Period period,
                       std::optional<std::int32_t> base_year, Text area, Text reference,
                       std::optional<sr::PriceBasis> price_basis, Text scope, std::vector<Text> section,
                       Text indicator_id, Text name_en, std::int64_t start, std::int64_t end, std::int64_t byte_start,
                       std::int64_t byte_end, sr::Doubts doubts) {
             if (indicator.value.empty()) throw sr::DomainError("indicator: a statement needs the name of one");
             const sr::Indicator* known = sr::try_find_indicator(indicator_id.value.empty() ? indicator : indicator_id);
             if (known != nullptr && indicator_id.value.empty()) indicator_id.value = known->id;
             if (known != nullptr && name_en.value.empty()) name_en.value = known->name_en;
             return Statement{.indicator = std::move(indicator),
                              .indicator_id = std::move(indicator_id),
                              .name_en = std::move(name_en),
                              .measure = measure,
                              .quantity = std::move(quantity),
                              .trend = trend,
                              .status = status,
                              .modality = modality,
                              .year = year,
                              .period = period,
                              .base_year = base_year,
                              .area = std::move(area),
                              .reference = std::move(reference),
                              .stated_basis = price_basis,
                              .scope = std::move(scope),
                              .section = strings(std::move(section)),
                              .span = {byte_start, byte_end, start, end},
                              .doubts = doubts};
           }),
           "indicator"_a, py::kw_only(), "measure"_a = sr::Measure::level, "quantity"_a = py::none(),
           "trend"_a = sr::Trend::none, "status"_a = sr::Status::outcome, "modality"_a = sr::Modality::firm,
           "year"_a = py::none(), "period"_a = sr::Period::year, "base_year"_a = py::none(), "area"_a = "",
           "reference"_a = "", "price_basis"_a = py::none(), "scope"_a = "", "section"_a = py::tuple(),
           "indicator_id"_a = "", "name_en"_a = "", "start"_a = 0, "end"_a = 0, "byte_start"_a = 0, "byte_end"_a = 0,
           "doubts"_a = py::tuple())
      .def_readonly("indicator", &Statement::indicator, "Name as the report words it.")
      .def_readonly("indicator_id", &Statement::indicator_id, "Id in the catalogue, or ''.")
      .def_readonly("name_en", &Statement::name_en, "English name.")
      .def_readonly("measure", &Statement::measure, "'level', 'growth', 'change' or 'rank'.")
      .def_readonly("quantity", &Statement::quantity, "The figure, or None.")
      .def_readonly("trend", &Statement::trend, "What is promised instead of a figure: 'falling', 'in_step' ...")
      .def_readonly("status", &Statement::status, "'outcome', 'estimate' or 'target'.")
      .def_readonly("modality", &Statement::modality, "'firm', 'ensure' or 'strive'.")
      .def_readonly("year", &Statement::year, "Calendar year the number refers to; None where the report's is unknown.")
      .def_readonly("period", &Statement::period, "Part of the year: 'year', 'first_quarter', 'month_average' ...")
      .def_readonly("base_year", &Statement::base_year,
                    "What growth or change is measured from: the year before, or another; None where it is no year.")
      .def_readonly("area", &Statement::area, "The part of the place that the figure is of; '' for all of it.")
      .def_readonly("reference", &Statement::reference, "What a change is a difference to; '' for an earlier time.")
      .def_readonly("scope", &Statement::scope, "For ranks, among whom.")
      .def_property_readonly(
          "section", [](const Statement& self) { return py::cast(self.section); }, "Headings from the outermost in.")
      .def_property_readonly(
          "start", [](const Statement& self) { return self.span.codepoint_begin; }, "First code point of the number.")
      .def_property_readonly(
          "end", [](const Statement& self) { return self.span.codepoint_end; }, "Code point behind the number.")
      .def_property_readonly(
          "byte_start", [](const Statement& self) { return self.span.begin; }, "First byte of the number in UTF-8.")
      .def_property_readonly(
          "byte_end", [](const Statement& self) { return self.span.end; }, "Byte behind the number in UTF-8.")
      .def_property_readonly(
          "catalogued",
          [](const Statement& self) -> std::optional<sr::Indicator> {
            const sr::Indicator* known = self.catalogued();
            return known == nullptr ? std::nullopt : std::optional(*known);
          },
          "The catalogue's Indicator, or None.")
      .def_property_readonly("price_basis", &Statement::price_basis,
                             "At whose prices the figure is stated: 'current', 'constant' or 'none'.")
      .def_readonly("doubts", &Statement::doubts,
                    "The rules of thumb that the reading rests on, as words; a reader checks these by hand.")
      .def_property_readonly("is_over_the_year", &Statement::is_over_the_year,
                             "Whether it is no growth or change, or one over the year before.")
      .def_property_readonly("is_usual", &Statement::is_usual,
                             "Whether the figure is of the whole place, for a whole year, and over the year.")
      .def_property_readonly("direction", &Statement::direction,
                             "Which way is better: 'higher', 'lower' or 'none'. Where the catalogue does not know the "
                             "indicator, a target that is printed as a rise or a fall says it; nothing else does.")
      .def("target_interval", &Statement::target_interval, R"(The set of outcomes that meet this statement as a target.

In the unit of `quantity`. Raises DomainError when the statement carries no number.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().at("GDP", status="target").target_interval()
Interval(6.8, float('inf'))
)")
      .def("is_met_by", &Statement::is_met_by, "outcome"_a,
           R"(Whether a Quantity on the same indicator meets this target: 'certain', 'possible' or 'no'.

As Quantity.is_met_by in this statement's direction. Raises DomainError when the statement carries no number, UnitError
when the units differ in dimension.

>>> import shengzhou_report as sr
>>> sr.shengzhou_2024().at("GDP", status="target").is_met_by(sr.Quantity("6.9", "%"))
'certain'
)")
      .def(
          "replace",
          [](const Statement& self, const py::kwargs& changes) {
            py::dict arguments = keywords(self);
            // Another indicator has another id and English name.
            if (changes.contains("indicator")) {
              for (const char* name : {"indicator_id", "name_en"}) {
                if (arguments.contains(name)) arguments.attr("pop")(name);
              }
            }
            for (const auto& [name, value] : changes) arguments[name] = value;
            return py::type::of<Statement>()(**arguments);
          },
          "A copy with the named fields changed; another `indicator` is looked up in the catalogue again. Raises what "
          "Statement does, and TypeError for an unknown name.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", &statement_repr)
      .def("__str__", [](const Statement& self) { return to_string(self); })
      .def(py::pickle([](const Statement& self) { return py::make_tuple(2, keywords(self)); },
                      [](const py::tuple& state) {
                        py::dict arguments = state[1];
                        // The first version knew an unknown year as 0.
                        if (state[0].cast<int>() == 1 && arguments.contains("year") &&
                            arguments["year"].cast<int>() <= 0)
                          arguments.attr("pop")("year");
                        return py::type::of<Statement>()(**arguments).cast<Statement>();
                      }));
}
