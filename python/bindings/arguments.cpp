// What a call says whose arguments do not fit: which argument, and what it takes, instead of all overloads.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/impl/names.hpp>

#include "bindings.hpp"
#include "signature.hpp"

namespace sr = shengzhou_report;

namespace {

using Vectorcall = PyObject* (*)(PyObject*, PyObject* const*, Py_ssize_t, PyObject*);
using Call = PyObject* (*)(PyObject*, PyObject*, PyObject*);

// What pybind11 calls: one function for all that it binds.
Vectorcall vectorcall = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
Call call = nullptr;              // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// An argument of a call; without a name where it was given by position.
struct Given {
  py::object value;
  std::string name;
};

/// How strictly arguments are judged. pybind11 takes None for a pointer to a class, most things for a bool, and an int
/// only where it has room, which no signature says; where all else fits, such an argument is what it refused.
enum class Judgement { usual, suspicious };

// The types of signatures. pybind11 spells int and float by what converts to them.
constexpr std::string_view int_type = "typing.SupportsInt | typing.SupportsIndex";
constexpr std::string_view float_type = "typing.SupportsFloat | typing.SupportsIndex";
constexpr std::string_view sequence_type = "collections.abc.Sequence[";
constexpr std::string_view interval_type = "shengzhou_report.Interval";
constexpr std::string_view tuple_type = "tuple[str, ...]";
constexpr std::string_view package = "shengzhou_report.";

std::string replaced(std::string text, std::string_view old, std::string_view by) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size())) {
    text.replace(at, old.size(), by);
  }
  return text;
}

/// A type as a user writes it: "int or None".
std::string spelled(const std::string& type) {
  std::string words =
      replaced(type, interval_type, type.find("float") == std::string::npos ? "Interval | float" : "Interval");
  words = replaced(replaced(words, int_type, "int"), float_type, "float");
  words = replaced(replaced(words, "shengzhou_report._core.", ""), package, "");
  words = replaced(replaced(words, "collections.abc.Sequence", "sequence"), "decimal.Decimal", "Decimal | str | float");
  words = replaced(replaced(words, tuple_type, "sequence[str]"), "[", " of ");
  return replaced(replaced(words, "]", ""), " | ", " or ");
}

/// The type of a sequence's elements; empty for what is no sequence.
std::string_view element_type(std::string_view type) {
  if (type == tuple_type) return "str";
  if (type.substr(0, sequence_type.size()) != sequence_type) return {};
  return type.substr(sequence_type.size(), type.size() - sequence_type.size() - 1);
}

bool fits(std::string_view type, const py::handle& value, Judgement judgement);

/// Whether all elements of a list or tuple fit. Of what else pybind11 goes through, the elements are not looked at.
bool elements_fit(std::string_view type, const py::handle& value, Judgement judgement) {
  if (py::isinstance<py::str>(value) || py::isinstance<py::bytes>(value)) return false;
  if (!py::isinstance<py::list>(value) && !py::isinstance<py::tuple>(value)) {
    const bool goes = PySequence_Check(value.ptr()) != 0 || PyGen_Check(value.ptr()) != 0 ||
                      PyAnySet_Check(value.ptr()) != 0 || py::hasattr(value, "mapping");
    return goes && judgement == Judgement::usual;
  }
  const auto items = py::reinterpret_borrow<py::sequence>(value);
  return std::all_of(items.begin(), items.end(), [&](const py::handle item) { return fits(type, item, judgement); });
}

/// Whether an int is one that fits wherever an int does.
bool is_small(const py::handle& value) {
  int overflow = 0;
  const long number = PyLong_AsLongAndOverflow(value.ptr(), &overflow);
  return overflow == 0 && number >= 0 && number <= 0x7fffffff;
}

bool is_finite(const py::handle& value) {
  return PyFloat_Check(value.ptr()) != 0 && std::isfinite(PyFloat_AS_DOUBLE(value.ptr()));
}

