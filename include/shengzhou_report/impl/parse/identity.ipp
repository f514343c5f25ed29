#pragma once

// A room: identity. What kind of document is this, whose, and of which year; each from several pieces of evidence. From
// place and year follows the code of the place.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/area.ipp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/place.ipp>
#include <shengzhou_report/impl/parse/year.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

struct Identity {
  DocumentKind kind = DocumentKind::other;
  std::optional<std::string> place;
  std::optional<int> year;  ///< the year that the plan is for; of a communique the year it reviews; of a plan outline
                            ///< its first year
  std::optional<std::string> ref_area;  ///< code of the place in that year
  bool eve = false;  ///< it was spoken in the year before the one that it plans, and its 今年 is that
  std::vector<Evidence> evidence;
};

/// What kind of document a title names.
struct KindRule {
  std::string_view name;
  DocumentKind kind;
  std::u32string_view word;
  std::string_view example;
};
inline constexpr KindRule kind_rules[] = {
    {"title of a communique", DocumentKind::communique, U"统计公报", "甲市2019年国民经济和社会发展统计公报"},
    {"title of results", DocumentKind::communique, U"执行结果的公报", "关于一九七八年国民经济计划执行结果的公报"},
    {"title of a report", DocumentKind::work_report, U"工作报告", "2024年甲县政府工作报告"},
    {"title of a speech", DocumentKind::work_report, U"的报告", "关于甲市第十一个五年规划纲要(草案)的报告"},
    {"title of a plan outline", DocumentKind::plan, U"规划纲要", "甲市国民经济和社会发展第十四个五年规划纲要"},
    {"title of an outline", DocumentKind::plan, U"计划纲要", "甲省第十个五年计划纲要"},
    {"title of goals", DocumentKind::plan, U"目标纲要", "甲省“十四五”规划和二〇三五年远景目标纲要"},
    {"title of a five-year plan", DocumentKind::plan, U"五年计划", "发展国民经济的第一个五年计划"},
    {"title of a five-year programme", DocumentKind::plan, U"五年规划", "甲县第十四个五年规划"},
    {"salutation", DocumentKind::work_report, U"各位代表", "各位代表:现在,我代表县人民政府向大会报告工作"},
};

/// The code of the place in the year; of several divisions with its name the one that the document is of.
inline void find_area(const Head& head, Identity& result, const Characters& characters) {
  if (!result.place || !result.year || *result.place == utf8(data::nation)) return;
  const std::vector<NamedArea> areas = areas_named(*result.place, *result.year);
  if (areas.empty()) return;
  for (const AreaRule& rule : area_rules) {
    const AreaFound found = rule.find(head, areas);
    if (found.index == areas.size()) continue;
    result.ref_area = areas[found.index].code;
    const Span span = found.where ? characters.span(found.where.begin, found.where.end) : Span{};
    result.evidence.push_back({"ref_area", std::string(rule.name), *result.ref_area, span});
    return;
  }
  std::string codes;
  for (const NamedArea& area : areas) codes += (codes.empty() ? "" : " ") + area.code;
  result.evidence.push_back({"ref_area", std::string(several_areas), std::move(codes), {}});
}

/// What the user says of the document, and what it says itself.
[[nodiscard]] inline Identity identify(const Characters& characters, const Page& page, const ParseOptions& options) {
  const View text = characters.text();
  const Head head(text, page);
  Identity result;
  const auto given = [&](const char* about, std::string value) {
    result.evidence.push_back({about, "given", std::move(value), {}});
  };
  const auto found = [&](const char* about, std::string_view rule, std::string value, const Found& where) {
    result.evidence.push_back({about, std::string(rule), std::move(value), characters.span(where.begin, where.end)});
  };

  if (options.kind) {
    result.kind = *options.kind;
    given("kind", to_string(*options.kind));
  }
  for (const View line : head.lines) {
    for (const KindRule& rule : kind_rules) {
      const Found where = head.find(line, rule.word);
      if (!where || (rule.kind == DocumentKind::plan && find_any<data::speech_words>(line) != View::npos)) continue;
      if (result.evidence.empty()) result.kind = rule.kind;
      found("kind", rule.name, to_string(rule.kind), where);
      break;
    }
    if (!result.evidence.empty() && result.evidence.back().rule != "given") break;
  }

  if (options.place) {
    result.place = *options.place;
    given("place", *options.place);
  }
  for (const PlaceRule& rule : place_rules) {
    if (rule.last_resort && result.place) continue;
    const Found where = rule.find(head);
    if (!where) continue;
    std::string place = place_name(text.substr(where.begin, where.end - where.begin));
    if (place.empty()) continue;
    if (!result.place) result.place = place;
    found("place", rule.name, std::move(place), where);
  }

  if (options.year) {
    result.year = *options.year;
    given("year", std::to_string(*options.year));
  }
  for (const YearRule& rule : year_rules) {
    if (rule.kind != result.kind && !(result.kind == DocumentKind::other && rule.kind == DocumentKind::work_report))
      continue;
    if (rule.last_resort && result.year) continue;
    const YearFound year = rule.find(head);
    if (year.year == 0) continue;
    if (!result.year) result.year = year.year;
    found("year", rule.name, std::to_string(year.year), year.where);
  }
  if (options.ref_area) {
    result.ref_area = options.ref_area;
  } else {
    find_area(head, result, characters);
  }
  result.eve = result.kind == DocumentKind::work_report && result.year && year_rule::eve(head, *result.year);
  return result;
}

}  // namespace shengzhou_report::detail::parser
