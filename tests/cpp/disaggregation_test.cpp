#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <sstream>
#include <vector>

#include <Eigen/LU>
#include <Eigen/QR>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/disaggregation.hpp>
#include <shengzhou_report/error.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
using Eigen::ArrayXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using sr::Conversion;
using sr::Disaggregation;
using sr::Movement;

BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::Conversion)
BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::Movement)

BOOST_AUTO_TEST_SUITE(disaggregation)

namespace {

constexpr std::array conversions{Conversion::sum, Conversion::mean, Conversion::first, Conversion::last};
constexpr std::array movements{Movement::additive, Movement::proportional};

[[nodiscard]] double largest_difference(const ArrayXd& actual, const ArrayXd& expected) {
  BOOST_TEST_REQUIRE(actual.size() == expected.size());
  return (actual - expected).abs().maxCoeff();
}

// The case that R's tempdisagg and gretl's tdisagg were run on.
[[nodiscard]] ArrayXd indicator() {
  return array({50, 100, 150, 100, 55, 105, 148, 98, 60, 98, 140, 110, 52, 101, 160, 104, 58, 112, 155, 99});
}
[[nodiscard]] ArrayXd benchmarks() { return array({500, 400, 300, 400, 500}); }

// One product and one solver for all: each that Eigen makes for another expression takes the compiler half a second.
[[nodiscard]] MatrixXd times(const MatrixXd& left, const MatrixXd& right) { return left * right; }
[[nodiscard]] MatrixXd solved(const MatrixXd& system, const MatrixXd& right) { return system.fullPivLu().solve(right); }

/// Benchmarks as linear functions of the periods.
[[nodiscard]] MatrixXd aggregation(Conversion conversion, Index blocks, Index n, Index length) {
  MatrixXd matrix = MatrixXd::Zero(blocks, length);
  for (Index k = 0; k < blocks; ++k) {
    for (Index i = 0; i < n; ++i) {
      const bool counts = conversion == Conversion::sum || conversion == Conversion::mean ||
                          (conversion == Conversion::first ? i == 0 : i == n - 1);
      if (counts) matrix(k, k * n + i) = conversion == Conversion::mean ? 1 / static_cast<double>(n) : 1.0;
    }
  }
  return matrix;
}

/// Denton-Cholette by its definition: the dense system of the first-order conditions.
[[nodiscard]] ArrayXd dense_denton(const ArrayXd& y, const ArrayXd& z, Index n, Movement movement,
                                   Conversion conversion) {
  const Index length = z.size();
  const Index blocks = y.size();
  const ArrayXd scale = movement == Movement::proportional ? ArrayXd(z.inverse()) : ArrayXd::Ones(length);
  MatrixXd difference = MatrixXd::Zero(length - 1, length);
  for (Index t = 0; t + 1 < length; ++t) {
    difference(t, t) = -scale[t];
    difference(t, t + 1) = scale[t + 1];
  }
  const MatrixXd c = aggregation(conversion, blocks, n, length);
  MatrixXd system = MatrixXd::Zero(length + blocks, length + blocks);
  system.topLeftCorner(length, length) = times(difference.transpose(), difference);
  system.topRightCorner(length, blocks) = c.transpose();
  system.bottomLeftCorner(blocks, length) = c;
  VectorXd right(length + blocks);
  right << times(system.topLeftCorner(length, length), z), y.matrix();
  if (movement == Movement::proportional) right.head(length).setZero();
  return solved(system, right).topRows(length).array();
}

/// Covariance of an AR(1) process that has gone on for ever.
[[nodiscard]] MatrixXd autoregression(double rho, Index length) {
  MatrixXd v(length, length);
  for (Index i = 0; i < length; ++i) {
    for (Index j = 0; j < length; ++j) {
      v(i, j) = std::pow(rho, static_cast<double>(std::abs(i - j))) / (1 - rho * rho);
    }
  }
  return v;
}

/// Precision of a random walk from 0 whose steps are AR(1) from 0: (H D)' (H D), as Litterman writes it.
[[nodiscard]] MatrixXd random_walk_precision(double rho, Index length) {
  MatrixXd d = MatrixXd::Identity(length, length);
  MatrixXd h = MatrixXd::Identity(length, length);
  d.diagonal(-1).setConstant(-1);
  h.diagonal(-1).setConstant(-rho);
  const MatrixXd hd = times(h, d);
  return times(hd.transpose(), hd);
}

/// A regression method by its definition, with dense matrices; `v` is the covariance of the residuals.
[[nodiscard]] Disaggregation dense_regression(const ArrayXd& y, const MatrixXd& x, Index n, double rho,
                                              Conversion conversion, const MatrixXd& v) {
  const MatrixXd c = aggregation(conversion, y.size(), n, x.rows());
  const MatrixXd cx = times(c, x);
  const MatrixXd covariance = times(times(c, v), c.transpose());
  const MatrixXd weight = solved(covariance, MatrixXd::Identity(y.size(), y.size()));
  const MatrixXd weighted = times(cx.transpose(), weight);
  const MatrixXd information = times(weighted, cx);
  const VectorXd b = solved(information, times(weighted, y));
  const VectorXd residuals = y.matrix() - times(cx, b);
  const double rss = residuals.dot(VectorXd(times(weight, residuals)));
  const auto m = static_cast<double>(y.size());
  const double variance = rss / (m - static_cast<double>(x.cols()));
  const double pi = std::acos(-1.0);
  return {.series = times(x, b) + times(times(v, c.transpose()), times(weight, residuals)),
          .coefficients = b.array(),
          .standard_errors =
              (solved(information, MatrixXd::Identity(b.size(), b.size())).diagonal().array() * variance).sqrt(),
          .rho = rho,
          .log_likelihood =
              -m / 2 * (1 + std::log(2 * pi) + std::log(rss / m)) - std::log(covariance.fullPivLu().determinant()) / 2};
}

[[nodiscard]] Disaggregation dense_chow_lin(const ArrayXd& y, const MatrixXd& x, Index n, double rho,
                                            Conversion conversion) {
  return dense_regression(y, x, n, rho, conversion, autoregression(rho, x.rows()));
}

[[nodiscard]] Disaggregation dense_litterman(const ArrayXd& y, const MatrixXd& x, Index n, double rho,
                                             Conversion conversion) {
  return dense_regression(y, x, n, rho, conversion,
                          solved(random_walk_precision(rho, x.rows()), MatrixXd::Identity(x.rows(), x.rows())));
}

[[nodiscard]] ArrayXd uniform_array(Uniform& uniform, Index size, double lower, double upper) {
  ArrayXd values(size);
  for (double& value : values) value = uniform(lower, upper);
  return values;
}

}  // namespace

