#pragma once

// Results of several numbers are printed and hashed alike.

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <ostream>
#include <utility>

#include <shengzhou_report/impl/format.hpp>

namespace shengzhou_report {

namespace detail::formula {

[[nodiscard]] inline std::size_t hash_numbers(std::initializer_list<double> numbers) noexcept {
  std::size_t seed = 0;
  for (const double number : numbers) seed = hash_combine(seed, std::hash<double>{}(number));
  return seed;
}

/// "name value, name value".
inline std::ostream& print(std::ostream& out, std::initializer_list<std::pair<const char*, double>> fields) {
  const char* separator = "";
  for (const auto& [name, value] : fields) {
    out << separator << name << ' ' << format_double(value);
    separator = ", ";
  }
  return out;
}

}  // namespace detail::formula

}  // namespace shengzhou_report
