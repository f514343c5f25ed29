#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/check.hpp>
#include <shengzhou_report/data/prices.hpp>
#include <shengzhou_report/impl/check/rule.hpp>
#include <shengzhou_report/panel.hpp>
#include <shengzhou_report/parse.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(check)

namespace {

/// A statement by catalogue id.
sr::Statement say(const char* id, sr::Measure measure, const char* value, const char* unit, std::int32_t year,
                  sr::Status status = sr::Status::outcome, const sr::QuantityOptions& options = {}) {
  const sr::Indicator& indicator = sr::find_indicator(id);
  return {.indicator = std::string(indicator.name),
          .indicator_id = id,
          .measure = measure,
          .quantity = sr::Quantity(value, unit, options),
          .status = status,
          .year = year};
}

sr::Statement level(const char* id, const char* value, std::int32_t year, const char* unit = "亿元",
                    const char* step = nullptr) {
  sr::QuantityOptions options;
  if (step != nullptr) options.step = sr::Decimal::parse(step);
  return say(id, sr::Measure::level, value, unit, year, sr::Status::outcome, options);
}

sr::Statement growth(const char* id, const char* value, std::int32_t year) {
  return say(id, sr::Measure::growth, value, "%", year);
}

sr::Statement goal(const char* id, const char* value, std::int32_t year, sr::Bound bound = sr::Bound::exact) {
  return say(id, sr::Measure::growth, value, "%", year, sr::Status::target, {.bound = bound});
}

sr::Statement level_goal(const char* id, const char* value, const char* unit, std::int32_t year,
                         sr::Bound bound = sr::Bound::exact) {
  return say(id, sr::Measure::level, value, unit, year, sr::Status::target, {.bound = bound});
}

sr::Statement promise(const char* name, const char* id, sr::Trend trend, std::int32_t year,
                      sr::Status status = sr::Status::target) {
  return {.indicator = name, .indicator_id = id, .trend = trend, .status = status, .year = year};
}

const char* const urban = "disposable_income_urban";
const char* const rural = "disposable_income_rural";

std::vector<sr::Finding> findings(std::vector<sr::Statement> statements, std::string_view rule,
                                  const sr::CheckOptions& options = {}) {
  std::vector<sr::Finding> found = sr::check(sr::Report({}, std::move(statements)), options);
  std::erase_if(found, [&](const sr::Finding& finding) { return finding.rule != rule; });
  return found;
}

sr::Finding only(const std::vector<sr::Finding>& found) {
  BOOST_REQUIRE_MESSAGE(found.size() == 1U, found.size() << " findings");
  return found.front();
}

const sr::FindingNumber& number(const sr::Finding& finding, const char* name) {
  const auto found = std::find_if(finding.numbers.begin(), finding.numbers.end(),
                                  [&](const sr::FindingNumber& candidate) { return candidate.name == name; });
  BOOST_REQUIRE_MESSAGE((found != finding.numbers.end()), name);
  return *found;
}

bool says(const sr::Finding& finding, const char* text) {
  if (finding.message.find(text) != std::string::npos) return true;
  BOOST_TEST_MESSAGE(finding.message);
  return false;
}

const sr::data::PriceRow& national(std::int32_t year) {
  const auto* row = std::find_if(std::begin(sr::data::prices), std::end(sr::data::prices),
                                 [&](const sr::data::PriceRow& candidate) { return candidate.year == year; });
  BOOST_REQUIRE(row != std::end(sr::data::prices));
  return *row;
}

/// A report that says what an example does.
sr::Report report_of(const sr::detail::rules::Example& example) {
  return sr::parse(std::string("云岭市2031年政府工作报告\n一、2030年工作回顾\n") + example.review +
                   "\n二、2031年工作安排\n" + example.plan + "\n");
}

/// What a panel finds in that report beside one of the year before and one of a place below.
std::vector<sr::Finding> found_in_panel(const sr::detail::rules::Rule& rule,
                                        const sr::detail::rules::Example& example) {
  const auto as = [](const sr::Report& report, const char* code) {
    sr::ReportInfo info = report.info();
    info.ref_area = code;
    return sr::Report(std::move(info), report.statements(), {}, {}, report.text());
  };
  const sr::Report before =
      sr::parse(std::string("云岭市2030年政府工作报告\n一、2029年工作回顾\n") + rule.before + "\n二、2030年工作安排\n");
  const sr::Report below =
      sr::parse(std::string("云溪县2031年政府工作报告\n一、2030年工作回顾\n") + rule.below + "\n二、2031年工作安排\n");
  return sr::Panel({as(before, "330600"), as(report_of(example), "330600"), as(below, "330683")}).check();
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_rule_has_a_report_that_raises_it_and_one_that_does_not) {
  for (const sr::detail::rules::Rule& rule : sr::detail::rules::all_rules()) {
    const sr::Report parent = report_of({.review = "", .plan = rule.parent});
    const auto found_in = [&](const sr::detail::rules::Example& example) {
      const bool panel = *rule.before != '\0' || *rule.below != '\0';
      std::vector<sr::Finding> found = panel ? found_in_panel(rule, example) : sr::check(report_of(example), parent);
      std::erase_if(found, [&](const sr::Finding& finding) { return finding.rule != rule.name; });
      return found;
    };
    const std::vector<sr::Finding> raised = found_in(rule.raises);
    BOOST_TEST(!raised.empty(), rule.name << " is silent on the report that should raise it");
    for (const sr::Finding& finding : raised) BOOST_TEST((finding.severity <= rule.worst), finding);
    BOOST_TEST(found_in(rule.silent).empty(), rule.name << " speaks up on a report that says nothing of it");
  }
}

BOOST_AUTO_TEST_CASE(the_embedded_report) {
  const std::vector<sr::Finding> found = sr::check(sr::shengzhou_2024());
  std::vector<std::string> rules;
  for (const sr::Finding& finding : found) {
    rules.push_back(finding.rule);
    // No false alarm: nothing in it is untrue.
    BOOST_TEST((finding.severity == sr::Severity::info));
    for (const sr::Statement& statement : finding.statements) {
      BOOST_TEST((std::find(sr::shengzhou_2024().begin(), sr::shengzhou_2024().end(), statement) !=
                  sr::shengzhou_2024().end()));
    }
  }
  const std::vector<std::string> expected{"price_basis", "gap_widens", "ratio_narrowed", "in_step",
                                          "in_step",     "in_step",    "feasible_set"};
  BOOST_TEST(rules == expected, boost::test_tools::per_element());

  const sr::FindingNumber& base = number(found[0], "implied_base");
  BOOST_TEST(near(base.value, 745 / 1.075, 1e-12));
  BOOST_TEST(near(base.interval.lower(), 744.5 / 1.0755, 1e-9));
  BOOST_TEST(near(base.interval.upper(), 745.5 / 1.0745, 1e-9));
  BOOST_TEST(base.unit.symbol() == "亿元");
  BOOST_TEST(says(found[0], "693.02亿元"));
  BOOST_TEST(says(found[0], "at constant prices"));

  // Published computations: a threshold of 11.3 %, a peak after about 108 years.
  BOOST_TEST(near(number(found[1], "gap_threshold").value, 11.3, 0.05));
  BOOST_TEST(number(found[1], "years").value == 108);
  BOOST_TEST(says(found[1], "widens for about 108 years"));

  const sr::FindingNumber& difference = number(found[2], "growth_difference");
  BOOST_TEST(near(difference.value, 0.5, 1e-12));
  BOOST_TEST(near(difference.interval.lower(), 0.4, 1e-9));
  BOOST_TEST(near(difference.interval.upper(), 0.6, 1e-9));
  BOOST_TEST(says(found[2], "narrowed with certainty"));

  BOOST_TEST(says(found[5], "at least 6.8%"));
  BOOST_TEST(near(number(found[5], "least_income_growth").value, 6.8, 1e-12));
  BOOST_TEST(says(found[6], "can be met together"));
  BOOST_TEST(says(found[6], "which the report does not state"));
  BOOST_TEST(says(found[6], "(6.8%, 6.8%), (15%, 15%), (6.8%, 15%)"));
  BOOST_TEST(near(number(found[6], "area").value, 8.2 * 8.2 / 2, 1e-9));
}

BOOST_AUTO_TEST_CASE(rules_have_names) {
  const std::vector<sr::CheckRule> rules = sr::check_rules();
  BOOST_TEST(rules.size() == 22U);
  for (const sr::CheckRule& rule : rules) {
    BOOST_TEST(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    BOOST_TEST(std::count(rules.begin(), rules.end(), rule) == 1);
  }
  for (const sr::Finding& finding : sr::check(sr::shengzhou_2024())) {
    BOOST_TEST(std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.name == finding.rule; }));
  }
  BOOST_TEST(sr::check(sr::Report()).empty());
}

