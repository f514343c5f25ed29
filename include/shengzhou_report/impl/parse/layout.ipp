#pragma once

// A room: layout. The lines of the text, what kind each is, and where the document lies within the page around it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/forms.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

enum class LineKind : std::uint8_t {
  paragraph,
  table_row,
  chrome  ///< of the page around the document: navigation, source, comments
};

/// A line that is not blank, without the spaces around it.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  LineKind kind = LineKind::paragraph;
  bool broken = false;  ///< its sentence, or its figure, goes on in the next line
};

struct Page {
  std::vector<Line> lines;  ///< in the order of the text, blank ones left out
  std::size_t body_begin = 0;
  std::size_t body_end = 0;
  std::size_t title_begin = 0;  ///< the line that names the document; empty where none does
  std::size_t title_end = 0;
};

/// What kind of line begins so, or holds such marks.
[[nodiscard]] inline LineKind kind_of_line(View line) {
  if (!prefix_of<data::chrome_starts>(line).empty()) return LineKind::chrome;
  // The first cell of a row may be padded to the width of a column.
  const bool row = line.front() == U'|';
  const std::size_t looked_at = row ? 240 : 60;
  const View head = line.substr(0, looked_at);
  const auto bars = std::count(head.begin(), head.end(), U'|') + std::count(head.begin(), head.end(), U'\t');
  return bars >= 2 ? LineKind::table_row : LineKind::paragraph;
}

/// Whether a line of text ends within a sentence.
[[nodiscard]] inline bool ends_open(View text, const Line& line) {
  constexpr std::size_t shortest = 16;
  return line.kind == LineKind::paragraph && line.end - line.begin >= shortest &&
         !is_any(text[line.end - 1], data::line_ends);
}

/// The width at which a text breaks its lines whatever they say, zero for one whose lines are paragraphs: most lines
/// end within a sentence, all about as long, and hardly any is longer.
[[nodiscard]] inline std::size_t wrapped_width(View text, const std::vector<Line>& lines) {
  constexpr std::size_t shortest = 16;
  constexpr std::size_t fewest = 20;
  std::size_t all = 0;
  std::size_t open = 0;
  std::size_t characters = 0;
  for (const Line& line : lines) {
    if (line.kind != LineKind::paragraph || line.end - line.begin < shortest) continue;
    ++all;
    if (!ends_open(text, line)) continue;
    ++open;
    characters += line.end - line.begin;
  }
  if (open < fewest || 2 * open <= all) return 0;
  const std::size_t width = characters / open;
  std::size_t alike = 0;
  std::size_t longer = 0;
  for (const Line& line : lines) {
    const std::size_t size = line.end - line.begin;
    alike += static_cast<std::size_t>(ends_open(text, line) && 10 * size >= 7 * width && 10 * size <= 13 * width);
    longer += static_cast<std::size_t>(line.kind == LineKind::paragraph && size > 3 * width);
  }
  return 10 * alike >= 6 * open && 50 * longer <= all ? width : 0;
}

/// Adds a line; one that holds pages of text, as of a saved page that lost its breaks, falls into paragraphs: at spaces
/// behind a sentence, and before what is numbered as a heading.
inline void add_line(View text, Line line, std::vector<Line>& lines) {
  constexpr std::size_t longest_paragraph = 3000;
  if (line.end - line.begin > longest_paragraph && line.kind == LineKind::paragraph) {
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin + 1; at < line.end; ++at) {
      std::size_t before = at;
      while (before > begin && is_space(text[before - 1])) --before;
      if (before == begin || is_space(text[at])) continue;
      const bool sentence = is_any(text[before - 1], U"。!?;:"sv);
      int number = 0;
      std::size_t title = 0;
      const View rest = text.substr(at, std::min<std::size_t>(line.end - at, 16));
      const FormRule* form = sentence || before < at ? form_of(rest, number, title) : nullptr;
      const bool heading = form != nullptr && form->chinese;
      if (!heading && !(sentence && before < at)) continue;
      lines.push_back({begin, before, line.kind});
      begin = at;
    }
    line.begin = begin;
  }
  lines.push_back(line);
}

