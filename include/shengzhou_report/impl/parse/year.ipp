#pragma once

// Rules by which the year of a document is found, in the order of trust.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/head.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// A year that a rule found; zero for none.
struct YearFound {
  int year = 0;
  Found where;
};

/// A rule for one kind of document.
struct YearRule {
  std::string_view name;
  DocumentKind kind;
  YearFound (*find)(const Head&);
  std::string_view example;  ///< a text, and behind | the year
  bool last_resort = false;  ///< looked at only where no other rule finds a year
};

namespace year_rule {

/// The years of a line in its order, each with 年 behind it or in brackets, the last of a span for the span.
template <class Visit>
void each_year(const Head& head, View line, Visit&& visit) {
  for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
    const int year = year_digits(line, at);
    if (year == 0 || (at > 0 && is_digit(line[at - 1]))) continue;
    const char32_t next = parser::at(line, at + 4);
    const bool span =
        is_any(next, U"-—–~至"sv) && year_digits(line, at + (parser::at(line, at + 5) == U'—' ? 6 : 5)) > year;
    // 2012年以来 is where a span begins.
    if (begins(line.substr(at + 4), U"年以来"sv)) continue;
    const bool bracketed = at > 0 && line[at - 1] == U'(' && next == U')';
    if (!span && (next == U'年' || (is_space(next) && parser::at(line, at + 5) == U'年') || bracketed))
      visit(YearFound{year, {head.offset(line) + at, head.offset(line) + at + 4}}, at);
    at += 3;
  }
}

[[nodiscard]] inline YearFound last_year(const Head& head, View line) {
  YearFound result;
  each_year(head, line, [&](const YearFound& year, std::size_t) { result = year; });
  return result;
}

/// The heading of the first part that looks back and names its year: 一、2023年工作回顾.
[[nodiscard]] inline YearFound reviewed(const Head& head) {
  for (const View line : head.headings) {
    const std::size_t word = find_any<data::review_words>(line);
    if (word == View::npos || line.substr(0, word).find(U'。') != View::npos) continue;
    if (const YearFound year = last_year(head, line.substr(0, word)); year.year != 0) return year;
  }
  return {};
}

/// The heading of the first part that plans a year: 二、2024年工作安排.
[[nodiscard]] inline YearFound planned(const Head& head) {
  const int review = reviewed(head).year;
  for (const View line : head.headings) {
    constexpr std::size_t longest = 36;
    if (line.size() > longest || is_any(line.back(), U"。;"sv)) continue;
    const std::size_t word = find_any<data::plan_headings>(line);
    if (word == View::npos || find_any<data::review_words>(line) != View::npos) continue;
    YearFound first;
    each_year(head, line, [&](const YearFound& year, std::size_t at) {
      const bool limit = suffix_row<data::year_limits>(line.substr(0, at)) != nullptr;  // 到2035年远景目标
      if (first.year == 0 && year.year > review && !limit) first = year;
    });
    if (first.year != 0 && (review == 0 || first.year == review + 1)) return first;
  }
  return {};
}

[[nodiscard]] inline YearFound both_headings(const Head& head) {
  const int review = reviewed(head).year;
  const YearFound plan = planned(head);
  return review != 0 && plan.year == review + 1 ? plan : YearFound();
}

[[nodiscard]] inline YearFound review_heading(const Head& head) {
  YearFound year = reviewed(head);
  if (year.year != 0) ++year.year;
  return year;
}

/// The month behind 年, in digits or characters; zero for none.
[[nodiscard]] inline int month_behind(View text) {
  int month = 0;
  std::size_t i = 0;
  while (i < text.size() && is_space(text[i])) ++i;
  for (; i < text.size() && i < 6 && text[i] != U'月'; ++i) {
    if (text[i] == U'十') {
      month = month == 0 ? 10 : month * 10;
      continue;
    }
    const int digit = year_digit(text[i]);
    if (digit < 0) return 0;
    month = month == 10 && text[i - 1] == U'十' ? month + digit : month * 10 + digit;
  }
  return i < text.size() && text[i] == U'月' && month >= 1 && month <= 12 ? month : 0;
}

/// The year that a speech of this date plans: what is said in November or December is of the next year, but the
/// National People's Congress hears of the year of its session.
[[nodiscard]] inline YearFound dated(const Head& head, View line) {
  YearFound result;
  each_year(head, line, [&](const YearFound& year, std::size_t at) {
    if (result.year != 0) return;
    std::size_t behind = at + 4;
    while (is_space(parser::at(line, behind))) ++behind;
    const int month = month_behind(line.substr(std::min(line.size(), behind + 1), 8));
    const bool next = month >= data::first_month_of_next_year && !head.national;
    if (month != 0) result = {next ? year.year + 1 : year.year, year.where};
  });
  return result;
}

[[nodiscard]] inline YearFound session(const Head& head) {
  for (const View line : head.lines) {
    if (find_any<data::assemblies>(line) == View::npos) continue;
    if (const YearFound year = dated(head, line); year.year != 0) return year;
  }
  return {};
}

