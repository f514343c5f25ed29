#pragma once

// A room: rows. The cells of a table of indicators become figures with name, unit and time, and statements.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/columns.ipp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>
#include <shengzhou_report/impl/parse/identity.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/statements.ipp>
#include <shengzhou_report/impl/parse/tables.ipp>

namespace shengzhou_report::detail::parser {

/// Reads the rows of tables of indicators.
class Rows {
 public:
  Rows(View text, const Units& units, Composed& composed, const Figures& figures, const Identity& identity,
       Statements& statements)
      : text_(text),
        units_(&units),
        composed_(&composed),
        numerals_(text, units, composed),
        figures_(&figures),
        identity_(&identity),
        statements_(&statements) {}

  /// The figures of a table, cell by cell.
  void read(const Table& table, const std::vector<Line>& lines, const Context& context) {
    context_ = &context;
    for (std::size_t i = table.first; i < table.body; ++i) leave(lines[i].begin, lines[i].end, SkipReason::year);
    View above;  // the name of the row before, which a merged cell has left out
    for (std::size_t i = table.body; i < table.last; ++i) {
      const std::vector<Cell> cells = cells_of(text_, lines[i]);
      Row row;
      for (std::size_t k = 0; k < cells.size(); ++k) {
        const Column* column = k < table.columns.size() ? &table.columns[k] : nullptr;
        const View text = text_.substr(cells[k].begin, cells[k].end - cells[k].begin);
        if (column != nullptr && column->role == ColumnRole::unit && !text.empty()) row.unit = plain_cell(text);
        const bool starts = column != nullptr && column->role == ColumnRole::name && !column->shadow;
        if (starts && !text.empty()) {
          std::u32string unit;
          const std::u32string name = row_name(text, *units_, unit);
          above = name.size() <= longest_row_name ? composed_->join(name, {}) : View();
          if (!unit.empty()) row.unit = unit;
        }
        if (starts) {
          row.name = above;
          const View* growth = suffix_row<data::row_growth_ends>(above);
          row.grows = growth != nullptr && above.size() > growth->size() + 1;
          if (row.grows) row.name.remove_suffix(growth->size());
        }
        TableFigure figure;
        if (column != nullptr && holds_figures(column->role) && read_cell(text_, numerals_, cells[k], figure)) {
          state(table, *column, row, figure);
          // The digit of m2 is part of its unit.
          for (std::size_t at = figure.n.end; at < figure.n.after; ++at) {
            if (is_digit(text_[at])) statements_->skip(at, at + 1, SkipReason::name);
          }
          leave(std::max(figure.n.end, figure.n.after), cells[k].end, SkipReason::mark);
        } else {
          leave(cells[k].begin, cells[k].end, reason_of(column));
        }
      }
    }
  }

 private:
  /// Of a row: whose figures it has.
  struct Row {
    View name;
    std::u32string unit;
    bool grows = false;  ///< its name says growth
  };

  /// Why a number in a column of words is no figure.
  [[nodiscard]] static SkipReason reason_of(const Column* column) {
    if (column == nullptr) return SkipReason::no_unit;
    if (column->role == ColumnRole::mark) return SkipReason::mark;
    return column->role == ColumnRole::text ? SkipReason::prose
           : holds_figures(column->role)    ? SkipReason::no_unit
                                            : SkipReason::name;
  }

  /// The numbers of a piece of the text that holds no figure.
  void leave(std::size_t begin, std::size_t end, SkipReason reason) {
    numbers_.clear();
    asides_.clear();
    if (begin < end) figures_->read(begin, end, numbers_, asides_);
    for (Number& n : numbers_) n.skipped = n.skipped && *n.skipped != SkipReason::no_unit ? n.skipped : reason;
    statements_->skip_all(numbers_, asides_);
  }

