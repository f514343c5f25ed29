#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include <shengzhou_report/impl/vector.hpp>

// Logarithm and exponential without branches and calls, of operations that the oldest vector unit has, so that loops
// over them vectorise everywhere and give the same bits as single numbers. Errors are about one unit in the last place.

namespace shengzhou_report::detail {

/// ln(x) = power ln(2) + f - excess, with f from sqrt(1/2) - 1 to sqrt(2) - 1.
struct LogarithmParts {
  double power;
  double f;
  double excess;         ///< f - ln(1 + f)
  std::uint64_t is_far;  ///< all bits set where the power is not zero
};

inline constexpr double ln2_high = 0x1.62e42feep-1;  // few enough digits that products with a power are exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// Splits a normal number. ln(1 + f) = 2 s + s^3 g(s^2) with s = f / (2 + f), where g interpolates the series
/// 2/3 + 2/5 t + 2/7 t^2 + ... at Chebyshev nodes, below rounding.
///
/// @param difference  x - 1, perhaps with more digits than x has.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline LogarithmParts logarithm_parts(double x, double difference) noexcept {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t exponent = (bits + (one - root_half)) >> 52U;
  const double mantissa = std::bit_cast<double>(bits - (exponent << 52U) + one);
  LogarithmParts parts{};
  // Integers become doubles as digits of 2^52.
  parts.power = std::bit_cast<double>(exponent | 0x4330000000000000) - (0x1p52 + 1023);
  parts.is_far = mask_if_not_zero(exponent ^ 1023U);
  parts.f = select(parts.is_far, mantissa - 1, difference);
  const double s = parts.f / (2 + parts.f);
  const double t = s * s;
  const double t2 = t * t;
  const double even =
      0x1.5555555555558p-1 + t2 * (0x1.2492492df7615p-2 + t2 * (0x1.7462b6e1c8130p-3 + t2 * 0x1.2b5bd7d98bebdp-3));
  const double odd = 0x1.99999999952abp-2 + t2 * (0x1.c71c62ddb93dfp-3 + t2 * 0x1.39fe16d521ab5p-3);
  parts.excess = s * (parts.f - t * (even + t * odd));
  return parts;
}

/// ln(x) of the number that was split.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm_of(const LogarithmParts& parts) noexcept {
  return parts.power * ln2_high + (parts.f - (parts.excess - parts.power * ln2_low));
}

/// `result`, or the limit where x is 0 or infinite.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double unless_at_limit(double x, double result) noexcept {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const double below = select(mask_if_not_zero(bits), result, -infinity);
  return select(mask_if_not_zero(bits ^ std::bit_cast<std::uint64_t>(infinity)), below, infinity);
}

/// x as a normal number, and the power of two to take from its logarithm.
struct Normalised {
  double x;
  double power;
};

[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline Normalised normalised(double x) noexcept {
  const std::uint64_t is_small = mask_if_negative(x - std::numeric_limits<double>::min());
  return {select(is_small, x * 0x1p54, x), select(is_small, 54, 0)};
}

/// x = mantissa 2^power with a mantissa from 1 to 2, or nearly.
struct Scaled {
  double mantissa;
  double power;
};

/// Splits a positive number.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline Scaled scaled(double x) noexcept {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  const Normalised normal = normalised(x);
  const auto bits = std::bit_cast<std::uint64_t>(normal.x);
  const std::uint64_t exponent = bits >> 52U;
  return {std::bit_cast<double>(bits - (exponent << 52U) + one),
          std::bit_cast<double>(exponent | 0x4330000000000000) - (0x1p52 + 1023) - normal.power};
}

/// ln(x), x not negative.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm(double x) noexcept {
  const Normalised normal = normalised(x);
  LogarithmParts parts = logarithm_parts(normal.x, normal.x - 1);
  parts.power -= normal.power;
  return unless_at_limit(x, logarithm_of(parts));
}

/// log2(x) of the number that was split.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm2_of(const LogarithmParts& parts) noexcept {
  constexpr double log2_e = 0x1.71547652b82fep+0;
  return parts.power + (parts.f - parts.excess) * log2_e;
}

