#pragma once

// Which division went on in which: where code or name do, and where it was announced.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/divisions/table.ipp>

namespace shengzhou_report::detail::division {

/// How surely a division is another one under a new code or name.
enum class Likeness { none, one_character, stem, name };

/// 嵊县 and 嵊州市, 萧山市 and 萧山区. 郊区 and 城区 stand in many prefectures, so a short 区 goes on in its own.
[[nodiscard]] inline Likeness likeness(const Row& old, const Row& row) {
  const bool together = old.prefecture() == row.prefecture();
  if (old.name.ends_with("区") && old.name.size() <= 2 * han && !together) return Likeness::none;
  if (old.name == row.name) return Likeness::name;
  if (old.stem == row.stem) return Likeness::stem;
  const auto [shorter, longer] =
      std::minmax(old.stem, row.stem, [](std::string_view a, std::string_view b) { return a.size() < b.size(); });
  return together && shorter.size() == han && longer.starts_with(shorter) ? Likeness::one_character : Likeness::none;
}

class Successors {
 public:
  explicit Successors(const Table& table) : table_(table), next_(table.rows().size()), previous_(next_.size()) {
    for (Index i = 0; i < next_.size(); ++i) begun_[table[i].first].push_back(i);
    for (Index i = 0; i < next_.size(); ++i) {
      if (table[i].last == Row::open) continue;
      next_[i] = after(table[i]);
      for (const Index j : next_[i]) previous_[j].push_back(i);
    }
  }
  [[nodiscard]] const std::vector<Index>& next(Index i) const { return next_[i]; }
  [[nodiscard]] const std::vector<Index>& previous(Index i) const { return previous_[i]; }

 private:
  [[nodiscard]] std::vector<Index> after(const Row& old) const {
    const std::int32_t year = old.last + 1;
    for (const data::AnnouncedSuccessors& announced : data::announced_successors) {
      if (announced.year != year || announced.code != old.code) continue;
      std::vector<Index> found;
      for (const std::int32_t code : announced.successors) {
        if (const Index i = table_.at(code, year); i < table_.rows().size()) found.push_back(i);
      }
      return found;
    }
    const auto begun = begun_.find(year);
    if (begun == begun_.end()) return {};
    if (const auto own = like(old, begun->second, old.province())) return *own;
    for (const Index i : begun->second) {
      if (table_[i].code == old.code) return {i};
    }
    for (const data::ProvinceParting& parting : data::province_partings) {
      if (parting.year != year || parting.from != old.province()) continue;
      if (const auto parted = like(old, begun->second, parting.to)) return *parted;
    }
    return {};
  }

  /// The division that is most like the old one among those that began, in a province; empty where several are as
  /// like, nothing where none is.
  [[nodiscard]] std::optional<std::vector<Index>> like(const Row& old, const std::vector<Index>& begun,
                                                       std::int32_t province) const {
    using Rank = std::pair<Likeness, bool>;
    Rank best{Likeness::none, false};
    std::vector<Index> found;
    for (const Index i : begun) {
      const Row& row = table_[i];
      if (row.province() != province || row.tier() != old.tier()) continue;
      const Likeness alike = likeness(old, row);
      if (alike == Likeness::none) continue;
      const Rank rank(alike, row.prefecture() == old.prefecture());
      if (rank > best) found.clear();
      if (rank >= best) best = rank, found.push_back(i);
    }
    if (found.empty()) return std::nullopt;
    return found.size() == 1 ? found : std::vector<Index>{};
  }

  const Table& table_;
  std::map<std::int32_t, std::vector<Index>> begun_;
  std::vector<std::vector<Index>> next_;
  std::vector<std::vector<Index>> previous_;
};

[[nodiscard]] inline const Successors& successors() {
  static const Successors all(table());
  return all;
}

}  // namespace shengzhou_report::detail::division
