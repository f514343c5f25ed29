#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <ostream>
#include <string>
#include <thread>

#include <Eigen/Eigenvalues>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/random.ipp>
#include <shengzhou_report/impl/scenario_scalar.hpp>
#include <shengzhou_report/scenario.hpp>

namespace shengzhou_report {

namespace detail {

namespace kernel {

inline constexpr Kernels scalar_kernels{run_block<Scalar<false>>, run_block<Scalar<true>>, run_block<ScalarSingle>};

// The compiled library has these where CMake says so.
extern const Kernels sse2_kernels;
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;

[[nodiscard]] inline const Kernels& kernels(InstructionSet set) {
#if defined(SHENGZHOU_REPORT_X86_KERNELS)
  if (set == InstructionSet::sse2) return sse2_kernels;
  if (set == InstructionSet::avx2) return avx2_kernels;
  if (set == InstructionSet::avx512) return avx512_kernels;
#endif
  static_cast<void>(set);
  return scalar_kernels;
}

}  // namespace kernel

namespace scenario {

inline constexpr int most_periods = 60;
inline constexpr int most_indicators = 64;
inline constexpr int most_questions = 64;
inline constexpr int most_degrees = 100;
inline constexpr std::int64_t most_paths = std::int64_t{1} << 53;
inline constexpr int most_bins = 1024;
/// Bins of all columns together: 4 MiB a thread.
inline constexpr int all_bins = 1 << 20;
inline constexpr double reach = 6;
inline constexpr std::uint64_t pilot_first = std::uint64_t{1} << 62;
inline constexpr int pilot_paths = 4096;
inline constexpr std::int64_t thread_memory = std::int64_t{40} << 20;
inline constexpr double infinity = std::numeric_limits<double>::infinity();

// What the paths depend on is computed without the standard library's functions, whose last digits differ, and without
// fused operations.
using Exact = kernel::Scalar<false>;

/// ln(x); -inf for what is not positive.
[[nodiscard]] inline double log(double x) {
  if (!(x > 1e-300)) return -infinity;
  return x < 1e300 ? -kernel::minus_log<Exact>(x) : infinity;
}

[[noreturn]] inline void reject(const std::string& message) { throw DomainError("simulate: " + message); }

[[nodiscard]] inline std::string position(const char* name, Eigen::Index row, Eigen::Index column) {
  return std::string(name) + "[" + std::to_string(row) + ", " + std::to_string(column) + "]";
}

[[nodiscard]] inline bool equal(const auto& a, const auto& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() && (a == b).all();
}

/// Throws unless `matrix` has 1 or `periods` rows and 1 or `indicators` columns of numbers within the bounds.
inline void check_matrix(const char* name, const PathMatrix& matrix, int periods, int indicators, double lower,
                         double upper, const char* advice) {
  const auto fits = [](Eigen::Index size, int wanted) { return size == 1 || size == wanted; };
  if (!fits(matrix.rows(), periods) || !fits(matrix.cols(), indicators)) {
    reject(std::string(name) + " has " + std::to_string(matrix.rows()) + " rows and " + std::to_string(matrix.cols()) +
           " columns; give one row or one a period (" + std::to_string(periods) +
           "), one column or one an indicator (" + std::to_string(indicators) + ")");
  }
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) {
    for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
      const double value = matrix(row, column);
      if (!(value >= lower && value <= upper)) {
        reject(position(name, row, column) + " = " + format_double(value) + " " + advice);
      }
    }
  }
}

[[nodiscard]] inline double at(const PathMatrix& matrix, int row, int column) {
  return matrix(matrix.rows() == 1 ? 0 : row, matrix.cols() == 1 ? 0 : column);
}

/// Throws unless the matrix is square and symmetric, with finite numbers.
inline void check_symmetric(const char* function, const PathMatrix& matrix) {
  const std::string head = std::string(function) + ": ";
  if (matrix.rows() != matrix.cols() || matrix.rows() == 0) {
    throw DomainError(head + "correlation has " + std::to_string(matrix.rows()) + " rows and " +
                      std::to_string(matrix.cols()) + " columns; it must be square");
  }
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
      if (!std::isfinite(matrix(i, j))) {
        throw DomainError(head + position("correlation", i, j) + " = " + format_double(matrix(i, j)) +
                          " is not a finite number");
      }
      if (std::abs(matrix(i, j) - matrix(j, i)) > 1e-12) {
        throw DomainError(head + position("correlation", i, j) + " = " + format_double(matrix(i, j)) + " but " +
                          position("correlation", j, i) + " = " + format_double(matrix(j, i)) +
                          "; it must be symmetric");
      }
    }
  }
}

/// The lower triangular factor of a correlation matrix, which may be semidefinite up to rounding.
[[nodiscard]] inline PathMatrix cholesky(const PathMatrix& correlation) {
  const Eigen::Index n = correlation.rows();
  for (Eigen::Index i = 0; i < n; ++i) {
    if (std::abs(correlation(i, i) - 1) > 1e-12) {
      reject(position("correlation", i, i) + " = " + format_double(correlation(i, i)) + " must be 1");
    }
    for (Eigen::Index j = 0; j < i; ++j) {
      if (std::abs(correlation(i, j)) > 1) {
        reject(position("correlation", i, j) + " = " + format_double(correlation(i, j)) + " must lie between -1 and 1");
      }
    }
  }
  constexpr double tolerance = 1e-10;
  PathMatrix factor = PathMatrix::Zero(n, n);
  for (Eigen::Index j = 0; j < n; ++j) {
    double pivot = correlation(j, j);
    for (Eigen::Index k = 0; k < j; ++k) pivot -= Exact::mul(factor(j, k), factor(j, k));
    const bool dependent = pivot < tolerance;
    bool definite = pivot > -tolerance;
    const double root = dependent ? 0 : std::sqrt(pivot);
    factor(j, j) = root;
    for (Eigen::Index i = j + 1; i < n && definite; ++i) {
      double rest = correlation(i, j);
      for (Eigen::Index k = 0; k < j; ++k) rest -= Exact::mul(factor(i, k), factor(j, k));
      // Where nothing of an indicator is left to explain, others cannot depend on it.
      definite = !dependent || std::abs(rest) <= 1e-5;
      factor(i, j) = dependent ? 0 : rest / root;
    }
    if (!definite) {
      reject(
          "correlation is not positive definite: no variables have these correlations together; nearest_correlation "
          "gives the nearest matrix that is");
    }
  }
  return factor;
}