/// log2(x), x not negative; exact for powers of two.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm2(double x) noexcept {
  const Normalised normal = normalised(x);
  LogarithmParts parts = logarithm_parts(normal.x, normal.x - 1);
  parts.power -= normal.power;
  return unless_at_limit(x, logarithm2_of(parts));
}

/// ln(1 + x), x above -1.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm1p(double x) noexcept {
  const double sum = 1 + x;
  const LogarithmParts parts = logarithm_parts(sum, x);
  // What the sum rounded off; where the power is zero, f has it already.
  const double lost = (x - (sum - 1)) / sum;
  return unless_at_limit(sum, logarithm_of(parts) + select(parts.is_far, lost, 0.0));
}

/// e^x = 2^k (1 + excess).
struct ExponentialParts {
  double k;
  double excess;  ///< e^r - 1, with r from -ln(2)/2 to ln(2)/2, by its Taylor series
};

inline constexpr double to_integer = 0x1.8p52;

/// Splits a number within the range of doubles' logarithms.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline ExponentialParts exponential_parts(double x) noexcept {
  constexpr double log2_e = 0x1.71547652b82fep+0;
  const double k = (x * log2_e + to_integer) - to_integer;
  const double r = (x - k * ln2_high) - k * ln2_low;
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  const double middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  const double high = (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
  return {k, r + r2 * (low + r4 * (middle + r4 * high))};
}

/// 2^n for a whole number within the range of doubles.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double power_of_two(double n) noexcept {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(n + to_integer) << 52U) + one);
}

/// e^x - 1 = (2^k - 1) + 2^k (e^r - 1); the exponential itself leaves out the 1. Beyond the range of doubles it is
/// infinite or 0.
template <int minus>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double exponential_minus(double given) noexcept {
  constexpr double most = 710;
  constexpr double least = -746;
  const double bounded = select(mask_if_negative(most - given), most, given);
  const auto [k, excess] = exponential_parts(select(mask_if_negative(bounded - least), least, bounded));
  // 2^k in two factors, as neither end of the range has room for it in one.
  const double first = (k * 0.5 + to_integer) - to_integer;
  const double p = power_of_two(first);
  const double q = power_of_two(k - first);
  if constexpr (minus == 0) {
    return p * (q + q * excess);
  } else {
    return (p * q - minus) + p * (q * excess);
  }
}

/// e^x.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double exponential(double x) noexcept { return exponential_minus<0>(x); }

/// e^x - 1.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double exponential_m1(double x) noexcept {
  return exponential_minus<1>(x);
}

/// `result`, or NaN where the sign bit of `outside` is set.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double or_nan(std::uint64_t outside, double result) noexcept {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(result) | (0 - (outside >> 63U)));
}

/// The functions for every number: what single numbers take.
struct Everywhere {
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm(double x) noexcept { return detail::logarithm(x); }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm2(double x) noexcept { return detail::logarithm2(x); }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential(double x) noexcept { return detail::exponential(x); }
};

/// The same bits for usual numbers, and NaN for the others, without the operations that serve those alone: what loops
/// over arrays take first.
struct Usually {
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm(double x) noexcept {
    return or_nan(unless_normal(x), logarithm_of(logarithm_parts(x, x - 1)));
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm2(double x) noexcept {
    return or_nan(unless_normal(x), logarithm2_of(logarithm_parts(x, x - 1)));
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential(double x) noexcept {
    constexpr double most = 600;  // 2^k and all digits of the rest are normal numbers
    const auto [k, excess] = exponential_parts(x);
    const double power = power_of_two(k);
    return or_nan(std::bit_cast<std::uint64_t>(most) - (std::bit_cast<std::uint64_t>(x) & ~sign_bit),
                  power + power * excess);
  }

  /// Sign bit set unless `x` is a positive normal number.
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static std::uint64_t unless_normal(double x) noexcept {
    return unless_between(std::numeric_limits<double>::min(), std::numeric_limits<double>::max(), x);
  }
};

}  // namespace shengzhou_report::detail
