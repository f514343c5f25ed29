// report.hpp: the statements of a report.
#include <shengzhou_report/report.hpp>

#include <string_view>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/parse.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const sr::ParseOptions known{.ref_area = "330600"};
  const sr::Report report = sr::parse(
      "2031年云岭县政府工作报告\n"
      "一、2030年工作回顾\n"
      "地区生产总值400亿元，增长6.5%。粮食产量21万吨。\n"
      "二、2031年工作安排\n"
      "地区生产总值增长7%左右。建成博物馆。拨打热线12345。\n",
      known);
  EXPECT(report.size() == 4 && !report.empty());
  EXPECT(report.end() - report.begin() == 4);
  EXPECT(&report.statements()[0] == &report[0]);
  EXPECT(sr::to_string(report) == "云岭县 2031: 4 statements (3 outcomes, 1 targets)");
  EXPECT(printed(report) == sr::to_string(report));

  // What document it is, and why.
  const sr::ReportInfo& info = report.info();
  EXPECT(info.kind == sr::DocumentKind::work_report && info.year == 2031 && info.ref_area == "330600");
  const sr::Evidence& evidence = info.evidence.front();
  EXPECT(evidence.about == "kind" && evidence.value == "work_report");
  EXPECT(std::string(sr::to_string(info.kind)) == "work_report");

  // Its parts, and their text.
  const sr::Section& plan = info.sections.back();
  EXPECT(plan.role == sr::SectionRole::plan);
  EXPECT(std::string(sr::to_string(plan.role)) == "plan");
  EXPECT(report.text_of(plan).find("博物馆") != std::string_view::npos);
  EXPECT(report.text()->find("回顾") != std::string::npos);

  // Every number is a statement, or is skipped with a reason; and a promise without a number.
  const sr::Skipped& number = report.skipped().back();
  EXPECT(number.text == "12345" && number.reason == sr::SkipReason::no_unit);
  EXPECT(std::string(sr::to_string(number.reason)) == "no_unit");
  const sr::Commitment& promise = report.commitments().front();
  EXPECT(promise.verb == "建成" && promise.object == "博物馆");

  // Looking things up, by any name of an indicator.
  EXPECT(report.contains("GDP") && report.select("GDP").size() == 3);
  EXPECT(report.at({.indicator = "GDP", .measure = sr::Measure::level}).quantity == sr::Quantity("400", "亿元"));
  EXPECT(throws<sr::LookupError>([&] { (void)report.at({.indicator = "GDP"}); }));  // which of the three?
  const sr::Filter goals{.status = {sr::Status::target}};
  EXPECT(report.filter(goals) == report.targets());
  EXPECT(report.outcomes().size() == 3);
  EXPECT(report.indicators().size() == 2);
  EXPECT((report.years() == std::vector<std::int32_t>{2030, 2031}));

  // Two reports as one: what both state is kept once.
  EXPECT(report.merged(report.targets()).size() == 4);

  // One's own statements.
  const sr::Report own({.place = "云岭县", .year = 2031}, {report[0]});
  EXPECT(own.size() == 1 && own.text() == nullptr);

  // The report that comes with the library.
  EXPECT(sr::shengzhou_2024().size() == 192);
}
