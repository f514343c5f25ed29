#pragma once

// A room: numerals in Chinese characters, and those that mix them with digits.

#include <array>
#include <cstddef>
#include <cstdint>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/parse/digits.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// What a character is to a numeral.
struct NumeralCharacter {
  char32_t character = 0;
  std::int8_t digit = -1;  ///< 0 to 9
  std::int8_t power = 0;   ///< of ten that the digit before it is multiplied by
  std::int8_t tens = 0;    ///< 廿 is two tens
};

/// The characters of data::numeral_characters; a table whose size keeps them apart.
class NumeralCharacters {
 public:
  constexpr NumeralCharacters() {
    for (const data::NumeralRow& row : data::numeral_characters) {
      for (const char32_t c : row.characters) {
        NumeralCharacter& slot = table_[c % size];
        apart_ = apart_ && slot.character == 0;
        slot = {c, row.digit, row.power, row.tens};
      }
    }
  }
  [[nodiscard]] constexpr const NumeralCharacter& operator[](char32_t c) const noexcept {
    const NumeralCharacter& found = table_[c % size];
    return found.character == c ? found : none_;
  }
  [[nodiscard]] constexpr bool apart() const noexcept { return apart_; }

 private:
  static constexpr std::size_t size = 179;
  std::array<NumeralCharacter, size> table_{};
  NumeralCharacter none_{};
  bool apart_ = true;
};
inline constexpr NumeralCharacters numeral_characters;
static_assert(numeral_characters.apart());

