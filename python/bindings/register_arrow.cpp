#include <memory>

#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Panel;
using sr::Report;

namespace {

/// The names that Arrow's PyCapsule interface gives its capsules.
template <class Struct>
constexpr const char* capsule_name = nullptr;
template <>
constexpr const char* capsule_name<ArrowSchema> = "arrow_schema";
template <>
constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";

/// A capsule of a struct of Arrow, which releases it where nobody has taken it.
template <class Struct>
py::object capsule(std::unique_ptr<Struct> value) {
  PyObject* made = PyCapsule_New(value.get(), capsule_name<Struct>, [](PyObject* self) {
    const std::unique_ptr<Struct> held(static_cast<Struct*>(PyCapsule_GetPointer(self, capsule_name<Struct>)));
    if (held->release != nullptr) held->release(held.get());
  });
  if (made == nullptr) {
    value->release(value.get());
    throw py::error_already_set();
  }
  value.release();
  return py::reinterpret_steal<py::object>(made);
}

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
            // What somebody would rather have is for them to cast: Arrow leaves that to the producer's discretion.
            if (!requested_schema.is_none() &&
                PyCapsule_IsValid(requested_schema.ptr(), capsule_name<ArrowSchema>) == 0)
              throw py::type_error("requested_schema: must be None or a capsule of an Arrow schema");
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
