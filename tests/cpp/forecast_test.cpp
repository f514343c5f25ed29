#include <cmath>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/score.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(forecast)

// Published percentage points of the normal distribution (NIST handbook, table 1.3.6.7.1; R qnorm for the tails).
BOOST_AUTO_TEST_CASE(normal_quantiles_are_the_published_ones) {
  BOOST_TEST(sr::normal_quantile(0.5) == 0);
  BOOST_TEST(near(sr::normal_quantile(0.975), 1.959963984540054, 1e-15));
  BOOST_TEST(near(sr::normal_quantile(0.9), 1.2815515655446004, 1e-15));
  BOOST_TEST(near(sr::normal_quantile(0.25), -0.6744897501960817, 1e-15));
  BOOST_TEST(near(sr::normal_quantile(1e-10), -6.361340902404056, 1e-14));
  BOOST_TEST(near(sr::normal_quantile(1e-300), -37.0471, 1e-4));
}

BOOST_DATA_TEST_CASE(normal_quantile_inverts_the_distribution, boost::unit_test::data::xrange(0.001, 1.0, 0.0173),
                     probability) {
  BOOST_TEST(near(std::erfc(-sr::normal_quantile(probability) / std::sqrt(2.0)) / 2, probability, 2e-16));
}

BOOST_AUTO_TEST_CASE(closed_forms_agree_with_the_normal_distribution) {
  BOOST_TEST(near(sr::level_quantile(100, 0.05, 0.02, 4, 0.5), 100 * std::pow(1.05, 4), 1e-12));
  BOOST_TEST(near(std::log(sr::level_quantile(100, 0.05, 0.02, 4, 0.975) / sr::level_quantile(100, 0.05, 0.02, 4, 0.5)),
                  0.04 * 1.959963984540054, 1e-14));
  BOOST_TEST(near(sr::growth_probability(0.07, 0.02, 0.07), 0.5, 1e-15));
  // One standard deviation: Phi(1) = 0.841344746068543.
  BOOST_TEST(near(sr::growth_probability(std::exp(0.08) - 1, 0.02, std::exp(0.06) - 1), 0.841344746068543, 1e-12));
  const double lead = std::exp(0.01) - 1;
  BOOST_TEST(near(sr::narrowing_probability(0, lead, 0.01, 0, 0, 3), std::pow(0.841344746068543, 3), 1e-13));
  // Equal volatilities that move together leave the ratio certain.
  BOOST_TEST(sr::narrowing_probability(0.063, 0.068, 0.02, 0.02, 1, 5) == 1);
  BOOST_TEST(sr::narrowing_probability(0.068, 0.068, 0.02, 0.02, 1, 5) == 0);
  BOOST_TEST(near(sr::ratio_probability(1.8, 0, lead, 0.01, 0, 0, 1.8, 4), 0.977249868051821, 1e-13));
  BOOST_TEST(sr::ratio_probability(1.8, 0.05, 0.06, 0, 0, 0, 1.8 * 1.05 / 1.06, 1) == 1);
}

BOOST_AUTO_TEST_CASE(arrays_give_the_numbers) {
  const Eigen::ArrayXd probabilities = array({0.1, 0.5, 0.9});
  const Eigen::ArrayXd levels =
      sr::level_quantile(array({100}), array({0.05}), array({0.02}), array({4}), probabilities);
  for (Eigen::Index i = 0; i < 3; ++i)
    BOOST_TEST(levels[i] == sr::level_quantile(100, 0.05, 0.02, 4, probabilities[i]));
  BOOST_TEST(sr::crps_normal(array({0, 1}), array({0}), array({1}))[1] == sr::crps_normal(1, 0, 1));
}

BOOST_AUTO_TEST_CASE(bad_numbers_are_named) {
  BOOST_TEST(raises([] { std::ignore = sr::normal_quantile(1); }, {"normal_quantile", "probability = 1"}));
  BOOST_TEST(raises([] { std::ignore = sr::normal_quantile(not_a_number); }, {"probability", "nan"}));
  BOOST_TEST(raises([] { std::ignore = sr::growth_probability(0.07, -0.1, 0.07); }, {"volatility = -0.1"}));
  BOOST_TEST(
      raises([] { std::ignore = sr::narrowing_probability(0.06, 0.07, 0.1, 0.1, 1.5, 1); }, {"correlation = 1.5"}));
  BOOST_TEST(raises([] { std::ignore = sr::growth_probability(-1, 0.1, 0.07); }, {"growth = -1"}));
}

// Published values (scoringRules, R): see Gneiting and others (2005) for the formula.
BOOST_AUTO_TEST_CASE(crps_of_the_normal_distribution) {
  BOOST_TEST(near(sr::crps_normal(0, 0, 1), 0.2336949773, 5e-11));
  BOOST_TEST(near(sr::crps_normal(1, 0, 1), 0.6024413576, 5e-11));
  BOOST_TEST(near(sr::crps_normal(7.5, 7, 0.5), 0.3012206788, 5e-11));
  BOOST_TEST(sr::crps_normal(7.5, 7, 0) == 0.5);
}

BOOST_AUTO_TEST_CASE(pinball_loss_has_no_factor_2) {
  BOOST_TEST(near(sr::pinball_loss(3, 1, 0.9), 1.8, 1e-15));
  BOOST_TEST(near(sr::pinball_loss(1, 3, 0.9), 0.2, 1e-15));
  // Twice the mean over all probabilities is the CRPS.
  constexpr int n = 2000;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double probability = (i + 0.5) / n;
    sum += sr::pinball_loss(1, sr::normal_quantile(probability), probability);
  }
  BOOST_TEST(near(2 * sum / n, sr::crps_normal(1, 0, 1), 1e-4));
}

