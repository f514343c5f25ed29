#pragma once

// What a part of a document does, by the words of its heading or by those of its text.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// The years that a part speaks of; zeros where it does not say.
struct Horizon {
  int first = 0;
  int last = 0;
};

/// A word of a heading that says what the part does; the first that the heading holds decides.
struct RoleCue {
  std::u32string_view word;
  SectionRole role;
  std::string_view example;
};
inline constexpr RoleCue role_cues[] = {
    {U"回顾", SectionRole::review, "一、2023年工作回顾"},
    {U"工作总结", SectionRole::review, "一、上一年工作总结"},
    {U"完成情况", SectionRole::review, "一、去年计划完成情况"},
    {U"执行情况", SectionRole::review, "一、计划执行情况"},
    {U"落实情况", SectionRole::review, "一、去年任务落实情况"},
    {U"工作情况", SectionRole::review, "一、2023年工作情况"},
    {U"自身建设", SectionRole::government, "四、加强政府自身建设"},
    {U"政府建设", SectionRole::government, "五、建设人民满意的法治政府,推进政府建设"},
    {U"安排", SectionRole::plan, "二、2024年工作安排"},
    {U"任务", SectionRole::plan, "二、今年的主要任务"},
    {U"目标", SectionRole::plan, "二、今年的奋斗目标"},
    {U"总体要求", SectionRole::plan, "二、总体要求"},
    {U"思路", SectionRole::plan, "二、工作思路"},
    {U"打算", SectionRole::plan, "二、今年工作打算"},
    {U"部署", SectionRole::plan, "二、工作部署"},
    {U"建议", SectionRole::plan, "二、今年工作建议"},
    {U"工作重点", SectionRole::plan, "三、工作重点"},
    {U"重点工作", SectionRole::plan, "三、重点工作"},
    {U"设想", SectionRole::plan, "二、今年工作设想"},
    {U"主要考虑", SectionRole::plan, "二、主要考虑"},
    {U"意见", SectionRole::plan, "二、对今年工作的意见"},
    {U"过去", SectionRole::review, "一、过去的一年"},
    {U"五年来", SectionRole::review, "一、五年来的变化"},
    {U"成绩", SectionRole::review, "一、主要成绩"},
    {U"成就", SectionRole::review, "一、发展成就"},
};

struct TitleRole {
  SectionRole role = SectionRole::none;
  Horizon horizon;
  const char* rule = "";
};

/// What a heading says, read in a document that plans the year `plan` (zero for unknown).
[[nodiscard]] inline TitleRole role_of_title(const Characters& characters, std::size_t begin, std::size_t end,
                                             int plan) {
  const View title = characters.text().substr(begin, end - begin);
  TitleRole result;
  const bool cued = find_any<role_cues>(title) != View::npos;  // most titles hold none
  for (const RoleCue& cue : role_cues) {
    if (!cued || !contains(title, cue.word)) continue;
    result.role = cue.role;
    result.rule = "word of the heading";
    break;
  }
  std::vector<Time> times;
  Times(characters, true).read(begin, end, {.current = plan}, times);
  const Time* own = nullptr;   // the year that is planned, or looked back on
  const Time* span = nullptr;  // several years
  for (const Time& time : times) {
    const bool several = time.last > time.first;
    // 关于去年和今年前四个月的工作 looks back.
    if (!several && own != nullptr && own->last < time.last && plan != 0 && own->last < plan &&
        result.role == SectionRole::none)
      continue;
    (several ? span : own) = &time;
  }
  if (own == nullptr && span == nullptr) return result;
  const bool says = result.role == SectionRole::review || result.role == SectionRole::government;
  if (says) {
    if (result.role == SectionRole::review) {
      const Time& time = own != nullptr && own->last < plan ? *own : span != nullptr ? *span : *own;
      if (time.last < plan || plan == 0) result.horizon = {time.first, time.last};
    }
    return result;
  }
  if (own != nullptr && plan != 0) {
    result.rule = "year in the heading";
    if (own->last < plan) {
      // 完成2023年任务 looks back, 二〇三五年远景目标 ahead.
      if (span == nullptr || span->last < plan)
        result.role = SectionRole::review, result.horizon = {own->first, own->last};
    } else if (own->last == plan) {
      result.role = SectionRole::plan;
      result.horizon = {own->last, own->last};
    } else {
      result.role = SectionRole::outlook;
      result.horizon = {plan, own->last};
    }
    if (result.role != SectionRole::none) return result;
  }
  if (span != nullptr && plan != 0) {
    result.rule = "years in the heading";
    if (span->last < plan) {
      result.role = SectionRole::review;
    } else if (result.role == SectionRole::plan || span->first >= plan) {
      result.role = SectionRole::outlook;
    }
    if (result.role != SectionRole::none) result.horizon = {span->first, span->last};
  }
  return result;
}

/// How much more the words of a text look ahead than back: the sum of the logarithms of how much oftener each stands in
/// plans than in reviews.
[[nodiscard]] inline int outlook_score(View text) {
  int score = 0;
  for (std::size_t i = 0; i < text.size();) {
    const data::TenseMarker* marker = prefix_row<data::tense_markers>(text.substr(i));
    if (marker == nullptr) {
      ++i;
      continue;
    }
    score += marker->weight;
    i += marker->word.size();
  }
  return score;
}

/// A sentence at the head of a paragraph at which a text turns from what was to what shall be.
[[nodiscard]] inline bool turns(View paragraph) {
  constexpr std::size_t looked_at = 60;
  return find_any<data::plan_turns>(paragraph.substr(0, looked_at)) != View::npos;
}

}  // namespace shengzhou_report::detail::parser
