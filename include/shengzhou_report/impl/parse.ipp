#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/catalogue.ipp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/parse.hpp>

namespace shengzhou_report {

namespace detail::parser {

enum class Role { value, skip };

/// One number in the text, and what stands right around it.
struct Number {
  std::size_t begin = 0;  ///< first digit
  std::size_t end = 0;    ///< behind the last digit
  std::size_t after = 0;  ///< behind unit and suffix words
  std::string digits;     ///< as printed, half-width
  std::string upper;      ///< second end of a range
  View unit;              ///< as printed
  Bound bound = Bound::exact;
  Role role = Role::value;
  SkipReason reason = SkipReason::no_unit;  ///< why it is no value
  bool rank = false;
  bool minus = false;   ///< printed with a sign
  bool growth = false;  ///< the word of the number says growth: 翻番
  View name;            ///< what it measures, where its form says so
};

class Parser {
 public:
  explicit Parser(std::string_view utf8) : characters_(utf8), text_(characters_.text()) {}

  [[nodiscard]] Report run() {
    find_body();
    find_year();
    find_place();
    // Four figures of five are statements; a text of digits shall not ask for memory beyond what it needs.
    constexpr std::size_t many = 4096;
    statements_.reserve(std::min(characters_.figures(), many));
    skipped_.reserve(std::min(characters_.figures() / 4, many));
    skip_outside(0, body_begin_);
    for (std::size_t at = body_begin_; at < body_end_;) {
      std::size_t end = text_.find(U'\n', at);
      // Saved pages break lines inside figures: 58.2⏎亿元.
      while (end < body_end_ && end > at && is_digit(text_[end - 1]) && breaks_figure(end + 1))
        end = text_.find(U'\n', end + 1);
      if (end == View::npos || end > body_end_) end = body_end_;
      line(at, end);
      at = end + 1;
    }
    skip_outside(body_end_, text_.size());
    return {std::move(info_), std::move(statements_), std::move(skipped_), std::move(commitments_)};
  }

 private:
  static constexpr std::size_t longest_clause = 400;

  // What is the report, and whose.

  /// Whether what begins at i goes on with a figure: a unit, 年, more digits.
  [[nodiscard]] bool breaks_figure(std::size_t i) const {
    std::size_t magnitude = 0;
    return at(i) == U'年' || at(i) == U'月' || units_.match(text_.substr(std::min(i, text_.size()), 8), magnitude) > 0;
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

  [[nodiscard]] static int four_digits(View text, std::size_t at) {
    if (at + 4 > text.size()) return 0;
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      if (!is_digit(text[at + i])) return 0;
      value = value * 10 + static_cast<int>(text[at + i] - U'0');
    }
    return value >= 1900 && value <= 2100 ? value : 0;
  }

  void find_year() {
    // The first year of the page: the title's, or the date of the speech.
    const View head = text_.substr(0, std::max<std::size_t>(body_begin_, 400));
    int title_year = 0;
    for (std::size_t at = 0; at + 5 < head.size(); ++at) {
      if ((at == 0 || !is_digit(head[at - 1])) && four_digits(head, at) != 0 && head[at + 4] == U'年') {
        title_year = four_digits(head, at);
        break;
      }
    }
    // A heading that names last year's work says it as well.
    int review_year = 0;
    for (std::size_t at = text_.find(U"工作回顾"); at != View::npos && review_year == 0;
         at = text_.find(U"工作回顾", at + 1)) {
      if (at >= 5 && text_[at - 1] == U'年') review_year = four_digits(text_, at - 5);
    }
    plan_year_ = review_year != 0 ? review_year + 1 : 0;
    for (std::size_t at = text_.find(U'、'); plan_year_ == 0 && at != View::npos; at = text_.find(U'、', at + 1)) {
      // 三、2017年工作任务, where no title names the year.
      std::size_t digits = at + 1;
      while (digits < text_.size() && is_space(text_[digits])) ++digits;
      const bool numbered = at > 0 && is_any(text_[at - 1], U"一二三四五六七八九");
      if (numbered && this->at(digits + 4) == U'年' && contains(text_.substr(digits, 12), U"工作"))
        plan_year_ = four_digits(text_, digits);
    }
    if (plan_year_ == 0) plan_year_ = title_year;
    info_.year = plan_year_;
    const std::size_t title = text_.find(U"政府工作报告");
    if (title != View::npos) {
      std::size_t begin = text_.rfind(U'\n', title);
      begin = begin == View::npos ? 0 : begin + 1;
      std::size_t end = text_.find(U'\n', title);
      if (end == View::npos) end = text_.size();
      info_.title = utf8(trim(text_.substr(begin, std::min<std::size_t>(end - begin, 60))));
    }
    planning_ = false;
    year_ = plan_year_ - 1;
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

  /// Numbers of the page around the report: seen, and no part of it.
  void skip_outside(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      if (kind(i) != digit) {
        ++i;
        continue;
      }
      const std::size_t first = i;
      i = number_end(i, end);
      skipped_.push_back({utf8(text_.substr(first, i - first)), SkipReason::outside, span(first, i)});
    }
  }

  // Lines, headings and sections.