inline void check_model(const ScenarioModel& model) {
  const int indicators = static_cast<int>(std::min<std::size_t>(model.start.size(), most_indicators + 1));
  if (indicators < 1 || indicators > most_indicators) {
    reject("start has " + std::to_string(model.start.size()) + " levels; give from 1 to 64");
  }
  for (std::size_t k = 0; k < model.start.size(); ++k) {
    const Interval& level = model.start[k];
    if (!(level.lower() > 0 && level.upper() < infinity)) {
      reject("start[" + std::to_string(k) + "] = " + to_string(level) + " must be positive and finite");
    }
    if (level.upper() > 1e250 || level.lower() < 1e-250) {
      reject("start[" + std::to_string(k) + "] = " + to_string(level) + " must lie between 1e-250 and 1e250");
    }
  }
  if (model.periods < 1 || model.periods > most_periods) {
    reject("periods = " + std::to_string(model.periods) + " must lie between 1 and 60");
  }
  check_matrix("growth", model.growth, model.periods, indicators, -0.99, 9,
               "must lie between -0.99 and 9 (900 %): rates "
               "are fractions, 0.065 is 6.5 %");
  if (model.persistence.size() > 0) {
    if (model.persistence.size() != 1 && model.persistence.size() != indicators) {
      reject("persistence has size " + std::to_string(model.persistence.size()) +
             "; give one number or one an indicator (" + std::to_string(indicators) + ")");
    }
    for (Eigen::Index k = 0; k < model.persistence.size(); ++k) {
      if (!(std::abs(model.persistence[k]) < 1)) {
        reject("persistence[" + std::to_string(k) + "] = " + format_double(model.persistence[k]) +
               " must lie between -1 and 1, exclusive");
      }
    }
  }
  if (model.shocks == Shocks::resampled) {
    if (model.volatility.size() > 0 || model.correlation.size() > 0) {
      reject("volatility and correlation are those of the errors when shocks are resampled; leave them out");
    }
    if (model.errors.rows() < 1 || model.errors.cols() != indicators || model.errors.rows() > 1'000'000) {
      reject("errors has " + std::to_string(model.errors.rows()) + " rows and " + std::to_string(model.errors.cols()) +
             " columns; give from 1 to a million rows and one column an indicator (" + std::to_string(indicators) +
             ")");
    }
    for (Eigen::Index row = 0; row < model.errors.rows(); ++row) {
      for (Eigen::Index column = 0; column < model.errors.cols(); ++column) {
        if (!(std::abs(model.errors(row, column)) <= 5)) {
          reject(position("errors", row, column) + " = " + format_double(model.errors(row, column)) +
                 " must lie between -5 and 5: they are differences of logarithms");
        }
      }
    }
    if (model.block_length < 1 || model.block_length > model.errors.rows()) {
      reject("block_length = " + std::to_string(model.block_length) + " must lie between 1 and the number of errors, " +
             std::to_string(model.errors.rows()));
    }
  } else {
    check_matrix("volatility", model.volatility, model.periods, indicators, 0, 1,
                 "must lie between 0 and 1: it is the standard deviation of log growth, 0.02 for 2 %");
    if (model.errors.size() > 0 || model.block_length != 1) {
      reject("errors and block_length belong to resampled shocks alone");
    }
    if (model.correlation.size() > 0) {
      check_symmetric("simulate", model.correlation);
      if (model.correlation.rows() != indicators) {
        reject("correlation has " + std::to_string(model.correlation.rows()) + " rows; give one an indicator (" +
               std::to_string(indicators) + ")");
      }
    }
  }
  const bool student = model.shocks == Shocks::student_t;
  if (student && (model.degrees_of_freedom < 3 || model.degrees_of_freedom > most_degrees)) {
    reject("degrees_of_freedom = " + std::to_string(model.degrees_of_freedom) + " must lie between 3 and 100");
  }
  if (!student && model.degrees_of_freedom != 0) reject("degrees_of_freedom belong to Student-t shocks alone");
}

