#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <ostream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/fraction.hpp>
#include <shengzhou_report/impl/normal.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/progress.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct SinglePeriod {
  static constexpr const char* name = "single_period";
  static constexpr std::array parameters{Parameter{"ytd", Domain::number}, Parameter{"ytd_previous", Domain::number}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ytd, double ytd_previous) { return ytd - ytd_previous; }
};

struct SingleGrowth {
  static constexpr const char* name = "single_growth";
  static constexpr const char* reason =
      "the period alone must not be negative, and last year's, which the growth rates imply, must be positive";
  static constexpr std::array parameters{Parameter{"ytd", Domain::level}, Parameter{"ytd_growth", Domain::rate},
                                         Parameter{"ytd_previous", Domain::level},
                                         Parameter{"growth_previous", Domain::rate}};
  /// -inf for a negative period, as which no finite result counts, and +inf without a positive base.
  SHENGZHOU_REPORT_FLATTEN static double value(double ytd, double ytd_growth, double ytd_previous,
                                               double growth_previous) {
    const double base_ytd = ytd / (1 + ytd_growth);
    const double base = base_ytd - ytd_previous / (1 + growth_previous);
    if (!(base > tolerance * base_ytd)) return infinity;
    return ytd < ytd_previous ? -infinity : (ytd - ytd_previous) / base - 1;
  }
  static Interval range(const Interval& ytd, const Interval& ytd_growth, const Interval& ytd_previous,
                        const Interval& growth_previous);
};

struct YearToDate {
  static constexpr const char* name = "year_to_date";
  static constexpr std::array parameters{Parameter{"single", Domain::number}};
};

struct Completion {
  static constexpr const char* name = "completion";
  static constexpr std::array parameters{Parameter{"ytd", Domain::level},
                                         Parameter{"annual_target", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ytd, double annual_target) { return ytd / annual_target; }
};

struct Lead {
  static constexpr const char* name = "lead";
  static constexpr std::array parameters{Completion::parameters[0], Completion::parameters[1],
                                         Parameter{"share", Domain::elapsed_share}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ytd, double annual_target, double share) {
    return ytd / annual_target - share;
  }
};

struct ProjectedTotal {
  static constexpr const char* name = "projected_total";
  static constexpr std::array parameters{Parameter{"ytd", Domain::level}, Parameter{"share", Domain::elapsed_share}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ytd, double share) { return ytd / share; }
};

struct SeasonalFigures {
  static constexpr const char* name = "seasonal_pattern";
  static constexpr std::array parameters{Parameter{"single", Domain::level}};
};

struct Errors {
  static constexpr const char* name = "error_moments";
  static constexpr std::array parameters{Parameter{"errors", Domain::number}};
};

struct NormalErrors {
  static constexpr const char* name = "target_probability";
  static constexpr std::array parameters{Parameter{"forecast", Domain::number}, Parameter{"mean", Domain::number},
                                         Parameter{"sd", Domain::positive}};
};

struct EmpiricalErrors {
  static constexpr const char* name = "target_probability";
  static constexpr std::array parameters{Parameter{"errors", Domain::number}};
};

struct Forecast {
  static constexpr const char* name = "target_probability";
  static constexpr std::array parameters{Parameter{"forecast", Domain::number}};
};

inline void require_periods_per_year(const char* function, Eigen::Index periods_per_year) {
  if (periods_per_year >= 1) return;
  throw DomainError(std::string(function) + ": periods_per_year = " + std::to_string(periods_per_year) +
                    " must be at least 1: 4 for quarters, 12 for months");
}

inline void require_one_size(const char* function, Eigen::Index ytd, Eigen::Index growth) {
  if (ytd == growth) return;
  throw DomainError(std::string(function) + ": ytd has " + std::to_string(ytd) + " figures, ytd_growth " +
                    std::to_string(growth) + ": give one rate a figure");
}

/// The figures one period before, 0 before the first period of a year.
[[nodiscard]] inline Eigen::ArrayXd previous_in_year(const ArrayRef& figures, Eigen::Index periods_per_year) {
  Eigen::ArrayXd previous(figures.size());
  for (Eigen::Index i = 0; i < figures.size(); ++i) previous[i] = i % periods_per_year == 0 ? 0 : figures[i - 1];
  return previous;
}

/// The same of intervals, each with its predecessor; an error names the element.
template <class Function>
[[nodiscard]] std::vector<Interval> each_in_year(std::size_t size, Eigen::Index periods_per_year,
                                                 const Function& function) {
  std::vector<Interval> results;
  results.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    try {
      results.push_back(function(i, i % static_cast<std::size_t>(periods_per_year) == 0));
    } catch (const DomainError& error) {
      throw DomainError(std::string(error.what()) + " (element " + std::to_string(i) + ")");
    }
  }
  return results;
}

