#include "rooms.hpp"

#include <shengzhou_report/impl/parse/clauses.ipp>

namespace parser = rooms::parser;

namespace {

/// Sentences between ┃, their clauses between ¦.
std::string describe(const std::string& text) {
  const parser::Characters characters(text);
  const std::size_t end = characters.text().size();
  std::string out;
  for (std::size_t at = 0; at < end;) {
    const std::size_t stop = parser::sentence_stop(characters, at, end);
    if (!out.empty()) out += "┃";
    for (std::size_t begin = at; begin < stop;) {
      const parser::Clause clause = parser::clause_at(characters, begin, stop);
      if (begin > at) out += "¦";
      out += parser::utf8(characters.text().substr(clause.begin, clause.end - clause.begin));
      begin = clause.end + 1;
    }
    at = stop + 1;
  }
  return out;
}

}  // namespace

ROOM_TEST(clauses, describe)

BOOST_AUTO_TEST_CASE(a_clause_says_which_characters_it_holds) {
  const parser::Characters characters("去年完成5亿元,稳中有进");
  const std::size_t end = characters.text().size();
  const parser::Clause first = parser::clause_at(characters, 0, end);
  BOOST_TEST((first.kinds & parser::digit) != 0);
  BOOST_TEST((first.kinds & parser::time_mark) != 0);
  const parser::Clause second = parser::clause_at(characters, first.end + 1, end);
  BOOST_TEST((second.kinds & (parser::digit | parser::time_mark)) == 0);
}
