#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/interval.ipp>
#include <shengzhou_report/impl/vector.hpp>

namespace shengzhou_report {

// A formula is a struct with a name, its parameters and a plain `value`. The checks, the messages and the three public
// forms of every formula follow from that.
namespace detail::formula {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double smallest = std::numeric_limits<double>::denorm_min();
// Two figures that agree to 12 digits count as equal where equality decides, so that rounding cannot add a year.
inline constexpr double tolerance = 1e-12;

enum class Domain {
  number,
  level,
  positive_level,
  rate,
  positive,
  share,
  elapsed_share,
  fraction,
  income,
  positive_income,
  leading_ratio,
  horizon,
  deviation,
  correlation,
  probability
};

struct Bounds {
  double lower;
  double upper;
  const char* advice;
};

[[nodiscard]] constexpr Bounds bounds(Domain domain) noexcept {
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

struct Parameter {
  const char* name;
  Domain domain;
};

/// What an argument of the interval form may be: both ends coincide for a number.
struct Ends {
  double lower;
  double upper;

  Ends(double value) : lower(value), upper(value) {}  // NOLINT(google-explicit-constructor)
  Ends(const Interval& interval)                      // NOLINT(google-explicit-constructor)
      : lower(interval.lower()), upper(interval.upper()) {}
};

[[nodiscard]] inline std::string to_text(const Ends& ends) {
  return ends.lower < ends.upper ? to_string(Interval(ends.lower, ends.upper)) : format_double(ends.lower);
}

[[noreturn]] inline void reject_argument(const char* function, const Parameter& parameter, const Ends& value) {
  const bool number = value.lower < infinity && value.upper > -infinity;
  const char* advice =
      number ? bounds(parameter.domain).advice : "is not a finite number: leave out missing values before the call";
  throw DomainError(std::string(function) + ": " + parameter.name + " = " + to_text(value) + " " + advice);
}

[[nodiscard]] constexpr bool holds(Domain domain, double x) noexcept {
  return x >= bounds(domain).lower && x <= bounds(domain).upper;
}

[[nodiscard]] inline bool holds(Domain domain, const Ends& ends) noexcept {
  const auto [lower, upper, advice] = bounds(domain);
  const bool open_below = lower == -largest && ends.lower == -infinity;
  const bool open_above = upper == largest && ends.upper == infinity;
  return (ends.lower >= lower || open_below) && (ends.upper <= upper || open_above) && ends.lower < infinity &&
         ends.upper > -infinity;
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

/// How many numbers a formula gives; one with several has `store(results, x...)`, which writes them a
/// block apart, and must be finite for all arguments in their domains.
template <class Formula>
[[nodiscard]] constexpr std::size_t outputs() noexcept {
  if constexpr (requires { Formula::outputs; }) return Formula::outputs;
  return 1;
}

/// Numbers of a block on their way to the result, which may be one of the arguments.
template <class Formula>
using Block = std::array<double, outputs<Formula>() * static_cast<std::size_t>(broadcast_block)>;

/// Computes a block; returns whether all arguments and results are surely in order. It may say no where it should not.
template <class Formula, std::size_t... i, class... Numbers>
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline bool fill_block(std::index_sequence<i...>, double* results,
                                                              Eigen::Index count, const Numbers*... x) {
  constexpr std::array limits{bounds(Formula::parameters[i].domain)...};
  std::uint64_t outside = 0;
  for (Eigen::Index k = 0; k < count; ++k) {
    outside |= (unless_between(limits[i].lower, limits[i].upper, x[k]) | ...);
    if constexpr (outputs<Formula>() > 1) {
      Formula::store(results + k, x[k]...);
    } else {
      const double result = Formula::value(x[k]...);
      if constexpr (!requires { Formula::is_always_finite; }) outside |= unless_finite(result);
      results[k] = result;
    }
  }
  return (outside & sign_bit) == 0;
}

#if defined(SHENGZHOU_REPORT_AVX2)
template <class Formula, class... Numbers>
[[nodiscard]] SHENGZHOU_REPORT_AVX512 bool fill_block_avx512(double* results, Eigen::Index count, const Numbers*... x) {
  return fill_block<Formula>(std::index_sequence_for<Numbers...>{}, results, count, x...);
}

template <class Formula, class... Numbers>
[[nodiscard]] SHENGZHOU_REPORT_AVX2 bool fill_block_avx2(double* results, Eigen::Index count, const Numbers*... x) {
  return fill_block<Formula>(std::index_sequence_for<Numbers...>{}, results, count, x...);
}
#endif

template <class Formula, class... Numbers>
[[nodiscard]] bool fill_block_on(VectorSet set, double* results, Eigen::Index count, const Numbers*... x) {
#if defined(SHENGZHOU_REPORT_AVX2)
  if (set == VectorSet::avx512) return fill_block_avx512<Formula>(results, count, x...);
  if (set == VectorSet::avx2) return fill_block_avx2<Formula>(results, count, x...);
#endif
  static_cast<void>(set);
  return fill_block<Formula>(std::index_sequence_for<Numbers...>{}, results, count, x...);
}

/// Throws the error of the first element of a block that `on_numbers` rejects, if there is one.
template <class Formula, class... Numbers>
void reject_elements(Eigen::Index begin, Eigen::Index count, const Numbers*... x) {
  for (Eigen::Index i = 0; i < count; ++i) {
    try {
      static_cast<void>(on_numbers<Formula>(x[i]...));
    } catch (const DomainError& error) {
      throw_at(begin + i, error);
    }
  }
}

/// What `on_numbers` gives for every element, into arrays of the broadcast size. A block is computed and judged without
/// branches, so that the loops vectorise; only one that may hold an error is looked at again, number by number.
template <class Formula, class... Arrays>
void on_arrays_into(const std::array<double*, outputs<Formula>()>& out, const Arrays&... arrays) {
  const VectorSet set = vector_set();
  each_block(
      [&out, set](Eigen::Index begin, Eigen::Index count, const auto*... x) {
        Block<Formula> block;
        const bool valid = fill_block_on<Formula>(set, block.data(), count, x...);
        if (!valid) reject_elements<Formula>(begin, count, x...);
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

template <class Formula, class... Arrays>
[[nodiscard]] Eigen::ArrayXd on_arrays(const Arrays&... arrays) {
  Eigen::ArrayXd out(broadcast_size({arrays.size()...}));
  on_arrays_into<Formula>(std::array{out.data()}, arrays...);
  return out;
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

struct Compound {
  static constexpr const char* name = "compound";
  static constexpr std::array parameters{Parameter{"value", Domain::level}, Parameter{"rate", Domain::rate},
                                         Parameter{"periods", Domain::number}};
  // One period is the usual case, and a power costs ten times as much as the rest.
  static double value(double value, double rate, double periods) {
    return value * (periods == 1 ? 1 + rate : std::pow(1 + rate, periods));
  }
};

struct GrowthRate {
  static constexpr const char* name = "growth_rate";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level}};
  static double value(double start, double end) { return end / start - 1; }
};

struct Cagr {
  static constexpr const char* name = "cagr";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level},
                                         Parameter{"periods", Domain::positive}};
  static double value(double start, double end, double periods) { return std::expm1(std::log(end / start) / periods); }
};

struct LogGrowth {
  static constexpr const char* name = "log_growth";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level},
                                         Parameter{"end", Domain::positive_level}};
  static double value(double start, double end) { return std::log(end / start); }
};

struct Doublings {
  static constexpr const char* name = "doublings";
  static constexpr std::array parameters = LogGrowth::parameters;
  static double value(double start, double end) { return std::log2(end / start); }
};

struct AverageGrowth {
  static constexpr const char* name = "average_growth";
  static constexpr std::array parameters{Parameter{"rates", Domain::rate}};
  static double value(const Eigen::ArrayXd& rates) {
    double sum = 0;
    for (const double rate : rates) sum += std::log1p(rate);
    return std::expm1(sum / static_cast<double>(rates.size()));
  }
};

struct TwoYearAverage {
  static constexpr const char* name = "two_year_average";
  static constexpr std::array parameters{Parameter{"growth_previous", Domain::rate},
                                         Parameter{"growth_current", Domain::rate}};
  static double value(double previous, double current) { return std::sqrt((1 + previous) * (1 + current)) - 1; }
};

struct Chain {
  static constexpr const char* name = "chain";
  static constexpr std::array parameters{Parameter{"rates", Domain::rate}};
};

struct ChainBase {
  static constexpr const char* name = "chain";
  static constexpr std::array parameters{Parameter{"base", Domain::positive_level}};
};

struct ImpliedBase {
  static constexpr const char* name = "implied_base";
  static constexpr std::array parameters{Parameter{"level", Domain::level}, Parameter{"growth", Domain::rate}};
  static double value(double level, double growth) { return level / (1 + growth); }
};

struct Annualise {
  static constexpr const char* name = "annualise";
  static constexpr std::array parameters{Parameter{"rate", Domain::rate},
                                         Parameter{"periods_per_year", Domain::positive}};
  static double value(double rate, double periods_per_year) { return std::expm1(std::log1p(rate) * periods_per_year); }
};

struct RealGrowth {
  static constexpr const char* name = "real_growth";
  static constexpr std::array parameters{Parameter{"nominal", Domain::rate},
                                         Parameter{"deflator_growth", Domain::rate}};
  static double value(double nominal, double deflator_growth) { return (1 + nominal) / (1 + deflator_growth) - 1; }
};

struct NominalGrowth {
  static constexpr const char* name = "nominal_growth";
  static constexpr std::array parameters{Parameter{"real", Domain::rate}, Parameter{"deflator_growth", Domain::rate}};
  static double value(double real, double deflator_growth) { return (1 + real) * (1 + deflator_growth) - 1; }
};

struct ImpliedDeflator {
  static constexpr const char* name = "implied_deflator";
  static constexpr std::array parameters{Parameter{"nominal", Domain::rate}, Parameter{"real", Domain::rate}};
  static double value(double nominal, double real) { return RealGrowth::value(nominal, real); }
};

struct RequiredGrowth {
  static constexpr const char* name = "required_growth";
  static constexpr std::array parameters{Parameter{"current", Domain::positive_level},
                                         Parameter{"target", Domain::level}, Parameter{"periods", Domain::positive}};
  static double value(double current, double target, double periods) { return Cagr::value(current, target, periods); }
};

struct RequiredGrowthRest {
  static constexpr const char* name = "required_growth_rest";
  static constexpr const char* reason =
      "the elapsed part alone exceeds the annual target: lower ytd_share or "
      "ytd_growth, or raise annual_target";
  static constexpr std::array parameters{Parameter{"annual_target", Domain::rate},
                                         Parameter{"ytd_growth", Domain::rate}, Parameter{"ytd_share", Domain::share}};
  static double value(double annual_target, double ytd_growth, double ytd_share) {
    const double rest = (annual_target - ytd_share * ytd_growth) / (1 - ytd_share);
    return select(mask_if_negative(rest + (1 + tolerance)), -infinity, rest);
  }
};

struct Contribution {
  static constexpr const char* name = "contribution";
  static constexpr std::array parameters{Parameter{"part_start", Domain::number}, Parameter{"part_end", Domain::number},
                                         Parameter{"whole_start", Domain::positive_level}};
  static double value(double part_start, double part_end, double whole_start) {
    return (part_end - part_start) / whole_start;
  }
};

struct ContributionRate {
  static constexpr const char* name = "contribution_rate";
  static constexpr const char* reason =
      "the whole may not have changed, and a share of no change is undefined: use "
      "contribution instead";
  static constexpr std::array parameters{Parameter{"part_start", Domain::number}, Parameter{"part_end", Domain::number},
                                         Parameter{"whole_start", Domain::level},
                                         Parameter{"whole_end", Domain::level}};
  static double value(double part_start, double part_end, double whole_start, double whole_end) {
    return (part_end - part_start) / (whole_end - whole_start);
  }
};

struct PercentagePointDifference {
  static constexpr const char* name = "percentage_point_difference";
  static constexpr std::array parameters{Parameter{"rate_a", Domain::number}, Parameter{"rate_b", Domain::number}};
  static double value(double rate_a, double rate_b) { return rate_a - rate_b; }
};

/// ln(a / b) that does not overflow on the way.
[[nodiscard]] inline double log_ratio(double a, double b) {
  const double ratio = a / b;
  return std::isnormal(ratio) ? std::log(ratio) : std::log(a) - std::log(b);
}

/// When something that moves by `speed` a period has covered `distance`, both in logarithms of levels.
[[nodiscard]] inline Crossing cover(double distance, double speed) {
  if (distance <= tolerance) return {Reach::already, 0};
  if (!(speed > 0) || distance == infinity) return {Reach::never, infinity};
  const double periods = distance / speed;
  if (periods == infinity) throw DomainError("the number of periods is too large for a double: growth is too slow");
  // Rounding makes an exact hit of 5 periods 5.000000000001, whose ceiling is 6. The condition itself decides.
  const double whole = std::round(periods);
  return {Reach::reached, std::abs(whole * speed - distance) <= tolerance ? whole : periods};
}

struct PeriodsToReach {
  static constexpr const char* name = "periods_to_reach";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level},
                                         Parameter{"rate", Domain::rate}};
  static Crossing value(double start, double end, double rate) {
    return cover(log_ratio(end, start), std::log1p(rate));
  }
};

