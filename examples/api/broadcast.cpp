// broadcast.hpp: functions of your own on arrays, with the rules and the errors of those of the library.
#include <shengzhou_report/broadcast.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

/// Takes whatever Eigen holds as a contiguous column, without a copy.
double total(const sr::ArrayRef& x) { return x.sum(); }

/// Both ArrayXd and expressions of it are arguments.
static_assert(sr::ArrayArgument<Eigen::ArrayXd>);
static_assert(!sr::ArrayArgument<std::string>);

int main() {
  const Eigen::ArrayXd x{{1, 2, 3}};
  const Eigen::ArrayXd ten{{10}};
  EXPECT(total(x.head(2)) == 3);

  // An array of one number stands for that number everywhere.
  EXPECT(sr::broadcast_size({3, 1}) == 3);
  EXPECT(throws<sr::DomainError>([] { (void)sr::broadcast_size({3, 2}); }));

  const auto sum = [](double a, double b) { return a + b; };
  EXPECT((sr::broadcast(sum, x, ten) == x + 10).all());

  Eigen::ArrayXd out(3);
  sr::broadcast_into(out, sum, x, ten);
  EXPECT(out[2] == 13);

  // Element by element; an error says at which.
  double last = 0;
  sr::broadcast_each([&](Eigen::Index i, double a, double b) { last = static_cast<double>(i) + a + b; }, x, ten);
  EXPECT(last == 15);
}
