#include <shengzhou_report/impl/formula.hpp>

#include "elementwise.hpp"
#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using sr::Crossing;
using sr::CrossingRange;
using sr::Crossings;
using sr::Interval;

namespace {

void register_crossing(py::module_& m) {
  py::class_<Crossing> crossing = record::define<Crossing>(
      m, "Crossing", R"(When a condition first holds on a path in continuous time.

`reach` is 'already', 'reached' or 'never'; `periods` is 0 for already and inf for never.
)",
      record::fields(required("reach", "'already', 'reached' or 'never'.", &Crossing::reach),
                     required("periods", "Time until the condition holds.", &Crossing::periods)),
      [](Crossing& self) {
        const bool fits = self.reach == sr::Reach::never     ? std::isinf(self.periods) && self.periods > 0
                          : self.reach == sr::Reach::already ? self.periods == 0
                                                             : self.periods >= 0 && std::isfinite(self.periods);
        if (!fits) throw sr::DomainError("periods: 0 belongs to already, inf to never, a number to reached");
      });
  crossing
      .def("whole_periods", &Crossing::whole_periods, R"(First whole period at whose end the condition holds.

Raises DomainError when it never does.

>>> import shengzhou_report as sr
>>> sr.Crossing("reached", 11.19).whole_periods()
12
)")
      .def("__bool__", [](const Crossing& self) { return self.reach != sr::Reach::never; });

  py::class_<CrossingRange> range = record::define<CrossingRange>(
      m, "CrossingRange", R"(Crossing of a path that is known within intervals.

`earliest` and `latest` are the extreme possible crossings; `reached` says whether the condition comes to hold.
)",
      record::fields(required("earliest", "The earliest possible crossing.", &CrossingRange::earliest),
                     required("latest", "The latest possible crossing.", &CrossingRange::latest)));
  range.def_property_readonly("reached", &CrossingRange::reached, "'certain', 'possible' or 'no'.");
}

}  // namespace

void register_growth(py::module_& m) {
  m.def(
      "require_rate",
      [](const char* function, const char* name, double rate) {
        sr::detail::formula::require_rate(function, name, rate);
      },
      "function"_a, "name"_a, "rate"_a, "Raises DomainError for what is no rate of growth.");
  m.def(
      "allow_large_rates",
      [](bool allowed) {
        const bool before = sr::detail::rate_limit > sr::detail::largest_usual_rate;
        sr::detail::rate_limit = allowed ? std::numeric_limits<double>::max() : sr::detail::largest_usual_rate;
        return before;
      },
      "allowed"_a, "For `growth.large_rates`: whether rates may be large in this thread; returns whether they might.");
  register_crossing(m);
  Forms forms(m);
  using D = double;
  using I = const Interval&;
  using A = const ArrayRef&;
  using Intervals = const std::vector<Interval>&;

  forms.add(sr::compound);
  forms.add(sr::growth_rate);
  forms.add(sr::cagr);
  forms.add(sr::log_growth);
  forms.add(sr::doublings);
  forms.add(sr::two_year_average);
  forms.add(sr::implied_base);
  forms.add(sr::annualise);
  forms.add(sr::real_growth);
  forms.add(sr::nominal_growth);
  forms.add(sr::implied_deflator);
  forms.add(sr::required_growth);
  forms.add(sr::required_growth_rest);
  forms.add(sr::contribution);
  forms.add(sr::contribution_rate);
  forms.add(sr::percentage_point_difference);
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