  void line(std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
    if (begin == end) return;
    heading(begin, end);
    const View whole = text_.substr(begin, end - begin);
    if (!planning_ && !reviewing_ && plan_starts(whole)) set_mode(true, plan_year_);
    last_bare_ = {};
    const View opening = whole.substr(0, 80);
    five_years_ = find_any<data::five_year_spans>(opening) != View::npos;
    estimate_paragraph_ = false;
    first_sentence_ = true;
    for (std::size_t at = begin; at < end;) {
      std::size_t stop = at;
      while (stop < end && (kind(stop) & sentence_end) == 0) ++stop;
      sentence(at, stop);
      at = stop + 1;
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
    planning_ = planning;
    year_ = year;
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
    std::vector<std::string> path = path_.titles();
    path.resize(std::min(path.size(), static_cast<std::size_t>(level) - 1));
    path.push_back(utf8(title));
    path_ = Headings(std::move(path));
    info_.sections.push_back({path_, ""});
    if (level != 1) return;
    const bool review =
        contains(title, U"回顾") || contains(title, U"过去") || contains(title, U"成绩") || contains(title, U"成就");
    int named = 0;
    for (std::size_t at = 0; at + 5 <= title.size(); ++at) {
      if ((at == 0 || !is_digit(title[at - 1])) && four_digits(title, at) != 0) named = four_digits(title, at);
    }
    reviewing_ = review;
    if (review) {
      set_mode(false, named != 0 && named < plan_year_ ? named : plan_year_ - 1);
      return;
    }
    bool plan = named == plan_year_;
    for (const View cue :
         {View(U"安排"), View(U"任务"), View(U"目标"), View(U"要求"), View(U"思路"), View(U"打算"), View(U"部署"),
          View(U"建议"), View(U"自身建设"), View(U"工作重点"), View(U"开局"), View(U"主要考虑")}) {
      plan = plan || contains(title, cue);
    }
    if (plan) {
      int year = plan_year_;
      if (contains(title, U"“十四五”") && !contains(title, U"开局")) year = 2025;
      if (contains(title, U"“十五五”") && !contains(title, U"开局")) year = 2030;
      if (contains(title, U"今后五年") || contains(title, U"未来五年")) year = plan_year_ + 4;
      if (named == plan_year_) year = plan_year_;
      set_mode(true, year);
    }
  }

  // Sentences and clauses.

  void sentence(std::size_t begin, std::size_t end) {
    const View whole = text_.substr(begin, end - begin);
    // 预计 at the head of a paragraph covers its list of accounts; elsewhere it covers its own sentence.
    const bool expected = !planning_ && contains(whole, U"预计");
    if (expected && first_sentence_ && begins(trim(whole), U"预计")) estimate_paragraph_ = true;
    estimate_ = expected || estimate_paragraph_;
    first_sentence_ = false;
    sentence_year_ = base_year_ = 0;
    strive_ = ensure_ = false;
    recent_.clear();
    for (std::size_t at = begin; at < end;) {
      std::size_t stop = at;
      int depth = 0;
      while (stop < end) {
        if ((kind(stop) & (clause_end | bracket)) == 0 && stop - at <= longest_clause) {
          ++stop;
          continue;
        }
        const char32_t c = text_[stop];
        if (c == U'(') ++depth;
        if (c == U')' && depth > 0) --depth;
        // No clause of a report is this long; work on one grows with its square.
        const std::size_t length = stop - at;
        if (length > longest_clause && !is_digit(c) && (c == U'、' || length > longest_clause + 64)) break;
        const bool proportion =
            c == U':' && length > 0 && stop + 1 < end && is_digit(text_[stop - 1]) && is_digit(text_[stop + 1]);
        if (!proportion && ends_clause(c) && (depth == 0 || length > 60)) break;
        ++stop;
      }
      clause(at, stop);
      at = stop + 1;
    }
  }

  void clause(std::size_t begin, std::size_t end) {
    std::vector<Number>& numbers = numbers_;  // kept, so that its memory is used again
    numbers.clear();
    scan(begin, end, numbers);
    const View whole = text_.substr(begin, end - begin);
    if (numbers.empty()) {
      last_bare_ = whole;
      if (planning_ && !trend(begin, whole)) commitment(begin, end);
      return;
    }
    const bool figures =
        std::any_of(numbers.begin(), numbers.end(), [](const Number& n) { return n.role == Role::value; });
    if (figures) resolve(begin, end, numbers);
    // 打造百亿级产业集群 promises no figure either.
    if (!figures && planning_) commitment(begin, end);
    for (const Number& n : numbers) {
      if (n.role == Role::skip)
        skipped_.push_back({utf8(text_.substr(n.begin, n.end - n.begin)), n.reason, span(n.begin, n.end)});
    }
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const { return characters_.span(begin, end); }

  /// A target without a number: 与经济增长同步, 收入倍差不断缩小.
  [[nodiscard]] bool trend(std::size_t begin, View clause) {
    // One pass tells most clauses apart from the few that the searches below are for.
    if (std::none_of(clause.begin(), clause.end(), [](char32_t c) { return c == U'同' || c == U'缩'; })) return false;
    const std::size_t step = clause.find(U"同步");
    const std::size_t economy = std::min(clause.find(U"与经济"), clause.find(U"和经济"));
    if (step != View::npos && economy != View::npos && economy < step && economy >= 2) {
      promise(clause.substr(0, economy), Trend::in_step, Measure::growth, span(begin + economy, begin + step + 2));
      return true;
    }
    const std::size_t smaller = clause.find(U"缩小");
    const bool gap = contains(clause, U"倍差") || contains(clause, U"收入比") || contains(clause, U"收入差距");
    if (smaller == View::npos || !gap) return false;
    std::size_t stop = smaller;
    for (const View word : {View(U"不断"), View(U"持续"), View(U"进一步"), View(U"继续"), View(U"逐步")}) {
      const std::size_t found = clause.find(word);
      if (found != View::npos && found < stop && found >= 2) stop = found;
    }
    promise(clause.substr(0, stop), Trend::falling, Measure::level, span(begin + stop, begin + smaller + 2));
    return true;
  }

  void promise(View name, Trend trend, Measure measure, Span place) {
    name = without_leading_words(trim(name));
    Statement s = named(name);
    s.measure = measure;
    s.trend = trend;
    s.status = Status::target;
    s.year = year_;
    s.section = path_;
    s.span = place;
    statements_.push_back(std::move(s));
  }

  [[nodiscard]] static View without_leading_words(View name) {
    for (int round = 0; round < 4; ++round) {
      const View word = prefix_of<data::leading_words>(name);
      if (word.empty() || name.size() - word.size() < 2) break;
      name.remove_prefix(word.size());
    }
    return name;
  }

  [[nodiscard]] static const Indicator* catalogued(View name) {
    // Most names are Chinese alone, and compare as they are.
    if (std::all_of(name.begin(), name.end(), is_han)) return find_comparable(name);
    std::u32string comparable;
    for (const char32_t c : name) append_comparable(comparable, c);
    return find_comparable(comparable);
  }

  [[nodiscard]] static Statement named(View name) {
    const Indicator* known = catalogued(name);
    return {.indicator = utf8(name),
            .indicator_id = std::string(known != nullptr ? known->id : std::string_view()),
            .name_en = std::string(known != nullptr ? known->name_en : std::string_view())};
  }

  /// 建成博物馆: a promise without a number.
  void commitment(std::size_t begin, std::size_t end) {
    while (begin < end && is_space(text_[begin])) ++begin;
    View clause = text_.substr(begin, end - begin);
    for (int round = 0; round < 3; ++round) {
      const View word = prefix_of<data::commitment_adverbs>(clause);
      clause.remove_prefix(word.size());
      begin += word.size();
    }
    const View verb = prefix_of<data::commitment_verbs>(clause);
    const View object = verb.empty() ? View() : trim(clause.substr(verb.size()));
    if (object.size() < 2 || object.size() > 60) return;
    commitments_.push_back({utf8(verb), utf8(object), path_, span(begin, begin + clause.size())});
  }

  /// What the latest clause without figures was about, its words up to the verb: it may name what the next clause
  /// measures, as in 乡镇托育机构, 达100%.
  [[nodiscard]] View context() const {
    View name = without_leading_words(trim(last_bare_.substr(0, 64)));
    name = name.substr(0, 24);
    name = name.substr(0, find_any<data::predicate_verbs>(name, 2));
    return name.size() >= 2 && is_han(name.back()) ? name : View();
  }

  // Numbers.

  /// More characters than a decimal holds are a code, not a figure.
  static constexpr std::size_t longest_number = 17;

  /// Behind the number that begins at i: digits with one point at most, since 1.2.3 is no number.
  [[nodiscard]] std::size_t number_end(std::size_t i, std::size_t end) const {
    const auto digits_end = [&](std::size_t from) {
      while (from < end && is_digit(text_[from])) ++from;
      return from;
    };
    i = digits_end(i);
    return i + 1 < end && text_[i] == U'.' && is_digit(text_[i + 1]) ? digits_end(i + 1) : i;
  }

  /// The number from `begin` to `end`.
  [[nodiscard]] std::string printed(std::size_t begin, std::size_t end) const {
    std::string digits(end - begin, '0');
    for (std::size_t i = begin; i < end; ++i) digits[i - begin] = static_cast<char>(text_[i]);
    return digits;
  }

  /// A number in Chinese characters that begins at i: 三十五万, 十九点三. Returns where it ends, i when there is none.
  [[nodiscard]] std::size_t han_number(std::size_t i, std::size_t end, std::string& digits) const {
    constexpr View numerals = U"零一二三四五六七八九";
    const auto digit = [&](char32_t c) -> int {
      if (c == U'两') return 2;
      if (c == U'〇') return 0;
      const std::size_t found = numerals.find(c);
      return found == View::npos ? -1 : static_cast<int>(found);
    };
    const std::size_t begin = i;
    std::int64_t total = 0;    // whole groups of 万 and 亿
    std::int64_t group = 0;    // below them
    std::int64_t current = 0;  // the digit that waits for its place
    bool any = false;
    for (; i < end && i - begin < 24; ++i) {
      const char32_t c = text_[i];
      if (const int value = digit(c); value >= 0) {
        current = value;
        any = true;
      } else if (c == U'十' || c == U'百' || c == U'千') {
        if (!any && c != U'十') break;
        group += (current == 0 ? 1 : current) * integer_power_of_ten(magnitude_of(c));
        current = 0;
        any = true;
      } else if ((c == U'万' || c == U'亿') && any) {
        if (total > integer_power_of_ten(8)) break;
        total = (total + group + current) * integer_power_of_ten(magnitude_of(c));
        group = current = 0;
      } else {
        break;
      }
    }
    if (!any) return begin;
    digits = std::to_string(total + group + current);
    if (i + 1 < end && text_[i] == U'点' && digit(text_[i + 1]) >= 0) {
      digits.push_back('.');
      for (++i; i < end && digit(text_[i]) >= 0 && digits.size() < 17; ++i)
        digits.push_back(static_cast<char>('0' + digit(text_[i])));
    }
    return i;
  }

  /// A figure in words: 百分之十九点三, 三分之一, 翻两番, 三十五万人. Small counts (三个, 两项) are prose, not figures.
  [[nodiscard]] bool spelled(std::size_t i, std::size_t end, Number& n) {
    n.begin = i;
    if (begins(text_.substr(i, end - i), U"百分之")) {
      n.end = n.after = han_number(i + 3, end, n.digits);
      n.unit = U"%";
      if (n.end == i + 3) return false;
      suffix(n, end);
      return true;
    }
    if (is_any(text_[i], U"百千万亿")) return round_number(i, end, n);
    if (text_[i] == U'翻') {
      for (const auto& [word, percent] :
           {std::pair{View(U"翻一番"), "100"}, std::pair{View(U"翻两番"), "300"}, std::pair{View(U"翻番"), "100"}}) {
        if (!begins(text_.substr(i, end - i), word)) continue;
        n.end = n.after = i + word.size();
        n.digits = percent;
        n.unit = U"%";
        n.growth = true;
        return true;
      }
      return false;
    }
    if (i > 0 && (is_any(text_[i - 1], U"第零一二三四五六七八九十百千万亿两") || is_digit(text_[i - 1]))) return false;
    const std::size_t stop = han_number(i, end, n.digits);
    if (stop - i <= 2 && stop > i && begins(text_.substr(stop, 2), U"分之")) {
      std::string numerator;
      n.end = n.after = han_number(stop + 2, end, numerator);
      if (n.end == stop + 2 || !share(n, numerator, n.digits)) return false;
      suffix(n, end);
      return true;
    }
    if (stop - i == 1 && stop < end && tenths(text_.substr(stop, 2))) {
      n.end = stop;
      n.after = stop + 1;
      n.unit = text_.substr(stop, 1);
      suffix(n, end);
      return true;
    }
    if (stop - i < 2 || stop >= end) return false;
    const View word = text_.substr(i, stop - i);
    if (!contains(word, U"万") && !contains(word, U"亿") && !contains(word, U"千") && !contains(word, U"百"))
      return false;
    std::size_t magnitude = 0;
    const std::size_t length = units_.match(text_.substr(stop, std::min<std::size_t>(end - stop, 12)), magnitude);
    if (length == 0 || magnitude > 0) return false;
    const View unit = text_.substr(stop, length);
    for (const View strong : {View(U"元"), View(U"美元"), View(U"吨"), View(U"亩"), View(U"公里"), View(U"斤"),
                              View(U"公斤"), View(U"千瓦"), View(U"平方米"), View(U"人"), View(U"户"), View(U"立方米"),
                              View(U"公顷"), View(U"人次"), View(U"千瓦时")}) {
      if (!equal(unit, strong)) continue;
      n.end = stop;
      n.after = stop + length;
      n.unit = unit;
      suffix(n, end);
      threshold(n, end);
      return true;
    }
    return false;
  }

  /// Words before a round number that make it a figure: 上千名, 近百家.
  [[nodiscard]] static constexpr bool vague(char32_t c) noexcept { return is_any(c, U"上近超逾破"); }

  /// A number of magnitudes alone: 上千名 is a figure, 百亿级 and 千万元以上 name a class.
  [[nodiscard]] bool round_number(std::size_t i, std::size_t end, Number& n) {
    if (i > 0 && (is_any(text_[i - 1], U"第零一二三四五六七八九十百千万亿两数几多余.") || is_digit(text_[i - 1])))
      return false;
    int power = 0;
    n.end = i;
    while (n.end < end && n.end - i < 3 && is_any(text_[n.end], U"十百千万亿")) power += magnitude_of(text_[n.end++]);
    if (power > 12) return false;
    n.digits = std::to_string(integer_power_of_ten(power));
    n.after = n.end;
    if (at(n.end) == U'级') {
      skip(n, SkipReason::class_limit);
      return true;
    }
    std::size_t magnitude = 0;
    const std::size_t length = units_.match(text_.substr(n.end, std::min<std::size_t>(end - n.end, 12)), magnitude);
    if (length == 0 || magnitude > 0) return false;
    n.unit = text_.substr(n.end, length);
    n.after = n.end + length;
    suffix(n, end);
    if (n.bound == Bound::at_least && ends(n.unit, U"元")) {
      skip(n, SkipReason::class_limit);
      return true;
    }
    if (i == 0 || !vague(text_[i - 1])) return false;
    if (text_[i - 1] == U'上') n.bound = Bound::at_least;
    threshold(n, end);
    return true;
  }

  /// 9.2:69.5:21.3, the shares of the three industries, and 2.1:1, a ratio.
  [[nodiscard]] bool proportion(Number& n, std::size_t begin, std::size_t end, std::vector<Number>& numbers) {
    std::vector<Number> parts;
    std::size_t i = n.begin;
    while (i < end && parts.size() < 3 && is_digit(text_[i])) {
      Number part;
      part.begin = i;
      i = number_end(i, end);
      if (i - part.begin > longest_number) return false;
      part.digits = printed(part.begin, i);
      part.end = part.after = i;
      parts.push_back(std::move(part));
      if (at(i) == U':') ++i;
    }
    const View lead = text_.substr(begin, n.begin - begin);
    if (parts.size() == 3 && contains(lead, U"产业")) {
      constexpr std::array<View, 3> names = {U"第一产业增加值占地区生产总值比重", U"第二产业增加值占地区生产总值比重",
                                             U"第三产业增加值占地区生产总值比重"};
      for (std::size_t k = 0; k < 3; ++k) {
        parts[k].unit = U"%";
        parts[k].name = names[k];
        numbers.push_back(std::move(parts[k]));
      }
      return true;
    }
    if (parts.size() == 2 && parts[1].digits == "1" && contains(lead, U"比")) {
      parts[0].after = parts[1].end;
      numbers.push_back(std::move(parts[0]));
      return true;
    }
    return false;
  }

  [[nodiscard]] std::uint8_t kind(std::size_t i) const { return characters_.kind(i); }

  [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  void scan(std::size_t begin, std::size_t end, std::vector<Number>& numbers) {
    std::size_t quote = View::npos;
    for (std::size_t i = begin; i < end;) {
      if ((kind(i) & (digit | open_quote | close_quote | words)) == 0) {
        ++i;
        continue;
      }
      const char32_t c = text_[i];
      if (opens_quote(c)) quote = i;
      if (closes_quote(c)) quote = View::npos;
      if (!is_digit(c)) {
        // Figures in words begin with one of these.
        if (begins_words(c) && quote == View::npos &&
            (c == U'百' || c == U'翻' || (i > begin && vague(text_[i - 1])) ||
             is_any(at(i + 1), U"十百千万亿一二三四五六七八九两零点成分级"))) {
          Number words;
          if (spelled(i, end, words)) {
            i = std::max(words.after, words.end);
            numbers.push_back(std::move(words));
            continue;
          }
        }
        ++i;
        continue;
      }
      if (Number n; quote == View::npos && colon_follows(i, end)) {
        n.begin = i;
        if (proportion(n, begin, end, numbers)) {
          i = numbers.back().after;
          continue;
        }
      }
      Number n;
      n.begin = i;
      // 增长-2.9%: a sign, not a dash between two figures.
      n.minus = i >= begin + 2 && is_any(text_[i - 1], U"-−－") && is_han(text_[i - 2]);
      n.end = n.after = i = number_end(i, end);
      if (i - n.begin <= longest_number) {
        n.digits = printed(n.begin, i);
      } else {
        skip(n, SkipReason::too_long);
      }
      if (quote != View::npos) quoted_number(n, quote, end);
      if (n.role == Role::value) classify(n, begin, end);
      i = std::max(n.after, n.end);
      numbers.push_back(std::move(n));
    }
  }

  /// Whether the number that begins at i is the first of a:b.
  [[nodiscard]] bool colon_follows(std::size_t i, std::size_t end) const {
    const std::size_t limit = std::min(end, i + 8);
    while (i < limit && (is_digit(text_[i]) || text_[i] == U'.')) ++i;
    return i + 1 < end && text_[i] == U':' && is_digit(text_[i + 1]);
  }

  static void skip(Number& n, SkipReason reason) {
    n.role = Role::skip;
    n.reason = reason;
  }

  /// Figures inside short quotation marks belong to names: “116611”, “15分钟健身圈”.
  void quoted_number(Number& n, std::size_t quote, std::size_t end) {
    std::size_t close = n.end;
    while (close < end && !closes_quote(text_[close]) && close - quote < 40) ++close;
    if (close < end && closes_quote(text_[close]) && close - quote <= 24) skip(n, SkipReason::name);
  }

  void classify(Number& n, std::size_t begin, std::size_t end) {
    const char32_t before = n.begin > 0 ? text_[n.begin - 1] : U'\n';
    char32_t next = at(n.end);
    const View rest = text_.substr(n.end, std::min<std::size_t>(end - n.end, 24));
    const View lead = text_.substr(begin, n.begin - begin);
    const bool four = n.end - n.begin == 4 && four_digits(text_, n.begin) != 0;
    // A year, alone or as the first of a span.
    if (four && (next == U'年' || ((next == U'-' || next == U'—' || next == U'~' || next == U'至') &&
                                   four_digits(text_, n.end + (at(n.end + 1) == U'—' ? 2 : 1)) != 0))) {
      named_year(n, lead);
      return skip(n, SkipReason::year);
    }
    if (is_latin(before) || before == U'+' || before == U'×' || next == U'+' || next == U'×')
      return skip(n, SkipReason::name);
    if (before == U'[' || before == U'〔' || before == U'【') return skip(n, SkipReason::mark);
    if (before == U'-' && n.begin > begin && (is_digit(at(n.begin - 2)) || is_latin(at(n.begin - 2))))
      return skip(n, SkipReason::code);
    if (n.begin == begin && (next == U'.' || next == U'、') && !is_digit(at(n.end + 1)) && lead.empty() &&
        n.end - n.begin <= 2 && (begin == 0 || text_[begin - 1] == U'\n' || is_space(text_[begin - 1]))) {
      return skip(n, SkipReason::mark);
    }
    // Times of the day, ratios a:b.
    if (next == U':' && is_digit(at(n.end + 1))) return skip(n, SkipReason::code);
    if (before == U':' && n.begin >= 2 && is_digit(text_[n.begin - 2])) return skip(n, SkipReason::code);
    // One in four.
    if (next == U'/' && is_digit(at(n.end + 1))) return fraction(n, end);
    if (next == U'-' && is_digit(at(n.end + 1)) && !range_follows(n, end)) return skip(n, SkipReason::code);
    if (ends(lead, U"国道") || ends(lead, U"省道") || ends(lead, U"县道")) return skip(n, SkipReason::road);
    if (begins(rest, U"版")) return skip(n, SkipReason::code);
    if (begins(rest, U"周年")) return skip(n, SkipReason::duration);
    if (begins(rest, U"日") || begins(rest, U"月")) return skip(n, SkipReason::date);
    for (const View road : {View(U"国道"), View(U"省道"), View(U"县道"), View(U"号线"), View(U"号"), View(U"线")}) {
      if (rest.starts_with(road)) return skip(n, SkipReason::road);
    }
    if (begins(rest, U"强") || begins(rest, U"佳") || begins(rest, U"大") || begins(rest, U"届")) {
      return skip(n, SkipReason::name);
    }
    if (n.digits.ends_with(".0") && (rest.empty() || !unit_follows(rest))) return skip(n, SkipReason::code);
    if (begins(rest, U"年")) return skip(n, SkipReason::duration);
    if (ends(lead, U"连续")) return skip(n, SkipReason::duration);

    const bool ordinal = ends(lead, U"第") || ends(lead, U"前");
    std::size_t magnitude = 0;
    std::size_t gap = 0;
    while (is_space(at(n.end + gap)) && gap < 3) ++gap;
    std::size_t unit_begin = n.end + gap;
    View tail = text_.substr(unit_begin, std::min<std::size_t>(end - std::min(end, unit_begin), 24));
    // 30余家, 1000多人: the word of the bound stands before the unit.
    if (!tail.empty() && (tail.front() == U'余' || tail.front() == U'多') && tail.size() > 1) {
      n.bound = Bound::more_than;
      ++unit_begin;
      tail.remove_prefix(1);
    }
    std::size_t length = units_.match(tail, magnitude);
    if (length == 0 && tenths(tail)) length = 1;
    if (ordinal) {
      rank(n, lead, tail, length);
      return;
    }
    if (length > 0) n.unit = tail.substr(0, length);
    // 3.6万余场次: behind the magnitude.
    if (length > 0 && length == magnitude && tail.size() > length && (tail[length] == U'余' || tail[length] == U'多')) {
      std::size_t none = 0;
      const std::size_t stem = units_.match(tail.substr(length + 1), none);
      if (stem > 0) {
        n.bound = Bound::more_than;
        n.unit = composed_.join(n.unit, tail.substr(length + 1, stem));
        length += 1 + stem;
      }
    }
    n.after = unit_begin + length;
    if (length == 0) {
      if (shared_unit(n, end)) return;
      if (range_follows(n, end)) return;
      const bool reached = !lead.empty() && is_any(lead.back(), U"至到为达");
      if (reached && find_any<data::index_names>(lead) != View::npos) return suffix(n, end);
      if (is_latin(next)) return skip(n, SkipReason::name);
      return skip(n, before == U'(' && next == U')' ? SkipReason::mark : SkipReason::no_unit);
    }
    if (equal(n.unit, U"条") && articles(begin, end, before, lead)) return skip(n, SkipReason::mark);
    if ((equal(n.unit, U"分钟") || equal(n.unit, U"小时")) && is_han(at(n.after)) && !starts_suffix(n.after))
      return skip(n, SkipReason::name);
    range(n, end);
    suffix(n, end);
    if (n.role == Role::value) threshold(n, end);
  }

  /// 落实“民营经济”33条: articles of a policy, not roads.
  [[nodiscard]] bool articles(std::size_t begin, std::size_t end, char32_t before, View lead) const {
    for (const View word : {View(U"政策"), View(U"措施"), View(U"意见"), View(U"新政")}) {
      if (ends(lead, word)) return true;
    }
    const View clause = text_.substr(begin, end - begin);
    return before == U'”' && (contains(clause, U"落实") || contains(clause, U"出台") || contains(clause, U"实施") ||
                              contains(clause, U"迭代"));
  }

  [[nodiscard]] bool unit_follows(View rest) {
    std::size_t magnitude = 0;
    return units_.match(rest, magnitude) > 0;
  }

  [[nodiscard]] bool starts_suffix(std::size_t i) const {
    return !prefix_of<data::bound_suffixes>(text_.substr(std::min(i, text_.size()), 3)).empty();
  }

  /// 七成 and 6成, but not 5成立.
  [[nodiscard]] static bool tenths(View tail) noexcept {
    return !tail.empty() && tail.front() == U'成' && (tail.size() == 1 || !is_any(tail[1], U"立为功员果本效绩品长不"));
  }

  /// The dash of a range and a second number follow: 4.5-5%, 8～10家.
  [[nodiscard]] std::size_t dash(std::size_t i) const {
    const char32_t c = at(i);
    if (c == U'-' || c == U'~' || c == U'—' || c == U'–' || c == U'−' || c == U'至' || c == U'～' || c == U'－') {
      return at(i + 1) == U'—' ? 2 : 1;
    }
    return 0;
  }

  [[nodiscard]] bool range_follows(Number& n, std::size_t end) {
    const std::size_t width = dash(n.end);
    if (width == 0 || !is_digit(at(n.end + width))) return false;
    return range(n, end);
  }

  bool range(Number& n, std::size_t end) {
    const std::size_t from = n.unit.empty() ? n.end : n.after;
    const std::size_t width = dash(from);
    if (width == 0 || from + width >= end || !is_digit(at(from + width))) return false;
    const std::size_t i = number_end(from + width, end);
    if (i - from - width > longest_number) return false;
    std::string digits = printed(from + width, i);
    std::size_t magnitude = 0;
    const std::size_t length = units_.match(text_.substr(i, std::min<std::size_t>(end - i, 16)), magnitude);
    if (length == 0) return false;
    const View unit = text_.substr(i, length);
    if (!n.unit.empty() && n.unit != unit) return false;
    if (Decimal::parse(digits) < Decimal::parse(n.digits)) return false;
    n.unit = unit;
    n.upper = std::move(digits);
    n.bound = Bound::range;
    n.after = i + length;
    return true;
  }

  /// 2、3和5个: the unit stands behind the last number alone.
  [[nodiscard]] bool shared_unit(Number& n, std::size_t end) {
    std::size_t i = n.end;
    for (int hops = 0; hops < 5; ++hops) {
      if (!is_any(at(i), U"、和与") || !is_digit(at(i + 1))) return false;
      i = number_end(i + 1, end);
      std::size_t magnitude = 0;
      const std::size_t length = units_.match(text_.substr(i, std::min<std::size_t>(end - i, 16)), magnitude);
      if (length > 0) {
        n.unit = text_.substr(i, length);
        return true;
      }
    }
    return false;
  }

  void suffix(Number& n, std::size_t end) {
    std::size_t i = n.after;
    if (at(i) == U'(') return;
    const View rest = text_.substr(std::min(i, end), std::min<std::size_t>(end - std::min(i, end), 3));
    if (prefix_of<data::bound_suffixes>(rest).empty()) return;
    for (const auto& [word, bound] : data::bound_suffixes) {
      if (!begins(rest, word)) continue;
      if (bound == 'm' && n.bound == Bound::range) return;
      if (n.bound == Bound::exact || bound != 'm') n.bound = bound_of(bound);
      n.after = i + word.size();
      return;
    }
  }

  [[nodiscard]] static Bound bound_of(char letter) noexcept {
    switch (letter) {
      case 'l':
        return Bound::at_least;
      case 'm':
        return Bound::more_than;
      case 'u':
        return Bound::at_most;
      case 's':
        return Bound::less_than;
      case 'n':
        return Bound::nearly;
      default:
        return Bound::about;
    }
  }

  /// 10亿元以上项目, 200人以上自然村: the number defines a class.
  void threshold(Number& n, std::size_t end) {
    const bool limited = n.bound == Bound::at_least || n.bound == Bound::at_most;
    const bool share = equal(n.unit, U"%") || equal(n.unit, U"个百分点") || equal(n.unit, U"‰") || equal(n.unit, U"倍");
    const bool counter = n.unit.size() == 1 && is_any(n.unit.front(), U"个家项件条座所名位处套场台张次辆栋幢起种");
    const char32_t next = at(n.after);
    const bool noun =
        n.after < end && (is_han(next) || opens_quote(next)) && (next == U'的' ? limited : !verb_follows(n.after));
    if (denominator(n.after, end)) return skip(n, SkipReason::class_limit);
    if (limited && noun && !share && !counter && n.after > n.end) return skip(n, SkipReason::class_limit);
    // 3亿元重大项目2个: a size before a noun that is counted itself.
    const bool money = ends(n.unit, U"元");
    if (money && n.bound != Bound::about && noun && counted_noun_follows(n.after, end))
      return skip(n, SkipReason::class_limit);
  }

  [[nodiscard]] bool verb_follows(std::size_t i) const {
    return !prefix_of<data::verb_starts>(text_.substr(i, std::min<std::size_t>(text_.size() - i, 6))).empty();
  }

  /// 11个创新示范区第1: the number counts who is ranked.
  [[nodiscard]] bool denominator(std::size_t i, std::size_t end) const {
    for (const std::size_t limit = std::min(end, i + 14); i + 1 < limit && !is_any(text_[i], U"、,("); ++i) {
      if (text_[i] == U'第' && is_digit(text_[i + 1])) return true;
    }
    return false;
  }

  [[nodiscard]] bool counted_noun_follows(std::size_t i, std::size_t end) {
    const std::size_t limit = std::min(end, i + 14);
    while (i < limit && (is_han(text_[i]) || opens_quote(text_[i]) || closes_quote(text_[i])) &&
           !is_any(text_[i], U"、和"))
      ++i;
    if (i >= end || !is_digit(text_[i])) return false;
    while (i < end && is_digit(text_[i])) ++i;
    return at(i) == U'家' || at(i) == U'个' || at(i) == U'项';
  }

  void fraction(Number& n, std::size_t end) {
    std::size_t i = n.end + 1;
    std::string below;
    while (i < end && is_digit(text_[i]) && below.size() < 6) below.push_back(static_cast<char>(text_[i++]));
    if (!share(n, n.digits, below)) return skip(n, SkipReason::no_unit);
    n.end = n.after = i;
  }

  /// A part of a whole as per cent with two decimals: 1/4 is 25, 1/3 is 33.33. False when it is none.
  [[nodiscard]] static bool share(Number& n, const std::string& part, const std::string& whole) {
    const auto small = [](const std::string& digits) {
      return digits.empty() || digits.size() > 5 || digits.find('.') != std::string::npos ? 0 : std::stoi(digits);
    };
    const int numerator = small(part);
    const int denominator = small(whole);
    if (numerator <= 0 || denominator <= numerator) return false;
    const long scaled = 10000L * numerator / denominator;
    n.digits = std::to_string(scaled / 100);
    if (scaled % 100 != 0) n.digits += (scaled % 100 < 10 ? ".0" : ".") + std::to_string(scaled % 100);
    n.unit = U"%";
    return true;
  }

  void rank(Number& n, View lead, View tail, std::size_t length) {
    const View word = tail.substr(0, length);
    n.rank = true;
    if (ends(lead, U"前")) n.bound = Bound::at_most;
    if (equal(word, U"位") || equal(word, U"名")) {
      n.after = n.end + length;
      return;
    }
    // 第3批 is an ordinal; 居全省第16 has no unit.
    if (length > 0) skip(n, SkipReason::ordinal);
  }

  void named_year(const Number& n, View lead) {
    for (const View word :
         {View(U"比"), View(U"较"), View(U"是"), View(U"由"), View(U"从"), View(U"自"), View(U"于")}) {
      if (!lead.ends_with(word)) continue;
      base_year_ = four_digits(text_, n.begin);
      return;
    }
    const int year = four_digits(text_, n.begin);
    std::size_t i = n.end;
    const std::size_t width = dash(i);
    const int last = width > 0 ? four_digits(text_, i + width) : 0;
    sentence_year_ = last != 0 ? last : year;
  }

  // Binding: what each number measures.

  struct Lead {
    View subject;
    bool growth = false;
    bool fall = false;
    bool level = false;
    bool each = false;
    bool respectively = false;
    Period period = Period::year;
    Bound bound = Bound::exact;
    bool strive = false;
    bool ensure = false;
    bool from = false;
  };

  /// Words anywhere before a number that say how firmly, how often or for when.
  static void cue(View here, Lead& lead) {
    switch (here[0]) {
      case U'力':
      case U'争':
        lead.strive = lead.strive || begins(here, U"力争") || begins(here, U"争取") || begins(here, U"争创");
        return;
      case U'努':
        lead.strive = lead.strive || begins(here, U"努力");
        return;
      case U'确':
      case U'务':
        lead.ensure = lead.ensure || begins(here, U"确保") || begins(here, U"务必");
        return;
      case U'分':
        lead.respectively = lead.respectively || begins(here, U"分别");
        return;
      case U'月':
        if (begins(here, U"月均")) lead.period = Period::month_average;
        return;
      case U'年':
        if (begins(here, U"年均")) lead.period = Period::year_average;
        return;
      case U'上':
        if (begins(here, U"上半年")) lead.period = Period::first_half;
        return;
      case U'一':
        if (begins(here, U"一季度")) lead.period = Period::first_quarter;
        return;
      case U'二':
        if (begins(here, U"二季度")) lead.period = Period::second_quarter;
        return;
      case U'三':
        if (begins(here, U"三季度")) lead.period = Period::third_quarter;
        return;
      case U'四':
        if (begins(here, U"四季度")) lead.period = Period::fourth_quarter;
        return;
      default:
        return;
    }
  }

  /// Length of a month or span of months that the text begins with: 3月底, 1-11月份.
  [[nodiscard]] static std::size_t month_at(View text) noexcept {
    std::size_t i = 0;
    while (i < text.size() && i < 6 && (is_digit(text[i]) || is_any(text[i], U"-—–~至"))) ++i;
    if (i == 0 || i >= text.size() || text[i] != U'月' || !is_digit(text.front())) return 0;
    ++i;
    if (i < text.size() && is_any(text[i], U"份底末初")) ++i;
    return i;
  }

  [[nodiscard]] static bool within_year(Period period) noexcept {
    return period == Period::first_half || period == Period::first_quarter || period == Period::second_quarter ||
           period == Period::third_quarter || period == Period::fourth_quarter;
  }

  /// Takes apart what stands between the previous number and this one.
  [[nodiscard]] Lead read_lead(View lead, bool rank) {
    Lead result;
    constexpr std::uint64_t filter = bits_of(U"力争努确务分月年上一二三四");
    for (std::size_t i = 0; i + 1 < lead.size(); ++i) {
      if ((filter >> (lead[i] & 63U) & 1U) != 0) cue(lead.substr(i, 3), result);
    }
    View rest(lead);
    while (!rest.empty() && is_any(rest.front(), U"、,: \t()")) rest.remove_prefix(1);
    const auto strip_end = [&] {
      while (!rest.empty() && is_any(rest.back(), U" \t\n:-−－")) rest.remove_suffix(1);
    };
    strip_end();
    if (rank) {
      result.subject = ranked_name(rest);
      return result;
    }
    // Bounds, then a verb, then adverbs; the words may be repeated, as in 力争达到超.
    for (int round = 0; round < 6 && !rest.empty(); ++round) {
      const std::size_t size = rest.size();
      if (result.bound == Bound::exact) {
        if (const data::BoundWord* row = suffix_row<data::bound_prefixes>(rest)) {
          const char32_t before = rest.size() > row->word.size() ? rest[rest.size() - row->word.size() - 1] : U'\0';
          // 节约, 附近, 通过 are no bounds.
          const bool other = (equal(row->word, U"约") && is_any(before, U"节签预合集解")) ||
                             (equal(row->word, U"近") && is_any(before, U"附最就临")) ||
                             (equal(row->word, U"过") && is_any(before, U"通经超"));
          if (!other) {
            result.bound = bound_of(row->bound);
            rest.remove_suffix(row->word.size());
          }
        }
      }
      if (const data::VerbWord* row = suffix_row<data::verbs>(rest); row != nullptr && !result.growth) {
        const auto& [word, kind] = *row;
        // 增速达, 增幅为: the noun decides, not the verb behind it.
        const bool noun = word.back() == U'速' || word.back() == U'幅';
        if (kind == 't') {
          result.level = true;
          rest.remove_suffix(word.size());
        } else if (!result.level || noun) {
          result.level = false;
          result.growth = true;
          result.fall = kind == 'f';
          rest.remove_suffix(word.size());
        }
      }
      strip_end();
      if (const View* row = suffix_row<data::trailing_words>(rest)) {
        const View word = *row;
        if (equal(word, U"均") || equal(word, U"各")) result.each = true;
        rest.remove_suffix(word.size());
      }
      strip_end();
      while (!rest.empty() && is_any(rest.back(), U"、,")) rest.remove_suffix(1);
      if (rest.size() > 2 && (rest.back() == U'从' || rest.back() == U'由')) {
        rest.remove_suffix(1);
        result.from = true;
      }
      if (rest.size() == size) break;
    }
    for (int round = 0; round < 6 && !rest.empty(); ++round) {
      const std::size_t size = rest.size();
      while (!rest.empty() && (is_any(rest.front(), U"、,: \t()") || closes_quote(rest.front()))) rest.remove_prefix(1);
      rest.remove_prefix(month_at(rest));
      if (within_year(result.period)) {
        const std::size_t found = find_any<data::quarters>(rest);
        if (found != View::npos) rest = composed_.join(rest.substr(0, found), rest.substr(found + 3));
      }
      if (const View word = prefix_of<data::leading_words>(rest); !word.empty() && word.size() <= rest.size()) {
        // Two characters must stay, or the word was the name: 新增.
        if (rest.size() - word.size() >= 2 || word.size() >= 2 || rest.size() == word.size())
          rest.remove_prefix(word.size());
      }
      if (rest.size() == size) break;
    }
    // 剔除调控影响,实际增长9%: another growth of what was just named.
    if (result.growth && !prefix_of<data::adjustments>(rest).empty()) rest = {};
    result.subject = rest;
    return result;
  }

  /// What is ranked: the name before 居, 位列, 排名, without the place that the rank is among.
  [[nodiscard]] static View ranked_name(View lead) {
    if (ends(lead, U"第") || ends(lead, U"前")) lead.remove_suffix(1);
    std::size_t stop = View::npos;
    for (const View verb :
         {View(U"位居"), View(U"位列"), View(U"跃居"), View(U"稳居"), View(U"排名"), View(U"居"), View(U"列全"),
          View(U"排全"), View(U"保持"), View(U"持续"), View(U"进入"), View(U"跃升"), View(U"上升"), View(U"挺进")}) {
      const std::size_t found = lead.find(verb);
      // Not inside 居民.
      if (found != View::npos && !(verb == U"居" && begins(lead.substr(found), U"居民"))) stop = std::min(stop, found);
    }
    if (stop != View::npos) {
      lead = lead.substr(0, stop);
    } else if (lead.size() <= 5) {
      lead = {};  // 、绍兴第1位: another place for the same thing
    }
    for (const View place : {View(U"全国"), View(U"全省"), View(U"全市"), View(U"全区"), View(U"全县")}) {
      if (lead.ends_with(place)) lead.remove_suffix(place.size());
    }
    for (int round = 0; round < 4; ++round) {
      const View word = prefix_of<data::leading_words>(lead);
      // 全国百强县: the name of a ranking, not the place of the indicator.
      if (word.size() < 2 || lead.size() - word.size() < 2 || equal(word, U"全国")) break;
      lead.remove_prefix(word.size());
    }
    return lead;
  }

  /// The noun phrase that follows a counted number: 43项改革任务.
  [[nodiscard]] View following(const std::vector<Number>& numbers, std::size_t index, std::size_t end) const {
    const Number& n = numbers[index];
    std::size_t i = n.after;
    if (i >= end || starts_suffix(i)) return {};
    if (at(i) == U'的') ++i;
    // A class may begin the noun: 10个50亿元以上项目.
    const auto is_class = [&](std::size_t k) { return k < numbers.size() && numbers[k].role == Role::skip; };
    std::size_t next = index + 1;
    if (is_class(next) && numbers[next].begin == i) {
      i = numbers[next].after;
      ++next;
      if (i < numbers[next - 1].end) i = numbers[next - 1].end;
    }
    if (!(is_han(at(i)) || opens_quote(at(i)) || is_latin(at(i))) || verb_follows(i)) return {};
    const std::size_t begin = n.after + (at(n.after) == U'的' ? 1 : 0);
    // Without another figure behind it the phrase may be a list itself: 道路、供水等基础设施建设.
    bool last = true;
    for (std::size_t k = index + 1; k < numbers.size(); ++k) last = last && is_class(k);
    bool quoted = false;
    while (i < end && i - begin < 28) {
      const char32_t c = text_[i];
      if (opens_quote(c)) quoted = true;
      if (closes_quote(c)) quoted = false;
      if (!quoted && (is_digit(c) || c == U'(' || (c == U'、' && !last))) break;
      if (!quoted && !last && is_any(c, U"和与")) break;
      ++i;
    }
    View phrase = text_.substr(begin, i - begin);
    return phrase.substr(0, find_any<data::noun_ends>(phrase, 2));
  }

  /// The name without footnote marks (上云企业[14]), quotation marks and spaces.
  [[nodiscard]] View clean(View name) {
    const auto dirty = [](char32_t c) {
      return c < 0x80 ? is_space(c) || is_any(c, U"[\"'") : is_any(c, U"〔【“”‘’") || is_space(c);
    };
    if (std::none_of(name.begin(), name.end(), dirty)) return name;
    std::u32string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const std::size_t open = View(U"[〔【").find(name[i]);
      if (open != View::npos) {
        std::size_t end = i + 1;
        while (end < name.size() && (is_digit(name[end]) || is_space(name[end]))) ++end;
        if (end == name.size() || name[end] == U"]〕】"[open]) {
          i = end;
          continue;
        }
      }
      if (open != View::npos || !dirty(name[i])) out.push_back(name[i]);
    }
    return composed_.join(out, {});
  }

  /// The names of a list; 城乡居民X is two.
  void split(View list, std::vector<View>& items) {
    items.clear();
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
      if (i < list.size() && (opens_quote(list[i]) || list[i] == U'(')) ++depth;
      if (i < list.size() && (closes_quote(list[i]) || list[i] == U')')) --depth;
      const bool mark = i == list.size() || (depth <= 0 && is_any(list[i], U"、和与及") &&
                                             !(list[i] == U'及' && i + 1 < list.size() && list[i + 1] == U'以'));
      if (!mark) continue;
      if (i > begin) items.push_back(list.substr(begin, i - begin));
      begin = i + 1;
    }
    if (items.size() == 1) {
      const View only = items[0];
      for (const View pair : {View(U"城乡居民"), View(U"城乡常住居民")}) {
        const std::size_t found = find(only, pair);
        if (found == View::npos || !(contains(only, U"可支配收入") || contains(only, U"纯收入"))) continue;
        const View tail = only.substr(found + 2);
        items = {composed_.join(U"城镇", tail), composed_.join(U"农村", tail)};
        return;
      }
    }
    // 城镇、农村居民X and 城镇和农村居民X: the tail belongs to both.
    if (items.size() == 2 && (items[0] == U"城镇" || items[0] == U"城镇居民" || items[0] == U"城镇常住居民")) {
      const std::size_t tail = find(items[1], U"居民");
      if (tail != View::npos) items[0] = composed_.join(U"城镇", items[1].substr(tail));
    }
  }

  /// Whether number k follows the one before it in a list: 521户、17.2万平方米.
  [[nodiscard]] bool joins(const std::vector<Number>& numbers, std::size_t k) const {
    const std::size_t from = numbers[k - 1].after;
    if (numbers[k].role == Role::skip || numbers[k].begin < from) return false;
    const View between = text_.substr(from, numbers[k].begin - from);
    return between.empty() || equal(between, U"、") || equal(between, U"和") || equal(between, U"与");
  }

  /// What the sentence spoke of last: a subject with a figure, or the clause before.
  [[nodiscard]] View spoken_of() const { return recent_.empty() ? context() : recent_.back(); }

  /// `whole` with what is said of a part of it; a name that has grown beyond sense grows no further.
  [[nodiscard]] View extended(View whole, View part) {
    constexpr std::size_t longest_name = 64;
    return whole.size() > longest_name ? whole : composed_.join(whole, part);
  }

  /// The name of what number i measures, from what stands before and behind it.
  [[nodiscard]] View compose(const std::vector<Number>& numbers, std::size_t i, std::size_t end, const Lead& lead,
                             bool joined) {
    const Number& n = numbers[i];
    View name = lead.subject;
    if (n.rank) return name;
    // 35%以上的行政村实现…: the share of those who do what follows.
    if (equal(n.unit, U"%") && at(n.after) == U'的' && name.size() < 3) {
      return composed_.join(text_.substr(n.after + 1, std::min<std::size_t>(end - n.after - 1, 24)), U"占比");
    }
    if (lead.growth) return name;
    // 总投资137亿元的92个重点项目: the noun that the sum belongs to stands behind it.
    if ((ends(name, U"总投资") || ends(name, U"投资")) && at(n.after) == U'的') {
      std::size_t begin = n.after + 1;
      if (i + 1 < numbers.size() && numbers[i + 1].begin == begin) begin = numbers[i + 1].after;
      std::size_t stop = begin;
      while (stop < end && is_han(text_[stop]) && stop - begin < 16) ++stop;
      if (stop - begin >= 2) {
        return composed_.join(text_.substr(begin, stop - begin), ends(name, U"总投资") ? U"总投资" : U"投资");
      }
    }
    // 投资1.2亿元完成了…: what the money went to stands behind it.
    if ((equal(name, U"投资") || equal(name, U"投入") || equal(name, U"总投资")) && is_han(at(n.after))) {
      std::size_t stop = n.after;
      while (stop < end && !is_digit(text_[stop]) && stop - n.after < 40) ++stop;
      View behind = text_.substr(n.after, stop - n.after);
      for (const View verb : {View(U"完成了"), View(U"完成"), View(U"实施了"), View(U"实施"), View(U"用于"),
                              View(U"对"), View(U"建设了"), View(U"建设"), View(U"开展"), View(U"的")}) {
        if (behind.starts_with(verb)) {
          behind.remove_prefix(verb.size());
          break;
        }
      }
      if (behind.size() >= 2) return composed_.join(behind, name);
    }
    View noun;
    if (!n.unit.empty() && n.unit != U"%") noun = following(numbers, i, end);
    if (noun.empty() && name.empty() && !joined && !ends(n.unit, U"元") && n.unit != U"%") {
      // 完成1.8万户、189万平方米棚改任务, 96户177人贫困人口: one noun for the list.
      for (std::size_t k = i + 1; k < numbers.size() && noun.empty() && joins(numbers, k); ++k)
        noun = following(numbers, k, end);
    }
    if (!noun.empty()) {
      if (name.empty() && joined && !recent_.empty()) return extended(recent_.back(), noun);
      // A、B等10个项目: the names before 等 are examples.
      if (ends(name, U"等") || name.size() > 14 || contains(name, U"、")) name = {};
      for (const View verb : {View(U"解决"), View(U"推进"), View(U"实施"), View(U"组织")}) {
        if (name.ends_with(verb)) name = {};
      }
      return name.empty() ? noun : composed_.join(name, noun);
    }
    if (begins(name, U"占")) return extended(spoken_of(), name);
    for (const View part : data::part_names) {
      if (name != part) continue;
      const View whole = spoken_of();
      return whole.ends_with(name) ? whole : extended(whole, name);
    }
    return name;
  }

  /// What stands between two figures, without the years in it: 从2015年的, 2023年.
  [[nodiscard]] View without_years(std::size_t from, std::size_t to, const std::vector<Number>& numbers,
                                   std::size_t index) {
    View out;
    std::size_t at = from;
    for (std::size_t k = 0; k < index; ++k) {
      const Number& year = numbers[k];
      if (year.role != Role::skip || year.reason != SkipReason::year || year.begin < at || year.end > to) continue;
      out = composed_.join(out, text_.substr(at, year.begin - at));
      at = year.end;
      for (const char32_t c : {U'年', U'末', U'底', U'的'}) {
        if (at < to && text_[at] == c) ++at;
      }
    }
    return out.empty() ? text_.substr(at, to - at) : composed_.join(out, text_.substr(at, to - at));
  }

  [[nodiscard]] static bool is_rate(View name) noexcept {
    return ends(name, U"率") || ends(name, U"比例") || ends(name, U"比重") || ends(name, U"占比");
  }

  /// Finds what each value of a clause measures, and makes statements of it.
  void resolve(std::size_t begin, std::size_t end, std::vector<Number>& numbers) {
    std::size_t from = begin;
    // 力争…，带动…: the effort goes on where a clause only says what comes of it.
    const View whole = trim(text_.substr(begin, end - begin));
    const bool goes_on = begins(whole, U"带动") || !prefix_of<data::part_names>(whole).empty();
    if (!goes_on) strive_ = ensure_ = false;
    bool years = false;
    bool share_class = false;  // of those with a share of so much: what follows describes the class
    Lead last;
    dealt_to_.clear();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Number& n = numbers[i];
      if (n.role == Role::skip) {
        years = years || n.reason == SkipReason::year;
        continue;
      }
      View raw = years ? without_years(from, n.begin, numbers, i) : text_.substr(from, n.begin - from);
      if (is_any(text_[n.begin], U"百千万亿") && ends(raw, U"上")) raw.remove_suffix(1);  // 上千名: said by the bound
      const bool joined = i > 0 && from > begin && raw.size() == 1 && is_any(raw[0], U"、和与及,");
      Lead lead = read_lead(raw, n.rank);
      if (joined && last.from) lead.from = true;  // 由181元、120元提高到…
      strive_ = strive_ || lead.strive;
      ensure_ = ensure_ || lead.ensure;
      if (lead.bound != Bound::exact && n.bound == Bound::exact) n.bound = lead.bound;
      if (n.rank && n.bound == Bound::exact && ends(raw, U"前")) n.bound = Bound::at_most;
      if (share_class && ends(n.unit, U"元")) {
        skip(n, SkipReason::class_limit);
        from = n.after;
        continue;
      }
      if (counted_subject(numbers, i)) {
        skip(n, SkipReason::name);
        from = n.after;
        continue;
      }
      if (!n.name.empty()) {
        subjects_ = {n.name};
      } else if (joined && !dealt_to_.empty()) {
        // The next value of 分别; more values than names go on with the last one.
        subjects_ = {dealt_to_[std::min(dealt_, dealt_to_.size() - 1)]};
        ++dealt_;
        lead.growth = last.growth, lead.fall = last.fall, lead.level = last.level, lead.period = last.period;
        if (lead.bound == Bound::exact && n.bound == Bound::exact) n.bound = lead.bound = last.bound;
      } else {
        find_subjects(numbers, i, end, lead, joined);
        if (!dealt_to_.empty()) share_bound(numbers, i);
        governed(lead, i > 0 && from > begin && begins(raw, U"、") ? raw.substr(1) : View());
        share_class =
            share_class || at(n.begin + 1) == U'/' ||
            (equal(n.unit, U"%") && n.bound == Bound::at_least && at(n.after) == U'的' && !contains(raw, U"占"));
      }
      last = lead;
      if (!emit(n, lead, raw)) skip(n, SkipReason::no_unit);
      from = n.after;
    }
  }

