#pragma once

// A room: nouns. What stands behind a counted number.

#include <algorithm>
#include <cstddef>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/name_forms.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// The nouns that numbers count.
class Nouns : public NameForms {
 public:
  Nouns(View text, Composed& composed) : NameForms(composed), text_(text) {}

  /// What stands between two values of a list; between ranks 、 of 、第.
  [[nodiscard]] static View list_mark(View between, bool ranks) {
    between = trim(between);
    if (ranks && ends(between, U"第"sv)) between.remove_suffix(1);
    return between;
  }

  /// Whether number k follows the one before it in a list: 521户、17.2万平方米.
  [[nodiscard]] bool joins(const std::vector<Number>& numbers, std::size_t k) const {
    const std::size_t from = numbers[k - 1].after;
    if (numbers[k].skipped || numbers[k].begin < from) return false;
    const View between = list_mark(text_.substr(from, numbers[k].begin - from), numbers[k].rank && numbers[k - 1].rank);
    return between.empty() || equal(between, U"、"sv) || equal(between, U"和"sv) || equal(between, U"与"sv);
  }

  /// 5万人口的饮水: whether the unit begins the noun.
  [[nodiscard]] bool is_people(const Number& n) const {
    return n.after > 0 && at(text_, n.after) == U'口' && text_[n.after - 1] == U'人' &&
           !is_any(at(text_, n.after + 1), data::mouths);
  }

  /// The noun that follows a counted number, with what it shares with the next one: 2个省级、5个市级园区.
  [[nodiscard]] View counted(const std::vector<Number>& numbers, std::size_t index, std::size_t end, bool alone) const {
    const View noun = following(numbers, index, end, alone);
    const std::size_t next = index + 1;
    if (noun.size() < 2 || !is_any(noun.back(), data::attribute_ends) || next == numbers.size() ||
        numbers[next].skipped || numbers[next].begin != numbers[index].after + noun.size() + 1 ||
        !is_any(text_[numbers[next].begin - 1], data::list_marks))
      return noun;
    const View other = counted(numbers, next, end, alone);
    const std::size_t at = other.find(noun.back());
    return at == View::npos || at + 2 > other.size() - 1 ? noun : join(noun, other.substr(at + 1));
  }

 protected:
  /// Whether what begins as a verb behind a figure is part of its noun: 3万户居民, 12个竣工项目.
  [[nodiscard]] bool attribute_follows(std::size_t i, std::size_t end) const {
    const View behind = text_.substr(i, std::min<std::size_t>(end - i, 8));
    if (!prefix_of<data::no_verb_starts>(behind).empty()) return true;
    const View state = prefix_of<data::state_verbs>(behind);
    return !state.empty() && !prefix_of<data::counted_heads>(behind.substr(state.size())).empty();
  }

  /// Whether it is marks that the figures before were, counted or not: 4000亿元、5000亿元两个大台阶.
  [[nodiscard]] bool is_mark(std::size_t i) const {
    if (is_any(at(text_, i), data::mark_counts) && at(text_, i + 1) == U'个') i += at(text_, i + 2) == U'大' ? 3 : 2;
    return !prefix_of<data::marks_passed>(text_.substr(std::min(i, text_.size()), 4)).empty();
  }

  /// The noun phrase that follows a counted number: 43项改革任务.
  [[nodiscard]] View following(const std::vector<Number>& numbers, std::size_t index, std::size_t end,
                               bool alone) const {
    const Number& n = numbers[index];
    std::size_t i = n.after;
    if (i >= end || starts_suffix(text_, i) || is_mark(i)) return {};
    if (at(text_, i) == U'的') ++i;
    // A class may begin the noun: 10个50亿元以上项目.
    const auto is_class = [&](std::size_t k) { return k < numbers.size() && numbers[k].skipped.has_value(); };
    std::size_t next = index + 1;
    if (is_class(next) && numbers[next].begin == i) {
      i = numbers[next].after;
      ++next;
      if (i < numbers[next - 1].end) i = numbers[next - 1].end;
    }
    if (begins(text_.substr(i), U"基础上"sv)) return {};  // 在去年86亿元的基础上
    if (!(is_han(at(text_, i)) || opens_quote(at(text_, i)) || is_latin(at(text_, i)))) return {};
    if (verb_follows(text_, i) && !attribute_follows(i, end)) return {};
    const std::size_t begin = is_people(n) ? n.after - 1 : n.after + (at(text_, n.after) == U'的' ? 1 : 0);
    // Without another figure behind it the phrase may be a list itself: 道路、供水等基础设施建设.
    bool last = true;
    for (std::size_t k = index + 1; k < numbers.size(); ++k) last = last && is_class(k);
    bool quoted = false;
    std::size_t bracket = 0;
    std::size_t behind = 0;
    constexpr std::size_t longest_noun = 40;
    while (i < end && i - begin < longest_noun) {
      const char32_t c = text_[i];
      if (opens_quote(c)) quoted = true;
      if (closes_quote(c)) quoted = false;
      // 县(市、区): what the bracket adds is passed over.
      if (!quoted && c == U'(' && bracket == 0) {
        const std::size_t close = text_.substr(i, std::min<std::size_t>(end - i, 12)).find(U')');
        if (close == View::npos) break;
        bracket = i;
        i += close + 1;
        behind = i;
        continue;
      }
      if (!quoted && (is_digit(c) || c == U'(' || (c == U'、' && !last))) break;
      if (!quoted && !last && is_any(c, U"和与"sv)) break;
      ++i;
    }
    View phrase = text_.substr(begin, i - begin);
    if (bracket != 0) phrase = join(text_.substr(begin, bracket - begin), text_.substr(behind, i - behind));
    const std::size_t stop = find_any<data::noun_ends>(phrase, 2);
    phrase = phrase.substr(0, stop);
    // 为3000名老人提供服务: the noun ends where the serving begins.
    if (n.begin > 0 && is_any(text_[n.begin - 1], data::serving_prepositions))
      return phrase.substr(0, find_any<data::serving_verbs>(phrase, 2));
    return alone ? turned(phrase, {}) : phrase.substr(0, said_at(phrase));
  }

  View text_;
};

}  // namespace shengzhou_report::detail::parser
