#include "rooms.hpp"

namespace parser = rooms::parser;

namespace {

/// "role first-last part [characters]" of each time of a clause in a speech of 2024, or behind 计划: in its plan.
std::string describe_times(const std::string& text) {
  const std::string mark = "计划:";
  const bool plan = text.starts_with(mark);
  const parser::Characters characters(plan ? text.substr(mark.size()) : text);
  const parser::View view = characters.text();
  std::vector<parser::Time> times;
  const parser::Clock clock{.current = 2024, .year = plan ? 2024 : 2023, .planning = plan};
  parser::Times(characters).read(0, view.size(), clock, times);
  return rooms::joined(times, "¦", [&](const parser::Time& time) {
    using enum parser::Time::Role;
    std::string out = time.role == at ? "at" : time.role == base ? "base" : time.role == ahead ? "ahead" : "aside";
    if (time.last != 0)
      out += " " + (time.several() ? std::to_string(time.first) + "-" : "") + std::to_string(time.last);
    if (time.role == base && time.back > 0) out += " " + std::to_string(time.back) + " before";
    if (time.multiple) out += " multiple";
    if (time.part) out += std::string(" ") + rooms::sr::to_string(*time.part);
    return out + " [" + parser::utf8(view.substr(time.begin, time.end - time.begin)) + "]";
  });
}

}  // namespace

ROOM_TEST(times, describe_times)

BOOST_AUTO_TEST_CASE(five_year_plans_follow_each_other) {
  for (const auto& plan : rooms::sr::data::five_year_plans) BOOST_TEST(plan.last - plan.first == 4);
  BOOST_TEST(parser::plan_years(14).last == 2025);
  BOOST_TEST(parser::plan_years(99).last == 0);
}
