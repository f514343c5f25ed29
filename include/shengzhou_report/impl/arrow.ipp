#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <shengzhou_report/arrow.hpp>
#include <shengzhou_report/impl/arrow/batches.hpp>
#include <shengzhou_report/impl/arrow/stream.hpp>

namespace shengzhou_report {

SHENGZHOU_REPORT_INLINE void export_schema(const Report& /*report*/, ArrowSchema* out) {
  detail::arrow::Rows<detail::arrow::NoLead>::make_schema().move_to(out);
}

SHENGZHOU_REPORT_INLINE void export_schema(const Panel& /*panel*/, ArrowSchema* out) {
  detail::arrow::Rows<detail::arrow::PanelLead>::make_schema().move_to(out);
}

SHENGZHOU_REPORT_INLINE void export_stream(std::shared_ptr<const Report> report, ArrowArrayStream* out,
                                           const BatchLimits& limits) {
  using Rows = detail::arrow::Rows<detail::arrow::NoLead>;
  std::vector<const Report*> reports{report.get()};
  auto rows = std::make_unique<Rows>(std::move(reports), limits.rows, limits.bytes);
  detail::arrow::open(std::move(report), std::move(rows), out);
}

SHENGZHOU_REPORT_INLINE void export_stream(std::shared_ptr<const Panel> panel, ArrowArrayStream* out,
                                           const BatchLimits& limits) {
  using Rows = detail::arrow::Rows<detail::arrow::PanelLead>;
  std::vector<const Report*> reports;
  for (const Report& report : panel->reports()) reports.push_back(&report);
  auto rows = std::make_unique<Rows>(std::move(reports), limits.rows, limits.bytes);
  detail::arrow::open(std::move(panel), std::move(rows), out);
}

}  // namespace shengzhou_report
