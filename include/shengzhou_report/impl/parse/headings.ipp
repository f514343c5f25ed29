#pragma once

// Which lines are headings, and how they nest.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/forms.ipp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

struct Heading {
  std::size_t line = 0;  ///< index of its line
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its title
  Form form = Form::bare;
  int number = 0;
  int level = 1;
};

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
