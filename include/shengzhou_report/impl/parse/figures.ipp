#pragma once

// A room: figures. Which numbers of a clause are figures of the report, and why the others are none.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/units.ipp>

namespace shengzhou_report::detail::parser {

/// A number and what stands around it in its clause.
struct Site {
  View text;
  std::size_t begin;  ///< of the clause
  std::size_t end;    ///< of the clause
  Number& n;
  View lead;        ///< the clause before the number
  View rest;        ///< what follows, a few characters of the clause
  char32_t before;  ///< the character before the number, a line end where there is none
  char32_t next;    ///< the character behind it
  const Numerals& numerals;
};

/// Why a number is no figure, by what stands around it; looked at in this order, before the unit is.
struct SkipRule {
  std::string_view name;
  SkipReason reason;
  bool (*applies)(Site&);
  std::string_view example;  ///< its first number falls under the rule
};

/// By the characters right beside the number.
inline constexpr SkipRule skips_by_form[] = {
    // A year, alone or as the first of a span.
    {"year", SkipReason::year,
     [](Site& s) {
       if (s.n.end - s.n.begin != 4 || year_digits(s.text, s.n.begin) == 0) return false;
       const std::size_t width = at(s.text, s.n.end + 1) == U'—' ? 2 : 1;
       return s.next == U'年' || (is_any(s.next, U"-—~至") && year_digits(s.text, s.n.end + width) != 0);
     },
     "2023年"},
    {"latin", SkipReason::name,
     [](Site& s) { return is_latin(s.before) || is_any(s.before, U"+×") || is_any(s.next, U"+×"); }, "PM2.5"},
    {"footnote", SkipReason::mark, [](Site& s) { return is_any(s.before, U"[〔【"); }, "上云企业[14]"},
    {"behind a dash", SkipReason::code,
     [](Site& s) {
       return s.before == U'-' && s.n.begin > s.begin &&
              (is_digit(at(s.text, s.n.begin - 2)) || is_latin(at(s.text, s.n.begin - 2)));
     },
     "A-12"},
    {"list number", SkipReason::mark,
     [](Site& s) {
       return s.n.begin == s.begin && is_any(s.next, U".、") && !is_digit(at(s.text, s.n.end + 1)) &&
              s.n.end - s.n.begin <= 2 &&
              (s.begin == 0 || s.text[s.begin - 1] == U'\n' || is_space(s.text[s.begin - 1]));
     },
     "1.抓好粮食生产"},
    {"time of the day", SkipReason::code, [](Site& s) { return s.next == U':' && is_digit(at(s.text, s.n.end + 1)); },
     "截至8:30"},
    {"ratio", SkipReason::code,
     [](Site& s) { return s.before == U':' && s.n.begin >= 2 && is_digit(s.text[s.n.begin - 2]); }, "3:2"},
};

/// By the words beside it.
inline constexpr SkipRule skips_by_word[] = {
    {"code", SkipReason::code,
     [](Site& s) {
       return s.next == U'-' && is_digit(at(s.text, s.n.end + 1)) && !s.numerals.range_follows(s.n, s.end);
     },
     "12-3号地块"},
    {"road", SkipReason::road, [](Site& s) { return suffix_row<data::roads_before>(s.lead) != nullptr; }, "国道104"},
    {"version", SkipReason::code, [](Site& s) { return !prefix_of<data::versions>(s.rest).empty(); }, "3.0版"},
    {"anniversary", SkipReason::duration, [](Site& s) { return !prefix_of<data::anniversaries>(s.rest).empty(); },
     "70周年"},
    {"date", SkipReason::date, [](Site& s) { return !prefix_of<data::dates>(s.rest).empty(); }, "5月"},
    {"road number", SkipReason::road, [](Site& s) { return !prefix_of<data::roads>(s.rest).empty(); }, "3号线"},
    {"name", SkipReason::name, [](Site& s) { return !prefix_of<data::ranked_sets>(s.rest).empty(); }, "500强企业"},
    {"round version", SkipReason::code,
     [](Site& s) { return s.n.digits.ends_with(".0") && (s.rest.empty() || !s.numerals.unit_follows(s.rest)); },
     "数字化2.0"},
    {"years", SkipReason::duration, [](Site& s) { return s.next == U'年'; }, "3年"},
    {"streak", SkipReason::duration, [](Site& s) { return suffix_row<data::streaks>(s.lead) != nullptr; }, "连续8个月"},
};

/// Finds the numbers of a clause and tells figures from others.
class Figures {
 public:
  Figures(const Characters& characters, const Units& units, Composed& composed)
      : characters_(characters),
        text_(characters.text()),
        units_(&units),
        composed_(&composed),
        numerals_(text_, units) {}

