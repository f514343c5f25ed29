#pragma once

// The forms in which headings are numbered.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <shengzhou_report/impl/parse/dates.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// How a heading is numbered, from the usual outermost form in.
enum class Form : std::uint8_t { bare, part, chapter, section, comma, bracket, ordinal, dot, round, count };

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
      const std::size_t digit = digit_characters.find(c);
      if (digit == View::npos || digit == 0) break;
      number = number >= 10 ? number + static_cast<int>(digit) : static_cast<int>(digit);
    }
  }
  return number;
}

/// The rule whose form the line begins with, or nullptr; `title` gets where what is numbered begins.
[[nodiscard]] constexpr const FormRule* form_of(View line, int& number, std::size_t& title) noexcept {
  // Most lines begin with none of these.
  if (line.empty() || !(is_digit(line[0]) || is_any(line[0], U"第(一二三四五六七八九十"sv))) return nullptr;
  for (const FormRule& rule : form_rules) {
    if (!begins(line, rule.before)) continue;
    std::size_t i = rule.before.size();
    number = heading_number(line, i, rule.chinese);
    if (number == 0) continue;
    if (rule.behind != U" "sv) {
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

}  // namespace shengzhou_report::detail::parser
