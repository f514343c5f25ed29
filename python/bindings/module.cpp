#include "bindings.hpp"

// Errors first, so that every later translation finds them; then classes before the functions that use them.
PYBIND11_MODULE(_core, m, py::mod_gil_not_used()) {
  m.doc() = "C++ core of shengzhou_report; import shengzhou_report instead.";
  m.attr("__version__") = shengzhou_report::version;
  register_error(m);
  register_words(m);
  register_divisions(m);
  register_interval(m);
  register_unit(m);
  register_quantity(m);
  register_indicator(m);
  register_statement(m);
  register_skipped(m);
  register_report(m);
  register_parse(m);
  register_numbers(m);
  register_growth(m);
  register_prices(m);
  register_contributions(m);
  register_plan(m);
  register_intensity(m);
  register_per_head(m);
  register_income_gap(m);
  register_distribution(m);
  register_index_number(m);
  register_inequality(m);
  register_regional(m);
  register_target(m);
  register_progress(m);
  register_disaggregation(m);
  register_feasible(m);
  register_check(m);
  register_panel(m);
  register_columns(m);
  register_arrow(m);
  register_corpus(m);
  register_scenario(m);
  explain_arguments(m);
}
