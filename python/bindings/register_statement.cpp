#include <shengzhou_report/impl/named.hpp>

#include "statement_fields.hpp"

namespace sr = shengzhou_report;
using sr::Statement;

namespace {

/// What a statement needs, and what the catalogue knows of it.
void complete(Statement& self) {
  if (self.indicator.empty()) throw sr::DomainError("indicator: a statement needs the name of one");
  const sr::Indicator* known = sr::try_find_indicator(self.indicator_id.empty() ? self.indicator : self.indicator_id);
  if (known == nullptr || (self.indicator_id.empty() && !sr::detail::can_be_of(self, *known))) return;
  if (self.indicator_id.empty()) self.indicator_id = known->id;
  if (self.name_en.empty()) self.name_en = known->name_en;
}

py::object changed(const Statement& self, const py::kwargs& changes) {
  Statement from = self;
  // Another indicator has another id and English name.
  if (changes.contains("indicator")) from.indicator_id = from.name_en = "";
  return record::replaced(record::detail::only_fields(statement_fields()), from, changes);
}

}  // namespace

void register_statement(py::module_& m) {
  py::class_<Statement> statement =
      record::define<Statement>(m, "Statement", R"(One assertion of a report: an indicator and what is said of it.

Immutable; `replace` makes a changed copy. `price_basis` is given where the text says it and follows from the catalogue
elsewhere. `start` and `end` are code points of the source text, `byte_start` and
`byte_end` the same in UTF-8. An empty `indicator_id` is filled from the catalogue when it knows the indicator
and a figure of it can have the unit.

>>> import shengzhou_report as sr
>>> s = sr.Statement("GDP", measure="growth", quantity=sr.Quantity("7.5", "%"), year=2023)
>>> s.indicator_id, s.price_basis, s.quantity.rate
('gdp', 'constant', 0.075)
)",
                                statement_fields(), &complete);
  statement
      .def_property_readonly(
          "catalogued",
          [](const Statement& self) -> std::optional<sr::Indicator> {
            const sr::Indicator* known = self.catalogued();
            return known == nullptr ? std::nullopt : std::optional(*known);
          },
          "The catalogue's Indicator, or None.")
      .def_property_readonly("price_basis", &Statement::price_basis,
                             "At whose prices the figure is stated: 'current', 'constant' or 'none'.")
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
      .def("replace", &changed,
           R"(A copy with the named fields changed; another `indicator` is looked up in the catalogue again.

Raises what Statement does, and TypeError for an unknown name.

>>> import shengzhou_report as sr
>>> print(sr.shengzhou_2024()[0].replace(year=2022))
地区生产总值 level 745亿元 (estimate 2022)
)")
      .def("__str__", [](const Statement& self) { return to_string(self); });
}
