#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/inequality.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Interval;

BOOST_AUTO_TEST_SUITE(elementwise)

namespace {

/// How many units in the last place a result is away from what the C library computes with more digits.
double ulps(double result, long double exact) {
  if (static_cast<double>(exact) == result) return 0;
  int exponent = 0;
  static_cast<void>(std::frexp(static_cast<double>(exact), &exponent));
  return std::fabs(static_cast<double>(result - exact)) / std::ldexp(1.0, exponent - 53);
}

// What an object of a formula can be called with is known when code that calls it is compiled.
using Compound = decltype(sr::compound);
static_assert(std::is_invocable_r_v<double, Compound, int, double>);
static_assert(std::is_invocable_r_v<double, Compound, double, double, int>);
static_assert(std::is_invocable_r_v<Interval, Compound, Interval, Interval>);
static_assert(std::is_invocable_r_v<Interval, Compound, Interval, double, int>);
static_assert(std::is_invocable_r_v<ArrayXd, Compound, ArrayXd, ArrayXd>);
static_assert(!std::is_invocable_v<Compound, double>, "too few");
static_assert(!std::is_invocable_v<Compound, double, double, double, double>, "too many");
static_assert(!std::is_invocable_v<Compound, Interval, Interval, Interval>, "periods are a number");
static_assert(!std::is_invocable_v<Compound, Interval, ArrayXd>, "intervals and arrays do not mix");
static_assert(!std::is_invocable_v<decltype(sr::normal_quantile), Interval>, "it has no form on intervals");

}  // namespace

BOOST_AUTO_TEST_CASE(logarithms_and_exponentials_agree_with_the_c_library) {
  namespace detail = shengzhou_report::detail;
  Uniform uniform;
  for (int i = 0; i < 20000; ++i) {
    const double size = i % 3 == 0 ? 700 : i % 3 == 1 ? 1 : 0.01;
    const double u = uniform(-size, size);
    const double x = std::exp(u);
    BOOST_REQUIRE_LT(ulps(detail::logarithm(x), std::log(static_cast<long double>(x))), 1.5);
    BOOST_REQUIRE_LT(ulps(detail::logarithm2(x), std::log2(static_cast<long double>(x))), 2.5);
    const double rate = i % 2 == 0 ? x - 1 : 0.3 * u / size;
    if (rate > -1) BOOST_REQUIRE_LT(ulps(detail::logarithm1p(rate), std::log1p(static_cast<long double>(rate))), 2);
    BOOST_REQUIRE_LT(ulps(detail::exponential(u), std::exp(static_cast<long double>(u))), 1.5);
    BOOST_REQUIRE_LT(ulps(detail::exponential_m1(u), std::expm1(static_cast<long double>(u))), 2.5);
  }
}

BOOST_AUTO_TEST_CASE(logarithms_and_exponentials_have_limits) {
  namespace detail = shengzhou_report::detail;
  BOOST_TEST(detail::logarithm(0) == -infinity);
  BOOST_TEST(detail::logarithm(infinity) == infinity);
  BOOST_TEST(detail::logarithm(1) == 0);
  BOOST_TEST(ulps(detail::logarithm(5e-324), std::log(static_cast<long double>(5e-324))) < 1.5);
  BOOST_TEST(detail::logarithm1p(infinity) == infinity);
  BOOST_TEST(detail::exponential(infinity) == infinity);
  BOOST_TEST(detail::exponential(-infinity) == 0);
  BOOST_TEST(ulps(detail::exponential(-745), std::exp(-745.0L)) < 1.5);
  BOOST_TEST(detail::exponential_m1(-infinity) == -1);
  for (int power = -1074; power < 1024; ++power) BOOST_REQUIRE_EQUAL(detail::logarithm2(std::ldexp(1.0, power)), power);
}

