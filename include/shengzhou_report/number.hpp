#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report {

/// A number as a text prints it, in digits, Chinese characters or words: 1,204.5 · 三亿二千万 · 十几亿 · 百分之七点五.
struct Number {
  Decimal value;                      ///< 320000000 of 三亿二千万; the lower end of a range
  std::optional<Decimal> upper = {};  ///< the upper end of a range: 8到10家, 七八十
  Bound bound = Bound::exact;         ///< what the words around it say: 近, 多, 左右, 以上
  std::string unit = {};              ///< as printed, % of 百分之; empty for none
  std::string text = {};              ///< as printed, with unit and the words of its bound
  Span span = {};                     ///< where that stands
  friend bool operator==(const Number&, const Number&) = default;
};

/// Reads a text that is one number, with or without unit and words of a bound.
///
/// Digits with thousands separators and of either width, characters of either script and those of cheques, mixtures of
/// both (3亿2千万), decimals, 半, few and many (十几亿 is more than 10^9, 40多万), per cent, per mille, tenths (七成五
/// is 7.5成), fractions (四分之一 is 0.25), ranges, and growth in words (翻两番 is 300%, 两位数增长 at least 10%). A
/// magnitude before a unit belongs to the unit, as printed in digits (745亿元 is 745 in 亿元), and to the value without
/// one (745亿). 几十 and 数百 are more than 10 and 100.
/// @throws ParseError  when the text is no number, as 一切 (a word) and 第三 (an ordinal) are none, or is not UTF-8;
///                     with the byte offset.
[[nodiscard]] Number read_number(std::string_view utf8);

/// The numbers of a text, in its order: any text, not only a report. Ordinals, words that hold a numeral (统一,
/// 千家万户) and digits within Latin names (PM2.5) are none; years and dates are numbers as others. A lone character
/// (一, 百) counts where a unit follows or nothing Chinese stands beside it. Work is linear in the length of the text.
/// @throws ParseError  when `utf8` is not UTF-8.
[[nodiscard]] std::vector<Number> find_numbers(std::string_view utf8);

/// The number as printed.
[[nodiscard]] std::string to_string(const Number& number);
std::ostream& operator<<(std::ostream& out, const Number& number);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Number> {
  std::size_t operator()(const shengzhou_report::Number& number) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/number.ipp>
#endif
