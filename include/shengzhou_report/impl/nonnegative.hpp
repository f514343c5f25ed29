#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <Eigen/Core>
#include <Eigen/LU>

#include <shengzhou_report/error.hpp>

namespace shengzhou_report::detail::disaggregate {

using Eigen::ArrayXd;
using Eigen::Index;

/// A series u in blocks of n periods that lies above a floor and meets a level in each block, where u' H u is least.
///
/// H is the precision of an AR(1) process, but for its variance: 1, 1 + rho^2, ..., 1 + rho^2, 1 on the diagonal and
/// -rho beside it. With rho = 1 u' H u is the sum of squared differences.
struct Bounded {
  double rho;
  Index n;
  ArrayXd shares;  ///< weights of the periods of all blocks: the sum of shares times u over a block is its level
  ArrayXd levels;  ///< one a block
  ArrayXd floors;  ///< one a period; the periods after the last block have no level to meet
  std::vector<bool> empty;  ///< blocks whose level nothing but the floors can meet
};

/// The best series while some periods are held at their floors, by elimination from block to block: neighbours share
/// one product, so that what a block leaves to the next is one number, and time is linear in the number of blocks.
class HeldSeries {
 public:
  explicit HeldSeries(const Bounded& task)
      : task_(task), series_(task.floors.size()), response_(task.floors.size()), pull_(task.floors.size()) {}

  void solve(const std::vector<bool>& held) {
    const Index length = task_.floors.size();
    const Index blocks = (length + task_.n - 1) / task_.n;
    multipliers_ = ArrayXd::Zero(blocks);
    ArrayXd multiplier_responses = ArrayXd::Zero(blocks);
    double carried = 0;   // the last value of the block before, but for its response
    double response = 0;  // of that value to the first one of this block
    for (Index k = 0; k < blocks; ++k) {
      const Index first = k * task_.n;
      const Index size = std::min(task_.n, length - first);
      const bool last = k + 1 == blocks;
      Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(size + 1, size + 1);
      Eigen::MatrixXd sides = Eigen::MatrixXd::Zero(size + 1, 2);
      for (Index i = 0; i < size; ++i) {
        const Index t = first + i;
        if (held[static_cast<std::size_t>(t)]) {
          matrix(i, i) = 1;
          sides(i, 0) = task_.floors[t];
          continue;
        }
        matrix(i, i) = diagonal(t);
        if (i > 0) matrix(i, i - 1) = -task_.rho;
        if (i + 1 < size) matrix(i, i + 1) = -task_.rho;
        if (meets_level(k)) matrix(i, size) = task_.shares[t];
        if (i == 0 && k > 0) {
          matrix(0, 0) -= task_.rho * response;
          sides(0, 0) = task_.rho * carried;
        }
        if (i + 1 == size && !last) sides(i, 1) = task_.rho;
      }
      if (meets_level(k)) {
        matrix.row(size).head(size) = task_.shares.segment(first, size).matrix().transpose();
        sides(size, 0) = task_.levels[k];
      } else {
        matrix(size, size) = 1;
      }
      const Eigen::MatrixXd solution = matrix.partialPivLu().solve(sides);
      series_.segment(first, size) = solution.col(0).head(size).array();
      response_.segment(first, size) = solution.col(1).head(size).array();
      multipliers_[k] = solution(size, 0);
      multiplier_responses[k] = solution(size, 1);
      carried = solution(size - 1, 0);
      response = solution(size - 1, 1);
    }
    for (Index k = blocks - 2; k >= 0; --k) {
      const double next = series_[(k + 1) * task_.n];
      series_.segment(k * task_.n, task_.n) += response_.segment(k * task_.n, task_.n) * next;
      multipliers_[k] += multiplier_responses[k] * next;
    }
    for (Index t = 0; t < length; ++t) {
      const double before = t > 0 ? series_[t - 1] : 0;
      const double after = t + 1 < length ? series_[t + 1] : 0;
      const double level_pull = meets_level(t / task_.n) ? multipliers_[t / task_.n] * task_.shares[t] : 0;
      pull_[t] = diagonal(t) * series_[t] - task_.rho * (before + after) + level_pull;
    }
  }

