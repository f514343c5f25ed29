#pragma once

// The second room: what kind of line is this, and where does the document lie within the page around it.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <shengzhou_report/impl/parse/text.ipp>

namespace shengzhou_report::detail::parser {

enum class LineKind : std::uint8_t { paragraph, table_row, note, chrome };

/// A line that is not blank, without the spaces around it.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  LineKind kind = LineKind::paragraph;
};

struct Page {
  std::vector<Line> lines;  ///< in the order of the text, blank ones left out
  std::size_t body_begin = 0;
  std::size_t body_end = 0;
  std::size_t title_begin = 0;  ///< the line that names the document; empty where none does
  std::size_t title_end = 0;
};

}  // namespace shengzhou_report::detail::parser
