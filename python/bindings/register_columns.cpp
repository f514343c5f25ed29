
#include <shengzhou_report/impl/columns.hpp>

#include "bindings.hpp"

namespace sr = shengzhou_report;
using sr::Panel;
using sr::Report;
using sr::Statement;

namespace {

/// Strings of Python, each made once: cells of a column say the same words over and over.
class SharedTexts {
 public:
  SharedTexts() : slots_(least_slots) {}

  /// A borrowed reference, good as long as this object.
  [[nodiscard]] PyObject* of(std::string_view text) {
    if (last_ != nullptr && text == last_text_) return last_;
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Slot& slot = find(hash, text);
    last_ = slot.object ? slot.object.ptr() : made(slot, hash, text);
    last_text_ = text_of(slot);
    if (used_ * 2 > slots_.size()) grow();
    return last_;
  }

 private:
  static constexpr std::size_t least_slots = 1024;

  struct Slot {
    std::size_t hash = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    py::object object{};
  };

  [[nodiscard]] std::string_view text_of(const Slot& slot) const {
    return std::string_view(texts_).substr(slot.begin, slot.size);
  }

  [[nodiscard]] Slot& find(std::size_t hash, std::string_view text) {
    for (std::size_t i = hash;; ++i) {
      Slot& slot = slots_[i & (slots_.size() - 1)];
      if (!slot.object || (slot.hash == hash && text_of(slot) == text)) return slot;
    }
  }

  [[nodiscard]] PyObject* made(Slot& slot, std::size_t hash, std::string_view text) {
    PyObject* made = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), nullptr);
    if (made == nullptr) throw py::error_already_set();
    slot = {hash, texts_.size(), text.size(), py::reinterpret_steal<py::object>(made)};
    texts_ += text;
    ++used_;
    return made;
  }

  void grow() {
    std::vector<Slot> before(slots_.size() * 2);
    before.swap(slots_);
    for (Slot& slot : before) {
      if (!slot.object) continue;
      std::size_t i = slot.hash;
      while (slots_[i & (slots_.size() - 1)].object) ++i;
      slots_[i & (slots_.size() - 1)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string texts_;
  // Most cells say what the one above them says.
  PyObject* last_ = nullptr;
  std::string_view last_text_;
};

/// The columns of one type as the rows of one array.
template <class Value>
class Block {
 public:
  Block(std::size_t columns, std::size_t rows) : array_({columns, rows}), next_(array_.mutable_data()), rows_(rows) {}

  /// The cells of the next column.
  [[nodiscard]] Value* column() {
    Value* cells = next_;
    next_ += rows_;
    return cells;
  }
  [[nodiscard]] py::array array() const { return array_; }

 private:
  py::array_t<Value> array_;
  Value* next_;
  std::size_t rows_;
};

/// The same of objects, which the array owns.
template <>
class Block<PyObject*> {
 public:
  Block(std::size_t columns, std::size_t rows)
      : array_(py::dtype("O"), std::vector<std::size_t>{columns, rows}),
        next_(static_cast<PyObject**>(array_.mutable_data())),
        rows_(rows) {}

  [[nodiscard]] PyObject** column() {
    PyObject** cells = next_;
    next_ += rows_;
    return cells;
  }
  [[nodiscard]] py::array array() const { return array_; }

  /// Puts a borrowed reference in a cell.
  static void put(PyObject*& cell, PyObject* object) {
    PyObject* before = cell;
    cell = Py_NewRef(object);
    Py_XDECREF(before);
  }

 private:
  py::array array_;
  PyObject** next_;
  std::size_t rows_;
};

std::size_t count(sr::ColumnType type) {
  const auto& columns = sr::statement_columns();
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [&](const sr::Column& column) { return column.type == type; }));
}

/// Writes the columns of a table into arrays.
class ArraysOf {
 public:
  /// Of all columns of statements.
  explicit ArraysOf(std::size_t rows)
      : ArraysOf(rows, count(sr::ColumnType::text) + count(sr::ColumnType::word), count(sr::ColumnType::year),
                 count(sr::ColumnType::number), count(sr::ColumnType::position)) {}

