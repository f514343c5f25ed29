#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/spellings.hpp>
#include <shengzhou_report/impl/utf8.hpp>

namespace shengzhou_report::detail {

/// Characters that reports put around or inside a name without changing it.
[[nodiscard]] constexpr bool is_name_decoration(char32_t value) noexcept {
  return is_space(value) || std::u32string_view(U"\"'“”‘’《》").find(value) != std::u32string_view::npos;
}

/// Adds a character of a name to its form for comparison: half-width, lower case, without spaces and quotation marks.
inline void append_comparable(std::u32string& out, char32_t character) {
  const char32_t value = usual_form(character);
  if (is_name_decoration(value)) return;
  out.push_back(value >= U'A' && value <= U'Z' ? value - U'A' + U'a' : value);
}

/// A name as code points for comparison.
[[nodiscard]] inline std::u32string comparable_name(std::string_view name) {
  std::u32string out;
  out.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.length > 0 ? point.length : 1;
    append_comparable(out, point.value);
  }
  return out;
}

/// A share has one word, so that it is one row from report to report: 民生支出占比 is named 民生支出比重. The plain
/// names of the catalogue have the same.
[[nodiscard]] inline std::u32string with_one_share_word(std::u32string name) {
  constexpr std::size_t size = data::share_name.size();
  if (name.size() > size && name.ends_with(data::share_name)) name.replace(name.size() - size, size, data::share_word);
  return name;
}

/// Lets a table of strings be searched by a view. Names are short: a product for each character is quicker than a call
/// for all of their bytes. The tables are fixed, so nobody can choose names that collide.
struct NameHash {
  using is_transparent = void;
  // Not noexcept: the standard library then keeps the hash of each entry and need not make it again to pass it by.
  [[nodiscard]] constexpr std::size_t operator()(std::u32string_view name) const {
    std::uint64_t hash = name.size();
    for (const char32_t c : name) hash = (hash ^ c) * 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
    return static_cast<std::size_t>(hash ^ hash >> 32U);
  }
};

/// Dice coefficient of the pairs of neighbouring characters: 1 for equal names, 0 for nothing in common.
/// Source: Dice (1945), "Measures of the amount of ecologic association between species".
[[nodiscard]] inline double name_similarity(std::u32string_view a, std::u32string_view b) {
  const auto pairs = [](std::u32string_view name) {
    std::vector<std::pair<char32_t, char32_t>> result;
    char32_t previous = U' ';
    for (const char32_t character : name) result.emplace_back(std::exchange(previous, character), character);
    result.emplace_back(previous, U' ');
    std::sort(result.begin(), result.end());
    return result;
  };
  const auto left = pairs(a);
  const auto right = pairs(b);
  std::size_t common = 0;
  for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
    if (*i == *j) {
      ++common, ++i, ++j;
    } else {
      *i < *j ? ++i : ++j;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(left.size() + right.size());
}

/// At most `most` of `names` that resemble `name`, best first; equally good ones in their given order.
template <class Names>
[[nodiscard]] std::vector<std::string> similar_names(std::string_view name, const Names& names, std::size_t most) {
  constexpr double least = 0.25;
  // A name in a report has a dozen characters; comparing against a page of text would only cost time.
  const std::u32string wanted = comparable_name(name.substr(0, 256));
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& candidate : names) {
    const double score = name_similarity(wanted, comparable_name(candidate));
    if (score >= least) ranked.emplace_back(score, candidate);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> result;
  for (const auto& [score, candidate] : ranked) {
    if (result.size() == most) break;
    if (std::find(result.begin(), result.end(), candidate) == result.end()) result.push_back(candidate);
  }
  return result;
}

/// "; did you mean 'a', 'b'?" or nothing.
[[nodiscard]] inline std::string did_you_mean(const std::vector<std::string>& suggestions) {
  std::string text;
  for (const auto& suggestion : suggestions) {
    text += (text.empty() ? "; did you mean " : ", ") + detail::in_quotes(suggestion);
  }
  return text.empty() ? text : text + "?";
}

}  // namespace shengzhou_report::detail
