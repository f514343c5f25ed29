#pragma once

// Functions of numbers exist in three forms with the same name: on floats, on intervals, on arrays. Python's wrappers
// choose by the type of the arguments, so each form gets a submodule of its own and no overload can catch the wrong
// one.

#include <optional>
#include <string>
#include <utility>

#include "bindings.hpp"

/// The submodules `_core.scalar`, `_core.interval` and `_core.array`.
struct Forms {
  explicit Forms(py::module_& m)
      : scalar(submodule(m, "scalar")), interval(submodule(m, "interval")), array(submodule(m, "array")) {}

  py::module_ scalar;
  py::module_ interval;
  py::module_ array;

 private:
  static py::module_ submodule(py::module_& m, const char* name) {
    return py::hasattr(m, name) ? py::module_(m.attr(name)) : m.def_submodule(name);
  }
};

using ArrayRef = shengzhou_report::ArrayRef;
using OutRef = std::optional<Eigen::Ref<Eigen::ArrayXd>>;

/// Stands for `To` whatever the second type is: one array argument for each numeric one.
template <class To, class>
using Always = To;

/// Array form of `function`: arguments of size n or 1, results in a new array or in `out`. Runs without the GIL.
template <class... Arguments>
void def_array(Forms& forms, const char* name, double (*function)(Arguments...)) {
  forms.array.def(
      name, [function](const Always<ArrayRef, Arguments>&... arguments, OutRef out) -> std::optional<Eigen::ArrayXd> {
        const py::gil_scoped_release release;
        if (!out) return shengzhou_report::broadcast(function, arguments...);
        shengzhou_report::broadcast_into(*out, function, arguments...);
        return std::nullopt;
      });
}

/// Array form of a function that writes into an array itself, faster than a call for every number.
template <class... Arrays>
void def_array(Forms& forms, const char* name, void (*into)(Eigen::Ref<Eigen::ArrayXd>, Arrays...)) {
  forms.array.def(name, [into](Arrays... arguments, OutRef out) -> std::optional<Eigen::ArrayXd> {
    const py::gil_scoped_release release;
    std::optional<Eigen::ArrayXd> result;
    if (!out) result.emplace(shengzhou_report::broadcast_size({arguments.size()...}));
    into(out ? *out : Eigen::Ref<Eigen::ArrayXd>(*result), arguments...);
    return result;
  });
}

/// The three forms of a function that maps numbers to a number.
template <class... Arguments, class... IntervalArguments>
void def_forms(Forms& forms, const char* name, double (*scalar)(Arguments...),
               shengzhou_report::Interval (*interval)(IntervalArguments...)) {
  forms.scalar.def(name, scalar);
  forms.interval.def(name, interval);
  def_array(forms, name, scalar);
}

/// The same, with an array form that writes into an array itself.
template <class... Arguments, class... IntervalArguments, class... Arrays>
void def_forms(Forms& forms, const char* name, double (*scalar)(Arguments...),
               shengzhou_report::Interval (*interval)(IntervalArguments...),
               void (*into)(Eigen::Ref<Eigen::ArrayXd>, Arrays...)) {
  forms.scalar.def(name, scalar);
  forms.interval.def(name, interval);
  def_array(forms, name, into);
}

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
