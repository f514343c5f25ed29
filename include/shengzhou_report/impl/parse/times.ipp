#pragma once

// A room: times. Which years a clause names, and what each is to the figures: their time, or what they are measured
// from.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// A time that a clause names.
struct Time {
  enum class Role { at, base, ahead } role = Role::at;
  std::size_t begin = 0;
  std::size_t end = 0;
  int first = 0;          ///< first year of a span, else the year
  int last = 0;           ///< the year, or the last of a span
  bool relative = false;  ///< 去年, 今后五年: counted from the year of the speech
};

/// The digit that a character of a year stands for: 9, 九, ○; -1 for none.
[[nodiscard]] constexpr int year_digit(char32_t c) noexcept {
  constexpr View digits = U"零一二三四五六七八九";
  if (is_digit(c)) return static_cast<int>(c - U'0');
  if (is_any(c, data::year_zeros)) return 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == c) return static_cast<int>(i);
  }
  return -1;
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

/// The number before 五 in the name of a five-year plan that begins at `at`: 14 of 十四五; and where the name ends.
[[nodiscard]] constexpr int plan_number(View text, std::size_t at, std::size_t& end) noexcept {
  constexpr View digits = U"零一二三四五六七八九";
  std::size_t i = at;
  int number = 0;
  if (i < text.size() && text[i] == U'十') number = 10, ++i;
  if (i + 1 < text.size() && text[i + 1] == U'五') {
    if (const std::size_t digit = digits.find(text[i]); digit != View::npos) number += static_cast<int>(digit), ++i;
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

/// Finds the times of a clause.
class Times {
 public:
  /// In a title the bare name of a plan is a time: “十三五”工作回顾.
  explicit Times(const Characters& characters, bool title = false)
      : characters_(characters), text_(characters.text()), title_(title) {}

  /// The times that the clause from `begin` to `end` names, in its order, into `times`; relative ones are counted from
  /// `current`, the year of the speech.
  void read(std::size_t begin, std::size_t end, int current, std::vector<Time>& times) const {
    times.clear();
    // A time is found by the 年 or 五 that it holds, and begins a few characters before.
    std::size_t free = begin;  // behind the latest time
    for (std::size_t i = begin; i < end; ++i) {
      if ((characters_.kind(i) & time_mark) == 0) continue;
      constexpr std::size_t longest = 10;  // before the mark: 2019—2023年, 过去的五年
      for (std::size_t start = std::max(free, i - std::min(i, longest)); start <= i; ++start) {
        Time time;
        time.begin = time.end = start;
        const std::uint8_t kind = characters_.kind(start);
        const bool found =
            ((kind & (digit | words)) != 0 && year(time, end)) ||
            (Starts<data::relative_times>::table[text_[start] & 0xFFU] && relative(time, end, current)) ||
            ((kind & (quote_mark | words)) != 0 && plan(time, end));
        if (!found || time.end <= i) continue;
        role(time, begin, end);
        times.push_back(time);
        free = time.end;
        i = time.end - 1;
        break;
      }
    }
  }

 private:
  /// 2023年, 2019—2023年, 二○○九年; behind it 末, 底, 度 and 的 belong to it.
  [[nodiscard]] bool year(Time& time, std::size_t end) const {
    time.first = time.last = year_digits(text_, time.begin);
    if (time.last == 0 || (time.begin > 0 && is_digit(text_[time.begin - 1]))) return false;
    std::size_t i = time.begin + 4;
    if (at(text_, i) == U'年' && is_any(at(text_, i + 1), U"-—–~至到")) ++i;
    std::size_t dashes = 0;
    while (dashes < 2 && is_any(at(text_, i + dashes), U"-—–~至到")) ++dashes;
    if (dashes > 0) {
      if (const int last = year_digits(text_, i + dashes); last > time.first) {
        time.last = last;
        i += dashes + 4;
      }
    }
    if (at(text_, i) != U'年') return at(text_, i - 1) == U'年' && finish(time, i, end);
    return finish(time, i + 1, end);
  }

  /// 去年, 五年来, 今后五年: words of data::relative_times.
  [[nodiscard]] bool relative(Time& time, std::size_t end, int current) const {
    if (current == 0) return false;
    const View rest = text_.substr(time.begin, std::min<std::size_t>(end - time.begin, 8));
    const data::RelativeTime* row = prefix_row<data::relative_times>(rest);
    if (row == nullptr) return false;
    time.first = current + row->first;
    time.last = current + row->last;
    time.relative = true;
    return finish(time, time.begin + row->word.size(), end);
  }

  /// “十四五”, 十四五期间, 第十四个五年规划.
  [[nodiscard]] bool plan(Time& time, std::size_t end) const {
    std::size_t i = time.begin;
    const bool quoted = opens_quote(text_[i]);
    std::size_t stop = i;
    const int number = plan_number(text_.substr(0, end), i + (quoted ? 1 : 0), stop);
    if (number == 0) return false;
    if (quoted && !closes_quote(at(text_, stop++))) return false;
    // “十四五”规划 is a document, “十四五”末 a time.
    const View word = prefix_of<data::plan_times>(
        text_.substr(std::min(stop, end), std::min<std::size_t>(end - std::min(stop, end), 2)));
    if (word.empty() && !(title_ && quoted)) return false;
    const data::PlanRow years = plan_years(number);
    if (years.last == 0) return false;
    time.first = years.first;
    time.last = years.last;
    return finish(time, stop + word.size(), end);
  }

  bool finish(Time& time, std::size_t i, std::size_t end) const {
    while (i < end && is_any(text_[i], U"末底度初份")) ++i;
    time.end = i;
    return true;
  }

  /// What the time is to the figures behind it, by the words before and behind it.
  void role(Time& time, std::size_t begin, std::size_t end) const {
    const View lead = text_.substr(begin, time.begin - begin);
    View behind = text_.substr(time.end, std::min<std::size_t>(end - time.end, 24));
    if (suffix_row<data::year_bases>(lead) != nullptr) {
      time.role = Time::Role::base;
    } else if (suffix_row<data::year_limits>(lead) != nullptr) {
      time.role = Time::Role::ahead;
    }
    // 在去年的基础上增长8%: what is measured from, as is 与2019年相比.
    if (begins(behind, U"的")) behind.remove_prefix(1);
    if (!prefix_of<data::base_words>(behind).empty()) time.role = Time::Role::base;
  }

  const Characters& characters_;
  View text_;
  bool title_;
};

}  // namespace shengzhou_report::detail::parser
