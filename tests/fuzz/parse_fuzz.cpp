// libFuzzer target: any bytes give a Report or a ParseError, and what a Report says of the text holds.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/parse.hpp>

namespace sr = shengzhou_report;

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

/// Counts code points from where it stopped before: all spans of a report cost one pass over the text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::int64_t code_points(std::int64_t byte) {
    if (byte < at_) at_ = count_ = 0;
    for (; at_ < byte; ++at_) count_ += starts_character(at_) ? 1 : 0;
    return count_;
  }
  [[nodiscard]] bool starts_character(std::int64_t byte) const {
    return (static_cast<unsigned char>(text_[static_cast<std::size_t>(byte)]) & 0xC0U) != 0x80U;
  }

 private:
  std::string_view text_;
  std::int64_t at_ = 0;
  std::int64_t count_ = 0;
};

/// Whether a span lies in the text, on whole characters, and says the same place twice.
void check_span(const sr::Span& span, std::string_view text, Cursor& cursor) {
  const auto size = static_cast<std::int64_t>(text.size());
  require(0 <= span.begin && span.begin < span.end && span.end <= size, "a span lies in the text");
  require(cursor.starts_character(span.begin), "a span begins with a character");
  require(span.end == size || cursor.starts_character(span.end), "a span ends with a character");
  require(cursor.code_points(span.begin) == span.codepoint_begin, "both beginnings of a span agree");
  require(cursor.code_points(span.end) == span.codepoint_end, "both ends of a span agree");
}

/// How many bytes the digit at a byte has, ASCII or full width (EF BC 90 to 99); 0 where none begins.
std::size_t digit_at(std::string_view text, std::size_t byte) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (at(byte) >= '0' && at(byte) <= '9') return 1;
  return at(byte) == 0xEF && at(byte + 1) == 0xBC && at(byte + 2) >= 0x90 && at(byte + 2) <= 0x99 ? 3 : 0;
}

/// No digit is lost, and figures and skipped numbers share their whole span or nothing.
void check_coverage(const sr::Report& report, std::string_view text) {
  std::set<std::pair<std::int64_t, std::int64_t>> spans;
  std::vector<bool> held(text.size());
  const auto hold = [&](const sr::Span& span) {
    for (auto i = span.begin; i < span.end; ++i) held[static_cast<std::size_t>(i)] = true;
  };
  for (const sr::Statement& statement : report) {
    hold(statement.span);
    if (statement.quantity) spans.emplace(statement.span.begin, statement.span.end);
  }
  for (const sr::Skipped& skipped : report.skipped()) {
    hold(skipped.span);
    require(spans.emplace(skipped.span.begin, skipped.span.end).second, "no figure is skipped as well");
  }
  std::int64_t end = 0;
  for (const auto& [begin, stop] : spans) {
    require(end <= begin, "numbers keep apart");
    end = stop;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t size = digit_at(text, i);
    require(size == 0 || held[i], "a digit lies in a statement or is skipped");
  }
}

void check(const sr::Report& report, std::string_view text) {
  Cursor cursor(text);
  std::int64_t before = 0;
  for (const sr::Statement& statement : report) {
    check_span(statement.span, text, cursor);
    require(before <= statement.span.begin, "statements stand in the order of the text");
    before = statement.span.begin;
    require(!sr::to_string(statement).empty(), "a statement prints");
    if (statement.quantity) {
      const sr::Interval interval = statement.quantity->interval();
      require(interval.lower() <= interval.upper(), "a figure stands for some true value");
    }
  }
  Cursor again(text);
  before = 0;
  for (const sr::Skipped& skipped : report.skipped()) {
    check_span(skipped.span, text, again);
    require(before <= skipped.span.begin, "skipped numbers stand in the order of the text");
    require(!skipped.text.empty(), "a skipped number has a text");
    before = skipped.span.begin;
  }
  Cursor third(text);
  for (const sr::Commitment& commitment : report.commitments()) check_span(commitment.span, text, third);
  for (const sr::Section& section : report.info().sections) {
    const auto begin = static_cast<std::size_t>(section.span.begin);
    const auto size = static_cast<std::size_t>(section.span.end) - begin;
    require(report.text_of(section) == text.substr(begin, size), "the text of a section is a piece of the text");
  }
  check_coverage(report, text);
  require(sr::parse(text) == report, "a second reading says the same");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer gives the name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  try {
    check(sr::parse(text), text);
  } catch (const sr::ParseError& error) {
    require(error.offset() >= 0 && error.offset() <= static_cast<std::int64_t>(size),
            "the offset of a ParseError lies in the text");
  }
  return 0;
}