BOOST_AUTO_TEST_CASE(example_of_the_imf_manual) {
  const ArrayXd z = array({98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5, 103.0, 103.5, 101.5});
  const ArrayXd expected = array({969.792854, 998.419035, 1018.345837, 1013.442274, 1007.203341, 1042.848545,
                                  1060.344647, 1051.003466, 1040.648752, 1066.535537, 1071.712894, 1051.003466});
  BOOST_TEST(largest_difference(sr::denton_cholette(array({4000, 4161.4}), z, 4), expected) < 5.1e-7);
}

BOOST_AUTO_TEST_CASE(example_of_stata) {
  const ArrayXd expected = array({64.334796, 127.80616, 187.82379, 120.03526, 56.563894, 105.97568, 147.50144,
                                  89.958987, 40.547201, 74.445963, 108.34473, 76.66211,  42.763347, 94.14664,
                                  153.41596, 109.67405, 58.290761, 122.62556, 190.41409, 128.66959});
  const ArrayXd z = array({50, 100, 150, 100}).replicate(5, 1);
  BOOST_TEST(largest_difference(sr::denton_cholette(benchmarks(), z, 4), expected) < 5.1e-6);
}

BOOST_AUTO_TEST_CASE(proportional_as_tempdisagg_and_gretl) {
  const ArrayXd expected = array({64.5003540223,  128.0593649753, 187.8530036510, 119.5872773514, 61.6310930383,
                                  109.5823779381, 142.6176265674, 86.1689024562,  47.5221999009,  71.5074566817,
                                  99.1086225100,  81.8617209074,  42.9556172233,  91.4459607358,  156.7705019221,
                                  108.8279201188, 64.2614921946,  130.0402618299, 185.6801399620, 120.0181060135});
  BOOST_TEST(largest_difference(sr::denton_cholette(benchmarks(), indicator(), 4), expected) < 1e-9);
}

BOOST_AUTO_TEST_CASE(additive_as_tempdisagg) {
  const ArrayXd expected = array({79.6553610366,  127.7932166219, 174.0689277927, 118.4824945488, 66.0339168903,
                                  108.0409190708, 142.5035010902, 83.4216629486,  35.7954046460,  68.8267394665,
                                  110.5156674103, 84.8621884772,  35.8663026674,  93.2214272765,  159.9275623046,
                                  110.9847077515, 71.3928636174,  130.1989805168, 176.4030584497, 122.0050974162});
  BOOST_TEST(largest_difference(sr::denton_cholette(benchmarks(), indicator(), 4, {.movement = Movement::additive}),
                                expected) < 1e-9);
}

