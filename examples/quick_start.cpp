// The main job in C++: read the embedded report, compute with its growth and its urban-rural income ratio.
#include <iostream>

#include <shengzhou_report.hpp>

namespace sr = shengzhou_report;

int main() {
  const sr::Report& report = sr::shengzhou_2024();
  std::cout << report << '\n';

  // Any name of an indicator finds it; a figure knows what its rounding hides.
  const sr::Report gdp = report.select("GDP");
  const sr::Quantity level = *gdp.at({.measure = sr::Measure::level}).quantity;
  const sr::Quantity growth = *gdp.at({.measure = sr::Measure::growth, .status = {sr::Status::estimate}}).quantity;
  std::cout << level << " at +" << growth << " was " << sr::implied_base(level.interval(), growth.rate_interval())
            << " at constant prices\n";

  for (const sr::ImpliedLevel& implied : sr::implied_levels(report)) std::cout << implied << '\n';

  const auto figure = [&](const char* name, sr::Measure measure) {
    return *report.at({.indicator = name, .measure = measure}).quantity;
  };
  const sr::Quantity urban = figure("城镇居民人均可支配收入", sr::Measure::level);
  const sr::Quantity rural = figure("农村居民人均可支配收入", sr::Measure::level);
  const sr::Quantity urban_growth = figure("城镇居民人均可支配收入", sr::Measure::growth);
  const sr::Quantity rural_growth = figure("农村居民人均可支配收入", sr::Measure::growth);

  std::cout << "income ratio " << sr::income_ratio(urban.interval(), rural.interval()) << ", narrowing: "
            << sr::to_string(sr::is_narrowing(urban_growth.rate_interval(), rural_growth.rate_interval())) << '\n';

  const double ratio = sr::income_ratio(urban.value().to_double(), rural.value().to_double());
  for (const double target : {1.75, 1.70, 1.60}) {
    std::cout << target << ": " << sr::years_to_ratio(ratio, urban_growth.rate(), rural_growth.rate(), target) << '\n';
  }
  std::cout << "gap: "
            << sr::gap_peak(urban.value().to_double(), rural.value().to_double(), urban_growth.rate(),
                            rural_growth.rate())
            << '\n';
}
