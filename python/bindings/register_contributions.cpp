#include "elementwise.hpp"

#include <utility>

namespace sr = shengzhou_report;
using sr::Interval;

void register_contributions(py::module_& m) {
  Forms forms(m);

  forms.add(sr::weighted_contribution);
  forms.add(sr::weighted_contribution_rate);
  forms.add(sr::base_share);

  forms.array.def("contributions",
                  [](const ArrayRef& share, const ArrayRef& growth, std::optional<double> whole_growth) {
                    sr::Contributions result = [&] {
                      const py::gil_scoped_release release;
                      return sr::contributions(share, growth, whole_growth);
                    }();
                    return py::make_tuple(std::move(result.contribution), std::move(result.rate), result.whole_growth,
                                          result.residual, result.residual_rate, result.residual_share);
                  });
  forms.interval.def("contributions", [](const std::vector<Interval>& share, const std::vector<Interval>& growth,
                                         const std::optional<Interval>& whole_growth) {
    const sr::ContributionRanges result = sr::contributions(share, growth, whole_growth);
    return py::make_tuple(result.contribution, result.rate, result.whole_growth, result.residual, result.residual_rate,
                          result.residual_share);
  });
}
