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

template <class Argument>
[[nodiscard]] std::size_t first_outside(const Signature& formula, std::span<const Argument> arguments) noexcept {
  std::size_t i = 0;
  while (i < arguments.size() && holds(formula.parameters[i].domain, arguments[i])) ++i;
  return i;
}

template <class Formula>
inline constexpr Signature signature_of{Formula::name, Formula::parameters};

// What is not worth a copy for each formula takes the formula as a value: its signature, `Blocks` or `Monotone`.

[[noreturn]] inline void reject_arguments(const Signature& formula, std::span<const double> x) {
  const std::size_t i = first_outside(formula, x);
  reject_argument(formula.name, formula.parameters[i], x[i]);
}

/// Throws unless every number lies in the domain of its parameter. The message is built out of line, so that loops
/// over arrays stay short.
template <class Formula, class... Numbers>
void require(Numbers... x) {
  const bool valid = [&]<std::size_t... i>(std::index_sequence<i...>) {
    return (holds(Formula::parameters[i].domain, x) && ...);
  }(std::index_sequence_for<Numbers...>{});
  if (!valid) reject_arguments(signature_of<Formula>, std::array<double, sizeof...(x)>{x...});
}

inline void require_box(const Signature& formula, std::span<const Ends> box) {
  const std::size_t i = first_outside(formula, box);
  if (i < box.size()) reject_argument(formula.name, formula.parameters[i], box[i]);
}

/// Throws unless every interval lies in the domain of its parameter; where the domain has no limit, an end may be
/// infinite.
template <class Formula, class... Arguments>
void require_box(const Arguments&... arguments) {
  require_box(signature_of<Formula>, std::array<Ends, sizeof...(arguments)>{Ends(arguments)...});
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

[[noreturn]] inline void reject_result(const Signature& formula, const char* reason, std::span<const Ends> arguments) {
  std::string call;
  for (std::size_t i = 0; i < arguments.size(); ++i)
    call += (i == 0 ? "" : ", ") + std::string(formula.parameters[i].name) + " = " + to_text(arguments[i]);
  throw DomainError(std::string(formula.name) + "(" + call + "): " + reason);
}

/// Why there is no result though the arguments are in order.
template <class Formula>
[[nodiscard]] constexpr const char* reason_of() noexcept {
  if constexpr (requires { Formula::reason; }) return Formula::reason;
  return "the result is too large for a double";
}

/// Throws because the arguments are in order, but their result is not.
template <class Formula, class... Arguments>
[[noreturn]] void reject_result(const Arguments&... arguments) {
  reject_result(signature_of<Formula>, reason_of<Formula>(),
                std::array<Ends, sizeof...(arguments)>{Ends(arguments)...});
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

/// `fill_block` of a formula: x point to as many columns as it has parameters.
using FillBlock = bool (*)(double* results, Eigen::Index count, const double* const* x);

template <class Formula>
using EachParameter = std::make_index_sequence<Formula::parameters.size()>;

/// `fill_block` of as many columns as the formula has parameters, as a loop that `run_on` takes.
template <class Formula, class Functions>
struct FillColumns {
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static bool run(double* results, Eigen::Index count, const double* const* x) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) SHENGZHOU_REPORT_FLATTEN {
      return fill_block<Formula, Functions>(results, count, x[i]...);
    }(EachParameter<Formula>{});
  }
};

template <class Formula>
[[nodiscard]] bool fill_on_widest(double* results, Eigen::Index count, const double* const* x) {
  return run_on<FillColumns<Formula, Usually>>(vector_set(), results, count, x);
}

inline constexpr std::size_t most_parameters = 8;
inline constexpr std::size_t most_outputs = 4;
inline constexpr std::size_t most_results = most_outputs * static_cast<std::size_t>(broadcast_block);

/// What the form on arrays takes of a formula.
struct Blocks {
  std::size_t parameters;
  FillBlock fill;
  FillBlock fill_everywhere;                  ///< with functions for every number; null where `fill` has none
  double (*number)(std::span<const double>);  ///< the form on numbers
};

template <class Formula>
[[nodiscard]] Blocks blocks_of() noexcept {
  static_assert(Formula::parameters.size() <= most_parameters && outputs<Formula>() <= most_outputs);
  FillBlock everywhere = nullptr;
  if constexpr (has_two_steps<Formula>) everywhere = FillColumns<Formula, Everywhere>::run;
  return {Formula::parameters.size(), fill_on_widest<Formula>, everywhere, Forms<Formula>::number};
}

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

/// Computes a block. It is judged without branches, so that the loops vectorise; only one that may hold an error is
/// looked at again, number by number. Throws the error of the first element that the form on numbers rejects, if there
/// is one.
inline void fill_elements(const Blocks& blocks, double* results, Eigen::Index begin, Eigen::Index count,
                          const double* const* x) {
  if (blocks.fill(results, count, x)) return;
  if (blocks.fill_everywhere != nullptr && blocks.fill_everywhere(results, count, x)) return;
  std::array<double, most_parameters> point;
  each_of_block(begin, count, [&](Eigen::Index i) {
    for (std::size_t k = 0; k < blocks.parameters; ++k) point[k] = x[k][i];
    static_cast<void>(blocks.number(std::span(point).first(blocks.parameters)));
  });
}

