#pragma once

// A room: numerals. Numbers with what belongs to them: unit, second end, the word of their bound.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/numbers.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

[[nodiscard]] constexpr bool starts_range(char32_t c) noexcept { return is_any(c, data::range_starts); }

/// How many characters the dash of a range at i has: 4.5-5%, 8～10家, 8到10家.
[[nodiscard]] constexpr std::size_t dash(View text, std::size_t i) noexcept {
  constexpr std::size_t longest = 4;
  if (is_any(at(text, i), data::range_words)) return 1;
  std::size_t width = 0;
  while (width < longest && is_any(at(text, i + width), data::dashes)) ++width;
  return width;
}

/// 七成 and 6成, but not 5成立.
[[nodiscard]] constexpr bool tenths(View tail) noexcept {
  return !tail.empty() && tail.front() == U'成' && (tail.size() == 1 || !is_any(tail[1], data::no_tenths));
}

/// Whether the word of a bound stands at i.
[[nodiscard]] constexpr bool starts_suffix(View text, std::size_t i) {
  return !prefix_of<data::bound_suffixes>(text.substr(std::min(i, text.size()), 3)).empty();
}

/// Whether what stands at i is a verb, and no noun that a figure counts.
[[nodiscard]] constexpr bool verb_follows(View text, std::size_t i) {
  const View behind = text.substr(i, std::min<std::size_t>(text.size() - i, 6));
  if (!prefix_of<data::verb_starts>(behind).empty()) return true;
  // 由11个精简为6个
  const data::VerbWord* row = prefix_row<data::verbs>(behind);
  return row != nullptr && row->kind == 't' && row->word.size() > 2;
}

/// Reads numbers with what belongs to them.
class Numerals : public NumberForms {
 public:
  Numerals(View text, const Units& units, Composed& composed)
      : NumberForms(text), units_(&units), composed_(&composed) {}

  /// Reads the unit behind the number, a second end and the word of a bound.
  /// `lead`: what stands before it; 从 in it makes 到 part of 从8家到10家, which is no range.
  void complete(Number& n, std::size_t end, View lead = {}) const {
    if (!n.worded && !n.fraction && n.unit.empty()) unit(n, end);
    if (!is_any(at(text_, n.after), data::range_words) || std::none_of(lead.begin(), lead.end(), starts_range))
      range(n, end);
    if (n.spelled && !n.unit.empty() && !n.worded) pair(n);
    suffix(n, end);
    if (equal(n.unit, U"%"sv) && !n.worded) growth_behind(n, end);
  }

  /// 9.2:69.5:21.3, the shares of the three industries, and 2.1:1, a ratio.
  [[nodiscard]] bool proportion(std::size_t i, std::size_t begin, std::size_t end, std::vector<Number>& numbers) const {
    std::vector<Number> parts;
    const View lead = text_.substr(begin, i - begin);
    while (i < end && parts.size() < 3 && is_digit(text_[i])) {
      Number part;
      part.begin = i;
      i = number_end(text_, i, end);
      if (i - part.begin > longest_number) return false;
      part.value = printed(text_, part.begin, i);
      part.end = part.after = i;
      parts.push_back(part);
      if (at(text_, i) == U':') ++i;
    }
    // 3:3:4 is a proportion in tenths; what misses 100 by less is a misprint, and shares.
    constexpr double least = 50;
    constexpr double most = 150;
    double sum = 0;
    for (const Number& part : parts) sum += part.value.to_double();
    if (parts.size() == 3 && sum > least && sum < most && contains(lead, data::sectors)) {
      for (std::size_t k = 0; k < 3; ++k) {
        parts[k].unit = U"%"sv;
        parts[k].name = data::sector_shares[k];
        numbers.push_back(parts[k]);
      }
      return true;
    }
    if (parts.size() == 2 && parts[1].value == 1 && find_any<data::ratio_names>(lead) != View::npos) {
      parts[0].end = parts[0].after = parts[1].end;
      numbers.push_back(parts[0]);
      return true;
    }
    return false;
  }

  [[nodiscard]] bool unit_follows(View rest) const {
    std::size_t magnitude = 0;
    return units_->match(rest, magnitude) > 0;
  }

