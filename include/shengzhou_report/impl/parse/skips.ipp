#pragma once

// A room: skips. Why a number is no figure, as tables of rules; which numbers in words are figures.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/times.ipp>

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
  std::size_t quote = View::npos;  ///< where the quotation mark stands that is open

  /// What follows unit and bound.
  [[nodiscard]] View behind(std::size_t most = 14) const { return piece(text, n.after, end, most); }
  /// The unit without its magnitude.
  [[nodiscard]] View stem() const { return n.unit.substr(std::min(n.magnitude, n.unit.size())); }
  /// The characters right before the number.
  [[nodiscard]] View near(std::size_t most) const { return lead.substr(lead.size() - std::min(lead.size(), most)); }
};

/// Why a number is no figure, by what stands around it; the first rule that applies decides.
struct SkipRule {
  std::string_view name;
  SkipReason reason;
  bool (*applies)(const Site&);
  std::string_view example;  ///< one of its numbers falls under the rule
};

/// The first rule of a table that applies, or nullptr. A rule is called by its name, and not through its pointer, which
/// no processor could foresee.
template <const auto& rules>
[[nodiscard]] auto first_rule(const Site& site) -> decltype(&rules[0]) {
  decltype(&rules[0]) found = nullptr;
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    (void)((rules[i].applies(site) && (found = &rules[i], true)) || ...);
  }(std::make_index_sequence<std::size(rules)>());
  return found;
}

/// Whether a mark, a bound or nothing follows: what stands before says all of the number.
[[nodiscard]] inline bool closes(const Site& s) {
  const View behind = s.behind(4);
  return behind.empty() || !(is_han(behind.front()) || opens_quote(behind.front())) || behind.front() == U'和' ||
         behind.front() == U'与';
}

/// By the characters right beside the number.
inline constexpr SkipRule skips_by_form[] = {
    // A year, alone or as the first of a span.
    {"year", SkipReason::year,
     [](const Site& s) {
       if (s.n.end - s.n.begin != 4 || year_digits(s.text, s.n.begin) == 0) return false;
       const std::size_t width = at(s.text, s.n.end + 1) == U'—' ? 2 : 1;
       return s.next == U'年' || (is_any(s.next, U"-—~至"sv) && year_digits(s.text, s.n.end + width) != 0);
     },
     "2023年"},
    {"latin", SkipReason::name,
     [](const Site& s) { return is_latin(s.before) || is_any(s.before, U"+×"sv) || is_any(s.next, U"+×"sv); }, "PM2.5"},
    // What is left of a number where a page was made badly: 增长8$1.$2%.
    {"broken number", SkipReason::code,
     [](const Site& s) {
       const char32_t mark = s.n.begin >= 2 ? s.text[s.n.begin - 2] : U'\n';
       return s.before == U'$' && (mark == U'.' || is_digit(mark));
     },
     "增长8$1.$2%"},
    {"footnote", SkipReason::mark, [](const Site& s) { return is_any(s.before, U"[〔【"); }, "上云企业[14]"},
    {"behind a dash", SkipReason::code,
     [](const Site& s) {
       return s.before == U'-' && s.n.begin > s.begin &&
              (is_digit(at(s.text, s.n.begin - 2)) || is_latin(at(s.text, s.n.begin - 2)));
     },
     "A-12"},
    {"list number", SkipReason::mark,
     [](const Site& s) {
       return s.n.begin == s.begin && is_any(s.next, U".、"sv) && !is_digit(at(s.text, s.n.end + 1)) &&
              s.n.end - s.n.begin <= 2 &&
              (s.begin == 0 || s.text[s.begin - 1] == U'\n' || is_space(s.text[s.begin - 1]));
     },
     "1.抓好粮食生产"},
    {"time of the day", SkipReason::code,
     [](const Site& s) { return s.next == U':' && is_digit(at(s.text, s.n.end + 1)); }, "截至8:30"},
    {"ratio", SkipReason::code,
     [](const Site& s) { return s.before == U':' && s.n.begin >= 2 && is_digit(s.text[s.n.begin - 2]); }, "3:2"},
};

