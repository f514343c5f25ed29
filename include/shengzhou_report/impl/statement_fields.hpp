#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include <shengzhou_report/statement.hpp>

/// The fields of a statement, listed once: what other languages call them, what they are, and where they stand. Classes
/// of bindings, columns of tables and what reads such tables take them from here.
namespace shengzhou_report::detail {

/// A field of a record: the path are pointers to members, from the record to the value.
template <class... Path>
struct Field {
  const char* name;
  const char* doc;  ///< none: the record has a function of that name
  std::tuple<Path...> path;

  constexpr Field(const char* called, const char* said, Path... steps) : name(called), doc(said), path(steps...) {}

  /// Its value in a record.
  template <class Record>
  [[nodiscard]] constexpr const auto& operator()(const Record& record) const {
    return std::apply([&](const auto&... step) -> const auto& { return walk(record, step...); }, path);
  }

 private:
  template <class Value>
  static constexpr const Value& walk(const Value& value) {
    return value;
  }
  template <class Value, class Step, class... Steps>
  static constexpr const auto& walk(const Value& value, Step step, Steps... steps) {
    return walk(value.*step, steps...);
  }
};

/// The place of something in its text: `start`, `end` in code points, `byte_start`, `byte_end` in UTF-8.
template <class Record>
[[nodiscard]] constexpr auto place_fields(Span Record::* span) {
  return std::tuple(Field("start", "First code point.", span, &Span::codepoint_begin),
                    Field("end", "Code point behind it.", span, &Span::codepoint_end),
                    Field("byte_start", "First byte in UTF-8.", span, &Span::begin),
                    Field("byte_end", "Byte behind it in UTF-8.", span, &Span::end));
}

namespace field {

inline constexpr Field indicator{"indicator", "Name as the report words it.", &Statement::indicator};
inline constexpr Field indicator_id{"indicator_id", "Id in the catalogue, or ''.", &Statement::indicator_id};
inline constexpr Field name_en{"name_en", "English name.", &Statement::name_en};
inline constexpr Field measure{"measure", "'level', 'growth', 'change' or 'rank'.", &Statement::measure};
inline constexpr Field quantity{"quantity", "The figure, or None.", &Statement::quantity};
inline constexpr Field trend{"trend", "What is promised instead of a figure: 'falling', 'in_step' ...",
                             &Statement::trend};
inline constexpr Field status{"status", "'outcome', 'estimate' or 'target'.", &Statement::status};
inline constexpr Field modality{"modality", "'firm', 'ensure' or 'strive'.", &Statement::modality};
inline constexpr Field year{"year", "Calendar year the number refers to; None where the report's is unknown.",
                            &Statement::year};
inline constexpr Field period{"period", "Part of the year: 'year', 'first_quarter', 'month_average' ...",
                              &Statement::period};
inline constexpr Field base_year{
    "base_year", "What growth or change is measured from: the year before, or another; None where it is no year.",
    &Statement::base_year};
inline constexpr Field area{"area", "The part of the place that the figure is of; '' for all of it.", &Statement::area};
inline constexpr Field reference{"reference", "What a change is a difference to; '' for an earlier time.",
                                 &Statement::reference};
inline constexpr Field price_basis{"price_basis", nullptr, &Statement::stated_basis};
inline constexpr Field scope{"scope", "For ranks, among whom.", &Statement::scope};
inline constexpr Field section{"section", "Headings from the outermost in.", &Statement::section};
inline constexpr auto place = place_fields(&Statement::span);
inline constexpr auto start = std::get<0>(place);
inline constexpr auto end = std::get<1>(place);
inline constexpr auto byte_start = std::get<2>(place);
inline constexpr auto byte_end = std::get<3>(place);
inline constexpr Field doubts{"doubts",
                              "The rules of thumb that the reading rests on, as words; a reader checks these by hand.",
                              &Statement::doubts};

}  // namespace field

/// All of them, in the order in which a statement is written.
inline constexpr auto statement_fields = std::tuple_cat(
    std::tuple(field::indicator, field::indicator_id, field::name_en, field::measure, field::quantity, field::trend,
               field::status, field::modality, field::year, field::period, field::base_year, field::area,
               field::reference, field::price_basis, field::scope, field::section),
    field::place, std::tuple(field::doubts));

}  // namespace shengzhou_report::detail
