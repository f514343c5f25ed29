#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

#include <shengzhou_report/impl/scenario/kernel.hpp>

namespace shengzhou_report::detail::kernel {

/// Plain numbers: what every compiler has. Uses fused operations only where the hardware has them.
template <bool fused>
struct Scalar {
  using Real = double;
  using Vector = double;
  using Word = std::uint64_t;
  using Wide = Scalar;
  static constexpr int lanes = 1;

  static Vector all(double x) { return x; }
  static Word word(std::uint64_t x) { return x; }
  static Word bits(Vector x) { return std::bit_cast<Word>(x); }
  static Vector real(Word x) { return std::bit_cast<Vector>(x); }
  static Word multiply(Word a, Word b) { return (a & 0xFFFFFFFFU) * (b & 0xFFFFFFFFU); }
  static Vector mul(Vector a, Vector b) { return rounded(a * b); }
  static Vector mul_add(Vector a, Vector b, Vector c) {
#if defined(FP_FAST_FMA) || defined(__FP_FAST_FMA)
    if constexpr (fused) return std::fma(a, b, c);
#endif
    return rounded(a * b) + c;
  }
  static Vector sqrt(Vector x) { return std::sqrt(x); }
  static Vector min(Vector a, Vector b) { return b < a ? b : a; }
  static Vector max(Vector a, Vector b) { return a < b ? b : a; }
  static Vector load(const double* x) { return *x; }
  static Vector load(const float* x) { return static_cast<double>(*x); }
  static void store(double* out, Vector x) { *out = x; }
  static void store_word(std::uint64_t* out, Word x) { *out = x; }
  static Word count_from(std::uint64_t x) { return x; }
  static void store_index(std::uint32_t* out, Vector x) { *out = static_cast<std::uint32_t>(x); }
  static std::uint64_t sum(Word x) { return x; }
  static std::uint64_t first_word(Word x) { return x; }
  static double lowest_lane(Vector x) { return x; }
  static double highest_lane(Vector x) { return x; }
  static unsigned within(Vector x, Vector lower, Vector upper) { return lower <= x && x <= upper ? 1U : 0U; }

  /// A product that no compiler may fuse with what follows: by default, GCC does so where the hardware can.
  static double rounded(double x) {
#if defined(__GNUC__) && !defined(__clang__) && defined(__FP_FAST_FMA)
#if defined(__x86_64__)
    __asm__("" : "+x"(x));
#elif defined(__aarch64__)
    __asm__("" : "+w"(x));
#else
    volatile double kept = x;
    x = kept;
#endif
#endif
    return x;
  }
};

struct ScalarSingle {
  using Real = float;
  using Vector = float;
  using Word = std::uint32_t;
  using Wide = Scalar<true>;
  static constexpr int lanes = 1;

  static Vector all(float x) { return x; }
  static Word word(std::uint32_t x) { return x; }
  static Word bits(Vector x) { return std::bit_cast<Word>(x); }
  static Vector real(Word x) { return std::bit_cast<Vector>(x); }
  static Vector from_signed(Word x) { return static_cast<float>(static_cast<std::int32_t>(x)); }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return a * b + c; }
  static Vector sqrt(Vector x) { return std::sqrt(x); }
  static Vector max(Vector a, Vector b) { return a < b ? b : a; }
  static Vector load(const float* x) { return *x; }
  static void store(float* out, Vector x) { *out = x; }
};

/// The keys of the ten rounds.
inline void schedule(std::uint64_t (&keys)[20], std::uint32_t key0, std::uint32_t key1) noexcept {
  for (std::size_t round = 0; round < 10; ++round) {
    keys[2 * round] = key0;
    keys[2 * round + 1] = key1;
    key0 += 0x9E3779B9U;
    key1 += 0xBB67AE85U;
  }
}

inline void schedule(std::uint64_t (&keys)[20], std::uint64_t seed) noexcept {
  schedule(keys, static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U));
}

}  // namespace shengzhou_report::detail::kernel
