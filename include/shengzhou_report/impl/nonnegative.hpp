#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
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
/// H is the precision of an autoregressive process: u' H u is start u_0^2 plus the sum of the squares of
/// u_t - lags[0] u_{t-1} - lags[1] u_{t-2} over t >= 1, where u is 0 before it starts. With lags {1, 0} and start 0 it
/// is the sum of squared differences.
struct Bounded {
  std::array<double, 2> lags;
  double start;
  Index n;
  ArrayXd shares;  ///< weights of the periods of all blocks: the sum of shares times u over a block is its level
  ArrayXd levels;  ///< one a block
  ArrayXd floors;  ///< one a period; the periods after the last block have no level to meet
  std::vector<bool> empty;  ///< blocks whose level nothing but the floors can meet

  /// H(t, t + distance), for distances up to 2.
  [[nodiscard]] double precision(Index t, Index distance) const {
    const std::array<double, 3> terms{1, -lags[0], -lags[1]};
    double sum = 0;
    for (Index i = t + distance; i <= std::min(t + 2, floors.size() - 1); ++i) {
      sum +=
          i == 0 ? start : terms[static_cast<std::size_t>(i - t)] * terms[static_cast<std::size_t>(i - t - distance)];
    }
    return sum;
  }
};

/// The best series while some periods are held at their floors, by elimination from chunk to chunk: a chunk holds as
/// many blocks as it needs to reach no further than the next, so that what it leaves to that are the last one or two
/// values, and time is linear in the number of blocks.
class HeldSeries {
 public:
  explicit HeldSeries(const Bounded& task)
      : task_(task),
        reach_(task.lags[1] == 0 ? 1 : 2),
        blocks_a_chunk_((reach_ + task.n - 1) / task.n),
        bands_(task.floors.size(), reach_ + 1),
        series_(task.floors.size()),
        pull_(task.floors.size()) {
    for (Index t = 0; t < bands_.rows(); ++t) {
      for (Index distance = 0; distance <= reach_; ++distance) bands_(t, distance) = task.precision(t, distance);
    }
  }

  void solve(const std::vector<bool>& held) {
    const Index length = task_.floors.size();
    const Index chunk = blocks_a_chunk_ * task_.n;
    const Index chunks = (length + chunk - 1) / chunk;
    Eigen::MatrixXd multipliers = Eigen::MatrixXd::Zero(chunks * blocks_a_chunk_, 1 + reach_);
    Eigen::MatrixXd values(length, 1 + reach_);  // and how they respond to the first values of the next chunk
    for (Index c = 0; c < chunks; ++c) {
      const Index first = c * chunk;
      const Index size = std::min(chunk, length - first);
      Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(size + blocks_a_chunk_, size + blocks_a_chunk_);
      Eigen::MatrixXd sides = Eigen::MatrixXd::Zero(size + blocks_a_chunk_, 1 + reach_);
      for (Index i = 0; i < size; ++i) {
        const Index t = first + i;
        if (held[static_cast<std::size_t>(t)]) {
          matrix(i, i) = 1;
          sides(i, 0) = task_.floors[t];
          continue;
        }
        if (meets_level(t / task_.n)) matrix(i, size + i / task_.n) = task_.shares[t];
        for (Index other = std::max<Index>(t - reach_, 0); other <= std::min(t + reach_, length - 1); ++other) {
          const double weight = bands_(std::min(t, other), std::abs(t - other));
          if (other >= first + size) {
            sides(i, 1 + other - first - size) -= weight;
          } else if (other >= first) {
            matrix(i, other - first) += weight;
          } else {
            sides(i, 0) -= weight * values(other, 0);
            const Index known = std::min(reach_, size);
            matrix.row(i).head(known) += weight * values.row(other).segment(1, known);
          }
        }
      }
      for (Index k = 0; k < blocks_a_chunk_; ++k) {
        const Index block = c * blocks_a_chunk_ + k;
        if (meets_level(block)) {
          const Index begin = k * task_.n;
          matrix.row(size + k).segment(begin, task_.n) =
              task_.shares.segment(first + begin, task_.n).matrix().transpose();
          sides(size + k, 0) = task_.levels[block];
        } else {
          matrix(size + k, size + k) = 1;
        }
      }
      const Eigen::MatrixXd solution = matrix.partialPivLu().solve(sides);
      values.middleRows(first, size) = solution.topRows(size);
      multipliers.middleRows(c * blocks_a_chunk_, blocks_a_chunk_) = solution.bottomRows(blocks_a_chunk_);
    }
    series_ = values.col(0).array();
    for (Index c = chunks - 2; c >= 0; --c) {
      const Index next = (c + 1) * chunk;
      for (Index j = 0; j < std::min(reach_, length - next); ++j) {
        series_.segment(c * chunk, chunk) += values.col(1 + j).segment(c * chunk, chunk).array() * series_[next + j];
        multipliers.col(0).segment(c * blocks_a_chunk_, blocks_a_chunk_) +=
            multipliers.col(1 + j).segment(c * blocks_a_chunk_, blocks_a_chunk_) * series_[next + j];
      }
    }
    for (Index t = 0; t < length; ++t) {
      pull_[t] = meets_level(t / task_.n) ? multipliers(t / task_.n, 0) * task_.shares[t] : 0;
      for (Index other = std::max<Index>(t - reach_, 0); other <= std::min(t + reach_, length - 1); ++other) {
        pull_[t] += bands_(std::min(t, other), std::abs(t - other)) * series_[other];
      }
    }
  }

  [[nodiscard]] const ArrayXd& series() const noexcept { return series_; }
  /// How strongly each floor holds up its period: the multiplier of its bound.
  [[nodiscard]] const ArrayXd& pull() const noexcept { return pull_; }

 private:
  [[nodiscard]] bool meets_level(Index block) const {
    return block < task_.levels.size() && !task_.empty[static_cast<std::size_t>(block)];
  }

  const Bounded& task_;
  Index reach_;  ///< how far the precision couples periods
  Index blocks_a_chunk_;
  Eigen::ArrayXXd bands_;
  ArrayXd series_;
  ArrayXd pull_;
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
