#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/impl/vector.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct Compound : TwoSteps<Compound> {
  static constexpr const char* name = "compound";
  static constexpr std::array parameters{Parameter{"value", Domain::level}, Parameter{"rate", Domain::rate},
                                         Parameter{"periods", Domain::number, 1}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double, double rate, double periods) {
    return periods * Functions::logarithm1p(rate);
  }
  // One period, the usual case, is exact.
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double growth, double value, double rate, double periods) {
    const std::uint64_t several = mask_if_not_zero(std::bit_cast<std::uint64_t>(periods - 1));
    return value * select(several, Functions::exponential(growth), 1 + rate);
  }
};

struct GrowthRate {
  static constexpr const char* name = "growth_rate";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double start, double end) { return end / start - 1; }
};

struct Cagr : TwoSteps<Cagr> {
  static constexpr const char* name = "cagr";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level},
                                         Parameter{"periods", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double start, double end, double periods) {
    return Functions::logarithm(end / start) / periods;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double yearly, double, double, double) {
    return Functions::exponential(yearly) - 1;  // the ratio has no digits beyond those of a factor
  }
};

struct LogGrowth {
  static constexpr const char* name = "log_growth";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level},
                                         Parameter{"end", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double start, double end) { return logarithm(end / start); }
};

struct Doublings : TwoSteps<Doublings> {
  static constexpr const char* name = "doublings";
  static constexpr std::array parameters = LogGrowth::parameters;
  template <class>
  SHENGZHOU_REPORT_FLATTEN static double first(double start, double end) {
    return end / start;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double ratio, double, double) {
    return Functions::logarithm2(ratio);
  }
};

