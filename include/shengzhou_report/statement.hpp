#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// What the number of a statement measures.
enum class Measure {
  level,   ///< 745 亿元, 完成 5 家, 降至 0.17 %
  growth,  ///< relative change: 增长 7.5 %, 下降 16.7 % (negative), 增长 4.8 倍
  change,  ///< absolute difference: 提高 1.2 个百分点, 增加 20 天
  rank     ///< 居全省第 16 位
};

template <>
struct Words<Measure> {
  static constexpr const char* enumeration = "Measure";
  using enum Measure;
  static constexpr EnumWord<Measure> table[] = {
      {level, "level"}, {growth, "growth"}, {change, "change"}, {rank, "rank"}};
};

/// Whether a statement looks back or ahead.
enum class Status {
  outcome,   ///< what the past year brought
  estimate,  ///< 预计: an outcome stated before the accounts are closed
  target     ///< what the plan asks for
};

template <>
struct Words<Status> {
  static constexpr const char* enumeration = "Status";
  using enum Status;
  static constexpr EnumWord<Status> table[] = {{outcome, "outcome"}, {estimate, "estimate"}, {target, "target"}};
};

/// How firmly a target is worded.
enum class Modality {
  firm,    ///< no word of effort
  ensure,  ///< 确保
  strive   ///< 力争, 争取, 争创
};

template <>
struct Words<Modality> {
  static constexpr const char* enumeration = "Modality";
  using enum Modality;
  static constexpr EnumWord<Modality> table[] = {{firm, "firm"}, {ensure, "ensure"}, {strive, "strive"}};
};

/// The part of `Statement::year` that the number covers.
enum class Period {
  year,
  first_quarter,
  second_quarter,
  third_quarter,
  fourth_quarter,
  first_half,
  nine_months,
  month,
  month_average,  ///< 月均: mean over the months
  year_average,   ///< 年均: yearly average over a span of years that ends in `year`
  cumulative,     ///< 累计: sum, growth or change over a span of years that ends in `year`
  one_month,      ///< January; below, January to that month where no half-year or quarters say the same
  two_months,
  four_months,
  five_months,
  seven_months,
  eight_months,
  ten_months,
  eleven_months,
  second_half,
  months  ///< of the year, that no other value names: 2至11月, 今年以来, 截至8月16日
};

template <>
struct Words<Period> {
  static constexpr const char* enumeration = "Period";
  using enum Period;
  static constexpr EnumWord<Period> table[] = {{year, "year"},
                                               {first_quarter, "first_quarter"},
                                               {second_quarter, "second_quarter"},
                                               {third_quarter, "third_quarter"},
                                               {fourth_quarter, "fourth_quarter"},
                                               {first_half, "first_half"},
                                               {nine_months, "nine_months"},
                                               {month, "month"},
                                               {month_average, "month_average"},
                                               {year_average, "year_average"},
                                               {cumulative, "cumulative"},
                                               {one_month, "one_month"},
                                               {two_months, "two_months"},
                                               {four_months, "four_months"},
                                               {five_months, "five_months"},
                                               {seven_months, "seven_months"},
                                               {eight_months, "eight_months"},
                                               {ten_months, "ten_months"},
                                               {eleven_months, "eleven_months"},
                                               {second_half, "second_half"},
                                               {months, "months"}};
};

/// What a statement without a number promises.
enum class Trend {
  none,     ///< the number says it all
  rising,   ///< 稳步提高
  falling,  ///< 不断缩小
  stable,   ///< 持平, 保持稳定
  in_step   ///< 与经济增长同步: grows as the economy does
};

template <>
struct Words<Trend> {
  static constexpr const char* enumeration = "Trend";
  using enum Trend;
  static constexpr EnumWord<Trend> table[] = {
      {none, "none"}, {rising, "rising"}, {falling, "falling"}, {stable, "stable"}, {in_step, "in_step"}};
};

