#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <shengzhou_report/contributions.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct WeightedContribution {
  static constexpr const char* name = "weighted_contribution";
  static constexpr std::array parameters{Parameter{"share", Domain::fraction}, Parameter{"growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double share, double growth) { return share * growth; }
};

struct WeightedContributionRate {
  static constexpr const char* name = "weighted_contribution_rate";
  static constexpr const char* reason =
      "the whole may not have grown, and a share of no growth is undefined: use weighted_contribution instead";
  static constexpr std::array parameters{WeightedContribution::parameters[0], WeightedContribution::parameters[1],
                                         Parameter{"whole_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double value(double share, double growth, double whole_growth) {
    return share * growth / whole_growth;
  }
  static Interval range(const Interval& share, const Interval& growth, const Interval& whole_growth) {
    if (whole_growth.contains(0.0)) reject_result<WeightedContributionRate>(share, growth, whole_growth);
    return on_intervals<WeightedContributionRate>(share, growth, whole_growth);
  }
};

struct BaseShare {
  static constexpr const char* name = "base_share";
  static constexpr const char* reason = "the part alone would exceed the whole of the year before: check the three";
  static constexpr std::array parameters{Parameter{"share_end", Domain::fraction}, Parameter{"growth", Domain::rate},
                                         Parameter{"whole_growth", Domain::rate}};
  SHENGZHOU_REPORT_FLATTEN static double share(double share_end, double growth, double whole_growth) {
    return share_end * ((1 + whole_growth) / (1 + growth));
  }
  SHENGZHOU_REPORT_FLATTEN static double value(double share_end, double growth, double whole_growth) {
    const double before = share(share_end, growth, whole_growth);
    return select(mask_if_negative(1 + tolerance - before), infinity, before);
  }
  static Interval range(const Interval& share_end, const Interval& growth, const Interval& whole_growth) {
    const double lower = share(share_end.lower(), growth.upper(), whole_growth.lower());
    const double upper = share(share_end.upper(), growth.lower(), whole_growth.upper());
    if (lower > 1 + tolerance) reject_result<BaseShare>(share_end, growth, whole_growth);
    // No share of an infinite whole: nothing is known of the product.
    return {std::min(lower, 1.0), std::isnan(upper) ? 1.0 : std::min(upper, 1.0)};
  }
};

struct Parts {
  static constexpr const char* name = "contributions";
  static constexpr std::array parameters{WeightedContribution::parameters[0], WeightedContribution::parameters[1]};
};

struct Whole {
  static constexpr const char* name = "contributions";
  static constexpr const char* reason = WeightedContributionRate::reason;
  static constexpr std::array parameters{WeightedContributionRate::parameters[2]};
};

inline void require_parts(std::size_t shares, std::size_t rates) {
  if (shares != rates) {
    throw DomainError("contributions: share has " + std::to_string(shares) + " parts, growth " + std::to_string(rates) +
                      ": give one of each a part");
  }
  if (shares == 0) throw DomainError("contributions: no parts given: give a share and a rate a part");
}

/// Throws unless shares whose sum lies between the two may be all there are.
inline void require_all_shares(double least, double most) {
  if (least <= 1 + share_sum_tolerance && most >= 1 - share_sum_tolerance) return;
  throw DomainError("contributions: the shares sum to " + format_double(least > 1 ? least : most) +
                    ", which is not the whole: give all parts, or whole_growth");
}

/// What terms leave of a whole; nothing, where that is no more than their sum was rounded by.
[[nodiscard]] inline double rest(double whole, const Eigen::ArrayXd& terms) {
  constexpr double rounding = 1e-15;
  const double left = whole - terms.sum();
  return std::abs(left) > rounding * (std::abs(whole) + terms.abs().sum()) ? left : 0;
}

SHENGZHOU_REPORT_DEFINE(WeightedContribution);
SHENGZHOU_REPORT_DEFINE(WeightedContributionRate);
SHENGZHOU_REPORT_DEFINE(BaseShare);

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Contributions contributions(const ArrayRef& share, const ArrayRef& growth,
                                                    std::optional<double> whole_growth) {
  namespace formula = detail::formula;
  formula::require_parts(static_cast<std::size_t>(share.size()), static_cast<std::size_t>(growth.size()));
  broadcast_each([](Eigen::Index, double s, double g) { formula::require<formula::Parts>(s, g); }, share, growth);
  if (whole_growth) {
    formula::require<formula::Whole>(*whole_growth);
  } else {
    formula::require_all_shares(share.sum(), share.sum());
  }
  Contributions result{.contribution = share * growth,
                       .rate = {},
                       .whole_growth = 0,
                       .residual = 0,
                       .residual_rate = 0,
                       .residual_share = formula::rest(1, share)};
  const double sum = result.contribution.sum();
  result.whole_growth = whole_growth.value_or(sum);
  result.residual = formula::rest(result.whole_growth, result.contribution);
  result.rate = result.contribution / result.whole_growth;
  result.residual_rate = result.residual / result.whole_growth;
  if (!result.rate.isFinite().all() || !std::isfinite(result.residual_rate)) {
    formula::reject_result<formula::Whole>(result.whole_growth);
  }
  return result;
}

SHENGZHOU_REPORT_INLINE ContributionRanges contributions(std::span<const Interval> share,
                                                         std::span<const Interval> growth,
                                                         const std::optional<Interval>& whole_growth) {
  namespace formula = detail::formula;
  formula::require_parts(share.size(), growth.size());
  for (std::size_t i = 0; i < share.size(); ++i) {
    try {
      formula::require_box<formula::Parts>(share[i], growth[i]);
    } catch (const DomainError& error) {
      detail::throw_at(static_cast<Eigen::Index>(i), error);
    }
  }
  Interval sum = 0.0;
  Interval shares = 0.0;
  ContributionRanges result{.contribution = {},
                            .rate = {},
                            .whole_growth = 0.0,
                            .residual = 0.0,
                            .residual_rate = 0.0,
                            .residual_share = 0.0};
  for (std::size_t i = 0; i < share.size(); ++i) {
    result.contribution.push_back(weighted_contribution(share[i], growth[i]));
    sum = sum + result.contribution.back();
    shares = shares + share[i];
  }
  if (whole_growth) {
    formula::require_box<formula::Whole>(*whole_growth);
  } else {
    formula::require_all_shares(shares.lower(), shares.upper());
  }
  result.residual_share = 1.0 - shares;
  result.whole_growth = whole_growth.value_or(sum);
  const Interval& whole = result.whole_growth;
  if (whole.contains(0.0)) formula::reject_result<formula::Whole>(whole);
  if (whole_growth) {
    result.residual = whole - sum;
    result.residual_rate = 1.0 - sum / whole;
  }
  for (const Interval& part : result.contribution) {
    Interval rate = part / whole;
    if (!whole_growth) {
      // The part is in the whole: p / (p + rest) is monotone in both.
      const auto at = [&](double p, double rest) { return p / (p + rest); };
      const double low = sum.lower() - part.lower();
      const double high = sum.upper() - part.upper();
      const auto [least, most] =
          std::minmax({at(part.lower(), low), at(part.lower(), high), at(part.upper(), low), at(part.upper(), high)});
      if (std::isfinite(low) && std::isfinite(high)) rate = Interval(least, most);
    }
    result.rate.push_back(rate);
  }
  return result;
}

}  // namespace shengzhou_report
