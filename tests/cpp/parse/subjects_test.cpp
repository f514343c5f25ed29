#include "rooms.hpp"

#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>
#include <shengzhou_report/impl/parse/times.ipp>

namespace parser = rooms::parser;

namespace {

/// "name=figure" of each figure of a sentence, several names of one between +; the part of the place before it, what it
/// is compared with behind it.
std::string describe_subjects(const std::string& text) {
  const parser::Characters characters(text);
  const std::size_t end = characters.text().size();
  const parser::Units units;
  parser::Composed composed;
  const parser::Figures figures(characters, units, composed);
  parser::Subjects subjects(characters.text(), composed);
  std::string out;
  std::vector<parser::Number> numbers;
  std::vector<parser::Aside> asides;
  const parser::Times reader(characters);
  std::vector<parser::Time> times;
  subjects.begin_line();
  subjects.begin_sentence(false);
  for (std::size_t at = 0; at < end;) {
    const parser::Clause clause = parser::clause_at(characters, at, end);
    if (at > 0 && characters.text()[at - 1] == U';') subjects.begin_sentence(true);
    numbers.clear();
    figures.read(clause.begin, clause.end, numbers, asides);
    at = clause.end + 1;
    if (numbers.empty()) {
      subjects.bare(characters.text().substr(clause.begin, clause.end - clause.begin));
      continue;
    }
    reader.read(clause.begin, clause.end, {.current = 2024}, times);
    subjects.resolve(clause.begin, clause.end, numbers, times, [&](const auto& n, const auto& lead, auto, auto& names) {
      if (!out.empty()) out += "¦";
      if (!lead.area.empty()) out += parser::utf8(lead.area) + ":";
      out += rooms::joined(names, "+", [](parser::View name) { return parser::utf8(name); }) + "=" +
             to_string(n.value) + parser::utf8(n.unit);
      if (!lead.reference.empty()) out += " to " + parser::utf8(lead.reference);
      return true;
    });
  }
  return out;
}

}  // namespace

ROOM_TEST(subjects, describe_subjects)
