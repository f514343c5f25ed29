#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>
#include <shengzhou_report/impl/parse/statements.ipp>
#include <shengzhou_report/impl/parse/subjects.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/parse.hpp>

namespace shengzhou_report {

namespace detail::parser {

/// Leads a text through the rooms.
class Reader {
 public:
  explicit Reader(std::string_view utf8)
      : characters_(utf8),
        text_(characters_.text()),
        names_(text_, composed_),
        times_(characters_),
        figures_(characters_, units_, composed_),
        subjects_(text_, composed_),
        statements_(characters_, units_, names_) {}

  [[nodiscard]] Report run() && {
    find_body();
    find_year();
    find_place();
    outside(0, body_begin_);
    for (std::size_t at = body_begin_; at < body_end_;) {
      std::size_t end = text_.find(U'\n', at);
      // Saved pages break lines inside figures: 58.2⏎亿元.
      while (end < body_end_ && end > at && is_digit(text_[end - 1]) && breaks_figure(end + 1))
        end = text_.find(U'\n', end + 1);
      if (end == View::npos || end > body_end_) end = body_end_;
      line(at, end);
      at = end + 1;
    }
    outside(body_end_, text_.size());
    return std::move(statements_).report(std::move(info_));
  }

 private:
  // What is the report, and whose.

  /// Whether what begins at i goes on with a figure: a unit, 年, more digits.
  [[nodiscard]] bool breaks_figure(std::size_t i) const {
    std::size_t magnitude = 0;
    return parser::at(text_, i) == U'年' || parser::at(text_, i) == U'月' ||
           units_.match(text_.substr(std::min(i, text_.size()), 8), magnitude) > 0;
  }

  void find_body() {
    body_end_ = text_.size();
    const std::size_t salute = text_.find(U"各位代表");
    if (salute < 1500) body_begin_ = text_.rfind(U'\n', salute) + 1;
    // Behind the last sentence there is page furniture, or a glossary with figures of its own.
    for (std::size_t at = text_.find(U'\n', text_.size() / 2); at != View::npos && at + 1 < body_end_;) {
      const std::size_t start = at + 1;
      at = text_.find(U'\n', start);
      const View line = text_.substr(start, std::min(at, text_.size()) - start);
      if (line.size() < 30 && (contains(line, U"名词解释") || contains(line, U"名词注释") ||
                               contains(line, U"名词说明") || contains(line, U"用语说明"))) {
        body_end_ = start;
      }
    }
    // What follows the last sentence of a whole report on lines of its own is the page around it.
    constexpr std::size_t whole_report = 3000;
    const std::size_t last = std::max(text_.rfind(U'!', body_end_) + 1, text_.rfind(U'。', body_end_) + 1);
    if (last > body_begin_ + whole_report) body_end_ = std::min(body_end_, std::max(last, text_.find(U'\n', last)));
  }

  void find_year() {
    // The first year of the page: the title's, or the date of the speech.
    const View head = text_.substr(0, std::max<std::size_t>(body_begin_, 400));
    int title_year = 0;
    for (std::size_t at = 0; at + 5 < head.size(); ++at) {
      if ((at == 0 || !is_digit(head[at - 1])) && year_digits(head, at) != 0 && head[at + 4] == U'年') {
        title_year = year_digits(head, at);
        break;
      }
    }
    // A heading that names last year's work says it as well.
    int review_year = 0;
    for (std::size_t at = text_.find(U"工作回顾"); at != View::npos && review_year == 0;
         at = text_.find(U"工作回顾", at + 1)) {
      if (at >= 5 && text_[at - 1] == U'年') review_year = year_digits(text_, at - 5);
    }
    context_.plan_year = review_year != 0 ? review_year + 1 : 0;
    for (std::size_t at = text_.find(U'、'); context_.plan_year == 0 && at != View::npos;
         at = text_.find(U'、', at + 1)) {
      // 三、2017年工作任务, where no title names the year.
      std::size_t digits = at + 1;
      while (digits < text_.size() && is_space(text_[digits])) ++digits;
      const bool numbered = at > 0 && is_any(text_[at - 1], U"一二三四五六七八九");
      if (numbered && parser::at(text_, digits + 4) == U'年' && contains(text_.substr(digits, 12), U"工作"))
        context_.plan_year = year_digits(text_, digits);
    }
    if (context_.plan_year == 0) context_.plan_year = title_year;
    info_.year = context_.plan_year;
    const std::size_t title = text_.find(U"政府工作报告");
    if (title != View::npos) {
      std::size_t begin = text_.rfind(U'\n', title);
      begin = begin == View::npos ? 0 : begin + 1;
      std::size_t end = text_.find(U'\n', title);
      if (end == View::npos) end = text_.size();
      info_.title = utf8(trim(text_.substr(begin, std::min<std::size_t>(end - begin, 60))));
    }
    context_.planning = false;
    context_.year = context_.plan_year - 1;
  }

