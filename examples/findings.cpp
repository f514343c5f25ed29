// A tool: reads reports (UTF-8 text) and prints what their arithmetic says, the most serious first.
//
//   findings [FILE ...]        without a file: the embedded report
//
// Exit code 0: no error among the findings. 1: at least one. 2: a file could not be read.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <shengzhou_report.hpp>

namespace sr = shengzhou_report;

namespace {

/// Prints the findings of a report; whether one of them is an error.
bool print(const std::string& name, const sr::Report& report) {
  std::vector<sr::Finding> findings = sr::check(report);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const sr::Finding& a, const sr::Finding& b) { return a.severity > b.severity; });
  std::cout << name << ": " << report << '\n';
  for (const sr::Finding& finding : findings) std::cout << "  " << finding << '\n';
  return !findings.empty() && findings.front().severity == sr::Severity::error;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 1) return print("embedded", sr::shengzhou_2024()) ? 1 : 0;
  bool wrong = false, unread = false;
  for (const std::string& name : std::vector<std::string>(arguments + 1, arguments + count)) {
    std::ifstream file(name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
      std::cerr << name << ": cannot be read\n";
      unread = true;
      continue;
    }
    try {
      wrong |= print(name, sr::parse(text));
    } catch (const sr::ParseError& error) {  // not UTF-8; the message says where, and what to do
      std::cerr << name << ": " << error.what() << '\n';
      unread = true;
    }
  }
  return unread ? 2 : wrong ? 1 : 0;
}
