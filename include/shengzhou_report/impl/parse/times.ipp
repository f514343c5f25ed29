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
#include <shengzhou_report/impl/parse/dates.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// A time that a clause names, and the characters that say so: 比2018年, 在去年的基础上, 截至11月底.
struct Time {
  /// When the figures are; what they are measured from; what they are to have come to by then; or neither, as a day.
  enum class Role { at, base, ahead, aside } role = Role::at;
  std::size_t begin = 0;
  std::size_t end = 0;
  int first = 0;               ///< first year of a span, else the year; zero where unknown
  int last = 0;                ///< the year, or the last of a span; zero where only a part of one is named
  int back = 0;                ///< 上年, 五年前: of a base, how many years before that of the figure
  bool relative = false;       ///< 去年, 今后五年: counted from the year of the speech
  bool point = false;          ///< “十四五”末: the year in which a span ends
  bool ends = false;           ///< 2016年至2020年: of a span, that both its ends are named
  bool start = false;          ///< 由2018年的5家: of the base, that it is the time of a starting value
  bool until = false;          ///< 截至: what has come to by then
  bool multiple = false;       ///< 是2015年的1.4倍: the figure is a multiple of what was then
  bool whole = false;          ///< “十四五”时期, 前五年: all of several years
  bool framed = false;         ///< 在2010年突破1000亿元的基础上: so was it then
  bool alone = false;          ///< 五年新增…: of what its clause tells, and of nothing behind it
  std::optional<Period> part;  ///< part of the year; of several years, their mean

  /// 两年平均: a mean, whose years are those of its figure alone.
  [[nodiscard]] bool average() const noexcept { return part == Period::year_average; }
  /// Whether it covers several years.
  [[nodiscard]] bool several() const noexcept { return !point && first < last; }
};

/// The years that relative times are counted from; zeros for unknown.
struct Clock {
  int current = 0;        ///< 今年
  int year = 0;           ///< that the passage speaks of
  bool planning = false;  ///< it looks ahead
  bool eve = false;       ///< spoken in the year before: 今年 is that where it looks back, and 明年 the one planned

  /// The last of the years that are over: 五年来.
  [[nodiscard]] int past() const noexcept {
    const int before = current == 0 ? 0 : current - 1;
    return planning || year == 0 ? before : year;
  }
};

/// Finds the times of a clause.
class Times {
 public:
  /// In a title the bare name of a plan is a time: “十三五”工作回顾.
  explicit Times(const Characters& characters, bool title = false)
      : characters_(characters), text_(characters.text()), title_(title) {}

  /// The times that the clause from `begin` to `end` names, in its order, into `times`.
  void read(std::size_t begin, std::size_t end, const Clock& clock, std::vector<Time>& times) const {
    times.clear();
    // A time is found by the character that it holds, and begins a few characters before.
    std::size_t free = begin;  // behind the latest time
    for (std::size_t i = begin; (i = characters_.find(time_mark, i, end)) < end; ++i) {
      constexpr std::size_t longest = 10;  // before the mark: 2019—2023年, 过去的五年
      for (std::size_t start = std::max(free, i - std::min(i, longest)); start <= i; ++start) {
        Time time;
        time.begin = time.end = start;
        const bool follows = start == free && !times.empty();
        const Place place{begin, end, follows, follows && times.back().until};
        if (!find(time, place, clock) || time.end <= i) continue;
        role(time, place, clock);
        if (place.follows && time.last == 0 && times.back().role != Time::Role::aside) {
          // 去年一季度, 2023年11月5日.
          times.back().end = time.end;
          if (time.part) times.back().part = time.part;
          if (time.role == Time::Role::base) times.back().role = time.role;
        } else {
          times.push_back(time);
        }
        free = time.end;
        i = time.end - 1;
        break;
      }
    }
    if (times.empty()) return;
    const View clause = trim(text_.substr(begin, end - begin));
    if (suffix_row<data::frames>(clause) == nullptr || clause.find(data::place_preposition) == View::npos) return;
    for (Time& time : times) time.framed = true;
  }

 private:
  struct Place {
    std::size_t begin;  ///< of the clause
    std::size_t end;    ///< of the clause
    bool follows;       ///< another time ends where this one may begin
    bool until;         ///< and that one is what has come to by then: 截至2024年
  };

