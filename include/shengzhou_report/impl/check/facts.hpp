// Where the library is header-only, check.hpp ends with definitions that need this file, so the guard stands behind it.

// What a report says, by indicator and year, and what rules find in it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/check/words.hpp>
#include <shengzhou_report/impl/utf8.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CHECK_FACTS_HPP
#define SHENGZHOU_REPORT_IMPL_CHECK_FACTS_HPP

namespace shengzhou_report::detail::rules {

/// Rules compare figures of the place over time; a statement on a part of it, or of an unknown year, takes no part.
[[nodiscard]] inline bool takes_part(const Statement& statement) {
  return statement.year.has_value() && statement.area.empty();
}
[[nodiscard]] inline bool is_comparable(const Report& report) {
  return std::all_of(report.begin(), report.end(), takes_part);
}
[[nodiscard]] inline Report comparable(const Report& report) {
  std::vector<Statement> statements = report.statements();
  std::erase_if(statements, std::not_fn(takes_part));
  // With its text, in which rules look around a figure.
  return {report.info(), std::move(statements), {}, {}, report.text()};
}

// What a report says, by indicator and year.

struct Key {
  std::string_view id;
  std::int32_t year;
  bool target;
  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.id, a.year, a.target) < std::tie(b.id, b.year, b.target);
  }
};

/// Figures of the whole place for whole years that are known, growth over the year before: what rules can rely on.
class Facts {
 public:
  explicit Facts(const Report& report) : report_(&report) {
    for (const Statement& statement : report) {
      if (statement.indicator_id.empty() || !statement.quantity || !takes_part(statement) || !statement.is_usual())
        continue;
      if (is_level(statement)) enter(levels_, statement);
      if (is_growth(statement)) enter(growths_, statement);
    }
  }

  [[nodiscard]] const Report& report() const noexcept { return *report_; }
  [[nodiscard]] const Statement* level(std::string_view id, std::int32_t year, bool target = false) const {
    return look_up(levels_, {id, year, target});
  }
  [[nodiscard]] const Statement* growth(std::string_view id, std::int32_t year, bool target = false) const {
    return look_up(growths_, {id, year, target});
  }
  /// Every growth figure, and every level, that is stated once or always alike.
  [[nodiscard]] std::vector<const Statement*> growths() const { return all(growths_); }
  [[nodiscard]] std::vector<const Statement*> levels() const { return all(levels_); }

  static bool is_growth(const Statement& statement) {
    return statement.measure == Measure::growth && statement.quantity->unit().is_ratio() &&
           growth_of(statement).lower() > -1;
  }

 private:
  /// nullptr where the report contradicts itself: a parser may have taken one of the figures for another year.
  using Index = std::map<Key, const Statement*>;

  static bool is_level(const Statement& statement) {
    if (statement.measure != Measure::level || statement.quantity->value() <= Decimal(0)) return false;
    const Indicator* known = statement.catalogued();
    if (known == nullptr) return false;
    // A share in place of an amount is another figure on the indicator: a planned growth, a rate of completion.
    return known->kind == Kind::ratio ||
           !(statement.quantity->unit().is_ratio() || statement.quantity->unit().is_point());
  }

  static void enter(Index& index, const Statement& statement) {
    const Key key{statement.indicator_id, year_of(statement), statement.status == Status::target};
    const auto [place, first] = index.try_emplace(key, &statement);
    if (first || place->second == nullptr) return;
    const Quantity& stated = *place->second->quantity;
    const Quantity& again = *statement.quantity;
    const bool agree =
        stated.unit().is_compatible(again.unit()) && meet(stated.interval(), level_in_unit(again, stated.unit()));
    if (!agree) place->second = nullptr;
  }

  static Interval level_in_unit(const Quantity& quantity, const Unit& unit) {
    return in_unit(quantity.interval(), conversion_factor(quantity.unit(), unit).to_double());
  }

  static const Statement* look_up(const Index& index, const Key& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
  }

  static std::vector<const Statement*> all(const Index& index) {
    std::vector<const Statement*> result;
    for (const auto& [key, statement] : index) {
      if (statement != nullptr) result.push_back(statement);
    }
    return result;
  }

