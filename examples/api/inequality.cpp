// inequality.hpp: inequality between groups, what moves it, and convergence. Incomes are means per head.
#include <shengzhou_report/inequality.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  const double ln2 = std::log(2.0);

  // Half of the people have 3, half have 1: relative means 3/2 and 1/2.
  const double theil_t = 0.75 * std::log(1.5) + 0.25 * std::log(0.5);
  const double theil_l = -0.5 * std::log(1.5) - 0.5 * std::log(0.5);
  EXPECT(near(sr::two_group_theil_t(3, 1, 0.5), theil_t));
  EXPECT(near(sr::two_group_theil_l(3, 1, 0.5), theil_l));
  EXPECT(near(sr::two_group_gini(3, 1, 0.5), 0.25));  // p (1 - p) |3 - 1| / 2

  // All in one pass, of many places, into arrays that are there.
  const sr::TwoGroupInequality all = sr::two_group_inequality(3, 1, 0.5);
  EXPECT(near(all.theil_t, theil_t) && near(all.theil_l, theil_l) && near(all.gini, 0.25) && near(all.ratio, 3));
  const Array urban{{3, 1}};
  const Array one{{1}};
  const Array half{{0.5}};
  const sr::TwoGroupInequalities places = sr::two_group_inequality(urban, one, half);
  EXPECT(places.size() == 2);
  EXPECT(near(places[1].gini, 0));  // equal incomes
  Array t(2);
  Array l(2);
  Array g(2);
  Array ratio(2);
  sr::two_group_inequality_into(t, l, g, ratio, urban, one, half);
  EXPECT(near(t[0], theil_t) && near(ratio[0], 3));

  // Up to which urban share urbanisation raises an index, at a ratio of 4: closed forms.
  EXPECT(near(sr::theil_t_turning_share(4), (4 * std::log(4.0) - 3) / 9));
  EXPECT(near(sr::theil_l_turning_share(4), 1 / std::log(4.0) - 1.0 / 3));
  EXPECT(near(sr::gini_turning_share(4), 1.0 / 3));  // 1 / (1 + sqrt 4)

  // The urban share: what three published means imply, or one from elsewhere and how far it is off.
  EXPECT(near(sr::implied_urban_share(2.5, 3, 1), 0.75));
  const sr::UrbanShare implied = sr::urban_share(2.5, 3, 1);
  EXPECT(implied.origin == sr::ShareOrigin::implied && near(implied.share, 0.75));
  const sr::UrbanShare given = sr::urban_share(2.5, 3, 1, 0.5, sr::ShareOrigin::given);
  EXPECT(near(given.weighted_mean, 2) && near(given.mismatch(), -0.2));  // 2 instead of 2.5
  EXPECT(std::string(sr::to_string(given.origin)) == "given");

  // Any number of groups, a row a place. Sizes are heads or shares.
  const Array means{{3, 1}};
  EXPECT(near(sr::theil_t(means), theil_t));
  EXPECT(near(sr::theil_l(means, Array{{10, 10}}), theil_l));
  EXPECT(near(sr::gini(means), 0.25));
  // Of means that are known within intervals: equal at best.
  const std::vector<sr::Interval> ranges{{1, 3}, {1, 2}};
  EXPECT(sr::theil_t(ranges).lower() == 0 && near(sr::theil_t(ranges).upper(), theil_t));
  EXPECT(near(sr::theil_l(ranges).upper(), theil_l));
  EXPECT(near(sr::gini(ranges).upper(), 0.25));
  sr::PathMatrix rows(2, 2);
  rows << 3, 1, 1, 1;
  const sr::PathMatrix equal = sr::PathMatrix::Ones(1, 1);
  EXPECT(near(sr::theil_t_rows(rows, equal)[0], theil_t));
  EXPECT(near(sr::theil_l_rows(rows, equal)[1], 0));
  EXPECT(near(sr::gini_rows(rows, equal)[0], 0.25));

  // Between and within groups: nobody differs within.
  const sr::InequalityDecomposition parts =
      sr::decompose_inequality(sr::InequalityIndex::theil_t, means, one, Array{{0}});
  EXPECT(near(parts.between, theil_t) && parts.within == 0 && parts.overlap == 0);
  EXPECT(near(parts.between_share(), 1));
  const Eigen::Array<std::int64_t, Eigen::Dynamic, 1> groups{{0, 0, 1, 1}};
  const sr::GroupsRef of_each = groups;
  const sr::InequalityDecomposition records =
      sr::decompose_records(sr::InequalityIndex::theil_l, Array{{3, 3, 1, 1}}, one, of_each);
  EXPECT(near(records.total, theil_l));
  EXPECT(std::string(sr::to_string(sr::InequalityIndex::gini)) == "gini");

  // Why the mean rises from 2 to 2.5: a quarter of the people moves from where 1 to where 3 is earned.
  const sr::MeanChange moved = sr::mean_change(3, 1, 0.5, 3, 1, 0.75);
  EXPECT(near(moved.urbanisation, 0.5) && near(moved.urban, 0) && near(moved.total, 0.5));
  const sr::MeanChanges raised = sr::mean_change(Array{{3}}, one, half, Array{{4}}, one, half);
  EXPECT(near(raised.urban[0], 0.5));

  // Why an index changes: nobody moves, so it is the incomes.
  const sr::IndexChange change = sr::shapley_change(sr::InequalityIndex::gini, 1, 1, 0.5, 3, 1, 0.5);
  EXPECT(near(change.income, 0.25) && near(change.urbanisation, 0) && near(change.total, 0.25));
  const sr::IndexChanges changes = sr::shapley_change(sr::InequalityIndex::gini, one, one, half, Array{{3}}, one, half);
  EXPECT(near(changes.income[0], 0.25));

  // A product as a sum over its factors, by the logarithmic mean: 2 x 3 to 4 x 3 is all of the first.
  EXPECT(near(sr::logarithmic_mean(2, 1), 1 / ln2));
  EXPECT(near(sr::lmdi(Array{{2, 3}}, Array{{4, 3}})[0], 6));
  sr::PathMatrix from(1, 2);
  from << 2, 3;
  sr::PathMatrix to(1, 2);
  to << 4, 3;
  EXPECT(near(sr::lmdi_rows(from, to)(0, 0), 6));

  // Convergence. Logarithms of 1 and e are 1/2 from their mean.
  const double e = std::exp(1.0);
  EXPECT(near(sr::sigma_convergence(Array{{1, e}}, 0), 0.5));
  sr::PathMatrix levels(2, 1);
  levels << 1, e;
  EXPECT(near(sr::sigma_convergence_columns(levels, 0)[0], 0.5));
  // Each place covers half of its distance to 1 in logarithms: slope -1/2, and half of a gap is closed in one period.
  const Array start{{1 / e, 1, e * e}};
  const sr::BetaConvergence beta = sr::beta_convergence(start, start.sqrt(), 1);
  EXPECT(near(beta.slope, -0.5) && near(beta.speed, ln2) && near(beta.half_life.periods, 1));
  EXPECT(throws<sr::DomainError>([&] { (void)sr::beta_convergence(one, one, 1); }));  // three places at least
}
