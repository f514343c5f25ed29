#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/divisions.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/division_names.hpp>
#include <shengzhou_report/impl/divisions/successors.ipp>
#include <shengzhou_report/impl/divisions/table.ipp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/utf8.hpp>

namespace shengzhou_report {

namespace detail::division {

[[nodiscard]] inline std::int32_t list_of(std::optional<std::int32_t> year) {
  if (year && *year < data::first_division_year) {
    throw DomainError("year: the lists of divisions begin in " + std::to_string(data::first_division_year) +
                      ", so there is none of " + std::to_string(*year));
  }
  return std::min(year.value_or(data::last_division_year), data::last_division_year);
}

[[nodiscard]] inline CodedName coded_name(const Row& row) { return {std::to_string(row.code), std::string(row.name)}; }

/// What a row belongs to in a year, the province first.
[[nodiscard]] inline std::vector<Index> above(const Row& row, std::int32_t year) {
  std::vector<Index> found;
  for (const std::int32_t unit : {10000, 100}) {
    const std::int32_t code = row.code / unit * unit;
    if (code == row.code) break;
    if (const Index i = table().at(code, year); i < table().rows().size()) found.push_back(i);
  }
  return found;
}

[[nodiscard]] inline Division made(Index i, std::int32_t year) {
  const Row& row = table()[i];
  const auto names = [](const std::vector<Index>& rows) {
    std::vector<CodedName> all;
    all.reserve(rows.size());
    for (const Index j : rows) all.push_back(coded_name(table()[j]));
    return all;
  };
  Division division;
  division.code = std::to_string(row.code);
  division.name = row.name;
  division.tier = row.tier();
  division.parents = names(above(row, year));
  division.first_year = row.first;
  if (row.last != Row::open) division.last_year = row.last;
  division.successors = names(successors().next(i));
  division.predecessors = names(successors().previous(i));
  return division;
}

/// A name as the table has them: without spaces and quotation marks.
[[nodiscard]] inline std::string plain(std::string_view name) {
  constexpr std::size_t longest = 256;
  std::string out;
  for (const char32_t c : comparable_name(name.substr(0, longest))) append_utf8(out, c);
  return out;
}

/// A row and why it answers.
using Answer = std::pair<Index, NameMatch>;

class Search {
 public:
  Search(std::int32_t year, const DivisionQuery& query)
      : year_(year), within_(plain(query.within)), within_stem_(stem_of(within_)), tier_(query.tier) {}

  /// All that answer in the best way that any does.
  [[nodiscard]] std::vector<Answer> operator()(const std::string& name) const {
    std::vector<Answer> found = now(name);
    return found.empty() ? moved(name) : found;
  }

  /// Those that are called so in the year.
  [[nodiscard]] std::vector<Answer> now(const std::string& name) const {
    std::vector<Answer> found = by_name(name);
    return found.empty() ? behind_parents(name) : found;
  }

