#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <shengzhou_report/random.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Counter = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

BOOST_AUTO_TEST_SUITE(random_)

// Known answers of Random123: kat_vectors, philox4x32 10.
BOOST_AUTO_TEST_CASE(philox_gives_the_known_answers) {
  const bool zeros = sr::philox4x32({}, {}) == Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
  BOOST_TEST(zeros);
  constexpr std::uint32_t ones = 0xffffffff;
  const bool all =
      sr::philox4x32({ones, ones, ones, ones}, {ones, ones}) == Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
  BOOST_TEST(all);
  const bool pi = sr::philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
                  Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
  BOOST_TEST(pi);
}

// Box-Muller from the words of the blocks, by the standard library's functions.
BOOST_DATA_TEST_CASE(normals_are_those_of_box_and_muller, boost::unit_test::data::make({1, 2, 3, 5, 8, 13, 64}),
                     count) {
  constexpr std::uint64_t seed = 0x0123456789abcdefULL;
  constexpr std::uint64_t path = 0x500000007ULL;
  std::vector<double> z(static_cast<std::size_t>(count));
  sr::standard_normals(seed, path, 3, z.data(), count);
  const auto block = [&](std::uint32_t number) {
    return sr::philox4x32({static_cast<std::uint32_t>(path), static_cast<std::uint32_t>(path >> 32), 3, number},
                          {0x89abcdef, 0x01234567});
  };
  const int pairs = (count + 1) / 2;
  for (int i = 0; i < count; ++i) {
    const int pair = i / 2;
    const int group = pair / 4;
    const bool alone = pairs - 4 * group == 1;
    const auto first = static_cast<std::uint32_t>(3 * group);
    const int within = pair % 4;
    const Counter radii = block(within < 2 ? first : first + 2);
    const std::size_t at = static_cast<std::size_t>(within % 2) * 2;
    const std::uint32_t angle = alone ? radii[2] : block(first + 1)[static_cast<std::size_t>(within)];
    const double u = (static_cast<double>(((std::uint64_t{radii[at]} << 32) | radii[at + 1]) >> 12) + 0.5) * 0x1p-52;
    // The middle of one of 2^30 parts of the first quadrant; the first and the last bit are the signs.
    const double x = std::numbers::pi / 2 * (static_cast<double>((angle & 0x7fffffffU) >> 1U) + 0.5) * 0x1p-30;
    const double r = std::sqrt(-2 * std::log(u));
    const bool negative = (i % 2 == 1 ? angle & 1U : angle >> 31U) != 0;
    const double expected = r * (i % 2 == 1 ? std::sin(x) : std::cos(x)) * (negative ? -1 : 1);
    BOOST_TEST(near(z[static_cast<std::size_t>(i)], expected, 4e-15));
  }
}

BOOST_AUTO_TEST_CASE(normals_have_the_moments_of_the_normal_distribution) {
  constexpr int paths = 50'000;
  double sums[5] = {};
  double products[3] = {};
  for (int path = 0; path < paths; ++path) {
    double z[4];
    sr::standard_normals(7, static_cast<std::uint64_t>(path), 1, z, 4);
    for (const double x : z) {
      double power = 1;
      for (double& sum : sums) sum += power *= x;
    }
    for (int i = 0; i < 3; ++i) products[i] += z[i] * z[i + 1];
  }
  constexpr double n = 4 * paths;
  // Moments 0, 1, 0, 3, 0 and their standard errors; 4 of them is a chance of 6e-5 a comparison.
  const double expected[5] = {0, 1, 0, 3, 0};
  const double variance[5] = {1, 2, 15, 96, 945};
  for (int i = 0; i < 5; ++i) BOOST_TEST(near(sums[i] / n, expected[i], 4 * std::sqrt(variance[i] / n)));
  for (const double product : products) BOOST_TEST(near(product / paths, 0, 4 / std::sqrt(paths)));
}

BOOST_AUTO_TEST_SUITE_END()
