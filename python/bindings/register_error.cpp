#include "bindings.hpp"

namespace sr = shengzhou_report;

namespace {

/// Base classes of a Python error: ours and the builtin that means the same.
py::tuple bases(const py::handle& error, PyObject* builtin) { return py::make_tuple(error, py::handle(builtin)); }

void publish(py::object error, const char* doc) {
  error.attr("__module__") = "shengzhou_report";
  error.attr("__doc__") = doc;
}

}  // namespace

void register_error(py::module_& m) {
  auto error = py::register_exception<sr::Error>(m, "Error");
  publish(error, "Base of every error that this library raises on purpose.");
  publish(py::register_exception<sr::UnitError>(m, "UnitError", bases(error, PyExc_ValueError)),
          "A unit that cannot be read, or two units that do not fit together.");
  publish(py::register_exception<sr::DomainError>(m, "DomainError", bases(error, PyExc_ValueError)),
          "A number outside the domain of a formula. The message names the argument and its value.");

  // KeyError prints the repr of its message; this one prints it as it is.
  auto lookup = py::register_exception<sr::LookupError>(m, "LookupError", bases(error, PyExc_KeyError));
  publish(lookup, "A name that nothing answers to. The message suggests near names.");
  lookup.attr("__str__") = py::cpp_function(
      [](const py::object& self) {
        const py::tuple arguments = self.attr("args");
        return arguments.empty() ? py::str() : py::str(arguments[0]);
      },
      py::is_method(lookup));

  static PYBIND11_CONSTINIT py::gil_safe_call_once_and_store<py::object> parse_error;
  parse_error.call_once_and_store_result([&] {
    py::object type = py::exception<sr::ParseError>(m, "ParseError", bases(error, PyExc_ValueError));
    publish(type, "Text that cannot be read; `offset` is the code point where reading stopped.");
    type.attr("offset") = 0;
    return type;
  });
  py::register_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const sr::ParseError& e) {
      const py::object& type = parse_error.get_stored();
      py::object instance = type(e.what());
      instance.attr("offset") = e.offset();
      PyErr_SetObject(type.ptr(), instance.ptr());
    }
  });
}
