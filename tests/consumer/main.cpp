#include <iostream>
#include <sstream>

#include <shengzhou_report.hpp>

shengzhou_report::Interval printed_745();

// Prints the version of the library and an interval that the other file made.
int main() {
  std::ostringstream text;
  text << printed_745();
  std::cout << shengzhou_report::version << '\n' << text.str() << '\n';
  return text.str() == "[744.5, 745.5]" ? 0 : 1;
}
