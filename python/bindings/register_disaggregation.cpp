#include "elementwise.hpp"

namespace sr = shengzhou_report;

namespace {

/// What `disaggregate` gives, as a tuple; it runs without the GIL.
template <class Function>
py::tuple parts(const Function& disaggregate) {
  sr::Disaggregation result = [&] {
    const py::gil_scoped_release release;
    return disaggregate();
  }();
  return py::make_tuple(std::move(result.series), std::move(result.coefficients), std::move(result.standard_errors),
                        result.rho, result.log_likelihood);
}

}  // namespace

void register_disaggregation(py::module_& m) {
  const Forms forms(m);
  using Index = Eigen::Index;
  using A = const ArrayRef&;
  using Columns = const Eigen::Ref<const Eigen::ArrayXXd>&;

  py::module_ array = forms.array;
  array.def("denton_cholette", [](A benchmarks, const std::optional<Eigen::ArrayXd>& indicator, Index periods,
                                  sr::Movement movement, sr::Conversion conversion, bool nonnegative) {
    const py::gil_scoped_release release;
    if (!indicator) return sr::denton_cholette(benchmarks, periods, conversion, nonnegative);
    return sr::denton_cholette(benchmarks, *indicator, periods,
                               {.movement = movement, .conversion = conversion, .nonnegative = nonnegative});
  });
  array.def("chow_lin", [](A benchmarks, Columns indicators, Index periods, std::optional<double> rho, bool constant,
                           sr::Conversion conversion, bool nonnegative) {
    return parts([&] {
      return sr::chow_lin(benchmarks, indicators, periods,
                          {.rho = rho, .constant = constant, .conversion = conversion, .nonnegative = nonnegative});
    });
  });
  array.def("litterman", [](A benchmarks, Columns indicators, Index periods, std::optional<double> rho, bool constant,
                            sr::Conversion conversion, bool nonnegative) {
    return parts([&] {
      return sr::litterman(benchmarks, indicators, periods,
                           {.rho = rho, .constant = constant, .conversion = conversion, .nonnegative = nonnegative});
    });
  });
  array.def("fernandez", [](A benchmarks, Columns indicators, Index periods, bool constant, sr::Conversion conversion,
                            bool nonnegative) {
    return parts([&] {
      return sr::fernandez(benchmarks, indicators, periods,
                           {.constant = constant, .conversion = conversion, .nonnegative = nonnegative});
    });
  });
}