/// A rule of thumb that a reading rests on, right most of the time; a statement without any says so in plain words.
enum class Doubt : std::uint8_t {
  unnamed,       ///< nothing says what is measured
  far_name,      ///< the name stands in another clause than the figure
  noun_behind,   ///< the name stands behind the figure
  long_name,     ///< the name is longer than a row header
  vague_name,    ///< the catalogue does not know the name, and it is a word or two, a list, or breaks off
  unequal_list,  ///< a list of names has another length than its list of values
  shared_bound,  ///< a bound behind the last of several values was said of them all
  carried_time,  ///< the year is that of an earlier clause
  unknown_base,  ///< what growth, or a starting value, is measured from is not said
  part,          ///< the figure may be that of a part of the place
  tense          ///< a plan speaks of a part of its year, which may be over when the report is given
};

template <>
struct Words<Doubt> {
  static constexpr const char* enumeration = "Doubt";
  using enum Doubt;
  static constexpr EnumWord<Doubt> table[] = {{unnamed, "unnamed"},
                                              {far_name, "far_name"},
                                              {noun_behind, "noun_behind"},
                                              {long_name, "long_name"},
                                              {vague_name, "vague_name"},
                                              {unequal_list, "unequal_list"},
                                              {shared_bound, "shared_bound"},
                                              {carried_time, "carried_time"},
                                              {unknown_base, "unknown_base"},
                                              {part, "part"},
                                              {tense, "tense"}};
};

/// The doubts of a statement: a set.
class Doubts {
 public:
  constexpr Doubts() = default;
  /// The set of the doubts given.
  constexpr Doubts(std::initializer_list<Doubt> doubts) {
    for (const Doubt doubt : doubts) add(doubt);
  }

  constexpr void add(Doubt doubt) noexcept { bits_ = static_cast<std::uint16_t>(bits_ | bit(doubt)); }  ///< puts one in
  /// Whether it is one of them.
  [[nodiscard]] constexpr bool contains(Doubt doubt) const noexcept { return (bits_ & bit(doubt)) != 0; }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }  ///< whether the statement has none
  /// Its members, in the order of the enumeration.
  [[nodiscard]] std::vector<Doubt> list() const;

  friend constexpr bool operator==(Doubts, Doubts) = default;

 private:
  [[nodiscard]] static constexpr unsigned bit(Doubt doubt) noexcept { return 1U << static_cast<unsigned>(doubt); }

  std::uint16_t bits_ = 0;
};

/// Where in the source text a number stands: bytes of its UTF-8 form, and the same in code points.
struct Span {
  std::int64_t begin = 0;            ///< first byte
  std::int64_t end = 0;              ///< behind the last byte
  std::int64_t codepoint_begin = 0;  ///< first code point
  std::int64_t codepoint_end = 0;    ///< behind the last code point
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Headings above a place in a report, from the outermost in: a constant list whose copies share their text, since
/// hundreds of statements stand under one heading.
class Headings {
 public:
  using value_type = std::string;                                   ///< a heading, in UTF-8
  using const_iterator = std::vector<std::string>::const_iterator;  ///< over the headings

  Headings() = default;
  /// From the outermost in.
  Headings(std::vector<std::string> titles);  // NOLINT(google-explicit-constructor)
  Headings(std::initializer_list<std::string> titles) : Headings(std::vector<std::string>(titles)) {}

  [[nodiscard]] const std::vector<std::string>& titles() const noexcept;            ///< all of them
  [[nodiscard]] const_iterator begin() const noexcept { return titles().begin(); }  ///< over `titles`
  [[nodiscard]] const_iterator end() const noexcept { return titles().end(); }      ///< over `titles`
  [[nodiscard]] std::size_t size() const noexcept { return titles().size(); }       ///< how many
  [[nodiscard]] bool empty() const noexcept { return titles().empty(); }            ///< whether there is none
  /// The outermost; there must be one.
  [[nodiscard]] const std::string& front() const noexcept { return titles().front(); }
  /// The innermost; there must be one.
  [[nodiscard]] const std::string& back() const noexcept { return titles().back(); }

