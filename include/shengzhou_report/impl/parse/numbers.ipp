#pragma once

// A room: numbers by their own form, in digits, characters and words, without what belongs to them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/parse/digits.ipp>
#include <shengzhou_report/impl/parse/han.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// One number in the text, and what stands right around it.
struct Number {
  std::size_t begin = 0;         ///< first digit
  std::size_t end = 0;           ///< behind the last digit
  std::size_t after = 0;         ///< behind unit and suffix words
  Decimal value;                 ///< as printed, without its sign
  std::optional<Decimal> upper;  ///< second end of a range
  View unit;                     ///< as printed
  std::size_t magnitude = 0;     ///< characters of the unit that are its magnitude
  Bound bound = Bound::exact;
  std::optional<SkipReason> skipped;  ///< why it is no figure
  bool rank = false;
  bool minus = false;     ///< printed with a sign
  bool growth = false;    ///< the word of the number says growth: 翻番
  bool fraction = false;  ///< 四分之一: a share without a unit
  bool spelled = false;   ///< in characters or words
  bool worded = false;    ///< in words: 翻番, 零增长
  Numeral numeral = {};   ///< of one in characters
  View name;              ///< what it measures, where its form says so
};

/// The part of a whole, to as many digits as a decimal holds; none without a whole.
[[nodiscard]] inline std::optional<Decimal> part_of(std::int64_t part, std::int64_t whole) {
  constexpr std::int64_t most = 1000000000;
  if (whole <= 0 || part < 0 || part > most || whole > most) return std::nullopt;
  std::int64_t mantissa = part / whole;
  std::int64_t rest = part % whole;
  int decimals = 0;
  while (rest != 0 && mantissa < 10000000000000000) {
    rest *= 10;
    mantissa = 10 * mantissa + rest / whole;
    rest %= whole;
    ++decimals;
  }
  return Decimal(mantissa, -decimals);
}

