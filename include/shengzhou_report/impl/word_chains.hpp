#pragma once

// Tables of words, searched by the first or last two characters of a text.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>
#include <type_traits>

namespace shengzhou_report::detail {

/// Character by character: the library's compare is a call for each.
[[nodiscard]] constexpr bool same(const char32_t* a, const char32_t* b, std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}
[[nodiscard]] constexpr bool equal(std::u32string_view a, std::u32string_view b) noexcept {
  return a.size() == b.size() && same(a.data(), b.data(), a.size());
}
[[nodiscard]] constexpr bool begins(std::u32string_view text, std::u32string_view word) noexcept {
  return text.size() >= word.size() && same(text.data(), word.data(), word.size());
}
[[nodiscard]] constexpr bool ends(std::u32string_view text, std::u32string_view word) noexcept {
  return text.size() >= word.size() && same(text.data() + text.size() - word.size(), word.data(), word.size());
}

[[nodiscard]] constexpr std::u32string_view word_of(std::u32string_view word) noexcept { return word; }
template <class Row>
[[nodiscard]] constexpr std::u32string_view word_of(const Row& row) noexcept {
  return row.word;
}

/// The rows of a table of words by their first (or last) two characters, or by the one of a word of one: chains in the
/// order of the table. Most pairs of characters begin no word, and their chain is empty.
template <const auto& words, bool last>
class Chains {
 public:
  /// The first row whose word `text` begins (ends) with, or nullptr.
  [[nodiscard]] static constexpr auto find(std::u32string_view text) noexcept -> decltype(&words[0]) {
    if (text.empty()) return nullptr;
    const char32_t outer = last ? text.back() : text.front();
    std::size_t found = count;
    if constexpr (has_single) {
      for (auto i = table.single[outer % singles]; i != none; i = table.next[i]) {
        if (word_of(words[i]).front() != outer) continue;
        found = i;
        break;
      }
    }
    if (text.size() >= 2) {
      for (std::size_t i = table.head[slot(outer, last ? text[text.size() - 2] : text[1])]; i < found;
           i = table.next[i]) {
        const std::u32string_view word = word_of(words[i]);
        if (last ? ends(text, word) : begins(text, word)) return &words[i];
      }
    }
    return found == count ? nullptr : &words[found];
  }

 private:
  static constexpr std::size_t count = std::size(words);
  static constexpr std::size_t heads = std::bit_ceil(std::max<std::size_t>(8 * count, 64));
  static constexpr std::size_t singles = 64;
  using Index = std::conditional_t<(count < 255), std::uint8_t, std::uint16_t>;
  static constexpr Index none = std::numeric_limits<Index>::max();
  static_assert(count < none);
  static constexpr bool has_single =
      std::any_of(std::begin(words), std::end(words), [](const auto& row) { return word_of(row).size() == 1; });

  [[nodiscard]] static constexpr std::size_t slot(char32_t outer, char32_t inner) noexcept {
    return (outer * 5 + inner) % heads;
  }

  static constexpr auto table = [] {
    struct {
      std::array<Index, heads> head{};
      std::array<Index, singles> single{};
      std::array<Index, count> next{};
    } result;
    result.head.fill(none);
    result.single.fill(none);
    for (std::size_t i = count; i-- > 0;) {
      const std::u32string_view word = word_of(words[i]);
      Index& head = word.size() == 1 ? result.single[word.front() % singles]
                    : last           ? result.head[slot(word.back(), word[word.size() - 2])]
                                     : result.head[slot(word.front(), word[1])];
      result.next[i] = head;
      head = static_cast<Index>(i);
    }
    return result;
  }();
};

}  // namespace shengzhou_report::detail
