#include "rooms.hpp"

#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>

namespace parser = rooms::parser;

namespace {

/// "name=figure" of each figure of a sentence, several names of one between +.
std::string describe(const std::string& text) {
  const parser::Characters characters(text);
  const std::size_t end = characters.text().size();
  const parser::Units units;
  parser::Composed composed;
  const parser::Figures figures(characters, units, composed);
  parser::Subjects subjects(characters.text(), composed);
  std::string out;
  std::vector<parser::Number> numbers;
  std::vector<parser::Time> times;
  subjects.begin_line();
  subjects.begin_sentence();
  for (std::size_t at = 0; at < end;) {
    const parser::Clause clause = parser::clause_at(characters, at, end);
    numbers.clear();
    figures.read(clause.begin, clause.end, numbers);
    parser::Times(characters).read(clause.begin, clause.end, {}, times);
    if (numbers.empty()) subjects.bare(characters.text().substr(clause.begin, clause.end - clause.begin));
    subjects.resolve(clause.begin, clause.end, numbers, times, [&](const auto& n, const auto&, auto, auto& names) {
      if (!out.empty()) out += "¦";
      out += rooms::joined(names, "+", [](parser::View name) { return parser::utf8(name); }) + "=" + n.digits +
             parser::utf8(n.unit);
      return true;
    });
    at = clause.end + 1;
  }
  return out;
}

}  // namespace

ROOM_TEST(subjects, describe)