BOOST_AUTO_TEST_CASE(deflators_of_a_county) {
  // Shengzhou: level, next level and real growth as published, and the deflators that they imply.
  struct Year {
    const char* from;
    const char* to;
    const char* real;
    std::int32_t year;
    double deflator;
    sr::Severity severity;
  };
  for (const Year& year : {Year{"532.16", "560.65", "8.0", 2018, -2.45, sr::Severity::warning},
                           Year{"560.65", "589.15", "6.3", 2019, -1.14, sr::Severity::info},
                           Year{"711.08", "745", "7.5", 2023, -2.54, sr::Severity::info}}) {
    BOOST_TEST_CONTEXT(year.year) {
      const sr::Finding finding = only(findings({level("gdp", year.from, year.year - 1),
                                                 level("gdp", year.to, year.year), growth("gdp", year.real, year.year)},
                                                "implied_deflator"));
      BOOST_TEST(near(number(finding, "implied_deflator").value, year.deflator, 0.006));
      BOOST_TEST(number(finding, "implied_deflator").interval.contains(number(finding, "implied_deflator").value));
      BOOST_TEST((finding.severity == year.severity));
    }
  }
  // 2022: 711.08 on 658.39 at +4.1 %.
  const sr::Finding finding = only(findings(
      {level("gdp", "658.39", 2021), level("gdp", "711.08", 2022), growth("gdp", "4.1", 2022)}, "implied_deflator"));
  BOOST_TEST(near(number(finding, "implied_deflator").value, 3.75, 0.006));
  // The band is the caller's.
  sr::CheckOptions narrow;
  narrow.deflator_band = {-0.001, 0.02};
  BOOST_TEST((only(findings({level("gdp", "658.39", 2021), level("gdp", "711.08", 2022), growth("gdp", "4.1", 2022)},
                            "implied_deflator", narrow))
                  .severity == sr::Severity::warning));
  // Where the year before is stated, the base that growth implies needs no remark of its own.
  BOOST_TEST(
      findings({level("gdp", "658.39", 2021), level("gdp", "711.08", 2022), growth("gdp", "4.1", 2022)}, "price_basis")
          .empty());
}

BOOST_AUTO_TEST_CASE(deflators_are_of_their_year) {
  // Levels and real growth of the country as the statistical yearbook prints them: its deflator is that of the table,
  // and no alarm, in the years of high prices as in those of falling ones.
  struct Year {
    std::int32_t year;
    const char* from;
    const char* to;
    const char* real;
  };
  for (const Year& year : {Year{1988, "12174.6", "15180.4", "11.2"}, Year{1993, "27194.5", "35673.2", "13.9"},
                           Year{1994, "35673.2", "48637.5", "13.0"}, Year{1999, "85195.5", "90564.4", "7.7"},
                           Year{2009, "319244.6", "348517.7", "9.4"}, Year{2021, "1013567", "1149237", "8.4"}}) {
    BOOST_TEST_CONTEXT(year.year) {
      const sr::Finding finding = only(findings({level("gdp", year.from, year.year - 1),
                                                 level("gdp", year.to, year.year), growth("gdp", year.real, year.year)},
                                                "implied_deflator"));
      BOOST_TEST((finding.severity == sr::Severity::info));
      BOOST_TEST(near(number(finding, "implied_deflator").value, national(year.year).gdp_deflator, 0.25));
    }
  }
  // Consumer prices as the yearbook has them.
  for (const auto& [year, prices] : {std::pair{1988, 18.8}, {1994, 24.1}, {1999, -1.4}, {2008, 5.9}, {2020, 2.5}})
    BOOST_TEST(near(national(year).consumer_prices, prices, 0.25), year);
  // The rule looks a year up by its distance from the first.
  for (std::size_t i = 0; i < std::size(sr::data::prices); ++i)
    BOOST_TEST(sr::data::prices[i].year == sr::data::prices[0].year + static_cast<std::int32_t>(i));

  const auto severity = [](const char* to, std::int32_t year, const sr::CheckOptions& options = {}) {
    return only(findings({level("gdp", "999.9", year - 1), level("gdp", to, year), growth("gdp", "10", year)},
                         "implied_deflator", options))
        .severity;
  };
  // Prices that rise by 20 % are those of 1994 and of no other; none that rise are no longer those of 1994.
  BOOST_TEST((severity("1319.9", 1994) == sr::Severity::info));
  BOOST_TEST((severity("1319.9", 2014) == sr::Severity::warning));
  BOOST_TEST((severity("1121.9", 1994) == sr::Severity::warning));
  BOOST_TEST((severity("1121.9", 2014) == sr::Severity::info));
  // Where no national prices are known the band is the usual one, and the caller's where there is one.
  BOOST_TEST((severity("1179.9", 2100) == sr::Severity::info));
  BOOST_TEST((severity("1199.9", 2100) == sr::Severity::warning));
  sr::CheckOptions wide;
  wide.deflator_band = {-0.02, 0.25};
  BOOST_TEST((severity("1319.9", 2014, wide) == sr::Severity::info));

  // Over a span prices are those of its years: 14.5 % a year from 1992 to 1997, but not from 2012 to 2017.
  const auto average = [](std::int32_t from) {
    sr::Statement statement = growth("rural_net_income", "5", from + 5);
    statement.period = sr::Period::year_average;
    statement.stated_basis = sr::PriceBasis::constant;
    return only(findings({level("rural_net_income", "723", from, "元"),
                          level("rural_net_income", "1811", from + 5, "元"), statement},
                         "implied_deflator"))
        .severity;
  };
  BOOST_TEST((average(1992) == sr::Severity::info));
  BOOST_TEST((average(2012) == sr::Severity::warning));
}