  /// A second end whose unit is the first's as well.
  bool range(Number& n, std::size_t end) const {
    const std::size_t from = n.after;
    const std::size_t width = dash(text_, from);
    const std::size_t begin = from + width;
    if (width == 0 || begin >= end || n.upper || n.fraction || n.worded) return false;
    Number second;
    second.begin = second.end = second.after = begin;
    const bool portions = is_portion(n.unit) && !is_digit(text_[n.begin]);
    if (is_digit(text_[begin])) {
      if (!digits(begin, end, second) || second.skipped) return false;
    } else if (!portion(begin, end, second)) {
      // A dash between characters is none.
      if (!n.spelled || !is_any(text_[from], data::range_words)) return false;
      second.numeral = han_number(text_, begin, end);
      if (second.numeral.end == begin || second.numeral.bare || second.numeral.few) return false;
      take(second, second.numeral);
    }
    if (second.fraction) return false;
    if (second.unit.empty() && portions) second.unit = n.unit;
    if (second.unit.empty()) unit(second, end);
    if (!n.unit.empty() && second.unit.empty()) return false;
    if (!same_unit(n, second)) return false;
    const Decimal upper = second.upper.value_or(second.value);
    if (upper < n.value) return false;
    n.upper = upper;
    n.unit = second.unit;
    n.magnitude = second.magnitude;
    n.bound = Bound::range;
    n.end = second.end;
    n.after = second.after;
    return true;
  }

  /// 2、3和5个: the unit stands behind the last number alone.
  [[nodiscard]] bool shared_unit(Number& n, std::size_t end) const {
    std::size_t i = n.end;
    // 新建公园12,350个小区: the comma is a mark of the list.
    const bool comma = at(text_, i) == U',' && n.begin > 0 && is_han(text_[n.begin - 1]) && !separates(text_, i);
    for (int hops = 0; hops < 5; ++hops) {
      const bool mark = is_any(at(text_, i), data::list_marks) || (comma && i == n.end);
      if (!mark || !is_digit(at(text_, i + 1))) return false;
      const std::size_t stop = comma ? text_.size() : end;
      i = number_end(text_, i + 1, stop);
      std::size_t magnitude = 0;
      const std::size_t length = units_->match(piece(text_, i, stop, 16), magnitude);
      if (length > 0) {
        n.unit = text_.substr(i, length);
        n.magnitude = magnitude;
        return true;
      }
    }
    return false;
  }

  /// 5万、3万人: the last of a list has the unit of all that have its magnitude.
  /// 1.5个和2个百分点: so it is with points.
  void shared_counter(Number& n, std::size_t end) const {
    const bool points = equal(n.unit, U"个"sv);
    if (!points && (n.magnitude == 0 || n.unit.size() != n.magnitude)) return;
    std::size_t i = n.after;
    for (int hops = 0; hops < 5 && is_any(at(text_, i), data::list_marks) && is_digit(at(text_, i + 1)); ++hops) {
      i = number_end(text_, i + 1, end);
      std::size_t magnitude = 0;
      const std::size_t length = units_->match(piece(text_, i, end, 16), magnitude);
      const View unit = text_.substr(i, length);
      if (magnitude != n.magnitude || !begins(unit, n.unit)) return;
      if (points ? ends(unit, U"分点"sv) : length > magnitude) {
        n.unit = unit;
        return;
      }
      i += length;
    }
  }

  void suffix(Number& n, std::size_t end) const {
    std::size_t i = n.after;
    if (!n.unit.empty() && at(text_, i) == U' ') ++i;
    const data::BoundWord* row = prefix_row<data::bound_suffixes>(piece(text_, i, end, 3));
    if (row == nullptr || (row->bound == 'm' && n.bound == Bound::range)) return;
    // 三多 is no bound.
    if (row->bound == 'm' && n.unit.empty() && !n.fraction && n.spelled && !n.numeral.scaled) return;
    if (n.bound == Bound::exact || (n.bound != Bound::range && row->bound != 'm')) n.bound = bound_of(row->bound);
    n.after = i + row->word.size();
  }

  /// 保持10%以上的年均增长: the word behind the number says that it is growth.
  void growth_behind(Number& n, std::size_t end) const {
    std::size_t i = n.after;
    if (at(text_, i) == U'的') ++i;
    i += prefix_of<data::growth_adverbs>(piece(text_, i, end, 4)).size();
    const View noun = prefix_of<data::growth_nouns>(piece(text_, i, end, 2));
    if (noun.empty()) return;
    n.growth = true;
    n.after = i + noun.size();
  }