BOOST_AUTO_TEST_CASE(without_an_indicator_as_tempdisagg) {
  const ArrayXd half = array({129.2979942693, 127.5787965616, 124.1404011461, 118.9828080229, 112.1060171920,
                              104.5128939828, 96.2034383954, 87.1776504298, 77.4355300860, 72.5644699140});
  ArrayXd expected(20);
  expected << half, half.reverse();
  BOOST_TEST(largest_difference(sr::denton_cholette(benchmarks(), 4), expected) < 1e-9);
}

BOOST_AUTO_TEST_CASE(chow_lin_as_tempdisagg) {
  const ArrayXd expected = array({44.8574824118,  127.6972063157, 205.9089153805, 121.5363958920, 37.3379390823,
                                  108.4470970251, 170.2033873534, 84.0115765392,  11.7203101517,  66.5356732600,
                                  132.4041617347, 89.3398548536,  8.8238953888,   92.4390503862,  190.4485670091,
                                  108.2884872159, 46.0827426440,  135.6958676013, 204.3779012220, 113.8434885327});
  const Disaggregation result = sr::chow_lin(benchmarks(), indicator(), 4, {.rho = 0.5});
  BOOST_TEST(largest_difference(result.series, expected) < 1e-9);
  BOOST_TEST(largest_difference(result.coefficients, array({-55.26806438087, 1.57649654597})) < 1e-10);
  BOOST_TEST(near(result.log_likelihood, -28.4893, 5e-5));
  BOOST_TEST(result.rho == 0.5);
  // statsmodels, GLS with the same covariance.
  BOOST_TEST(largest_difference(result.standard_errors, array({545.90073275, 5.31060165})) < 5.1e-9);
  BOOST_TEST(near(result.log_likelihood, -28.489315787021, 1e-11));
}

BOOST_AUTO_TEST_CASE(likeliest_rho_as_tempdisagg) {
  const double rho = sr::chow_lin(benchmarks(), indicator(), 4).rho;
  // tempdisagg compares values of the likelihood, which is flat at its maximum: that finds half of the digits.
  BOOST_TEST(near(rho, 0.6774963399, 3e-8));
  // Root of the slope of the dense likelihood, in 30 digits.
  BOOST_TEST(near(rho, 0.6774963183037, 1e-9));
}

// gretl 2022c, tdisagg with method = "fernandez", with a constant (det = 1) and without (det = 0).
BOOST_AUTO_TEST_CASE(fernandez_as_gretl) {
  const ArrayXd expected =
      array({-154.720936569440, 128.805551717787,  409.795005526493,  116.120379325160,  -151.484929078118,
             124.697679684389,  361.098619170530,  65.688630223198,   -160.798889349512, 51.179903134682,
             289.693534893086,  119.925451321744,  -206.388447545476, 79.142546283497,   421.555198643086,
             105.690702618891,  -153.292134874686, 158.803172300526,  406.915603604541,  87.573358969619});
  const Disaggregation result = sr::fernandez(benchmarks(), indicator(), 4);
  BOOST_TEST(largest_difference(result.series, expected) < 1e-9);
  BOOST_TEST(largest_difference(result.coefficients, array({-440.784459335187, 5.721270455315})) < 1e-9);
  BOOST_TEST(near(result.log_likelihood, -28.6762, 5e-5));
  BOOST_TEST(result.rho == 0);
  const ArrayXd without =
      array({64.861278374113,  127.862644025904, 189.004096955374, 118.271980644609, 52.180634437419,
             109.098588499424, 156.411913182354, 82.308863880802,  23.303779938578,  67.705205358778,
             121.903307448503, 87.087707254140,  20.464413643570,  92.326336535604,  176.560229107865,
             110.649020712960, 57.109781998283,  132.017438980629, 191.056832925114, 119.815946095973});
  const Disaggregation alone = sr::fernandez(benchmarks(), indicator(), 4, {.constant = false});
  BOOST_TEST(largest_difference(alone.series, without) < 1e-9);
  BOOST_TEST(near(alone.coefficients[0], 1.300136565179, 1e-12));
  // Litterman with steps that do not persist.
  BOOST_TEST((sr::litterman(benchmarks(), indicator(), 4, {.rho = 0, .constant = false}) == alone));
}

