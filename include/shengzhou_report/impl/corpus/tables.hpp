// Where the library is header-only, corpus.hpp ends with definitions that need this file, so the guard stands behind
// it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/corpus.hpp>
#include <shengzhou_report/data/headline.hpp>
#include <shengzhou_report/impl/arrow/batches.hpp>
#include <shengzhou_report/impl/code_points.hpp>
#include <shengzhou_report/impl/columns.hpp>
#include <shengzhou_report/impl/separators.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CORPUS_TABLES_HPP
#define SHENGZHOU_REPORT_IMPL_CORPUS_TABLES_HPP

/// The tables of a corpus, column by column.
namespace shengzhou_report::detail::arrow {

/// Whose a row is: the same columns before those of each table.
struct CorpusLead {
  using Source = Document;
  static const Report& report(const Document& source) noexcept { return source.report; }
  static std::int64_t text_bytes(const Document& source) noexcept {
    const ReportInfo& info = source.report.info();
    return static_cast<std::int64_t>(source.file.size() + (info.place ? info.place->size() : 0));
  }
  static void describe(auto& visitor, std::span<const Document* const> sources) {
    visitor.text("file", false, [&](std::size_t row) -> std::string_view { return sources[row]->file; });
    visitor.text("ref_area", true, [&](std::size_t row) { return view_of(sources[row]->report.info().ref_area); });
    visitor.text("place", true, [&](std::size_t row) { return view_of(sources[row]->report.info().place); });
    visitor.year("vintage", true, [&](std::size_t row) { return sources[row]->report.info().year; });
  }
};

/// A table that is one batch, of `rows` things that a `describe` shows to a visitor.
template <class Table>
class OneBatch : public Batches {
 public:
  explicit OneBatch(const std::vector<Document>& documents) : documents_(documents) {}

  [[nodiscard]] static Schema make_schema() {
    SchemaVisitor visitor;
    Table(std::span<const Document>()).describe(visitor);
    return arrow::make_schema("+s", "", false, std::move(visitor.columns));
  }
  [[nodiscard]] Schema schema() const override { return make_schema(); }

  [[nodiscard]] std::optional<Array> next() override {
    if (done_) return std::nullopt;
    const Table table(documents_);
    std::optional<Array> batch;
    if (table.rows() > 0) {
      ArrayVisitor visitor{table.rows()};
      table.describe(visitor);
      batch = make_array(static_cast<std::int64_t>(table.rows()), {}, {}, std::move(visitor.columns));
    }
    done_ = true;
    return batch;
  }

 private:
  const std::vector<Document>& documents_;
  bool done_ = false;
};

/// What a row of the table of reports counts.
struct ReportCounts {
  explicit ReportCounts(const Document& source) : document(&source) {
    const Report& report = source.report;
    if (report.text()) characters = static_cast<std::int64_t>(count_code_points(*report.text()));
    std::array<bool, std::size(headline_indicators)> found{};
    for (const Statement& statement : report) {
      ++by_status[static_cast<std::size_t>(statement.status)];
      if (!statement.doubts.empty()) ++doubtful;
      const auto* known = std::find(std::begin(headline_indicators), std::end(headline_indicators),
                                    std::string_view(statement.indicator_id));
      if (known != std::end(headline_indicators))
        found[static_cast<std::size_t>(known - std::begin(headline_indicators))] = true;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found[i]) continue;
      ++headlines;
      if (!headline.empty()) headline += doubt_separator;
      headline += headline_indicators[i];
    }
    for (const Section& section : report.info().sections) ++by_role[static_cast<std::size_t>(section.role)];
    for (const Skipped& skipped : report.skipped()) ++by_reason[static_cast<std::size_t>(skipped.reason)];
  }

  const Document* document;
  std::optional<std::int64_t> characters{};
  std::array<std::int64_t, std::size(Words<Status>::table)> by_status{};
  std::array<std::int64_t, std::size(Words<SectionRole>::table)> by_role{};
  std::array<std::int64_t, std::size(Words<SkipReason>::table)> by_reason{};
  std::int64_t doubtful = 0;
  std::int64_t headlines = 0;
  std::string headline{};
};

/// A row a document.
class ReportTable {
 public:
  explicit ReportTable(std::span<const Document> documents) {
    counts_.reserve(documents.size());
    for (const Document& document : documents) {
      counts_.emplace_back(document);
      sources_.push_back(&document);
    }
  }
  [[nodiscard]] std::size_t rows() const noexcept { return counts_.size(); }

