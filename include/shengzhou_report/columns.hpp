#pragma once

#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/impl/separators.hpp>
#include <shengzhou_report/words.hpp>

/// Statements as a table, one row a statement: what data frames, Arrow and files of tables have in common.
namespace shengzhou_report {

/// What the cells of a column are.
enum class ColumnType {
  text,      ///< UTF-8
  word,      ///< a word of an enumeration
  number,    ///< a double
  year,      ///< 32 bits
  position,  ///< a place in the text, 64 bits
};

template <>
struct Words<ColumnType> {
  static constexpr const char* enumeration = "ColumnType";
  using enum ColumnType;
  static constexpr EnumWord<ColumnType> table[] = {
      {text, "text"}, {word, "word"}, {number, "number"}, {year, "year"}, {position, "position"}};
};

/// A column of the table of statements.
struct Column {
  std::string_view name;  ///< "indicator", "value"
  ColumnType type;        ///< what its cells are
  bool nullable;          ///< whether a cell may be missing
  friend bool operator==(const Column&, const Column&) = default;
};

/// The columns of every table of statements, in their order. First what a reader wants to know: `value` as printed,
/// `base_value` without 万 and 亿, growth in per cent; `modality` is empty where it is firm. Then, from `printed` on,
/// what keeps a statement exact.
[[nodiscard]] const std::vector<Column>& statement_columns();

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/columns.ipp>
#endif
