#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <vector>

#include <Eigen/Cholesky>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/random.hpp>
#include <shengzhou_report/scenario.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

namespace {

sr::PathMatrix row(std::initializer_list<double> values) {
  sr::PathMatrix matrix(1, static_cast<Eigen::Index>(values.size()));
  std::copy(values.begin(), values.end(), matrix.data());
  return matrix;
}

/// Urban and rural income, and GDP: what the embedded report starts from.
sr::ScenarioModel incomes() {
  sr::PathMatrix correlation(3, 3);
  correlation << 1, 0.7, 0.5, 0.7, 1, 0.4, 0.5, 0.4, 1;
  return {.start = {77400.0, 43200.0, 745.0},
          .periods = 5,
          .growth = row({0.063, 0.068, 0.07}),
          .volatility = row({0.012, 0.015, 0.02}),
          .correlation = correlation};
}

sr::ScenarioQuery questions() {
  return {.ratio = sr::RatioOf{0, 1},
          .targets = {{sr::Subject::growth, 2, 1, 0.07},
                      {sr::Subject::ratio, 0, 4, 0, 1.76},
                      {sr::Subject::level, 2, 2, 850}},
          .passages = {{sr::Subject::ratio, 0, 1.75}, {sr::Subject::level, 2, 900, true}}};
}

constexpr int paths = 20'000;

sr::ScenarioModel with(sr::Shocks shocks) {
  sr::ScenarioModel model = incomes();
  model.shocks = shocks;
  if (shocks == sr::Shocks::student_t) model.degrees_of_freedom = 5;
  if (shocks == sr::Shocks::resampled) {
    model.volatility = sr::PathMatrix();
    model.correlation = sr::PathMatrix();
    model.errors.resize(7, 3);
    for (Eigen::Index i = 0; i < model.errors.size(); ++i) {
      model.errors.data()[i] = 0.02 * std::sin(1.0 + 2.7 * static_cast<double>(i));
    }
    model.block_length = 3;
  }
  return model;
}

const sr::Shocks all_shocks[] = {sr::Shocks::normal, sr::Shocks::student_t, sr::Shocks::resampled};

/// The value at path, indicator and period of kept paths.
double at(const std::vector<double>& kept, const sr::ScenarioModel& model, std::int64_t path, int indicator,
          int period) {
  const auto indicators = static_cast<std::int64_t>(model.start.size());
  return kept[static_cast<std::size_t>((path * indicators + indicator) * (model.periods + 1) + period)];
}

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::Shocks)
BOOST_TEST_DONT_PRINT_LOG_VALUE(sr::InstructionSet)

BOOST_AUTO_TEST_SUITE(scenario)

BOOST_DATA_TEST_CASE(results_are_the_same_for_any_threads_split_and_instruction_set, all_shocks, shocks) {
  const sr::ScenarioModel model = with(shocks);
  const sr::ScenarioQuery query = questions();
  const sr::Scenario whole = sr::simulate(model, query, {.paths = 3001, .seed = 9, .threads = 1});
  BOOST_TEST((sr::simulate(model, query, {.paths = 3001, .seed = 9, .threads = 3}) == whole));
  const auto part = [&](std::int64_t first, std::int64_t count) {
    return sr::simulate(model, query, {.paths = count, .first_path = first, .seed = 9});
  };
  const sr::Scenario a = part(0, 1);
  const sr::Scenario b = part(1, 1500);
  const sr::Scenario c = part(1501, 1500);
  BOOST_TEST((c.merge(a).merge(b) == whole));
  BOOST_TEST((a.merge(b).merge(c) == whole));
  BOOST_TEST(std::hash<sr::Scenario>()(a.merge(b).merge(c)) == std::hash<sr::Scenario>()(whole));
  for (const sr::InstructionSet set : sr::instruction_sets()) {
    const sr::ScenarioOptions options{.paths = 3001, .seed = 9, .instruction_set = set};
    BOOST_TEST((sr::simulate(model, query, options) == whole), sr::to_string(set));
    BOOST_TEST(
        (sr::simulate_paths(model, options) == sr::simulate_paths(model, {.paths = 3001, .seed = 9, .threads = 1})),
        sr::to_string(set));
  }
}

// Numbers written down once: every compiler and processor, and the header-only and the compiled library, must give
// them.
BOOST_AUTO_TEST_CASE(paths_are_the_same_bits_everywhere) {
  sr::ScenarioModel model = incomes();
  model.start[1] = sr::Interval(43150, 43250);
  model.persistence = array({0.3});
  for (const sr::InstructionSet set : sr::instruction_sets()) {
    const std::vector<double> kept =
        sr::simulate_paths(model, {.paths = 300, .first_path = 1000, .seed = 20240101, .instruction_set = set});
    std::uint64_t hash = 14695981039346656037ULL;
    for (const double x : kept) hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 1099511628211ULL;
    BOOST_TEST(hash == 10108336881986562668ULL, sr::to_string(set) << " " << hash);
  }
}

