#pragma once

// A record: a class whose fields are listed once. The constructor, the properties, ==, hash, repr, pickles and what
// `replace` takes follow from the list.

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/statement_fields.hpp>

#include "bindings.hpp"
#include "interval_argument.hpp"

namespace record {

// --- values: what Python passes for one, and its source

/// What a constructor takes for a value, so that errors name the argument.
template <class Value>
struct Argument {
  using type = Value;
  static Value value(const char* /*name*/, Value&& given) { return std::move(given); }
};
template <>
struct Argument<std::string> {
  using type = Text;
  static std::string value(const char* /*name*/, Text&& given) { return std::move(given.value); }
};
template <>
struct Argument<shengzhou_report::Headings> {
  using type = std::vector<Text>;
  static std::vector<std::string> value(const char* /*name*/, type&& given) { return strings(std::move(given)); }
};
template <>
struct Argument<shengzhou_report::Unit> {
  using type = UnitArgument;
  static shengzhou_report::Unit value(const char* /*name*/, type&& given) { return std::move(given.unit); }
};
template <>
struct Argument<shengzhou_report::Interval> {
  using type = IntervalArgument;
  static shengzhou_report::Interval value(const char* name, type&& given) { return given.named(name); }
};
template <>
struct Argument<std::optional<shengzhou_report::Interval>> {
  using type = std::optional<IntervalArgument>;
  static std::optional<shengzhou_report::Interval> value(const char* name, type&& given) { return named(name, given); }
};

/// Lists of C++ are tuples in Python: what is immutable has no list.
template <class Value>
struct IsList : std::false_type {};
template <class Item>
struct IsList<std::vector<Item>> : std::true_type {};

/// Objects of bound classes, which Python sees where they stand in the record.
template <class Value>
struct IsBound : std::is_base_of<py::detail::type_caster_base<Value>, py::detail::make_caster<Value>> {};
template <class Value>
struct IsBound<std::optional<Value>> : IsBound<Value> {};

template <class Value>
py::object to_python(const Value& value) {
  if constexpr (IsList<Value>::value) {
    return py::tuple(py::cast(value));
  } else {
    return py::cast(value);
  }
}

/// Python source of a value: what evaluates to it where the names of the package are known.
template <class Value>
std::string source(const Value& value) {
  if constexpr (std::is_same_v<Value, double>) {
    // repr(inf) is no expression.
    return std::isinf(value) ? (value > 0 ? "float('inf')" : "float('-inf')") : python_repr(value);
  } else if constexpr (std::is_same_v<Value, shengzhou_report::Decimal>) {
    return python_repr(to_string(value));
  } else if constexpr (std::is_same_v<Value, shengzhou_report::Unit>) {
    return python_repr(value.symbol());
  } else {
    return py::repr(to_python(value)).template cast<std::string>();
  }
}
/// Lists of records stand in brackets, of words in parentheses.
template <class Item>
std::string source(const std::vector<Item>& items) {
  if constexpr (shengzhou_report::Worded<Item>) return py::repr(to_python(items)).template cast<std::string>();
  return python_repr(items);
}
template <class Value>
std::string source(const std::optional<Value>& value) {
  return value ? source(*value) : "None";
}

// --- fields

/// How a field stands in the constructor and in repr.
enum class Role {
  required,  ///< must be given; in repr by position
  needed,    ///< must be given; in repr by name
  usual,     ///< has a default; in repr by position
  named,     ///< has a default; in repr by name, where it differs from that
  kept       ///< has a default; in repr by name
};

template <Role role_, class Get, class Set, class Value_>
struct Field {
  using Value = Value_;
  using Taken = typename Argument<Value>::type;
  static constexpr Role role = role_;

  const char* name;
  const char* doc;  ///< none: the class has a property of its own
  Get get;
  Set set;
  std::optional<Value> standard = std::nullopt;  ///< what stands for it where it is not given

