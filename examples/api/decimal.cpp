// decimal.hpp: numbers as printed, exact.
#include <shengzhou_report/decimal.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // From text, from digits and a power of ten, from an int, from a double.
  const sr::Decimal rate = sr::Decimal::parse("7.0");
  EXPECT(rate.mantissa() == 70);
  EXPECT(rate.exponent() == -1);
  EXPECT(sr::Decimal(70, -1) == rate);
  EXPECT(sr::Decimal(7) == rate);  // equal by value, though 7.0 promises one digit more
  EXPECT(sr::Decimal::from_double(0.1) == sr::Decimal(1, -1));
  EXPECT(rate.to_double() == 7.0);

  // The last digit printed, and the number without trailing zeros.
  EXPECT(rate.last_place() == sr::Decimal(1, -1));
  EXPECT(rate.normalized().exponent() == 0);
  EXPECT(rate.shifted(2) == sr::Decimal(700));

  // Exact: in binary, 0.1 + 0.2 is not 0.3.
  EXPECT(sr::Decimal::parse("0.1") + sr::Decimal::parse("0.2") == sr::Decimal::parse("0.3"));
  EXPECT(sr::Decimal(5) - sr::Decimal(7) == -sr::Decimal(2));
  EXPECT(sr::Decimal::parse("1.05") * sr::Decimal(2) == sr::Decimal::parse("2.1"));
  EXPECT(sr::Decimal(2) < rate);

  // Rounding as GB/T 8170: half to the even neighbour, or away from zero as most reports print.
  const sr::Decimal half = sr::Decimal::parse("2.5");
  EXPECT(sr::round(half, sr::Decimal(1)) == sr::Decimal(2));
  EXPECT(sr::round(half, sr::Decimal(1), sr::Rounding::half_up) == sr::Decimal(3));
  EXPECT(std::string(sr::to_string(sr::Rounding::half_up)) == "half_up");

  // Plain digits, the zeros kept.
  EXPECT(sr::to_string(rate) == "7.0");
  EXPECT(printed(sr::Decimal(774, 2)) == "77400");
  EXPECT(throws<sr::ParseError>([] { (void)sr::Decimal::parse("seven"); }));
}
