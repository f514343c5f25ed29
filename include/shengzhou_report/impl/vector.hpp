#pragma once

#include <bit>
#include <cstdint>

#include <shengzhou_report/config.hpp>

// Loops over doubles with the widest vectors of the machine that runs them. A function marked SHENGZHOU_REPORT_AVX2 or
// SHENGZHOU_REPORT_AVX512 may be called only where `vector_set()` says so; what it calls must be marked
// SHENGZHOU_REPORT_FLATTEN, so that it is compiled for the same vectors.
//
// Results have the same bits everywhere: the compiled library is built without fused multiplication and addition, which
// AVX-512 brings. Header-only users, whose flags are their own, get the portable loops.
#if defined(SHENGZHOU_REPORT_COMPILED) && defined(__GNUC__) && defined(__x86_64__)
#define SHENGZHOU_REPORT_FLATTEN __attribute__((always_inline))
#define SHENGZHOU_REPORT_AVX2 __attribute__((target("avx2")))
#if defined(__clang__)
#define SHENGZHOU_REPORT_AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw")))
#else
#define SHENGZHOU_REPORT_AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,prefer-vector-width=512")))
#endif
#else
#define SHENGZHOU_REPORT_FLATTEN
#endif

namespace shengzhou_report::detail {

enum class VectorSet { portable, avx2, avx512 };

[[nodiscard]] inline VectorSet vector_set() noexcept {
#if defined(SHENGZHOU_REPORT_AVX2)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw")) {
    return VectorSet::avx512;
  }
  if (__builtin_cpu_supports("avx2")) return VectorSet::avx2;
#endif
  return VectorSet::portable;
}

#if defined(SHENGZHOU_REPORT_AVX2)
template <class Loop, class... Arguments>
[[nodiscard]] SHENGZHOU_REPORT_AVX512 bool run_avx512(Arguments... arguments) {
  return Loop::run(arguments...);
}

template <class Loop, class... Arguments>
[[nodiscard]] SHENGZHOU_REPORT_AVX2 bool run_avx2(Arguments... arguments) {
  return Loop::run(arguments...);
}
#endif

/// `Loop::run(arguments...)`, which must be marked SHENGZHOU_REPORT_FLATTEN, with vectors of the set.
template <class Loop, class... Arguments>
[[nodiscard]] bool run_on(VectorSet set, Arguments... arguments) {
#if defined(SHENGZHOU_REPORT_AVX2)
  if (set == VectorSet::avx512) return run_avx512<Loop>(arguments...);
  if (set == VectorSet::avx2) return run_avx2<Loop>(arguments...);
#endif
  static_cast<void>(set);
  return Loop::run(arguments...);
}

// Conditions are integers whose sign bit is set where they fail, which a loop can gather without branches: positive
// doubles are in the order of their bits, NaN is beyond infinity, negative numbers have the sign bit set.
inline constexpr std::uint64_t sign_bit = 0x8000000000000000;
inline constexpr std::uint64_t largest_bits = 0x7fefffffffffffff;

/// Sign bit set if `x` is not finite.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t unless_finite(double x) noexcept {
  return largest_bits - (std::bit_cast<std::uint64_t>(x) & ~sign_bit);
}

/// Sign bit set unless `x` lies in [lower, upper], where -lower <= upper; also for a negative zero at a limit.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t unless_between(double lower, double upper,
                                                                           double x) noexcept {
  if (lower >= 0) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    return bits | (bits - std::bit_cast<std::uint64_t>(lower)) | (std::bit_cast<std::uint64_t>(upper) - bits);
  }
  // No number in between is larger without its sign than `upper`, and NaN is.
  return std::bit_cast<std::uint64_t>(x - lower) |
         (std::bit_cast<std::uint64_t>(upper) - (std::bit_cast<std::uint64_t>(x) & ~sign_bit));
}

/// All bits set unless `x` is zero.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN constexpr std::uint64_t mask_if_not_zero(std::uint64_t x) noexcept {
  return 0 - ((x | (0 - x)) >> 63U);
}

/// All bits set if `x` is negative, also a negative zero.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t mask_if_negative(double x) noexcept {
  return 0 - (std::bit_cast<std::uint64_t>(x) >> 63U);
}

/// One of two numbers, both of which are computed: a conditional would become a branch, which does not vectorise.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double select(std::uint64_t mask, double chosen,
                                                            double otherwise) noexcept {
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(chosen) & mask) |
                               (std::bit_cast<std::uint64_t>(otherwise) & ~mask));
}

}  // namespace shengzhou_report::detail
