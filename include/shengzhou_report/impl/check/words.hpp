// Where the library is header-only, check.hpp ends with definitions that need this file, so the guard stands behind it.

// What rules are made of: how far apart figures may be, and numbers in words.

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <shengzhou_report/check.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/fraction.hpp>
#include <shengzhou_report/impl/statements.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CHECK_WORDS_HPP
#define SHENGZHOU_REPORT_IMPL_CHECK_WORDS_HPP

namespace shengzhou_report::detail::rules {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

// Judgements: no source says these. What rests on one says "by convention" in its message.

/// Two incomes that differ from their printed growth by more are hardly of neighbouring years, or not of one series.
inline constexpr double same_series = 0.10;
/// A published yearly average is chained from growth on each year's scope and, of incomes, often in real terms; it and
/// the levels at the ends differ by so much a year in most reports that state both. More is worth a warning.
inline constexpr double chained = 0.03;
/// A plan is made of round figures and on an estimate of the year before, which the outcome then misses: its growth and
/// its level are often some points apart, and seldom by more than so much. More is worth a warning.
inline constexpr double planned = 0.05;
/// A quotient and its terms, where they are of different vintages, are apart by up to so much of the quotient.
inline constexpr double vintage = 0.03;
/// A figure that is restated by more of it, or by more than it, is another figure: censuses moved GDP of the country by
/// less than a fifth and that of places by less than a half.
inline constexpr double other_figure = 0.5;
/// No aggregate of a place grows by more in one year, nor falls by what that would undo.
inline constexpr double one_year = 1.0;
/// The longest span that a yearly average is looked for.
inline constexpr int longest_span = 10;

// Numbers in words.

/// To `digits` decimals, without trailing zeros.
[[nodiscard]] inline std::string fixed(double value, int digits) {
  const double scaled = value * std::pow(10.0, digits);
  // A double has no more digits, and a Decimal holds no more.
  if (!(std::abs(scaled) < 1e16)) return format_double(value);
  return to_string(Decimal(std::llround(scaled), -digits).normalized());
}

[[nodiscard]] inline std::string percent(double rate) { return fixed(100 * rate, 2) + "%"; }
[[nodiscard]] inline std::string points(double difference) { return fixed(100 * difference, 2) + " points"; }

/// An interval with so much more at both ends.
[[nodiscard]] inline Interval widened(const Interval& interval, double by) {
  return {interval.lower() - by, interval.upper() + by};
}

/// Whether two sets of printed figures share a value: as decimals do, whose ends touch where those of binary sums miss
/// each other in their last digits. No printed figure has as many.
[[nodiscard]] inline bool meet(const Interval& a, const Interval& b) {
  constexpr double digits = 1e-12;
  const auto behind = [](double upper, double lower) {
    return lower - upper > digits * std::max(std::abs(lower), std::abs(upper));
  };
  return !behind(a.upper(), b.lower()) && !behind(b.upper(), a.lower());
}

/// A level with two digits more than the figure it comes from.
[[nodiscard]] inline std::string amount(double value, const Quantity& like) {
  const int digits = std::clamp(2 - like.step().last_place().exponent(), 0, 6);
  return fixed(value, digits) + like.unit().symbol();
}

template <class Form>
[[nodiscard]] std::string range(const Interval& interval, const Form& form) {
  if (interval.lower() == interval.upper()) return form(interval.lower());
  if (std::isinf(interval.upper())) return "at least " + form(interval.lower());
  if (std::isinf(interval.lower())) return "at most " + form(interval.upper());
  return form(interval.lower()) + " to " + form(interval.upper());
}

[[nodiscard]] inline FindingNumber in_percent(std::string name, double rate, const Interval& rates) {
  return {std::move(name), 100 * rate, in_unit(rates, 100), Unit("%")};
}

[[nodiscard]] inline Interval growth_of(const Statement& statement) { return statement.quantity->rate_interval(); }
[[nodiscard]] inline double rate_of(const Statement& statement) { return statement.quantity->rate(); }
[[nodiscard]] inline double value_of(const Statement& statement) { return statement.quantity->value().to_double(); }

/// A level in the unit of `like`.
[[nodiscard]] inline Interval level_in(const Statement& level, const Statement& like) {
  const double factor = conversion_factor(level.quantity->unit(), like.quantity->unit()).to_double();
  return in_unit(level_range(level.quantity->interval()), factor);
}
[[nodiscard]] inline double value_in(const Statement& level, const Statement& like) {
  return convert(value_of(level), level.quantity->unit(), like.quantity->unit());
}

[[nodiscard]] inline bool compatible(const Statement& a, const Statement& b) {
  return a.quantity->unit().is_compatible(b.quantity->unit());
}

template <class Table>
[[nodiscard]] bool lists(const Table& table, std::string_view id) {
  return std::find(std::begin(table), std::end(table), id) != std::end(table);
}

/// "地区生产总值 2023".
[[nodiscard]] inline std::string title(const Statement& statement) {
  return statement.indicator + " " + std::to_string(year_of(statement));
}

/// Whether the statement promises incomes in step with the economy.
[[nodiscard]] inline bool is_income_in_step(const Statement& statement) {
  if (statement.trend != Trend::in_step || statement.period != Period::year) return false;
  const Indicator* known = statement.catalogued();
  if (known != nullptr) return known->topic == Topic::incomes && known->kind == Kind::flow;
  const auto has = [&](const char* word) { return statement.indicator.find(word) != std::string::npos; };
  return has("收入") && (has("居民") || has("城乡"));
}

}  // namespace shengzhou_report::detail::rules

#endif
