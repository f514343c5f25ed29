#pragma once

// A room: what stands before a figure. The verb, the bound, how firmly, for when; what is left names the subject.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// What stands before a figure, taken apart.
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
  Doubts doubts;          ///< on what the name rests
  View reference;         ///< what it is compared with: 全省平均
  View area;              ///< the part of the place that it is of: 开发区
  bool of_which = false;  ///< 其中 stands there
  bool compared = false;  ///< a word of comparison stands there
  bool follows = false;   ///< its sentence has had a figure before
  int passing = 0;        ///< marks passed one after another, nobody says when: see passing()
  std::optional<PriceBasis> prices = {};
};

/// Takes in a word that says how firmly, how often or for when; of how firmly the latest word holds.
inline void cue(data::CueWord::Says says, Lead& lead) {
  using enum data::CueWord::Says;
  switch (says) {
    case strive:
      lead.strive = true;
      lead.ensure = false;
      return;
    case ensure:
      lead.ensure = true;
      lead.strive = false;
      return;
    case respectively:
      lead.respectively = true;
      return;
    case month_average:
      lead.period = Period::month_average;
      return;
    case year_average:
      lead.period = Period::year_average;
      return;
    case within_year:
      return;
    case constant_prices:
      lead.prices = PriceBasis::constant;
      return;
    case current_prices:
      lead.prices = PriceBasis::current;
      return;
    case compared:
      lead.compared = true;
      return;
    case in_turn:  // with what follows it: cues()
      return;
  }
}

/// The name without the words at its head that belong to none: two characters stay, or nothing does.
[[nodiscard]] inline View without_leading_words(View name) {
  constexpr int most = 8;
  for (int round = 0; round < most; ++round) {
    const View word = prefix_of<data::leading_words>(name);
    if (word.empty() || !prefix_of<data::no_leading_words>(name).empty()) break;
    if (name.size() == word.size() + 1) return is_any(name.back(), data::measure_ends) ? name : View();
    name.remove_prefix(word.size());
  }
  return name;
}

/// The name behind a time that stood at `time` within it, where somebody says it before:
/// 国家计划要求今年的国民生产总值.
[[nodiscard]] inline View behind_time(View name, const char32_t* time) {
  if (time == nullptr || time <= name.data() || time + 2 > name.data() + name.size()) return name;
  const auto size = static_cast<std::size_t>(time - name.data());
  const bool said = suffix_row<data::saying_verbs>(name.substr(0, size)) != nullptr;
  return said ? without_leading_words(name.substr(size)) : name;
}

/// The name without a comparison behind it: 常住人口比上年末, 粮食产量比一九五二年.
[[nodiscard]] inline View without_comparison(View name) {
  for (std::size_t at = name.size(); at-- > 0;) {
    const char32_t c = name[at];
    if (!is_any(c, data::comparison_marks)) {
      if (!is_digit(c) && !is_any(c, data::time_characters)) break;
      continue;
    }
    if (name.size() - at >= 3 && is_any(name.back(), data::time_ends)) return name.substr(0, at);
    break;
  }
  return name;
}

/// The name before a multiple of an earlier value: 产值 of 产值分别是去年的.
[[nodiscard]] inline View without_base(View name) {
  if (name.empty() || name.back() != U'的') return name;
  const std::size_t verb = name.rfind(data::equal_verb);
  if (verb == View::npos) return name;
  const View base = name.substr(verb);
  if (std::none_of(base.begin(), base.end(), [](char32_t c) { return is_any(c, data::base_characters); })) return name;
  name = name.substr(0, verb);
  if (const View* word = suffix_row<data::trailing_words>(name)) name.remove_suffix(word->size());
  return name;
}

