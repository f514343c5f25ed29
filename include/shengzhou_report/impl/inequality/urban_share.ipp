#pragma once

// The urban share of the population: implied by three means, or given, and the mean that it makes.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ostream>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/crossing.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/inequality/parts.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/inequality.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct ImpliedUrbanShare {
  static constexpr const char* name = "implied_urban_share";
  static constexpr const char* reason =
      "the mean of all residents must lie between those of urban and rural residents, which must differ: check that "
      "the three are of one year and one survey";
  static constexpr std::array parameters{Parameter{"overall", Domain::level}, Parameter{"urban", Domain::level},
                                         Parameter{"rural", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double quotient(double overall, double urban, double rural) {
    return (overall - rural) / (urban - rural);
  }
  SHENGZHOU_REPORT_FLATTEN static double value(double overall, double urban, double rural) {
    const double share = quotient(overall, urban, rural) + 0.0;  // no negative zero
    return select(0 - (unless_between(0, 1, share) >> 63U), infinity, share);
  }
  static Interval range(const Interval& overall, const Interval& urban, const Interval& rural);
};

struct UrbanShareFormula {
  static constexpr const char* name = "urban_share";
  static constexpr std::array parameters{Parameter{"overall", Domain::positive_level},
                                         Parameter{"urban", Domain::level}, Parameter{"rural", Domain::level},
                                         Parameter{"share", Domain::fraction}};
};

inline Interval ImpliedUrbanShare::range(const Interval& overall, const Interval& urban, const Interval& rural) {
  using Formula = ImpliedUrbanShare;
  require_box<Formula>(overall, urban, rural);
  const bool finite = std::isfinite(overall.upper()) && std::isfinite(urban.upper()) && std::isfinite(rural.upper());
  if (!finite || urban.overlaps(rural)) reject_result<Formula>(overall, urban, rural);
  // If urban income is the higher one, the share rises with `overall` and falls with both others; if not, the reverse.
  const double one = Formula::quotient(overall.lower(), urban.upper(), rural.upper());
  const double other = Formula::quotient(overall.upper(), urban.lower(), rural.lower());
  const double least = std::min(one, other);
  const double most = std::max(one, other);
  if (least > 1 || most < 0) reject_result<Formula>(overall, urban, rural);
  return {std::max(least, 0.0), std::min(most, 1.0)};
}

SHENGZHOU_REPORT_DEFINE(ImpliedUrbanShare);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const UrbanShare& share) {
  return out << detail::format_double(share.share) << " (" << to_string(share.origin) << "), mean "
             << detail::format_double(share.weighted_mean) << " against " << detail::format_double(share.published_mean)
             << " published";
}

SHENGZHOU_REPORT_INLINE UrbanShare urban_share(double overall, double urban, double rural) {
  const double share = implied_urban_share(overall, urban, rural);
  detail::formula::require<detail::formula::UrbanShareFormula>(overall, urban, rural, share);
  return {share, ShareOrigin::implied, share * urban + (1 - share) * rural, overall};
}

SHENGZHOU_REPORT_INLINE UrbanShare urban_share(double overall, double urban, double rural, double share,
                                               ShareOrigin origin) {
  detail::formula::require<detail::formula::UrbanShareFormula>(overall, urban, rural, share);
  if (origin == ShareOrigin::implied) {
    throw DomainError("urban_share: share = " + detail::format_double(share) +
                      " is given, so its origin cannot be implied: leave the share out, or name its origin");
  }
  return {share, origin, share * urban + (1 - share) * rural, overall};
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::UrbanShare>::operator()(
    const shengzhou_report::UrbanShare& share) const noexcept {
  using shengzhou_report::detail::formula::hash_numbers;
  return hash_numbers({share.share, static_cast<double>(share.origin), share.weighted_mean, share.published_mean});
}
