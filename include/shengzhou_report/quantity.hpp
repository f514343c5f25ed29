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

/// How far below "about 7 %" an outcome still counts as met: 0.2 percentage points.
///
/// National targets worded 左右 were treated as met at 7.4 for 7.5 (2014) and 6.9 for 7 (2015), while 3.0 for 5.5
/// (2022) was a miss; the outturns of 2005-2023 leave 0.1 to 0.2 points as the natural half-width.
[[nodiscard]] Decimal about_tolerance_points();

/// What a quantity says beyond value and unit; see the members of Quantity with the same names.
struct QuantityOptions {
  Bound bound = Bound::exact;
  std::optional<Decimal> step = {};
  std::optional<Decimal> upper = {};
};

/// A figure as printed: decimal value, rounding step, unit and bound.
///
/// Equality is that of the printed statement: 7 % and 7.0 % differ, because they promise a different precision.
class Quantity {
 public:
  /// `value` in `unit`. `options.step` is the rounding unit and defaults to the last printed digit (7.5 -> 0.1);
  /// declare it where trailing zeros are rounding (77400 -> 100). `options.upper` is the second end of a range.
  /// @throws DomainError  when the step is not positive, when `upper` is missing from a range, given without one,
  ///                      or below `value`.
  Quantity(const Decimal& value, Unit unit, const QuantityOptions& options = {});

  /// The same from text: Quantity("7.0", "%").
  /// @throws ParseError, UnitError  when a text cannot be read.
  Quantity(std::string_view value, std::string_view unit, const QuantityOptions& options = {});

  [[nodiscard]] const Decimal& value() const noexcept { return value_; }
  [[nodiscard]] const Unit& unit() const noexcept { return unit_; }
  [[nodiscard]] Bound bound() const noexcept { return bound_; }
  [[nodiscard]] const Decimal& step() const noexcept { return step_; }
  /// Upper end of a range; empty for every other bound.
  [[nodiscard]] const std::optional<Decimal>& upper() const noexcept { return upper_; }

  /// The set of true values that print like this, in `unit()`.
  ///
  /// exact: half a step to either side, 745 -> [744.5, 745.5]. about: a whole step to either side. range: from half a
  /// step below the lower end to half a step above the upper one. at_least and more_than: [value, inf).
  /// at_most, less_than and nearly: (-inf, value]; nearly -5: [-5, inf), since a fall by nearly so much is less of one.
  [[nodiscard]] Interval interval() const;

  /// The set of outcomes that meet this figure as a target, in `unit()`.
  ///
  /// at_least 8 -> [8, inf). about 7 -> [7 - tolerance, inf) where higher is better, (-inf, 7 + tolerance] where lower
  /// is. exact and range: the same with no tolerance and the end that is easier to meet (a range promises its floor);
  /// with Direction::none the printed set itself, interval().
  /// @param tolerance  for `about`, in `unit()`; by default 0.2 for per cent (see about_tolerance_points) and one step
  ///                   for every other unit.
  [[nodiscard]] Interval target_interval(Direction direction = Direction::higher,
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