  /// 15%、10%以上: a bound behind the last value of a list is said of them all.
  void share_bound(std::vector<Number>& numbers, std::size_t i) const {
    std::size_t last = i;
    while (last + 1 < numbers.size() && joins(numbers, last + 1)) ++last;
    for (std::size_t k = i; k < last; ++k) {
      if (numbers[k].bound == Bound::exact && equal(numbers[k].unit, numbers[last].unit))
        numbers[k].bound = numbers[last].bound;
    }
  }

  /// 4个指标均增长10%: the number counts those of whom the next one tells.
  [[nodiscard]] bool counted_subject(const std::vector<Number>& numbers, std::size_t i) const {
    const Number& n = numbers[i];
    if (i + 1 == numbers.size() || n.unit.size() != 1 || !is_any(n.unit.front(), U"个项家大")) return false;
    const View behind = text_.substr(n.after, numbers[i + 1].begin - std::min(n.after, numbers[i + 1].begin));
    const std::size_t all = behind.find(U'均');
    return all != View::npos && all >= 2 && all <= 12 &&
           std::all_of(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(all), is_han) &&
           !contains(behind.substr(0, all), U"年") && numbers[i + 1].role == Role::value;
  }

  /// 新增甲5家、乙3家: what governs a list is said of each name in it. `spoken` is what stands behind the comma.
  void governed(const Lead& lead, View spoken) {
    if (subjects_.size() != 1 || spoken.empty() || lead.growth || lead.level) governing_ = {};
    const View own = subjects_.size() == 1 ? subjects_.front() : View();
    if (!spoken.empty() && !governing_.empty() && !own.empty() && begins(spoken, own) &&
        prefix_of<data::governing_verbs>(own).empty()) {
      subjects_.front() = composed_.join(governing_, own);
      return;
    }
    governing_ = prefix_of<data::governing_verbs>(own);
  }

