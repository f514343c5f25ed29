#include <array>
#include <cmath>
#include <numeric>
#include <sstream>
#include <unordered_set>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/inequality.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::IndexChange;
using sr::InequalityDecomposition;
using sr::InequalityIndex;
using sr::Interval;
using sr::Reach;
using sr::ShareOrigin;

BOOST_AUTO_TEST_SUITE(inequality)

namespace {

constexpr std::array indices{InequalityIndex::theil_t, InequalityIndex::theil_l, InequalityIndex::gini};

// The index between two groups of one kind, in long double and as the literature writes it.
[[nodiscard]] double plain(InequalityIndex index, long double urban, long double rural, long double p) {
  const long double mean = p * urban + (1 - p) * rural;
  const auto entropy = [](long double y) { return y > 0 ? y * std::log(y) : 0; };
  switch (index) {
    case InequalityIndex::theil_t:
      return static_cast<double>(p * entropy(urban / mean) + (1 - p) * entropy(rural / mean));
    case InequalityIndex::theil_l:
      return static_cast<double>(-p * std::log(urban / mean) - (1 - p) * std::log(rural / mean));
    case InequalityIndex::gini:
      return static_cast<double>(std::abs(p * urban / mean - p));
  }
  return not_a_number;
}

[[nodiscard]] double two_group(InequalityIndex index, double urban, double rural, double p) {
  if (index == InequalityIndex::gini) return sr::two_group_gini(urban, rural, p);
  return index == InequalityIndex::theil_t ? sr::two_group_theil_t(urban, rural, p)
                                           : sr::two_group_theil_l(urban, rural, p);
}

[[nodiscard]] Interval two_group(InequalityIndex index, const Interval& urban, const Interval& rural,
                                 const Interval& p) {
  if (index == InequalityIndex::gini) return sr::two_group_gini(urban, rural, p);
  return index == InequalityIndex::theil_t ? sr::two_group_theil_t(urban, rural, p)
                                           : sr::two_group_theil_l(urban, rural, p);
}

[[nodiscard]] double of_groups(InequalityIndex index, const ArrayXd& means, const ArrayXd& population) {
  if (index == InequalityIndex::gini) return sr::gini(means, population);
  return index == InequalityIndex::theil_t ? sr::theil_t(means, population) : sr::theil_l(means, population);
}

[[nodiscard]] double turning_share(InequalityIndex index, double ratio) {
  if (index == InequalityIndex::gini) return sr::gini_turning_share(ratio);
  return index == InequalityIndex::theil_t ? sr::theil_t_turning_share(ratio) : sr::theil_l_turning_share(ratio);
}

}  // namespace

struct Published {
  const char* place;
  double overall, urban, rural, share, theil_t, theil_l, gini;
};
std::ostream& operator<<(std::ostream& out, const Published& published) { return out << published.place; }
// Domain notes 4b; incomes of the National Bureau of Statistics and the county.
const std::vector<Published> places{{"China 2018", 28228, 39251, 14617, .5525, .10078, .11235, .2158},
                                    {"China 2020", 32189, 43834, 17131, .5639, .09073, .10093, .2040},
                                    {"China 2022", 36883, 49283, 20133, .5746, .08196, .09099, .1932},
                                    {"China 2024", 41314, 54188, 23119, .5856, .07374, .08170, .1825},
                                    {"Tonglu 2024", 60925, 69410, 45071, .6514, .01903, .02014, .0907}};

BOOST_DATA_TEST_CASE(indices_of_published_incomes, boost::unit_test::data::make(places), place) {
  const double share = sr::implied_urban_share(place.overall, place.urban, place.rural);
  BOOST_TEST(near(share, place.share, 5e-5));
  BOOST_TEST(near(sr::two_group_theil_t(place.urban, place.rural, share), place.theil_t, 5e-6));
  BOOST_TEST(near(sr::two_group_theil_l(place.urban, place.rural, share), place.theil_l, 5e-6));
  BOOST_TEST(near(sr::two_group_gini(place.urban, place.rural, share), place.gini, 5e-5));
  const ArrayXd means = array({place.urban, place.rural});
  const ArrayXd population = array({share, 1 - share});
  for (const InequalityIndex index : indices) {
    BOOST_TEST(near(of_groups(index, means, population), two_group(index, place.urban, place.rural, share), 1e-15));
  }
}

BOOST_AUTO_TEST_CASE(urbanisation_rate_as_weight) {
  BOOST_TEST(near(sr::two_group_theil_t(54188, 23119, 0.67), .06183, 5e-6));
  BOOST_TEST(near(sr::two_group_theil_l(54188, 23119, 0.67), .07135, 5e-6));
  BOOST_TEST(near(sr::two_group_gini(54188, 23119, 0.67), .1564, 5e-5));
  const sr::UrbanShare rate = sr::urban_share(41314, 54188, 23119, 0.67, ShareOrigin::urbanisation);
  BOOST_TEST(near(rate.weighted_mean, 43935, 0.5));
  BOOST_TEST(near(rate.mismatch(), 0.06345, 5e-5));
  const sr::UrbanShare implied = sr::urban_share(41314, 54188, 23119);
  BOOST_TEST((implied.origin == ShareOrigin::implied));
  BOOST_TEST(near(implied.mismatch(), 0, 1e-15));
  std::ostringstream out;
  out << sr::UrbanShare{0.67, ShareOrigin::urbanisation, 43935, 41314};
  BOOST_TEST(out.str() == "0.67 (urbanisation), mean 43935 against 41314 published");
  BOOST_TEST(raises([] { static_cast<void>(sr::urban_share(3, 4, 2, 0.5, ShareOrigin::implied)); },
                    {"urban_share", "share = 0.5", "implied"}));
}