  /// What had the name before the year, or has it later, as it is in the year.
  [[nodiscard]] std::vector<Answer> moved(const std::string& name) const {
    std::vector<Answer> found;
    for (const Index i : table().named(name)) follow(i, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  [[nodiscard]] bool fits(Index i) const {
    const Row& row = table()[i];
    if (tier_ && row.tier() != *tier_) return false;
    if (within_.empty()) return true;
    const std::vector<Index> parents = above(row, year_);
    return std::any_of(parents.begin(), parents.end(), [&](Index parent) {
      const Row& its = table()[parent];
      return its.name == within_ || its.stem == within_ || std::to_string(its.code) == within_ ||
             (its.stem == within_stem_ && is_short_for(within_, its));
    });
  }

  /// 延边州 of 延边朝鲜族自治州, 融水县 of 融水苗族自治县.
  [[nodiscard]] static bool is_short_for(std::string_view name, const Row& row) {
    return name.size() > han && row.name != name && row.name.find(data::autonomous) != std::string_view::npos &&
           row.name.ends_with(name.substr(name.size() - han));
  }

  /// Divisions of the year with this name, or with this short name.
  [[nodiscard]] std::vector<Answer> by_name(const std::string& name) const {
    std::vector<Answer> found;
    for (const Index i : table().named(name)) {
      if (table()[i].holds(year_) && fits(i)) found.emplace_back(i, NameMatch::name);
    }
    if (!found.empty()) return found;
    for (const Index i : shortened(name)) {
      if (table()[i].holds(year_) && fits(i)) found.emplace_back(i, NameMatch::short_name);
    }
    return found;
  }

  /// Rows of any year with this short name.
  [[nodiscard]] static std::vector<Index> shortened(const std::string& name) {
    std::vector<Index> found;
    if (name.size() < 2 * han) return found;
    for (const Index i : table().with_stem(name)) found.push_back(i);
    for (const Index i : table().with_stem(stem_of(name))) {
      if (is_short_for(name, table()[i])) found.push_back(i);
    }
    return found;
  }

  /// 嵊州市 of 浙江省绍兴市嵊州市.
  [[nodiscard]] std::vector<Answer> behind_parents(const std::string& name) const {
    for (std::size_t at = 2 * han; at + 2 * han <= name.size(); at += han) {
      const std::string parent = name.substr(0, at);
      const std::string rest = name.substr(at);
      DivisionQuery query{.year = year_, .within = parent, .tier = tier_};
      if (const std::vector<Answer> known = Search(year_, {.within = within_}).by_name(parent); known.empty()) continue;
      const Search inside(year_, query);
      std::vector<Answer> found = inside.by_name(rest);
      if (found.empty()) found = inside.behind_parents(rest);
      if (!found.empty()) return found;
    }
    return {};
  }

  void follow(Index i, std::vector<Answer>& found) const {
    const bool former = table()[i].last < year_;
    std::vector<Index> rows{i};
    for (std::size_t steps = 0; steps < most_steps && !rows.empty(); ++steps) {
      std::vector<Index> next;
      for (const Index j : rows) {
        if (table()[j].holds(year_)) {
          if (fits(j)) found.emplace_back(j, former ? NameMatch::former_name : NameMatch::later_name);
          continue;
        }
        const std::vector<Index>& on = former ? successors().next(j) : successors().previous(j);
        next.insert(next.end(), on.begin(), on.end());
      }
      rows = std::move(next);
    }
  }

  static constexpr std::size_t most_steps = 16;
  std::int32_t year_;
  std::string within_;
  std::string within_stem_;
  std::optional<Tier> tier_;
};

/// Of a short name keeps the province alone, if it has it: 海南 is no prefecture of another one.
inline void keep_province(std::vector<Answer>& found) {
  const auto province = std::find_if(found.begin(), found.end(), [](const Answer& answer) {
    return answer.second == NameMatch::short_name && table()[answer.first].tier() == Tier::province;
  });
  if (province != found.end()) found = {*province};
}

/// What to say of a name that no division has: when one had it, or names of the year that resemble it.
[[nodiscard]] inline std::string not_found(std::string_view name, const std::string& within, std::int32_t year) {
  std::string text = "no division is called " + in_quotes(name) +
                     (within.empty() ? "" : " within " + in_quotes(within)) + " in " + std::to_string(year);
  const std::vector<Index> other = table().named(plain(name));
  for (const Index i : other) {
    const Row& row = table()[i];
    text += "; " + to_string(made(i, row.first)) + " was one from " + std::to_string(row.first) +
            (row.last == Row::open ? " on" : " to " + std::to_string(row.last));
  }
  if (!other.empty()) return text;
  std::vector<std::string> names;
  for (const Row& row : table().rows()) {
    if (row.holds(year)) names.emplace_back(row.name);
  }
  return text + did_you_mean(similar_names(name, names, 3));
}

/// Of several, the first few in words.
[[nodiscard]] inline std::string listed(const std::vector<Answer>& found, std::int32_t year) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(found.size(), most); ++i)
    text += (i == 0 ? "" : ", ") + to_string(made(found[i].first, year));
  return text + (found.size() > most ? " ..." : "");
}

/// What to say of a name that several answer to.
[[nodiscard]] inline std::string ambiguous(std::string_view name, const std::vector<Answer>& found, std::int32_t year) {
  const NameMatch match = found.front().second;
  const bool moved = match == NameMatch::former_name || match == NameMatch::later_name;
  return in_quotes(name) +
         (moved ? " is no division, but several came of it or became it, in "
                : " is the name of several divisions in ") +
         std::to_string(year) + ": " + listed(found, year) + "; say within which, or which tier";
}

}  // namespace detail::division

SHENGZHOU_REPORT_INLINE Division find_division(std::string_view name, const DivisionQuery& query) {
  using namespace detail::division;  // NOLINT(google-build-using-namespace)
  const std::int32_t year = list_of(query.year);
  std::vector<Answer> found = Search(year, query)(plain(name));
  keep_province(found);
  if (found.size() == 1) return made(found.front().first, year);
  throw LookupError(found.empty() ? not_found(name, query.within, year) : ambiguous(name, found, year));
}

SHENGZHOU_REPORT_INLINE std::vector<DivisionCandidate> division_candidates(std::string_view name,
                                                                           const DivisionQuery& query) {
  using namespace detail::division;  // NOLINT(google-build-using-namespace)
  const std::int32_t year = list_of(query.year);
  std::vector<DivisionCandidate> candidates;
  for (const auto& [i, match] : Search(year, query)(plain(name))) candidates.push_back({made(i, year), match});
  return candidates;
}

SHENGZHOU_REPORT_INLINE Division division_of_code(std::string_view code, std::optional<std::int32_t> year) {
  using namespace detail::division;  // NOLINT(google-build-using-namespace)
  const std::int32_t list = list_of(year);
  const bool digits = code.size() == 6 && code.find_first_not_of("0123456789") == std::string_view::npos;
  std::vector<Index> found = digits ? table().coded(std::stoi(std::string(code))) : std::vector<Index>{};
  if (found.empty()) {
    throw LookupError("no division has the code " + detail::in_quotes(code) +
                      (digits ? "" : "; codes have six digits"));
  }
  std::vector<Index> now;
  std::copy_if(found.begin(), found.end(), std::back_inserter(now), [&](Index i) { return table()[i].holds(list); });
  if (now.size() > 1) {
    throw LookupError("the list of " + std::to_string(list) + " has the code " + detail::in_quotes(code) +
                      " twice: " + std::string(table()[now[0]].name) + ", " + std::string(table()[now[1]].name));
  }
  if (!now.empty()) return made(now.front(), list);
  const Row& first = table()[found.front()];
  if (list < first.first) return made(found.front(), first.first);
  const Index last = *std::find_if(found.rbegin(), found.rend(), [&](Index i) { return table()[i].first <= list; });
  return made(last, table()[last].last);
}

SHENGZHOU_REPORT_INLINE std::vector<Division> divisions_of(std::optional<std::int32_t> year) {
  using namespace detail::division;  // NOLINT(google-build-using-namespace)
  const std::int32_t list = list_of(year);
  std::vector<Division> all;
  for (Index i = 0; i < table().rows().size(); ++i) {
    if (table()[i].holds(list)) all.push_back(made(i, list));
  }
  return all;
}

SHENGZHOU_REPORT_INLINE std::string to_string(const Division& division) {
  std::string text = division.code + " ";
  for (const CodedName& parent : division.parents) text += parent.name;
  return text + division.name;
}

SHENGZHOU_REPORT_INLINE std::string to_string(const CodedName& named) { return named.code + " " + named.name; }

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Division& division) {
  return out << to_string(division);
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const CodedName& named) {
  return out << to_string(named);
}

