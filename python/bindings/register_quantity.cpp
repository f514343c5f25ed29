#include <optional>
#include <variant>

#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Decimal;
using sr::Quantity;

namespace {

std::string quantity_repr(const Quantity& self) {
  const auto text = [](const Decimal& value) { return python_repr(to_string(value)); };
  std::string out = "Quantity(" + text(self.value()) + ", " + python_repr(self.unit().symbol());
  if (self.bound() != sr::Bound::exact) out += ", bound=" + python_repr(std::string(to_string(self.bound())));
  // The text is what a reader types again; a converted value may show more digits than its decimal has.
  if (self.step() != Decimal::parse(to_string(self.value())).last_place()) out += ", step=" + text(self.step());
  if (self.upper()) out += ", upper=" + text(*self.upper());
  return out + ")";
}

}  // namespace

void register_quantity(py::module_& m) {
  py::class_<Quantity> quantity(m, "Quantity", R"(A figure as printed: decimal value, rounding step, unit and bound.

Parameters
----------
value : str, int, float or decimal.Decimal
    The printed number. Text keeps its trailing zeros: '7.0' promises one decimal.
unit : Unit or str
    The printed unit.
bound : str
    'exact', 'about', 'at_least', 'more_than', 'at_most', 'less_than', 'nearly' or 'range'.
step : optional
    The rounding unit; by default the last printed digit. Declare it where zeros are rounding (77400 to 100);
    `printed_step` says where that is so in reports.
upper : optional
    The second end of a range.

Raises UnitError, ParseError or DomainError when a part cannot be read or does not fit.

>>> import shengzhou_report as sr
>>> q = sr.Quantity("7.0", "%", bound="about")
>>> q.rate, q.target_interval()
(0.07, Interval(6.8, float('inf')))
>>> sr.Quantity(745, "亿元").base
Quantity('74500000000', '元', step='100000000')
)");
  quantity.attr("__module__") = "shengzhou_report";
  quantity
      .def(py::init([](const Decimal& value, const UnitArgument& unit, sr::Bound bound, std::optional<Decimal> step,
                       std::optional<Decimal> upper) {
             return Quantity(value, unit.unit, {.bound = bound, .step = step, .upper = upper});
           }),
           "value"_a, "unit"_a = "", py::kw_only(), "bound"_a = sr::Bound::exact, "step"_a = py::none(),
           "upper"_a = py::none())
      .def_property_readonly(
          "value", [](const Quantity& self) { return self.value().to_double(); }, "The printed number as a float.")
      .def_property_readonly("decimal", &Quantity::value, "The printed number as a decimal.Decimal.")
      .def_property_readonly("unit", &Quantity::unit, "The printed unit.")
      .def_property_readonly("bound", &Quantity::bound, "How words limit the number: 'exact', 'at_least' ...")
      .def_property_readonly("step", &Quantity::step, "The rounding unit as a decimal.Decimal.")
      .def_property_readonly("upper", &Quantity::upper, "Upper end of a range as a decimal.Decimal, else None.")
      .def("interval", &Quantity::interval, R"(The set of true values that print like this, in `unit`.

>>> import shengzhou_report as sr
>>> sr.Quantity("77400", "元", step=100).interval()
Interval(77350.0, 77450.0)
)")
      .def_static(
          "printed_step", &sr::printed_step, "value"_a, "upper"_a = py::none(),
          R"(The rounding unit of a number as a report prints it, as a Decimal; of a range the finer of its ends'.

One of the last digit; but two zeros and more at the end of a whole number are rounding, as long as two digits stay. In
real reports 10 % of the outcomes of four and five digits end in two zeros, where chance would leave 1 %. Parsed reports
and the embedded one have such steps. Raises ParseError for what is no number.

>>> import shengzhou_report as sr
>>> [int(sr.Quantity.printed_step(value)) for value in ("745", "1250", "77400", "5000")]
[1, 1, 100, 100]
>>> sr.Quantity("77400", "元", step=sr.Quantity.printed_step("77400")).interval()
Interval(77350.0, 77450.0)
)")
      .def("about_tolerance", &Quantity::about_tolerance, R"(How far 'about' and 'nearly' reach, as a Decimal in `unit`.

2.5 % of the value; of ratios and percentage points 0.2 points where that is more, but at most half of the value. A
judgement: national targets of 7 to 8 % worded 左右 were treated as met 0.1 points below, and missed 2.5 below.

>>> import shengzhou_report as sr
>>> sr.Quantity("7.0", "%", bound="about").about_tolerance(), sr.Quantity(5000, "人").about_tolerance()
(Decimal('0.2'), Decimal('125'))
)")
      .def("target_interval", &Quantity::target_interval, "direction"_a = sr::Direction::higher,
           "tolerance"_a = py::none(), R"(The set of outcomes that meet this figure as a target, in `unit`.

`direction` says which way is better: 'higher', 'lower' or 'none', which leaves what meets it either way. `tolerance` is
how far 'about' and 'nearly' reach, in `unit`; by default `about_tolerance()`. Where lower is better and the figure is
above 0, they end at 0: prices that are to rise by about 3 % do not fall. The ends of 'more_than' and 'less_than' are in
the set, but `is_met_by` says that they do not meet it. Raises ValueError for another word, DomainError for a
negative tolerance.

>>> import shengzhou_report as sr
>>> sr.Quantity(5, "%", bound="at_most").target_interval("lower")
Interval(float('-inf'), 5.0)
>>> sr.Quantity(3, "%", bound="about").target_interval("lower")
Interval(0.0, 3.2)
)")
      .def(
          "is_met_by",
          [](const Quantity& self, const std::variant<double, Quantity>& outcome, sr::Direction direction,
             const std::optional<Decimal>& tolerance) {
            return std::visit([&](const auto& value) { return self.is_met_by(value, direction, tolerance); }, outcome);
          },
          "outcome"_a, "direction"_a = sr::Direction::higher, "tolerance"_a = py::none(),
          R"(Whether an outcome meets this figure as a target: 'certain', 'possible' or 'no'.

`outcome` is a Quantity in any unit of the same dimension, or a number in `unit`. Judged by the printed figures, as
offices do: 4960 does not meet 5000 although it may round to it, 800 does not meet 'more_than' 800. 'possible' where the
outcome is a bound or range that leaves it open, and with direction 'none' where it depends on which way is better.
Raises UnitError when the dimensions differ, DomainError when the tolerance is negative.

>>> import shengzhou_report as sr
>>> goal = sr.Quantity(800, "亿元", bound="more_than")
>>> goal.is_met_by(800), goal.is_met_by(sr.Quantity("0.081", "万亿元"))
('no', 'certain')
)")
      .def_property_readonly("rate", &Quantity::rate,
                             "The value as a fraction: 0.075 for 7.5 %. Raises UnitError for other units.")
      .def("rate_interval", &Quantity::rate_interval,
           R"(interval() as fractions. Raises UnitError when the unit is neither a ratio nor 个百分点.

>>> import shengzhou_report as sr
>>> sr.Quantity("7.5", "%").rate_interval()
Interval(0.0745, 0.0755)
)")
      .def(
          "to", [](const Quantity& self, const UnitArgument& unit) { return self.to(unit.unit); }, "unit"_a,
          R"(The same figure in another unit, exactly where a finite decimal exists.

Raises UnitError when the dimensions differ.

>>> import shengzhou_report as sr
>>> sr.Quantity("21.16", "万吨标煤").to("吨标煤")
Quantity('211600', '吨标煤', step='100')
)")
      .def_property_readonly("base", &Quantity::base, "The same figure without magnitudes: 亿元 becomes 元.")
      .def_property_readonly(
          "base_value", [](const Quantity& self) { return self.base().value().to_double(); },
          "The number in the unit without magnitudes, as a float: 745 亿元 is 74500000000.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__", &quantity_repr)
      .def("__str__", [](const Quantity& self) { return to_string(self); })
      .def(py::pickle(
          [](const Quantity& self) {
            return py::make_tuple(1, self.value(), self.unit(), self.bound(), self.step(), self.upper());
          },
          [](const py::tuple& state) {
            return Quantity(state[1].cast<Decimal>(), state[2].cast<sr::Unit>(),
                            {.bound = state[3].cast<sr::Bound>(),
                             .step = state[4].cast<Decimal>(),
                             .upper = state[5].cast<std::optional<Decimal>>()});
          }));
  m.def(
      "convert",
      [](const Decimal& value, const UnitArgument& source, const UnitArgument& target) {
        return sr::convert(value, source.unit, target.unit);
      },
      "value"_a, "source"_a, "target"_a, R"(One value measured in `source`, expressed in `target`, as decimal.Decimal.

Exact when the result is a finite decimal of at most 18 digits, else rounded half to even at 17 digits.
For arrays multiply by float(conversion_factor(source, target)). Raises UnitError when the dimensions differ.

>>> import shengzhou_report as sr
>>> sr.convert("50.81", "亿元", "万元")
Decimal('508100')
)");
}