BOOST_AUTO_TEST_CASE(two_groups_agree_with_the_plain_formulas) {
  Uniform uniform;
  for (int trial = 0; trial < 20000; ++trial) {
    const double rural = std::exp(uniform(-20, 20));
    const double urban = rural * std::exp(uniform(-1, 1) * std::pow(10, uniform(-3, 1.5)));
    const double p = uniform(0, 1);
    for (const InequalityIndex index : indices) {
      const double value = two_group(index, urban, rural, p);
      BOOST_REQUIRE_GE(value, 0);
      const double expected = plain(index, urban, rural, p);
      // The plain formulas cancel; in long double to about 1e-19 of a number of order 1.
      BOOST_REQUIRE_SMALL(value - expected, 4e-15 * expected + 1e-17);
    }
  }
}

BOOST_AUTO_TEST_CASE(nearly_equal_groups_lose_no_digits) {
  // The first term of the series in the difference d: T and L are p (1 - p) d^2 / 2, Gini is p (1 - p) d.
  for (const double d : {1e-4, 1e-7, 1e-10, 1e-14}) {
    const double urban = 1 + d;
    const double exact = urban - 1;
    for (const double p : {0.1, 0.5, 0.9}) {
      const double half = p * (1 - p) * exact * exact / 2;
      BOOST_TEST(std::abs(sr::two_group_theil_t(urban, 1, p) / half - 1) < 2 * d + 1e-13);
      BOOST_TEST(std::abs(sr::two_group_theil_l(urban, 1, p) / half - 1) < 2 * d + 1e-13);
      BOOST_TEST(std::abs(sr::two_group_gini(urban, 1, p) / (p * (1 - p) * exact) - 1) < 2 * d + 1e-13);
    }
  }
  for (const double level : {1e-3, 0.1, 1.0, 3.0, 77400.0}) {
    for (const double p : {0.0, 0.3, 1.0}) {
      for (const InequalityIndex index : indices) BOOST_TEST(two_group(index, level, level, p) == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(extremes_of_two_groups) {
  for (const InequalityIndex index : indices) {
    BOOST_TEST(two_group(index, 2, 1, 0) == 0);
    BOOST_TEST(std::abs(two_group(index, 2, 1, 1)) < 1e-15);
    BOOST_TEST(near(two_group(index, 2, 1, 0.3), two_group(index, 1, 2, 0.7), 1e-15));
    // A unit does not matter.
    BOOST_TEST(near(two_group(index, 2e140, 1e140, 0.3), two_group(index, 2e-140, 1e-140, 0.3), 1e-15));
  }
  // All income with a share p: T is -ln p, Gini 1 - p.
  BOOST_TEST(near(sr::two_group_theil_t(5, 0, 0.25), std::log(4), 1e-15));
  BOOST_TEST(near(sr::two_group_theil_t(0, 5, 0.25), -std::log(0.75), 1e-15));
  BOOST_TEST(near(sr::two_group_gini(5, 0, 0.25), 0.75, 1e-15));
  // Incomes as far apart as the domain allows.
  const double widest = plain(InequalityIndex::theil_l, 1e150L, 1e-150L, 0.5L);
  BOOST_TEST(near(sr::two_group_theil_l(1e150, 1e-150, 0.5) / widest, 1, 1e-15));
}

BOOST_AUTO_TEST_CASE(arrays_and_all_at_once_give_the_same_bits) {
  Uniform uniform;
  const Eigen::Index n = 1000;
  ArrayXd urban(n), rural(n), p(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    rural[i] = uniform(1e3, 1e5);
    urban[i] = rural[i] * std::exp(uniform(-2, 2));
    p[i] = uniform(0, 1);
  }
  const ArrayXd t = sr::two_group_theil_t(urban, rural, p);
  const ArrayXd l = sr::two_group_theil_l(urban, rural, p);
  const ArrayXd g = sr::two_group_gini(urban, rural, p);
  const sr::TwoGroupInequalities all = sr::two_group_inequality(urban, rural, p);
  BOOST_TEST(all.size() == n);
  for (Eigen::Index i = 0; i < n; ++i) {
    BOOST_REQUIRE_EQUAL(t[i], sr::two_group_theil_t(urban[i], rural[i], p[i]));
    BOOST_REQUIRE_EQUAL(l[i], sr::two_group_theil_l(urban[i], rural[i], p[i]));
    BOOST_REQUIRE_EQUAL(g[i], sr::two_group_gini(urban[i], rural[i], p[i]));
    const sr::TwoGroupInequality one{t[i], l[i], g[i], sr::income_ratio(urban[i], rural[i])};
    BOOST_REQUIRE((all[i] == one));
    BOOST_REQUIRE((sr::two_group_inequality(urban[i], rural[i], p[i]) == one));
  }
  // One share for all, and a result written over an argument.
  const ArrayXd shared = sr::two_group_theil_t(urban, rural, array({0.6}));
  ArrayXd in_place = urban;
  sr::two_group_theil_t.into(in_place, in_place, rural, array({0.6}));
  BOOST_TEST((in_place == shared).all());
  BOOST_TEST(shared[7] == sr::two_group_theil_t(urban[7], rural[7], 0.6));
  BOOST_TEST(sr::two_group_theil_t(ArrayXd(0), array({1}), array({0.5})).size() == 0);
}

BOOST_AUTO_TEST_CASE(the_first_wrong_element_is_named_though_the_result_overwrites_it) {
  ArrayXd urban = ArrayXd::Constant(600, 2);
  urban[431] = -3;
  urban[500] = not_a_number;
  const auto in_place = [&] { sr::two_group_theil_t.into(urban, urban, array({1}), array({0.5})); };
  BOOST_TEST(raises(in_place, {"two_group_theil_t", "urban = -3", "(element 431)"}));
  const auto compute = [](double u, double r, double p) {
    return [u, r, p] { static_cast<void>(sr::two_group_inequality(array({u, u}), array({r}), array({p}))); };
  };
  BOOST_TEST(raises(compute(0, 1, 0.5), {"two_group_inequality", "urban = 0", "positive", "(element 0)"}));
  BOOST_TEST(raises(compute(1, 1, 1.2), {"urban_share = 1.2", "from 0 to 1"}));
  BOOST_TEST(raises(compute(1, not_a_number, 0.5), {"rural = nan"}));
  BOOST_TEST(raises(compute(infinity, 1, 0.5), {"urban = inf"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::two_group_gini(array({0}), array({0}), array({0.5}))); },
                    {"two_group_gini(urban = 0, rural = 0", "zero", "(element 0)"}));
  BOOST_TEST(raises([] { sr::two_group_gini.into(ArrayXd(3).head(2), array({1}), array({1}), array({0.5})); },
                    {"out has size 2"}));
  // Negative zero is zero.
  BOOST_TEST(sr::two_group_gini(array({-0.0}), array({1}), array({-0.0}))[0] == 0);
}

BOOST_AUTO_TEST_CASE(turning_shares_of_the_notes) {
  // Domain notes 4b.
  BOOST_TEST(near(sr::theil_l_turning_share(1.7917), 0.45168, 5e-6));
  BOOST_TEST(near(sr::theil_t_turning_share(1.7917), 0.40389, 5e-6));
  BOOST_TEST(near(sr::gini_turning_share(1.7917), 0.42762, 5e-6));
  BOOST_TEST(near(sr::theil_l_turning_share(2.3439), 0.42986, 5e-6));
  BOOST_TEST(near(sr::theil_t_turning_share(2.3439), 0.36138, 5e-6));
  BOOST_TEST(near(sr::gini_turning_share(2.3439), 0.39510, 5e-6));
  BOOST_TEST(near(sr::theil_l_turning_share(3.33), 0.40209, 5e-6));
  BOOST_TEST(near(sr::theil_t_turning_share(3.33), 0.30870, 5e-6));
  BOOST_TEST(near(sr::gini_turning_share(3.33), 0.35400, 5e-6));
}

BOOST_AUTO_TEST_CASE(turning_shares_are_maxima_and_fall_with_the_ratio) {
  for (const InequalityIndex index : indices) {
    double last = 1;
    for (double x = -20; x <= 20; x += 0.0137) {
      const double ratio = std::exp(x);
      const double share = turning_share(index, ratio);
      BOOST_REQUIRE_GT(share, 0);
      BOOST_REQUIRE_LT(share, last);
      last = share;
      // Seen from the other group it is the rest.
      BOOST_REQUIRE_SMALL(share + turning_share(index, 1 / ratio) - 1, 1e-14);
      if (std::abs(x) < 1e-2) continue;
      const double most = two_group(index, ratio, 1, share);
      for (const double step : {-1e-4, 1e-4, -0.1, 0.1}) {
        const double other = share + step;
        if (other <= 0 || other >= 1) continue;
        BOOST_REQUIRE_GE(most * (1 + 1e-15), two_group(index, ratio, 1, other));
      }
    }
    BOOST_TEST(turning_share(index, 1) == 0.5);
    // No step where the series takes over.
    for (const double x : {-0.3, 0.3}) {
      BOOST_TEST(near(turning_share(index, std::exp(x * (1 - 1e-12))), turning_share(index, std::exp(x * (1 + 1e-12))),
                      1e-12));
    }
  }
  // The closed form where nothing cancels.
  for (const long double ratio : {2.0L, 10.0L, 1e6L}) {
    const auto closed = (ratio * std::log(ratio) - (ratio - 1)) / ((ratio - 1) * (ratio - 1));
    BOOST_TEST(near(sr::theil_t_turning_share(static_cast<double>(ratio)), static_cast<double>(closed), 1e-15));
  }
  BOOST_TEST(raises([] { static_cast<void>(sr::gini_turning_share(0)); }, {"gini_turning_share", "ratio = 0"}));
  const Interval open = sr::theil_t_turning_share(Interval(2, infinity));
  BOOST_TEST(open.lower() == 0);
  BOOST_TEST(open.upper() == sr::theil_t_turning_share(2));
}

BOOST_AUTO_TEST_CASE(intervals_are_exact_ranges) {
  Uniform uniform;
  for (const InequalityIndex index : indices) {
    int turned = 0;
    for (int trial = 0; trial < 300; ++trial) {
      const Interval urban = uniform.interval(0.5, 4);
      const Interval rural = uniform.interval(0.5, 4);
      const Interval share = uniform.interval(0, 1);
      const Interval range = two_group(index, urban, rural, share);
      double least = infinity;
      double most = 0;
      constexpr int steps = 24;
      const auto at = [](const Interval& x, int i) { return x.lower() + x.width() * i / steps; };
      for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j) {
          for (int k = 0; k <= steps; ++k) {
            const double value = two_group(index, at(urban, i), at(rural, j), at(share, k));
            least = std::min(least, value);
            most = std::max(most, value);
          }
        }
      }
      // Every value is inside, and a grid comes near both ends.
      BOOST_REQUIRE_GE(least, range.lower() - 1e-15);
      BOOST_REQUIRE_LE(most, range.upper() + 1e-15);
      BOOST_REQUIRE_LE(range.upper() - most, 0.01 * range.upper() + 1e-12);
      BOOST_REQUIRE_LE(least - range.lower(), 0.01);
      const double corners = std::max({two_group(index, urban.upper(), rural.lower(), share.lower()),
                                       two_group(index, urban.upper(), rural.lower(), share.upper()),
                                       two_group(index, urban.lower(), rural.upper(), share.lower()),
                                       two_group(index, urban.lower(), rural.upper(), share.upper())});
      if (range.upper() > corners * (1 + 1e-12)) ++turned;
    }
    BOOST_TEST(turned > 50);  // where corners alone would have been wrong
  }
  const Interval point = sr::two_group_theil_l(Interval(54188), Interval(23119), Interval(0.5856));
  BOOST_TEST(point.lower() == sr::two_group_theil_l(54188, 23119, 0.5856));
  BOOST_TEST(point.width() == 0);
  BOOST_TEST(sr::two_group_theil_t(Interval(0, 1), Interval(1), Interval(0.2, 0.4)).upper() ==
             sr::two_group_theil_t(0, 1, 0.4));
  BOOST_TEST(raises([] { static_cast<void>(sr::two_group_gini(Interval(1, infinity), Interval(1), Interval(0.5))); },
                    {"urban = [1, inf]"}));
}

BOOST_AUTO_TEST_CASE(implied_share_of_rounded_means) {
  Uniform uniform;
  for (int trial = 0; trial < 300; ++trial) {
    const bool urban_leads = trial % 2 == 0;
    const Interval high = uniform.interval(60, 100);
    const Interval low = uniform.interval(20, 50);
    const double p = uniform(0, 1);
    const double middle = p * high.midpoint() + (1 - p) * low.midpoint();
    const Interval overall(middle - 3, middle + 3);
    const auto implied = [&](const auto& all, const auto& more, const auto& less) {
      return urban_leads ? sr::implied_urban_share(all, more, less) : sr::implied_urban_share(all, less, more);
    };
    const Interval range = implied(overall, high, low);
    for (int draw = 0; draw < 50; ++draw) {
      const double all = uniform(overall), more = uniform(high), less = uniform(low);
      if (all < less || all > more) continue;
      const double share = implied(all, more, less);
      BOOST_REQUIRE_GE(share, range.lower() - 1e-15);
      BOOST_REQUIRE_LE(share, range.upper() + 1e-15);
      BOOST_REQUIRE_SMALL((urban_leads ? share * more + (1 - share) * less : share * less + (1 - share) * more) - all,
                          1e-12);
    }
  }
  BOOST_TEST(raises([] { static_cast<void>(sr::implied_urban_share(5, 4, 2)); }, {"overall = 5", "between"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::implied_urban_share(2, 2, 2)); }, {"between"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::implied_urban_share(Interval(5, 6), Interval(3, 4), Interval(1, 2))); },
                    {"overall = [5, 6]"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::implied_urban_share(Interval(2), Interval(1, 3), Interval(1, 2))); },
                    {"differ"}));
}

