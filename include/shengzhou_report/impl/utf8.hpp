#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/data/radicals.hpp>

namespace shengzhou_report::detail {

inline constexpr char32_t replacement_character = U'\uFFFD';

/// One code point read from UTF-8: its value and length in bytes. Length 0 marks bytes that are not UTF-8.
struct CodePoint {
  char32_t value;
  std::size_t length;
};

/// Reads the code point at `text[at]` (Unicode 15, table 3-7: no overlong forms, no surrogates).
[[nodiscard]] constexpr CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto follows = [&](std::size_t i) { return at + i < text.size() && (byte(i) & 0xC0u) == 0x80u; };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && follows(1)) {
    return {static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && follows(1) && follows(2)) {
    const auto value = static_cast<char32_t>((lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu));
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && follows(1) && follows(2) && follows(3)) {
    const auto value = static_cast<char32_t>((lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
                                             (byte(3) & 0x3Fu));
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {replacement_character, 0};
}

/// Appends one code point as UTF-8.
inline void append_utf8(std::string& out, char32_t value) {
  const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xC0 | value >> 6), push(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    push(0xE0 | value >> 12), push(0x80 | (value >> 6 & 0x3F)), push(0x80 | (value & 0x3F));
  } else {
    push(0xF0 | value >> 18), push(0x80 | (value >> 12 & 0x3F));
    push(0x80 | (value >> 6 & 0x3F)), push(0x80 | (value & 0x3F));
  }
}

/// The usual twin of a character: half width for full-width ASCII and the ideographic space, a mark for its small form,
/// a colon for the sign of a ratio, a character for a radical; every other one is itself.
[[nodiscard]] constexpr char32_t usual_form(char32_t value) noexcept {
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  if (value == data::ratio_sign) return U':';
  const auto twin = [value](char32_t first, std::u32string_view table) {
    return value - first < table.size() && table[value - first] != U'·' ? table[value - first] : value;
  };
  if (value < 0x3000) return twin(data::first_radical, data::radicals);
  if (value > 0x3000) return twin(data::first_small_form, data::small_forms);
  return U' ';
}

[[nodiscard]] constexpr bool is_space(char32_t value) noexcept {
  return value == U' ' || (value >= U'\t' && value <= U'\r') || value == 0xA0 || value == 0x3000 || value == 0xFEFF;
}

[[nodiscard]] constexpr bool is_han(char32_t value) noexcept {
  return (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0x20000 && value <= 0x3FFFF);
}

/// `text` in quotes, fit for an error message: cut at a code point, broken bytes and controls replaced.
[[nodiscard]] inline std::string in_quotes(std::string_view text, std::size_t most = 40) {
  std::string out = "'";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) {
      out += "...";
      break;
    }
    const CodePoint point = decode(text, at);
    const bool printable = point.length > 0 && point.value >= 0x20 && point.value != 0x7F;
    append_utf8(out, printable ? point.value : replacement_character);
    at += point.length > 0 ? point.length : 1;
  }
  return out + "'";
}

}  // namespace shengzhou_report::detail
