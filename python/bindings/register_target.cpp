#include "elementwise.hpp"
#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using sr::ImpliedAmount;
using sr::ImpliedGrowth;
using sr::ImpliedLevel;
using sr::Interval;

namespace {

void register_implied_growth(py::module_& m) {
  py::class_<ImpliedGrowth> implied = record::define<ImpliedGrowth>(
      m, "ImpliedGrowth", R"(The growth that a level target asks for.

Made by `implied_growth` and `implied_growths`.
)",
      record::fields(required("base", "The level that growth starts from.", &ImpliedGrowth::base),
                     required("target", "The level to reach.", &ImpliedGrowth::target)),
      &sr::implied_growth);
  implied.def_readonly("years", &ImpliedGrowth::years, "From the base's year to the target's.")
      .def_readonly("growth", &ImpliedGrowth::growth, "Per year, from the printed base to the printed target.")
      .def_readonly("interval", &ImpliedGrowth::interval,
                    "Every yearly growth that leads from some base that prints like `base` to the target.")
      .def_readonly("price_basis", &ImpliedGrowth::price_basis, "'current': growth at current prices, no real growth.");
  record::with_text(implied);

  m.def("implied_growth", &sr::implied_growth, "base"_a, "target"_a, R"(The yearly growth that a level target asks for.

(target / base)^(1 / years) - 1; levels at current prices give growth at current prices. Raises DomainError when the two
are no positive levels of one indicator, when they are shares, or when the target's year is not the later one, and
UnitError when their units do not fit.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> base, target = report["存贷款余额"].filter(measure="level")
>>> print(sr.target.implied_growth(base, target))
存贷款规模 2024: 7.14% a year from >2800亿元 (2023), at current prices
)");
  m.def("implied_growths", &sr::implied_growths, "report"_a,
        R"(implied_growth of every level target of the report, from the latest earlier level that it states.

Left out: shares, and indicators for whose base year the report states several levels.

>>> import shengzhou_report as sr
>>> len(sr.target.implied_growths(sr.shengzhou_2024()))
7
)");
}

void register_implied_amount(py::module_& m) {
  py::class_<ImpliedAmount> implied = record::define<ImpliedAmount>(
      m, "ImpliedAmount", R"(The amount that a target for a share asks for.

Made by `implied_amount` and `implied_amounts`.
)",
      record::fields(
          required("share", "The target.", &ImpliedAmount::share),
          required("whole", "A level of the denominator.", &ImpliedAmount::whole),
          record::usual("growth", "Growth that takes `whole` to the target's year, or None.", &ImpliedAmount::growth)),
      &sr::implied_amount, record::Ending::left_out);
  implied.def_readonly("amount", &ImpliedAmount::amount, "Printed share of the printed whole, in the whole's unit.")
      .def_readonly("interval", &ImpliedAmount::interval,
                    "Every amount that meets the share for some whole that meets its own target.")
      .def_property_readonly(
          "unit", [](const ImpliedAmount& self) { return self.whole.quantity->unit(); }, "Unit of amount and interval.")
      .def_readonly("price_basis", &ImpliedAmount::price_basis, "'constant': at the prices of `price_year`.")
      .def_readonly("price_year", &ImpliedAmount::price_year, "Year of the prices.");
  record::with_text(implied);

  m.def("implied_amount", &sr::implied_amount, "share"_a, "whole"_a, "growth"_a = py::none(),
        R"(The amount that a target for a share asks for: share x whole.

`whole` is a level of the denominator in the target's year, or an earlier one that the growth target `growth` takes
there. Through real growth of GDP the amount is at the prices of the base year. Raises DomainError when the statements
do not fit together.

>>> import shengzhou_report as sr
>>> report = sr.shengzhou_2024()
>>> gdp = report["GDP"]
>>> print(sr.target.implied_amount(report["R&D intensity"][0], gdp.at(measure="level"), gdp.at(status="target")))
全社会研发经费支出占GDP比重 2024: 21.12亿元 at 2023 prices
)");
  m.def("implied_amounts", &sr::implied_amounts, "report"_a,
        R"(implied_amount of every share target whose denominator the report states.

>>> import shengzhou_report as sr
>>> [round(implied.amount, 2) for implied in sr.target.implied_amounts(sr.shengzhou_2024())]
[21.12]
)");
}

void register_numbers(Forms& forms) {
  using I = const Interval&;
  forms.add(sr::total_income_growth);
  forms.interval.def("is_in_step", py::overload_cast<I, I, double>(sr::is_in_step));
  forms.array.def(
      "is_in_step",
      [](const ArrayRef& income_growth, const ArrayRef& gdp_growth, double growth_step, double tolerance) {
        return sr::is_in_step(income_growth, gdp_growth, growth_step, tolerance);
      },
      py::call_guard<py::gil_scoped_release>());
}

}  // namespace

void register_target(py::module_& m) {
  register_implied_growth(m);
  register_implied_amount(m);
  Forms forms(m);
  register_numbers(forms);

  py::class_<ImpliedLevel> implied = record::define<ImpliedLevel>(
      m, "ImpliedLevel", R"(The level that a growth target asks for, and at whose prices.

Made by `implied_level` and `implied_levels`.
)",
      record::fields(required("base", "The level that growth starts from.", &ImpliedLevel::base),
                     required("target", "The growth target.", &ImpliedLevel::target)),
      &sr::implied_level);
  implied.def_readonly("level", &ImpliedLevel::level, "The printed base grown at the printed rate, in the base's unit.")
      .def_readonly("interval", &ImpliedLevel::interval,
                    "Every level that meets the target for some base that prints like `base`.")
      .def_property_readonly(
          "unit", [](const ImpliedLevel& self) { return self.base.quantity->unit(); }, "Unit of level and interval.")
      .def_readonly("price_basis", &ImpliedLevel::price_basis,
                    "'constant': stated at the prices of `price_year`; 'current': at those of the target's year.")
      .def_readonly("price_year", &ImpliedLevel::price_year, "Year of the prices.");
  record::with_text(implied);

  m.def("implied_level", &sr::implied_level, "base"_a, "target"_a, R"(The level that meets a growth target.

base x (1 + growth)^years. A real growth target on a level at current prices gives a level at the prices of the base
year, and the result says so: GDP levels are published at current prices, GDP growth at constant ones (National Bureau
of Statistics). Raises DomainError when the two statements do not fit together.

>>> import shengzhou_report as sr
>>> gdp = sr.shengzhou_2024()["GDP"]
>>> implied = sr.target.implied_level(gdp.at(measure="level"), gdp.at(status="target"))
>>> print(implied)
地区生产总值 2024: 797.15亿元 at 2023 prices
>>> implied.price_basis, implied.price_year
('constant', 2023)
)");
  m.def("implied_levels", &sr::implied_levels, "report"_a,
        R"(implied_level of every growth target of the report whose base level the report states.

>>> import shengzhou_report as sr
>>> [implied.target.indicator_id for implied in sr.target.implied_levels(sr.shengzhou_2024())]
['gdp', 'general_budget_revenue', 'fixed_asset_investment', 'retail_sales']
)");
}
