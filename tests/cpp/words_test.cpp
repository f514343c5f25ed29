#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include <shengzhou_report.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(words)

namespace {

/// What from_string says of a text.
template <class Enum>
std::string complaint(const char* text) {
  try {
    static_cast<void>(sr::from_string<Enum>(text));
  } catch (const sr::DomainError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_word_goes_out_and_comes_back) {
  static_assert(sr::Worded<sr::Measure> && !sr::Worded<int>);
  static_assert(std::string_view(sr::to_string(sr::Period::nine_months)) == "nine_months");
  BOOST_TEST((sr::from_string<sr::Measure>("growth") == sr::Measure::growth));
  BOOST_TEST((sr::from_string<sr::SkipReason>("name") == sr::SkipReason::name));
  BOOST_TEST((sr::from_string<sr::InstructionSet>("avx2") == sr::InstructionSet::avx2));
  for (const auto& [value, word] : sr::Words<sr::Topic>::table) {
    BOOST_TEST(sr::to_string(value) == std::string(word));
    BOOST_TEST((sr::from_string<sr::Topic>(word) == value));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_value_has_no_word) {
  BOOST_TEST(sr::to_string(static_cast<sr::Verdict>(4)) == std::string());
  BOOST_TEST(sr::to_string(static_cast<sr::Verdict>(-1)) == std::string());
}

BOOST_AUTO_TEST_CASE(another_text_is_answered_with_the_words_and_the_nearest) {
  BOOST_TEST(complaint<sr::Status>("outcom") ==
             "'outcom' is none of 'outcome', 'estimate', 'target'; did you mean 'outcome'?");
  BOOST_TEST(complaint<sr::Verdict>("") == "'' is none of 'met', 'missed', 'not_comparable', 'cannot_judge'");
  // A word of another enumeration, and of another case.
  BOOST_TEST(complaint<sr::Direction>("growth") == "'growth' is none of 'none', 'higher', 'lower'");
  BOOST_TEST(complaint<sr::Direction>("Higher") ==
             "'Higher' is none of 'none', 'higher', 'lower'; did you mean 'higher'?");
}

BOOST_AUTO_TEST_SUITE_END()
