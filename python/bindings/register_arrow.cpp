#include <memory>

#include "capsule.hpp"

namespace sr = shengzhou_report;
using sr::Panel;
using sr::Report;

namespace {

/// What an object of Python holds, which lives as long as this: streams are read and released by any thread.
template <class T>
std::shared_ptr<const T> held(const py::object& self) {
  const auto* value = self.cast<const T*>();
  PyObject* object = Py_NewRef(self.ptr());
  return {value, [object](const T*) {
            if (Py_IsInitialized() == 0) return;
            const py::gil_scoped_acquire acquired;
            Py_DECREF(object);
          }};
}

template <class T>
void register_streams(py::module_& m, const char* name) {
  py::class_<T> bound = m.attr(name);
  bound
      .def("__arrow_c_schema__",
           [](const T& self) {
             auto schema = std::make_unique<ArrowSchema>();
             export_schema(self, schema.get());
             return capsule(std::move(schema));
           })
      .def(
          "__arrow_c_stream__",
          [](const py::object& self, const py::object& requested_schema) {
            check_requested(requested_schema);
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(held<T>(self), stream.get());
            return capsule(std::move(stream));
          },
          "requested_schema"_a = py::none());
}

}  // namespace

void register_arrow(py::module_& m) {
  register_streams<Report>(m, "Report");
  register_streams<Panel>(m, "Panel");
}
