#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// What stands before a figure: the subject and, behind it, what the words say.
std::string describe_lead(const std::string& text) {
  const parser::Characters characters(text);
  const bool rank = text.ends_with("第") || text.ends_with("前");
  const parser::Lead lead = parser::read_lead(characters.text(), rank);
  std::string out = parser::utf8(lead.subject);
  const auto add = [&](bool holds, std::string_view word) {
    if (holds) out += " " + std::string(word);
  };
  add(lead.growth, lead.fall ? "fall" : "growth");
  add(lead.level, "level");
  add(lead.from, "from");
  add(lead.each, "each");
  add(lead.respectively, "respectively");
  add(lead.ensure, "ensure");
  add(lead.strive, "strive");
  add(lead.bound != rooms::sr::Bound::exact, rooms::sr::to_string(lead.bound));
  add(lead.period != rooms::sr::Period::year, rooms::sr::to_string(lead.period));
  if (!lead.reference.empty()) out += " to " + parser::utf8(lead.reference);
  return out;
}

/// Among whom a rank counts.
std::string scope(const std::string& text) {
  const parser::Characters characters(text);
  return parser::scope(characters.text());
}

}  // namespace

ROOM_TEST(lead, describe_lead)
ROOM_TEST(scope, scope)
