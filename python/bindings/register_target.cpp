#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::ImpliedLevel;

void register_target(py::module_& m) {
  py::class_<ImpliedLevel> implied(m, "ImpliedLevel", R"(The level that a growth target asks for, and at whose prices.

Made by `implied_level` and `implied_levels`.
)");
  implied.attr("__module__") = "shengzhou_report";
  implied.def(py::init(&sr::implied_level), "base"_a, "target"_a)
      .def_readonly("base", &ImpliedLevel::base, "The level that growth starts from.")
      .def_readonly("target", &ImpliedLevel::target, "The growth target.")
      .def_readonly("level", &ImpliedLevel::level, "The printed base grown at the printed rate, in the base's unit.")
      .def_readonly("interval", &ImpliedLevel::interval,
                    "Every level that meets the target for some base that prints like `base`.")
      .def_property_readonly(
          "unit", [](const ImpliedLevel& self) { return self.base.quantity->unit(); }, "Unit of level and interval.")
      .def_readonly("price_basis", &ImpliedLevel::price_basis,
                    "'constant': stated at the prices of `price_year`; 'current': at those of the target's year.")
      .def_readonly("price_year", &ImpliedLevel::price_year, "Year of the prices.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const ImpliedLevel& self) {
             return "ImpliedLevel(" + python_repr(self.base) + ", " + python_repr(self.target) + ")";
           })
      .def("__str__",
           [](const ImpliedLevel& self) {
             std::ostringstream out;
             out << self;
             return out.str();
           })
      .def(py::pickle([](const ImpliedLevel& self) { return py::make_tuple(1, self.base, self.target); },
                      [](const py::tuple& state) {
                        return sr::implied_level(state[1].cast<sr::Statement>(), state[2].cast<sr::Statement>());
                      }));

  m.def("implied_level", &sr::implied_level, "base"_a, "target"_a, R"(The level that meets a growth target.

base x (1 + growth)^years. A real growth target on a level at current prices gives a level at the prices of the base
year, and the result says so: GDP levels are published at current prices, GDP growth at constant ones (National Bureau
of Statistics). Raises DomainError when the two statements do not fit together.

>>> import shengzhou_report as sr
>>> gdp = sr.shengzhou_2024()["GDP"]
>>> implied = sr.implied_level(gdp.at(measure="level"), gdp.at(status="target"))
>>> print(implied)
地区生产总值 2024: 797.15亿元 at 2023 prices
>>> implied.price_basis, implied.price_year
('constant', 2023)
)");
  m.def("implied_levels", &sr::implied_levels, "report"_a,
        R"(implied_level of every growth target of the report whose base level the report states.

>>> import shengzhou_report as sr
>>> [implied.target.indicator_id for implied in sr.implied_levels(sr.shengzhou_2024())]
['gdp', 'general_budget_revenue', 'fixed_asset_investment', 'retail_sales']
)");
}
