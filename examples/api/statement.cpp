// statement.hpp: one assertion of a report.
#include <shengzhou_report/statement.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // "GDP is to grow by about 7.0 % in 2031, and we strive for it."
  const sr::Statement target{.indicator = "地区生产总值",
                             .indicator_id = "gdp",
                             .measure = sr::Measure::growth,
                             .quantity = sr::Quantity("7.0", "%", {.bound = sr::Bound::about}),
                             .status = sr::Status::target,
                             .modality = sr::Modality::strive,
                             .year = 2031,
                             .period = sr::Period::year,
                             .section = {"2031年工作安排", "预期目标"},
                             .doubts = {sr::Doubt::carried_time}};
  EXPECT(target.catalogued()->id == "gdp");
  EXPECT(target.price_basis() == sr::PriceBasis::constant);  // growth of GDP is real
  EXPECT(target.direction() == sr::Direction::higher);
  EXPECT(near(target.target_interval().lower(), 6.8));  // 0.2 points may lack
  EXPECT(target.is_met_by(sr::Quantity("6.9", "%")) == sr::Certainty::certain);
  EXPECT(sr::is_part_of_year(sr::Period::first_half) && !sr::is_part_of_year(sr::Period::year));
  EXPECT(sr::to_string(target) == "地区生产总值 growth ≈7.0% (target 2031)");
  EXPECT(printed(target) == sr::to_string(target));

  // The usual figure is of the whole place, for a whole year, over the year before; this one is not.
  EXPECT(target.is_usual());
  sr::Statement since = target;
  since.base_year = 2025;
  EXPECT(!since.is_over_the_year() && !since.is_usual());

  // A promise without a number.
  const sr::Statement falling{.indicator = "城乡居民收入比", .trend = sr::Trend::falling, .status = sr::Status::target};
  EXPECT(throws<sr::DomainError>([&] { (void)falling.target_interval(); }));

  // What a reader should check by hand: a set.
  sr::Doubts doubts = target.doubts;
  EXPECT(!doubts.empty() && sr::Doubts().empty());
  doubts.add(sr::Doubt::long_name);
  EXPECT(doubts.contains(sr::Doubt::long_name));
  EXPECT(doubts.list() == (std::vector<sr::Doubt>{sr::Doubt::long_name, sr::Doubt::carried_time}));
  EXPECT(doubts == sr::Doubts({sr::Doubt::carried_time, sr::Doubt::long_name}));

  // The headings above a place, from the outermost in.
  const sr::Headings& headings = target.section;
  EXPECT(headings.size() == 2 && !headings.empty() && sr::Headings().empty());
  EXPECT(headings.front() == "2031年工作安排" && headings.back() == "预期目标");
  EXPECT(headings == sr::Headings(headings.titles()));
  EXPECT(sr::Headings({"一", "二"}).titles().front() == "一");
  const sr::Headings::const_iterator first = headings.begin();
  const sr::Headings::value_type title = *first;
  EXPECT(first + 2 == headings.end() && title == "2031年工作安排");

  // A place in the text: bytes, and characters.
  const sr::Span span{.begin = 3, .end = 6, .codepoint_begin = 1, .codepoint_end = 2};
  EXPECT(span < (sr::Span{.begin = 6, .end = 9, .codepoint_begin = 2, .codepoint_end = 3}));

  EXPECT(std::string(sr::to_string(sr::Measure::level)) == "level");
  EXPECT(std::string(sr::to_string(sr::Status::estimate)) == "estimate");
  EXPECT(std::string(sr::to_string(sr::Modality::firm)) == "firm");
  EXPECT(std::string(sr::to_string(sr::Period::first_half)) == "first_half");
  EXPECT(std::string(sr::to_string(sr::Trend::falling)) == "falling");
  EXPECT(std::string(sr::to_string(sr::Doubt::tense)) == "tense");
}
