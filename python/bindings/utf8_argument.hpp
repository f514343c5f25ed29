#pragma once

#include <shengzhou_report/impl/code_points.hpp>

#include "bindings.hpp"

/// An argument that is a text: a str, or bytes of UTF-8. The view lives as long as the object.
/// @throws ValueError  for lone surrogates, which no UTF-8 can hold. @throws TypeError  for anything else.
inline std::string_view utf8_argument(const py::object& text) {
  if (py::isinstance<py::bytes>(text)) return text.cast<std::string_view>();
  if (!py::isinstance<py::str>(text)) throw py::type_error("text: needs a str, or bytes of UTF-8");
  return utf8(text, "text: holds a lone surrogate, which is no character");
}