BOOST_DATA_TEST_CASE(fused_and_single_arithmetic_agree_to_their_last_digits, all_shocks, shocks) {
  sr::ScenarioModel model = with(shocks);
  model.persistence = array({0.3});
  const std::vector<double> exact = sr::simulate_paths(model, {.paths = 1000, .seed = 3});
  std::vector<double> single;
  std::vector<double> fused_avx2;
  for (const sr::InstructionSet set : sr::instruction_sets()) {
    sr::ScenarioOptions options{.paths = 1000, .seed = 3, .arithmetic = sr::Arithmetic::fused, .instruction_set = set};
    const std::vector<double> fused = sr::simulate_paths(model, options);
    // Vectors of any width fuse alike; without the instruction nothing is fused.
    if (set == sr::InstructionSet::avx2) fused_avx2 = fused;
    if (set == sr::InstructionSet::avx512) BOOST_TEST((fused == fused_avx2));
    if (set == sr::InstructionSet::sse2) BOOST_TEST((fused == exact));
    for (std::size_t i = 0; i < exact.size(); ++i) BOOST_REQUIRE(near(fused[i] / exact[i], 1, 2e-15));
    options.arithmetic = sr::Arithmetic::single;
    const std::vector<double> other = sr::simulate_paths(model, options);
    if (single.empty()) single = other;
    for (std::size_t i = 0; i < exact.size(); ++i) BOOST_REQUIRE(near(other[i] / single[i], 1, 2e-6));
  }
}

// The model by its definition, from the normals of random.hpp.
BOOST_AUTO_TEST_CASE(paths_follow_the_definition) {
  sr::ScenarioModel model = incomes();
  model.persistence = array({0.4, 0, -0.3});
  model.volatility.resize(5, 3);
  model.growth.resize(5, 3);
  for (Eigen::Index i = 0; i < 15; ++i) {
    model.volatility.data()[i] = 0.01 + 0.001 * static_cast<double>(i);
    model.growth.data()[i] = 0.05 + 0.002 * static_cast<double>(i);
  }
  const std::vector<double> kept = sr::simulate_paths(model, {.paths = 20, .first_path = 4, .seed = 11});
  const Eigen::MatrixXd root = model.correlation.matrix().llt().matrixL();
  for (int path = 0; path < 20; ++path) {
    Eigen::Vector3d deviation = Eigen::Vector3d::Zero();
    Eigen::Vector3d level(77400, 43200, 745);
    for (int t = 1; t <= 5; ++t) {
      Eigen::Vector3d z;
      sr::standard_normals(11, static_cast<std::uint64_t>(path + 4), static_cast<std::uint32_t>(t), z.data(), 3);
      const Eigen::Vector3d shock = root * z;
      for (int k = 0; k < 3; ++k) {
        deviation[k] = model.persistence[k] * deviation[k] + model.volatility(t - 1, k) * shock[k];
        level[k] *= (1 + model.growth(t - 1, k)) * std::exp(deviation[k]);
        BOOST_TEST(near(at(kept, model, path, k, t) / level[k], 1, 1e-14));
      }
    }
  }
}