/// What `on_numbers` gives for every element, into arrays of the broadcast size: one, or as many as there are results.
template <std::same_as<ArrayRef>... Arrays>
void on_arrays_into(const Blocks& blocks, std::span<double* const> out, const Arrays&... arrays) {
  each_block(
      [&](Eigen::Index begin, Eigen::Index count, const std::same_as<double> auto*... x) {
        const std::array<const double*, sizeof...(x)> columns{x...};
        double* const to = out[0] + begin;
        const auto is_apart = [&](const double* from) {
          return std::less_equal<>()(from + count, to) || std::less_equal<>()(to + count, from);
        };
        if (out.size() == 1 && (is_apart(x) && ...)) return fill_elements(blocks, to, begin, count, columns.data());
        // Several results, or one that is an argument as well.
        std::array<double, most_results> block;
        fill_elements(blocks, block.data(), begin, count, columns.data());
        const double* results = block.data();
        for (double* const column : out) {
          std::copy_n(results, count, column + begin);
          results += broadcast_block;
        }
      },
      arrays...);
}

/// The same for a formula of one result, into `size` numbers, of the arrays given and the usual numbers of the
/// parameters left out. @throws DomainError  also when that is not the right size.
template <std::size_t... i>
void on_arrays_into(std::index_sequence<i...> /*each*/, const Blocks& blocks, const Parameter* parameters, double* out,
                    Eigen::Index size, std::span<const ArrayRef* const> given) {
  const auto column = [&](std::size_t k) -> ArrayRef {
    return k < given.size() ? *given[k] : ArrayRef(Eigen::Map<const Eigen::ArrayXd>(&parameters[k].usual, 1));
  };
  const auto fill = [&](const std::same_as<ArrayRef> auto&... arrays) {
    require_size(size, broadcast_size({arrays.size()...}));
    on_arrays_into(blocks, std::array{out}, arrays...);
  };
  fill(column(i)...);
}

/// What the form on intervals takes of a formula.
struct Monotone {
  Signature signature;
  const char* reason;
  double (*value)(const double* x);
};

template <class Formula>
[[nodiscard]] Monotone monotone_of() noexcept {
  static_assert(Formula::parameters.size() <= most_parameters);
  return {signature_of<Formula>, reason_of<Formula>(), [](const double* x) {
            return [x]<std::size_t... i>(std::index_sequence<i...>) {
              return Formula::value(x[i]...);
            }(EachParameter<Formula>{});
          }};
}

/// Exact range over a box for a formula that is monotone in each argument while the others are held: the extremes lie
/// at corners.
[[nodiscard]] inline Interval on_intervals(const Monotone& formula, std::span<const Ends> box) {
  require_box(formula.signature, box);
  double lower = infinity;
  double upper = -infinity;
  for (std::size_t corner = 0; corner < (std::size_t{1} << box.size()); ++corner) {
    std::array<double, most_parameters> x{};
    bool is_finite = true;
    for (std::size_t i = 0; i < box.size(); ++i) {
      x[i] = (corner >> i & 1U) != 0 ? box[i].upper : box[i].lower;
      is_finite = is_finite && std::isfinite(x[i]);
    }
    const double value = formula.value(x.data());
    if (is_finite && !std::isfinite(value)) {
      const std::array<Ends, most_parameters> at = std::apply([](auto... end) { return std::array{Ends(end)...}; }, x);
      reject_result(formula.signature, formula.reason, std::span(at).first(box.size()));
    }
    // An indeterminate form such as inf / inf lies between the limits at the corners next to it.
    if (std::isnan(value)) continue;
    lower = std::min(lower, value);
    upper = std::max(upper, value);
  }
  if (lower > upper) reject_result(formula.signature, formula.reason, box);
  return {lower, upper};
}

template <class Formula, class... Arguments>
[[nodiscard]] Interval on_intervals(const Arguments&... arguments) {
  return on_intervals(monotone_of<Formula>(), std::array<Ends, sizeof...(arguments)>{Ends(arguments)...});
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
  on_arrays_into(EachParameter<Formula>{}, blocks_of<Formula>(), Formula::parameters.data(), out, size, given);
}

template <class Formula>
Interval Forms<Formula>::interval(std::span<const Ends> given) {
  std::array<Ends, Formula::parameters.size()> all;
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = i < given.size() ? given[i] : Ends(Formula::parameters[i].usual);
  const auto range = [&](std::size_t i) { return Interval(all[i].lower, all[i].upper); };
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    if constexpr (requires { Formula::range(range(i)...); }) {
      require_box(signature_of<Formula>, all);
      return Formula::range(range(i)...);
    } else {
      static_cast<void>(range);
      return on_intervals(monotone_of<Formula>(), all);
    }
  }(EachParameter<Formula>{});
}

}  // namespace detail::formula

}  // namespace shengzhou_report
