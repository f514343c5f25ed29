// distribution.hpp: how incomes are spread: dispersion, shares of top and bottom, families of indices, Lorenz curve.
#include <shengzhou_report/distribution.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  using Ranges = std::vector<sr::Interval>;

  // Half of the people have 3, half have 1: the mean is 2, and everybody is 1 away from it.
  const Array means{{3, 1}};
  const Array half{{0.5, 0.5}};
  const Ranges ranges{{2, 3}, {1, 1}};
  sr::PathMatrix rows(2, 2);
  rows << 3, 1, 1, 1;
  const sr::PathMatrix equal = sr::PathMatrix::Ones(1, 1);
  EXPECT(near(sr::coefficient_of_variation(means), 0.5));
  EXPECT(near(sr::coefficient_of_variation(means, 1), 0.5 * std::sqrt(2.0)));  // divided by n - 1
  EXPECT(near(sr::coefficient_of_variation(ranges).lower(), 1.0 / 3));
  EXPECT(near(sr::coefficient_of_variation_rows(rows, 0, equal)[1], 0));
  // Weighted by population: a quarter has 3, and the mean is 1.5.
  const Array quarter{{1, 3}};
  EXPECT(near(sr::williamson(means, quarter), std::sqrt(0.25 * 2.25 + 0.75 * 0.25) / 1.5));
  EXPECT(near(sr::williamson(ranges, half).upper(), 0.5));
  EXPECT(near(sr::williamson_rows(rows, equal)[0], 0.5));
  EXPECT(near(sr::max_min_ratio(means), 3));
  EXPECT(sr::max_min_ratio(ranges) == sr::Interval(2, 3));
  EXPECT(near(sr::max_min_ratio_rows(rows)[0], 3));

  // Ten tenths with incomes of 1 to 10: the top fifth has 19, the bottom fifth 3, the lower four tenths 10.
  const Array tenths = Array::LinSpaced(10, 1, 10);
  const sr::PathMatrix tenths_row = tenths.transpose();
  Ranges exact;
  for (const double income : tenths) exact.emplace_back(income);
  EXPECT(near(sr::quintile_share_ratio(tenths), 19.0 / 3));
  EXPECT(near(sr::quintile_share_ratio(exact).upper(), 19.0 / 3));
  EXPECT(near(sr::quintile_share_ratio_rows(tenths_row, equal)[0], 19.0 / 3));
  EXPECT(near(sr::palma_ratio(tenths), 1));
  EXPECT(near(sr::palma_ratio(exact).lower(), 1));
  EXPECT(near(sr::palma_ratio_rows(tenths_row, equal)[0], 1));
  EXPECT(throws<sr::DomainError>([] { (void)sr::palma_ratio(Array{{0, 1}}); }));  // the poorer half has nothing

  // GE(2) is half the squared coefficient of variation; Atkinson's index at 1 compares geometric mean and mean.
  EXPECT(near(sr::generalised_entropy(means, 2), 0.125));
  EXPECT(near(sr::generalised_entropy(ranges, 2).upper(), 0.125));
  EXPECT(near(sr::generalised_entropy_rows(rows, 2, equal)[0], 0.125));
  EXPECT(near(sr::atkinson(means, 1), 1 - std::sqrt(3.0) / 2));
  EXPECT(near(sr::atkinson(ranges, 1).upper(), 1 - std::sqrt(3.0) / 2));
  EXPECT(near(sr::atkinson_rows(rows, 1, equal)[1], 0));

  // The poorer half has a quarter of the income.
  const sr::LorenzCurve curve = sr::lorenz_curve(means);
  EXPECT(curve.population[1] == 0.5 && curve.income[1] == 0.25 && curve.income[2] == 1);
  EXPECT(curve.order[0] == 1);
}