struct DoublingTime {
  static constexpr const char* name = "doubling_time";
  static constexpr std::array parameters{Parameter{"rate", Domain::rate}, Parameter{"times", Domain::positive}};
  static Crossing value(double rate, double times) { return cover(std::log(times), std::log1p(rate)); }
};

template <class Formula, class... Numbers>
[[nodiscard]] Crossing crossing_on_numbers(Numbers... x) {
  require<Formula>(x...);
  return Formula::value(x...);
}

template <class Formula, class... Arrays>
[[nodiscard]] Crossings crossing_on_arrays(const Arrays&... arrays) {
  Crossings crossings;
  crossings.periods.resize(broadcast_size({arrays.size()...}));
  crossings.reach.resize(crossings.periods.size());
  broadcast_each(
      [&](Eigen::Index i, auto... x) {
        const Crossing crossing = crossing_on_numbers<Formula>(x...);
        crossings.periods[i] = crossing.periods;
        crossings.reach[i] = static_cast<std::int8_t>(crossing.reach);
      },
      arrays...);
  return crossings;
}

[[nodiscard]] inline Eigen::ArrayXd lower_ends(std::span<const Interval> intervals) {
  Eigen::ArrayXd ends(static_cast<Eigen::Index>(intervals.size()));
  std::transform(intervals.begin(), intervals.end(), ends.begin(), [](const Interval& x) { return x.lower(); });
  return ends;
}

