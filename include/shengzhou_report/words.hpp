#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>

namespace shengzhou_report {

/// A value of an enumeration, and the word for it.
template <class Enum>
struct EnumWord {
  Enum value;        ///< the enumerator
  const char* word;  ///< its name in text
};

/// The words of an enumeration. Stands beside each: `enumeration` is its name, `table` has an EnumWord for each value
/// in the order of the values. Printing, reading, Python and its annotations take the words from here.
template <class Enum>
struct Words;

/// An enumeration that has words.
template <class Enum>
concept Worded = requires { Words<Enum>::table; };

namespace detail {

template <Worded Enum>
[[nodiscard]] consteval bool is_in_order() {
  std::size_t next = 0;
  for (const auto& [value, word] : Words<Enum>::table) {
    if (static_cast<std::size_t>(value) != next++) return false;
  }
  return true;
}

/// @throws DomainError  that lists the words, and names those that resemble the text.
[[noreturn]] void reject_word(std::string_view text, const std::vector<std::string>& words);

}  // namespace detail

/// The word of a value: "growth" for Measure::growth; empty for what is no value of the enumeration.
template <Worded Enum>
[[nodiscard]] constexpr const char* to_string(Enum value) noexcept {
  static_assert(detail::is_in_order<Enum>(), "the table has a row for each value, in their order");
  const auto row = static_cast<std::size_t>(value);
  return row < std::size(Words<Enum>::table) ? Words<Enum>::table[row].word : "";
}

/// The value that has this word: from_string<Measure>("growth").
/// @throws DomainError  for another text; the message lists the words, and names those that resemble it.
template <Worded Enum>
[[nodiscard]] Enum from_string(std::string_view text) {
  for (const auto& [value, word] : Words<Enum>::table) {
    if (text == word) return value;
  }
  std::vector<std::string> words;
  for (const auto& row : Words<Enum>::table) words.emplace_back(row.word);
  detail::reject_word(text, words);
}

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/words.ipp>
#endif
