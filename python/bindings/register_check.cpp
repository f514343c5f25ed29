#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using record::usual;
using sr::CheckOptions;
using sr::CheckRule;
using sr::Finding;
using sr::FindingNumber;

namespace {

void register_number(py::module_& m) {
  record::define<FindingNumber>(
      m, "FindingNumber", R"(One number of a finding, with what it can be and its unit.

`interval` holds every value while the figures print as they do; a unit of % means per cent.
)",
      record::fields(required("name", "What it is: 'implied_base'.", &FindingNumber::name),
                     required("value", "From the printed figures.", &FindingNumber::value),
                     required("interval", "What it can be within rounding.", &FindingNumber::interval),
                     usual("unit", "Unit of both.", &FindingNumber::unit)));
}

void register_finding(py::module_& m) {
  py::class_<Finding> finding = record::define<Finding>(
      m, "Finding", R"(What a rule has to say about some statements; made by `check`.

`severity` is 'info' (true and worth knowing), 'warning' (hardly true as it stands) or 'error' (not true for any figures
that print like these).
)",
      record::fields(required("severity", "'info', 'warning' or 'error'.", &Finding::severity),
                     required("rule", "Stable name of the rule; `check_rules` lists them.", &Finding::rule),
                     required("statements", "The statements involved, the one that the finding stands at first.",
                              &Finding::statements),
                     required("message", "The arithmetic in words.", &Finding::message),
                     usual("numbers", "The numbers, as FindingNumber.", &Finding::numbers),
                     usual("place", "Of a panel: whose report it is about; '' of one report.", &Finding::place),
                     usual("vintage", "Of a panel: the year of that report; None of one report.", &Finding::vintage),
                     usual("kind", "Of a panel: what that report is.", &Finding::kind)));
  record::with_text(finding);
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