  /// The place that the title names, else the assembly that heard the report, else the government that gave it.
  void find_place() {
    const View head = text_.substr(0, std::max<std::size_t>(body_begin_, 400) + 200);
    for (const auto& [mark, before] :
         {std::pair{View(U"政府工作报告"), View(U"\n年]】")}, std::pair{View(U"人民代表大会"), View(U"在日\n")},
          std::pair{View(U"人民政府"), View(U"表\n")}}) {
      const std::size_t found = head.find(mark);
      if (found == View::npos) continue;
      std::u32string name;
      for (std::size_t i = found; i > 0 && found - i < 40; --i) {
        const char32_t c = head[i - 1];
        // 浙江省⏎第十四届: the line breaks before the number of the assembly.
        if (is_any(c, before) && !name.empty() && !(c == U'\n' && name.front() == U'第')) break;
        if (!is_space(c)) name.insert(name.begin(), c);
      }
      View place = name;
      if (ends(place, U"年")) place = place.substr(0, place.find_first_of(U"0123456789"));  // 某县2024年政府工作报告
      if (const std::size_t session = place.find(U'届'); session != View::npos) {
        place = place.substr(0, session);
        while (!place.empty() && (is_digit(place.back()) || is_any(place.back(), U"第一二三四五六七八九十百")))
          place.remove_suffix(1);
      }
      if (ends(place, U"人民")) place.remove_suffix(2);
      const bool division = !place.empty() && is_any(place.back(), U"省市县区州盟旗");
      if (division && place.size() >= 2 && place.size() <= 15 && std::all_of(place.begin(), place.end(), is_han)) {
        info_.place = utf8(place);
        return;
      }
    }
    if (contains(head, U"代表国务院")) {
      info_.place = "中国";
      info_.place_en = "China";
    }
  }

  [[nodiscard]] static bool plan_starts(View line) {
    for (std::size_t i = 0; i + 4 < line.size(); ++i) {
      const View here = line.substr(i, 5);
      switch (here[0]) {
        case U'预':
          if (begins(here, U"预期目标")) return true;
          break;
        case U'总':
          if (begins(here, U"总体要求是") || begins(here, U"总体要求:") || begins(here, U"总体思路是") ||
              begins(here, U"总体思路:"))
            return true;
          break;
        case U'主':
          if (begins(here, U"主要目标是")) return true;
          break;
        case U'奋':
          if (begins(here, U"奋斗目标是")) return true;
          break;
        case U'今':
          if (begins(here, U"今年工作的")) return true;
          break;
        default:
          break;
      }
    }
    return false;
  }

  void set_mode(bool planning, int year) {
    context_.planning = planning;
    context_.year = year;
  }

  /// Whether the line begins with a heading; then the section path changes.
  void heading(std::size_t begin, std::size_t end) {
    const View line = text_.substr(begin, end - begin);
    std::size_t i = 0;
    int level = 0;
    const View numerals = U"一二三四五六七八九十";
    const bool bracket = line[0] == U'(';
    if (bracket) ++i;
    const std::size_t first = i;
    while (i < line.size() && is_any(line[i], numerals)) ++i;
    if (i > first && i < line.size() && i - first <= 3) {
      if (bracket && line[i] == U')') level = 2;
      if (!bracket && line[i] == U'、') level = 1;
      if (!bracket && line[i] == U'要') level = 2;
    }
    if (level == 0) return;
    std::size_t stop = 0;
    while (stop < line.size() && line[stop] != U'。' && stop < 40) ++stop;
    const View title = line.substr(0, stop);
    std::vector<std::string> path = context_.path.titles();
    path.resize(std::min(path.size(), static_cast<std::size_t>(level) - 1));
    path.push_back(utf8(title));
    context_.path = Headings(std::move(path));
    info_.sections.push_back({.path = context_.path});
    if (level != 1) return;
    const bool review =
        contains(title, U"回顾") || contains(title, U"过去") || contains(title, U"成绩") || contains(title, U"成就");
    int named = 0;
    for (std::size_t at = 0; at + 5 <= title.size(); ++at) {
      if ((at == 0 || !is_digit(title[at - 1])) && year_digits(title, at) != 0) named = year_digits(title, at);
    }
    reviewing_ = review;
    if (review) {
      set_mode(false, named != 0 && named < context_.plan_year ? named : context_.plan_year - 1);
      return;
    }
    bool plan = named == context_.plan_year;
    for (const View cue :
         {View(U"安排"), View(U"任务"), View(U"目标"), View(U"要求"), View(U"思路"), View(U"打算"), View(U"部署"),
          View(U"建议"), View(U"自身建设"), View(U"工作重点"), View(U"开局"), View(U"主要考虑")}) {
      plan = plan || contains(title, cue);
    }
    if (plan) {
      int year = context_.plan_year;
      if (contains(title, U"“十四五”") && !contains(title, U"开局")) year = 2025;
      if (contains(title, U"“十五五”") && !contains(title, U"开局")) year = 2030;
      if (contains(title, U"今后五年") || contains(title, U"未来五年")) year = context_.plan_year + 4;
      if (named == context_.plan_year) year = context_.plan_year;
      set_mode(true, year);
    }
  }

