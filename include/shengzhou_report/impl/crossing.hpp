// Where the library is header-only, growth.hpp ends with definitions that need this file, so the guard stands behind
// it.

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/vector.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CROSSING_HPP
#define SHENGZHOU_REPORT_IMPL_CROSSING_HPP

/// When something that moves at a constant speed has come far enough: what all formulas with a Crossing share.
///
/// Such a formula has a name, parameters, and a `distance` and a `speed` of them, both in logarithms of levels and with
/// the functions of logarithms as a parameter, as formulas in two steps have. It is none of `Elementwise`, whose
/// results are finite numbers: a Crossing is a word and a time, which is infinite where there is none.
namespace shengzhou_report::detail::formula {

/// ln(a / b) of numbers of one sign, which does not overflow on the way.
template <class Functions = Everywhere>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double log_ratio(double a, double b) {
  const double ratio = a / b;
  if constexpr (std::is_same_v<Functions, Everywhere>) {
    if (!std::isnormal(ratio)) return logarithm(std::abs(a)) - logarithm(std::abs(b));
  }
  return Functions::logarithm(ratio);
}

/// The whole number nearest to one that is not negative.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double nearest_whole(double x) noexcept {
  return select(mask_if_negative(0x1p51 - x), x, (x + to_integer) - to_integer);  // from 2^52 on all are whole
}

/// `periods`, or the whole number beside it that covers the distance as well. Rounding makes an exact hit of 5 periods
/// 5.000000000001, whose ceiling is 6: the condition itself decides.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline double or_whole(double periods, double distance, double speed) noexcept {
  const double whole = nearest_whole(periods);
  return select(mask_if_negative(tolerance - std::abs(whole * speed - distance)), periods, whole);
}

/// When something that moves by `speed` a period has covered `distance`.
[[nodiscard]] inline Crossing cover(double distance, double speed) {
  if (distance <= tolerance) return {Reach::already, 0};
  if (!(speed > 0) || distance == infinity) return {Reach::never, infinity};
  const double periods = distance / speed;
  if (periods == infinity) throw DomainError("the number of periods is too large for a double: growth is too slow");
  return {Reach::reached, or_whole(periods, distance, speed)};
}

/// The form on numbers in their domains.
template <class Formula>
struct Covering {
  template <class... Numbers>
  [[nodiscard]] static Crossing value(Numbers... x) {
    return cover(Formula::template distance<Everywhere>(x...), Formula::template speed<Everywhere>(x...));
  }
};

template <class Formula, class... Numbers>
[[nodiscard]] Crossing crossing_on_numbers(Numbers... x) {
  require<Formula>(x...);
  return Formula::value(x...);
}

/// The crossings of a block: `periods`, and the numbers of the words. Returns whether all are surely in order.
template <class Formula>
struct CrossingBlock {
  template <std::same_as<double>... Numbers>
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static bool run(double* periods, std::uint64_t* reach, Eigen::Index count,
                                                         const Numbers*... x) {
    static_assert(static_cast<int>(Reach::already) == 0 && static_cast<int>(Reach::reached) == 1 &&
                  static_cast<int>(Reach::never) == 2);
    const double largest_rate = rate_limit;
    std::uint64_t outside = 0;
    for (Eigen::Index k = 0; k < count; ++k) {
      outside |= unless_all_within<Formula>(largest_rate, x[k]...);
      periods[k] = Formula::template distance<Usually>(x[k]...);
    }
    for (Eigen::Index k = 0; k < count; ++k) {
      const double distance = periods[k];
      const double speed = Formula::template speed<Usually>(x[k]...);
      const std::uint64_t ahead = mask_if_negative(tolerance - distance);
      const std::uint64_t moves = mask_if_negative(0 - speed);
      const double time = distance / speed;
      outside |= unless_finite(distance) | unless_finite(speed) | (ahead & moves & unless_finite(time));
      periods[k] = select(ahead, select(moves, or_whole(time, distance, speed), infinity), 0);
      reach[k] = (ahead & 1U) + (ahead & ~moves & 1U);
    }
    return (outside & sign_bit) == 0;
  }
};

template <class Formula, class... Arrays>
[[nodiscard]] Crossings crossing_on_arrays(const Arrays&... arrays) {
  Crossings crossings;
  crossings.periods.resize(broadcast_size({arrays.size()...}));
  crossings.reach.resize(crossings.periods.size());
  const VectorSet set = vector_set();
  each_block(
      [&](Eigen::Index begin, Eigen::Index count, const auto*... x) {
        double* const periods = crossings.periods.data() + begin;
        std::int8_t* const reach = crossings.reach.data() + begin;
        std::array<std::uint64_t, static_cast<std::size_t>(broadcast_block)> words;
        if (run_on<CrossingBlock<Formula>>(set, periods, words.data(), count, x...)) {
          std::transform(words.data(), words.data() + count, reach, narrow_word);
          return;
        }
        each_of_block(begin, count, [&](Eigen::Index i) {
          const Crossing crossing = crossing_on_numbers<Formula>(x[i]...);
          periods[i] = crossing.periods;
          reach[i] = static_cast<std::int8_t>(crossing.reach);
        });
      },
      arrays...);
  return crossings;
}

}  // namespace shengzhou_report::detail::formula

#endif
