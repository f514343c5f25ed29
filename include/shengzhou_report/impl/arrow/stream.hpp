#pragma once

#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <shengzhou_report/impl/arrow/batches.hpp>

/// Batches behind the functions of Arrow's C stream interface.
namespace shengzhou_report::detail::arrow {

/// A stream over something that it holds on to.
struct StreamData {
  std::shared_ptr<const void> owner;
  std::unique_ptr<Batches> batches;
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
  return data.run([&] { data.batches->schema().move_to(out); });
}

inline int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept {
  StreamData& data = data_of(stream);
  return data.run([&] {
    // An array that is released ends the stream.
    *out = ArrowArray{};
    if (std::optional<Array> array = data.batches->next()) array->move_to(out);
  });
}

inline const char* get_last_error(ArrowArrayStream* stream) noexcept {
  const std::string& error = data_of(stream).error;
  return error.empty() ? nullptr : error.c_str();
}

inline void open(std::shared_ptr<const void> owner, std::unique_ptr<Batches> batches, ArrowArrayStream* out) {
  auto data = std::make_unique<StreamData>(StreamData{std::move(owner), std::move(batches)});
  *out = {.get_schema = &get_schema,
          .get_next = &get_next,
          .get_last_error = &get_last_error,
          .release = &release<ArrowArrayStream, StreamData>,
          .private_data = data.release()};
}

}  // namespace shengzhou_report::detail::arrow