  [[nodiscard]] bool find(Time& time, const Place& place, const Clock& clock) const {
    const std::size_t i = time.begin;
    const std::uint8_t kind = characters_.kind(i);
    const auto may = [c = text_[i] & 0xFFU](const auto& starts) { return starts[c]; };
    if ((kind & (digit | words)) != 0) {
      if (year(time, place, clock) || months(time, place) || years(time, place, clock)) return true;
    }
    if (may(Starts<data::relative_times>::table) && relative(time, place, clock)) return true;
    if (may(Starts<data::year_parts>::table) && part(time, place)) return true;
    if (may(Starts<data::years_before>::table) && years(time, place, clock)) return true;
    if (is_any(text_[i], data::months_first) && months(time, place)) return true;
    if (may(Starts<data::terms>::table) && term(time, place, clock)) return true;
    if (may(Starts<data::year_starts>::table) && year_start(time, place)) return true;
    return (kind & (quote_mark | words)) != 0 && plan(time, place, clock);
  }

  [[nodiscard]] View rest(std::size_t at, const Place& place) const {
    constexpr std::size_t looked_at = 12;
    return at < place.end ? text_.substr(at, std::min(looked_at, place.end - at)) : View();
  }

  /// Whether something may be measured from what stands behind the word.
  [[nodiscard]] static bool measures(const data::TimeLead& row) noexcept {
    return row.says == 'c' || row.says == 'f' || row.says == 'm';
  }

  /// 截至11月.
  [[nodiscard]] bool is_until(const Time& time, const Place& place) const {
    const data::TimeLead* row = suffix_row<data::time_leads>(lead(time, place));
    return row != nullptr && row->says == 'l' && begins(row->word, data::until);
  }

  /// What stands in the clause before a time.
  [[nodiscard]] View lead(const Time& time, const Place& place) const {
    return text_.substr(place.begin, time.begin - place.begin);
  }

  /// 2023年, 2019—2023年, 二○○九年.
  [[nodiscard]] bool year(Time& time, const Place& place, const Clock& clock) const {
    time.first = time.last = year_digits(text_, time.begin);
    if (time.last == 0 || (time.begin > 0 && is_digit(text_[time.begin - 1]))) return time.first = time.last = 0, false;
    std::size_t i = time.begin + 4;
    if (at(text_, i) == U'年' && is_any(at(text_, i + 1), data::time_dashes)) ++i;
    std::size_t dashes = 0;
    while (dashes < 2 && is_any(at(text_, i + dashes), data::time_dashes)) ++dashes;
    if (dashes > 0) {
      if (const int last = year_digits(text_, i + dashes); last > time.first) {
        time.last = last;
        time.ends = is_any(text_[i], data::from_to);
        i += dashes + 4;
      }
    }
    if (at(text_, i) == U'年') {
      ++i;
    } else if (at(text_, i - 1) != U'年') {
      return time.first = time.last = 0, false;
    }
    return finish(time, i, place, clock);
  }

  /// 去年, 今年: words of data::relative_times.
  [[nodiscard]] bool relative(Time& time, const Place& place, const Clock& clock) const {
    const data::RelativeTime* row = prefix_row<data::relative_times>(rest(time.begin, place));
    if (row == nullptr) return false;
    const int early = clock.eve && (row->distance > 0 || !clock.planning) ? 1 : 0;
    if (clock.current != 0) time.first = time.last = clock.current + row->distance - early;
    time.back = std::max(0, -row->distance);
    time.relative = true;
    return finish(time, time.begin + row->word.size(), place, clock);
  }

  /// 五年来, 过去的五年, 近三年, 今后五年, 两年平均, 五年前.
  [[nodiscard]] bool years(Time& time, const Place& place, const Clock& clock) const {
    const data::YearsWord* before = prefix_row<data::years_before>(rest(time.begin, place));
    std::size_t i = time.begin + (before != nullptr ? before->word.size() : 0);
    if (before == nullptr && time.begin > 0 && !place.follows &&
        (is_number(text_[time.begin - 1]) || is_any(text_[time.begin - 1], U"第."sv)))
      return false;
    const View window = text_.substr(0, place.end);
    const int count = small_number(window, i);
    if (count == 0 || at(window, i) != U'年') return false;
    ++i;
    const data::YearsWord* behind = prefix_row<data::years_behind>(rest(i, place));
    if (before == nullptr && behind == nullptr) return years_alone(time, i, count, place, clock);
    if (behind != nullptr && suffix_row<data::years_sums>(behind->word) == nullptr) i += behind->word.size();
    if (prefix_row<data::years_compared>(rest(i, place)) != nullptr) return false;
    const char says = before != nullptr ? before->says : behind->says;
    const int past = clock.past();
    time.relative = true;
    time.end = i;
    if (says == 'x') {
      const data::TimeLead* row = suffix_row<data::time_leads>(lead(time, place));
      if (time.begin > 0 && is_any(text_[time.begin - 1], data::no_years_before)) return false;
      time.back = count;
      time.whole = true;
      if (row == nullptr || !measures(*row)) time.role = Time::Role::aside;
    } else if (says == 'b') {
      time.back = count;
      if (clock.current != 0) time.first = time.last = past - count;
    } else if (says == 'a' && (before != nullptr || clock.planning)) {
      if (clock.current != 0) time.first = clock.current, time.last = clock.current + count - 1;
    } else if (says == 'a' ||
               (clock.planning && before == nullptr && suffix_row<data::years_said>(behind->word) != nullptr)) {
      time.role = Time::Role::aside;  // 五年累计: of those that the plan is for
    } else {
      if (past != 0) time.first = past - count + 1, time.last = past;
      if (behind != nullptr && behind->says == 'm') time.part = Period::year_average;
    }
    return true;
  }

