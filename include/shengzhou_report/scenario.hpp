#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <Eigen/Core>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/words.hpp>

/// Scenarios: many possible futures of indicators that grow at uncertain, correlated rates.
///
/// Of indicator k in period t the logarithm of the level moves by ln(1 + growth) + d, where
///   d(k, t) = persistence(k) d(k, t - 1) + volatility(k, t) e(k, t),  d(k, 0) = 0,
/// and the shocks e have zero mean, unit variance and the given correlation within a period and none between periods.
/// So `growth` is the median growth rate, at which the median path compounds exactly. `volatility` is the standard
/// deviation of the innovation: without persistence that of the logarithm of one period's growth factor, close to that
/// of the growth rate itself; with persistence p that of the first period alone, from which it rises towards volatility
/// / sqrt(1 - p^2). Divide an observed standard deviation accordingly.
///
/// Numbers are addressed by seed, path and period (random.hpp): a path is the same whichever thread, process, machine
/// or call computes it, and every statistic is made of integers, so that it does not depend on how the paths were
/// split.
///
/// What is identical: paths, counts, sums and histograms have the same bits for any threads, any split and merging, in
/// C++ and Python; with Arithmetic::reproducible also for every compiler and processor (IEEE 754, rounding to nearest,
/// no -ffast-math); with Arithmetic::fused on processors with fused multiply-add, elsewhere levels agree to some 1e-15.
/// Arithmetic::single draws other numbers, so that path i is another future than that of the other two, of the same
/// distribution; its paths agree to some 1e-6 from processor to processor. Means and quantiles are computed from those
/// sums by the exp and log of the C library, whose last digits differ.
namespace shengzhou_report {

/// The distribution of the shocks.
enum class Shocks {
  normal,
  student_t,  ///< multivariate Student-t, scaled to unit variance; all indicators share the mixing variable
  resampled   ///< rows of past errors, whole and in blocks of consecutive rows (circular block bootstrap: Politis and
              ///< Romano 1992); volatility and correlation are those of the errors
};

template <>
struct Words<Shocks> {
  static constexpr const char* enumeration = "Shocks";
  using enum Shocks;
  static constexpr EnumWord<Shocks> table[] = {{normal, "normal"}, {student_t, "student_t"}, {resampled, "resampled"}};
};

/// How the arithmetic of a path is rounded.
enum class Arithmetic {
  reproducible,  ///< double precision, every operation rounded: the same bits on every processor
  fused,         ///< double precision, fused multiply-add where the processor has it: other last bits, a little faster
  single         ///< single precision, and other paths: their levels agree to some 1e-6 from processor to processor
};

template <>
struct Words<Arithmetic> {
  static constexpr const char* enumeration = "Arithmetic";
  using enum Arithmetic;
  static constexpr EnumWord<Arithmetic> table[] = {
      {reproducible, "reproducible"}, {fused, "fused"}, {single, "single"}};
};

/// The vector instructions that a simulation uses.
enum class InstructionSet { automatic, scalar, sse2, avx2, avx512 };

template <>
struct Words<InstructionSet> {
  static constexpr const char* enumeration = "InstructionSet";
  using enum InstructionSet;
  static constexpr EnumWord<InstructionSet> table[] = {
      {automatic, "automatic"}, {scalar, "scalar"}, {sse2, "sse2"}, {avx2, "avx2"}, {avx512, "avx512"}};
};

/// What a condition looks at: the level of an indicator, its growth rate over the period, or the ratio of two levels.
enum class Subject { level, growth, ratio };

template <>
struct Words<Subject> {
  static constexpr const char* enumeration = "Subject";
  using enum Subject;
  static constexpr EnumWord<Subject> table[] = {{level, "level"}, {growth, "growth"}, {ratio, "ratio"}};
};

/// The process that levels follow. Rows of matrices are periods, columns indicators; one row stands for all periods.
struct ScenarioModel {
  /// Levels in period 0, positive. A rounded level, such as Quantity::interval(), is uniform in its interval.
  std::vector<Interval> start = {};
  /// From 1 to 60.
  int periods = 0;
  /// Median growth rates as fractions above -1.
  PathMatrix growth = {};
  /// Standard deviations of the innovations, from 0 to 1; none when resampled.
  PathMatrix volatility = {};
  /// Correlation of the shocks; empty for independent ones.
  PathMatrix correlation = {};
  /// Share of a deviation that stays in the next period, an indicator; between -1 and 1; empty for none.
  Eigen::ArrayXd persistence = {};
  Shocks shocks = Shocks::normal;  ///< the distribution of the shocks
  /// Of Student-t shocks: from 3 to 100.
  int degrees_of_freedom = 0;
  /// Past errors ln(1 + growth) - ln(1 + forecast) to resample, a period a row; they are used as they are, bias
  /// included.
  PathMatrix errors = {};
  /// Consecutive rows of `errors` that follow one another.
  int block_length = 1;

