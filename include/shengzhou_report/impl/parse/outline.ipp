#pragma once

// The third room: the tree of sections, and which part looks back and which plans.

#include <cstddef>
#include <vector>

#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// The years that a part speaks of, as its heading words them; zeros where it does not.
struct Horizon {
  int first = 0;        ///< first year of a span: 2018 of 2018—2022年工作回顾
  int last = 0;         ///< its last year, or the one year that is named
  int plan = 0;         ///< number of a five-year plan: 14 of “十四五”时期
  int years_back = 0;   ///< 5 of 过去五年
  int years_ahead = 0;  ///< 5 of 今后五年
};

struct OutlineSection {
  std::size_t begin = 0;  ///< first character of the heading
  std::size_t end = 0;    ///< behind the last one of the section, subsections included
  std::size_t title_begin = 0;
  std::size_t title_end = 0;
  int level = 1;
  std::size_t parent = 0;  ///< index of the section around it, its own index for none
  SectionRole role = SectionRole::none;
};

/// From `begin` to the next part the text does this; a heading or a turn of the text begins a part.
struct Part {
  std::size_t begin = 0;
  SectionRole role = SectionRole::none;
  Horizon horizon = {};
  const char* rule = "";  ///< name of the rule that decided
};

struct Outline {
  std::vector<OutlineSection> sections;  ///< in the order of the text
  std::vector<Part> parts;               ///< in the order of the text; the first begins with the body
};

}  // namespace shengzhou_report::detail::parser