  ArraysOf(std::size_t rows, std::size_t texts, std::size_t years, std::size_t numbers = 0, std::size_t positions = 0)
      : rows_(rows),
        texts_(texts, rows),
        numbers_(numbers, rows),
        years_(years, rows),
        unknown_years_(years, rows),
        positions_(positions, rows) {}

  void text(const char* /*name*/, bool /*nullable*/, auto&& cell) {
    PyObject** cells = texts_.column();
    PyObject* const empty = shared_.of("");
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::optional<std::string_view> value = cell(row);
      Block<PyObject*>::put(cells[row], value && !value->empty() ? shared_.of(*value) : empty);
    }
  }
  void word(const char* /*name*/, bool /*nullable*/, std::span<const char* const> words, auto&& cell) {
    PyObject** cells = texts_.column();
    std::vector<PyObject*> objects;
    for (const char* word : words) objects.push_back(shared_.of(word));
    PyObject* const empty = shared_.of("");
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::optional<std::int8_t> value = cell(row);
      Block<PyObject*>::put(cells[row], value ? objects[static_cast<std::size_t>(*value)] : empty);
    }
  }
  void number(const char* /*name*/, bool /*nullable*/, auto&& cell) {
    double* cells = numbers_.column();
    for (std::size_t row = 0; row < rows_; ++row)
      cells[row] = std::optional<double>(cell(row)).value_or(std::numeric_limits<double>::quiet_NaN());
  }
  void year(const char* /*name*/, bool /*nullable*/, auto&& cell) {
    std::int64_t* cells = years_.column();
    bool* unknown = unknown_years_.column();
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::optional<std::int32_t> value = cell(row);
      cells[row] = value.value_or(1);
      unknown[row] = !value;
    }
  }
  void position(const char* /*name*/, bool /*nullable*/, auto&& cell) {
    std::int64_t* cells = positions_.column();
    for (std::size_t row = 0; row < rows_; ++row) cells[row] = cell(row);
  }

  [[nodiscard]] py::tuple arrays() const {
    return py::make_tuple(texts_.array(), numbers_.array(), years_.array(), unknown_years_.array(), positions_.array());
  }

 private:
  std::size_t rows_;
  SharedTexts shared_;
  Block<PyObject*> texts_;
  Block<double> numbers_;
  Block<std::int64_t> years_;
  Block<bool> unknown_years_;
  Block<std::int64_t> positions_;
};

py::tuple arrays_of(const std::vector<const Statement*>& rows) {
  ArraysOf arrays(rows.size());
  sr::detail::visit_columns(rows, arrays);
  return arrays.arrays();
}

py::tuple arrays_of_report(const Report& report) {
  std::vector<const Statement*> rows;
  rows.reserve(report.statements().size());
  for (const Statement& statement : report) rows.push_back(&statement);
  return arrays_of(rows);
}

/// The same of all reports of a panel, and of which of them each row is.
py::tuple arrays_of_panel(const Panel& panel) {
  std::vector<const Statement*> rows;
  std::vector<const Report*> whose;
  for (const Report& report : panel.reports()) {
    for (const Statement& statement : report) rows.push_back(&statement);
    whose.resize(rows.size(), &report);
  }
  ArraysOf arrays(rows.size(), 3, 1);
  sr::detail::visit_panel_columns(whose, arrays);
  return py::make_tuple(arrays.arrays(), arrays_of(rows));
}

}  // namespace

void register_columns(py::module_& m) {
  py::dict columns;
  for (const sr::Column& column : sr::statement_columns()) columns[py::str(column.name)] = to_string(column.type);
  m.attr("columns") = columns;
  m.attr("section_separator") = py::str(sr::section_separator);
  m.attr("doubt_separator") = py::str(sr::doubt_separator);

  py::class_<Report> report = m.attr("Report");
  // The columns of the table as arrays of columns by rows: text and words, numbers, years, which of them are unknown,
  // positions. Columns of a type stand in the order of `columns`.
  report.def("_arrays", &arrays_of_report);
  py::class_<Panel> panel = m.attr("Panel");
  // The same of the documents that state them (texts: place, ref_area, kind; years: vintage), and of their statements.
  panel.def("_arrays", &arrays_of_panel);
}
