#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <ostream>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct IncomeRatio {
  static constexpr const char* name = "income_ratio";
  static constexpr std::array parameters{Parameter{"urban", Domain::level}, Parameter{"rural", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural) { return urban / rural; }
};

struct IncomeGap {
  static constexpr const char* name = "income_gap";
  static constexpr std::array parameters{Parameter{"urban", Domain::level}, Parameter{"rural", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural) { return urban - rural; }
};

struct RatioPath {
  static constexpr const char* name = "ratio_path";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"urban_growth", Domain::rate},
      Parameter{"rural_growth", Domain::rate}, Parameter{"periods", Domain::horizon}};
  struct Start {
    static constexpr const char* name = RatioPath::name;
    static constexpr std::array parameters{RatioPath::parameters[0]};
  };
  struct Year : YearlyGrowth {
    static constexpr const char* name = RatioPath::name;
  };
  static double factor(double urban_growth, double rural_growth) { return (1 + urban_growth) / (1 + rural_growth); }
};

struct GapPath {
  static constexpr const char* name = "gap_path";
  static constexpr std::array parameters{
      Parameter{"urban", Domain::positive_level}, Parameter{"rural", Domain::positive_level},
      Parameter{"urban_growth", Domain::rate}, Parameter{"rural_growth", Domain::rate},
      Parameter{"periods", Domain::horizon}};
  struct Start {
    static constexpr const char* name = GapPath::name;
    static constexpr std::array parameters{GapPath::parameters[0], GapPath::parameters[1]};
  };
  struct Year : YearlyGrowth {
    static constexpr const char* name = GapPath::name;
  };
};

struct RequiredDifferential : TwoSteps<RequiredDifferential> {
  static constexpr const char* name = "required_differential";
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level},
                                         Parameter{"target", Domain::positive_level},
                                         Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double target, double years) {
    return Functions::logarithm(ratio / target) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double, double) {
    return Functions::exponential(yearly) - 1;
  }
};

struct RequiredRuralGrowth : TwoSteps<RequiredRuralGrowth> {
  static constexpr const char* name = "required_rural_growth";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"urban_growth", Domain::rate},
      Parameter{"target", Domain::positive_level}, Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double, double target, double years) {
    return Functions::logarithm(ratio / target) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double urban_growth, double, double) {
    return (1 + urban_growth) * Functions::exponential(yearly) - 1;
  }
};

struct RequiredUrbanGrowth : TwoSteps<RequiredUrbanGrowth> {
  static constexpr const char* name = "required_urban_growth";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"rural_growth", Domain::rate},
      Parameter{"target", Domain::positive_level}, Parameter{"years", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double ratio, double, double target, double years) {
    return Functions::logarithm(target / ratio) / years;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double rural_growth, double, double) {
    return (1 + rural_growth) * Functions::exponential(yearly) - 1;
  }
};

struct GapThreshold {
  static constexpr const char* name = "gap_threshold";
  static constexpr std::array parameters{Parameter{"ratio", Domain::level}, Parameter{"urban_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double ratio, double urban_growth) { return ratio * urban_growth; }
};

/// ln(b/a), the speed at which the logarithm of the ratio falls.
[[nodiscard]] inline double narrowing_speed(double urban_growth, double rural_growth) {
  if (urban_growth == infinity) return -infinity;
  return std::log1p((rural_growth - urban_growth) / (1 + urban_growth));
}

struct YearsToRatio {
  static constexpr const char* name = "years_to_ratio";
  static constexpr std::array parameters{
      Parameter{"ratio", Domain::positive_level}, Parameter{"urban_growth", Domain::rate},
      Parameter{"rural_growth", Domain::rate}, Parameter{"target", Domain::positive_level}};
  static Crossing value(double ratio, double urban_growth, double rural_growth, double target) {
    return cover(log_ratio(ratio, target), narrowing_speed(urban_growth, rural_growth));
  }
};

struct YearsToRatioOnPath {
  static constexpr const char* name = "years_to_ratio_on_path";
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level},
                                         Parameter{"target", Domain::positive_level}};
  struct Year : YearlyGrowth {
    static constexpr const char* name = YearsToRatioOnPath::name;
  };
  static Crossing value(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth, double target) {
    double distance = log_ratio(ratio, target);
    Crossing crossing = cover(distance, 0);
    broadcast_each(
        [&](Eigen::Index year, double urban, double rural) {
          if (crossing.reach != Reach::never) return;
          const double speed = narrowing_speed(urban, rural);
          if (distance - speed <= tolerance) {
            // The start of the year is not enough, however fast the year is.
            const auto start = static_cast<double>(year);
            const double time = start + std::min(1.0, cover(distance, speed).periods);
            crossing = {Reach::reached, std::max(time, std::nextafter(start, infinity))};
          }
          distance -= speed;
        },
        urban_growth, rural_growth);
    return crossing;
  }
};

