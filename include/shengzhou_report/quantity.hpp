#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/unit.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// How words around a number limit it.
enum class Bound {
  exact,      ///< 745, 达 745
  about,      ///< 左右, 约, 上下
  at_least,   ///< 以上, 不低于, 不少于
  more_than,  ///< 超, 突破, 余, 多
  at_most,    ///< 以内, 不超过, 前 N 位
  less_than,  ///< 不到, 低于
  nearly,     ///< 近, 接近
  range       ///< 4.5%-5%
};

template <>
struct Words<Bound> {
  static constexpr const char* enumeration = "Bound";
  using enum Bound;
  static constexpr EnumWord<Bound> table[] = {{exact, "exact"},         {about, "about"},     {at_least, "at_least"},
                                              {more_than, "more_than"}, {at_most, "at_most"}, {less_than, "less_than"},
                                              {nearly, "nearly"},       {range, "range"}};
};

/// Which way of an indicator is better. `none` where neither is: population, the exchange rate.
enum class Direction { none, higher, lower };

template <>
struct Words<Direction> {
  static constexpr const char* enumeration = "Direction";
  using enum Direction;
  static constexpr EnumWord<Direction> table[] = {{none, "none"}, {higher, "higher"}, {lower, "lower"}};
};

/// How far below "about 7 %" an outcome still counts as met: 0.2 percentage points. A judgement, made from what
/// follows.
///
/// National targets worded 左右 were treated as met at 7.4 for 7.5 (2014) and 6.9 for 7 (2015), while 3.0 for 5.5
/// (2022) was a miss; the outturns of 2005-2023 leave 0.1 to 0.2 points as the natural half-width. A judgement, for
/// which no rule is published.
[[nodiscard]] Decimal about_tolerance_points();

/// How far "about" reaches as a share of the figure, of whatever unit: 0.025, which is 0.2 points of a target of 8 %,
/// the commonest of the national ones that about_tolerance_points rests on. A judgement as well: no source says it of
/// amounts.
[[nodiscard]] Decimal about_tolerance_share();

/// The rounding unit of a number as a report prints it: one of its last digit; but two zeros and more at the end of a
/// whole number are rounding, as long as two digits stay. 745 -> 1, 7.0 -> 0.1, 77400 -> 100, 5000 -> 100, 1250 -> 1.
/// Of a range, given its upper end, the finer of the two. Parsed reports and the embedded one take their steps from
/// here.
///
/// Of 16,000 outcomes of four and five digits in real reports 10 % end in two zeros, where chance would leave 1 %, and
/// 5 % in three and more, where it would leave 0.1 %; a single zero is as often chance. Where less than two digits are
/// meant, reports say 近, 余 or 约. The wider reading may hide a contradiction, and makes none.
[[nodiscard]] Decimal printed_step(const Decimal& value, const std::optional<Decimal>& upper = {});

/// What a quantity says beyond value and unit; see the members of Quantity with the same names.
struct QuantityOptions {
  Bound bound = Bound::exact;         ///< what words around the number say
  std::optional<Decimal> step = {};   ///< rounding unit; the last printed digit where it is empty
  std::optional<Decimal> upper = {};  ///< second end of a range
};

/// A figure as printed: decimal value, rounding step, unit and bound.
///
/// Equality is that of the printed statement: 7 % and 7.0 % differ, because they promise a different precision.
class Quantity {
 public:
  /// `value` in `unit`. `options.step` is the rounding unit and defaults to the last printed digit (7.5 -> 0.1);
  /// declare it where trailing zeros are rounding (77400 -> 100), by printed_step for figures of a report.
  /// `options.upper` is the second end of a range.
  /// @throws DomainError  when the step is not positive, when `upper` is missing from a range, given without one,
  ///                      or below `value`.
  Quantity(const Decimal& value, Unit unit, const QuantityOptions& options = {});

  /// The same from text: Quantity("7.0", "%").
  /// @throws ParseError  when the number cannot be read, UnitError when the unit cannot.
  Quantity(std::string_view value, std::string_view unit, const QuantityOptions& options = {});

