#include <array>
#include <cmath>
#include <functional>
#include <sstream>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/regional.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
using Eigen::ArrayXd;
using Eigen::Index;
using sr::AgeingStage;
using sr::ElderlyFrom;
using sr::Interval;
using sr::ShiftShare;
using sr::ShiftShareMethod;

BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::ShiftShareMethod)
BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::AgeingStage)

BOOST_AUTO_TEST_SUITE(regional)

namespace {

// A published exercise: G. Krumme, University of Washington, Geography 350, shift and share table with Excel. The
// country has shares of 10, 20, 40 and 30 %, which grow by 10, 20, 30 and 40 %.
[[nodiscard]] ArrayXd base() { return array({500, 100, 200, 200}); }
[[nodiscard]] ArrayXd current() { return array({1000, 100, 250, 280}); }
[[nodiscard]] ArrayXd reference_base() { return array({10, 20, 40, 30}); }
[[nodiscard]] ArrayXd reference_current() { return array({11, 24, 52, 42}); }

[[nodiscard]] bool equal(const ArrayXd& actual, const ArrayXd& expected, double tolerance) {
  return actual.size() == expected.size() && (actual - expected).abs().maxCoeff() <= tolerance;
}

constexpr std::array methods{ShiftShareMethod::classic, ShiftShareMethod::esteban_marquillas};

}  // namespace

BOOST_AUTO_TEST_CASE(location_quotients_as_published) {
  const ArrayXd quotients = sr::location_quotient(base(), array({1000}), reference_base(), array({100}));
  BOOST_TEST(equal(quotients, array({5, 0.5, 0.5, 2.0 / 3}), 1e-14));
}

BOOST_AUTO_TEST_CASE(shift_share_as_published) {
  const ShiftShare parts = sr::shift_share(base(), current(), reference_base(), reference_current());
  BOOST_TEST(near(parts.national.sum(), 290, 1e-11));
  BOOST_TEST(equal(parts.national, array({145, 29, 58, 58}), 1e-11));
  BOOST_TEST(equal(parts.industry_mix, array({-95, -9, 2, 22}), 1e-11));
  BOOST_TEST(equal(parts.competitive, array({450, -20, -10, 0}), 1e-11));
  BOOST_TEST(equal(parts.total, array({500, 0, 50, 80}), 0));
  BOOST_TEST((parts.allocation == 0).all());
}

BOOST_AUTO_TEST_CASE(esteban_marquillas_by_hand) {
  const ShiftShare parts =
      sr::shift_share(base(), current(), reference_base(), reference_current(), ShiftShareMethod::esteban_marquillas);
  // 1000 jobs with the structure of the country are 100, 200, 400, 300; the leads are 90, -20, -5 and 0 points.
  BOOST_TEST(equal(parts.competitive, array({90, -40, -20, 0}), 1e-11));
  BOOST_TEST(equal(parts.allocation, array({360, 20, 10, 0}), 1e-11));
}

BOOST_DATA_TEST_CASE(parts_add_up_to_the_change, data::make(methods), method) {
  Uniform uniform;
  for (Index n = 1; n < 30; ++n) {
    ArrayXd figures[4];
    for (ArrayXd& figure : figures) {
      figure.resize(n);
      for (double& x : figure) x = std::pow(10.0, uniform(-3, 6));
    }
    const ShiftShare parts = sr::shift_share(figures[0], figures[1], figures[2], figures[3], method);
    const ArrayXd sum = parts.national + parts.industry_mix + parts.competitive + parts.allocation;
    const ArrayXd size = parts.national.abs() + parts.industry_mix.abs() + parts.competitive.abs() +
                         parts.allocation.abs() + figures[0] + figures[1];
    BOOST_TEST(((sum - parts.total).abs() <= 1e-14 * size).all());
    // The mix moves nothing in the reference area itself.
    const ShiftShare own = sr::shift_share(figures[2], figures[3], figures[2], figures[3], method);
    BOOST_TEST(near(own.industry_mix.sum() / (figures[2].sum() + figures[3].sum()), 0, 1e-12));
    BOOST_TEST(((own.competitive + own.allocation).abs() <= 1e-12 * (figures[2] + figures[3])).all());
  }
}

