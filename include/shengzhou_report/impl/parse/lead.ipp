#pragma once

// A room: what stands before a figure. The verb, the bound, how firmly, for when; what is left names the subject.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
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
  std::optional<PriceBasis> prices = {};
};

/// Takes in a word that says how firmly, how often or for when.
inline void cue(data::CueWord::Says says, Lead& lead) {
  using enum data::CueWord::Says;
  switch (says) {
    case strive:
      lead.strive = true;
      return;
    case ensure:
      lead.ensure = true;
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
  }
}

[[nodiscard]] inline View without_leading_words(View name) {
  for (int round = 0; round < 4; ++round) {
    const View word = prefix_of<data::leading_words>(name);
    if (word.empty() || name.size() - word.size() < 2) break;
    name.remove_prefix(word.size());
  }
  return name;
}

/// The name behind a time that stood at `time` within it, where somebody says it before: 国家计划要求今年的国民生产总值.
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

/// What is ranked: the name before 居, 位列, 排名, without the place that the rank is among.
[[nodiscard]] inline View ranked_name(View lead) {
  if (ends(lead, U"第") || ends(lead, U"前")) lead.remove_suffix(1);
  std::size_t stop = View::npos;
  for (const View verb : data::ranking_verbs) {
    const std::size_t found = lead.find(verb);
    // Not inside 居民.
    if (found != View::npos && !(verb == U"居" && begins(lead.substr(found), U"居民"))) stop = std::min(stop, found);
  }
  if (stop != View::npos) {
    lead = lead.substr(0, stop);
  } else if (lead.size() <= 5) {
    lead = {};  // 、绍兴第1位: another place for the same thing
  }
  if (const View* place = suffix_row<data::rank_scopes>(lead); place != nullptr) lead.remove_suffix(place->size());
  for (int round = 0; round < 4; ++round) {
    const View word = prefix_of<data::leading_words>(lead);
    // 全国百强县: the name of a ranking, not the place of the indicator.
    if (word.size() < 2 || lead.size() - word.size() < 2 || equal(word, U"全国")) break;
    lead.remove_prefix(word.size());
  }
  return lead;
}

/// Takes in all such words of a text.
inline void cues(View text, Lead& lead) {
  constexpr std::size_t longest_cue = 4;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!Starts<data::cue_words>::table[text[i] & 0xFFU]) continue;
    if (const data::CueWord* row = prefix_row<data::cue_words>(text.substr(i, longest_cue)); row != nullptr)
      cue(row->says, lead);
  }
}

/// Takes apart what stands between the previous number and this one.
[[nodiscard]] inline Lead read_lead(View lead, bool rank, Composed& composed) {
  Lead result;
  cues(lead, result);
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
        const bool other = std::any_of(std::begin(data::no_bounds), std::end(data::no_bounds),
                                       [&](View word) { return ends(word, row->word) && word.front() == before; });
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
    if (const View word = prefix_of<data::leading_words>(rest); !word.empty() && word.size() <= rest.size()) {
      // Two characters must stay, or the word was the name: 新增.
      if (rest.size() - word.size() >= 2 || word.size() >= 2 || rest.size() == word.size())
        rest.remove_prefix(word.size());
    }
    if (rest.size() == size) break;
  }
  // 剔除调控影响,实际增长9%: another growth of what was just named.
  if (result.growth && !prefix_of<data::adjustments>(rest).empty()) rest = {};
  result.subject = without_comparison(rest);
  return result;
}

/// Among whom a rank counts: 全省 of 居全省第16, 绍兴 of 、绍兴第1.
[[nodiscard]] inline std::string scope(View raw) {
  if (ends(raw, U"第") || ends(raw, U"前")) raw.remove_suffix(1);
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
