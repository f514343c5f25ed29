#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/panel.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(panel)

namespace {

sr::Statement say(const char* id, sr::Measure measure, const char* value, const char* unit, std::int32_t year,
                  sr::Status status, const sr::QuantityOptions& options = {}) {
  return {.indicator = std::string(sr::find_indicator(id).name),
          .indicator_id = id,
          .measure = measure,
          .quantity = sr::Quantity(value, unit, options),
          .status = status,
          .year = year};
}
sr::Statement level(const char* id, const char* value, std::int32_t year, const char* unit = "亿元") {
  return say(id, sr::Measure::level, value, unit, year, sr::Status::outcome);
}
sr::Statement growth(const char* id, const char* value, std::int32_t year) {
  return say(id, sr::Measure::growth, value, "%", year, sr::Status::outcome);
}
sr::Statement goal(const char* id, const char* value, std::int32_t year, sr::Bound bound = sr::Bound::exact) {
  return say(id, sr::Measure::growth, value, "%", year, sr::Status::target, {.bound = bound});
}
sr::Report report(std::int32_t year, std::vector<sr::Statement> statements, const char* place = "某市") {
  return {{.place = place, .year = year}, std::move(statements)};
}
/// What became of the only target of the first report.
sr::Score score(const sr::Statement& target, std::vector<sr::Statement> before, std::vector<sr::Statement> after) {
  before.push_back(target);
  const auto scores = sr::Panel({report(2024, before), report(2025, std::move(after))}).scorecard();
  BOOST_REQUIRE(scores.size() == 1U);
  return scores[0];
}

}  // namespace

BOOST_AUTO_TEST_CASE(national_growth_targets_2005_to_2025) {
  // Targets of the premier's reports and the outturn that the next report states, in per cent.
  struct Year {
    std::int32_t year;
    const char* target;
    sr::Bound bound;
    const char* outturn;
    double margin;
  };
  using enum sr::Bound;
  const std::vector<Year> years{
      {2005, "8", about, "9.9", 1.9},    {2006, "8", about, "10.7", 2.7},   {2008, "8", about, "9.0", 1.0},
      {2009, "8", about, "8.7", 0.7},    {2010, "8", about, "10.3", 2.3},   {2011, "8", about, "9.2", 1.2},
      {2012, "7.5", exact, "7.8", 0.3},  {2013, "7.5", about, "7.7", 0.2},  {2014, "7.5", about, "7.4", -0.1},
      {2015, "7", about, "6.9", -0.1},   {2017, "6.5", about, "6.9", 0.4},  {2018, "6.5", about, "6.6", 0.1},
      {2021, "6", at_least, "8.1", 2.1}, {2022, "5.5", about, "3.0", -2.5}, {2023, "5", about, "5.2", 0.2},
      {2024, "5", about, "5.0", 0.0}};
  std::vector<sr::Report> reports;
  for (std::int32_t year = 2005; year <= 2025; ++year) {
    std::vector<sr::Statement> statements;
    for (const Year& row : years) {
      if (row.year == year - 1) statements.push_back(growth("gdp", row.outturn, row.year));
      if (row.year == year) statements.push_back(goal("gdp", row.target, row.year, row.bound));
    }
    reports.push_back(report(year, std::move(statements), "中国"));
  }
  const auto scores = sr::Panel(reports).scorecard();
  BOOST_REQUIRE(scores.size() == years.size());
  for (std::size_t i = 0; i < years.size(); ++i) {
    BOOST_TEST_CONTEXT(years[i].year) {
      // Only 2022 was missed; 2014 and 2015 were within 0.2 points of "about".
      BOOST_TEST((scores[i].verdict == (years[i].year == 2022 ? sr::Verdict::missed : sr::Verdict::met)));
      BOOST_REQUIRE(scores[i].margin.has_value());
      BOOST_TEST(near(*scores[i].margin, years[i].margin, 1e-9));
      BOOST_TEST((scores[i].obstacle == sr::Obstacle::none));
      BOOST_TEST(scores[i].vintage == years[i].year);
      BOOST_TEST(scores[i].outcome->year == years[i].year);
    }
  }
  std::ostringstream out;
  out << scores[8];
  BOOST_TEST(out.str() == "中国 2014: 地区生产总值 growth ≈7.5% (target 2014): met, 7.4% against at least 7.3%");
}

