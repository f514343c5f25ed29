#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/prices.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct CarryOver {
  static constexpr const char* name = "carry_over";
  static constexpr std::array parameters{Parameter{"same_month", Domain::positive_level},
                                         Parameter{"year_end", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double same_month, double year_end) { return year_end / same_month - 1; }
};

struct NewPriceRise {
  static constexpr const char* name = "new_price_rise";
  static constexpr std::array parameters{Parameter{"year_on_year", Domain::rate},
                                         Parameter{"carry_over", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double year_on_year, double carry_over) {
    return year_on_year - carry_over;
  }
};

struct BaseEffect {
  static constexpr const char* name = "base_effect";
  static constexpr std::array parameters{Parameter{"year_on_year_previous", Domain::rate},
                                         Parameter{"base_month_on_month", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double year_on_year_previous, double base_month_on_month) {
    return -(1 + year_on_year_previous) * base_month_on_month / (1 + base_month_on_month);
  }
};

struct Momentum {
  static constexpr const char* name = "momentum";
  static constexpr std::array parameters{BaseEffect::parameters[0], BaseEffect::parameters[1],
                                         Parameter{"month_on_month", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double year_on_year_previous, double base_month_on_month,
                                               double month_on_month) {
    return (1 + year_on_year_previous) * month_on_month / (1 + base_month_on_month);
  }
};

struct YearOnYear {
  static constexpr const char* name = "year_on_year";
  static constexpr std::array parameters{Parameter{"month_on_month", Domain::rate}};
};

struct MonthOnMonth {
  static constexpr const char* name = "month_on_month";
  static constexpr std::array parameters{Parameter{"year_on_year", Domain::rate}};
};

struct FirstYear {
  static constexpr const char* name = "month_on_month";
  static constexpr std::array parameters{Parameter{"first_year", Domain::rate}};
};

struct PriceChange {
  static constexpr const char* name = "price_changes";
  static constexpr std::array parameters = YearOnYear::parameters;
};

struct AnnualCarryOver {
  static constexpr const char* name = "annual_carry_over";
  static constexpr std::array parameters = YearOnYear::parameters;
};

/// Factors by which prices rose over the rest of last year and since then, for each period that has a year behind it.
struct YearFactors {
  Eigen::ArrayXd carried;
  Eigen::ArrayXd since;
};

/// @param first  place in its year of the first rate, from 0. Every factor is a product of its own, so nothing cancels.
[[nodiscard]] inline YearFactors year_factors(const Eigen::ArrayXd& rates, Eigen::Index first, Eigen::Index year) {
  const Eigen::Index size = rates.size();
  const auto begins = [&](Eigen::Index i) { return (first + i) % year == 0; };
  Eigen::ArrayXd to_end(size);  // from period i to the end of its year
  for (Eigen::Index i = size - 1; i >= 0; --i) {
    to_end[i] = (1 + rates[i]) * (i + 1 == size || begins(i + 1) ? 1 : to_end[i + 1]);
  }
  YearFactors factors{.carried = Eigen::ArrayXd(size - year + 1), .since = Eigen::ArrayXd(size - year + 1)};
  double since = 1;
  for (Eigen::Index i = 0; i < size; ++i) {
    since = (1 + rates[i]) * (begins(i) ? 1 : since);
    const Eigen::Index start = i - year + 1;
    if (start < 0) continue;
    factors.carried[start] = begins(start) ? 1 : to_end[start];
    factors.since[start] = since;
  }
  return factors;
}

inline void require_year(const char* function, Eigen::Index size, Eigen::Index first_period,
                         Eigen::Index periods_per_year) {
  if (periods_per_year < 1) {
    throw DomainError(std::string(function) + ": periods_per_year = " + std::to_string(periods_per_year) +
                      " must be at least 1: 4 for quarters, 12 for months");
  }
  if (first_period < 1 || first_period > periods_per_year) {
    throw DomainError(std::string(function) + ": first_period = " + std::to_string(first_period) +
                      " must lie between 1 and " + std::to_string(periods_per_year));
  }
  if (size < periods_per_year) {
    throw DomainError(std::string(function) + ": month_on_month has " + std::to_string(size) + " rates, a year has " +
                      std::to_string(periods_per_year) + ": give at least one year");
  }
}

/// Throws where a number has left the doubles; ends of intervals may be infinite.
[[nodiscard]] inline Eigen::ArrayXd require_finite_sequence(const char* function, Eigen::ArrayXd numbers) {
  if (!numbers.isFinite().all()) throw DomainError(std::string(function) + ": the result is too large for a double");
  return numbers;
}

/// Rates behind `first_year`, from the ends of the yearly rates that make each of them smallest or largest.
[[nodiscard]] inline Eigen::ArrayXd unwound(const Eigen::ArrayXd& first_year, const Eigen::ArrayXd& later,
                                            const Eigen::ArrayXd& earlier) {
  const Eigen::Index year = first_year.size();
  Eigen::ArrayXd factors(year + later.size() - 1);
  factors.head(year) = 1 + first_year;
  for (Eigen::Index i = 1; i < later.size(); ++i) {
    factors[year + i - 1] = factors[i - 1] * ((1 + later[i]) / (1 + earlier[i - 1]));
  }
  Eigen::ArrayXd rates = factors - 1;
  rates.head(year) = first_year;  // to the last digit
  return rates;
}

inline void require_unwinding(Eigen::Index yearly, Eigen::Index first_year) {
  if (first_year < 2) {
    throw DomainError("month_on_month: first_year has " + std::to_string(first_year) +
                      " rates: give those of one year, at least 2");
  }
  if (yearly < 1) throw DomainError("month_on_month: no yearly rates given: give that of the end of first_year first");
}

/// Growth of the mean if prices stay where a year of `rates` ends.
[[nodiscard]] inline double carried_over(const Eigen::ArrayXd& rates) {
  double level = 1;  // over that of the end
  double sum = 1;
  for (Eigen::Index i = rates.size() - 1; i > 0; --i) {
    level /= 1 + rates[i];
    sum += level;
  }
  return static_cast<double>(rates.size()) / sum - 1;
}

inline void require_rates(const char* function, std::size_t count) {
  if (count == 0) throw DomainError(std::string(function) + ": no rates given: give one rate per period of last year");
}

SHENGZHOU_REPORT_DEFINE(CarryOver);
SHENGZHOU_REPORT_DEFINE(NewPriceRise);
SHENGZHOU_REPORT_DEFINE(BaseEffect);
SHENGZHOU_REPORT_DEFINE(Momentum);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd year_on_year(const ArrayRef& month_on_month, Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  formula::require_year(formula::YearOnYear::name, month_on_month.size(), 1, periods_per_year);
  formula::require_each<formula::YearOnYear>(month_on_month);
  const auto [carried, since] = formula::year_factors(month_on_month, 0, periods_per_year);
  return formula::require_finite_sequence(formula::YearOnYear::name, carried * since - 1);
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> year_on_year(std::span<const Interval> month_on_month,
                                                           Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  formula::require_year(formula::YearOnYear::name, static_cast<Eigen::Index>(month_on_month.size()), 1,
                        periods_per_year);
  formula::require_each<formula::YearOnYear>(month_on_month);
  const auto low = formula::year_factors(formula::lower_ends(month_on_month), 0, periods_per_year);
  const auto high = formula::year_factors(formula::upper_ends(month_on_month), 0, periods_per_year);
  return formula::between(low.carried * low.since - 1, high.carried * high.since - 1);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd month_on_month(const ArrayRef& year_on_year, const ArrayRef& first_year) {
  namespace formula = detail::formula;
  formula::require_unwinding(year_on_year.size(), first_year.size());
  formula::require_each<formula::MonthOnMonth>(year_on_year);
  formula::require_each<formula::FirstYear>(first_year);
  return formula::require_finite_sequence(formula::MonthOnMonth::name,
                                          formula::unwound(first_year, year_on_year, year_on_year));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> month_on_month(std::span<const Interval> year_on_year,
                                                             std::span<const Interval> first_year) {
  namespace formula = detail::formula;
  formula::require_unwinding(static_cast<Eigen::Index>(year_on_year.size()),
                             static_cast<Eigen::Index>(first_year.size()));
  formula::require_each<formula::MonthOnMonth>(year_on_year);
  formula::require_each<formula::FirstYear>(first_year);
  const Eigen::ArrayXd low = formula::lower_ends(year_on_year);
  const Eigen::ArrayXd high = formula::upper_ends(year_on_year);
  return formula::between(formula::unwound(formula::lower_ends(first_year), low, high),
                          formula::unwound(formula::upper_ends(first_year), high, low));
}

SHENGZHOU_REPORT_INLINE PriceChanges price_changes(const ArrayRef& month_on_month, Eigen::Index first_period,
                                                   Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  using formula::PriceChange;
  formula::require_year(PriceChange::name, month_on_month.size(), first_period, periods_per_year);
  formula::require_each<PriceChange>(month_on_month);
  const auto [carried, since] = formula::year_factors(month_on_month, first_period - 1, periods_per_year);
  return {.year_on_year = formula::require_finite_sequence(PriceChange::name, carried * since - 1),
          .carry_over = carried - 1,
          .new_price_rise = carried * (since - 1),
          .since_year_end = since - 1};
}

SHENGZHOU_REPORT_INLINE PriceChangeRanges price_changes(std::span<const Interval> month_on_month,
                                                        Eigen::Index first_period, Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  using formula::PriceChange;
  const auto size = static_cast<Eigen::Index>(month_on_month.size());
  formula::require_year(PriceChange::name, size, first_period, periods_per_year);
  formula::require_each<PriceChange>(month_on_month);
  const auto low = formula::year_factors(formula::lower_ends(month_on_month), first_period - 1, periods_per_year);
  const auto high = formula::year_factors(formula::upper_ends(month_on_month), first_period - 1, periods_per_year);
  // The two factors share no rate. A fall is largest where much was carried over, a rise smallest where little was; an
  // infinite factor times no rise at all is none.
  const auto rise = [](const Eigen::ArrayXd& since, const Eigen::ArrayXd& of_fall, const Eigen::ArrayXd& of_rise) {
    const Eigen::ArrayXd rises = (since < 1).select(of_fall, of_rise) * (since - 1);
    return Eigen::ArrayXd((since == 1).select(0.0, rises));
  };
  const Eigen::ArrayXd lowest = rise(low.since, high.carried, low.carried);
  const Eigen::ArrayXd highest = rise(high.since, low.carried, high.carried);
  return {.year_on_year = formula::between(low.carried * low.since - 1, high.carried * high.since - 1),
          .carry_over = formula::between(low.carried - 1, high.carried - 1),
          .new_price_rise = formula::between(lowest, highest),
          .since_year_end = formula::between(low.since - 1, high.since - 1)};
}

SHENGZHOU_REPORT_INLINE double annual_carry_over(const ArrayRef& month_on_month) {
  namespace formula = detail::formula;
  formula::require_rates(formula::AnnualCarryOver::name, static_cast<std::size_t>(month_on_month.size()));
  formula::require_each<formula::AnnualCarryOver>(month_on_month);
  return formula::carried_over(month_on_month);
}

SHENGZHOU_REPORT_INLINE Interval annual_carry_over(std::span<const Interval> month_on_month) {
  namespace formula = detail::formula;
  formula::require_rates(formula::AnnualCarryOver::name, month_on_month.size());
  formula::require_each<formula::AnnualCarryOver>(month_on_month);
  return {formula::carried_over(formula::lower_ends(month_on_month)),
          formula::carried_over(formula::upper_ends(month_on_month))};
}

}  // namespace shengzhou_report
