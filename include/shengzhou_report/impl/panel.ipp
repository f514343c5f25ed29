#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/panel/check.ipp>
#include <shengzhou_report/impl/panel/documents.hpp>
#include <shengzhou_report/impl/panel/judge.ipp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/panel.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE Panel::Panel(std::vector<Report> reports) {
  std::vector<std::size_t> order;  // of those that have both, by place and year
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].info().place && reports[i].info().year) {
      order.push_back(i);
    } else {
      unplaced_.push_back(std::move(reports[i]));
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return detail::panel::order_of(reports[a]) < detail::panel::order_of(reports[b]);
  });
  reports_.reserve(order.size());
  for (const std::size_t i : order) reports_.push_back(std::move(reports[i]));
  const auto twice = std::adjacent_find(reports_.begin(), reports_.end(), [](const Report& a, const Report& b) {
    return detail::panel::order_of(a) == detail::panel::order_of(b);
  });
  if (twice != reports_.end()) {
    throw DomainError("the panel has two " + std::string(detail::panel::noun_of(twice->info().kind)) + "s of " +
                      detail::in_quotes(*twice->info().place) + " for " + std::to_string(*twice->info().year) +
                      ": merge them, or leave one out");
  }
}

SHENGZHOU_REPORT_INLINE std::vector<std::string> Panel::places() const {
  std::vector<std::string> names;
  for (const Report& report : reports_) {
    if (names.empty() || names.back() != report.info().place) names.push_back(*report.info().place);
  }
  return names;
}

SHENGZHOU_REPORT_INLINE const Report& Panel::at(std::string_view place, std::int32_t year,
                                                std::optional<DocumentKind> kind) const {
  const detail::panel::Documents documents = detail::panel::documents_of(reports_, place);
  const auto found = std::find_if(documents.begin(), documents.end(), [&](const Report& report) {
    return report.info().year == year && (!kind || report.info().kind == kind);
  });
  if (found == documents.end()) {
    throw LookupError(std::string("the panel has no ") + (kind ? detail::panel::noun_of(*kind) : "report") + " of " +
                      detail::in_quotes(place) + " for " + std::to_string(year));
  }
  return *found;
}

SHENGZHOU_REPORT_INLINE std::vector<Score> Panel::scorecard() const {
  const LargeRates stated;  // figures bear their unit
  std::vector<Score> scores;
  for (const Report& report : reports_) {
    for (const Statement& statement : report) {
      if (statement.status == Status::target && statement.year)
        scores.push_back(detail::panel::judge(reports_, report, statement));
    }
  }
  return scores;
}

SHENGZHOU_REPORT_INLINE std::vector<Revision> Panel::revisions() const {
  std::vector<Revision> result;
  for (const Report& report : reports_) {
    const std::vector<const Report*> later_ones =
        detail::panel::later_reports(reports_, *report.info().place, detail::panel::issue_of(report));
    for (const Statement& first : report) {
      const bool figure = first.status != Status::target && first.quantity && first.year &&
                          first.measure != Measure::rank &&
                          detail::panel::outcome_of(report, first, first.measure, *first.year) == &first;
      if (!figure) continue;
      for (const Report* later : later_ones) {
        const Statement* again = detail::panel::outcome_of(*later, first, first.measure, *first.year);
        if (again == nullptr) continue;
        const Quantity& old = *first.quantity;
        if (again->quantity->unit().is_compatible(old.unit())) {
          const Quantity now = again->quantity->to(old.unit());
          if (now.value() == old.value()) break;
          const double change = (now.value().to_double() - old.value().to_double());
          const bool rate = old.unit().is_ratio() || old.unit().is_point();
          const Interval from = detail::level_range(old.interval());
          const bool relative =
              !rate && from.lower() > 0 && std::isfinite(from.upper()) && std::isfinite(now.interval().upper());
          const Interval range = rate       ? now.rate_interval() - old.rate_interval()
                                 : relative ? growth_rate(from, detail::level_range(now.interval()))
                                            : Interval(-detail::rules::infinity, detail::rules::infinity);
          result.push_back(
              {.place = *report.info().place,
               .first = first,
               .first_vintage = *report.info().year,
               .later = *again,
               .later_vintage = *later->info().year,
               .change = change,
               .relative = range,
               .changed = now.interval().overlaps(old.interval()) ? Certainty::possible : Certainty::certain});
        }
        // Each pair of neighbouring vintages once: the next one is compared with this.
        break;
      }
    }
  }
  return result;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Panel& panel) {
  const auto count = [&](std::size_t n, const char* noun) { out << n << " " << noun << (n == 1 ? "" : "s"); };
  count(panel.reports().size(), "report");
  out << " of ";
  count(panel.places().size(), "place");
  if (panel.empty()) return out;
  const auto [first, last] =
      std::minmax_element(panel.reports().begin(), panel.reports().end(),
                          [](const Report& a, const Report& b) { return a.info().year < b.info().year; });
  return out << ", " << *first->info().year << " to " << *last->info().year;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Score& score) {
  out << score.place << " " << score.vintage << ": " << to_string(score.target) << ": " << to_string(score.verdict);
  if (score.obstacle != Obstacle::none) out << " (" << to_string(score.obstacle) << ")";
  return out << ", " << score.message;
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Revision& revision) {
  return out << revision.place << ": " << to_string(revision.first) << ", restated as " << *revision.later.quantity
             << " in " << revision.later_vintage;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Score>::operator()(
    const shengzhou_report::Score& score) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(score.place), std::hash<sr::Statement>{}(score.target));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Revision>::operator()(
    const shengzhou_report::Revision& revision) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<sr::Statement>{}(revision.first),
                                  std::hash<sr::Statement>{}(revision.later));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Panel>::operator()(
    const shengzhou_report::Panel& panel) const noexcept {
  namespace sr = shengzhou_report;
  std::size_t seed = panel.reports().size();
  for (const sr::Report& report : panel.reports()) {
    seed = sr::detail::hash_combine(seed, std::hash<sr::Report>{}(report));
  }
  return seed;
}
