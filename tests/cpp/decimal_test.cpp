#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <ostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/error.hpp>

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(decimal)

namespace {

std::int64_t power_of_ten(int power) {
  std::int64_t result = 1;
  while (power-- > 0) result *= 10;
  return result;
}

/// Random integers that are the same on every platform, which the standard distributions are not.
class Source {
 public:
  /// An integer of [-most, most], whose number of digits varies as well.
  std::int64_t integer(std::int64_t most) {
    const auto limit = static_cast<std::uint64_t>(most) + 1;
    const auto value = static_cast<std::int64_t>((engine_() >> (engine_() % 60)) % limit);
    return engine_() % 2 == 0 ? value : -value;
  }
  int between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1)); }

 private:
  std::mt19937_64 engine_{20240118};
};

bool same_representation(const sr::Decimal& a, const sr::Decimal& b) {
  return a.mantissa() == b.mantissa() && a.exponent() == b.exponent();
}

}  // namespace

// Rounding ----------------------------------------------------------------------------------------------------------

struct RoundingRow {
  const char* value;
  const char* step;
  const char* half_even;
  const char* half_up;
};
std::ostream& operator<<(std::ostream& out, const RoundingRow& row) { return out << row.value << " to " << row.step; }

const RoundingRow rounding_rows[] = {
    // GB/T 8170-2008
    {"12.1498", "0.1", "12.1", "12.1"},
    {"10.5002", "1", "11", "11"},
    {"1.050", "0.1", "1.0", "1.1"},
    {"0.35", "0.1", "0.4", "0.4"},
    {"2500", "1e3", "2e3", "3e3"},
    {"3500", "1e3", "4e3", "4e3"},
    {"-0.0365", "1e-3", "-36e-3", "-37e-3"},
    {"8.53459", "0.01", "8.53", "8.53"},
    // once only: 8.5346 would lie on the wrong side of the half after a first rounding to 8.535
    {"8.53459", "0.001", "8.535", "8.535"},
    // half-way, both neighbours, both signs
    {"1.05", "0.1", "1.0", "1.1"},
    {"1.15", "0.1", "1.2", "1.2"},
    {"0.25", "0.1", "0.2", "0.3"},
    {"-0.25", "0.1", "-0.2", "-0.3"},
    {"-0.35", "0.1", "-0.4", "-0.4"},
    {"0.5", "1", "0", "1"},
    {"-0.5", "1", "0", "-1"},
    {"1.5", "1", "2", "2"},
    {"0.2500000000000001", "0.1", "0.3", "0.3"},
    {"0.2499999999999999", "0.1", "0.2", "0.2"},
    // nothing to drop
    {"77400", "100", "77400", "77400"},
    {"7", "0.1", "7.0", "7.0"},
    {"0", "100", "0", "0"},
    // everything to drop
    {"49", "100", "0", "0"},
    {"51", "100", "100", "100"},
    {"50", "100", "0", "100"},
    {"999999999999999999", "1e18", "1e18", "1e18"},
    {"499999999999999999", "1e18", "0", "0"},
    {"500000000000000000", "1e18", "0", "1e18"},
    {"999999999999999999", "1e19", "0", "0"},
};

BOOST_DATA_TEST_CASE(rounds_by_the_standard, data::make(rounding_rows), row) {
  const auto value = sr::Decimal::parse(row.value);
  const auto step = sr::Decimal::parse(row.step);
  BOOST_TEST(sr::round(value, step) == sr::Decimal::parse(row.half_even));
  BOOST_TEST(sr::round(value, step, sr::Rounding::half_even) == sr::Decimal::parse(row.half_even));
  BOOST_TEST(sr::round(value, step, sr::Rounding::half_up) == sr::Decimal::parse(row.half_up));
}