/// An array counts as a number for Python, but not one that has elements.
bool has_length(const py::handle& value) {
  if (PyObject_Size(value.ptr()) >= 0) return true;
  PyErr_Clear();
  return false;
}

/// Whether `value` fits one type of a union; true for types that are not known here.
bool fits_one(std::string_view type, const py::handle& value, Judgement judgement) {
  const bool is_text = py::isinstance<py::str>(value);
  const bool is_number =
      PyNumber_Check(value.ptr()) != 0 && PyComplex_Check(value.ptr()) == 0 && !is_text && !has_length(value);
  if (type == "None") return value.is_none();
  if (type == "str") return is_text;
  if (type == "int") {
    if (PyFloat_Check(value.ptr()) != 0) return false;
    return is_number && (judgement == Judgement::usual || PyLong_Check(value.ptr()) == 0 || is_small(value));
  }
  const bool is_bool = py::isinstance<py::bool_>(value);
  if (type == "bool") return is_bool || judgement == Judgement::usual;
  if (type == "float") return is_number && (!is_bool || judgement == Judgement::usual);
  // A finite number becomes an Interval.
  if (type == interval_type && is_number) {
    return judgement == Judgement::usual || (PyLong_Check(value.ptr()) != 0 && !is_bool) || is_finite(value);
  }
  if (type == "decimal.Decimal") return is_text || (is_number && !is_bool);
  if (type == "slice") return py::isinstance<py::slice>(value);
  if (type == "tuple") return py::isinstance<py::tuple>(value);
  if (const std::string_view element = element_type(type); !element.empty()) {
    return elements_fit(element, value, judgement);
  }
  const py::module_ core = py::module_::import("shengzhou_report._core");
  const std::string name(type.substr(type.rfind('.') + 1));
  if (!py::hasattr(core, name.c_str()) || !py::isinstance<py::type>(core.attr(name.c_str()))) return true;
  return py::isinstance(value, core.attr(name.c_str())) || (judgement == Judgement::usual && value.is_none());
}

/// Whether `value` fits a type as a signature spells it.
bool fits(std::string_view type, const py::handle& value, Judgement judgement) {
  const std::string plain = replaced(replaced(std::string(type), int_type, "int"), float_type, "float");
  const std::vector<std::string_view> types = split_outside_brackets(plain, " | ");
  return std::any_of(types.begin(), types.end(), [&](std::string_view one) { return fits_one(one, value, judgement); });
}

/// What keeps a call from fitting a signature.
struct Misfit {
  enum class Kind { type, missing, too_many } kind;
  std::string name;
  std::string type;
  py::object value;
};

std::optional<Misfit> misfit(const Signature& signature, const std::vector<Given>& given, Judgement judgement) {
  std::vector<const Given*> taken(signature.size(), nullptr);
  std::size_t position = 0;
  for (const Given& argument : given) {
    std::size_t at = position;
    if (argument.name.empty()) {
      ++position;
      if (at >= signature.size() || signature[at].is_by_name) return Misfit{Misfit::Kind::too_many, {}, {}, {}};
    } else {
      while (at < signature.size() && signature[at].name != argument.name) ++at;
      if (at == signature.size()) return Misfit{Misfit::Kind::too_many, {}, {}, {}};
    }
    taken[at] = &argument;
  }
  for (std::size_t i = 0; i < signature.size(); ++i) {
    const Parameter& parameter = signature[i];
    if (taken[i] == nullptr && parameter.is_required) return Misfit{Misfit::Kind::missing, parameter.name, {}, {}};
  }
  for (std::size_t i = 0; i < signature.size(); ++i) {
    if (taken[i] != nullptr && !fits(signature[i].type, taken[i]->value, judgement)) {
      return Misfit{Misfit::Kind::type, signature[i].name, signature[i].type, taken[i]->value};
    }
  }
  return std::nullopt;
}

