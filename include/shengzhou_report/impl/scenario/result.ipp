#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/scenario/plan.ipp>

namespace shengzhou_report {

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

/// Throws where a Student-t shock has reached the level: E exp(s T) is infinite for every s > 0, as its density falls
/// by a power only.
inline void require_mean(const ScenarioData& data, int series, int period, const char* statistic) {
  if (data.model.shocks != Shocks::student_t) return;
  const auto is_uncertain = [&](int indicator) {
    for (int t = 0; t < period; ++t) {
      if (at(data.model.volatility, t, indicator) > 0) return true;
    }
    return false;
  };
  const bool uncertain = series < static_cast<int>(data.model.start.size())
                             ? is_uncertain(series)
                             : is_uncertain(data.query.ratio->numerator) || is_uncertain(data.query.ratio->denominator);
  if (!uncertain) return;
  throw DomainError(std::string("Scenario: with Student-t shocks the level has no finite mean, so ") + statistic +
                    " says nothing: use median_path, quantiles, log_mean and log_sd, or normal shocks");
}

}  // namespace detail::scenario

SHENGZHOU_REPORT_INLINE double Scenario::mean(int series, int period) const {
  const std::size_t i = column(series, period);
  detail::scenario::require_mean(data_, series, period, "mean");
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
  detail::scenario::require_mean(data_, series, period, "sd");
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

SHENGZHOU_REPORT_INLINE double Scenario::standard_error_of_mean(int series, int period) const {
  const std::size_t i = column(series, period);
  detail::scenario::require_mean(data_, series, period, "standard_error_of_mean");
  if (!(data_.lowest[i] < data_.highest[i]) && paths_ > 1) return 0;
  const std::int64_t draws = data_.antithetic ? paths_ / 2 : paths_;
  if (draws < 2) {
    throw DomainError("Scenario: " + std::to_string(paths_) +
                      " paths leave the standard error of the mean open: simulate more");
  }
  const auto n = static_cast<double>(draws);
  if (!data_.antithetic) return sd(series, period) / std::sqrt(n);
  // The other path of a pair has the opposite log deviation, but for a starting level that is rounded, where it has
  // less than that: so e^x and e^-x have at most the mean cosh x = 1 + 2 sinh(x / 2)^2.
  const auto excess = [](double x) {
    const double half = std::sinh(x / 2);
    return 2 * half * half;
  };
  const double mean_excess = histogram_mean(i, excess);
  const double variance = histogram_mean(i, [&](double x) {
    const double distance = excess(x) - mean_excess;
    return distance * distance;
  });
  return median_path(series, period) * std::sqrt(variance / (n - 1));
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
  const auto at = [this](int row, int column) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(outcomes_) + static_cast<std::size_t>(column);
  };
  const std::size_t lower = at(std::max(outcome, given), std::min(outcome, given));
  const auto hits = static_cast<double>(data_.joint[lower]);
  // Of each pair: paths that meet both, x, and the condition, y; squares of x - p y.
  const double p = hits / condition;
  const double xx = hits + 2 * static_cast<double>(data_.joint_pairs[lower]);
  const double xy = hits + static_cast<double>(data_.partners[at(outcome, given)]);
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
  using detail::scenario::add_counts;
  add_counts(merged.counts, b.counts);
  add_counts(merged.hits, b.hits);
  add_counts(merged.pairs, b.pairs);
  add_counts(merged.joint, b.joint);
  add_counts(merged.joint_pairs, b.joint_pairs);
  add_counts(merged.partners, b.partners);
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
