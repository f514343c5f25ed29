// parse.hpp: a text becomes a report.
#include <shengzhou_report/parse.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const sr::Report report = sr::parse("2031年云岭县政府工作报告\n一、2030年工作回顾\n粮食产量21万吨，增长1.5%。\n");
  EXPECT(report.info().place == "云岭县");
  EXPECT(report.info().year == 2031);
  EXPECT(report.size() == 2);
  EXPECT(report[0].indicator == "粮食产量" && report[0].quantity == sr::Quantity("21", "万吨"));
  EXPECT(report[1].measure == sr::Measure::growth && report[1].year == 2030);

  // What the text does not say can be given.
  const sr::Report given = sr::parse("粮食产量21万吨。", {.place = "云岭县", .year = 2031});
  EXPECT(given.info().year == 2031);
  EXPECT(throws<sr::ParseError>([] { (void)sr::parse("\xff"); }));
}