  /// What number i measures, into `subjects_`. Where a list of names stands before a list of values, each further value
  /// is dealt to the next name.
  void find_subjects(const std::vector<Number>& numbers, std::size_t i, std::size_t end, const Lead& lead,
                     bool joined) {
    const Number& n = numbers[i];
    const View name = compose(numbers, i, end, lead, joined);
    std::size_t values = 1;
    while (i + values < numbers.size() && joins(numbers, i + values)) ++values;
    dealt_to_.clear();
    subjects_.clear();

    const std::size_t every = name.find(U'各');
    const bool to_each = every != View::npos && every > 2 && contains(name.substr(0, every), U"、");
    items_.clear();
    if (to_each) {
      // 东片、西片各新增床位200张: for each the same, with what follows 各.
      split(name.substr(0, every), items_);
      for (View& item : items_) item = composed_.join(item, name.substr(every + 1));
    } else if (lead.respectively || lead.each ||
               std::any_of(name.begin(), name.end(), [](char32_t c) { return is_any(c, U"、和与及乡"); })) {
      split(name, items_);
    } else if (!name.empty()) {
      items_.push_back(name);
    }

    if (values == 1 && begins(name, U"分别") && recent_.size() >= 2) {
      // 分别完成目标任务的117%: for each that the sentence named, with the rest of the phrase.
      take_recent(std::max<std::size_t>(latest_, 2), subjects_);
      for (View& subject : subjects_) subject = composed_.join(subject, name.substr(2));
    } else if (items_.empty()) {
      spoken_subjects(values, lead);
    } else if (lead.respectively || lead.each || to_each || is_pair(name, n)) {
      if (values > 1 && items_.size() >= 2) {
        deal(items_);
      } else {
        subjects_ = items_;
      }
      latest_ = items_.size();
      for (const View item : items_) remember(item);
    } else {
      subjects_ = {name};
      latest_ = 1;
      remember(name);
    }
  }