/// Takes out what a value is compared with, and says which way: 高于全省平均, 比全国高. Against a time before it is
/// growth, and no other thing. `relative`: the value is a share, which is no difference.
inline void compare(View& rest, Lead& lead, bool relative) {
  const auto is_time = [](View with) { return with.empty() || is_any(with.back(), data::base_ends); };
  const auto found = [&](View with, std::size_t begin, char kind) {
    for (int round = 0; round < 2; ++round) {
      if (const View* tail = suffix_row<data::trailing_words>(with); tail != nullptr && !equal(*tail, data::average))
        with.remove_suffix(tail->size());
      if (const View* tail = suffix_row<data::reference_tails>(with)) with.remove_suffix(tail->size());
    }
    if (with.size() < 2 || is_time(with) || find_any<data::no_references>(with) != View::npos) return false;
    lead.reference = with;
    lead.growth = true;
    lead.fall = kind == 'f';
    rest = rest.substr(0, begin);
    return true;
  };
  for (std::size_t i = rest.size(); i-- > 0;) {
    if (const data::VerbWord* row = prefix_row<data::comparisons>(rest.substr(i)); row != nullptr) {
      if (i > 0 && rest[i - 1] == data::alternative) continue;
      if (found(rest.substr(i + row->word.size()), i, row->kind)) return;
    }
    const View excess = relative ? View() : prefix_of<data::excesses>(rest.substr(i));
    if (excess.empty()) continue;
    const View with = rest.substr(i + excess.size());
    if (suffix_row<data::exceeded_ends>(with) != nullptr && std::all_of(with.begin(), with.end(), is_han) &&
        found(with, i, 'g'))
      return;
  }
  const data::VerbWord* row = suffix_row<data::comparatives>(rest);
  // 提高, 减少 are verbs themselves.
  const data::VerbWord* verb = row == nullptr ? nullptr : suffix_row<data::verbs>(rest);
  if (row == nullptr || (verb != nullptr && verb->word.size() > row->word.size())) return;
  for (std::size_t i = rest.size() - row->word.size(); i-- > 0;) {
    if (!is_any(rest[i], data::comparison_marks)) continue;
    // 城乡居民收入比, but 人均可支配收入比标准高….
    const bool income = i > 0 && rest[i - 1] == U'入' && contains(rest.substr(0, i), data::per_head);
    if (i > 0 && !income && is_any(rest[i - 1], data::no_comparison_before)) continue;
    if (found(rest.substr(i + 1, rest.size() - row->word.size() - i - 1), i, row->kind)) return;
    // 比上年高2个百分点: as 提高.
    lead.growth = true;
    lead.fall = row->kind == 'f';
    rest = rest.substr(0, i);
    return;
  }
}

/// How many characters at the head say for how many years: 连续两年 of 连续两年增速.
[[nodiscard]] inline std::size_t counted_years(View text) {
  std::size_t i = prefix_of<data::streaks>(text).size();
  const std::size_t begin = i;
  while (i < text.size() && i < begin + 3 && (is_digit(text[i]) || is_numeral(text[i]))) ++i;
  return begin > 0 && i > begin && i + 2 < text.size() && text[i] == data::year_mark ? i + 1 : 0;
}

/// What is ranked: the name before 居, 位列, 排名, without the place that the rank is among.
[[nodiscard]] inline View ranked_name(View lead) {
  if (ends(lead, U"第"sv) || ends(lead, U"前"sv)) lead.remove_suffix(1);
  std::size_t stop = View::npos;
  for (const View verb : data::ranking_verbs) {
    const std::size_t found = lead.find(verb);
    // Not inside 居民.
    if (found != View::npos && !(verb == U"居"sv && begins(lead.substr(found), U"居民"sv)))
      stop = std::min(stop, found);
  }
  if (stop != View::npos) {
    lead = lead.substr(0, stop);
  } else if (lead.size() <= 5) {
    lead = {};  // 、绍兴第1位: another place for the same thing
  }
  if (const View* place = suffix_row<data::rank_scopes>(lead); place != nullptr) lead.remove_suffix(place->size());
  lead.remove_prefix(counted_years(lead));
  for (int round = 0; round < 4; ++round) {
    const View word = prefix_of<data::leading_words>(lead);
    // 全国百强县: the name of a ranking, not the place of the indicator.
    if (word.empty() || lead.size() - word.size() < 2 || equal(word, U"全国"sv) ||
        !prefix_of<data::no_leading_words>(lead).empty())
      break;
    lead.remove_prefix(word.size());
  }
  return lead;
}

