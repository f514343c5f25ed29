#pragma once

// Tests of the parser's rooms: tables in tests/data with a line a case, the text and, behind a tab, what the room makes
// of it. \n in a text is a line end, \t a tab. Lines that begin with # are comments.

#include <cstddef>
#include <fstream>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/parse.hpp>

#include <shengzhou_report/impl/parse/identity.ipp>
#include <shengzhou_report/impl/parse/outline.ipp>
#include <shengzhou_report/impl/parse/subjects.ipp>

namespace rooms {

namespace sr = shengzhou_report;
namespace parser = shengzhou_report::detail::parser;

/// A line of a table.
struct Case {
  std::string text;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& example) { return out << example.text; }
};

[[nodiscard]] inline std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool mark = text[i] == '\\' && i + 1 < text.size();
    if (mark && text[i + 1] == 'n') {
      out += '\n', ++i;
    } else if (mark && text[i + 1] == 'r') {
      out += '\r', ++i;
    } else if (mark && text[i + 1] == 't') {
      out += '\t', ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The cases of tests/data/NAME.tsv.
[[nodiscard]] inline std::vector<Case> table(const std::string& name) {
  std::ifstream file(std::string(SHENGZHOU_REPORT_TEST_DATA "/") + name + ".tsv");
  if (!file) throw std::runtime_error("no table " + name);
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw std::runtime_error("no tab in: " + line);
    cases.push_back({unescaped(line.substr(0, tab)), line.substr(tab + 1)});
  }
  if (cases.empty()) throw std::runtime_error("an empty table " + name);
  return cases;
}

/// An example of a rule: its text, and behind a bar what comes of it.
[[nodiscard]] inline Case example(std::string_view text) {
  const std::size_t bar = text.rfind('|');
  if (bar == std::string_view::npos) return {std::string(text), {}};
  return {std::string(text.substr(0, bar)), std::string(text.substr(bar + 1))};
}

/// Descriptions of several things, a mark between them.
template <class Items, class Describe>
[[nodiscard]] std::string joined(const Items& items, std::string_view mark, Describe&& describe) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += mark;
    out += describe(item);
  }
  return out;
}

}  // namespace rooms

/// A test of a room: `describe` a text of each line of the table, which must be what the table says.
#define ROOM_TEST(room, describe)                                                                  \
  BOOST_DATA_TEST_CASE(room##_cases, boost::unit_test::data::make(rooms::table(#room)), example) { \
    BOOST_TEST(describe(example.text) == example.expected);                                        \
  }
