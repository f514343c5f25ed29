#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <locale>
#include <ostream>
#include <sstream>

#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/utf8.hpp>

namespace shengzhou_report {

namespace detail {

/// The mantissa of `value` when written with the smaller exponent `exponent`.
[[nodiscard]] inline std::int64_t mantissa_at(const Decimal& value, int exponent) {
  if (value.mantissa() == 0) return 0;
  const int power = value.exponent() - exponent;
  if (power > decimal_digits) throw_decimal_overflow();
  return multiply(value.mantissa(), integer_power_of_ten(power));
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE Decimal::Decimal(std::int64_t mantissa, int exponent)
    : mantissa_(mantissa), exponent_(exponent) {
  if (mantissa <= -detail::decimal_limit || mantissa >= detail::decimal_limit) detail::throw_decimal_overflow();
  if (exponent < -detail::decimal_exponent_limit || exponent > detail::decimal_exponent_limit) {
    throw DomainError("decimal exponent " + std::to_string(exponent) + " lies outside [-64, 64]");
  }
}

SHENGZHOU_REPORT_INLINE Decimal Decimal::parse(std::string_view text) {
  std::size_t at = 0;
  const auto fail = [&](const char* why) -> ParseError {
    return {detail::in_quotes(text) + " is not a decimal number: " + why, static_cast<std::int64_t>(at)};
  };
  const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };

  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;

  std::int64_t mantissa = 0;
  int exponent = 0;
  bool any = false;
  const auto read_digits = [&](int step) {
    for (; digit(); ++at) {
      any = true;
      if (mantissa >= detail::decimal_limit / 10) throw fail("it has more than 18 digits");
      mantissa = mantissa * 10 + (text[at] - '0');
      exponent += step;
    }
  };
  read_digits(0);
  if (!any) throw fail("a digit is missing");
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digit()) throw fail("a digit must follow the decimal point");
    // Every digit behind the point lowers the exponent, so more than 64 of them are nonsense, not precision.
    read_digits(-1);
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at + 1 < text.size() && text[at] == '+' && text[at + 1] != '-') ++at;
    int power = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), power);
    constexpr int limit = 2 * detail::decimal_exponent_limit;  // digits behind the point may bring it back in range
    if (error != std::errc{} || power < -limit || power > limit) throw fail("the exponent is no number in range");
    at = static_cast<std::size_t>(end - text.data());
    exponent += power;
  }
  if (at != text.size()) throw fail("only digits, one point and a sign may occur");
  if (std::abs(exponent) > detail::decimal_exponent_limit) throw fail("it lies beyond 10^-64 or 10^64");
  return {negative ? -mantissa : mantissa, exponent};
}

SHENGZHOU_REPORT_INLINE Decimal Decimal::from_double(double value) {
  if (!std::isfinite(value)) throw DomainError("value = " + detail::format_double(value) + " is not a finite number");
  // Above 2^53 the plain form prints every digit of the binary number, more than the shortest that reads back.
  const bool plain = std::abs(value) < 0x1p53;
  char buffer[32];
  const auto end = plain ? std::to_chars(buffer, buffer + sizeof buffer, value).ptr
                         : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  try {
    return parse({buffer, static_cast<std::size_t>(end - buffer)});
  } catch (const ParseError&) {
    throw DomainError("value = " + detail::format_double(value) + " lies beyond 10^-64 or 10^64");
  }
}

SHENGZHOU_REPORT_INLINE double Decimal::to_double() const {
  // 2^53 and 10^22 are exact doubles, so one division or multiplication rounds correctly (Clinger 1990).
  constexpr std::int64_t exact_mantissa = std::int64_t{1} << 53;
  constexpr int exact_power = 22;
  if (std::abs(mantissa_) <= exact_mantissa && std::abs(exponent_) <= exact_power) {
    double power = 1.0;
    for (int i = 0; i < std::abs(exponent_); ++i) power *= 10.0;
    const auto mantissa = static_cast<double>(mantissa_);
    return exponent_ < 0 ? mantissa / power : mantissa * power;
  }
  std::istringstream in(to_string(*this));
  in.imbue(std::locale::classic());
  double value = 0.0;
  in >> value;
  return value;
}

