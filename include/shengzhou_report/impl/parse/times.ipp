#pragma once

// A room: times. Years, months and parts of a year.

#include <cstddef>

#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// The years that a sentence names; zero for none.
struct NamedYears {
  int year = 0;  ///< the latest one, or the last of a span
  int base = 0;  ///< the one that 比, 由, 从 name
};

[[nodiscard]] inline int four_digits(View text, std::size_t at) {
  if (at + 4 > text.size()) return 0;
  int value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_digit(text[at + i])) return 0;
    value = value * 10 + static_cast<int>(text[at + i] - U'0');
  }
  return value >= 1900 && value <= 2100 ? value : 0;
}

/// Length of a month or span of months that the text begins with: 3月底, 1-11月份.
[[nodiscard]] constexpr std::size_t month_at(View text) noexcept {
  std::size_t i = 0;
  while (i < text.size() && i < 6 && (is_digit(text[i]) || is_any(text[i], U"-—–~至"))) ++i;
  if (i == 0 || i >= text.size() || text[i] != U'月' || !is_digit(text.front())) return 0;
  ++i;
  if (i < text.size() && is_any(text[i], U"份底末初")) ++i;
  return i;
}

[[nodiscard]] inline bool within_year(Period period) noexcept {
  return period == Period::first_half || period == Period::first_quarter || period == Period::second_quarter ||
         period == Period::third_quarter || period == Period::fourth_quarter;
}

}  // namespace shengzhou_report::detail::parser
