#include "elementwise.hpp"

namespace sr = shengzhou_report;
using sr::Crossing;
using sr::CrossingRange;
using sr::Crossings;
using sr::Interval;

namespace {

void register_crossing(py::module_& m) {
  py::class_<Crossing> crossing(m, "Crossing", R"(When a condition first holds on a path in continuous time.

`reach` is 'already', 'reached' or 'never'; `periods` is 0 for already and inf for never.
)");
  crossing.attr("__module__") = "shengzhou_report";
  crossing
      .def(py::init([](sr::Reach reach, double periods) {
             const bool fits = reach == sr::Reach::never     ? std::isinf(periods) && periods > 0
                               : reach == sr::Reach::already ? periods == 0
                                                             : periods >= 0 && std::isfinite(periods);
             if (!fits) throw sr::DomainError("periods: 0 belongs to already, inf to never, a number to reached");
             return Crossing{reach, periods};
           }),
           "reach"_a, "periods"_a)
      .def_readonly("reach", &Crossing::reach, "'already', 'reached' or 'never'.")
      .def_readonly("periods", &Crossing::periods, "Time until the condition holds.")
      .def("whole_periods", &Crossing::whole_periods, R"(First whole period at whose end the condition holds.

Raises DomainError when it never does.
)")
      .def("__bool__", [](const Crossing& self) { return self.reach != sr::Reach::never; })
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Crossing& self) {
             const std::string periods = std::isinf(self.periods) ? "float('inf')" : python_repr(self.periods);
             return "Crossing('" + std::string(to_string(self.reach)) + "', " + periods + ")";
           })
      .def(py::pickle(
          [](const Crossing& self) { return py::make_tuple(1, self.reach, self.periods); },
          [](const py::tuple& state) { return Crossing{state[1].cast<sr::Reach>(), state[2].cast<double>()}; }));

  py::class_<CrossingRange> range(m, "CrossingRange", R"(Crossing of a path that is known within intervals.

`earliest` and `latest` are the extreme possible crossings; `reached` says whether the condition comes to hold.
)");
  range.attr("__module__") = "shengzhou_report";
  range
      .def(py::init([](const Crossing& earliest, const Crossing& latest) { return CrossingRange{earliest, latest}; }),
           "earliest"_a, "latest"_a)
      .def_readonly("earliest", &CrossingRange::earliest, "The earliest possible crossing.")
      .def_readonly("latest", &CrossingRange::latest, "The latest possible crossing.")
      .def_property_readonly("reached", &CrossingRange::reached, "'certain', 'possible' or 'no'.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const CrossingRange& self) {
             return "CrossingRange(" + python_repr(self.earliest) + ", " + python_repr(self.latest) + ")";
           })
      .def(py::pickle(
          [](const CrossingRange& self) { return py::make_tuple(1, self.earliest, self.latest); },
          [](const py::tuple& state) { return CrossingRange{state[1].cast<Crossing>(), state[2].cast<Crossing>()}; }));
}

}  // namespace

void register_growth(py::module_& m) {
  register_crossing(m);
  Forms forms(m);
  using D = double;
  using I = const Interval&;
  using A = const ArrayRef&;
  using Intervals = const std::vector<Interval>&;

  def_forms(forms, "compound", py::overload_cast<D, D, D>(sr::compound), py::overload_cast<I, I, D>(sr::compound));
  def_forms(forms, "growth_rate", py::overload_cast<D, D>(sr::growth_rate), py::overload_cast<I, I>(sr::growth_rate));
  def_forms(forms, "cagr", py::overload_cast<D, D, D>(sr::cagr), py::overload_cast<I, I, D>(sr::cagr));
  def_forms(forms, "log_growth", py::overload_cast<D, D>(sr::log_growth), py::overload_cast<I, I>(sr::log_growth));
  def_forms(forms, "doublings", py::overload_cast<D, D>(sr::doublings), py::overload_cast<I, I>(sr::doublings));
  def_forms(forms, "two_year_average", py::overload_cast<D, D>(sr::two_year_average),
            py::overload_cast<I, I>(sr::two_year_average));
  def_forms(forms, "implied_base", py::overload_cast<D, D>(sr::implied_base),
            py::overload_cast<I, I>(sr::implied_base));
  def_forms(forms, "annualise", py::overload_cast<D, D>(sr::annualise), py::overload_cast<I, D>(sr::annualise));
  def_forms(forms, "real_growth", py::overload_cast<D, D>(sr::real_growth), py::overload_cast<I, I>(sr::real_growth));
  def_forms(forms, "nominal_growth", py::overload_cast<D, D>(sr::nominal_growth),
            py::overload_cast<I, I>(sr::nominal_growth));
  def_forms(forms, "implied_deflator", py::overload_cast<D, D>(sr::implied_deflator),
            py::overload_cast<I, I>(sr::implied_deflator));
  def_forms(forms, "required_growth", py::overload_cast<D, D, D>(sr::required_growth),
            py::overload_cast<I, I, D>(sr::required_growth));
  def_forms(forms, "required_growth_rest", py::overload_cast<D, D, D>(sr::required_growth_rest),
            py::overload_cast<I, I, I>(sr::required_growth_rest), sr::required_growth_rest_into);
  def_forms(forms, "contribution", py::overload_cast<D, D, D>(sr::contribution),
            py::overload_cast<I, I, I>(sr::contribution));
  def_forms(forms, "contribution_rate", py::overload_cast<D, D, D, D>(sr::contribution_rate),
            py::overload_cast<I, I, I, I>(sr::contribution_rate));
  def_forms(forms, "percentage_point_difference", py::overload_cast<D, D>(sr::percentage_point_difference),
            py::overload_cast<I, I>(sr::percentage_point_difference));
  def_crossing_forms(forms, "periods_to_reach", py::overload_cast<D, D, D>(sr::periods_to_reach),
                     py::overload_cast<I, I, I>(sr::periods_to_reach),
                     py::overload_cast<A, A, A>(sr::periods_to_reach));
  def_crossing_forms(forms, "doubling_time", py::overload_cast<D, D>(sr::doubling_time),
                     py::overload_cast<I, I>(sr::doubling_time), py::overload_cast<A, A>(sr::doubling_time));

  // A sequence in, one number or an index out: no element-wise form.
  forms.array.def(
      "average_growth", [](A rates) { return sr::average_growth(rates); }, py::call_guard<py::gil_scoped_release>());
  forms.interval.def("average_growth", [](Intervals rates) { return sr::average_growth(rates); });
  forms.array.def(
      "chain", [](A rates, double base) { return sr::chain(rates, base); }, py::call_guard<py::gil_scoped_release>());
  forms.interval.def("chain", [](Intervals rates, I base) { return sr::chain(rates, base); });
}
