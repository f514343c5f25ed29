#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/check.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/words.hpp>

/// Reports of several places and years side by side: targets against outcomes, and figures that were revised.
namespace shengzhou_report {

/// What became of a target.
enum class Verdict {
  met,
  missed,
  not_comparable,  ///< there is no figure that the target can be held against, or the figures leave it open
  cannot_judge     ///< the figures are there and comparable, but nothing says whether more or less of it is wanted
};

template <>
struct Words<Verdict> {
  static constexpr const char* enumeration = "Verdict";
  using enum Verdict;
  static constexpr EnumWord<Verdict> table[] = {
      {met, "met"}, {missed, "missed"}, {not_comparable, "not_comparable"}, {cannot_judge, "cannot_judge"}};
};

/// Why a target has no verdict of met or missed.
enum class Obstacle {
  none,         ///< they can
  no_report,    ///< no later report of the place is in the panel
  not_stated,   ///< the later report says nothing on the indicator for that year
  price_basis,  ///< a real target and nominal figures, or the other way round
  scope,        ///< the levels of the two years are not of one scope
  revision,     ///< the base was revised, and the verdict depends on which one is taken
  rounding,     ///< the printed figures do not decide it
  direction,    ///< neither the catalogue nor the wording says which way is better; the verdict is cannot_judge
  part_of_year  ///< the later report states a part of the year alone, which is no outcome of the year
};

template <>
struct Words<Obstacle> {
  static constexpr const char* enumeration = "Obstacle";
  using enum Obstacle;
  static constexpr EnumWord<Obstacle> table[] = {{none, "none"},
                                                 {no_report, "no_report"},
                                                 {not_stated, "not_stated"},
                                                 {price_basis, "price_basis"},
                                                 {scope, "scope"},
                                                 {revision, "revision"},
                                                 {rounding, "rounding"},
                                                 {direction, "direction"},
                                                 {part_of_year, "part_of_year"}};
};

/// A target and what became of it.
struct Score {
  std::string place;                 ///< whose target it is
  std::int32_t vintage;              ///< year of the report that states the target
  Statement target;                  ///< as its report states it
  std::optional<Statement> outcome;  ///< the figure that decides, or that fails to
  Verdict verdict;                   ///< what came of it
  Obstacle obstacle;                 ///< why there is no verdict; none for met and missed
  /// Printed outcome less printed target, in the unit of the target; percentage points for shares and growth. Empty
  /// when the two have no common measure.
  std::optional<double> margin;
  std::string message;  ///< the comparison in words
  friend bool operator==(const Score&, const Score&) = default;
};

/// One figure as two reports state it.
struct Revision {
  std::string place;           ///< whose figure it is
  Statement first;             ///< as stated first
  std::int32_t first_vintage;  ///< year of the report that states it
  Statement later;             ///< as stated later
  std::int32_t later_vintage;  ///< year of that report
  double change;               ///< later less first, in the unit of `first`
  Interval relative;           ///< later / first - 1 of a level, difference as a fraction of a share or growth
  Certainty changed;           ///< certain: no common value prints like both
  friend bool operator==(const Revision&, const Revision&) = default;
};

/// Work reports, communiqués and plan outlines by place and year, of each kind at most one.
///
/// The communiqué of a year is given a year later, as is the work report of the next: what is later goes by that.
class Panel {
 public:
  Panel() = default;
  /// Reports whose place or year is unknown are kept apart: see `unplaced`.
  /// @throws DomainError  when two of a kind have one place and one year; the message names both.
  explicit Panel(std::vector<Report> reports);

  /// Ordered by place, then by year, then by kind, the work report first.
  [[nodiscard]] const std::vector<Report>& reports() const noexcept { return reports_; }
  /// Reports whose place or year is unknown, in the order given; they take no part in what the panel computes.
  [[nodiscard]] const std::vector<Report>& unplaced() const noexcept { return unplaced_; }
  /// How many reports there are, without those apart.
  [[nodiscard]] std::int64_t size() const noexcept { return static_cast<std::int64_t>(reports_.size()); }
  [[nodiscard]] bool empty() const noexcept { return reports_.empty(); }  ///< whether there is none
  /// Names of the places, ascending.
  [[nodiscard]] std::vector<std::string> places() const;
  /// The document of a place for a year: of a kind, else the first in their order. @throws LookupError  when there is
  /// none.
  [[nodiscard]] const Report& at(std::string_view place, std::int32_t year,
                                 std::optional<DocumentKind> kind = {}) const;

  /// Every target of every report against the first later report that states its outcome.
  ///
  /// A target is met when the printed outcome says so (Statement::is_met_by): offices judge by printed figures. Where
  /// nothing says which way is better, only an outcome that meets the target either way does, and cannot_judge is the
  /// verdict on every other. Targets for a year take figures of the whole year; those for a part of it, of that part.
  /// Growth targets are judged by published growth; where only levels are published, by their quotient, provided that
  /// target and levels have one price basis, that the series has one scope, and that no revision of the base turns the
  /// verdict. Targets without a number: a falling income ratio is judged by the growth of both incomes; one that is in
  /// step by real growth of income and of the economy (is_in_step), GDP per head where it is stated, which needs
  /// consumer prices in the later report.
  [[nodiscard]] std::vector<Score> scorecard() const;

  /// Figures that a later report of the same place states otherwise, for one indicator, measure, year and period.
  [[nodiscard]] std::vector<Revision> revisions() const;

  /// check of every report beside its neighbours: levels of the year before come from what the place stated of it
  /// earlier, unless the report restates them; figures of one year are held against each other, targets against those
  /// of the place above, and levels of the places below against that of the whole. Findings say whose they are.
  [[nodiscard]] std::vector<Finding> check(const CheckOptions& options = {}) const;

  friend bool operator==(const Panel&, const Panel&) = default;

 private:
  std::vector<Report> reports_;
  std::vector<Report> unplaced_;
};

/// "3 reports of 1 place, 2022 to 2024".
std::ostream& operator<<(std::ostream& out, const Panel& panel);
/// "中国 2014: 国内生产总值 growth ≈7.5% (target 2014): met, 7.4% against at least 7.3%".
std::ostream& operator<<(std::ostream& out, const Score& score);
/// "浙江省: 地区生产总值 level 82553亿元 (outcome 2023), restated as 85620亿元 in 2025".
std::ostream& operator<<(std::ostream& out, const Revision& revision);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Score> {
  std::size_t operator()(const shengzhou_report::Score& score) const noexcept;
};

template <>
struct std::hash<shengzhou_report::Revision> {
  std::size_t operator()(const shengzhou_report::Revision& revision) const noexcept;
};

template <>
struct std::hash<shengzhou_report::Panel> {
  std::size_t operator()(const shengzhou_report::Panel& panel) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/panel.ipp>
#endif