BOOST_AUTO_TEST_CASE(rounding_keeps_the_step_as_the_last_place) {
  BOOST_TEST(sr::to_string(sr::round(sr::Decimal::parse("1.050"), sr::Decimal::parse("0.1"))) == "1.0");
  BOOST_TEST(sr::to_string(sr::round(7, sr::Decimal(1, -1))) == "7.0");
  BOOST_TEST(sr::round(sr::Decimal::parse("2500"), sr::Decimal::parse("1000")).exponent() == 3);
  BOOST_TEST(sr::to_string(sr::round(sr::Decimal::parse("-0.4"), 1)) == "0");
}

BOOST_AUTO_TEST_CASE(rounding_agrees_with_integers) {
  Source source;
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t mantissa = source.integer(power_of_ten(12));
    const int drop = source.between(1, 6);
    const std::int64_t unit = power_of_ten(drop);
    // The candidates below and above by floor division, the nearer one wins.
    const std::int64_t magnitude = mantissa < 0 ? -mantissa : mantissa;
    const std::int64_t below = magnitude / unit;
    const std::int64_t to_below = magnitude - below * unit;
    const std::int64_t to_above = (below + 1) * unit - magnitude;
    std::int64_t even = to_below < to_above ? below : below + 1;
    std::int64_t up = even;
    if (to_below == to_above) even = below % 2 == 0 ? below : below + 1, up = below + 1;
    const int sign = mantissa < 0 ? -1 : 1;
    const sr::Decimal value(mantissa, -4);
    const sr::Decimal step(1, -4 + drop);
    BOOST_REQUIRE(same_representation(sr::round(value, step), {sign * even, -4 + drop}));
    BOOST_REQUIRE(same_representation(sr::round(value, step, sr::Rounding::half_up), {sign * up, -4 + drop}));
  }
}

BOOST_AUTO_TEST_CASE(rounding_refuses_a_step_that_is_no_power_of_ten) {
  for (const char* step : {"0", "2", "0.5", "-1", "-0.1", "25"}) {
    BOOST_TEST_CONTEXT(step) BOOST_CHECK_THROW((void)sr::round(1, sr::Decimal::parse(step)), sr::DomainError);
  }
  BOOST_TEST(sr::round(123, sr::Decimal::parse("10.0")) == sr::Decimal(120));
}

// Text --------------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(decimals_are_exact) {
  const auto parse = [](const char* text) { return sr::Decimal::parse(text); };
  BOOST_TEST(same_representation(parse("0.35"), {35, -2}));
  BOOST_TEST(same_representation(parse("1.05"), {105, -2}));
  BOOST_TEST(same_representation(parse("7.0"), {70, -1}));
  BOOST_TEST(same_representation(parse("77400"), {77400, 0}));
  BOOST_TEST(same_representation(parse("-16.7"), {-167, -1}));
  BOOST_TEST(same_representation(parse("+16.7"), {167, -1}));
  BOOST_TEST(same_representation(parse("1.5e-3"), {15, -4}));
  BOOST_TEST(same_representation(parse("1.5E+3"), {15, 2}));
  BOOST_TEST(same_representation(parse("2e3"), {2, 3}));
  BOOST_TEST(same_representation(parse("007"), {7, 0}));
  BOOST_TEST(same_representation(parse("-0"), {0, 0}));
  BOOST_TEST(same_representation(parse("999999999999999999"), {999999999999999999, 0}));
  BOOST_TEST(same_representation(parse("-0.99999999999999999"), {-99999999999999999, -17}));
  BOOST_TEST(same_representation(parse("1e64"), {1, 64}));
  BOOST_TEST(same_representation(parse("1e-64"), {1, -64}));
  BOOST_TEST(same_representation(parse("0.0000001e65"), {1, 58}));
  // one third of ten is not three tenths added up in binary, but in decimal
  BOOST_TEST(parse("0.1") + parse("0.2") == parse("0.3"));
  BOOST_TEST(parse("1.05") * 100 == sr::Decimal(105));
}

struct BadText {
  std::string_view text;
  std::int64_t offset;
};
std::ostream& operator<<(std::ostream& out, const BadText& row) { return out << '"' << row.text << '"'; }

constexpr std::string_view with_nul("1\0002", 3);

