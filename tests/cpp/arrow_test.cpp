#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/arrow.hpp>
#include <shengzhou_report/columns.hpp>
#include <shengzhou_report/corpus.hpp>
#include <shengzhou_report/parse.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(arrow)

namespace {

/// Reads an array by the letter of the specification.
struct Reader {
  const ArrowArray& array;

  [[nodiscard]] bool is_null(std::int64_t row) const {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    return bits != nullptr && (bits[row / 8] >> (row % 8) & 1) == 0;
  }
  template <class Value>
  [[nodiscard]] std::optional<Value> value(std::int64_t row) const {
    if (is_null(row)) return std::nullopt;
    return static_cast<const Value*>(array.buffers[1])[row];
  }
  [[nodiscard]] std::optional<std::string> text(std::int64_t row) const {
    if (is_null(row)) return std::nullopt;
    const auto* offsets = static_cast<const std::int32_t*>(array.buffers[1]);
    const auto length = static_cast<std::size_t>(offsets[row + 1] - offsets[row]);
    return std::string(static_cast<const char*>(array.buffers[2]) + offsets[row], length);
  }
  [[nodiscard]] std::optional<std::string> word(std::int64_t row) const {
    const auto code = value<std::int8_t>(row);
    return code ? Reader{*array.dictionary}.text(*code) : std::nullopt;
  }
};

/// A stream with what a consumer does to it.
struct Stream {
  ArrowArrayStream stream{};

