// indicator.hpp: the catalogue of indicators.
#include <shengzhou_report/indicator.hpp>

#include <shengzhou_report/error.hpp>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  // Any name finds it: Chinese, English, the id, a place before it.
  const sr::Indicator& gdp = sr::find_indicator("GDP");
  EXPECT(gdp.id == "gdp");
  EXPECT(sr::find_indicator("地区生产总值") == gdp);
  EXPECT(sr::find_indicator("云岭县生产总值") == gdp);

  // Levels at current prices, growth at constant ones.
  EXPECT(gdp.kind == sr::Kind::flow);
  EXPECT(gdp.topic == sr::Topic::accounts);
  EXPECT(gdp.level_basis == sr::PriceBasis::current);
  EXPECT(gdp.growth_basis == sr::PriceBasis::constant);
  EXPECT(std::string(sr::to_string(gdp.kind)) == "flow");
  EXPECT(std::string(sr::to_string(gdp.topic)) == "accounts");
  EXPECT(std::string(sr::to_string(gdp.growth_basis)) == "constant");

  // The key of its series, as SDMX writes keys.
  EXPECT(gdp.code() == "ACCOUNTS.GDP.FLOW.CNY.V");
  const auto aliases = gdp.aliases();
  EXPECT(std::find(aliases.begin(), aliases.end(), "生产总值") != aliases.end());

  // All of them; and what is not there.
  EXPECT(std::count(sr::catalogue().begin(), sr::catalogue().end(), gdp) == 1);
  EXPECT(sr::try_find_indicator("GDP") == &gdp);
  EXPECT(sr::try_find_indicator("no such thing") == nullptr);
  EXPECT(throws<sr::LookupError>([] { (void)sr::find_indicator("no such thing"); }));
  EXPECT(sr::suggest_indicators("地区生产总直", 1).size() == 1);
}