inline void check_query(const ScenarioModel& model, const ScenarioQuery& query) {
  const int indicators = static_cast<int>(model.start.size());
  const auto check_indicator = [&](const std::string& name, int indicator) {
    if (indicator < 0 || indicator >= indicators) {
      reject(name + " = " + std::to_string(indicator) + " is no position of one of " + std::to_string(indicators) +
             " indicators");
    }
  };
  if (query.ratio) {
    check_indicator("ratio.numerator", query.ratio->numerator);
    check_indicator("ratio.denominator", query.ratio->denominator);
    if (query.ratio->numerator == query.ratio->denominator) reject("ratio: needs two different indicators");
  }
  if (query.targets.size() > most_questions || query.passages.size() > most_questions) {
    reject("at most 64 targets and 64 passages, got " + std::to_string(query.targets.size()) + " and " +
           std::to_string(query.passages.size()));
  }
  const auto check_subject = [&](const std::string& name, Subject subject, int indicator) {
    if (subject != Subject::ratio) check_indicator(name + ".indicator", indicator);
    if (subject == Subject::ratio && !query.ratio) reject(name + " is about the ratio: say of which two indicators");
  };
  for (std::size_t i = 0; i < query.targets.size(); ++i) {
    const ScenarioTarget& target = query.targets[i];
    const std::string name = "targets[" + std::to_string(i) + "]";
    check_subject(name, target.subject, target.indicator);
    if (target.period < 1 || target.period > model.periods) {
      reject(name + ".period = " + std::to_string(target.period) + " must lie between 1 and " +
             std::to_string(model.periods));
    }
    if (!(target.lower <= target.upper) || target.lower == infinity || target.upper == -infinity) {
      reject(name + ": the bounds " + format_double(target.lower) + " and " + format_double(target.upper) +
             " hold no number between them");
    }
  }
  for (std::size_t i = 0; i < query.passages.size(); ++i) {
    const ScenarioPassage& passage = query.passages[i];
    const std::string name = "passages[" + std::to_string(i) + "]";
    check_subject(name, passage.subject, passage.indicator);
    if (passage.subject == Subject::growth) reject(name + ": a passage is that of a level or of the ratio");
    if (!(passage.threshold > 0 && passage.threshold < infinity)) {
      reject(name + ".threshold = " + format_double(passage.threshold) + " must be positive and finite");
    }
  }
}

inline void check_options(const ScenarioModel& model, const ScenarioOptions& options) {
  if (options.paths < 1 || options.paths > most_paths) {
    reject("paths = " + std::to_string(options.paths) + " must lie between 1 and 2^53");
  }
  if (options.first_path < 0 || options.first_path > most_paths - options.paths) {
    reject("first_path = " + std::to_string(options.first_path) + " must be at least 0, and the last path below 2^53");
  }
  if (options.threads < 0 || options.threads > 1024) {
    reject("threads = " + std::to_string(options.threads) + " must lie between 0, for one a processor, and 1024");
  }
  if (options.antithetic) {
    if (model.shocks == Shocks::resampled) reject("antithetic: resampled shocks have no opposite");
    if (options.paths % 2 != 0 || options.first_path % 2 != 0) {
      reject("antithetic: paths come in pairs, so paths = " + std::to_string(options.paths) +
             " and first_path = " + std::to_string(options.first_path) + " must be even");
    }
  }
  const std::vector<InstructionSet> sets = instruction_sets();
  if (options.instruction_set != InstructionSet::automatic &&
      std::find(sets.begin(), sets.end(), options.instruction_set) == sets.end()) {
    reject(std::string("instruction_set: this build or this processor has no ") + to_string(options.instruction_set));
  }
}

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

struct Free {
  void operator()(std::byte* memory) const { ::operator delete[](memory, std::align_val_t{64}); }
};

/// Memory of one thread.
class Workspace {
 public:
  Workspace(const Prepared& prepared, bool statistics, int events, int outcomes)
      : tallies_(statistics ? prepared.columns.size() : 0, kernel::Tally{0, 0, infinity, -infinity}),
        masks_(std::max<std::size_t>(prepared.conditions.size(), 1) * kernel::mask_words),
        counts(statistics ? prepared.columns.size() * static_cast<std::size_t>(prepared.plan.bins) : 0),
        first(tallies_.size()),
        second(tallies_.size()),
        hits(static_cast<std::size_t>(events)),
        pairs(static_cast<std::size_t>(events)),
        joint(static_cast<std::size_t>(outcomes * outcomes)),
        joint_pairs(joint.size()),
        partners(joint.size()) {
    constexpr std::size_t row = kernel::block_paths * sizeof(double);
    const std::size_t rows = (static_cast<std::size_t>(prepared.plan.indicators) + 1) / 2 * 2;
    memory_.reset(static_cast<std::byte*>(::operator new[]((3 * rows + 3) * row, std::align_val_t{64})));
    std::fill_n(memory_.get(), (3 * rows + 3) * row, std::byte{0});
    std::byte* next = memory_.get();
    const auto take = [&next](std::size_t count) {
      std::byte* const begin = next;
      next += count * row;
      return static_cast<void*>(begin);
    };
    scratch.shocks = take(rows);
    scratch.growth = take(rows);
    scratch.level = take(rows);
    scratch.rows = static_cast<std::uint64_t*>(take(1));
    scratch.mixing = static_cast<double*>(take(1));
    scratch.scale = take(1);
    scratch.counts = statistics ? counts.data() : nullptr;
    scratch.tally = tallies_.data();
    scratch.mask = masks_.data();
    scratch.paths = nullptr;
  }

  /// Moves the sums of a block to those of all blocks.
  void collect() {
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      first[i].add(tallies_[i].first);
      second[i].add(tallies_[i].second);
      tallies_[i].first = tallies_[i].second = 0;
    }
  }

  [[nodiscard]] const std::vector<kernel::Tally>& tallies() const { return tallies_; }
  [[nodiscard]] std::uint64_t* mask(std::size_t condition) { return masks_.data() + condition * kernel::mask_words; }

 private:
  std::unique_ptr<std::byte[], Free> memory_;
  std::vector<kernel::Tally> tallies_;
  std::vector<std::uint64_t> masks_;

 public:
  kernel::Scratch scratch{};
  std::vector<std::uint32_t> counts;
  std::int64_t counted = 0;  ///< paths in `counts`
  std::vector<WideSum> first;
  std::vector<WideSum> second;
  std::vector<std::uint64_t> hits;
  std::vector<std::uint64_t> pairs;
  std::vector<std::uint64_t> joint;
  std::vector<std::uint64_t> joint_pairs;
  std::vector<std::uint64_t> partners;
};

using Mask = std::array<std::uint64_t, kernel::mask_words>;

[[nodiscard]] inline std::uint64_t population(const Mask& mask) {
  std::uint64_t count = 0;
  for (const std::uint64_t word : mask) count += static_cast<std::uint64_t>(std::popcount(word));
  return count;
}