  /// The numbers of the clause from `begin` to `end`, in its order, into `numbers`.
  void read(std::size_t begin, std::size_t end, std::vector<Number>& numbers) const {
    std::size_t quote = View::npos;
    for (std::size_t i = begin; i < end;) {
      if ((characters_.kind(i) & (digit | quote_mark | words)) == 0) {
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
             is_any(at(text_, i + 1), U"十百千万亿一二三四五六七八九两零点成分级"))) {
          Number words;
          if (numerals_.spelled(i, end, words)) {
            if (words.may_limit) limit(words, end);
            i = std::max(words.after, words.end);
            numbers.push_back(std::move(words));
            continue;
          }
        }
        ++i;
        continue;
      }
      if (quote == View::npos && colon_follows(i, end) && numerals_.proportion(i, begin, end, numbers)) {
        i = numbers.back().after;
        continue;
      }
      Number n;
      n.begin = i;
      // 增长-2.9%: a sign, not a dash between two figures.
      n.minus = i >= begin + 2 && is_any(text_[i - 1], U"-−－") && is_han(text_[i - 2]);
      n.end = n.after = i = number_end(text_, i, end);
      if (i - n.begin <= longest_number) {
        n.digits = printed(text_, n.begin, i);
      } else {
        n.skipped = SkipReason::too_long;
      }
      if (quote != View::npos) quoted_number(n, quote, end);
      if (!n.skipped) classify(n, begin, end);
      i = std::max(n.after, n.end);
      numbers.push_back(std::move(n));
    }
  }

 private:
  /// Whether the number that begins at i is the first of a:b.
  [[nodiscard]] bool colon_follows(std::size_t i, std::size_t end) const {
    const std::size_t most = std::min(end, i + 8);
    while (i < most && (is_digit(text_[i]) || text_[i] == U'.')) ++i;
    return i + 1 < end && text_[i] == U':' && is_digit(text_[i + 1]);
  }

  /// Figures inside short quotation marks belong to names: “116611”, “15分钟健身圈”.
  void quoted_number(Number& n, std::size_t quote, std::size_t end) const {
    std::size_t close = n.end;
    while (close < end && !closes_quote(text_[close]) && close - quote < 40) ++close;
    if (close < end && closes_quote(text_[close]) && close - quote <= 24) n.skipped = SkipReason::name;
  }

  void classify(Number& n, std::size_t begin, std::size_t end) const {
    Site site{text_,
              begin,
              end,
              n,
              text_.substr(begin, n.begin - begin),
              text_.substr(n.end, std::min<std::size_t>(end - n.end, 24)),
              n.begin > 0 ? text_[n.begin - 1] : U'\n',
              at(text_, n.end),
              numerals_};
    const auto skipped = [&](const auto& rules) {
      for (const SkipRule& rule : rules) {
        if (!rule.applies(site)) continue;
        n.skipped = rule.reason;
        return true;
      }
      return false;
    };
    if (skipped(skips_by_form)) return;
    // One in four.
    if (site.next == U'/' && is_digit(at(text_, n.end + 1))) return numerals_.fraction(n, end);
    if (!skipped(skips_by_word)) with_unit(site);
  }

  /// Reads the unit, and what that says of the number.
  void with_unit(const Site& s) const {
    Number& n = s.n;
    std::size_t magnitude = 0;
    std::size_t gap = 0;
    while (is_space(at(text_, n.end + gap)) && gap < 3) ++gap;
    std::size_t unit_begin = n.end + gap;
    View tail = text_.substr(unit_begin, std::min<std::size_t>(s.end - std::min(s.end, unit_begin), 24));
    // 30余家, 1000多人: the word of the bound stands before the unit.
    if (!tail.empty() && (tail.front() == U'余' || tail.front() == U'多') && tail.size() > 1) {
      n.bound = Bound::more_than;
      ++unit_begin;
      tail.remove_prefix(1);
    }
    std::size_t length = units_->match(tail, magnitude);
    if (length == 0 && tenths(tail)) length = 1;
    if (ends(s.lead, U"第") || ends(s.lead, U"前")) return rank(n, s.lead, tail, length);
    if (length > 0) n.unit = tail.substr(0, length);
    // 3.6万余场次: behind the magnitude.
    if (length > 0 && length == magnitude && tail.size() > length && (tail[length] == U'余' || tail[length] == U'多')) {
      std::size_t none = 0;
      const std::size_t stem = units_->match(tail.substr(length + 1), none);
      if (stem > 0) {
        n.bound = Bound::more_than;
        n.unit = composed_->join(n.unit, tail.substr(length + 1, stem));
        length += 1 + stem;
      }
    }
    n.after = unit_begin + length;
    if (length == 0) return without_unit(s);
    if (equal(n.unit, U"条") && articles(s)) {
      n.skipped = SkipReason::mark;
      return;
    }
    if ((equal(n.unit, U"分钟") || equal(n.unit, U"小时")) && is_han(at(text_, n.after)) &&
        !starts_suffix(text_, n.after)) {
      n.skipped = SkipReason::name;
      return;
    }
    numerals_.range(n, s.end);
    numerals_.suffix(n, s.end);
    limit(n, s.end);
  }

  void without_unit(const Site& s) const {
    Number& n = s.n;
    if (numerals_.shared_unit(n, s.end) || numerals_.range_follows(n, s.end)) return;
    const bool reached = !s.lead.empty() && is_any(s.lead.back(), U"至到为达");
    if (reached && find_any<data::index_names>(s.lead) != View::npos) return numerals_.suffix(n, s.end);
    n.skipped = is_latin(s.next)                     ? SkipReason::name
                : s.before == U'(' && s.next == U')' ? SkipReason::mark
                                                     : SkipReason::no_unit;
  }

  static void rank(Number& n, View lead, View tail, std::size_t length) {
    const View word = tail.substr(0, length);
    n.rank = true;
    if (ends(lead, U"前")) n.bound = Bound::at_most;
    if (equal(word, U"位") || equal(word, U"名")) {
      n.after = n.end + length;
      return;
    }
    // 第3批 is an ordinal; 居全省第16 has no unit.
    if (length > 0) n.skipped = SkipReason::ordinal;
  }

  /// 落实“民营经济”33条: articles of a policy, not roads.
  [[nodiscard]] bool articles(const Site& s) const {
    if (suffix_row<data::policies>(s.lead) != nullptr) return true;
    return s.before == U'”' && find_any<data::policy_verbs>(text_.substr(s.begin, s.end - s.begin)) != View::npos;
  }

  /// 10亿元以上项目, 200人以上自然村: the number defines a class.
  void limit(Number& n, std::size_t end) const {
    const bool limited = n.bound == Bound::at_least || n.bound == Bound::at_most;
    const bool share = equal(n.unit, U"%") || equal(n.unit, U"个百分点") || equal(n.unit, U"‰") || equal(n.unit, U"倍");
    const bool counter = n.unit.size() == 1 && is_any(n.unit.front(), U"个家项件条座所名位处套场台张次辆栋幢起种");
    const char32_t next = at(text_, n.after);
    const bool noun = n.after < end && (is_han(next) || opens_quote(next)) &&
                      (next == U'的' ? limited : !verb_follows(text_, n.after));
    // 3亿元重大项目2个: a size before a noun that is counted itself.
    const bool size = ends(n.unit, U"元") && n.bound != Bound::about && noun && counted_noun_follows(n.after, end);
    if (denominator(n.after, end) || (limited && noun && !share && !counter && n.after > n.end) || size)
      n.skipped = SkipReason::class_limit;
  }

  /// 11个创新示范区第1: the number counts who is ranked.
  [[nodiscard]] bool denominator(std::size_t i, std::size_t end) const {
    for (const std::size_t most = std::min(end, i + 14); i + 1 < most && !is_any(text_[i], U"、,("); ++i) {
      if (text_[i] == U'第' && is_digit(text_[i + 1])) return true;
    }
    return false;
  }

  [[nodiscard]] bool counted_noun_follows(std::size_t i, std::size_t end) const {
    const std::size_t most = std::min(end, i + 14);
    while (i < most && (is_han(text_[i]) || opens_quote(text_[i]) || closes_quote(text_[i])) &&
           !is_any(text_[i], U"、和"))
      ++i;
    if (i >= end || !is_digit(text_[i])) return false;
    while (i < end && is_digit(text_[i])) ++i;
    return is_any(at(text_, i), U"家个项");
  }

  const Characters& characters_;
  View text_;
  const Units* units_;
  Composed* composed_;
  Numerals numerals_;
};

}  // namespace shengzhou_report::detail::parser
