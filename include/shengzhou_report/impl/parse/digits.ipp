#pragma once

// A room: digits. Runs of Arabic digits with their decimal point and thousands separators.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// More characters than a decimal holds are a code, not a figure.
inline constexpr std::size_t longest_number = 17;

[[nodiscard]] constexpr std::size_t digits_end(View text, std::size_t i, std::size_t end) noexcept {
  while (i < end && is_digit(text[i])) ++i;
  return i;
}

/// Whether the comma at i stands inside a number: 18,642元, but not 新建公园12,350个小区完成改造, where a name stands
/// before the comma and a counted noun behind it.
[[nodiscard]] constexpr bool separates(View text, std::size_t i) noexcept {
  constexpr std::size_t group = 3;
  if (i == 0 || text[i] != U',' || !is_digit(text[i - 1]) || !is_digit(at(text, i + 1))) return false;
  std::size_t begin = i;
  while (begin > 0 && i - begin <= group && is_digit(text[begin - 1])) --begin;
  if (i - begin > group) return false;
  const auto group_at = [&](std::size_t k) {
    return is_digit(at(text, k)) && is_digit(at(text, k + 1)) && is_digit(at(text, k + 2)) &&
           !is_digit(at(text, k + 3));
  };
  const bool first = begin == 0 || text[begin - 1] != U',' || begin < 2 || !is_digit(text[begin - 2]);
  if (!group_at(i + 1) || (!first && i - begin != group)) return false;
  const std::size_t behind = i + 1 + group;
  // One separator alone may be a mark between two numbers.
  if (!first || (at(text, behind) == U',' && group_at(behind + 1)) || at(text, behind) == U'.') return true;
  const View rest = text.substr(std::min(behind, text.size()), 8);
  const View counter = prefix_of<data::counters>(rest);
  const View noun = rest.substr(counter.size());
  if (counter.empty() || !is_han(at(noun, 0)) || !prefix_of<data::verb_starts>(noun).empty()) return true;
  constexpr std::size_t most = 10;
  const View lead = text.substr(begin - std::min(begin, most), std::min(begin, most));
  const std::size_t verb = find_any<data::counted_verbs>(lead);
  return verb == View::npos || !is_han(lead.back()) ||
         lead.size() - verb < prefix_of<data::counted_verbs>(lead.substr(verb)).size() + 2;
}

/// Whether the point at i and the space behind it stand inside a number: 增长8. 9%, but not 1. 5个方面.
[[nodiscard]] constexpr bool spaced_point(View text, std::size_t begin, std::size_t i) noexcept {
  if (at(text, i) != U'.' || at(text, i + 1) != U' ' || !is_digit(at(text, i + 2)) || begin == 0 || i == begin ||
      !is_han(text[begin - 1]))
    return false;
  const std::size_t behind = digits_end(text, i + 2, text.size());
  return at(text, behind) == U'%' || !prefix_of<data::magnitudes>(text.substr(behind, 2)).empty();
}

/// Behind the number that begins at i: digits with separators and one point at most, since 1.2.3 is no number.
[[nodiscard]] constexpr std::size_t number_end(View text, std::size_t i, std::size_t end) noexcept {
  const std::size_t begin = i;
  i = digits_end(text, i, end);
  if (i + 2 < end && spaced_point(text, begin, i)) return digits_end(text, i + 2, end);
  while (i + 1 < end && text[i] == U',' && separates(text, i)) i = digits_end(text, i + 1, end);
  return i + 1 < end && text[i] == U'.' && is_digit(text[i + 1]) ? digits_end(text, i + 1, end) : i;
}

/// The number from `begin` to `end`, of at most `longest_number` characters.
[[nodiscard]] inline Decimal printed(View text, std::size_t begin, std::size_t end) {
  std::int64_t mantissa = 0;
  int exponent = 0;
  bool decimals = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == U'.') decimals = true;
    if (!is_digit(text[i])) continue;
    mantissa = 10 * mantissa + static_cast<std::int64_t>(text[i] - U'0');
    if (decimals) --exponent;
  }
  return {mantissa, exponent};
}

}  // namespace shengzhou_report::detail::parser