BOOST_DATA_TEST_CASE(litterman_solves_its_definition, data::make(conversions) * data::make({-0.6, 0.0, 0.3, 0.9, 0.99}),
                     conversion, rho) {
  Uniform uniform;
  for (const Index n : {1, 2, 3, 4, 12}) {
    for (const Index blocks : {4, 5, 7}) {
      for (const Index beyond : {0, 1, 5}) {
        MatrixXd x = MatrixXd::Ones(n * blocks + beyond, 3);
        x.col(1) = uniform_array(uniform, x.rows(), 50, 150).matrix();
        x.col(2) = uniform_array(uniform, x.rows(), -1, 1).matrix();
        const ArrayXd y = uniform_array(uniform, blocks, 100, 1000);
        const Disaggregation dense = dense_litterman(y, x, n, rho, conversion);
        const Disaggregation result =
            sr::litterman(y, x.rightCols(2).array(), n, {.rho = rho, .conversion = conversion});
        const double size = dense.coefficients.abs().maxCoeff();
        BOOST_TEST(largest_difference(result.coefficients, dense.coefficients) < 1e-7 * size);
        BOOST_TEST(largest_difference(result.standard_errors, dense.standard_errors) < 1e-7 * size);
        BOOST_TEST(largest_difference(result.series, dense.series) < 1e-7 * dense.series.abs().maxCoeff());
        BOOST_TEST(near(result.log_likelihood, dense.log_likelihood, 1e-6));
        const ArrayXd met = aggregation(conversion, blocks, n, x.rows()) * result.series.matrix();
        BOOST_TEST(largest_difference(met, y) < 1e-9 * result.series.abs().maxCoeff() * static_cast<double>(n));
      }
    }
  }
}

BOOST_DATA_TEST_CASE(likeliest_rho_of_litterman_is_a_maximum, data::make(conversions), conversion) {
  Uniform uniform;
  for (int round = 0; round < 3; ++round) {
    const ArrayXd z = uniform_array(uniform, 48, 50, 150);
    ArrayXd y(12);
    double drift = 0;
    for (Index k = 0; k < 12; ++k) y[k] = z.segment(k * 4, 4).sum() + (drift += uniform(-30, 30));
    const sr::RegressionOptions free{.constant = false, .conversion = conversion};
    const Disaggregation best = sr::litterman(y, z, 4, free);
    for (double rho = 0; rho < 0.9985; rho += 0.01) {
      sr::RegressionOptions options = free;
      options.rho = rho;
      const double likelihood = sr::litterman(y, z, 4, options).log_likelihood;
      BOOST_TEST(likelihood <= best.log_likelihood + 1e-10);
      BOOST_TEST(near(likelihood, dense_litterman(y, z.matrix(), 4, rho, conversion).log_likelihood, 1e-7));
    }
  }
}

BOOST_DATA_TEST_CASE(likeliest_rho_is_a_maximum, data::make(conversions), conversion) {
  Uniform uniform;
  for (int round = 0; round < 5; ++round) {
    const ArrayXd z = uniform_array(uniform, 96, 50, 150);
    ArrayXd y(8);
    for (Index k = 0; k < 8; ++k) y[k] = 100 + z.segment(k * 12, 12).sum() + uniform(-30, 30);
    const Disaggregation best = sr::chow_lin(y, z, 12, {.conversion = conversion});
    BOOST_TEST(best.rho >= 0);
    BOOST_TEST(best.rho <= 0.999);
    for (double rho = 0; rho < 0.9985; rho += 0.001) {
      BOOST_TEST(sr::chow_lin(y, z, 12, {.rho = rho, .conversion = conversion}).log_likelihood <=
                 best.log_likelihood + 1e-10);
    }
    const Disaggregation given = sr::chow_lin(y, z, 12, {.rho = best.rho, .conversion = conversion});
    BOOST_TEST((given == best));
  }
}

BOOST_DATA_TEST_CASE(denton_cholette_solves_its_definition, data::make(conversions) * data::make(movements), conversion,
                     movement) {
  Uniform uniform;
  for (const Index n : {1, 2, 3, 4, 12}) {
    for (const Index blocks : {1, 2, 3, 7}) {
      for (const Index beyond : {0, 1, 5}) {
        if (n * blocks + beyond < 2) continue;
        const ArrayXd z = uniform_array(uniform, n * blocks + beyond, 50, 150);
        const ArrayXd y = uniform_array(uniform, blocks, -100, 1000);
        const ArrayXd x = sr::denton_cholette(y, z, n, {.movement = movement, .conversion = conversion});
        const ArrayXd dense = dense_denton(y, z, n, movement, conversion);
        BOOST_TEST(largest_difference(x, dense) < 1e-8);
        const ArrayXd met = times(aggregation(conversion, blocks, n, z.size()), x);
        BOOST_TEST(largest_difference(met, y) < 1e-10);
      }
    }
  }
}

