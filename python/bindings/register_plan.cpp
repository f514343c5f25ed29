#include "elementwise.hpp"

#include <utility>

namespace sr = shengzhou_report;
using sr::Interval;

namespace {

/// The columns of a plan in the order of `PlanPath`; behind them whether each year is on schedule.
py::tuple columns(sr::PlanPath&& path) {
  std::vector<bool> schedule;
  for (Eigen::Index i = 0; i < path.size(); ++i) schedule.push_back(path.is_on_schedule(i));
  return py::make_tuple(std::move(path.reached), std::move(path.progress), std::move(path.scheduled),
                        std::move(path.lead), std::move(path.required), schedule);
}

/// The same of ranges, with words of `Certainty`.
py::tuple columns(const sr::PlanRanges& ranges) {
  std::vector<sr::Certainty> schedule;
  schedule.reserve(ranges.lead.size());
  for (std::size_t i = 0; i < ranges.lead.size(); ++i) schedule.push_back(ranges.is_on_schedule(i));
  return py::make_tuple(ranges.reached, ranges.progress, ranges.scheduled, ranges.lead, ranges.required, schedule);
}

}  // namespace

void register_plan(py::module_& m) {
  Forms forms(m);
  using A = const ArrayRef&;
  using D = double;
  using Index = Eigen::Index;
  using Intervals = const std::vector<Interval>&;

  forms.add(sr::log_progress);
  forms.add(sr::scheduled_growth);
  forms.add(sr::required_average_growth);
  forms.add(sr::target_progress);
  forms.add(sr::required_change);

  // A sequence in, one number or a table out: no element-wise form.
  forms.array.def(
      "cumulative_growth", [](A rates) { return sr::cumulative_growth(rates); },
      py::call_guard<py::gil_scoped_release>());
  forms.interval.def("cumulative_growth", [](Intervals rates) { return sr::cumulative_growth(rates); });
  forms.array.def(
      "growth_plan", [](D total, A rates, Index periods) { return columns(sr::growth_plan(total, rates, periods)); },
      "total_growth"_a, "rates"_a, "periods"_a);
  forms.interval.def(
      "growth_plan",
      [](D total, Intervals rates, Index periods) { return columns(sr::growth_plan(total, rates, periods)); },
      "total_growth"_a, "rates"_a, "periods"_a);
  forms.array.def(
      "level_plan",
      [](D base, D target, A levels, Index periods) { return columns(sr::level_plan(base, target, levels, periods)); },
      "base"_a, "target"_a, "levels"_a, "periods"_a);
  forms.interval.def(
      "level_plan",
      [](D base, D target, Intervals levels, Index periods) {
        return columns(sr::level_plan(base, target, levels, periods));
      },
      "base"_a, "target"_a, "levels"_a, "periods"_a);
}
