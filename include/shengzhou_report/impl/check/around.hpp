// Where the library is header-only, check.hpp ends with definitions that need this file, so the guard stands behind it.

// What a panel has around a report: what its place stated before, and the places below it.

#include <map>
#include <string>
#include <vector>

#include <shengzhou_report/impl/check/facts.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CHECK_AROUND_HPP
#define SHENGZHOU_REPORT_IMPL_CHECK_AROUND_HPP

namespace shengzhou_report::detail::rules {

/// A figure, and the document that states it.
struct Stated {
  const Statement* statement;
  const Report* report;
};

/// By indicator and year, each as it was stated last.
using Record = std::map<Key, Stated>;

struct Around {
  Record levels;                    ///< outcomes that earlier documents of the place state
  Record growths;                   ///< the same of growth over the year before
  std::vector<const Facts*> below;  ///< documents of the same kind and year of the places right below
  bool complete = false;            ///< whether they are all that there are

  /// Takes what a document states into the record.
  void enter(const Facts& facts) {
    for (const Statement* level : facts.levels()) put(levels, *level, facts.report());
    for (const Statement* growth : facts.growths()) put(growths, *growth, facts.report());
  }

 private:
  static void put(Record& record, const Statement& statement, const Report& report) {
    if (statement.status == Status::target) return;
    record[{statement.indicator_id, year_of(statement), false}] = {&statement, &report};
  }
};

}  // namespace shengzhou_report::detail::rules

#endif
