// random.hpp: random numbers by address.
#include <shengzhou_report/random.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // The first known answer of Philox4x32-10 in Random123's kat_vectors.
  const auto block = sr::philox4x32({0, 0, 0, 0}, {0, 0});
  EXPECT(block[0] == 0x6627e8d5 && block[1] == 0xe169c58d && block[2] == 0xbc57ac4c && block[3] == 0x9b00dbd8);

  // The three normals of one period of one path: the same whatever was drawn before.
  double first[3];
  sr::standard_normals(1, 42, 5, first, 3);
  double other[3];
  sr::standard_normals(1, 43, 5, other, 3);
  double again[3];
  sr::standard_normals(1, 42, 5, again, 3);
  EXPECT(std::equal(first, first + 3, again));
  EXPECT(!std::equal(first, first + 3, other));
}