BOOST_AUTO_TEST_CASE(a_real_target_is_not_judged_by_nominal_levels) {
  // Zhejiang 2024: levels 82553 and 90131 would give 9.2 %, the wrong answer to a target of about 5.5 % in real terms.
  const sr::Score zhejiang =
      score(goal("gdp", "5.5", 2024, sr::Bound::about), {level("gdp", "82553", 2023)}, {level("gdp", "90131", 2024)});
  BOOST_TEST((zhejiang.verdict == sr::Verdict::not_comparable));
  BOOST_TEST((zhejiang.obstacle == sr::Obstacle::price_basis));
  BOOST_TEST(zhejiang.message.find("9.18%") != std::string::npos);
  BOOST_TEST(!zhejiang.margin.has_value());
}

BOOST_AUTO_TEST_CASE(levels_judge_a_nominal_target) {
  const sr::Statement target = goal("retail_sales", "10", 2024, sr::Bound::at_least);
  const sr::Score met = score(target, {level("retail_sales", "328", 2023)}, {level("retail_sales", "365", 2024)});
  BOOST_TEST((met.verdict == sr::Verdict::met));
  BOOST_TEST(near(*met.margin, 100 * (365.0 / 328 - 1) - 10, 1e-9));
  BOOST_TEST((score(target, {level("retail_sales", "328", 2023)}, {level("retail_sales", "350", 2024)}).verdict ==
              sr::Verdict::missed));
  // Published growth goes before levels.
  BOOST_TEST((score(target, {level("retail_sales", "328", 2023)},
                    {level("retail_sales", "350", 2024), growth("retail_sales", "10.5", 2024)})
                  .verdict == sr::Verdict::met));
  // 360.8 would be 10 % exactly: rounding decides, so nobody can.
  BOOST_TEST((score(target, {level("retail_sales", "328", 2023)}, {level("retail_sales", "361", 2024)}).obstacle ==
              sr::Obstacle::rounding));
  // A restated base that turns the verdict.
  const sr::Score revised = score(target, {level("retail_sales", "328", 2023)},
                                  {level("retail_sales", "340", 2023), level("retail_sales", "365", 2024)});
  BOOST_TEST((revised.obstacle == sr::Obstacle::revision));
  // One that does not.
  BOOST_TEST((score(target, {level("retail_sales", "328", 2023)},
                    {level("retail_sales", "329", 2023), level("retail_sales", "380", 2024)})
                  .verdict == sr::Verdict::met));
  BOOST_TEST((score(goal("fixed_asset_investment", "8", 2024), {level("fixed_asset_investment", "286", 2023)},
                    {level("fixed_asset_investment", "250", 2024)})
                  .obstacle == sr::Obstacle::scope));
  BOOST_TEST((score(target, {}, {level("retail_sales", "365", 2024)}).obstacle == sr::Obstacle::not_stated));
  BOOST_TEST((score(target, {}, {}).obstacle == sr::Obstacle::not_stated));
}

BOOST_AUTO_TEST_CASE(level_targets) {
  const auto jobs = [](const char* value, const char* unit, sr::Bound bound = sr::Bound::exact) {
    return say("urban_new_jobs", sr::Measure::level, value, unit, 2024, sr::Status::outcome, {.bound = bound});
  };
  const sr::Statement target =
      say("urban_new_jobs", sr::Measure::level, "8000", "人", 2024, sr::Status::target, {.bound = sr::Bound::at_least});
  BOOST_TEST((score(target, {}, {jobs("8000", "人")}).verdict == sr::Verdict::met));
  BOOST_TEST((score(target, {}, {jobs("0.79", "万人")}).verdict == sr::Verdict::missed));
  BOOST_TEST(near(*score(target, {}, {jobs("0.79", "万人")}).margin, -100, 1e-9));
  BOOST_TEST((score(target, {}, {jobs("8500", "人", sr::Bound::more_than)}).verdict == sr::Verdict::met));
  BOOST_TEST((score(target, {}, {jobs("7500", "人", sr::Bound::more_than)}).obstacle == sr::Obstacle::rounding));
  BOOST_TEST((score(target, {}, {jobs("7500", "人", sr::Bound::nearly)}).verdict == sr::Verdict::missed));
  BOOST_TEST((score(target, {}, {jobs("100", "家")}).obstacle == sr::Obstacle::scope));
  // Less unemployment is better.
  const sr::Statement within = say("unemployment_surveyed", sr::Measure::level, "5", "%", 2024, sr::Status::target,
                                   {.bound = sr::Bound::at_most});
  BOOST_TEST((score(within, {}, {level("unemployment_surveyed", "4.6", 2024, "%")}).verdict == sr::Verdict::met));
  BOOST_TEST((score(within, {}, {level("unemployment_surveyed", "5.1", 2024, "%")}).verdict == sr::Verdict::missed));
}