/// What stands before a number, without a remark or the mark of a footnote behind its verb: 增长(下同)3%, 增长[4]3%.
[[nodiscard]] inline View without_remark(View rest) {
  if (rest.empty() || (rest.back() != U')' && rest.back() != U']')) return rest;
  const std::size_t open = rest.rfind(rest.back() == U')' ? U'(' : U'[');
  if (open == View::npos || suffix_row<data::verbs>(rest.substr(0, open)) == nullptr) return rest;
  return rest.substr(0, open);
}

/// How many characters at the head number a list: 4. of 4.举办活动.
[[nodiscard]] constexpr std::size_t list_number(View text) noexcept {
  std::size_t i = 0;
  while (i < text.size() && i < 2 && is_digit(text[i])) ++i;
  return i > 0 && i + 1 < text.size() && is_any(text[i], U".、)"sv) && !is_digit(text[i + 1]) ? i + 1 : 0;
}

/// Where the time of a starting value begins: 从保护初期的; View::npos for none.
[[nodiscard]] inline std::size_t early_time(View rest) {
  constexpr std::size_t longest = 10;
  if (rest.empty() || rest.back() != U'的' || suffix_row<data::early_times>(rest) == nullptr) return View::npos;
  for (std::size_t i = rest.size(); i-- > 0 && rest.size() - i <= longest;) {
    if (is_any(rest[i], data::from_words)) return i;
  }
  return View::npos;
}

/// Whether what follows 先后 says that something passed marks: 2 for 先后突破, 1 for 先后实现, where the noun behind
/// the figure has to say so.
[[nodiscard]] inline int passing(View behind) {
  if (!prefix_of<data::passing_verbs>(behind).empty()) return 2;
  return prefix_of<data::passing_adverbs>(behind).empty() ? 0 : 1;
}

/// Takes in all such words of a text.
inline void cues(View text, Lead& lead) {
  for (; text.size() >= 2; text.remove_prefix(1)) {
    const data::CueWord* row = prefix_row<data::cue_words>(text);
    if (row == nullptr) continue;
    cue(row->says, lead);
    if (row->says == data::CueWord::Says::in_turn) lead.passing = passing(text.substr(row->word.size()));
  }
}

