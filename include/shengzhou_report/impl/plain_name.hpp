#pragma once

// Names as the catalogue compares them: one spelling for what reports write in many.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include <shengzhou_report/data/spellings.hpp>

namespace shengzhou_report::detail {

/// The rows of a table of spellings by the last six bits of a character, the first or the last of the word.
template <const auto& rows, bool last>
struct SpellingChains {
  static constexpr std::size_t count = std::size(rows);
  static constexpr std::uint8_t none = 255;
  static_assert(count < none);

  static constexpr auto table = [] {
    struct {
      std::array<std::uint8_t, 256> head{};
      std::array<std::uint8_t, count> next{};
    } result;
    result.head.fill(none);
    for (std::size_t i = count; i-- > 0;) {
      std::uint8_t& head = result.head[(last ? rows[i].word.back() : rows[i].word.front()) & 255U];
      result.next[i] = head;
      head = static_cast<std::uint8_t>(i);
    }
    return result;
  }();

  /// The row whose word `text` begins (ends) with, or nullptr.
  [[nodiscard]] static constexpr const data::Spelling* of(std::u32string_view text) noexcept {
    if (text.empty()) return nullptr;
    for (std::uint8_t i = table.head[(last ? text.back() : text.front()) & 255U]; i != none; i = table.next[i]) {
      if (last ? text.ends_with(rows[i].word) : text.starts_with(rows[i].word)) return &rows[i];
    }
    return nullptr;
  }
};

/// A comparable name in its plain spelling. Made without memory of its own: every figure of a text asks for one.
class PlainName {
 public:
  explicit PlainName(std::u32string_view name) noexcept {
    // What is longer than any name of the catalogue stays empty, and names nothing.
    if (name.size() > text_.size()) return;
    // A few words may stand before a name, each of them once: 全市年末.
    for (int round = 0; round < 3; ++round) {
      const auto* row = SpellingChains<data::name_openings, false>::of(name);
      if (row == nullptr || row->word.size() + least > name.size()) break;
      name.remove_prefix(row->word.size());
    }
    const bool addition = SpellingChains<data::additions, false>::of(name) != nullptr;
    if (const auto* row = addition ? nullptr : SpellingChains<data::name_endings, true>::of(name);
        row != nullptr && row->word.size() + least < name.size()) {
      name.remove_suffix(row->word.size() - row->plain.size());
    }
    for (std::size_t at = 0; at < name.size();) {
      const auto* row = SpellingChains<data::spellings, false>::of(name.substr(at));
      if (row == nullptr) {
        text_[size_++] = name[at++];
      } else {
        size_ = static_cast<std::size_t>(std::copy(row->plain.begin(), row->plain.end(), &text_[size_]) - &text_[0]);
        at += row->word.size();
      }
    }
  }

  [[nodiscard]] std::u32string_view view() const noexcept { return {text_.data(), size_}; }

 private:
  static constexpr std::size_t least = 2;  ///< characters of a name that words around it leave
  std::array<char32_t, 128> text_;
  std::size_t size_ = 0;
};

/// No spelling makes a name longer, so a plain name fits where the name did.
static_assert(std::all_of(std::begin(data::spellings), std::end(data::spellings),
                          [](const data::Spelling& row) { return row.plain.size() <= row.word.size(); }));

}  // namespace shengzhou_report::detail