  friend bool operator==(const ScenarioModel& a, const ScenarioModel& b);
};

/// The positions of two indicators whose ratio is followed.
struct RatioOf {
  int numerator = 0;    ///< urban income, for the income ratio
  int denominator = 1;  ///< rural income

  friend bool operator==(const RatioOf&, const RatioOf&) = default;
};

/// A condition on one period: the subject lies between two bounds, ends included.
struct ScenarioTarget {
  Subject subject = Subject::growth;                        ///< what the bounds are for
  int indicator = 0;                                        ///< not used for the ratio
  int period = 1;                                           ///< from 1
  double lower = -std::numeric_limits<double>::infinity();  ///< a fraction for growth, else in the unit of the level
  double upper = std::numeric_limits<double>::infinity();   ///< in the same unit

  friend bool operator==(const ScenarioTarget&, const ScenarioTarget&) = default;
};

/// A threshold whose first passage is timed, at the ends of periods.
struct ScenarioPassage {
  Subject subject = Subject::ratio;  ///< ratio or level
  int indicator = 0;                 ///< not used for the ratio
  double threshold = 0;              ///< in the unit of the subject
  bool rising = false;               ///< passed at or above the threshold, else at or below it

  friend bool operator==(const ScenarioPassage&, const ScenarioPassage&) = default;
};

/// What is asked of every path besides the distribution of its levels.
struct ScenarioQuery {
  std::optional<RatioOf> ratio = {};           ///< whose ratio is followed as a series of its own
  std::vector<ScenarioTarget> targets = {};    ///< at most 64
  std::vector<ScenarioPassage> passages = {};  ///< at most 64

  friend bool operator==(const ScenarioQuery&, const ScenarioQuery&) = default;
};

/// How much to simulate, and how.
struct ScenarioOptions {
  std::int64_t paths = 100'000;  ///< how many
  /// Number of the first path: the paths 0 .. 99 and 100 .. 199 of one seed merge to the paths 0 .. 199.
  std::int64_t first_path = 0;
  std::uint64_t seed = 0;  ///< of all random numbers
  /// Paths 2i and 2i + 1 have opposite shocks; not for resampled ones.
  bool antithetic = false;
  /// 0 for one a processor. The result does not depend on it.
  int threads = 0;
  Arithmetic arithmetic = Arithmetic::reproducible;            ///< how paths are rounded
  InstructionSet instruction_set = InstructionSet::automatic;  ///< `automatic` takes the widest that the processor has
  /// Called from the calling thread some ten times a second with the number of finished paths. What it throws stops the
  /// simulation and reaches the caller.
  std::function<void(std::int64_t)> progress = {};
};

/// A number from a simulation and its standard error.
struct Estimate {
  double value;           ///< the number
  double standard_error;  ///< its spread over other seeds

  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// "0.5 +/- 0.005".
std::ostream& operator<<(std::ostream& out, const Estimate& estimate);

/// A sum of integers of any number of paths.
struct WideSum {
  std::int64_t high = 0;  ///< of the sum, upper 64 bits
  std::uint64_t low = 0;  ///< of the sum, lower 64 bits

  void add(std::int64_t value) noexcept;        ///< adds one integer
  void add(const WideSum& other) noexcept;      ///< adds another sum
  [[nodiscard]] double value() const noexcept;  ///< the nearest double