/// Whether a dash and a second number make a range of this one.
[[nodiscard]] inline bool range_follows(const Site& s) {
  Number n = s.n;
  s.numerals.complete(n, s.end);
  return n.upper.has_value();
}

/// By the words beside it.
inline constexpr SkipRule skips_by_word[] = {
    {"code", SkipReason::code,
     [](const Site& s) { return s.next == U'-' && is_digit(at(s.text, s.n.end + 1)) && !range_follows(s); },
     "12-3号地块"},
    {"road", SkipReason::road, [](const Site& s) { return suffix_row<data::roads_before>(s.lead) != nullptr; },
     "国道104"},
    {"version", SkipReason::code, [](const Site& s) { return !prefix_of<data::versions>(s.rest).empty(); }, "3.0版"},
    {"anniversary", SkipReason::duration, [](const Site& s) { return !prefix_of<data::anniversaries>(s.rest).empty(); },
     "70周年"},
    {"date", SkipReason::date, [](const Site& s) { return !prefix_of<data::dates>(s.rest).empty(); }, "5月"},
    {"road number", SkipReason::road, [](const Site& s) { return !prefix_of<data::roads>(s.rest).empty(); }, "3号线"},
    {"name", SkipReason::name, [](const Site& s) { return !prefix_of<data::ranked_sets>(s.rest).empty(); },
     "500强企业"},
    {"round version", SkipReason::code,
     [](const Site& s) {
       const bool round = s.n.value.exponent() == -1 && s.n.value.mantissa() % 10 == 0;
       return round && (s.rest.empty() || !s.numerals.unit_follows(s.rest));
     },
     "数字化2.0"},
    {"years", SkipReason::duration, [](const Site& s) { return s.next == U'年'; }, "3年"},
    {"streak", SkipReason::duration, [](const Site& s) { return suffix_row<data::streaks>(s.lead) != nullptr; },
     "连续8个月"},
};

/// 第 or 前 right before the number.
[[nodiscard]] inline bool ranks(const Site& s) {
  return ends(s.lead, U"第"sv) || (ends(s.lead, U"前"sv) && suffix_row<data::no_rank_leads>(s.lead) == nullptr);
}

/// 落实“民营经济”33条: articles of a policy, not roads.
[[nodiscard]] inline bool articles(const Site& s) {
  if (!equal(s.n.unit, data::article_unit)) return false;
  if (suffix_row<data::policies>(s.lead) != nullptr) return true;
  return s.before == U'”' && find_any<data::policy_verbs>(s.lead) != View::npos;
}

/// 11个创新示范区第1: the number counts who is ranked.
[[nodiscard]] inline bool counts_ranked(const Site& s) {
  const View behind = s.behind();
  for (std::size_t i = 0; i + 1 < behind.size() && !is_any(behind[i], U"、,("sv); ++i) {
    if (behind[i] == U'第' && is_digit(behind[i + 1])) return true;
  }
  return false;
}

/// Whether a noun follows: what the number counts, or whose size it is.
[[nodiscard]] inline bool noun_follows(const Site& s) {
  const char32_t next = at(s.text, s.n.after);
  const bool limited = s.n.bound == Bound::at_least || s.n.bound == Bound::at_most;
  return s.n.after < s.end && (is_han(next) || opens_quote(next)) &&
         (next == U'的' ? limited : !verb_follows(s.text, s.n.after));
}

