// Where the library is header-only, panel.hpp ends with definitions that need this file, so the guard stands behind it.

// Which documents of a panel are of the place above: by the codes of divisions, of the same kind and year.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/divisions.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/panel.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_PANEL_ABOVE_HPP
#define SHENGZHOU_REPORT_IMPL_PANEL_ABOVE_HPP

namespace shengzhou_report::detail::panel {

/// The country, which is a place without a code.
[[nodiscard]] inline std::string nation() {
  std::string name;
  for (const char32_t c : data::nation) append_utf8(name, c);
  return name;
}

class Above {
 public:
  explicit Above(const std::vector<Report>& reports) : reports_(&reports) {
    const std::string country = nation();
    lines_.reserve(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const ReportInfo& info = reports[i].info();
      std::vector<std::string> line;  // from the nation down to the place itself
      if (info.place == country) line = {""};
      if (info.ref_area) line = line_of(*info.ref_area, *info.year);
      if (!line.empty()) at_.try_emplace(key(line.back(), info), i);
      lines_.push_back(std::move(line));
    }
  }

  /// The document of the nearest place above that the panel has.
  [[nodiscard]] std::optional<std::size_t> above(std::size_t i) const {
    const std::vector<std::string>& line = lines_[i];
    for (std::size_t up = line.size(); up-- > 1;) {
      if (const auto found = at_.find(key(line[up - 1], (*reports_)[i].info())); found != at_.end())
        return found->second;
    }
    return std::nullopt;
  }

  /// The same of the place right above.
  [[nodiscard]] std::optional<std::size_t> right_above(std::size_t i) const {
    const std::vector<std::string>& line = lines_[i];
    if (line.size() < 2) return std::nullopt;
    const auto found = at_.find(key(line[line.size() - 2], (*reports_)[i].info()));
    return found == at_.end() ? std::nullopt : std::optional(found->second);
  }

  /// How many places a place is made of in the year of its document.
  [[nodiscard]] std::size_t places_below(std::size_t i) const {
    const std::string& code = lines_[i].back();
    const std::vector<Division> all = divisions_of(*(*reports_)[i].info().year);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Division& division) {
      return division.parents.empty() ? code.empty() : division.parents.back().code == code;
    }));
  }

 private:
  using Key = std::tuple<std::string, std::int32_t, DocumentKind>;

  [[nodiscard]] static Key key(const std::string& code, const ReportInfo& info) {
    return {code, *info.year, info.kind};
  }

  /// Codes from the nation, which has none, down to the place; empty for a code that no list has, and for a year before
  /// the lists begin.
  [[nodiscard]] static std::vector<std::string> line_of(const std::string& code, std::int32_t year) {
    try {
      std::vector<std::string> line{""};
      for (const CodedName& parent : division_of_code(code, year).parents) line.push_back(parent.code);
      line.push_back(code);
      return line;
    } catch (const Error&) {
      return {};
    }
  }

  const std::vector<Report>* reports_;
  std::vector<std::vector<std::string>> lines_;
  std::map<Key, std::size_t> at_;
};

}  // namespace shengzhou_report::detail::panel

#endif
