#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/fraction.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/quantity.hpp>

namespace shengzhou_report {

namespace detail {

/// value + part x step: exact up to the last rounding as long as 18 digits hold the sum (745 - 0.5), else in double
/// precision (a step of 2000/3 square metres, after a conversion from 亩).
[[nodiscard]] inline double offset(const Decimal& value, const Decimal& step, const Decimal& part) {
  try {
    return (value + step * part).to_double();
  } catch (const DomainError&) {
    return value.to_double() + step.to_double() * part.to_double();
  }
}

/// a x b, rounded where 18 digits do not hold it; 0 where it is too small for a decimal.
[[nodiscard]] inline Decimal scaled(const Decimal& a, const Decimal& b) {
  try {
    return a * b;
  } catch (const DomainError&) {
    constexpr double smallest = 1e-60;
    const double product = a.to_double() * b.to_double();
    return std::abs(product) < smallest ? Decimal(0) : Decimal::from_double(product);
  }
}

[[nodiscard]] inline Interval around(const Decimal& value, const Decimal& half_width) {
  return {offset(value, half_width, -1), offset(value, half_width, 1)};
}

/// A set of numbers whose ends may be left out.
struct OpenInterval {
  Interval closure;
  bool lower_open = false;
  bool upper_open = false;
};

/// What prints like a figure, as far as a reader of it judges: what is printed without a bound is that number.
[[nodiscard]] inline OpenInterval printed_set(const Quantity& figure) {
  const double value = figure.value().to_double();
  switch (figure.bound()) {
    case Bound::exact:
    case Bound::about:
      return {value};
    case Bound::range:
      return {{value, figure.upper()->to_double()}};
    default:
      break;
  }
  const Interval set = figure.interval();
  const bool strict = figure.bound() != Bound::at_least && figure.bound() != Bound::at_most;
  return {set, strict, strict};
}

/// Whether the numbers of `set` lie in `wanted`: all, some, or none of them.
[[nodiscard]] inline Certainty within(const OpenInterval& set, const OpenInterval& wanted) noexcept {
  // Ends come from decimals, sometimes through a conversion.
  const auto close = [](double a, double b) {
    return std::isfinite(a) && std::isfinite(b) && std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
  };
  const auto before = [&](double a, double b) { return a < b && !close(a, b); };
  const auto same = [&](double a, double b) { return a == b || close(a, b); };
  const auto [low, high] = std::pair(set.closure.lower(), set.closure.upper());
  const auto [least, most] = std::pair(wanted.closure.lower(), wanted.closure.upper());
  const bool low_fits = before(least, low) || (same(least, low) && (!wanted.lower_open || set.lower_open));
  const bool high_fits = before(high, most) || (same(high, most) && (!wanted.upper_open || set.upper_open));
  if (low_fits && high_fits) return Certainty::certain;
  const bool below = before(high, least) || (same(high, least) && (wanted.lower_open || set.upper_open));
  const bool above = before(most, low) || (same(most, low) && (wanted.upper_open || set.lower_open));
  return below || above ? Certainty::no : Certainty::possible;
}

[[nodiscard]] inline Certainty is_met(const Quantity& target, const OpenInterval& outcome, Direction direction,
                                      const std::optional<Decimal>& tolerance) {
  if (direction == Direction::none) {
    const Certainty higher = is_met(target, outcome, Direction::higher, tolerance);
    return higher == is_met(target, outcome, Direction::lower, tolerance) ? higher : Certainty::possible;
  }
  return within(outcome, {target.target_interval(direction, tolerance), target.bound() == Bound::more_than,
                          target.bound() == Bound::less_than});
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE Decimal about_tolerance_points() { return {2, -1}; }
SHENGZHOU_REPORT_INLINE Decimal about_tolerance_share() { return {25, -3}; }

SHENGZHOU_REPORT_INLINE Decimal printed_step(const Decimal& value, const std::optional<Decimal>& upper) {
  if (upper) return std::min(printed_step(value), printed_step(*upper));
  constexpr std::int64_t one_digit = 10;
  std::int64_t rest = std::abs(value.mantissa());
  int zeros = 0;
  if (value.exponent() == 0) {
    for (; rest % 10 == 0 && rest / 10 >= one_digit; rest /= 10) ++zeros;
  }
  return value.last_place().shifted(zeros >= 2 ? zeros : 0);
}

SHENGZHOU_REPORT_INLINE Quantity::Quantity(const Decimal& value, Unit unit, const QuantityOptions& options)
    : value_(value),
      step_(options.step.value_or(value.last_place())),
      upper_(options.upper),
      unit_(std::move(unit)),
      bound_(options.bound) {
  if (step_ <= Decimal(0)) throw DomainError("step = " + to_string(step_) + " must be positive");
  if ((bound_ == Bound::range) != upper_.has_value()) {
    throw DomainError(upper_ ? "upper = " + to_string(*upper_) + " belongs to the bound range alone"
                             : "a range needs its upper end");
  }
  if (upper_ && *upper_ < value_) {
    throw DomainError("upper = " + to_string(*upper_) + " lies below value = " + to_string(value_));
  }
}

SHENGZHOU_REPORT_INLINE Quantity::Quantity(std::string_view value, std::string_view unit,
                                           const QuantityOptions& options)
    : Quantity(Decimal::parse(value), Unit(unit), options) {}

SHENGZHOU_REPORT_INLINE Interval Quantity::interval() const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const Decimal half(5, -1);
  switch (bound_) {
    case Bound::exact:
      return {detail::offset(value_, step_, -half), detail::offset(value_, step_, half)};
    case Bound::about:
      return detail::around(value_, std::max(about_tolerance(), detail::scaled(step_, half)));
    case Bound::range:
      return {detail::offset(value_, step_, -half), detail::offset(*upper_, step_, half)};
    case Bound::at_least:
    case Bound::more_than:
      return {value_.to_double(), infinity};
    case Bound::at_most:
    case Bound::less_than:
      return {-infinity, value_.to_double()};
    case Bound::nearly:
      // A fall by nearly 5 % is less of a fall.
      if (value_ < Decimal(0)) return {value_.to_double(), infinity};
      return {-infinity, value_.to_double()};
  }
  return {-infinity, infinity};
}

SHENGZHOU_REPORT_INLINE Decimal Quantity::about_tolerance() const {
  const Decimal size = value_ < Decimal(0) ? -value_ : value_;
  const Decimal share = detail::scaled(size, about_tolerance_share()).normalized();
  if (!unit_.is_ratio() && !unit_.is_point()) return share;
  const Unit hundredth(unit_.is_ratio() ? "%" : "个百分点");
  const Decimal points = convert(about_tolerance_points(), hundredth, unit_);
  return std::max(share, std::min(points, detail::scaled(size, Decimal(5, -1))));
}

SHENGZHOU_REPORT_INLINE Interval Quantity::target_interval(Direction direction,
                                                           const std::optional<Decimal>& tolerance) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const bool near = bound_ == Bound::about || bound_ == Bound::nearly;
  if (!near && bound_ != Bound::exact && bound_ != Bound::range) return interval();
  const Decimal slack = near ? tolerance.value_or(about_tolerance()) : Decimal(0);
  if (slack < Decimal(0)) throw DomainError("tolerance = " + to_string(slack) + " must not be negative");
  const double least = detail::offset(value_, slack, -1);
  const double most = detail::offset(upper_.value_or(value_), slack, 1);
  switch (direction) {
    case Direction::higher:
      return {least, infinity};
    case Direction::lower:
      return {near && value_ > Decimal(0) ? 0 : -infinity, most};
    case Direction::none:
      break;
  }
  return {least, most};
}

SHENGZHOU_REPORT_INLINE Certainty Quantity::is_met_by(const Quantity& outcome, Direction direction,
                                                      const std::optional<Decimal>& tolerance) const {
  return detail::is_met(*this, detail::printed_set(outcome.to(unit_)), direction, tolerance);
}

SHENGZHOU_REPORT_INLINE Certainty Quantity::is_met_by(double outcome, Direction direction,
                                                      const std::optional<Decimal>& tolerance) const {
  return detail::is_met(*this, {outcome}, direction, tolerance);
}

SHENGZHOU_REPORT_INLINE double Quantity::rate() const {
  return convert(value_, unit_, detail::fraction_unit(unit_)).to_double();
}

SHENGZHOU_REPORT_INLINE Interval Quantity::rate_interval() const { return to(detail::fraction_unit(unit_)).interval(); }

SHENGZHOU_REPORT_INLINE Quantity Quantity::to(const Unit& unit) const {
  const auto converted = [&](const Decimal& value) { return convert(value, unit_, unit); };
  return {converted(value_),
          unit,
          {.bound = bound_,
           .step = converted(step_),
           .upper = upper_ ? std::optional<Decimal>(converted(*upper_)) : std::nullopt}};
}

SHENGZHOU_REPORT_INLINE bool operator==(const Quantity& a, const Quantity& b) noexcept {
  return a.value_ == b.value_ && a.step_ == b.step_ && a.upper_ == b.upper_ && a.unit_ == b.unit_ &&
         a.bound_ == b.bound_;
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Quantity& quantity) {
  const auto sign = [&]() -> const char* {
    switch (quantity.bound()) {
      case Bound::about:
        return "≈";
      case Bound::at_least:
        return "≥";
      case Bound::more_than:
        return ">";
      case Bound::at_most:
        return "≤";
      case Bound::less_than:
        return "<";
      case Bound::nearly:
        return "≲";
      default:
        return "";
    }
  };
  std::string text = sign() + to_string(quantity.value());
  if (quantity.upper()) text += "–" + to_string(*quantity.upper());
  return text + quantity.unit().symbol();
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Quantity& quantity) {
  return out << to_string(quantity);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Quantity>::operator()(
    const shengzhou_report::Quantity& quantity) const noexcept {
  namespace sr = shengzhou_report;
  std::size_t seed = std::hash<sr::Decimal>{}(quantity.value());
  seed = sr::detail::hash_combine(seed, std::hash<sr::Decimal>{}(quantity.step()));
  seed = sr::detail::hash_combine(seed, std::hash<sr::Decimal>{}(quantity.upper().value_or(sr::Decimal(0))));
  seed = sr::detail::hash_combine(seed, std::hash<sr::Unit>{}(quantity.unit()));
  return sr::detail::hash_combine(seed, static_cast<std::size_t>(quantity.bound()));
}
