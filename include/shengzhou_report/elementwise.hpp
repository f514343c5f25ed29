#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/rate.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// What a number may be.
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

/// A parameter of a formula: its name, what it may be, and what it is where a call leaves it out.
struct Parameter {
  const char* name;
  Domain domain;
  double usual = std::numeric_limits<double>::quiet_NaN();
};

/// What an argument of the form on intervals may be: both ends coincide for a number.
struct Ends {
  double lower = std::numeric_limits<double>::quiet_NaN();
  double upper = lower;

  Ends() = default;
  Ends(double value) : lower(value), upper(value) {}  // NOLINT(google-explicit-constructor)
  Ends(const Interval& interval)                      // NOLINT(google-explicit-constructor)
      : lower(interval.lower()), upper(interval.upper()) {}
  Ends(double lower_end, double upper_end) : lower(lower_end), upper(upper_end) {}
};

struct Signature {
  const char* name;
  std::span<const Parameter> parameters;
};

/// The forms of a formula behind its call. The compiled library holds them; otherwise they come with the headers.
template <class Formula>
struct Forms {
  [[nodiscard]] static Signature signature() noexcept;
  [[nodiscard]] static double number(std::span<const double> given);
  static void array(double* out, Eigen::Index size, std::span<const ArrayRef* const> given);
  [[nodiscard]] static Interval interval(std::span<const Ends> given);
};

template <class T>
concept Number = std::convertible_to<T, double>;

/// The type of argument i of the form on intervals: an interval, or a number where another makes no sense.
template <std::size_t i, std::size_t ranged>
using RangeOrNumber = std::conditional_t<(i < ranged), const Interval&, double>;

/// The call on intervals with a number of arguments. It is no template, so that {744.5, 745.5} is an interval.
template <class Formula, std::size_t ranged, class Each>
struct OnIntervals;

template <class Formula, std::size_t ranged, std::size_t... i>
struct OnIntervals<Formula, ranged, std::index_sequence<i...>> {
  [[nodiscard]] Interval operator()(RangeOrNumber<i, ranged>... x) const { return range(x...); }

  /// The same of numbers: an interval of one number.
  [[nodiscard]] Interval range(RangeOrNumber<i, ranged>... x) const {
    return Forms<Formula>::interval(std::array<Ends, sizeof...(i)>{Ends(x)...});
  }
};

/// Without a form on intervals.
template <class Formula, std::size_t... i>
struct OnIntervals<Formula, 0, std::index_sequence<i...>> {
  void operator()() const = delete;
  void range() const = delete;
};

}  // namespace detail::formula

/// A formula of numbers, as an object that is called like a function, in three forms:
///   - f(numbers...) gives a number;
///   - f(arrays...) works element by element; arguments have size n or 1, and an error names the element;
///     f.into(out, arrays...) writes into `out` as `broadcast_into` does;
///   - f(intervals...), numbers among them, gives the exact range while the arguments vary independently, its ends to
///     the last digits of double precision.
/// All raise DomainError where an argument lies outside its domain or the result is no finite number; for rates of 1
/// (100 %) and more see `LargeRates`.
///
/// @tparam Formula  names the definition.
/// @tparam ranged   how many parameters, the first ones, may be intervals; with 0 there is no form on intervals.
/// @tparam numbers  how many parameters follow that are numbers in the form on intervals too.
/// @tparam optional how many of the last may be left out.
template <class Formula, std::size_t ranged, std::size_t numbers = 0, std::size_t optional = 0>
class Elementwise : detail::formula::OnIntervals<Formula, ranged, std::make_index_sequence<ranged + numbers>> {
  using Forms = detail::formula::Forms<Formula>;
  using Ranges = detail::formula::OnIntervals<Formula, ranged, std::make_index_sequence<ranged + numbers>>;

 public:
  static constexpr std::size_t size = ranged + numbers;  ///< how many parameters there are

  using Ranges::operator();
  using Ranges::range;

  /// Its name and parameters.
  [[nodiscard]] static detail::formula::Signature signature() noexcept { return Forms::signature(); }

  /// f(numbers...): the value at one point.
  template <detail::formula::Number... X>
    requires(sizeof...(X) <= size && sizeof...(X) + optional >= size)
  [[nodiscard]] double operator()(X... x) const {
    return Forms::number(std::array<double, sizeof...(X)>{static_cast<double>(x)...});
  }

  /// f(arrays...): one value an element of the broadcast arguments.
  template <ArrayArgument... X>
    requires(sizeof...(X) <= size && sizeof...(X) + optional >= size)
  [[nodiscard]] Eigen::ArrayXd operator()(const X&... x) const {
    return filled(static_cast<const ArrayRef&>(x)...);
  }

  /// @throws DomainError  also when `out` has another size than the arguments give.
  template <ArrayArgument... X>
    requires(sizeof...(X) <= size && sizeof...(X) + optional >= size)
  void into(Eigen::Ref<Eigen::ArrayXd> out, const X&... x) const {
    fill(out.data(), out.size(), static_cast<const ArrayRef&>(x)...);
  }

  /// The form on intervals without the arguments that may be left out.
  template <std::convertible_to<Interval>... X>
    requires(ranged > 0 && sizeof...(X) < size && sizeof...(X) + optional == size &&
             !(detail::formula::Number<X> && ...))
  [[nodiscard]] Interval operator()(const X&... x) const {
    return Forms::interval(std::array<detail::formula::Ends, sizeof...(X)>{detail::formula::Ends(x)...});
  }

 private:
  // The references may bind to temporaries, which live until the call ends.
  template <class... Columns>
  [[nodiscard]] static Eigen::ArrayXd filled(const Columns&... columns) {
    Eigen::ArrayXd out(broadcast_size({columns.size()...}));
    fill(out.data(), out.size(), columns...);
    return out;
  }
  template <class... Columns>
  static void fill(double* out, Eigen::Index count, const Columns&... columns) {
    Forms::array(out, count, std::array<const ArrayRef*, sizeof...(Columns)>{&columns...});
  }
};

/// One name for formulas that take different numbers of arguments: called like each of them.
template <class... Each>
struct ElementwiseOverloads : Each... {
  using Each::operator()...;
  using Each::into...;
  using Each::range...;
};

}  // namespace shengzhou_report