BOOST_DATA_TEST_CASE(chow_lin_solves_its_definition, data::make(conversions) * data::make({-0.6, 0.0, 0.3, 0.9, 0.99}),
                     conversion, rho) {
  Uniform uniform;
  for (const Index n : {1, 2, 3, 4, 12}) {
    for (const Index beyond : {0, 1, 5}) {
      const Index blocks = 7;
      MatrixXd x = MatrixXd::Ones(n * blocks + beyond, 3);
      x.col(1) = uniform_array(uniform, x.rows(), 50, 150).matrix();
      x.col(2) = uniform_array(uniform, x.rows(), -1, 1).matrix();
      const ArrayXd y = uniform_array(uniform, blocks, 100, 1000);
      const Disaggregation dense = dense_chow_lin(y, x, n, rho, conversion);
      const Disaggregation result =
          sr::chow_lin(y, x.rightCols(2).array(), n, {.rho = rho, .constant = true, .conversion = conversion});
      const double size = dense.coefficients.abs().maxCoeff();
      BOOST_TEST(largest_difference(result.coefficients, dense.coefficients) < 1e-9 * size);
      BOOST_TEST(largest_difference(result.standard_errors, dense.standard_errors) < 1e-9 * size);
      BOOST_TEST(largest_difference(result.series, dense.series) < 1e-8 * dense.series.abs().maxCoeff());
      BOOST_TEST(near(result.log_likelihood, dense.log_likelihood, 1e-8));
      const ArrayXd met = times(aggregation(conversion, blocks, n, x.rows()), result.series);
      BOOST_TEST(largest_difference(met, y) < 1e-8);
      // The constant as an indicator like any other.
      const Disaggregation same =
          sr::chow_lin(y, x.array(), n, {.rho = rho, .constant = false, .conversion = conversion});
      BOOST_TEST(largest_difference(same.series, result.series) < 1e-9 * dense.series.abs().maxCoeff());
    }
  }
}

/// Whether x >= 0 is the best of all series that meet C x = y, where (x - p)' H (x - p) is least: the conditions of
/// Karush, Kuhn and Tucker, which are enough for a convex program. The multipliers of C x = y follow from the periods
/// above 0 by least squares.
void check_bounded_optimum(const ArrayXd& x, const MatrixXd& h, const ArrayXd& p, const MatrixXd& c, const ArrayXd& y,
                           Index n = 4) {
  const double size = std::max(x.maxCoeff(), 1e-300);
  BOOST_TEST(x.minCoeff() >= 0);
  BOOST_TEST((times(c, x) - y.matrix()).lpNorm<Eigen::Infinity>() <= 1e-11 * size * static_cast<double>(x.size()));
  const VectorXd gradient = times(h, x - p);
  std::vector<Index> above;
  for (Index t = 0; t < x.size(); ++t) {
    if (x[t] > 0) above.push_back(t);
  }
  const auto count = static_cast<Index>(above.size());
  MatrixXd columns(count, c.rows());
  VectorXd side(count);
  for (Index i = 0; i < count; ++i) {
    columns.row(i) = c.col(above[static_cast<std::size_t>(i)]).transpose();
    side[i] = -gradient[above[static_cast<std::size_t>(i)]];
  }
  const VectorXd multipliers = columns.completeOrthogonalDecomposition().solve(side);
  const VectorXd pull = gradient + times(c.transpose(), multipliers);
  const double scale = gradient.lpNorm<Eigen::Infinity>() + size * h.lpNorm<Eigen::Infinity>();
  for (Index t = 0; t < x.size(); ++t) {
    // A block without a period above 0 leaves its multiplier open: nothing pulls its periods up but the level.
    const bool level_is_zero = t / n < c.rows() && y[t / n] == 0 && c(t / n, t) > 0;
    if (x[t] > 0) {
      BOOST_TEST(std::abs(pull[t]) <= 1e-9 * scale);
    } else if (!level_is_zero) {
      BOOST_TEST(pull[t] >= -1e-9 * scale);
    }
  }
}

/// The precision of an AR(1) process, but for its variance.
[[nodiscard]] MatrixXd precision(double rho, Index length) {
  MatrixXd h = MatrixXd::Zero(length, length);
  for (Index t = 0; t < length; ++t) {
    h(t, t) = t == 0 || t + 1 == length ? 1 : 1 + rho * rho;
    if (t > 0) h(t, t - 1) = h(t - 1, t) = -rho;
  }
  return h;
}

