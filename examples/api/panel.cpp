// panel.hpp: reports of several places and years side by side.
#include <shengzhou_report/panel.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/parse.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const sr::Panel panel({
      sr::parse("2031年云岭县政府工作报告\n一、2030年工作回顾\n粮食产量20万吨。\n"
                "二、2031年工作安排\n地区生产总值增长7%以上。\n"),
      sr::parse("2032年云岭县政府工作报告\n一、2031年工作回顾\n地区生产总值增长6.5%。2030年粮食产量22万吨。\n"),
      sr::parse("粮食产量3万吨。"),
  });
  EXPECT(panel.size() == 2 && !panel.empty());
  EXPECT(panel.places().size() == 1 && panel.places().front() == "云岭县");
  EXPECT(&panel.at("云岭县", 2031) == &panel.reports().front());
  EXPECT(throws<sr::LookupError>([&] { (void)panel.at("云岭县", 2040); }));
  EXPECT(throws<sr::LookupError>([&] { (void)panel.at("云岭县", 2031, sr::DocumentKind::communique); }));
  EXPECT(panel.unplaced().size() == 1);  // which place, which year?
  EXPECT(printed(panel) == "2 reports of 1 place, 2031 to 2032");

  // What became of the target: 6.5 % instead of 7 % or more.
  const sr::Score score = panel.scorecard().front();
  EXPECT(score.verdict == sr::Verdict::missed && score.obstacle == sr::Obstacle::none);
  EXPECT(near(*score.margin, -0.5));
  EXPECT(std::string(sr::to_string(score.verdict)) == "missed");
  EXPECT(std::string(sr::to_string(score.obstacle)) == "none");

  // What was stated otherwise later: 22 instead of 20, which no rounding explains.
  const sr::Revision revision = panel.revisions().front();
  EXPECT(near(revision.change, 2) && revision.changed == sr::Certainty::certain);
  EXPECT(revision.first_vintage == 2031 && revision.later_vintage == 2032);

  // The rules of check over the documents of the panel, each beside its neighbours: the harvest was restated.
  const sr::Finding finding = panel.check().front();
  EXPECT(finding.rule == "restated" && finding.place == "云岭县" && finding.vintage == 2032);
  EXPECT(panel.check().size() == 1 && sr::Panel().check().empty() && sr::Panel().empty());
}