BOOST_AUTO_TEST_CASE(an_unknown_direction_is_not_guessed) {
  const auto figure = [](sr::Measure measure, const char* value, const char* unit, sr::Status status,
                         sr::Bound bound = sr::Bound::exact) {
    return sr::Statement{.indicator = "下升上",
                         .measure = measure,
                         .quantity = sr::Quantity(value, unit, {.bound = bound}),
                         .status = status,
                         .year = 2024};
  };
  const auto judged = [&](sr::Measure measure, const char* wanted, const char* came, const char* unit,
                          sr::Bound bound = sr::Bound::exact) {
    return score(figure(measure, wanted, unit, sr::Status::target, bound), {},
                 {figure(measure, came, unit, sr::Status::outcome)});
  };
  using enum sr::Measure;
  const sr::Score more = judged(level, "50", "60", "家");
  BOOST_TEST((more.verdict == sr::Verdict::cannot_judge));
  BOOST_TEST((more.obstacle == sr::Obstacle::direction));
  BOOST_TEST(more.margin.value() == 10);
  BOOST_TEST(more.message == "60家 against 50家: nothing says which way is better");
  BOOST_TEST((judged(level, "50", "40", "家").verdict == sr::Verdict::cannot_judge));
  BOOST_TEST((judged(level, "50", "50", "家").verdict == sr::Verdict::met));
  // A bound says which side is wanted, a rise or fall which way.
  BOOST_TEST((judged(level, "50", "60", "家", sr::Bound::at_least).verdict == sr::Verdict::met));
  BOOST_TEST((judged(level, "50", "60", "家", sr::Bound::at_most).verdict == sr::Verdict::missed));
  BOOST_TEST((judged(growth, "-2.5", "-3.0", "%").verdict == sr::Verdict::met));
  BOOST_TEST((judged(growth, "-2.5", "-2.0", "%").verdict == sr::Verdict::missed));
  BOOST_TEST((judged(growth, "2.5", "3.0", "%").verdict == sr::Verdict::met));
  BOOST_TEST((judged(growth, "2.5", "2.0", "%").verdict == sr::Verdict::missed));
}

BOOST_AUTO_TEST_CASE(strict_bounds_are_open) {
  const auto judged = [](sr::Bound bound, const char* wanted, const char* came) {
    return score(say("gdp", sr::Measure::level, wanted, "亿元", 2024, sr::Status::target, {.bound = bound}), {},
                 {level("gdp", came, 2024)});
  };
  BOOST_TEST((judged(sr::Bound::more_than, "800", "800").verdict == sr::Verdict::missed));
  BOOST_TEST((judged(sr::Bound::more_than, "800", "801").verdict == sr::Verdict::met));
  BOOST_TEST((judged(sr::Bound::at_least, "800", "800").verdict == sr::Verdict::met));
  BOOST_TEST(judged(sr::Bound::more_than, "800", "801").message == "801亿元 against more than 800亿元");
  // From levels too: 328 to 360.8 is growth of 10 % exactly.
  const auto from_levels = [](sr::Bound bound) {
    const auto exact = [](const char* value, std::int32_t year) {
      return say("retail_sales", sr::Measure::level, value, "亿元", year, sr::Status::outcome,
                 {.step = sr::Decimal(1, -30)});
    };
    return score(goal("retail_sales", "10", 2024, bound), {exact("328", 2023)}, {exact("360.8", 2024)}).verdict;
  };
  BOOST_TEST((from_levels(sr::Bound::at_least) == sr::Verdict::met));
  BOOST_TEST((from_levels(sr::Bound::more_than) == sr::Verdict::missed));
}

