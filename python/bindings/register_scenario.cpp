#include "elementwise.hpp"

#include <pybind11/functional.h>

namespace sr = shengzhou_report;
using sr::Scenario;
using sr::ScenarioData;
using sr::ScenarioModel;
using sr::ScenarioOptions;
using sr::ScenarioQuery;

namespace pybind11::detail {

/// Estimates are tuples (value, standard error).
template <>
struct type_caster<sr::Estimate> {
 public:
  PYBIND11_TYPE_CASTER(sr::Estimate, const_name("tuple[float, float]"));

  bool load(handle, bool) { return false; }
  static handle cast(const sr::Estimate& source, return_value_policy, handle) {
    return make_tuple(source.value, source.standard_error).release();
  }
};

}  // namespace pybind11::detail

namespace {

// What the Python layer passes is checked there for its form and in C++ for its content. The order of the parts is that
// of the structs, and that of pickles.

using Matrix = sr::PathMatrix;

ScenarioModel model_from(const py::tuple& parts) {
  ScenarioModel model;
  model.start = parts[0].cast<std::vector<sr::Interval>>();
  model.periods = parts[1].cast<int>();
  model.growth = parts[2].cast<Matrix>();
  model.volatility = parts[3].cast<Matrix>();
  model.correlation = parts[4].cast<Matrix>();
  model.persistence = parts[5].cast<Eigen::ArrayXd>();
  model.shocks = parts[6].cast<sr::Shocks>();
  model.degrees_of_freedom = parts[7].cast<int>();
  model.errors = parts[8].cast<Matrix>();
  model.block_length = parts[9].cast<int>();
  return model;
}

py::tuple to_tuple(const ScenarioModel& model) {
  return py::make_tuple(model.start, model.periods, model.growth, model.volatility, model.correlation,
                        model.persistence, model.shocks, model.degrees_of_freedom, model.errors, model.block_length);
}

ScenarioQuery query_from(const py::tuple& parts) {
  ScenarioQuery query;
  if (!parts[0].is_none()) {
    const auto [numerator, denominator] = parts[0].cast<std::pair<int, int>>();
    query.ratio = sr::RatioOf{numerator, denominator};
  }
  for (const py::handle item : parts[1]) {
    const auto target = item.cast<py::tuple>();
    query.targets.push_back({target[0].cast<sr::Subject>(), target[1].cast<int>(), target[2].cast<int>(),
                             target[3].cast<double>(), target[4].cast<double>()});
  }
  for (const py::handle item : parts[2]) {
    const auto passage = item.cast<py::tuple>();
    query.passages.push_back(
        {passage[0].cast<sr::Subject>(), passage[1].cast<int>(), passage[2].cast<double>(), passage[3].cast<bool>()});
  }
  return query;
}

py::tuple to_tuple(const ScenarioQuery& query) {
  py::list targets;
  for (const sr::ScenarioTarget& target : query.targets) {
    targets.append(py::make_tuple(target.subject, target.indicator, target.period, target.lower, target.upper));
  }
  py::list passages;
  for (const sr::ScenarioPassage& passage : query.passages) {
    passages.append(py::make_tuple(passage.subject, passage.indicator, passage.threshold, passage.rising));
  }
  const py::object ratio = query.ratio ? py::object(py::make_tuple(query.ratio->numerator, query.ratio->denominator))
                                       : py::object(py::none());
  return py::make_tuple(ratio, targets, passages);
}

/// Options with a progress function that sees Ctrl-C, and tells `progress` if there is one.
ScenarioOptions options_from(const py::tuple& parts, const py::object& progress) {
  ScenarioOptions options{.paths = parts[0].cast<std::int64_t>(),
                          .first_path = parts[1].cast<std::int64_t>(),
                          .seed = parts[2].cast<std::uint64_t>(),
                          .antithetic = parts[3].cast<bool>(),
                          .threads = parts[4].cast<int>(),
                          .arithmetic = parts[5].cast<sr::Arithmetic>(),
                          .instruction_set = parts[6].cast<sr::InstructionSet>()};
  // By reference: the caller holds the function, and a copy would need the interpreter lock.
  options.progress = [&progress](std::int64_t done) {
    const py::gil_scoped_acquire acquire;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!progress.is_none()) progress(done);
  };
  return options;
}

