#pragma once

// An argument that is an Interval or a number. An implicit conversion would lose the error for a number that is not
// finite; this one becomes an Interval where the name of the argument is known, so that the error names it.

#include <cmath>
#include <optional>
#include <string>

#include "bindings.hpp"

#include <shengzhou_report/impl/format.hpp>

struct IntervalArgument {
  double lower = 0;
  double upper = 0;

  /// @throws DomainError  when the argument is a number that is not finite; the message names it.
  [[nodiscard]] shengzhou_report::Interval named(const char* name) const {
    // The ends of an Interval are never both infinite on one side.
    if (std::isnan(lower) || (lower == upper && std::isinf(lower))) {
      throw shengzhou_report::DomainError(std::string(name) + " = " + shengzhou_report::detail::format_double(lower) +
                                          " is not a finite number; an open end needs an Interval");
    }
    return {lower, upper};
  }
};

/// The interval of an optional argument.
inline std::optional<shengzhou_report::Interval> named(const char* name,
                                                       const std::optional<IntervalArgument>& argument) {
  return argument ? std::optional(argument->named(name)) : std::nullopt;
}

namespace pybind11::detail {

template <>
struct type_caster<IntervalArgument> {
 public:
  PYBIND11_TYPE_CASTER(IntervalArgument, const_name("Interval | float"));

  bool load(handle source, bool) {
    using shengzhou_report::Interval;
    if (isinstance<Interval>(source)) {
      const auto& interval = source.cast<const Interval&>();
      value = {interval.lower(), interval.upper()};
      return true;
    }
    if (isinstance<bool_>(source) || isinstance<str>(source) || PyNumber_Check(source.ptr()) == 0) return false;
    const double number = PyFloat_AsDouble(source.ptr());
    if (number == -1 && PyErr_Occurred() != nullptr) {
      PyErr_Clear();
      return false;
    }
    value = {number, number};
    return true;
  }

  static handle cast(const IntervalArgument& source, return_value_policy, handle) {
    return pybind11::cast(source.named("interval")).release();
  }
};

}  // namespace pybind11::detail