BOOST_AUTO_TEST_CASE(growth_on_another_scope_follows_from_no_levels) {
  const auto severity = [](const char* how) {
    std::vector<sr::Finding> found = sr::check(report_of(
        {.review =
             ("2029年，一般公共预算收入50亿元。2030年，一般公共预算收入60亿元，" + std::string(how) + "。").c_str()}));
    std::erase_if(found, [](const sr::Finding& finding) {
      return finding.rule != "level_growth" && finding.rule != "implied_deflator";
    });
    return only(found).severity;
  };
  BOOST_TEST((severity("增长7.5%") == sr::Severity::warning));
  BOOST_TEST((severity("同口径增长7.5%") == sr::Severity::info));
  BOOST_TEST((severity("剔除减税因素增长7.5%") == sr::Severity::info));
  BOOST_TEST((severity("扣除减税因素后，增长7.5%") == sr::Severity::info));
  BOOST_TEST((severity("增长7.5%（同口径）") == sr::Severity::info));
  BOOST_TEST((severity("增长7.5%（剔除减税20亿元因素）") == sr::Severity::info));
  // Prices taken out make growth real and leave the scope as it is; what the figure before was of is another matter.
  BOOST_TEST((severity("扣除价格因素增长7.5%") == sr::Severity::warning));
  BOOST_TEST((severity("税收同口径增长9%，一般公共预算收入增长7.5%") == sr::Severity::warning));
}

BOOST_AUTO_TEST_CASE(incomes_agree_with_their_growth) {
  // Published pairs of Shengzhou reproduce the published nominal growth.
  BOOST_TEST(
      findings({level(urban, "52039", 2017, "元"), level(urban, "56360", 2018, "元"), growth(urban, "8.3", 2018)},
               "level_growth")
          .empty());
  BOOST_TEST(
      findings({level(rural, "29459", 2018, "元"), level(rural, "32131", 2019, "元"), growth(rural, "9.1", 2019)},
               "level_growth")
          .empty());
  const sr::Finding wrong =
      only(findings({level(urban, "52039", 2017, "元"), level(urban, "56360", 2018, "元"), growth(urban, "8.5", 2018)},
                    "level_growth"));
  BOOST_TEST((wrong.severity == sr::Severity::error));
  BOOST_TEST(near(number(wrong, "implied_growth").value, 8.3034, 1e-4));
  BOOST_TEST(near(number(wrong, "implied_base").value, 56360 / 1.085, 1e-6));
  BOOST_TEST(wrong.statements.size() == 3U);
  BOOST_TEST(says(wrong, "8.5% is printed"));
  // Rounded to 100 yuan the same figures agree.
  BOOST_TEST(findings({level(urban, "52000", 2017, "元", "100"), level(urban, "56400", 2018, "元", "100"),
                       growth(urban, "8.5", 2018)},
                      "level_growth")
                 .empty());
}

BOOST_AUTO_TEST_CASE(comparable_scope_is_no_mistake) {
  // Investment of 299.51 and 228.2 is said to have grown by 17 %: a comparable base of 195.0.
  const sr::Finding finding =
      only(findings({level("fixed_asset_investment", "299.51", 2017), level("fixed_asset_investment", "228.2", 2018),
                     growth("fixed_asset_investment", "17", 2018)},
                    "level_growth"));
  BOOST_TEST((finding.severity == sr::Severity::info));
  BOOST_TEST(near(number(finding, "implied_base").value, 195.0, 0.05));
  BOOST_TEST(says(finding, "chain growth, not levels"));
  // Revenue is no such series, but may have been restated.
  BOOST_TEST(
      (only(findings({level("general_budget_revenue", "45.49", 2018), level("general_budget_revenue", "45.76", 2019),
                      growth("general_budget_revenue", "10.9", 2019)},
                     "level_growth"))
           .severity == sr::Severity::warning));
  BOOST_TEST(findings({level("general_budget_revenue", "45.49", 2018), level("general_budget_revenue", "45.76", 2019),
                       growth("general_budget_revenue", "0.6", 2019)},
                      "level_growth")
                 .empty());
}

BOOST_AUTO_TEST_CASE(a_plan_is_made_of_round_figures) {
  // 600 on 551.5 is 8.8 %, and 9.5 % is planned: a round figure. 700 is another scope, or misread.
  const auto plan = [](const char* planned) {
    return only(findings({level("retail_sales", "551.5", 2013), level_goal("retail_sales", planned, "亿元", 2014),
                          goal("retail_sales", "9.5", 2014)},
                         "level_growth"));
  };
  BOOST_TEST((plan("600").severity == sr::Severity::info));
  BOOST_TEST(says(plan("600"), "round figures"));
  BOOST_TEST((plan("700").severity == sr::Severity::warning));
  BOOST_TEST(says(plan("700"), "by convention"));
  // An outcome is no plan.
  BOOST_TEST((only(findings({level("retail_sales", "551.5", 2013), level("retail_sales", "600", 2014),
                             growth("retail_sales", "9.5", 2014)},
                            "level_growth"))
                  .severity == sr::Severity::warning));
  // So are prices in a plan: 130 on 100 at 18 % takes 10 % of them.
  const auto prices = [](const char* planned) {
    return only(findings({level("gdp", "100", 2013), level_goal("gdp", planned, "亿元", 2014), goal("gdp", "18", 2014)},
                         "implied_deflator"));
  };
  BOOST_TEST((prices("130").severity == sr::Severity::info));
  BOOST_TEST((prices("140").severity == sr::Severity::warning));
}

