#include <iostream>
#include <sstream>

#include <shengzhou_report.hpp>

shengzhou_report::Interval printed_745();

// Prints the version of the library, an interval that the other file made, and the embedded report.
int main() {
  std::ostringstream text;
  text << printed_745();
  std::cout << shengzhou_report::version << '\n' << text.str() << '\n' << shengzhou_report::shengzhou_2024() << '\n';
  return text.str() == "[744.5, 745.5]" ? 0 : 1;
}