[[nodiscard]] inline double normal_target(const Interval& target, double forecast, const ErrorMoments& errors) {
  require<NormalErrors>(forecast, errors.mean, errors.sd);
  const double center = forecast + errors.mean;
  return normal_probability_between((target.lower() - center) / errors.sd, (target.upper() - center) / errors.sd);
}

[[nodiscard]] inline double empirical_target(const Interval& target, double forecast, const ArrayRef& errors) {
  require<Forecast>(forecast);
  const auto met = [&](double error) {
    const double outturn = forecast + error;
    // An outturn on the end of the target is a sum of decimals, which binary numbers do not hit.
    const double slack = tolerance * std::max(std::abs(forecast), std::abs(error));
    return outturn >= target.lower() - slack && outturn <= target.upper() + slack;
  };
  return static_cast<double>(std::count_if(errors.begin(), errors.end(), met)) / static_cast<double>(errors.size());
}

inline void require_errors(const ArrayRef& errors) {
  if (errors.size() == 0) throw DomainError("target_probability: no errors given: give at least one");
  require_each<EmpiricalErrors>(errors);
}

/// A lead, on the better side positive.
[[nodiscard]] inline double on_better_side(double lead, Direction direction) noexcept {
  return direction == Direction::lower ? -lead : lead;
}

[[nodiscard]] inline Pace pace(double ytd, double annual_target, double share, Direction direction) {
  return {.share = share,
          .lead = on_better_side(lead(ytd, annual_target, share), direction),
          .projection = projected_total(ytd, share)};
}

inline Interval SingleGrowth::range(const Interval& ytd, const Interval& ytd_growth, const Interval& ytd_previous,
                                    const Interval& growth_previous) {
  using Formula = SingleGrowth;
  require_box<Formula>(ytd, ytd_growth, ytd_previous, growth_previous);
  // While the base is positive the formula is monotone in each argument; a negative period alone is left out.
  double lower = infinity;
  double upper = -infinity;
  for (const double y : {ytd.lower(), ytd.upper()}) {
    for (const double g : {ytd_growth.lower(), ytd_growth.upper()}) {
      for (const double p : {ytd_previous.lower(), ytd_previous.upper()}) {
        for (const double h : {growth_previous.lower(), growth_previous.upper()}) {
          const double value = Formula::value(y, g, p, h);
          // NaN compares false: an infinite end leaves the base open.
          if (!(value < infinity)) reject_result<Formula>(ytd, ytd_growth, ytd_previous, growth_previous);
          lower = std::min(lower, value);
          upper = std::max(upper, value);
        }
      }
    }
  }
  if (upper == -infinity) reject_result<Formula>(ytd, ytd_growth, ytd_previous, growth_previous);
  return {std::max(lower, -1.0), upper};
}