  [[nodiscard]] const ArrayXd& series() const noexcept { return series_; }
  /// How strongly each floor holds up its period: the multiplier of its bound.
  [[nodiscard]] const ArrayXd& pull() const noexcept { return pull_; }

 private:
  [[nodiscard]] double diagonal(Index t) const {
    const Index length = task_.floors.size();
    if (length == 1) return 1 - task_.rho * task_.rho;
    return t == 0 || t + 1 == length ? 1 : 1 + task_.rho * task_.rho;
  }
  [[nodiscard]] bool meets_level(Index block) const {
    return block < task_.levels.size() && !task_.empty[static_cast<std::size_t>(block)];
  }

  const Bounded& task_;
  ArrayXd series_;
  ArrayXd response_;
  ArrayXd pull_;
  ArrayXd multipliers_;
};

/// The solution of a bounded task, exactly at its floor wherever a floor holds it.
///
/// Primal active-set method for convex quadratic programs: Nocedal and Wright (2006), Numerical Optimization, 2nd ed.,
/// algorithm 16.3. Each step holds one more period at its floor or lets one go, and none makes u' H u larger. It starts
/// from a series that is in order: whatever falls below its floor is held there, until nothing does.
[[nodiscard]] inline ArrayXd solve_bounded(const char* function, const Bounded& task) {
  const Index length = task.floors.size();
  const auto slot = [](Index i) { return static_cast<std::size_t>(i); };
  std::vector<bool> held(slot(length));
  std::vector<Index> free_shares(task.empty.size());
  const auto has_share = [&](Index t) { return t < task.shares.size() && task.shares[t] != 0; };
  const auto is_settled = [&](Index t) { return has_share(t) && task.empty[slot(t / task.n)]; };
  for (Index t = 0; t < length; ++t) {
    held[slot(t)] = is_settled(t);
    if (has_share(t) && !held[slot(t)]) ++free_shares[slot(t / task.n)];
  }
  const auto hold = [&](Index t) {
    held[slot(t)] = true;
    if (has_share(t)) --free_shares[slot(t / task.n)];
  };
  HeldSeries best(task);
  // The only period left to meet a level is above its floor but for rounding.
  const auto falls = [&](Index t) {
    return !held[slot(t)] && best.series()[t] < task.floors[t] && !(has_share(t) && free_shares[slot(t / task.n)] == 1);
  };
  for (bool more = true; more;) {
    best.solve(held);
    more = false;
    for (Index t = 0; t < length; ++t) {
      if (!falls(t)) continue;
      hold(t);
      more = true;
    }
  }
  ArrayXd u = best.series();
  const double tolerance = 1e-11 * std::max(u.abs().maxCoeff(), task.floors.abs().maxCoeff());
  for (Index step = 0; step < 20 * length + 100; ++step) {
    // The period that its floor holds back most instead of up.
    Index weakest = -1;
    for (Index t = 0; t < length; ++t) {
      if (!held[slot(t)] || is_settled(t)) continue;
      if (best.pull()[t] < (weakest < 0 ? -tolerance : best.pull()[weakest])) weakest = t;
    }
    if (weakest < 0) {
      for (Index t = 0; t < length; ++t) u[t] = held[slot(t)] ? task.floors[t] : std::max(u[t], task.floors[t]);
      return u;
    }
    held[slot(weakest)] = false;
    if (has_share(weakest)) ++free_shares[slot(weakest / task.n)];
    // Towards the best series, as far as no floor is in the way; each that is becomes one more that holds.
    for (bool blocked = true; blocked; ++step) {
      best.solve(held);
      const ArrayXd& next = best.series();
      double reach = 1;
      Index blocking = -1;
      for (Index t = 0; t < length; ++t) {
        if (!falls(t)) continue;
        const double room = u[t] > task.floors[t] ? (u[t] - task.floors[t]) / (u[t] - next[t]) : 0;
        if (room < reach) {
          reach = room;
          blocking = t;
        }
      }
      u += reach * (next - u);
      blocked = blocking >= 0;
      if (blocked) {
        hold(blocking);
        u[blocking] = task.floors[blocking];
      }
    }
  }
  throw DomainError(std::string(function) +
                    ": nonnegative has found no answer for these figures: their sizes differ too much for a double");
}

}  // namespace shengzhou_report::detail::disaggregate
