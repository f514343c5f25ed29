#pragma once

// Functions of numbers exist in three forms with the same name: on floats, on intervals, on arrays. Python's wrappers
// choose by the type of the arguments, so each form gets a submodule of its own and no overload can catch the wrong
// one.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
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
  void add(const shengzhou_report::Elementwise<Formula, ranged, numbers, optional>& /*formula*/) {
    using F = shengzhou_report::detail::formula::Forms<Formula>;
    Row row{F::signature(), F::number, F::array, nullptr};
    if constexpr (ranged > 0) row.interval = F::interval;
    add<ranged>(row, std::make_index_sequence<ranged + numbers>{});
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

  /// A formula as what it has: all that have as many parameters are then registered by one function, and pybind11's
  /// part, which takes the compiler longest, is compiled once for them.
  struct Row {
    shengzhou_report::detail::formula::Signature signature;
    double (*number)(std::span<const double>);
    void (*array)(double*, Eigen::Index, std::span<const ArrayRef* const>);
    shengzhou_report::Interval (*interval)(std::span<const shengzhou_report::detail::formula::Ends>);
  };

  template <std::size_t ranged, std::size_t... i>
  void add(const Row& row, std::index_sequence<i...> /*each*/) {
    const auto [name, parameters] = row.signature;
    scalar.def(
        name, [number = row.number](Always<double, i>... x) { return number(std::array{x...}); },
        py::arg(parameters[i].name)...);
    array.def(
        name,
        [fill = row.array](const Always<ArrayRef, i>&... x, OutRef out) -> std::optional<Eigen::ArrayXd> {
          const py::gil_scoped_release release;
          const std::array<const ArrayRef*, sizeof...(i)> given{&x...};
          if (out) {
            fill(out->data(), out->size(), given);
            return std::nullopt;
          }
          std::optional<Eigen::ArrayXd> result(shengzhou_report::broadcast_size({x.size()...}));
          fill(result->data(), result->size(), given);
          return result;
        },
        py::arg(parameters[i].name)..., py::arg("out"));
    if constexpr (ranged > 0) {
      interval.def(
          name,
          [range = row.interval](Range<i, ranged>... x) {
            return range(std::array{shengzhou_report::detail::formula::Ends(x)...});
          },
          py::arg(parameters[i].name)...);
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