  /// Nothing named before a value: the sentence's latest subjects go on, or what the clause before was about.
  void spoken_subjects(std::size_t values, const Lead& lead) {
    if (recent_.empty()) {
      if (const View about = context(); !about.empty()) {
        remember(about);
        subjects_ = {about};
        latest_ = 1;
      }
      return;
    }
    const bool several = lead.respectively || lead.each;
    if (lead.respectively) {
      take_recent(values == 1 ? std::max<std::size_t>(latest_, 1) : values, items_);
    } else if (values > 1 && recent_.size() >= values) {
      take_recent(values, items_);
    } else {
      take_recent(lead.each ? std::max<std::size_t>(latest_, 1) : 1, items_);
    }
    if (values > 1 && items_.size() >= values) {
      deal(items_);
    } else if (several || items_.size() <= 1) {
      subjects_ = items_;
    } else {
      subjects_ = {items_.back()};
    }
  }

  /// Whether two names share a value list without the word 分别.
  [[nodiscard]] bool is_pair(View name, const Number& n) const {
    if (items_.size() != 2) return false;
    return (equal(n.unit, U"%") && is_rate(items_[0]) && is_rate(items_[1])) || contains(name, U"城乡居民") ||
           contains(name, U"城乡常住居民");
  }

  /// From here each further value of the list goes to the next of `names`.
  void deal(const std::vector<View>& names) {
    dealt_to_ = names;
    dealt_ = 1;
    subjects_ = {names.front()};
  }