// Statistics against the same numbers from the paths themselves.
BOOST_DATA_TEST_CASE(statistics_are_those_of_the_paths, all_shocks* data::make({false, true}), shocks, antithetic) {
  if (shocks == sr::Shocks::resampled && antithetic) return;
  sr::ScenarioModel model = with(shocks);
  model.start[2] = sr::Interval(744.5, 745.5);
  model.persistence = array({0.2});
  const sr::ScenarioQuery query = questions();
  const sr::ScenarioOptions options{.paths = 4000, .seed = 5, .antithetic = antithetic};
  const sr::Scenario result = sr::simulate(model, query, options);
  const std::vector<double> kept = sr::simulate_paths(model, options);
  const auto level = [&](int path, int series, int t) {
    return series < 3 ? at(kept, model, path, series, t) : at(kept, model, path, 0, t) / at(kept, model, path, 1, t);
  };
  constexpr int n = 4000;
  for (int series = 0; series < 4; ++series) {
    for (int t = 1; t <= 5; ++t) {
      std::vector<double> levels;
      for (int path = 0; path < n; ++path) levels.push_back(level(path, series, t));
      std::sort(levels.begin(), levels.end());
      const double mean = std::accumulate(levels.begin(), levels.end(), 0.0) / n;
      double squares = 0;
      double log_mean = 0;
      double log_squares = 0;
      for (const double x : levels) squares += (x - mean) * (x - mean);
      for (const double x : levels) log_mean += std::log(x) / n;
      for (const double x : levels) log_squares += (std::log(x) - log_mean) * (std::log(x) - log_mean);
      const double sd = std::sqrt(squares / (n - 1));
      BOOST_TEST(near(result.log_mean(series, t), log_mean, 1e-12));
      BOOST_TEST(near(result.log_sd(series, t), std::sqrt(log_squares / (n - 1)), 1e-8));
      if (shocks == sr::Shocks::student_t) {
        for (const auto statistic : {&sr::Scenario::mean, &sr::Scenario::sd, &sr::Scenario::standard_error_of_mean}) {
          BOOST_TEST(raises([&] { std::ignore = (result.*statistic)(series, t); }, {"no finite mean", "quantiles"}));
        }
      } else {
        BOOST_TEST(near(result.mean(series, t) / mean, 1, shocks == sr::Shocks::normal ? 1e-8 : 1e-7));
        BOOST_TEST(near(result.sd(series, t) / sd, 1, shocks == sr::Shocks::normal ? 1e-5 : 1e-3));
      }
      BOOST_TEST(near(result.range(series, t).lower() / levels.front(), 1, 1e-13));
      BOOST_TEST(near(result.range(series, t).upper() / levels.back(), 1, 1e-13));
      for (const double p : {0.0, 0.01, 0.25, 0.5, 0.9, 0.999, 1.0}) {
        const double exact = levels[static_cast<std::size_t>(std::max(std::ceil(p * n) - 1, 0.0))];
        BOOST_TEST(result.quantile_bounds(series, t, p).contains(exact));
        BOOST_TEST(result.quantile_bounds(series, t, p).contains(result.quantile(series, t, p)));
        if (shocks == sr::Shocks::normal) BOOST_TEST(result.quantile_bounds(series, t, p).width() < 0.05 * sd);
      }
    }
  }
  const auto share = [&](const auto& condition) {
    int hits = 0;
    for (int path = 0; path < n; ++path) hits += condition(path) ? 1 : 0;
    return static_cast<double>(hits) / n;
  };
  const auto target = [&](int i, int path) {
    if (i == 0) return level(path, 2, 1) / level(path, 2, 0) >= 1.07;
    return i == 1 ? level(path, 3, 4) <= 1.76 : level(path, 2, 2) >= 850;
  };
  const auto all = [&](int path) { return target(0, path) && target(1, path) && target(2, path); };
  const auto falls = [&](int path, int t) { return level(path, 3, t) < level(path, 3, t - 1); };
  const auto narrows = [&](int path) {
    return falls(path, 1) && falls(path, 2) && falls(path, 3) && falls(path, 4) && falls(path, 5);
  };
  for (int i = 0; i < 3; ++i) BOOST_TEST(result.target(i).value == share([&](int path) { return target(i, path); }));
  BOOST_TEST(result.all_targets().value == share(all));
  BOOST_TEST(result.narrowing().value == share(narrows));
  BOOST_TEST(result.outcomes() == 5);
  BOOST_TEST((result.outcome(4) == result.narrowing()));
  for (int t = 1; t <= 5; ++t) BOOST_TEST(result.narrowing(t).value == share([&](int path) { return falls(path, t); }));
  for (int t = 0; t <= 5; ++t) {
    BOOST_TEST(result.passed(0, t).value == share([&](int path) {
                 for (int s = 0; s <= t; ++s) {
                   if (level(path, 3, s) <= 1.75) return true;
                 }
                 return false;
               }));
    BOOST_TEST(result.passed(1, t).value == share([&](int path) {
                 for (int s = 0; s <= t; ++s) {
                   if (level(path, 2, s) >= 900) return true;
                 }
                 return false;
               }));
  }
  const double given = share([&](int path) { return target(1, path); });
  const double both = share([&](int path) { return target(1, path) && narrows(path); });
  BOOST_TEST(near(result.conditional(4, 1).value, both / given, 1e-15));
  if (share(narrows) > 0) BOOST_TEST(near(result.conditional(1, 4).value, both / share(narrows), 1e-15));
  BOOST_TEST(result.conditional(1, 1).value == 1);
  if (antithetic) {
    // The error from the means of the pairs.
    double squares = 0;
    const double p = share([&](int path) { return target(0, path); });
    for (int i = 0; i < n; i += 2) {
      const double mean = ((target(0, i) ? 1 : 0) + (target(0, i + 1) ? 1 : 0)) / 2.0;
      squares += (mean - p) * (mean - p);
    }
    const double error = std::sqrt(squares / (n / 2) / (n / 2));
    BOOST_TEST(near(result.target(0).standard_error, std::max(error, 0.5 / (n / 2 + 2)), 3e-6));
    // That of a ratio of sums from the residuals of the pairs.
    const auto error_of = [&](const auto& meets, const auto& condition, double share_of_condition) {
      double residuals = 0;
      for (int i = 0; i < n; i += 2) {
        double residual = 0;
        for (const int path : {i, i + 1}) {
          if (condition(path)) residual += (meets(path) ? 1 : 0) - both / share_of_condition;
        }
        residuals += residual * residual;
      }
      return std::sqrt(residuals) / (share_of_condition * n);
    };
    const auto reached = [&](int path) { return target(1, path); };
    BOOST_TEST(near(result.conditional(4, 1).standard_error, error_of(narrows, reached, given), 1e-12));
    BOOST_TEST(near(result.conditional(1, 4).standard_error, error_of(reached, narrows, share(narrows)), 1e-12));
  }
}