BOOST_AUTO_TEST_CASE(crps_of_a_sample) {
  // |3 - 1| alone; E|X - y| - E|X - X'|/2 = (1 + 2)/2 - 3/4 for {0, 3} at 1.
  BOOST_TEST(sr::crps_sample(1, array({3})) == 2);
  BOOST_TEST(near(sr::crps_sample(1, array({3, 0})), 0.75, 1e-15));
  Uniform uniform;
  Eigen::ArrayXd sample(200);
  for (double& x : sample) x = uniform(-2, 5);
  double spread = 0;
  for (const double a : sample) {
    for (const double b : sample) spread += std::abs(a - b);
  }
  BOOST_TEST(near(sr::crps_sample(0.7, sample), (sample - 0.7).abs().mean() - spread / (2 * 200 * 200), 1e-14));
  BOOST_TEST(raises([] { std::ignore = sr::crps_sample(1, Eigen::ArrayXd()); }, {"sample is empty"}));
  BOOST_TEST(raises([] { std::ignore = sr::crps_sample(1, array({1, not_a_number})); }, {"sample", "nan"}));
}

BOOST_AUTO_TEST_CASE(interval_score_by_hand) {
  // 80 %: ten times the distance outside.
  BOOST_TEST(near(sr::interval_score(6, 5, 8, 0.8), 3, 1e-14));
  BOOST_TEST(near(sr::interval_score(8.5, 5, 8, 0.8), 8, 1e-13));
  BOOST_TEST(near(sr::interval_score(4.9, 5, 8, 0.8), 4, 1e-13));
  BOOST_TEST(sr::interval_score(5, 5, 5, 0.8) == 0);
  BOOST_TEST(
      raises([] { std::ignore = sr::interval_score(5, 8, 5, 0.8); }, {"lower = 8, upper = 5", "lower <= upper"}));
  BOOST_TEST(raises([] { std::ignore = sr::interval_score(5, 5, 8, 80); }, {"interval_score: coverage = 80"}));
}

// alpha / 4 of it is the mean of the pinball losses of the two quantiles (Gneiting and Raftery 2007, section 6.2, where
// the loss has a factor 2).
BOOST_DATA_TEST_CASE(interval_score_is_a_sum_of_pinball_losses, boost::unit_test::data::xrange(0.05, 1.0, 0.13),
                     coverage) {
  Uniform uniform;
  for (int i = 0; i < 100; ++i) {
    const sr::Interval interval = uniform.interval(-5, 5);
    const double y = uniform(-9, 9);
    const double alpha = 1 - coverage;
    const double loss =
        sr::pinball_loss(y, interval.lower(), alpha / 2) + sr::pinball_loss(y, interval.upper(), 1 - alpha / 2);
    BOOST_TEST(near(alpha / 2 * sr::interval_score(y, interval.lower(), interval.upper(), coverage), loss, 1e-13));
  }
}

// Proper: under a normal distribution no interval scores less on average than that of the true quantiles.
BOOST_AUTO_TEST_CASE(interval_score_is_proper) {
  constexpr int n = 4000;
  const auto mean_score = [](double lower, double upper) {
    double sum = 0;
    for (int i = 0; i < n; ++i) sum += sr::interval_score(sr::normal_quantile((i + 0.5) / n), lower, upper, 0.8);
    return sum / n;
  };
  const double z = 1.2815515655446004;
  const double best = mean_score(-z, z);
  // Closed form: 2 z + 2/alpha 2 (phi(z) - z alpha/2) = 4 phi(z) / alpha.
  BOOST_TEST(near(best, 4 * 0.17549833193248685 / 0.2, 1e-3));
  for (const double lower : {-2.0, -1.4, -1.2, -0.5}) {
    for (const double upper : {0.5, 1.2, 1.4, 2.0}) BOOST_TEST(mean_score(lower, upper) > best);
  }
}

BOOST_AUTO_TEST_CASE(transforms_of_outcomes) {
  BOOST_TEST(near(sr::pit_normal(8, 7, 1), 0.841344746068543, 1e-15));
  BOOST_TEST(near(sr::pit_normal(7 - 1e-9, 7, 0), 0, 0));
  BOOST_TEST(sr::pit_normal(7, 7, 0) == 1);
  BOOST_TEST(near(sr::pit_normal(-37.0471, 0, 1) * 1e300, 1, 1e-3));
  BOOST_TEST(sr::pit_sample(6, array({7, 1, 5, 3})) == 0.75);
  BOOST_TEST(sr::pit_sample(5, array({7, 1, 5, 5})) == 0.5);
  BOOST_TEST(sr::pit_sample(0, array({1})) == 0);
  BOOST_TEST(raises([] { std::ignore = sr::pit_normal(1, 1, -1); }, {"pit_normal: sd = -1"}));
  BOOST_TEST(raises([] { std::ignore = sr::pit_sample(1, Eigen::ArrayXd()); }, {"pit_sample: sample is empty"}));
  BOOST_TEST(raises([] { std::ignore = sr::pit_sample(not_a_number, array({1})); }, {"pit_sample: observation = nan"}));
}

BOOST_AUTO_TEST_SUITE_END()
