// version.hpp: which library this is.
#include <shengzhou_report/version.hpp>

#include <string_view>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Major, minor and patch: two points.
  const std::string_view version = sr::version;
  EXPECT(std::count(version.begin(), version.end(), '.') == 2);
}
