#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include <shengzhou_report/impl/vector.hpp>

// Logarithm and exponential without branches and calls, of operations that the oldest vector unit has, so that loops
// over them vectorise everywhere and give the same bits as single numbers. Errors are about one unit in the last place.

namespace shengzhou_report::detail {

/// x = 2^power (1 + rest), with `rest` from sqrt(1/2) - 1 to sqrt(2) - 1.
struct Reduced {
  double power;
  double rest;
  double scale;          ///< 2^-power; -inf for the largest numbers
  std::uint64_t is_far;  ///< all bits set where the power is not zero
};

/// Splits a positive normal number.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline Reduced reduced(double x) noexcept {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t exponent = (bits + (one - root_half)) >> 52U;
  const std::uint64_t shift = exponent << 52U;
  // Integers become doubles as digits of 2^52.
  return {.power = std::bit_cast<double>(exponent | 0x4330000000000000) - (0x1p52 + 1023),
          .rest = std::bit_cast<double>(bits - shift + one) - 1,
          .scale = std::bit_cast<double>(2 * one - shift),
          .is_far = mask_if_not_zero(exponent ^ 1023U)};
}

/// ln(x) = power ln(2) + f - excess, with f from sqrt(1/2) - 1 to sqrt(2) - 1.
struct LogarithmParts {
  double power;
  double f;
  double excess;         ///< f - ln(1 + f)
  std::uint64_t is_far;  ///< all bits set where the power is not zero
};

inline constexpr double ln2_high = 0x1.62e42feep-1;  // few enough digits that products with a power are exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// The parts of a reduced number whose rest is `f`, perhaps with more digits than it had. ln(1 + f) = 2 s + s^3 g(s^2)
/// with s = f / (2 + f), where g interpolates the series 2/3 + 2/5 t + 2/7 t^2 + ... at Chebyshev nodes, below
/// rounding.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline LogarithmParts parts_of(const Reduced& x, double f) noexcept {
  const double s = f / (2 + f);
  const double t = s * s;
  const double t2 = t * t;
  const double even =
      0x1.5555555555558p-1 + t2 * (0x1.2492492df7615p-2 + t2 * (0x1.7462b6e1c8130p-3 + t2 * 0x1.2b5bd7d98bebdp-3));
  const double odd = 0x1.99999999952abp-2 + t2 * (0x1.c71c62ddb93dfp-3 + t2 * 0x1.39fe16d521ab5p-3);
  return {x.power, f, s * (f - t * (even + t * odd)), x.is_far};
}

/// Splits a normal number.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline LogarithmParts logarithm_parts(double x) noexcept {
  const Reduced split = reduced(x);
  return parts_of(split, split.rest);
}

/// The same with x - 1, which may have more digits than x has.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline LogarithmParts logarithm_parts(double x, double difference) noexcept {
  const Reduced split = reduced(x);
  return parts_of(split, select(split.is_far, split.rest, difference));
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
  LogarithmParts parts = logarithm_parts(normal.x);
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
  LogarithmParts parts = logarithm_parts(normal.x);
  parts.power -= normal.power;
  return unless_at_limit(x, logarithm2_of(parts));
}

/// What 1 + x rounded off, in units of the power of two of `sum`, which is 1 + x reduced; NaN for the largest numbers.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double rounded_off(const Reduced& sum, double x) noexcept {
  return (x - ((1 + x) - 1)) * sum.scale;
}

/// ln(1 + x), x above -1. Where the power is zero, the rest and what was rounded off add up to x as it is.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double logarithm1p(double x) noexcept {
  constexpr double whole = 0x1p54;  // from here on 1 + x is x
  const Reduced sum = reduced(1 + x);
  const double lost = select(mask_if_negative(whole - x), 0.0, rounded_off(sum, x));
  return unless_at_limit(1 + x, logarithm_of(parts_of(sum, sum.rest + lost)));
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
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm1p(double x) noexcept { return detail::logarithm1p(x); }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential(double x) noexcept { return detail::exponential(x); }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential_m1(double x) noexcept {
    return detail::exponential_m1(x);
  }
};

/// The same bits for usual numbers, and NaN for the others, without the operations that serve those alone: what loops
/// over arrays take first.
struct Usually {
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm(double x) noexcept {
    return or_nan(unless_normal(x), logarithm_of(logarithm_parts(x)));
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm2(double x) noexcept {
    return or_nan(unless_normal(x), logarithm2_of(logarithm_parts(x)));
  }
  /// For x above -1, infinity among them.
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double logarithm1p(double x) noexcept {
    const Reduced sum = reduced(1 + x);
    return logarithm_of(parts_of(sum, sum.rest + rounded_off(sum, x)));
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential(double x) noexcept {
    const auto [k, excess] = exponential_parts(x);
    const double power = power_of_two(k);
    return or_nan(unless_moderate(x), power + power * excess);
  }
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static double exponential_m1(double x) noexcept {
    const auto [k, excess] = exponential_parts(x);
    const double power = power_of_two(k);
    return or_nan(unless_moderate(x), (power - 1) + power * excess);
  }

  /// Sign bit set unless `x` is a positive normal number.
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static std::uint64_t unless_normal(double x) noexcept {
    return unless_between(std::numeric_limits<double>::min(), std::numeric_limits<double>::max(), x);
  }
  /// Sign bit set unless 2^k and all digits of the rest are normal numbers.
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static std::uint64_t unless_moderate(double x) noexcept {
    constexpr double most = 600;
    return std::bit_cast<std::uint64_t>(most) - (std::bit_cast<std::uint64_t>(x) & ~sign_bit);
  }
};

}  // namespace shengzhou_report::detail
