#pragma once

// The fourth room: what kind of document is this, whose, and of which year.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <shengzhou_report/impl/parse/outline.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

/// One piece of evidence; of those about one thing the first decides.
struct Clue {
  enum class About { kind, place, year } about = About::kind;
  const char* rule = "";  ///< name of the rule that found it
  std::string value;      ///< what it says
  std::size_t begin = 0;  ///< where it stands; begin == end for what was given or concluded
  std::size_t end = 0;
};

struct Identity {
  DocumentKind kind = DocumentKind::other;
  std::optional<std::string> place;
  std::optional<int> year;  ///< the year that the plan is for; of a communique the year it reviews; of a plan outline
                            ///< its first year
  std::vector<Clue> clues;
};

}  // namespace shengzhou_report::detail::parser
