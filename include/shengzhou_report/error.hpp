#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include <shengzhou_report/config.hpp>

namespace shengzhou_report {

/// Base of every error that this library raises on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A unit that cannot be read, or two units that do not fit together.
class UnitError : public Error {
 public:
  using Error::Error;
};

/// A number outside the domain of a formula: NaN, growth at or below -100 %, a negative level, an unreachable target.
/// The message names the argument and its value.
class DomainError : public Error {
 public:
  using Error::Error;
};

/// A name that nothing answers to. The message suggests near names.
class LookupError : public Error {
 public:
  using Error::Error;
};

/// Text that cannot be read: bytes that are not UTF-8, a number that is none.
class ParseError : public Error {
 public:
  ParseError(const std::string& message, std::int64_t offset) : Error(message), offset_(offset) {}  ///< where: `offset`

  /// Where in the input reading stopped: bytes in C++, code points in Python.
  [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

 private:
  std::int64_t offset_;
};

}  // namespace shengzhou_report