BOOST_AUTO_TEST_CASE(levels_at_the_ends_of_a_span_are_not_of_neighbouring_years) {
  // The base stands where a reader takes it for last year's: 402 to 600 at 8.3 % a year over five years.
  sr::Statement average = growth("general_budget_revenue", "8.3", 2020);
  average.period = sr::Period::year_average;
  const std::vector<sr::Statement> statements{level("general_budget_revenue", "402", 2019),
                                              level("general_budget_revenue", "600", 2020),
                                              growth("general_budget_revenue", "4", 2020), average};
  BOOST_TEST(findings(statements, "level_growth").empty());
  BOOST_TEST(findings({statements[0], statements[1], statements[2]}, "level_growth").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_stated_twice_is_left_aside) {
  BOOST_TEST(findings({level(urban, "30000", 2018, "元"), level(urban, "52039", 2017, "元"),
                       level(urban, "56360", 2018, "元"), growth(urban, "8.5", 2018)},
                      "level_growth")
                 .empty());
}

BOOST_AUTO_TEST_CASE(levels_of_firms_above_a_size_do_not_tell_prices) {
  // Notes of the National Bureau of Statistics: the circle of these firms changes by the year, growth is on one circle.
  const char* value_added = "industrial_value_added";
  const sr::Finding year = only(
      findings({level(value_added, "332", 2011), level(value_added, "301", 2012), growth(value_added, "9.8", 2012)},
               "implied_deflator"));
  BOOST_TEST((year.severity == sr::Severity::info));
  BOOST_TEST(year.message.find("comparable scope") != std::string::npos);
  sr::Statement average = growth(value_added, "5.8", 2016);
  average.period = sr::Period::year_average;
  average.base_year = 2011;
  const sr::Finding years =
      only(findings({level(value_added, "332", 2011), level(value_added, "301", 2016), average}, "implied_deflator"));
  BOOST_TEST((years.severity == sr::Severity::info));
  BOOST_TEST(years.message.find("comparable scope") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(yearly_averages) {
  // Huzhou 2011 to 2016: 9.57 % and 10.12 % a year, published as 9.6 and 10.1; GDP 8.09 % nominal against 8.6 real.
  const auto average = [](const char* id, const char* value) {
    sr::Statement statement = growth(id, value, 2016);
    statement.period = sr::Period::year_average;
    return statement;
  };
  const auto incomes = [&](const char* printed) {
    return findings({level(urban, "28993", 2011, "元"), level(urban, "45794", 2016, "元"), average(urban, printed)},
                    "yearly_average");
  };
  BOOST_TEST(incomes("9.6").empty());
  BOOST_TEST(near(number(only(incomes("9.9")), "implied_growth").value, 9.57, 0.005));
  BOOST_TEST((only(incomes("9.9")).severity == sr::Severity::info));
  BOOST_TEST((only(incomes("13.9")).severity == sr::Severity::warning));
  BOOST_TEST(findings({level(rural, "16367", 2011, "元"), level(rural, "26508", 2016, "元"), average(rural, "10.1")},
                      "yearly_average")
                 .empty());
  const sr::Finding gdp = only(
      findings({level("gdp", "1520", 2011), level("gdp", "2243.1", 2016), average("gdp", "8.6")}, "implied_deflator"));
  BOOST_TEST(near(number(gdp, "implied_growth").value, 8.09, 0.005));
  BOOST_TEST((gdp.severity == sr::Severity::info));
  // Chained growth leaves a difference to the deflator: -2.4 % a year is no more than that, -5.5 % is.
  const auto deflated = [&](const char* printed) {
    return only(findings({level("gdp", "1520", 2011), level("gdp", "2243.1", 2016), average("gdp", printed)},
                         "implied_deflator"))
        .severity;
  };
  BOOST_TEST((deflated("10.7") == sr::Severity::info));
  BOOST_TEST((deflated("14.4") == sr::Severity::warning));
  // Growth on a comparable scope does not follow from levels.
  BOOST_TEST((only(findings({level("fixed_asset_investment", "1520", 2011),
                             level("fixed_asset_investment", "2243.1", 2016), average("fixed_asset_investment", "15")},
                            "yearly_average"))
                  .severity == sr::Severity::info));
  // Two starts leave the span open.
  BOOST_TEST(findings({level(urban, "28993", 2011, "元"), level(urban, "31000", 2012, "元"),
                       level(urban, "45794", 2016, "元"), average(urban, "9.9")},
                      "yearly_average")
                 .empty());
}

BOOST_AUTO_TEST_CASE(parts_add_up) {
  // Shengzhou 2017: 39.10 + 265.00 + 228.06 = 532.16.
  const auto industries = [](const char* whole, const char* primary = "39.10") {
    return findings({level("gdp", whole, 2017), level("value_added_primary", primary, 2017),
                     level("value_added_secondary", "265.00", 2017), level("value_added_tertiary", "228.06", 2017)},
                    "sum_of_parts");
  };
  BOOST_TEST(industries("532.16").empty());
  // Four figures rounded to 0.01 may be apart by 0.02.
  BOOST_TEST(industries("532.18").empty());
  // As decimals, whose ends touch where those of binary sums miss each other: 242.56 + 319.49 + 312.25 is 874.315 at
  // most, and 874.32 is 874.315 at least.
  const auto touches = [](const char* whole) {
    return findings({level("gdp", whole, 2017), level("value_added_primary", "242.56", 2017),
                     level("value_added_secondary", "319.49", 2017), level("value_added_tertiary", "312.25", 2017)},
                    "sum_of_parts");
  };
  BOOST_TEST(touches("874.32").empty());
  BOOST_TEST(touches("874.28").empty());
  BOOST_TEST(touches("874.33").size() == 1U);
  BOOST_TEST(touches("874.27").size() == 1U);
  const sr::Finding finding = only(industries("532.19"));
  BOOST_TEST((finding.severity == sr::Severity::error));
  BOOST_TEST(near(number(finding, "sum").value, 532.16, 1e-9));
  BOOST_TEST(near(number(finding, "sum").interval.upper(), 532.175, 1e-9));
  BOOST_TEST(finding.statements.size() == 4U);
  // Units convert.
  const auto trade = [](const char* imports) {
    return findings(
        {level("exports_imports", "100", 2023), level("exports", "80", 2023), level("imports", imports, 2023, "万元")},
        "sum_of_parts");
  };
  BOOST_TEST(trade("200000").empty());
  BOOST_TEST(trade("150000").size() == 1U);
  // One part missing, or another currency: nothing to say.
  BOOST_TEST(findings({level("exports_imports", "100", 2023), level("exports", "20", 2023)}, "sum_of_parts").empty());
  BOOST_TEST(findings({level("exports_imports", "100", 2023), level("exports", "8", 2023),
                       level("imports", "2", 2023, "亿美元")},
                      "sum_of_parts")
                 .empty());
}

BOOST_AUTO_TEST_CASE(a_whole_grows_as_its_parts_do) {
  // Shengzhou 2017: 2.0, 7.9 and 8.6 % in the industries, 7.8 % altogether.
  const auto industries = [](const char* whole) {
    return findings({growth("gdp", whole, 2017), growth("value_added_primary", "2.0", 2017),
                     growth("value_added_secondary", "7.9", 2017), growth("value_added_tertiary", "8.6", 2017)},
                    "growth_of_parts");
  };
  BOOST_TEST(industries("7.8").empty());
  BOOST_TEST(industries("8.7").empty());
  BOOST_TEST((only(industries("8.8")).severity == sr::Severity::warning));
  BOOST_TEST((only(industries("1.8")).severity == sr::Severity::warning));
  // Mean income may grow beyond both of its parts, as migration shifts the shares (note of the statistics office).
  BOOST_TEST(sr::check(sr::Report({}, {growth("disposable_income_all", "9.0", 2020), growth(urban, "7.0", 2020),
                                       growth(rural, "8.0", 2020)}))
                 .size() == 1U);
  BOOST_TEST((only(findings({growth("exports_imports", "9.0", 2023), growth("exports", "5.0", 2023),
                             growth("imports", "8.0", 2023)},
                            "growth_of_parts"))
                  .severity == sr::Severity::error));
}

BOOST_AUTO_TEST_CASE(parts_stay_within_their_whole) {
  BOOST_TEST(findings({level("fixed_asset_investment", "286", 2023), level("industrial_investment", "120", 2023)},
                      "part_exceeds_whole")
                 .empty());
  const sr::Finding finding =
      only(findings({level("fixed_asset_investment", "286", 2023), level("industrial_investment", "287.1", 2023)},
                    "part_exceeds_whole"));
  BOOST_TEST((finding.severity == sr::Severity::error));
  BOOST_TEST((finding.statements[0].indicator_id == "industrial_investment"));
  // Rounding may hide that they are equal.
  BOOST_TEST(findings({level("fixed_asset_investment", "286", 2023), level("industrial_investment", "286.4", 2023)},
                      "part_exceeds_whole")
                 .empty());
  BOOST_TEST(findings({level("general_budget_revenue", "50", 2023), level("fiscal_revenue_total", "40", 2023)},
                      "part_exceeds_whole")
                 .size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_part_can_grow_too_fast) {
  // 60 % of investment grows by 20 % while all of it grows by 8 %: the rest falls by 10 %.
  const auto investment = [](const char* part, const char* part_growth, sr::Bound bound = sr::Bound::exact) {
    return findings(
        {level("fixed_asset_investment", "100", 2023), level("industrial_investment", part, 2023),
         goal("fixed_asset_investment", "8", 2024, bound), goal("industrial_investment", part_growth, 2024)},
        "part_growth");
  };
  const sr::Finding finding = only(investment("60", "20"));
  BOOST_TEST((finding.severity == sr::Severity::info));
  BOOST_TEST(near(number(finding, "pull").value, 12, 1e-9));
  BOOST_TEST(near(number(finding, "growth_of_rest").value, -10, 1e-9));
  BOOST_TEST(investment("40", "20").empty());
  // 95 that grow by 20 % are 114, more than 108.
  BOOST_TEST((only(investment("95", "20")).severity == sr::Severity::error));
  // "At least 8 %" leaves room.
  BOOST_TEST((only(investment("95", "20", sr::Bound::at_least)).severity == sr::Severity::info));
}

BOOST_AUTO_TEST_CASE(shares_and_quotients) {
  const auto share = [](const char* printed) {
    return findings({say("tertiary_share", sr::Measure::level, printed, "%", 2017), level("gdp", "532.16", 2017),
                     level("value_added_tertiary", "228.06", 2017)},
                    "share_of_whole");
  };
  BOOST_TEST(share("42.9").empty());
  // Shares of the industries are made to add up to 100: one of them may be off by a unit of its last place.
  BOOST_TEST(share("42.8").empty());
  BOOST_TEST(share("43.0").empty());
  BOOST_TEST(share("43.1").size() == 1U);
  BOOST_TEST(near(number(only(share("43.5")), "quotient").value, 42.855, 0.001));
  BOOST_TEST((only(share("43.5")).severity == sr::Severity::error));
  // R&D and GDP close at different times: 5350 of 145800 is 3.67 %.
  const auto intensity = [](const char* printed) {
    return only(findings({say("rd_intensity", sr::Measure::level, printed, "%", 2017),
                          level("rd_expenditure", "5350", 2017), level("gdp", "145800", 2017)},
                         "share_of_whole"))
        .severity;
  };
  BOOST_TEST((intensity("3.6") == sr::Severity::info));
  // What is far off is spending of another circle: that of firms, or of a project.
  BOOST_TEST((intensity("3.3") == sr::Severity::info));

  const auto ratio = [](const char* printed, const char* unit = "倍") {
    return findings({level("income_ratio", printed, 2023, unit), level(urban, "77400", 2023, "元", "100"),
                     level(rural, "43200", 2023, "元", "100")},
                    "income_ratio");
  };
  BOOST_TEST(ratio("1.79").empty());
  BOOST_TEST(ratio("1.79", "").empty());
  BOOST_TEST(ratio("1.8").empty());
  const sr::Finding wrong = only(ratio("1.81"));
  BOOST_TEST(near(number(wrong, "quotient").value, 1.7917, 1e-4));
  BOOST_TEST(near(number(wrong, "quotient").interval.lower(), 1.7884, 1e-4));
  BOOST_TEST(near(number(wrong, "quotient").interval.upper(), 1.7949, 1e-4));

  const auto gap = [](const char* printed) {
    return findings({level("income_gap", printed, 2023, "元"), level(urban, "77400", 2023, "元", "100"),
                     level(rural, "43200", 2023, "元", "100")},
                    "income_gap");
  };
  BOOST_TEST(gap("34250").empty());
  BOOST_TEST(gap("34400").size() == 1U);
}

BOOST_AUTO_TEST_CASE(compositions_add_up_to_the_whole) {
  const auto industries = [](const char* a, const char* b, const char* c) {
    std::vector<sr::Statement> statements;
    for (const char* value : {a, b, c})
      statements.push_back(say("sector_structure", sr::Measure::level, value, "%", 2023));
    return findings(statements, "shares_sum");
  };
  BOOST_TEST(industries("7.3", "49.8", "42.9").empty());
  BOOST_TEST(industries("7.3", "49.8", "43.0").empty());
  BOOST_TEST(only(industries("7.3", "49.8", "43.5")).statements.size() == 3U);
  // As 10:40:51 is read, each term has a name.
  const auto shares = [](const char* a, const char* b, const char* c) {
    return findings({say("primary_share", sr::Measure::level, a, "%", 2023),
                     say("secondary_share", sr::Measure::level, b, "%", 2023),
                     say("tertiary_share", sr::Measure::level, c, "%", 2023)},
                    "shares_sum");
  };
  BOOST_TEST(shares("10", "40", "51").empty());
  BOOST_TEST(shares("7.3", "49.8", "43.0").empty());
  // 40. 8 with a blank is read as 40: a term with fewer places than the others may be cut short.
  BOOST_TEST(shares("8.8", "50.4", "40").empty());
  BOOST_TEST(shares("8.8", "50.4", "39").size() == 1U);
  const sr::Finding wrong = only(shares("10", "40", "52"));
  BOOST_TEST((wrong.severity == sr::Severity::error));
  BOOST_TEST(wrong.statements.size() == 3U);
  BOOST_TEST(near(number(wrong, "sum").value, 102, 1e-9));
  BOOST_TEST(findings({say("primary_share", sr::Measure::level, "30", "%", 2023),
                       say("tertiary_share", sr::Measure::level, "80", "%", 2023)},
                      "shares_sum")
                 .empty());
}

BOOST_AUTO_TEST_CASE(gdp_per_head_is_over_the_mean_population) {
  // Zhejiang 2024: 9013.1 billion over the mean of 66.27 and 66.70 million is 135565 yuan, as published.
  const auto zhejiang = [](const char* printed, bool both = true) {
    std::vector<sr::Statement> statements{level("gdp", "90131", 2024),
                                          level("resident_population", "6670.0", 2024, "万人"),
                                          level("gdp_per_capita", printed, 2024, "元")};
    if (both) statements.push_back(level("resident_population", "6627", 2023, "万人"));
    return findings(statements, "gdp_per_head");
  };
  BOOST_TEST(zhejiang("135565").empty());
  // Rounding of the four figures leaves 135559 to 135573.
  BOOST_TEST(zhejiang("135581").size() == 1U);
  BOOST_TEST((only(zhejiang("136500")).severity == sr::Severity::info));
  const sr::Finding wrong = only(zhejiang("142000"));
  BOOST_TEST((wrong.severity == sr::Severity::warning));
  BOOST_TEST(near(number(wrong, "gdp_per_head").value, 135565, 5));
  BOOST_TEST(wrong.statements.size() == 4U);
  // One end of the year is near its mean and no more.
  BOOST_TEST(zhejiang("135565", false).empty());
  BOOST_TEST(zhejiang("136500", false).empty());
  BOOST_TEST((only(zhejiang("142000", false)).severity == sr::Severity::warning));
  // Shengzhou 2022: 99856 yuan is per head of the registered population.
  const auto shengzhou = [](std::vector<sr::Statement> more) {
    more.push_back(level("gdp", "711.08", 2022));
    more.push_back(level("resident_population", "67.5", 2022, "万人"));
    more.push_back(level("gdp_per_capita", "99856", 2022, "元"));
    return only(findings(std::move(more), "gdp_per_head"));
  };
  BOOST_TEST(says(shengzhou({}), "another denominator"));
  BOOST_TEST(
      says(shengzhou({level("registered_population", "71.4", 2022, "万人")}), "registered population of 71.4万人"));
  // Dollars are no yuan, and a bound is kept.
  BOOST_TEST(findings({level("gdp", "711.08", 2022), level("resident_population", "67.5", 2022, "万人"),
                       level("gdp_per_capita", "3", 2022, "万美元")},
                      "gdp_per_head")
                 .empty());
}

BOOST_AUTO_TEST_CASE(the_ratio_narrows_or_not) {
  const auto narrowed = [](const char* u, const char* r) {
    return only(findings({growth(urban, u, 2023), growth(rural, r, 2023)}, "ratio_narrowed"));
  };
  BOOST_TEST(says(narrowed("6.3", "6.8"), "with certainty"));
  BOOST_TEST(says(narrowed("6.3", "6.3"), "leaves open"));
  BOOST_TEST(says(narrowed("6.8", "6.3"), "did not narrow"));
  BOOST_TEST((narrowed("6.8", "6.3").severity == sr::Severity::info));
  // Unless the report says so.
  const sr::Statement claim =
      promise("城乡居民收入倍差", "income_ratio", sr::Trend::falling, 2023, sr::Status::outcome);
  const sr::Finding wrong =
      only(findings({growth(urban, "6.8", 2023), growth(rural, "6.3", 2023), claim}, "ratio_narrowed"));
  BOOST_TEST((wrong.severity == sr::Severity::error));
  BOOST_TEST((wrong.statements[0] == claim));
}

BOOST_AUTO_TEST_CASE(the_gap_turns_or_not) {
  const auto gap = [](const char* u, const char* r) {
    return only(findings({level(urban, "20000", 2023, "元"), level(rural, "10000", 2023, "元"), growth(urban, u, 2023),
                          growth(rural, r, 2023)},
                         "gap_widens"));
  };
  // Twice as fast is what a ratio of 2 asks for.
  BOOST_TEST(says(gap("5.0", "10.1"), "so the gap narrows"));
  BOOST_TEST(says(gap("5.0", "9.0"), "widens for about"));
  BOOST_TEST(says(gap("5.0", "5.0"), "widens for ever"));
  BOOST_TEST(near(number(gap("5.0", "9.0"), "gap_threshold").value, 10, 1e-9));
  BOOST_TEST(
      findings({level(urban, "20000", 2023, "元"), level(rural, "10000", 2023, "元"),
                say(urban, sr::Measure::growth, "5", "%", 2023, sr::Status::outcome, {.bound = sr::Bound::at_least}),
                growth(rural, "9", 2023)},
               "gap_widens")
          .empty());
  BOOST_TEST(findings({level(urban, "20000", 2023, "元"), level(rural, "10000", 2023, "元"), growth(urban, "-1", 2023),
                       growth(rural, "1", 2023)},
                      "gap_widens")
                 .empty());
}

BOOST_AUTO_TEST_CASE(a_falling_ratio_needs_targets_that_bring_it) {
  const sr::Statement falls = promise("城乡居民收入倍差", "income_ratio", sr::Trend::falling, 2024);
  const auto together = [&](const char* u, const char* r) {
    return findings({goal(urban, u, 2024), goal(rural, r, 2024), falls}, "ratio_and_incomes");
  };
  BOOST_TEST(together("7.0", "7.5").empty());
  BOOST_TEST((only(together("7.0", "7.0")).severity == sr::Severity::warning));
  BOOST_TEST(together("7.5", "7.0").size() == 1U);
  // Zhejiang's 1.9: from 1.94 at 5 % rural income has to grow by (1.94 / 1.9) 1.05 - 1 = 7.21 %.
  const auto within = [](const char* r) {
    return findings({level(urban, "19400", 2023, "元"), level(rural, "10000", 2023, "元"), goal(urban, "5.0", 2024),
                     goal(rural, r, 2024), level_goal("income_ratio", "1.9", "倍", 2024, sr::Bound::at_most)},
                    "ratio_and_incomes");
  };
  BOOST_TEST(within("7.3").empty());
  BOOST_TEST(near(number(only(within("7.0")), "required_rural_growth").value, 7.2105, 1e-3));
}

BOOST_AUTO_TEST_CASE(in_step) {
  const sr::Statement target = promise("居民收入", "", sr::Trend::in_step, 2024);
  const sr::Statement gdp = goal("gdp", "5.0", 2024, sr::Bound::about);
  BOOST_TEST(near(number(only(findings({target, gdp}, "in_step")), "least_income_growth").value, 4.8, 1e-9));
  // With prices up 2 % so much and more: 1.048 x 1.02.
  sr::CheckOptions prices;
  prices.consumer_price_growth = 0.02;
  BOOST_TEST(near(number(only(findings({target, gdp}, "in_step", prices)), "least_nominal_growth").value, 6.896, 1e-9));
  BOOST_TEST(
      near(number(only(findings({target, gdp, goal("cpi", "2", 2024)}, "in_step")), "least_nominal_growth").value,
           6.896, 1e-9));
  // Tolerance and basis are the caller's.
  sr::CheckOptions exact;
  exact.in_step_tolerance = 0;
  exact.in_step_basis = sr::PriceBasis::current;
  const sr::Finding strict = only(findings({target, gdp}, "in_step", exact));
  BOOST_TEST(near(number(strict, "least_income_growth").value, 5.0, 1e-9));
  BOOST_TEST(says(strict, "at current prices"));
  // A target in figures that stays behind.
  const auto behind = findings({target, gdp, goal("disposable_income_all", "6", 2024)}, "in_step", prices);
  BOOST_REQUIRE(behind.size() == 2U);
  // Nobody knows the prices of a year that is planned, but at current prices they do not matter.
  BOOST_TEST((behind[1].severity == sr::Severity::info));
  BOOST_TEST(says(behind[1], "as this check was told"));
  const auto nominal = findings({target, gdp, goal("disposable_income_all", "4", 2024)}, "in_step", exact);
  BOOST_REQUIRE(nominal.size() == 2U);
  BOOST_TEST((nominal[1].severity == sr::Severity::warning));
  BOOST_TEST(findings({target, gdp, goal("disposable_income_all", "7", 2024)}, "in_step", prices).size() == 1U);
  // A target for prices is no measure of them: the answer is the inflation up to which 6 % is in step, 1.06 / 1.048
  // - 1.
  const auto planned =
      findings({target, gdp, goal("disposable_income_all", "6", 2024), goal("cpi", "2", 2024)}, "in_step");
  BOOST_REQUIRE(planned.size() == 2U);
  BOOST_TEST((planned[1].severity == sr::Severity::info));
  BOOST_TEST(near(number(planned[1], "most_consumer_price_growth").value, 1.1450, 1e-4));
  // In step is not said of revenue.
  BOOST_TEST(findings({promise("一般公共预算收入", "general_budget_revenue", sr::Trend::in_step, 2024), gdp}, "in_step")
                 .empty());
}

BOOST_AUTO_TEST_CASE(in_step_looks_back) {
  // China 2020: real income 2.1 %, GDP 2.3 % (in step); nominal income grew by 4.7 %, consumer prices by 2.5 %.
  const sr::Statement claim = promise("居民收入", "", sr::Trend::in_step, 2020, sr::Status::outcome);
  const auto year = [&](const char* income) {
    return only(findings(
        {growth("gdp", "2.3", 2020), growth("cpi", "2.5", 2020), growth("disposable_income_all", income, 2020), claim},
        "in_step"));
  };
  BOOST_TEST(says(year("4.7"), "in step"));
  BOOST_TEST(near(number(year("4.7"), "real_income_growth").value, 2.146, 0.001));
  BOOST_TEST((year("4.7").severity == sr::Severity::info));
  BOOST_TEST(says(year("3.0"), "not in step"));
  BOOST_TEST((year("3.0").severity == sr::Severity::warning));
  BOOST_TEST(says(year("3.0"), "by convention"));
  const auto claimed = [&](std::vector<sr::Statement> more, const sr::CheckOptions& options = {}) {
    more.push_back(growth("gdp", "2.3", 2020));
    more.push_back(claim);
    return only(findings(std::move(more), "in_step", options));
  };
  const sr::Statement income = growth("disposable_income_all", "3.0", 2020);
  // The index is growth as well.
  const sr::Statement index = say("cpi", sr::Measure::level, "102.5", "", 2020);
  BOOST_TEST((claimed({income, index}).severity == sr::Severity::warning));
  BOOST_TEST(near(number(claimed({income, index}), "real_income_growth").value, 100 * (1.03 / 1.025 - 1), 1e-9));
  // Prices that no year can have had are none: a misread figure ends no check with an error.
  for (const char* misread : {"1e60", "60", "-99.9999999999999"}) {
    const sr::Finding unknown = claimed({income, growth("cpi", misread, 2020)});
    BOOST_TEST((unknown.severity == sr::Severity::info));
    BOOST_TEST(says(unknown, "the report states no consumer prices"));
  }
  // Without what prices did, whether they were planned or this check was told, it is in step up to so much of them:
  // 1.03 / 1.021 - 1.
  sr::CheckOptions told;
  told.consumer_price_growth = 0.025;
  for (const sr::Finding& finding :
       {claimed({income}), claimed({income, goal("cpi", "2.5", 2020)}), claimed({income}, told)}) {
    BOOST_TEST((finding.severity == sr::Severity::info));
    BOOST_TEST(near(number(finding, "most_consumer_price_growth").value, 100 * (1.03 / 1.021 - 1), 1e-9));
  }
  // Income that grew by so much in real terms needs no prices.
  sr::Statement real = growth("disposable_income_all", "2.1", 2020);
  real.stated_basis = sr::PriceBasis::constant;
  BOOST_TEST(says(claimed({real, growth("cpi", "2.5", 2020)}), "at constant prices"));
  BOOST_TEST(near(number(claimed({real}), "real_income_growth").value, 2.1, 1e-9));

  // China 2013: urban income grew by 7.0 % in real terms, in step with GDP per head of 7.1 %, though GDP grew by 7.7 %.
  const auto china = [&](bool per_head) {
    std::vector<sr::Statement> statements{growth("gdp", "7.7", 2013), growth("cpi", "2.6", 2013),
                                          growth(urban, "9.7", 2013),
                                          promise("居民收入", "", sr::Trend::in_step, 2013, sr::Status::outcome)};
    if (per_head) statements.push_back(growth("gdp_per_capita", "7.1", 2013));
    return only(findings(statements, "in_step"));
  };
  BOOST_TEST((china(true).severity == sr::Severity::info));
  BOOST_TEST(says(china(true), "was in step"));
  BOOST_TEST((china(false).severity == sr::Severity::warning));
}

BOOST_AUTO_TEST_CASE(the_feasible_set) {
  const sr::Statement falls = promise("城乡居民收入倍差", "income_ratio", sr::Trend::falling, 2024);
  const sr::Statement total = goal("disposable_income_all", "7", 2024, sr::Bound::at_least);
  const auto set = [&](std::vector<sr::Statement> more, const sr::CheckOptions& options = {}) {
    std::vector<sr::Statement> statements{level(urban, "20000", 2023, "元"), level(rural, "10000", 2023, "元"), falls};
    statements.insert(statements.end(), more.begin(), more.end());
    return findings(statements, "feasible_set", options);
  };
  BOOST_TEST(set({}).empty());
  BOOST_TEST(says(only(set({total})), "can be met together"));
  BOOST_TEST(says(only(set({total})), "does not state"));
  // The incomes of all, town and country imply the share: (15000 - 10000) / (20000 - 10000).
  const sr::Finding implied = only(set({total, level("disposable_income_all", "15000", 2023, "元")}));
  BOOST_TEST(says(implied, "imply"));
  BOOST_TEST((implied.statements.back().indicator_id == "disposable_income_all"));
  sr::CheckOptions weighted;
  weighted.urban_weight = sr::Interval(0.5);
  BOOST_TEST(says(only(set({total}, weighted)), "50% of the population, as this check was told"));
  // A real promise joins nominal targets only where the report says what prices do.
  const sr::Statement step = promise("居民收入", "", sr::Trend::in_step, 2024);
  BOOST_TEST(says(only(set({total, step, goal("gdp", "5", 2024)})), "is left aside"));
  const sr::Finding joined = only(set({total, step, goal("gdp", "8", 2024), goal("cpi", "2", 2024)}));
  BOOST_TEST(joined.message.find("left aside") == std::string::npos);
  BOOST_TEST(near(number(joined, "cheapest_urban_growth").value, 100 * (1.078 * 1.02 - 1), 1e-9));
  // "At most" is no bound where more is better.
  BOOST_TEST((only(set({total, goal(rural, "6", 2024, sr::Bound::at_most)})).severity == sr::Severity::info));
  // Growth that the report asks for is no conflict with the box.
  BOOST_TEST(says(only(set({goal(urban, "17", 2024), goal(rural, "18", 2024)})), "within growth of 0% to 18%"));
  // To bring a ratio of 2 to 1.5 in a year takes rural growth beyond the box.
  const sr::Finding ratio = only(set({level_goal("income_ratio", "1.5", "倍", 2024, sr::Bound::at_most), total}));
  BOOST_TEST((ratio.severity == sr::Severity::warning));
  BOOST_TEST(says(ratio, "in conflict: ratio_target, box"));
}

BOOST_AUTO_TEST_CASE(amplification) {
  // Shengzhou asked for about 7.0 % in 2024, the nation for about 5 %: two points.
  const sr::Report nation({.place = "中国", .year = 2024},
                          {goal("gdp", "5", 2024, sr::Bound::about), goal("cpi", "3", 2024, sr::Bound::about),
                           level_goal("unemployment_surveyed", "5.5", "%", 2024, sr::Bound::about)});
  std::vector<sr::Finding> found = sr::check(sr::shengzhou_2024(), nation);
  std::erase_if(found, [](const sr::Finding& finding) { return finding.rule != "amplification"; });
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(near(number(found[0], "amplification").value, 2, 1e-9));
  BOOST_TEST(says(found[0], "≈7.0% against ≈5% of 中国, 2 points more ambitious"));
  BOOST_TEST(found[0].message.find("strongly") == std::string::npos);
  // Of unemployment less is better, and "within 5 %" binds more than "about 5.5 %".
  BOOST_TEST(near(number(found[1], "amplification").value, 0.5, 1e-9));
  BOOST_TEST(says(found[1], "worded more strongly (at_most against about)"));
  BOOST_TEST((found[0].severity == sr::Severity::info));

  const auto against = [&](const sr::Statement& target) {
    std::vector<sr::Finding> result = sr::check(sr::Report({.year = 2024}, {target}), nation);
    std::erase_if(result, [](const sr::Finding& finding) { return finding.rule != "amplification"; });
    return result;
  };
  BOOST_TEST(against(goal("gdp", "4.5", 2024, sr::Bound::at_least)).empty());
  BOOST_TEST(against(goal("gdp", "5", 2024, sr::Bound::about)).empty());
  BOOST_TEST(says(only(against(goal("gdp", "5", 2024, sr::Bound::at_least))), "as high, and worded more strongly"));
  BOOST_TEST(against(goal("gdp", "6", 2025)).empty());
}

BOOST_AUTO_TEST_CASE(findings_stand_in_the_order_of_the_text) {
  const std::vector<sr::Finding> found =
      sr::check(sr::Report({}, {growth(urban, "6.3", 2023), growth(rural, "6.8", 2023), level("gdp", "745", 2023),
                                growth("gdp", "7.5", 2023)}));
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].rule == "ratio_narrowed");
  BOOST_TEST(found[1].rule == "price_basis");
  std::ostringstream out;
  out << found[1];
  BOOST_TEST(out.str().starts_with("info price_basis: 地区生产总值 2023: 745亿元"));
}

BOOST_AUTO_TEST_CASE(options_that_are_no_numbers_raise) {
  const auto rejects = [](const sr::CheckOptions& options, const char* name) {
    return raises([&] { (void)sr::check(sr::Report(), options); }, {name});
  };
  BOOST_TEST(rejects({.in_step_tolerance = -0.1}, "tolerance = -0.1"));
  BOOST_TEST(rejects({.in_step_tolerance = not_a_number}, "tolerance"));
  BOOST_TEST(rejects({.in_step_basis = sr::PriceBasis::none}, "in_step_basis"));
  BOOST_TEST(rejects({.consumer_price_growth = -1}, "consumer_price_growth = -1"));
  BOOST_TEST(rejects({.consumer_price_growth = not_a_number}, "consumer_price_growth"));
  BOOST_TEST(rejects({.deflator_band = -2.0}, "deflator_band = -2"));
  BOOST_TEST(rejects({.urban_weight = sr::Interval(0.5, 1.5)}, "urban_weight = 1.5"));
}

BOOST_AUTO_TEST_CASE(odd_figures_never_throw) {
  // Whatever a table may hold: huge, tiny, zero and negative figures, open bounds, odd units.
  const std::vector<const char*> values{"0", "-5", "1e-60", "1e60", "745", "99", "-99.99"};
  const std::vector<const char*> units{"亿元", "元", "%", "家", "", "倍", "亿美元", "万人"};
  Uniform uniform;
  const auto pick = [&](const auto& from) {
    return from[static_cast<std::size_t>(uniform(0, static_cast<double>(from.size()) - 1e-9))];
  };
  const std::vector<const char*> ids{"gdp",
                                     urban,
                                     rural,
                                     "disposable_income_all",
                                     "value_added_primary",
                                     "income_ratio",
                                     "value_added_secondary",
                                     "value_added_tertiary",
                                     "primary_share",
                                     "secondary_share",
                                     "tertiary_share",
                                     "gdp_per_capita",
                                     "resident_population",
                                     "registered_population",
                                     "cpi",
                                     "fixed_asset_investment",
                                     "industrial_investment",
                                     "sector_structure"};
  const std::vector<sr::Bound> bounds{sr::Bound::exact, sr::Bound::about, sr::Bound::at_least, sr::Bound::nearly};
  for (int i = 0; i < 3000; ++i) {
    std::vector<sr::Statement> statements;
    for (int j = 0; j < 12; ++j) {
      const auto measure = static_cast<sr::Measure>(static_cast<int>(uniform(0, 2)));
      const auto status = static_cast<sr::Status>(static_cast<int>(uniform(0, 3)));
      const char* unit = measure == sr::Measure::growth && uniform(0, 1) < 0.8 ? "%" : pick(units);
      statements.push_back(say(pick(ids), measure, pick(values), unit, uniform(0, 1) < 0.5 ? 2023 : 2024, status,
                               {.bound = pick(bounds)}));
    }
    statements.push_back(promise("居民收入", "", sr::Trend::in_step, 2024));
    statements.push_back(promise("城乡居民收入倍差", "income_ratio", sr::Trend::falling, 2024));
    const sr::Report report({.year = 2024}, statements);
    BOOST_CHECK_NO_THROW((void)sr::check(report, report));
    BOOST_CHECK_NO_THROW((void)sr::implied_levels(report));
    BOOST_CHECK_NO_THROW((void)sr::implied_growths(report));
    BOOST_CHECK_NO_THROW((void)sr::implied_amounts(report));
  }
}

BOOST_AUTO_TEST_CASE(findings_are_values) {
  const std::vector<sr::Finding> one = sr::check(sr::shengzhou_2024());
  const std::vector<sr::Finding> two = sr::check(sr::shengzhou_2024());
  BOOST_TEST((one == two));
  BOOST_TEST(std::hash<sr::Finding>{}(one[0]) == std::hash<sr::Finding>{}(two[0]));
  BOOST_TEST(std::hash<sr::Finding>{}(one[0]) != std::hash<sr::Finding>{}(one[1]));
  BOOST_TEST(std::hash<sr::FindingNumber>{}(one[0].numbers[0]) == std::hash<sr::FindingNumber>{}(two[0].numbers[0]));
}

BOOST_AUTO_TEST_SUITE_END()
