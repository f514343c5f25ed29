// The other file takes in all there is.
#include <shengzhou_report/report.hpp>

shengzhou_report::Interval printed_745();

shengzhou_report::Interval printed_745() {
  return shengzhou_report::shengzhou_2024()
      .at({.indicator = "GDP", .measure = shengzhou_report::Measure::level})
      .quantity->interval();
}
