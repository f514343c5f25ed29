#pragma once

// The ratio and the gap of every year.

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/certainties.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

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

}  // namespace shengzhou_report
