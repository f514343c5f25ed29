#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/statement.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// What kind of document a text is.
enum class DocumentKind {
  work_report,  ///< 政府工作报告: looks back on a year, plans the next
  communique,   ///< 统计公报: the results of the year in its title
  plan,         ///< 规划纲要: the targets of a five-year plan
  other
};

template <>
struct Words<DocumentKind> {
  static constexpr const char* enumeration = "DocumentKind";
  using enum DocumentKind;
  static constexpr EnumWord<DocumentKind> table[] = {
      {work_report, "work_report"}, {communique, "communique"}, {plan, "plan"}, {other, "other"}};
};

/// What a part of a document does.
enum class SectionRole {
  none,       ///< its heading does not say, and no part around it does
  review,     ///< looks back: 2023年工作回顾
  outlook,    ///< plans several years: 今后五年的奋斗目标, “十四五”时期
  plan,       ///< plans the year: 2024年工作安排
  government  ///< the government's own work: 加强政府自身建设
};

template <>
struct Words<SectionRole> {
  static constexpr const char* enumeration = "SectionRole";
  using enum SectionRole;
  static constexpr EnumWord<SectionRole> table[] = {
      {none, "none"}, {review, "review"}, {outlook, "outlook"}, {plan, "plan"}, {government, "government"}};
};

/// A heading of the report, and the part of the text under it.
struct Section {
  Headings path;                         ///< headings from the outermost in; the last one is its own title
  std::string title_en = {};             ///< English title, empty when unknown
  SectionRole role = SectionRole::none;  ///< what the part does
  Span span = {};                        ///< from the heading to the next heading of its level or above
  friend bool operator==(const Section&, const Section&) = default;
};

/// Why a report was taken for that of this place and year: one piece of evidence, the first of each `about` decided.
/// About "ref_area" there is one: why it is the code, or "several of its name" with all their codes where none is.
struct Evidence {
  std::string about;  ///< "kind", "place", "year" or "ref_area"
  std::string rule;   ///< name of the rule that found it: "title", "assembly", "given" ...
  std::string value;  ///< what it says: 嵊州市, 2024, work_report
  Span span = {};     ///< where it stands; empty for what was given or concluded
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Why a number in a text is no figure of a report.
enum class SkipReason {
  year,         ///< a calendar year
  date,         ///< a day, a month, a time of the day
  duration,     ///< a number of years, a streak, an anniversary
  name,         ///< part of a name or slogan: “116611”, 5G, 500强, PM2.5
  class_limit,  ///< the limit of a class: 10亿元以上项目
  road,         ///< a road or line
  mark,         ///< a list number, a footnote, an article of a policy
  code,         ///< a telephone number, a version, a ratio a:b
  ordinal,      ///< 第3批
  no_unit,      ///< a number without a unit
  too_long,     ///< more than 17 digits
  prose,        ///< a number that only tells: 三个方面, 百分之百投入, what a standard asks for
  outside       ///< on the page around the report, or in a glossary behind it
};

template <>
struct Words<SkipReason> {
  static constexpr const char* enumeration = "SkipReason";
  using enum SkipReason;
  static constexpr EnumWord<SkipReason> table[] = {{year, "year"},
                                                   {date, "date"},
                                                   {duration, "duration"},
                                                   {name, "name"},
                                                   {class_limit, "class_limit"},
                                                   {road, "road"},
                                                   {mark, "mark"},
                                                   {code, "code"},
                                                   {ordinal, "ordinal"},
                                                   {no_unit, "no_unit"},
                                                   {too_long, "too_long"},
                                                   {prose, "prose"},
                                                   {outside, "outside"}};
};

/// A number that was seen and not taken as a statement.
struct Skipped {
  std::string text;   ///< as printed
  SkipReason reason;  ///< why it is none
  Span span = {};     ///< place in the text
  friend bool operator==(const Skipped&, const Skipped&) = default;
};

/// A promise of the plan without a number: 建成博物馆.
struct Commitment {
  std::string verb;       ///< 建成
  std::string object;     ///< 博物馆
  Headings section = {};  ///< headings from the outermost in
  Span span = {};         ///< place in the text, verb and object
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// Whose report it is.
struct ReportInfo {
  std::string title = {};                    ///< as printed above the text
  std::optional<std::string> place = {};     ///< 嵊州市
  std::optional<std::string> place_en = {};  ///< Shengzhou
  std::optional<std::string> ref_area = {};  ///< code of the administrative division (GB/T 2260): 330683
  std::optional<std::int32_t> year = {};  ///< the year that the plan is for; of a communique the one it reviews; of a
                                          ///< plan outline its first
  std::vector<Section> sections = {};
  DocumentKind kind = DocumentKind::work_report;  ///< work report, communique or plan outline
  std::vector<Evidence> evidence = {};            ///< why it was taken for this
  friend bool operator==(const ReportInfo&, const ReportInfo&) = default;
};

/// What is known of a document before it is read; what is given here is not looked for in the text.
struct ParseOptions {
  std::optional<std::string> place = {};     ///< 嵊州市
  std::optional<std::int32_t> year = {};     ///< the year that the plan is for; of a communique the one it reviews
  std::optional<DocumentKind> kind = {};     ///< what kind of document it is
  std::optional<std::string> ref_area = {};  ///< code of the place (GB/T 2260): 330683
};

/// Conditions on a statement; all that are set must hold.
struct Filter {
  std::optional<std::string> indicator = {};   ///< any name of it, or the name as the report words it
  std::optional<Measure> measure = {};         ///< level, growth, change or rank
  std::vector<Status> status = {};             ///< any of these; empty: every status
  std::optional<Unit> unit = {};               ///< the unit as printed, or one equal to it
  std::optional<std::string> section = {};     ///< Chinese or English title of a section on the statement's path
  std::optional<Span> within = {};             ///< part of the text, as that of a Section
  std::optional<Modality> modality = {};       ///< how firmly a target is worded
  std::optional<Bound> bound = {};             ///< how words limit the figure
  std::optional<std::int32_t> year = {};       ///< calendar year that the number refers to
  std::optional<Period> period = {};           ///< part of that year
  std::optional<std::string> area = {};        ///< a part of the place as the report words it; empty: the whole
  std::optional<std::int32_t> base_year = {};  ///< year that growth or change is measured from
  std::optional<std::string> reference = {};   ///< what a change is a difference to; empty: an earlier time
};

/// The statements of a report, in the order of the text.
class Report {
 public:
  Report() = default;
  /// `text` is what the report was read from, where it was.
  Report(ReportInfo info, std::vector<Statement> statements, std::vector<Skipped> skipped = {},
         std::vector<Commitment> commitments = {}, std::shared_ptr<const std::string> text = nullptr);