[[nodiscard]] inline Eigen::ArrayXd upper_ends(std::span<const Interval> intervals) {
  Eigen::ArrayXd ends(static_cast<Eigen::Index>(intervals.size()));
  std::transform(intervals.begin(), intervals.end(), ends.begin(), [](const Interval& x) { return x.upper(); });
  return ends;
}

[[nodiscard]] inline std::vector<Interval> between(const Eigen::ArrayXd& lower, const Eigen::ArrayXd& upper) {
  std::vector<Interval> intervals;
  intervals.reserve(static_cast<std::size_t>(lower.size()));
  for (Eigen::Index i = 0; i < lower.size(); ++i) intervals.emplace_back(lower[i], upper[i]);
  return intervals;
}

/// Throws unless every rate of a sequence lies in the domain; the message names the element.
template <class Formula>
void require_each(const ArrayRef& rates) {
  broadcast_each([](Eigen::Index, double rate) { require<Formula>(rate); }, rates);
}

template <class Formula>
void require_each(std::span<const Interval> rates) {
  const auto check = [](Eigen::Index, double lower, double upper) { require_box<Formula>(Interval(lower, upper)); };
  broadcast_each(check, lower_ends(rates), upper_ends(rates));
}

inline void require_some(const char* function, std::size_t count) {
  if (count == 0) throw DomainError(std::string(function) + ": no rates given: give one rate per period");
}

