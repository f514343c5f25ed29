#pragma once

#include <cerrno>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include <shengzhou_report/arrow.hpp>
#include <shengzhou_report/impl/arrow/batches.hpp>

namespace shengzhou_report {

namespace detail::arrow {

/// A stream over reports that it holds on to.
struct StreamData {
  std::shared_ptr<const void> owner;
  bool named;
  Rows rows;
  std::string error{};

  /// What a function of the stream does, with errors as the interface wants them.
  template <class Work>
  int run(const Work& work) noexcept {
    try {
      error.clear();
      work();
      return 0;
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    } catch (const std::length_error& caught) {
      return failed(EOVERFLOW, caught);
    } catch (const std::exception& caught) {
      return failed(EINVAL, caught);
    }
  }

 private:
  int failed(int code, const std::exception& caught) noexcept {
    try {
      error = caught.what();
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
    return code;
  }
};

[[nodiscard]] inline StreamData& data_of(ArrowArrayStream* stream) noexcept {
  return *static_cast<StreamData*>(stream->private_data);
}

inline int get_schema(ArrowArrayStream* stream, ArrowSchema* out) noexcept {
  StreamData& data = data_of(stream);
  return data.run([&] { Rows::schema(data.named).move_to(out); });
}

inline int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept {
  StreamData& data = data_of(stream);
  return data.run([&] {
    // An array that is released ends the stream.
    *out = ArrowArray{};
    if (std::optional<Array> array = data.rows.next()) array->move_to(out);
  });
}

inline const char* get_last_error(ArrowArrayStream* stream) noexcept {
  const std::string& error = data_of(stream).error;
  return error.empty() ? nullptr : error.c_str();
}

inline void open(std::shared_ptr<const void> owner, std::vector<const Report*> reports, bool named,
                 const BatchLimits& limits, ArrowArrayStream* out) {
  auto data = std::make_unique<StreamData>(
      StreamData{std::move(owner), named, {std::move(reports), named, limits.rows, limits.bytes}});
  *out = {.get_schema = &get_schema,
          .get_next = &get_next,
          .get_last_error = &get_last_error,
          .release = &release<ArrowArrayStream, StreamData>,
          .private_data = data.release()};
}

}  // namespace detail::arrow

SHENGZHOU_REPORT_INLINE void export_schema(const Report& /*report*/, ArrowSchema* out) {
  detail::arrow::Rows::schema(false).move_to(out);
}

SHENGZHOU_REPORT_INLINE void export_schema(const Panel& /*panel*/, ArrowSchema* out) {
  detail::arrow::Rows::schema(true).move_to(out);
}

SHENGZHOU_REPORT_INLINE void export_stream(std::shared_ptr<const Report> report, ArrowArrayStream* out,
                                           const BatchLimits& limits) {
  std::vector<const Report*> reports{report.get()};
  detail::arrow::open(std::move(report), std::move(reports), false, limits, out);
}

SHENGZHOU_REPORT_INLINE void export_stream(std::shared_ptr<const Panel> panel, ArrowArrayStream* out,
                                           const BatchLimits& limits) {
  std::vector<const Report*> reports;
  for (const Report& report : panel->reports()) reports.push_back(&report);
  detail::arrow::open(std::move(panel), std::move(reports), true, limits, out);
}

}  // namespace shengzhou_report