  /// As printed, in `unit()`; the lower end of a range.
  [[nodiscard]] const Decimal& value() const noexcept { return value_; }
  [[nodiscard]] const Unit& unit() const noexcept { return unit_; }     ///< as printed
  [[nodiscard]] Bound bound() const noexcept { return bound_; }         ///< how words limit it
  [[nodiscard]] const Decimal& step() const noexcept { return step_; }  ///< the rounding unit, in `unit()`
  /// Upper end of a range; empty for every other bound.
  [[nodiscard]] const std::optional<Decimal>& upper() const noexcept { return upper_; }

  /// The set of true values that print like this, in `unit()`.
  ///
  /// exact: half a step to either side, 745 -> [744.5, 745.5]. about: about_tolerance() to either side, and half a step
  /// where that is more. range: from half a step below the lower end to half a step above the upper one. at_least and
  /// more_than: [value, inf). at_most, less_than and nearly: (-inf, value]; nearly -5: [-5, inf), since a fall by
  /// nearly so much is less of one. Ends of strict bounds belong to the interval though no outcome prints there.
  [[nodiscard]] Interval interval() const;

  /// How far `about` and `nearly` reach, in `unit()`: about_tolerance_share() of the value; of ratios and points 0.2
  /// percentage points where that is more, but never more than half of the value, so that a rise stays a rise. Of a
  /// figure it is the same however its unit is written: 7百万人次, 700万人次; 7 %, 0.07 倍.
  [[nodiscard]] Decimal about_tolerance() const;

  /// The set of outcomes that meet this figure as a target, in `unit()`, with the ends of strict bounds: is_met_by says
  /// that those do not meet it.
  ///
  /// at_least 8 -> [8, inf), whatever the direction; so the other bounds that say which side is meant. about 7, and
  /// nearly 7 -> [7 - tolerance, inf) where higher is better, (-inf, 7 + tolerance] where lower is, but from 0 for what
  /// is above 0: prices that rise by about 3 % do not fall. exact and range: the same with no tolerance and the end
  /// that is easier to meet (a range promises its floor). With Direction::none what meets it either way.
  /// @param tolerance  for `about` and `nearly`, in `unit()`; by default about_tolerance().
  /// @throws DomainError  when the tolerance is negative.
  [[nodiscard]] Interval target_interval(Direction direction = Direction::higher,
                                         const std::optional<Decimal>& tolerance = {}) const;

  /// Whether `outcome` meets this figure as a target, judged by the printed figures as offices do: 4960 does not meet
  /// 5000 although it may round to it, 800 does not meet "over 800". `possible` where the outcome is a bound or a range
  /// that leaves it open, and with Direction::none where it depends on which way is better.
  /// @throws UnitError    when the units have different dimensions.
  /// @throws DomainError  as target_interval.
  [[nodiscard]] Certainty is_met_by(const Quantity& outcome, Direction direction = Direction::higher,
                                    const std::optional<Decimal>& tolerance = {}) const;
  /// The same of a number in `unit()`. A hair (1e-12 of it) decides nothing.
  [[nodiscard]] Certainty is_met_by(double outcome, Direction direction = Direction::higher,
                                    const std::optional<Decimal>& tolerance = {}) const;

  /// The value as a fraction: 7.5 % is 0.075, 0.5 个百分点 are 0.005, 4.8 倍 are 4.8.
  /// @throws UnitError  when the unit is neither a ratio nor a difference of ratios.
  [[nodiscard]] double rate() const;
  /// interval() as fractions. @throws UnitError  as rate().
  [[nodiscard]] Interval rate_interval() const;

  /// The same figure in another unit; value, step and upper end convert exactly where a finite decimal exists.
  /// @throws UnitError  when the dimensions differ.
  [[nodiscard]] Quantity to(const Unit& unit) const;
  /// The same figure without magnitudes: 745 亿元 -> 74500000000 元.
  [[nodiscard]] Quantity base() const { return to(unit_.base()); }

  friend bool operator==(const Quantity& a, const Quantity& b) noexcept;

 private:
  Decimal value_;
  Decimal step_;
  std::optional<Decimal> upper_;
  Unit unit_;
  Bound bound_;
};

/// "745亿元", "≥8.0%", "4.5–5%".
[[nodiscard]] std::string to_string(const Quantity& quantity);
std::ostream& operator<<(std::ostream& out, const Quantity& quantity);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Quantity> {
  std::size_t operator()(const shengzhou_report::Quantity& quantity) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/quantity.ipp>
#endif
