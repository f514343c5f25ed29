// A keyword that a function does not have: its name and the nearest one that it has, instead of all overloads.

#include <algorithm>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/impl/names.hpp>

#include "bindings.hpp"

namespace sr = shengzhou_report;

namespace {

using Vectorcall = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t, PyObject*);
using Call = PyObject* (*)(PyObject*, PyObject*, PyObject*);

// What pybind11 calls: one function for all that it binds.
Vectorcall vectorcall = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
Call call = nullptr;              // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// The names of the arguments in the signatures that a message of pybind11 lists, each once: "    1. (self: …, year:
/// int | None = None) -> …".
std::vector<std::string> arguments_in(std::string_view message) {
  std::vector<std::string> names;
  for (std::size_t line = message.find("\n    "); line != std::string_view::npos;
       line = message.find("\n    ", line + 1)) {
    const std::size_t open = message.find('(', line);
    if (message.find(". ", line) > open) continue;
    int depth = 0;
    std::size_t begin = open + 1;
    for (std::size_t i = begin; i < message.size() && depth >= 0; ++i) {
      const char c = message[i];
      if (c == '(' || c == '[' || c == '{') ++depth;
      if (c == ')' || c == ']' || c == '}') --depth;
      if (depth > 0 || (c != ',' && depth == 0)) continue;
      const std::string_view argument = message.substr(begin, i - begin);
      const std::string name(argument.substr(0, argument.find(':')));
      begin = i + 2;
      const bool argument_of_caller =
          !name.empty() && name != "self" && name.find('*') == std::string::npos && name.find('/') == std::string::npos;
      if (argument_of_caller && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

/// What is called: a function by its name, a constructor by that of its class, "    1. shengzhou_report.Unit(text: …".
std::string called_in(const std::string& message) {
  const std::string name = message.substr(0, message.find('('));
  const std::size_t line = message.find("\n    1. ");
  if (name != "__init__" || line == std::string::npos) return name;
  const std::string type = message.substr(line + 8, message.find('(', line) - line - 8);
  return type.substr(type.rfind('.') + 1);
}

/// The message for the first keyword that the function does not have; empty where it has them all.
std::string wrong_keyword(const std::string& message, const py::handle& keywords) {
  if (message.find("(): incompatible ") == std::string::npos) return {};
  const std::vector<std::string> names = arguments_in(message);
  if (names.empty()) return {};
  for (const py::handle keyword : py::list(py::reinterpret_borrow<py::object>(keywords))) {
    const auto name = keyword.cast<std::string>();
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string near = sr::detail::did_you_mean(sr::detail::similar_names(name, names, 1));
    std::string says = called_in(message) + "() has no argument " + sr::detail::quoted(name) + near;
    says += near.empty() ? "; it takes " : " It takes ";
    for (std::size_t i = 0; i < names.size(); ++i) says += (i > 0 ? ", " : "") + names[i];
    return says;
  }
  return {};
}

/// Behind a call that failed: where the error is pybind11's of arguments, and a keyword is none of them, says so.
void explain(const py::handle& keywords) noexcept {
  if (!keywords || PyErr_ExceptionMatches(PyExc_TypeError) == 0) return;
  py::error_already_set error;
  try {
    const std::string says = wrong_keyword(py::str(error.value()), keywords);
    if (!says.empty()) return PyErr_SetString(PyExc_TypeError, says.c_str());
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the error stays what it was
  }
  error.restore();
}

/// Calls, and explains what failed. Of a keyword that no UTF-8 can hold pybind11 throws while it writes its message,
/// and nothing would catch that.
template <class Called>
PyObject* explained(Called called, const py::handle& keywords) {
  PyObject* result = nullptr;
  try {
    result = called();
  } catch (py::error_already_set& error) {
    error.restore();
  }
  if (result == nullptr) explain(keywords);
  return result;
}

PyObject* explained_vectorcall(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords) {
  return explained([&] { return vectorcall(self, arguments, count, keywords); }, keywords);
}

PyObject* explained_call(PyObject* self, PyObject* arguments, PyObject* keywords) {
  return explained([&] { return call(self, arguments, keywords); }, keywords);
}

/// Puts the explanation around a function that pybind11 made.
void explain_calls_of(PyObject* object) {
  if (PyInstanceMethod_Check(object) != 0) object = PyInstanceMethod_GET_FUNCTION(object);
  if (PyCFunction_Check(object) == 0) return;
  PyMethodDef* const method = reinterpret_cast<PyCFunctionObject*>(object)->m_ml;
  const auto meth = reinterpret_cast<void (*)()>(method->ml_meth);
  if (method->ml_flags == (METH_FASTCALL | METH_KEYWORDS)) {
    if (vectorcall == nullptr) vectorcall = reinterpret_cast<Vectorcall>(meth);
    if (reinterpret_cast<Vectorcall>(meth) != vectorcall) return;
    method->ml_meth = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(explained_vectorcall));
  } else if (method->ml_flags == (METH_VARARGS | METH_KEYWORDS)) {
    if (call == nullptr) call = reinterpret_cast<Call>(meth);
    if (reinterpret_cast<Call>(meth) != call) return;
    method->ml_meth = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(explained_call));
  }
}

}  // namespace

void explain_arguments(const py::module_& m) {
  for (const auto& [name, value] : py::cast<py::dict>(m.attr("__dict__"))) {
    explain_calls_of(value.ptr());
    if (!py::isinstance<py::type>(value)) continue;
    for (const auto& item : py::dict(value.attr("__dict__"))) {
      const py::handle member = item.second;
      explain_calls_of(py::hasattr(member, "__func__") ? member.attr("__func__").ptr() : member.ptr());
    }
  }
}
