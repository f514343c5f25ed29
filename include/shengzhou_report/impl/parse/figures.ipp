#pragma once

// A room: figures. Which numbers of a clause are figures of the report, and why the others are none.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/skips.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/units.ipp>

namespace shengzhou_report::detail::parser {

/// A number in words that tells and counts nothing: 三个方面. It is no part of the list of numbers that names and
/// subjects look at.
struct Aside {
  std::size_t begin = 0;
  std::size_t end = 0;
  SkipReason reason = SkipReason::prose;
};

/// Finds the numbers of a clause and tells figures from others.
class Figures {
 public:
  Figures(const Characters& characters, const Units& units, Composed& composed)
      : characters_(characters), text_(characters.text()), numerals_(text_, units, composed) {}

  /// The numbers of the clause from `begin` to `end`, in its order, into `numbers` and `asides`.
  void read(std::size_t begin, std::size_t end, std::vector<Number>& numbers, std::vector<Aside>& asides) const {
    std::size_t quote = View::npos;
    constexpr std::uint8_t looked_at = digit | quote_mark | words;
    for (std::size_t i = begin; (i = characters_.find(looked_at, i, end)) < end;) {
      const std::uint8_t kind = characters_.kind(i);
      if ((kind & quote_mark) != 0) {
        quote = opens_quote(text_[i]) ? i : View::npos;
        ++i;
        continue;
      }
      if ((kind & words) != 0) {
        i = spelled(i, begin, end, quote, numbers, asides);
        continue;
      }
      if (!is_digit(text_[i])) {
        ++i;  // a separator of the number before
        continue;
      }
      if (quote == View::npos && colon_follows(i, end) && numerals_.proportion(i, begin, end, numbers)) {
        i = numbers.back().after;
        continue;
      }
      Number n;
      n.begin = i;
      // 增长-2.9%: a sign, not a dash between two figures.
      n.minus = i >= begin + 2 && is_any(text_[i - 1], data::minus_signs) && is_han(text_[i - 2]);
      (void)numerals_.number(i, end, n);
      if (quote != View::npos) quoted_number(n, quote, end);
      if (!n.skipped) classify(n, begin, end);
      i = behind(n, asides);
      numbers.push_back(n);
    }
  }

  /// The numbers of the page around the report.
  void outside(std::size_t begin, std::size_t end, std::vector<Aside>& asides) const {
    for (std::size_t i = begin; (i = characters_.find(digit | words, i, end)) < end;) {
      Number n;
      const std::uint8_t kind = characters_.kind(i);
      const bool starts = (kind & digit) != 0 ? is_digit(text_[i]) : begins_spelled(i, end);
      if (!starts || !numerals_.number(i, end, n)) {
        ++i;
        continue;
      }
      const std::size_t alone = n.end;
      if (n.spelled) numerals_.complete(n, end);
      const bool counts = !n.spelled || !n.unit.empty();
      if (counts) asides.push_back({n.begin, n.end, SkipReason::outside});
      i = std::max(counts ? n.end : alone, i + 1);
    }
  }

 private:
  /// Where the text goes on behind a number. The digit of m2 is part of its unit.
  [[nodiscard]] std::size_t behind(const Number& n, std::vector<Aside>& asides) const {
    for (std::size_t k = n.end; k < n.after; ++k) {
      if (is_digit(text_[k])) asides.push_back({k, k + 1, SkipReason::name});
    }
    return std::max(n.after, n.end);
  }

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

  [[nodiscard]] Site site(Number& n, std::size_t begin, std::size_t end) const {
    return {text_,
            begin,
            end,
            n,
            text_.substr(begin, n.begin - begin),
            piece(text_, n.end, end, 24),
            n.begin > 0 ? text_[n.begin - 1] : U'\n',
            at(text_, n.end),
            numerals_};
  }

  template <const auto& rules>
  static bool skipped(Site& site) {
    const SkipRule* rule = first_rule<rules>(site);
    if (rule != nullptr) site.n.skipped = rule->reason;
    return rule != nullptr;
  }

  void classify(Number& n, std::size_t begin, std::size_t end) const {
    Site about = site(n, begin, end);
    if (skipped<skips_by_form>(about)) return;
    if (about.next == U'/' && is_digit(at(text_, n.end + 1))) {
      // One in four.
      if (!numerals_.divided(n, end) || !share(n)) n.skipped = SkipReason::no_unit;
      return;
    }
    if (skipped<skips_by_word>(about)) return;
    numerals_.complete(n, end, about.lead);
    if (ranks(about)) {
      n.rank = true;
      if (ends(about.lead, U"前"sv)) n.bound = Bound::at_most;
    }
    if (!n.rank && n.unit.empty() && (numerals_.shared_unit(n, end) || index(about))) return;
    numerals_.shared_counter(n, end);
    if (!skipped<skips_by_unit>(about) && !n.rank) (void)skipped<skips_by_size>(about);
  }

