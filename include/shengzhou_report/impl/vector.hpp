#pragma once

#include <bit>
#include <cstdint>

#include <Eigen/Core>

#include <shengzhou_report/config.hpp>

// Loops over doubles that compilers vectorise with the widest vectors of the machine that runs them. A function marked
// SHENGZHOU_REPORT_AVX2 may be called only where `has_avx2()`; what it calls must be marked SHENGZHOU_REPORT_FLATTEN,
// so that it is compiled for AVX2 as well. Without fused multiplication, which AVX2 alone does not allow, the results
// have the same bits everywhere.
#if defined(__GNUC__) && defined(__x86_64__)
#define SHENGZHOU_REPORT_AVX2 __attribute__((target("avx2")))
#define SHENGZHOU_REPORT_FLATTEN __attribute__((always_inline))
#else
#define SHENGZHOU_REPORT_AVX2
#define SHENGZHOU_REPORT_FLATTEN
#endif

namespace shengzhou_report::detail {

[[nodiscard]] inline bool has_avx2() noexcept {
#if defined(__GNUC__) && defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

inline constexpr std::uint64_t sign_bit = 0x8000000000000000;

/// Whether every number surely lies in [lower, upper]; `lower` is not negative. No for NaN, and for a negative zero.
///
/// Conditions are differences of integers, whose sign bits a loop can gather without branches: positive doubles are in
/// the order of their bits, NaN is beyond infinity, negative numbers have the sign bit set.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline bool all_between(double lower, double upper, const double* x,
                                                               Eigen::Index count) noexcept {
  const auto least = std::bit_cast<std::uint64_t>(lower);
  const auto most = std::bit_cast<std::uint64_t>(upper);
  std::uint64_t outside = 0;
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<std::uint64_t>(x[i]);
    outside |= bits | (bits - least) | (most - bits);
  }
  return (outside & sign_bit) == 0;
}

/// Whether every number is at least `lower` and finite.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline bool all_finite_from(double lower, const double* x,
                                                                   Eigen::Index count) noexcept {
  constexpr std::uint64_t largest = 0x7fefffffffffffff;
  std::uint64_t outside = 0;
  for (Eigen::Index i = 0; i < count; ++i) {
    outside |=
        std::bit_cast<std::uint64_t>(x[i] - lower) | (largest - (std::bit_cast<std::uint64_t>(x[i]) & ~sign_bit));
  }
  return (outside & sign_bit) == 0;
}

/// Whether every number is finite.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline bool all_finite(const double* x, Eigen::Index count) noexcept {
  constexpr std::uint64_t largest = 0x7fefffffffffffff;
  std::uint64_t outside = 0;
  for (Eigen::Index i = 0; i < count; ++i) outside |= largest - (std::bit_cast<std::uint64_t>(x[i]) & ~sign_bit);
  return (outside & sign_bit) == 0;
}

/// All bits set unless `x` is zero.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN constexpr std::uint64_t mask_if_not_zero(std::uint64_t x) noexcept {
  return 0 - ((x | (0 - x)) >> 63U);
}

/// One of two numbers, both of which are computed: a conditional would become a branch, which does not vectorise.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double select(std::uint64_t mask, double chosen,
                                                            double otherwise) noexcept {
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(chosen) & mask) |
                               (std::bit_cast<std::uint64_t>(otherwise) & ~mask));
}

}  // namespace shengzhou_report::detail
