#include "rooms.hpp"

using rooms::parser::Characters;

namespace {

/// The text of half width, and the bytes of its last character as given.
std::string describe_text(const std::string& text) {
  const Characters characters(text);
  const std::size_t size = characters.text().size();
  const auto span = characters.span(size == 0 ? 0 : size - 1, size);
  return rooms::parser::utf8(characters.text()) + " " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

}  // namespace

ROOM_TEST(text, describe_text)

BOOST_AUTO_TEST_CASE(spans_are_those_of_the_text_as_given_when_gaps_are_closed) {
  const std::string text = "产值五十八\r\n亿元，增长７％";
  Characters characters(text);
  const std::size_t gap = characters.text().find(U'\r');
  characters.close({{gap, gap + 2}});
  BOOST_TEST(rooms::parser::utf8(characters.text()) == "产值五十八亿元,增长7%");
  const std::size_t seven = characters.text().find(U'7');
  const auto span = characters.span(seven, seven + 1);
  BOOST_TEST(text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin)) ==
             "７");
  const std::size_t amount = characters.text().find(U"五十八亿元");
  const auto across = characters.span(amount, amount + 5);
  BOOST_TEST(text.substr(static_cast<std::size_t>(across.begin), static_cast<std::size_t>(across.end - across.begin)) ==
             "五十八\r\n亿元");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_seen_is_no_part_of_the_text) {
  // U+202E turns the direction of writing, U+200B joins words, BEL and ESC are controls.
  const std::string text = "产\u202E值\u200B五\x07十\x1B八\n亿元";
  Characters characters(text);
  BOOST_TEST(rooms::parser::utf8(characters.text()) == "产值五十八\n亿元");
  // A second gap that holds one of them.
  characters.close({{2, 3}, {5, 6}});
  BOOST_TEST(rooms::parser::utf8(characters.text()) == "产值十八亿元");
  const auto piece = [&](std::size_t begin, std::size_t end) {
    const auto span = characters.span(begin, end);
    return text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin));
  };
  BOOST_TEST(piece(0, 2) == "产\u202E值");
  BOOST_TEST(piece(1, 3) == "值\u200B五\x07十");
  BOOST_TEST(piece(3, 6) == "八\n亿元");
}