namespace detail {

SHENGZHOU_REPORT_INLINE std::vector<NamedArea> areas_named(std::string_view name, std::int32_t year) {
  using namespace division;  // NOLINT(google-build-using-namespace)
  if (year < data::first_division_year) return {};
  const std::string wanted = plain(name);
  std::int32_t list = list_of(year);
  std::vector<Answer> found = Search(list, {}).now(wanted);
  // A report of January may be of a place that the year gave up.
  if (found.empty() && list > data::first_division_year) {
    found = Search(list - 1, {}).now(wanted);
    if (!found.empty()) --list;
  }
  if (found.empty()) found = Search(list, {}).moved(wanted);
  keep_province(found);
  std::vector<NamedArea> areas;
  for (const auto& [i, match] : found) {
    NamedArea area{.code = std::to_string(table()[i].code), .prefecture = {}, .province = {}};
    for (const Index parent : above(table()[i], list)) {
      const Row& row = table()[parent];
      (row.tier() == Tier::province ? area.province : area.prefecture) = comparable_name(row.stem);
    }
    areas.push_back(std::move(area));
  }
  return areas;
}

SHENGZHOU_REPORT_INLINE const DivisionNames& division_names() {
  static const DivisionNames names = [] {
    DivisionNames all;
    for (const division::Row& row : division::table().rows()) {
      const bool now = row.last == division::Row::open;
      if (row.tier() == Tier::province && now) all.provinces.push_back(comparable_name(row.name));
      if (row.tier() == Tier::prefecture && row.name.ends_with("市")) all.cities.push_back(comparable_name(row.name));
      if (now && row.name.find(data::autonomous) != std::string_view::npos)
        all.autonomous.push_back(comparable_name(row.name));
    }
    // A city that changed its code stands in the table twice.
    const auto once = [](std::vector<std::u32string>& list) {
      std::vector<std::u32string> kept;
      for (std::u32string& name : list) {
        if (std::find(kept.begin(), kept.end(), name) == kept.end()) kept.push_back(std::move(name));
      }
      list = std::move(kept);
    };
    once(all.cities);
    return all;
  }();
  return names;
}

}  // namespace detail

}  // namespace shengzhou_report