  /// The latest `count` subjects of the sentence.
  void take_recent(std::size_t count, std::vector<View>& into) const {
    into.assign(recent_.end() - static_cast<std::ptrdiff_t>(std::min(count, recent_.size())), recent_.end());
  }

  void remember(View name) {
    constexpr std::size_t most = 16;
    if (recent_.size() == most) recent_.erase(recent_.begin());
    const auto found = std::find(recent_.begin(), recent_.end(), name);
    if (found != recent_.end()) recent_.erase(found);
    recent_.push_back(name);
  }

  /// Makes the statements of one figure; false when no unit can hold it.
  [[nodiscard]] bool emit(const Number& n, const Lead& lead, View raw) {
    const bool relative = equal(n.unit, U"%") || equal(n.unit, U"‰") || equal(n.unit, U"倍");
    const bool points = ends(n.unit, U"百分点") || ends(n.unit, U"千分点");
    Measure measure = Measure::level;
    bool negative = false;
    if (n.rank) {
      measure = Measure::rank;
    } else if (lead.growth && !lead.level) {
      measure = relative ? Measure::growth : Measure::change;
      negative = lead.fall;
    } else if (points) {
      measure = Measure::change;
    }
    const bool named_growth = !subjects_.empty() && ends(subjects_.front(), U"增长") && relative;
    if (measure == Measure::level && (named_growth || n.growth)) measure = Measure::growth;
    Decimal value = Decimal::parse(n.digits);
    QuantityOptions options{.bound = n.bound};
    if (n.bound == Bound::range) options.upper = Decimal::parse(n.upper);
    if (negative != n.minus) {
      // A fall by 3 to 5 is a change from -5 to -3.
      const Decimal smaller = -options.upper.value_or(value);
      if (options.upper) options.upper = -value;
      value = smaller;
    }
    std::optional<Quantity> quantity;
    try {
      quantity.emplace(value, units_.unit(n.rank ? View(U"位") : n.unit), options);
    } catch (const Error&) {
      return false;  // beyond what a unit can hold, as 1.3万多亿亿
    }
    if (subjects_.empty()) subjects_.emplace_back();
    for (const View subject : subjects_) {
      const View name = clean(subject);
      // A figure whose clause names nothing is still a figure.
      Statement& s = statements_.emplace_back(named(name.empty() ? View(U"未命名") : name));
      s.measure = measure;
      s.quantity = quantity;
      s.status = planning_ ? Status::target : estimate_ && !n.rank ? Status::estimate : Status::outcome;
      if (planning_ && (ensure_ || strive_)) s.modality = ensure_ ? Modality::ensure : Modality::strive;
      s.year = static_cast<std::int32_t>(statement_year(lead.from));
      s.period = lead.period;
      s.section = path_;
      s.span = span(n.begin, n.end);
      if (n.rank) s.scope = scope(raw);
    }
    return true;
  }

