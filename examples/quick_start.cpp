// What a printed number can mean: 745 printed without decimals is any value from 744.5 to 745.5.

#include <iostream>

#include <shengzhou_report.hpp>

namespace sr = shengzhou_report;

int main() {
  const sr::Interval gdp(744.5, 745.5);
  const sr::Interval growth(0.0695, 0.0705);
  std::cout << "shengzhou_report " << sr::version << '\n';
  std::cout << "745 can mean " << gdp << ", and 7 % more of it " << gdp * (growth + 1) << '\n';
}
