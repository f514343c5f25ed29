#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/impl/elementary.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/inequality.hpp>
#include <shengzhou_report/plan.hpp>
#include <shengzhou_report/regional.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
using Eigen::ArrayXd;
using sr::Interval;
using sr::detail::formula::largest;

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
    BOOST_REQUIRE_EQUAL(Usually::exponential_m1(u), Everywhere::exponential_m1(u));
    for (const double rate : {x, x - 1, u / 600, 1e-9 * u / 600}) {
      if (rate > -1) BOOST_REQUIRE_EQUAL(Usually::logarithm1p(rate), Everywhere::logarithm1p(rate));
    }
  }
  for (const double x : {0.0, 5e-324, infinity, -1.0, not_a_number}) {
    BOOST_TEST(std::isnan(Usually::logarithm(x)));
    BOOST_TEST(std::isnan(Usually::logarithm2(x)));
  }
  for (const double x : {601.0, -601.0, 1e300, infinity, -infinity, not_a_number}) {
    BOOST_TEST(std::isnan(Usually::exponential(x)));
    BOOST_TEST(std::isnan(Usually::exponential_m1(x)));
  }
  for (const double x : {1.7e308, infinity, not_a_number}) BOOST_TEST(std::isnan(Usually::logarithm1p(x)));
}

BOOST_AUTO_TEST_CASE(logarithms_of_rates_reach_from_the_least_to_the_largest) {
  namespace detail = shengzhou_report::detail;
  BOOST_TEST(detail::logarithm1p(-1) == -infinity);
  BOOST_TEST(detail::logarithm1p(0) == 0);
  for (const double x : {-1 + 0x1p-53, -0.5, -0x1p-1074, 0x1p-1074, 1e-300, 0.4142135623730951, 0.5, 1.0, 0x1p53 - 1,
                         0x1p53, 0x1p53 + 2, 0x1p54, 1e300, 0x1.6a09e667f3bcdp1023, largest}) {
    BOOST_TEST(ulps(detail::logarithm1p(x), std::log1p(static_cast<long double>(x))) < 1.5);
  }
}

BOOST_AUTO_TEST_CASE(loops_judge_domains_as_single_numbers_do) {
  using sr::detail::sign_bit;
  using sr::detail::formula::bounds;
  using sr::detail::formula::Domain;
  using sr::detail::formula::holds;
  using sr::detail::formula::unless_within;
  const auto agree = []<Domain domain>(std::integral_constant<Domain, domain> /*which*/) {
    const auto [lower, upper, advice] = bounds(domain);
    for (const double limit : {lower, upper, 0.0, 1.0, -1.0, 0x1p-1022}) {
      for (const double x : {limit, std::nextafter(limit, -infinity), std::nextafter(limit, infinity)}) {
        // One way alone: what may hold an error is looked at again.
        const bool surely = (unless_within<domain>(sr::detail::rate_limit, x) & sign_bit) == 0;
        const bool negative_zero = x == 0 && std::signbit(x);
        BOOST_TEST((surely == holds(domain, x) || (negative_zero && !surely)));
      }
    }
    for (const double x : {infinity, -infinity, not_a_number, -not_a_number, -largest, largest}) {
      BOOST_TEST(((unless_within<domain>(sr::detail::rate_limit, x) & sign_bit) == 0) == holds(domain, x));
    }
  };
  const auto agree_each = [&]<std::size_t... i>(std::index_sequence<i...>) {
    (agree(std::integral_constant<Domain, static_cast<Domain>(i)>{}), ...);
  };
  constexpr auto count = static_cast<std::size_t>(Domain::probability) + 1;
  agree_each(std::make_index_sequence<count>{});
  const sr::LargeRates allowed;
  agree(std::integral_constant<Domain, Domain::rate>{});
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

BOOST_AUTO_TEST_CASE(rates_of_all_sizes_among_usual_ones_lose_nothing) {
  const sr::LargeRates allowed;
  Uniform uniform;
  ArrayXd total(3000);
  ArrayXd reached(3000);
  ArrayXd years(3000);
  for (Eigen::Index i = 0; i < total.size(); ++i) {
    total[i] = i % 503 == 0 ? -1 + 0x1p-53 : i % 701 == 0 ? 1e300 : i % 701 == 1 ? largest : uniform(0.2, 0.6);
    reached[i] = i % 809 == 0 ? 1e-300 : uniform(-0.4, 0.9);
    years[i] = uniform(1, 5);
  }
  const ArrayXd progress = sr::log_progress(reached, total);
  const ArrayXd scheduled = sr::scheduled_growth(total, years, array({5}));
  const ArrayXd required = sr::required_average_growth(total, reached, years);
  const ArrayXd levels = sr::compound(years, total, array({0.9}));
  const ArrayXd yearly = sr::annualise(total, array({0.5}));
  for (Eigen::Index i = 0; i < total.size(); ++i) {
    BOOST_REQUIRE_EQUAL(progress[i], sr::log_progress(reached[i], total[i]));
    BOOST_REQUIRE_EQUAL(scheduled[i], sr::scheduled_growth(total[i], years[i], 5));
    BOOST_REQUIRE_EQUAL(required[i], sr::required_average_growth(total[i], reached[i], years[i]));
    BOOST_REQUIRE_EQUAL(levels[i], sr::compound(years[i], total[i], 0.9));
    BOOST_REQUIRE_EQUAL(yearly[i], sr::annualise(total[i], 0.5));
  }
  total[2999] = 0;
  BOOST_TEST(raises([&] { static_cast<void>(sr::log_progress(reached, total)); }, {"no progress", "(element 2999)"}));
}

BOOST_AUTO_TEST_CASE(a_part_may_be_all_of_its_whole_but_no_more) {
  Uniform uniform;
  for (int i = 0; i < 2000; ++i) {
    const double whole = std::exp(uniform(-700, 700));
    const double more = std::nextafter(whole, infinity);
    BOOST_REQUIRE_EQUAL(sr::elderly_share(whole, whole), 1);
    BOOST_REQUIRE_EQUAL(sr::location_quotient(whole, whole, 1, 2), 2);
    BOOST_REQUIRE_EQUAL(sr::location_quotient(1, 2, whole, whole), 0.5);
    BOOST_REQUIRE_THROW(static_cast<void>(sr::elderly_share(more, whole)), sr::DomainError);
    BOOST_REQUIRE_THROW(static_cast<void>(sr::location_quotient(more, whole, 1, 2)), sr::DomainError);
    BOOST_REQUIRE_THROW(static_cast<void>(sr::location_quotient(1, 2, more, whole)), sr::DomainError);
  }
  ArrayXd part = ArrayXd::LinSpaced(1000, 0, 999);
  const ArrayXd whole = part + 1;
  BOOST_TEST((sr::elderly_share(part, whole) == part / whole).all());
  part[999] = std::nextafter(whole[999], infinity);
  BOOST_TEST(raises([&] { static_cast<void>(sr::elderly_share(part, whole)); }, {"more elderly", "(element 999)"}));
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
