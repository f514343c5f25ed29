#include "elementwise.hpp"

#include <utility>

namespace sr = shengzhou_report;
using sr::Interval;

void register_prices(py::module_& m) {
  Forms forms(m);
  using A = const ArrayRef&;
  using Index = Eigen::Index;
  using Intervals = const std::vector<Interval>&;
  const py::call_guard<py::gil_scoped_release> released;

  forms.add(sr::carry_over);
  forms.add(sr::new_price_rise);
  forms.add(sr::base_effect);
  forms.add(sr::momentum);

  // A sequence in, a sequence out: no element-wise form.
  forms.array.def(
      "year_on_year", [](A rates, Index n) { return sr::year_on_year(rates, n); }, "month_on_month"_a,
      "periods_per_year"_a, released);
  forms.interval.def(
      "year_on_year", [](Intervals rates, Index n) { return sr::year_on_year(rates, n); }, "month_on_month"_a,
      "periods_per_year"_a);
  forms.array.def("month_on_month", [](A yearly, A first) { return sr::month_on_month(yearly, first); }, released);
  forms.interval.def("month_on_month",
                     [](Intervals yearly, Intervals first) { return sr::month_on_month(yearly, first); });
  forms.array.def("annual_carry_over", [](A rates) { return sr::annual_carry_over(rates); }, released);
  forms.interval.def("annual_carry_over", [](Intervals rates) { return sr::annual_carry_over(rates); });

  forms.array.def(
      "price_changes",
      [](A rates, Index first, Index n) {
        sr::PriceChanges changes = [&] {
          const py::gil_scoped_release release;
          return sr::price_changes(rates, first, n);
        }();
        return py::make_tuple(std::move(changes.year_on_year), std::move(changes.carry_over),
                              std::move(changes.new_price_rise), std::move(changes.since_year_end));
      },
      "month_on_month"_a, "first_period"_a, "periods_per_year"_a);
  forms.interval.def(
      "price_changes",
      [](Intervals rates, Index first, Index n) {
        const sr::PriceChangeRanges changes = sr::price_changes(rates, first, n);
        return py::make_tuple(changes.year_on_year, changes.carry_over, changes.new_price_rise, changes.since_year_end);
      },
      "month_on_month"_a, "first_period"_a, "periods_per_year"_a);
}
