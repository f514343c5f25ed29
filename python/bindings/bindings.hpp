#pragma once

// One place for what every binding file needs: pybind11, the casters of this library, the list of register functions.

#include <string>
#include <string_view>

#include <pybind11/eigen.h>
#include <pybind11/native_enum.h>
#include <pybind11/numpy.h>
#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <shengzhou_report.hpp>
#include <shengzhou_report/impl/utf8.hpp>

namespace py = pybind11;
using namespace pybind11::literals;  // NOLINT(google-build-using-namespace)

void register_error(py::module_& m);
void register_words(py::module_& m);
void register_divisions(py::module_& m);
void register_interval(py::module_& m);
void register_unit(py::module_& m);
void register_quantity(py::module_& m);
void register_indicator(py::module_& m);
void register_statement(py::module_& m);
void register_skipped(py::module_& m);
void register_report(py::module_& m);
void register_parse(py::module_& m);
void register_numbers(py::module_& m);
void register_growth(py::module_& m);
void register_prices(py::module_& m);
void register_contributions(py::module_& m);
void register_plan(py::module_& m);
void register_intensity(py::module_& m);
void register_per_head(py::module_& m);
void register_income_gap(py::module_& m);
void register_distribution(py::module_& m);
void register_index_number(py::module_& m);
void register_inequality(py::module_& m);
void register_regional(py::module_& m);
void register_target(py::module_& m);
void register_progress(py::module_& m);
void register_disaggregation(py::module_& m);
void register_feasible(py::module_& m);
void register_check(py::module_& m);
void register_panel(py::module_& m);
void register_columns(py::module_& m);
void register_arrow(py::module_& m);
void register_corpus(py::module_& m);
void register_scenario(py::module_& m);
/// Lets all that is bound name a keyword that it does not have.
void explain_arguments(const py::module_& m);

/// Python source of a value: repr(object).
template <class T>
std::string python_repr(const T& value) {
  return py::repr(py::cast(value)).template cast<std::string>();
}

/// The UTF-8 of a str, which lives as long as that. @throws ValueError  for lone surrogates, which no UTF-8 can hold.
inline std::string_view utf8(py::handle text,
                             const char* error = "the text holds a lone surrogate, which is no character") {
  Py_ssize_t size = 0;
  const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (data == nullptr) {
    PyErr_Clear();
    throw py::value_error(error);
  }
  return {data, static_cast<std::size_t>(size)};
}

/// An argument that is a str. pybind11's own std::string also takes bytes, whatever their encoding.
struct Text {
  std::string value;

  operator std::string() && { return std::move(value); }  // NOLINT(google-explicit-constructor)
  operator std::string_view() const { return value; }     // NOLINT(google-explicit-constructor)
  friend bool operator==(const Text&, const Text&) = default;
};

/// Moves out the strings of arguments that are lists of str.
inline std::vector<std::string> strings(std::vector<Text>&& texts) {
  return {std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end())};
}

/// An optional text as an optional string.
inline std::optional<std::string> string(std::optional<Text>&& text) {
  if (!text) return std::nullopt;
  return std::move(text->value);
}

/// An argument that is a Unit or the text of one. Unlike an implicit conversion it lets the UnitError through, which
/// says what is wrong with the text.
struct UnitArgument {
  shengzhou_report::Unit unit;
};

namespace pybind11::detail {

template <>
struct type_caster<Text> {
 public:
  PYBIND11_TYPE_CASTER(Text, const_name("str"));

  bool load(handle source, bool) {
    if (!isinstance<str>(source)) return false;
    value.value = utf8(source);
    return true;
  }

  static handle cast(const Text& source, return_value_policy, handle) { return pybind11::str(source.value).release(); }
};

template <>
struct type_caster<UnitArgument> {
 public:
  PYBIND11_TYPE_CASTER(UnitArgument, const_name("Unit | str"));

  bool load(handle source, bool) {
    using shengzhou_report::Unit;
    if (isinstance<Unit>(source)) {
      value.unit = source.cast<Unit>();
      return true;
    }
    if (!isinstance<str>(source)) return false;
    value.unit = Unit(utf8(source));
    return true;
  }

  static handle cast(const UnitArgument& source, return_value_policy, handle) {
    return pybind11::cast(source.unit).release();
  }
};

/// Enumerations are plain strings in Python ("growth"): they need no import, print well and go into pandas as they are.
template <class Enum>
struct type_caster_enum_type_enabled<Enum, std::enable_if_t<shengzhou_report::Worded<Enum>>> : std::false_type {};

template <class Enum>
struct type_caster<Enum, std::enable_if_t<shengzhou_report::Worded<Enum>>> {
 public:
  PYBIND11_TYPE_CASTER(Enum, const_name("str"));

  bool load(handle source, bool) {
    if (!isinstance<str>(source)) return false;
    value = shengzhou_report::from_string<Enum>(utf8(source));
    return true;
  }

  static handle cast(Enum source, return_value_policy, handle) { return pybind11::str(to_string(source)).release(); }
};

/// A tuple of words.
template <>
struct type_caster<shengzhou_report::Doubts> {
 public:
  PYBIND11_TYPE_CASTER(shengzhou_report::Doubts, const_name("tuple[str, ...]"));

  bool load(handle source, bool) {
    if (isinstance<str>(source) || !isinstance<sequence>(source)) return false;
    for (const handle word : source) value.add(word.cast<shengzhou_report::Doubt>());
    return true;
  }

  static handle cast(const shengzhou_report::Doubts& source, return_value_policy, handle) {
    return pybind11::tuple(pybind11::cast(source.list())).release();
  }
};

/// A tuple of str.
template <>
struct type_caster<shengzhou_report::Headings> {
 public:
  PYBIND11_TYPE_CASTER(shengzhou_report::Headings, const_name("tuple[str, ...]"));

  bool load(handle source, bool convert) {
    make_caster<std::vector<std::string>> titles;
    if (!titles.load(source, convert)) return false;
    value = cast_op<std::vector<std::string>&&>(std::move(titles));
    return true;
  }

  static handle cast(const shengzhou_report::Headings& source, return_value_policy, handle) {
    tuple result(source.size());
    std::size_t i = 0;
    for (const std::string& title : source) result[i++] = pybind11::str(title);
    return result.release();
  }
};

/// decimal.Decimal, and everything that names a decimal exactly: int, str, and floats by their shortest digits.
template <>
struct type_caster<shengzhou_report::Decimal> {
 public:
  PYBIND11_TYPE_CASTER(shengzhou_report::Decimal, const_name("decimal.Decimal"));

  bool load(handle source, bool) {
    using shengzhou_report::Decimal;
    if (isinstance<bool_>(source)) return false;
    if (PyFloat_Check(source.ptr()) != 0) {
      value = Decimal::from_double(PyFloat_AS_DOUBLE(source.ptr()));
      return true;
    }
    const bool exact = isinstance<str>(source) || isinstance<py::int_>(source) ||
                       isinstance(source, module_::import("decimal").attr("Decimal")) ||
                       isinstance(source, module_::import("numbers").attr("Real"));
    if (!exact) return false;
    value = Decimal::parse(utf8(str(source)));
    return true;
  }

  static handle cast(const shengzhou_report::Decimal& source, return_value_policy, handle) {
    return module_::import("decimal").attr("Decimal")(to_string(source)).release();
  }
};

}  // namespace pybind11::detail