[[nodiscard]] inline Mask both(const Mask& a, const Mask& b) {
  Mask result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = a[i] & b[i];
  return result;
}

/// The same for the other path of each antithetic pair.
[[nodiscard]] inline Mask partners(const Mask& mask) {
  constexpr std::uint64_t even = 0x5555555555555555U;
  Mask result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = ((mask[i] >> 1U) & even) | ((mask[i] & even) << 1U);
  return result;
}

/// Counts the events of a block of `count` paths from the masks of its conditions.
class EventCounter {
 public:
  EventCounter(const Prepared& prepared, const ScenarioModel& model, const ScenarioQuery& query)
      : prepared_(prepared), events_(model, query), periods_(static_cast<std::size_t>(model.periods)) {}

  void count(Workspace& workspace, int paths) const {
    if (prepared_.conditions.empty()) return;
    Mask valid{};
    for (int i = 0; i < paths; ++i) valid[static_cast<std::size_t>(i / 64)] |= std::uint64_t{1} << (i % 64);
    std::vector<Mask> masks(events_.count, valid);
    for (std::size_t i = 0; i < prepared_.events.size(); ++i) {
      Mask& mask = masks[prepared_.events[i]];
      for (std::size_t word = 0; word < mask.size(); ++word) mask[word] &= workspace.mask(i)[word];
    }
    if (events_.targets > 0) {
      for (std::size_t i = 0; i < events_.targets; ++i) masks[events_.targets] = both(masks[events_.targets], masks[i]);
    }
    if (events_.passages > events_.narrowing) {
      Mask& every = masks[events_.outcomes - 1];
      for (std::size_t i = events_.narrowing; i < events_.passages; ++i) every = both(every, masks[i]);
    }
    // Once passed, always passed.
    for (std::size_t i = events_.passages; i < events_.count; ++i) {
      if ((i - events_.passages) % (periods_ + 1) == 0) continue;
      for (std::size_t word = 0; word < valid.size(); ++word) masks[i][word] |= masks[i - 1][word];
    }
    for (std::size_t i = 0; i < events_.count; ++i) {
      workspace.hits[i] += population(masks[i]);
      // Both paths of a pair meet it together with their partners.
      if (prepared_.plan.antithetic) workspace.pairs[i] += population(both(masks[i], partners(masks[i]))) / 2;
    }
    for (std::size_t i = 0; i < events_.outcomes; ++i) {
      for (std::size_t j = 0; j < events_.outcomes; ++j) {
        const std::size_t at = i * events_.outcomes + j;
        const Mask meet = both(masks[i], masks[j]);
        workspace.joint[at] += population(meet);
        if (!prepared_.plan.antithetic) continue;
        workspace.joint_pairs[at] += population(both(meet, partners(meet))) / 2;
        workspace.partners[at] += population(both(meet, partners(masks[j])));
      }
    }
  }

 private:
  const Prepared& prepared_;
  Events events_;
  std::size_t periods_;
};

[[nodiscard]] inline kernel::Block block_of(Arithmetic arithmetic, InstructionSet set) {
  const kernel::Kernels& kernels = kernel::kernels(set == InstructionSet::automatic ? instruction_sets().back() : set);
  if (arithmetic == Arithmetic::single) return kernels.single;
  return arithmetic == Arithmetic::fused ? kernels.fused : kernels.reproducible;
}

/// Runs `work(workspace, first, count)` for all blocks of the paths on several threads, the calling one among them.
template <class Work>
void run_blocks(std::vector<std::unique_ptr<Workspace>>& workspaces, const ScenarioOptions& options, const Work& work) {
  using Clock = std::chrono::steady_clock;
  constexpr std::int64_t block = kernel::block_paths;
  const std::int64_t blocks = (options.paths + block - 1) / block;
  std::atomic<std::int64_t> next{0};
  std::atomic<std::int64_t> done{0};
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::exception_ptr error;
  const auto fail = [&] {
    const std::lock_guard lock(mutex);
    if (!error) error = std::current_exception();
    stop = true;
  };
  const auto run = [&](std::size_t thread) {
    try {
      auto reported = Clock::now();
      while (!stop) {
        const std::int64_t first = block * next.fetch_add(1, std::memory_order_relaxed);
        if (first >= block * blocks) break;
        const std::int64_t count = std::min(block, options.paths - first);
        work(*workspaces[thread], first, static_cast<int>(count));
        done.fetch_add(count, std::memory_order_relaxed);
        if (thread == 0 && options.progress && Clock::now() - reported > std::chrono::milliseconds(80)) {
          options.progress(done);
          reported = Clock::now();
        }
      }
      // The others may still be at work, for as long as one block takes.
      if (thread == 0 && options.progress && !stop) options.progress(std::min<std::int64_t>(done, options.paths));
    } catch (...) {
      fail();
    }
  };
  std::vector<std::thread> threads;
  try {
    for (std::size_t i = 1; i < workspaces.size(); ++i) threads.emplace_back(run, i);
  } catch (...) {
    fail();
  }
  run(0);
  for (std::thread& thread : threads) thread.join();
  if (error) std::rethrow_exception(error);
}

[[nodiscard]] inline std::int64_t thread_count(const ScenarioOptions& options, std::int64_t bytes) {
  const std::int64_t wanted = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::int64_t blocks = (options.paths + kernel::block_paths - 1) / kernel::block_paths;
  return std::clamp<std::int64_t>(std::min(wanted, blocks), 1, std::max<std::int64_t>(1, thread_memory / bytes));
}