BOOST_AUTO_TEST_CASE(unit_records_of_other_programs) {
  // Documented results of REAT, gretl, mathmodels and PySAL: domain notes 7.
  const ArrayXd reat = array({10, 10, 10, 20, 50});
  BOOST_TEST(near(sr::theil_l(reat), 0.2326302, 5e-8));
  BOOST_TEST(near(sr::theil_t(reat), 0.2502012, 5e-8));
  BOOST_TEST(near(sr::gini(reat), 0.36, 1e-15));
  const ArrayXd deciles = array({541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261});
  BOOST_TEST(near(sr::theil_t(deciles), .3623412, 5e-8));
  BOOST_TEST(near(sr::theil_l(deciles), .4335946, 5e-8));
  BOOST_TEST(near(sr::gini(deciles), .4620911, 5e-8));
  const ArrayXd grouped = array({10, 10, 8, 8, 8, 8, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 2, 2});
  BOOST_TEST(near(sr::theil_t(grouped), .07907822, 5e-9));
  BOOST_TEST(near(sr::theil_l(grouped), .09148364, 5e-9));
  // PySAL: three of six records have all income.
  Eigen::Array<std::int64_t, Eigen::Dynamic, 1> halves(6);
  halves << 0, 0, 0, 1, 1, 1;
  const InequalityDecomposition half =
      sr::decompose_records(InequalityIndex::theil_t, array({0, 0, 0, 10, 10, 10}), array({1}), halves);
  BOOST_TEST(near(half.between, std::log(2), 1e-15));
  BOOST_TEST(half.within == 0);
  BOOST_TEST(near(half.total, std::log(2), 1e-15));
}