  /// Numbers of the page around the report: seen, and no part of it.
  void outside(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      if (characters_.kind(i) != digit) {
        ++i;
        continue;
      }
      const std::size_t first = i;
      i = number_end(text_, i, end);
      statements_.skip(first, i, SkipReason::outside);
    }
  }

  void line(std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
    if (begin == end) return;
    heading(begin, end);
    const View whole = text_.substr(begin, end - begin);
    if (!context_.planning && !reviewing_ && plan_starts(whole)) set_mode(true, context_.plan_year);
    context_.five_years = find_any<data::five_year_spans>(whole.substr(0, 80)) != View::npos;
    subjects_.begin_line();
    // 预计 at the head of a paragraph covers its list of accounts; elsewhere it covers its own sentence.
    const bool estimates = !context_.planning && begins(whole, U"预计");
    for (std::size_t at = begin; at < end;) {
      const std::size_t stop = sentence_stop(characters_, at, end);
      context_.estimate = !context_.planning && (estimates || contains(text_.substr(at, stop - at), U"预计"));
      sentence(at, stop);
      at = stop + 1;
    }
  }

  void sentence(std::size_t begin, std::size_t end) {
    // A semicolon goes on with the time of what stands before it.
    if (begin == 0 || text_[begin - 1] != U';') timeline_.begin_sentence();
    subjects_.begin_sentence();
    for (std::size_t at = begin; at < end;) {
      const std::size_t stop = clause_stop(characters_, at, end);
      clause(at, stop);
      at = stop + 1;
    }
  }

  void clause(std::size_t begin, std::size_t end) {
    numbers_.clear();
    timeline_.next(times_, begin, end, context_.planning, context_.plan_year);
    figures_.read(begin, end, numbers_);
    if (numbers_.empty()) {
      const View whole = text_.substr(begin, end - begin);
      subjects_.bare(whole);
      if (context_.planning && !statements_.trend(begin, whole, context_)) statements_.commitment(begin, end, context_);
      return;
    }
    if (std::any_of(numbers_.begin(), numbers_.end(), [](const Number& n) { return !n.skipped; })) {
      subjects_.resolve(
          begin, end, numbers_, [&](const Number& n, const Lead& lead, View raw, std::vector<View>& names) {
            return statements_.figure(n, lead, raw, names, context_, timeline_.place(n.begin, lead.from, context_));
          });
    } else if (context_.planning) {
      // 打造百亿级产业集群 promises no figure either.
      statements_.commitment(begin, end, context_);
    }
    for (const Number& n : numbers_) {
      if (n.skipped) statements_.skip(n.begin, n.end, *n.skipped);
    }
  }

  Characters characters_;
  View text_;
  Units units_;
  Composed composed_;
  Names names_;
  Times times_;
  Figures figures_;
  Subjects subjects_;
  Statements statements_;
  ReportInfo info_;
  Context context_;
  Timeline timeline_;
  std::size_t body_begin_ = 0;
  std::size_t body_end_ = 0;
  bool reviewing_ = false;       ///< a heading says that this is the review
  std::vector<Number> numbers_;  // kept, so that its memory is used again
};

}  // namespace detail::parser

SHENGZHOU_REPORT_INLINE Report parse(std::string_view utf8) { return detail::parser::Reader(utf8).run(); }

}  // namespace shengzhou_report