BOOST_AUTO_TEST_CASE(loops_take_functions_of_the_same_bits_for_usual_numbers) {
  using sr::detail::Everywhere;
  using sr::detail::Usually;
  Uniform uniform;
  for (int i = 0; i < 20000; ++i) {
    const double u = uniform(-600, 600);
    const double x = std::exp(u);
    BOOST_REQUIRE_EQUAL(Usually::logarithm(x), Everywhere::logarithm(x));
    BOOST_REQUIRE_EQUAL(Usually::logarithm2(x), Everywhere::logarithm2(x));
    BOOST_REQUIRE_EQUAL(Usually::exponential(u), Everywhere::exponential(u));
  }
  for (const double x : {0.0, 5e-324, infinity, -1.0, not_a_number}) {
    BOOST_TEST(std::isnan(Usually::logarithm(x)));
    BOOST_TEST(std::isnan(Usually::logarithm2(x)));
  }
  for (const double x : {601.0, -601.0, 1e300, infinity, -infinity, not_a_number})
    BOOST_TEST(std::isnan(Usually::exponential(x)));
}

BOOST_AUTO_TEST_CASE(unusual_numbers_among_usual_ones_lose_nothing) {
  Uniform uniform;
  ArrayXd from(3000);
  ArrayXd to(3000);
  ArrayXd years(3000);
  for (Eigen::Index i = 0; i < from.size(); ++i) {
    from[i] = uniform(1, 2);
    to[i] = i % 503 == 0 ? 0 : i % 701 == 0 ? 5e-324 : i % 701 == 1 ? 1e308 : uniform(1, 2);
    years[i] = uniform(1, 10);
  }
  const ArrayXd growth = sr::cagr(from, to, years);
  const ArrayXd mean = sr::logarithmic_mean(to + 5e-324, from);
  for (Eigen::Index i = 0; i < from.size(); ++i) {
    BOOST_REQUIRE_EQUAL(growth[i], sr::cagr(from[i], to[i], years[i]));
    BOOST_REQUIRE_EQUAL(mean[i], sr::logarithmic_mean(to[i] + 5e-324, from[i]));
  }
  BOOST_TEST(growth[503] == -1);
  from[2999] = -1;
  BOOST_TEST(raises([&] { static_cast<void>(sr::cagr(from, to, years)); }, {"start = -1", "(element 2999)"}));
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_usual) {
  const ArrayXd value = array({100, 200});
  const ArrayXd rate = array({0.1, 0.5});
  BOOST_TEST((sr::compound(value, rate) == sr::compound(value, rate, array({1}))).all());
  BOOST_TEST(sr::compound(100, 0.1) == sr::compound(100, 0.1, 1));
  BOOST_TEST((sr::compound(Interval(1, 2), 0.5) == sr::compound(Interval(1, 2), Interval(0.5), 1)));
}

BOOST_AUTO_TEST_CASE(every_form_writes_the_same) {
  const ArrayXd from = array({100, 200, 400});
  ArrayXd to = array({110, 210, 380});
  const ArrayXd fresh = sr::growth_rate(from, to);
  sr::growth_rate.into(to, from, to);  // the result may take the place of an argument
  BOOST_TEST((to == fresh).all());
  for (Eigen::Index i = 0; i < 3; ++i) {
    const double end = array({110, 210, 380})[i];
    BOOST_TEST(fresh[i] == sr::growth_rate(from[i], end));
    BOOST_TEST((sr::growth_rate.range(from[i], end) == Interval(fresh[i])));
  }
  BOOST_TEST(raises([&] { sr::growth_rate.into(to, from.head(2), from.head(2)); }, {"out has size 3", "2 results"}));
  BOOST_TEST(raises([] { static_cast<void>(sr::cagr(Interval(1, 2), 3.0, not_a_number)); }, {"cagr", "periods = nan"}));
}

BOOST_AUTO_TEST_CASE(a_formula_knows_its_name_and_parameters) {
  const auto [name, parameters] = sr::cagr.signature();
  BOOST_TEST(name == "cagr");
  BOOST_REQUIRE_EQUAL(parameters.size(), 3U);
  BOOST_TEST(parameters[2].name == "periods");
}

BOOST_AUTO_TEST_SUITE_END()