/// Whether what follows a sum with a bound is a class of those who have more: 收入超10亿元的企业, 超10亿元的达到5家. A
/// project or an industry may be one alone, and is a class where it is counted.
[[nodiscard]] inline bool class_follows(const Site& s) {
  constexpr std::size_t longest = 18;
  View behind = s.behind(longest);
  const bool of = begins(behind, U"的"sv);
  if (of) behind.remove_prefix(1);
  if (behind.empty() || (!of && verb_follows(s.text, s.n.after))) return false;
  if (of && is_digit(behind.front())) {
    // 总投资超80亿元的12个项目: what they cost together.
    const View* bound = suffix_row<data::class_bounds>(s.lead);
    const View measured = s.lead.substr(0, s.lead.size() - (bound == nullptr ? 0 : bound->size()));
    return suffix_row<data::no_class_measures>(measured) == nullptr;
  }
  if (of && !prefix_of<data::class_verbs>(behind).empty()) return true;
  std::size_t run = 0;
  while (run < behind.size() && is_han(behind[run]) && !is_any(behind[run], data::list_marks)) ++run;
  for (std::size_t i = 0; i < run; ++i) {
    const data::VerbWord* noun = prefix_row<data::class_nouns>(behind.substr(i, run - i));
    if (noun == nullptr) continue;
    const View rest = behind.substr(i + noun->word.size(), run - i - noun->word.size());
    if (!rest.empty() && prefix_of<data::class_verbs>(rest).empty() && !verb_follows(rest, 0)) continue;
    if (noun->kind == 'a') return true;
    const View lead = s.near(16);
    const View tail = behind.substr(i);
    return std::any_of(lead.begin(), lead.end(), is_digit) || find_any<data::class_counts>(lead) != View::npos ||
           std::any_of(tail.begin(), tail.end(), is_digit);
  }
  return false;
}

[[nodiscard]] inline bool counted_noun_follows(const Site& s) {
  const View behind = s.behind();
  std::size_t i = 0;
  while (i < behind.size() && (is_han(behind[i]) || opens_quote(behind[i]) || closes_quote(behind[i])) &&
         !is_any(behind[i], data::list_marks))
    ++i;
  if (i >= behind.size() || !is_digit(behind[i])) return false;
  i = digits_end(s.text, s.n.after + i, s.end);
  return is_any(at(s.text, i), data::counted_units);
}

/// Whether the noun that follows is that of a project, or the first of a list of them: 100万吨特钢项目,
/// 60万吨甲醇、46万吨烯烃等项目.
[[nodiscard]] inline bool project_follows(const Site& s) {
  constexpr std::size_t longest_list = 48;
  const View behind = s.behind(longest_list);
  if (behind.empty() || !is_han(behind.front()) || verb_follows(s.text, s.n.after)) return false;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const char32_t c = behind[i];
    if (!prefix_of<data::project_nouns>(behind.substr(i)).empty()) return true;
    const bool mark = is_any(c, data::list_marks);
    if (mark && verb_follows(behind, i + 1)) return false;
    if (!mark && !is_han(c) && !is_latin(c) && !is_digit(c) && c != U'.') return false;
  }
  return false;
}

/// By unit and noun: the number is the size of what another one counts. Said of numbers in words as well.
inline constexpr SkipRule skips_by_size[] = {
    {"among how many", SkipReason::class_limit, counts_ranked, "11个创新示范区第1"},
    {"class by its size", SkipReason::class_limit,
     [](const Site& s) {
       const bool in_unit = s.stem().size() == 1 && s.stem().front() == data::class_mark;
       const std::size_t mark = in_unit ? s.n.after - 1 : s.n.after;
       return s.n.magnitude > 0 && at(s.text, mark) == data::class_mark && is_han(at(s.text, mark + 1));
     },
     "50亿级企业20户"},
    {"limit of a class", SkipReason::class_limit,
     [](const Site& s) {
       const bool limited = s.n.bound == Bound::at_least || s.n.bound == Bound::at_most;
       const bool counter = s.n.unit.size() == 1 && is_any(s.n.unit.front(), data::plain_counters);
       return limited && !s.n.unit.empty() && !one_of<data::share_units>(s.n.unit) && !counter && noun_follows(s);
     },
     "引进10亿元以上项目"},
    {"class beyond a bound", SkipReason::class_limit,
     [](const Site& s) {
       return ends(s.n.unit, U"元"sv) && suffix_row<data::class_bounds>(s.lead) != nullptr && class_follows(s);
     },
     "收入超10亿元的企业达到5家"},
    {"size of what is counted", SkipReason::class_limit,
     [](const Site& s) {
       return ends(s.n.unit, U"元"sv) && s.n.bound != Bound::about && noun_follows(s) && counted_noun_follows(s);
     },
     "3亿元重大项目2个"},
    {"capacity", SkipReason::name,
     [](const Site& s) {
       return one_of<data::capacity_units>(s.stem()) && s.n.bound == Bound::exact &&
              suffix_row<data::capacity_verbs>(s.lead) == nullptr && project_follows(s);
     },
     "100万吨特钢项目"},
    {"voltage", SkipReason::name,
     [](const Site& s) {
       const View behind = s.behind(2);
       return one_of<data::voltage_units>(s.stem()) && !behind.empty() && is_han(behind.front()) &&
              !verb_follows(s.text, s.n.after);
     },
     "220千伏变电站"},
};

