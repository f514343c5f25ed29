#pragma once

// A room: clauses. The pieces of a sentence, and what holds for all that they say.

#include <cstddef>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// What holds for the figures of a clause by the place where it stands.
struct Context {
  Headings path;
  bool planning = false;
  int year = 0;             ///< that figures refer to unless the sentence says otherwise
  int plan_year = 0;        ///< that the document plans
  bool five_years = false;  ///< the paragraph looks back on five years
  bool estimate = false;    ///< 预计
  NamedYears years;         ///< that the sentence has named so far

  /// The year of a figure; `from` for the starting value of 从A增加到B.
  [[nodiscard]] int statement_year(bool from) const {
    // 五年来…从A增加到B: the starting value is that of the year before the span.
    if (from) return years.base != 0 ? years.base : year - (five_years ? 5 : 1);
    if (years.year == 0) return year;
    if (!planning) return years.year <= plan_year ? years.year : year;
    return years.year >= plan_year ? years.year : year;
  }
};

/// Where the sentence that begins at `begin` ends: its mark, or `end`.
[[nodiscard]] inline std::size_t sentence_stop(const Characters& text, std::size_t begin, std::size_t end) {
  while (begin < end && (text.kind(begin) & sentence_end) == 0) ++begin;
  return begin;
}

/// Where the clause that begins at `begin` ends: its mark, or `end`. A mark inside brackets ends a clause only when it
/// is long already; no clause of a report exceeds 400 characters, and work on one grows with its square.
[[nodiscard]] inline std::size_t clause_stop(const Characters& characters, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest_clause = 400;
  constexpr std::size_t longest_bracket = 60;
  const View text = characters.text();
  int depth = 0;
  for (std::size_t stop = begin; stop < end; ++stop) {
    const std::size_t length = stop - begin;
    if ((characters.kind(stop) & (clause_end | bracket)) == 0 && length <= longest_clause) continue;
    const char32_t c = text[stop];
    if (c == U'(') ++depth;
    if (c == U')' && depth > 0) --depth;
    if (length > longest_clause && !is_digit(c) && (c == U'、' || length > longest_clause + 64)) return stop;
    const bool proportion =
        c == U':' && length > 0 && stop + 1 < end && is_digit(text[stop - 1]) && is_digit(text[stop + 1]);
    if (!proportion && ends_clause(c) && (depth == 0 || length > longest_bracket)) return stop;
  }
  return end;
}

}  // namespace shengzhou_report::detail::parser