BOOST_AUTO_TEST_CASE(location_quotients_average_one) {
  Uniform uniform;
  for (Index n = 1; n < 30; ++n) {
    ArrayXd here(n);
    ArrayXd there(n);
    for (double& x : here) x = uniform(0, 9);
    for (double& x : there) x = uniform(0.1, 9);
    const ArrayXd quotients = sr::location_quotient(here, array({here.sum()}), there, array({there.sum()}));
    BOOST_TEST(near((quotients * there / there.sum()).sum(), 1, 1e-13));
  }
}

BOOST_AUTO_TEST_CASE(intervals_are_exact) {
  const auto near_ends = [](const Interval& interval, double lower, double upper) {
    return near(interval.lower(), lower, 1e-14) && near(interval.upper(), upper, 1e-14);
  };
  BOOST_TEST(near_ends(sr::location_quotient({4, 6}, {10, 10}, {1, 2}, {10, 20}), 0.4 / 0.2, 0.6 / 0.05));
  // Parts are no larger than wholes.
  BOOST_TEST(near_ends(sr::location_quotient({9, 12}, {10, 11}, {5, 5}, {10, 10}), 9.0 / 11 / 0.5, 2));
  BOOST_TEST(near_ends(sr::elderly_share({9, 12}, {10, 11}), 9.0 / 11, 1));
  BOOST_TEST(near_ends(sr::dependency_ratio({10, 12}, {50, 60}, {20, 21}), 0.5, 0.66));
  BOOST_TEST(near_ends(sr::elderly_share({1, infinity}, {10, infinity}), 0, 1));
  Uniform uniform;
  for (int trial = 0; trial < 2000; ++trial) {
    const Interval part = uniform.interval(0, 5);
    const Interval whole = uniform.interval(4, 9);
    const Interval reference_part = uniform.interval(1, 4);
    const Interval reference_whole = uniform.interval(3, 9);
    if (part.lower() > whole.upper() || reference_part.lower() > reference_whole.upper()) continue;
    const Interval range = sr::location_quotient(part, whole, reference_part, reference_whole);
    const double a = uniform(part);
    const double b = uniform(whole);
    const double c = uniform(reference_part);
    const double d = uniform(reference_whole);
    if (a > b || c > d) continue;
    const double quotient = sr::location_quotient(a, b, c, d);
    BOOST_TEST(quotient >= range.lower() - 1e-13);
    BOOST_TEST(quotient <= range.upper() + 1e-12);
  }
}

// Seventh national census, 2020, of China (National Bureau of Statistics): thousands by age, and the shares and ratios
// published with them; population of 1,411,778,724 on the mainland.
BOOST_AUTO_TEST_CASE(ratios_of_the_census_of_2020) {
  const ArrayXd population = array({253383.938, 894376.020, 264018.766 - 190635.280, 190635.280});
  const ArrayXd age = array({0, 15, 60, 65});
  const sr::AgeGroups from_65 = sr::age_groups(population, age);
  const sr::AgeGroups from_60 = sr::age_groups(population, age, ElderlyFrom::sixty);
  BOOST_TEST(near(from_65.total(), 1411778.724, 1e-6));
  BOOST_TEST(near(from_60.total(), 1411778.724, 1e-6));
  BOOST_TEST(near(sr::elderly_share(from_65.elderly, from_65.total()), 0.1350, 5e-5));
  BOOST_TEST(near(sr::elderly_share(from_60.elderly, from_60.total()), 0.1870, 5e-5));
  BOOST_TEST(near(sr::child_dependency_ratio(from_65.children, from_65.working), 0.262, 5e-4));
  BOOST_TEST(near(sr::old_age_dependency_ratio(from_65.elderly, from_65.working), 0.197, 5e-4));
  BOOST_TEST(near(sr::dependency_ratio(from_65.children, from_65.working, from_65.elderly), 0.459, 5e-4));
  BOOST_TEST(near(sr::ageing_index(from_65.elderly, from_65.children), 190635.280 / 253383.938, 1e-15));
  BOOST_TEST(near(sr::potential_support_ratio(from_65.working, from_65.elderly), 1 / 0.197, 0.02));
  BOOST_TEST((sr::ageing_stage(0.1350, ElderlyFrom::sixty_five) == AgeingStage::ageing));
  BOOST_TEST((sr::ageing_stage(0.1870, ElderlyFrom::sixty) == AgeingStage::ageing));
}

