// words.hpp: the words of enumerations, in one table each.
#include <shengzhou_report/words.hpp>

#include <string>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/statement.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

/// How many words an enumeration has.
template <sr::Worded Enum>
constexpr std::size_t count() {
  return std::size(sr::Words<Enum>::table);
}

int main() {
  // There and back.
  EXPECT(std::string(sr::to_string(sr::Measure::growth)) == "growth");
  EXPECT(sr::from_string<sr::Measure>("growth") == sr::Measure::growth);
  // What is no word of it is an error that lists them.
  EXPECT(throws<sr::DomainError>([] { (void)sr::from_string<sr::Measure>("grwth"); }));

  constexpr sr::EnumWord<sr::Status> first = sr::Words<sr::Status>::table[0];
  EXPECT(std::string(first.word) == sr::to_string(first.value));
  EXPECT(count<sr::Status>() >= 2);
}
