#include <shengzhou_report.hpp>

shengzhou_report::Interval printed_745();

shengzhou_report::Interval printed_745() { return shengzhou_report::Interval(744, 745) + 0.5; }
