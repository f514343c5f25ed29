#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <Eigen/Eigenvalues>

#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/scenario/result.ipp>
#include <shengzhou_report/impl/scenario/run.ipp>
#include <shengzhou_report/scenario.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE bool operator==(const ScenarioModel& a, const ScenarioModel& b) {
  using detail::scenario::equal;
  return a.start == b.start && a.periods == b.periods && equal(a.growth, b.growth) &&
         equal(a.volatility, b.volatility) && equal(a.correlation, b.correlation) &&
         equal(a.persistence, b.persistence) && a.shocks == b.shocks && a.degrees_of_freedom == b.degrees_of_freedom &&
         equal(a.errors, b.errors) && a.block_length == b.block_length;
}

SHENGZHOU_REPORT_INLINE std::vector<InstructionSet> instruction_sets() {
  std::vector<InstructionSet> sets{InstructionSet::scalar};
#if defined(SHENGZHOU_REPORT_X86_KERNELS)
  sets.push_back(InstructionSet::sse2);
  if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0) sets.push_back(InstructionSet::avx2);
  if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
      __builtin_cpu_supports("fma") != 0) {
    sets.push_back(InstructionSet::avx512);
  }
#endif
  return sets;
}

SHENGZHOU_REPORT_INLINE Scenario simulate(const ScenarioModel& model, const ScenarioQuery& query,
                                          const ScenarioOptions& options) {
  using namespace detail::scenario;  // NOLINT(google-build-using-namespace)
  check_model(model);
  check_query(model, query);
  check_options(model, options);
  Prepared prepared = prepare(model, options.seed, options.antithetic);
  add_columns(prepared, query);
  set_scales(prepared, model, options.antithetic);
  add_conditions(prepared, model, query);
  connect(prepared);

  const Events events(model, query);
  ScenarioData data;
  data.model = model;
  data.query = query;
  data.seed = options.seed;
  data.antithetic = options.antithetic;
  data.arithmetic = options.arithmetic;
  data.bins = prepared.plan.bins;
  data.paths = {{options.first_path, options.first_path + options.paths}};
  for (const detail::kernel::Column& column : prepared.columns) {
    data.scale.push_back(column.scale);
    data.shift.push_back(column.shift);
  }
  const std::size_t columns = prepared.columns.size();
  data.counts.resize(columns * static_cast<std::size_t>(data.bins));
  data.first.resize(columns);
  data.second.resize(columns);
  data.lowest.assign(columns, infinity);
  data.highest.assign(columns, -infinity);
  data.hits.resize(events.count);
  data.pairs.resize(events.count);
  data.joint.resize(events.outcomes * events.outcomes);
  data.joint_pairs.resize(data.joint.size());
  data.partners.resize(data.joint.size());

  std::vector<std::unique_ptr<Workspace>> workspaces;
  const std::int64_t threads = thread_count(options, static_cast<std::int64_t>(data.counts.size() * 4) + (1 << 19));
  for (std::int64_t i = 0; i < threads; ++i) {
    workspaces.push_back(
        std::make_unique<Workspace>(prepared, true, static_cast<int>(events.count), static_cast<int>(events.outcomes)));
  }
  std::mutex mutex;
  const auto empty_counts = [&](Workspace& workspace) {
    const std::lock_guard lock(mutex);
    add_counts(data.counts, workspace.counts);
    std::fill(workspace.counts.begin(), workspace.counts.end(), 0U);
  };
  const detail::kernel::Block block = block_of(options.arithmetic, options.instruction_set);
  const EventCounter counter(prepared, model, query);
  run_blocks(workspaces, options, [&](Workspace& workspace, std::int64_t first, int count) {
    block(prepared.plan, workspace.scratch, static_cast<std::uint64_t>(options.first_path + first), count);
    workspace.collect();
    counter.count(workspace, count);
    workspace.counted += count;
    // Before a count of 32 bits overflows.
    if (workspace.counted > (std::int64_t{1} << 31)) {
      empty_counts(workspace);
      workspace.counted = 0;
    }
  });
  for (const auto& workspace : workspaces) {
    empty_counts(*workspace);
    for (std::size_t i = 0; i < columns; ++i) {
      data.first[i].add(workspace->first[i]);
      data.second[i].add(workspace->second[i]);
      data.lowest[i] = std::min(data.lowest[i], workspace->tallies()[i].lowest);
      data.highest[i] = std::max(data.highest[i], workspace->tallies()[i].highest);
    }
    add_counts(data.hits, workspace->hits);
    add_counts(data.pairs, workspace->pairs);
    add_counts(data.joint, workspace->joint);
    add_counts(data.joint_pairs, workspace->joint_pairs);
    add_counts(data.partners, workspace->partners);
  }
  return Scenario(std::move(data));
}

