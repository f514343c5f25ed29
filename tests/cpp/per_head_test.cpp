#include <ostream>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/per_head.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(per_head)

namespace {

// Statistical communiques: GDP in 100 million yuan with its step, resident population at both ends of the year in
// 10 000 persons, published GDP per head in yuan.
struct Place {
  const char* name;
  double gdp, step, start, end, published;
};
std::ostream& operator<<(std::ostream& out, const Place& place) { return out << place.name; }
const std::vector<Place> places{{"Zhejiang 2024", 90131, 1, 6627, 6670, 135565}};

}  // namespace

BOOST_DATA_TEST_CASE(published_gdp_per_head, boost::unit_test::data::make(places), place) {
  const Interval gdp = 1e8 * Interval(place.gdp - place.step / 2, place.gdp + place.step / 2);
  const Interval start = 1e4 * Interval(place.start - 0.5, place.start + 0.5);
  const Interval end = 1e4 * Interval(place.end - 0.5, place.end + 0.5);
  const Interval published(place.published - 0.5, place.published + 0.5);
  BOOST_TEST(sr::per_head(gdp, start, end).overlaps(published));
  BOOST_TEST(sr::mean_population(start, end).overlaps(sr::implied_population(gdp, published)));
  // Neither end of the year alone is the denominator.
  BOOST_TEST(!sr::per_head(gdp, start, start).overlaps(published));
  BOOST_TEST(!sr::per_head(gdp, end, end).overlaps(published));
}

BOOST_AUTO_TEST_CASE(closed_forms) {
  BOOST_TEST(sr::mean_population(6627, 6670) == 6648.5);
  BOOST_TEST(sr::mean_population(1.7e308, 1.7e308) == 1.7e308);
  BOOST_TEST(sr::per_head(300, 9, 11) == 30);
  BOOST_TEST(near(sr::per_head_growth(0.05, -0.02), 1.05 / 0.98 - 1, 1e-16));
  BOOST_TEST(near(sr::implied_population(300, 30), 10, 1e-15));
  // Growth per head is that of the quotient.
  const double before = sr::per_head(200, 10, 10);
  const double after = sr::per_head(200 * 1.06, 10.1, 10.3);
  BOOST_TEST(near(sr::per_head_growth(0.06, 0.02), after / before - 1, 1e-14));
}

BOOST_AUTO_TEST_CASE(ranges_are_exact) {
  const Interval persons(10, 90);
  check_range<2>(
      {persons, persons}, [](auto... x) { return sr::mean_population(x...); },
      [](auto... x) { return sr::mean_population(x...); });
  check_range<3>(
      {Interval(0, 900), persons, persons}, [](auto... x) { return sr::per_head(x...); },
      [](auto... x) { return sr::per_head(x...); });
  check_range<2>(
      {Interval(-0.2, 0.2), Interval(-0.2, 0.2)}, [](auto... x) { return sr::per_head_growth(x...); },
      [](auto... x) { return sr::per_head_growth(x...); });
  check_range<2>(
      {Interval(0, 900), persons}, [](auto... x) { return sr::implied_population(x...); },
      [](auto... x) { return sr::implied_population(x...); });
}

BOOST_AUTO_TEST_CASE(errors_name_argument_and_value) {
  BOOST_TEST(raises([] { static_cast<void>(sr::per_head(1, 0, 10)); }, {"population_start = 0", "positive"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::per_head(-1, 10, 10)); }, {"total = -1", "negative"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::implied_population(1, 0)); }, {"per_head = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::per_head_growth(0.05, 7)); }, {"population_growth = 7", "700 %"}));
}

BOOST_AUTO_TEST_SUITE_END()
