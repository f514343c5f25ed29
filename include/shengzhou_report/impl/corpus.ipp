#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <shengzhou_report/corpus.hpp>
#include <shengzhou_report/impl/arrow/stream.hpp>
#include <shengzhou_report/impl/corpus/tables.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE void export_schema(CorpusTable table, ArrowSchema* out) {
  using namespace detail::arrow;
  switch (table) {
    case CorpusTable::statements:
      return Rows<CorpusLead>::make_schema().move_to(out);
    case CorpusTable::reports:
      return OneBatch<ReportTable>::make_schema().move_to(out);
    case CorpusTable::sections:
      return OneBatch<SectionTable>::make_schema().move_to(out);
  }
}

SHENGZHOU_REPORT_INLINE void export_stream(std::shared_ptr<const std::vector<Document>> documents, CorpusTable table,
                                           ArrowArrayStream* out, const BatchLimits& limits) {
  using namespace detail::arrow;
  std::vector<const Document*> sources;
  for (const Document& document : *documents) sources.push_back(&document);
  // Made for every table, since it is what looks at the limits.
  std::unique_ptr<Batches> batches = std::make_unique<Rows<CorpusLead>>(std::move(sources), limits.rows, limits.bytes);
  if (table == CorpusTable::reports) batches = std::make_unique<OneBatch<ReportTable>>(*documents);
  if (table == CorpusTable::sections) batches = std::make_unique<OneBatch<SectionTable>>(*documents);
  open(std::move(documents), std::move(batches), out);
}

}  // namespace shengzhou_report