BOOST_AUTO_TEST_CASE(a_part_of_the_year_is_not_the_year) {
  const sr::Statement target = goal("gdp", "7", 2024);
  sr::Statement part = growth("gdp", "8", 2024);
  for (const sr::Period period :
       {sr::Period::first_half, sr::Period::nine_months, sr::Period::eleven_months, sr::Period::month,
        sr::Period::second_half, sr::Period::months, sr::Period::fourth_quarter}) {
    part.period = period;
    BOOST_TEST(sr::is_part_of_year(period));
    const sr::Score alone = score(target, {}, {part});
    BOOST_TEST((alone.verdict == sr::Verdict::not_comparable));
    BOOST_TEST((alone.obstacle == sr::Obstacle::part_of_year));
    BOOST_TEST((alone.outcome == part));
    BOOST_TEST((score(target, {}, {part, growth("gdp", "6", 2024)}).verdict == sr::Verdict::missed));
  }
  BOOST_TEST(score(target, {}, {part}).message == "8% is of a part of the year alone: fourth quarter");
  // A target for the part takes the figure of the part.
  sr::Statement quarter = target;
  quarter.period = part.period;
  BOOST_TEST((score(quarter, {}, {part}).verdict == sr::Verdict::met));
  BOOST_TEST((score(quarter, {}, {growth("gdp", "8", 2024)}).obstacle == sr::Obstacle::not_stated));
  for (const sr::Period whole :
       {sr::Period::year, sr::Period::month_average, sr::Period::year_average, sr::Period::cumulative})
    BOOST_TEST(!sr::is_part_of_year(whole));
}

BOOST_AUTO_TEST_CASE(promises_without_a_number) {
  const sr::Statement falls{.indicator = "城乡居民收入倍差",
                            .indicator_id = "income_ratio",
                            .trend = sr::Trend::falling,
                            .status = sr::Status::target,
                            .year = 2024};
  const auto ratio = [&](const char* u, const char* r) {
    return score(falls, {}, {growth("disposable_income_urban", u, 2024), growth("disposable_income_rural", r, 2024)});
  };
  // China 2024: 4.6 and 6.6 %.
  BOOST_TEST((ratio("4.6", "6.6").verdict == sr::Verdict::met));
  BOOST_TEST((ratio("6.6", "4.6").verdict == sr::Verdict::missed));
  BOOST_TEST((ratio("4.6", "4.6").obstacle == sr::Obstacle::rounding));
  BOOST_TEST((score(falls, {}, {growth("disposable_income_urban", "5", 2024)}).obstacle == sr::Obstacle::not_stated));

  sr::Statement step = falls;
  step.indicator = "居民收入";
  step.indicator_id = "";
  step.trend = sr::Trend::in_step;
  const auto pace = [&](const char* income, std::vector<sr::Statement> more) {
    more.push_back(growth("gdp", "5.0", 2024));
    more.push_back(growth("disposable_income_all", income, 2024));
    return score(step, {}, std::move(more));
  };
  // 5.3 % nominal at prices up 0.2 % is 5.1 % real (published), in step with 5.0 %.
  const sr::Score nation = pace("5.3", {growth("cpi", "0.2", 2024)});
  BOOST_TEST((nation.verdict == sr::Verdict::met));
  BOOST_TEST(near(*nation.margin, 0.09, 0.01));
  BOOST_TEST((pace("4.0", {growth("cpi", "0.2", 2024)}).verdict == sr::Verdict::missed));
  BOOST_TEST((pace("5.3", {}).obstacle == sr::Obstacle::price_basis));
  // Prices that no year can have had are none, and end nothing with an error.
  BOOST_TEST((pace("5.3", {growth("cpi", "1e60", 2024)}).obstacle == sr::Obstacle::price_basis));
  BOOST_TEST((pace("620", {growth("cpi", "0.2", 2024)}).verdict == sr::Verdict::met));

  // China 2013: 9.7 % nominal, 7.0 % real. In step within rounding with GDP per head, which grew by 7.1 %, though not
  // with GDP, which grew by 7.7 %.
  const auto households = [&](std::vector<sr::Statement> more) {
    more.push_back(growth("gdp", "7.7", 2024));
    more.push_back(growth("cpi", "2.6", 2024));
    more.push_back(growth("disposable_income_all", "9.7", 2024));
    return score(step, {}, std::move(more));
  };
  BOOST_TEST((households({}).verdict == sr::Verdict::missed));
  BOOST_TEST((households({growth("gdp_per_capita", "7.1", 2024)}).obstacle == sr::Obstacle::rounding));
  BOOST_TEST((households({growth("gdp_per_capita", "6.9", 2024)}).verdict == sr::Verdict::met));
}