  /// 五年新增就业15万人: at the head of a clause, where what follows is told of them. Of a plan's nobody says when.
  [[nodiscard]] bool years_alone(Time& time, std::size_t end, int count, const Place& place, const Clock& clock) const {
    const View before = trim(lead(time, place));
    const bool grown = !before.empty() && is_han(before.back()) && !is_any(before.back(), data::no_years_grown) &&
                       suffix_row<data::counted_years_before>(before) == nullptr &&
                       !prefix_of<data::years_grown>(rest(end, place)).empty();
    if (count < 2 || !(grown || (before.empty() && !prefix_of<data::years_alone>(rest(end, place)).empty())))
      return false;
    time.relative = time.alone = true;
    time.end = end;
    const int past = clock.past();
    if (clock.planning) {
      time.role = Time::Role::aside;
    } else if (past != 0) {
      time.first = past - count + 1, time.last = past;
    }
    return true;
  }

  /// 本届政府任期内: years past, nobody says how many.
  [[nodiscard]] bool term(Time& time, const Place& place, const Clock& clock) const {
    const View word = prefix_of<data::terms>(rest(time.begin, place));
    if (word.empty() || clock.past() == 0) return false;
    time.last = clock.past();
    time.relative = true;
    time.end = time.begin + word.size();
    if (clock.planning) time.role = Time::Role::aside;  // how much of it is still to come, nobody says
    return true;
  }

  /// 年初, from which something is measured.
  [[nodiscard]] bool year_start(Time& time, const Place& place) const {
    const View word = prefix_of<data::year_starts>(rest(time.begin, place));
    const data::TimeLead* row = suffix_row<data::time_leads>(lead(time, place));
    if (word.empty() || row == nullptr || !measures(*row)) return false;
    time.back = 1;
    time.relative = true;
    time.end = time.begin + word.size();
    return true;
  }

  /// 一季度, 上半年, 前三季度.
  [[nodiscard]] bool part(Time& time, const Place& place) const {
    const data::YearPart* row = prefix_row<data::year_parts>(rest(time.begin, place));
    if (row == nullptr) return false;
    time.end = time.begin + row->word.size();
    time.part = part_of_year(row->says);
    if (row->says == data::YearPart::Says::year) {
      // 占全年目标的80%: no time.
      const View before = lead(time, place);
      if (prefix_row<data::year_goals>(rest(time.end, place)) != nullptr ||
          (!before.empty() && is_any(before.back(), data::no_whole_year)))
        return false;
    }
    // 一、二季度: parts that are not one.
    if (time.begin >= place.begin + 2 && text_[time.begin - 1] == U'、' && is_number(text_[time.begin - 2]))
      time.part.reset();
    if (!time.part || begins(rest(time.end, place), data::deadline)) time.role = Time::Role::aside;
    return true;
  }

