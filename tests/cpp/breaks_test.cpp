#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <shengzhou_report/breaks.hpp>
#include <shengzhou_report/data/breaks.hpp>
#include <shengzhou_report/indicator.hpp>

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(breaks)

BOOST_AUTO_TEST_CASE(every_row_is_of_indicators_that_the_catalogue_has) {
  for (const sr::data::BreakRow& row : sr::data::breaks) {
    for (std::string_view ids = row.ids; !ids.empty();) {
      const std::size_t end = std::min(ids.find('|'), ids.size());
      const std::string_view id = ids.substr(0, end);
      const sr::Indicator* known = sr::try_find_indicator(id);
      BOOST_REQUIRE_MESSAGE(known != nullptr, id);
      BOOST_TEST(known->id == id);
      const std::vector<sr::SeriesBreak> found = sr::series_breaks(id);
      BOOST_TEST(std::any_of(found.begin(), found.end(), [&](const sr::SeriesBreak& each) {
        return each.year == row.year && each.note == row.note;
      }));
      ids.remove_prefix(std::min(end + 1, ids.size()));
    }
  }
}

BOOST_AUTO_TEST_CASE(economic_censuses_take_the_years_that_end_in_3_and_8) {
  // Regulations on the National Economic Census (State Council, 2004), article 7; the first was of 2004.
  int censuses = 0;
  for (const sr::SeriesBreak& each : sr::series_breaks("地区生产总值")) {
    if (each.kind != sr::BreakKind::census) continue;
    ++censuses;
    BOOST_TEST((each.year == 2004 || each.year % 10 == 3 || each.year % 10 == 8));
  }
  BOOST_TEST(censuses == 5);
}

BOOST_AUTO_TEST_CASE(by_year_and_by_any_name) {
  const std::vector<sr::SeriesBreak> found = sr::series_breaks("GDP");
  BOOST_TEST((found == sr::series_breaks("gdp")));
  BOOST_TEST(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.year < b.year; }));
  BOOST_TEST(sr::series_breaks("nobody knows it").empty());
  BOOST_TEST(sr::series_breaks("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
