#include "rooms.hpp"

#include <shengzhou_report/impl/parse/clauses.ipp>

namespace parser = rooms::parser;

namespace {

/// Sentences between ┃, their clauses between ¦.
std::string describe_clauses(const std::string& text) {
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

/// When each figure of a sentence is: of a review of 2023, behind 计划: of a plan of 2024, behind 五年: of a review of
/// five years. Its value, year, period, base and price basis, where it has them.
std::string when(const std::string& text) {
  const std::size_t mark = text.find(':');
  const std::string part = mark == std::string::npos ? "" : text.substr(0, mark);
  const bool plan = part == "计划";
  const bool years = part == "五年";
  const std::string own = plan || years ? text.substr(mark + 1) : text;
  const auto report = rooms::sr::parse(
      "甲县2024年政府工作报告\n各位代表:\n一、" + std::string(years ? "过去五年" : "2023年") + "工作回顾\n" +
      (plan ? "稳中有进。" : own) + "\n二、2024年工作安排\n" + (plan ? own : "稳字当头。"));
  return rooms::joined(report.statements(), "¦", [](const auto& s) {
    std::string out = to_string(*s.quantity);
    if (s.status == rooms::sr::Status::target) out += " target";
    out += s.year ? " " + std::to_string(*s.year) : " none";
    if (s.period != rooms::sr::Period::year) out += std::string(" ") + rooms::sr::to_string(s.period);
    if (s.base_year) out += " from " + std::to_string(*s.base_year);
    if (s.stated_basis) out += std::string(" ") + rooms::sr::to_string(*s.stated_basis);
    return out;
  });
}

}  // namespace

ROOM_TEST(clauses, describe_clauses)
ROOM_TEST(when, when)

BOOST_AUTO_TEST_CASE(a_clause_says_which_characters_it_holds) {
  const parser::Characters characters("去年完成5亿元,稳中有进");
  const std::size_t end = characters.text().size();
  const parser::Clause first = parser::clause_at(characters, 0, end);
  BOOST_TEST((first.kinds & parser::digit) != 0);
  BOOST_TEST((first.kinds & parser::time_mark) != 0);
  const parser::Clause second = parser::clause_at(characters, first.end + 1, end);
  BOOST_TEST((second.kinds & (parser::digit | parser::time_mark)) == 0);
}
