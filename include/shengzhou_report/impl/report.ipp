#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <ostream>
#include <set>
#include <unordered_set>
#include <utility>

#include <shengzhou_report/data/shengzhou_2024.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report {

namespace detail {

/// Answers whether a statement is on the indicator that the user named.
class IndicatorMatch {
 public:
  explicit IndicatorMatch(std::string_view name)
      : wanted_(with_one_share_word(comparable_name(name))), known_(try_find_indicator(name)) {}

  [[nodiscard]] bool operator()(const Statement& statement) const {
    if (known_ != nullptr && statement.indicator_id == known_->id) return true;
    // An unknown English name is empty, and nothing is called "".
    if (wanted_.empty()) return false;
    return with_one_share_word(comparable_name(statement.indicator)) == wanted_ ||
           comparable_name(statement.name_en) == wanted_;
  }

 private:
  std::u32string wanted_;
  const Indicator* known_;
};

[[nodiscard]] inline std::string describe(const Filter& filter) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (filter.indicator) add(detail::in_quotes(*filter.indicator));
  if (filter.measure) add(std::string("measure ") + to_string(*filter.measure));
  for (const Status status : filter.status) add(std::string("status ") + to_string(status));
  if (filter.unit) add("unit " + detail::in_quotes(filter.unit->symbol()));
  if (filter.section) add("section " + detail::in_quotes(*filter.section));
  if (filter.modality) add(std::string("modality ") + to_string(*filter.modality));
  if (filter.bound) add(std::string("bound ") + to_string(*filter.bound));
  if (filter.year) add("year " + std::to_string(*filter.year));
  if (filter.period) add(std::string("period ") + to_string(*filter.period));
  if (filter.area) add(filter.area->empty() ? "the whole area" : "area " + detail::in_quotes(*filter.area));
  if (filter.base_year) add("base year " + std::to_string(*filter.base_year));
  if (filter.reference) add("reference " + detail::in_quotes(*filter.reference));
  return text.empty() ? "no condition" : text;
}

/// Whether a statement may answer a question that does not name its area, base or period: a part is not the whole,
/// growth since 2018 none over the year, a sum of five years none of one.
[[nodiscard]] inline bool may_stand(const Statement& statement, const Filter& filter) {
  return (filter.area || statement.area.empty()) &&
         (filter.base_year || filter.reference || statement.is_over_the_year()) &&
         (filter.period || filter.base_year || statement.period != Period::cumulative);
}

}  // namespace detail

SHENGZHOU_REPORT_INLINE Report::Report(ReportInfo info, std::vector<Statement> statements, std::vector<Skipped> skipped,
                                       std::vector<Commitment> commitments, std::shared_ptr<const std::string> text)
    : info_(std::move(info)),
      statements_(std::move(statements)),
      skipped_(std::move(skipped)),
      commitments_(std::move(commitments)),
      text_(std::move(text)) {}