  /// The same field with another default than an empty value.
  [[nodiscard]] Field by_default(Value value) const {
    Field field = *this;
    field.standard = std::move(value);
    return field;
  }
  [[nodiscard]] bool is_standard(const Value& value) const { return standard && value == *standard; }
  [[nodiscard]] Value value(Taken&& given) const { return Argument<Value>::value(name, std::move(given)); }
};

/// What stands behind it in a list of fields is given by name alone.
struct ByName {};
inline constexpr ByName by_name{};

template <class Object>
Object& walk(Object& object) {
  return object;
}
template <class Object, class Step, class... Steps>
auto& walk(Object& object, Step step, Steps... steps) {
  return walk(std::invoke(step, object), steps...);
}

namespace detail {

template <class>
struct Owner;
template <class Class, class Member>
struct Owner<Member Class::*> {
  using type = Class;
};

template <Role role, class Step, class... Steps>
auto field(const char* name, const char* doc, Step step, Steps... steps) {
  using T = typename Owner<Step>::type;
  const auto get = [step, steps...](const T& self) -> const auto& { return walk(self, step, steps...); };
  using Value = std::remove_cvref_t<decltype(get(std::declval<const T&>()))>;
  const auto set = [step, steps...](T& self, Value&& value) {
    if constexpr (std::is_assignable_v<decltype(walk(self, step, steps...)), Value>) {
      walk(self, step, steps...) = std::move(value);
    }
  };
  Field<role, decltype(get), decltype(set), Value> field{name, doc, get, set};
  if constexpr (role != Role::required && role != Role::needed && std::default_initializable<Value>)
    field.standard.emplace();
  return field;
}

}  // namespace detail

/// Fields by their role: `required("name", "what it is", path)`. The path are pointers to members, from the record to
/// the value.
template <class... Path>
auto required(const char* name, const char* doc, Path... path) {
  return detail::field<Role::required>(name, doc, path...);
}
template <class... Path>
auto needed(const char* name, const char* doc, Path... path) {
  return detail::field<Role::needed>(name, doc, path...);
}
template <class... Path>
auto usual(const char* name, const char* doc, Path... path) {
  return detail::field<Role::usual>(name, doc, path...);
}
template <class... Path>
auto kept(const char* name, const char* doc, Path... path) {
  return detail::field<Role::kept>(name, doc, path...);
}
template <class... Path>
auto named(const char* name, const char* doc, Path... path) {
  return detail::field<Role::named>(name, doc, path...);
}

/// The same of a field that is listed in the core.
template <class... Path>
auto needed(const shengzhou_report::detail::Field<Path...>& field) {
  return std::apply([&](Path... path) { return needed(field.name, field.doc, path...); }, field.path);
}
template <class... Path>
auto named(const shengzhou_report::detail::Field<Path...>& field) {
  return std::apply([&](Path... path) { return named(field.name, field.doc, path...); }, field.path);
}

/// The place of something in its text.
template <Role role, class T>
auto place(shengzhou_report::Span T::* span) {
  const auto with_role = []<class... Path>(const shengzhou_report::detail::Field<Path...>& field) {
    return std::apply([&](Path... path) { return detail::field<role>(field.name, field.doc, path...); }, field.path);
  };
  return std::apply([&](const auto&... field) { return std::tuple(with_role(field)...); },
                    shengzhou_report::detail::place_fields(span));
}

/// A field that a function gives and another one sets, where no member holds it as Python sees it.
template <class T, class Value>
auto computed(const char* name, const char* doc, Value (*get)(const T&), void (*set)(T&, Value&&)) {
  return Field<Role::required, decltype(get), decltype(set), Value>{name, doc, get, set};
}

template <class... Parts>
auto fields(const Parts&... parts) {
  const auto flat = []<class Part>(const Part& part) {
    if constexpr (requires { std::tuple_size<Part>::value; }) {
      return part;
    } else {
      return std::tuple(part);
    }
  };
  return std::tuple_cat(flat(parts)...);
}

// --- records

namespace detail {

/// The fields without marks between them.
template <class... Parts>
auto only_fields(const std::tuple<Parts...>& parts) {
  const auto pick = []<class Part>(const Part& part) {
    if constexpr (std::is_same_v<Part, ByName>) {
      return std::tuple();
    } else {
      return std::tuple(part);
    }
  };
  return std::apply([&](const auto&... part) { return std::tuple_cat(pick(part)...); }, parts);
}

/// What pybind11 takes for a field, or for a mark between fields.
template <class Part>
auto argument(const Part& part) {
  if constexpr (std::is_same_v<Part, ByName>) {
    return py::kw_only();
  } else if constexpr (Part::role == Role::required || Part::role == Role::needed) {
    return py::arg(part.name);
  } else {
    return py::arg_v(part.name, to_python(*part.standard));
  }
}

/// A record of its values: set in the fields of an empty one, or in their order where none can be empty.
template <class T, class... Fields>
T filled(const std::tuple<Fields...>& fields, typename Fields::Value&&... values) {
  if constexpr (std::default_initializable<T>) {
    T self{};
    std::apply([&](const auto&... field) { (field.set(self, std::move(values)), ...); }, fields);
    return self;
  } else {
    return T{std::move(values)...};
  }
}

/// Makes a record: `make` makes it of the values, or looks at one that is filled and may complete or refuse it.
template <class T, class Make, class... Fields>
T made(const Make& make, const std::tuple<Fields...>& fields, typename Fields::Value&&... values) {
  if constexpr (std::is_invocable_v<const Make&, typename Fields::Value&&...>) {
    return make(std::move(values)...);
  } else {
    T self = filled<T>(fields, std::move(values)...);
    make(self);
    return self;
  }
}

}  // namespace detail

/// The fields by name; those that have their default are left out.
template <class T, class... Fields>
py::dict state(const std::tuple<Fields...>& fields, const T& self) {
  py::dict out;
  const auto add = [&](const auto& field) {
    const auto& value = field.get(self);
    if (!field.is_standard(value)) out[field.name] = to_python(value);
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, fields);
  return out;
}

/// Whether repr leaves out defaults behind the last other value.
enum class Ending { shown, left_out };

template <class T, class... Fields>
std::string repr(const char* name, const std::tuple<Fields...>& fields, const T& self, Ending ending) {
  std::vector<std::pair<std::string, bool>> parts;
  const auto add = [&](const auto& field) {
    const auto& value = field.get(self);
    const bool plain = field.is_standard(value);
    if (field.role == Role::required || field.role == Role::usual) {
      parts.emplace_back(source(value), plain);
    } else if (!plain || field.role == Role::kept) {
      parts.emplace_back(std::string(field.name) + "=" + source(value), false);
    }
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, fields);
  while (ending == Ending::left_out && !parts.empty() && parts.back().second) parts.pop_back();
  std::string out = std::string(name) + "(";
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : ", ") + parts[i].first;
  return out + ")";
}

