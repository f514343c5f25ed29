#include "record.hpp"

namespace sr = shengzhou_report;
using sr::CodedName;
using sr::Division;

namespace {

sr::DivisionQuery query(std::optional<std::int32_t> year, std::optional<Text>&& within, std::optional<sr::Tier> tier) {
  return {.year = year, .within = within ? std::move(within->value) : std::string(), .tier = tier};
}

void register_classes(py::module_& m) {
  auto named =
      record::define<CodedName>(m, "CodedName", R"(An administrative division by its code (GB/T 2260) and its name.

>>> import shengzhou_report as sr
>>> print(sr.divisions.find("嵊州市").parents[0])
330000 浙江省
)",
                                record::fields(record::required("code", "Six digits: '330683'.", &CodedName::code),
                                               record::required("name", "In full: '嵊州市'.", &CodedName::name)));
  record::with_text(named);
  auto division = record::define<Division>(
      m, "Division", R"(An administrative division at or above county level (GB/T 2260) in a year.

`first_year` and `last_year` are the lists, of 31 December, with this code and name: 1980 is that or before, None while
they hold. `successors` are what it became, where its code or name went on or an announcement says so, as of the mergers
since 2018; empty where neither shows it.

>>> import shengzhou_report as sr
>>> old = sr.divisions.find("嵊县", year=1990)
>>> print(old, old.first_year, old.last_year, *old.successors)
330623 浙江省绍兴市嵊县 1983 1994 330683 嵊州市
)",
      record::fields(
          record::required("code", "Six digits: '330683'.", &Division::code),
          record::required("name", "In full: '嵊州市'.", &Division::name),
          record::required("tier", "'province', 'prefecture' or 'county'.", &Division::tier),
          record::named("parents", "What it belongs to in the year, the province first.", &Division::parents),
          record::by_name, record::needed("first_year", "First list with this code and name.", &Division::first_year),
          record::named("last_year", "Last list with them, or None while they hold.", &Division::last_year),
          record::named("successors", "What it became, where that is known.", &Division::successors),
          record::named("predecessors", "What became it, where that is known.", &Division::predecessors)));
  record::with_text(division);
}

}  // namespace

void register_divisions(py::module_& m) {
  register_classes(m);
  m.def(
      "find_division",
      [](const Text& name, std::optional<std::int32_t> year, std::optional<Text> within, std::optional<sr::Tier> tier) {
        return sr::find_division(name, query(year, std::move(within), tier));
      },
      "name"_a, "year"_a = py::none(), py::kw_only(), "within"_a = py::none(), "tier"_a = py::none(),
      "The division that is called so in a year.");
  m.def(
      "division_candidates",
      [](const Text& name, std::optional<std::int32_t> year, std::optional<Text> within, std::optional<sr::Tier> tier) {
        py::dict found;
        for (const sr::DivisionCandidate& one : sr::division_candidates(name, query(year, std::move(within), tier)))
          found[py::cast(one.division)] = one.match;
        return found;
      },
      "name"_a, "year"_a = py::none(), py::kw_only(), "within"_a = py::none(), "tier"_a = py::none(),
      "All divisions that answer to a name.");
  m.def(
      "division_of_code",
      [](const Text& code, std::optional<std::int32_t> year) { return sr::division_of_code(code, year); }, "code"_a,
      "year"_a = py::none(), "The division that has a code in a year.");
  m.def(
      "divisions_of", [](std::optional<std::int32_t> year) { return py::tuple(py::cast(sr::divisions_of(year))); },
      "year"_a = py::none(), "Every division of a year.");
}