BOOST_AUTO_TEST_CASE(groups_weigh_as_many_records) {
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<double> records;
    ArrayXd means(5), heads(5);
    for (Eigen::Index i = 0; i < 5; ++i) {
      means[i] = uniform(1, 10);
      heads[i] = std::floor(uniform(1, 9));
      records.insert(records.end(), static_cast<std::size_t>(heads[i]), means[i]);
    }
    const ArrayXd all = Eigen::Map<const ArrayXd>(records.data(), static_cast<Eigen::Index>(records.size()));
    for (const InequalityIndex index : indices) {
      const double value = of_groups(index, means, heads);
      BOOST_REQUIRE_SMALL(value - of_groups(index, all, ArrayXd::Ones(1)), 1e-14);
      BOOST_REQUIRE_SMALL(value - of_groups(index, 7 * means, heads / 1000), 1e-14);
      BOOST_REQUIRE_SMALL(of_groups(index, ArrayXd::Constant(5, means[0]), heads), 1e-15);
    }
    // Gini by its definition: mean absolute difference over twice the mean.
    double differences = 0;
    for (const double a : records) {
      for (const double b : records) differences += std::abs(a - b);
    }
    const double size = static_cast<double>(records.size());
    BOOST_REQUIRE_SMALL(sr::gini(all) - differences / (2 * size * size * all.mean()), 1e-14);
  }
}