BOOST_AUTO_TEST_CASE(stages_begin_at_their_limits) {
  const auto stage = [](double share, ElderlyFrom from) {
    return std::string(to_string(sr::ageing_stage(share, from)));
  };
  for (const auto& [from, limits] : {std::pair{ElderlyFrom::sixty_five, std::array{0.07, 0.14, 0.21}},
                                     std::pair{ElderlyFrom::sixty, std::array{0.1, 0.2, 0.3}}}) {
    const std::array<std::string, 4> stages{"young", "ageing", "aged", "super_aged"};
    for (std::size_t i = 0; i < limits.size(); ++i) {
      BOOST_TEST(stage(limits[i] - 1e-9, from) == stages[i]);
      BOOST_TEST(stage(limits[i], from) == stages[i + 1]);
    }
    BOOST_TEST(stage(0, from) == "young");
    BOOST_TEST(stage(1, from) == "super_aged");
  }
}

BOOST_AUTO_TEST_CASE(errors_name_the_argument) {
  const ArrayXd ones = ArrayXd::Ones(2);
  BOOST_TEST(
      raises([] { std::ignore = sr::location_quotient(3, 2, 1, 2); }, {"location_quotient(part = 3, whole = 2"}));
  BOOST_TEST(raises([] { std::ignore = sr::location_quotient(1, 2, 0, 2); }, {"reference_part = 0", "positive"}));
  BOOST_TEST(raises([] { std::ignore = sr::location_quotient({3, 4}, {1, 2}, {1, 1}, {2, 2}); }, {"larger"}));
  BOOST_TEST(raises([] { std::ignore = sr::elderly_share(3, 2); }, {"more elderly than people"}));
  BOOST_TEST(raises([] { std::ignore = sr::child_dependency_ratio(3, 0); }, {"working = 0"}));
  BOOST_TEST(raises([] { std::ignore = sr::ageing_stage(7, ElderlyFrom::sixty); }, {"ageing_stage: share = 7"}));
  BOOST_TEST(raises([&] { std::ignore = sr::shift_share(ones, ones, ones, ArrayXd::Ones(3)); }, {"2, 2, 2, 3"}));
  BOOST_TEST(raises([&] { std::ignore = sr::shift_share(array({1, -1}), ones, ones, ones); },
                    {"shift_share: base = -1", "element 1"}));
  BOOST_TEST(raises([&] { std::ignore = sr::shift_share(ones, array({1, not_a_number}), ones, ones); },
                    {"current = nan", "element 1"}));
  BOOST_TEST(raises([&] { std::ignore = sr::shift_share(ones, ones, array({0, 1}), ones); }, {"reference_base = 0"}));
  const ArrayXd none = array({0, 1});
  BOOST_TEST(sr::shift_share(none, ones, ones, ones).competitive[0] == 1);
  BOOST_TEST(
      raises([&] { std::ignore = sr::shift_share(none, ones, ones, ones, ShiftShareMethod::esteban_marquillas); },
             {"base = 0", "esteban_marquillas", "element 0"}));
  BOOST_TEST(raises([] { std::ignore = sr::shift_share(array({1e300}), array({1e308}), array({1e-300}), array({1})); },
                    {"too large"}));
  BOOST_TEST(raises([] { std::ignore = sr::age_groups(array({1, 1}), array({1, 15})); }, {"age = 1", "must be 0"}));
  BOOST_TEST(
      raises([] { std::ignore = sr::age_groups(array({1, 1, 1}), array({0, 15, 10})); }, {"age = 10", "element 2"}));
  BOOST_TEST(raises([] { std::ignore = sr::age_groups(array({1, 1, 1}), array({0, 15, 60})); }, {"age of 65"}));
  BOOST_TEST(raises([] { std::ignore = sr::age_groups(ArrayXd(), ArrayXd()); }, {"at least one"}));
}

BOOST_AUTO_TEST_CASE(groups_are_regular) {
  const sr::AgeGroups groups{1, 2, 3};
  BOOST_TEST((groups == sr::AgeGroups{1, 2, 3}));
  BOOST_TEST((groups != sr::AgeGroups{1, 2, 4}));
  BOOST_TEST(std::hash<sr::AgeGroups>{}(groups) != std::hash<sr::AgeGroups>{}(sr::AgeGroups{1, 3, 2}));
  std::ostringstream out;
  out << groups;
  BOOST_TEST(out.str() == "children 1, working 2, elderly 3");
}

BOOST_AUTO_TEST_SUITE_END()
