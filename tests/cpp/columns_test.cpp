#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <shengzhou_report/columns.hpp>
#include <shengzhou_report/impl/columns.hpp>
#include <shengzhou_report/impl/statement_fields.hpp>
#include <shengzhou_report/report.hpp>

namespace sr = shengzhou_report;

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(every_field_has_a_column) {
  std::set<std::string> names;
  for (const sr::Column& column : sr::statement_columns()) BOOST_TEST(names.insert(std::string(column.name)).second);
  const auto check = [&](const auto& field) {
    // The figure goes into several.
    if (std::string(field.name) != "quantity") BOOST_TEST(names.count(field.name) == 1U, field.name);
  };
  std::apply([&](const auto&... field) { (check(field), ...); }, sr::detail::statement_fields);
  for (const char* part : {"value", "unit", "base_value", "base_unit", "bound", "printed", "step", "printed_upper"})
    BOOST_TEST(names.count(part) == 1U, part);
}

BOOST_AUTO_TEST_CASE(what_may_be_missing) {
  const std::set<std::string> nullable{"value", "unit",    "base_value", "base_unit",     "bound",       "year",
                                       "step",  "printed", "base_year",  "printed_upper", "stated_basis"};
  for (const sr::Column& column : sr::statement_columns())
    BOOST_TEST(column.nullable == (nullable.count(std::string(column.name)) == 1), column.name);
}

BOOST_AUTO_TEST_CASE(figures_without_magnitudes_are_those_of_base) {
  sr::detail::BaseFigures figures;
  for (const sr::Statement& statement : sr::shengzhou_2024()) {
    if (!statement.quantity) continue;
    const bool percent = statement.measure == sr::Measure::growth && statement.quantity->unit().is_ratio();
    const sr::Quantity base = percent ? statement.quantity->to(sr::Unit("%")) : statement.quantity->base();
    const auto cell = figures(statement);
    BOOST_TEST(cell.value == base.value().to_double());
    BOOST_TEST(cell.unit == base.unit().symbol());
  }
}

BOOST_AUTO_TEST_SUITE_END()