BOOST_AUTO_TEST_CASE(rows_are_groups_one_by_one) {
  sr::PathMatrix means(3, 2), population(3, 2);
  means << 4, 2, 5, 5, 9, 1;
  population << 1, 3, 2, 2, 0, 5;
  const ArrayXd t = sr::theil_t_rows(means, population);
  const ArrayXd l = sr::theil_l_rows(means, population.row(0));
  const ArrayXd g = sr::gini_rows(means, sr::PathMatrix::Ones(1, 1));
  for (Eigen::Index i = 0; i < 3; ++i) {
    const ArrayXd row = means.row(i).transpose();
    BOOST_TEST(t[i] == sr::theil_t(row, population.row(i).transpose()));
    BOOST_TEST(l[i] == sr::theil_l(row, population.row(0).transpose()));
    BOOST_TEST(g[i] == sr::gini(row));
  }
  means(1, 0) = -5;
  BOOST_TEST(raises([&] { static_cast<void>(sr::gini_rows(means, population)); },
                    {"gini", "mean_income = -5", "(element 0)", "(row 1)"}));
  BOOST_TEST(raises([&] { static_cast<void>(sr::gini_rows(means, population.topRows(2))); }, {"2 rows", "3"}));
}

BOOST_AUTO_TEST_CASE(wrong_groups_are_named) {
  const auto call = [](const ArrayXd& means, const ArrayXd& population) {
    return [means, population] { static_cast<void>(sr::theil_t(means, population)); };
  };
  BOOST_TEST(raises(call(ArrayXd(0), array({1})), {"theil_t", "mean_income is empty"}));
  BOOST_TEST(raises(call(array({1, 2}), array({1, 2, 3})), {"population has 3", "2 means"}));
  BOOST_TEST(raises(call(array({1, 2}), array({1, -2})), {"population = -2", "(element 1)"}));
  BOOST_TEST(raises(call(array({1, 2}), array({0, 0})), {"population is zero"}));
  BOOST_TEST(raises(call(array({1, 2}), array({0})), {"population is zero"}));
  BOOST_TEST(raises(call(array({0, 0}), array({1, 1})), {"zero"}));
  BOOST_TEST(raises(call(array({1, not_a_number}), array({1})), {"mean_income = nan", "(element 1)"}));
  BOOST_TEST(raises(call(array({1, 2}), array({1e308, 1e308})), {"too large"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::theil_l(array({0, 2}))); }, {"theil_l", "mean_income = 0"}));
  BOOST_TEST(sr::theil_t(array({1e300 / 1e160, 2e140}), array({3})) > 0);
}

BOOST_AUTO_TEST_CASE(records_decompose_into_between_within_and_overlap) {
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    const Eigen::Index n = 40;
    ArrayXd income(n), weight(n);
    Eigen::Array<std::int64_t, Eigen::Dynamic, 1> group(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      income[i] = std::exp(uniform(0, 3));
      weight[i] = trial % 2 == 0 ? 1 : uniform(0.5, 2);
      group[i] = i % 4;
    }
    const ArrayXd used = trial % 2 == 0 ? ArrayXd::Ones(1) : weight;
    ArrayXd means(4), sizes(4);
    for (const InequalityIndex index : indices) {
      ArrayXd within(4);
      for (Eigen::Index g = 0; g < 4; ++g) {
        ArrayXd members(n / 4), weights(n / 4);
        for (Eigen::Index k = 0; k < n / 4; ++k) {
          members[k] = income[4 * k + g];
          weights[k] = weight[4 * k + g];
        }
        sizes[g] = weights.sum();
        means[g] = (members * weights).sum() / sizes[g];
        within[g] = of_groups(index, members, weights);
      }
      const InequalityDecomposition records = sr::decompose_records(index, income, used, group);
      const InequalityDecomposition groups = sr::decompose_inequality(index, means, sizes, within);
      BOOST_REQUIRE_SMALL(records.total - of_groups(index, income, used), 1e-15);
      BOOST_REQUIRE_SMALL(records.between - of_groups(index, means, sizes), 1e-14);
      BOOST_REQUIRE_SMALL(records.between + records.within + records.overlap - records.total, 1e-14);
      BOOST_REQUIRE_SMALL(groups.within - records.within, 1e-14);
      BOOST_REQUIRE_SMALL(groups.between - records.between, 1e-14);
      BOOST_REQUIRE_EQUAL(groups.overlap, 0);
      if (index == InequalityIndex::gini) BOOST_REQUIRE_GT(records.overlap, 0);
    }
  }
  // Groups that do not overlap: the Gini coefficient has no third part.
  Eigen::Array<std::int64_t, Eigen::Dynamic, 1> apart(4);
  apart << 1, 1, 0, 0;
  const InequalityDecomposition gini =
      sr::decompose_records(InequalityIndex::gini, array({1, 2, 5, 9}), array({1}), apart);
  BOOST_TEST(near(gini.overlap, 0, 1e-15));
  BOOST_TEST(near(gini.between_share(), gini.between / gini.total, 1e-15));
  const auto wrong = [](std::int64_t label) {
    return [label] {
      Eigen::Array<std::int64_t, Eigen::Dynamic, 1> group(2);
      group << 0, label;
      static_cast<void>(sr::decompose_records(InequalityIndex::gini, array({1, 2}), array({1}), group));
    };
  };
  BOOST_TEST(raises(wrong(-1), {"group = -1", "(element 1)"}));
  BOOST_TEST(raises(wrong(2), {"group = 2"}));
  BOOST_TEST(raises(
      [] { static_cast<void>(sr::decompose_inequality(InequalityIndex::gini, array({1, 2}), array({1}), array({2}))); },
      {"within = 2", "from 0 to 1"}));
  BOOST_TEST(raises([] { static_cast<void>(InequalityDecomposition{0, 0, 0, 0}.between_share()); }, {"zero"}));
}