// Against the closed forms, for several seeds: 5 standard errors are a chance of 6e-7 a comparison.
BOOST_DATA_TEST_CASE(agrees_with_the_closed_forms, data::make({1, 2, 3, 4}), seed) {
  const sr::ScenarioModel model = incomes();
  sr::ScenarioQuery query = questions();
  query.targets = {{sr::Subject::growth, 2, 3, 0.08}, {sr::Subject::ratio, 0, 5, 0, 1.75}};
  const sr::Scenario result = sr::simulate(model, query, {.paths = paths, .seed = static_cast<std::uint64_t>(seed)});
  for (int k = 0; k < 3; ++k) {
    for (int t = 1; t <= 5; ++t) {
      const double sd = model.volatility(0, k) * std::sqrt(t);
      for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
        const double exact = sr::level_quantile(model.start[static_cast<std::size_t>(k)].lower(), model.growth(0, k),
                                                model.volatility(0, k), t, p);
        const double z = sr::normal_quantile(p);
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)) / sd;
        const double error = std::sqrt(p * (1 - p) / paths) / density;
        BOOST_TEST(near(std::log(result.quantile(k, t, p) / exact), 0, 5 * error));
      }
      BOOST_TEST(near(result.log_mean(k, t), std::log(result.median_path(k, t)), 5 * sd / std::sqrt(paths)));
      BOOST_TEST(near(result.log_sd(k, t), sd, 5 * sd / std::sqrt(2.0 * paths)));
    }
  }
  const auto agrees = [](const sr::Estimate& estimate, double exact) {
    return near(estimate.value, exact, 5 * estimate.standard_error);
  };
  BOOST_TEST(agrees(result.target(0), sr::growth_probability(0.07, 0.02, 0.08)));
  BOOST_TEST(
      agrees(result.target(1), sr::ratio_probability(77400.0 / 43200, 0.063, 0.068, 0.012, 0.015, 0.7, 1.75, 5)));
  BOOST_TEST(agrees(result.narrowing(), sr::narrowing_probability(0.063, 0.068, 0.012, 0.015, 0.7, 5)));
  BOOST_TEST(agrees(result.narrowing(2), sr::narrowing_probability(0.063, 0.068, 0.012, 0.015, 0.7, 1)));
}