  /// One figure of a table.
  void state(const Table& table, const Column& column, const Row& row, TableFigure& figure) {
    Number& n = figure.n;
    if (n.skipped || row.name.empty()) return skip_number(n, SkipReason::no_unit);
    const Column& level = table.columns[column.level];
    if (n.unit.empty()) n.unit = unit_of(table, column, row);
    if (n.unit.empty()) return skip_number(n, SkipReason::no_unit);
    std::size_t magnitude = 0;
    (void)units_->match(n.unit, magnitude);
    n.magnitude = magnitude;
    const When when = time_of(table, column, level);
    Placed placed{.planning = when.planning, .year = when.year};
    Lead& lead = figure.lead;
    lead.growth = row.grows || column.role == ColumnRole::growth || column.role == ColumnRole::yearly;
    if (column.role == ColumnRole::yearly) {
      lead.period = Period::year_average;
      placed.several = true;
      placed.first = when.first == 0 ? 0 : when.first + 1;
    } else if (column.role == ColumnRole::sum || (figure.summed && column.role == ColumnRole::level)) {
      lead.period = Period::cumulative;
    } else if (column.role == ColumnRole::index) {
      placed.multiple = placed.based = true;
      placed.base = column.years.size() > 1 ? column.years[1] : 0;
    }
    Context context = *context_;
    context.estimate = !when.planning && (column.status == 'e' || level.status == 'e');
    // 投资额 of 制造业, unless the name says it: 专利数 of 发明专利.
    View name = row.name;
    const View noun = level.noun.empty() ? View(column.noun) : View(level.noun);
    constexpr std::size_t a_word = 2;
    if (!noun.empty() && name.back() != noun.back() && !contains(name, noun.substr(0, a_word)))
      name = composed_->join(name, noun);
    std::vector<View> names{name};
    if (!statements_->figure(n, lead, name, names, context, placed)) skip_number(n, SkipReason::no_unit);
  }

  void skip_number(const Number& n, SkipReason reason) {
    statements_->skip(n.begin, n.end, n.skipped.value_or(reason));
  }

  /// The unit of a figure: its column's, its row's, that of the caption.
  [[nodiscard]] static View unit_of(const Table& table, const Column& column, const Row& row) {
    if (!column.unit.empty()) return column.unit;
    return row.unit.empty() ? View(table.unit) : View(row.unit);
  }

  struct When {
    int year = 0;   ///< zero for unknown
    int first = 0;  ///< of yearly growth: what it is measured from
    bool planning = false;
  };

  /// The years that the columns of levels name: the first and the last of those left of a column, or of all.
  [[nodiscard]] static std::pair<int, int> years_of_levels(const Table& table, const Column* before) {
    std::pair<int, int> years{0, 0};
    for (const Column& column : table.columns) {
      if (&column == before) break;
      if (column.role != ColumnRole::level || column.year() == 0) continue;
      years.first = years.first == 0 ? column.year() : std::min(years.first, column.year());
      years.second = std::max(years.second, column.year());
    }
    return years;
  }

  /// When a figure is: as the header says, the caption, else as the part of the document in which the table stands.
  [[nodiscard]] When time_of(const Table& table, const Column& column, const Column& level) const {
    When when;
    when.year = column.year() != 0 ? column.year() : level.year();
    // 五年累计 and 年均增长 go by the years of the columns beside them.
    if (column.role == ColumnRole::sum && when.year == 0) when.year = years_of_levels(table, &column).second;
    if (column.role == ColumnRole::yearly) {
      const auto [first, last] = years_of_levels(table, nullptr);
      when.first = column.spans() ? column.years.front() - 1 : first;
      if (column.year() == 0 && last != 0) when.year = last;
      if (when.first >= when.year) when.first = 0;
    }
    const int year = identity_->year.value_or(0);
    const int planned = identity_->kind == DocumentKind::communique && year != 0 ? year + 1 : year;
    // A caption of targets may stand over a column of what was: 2023年.
    const char of_table = when.year == 0 ? table.status : '\0';
    const char said = column.status != 0 ? column.status : level.status != 0 ? level.status : of_table;
    const int named = when.year != 0 ? when.year : table.year;
    when.planning = said == 'p' || (said == 0 && (named != 0 && planned != 0 ? named >= planned : context_->planning));
    if (named == 0) {
      const int past = planned == 0 ? 0 : planned - 1;
      const bool alike = when.planning == context_->planning && context_->year != 0;
      when.year = alike ? context_->year : when.planning ? planned : past;
    } else {
      when.year = named;
    }
    const bool before = column.last_year || level.last_year;
    if (before && column.year() == 0 && level.year() == 0 && when.year != 0) --when.year;
    return when;
  }

  View text_;
  const Units* units_;
  Composed* composed_;
  Numerals numerals_;
  const Figures* figures_;
  const Identity* identity_;
  Statements* statements_;
  const Context* context_ = nullptr;  ///< of the part in which the table stands
  // Kept, so that their memory is used again.
  std::vector<Number> numbers_;
  std::vector<Aside> asides_;
};

}  // namespace shengzhou_report::detail::parser
