#pragma once

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/number.hpp>

namespace shengzhou_report {

namespace detail::parser {

/// Reads the numbers of any text with the parser's room of numerals.
class NumberFinder {
 public:
  explicit NumberFinder(std::string_view utf8)
      : source_(utf8), characters_(utf8), text_(characters_.text()), numerals_(text_, units_, composed_) {}

  /// All numbers; no number goes beyond its line.
  [[nodiscard]] std::vector<shengzhou_report::Number> all() {
    std::vector<shengzhou_report::Number> found;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find(U'\n', begin), text_.size());
      line(begin, end, found);
      begin = end + 1;
    }
    return found;
  }

  /// The number that the whole text is.
  [[nodiscard]] shengzhou_report::Number whole() {
    std::size_t begin = 0;
    std::size_t end = text_.size();
    while (begin < end && is_space(text_[begin])) ++begin;
    while (begin < end && is_space(text_[end - 1])) --end;
    std::size_t i = begin;
    if (const auto* row = prefix_row<data::bound_prefixes>(piece(text_, i, end, 4)); row != nullptr)
      i += row->word.size();
    if (at(text_, i) == data::vague_at_least) ++i;
    Number n;
    if (!starts(i, end)) {
      while (i < end && (is_any(text_[i], data::minus_signs) || is_any(text_[i], data::minus_word))) ++i;
      if (at(text_, i) == U'.') ++i;
    }
    if (i >= end || !starts(i, end) || !read(i, begin, end, n)) fail(begin, end, i, "expected digits or numerals");
    if (from_ != begin) fail(begin, end, begin, "expected a number at its head");
    if (n.after != end) fail(begin, end, n.after, "expected nothing behind it but a unit");
    return made(n);
  }

 private:
  void line(std::size_t begin, std::size_t end, std::vector<shengzhou_report::Number>& found) {
    std::size_t free = begin;  // behind the number before
    for (std::size_t i = begin; i < end;) {
      if (!starts(i, end)) {
        // 统一, 成千上万: words that begin before their numeral.
        const bool idiom = Starts<data::idioms>::table[text_[i] & 0xFFU];
        i += idiom ? std::max<std::size_t>(prefix_of<data::idioms>(piece(text_, i, end, 6)).size(), 1) : 1;
        continue;
      }
      Number n;
      if (!read(i, free, end, n)) {
        i = std::max({i + 1, n.end, idiom_end(text_, i, end)});
        continue;
      }
      i = std::max(n.after, i + 1);
      if (!stands(n, free, end)) continue;
      found.push_back(made(n));
      free = i;
    }
  }

  /// Whether a number can begin at i, its sign and the word of its bound left out.
  [[nodiscard]] bool starts(std::size_t i, std::size_t end) const {
    if (i >= end) return false;
    const char32_t c = text_[i];
    return is_digit(c) || is_numeral(c) || c == U'半' ||
           (is_any(c, data::few) && han_power(at(text_, i + 1)) > 0 &&
            (i == 0 || !is_any(text_[i - 1], data::no_few_before))) ||
           c == U'翻' || !prefix_of<data::worded_growth>(piece(text_, i, end, 4)).empty();
  }

  /// The number at i with its unit, its sign and the words of its bound, none of which stands before `free`. Where it
  /// begins is `from_` then.
  [[nodiscard]] bool read(std::size_t i, std::size_t free, std::size_t end, Number& n) {
    const View lead = text_.substr(free, i - free);
    if (!lead.empty() && (lead.back() == U'第' || lead.back() == U'初')) {
      n.end = is_digit(text_[i]) ? number_end(text_, i, end) : han_number(text_, i, end).end;
      return false;
    }
    if (!numerals_.number(i, end, n) || n.skipped) return false;
    from_ = i;
    if (is_digit(text_[i])) (void)numerals_.divided(n, end);
    // .5 without its zero.
    if (!lead.empty() && lead.back() == U'.' && is_digit(text_[i]) && n.value.exponent() == 0 &&
        (lead.size() == 1 || !is_digit(lead[lead.size() - 2]))) {
      n.value = n.value.shifted(-static_cast<int>(digits_end(text_, i, end) - i));
      --from_;
    }
    n.minus = minus(free);
    if (n.minus) {
      --from_;
      if (n.unit.empty() && !n.fraction && !n.worded) numerals_.unit(n, end);
      numerals_.suffix(n, end);
    } else {
      numerals_.complete(n, end, lead.substr(lead.size() - std::min<std::size_t>(lead.size(), 1)));
    }
    prefix(n, free);
    return true;
  }

  /// A sign before the number: no dash behind another one or a name.
  [[nodiscard]] bool minus(std::size_t free) const {
    if (from_ <= free) return false;
    const char32_t sign = text_[from_ - 1];
    if (is_any(sign, data::minus_word)) return true;
    const char32_t before = from_ >= free + 2 ? text_[from_ - 2] : U'\0';
    return is_any(sign, data::minus_signs) && !is_digit(before) && !is_latin(before) && before != sign;
  }

