#pragma once

// One series: levels at constant prices, an index with another base.

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/sequence.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/index_number.hpp>

namespace shengzhou_report {

namespace detail::formula {

struct Deflate {
  static constexpr const char* name = "deflate";
  static constexpr std::array parameters{Parameter{"value", Domain::level},
                                         Parameter{"price_index", Domain::positive_level},
                                         Parameter{"base_index", Domain::positive_level, 100}};
  // At the prices of its own period a level stays as it is, to the bit.
  SHENGZHOU_REPORT_FLATTEN static double value(double value, double price_index, double base_index) {
    return value / (price_index / base_index);
  }
};

SHENGZHOU_REPORT_DEFINE(Deflate);

struct Rebase {
  static constexpr const char* name = "rebase";
  static constexpr std::array parameters{Parameter{"index", Domain::positive_level}};

  /// One number over the mean of the base periods, itself among them where it is one.
  static double value(double index, double mean, double value, Eigen::Index element) {
    const double rebased = index / mean * value;
    if (!std::isfinite(rebased)) {
      throw DomainError("rebase: the result is too large for a double (element " + std::to_string(element) + ")");
    }
    return rebased;
  }

  static void require_base(Eigen::Index size, Eigen::Index first, Eigen::Index last, double value) {
    if (size == 0) throw DomainError("rebase: the index is empty: give at least one number");
    if (first < 0 || last < first || last >= size) {
      throw DomainError("rebase: base periods from " + std::to_string(first) + " to " + std::to_string(last) +
                        " are none of an index of " + std::to_string(size) + " numbers, counted from 0");
    }
    constexpr Parameter to{"value", Domain::positive_level};
    if (!holds(to.domain, value)) reject_argument(name, to, Ends(value));
  }
};

/// The mean without a sum that could be too large.
[[nodiscard]] inline double mean_of(const ArrayRef& x) { return (x / static_cast<double>(x.size())).sum(); }

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE Eigen::ArrayXd rebase(const ArrayRef& index, Eigen::Index first, Eigen::Index last,
                                              double value) {
  using detail::formula::Rebase;
  Rebase::require_base(index.size(), first, last, value);
  detail::formula::require_each<Rebase>(index);
  const double mean = detail::formula::mean_of(index.segment(first, last - first + 1));
  Eigen::ArrayXd rebased(index.size());
  for (Eigen::Index i = 0; i < index.size(); ++i) rebased[i] = Rebase::value(index[i], mean, value, i);
  return rebased;
}

SHENGZHOU_REPORT_INLINE std::vector<Interval> rebase(std::span<const Interval> index, Eigen::Index first,
                                                     Eigen::Index last, double value) {
  using namespace detail::formula;
  const Eigen::ArrayXd lower = lower_ends(index);
  const Eigen::ArrayXd upper = upper_ends(index);
  Rebase::require_base(lower.size(), first, last, value);
  require_closed(Rebase::name, Rebase::parameters[0], index);
  const Eigen::Index count = last - first + 1;
  Eigen::ArrayXd least(lower.size());
  Eigen::ArrayXd most(lower.size());
  // A base period is part of the mean as well: x / (x + rest) rises with x, so each end takes one of its ends twice.
  const auto at = [&](const Eigen::ArrayXd& own, const Eigen::ArrayXd& others, Eigen::Index i) {
    Eigen::ArrayXd base = others.segment(first, count);
    if (i >= first && i <= last) base[i - first] = own[i];
    return Rebase::value(own[i], mean_of(base), value, i);
  };
  for (Eigen::Index i = 0; i < lower.size(); ++i) {
    least[i] = at(lower, upper, i);
    most[i] = at(upper, lower, i);
  }
  return between(least, most);
}

}  // namespace shengzhou_report