[[nodiscard]] inline Bound bound_of(char letter) noexcept {
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

/// A piece of the text that is not longer than `most`.
[[nodiscard]] constexpr View piece(View text, std::size_t begin, std::size_t end, std::size_t most) noexcept {
  return begin < end ? View(text.data() + begin, std::min(end - begin, most)) : View();
}

/// Behind the word that begins at i or right before it, holds a numeral there and is no number: 一切, 统一; i when
/// there is none.
[[nodiscard]] constexpr std::size_t idiom_end(View text, std::size_t i, std::size_t end) noexcept {
  constexpr std::size_t longest = 6;
  for (std::size_t back = 0; back <= 1 && back <= i; ++back) {
    if (!Starts<data::idioms>::table[text[i - back] & 0xFFU]) continue;
    const View word = prefix_of<data::idioms>(piece(text, i - back, end, longest));
    if (word.size() > back) return i - back + word.size();
  }
  return i;
}

/// Reads numbers by their form. All that it looks at lies within a few characters, so it is linear.
class NumberForms {
 public:
  explicit NumberForms(View text) : text_(text) {}

  /// The number that begins at i, without its unit: digits, characters, 百分之七, 三分之一, 翻一番. False for none.
  [[nodiscard]] bool number(std::size_t i, std::size_t end, Number& n) const {
    n.begin = n.end = n.after = i;
    if (is_digit(text_[i])) return digits(i, end, n);
    n.spelled = true;
    if (worded(i, end, n) || portion(i, end, n)) return true;
    if (text_[i] == U'半') return half(i, end, n);
    n.numeral = han_number(text_, i, end);
    if (n.numeral.end == i) return false;
    take(n, n.numeral);
    // A numeral that goes on beyond an idiom is one: 一点五, 十分之一.
    if (divided(n, end)) return true;
    if (n.numeral.value == 1 && n.numeral.end == i + 1 && at(text_, n.end) == U'半') return one_half(n, end);
    return n.end > idiom_end(text_, i, end);
  }

  /// 1/4, 3分之1: the number so far is the numerator or the whole.
  bool divided(Number& n, std::size_t end) const {
    const bool slash = at(text_, n.end) == U'/';
    if (!slash && !begins(piece(text_, n.end, end, 2), U"分之"sv)) {
      return begins(piece(text_, n.end, end, 1), U"又"sv) && mixed_fraction(n, end);
    }
    const std::size_t from = n.end + (slash ? 1 : 2);
    std::int64_t second = 0;
    const std::size_t stop = integer(from, end, second);
    const bool whole = n.value.exponent() == 0 && !n.upper && n.numeral.decimals == 0;
    if (stop == from || !whole || at(text_, stop) == U'/') return false;
    const std::int64_t first = n.value.mantissa();
    const auto value = slash ? part_of(first, second) : part_of(second, first);
    if (!value) return false;
    n.value = *value;
    n.fraction = true;
    n.end = n.after = stop;
    return true;
  }

 protected:
  static void take(Number& n, const Numeral& numeral) {
    n.end = n.after = numeral.end;
    n.value = numeral.low();
    n.spelled = true;
    if (numeral.spread != 0) n.upper = numeral.high(), n.bound = Bound::range;
    if (numeral.few) n.bound = Bound::more_than;
  }

  [[nodiscard]] bool digits(std::size_t i, std::size_t end, Number& n) const {
    n.end = n.after = number_end(text_, i, end);
    if (n.end - i > longest_number) {
      n.skipped = SkipReason::too_long;
      return true;
    }
    n.value = printed(text_, i, n.end);
    if (n.value.exponent() != 0 || han_power(at(text_, n.end)) == 0) return true;
    const Numeral numeral = NumeralReader(text_.substr(0, end), i, end).mixed(n.value.mantissa(), n.end);
    if (numeral.end == i) return true;
    n.end = n.after = numeral.end;
    n.value = numeral.low();
    return true;
  }

  /// The integer from i on, in digits or characters, and where it ends.
  [[nodiscard]] std::size_t integer(std::size_t i, std::size_t end, std::int64_t& value) const {
    if (i < end && is_digit(text_[i])) {
      const std::size_t stop = digits_end(text_, i, end);
      constexpr std::size_t most = 9;
      if (stop - i > most) return i;
      value = printed(text_, i, stop).mantissa();
      return stop;
    }
    const Numeral numeral = han_number(text_, i, end);
    value = numeral.value;
    return numeral.decimals != 0 || numeral.few || numeral.spread != 0 ? i : numeral.end;
  }

  /// 一又二分之一.
  bool mixed_fraction(Number& n, std::size_t end) const {
    Number part;
    part.begin = part.end = n.end + 1;
    std::int64_t whole = 0;
    part.end = integer(part.begin, end, whole);
    if (!small(n) || part.end == part.begin || !begins(piece(text_, part.end, end, 2), U"分之"sv)) return false;
    part.value = Decimal(whole, 0);
    if (!divided(part, end)) return false;
    n.value = n.value + (part.value.exponent() < -12 ? round(part.value, Decimal(1, -12)) : part.value);
    n.fraction = true;
    n.end = n.after = part.end;
    return true;
  }

  /// 百分之十九点三, 百分之百, 百分之七八.
  [[nodiscard]] bool portion(std::size_t i, std::size_t end, Number& n) const {
    const data::Portion* row = prefix_row<data::portions>(piece(text_, i, end, 4));
    if (row == nullptr) return false;
    const std::size_t from = i + row->word.size();
    if (from < end && is_digit(text_[from])) {
      if (!digits(from, end, n) || n.skipped) return false;
    } else {
      n.numeral = han_number(text_, from, end);
      if (n.numeral.end == from) return false;
      take(n, n.numeral);
      pair(n);
    }
    n.spelled = true;
    n.unit = row->unit;
    return true;
  }
  [[nodiscard]] static bool is_portion(View unit) {
    return std::any_of(std::begin(data::portions), std::end(data::portions),
                       [&](const data::Portion& row) { return equal(row.unit, unit); });
  }

  /// 七八个: two digits by their place are two numbers where a unit follows.
  static void pair(Number& n) {
    if (!n.numeral.digits || n.numeral.decimals != 0 || n.numeral.value > 99) return;
    const std::int64_t first = n.numeral.value / 10;
    const std::int64_t second = n.numeral.value % 10;
    if (!approximate(first, second)) return;
    n.value = Decimal(first, 0);
    n.upper = Decimal(second, 0);
    n.bound = Bound::range;
  }

  /// Whether tenths can be added.
  [[nodiscard]] static bool small(const Number& n) {
    return !n.upper && n.value.exponent() == 0 && n.value < Decimal(1000000);
  }

  /// 一半.
  [[nodiscard]] bool one_half(Number& n, std::size_t end) const {
    if (!prefix_of<data::no_halves>(piece(text_, n.end + 1, end, 2)).empty()) return false;
    n.end = n.after = n.end + 1;
    n.value = Decimal(5, -1);
    n.fraction = true;
    return true;
  }

  /// 半个百分点, 半年.
  [[nodiscard]] bool half(std::size_t i, std::size_t end, Number& n) const {
    if (i > 0 && is_any(text_[i - 1], data::no_halves_before)) return false;
    if (!prefix_of<data::no_halves>(piece(text_, i + 1, end, 2)).empty()) return false;
    n.end = n.after = i + 1;
    n.value = Decimal(5, -1);
    return true;
  }

  /// 翻一番, 零增长, 两位数增长.
  [[nodiscard]] bool worded(std::size_t i, std::size_t end, Number& n) const {
    if (text_[i] == U'翻') return doubled(i, end, n);
    if (!Starts<data::worded_growth>::table[text_[i] & 0xFFU]) return false;
    const data::WordedGrowth* row = prefix_row<data::worded_growth>(piece(text_, i, end, 4));
    if (row == nullptr) return false;
    std::size_t stop = i + row->word.size();
    n.growth = row->growth;
    // 负增长3.2% has its number behind it.
    if (row->growth && is_digit(at(text_, stop))) return false;
    n.value = Decimal(row->percent);
    n.bound = row->bound == '=' ? Bound::exact : bound_of(row->bound);
    if (!row->growth) {
      // 两位数以上的增长.
      std::size_t k = stop;
      for (const View word : {U"以上"sv, U"的"sv, U"高"sv}) {
        if (begins(piece(text_, k, end, 2), word)) k += word.size();
      }
      if (const View word = prefix_of<data::growth_nouns>(piece(text_, k, end, 3)); !word.empty()) {
        stop = k + word.size();
        n.growth = true;
      }
    }
    n.unit = U"%"sv;
    n.worded = true;
    n.end = n.after = stop;
    return true;
  }

  /// 翻番, 翻一番, 翻了近两番: each doubling of what was there before.
  [[nodiscard]] bool doubled(std::size_t i, std::size_t end, Number& n) const {
    std::size_t k = i + 1;
    if (at(text_, k) == U'了') ++k;
    for (const data::BoundWord& row : data::bound_prefixes) {
      if (!begins(piece(text_, k, end, 3), row.word)) continue;
      n.bound = bound_of(row.bound);
      k += row.word.size();
      break;
    }
    int times = 1;
    if (const char32_t c = at(text_, k); k < end && (han_digit(c) > 0 || is_digit(c))) {
      times = is_digit(c) ? static_cast<int>(c - U'0') : han_digit(c);
      ++k;
    }
    if (k >= end || text_[k] != U'番' || times == 0) return false;
    n.value = Decimal(100 * ((1 << times) - 1));
    n.unit = U"%"sv;
    n.growth = n.worded = true;
    n.end = n.after = k + 1;
    return true;
  }

  View text_;
};

}  // namespace shengzhou_report::detail::parser
