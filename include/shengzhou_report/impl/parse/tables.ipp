#pragma once

// A room: tables. Which rows of a page are tables of indicators, and what each of their cells says.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/data/table_words.hpp>
#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/columns.ipp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/forms.ipp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// A table of a page has a few columns, and the name of a row is one; what is larger is no table of indicators.
inline constexpr std::size_t most_columns = 64;
inline constexpr std::size_t longest_row_name = 60;

/// A cell without the spaces and breaks around it.
struct Cell {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The lines of a table of indicators, and its columns.
struct Table {
  std::size_t first = 0;  ///< its first line: a caption within it, or its header
  std::size_t body = 0;   ///< the first line behind its header
  std::size_t last = 0;   ///< behind its last line
  std::vector<Column> columns;
  int year = 0;         ///< that its caption names; zero for none
  char status = 0;      ///< what its caption says, as status_said
  std::u32string unit;  ///< that its caption names
};

[[nodiscard]] inline std::vector<Cell> cells_of(View text, const Line& line) {
  std::vector<Cell> cells;
  const auto add = [&](std::size_t begin, std::size_t end) {
    for (bool again = true; again;) {
      again = false;
      while (begin < end && is_space(text[begin])) ++begin;
      while (begin < end && is_space(text[end - 1])) --end;
      if (begins(piece(text, begin, end, data::line_break.size()), data::line_break)) {
        begin += data::line_break.size();
        again = true;
      }
    }
    cells.push_back({begin, std::max(begin, end)});
  };
  std::size_t begin = line.begin + (text[line.begin] == U'|' ? 1 : 0);
  for (std::size_t i = begin; i < line.end; ++i) {
    if (text[i] != U'|' && text[i] != U'\t') continue;
    add(begin, i);
    begin = i + 1;
  }
  if (begin < line.end) add(begin, line.end);
  return cells;
}

/// | --- | --- |
[[nodiscard]] inline bool is_rule(View line) {
  return std::all_of(line.begin(), line.end(), [](char32_t c) { return is_any(c, U"|-: \t"sv); });
}

/// Finds the tables of indicators of a page.
class TableFinder {
 public:
  TableFinder(View text, const std::vector<Line>& lines, const Units& units)
      : text_(text), lines_(lines), units_(units) {}

  [[nodiscard]] std::vector<Table> find() const {
    std::vector<Table> tables;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kind != LineKind::table_row) continue;
      Table table;
      if (!header(i, table)) continue;
      table.first = i;
      while (table.first > 0 && lines_[table.first - 1].kind == LineKind::table_row && is_caption(table.first - 1) &&
             (tables.empty() || table.first > tables.back().body))
        --table.first;
      caption(table);
      table.last = table.body;
      while (table.last < lines_.size() && lines_[table.last].kind == LineKind::table_row) ++table.last;
      // A header within the rows begins a table of its own.
      if (!tables.empty() && tables.back().last > table.first) tables.back().last = table.first;
      i = table.body - 1;
      tables.push_back(std::move(table));
    }
    return tables;
  }

 private:
  [[nodiscard]] View line(std::size_t i) const {
    return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
  }
  [[nodiscard]] View view(const Cell& cell) const { return text_.substr(cell.begin, cell.end - cell.begin); }

  /// A row with one text alone.
  [[nodiscard]] bool is_caption(std::size_t i) const {
    if (is_rule(line(i))) return true;
    std::size_t texts = 0;
    for (const Cell& cell : cells_of(text_, lines_[i])) texts += static_cast<std::size_t>(cell.end > cell.begin);
    return texts <= 1;
  }

  /// Whether the row at `i` is a header; then the columns, and where the rows begin.
  [[nodiscard]] bool header(std::size_t i, Table& table) const {
    std::vector<std::u32string> headers;
    for (const Cell& cell : cells_of(text_, lines_[i])) headers.emplace_back(view(cell));
    const auto names = [&](const std::u32string& text) { return is_one_of<data::name_headers>(plain_cell(text)); };
    const auto first = std::find_if(headers.begin(), headers.end(), names);
    if (first == headers.end() || headers.size() > most_columns) return false;
    const auto name = static_cast<std::size_t>(first - headers.begin());
    table.body = i + 1;
    skip_rules(table.body);
    second_header(name, headers, table);
    std::size_t names_at = name;
    std::size_t level = headers.size();
    bool figures = false;
    for (std::size_t k = 0; k < headers.size(); ++k) {
      Column column = column_of(headers[k], units_);
      // A merged header covers what stands right of it.
      if (column.shadow && k > 0) {
        column = table.columns.back();
        column.shadow = true;
      }
      if (column.role == ColumnRole::name && !column.shadow) {
        names_at = k;
        level = headers.size();
      }
      column.names = names_at;
      if (column.role == ColumnRole::level && !column.shadow) level = k;
      const bool moves =
          column.role == ColumnRole::index || column.role == ColumnRole::yearly || column.role == ColumnRole::growth;
      column.level = moves && level < headers.size() ? level : k;
      figures = figures || holds_figures(column.role);
      table.columns.push_back(std::move(column));
    }
    return figures;
  }

  void skip_rules(std::size_t& i) const {
    while (i < lines_.size() && lines_[i].kind == LineKind::table_row && is_rule(line(i))) ++i;
  }

  /// A second row of headers under merged ones: the name stands there again, or nothing, and no figure.
  void second_header(std::size_t name, std::vector<std::u32string>& headers, Table& table) const {
    const std::size_t i = table.body;
    if (i >= lines_.size() || lines_[i].kind != LineKind::table_row) return;
    const std::vector<Cell> cells = cells_of(text_, lines_[i]);
    if (cells.size() <= name || is_caption(i)) return;
    const std::u32string own = plain_cell(view(cells[name]));
    if (!own.empty() && own != plain_cell(headers[name])) return;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const View text = view(cells[k]);
      if (text.empty() || k == name) continue;
      const bool number = std::none_of(text.begin(), text.end(), is_han) && years_in(text, false).empty();
      if (number) return;
    }
    for (std::size_t k = 0; k < std::min(cells.size(), headers.size()); ++k) {
      const View text = view(cells[k]);
      if (k != name && plain_cell(text) != plain_cell(headers[k])) headers[k].append(text);
    }
    ++table.body;
    skip_rules(table.body);
  }

  /// The lines above a table, and captions within it, say its year and unit.
  void caption(Table& table) const {
    constexpr std::size_t most_lines = 2;
    constexpr std::size_t longest = 60;
    std::size_t from = table.first;
    for (std::size_t n = 0; n < most_lines && from > 0; ++n) {
      const Line& above = lines_[from - 1];
      if (above.kind != LineKind::paragraph || above.end - above.begin > longest) break;
      --from;
    }
    for (std::size_t i = table.body; i-- > from;) {
      if (i >= table.first && !is_caption(i)) continue;
      std::u32string text = plain_cell(line(i));
      text.erase(std::remove(text.begin(), text.end(), U'|'), text.end());
      const std::vector<int> years = years_in(text, true);
      if (table.year == 0 && !years.empty()) table.year = years.front();
      if (table.status == 0) table.status = says_one_of<data::result_captions>(text) ? 'r' : status_said(text);
      for (const data::CaptionTopic& topic : data::caption_topics) {
        if (!contains(text, topic.word) || contains(text, topic.no_word)) continue;
        for (Column& column : table.columns) {
          if (column.count) column.noun = topic.count;
          if (column.amount) column.noun = topic.amount;
        }
      }
      if (!table.unit.empty()) continue;
      const std::size_t label = text.find(data::unit_label);
      std::u32string named = label == View::npos ? std::u32string() : U"(" + text.substr(label) + U")";
      if (const std::size_t close = named.find(U')'); close != View::npos) named.resize(close + 1);
      table.unit = take_unit(named, units_);
    }
  }

  View text_;
  const std::vector<Line>& lines_;
  const Units& units_;
};

