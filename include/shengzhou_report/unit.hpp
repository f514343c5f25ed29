#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/decimal.hpp>

namespace shengzhou_report {

/// A positive rational number numerator / denominator x 10^exponent: the exact size of a unit.
/// 亿元 is 1 x 10^8 yuan; one 亩 is 2/3 x 10^3 square metres.
struct Scale {
  std::int64_t numerator = 1;    ///< positive
  std::int64_t denominator = 1;  ///< positive
  int exponent = 0;              ///< of ten

  [[nodiscard]] double to_double() const;  ///< the nearest double
  friend bool operator==(const Scale&, const Scale&) = default;
};

/// One factor of a dimension: "m" squared.
struct DimensionFactor {
  std::string name;  ///< of the base dimension: "m"
  int exponent = 1;  ///< negative below the line
  friend bool operator==(const DimensionFactor&, const DimensionFactor&) = default;
  // Not defaulted: strings have no <=> in libc++ before 16.
  friend std::strong_ordering operator<=>(const DimensionFactor& a, const DimensionFactor& b) {
    const int names = a.name.compare(b.name);
    return names != 0 ? names <=> 0 : a.exponent <=> b.exponent;
  }
};

/// A product of base dimensions in the order of their names: metres, yuan, persons, and every counter word by itself.
using Dimension = std::vector<DimensionFactor>;

/// "CNY", "kg*m^-3", "家"; "1" for a pure number.
[[nodiscard]] std::string to_string(const Dimension& dimension);

/// A unit read from its printed form at run time: dimension, exact scale and symbol.
///
/// Understands Chinese magnitudes (十 百 千 万 亿 and their products), quotients (微克/立方米, 元/月), products
/// (千瓦·小时), full-width forms (％) and English abbreviations in any case (kW, KWh). Per cent and percentage points
/// have different dimensions, so 7 % and 7 个百分点 never mix. A Chinese word that no table lists (趟, 眼, 批次) is a
/// counter: a dimension of its own that keeps its word. So is 番, which counts doublings: 2 番 are a factor of 4, 3 番
/// of 8, and no factor converts them into 倍; `doublings` (growth.hpp) and 翻两番 in a text do.
///
/// Equality compares dimension and scale: Unit("平米") == Unit("平方米"), Unit("名") == Unit("人"). Copies share
/// immutable data and are cheap.
class Unit {
 public:
  /// The unit of a pure number; its symbol is empty.
  Unit();

  /// Reads a unit as printed: "亿元", "万吨标煤", "个百分点", "元/月"; an empty text is the pure number.
  /// @throws UnitError  when `text` is no unit: digits, punctuation, unknown Latin letters, a dangling "/".
  explicit Unit(std::string_view text);

  /// The unit as printed, without surrounding space.
  [[nodiscard]] const std::string& symbol() const noexcept;
  /// The unit without Chinese magnitudes: 元 for 亿元, 亩 for 万亩, 元/人 for 亿元/万人.
  [[nodiscard]] Unit base() const;
  /// Power of ten of the Chinese magnitudes: 8 for 亿元, so that a value in this unit is value x 10^8 in base().
  [[nodiscard]] int magnitude() const noexcept;
  [[nodiscard]] const Dimension& dimension() const noexcept;  ///< what it measures; values of one dimension convert
  /// Size in coherent units of the dimension.
  [[nodiscard]] const Scale& scale() const noexcept;

  /// Whether values convert: same dimension.
  [[nodiscard]] bool is_compatible(const Unit& other) const noexcept;
  /// Whether this is a share, multiple or rate of a whole: %, ‰, 成, 倍.
  [[nodiscard]] bool is_ratio() const noexcept;
  /// Whether this is a difference of two percentages: 个百分点.
  [[nodiscard]] bool is_point() const noexcept;

  friend bool operator==(const Unit& a, const Unit& b) noexcept;
  friend Unit operator*(const Unit& a, const Unit& b);
  friend Unit operator/(const Unit& a, const Unit& b);

 private:
  struct Data;
  explicit Unit(std::shared_ptr<const Data> data);
  static std::shared_ptr<const Data> read(std::string_view text);
  static std::shared_ptr<const Data> combine(const Data& a, const Data& b, int power);

  std::shared_ptr<const Data> data_;
};

/// Number of `to` in one `from`, as an exact fraction: 亿元 to 万元 gives 1 x 10^4.
/// @throws UnitError  when the dimensions differ; the message names both units.
[[nodiscard]] Scale conversion_factor(const Unit& from, const Unit& to);

/// `value` measured in `from`, expressed in `to`. Exact when the result is a finite decimal of at most 18 digits;
/// else (亩 to 平方米: 2000/3) rounded half to even at 17 digits.
/// @throws UnitError  when the dimensions differ.
[[nodiscard]] Decimal convert(const Decimal& value, const Unit& from, const Unit& to);
/// The same by the factor that `conversion_factor` gave, for many values of one unit.
[[nodiscard]] Decimal convert(const Decimal& value, const Scale& factor);
/// `value` times the conversion factor, in double precision.
[[nodiscard]] double convert(double value, const Unit& from, const Unit& to);

/// The unit as printed.
[[nodiscard]] std::string to_string(const Unit& unit);
std::ostream& operator<<(std::ostream& out, const Unit& unit);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Unit> {
  std::size_t operator()(const shengzhou_report::Unit& unit) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/unit.ipp>
#endif
