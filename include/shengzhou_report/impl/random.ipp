#pragma once

#include <cstddef>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/scenario/scalar.hpp>
#include <shengzhou_report/random.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE std::array<std::uint32_t, 4> philox4x32(const std::array<std::uint32_t, 4>& counter,
                                                                const std::array<std::uint32_t, 2>& key) noexcept {
  std::uint64_t keys[20];
  detail::kernel::schedule(keys, key[0], key[1]);
  std::uint64_t block[1][4] = {{counter[0], counter[1], counter[2], counter[3]}};
  detail::kernel::philox<detail::kernel::Scalar<false>>(block, keys);
  const auto word = [&block](std::size_t i) { return static_cast<std::uint32_t>(block[0][i]); };
  return {word(0), word(1), word(2), word(3)};
}

SHENGZHOU_REPORT_INLINE void standard_normals(std::uint64_t seed, std::uint64_t path, std::uint32_t period, double* out,
                                              int count) {
  using Simd = detail::kernel::Scalar<false>;
  detail::kernel::Plan plan{};
  detail::kernel::schedule(plan.keys, seed);
  const int pairs = (count + 1) / 2;
  for (int base = 0; base < pairs; base += 4) {
    const auto use = [&](int pair, std::uint64_t radius, std::uint64_t angle) {
      const auto normal = detail::kernel::box_muller<Simd>(radius, angle);
      const int at = 2 * (base + pair);
      out[at] = normal.first;
      if (at + 1 < count) out[at + 1] = normal.second;
    };
    detail::kernel::draw_pairs<Simd>(plan, path, static_cast<int>(period), base / 4,
                                     pairs - base < 4 ? pairs - base : 4, use);
  }
}

}  // namespace shengzhou_report
