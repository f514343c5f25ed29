#include "interval_argument.hpp"

namespace sr = shengzhou_report;
using sr::CheckOptions;
using sr::CheckRule;
using sr::Finding;
using sr::FindingNumber;

namespace {

void register_number(py::module_& m) {
  py::class_<FindingNumber> number(m, "FindingNumber", R"(One number of a finding, with what it can be and its unit.

`interval` holds every value while the figures print as they do; a unit of % means per cent.
)");
  number.attr("__module__") = "shengzhou_report";
  number
      .def(py::init([](Text name, double value, const IntervalArgument& interval, const UnitArgument& unit) {
             return FindingNumber{std::move(name), value, interval.named("interval"), unit.unit};
           }),
           "name"_a, "value"_a, "interval"_a, "unit"_a = "")
      .def_readonly("name", &FindingNumber::name, "What it is: 'implied_base'.")
      .def_readonly("value", &FindingNumber::value, "From the printed figures.")
      .def_readonly("interval", &FindingNumber::interval, "What it can be within rounding.")
      .def_readonly("unit", &FindingNumber::unit, "Unit of both.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const FindingNumber& self) {
             const std::string value =
                 std::isinf(self.value) ? (self.value > 0 ? "float('inf')" : "float('-inf')") : python_repr(self.value);
             return "FindingNumber(" + python_repr(self.name) + ", " + value + ", " + python_repr(self.interval) +
                    ", " + python_repr(self.unit.symbol()) + ")";
           })
      .def(py::pickle(
          [](const FindingNumber& self) { return py::make_tuple(1, self.name, self.value, self.interval, self.unit); },
          [](const py::tuple& state) {
            return FindingNumber{state[1].cast<std::string>(), state[2].cast<double>(), state[3].cast<sr::Interval>(),
                                 state[4].cast<sr::Unit>()};
          }));
}

void register_finding(py::module_& m) {
  py::class_<Finding> finding(m, "Finding", R"(What a rule has to say about some statements; made by `check`.

`severity` is 'info' (true and worth knowing), 'warning' (hardly true as it stands) or 'error' (not true for any figures
that print like these).
)");
  finding.attr("__module__") = "shengzhou_report";
  finding
      .def(py::init([](sr::Severity severity, Text rule, std::vector<sr::Statement> statements, Text message,
                       std::vector<FindingNumber> numbers) {
             return Finding{severity, std::move(rule), std::move(statements), std::move(message), std::move(numbers)};
           }),
           "severity"_a, "rule"_a, "statements"_a, "message"_a, "numbers"_a = py::tuple())
      .def_readonly("severity", &Finding::severity, "'info', 'warning' or 'error'.")
      .def_readonly("rule", &Finding::rule, "Stable name of the rule; `check_rules` lists them.")
      .def_property_readonly(
          "statements", [](const Finding& self) { return py::tuple(py::cast(self.statements)); },
          "The statements involved, the one that the finding stands at first.")
      .def_readonly("message", &Finding::message, "The arithmetic in words.")
      .def_property_readonly(
          "numbers", [](const Finding& self) { return py::tuple(py::cast(self.numbers)); },
          "The numbers, as FindingNumber.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const Finding& self) {
             return "Finding(" + python_repr(self.severity) + ", " + python_repr(self.rule) + ", " +
                    python_repr(self.statements) + ", " + python_repr(self.message) + ", " + python_repr(self.numbers) +
                    ")";
           })
      .def("__str__",
           [](const Finding& self) {
             std::ostringstream out;
             out << self;
             return out.str();
           })
      .def(py::pickle(
          [](const Finding& self) {
            return py::make_tuple(1, self.severity, self.rule, self.statements, self.message, self.numbers);
          },
          [](const py::tuple& state) {
            return Finding{state[1].cast<sr::Severity>(), state[2].cast<std::string>(),
                           state[3].cast<std::vector<sr::Statement>>(), state[4].cast<std::string>(),
                           state[5].cast<std::vector<FindingNumber>>()};
          }));
}

}  // namespace

void register_check(py::module_& m) {
  register_number(m);
  register_finding(m);

  py::class_<CheckOptions> check_options(m, "_CheckOptions");
  check_options.def(
      py::init([](double in_step_tolerance, sr::PriceBasis in_step_basis, std::optional<double> consumer_price_growth,
                  const std::optional<IntervalArgument>& deflator_band,
                  const std::optional<IntervalArgument>& urban_weight) {
        return CheckOptions{.in_step_tolerance = in_step_tolerance,
                            .in_step_basis = in_step_basis,
                            .consumer_price_growth = consumer_price_growth,
                            .deflator_band = named("deflator_band", deflator_band),
                            .urban_weight = named("urban_weight", urban_weight)};
      }),
      "in_step_tolerance"_a, "in_step_basis"_a, "consumer_price_growth"_a, "deflator_band"_a, "urban_weight"_a);

  m.def(
      "_check",
      [](const sr::Report& report, const sr::Report* parent, const CheckOptions& options) {
        const py::gil_scoped_release release;
        return parent == nullptr ? sr::check(report, options) : sr::check(report, *parent, options);
      },
      "report"_a, "parent"_a, "options"_a);
  m.def("_check_rules", [] {
    py::dict rules;
    for (const CheckRule& rule : sr::check_rules()) rules[py::str(rule.name)] = rule.description;
    return rules;
  });
}
