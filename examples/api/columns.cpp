// columns.hpp: statements as a table, one row a statement.
#include <shengzhou_report/columns.hpp>

#include <algorithm>
#include <string>

#include "expect.hpp"

namespace sr = shengzhou_report;

int main() {
  const auto& columns = sr::statement_columns();
  EXPECT(columns.front() == (sr::Column{"indicator", sr::ColumnType::text, false}));
  const auto value = std::find_if(columns.begin(), columns.end(), [](const auto& c) { return c.name == "value"; });
  EXPECT(value->type == sr::ColumnType::number && value->nullable);  // a promise has no number
  EXPECT(std::string(sr::to_string(value->type)) == "number");

  // What stands between the headings and between the words of one cell.
  EXPECT(sr::section_separator == " / " && sr::doubt_separator == " ");
}