BOOST_AUTO_TEST_CASE(decomposition_of_the_notes) {
  // mathmodels documents these records in two groups, the second of ten in the middle.
  const ArrayXd income = array({10, 10, 8, 8, 8, 8, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4, 2, 2});
  Eigen::Array<std::int64_t, Eigen::Dynamic, 1> group(income.size());
  group << 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0;
  const InequalityDecomposition parts = sr::decompose_records(InequalityIndex::theil_t, income, array({1}), group);
  BOOST_TEST(near(parts.total, .07907822, 5e-9));
  BOOST_TEST(near(parts.between, .01127992, 5e-9));
  BOOST_TEST(near(parts.within, .06779830, 5e-9));
}

BOOST_AUTO_TEST_CASE(changes_of_china_2020_to_2024) {
  // Domain notes 4b, with the implied shares as printed there.
  const double p0 = 0.5639;
  const double p1 = 0.5856;
  const IndexChange l = sr::shapley_change(InequalityIndex::theil_l, 43834, 17131, p0, 54188, 23119, p1);
  BOOST_TEST(near(l.total, -0.019228, 5e-7));
  BOOST_TEST(near(l.urbanisation, -0.002288, 5e-7));
  BOOST_TEST(near(l.income, -0.016940, 5e-7));
  const IndexChange t = sr::shapley_change(InequalityIndex::theil_t, 43834, 17131, p0, 54188, 23119, p1);
  BOOST_TEST(near(t.total, -0.016986, 5e-7));
  BOOST_TEST(near(t.urbanisation, -0.002994, 5e-7));
  BOOST_TEST(near(t.income, -0.013991, 5e-7));
  const sr::MeanChange mean = sr::mean_change(43834, 17131, sr::implied_urban_share(32189, 43834, 17131), 54188, 23119,
                                              sr::implied_urban_share(41314, 54188, 23119));
  BOOST_TEST(near(mean.total, 41314 - 32189, 1e-9));
}

BOOST_AUTO_TEST_CASE(parts_of_changes_add_up) {
  Uniform uniform;
  const Eigen::Index n = 300;
  std::array<ArrayXd, 6> x;
  for (ArrayXd& column : x) column.resize(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (const std::size_t k : {0U, 1U, 3U, 4U}) x[k][i] = uniform(1, 10);
    for (const std::size_t k : {2U, 5U}) x[k][i] = uniform(0, 1);
  }
  const sr::MeanChanges means = sr::mean_change(x[0], x[1], x[2], x[3], x[4], x[5]);
  for (Eigen::Index i = 0; i < n; ++i) {
    BOOST_REQUIRE_SMALL(means.urban[i] + means.rural[i] + means.urbanisation[i] - means.total[i], 1e-13);
    const sr::MeanChange one = sr::mean_change(x[0][i], x[1][i], x[2][i], x[3][i], x[4][i], x[5][i]);
    BOOST_REQUIRE((one == sr::MeanChange{means.urban[i], means.rural[i], means.urbanisation[i], means.total[i]}));
  }
  for (const InequalityIndex index : indices) {
    const sr::IndexChanges changes = sr::shapley_change(index, x[0], x[1], x[2], x[3], x[4], x[5]);
    for (Eigen::Index i = 0; i < n; ++i) {
      BOOST_REQUIRE_SMALL(changes.income[i] + changes.urbanisation[i] - changes.total[i], 1e-15);
      BOOST_REQUIRE_SMALL(changes.total[i] - (two_group(index, x[3][i], x[4][i], x[5][i]) -
                                              two_group(index, x[0][i], x[1][i], x[2][i])),
                          1e-15);
      // Backwards in time every part changes its sign; without a change of the share that part is zero.
      const IndexChange back = sr::shapley_change(index, x[3][i], x[4][i], x[5][i], x[0][i], x[1][i], x[2][i]);
      BOOST_REQUIRE_SMALL(back.income + changes.income[i], 1e-15);
      const IndexChange still = sr::shapley_change(index, x[0][i], x[1][i], x[2][i], x[3][i], x[4][i], x[2][i]);
      BOOST_REQUIRE_EQUAL(still.urbanisation, 0);
    }
  }
  BOOST_TEST(raises([] { static_cast<void>(sr::mean_change(1, 1, 0.5, -1, 1, 0.5)); }, {"mean_change", "urban1 = -1"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::shapley_change(InequalityIndex::theil_l, 1, 1, 0.5, 0, 1, 0.5)); },
                    {"urban1 = 0"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::shapley_change(InequalityIndex::gini, 0, 1, 0.5, 0, 1, 1)); },
                    {"mean income"}));
}