template <class Value>
py::array_t<Value> to_array(const std::vector<Value>& values) {
  return py::array_t<Value>(static_cast<py::ssize_t>(values.size()), values.data());
}

template <class Value>
std::vector<Value> to_vector(const py::handle& object) {
  const auto array = object.cast<py::array_t<Value, py::array::c_style | py::array::forcecast>>();
  return {array.data(), array.data() + array.size()};
}

py::tuple state_of(const Scenario& scenario) {
  const ScenarioData& data = scenario.data();
  std::vector<std::int64_t> high;
  std::vector<std::uint64_t> low;
  for (const auto* sums : {&data.first, &data.second}) {
    for (const sr::WideSum& sum : *sums) {
      high.push_back(sum.high);
      low.push_back(sum.low);
    }
  }
  return py::make_tuple(1, to_tuple(data.model), to_tuple(data.query), data.seed, data.antithetic, data.arithmetic,
                        data.bins, to_array(data.scale), to_array(data.shift), data.paths, to_array(data.counts),
                        to_array(high), to_array(low), to_array(data.lowest), to_array(data.highest),
                        to_array(data.hits), to_array(data.pairs), to_array(data.joint), to_array(data.joint_pairs),
                        to_array(data.partners));
}

Scenario scenario_from(const py::tuple& state) {
  ScenarioData data;
  data.model = model_from(state[1]);
  data.query = query_from(state[2]);
  data.seed = state[3].cast<std::uint64_t>();
  data.antithetic = state[4].cast<bool>();
  data.arithmetic = state[5].cast<sr::Arithmetic>();
  data.bins = state[6].cast<int>();
  data.scale = to_vector<double>(state[7]);
  data.shift = to_vector<double>(state[8]);
  data.paths = state[9].cast<std::vector<std::pair<std::int64_t, std::int64_t>>>();
  data.counts = to_vector<std::uint64_t>(state[10]);
  const auto high = to_vector<std::int64_t>(state[11]);
  const auto low = to_vector<std::uint64_t>(state[12]);
  const std::size_t columns = high.size() / 2;
  for (std::size_t i = 0; i < high.size() && i < low.size(); ++i) {
    (i < columns ? data.first : data.second).push_back({high[i], low[i]});
  }
  data.lowest = to_vector<double>(state[13]);
  data.highest = to_vector<double>(state[14]);
  data.hits = to_vector<std::uint64_t>(state[15]);
  data.pairs = to_vector<std::uint64_t>(state[16]);
  data.joint = to_vector<std::uint64_t>(state[17]);
  data.joint_pairs = to_vector<std::uint64_t>(state[18]);
  data.partners = to_vector<std::uint64_t>(state[19]);
  return Scenario(std::move(data));
}

/// A statistic of every period (rows) and series (columns).
template <class Statistic>
Matrix table(const Scenario& scenario, const Statistic& statistic) {
  Matrix result(scenario.model().periods, scenario.series());
  for (int t = 0; t < scenario.model().periods; ++t) {
    for (int series = 0; series < scenario.series(); ++series) result(t, series) = statistic(series, t + 1);
  }
  return result;
}

template <class Statistic>
void def_table(py::class_<Scenario>& scenario, const char* name, Statistic statistic) {
  scenario.def(name, [statistic](const Scenario& self) {
    return table(self, [&](int series, int period) { return (self.*statistic)(series, period); });
  });
}

}  // namespace

