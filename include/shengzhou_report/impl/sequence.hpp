#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>

/// Sequences of rates and levels, of numbers and of intervals.
namespace shengzhou_report::detail::formula {

[[nodiscard]] inline Eigen::ArrayXd lower_ends(std::span<const Interval> intervals) {
  Eigen::ArrayXd ends(static_cast<Eigen::Index>(intervals.size()));
  std::transform(intervals.begin(), intervals.end(), ends.begin(), [](const Interval& x) { return x.lower(); });
  return ends;
}

[[nodiscard]] inline Eigen::ArrayXd upper_ends(std::span<const Interval> intervals) {
  Eigen::ArrayXd ends(static_cast<Eigen::Index>(intervals.size()));
  std::transform(intervals.begin(), intervals.end(), ends.begin(), [](const Interval& x) { return x.upper(); });
  return ends;
}

[[nodiscard]] inline std::vector<Interval> between(const Eigen::ArrayXd& lower, const Eigen::ArrayXd& upper) {
  std::vector<Interval> intervals;
  intervals.reserve(static_cast<std::size_t>(lower.size()));
  for (Eigen::Index i = 0; i < lower.size(); ++i) intervals.emplace_back(lower[i], upper[i]);
  return intervals;
}

/// Throws unless every number lies in the domain; the message names the element.
inline void require_column(const char* function, const Parameter& parameter, const ArrayRef& column) {
  for (Eigen::Index i = 0; i < column.size(); ++i) {
    if (holds(parameter.domain, column[i])) continue;
    try {
      reject_argument(function, parameter, Ends(column[i]));
    } catch (const DomainError& error) {
      throw_at(i, error);
    }
  }
}

/// The same for the parameter of a formula of a sequence.
template <class Formula>
void require_each(const ArrayRef& rates) {
  require_column(Formula::name, Formula::parameters[0], rates);
}

template <class Formula>
void require_each(std::span<const Interval> rates) {
  const auto check = [](Eigen::Index, double lower, double upper) { require_box<Formula>(Interval(lower, upper)); };
  broadcast_each(check, lower_ends(rates), upper_ends(rates));
}

/// Throws unless there is a rate.
inline void require_some(const char* function, std::size_t count) {
  if (count == 0) throw DomainError(std::string(function) + ": no rates given: give one rate per period");
}

/// Throws unless every interval lies in the domain and has two ends.
inline void require_closed(const char* function, const Parameter& parameter, std::span<const Interval> intervals) {
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    const Ends ends(intervals[i]);
    if (holds(parameter.domain, ends.lower) && holds(parameter.domain, ends.upper)) continue;
    try {
      if (std::isfinite(ends.lower) && std::isfinite(ends.upper)) reject_argument(function, parameter, ends);
      throw DomainError(std::string(function) + ": " + parameter.name + " = " + to_text(ends) +
                        " has an open end: give an interval with two");
    } catch (const DomainError& error) {
      throw_at(static_cast<Eigen::Index>(i), error);
    }
  }
}

/// Levels that start at `start` and multiply by each factor in turn. They may reach infinity only from an infinite
/// start or factor, as interval ends can be.
[[nodiscard]] inline Eigen::ArrayXd cumulate(const char* function, double start, const Eigen::ArrayXd& factors) {
  Eigen::ArrayXd levels(factors.size() + 1);
  levels[0] = start;
  for (Eigen::Index i = 0; i < factors.size(); ++i) {
    levels[i + 1] = levels[i] * factors[i];
    if (!std::isfinite(levels[i + 1]) && std::isfinite(levels[i]) && std::isfinite(factors[i])) {
      throw DomainError(std::string(function) + ": the level after " + std::to_string(i + 1) +
                        " periods is too large for a double");
    }
  }
  return levels;
}

}  // namespace shengzhou_report::detail::formula