SHENGZHOU_REPORT_INLINE std::string_view Report::text_of(const Section& section) const {
  if (text_ == nullptr) throw LookupError("this report was not read from a text, so it has none for a section");
  const auto [begin, end, first, last] = section.span;
  if (begin < 0 || end < begin || static_cast<std::size_t>(end) > text_->size() || begin == end)
    throw LookupError("the section is none of this report's text");
  return std::string_view(*text_).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

SHENGZHOU_REPORT_INLINE const Statement& Report::operator[](std::int64_t index) const {
  if (index < 0 || index >= size()) {
    throw LookupError("statement " + std::to_string(index) + " of a report with " + std::to_string(size()));
  }
  return statements_[static_cast<std::size_t>(index)];
}

SHENGZHOU_REPORT_INLINE Report Report::filter(const Filter& filter) const {
  std::optional<detail::IndicatorMatch> on_indicator;
  if (filter.indicator) on_indicator.emplace(*filter.indicator);
  std::u32string section = filter.section ? detail::comparable_name(*filter.section) : U"";
  // A section may be named in English: then its Chinese path decides.
  std::vector<Headings> paths;
  for (const Section& candidate : info_.sections) {
    if (!section.empty() && detail::comparable_name(candidate.title_en) == section) paths.push_back(candidate.path);
  }
  const auto in_section = [&](const Statement& statement) {
    const auto& own = statement.section;
    const auto below = [&](const auto& path) {
      return path.size() <= own.size() && std::equal(path.begin(), path.end(), own.begin());
    };
    return std::any_of(own.begin(), own.end(),
                       [&](const auto& title) { return detail::comparable_name(title) == section; }) ||
           std::any_of(paths.begin(), paths.end(), below);
  };
  const auto meets = [&](const Statement& s) {
    return (!on_indicator || (*on_indicator)(s)) && (!filter.measure || s.measure == *filter.measure) &&
           (filter.status.empty() ||
            std::find(filter.status.begin(), filter.status.end(), s.status) != filter.status.end()) &&
           (!filter.unit || (s.quantity && s.quantity->unit() == *filter.unit)) && (!filter.section || in_section(s)) &&
           (!filter.within || (s.span.begin >= filter.within->begin && s.span.end <= filter.within->end)) &&
           (!filter.modality || s.modality == *filter.modality) &&
           (!filter.bound || (s.quantity && s.quantity->bound() == *filter.bound)) &&
           (!filter.year || s.year == *filter.year) && (!filter.period || s.period == *filter.period) &&
           (!filter.area || s.area == *filter.area) && (!filter.base_year || s.base_year == *filter.base_year) &&
           (!filter.reference || s.reference == *filter.reference);
  };
  std::vector<Statement> kept;
  std::copy_if(statements_.begin(), statements_.end(), std::back_inserter(kept), meets);
  return {info_, std::move(kept), {}, {}, text_};
}

SHENGZHOU_REPORT_INLINE Report Report::outcomes() const {
  return filter({.status = {Status::outcome, Status::estimate}});
}

SHENGZHOU_REPORT_INLINE Report Report::targets() const { return filter({.status = {Status::target}}); }

SHENGZHOU_REPORT_INLINE bool Report::contains(std::string_view indicator) const {
  return std::any_of(begin(), end(), detail::IndicatorMatch(indicator));
}

SHENGZHOU_REPORT_INLINE Report Report::select(std::string_view indicator) const {
  Report found = filter({.indicator = std::string(indicator)});
  if (!found.empty()) return found;
  std::vector<std::string> names;
  for (const Statement& statement : statements_) {
    names.push_back(statement.indicator);
    names.push_back(statement.name_en);
  }
  throw LookupError("this report says nothing of " + detail::in_quotes(indicator) +
                    detail::did_you_mean(detail::similar_names(indicator, names, 3)));
}

SHENGZHOU_REPORT_INLINE const Statement& Report::at(const Filter& filter) const {
  const Report found = this->filter(filter);
  if (found.empty() && filter.indicator && !contains(*filter.indicator)) (void)select(*filter.indicator);
  std::vector<const Statement*> like;
  for (const Statement& statement : found) {
    if (detail::may_stand(statement, filter)) like.push_back(&statement);
  }
  if (!found.empty() && like.empty())
    throw LookupError("none of " + std::to_string(found.size()) + " statements that meet " + detail::describe(filter) +
                      " is of the whole place and over one year; there is " + to_string(found[0]) +
                      ": name the area, base_year, reference or period that is meant");
  const auto of_a_year = [](const Statement* statement) { return statement->period == Period::year; };
  if (like.size() > 1 && !filter.period && std::any_of(like.begin(), like.end(), of_a_year))
    std::erase_if(like, std::not_fn(of_a_year));
  if (like.size() != 1) {
    throw LookupError(std::to_string(found.size()) + " statements meet " + detail::describe(filter) +
                      (found.empty() ? "" : "; narrow it by measure, status, year, period, unit or section"));
  }
  return *std::find(begin(), end(), *like.front());
}

SHENGZHOU_REPORT_INLINE std::vector<std::string> Report::indicators() const {
  std::vector<std::string> names;
  std::unordered_set<std::string_view> seen;
  for (const Statement& statement : statements_) {
    if (seen.insert(statement.indicator).second) names.push_back(statement.indicator);
  }
  return names;
}

SHENGZHOU_REPORT_INLINE std::vector<std::int32_t> Report::years() const {
  std::set<std::int32_t> years;
  for (const Statement& statement : statements_) {
    if (statement.year) years.insert(*statement.year);
  }
  return {years.begin(), years.end()};
}

SHENGZHOU_REPORT_INLINE Report Report::merged(const Report& other) const {
  if (info_.place && other.info_.place && info_.place != other.info_.place) {
    throw DomainError("reports of two places do not merge: " + detail::in_quotes(*info_.place) + " and " +
                      detail::in_quotes(*other.info_.place));
  }
  const bool newer = other.info_.year > info_.year;
  ReportInfo info = newer ? other.info_ : info_;
  for (const Section& section : (newer ? info_ : other.info_).sections) {
    if (std::find(info.sections.begin(), info.sections.end(), section) == info.sections.end()) {
      info.sections.push_back(section);
    }
  }
  std::vector<Statement> united = statements_;
  const std::unordered_set<Statement> mine(statements_.begin(), statements_.end());
  std::copy_if(other.begin(), other.end(), std::back_inserter(united),
               [&](const Statement& statement) { return !mine.contains(statement); });
  return {std::move(info), std::move(united)};
}

SHENGZHOU_REPORT_INLINE const Report& shengzhou_2024() {
  static const Report report = [] {
    const auto path_of = [](std::int8_t index) {
      std::vector<std::string> path;
      for (; index >= 0; index = data::shengzhou_2024_sections[index].parent) {
        path.emplace(path.begin(), data::shengzhou_2024_sections[index].title);
      }
      return path;
    };
    const auto over_the_year = [](const data::StatementRow& row) {
      return row.period == Period::year && (row.measure == Measure::growth || row.measure == Measure::change);
    };
    ReportInfo info{.title = "2024年嵊州市政府工作报告",
                    .place = "嵊州市",
                    .place_en = "Shengzhou",
                    .ref_area = "330683",
                    .year = 2024};
    for (std::size_t i = 0; i < std::size(data::shengzhou_2024_sections); ++i) {
      info.sections.push_back(
          {path_of(static_cast<std::int8_t>(i)), std::string(data::shengzhou_2024_sections[i].title_en)});
    }
    std::vector<Statement> statements;
    for (const data::StatementRow& row : data::shengzhou_2024_statements) {
      const Indicator* known = try_find_indicator(row.indicator);
      std::optional<Quantity> quantity;
      if (!row.value.empty()) {
        const Decimal value = Decimal::parse(row.value);
        quantity.emplace(value, Unit(row.unit), QuantityOptions{.bound = row.bound, .step = printed_step(value)});
      }
      statements.push_back({.indicator = std::string(row.indicator),
                            .indicator_id = std::string(known != nullptr ? known->id : ""),
                            .name_en = std::string(row.name_en),
                            .measure = row.measure,
                            .quantity = std::move(quantity),
                            .trend = row.trend,
                            .status = row.status,
                            .modality = row.modality,
                            .year = row.year,
                            .period = row.period,
                            .base_year = over_the_year(row) ? std::optional(row.year - 1) : std::nullopt,
                            .scope = std::string(row.scope),
                            .section = info.sections[row.section].path,
                            .span = {row.byte_start, row.byte_end, row.start, row.end}});
    }
    return Report(std::move(info), std::move(statements));
  }();
  return report;
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Report& report) {
  const std::int64_t targets = report.targets().size();
  const ReportInfo& info = report.info();
  return info.place.value_or("unknown place") + " " + (info.year ? std::to_string(*info.year) : "unknown year") + ": " +
         std::to_string(report.size()) + " statements (" + std::to_string(report.size() - targets) + " outcomes, " +
         std::to_string(targets) + " targets)";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Report& report) {
  return out << to_string(report);
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Report>::operator()(
    const shengzhou_report::Report& report) const noexcept {
  namespace sr = shengzhou_report;
  std::size_t seed = std::hash<std::string>{}(report.info().title);
  for (const auto& statement : report) seed = sr::detail::hash_combine(seed, std::hash<sr::Statement>{}(statement));
  return seed;
}
