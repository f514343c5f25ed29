#pragma once

#include <memory>

#include "bindings.hpp"

/// The names that Arrow's PyCapsule interface gives its capsules.
template <class Struct>
inline constexpr const char* capsule_name = nullptr;
template <>
inline constexpr const char* capsule_name<ArrowSchema> = "arrow_schema";
template <>
inline constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";

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

/// What somebody would rather have is for them to cast: Arrow leaves that to the producer's discretion.
inline void check_requested(const py::object& schema) {
  if (!schema.is_none() && PyCapsule_IsValid(schema.ptr(), capsule_name<ArrowSchema>) == 0)
    throw py::type_error("requested_schema: must be None or a capsule of an Arrow schema");
}
