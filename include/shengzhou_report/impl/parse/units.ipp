#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/data/units.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/unit.hpp>

namespace shengzhou_report::detail::parser {

/// Unit words by their first character, longest first, and the units already made.
class Units {
 public:
  Units() : stems_(&stems()) {}

  /// Length of the unit that `text` begins with, magnitudes included; 0 for none. `magnitude` gets the length of its
  /// magnitude.
  [[nodiscard]] std::size_t match(View text, std::size_t& magnitude) const {
    magnitude = 0;
    std::size_t best = 0;
    for (std::size_t prefix = 0; prefix < std::min<std::size_t>(text.size(), 4); ++prefix) {
      const std::size_t stem = match_stem(text.substr(prefix));
      if (stem > 0) {
        magnitude = prefix;
        best = prefix + stem;
        break;
      }
      if (magnitude_of(text[prefix]) == 0) break;
      best = magnitude = prefix + 1;
    }
    int power = 0;
    for (std::size_t i = 0; i < magnitude; ++i) power += magnitude_of(text[i]);
    if (power > largest_magnitude) return magnitude = 0;
    // 元/月, 微克/立方米
    if (best > 0 && best < text.size() && text[best] == U'/') {
      std::size_t rest = 0;
      std::size_t below = 0;
      for (rest = 0; rest < 3 && best + 1 + rest < text.size() && magnitude_of(text[best + 1 + rest]) > 0; ++rest) {
      }
      below = match_stem(text.substr(std::min(best + 1 + rest, text.size())));
      if (below == 0 && best + 1 < text.size() && is_any(text[best + 1], data::quotient_times)) below = 1;
      if (below > 0) best += 1 + rest + below;
    }
    return best;
  }

  [[nodiscard]] const Unit& unit(View symbol) {
    const auto& common = common_units();
    if (const auto found = common.find(symbol); found != common.end()) return found->second;
    // A report uses few others: a search is quicker than a hash of fresh memory.
    for (const auto& [known, unit] : made_) {
      if (known == symbol) return unit;
    }
    return made_.emplace_back(std::u32string(symbol), made(symbol)).second;
  }

 private:
  /// By the last eight bits of the first character.
  using Stems = std::array<std::vector<std::u32string>, 256>;
  [[nodiscard]] static constexpr std::size_t slot(char32_t first) noexcept { return first & 0xFFU; }

  /// The table of unit words; made once, never changed.
  [[nodiscard]] static const Stems& stems() {
    static const Stems table = [] {
      Stems result;
      for (const data::UnitRow& row : data::units) add(result, row.symbol);
      for (const View word : data::counters) result[slot(word.front())].emplace_back(word);
      for (const auto& row : data::unit_spellings) result[slot(row.word.front())].emplace_back(row.word);
      for (auto& words : result) {
        std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
      }
      return result;
    }();
    return table;
  }

  static void add(Stems& table, std::string_view symbol) {
    std::u32string word;
    for (std::size_t at = 0; at < symbol.size();) {
      const CodePoint point = decode(symbol, at);
      word.push_back(point.value);
      at += point.length;
    }
    // A single letter behind a number is a name more often than a unit: 5G, 4A, 3D.
    if (word.size() == 1 && is_latin(word.front())) return;
    if (equal(word, U"年"sv) || equal(word, U"月"sv) || equal(word, U"日"sv) || equal(word, U"人民币"sv) ||
        equal(word, U"成"sv) || equal(word, U"方"sv))
      return;
    table[slot(word.front())].push_back(word);
  }

  [[nodiscard]] static Unit made(View symbol) {
    std::string utf8;
    const data::UnitSpelling* row = suffix_row<data::unit_spellings>(symbol);
    for (const char32_t c : symbol.substr(0, symbol.size() - (row == nullptr ? 0 : row->word.size())))
      append_utf8(utf8, c);
    if (row != nullptr) utf8 += row->unit;
    return Unit(utf8);
  }

  using CommonUnits = std::unordered_map<std::u32string, Unit, NameHash, std::equal_to<>>;

  /// The units of the tables with their usual magnitudes; made once, never changed.
  [[nodiscard]] static const CommonUnits& common_units() {
    static const CommonUnits table = [] {
      CommonUnits result;
      for (const auto& words : stems()) {
        for (const std::u32string& word : words) {
          for (const View magnitude : {View(), U"万"sv, U"亿"sv, U"万亿"sv}) {
            std::u32string symbol(magnitude);
            symbol += word;
            result.try_emplace(symbol, made(symbol));
          }
        }
      }
      return result;
    }();
    return table;
  }

  [[nodiscard]] std::size_t match_stem(View text) const {
    if (text.empty()) return 0;
    const char32_t first = is_latin(text.front()) ? text.front() | 0x20 : text.front();
    for (const std::u32string& word : (*stems_)[slot(first)]) {
      if (word.front() != first || word.size() > text.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < word.size() && same; ++i) {
        const char32_t c = is_latin(text[i]) ? text[i] | 0x20 : text[i];
        same = c == word[i];
      }
      // A Latin unit must not run into further letters: m in mAh.
      if (same && is_latin(word.back()) && word.size() < text.size() && is_latin(text[word.size()])) same = false;
      if (same && prefix_of<data::no_units>(text).empty()) return word.size();
    }
    return 0;
  }

  const Stems* stems_;
  std::deque<std::pair<std::u32string, Unit>> made_;
};

}  // namespace shengzhou_report::detail::parser