  const Report* report_;
  Index levels_;
  Index growths_;
};

/// Growth of the economy in a year that incomes can be in step with, which for those of households is GDP per head
/// where the report states it (NBS): none where it falls by all there is, less the tolerance.
[[nodiscard]] inline const Statement* economic_growth(const Facts& facts, std::int32_t year, bool target,
                                                      double tolerance) {
  for (const char* id : {"gdp_per_capita", "gdp"}) {
    const Statement* growth = facts.growth(id, year, target);
    if (growth != nullptr && growth->price_basis() == PriceBasis::constant &&
        growth_of(*growth).lower() - tolerance > -1) {
      return growth;
    }
  }
  return nullptr;
}

/// Whether prices can have moved so much in one year: a judgement. What lies beyond is misread, or of several years.
[[nodiscard]] inline bool is_of_one_year(double growth) { return growth >= -0.2 && growth <= 0.5; }

/// Whether the text says that a growth is of another scope than the level beside it: 剔除减税因素增长8%,
/// 同口径增长8%, 增长8%(同口径). It is looked for behind the figure before and in brackets behind this one.
[[nodiscard]] inline bool is_adjusted(const Report& report, const Statement& growth) {
  if (report.text() == nullptr || growth.span.begin <= 0) return false;
  const std::string_view text = *report.text();
  const auto begin = static_cast<std::size_t>(growth.span.begin);
  if (begin > text.size()) return false;
  const auto has = [](std::string_view piece) {
    return std::any_of(std::begin(data::adjustments), std::end(data::adjustments), [&](std::u32string_view word) {
      std::string bytes;
      for (const char32_t c : word) append_utf8(bytes, c);
      const std::size_t at = piece.find(bytes);
      if (at == std::string_view::npos) return false;
      // 扣除价格因素 is what makes growth real, and no other scope.
      const std::string_view what = piece.substr(at, bytes.size() + 18);
      return what.find("价格") == std::string_view::npos && what.find("物价") == std::string_view::npos;
    });
  };
  constexpr std::size_t far = 120;  // bytes: two clauses
  std::string_view before = text.substr(begin - std::min(begin, far), std::min(begin, far));
  for (const std::string_view stop : {"。", "；", ";", "\n", "%", "％"}) {
    if (const std::size_t at = before.rfind(stop); at != std::string_view::npos) before.remove_prefix(at + stop.size());
  }
  if (has(before)) return true;
  std::string_view behind = text.substr(begin, far);
  const std::size_t open = std::min(behind.find('('), behind.find("（"));
  const std::size_t stop = std::min({behind.find("，"), behind.find("；"), behind.find("。"), behind.find(',')});
  if (open >= stop) return false;
  behind = behind.substr(open, std::min(behind.find(')', open), behind.find("）", open)) - open);
  return has(behind);
}

/// Findings under way, each with the position of its first statement.
class Findings {
 public:
  explicit Findings(const Report& report) : report_(&report) {}

  void add(Severity severity, const char* rule, std::initializer_list<const Statement*> statements, std::string message,
           std::vector<FindingNumber> numbers) {
    add(severity, rule, std::vector<const Statement*>(statements), std::move(message), std::move(numbers));
  }

  void add(Severity severity, const char* rule, const std::vector<const Statement*>& statements, std::string message,
           std::vector<FindingNumber> numbers) {
    std::vector<Statement> copies;
    copies.reserve(statements.size());
    for (const Statement* statement : statements) copies.push_back(*statement);
    found_.emplace_back(statements.front() - report_->statements().data(),
                        Finding{severity, rule, std::move(copies), std::move(message), std::move(numbers)});
  }

  [[nodiscard]] std::vector<Finding> in_order() && {
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Finding> result;
    for (auto& [position, finding] : found_) result.push_back(std::move(finding));
    return result;
  }

 private:
  const Report* report_;
  std::vector<std::pair<std::ptrdiff_t, Finding>> found_;
};

}  // namespace shengzhou_report::detail::rules

#endif
