#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/regional.hpp>

namespace shengzhou_report {

namespace detail::formula {

/// Exact range of part / whole, where the part is no larger than the whole; `least` and `most` of the two agree.
[[nodiscard]] inline Interval share_range(const Interval& part, const Interval& whole) {
  return {part.lower() / whole.upper(), std::min(1.0, part.upper() / whole.lower())};
}

/// Sign bit set if a level is above another: the difference of two doubles is 0 for equal ones alone.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t if_above(double part, double whole) noexcept {
  return std::bit_cast<std::uint64_t>(whole - part);
}

struct LocationQuotient {
  static constexpr const char* name = "location_quotient";
  static constexpr const char* reason = "a part cannot be larger than its whole, nor a result than a double";
  static constexpr std::array parameters{Parameter{"part", Domain::level}, Parameter{"whole", Domain::positive_level},
                                         Parameter{"reference_part", Domain::positive_level},
                                         Parameter{"reference_whole", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double part, double whole, double reference_part,
                                               double reference_whole) {
    return or_nan(if_above(part, whole) | if_above(reference_part, reference_whole),
                  part / whole / (reference_part / reference_whole));
  }
  static Interval range(const Interval& part, const Interval& whole, const Interval& reference_part,
                        const Interval& reference_whole) {
    if (part.lower() > whole.upper() || reference_part.lower() > reference_whole.upper()) {
      reject_result<LocationQuotient>(part, whole, reference_part, reference_whole);
    }
    const Interval share = share_range(part, whole);
    const Interval reference = share_range(reference_part, reference_whole);
    return {share.lower() / reference.upper(), share.upper() / reference.lower()};
  }
};

struct ElderlyShare {
  static constexpr const char* name = "elderly_share";
  static constexpr const char* reason = "there cannot be more elderly than people";
  static constexpr std::array parameters{Parameter{"elderly", Domain::level},
                                         Parameter{"population", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double elderly, double population) {
    return or_nan(if_above(elderly, population), elderly / population);
  }
  static Interval range(const Interval& elderly, const Interval& population) {
    if (elderly.lower() > population.upper()) reject_result<ElderlyShare>(elderly, population);
    return share_range(elderly, population);
  }
};

struct ChildDependencyRatio {
  static constexpr const char* name = "child_dependency_ratio";
  static constexpr std::array parameters{Parameter{"children", Domain::level},
                                         Parameter{"working", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double children, double working) { return children / working; }
};

struct OldAgeDependencyRatio {
  static constexpr const char* name = "old_age_dependency_ratio";
  static constexpr std::array parameters{Parameter{"elderly", Domain::level},
                                         Parameter{"working", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double elderly, double working) { return elderly / working; }
};

struct DependencyRatio {
  static constexpr const char* name = "dependency_ratio";
  static constexpr std::array parameters{Parameter{"children", Domain::level},
                                         Parameter{"working", Domain::positive_level},
                                         Parameter{"elderly", Domain::level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double children, double working, double elderly) {
    return children / working + elderly / working;
  }
};

struct AgeingIndex {
  static constexpr const char* name = "ageing_index";
  static constexpr std::array parameters{Parameter{"elderly", Domain::level},
                                         Parameter{"children", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double elderly, double children) { return elderly / children; }
};

struct PotentialSupportRatio {
  static constexpr const char* name = "potential_support_ratio";
  static constexpr std::array parameters{Parameter{"working", Domain::level},
                                         Parameter{"elderly", Domain::positive_level}};
  SHENGZHOU_REPORT_FLATTEN static double value(double working, double elderly) { return working / elderly; }
};

struct ShiftShareFormula {
  static constexpr const char* name = "shift_share";
  static constexpr std::array parameters{Parameter{"base", Domain::level}, Parameter{"current", Domain::level},
                                         Parameter{"reference_base", Domain::positive_level},
                                         Parameter{"reference_current", Domain::level}};
};

struct AgeGroupsFormula {
  static constexpr const char* name = "age_groups";
  static constexpr std::array parameters{Parameter{"population", Domain::level}, Parameter{"age", Domain::level}};
};

struct AgeingStageFormula {
  static constexpr const char* name = "ageing_stage";
  static constexpr std::array parameters{Parameter{"share", Domain::fraction}};
};

SHENGZHOU_REPORT_DEFINE(LocationQuotient);
SHENGZHOU_REPORT_DEFINE(ElderlyShare);
SHENGZHOU_REPORT_DEFINE(ChildDependencyRatio);
SHENGZHOU_REPORT_DEFINE(OldAgeDependencyRatio);
SHENGZHOU_REPORT_DEFINE(DependencyRatio);
SHENGZHOU_REPORT_DEFINE(AgeingIndex);
SHENGZHOU_REPORT_DEFINE(PotentialSupportRatio);

/// Throws unless rows have the same number of elements, at least one, each in its domain.
template <class Formula, class... Arrays>
void require_rows(const char* rows, const Arrays&... arrays) {
  const Eigen::Index size = std::max({arrays.size()...});
  std::string sizes;
  ((sizes += (sizes.empty() ? "" : ", ") + std::to_string(arrays.size())), ...);
  if (size == 0 || ((arrays.size() != size) || ...)) {
    throw DomainError(std::string(Formula::name) + ": needs at least one of the " + rows +
                      ", and as many in each array; got " + sizes);
  }
  for (Eigen::Index i = 0; i < size; ++i) {
    try {
      require<Formula>(arrays[i]...);
    } catch (const DomainError& error) {
      throw_at(i, error);
    }
  }
}

}  // namespace detail::formula

SHENGZHOU_REPORT_INLINE ShiftShare shift_share(const ArrayRef& base, const ArrayRef& current,
                                               const ArrayRef& reference_base, const ArrayRef& reference_current,
                                               ShiftShareMethod method) {
  using Eigen::ArrayXd;
  detail::formula::require_rows<detail::formula::ShiftShareFormula>("industries", base, current, reference_base,
                                                                    reference_current);
  const double reference_total = reference_base.sum();
  const double growth = (reference_current.sum() - reference_total) / reference_total;
  const ArrayXd reference_growth = (reference_current - reference_base) / reference_base;
  ShiftShare parts{.national = base * growth,
                   .industry_mix = base * (reference_growth - growth),
                   .competitive = (current - base) - base * reference_growth,
                   .allocation = ArrayXd::Zero(base.size()),
                   .total = current - base};
  if (method == ShiftShareMethod::esteban_marquillas) {
    const auto zero = std::find(base.begin(), base.end(), 0.0);
    if (zero != base.end()) {
      throw DomainError(
          "shift_share: base = 0 must be positive for esteban_marquillas, which asks for growth from it "
          "(element " +
          std::to_string(zero - base.begin()) + ")");
    }
    const ArrayXd advantage = parts.competitive / base;
    const ArrayXd homothetic = base.sum() * (reference_base / reference_total);
    parts.competitive = homothetic * advantage;
    parts.allocation = (base - homothetic) * advantage + 0.0;  // no negative zero
  }
  for (const ArrayXd* part : {&parts.national, &parts.industry_mix, &parts.competitive, &parts.allocation}) {
    if (!part->allFinite()) throw DomainError("shift_share: the result is too large for a double");
  }
  return parts;
}

SHENGZHOU_REPORT_INLINE AgeGroups age_groups(const ArrayRef& population, const ArrayRef& age, ElderlyFrom elderly) {
  detail::formula::require_rows<detail::formula::AgeGroupsFormula>("rows by age", population, age);
  const auto fail = [](const std::string& why) { throw DomainError("age_groups: " + why); };
  if (age[0] != 0) fail("age = " + detail::format_double(age[0]) + " of the first row must be 0");
  for (Eigen::Index i = 1; i < age.size(); ++i) {
    if (age[i] > age[i - 1]) continue;
    fail("age = " + detail::format_double(age[i]) + " must be above that of the row before: give each row its " +
         "youngest age (element " + std::to_string(i) + ")");
  }
  const double old = elderly == ElderlyFrom::sixty ? 60 : 65;
  for (const double limit : {15.0, old}) {
    if (std::find(age.begin(), age.end(), limit) != age.end()) continue;
    fail("no row begins at the age of " + detail::format_double(limit) + ", so that one lies on both sides of it");
  }
  AgeGroups groups{0, 0, 0};
  for (Eigen::Index i = 0; i < age.size(); ++i) {
    (age[i] < 15 ? groups.children : age[i] < old ? groups.working : groups.elderly) += population[i];
  }
  if (!std::isfinite(groups.total())) fail("the result is too large for a double");
  return groups;
}

SHENGZHOU_REPORT_INLINE AgeingStage ageing_stage(double share, ElderlyFrom elderly) {
  detail::formula::require<detail::formula::AgeingStageFormula>(share);
  const auto limits = elderly == ElderlyFrom::sixty ? std::array{0.1, 0.2, 0.3} : std::array{0.07, 0.14, 0.21};
  return static_cast<AgeingStage>(std::upper_bound(limits.begin(), limits.end(), share) - limits.begin());
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const AgeGroups& groups) {
  return out << "children " << detail::format_double(groups.children) << ", working "
             << detail::format_double(groups.working) << ", elderly " << detail::format_double(groups.elderly);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::AgeGroups>::operator()(
    const shengzhou_report::AgeGroups& groups) const noexcept {
  std::size_t seed = std::hash<double>{}(groups.children);
  for (const double number : {groups.working, groups.elderly}) {
    seed = shengzhou_report::detail::hash_combine(seed, std::hash<double>{}(number));
  }
  return seed;
}
