#pragma once

// A room: numerals. What is printed as digits or in characters, its range, its unit, the word of its bound.

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
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// More characters than a decimal holds are a code, not a figure.
inline constexpr std::size_t longest_number = 17;

/// One number in the text, and what stands right around it.
struct Number {
  std::size_t begin = 0;  ///< first digit
  std::size_t end = 0;    ///< behind the last digit
  std::size_t after = 0;  ///< behind unit and suffix words
  std::string digits;     ///< as printed, half-width
  std::string upper;      ///< second end of a range
  View unit;              ///< as printed
  Bound bound = Bound::exact;
  std::optional<SkipReason> skipped;  ///< why it is no figure
  bool rank = false;
  bool minus = false;      ///< printed with a sign
  bool growth = false;     ///< the word of the number says growth: 翻番
  bool may_limit = false;  ///< it may be the limit of a class, as 千名以上
  View name;               ///< what it measures, where its form says so
};

/// Behind the number that begins at i: digits with one point at most, since 1.2.3 is no number.
[[nodiscard]] inline std::size_t number_end(View text, std::size_t i, std::size_t end) {
  const auto digits_end = [&](std::size_t from) {
    while (from < end && is_digit(text[from])) ++from;
    return from;
  };
  i = digits_end(i);
  return i + 1 < end && text[i] == U'.' && is_digit(text[i + 1]) ? digits_end(i + 1) : i;
}

/// The number from `begin` to `end`.
[[nodiscard]] inline std::string printed(View text, std::size_t begin, std::size_t end) {
  std::string digits(end - begin, '0');
  for (std::size_t i = begin; i < end; ++i) digits[i - begin] = static_cast<char>(text[i]);
  return digits;
}

/// A number in Chinese characters that begins at i: 三十五万, 六亿三千万, 十九点三, 两千三 (2300). Returns where it
/// ends, i when there is none.
[[nodiscard]] inline std::size_t han_number(View text, std::size_t i, std::size_t end, std::string& digits) {
  constexpr View numerals = U"零一二三四五六七八九";
  constexpr std::size_t longest = 24;
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
  int scale = 0;             // power of ten of the character before the digit; 零 takes it back
  for (; i < end && i - begin < longest; ++i) {
    const char32_t c = text[i];
    if (const int value = digit(c); value >= 0) {
      // 百分之三三: digits by their place, where nothing has a scale.
      const bool placed = total == 0 && group == 0;
      if (!placed && current != 0) break;
      current = placed ? 10 * current + value : value;
      if (value == 0) scale = 0;
      continue;
    }
    const int power = magnitude_of(c);
    if (power > 0 && i - begin >= 2 && total == 0 && group == 0) break;  // 七八十
    const std::int64_t below = group + current;
    if (power >= 1 && power <= 3) {
      if (current == 0 && !(power == 1 && group % 100 == 0)) break;
      group += (current == 0 ? 1 : current) * integer_power_of_ten(power);
    } else if (power == 8) {
      if (total >= integer_power_of_ten(8) || total + below == 0) break;
      total = (total + below) * integer_power_of_ten(8);
      group = 0;
    } else if (power == 4) {
      if (below == 0 || (total != 0 && total < integer_power_of_ten(8))) break;
      total += below * integer_power_of_ten(4);
      group = 0;
    } else {
      break;
    }
    current = 0;
    scale = power;
  }
  if (i == begin) return begin;
  // 两千三 is 2300, 三万五 is 35000.
  if (current != 0 && scale >= 2) current *= integer_power_of_ten(scale - 1);
  digits = std::to_string(total + group + current);
  if (i + 1 < end && is_any(text[i], data::decimal_marks) && digit(text[i + 1]) >= 0) {
    digits.push_back('.');
    for (++i; i < end && digit(text[i]) >= 0 && digits.size() < longest_number; ++i)
      digits.push_back(static_cast<char>('0' + digit(text[i])));
  }
  return i;
}

