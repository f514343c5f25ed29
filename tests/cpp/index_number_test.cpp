#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/index_number.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
using Eigen::ArrayXd;
using sr::Interval;
using sr::PathMatrix;
using sr::SpliceLevel;
using sr::SpliceLink;

BOOST_AUTO_TEST_SUITE(index_number)

namespace {

struct Deflated {
  double before;
  double after;
  double prices;  // index of consumer prices, previous year = 100
  double published;
};

std::ostream& operator<<(std::ostream& out, const Deflated& row) { return out << row.after << " at " << row.prices; }

// National Bureau of Statistics: income per head, prices, and real growth in per cent.
const std::vector<Deflated> published_real_growth{{36883, 39218, 100.2, 6.1}, {39218, 41314, 100.2, 5.1},
                                                  {49283, 51821, 100.3, 4.8}, {20133, 21691, 100.1, 7.6},
                                                  {51821, 54188, 100.2, 4.4}, {21691, 23119, 100.3, 6.3}};

// Each way to link two series, by its word.
const std::vector<std::string> links{"first", "last", "mean", "geometric_mean"};
const std::vector<std::string> level_words{"earlier", "later"};

}  // namespace

BOOST_DATA_TEST_CASE(real_growth_is_that_of_the_deflated_level, data::make(published_real_growth), row) {
  const double growth = 100 * (sr::deflate(row.after, row.prices) / row.before - 1);
  BOOST_TEST(std::round(10 * growth) / 10 == row.published);
}

BOOST_AUTO_TEST_CASE(forms_of_deflating) {
  const ArrayXd levels = sr::deflate(array({100, 200}), array({50, 400}), array({100}));
  BOOST_TEST(levels[0] == 200);
  BOOST_TEST(levels[1] == 50);
  BOOST_TEST(sr::deflate(Interval(744.5, 745.5), Interval(101.95, 102.05)).lower() == 744.5 / (102.05 / 100));
  BOOST_TEST(sr::deflate(0, 90) == 0);
  BOOST_TEST(raises([] { (void)sr::deflate(-1, 100); }, {"deflate: value = -1 cannot be negative"}));
  BOOST_TEST(raises([] { (void)sr::deflate(1, 100, 0); }, {"deflate: base_index = 0 must be positive"}));
  BOOST_TEST(raises([] { (void)sr::deflate(1e308, 1e-10); }, {"deflate(", "too large for a double"}));
}

BOOST_AUTO_TEST_CASE(a_base_of_several_periods_is_their_mean) {
  const ArrayXd index = array({80, 90, 110, 120});
  const ArrayXd rebased = sr::rebase(index, 1, 2, 1);
  BOOST_TEST(near((rebased - array({0.8, 0.9, 1.1, 1.2})).abs().maxCoeff(), 0, 1e-15));
  // The mean of numbers whose sum is beyond all doubles.
  BOOST_TEST(near(sr::rebase(array({1e308, 1.5e308}), 0, 1)[0], 80, 1e-12));
  BOOST_TEST(raises([&] { (void)sr::rebase(index, 2, 1); }, {"base periods from 2 to 1", "4 numbers"}));
  BOOST_TEST(raises([&] { (void)sr::rebase(index, 0, 4); }, {"base periods from 0 to 4"}));
  BOOST_TEST(raises([&] { (void)sr::rebase(index, -1, 0); }, {"base periods from -1 to 0"}));
  BOOST_TEST(raises([] { (void)sr::rebase(ArrayXd(0), 0, 0); }, {"rebase: the index is empty"}));
  BOOST_TEST(raises([&] { (void)sr::rebase(index, 0, 0, infinity); }, {"value = inf"}));
}

BOOST_AUTO_TEST_CASE(the_range_of_a_rebased_index_holds_every_index_in_it) {
  Uniform uniform;
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<Interval> index;
    ArrayXd inside(4);
    for (Eigen::Index i = 0; i < 4; ++i) {
      index.push_back(uniform.interval(50, 150));
      inside[i] = uniform(index.back());
    }
    const std::vector<Interval> ranges = sr::rebase(index, 1, 2);
    const ArrayXd rebased = sr::rebase(inside, 1, 2);
    for (std::size_t i = 0; i < 4; ++i) BOOST_REQUIRE(ranges[i].contains(rebased[static_cast<Eigen::Index>(i)]));
  }
}

BOOST_DATA_TEST_CASE(a_series_cut_in_two_is_spliced_to_itself,
                     data::make(links) * data::make(level_words) * data::make({1, 2, 5}), link_word, level_word,
                     overlap) {
  const auto link = sr::from_string<SpliceLink>(link_word);
  const auto level = sr::from_string<SpliceLevel>(level_word);
  Uniform uniform;
  ArrayXd whole(12);
  for (double& x : whole) x = uniform(50, 150);
  const ArrayXd later = whole.tail(7) * 3;
  const sr::Splice spliced = sr::splice(whole.head(5 + overlap), later, overlap, link, level);
  const ArrayXd expected = level == SpliceLevel::later ? ArrayXd(whole * 3) : whole;
  BOOST_TEST(near((spliced.series / expected - 1).abs().maxCoeff(), 0, 1e-14));
  BOOST_TEST(near(spliced.ratio, 3, 1e-14));
  BOOST_TEST(near(spliced.lowest, 3, 1e-14));
  BOOST_TEST(near(spliced.highest, 3, 1e-14));
}

