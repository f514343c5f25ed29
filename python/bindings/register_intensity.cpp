#include "elementwise.hpp"

namespace sr = shengzhou_report;

void register_intensity(py::module_& m) {
  Forms forms(m);
  forms.add(sr::intensity_growth);
  forms.add(sr::use_growth_room);
  forms.add(sr::use_room);
  forms.add(sr::output_growth_room);
  forms.add(sr::elasticity);
}