// Jumps from year to year that would pull a smooth series below 0, zeros among them.
BOOST_DATA_TEST_CASE(without_negative_values_it_is_the_best_that_has_none,
                     data::make(conversions) * data::make(movements), conversion, movement) {
  Uniform uniform;
  int bounded = 0;
  for (int trial = 0; trial < 40; ++trial) {
    constexpr Index n = 4;
    const Index blocks = 2 + trial % 7;
    const Index length = blocks * n + trial % 6;
    ArrayXd y(blocks);
    for (double& value : y) value = uniform(0, 1) < 0.15 ? 0 : std::pow(10.0, uniform(-3, 3));
    ArrayXd z(length);
    for (double& value : z) value = uniform(0.5, 20);
    const sr::DentonOptions free{.movement = movement, .conversion = conversion};
    sr::DentonOptions options = free;
    options.nonnegative = true;
    const ArrayXd x = sr::denton_cholette(y, z, n, options);
    const ArrayXd unbounded = sr::denton_cholette(y, z, n, free);
    if (unbounded.minCoeff() >= 0) {
      BOOST_TEST((x == unbounded).all());
      continue;
    }
    ++bounded;
    const MatrixXd c = aggregation(conversion, blocks, n, length);
    const MatrixXd h = precision(1, length);
    if (movement == Movement::additive) {
      check_bounded_optimum(x, h, z, c, y);
    } else {
      // In the ratio to the indicator.
      check_bounded_optimum(x / z, h, ArrayXd::Zero(length), c * z.matrix().asDiagonal(), y);
    }
  }
  // A ratio between two stocks lies on a line between theirs, and so below 0 by rounding alone.
  const bool line =
      movement == Movement::proportional && conversion != Conversion::sum && conversion != Conversion::mean;
  if (!line) BOOST_TEST(bounded > 10);
}

BOOST_DATA_TEST_CASE(chow_lin_without_negative_values_is_the_likeliest_that_has_none,
                     data::make(conversions) * data::make({-0.6, 0.0, 0.3, 0.9, 0.99}), conversion, rho) {
  Uniform uniform;
  int bounded = 0;
  for (int trial = 0; trial < 40; ++trial) {
    constexpr Index n = 4;
    const Index blocks = 4 + trial % 5;
    const Index length = blocks * n + trial % 6;
    ArrayXd y(blocks);
    for (double& value : y) value = uniform(0, 1) < 0.15 ? 0 : std::pow(10.0, uniform(-2, 2));
    ArrayXd z(length);
    for (double& value : z) value = uniform(0.5, 20);
    sr::RegressionOptions options{.rho = rho, .conversion = conversion};
    const Disaggregation unbounded = sr::chow_lin(y, z, n, options);
    options.nonnegative = true;
    const Disaggregation result = sr::chow_lin(y, z, n, options);
    BOOST_TEST((result.coefficients == unbounded.coefficients).all());
    BOOST_TEST(result.log_likelihood == unbounded.log_likelihood);
    if (unbounded.series.minCoeff() >= 0) {
      BOOST_TEST((result.series == unbounded.series).all());
      continue;
    }
    ++bounded;
    const ArrayXd fitted = result.coefficients[0] + result.coefficients[1] * z;
    check_bounded_optimum(result.series, precision(rho, length), fitted, aggregation(conversion, blocks, n, length), y);
  }
  BOOST_TEST(bounded > 10);
}

BOOST_DATA_TEST_CASE(litterman_without_negative_values_is_the_likeliest_that_has_none,
                     data::make(conversions) * data::make({-0.6, 0.0, 0.3, 0.9}) * data::make({1, 2, 4}), conversion,
                     rho, n) {
  Uniform uniform;
  int bounded = 0;
  for (int trial = 0; trial < 40; ++trial) {
    const Index blocks = 4 + trial % 5;
    const Index length = blocks * n + trial % 6;
    ArrayXd y(blocks);
    for (double& value : y) value = uniform(0, 1) < 0.15 ? 0 : std::pow(10.0, uniform(-2, 2));
    ArrayXd z(length);
    for (double& value : z) value = uniform(0.5, 20);
    sr::RegressionOptions options{.rho = rho, .conversion = conversion};
    const Disaggregation unbounded = sr::litterman(y, z, n, options);
    options.nonnegative = true;
    const Disaggregation result = sr::litterman(y, z, n, options);
    BOOST_TEST((result.coefficients == unbounded.coefficients).all());
    if (unbounded.series.minCoeff() >= 0) {
      BOOST_TEST((result.series == unbounded.series).all());
      continue;
    }
    ++bounded;
    const ArrayXd fitted = result.coefficients[0] + result.coefficients[1] * z;
    check_bounded_optimum(result.series, random_walk_precision(rho, length), fitted,
                          aggregation(conversion, blocks, n, length), y, n);
  }
  BOOST_TEST(bounded > 5);
}

