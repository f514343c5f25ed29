#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/inequality.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
using Eigen::ArrayXd;
using sr::Interval;
using sr::PathMatrix;

BOOST_AUTO_TEST_SUITE(distribution)

namespace {

const ArrayXd deciles = array({541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261});
const ArrayXd ones = ArrayXd::Ones(1);

struct Of {
  double order;
  double value;
};

std::ostream& operator<<(std::ostream& out, const Of& row) { return out << row.order; }

// R's ineq on its own example, as ports of it to other languages compare themselves with it.
const std::vector<Of> entropies{{0, 0.4335946}, {0.5, 0.3770931}, {0.723, 0.3663712}, {1, 0.3623412}};
const std::vector<Of> atkinsons{{0, 0}, {0.4, 0.1440938}, {0.5, 0.1796591}, {1, 0.3518251}, {2, 0.6290111}};

/// An index on numbers and on intervals.
struct Index {
  const char* name;
  std::function<double(const ArrayXd&, const ArrayXd&)> number;
  std::function<Interval(const std::vector<Interval>&, const ArrayXd&)> range;
};

std::ostream& operator<<(std::ostream& out, const Index& index) { return out << index.name; }

using Ranges = std::vector<Interval>;
const std::vector<Index> indices{
    {"coefficient_of_variation",
     [](const ArrayXd& y, const ArrayXd& p) { return sr::coefficient_of_variation(y, 0, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::coefficient_of_variation(y, 0, p); }},
    {"williamson", [](const ArrayXd& y, const ArrayXd& p) { return sr::williamson(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::williamson(y, p); }},
    {"max_min_ratio", [](const ArrayXd& y, const ArrayXd&) { return sr::max_min_ratio(y); },
     [](const Ranges& y, const ArrayXd&) { return sr::max_min_ratio(y); }},
    {"quintile_share_ratio", [](const ArrayXd& y, const ArrayXd& p) { return sr::quintile_share_ratio(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::quintile_share_ratio(y, p); }},
    {"palma_ratio", [](const ArrayXd& y, const ArrayXd& p) { return sr::palma_ratio(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::palma_ratio(y, p); }},
    {"entropy -1", [](const ArrayXd& y, const ArrayXd& p) { return sr::generalised_entropy(y, -1, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::generalised_entropy(y, -1, p); }},
    {"entropy 0.4", [](const ArrayXd& y, const ArrayXd& p) { return sr::generalised_entropy(y, 0.4, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::generalised_entropy(y, 0.4, p); }},
    {"entropy 3", [](const ArrayXd& y, const ArrayXd& p) { return sr::generalised_entropy(y, 3, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::generalised_entropy(y, 3, p); }},
    {"atkinson 1.5", [](const ArrayXd& y, const ArrayXd& p) { return sr::atkinson(y, 1.5, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::atkinson(y, 1.5, p); }},
    {"theil_t", [](const ArrayXd& y, const ArrayXd& p) { return sr::theil_t(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::theil_t(y, p); }},
    {"theil_l", [](const ArrayXd& y, const ArrayXd& p) { return sr::theil_l(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::theil_l(y, p); }},
    {"gini", [](const ArrayXd& y, const ArrayXd& p) { return sr::gini(y, p); },
     [](const Ranges& y, const ArrayXd& p) { return sr::gini(y, p); }}};

}  // namespace

BOOST_DATA_TEST_CASE(entropy_as_ineq, data::make(entropies), row) {
  BOOST_TEST(near(sr::generalised_entropy(deciles, row.order), row.value, 5e-8));
}

BOOST_DATA_TEST_CASE(atkinson_as_ineq, data::make(atkinsons), row) {
  BOOST_TEST(near(sr::atkinson(deciles, row.order), row.value, 5e-8));
}

BOOST_AUTO_TEST_CASE(dispersion_as_ineq_and_as_published) {
  BOOST_TEST(near(sr::coefficient_of_variation(deciles), 0.9169582, 5e-8));
  BOOST_TEST(near(sr::coefficient_of_variation(array({1, 2, 3}), 1), 0.5, 1e-15));
  // Hangzhou and Lishui, first three quarters of 2020: the highest and the lowest income of the cities of Zhejiang.
  BOOST_TEST(near(sr::max_min_ratio(array({48735, 44687, 28778})), 1.693, 5e-4));
  BOOST_TEST(near(sr::atkinson(array({10, 20, 30}), 0.5, array({3, 1, 1})), 0.05558586, 5e-9));
}

BOOST_AUTO_TEST_CASE(entropy_is_smooth_in_its_order) {
  // A difference quotient of the definition's digits would jump where one form hands over to another.
  for (const double at : {0.0, 0.5, 1.0}) {
    const double here = sr::generalised_entropy(deciles, at);
    for (const double step : {1e-4, 1e-7, 1e-10, 1e-13}) {
      for (const double alpha : {at - step, at + step}) {
        BOOST_TEST(near(sr::generalised_entropy(deciles, alpha) / here, 1, step + 1e-13));
      }
    }
  }
  BOOST_TEST(sr::generalised_entropy(deciles, 1) == sr::theil_t(deciles));
  BOOST_TEST(sr::generalised_entropy(deciles, 0) == sr::theil_l(deciles));
}

BOOST_DATA_TEST_CASE(entropy_of_nearly_equal_incomes_has_its_digits,
                     data::make({-3.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 4.0}) *
                         data::make({0.25, 1e-3, 1e-6, 1e-9}),
                     alpha, difference) {
  // Powers of two make 1 - d and 1 + d exact; the series in d to the sixth order.
  const double d = std::exp2(std::floor(std::log2(difference)));
  const auto binomial = [&](int n) {
    double product = 1;
    for (int k = 2; k < n; ++k) product *= (alpha - k) / (k + 1);
    return product / 2;
  };
  double expected = 0;
  for (int n = 2; n <= 40; n += 2) expected += binomial(n) * std::pow(d, n);
  BOOST_TEST(near(sr::generalised_entropy(array({1 - d, 1 + d}), alpha) / expected, 1, 1e-13));
}

BOOST_AUTO_TEST_CASE(aversion_without_end_looks_at_the_poorest_alone) {
  const double equivalent = std::pow(1.0 / 3, 1 / -9999.0) * 0.5;
  BOOST_TEST(near(sr::atkinson(array({1, 2, 3}), 10000), 1 - equivalent, 1e-12));
  BOOST_TEST(near(sr::atkinson(array({1e-10, 1}), 40), 1 - std::pow(0.5, 1 / -39.0) * 2e-10 / (1 + 1e-10), 1e-12));
  BOOST_TEST(raises([] { (void)sr::generalised_entropy(array({1, 2}), -5000); }, {"too large for a double"}));
  BOOST_TEST(raises([] { (void)sr::generalised_entropy(array({1, 0}), -1); }, {"mean_income = 0 must be positive"}));
  BOOST_TEST(raises([] { (void)sr::atkinson(array({1, 0}), 1); }, {"atkinson: mean_income = 0", "(element 1)"}));
  BOOST_TEST(raises([] { (void)sr::atkinson(array({1, 2}), not_a_number); }, {"epsilon = nan"}));
}

BOOST_AUTO_TEST_CASE(shares_split_a_group_at_their_limit) {
  const ArrayXd tenths = ArrayXd::LinSpaced(10, 1, 10);
  BOOST_TEST(near(sr::quintile_share_ratio(tenths), 19.0 / 3, 1e-14));
  BOOST_TEST(near(sr::palma_ratio(tenths), 1, 1e-14));
  BOOST_TEST(near(sr::quintile_share_ratio(array({1, 3}), array({3, 1})), 3, 1e-14));
  BOOST_TEST(raises([] { (void)sr::palma_ratio(array({0, 0, 1})); }, {"palma_ratio: the poorest 40 % have no income"}));
}

BOOST_DATA_TEST_CASE(the_range_of_an_index_is_met_and_not_left, data::make(indices), index) {
  Uniform uniform;
  for (int trial = 0; trial < 30; ++trial) {
    constexpr Eigen::Index count = 5;
    Ranges ranges;
    ArrayXd population(count);
    for (double& people : population) {
      people = uniform(1, 5);
      const double lower = uniform(10, 50);
      ranges.emplace_back(lower, lower * uniform(1, 1.6));
    }
    const Interval range = index.range(ranges, population);
    double most = -infinity;
    ArrayXd means(count);
    for (unsigned corner = 0; corner < 32; ++corner) {
      for (Eigen::Index i = 0; i < count; ++i) {
        const Interval& side = ranges[static_cast<std::size_t>(i)];
        means[i] = (corner >> static_cast<unsigned>(i) & 1U) != 0 ? side.upper() : side.lower();
      }
      most = std::max(most, index.number(means, population));
    }
    BOOST_REQUIRE(near(range.upper() / most, 1, 1e-12));
    // From anywhere in the box downhill: no way leads below the lower end, and some lead to it.
    double least = infinity;
    for (Eigen::Index i = 0; i < count; ++i) means[i] = ranges[static_cast<std::size_t>(i)].midpoint();
    double here = index.number(means, population);
    for (double step = 0.5; step > 1e-7; step /= 2) {
      bool has_moved = true;
      for (int round = 0; round < 40 && has_moved; ++round) {
        has_moved = false;
        for (Eigen::Index i = 0; i < count; ++i) {
          const Interval& side = ranges[static_cast<std::size_t>(i)];
          for (const double move : {-step, step}) {
            ArrayXd there = means;
            there[i] = std::clamp(there[i] + move * side.width(), side.lower(), side.upper());
            const double value = index.number(there, population);
            if (!(value < here)) continue;
            means = there;
            here = value;
            has_moved = true;
          }
        }
      }
      least = std::min(least, here);
    }
    BOOST_REQUIRE(range.lower() <= least * (1 + 1e-12) + 1e-15);
    const std::string name = index.name;
    // Smooth indices are as low as that; the others have edges, on which single steps end early.
    if (name.starts_with("entropy") || name.starts_with("theil") || name.starts_with("atkinson")) {
      BOOST_REQUIRE(near(range.lower(), least, 1e-6 * least + 1e-12));
    }
  }
}

BOOST_AUTO_TEST_CASE(tables_have_an_index_a_row) {
  PathMatrix rows(2, 3);
  rows << 1, 2, 3, 4, 4, 4;
  const PathMatrix weights = PathMatrix::Ones(1, 1);
  PathMatrix population(2, 3);
  population << 1, 1, 2, 1, 2, 3;
  BOOST_TEST(sr::coefficient_of_variation_rows(rows, 1, weights)[0] == 0.5);
  BOOST_TEST(sr::williamson_rows(rows, population)[1] == 0);
  BOOST_TEST(near(sr::williamson_rows(rows, population)[0], sr::williamson(array({1, 2, 3}), array({1, 1, 2})), 0));
  BOOST_TEST(near(sr::max_min_ratio_rows(rows)[0], 3, 1e-15));
  BOOST_TEST(near(sr::quintile_share_ratio_rows(rows, weights)[1], 1, 1e-15));
  BOOST_TEST(near(sr::palma_ratio_rows(rows, weights)[0], 0.3 / (1.0 / 3 + (0.4 - 1.0 / 3) * 2), 1e-14));
  BOOST_TEST(sr::generalised_entropy_rows(rows, 2, weights)[0] == sr::generalised_entropy(array({1, 2, 3}), 2));
  BOOST_TEST(sr::atkinson_rows(rows, 2, weights)[0] == sr::atkinson(array({1, 2, 3}), 2));
  rows(1, 2) = -1;
  BOOST_TEST(raises([&] { (void)sr::atkinson_rows(rows, 0.5, weights); }, {"mean_income = -1", "(element 2) (row 1)"}));
  BOOST_TEST(
      raises([&] { (void)sr::williamson_rows(rows, PathMatrix::Ones(3, 3)); }, {"levels: give as many, or one"}));
}

BOOST_AUTO_TEST_CASE(the_lorenz_curve_and_its_area) {
  Uniform uniform;
  for (int trial = 0; trial < 100; ++trial) {
    ArrayXd means(7);
    ArrayXd population(7);
    for (double& mean : means) mean = uniform(0, 10);
    for (double& people : population) people = uniform(0, 3);
    const sr::LorenzCurve curve = sr::lorenz_curve(means, population);
    double area = 0;
    for (Eigen::Index i = 0; i < 7; ++i) {
      BOOST_REQUIRE(curve.income[i] <= curve.population[i] + 1e-15);
      area += (curve.population[i + 1] - curve.population[i]) * (curve.income[i + 1] + curve.income[i]);
    }
    BOOST_REQUIRE(near(sr::gini(means, population), 1 - area, 1e-14));
    BOOST_REQUIRE(curve.population[7] == 1);
    BOOST_REQUIRE(curve.income[7] == 1);
    BOOST_REQUIRE(std::is_sorted(curve.order.begin(), curve.order.end(),
                                 [&](Eigen::Index a, Eigen::Index b) { return means[a] < means[b]; }));
  }
  BOOST_TEST(raises([] { (void)sr::lorenz_curve(array({0, 0})); }, {"lorenz_curve: the mean income of all is zero"}));
}

BOOST_AUTO_TEST_CASE(intervals_that_have_no_range) {
  const Ranges open{{1, infinity}, {1, 2}};
  BOOST_TEST(raises([&] { (void)sr::theil_t(open); }, {"theil_t: mean_income = ", "open end", "(element 0)"}));
  const Ranges many(17, Interval(1, 2));
  BOOST_TEST(raises([&] { (void)sr::gini(many); }, {"gini: 17 intervals of mean_income are more than the 16"}));
  BOOST_TEST(near(sr::max_min_ratio(many).upper(), 2, 0));
  const Ranges below{{-1, 2}};
  BOOST_TEST(
      raises([&] { (void)sr::williamson(below, ones); }, {"williamson: levels = [-1, 2] must be an income of 0"}));
}

BOOST_AUTO_TEST_SUITE_END()