  friend bool operator==(const WideSum&, const WideSum&) = default;
};

/// Everything that a Scenario holds, in the order in which it is pickled. All but model and query is internal.
struct ScenarioData {
  ScenarioModel model;                                       ///< what was simulated
  ScenarioQuery query;                                       ///< what was asked
  std::uint64_t seed = 0;                                    ///< of all random numbers
  bool antithetic = false;                                   ///< whether paths come in pairs of opposite shocks
  Arithmetic arithmetic = Arithmetic::reproducible;          ///< how paths were rounded
  int bins = 0;                                              ///< of each histogram
  std::vector<double> scale;                                 ///< periods x series: bins per unit of log level
  std::vector<double> shift;                                 ///< periods x series: position of the median path
  std::vector<std::pair<std::int64_t, std::int64_t>> paths;  ///< simulated ranges [begin, end), ascending
  std::vector<std::uint64_t> counts;                         ///< periods x series x bins
  std::vector<WideSum> first;                                ///< periods x series: sum of positions
  std::vector<WideSum> second;                               ///< periods x series: sum of squared positions
  std::vector<double> lowest;                                ///< periods x series: smallest log deviation
  std::vector<double> highest;                               ///< periods x series
  std::vector<std::uint64_t> hits;                           ///< paths that meet each event
  std::vector<std::uint64_t> pairs;                          ///< antithetic pairs of which both meet each event
  std::vector<std::uint64_t> joint;        ///< outcomes x outcomes, lower triangle: paths that meet both
  std::vector<std::uint64_t> joint_pairs;  ///< the same: antithetic pairs of which both paths meet both
  std::vector<std::uint64_t> partners;  ///< outcomes x outcomes: paths that meet both, whose partner meets the second

  friend bool operator==(const ScenarioData&, const ScenarioData&) = default;
};

/// The distribution of the simulated futures.
///
/// A series is an indicator by its position, or `ratio_series()`. Levels have the unit of the starting levels.
class Scenario {
 public:
  /// @throws DomainError  when the parts do not fit together.
  explicit Scenario(ScenarioData data);

  [[nodiscard]] const ScenarioData& data() const noexcept { return data_; }          ///< everything it holds
  [[nodiscard]] const ScenarioModel& model() const noexcept { return data_.model; }  ///< what was simulated
  [[nodiscard]] const ScenarioQuery& query() const noexcept { return data_.query; }  ///< what was asked
  [[nodiscard]] std::int64_t paths() const noexcept { return paths_; }               ///< how many were simulated
  /// How many levels are followed.
  [[nodiscard]] int indicators() const noexcept { return static_cast<int>(data_.model.start.size()); }
  /// Indicators, and the ratio if it was asked for.
  [[nodiscard]] int series() const noexcept { return indicators() + (data_.query.ratio ? 1 : 0); }
  /// @throws DomainError  when no ratio was asked for.
  [[nodiscard]] int ratio_series() const;

  /// The median path: the level in a period from 0 if every shock were zero. In period 0 the middle of the interval.
  [[nodiscard]] double median_path(int series, int period) const;
  /// Mean of the level in a period from 1, and its standard deviation.
  ///
  /// From exact sums of the log levels and their squares, and from the histogram for what is beyond the second order.
  /// @throws DomainError  where Student-t shocks have reached the level: the exponential of such a shock has no finite
  ///                      mean for any degrees of freedom, and the mean of the paths would only grow with their number.
  ///                      log_mean, log_sd and quantiles exist.
  [[nodiscard]] double mean(int series, int period) const;
  [[nodiscard]] double sd(int series, int period) const;  ///< as `mean`
  /// Standard error of `mean` as that of the infinitely many paths of the model: sd / sqrt(paths), of antithetic paths
  /// that of the means of the pairs, for a rounded starting level an upper bound of it.
  /// @throws DomainError  as `mean`, and for a single path or pair of an uncertain level.
  [[nodiscard]] double standard_error_of_mean(int series, int period) const;
  /// Mean and standard deviation of the logarithm of the level; exact but for the last digits.
  [[nodiscard]] double log_mean(int series, int period) const;
  [[nodiscard]] double log_sd(int series, int period) const;  ///< as `log_mean`
  /// Smallest and largest level of all paths.
  [[nodiscard]] Interval range(int series, int period) const;

  /// The level that at least a share `probability` of the paths does not exceed, interpolated within a bin of the
  /// histogram: what NumPy calls inverted_cdf (definition 1 of Hyndman and Fan 1996), to the width of a bin.
  [[nodiscard]] double quantile(int series, int period, double probability) const;
  /// Bounds of the empirical quantile, the smallest level that at least a share `probability` of the paths does not
  /// exceed: the edges of its bin. `quantile` lies between them.
  [[nodiscard]] Interval quantile_bounds(int series, int period, double probability) const;

  // Standard errors are those of a share p of n paths, sqrt(p (1 - p) / n), from the spread of pair means when paths
  // are antithetic; with p moved towards 1/2 by one success and one failure, so that 0 of n is not called certain.