BOOST_AUTO_TEST_CASE(negative_benchmarks_have_no_series_without_negative_values) {
  const ArrayXd y = array({5, -3, 5});
  BOOST_TEST(raises([&] { (void)sr::denton_cholette(y, 4, Conversion::sum, true); },
                    {"denton_cholette: benchmarks = -3", "element 1", "leave out nonnegative"}));
  BOOST_TEST(
      raises([&] { (void)sr::chow_lin(y, ArrayXd(ArrayXd::Ones(12)), 4, {.constant = false, .nonnegative = true}); },
             {"chow_lin: benchmarks = -3"}));
  BOOST_TEST(raises([&] { (void)sr::fernandez(y, ArrayXd(ArrayXd::Ones(12)), 4, {.nonnegative = true}); },
                    {"fernandez: benchmarks = -3"}));
}

BOOST_AUTO_TEST_CASE(many_zeros_take_no_long_time) {
  Uniform uniform;
  ArrayXd y(60);
  for (double& value : y) value = std::pow(10.0, uniform(-4, 4));
  const ArrayXd x = sr::denton_cholette(y, 12, Conversion::sum, true);
  BOOST_TEST(x.minCoeff() == 0);
  for (Index k = 0; k < 60; ++k) BOOST_TEST(near(x.segment(k * 12, 12).sum() / y[k], 1, 1e-6));
}

BOOST_AUTO_TEST_CASE(a_constant_alone_is_an_indicator) {
  const Disaggregation result = sr::chow_lin(benchmarks(), Eigen::ArrayXXd(20, 0), 4, {.rho = 0.5});
  BOOST_TEST(result.coefficients.size() == 1);
  BOOST_TEST(near(result.series.sum(), 2100, 1e-10));
  const Disaggregation dense = dense_chow_lin(benchmarks(), MatrixXd::Ones(20, 1), 4, 0.5, Conversion::sum);
  BOOST_TEST(largest_difference(result.series, dense.series) < 1e-10);
}

BOOST_AUTO_TEST_CASE(denton_keeps_an_indicator_that_fits) {
  const ArrayXd z = indicator();
  ArrayXd y(5);
  for (Index k = 0; k < 5; ++k) y[k] = 3 * z.segment(4 * k, 4).sum();
  BOOST_TEST(largest_difference(sr::denton_cholette(y, z, 4), 3 * z) < 1e-11);
}

BOOST_AUTO_TEST_CASE(ten_thousands_of_periods_are_no_trouble) {
  Uniform uniform;
  const Index years = 5000;
  const ArrayXd z = uniform_array(uniform, years * 12, 50, 150);
  const ArrayXd y = uniform_array(uniform, years, 500, 2000);
  const Disaggregation regression = sr::chow_lin(y, z, 12);
  const Disaggregation walk = sr::litterman(y, z, 12);
  for (const ArrayXd& x : {sr::denton_cholette(y, z, 12), regression.series, walk.series}) {
    for (Index k = 0; k < years; ++k) BOOST_TEST_REQUIRE(near(x.segment(12 * k, 12).sum(), y[k], 1e-8));
  }
}

BOOST_AUTO_TEST_CASE(numbers_of_any_magnitude) {
  const ArrayXd denton = sr::denton_cholette(benchmarks(), indicator(), 4);
  const Disaggregation plain = sr::chow_lin(benchmarks(), indicator(), 4);
  for (const double scale : {1e-250, 1e-150, 1e-12, 1e12, 1e150, 1e250}) {
    for (const double size : {1e-40, 1.0, 1e40}) {
      const ArrayXd z = indicator() * size;
      BOOST_TEST(largest_difference(sr::denton_cholette(benchmarks() * scale, z, 4) / scale, denton) < 1e-10);
      const Disaggregation scaled = sr::chow_lin(benchmarks() * scale, z, 4);
      BOOST_TEST(near(scaled.rho, plain.rho, 1e-9));
      BOOST_TEST(largest_difference(scaled.series / scale, plain.series) < 1e-6);
      BOOST_TEST(near(scaled.log_likelihood + 5 * std::log(scale), plain.log_likelihood, 1e-10));
    }
  }
  // An indicator whose square no double holds.
  const Disaggregation wide = sr::chow_lin(benchmarks(), indicator() * 1e200, 4, {.rho = 0.5});
  BOOST_TEST(near(wide.coefficients[1] * 1e200, 1.57649654597, 1e-10));
  BOOST_TEST(raises([] { (void)sr::chow_lin(benchmarks() * 1e300, indicator() * 1e-300, 4, {.rho = 0.5}); },
                    {"too large for a double"}));
}