/// Standard deviations of all columns, for shocks of unit variance without other information.
[[nodiscard]] inline std::vector<double> deviations(const Prepared& prepared, const ScenarioModel& model) {
  const auto persistence = [&](int k) {
    return prepared.persistence.empty() ? 0 : prepared.persistence[static_cast<std::size_t>(k)];
  };
  std::vector<double> result;
  for (std::size_t i = 0; i < prepared.columns.size(); ++i) {
    const kernel::Column& column = prepared.columns[i];
    const int period = static_cast<int>(i) / prepared.series;
    double variance = 0;
    for (int s = 0; s <= period; ++s) {
      // Of the shock of period s, this much is in the level.
      const auto weight = [&](int k) {
        double sum = 0;
        double power = at(model.volatility, s, k);
        for (int j = s; j <= period; ++j, power *= persistence(k)) sum += power;
        return sum;
      };
      const double a = weight(column.first);
      const double b = column.second < 0 ? 0 : weight(column.second);
      const bool correlated = column.second >= 0 && model.correlation.size() > 0;
      const double covariance =
          Exact::mul(Exact::mul(a, b), correlated ? model.correlation(column.first, column.second) : 0);
      variance += Exact::mul(a, a) + Exact::mul(b, b) - 2 * covariance;
    }
    result.push_back(std::sqrt(std::max(variance, 0.0)));
  }
  return result;
}

/// Lays the histograms over where the levels will lie.
inline void set_scales(Prepared& prepared, const ScenarioModel& model, bool antithetic) {
  std::vector<Interval> ranges;
  if (model.shocks == Shocks::normal) {
    const std::vector<double> spread = deviations(prepared, model);
    for (std::size_t i = 0; i < prepared.columns.size(); ++i) {
      double lower = -Exact::mul(reach, spread[i]);
      double upper = -lower;
      const auto widen = [&](int k, bool divide) {
        const Interval& start = model.start[static_cast<std::size_t>(k)];
        const double low = log(start.lower() / start.midpoint());
        const double high = log(start.upper() / start.midpoint());
        lower += divide ? -high : low;
        upper += divide ? -low : high;
      };
      widen(prepared.columns[i].first, false);
      if (prepared.columns[i].second >= 0) widen(prepared.columns[i].second, true);
      ranges.emplace_back(lower, upper);
    }
  } else {
    // The same pilot whatever is simulated, in the arithmetic that is the same everywhere.
    connect(prepared);
    prepared.plan.conditions = 0;
    Workspace workspace(prepared, true, 0, 0);
    const bool kept = prepared.plan.antithetic;
    prepared.plan.antithetic = false;
    for (int first = 0; first < pilot_paths; first += kernel::block_paths) {
      kernel::scalar_kernels.reproducible(prepared.plan, workspace.scratch,
                                          pilot_first + static_cast<std::uint64_t>(first), kernel::block_paths);
    }
    prepared.plan.antithetic = kept;
    for (const kernel::Tally& tally : workspace.tallies()) {
      const double more = (tally.highest - tally.lowest) / 2;
      // Antithetic paths mirror what the pilot has seen.
      const double lower = antithetic ? std::min(tally.lowest, -tally.highest) : tally.lowest;
      const double upper = antithetic ? std::max(tally.highest, -tally.lowest) : tally.highest;
      ranges.emplace_back(lower - more, upper + more);
    }
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    // A certain level has a range of no width.
    const double width = std::max(ranges[i].width(), 1e-9);
    prepared.columns[i].scale = prepared.plan.bins / width;
    prepared.columns[i].shift = -ranges[i].midpoint() * prepared.columns[i].scale;
  }
}

}  // namespace scenario

}  // namespace detail

