// How fast parse() reads reports: bytes to complete Report, one core, beside a plain pass over the bytes.
//
//   parse_bench [FOLDER]    FOLDER holds *.txt; without it ../shared/reports, or invented text where that is absent

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <shengzhou_report/parse.hpp>

namespace sr = shengzhou_report;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t work = 30'000'000;  // bytes per round
constexpr int rounds = 7;

std::string invented_report() {
  std::string text = "2031年云岭市政府工作报告\n各位代表：\n一、2030年工作回顾\n";
  for (int part = 0; part < 2; ++part) {
    if (part == 1) text += "二、2031年工作安排\n主要预期目标是：地区生产总值增长6%左右，出口增长8%以上。\n";
    for (int i = 1; i <= 60; ++i) {
      const std::string n = std::to_string(part * 100 + i);
      for (const char* piece :
           {"产业结构不断优化，发展基础更加牢固，营商环境持续改善，群众办事更加便捷。工业投资完成",
            ".4亿元，同比增长7.", "%，其中技改投资", "亿元；新建口袋公园",
            "个以上，改造老旧小区28个，惠及群众1.3万多人。出口、进口分别增长4.1%和2.6%，居全省第"}) {
        text.append(piece).append(n);
      }
      text += "位。社会大局保持和谐稳定，干部作风明显好转。\n";
    }
  }
  return text;
}

std::vector<std::string> corpus(int argc, char** argv) {
  std::vector<std::string> texts;
  const std::vector<fs::path> folders =
      argc > 1
          ? std::vector<fs::path>{argv[1]}
          : std::vector<fs::path>{fs::path(__FILE__).parent_path() / "../../../shared/reports", "../shared/reports"};
  for (const auto& folder : folders) {
    std::error_code none;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (!texts.empty()) return texts;
  }
  return {invented_report()};
}

template <class Run>
double seconds(Run run) {
  const auto begin = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> texts = corpus(argc, argv);
  std::size_t once = 0;
  for (const auto& text : texts) once += text.size();
  const std::size_t repeats = std::max<std::size_t>(work / once, 1);
  const double megabytes = static_cast<double>(once * repeats) / 1e6;

  std::int64_t statements = 0;
  std::size_t skipped = 0;
  std::uint64_t sum = 0;
  std::vector<double> parsing;
  std::vector<double> reading;
  for (int round = 0; round <= rounds; ++round) {
    statements = 0;
    skipped = 0;
    const double parse = seconds([&] {
      for (std::size_t i = 0; i < repeats; ++i) {
        for (const auto& text : texts) {
          const sr::Report report = sr::parse(text);
          statements += report.size();
          skipped += report.skipped().size();
        }
      }
    });
    const double read = seconds([&] {
      for (std::size_t i = 0; i < repeats; ++i) {
        for (const auto& text : texts) {
          for (const char c : text) sum += static_cast<unsigned char>(c);
        }
      }
    });
    if (round == 0) continue;  // the first one warms up
    parsing.push_back(parse);
    reading.push_back(read);
  }
  const double per_round = median(parsing);
  std::printf("%zu texts, %.0f kB, %zu times: %.1f MB; medians of %d rounds\n", texts.size(),
              static_cast<double>(once) / 1e3, repeats, megabytes, rounds);
  std::printf("parse to Report  %8.1f MB/s  %lld statements and %zu skipped numbers, %.2f us each\n",
              megabytes / per_round, static_cast<long long>(statements), skipped,
              1e6 * per_round / static_cast<double>(statements + static_cast<std::int64_t>(skipped)));
  std::printf("sum of all bytes %8.1f MB/s  %.0f times as fast (%llu)\n", megabytes / median(reading),
              per_round / median(reading), static_cast<unsigned long long>(sum % 10));

  // Twice the text: of paragraphs, since a second title or glossary would make it another report.
  const std::string base = invented_report();
  std::string text;
  while (text.size() < 500'000) text += base.substr(base.find('\n') + 1);
  for (double before = 0; text.size() < 10'000'000; text += std::string(text)) {
    std::vector<double> times;
    times.reserve(5);
    for (int round = 0; round < 5; ++round) times.push_back(seconds([&] { static_cast<void>(sr::parse(text)); }));
    const double time = median(times);
    std::printf("one text of %5.2f MB: %8.2f ms", static_cast<double>(text.size()) / 1e6, 1e3 * time);
    if (before > 0) std::printf(", %.2f times its half", time / before);
    std::printf("\n");
    before = time;
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