struct GapClose {
  static constexpr const char* name = "gap_close";
  static constexpr std::array parameters{
      Parameter{"urban", Domain::positive_level}, Parameter{"rural", Domain::positive_level},
      Parameter{"urban_growth", Domain::rate}, Parameter{"rural_growth", Domain::rate}};
  static Crossing value(double urban, double rural, double urban_growth, double rural_growth) {
    return cover(log_ratio(urban, rural), narrowing_speed(urban_growth, rural_growth));
  }
};

struct RatioHalfLife {
  static constexpr const char* name = "ratio_half_life";
  static constexpr std::array parameters{Parameter{"ratio", Domain::leading_ratio},
                                         Parameter{"urban_growth", Domain::rate},
                                         Parameter{"rural_growth", Domain::rate}};
  static Crossing value(double ratio, double urban_growth, double rural_growth) {
    return cover(std::log(ratio) / 2, narrowing_speed(urban_growth, rural_growth));
  }
};

struct GapPeakFormula {
  static constexpr const char* name = "gap_peak";
  static constexpr std::array parameters = GapClose::parameters;

  /// When urban_pull * urban income first is at most rural_pull * rural income. For the yearly figures the pulls are
  /// the growth rates, in continuous time the logarithms of the growth factors.
  static Crossing balance(double log_start, double urban_pull, double rural_pull, double speed) {
    if (urban_pull <= 0 && rural_pull >= 0) return {Reach::already, 0};
    if (urban_pull >= 0 && rural_pull <= 0) return {Reach::never, infinity};
    const double distance = log_start + log_ratio(urban_pull, rural_pull);
    return urban_pull > 0 ? cover(distance, speed) : cover(-distance, -speed);
  }

  static GapPeak value(double urban, double rural, double urban_growth, double rural_growth) {
    const double start = log_ratio(urban, rural);
    const double speed = narrowing_speed(urban_growth, rural_growth);
    const Crossing yearly = balance(start, urban_growth, rural_growth, speed);
    if (yearly.reach == Reach::never) {
      return {Reach::never, infinity, std::numeric_limits<std::int64_t>::max(), infinity};
    }
    const Crossing continuous = balance(start, std::log1p(urban_growth), std::log1p(rural_growth), speed);
    const double time = continuous.reach == Reach::reached ? continuous.periods : 0;
    const std::int64_t year = yearly.whole_periods();
    const auto years = static_cast<double>(year);
    const double gap = urban * std::pow(1 + urban_growth, years) - rural * std::pow(1 + rural_growth, years);
    // Only two growing incomes can overflow, and at a turning point urban income is then the higher one.
    return {yearly.reach, time, year, std::isfinite(gap) ? gap : infinity};
  }
};

struct IsNarrowing {
  static constexpr const char* name = "is_narrowing";
  static constexpr std::array parameters{Parameter{"urban0", Domain::positive_level},
                                         Parameter{"rural0", Domain::positive_level},
                                         Parameter{"urban1", Domain::level}, Parameter{"rural1", Domain::level}};
  struct Growth : YearlyGrowth {
    static constexpr const char* name = IsNarrowing::name;
  };
};