  explicit Stream(std::shared_ptr<const sr::Report> report, const sr::BatchLimits& limits = {}) {
    sr::export_stream(std::move(report), &stream, limits);
  }
  explicit Stream(std::shared_ptr<const sr::Panel> panel, const sr::BatchLimits& limits = {}) {
    sr::export_stream(std::move(panel), &stream, limits);
  }
  Stream(const std::vector<sr::Document>& documents, sr::CorpusTable table, const sr::BatchLimits& limits = {}) {
    sr::export_stream(std::make_shared<const std::vector<sr::Document>>(documents), table, &stream, limits);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() {
    if (stream.release != nullptr) stream.release(&stream);
  }

  /// The next batch, which the caller releases.
  [[nodiscard]] ArrowArray next() {
    ArrowArray out{};
    BOOST_TEST_REQUIRE(stream.get_next(&stream, &out) == 0);
    return out;
  }
  /// Lengths of the batches that are left.
  [[nodiscard]] std::vector<std::int64_t> lengths() {
    std::vector<std::int64_t> all;
    for (ArrowArray array = next(); array.release != nullptr; array = next()) {
      all.push_back(array.length);
      array.release(&array);
    }
    return all;
  }
};

std::shared_ptr<const sr::Report> embedded() { return std::make_shared<const sr::Report>(sr::shengzhou_2024()); }

sr::Report report_of(std::vector<sr::Statement> statements, std::optional<std::int32_t> year = 2024) {
  return {{.place = "某县", .year = year}, std::move(statements)};
}

/// Where a column stands among those of a report.
std::int64_t place_of(std::string_view name) {
  const auto& columns = sr::statement_columns();
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
  BOOST_TEST_REQUIRE((found != columns.end()));
  return found - columns.begin();
}

Reader column(const ArrowArray& batch, std::string_view name, std::int64_t before = 0) {
  return {*batch.children[place_of(name) + before]};
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_schema_has_the_columns) {
  ArrowSchema schema{};
  sr::export_schema(sr::Report(), &schema);
  BOOST_TEST(std::string(schema.format) == "+s");
  const auto& columns = sr::statement_columns();
  BOOST_TEST_REQUIRE(schema.n_children == static_cast<std::int64_t>(columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ArrowSchema& child = *schema.children[i];
    BOOST_TEST(std::string(child.name) == columns[i].name);
    BOOST_TEST(((child.flags & ARROW_FLAG_NULLABLE) != 0) == columns[i].nullable);
    // Letters of the specification: utf8, 8 bits into a dictionary, double, 32 and 64 bits.
    constexpr const char* formats[] = {"u", "c", "g", "i", "l"};
    BOOST_TEST(std::string(child.format) == formats[static_cast<std::size_t>(columns[i].type)]);
    const bool word = columns[i].type == sr::ColumnType::word;
    BOOST_TEST_REQUIRE((child.dictionary != nullptr) == word);
    if (word) BOOST_TEST(std::string(child.dictionary->format) == "u");
  }
  schema.release(&schema);
  BOOST_TEST((schema.release == nullptr));
}

BOOST_AUTO_TEST_CASE(cells_are_those_of_the_statements) {
  Stream stream(embedded());
  ArrowArray batch = stream.next();
  BOOST_TEST_REQUIRE(batch.length == 192);
  for (std::int64_t row = 0; row < batch.length; ++row) {
    const sr::Statement& statement = sr::shengzhou_2024()[row];
    BOOST_TEST(*column(batch, "indicator").text(row) == statement.indicator);
    BOOST_TEST(*column(batch, "measure").word(row) == sr::to_string(statement.measure));
    BOOST_TEST(*column(batch, "status").word(row) == sr::to_string(statement.status));
    BOOST_TEST(*column(batch, "price_basis").word(row) == sr::to_string(statement.price_basis()));
    BOOST_TEST((column(batch, "year").value<std::int32_t>(row) == statement.year));
    BOOST_TEST((column(batch, "base_year").value<std::int32_t>(row) == statement.base_year));
    BOOST_TEST(*column(batch, "byte_end").value<std::int64_t>(row) == statement.span.end);
    const auto value = column(batch, "value").value<double>(row);
    BOOST_TEST_REQUIRE(value.has_value() == statement.quantity.has_value());
    if (value) {
      BOOST_TEST(*value == statement.quantity->value().to_double());
      BOOST_TEST(*column(batch, "unit").text(row) == statement.quantity->unit().symbol());
      BOOST_TEST(*column(batch, "printed").text(row) == to_string(statement.quantity->value()));
      BOOST_TEST(*column(batch, "bound").word(row) == sr::to_string(statement.quantity->bound()));
      if (statement.measure != sr::Measure::growth)
        BOOST_TEST(*column(batch, "base_value").value<double>(row) == statement.quantity->base().value().to_double());
    } else {
      BOOST_TEST(column(batch, "unit").is_null(row));
      BOOST_TEST(column(batch, "bound").is_null(row));
    }
  }
  BOOST_TEST(column(batch, "value").array.null_count == 2);
  BOOST_TEST(column(batch, "indicator").array.null_count == 0);
  batch.release(&batch);
}

BOOST_AUTO_TEST_CASE(words_and_composed_texts) {
  sr::Statement statement{.indicator = "出口", .measure = sr::Measure::growth};
  statement.quantity = sr::Quantity("4.8", "倍");
  statement.section = {"一", "二"};
  statement.doubts = {sr::Doubt::far_name, sr::Doubt::part};
  sr::Statement range{.indicator = "GDP", .modality = sr::Modality::strive, .year = 2024};
  range.quantity = sr::Quantity("4.5", "%", {.bound = sr::Bound::range, .upper = sr::Decimal::parse("5")});
  range.stated_basis = sr::PriceBasis::constant;
  Stream stream(std::make_shared<const sr::Report>(report_of({statement, range})));
  ArrowArray batch = stream.next();
  BOOST_TEST(*column(batch, "base_value").value<double>(0) == 480);
  BOOST_TEST(*column(batch, "base_unit").text(0) == "%");
  BOOST_TEST(*column(batch, "section").text(0) == "一 / 二");
  BOOST_TEST(*column(batch, "section").text(1) == "");
  BOOST_TEST(*column(batch, "doubts").text(0) == "far_name part");
  BOOST_TEST(*column(batch, "modality").word(0) == "");
  BOOST_TEST(*column(batch, "modality").word(1) == "strive");
  BOOST_TEST(column(batch, "year").is_null(0));
  BOOST_TEST(column(batch, "stated_basis").is_null(0));
  BOOST_TEST(*column(batch, "stated_basis").word(1) == "constant");
  BOOST_TEST(column(batch, "printed_upper").is_null(0));
  BOOST_TEST(*column(batch, "printed_upper").text(1) == "5");
  batch.release(&batch);
}

BOOST_AUTO_TEST_CASE(a_figure_that_no_decimal_holds_without_its_magnitude) {
  sr::Statement huge{.indicator = "某项"};
  huge.quantity = sr::Quantity("1e60", "亿元");
  Stream stream(std::make_shared<const sr::Report>(report_of({huge})));
  ArrowArray batch = stream.next();
  BOOST_TEST(near(*column(batch, "base_value").value<double>(0) / 1e68, 1, 1e-15));
  batch.release(&batch);
}

BOOST_DATA_TEST_CASE(missing_cells_at_every_place, data::xrange(1, 20), rows) {
  std::vector<sr::Statement> statements;
  for (int row = 0; row < rows; ++row) {
    statements.push_back({.indicator = "某项"});
    if (row * row % 3 == 1) statements.back().year = 2000 + row;
  }
  Stream stream(std::make_shared<const sr::Report>(report_of(statements)));
  ArrowArray batch = stream.next();
  std::int64_t missing = 0;
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto year = column(batch, "year").value<std::int32_t>(row);
    BOOST_TEST((year == statements[static_cast<std::size_t>(row)].year));
    missing += year ? 0 : 1;
  }
  BOOST_TEST(column(batch, "year").array.null_count == missing);
  batch.release(&batch);
}

BOOST_AUTO_TEST_CASE(batches_are_bounded) {
  BOOST_TEST(Stream(embedded(), {.rows = 50}).lengths() == (std::vector<std::int64_t>{50, 50, 50, 42}),
             boost::test_tools::per_element());
  BOOST_TEST(Stream(embedded(), {.bytes = 1}).lengths().size() == 192U);
  BOOST_TEST(Stream(embedded()).lengths() == std::vector<std::int64_t>{192}, boost::test_tools::per_element());
  BOOST_TEST(Stream(std::make_shared<const sr::Report>()).lengths().empty());
  ArrowArrayStream out{};
  BOOST_TEST(raises([&] { sr::export_stream(embedded(), &out, {.rows = 0}); }, {"0 rows"}));
  BOOST_TEST((out.release == nullptr));
}

BOOST_AUTO_TEST_CASE(batches_hold_the_same_rows_as_one) {
  Stream stream(embedded(), {.rows = 7});
  std::int64_t row = 0;
  for (ArrowArray batch = stream.next(); batch.release != nullptr; batch = stream.next()) {
    for (std::int64_t i = 0; i < batch.length; ++i, ++row) {
      BOOST_TEST(*column(batch, "indicator").text(i) == sr::shengzhou_2024()[row].indicator);
      BOOST_TEST(*column(batch, "start").value<std::int64_t>(i) == sr::shengzhou_2024()[row].span.codepoint_begin);
    }
    batch.release(&batch);
  }
  BOOST_TEST(row == 192);
}

BOOST_AUTO_TEST_CASE(a_panel_says_which_document_states_a_row) {
  const sr::Statement statement{.indicator = "粮食产量", .year = 2023};
  const auto panel = std::make_shared<const sr::Panel>(std::vector<sr::Report>{
      report_of({statement, statement}), report_of({statement}, std::nullopt), report_of({statement}, 2023)});
  ArrowSchema schema{};
  sr::export_schema(*panel, &schema);
  const char* const names[] = {"place", "vintage", "ref_area", "kind", "indicator"};
  for (std::size_t i = 0; i < std::size(names); ++i) BOOST_TEST(std::string(schema.children[i]->name) == names[i]);
  schema.release(&schema);

  Stream stream(panel);
  ArrowArray batch = stream.next();
  // By place and year, without the one of no known year.
  BOOST_TEST_REQUIRE(batch.length == 3);
  const std::int32_t vintages[] = {2023, 2024, 2024};
  for (std::int64_t row = 0; row < 3; ++row) {
    BOOST_TEST(*Reader{*batch.children[0]}.text(row) == "某县");
    BOOST_TEST(*Reader{*batch.children[1]}.value<std::int32_t>(row) == vintages[row]);
    BOOST_TEST(!Reader{*batch.children[2]}.text(row));
    BOOST_TEST(*Reader{*batch.children[3]}.word(row) == "work_report");
    BOOST_TEST(*column(batch, "indicator", 4).text(row) == "粮食产量");
  }
  batch.release(&batch);
  BOOST_TEST(Stream(panel, {.rows = 2}).lengths() == (std::vector<std::int64_t>{2, 1}),
             boost::test_tools::per_element());
}

// --- lifetimes, which the address sanitizer watches as well

BOOST_AUTO_TEST_CASE(a_stream_that_nobody_reads_lets_go_of_the_report) {
  const auto report = embedded();
  ArrowArrayStream stream{};
  sr::export_stream(report, &stream);
  BOOST_TEST(report.use_count() == 2);
  stream.release(&stream);
  BOOST_TEST((stream.release == nullptr));
  BOOST_TEST(report.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(batches_and_schemas_outlive_stream_and_report) {
  ArrowArray batch{};
  ArrowSchema schema{};
  {
    Stream stream(embedded(), {.rows = 3});
    batch = stream.next();
    BOOST_TEST(stream.stream.get_schema(&stream.stream, &schema) == 0);
  }
  BOOST_TEST(*column(batch, "indicator").text(0) == sr::shengzhou_2024()[0].indicator);
  BOOST_TEST(std::string(schema.children[0]->name) == "indicator");
  batch.release(&batch);
  schema.release(&schema);
}

BOOST_AUTO_TEST_CASE(a_stream_can_be_moved) {
  const auto report = embedded();
  ArrowArrayStream moved{};
  {
    ArrowArrayStream stream{};
    sr::export_stream(report, &stream);
    moved = stream;
    // The specification's way to move: the source is marked released.
    stream.release = nullptr;
  }
  ArrowArray batch{};
  BOOST_TEST(moved.get_next(&moved, &batch) == 0);
  BOOST_TEST(batch.length == 192);
  batch.release(&batch);
  moved.release(&moved);
  BOOST_TEST(report.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(children_can_be_moved_out) {
  Stream stream(embedded());
  ArrowArray batch = stream.next();
  const std::int64_t at = place_of("measure");
  ArrowArray measure = *batch.children[at];
  batch.children[at]->release = nullptr;
  batch.release(&batch);
  BOOST_TEST((batch.release == nullptr));
  BOOST_TEST(*Reader{measure}.word(0) == "level");
  ArrowArray words = *measure.dictionary;
  measure.dictionary->release = nullptr;
  measure.release(&measure);
  BOOST_TEST(*Reader{words}.text(1) == "growth");
  words.release(&words);

  ArrowSchema schema{};
  BOOST_TEST(stream.stream.get_schema(&stream.stream, &schema) == 0);
  ArrowSchema child = *schema.children[at];
  schema.children[at]->release = nullptr;
  schema.release(&schema);
  BOOST_TEST(std::string(child.name) == "measure");
  BOOST_TEST(std::string(child.dictionary->format) == "u");
  child.release(&child);
}

BOOST_AUTO_TEST_CASE(behind_the_end_stays_the_end) {
  Stream stream(embedded());
  BOOST_TEST(stream.lengths().size() == 1U);
  BOOST_TEST(stream.lengths().empty());
  BOOST_TEST((stream.stream.get_last_error(&stream.stream) == nullptr));
}

// The tables of a corpus.

namespace {

/// Two documents, of which the second says neither place nor year.
std::vector<sr::Document> two_documents() {
  return {{.file = "甲/a.txt",
           .sha256 = "ab",
           .report = sr::parse("甲县2031年政府工作报告\n一、2030年工作回顾\n粮食总产量5万吨。\n"
                               "二、2031年工作安排\n粮食总产量6万吨。\n")},
          {.file = "b.txt", .report = sr::parse("肉类总产量3万吨。")}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_statement_of_a_corpus_says_whose_it_is) {
  const std::vector<sr::Document> documents = two_documents();
  Stream stream(documents, sr::CorpusTable::statements);
  ArrowArray batch = stream.next();
  BOOST_TEST_REQUIRE(batch.length == 3);
  constexpr std::int64_t lead = 4;
  const char* const names[] = {"粮食总产量", "粮食总产量", "肉类总产量"};
  for (std::int64_t row = 0; row < batch.length; ++row) {
    const bool known = row < 2;
    BOOST_TEST(*Reader{*batch.children[0]}.text(row) == documents[known ? 0 : 1].file);
    BOOST_TEST((Reader{*batch.children[2]}.text(row) == (known ? std::optional<std::string>("甲县") : std::nullopt)));
    BOOST_TEST((Reader{*batch.children[3]}.value<std::int32_t>(row) == (known ? std::optional(2031) : std::nullopt)));
    BOOST_TEST(*column(batch, "indicator", lead).text(row) == names[row]);
  }
  batch.release(&batch);
  BOOST_TEST(
      (Stream(documents, sr::CorpusTable::statements, {.rows = 2}).lengths() == std::vector<std::int64_t>{2, 1}));
}

BOOST_AUTO_TEST_CASE(documents_and_sections_have_a_row_each) {
  const std::vector<sr::Document> documents = two_documents();
  BOOST_TEST((Stream(documents, sr::CorpusTable::reports).lengths() == std::vector<std::int64_t>{2}));
  BOOST_TEST((Stream(documents, sr::CorpusTable::sections).lengths() == std::vector<std::int64_t>{2}));
  for (const auto table : {sr::CorpusTable::statements, sr::CorpusTable::reports, sr::CorpusTable::sections}) {
    BOOST_TEST(Stream(std::vector<sr::Document>{}, table).lengths().empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
