#pragma once

// The income ratio at constant prices, which town and country do not share.

#include <array>
#include <cmath>
#include <span>
#include <vector>

#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/income_gap/paths.ipp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/income_gap.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct RealIncomeRatio {
  static constexpr const char* name = "real_income_ratio";
  static constexpr std::array parameters{Parameter{"urban", Domain::level}, Parameter{"rural", Domain::positive_level},
                                         Parameter{"urban_price_index", Domain::positive_level},
                                         Parameter{"rural_price_index", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double urban, double rural, double urban_prices, double rural_prices) {
    return urban / rural / (urban_prices / rural_prices);
  }
};

struct RealRatioGrowth {
  static constexpr const char* name = "real_ratio_growth";
  static constexpr std::array parameters{
      Parameter{"urban_growth", Domain::rate}, Parameter{"rural_growth", Domain::rate},
      Parameter{"urban_deflator_growth", Domain::rate}, Parameter{"rural_deflator_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double factor(double urban_growth, double rural_growth, double urban_prices,
                                                double rural_prices) {
    return (1 + urban_growth) / (1 + urban_prices) / ((1 + rural_growth) / (1 + rural_prices));
  }
  SHENGZHOU_REPORT_FLATTEN static double value(double urban_growth, double rural_growth, double urban_prices,
                                               double rural_prices) {
    return factor(urban_growth, rural_growth, urban_prices, rural_prices) - 1;
  }
};

SHENGZHOU_REPORT_DEFINE(RealIncomeRatio);
SHENGZHOU_REPORT_DEFINE(RealRatioGrowth);

struct RealRatioPath {
  static constexpr const char* name = "real_ratio_path";
  static constexpr std::array parameters{Parameter{"ratio", Domain::positive_level},
                                         RealRatioGrowth::parameters[0],
                                         RealRatioGrowth::parameters[1],
                                         RealRatioGrowth::parameters[2],
                                         RealRatioGrowth::parameters[3],
                                         Parameter{"periods", Domain::horizon}};
  struct Start {
    static constexpr const char* name = RealRatioPath::name;
    static constexpr std::array parameters{RealRatioPath::parameters[0]};
  };
  struct Year {
    static constexpr const char* name = RealRatioPath::name;
    static constexpr std::array parameters = RealRatioGrowth::parameters;
  };

  /// The ratio of every year from its factors.
  static Eigen::ArrayXd path(double ratio, const Eigen::ArrayXd& factors) { return cumulate(name, ratio, factors); }
  /// The same with the rates of each year, which are known to lie in their domain.
  static Eigen::ArrayXd path(double ratio, const ArrayRef& urban_growth, const ArrayRef& rural_growth,
                             const ArrayRef& urban_prices, const ArrayRef& rural_prices) {
    return path(ratio, broadcast(RealRatioGrowth::factor, urban_growth, rural_growth, urban_prices, rural_prices));
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd real_ratio_path(double ratio, double urban_growth, double rural_growth,
                                                       double urban_deflator_growth, double rural_deflator_growth,
                                                       int periods) {
  using namespace detail::formula;
  require<RealRatioPath>(ratio, urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth,
                         static_cast<double>(periods));
  const double factor =
      RealRatioGrowth::factor(urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth);
  return RealRatioPath::path(ratio, every_year(factor, periods));
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> real_ratio_path(const Interval& ratio, const Interval& urban_growth,
                                                              const Interval& rural_growth,
                                                              const Interval& urban_deflator_growth,
                                                              const Interval& rural_deflator_growth, int periods) {
  using namespace detail::formula;
  require_box<RealRatioPath>(ratio, urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth,
                             static_cast<double>(periods));
  const double least = RealRatioGrowth::factor(urban_growth.lower(), rural_growth.upper(),
                                               urban_deflator_growth.upper(), rural_deflator_growth.lower());
  const double most = RealRatioGrowth::factor(urban_growth.upper(), rural_growth.lower(), urban_deflator_growth.lower(),
                                              rural_deflator_growth.upper());
  return between(RealRatioPath::path(ratio.lower(), every_year(least, periods)),
                 RealRatioPath::path(ratio.upper(), every_year(most, periods)));
}

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd real_ratio_path(double ratio, const ArrayRef& urban_growth,
                                                       const ArrayRef& rural_growth,
                                                       const ArrayRef& urban_deflator_growth,
                                                       const ArrayRef& rural_deflator_growth) {
  using namespace detail::formula;
  require<RealRatioPath::Start>(ratio);
  broadcast_each([](Eigen::Index, auto... rates) { require<RealRatioPath::Year>(rates...); }, urban_growth,
                 rural_growth, urban_deflator_growth, rural_deflator_growth);
  return RealRatioPath::path(ratio, urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth);
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> real_ratio_path(const Interval& ratio,
                                                              std::span<const Interval> urban_growth,
                                                              std::span<const Interval> rural_growth,
                                                              std::span<const Interval> urban_deflator_growth,
                                                              std::span<const Interval> rural_deflator_growth) {
  using namespace detail::formula;
  require_box<RealRatioPath::Start>(ratio);
  const auto check = [](Eigen::Index, double a, double b, double c, double d, double e, double f, double g, double h) {
    require_box<RealRatioPath::Year>(Interval(a, b), Interval(c, d), Interval(e, f), Interval(g, h));
  };
  broadcast_each(check, lower_ends(urban_growth), upper_ends(urban_growth), lower_ends(rural_growth),
                 upper_ends(rural_growth), lower_ends(urban_deflator_growth), upper_ends(urban_deflator_growth),
                 lower_ends(rural_deflator_growth), upper_ends(rural_deflator_growth));
  return between(RealRatioPath::path(ratio.lower(), lower_ends(urban_growth), upper_ends(rural_growth),
                                     upper_ends(urban_deflator_growth), lower_ends(rural_deflator_growth)),
                 RealRatioPath::path(ratio.upper(), upper_ends(urban_growth), lower_ends(rural_growth),
                                     lower_ends(urban_deflator_growth), upper_ends(rural_deflator_growth)));
}

SHENGZHOU_REPORT_INLINE PathMatrix real_ratio_paths(const ArrayRef& ratio, const ArrayRef& urban_growth,
                                                    const ArrayRef& rural_growth, const ArrayRef& urban_deflator_growth,
                                                    const ArrayRef& rural_deflator_growth, int periods) {
  const Eigen::Index places = broadcast_size({ratio.size(), urban_growth.size(), rural_growth.size(),
                                              urban_deflator_growth.size(), rural_deflator_growth.size()});
  PathMatrix paths = detail::formula::path_matrix(places, periods);
  broadcast_each([&](Eigen::Index place, auto... x) { paths.row(place) = real_ratio_path(x..., periods).transpose(); },
                 ratio, urban_growth, rural_growth, urban_deflator_growth, rural_deflator_growth);
  return paths;
}

}  // namespace shengzhou_report