const BadText bad_texts[] = {
    {"", 0},
    {"-", 1},
    {"+", 1},
    {"--1", 1},
    {"+-1", 1},
    {".5", 0},
    {"-.5", 1},
    {"5.", 2},
    {"5.e1", 2},
    {".", 0},
    {"1e", 2},
    {"1e+", 2},
    {"1e-", 2},
    {"1e+-5", 2},
    {"1ee5", 2},
    {"1e65", 4},
    {"1e-65", 5},
    {"1.0e-64", 7},
    {"1e2147483647", 2},
    {"1e-2147483648", 2},
    {"1e99999999999", 2},
    {"e5", 0},
    {"1234567890123456789", 18},
    {"0.1234567890123456789", 20},
    {"1000000000000000000", 18},
    {"-1000000000000000000", 19},
    {"１２", 0},
    {"1２", 1},
    {"nan", 0},
    {"NaN", 0},
    {"inf", 0},
    {"-inf", 1},
    {" 1", 0},
    {"1 ", 1},
    {"1,234", 1},
    {"1.2.3", 3},
    {"0x10", 1},
    {"745亿", 3},
    {"\xff", 0},
    {with_nul, 1},
};

BOOST_DATA_TEST_CASE(parse_errors_say_where, data::make(bad_texts), row) {
  BOOST_CHECK_EXCEPTION((void)sr::Decimal::parse(row.text), sr::ParseError, [&](const sr::ParseError& error) {
    BOOST_TEST(error.offset() == row.offset);
    BOOST_TEST(std::string(error.what()).find("is not a decimal number") != std::string::npos);
    return true;
  });
}