/// The values of the fields in their order, as what any file can hold: lists where the record has tuples.
template <class T, class... Fields>
py::tuple plain(const std::tuple<Fields...>& fields, const T& self) {
  const auto value = []<class Value>(const Value& held) -> py::object {
    if constexpr (std::is_same_v<Value, shengzhou_report::Headings>) {
      return py::cast(held.titles());
    } else {
      return py::cast(held);
    }
  };
  return std::apply([&](const auto&... field) { return py::make_tuple(value(field.get(self))...); }, fields);
}

/// The version of pickles: fields by name since the second.
inline constexpr int state_version = 2;

/// The fields of a pickle. @throws ValueError  for one of another version.
inline py::dict state_of(const py::tuple& state) {
  if (state.size() != 2 || !py::isinstance<py::int_>(state[0]) || state[0].cast<int>() != state_version) {
    throw py::value_error("pickled by another version of shengzhou_report: make it again");
  }
  return state[1];
}

/// The value of a field in the state of a pickle.
template <class Field>
typename Field::Value restored(const Field& field, const py::dict& state) {
  if (field.standard && !state.contains(field.name)) return *field.standard;
  return field.value(state[field.name].template cast<typename Field::Taken>());
}

/// `_core.records`: the names of the fields of each record.
inline void publish(py::module_& m, const char* name, const std::vector<const char*>& fields) {
  if (!py::hasattr(m, "records")) m.attr("records") = py::dict();
  m.attr("records")[name] = py::tuple(py::cast(fields));
}