/// Levels that start at `start` and multiply by each factor in turn. They may reach infinity only from an infinite
/// start or factor, as interval ends can be.
[[nodiscard]] inline Eigen::ArrayXd cumulate(const char* function, double start, const Eigen::ArrayXd& factors) {
  Eigen::ArrayXd levels(factors.size() + 1);
  levels[0] = start;
  for (Eigen::Index i = 0; i < factors.size(); ++i) {
    levels[i + 1] = levels[i] * factors[i];
    if (!std::isfinite(levels[i + 1]) && std::isfinite(levels[i]) && std::isfinite(factors[i])) {
      throw DomainError(std::string(function) + ": the level after " + std::to_string(i + 1) +
                        " periods is too large for a double");
    }
  }
  return levels;
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE double compound(double value, double rate, double periods) {
  return detail::formula::on_numbers<detail::formula::Compound>(value, rate, periods);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd compound(const ArrayRef& value, const ArrayRef& rate, const ArrayRef& periods) {
  return detail::formula::on_arrays<detail::formula::Compound>(value, rate, periods);
}

SHENGZHOU_REPORT_INLINE Interval compound(const Interval& value, const Interval& rate, double periods) {
  return detail::formula::on_intervals<detail::formula::Compound>(value, rate, periods);
}

SHENGZHOU_REPORT_INLINE double growth_rate(double start, double end) {
  return detail::formula::on_numbers<detail::formula::GrowthRate>(start, end);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd growth_rate(const ArrayRef& start, const ArrayRef& end) {
  return detail::formula::on_arrays<detail::formula::GrowthRate>(start, end);
}

SHENGZHOU_REPORT_INLINE Interval growth_rate(const Interval& start, const Interval& end) {
  return detail::formula::on_intervals<detail::formula::GrowthRate>(start, end);
}

SHENGZHOU_REPORT_INLINE double cagr(double start, double end, double periods) {
  return detail::formula::on_numbers<detail::formula::Cagr>(start, end, periods);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd cagr(const ArrayRef& start, const ArrayRef& end, const ArrayRef& periods) {
  return detail::formula::on_arrays<detail::formula::Cagr>(start, end, periods);
}

SHENGZHOU_REPORT_INLINE Interval cagr(const Interval& start, const Interval& end, double periods) {
  return detail::formula::on_intervals<detail::formula::Cagr>(start, end, periods);
}

SHENGZHOU_REPORT_INLINE double log_growth(double start, double end) {
  return detail::formula::on_numbers<detail::formula::LogGrowth>(start, end);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd log_growth(const ArrayRef& start, const ArrayRef& end) {
  return detail::formula::on_arrays<detail::formula::LogGrowth>(start, end);
}

SHENGZHOU_REPORT_INLINE Interval log_growth(const Interval& start, const Interval& end) {
  return detail::formula::on_intervals<detail::formula::LogGrowth>(start, end);
}

SHENGZHOU_REPORT_INLINE double doublings(double start, double end) {
  return detail::formula::on_numbers<detail::formula::Doublings>(start, end);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd doublings(const ArrayRef& start, const ArrayRef& end) {
  return detail::formula::on_arrays<detail::formula::Doublings>(start, end);
}

SHENGZHOU_REPORT_INLINE Interval doublings(const Interval& start, const Interval& end) {
  return detail::formula::on_intervals<detail::formula::Doublings>(start, end);
}

SHENGZHOU_REPORT_INLINE double average_growth(const ArrayRef& rates) {
  using detail::formula::AverageGrowth;
  detail::formula::require_some(AverageGrowth::name, static_cast<std::size_t>(rates.size()));
  detail::formula::require_each<AverageGrowth>(rates);
  return AverageGrowth::value(rates);
}

SHENGZHOU_REPORT_INLINE Interval average_growth(std::span<const Interval> rates) {
  using detail::formula::AverageGrowth;
  detail::formula::require_some(AverageGrowth::name, rates.size());
  detail::formula::require_each<AverageGrowth>(rates);
  return {AverageGrowth::value(detail::formula::lower_ends(rates)),
          AverageGrowth::value(detail::formula::upper_ends(rates))};
}

SHENGZHOU_REPORT_INLINE double two_year_average(double growth_previous, double growth_current) {
  return detail::formula::on_numbers<detail::formula::TwoYearAverage>(growth_previous, growth_current);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd two_year_average(const ArrayRef& growth_previous,
                                                        const ArrayRef& growth_current) {
  return detail::formula::on_arrays<detail::formula::TwoYearAverage>(growth_previous, growth_current);
}

SHENGZHOU_REPORT_INLINE Interval two_year_average(const Interval& growth_previous, const Interval& growth_current) {
  return detail::formula::on_intervals<detail::formula::TwoYearAverage>(growth_previous, growth_current);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd chain(const ArrayRef& rates, double base) {
  using detail::formula::Chain;
  detail::formula::require_each<Chain>(rates);
  detail::formula::require<detail::formula::ChainBase>(base);
  return detail::formula::cumulate(Chain::name, base, 1 + rates);
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> chain(std::span<const Interval> rates, const Interval& base) {
  using detail::formula::Chain;
  detail::formula::require_each<Chain>(rates);
  detail::formula::require_box<detail::formula::ChainBase>(base);
  return detail::formula::between(
      detail::formula::cumulate(Chain::name, base.lower(), 1 + detail::formula::lower_ends(rates)),
      detail::formula::cumulate(Chain::name, base.upper(), 1 + detail::formula::upper_ends(rates)));
}

SHENGZHOU_REPORT_INLINE double implied_base(double level, double growth) {
  return detail::formula::on_numbers<detail::formula::ImpliedBase>(level, growth);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd implied_base(const ArrayRef& level, const ArrayRef& growth) {
  return detail::formula::on_arrays<detail::formula::ImpliedBase>(level, growth);
}

SHENGZHOU_REPORT_INLINE Interval implied_base(const Interval& level, const Interval& growth) {
  return detail::formula::on_intervals<detail::formula::ImpliedBase>(level, growth);
}

SHENGZHOU_REPORT_INLINE double annualise(double rate, double periods_per_year) {
  return detail::formula::on_numbers<detail::formula::Annualise>(rate, periods_per_year);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd annualise(const ArrayRef& rate, const ArrayRef& periods_per_year) {
  return detail::formula::on_arrays<detail::formula::Annualise>(rate, periods_per_year);
}

SHENGZHOU_REPORT_INLINE Interval annualise(const Interval& rate, double periods_per_year) {
  return detail::formula::on_intervals<detail::formula::Annualise>(rate, periods_per_year);
}

SHENGZHOU_REPORT_INLINE double real_growth(double nominal, double deflator_growth) {
  return detail::formula::on_numbers<detail::formula::RealGrowth>(nominal, deflator_growth);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd real_growth(const ArrayRef& nominal, const ArrayRef& deflator_growth) {
  return detail::formula::on_arrays<detail::formula::RealGrowth>(nominal, deflator_growth);
}

SHENGZHOU_REPORT_INLINE Interval real_growth(const Interval& nominal, const Interval& deflator_growth) {
  return detail::formula::on_intervals<detail::formula::RealGrowth>(nominal, deflator_growth);
}

SHENGZHOU_REPORT_INLINE double nominal_growth(double real, double deflator_growth) {
  return detail::formula::on_numbers<detail::formula::NominalGrowth>(real, deflator_growth);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd nominal_growth(const ArrayRef& real, const ArrayRef& deflator_growth) {
  return detail::formula::on_arrays<detail::formula::NominalGrowth>(real, deflator_growth);
}

SHENGZHOU_REPORT_INLINE Interval nominal_growth(const Interval& real, const Interval& deflator_growth) {
  return detail::formula::on_intervals<detail::formula::NominalGrowth>(real, deflator_growth);
}

SHENGZHOU_REPORT_INLINE double implied_deflator(double nominal, double real) {
  return detail::formula::on_numbers<detail::formula::ImpliedDeflator>(nominal, real);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd implied_deflator(const ArrayRef& nominal, const ArrayRef& real) {
  return detail::formula::on_arrays<detail::formula::ImpliedDeflator>(nominal, real);
}

SHENGZHOU_REPORT_INLINE Interval implied_deflator(const Interval& nominal, const Interval& real) {
  return detail::formula::on_intervals<detail::formula::ImpliedDeflator>(nominal, real);
}

SHENGZHOU_REPORT_INLINE double required_growth(double current, double target, double periods) {
  return detail::formula::on_numbers<detail::formula::RequiredGrowth>(current, target, periods);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd required_growth(const ArrayRef& current, const ArrayRef& target,
                                                       const ArrayRef& periods) {
  return detail::formula::on_arrays<detail::formula::RequiredGrowth>(current, target, periods);
}

SHENGZHOU_REPORT_INLINE Interval required_growth(const Interval& current, const Interval& target, double periods) {
  return detail::formula::on_intervals<detail::formula::RequiredGrowth>(current, target, periods);
}

SHENGZHOU_REPORT_INLINE double required_growth_rest(double annual_target, double ytd_growth, double ytd_share) {
  return detail::formula::on_numbers<detail::formula::RequiredGrowthRest>(annual_target, ytd_growth, ytd_share);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd required_growth_rest(const ArrayRef& annual_target, const ArrayRef& ytd_growth,
                                                            const ArrayRef& ytd_share) {
  return detail::formula::on_arrays<detail::formula::RequiredGrowthRest>(annual_target, ytd_growth, ytd_share);
}

SHENGZHOU_REPORT_INLINE void required_growth_rest_into(Eigen::Ref<Eigen::ArrayXd> out, const ArrayRef& annual_target,
                                                       const ArrayRef& ytd_growth, const ArrayRef& ytd_share) {
  detail::formula::on_arrays_into<detail::formula::RequiredGrowthRest>(out.data(), out.size(), annual_target,
                                                                       ytd_growth, ytd_share);
}

SHENGZHOU_REPORT_INLINE Interval required_growth_rest(const Interval& annual_target, const Interval& ytd_growth,
                                                      const Interval& ytd_share) {
  return detail::formula::on_intervals<detail::formula::RequiredGrowthRest>(annual_target, ytd_growth, ytd_share);
}

SHENGZHOU_REPORT_INLINE double contribution(double part_start, double part_end, double whole_start) {
  return detail::formula::on_numbers<detail::formula::Contribution>(part_start, part_end, whole_start);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd contribution(const ArrayRef& part_start, const ArrayRef& part_end,
                                                    const ArrayRef& whole_start) {
  return detail::formula::on_arrays<detail::formula::Contribution>(part_start, part_end, whole_start);
}

SHENGZHOU_REPORT_INLINE Interval contribution(const Interval& part_start, const Interval& part_end,
                                              const Interval& whole_start) {
  return detail::formula::on_intervals<detail::formula::Contribution>(part_start, part_end, whole_start);
}

SHENGZHOU_REPORT_INLINE double contribution_rate(double part_start, double part_end, double whole_start,
                                                 double whole_end) {
  return detail::formula::on_numbers<detail::formula::ContributionRate>(part_start, part_end, whole_start, whole_end);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd contribution_rate(const ArrayRef& part_start, const ArrayRef& part_end,
                                                         const ArrayRef& whole_start, const ArrayRef& whole_end) {
  return detail::formula::on_arrays<detail::formula::ContributionRate>(part_start, part_end, whole_start, whole_end);
}

SHENGZHOU_REPORT_INLINE Interval contribution_rate(const Interval& part_start, const Interval& part_end,
                                                   const Interval& whole_start, const Interval& whole_end) {
  using detail::formula::ContributionRate;
  if ((whole_end - whole_start).contains(0.0)) {
    detail::formula::reject_result<ContributionRate>(part_start, part_end, whole_start, whole_end);
  }
  return detail::formula::on_intervals<detail::formula::ContributionRate>(part_start, part_end, whole_start, whole_end);
}

SHENGZHOU_REPORT_INLINE double percentage_point_difference(double rate_a, double rate_b) {
  return detail::formula::on_numbers<detail::formula::PercentagePointDifference>(rate_a, rate_b);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd percentage_point_difference(const ArrayRef& rate_a, const ArrayRef& rate_b) {
  return detail::formula::on_arrays<detail::formula::PercentagePointDifference>(rate_a, rate_b);
}

SHENGZHOU_REPORT_INLINE Interval percentage_point_difference(const Interval& rate_a, const Interval& rate_b) {
  return detail::formula::on_intervals<detail::formula::PercentagePointDifference>(rate_a, rate_b);
}

SHENGZHOU_REPORT_INLINE const char* to_string(Reach reach) noexcept {
  switch (reach) {
    case Reach::already:
      return "already";
    case Reach::reached:
      return "reached";
    case Reach::never:
      return "never";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE std::int64_t Crossing::whole_periods() const {
  if (reach == Reach::already) return 0;
  if (reach == Reach::never) throw DomainError("whole_periods: the condition is never reached: test `reach` first");
  // Reached, but not already: not before the end of the first period.
  const double whole = std::max(1.0, std::ceil(periods));
  if (!(whole < 0x1p63)) {
    throw DomainError("whole_periods: " + detail::format_double(periods) + " periods are too many for an integer");
  }
  return static_cast<std::int64_t>(whole);
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Crossing& crossing) {
  out << to_string(crossing.reach);
  if (crossing.reach == Reach::reached) out << " after " << detail::format_double(crossing.periods) << " periods";
  return out;
}

SHENGZHOU_REPORT_INLINE Certainty CrossingRange::reached() const noexcept {
  if (latest.reach != Reach::never) return Certainty::certain;
  return earliest.reach != Reach::never ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const CrossingRange& range) {
  return out << "earliest: " << range.earliest << ", latest: " << range.latest;
}

SHENGZHOU_REPORT_INLINE Crossing periods_to_reach(double start, double end, double rate) {
  return detail::formula::crossing_on_numbers<detail::formula::PeriodsToReach>(start, end, rate);
}

SHENGZHOU_REPORT_INLINE Crossings periods_to_reach(const ArrayRef& start, const ArrayRef& end, const ArrayRef& rate) {
  return detail::formula::crossing_on_arrays<detail::formula::PeriodsToReach>(start, end, rate);
}

SHENGZHOU_REPORT_INLINE CrossingRange periods_to_reach(const Interval& start, const Interval& end,
                                                       const Interval& rate) {
  using detail::formula::PeriodsToReach;
  detail::formula::require_box<PeriodsToReach>(start, end, rate);
  return {PeriodsToReach::value(start.upper(), end.lower(), rate.upper()),
          PeriodsToReach::value(start.lower(), end.upper(), rate.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing doubling_time(double rate, double times) {
  return detail::formula::crossing_on_numbers<detail::formula::DoublingTime>(rate, times);
}

SHENGZHOU_REPORT_INLINE Crossings doubling_time(const ArrayRef& rate, const ArrayRef& times) {
  return detail::formula::crossing_on_arrays<detail::formula::DoublingTime>(rate, times);
}

SHENGZHOU_REPORT_INLINE CrossingRange doubling_time(const Interval& rate, const Interval& times) {
  using detail::formula::DoublingTime;
  detail::formula::require_box<DoublingTime>(rate, times);
  return {DoublingTime::value(rate.upper(), times.lower()), DoublingTime::value(rate.lower(), times.upper())};
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Crossing>::operator()(
    const shengzhou_report::Crossing& crossing) const noexcept {
  return shengzhou_report::detail::hash_combine(static_cast<std::size_t>(crossing.reach),
                                                std::hash<double>{}(crossing.periods));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::CrossingRange>::operator()(
    const shengzhou_report::CrossingRange& range) const noexcept {
  const std::hash<shengzhou_report::Crossing> hash_of;
  return shengzhou_report::detail::hash_combine(hash_of(range.earliest), hash_of(range.latest));
}