BOOST_AUTO_TEST_CASE(logarithmic_means) {
  BOOST_TEST(sr::logarithmic_mean(3, 3) == 3);
  BOOST_TEST(near(sr::logarithmic_mean(1, 2), 1 / std::log(2), 1e-15));
  Uniform uniform;
  for (int trial = 0; trial < 2000; ++trial) {
    const double a = std::exp(uniform(-5, 5));
    const double b = trial % 2 == 0 ? std::exp(uniform(-5, 5)) : a * (1 + uniform(-1, 1) * 1e-6);
    const double mean = sr::logarithmic_mean(a, b);
    BOOST_REQUIRE_CLOSE_FRACTION(mean, sr::logarithmic_mean(b, a), 1e-14);
    // Between the geometric and the arithmetic mean: Carlson (1972).
    BOOST_REQUIRE_GE(mean, std::sqrt(a) * std::sqrt(b) * (1 - 1e-15));
    BOOST_REQUIRE_LE(mean, (a + b) / 2 * (1 + 1e-15));
  }
  const Interval range = sr::logarithmic_mean(Interval(1, 2), Interval(2, 4));
  BOOST_TEST(range.lower() == sr::logarithmic_mean(1, 2));
  BOOST_TEST(range.upper() == sr::logarithmic_mean(2, 4));
  BOOST_TEST(raises([] { static_cast<void>(sr::logarithmic_mean(0, 1)); }, {"logarithmic_mean", "a = 0"}));
}

BOOST_AUTO_TEST_CASE(effects_of_factors_add_up) {
  Uniform uniform;
  for (int trial = 0; trial < 500; ++trial) {
    ArrayXd start(4), end(4);
    for (Eigen::Index i = 0; i < 4; ++i) {
      start[i] = uniform(0.5, 5);
      end[i] = trial % 5 == 0 && i == 2 ? start[i] : uniform(0.5, 5);
    }
    const ArrayXd effects = sr::lmdi(start, end);
    BOOST_REQUIRE_SMALL(effects.sum() - (end.prod() - start.prod()), 1e-11);
    if (trial % 5 == 0) BOOST_REQUIRE_EQUAL(effects[2], 0);
    BOOST_REQUIRE_SMALL((sr::lmdi(end, start) + effects).abs().maxCoeff(), 1e-11);
  }
  // Two factors: ln(1.1) and ln(1.2) share an increase of 16 by their size.
  const ArrayXd two = sr::lmdi(array({100, 0.5}), array({110, 0.6}));
  BOOST_TEST(near(two[0] / two[1], std::log(1.1) / std::log(1.2), 1e-14));
  BOOST_TEST(near(two.sum(), 16, 1e-12));
}

BOOST_AUTO_TEST_CASE(zero_factors_are_limits) {
  // Towards the limit, slowly: the logarithm of the small number is what vanishes.
  const ArrayXd limit = sr::lmdi(array({0, 3}), array({2, 5}));
  BOOST_TEST(limit[0] == 10);
  BOOST_TEST(limit[1] == 0);
  double last = infinity;
  for (const double small : {1e-10, 1e-100, 1e-300}) {
    const double distance = std::abs(sr::lmdi(array({small, 3}), array({2, 5}))[0] - 10);
    BOOST_TEST(distance < last);
    last = distance;
  }
  BOOST_TEST(last < 0.01);
  const ArrayXd both = sr::lmdi(array({2, 3, 4}), array({0, 0, 5}));
  BOOST_TEST(both[0] == -12);
  BOOST_TEST(both[1] == -12);
  BOOST_TEST(both[2] == 0);
  BOOST_TEST((sr::lmdi(array({0, 3}), array({2, 0})) == 0).all());
  BOOST_TEST((sr::lmdi(array({0, 3}), array({0, 5})) == 0).all());
  sr::PathMatrix start(2, 2), end(2, 2);
  start << 100, 0.5, 0, 3;
  end << 110, 0.6, 2, 5;
  const sr::PathMatrix rows = sr::lmdi_rows(start, end);
  BOOST_TEST((rows.row(0).transpose() == sr::lmdi(array({100, 0.5}), array({110, 0.6}))).all());
  BOOST_TEST((rows.row(1).transpose() == limit).all());
  start(1, 1) = -1;
  BOOST_TEST(raises([&] { static_cast<void>(sr::lmdi_rows(start, end)); }, {"start = -1", "(element 1)", "(row 1)"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::lmdi(array({1}), array({1, 2}))); }, {"1 factors", "2"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::lmdi(ArrayXd(0), ArrayXd(0))); }, {"no factors"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::lmdi(array({1e200, 1e200}), array({1, 1}))); }, {"too large"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::lmdi(array({1e-200, 1e-200}), array({1, 1}))); }, {"too small"}));
}

BOOST_AUTO_TEST_CASE(dispersion_of_eleven_cities) {
  // All residents, first three quarters of 2020, cities of Zhejiang; domain notes 4c.
  const ArrayXd cities = array({48735, 46519, 41412, 42230, 39102, 44687, 38828, 28978, 42264, 39089, 28778});
  BOOST_TEST(near(sr::sigma_convergence(cities, 0), 0.16352, 5e-6));
  BOOST_TEST(near(sr::sigma_convergence(cities, 1), 0.17150, 5e-6));
  BOOST_TEST(near(cities.maxCoeff() / cities.minCoeff(), 1.693, 5e-4));
  sr::PathMatrix panel(3, 2);
  panel << 1, 1, 2, 3, 4, 9;
  const ArrayXd sigma = sr::sigma_convergence_columns(panel, 1);
  BOOST_TEST(near(sigma[0], std::log(2), 1e-15));
  BOOST_TEST(near(sigma[1], std::log(3), 1e-15));
  BOOST_TEST(raises([] { static_cast<void>(sr::sigma_convergence(array({1, 2}), 2)); }, {"ddof = 2"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::sigma_convergence(array({1}), 1)); }, {"two places"}));
  panel(2, 1) = 0;
  BOOST_TEST(raises([&] { static_cast<void>(sr::sigma_convergence_columns(panel, 0)); },
                    {"levels = 0", "(element 2)", "(column 1)"}));
}

