// target.hpp: what targets imply.
#include <shengzhou_report/target.hpp>

#include <shengzhou_report/parse.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  const sr::Report report = sr::parse(
      "2031年云岭县政府工作报告\n"
      "一、2030年工作回顾\n"
      "地区生产总值400亿元。固定资产投资200亿元。\n"
      "二、2031年工作安排\n"
      "地区生产总值增长5%。固定资产投资达到220亿元。全社会研发经费支出占地区生产总值比重达到3%。\n");
  const auto figure = [&](const char* name, sr::Status status) -> const sr::Statement& {
    return report.at({.indicator = name, .status = {status}});
  };
  const sr::Statement& gdp = report[0];
  const sr::Statement& gdp_target = report[2];

  // 400 and 5 % are 420, at the prices of 2030.
  const sr::ImpliedLevel level = sr::implied_level(gdp, gdp_target);
  EXPECT(near(level.level, 420) && level.price_basis == sr::PriceBasis::constant && level.price_year == 2030);
  EXPECT(sr::implied_levels(report).size() == 1);
  EXPECT(printed(level) == "地区生产总值 2031: 420亿元 at 2030 prices");

  // From 200 to 220 are 10 %, at current prices.
  const sr::ImpliedGrowth growth =
      sr::implied_growth(figure("固定资产投资", sr::Status::outcome), figure("固定资产投资", sr::Status::target));
  EXPECT(near(growth.growth, 0.1) && growth.years == 1 && growth.price_basis == sr::PriceBasis::current);
  EXPECT(sr::implied_growths(report).size() == 1);

  // 3 % of the 420 are 12.6.
  const sr::Statement& share = report[4];
  const sr::ImpliedAmount amount = sr::implied_amount(share, gdp, gdp_target);
  EXPECT(near(amount.amount, 12.6));
  EXPECT(sr::implied_amounts(report).size() == 1);

  // In step with the economy: 0.2 points behind at most.
  EXPECT(sr::in_step_tolerance == 0.002);
  EXPECT(sr::is_in_step(0.069, 0.07) == sr::Certainty::certain);
  EXPECT(sr::is_in_step(Array{{0.05}}, Array{{0.07}}, 0.001, 0.002)[0] == static_cast<std::int8_t>(sr::Certainty::no));

  // Mean income of town and country, 2 and 1, half of the people each: (2 x 1.03 + 1.06) / 3 = 1.04.
  EXPECT(near(sr::total_income_growth(2, 1, 0.5, 0.03, 0.06), 0.04));
  EXPECT(near(sr::total_income_growth(Array{{2}}, Array{{1}}, Array{{0.5}}, Array{{0.03}}, Array{{0.06}})[0], 0.04));
  const sr::Interval any_share(0, 1);
  EXPECT(near(sr::total_income_growth(sr::Interval(2), 1.0, any_share, 0.03, 0.06).upper(), 0.06));
  // Nobody grows, but a quarter moves to town: from 1.5 to 1.75.
  EXPECT(near(sr::total_income_growth(2, 1, 0.5, 0, 0, 0.75), 0.25 / 1.5));
  const Array none{{0}};
  EXPECT(near(sr::total_income_growth(Array{{2}}, Array{{1}}, Array{{0.5}}, none, none, Array{{0.75}})[0], 0.25 / 1.5));
  EXPECT(near(sr::total_income_growth(sr::Interval(2), 1.0, 0.5, 0.0, 0.0, 0.75).midpoint(), 0.25 / 1.5));
}