BOOST_AUTO_TEST_CASE(student_t_shocks_have_unit_variance_and_the_tails_of_their_degrees) {
  for (const int degrees : {3, 4, 6, 11}) {
    sr::ScenarioModel model{.start = {1.0}, .periods = 1, .growth = row({0}), .volatility = row({0.01})};
    model.shocks = sr::Shocks::student_t;
    model.degrees_of_freedom = degrees;
    // P(|T| > quantile of 0.975), quantiles from the published table of Student's t.
    const double quantile = degrees == 3   ? 3.182446305
                            : degrees == 4 ? 2.776445105
                            : degrees == 6 ? 2.446911851
                                           : 2.20098516;
    const double bound = std::exp(0.01 * quantile * std::sqrt((degrees - 2.0) / degrees)) - 1;
    for (const sr::Arithmetic arithmetic : {sr::Arithmetic::reproducible, sr::Arithmetic::single}) {
      const sr::Scenario result = sr::simulate(model, {.targets = {{sr::Subject::growth, 0, 1, bound}}},
                                               {.paths = 40'000, .arithmetic = arithmetic});
      BOOST_TEST(near(result.target(0).value, 0.025, 4 * result.target(0).standard_error));
    }
  }
}

BOOST_AUTO_TEST_CASE(persistence_spreads_as_the_variance_of_its_sums) {
  sr::ScenarioModel model{.start = {1.0}, .periods = 6, .growth = row({0.05}), .volatility = row({0.02})};
  model.persistence = array({0.6});
  const sr::Scenario result = sr::simulate(model, {}, {.paths = paths});
  double variance = 0;
  double weight = 0;
  for (int t = 1; t <= 6; ++t) {
    weight = 0.6 * weight + 1;
    variance += weight * weight;
    BOOST_TEST(near(result.log_sd(0, t) / (0.02 * std::sqrt(variance)), 1, 5 / std::sqrt(2.0 * paths)));
  }
}

BOOST_AUTO_TEST_CASE(block_bootstrap_keeps_consecutive_rows) {
  sr::ScenarioModel model{.start = {1.0}, .periods = 7, .growth = row({0})};
  model.shocks = sr::Shocks::resampled;
  model.errors.resize(10, 1);
  for (int i = 0; i < 10; ++i) model.errors(i, 0) = 0.001 * (i + 1);
  model.block_length = 3;
  const std::vector<double> kept = sr::simulate_paths(model, {.paths = 2000, .seed = 1});
  std::vector<int> starts(10);
  for (int path = 0; path < 2000; ++path) {
    std::vector<int> rows;
    for (int t = 1; t <= 7; ++t) {
      rows.push_back(static_cast<int>(
                         std::lround(1000 * std::log(at(kept, model, path, 0, t) / at(kept, model, path, 0, t - 1)))) -
                     1);
    }
    for (const std::size_t t : {0U, 1U, 3U, 4U}) BOOST_REQUIRE(rows[t + 1] == (rows[t] + 1) % 10);
    ++starts[static_cast<std::size_t>(rows[0])];
  }
  for (const int count : starts) BOOST_TEST(near(count, 200, 5 * std::sqrt(180.0)));
}

BOOST_AUTO_TEST_CASE(rounded_starts_are_uniform_in_their_intervals) {
  sr::ScenarioModel model = incomes();
  model.start[1] = sr::Interval(43150, 43250);
  const std::vector<double> kept = sr::simulate_paths(model, {.paths = paths});
  std::vector<double> share;
  for (int path = 0; path < paths; ++path) {
    BOOST_REQUIRE(near(at(kept, model, path, 0, 0), 77400, 1e-9));
    share.push_back((at(kept, model, path, 1, 0) - 43150) / 100);
  }
  std::sort(share.begin(), share.end());
  double distance = 0;
  for (int i = 0; i < paths; ++i)
    distance = std::max(distance, std::abs(share[static_cast<std::size_t>(i)] - (i + 0.5) / paths));
  // Kolmogorov's distance is above this with a chance of 1e-5.
  BOOST_TEST(distance < 2.47 / std::sqrt(paths));
  BOOST_TEST(share.front() >= -1e-9);
  BOOST_TEST(share.back() <= 1 + 1e-9);
}

BOOST_AUTO_TEST_CASE(antithetic_pairs_mirror_each_other_and_estimate_better) {
  const sr::ScenarioModel model = incomes();
  const std::vector<double> kept = sr::simulate_paths(model, {.paths = 600, .seed = 2, .antithetic = true});
  for (int path = 0; path < 600; path += 2) {
    for (int k = 0; k < 3; ++k) {
      const double median = model.start[static_cast<std::size_t>(k)].lower() * std::pow(1 + model.growth(0, k), 5);
      BOOST_REQUIRE(near(at(kept, model, path, k, 5) * at(kept, model, path + 1, k, 5) / (median * median), 1, 1e-13));
    }
  }
  const sr::ScenarioQuery query = questions();
  const sr::Scenario plain = sr::simulate(model, query, {.paths = 6000});
  const sr::Scenario pairs = sr::simulate(model, query, {.paths = 6000, .antithetic = true});
  BOOST_TEST(pairs.target(1).standard_error < plain.target(1).standard_error);
  const sr::Scenario half = sr::simulate(model, query, {.paths = 3000, .antithetic = true});
  BOOST_TEST(
      (half.merge(sr::simulate(model, query, {.paths = 3000, .first_path = 3000, .antithetic = true})) == pairs));
}

// A mean of independent draws: the paths, or the means of antithetic pairs.
BOOST_DATA_TEST_CASE(standard_error_of_the_mean_is_that_of_the_draws, data::make({false, true}), antithetic) {
  sr::ScenarioModel model = incomes();
  model.persistence = array({0.2});
  const sr::ScenarioOptions options{.paths = 20'000, .seed = 8, .antithetic = antithetic};
  const sr::Scenario result = sr::simulate(model, questions(), options);
  const std::vector<double> kept = sr::simulate_paths(model, options);
  const int size = antithetic ? 2 : 1;
  const int draws = 20'000 / size;
  for (int series = 0; series < 4; ++series) {
    for (const int t : {1, 5}) {
      std::vector<double> means;
      for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (int path = draw * size; path < (draw + 1) * size; ++path) {
          sum +=
              series < 3 ? at(kept, model, path, series, t) : at(kept, model, path, 0, t) / at(kept, model, path, 1, t);
        }
        means.push_back(sum / size);
      }
      const double mean = std::accumulate(means.begin(), means.end(), 0.0) / draws;
      double squares = 0;
      for (const double x : means) squares += (x - mean) * (x - mean);
      const double error = std::sqrt(squares / (draws - 1) / draws);
      BOOST_TEST(near(result.standard_error_of_mean(series, t) / error, 1, 1e-3));
    }
  }
  BOOST_TEST(raises(
      [&] {
        std::ignore = sr::simulate(model, {}, {.paths = size, .antithetic = antithetic}).standard_error_of_mean(0, 1);
      },
      {"standard error of the mean", "simulate more"}));
}

// What means exist with Student-t shocks: those of levels that no shock has reached.
BOOST_AUTO_TEST_CASE(student_t_shocks_leave_the_means_of_certain_levels) {
  sr::ScenarioModel model = with(sr::Shocks::student_t);
  model.volatility = sr::PathMatrix::Zero(5, 3);
  model.volatility(3, 1) = 0.01;
  const sr::Scenario result = sr::simulate(model, questions(), {.paths = 100});
  BOOST_TEST(near(result.mean(0, 5), 77400 * std::pow(1.063, 5), 1e-7));
  BOOST_TEST(result.standard_error_of_mean(0, 5) == 0);
  BOOST_TEST(near(result.mean(1, 3), 43200 * std::pow(1.068, 3), 1e-7));
  BOOST_TEST(raises([&] { std::ignore = result.mean(1, 4); }, {"no finite mean"}));
  BOOST_TEST(raises([&] { std::ignore = result.sd(3, 4); }, {"no finite mean"}));
}

BOOST_AUTO_TEST_CASE(certain_futures_are_certain) {
  sr::ScenarioModel model = incomes();
  model.volatility = row({0});
  const sr::Scenario result = sr::simulate(model, questions(), {.paths = 100});
  const double level = 745 * std::pow(1.07, 5);
  BOOST_TEST(near(result.mean(2, 5), level, 1e-9));
  BOOST_TEST(result.sd(2, 5) == 0);
  BOOST_TEST(near(result.quantile(2, 5, 0.1), level, 1e-9));
  BOOST_TEST(result.narrowing().value == 1);
  BOOST_TEST(result.target(0).value == 1);
}

BOOST_AUTO_TEST_CASE(indicators_from_one_to_sixty_four) {
  for (const int count : {1, 2, 3, 7, 8, 9, 64}) {
    sr::ScenarioModel model{.start = std::vector<sr::Interval>(static_cast<std::size_t>(count), 100.0),
                            .periods = 2,
                            .growth = row({0.05}),
                            .volatility = row({0.02}),
                            .correlation = sr::PathMatrix::Constant(count, count, 0.5)};
    model.correlation.matrix().diagonal().setOnes();
    const sr::Scenario first =
        sr::simulate(model, {}, {.paths = 700, .threads = 1, .instruction_set = sr::InstructionSet::scalar});
    for (const sr::InstructionSet set : sr::instruction_sets()) {
      BOOST_TEST((sr::simulate(model, {}, {.paths = 700, .threads = 2, .instruction_set = set}) == first));
    }
    BOOST_TEST(near(first.log_sd(count - 1, 2) / (0.02 * std::sqrt(2.0)), 1, 0.15));
  }
}

BOOST_AUTO_TEST_CASE(progress_is_told_and_may_stop_the_work) {
  std::int64_t last = 0;
  const sr::ScenarioOptions options{.paths = 5000, .threads = 2, .progress = [&](std::int64_t done) { last = done; }};
  std::ignore = sr::simulate(incomes(), {}, options);
  BOOST_TEST(last > 0);
  sr::ScenarioOptions stopped = options;
  stopped.paths = std::int64_t{1} << 50;
  stopped.progress = [](std::int64_t) { throw std::runtime_error("enough"); };
  BOOST_CHECK_THROW(std::ignore = sr::simulate(incomes(), {}, stopped), std::runtime_error);
}

// Higham (2002), section 4: the matrix and its nearest correlation matrix, printed to four digits.
BOOST_AUTO_TEST_CASE(nearest_correlation_of_highams_example) {
  sr::PathMatrix matrix(3, 3);
  matrix << 1, 1, 0, 1, 1, 1, 0, 1, 1;
  const sr::PathMatrix nearest = sr::nearest_correlation(matrix);
  BOOST_TEST(near(nearest(0, 1), 0.7607, 5e-5));
  BOOST_TEST(near(nearest(0, 2), 0.1573, 5e-5));
  BOOST_TEST(near(nearest(1, 2), 0.7607, 5e-5));
  for (int i = 0; i < 3; ++i) BOOST_TEST(nearest(i, i) == 1);
  sr::ScenarioModel model = incomes();
  model.correlation = matrix;
  BOOST_TEST(raises([&] { std::ignore = sr::simulate(model); }, {"correlation is not positive definite"}));
  model.correlation = nearest;
  BOOST_TEST(sr::simulate(model, {}, {.paths = 10}).paths() == 10);
  for (const double diagonal : {0.9, 2.0}) {
    sr::PathMatrix covariances = matrix;
    covariances(1, 1) = diagonal;
    BOOST_TEST(raises([&] { std::ignore = sr::nearest_correlation(covariances); },
                      {"nearest_correlation: correlation[1, 1]", "must be 1"}));
  }
  // A correlation matrix is its own nearest.
  BOOST_TEST((sr::nearest_correlation(incomes().correlation) == incomes().correlation).all());
}

BOOST_AUTO_TEST_CASE(perfect_correlation_is_allowed) {
  sr::ScenarioModel model = incomes();
  model.correlation = sr::PathMatrix::Constant(3, 3, 1);
  model.volatility = row({0.02});
  const std::vector<double> kept = sr::simulate_paths(model, {.paths = 50});
  for (int path = 0; path < 50; ++path) {
    const double ratio = at(kept, model, path, 0, 5) / at(kept, model, path, 1, 5);
    BOOST_TEST(near(ratio, 77400.0 / 43200 * std::pow(1.063 / 1.068, 5), 1e-13));
  }
}

BOOST_AUTO_TEST_CASE(bad_models_are_refused_before_any_work) {
  const auto refused = [](const std::function<void(sr::ScenarioModel&)>& change,
                          std::initializer_list<const char*> parts) {
    sr::ScenarioModel model = incomes();
    change(model);
    const auto work = [](std::int64_t) { throw std::logic_error("this has begun to work"); };
    return raises([&] { std::ignore = sr::simulate(model, {}, {.paths = std::int64_t{1} << 52, .progress = work}); },
                  parts);
  };
  BOOST_TEST(refused(
      [](auto& m) {
        m.start.clear();
        m.growth = row({0});
      },
      {"start has 0 levels"}));
  BOOST_TEST(refused([](auto& m) { m.start[1] = -3.0; }, {"start[1] = [-3, -3]", "positive"}));
  BOOST_TEST(refused([](auto& m) { m.periods = 0; }, {"periods = 0"}));
  BOOST_TEST(refused([](auto& m) { m.periods = 61; }, {"periods = 61"}));
  BOOST_TEST(refused([](auto& m) { m.growth = row({0.05, 0.06}); }, {"growth has 1 rows and 2 columns"}));
  BOOST_TEST(refused([](auto& m) { m.growth(0, 1) = not_a_number; }, {"growth[0, 1] = nan"}));
  BOOST_TEST(refused([](auto& m) { m.growth(0, 1) = -1; }, {"growth[0, 1] = -1"}));
  BOOST_TEST(refused([](auto& m) { m.volatility(0, 2) = not_a_number; }, {"volatility[0, 2] = nan"}));
  BOOST_TEST(refused([](auto& m) { m.volatility(0, 2) = -0.1; }, {"volatility[0, 2] = -0.1"}));
  BOOST_TEST(refused([](auto& m) { m.volatility = sr::PathMatrix(); }, {"volatility has 0 rows"}));
  BOOST_TEST(refused([](auto& m) { m.correlation(0, 1) = 0.6; }, {"correlation[0, 1] = 0.6", "symmetric"}));
  BOOST_TEST(refused([](auto& m) { m.correlation(1, 1) = 0.9; }, {"correlation[1, 1] = 0.9 must be 1"}));
  BOOST_TEST(refused(
      [](auto& m) {
        m.start = {100.0};
        m.growth = m.volatility = row({0.02});
        m.correlation = sr::PathMatrix::Constant(1, 1, 2);
      },
      {"correlation[0, 0] = 2 must be 1"}));
  BOOST_TEST(refused([](auto& m) { m.correlation(0, 1) = m.correlation(1, 0) = 1.2; }, {"= 1.2", "between -1 and 1"}));
  BOOST_TEST(refused([](auto& m) { m.correlation(0, 1) = m.correlation(1, 0) = infinity; }, {"inf", "finite"}));
  BOOST_TEST(refused([](auto& m) { m.correlation = sr::PathMatrix::Ones(2, 2); }, {"correlation has 2 rows"}));
  BOOST_TEST(refused([](auto& m) { m.persistence = array({1}); }, {"persistence[0] = 1"}));
  BOOST_TEST(refused([](auto& m) { m.persistence = array({0.1, 0.2}); }, {"persistence has size 2"}));
  BOOST_TEST(refused([](auto& m) { m.shocks = sr::Shocks::student_t; }, {"degrees_of_freedom = 0"}));
  BOOST_TEST(refused([](auto& m) { m.degrees_of_freedom = 5; }, {"degrees_of_freedom", "Student-t"}));
  BOOST_TEST(refused([](auto& m) { m.shocks = sr::Shocks::resampled; }, {"volatility and correlation"}));
  BOOST_TEST(refused(
      [](auto& m) {
        m = with(sr::Shocks::resampled);
        m.block_length = 8;
      },
      {"block_length = 8"}));
  BOOST_TEST(refused(
      [](auto& m) {
        m = with(sr::Shocks::resampled);
        m.errors(1, 1) = not_a_number;
      },
      {"errors[1, 1] = nan"}));
  BOOST_TEST(refused(
      [](auto& m) {
        m = with(sr::Shocks::resampled);
        m.errors.resize(0, 3);
      },
      {"errors has 0 rows"}));
}

BOOST_AUTO_TEST_CASE(bad_questions_and_options_are_refused) {
  const auto asked = [](const sr::ScenarioQuery& query, const sr::ScenarioOptions& options,
                        std::initializer_list<const char*> parts) {
    return raises([&] { std::ignore = sr::simulate(incomes(), query, options); }, parts);
  };
  BOOST_TEST(asked({.ratio = sr::RatioOf{0, 3}}, {}, {"ratio.denominator = 3"}));
  BOOST_TEST(asked({.ratio = sr::RatioOf{1, 1}}, {}, {"two different"}));
  BOOST_TEST(asked({.targets = {{sr::Subject::growth, 5, 1, 0.07}}}, {}, {"targets[0].indicator = 5"}));
  BOOST_TEST(asked({.targets = {{sr::Subject::growth, 0, 6, 0.07}}}, {}, {"targets[0].period = 6"}));
  BOOST_TEST(asked({.targets = {{sr::Subject::growth, 0, 1, 0.07, 0.06}}}, {}, {"targets[0]", "no number between"}));
  BOOST_TEST(asked({.targets = {{sr::Subject::ratio, 0, 1, 0, 1.7}}}, {}, {"targets[0] is about the ratio"}));
  BOOST_TEST(asked({.passages = {{sr::Subject::growth, 0, 0.07}}}, {}, {"passages[0]"}));
  BOOST_TEST(asked({.ratio = sr::RatioOf{}, .passages = {{sr::Subject::ratio, 0, -1}}}, {}, {"threshold = -1"}));
  BOOST_TEST(asked({}, {.paths = 0}, {"paths = 0"}));
  BOOST_TEST(asked({}, {.first_path = -1}, {"first_path = -1"}));
  BOOST_TEST(asked({}, {.threads = -1}, {"threads = -1"}));
  BOOST_TEST(asked({}, {.paths = 3, .antithetic = true}, {"must be even"}));
  BOOST_TEST(raises([] { std::ignore = sr::simulate(with(sr::Shocks::resampled), {}, {.antithetic = true}); },
                    {"no opposite"}));
  BOOST_TEST(raises([] { std::ignore = sr::simulate_paths(incomes(), {.paths = 1'000'000'000'000}); },
                    {"1000000000000", "bytes"}));
  const sr::Scenario result = sr::simulate(incomes(), {}, {.paths = 10});
  BOOST_TEST(raises([&] { std::ignore = result.merge(result); }, {"both hold path 0"}));
  BOOST_TEST(raises(
      [&] { std::ignore = result.merge(sr::simulate(incomes(), {}, {.paths = 10, .first_path = 10, .seed = 1})); },
      {"seed"}));
  BOOST_TEST(raises([&] { std::ignore = result.quantile(0, 1, 1.5); }, {"probability = 1.5"}));
  BOOST_TEST(raises([&] { std::ignore = result.mean(0, 6); }, {"period = 6"}));
  BOOST_TEST(raises([&] { std::ignore = result.mean(3, 1); }, {"series = 3"}));
  BOOST_TEST(raises([&] { std::ignore = result.narrowing(); }, {"no ratio"}));
  BOOST_TEST(raises([&] { std::ignore = result.all_targets(); }, {"no targets"}));
  sr::ScenarioData broken = result.data();
  broken.counts.pop_back();
  BOOST_TEST(raises([&] { std::ignore = sr::Scenario(broken); }, {"do not fit"}));
}

BOOST_AUTO_TEST_SUITE_END()