  friend bool operator==(const Headings& a, const Headings& b) noexcept {
    return a.titles_ == b.titles_ || a.titles() == b.titles();
  }

 private:
  std::shared_ptr<const std::vector<std::string>> titles_;  ///< null for none
};

/// One assertion of a report: an indicator, what is said of it, for when, and where it stands in the text.
struct Statement {
  std::string indicator;                  ///< name as the report words it, ellipsis resolved
  std::string indicator_id = {};          ///< id in the catalogue; empty when the catalogue does not know it
  std::string name_en = {};               ///< English name
  Measure measure = Measure::level;       ///< what the number measures
  std::optional<Quantity> quantity = {};  ///< the figure; empty when the statement carries none
  Trend trend = Trend::none;              ///< what is promised instead of a figure
  Status status = Status::outcome;        ///< outcome, estimate or target
  Modality modality = Modality::firm;     ///< how firmly it is worded
  std::optional<std::int32_t> year =
      {};                        ///< calendar year the number refers to; none where that of the report is unknown
  Period period = Period::year;  ///< part of the year
  std::optional<std::int32_t> base_year = {};   ///< what growth or change is measured from; none where it is no year
  std::string area = {};                        ///< the part of the place that the figure is of: 经济开发区; empty: all
  std::string reference = {};                   ///< what a change is a difference to: 全省平均; empty: an earlier time
  std::optional<PriceBasis> stated_basis = {};  ///< the price basis, where the text says it: 实际增长, 名义增长
  std::string scope = {};                       ///< for ranks, among whom: 全省
  Headings section = {};                        ///< headings from the outermost in
  Span span = {};                               ///< place in the text
  Doubts doubts = {};                           ///< what a reader should check by hand

  /// The catalogue's entry, or nullptr.
  [[nodiscard]] const Indicator* catalogued() const;

  /// At whose prices the figure is stated: as the text says, else by the convention of official statistics: a GDP level
  /// is at current prices, its growth at constant ones. PriceBasis::none when the catalogue does not know the
  /// indicator.
  [[nodiscard]] PriceBasis price_basis() const;

  /// Which way is better, from the catalogue. Where it does not know the indicator, a target says it that is printed as
  /// a movement: `lower` for a fall, since plans let fall what shall, `higher` for a rise; everything else is `none`. A
  /// rank is better when lower.
  [[nodiscard]] Direction direction() const;

  /// Whether it is no growth or change, or one over the year before; not against another place, nor since 2018.
  [[nodiscard]] bool is_over_the_year() const noexcept;
  /// Whether the figure is of the whole place, for a whole year, and over the year. No other stands for such a one.
  [[nodiscard]] bool is_usual() const noexcept;

  /// The set of outcomes that meet this statement as a target, in the unit of `quantity`; see
  /// Quantity::target_interval.
  /// @throws DomainError  when the statement carries no number.
  [[nodiscard]] Interval target_interval() const;

  /// Whether a figure on the same indicator meets this statement as a target; see Quantity::is_met_by.
  /// @throws DomainError  when the statement carries no number. @throws UnitError  when the units differ in dimension.
  [[nodiscard]] Certainty is_met_by(const Quantity& outcome) const;

  friend bool operator==(const Statement&, const Statement&) = default;
};

/// Whether a period is less than a year: a month, a quarter, January to November. Averages and sums over years are not,
/// nor is the mean over the months of a year.
[[nodiscard]] bool is_part_of_year(Period period) noexcept;

namespace detail {
/// The year of a statement that a computation over time needs. @throws DomainError  when it is unknown.
[[nodiscard]] std::int32_t year_of(const Statement& statement);
}  // namespace detail

/// "地区生产总值 growth ≈7.0% (target 2024)".
[[nodiscard]] std::string to_string(const Statement& statement);
std::ostream& operator<<(std::ostream& out, const Statement& statement);

}  // namespace shengzhou_report

template <>
struct std::hash<shengzhou_report::Statement> {
  std::size_t operator()(const shengzhou_report::Statement& statement) const noexcept;
};

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/statement.ipp>
#endif