SHENGZHOU_REPORT_DEFINE(SinglePeriod);
SHENGZHOU_REPORT_DEFINE(SingleGrowth);
SHENGZHOU_REPORT_DEFINE(Completion);
SHENGZHOU_REPORT_DEFINE(Lead);
SHENGZHOU_REPORT_DEFINE(ProjectedTotal);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd single_periods(const ArrayRef& ytd, Eigen::Index periods_per_year) {
  detail::formula::require_periods_per_year("single_periods", periods_per_year);
  return single_period(ytd, detail::formula::previous_in_year(ytd, periods_per_year));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> single_periods(std::span<const Interval> ytd,
                                                             Eigen::Index periods_per_year) {
  detail::formula::require_periods_per_year("single_periods", periods_per_year);
  return detail::formula::each_in_year(ytd.size(), periods_per_year, [&](std::size_t i, bool first) {
    return single_period(ytd[i], first ? Interval(0.0) : ytd[i - 1]);
  });
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd single_growths(const ArrayRef& ytd, const ArrayRef& ytd_growth,
                                                      Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  formula::require_periods_per_year("single_growths", periods_per_year);
  formula::require_one_size("single_growths", ytd.size(), ytd_growth.size());
  return single_growth(ytd, ytd_growth, formula::previous_in_year(ytd, periods_per_year),
                       formula::previous_in_year(ytd_growth, periods_per_year));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> single_growths(std::span<const Interval> ytd,
                                                             std::span<const Interval> ytd_growth,
                                                             Eigen::Index periods_per_year) {
  namespace formula = detail::formula;
  formula::require_periods_per_year("single_growths", periods_per_year);
  formula::require_one_size("single_growths", static_cast<Eigen::Index>(ytd.size()),
                            static_cast<Eigen::Index>(ytd_growth.size()));
  return formula::each_in_year(ytd.size(), periods_per_year, [&](std::size_t i, bool first) {
    return single_growth(ytd[i], ytd_growth[i], first ? Interval(0.0) : ytd[i - 1],
                         first ? Interval(0.0) : ytd_growth[i - 1]);
  });
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd year_to_date(const ArrayRef& single, Eigen::Index periods_per_year) {
  using detail::formula::YearToDate;
  detail::formula::require_periods_per_year(YearToDate::name, periods_per_year);
  Eigen::ArrayXd ytd(single.size());
  const auto add = [&](Eigen::Index i, double figure) {
    detail::formula::require<YearToDate>(figure);
    ytd[i] = i % periods_per_year == 0 ? figure : ytd[i - 1] + figure;
    if (!std::isfinite(ytd[i])) throw DomainError("year_to_date: the result is too large for a double");
  };
  broadcast_each(add, single);
  return ytd;
}

SHENGZHOU_REPORT_INLINE double calendar_share(const std::chrono::year_month_day& date) {
  if (!date.ok()) {
    throw DomainError("calendar_share: there is no day " + std::to_string(static_cast<int>(date.year())) + "-" +
                      std::to_string(static_cast<unsigned>(date.month())) + "-" +
                      std::to_string(static_cast<unsigned>(date.day())));
  }
  const std::chrono::sys_days start = date.year() / std::chrono::January / 1;
  const std::chrono::sys_days end = (date.year() + std::chrono::years(1)) / std::chrono::January / 1;
  const auto passed = (std::chrono::sys_days(date) - start).count() + 1;
  return static_cast<double>(passed) / static_cast<double>((end - start).count());
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd calendar_share(std::span<const std::chrono::year_month_day> dates) {
  Eigen::ArrayXd shares(static_cast<Eigen::Index>(dates.size()));
  std::transform(dates.begin(), dates.end(), shares.begin(), [](const auto& date) { return calendar_share(date); });
  return shares;
}

SHENGZHOU_REPORT_INLINE double calendar_share(Period period) {
  switch (period) {
    case Period::one_month:
      return 1 / 12.0;
    case Period::two_months:
      return 2 / 12.0;
    case Period::first_quarter:
      return 0.25;
    case Period::four_months:
      return 4 / 12.0;
    case Period::five_months:
      return 5 / 12.0;
    case Period::second_quarter:
    case Period::first_half:
      return 0.5;
    case Period::seven_months:
      return 7 / 12.0;
    case Period::eight_months:
      return 8 / 12.0;
    case Period::third_quarter:
    case Period::nine_months:
      return 0.75;
    case Period::ten_months:
      return 10 / 12.0;
    case Period::eleven_months:
      return 11 / 12.0;
    case Period::fourth_quarter:
    case Period::second_half:
    case Period::year:
      return 1;
    case Period::month:
    case Period::months:
    case Period::month_average:
    case Period::year_average:
    case Period::cumulative:
      break;
  }
  throw DomainError(std::string("calendar_share: period = ") + to_string(period) +
                    " does not end at a certain time of the year");
}

SHENGZHOU_REPORT_INLINE SeasonalPattern seasonal_pattern(const ArrayRef& single, Eigen::Index periods_per_year) {
  using detail::formula::SeasonalFigures;
  detail::formula::require_periods_per_year(SeasonalFigures::name, periods_per_year);
  detail::formula::require_each<SeasonalFigures>(single);
  if (single.size() == 0 || single.size() % periods_per_year != 0) {
    throw DomainError("seasonal_pattern: single has " + std::to_string(single.size()) +
                      " figures, which are no complete years of " + std::to_string(periods_per_year) + " periods");
  }
  const Eigen::Index years = single.size() / periods_per_year;
  SeasonalPattern pattern{.mean = Eigen::ArrayXd::Zero(periods_per_year),
                          .lowest = Eigen::ArrayXd::Ones(periods_per_year),
                          .highest = Eigen::ArrayXd::Zero(periods_per_year)};
  for (Eigen::Index year = 0; year < years; ++year) {
    // A power of two loses no digit, and keeps the total a double.
    const auto figures = single.segment(year * periods_per_year, periods_per_year);
    const double largest = figures.maxCoeff();
    if (largest == 0) {
      throw DomainError("seasonal_pattern: the total of year " + std::to_string(year + 1) +
                        " is 0, which has no shares");
    }
    Eigen::ArrayXd shares = figures * std::ldexp(1.0, -std::max(0, std::ilogb(largest)));
    for (Eigen::Index i = 1; i < periods_per_year; ++i) shares[i] += shares[i - 1];
    shares /= shares[periods_per_year - 1];
    pattern.mean += shares;
    pattern.lowest = pattern.lowest.min(shares);
    pattern.highest = pattern.highest.max(shares);
  }
  // A mean of equal shares can leave them by a rounding.
  pattern.mean = (pattern.mean / static_cast<double>(years)).max(pattern.lowest).min(pattern.highest).eval();
  return pattern;
}

SHENGZHOU_REPORT_INLINE SeasonalShare seasonal_share(const ArrayRef& single, Eigen::Index period,
                                                     Eigen::Index periods_per_year) {
  if (period < 1 || period > periods_per_year) {
    throw DomainError("seasonal_share: period = " + std::to_string(period) + " must lie between 1 and " +
                      std::to_string(periods_per_year));
  }
  return seasonal_pattern(single, periods_per_year)[period - 1];
}

SHENGZHOU_REPORT_INLINE Progress progress(double annual_target, double ytd, double share,
                                          const ProgressOptions& options) {
  if (options.direction == Direction::none) {
    throw DomainError("progress: direction = none leaves open what is ahead: say higher or lower");
  }
  Progress result{.annual_target = annual_target,
                  .ytd = ytd,
                  .completion = completion(ytd, annual_target),
                  .shortfall = annual_target - ytd,
                  .calendar = detail::formula::pace(ytd, annual_target, share, options.direction),
                  .seasonal = {},
                  .seasonal_lead = {},
                  .required_growth = {},
                  .direction = options.direction};
  if (options.seasonal) {
    const auto [mean, lowest, highest] = *options.seasonal;
    if (!(0 <= lowest && lowest <= mean && mean <= highest && highest <= 1)) {
      throw DomainError(
          "progress: seasonal needs 0 <= lowest <= mean <= highest <= 1, got mean = " + detail::format_double(mean) +
          ", lowest = " + detail::format_double(lowest) + ", highest = " + detail::format_double(highest));
    }
    result.seasonal = detail::formula::pace(ytd, annual_target, mean, options.direction);
    const Interval leads(result.completion - highest, result.completion - lowest);
    result.seasonal_lead = options.direction == Direction::lower ? -leads : leads;
  }
  if (options.previous) {
    const auto [before, total] = *options.previous;
    const bool rest = share < 1;
    if (!(0 <= before && (rest ? before < total : before <= total) && std::isfinite(total))) {
      throw DomainError("progress: the year before needs 0 <= ytd < total, got ytd = " + detail::format_double(before) +
                        ", total = " + detail::format_double(total));
    }
    // Levels, and not their growth, which a year that begins with nothing has none of.
    if (rest && result.shortfall > 0) result.required_growth = growth_rate(total - before, result.shortfall);
  }
  return result;
}

SHENGZHOU_REPORT_INLINE ErrorMoments error_moments(const ArrayRef& errors) {
  detail::formula::require_each<detail::formula::Errors>(errors);
  const auto n = static_cast<double>(errors.size());
  if (n < 2) {
    throw DomainError("error_moments: " + std::to_string(errors.size()) +
                      " errors leave the standard deviation open: give at least 2");
  }
  const double mean = (errors / n).sum();
  const double sd = ((errors - mean) / std::sqrt(n - 1)).matrix().stableNorm();
  if (!std::isfinite(mean) || !std::isfinite(sd)) {
    throw DomainError("error_moments: the result is too large for a double");
  }
  if (errors.maxCoeff() == errors.minCoeff()) {
    throw DomainError("error_moments: all errors = " + detail::format_double(errors[0]) +
                      ", which leaves no spread: give errors that differ");
  }
  return {mean, sd};
}

SHENGZHOU_REPORT_INLINE double target_probability(const Interval& target, double forecast, const ErrorMoments& errors) {
  return detail::formula::normal_target(target, forecast, errors);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd target_probability(const Interval& target, const ArrayRef& forecast,
                                                          const ErrorMoments& errors) {
  return broadcast([&](double x) { return detail::formula::normal_target(target, x, errors); }, forecast);
}

SHENGZHOU_REPORT_INLINE double target_probability(const Interval& target, double forecast, const ArrayRef& errors) {
  detail::formula::require_errors(errors);
  return detail::formula::empirical_target(target, forecast, errors);
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd target_probability(const Interval& target, const ArrayRef& forecast,
                                                          const ArrayRef& errors) {
  detail::formula::require_errors(errors);
  return broadcast([&](double x) { return detail::formula::empirical_target(target, x, errors); }, forecast);
}

SHENGZHOU_REPORT_INLINE Interval target_outcomes(const Quantity& target, Direction direction) {
  const Interval outcomes = target.target_interval(direction);
  const Unit& unit = target.unit();
  if (!unit.is_ratio() && !unit.is_point()) return outcomes;
  return detail::in_unit(outcomes, conversion_factor(unit, detail::fraction_unit(unit)).to_double());
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const SeasonalShare& share) {
  return out << share.mean << " (" << share.lowest << " to " << share.highest << ")";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Pace& pace) {
  return out << "share " << pace.share << ", lead " << pace.lead << ", projection " << pace.projection;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Progress& progress) {
  const bool is_limit = progress.direction == Direction::lower;
  out << progress.ytd << (is_limit ? " of at most " : " of ") << progress.annual_target << " (" << progress.completion
      << "): calendar lead " << progress.calendar.lead;
  if (progress.seasonal) out << ", seasonal lead " << progress.seasonal->lead;
  if (progress.required_growth) {
    out << (is_limit ? ", rest may grow by " : ", rest needs growth of ") << *progress.required_growth;
  }
  return out;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const ErrorMoments& moments) {
  return out << "mean " << moments.mean << ", sd " << moments.sd;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::SeasonalShare>::operator()(
    const shengzhou_report::SeasonalShare& share) const noexcept {
  const std::hash<double> hash_of;
  return shengzhou_report::detail::hash_combine(
      shengzhou_report::detail::hash_combine(hash_of(share.mean), hash_of(share.lowest)), hash_of(share.highest));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Pace>::operator()(
    const shengzhou_report::Pace& pace) const noexcept {
  const std::hash<double> hash_of;
  return shengzhou_report::detail::hash_combine(
      shengzhou_report::detail::hash_combine(hash_of(pace.share), hash_of(pace.lead)), hash_of(pace.projection));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Progress>::operator()(
    const shengzhou_report::Progress& progress) const noexcept {
  const std::hash<double> hash_of;
  const std::size_t seed =
      shengzhou_report::detail::hash_combine(hash_of(progress.annual_target), hash_of(progress.ytd));
  return shengzhou_report::detail::hash_combine(seed, std::hash<shengzhou_report::Pace>{}(progress.calendar));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::ErrorMoments>::operator()(
    const shengzhou_report::ErrorMoments& moments) const noexcept {
  const std::hash<double> hash_of;
  return shengzhou_report::detail::hash_combine(hash_of(moments.mean), hash_of(moments.sd));
}
