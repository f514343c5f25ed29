#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report {

/// Level of an administrative division.
enum class Tier {
  province,    ///< 省, 自治区, 直辖市, 特别行政区
  prefecture,  ///< 地级市, 地区, 自治州, 盟
  county       ///< 县, 县级市, 市辖区, 旗
};

template <>
struct Words<Tier> {
  static constexpr const char* enumeration = "Tier";
  using enum Tier;
  static constexpr EnumWord<Tier> table[] = {{province, "province"}, {prefecture, "prefecture"}, {county, "county"}};
};

/// A division by its code of GB/T 2260 and its name.
struct CodedName {
  std::string code;  ///< six digits: 330683
  std::string name;  ///< in full: 嵊州市
  friend bool operator==(const CodedName&, const CodedName&) = default;
};

/// An administrative division at or above county level (GB/T 2260) in a year.
struct Division {
  std::string code;                       ///< six digits: 330683
  std::string name;                       ///< in full: 嵊州市
  Tier tier = Tier::county;               ///< its level
  std::vector<CodedName> parents = {};    ///< what it belongs to in that year, the province first
  std::int32_t first_year = 0;            ///< first list with this code and name; 1980 is that or before
  std::optional<std::int32_t> last_year;  ///< last list with them; none while they hold
  /// What it became: the same code or name goes on, or an announcement says so. Empty while it holds, and where neither
  /// shows it, as of most mergers before 2018.
  std::vector<CodedName> successors = {};
  std::vector<CodedName> predecessors = {};  ///< what became it
  friend bool operator==(const Division&, const Division&) = default;
};

/// Why a division answers to a name.
enum class NameMatch {
  name,         ///< it is its name in that year
  short_name,   ///< its name without 市, 县, 区 or the people: 嵊州, 延边州
  former_name,  ///< it, or what it came of, had this name before
  later_name    ///< it, or what it became, has this name later
};

template <>
struct Words<NameMatch> {
  static constexpr const char* enumeration = "NameMatch";
  using enum NameMatch;
  static constexpr EnumWord<NameMatch> table[] = {
      {name, "name"}, {short_name, "short_name"}, {former_name, "former_name"}, {later_name, "later_name"}};
};

/// A division that answers to a name, and why.
struct DivisionCandidate {
  Division division;                  ///< as it is in the year
  NameMatch match = NameMatch::name;  ///< why it answers
  friend bool operator==(const DivisionCandidate&, const DivisionCandidate&) = default;
};

/// Which division is meant.
struct DivisionQuery {
  std::optional<std::int32_t> year = {};  ///< lists are those of 31 December; none or later ones: the last, 2025
  std::string within = {};                ///< name or code of a division above it: 浙江, 绍兴市, 330600
  std::optional<Tier> tier = {};          ///< its level
};

/// The division that is called so in a year: by its name (嵊州市), the name without its ending (嵊州), behind what it
/// belongs to (浙江省绍兴市嵊州市), or a name it had or got in another year (嵊县). A short name that a province has
/// means the province.
/// @throws LookupError  when none or several are; the message names them, or near names.
/// @throws DomainError  for a year before 1980, of which there is no list.
[[nodiscard]] Division find_division(std::string_view name, const DivisionQuery& query = {});

/// All that answer to a name in the best way that any does, in the order of codes; maybe none.
/// @throws DomainError  for a year before 1980.
[[nodiscard]] std::vector<DivisionCandidate> division_candidates(std::string_view name,
                                                                 const DivisionQuery& query = {});

/// The division that has this code in a year; of a code that is given up or not yet given, the one that had it last
/// or has it first, as that was then.
/// @throws LookupError  when no list has the code, or a list has it twice.
/// @throws DomainError  for a year before 1980.
[[nodiscard]] Division division_of_code(std::string_view code, std::optional<std::int32_t> year = {});

/// Every division of a year, in the order of codes.
/// @throws DomainError  for a year before 1980.
[[nodiscard]] std::vector<Division> divisions_of(std::optional<std::int32_t> year = {});

/// "330683 浙江省绍兴市嵊州市".
[[nodiscard]] std::string to_string(const Division& division);
/// "330600 绍兴市".
[[nodiscard]] std::string to_string(const CodedName& named);
std::ostream& operator<<(std::ostream& out, const Division& division);
std::ostream& operator<<(std::ostream& out, const CodedName& named);

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/divisions.ipp>
#endif
