#pragma once

#include <limits>
#include <ostream>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/quantity.hpp>

namespace shengzhou_report {

namespace detail {

[[nodiscard]] inline Unit fraction_unit(const Unit& unit) {
  if (unit.is_ratio()) return Unit("倍");
  // A percentage point is a hundredth of the fraction's unit; 100 of them are the whole.
  if (unit.is_point()) return Unit("百个百分点");
  throw UnitError("a rate needs a unit of ratio (%, ‰, 倍) or percentage points, not " + detail::quoted(unit.symbol()));
}

/// value + part x step: exact up to the last rounding as long as 18 digits hold the sum (745 - 0.5), else in double
/// precision (a step of 2000/3 square metres, after a conversion from 亩).
[[nodiscard]] inline double offset(const Decimal& value, const Decimal& step, const Decimal& part) {
  try {
    return (value + step * part).to_double();
  } catch (const DomainError&) {
    return value.to_double() + step.to_double() * part.to_double();
  }
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE Decimal about_tolerance_points() { return {2, -1}; }

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
      return {detail::offset(value_, step_, -1), detail::offset(value_, step_, 1)};
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

SHENGZHOU_REPORT_INLINE Interval Quantity::target_interval(Direction direction,
                                                           const std::optional<Decimal>& tolerance) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const bool one_sided = bound_ == Bound::exact || bound_ == Bound::about || bound_ == Bound::range;
  if (!one_sided) return interval();
  Decimal slack = 0;
  if (bound_ == Bound::about) {
    const bool percent = unit_.is_ratio() && unit_ == Unit("%");
    slack = tolerance.value_or(percent ? about_tolerance_points() : step_);
    if (slack < Decimal(0)) throw DomainError("tolerance = " + to_string(slack) + " must not be negative");
  }
  switch (direction) {
    case Direction::higher:
      return {detail::offset(value_, slack, -1), infinity};
    case Direction::lower:
      return {-infinity, detail::offset(upper_.value_or(value_), slack, 1)};
    case Direction::none:
      break;
  }
  if (bound_ == Bound::about) return {detail::offset(value_, slack, -1), detail::offset(value_, slack, 1)};
  return interval();
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
