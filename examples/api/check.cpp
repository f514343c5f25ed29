// check.hpp: can all figures of a report be true?
#include <shengzhou_report/check.hpp>

#include <shengzhou_report/parse.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const auto report = [](const std::string& place, const std::string& target) {
    return sr::parse(
        "2031年" + place +
        "政府工作报告\n一、2030年工作回顾\n地区生产总值400亿元。第一产业增加值50亿元，第二产业增加值200亿元，"
        "第三产业增加值180亿元。\n二、2031年工作安排\n地区生产总值增长" +
        target + "。\n");
  };
  const sr::Report county = report("云岭县", "7%以上");

  // 50 + 200 + 180 are 430, not 400, whatever was rounded.
  const std::vector<sr::Finding> findings = sr::check(county);
  const auto of = [](const std::vector<sr::Finding>& all, sr::Severity severity) {
    return std::find_if(all.begin(), all.end(), [&](const sr::Finding& x) { return x.severity == severity; });
  };
  const auto error = of(findings, sr::Severity::error);
  EXPECT(error != findings.end());
  EXPECT(error->message.find("430") != std::string::npos);
  EXPECT(printed(*error).find("error " + error->rule) == 0);
  EXPECT(std::string(sr::to_string(error->severity)) == "error");
  // Its numbers have names, units and what rounding leaves open: four figures, half a unit each.
  const auto holds_430 = [](const sr::FindingNumber& number) { return near(number.value, 430); };
  EXPECT(std::any_of(error->numbers.begin(), error->numbers.end(), holds_430));

  // Which rules there are; every finding names one.
  const std::vector<sr::CheckRule> rules = sr::check_rules();
  EXPECT(std::any_of(rules.begin(), rules.end(), [&](const sr::CheckRule& rule) { return rule.name == error->rule; }));

  // What rules may assume; and targets against those of the authority above: 7 % are half a point more than 6.5 %.
  const sr::CheckOptions options{.consumer_price_growth = 0.02};
  const std::vector<sr::Finding> both = sr::check(county, report("云岭市", "6.5%以上"), options);
  EXPECT(std::any_of(both.begin(), both.end(), [](const sr::Finding& x) {
    return std::any_of(x.numbers.begin(), x.numbers.end(),
                       [](const sr::FindingNumber& number) { return near(number.value, 0.5, 1e-9); });
  }));
}
