#pragma once

// Texts of UTF-8 as a whole: how many code points they have, and whether they are UTF-8 at all.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <shengzhou_report/impl/utf8.hpp>

namespace shengzhou_report::detail {

/// How many code points the text has, each of which has one byte that continues none; eight bytes at a time.
[[nodiscard]] inline std::size_t count_code_points(std::string_view utf8) noexcept {
  constexpr std::uint64_t lowest = 0x0101010101010101U;
  std::size_t continued = 0;
  std::size_t at = 0;
  for (; at + 8 <= utf8.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, utf8.data() + at, 8);
    // 10xxxxxx: the product adds up the bytes' lowest bits in its highest byte.
    continued += ((bytes >> 7U & ~bytes >> 6U & lowest) * lowest) >> 56U;
  }
  for (; at < utf8.size(); ++at)
    continued += static_cast<std::size_t>((static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U);
  return utf8.size() - continued;
}

/// Whether a lead byte begins three bytes of which any two that continue are a character: no overlong form, and no
/// surrogate. So does nearly every character of a Chinese text.
[[nodiscard]] constexpr bool leads_any_three(std::uint32_t lead) noexcept {
  return lead - 0xE1U < 0xFU && lead != 0xEDU;
}

/// Whether the bytes are UTF-8 (Unicode 15, table 3-7).
[[nodiscard]] inline bool is_utf8(std::string_view bytes) noexcept {
  const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(bytes[at])}; };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t lead = byte(at);
    if (leads_any_three(lead) && at + 2 < bytes.size()) [[likely]] {
      if (((byte(at + 1) ^ 0x80U) | (byte(at + 2) ^ 0x80U)) >= 0x40U) return false;
      at += 3;
    } else if (lead < 0x80U) {
      ++at;
    } else {
      const CodePoint point = decode(bytes, at);
      if (point.length == 0) return false;
      at += point.length;
    }
  }
  return true;
}

}  // namespace shengzhou_report::detail
