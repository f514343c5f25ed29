#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/scenario/check.ipp>

namespace shengzhou_report::detail::scenario {

/// Bins of all columns together: 4 MiB a thread.
inline constexpr int all_bins = 1 << 20;

/// The plan of a simulation with the arrays that it points to.
struct Prepared {
  kernel::Plan plan{};
  int series = 0;
  std::vector<double> factor;
  std::vector<double> persistence;
  std::vector<double> start;
  std::vector<double> errors;
  std::vector<double> median;
  std::vector<double> growth;  ///< ln(1 + growth), a period and indicator
  std::vector<kernel::Column> columns;
  std::vector<kernel::Condition> conditions;
  std::vector<std::size_t> events;  ///< a condition: what it decides
};

/// Positions in ScenarioData::hits.
struct Events {
  std::size_t targets;
  std::size_t outcomes;
  std::size_t narrowing;  ///< of single periods
  std::size_t passages;
  std::size_t count;

  Events(const ScenarioModel& model, const ScenarioQuery& query) {
    const auto periods = static_cast<std::size_t>(model.periods);
    targets = query.targets.size();
    outcomes = targets + (targets > 0 ? 1 : 0) + (query.ratio ? 1 : 0);
    narrowing = outcomes;
    passages = narrowing + (query.ratio ? periods : 0);
    count = passages + query.passages.size() * (periods + 1);
  }
};

/// Adds counts of further paths.
inline void add_counts(auto& sums, const auto& more) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

[[nodiscard]] inline bool has_width(const Interval& level) { return level.lower() < level.upper(); }

[[nodiscard]] inline Prepared prepare(const ScenarioModel& model, std::uint64_t seed, bool antithetic) {
  Prepared prepared;
  kernel::Plan& plan = prepared.plan;
  plan.indicators = static_cast<int>(model.start.size());
  plan.periods = model.periods;
  plan.antithetic = antithetic;
  plan.degrees_of_freedom = model.degrees_of_freedom;
  plan.block_length = model.block_length;
  kernel::schedule(plan.keys, seed);

  std::vector<double> level;
  for (const Interval& start : model.start) level.push_back(log(start.midpoint()));
  prepared.median = level;
  for (int t = 0; t < model.periods; ++t) {
    for (int k = 0; k < plan.indicators; ++k) {
      prepared.growth.push_back(log(1 + at(model.growth, t, k)));
      prepared.median.push_back(level[static_cast<std::size_t>(k)] += prepared.growth.back());
    }
  }
  for (const double x : prepared.median) {
    if (std::abs(x) > 600) reject("growth: a median level is too large or too small for a double");
  }
  if (std::any_of(model.start.begin(), model.start.end(), has_width)) {
    for (const Interval& start : model.start) {
      prepared.start.push_back(start.lower() / start.midpoint());
      prepared.start.push_back(start.width() / start.midpoint());
    }
  }
  for (int k = 0; k < plan.indicators && model.persistence.size() > 0; ++k) {
    prepared.persistence.push_back(model.persistence[model.persistence.size() == 1 ? 0 : k]);
  }
  if (model.shocks == Shocks::resampled) {
    plan.rows = static_cast<int>(model.errors.rows());
    prepared.errors.assign(model.errors.data(), model.errors.data() + model.errors.size());
  } else {
    plan.diagonal = model.correlation.size() == 0;
    const PathMatrix root = plan.diagonal
                                ? PathMatrix(Eigen::MatrixXd::Identity(plan.indicators, plan.indicators).array())
                                : cholesky(model.correlation);
    for (int t = 0; t < model.periods; ++t) {
      for (int k = 0; k < plan.indicators; ++k) {
        for (int j = 0; j < plan.indicators; ++j) prepared.factor.push_back(root(k, j) * at(model.volatility, t, k));
      }
    }
  }
  return prepared;
}

/// The plan points into the vectors, which must not move afterwards.
inline void connect(Prepared& prepared) {
  const auto data = [](const std::vector<double>& values) { return values.empty() ? nullptr : values.data(); };
  kernel::Plan& plan = prepared.plan;
  plan.factor = data(prepared.factor);
  plan.persistence = data(prepared.persistence);
  plan.start = data(prepared.start);
  plan.errors = data(prepared.errors);
  plan.median = data(prepared.median);
  plan.columns = prepared.series;
  plan.column = prepared.columns.data();
  plan.condition = prepared.conditions.data();
  plan.conditions = static_cast<int>(prepared.conditions.size());
}

/// Columns without scales: which differences are followed.
inline void add_columns(Prepared& prepared, const ScenarioQuery& query) {
  const int indicators = prepared.plan.indicators;
  prepared.series = indicators + (query.ratio ? 1 : 0);
  for (int t = 0; t < prepared.plan.periods; ++t) {
    for (int k = 0; k < indicators; ++k) prepared.columns.push_back({k, -1, 1, 0});
    if (query.ratio) prepared.columns.push_back({query.ratio->numerator, query.ratio->denominator, 1, 0});
  }
  int bins = most_bins;
  while (bins * static_cast<int>(prepared.columns.size()) > all_bins) bins /= 2;
  prepared.plan.bins = bins;
}

inline void add_conditions(Prepared& prepared, const ScenarioModel& model, const ScenarioQuery& query) {
  const Events events(model, query);
  const int indicators = prepared.plan.indicators;
  // Figures that agree to 12 digits count as equal, so that rounding cannot miss a bound that is met exactly.
  constexpr double tolerance = 1e-12;
  const auto at = [&](const std::vector<double>& table, int row, int k) {
    return table[static_cast<std::size_t>(row) * static_cast<std::size_t>(indicators) + static_cast<std::size_t>(k)];
  };
  const auto median = [&](int period, int k) { return at(prepared.median, period, k); };
  const auto growth = [&](int period, int k) { return at(prepared.growth, period - 1, k); };
  // The condition that the logarithm of a level or of the ratio lies between bounds, as one on deviations.
  const auto bounded = [&](Subject subject, int indicator, int period, double lower, double upper) {
    const bool ratio = subject == Subject::ratio;
    const int first = ratio ? query.ratio->numerator : indicator;
    const int second = ratio ? query.ratio->denominator : -1;
    const double middle = median(period, first) - (ratio ? median(period, second) : 0);
    return kernel::Condition{
        period, first, second, false, log(lower) - middle - tolerance, log(upper) - middle + tolerance};
  };
  std::vector<std::pair<kernel::Condition, std::size_t>> all;
  for (std::size_t i = 0; i < query.targets.size(); ++i) {
    const ScenarioTarget& target = query.targets[i];
    if (target.subject == Subject::growth) {
      const double middle = growth(target.period, target.indicator);
      all.push_back({{target.period, target.indicator, -1, true, log(1 + target.lower) - middle - tolerance,
                      log(1 + target.upper) - middle + tolerance},
                     i});
    } else {
      all.emplace_back(bounded(target.subject, target.indicator, target.period, target.lower, target.upper), i);
    }
  }
  for (int t = 1; t <= model.periods; ++t) {
    if (query.ratio) {
      const auto [first, second] = *query.ratio;
      const double most = std::nextafter(growth(t, second) - growth(t, first), -infinity);
      all.push_back({{t, first, second, true, -infinity, most}, events.narrowing + static_cast<std::size_t>(t - 1)});
    }
  }
  for (std::size_t i = 0; i < query.passages.size(); ++i) {
    const ScenarioPassage& passage = query.passages[i];
    for (int t = 0; t <= model.periods; ++t) {
      const double lower = passage.rising ? passage.threshold : 0;
      const double upper = passage.rising ? infinity : passage.threshold;
      all.emplace_back(bounded(passage.subject, passage.indicator, t, lower, upper),
                       events.passages + i * static_cast<std::size_t>(model.periods + 1) + static_cast<std::size_t>(t));
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first.period < b.first.period; });
  for (const auto& [condition, event] : all) {
    prepared.conditions.push_back(condition);
    prepared.events.push_back(event);
  }
}

}  // namespace shengzhou_report::detail::scenario
