// number.hpp: numbers as texts print them.
#include <shengzhou_report/number.hpp>

#include <vector>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Characters and digits, with bound and unit.
  EXPECT(sr::read_number("三亿二千万").value == sr::Decimal(320000000));
  EXPECT(sr::read_number("百分之七点五").unit == "%");
  const sr::Number about = sr::read_number("10家左右");
  EXPECT(about.bound == sr::Bound::about && about.unit == "家");
  EXPECT(*sr::read_number("8到10家").upper == sr::Decimal(10));
  EXPECT(throws<sr::ParseError>([] { (void)sr::read_number("一切"); }));

  // All of a text, with their places in it.
  const std::vector<sr::Number> numbers = sr::find_numbers("新建3座桥，长五十米");
  EXPECT(numbers.size() == 2);
  EXPECT(numbers[0].span.codepoint_begin == 2);
  EXPECT(sr::to_string(numbers[1]) == "五十米");
  EXPECT(printed(numbers[0]) == "3座");
}
