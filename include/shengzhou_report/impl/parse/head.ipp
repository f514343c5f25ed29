#pragma once

// What the rules of identity look at: the lines before the text begins, its headings, its first sentences.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

#include <shengzhou_report/impl/parse/headings.ipp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// A place in the text; empty for none.
struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  explicit operator bool() const noexcept { return end > begin; }
};

struct Head {
  View text;
  std::vector<View> lines;     ///< before the salutation, and the line that holds it: title, date, speaker
  std::vector<View> headings;  ///< the first characters of the lines of the text that may be headings and name a year
  View opening;                ///< the first sentences
  bool national = false;       ///< the National People's Congress, or the State Council

  Head(View whole, const Page& page) : text(whole) {
    constexpr std::ptrdiff_t most_lines = 16;
    constexpr std::size_t longest_line = 200;
    constexpr std::size_t longest_heading = 40;
    constexpr std::size_t long_opening = 1200;
    constexpr std::size_t most_headings = 4096;
    for (const Line& line : page.lines) {
      if (line.kind != LineKind::paragraph) continue;
      const View here = text.substr(line.begin, line.end - line.begin);
      if (line.begin <= page.body_begin) lines.push_back(here.substr(0, longest_line));
      if (line.begin < page.body_begin || line.begin >= page.body_end || headings.size() >= most_headings) continue;
      const View start = here.substr(0, longest_heading);
      if (start.find(U'年') == View::npos) continue;
      int number = 0;
      std::size_t title = 0;
      if (here.size() < longest_heading || form_of(here, number, title) != nullptr) headings.push_back(start);
    }
    // Title, date and speaker stand right before the text; what stands above them is the menu of a page.
    if (std::ssize(lines) > most_lines) {
      lines.erase(lines.begin(), lines.end() - most_lines);
      if (page.title_end > 0 && page.title_begin < offset(lines.front()))
        lines.insert(lines.begin(),
                     text.substr(page.title_begin, std::min(longest_line, page.title_end - page.title_begin)));
    }
    // Without a salutation the title is the first lines of the text itself.
    if (page.body_begin == 0) {
      for (const Line& line : page.lines) {
        if (lines.size() >= 6) break;
        if (line.begin > 0 && line.end - line.begin < longest_line)
          lines.push_back(text.substr(line.begin, line.end - line.begin));
      }
    }
    national = std::any_of(lines.begin(), lines.end(),
                           [](View line) { return find_any<data::national_bodies>(line) != View::npos; });
    opening = text.substr(page.body_begin, std::min(long_opening, page.body_end - page.body_begin));
  }

  [[nodiscard]] std::size_t offset(View part) const { return static_cast<std::size_t>(part.data() - text.data()); }

  /// Where a word stands in a line, letter-spaced or not.
  [[nodiscard]] Found find(View line, View word) const {
    for (std::size_t begin = 0; begin < line.size(); ++begin) {
      if (line[begin] != word.front()) continue;
      std::size_t i = begin;
      std::size_t matched = 0;
      for (; i < line.size() && matched < word.size(); ++i) {
        if (line[i] == word[matched]) {
          ++matched;
        } else if (!is_space(line[i])) {
          break;
        }
      }
      if (matched == word.size()) return {offset(line) + begin, offset(line) + i};
    }
    return {};
  }
};

}  // namespace shengzhou_report::detail::parser