/// Names, or types, of several overloads, each once.
void add(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// Leaves out the numbers that pybind11 gives to arguments without a name, where one overload names them.
void drop_numbered(std::vector<std::string>& names) {
  const auto numbered = [](const std::string& name) { return name.compare(0, 3, "arg") == 0 && name.size() <= 5; };
  if (!std::all_of(names.begin(), names.end(), numbered)) std::erase_if(names, numbered);
}

std::string joined(const std::vector<std::string>& words, std::string_view mark) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : mark).append(word);
  return text;
}

/// A value in a message: by its type, but a number that is of the right type and too large for it as it is.
std::string shown(std::string_view type, const py::object& value) {
  if (value.is_none()) return "None";
  if (PyFloat_Check(value.ptr()) != 0 && !is_finite(value)) return py::str(value);
  if (PyLong_Check(value.ptr()) != 0 && !py::isinstance<py::bool_>(value) && !is_small(value)) {
    const std::string digits = py::str(value);
    return digits.size() <= 40 ? digits : "an int of " + std::to_string(digits.size()) + " digits";
  }
  std::string name = py::str(py::type::handle_of(value).attr("__name__"));
  const bool is_sequence = py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value);
  const std::string_view element = element_type(type);
  if (!is_sequence || element.empty()) return name;
  const auto items = py::reinterpret_borrow<py::sequence>(value);
  const auto wrong = std::find_if(items.begin(), items.end(),
                                  [&](const py::handle item) { return !fits(element, item, Judgement::suspicious); });
  return wrong == items.end() ? name : name + " with " + shown("", py::reinterpret_borrow<py::object>(*wrong));
}

/// How many arguments can be given without their names, and which need them.
std::string most_by_position(const std::vector<Signature>& signatures) {
  std::ptrdiff_t most = 0;
  std::vector<std::string> by_name;
  for (const Signature& signature : signatures) {
    std::ptrdiff_t count = 0;
    for (const Parameter& parameter : signature) {
      if (parameter.is_by_name) add(by_name, parameter.name);
      if (!parameter.is_by_name && parameter.name != "self") ++count;
    }
    most = std::max(most, count);
  }
  const std::string few = most == 0   ? "no argument"
                          : most == 1 ? "one argument"
                                      : "at most " + std::to_string(most) + " arguments";
  return few + (by_name.empty() ? "" : " without a name; with their names " + joined(by_name, ", "));
}

/// The message for arguments that do not fit; empty where no reason is found.
std::string wrong_argument(const std::string& called, const std::vector<Signature>& signatures,
                           const std::vector<Given>& given, Judgement judgement) {
  std::vector<Misfit> misfits;
  for (const Signature& signature : signatures) {
    const std::optional<Misfit> found = misfit(signature, given, judgement);
    if (!found) return {};
    misfits.push_back(*found);
  }
  // An overload that takes so many arguments is likelier meant than one that takes more or fewer.
  const auto kind = std::min_element(misfits.begin(), misfits.end(), [](const Misfit& a, const Misfit& b) {
                      return a.kind < b.kind;
                    })->kind;
  std::vector<std::string> names;
  std::vector<std::string> types;
  for (const Misfit& found : misfits) {
    if (found.kind != kind) continue;
    add(names, found.name);
    add(types, spelled(found.type));
  }
  drop_numbered(names);
  if (kind == Misfit::Kind::missing) return called + "() needs the argument " + joined(names, " or ");
  if (kind == Misfit::Kind::too_many) return called + "() takes " + most_by_position(signatures);
  // A function that starts with an underscore stands behind one of Python, whose argument this is.
  const bool is_public = called.front() != '_' || called.substr(0, 2) == "__";
  const auto first = std::find_if(misfits.begin(), misfits.end(), [&](const Misfit& m) { return m.kind == kind; });
  return (is_public ? called + "(): " : "") + joined(names, " or ") + (is_public ? " needs " : ": needs ") +
         joined(types, " or ") + ", got " + shown(first->type, first->value);
}

