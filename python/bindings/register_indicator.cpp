#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Indicator;

void register_indicator(py::module_& m) {
  py::class_<Indicator> indicator(m, "Indicator", R"(One indicator of the catalogue, found by any of its names.

Case, spaces, quotation marks and full-width forms do not matter.
Raises LookupError with suggestions when nothing answers to the name.

>>> import shengzhou_report as sr
>>> sr.Indicator("社零")
Indicator('retail_sales')
>>> gdp = sr.Indicator("GDP")
>>> gdp.name, gdp.level_basis, gdp.growth_basis
('地区生产总值', 'current', 'constant')
>>> gdp.code
'ACCOUNTS.GDP.FLOW.CNY.V'
)");
  indicator.attr("__module__") = "shengzhou_report";
  indicator.def(py::init([](const Text& name) { return sr::find_indicator(name); }), "name"_a)
      .def_readonly("id", &Indicator::id, "Stable identifier.")
      .def_readonly("name", &Indicator::name, "Chinese name in full.")
      .def_readonly("name_en", &Indicator::name_en, "English name.")
      .def_property_readonly("aliases", &Indicator::aliases, "Other names, Chinese and English.")
      .def_property_readonly(
          "unit", [](const Indicator& self) { return sr::Unit(self.unit); }, "Usual unit.")
      .def_property_readonly(
          "code", &Indicator::code,
          "Key of its series as SDMX writes keys: topic, indicator, kind, unit, prices (V current, Q "
          "constant, _Z none).")
      .def_readonly("topic", &Indicator::topic, "Part of the statistical system: 'accounts', 'incomes' ...")
      .def_readonly("kind", &Indicator::kind, "'stock', 'flow' or 'ratio'.")
      .def_readonly("level_basis", &Indicator::level_basis, "Prices of its level: 'current', 'constant' or 'none'.")
      .def_readonly("growth_basis", &Indicator::growth_basis, "Prices of its published growth.")
      .def_readonly("direction", &Indicator::direction, "Which way is better: 'higher', 'lower' or 'none'.")
      .def(
          "__eq__", [](const Indicator& self, const Indicator& other) { return self == other; }, py::is_operator())
      .def(py::hash(py::self))
      .def("__repr__", [](const Indicator& self) { return "Indicator(" + python_repr(std::string(self.id)) + ")"; })
      .def("__str__", [](const Indicator& self) { return self.name; })
      .def(py::pickle([](const Indicator& self) { return py::make_tuple(1, self.id); },
                      [](const py::tuple& state) { return sr::find_indicator(state[1].cast<std::string>()); }));

  m.def(
      "catalogue",
      [] {
        const auto all = sr::catalogue();
        return std::vector<Indicator>(all.begin(), all.end());
      },
      R"(Every indicator of the catalogue, in the order of topics.

>>> import shengzhou_report as sr
>>> len(sr.catalogue()) >= 700
True
)");
  m.def(
      "find_indicator", [](const Text& name) { return sr::find_indicator(name); }, "name"_a,
      R"(The indicator that answers to `name`: id, Chinese or English name, alias.

Raises LookupError with suggestions when nothing does.

>>> import shengzhou_report as sr
>>> sr.find_indicator("公共财政预算收入").name
'一般公共预算收入'
)");
  m.def(
      "suggest_indicators", [](const Text& name, int most) { return sr::suggest_indicators(name, most); }, "name"_a,
      "most"_a = 3,
      R"(At most `most` names of the catalogue that resemble `name`, best first. Raises TypeError for what is no text.

>>> import shengzhou_report as sr
>>> sr.suggest_indicators("地区产生总值", most=1)
['地区生产总值']
)");
}
