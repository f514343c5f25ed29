#include "rooms.hpp"

namespace {

/// What comes of a whole text: every statement as it prints.
std::string describe_statements(const std::string& text) {
  const auto report = rooms::sr::parse(text);
  return rooms::joined(report.statements(), "¦", [](const auto& statement) { return rooms::sr::to_string(statement); });
}

/// What comes of a sentence of a report's review, and of one of its plan: behind 计划: in the table.
std::string in_report(const std::string& sentence) {
  const std::string mark = "计划:";
  const bool plan = sentence.starts_with(mark);
  const std::string own = plan ? sentence.substr(mark.size()) : sentence;
  return describe_statements("甲县2024年政府工作报告\n各位代表:\n一、2023年工作回顾\n" + (plan ? "稳中有进。" : own) +
                             "\n二、2024年工作安排\n" + (plan ? own : "稳字当头。"));
}

}  // namespace

ROOM_TEST(statements, in_report)
ROOM_TEST(documents, describe_statements)
