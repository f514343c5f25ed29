#include "elementwise.hpp"

namespace sr = shengzhou_report;

void register_regional(py::module_& m) {
  Forms forms(m);
  forms.add(sr::location_quotient);
  forms.add(sr::elderly_share);
  forms.add(sr::child_dependency_ratio);
  forms.add(sr::old_age_dependency_ratio);
  forms.add(sr::dependency_ratio);
  forms.add(sr::ageing_index);
  forms.add(sr::potential_support_ratio);
  forms.scalar.def("ageing_stage", [](double share, sr::ElderlyFrom elderly) {
    return sr::to_string(sr::ageing_stage(share, elderly));
  });
  forms.array.def("age_groups", [](const ArrayRef& population, const ArrayRef& age, sr::ElderlyFrom elderly) {
    const sr::AgeGroups groups = sr::age_groups(population, age, elderly);
    return py::make_tuple(groups.children, groups.working, groups.elderly);
  });
  forms.array.def("shift_share", [](const ArrayRef& base, const ArrayRef& current, const ArrayRef& reference_base,
                                    const ArrayRef& reference_current, sr::ShiftShareMethod method) {
    sr::ShiftShare parts = [&] {
      const py::gil_scoped_release release;
      return sr::shift_share(base, current, reference_base, reference_current, method);
    }();
    return py::make_tuple(std::move(parts.national), std::move(parts.industry_mix), std::move(parts.competitive),
                          std::move(parts.allocation), std::move(parts.total));
  });
}