  /// The unit behind the number with what may stand before it and in it: 30余家, 3.6万余场次, 三个多百分点, 两年半.
  void unit(Number& n, std::size_t end) const {
    std::size_t gap = 0;
    if (!n.spelled) {
      while (n.end + gap < end && is_space(text_[n.end + gap]) && text_[n.end + gap] != U'\n' && gap < 3) ++gap;
    }
    std::size_t begin = n.end + gap;
    View tail = piece(text_, begin, end, 24);
    std::size_t magnitude = 0;
    std::size_t length = measure(tail, magnitude);
    // 十十 is no number, 三点五亿 is.
    if (n.spelled && length == magnitude && n.numeral.decimals == 0) length = magnitude = 0;
    // 30余家, 1000多人: the word of the bound stands before the unit.
    const data::MoreWord* more = length == 0 ? prefix_row<data::more_words>(tail) : nullptr;
    if (more != nullptr && tail.size() > 1) {
      const std::size_t behind = measure(tail.substr(1), magnitude);
      if (behind > 0 || (more->bound == 'm' && !n.spelled)) {
        n.bound = bound_of(more->bound);
        ++begin;
        tail.remove_prefix(1);
        length = behind;
      }
    }
    n.unit = tail.substr(0, length);
    n.magnitude = magnitude;
    n.after = length == 0 && begin == n.end + gap ? n.end : begin + length;
    if (length == 0) return;
    join_magnitude(n);
    const View behind = tail.substr(length);
    if (behind.empty()) return;
    if (equal(n.unit, U"成"sv)) return tenth_of(n, end);
    const bool many = prefix_row<data::more_words>(behind) != nullptr && behind.front() != U'来';
    if (length == magnitude && many) {
      // 3.6万余场次: behind the magnitude.
      std::size_t none = 0;
      const std::size_t stem = measure(behind.substr(1), none);
      if (stem == 0 || none > 0) return;
      n.bound = Bound::more_than;
      n.unit = composed_->join(n.unit, behind.substr(1, stem));
      n.after += 1 + stem;
    } else if (equal(n.unit, U"个"sv) && (many || behind.front() == U'半')) {
      // 三个多百分点, 两个半小时.
      const View rest = prefix_of<data::split_units>(behind.substr(1));
      if (rest.empty()) {
        if (behind.front() == U'半') half_more(n, end);
        return;
      }
      if (many) n.bound = Bound::more_than;
      if (!many && small(n)) n.value = n.value + Decimal(5, -1);
      n.unit = composed_->join(n.unit, rest);
      n.after += 1 + rest.size();
    } else if (behind.front() == U'半') {
      half_more(n, end);
    }
  }

 private:
  /// Length of the unit that `tail` begins with, times and tenths included.
  [[nodiscard]] std::size_t measure(View tail, std::size_t& magnitude) const {
    const std::size_t length = units_->match(tail, magnitude);
    if (length > magnitude) return length;
    if (const View word = prefix_of<data::time_units>(tail.substr(length)); !word.empty()) return length + word.size();
    if (length == 0 && tenths(tail)) return 1;
    return length;
  }

  void half_more(Number& n, std::size_t end) const {
    const bool other = !prefix_of<data::no_halves>(piece(text_, n.after + 1, end, 2)).empty();
    if (other || !small(n) || n.magnitude > 0) return;
    n.value = n.value + Decimal(5, -1);
    ++n.after;
  }

  /// 七成五.
  void tenth_of(Number& n, std::size_t end) const {
    const int digit = n.after < end ? han_digit(text_[n.after]) : -1;
    const char32_t next = at(text_, n.after + 1);
    if (digit <= 0 || is_numeral(next) || !small(n)) return;
    n.value = n.value + Decimal(digit, -1);
    ++n.after;
  }

  /// 四十多万美元 is 40万美元, but 七亿七千多万吨: 万 is of the 七千 alone.
  void join_magnitude(Number& n) const {
    constexpr std::int64_t hundred_million = integer_power_of_ten(8);
    if (!n.spelled || n.numeral.value < hundred_million || n.magnitude != 1 || n.unit.front() != U'万' ||
        n.numeral.decimals != 0)
      return;
    const std::int64_t below = n.numeral.value % hundred_million;
    n.value = Decimal(n.numeral.value - below + below * integer_power_of_ten(4), 0);
    n.unit.remove_prefix(1);
    n.magnitude = 0;
  }

  /// Brings the first end to the unit of the second where only magnitudes differ: 8000万-1亿元, 650万-750万台.
  [[nodiscard]] static bool same_unit(Number& n, const Number& second) {
    const View stem = second.unit.substr(second.magnitude);
    const View own = n.unit.substr(n.magnitude);
    if (!own.empty() && !equal(own, stem)) return false;
    if (equal(n.unit, second.unit)) return true;
    const auto power = [](const Number& number) {
      int sum = 0;
      for (const char32_t c : number.unit.substr(0, number.magnitude)) sum += magnitude_of(c);
      return sum;
    };
    // 3-5万元 is 3万 to 5万, 5000-1万元 is not.
    if (n.unit.empty() && n.value <= second.upper.value_or(second.value)) return true;
    n.value = n.value.shifted(power(n) - power(second));
    return true;
  }

  const Units* units_;
  Composed* composed_;
};

}  // namespace shengzhou_report::detail::parser