  /// Among whom a rank counts: 全省 of 居全省第16, 绍兴 of 、绍兴第1.
  [[nodiscard]] static std::string scope(View raw) {
    if (ends(raw, U"第") || ends(raw, U"前")) raw.remove_suffix(1);
    for (const View place :
         {View(U"全国"), View(U"全省"), View(U"全市"), View(U"全区"), View(U"全县"), View(U"全州")}) {
      const std::size_t found = raw.rfind(place);
      if (found != View::npos) return utf8(raw.size() - found <= 8 ? raw.substr(found) : place);
    }
    std::size_t begin = 0;
    for (const View verb :
         {View(U"位居"), View(U"位列"), View(U"居"), View(U"列"), View(U"排名"), View(U"保持"), View(U"、")}) {
      const std::size_t found = raw.rfind(verb);
      if (found != View::npos) begin = std::max(begin, found + verb.size());
    }
    const View place = raw.substr(begin);
    return begin > 0 && place.size() >= 2 && place.size() <= 6 ? utf8(place) : std::string();
  }

  [[nodiscard]] int statement_year(bool from) const {
    // 五年来…从A增加到B: the starting value is that of the year before the span.
    if (from) return base_year_ != 0 ? base_year_ : year_ - (five_years_ ? 5 : 1);
    if (sentence_year_ == 0) return year_;
    if (!planning_) return sentence_year_ <= plan_year_ ? sentence_year_ : year_;
    return sentence_year_ >= plan_year_ ? sentence_year_ : year_;
  }

