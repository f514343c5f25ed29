#include "rooms.hpp"

#include <algorithm>

#include <shengzhou_report/impl/parse/figures.ipp>

namespace parser = rooms::parser;

namespace {

/// The numbers of a clause with unit and bound, or the reason why they are no figures.
std::vector<std::string> numbers(const std::string& text) {
  const parser::Characters characters(text);
  const parser::Units units;
  parser::Composed composed;
  std::vector<parser::Number> found;
  std::vector<parser::Aside> asides;
  parser::Figures(characters, units, composed).read(0, characters.text().size(), found, asides);
  for (const parser::Aside& aside : asides) {
    parser::Number& n = found.emplace_back();
    n.begin = aside.begin, n.end = aside.end, n.skipped = aside.reason;
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<std::string> out;
  for (const parser::Number& n : found) {
    if (n.skipped) {
      out.push_back(parser::utf8(characters.text().substr(n.begin, n.end - n.begin)) + " ✗" +
                    rooms::sr::to_string(*n.skipped));
      continue;
    }
    std::string number = to_string(n.value) + (n.upper ? "–" + to_string(*n.upper) : "") + parser::utf8(n.unit);
    if (n.bound != rooms::sr::Bound::exact) number += std::string(" ") + rooms::sr::to_string(n.bound);
    if (n.rank) number += " rank";
    out.push_back(std::move(number));
  }
  return out;
}

std::string describe_figures(const std::string& text) {
  return rooms::joined(numbers(text), "¦", [](const std::string& number) { return number; });
}

template <class Rules>
void every_example_is_skipped(const Rules& rules) {
  for (const parser::SkipRule& rule : rules) {
    const auto found = numbers(std::string(rule.example));
    BOOST_TEST_CONTEXT(rule.name << ": " << rule.example) {
      BOOST_REQUIRE(!found.empty());
      BOOST_TEST(std::any_of(found.begin(), found.end(), [&](const std::string& number) {
        return number.ends_with(std::string("✗") + rooms::sr::to_string(rule.reason));
      }));
    }
  }
}

}  // namespace

ROOM_TEST(figures, describe_figures)

BOOST_AUTO_TEST_CASE(every_reason_why_a_number_is_no_figure_has_an_example) {
  every_example_is_skipped(parser::skips_by_form);
  every_example_is_skipped(parser::skips_by_word);
  every_example_is_skipped(parser::skips_by_unit);
  every_example_is_skipped(parser::skips_by_size);
}

BOOST_AUTO_TEST_CASE(every_rule_for_numbers_in_words_has_an_example) {
  for (const parser::SpelledRule& rule : parser::spelled_rules) {
    const auto found = numbers(std::string(rule.example));
    BOOST_TEST_CONTEXT(rule.name << ": " << rule.example) {
      BOOST_TEST(std::any_of(found.begin(), found.end(), [&](const std::string& number) {
        return rule.reason ? number.ends_with(std::string("✗") + rooms::sr::to_string(*rule.reason))
                           : number.find("✗") == std::string::npos;
      }));
    }
  }
}
