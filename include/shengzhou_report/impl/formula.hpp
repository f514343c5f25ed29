#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/interval.hpp>

namespace shengzhou_report {

// A formula is a struct with a name, its parameters and a plain `value`. The checks, the messages and the forms of
// `Elementwise` follow from that. It may have more: `reason`, why its result is none; `range(intervals...)`, its own
// form on intervals, where the extremes do not lie at corners; `outputs` and `store`, several results;
// `is_always_finite`. One with a logarithm or an exponential has `first` and `second` in place of `value`: see
// `TwoSteps`.
namespace detail::formula {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double smallest = std::numeric_limits<double>::denorm_min();
inline constexpr double smallest_normal = std::numeric_limits<double>::min();
inline constexpr std::uint64_t infinity_bits = 0x7ff0000000000000;
// Two figures that agree to 12 digits count as equal where equality decides, so that rounding cannot add a year.
inline constexpr double tolerance = 1e-12;

struct Bounds {
  double lower;
  double upper;
  const char* advice;
};

/// Where a domain ends; a rate ends at `rate_limit` if that is lower.
[[nodiscard]] constexpr Bounds widest_bounds(Domain domain) noexcept {
  switch (domain) {
    case Domain::number:
      break;
    case Domain::level:
      return {0.0, largest, "cannot be negative"};
    case Domain::positive_level:
      return {smallest, largest, "must be positive: growth from zero and ratios to zero are undefined"};
    case Domain::rate:
      return {-1 + 0x1p-53, largest, "must exceed -1: rates are fractions, 0.065 is 6.5 %"};
    case Domain::positive:
      return {smallest, largest, "must be positive"};
    case Domain::share:
      return {0.0, 1 - 0x1p-53, "must be a share of at least 0 and below 1"};
    case Domain::elapsed_share:
      return {smallest, 1.0, "must be a share above 0 and up to 1"};
    case Domain::fraction:
      return {0.0, 1.0, "must be a share from 0 to 1"};
    case Domain::income:
      return {0.0, 1e150, "must be an income of 0 to 1e150"};
    case Domain::positive_income:
      return {1e-150, 1e150, "must be positive: an income of 1e-150 to 1e150"};
    case Domain::leading_ratio:
      return {1.0, largest, "must be at least 1: exchange urban and rural"};
    case Domain::horizon:
      return {0.0, 1e6, "cannot be negative or above a million"};
    case Domain::deviation:
      return {0.0, largest, "cannot be negative: it is a standard deviation"};
    case Domain::correlation:
      return {-1.0, 1.0, "must lie between -1 and 1"};
    case Domain::probability:
      return {smallest, 1 - 0x1p-53, "must lie between 0 and 1, exclusive"};
  }
  return {-largest, largest, "must be a finite number"};
}

[[nodiscard]] inline Bounds bounds(Domain domain) noexcept {
  const auto [lower, upper, advice] = widest_bounds(domain);
  return {lower, domain == Domain::rate ? rate_limit : upper, advice};
}

[[nodiscard]] inline std::string to_text(const Ends& ends) {
  return ends.lower < ends.upper ? to_string(Interval(ends.lower, ends.upper)) : format_double(ends.lower);
}

/// What a rate of 100 % or more is told.
[[nodiscard]] inline std::string large_rate(double rate) {
  return "would be " + format_double(100 * rate) + " %: rates are fractions, " + format_double(rate) + " % is " +
         format_double(rate / 100) + "; where growth is as large as that, call within large_rates (LargeRates)";
}

[[noreturn]] inline void reject_argument(const char* function, const Parameter& parameter, const Ends& value) {
  const bool number = value.lower < infinity && value.upper > -infinity;
  std::string advice = "is not a finite number: leave out missing values before the call";
  if (number) {
    const double rate = value.upper < infinity ? value.upper : value.lower;
    const bool large = parameter.domain == Domain::rate && value.lower > -1 && rate > rate_limit;
    advice = large ? large_rate(rate) : bounds(parameter.domain).advice;
  }
  throw DomainError(std::string(function) + ": " + parameter.name + " = " + to_text(value) + " " + advice);
}

[[nodiscard]] inline bool holds(Domain domain, double x) noexcept {
  return x >= bounds(domain).lower && x <= bounds(domain).upper;
}

[[nodiscard]] inline bool holds(Domain domain, const Ends& ends) noexcept {
  const auto [lower, upper, advice] = bounds(domain);
  const bool open_below = lower == -largest && ends.lower == -infinity;
  const bool open_above = (upper == largest || domain == Domain::rate) && ends.upper == infinity;
  return (ends.lower >= lower || open_below) && (ends.upper <= upper || open_above) && ends.lower <= upper &&
         ends.upper >= lower;
}

template <class Formula, class Argument, std::size_t count>
[[nodiscard]] std::size_t first_outside(const std::array<Argument, count>& arguments) noexcept {
  std::size_t i = 0;
  while (i < count && holds(Formula::parameters[i].domain, arguments[i])) ++i;
  return i;
}

template <class Formula, class... Numbers>
[[noreturn]] void reject_arguments(Numbers... x) {
  const std::array<double, sizeof...(x)> numbers{x...};
  const std::size_t i = first_outside<Formula>(numbers);
  reject_argument(Formula::name, Formula::parameters[i], numbers[i]);
}

/// Throws unless every number lies in the domain of its parameter. The message is built out of line, so that loops
/// over arrays stay short.
template <class Formula, class... Numbers>
void require(Numbers... x) {
  const bool valid = [&]<std::size_t... i>(std::index_sequence<i...>) {
    return (holds(Formula::parameters[i].domain, x) && ...);
  }(std::index_sequence_for<Numbers...>{});
  if (!valid) reject_arguments<Formula>(x...);
}

/// Throws unless every interval lies in the domain of its parameter; where the domain has no limit, an end may be
/// infinite.
template <class Formula, class... Arguments>
void require_box(const Arguments&... arguments) {
  const std::array<Ends, sizeof...(arguments)> box{Ends(arguments)...};
  const std::size_t i = first_outside<Formula>(box);
  if (i < box.size()) reject_argument(Formula::name, Formula::parameters[i], box[i]);
}

/// Throws unless `rate` is one.
inline void require_rate(const char* function, const char* name, const Ends& rate) {
  if (!holds(Domain::rate, rate)) reject_argument(function, {name, Domain::rate}, rate);
}

/// Throws unless some growth lies within limits of it, which may lie below -1.
inline void require_rate_limits(const char* function, const char* name, const Interval& limits) {
  require_rate(function, name,
               Ends(std::max(limits.lower(), std::min(limits.upper(), bounds(Domain::rate).lower)), limits.upper()));
}

/// Throws because the arguments are in order, but their result is not.
template <class Formula, class... Arguments>
[[noreturn]] void reject_result(const Arguments&... arguments) {
  std::string call;
  const auto append = [&](const Parameter& parameter, const Ends& value) {
    call += (call.empty() ? "" : ", ") + std::string(parameter.name) + " = " + to_text(value);
  };
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    (append(Formula::parameters[i], Ends(arguments)), ...);
  }(std::index_sequence_for<Arguments...>{});
  const char* reason = "the result is too large for a double";
  if constexpr (requires { Formula::reason; }) reason = Formula::reason;
  throw DomainError(std::string(Formula::name) + "(" + call + "): " + reason);
}

template <class Formula, class... Numbers>
[[nodiscard]] double on_numbers(Numbers... x) {
  require<Formula>(x...);
  const double result = Formula::value(x...);
  if (!std::isfinite(result)) reject_result<Formula>(x...);
  return result;
}

/// A formula as second(first(x...), x...). Loops over its steps are shorter than one over both, so that more numbers
/// are on their way at once. A step takes the functions of logarithms and exponentials as a parameter: `Usually` in
/// loops.
template <class Formula>
struct TwoSteps {
  template <class... Numbers>
  SHENGZHOU_REPORT_FLATTEN static double value(Numbers... x) {
    return Formula::template second<Everywhere>(Formula::template first<Everywhere>(x...), x...);
  }
};

template <class Formula>
inline constexpr bool has_two_steps = std::is_base_of_v<TwoSteps<Formula>, Formula>;

/// How many numbers a formula gives; one with several has `store(results, x...)`, which writes them a
/// block apart, and must be finite for all arguments in their domains.
template <class Formula>
[[nodiscard]] constexpr std::size_t outputs() noexcept {
  if constexpr (requires { Formula::outputs; }) return Formula::outputs;
  return 1;
}

/// Numbers of a block on their way to a result that is one of the arguments, or to several.
template <class Formula>
using Block = std::array<double, outputs<Formula>() * static_cast<std::size_t>(broadcast_block)>;

/// Sign bit set unless `x` lies in a domain, where rates end at `largest_rate`. It may be set for a negative zero too.
template <Domain domain>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t unless_within(double largest_rate, double x) noexcept {
  constexpr Bounds limits = widest_bounds(domain);
  return unless_between(limits.lower, domain == Domain::rate ? largest_rate : limits.upper, x);
}

/// Sign bit set unless every number surely lies in the domain of its parameter.
template <class Formula, std::same_as<double>... Numbers>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t unless_all_within(double largest_rate, Numbers... x) {
  return [&]<std::size_t... i>(std::index_sequence<i...>) SHENGZHOU_REPORT_FLATTEN {
    return (unless_within<Formula::parameters[i].domain>(largest_rate, x) | ...);
  }(std::index_sequence_for<Numbers...>{});
}

/// Computes a block; returns whether all arguments and results are surely in order. It may say no where it should not;
/// then results of a formula in two steps may be missing, unless `Functions` are for every number.
template <class Formula, class Functions = Usually, std::same_as<double>... Numbers>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline bool fill_block(double* results, Eigen::Index count,
                                                              const Numbers*... x) {
  const double largest_rate = rate_limit;
  std::uint64_t outside = 0;
  const auto keep = [&](Eigen::Index k, double result) SHENGZHOU_REPORT_FLATTEN {
    if constexpr (!requires { Formula::is_always_finite; }) outside |= unless_finite(result);
    results[k] = result;
  };
  for (Eigen::Index k = 0; k < count; ++k) {
    outside |= unless_all_within<Formula>(largest_rate, x[k]...);
    if constexpr (outputs<Formula>() > 1) {
      Formula::store(results + k, x[k]...);
    } else if constexpr (has_two_steps<Formula>) {
      results[k] = Formula::template first<Functions>(x[k]...);
    } else {
      keep(k, Formula::value(x[k]...));
    }
  }
  if constexpr (has_two_steps<Formula>) {
    for (Eigen::Index k = 0; k < count; ++k) keep(k, Formula::template second<Functions>(results[k], x[k]...));
  }
  return (outside & sign_bit) == 0;
}

/// `fill_block` as a loop that `run_on` takes.
template <class Formula>
struct FillBlock {
  template <class... Numbers>
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static bool run(double* results, Eigen::Index count, const Numbers*... x) {
    return fill_block<Formula>(results, count, x...);
  }
};

/// Calls `visit(i)` for each of a block; an error names the element.
template <class Visitor>
void each_of_block(Eigen::Index begin, Eigen::Index count, const Visitor& visit) {
  for (Eigen::Index i = 0; i < count; ++i) {
    try {
      visit(i);
    } catch (const DomainError& error) {
      throw_at(begin + i, error);
    }
  }
}

/// The number of a word, which loops compute as wide as a double.
[[nodiscard]] inline std::int8_t narrow_word(std::uint64_t word) noexcept { return static_cast<std::int8_t>(word); }

/// Computes a block of which something may not be in order. Throws the error of the first element that `on_numbers`
/// rejects, if there is one.
template <class Formula, class... Numbers>
void fill_elements(double* results, Eigen::Index begin, Eigen::Index count, const Numbers*... x) {
  if constexpr (has_two_steps<Formula>) {
    if (fill_block<Formula, Everywhere>(results, count, x...)) return;
  }
  each_of_block(begin, count, [&](Eigen::Index i) { static_cast<void>(on_numbers<Formula>(x[i]...)); });
}

/// What `on_numbers` gives for every element, into arrays of the broadcast size. A block is computed and judged without
/// branches, so that the loops vectorise; only one that may hold an error is looked at again, number by number.
template <class Formula, class... Arrays>
void on_arrays_into(const std::array<double*, outputs<Formula>()>& out, const Arrays&... arrays) {
  const VectorSet set = vector_set();
  const auto fill = [set](double* results, Eigen::Index begin, Eigen::Index count, const auto*... x) {
    if (!run_on<FillBlock<Formula>>(set, results, count, x...)) fill_elements<Formula>(results, begin, count, x...);
  };
  each_block(
      [&out, &fill](Eigen::Index begin, Eigen::Index count, const auto*... x) {
        if constexpr (outputs<Formula>() == 1) {
          const double* const to = out[0] + begin;
          if (((std::less_equal<>()(x + count, to) || std::less_equal<>()(to + count, x)) && ...))
            return fill(out[0] + begin, begin, count, x...);
        }
        Block<Formula> block;
        fill(block.data(), begin, count, x...);
        const double* results = block.data();
        for (double* const column : out) {
          std::copy_n(results, count, column + begin);
          results += broadcast_block;
        }
      },
      arrays...);
}

/// The same for a formula of one result, into `size` numbers. @throws DomainError  also when that is not the right
/// size.
template <class Formula, class... Arrays>
void on_arrays_into(double* out, Eigen::Index size, const Arrays&... arrays) {
  require_size(size, broadcast_size({arrays.size()...}));
  on_arrays_into<Formula>(std::array{out}, arrays...);
}

/// Exact range over a box for a formula that is monotone in each argument while the others are held: the extremes lie
/// at corners.
template <class Formula, class... Arguments>
[[nodiscard]] Interval on_intervals(const Arguments&... arguments) {
  require_box<Formula>(arguments...);
  constexpr std::size_t count = sizeof...(arguments);
  const std::array<Ends, count> box{Ends(arguments)...};
  double lower = infinity;
  double upper = -infinity;
  for (std::size_t corner = 0; corner < (std::size_t{1} << count); ++corner) {
    const auto end = [&](std::size_t i) { return (corner >> i & 1U) != 0 ? box[i].upper : box[i].lower; };
    const double value = [&]<std::size_t... i>(std::index_sequence<i...>) {
      if ((std::isfinite(end(i)) && ...)) return on_numbers<Formula>(end(i)...);
      return Formula::value(end(i)...);
    }(std::index_sequence_for<Arguments...>{});
    // An indeterminate form such as inf / inf lies between the limits at the corners next to it.
    if (std::isnan(value)) continue;
    lower = std::min(lower, value);
    upper = std::max(upper, value);
  }
  if (lower > upper) reject_result<Formula>(arguments...);
  return {lower, upper};
}

/// The numbers given, and the usual ones of the parameters left out.
template <class Formula>
[[nodiscard]] auto complete(std::span<const double> given) {
  std::array<double, Formula::parameters.size()> all;
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i < given.size() ? given[i] : Formula::parameters[i].usual;
  return all;
}

template <class Formula>
Signature Forms<Formula>::signature() noexcept {
  return {Formula::name, Formula::parameters};
}

template <class Formula>
double Forms<Formula>::number(std::span<const double> given) {
  return std::apply([](auto... x) { return on_numbers<Formula>(x...); }, complete<Formula>(given));
}

template <class Formula>
void Forms<Formula>::array(double* out, Eigen::Index size, std::span<const ArrayRef* const> given) {
  constexpr std::size_t count = Formula::parameters.size();
  const auto usual = complete<Formula>({});
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    const auto column = [&](std::size_t k) -> ArrayRef {
      return k < given.size() ? *given[k] : ArrayRef(Eigen::Map<const Eigen::ArrayXd>(&usual[k], 1));
    };
    on_arrays_into<Formula>(out, size, column(i)...);
  }(std::make_index_sequence<count>{});
}

template <class Formula>
Interval Forms<Formula>::interval(std::span<const Ends> given) {
  std::array<Ends, Formula::parameters.size()> all;
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i < given.size() ? given[i] : Ends(Formula::parameters[i].usual);
  return std::apply(
      [](const auto&... x) {
        const auto range = [](const Ends& ends) { return Interval(ends.lower, ends.upper); };
        if constexpr (requires { Formula::range(range(x)...); }) {
          require_box<Formula>(x...);
          return Formula::range(range(x)...);
        } else {
          return on_intervals<Formula>(x...);
        }
      },
      all);
}

}  // namespace detail::formula

}  // namespace shengzhou_report