struct IsGapNarrowing {
  static constexpr const char* name = "is_gap_narrowing";
  static constexpr std::array parameters = IsNarrowing::parameters;
  struct Growth : YearlyGrowth {
    static constexpr const char* name = IsGapNarrowing::name;
  };
  struct Ratio {
    static constexpr const char* name = IsGapNarrowing::name;
    static constexpr std::array parameters{Parameter{"ratio", Domain::level}, YearlyGrowth::parameters[0],
                                           YearlyGrowth::parameters[1]};
  };
};

/// Growth that both the published rate and the levels allow.
[[nodiscard]] inline Interval agreed_growth(const char* function, const char* name, const Interval& published,
                                            const Interval& from, const Interval& to) {
  const Interval implied = growth_rate(from, to);
  if (!published.overlaps(implied)) {
    throw DomainError(std::string(function) + ": " + name + " = " + to_string(published) +
                      " contradicts the levels, which give " + to_string(implied) +
                      ": check the figures, or rely on one kind of evidence");
  }
  return {std::max(published.lower(), implied.lower()), std::min(published.upper(), implied.upper())};
}

/// Exact range of to - from over the levels that grow at a rate within `growth`.
[[nodiscard]] inline Interval agreed_increment(const Interval& growth, const Interval& from, const Interval& to) {
  // The rate narrows what `from` can be. The largest increment at a given start is min(to.upper - from, growth.upper *
  // from), concave in `from`, so its maximum is at an end or where the two terms meet; likewise the smallest.
  const double first = std::max(from.lower(), to.lower() / (1 + growth.upper()));
  const double last = std::min(from.upper(), to.upper() / (1 + growth.lower()));
  const auto most = [&](double start) { return std::min(to.upper() - start, growth.upper() * start); };
  const auto least = [&](double start) { return std::max(to.lower() - start, growth.lower() * start); };
  const auto within = [&](double start) { return std::max(first, std::min(start, last)); };
  const double turn_most = within(to.upper() / (1 + growth.upper()));
  const double turn_least = within(to.lower() / (1 + growth.lower()));
  return {std::min({least(first), least(turn_least), least(last)}),
          std::max({most(first), most(turn_most), most(last)})};
}

/// Throws unless the growth of each year lies in the domain; the message names the element.
template <class Formula>
void require_years(const ArrayRef& urban_growth, const ArrayRef& rural_growth) {
  broadcast_each([](Eigen::Index, double urban, double rural) { require<Formula>(urban, rural); }, urban_growth,
                 rural_growth);
}

template <class Formula>
void require_years(std::span<const Interval> urban_growth, std::span<const Interval> rural_growth) {
  const auto check = [](Eigen::Index, double urban_lower, double urban_upper, double rural_lower, double rural_upper) {
    require_box<Formula>(Interval(urban_lower, urban_upper), Interval(rural_lower, rural_upper));
  };
  broadcast_each(check, lower_ends(urban_growth), upper_ends(urban_growth), lower_ends(rural_growth),
                 upper_ends(rural_growth));
}

[[nodiscard]] inline Eigen::ArrayXd ratio_levels(double ratio, const ArrayRef& urban_growth,
                                                 const ArrayRef& rural_growth) {
  return cumulate(RatioPath::name, ratio, broadcast(RatioPath::factor, urban_growth, rural_growth));
}

[[nodiscard]] inline Eigen::ArrayXd gap_levels(double urban, double rural, const ArrayRef& urban_growth,
                                               const ArrayRef& rural_growth) {
  const auto urban_factor = [](double growth, double) { return 1 + growth; };
  const auto rural_factor = [](double, double growth) { return 1 + growth; };
  return cumulate(GapPath::name, urban, broadcast(urban_factor, urban_growth, rural_growth)) -
         cumulate(GapPath::name, rural, broadcast(rural_factor, urban_growth, rural_growth));
}

