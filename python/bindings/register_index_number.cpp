#include "elementwise.hpp"

namespace sr = shengzhou_report;
using sr::Interval;

namespace {

/// What Python names: parts, total, discrepancy.
template <class Compute>
py::tuple volumes(const Compute& compute) {
  sr::ChainedVolumes all = [&] {
    const py::gil_scoped_release release;
    return compute();
  }();
  return py::make_tuple(std::move(all.parts), std::move(all.total), std::move(all.discrepancy));
}

template <class Spliced>
py::tuple parts(Spliced&& spliced) {
  return py::make_tuple(std::move(spliced.series), spliced.ratio, spliced.lowest, spliced.highest);
}

}  // namespace

void register_index_number(py::module_& m) {
  Forms forms(m);
  using D = double;
  using A = const ArrayRef&;
  using Index = Eigen::Index;
  using Intervals = const std::vector<Interval>&;
  using Panel = const sr::PanelRef&;
  const py::call_guard<py::gil_scoped_release> released;

  forms.add(sr::deflate);

  // Sequences in, sequences out: no element-wise form.
  forms.array.def(
      "rebase", [](A index, Index first, Index last, D value) { return sr::rebase(index, first, last, value); },
      released);
  forms.interval.def("rebase", [](Intervals index, Index first, Index last, D value) {
    return sr::rebase(index, first, last, value);
  });
  forms.array.def("splice", [](A earlier, A later, Index overlap, sr::SpliceLink link, sr::SpliceLevel level) {
    return parts(sr::splice(earlier, later, overlap, link, level));
  });
  forms.interval.def("splice",
                     [](Intervals earlier, Intervals later, Index overlap, sr::SpliceLink link, sr::SpliceLevel level) {
                       return parts(sr::splice(earlier, later, overlap, link, level));
                     });
  forms.array.def("chain_volumes", [](Panel value, Panel at_previous_prices, Index reference) {
    return volumes([&] { return sr::chain_volumes(value, at_previous_prices, reference); });
  });
  forms.array.def("annual_overlap", [](Panel value, Panel at_previous_prices, Index periods_per_year, Index reference) {
    return volumes([&] { return sr::annual_overlap(value, at_previous_prices, periods_per_year, reference); });
  });
}