  [[nodiscard]] static View trim(View text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
  }

  [[nodiscard]] static std::string utf8(View text) {
    std::size_t size = 0;
    for (const char32_t c : text) size += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    std::string out(size, '\0');
    char* to = out.data();
    for (const char32_t c : text) {
      if (c >= 0x800 && c < 0x10000) {
        *to++ = static_cast<char>(0xE0U | c >> 12U);
        *to++ = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
        *to++ = static_cast<char>(0x80U | (c & 0x3FU));
      } else {
        std::string one;
        append_utf8(one, c);
        to = std::copy(one.begin(), one.end(), to);
      }
    }
    return out;
  }

  Characters characters_;
  View text_;
  Units units_;
  ReportInfo info_;
  std::vector<Statement> statements_;
  std::vector<Skipped> skipped_;
  std::vector<Commitment> commitments_;
  Headings path_;
  std::size_t body_begin_ = 0;
  std::size_t body_end_ = 0;
  int plan_year_ = 0;
  int year_ = 0;
  int sentence_year_ = 0;
  int base_year_ = 0;  ///< the year that 比, 由, 从 name in the sentence
  bool planning_ = false;
  bool reviewing_ = false;  ///< a heading says that this is the review
  bool strive_ = false;     ///< the sentence said 力争
  bool ensure_ = false;     ///< the sentence said 确保
  bool estimate_ = false;
  bool estimate_paragraph_ = false;
  bool five_years_ = false;  ///< the paragraph looks back on five years
  bool first_sentence_ = true;
  Composed composed_;
  std::vector<View> recent_;  ///< subjects of the sentence, the latest last
  // Kept from figure to figure, so that their memory is used again.
  std::vector<View> subjects_;  ///< what the figure measures
  std::vector<View> items_;     ///< names of the list before it
  std::vector<View> dealt_to_;  ///< names that the values of a list are dealt to; none outside one
  std::size_t dealt_ = 0;       ///< how many of them have their value
  View governing_;              ///< the verb before a list of names with values
  std::vector<Number> numbers_;
  View last_bare_;          ///< the latest clause without figures
  std::size_t latest_ = 0;  ///< how many subjects the latest list had
};

}  // namespace detail::parser

SHENGZHOU_REPORT_INLINE Report parse(std::string_view utf8) { return detail::parser::Parser(utf8).run(); }

}  // namespace shengzhou_report
