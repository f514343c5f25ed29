#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/separators.hpp>
#include <shengzhou_report/impl/statement_fields.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail {

/// Figures without magnitudes: growth by 4.8 倍 and by 480 % stand in one column, so all of it is in per cent there.
class BaseFigures {
 public:
  struct Cell {
    double value;
    std::string_view unit;  ///< lives as long as this object
  };

  [[nodiscard]] Cell operator()(const Statement& statement) {
    const Quantity& figure = *statement.quantity;
    const bool percent = statement.measure == Measure::growth && figure.unit().is_ratio();
    // Units are few, and making one costs more than all else in a row.
    auto& known = known_[percent ? 1 : 0];
    auto found = known.find(figure.unit().symbol());
    if (found == known.end()) {
      Unit base = percent ? Unit("%") : figure.unit().base();
      const Scale factor = conversion_factor(figure.unit(), base);
      found = known.emplace(figure.unit().symbol(), Step{std::move(base), factor}).first;
    }
    const auto& [base, factor] = found->second;
    return {converted(figure.value(), factor), base.symbol()};
  }

 private:
  struct Step {
    Unit base;
    Scale factor;
  };

  [[nodiscard]] static double converted(const Decimal& value, const Scale& factor) {
    try {
      return convert(value, factor).to_double();
    } catch (const DomainError&) {
      // More than a decimal holds: a table has no reason to fail for that.
      return value.to_double() * factor.to_double();
    }
  }

  std::array<std::unordered_map<std::string, Step>, 2> known_;
};

/// The words of an enumeration, in the order of its values.
template <Worded Enum>
[[nodiscard]] std::span<const char* const> words_of() noexcept {
  static constexpr auto words = [] {
    std::array<const char*, std::size(Words<Enum>::table)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = Words<Enum>::table[i].word;
    return all;
  }();
  return words;
}

/// A firm target has no word in tables, as in the files that others write of them.
[[nodiscard]] inline std::span<const char* const> modality_words() noexcept {
  static const auto words = [] {
    std::array<const char*, std::size(Words<Modality>::table)> all{};
    const std::span<const char* const> usual = words_of<Modality>();
    std::copy(usual.begin(), usual.end(), all.begin());
    all[static_cast<std::size_t>(Modality::firm)] = "";
    return all;
  }();
  return words;
}

/// Calls the visitor for each column in its order: `text`, `word`, `number`, `year` or `position`, with the name,
/// whether cells may be missing, for words all of them, and a function of the number of a row. That gives an optional
/// of the cell (of words, its number), or for what is never missing the cell; text is good until it is called again.
/// Rows must be asked for in ascending order, each once a column.
template <class Visitor>
class VisitColumns {
 public:
  VisitColumns(std::span<const Statement* const> rows, Visitor& visitor) : rows_(rows), visitor_(visitor) {}

  void all() {
    text(field::indicator);
    text(field::indicator_id);
    text(field::name_en);
    word(field::measure);
    figure<Kind::number>("value", [](const Quantity& q) { return q.value().to_double(); });
    figure<Kind::text>("unit", [](const Quantity& q) -> std::string_view { return q.unit().symbol(); });
    base();
    figure<Kind::word>("bound", [](const Quantity& q) { return q.bound(); });
    word(field::modality, modality_words());
    word(field::status);
    year(field::year);
    word(field::period);
    year(field::base_year);
    text(field::area);
    text(field::reference);
    visitor_.word(field::price_basis.name, false, words_of<PriceBasis>(),
                  [this](std::size_t row) { return number_of(at(row).price_basis()); });
    text(field::scope);
    section();
    doubts();
    position(field::start);
    position(field::end);
    figure<Kind::text>("printed", [](const Quantity& q) { return to_string(q.value()); });
    figure<Kind::text>("step", [](const Quantity& q) { return to_string(q.step()); });
    printed_upper();
    word(field::trend);
    position(field::byte_start);
    position(field::byte_end);
    visitor_.word("stated_basis", true, words_of<PriceBasis>(), [this](std::size_t row) {
      const auto& stated = field::price_basis(at(row));
      return stated ? std::optional(number_of(*stated)) : std::nullopt;
    });
  }

 private:
  enum class Kind { text, word, number };

  [[nodiscard]] const Statement& at(std::size_t row) const { return *rows_[row]; }

  template <class Enum>
  [[nodiscard]] static std::int8_t number_of(Enum value) noexcept {
    return static_cast<std::int8_t>(value);
  }