  /// 1-11月, 前11个月, 截至11月底, 截至8月16日, 12月份; 3月5日 and 9月底前 are no part of a year.
  [[nodiscard]] bool months(Time& time, const Place& place) const {
    const View window = text_.substr(0, place.end);
    std::size_t i = time.begin;
    const bool from_first = is_any(text_[i], data::months_first);
    if (from_first) ++i;
    if (time.begin > 0 && (is_number(text_[time.begin - 1]) || text_[time.begin - 1] == U'.')) return false;
    // Months in characters stand behind a year; elsewhere 三月 may be a name.
    if (!from_first && !is_digit(text_[i]) && !place.follows) return false;
    int first = 1;
    int last = small_number(window, i);
    if (last == 0) return false;
    if (from_first) {
      if (at(window, i) != U'个' || at(window, i + 1) != U'月') return false;
      i += 2;
    } else {
      if (at(window, i) == U'月' && is_any(at(window, i + 1), data::time_dashes)) ++i;
      std::size_t dashes = 0;
      while (dashes < 2 && is_any(at(window, i + dashes), data::time_dashes)) ++dashes;
      std::size_t k = i + dashes;
      const int second = dashes > 0 ? small_number(window, k) : 0;
      if (second > last && at(window, k) == U'月') {
        first = last, last = second, i = k;
      } else {
        first = 0;
      }
      if (at(window, i) != U'月') return false;
      ++i;
    }
    if (last > 12) return false;
    const bool month = at(window, i) == U'份';
    if (month) ++i;
    const bool until = place.until || is_until(time, place);
    const bool by = is_any(at(window, i), data::month_ends);
    if (by) ++i;
    if (is_digit(at(window, i))) {
      // A day.
      while (i < place.end && (is_digit(text_[i]) || is_any(text_[i], data::time_dashes) || text_[i] == U'日')) ++i;
      if (until) time.part = Period::months;
    } else if (at(window, i) == U'前') {
      ++i;
    } else if (first == 1 || by || (first == 0 && until)) {
      time.part = months_to(last);
    } else if (first > 1) {
      time.part = Period::months;
    } else if (month && first == 0) {
      time.part = Period::month;
    }
    if (!time.part) time.role = Time::Role::aside;
    time.end = i;
    return true;
  }

  /// “十四五”期间, 十四五末, “十四五”前三年.
  [[nodiscard]] bool plan(Time& time, const Place& place, const Clock& clock) const {
    std::size_t i = time.begin;
    const bool quoted = opens_quote(text_[i]);
    std::size_t stop = i;
    const int number = plan_number(text_.substr(0, place.end), i + (quoted ? 1 : 0), stop);
    if (number == 0) return false;
    if (quoted && !closes_quote(at(text_, stop++))) return false;
    // “十四五”规划 is a document, “十四五”末 a time.
    const data::PlanRow plan = plan_years(number);
    if (plan.last == 0) return false;
    time.first = plan.first;
    time.last = plan.last;
    const data::TimeLead* row = prefix_row<data::plan_times>(rest(stop, place));
    if (row == nullptr) {
      const data::TimeLead* before = suffix_row<data::time_leads>(lead(time, place));
      const bool base = quoted && before != nullptr && measures(*before) &&
                        (at(text_, stop) == U'的' || verb_follows_time(stop, place));
      if (!base && !(title_ && quoted)) return time.first = time.last = 0, false;
      return finish(time, stop, place, clock);
    }
    stop += row->word.size();
    if (row->says == 'e') time.point = true;
    if (row->says == 'b') time.last = time.first;
    if (row->says == 'o' && clock.past() >= time.first) time.last = std::min(time.last, clock.past());
    if (std::size_t k = stop; row->word == U"前"sv) {
      const int count = small_number(text_.substr(0, place.end), k);
      if (count > 0 && count < 5 && at(text_, k) == U'年') time.last = time.first + count - 1, stop = k + 1;
    }
    return finish(time, stop, place, clock);
  }

  /// 比“十二五”增长: what is done with the figure, not more of the plan's name.
  [[nodiscard]] bool verb_follows_time(std::size_t at, const Place& place) const {
    return find_any<data::verbs>(rest(at, place).substr(0, 2)) == 0;
  }

  [[nodiscard]] static bool is_number(char32_t c) noexcept {
    return is_digit(c) || is_any(c, U"零一二三四五六七八九十百千"sv);
  }

  /// 提高到2023年的36.2%: the word before the time is the end of a verb.
  [[nodiscard]] static bool reaches(View before, const data::TimeLead& row) {
    const data::VerbWord* verb = suffix_row<data::verbs>(before);
    return verb != nullptr && verb->word.size() > row.word.size();
  }

