#pragma once

// Names as the catalogue compares them: one spelling for what reports write in many.

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

#include <shengzhou_report/data/spellings.hpp>
#include <shengzhou_report/impl/word_chains.hpp>

namespace shengzhou_report::detail {

/// A comparable name in its plain spelling. Made without memory of its own: every figure of a text asks for one.
class PlainName {
 public:
  explicit PlainName(std::u32string_view name) noexcept {
    // What is longer than any name of the catalogue stays empty, and names nothing.
    if (name.size() > text_.size()) return;
    // A few words may stand before a name, each of them once: 全市年末.
    for (int round = 0; round < 3; ++round) {
      const auto* row = Chains<data::name_openings, false>::find(name);
      if (row == nullptr || row->word.size() + least > name.size()) break;
      name.remove_prefix(row->word.size());
    }
    const bool addition = Chains<data::additions, false>::find(name) != nullptr;
    if (const auto* row = addition ? nullptr : Chains<data::name_endings, true>::find(name);
        row != nullptr && row->word.size() + least < name.size()) {
      name.remove_suffix(row->word.size() - row->plain.size());
    }
    for (std::size_t at = 0; at < name.size();) {
      const auto* row = Chains<data::spellings, false>::find(name.substr(at));
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