  /// Probability that a target is met.
  [[nodiscard]] Estimate target(int target) const;
  /// Probability that all targets are met. @throws DomainError  when there are none.
  [[nodiscard]] Estimate all_targets() const;
  /// Probability that the ratio falls in every period, or in one.
  [[nodiscard]] Estimate narrowing() const;
  [[nodiscard]] Estimate narrowing(int period) const;
  /// Probability that a threshold has been passed by the end of a period from 0.
  [[nodiscard]] Estimate passed(int passage, int period) const;

  /// Number of outcomes: the targets, then all of them together if there are any, then narrowing in every period if
  /// there is a ratio.
  [[nodiscard]] int outcomes() const noexcept { return outcomes_; }
  /// Probability of an outcome by its number.
  [[nodiscard]] Estimate outcome(int outcome) const;
  /// Probability of one outcome among the paths that meet another. The error is that of a share of those paths; of
  /// antithetic ones, that of a ratio of sums over the pairs (Cochran 1977, Sampling Techniques, 3rd ed., 2.11).
  /// @throws DomainError  when no path meets the condition.
  [[nodiscard]] Estimate conditional(int outcome, int given) const;

  /// The union of two sets of paths of one simulation, the same as if it had been simulated at once.
  /// @throws DomainError  when model, questions, seed or arithmetic differ, or when the sets share a path.
  [[nodiscard]] Scenario merge(const Scenario& other) const;

  friend bool operator==(const Scenario& a, const Scenario& b) { return a.data_ == b.data_; }

 private:
  [[nodiscard]] std::size_t column(int series, int period) const;
  [[nodiscard]] Estimate share(std::size_t event) const;
  /// Weighted mean over the histogram: of `function(log deviation)` at the middle of each bin.
  template <class Function>
  [[nodiscard]] double histogram_mean(std::size_t column, const Function& function) const;

  ScenarioData data_;
  std::int64_t paths_ = 0;
  int outcomes_ = 0;
};

/// "100000 paths of 2 indicators over 5 periods".
std::ostream& operator<<(std::ostream& out, const Scenario& scenario);

/// Simulates `options.paths` futures and keeps their distribution, not the paths.
///
/// Memory stays below 64 MiB for any number of paths: one histogram of log levels a series and period, of 1024 bins
/// that reach six standard deviations to each side of the median path (fewer bins for more than 1024 columns). For
/// shocks that are not normal the reach is that of 4096 pilot paths, which do not depend on the paths simulated, and
/// half of it more. Levels further out count in the outermost bins.
/// @throws DomainError  before any work starts, when model, questions or options are not in order.
[[nodiscard]] Scenario simulate(const ScenarioModel& model, const ScenarioQuery& query = {},
                                const ScenarioOptions& options = {});

/// Simulates and keeps the paths: row by row the levels of path, indicator and period, which runs from 0.
///
/// @param out  room for paths x indicators x (periods + 1) numbers.
void simulate_paths(const ScenarioModel& model, const ScenarioOptions& options, std::span<double> out);
/// The same in new memory. @throws DomainError  also when the paths would take more than `most_bytes`.
[[nodiscard]] std::vector<double> simulate_paths(const ScenarioModel& model, const ScenarioOptions& options = {},
                                                 std::int64_t most_bytes = std::int64_t{4} << 30);
/// Checks model and options, and gives the number of values that simulate_paths writes.
[[nodiscard]] std::int64_t path_values(const ScenarioModel& model, const ScenarioOptions& options,
                                       std::int64_t most_bytes = std::int64_t{4} << 30);

/// The instruction sets that this build has and this processor runs; `automatic` takes the last of them.
[[nodiscard]] std::vector<InstructionSet> instruction_sets();

/// The correlation matrix nearest to a symmetric matrix with unit diagonal, in the Frobenius norm.
///
/// Source: alternating projections with Dykstra's correction, Higham (2002), "Computing the nearest correlation
/// matrix", IMA Journal of Numerical Analysis 22, doi 10.1093/imanum/22.3.329.
/// @throws DomainError  when the matrix is not square, finite and symmetric with a diagonal of 1.
[[nodiscard]] PathMatrix nearest_correlation(const PathMatrix& matrix);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Scenario> {
  std::size_t operator()(const shengzhou_report::Scenario& scenario) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/scenario.ipp>
#endif