  /// 四千万亩到五千万亩: written in characters, the ends of a range are two figures, each with its own numeral; those
  /// of 百分之八至九 are not.
  void both_ends(Number& n, std::size_t end, View lead) const {
    Number first = n;
    numerals_.complete(n, end, lead);
    if (!n.upper) return;
    if (!first.unit.empty() && !contains(text_.substr(first.end, n.end - first.end), U"分之"sv)) return;
    numerals_.complete(first, end, data::range_starts);
    if (first.upper || n.end == first.end) return;
    if (first.unit.empty()) first.unit = n.unit;
    n = first;
  }

  /// 收入倍差缩小到1.86, 价格指数102.5.
  [[nodiscard]] static bool index(const Site& s) {
    if (suffix_row<data::index_names>(s.lead) != nullptr && closes(s)) return true;
    const bool reached = !s.lead.empty() && is_any(s.lead.back(), data::reaching);
    return reached && find_any<data::index_names>(s.lead) != View::npos;
  }

  /// A share as per cent with two decimals: 1/4 is 25, 1/3 is 33.33. False for what is no part of a whole.
  static bool share(Number& n) {
    if (!(n.value < Decimal(1)) || n.value == Decimal(0)) return false;
    n.value = round(n.value.shifted(2), Decimal(1, -2)).normalized();
    n.unit = U"%"sv;
    return true;
  }

  /// Whether a number in words can begin at i: quick, for most of these characters begin none.
  [[nodiscard]] bool begins_spelled(std::size_t i, std::size_t end) const {
    const char32_t c = text_[i];
    const char32_t next = i + 1 < end ? text_[i + 1] : U'\n';
    if (c == U'正' || c == U'负') return next == U'增';
    if (c == U'双') return next == U'位';
    if (c == U'零') return next == U'增' || is_any(next, data::decimal_marks);
    if (i == 0) return is_han(next);
    const char32_t before = text_[i - 1];
    return is_han(next) && !is_digit(before) && !is_numeral(before) && before != U'.' && before != U'初';
  }

  /// The number in words at i, and what becomes of it; where to go on.
  [[nodiscard]] std::size_t spelled(std::size_t i, std::size_t begin, std::size_t end, std::size_t quote,
                                    std::vector<Number>& numbers, std::vector<Aside>& asides) const {
    if (i > begin && text_[i - 1] == U'第') return ordinal(i, begin, end, quote, numbers, asides);
    if (!begins_spelled(i, end)) return i + 1;
    // 数百家: the word before the magnitude is part of the number, unless it ends the one before (两位数).
    const auto ends_before = [i](const auto& found) { return found.empty() || found.back().end < i; };
    const bool free = ends_before(numbers) && ends_before(asides);
    const bool several = free && i > begin && is_any(text_[i - 1], data::few) && han_power(text_[i]) > 0;
    Number n;
    if (!numerals_.number(several ? i - 1 : i, end, n)) return std::max(i + 1, idiom_end(text_, i, end));
    const std::size_t alone = std::max(n.end, i + 1);
    both_ends(n, end, text_.substr(begin, n.begin - begin));
    if (n.unit.empty() && !n.fraction) {
      // It counts nothing; digits behind its dash are a number of their own: 千万-5.
      if (!n.numeral.bare || at(text_, n.end) != data::class_mark) return alone;
    }
    Site about = site(n, begin, end);
    about.quote = quote;
    if (const SpelledRule* rule = first_rule<spelled_rules>(about); rule != nullptr && rule->reason) {
      if (*rule->reason != SkipReason::class_limit) {
        asides.push_back({n.begin, n.end, *rule->reason});
        return behind(n, asides);
      }
      n.skipped = rule->reason;
    }
    if (n.fraction && !n.skipped && !share(n)) {
      asides.push_back({n.begin, n.end, SkipReason::prose});
      return behind(n, asides);
    }
    if (!n.skipped && n.numeral.bare && about.before == data::vague_at_least) n.bound = Bound::at_least;
    if (!n.skipped && !n.worded) (void)skipped<skips_by_size>(about);
    numbers.push_back(n);
    return behind(n, asides);
  }

  /// 居全省第一位 is a rank, 第三批 an ordinal, 第一产业 neither.
  [[nodiscard]] std::size_t ordinal(std::size_t i, std::size_t begin, std::size_t end, std::size_t quote,
                                    std::vector<Number>& numbers, std::vector<Aside>& asides) const {
    Number n;
    n.begin = i;
    n.spelled = true;
    n.numeral = han_number(text_, i, end);
    if (n.numeral.end == i || n.numeral.decimals != 0 || n.numeral.spread != 0) return i + 1;
    n.value = n.numeral.low();
    n.end = n.after = n.numeral.end;
    Site about = site(n, begin, end);
    if (quote == View::npos && ranked(about)) {
      n.rank = true;
      numbers.push_back(n);
      return n.after;
    }
    if (numerals_.unit_follows(about.rest) || !prefix_of<data::time_units>(about.rest).empty())
      asides.push_back({n.begin, n.end, SkipReason::ordinal});
    return n.end;
  }

  const Characters& characters_;
  View text_;
  Numerals numerals_;
};

}  // namespace shengzhou_report::detail::parser