/// The message for the first keyword that no signature has; empty where they have them all.
std::string wrong_keyword(const std::string& called, const std::vector<Signature>& signatures,
                          const std::vector<Given>& given) {
  std::vector<std::string> names;
  for (const Signature& signature : signatures) {
    for (const Parameter& parameter : signature) {
      if (parameter.name != "self") add(names, parameter.name);
    }
  }
  if (names.empty()) return {};
  for (const Given& argument : given) {
    const std::string& name = argument.name;
    if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string near = sr::detail::did_you_mean(sr::detail::similar_names(name, names, 1));
    return called + "() has no argument " + sr::detail::in_quotes(name) + near +
           (near.empty() ? "; it takes " : " It takes ") + joined(names, ", ");
  }
  return {};
}

/// What to say instead of pybind11's message; empty where that is all that can be said.
std::string explanation(const std::string& message, std::vector<Given> given) {
  if (message.find("(): incompatible ") == std::string::npos) return {};
  const std::string called = called_in(message);
  const std::vector<Signature> signatures = signatures_in(message);
  if (signatures.empty()) return {};
  // The signature of a constructor leaves out the object, which it is given.
  if (message.compare(0, 8, "__init__") == 0 && !given.empty()) given.erase(given.begin());
  std::string says = wrong_keyword(called, signatures, given);
  if (says.empty()) says = wrong_argument(called, signatures, given, Judgement::usual);
  return says.empty() ? wrong_argument(called, signatures, given, Judgement::suspicious) : says;
}

/// Behind a call that failed: where the error is pybind11's of arguments, says which argument it is.
template <class Arguments>
void explain(Arguments arguments) noexcept {
  if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) return;
  py::error_already_set error;
  try {
    const std::string says = explanation(py::str(error.value()), arguments());
    if (!says.empty()) return PyErr_SetString(PyExc_TypeError, says.c_str());
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the error stays what it was
  }
  error.restore();
}

/// Calls, and explains what failed. Of a keyword that no UTF-8 can hold pybind11 throws while it writes its message,
/// and nothing would catch that.
template <class Called, class Arguments>
PyObject* explained(Called called, Arguments arguments) {
  PyObject* result = nullptr;
  try {
    result = called();
  } catch (py::error_already_set& error) {
    error.restore();
  }
  if (result == nullptr) explain(arguments);
  return result;
}

PyObject* explained_vectorcall(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords) {
  const auto given = [&] {
    std::vector<Given> result;
    const Py_ssize_t positions = PyVectorcall_NARGS(static_cast<std::size_t>(count));
    const Py_ssize_t names = keywords == nullptr ? 0 : PyTuple_GET_SIZE(keywords);
    for (Py_ssize_t i = 0; i < positions + names; ++i) {
      const std::string name =
          i < positions ? "" : py::handle(PyTuple_GET_ITEM(keywords, i - positions)).cast<std::string>();
      result.push_back({py::reinterpret_borrow<py::object>(arguments[i]), name});
    }
    return result;
  };
  return explained([&] { return vectorcall(self, arguments, count, keywords); }, given);
}

PyObject* explained_call(PyObject* self, PyObject* arguments, PyObject* keywords) {
  const auto given = [&] {
    std::vector<Given> result;
    for (const py::handle value : py::reinterpret_borrow<py::tuple>(arguments)) {
      result.push_back({py::reinterpret_borrow<py::object>(value), ""});
    }
    if (keywords == nullptr) return result;
    for (const auto& [name, value] : py::reinterpret_borrow<py::dict>(keywords)) {
      result.push_back({py::reinterpret_borrow<py::object>(value), name.template cast<std::string>()});
    }
    return result;
  };
  return explained([&] { return call(self, arguments, keywords); }, given);
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
    if (py::isinstance<py::module_>(value)) explain_arguments(py::reinterpret_borrow<py::module_>(value));
    if (!py::isinstance<py::type>(value)) continue;
    for (const auto& item : py::dict(value.attr("__dict__"))) {
      const py::handle member = item.second;
      explain_calls_of(py::hasattr(member, "__func__") ? member.attr("__func__").ptr() : member.ptr());
    }
  }
}
