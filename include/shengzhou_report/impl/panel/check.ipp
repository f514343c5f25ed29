#pragma once

// The rules of check over a panel: every document beside what its place stated before, the place above and those below.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/check/around.hpp>
#include <shengzhou_report/impl/check/facts.hpp>
#include <shengzhou_report/impl/check/rule.hpp>
#include <shengzhou_report/impl/panel/above.hpp>
#include <shengzhou_report/impl/panel/documents.hpp>
#include <shengzhou_report/panel.hpp>

namespace shengzhou_report {

namespace detail::panel {

/// Every document of a panel as the rules see it, and how documents lie to each other.
class Checked {
 public:
  explicit Checked(const std::vector<Report>& reports) : reports_(&reports), above_(reports) {
    for (const Report& report : reports) {
      const bool whole = rules::is_comparable(report);
      if (!whole) copies_.push_back(rules::comparable(report));
      facts_.emplace_back(whole ? report : copies_.back());
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (const auto above = above_.right_above(i)) below_[*above].push_back(i);
    }
  }

  /// What is found in each document, in their order.
  [[nodiscard]] std::vector<Finding> findings(const CheckOptions& options) const {
    std::vector<std::vector<Finding>> found(reports_->size());
    for (std::size_t first = 0; first < reports_->size();) {
      std::size_t last = first;
      while (last < reports_->size() && (*reports_)[last].info().place == (*reports_)[first].info().place) ++last;
      of_one_place(first, last, options, found);
      first = last;
    }
    std::vector<Finding> all;
    for (std::vector<Finding>& some : found) std::move(some.begin(), some.end(), std::back_inserter(all));
    return all;
  }

 private:
  /// In the order in which the documents are given, so that each meets what was stated before.
  void of_one_place(std::size_t first, std::size_t last, const CheckOptions& options,
                    std::vector<std::vector<Finding>>& found) const {
    std::vector<std::size_t> order(last - first);
    std::iota(order.begin(), order.end(), first);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return issue_of((*reports_)[a]) < issue_of((*reports_)[b]); });
    rules::Around around;
    for (const std::size_t i : order) {
      const Report& report = (*reports_)[i];
      around.below.clear();
      around.complete = false;
      if (const auto below = below_.find(i); below != below_.end()) {
        for (const std::size_t place : below->second) around.below.push_back(&facts_[place]);
        around.complete = above_.places_below(i) == below->second.size();
      }
      const std::optional<std::size_t> above = above_.above(i);
      found[i] = rules::findings_on(with_levels_before(report, facts_[i], around), options,
                                    above ? &facts_[*above] : nullptr, &around);
      for (Finding& finding : found[i]) {
        finding.place = *report.info().place;
        finding.vintage = report.info().year;
        finding.kind = report.info().kind;
      }
      around.enter(facts_[i]);
    }
  }

  /// The report with the levels of the year before the one that it looks back on, as its place stated them last and a
  /// year ago at most, unless it restates them: behind its growth stands what was published.
  [[nodiscard]] static Report with_levels_before(const Report& report, const rules::Facts& facts,
                                                 const rules::Around& around) {
    std::vector<Statement> statements = facts.report().statements();
    const std::int32_t year = reviewed(report) - 1;
    const std::size_t own = statements.size();
    for (const auto& [key, stated] : around.levels) {
      const Statement& level = *stated.statement;
      if (key.year != year || issued(*stated.report) + 1 < issued(report)) continue;
      const bool restated = std::any_of(statements.begin(), statements.begin() + static_cast<std::ptrdiff_t>(own),
                                        [&](const Statement& other) {
                                          return other.status != Status::target && other.measure == Measure::level &&
                                                 other.year == year && same_indicator(other, level);
                                        });
      if (!restated) statements.push_back(level);
    }
    // Growth is of this report, and so is the text that rules look for it in.
    return {report.info(), std::move(statements), {}, {}, report.text()};
  }

  const std::vector<Report>* reports_;
  Above above_;
  std::deque<Report> copies_;  ///< of reports with statements that take no part
  std::deque<rules::Facts> facts_;
  std::map<std::size_t, std::vector<std::size_t>> below_;
};

}  // namespace detail::panel

SHENGZHOU_REPORT_INLINE std::vector<Finding> Panel::check(const CheckOptions& options) const {
  return detail::panel::Checked(reports_).findings(options);
}

}  // namespace shengzhou_report