/// Takes apart what stands between the previous number and this one.
[[nodiscard]] inline Lead read_lead(View lead, bool rank, bool relative = false) {
  Lead result;
  cues(lead, result);
  View rest(lead);
  rest.remove_prefix(prefix_of<data::remarks>(rest).size());
  while (!rest.empty() && is_any(rest.front(), U"、,: \t()"sv)) rest.remove_prefix(1);
  const auto strip_end = [&] {
    while (!rest.empty() && is_any(rest.back(), U" \t\n:-−－“"sv)) rest.remove_suffix(1);
  };
  strip_end();
  rest = without_remark(rest);
  if (rank) {
    result.subject = ranked_name(rest);
    if (const View* all = suffix_row<data::all_of_them>(result.subject); all != nullptr && result.subject.size() > 2) {
      result.subject.remove_suffix(all->size());
      result.each = true;
    }
    return result;
  }
  result.of_which = begins(rest, data::of_which);
  if (result.compared) compare(rest, result, relative);
  // Bounds, then a verb, then adverbs; the words may be repeated, as in 力争达到超.
  for (int round = 0; round < 6 && !rest.empty(); ++round) {
    const std::size_t size = rest.size();
    if (result.bound == Bound::exact) {
      if (const data::BoundWord* row = suffix_row<data::bound_prefixes>(rest)) {
        const char32_t before = rest.size() > row->word.size() ? rest[rest.size() - row->word.size() - 1] : U'\0';
        // 节约, 附近, 通过 are no bounds.
        const bool other = std::any_of(std::begin(data::no_bounds), std::end(data::no_bounds),
                                       [&](View word) { return ends(word, row->word) && word.front() == before; });
        if (!other) {
          result.bound = bound_of(row->bound);
          rest.remove_suffix(row->word.size());
        }
      }
    }
    if (suffix_row<data::bettering_verbs>(rest) != nullptr) break;
    if (const View* row = suffix_row<data::added_stocks>(rest); row != nullptr && !result.growth && !result.level) {
      // 新增10条航线 and 市场主体新增7万户 are flows, 比上年净增3% is growth.
      const View before = rest.substr(0, rest.size() - row->size());
      const View* base = suffix_row<data::trailing_words>(before);
      const bool grows = base != nullptr && is_any(base->front(), data::comparison_marks);
      if (!grows) break;
      rest = before;
      result.growth = true;
    }
    if (const data::VerbWord* row = suffix_row<data::verbs>(rest);
        row != nullptr && (!result.growth || !result.reference.empty())) {
      const auto& [word, kind] = *row;
      // 增速达, 增幅为: the noun decides, not the verb behind it.
      const bool noun = is_any(word.back(), data::growth_noun_ends);
      if (!result.reference.empty()) {
        rest.remove_suffix(word.size());
      } else if (kind == 't') {
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
    if (const std::size_t begin = early_time(rest); begin != View::npos) {
      rest = rest.substr(0, begin);
      result.from = true;
    }
    if (const View* row = suffix_row<data::remarks>(rest)) rest.remove_suffix(row->size());
    if (const View* row = suffix_row<data::per_head_words>(rest); row != nullptr && rest.size() > row->size()) {
      // 养老金人均提高20元, and 标准由人均300元提高到….
      rest.remove_suffix(row->size());
      if (is_any(rest.back(), data::from_words)) {
        rest.remove_suffix(1);
        result.from = true;
      }
    } else if (row = suffix_row<data::trailing_words>(rest); row != nullptr) {
      const View word = *row;
      if (equal(word, U"均"sv) || equal(word, U"各"sv)) result.each = true;
      rest.remove_suffix(word.size());
    }
    strip_end();
    while (!rest.empty() && is_any(rest.back(), U"、,"sv)) rest.remove_suffix(1);
    if (rest.size() != 2 && !rest.empty() && is_any(rest.back(), data::from_words)) {
      rest.remove_suffix(1);
      result.from = true;
    }
    if (rest.size() == size) break;
  }
  for (int round = 0; round < 6 && !rest.empty(); ++round) {
    const std::size_t size = rest.size();
    while (!rest.empty() && (is_any(rest.front(), U"、,: \t()"sv) || closes_quote(rest.front()))) rest.remove_prefix(1);
    rest.remove_prefix(list_number(rest));
    rest = without_leading_words(rest);
    rest.remove_prefix(prefix_of<data::remarks>(rest).size());
    if (rest.size() == size) break;
  }
  // 剔除调控影响,实际增长9%: another growth of what was just named.
  if (result.growth && !prefix_of<data::adjustments>(rest).empty()) rest = {};
  result.subject = without_comparison(without_base(rest));
  return result;
}

/// Among whom a rank counts: 全省 of 居全省第16, 绍兴 of 、绍兴第1.
[[nodiscard]] inline std::string scope(View raw) {
  if (ends(raw, U"第"sv) || ends(raw, U"前"sv)) raw.remove_suffix(1);
  for (const View place : data::rank_scopes) {
    const std::size_t found = raw.rfind(place);
    if (found != View::npos) return utf8(raw.size() - found <= 8 ? raw.substr(found) : place);
  }
  std::size_t begin = 0;
  for (const View verb : data::scope_verbs) {
    const std::size_t found = raw.rfind(verb);
    if (found != View::npos) begin = std::max(begin, found + verb.size());
  }
  const View place = raw.substr(begin);
  return begin > 0 && place.size() >= 2 && place.size() <= 6 ? utf8(place) : std::string();
}

}  // namespace shengzhou_report::detail::parser
