#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/arrow/arrays.hpp>
#include <shengzhou_report/impl/columns.hpp>
#include <shengzhou_report/report.hpp>

/// The table of statements as schema and as batches.
namespace shengzhou_report::detail::arrow {

/// Collects the schema of each column.
struct SchemaVisitor {
  std::vector<Schema> columns;

  void text(const char* name, bool nullable, const auto& /*cell*/) { add("u", name, nullable); }
  void word(const char* name, bool nullable, std::span<const char* const> /*words*/, const auto& /*cell*/) {
    columns.push_back(make_schema("c", name, nullable, {}, make_schema("u", "", false)));
  }
  void number(const char* name, bool nullable, const auto& /*cell*/) { add("g", name, nullable); }
  void year(const char* name, bool nullable, const auto& /*cell*/) { add("i", name, nullable); }
  void position(const char* name, bool nullable, const auto& /*cell*/) { add("l", name, nullable); }

 private:
  void add(const char* format, const char* name, bool nullable) {
    columns.push_back(make_schema(format, name, nullable));
  }
};

/// Collects the data of each column.
struct ArrayVisitor {
  std::size_t rows;
  std::vector<Array> columns{};

  void text(const char* /*name*/, bool /*nullable*/, auto&& cell) {
    Texts texts(rows);
    Validity validity(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      const std::optional<std::string_view> value = cell(row);
      if (!value) validity.miss(row);
      texts.push(value.value_or(std::string_view()));
    }
    add(std::move(validity), std::move(texts));
  }
  void word(const char* /*name*/, bool /*nullable*/, std::span<const char* const> words, auto&& cell) {
    add<std::int8_t>(cell, make_dictionary(words));
  }
  void number(const char* /*name*/, bool /*nullable*/, auto&& cell) { add<double>(cell); }
  void year(const char* /*name*/, bool /*nullable*/, auto&& cell) { add<std::int32_t>(cell); }
  void position(const char* /*name*/, bool /*nullable*/, auto&& cell) { add<std::int64_t>(cell); }

 private:
  template <class Value>
  void add(auto&& cell, std::optional<Array> dictionary = {}) {
    std::vector<Value> values(rows);
    Validity validity(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      const std::optional<Value> value = cell(row);
      if (!value) validity.miss(row);
      values[row] = value.value_or(Value{});
    }
    add(std::move(validity), std::move(values), std::move(dictionary));
  }
  void add(Validity validity, Values values, std::optional<Array> dictionary = {}) {
    columns.push_back(
        make_array(static_cast<std::int64_t>(rows), std::move(validity), std::move(values), {}, std::move(dictionary)));
  }
};

/// Bytes of the texts of a statement that nothing bounds.
[[nodiscard]] inline std::int64_t text_bytes(const Statement& statement) {
  std::size_t bytes = statement.indicator.size() + statement.indicator_id.size() + statement.name_en.size() +
                      statement.area.size() + statement.reference.size() + statement.scope.size();
  for (const std::string& title : statement.section) bytes += title.size() + section_separator.size();
  return static_cast<std::int64_t>(bytes);
}

/// Batches of one table, made when they are asked for.
class Batches {
 public:
  Batches() = default;
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;
  virtual ~Batches() = default;

  [[nodiscard]] virtual Schema schema() const = 0;
  /// The next rows; none behind the last.
  [[nodiscard]] virtual std::optional<Array> next() = 0;
};

/// The statements of reports, one report after another, behind columns that say whose report it is: those that
/// `Lead::describe` has of a `Lead::Source`, which is a report or knows one.
template <class Lead>
class Rows : public Batches {
 public:
  using Source = typename Lead::Source;

  Rows(std::vector<const Source*> sources, std::int64_t most_rows, std::int64_t most_bytes)
      : sources_(std::move(sources)), most_rows_(most_rows), most_bytes_(most_bytes) {
    if (most_rows <= 0 || most_bytes <= 0)
      throw DomainError("limits: a batch of " + std::to_string(most_rows) + " rows and " + std::to_string(most_bytes) +
                        " bytes holds nothing");
  }

  [[nodiscard]] static Schema make_schema() {
    SchemaVisitor visitor;
    describe(visitor, {}, {});
    return arrow::make_schema("+s", "", false, std::move(visitor.columns));
  }

  [[nodiscard]] Schema schema() const override { return make_schema(); }

  [[nodiscard]] std::optional<Array> next() override {
    std::vector<const Statement*> rows;
    std::vector<const Source*> sources;
    std::size_t source = source_;
    std::size_t statement = statement_;
    for (std::int64_t bytes = 0; source < sources_.size(); ++source, statement = 0) {
      const std::vector<Statement>& statements = Lead::report(*sources_[source]).statements();
      for (; statement < statements.size(); ++statement) {
        bytes += text_bytes(statements[statement]) + Lead::text_bytes(*sources_[source]);
        const bool full = std::cmp_greater_equal(rows.size(), most_rows_) || bytes > most_bytes_;
        if (full && !rows.empty()) return batch(rows, sources, source, statement);
        rows.push_back(&statements[statement]);
        sources.push_back(sources_[source]);
      }
    }
    if (rows.empty()) return std::nullopt;
    return batch(rows, sources, source, statement);
  }

 private:
  static void describe(auto& visitor, std::span<const Statement* const> rows, std::span<const Source* const> sources) {
    Lead::describe(visitor, sources);
    visit_columns(rows, visitor);
  }

  /// A batch of the rows; where it fails, the next call tries them again.
  [[nodiscard]] Array batch(std::span<const Statement* const> rows, std::span<const Source* const> sources,
                            std::size_t source, std::size_t statement) {
    ArrayVisitor visitor{rows.size()};
    describe(visitor, rows, sources);
    Array array = make_array(static_cast<std::int64_t>(rows.size()), {}, {}, std::move(visitor.columns));
    source_ = source;
    statement_ = statement;
    return array;
  }

  std::vector<const Source*> sources_;
  std::int64_t most_rows_;
  std::int64_t most_bytes_;
  std::size_t source_ = 0;
  std::size_t statement_ = 0;
};

/// Nothing before the columns of statements.
struct NoLead {
  using Source = Report;
  static const Report& report(const Report& source) noexcept { return source; }
  static std::int64_t text_bytes(const Report& /*source*/) noexcept { return 0; }
  static void describe(auto& /*visitor*/, std::span<const Report* const> /*sources*/) {}
};

/// Which document it is, of those that have a place and a year.
struct PanelLead : NoLead {
  static std::int64_t text_bytes(const Report& source) noexcept {
    const ReportInfo& info = source.info();
    return static_cast<std::int64_t>(info.place->size() + (info.ref_area ? info.ref_area->size() : 0));
  }
  static void describe(auto& visitor, std::span<const Report* const> sources) { visit_panel_columns(sources, visitor); }
};

}  // namespace shengzhou_report::detail::arrow
