// Like a service: requests come line by line, several threads parse them, answers go out in the order of the requests.
//
//   service [THREADS] < requests.txt        a line is the text of a report, with \n written for its line breaks
//   service --test                          serves requests of its own and checks the answers; needs no input
//
// An answer is a line of JSON. The library keeps no state, so the threads share nothing but the queue of requests.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <shengzhou_report.hpp>

namespace sr = shengzhou_report;

namespace {

/// A text between quotes, as JSON writes it.
std::string quoted(const std::string& text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string with_line_breaks(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_break = line[i] == '\\' && i + 1 < line.size() && line[i + 1] == 'n';
    out += is_break ? '\n' : line[i];
    i += is_break;
  }
  return out;
}

/// The answer to one request: what the report is, its targets, and the rules that object. A bad request costs no other.
std::string answer(const std::string& request) {
  try {
    const sr::Report report = sr::parse(with_line_breaks(request));
    std::ostringstream out;
    out << "{\"place\": " << (report.info().place ? quoted(*report.info().place) : "null")
        << ", \"statements\": " << report.size() << ", \"targets\": [";
    const char* separator = "";
    for (const sr::Statement& statement : report) {
      if (statement.status != sr::Status::target) continue;
      std::ostringstream words;
      words << statement;
      out << separator << quoted(words.str());
      separator = ", ";
    }
    out << "], \"objections\": [";
    separator = "";
    for (const sr::Finding& finding : sr::check(report)) {
      if (finding.severity == sr::Severity::info) continue;
      out << separator << quoted(finding.rule);
      separator = ", ";
    }
    return out.str() + "]}";
  } catch (const sr::Error& error) {
    return "{\"error\": " + quoted(error.what()) + "}";
  }
}

/// Answers in the order of the requests; each thread takes the next request that nobody has taken.
std::vector<std::string> serve(const std::vector<std::string>& requests, unsigned threads) {
  std::vector<std::string> answers(requests.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < requests.size(); i = next++) answers[i] = answer(requests[i]);
  };
  std::vector<std::thread> pool;
  for (unsigned i = 0; i < threads; ++i) pool.emplace_back(work);
  for (std::thread& thread : pool) thread.join();
  return answers;
}

/// Many requests, all different, give in eight threads what they give in one.
int test() {
  std::vector<std::string> requests;
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(100 + i);
    requests.push_back("甲县2024年政府工作报告\\n一、2023年工作回顾\\n地区生产总值" + number +
                       "亿元，增长6.5%。\\n二、2024年工作安排\\n地区生产总值增长7%左右，粮食产量" + number +
                       "万吨以上。");
  }
  requests.push_back("\xff is no UTF-8");
  const std::vector<std::string> together = serve(requests, 8);
  if (together != serve(requests, 1)) return std::cerr << "threads change the answers\n", 1;
  const std::string target = "粮食产量 level ≥499万吨 (target 2024)";
  if (together[399].find(target) == std::string::npos) return std::cerr << together[399] << '\n', 1;
  if (together[400].find("\"error\"") == std::string::npos) return std::cerr << together[400] << '\n', 1;
  std::cout << together[399] << '\n' << together[400] << '\n';
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 2 && std::string(arguments[1]) == "--test") return test();
  const unsigned usual = std::max(1U, std::thread::hardware_concurrency());
  unsigned threads = usual;
  if (count == 2 && !(std::istringstream(arguments[1]) >> threads && threads >= 1 && threads <= 256)) {
    std::cerr << "threads: a number from 1 to 256, not '" << arguments[1] << "'\n";
    return 2;
  }
  std::vector<std::string> requests;
  for (std::string line; std::getline(std::cin, line);) requests.push_back(line);
  for (const std::string& line : serve(requests, threads)) std::cout << line << '\n';
}
