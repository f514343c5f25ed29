#pragma once

#include <memory>
#include <string>
#include <vector>

#include <shengzhou_report/arrow.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/words.hpp>

/// Many documents as tables: their statements, their sections, and a row a document, as Arrow record batches.
namespace shengzhou_report {

/// A document of a corpus.
struct Document {
  std::string file = {};    ///< what it was read from
  std::string sha256 = {};  ///< of the bytes of the file; empty where nobody asked
  Report report = {};       ///< what was read
  friend bool operator==(const Document&, const Document&) = default;
};

/// A table of a corpus.
enum class CorpusTable {
  statements,  ///< a row a statement: file, ref_area, place and vintage before the columns of statements
  reports,     ///< a row a document: whose it is and why, and counts of what was found
  sections     ///< a row a section: file, ref_area, place, vintage, path, role and place in the text
};

template <>
struct Words<CorpusTable> {
  static constexpr const char* enumeration = "CorpusTable";
  using enum CorpusTable;
  static constexpr EnumWord<CorpusTable> table[] = {
      {statements, "statements"}, {reports, "reports"}, {sections, "sections"}};
};

/// Writes the schema of a table: a struct of its columns. The vintage is the year of the report, as in a panel; what is
/// unknown is null. `out` is overwritten.
void export_schema(CorpusTable table, ArrowSchema* out);

/// Writes a stream of batches of a table, documents in the order given; batches of statements keep to the limits, those
/// of reports and sections are one. The stream holds on to the documents. `out` is overwritten.
/// @throws DomainError  for limits that are not positive.
void export_stream(std::shared_ptr<const std::vector<Document>> documents, CorpusTable table, ArrowArrayStream* out,
                   const BatchLimits& limits = {});

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/corpus.ipp>
#endif