/// An empty matrix for the paths of many places. @throws DomainError  for a horizon or a size beyond all use.
[[nodiscard]] inline PathMatrix path_matrix(Eigen::Index places, int periods) {
  constexpr Parameter parameter{"periods", Domain::horizon};
  if (!holds(parameter.domain, static_cast<double>(periods))) {
    throw DomainError("periods = " + std::to_string(periods) + " " + bounds(parameter.domain).advice);
  }
  // 2^28 numbers are 2 GiB; more would end many processes instead of raising.
  const Eigen::Index columns = Eigen::Index{periods} + 1;
  if (places > (Eigen::Index{1} << 28) / columns) {
    throw DomainError(std::to_string(places) + " paths of " + std::to_string(columns) +
                      " values exceed 2^28 numbers: take fewer places at a time");
  }
  return PathMatrix(places, columns);
}

[[nodiscard]] inline Eigen::ArrayXd every_year(double growth, int periods) {
  return Eigen::ArrayXd::Constant(periods, growth);
}

SHENGZHOU_REPORT_DEFINE(IncomeRatio);
SHENGZHOU_REPORT_DEFINE(IncomeGap);
SHENGZHOU_REPORT_DEFINE(RequiredDifferential);
SHENGZHOU_REPORT_DEFINE(RequiredRuralGrowth);
SHENGZHOU_REPORT_DEFINE(RequiredUrbanGrowth);
SHENGZHOU_REPORT_DEFINE(GapThreshold);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd ratio_path(double ratio, double urban_growth, double rural_growth, int periods) {
  using namespace detail::formula;
  require<RatioPath>(ratio, urban_growth, rural_growth, static_cast<double>(periods));
  return ratio_levels(ratio, every_year(urban_growth, periods), every_year(rural_growth, periods));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> ratio_path(const Interval& ratio, const Interval& urban_growth,
                                                         const Interval& rural_growth, int periods) {
  using namespace detail::formula;
  require_box<RatioPath>(ratio, urban_growth, rural_growth, static_cast<double>(periods));
  return between(
      ratio_levels(ratio.lower(), every_year(urban_growth.lower(), periods), every_year(rural_growth.upper(), periods)),
      ratio_levels(ratio.upper(), every_year(urban_growth.upper(), periods),
                   every_year(rural_growth.lower(), periods)));
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd ratio_path(double ratio, const ArrayRef& urban_growth,
                                                  const ArrayRef& rural_growth) {
  using namespace detail::formula;
  require<RatioPath::Start>(ratio);
  require_years<RatioPath::Year>(urban_growth, rural_growth);
  return ratio_levels(ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> ratio_path(const Interval& ratio, std::span<const Interval> urban_growth,
                                                         std::span<const Interval> rural_growth) {
  using namespace detail::formula;
  require_box<RatioPath::Start>(ratio);
  require_years<RatioPath::Year>(urban_growth, rural_growth);
  return between(ratio_levels(ratio.lower(), lower_ends(urban_growth), upper_ends(rural_growth)),
                 ratio_levels(ratio.upper(), upper_ends(urban_growth), lower_ends(rural_growth)));
}

SHENGZHOU_REPORT_INLINE PathMatrix ratio_paths(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                               const ArrayRef& rural_growth, int periods) {
  using namespace detail::formula;
  const Eigen::Index places = broadcast_size({ratio.size(), urban_growth.size(), rural_growth.size()});
  PathMatrix paths = path_matrix(places, periods);
  broadcast_each(
      [&](Eigen::Index place, double start, double urban, double rural) {
        require<RatioPath>(start, urban, rural, static_cast<double>(periods));
        const double factor = RatioPath::factor(urban, rural);
        double* const path = paths.row(place).data();
        path[0] = start;
        for (int year = 0; year < periods; ++year) path[year + 1] = path[year] * factor;
        if (!std::isfinite(path[periods])) reject_result<RatioPath>(start, urban, rural, static_cast<double>(periods));
      },
      ratio, urban_growth, rural_growth);
  return paths;
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd gap_path(double urban, double rural, double urban_growth, double rural_growth,
                                                int periods) {
  using namespace detail::formula;
  require<GapPath>(urban, rural, urban_growth, rural_growth, static_cast<double>(periods));
  return gap_levels(urban, rural, every_year(urban_growth, periods), every_year(rural_growth, periods));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> gap_path(const Interval& urban, const Interval& rural,
                                                       const Interval& urban_growth, const Interval& rural_growth,
                                                       int periods) {
  using namespace detail::formula;
  require_box<GapPath>(urban, rural, urban_growth, rural_growth, static_cast<double>(periods));
  return between(gap_levels(urban.lower(), rural.upper(), every_year(urban_growth.lower(), periods),
                            every_year(rural_growth.upper(), periods)),
                 gap_levels(urban.upper(), rural.lower(), every_year(urban_growth.upper(), periods),
                            every_year(rural_growth.lower(), periods)));
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd gap_path(double urban, double rural, const ArrayRef& urban_growth,
                                                const ArrayRef& rural_growth) {
  using namespace detail::formula;
  require<GapPath::Start>(urban, rural);
  require_years<GapPath::Year>(urban_growth, rural_growth);
  return gap_levels(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> gap_path(const Interval& urban, const Interval& rural,
                                                       std::span<const Interval> urban_growth,
                                                       std::span<const Interval> rural_growth) {
  using namespace detail::formula;
  require_box<GapPath::Start>(urban, rural);
  require_years<GapPath::Year>(urban_growth, rural_growth);
  return between(gap_levels(urban.lower(), rural.upper(), lower_ends(urban_growth), upper_ends(rural_growth)),
                 gap_levels(urban.upper(), rural.lower(), upper_ends(urban_growth), lower_ends(rural_growth)));
}

SHENGZHOU_REPORT_INLINE PathMatrix gap_paths(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                             const ArrayRef& rural_growth, int periods) {
  using namespace detail::formula;
  const Eigen::Index places = broadcast_size({urban.size(), rural.size(), urban_growth.size(), rural_growth.size()});
  PathMatrix paths = path_matrix(places, periods);
  broadcast_each(
      [&](Eigen::Index place, double u, double r, double u_growth, double r_growth) {
        require<GapPath>(u, r, u_growth, r_growth, static_cast<double>(periods));
        double* const path = paths.row(place).data();
        double urban_level = u;
        double rural_level = r;
        path[0] = u - r;
        for (int year = 0; year < periods; ++year) {
          urban_level *= 1 + u_growth;
          rural_level *= 1 + r_growth;
          path[year + 1] = urban_level - rural_level;
        }
        if (!std::isfinite(path[periods])) {
          reject_result<GapPath>(u, r, u_growth, r_growth, static_cast<double>(periods));
        }
      },
      urban, rural, urban_growth, rural_growth);
  return paths;
}

SHENGZHOU_REPORT_INLINE Crossing years_to_ratio(double ratio, double urban_growth, double rural_growth, double target) {
  return detail::formula::crossing_on_numbers<detail::formula::YearsToRatio>(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE Crossings years_to_ratio(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                 const ArrayRef& rural_growth, const ArrayRef& target) {
  return detail::formula::crossing_on_arrays<detail::formula::YearsToRatio>(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE CrossingRange years_to_ratio(const Interval& ratio, const Interval& urban_growth,
                                                     const Interval& rural_growth, const Interval& target) {
  using detail::formula::YearsToRatio;
  detail::formula::require_box<YearsToRatio>(ratio, urban_growth, rural_growth, target);
  return {YearsToRatio::value(ratio.lower(), urban_growth.lower(), rural_growth.upper(), target.upper()),
          YearsToRatio::value(ratio.upper(), urban_growth.upper(), rural_growth.lower(), target.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing years_to_ratio_on_path(double ratio, const ArrayRef& urban_growth,
                                                        const ArrayRef& rural_growth, double target) {
  using detail::formula::YearsToRatioOnPath;
  detail::formula::require<YearsToRatioOnPath>(ratio, target);
  detail::formula::require_years<YearsToRatioOnPath::Year>(urban_growth, rural_growth);
  return YearsToRatioOnPath::value(ratio, urban_growth, rural_growth, target);
}

SHENGZHOU_REPORT_INLINE CrossingRange years_to_ratio_on_path(const Interval& ratio,
                                                             std::span<const Interval> urban_growth,
                                                             std::span<const Interval> rural_growth,
                                                             const Interval& target) {
  using detail::formula::lower_ends, detail::formula::upper_ends, detail::formula::YearsToRatioOnPath;
  detail::formula::require_box<YearsToRatioOnPath>(ratio, target);
  detail::formula::require_years<YearsToRatioOnPath::Year>(urban_growth, rural_growth);
  return {YearsToRatioOnPath::value(ratio.lower(), lower_ends(urban_growth), upper_ends(rural_growth), target.upper()),
          YearsToRatioOnPath::value(ratio.upper(), upper_ends(urban_growth), lower_ends(rural_growth), target.lower())};
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const GapPeak& peak) {
  out << to_string(peak.reach);
  if (peak.reach == Reach::never) return out;
  return out << " in year " << peak.year << " (time " << detail::format_double(peak.time) << ", gap "
             << detail::format_double(peak.gap) << ")";
}

SHENGZHOU_REPORT_INLINE Certainty GapPeakRange::reached() const noexcept {
  if (latest.reach != Reach::never) return Certainty::certain;
  return earliest.reach != Reach::never ? Certainty::possible : Certainty::no;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const GapPeakRange& range) {
  return out << "earliest: " << range.earliest << ", latest: " << range.latest;
}

SHENGZHOU_REPORT_INLINE GapPeak gap_peak(double urban, double rural, double urban_growth, double rural_growth) {
  using detail::formula::GapPeakFormula;
  detail::formula::require<GapPeakFormula>(urban, rural, urban_growth, rural_growth);
  return GapPeakFormula::value(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE GapPeaks gap_peak(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                          const ArrayRef& rural_growth) {
  const Eigen::Index size = broadcast_size({urban.size(), rural.size(), urban_growth.size(), rural_growth.size()});
  GapPeaks peaks;
  peaks.reach.resize(size);
  peaks.time.resize(size);
  peaks.year.resize(size);
  peaks.gap.resize(size);
  broadcast_each(
      [&](Eigen::Index i, auto... x) {
        const GapPeak peak = gap_peak(x...);
        peaks.reach[i] = static_cast<std::int8_t>(peak.reach);
        peaks.time[i] = peak.time;
        peaks.year[i] = peak.year;
        peaks.gap[i] = peak.gap;
      },
      urban, rural, urban_growth, rural_growth);
  return peaks;
}

SHENGZHOU_REPORT_INLINE GapPeakRange gap_peak(const Interval& urban, const Interval& rural,
                                              const Interval& urban_growth, const Interval& rural_growth) {
  if (urban_growth.lower() < 0 && rural_growth.lower() < 0) {
    throw DomainError("gap_peak: urban_growth = " + to_string(urban_growth) + " and rural_growth = " +
                      to_string(rural_growth) + " may both be negative: call gap_peak with numbers");
  }
  return {gap_peak(urban.lower(), rural.upper(), urban_growth.lower(), rural_growth.upper()),
          gap_peak(urban.upper(), rural.lower(), urban_growth.upper(), rural_growth.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing gap_close(double urban, double rural, double urban_growth, double rural_growth) {
  return detail::formula::crossing_on_numbers<detail::formula::GapClose>(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Crossings gap_close(const ArrayRef& urban, const ArrayRef& rural, const ArrayRef& urban_growth,
                                            const ArrayRef& rural_growth) {
  return detail::formula::crossing_on_arrays<detail::formula::GapClose>(urban, rural, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE CrossingRange gap_close(const Interval& urban, const Interval& rural,
                                                const Interval& urban_growth, const Interval& rural_growth) {
  using detail::formula::GapClose;
  detail::formula::require_box<GapClose>(urban, rural, urban_growth, rural_growth);
  return {GapClose::value(urban.lower(), rural.upper(), urban_growth.lower(), rural_growth.upper()),
          GapClose::value(urban.upper(), rural.lower(), urban_growth.upper(), rural_growth.lower())};
}

SHENGZHOU_REPORT_INLINE Crossing ratio_half_life(double ratio, double urban_growth, double rural_growth) {
  return detail::formula::crossing_on_numbers<detail::formula::RatioHalfLife>(ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Crossings ratio_half_life(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                  const ArrayRef& rural_growth) {
  return detail::formula::crossing_on_arrays<detail::formula::RatioHalfLife>(ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE CrossingRange ratio_half_life(const Interval& ratio, const Interval& urban_growth,
                                                      const Interval& rural_growth) {
  using detail::formula::RatioHalfLife;
  detail::formula::require_box<RatioHalfLife>(ratio, urban_growth, rural_growth);
  return {RatioHalfLife::value(ratio.lower(), urban_growth.lower(), rural_growth.upper()),
          RatioHalfLife::value(ratio.upper(), urban_growth.upper(), rural_growth.lower())};
}

SHENGZHOU_REPORT_INLINE Certainty is_narrowing(const Interval& urban_growth, const Interval& rural_growth) {
  detail::formula::require_box<detail::formula::IsNarrowing::Growth>(urban_growth, rural_growth);
  return less(urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Certainties is_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                                 double growth_step) {
  using namespace detail::formula;
  const auto answer = [growth_step](double u, double v) {
    require<IsNarrowing::Growth>(u, v);
    return is_narrowing(printed(u, growth_step), printed(v, growth_step));
  };
  return certainties({{"growth_step", growth_step}}, answer, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Certainty is_narrowing(const Interval& urban0, const Interval& rural0, const Interval& urban1,
                                               const Interval& rural1) {
  detail::formula::require_box<detail::formula::IsNarrowing>(urban0, rural0, urban1, rural1);
  // u1 / r1 < u0 / r0 is u1 / u0 < r1 / r0: each level occurs once, so the comparison of the ranges is exact.
  return less(growth_rate(urban0, urban1), growth_rate(rural0, rural1));
}

SHENGZHOU_REPORT_INLINE Certainties is_narrowing(const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                                 const ArrayRef& rural1, double level_step) {
  using namespace detail::formula;
  const auto answer = [level_step](auto... x) {
    require<IsNarrowing>(x...);
    return is_narrowing(printed(x, level_step)...);
  };
  return certainties({{"level_step", level_step}}, answer, urban0, rural0, urban1, rural1);
}

SHENGZHOU_REPORT_INLINE Certainty is_narrowing(const Interval& urban_growth, const Interval& rural_growth,
                                               const Interval& urban0, const Interval& rural0, const Interval& urban1,
                                               const Interval& rural1) {
  using namespace detail::formula;
  require_box<IsNarrowing::Growth>(urban_growth, rural_growth);
  require_box<IsNarrowing>(urban0, rural0, urban1, rural1);
  const Interval urban = agreed_growth(IsNarrowing::name, "urban_growth", urban_growth, urban0, urban1);
  const Interval rural = agreed_growth(IsNarrowing::name, "rural_growth", rural_growth, rural0, rural1);
  return less(urban, rural);
}

SHENGZHOU_REPORT_INLINE Certainties is_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                                 const ArrayRef& urban0, const ArrayRef& rural0, const ArrayRef& urban1,
                                                 const ArrayRef& rural1, double growth_step, double level_step) {
  using namespace detail::formula;
  const auto answer = [growth_step, level_step](double u, double v, auto... x) {
    require<IsNarrowing::Growth>(u, v);
    require<IsNarrowing>(x...);
    return is_narrowing(printed(u, growth_step), printed(v, growth_step), printed(x, level_step)...);
  };
  return certainties({{"growth_step", growth_step}, {"level_step", level_step}}, answer, urban_growth, rural_growth,
                     urban0, rural0, urban1, rural1);
}

SHENGZHOU_REPORT_INLINE Certainty is_gap_narrowing(const Interval& ratio, const Interval& urban_growth,
                                                   const Interval& rural_growth) {
  detail::formula::require_box<detail::formula::IsGapNarrowing::Ratio>(ratio, urban_growth, rural_growth);
  return less(ratio * urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Certainties is_gap_narrowing(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                     const ArrayRef& rural_growth, double growth_step) {
  using namespace detail::formula;
  const auto answer = [growth_step](double r, double u, double v) {
    require<IsGapNarrowing::Ratio>(r, u, v);
    return is_gap_narrowing(r, printed(u, growth_step), printed(v, growth_step));
  };
  return certainties({{"growth_step", growth_step}}, answer, ratio, urban_growth, rural_growth);
}

SHENGZHOU_REPORT_INLINE Certainty is_gap_narrowing(const Interval& urban0, const Interval& rural0,
                                                   const Interval& urban1, const Interval& rural1) {
  detail::formula::require_box<detail::formula::IsGapNarrowing>(urban0, rural0, urban1, rural1);
  return less(urban1 - urban0, rural1 - rural0);
}

SHENGZHOU_REPORT_INLINE Certainties is_gap_narrowing(const ArrayRef& urban0, const ArrayRef& rural0,
                                                     const ArrayRef& urban1, const ArrayRef& rural1,
                                                     double level_step) {
  using namespace detail::formula;
  const auto answer = [level_step](auto... x) {
    require<IsGapNarrowing>(x...);
    return is_gap_narrowing(printed(x, level_step)...);
  };
  return certainties({{"level_step", level_step}}, answer, urban0, rural0, urban1, rural1);
}

SHENGZHOU_REPORT_INLINE Certainty is_gap_narrowing(const Interval& urban_growth, const Interval& rural_growth,
                                                   const Interval& urban0, const Interval& rural0,
                                                   const Interval& urban1, const Interval& rural1) {
  using namespace detail::formula;
  require_box<IsGapNarrowing::Growth>(urban_growth, rural_growth);
  require<IsGapNarrowing>(urban0.lower(), rural0.lower(), urban1.lower(), rural1.lower());
  require<IsGapNarrowing>(urban0.upper(), rural0.upper(), urban1.upper(), rural1.upper());
  const Interval urban = agreed_growth(IsGapNarrowing::name, "urban_growth", urban_growth, urban0, urban1);
  const Interval rural = agreed_growth(IsGapNarrowing::name, "rural_growth", rural_growth, rural0, rural1);
  return less(agreed_increment(urban, urban0, urban1), agreed_increment(rural, rural0, rural1));
}

SHENGZHOU_REPORT_INLINE Certainties is_gap_narrowing(const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                                                     const ArrayRef& urban0, const ArrayRef& rural0,
                                                     const ArrayRef& urban1, const ArrayRef& rural1, double growth_step,
                                                     double level_step) {
  using namespace detail::formula;
  const auto answer = [growth_step, level_step](double u, double v, auto... x) {
    require<IsGapNarrowing::Growth>(u, v);
    require<IsGapNarrowing>(x...);
    return is_gap_narrowing(printed(u, growth_step), printed(v, growth_step), printed(x, level_step)...);
  };
  return certainties({{"growth_step", growth_step}, {"level_step", level_step}}, answer, urban_growth, rural_growth,
                     urban0, rural0, urban1, rural1);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::GapPeak>::operator()(
    const shengzhou_report::GapPeak& peak) const noexcept {
  using shengzhou_report::detail::hash_combine;
  const std::hash<double> hash_of;
  const std::size_t seed = hash_combine(static_cast<std::size_t>(peak.reach), hash_of(peak.time));
  return hash_combine(hash_combine(seed, std::hash<std::int64_t>{}(peak.year)), hash_of(peak.gap));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::GapPeakRange>::operator()(
    const shengzhou_report::GapPeakRange& range) const noexcept {
  const std::hash<shengzhou_report::GapPeak> hash_of;
  return shengzhou_report::detail::hash_combine(hash_of(range.earliest), hash_of(range.latest));
}

// Stands on the above.
#include <shengzhou_report/impl/income_gap/real_ratio.ipp>