BOOST_AUTO_TEST_CASE(long_text_fails_fast_with_a_short_message) {
  const auto start = std::chrono::steady_clock::now();
  const std::string digits(100'000, '7');
  const std::string zeros = "0." + std::string(100'000, '0') + "1";
  for (int i = 0; i < 100; ++i) {
    for (const std::string& text : {digits, "-" + digits, "0." + digits, "1e" + digits, zeros}) {
      BOOST_CHECK_EXCEPTION((void)sr::Decimal::parse(text), sr::ParseError,
                            [](const sr::ParseError& error) { return std::string(error.what()).size() < 200; });
    }
  }
  // 500 texts of 100 kB: anything slower than linear would take minutes.
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(20)));
  BOOST_TEST(sr::Decimal::parse(std::string(100'000, '0') + "7") == sr::Decimal(7));
}

BOOST_AUTO_TEST_CASE(prints_plain_digits) {
  BOOST_TEST(sr::to_string(sr::Decimal(0)) == "0");
  BOOST_TEST(sr::to_string(sr::Decimal(0, -2)) == "0.00");
  BOOST_TEST(sr::to_string(sr::Decimal(0, 5)) == "0");
  BOOST_TEST(sr::to_string(sr::Decimal(70, -1)) == "7.0");
  BOOST_TEST(sr::to_string(sr::Decimal(-365, -4)) == "-0.0365");
  BOOST_TEST(sr::to_string(sr::Decimal(-5, -1)) == "-0.5");
  BOOST_TEST(sr::to_string(sr::Decimal(2, 3)) == "2000");
  BOOST_TEST(sr::to_string(sr::Decimal(-745, 8)) == "-74500000000");
  BOOST_TEST(sr::to_string(sr::Decimal(1, -64)) == "0." + std::string(63, '0') + "1");
  std::ostringstream out;
  out << sr::Decimal(-167, -1);
  BOOST_TEST(out.str() == "-16.7");
}

BOOST_AUTO_TEST_CASE(text_round_trip) {
  Source source;
  for (int i = 0; i < 20000; ++i) {
    const sr::Decimal value(source.integer(999'999'999'999), source.between(-18, 6));
    const std::string text = sr::to_string(value);
    BOOST_REQUIRE_MESSAGE(sr::Decimal::parse(text) == value, text);
    BOOST_REQUIRE(text.find_first_not_of("-0123456789.") == std::string::npos);
    // What has decimals keeps them; trailing zeros are what 7.0 says beyond 7.
    if (value.exponent() <= 0) BOOST_REQUIRE(same_representation(sr::Decimal::parse(text), value));
  }
}

BOOST_AUTO_TEST_CASE(names_of_roundings) {
  BOOST_TEST(sr::to_string(sr::Rounding::half_even) == std::string("half_even"));
  BOOST_TEST(sr::to_string(sr::Rounding::half_up) == std::string("half_up"));
}

// Doubles -----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(from_double_is_the_shortest_decimal) {
  BOOST_TEST(same_representation(sr::Decimal::from_double(0.1), {1, -1}));
  BOOST_TEST(same_representation(sr::Decimal::from_double(0.35), {35, -2}));
  BOOST_TEST(sr::to_string(sr::Decimal::from_double(-16.7)) == "-16.7");
  BOOST_TEST(same_representation(sr::Decimal::from_double(77400), {77400, 0}));
  BOOST_TEST(sr::Decimal::from_double(1e20) == sr::Decimal(1, 20));
  BOOST_TEST(sr::Decimal::from_double(-8058627690077800448.0) == sr::Decimal(-80586276900778, 5));
  BOOST_TEST(sr::Decimal::from_double(12345678901234567168.0) == sr::Decimal(12345678901234567, 3));
  BOOST_TEST(sr::Decimal::from_double(-0.0) == sr::Decimal(0));
  BOOST_TEST(sr::Decimal::from_double(0.1 + 0.2) == sr::Decimal(30000000000000004, -17));
  for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                           -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
                           std::numeric_limits<double>::min(), std::numeric_limits<double>::denorm_min()}) {
    BOOST_TEST_CONTEXT(bad) BOOST_CHECK_THROW((void)sr::Decimal::from_double(bad), sr::DomainError);
  }
}

BOOST_AUTO_TEST_CASE(to_double_is_the_nearest_double) {
  BOOST_TEST(sr::Decimal::parse("0.1").to_double() == 0.1);
  BOOST_TEST(sr::Decimal::parse("-16.7").to_double() == -16.7);
  BOOST_TEST(sr::Decimal(1, 64).to_double() == 1e64);
  BOOST_TEST(sr::Decimal(1, -64).to_double() == 1e-64);
  BOOST_TEST(sr::Decimal(123456789012345678, -17).to_double() == 1.23456789012345678);
  BOOST_TEST(sr::Decimal(9007199254740993, 0).to_double() == 9007199254740992.0);
  Source source;
  for (int i = 0; i < 20000; ++i) {
    // Any double whose exponent a Decimal can hold comes back as it was.
    const double value =
        static_cast<double>(source.integer(power_of_ten(17))) * std::pow(10.0, source.between(-30, 30));
    BOOST_REQUIRE_EQUAL(sr::Decimal::from_double(value).to_double(), value);
    // And any short decimal text reads as the compiler's own conversion does.
    const sr::Decimal decimal(source.integer(power_of_ten(17)), source.between(-40, 40));
    BOOST_REQUIRE_EQUAL(decimal.to_double(), std::stod(sr::to_string(decimal)));
  }
}

// Arithmetic --------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(arithmetic_agrees_with_integers) {
  Source source;
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t m = source.integer(99'999'999);
    const std::int64_t n = source.integer(99'999'999);
    const int e = source.between(-4, 4);
    const int f = source.between(-4, 4);
    const sr::Decimal a(m, e);
    const sr::Decimal b(n, f);
    // At most 10^8 * 10^8 in units of 10^-4.
    const std::int64_t whole_a = m * power_of_ten(e + 4);
    const std::int64_t whole_b = n * power_of_ten(f + 4);
    BOOST_REQUIRE(a + b == sr::Decimal(whole_a + whole_b, -4));
    BOOST_REQUIRE(a - b == sr::Decimal(whole_a - whole_b, -4));
    BOOST_REQUIRE(-a == sr::Decimal(-whole_a, -4));
    BOOST_REQUIRE(same_representation(a * b, {m * n, e + f}));
    BOOST_REQUIRE((a + b).exponent() == std::min(e, f));
    BOOST_REQUIRE(a + b == b + a);
    BOOST_REQUIRE(a + b - b == a);
  }
}

