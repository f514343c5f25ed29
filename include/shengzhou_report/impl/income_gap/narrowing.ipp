#pragma once

// Whether the ratio or the gap falls, from printed figures.

#include <algorithm>
#include <array>
#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

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

}  // namespace detail::formula

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
