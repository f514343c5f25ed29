#pragma once

#include <array>
#include <cstdint>

#include <shengzhou_report/config.hpp>

/// Random numbers that are addressed, not drawn in turn.
///
/// A counter-based generator maps an address to bits without any state, so that the numbers of a path do not depend on
/// which thread, process or machine computes it, nor on what was computed before.
namespace shengzhou_report {

/// The block of Philox4x32-10 at `counter` under `key`: four words of 32 random bits.
///
/// Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11,
/// doi 10.1145/2063384.2063405.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32(const std::array<std::uint32_t, 4>& counter,
                                                      const std::array<std::uint32_t, 2>& key) noexcept;

/// The standard normals z[0] .. z[count - 1] of one period of one path, as `simulate` uses them before it correlates
/// them.
///
/// Box and Muller (1958), doi 10.1214/aoms/1177706645, on blocks of Philox4x32-10: the radius of a pair takes 52 random
/// bits, its angle 32. The largest magnitude is 8.6. The logarithm and the sine are polynomials of this library whose
/// error is a few 1e-16, the cosine is a square root, so the same bits come out of every compiler and processor.
/// @param out  room for `count` numbers; fewer of a path are others, since those of a block share its words.
/// @param period  1 for the first period.
void standard_normals(std::uint64_t seed, std::uint64_t path, std::uint32_t period, double* out, int count);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/random.ipp>
#endif
