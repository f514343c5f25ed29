#pragma once

#include <optional>
#include <span>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/elementwise.hpp>
#include <shengzhou_report/interval.hpp>

/// Pull (拉动) and contribution rate (贡献率) of parts from what is published of them: shares of the whole and growth.
///
/// Where levels are published, `contribution` and `contribution_rate` (growth.hpp) need neither. Shares and rates are
/// fractions; shares are those of the year before, at the prices of the growth rates: shares at current prices give
/// pulls that miss the published ones by a tenth of a point or so. All forms raise the errors of growth.hpp.
namespace shengzhou_report {

namespace detail::formula {
SHENGZHOU_REPORT_DECLARE(WeightedContribution);
SHENGZHOU_REPORT_DECLARE(WeightedContributionRate);
SHENGZHOU_REPORT_DECLARE(BaseShare);
}  // namespace detail::formula

/// Pull of a part on the growth of the whole (拉动), in points as a fraction: share x growth; 0.04 is 4 points.
///
/// @param share   of the part in the whole of the year before, from 0 to 1. Parts that may be negative, as net exports,
///                have no such share: take `contribution` of levels.
/// @param growth  of the part.
/// Source: the whole is the sum of its parts, so 1 + G = sum of share (1 + growth); National Bureau of Statistics,
/// explanatory notes on main indicators (contribution rates and pulls of the three industries).
inline constexpr Elementwise<detail::formula::WeightedContribution, 2> weighted_contribution{};

/// Contribution rate of a part (贡献率): share x growth / whole_growth, its share in the increment of the whole.
///
/// @param whole_growth  growth of the whole, at the same prices.
/// @throws DomainError  also where the whole did not grow; over intervals, where it may not have.
inline constexpr Elementwise<detail::formula::WeightedContributionRate, 3> weighted_contribution_rate{};

/// Share in the year before that a share after growth implies: share_end (1 + whole_growth) / (1 + growth).
///
/// @param share_end  of the part in the whole of this year, at the prices of the growth rates.
/// @throws DomainError  also where the share before would exceed 1; over intervals, where all would, and shares above 1
///                      are left out of the result.
inline constexpr Elementwise<detail::formula::BaseShare, 3> base_share{};

/// How far shares may be from 1 in sum: what rounding to 0.1 % does to ten of them. A convention.
inline constexpr double share_sum_tolerance = 0.005;

/// What the parts contribute, and what of the whole they leave open. Contributions and residual add up to
/// `whole_growth`, rates and shares with theirs to 1.
struct Contributions {
  Eigen::ArrayXd contribution;  ///< of each part, as `weighted_contribution`
  Eigen::ArrayXd rate;          ///< of each part, as `weighted_contribution_rate`
  double whole_growth;          ///< as given, or the sum of the contributions
  double residual;              ///< whole_growth less all contributions: rounding, prices, parts that are not there
  double residual_rate;         ///< share of it in the growth of the whole
  double residual_share;        ///< 1 less all shares

  [[nodiscard]] Eigen::Index size() const noexcept { return contribution.size(); }  ///< how many parts
};

/// The same where shares and growth are known within intervals. A residual that holds 0 is one of rounding.
struct ContributionRanges {
  std::vector<Interval> contribution;  ///< as of `Contributions`
  std::vector<Interval> rate;          ///< as of `Contributions`
  Interval whole_growth;               ///< as of `Contributions`
  Interval residual;                   ///< as of `Contributions`
  Interval residual_rate;              ///< as of `Contributions`
  Interval residual_share;             ///< as of `Contributions`
};

/// Contributions of all parts of a whole.
///
/// @param share, growth  one of each a part; see `weighted_contribution`.
/// @param whole_growth   published growth of the whole; without it the parts make up the whole, and their shares must
///                       sum to 1 within `share_sum_tolerance`.
/// @throws DomainError   also for no parts, sizes that differ, shares that do not sum to 1 where they must, and a whole
///                       that did not (over intervals: may not) grow.
[[nodiscard]] Contributions contributions(const ArrayRef& share, const ArrayRef& growth,
                                          std::optional<double> whole_growth = {});
[[nodiscard]] ContributionRanges contributions(std::span<const Interval> share, std::span<const Interval> growth,
                                               const std::optional<Interval>& whole_growth = {});

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/contributions.ipp>
#endif