BOOST_AUTO_TEST_CASE(overflow_raises) {
  const sr::Decimal most = sr::Decimal::parse("999999999999999999");
  const sr::Decimal least = -most;
  BOOST_CHECK_THROW((void)(most + 1), sr::DomainError);
  BOOST_CHECK_THROW((void)(least - 1), sr::DomainError);
  BOOST_CHECK_THROW((void)(most + most), sr::DomainError);
  BOOST_CHECK_THROW((void)(most * 2), sr::DomainError);
  BOOST_CHECK_THROW((void)(most * most), sr::DomainError);
  BOOST_CHECK_THROW((void)(least * most), sr::DomainError);
  BOOST_CHECK_THROW((void)(sr::Decimal(1, 18) + 1), sr::DomainError);
  BOOST_CHECK_THROW((void)(sr::Decimal(1, 64) + sr::Decimal(1, -64)), sr::DomainError);
  BOOST_CHECK_THROW((void)(sr::Decimal(1, 64) * 10 * sr::Decimal(1, 1)), sr::DomainError);
  BOOST_CHECK_THROW((void)(sr::Decimal(1, 40) * sr::Decimal(1, 40)), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(1'000'000'000'000'000'000, 0), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(-1'000'000'000'000'000'000, 0), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(std::numeric_limits<std::int64_t>::min(), 0), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(1, 65), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(1, -65), sr::DomainError);
  BOOST_CHECK_THROW(sr::Decimal(1, std::numeric_limits<int>::min()), sr::DomainError);
  BOOST_TEST(most + 0 == most);
  BOOST_TEST(most - most == sr::Decimal(0));
  BOOST_TEST(most + least == sr::Decimal(0));
  BOOST_TEST(most * -1 == least);
  BOOST_TEST(sr::Decimal(1, 17) + 1 == sr::Decimal::parse("100000000000000001"));
  BOOST_TEST(sr::Decimal(0, 64) + sr::Decimal(1, -64) == sr::Decimal(1, -64));
}

BOOST_AUTO_TEST_CASE(shifts_and_last_places) {
  BOOST_TEST(same_representation(sr::Decimal::parse("50.81").shifted(8), {5081, 6}));
  BOOST_TEST(same_representation(sr::Decimal(7).shifted(-2), {7, -2}));
  BOOST_TEST(same_representation(sr::Decimal(1, -64).shifted(128), {1, 64}));
  BOOST_TEST(same_representation(sr::Decimal::parse("7.0").last_place(), {1, -1}));
  BOOST_TEST(same_representation(sr::Decimal::parse("77400").last_place(), {1, 0}));
  BOOST_TEST(same_representation(sr::Decimal::parse("-0.25").last_place(), {1, -2}));
  for (const int power : {65, -65, 200, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}) {
    BOOST_TEST_CONTEXT(power) BOOST_CHECK_THROW((void)sr::Decimal(1).shifted(power), sr::DomainError);
  }
}

BOOST_AUTO_TEST_CASE(normal_form_has_no_trailing_zeros) {
  BOOST_TEST(same_representation(sr::Decimal::parse("7.0").normalized(), {7, 0}));
  BOOST_TEST(same_representation(sr::Decimal::parse("77400").normalized(), {774, 2}));
  BOOST_TEST(same_representation(sr::Decimal::parse("-0.250").normalized(), {-25, -2}));
  BOOST_TEST(same_representation(sr::Decimal(0, -5).normalized(), {0, 0}));
}

