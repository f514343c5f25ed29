#include "rooms.hpp"

namespace {

/// The lines with their kind (T table row, C chrome, none for a paragraph); the title in 《》, the body between ┃.
std::string describe_layout(const std::string& text) {
  rooms::parser::Characters characters(text);
  const rooms::parser::Units units;
  const auto page = rooms::parser::layout(characters, units);
  const auto view = characters.text();
  return rooms::joined(page.lines, "¦", [&](const rooms::parser::Line& line) {
    std::string out = line.kind == rooms::parser::LineKind::table_row ? "T:"
                      : line.kind == rooms::parser::LineKind::chrome  ? "C:"
                                                                      : "";
    out += rooms::parser::utf8(view.substr(line.begin, line.end - line.begin));
    if (line.begin == page.title_begin && page.title_end > 0) out = "《" + out + "》";
    return line.begin >= page.body_begin && line.begin < page.body_end ? out : "(" + out + ")";
  });
}

std::string operator*(std::string_view text, int times) {
  std::string out;
  for (; times > 0; --times) out += text;
  return out;
}

}  // namespace

ROOM_TEST(layout, describe_layout)

BOOST_AUTO_TEST_CASE(a_text_that_breaks_every_sentence_is_put_together) {
  const std::string wrapped = std::string("全县上下团结一心克难攻坚经济社会发展取得了新的进步和\n") * 30 + "成就。\n";
  rooms::parser::Characters characters(wrapped);
  BOOST_TEST(rooms::parser::layout(characters, rooms::parser::Units()).lines.size() == 1U);
  // Paragraphs without their full stop stay apart.
  const std::string list = (std::string("全县上下团结一心克难攻坚经济社会发展取得新的进步\n") * 12) +
                           (std::string("一项很长的工作") * 20 + "。\n") * 12;
  rooms::parser::Characters others(list);
  BOOST_TEST(rooms::parser::layout(others, rooms::parser::Units()).lines.size() == 24U);
}

BOOST_AUTO_TEST_CASE(what_follows_the_last_sentence_of_a_whole_report_is_the_page) {
  const std::string text = "各位代表:\n" + std::string("粮食产量增长5%。\n") * 400 + "浏览次数 88\n";
  rooms::parser::Characters characters(text);
  const auto page = rooms::parser::layout(characters, rooms::parser::Units());
  BOOST_TEST(page.body_end < characters.text().find(U"浏览次数"));
}