  template <class Source>
  void text(const Source& source) {
    visitor_.text(source.name, false, [&, this](std::size_t row) -> std::string_view { return source(at(row)); });
  }
  template <class Source>
  void word(const Source& source) {
    using Enum = std::remove_cvref_t<decltype(source(std::declval<const Statement&>()))>;
    word(source, words_of<Enum>());
  }
  template <class Source>
  void word(const Source& source, std::span<const char* const> words) {
    visitor_.word(source.name, false, words, [&, this](std::size_t row) { return number_of(source(at(row))); });
  }
  template <class Source>
  void year(const Source& source) {
    visitor_.year(source.name, true, [&, this](std::size_t row) { return source(at(row)); });
  }
  template <class Source>
  void position(const Source& source) {
    visitor_.position(source.name, false, [&, this](std::size_t row) { return source(at(row)); });
  }

  /// A part of the figure, missing where a statement has none.
  template <Kind kind, class Get>
  void figure(const char* name, const Get& get) {
    if constexpr (kind == Kind::number) {
      visitor_.number(name, true, [&, this](std::size_t row) {
        const auto& figure = at(row).quantity;
        return figure ? std::optional<double>(get(*figure)) : std::nullopt;
      });
    } else if constexpr (kind == Kind::word) {
      using Enum = std::invoke_result_t<Get, const Quantity&>;
      visitor_.word(name, true, words_of<Enum>(), [&, this](std::size_t row) {
        const auto& figure = at(row).quantity;
        return figure ? std::optional(number_of(get(*figure))) : std::nullopt;
      });
    } else {
      std::invoke_result_t<Get, const Quantity&> kept;
      visitor_.text(name, true, [&, this](std::size_t row) -> std::optional<std::string_view> {
        const auto& figure = at(row).quantity;
        if (!figure) return std::nullopt;
        kept = get(*figure);
        return kept;
      });
    }
  }

  void base() {
    std::vector<std::optional<BaseFigures::Cell>> cells;
    cells.reserve(rows_.size());
    BaseFigures figures;
    for (const Statement* statement : rows_)
      cells.push_back(statement->quantity ? std::optional(figures(*statement)) : std::nullopt);
    visitor_.number("base_value", true, [&](std::size_t row) {
      return cells[row] ? std::optional<double>(cells[row]->value) : std::nullopt;
    });
    visitor_.text("base_unit", true,
                  [&](std::size_t row) { return cells[row] ? std::optional(cells[row]->unit) : std::nullopt; });
  }

  void printed_upper() {
    std::string kept;
    visitor_.text("printed_upper", true, [&, this](std::size_t row) -> std::optional<std::string_view> {
      const auto& figure = at(row).quantity;
      if (!figure || !figure->upper()) return std::nullopt;
      kept = to_string(*figure->upper());
      return kept;
    });
  }

  void section() {
    // Hundreds of statements share the headings above them.
    const std::vector<std::string>* last = nullptr;
    std::string kept;
    visitor_.text(field::section.name, false, [&, this](std::size_t row) -> std::string_view {
      const std::vector<std::string>& titles = field::section(at(row)).titles();
      if (&titles == last) return kept;
      last = &titles;
      kept.clear();
      for (const std::string& title : titles) {
        if (&title != &titles.front()) kept += section_separator;
        kept += title;
      }
      return kept;
    });
  }

  void doubts() {
    std::string kept;
    visitor_.text(field::doubts.name, false, [&, this](std::size_t row) -> std::string_view {
      const Doubts& doubts = field::doubts(at(row));
      if (doubts.empty()) return {};
      kept.clear();
      for (const Doubt doubt : doubts.list()) {
        if (!kept.empty()) kept += doubt_separator;
        kept += to_string(doubt);
      }
      return kept;
    });
  }

  std::span<const Statement* const> rows_;
  Visitor& visitor_;
};

template <class Visitor>
void visit_columns(std::span<const Statement* const> rows, Visitor&& visitor) {
  VisitColumns<std::remove_reference_t<Visitor>>(rows, visitor).all();
}

/// A text that may be missing as a cell.
[[nodiscard]] inline std::optional<std::string_view> view_of(const std::optional<std::string>& text) {
  return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

/// The columns before them in the table of a panel: which of its documents states a row.
template <class Visitor>
void visit_panel_columns(std::span<const Report* const> rows, Visitor& visitor) {
  const auto info = [rows](std::size_t row) -> const ReportInfo& { return rows[row]->info(); };
  visitor.text("place", false, [&](std::size_t row) -> std::string_view { return *info(row).place; });
  visitor.year("vintage", false, [&](std::size_t row) { return *info(row).year; });
  visitor.text("ref_area", true, [&](std::size_t row) { return view_of(info(row).ref_area); });
  visitor.word("kind", false, words_of<DocumentKind>(),
               [&](std::size_t row) { return static_cast<std::int8_t>(info(row).kind); });
}

}  // namespace shengzhou_report::detail
