// scenario.hpp: many possible futures. Closed forms stand beside what is simulated.
#include <shengzhou_report/scenario.hpp>

#include <limits>
#include <vector>

#include <shengzhou_report/forecast.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

sr::PathMatrix matrix(Eigen::Index rows, std::initializer_list<double> values) {
  sr::PathMatrix result(rows, static_cast<Eigen::Index>(values.size()) / rows);
  std::copy(values.begin(), values.end(), result.data());
  return result;
}

int main() {
  // Urban and rural income, which grow by 10 % and 21 % at the median, with 2 % of volatility, for two years.
  const sr::ScenarioModel model{.start = {40000.0, 20000.0},
                                .periods = 2,
                                .growth = matrix(1, {0.1, 0.21}),
                                .volatility = matrix(1, {0.02, 0.02}),
                                .correlation = matrix(2, {1, 0.5, 0.5, 1}),
                                .shocks = sr::Shocks::normal};
  // The ratio; is urban growth 10 % in the first year; when is the ratio at or below 1.9.
  const sr::ScenarioTarget ten{.subject = sr::Subject::growth, .indicator = 0, .period = 1, .lower = 0.1};
  const sr::ScenarioPassage below{.subject = sr::Subject::ratio, .threshold = 1.9};
  const sr::ScenarioQuery query{
      .ratio = sr::RatioOf{.numerator = 0, .denominator = 1}, .targets = {ten}, .passages = {below}};
  const sr::ScenarioOptions options{.paths = 10'000,
                                    .seed = 1,
                                    .arithmetic = sr::Arithmetic::reproducible,
                                    .instruction_set = sr::InstructionSet::automatic};
  const sr::Scenario scenario = sr::simulate(model, query, options);
  EXPECT(scenario.paths() == 10'000 && scenario.indicators() == 2 && scenario.series() == 3);
  EXPECT(scenario.model() == model && scenario.query() == query);
  EXPECT(printed(scenario) == "10000 paths of 2 indicators over 2 periods");

  // The median compounds: 40000 x 1.21, and the ratio is 2 / 1.21. A thousandth is some five standard errors.
  const int ratio = scenario.ratio_series();
  EXPECT(near(scenario.median_path(0, 2), 48400));
  EXPECT(near(scenario.median_path(ratio, 2), 2 / 1.21));
  const double deviation = 0.02 * std::sqrt(2.0);
  EXPECT(near(scenario.log_mean(0, 2), std::log(48400.0), 1e-3));
  EXPECT(near(scenario.log_sd(0, 2), deviation, 1e-3));
  EXPECT(near(scenario.mean(0, 2), 48400 * std::exp(deviation * deviation / 2), 2e-3));
  EXPECT(near(scenario.sd(0, 2) / scenario.mean(0, 2), deviation, 2e-3));
  EXPECT(scenario.standard_error_of_mean(0, 2) < scenario.sd(0, 2));
  EXPECT(near(scenario.quantile(0, 2, 0.9), sr::level_quantile(40000, 0.1, 0.02, 2, 0.9), 5e-3));
  EXPECT(scenario.quantile_bounds(0, 2, 0.9).contains(scenario.quantile(0, 2, 0.9)));
  EXPECT(scenario.range(0, 2).contains(48400));

  // Probabilities with their standard errors. Growth is above its median half of the time.
  const sr::Estimate half = scenario.target(0);
  EXPECT(std::abs(half.value - 0.5) < 5 * half.standard_error);
  EXPECT(scenario.all_targets() == half);  // it is the only one
  const sr::Estimate falls = scenario.narrowing(1);
  EXPECT(near(falls.value, sr::narrowing_probability(0.1, 0.21, 0.02, 0.02, 0.5, 1), 1e-3));
  EXPECT(scenario.narrowing().value <= falls.value);
  EXPECT(scenario.passed(0, 2).value > 0.99);  // from 2 to 1.65, with 2 % of volatility

  // Outcomes are the targets, all of them together, and the ratio that falls in every year.
  EXPECT(scenario.outcomes() == 3 && scenario.outcome(0) == half);
  EXPECT(scenario.conditional(1, 0).value == 1);

  // Paths are addressed: two halves are the whole, to the bit.
  sr::ScenarioOptions first = options;
  first.paths = 4'000;
  sr::ScenarioOptions rest = options;
  rest.first_path = 4'000;
  rest.paths = 6'000;
  EXPECT(sr::simulate(model, query, first).merge(sr::simulate(model, query, rest)) == scenario);

  // What it holds, from which it can be made again.
  const sr::ScenarioData& data = scenario.data();
  EXPECT(sr::Scenario(data) == scenario);
  sr::WideSum sum;  // of integers, which no number of paths overflows
  sum.add(std::numeric_limits<std::int64_t>::max());
  sum.add(sum);
  EXPECT(sum.value() == 0x1p64);  // 2 (2^63 - 1), to the nearest double

  // The paths themselves: path, indicator, period from 0.
  sr::ScenarioOptions few = options;
  few.paths = 3;
  const std::vector<double> kept = sr::simulate_paths(model, few);
  EXPECT(static_cast<std::int64_t>(kept.size()) == sr::path_values(model, few));
  EXPECT(kept.size() == 3 * 2 * 3 && near(kept[0], 40000));
  std::vector<double> room(kept.size());
  sr::simulate_paths(model, few, room);
  EXPECT(room == kept);

  // The nearest correlation matrix to one that is one already.
  EXPECT(sr::nearest_correlation(model.correlation).isApprox(model.correlation));
  EXPECT(!sr::instruction_sets().empty());
  EXPECT(std::string(sr::to_string(sr::Shocks::student_t)) == "student_t");
  EXPECT(std::string(sr::to_string(sr::Arithmetic::fused)) == "fused");
  EXPECT(std::string(sr::to_string(sr::InstructionSet::avx2)) == "avx2");
  EXPECT(std::string(sr::to_string(sr::Subject::level)) == "level");
}
