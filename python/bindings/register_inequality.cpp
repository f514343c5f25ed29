#include "elementwise.hpp"
#include "record.hpp"

namespace sr = shengzhou_report;
using record::required;
using sr::BetaConvergence;
using sr::InequalityDecomposition;
using sr::Interval;
using sr::UrbanShare;

namespace {

void register_classes(py::module_& m) {
  py::class_<UrbanShare> share = record::define<UrbanShare>(
      m, "UrbanShare", R"(An urban population share with its origin, and the mean it gives beside the published one.

Made by `urban_share`. `origin` is 'implied' (by the published means), 'urbanisation' (the urbanisation rate) or 'given'.

>>> import shengzhou_report as sr
>>> share = sr.inequality.urban_share(41314, 54188, 23119, share=0.67, origin="urbanisation")
>>> print(f"{share.weighted_mean:.0f} yuan, {share.mismatch:.1%} off")
43935 yuan, 6.3% off
)",
      record::fields(
          required("share", "Urban share of the population, from 0 to 1.", &UrbanShare::share),
          required("origin", "'implied', 'urbanisation' or 'given'.", &UrbanShare::origin),
          required("weighted_mean", "Mean income of all residents with this share.", &UrbanShare::weighted_mean),
          required("published_mean", "Published mean income of all residents.", &UrbanShare::published_mean)),
      [](UrbanShare& self) {
        if (!(self.share >= 0 && self.share <= 1)) {
          throw sr::DomainError("share = " + record::source(self.share) + " must be from 0 to 1");
        }
        if (!std::isfinite(self.weighted_mean) || !std::isfinite(self.published_mean) || self.published_mean <= 0) {
          throw sr::DomainError("weighted_mean, published_mean: must be finite, and the published one positive");
        }
      });
  share.def_property_readonly("mismatch", &UrbanShare::mismatch,
                              "How far the weighted mean misses the published one: weighted / published - 1.");

  py::class_<InequalityDecomposition> decomposition = record::define<InequalityDecomposition>(
      m, "InequalityDecomposition",
      R"(An index of inequality as a sum of parts: between groups, within them, and overlap.

`overlap` is what the overlap of the groups' incomes adds to a Gini coefficient; 0 for both Theil indices.
)",
      record::fields(required("between", "Inequality between the groups.", &InequalityDecomposition::between),
                     required("within", "Weighted inequality inside the groups.", &InequalityDecomposition::within),
                     required("overlap", "What overlap of the groups adds to a Gini coefficient.",
                              &InequalityDecomposition::overlap),
                     required("total", "The index of all.", &InequalityDecomposition::total)));
  decomposition.def_property_readonly("between_share", &InequalityDecomposition::between_share,
                                      "Part of the total that lies between the groups.");

  record::define<BetaConvergence>(
      m, "BetaConvergence", R"(Whether poorer places grow faster; made by `beta_convergence`.

The fit of ln(end / start) / T = intercept + slope ln(start), with the speed of convergence -ln(1 + slope T) / T and the
half-life ln 2 / speed of a gap in logarithms, a Crossing that is 'never' when places diverge.
)",
      record::fields(
          required("intercept", "Intercept of the fit.", &BetaConvergence::intercept),
          required("slope", "Slope of the fit; negative when poorer places grow faster.", &BetaConvergence::slope),
          required("slope_error", "Standard error of the slope.", &BetaConvergence::slope_error),
          required("r_squared", "Part of the variance of growth that the fit explains.", &BetaConvergence::r_squared),
          required("speed", "Speed of convergence per period.", &BetaConvergence::speed),
          required("speed_error", "Standard error of the speed, to first order.", &BetaConvergence::speed_error),
          required("half_life", "Periods until half of a gap in logarithms is closed.", &BetaConvergence::half_life)));
}

}  // namespace

void register_inequality(py::module_& m) {
  register_classes(m);
  Forms forms(m);
  using D = double;
  using A = const ArrayRef&;
  using Out = Eigen::Ref<Eigen::ArrayXd>;
  using Intervals = const std::vector<Interval>&;
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
  forms.interval.def("theil_t", [](Intervals income, A population) { return sr::theil_t(income, population); });
  forms.interval.def("theil_l", [](Intervals income, A population) { return sr::theil_l(income, population); });
  forms.interval.def("gini", [](Intervals income, A population) { return sr::gini(income, population); });
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
