#pragma once

// What every room of the parser knows of words: characters, and tables that are searched quickly.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/impl/word_chains.hpp>

namespace shengzhou_report::detail::parser {

using View = std::u32string_view;
// A literal of this kind knows its length; that of a plain one is counted again wherever a function takes it.
using std::string_view_literals::operator""sv;

[[nodiscard]] constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_latin(char32_t c) noexcept { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }
[[nodiscard]] constexpr bool ends_sentence(char32_t c) noexcept {
  return c == U'。' || c == U';' || c == U'!' || c == U'?';
}
/// Marks between clauses. Full-width commas, colons and semicolons are half-width by now.
[[nodiscard]] constexpr bool ends_clause(char32_t c) noexcept { return c == U',' || c == U':' || ends_sentence(c); }
[[nodiscard]] constexpr bool is_any(char32_t c, View set) noexcept {
  for (const char32_t member : set) {
    if (member == c) return true;
  }
  return false;
}
template <const auto& set>
struct Among {
  static constexpr auto table = [] {
    std::array<bool, 256> result{};
    for (const char32_t c : set) result[c & 0xFFU] = true;
    return result;
  }();
};
/// Whether a character is one of a set, by a table of the last eight bits first: most are none.
template <const auto& set>
[[nodiscard]] constexpr bool among(char32_t c) noexcept {
  constexpr auto& table = Among<set>::table;
  return table[c & 0xFFU] && is_any(c, set);
}
inline constexpr View opening_quotes = U"“《「『"sv;
inline constexpr View closing_quotes = U"”》」』"sv;
[[nodiscard]] constexpr bool opens_quote(char32_t c) noexcept { return is_any(c, opening_quotes); }
[[nodiscard]] constexpr bool closes_quote(char32_t c) noexcept { return is_any(c, closing_quotes); }
/// Characters that a figure in words begins with.
inline constexpr View word_starts = U"百千万亿翻一二三四五六七八九两十零正负双半"sv;
[[nodiscard]] constexpr bool begins_words(char32_t c) noexcept { return is_any(c, word_starts); }

/// Which characters, by their last eight bits, may begin a word of the table: most begin none.
template <const auto& words>
struct Starts {
  static constexpr auto table = [] {
    std::array<bool, 256> result{};
    for (const auto& row : words) result[word_of(row).front() & 0xFFU] = true;
    return result;
  }();
};

/// The first row of the table whose word `text` begins with, or nullptr.
template <const auto& words>
[[nodiscard]] constexpr auto prefix_row(View text) noexcept -> decltype(&words[0]) {
  return Chains<words, false>::find(text);
}

/// The first word of the table that `text` begins with, or an empty one.
template <const auto& words>
[[nodiscard]] constexpr View prefix_of(View text) noexcept {
  const auto* row = prefix_row<words>(text);
  return row == nullptr ? View() : word_of(*row);
}

/// Whether `word` is one of the table.
template <const auto& words>
[[nodiscard]] constexpr bool one_of(View word) noexcept {
  return !word.empty() && prefix_of<words>(word).size() == word.size();
}

/// The first row of the table whose word `text` ends with, or nullptr.
template <const auto& words>
[[nodiscard]] constexpr auto suffix_row(View text) noexcept -> decltype(&words[0]) {
  return Chains<words, true>::find(text);
}

/// The text without the words of the table at its head, however many there are.
template <const auto& words>
[[nodiscard]] constexpr View without_heads(View text) noexcept {
  for (View word = prefix_of<words>(text); !word.empty(); word = prefix_of<words>(text))
    text.remove_prefix(word.size());
  return text;
}

/// The same at its end.
template <const auto& words>
[[nodiscard]] constexpr View without_ends(View text) noexcept {
  for (const View* word = suffix_row<words>(text); word != nullptr; word = suffix_row<words>(text))
    text.remove_suffix(word->size());
  return text;
}

/// The Han characters that `text` begins with.
[[nodiscard]] constexpr View leading_han(View text) noexcept {
  std::size_t i = 0;
  while (i < text.size() && is_han(text[i])) ++i;
  return text.substr(0, i);
}

/// Where `word` first occurs in `text`.
[[nodiscard]] constexpr std::size_t find(View text, View word) noexcept {
  if (text.size() < word.size()) return View::npos;
  const char32_t first = word.front();
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (text[i] == first && same(text.data() + i, word.data(), word.size())) return i;
  }
  return View::npos;
}

/// Where the character first occurs at `from` or later; sixteen at a time, for a line is long.
[[nodiscard]] inline std::size_t find_far(View text, char32_t character, std::size_t from) noexcept {
  constexpr std::size_t block = 16;
  for (; from + block <= text.size(); from += block) {
    unsigned found = 0;
    for (std::size_t i = 0; i < block; ++i) found |= unsigned{text.data()[from + i] == character};
    if (found != 0) break;
  }
  return text.find(character, from);
}

/// Where the first word of the table that stands at `from` or later begins.
template <const auto& words>
[[nodiscard]] constexpr std::size_t find_any(View text, std::size_t from = 0) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (Starts<words>::table[text[i] & 0xFFU] && !prefix_of<words>(View(text.data() + i, text.size() - i)).empty())
      return i;
  }
  return View::npos;
}

[[nodiscard]] constexpr bool contains(View text, View word) noexcept { return find(text, word) != View::npos; }

/// The character at i, or nothing behind the end.
[[nodiscard]] constexpr char32_t at(View text, std::size_t i) noexcept { return i < text.size() ? text[i] : U'\0'; }

[[nodiscard]] constexpr View trim_end(View text) noexcept {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

[[nodiscard]] constexpr View trim(View text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return trim_end(text);
}

[[nodiscard]] inline std::string utf8(View text) {
  std::size_t size = 0;
  for (const char32_t c : text) size += 1U + unsigned{c >= 0x80} + unsigned{c >= 0x800} + unsigned{c >= 0x10000};
  std::string out(size, '\0');
  char* to = out.data();
  for (const char32_t c : text) {
    if (c - 0x800U < 0xF800U) {
      *to++ = static_cast<char>(0xE0U | c >> 12U);
      *to++ = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
      *to++ = static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x80U) {
      *to++ = static_cast<char>(c);
    } else {
      std::string one;
      append_utf8(one, c);
      to = std::copy(one.begin(), one.end(), to);
    }
  }
  return out;
}

}  // namespace shengzhou_report::detail::parser