  [[nodiscard]] const ReportInfo& info() const noexcept { return info_; }  ///< whose report it is
  /// All of them, in the order of the text.
  [[nodiscard]] const std::vector<Statement>& statements() const noexcept { return statements_; }
  /// Numbers of the text that are no statements, in its order, so that nothing is lost in silence. A report that was
  /// not parsed, and a part of one, has none.
  [[nodiscard]] const std::vector<Skipped>& skipped() const noexcept { return skipped_; }
  /// Promises of the plan without a number, in the order of the text; none in a part of a report.
  [[nodiscard]] const std::vector<Commitment>& commitments() const noexcept { return commitments_; }
  /// The text that the report was read from, in UTF-8; nullptr for a report that was not. Parts of a report share it.
  [[nodiscard]] const std::shared_ptr<const std::string>& text() const noexcept { return text_; }
  /// The text of a section, heading included. @throws LookupError  without a text, or for a section of another one.
  [[nodiscard]] std::string_view text_of(const Section& section) const;
  /// How many statements.
  [[nodiscard]] std::int64_t size() const noexcept { return static_cast<std::int64_t>(statements_.size()); }
  [[nodiscard]] bool empty() const noexcept { return statements_.empty(); }  ///< whether there is none
  [[nodiscard]] auto begin() const noexcept { return statements_.begin(); }  ///< over the statements
  [[nodiscard]] auto end() const noexcept { return statements_.end(); }      ///< over the statements
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
  /// The one statement that meets the conditions. Where they name no area, base, reference or period, it is of the
  /// whole place, and neither growth nor a sum over several years; a whole year goes before a part of one.
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

  /// What the reports say; not the texts that they were read from.
  friend bool operator==(const Report& a, const Report& b) {
    return a.info_ == b.info_ && a.statements_ == b.statements_ && a.skipped_ == b.skipped_ &&
           a.commitments_ == b.commitments_;
  }

 private:
  ReportInfo info_;
  std::vector<Statement> statements_;
  std::vector<Skipped> skipped_;
  std::vector<Commitment> commitments_;
  std::shared_ptr<const std::string> text_;
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
