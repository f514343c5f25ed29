// rate.hpp: rates are fractions, and per cent for one is refused.
#include <shengzhou_report/rate.hpp>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/growth.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // 6 would be 600 %.
  const auto grow = [] { return sr::compound(100, 6); };
  EXPECT(throws<sr::DomainError>(grow));
  EXPECT(near(sr::compound(100, 0.06), 106));

  // Where growth is as large as that: seven times as much.
  {
    const sr::LargeRates allowed = sr::LargeRates();
    EXPECT(near(grow(), 700));
  }
  EXPECT(throws<sr::DomainError>(grow));
}
