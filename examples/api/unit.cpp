// unit.hpp: units as reports print them, with exact sizes.
#include <shengzhou_report/unit.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // 亿元 is 10^8 yuan; a unit keeps its printed form.
  const sr::Unit unit("亿元");
  EXPECT(unit.symbol() == "亿元");
  EXPECT(unit.magnitude() == 8);
  EXPECT(unit.base() == sr::Unit("元"));
  EXPECT(unit.scale().to_double() == 1e8);
  EXPECT(unit.scale() == (sr::Scale{.numerator = 1, .denominator = 1, .exponent = 8}));
  EXPECT(unit.is_compatible(sr::Unit("万元")));

  // A dimension is a product of powers.
  const sr::Dimension density{{.name = "kg", .exponent = 1}, {.name = "m", .exponent = -3}};
  EXPECT(sr::Unit("千克/立方米").dimension() == density);
  EXPECT(density.front() == (sr::DimensionFactor{.name = "kg", .exponent = 1}));
  EXPECT(sr::to_string(density) == "kg*m^-3");
  EXPECT(sr::Unit().dimension().empty());  // a pure number

  // Shares and differences of shares do not mix.
  EXPECT(sr::Unit("%").is_ratio());
  EXPECT(sr::Unit("个百分点").is_point());
  EXPECT(!sr::Unit("%").is_compatible(sr::Unit("个百分点")));

  // Products and quotients.
  EXPECT(sr::Unit("元") / sr::Unit("人") == sr::Unit("元/人"));
  EXPECT(sr::Unit("千瓦") * sr::Unit("小时") == sr::Unit("千瓦·小时"));

  // Conversion is exact: 1 亿元 are 10^4 万元, 15 亩 are one hectare.
  EXPECT(sr::conversion_factor(unit, sr::Unit("万元")).to_double() == 1e4);
  EXPECT(sr::convert(sr::Decimal(745), unit, sr::Unit("万元")) == sr::Decimal(7450000));
  EXPECT(sr::convert(sr::Decimal(745), sr::conversion_factor(unit, sr::Unit("万元"))) == sr::Decimal(7450000));
  EXPECT(near(sr::convert(15.0, sr::Unit("亩"), sr::Unit("公顷")), 1));
  EXPECT(throws<sr::UnitError>([&] { (void)sr::convert(1.0, unit, sr::Unit("亩")); }));

  EXPECT(sr::to_string(unit) == "亿元");
  EXPECT(printed(unit) == "亿元");
}