BOOST_AUTO_TEST_CASE(targets_whose_time_has_not_come) {
  const sr::Panel one({report(2024, {goal("gdp", "7", 2024)})});
  BOOST_TEST((one.scorecard().at(0).obstacle == sr::Obstacle::no_report));
  // A target for 2025 in the plan of 2021 is judged by the report of 2026, not by that of 2022.
  const sr::Panel far({report(2021, {goal("gdp", "7", 2025)}), report(2022, {growth("gdp", "8", 2021)}),
                       report(2026, {growth("gdp", "7.1", 2025)})});
  BOOST_TEST((far.scorecard().at(0).verdict == sr::Verdict::met));
  // Another place says nothing on it.
  const sr::Panel apart({report(2024, {goal("gdp", "7", 2024)}, "甲"), report(2025, {growth("gdp", "8", 2024)}, "乙")});
  BOOST_TEST((apart.scorecard().at(0).obstacle == sr::Obstacle::no_report));
}

BOOST_AUTO_TEST_CASE(revisions) {
  // Zhejiang 2023: 82553 preliminary, 85620 after the fifth economic census, +3.72 %.
  const sr::Panel zhejiang({report(2024, {level("gdp", "82553", 2023)}, "浙江省"),
                            report(2025, {level("gdp", "85620", 2023), level("gdp", "90131", 2024)}, "浙江省")});
  const auto revised = zhejiang.revisions();
  BOOST_REQUIRE(revised.size() == 1U);
  BOOST_TEST(near(revised[0].change, 3067, 1e-9));
  BOOST_TEST(revised[0].relative.contains(85620.0 / 82553 - 1));
  BOOST_TEST(near(revised[0].relative.midpoint(), 0.0372, 5e-5));
  BOOST_TEST((revised[0].changed == sr::Certainty::certain));
  BOOST_TEST(revised[0].first_vintage == 2024);
  BOOST_TEST(revised[0].later_vintage == 2025);
  std::ostringstream out;
  out << revised[0];
  BOOST_TEST(out.str() == "浙江省: 地区生产总值 level 82553亿元 (outcome 2023), restated as 85620亿元 in 2025");

  // China: 2019 990865 -> 986515 and 6.1 -> 6.0 %.
  const sr::Panel china({report(2020, {level("gdp", "990865", 2019), growth("gdp", "6.1", 2019)}, "中国"),
                         report(2021, {level("gdp", "986515", 2019), growth("gdp", "6.0", 2019)}, "中国")});
  const auto both = china.revisions();
  BOOST_REQUIRE(both.size() == 2U);
  BOOST_TEST(near(both[0].change, -4350, 1e-9));
  BOOST_TEST(near(both[1].change, -0.1, 1e-9));
  BOOST_TEST(near(both[1].relative.midpoint(), -0.001, 1e-12));
  // 82553 and 8.26万 may be one figure.
  const sr::Panel rounded(
      {report(2024, {level("gdp", "82553", 2023)}), report(2025, {level("gdp", "8.26", 2023, "万亿元")})});
  BOOST_TEST((rounded.revisions().at(0).changed == sr::Certainty::possible));
  const sr::Panel same({report(2024, {level("gdp", "82553", 2023)}), report(2025, {level("gdp", "82553", 2023)})});
  BOOST_TEST(same.revisions().empty());
  BOOST_TEST(std::hash<sr::Revision>{}(revised[0]) == std::hash<sr::Revision>{}(zhejiang.revisions()[0]));
}