/// The lines of a text. Saved pages break lines inside figures (58.2⏎亿元), and some texts break every sentence.
[[nodiscard]] inline std::vector<Line> lines_of(View text, const Units& units) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = std::min(find_far(text, U'\n', at), text.size());
    Line line{at, stop};
    at = stop + 1;
    while (line.begin < line.end && is_space(text[line.begin])) ++line.begin;
    while (line.end > line.begin && is_space(text[line.end - 1])) --line.end;
    if (line.begin == line.end) continue;
    line.kind = kind_of_line(text.substr(line.begin, line.end - line.begin));
    add_line(text, line, lines);
  }
  const std::size_t width = wrapped_width(text, lines);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    const Line& next = lines[i + 1];
    if (line.kind != LineKind::paragraph || next.kind != LineKind::paragraph) continue;
    const View behind = text.substr(next.begin, std::min<std::size_t>(next.end - next.begin, 8));
    std::size_t magnitude = 0;
    const bool figure =
        is_digit(text[line.end - 1]) && (is_any(behind.front(), U"年月"sv) || units.match(behind, magnitude) > 0);
    // A line that is much shorter ends its paragraph, or is a heading.
    const bool sentence = width > 0 && 10 * (line.end - line.begin) >= 7 * width && ends_open(text, line) &&
                          prefix_of<data::line_starts>(behind).empty();
    line.broken = figure || sentence;
  }
  return lines;
}

/// Whether the line holds the word, letter-spaced or not: 政 府 工 作 报 告.
[[nodiscard]] inline bool says(View line, View word) {
  std::size_t found = 0;
  for (const char32_t c : line) {
    if (is_space(c)) continue;
    found = c == word[found] ? found + 1 : c == word[0] ? 1 : 0;
    if (found == word.size()) return true;
  }
  return false;
}

/// Finds the document within its page; takes out line breaks within sentences.
[[nodiscard]] inline Page layout(Characters& characters, const Units& units) {
  Page page;
  page.lines = lines_of(characters.text(), units);
  std::vector<Characters::Gap> gaps;
  for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
    if (page.lines[i].broken) gaps.push_back({page.lines[i].end, page.lines[i + 1].begin});
  }
  if (!gaps.empty()) {
    characters.close(gaps);
    page.lines = lines_of(characters.text(), units);
  }
  const View text = characters.text();
  page.body_end = text.size();
  constexpr std::size_t longest_head = 1500;
  for (const Line& line : page.lines) {
    if (line.begin > longest_head) break;
    const View head = text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, 80));
    const bool title = line.kind == LineKind::paragraph && page.title_end == 0 &&
                       std::any_of(std::begin(data::title_words), std::end(data::title_words),
                                   [&](View word) { return says(head, word); });
    if (title) page.title_begin = line.begin, page.title_end = line.end;
    if (find_any<data::salutations>(head) != View::npos) {
      page.body_begin = line.begin;
      break;
    }
  }
  // Behind the last sentence there is page furniture, or a glossary with figures of its own.
  for (const Line& line : page.lines) {
    if (line.begin <= std::max(text.size() / 2, page.body_begin) || line.end - line.begin >= 30) continue;
    if (find_any<data::glossaries>(text.substr(line.begin, line.end - line.begin)) == View::npos) continue;
    page.body_end = line.begin;
    break;
  }
  // What follows the last sentence of a whole report on lines of its own is the page around it.
  constexpr std::size_t whole_report = 3000;
  const std::size_t last = std::max(text.rfind(U'!', page.body_end) + 1, text.rfind(U'。', page.body_end) + 1);
  if (last > page.body_begin + whole_report)
    page.body_end = std::min(page.body_end, std::max(last, text.find(U'\n', last)));
  return page;
}

}  // namespace shengzhou_report::detail::parser
