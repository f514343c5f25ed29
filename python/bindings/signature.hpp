#pragma once

// The signatures that a message of pybind11 lists: "    1. (self: …, year: int | None = None) -> …".

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct Parameter {
  std::string name;
  std::string type;
  bool is_required;
  bool is_by_name;  // behind the star: by keyword only
};

using Signature = std::vector<Parameter>;

/// The pieces of `text` between the marks that stand in no brackets, without the blanks around them.
inline std::vector<std::string_view> split_outside_brackets(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> pieces;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (depth != 0 || text.substr(i, mark.size()) != mark) continue;
    pieces.push_back(text.substr(begin, i - begin));
    begin = i + mark.size();
  }
  pieces.push_back(text.substr(begin));
  for (std::string_view& piece : pieces) {
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
  }
  return pieces;
}

/// What stands in the first brackets of a line.
inline std::string_view in_brackets(std::string_view line) {
  const std::size_t open = line.find('(');
  if (open == std::string_view::npos) return {};
  int depth = 0;
  for (std::size_t i = open; i < line.size(); ++i) {
    if (line[i] == '(' || line[i] == '[' || line[i] == '{') ++depth;
    if (line[i] == ')' || line[i] == ']' || line[i] == '}') --depth;
    if (depth == 0) return line.substr(open + 1, i - open - 1);
  }
  return {};
}

/// One signature from what stands in its brackets.
inline Signature signature_of(std::string_view text) {
  Signature signature;
  bool by_name = false;
  for (const std::string_view piece : split_outside_brackets(text, ",")) {
    if (piece == "*") by_name = true;
    if (piece.empty() || piece.front() == '*' || piece == "/") continue;
    const std::size_t colon = piece.find(": ");
    const std::string_view rest = colon == std::string_view::npos ? std::string_view() : piece.substr(colon + 2);
    const std::vector<std::string_view> parts = split_outside_brackets(rest, " = ");
    signature.push_back({std::string(piece.substr(0, colon)), std::string(parts.front()), parts.size() == 1, by_name});
  }
  return signature;
}

/// All signatures of a message; what the caller passed, which stands behind them, is not looked at.
inline std::vector<Signature> signatures_in(std::string_view message) {
  message = message.substr(0, message.find("\n\nInvoked with: "));
  std::vector<Signature> signatures;
  for (std::size_t line = message.find("\n    "); line != std::string_view::npos;
       line = message.find("\n    ", line + 1)) {
    const std::string_view here = message.substr(line + 1, message.find('\n', line + 1) - line - 1);
    if (here.find(". ") < here.find('(')) signatures.push_back(signature_of(in_brackets(here)));
  }
  return signatures;
}

/// What is called: a function by its name, a constructor by that of its class, "    1. shengzhou_report.Unit(text: …".
inline std::string called_in(const std::string& message) {
  const std::string name = message.substr(0, message.find('('));
  const std::size_t line = message.find("\n    1. ");
  if (name != "__init__" || line == std::string::npos) return name;
  const std::string type = message.substr(line + 8, message.find('(', line) - line - 8);
  return type.substr(type.rfind('.') + 1);
}
