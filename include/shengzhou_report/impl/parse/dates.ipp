#pragma once

// What characters and words say of years, months and plans; the room of times puts it together.

#include <algorithm>
#include <cstddef>
#include <optional>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// From 0 to 9.
inline constexpr View digit_characters = U"零一二三四五六七八九";

/// The digit that a character of a year stands for: 9, 九, ○; -1 for none.
[[nodiscard]] constexpr int year_digit(char32_t c) noexcept {
  if (is_digit(c)) return static_cast<int>(c - U'0');
  if (among<data::year_zeros>(c)) return 0;
  return among<digit_characters>(c) ? static_cast<int>(digit_characters.find(c)) : -1;
}

/// The year whose four digits, Arabic or Chinese, begin at `at`: 2009, 二○○九, 一九八五; zero for none.
[[nodiscard]] constexpr int year_digits(View text, std::size_t at) noexcept {
  if (at + 4 > text.size()) return 0;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = year_digit(text[i]);
    if (digit < 0) return 0;
    value = value * 10 + digit;
  }
  return value >= data::earliest_year && value <= data::latest_year ? value : 0;
}

/// A small number in digits or characters that begins at `i`, which moves behind it: 11, 十二, 两; zero for none.
[[nodiscard]] constexpr int small_number(View text, std::size_t& i) noexcept {
  const auto character = [&](std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == U'两') return 2;
    const std::size_t found = digit_characters.find(text[at]);
    return found == View::npos ? 0 : static_cast<int>(found);
  };
  if (i < text.size() && is_digit(text[i])) {
    int value = 0;
    std::size_t k = i;
    for (; k < text.size() && is_digit(text[k]) && k - i < 3; ++k)
      value = value * 10 + static_cast<int>(text[k] - U'0');
    if (value > 0 && value < 100) i = k;
    return value < 100 ? value : 0;
  }
  int value = character(i);
  std::size_t k = i + (value > 0 ? 1 : 0);
  if (k < text.size() && text[k] == U'十') {
    value = std::max(value, 1) * 10;
    ++k;
    if (const int ones = character(k); ones > 0) value += ones, ++k;
  }
  i = k;
  return value;
}

/// What the months from January to `month` are.
[[nodiscard]] constexpr Period months_to(int month) noexcept {
  constexpr Period periods[] = {Period::year,         Period::one_month,   Period::two_months, Period::first_quarter,
                                Period::four_months,  Period::five_months, Period::first_half, Period::seven_months,
                                Period::eight_months, Period::nine_months, Period::ten_months, Period::eleven_months,
                                Period::year};
  return periods[month];
}

[[nodiscard]] constexpr Period part_of_year(data::YearPart::Says says) noexcept {
  using enum data::YearPart::Says;
  switch (says) {
    case year:
      return Period::year;
    case first_quarter:
      return Period::first_quarter;
    case second_quarter:
      return Period::second_quarter;
    case third_quarter:
      return Period::third_quarter;
    case fourth_quarter:
      return Period::fourth_quarter;
    case first_half:
      return Period::first_half;
    case second_half:
      return Period::second_half;
    case nine_months:
      break;
  }
  return Period::nine_months;
}

/// The number before 五 in the name of a five-year plan that begins at `at`: 14 of 十四五; and where the name ends.
[[nodiscard]] constexpr int plan_number(View text, std::size_t at, std::size_t& end) noexcept {
  std::size_t i = at;
  int number = 0;
  if (i < text.size() && text[i] == U'十') number = 10, ++i;
  if (i + 1 < text.size() && text[i + 1] == U'五') {
    if (const std::size_t digit = digit_characters.find(text[i]); digit != View::npos)
      number += static_cast<int>(digit), ++i;
  }
  if (i == at || i >= text.size() || text[i] != U'五') return 0;
  end = i + 1;
  return number;
}

/// First and last year of a five-year plan; zeros for a number that no plan has.
[[nodiscard]] constexpr data::PlanRow plan_years(int number) noexcept {
  for (const data::PlanRow& row : data::five_year_plans) {
    if (row.number == number) return row;
  }
  return {};
}

}  // namespace shengzhou_report::detail::parser
