#pragma once

// What the columns of a table of indicators hold, as their headers say it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/data/table_words.hpp>
#include <shengzhou_report/impl/parse/dates.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

enum class ColumnRole : std::uint8_t {
  name,    ///< what is measured
  unit,    ///< its unit
  mark,    ///< the number of the row
  text,    ///< words
  index,   ///< per cent of an earlier year
  yearly,  ///< mean growth of several years
  growth,  ///< growth over the year before
  share,   ///< part of a whole
  sum,     ///< over several years
  level    ///< the indicator itself
};
[[nodiscard]] constexpr bool holds_figures(ColumnRole role) noexcept { return role >= ColumnRole::index; }

/// A text of a cell as one compares it: without spaces, breaks and marks of a note.
[[nodiscard]] inline std::u32string plain_cell(View cell) {
  std::u32string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (begins(cell.substr(i), data::line_break)) {
      i += data::line_break.size() - 1;
    } else if (!is_space(cell[i]) && cell[i] != U'*' && cell[i] != U'\\') {
      out.push_back(cell[i]);
    }
  }
  return out;
}

template <const auto& words>
[[nodiscard]] bool is_one_of(View text) {
  return std::any_of(std::begin(words), std::end(words), [&](View word) { return word == text; });
}
template <const auto& words>
[[nodiscard]] bool says_one_of(View text) {
  return find_any<words>(text) != View::npos;
}

/// What a column holds: the first rule that its header meets.
struct ColumnRule {
  std::string_view name;
  ColumnRole role;
  bool (*is)(View header);
  std::string_view example;
};
inline constexpr ColumnRule column_rules[] = {
    {"names", ColumnRole::name, is_one_of<data::name_headers>, "产品名称"},
    {"units", ColumnRole::unit, is_one_of<data::unit_headers>, "计量单位"},
    {"numbers of rows", ColumnRole::mark, is_one_of<data::number_headers>, "序号"},
    {"words", ColumnRole::text, says_one_of<data::text_header_words>, "指标属性"},
    {"per cent of a year", ColumnRole::index, says_one_of<data::index_header_words>, "1957年为1952年的百分比"},
    {"yearly growth", ColumnRole::yearly, says_one_of<data::yearly_header_words>, "年均增长"},
    {"growth", ColumnRole::growth, says_one_of<data::growth_header_words>, "比上年增长"},
    {"shares", ColumnRole::share, says_one_of<data::share_header_words>, "比重"},
    {"sums", ColumnRole::sum, says_one_of<data::sum_header_words>, "五年累计"},
    {"levels", ColumnRole::level, [](View header) { return !header.empty(); }, "2016年"},
};

/// The years that a text names with four digits, in its order; 表12024年 names 2024.
[[nodiscard]] inline std::vector<int> years_in(View text, bool before_its_word) {
  constexpr std::size_t width = 4;
  std::vector<int> years;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t stop = i;
    while (stop < text.size() && is_digit(text[stop])) ++stop;
    const bool named = at(text, stop) == U'年';
    if ((stop - i == width && (named || !before_its_word)) || (stop - i > width && named)) {
      if (const int year = year_digits(text, stop - width); year != 0) years.push_back(year);
    }
    i = stop;
  }
  return years;
}

/// What a caption or a header says of time: plan 'p', estimate 'e', result 'r', nothing 0.
[[nodiscard]] inline char status_said(View text) {
  for (const data::StatusWord& row : data::header_status_words) {
    if (contains(text, row.word)) return row.says;
  }
  return 0;
}

struct Column {
  ColumnRole role = ColumnRole::text;
  std::u32string unit;  ///< empty for none
  std::u32string noun;  ///< what it adds to the names of the rows
  std::vector<int> years;
  char status = 0;  ///< as status_said
  bool last_year = false;
  bool count = false;     ///< its header is 数量
  bool amount = false;    ///< its header is 金额
  bool shadow = false;    ///< it has no header of its own: a merged one covers it
  std::size_t names = 0;  ///< the column of the names
  std::size_t level = 0;  ///< of growth and indices: the column of the levels, else its own

  /// 1998-2002.
  [[nodiscard]] bool spans() const noexcept { return years.size() == 2 && years[0] < years[1]; }
  [[nodiscard]] int year() const noexcept {
    return years.empty() ? 0 : role == ColumnRole::index ? years.front() : years.back();
  }
};

/// The unit that a text is, or that stands in its last brackets (亿元), behind 单位:, or a per cent in it; what it
/// stands in is taken out. Empty for none.
[[nodiscard]] inline std::u32string take_unit(std::u32string& text, const Units& units) {
  const auto whole = [&](View word) {
    std::size_t magnitude = 0;
    if (begins(word, data::unit_label)) word.remove_prefix(data::unit_label.size());
    if (!word.empty() && word.front() == U':') word.remove_prefix(1);
    return !word.empty() && units.match(word, magnitude) == word.size() ? word : View();
  };
  const std::size_t open = text.rfind(U'(');
  if (open != View::npos) {
    const std::size_t close = std::min(text.find(U')', open), text.size());
    if (const View unit = whole(View(text).substr(open + 1, close - open - 1)); !unit.empty()) {
      std::u32string found(unit);
      text.erase(open, close - open + 1);
      return found;
    }
  }
  if (!text.empty() && text.back() == U'%') {
    text.pop_back();
    return U"%";
  }
  return {};
}

/// What a header adds to the name of a row: 投资额 of 2024年投资额(亿元), nothing of 2024年目标.
[[nodiscard]] inline std::u32string noun_of(View header) {
  for (bool again = true; again && !header.empty();) {
    again = false;
    while (!header.empty() && (is_digit(header.front()) || is_any(header.front(), data::time_dashes))) {
      header.remove_prefix(1);
      again = true;
    }
    if (is_one_of<data::plain_headers>(header)) return {};
    if (!prefix_of<data::no_header_starts>(header).empty()) break;
    for (const View word : data::header_starts) {
      if (!begins(header, word)) continue;
      header.remove_prefix(word.size());
      again = true;
      break;
    }
  }
  const bool plain = is_one_of<data::plain_headers>(header) || !std::all_of(header.begin(), header.end(), is_han);
  return plain ? std::u32string() : std::u32string(header);
}

/// Reads a header.
[[nodiscard]] inline Column column_of(View cell, const Units& units) {
  Column column;
  std::u32string header = plain_cell(cell);
  column.shadow = header.empty();
  column.unit = take_unit(header, units);
  // What else stands in brackets says more of the same: 投资额(不含农户).
  if (const std::size_t open = header.find(U'('); open != View::npos && open > 0) header.resize(open);
  for (const ColumnRule& rule : column_rules) {
    if (!rule.is(header)) continue;
    column.role = rule.role;
    break;
  }
  column.years = years_in(header, false);
  column.status = status_said(header);
  column.last_year = !prefix_of<data::last_year_headers>(header).empty();
  column.count = is_one_of<data::count_headers>(header);
  column.amount = is_one_of<data::amount_headers>(header);
  if (column.role == ColumnRole::level && column.spans()) column.role = ColumnRole::sum;
  if (column.role == ColumnRole::level || column.role == ColumnRole::share) column.noun = noun_of(header);
  const bool relative = column.role == ColumnRole::index || column.role == ColumnRole::yearly ||
                        column.role == ColumnRole::growth || column.role == ColumnRole::share;
  if (relative && column.unit.empty()) column.unit = U"%";
  return column;
}

}  // namespace shengzhou_report::detail::parser
