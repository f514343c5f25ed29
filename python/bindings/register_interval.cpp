#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Interval;

void register_interval(py::module_& m) {
  py::class_<Interval> interval(m, "Interval", R"(A closed set of real numbers [lower, upper]; an end may be infinite.

What a rounded figure can mean: 745 printed without decimals is [744.5, 745.5].
Arithmetic is interval arithmetic: operands range independently over their intervals. The operators round outward: an
end is the exact one where that is a double, else the next double beyond it, so that 0.1 + 0.2 holds 0.3. Formulas on
intervals hold to the last digits of double precision. Raises DomainError for NaN, for a lower end above the upper one
and for a division by what contains zero.
Source: Moore (1966), Interval Analysis.

>>> import shengzhou_report as sr
>>> sr.Quantity("745", "亿元").interval()
Interval(744.5, 745.5)
>>> sr.Interval(1, 2) + 10
Interval(11.0, 12.0)
>>> sr.Interval(0.1) + sr.Interval(0.2)
Interval(0.3, 0.30000000000000004)
)");
  interval.attr("__module__") = "shengzhou_report";
  interval.def(py::init<double>(), "value"_a)
      .def(py::init<double, double>(), "lower"_a, "upper"_a)
      .def_property_readonly("lower", &Interval::lower, "Smallest value.")
      .def_property_readonly("upper", &Interval::upper, "Largest value.")
      .def_property_readonly("midpoint", &Interval::midpoint, "Middle; infinite when one end is.")
      .def_property_readonly("width", &Interval::width, "Distance between the ends.")
      .def(
          "contains", py::overload_cast<double>(&Interval::contains, py::const_), "value"_a,
          R"(Whether `value`, a number or an interval, lies in the interval, ends included. Raises TypeError for others.

>>> import shengzhou_report as sr
>>> sr.Interval(744.5, 745.5).contains(745), sr.Interval(744.5, 745.5).contains(sr.Interval(744, 745))
(True, False)
)")
      .def("contains", py::overload_cast<const Interval&>(&Interval::contains, py::const_), "value"_a)
      .def("overlaps", &Interval::overlaps, "other"_a,
           R"(Whether the two intervals share a value. Raises TypeError for what is no interval and no number.

>>> import shengzhou_report as sr
>>> sr.Interval(744.5, 745.5).overlaps(sr.Interval(744, 745))
True
)")
      .def("__contains__", py::overload_cast<double>(&Interval::contains, py::const_), "value"_a)
      .def("__contains__", py::overload_cast<const Interval&>(&Interval::contains, py::const_), "value"_a)
      .def("__iter__", [](const Interval& self) { return py::iter(py::make_tuple(self.lower(), self.upper())); })
      .def(-py::self)
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def(double() + py::self)
      .def(double() - py::self)
      .def(double() * py::self)
      .def(double() / py::self)
      // Without conversion: a number equal to an interval would need the same hash.
      .def(
          "__eq__", [](const Interval& self, const Interval& other) { return self == other; }, py::is_operator(),
          py::arg().noconvert())
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Interval& self) {
             // repr must evaluate, and Python writes infinity as float('inf').
             const auto end = [](double value) {
               return std::isinf(value) ? std::string(value > 0 ? "float('inf')" : "float('-inf')")
                                        : python_repr(value);
             };
             return "Interval(" + end(self.lower()) + ", " + end(self.upper()) + ")";
           })
      .def("__str__", [](const Interval& self) { return to_string(self); })
      .def(py::pickle(
          [](const Interval& self) { return py::make_tuple(1, self.lower(), self.upper()); },
          [](const py::tuple& state) { return Interval(state[1].cast<double>(), state[2].cast<double>()); }));
  py::implicitly_convertible<double, Interval>();
  py::implicitly_convertible<py::int_, Interval>();

  m.def("less", &sr::less, "a"_a, "b"_a,
        R"(Whether `a < b`: 'certain', 'possible' or 'no'.

Raises TypeError for what is no interval and no number.

>>> import shengzhou_report as sr
>>> sr.less(sr.Interval(1, 2), sr.Interval(3, 4))
'certain'
)");
}