BOOST_AUTO_TEST_CASE(checks_reach_across_reports) {
  // Shengzhou: the report of 2023 states 711.08 for 2022, that of 2024 states 745 and +7.5 %: deflator -2.54 %.
  const sr::Panel shengzhou({report(2023, {level("gdp", "711.08", 2022)}),
                             report(2024, {level("gdp", "745", 2023), growth("gdp", "7.5", 2023)})});
  const auto found = shengzhou.check();
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].rule == "implied_deflator");
  // Prices of the country fell by 0.5 % in 2023: not far from it.
  BOOST_TEST((found[0].severity == sr::Severity::info));
  BOOST_TEST(near(found[0].numbers[1].value, -2.54, 0.006));
  // A base that the later report restates goes first.
  const sr::Panel restated(
      {report(2023, {level("gdp", "711.08", 2022)}),
       report(2024, {level("gdp", "700", 2022), level("gdp", "745", 2023), growth("gdp", "7.5", 2023)})});
  BOOST_TEST((restated.check().at(0).severity == sr::Severity::info));
  // A report is missing between.
  const sr::Panel gap({report(2022, {level("gdp", "711.08", 2022)}),
                       report(2024, {level("gdp", "745", 2023), growth("gdp", "7.5", 2023)})});
  BOOST_TEST(gap.check().at(0).rule == "price_basis");
}

BOOST_AUTO_TEST_CASE(panels_are_ordered_and_hold_each_report_once) {
  const sr::Panel panel({report(2025, {}, "乙"), report(2024, {}, "乙"), report(2024, {}, "丙")});
  BOOST_TEST(panel.size() == 3);
  const std::vector<std::string> places{"丙", "乙"};
  BOOST_TEST(panel.places() == places, boost::test_tools::per_element());
  BOOST_TEST(panel.reports()[1].info().year == 2024);
  BOOST_TEST(panel.at("乙", 2025).info().year == 2025);
  BOOST_CHECK_THROW((void)panel.at("丁", 2025), sr::LookupError);
  BOOST_TEST(raises([] { (void)sr::Panel({report(2024, {}), report(2024, {})}); }, {"某市", "2024"}));
  std::ostringstream out;
  out << panel << "; " << sr::Panel();
  BOOST_TEST(out.str() == "3 reports of 2 places, 2024 to 2025; 0 reports of 0 places");
  BOOST_TEST((panel == sr::Panel({report(2024, {}, "丙"), report(2024, {}, "乙"), report(2025, {}, "乙")})));
  BOOST_TEST(std::hash<sr::Panel>{}(panel) == std::hash<sr::Panel>{}(sr::Panel(panel.reports())));
}