namespace detail {

template <class T, class Make, class... Fields, std::size_t... i>
T of_arguments(const Make& make, const std::tuple<Fields...>& fields, std::index_sequence<i...> /*each*/,
               typename Fields::Taken&&... given) {
  return made<T>(make, fields, std::get<i>(fields).value(std::move(given))...);
}

template <class T, class Make, class... Fields, std::size_t... i>
T of_state(const Make& make, const std::tuple<Fields...>& fields, std::index_sequence<i...> /*each*/,
           const py::dict& state) {
  return made<T>(make, fields, restored(std::get<i>(fields), state)...);
}

template <class T, class Make, class... Fields, class... Extra>
void define_constructor(py::class_<T>& bound, const Make& make, const std::tuple<Fields...>& fields,
                        const Extra&... extra) {
  bound.def(py::init([fields, make](typename Fields::Taken... given) {
              return of_arguments<T>(make, fields, std::index_sequence_for<Fields...>{}, std::move(given)...);
            }),
            extra...);
}

template <class T, class Field>
void define_property(py::class_<T>& bound, const Field& field) {
  if (field.doc == nullptr) return;
  if constexpr (IsBound<typename Field::Value>::value) {
    bound.def_property_readonly(field.name, field.get, field.doc);
  } else {
    // One type for all of a class, so that pybind11's part, which takes the compiler longest, is compiled once.
    const std::function<py::object(const T&)> get = [read = field.get](const T& self) { return to_python(read(self)); };
    bound.def_property_readonly(field.name, get, field.doc);
  }
}

template <class T, class Make, class... Fields>
void define_methods(py::class_<T>& bound, const char* name, const Make& make, const std::tuple<Fields...>& fields,
                    Ending ending) {
  std::apply([&](const auto&... field) { (define_property(bound, field), ...); }, fields);
  bound.def(py::self == py::self);
  if constexpr (std::default_initializable<std::hash<T>>) {
    bound.def(py::hash(py::self));
  } else {
    bound.def("__hash__", [fields](const T& self) {
      return std::apply([&](const auto&... field) { return py::hash(py::make_tuple(to_python(field.get(self))...)); },
                        fields);
    });
  }
  bound.def("__repr__", [=](const T& self) { return repr(name, fields, self, ending); });
  // Of what stands beside the statements of a report, for tables and files.
  if constexpr (requires(const T& self) { self.span; } && !std::is_same_v<T, shengzhou_report::Statement>)
    bound.def("_plain", [fields](const T& self) { return plain(fields, self); });
  bound.def(py::pickle([fields](const T& self) { return py::make_tuple(state_version, state(fields, self)); },
                       [fields, make](const py::tuple& pickled) {
                         return of_state<T>(make, fields, std::index_sequence_for<Fields...>{}, state_of(pickled));
                       }));
}

}  // namespace detail

/// A class with all that follows from its fields. What `make` gets is the values, or a record that holds them.
template <class T, class... Parts, class Make>
py::class_<T> define(py::module_& m, const char* name, const char* doc, const std::tuple<Parts...>& parts,
                     const Make& make, Ending ending = Ending::shown) {
  py::class_<T> bound(m, name, doc);
  bound.attr("__module__") = "shengzhou_report";
  const auto fields = detail::only_fields(parts);
  std::apply([&](const auto&... part) { detail::define_constructor(bound, make, fields, detail::argument(part)...); },
             parts);
  detail::define_methods(bound, name, make, fields, ending);
  publish(m, name, std::apply([](const auto&... field) { return std::vector{field.name...}; }, fields));
  return bound;
}

/// A record of which all values are good that its fields can hold.
template <class T, class... Parts>
py::class_<T> define(py::module_& m, const char* name, const char* doc, const std::tuple<Parts...>& parts) {
  return define<T>(m, name, doc, parts, [](T& /*self*/) {});
}

/// `__str__` as in C++.
template <class Class>
void with_text(Class& bound) {
  bound.def("__str__", [](const typename Class::type& self) {
    std::ostringstream out;
    out << self;
    return out.str();
  });
}

/// A copy with fields changed: what `replace` does. The constructor sees the changes, and judges them.
/// @throws TypeError  for a name that is no field; the message names the nearest, or all.
template <class T, class... Fields>
py::object replaced(const std::tuple<Fields...>& fields, const T& self, const py::kwargs& changes) {
  const std::vector<std::string> names =
      std::apply([](const auto&... field) { return std::vector<std::string>{field.name...}; }, fields);
  py::dict arguments = state(fields, self);
  for (const auto& [key, value] : changes) {
    const auto name = key.template cast<std::string>();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const std::string nearest =
          shengzhou_report::detail::did_you_mean(shengzhou_report::detail::similar_names(name, names, 1));
      std::string all;
      for (const std::string& field : names) all += (all.empty() ? "; it takes " : ", ") + field;
      throw py::type_error("replace() has no argument " + shengzhou_report::detail::in_quotes(name) +
                           (nearest.empty() ? all : nearest));
    }
    arguments[key] = value;
  }
  return py::type::of<T>()(**arguments);
}

}  // namespace record
