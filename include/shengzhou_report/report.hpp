#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report {

/// A heading of the report.
struct Section {
  std::vector<std::string> path;  ///< headings from the outermost in; the last one is its own title
  std::string title_en = {};      ///< English title, empty when unknown
  friend bool operator==(const Section&, const Section&) = default;
};

/// Whose report it is.
struct ReportInfo {
  std::string title = {};
  std::string place = {};     ///< 嵊州市
  std::string place_en = {};  ///< Shengzhou
  std::string ref_area = {};  ///< code of the administrative division (GB/T 2260): 330683
  std::int32_t year = 0;      ///< the year that the plan is for
  std::vector<Section> sections = {};
  friend bool operator==(const ReportInfo&, const ReportInfo&) = default;
};

/// Conditions on a statement; all that are set must hold.
struct Filter {
  std::optional<std::string> indicator = {};  ///< any name of it, or the name as the report words it
  std::optional<Measure> measure = {};
  std::vector<Status> status = {};          ///< any of these; empty: every status
  std::optional<Unit> unit = {};            ///< the unit as printed, or one equal to it
  std::optional<std::string> section = {};  ///< Chinese or English title of a section on the statement's path
  std::optional<Modality> modality = {};
  std::optional<Bound> bound = {};
  std::optional<std::int32_t> year = {};
  std::optional<Period> period = {};
};

/// The statements of a report, in the order of the text.
class Report {
 public:
  Report() = default;
  Report(ReportInfo info, std::vector<Statement> statements);

  [[nodiscard]] const ReportInfo& info() const noexcept { return info_; }
  [[nodiscard]] const std::vector<Statement>& statements() const noexcept { return statements_; }
  [[nodiscard]] std::int64_t size() const noexcept { return static_cast<std::int64_t>(statements_.size()); }
  [[nodiscard]] bool empty() const noexcept { return statements_.empty(); }
  [[nodiscard]] auto begin() const noexcept { return statements_.begin(); }
  [[nodiscard]] auto end() const noexcept { return statements_.end(); }
  /// The statement at `index`. @throws LookupError  outside [0, size()).
  [[nodiscard]] const Statement& operator[](std::int64_t index) const;

  /// The statements that meet every condition, with the same info, in the same order; maybe none.
  [[nodiscard]] Report filter(const Filter& filter) const;
  /// Results of the past: outcomes and estimates.
  [[nodiscard]] Report outcomes() const;
  /// What the plan asks for.
  [[nodiscard]] Report targets() const;

  /// Whether any statement is on this indicator, by any of its names.
  [[nodiscard]] bool contains(std::string_view indicator) const;
  /// The statements on one indicator, by any of its names: 地区生产总值, GDP, gross regional product.
  /// @throws LookupError  when there are none; the message suggests near names in this report.
  [[nodiscard]] Report select(std::string_view indicator) const;
  /// The one statement that meets the conditions.
  /// @throws LookupError  when none or several do; the message says how many and names near indicators.
  [[nodiscard]] const Statement& at(const Filter& filter) const;

  /// Names of the indicators, each once, in the order of the text.
  [[nodiscard]] std::vector<std::string> indicators() const;
  /// Calendar years that the statements refer to, ascending.
  [[nodiscard]] std::vector<std::int32_t> years() const;

  /// Both reports' statements, this one's first; a statement that both hold is kept once. The info is that of the
  /// report with the later year; sections are united.
  /// @throws DomainError  when both name their place and the places differ.
  [[nodiscard]] Report merged(const Report& other) const;

  friend bool operator==(const Report&, const Report&) = default;

 private:
  ReportInfo info_;
  std::vector<Statement> statements_;
};

/// The founding document: the 2024 government work report of Shengzhou, 192 statements (190 figures and two targets
/// that carry no number). Its results for 2023 are preliminary; estimates are marked as such.
[[nodiscard]] const Report& shengzhou_2024();

/// "嵊州市 2024: 192 statements (79 outcomes, 113 targets)".
[[nodiscard]] std::string to_string(const Report& report);
std::ostream& operator<<(std::ostream& out, const Report& report);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Report> {
  std::size_t operator()(const shengzhou_report::Report& report) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/report.ipp>
#endif