namespace {

sr::Report document(sr::DocumentKind kind, std::int32_t year, std::vector<sr::Statement> statements,
                    const char* code = nullptr, const char* place = "某市") {
  sr::ReportInfo info{.place = place, .year = year, .kind = kind};
  if (code != nullptr) info.ref_area = code;
  return {info, std::move(statements)};
}
constexpr auto work_report = sr::DocumentKind::work_report;
constexpr auto communique = sr::DocumentKind::communique;

std::vector<sr::Finding> of_rule(const sr::Panel& panel, std::string_view rule) {
  std::vector<sr::Finding> found = panel.check();
  std::erase_if(found, [&](const sr::Finding& finding) { return finding.rule != rule; });
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents_of_several_kinds) {
  const sr::Report report = document(work_report, 2024, {level("gdp", "100", 2023)});
  const sr::Report figures = document(communique, 2024, {level("gdp", "110", 2024)});
  const sr::Report outline = document(sr::DocumentKind::plan, 2024, {});
  const sr::Panel panel({outline, figures, report});
  BOOST_TEST(panel.size() == 3);
  // The work report stands first, and is what is asked for where no kind is.
  BOOST_TEST((panel.reports()[0] == report && panel.reports()[1] == figures && panel.reports()[2] == outline));
  BOOST_TEST((panel.at("某市", 2024) == report));
  BOOST_TEST((panel.at("某市", 2024, communique) == figures));
  BOOST_CHECK_THROW((void)panel.at("某市", 2023, communique), sr::LookupError);
  const auto twice = [&] { return sr::Panel({figures, figures}); };
  BOOST_CHECK_EXCEPTION((void)twice(), sr::DomainError, [](const sr::DomainError& error) {
    return std::string(error.what()).find("two communiques of") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(the_communique_of_a_year_is_given_with_the_report_of_the_next) {
  const sr::Report plan = document(work_report, 2024, {goal("gdp", "7", 2024)});
  const sr::Report next = document(work_report, 2025, {growth("gdp", "6.8", 2024)});
  const sr::Report figures = document(communique, 2024, {growth("gdp", "7.1", 2024)});
  // It decides where the report says nothing; where that does, it is the first.
  BOOST_TEST(sr::to_string(*sr::Panel({plan, figures}).scorecard().at(0).outcome->quantity) == "7.1%");
  const sr::Panel panel({plan, figures, next});
  BOOST_TEST(sr::to_string(*panel.scorecard().at(0).outcome->quantity) == "6.8%");
  const std::vector<sr::Revision> revisions = panel.revisions();
  BOOST_REQUIRE(revisions.size() == 1U);
  BOOST_TEST((revisions[0].first_vintage == 2025 && revisions[0].later_vintage == 2024));
  BOOST_TEST(near(revisions[0].change, 0.3, 1e-9));
  // That of the year before the plan was made is no outcome of it.
  const sr::Report old = document(communique, 2023, {growth("gdp", "9", 2024)});
  BOOST_TEST((sr::Panel({plan, old}).scorecard().at(0).obstacle == sr::Obstacle::no_report));
}

BOOST_AUTO_TEST_CASE(figures_that_words_leave_open_raise_nothing) {
  const auto open = [](const char* id, sr::Measure measure, const char* value, const char* unit) {
    return say(id, measure, value, unit, 2024, sr::Status::outcome, {.bound = sr::Bound::more_than});
  };
  // Retail sales of more than 365 on 328: by how much is not said.
  const sr::Score level_score = score(goal("retail_sales", "10", 2024), {level("retail_sales", "328", 2023)},
                                      {open("retail_sales", sr::Measure::level, "365", "亿元")});
  BOOST_TEST((level_score.obstacle == sr::Obstacle::rounding));
  // A figure without a year, and incomes that grew by more than 6 %, beside a ratio that should fall.
  sr::Statement undated = growth("gdp", "5", 2024);
  undated.year.reset();
  sr::Statement narrower = goal("income_ratio", "1", 2024);
  narrower.quantity.reset();
  narrower.measure = sr::Measure::level;
  narrower.trend = sr::Trend::falling;
  const sr::Score ratio = score(narrower, {},
                                {undated, open("disposable_income_urban", sr::Measure::growth, "6", "%"),
                                 open("disposable_income_rural", sr::Measure::growth, "6", "%")});
  BOOST_TEST((ratio.obstacle == sr::Obstacle::rounding));
  const sr::Panel restated({document(work_report, 2025, {level("gdp", "100", 2024)}),
                            document(work_report, 2026, {open("gdp", sr::Measure::level, "110", "亿元")})});
  BOOST_TEST(restated.revisions().size() == 1U);
  BOOST_TEST(restated.check().empty());
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_restated) {
  const auto restated = [](const char* first, const char* later) {
    return of_rule(sr::Panel({document(work_report, 2024, {level("gdp", first, 2023)}),
                              document(work_report, 2025, {level("gdp", later, 2023)})}),
                   "restated");
  };
  // 100 is [99.5, 100.5]: 100.4 may be the same figure, 100.6 is none, and 1004 is another unit.
  BOOST_TEST(restated("100", "100.4").empty());
  BOOST_REQUIRE(restated("100", "100.6").size() == 1U);
  const sr::Finding revised = restated("100", "100.6").front();
  BOOST_TEST((revised.severity == sr::Severity::info));
  BOOST_TEST((revised.place == "某市" && revised.vintage == 2025 && revised.kind == work_report));
  BOOST_TEST(near(revised.numbers.at(0).value, 0.6, 1e-9));
  BOOST_TEST((restated("100", "1004").at(0).severity == sr::Severity::warning));
  BOOST_TEST((restated("1000", "100.4").at(0).severity == sr::Severity::warning));
  // Growth: 7 is [6.95, 7.05) in tenths, and the communique of 2024 comes behind the report of 2025.
  const std::vector<sr::Finding> found = of_rule(sr::Panel({document(communique, 2024, {growth("gdp", "7.3", 2024)}),
                                                            document(work_report, 2025, {growth("gdp", "7.0", 2024)})}),
                                                 "restated");
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST((found[0].kind == communique));
  BOOST_TEST(near(found[0].numbers.at(0).value, 0.3, 1e-9));
}

BOOST_AUTO_TEST_CASE(levels_of_neighbouring_years) {
  const auto found = [](const char* first, const char* later, bool with_growth = false) {
    std::vector<sr::Statement> now{level("gdp", later, 2024)};
    if (with_growth) now.push_back(growth("gdp", "7", 2024));
    return of_rule(
        sr::Panel({document(work_report, 2024, {level("gdp", first, 2023)}), document(work_report, 2025, now)}),
        "neighbouring_levels");
  };
  // By convention no more than twice as much, and no less than half: 100 to [200.5, 201.5] is not within 100 %.
  BOOST_TEST(found("100", "200").empty());
  BOOST_TEST(found("100.0", "201").size() == 1U);
  BOOST_TEST(found("200.0", "100").empty());
  BOOST_TEST(found("202.0", "100").size() == 1U);
  // Where growth is stated, the rules on levels and growth speak.
  BOOST_TEST(found("100", "700", true).empty());
}

BOOST_AUTO_TEST_CASE(places_below_a_place) {
  // Shaoxing of 2024 is made of six places.
  const char* const codes[] = {"330602", "330603", "330604", "330624", "330681", "330683"};
  const auto found = [&](std::size_t places, const char* of_each, const char* whole) {
    std::vector<sr::Report> reports{document(work_report, 2024, {level("gdp", whole, 2023)}, "330600")};
    for (std::size_t i = 0; i < places; ++i) {
      reports.push_back(document(work_report, 2024, {level("gdp", of_each, 2023)}, codes[i], codes[i]));
    }
    return of_rule(sr::Panel(reports), "places_sum");
  };
  BOOST_TEST(found(6, "100", "600").empty());
  BOOST_TEST(found(6, "100", "603").empty());       // six times half a unit of rounding
  BOOST_TEST(found(6, "100", "604").size() == 1U);  // all of them are less than the whole
  BOOST_TEST(found(5, "100", "610").empty());       // five may well be
  const std::vector<sr::Finding> more = found(5, "100", "480");
  BOOST_REQUIRE(more.size() == 1U);
  BOOST_TEST((more[0].severity == sr::Severity::warning && more[0].statements.size() == 6U));
  BOOST_TEST(near(more[0].numbers.at(0).value, 500, 1e-9));
  BOOST_TEST(near(more[0].numbers.at(0).interval.upper(), 502.5, 1e-9));
}

BOOST_AUTO_TEST_CASE(targets_of_a_panel_are_held_against_the_place_above) {
  const sr::Report county = document(work_report, 2024, {goal("gdp", "8", 2024)}, "330683", "县");
  const sr::Report province = document(work_report, 2024, {goal("gdp", "5.5", 2024)}, "330000", "省");
  const sr::Report nation = document(work_report, 2024, {goal("gdp", "5", 2024)}, nullptr, "中国");
  const auto found = of_rule(sr::Panel({county, province, nation}), "amplification");
  BOOST_REQUIRE(found.size() == 2U);
  // The nearest above that the panel has: of the county the province, of the province the country.
  for (const sr::Finding& finding : found) {
    BOOST_TEST(near(finding.numbers.at(0).value, finding.place == "县" ? 2.5 : 0.5, 1e-9));
  }
  // A code that no list has is no place below.
  BOOST_TEST(of_rule(sr::Panel({document(work_report, 2024, {goal("gdp", "8", 2024)}, "999999", "县"), nation}),
                     "amplification")
                 .empty());
}

BOOST_AUTO_TEST_SUITE_END()