// Order -------------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(compares_by_value) {
  const auto parse = [](const char* text) { return sr::Decimal::parse(text); };
  BOOST_TEST(parse("7.0") == parse("7"));
  BOOST_TEST(parse("0.00") == parse("0"));
  BOOST_TEST(parse("0e5") == parse("0e-5"));
  BOOST_TEST(parse("774e2") == parse("77400.00"));
  BOOST_TEST(parse("7.0") != parse("7.1"));
  BOOST_TEST(parse("7") != parse("-7"));
  BOOST_TEST(parse("7") != parse("70"));
  const std::hash<sr::Decimal> hash;
  BOOST_TEST(hash(parse("7.0")) == hash(parse("7")));
  BOOST_TEST(hash(parse("0.00")) == hash(parse("0")));
  BOOST_TEST(hash(parse("774e2")) == hash(parse("77400")));
  BOOST_TEST(hash(parse("7")) != hash(parse("70")));
  BOOST_TEST(hash(parse("7")) != hash(parse("0.7")));
}

BOOST_AUTO_TEST_CASE(order_at_the_ends_of_the_range) {
  // Strictly ascending; every pair is compared both ways.
  std::vector<sr::Decimal> ascending;
  for (const char* text : {"-999999999999999999e64",
                           "-1e64",
                           "-999999999999999999",
                           "-1.00000000000000001",
                           "-1",
                           "-0.99999999999999999",
                           "-2e-64",
                           "-1e-64",
                           "0",
                           "1e-64",
                           "10e-64",
                           "0.99999999999999999",
                           "1",
                           "1.00000000000000001",
                           "9",
                           "10",
                           "11",
                           "999999999999999998",
                           "999999999999999999",
                           "1e18",
                           "1e64",
                           "999999999999999998e64",
                           "999999999999999999e64"}) {
    ascending.push_back(sr::Decimal::parse(text));
  }
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      BOOST_TEST_CONTEXT(ascending[i] << " and " << ascending[j]) {
        BOOST_CHECK((ascending[i] <=> ascending[j]) == (i <=> j));
        BOOST_CHECK((ascending[i] == ascending[j]) == (i == j));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(order_agrees_with_integers) {
  Source source;
  int equal = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::int64_t m = source.integer(99'999);
    const int e = source.between(-6, 3);
    std::int64_t n = source.integer(99'999);
    int f = source.between(-6, 3);
    // Neighbours and equal values in another form are rare by chance.
    if (i % 3 == 0) {
      const int zeros = source.between(0, 3);
      n = m * power_of_ten(zeros) + source.between(-1, 1);
      f = e - zeros;
    }
    const std::int64_t a = m * power_of_ten(e + 9);
    const std::int64_t b = n * power_of_ten(f + 9);
    const sr::Decimal x(m, e);
    const sr::Decimal y(n, f);
    BOOST_REQUIRE_MESSAGE((x <=> y) == (a <=> b), x << " and " << y);
    BOOST_REQUIRE((x == y) == (a == b));
    BOOST_REQUIRE((x < y) == (a < b));
    BOOST_REQUIRE((x >= y) == (a >= b));
    if (a == b) {
      ++equal;
      BOOST_REQUIRE(std::hash<sr::Decimal>{}(x) == std::hash<sr::Decimal>{}(y));
    }
  }
  BOOST_TEST(equal > 1000);
}

BOOST_AUTO_TEST_CASE(order_agrees_with_floating_point_over_the_whole_range) {
  Source source;
  std::vector<sr::Decimal> values;
  for (int i = 0; i < 400; ++i) values.emplace_back(source.integer(power_of_ten(18) - 1), source.between(-64, 64));
  std::sort(values.begin(), values.end());
  const auto approximate = [](const sr::Decimal& value) {
    return static_cast<long double>(value.mantissa()) * std::pow(10.0L, static_cast<long double>(value.exponent()));
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i; j < values.size(); ++j) {
      BOOST_REQUIRE(values[i] <= values[j]);
      const long double a = approximate(values[i]);
      const long double b = approximate(values[j]);
      // Where the doubles are clearly apart, the decimals are too and in the same order.
      if (b - a > 1e-12L * (std::abs(a) + std::abs(b))) BOOST_REQUIRE(values[i] < values[j]);
      BOOST_REQUIRE(a - b <= 1e-12L * (std::abs(a) + std::abs(b)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
