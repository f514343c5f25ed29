#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <shengzhou_report/impl/arrow/abi.hpp>

/// Arrays and schemas of Arrow that own what they point to.
namespace shengzhou_report::detail::arrow {

/// A struct of Arrow that is released when nobody has taken it.
template <class Struct>
class Owned {
 public:
  Owned() = default;
  Owned(Owned&& other) noexcept : value_(other.value_) { other.value_.release = nullptr; }
  Owned& operator=(Owned&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (value_.release != nullptr) value_.release(&value_);
  }

  [[nodiscard]] Struct* get() noexcept { return &value_; }
  [[nodiscard]] const Struct* get() const noexcept { return &value_; }
  /// Hands it over.
  void move_to(Struct* out) noexcept {
    *out = value_;
    value_.release = nullptr;
  }

 private:
  Struct value_{};
};

using Array = Owned<ArrowArray>;
using Schema = Owned<ArrowSchema>;

/// What an array or a schema has below it. Whoever moves one of them out leaves its `release` null.
template <class Struct>
struct Children {
  std::vector<Owned<Struct>> owned;
  std::vector<Struct*> pointers;
  std::optional<Owned<Struct>> dictionary;

  void link(Struct* parent) {
    for (Owned<Struct>& child : owned) pointers.push_back(child.get());
    parent->n_children = static_cast<std::int64_t>(pointers.size());
    parent->children = pointers.data();
    parent->dictionary = dictionary ? dictionary->get() : nullptr;
  }
};

/// Gives back an array or a schema: its private data, which own all below it, go.
template <class Struct, class Data>
void release(Struct* self) noexcept {
  delete static_cast<Data*>(self->private_data);  // NOLINT(cppcoreguidelines-owning-memory)
  self->release = nullptr;
}

// --- schemas

struct SchemaData {
  std::string format;
  std::string name;
  Children<ArrowSchema> below;
};

[[nodiscard]] inline Schema make_schema(std::string format, std::string name, bool nullable,
                                        std::vector<Schema> children = {}, std::optional<Schema> dictionary = {}) {
  auto data = std::make_unique<SchemaData>(SchemaData{std::move(format), std::move(name), {}});
  data->below.owned = std::move(children);
  data->below.dictionary = std::move(dictionary);
  Schema schema;
  ArrowSchema* out = schema.get();
  data->below.link(out);
  out->format = data->format.c_str();
  out->name = data->name.c_str();
  out->metadata = nullptr;
  out->flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  out->private_data = data.release();
  out->release = &release<ArrowSchema, SchemaData>;
  return schema;
}

// --- arrays

/// Which of the cells are there: a bit a row, from the first that is missing on.
class Validity {
 public:
  Validity() = default;
  explicit Validity(std::size_t rows) noexcept : rows_(rows) {}

  void miss(std::size_t row) {
    if (nulls_++ == 0) bits_.assign((rows_ + 7) / 8, std::uint8_t{0xff});
    bits_[row / 8] = static_cast<std::uint8_t>(bits_[row / 8] & ~(1U << row % 8));
  }
  [[nodiscard]] std::int64_t nulls() const noexcept { return nulls_; }
  /// Null where no cell is missing.
  [[nodiscard]] const void* data() const noexcept { return nulls_ == 0 ? nullptr : bits_.data(); }

 private:
  std::size_t rows_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> bits_;
};

/// Texts one behind another, and where each begins.
struct Texts {
  std::vector<std::int32_t> offsets{0};
  std::string bytes;

  explicit Texts(std::size_t rows) { offsets.reserve(rows + 1); }

  void push(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) - bytes.size())
      throw std::length_error("a column holds 2 GiB of text at most in a batch");
    // Many cells of many columns are empty.
    if (!text.empty()) bytes += text;
    offsets.push_back(static_cast<std::int32_t>(bytes.size()));
  }
};

using Values = std::variant<std::monostate, Texts, std::vector<std::int8_t>, std::vector<std::int32_t>,
                            std::vector<std::int64_t>, std::vector<double>>;

struct ArrayData {
  Validity validity;
  Values values;
  std::array<const void*, 3> buffers{};
  Children<ArrowArray> below;
};

[[nodiscard]] inline Array make_array(std::int64_t rows, Validity validity, Values values,
                                      std::vector<Array> children = {}, std::optional<Array> dictionary = {}) {
  auto data = std::make_unique<ArrayData>(ArrayData{std::move(validity), std::move(values), {}, {}});
  data->below.owned = std::move(children);
  data->below.dictionary = std::move(dictionary);
  Array array;
  ArrowArray* out = array.get();
  data->below.link(out);
  out->length = rows;
  out->null_count = data->validity.nulls();
  out->offset = 0;
  data->buffers[0] = data->validity.data();
  const auto add = [&]<class Held>(const Held& held) {
    if constexpr (std::is_same_v<Held, std::monostate>) {
      out->n_buffers = 1;
    } else if constexpr (std::is_same_v<Held, Texts>) {
      data->buffers[1] = held.offsets.data();
      data->buffers[2] = held.bytes.data();
      out->n_buffers = 3;
    } else {
      data->buffers[1] = held.data();
      out->n_buffers = 2;
    }
  };
  std::visit(add, data->values);
  out->buffers = data->buffers.data();
  out->private_data = data.release();
  out->release = &release<ArrowArray, ArrayData>;
  return array;
}

/// All words of an enumeration.
[[nodiscard]] inline Array make_dictionary(std::span<const char* const> words) {
  Texts texts(words.size());
  for (const char* word : words) texts.push(word);
  return make_array(static_cast<std::int64_t>(words.size()), {}, std::move(texts));
}

}  // namespace shengzhou_report::detail::arrow