BOOST_AUTO_TEST_CASE(speed_of_convergence) {
  // Places that approach one level at a known speed: ln y_T = ln y* + e^(-speed T) (ln y_0 - ln y*).
  const ArrayXd start = array({100, 150, 220, 400, 900});
  for (const double speed : {0.02, 0.3, -0.01}) {
    const double periods = 12;
    const ArrayXd end = (std::log(500) + std::exp(-speed * periods) * (start.log() - std::log(500))).exp();
    const sr::BetaConvergence fit = sr::beta_convergence(start, end, periods);
    BOOST_TEST(near(fit.speed, speed, 1e-12));
    BOOST_TEST(near(fit.r_squared, 1, 1e-12));
    BOOST_TEST(fit.slope_error < 1e-9);
    BOOST_TEST(near(fit.slope, (std::exp(-speed * periods) - 1) / periods, 1e-13));
    BOOST_TEST((fit.half_life.reach == (speed > 0 ? Reach::reached : Reach::never)));
    if (speed > 0) BOOST_TEST(near(fit.half_life.periods, std::log(2) / speed, 1e-9));
  }
  // Three points by hand: x = -1, 0, 1 and y = 3, 1, 2 over one period, slope -1/2, residuals 1/2, -1, 1/2.
  const double e = std::exp(1.0);
  const ArrayXd level = array({1 / e, 1, e});
  const ArrayXd after = array({e * e, e, e * e * e});
  const sr::BetaConvergence fit = sr::beta_convergence(level, after, 1);
  BOOST_TEST(near(fit.slope, -0.5, 1e-14));
  BOOST_TEST(near(fit.intercept, 2, 1e-14));
  BOOST_TEST(near(fit.slope_error, std::sqrt(0.75), 1e-14));
  BOOST_TEST(near(fit.r_squared, 0.25, 1e-14));
  BOOST_TEST(near(fit.speed, std::log(2), 1e-14));
  BOOST_TEST(near(fit.speed_error, 2 * std::sqrt(0.75), 1e-14));
  BOOST_TEST(near(fit.half_life.periods, 1, 1e-14));
  const auto call = [](const ArrayXd& from, const ArrayXd& to, double periods) {
    return [=] { static_cast<void>(sr::beta_convergence(from, to, periods)); };
  };
  BOOST_TEST(raises(call(array({1, 2}), array({1, 2}), 1), {"beta_convergence", "three places"}));
  BOOST_TEST(raises(call(array({1, 2, 3}), array({1, 2}), 1), {"3 levels", "2 at the end"}));
  BOOST_TEST(raises(call(array({2, 2, 2}), array({1, 2, 3}), 1), {"start at 2"}));
  BOOST_TEST(raises(call(array({1, 2, 3}), array({1, 2, 0}), 1), {"end = 0", "(element 2)"}));
  BOOST_TEST(raises(call(array({1, 2, 3}), array({1, 2, 3}), 0), {"periods = 0"}));
  BOOST_TEST(raises(call(array({1, 2, 4}), array({4, 2, 1}), 3), {"slope", "order"}));
}

BOOST_AUTO_TEST_CASE(results_are_regular_values) {
  std::ostringstream out;
  out << sr::TwoGroupInequality{0.5, 0.25, 0.125, 2} << '\n'
      << InequalityDecomposition{1, 2, 0, 3} << '\n'
      << sr::MeanChange{1, 2, 3, 6} << '\n'
      << IndexChange{1, 2, 3} << '\n'
      << sr::BetaConvergence{1, -0.5, 0, 1, 0.5, 0, {Reach::never, infinity}} << '\n'
      << sr::to_string(InequalityIndex::gini) << ' ' << sr::to_string(ShareOrigin::given);
  BOOST_TEST(out.str() ==
             "Theil T 0.5, Theil L 0.25, Gini 0.125, ratio 2\n"
             "between 1, within 2, overlap 0, total 3\n"
             "urban 1, rural 2, urbanisation 3, total 6\n"
             "income 1, urbanisation 2, total 3\n"
             "slope -0.5, speed 0.5, r_squared 1, half-life never\n"
             "gini given");
  BOOST_TEST((std::unordered_set<InequalityDecomposition>{{1, 2, 0, 3}, {1, 2, 0, 3}, {1, 2, 1, 4}}.size() == 2U));
  BOOST_TEST((std::unordered_set<IndexChange>{{1, 2, 3}, {1, 2, 3}, {2, 1, 3}}.size() == 2U));
  BOOST_TEST((std::unordered_set<sr::MeanChange>{{1, 2, 3, 6}, {1, 2, 3, 6}}.size() == 1U));
  BOOST_TEST((std::unordered_set<sr::TwoGroupInequality>{{1, 2, 3, 6}, {1, 2, 3, 6}}.size() == 1U));
  BOOST_TEST(
      (std::unordered_set<sr::UrbanShare>{{0.5, ShareOrigin::given, 3, 3}, {0.5, ShareOrigin::implied, 3, 3}}.size() ==
       2U));
  const sr::BetaConvergence fit{1, -0.5, 0, 1, 0.5, 0, {Reach::never, infinity}};
  BOOST_TEST((std::unordered_set<sr::BetaConvergence>{fit, fit}.size() == 1U));
}

BOOST_AUTO_TEST_SUITE_END()
