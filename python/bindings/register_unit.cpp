#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Unit;

namespace {

py::object fraction(const sr::Scale& scale) {
  const py::object type = py::module_::import("fractions").attr("Fraction");
  const py::object ten = type(10);
  return type(scale.numerator, scale.denominator) * ten.attr("__pow__")(scale.exponent);
}

}  // namespace

void register_unit(py::module_& m) {
  py::class_<Unit> unit(m, "Unit", R"(A unit read from its printed form: dimension, exact scale and symbol.

Understands Chinese magnitudes (万, 亿), quotients (微克/立方米), full-width forms (％) and English abbreviations (kW).
Per cent and percentage points have different dimensions. A Chinese word that is in no table is a counter.
Equality compares dimension and scale. Raises UnitError when the text is no unit.

>>> import shengzhou_report as sr
>>> sr.Unit("亿元").base, sr.Unit("亿元").magnitude
(Unit('元'), 8)
>>> sr.Unit("亿元") / sr.Unit("万人")
Unit('亿元/万人')
>>> sr.Unit("平米") == sr.Unit("平方米")
True
)");
  unit.attr("__module__") = "shengzhou_report";
  unit.def(py::init([](const Text& text) { return Unit(text); }), "text"_a = Text())
      .def_property_readonly("symbol", &Unit::symbol, "The unit as printed.")
      .def_property_readonly("base", &Unit::base, "The unit without Chinese magnitudes: 元 for 亿元.")
      .def_property_readonly("magnitude", &Unit::magnitude, "Power of ten of the magnitudes: 8 for 亿元.")
      .def_property_readonly(
          "dimension", [](const Unit& self) { return to_string(self.dimension()); },
          "Base dimensions: 'CNY', 'kg*m^-3'.")
      .def_property_readonly(
          "scale", [](const Unit& self) { return fraction(self.scale()); }, "Exact size as a fractions.Fraction.")
      .def(
          "is_compatible", [](const Unit& self, const UnitArgument& other) { return self.is_compatible(other.unit); },
          "other"_a, R"(Whether values convert: same dimension. Raises UnitError for a text that is no unit.

>>> import shengzhou_report as sr
>>> sr.Unit("亿元").is_compatible("万元"), sr.Unit("%").is_compatible("个百分点")
(True, False)
)")
      .def_property_readonly("is_ratio", &Unit::is_ratio, "Whether this is %, ‰, 成 or 倍.")
      .def_property_readonly("is_point", &Unit::is_point, "Whether this is a difference of percentages.")
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", [](const Unit& self) { return "Unit(" + python_repr(self.symbol()) + ")"; })
      .def("__str__", &Unit::symbol)
      .def(py::pickle([](const Unit& self) { return py::make_tuple(1, self.symbol()); },
                      [](const py::tuple& state) { return Unit(state[1].cast<std::string>()); }));

  m.def(
      "conversion_factor",
      [](const UnitArgument& source, const UnitArgument& target) {
        return fraction(conversion_factor(source.unit, target.unit));
      },
      "source"_a, "target"_a, R"(Number of `target` in one `source`, as an exact fractions.Fraction.

Raises UnitError when the dimensions differ.

>>> import shengzhou_report as sr
>>> sr.conversion_factor("亿元", "万元")
Fraction(10000, 1)
>>> sr.conversion_factor("亩", "平方米")
Fraction(2000, 3)
)");
  m.def(
      "round",
      [](const sr::Decimal& value, const sr::Decimal& step, sr::Rounding rounding) {
        return sr::round(value, step, rounding);
      },
      "value"_a, "step"_a, "rounding"_a = sr::Rounding::half_even,
      R"(`value` rounded once to a multiple of `step`, a power of ten, in exact decimals.

`rounding` is 'half_even' (GB/T 8170-2008) or 'half_up' (四舍五入). Pass a str or decimal.Decimal for an exact value.
Raises DomainError when `step` is not a power of ten.

>>> import shengzhou_report as sr
>>> sr.round("0.35", "0.1"), sr.round("1.050", "0.1"), sr.round("1.050", "0.1", rounding="half_up")
(Decimal('0.4'), Decimal('1.0'), Decimal('1.1'))
)");
}
