#pragma once

#include <shengzhou_report/columns.hpp>
#include <shengzhou_report/impl/columns.hpp>

namespace shengzhou_report {

namespace detail {

/// Lists the columns.
struct ListColumns {
  std::vector<Column> columns;

  void text(const char* name, bool nullable, const auto& /*cell*/) { add(name, ColumnType::text, nullable); }
  void word(const char* name, bool nullable, std::span<const char* const> /*words*/, const auto& /*cell*/) {
    add(name, ColumnType::word, nullable);
  }
  void number(const char* name, bool nullable, const auto& /*cell*/) { add(name, ColumnType::number, nullable); }
  void year(const char* name, bool nullable, const auto& /*cell*/) { add(name, ColumnType::year, nullable); }
  void position(const char* name, bool nullable, const auto& /*cell*/) { add(name, ColumnType::position, nullable); }

 private:
  void add(const char* name, ColumnType type, bool nullable) { columns.push_back({name, type, nullable}); }
};

}  // namespace detail

SHENGZHOU_REPORT_INLINE const std::vector<Column>& statement_columns() {
  static const std::vector<Column> columns = [] {
    detail::ListColumns list;
    detail::visit_columns({}, list);
    return list.columns;
  }();
  return columns;
}

}  // namespace shengzhou_report
