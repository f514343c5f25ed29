#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// "role first-last" of each time of a clause in a speech of 2024.
std::string describe(const std::string& text) {
  const parser::Characters characters(text);
  std::vector<parser::Time> times;
  parser::Times(characters).read(0, characters.text().size(), 2024, times);
  return rooms::joined(times, "¦", [](const parser::Time& time) {
    const std::string role = time.role == parser::Time::Role::at     ? "at "
                             : time.role == parser::Time::Role::base ? "base "
                                                                     : "ahead ";
    return role + (time.first == time.last ? "" : std::to_string(time.first) + "-") + std::to_string(time.last);
  });
}

}  // namespace

ROOM_TEST(times, describe)

BOOST_AUTO_TEST_CASE(five_year_plans_follow_each_other) {
  for (const auto& plan : rooms::sr::data::five_year_plans) BOOST_TEST(plan.last - plan.first == 4);
  BOOST_TEST(parser::plan_years(14).last == 2025);
  BOOST_TEST(parser::plan_years(99).last == 0);
}
