#pragma once

#include <cstdint>
#include <memory>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/panel.hpp>
#include <shengzhou_report/report.hpp>

/// Reports as Arrow record batches, through the C data and C stream interfaces: what pyarrow, Polars, DuckDB and pandas
/// take as it is. https://arrow.apache.org/docs/format/CDataInterface.html
///
/// The structs are those of the specification, under its guards, so that another header that declares them may be
/// included as well; nothing of Arrow is needed.
extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/// The type of an array; whoever has it calls `release` once, which then is null.
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

/// The data of an array; whoever has it calls `release` once, which then is null.
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/// Arrays one after another; functions give 0, or a number of errno and then a message by `get_last_error`.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE

}  // extern "C"

namespace shengzhou_report {

/// How large a batch of a stream becomes at most; it has one row in any case.
struct BatchLimits {
  std::int64_t rows = std::int64_t{1} << 16;   ///< statements
  std::int64_t bytes = std::int64_t{1} << 26;  ///< of text, about
};

/// Writes the schema of the table of a report: a struct of the columns in `statement_columns`. Text is utf8, words are
/// dictionaries with 8 bits, numbers are doubles, years have 32 bits and places in the text 64. `out` is overwritten.
void export_schema(const Report& report, ArrowSchema* out);
/// The same of a panel, which has the columns `place` and `vintage`, the year of the report, before them.
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
