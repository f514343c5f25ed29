#pragma once

// The hot loops of a simulation as templates on `Simd`, the vectors of one instruction set.
//
// Files that are compiled for an instruction set include this header, so nothing here may leave code behind that the
// linker could share with the rest of the program: every function is a template on Simd, whose type belongs to one
// file, and nothing of the standard library is called.
//
// Every operation is rounded by itself in the order written here, and a lane holds one path and never meets another.
// Hence a path has the same bits whatever the width of the vectors; only `mul_add` differs between Simd types, which
// may round once (fused) or twice.

#include <cstddef>
#include <cstdint>

#include <shengzhou_report/config.hpp>

namespace shengzhou_report::detail::kernel {

/// Paths worked on at once: few enough for the caches, a multiple of every vector's lanes and of the bits of a mask.
inline constexpr int block_paths = 256;
/// The same as the distance of rows in memory.
inline constexpr std::ptrdiff_t row_size = block_paths;
inline constexpr int mask_words = block_paths / 64;

/// Moments are sums of integers, so that their order does not matter: the position in bins from the middle of the
/// histogram in units of 2^-32, its square in units of 2^-20. Adding 1.5 * 2^52 units leaves the integer in the low
/// bits.
inline constexpr double first_unit = 0x1p-32;
inline constexpr double second_unit = 0x1p-20;
/// Positions further out count as this: no normal, and hardly a Student-t, gets there.
inline constexpr double position_limit = 0x1p15;

/// What the last word of a counter says besides the number of the block.
enum Purpose : std::uint32_t { draw_normal = 0, draw_start = 1U << 28, draw_mixing = 2U << 28, draw_row = 3U << 28 };

/// Whether `x[first] - x[second]` lies in [lower, upper] at the end of a period, where x are the deviations of the log
/// levels from the median path, or, for `growth`, their increments in the period; second = -1 stands for zero.
struct Condition {
  int period;
  int first;
  int second;
  bool growth;
  double lower;
  double upper;
};

/// A histogram of `x[first] - x[second]` at the end of one period: position = value * scale + shift.
struct Column {
  int first;
  int second;
  double scale;
  double shift;
};

/// What the statistics of one column add up.
struct Tally {
  std::int64_t first;
  std::int64_t second;
  double lowest;
  double highest;
};

/// A simulation as plain data. Arrays are owned by whoever made the plan.
struct Plan {
  int indicators;
  int periods;
  int columns;  ///< a period
  int bins;
  bool antithetic;
  bool diagonal;               ///< `factor` is a diagonal: no correlation
  int degrees_of_freedom;      ///< of Student-t shocks, or 0
  int rows;                    ///< of `errors`, or 0
  int block_length;            ///< consecutive rows of `errors` that follow one another
  std::uint64_t keys[20];      ///< Philox keys of the ten rounds, as words
  const double* factor;        ///< a period: row by row, `indicators` numbers a row
  const double* persistence;   ///< an indicator, or null
  const double* start;         ///< an indicator: low end and width relative to the reference level; or null
  const double* errors;        ///< rows x indicators, or null
  const double* median;        ///< a period and indicator: log of the median level, from period 0
  const Column* column;        ///< periods x columns
  const Condition* condition;  ///< ordered by period
  int conditions;
};

/// Room for one thread. Rows of block_paths numbers, aligned to 64 bytes.
struct Scratch {
  void* shocks;           ///< rows: indicators rounded up to an even number
  void* growth;           ///< rows: indicators; increments of this period
  void* level;            ///< rows: indicators; deviations from the median path
  std::uint64_t* rows;    ///< a row: of past errors
  double* mixing;         ///< a row
  void* scale;            ///< a row: what the shocks of each path are multiplied by
  std::uint32_t* counts;  ///< periods x columns x bins, or null
  Tally* tally;           ///< periods x columns
  std::uint64_t* mask;    ///< conditions x mask_words
  double* paths;          ///< where the paths of this block go, paths x indicators x (periods + 1); or null
};

using Block = void (*)(const Plan&, const Scratch&, std::uint64_t first, int count);

/// The kernels of one instruction set, by how they round.
struct Kernels {
  Block reproducible;
  Block fused;
  Block single;
};

// Polynomials: Chebyshev fits computed with 40 digits. Errors before rounding: sine 2e-18, logarithm 6e-17, exponential
// 3e-18; in single precision 3e-9, 2e-8.

template <class Real>
struct Coefficients;

template <>
struct Coefficients<double> {
  /// sin(pi/4 y) / y in y^2, where y lies between -1 and 1
  static constexpr double sine[] = {0x1.921fb54442d18p-1,   -0x1.4abbce625be41p-4, 0x1.466bc677587f8p-9,
                                    -0x1.32d2cce2e5b19p-15, 0x1.50782fda12d96p-22, -0x1.e30071afc3e59p-30,
                                    0x1.e3f38399551bfp-38};
  /// -ln(m) / s in s^2, where s = (m - 1) / (m + 1) and m lies between 1/sqrt(2) and sqrt(2)
  static constexpr double logarithm[] = {-0x1.0000000000001p+1, -0x1.5555555552d50p-1, -0x1.999999a435066p-2,
                                         -0x1.249240b87155dp-2, -0x1.c722cceee92f4p-3, -0x1.732320a9c93b0p-3,
                                         -0x1.58d5d4a93822dp-3};
  /// exp(r) in r, where r lies between -ln(2)/2 and ln(2)/2
  static constexpr double exponential[] = {0x1.0000000000000p+0,  0x1.0000000000000p+0,  0x1.0000000000011p-1,
                                           0x1.555555555555ap-3,  0x1.555555554f0cfp-5,  0x1.111111110f225p-7,
                                           0x1.6c16c187fbe02p-10, 0x1.a01a01b14378fp-13, 0x1.a01991ac8730ap-16,
                                           0x1.71ddf5749d126p-19, 0x1.28b4057f44145p-22, 0x1.af631d0059becp-26};
};

template <>
struct Coefficients<float> {
  static constexpr float sine[] = {0.7853982F, -0.080745436F, 0.0024900069F, -3.595429e-05F};
  static constexpr float logarithm[] = {-2.0F, -0.6666682F, -0.3997485F, -0.2992439F};
};

template <class Simd, class Real, std::size_t count>
[[nodiscard]] inline typename Simd::Vector polynomial(const Real (&coefficient)[count], typename Simd::Vector x) {
  typename Simd::Vector value = Simd::all(coefficient[count - 1]);
  for (std::size_t i = count - 1; i-- > 0;) value = Simd::mul_add(value, x, Simd::all(coefficient[i]));
  return value;
}

/// Ten rounds of Philox4x32 on some blocks in step, so that no multiplication waits for the one before. The words stand
/// in the low halves of 64-bit lanes; the high halves are arbitrary.
template <class Simd, std::size_t blocks>
inline void philox(typename Simd::Word (&c)[blocks][4], const std::uint64_t (&keys)[20]) {
  using Word = typename Simd::Word;
  const Word m0 = Simd::word(0xD2511F53U);
  const Word m1 = Simd::word(0xCD9E8D57U);
  for (std::size_t round = 0; round < 10; ++round) {
    const Word key0 = Simd::word(keys[2 * round]);
    const Word key1 = Simd::word(keys[2 * round + 1]);
    for (Word(&block)[4] : c) {
      const Word p0 = Simd::multiply(m0, block[0]);
      const Word p1 = Simd::multiply(m1, block[2]);
      block[0] = (p1 >> 32) ^ block[1] ^ key0;
      block[1] = p1;
      block[2] = (p0 >> 32) ^ block[3] ^ key1;
      block[3] = p0;
    }
  }
}

/// The blocks from `number` on of paths `path`, one a lane.
template <class Simd, std::size_t blocks>
inline void draw(typename Simd::Word (&c)[blocks][4], const Plan& plan, typename Simd::Word path, int period,
                 std::uint32_t number) {
  for (typename Simd::Word(&block)[4] : c) {
    block[0] = path;
    block[1] = path >> 32;
    block[2] = Simd::word(static_cast<std::uint32_t>(period));
    block[3] = Simd::word(number++);
  }
  philox<Simd>(c, plan.keys);
}

/// Two words of 32 bits as one of 64.
template <class Simd>
[[nodiscard]] inline typename Simd::Word join(typename Simd::Word high, typename Simd::Word low) {
  return (high << 32) | (low & Simd::word(0xFFFFFFFFU));
}

/// The middle of one of 2^52 equal parts of (0, 1), chosen by the high bits.
template <class Simd>
[[nodiscard]] inline typename Simd::Vector uniform(typename Simd::Word bits) {
  return Simd::real((bits >> 12) | Simd::word(0x3FF0000000000000U)) - Simd::all(1 - 0x1p-53);
}

/// -ln(x) of a positive normal number.
template <class Simd>
[[nodiscard]] inline typename Simd::Vector minus_log(typename Simd::Vector x) {
  using Vector = typename Simd::Vector;
  using Word = typename Simd::Word;
  constexpr std::uint64_t root = 0x3FE6A09E667F3BCDU;  // sqrt(1/2): the mantissa is to lie around 1
  constexpr std::uint64_t one = 0x3FF0000000000000U;
  const Word shifted = Simd::bits(x) + Simd::word(one - root);
  const Vector exponent = Simd::real((shifted >> 52) | Simd::word(0x4330000000000000U)) - Simd::all(0x1p52 + 1023);
  const Vector m = Simd::real((shifted & Simd::word(0x000FFFFFFFFFFFFFU)) + Simd::word(root));
  const Vector s = (m - Simd::all(1.0)) / (m + Simd::all(1.0));
  const Vector part = polynomial<Simd>(Coefficients<double>::logarithm, Simd::mul(s, s));
  return Simd::mul_add(s, part, Simd::mul(exponent, Simd::all(-0x1.62e42fefa39efp-1)));
}

/// e^x, where |x| stays below 700.
template <class Simd>
[[nodiscard]] inline typename Simd::Vector exponential(typename Simd::Vector x) {
  using Vector = typename Simd::Vector;
  const Vector magic = Simd::all(0x1.8p52);
  const Vector shifted = Simd::mul_add(x, Simd::all(0x1.71547652b82fep+0), magic);
  const Vector n = shifted - magic;
  // ln 2 in two parts; the first has trailing zeros, so that its products are exact.
  Vector r = Simd::mul_add(n, Simd::all(-0x1.62e42fefa3800p-1), x);
  r = Simd::mul_add(n, Simd::all(-0x1.ef35793c76730p-45), r);
  const Vector power = polynomial<Simd>(Coefficients<double>::exponential, r);
  return Simd::real(Simd::bits(power) + (Simd::bits(shifted) << 52));
}

template <class Simd>
struct Pair {
  typename Simd::Vector first;
  typename Simd::Vector second;
};

/// Two independent standard normals of half the square of a radius, -ln(u), and an angle of y quarters of pi, |y| < 1.
///
/// The angle is turned to the middle of a quadrant, where sine and cosine are as likely; two random signs choose the
/// quadrant. The cosine is a root, which every processor rounds correctly, and not another polynomial.
template <class Simd>
[[nodiscard]] inline Pair<Simd> polar(typename Simd::Vector square, typename Simd::Vector y,
                                      typename Simd::Word first_sign, typename Simd::Word second_sign) {
  using Vector = typename Simd::Vector;
  const Vector angle = Simd::mul(y, polynomial<Simd>(Coefficients<typename Simd::Real>::sine, Simd::mul(y, y)));
  const Vector sine = Simd::mul(Simd::sqrt(square), angle);
  const Vector cosine = Simd::sqrt(square - Simd::mul(sine, sine));
  return {Simd::real(Simd::bits(cosine - sine) ^ first_sign), Simd::real(Simd::bits(cosine + sine) ^ second_sign)};
}

/// The same with an angle from 32 random bits: the first and the last are signs, the others choose one of 2^30 equal
/// parts of a quadrant, of which the angle is the middle.
template <class Simd>
[[nodiscard]] inline Pair<Simd> turn(typename Simd::Vector square, typename Simd::Word bits) {
  using Word = typename Simd::Word;
  const Word grid = (bits & Simd::word(0x7FFFFFFEU)) | Simd::word(0x4320000000000001U);
  const auto y = Simd::mul(Simd::real(grid) - Simd::all(0x1p51 + 0x1p29), Simd::all(0x1p-29));
  return polar<Simd>(square, y, (bits << 32) & Simd::word(0x8000000000000000U), bits << 63);
}

/// Two independent standard normals (Box and Muller 1958) of 64 and 32 random bits.
template <class Simd>
[[nodiscard]] inline Pair<Simd> box_muller(typename Simd::Word radius, typename Simd::Word angle) {
  return turn<Simd>(minus_log<Simd>(uniform<Simd>(radius)), angle);
}

/// Calls `use(pair, radius, angle)` with the random words of every pair of normals; four pairs share three blocks.
template <class Simd, class Use>
inline void draw_pairs(const Plan& plan, typename Simd::Word path, int period, int group, int pairs, const Use& use) {
  using Word = typename Simd::Word;
  const std::uint32_t number = draw_normal + static_cast<std::uint32_t>(3 * group);
  if (pairs == 1) {
    Word c[1][4];
    draw<Simd>(c, plan, path, period, number);
    use(0, join<Simd>(c[0][0], c[0][1]), c[0][2]);
  } else if (pairs == 2) {
    Word c[2][4];
    draw<Simd>(c, plan, path, period, number);
    use(0, join<Simd>(c[0][0], c[0][1]), c[1][0]);
    use(1, join<Simd>(c[0][2], c[0][3]), c[1][1]);
  } else {
    Word c[3][4];
    draw<Simd>(c, plan, path, period, number);
    use(0, join<Simd>(c[0][0], c[0][1]), c[1][0]);
    use(1, join<Simd>(c[0][2], c[0][3]), c[1][1]);
    use(2, join<Simd>(c[2][0], c[2][1]), c[1][2]);
    if (pairs == 4) use(3, join<Simd>(c[2][2], c[2][3]), c[1][3]);
  }
}

// Short loops over rows in the cache are quicker than a long one: the processor works on several of their turns at
// once, and the compiler keeps their constants in registers.

/// The random words of up to four pairs of normals, a row for the radius and one for the angle of each.
template <class Simd>
inline void draw_words(const Plan& plan, std::uint64_t first, int lanes, int period, int group, int pairs,
                       double* words) {
  for (int v = 0; v < lanes; v += Simd::lanes) {
    const auto store = [words, v](int pair, typename Simd::Word radius, typename Simd::Word angle) {
      Simd::store(words + row_size * 2 * pair + v, Simd::real(radius));
      Simd::store(words + row_size * (2 * pair + 1) + v, Simd::real(angle));
    };
    draw_pairs<Simd>(plan, Simd::count_from(first + static_cast<std::uint64_t>(v)), period, group, pairs, store);
  }
}

/// The normals of a row of radii and a row of angles, in their place.
template <class Simd>
inline void transform(double* radius, double* angle, int lanes) {
  for (int v = 0; v < lanes; v += Simd::lanes) {
    Simd::store(radius + v, minus_log<Simd>(uniform<Simd>(Simd::bits(Simd::load(radius + v)))));
  }
  for (int v = 0; v < lanes; v += Simd::lanes) {
    const auto normal = turn<Simd>(Simd::load(radius + v), Simd::bits(Simd::load(angle + v)));
    Simd::store(radius + v, normal.first);
    Simd::store(angle + v, normal.second);
  }
}

/// Standard normals of `lanes` paths, one indicator a row, in double precision.
template <class Simd>
inline void draw_normals(const Plan& plan, std::uint64_t first, int lanes, int period, double* z) {
  const int pairs = (plan.indicators + 1) / 2;
  for (int base = 0; base < pairs; base += 4) {
    const int here = pairs - base < 4 ? pairs - base : 4;
    double* const out = z + row_size * 2 * base;
    draw_words<Simd>(plan, first, lanes, period, base / 4, here, out);
    for (int pair = 0; pair < here; ++pair) {
      transform<Simd>(out + row_size * 2 * pair, out + row_size * (2 * pair + 1), lanes);
    }
  }
}

/// Two independent standard normals in single precision, each from 32 random bits.
template <class Simd>
[[nodiscard]] inline Pair<Simd> box_muller_single(typename Simd::Word radius, typename Simd::Word angle) {
  using Vector = typename Simd::Vector;
  using Word = typename Simd::Word;
  constexpr std::uint32_t root = 0x3F3504F3U;
  constexpr std::uint32_t one = 0x3F800000U;
  const Vector u = Simd::mul(Simd::from_signed(radius >> 1) + Simd::all(0.5F), Simd::all(0x1p-31F));
  const Word shifted = Simd::bits(u) + Simd::word(one - root);
  const Vector exponent = Simd::from_signed(shifted >> 23) - Simd::all(127.0F);
  const Vector m = Simd::real((shifted & Simd::word(0x007FFFFFU)) + Simd::word(root));
  const Vector s = (m - Simd::all(1.0F)) / (m + Simd::all(1.0F));
  const Vector part = polynomial<Simd>(Coefficients<float>::logarithm, Simd::mul(s, s));
  // A uniform number that rounds to 1 may end a little below zero.
  const Vector square = Simd::mul_add(s, part, Simd::mul(exponent, Simd::all(-0x1.62e43p-1F)));
  // The bits as in double precision.
  const Vector y = Simd::mul(Simd::from_signed(((angle << 1) & Simd::word(0xFFFFFFFCU)) + Simd::word(0x80000000U)),
                             Simd::all(0x1p-31F));
  return polar<Simd>(Simd::max(square, Simd::all(0.0F)), y, angle & Simd::word(0x80000000U), angle << 31);
}

/// The same in single precision: a block makes two pairs.
template <class Simd>
inline void draw_normals(const Plan& plan, std::uint64_t first, int lanes, int period, float* z) {
  using Wide = typename Simd::Wide;
  using Word = typename Wide::Word;
  const int pairs = (plan.indicators + 1) / 2;
  for (int base = 0; base < pairs; base += 2) {
    const int here = pairs - base < 2 ? pairs - base : 2;
    const std::uint32_t number = draw_normal + static_cast<std::uint32_t>(base / 2);
    float* const out = z + row_size * 2 * base;
    for (int v = 0; v < lanes; v += Simd::lanes) {
      const std::uint64_t path = first + static_cast<std::uint64_t>(v);
      if constexpr (Simd::lanes == 1) {
        Word c[1][4];
        draw<Wide>(c, plan, path, period, number);
        for (int i = 0; i < 2 * here; ++i) out[i * row_size + v] = Simd::real(static_cast<std::uint32_t>(c[0][i]));
      } else {
        const Word even_paths = Wide::count_from(path) + Wide::count_from(0);
        Word even[1][4];
        draw<Wide>(even, plan, even_paths, period, number);
        Word odd[1][4];
        draw<Wide>(odd, plan, even_paths + Wide::word(1), period, number);
        for (int i = 0; i < 2 * here; ++i) {
          Wide::store_word(out + i * row_size + v, join<Wide>(odd[0][i], even[0][i]));
        }
      }
    }
    for (int pair = 0; pair < here; ++pair) {
      float* const radius = out + row_size * 2 * pair;
      float* const angle = radius + row_size;
      for (int v = 0; v < lanes; v += Simd::lanes) {
        const auto normal =
            box_muller_single<Simd>(Simd::bits(Simd::load(radius + v)), Simd::bits(Simd::load(angle + v)));
        Simd::store(radius + v, normal.first);
        Simd::store(angle + v, normal.second);
      }
    }
  }
}

/// Square root of (degrees - 2) / chi-square for every path, which makes normals a multivariate Student-t of unit
/// variance. A chi-square of even degrees is -2 ln of a product of uniforms; an odd one has the square of a normal
/// more.
template <class Simd>
inline void draw_mixing_factors(const Plan& plan, const Scratch& scratch, std::uint64_t first, int lanes, int period) {
  using Vector = typename Simd::Vector;
  using Word = typename Simd::Word;
  for (int v = 0; v < lanes; v += Simd::lanes) {
    const Word path = Simd::count_from(first + static_cast<std::uint64_t>(v));
    std::uint32_t number = draw_mixing;
    Vector half_square = Simd::all(0.0);  // of the chi-square
    Word c[1][4];
    if (plan.degrees_of_freedom % 2 != 0) {
      draw<Simd>(c, plan, path, period, number++);
      const Vector z = box_muller<Simd>(join<Simd>(c[0][0], c[0][1]), c[0][2]).first;
      half_square = Simd::mul(Simd::mul(z, z), Simd::all(0.5));
    }
    for (int half = plan.degrees_of_freedom / 2; half > 0; half -= 2) {
      draw<Simd>(c, plan, path, period, number++);
      half_square = half_square + minus_log<Simd>(uniform<Simd>(join<Simd>(c[0][0], c[0][1])));
      if (half > 1) half_square = half_square + minus_log<Simd>(uniform<Simd>(join<Simd>(c[0][2], c[0][3])));
    }
    Simd::store(scratch.mixing + v, Simd::sqrt(Simd::all(0.5 * plan.degrees_of_freedom - 1) / half_square));
  }
}

/// The numbers of a pair of paths from one: x for the even path, constant + sign * x for the odd one.
template <class Simd, class Real>
inline void spread(Real* row, int count, Real constant, Real sign) {
  for (std::ptrdiff_t i = count / 2; i-- > 0;) {
    const Real x = row[i];
    row[2 * i + 1] = constant + sign * x;
    row[2 * i] = x;
  }
}

/// Rows of past errors instead of normals.
template <class Simd, class Real>
inline void resample(const Plan& plan, const Scratch& scratch, std::uint64_t first, int count, int period, Real* z) {
  using Wide = typename Simd::Wide;
  const int block = (period - 1) / plan.block_length;
  const std::uint64_t offset = static_cast<std::uint64_t>((period - 1) % plan.block_length);
  const auto rows = static_cast<std::uint64_t>(plan.rows);
  for (int v = 0; v < count; v += Wide::lanes) {
    typename Wide::Word c[1][4];
    draw<Wide>(c, plan, Wide::count_from(first + static_cast<std::uint64_t>(v)), block + 1, draw_row);
    Wide::store_word(scratch.rows + v, Wide::multiply(c[0][0], Wide::word(rows)) >> 32);
  }
  for (int j = 0; j < count; ++j) {
    const std::uint64_t row = (scratch.rows[j] + offset) % rows;
    const double* const error = plan.errors + row * static_cast<std::uint64_t>(plan.indicators);
    for (int k = 0; k < plan.indicators; ++k) z[k * row_size + j] = static_cast<Real>(error[k]);
  }
}

/// What follows when the shock of an indicator is known: its increment, which may persist, and the new level.
template <class Simd>
inline void finish(const Plan& plan, const Scratch& scratch, int indicator, int lane, typename Simd::Vector shock) {
  using Real = typename Simd::Real;
  const std::ptrdiff_t at = indicator * row_size + lane;
  Real* const growth = static_cast<Real*>(scratch.growth) + at;
  Real* const level = static_cast<Real*>(scratch.level) + at;
  if (plan.persistence != nullptr) {
    const auto persistence = Simd::all(static_cast<Real>(plan.persistence[indicator]));
    shock = Simd::mul_add(persistence, Simd::load(growth), shock);
  }
  Simd::store(growth, shock);
  Simd::store(level, Simd::load(level) + shock);
}

/// Correlated shocks of `rows` indicators, the last of which is `last`: rows of the triangular factor times normals.
///
/// Tiles of 2 x 4 vectors, so that the arithmetic waits for no load. Goes from the last row to the first, since the
/// increments may overwrite the normals.
template <class Simd, int rows>
inline void combine(const Plan& plan, const Scratch& scratch, const double* factor, int last, int lanes) {
  using Real = typename Simd::Real;
  using Vector = typename Simd::Vector;
  const Real* const z = static_cast<const Real*>(scratch.shocks);
  const int first = last - rows + 1;
  const std::ptrdiff_t width = plan.indicators;
  const double* const top = factor + first * width;
  const double* const bottom = factor + last * width;
  for (int v = 0; v < lanes; v += 4 * Simd::lanes) {
    Vector sum[rows][4];
    const int begin = plan.diagonal ? first : 0;
    for (int r = 0; r < rows; ++r) {
      const Vector weight = Simd::all(static_cast<Real>((r == 0 ? top : bottom)[begin]));
      for (int i = 0; i < 4; ++i) {
        sum[r][i] = Simd::mul(weight, Simd::load(z + begin * row_size + v + i * Simd::lanes));
      }
    }
    for (int j = begin + 1; j <= last; ++j) {
      const Vector weight0 = Simd::all(static_cast<Real>(top[j]));
      const Vector weight1 = Simd::all(static_cast<Real>(bottom[j]));
      for (int i = 0; i < 4; ++i) {
        const Vector x = Simd::load(z + j * row_size + v + i * Simd::lanes);
        sum[0][i] = Simd::mul_add(weight0, x, sum[0][i]);
        if constexpr (rows == 2) sum[1][i] = Simd::mul_add(weight1, x, sum[1][i]);
      }
    }
    for (int r = 0; r < rows; ++r) {
      for (int i = 0; i < 4; ++i) {
        Vector shock = sum[r][i];
        const int lane = v + i * Simd::lanes;
        if (plan.degrees_of_freedom != 0) {
          shock = Simd::mul(shock, Simd::load(static_cast<const Real*>(scratch.scale) + lane));
        }
        finish<Simd>(plan, scratch, first + r, lane, shock);
      }
    }
  }
}

/// One period: new increments and levels of all paths of the block.
template <class Simd>
inline void advance(const Plan& plan, const Scratch& scratch, std::uint64_t first, int lanes, int period) {
  using Real = typename Simd::Real;
  Real* const z = static_cast<Real*>(scratch.shocks);
  if (plan.rows != 0) {
    resample<Simd>(plan, scratch, first, lanes, period, z);
    for (int k = 0; k < plan.indicators; ++k) {
      for (int v = 0; v < lanes; v += Simd::lanes) {
        finish<Simd>(plan, scratch, k, v, Simd::load(z + k * row_size + v));
      }
    }
    return;
  }
  // Both paths of an antithetic pair have the address of the pair; lanes are a multiple of 128 then.
  const std::uint64_t address = plan.antithetic ? first / 2 : first;
  const int draws = plan.antithetic ? lanes / 2 : lanes;
  draw_normals<Simd>(plan, address, draws, period, z);
  if (plan.degrees_of_freedom != 0) {
    draw_mixing_factors<typename Simd::Wide>(plan, scratch, address, draws, period);
    Real* const scale = static_cast<Real*>(scratch.scale);
    for (int j = 0; j < lanes; ++j) scale[j] = static_cast<Real>(scratch.mixing[plan.antithetic ? j / 2 : j]);
  }
  if (plan.antithetic) {
    for (int k = 0; k < plan.indicators; ++k) spread<Simd>(z + k * row_size, lanes, Real{0}, Real{-1});
  }
  const double* const factor = plan.factor + std::ptrdiff_t{1} * (period - 1) * plan.indicators * plan.indicators;
  int last = plan.indicators - 1;
  for (; last > 0; last -= 2) combine<Simd, 2>(plan, scratch, factor, last, lanes);
  if (last == 0) combine<Simd, 1>(plan, scratch, factor, 0, lanes);
}

/// Period 0: levels uniform in their intervals, relative to the reference level; nothing persists yet.
template <class Simd>
inline void begin(const Plan& plan, const Scratch& scratch, std::uint64_t first, int lanes) {
  using Real = typename Simd::Real;
  using Wide = typename Simd::Wide;
  const std::uint64_t address = plan.antithetic ? first / 2 : first;
  const int draws = plan.antithetic ? lanes / 2 : lanes;
  for (std::ptrdiff_t k = 0; k < plan.indicators; ++k) {
    Real* const level = static_cast<Real*>(scratch.level) + k * row_size;
    Real* const growth = static_cast<Real*>(scratch.growth) + k * row_size;
    for (int j = 0; j < lanes; ++j) level[j] = growth[j] = 0;
    if (plan.start == nullptr) continue;
    double* const u = scratch.mixing;
    for (int v = 0; v < draws; v += Wide::lanes) {
      typename Wide::Word c[1][4];
      draw<Wide>(c, plan, Wide::count_from(address + static_cast<std::uint64_t>(v)), 0,
                 draw_start + static_cast<std::uint32_t>(k));
      Wide::store(u + v, uniform<Wide>(join<Wide>(c[0][0], c[0][1])));
    }
    if (plan.antithetic) spread<Simd>(u, lanes, 1.0, -1.0);
    const auto low = Wide::all(plan.start[2 * k]);
    const auto width = Wide::all(plan.start[2 * k + 1]);
    for (int v = 0; v < lanes; v += Wide::lanes) {
      const auto relative = Wide::mul_add(width, Wide::load(u + v), low);
      Wide::store(u + v, -minus_log<Wide>(relative));
    }
    // A start without width is the reference level itself, whatever its logarithm rounds to.
    if (plan.start[2 * k + 1] > 0) {
      for (int j = 0; j < lanes; ++j) level[j] = static_cast<Real>(u[j]);
    }
  }
}

/// The values that a column or a condition looks at, in double precision.
template <class Wide, class Real>
[[nodiscard]] inline typename Wide::Vector difference(const Real* rows, int first, int second, int lane) {
  const auto x = Wide::load(rows + first * row_size + lane);
  return second < 0 ? x : x - Wide::load(rows + second * row_size + lane);
}

template <class Simd>
inline void add_column(const Plan& plan, const Scratch& scratch, const Column& column, std::uint32_t* counts,
                       Tally& tally, int count) {
  using Real = typename Simd::Real;
  using Wide = typename Simd::Wide;
  using Vector = typename Wide::Vector;
  using Word = typename Wide::Word;
  const Real* const levels = static_cast<const Real*>(scratch.level);
  const Vector scale = Wide::all(column.scale);
  const Vector shift = Wide::all(column.shift);
  const Vector limit = Wide::all(position_limit);
  const int half = plan.bins / 2;
  const Vector middle = Wide::all(half);
  const Vector last_bin = Wide::all(plan.bins - 1);
  const Vector first_magic = Wide::all(0x1.8p52 * first_unit);
  const Vector second_magic = Wide::all(0x1.8p52 * second_unit);
  Word first_sum = Wide::word(0);
  Word second_sum = Wide::word(0);
  Vector lowest = Wide::all(tally.lowest);
  Vector highest = Wide::all(tally.highest);
  alignas(64) std::uint32_t bin[block_paths];

  const auto add = [&](Vector x, int lane) {
    lowest = Wide::min(lowest, x);
    highest = Wide::max(highest, x);
    const Vector position = Wide::min(Wide::max(Wide::mul_add(x, scale, shift), Wide::all(-position_limit)), limit);
    first_sum = first_sum + Wide::bits(position + first_magic);
    second_sum = second_sum + Wide::bits(Wide::mul_add(position, position, second_magic));
    Wide::store_index(bin + lane, Wide::min(Wide::max(position + middle, Wide::all(0.0)), last_bin));
  };
  const int whole = count - count % Wide::lanes;
  for (int v = 0; v < whole; v += Wide::lanes) add(difference<Wide>(levels, column.first, column.second, v), v);
  for (int j = 0; j < whole; ++j) counts[bin[j]] += 1;
  std::uint64_t first = Wide::sum(first_sum);
  std::uint64_t second = Wide::sum(second_sum);
  // The rest one by one, as vectors of equal lanes, of which one counts.
  for (int j = whole; j < count; ++j) {
    first_sum = Wide::word(0);
    second_sum = Wide::word(0);
    double x = levels[column.first * row_size + j];
    if (column.second >= 0) x -= levels[column.second * row_size + j];
    add(Wide::all(x), whole);
    first += Wide::first_word(first_sum);
    second += Wide::first_word(second_sum);
    counts[bin[whole]] += 1;
  }
  const auto added = static_cast<std::uint64_t>(count);
  tally.first += static_cast<std::int64_t>(first - added * Wide::first_word(Wide::bits(first_magic)));
  tally.second += static_cast<std::int64_t>(second - added * Wide::first_word(Wide::bits(second_magic)));
  tally.lowest = Wide::lowest_lane(lowest);
  tally.highest = Wide::highest_lane(highest);
}

template <class Simd>
inline void test_condition(const Scratch& scratch, const Condition& condition, std::uint64_t* mask, int lanes) {
  using Real = typename Simd::Real;
  using Wide = typename Simd::Wide;
  const Real* const rows = static_cast<const Real*>(condition.growth ? scratch.growth : scratch.level);
  const auto lower = Wide::all(condition.lower);
  const auto upper = Wide::all(condition.upper);
  for (int word = 0; word < mask_words; ++word) mask[word] = 0;
  for (int v = 0; v < lanes; v += Wide::lanes) {
    const auto x = difference<Wide>(rows, condition.first, condition.second, v);
    mask[v / 64] |= static_cast<std::uint64_t>(Wide::within(x, lower, upper)) << (v % 64);
  }
}

/// Writes the levels of one period of all paths of the block.
template <class Simd>
inline void store_paths(const Plan& plan, const Scratch& scratch, int count, int period) {
  using Real = typename Simd::Real;
  using Wide = typename Simd::Wide;
  const std::ptrdiff_t step = static_cast<std::ptrdiff_t>(plan.indicators) * (plan.periods + 1);
  for (int k = 0; k < plan.indicators; ++k) {
    const Real* const level = static_cast<const Real*>(scratch.level) + k * row_size;
    const auto median = Wide::all(plan.median[period * plan.indicators + k]);
    double* const out = scratch.paths + static_cast<std::ptrdiff_t>(k) * (plan.periods + 1) + period;
    alignas(64) double row[block_paths];
    for (int v = 0; v < count; v += Wide::lanes) {
      Wide::store(row + v, exponential<Wide>(Wide::load(level + v) + median));
    }
    for (int j = 0; j < count; ++j) out[j * step] = row[j];
  }
}

/// Simulates the paths first .. first + count - 1, count <= block_paths; adds to the tallies and counts, sets the
/// masks.
template <class Simd>
void run_block(const Plan& plan, const Scratch& scratch, std::uint64_t first, int count) {
  // Whole tiles; what is computed beyond `count` is not used.
  const int lanes = (count + 127) / 128 * 128;
  begin<Simd>(plan, scratch, first, lanes);
  int condition = 0;
  for (int period = 0; period <= plan.periods; ++period) {
    if (period > 0) advance<Simd>(plan, scratch, first, lanes, period);
    if (scratch.paths != nullptr) store_paths<Simd>(plan, scratch, count, period);
    if (scratch.counts == nullptr) continue;
    for (int i = 0; i < plan.columns && period > 0; ++i) {
      const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(period - 1) * plan.columns + i;
      add_column<Simd>(plan, scratch, plan.column[at], scratch.counts + at * plan.bins, scratch.tally[at], count);
    }
    for (; condition < plan.conditions && plan.condition[condition].period == period; ++condition) {
      test_condition<Simd>(scratch, plan.condition[condition],
                           scratch.mask + std::ptrdiff_t{1} * condition * mask_words, lanes);
    }
  }
}

}  // namespace shengzhou_report::detail::kernel