SHENGZHOU_REPORT_INLINE const char* to_string(Shocks shocks) noexcept {
  switch (shocks) {
    case Shocks::normal:
      return "normal";
    case Shocks::student_t:
      return "student_t";
    case Shocks::resampled:
      return "resampled";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE const char* to_string(Arithmetic arithmetic) noexcept {
  switch (arithmetic) {
    case Arithmetic::reproducible:
      return "reproducible";
    case Arithmetic::fused:
      return "fused";
    case Arithmetic::single:
      return "single";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE const char* to_string(InstructionSet set) noexcept {
  switch (set) {
    case InstructionSet::automatic:
      return "automatic";
    case InstructionSet::scalar:
      return "scalar";
    case InstructionSet::sse2:
      return "sse2";
    case InstructionSet::avx2:
      return "avx2";
    case InstructionSet::avx512:
      return "avx512";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE const char* to_string(Subject subject) noexcept {
  switch (subject) {
    case Subject::level:
      return "level";
    case Subject::growth:
      return "growth";
    case Subject::ratio:
      return "ratio";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE bool operator==(const ScenarioModel& a, const ScenarioModel& b) {
  using detail::scenario::equal;
  return a.start == b.start && a.periods == b.periods && equal(a.growth, b.growth) &&
         equal(a.volatility, b.volatility) && equal(a.correlation, b.correlation) &&
         equal(a.persistence, b.persistence) && a.shocks == b.shocks && a.degrees_of_freedom == b.degrees_of_freedom &&
         equal(a.errors, b.errors) && a.block_length == b.block_length;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Estimate& estimate) {
  return out << detail::format_double(estimate.value) << " +/- " << detail::format_double(estimate.standard_error);
}

SHENGZHOU_REPORT_INLINE void WideSum::add(const WideSum& other) noexcept {
  const std::uint64_t before = low;
  low += other.low;
  high += other.high + (low < before ? 1 : 0);
}

SHENGZHOU_REPORT_INLINE void WideSum::add(std::int64_t value) noexcept {
  add(WideSum{value < 0 ? -1 : 0, static_cast<std::uint64_t>(value)});
}

SHENGZHOU_REPORT_INLINE double WideSum::value() const noexcept {
  // A small negative sum has its digits in the complement.
  if (high < 0) return -WideSum{low == 0 ? -high : ~high, ~low + 1}.value();
  return static_cast<double>(high) * 0x1p64 + static_cast<double>(low);
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
    for (std::size_t i = 0; i < data.counts.size(); ++i) data.counts[i] += workspace.counts[i];
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
    for (std::size_t i = 0; i < events.count; ++i) {
      data.hits[i] += workspace->hits[i];
      data.pairs[i] += workspace->pairs[i];
    }
    for (std::size_t i = 0; i < data.joint.size(); ++i) {
      data.joint[i] += workspace->joint[i];
      data.joint_pairs[i] += workspace->joint_pairs[i];
      data.partners[i] += workspace->partners[i];
    }
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
  detail::scenario::check_symmetric("nearest_correlation", matrix);
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

SHENGZHOU_REPORT_INLINE Scenario::Scenario(ScenarioData data) : data_(std::move(data)) {
  using detail::scenario::Events;
  detail::scenario::check_model(data_.model);
  detail::scenario::check_query(data_.model, data_.query);
  const Events events(data_.model, data_.query);
  outcomes_ = static_cast<int>(events.outcomes);
  const std::size_t columns = static_cast<std::size_t>(series()) * static_cast<std::size_t>(data_.model.periods);
  bool fits = data_.bins >= 2 && data_.bins <= detail::scenario::most_bins && data_.scale.size() == columns &&
              data_.shift.size() == columns && data_.first.size() == columns && data_.second.size() == columns &&
              data_.lowest.size() == columns && data_.highest.size() == columns &&
              data_.counts.size() == columns * static_cast<std::size_t>(data_.bins) &&
              data_.hits.size() == events.count && data_.pairs.size() == events.count &&
              data_.joint.size() == events.outcomes * events.outcomes &&
              data_.joint_pairs.size() == data_.joint.size() && data_.partners.size() == data_.joint.size() &&
              !data_.paths.empty();
  std::int64_t last = -1;
  for (const auto& [begin, end] : data_.paths) {
    fits = fits && begin > last && end > begin && end <= detail::scenario::most_paths;
    last = end;
    paths_ += end - begin;
  }
  for (std::size_t i = 0; fits && i < columns; ++i) {
    std::uint64_t sum = 0;
    for (int bin = 0; bin < data_.bins; ++bin) {
      sum += data_.counts[i * static_cast<std::size_t>(data_.bins) + static_cast<std::size_t>(bin)];
    }
    fits = sum == static_cast<std::uint64_t>(paths_) && std::isfinite(data_.scale[i]) && data_.scale[i] > 0 &&
           std::isfinite(data_.shift[i]) && std::isfinite(data_.lowest[i]) && std::isfinite(data_.highest[i]) &&
           data_.lowest[i] <= data_.highest[i];
  }
  const auto plausible = [this](std::uint64_t hits) { return hits <= static_cast<std::uint64_t>(paths_); };
  fits = fits && std::all_of(data_.hits.begin(), data_.hits.end(), plausible) &&
         std::all_of(data_.joint.begin(), data_.joint.end(), plausible) &&
         std::all_of(data_.joint_pairs.begin(), data_.joint_pairs.end(), plausible) &&
         std::all_of(data_.partners.begin(), data_.partners.end(), plausible);
  if (!fits) throw DomainError("Scenario: the parts of the data do not fit together");
}

SHENGZHOU_REPORT_INLINE int Scenario::ratio_series() const {
  if (!data_.query.ratio) throw DomainError("Scenario: no ratio was asked for");
  return indicators();
}

SHENGZHOU_REPORT_INLINE std::size_t Scenario::column(int series, int period) const {
  if (series < 0 || series >= this->series()) {
    throw DomainError("Scenario: series = " + std::to_string(series) + " is none of " + std::to_string(this->series()));
  }
  if (period < 1 || period > data_.model.periods) {
    throw DomainError("Scenario: period = " + std::to_string(period) + " must lie between 1 and " +
                      std::to_string(data_.model.periods));
  }
  return static_cast<std::size_t>(period - 1) * static_cast<std::size_t>(this->series()) +
         static_cast<std::size_t>(series);
}

SHENGZHOU_REPORT_INLINE double Scenario::median_path(int series, int period) const {
  if (period != 0) static_cast<void>(column(series, period));
  if (period == 0) static_cast<void>(column(series, 1));
  const auto level = [&](int k) {
    double sum = std::log(data_.model.start[static_cast<std::size_t>(k)].midpoint());
    for (int t = 0; t < period; ++t) sum += std::log1p(detail::scenario::at(data_.model.growth, t, k));
    return sum;
  };
  if (series < indicators()) return std::exp(level(series));
  return std::exp(level(data_.query.ratio->numerator) - level(data_.query.ratio->denominator));
}

namespace detail::scenario {

/// Lower edge of a bin as a log deviation; the outermost edges are the extremes of the paths.
[[nodiscard]] inline double bin_edge(const ScenarioData& data, std::size_t column, int bin) {
  if (bin == 0) return data.lowest[column];
  if (bin == data.bins) return data.highest[column];
  const int middle = data.bins / 2;
  const double x = (bin - middle - data.shift[column]) / data.scale[column];
  return std::clamp(x, data.lowest[column], data.highest[column]);
}

}  // namespace detail::scenario

template <class Function>
double Scenario::histogram_mean(std::size_t column, const Function& function) const {
  double sum = 0;
  for (int bin = 0; bin < data_.bins; ++bin) {
    const std::uint64_t count =
        data_.counts[column * static_cast<std::size_t>(data_.bins) + static_cast<std::size_t>(bin)];
    if (count == 0) continue;
    const double lower = detail::scenario::bin_edge(data_, column, bin);
    const double upper = detail::scenario::bin_edge(data_, column, bin + 1);
    sum += static_cast<double>(count) * function((lower + upper) / 2);
  }
  return sum / static_cast<double>(paths_);
}

namespace detail::scenario {

struct Moments {
  double mean;
  double variance;  ///< mean square around the mean
};

/// Of the log deviations of a column.
[[nodiscard]] inline Moments moments(const ScenarioData& data, std::size_t column, std::int64_t paths) {
  const auto n = static_cast<double>(paths);
  const double position = data.first[column].value() * kernel::first_unit / n;
  const double square = data.second[column].value() * kernel::second_unit / n;
  const double scale = data.scale[column];
  const double variance = std::max(square - position * position, 0.0) / (scale * scale);
  // A certain level differs from its mean by what its position was rounded.
  return {(position - data.shift[column]) / scale, data.lowest[column] < data.highest[column] ? variance : 0};
}

}  // namespace detail::scenario

SHENGZHOU_REPORT_INLINE double Scenario::mean(int series, int period) const {
  const std::size_t i = column(series, period);
  const auto [middle, variance] = detail::scenario::moments(data_, i, paths_);
  // e^x up to the second order around the middle has exact moments; the histogram gives the mean of the rest.
  const double rest = histogram_mean(i, [middle = middle](double x) {
    const double d = x - middle;
    return std::expm1(d) - d - d * d / 2;
  });
  return median_path(series, period) * std::exp(middle) * (1 + variance / 2 + rest);
}

SHENGZHOU_REPORT_INLINE double Scenario::sd(int series, int period) const {
  const std::size_t i = column(series, period);
  const auto [middle, variance] = detail::scenario::moments(data_, i, paths_);
  const double level = median_path(series, period) * std::exp(middle);
  // The square of e^d - m, in the same way: up to the second order (1 - m)^2 + 2 (1 - m) d + (2 - m) d^2.
  const double m = mean(series, period) / level;
  const double rest = histogram_mean(i, [middle = middle, m](double x) {
    const double d = x - middle;
    const double distance = std::expm1(d) + (1 - m);
    return distance * distance - ((1 - m) * (1 - m) + 2 * (1 - m) * d + (2 - m) * d * d);
  });
  if (!(data_.lowest[i] < data_.highest[i]) || paths_ < 2) return 0;
  const double n = static_cast<double>(paths_);
  return level * std::sqrt(std::max((1 - m) * (1 - m) + (2 - m) * variance + rest, 0.0) * n / (n - 1));
}

SHENGZHOU_REPORT_INLINE double Scenario::log_mean(int series, int period) const {
  return std::log(median_path(series, period)) + detail::scenario::moments(data_, column(series, period), paths_).mean;
}

SHENGZHOU_REPORT_INLINE double Scenario::log_sd(int series, int period) const {
  if (paths_ < 2) return 0;
  const double n = static_cast<double>(paths_);
  return std::sqrt(detail::scenario::moments(data_, column(series, period), paths_).variance * n / (n - 1));
}

SHENGZHOU_REPORT_INLINE Interval Scenario::range(int series, int period) const {
  const std::size_t i = column(series, period);
  const double median = median_path(series, period);
  return {median * std::exp(data_.lowest[i]), median * std::exp(data_.highest[i])};
}

namespace detail::scenario {

/// Log deviations: bounds of an empirical quantile, and the interpolated value.
struct Quantile {
  double lower;
  double upper;
  double value;
};

[[nodiscard]] inline Quantile find_quantile(const ScenarioData& data, std::size_t column, std::int64_t paths,
                                            double probability) {
  if (!(probability >= 0 && probability <= 1)) {
    throw DomainError("quantile: probability = " + format_double(probability) + " must lie between 0 and 1");
  }
  const std::uint64_t* const counts = data.counts.data() + column * static_cast<std::size_t>(data.bins);
  const double rank = std::max(probability * static_cast<double>(paths), 1.0);
  double below = 0;
  int bin = 0;
  for (; bin < data.bins - 1; ++bin) {
    const auto count = static_cast<double>(counts[bin]);
    if (count > 0 && below + count >= rank) break;
    below += count;
  }
  const double lower = bin_edge(data, column, bin);
  const double upper = bin_edge(data, column, bin + 1);
  const double count = std::max(static_cast<double>(counts[bin]), 1.0);
  const double share = std::clamp((probability * static_cast<double>(paths) - below) / count, 0.0, 1.0);
  return {lower, upper, lower + share * (upper - lower)};
}

}  // namespace detail::scenario

SHENGZHOU_REPORT_INLINE double Scenario::quantile(int series, int period, double probability) const {
  const auto found = detail::scenario::find_quantile(data_, column(series, period), paths_, probability);
  return median_path(series, period) * std::exp(found.value);
}

SHENGZHOU_REPORT_INLINE Interval Scenario::quantile_bounds(int series, int period, double probability) const {
  const auto found = detail::scenario::find_quantile(data_, column(series, period), paths_, probability);
  const double median = median_path(series, period);
  // Levels at the edge of a bin may have been rounded into its neighbour.
  constexpr double rounding = 1e-14;
  return {median * std::exp(found.lower) * (1 - rounding), median * std::exp(found.upper) * (1 + rounding)};
}

namespace detail::scenario {

/// The share of `hits` among `n` paths, from the sum of squared deviations of the pairs where paths are antithetic: for
/// each pair (hits - share * paths)^2.
[[nodiscard]] inline Estimate estimate(double hits, double n, bool antithetic, double squares) {
  const double p = (hits + 1) / (n + 2);
  double variance = p * (1 - p) / n;
  if (antithetic && hits > 0 && hits < n) {
    // As if at least one pair differed from the others.
    const double one = 1 / (n / 2 + 2);
    variance = std::max(squares / (n * n), one * (1 - one) / 4 / (n / 2));
  }
  return {hits / n, std::sqrt(variance)};
}

}  // namespace detail::scenario

SHENGZHOU_REPORT_INLINE Estimate Scenario::share(std::size_t event) const {
  const auto n = static_cast<double>(paths_);
  const auto hits = static_cast<double>(data_.hits[event]);
  // A pair has 0, 1 or 2 hits.
  const double squares = hits + 2 * static_cast<double>(data_.pairs[event]);
  return detail::scenario::estimate(hits, n, data_.antithetic, squares - 2 * hits * (hits / n));
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::target(int target) const {
  const int count = static_cast<int>(data_.query.targets.size());
  if (target < 0 || target >= count) {
    throw DomainError("Scenario: target = " + std::to_string(target) + " is none of " + std::to_string(count));
  }
  return share(static_cast<std::size_t>(target));
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::all_targets() const {
  if (data_.query.targets.empty()) throw DomainError("Scenario: there are no targets");
  return share(data_.query.targets.size());
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::narrowing() const {
  static_cast<void>(ratio_series());
  return share(static_cast<std::size_t>(outcomes_) - 1);
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::narrowing(int period) const {
  static_cast<void>(column(ratio_series(), period));
  return share(static_cast<std::size_t>(outcomes_ + period - 1));
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::passed(int passage, int period) const {
  const int count = static_cast<int>(data_.query.passages.size());
  if (passage < 0 || passage >= count) {
    throw DomainError("Scenario: passage = " + std::to_string(passage) + " is none of " + std::to_string(count));
  }
  if (period != 0) static_cast<void>(column(0, period));
  const detail::scenario::Events events(data_.model, data_.query);
  return share(events.passages + static_cast<std::size_t>(passage * (data_.model.periods + 1) + period));
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::outcome(int outcome) const {
  if (outcome < 0 || outcome >= outcomes_) {
    throw DomainError("Scenario: outcome = " + std::to_string(outcome) + " is none of " + std::to_string(outcomes_));
  }
  return share(static_cast<std::size_t>(outcome));
}

SHENGZHOU_REPORT_INLINE Estimate Scenario::conditional(int outcome, int given) const {
  static_cast<void>(this->outcome(outcome));
  static_cast<void>(this->outcome(given));
  const auto condition = static_cast<double>(data_.hits[static_cast<std::size_t>(given)]);
  if (condition == 0) throw DomainError("Scenario: no path meets the condition, outcome " + std::to_string(given));
  const std::size_t at =
      static_cast<std::size_t>(outcome) * static_cast<std::size_t>(outcomes_) + static_cast<std::size_t>(given);
  const auto hits = static_cast<double>(data_.joint[at]);
  // Of each pair: paths that meet both, x, and the condition, y; squares of x - p y.
  const double p = hits / condition;
  const double xx = hits + 2 * static_cast<double>(data_.joint_pairs[at]);
  const double xy = hits + static_cast<double>(data_.partners[at]);
  const double yy = condition + 2 * static_cast<double>(data_.pairs[static_cast<std::size_t>(given)]);
  return detail::scenario::estimate(hits, condition, data_.antithetic, xx - 2 * p * xy + p * p * yy);
}

SHENGZHOU_REPORT_INLINE Scenario Scenario::merge(const Scenario& other) const {
  const ScenarioData& b = other.data_;
  ScenarioData merged = data_;
  if (!(merged.model == b.model && merged.query == b.query)) {
    throw DomainError("Scenario: only scenarios of one model with the same questions merge");
  }
  if (merged.seed != b.seed || merged.antithetic != b.antithetic || merged.arithmetic != b.arithmetic) {
    throw DomainError("Scenario: only scenarios of one seed and arithmetic merge");
  }
  if (merged.scale != b.scale || merged.shift != b.shift || merged.bins != b.bins) {
    throw DomainError("Scenario: the histograms differ; were these simulated by different versions?");
  }
  merged.paths.insert(merged.paths.end(), b.paths.begin(), b.paths.end());
  std::sort(merged.paths.begin(), merged.paths.end());
  std::vector<std::pair<std::int64_t, std::int64_t>> joined;
  for (const auto& [begin, end] : merged.paths) {
    if (!joined.empty() && begin < joined.back().second) {
      throw DomainError("Scenario: both hold path " + std::to_string(begin) +
                        "; give each part a first_path of its own");
    }
    if (!joined.empty() && begin == joined.back().second) {
      joined.back().second = end;
    } else {
      joined.emplace_back(begin, end);
    }
  }
  merged.paths = std::move(joined);
  const auto add = [](auto& sums, const auto& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
  };
  add(merged.counts, b.counts);
  add(merged.hits, b.hits);
  add(merged.pairs, b.pairs);
  add(merged.joint, b.joint);
  add(merged.joint_pairs, b.joint_pairs);
  add(merged.partners, b.partners);
  for (std::size_t i = 0; i < merged.first.size(); ++i) {
    merged.first[i].add(b.first[i]);
    merged.second[i].add(b.second[i]);
    merged.lowest[i] = std::min(merged.lowest[i], b.lowest[i]);
    merged.highest[i] = std::max(merged.highest[i], b.highest[i]);
  }
  return Scenario(std::move(merged));
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Scenario& scenario) {
  return out << scenario.paths() << " paths of " << scenario.indicators() << " indicators over "
             << scenario.model().periods << " periods";
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Scenario>::operator()(
    const shengzhou_report::Scenario& scenario) const noexcept {
  const shengzhou_report::ScenarioData& data = scenario.data();
  std::size_t seed = std::hash<std::uint64_t>()(data.seed);
  for (const auto& [begin, end] : data.paths) {
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<std::int64_t>()(begin));
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<std::int64_t>()(end));
  }
  for (const std::uint64_t count : data.counts) {
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<std::uint64_t>()(count));
  }
  for (const std::uint64_t hits : data.hits) {
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<std::uint64_t>()(hits));
  }
  return seed;
}
