#include "elementwise.hpp"

namespace sr = shengzhou_report;
using sr::BetaConvergence;
using sr::InequalityDecomposition;
using sr::Interval;
using sr::UrbanShare;

namespace {

/// Python source of a number; repr(inf) is no expression.
std::string number(double value) { return std::isinf(value) ? "float('inf')" : python_repr(value); }

void register_classes(py::module_& m) {
  py::class_<UrbanShare> share(
      m, "UrbanShare", R"(An urban population share with its origin, and the mean it gives beside the published one.

Made by `urban_share`. `origin` is 'implied' (by the published means), 'urbanisation' (the urbanisation rate) or 'given'.

>>> import shengzhou_report as sr
>>> share = sr.inequality.urban_share(41314, 54188, 23119, share=0.67, origin="urbanisation")
>>> print(f"{share.weighted_mean:.0f} yuan, {share.mismatch:.1%} off")
43935 yuan, 6.3% off
)");
  share.attr("__module__") = "shengzhou_report";
  share
      .def(py::init([](double value, sr::ShareOrigin origin, double weighted_mean, double published_mean) {
             if (!(value >= 0 && value <= 1))
               throw sr::DomainError("share = " + number(value) + " must be from 0 to 1");
             if (!std::isfinite(weighted_mean) || !std::isfinite(published_mean) || published_mean <= 0) {
               throw sr::DomainError("weighted_mean, published_mean: must be finite, and the published one positive");
             }
             return UrbanShare{value, origin, weighted_mean, published_mean};
           }),
           "share"_a, "origin"_a, "weighted_mean"_a, "published_mean"_a)
      .def_readonly("share", &UrbanShare::share, "Urban share of the population, from 0 to 1.")
      .def_readonly("origin", &UrbanShare::origin, "'implied', 'urbanisation' or 'given'.")
      .def_readonly("weighted_mean", &UrbanShare::weighted_mean, "Mean income of all residents with this share.")
      .def_readonly("published_mean", &UrbanShare::published_mean, "Published mean income of all residents.")
      .def_property_readonly("mismatch", &UrbanShare::mismatch,
                             "How far the weighted mean misses the published one: weighted / published - 1.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const UrbanShare& self) {
             return "UrbanShare(" + number(self.share) + ", '" + to_string(self.origin) + "', " +
                    number(self.weighted_mean) + ", " + number(self.published_mean) + ")";
           })
      .def(py::pickle(
          [](const UrbanShare& self) {
            return py::make_tuple(1, self.share, self.origin, self.weighted_mean, self.published_mean);
          },
          [](const py::tuple& state) {
            return UrbanShare{state[1].cast<double>(), state[2].cast<sr::ShareOrigin>(), state[3].cast<double>(),
                              state[4].cast<double>()};
          }));

  py::class_<InequalityDecomposition> decomposition(
      m, "InequalityDecomposition",
      R"(An index of inequality as a sum of parts: between groups, within them, and overlap.

`overlap` is what the overlap of the groups' incomes adds to a Gini coefficient; 0 for both Theil indices.
)");
  decomposition.attr("__module__") = "shengzhou_report";
  decomposition
      .def(py::init([](double between, double within, double overlap, double total) {
             return InequalityDecomposition{between, within, overlap, total};
           }),
           "between"_a, "within"_a, "overlap"_a, "total"_a)
      .def_readonly("between", &InequalityDecomposition::between, "Inequality between the groups.")
      .def_readonly("within", &InequalityDecomposition::within, "Weighted inequality inside the groups.")
      .def_readonly("overlap", &InequalityDecomposition::overlap,
                    "What overlap of the groups adds to a Gini coefficient.")
      .def_readonly("total", &InequalityDecomposition::total, "The index of all.")
      .def_property_readonly("between_share", &InequalityDecomposition::between_share,
                             "Part of the total that lies between the groups.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const InequalityDecomposition& self) {
             return "InequalityDecomposition(" + number(self.between) + ", " + number(self.within) + ", " +
                    number(self.overlap) + ", " + number(self.total) + ")";
           })
      .def(py::pickle(
          [](const InequalityDecomposition& self) {
            return py::make_tuple(1, self.between, self.within, self.overlap, self.total);
          },
          [](const py::tuple& state) {
            return InequalityDecomposition{state[1].cast<double>(), state[2].cast<double>(), state[3].cast<double>(),
                                           state[4].cast<double>()};
          }));

  py::class_<BetaConvergence> beta(m, "BetaConvergence",
                                   R"(Whether poorer places grow faster; made by `beta_convergence`.

The fit of ln(end / start) / T = intercept + slope ln(start), with the speed of convergence -ln(1 + slope T) / T and the
half-life ln 2 / speed of a gap in logarithms, a Crossing that is 'never' when places diverge.
)");
  beta.attr("__module__") = "shengzhou_report";
  beta.def(py::init([](double intercept, double slope, double slope_error, double r_squared, double speed,
                       double speed_error, const sr::Crossing& half_life) {
             return BetaConvergence{intercept, slope, slope_error, r_squared, speed, speed_error, half_life};
           }),
           "intercept"_a, "slope"_a, "slope_error"_a, "r_squared"_a, "speed"_a, "speed_error"_a, "half_life"_a)
      .def_readonly("intercept", &BetaConvergence::intercept, "Intercept of the fit.")
      .def_readonly("slope", &BetaConvergence::slope, "Slope of the fit; negative when poorer places grow faster.")
      .def_readonly("slope_error", &BetaConvergence::slope_error, "Standard error of the slope.")
      .def_readonly("r_squared", &BetaConvergence::r_squared, "Part of the variance of growth that the fit explains.")
      .def_readonly("speed", &BetaConvergence::speed, "Speed of convergence per period.")
      .def_readonly("speed_error", &BetaConvergence::speed_error, "Standard error of the speed, to first order.")
      .def_readonly("half_life", &BetaConvergence::half_life, "Periods until half of a gap in logarithms is closed.")
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def("__repr__",
           [](const BetaConvergence& self) {
             return "BetaConvergence(" + number(self.intercept) + ", " + number(self.slope) + ", " +
                    number(self.slope_error) + ", " + number(self.r_squared) + ", " + number(self.speed) + ", " +
                    number(self.speed_error) + ", " + python_repr(self.half_life) + ")";
           })
      .def(py::pickle(
          [](const BetaConvergence& self) {
            return py::make_tuple(1, self.intercept, self.slope, self.slope_error, self.r_squared, self.speed,
                                  self.speed_error, self.half_life);
          },
          [](const py::tuple& state) {
            const auto x = [&state](std::size_t i) { return state[i].cast<double>(); };
            return BetaConvergence{x(1), x(2), x(3), x(4), x(5), x(6), state[7].cast<sr::Crossing>()};
          }));
}

}  // namespace

