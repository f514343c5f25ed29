#include "rooms.hpp"

using rooms::parser::Characters;

namespace {

/// The text of half width, and the bytes of its last character as given.
std::string describe(const std::string& text) {
  const Characters characters(text);
  const std::size_t size = characters.text().size();
  const auto span = characters.span(size == 0 ? 0 : size - 1, size);
  return rooms::parser::utf8(characters.text()) + " " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

}  // namespace

ROOM_TEST(text, describe)

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