void register_scenario(py::module_& m) {
  py::class_<Scenario> scenario(m, "Scenario", "Distribution of simulated futures by position; see shengzhou_report.");
  scenario.def_property_readonly("paths", &Scenario::paths)
      .def_property_readonly("ranges", [](const Scenario& self) { return self.data().paths; })
      .def_property_readonly("seed", [](const Scenario& self) { return self.data().seed; })
      .def_property_readonly("model", [](const Scenario& self) { return to_tuple(self.model()); })
      .def_property_readonly("query", [](const Scenario& self) { return to_tuple(self.query()); })
      .def("median_path",
           [](const Scenario& self) {
             Matrix result(self.model().periods + 1, self.series());
             for (int t = 0; t <= self.model().periods; ++t) {
               for (int series = 0; series < self.series(); ++series) result(t, series) = self.median_path(series, t);
             }
             return result;
           })
      .def("lowest",
           [](const Scenario& self) { return table(self, [&](int s, int t) { return self.range(s, t).lower(); }); })
      .def("highest",
           [](const Scenario& self) { return table(self, [&](int s, int t) { return self.range(s, t).upper(); }); })
      .def("quantile", [](const Scenario& self,
                          double p) { return table(self, [&](int s, int t) { return self.quantile(s, t, p); }); })
      .def("quantile_bounds",
           [](const Scenario& self, double p) {
             return py::make_tuple(table(self, [&](int s, int t) { return self.quantile_bounds(s, t, p).lower(); }),
                                   table(self, [&](int s, int t) { return self.quantile_bounds(s, t, p).upper(); }));
           })
      .def_property_readonly("outcomes", &Scenario::outcomes)
      .def("outcome", &Scenario::outcome)
      .def("narrowing", [](const Scenario& self, int period) { return self.narrowing(period); })
      .def("passed", &Scenario::passed)
      .def("conditional", &Scenario::conditional)
      .def("merge", &Scenario::merge, py::call_guard<py::gil_scoped_release>())
      .def(py::self == py::self)
      .def(py::hash(py::self))
      .def(py::pickle(&state_of, &scenario_from));
  def_table(scenario, "mean", &Scenario::mean);
  def_table(scenario, "sd", &Scenario::sd);
  def_table(scenario, "standard_error_of_mean", &Scenario::standard_error_of_mean);
  def_table(scenario, "log_mean", &Scenario::log_mean);
  def_table(scenario, "log_sd", &Scenario::log_sd);

  m.def("simulate",
        [](const py::tuple& model, const py::tuple& query, const py::tuple& options, const py::object& progress) {
          const ScenarioModel process = model_from(model);
          const ScenarioQuery questions = query_from(query);
          const ScenarioOptions how = options_from(options, progress);
          const py::gil_scoped_release release;
          return sr::simulate(process, questions, how);
        });
  m.def("path_values", [](const py::tuple& model, const py::tuple& options, std::int64_t most_bytes) {
    const py::none no_progress;
    return sr::path_values(model_from(model), options_from(options, no_progress), most_bytes);
  });
  m.def("simulate_paths", [](const py::tuple& model, const py::tuple& options, const py::object& progress,
                             Eigen::Ref<Eigen::ArrayXd> out) {
    const ScenarioModel process = model_from(model);
    const ScenarioOptions how = options_from(options, progress);
    const py::gil_scoped_release release;
    sr::simulate_paths(process, how, {out.data(), static_cast<std::size_t>(out.size())});
  });
  m.def("nearest_correlation", &sr::nearest_correlation, py::call_guard<py::gil_scoped_release>());
  m.def("instruction_sets", &sr::instruction_sets,
        R"(The vector instructions that simulations can use here; the last of them is the default.

>>> import shengzhou_report as sr
>>> sr.scenario.instruction_sets()[0]
'scalar'
)");

  Forms forms(m);
  forms.add(sr::normal_quantile);
  forms.add(sr::level_quantile);
  forms.add(sr::growth_probability);
  forms.add(sr::narrowing_probability);
  forms.add(sr::ratio_probability);
  forms.add(sr::pinball_loss);
  forms.add(sr::crps_normal);
  forms.add(sr::interval_score);
  forms.add(sr::pit_normal);
  forms.array.def("crps_sample", &sr::crps_sample, py::call_guard<py::gil_scoped_release>());
  forms.array.def("pit_sample", &sr::pit_sample, py::call_guard<py::gil_scoped_release>());
}
