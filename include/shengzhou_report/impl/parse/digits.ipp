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

/// Where the decimals begin whose point, with a space beside it as scanned texts have, stands at i behind the number
/// that begins at `begin`: 增长5. 8%, 761 .5万人. View::npos for none, as for the number of a list: 1. 5个项目.
[[nodiscard]] constexpr std::size_t spaced_decimals(View text, std::size_t begin, std::size_t i) noexcept {
  const bool behind = text[i] == U'.' && is_space(at(text, i + 1));
  const bool before = is_space(text[i]) && at(text, i + 1) == U'.';
  if (!(behind || before) || begin == 0 || !is_han(text[begin - 1]) || !is_digit(at(text, i + 2))) return View::npos;
  constexpr std::size_t most = 2;
  const std::size_t stop = digits_end(text, i + 2, text.size());
  const bool counts = is_han(at(text, stop)) || is_any(at(text, stop), data::percent_marks);
  return stop - i - 2 <= most && counts ? i + 2 : View::npos;
}

/// Where the digits go on that a space has torn apart at i, as thousands (34 065元) or by a scan (1 4%). View::npos
/// where they may be two numbers: a year, a column of a table.
[[nodiscard]] constexpr std::size_t torn_digits(View text, std::size_t begin, std::size_t i) noexcept {
  if (at(text, i) != U' ' || !is_digit(at(text, i + 1)) || begin == 0 || !is_han(text[begin - 1])) return View::npos;
  constexpr std::size_t most = 7;
  std::size_t stop = digits_end(text, i + 1, text.size());
  if (at(text, stop) == U'.' && is_digit(at(text, stop + 1))) stop = digits_end(text, stop + 1, text.size());
  const bool counts = is_han(at(text, stop)) || is_any(at(text, stop), data::percent_marks);
  const bool year = i - begin == 4 && (begins(text.substr(begin), U"19"sv) || begins(text.substr(begin), U"20"sv));
  return stop - begin <= most && counts && !year && at(text, stop) != U'年' && at(text, stop) != U'月' ? i + 1
                                                                                                       : View::npos;
}

/// Behind the number that begins at `begin`: digits with separators and one point at most, since 1.2.3 is no number.
[[nodiscard]] constexpr std::size_t number_end(View text, std::size_t begin, std::size_t end) noexcept {
  std::size_t i = digits_end(text, begin, end);
  while (i + 1 < end && text[i] == U',' && separates(text, i)) i = digits_end(text, i + 1, end);
  if (const std::size_t more = torn_digits(text, begin, i); more < end) i = digits_end(text, more, end);
  if (i + 1 >= end) return i;
  if (text[i] == U'.' && is_digit(text[i + 1])) return digits_end(text, i + 1, end);
  const std::size_t decimals = spaced_decimals(text, begin, i);
  return decimals < end ? digits_end(text, decimals, end) : i;
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
