#include "elementwise.hpp"

namespace sr = shengzhou_report;

void register_per_head(py::module_& m) {
  Forms forms(m);
  forms.add(sr::mean_population);
  forms.add(sr::per_head);
  forms.add(sr::per_head_growth);
  forms.add(sr::implied_population);
}
