// Where the library is header-only, check.hpp ends with definitions that need this file, so the guard stands behind it.

// What a row of the table of rules holds. The table stands in rules.ipp, behind the arithmetic that its rows name.

#include <span>
#include <vector>

#include <shengzhou_report/check.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CHECK_RULE_HPP
#define SHENGZHOU_REPORT_IMPL_CHECK_RULE_HPP

namespace shengzhou_report::detail::rules {

class Facts;
class Findings;
struct Around;

/// What is checked: a report, its parent report where there is one, and what a panel has around it.
struct Case {
  const Facts& facts;
  const CheckOptions& options;
  const Facts* parent;
  const Around* around = nullptr;
};

/// What a report says: of the year before, and of the year that it plans.
struct Example {
  const char* review;
  const char* plan = "";
};

struct Rule {
  const char* name;
  const char* description;
  Severity worst;
  void (*apply)(Findings&, const Case&);  ///< rows that come of one computation stand side by side and name it
  Example raises;
  Example silent;
  const char* parent = "";  ///< what the plan of the report above says, where the rule asks for one
  const char* before = "";  ///< what the place said in its report of the year before, where the rule asks for that
  const char* below = "";   ///< what a place below says in its report, where the rule asks for one
};

[[nodiscard]] std::span<const Rule> all_rules() noexcept;

/// What all rules find in a report. @throws DomainError  as `check` does.
[[nodiscard]] std::vector<Finding> findings_on(const Report& report, const CheckOptions& options, const Facts* parent,
                                               const Around* around);

}  // namespace shengzhou_report::detail::rules

#endif