[[nodiscard]] constexpr int han_digit(char32_t c) noexcept { return numeral_characters[c].digit; }
[[nodiscard]] constexpr int han_power(char32_t c) noexcept { return numeral_characters[c].power; }
[[nodiscard]] constexpr bool is_numeral(char32_t c) noexcept {
  const NumeralCharacter& found = numeral_characters[c];
  return found.digit >= 0 || found.power > 0 || found.tens > 0;
}
/// 七八, 三五: two digits that stand for what lies between them.
[[nodiscard]] constexpr bool approximate(std::int64_t a, std::int64_t b) noexcept {
  return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

/// A numeral as it is read: its value, and what makes it less than exact.
struct Numeral {
  std::size_t end = 0;      ///< behind it; where it begins when there is none
  std::int64_t value = 0;   ///< with `decimals` of its digits behind the point
  std::int64_t spread = 0;  ///< how much more the upper end is, of 七八十
  int decimals = 0;
  bool few = false;     ///< 十几, 几十
  bool bare = false;    ///< magnitudes alone: 百, 千万
  bool digits = false;  ///< digits by their place: 二〇二四
  bool scaled = false;  ///< it has a magnitude: 一百二十, 3亿2千万

  [[nodiscard]] Decimal low() const { return {value, -decimals}; }
  [[nodiscard]] Decimal high() const { return {value + spread, -decimals}; }
};

/// Reads a numeral from left to right; what does not go on with it ends it at the last place where it was whole.
class NumeralReader {
 public:
  NumeralReader(View text, std::size_t begin, std::size_t end) : text_(text), begin_(begin), end_(end), i_(begin) {
    whole_.end = begin;
  }

  /// 三十五万, 六亿三千万, 十九点三, 两千三 (2300), 七八十, 十几亿, 二〇二四.
  [[nodiscard]] Numeral han() {
    while (i_ < end_ && i_ - begin_ < longest && take(text_[i_])) ++i_;
    finish();
    point();
    return whole_;
  }

  /// 3亿2千万, 12万5千 and 9千9百9十9: `value`, the digits up to `i`, then a magnitude, and more. No numeral where
  /// nothing but magnitudes follows, since 745亿元 has the unit 亿元.
  [[nodiscard]] Numeral mixed(std::int64_t value, std::size_t i) {
    current_ = value;
    i_ = i;
    int parts = 0;
    while (i_ < end_ && i_ - begin_ < longest) {
      if (is_digit(text_[i_])) {
        if (current_ >= 0) break;
        const std::size_t stop = digits_end(text_, i_, end_);
        constexpr std::size_t most = 4;
        if (stop - i_ > most || at(text_, stop) == U'.' || at(text_, stop) == U',') break;
        std::int64_t part = 0;
        for (std::size_t k = i_; k < stop; ++k) part = 10 * part + static_cast<std::int64_t>(text_[k] - U'0');
        const bool goes_on = han_power(at(text_, stop)) > 0;
        // 5万3000元, but not 3亿2016年.
        const bool units = scale_ < 4 ? part < integer_power_of_ten(scale_)
                                      : scale_ == 4 && stop - i_ == most && at(text_, stop) != U'年';
        // 1万2 is 12000.
        const bool spoken = !goes_on && !units && scale_ >= 4 && stop - i_ == 1 && part > 0 && !is_han(at(text_, stop));
        if (!goes_on && !units && !spoken) break;
        current_ = spoken ? part * integer_power_of_ten(scale_ - 1) : part;
        zero_ = true;  // no 两千三 among digits
        i_ = stop;
        ++parts;
        continue;
      }
      if (han_power(text_[i_]) == 0 && han_digit(text_[i_]) < 0) break;
      if (han_digit(text_[i_]) >= 0) ++parts;
      if (!take(text_[i_])) break;
      ++i_;
    }
    finish();
    if (parts == 0) whole_.end = begin_;
    return whole_;
  }

 private:
  static constexpr std::size_t longest = 32;
  static constexpr std::int64_t largest = 100000000000000000;  // 17 digits and one to spare

  [[nodiscard]] bool take(char32_t c) {
    const NumeralCharacter& found = numeral_characters[c];
    if (found.tens > 0) return tens(found.tens);
    if (found.digit >= 0) return digit(found.digit);
    if (found.power > 0) return magnitude(found.power);
    if (is_any(c, data::few) && few()) return true;
    return between(c);
  }

  /// 二OO八: a letter that stands for a zero between digits.
  [[nodiscard]] bool between(char32_t c) {
    return is_any(c, data::year_zeros) && i_ > begin_ && !scaled_ &&
           (han_digit(text_[i_ - 1]) >= 0 || is_any(text_[i_ - 1], data::year_zeros)) && digit(0);
  }

  [[nodiscard]] bool digit(std::int64_t value) {
    if (whole_.few && !scaled_) return false;
    if (current_ < 0) {
      if (value == 0 && scaled_) {
        if (zero_) return false;
        zero_ = true;  // 一百零二
        return true;
      }
      current_ = value;
      places_ = 1;
      return true;
    }
    const char32_t next = at(text_, i_ + 1);
    const bool pair = places_ == 1 && spread_ == 0 && approximate(current_, value) && han_digit(next) < 0;
    if (scaled_ || (pair && han_power(next) > 0)) {
      if (!pair) return false;
      spread_ = value - current_;
      return true;
    }
    if (places_ >= longest_number - 1) return false;
    current_ = 10 * current_ + value;
    ++places_;
    return true;
  }

  /// 廿三 is 23.
  [[nodiscard]] bool tens(std::int64_t value) {
    if (current_ >= 0 || section_ % 100 != 0 || power_ <= 1) return false;
    section_ += 10 * value;
    return placed(1);
  }

  /// 十几, 几十.
  [[nodiscard]] bool few() {
    const bool head = i_ == begin_ && han_power(at(text_, i_ + 1)) > 0;
    const bool tail = current_ < 0 && scale_ == 1 && text_[i_] != U'数';
    if (whole_.few || !(head || tail)) return false;
    few_ = true;
    if (tail) whole_.end = i_ + 1, whole_.few = true;
    return true;
  }

  [[nodiscard]] bool magnitude(int power) {
    if (places_ > 1) return false;  // 二五万
    if (power < 4) {
      const bool implied = current_ < 0 && (i_ == begin_ || few_head() || (power == 1 && section_ % 100 == 0));
      if (power >= power_ || (current_ < 0 && !implied) || current_ == 0 || bare_ ||
          current_ > largest / integer_power_of_ten(power))
        return false;
      if (current_ < 0) bare_ = bare_ || (i_ == begin_ && power > 1);
      section_ += (current_ < 0 ? 1 : current_) * integer_power_of_ten(power);
      spread_ *= integer_power_of_ten(power);
      return placed(power);
    }
    std::int64_t below = section_ + (current_ < 0 ? 0 : current_);
    if (i_ == begin_ || few_head()) below = 1;
    bare_ = bare_ || i_ == begin_;
    if (zero_ && current_ < 0 && section_ == 0) return false;
    if (power == 4) {
      if (myriads_ != 0 && (below != 0 || i_ == begin_ || han_power(text_[i_ - 1]) != 4)) return false;
      if (myriads_ == 0 && below == 0) return false;
      const std::int64_t count = myriads_ != 0 ? myriads_ : below;  // 六万万
      if (count > largest / integer_power_of_ten(4)) return false;
      myriads_ = count * integer_power_of_ten(4);
    } else {
      std::int64_t& into = power == 8 ? hundred_millions_ : trillions_;
      const std::int64_t count = myriads_ + below + (power == 8 ? 0 : hundred_millions_);
      if (into != 0 || count == 0 || count > largest / integer_power_of_ten(power)) return false;
      if (power != 8 && is_any(at(text_, i_ + 1), data::no_scales)) return false;
      if (power != 8) hundred_millions_ = 0;
      into = count * integer_power_of_ten(power);
      myriads_ = 0;
    }
    section_ = 0;
    power_ = 4;
    spread_ *= integer_power_of_ten(power);
    const bool done = placed(power);
    power_ = 4;
    return done;
  }

  [[nodiscard]] bool few_head() const { return few_ && i_ == begin_ + 1; }

  [[nodiscard]] bool placed(int power) {
    current_ = -1;
    places_ = 0;
    zero_ = false;
    power_ = scale_ = power;
    scaled_ = true;
    keep(i_ + 1);
    return true;
  }

  void keep(std::size_t end) {
    whole_ = {.end = end,
              .value = trillions_ + hundred_millions_ + myriads_ + section_ + (current_ < 0 ? 0 : current_),
              .spread = spread_,
              .few = few_,
              .bare = bare_,
              .digits = !scaled_ && places_ > 1,
              .scaled = scaled_};
  }

  void finish() {
    if (current_ < 0) return;
    // 百 and 千万 take no digit: 万一.
    if (bare_) return;
    // 两千三 is 2300, 三万五 is 35000.
    if (scale_ >= 2 && !zero_ && places_ <= 1 && current_ > 0) {
      current_ *= integer_power_of_ten(scale_ - 1);
      spread_ *= integer_power_of_ten(scale_ - 1);
    }
    keep(i_);
  }

  /// 三点一四, but not 八点三十分.
  void point() {
    const std::size_t i = whole_.end;
    if (i == begin_ || whole_.few || whole_.spread != 0 || !is_any(at(text_, i), data::decimal_marks)) return;
    std::int64_t value = whole_.value;
    int decimals = 0;
    std::size_t stop = i + 1;
    while (stop < end_ && han_digit(text_[stop]) >= 0 && value < largest / 10) {
      value = 10 * value + han_digit(text_[stop++]);
      ++decimals;
    }
    const int power = han_power(at(text_, stop));
    if (decimals == 0 || (power > 0 && power < 4)) return;
    whole_.end = stop;
    whole_.value = value;
    whole_.decimals = decimals;
  }

  View text_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t i_;
  Numeral whole_;                      ///< up to where it is one
  std::int64_t trillions_ = 0;         ///< whole groups of 兆,
  std::int64_t hundred_millions_ = 0;  ///< of 亿,
  std::int64_t myriads_ = 0;           ///< of 万
  std::int64_t section_ = 0;           ///< below them
  std::int64_t current_ = -1;          ///< the digit that waits for its place; none below zero
  std::int64_t spread_ = 0;
  std::size_t places_ = 0;  ///< digits that it has
  int power_ = 4;           ///< that the next magnitude of the section stays below
  int scale_ = 0;           ///< of the latest magnitude
  bool zero_ = false;       ///< 零 stands before the digit
  bool few_ = false;
  bool bare_ = false;
  bool scaled_ = false;
};

/// Whether a numeral may go on with the character.
[[nodiscard]] constexpr bool continues_numeral(char32_t c) noexcept {
  return is_numeral(c) || is_any(c, data::few) || is_any(c, data::decimal_marks) || is_any(c, data::year_zeros);
}

/// The numeral in characters that begins at i.
[[nodiscard]] inline Numeral han_number(View text, std::size_t i, std::size_t end) {
  // 一个, 两家: most have one digit.
  const int digit = i < end ? han_digit(text[i]) : -1;
  if (digit > 0 && (i + 1 == end || !continues_numeral(text[i + 1]))) return {.end = i + 1, .value = digit};
  return NumeralReader(text, i, end).han();
}

}  // namespace shengzhou_report::detail::parser