/// By the unit that was read, or that none was.
inline constexpr SkipRule skips_by_unit[] = {
    {"article", SkipReason::mark, articles, "出台政策33条"},
    {"time in a name", SkipReason::name,
     [](const Site& s) {
       return one_of<data::name_times>(s.n.unit) && is_han(at(s.text, s.n.after)) && !starts_suffix(s.text, s.n.after);
     },
     "打造15分钟健身圈"},
    {"span of years", SkipReason::duration, [](const Site& s) { return one_of<data::duration_units>(s.n.unit); },
     "3-5年"},
    {"span of months", SkipReason::date, [](const Site& s) { return one_of<data::date_units>(s.n.unit); }, "5-8月"},
    {"ordinal", SkipReason::ordinal,
     [](const Site& s) { return s.n.rank && !s.n.unit.empty() && !one_of<data::rank_units>(s.n.unit); }, "第3批"},
    {"latin unit", SkipReason::name, [](const Site& s) { return !s.n.rank && s.n.unit.empty() && is_latin(s.next); },
     "建设5X"},
    {"in brackets", SkipReason::mark,
     [](const Site& s) { return !s.n.rank && s.n.unit.empty() && s.before == U'(' && s.next == U')'; }, "事项(3)"},
    {"no unit", SkipReason::no_unit, [](const Site& s) { return !s.n.rank && s.n.unit.empty(); }, "压减会议33"},
};

/// What a number in words is: a figure where `reason` is none. The first rule that applies decides, and a number that
/// none speaks of is a figure.
struct SpelledRule {
  std::string_view name;
  std::optional<SkipReason> reason;
  bool (*applies)(const Site&);
  std::string_view example;
};

/// 工业增长两位数以上: growth is said before the number.
[[nodiscard]] inline bool grows(const Site& s) {
  return s.n.growth || find_any<data::growth_leads>(s.near(10)) != View::npos;
}

[[nodiscard]] inline bool quoted_alone(const Site& s) {
  return s.quote != View::npos && s.quote + 1 == s.n.begin && closes_quote(at(s.text, s.n.after));
}