struct AverageGrowth {
  static constexpr const char* name = "average_growth";
  static constexpr std::array parameters{Parameter{"rates", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(const Eigen::ArrayXd& rates) {
    double sum = 0;
    for (const double rate : rates) sum += std::log1p(rate);
    return std::expm1(sum / static_cast<double>(rates.size()));
  }
};

struct TwoYearAverage {
  static constexpr const char* name = "two_year_average";
  static constexpr std::array parameters{Parameter{"growth_previous", Domain::rate},
                                         Parameter{"growth_current", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double previous, double current) {
    return std::sqrt((1 + previous) * (1 + current)) - 1;
  }
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
  SHENGZHOU_REPORT_FLATTEN static double value(double level, double growth) { return level / (1 + growth); }
};

struct Annualise : TwoSteps<Annualise> {
  static constexpr const char* name = "annualise";
  static constexpr std::array parameters{Parameter{"rate", Domain::rate},
                                         Parameter{"periods_per_year", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double first(double rate, double periods_per_year) {
    return Functions::logarithm1p(rate) * periods_per_year;
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double second(double growth, double, double) {
    return Functions::exponential_m1(growth);
  }
};

struct RealGrowth {
  static constexpr const char* name = "real_growth";
  static constexpr std::array parameters{Parameter{"nominal", Domain::rate},
                                         Parameter{"deflator_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double nominal, double deflator_growth) {
    return (1 + nominal) / (1 + deflator_growth) - 1;
  }
};

struct NominalGrowth {
  static constexpr const char* name = "nominal_growth";
  static constexpr std::array parameters{Parameter{"real", Domain::rate}, Parameter{"deflator_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double real, double deflator_growth) {
    return (1 + real) * (1 + deflator_growth) - 1;
  }
};

struct ImpliedDeflator {
  static constexpr const char* name = "implied_deflator";
  static constexpr std::array parameters{Parameter{"nominal", Domain::rate}, Parameter{"real", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double nominal, double real) { return RealGrowth::value(nominal, real); }
};

struct RequiredGrowth : Cagr, TwoSteps<RequiredGrowth> {
  static constexpr const char* name = "required_growth";
  static constexpr std::array parameters{Parameter{"current", Domain::positive_level},
                                         Parameter{"target", Domain::level}, Parameter{"periods", Domain::positive}};
  using TwoSteps<RequiredGrowth>::value;
};

struct RequiredGrowthRest {
  static constexpr const char* name = "required_growth_rest";
  static constexpr const char* reason =
      "the elapsed part alone exceeds the annual target: lower ytd_share or "
      "ytd_growth, or raise annual_target";
  static constexpr std::array parameters{Parameter{"annual_target", Domain::rate},
                                         Parameter{"ytd_growth", Domain::rate}, Parameter{"ytd_share", Domain::share}};
  SHENGZHOU_REPORT_FLATTEN static double value(double annual_target, double ytd_growth, double ytd_share) {
    const double rest = (annual_target - ytd_share * ytd_growth) / (1 - ytd_share);
    return select(mask_if_negative(rest + (1 + tolerance)), -infinity, rest);
  }
};

struct Contribution {
  static constexpr const char* name = "contribution";
  static constexpr std::array parameters{Parameter{"part_start", Domain::number}, Parameter{"part_end", Domain::number},
                                         Parameter{"whole_start", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double part_start, double part_end, double whole_start) {
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
  SHENGZHOU_REPORT_FLATTEN static double value(double part_start, double part_end, double whole_start,
                                               double whole_end) {
    return (part_end - part_start) / (whole_end - whole_start);
  }
  static Interval range(const Interval& part_start, const Interval& part_end, const Interval& whole_start,
                        const Interval& whole_end);
};

struct PercentagePointDifference {
  static constexpr const char* name = "percentage_point_difference";
  static constexpr std::array parameters{Parameter{"rate_a", Domain::number}, Parameter{"rate_b", Domain::number}};
  SHENGZHOU_REPORT_FLATTEN static double value(double rate_a, double rate_b) { return rate_a - rate_b; }
};

struct PeriodsToReach : Covering<PeriodsToReach> {
  static constexpr const char* name = "periods_to_reach";
  static constexpr std::array parameters{Parameter{"start", Domain::positive_level}, Parameter{"end", Domain::level},
                                         Parameter{"rate", Domain::rate}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double distance(double start, double end, double) {
    return log_ratio<Functions>(end, start);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double speed(double, double, double rate) {
    return Functions::logarithm1p(rate);
  }
};

struct DoublingTime : Covering<DoublingTime> {
  static constexpr const char* name = "doubling_time";
  static constexpr std::array parameters{Parameter{"rate", Domain::rate}, Parameter{"times", Domain::positive}};
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double distance(double, double times) {
    return Functions::logarithm(times);
  }
  template <class Functions>
  SHENGZHOU_REPORT_FLATTEN static double speed(double rate, double) {
    return Functions::logarithm1p(rate);
  }
};

inline Interval ContributionRate::range(const Interval& part_start, const Interval& part_end,
                                        const Interval& whole_start, const Interval& whole_end) {
  if ((whole_end - whole_start).contains(0.0)) {
    reject_result<ContributionRate>(part_start, part_end, whole_start, whole_end);
  }
  return on_intervals<ContributionRate>(part_start, part_end, whole_start, whole_end);
}

SHENGZHOU_REPORT_DEFINE(Compound);
SHENGZHOU_REPORT_DEFINE(GrowthRate);
SHENGZHOU_REPORT_DEFINE(Cagr);
SHENGZHOU_REPORT_DEFINE(LogGrowth);
SHENGZHOU_REPORT_DEFINE(Doublings);
SHENGZHOU_REPORT_DEFINE(TwoYearAverage);
SHENGZHOU_REPORT_DEFINE(ImpliedBase);
SHENGZHOU_REPORT_DEFINE(Annualise);
SHENGZHOU_REPORT_DEFINE(RealGrowth);
SHENGZHOU_REPORT_DEFINE(NominalGrowth);
SHENGZHOU_REPORT_DEFINE(ImpliedDeflator);
SHENGZHOU_REPORT_DEFINE(RequiredGrowth);
SHENGZHOU_REPORT_DEFINE(RequiredGrowthRest);
SHENGZHOU_REPORT_DEFINE(Contribution);
SHENGZHOU_REPORT_DEFINE(ContributionRate);
SHENGZHOU_REPORT_DEFINE(PercentagePointDifference);

}  // namespace detail::formula

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