SHENGZHOU_REPORT_INLINE std::int64_t path_values(const ScenarioModel& model, const ScenarioOptions& options,
                                                 std::int64_t most_bytes) {
  detail::scenario::check_model(model);
  detail::scenario::check_options(model, options);
  const std::int64_t values = static_cast<std::int64_t>(model.start.size()) * (model.periods + 1);
  if (options.paths > most_bytes / 8 / values) {
    detail::scenario::reject(
        "paths = " + std::to_string(options.paths) + " would take " +
        detail::format_double(static_cast<double>(options.paths) * static_cast<double>(values) * 8) +
        " bytes, more than " + std::to_string(most_bytes) + ": keep fewer of them, or their distribution alone");
  }
  return options.paths * values;
}

SHENGZHOU_REPORT_INLINE void simulate_paths(const ScenarioModel& model, const ScenarioOptions& options,
                                            std::span<double> out) {
  using namespace detail::scenario;  // NOLINT(google-build-using-namespace)
  const std::int64_t values = path_values(model, options, std::numeric_limits<std::int64_t>::max());
  if (static_cast<std::int64_t>(out.size()) != values) {
    reject("out has size " + std::to_string(out.size()) + ", the paths have " + std::to_string(values) + " values");
  }
  Prepared prepared = prepare(model, options.seed, options.antithetic);
  connect(prepared);
  std::vector<std::unique_ptr<Workspace>> workspaces;
  const std::int64_t threads = thread_count(options, 1 << 19);
  for (std::int64_t i = 0; i < threads; ++i) workspaces.push_back(std::make_unique<Workspace>(prepared, false, 0, 0));
  const detail::kernel::Block block = block_of(options.arithmetic, options.instruction_set);
  const std::int64_t size = values / options.paths;
  run_blocks(workspaces, options, [&](Workspace& workspace, std::int64_t first, int count) {
    workspace.scratch.paths = out.data() + first * size;
    block(prepared.plan, workspace.scratch, static_cast<std::uint64_t>(options.first_path + first), count);
  });
}

SHENGZHOU_REPORT_INLINE std::vector<double> simulate_paths(const ScenarioModel& model, const ScenarioOptions& options,
                                                           std::int64_t most_bytes) {
  std::vector<double> paths(static_cast<std::size_t>(path_values(model, options, most_bytes)));
  simulate_paths(model, options, paths);
  return paths;
}

SHENGZHOU_REPORT_INLINE PathMatrix nearest_correlation(const PathMatrix& matrix) {
  detail::scenario::check_correlation("nearest_correlation", matrix);
  // Projected once more than it must be, so that rounding leaves no negative eigenvalue: the floor is far below any
  // correlation that data can tell from zero.
  constexpr double floor = 1e-9;
  Eigen::MatrixXd y = matrix.matrix();
  y.diagonal().setOnes();
  Eigen::MatrixXd correction = Eigen::MatrixXd::Zero(y.rows(), y.cols());
  for (int step = 0; step < 10'000; ++step) {
    const Eigen::MatrixXd r = y - correction;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(r);
    if (step == 0 && eigen.eigenvalues().minCoeff() >= 0) break;
    const Eigen::VectorXd values = eigen.eigenvalues().cwiseMax(floor);
    const Eigen::MatrixXd x = eigen.eigenvectors() * values.asDiagonal() * eigen.eigenvectors().transpose();
    correction = x - r;
    const Eigen::MatrixXd before = y;
    y = x;
    y.diagonal().setOnes();
    if ((y - before).norm() <= 1e-12 * y.norm()) break;
  }
  y = (y + y.transpose().eval()) / 2;
  return y.array().max(-1.0).min(1.0);
}

}  // namespace shengzhou_report
