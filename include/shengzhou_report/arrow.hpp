#pragma once

#include <cstdint>
#include <memory>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/impl/arrow/abi.hpp>
#include <shengzhou_report/panel.hpp>
#include <shengzhou_report/report.hpp>

/// Reports as Arrow record batches, through the C data and C stream interfaces: what pyarrow, Polars, DuckDB and pandas
/// take as it is. https://arrow.apache.org/docs/format/CDataInterface.html
///
/// `ArrowSchema`, `ArrowArray` and `ArrowArrayStream` are the structs of the specification; nothing of Arrow is needed.
namespace shengzhou_report {

/// How large a batch of a stream becomes at most; it has one row in any case.
struct BatchLimits {
  std::int64_t rows = std::int64_t{1} << 16;   ///< statements
  std::int64_t bytes = std::int64_t{1} << 26;  ///< of text, about
};

/// Writes the schema of the table of a report: a struct of the columns in `statement_columns`. Text is utf8, words are
/// dictionaries with 8 bits, numbers are doubles, years have 32 bits and places in the text 64. `out` is overwritten.
void export_schema(const Report& report, ArrowSchema* out);
/// The same of a panel, which has the columns `place`, `vintage` (the year of the document), `ref_area` (the code of
/// the place, null where it has none) and `kind` (of the document) before them.
void export_schema(const Panel& panel, ArrowSchema* out);

/// Writes a stream of batches, a row a statement in the order of the text. The stream holds on to the report until it
/// is released, and makes a batch when it is asked for one. `out` is overwritten.
/// @throws DomainError  for limits that are not positive.
void export_stream(std::shared_ptr<const Report> report, ArrowArrayStream* out, const BatchLimits& limits = {});
/// The same of a panel: its reports in their order, without those apart.
void export_stream(std::shared_ptr<const Panel> panel, ArrowArrayStream* out, const BatchLimits& limits = {});

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/arrow.ipp>
#endif