  void describe(auto& visitor) const {
    CorpusLead::describe(visitor, sources_);
    visitor.word("kind", false, words_of<DocumentKind>(),
                 [this](std::size_t row) { return static_cast<std::int8_t>(info(row).kind); });
    visitor.text("title", false, [this](std::size_t row) -> std::string_view { return info(row).title; });
    visitor.text("sha256", false, [this](std::size_t row) -> std::string_view { return sources_[row]->sha256; });
    rule(visitor, "kind_rule", "kind");
    rule(visitor, "place_rule", "place");
    rule(visitor, "vintage_rule", "year");
    rule(visitor, "ref_area_rule", "ref_area");
    visitor.position("characters", true, [this](std::size_t row) { return counts_[row].characters; });
    visitor.position("statements", false, [this](std::size_t row) { return sources_[row]->report.size(); });
    count(visitor, "outcomes", [](const ReportCounts& c) { return c.by_status[place(Status::outcome)]; });
    count(visitor, "estimates", [](const ReportCounts& c) { return c.by_status[place(Status::estimate)]; });
    count(visitor, "targets", [](const ReportCounts& c) { return c.by_status[place(Status::target)]; });
    count(visitor, "doubtful", [](const ReportCounts& c) { return c.doubtful; });
    count(visitor, "headlines", [](const ReportCounts& c) { return c.headlines; });
    visitor.text("headline", false, [this](std::size_t row) -> std::string_view { return counts_[row].headline; });
    visitor.position("commitments", false, [this](std::size_t row) {
      return static_cast<std::int64_t>(sources_[row]->report.commitments().size());
    });
    visitor.position("sections", false,
                     [this](std::size_t row) { return static_cast<std::int64_t>(info(row).sections.size()); });
    each<SectionRole>(visitor, "sections_", [](const ReportCounts& c) -> const auto& { return c.by_role; });
    visitor.position("skipped", false, [this](std::size_t row) {
      return static_cast<std::int64_t>(sources_[row]->report.skipped().size());
    });
    each<SkipReason>(visitor, "skipped_", [](const ReportCounts& c) -> const auto& { return c.by_reason; });
  }

 private:
  template <class Enum>
  [[nodiscard]] static constexpr std::size_t place(Enum value) noexcept {
    return static_cast<std::size_t>(value);
  }
  [[nodiscard]] const ReportInfo& info(std::size_t row) const { return sources_[row]->report.info(); }

  /// The rule that decided; missing where none did.
  void rule(auto& visitor, const char* name, std::string_view about) const {
    visitor.text(name, true, [this, about](std::size_t row) -> std::optional<std::string_view> {
      for (const Evidence& piece : info(row).evidence) {
        if (piece.about == about) return piece.rule;
      }
      return std::nullopt;
    });
  }
  void count(auto& visitor, const char* name, const auto& get) const {
    visitor.position(name, false, [this, &get](std::size_t row) -> std::int64_t { return get(counts_[row]); });
  }
  /// A column for each value of an enumeration.
  template <Worded Enum>
  void each(auto& visitor, const std::string& before, const auto& get) const {
    for (const auto& [value, word] : Words<Enum>::table) {
      const std::string name = before + word;
      const std::size_t at = place(value);
      visitor.position(name.c_str(), false,
                       [this, &get, at](std::size_t row) -> std::int64_t { return get(counts_[row])[at]; });
    }
  }

  std::vector<ReportCounts> counts_;
  std::vector<const Document*> sources_;
};

/// A row a section.
class SectionTable {
 public:
  explicit SectionTable(std::span<const Document> documents) {
    for (const Document& document : documents) {
      for (const Section& section : document.report.info().sections) {
        sources_.push_back(&document);
        sections_.push_back(&section);
      }
    }
  }
  [[nodiscard]] std::size_t rows() const noexcept { return sections_.size(); }

  void describe(auto& visitor) const {
    CorpusLead::describe(visitor, sources_);
    std::string kept;
    visitor.text("section", false, [&, this](std::size_t row) -> std::string_view {
      kept.clear();
      for (const std::string& title : sections_[row]->path) {
        if (!kept.empty()) kept += section_separator;
        kept += title;
      }
      return kept;
    });
    visitor.position("level", false,
                     [this](std::size_t row) { return static_cast<std::int64_t>(sections_[row]->path.size()); });
    visitor.text("title_en", false, [this](std::size_t row) -> std::string_view { return sections_[row]->title_en; });
    visitor.word("role", false, words_of<SectionRole>(),
                 [this](std::size_t row) { return static_cast<std::int8_t>(sections_[row]->role); });
    position(visitor, "start", &Span::codepoint_begin);
    position(visitor, "end", &Span::codepoint_end);
    position(visitor, "byte_start", &Span::begin);
    position(visitor, "byte_end", &Span::end);
  }

 private:
  void position(auto& visitor, const char* name, std::int64_t Span::* member) const {
    visitor.position(name, false, [this, member](std::size_t row) { return sections_[row]->span.*member; });
  }

  std::vector<const Document*> sources_;
  std::vector<const Section*> sections_;
};

}  // namespace shengzhou_report::detail::arrow

#endif