BOOST_AUTO_TEST_CASE(an_exact_fit_has_an_infinite_likelihood_and_no_rho) {
  const ArrayXd z = indicator();
  ArrayXd y(5);
  for (Index k = 0; k < 5; ++k) y[k] = 8 + 2 * z.segment(4 * k, 4).sum();
  const Disaggregation exact = sr::chow_lin(y, z, 4, {.rho = 0.3});
  BOOST_TEST(exact.log_likelihood == infinity);
  BOOST_TEST(largest_difference(exact.series, 2 + 2 * z) < 1e-10);
  BOOST_TEST(raises([&] { (void)sr::chow_lin(y, z, 4); }, {"exactly", "give rho"}));
}

BOOST_AUTO_TEST_CASE(errors_name_the_argument) {
  const ArrayXd y = benchmarks();
  const ArrayXd z = indicator();
  const auto denton = [](const ArrayXd& a, const ArrayXd& b, Index n) {
    return [=] { (void)sr::denton_cholette(a, b, n); };
  };
  const auto regress = [](const ArrayXd& a, const Eigen::ArrayXXd& b, Index n,
                          const sr::RegressionOptions& options = {}) {
    return [=] { (void)sr::chow_lin(a, b, n, options); };
  };
  BOOST_TEST(raises(denton(y, z.head(19), 4), {"indicator has 19 periods", "5 benchmarks", "at least 20"}));
  BOOST_TEST(raises(regress(y, z.head(19), 4), {"indicators has 19 periods", "5 benchmarks", "at least 20"}));
  BOOST_TEST(raises(denton(ArrayXd(), z, 4), {"no benchmarks"}));
  BOOST_TEST(raises(regress(ArrayXd(), z, 4), {"no benchmarks"}));
  BOOST_TEST(raises([&] { (void)sr::denton_cholette(y, Index(0)); }, {"periods_per_benchmark = 0"}));
  BOOST_TEST(raises([&] { (void)sr::denton_cholette(y, Index(1) << 60); }, {"periods_per_benchmark"}));
  ArrayXd wrong = z;
  wrong[3] = not_a_number;
  BOOST_TEST(raises(denton(y, wrong, 4), {"indicator = nan", "element 3"}));
  BOOST_TEST(raises(denton(array({1, infinity, 1, 1, 1}), z, 4), {"benchmarks = inf", "element 1"}));
  Eigen::ArrayXXd two(20, 2);
  two << z, wrong;
  BOOST_TEST(raises(regress(y, two, 4), {"indicators = nan", "row 3, column 1"}));
  wrong[3] = 0;
  BOOST_TEST(raises(denton(y, wrong, 4), {"indicator = 0", "positive", "additive", "element 3"}));
  BOOST_TEST(raises(denton(y * 1e305, z, 4), {}) == false);
  BOOST_TEST(raises([&] { (void)sr::denton_cholette(array({1e308, -1e308}), 4); }, {}) == false);
  two << z, 2 * z + 7;
  BOOST_TEST(raises(regress(y, two, 4), {"linearly dependent", "5 benchmarks"}));
  BOOST_TEST(raises(regress(y, ArrayXd::Zero(20), 4), {"linearly dependent"}));
  BOOST_TEST(raises(regress(y.head(2), z, 4), {"2 benchmarks", "2 coefficients", "at least 3"}));
  BOOST_TEST(raises(regress(y, Eigen::ArrayXXd(20, 0), 4, {.constant = false}), {"no indicators"}));
  for (const double rho : {1.0, -1.0, not_a_number}) BOOST_TEST(raises(regress(y, z, 4, {.rho = rho}), {"rho = "}));
}

BOOST_AUTO_TEST_CASE(results_are_regular) {
  const Disaggregation a = sr::chow_lin(benchmarks(), indicator(), 4, {.rho = 0.5});
  const Disaggregation b = sr::chow_lin(benchmarks(), indicator(), 4, {.rho = 0.4});
  BOOST_TEST((a == a));
  BOOST_TEST((a != b));
  BOOST_TEST(std::hash<Disaggregation>{}(a) ==
             std::hash<Disaggregation>{}(sr::chow_lin(benchmarks(), indicator(), 4, {.rho = 0.5})));
  std::ostringstream out;
  out << a;
  BOOST_TEST(out.str() == "20 periods, coefficients -55.2681, 1.5765 (rho 0.5, log-likelihood -28.4893)");
  BOOST_TEST(sr::to_string(Conversion::last) == std::string("last"));
  BOOST_TEST(sr::to_string(Movement::additive) == std::string("additive"));
}

BOOST_AUTO_TEST_SUITE_END()
