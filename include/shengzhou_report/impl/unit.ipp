#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <ostream>
#include <utility>

#include <shengzhou_report/data/units.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/magnitude.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/unit.hpp>

namespace shengzhou_report {

struct Unit::Data {
  std::string symbol;
  std::string base_symbol;
  int magnitude = 0;
  Dimension dimension;
  Scale scale;
};

namespace detail {

// Longer words are sentences, not units; the longest unit in 287 reports has four characters (个工作日).
inline constexpr std::size_t longest_counter = 6;

/// Digits in Chinese characters begin a number, never a counter.
[[nodiscard]] constexpr bool is_han_digit(char32_t character) noexcept {
  return std::u32string_view(U"零一二三四五六七八九两半第").find(character) != std::u32string_view::npos;
}

[[nodiscard]] inline Scale normalized(Scale scale) {
  for (; scale.numerator % 10 == 0; ++scale.exponent) scale.numerator /= 10;
  const std::int64_t divisor = std::gcd(scale.numerator, scale.denominator);
  scale.numerator /= divisor;
  scale.denominator /= divisor;
  for (; scale.denominator % 10 == 0; --scale.exponent) scale.denominator /= 10;
  // A denominator of twos or fives alone is a finite decimal: 1/5 is 2 x 10^-1.
  for (; scale.denominator % 2 == 0; --scale.exponent)
    scale.denominator /= 2, scale.numerator = multiply(scale.numerator, 5);
  for (; scale.denominator % 5 == 0; --scale.exponent)
    scale.denominator /= 5, scale.numerator = multiply(scale.numerator, 2);
  for (; scale.numerator % 10 == 0; ++scale.exponent) scale.numerator /= 10;
  return scale;
}

/// a * b^power for power 1 or -1.
[[nodiscard]] inline Scale combine(const Scale& a, const Scale& b, int power) {
  const Scale factor = power > 0 ? b : Scale{b.denominator, b.numerator, -b.exponent};
  const Scale reduced_a = normalized({a.numerator, factor.denominator, a.exponent});
  const Scale reduced_b = normalized({factor.numerator, a.denominator, factor.exponent});
  return normalized({multiply(reduced_a.numerator, reduced_b.numerator),
                     multiply(reduced_a.denominator, reduced_b.denominator), reduced_a.exponent + reduced_b.exponent});
}

[[nodiscard]] inline Dimension combine(const Dimension& a, const Dimension& b, int power) {
  std::map<std::string, int> exponents;
  for (const auto& factor : a) exponents[factor.name] += factor.exponent;
  for (const auto& factor : b) exponents[factor.name] += power * factor.exponent;
  Dimension result;
  for (const auto& [name, exponent] : exponents) {
    if (exponent != 0) result.push_back({name, exponent});
  }
  return result;
}

/// Reads the notation of data/units.hpp: "m^2", "W*s".
[[nodiscard]] inline Dimension parse_dimension(std::string_view text) {
  Dimension result;
  while (!text.empty()) {
    const std::size_t star = std::min(text.find('*'), text.size());
    std::string_view factor = text.substr(0, star);
    text.remove_prefix(std::min(star + 1, text.size()));
    const std::size_t caret = factor.find('^');
    const int exponent = caret == std::string_view::npos ? 1 : factor[caret + 1] - '0';
    result = combine(result, {{std::string(factor.substr(0, caret)), exponent}}, 1);
  }
  return result;
}

[[nodiscard]] inline const data::UnitRow* find_unit_row(std::string_view word) noexcept {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto same = [&](std::string_view symbol) {
    return std::equal(word.begin(), word.end(), symbol.begin(), symbol.end(),
                      [&](char a, char b) { return lower(a) == b; });
  };
  const auto* row = std::find_if(std::begin(data::units), std::end(data::units),
                                 [&](const data::UnitRow& r) { return same(r.symbol); });
  return row == std::end(data::units) ? nullptr : row;
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE double Scale::to_double() const {
  // One correctly rounded decimal and at most one more rounding for the rare denominator 3.
  return Decimal(numerator, exponent).to_double() / static_cast<double>(denominator);
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Dimension& dimension) {
  std::string text;
  for (const auto& factor : dimension) {
    if (!text.empty()) text += '*';
    text += factor.name;
    if (factor.exponent != 1) text += '^' + std::to_string(factor.exponent);
  }
  return text.empty() ? "1" : text;
}

SHENGZHOU_REPORT_INLINE std::shared_ptr<const Unit::Data> Unit::read(std::string_view text) {
  const auto fail = [&](const std::string& why) -> UnitError {
    return UnitError(detail::in_quotes(text) + " is not a unit: " + why);
  };
  if (text.size() > 256) throw fail("it is longer than 256 bytes");

  // One simple unit: magnitudes, then a word of the table or a counter.
  const auto read_word = [&](std::u32string_view word) -> Data {
    const auto utf8 = [](std::u32string_view characters) {
      std::string out;
      for (const char32_t character : characters) detail::append_utf8(out, character);
      return out;
    };
    Data data;
    data.symbol = utf8(word);
    std::size_t prefix = 0;
    int magnitude = 0;
    const data::UnitRow* row = nullptr;
    // The shortest magnitude that leaves a known word wins: 万千瓦 is 万 x 千瓦, and 千伏 has no magnitude.
    while (true) {
      row = detail::find_unit_row(utf8(word.substr(prefix)));
      const int next = prefix < word.size() ? detail::magnitude_of(word[prefix]) : 0;
      if (row != nullptr || next == 0) break;
      magnitude += next;
      ++prefix;
    }
    if (magnitude > detail::largest_magnitude) throw fail("its magnitude exceeds 10^16");
    const std::u32string_view stem = word.substr(prefix);
    data.base_symbol = utf8(stem);
    data.magnitude = magnitude;
    if (row != nullptr) {
      data.dimension = detail::parse_dimension(row->dimension);
      data.scale = {row->numerator, row->denominator, row->exponent + magnitude};
    } else {
      if (stem.size() > detail::longest_counter) throw fail("a counter has at most six characters");
      if (!std::all_of(stem.begin(), stem.end(), detail::is_han)) {
        throw fail(detail::in_quotes(data.base_symbol) + " is neither a known unit nor a Chinese counter");
      }
      if (!stem.empty() && detail::is_han_digit(stem.front())) throw fail("a counter does not begin with a digit");
      if (!stem.empty()) data.dimension = {{data.base_symbol, 1}};
      data.scale.exponent = magnitude;
    }
    data.scale = detail::normalized(data.scale);
    return data;
  };

  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint point = detail::decode(text, at);
    if (point.length == 0) throw fail("it is not UTF-8");
    characters.push_back(detail::usual_form(point.value));
    at += point.length;
  }
  std::u32string_view rest = characters;
  while (!rest.empty() && detail::is_space(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && detail::is_space(rest.back())) rest.remove_suffix(1);
  if (rest.empty()) return std::make_shared<const Data>();

  std::optional<Data> result;
  for (int power = 1; true;) {
    const std::size_t operation = std::min(rest.find_first_of(U"/·*"), rest.size());
    const std::u32string_view word = rest.substr(0, operation);
    if (word.empty() && !(power > 0 && !result && operation < rest.size() && rest[operation] == U'/')) {
      throw fail("a unit is missing beside '/' or '·'");
    }
    const Data factor = read_word(word);
    result = result ? *combine(*result, factor, power) : factor;
    if (operation == rest.size()) break;
    power = rest[operation] == U'/' ? -1 : 1;
    rest.remove_prefix(operation + 1);
  }
  return std::make_shared<const Data>(std::move(*result));
}

SHENGZHOU_REPORT_INLINE std::shared_ptr<const Unit::Data> Unit::combine(const Data& a, const Data& b, int power) {
  const auto join = [power](const std::string& left, const std::string& right) {
    if (right.empty()) return left;
    if (power > 0 && left.empty()) return right;
    // a / (b/c) and a / (b·c) would need brackets, which printed units do not have: write every factor's own sign.
    std::string flipped = right;
    if (power < 0) {
      std::string out;
      for (std::size_t at = 0; at < right.size();) {
        const detail::CodePoint point = detail::decode(right, at);
        if (point.value == U'/') {
          out += "·";
        } else if (point.value == U'·' || point.value == U'*') {
          out += "/";
        } else {
          out.append(right, at, point.length);
        }
        at += point.length;
      }
      flipped = out;
      if (flipped.starts_with("·")) return left.empty() ? flipped.substr(std::string_view("·").size()) : left + flipped;
    }
    if (power > 0 && flipped.starts_with("/")) return left + flipped;
    return left + (power > 0 ? "·" : "/") + flipped;
  };
  Data data;
  data.symbol = join(a.symbol, b.symbol);
  data.base_symbol = join(a.base_symbol, b.base_symbol);
  data.magnitude = a.magnitude + power * b.magnitude;
  data.dimension = detail::combine(a.dimension, b.dimension, power);
  const auto too_far = [&] {
    return UnitError("the size of " + detail::in_quotes(data.symbol) + " cannot be held exactly");
  };
  try {
    data.scale = detail::combine(a.scale, b.scale, power);
  } catch (const DomainError&) {
    throw too_far();
  }
  if (std::abs(data.scale.exponent) > detail::decimal_exponent_limit) throw too_far();
  return std::make_shared<const Data>(std::move(data));
}

SHENGZHOU_REPORT_INLINE Unit::Unit() {
  static const auto one = std::make_shared<const Data>();
  data_ = one;
}

SHENGZHOU_REPORT_INLINE Unit::Unit(std::string_view text) : data_(read(text)) {}

SHENGZHOU_REPORT_INLINE Unit::Unit(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

SHENGZHOU_REPORT_INLINE const std::string& Unit::symbol() const noexcept { return data_->symbol; }
SHENGZHOU_REPORT_INLINE int Unit::magnitude() const noexcept { return data_->magnitude; }
SHENGZHOU_REPORT_INLINE const Dimension& Unit::dimension() const noexcept { return data_->dimension; }
SHENGZHOU_REPORT_INLINE const Scale& Unit::scale() const noexcept { return data_->scale; }

SHENGZHOU_REPORT_INLINE Unit Unit::base() const {
  if (data_->symbol == data_->base_symbol) return *this;
  auto base = std::make_shared<Data>(*data_);
  base->symbol = base->base_symbol;
  base->scale.exponent -= base->magnitude;
  base->magnitude = 0;
  return Unit(std::shared_ptr<const Data>(std::move(base)));
}

SHENGZHOU_REPORT_INLINE bool Unit::is_compatible(const Unit& other) const noexcept {
  return data_ == other.data_ || data_->dimension == other.data_->dimension;
}

SHENGZHOU_REPORT_INLINE bool Unit::is_ratio() const noexcept {
  return data_->dimension.size() == 1 && data_->dimension.front() == DimensionFactor{"ratio", 1};
}

SHENGZHOU_REPORT_INLINE bool Unit::is_point() const noexcept {
  return data_->dimension.size() == 1 && data_->dimension.front() == DimensionFactor{"point", 1};
}

SHENGZHOU_REPORT_INLINE bool operator==(const Unit& a, const Unit& b) noexcept {
  return a.data_ == b.data_ || (a.data_->dimension == b.data_->dimension && a.data_->scale == b.data_->scale);
}

SHENGZHOU_REPORT_INLINE Unit operator*(const Unit& a, const Unit& b) {
  return Unit(Unit::combine(*a.data_, *b.data_, 1));
}

SHENGZHOU_REPORT_INLINE Unit operator/(const Unit& a, const Unit& b) {
  return Unit(Unit::combine(*a.data_, *b.data_, -1));
}

SHENGZHOU_REPORT_INLINE Scale conversion_factor(const Unit& from, const Unit& to) {
  if (!from.is_compatible(to)) {
    throw UnitError("cannot convert " + detail::in_quotes(from.symbol()) + " (" + to_string(from.dimension()) +
                    ") to " + detail::in_quotes(to.symbol()) + " (" + to_string(to.dimension()) + ")");
  }
  return detail::combine(from.scale(), to.scale(), -1);
}

SHENGZHOU_REPORT_INLINE Decimal convert(const Decimal& value, const Scale& factor) {
  if (factor.denominator == 1) return value * Decimal(factor.numerator, factor.exponent);
  const Decimal product = value * Decimal(factor.numerator, 0);
  if (product.mantissa() % factor.denominator == 0) {
    return Decimal(product.mantissa() / factor.denominator, product.exponent()).shifted(factor.exponent);
  }
  // Divide by hand, digit by digit, until 17 of them stand; the last one is rounded half to even.
  const std::int64_t mantissa = std::abs(product.mantissa());
  int exponent = product.exponent() + factor.exponent;
  constexpr std::int64_t full = detail::integer_power_of_ten(detail::decimal_digits - 2);
  std::int64_t quotient = mantissa / factor.denominator;
  std::int64_t rest = mantissa % factor.denominator;
  for (; quotient < full; --exponent) {
    if (rest > std::numeric_limits<std::int64_t>::max() / 10) detail::throw_decimal_overflow();
    rest *= 10;
    quotient = quotient * 10 + rest / factor.denominator;
    rest %= factor.denominator;
  }
  if (2 * rest > factor.denominator || (2 * rest == factor.denominator && quotient % 2 != 0)) ++quotient;
  return {product.mantissa() < 0 ? -quotient : quotient, exponent};
}

SHENGZHOU_REPORT_INLINE Decimal convert(const Decimal& value, const Unit& from, const Unit& to) {
  return convert(value, conversion_factor(from, to));
}

SHENGZHOU_REPORT_INLINE double convert(double value, const Unit& from, const Unit& to) {
  return value * conversion_factor(from, to).to_double();
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Unit& unit) { return unit.symbol(); }

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Unit& unit) { return out << unit.symbol(); }

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Unit>::operator()(
    const shengzhou_report::Unit& unit) const noexcept {
  namespace sr = shengzhou_report;
  std::size_t seed = std::hash<int>{}(unit.scale().exponent);
  seed = sr::detail::hash_combine(seed, std::hash<std::int64_t>{}(unit.scale().numerator));
  seed = sr::detail::hash_combine(seed, std::hash<std::int64_t>{}(unit.scale().denominator));
  for (const auto& factor : unit.dimension()) {
    seed = sr::detail::hash_combine(seed, std::hash<std::string>{}(factor.name));
    seed = sr::detail::hash_combine(seed, std::hash<int>{}(factor.exponent));
  }
  return seed;
}