inline constexpr SpelledRule spelled_rules[] = {
    {"name of what grows", SkipReason::name,
     [](const Site& s) {
       View behind = s.behind(6);
       if (!behind.empty() && closes_quote(behind.front())) behind.remove_prefix(1);
       return s.n.worded && !prefix_of<data::worded_names>(behind).empty();
     },
     "化肥零增长行动"},
    {"quoted", SkipReason::name,
     [](const Site& s) { return s.quote != View::npos && !(s.n.worded && quoted_alone(s)); }, "创建“十万亩”基地"},
    {"growth of a thing", SkipReason::prose,
     [](const Site& s) { return s.n.worded && (!grows(s) || begins(s.behind(1), U"的"sv)); }, "扭转负增长的局面"},
    {"stated growth", std::nullopt,
     [](const Site& s) {
       return s.n.worded && (closes(s) || closes_quote(at(s.text, s.n.after)) || s.n.bound == Bound::at_least ||
                             suffix_row<data::stating_verbs>(s.near(4)) != nullptr || !is_numeral(s.text[s.n.begin]));
     },
     "保持两位数增长"},
    {"told growth", SkipReason::prose, [](const Site& s) { return s.n.worded; }, "零增长转为正增长"},
    {"percentile", SkipReason::ordinal,
     [](const Site& s) { return ends(s.lead, U"前"sv) && suffix_row<data::no_rank_leads>(s.lead) == nullptr; },
     "前百分之十"},
    {"wholly", SkipReason::prose,
     [](const Site& s) { return equal(s.n.unit, U"%"sv) && s.n.numeral.bare && (!closes(s) || ends(s.lead, U"个"sv)); },
     "百分之百投入"},
    {"half of a thing", SkipReason::prose,
     [](const Site& s) { return s.n.fraction && s.text[s.n.end - 1] == U'半' && !closes(s) && s.n.after == s.n.end; },
     "一半村民"},
    {"share", std::nullopt, [](const Site& s) { return s.n.fraction || one_of<data::ratio_units>(s.n.unit); },
     "百分之三"},
    {"portion", std::nullopt, [](const Site& s) { return s.n.unit.size() == 1 && s.n.unit.front() == U'‱'; },
     "万分之三"},
    {"duration", SkipReason::duration, [](const Site& s) { return one_of<data::duration_units>(s.n.unit); }, "三年"},
    {"date", SkipReason::date, [](const Site& s) { return one_of<data::date_units>(s.n.unit); }, "十二月"},
    {"class of a magnitude", SkipReason::class_limit,
     [](const Site& s) {
       return s.n.numeral.bare &&
              (s.next == data::class_mark || (s.n.bound == Bound::at_least && ends(s.n.unit, U"元"sv)));
     },
     "培育百亿级产业"},
    {"vague magnitude", std::nullopt,
     [](const Site& s) { return s.n.numeral.bare && is_any(s.before, data::vague_words); }, "新增上千名"},
    {"magnitude", SkipReason::prose, [](const Site& s) { return s.n.numeral.bare; }, "惠及千名学生"},
    {"several", SkipReason::prose, [](const Site& s) { return is_any(s.text[s.n.begin], data::few); }, "数百家企业"},
    {"quantity", std::nullopt,
     [](const Site& s) {
       const bool large = s.n.numeral.scaled || s.n.numeral.decimals > 0 || s.n.magnitude > 0;
       return large && one_of<data::spelled_units>(s.stem());
     },
     "三十五万人"},
    {"count in prose", SkipReason::prose, [](const Site&) { return true; }, "三个方面"},
};

/// Whether the ordinal in words is a rank: 居全省第一位, 排名全国第七, but not 放在第一位.
[[nodiscard]] inline bool ranked(const Site& s) {
  View lead = s.lead;
  lead.remove_suffix(std::min<std::size_t>(lead.size(), 1));
  const View unit = prefix_of<data::rank_units>(s.rest);
  s.n.after = s.n.end + unit.size();
  if (!closes(s) && !begins(s.behind(1), U"的"sv)) return false;
  if (suffix_row<data::rank_scopes>(lead) != nullptr) return true;
  constexpr std::size_t most = 16;
  const View near = lead.substr(lead.size() - std::min(lead.size(), most));
  for (std::size_t at = 0; at < near.size(); ++at) {
    if (!prefix_of<data::rank_cues>(near.substr(at)).empty() &&
        prefix_of<data::no_rank_cues>(near.substr(at)).empty() &&
        (at == 0 || prefix_of<data::no_rank_cues>(near.substr(at - 1)).empty()))
      return true;
  }
  return false;
}

}  // namespace shengzhou_report::detail::parser