void register_inequality(py::module_& m) {
  register_classes(m);
  Forms forms(m);
  using D = double;
  using A = const ArrayRef&;
  using Out = Eigen::Ref<Eigen::ArrayXd>;
  using Panel = const sr::PanelRef&;
  const py::call_guard<py::gil_scoped_release> released;

  forms.add(sr::two_group_theil_t);
  forms.add(sr::two_group_theil_l);
  forms.add(sr::two_group_gini);
  forms.add(sr::theil_t_turning_share);
  forms.add(sr::theil_l_turning_share);
  forms.add(sr::gini_turning_share);
  forms.add(sr::implied_urban_share);
  forms.add(sr::logarithmic_mean);

  // Results with several parts: tuples, which Python names.
  forms.scalar.def("two_group_inequality", [](D urban, D rural, D urban_share) {
    const sr::TwoGroupInequality all = sr::two_group_inequality(urban, rural, urban_share);
    return py::make_tuple(all.theil_t, all.theil_l, all.gini, all.ratio);
  });
  forms.array.def(
      "two_group_inequality",
      [](Out theil_t, Out theil_l, Out gini, Out ratio, A urban, A rural, A urban_share) {
        sr::two_group_inequality_into(theil_t, theil_l, gini, ratio, urban, rural, urban_share);
      },
      released);
  forms.scalar.def("mean_change", [](D u0, D r0, D p0, D u1, D r1, D p1) {
    const sr::MeanChange change = sr::mean_change(u0, r0, p0, u1, r1, p1);
    return py::make_tuple(change.urban, change.rural, change.urbanisation, change.total);
  });
  forms.array.def("mean_change", [](A u0, A r0, A p0, A u1, A r1, A p1) {
    sr::MeanChanges changes = [&] {
      const py::gil_scoped_release release;
      return sr::mean_change(u0, r0, p0, u1, r1, p1);
    }();
    return py::make_tuple(std::move(changes.urban), std::move(changes.rural), std::move(changes.urbanisation),
                          std::move(changes.total));
  });
  forms.scalar.def("shapley_change", [](sr::InequalityIndex index, D u0, D r0, D p0, D u1, D r1, D p1) {
    const sr::IndexChange change = sr::shapley_change(index, u0, r0, p0, u1, r1, p1);
    return py::make_tuple(change.income, change.urbanisation, change.total);
  });
  forms.array.def("shapley_change", [](sr::InequalityIndex index, A u0, A r0, A p0, A u1, A r1, A p1) {
    sr::IndexChanges changes = [&] {
      const py::gil_scoped_release release;
      return sr::shapley_change(index, u0, r0, p0, u1, r1, p1);
    }();
    return py::make_tuple(std::move(changes.income), std::move(changes.urbanisation), std::move(changes.total));
  });

  // Indices of groups and records: one sequence, or one row each.
  forms.array.def("theil_t", [](A income, A population) { return sr::theil_t(income, population); }, released);
  forms.array.def("theil_l", [](A income, A population) { return sr::theil_l(income, population); }, released);
  forms.array.def("gini", [](A income, A population) { return sr::gini(income, population); }, released);
  forms.array.def(
      "theil_t_rows", [](Panel income, Panel population) { return sr::theil_t_rows(income, population); }, released);
  forms.array.def(
      "theil_l_rows", [](Panel income, Panel population) { return sr::theil_l_rows(income, population); }, released);
  forms.array.def(
      "gini_rows", [](Panel income, Panel population) { return sr::gini_rows(income, population); }, released);
  forms.array.def("decompose_inequality", sr::decompose_inequality, released);
  forms.array.def("decompose_records", sr::decompose_records, released);
  forms.array.def("lmdi", sr::lmdi, released);
  forms.array.def("lmdi_rows", sr::lmdi_rows, released);
  forms.array.def("sigma_convergence", sr::sigma_convergence, released);
  forms.array.def("sigma_convergence_columns", sr::sigma_convergence_columns, released);
  forms.array.def("beta_convergence", sr::beta_convergence, released);
  forms.scalar.def("urban_share", py::overload_cast<D, D, D>(sr::urban_share));
  forms.scalar.def("urban_share", py::overload_cast<D, D, D, D, sr::ShareOrigin>(sr::urban_share));
}
