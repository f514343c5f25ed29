#pragma once

// What the vectors of every instruction set have in common, as the operators of the compiler's own vectors. Each file
// that includes this is compiled for another processor, so nothing here may be shared: hence the unnamed namespace.

#include <cstdint>

#include <shengzhou_report/impl/scenario/kernel.hpp>

namespace shengzhou_report::detail::kernel {
namespace {

/// Vectors of `Number` and of the `Integer` of its size.
template <class Number, class Integer, class Numbers, class Integers>
struct Lanes {
  using Real = Number;
  using Vector = Numbers;
  using Word = Integers;
  static constexpr int lanes = sizeof(Vector) / sizeof(Real);

  static Vector all(Real x) { return x - Vector{}; }
  static Word word(Integer x) { return x + Word{}; }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return a * b + c; }
  static Word count_from(Integer x) {
    Word result = word(x);
    for (int i = 0; i < lanes; ++i) result[i] += static_cast<Integer>(i);
    return result;
  }
  static Integer sum(Word x) {
    Integer sum = 0;
    for (int i = 0; i < lanes; ++i) sum += x[i];
    return sum;
  }
  static Integer first_word(Word x) { return x[0]; }
  static Real lowest_lane(Vector x) {
    Real lowest = x[0];
    for (int i = 1; i < lanes; ++i) lowest = x[i] < lowest ? x[i] : lowest;
    return lowest;
  }
  static Real highest_lane(Vector x) {
    Real highest = x[0];
    for (int i = 1; i < lanes; ++i) highest = x[i] > highest ? x[i] : highest;
    return highest;
  }
};

}  // namespace
}  // namespace shengzhou_report::detail::kernel
