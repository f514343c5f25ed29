// error.hpp: what is thrown, and what to catch.
#include <shengzhou_report/error.hpp>

#include <stdexcept>

#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/parse.hpp>
#include <shengzhou_report/unit.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // A number outside the domain of a formula: a level below zero.
  EXPECT(throws<sr::DomainError>([] { (void)sr::growth_rate(-1.0, 2.0); }));

  // A unit that cannot be read, and two that do not fit together.
  EXPECT(throws<sr::UnitError>([] { (void)sr::Unit("12"); }));
  EXPECT(throws<sr::UnitError>([] { (void)sr::conversion_factor(sr::Unit("亩"), sr::Unit("元")); }));

  // A name that nothing answers to; the message suggests near ones.
  EXPECT(throws<sr::LookupError>([] { (void)sr::find_indicator("no such thing"); }));

  // Text that cannot be read says where: its second byte is no UTF-8.
  try {
    (void)sr::parse("5\xff");
    EXPECT(false);
  } catch (const sr::ParseError& error) {
    EXPECT(error.offset() == 1);
  }
  EXPECT(sr::ParseError("no number", 3).offset() == 3);

  // One base for all of them, which is a std::runtime_error.
  EXPECT(throws<sr::Error>([] { (void)sr::Unit("12"); }));
  EXPECT(throws<std::runtime_error>([] { (void)sr::find_indicator("no such thing"); }));
}
