// Where the library is header-only, panel.hpp ends with definitions that need this file, so the guard stands behind it.

// The documents of a panel in their order, and what they state.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/statements.hpp>
#include <shengzhou_report/panel.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_PANEL_DOCUMENTS_HPP
#define SHENGZHOU_REPORT_IMPL_PANEL_DOCUMENTS_HPP

namespace shengzhou_report::detail::panel {

/// Position of a document: work reports stand before communiqués of the same place and year.
[[nodiscard]] inline auto order_of(const Report& report) {
  return std::tuple(std::string_view(*report.info().place), *report.info().year, report.info().kind);
}

/// The year in which a document is given: a communiqué is that of the year before.
[[nodiscard]] inline std::int32_t issued(const Report& report) {
  return *report.info().year + (report.info().kind == DocumentKind::communique ? 1 : 0);
}

/// The year that a document looks back on.
[[nodiscard]] inline std::int32_t reviewed(const Report& report) { return issued(report) - 1; }

/// "report", "communique", "plan", "document".
[[nodiscard]] inline const char* noun_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::communique:
      return "communique";
    case DocumentKind::plan:
      return "plan";
    case DocumentKind::other:
      return "document";
    default:
      return "report";
  }
}

struct Documents {
  std::vector<Report>::const_iterator first;
  std::vector<Report>::const_iterator last;
  [[nodiscard]] auto begin() const noexcept { return first; }
  [[nodiscard]] auto end() const noexcept { return last; }
};

/// The documents of one place.
[[nodiscard]] inline Documents documents_of(const std::vector<Report>& reports, std::string_view place) {
  const auto before = [](const Report& report, std::string_view name) { return *report.info().place < name; };
  const auto behind = [](std::string_view name, const Report& report) { return name < *report.info().place; };
  const auto first = std::lower_bound(reports.begin(), reports.end(), place, before);
  return {first, std::upper_bound(first, reports.end(), place, behind)};
}

/// When a document is given: by year, the work report before the communiqué of the same months.
using Issue = std::pair<std::int32_t, DocumentKind>;
[[nodiscard]] inline Issue issue_of(const Report& report) { return {issued(report), report.info().kind}; }

/// The documents of one place that are given later, in the order in which they are.
[[nodiscard]] inline std::vector<const Report*> later_reports(const std::vector<Report>& reports,
                                                              std::string_view place, const Issue& issue) {
  std::vector<const Report*> result;
  for (const Report& report : documents_of(reports, place)) {
    if (issue_of(report) > issue) result.push_back(&report);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Report* a, const Report* b) { return issue_of(*a) < issue_of(*b); });
  return result;
}

/// "report of 2024", "communique of 2023".
[[nodiscard]] inline std::string named(const Report& report) {
  return std::string(noun_of(report.info().kind)) + " of " + std::to_string(*report.info().year);
}

/// Whether growth or change is measured from the same: the year before, a year, another place. Levels always are.
[[nodiscard]] inline bool same_base(const Statement& a, const Statement& b) {
  if (a.is_over_the_year() || b.is_over_the_year()) return a.is_over_the_year() == b.is_over_the_year();
  return a.reference == b.reference && a.base_year == b.base_year;
}

/// The only outcome of a report on an indicator for a year; nullptr when there is none, or several that differ.
[[nodiscard]] inline const Statement* outcome_of(const Report& report, const Statement& like, Measure measure,
                                                 std::int32_t year) {
  const Statement* found = nullptr;
  for (const Statement& statement : report) {
    const bool fits = statement.status != Status::target && statement.quantity && statement.measure == measure &&
                      statement.year == year && statement.period == like.period && statement.scope == like.scope &&
                      same_indicator(statement, like) && (measure != like.measure || same_base(statement, like));
    if (!fits) continue;
    if (found != nullptr && found->quantity != statement.quantity) return nullptr;
    found = &statement;
  }
  return found;
}

/// An outcome of a part of the year that a target is for; nullptr when there is none.
[[nodiscard]] inline const Statement* part_of_year(const Report& report, const Statement& target) {
  if (target.period != Period::year) return nullptr;
  const auto found = std::find_if(report.begin(), report.end(), [&](const Statement& statement) {
    return statement.status != Status::target && statement.quantity && statement.measure == target.measure &&
           statement.year == target.year && is_part_of_year(statement.period) && same_indicator(statement, target);
  });
  return found == report.end() ? nullptr : &*found;
}

}  // namespace shengzhou_report::detail::panel

#endif
