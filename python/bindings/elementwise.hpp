#pragma once

// Functions of numbers exist in three forms with the same name: on floats, on intervals, on arrays. Python's wrappers
// choose by the type of the arguments, so each form gets a submodule of its own and no overload can catch the wrong
// one.

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include <shengzhou_report/elementwise.hpp>

#include "bindings.hpp"

using ArrayRef = shengzhou_report::ArrayRef;
using OutRef = std::optional<Eigen::Ref<Eigen::ArrayXd>>;

/// The submodules `_core.scalar`, `_core.interval` and `_core.array`.
struct Forms {
  explicit Forms(py::module_& m)
      : core(m), scalar(submodule(m, "scalar")), interval(submodule(m, "interval")), array(submodule(m, "array")) {
    if (!py::hasattr(m, "formulas")) m.attr("formulas") = py::dict();
  }

  /// All forms of a formula: its name and its parameters come with it. `_core.formulas` lists it, as (parameter,
  /// whether it may be an interval) for each, for the stubs.
  template <class Formula, std::size_t ranged, std::size_t numbers, std::size_t optional>
  void add(const shengzhou_report::Elementwise<Formula, ranged, numbers, optional>& formula) {
    add(formula, std::make_index_sequence<ranged + numbers>{});
  }

  /// The formulas that share a name, which `_core.formulas` lists with the parameters of the last.
  template <class... Each>
  void add(const shengzhou_report::ElementwiseOverloads<Each...>& formulas) {
    (add(static_cast<const Each&>(formulas)), ...);
  }

  py::module_ core;
  py::module_ scalar;
  py::module_ interval;
  py::module_ array;

 private:
  /// The type of argument i: `To` for each, or a number where an interval makes no sense.
  template <class To, std::size_t>
  using Always = To;
  template <std::size_t i, std::size_t ranged>
  using Range = shengzhou_report::detail::formula::RangeOrNumber<i, ranged>;

  // Plain functions and not closures: one type for each number of parameters, so that pybind11's part, which takes the
  // compiler longest, is compiled once for all formulas that have as many.
  template <class Formula, std::size_t ranged, std::size_t numbers, std::size_t optional, std::size_t... i>
  void add(const shengzhou_report::Elementwise<Formula, ranged, numbers, optional>& formula,
           std::index_sequence<i...> /*each*/) {
    using F = shengzhou_report::Elementwise<Formula, ranged, numbers, optional>;
    const auto [name, parameters] = formula.signature();
    double (*const on_numbers)(Always<double, i>...) = [](Always<double, i>... x) { return F{}(x...); };
    scalar.def(name, on_numbers, py::arg(parameters[i].name)...);
    std::optional<Eigen::ArrayXd> (*const on_arrays)(const Always<ArrayRef, i>&..., OutRef) =
        [](const Always<ArrayRef, i>&... x, OutRef out) -> std::optional<Eigen::ArrayXd> {
      const py::gil_scoped_release release;
      if (!out) return F{}(x...);
      F{}.into(*out, x...);
      return std::nullopt;
    };
    array.def(name, on_arrays, py::arg(parameters[i].name)..., py::arg("out"));
    if constexpr (ranged > 0) {
      shengzhou_report::Interval (*const on_intervals)(Range<i, ranged>...) = [](Range<i, ranged>... x) {
        return F{}.range(x...);
      };
      interval.def(name, on_intervals, py::arg(parameters[i].name)...);
    }
    core.attr("formulas")[name] = py::make_tuple(py::make_tuple(parameters[i].name, i < ranged)...);
  }

  static py::module_ submodule(py::module_& m, const char* name) {
    return py::hasattr(m, name) ? py::module_(m.attr(name)) : m.def_submodule(name);
  }
};

/// The three forms of a function that answers when a condition comes to hold. Its array form gives two arrays: the
/// periods and the positions of the words of `Reach`.
template <class... Arguments, class... IntervalArguments, class... ArrayArguments>
void def_crossing_forms(Forms& forms, const char* name, shengzhou_report::Crossing (*scalar)(Arguments...),
                        shengzhou_report::CrossingRange (*interval)(IntervalArguments...),
                        shengzhou_report::Crossings (*array)(ArrayArguments...)) {
  forms.scalar.def(name, scalar);
  forms.interval.def(name, interval);
  forms.array.def(name, [array](ArrayArguments... arguments) {
    shengzhou_report::Crossings crossings = [&] {
      const py::gil_scoped_release release;
      return array(arguments...);
    }();
    return py::make_tuple(std::move(crossings.periods), std::move(crossings.reach));
  });
}
