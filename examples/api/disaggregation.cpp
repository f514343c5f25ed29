// disaggregation.hpp: yearly figures into quarters that add up to them.
#include <shengzhou_report/disaggregation.hpp>

#include <limits>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  using Array = Eigen::ArrayXd;
  const Array years{{20, 52}};
  const Array indicator{{1, 2, 3, 4, 5, 6, 7, 8}};  // sums of 10 and 26

  // Proportional: 20 / 10 and 52 / 26 are 2, so every quarter is twice its indicator.
  EXPECT(near(sr::denton_cholette(years, indicator, 4)[7], 16));

  // Additive: what lacks is spread evenly. 10 and 26 with an indicator of one less a quarter.
  const sr::DentonOptions additive{.movement = sr::Movement::additive, .conversion = sr::Conversion::sum};
  EXPECT(near(sr::denton_cholette(Array{{10, 26}}, indicator - 1, 4, additive)[0], 1));

  // Without an indicator, as smooth as the years allow; means of 3 and 3 are 3 throughout.
  EXPECT(near(sr::denton_cholette(Array{{3, 3}}, 4, sr::Conversion::mean)[5], 3));
  EXPECT(std::string(sr::to_string(sr::Conversion::mean)) == "mean");
  EXPECT(std::string(sr::to_string(additive.movement)) == "additive");

  // By regression on the indicator: here exactly twice of it, without a constant.
  const sr::RegressionOptions options{.rho = 0.5, .constant = false};
  const sr::Disaggregation fit = sr::chow_lin(years, indicator, 4, options);
  EXPECT(near(fit.coefficients[0], 2, 1e-9) && near(fit.series[7], 16, 1e-9) && fit.rho == 0.5);
  EXPECT(printed(fit).find("8 periods") == 0);
  // The same where residuals drift: with steps that persist, and without.
  EXPECT(near(sr::litterman(years, indicator, 4, options).series[7], 16, 1e-9));
  const sr::FernandezOptions without_constant{.constant = false};
  EXPECT(near(sr::fernandez(years, indicator, 4, without_constant).series[7], 16, 1e-9));
}
