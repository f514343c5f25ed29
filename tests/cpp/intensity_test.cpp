#include <ostream>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/intensity.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(intensity)

namespace {

[[nodiscard]] Interval rounded(double percent) { return {(percent - 0.05) / 100, (percent + 0.05) / 100}; }

// Statistical communiques of China: growth of energy consumption and of GDP, and of energy per unit of GDP, per cent.
struct Energy {
  int year;
  double use, gdp, published;
};
std::ostream& operator<<(std::ostream& out, const Energy& energy) { return out << energy.year; }
const std::vector<Energy> energies{{2013, 3.7, 7.7, -3.7}, {2014, 2.2, 7.4, -4.8}, {2015, 0.9, 6.9, -5.6},
                                   {2016, 1.4, 6.7, -5.0}, {2017, 2.9, 6.9, -3.7}, {2018, 3.3, 6.6, -3.1},
                                   {2019, 3.3, 6.1, -2.6}, {2020, 2.2, 2.3, -0.1}, {2021, 5.2, 8.1, -2.7},
                                   {2022, 2.9, 3.0, -0.1}};

}  // namespace

BOOST_DATA_TEST_CASE(published_intensity_follows_from_use_and_gdp, boost::unit_test::data::make(energies), energy) {
  BOOST_TEST(sr::intensity_growth(rounded(energy.use), rounded(energy.gdp)).overlaps(rounded(energy.published)));
  BOOST_TEST(near(100 * sr::intensity_growth(energy.use / 100, energy.gdp / 100), energy.published, 0.1));
  BOOST_TEST(sr::use_growth_room(rounded(energy.gdp), rounded(energy.published)).overlaps(rounded(energy.use)));
  BOOST_TEST(sr::output_growth_room(rounded(energy.use), rounded(energy.published)).overlaps(rounded(energy.gdp)));
}

BOOST_AUTO_TEST_CASE(the_room_of_two_targets) {
  BOOST_TEST(near(sr::use_growth_room(0.05, -0.03), 0.0185, 1e-15));
  BOOST_TEST(near(sr::use_room(200, 0.05, -0.03), 203.7, 1e-12));
  BOOST_TEST(near(sr::intensity_growth(sr::use_growth_room(0.05, -0.03), 0.05), -0.03, 1e-15));
  BOOST_TEST(near(sr::output_growth_room(sr::use_growth_room(0.05, -0.03), -0.03), 0.05, 1e-15));
}

BOOST_AUTO_TEST_CASE(elasticities) {
  BOOST_TEST(near(sr::elasticity(0.033, 0.060), 0.55, 1e-15));
  BOOST_TEST(near(sr::elasticity(-0.002, 0.05), -0.04, 1e-16));
  // An elasticity of 1 leaves intensity as it is.
  BOOST_TEST(near(sr::intensity_growth(0.05 * sr::elasticity(0.05, 0.05), 0.05), 0, 1e-16));
  BOOST_TEST(raises([] { static_cast<void>(sr::elasticity(0.01, 0)); }, {"output_growth = 0", "may not have grown"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::elasticity(Interval(0.01), Interval(-0.01, 0.02))); },
                    {"output_growth = [-0.01, 0.02]"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::intensity_growth(3.3, 0.06)); }, {"use_growth = 3.3", "330 %"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::use_room(-1, 0.05, -0.03)); }, {"use = -1", "negative"}));
}

BOOST_AUTO_TEST_CASE(ranges_are_exact) {
  const Interval rate(-0.3, 0.4);
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::intensity_growth(x...); },
      [](auto... x) { return sr::intensity_growth(x...); });
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::use_growth_room(x...); },
      [](auto... x) { return sr::use_growth_room(x...); });
  check_range<3>(
      {Interval(10, 90), rate, rate}, [](auto... x) { return sr::use_room(x...); },
      [](auto... x) { return sr::use_room(x...); });
  check_range<2>(
      {rate, rate}, [](auto... x) { return sr::output_growth_room(x...); },
      [](auto... x) { return sr::output_growth_room(x...); });
  check_range<2>(
      {rate, Interval(0.01, 0.2)}, [](auto... x) { return sr::elasticity(x...); },
      [](auto... x) { return sr::elasticity(x...); });
}

BOOST_AUTO_TEST_SUITE_END()
