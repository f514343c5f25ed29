// interval.hpp: what a rounded figure can mean, and arithmetic with it.
#include <shengzhou_report/interval.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const sr::Interval printed_745(744.5, 745.5);
  EXPECT(printed_745.lower() == 744.5);
  EXPECT(printed_745.upper() == 745.5);
  EXPECT(printed_745.midpoint() == 745);
  EXPECT(printed_745.width() == 1);
  EXPECT(printed_745.contains(745.5));
  EXPECT(printed_745.contains(sr::Interval(745, 745.25)));
  EXPECT(printed_745.overlaps(sr::Interval(745.5, 750)));

  // A number is the interval of itself.
  const sr::Interval one = 1.0;
  EXPECT(one == sr::Interval(1, 1));

  // Moore's arithmetic: every result that operands within their intervals can have.
  const sr::Interval a(1, 2);
  const sr::Interval b(-3, 4);
  EXPECT(a + b == sr::Interval(-2, 6));
  EXPECT(a - b == sr::Interval(-3, 5));
  EXPECT(a * b == sr::Interval(-6, 8));
  EXPECT(a / sr::Interval(2, 4) == sr::Interval(0.25, 1));
  EXPECT(-a == sr::Interval(-2, -1));
  EXPECT(throws<sr::DomainError>([&] { (void)(a / b); }));  // b contains zero

  // A comparison has three answers.
  EXPECT(sr::less(a, sr::Interval(3, 4)) == sr::Certainty::certain);
  EXPECT(sr::less(a, b) == sr::Certainty::possible);
  EXPECT(sr::less(sr::Interval(3, 4), a) == sr::Certainty::no);
  EXPECT(std::string(sr::to_string(sr::Certainty::possible)) == "possible");

  EXPECT(sr::to_string(printed_745) == "[744.5, 745.5]");
  EXPECT(printed(a) == "[1, 2]");
}