[[nodiscard]] inline YearFound title(const Head& head) {
  for (const View line : head.lines) {
    if (!head.find(line, U"工作报告"sv) || find_any<data::speech_words>(line) != View::npos) continue;
    if (const YearFound year = last_year(head, line); year.year != 0) return year;
  }
  return {};
}

/// A date that no session is named with; one far from the title's year is that of the page.
[[nodiscard]] inline YearFound any_date(const Head& head) {
  const int named = title(head).year;
  for (const View line : head.lines) {
    const YearFound year = dated(head, line);
    if (year.year != 0 && (named == 0 || (year.year >= named - 1 && year.year <= named + 1))) return year;
  }
  return {};
}

/// Whether a speech that plans `year` bears a date of the year before it.
[[nodiscard]] inline bool eve(const Head& head, int year) {
  YearFound date = session(head);
  if (date.year == 0) date = any_date(head);
  return date.year == year && year_digits(head.text, date.where.begin) == year - 1;
}

/// The first year that the text itself speaks of is the one it looks back on.
[[nodiscard]] inline YearFound opening(const Head& head) {
  YearFound result;
  each_year(head, head.opening, [&](const YearFound& year, std::size_t at) {
    if (result.year == 0 && suffix_row<data::year_limits>(head.opening.substr(0, at)) == nullptr) result = year;
  });
  if (result.year != 0) ++result.year;
  return result;
}

/// The year that the whole text names most often.
[[nodiscard]] inline YearFound most_named(const Head& head) {
  std::array<int, data::latest_year - data::earliest_year + 1> counts{};
  YearFound best;
  constexpr std::size_t looked_at = 100000;
  each_year(head, head.text.substr(0, looked_at), [&](const YearFound& year, std::size_t) {
    int& count = counts[static_cast<std::size_t>(year.year - data::earliest_year)];
    if (++count > (best.year == 0 ? 0 : counts[static_cast<std::size_t>(best.year - data::earliest_year)])) best = year;
  });
  return best;
}

/// A communique reviews the year in its title, whose pieces may stand on several lines.
[[nodiscard]] inline YearFound communique(const Head& head) {
  for (std::size_t i = 0; i < head.lines.size(); ++i) {
    if (find_any<data::communique_words>(head.lines[i]) == View::npos) continue;
    for (std::size_t k = i + 1; k-- > (i > 2 ? i - 2 : 0);) {
      if (const YearFound year = last_year(head, head.lines[k]); year.year != 0) return year;
    }
  }
  YearFound year = any_date(head);
  if (year.year != 0) --year.year;
  return year;
}

/// The plan's number, or its span, in the title: “十四五”, 第十四个五年规划, 1976—1985年.
[[nodiscard]] inline YearFound plan_title(const Head& head) {
  for (const View line : head.lines) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      std::size_t end = at;
      int number = 0;
      if (opens_quote(line[at])) {
        number = plan_number(line, at + 1, end);
      } else if (line[at] == U'第') {
        std::u32string words;
        for (end = at + 1; end < line.size() && is_any(line[end], U"一二三四五六七八九十"sv); ++end)
          words.push_back(line[end]);
        if (begins(line.substr(end), U"个五年"sv)) number = plan_number(words + U"五", 0, end);
      }
      if (const data::PlanRow years = plan_years(number); years.first != 0)
        return {years.first, {head.offset(line) + at, head.offset(line) + at + 2}};
      const int first = year_digits(line, at);
      if (first != 0 && is_any(parser::at(line, at + 4), U"-—–~至"sv))
        return {first, {head.offset(line) + at, head.offset(line) + at + 4}};
    }
  }
  return {};
}

}  // namespace year_rule

inline constexpr YearRule year_rules[] = {
    {"headings of review and plan", DocumentKind::work_report, year_rule::both_headings,
     "2015年甲县政府工作报告\n各位代表:\n一、2015年工作回顾\n稳中有进。\n二、2016年工作安排\n稳字当头。|2016"},
    {"date of the session", DocumentKind::work_report, year_rule::session,
     "政府工作报告\n——二○二一年十二月二十八日在甲县第十七届人民代表大会第一次会议上\n各位代表:|2022"},
    {"date", DocumentKind::work_report, year_rule::any_date, "政府工作报告\n(2005年1月24日 乙某)\n各位代表:|2005"},
    {"heading of the review", DocumentKind::work_report, year_rule::review_heading,
     "政府工作报告\n各位代表:\n一、2023年工作回顾|2024"},
    {"heading of the plan", DocumentKind::work_report, year_rule::planned,
     "政府工作报告\n各位代表:\n二、2024年工作安排|2024"},
    {"title", DocumentKind::work_report, year_rule::title, "2024年甲县政府工作报告\n各位代表:|2024"},
    {"first year named", DocumentKind::work_report, year_rule::opening, "各位代表:2017年,全县经济平稳。|2018"},
    {"year named most", DocumentKind::work_report, year_rule::most_named, "到2018年,园区建成。|2018", true},
    {"title", DocumentKind::communique, year_rule::communique,
     "甲市2019年国民经济和社会发展统计公报\n2020年3月1日|2019"},
    {"title", DocumentKind::plan, year_rule::plan_title, "甲市国民经济和社会发展第十四个五年规划纲要|2021"},
};

}  // namespace shengzhou_report::detail::parser