SHENGZHOU_REPORT_INLINE Decimal Decimal::shifted(int power) const {
  // Twice the limit leads from one end of the range to the other; more would only overflow the sum.
  constexpr int most = 2 * detail::decimal_exponent_limit;
  if (power < -most || power > most) throw DomainError("power = " + std::to_string(power) + " shifts beyond [-64, 64]");
  return {mantissa_, exponent_ + power};
}

SHENGZHOU_REPORT_INLINE Decimal Decimal::normalized() const noexcept {
  Decimal result = *this;
  if (result.mantissa_ == 0) return {};
  for (; result.mantissa_ % 10 == 0; ++result.exponent_) result.mantissa_ /= 10;
  return result;
}

SHENGZHOU_REPORT_INLINE bool operator==(const Decimal& a, const Decimal& b) noexcept {
  const Decimal x = a.normalized();
  const Decimal y = b.normalized();
  return x.mantissa_ == y.mantissa_ && x.exponent_ == y.exponent_;
}

SHENGZHOU_REPORT_INLINE std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
  const auto sign = [](const Decimal& d) { return (d.mantissa_ > 0) - (d.mantissa_ < 0); };
  if (sign(a) != sign(b) || sign(a) == 0) return sign(a) <=> sign(b);
  // Same sign: the number with the higher leading digit is farther from zero; else align the digits, which fits
  // because both have at most 18 of them from the same leading place on.
  Decimal x = a.normalized();
  Decimal y = b.normalized();
  const auto digits = [](const Decimal& d) {
    int count = 0;
    for (std::int64_t rest = d.mantissa_; rest != 0; rest /= 10) ++count;
    return count;
  };
  const int lead_x = digits(x) + x.exponent_;
  const int lead_y = digits(y) + y.exponent_;
  if (lead_x != lead_y) return sign(a) > 0 ? lead_x <=> lead_y : lead_y <=> lead_x;
  const int exponent = std::min(x.exponent_, y.exponent_);
  x.mantissa_ *= detail::integer_power_of_ten(x.exponent_ - exponent);
  y.mantissa_ *= detail::integer_power_of_ten(y.exponent_ - exponent);
  return x.mantissa_ <=> y.mantissa_;
}

SHENGZHOU_REPORT_INLINE Decimal operator-(const Decimal& a) { return {-a.mantissa(), a.exponent()}; }

SHENGZHOU_REPORT_INLINE Decimal operator+(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent(), b.exponent());
  return {detail::mantissa_at(a, exponent) + detail::mantissa_at(b, exponent), exponent};
}

SHENGZHOU_REPORT_INLINE Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

SHENGZHOU_REPORT_INLINE Decimal operator*(const Decimal& a, const Decimal& b) {
  return {detail::multiply(a.mantissa(), b.mantissa()), a.exponent() + b.exponent()};
}

SHENGZHOU_REPORT_INLINE Decimal round(const Decimal& value, const Decimal& step, Rounding rounding) {
  const Decimal unit = step.normalized();
  if (unit.mantissa() != 1) throw DomainError("step = " + to_string(step) + " is not a power of ten");
  const int drop = unit.exponent() - value.exponent();
  if (drop <= 0) return {detail::mantissa_at(value, unit.exponent()), unit.exponent()};
  if (drop > detail::decimal_digits) return {0, unit.exponent()};
  const std::int64_t divisor = detail::integer_power_of_ten(drop);
  std::int64_t quotient = value.mantissa() / divisor;
  const std::int64_t rest = std::abs(value.mantissa() % divisor);
  const std::int64_t half = divisor / 2;
  if (rest > half || (rest == half && (rounding == Rounding::half_up || quotient % 2 != 0))) {
    quotient += value.mantissa() < 0 ? -1 : 1;
  }
  return {quotient, unit.exponent()};
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Decimal& value) {
  std::string digits = std::to_string(std::abs(value.mantissa()));
  const int exponent = value.exponent();
  if (exponent > 0 && value.mantissa() != 0) digits.append(static_cast<std::size_t>(exponent), '0');
  if (exponent < 0) {
    const auto decimals = static_cast<std::size_t>(-exponent);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return (value.mantissa() < 0 ? "-" : "") + digits;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Decimal& value) {
  return out << to_string(value);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Decimal>::operator()(
    const shengzhou_report::Decimal& value) const noexcept {
  const shengzhou_report::Decimal normal = value.normalized();
  return shengzhou_report::detail::hash_combine(std::hash<std::int64_t>{}(normal.mantissa()),
                                                std::hash<int>{}(normal.exponent()));
}
