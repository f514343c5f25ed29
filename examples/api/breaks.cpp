// breaks.hpp: years from which a figure is not what it was before.
#include <shengzhou_report/breaks.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // The survey of households is one for town and country since 2013; net income became disposable income.
  const std::vector<sr::SeriesBreak> breaks = sr::series_breaks("农村居民人均可支配收入");
  EXPECT(breaks.size() == 1 && breaks.front().year == 2013);
  EXPECT(breaks.front().kind == sr::BreakKind::redefinition && !breaks.front().note.empty());
  EXPECT(std::string(sr::to_string(breaks.front().kind)) == "redefinition");
}
