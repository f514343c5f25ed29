#pragma once

// Which lines are headings, and how they nest.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// How a heading is numbered, from the usual outermost form in.
enum class Form : std::uint8_t { bare, part, chapter, section, comma, bracket, ordinal, dot, round, count };

struct Heading {
  std::size_t line = 0;  ///< index of its line
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its title
  Form form = Form::bare;
  int number = 0;
  int level = 1;
};

/// A form of numbering: what stands before the number, which digits, what behind it.
struct FormRule {
  Form form;
  std::u32string_view before;
  bool chinese;  ///< 一二三, else 123
  std::u32string_view behind;
  std::string_view example;
};
inline constexpr FormRule form_rules[] = {
    {Form::part, U"第", true, U"部分", "第一部分 2025年工作回顾"},
    {Form::part, U"第", true, U"篇", "第一篇 指导方针"},
    {Form::chapter, U"第", true, U"章", "第二章 发展目标"},
    {Form::section, U"第", true, U"节", "第三节 优化布局"},
    {Form::bracket, U"(", true, U")", "(一)产业升级步伐加快"},
    {Form::ordinal, U"第", true, U",", "第一,抓好粮食生产"},
    {Form::ordinal, U"第", true, U"、", "第二、抓好工业"},
    {Form::comma, U"", true, U"、", "一、2023年工作回顾"},
    {Form::comma, U"", true, U".", "二.2024年重点工作"},
    {Form::comma, U"", true, U" ", "三 政府自身建设"},
    {Form::round, U"(", false, U")", "(1)实施饮水工程"},
    {Form::dot, U"", false, U".", "1.推进工业强县"},
    {Form::dot, U"", false, U"、", "2、改善出行条件"},
};

/// Reads the number that a heading begins with; `i` moves behind it; zero for none.
[[nodiscard]] constexpr int heading_number(View line, std::size_t& i, bool chinese) noexcept {
  constexpr View digits = U"零一二三四五六七八九";
  constexpr std::size_t longest = 3;
  int number = 0;
  const std::size_t begin = i;
  for (; i < line.size() && i - begin < longest; ++i) {
    const char32_t c = line[i];
    if (!chinese) {
      if (!is_digit(c)) break;
      number = number * 10 + static_cast<int>(c - U'0');
    } else if (c == U'十') {
      number = number == 0 ? 10 : number * 10;
    } else {
      std::size_t digit = 1;
      while (digit < digits.size() && digits[digit] != c) ++digit;
      if (digit == digits.size()) break;
      number = number >= 10 ? number + static_cast<int>(digit) : static_cast<int>(digit);
    }
  }
  return number;
}

/// The rule whose form the line begins with, or nullptr; `title` gets where what is numbered begins.
[[nodiscard]] constexpr const FormRule* form_of(View line, int& number, std::size_t& title) noexcept {
  // Most lines begin with none of these.
  if (line.empty() || !(is_digit(line[0]) || is_any(line[0], U"第(一二三四五六七八九十"))) return nullptr;
  for (const FormRule& rule : form_rules) {
    if (!begins(line, rule.before)) continue;
    std::size_t i = rule.before.size();
    number = heading_number(line, i, rule.chinese);
    if (number == 0) continue;
    if (rule.behind != U" ") {
      while (i < line.size() && is_space(line[i])) ++i;
    }
    if (!begins(line.substr(i), rule.behind)) continue;
    title = i + rule.behind.size();
    // 1.5亿元 and 12.3 are figures.
    if (!rule.chinese && is_digit(at(line, title))) continue;
    while (title < line.size() && is_space(line[title])) ++title;
    return &rule;
  }
  return nullptr;
}

/// Where the title of a numbered line ends: its first full stop, or a gap before the text run into it.
[[nodiscard]] inline std::size_t title_stop(View line, std::size_t title) {
  constexpr std::size_t longest_title = 40;
  std::size_t stop = title;
  std::size_t gap = 0;
  while (stop < line.size() && line[stop] != U'。' && stop < longest_title) {
    if (is_space(line[stop]) && gap == 0 && stop > title + 5) gap = stop;
    ++stop;
  }
  // 一、2006年工作回顾 2006年,在…: the text goes on behind a space.
  if (gap > 0 && line.size() > 2 * longest_title && stop == longest_title) return gap;
  return stop;
}

/// A line without a number that heads a part: 2013年工作回顾, 过去五年工作回顾, 政府自身建设.
[[nodiscard]] inline bool bare_heading(View line) {
  constexpr std::size_t longest = 30;
  if (line.size() < 4 || line.size() > longest || is_any(line.back(), data::line_ends)) return false;
  if (find_any<data::bare_heading_words>(line) == View::npos) return false;
  return find_any<data::no_heading_words>(line) == View::npos;
}

/// The headings of a document in its order, with the level at which each nests in the others.
[[nodiscard]] inline std::vector<Heading> headings_of(View text, const Page& page) {
  // Beyond this there is no outline, but a text of headings.
  constexpr std::size_t most = 10000;
  std::vector<Heading> result;
  std::array<int, static_cast<std::size_t>(Form::count)> starts{};
  std::array<bool, static_cast<std::size_t>(Form::count)> there{};
  for (std::size_t i = 0; i < page.lines.size() && result.size() < most; ++i) {
    const Line& line = page.lines[i];
    if (line.begin < page.body_begin || line.begin >= page.body_end || line.kind != LineKind::paragraph) continue;
    const View here = text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 100));
    Heading heading{.line = i, .begin = line.begin};
    std::size_t title = 0;
    if (const FormRule* rule = form_of(here, heading.number, title)) {
      heading.form = rule->form;
      heading.end = line.begin + title_stop(here, title);
      // The numeral alone: its title is the next line.
      if (title >= here.size() && i + 1 < page.lines.size() && page.lines[i + 1].end - page.lines[i + 1].begin <= 40) {
        heading.end = page.lines[i + 1].end;
        ++i;
      }
    } else if (bare_heading(here)) {
      heading.end = line.end;
    } else {
      continue;
    }
    const auto form = static_cast<std::size_t>(heading.form);
    there[form] = true;
    starts[form] += static_cast<int>(heading.number <= 1);
    result.push_back(heading);
  }
  // A form that begins anew more often stands inside the other.
  std::vector<std::size_t> order;
  for (std::size_t form = 0; form < there.size(); ++form) {
    if (there[form]) order.push_back(form);
  }
  starts[static_cast<std::size_t>(Form::bare)] = 0;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    // Lists in digits are never the outermost.
    const auto inner = [](std::size_t form) { return form >= static_cast<std::size_t>(Form::ordinal); };
    return inner(a) != inner(b) ? inner(b) : starts[a] < starts[b];
  });
  for (Heading& heading : result) {
    const auto found = std::find(order.begin(), order.end(), static_cast<std::size_t>(heading.form));
    heading.level = static_cast<int>(found - order.begin()) + 1;
  }
  return result;
}

}  // namespace shengzhou_report::detail::parser