/// A part of a whole as per cent with two decimals: 1/4 is 25, 1/3 is 33.33. False when it is none.
[[nodiscard]] inline bool share(Number& n, const std::string& part, const std::string& whole) {
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

/// The dash of a range and a second number follow: 4.5-5%, 8～10家.
[[nodiscard]] inline std::size_t dash(View text, std::size_t i) {
  const char32_t c = at(text, i);
  if (c == U'-' || c == U'~' || c == U'—' || c == U'–' || c == U'−' || c == U'至' || c == U'～' || c == U'－') {
    return at(text, i + 1) == U'—' ? 2 : 1;
  }
  return 0;
}

/// 七成 and 6成, but not 5成立.
[[nodiscard]] inline bool tenths(View tail) noexcept {
  return !tail.empty() && tail.front() == U'成' && (tail.size() == 1 || !is_any(tail[1], U"立为功员果本效绩品长不"));
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

/// Words before a round number that make it a figure: 上千名, 近百家.
[[nodiscard]] constexpr bool vague(char32_t c) noexcept { return is_any(c, U"上近超逾破"); }

/// Whether the word of a bound stands at i.
[[nodiscard]] constexpr bool starts_suffix(View text, std::size_t i) {
  return !prefix_of<data::bound_suffixes>(text.substr(std::min(i, text.size()), 3)).empty();
}

/// Whether what stands at i is a verb, and no noun that a figure counts.
[[nodiscard]] constexpr bool verb_follows(View text, std::size_t i) {
  return !prefix_of<data::verb_starts>(text.substr(i, std::min<std::size_t>(text.size() - i, 6))).empty();
}

/// Reads numbers with the unit and the word of a bound behind them.
class Numerals {
 public:
  Numerals(View text, const Units& units) : text_(text), units_(&units) {}

  /// A figure in words: 百分之十九点三, 三分之一, 翻两番, 三十五万人. Small counts (三个, 两项) are prose, not figures.
  [[nodiscard]] bool spelled(std::size_t i, std::size_t end, Number& n) const {
    n.begin = i;
    for (const data::Portion& portion : data::portions) {
      if (!begins(text_.substr(i, end - i), portion.word)) continue;
      const std::size_t from = i + portion.word.size();
      n.end = n.after = han_number(text_, from, end, n.digits);
      n.unit = portion.unit;
      if (n.end == from) return false;
      suffix(n, end);
      return true;
    }
    if (is_any(text_[i], U"百千万亿")) return round_number(i, end, n);
    if (text_[i] == U'翻') {
      for (const auto& [word, percent] : data::doublings) {
        if (!begins(text_.substr(i, end - i), word)) continue;
        n.end = n.after = i + word.size();
        n.digits = percent;
        n.unit = U"%";
        n.growth = true;
        return true;
      }
      return false;
    }
    if (i > 0 && (is_any(text_[i - 1], U"第零一二三四五六七八九十百千万亿两几数初") || is_digit(text_[i - 1])))
      return false;
    const std::size_t stop = han_number(text_, i, end, n.digits);
    if (stop - i <= 2 && stop > i && begins(text_.substr(stop, 2), U"分之")) {
      std::string numerator;
      n.end = n.after = han_number(text_, stop + 2, end, numerator);
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
    return stop - i >= 2 && stop < end && with_strong_unit(stop, end, n);
  }

  /// The unit behind a numeral that ends at `stop`: 三十五万人, 五十六点二五万吨, 四十多万美元. Of others it is prose.
  [[nodiscard]] bool with_strong_unit(std::size_t stop, std::size_t end, Number& n) const {
    if (std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(n.begin),
                     text_.begin() + static_cast<std::ptrdiff_t>(stop + 1),
                     [](char32_t c) { return magnitude_of(c) > 0; }))
      return false;
    const bool more = is_any(text_[stop], U"多余");
    const bool decimals = n.digits.find('.') != std::string::npos;
    const std::size_t begin = stop + (more ? 1 : 0);
    std::size_t magnitude = 0;
    const std::size_t length = units_->match(text_.substr(begin, std::min<std::size_t>(end - begin, 12)), magnitude);
    if (length == magnitude || (magnitude > 0 && !more && !decimals)) return false;
    const View stem = text_.substr(begin + magnitude, length - magnitude);
    if (std::none_of(std::begin(data::spelled_units), std::end(data::spelled_units),
                     [&](View strong) { return equal(stem, strong); }))
      return false;
    n.end = stop;
    n.after = begin + length;
    n.unit = text_.substr(begin, length);
    if (more) n.bound = Bound::more_than;
    if (more && magnitude > 0 && !decimals) join_magnitude(n, magnitude, stem);
    suffix(n, end);
    n.may_limit = true;
    return true;
  }

  /// 七亿七千多万吨: 万 is of the 七千 alone.
  static void join_magnitude(Number& n, std::size_t magnitude, View stem) {
    constexpr std::int64_t hundred_million = integer_power_of_ten(8);
    const std::int64_t value = std::stoll(n.digits);
    if (value < hundred_million || magnitude != 1 || n.unit.front() != U'万') return;
    const std::int64_t below = value % hundred_million;
    n.digits = std::to_string(value - below + below * integer_power_of_ten(4));
    n.unit = stem;
  }

  /// A number of magnitudes alone: 上千名 is a figure, 百亿级 and 千万元以上 name a class.
  [[nodiscard]] bool round_number(std::size_t i, std::size_t end, Number& n) const {
    if (i > 0 && (is_any(text_[i - 1], U"第零一二三四五六七八九十百千万亿两数几多余.") || is_digit(text_[i - 1])))
      return false;
    int power = 0;
    n.end = i;
    while (n.end < end && n.end - i < 3 && is_any(text_[n.end], U"十百千万亿")) power += magnitude_of(text_[n.end++]);
    if (power > 12) return false;
    n.digits = std::to_string(integer_power_of_ten(power));
    n.after = n.end;
    if (at(text_, n.end) == U'级') {
      n.skipped = SkipReason::class_limit;
      return true;
    }
    std::size_t magnitude = 0;
    const std::size_t length = units_->match(text_.substr(n.end, std::min<std::size_t>(end - n.end, 12)), magnitude);
    if (length == 0 || magnitude > 0) return false;
    n.unit = text_.substr(n.end, length);
    n.after = n.end + length;
    suffix(n, end);
    if (n.bound == Bound::at_least && ends(n.unit, U"元")) {
      n.skipped = SkipReason::class_limit;
      return true;
    }
    if (i == 0 || !vague(text_[i - 1])) return false;
    if (text_[i - 1] == U'上') n.bound = Bound::at_least;
    n.may_limit = true;
    return true;
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
      part.digits = printed(text_, part.begin, i);
      part.end = part.after = i;
      parts.push_back(std::move(part));
      if (at(text_, i) == U':') ++i;
    }
    if (parts.size() == 3 && contains(lead, U"产业")) {
      for (std::size_t k = 0; k < 3; ++k) {
        parts[k].unit = U"%";
        parts[k].name = data::sector_shares[k];
        numbers.push_back(std::move(parts[k]));
      }
      return true;
    }
    if (parts.size() == 2 && parts[1].digits == "1" && contains(lead, U"比")) {
      parts[0].end = parts[0].after = parts[1].end;
      numbers.push_back(std::move(parts[0]));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool unit_follows(View rest) const {
    std::size_t magnitude = 0;
    return units_->match(rest, magnitude) > 0;
  }

  [[nodiscard]] bool range_follows(Number& n, std::size_t end) const {
    const std::size_t width = dash(text_, n.end);
    if (width == 0 || !is_digit(at(text_, n.end + width))) return false;
    return range(n, end);
  }

  bool range(Number& n, std::size_t end) const {
    const std::size_t from = n.unit.empty() ? n.end : n.after;
    const std::size_t width = dash(text_, from);
    if (width == 0 || from + width >= end || !is_digit(at(text_, from + width))) return false;
    const std::size_t i = number_end(text_, from + width, end);
    if (i - from - width > longest_number) return false;
    std::string digits = printed(text_, from + width, i);
    std::size_t magnitude = 0;
    const std::size_t length = units_->match(text_.substr(i, std::min<std::size_t>(end - i, 16)), magnitude);
    if (length == 0) return false;
    const View unit = text_.substr(i, length);
    if (!n.unit.empty() && n.unit != unit) return false;
    if (Decimal::parse(digits) < Decimal::parse(n.digits)) return false;
    n.unit = unit;
    n.upper = std::move(digits);
    n.bound = Bound::range;
    n.end = i;
    n.after = i + length;
    return true;
  }

  /// 2、3和5个: the unit stands behind the last number alone.
  [[nodiscard]] bool shared_unit(Number& n, std::size_t end) const {
    std::size_t i = n.end;
    for (int hops = 0; hops < 5; ++hops) {
      if (!is_any(at(text_, i), U"、和与") || !is_digit(at(text_, i + 1))) return false;
      i = number_end(text_, i + 1, end);
      std::size_t magnitude = 0;
      const std::size_t length = units_->match(text_.substr(i, std::min<std::size_t>(end - i, 16)), magnitude);
      if (length > 0) {
        n.unit = text_.substr(i, length);
        return true;
      }
    }
    return false;
  }

  void suffix(Number& n, std::size_t end) const {
    std::size_t i = n.after;
    if (at(text_, i) == U'(') return;
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

  void fraction(Number& n, std::size_t end) const {
    std::size_t i = n.end + 1;
    std::string below;
    while (i < end && is_digit(text_[i]) && below.size() < 6) below.push_back(static_cast<char>(text_[i++]));
    if (!share(n, n.digits, below)) return void(n.skipped = SkipReason::no_unit);
    n.end = n.after = i;
  }

 private:
  View text_;
  const Units* units_;
};

}  // namespace shengzhou_report::detail::parser