BOOST_DATA_TEST_CASE(the_range_of_a_splice_holds_every_splice_in_it, data::make(links) * data::make(level_words),
                     link_word, level_word) {
  const auto link = sr::from_string<SpliceLink>(link_word);
  const auto level = sr::from_string<SpliceLevel>(level_word);
  Uniform uniform;
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<Interval> earlier;
    std::vector<Interval> later;
    ArrayXd first(4);
    ArrayXd second(4);
    for (Eigen::Index i = 0; i < 4; ++i) {
      earlier.push_back(uniform.interval(50, 150));
      later.push_back(uniform.interval(150, 350));
      first[i] = uniform(earlier.back());
      second[i] = uniform(later.back());
    }
    const sr::SpliceRange range = sr::splice(earlier, later, 2, link, level);
    const sr::Splice spliced = sr::splice(first, second, 2, link, level);
    BOOST_REQUIRE(range.ratio.contains(spliced.ratio));
    BOOST_REQUIRE(range.lowest.contains(spliced.lowest));
    BOOST_REQUIRE(range.highest.contains(spliced.highest));
    for (std::size_t i = 0; i < range.series.size(); ++i) {
      BOOST_REQUIRE(range.series[i].contains(spliced.series[static_cast<Eigen::Index>(i)]));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_spliced) {
  const auto link = SpliceLink::mean;
  const auto level = SpliceLevel::later;
  const ArrayXd one = array({1});
  BOOST_TEST(raises([&] { (void)sr::splice(one, one, 2, link, level); }, {"overlap = 2", "(1 periods)"}));
  BOOST_TEST(raises([&] { (void)sr::splice(one, array({1, -1}), 1, link, level); }, {"later = -1", "(element 1)"}));
  BOOST_TEST(raises([&] { (void)sr::splice(array({not_a_number}), one, 1, link, level); }, {"earlier = nan"}));
  BOOST_TEST(raises([&] { (void)sr::splice(array({1e-308}), array({1e308}), 1, link, level); }, {"so far apart"}));
  const std::vector<Interval> open{{1, infinity}};
  BOOST_TEST(raises([&] { (void)sr::splice(open, open, 1, link, level); }, {"earlier = ", "has an open end"}));
}

BOOST_AUTO_TEST_CASE(volumes_are_quantities_at_the_prices_of_the_reference_year) {
  // Three products over five years, of which quantities and prices are known.
  Uniform uniform;
  PathMatrix quantity(5, 3);
  PathMatrix price(5, 3);
  for (double& x : quantity.reshaped()) x = uniform(10, 20);
  for (double& x : price.reshaped()) x = uniform(1, 5);
  const PathMatrix value = quantity * price;
  const PathMatrix at_previous_prices = quantity.bottomRows(4) * price.topRows(4);
  for (Eigen::Index reference = 0; reference < 5; ++reference) {
    const sr::ChainedVolumes volumes = sr::chain_volumes(value, at_previous_prices, reference);
    for (Eigen::Index year = 0; year < 5; ++year) {
      const ArrayXd expected = (quantity.row(year) * price.row(reference)).transpose();
      BOOST_TEST(near((volumes.parts.row(year).transpose() / expected - 1).abs().maxCoeff(), 0, 1e-13));
      if (year == 0) continue;
      // Laspeyres: today's and yesterday's quantities at yesterday's prices.
      const double growth = (quantity.row(year) * price.row(year - 1)).sum() / value.row(year - 1).sum();
      BOOST_TEST(near(volumes.total[year] / volumes.total[year - 1], growth, 1e-13));
    }
    BOOST_TEST(volumes.total[reference] == value.row(reference).sum());
    BOOST_TEST(volumes.discrepancy[reference] == 0);
    const Eigen::Index far = reference < 3 ? 4 : 0;
    BOOST_TEST(std::abs(volumes.discrepancy[far]) > 1e-3);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_chained) {
  const PathMatrix value = PathMatrix::Ones(3, 2);
  const PathMatrix previous = PathMatrix::Ones(2, 2);
  PathMatrix zero = previous;
  zero(1, 0) = 0;
  BOOST_TEST(raises([&] { (void)sr::chain_volumes(value, zero); }, {"at_previous_prices = 0", "(row 1, column 0)"}));
  BOOST_TEST(raises([&] { (void)sr::chain_volumes(value, value); }, {"chain_volumes: at_previous_prices has 3 rows"}));
  BOOST_TEST(raises([&] { (void)sr::chain_volumes(value, previous, 3); }, {"reference = 3", "0 to 2"}));
  BOOST_TEST(raises([&] { (void)sr::annual_overlap(value, previous, 0); }, {"periods_per_year = 0"}));
  BOOST_TEST(raises([&] { (void)sr::annual_overlap(value, previous, 4); }, {"annual_overlap: ", "every year but the"}));
  BOOST_TEST(raises([&] { (void)sr::chain_volumes(previous.topRows(1), previous); }, {"two years at least"}));
}

BOOST_AUTO_TEST_SUITE_END()