/// What a cell of figures says: the number, what stands before it, and what measures it.
struct TableFigure {
  Number n;
  Lead lead;
  bool summed = false;  ///< in the brackets of a sum
};

/// The number that a cell begins with; false for none.
[[nodiscard]] inline bool read_cell(View text, const Numerals& numerals, const Cell& cell, TableFigure& figure) {
  std::size_t i = cell.begin;
  Bound bound = Bound::exact;
  if (is_any(at(text, i), data::sum_brackets)) {
    figure.summed = true;
    ++i;
  }
  for (const data::BoundSign& row : data::bound_signs) {
    if (i < cell.end && text[i] == row.sign) {
      bound = bound_of(row.bound);
      ++i;
      break;
    }
  }
  if (const data::BoundWord* row = prefix_row<data::bound_prefixes>(piece(text, i, cell.end, 4)); row != nullptr) {
    bound = bound_of(row->bound);
    i += row->word.size();
  }
  bool minus = false;
  if (i + 1 < cell.end && (text[i] == U'+' || is_any(text[i], data::minus_signs))) minus = text[i++] != U'+';
  if (i >= cell.end || !is_digit(text[i])) return false;
  Number& n = figure.n;
  n.begin = i;
  if (!numerals.number(i, cell.end, n)) return false;
  n.minus = minus;
  if (!n.skipped) numerals.complete(n, cell.end);
  if (bound != Bound::exact) n.bound = bound;
  return true;
}

/// The name of a row: without the mark of a part, numbering, marks of notes; `unit` gets what stands in its brackets.
[[nodiscard]] inline std::u32string row_name(View cell, const Units& units, std::u32string& unit) {
  std::u32string name = plain_cell(cell);
  for (int round = 0; round < 2; ++round) {
    int number = 0;
    std::size_t title = 0;
    if (form_of(name, number, title) != nullptr) name.erase(0, title);
    name.erase(0, prefix_of<data::row_part_marks>(name).size());
  }
  while (!name.empty() && name.back() == U']') {
    const std::size_t open = name.rfind(U'[');
    if (open == View::npos) break;
    name.erase(open);
  }
  while (!name.empty() && name.back() >= U'①' && name.back() <= U'⑳') name.pop_back();
  unit = take_unit(name, units);
  return name;
}

}  // namespace shengzhou_report::detail::parser
