#pragma once

// Two series as one.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/index_number/levels.ipp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/index_number.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct Spliced {
  static constexpr const char* name = "splice";
  static constexpr Parameter of_earlier{"earlier", Domain::positive_level};
  static constexpr Parameter of_later{"later", Domain::positive_level};

  static void require_overlap(Eigen::Index overlap, Eigen::Index earlier, Eigen::Index later) {
    if (overlap >= 1 && overlap <= earlier && overlap <= later) return;
    throw DomainError("splice: overlap = " + std::to_string(overlap) +
                      " must be at least 1, and no longer than earlier (" + std::to_string(earlier) +
                      " periods) and later (" + std::to_string(later) + ")");
  }

  /// Level of the later series over that of the earlier.
  static double ratio(const ArrayRef& earlier, const ArrayRef& later, SpliceLink link) {
    const Eigen::Index last = earlier.size() - 1;
    double ratio = later[0] / earlier[0];
    if (link == SpliceLink::last) ratio = later[last] / earlier[last];
    if (link == SpliceLink::mean) ratio = mean_of(later) / mean_of(earlier);
    if (link == SpliceLink::geometric_mean) {
      // Relative to the first, so that equal ratios stay what they are.
      double sum = 0;
      for (Eigen::Index i = 1; i <= last; ++i) sum += std::log(later[i] / later[0]) - std::log(earlier[i] / earlier[0]);
      ratio *= std::exp(sum / static_cast<double>(earlier.size()));
    }
    return finite(ratio);
  }

  static double finite(double result) {
    if (std::isfinite(result) && result > 0) return result;
    throw DomainError("splice: the two series are so far apart that their ratio is no double");
  }

  /// Position in the earlier series from which on figures are those of the later.
  static Eigen::Index turn(Eigen::Index size, Eigen::Index overlap, SpliceLink link, SpliceLevel level) {
    const Eigen::Index first = size - overlap;
    const bool keeps_later = level == SpliceLevel::later;
    if (link == SpliceLink::first) return keeps_later ? first : first + 1;
    if (link == SpliceLink::last) return keeps_later ? size - 1 : size;
    return keeps_later ? first : size;
  }

  static Eigen::ArrayXd series(const ArrayRef& earlier, const ArrayRef& later, Eigen::Index overlap, double ratio,
                               SpliceLink link, SpliceLevel level) {
    const Eigen::Index from = turn(earlier.size(), overlap, link, level);
    Eigen::ArrayXd series(earlier.size() + later.size() - overlap);
    const Eigen::Index shift = earlier.size() - overlap;
    for (Eigen::Index i = 0; i < series.size(); ++i) {
      const bool is_later = i >= from;
      const double own = is_later ? later[i - shift] : earlier[i];
      const bool is_kept = is_later == (level == SpliceLevel::later);
      series[i] = is_kept ? own : finite(is_later ? own / ratio : own * ratio);
    }
    return series;
  }
};

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Splice splice(const ArrayRef& earlier, const ArrayRef& later, Eigen::Index overlap,
                                      SpliceLink link, SpliceLevel level) {
  using detail::formula::Spliced;
  Spliced::require_overlap(overlap, earlier.size(), later.size());
  detail::formula::require_column(Spliced::name, Spliced::of_earlier, earlier);
  detail::formula::require_column(Spliced::name, Spliced::of_later, later);
  const Eigen::ArrayXd before = earlier.tail(overlap);
  const Eigen::ArrayXd behind = later.head(overlap);
  const double ratio = Spliced::ratio(before, behind, link);
  const Eigen::ArrayXd ratios = behind / before;
  return {Spliced::series(earlier, later, overlap, ratio, link, level), ratio, Spliced::finite(ratios.minCoeff()),
          Spliced::finite(ratios.maxCoeff())};
}

SHENGZHOU_REPORT_INLINE SpliceRange splice(std::span<const Interval> earlier, std::span<const Interval> later,
                                           Eigen::Index overlap, SpliceLink link, SpliceLevel level) {
  using namespace detail::formula;
  Spliced::require_overlap(overlap, static_cast<Eigen::Index>(earlier.size()), static_cast<Eigen::Index>(later.size()));
  require_closed(Spliced::name, Spliced::of_earlier, earlier);
  require_closed(Spliced::name, Spliced::of_later, later);
  // No figure that is scaled stands in the ratio that scales it, so each end takes ends of all others.
  const Splice low = splice(upper_ends(earlier), lower_ends(later), overlap, link, level);
  const Splice high = splice(lower_ends(earlier), upper_ends(later), overlap, link, level);
  const auto ends = [&](const Eigen::ArrayXd& own_earlier, const Eigen::ArrayXd& own_later, double ratio) {
    return Spliced::series(own_earlier, own_later, overlap, ratio, link, level);
  };
  // Earlier figures are multiplied by the ratio, later ones divided by it.
  const bool keeps_later = level == SpliceLevel::later;
  const Eigen::ArrayXd least = ends(lower_ends(earlier), lower_ends(later), keeps_later ? low.ratio : high.ratio);
  const Eigen::ArrayXd most = ends(upper_ends(earlier), upper_ends(later), keeps_later ? high.ratio : low.ratio);
  return {between(least, most), {low.ratio, high.ratio}, {low.lowest, high.lowest}, {low.highest, high.highest}};
}

}  // namespace shengzhou_report
