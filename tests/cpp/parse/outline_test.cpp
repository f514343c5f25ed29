#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// What leads to an outline.
struct Read {
  parser::Characters characters;
  parser::Page page;
  parser::Identity identity;
  parser::Outline outline;

  explicit Read(const std::string& text)
      : characters(text),
        page(parser::layout(characters, parser::Units())),
        identity(parser::identify(characters, page, {})),
        outline(parser::outline(characters, page, identity)) {}
};

std::string text_between(const parser::Characters& characters, std::size_t begin, std::size_t end) {
  return parser::utf8(characters.text().substr(begin, end - begin));
}

/// "level role title" of each section.
std::string sections(const std::string& text) {
  const Read read(text);
  return rooms::joined(read.outline.sections, "¦", [&](const parser::OutlineSection& section) {
    return std::to_string(section.level) + " " + rooms::sr::to_string(section.role) + " " +
           parser::title_of(read.characters.text(), section);
  });
}

/// "role year: first characters" of each part that does something else than the one before.
std::string parts(const std::string& text) {
  const Read read(text);
  std::string out;
  std::string previous;
  for (const parser::Part& part : read.outline.parts) {
    std::string what = rooms::sr::to_string(part.role);
    if (part.horizon.last != 0) what += " " + std::to_string(part.horizon.last);
    if (what == previous) continue;
    previous = what;
    if (!out.empty()) out += "¦";
    out += what + ": " + text_between(read.characters, part.begin, part.begin + 6);
  }
  for (char& c : out) {
    if (c == '\n') c = '/';
  }
  return out;
}

}  // namespace

ROOM_TEST(headings, sections)
ROOM_TEST(outline, parts)

BOOST_DATA_TEST_CASE(every_form_of_a_heading_has_an_example,
                     boost::unit_test::data::xrange(std::size(parser::form_rules)), i) {
  const parser::FormRule& rule = parser::form_rules[i];
  const parser::Characters characters{rule.example};
  int number = 0;
  std::size_t title = 0;
  const parser::FormRule* found = parser::form_of(characters.text(), number, title);
  BOOST_REQUIRE(found != nullptr);
  BOOST_TEST((found == &rule));
  BOOST_TEST(number > 0);
  BOOST_TEST(title < characters.text().size());
}

BOOST_DATA_TEST_CASE(every_word_of_a_heading_has_an_example,
                     boost::unit_test::data::xrange(std::size(parser::role_cues)), i) {
  const parser::RoleCue& cue = parser::role_cues[i];
  const parser::Characters characters{cue.example};
  // Of no year, so that the word alone decides.
  const auto title = parser::role_of_title(characters, 0, characters.text().size(), 0);
  BOOST_TEST(rooms::sr::to_string(title.role) == rooms::sr::to_string(cue.role));
}

BOOST_AUTO_TEST_CASE(sections_nest_and_end_where_the_next_begins) {
  const Read read("甲县2024年政府工作报告\n一、2023年工作回顾\n(一)工业\n(二)农业\n二、2024年工作安排\n(一)工业\n");
  const auto& sections = read.outline.sections;
  BOOST_REQUIRE(sections.size() == 5U);
  BOOST_TEST(sections[0].end == sections[3].begin);
  BOOST_TEST(sections[1].end == sections[2].begin);
  BOOST_TEST(sections[2].end == sections[3].begin);
  BOOST_TEST(sections[4].end == read.page.body_end);
}
