#pragma once

// What the examples check themselves with, in builds without assertions as well.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

#define EXPECT(condition)          \
  static_cast<void>((condition) || \
                    (std::cerr << __FILE__ << ':' << __LINE__ << ": " #condition "\n", std::exit(1), true))

/// Equal but for rounding in the last digits.
inline bool near(double actual, double expected, double tolerance = 1e-12) {
  return std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// Whether a call throws this kind of error.
template <class Error, class Call>
bool throws(const Call& call) {
  try {
    call();
  } catch (const Error&) {
    return true;
  }
  return false;
}

/// What `std::cout << value` prints.
template <class T>
std::string printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}
