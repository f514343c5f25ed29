#include "elementwise.hpp"

namespace sr = shengzhou_report;
using sr::Interval;

void register_distribution(py::module_& m) {
  Forms forms(m);
  using D = double;
  using A = const ArrayRef&;
  using Intervals = const std::vector<Interval>&;
  using Panel = const sr::PanelRef&;
  const py::call_guard<py::gil_scoped_release> released;

  // Groups, their population, what else the index has: one sequence, one row each, intervals.
  forms.array.def(
      "coefficient_of_variation",
      [](A levels, A population, int ddof) { return sr::coefficient_of_variation(levels, ddof, population); },
      released);
  forms.array.def(
      "coefficient_of_variation_rows",
      [](Panel levels, Panel population, int ddof) {
        return sr::coefficient_of_variation_rows(levels, ddof, population);
      },
      released);
  forms.interval.def("coefficient_of_variation", [](Intervals levels, A population, int ddof) {
    return sr::coefficient_of_variation(levels, ddof, population);
  });
  forms.array.def("williamson", [](A levels, A population) { return sr::williamson(levels, population); }, released);
  forms.array.def("williamson_rows", sr::williamson_rows, released);
  forms.interval.def("williamson", [](Intervals levels, A population) { return sr::williamson(levels, population); });
  // The extremes weigh alike, so there is one population for all.
  forms.array.def("max_min_ratio", [](A levels, A /*population*/) { return sr::max_min_ratio(levels); }, released);
  forms.array.def(
      "max_min_ratio_rows", [](Panel levels, Panel /*population*/) { return sr::max_min_ratio_rows(levels); },
      released);
  forms.interval.def("max_min_ratio", [](Intervals levels, A /*population*/) { return sr::max_min_ratio(levels); });
  forms.array.def(
      "quintile_share_ratio", [](A income, A population) { return sr::quintile_share_ratio(income, population); },
      released);
  forms.array.def("quintile_share_ratio_rows", sr::quintile_share_ratio_rows, released);
  forms.interval.def("quintile_share_ratio",
                     [](Intervals income, A population) { return sr::quintile_share_ratio(income, population); });
  forms.array.def("palma_ratio", [](A income, A population) { return sr::palma_ratio(income, population); }, released);
  forms.array.def("palma_ratio_rows", sr::palma_ratio_rows, released);
  forms.interval.def("palma_ratio", [](Intervals income, A population) { return sr::palma_ratio(income, population); });
  forms.array.def(
      "generalised_entropy",
      [](A income, A population, D alpha) { return sr::generalised_entropy(income, alpha, population); }, released);
  forms.array.def(
      "generalised_entropy_rows",
      [](Panel income, Panel population, D alpha) { return sr::generalised_entropy_rows(income, alpha, population); },
      released);
  forms.interval.def("generalised_entropy", [](Intervals income, A population, D alpha) {
    return sr::generalised_entropy(income, alpha, population);
  });
  forms.array.def(
      "atkinson", [](A income, A population, D epsilon) { return sr::atkinson(income, epsilon, population); },
      released);
  forms.array.def(
      "atkinson_rows",
      [](Panel income, Panel population, D epsilon) { return sr::atkinson_rows(income, epsilon, population); },
      released);
  forms.interval.def(
      "atkinson", [](Intervals income, A population, D epsilon) { return sr::atkinson(income, epsilon, population); });
  forms.array.def("lorenz_curve", [](A income, A population) {
    sr::LorenzCurve curve = [&] {
      const py::gil_scoped_release release;
      return sr::lorenz_curve(income, population);
    }();
    return py::make_tuple(std::move(curve.population), std::move(curve.income), std::move(curve.order));
  });
}