  /// 近, 超过, 不低于 before the number; 上千.
  void prefix(Number& n, std::size_t free) {
    const View lead = text_.substr(free, from_ - free);
    if (n.numeral.bare && !lead.empty() && lead.back() == data::vague_at_least) {
      if (n.bound == Bound::exact) n.bound = Bound::at_least;
      --from_;
      return;
    }
    const data::BoundWord* row = suffix_row<data::bound_prefixes>(lead);
    // 近三年 are the latest ones.
    if (row == nullptr || n.bound == Bound::range || (row->bound == 'n' && time_unit(n))) return;
    const char32_t before = lead.size() > row->word.size() ? lead[lead.size() - row->word.size() - 1] : U'\0';
    const bool other = std::any_of(std::begin(data::no_bounds), std::end(data::no_bounds),
                                   [&](View word) { return ends(word, row->word) && word.front() == before; });
    if (other) return;
    if (n.bound == Bound::exact) n.bound = bound_of(row->bound);
    from_ -= row->word.size();
  }

  [[nodiscard]] static bool time_unit(const Number& n) {
    return !n.unit.empty() && prefix_of<data::duration_units>(n.unit).size() == n.unit.size();
  }

  /// Whether what was read is a number where it stands: a lone character is part of a word without a unit.
  [[nodiscard]] bool stands(const Number& n, std::size_t free, std::size_t end) const {
    const char32_t before = n.begin > free ? text_[n.begin - 1] : U'\0';
    const char32_t next = n.after < end ? text_[n.after] : U'\0';
    if (!n.spelled) return !is_latin(before) && !(n.unit.empty() && is_latin(next));
    if (n.worded || n.fraction) return true;
    // “十四五”期间 is a plan.
    if (unsettled(n) &&
        (closes_quote(at(text_, n.end)) || !prefix_of<data::plan_words>(piece(text_, n.end, end, 2)).empty()))
      return false;
    const bool vague = n.bound != Bound::exact && n.bound != Bound::range;
    const bool alone = !(is_han(before) && from_ == n.begin) && !is_han(next);
    const std::size_t size = n.end - n.begin;
    if (n.unit.empty() || n.magnitude == n.unit.size()) {
      const bool short_one = n.numeral.end > n.begin && (size == 1 || (n.numeral.digits && size == 2));
      const bool pair = n.upper && n.bound == Bound::range && !n.numeral.scaled;
      return alone || !(short_one || pair || n.numeral.bare || n.numeral.end <= n.begin || unsettled(n)) ||
             (n.numeral.bare && vague);
    }
    if (size == 1 && is_any(text_[n.begin], data::formal_digits)) return false;
    return !n.numeral.bare || size > 1 || vague;
  }

  /// 十四五 without a unit.
  [[nodiscard]] static bool unsettled(const Number& n) { return n.numeral.spread == 1 && n.numeral.value % 10 != 0; }

  [[nodiscard]] shengzhou_report::Number made(Number& n) const {
    Decimal value = n.value;
    std::optional<Decimal> upper = n.bound == Bound::range ? n.upper : std::nullopt;
    View unit = n.unit;
    if (!unit.empty() && n.magnitude == unit.size()) {
      int power = 0;
      for (const char32_t c : unit) power += magnitude_of(c);
      value = value.shifted(power);
      if (upper) upper = upper->shifted(power);
      unit = {};
    }
    if (n.minus) value = -value;
    const Span span = characters_.span(from_, n.after);
    return {.value = value,
            .upper = upper,
            .bound = n.bound,
            .unit = utf8(unit),
            .text = std::string(
                source_.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin))),
            .span = span};
  }

  [[noreturn]] void fail(std::size_t begin, std::size_t end, std::size_t i, const char* expected) const {
    const std::size_t stop = std::min(i, end);
    throw ParseError(in_quotes(utf8(text_.substr(begin, end - begin))) + " is no number: " + expected +
                         ", as 1,204.5, 三亿二千万, 3亿2千万元 or 百分之七点五",
                     characters_.span(stop, stop).begin);
  }

  std::string_view source_;
  Characters characters_;
  View text_;
  Units units_;
  Composed composed_;
  Numerals numerals_;
  std::size_t from_ = 0;  ///< where the latest number begins, its sign and the word of its bound included
};

}  // namespace detail::parser

SHENGZHOU_REPORT_INLINE Number read_number(std::string_view utf8) { return detail::parser::NumberFinder(utf8).whole(); }

SHENGZHOU_REPORT_INLINE std::vector<Number> find_numbers(std::string_view utf8) {
  return detail::parser::NumberFinder(utf8).all();
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Number& number) { return number.text; }

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Number& number) {
  return out << to_string(number);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Number>::operator()(
    const shengzhou_report::Number& number) const noexcept {
  std::size_t seed = std::hash<shengzhou_report::Decimal>{}(number.value);
  seed = shengzhou_report::detail::hash_combine(seed, std::hash<std::string>{}(number.text));
  return shengzhou_report::detail::hash_combine(seed, static_cast<std::size_t>(number.span.begin));
}
