#pragma once

// The table of divisions in memory, and in the orders of what is looked for: a document asks for several names.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/divisions.ipp>
#include <shengzhou_report/divisions.hpp>

namespace shengzhou_report::detail::division {

using Index = std::uint32_t;

struct Row {
  std::int32_t code = 0;
  std::string_view name;
  std::string_view stem;  ///< the name without its ending: 嵊州, 延边
  std::int32_t first = data::first_division_year;
  std::int32_t last = open;

  static constexpr std::int32_t open = std::numeric_limits<std::int32_t>::max();
  [[nodiscard]] bool holds(std::int32_t year) const noexcept { return first <= year && year <= last; }
  [[nodiscard]] Tier tier() const noexcept {
    return code % 10000 == 0 ? Tier::province : code % 100 == 0 ? Tier::prefecture : Tier::county;
  }
  [[nodiscard]] std::int32_t province() const noexcept { return code / 10000; }
  /// The digits of its prefecture; of a municipality those of the province alone.
  [[nodiscard]] std::int32_t prefecture() const noexcept {
    const auto* const end = std::end(data::municipalities);
    return std::find(std::begin(data::municipalities), end, province()) == end ? code / 100 : province();
  }
};

/// Bytes of a Chinese character of a name.
inline constexpr std::size_t han = 3;

/// 嵊州 of 嵊州市, 延边 of 延边朝鲜族自治州, 东乡族 of 东乡族自治县; at least one character.
[[nodiscard]] inline std::string_view stem_of(std::string_view name) {
  if (const std::size_t at = name.find(data::autonomous); at != std::string_view::npos && at > 0) {
    const std::string_view own = name.substr(0, at);
    std::size_t end = own.size();
    for (const std::string_view people : data::nationalities) end = std::min(end, own.find(people, han));
    return end >= 2 * han ? own.substr(0, end) : own;
  }
  for (const std::string_view ending : data::division_endings) {
    if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

class Table {
 public:
  Table() {
    rows_.reserve(most_rows);
    for (const auto& [code, rows] : data::province_rows) read(code, rows);
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::pair(a.code, a.first) < std::pair(b.code, b.first);
    });
    by_name_ = ordered(&Row::name);
    by_stem_ = ordered(&Row::stem);
  }

  [[nodiscard]] const std::vector<Row>& rows() const noexcept { return rows_; }
  [[nodiscard]] const Row& operator[](Index i) const noexcept { return rows_[i]; }

  /// Rows with this name, or this stem, in the order of codes.
  [[nodiscard]] std::vector<Index> named(std::string_view name) const { return with(name, &Row::name, by_name_); }
  [[nodiscard]] std::vector<Index> with_stem(std::string_view stem) const { return with(stem, &Row::stem, by_stem_); }
  /// Rows with a code, in the order of years.
  [[nodiscard]] std::vector<Index> coded(std::int32_t code) const {
    std::vector<Index> found;
    const auto begin = std::lower_bound(rows_.begin(), rows_.end(), code,
                                        [](const Row& row, std::int32_t wanted) { return row.code < wanted; });
    for (auto row = begin; row != rows_.end() && row->code == code; ++row)
      found.push_back(static_cast<Index>(row - rows_.begin()));
    return found;
  }
  /// The row of a code in a year, or none (the size of the table).
  [[nodiscard]] Index at(std::int32_t code, std::int32_t year) const {
    for (const Index i : coded(code)) {
      if (rows_[i].holds(year)) return i;
    }
    return static_cast<Index>(rows_.size());
  }

 private:
  static constexpr std::size_t most_rows = 8192;

  void read(std::string_view province, std::string_view rows) {
    const auto number = [](std::string_view digits) {
      std::int32_t value = 0;
      for (const char c : digits) value = 10 * value + (c - '0');
      return value;
    };
    // 80 is 1980, 25 is 2025.
    const auto year = [&](std::string_view digits) {
      const std::int32_t value = number(digits);
      return value + (value < data::first_division_year % 100 ? 2000 : 1900);
    };
    constexpr std::size_t own_digits = 4;
    while (!rows.empty()) {
      const std::size_t end = std::min(rows.find(' '), rows.size());
      const std::string_view text = rows.substr(0, end);
      rows.remove_prefix(std::min(end + 1, rows.size()));
      const std::size_t stop = text.find_first_of("0123456789", own_digits);
      Row row;
      row.code = number(province) * 10000 + number(text.substr(0, own_digits));
      row.name = text.substr(own_digits, stop == std::string_view::npos ? stop : stop - own_digits);
      row.stem = stem_of(row.name);
      if (stop != std::string_view::npos) row.first = year(text.substr(stop, 2));
      if (stop != std::string_view::npos && stop + 4 == text.size()) row.last = year(text.substr(stop + 2));
      rows_.push_back(row);
    }
  }

  using Word = std::string_view Row::*;

  /// All rows in the order of a word of theirs, those of one word in the order of codes.
  [[nodiscard]] std::vector<Index> ordered(Word word) const {
    std::vector<Index> all(rows_.size());
    std::iota(all.begin(), all.end(), Index{0});
    std::stable_sort(all.begin(), all.end(), [&](Index a, Index b) { return rows_[a].*word < rows_[b].*word; });
    return all;
  }
  [[nodiscard]] std::vector<Index> with(std::string_view value, Word word, const std::vector<Index>& order) const {
    const auto begin = std::lower_bound(order.begin(), order.end(), value,
                                        [&](Index i, std::string_view wanted) { return rows_[i].*word < wanted; });
    const auto end = std::find_if(begin, order.end(), [&](Index i) { return rows_[i].*word != value; });
    return {begin, end};
  }

  std::vector<Row> rows_;
  std::vector<Index> by_name_;
  std::vector<Index> by_stem_;
};

/// Made once, on first use, never changed.
[[nodiscard]] inline const Table& table() {
  static const Table rows;
  return rows;
}

}  // namespace shengzhou_report::detail::division