  /// Takes in what belongs to the time behind it: 末, 度, 以来.
  bool finish(Time& time, std::size_t i, const Place& place, const Clock& clock) const {
    std::size_t open = 0;  // behind the word that leaves the span open to the present
    for (bool more = true; more && i < place.end;) {
      more = false;
      for (const data::YearTail& row : data::year_tails) {
        if (text_[i] != row.tail || is_any(at(text_, i + 1), row.no)) continue;
        if (row.tail == U'初') early(time);
        ++i;
        more = true;
        break;
      }
      if (more) continue;
      const data::TimeLead* row = prefix_row<data::time_tails>(rest(i, place));
      if (row == nullptr) break;
      if (row->says == 'o') open = i + row->word.size();
      if (row->says == 'a') time.role = Time::Role::aside;  // 从2023年起
      if (row->says == 'b') early(time);
      i += row->word.size();
      more = true;
    }
    // 2013年实施新标准以来.
    const View behind = rest(i, place);
    const std::size_t since = open == 0 && !time.several() ? parser::find(behind, data::since) : View::npos;
    if (since != View::npos &&
        std::none_of(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(since), is_digit))
      open = i + since + data::since.size();
    if (open != 0) {
      if (prefix_row<data::years_compared>(rest(open, place)) != nullptr) {
        time.role = Time::Role::aside;  // 2013年以来最好水平
      } else if (clock.past() > time.last && time.last != 0) {
        time.last = clock.past();
      } else if (time.relative && time.last > clock.past()) {
        time.part = Period::months;  // 今年以来
      }
    }
    time.end = i;
    return true;
  }

  /// The beginning of a year is the end of the one before, as far as something is measured from it.
  static void early(Time& time) { ++time.back; }

  /// What the time is to the figures behind it, by the words before and behind it, which it takes in.
  void role(Time& time, const Place& place, const Clock& clock) const {
    const bool aside = time.role == Time::Role::aside;
    const bool of = at(text_, time.end) == U'的' && time.end < place.end;
    // 是 2015年的 1.4倍: spaces part no words.
    const View before = trim_end(lead(time, place));
    const View behind = trim(rest(time.end + (of ? 1 : 0), place));
    const auto end_of = [&](View word) {
      time.end = static_cast<std::size_t>(behind.data() - text_.data()) + word.size();
    };
    constexpr std::size_t total = 7;  // 53年的总和
    const bool event =
        clock.current != 0 && time.last > clock.current && suffix_row<data::event_verbs>(before) != nullptr;
    if (event || find_any<data::years_totals>(behind.substr(0, total)) != View::npos) {
      time.role = Time::Role::aside;
      return;
    }
    if (const View word = prefix_of<data::base_words>(behind); !word.empty() && !aside) {
      time.role = Time::Role::base;
      end_of(word);
      time.begin = place.begin + before.size();
      if (!before.empty() && is_any(before.back(), data::base_leads)) --time.begin;
      if (!before.empty() && is_any(before.back(), U"比较"sv)) --time.begin;
      return;
    }
    const data::TimeLead* row = suffix_row<data::time_leads>(before);
    const char says = row == nullptr ? ' ' : row->says;
    const char32_t first = before.size() > (row != nullptr ? row->word.size() : 0) && row != nullptr
                               ? before[before.size() - row->word.size() - 1]
                               : U'\0';
    const bool figure = !behind.empty() && (is_number(behind.front()) || of);
    const auto take = [&] { time.begin = place.begin + before.size() - row->word.size(); };
    if (of) ++time.end;
    switch (says) {
      case 'c':
        if (is_any(row->word.front(), data::comparison_marks) && !is_any(first, data::no_comparison)) {
          time.role = Time::Role::base;
          if (const View noun = prefix_of<data::base_nouns>(behind); !noun.empty()) end_of(noun);
          take();
        }
        break;
      case 'f':
        if (time.several() || aside) {
          take();
        } else if (figure) {
          time.role = Time::Role::base;
          time.start = true;
        }
        break;
      case 'm':
        // Not 由45%调整为2015年的58%.
        if (of && !behind.empty() &&
            (is_number(behind.front()) || prefix_row<data::bound_prefixes>(behind) != nullptr) &&
            (row->word.size() > 2 || !reaches(before, *row)) &&
            !std::any_of(before.begin(), before.end(), [](char32_t c) { return is_any(c, data::from_words); }))
          time.role = Time::Role::base, time.multiple = true;
        time.whole = time.whole || time.several();
        break;
      case 's':
      case 'i':
        take();
        break;
      case 'l':
        time.role = Time::Role::ahead;
        time.until = begins(row->word, data::until);
        if (!reaches(before, *row)) take();
        break;
      case 'e':
        time.role = Time::Role::ahead;
        break;
      case 'o':
        if (is_any(first, data::comparing)) {
          time.role = Time::Role::base;
        } else {
          take();
        }
        break;
      default:
        break;
    }
    if (aside) time.role = Time::Role::aside;
    if (time.role != Time::Role::base && time.back > 0 && time.last == 0 && !time.part) time.role = Time::Role::aside;
  }

  const Characters& characters_;
  View text_;
  bool title_;
};

}  // namespace shengzhou_report::detail::parser
