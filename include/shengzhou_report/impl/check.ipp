#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <shengzhou_report/check.hpp>
#include <shengzhou_report/data/relations.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/feasible.ipp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/target.ipp>

namespace shengzhou_report {

namespace detail::rules {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
/// Two incomes that differ from their printed growth by more are hardly of neighbouring years, or not of one series.
inline constexpr double same_series = 0.10;
/// A published yearly average is chained from growth on each year's scope and, of incomes, often in real terms; it and
/// the levels at the ends differ by so much a year in most reports that state both. More is worth a warning.
inline constexpr double chained = 0.03;
/// A plan is made of round figures and on an estimate of the year before, which the outcome then misses: its growth and
/// its level are often some points apart, and seldom by more than so much. More is worth a warning.
inline constexpr double planned = 0.05;
/// A share and the levels that it is of, where they are of different vintages, are apart by up to so much of the share.
inline constexpr double vintage = 0.03;
/// The longest span that a yearly average is looked for.
inline constexpr int longest_span = 10;

// Numbers in words.

/// To `digits` decimals, without trailing zeros.
[[nodiscard]] inline std::string fixed(double value, int digits) {
  const double scaled = value * std::pow(10.0, digits);
  // A double has no more digits, and a Decimal holds no more.
  if (!(std::abs(scaled) < 1e16)) return format_double(value);
  return to_string(Decimal(std::llround(scaled), -digits).normalized());
}

[[nodiscard]] inline std::string percent(double rate) { return fixed(100 * rate, 2) + "%"; }
[[nodiscard]] inline std::string points(double difference) { return fixed(100 * difference, 2) + " points"; }

/// An interval with so much more at both ends.
[[nodiscard]] inline Interval widened(const Interval& interval, double by) {
  return {interval.lower() - by, interval.upper() + by};
}

/// A level with two digits more than the figure it comes from.
[[nodiscard]] inline std::string amount(double value, const Quantity& like) {
  const int digits = std::clamp(2 - like.step().last_place().exponent(), 0, 6);
  return fixed(value, digits) + like.unit().symbol();
}

template <class Form>
[[nodiscard]] std::string range(const Interval& interval, const Form& form) {
  if (interval.lower() == interval.upper()) return form(interval.lower());
  if (std::isinf(interval.upper())) return "at least " + form(interval.lower());
  if (std::isinf(interval.lower())) return "at most " + form(interval.upper());
  return form(interval.lower()) + " to " + form(interval.upper());
}

[[nodiscard]] inline FindingNumber in_percent(std::string name, double rate, const Interval& rates) {
  return {std::move(name), 100 * rate, rates * 100.0, Unit("%")};
}

[[nodiscard]] inline Interval growth_of(const Statement& statement) { return statement.quantity->rate_interval(); }
[[nodiscard]] inline double rate_of(const Statement& statement) { return statement.quantity->rate(); }
[[nodiscard]] inline double value_of(const Statement& statement) { return statement.quantity->value().to_double(); }

/// A level in the unit of `like`.
[[nodiscard]] inline Interval level_in(const Statement& level, const Statement& like) {
  const double factor = conversion_factor(level.quantity->unit(), like.quantity->unit()).to_double();
  return level_range(level.quantity->interval()) * factor;
}
[[nodiscard]] inline double value_in(const Statement& level, const Statement& like) {
  return convert(value_of(level), level.quantity->unit(), like.quantity->unit());
}

[[nodiscard]] inline bool compatible(const Statement& a, const Statement& b) {
  return a.quantity->unit().is_compatible(b.quantity->unit());
}

template <class Table>
[[nodiscard]] bool lists(const Table& table, std::string_view id) {
  return std::find(std::begin(table), std::end(table), id) != std::end(table);
}

/// "地区生产总值 2023".
[[nodiscard]] inline std::string title(const Statement& statement) {
  return statement.indicator + " " + std::to_string(year_of(statement));
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

/// Figures of the whole place for whole years, growth over the year before: what rules can rely on.
class Facts {
 public:
  explicit Facts(const Report& report) : report_(&report) {
    for (const Statement& statement : report) {
      if (statement.indicator_id.empty() || !statement.is_usual() || !statement.quantity) continue;
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
        stated.unit().is_compatible(again.unit()) && stated.interval().overlaps(level_in_unit(again, stated.unit()));
    if (!agree) place->second = nullptr;
  }

  static Interval level_in_unit(const Quantity& quantity, const Unit& unit) {
    return quantity.interval() * conversion_factor(quantity.unit(), unit).to_double();
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

// Rules. Each looks at what it needs and adds what it finds.

/// Whether a yearly average that the report states explains the two levels as the ends of a longer span: then the
/// earlier one is not of the year before.
[[nodiscard]] inline bool spans_years(const Facts& facts, const Statement& end, const Interval& from,
                                      const Interval& to, const Interval& deflator) {
  return std::any_of(facts.report().begin(), facts.report().end(), [&](const Statement& average) {
    if (average.period != Period::year_average || year_of(average) != year_of(end) || !same_indicator(average, end) ||
        !average.quantity || !Facts::is_growth(average)) {
      return false;
    }
    for (int years = 2; years <= longest_span; ++years) {
      if (implied_deflator(cagr(from, to, years), growth_of(average)).overlaps(deflator)) return true;
    }
    return false;
  });
}

inline void price_basis(Findings& findings, const Statement& level, const Statement& growth) {
  const Interval base = implied_base(level_range(level.quantity->interval()), growth_of(growth));
  const double value = implied_base(value_of(level), rate_of(growth));
  const std::string before = std::to_string(year_of(level) - 1);
  const auto form = [&](double x) { return amount(x, *level.quantity); };
  findings.add(Severity::info, "price_basis", {&level, &growth},
               title(level) + ": " + to_string(*level.quantity) + " is at current prices, growth of " +
                   to_string(*growth.quantity) + " at constant prices; " + to_string(*level.quantity) + " / (1 + " +
                   to_string(*growth.quantity) + ") = " + form(value) + " (" + range(base, form) +
                   " within rounding) is the level of " + before + " at the prices of " +
                   std::to_string(year_of(level)) + ", not the level that was published for " + before,
               {{"implied_base", value, base, level.quantity->unit()}});
}

inline void level_and_growth(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement* growth : facts.growths()) {
    const bool target = growth->status == Status::target;
    const Statement* level = facts.level(growth->indicator_id, year_of(*growth), target);
    const Indicator& indicator = *growth->catalogued();
    if (level == nullptr || indicator.kind == Kind::ratio) continue;
    const bool one_basis = level->price_basis() == growth->price_basis();
    const Statement* before = facts.level(growth->indicator_id, year_of(*growth) - 1);
    if (before == nullptr || !compatible(*before, *level)) {
      const bool bounded = std::isfinite(level->quantity->interval().upper());
      if (!one_basis && !target && bounded && level->quantity->interval().lower() > 0) {
        price_basis(findings, *level, *growth);
      }
      continue;
    }
    const Interval from = level_in(*before, *level);
    const Interval to = level_range(level->quantity->interval());
    if (from.lower() <= 0 || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const Interval implied = growth_rate(from, to);
    const double implied_value = growth_rate(value_in(*before, *level), value_of(*level));
    const std::string levels = title(*level) + ": " + to_string(*level->quantity) + " on " +
                               to_string(*before->quantity) + " of " + std::to_string(year_of(*before)) +
                               " is growth of " + percent(implied_value) + " (" + range(implied, percent) + ")";
    const std::vector<const Statement*> involved{growth, level, before};
    if (one_basis) {
      if (implied.overlaps(growth_of(*growth)) || spans_years(facts, *level, from, to, Interval(-1e-9, 1e-9))) continue;
      const bool scope = lists(data::scope_adjusted, growth->indicator_id);
      const bool survey = lists(data::survey_series, growth->indicator_id) && !target &&
                          std::abs(implied_value - rate_of(*growth)) <= same_series;
      const bool round = target && std::abs(implied_value - rate_of(*growth)) <= planned;
      const double base = implied_base(value_of(*level), rate_of(*growth));
      const Interval bases = implied_base(to, growth_of(*growth));
      const auto form = [&](double x) { return amount(x, *level->quantity); };
      const char* why = survey ? "; level and nominal growth of household income come from one survey and must agree"
                        : scope
                            ? "; growth of this series is published on a comparable scope, so chain growth, not levels"
                        : round ? "; a plan is made of round figures on an estimate of the year before"
                                : "; scope or base must differ";
      findings.add(survey           ? Severity::error
                   : scope || round ? Severity::info
                                    : Severity::warning,
                   "level_growth", involved,
                   levels + ", but " + to_string(*growth->quantity) + " is printed, which needs a base of " +
                       form(base) + " (" + range(bases, form) + ")" + why,
                   {in_percent("implied_growth", implied_value, implied),
                    {"implied_base", base, bases, level->quantity->unit()}});
      continue;
    }
    const Interval deflator = implied_deflator(implied, growth_of(*growth));
    const bool plausible = deflator.overlaps(target ? widened(options.deflator_band, planned) : options.deflator_band);
    if (!plausible && spans_years(facts, *level, from, to, options.deflator_band)) continue;
    const double deflator_value = implied_deflator(implied_value, rate_of(*growth));
    findings.add(plausible ? Severity::info : Severity::warning, "implied_deflator", involved,
                 levels + " at current prices, printed growth is " + to_string(*growth->quantity) +
                     " at constant prices; the implied deflator is " + percent(deflator_value) + " (" +
                     range(deflator, percent) + ")" +
                     (plausible ? ""
                                : ", outside " + range(options.deflator_band, percent) +
                                      ": a revised base or another scope is likely"),
                 {in_percent("implied_growth", implied_value, implied),
                  in_percent("implied_deflator", deflator_value, deflator)});
  }
}

/// Levels at both ends of a span against the yearly average (年均) that the report states.
inline void yearly_average(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement& average : facts.report()) {
    if (average.period != Period::year_average || average.status == Status::target || !average.quantity ||
        average.indicator_id.empty() || !Facts::is_growth(average)) {
      continue;
    }
    const Indicator* indicator = average.catalogued();
    const Statement* level = facts.level(average.indicator_id, year_of(average));
    if (indicator == nullptr || indicator->kind == Kind::ratio || level == nullptr) continue;
    // The length of the span is not printed: one earlier level says it, several leave it open.
    const Statement* start = nullptr;
    int starts = 0;
    for (const Statement* candidate : facts.levels()) {
      const bool fits = candidate->indicator_id == average.indicator_id && candidate->status != Status::target &&
                        year_of(*candidate) < year_of(*level) &&
                        year_of(*level) - year_of(*candidate) <= longest_span && compatible(*candidate, *level);
      if (!fits) continue;
      start = candidate;
      ++starts;
    }
    if (starts != 1 || year_of(*level) - year_of(*start) < 2) continue;
    const double years = year_of(*level) - year_of(*start);
    const Interval from = level_in(*start, *level);
    const Interval to = level_range(level->quantity->interval());
    if (from.lower() <= 0 || !std::isfinite(from.upper()) || !std::isfinite(to.upper())) continue;
    const Interval implied = cagr(from, to, years);
    const double value = cagr(value_in(*start, *level), value_of(*level), years);
    const std::string levels = title(*level) + ": " + to_string(*start->quantity) + " in " +
                               std::to_string(year_of(*start)) + " to " + to_string(*level->quantity) + " is " +
                               percent(value) + " a year (" + range(implied, percent) + ")";
    if (level->price_basis() == average.price_basis()) {
      if (implied.overlaps(growth_of(average))) continue;
      const bool scope = lists(data::scope_adjusted, average.indicator_id);
      const bool far = !scope && std::abs(value - rate_of(average)) > chained;
      findings.add(far ? Severity::warning : Severity::info, "yearly_average", {&average, level, start},
                   levels + ", but " + to_string(*average.quantity) + " a year is printed: " +
                       (scope ? "growth of this series is published on a comparable scope, and chained"
                        : far ? "another span, scope or base"
                              : "another span, scope or base, or growth chained from year to year"),
                   {in_percent("implied_growth", value, implied)});
      continue;
    }
    const Interval deflator = implied_deflator(implied, growth_of(average));
    const double deflator_value = implied_deflator(value, rate_of(average));
    // Growth is chained as above; the difference falls to the deflator.
    const bool plausible = deflator.overlaps(widened(options.deflator_band, chained));
    findings.add(
        plausible ? Severity::info : Severity::warning, "implied_deflator", {&average, level, start},
        levels + " at current prices, printed growth is " + to_string(*average.quantity) +
            " a year at constant prices; the implied deflator is " + percent(deflator_value) + " a year (" +
            range(deflator, percent) + ")",
        {in_percent("implied_growth", value, implied), in_percent("implied_deflator", deflator_value, deflator)});
  }
}

/// The parts of each complete whole, in the order of the table.
[[nodiscard]] inline std::map<std::string_view, std::vector<std::string_view>> complete_wholes() {
  std::map<std::string_view, std::vector<std::string_view>> wholes;
  for (const data::PartRow& row : data::parts) {
    if (row.kind == data::PartKind::complete) wholes[row.whole].push_back(row.part);
  }
  return wholes;
}

inline void sums(Findings& findings, const Facts& facts) {
  const auto wholes = complete_wholes();
  for (const Statement* whole : facts.levels()) {
    const auto entry = wholes.find(whole->indicator_id);
    if (entry == wholes.end()) continue;
    std::vector<const Statement*> involved{whole};
    Interval sum = 0.0;
    double printed = 0;
    std::string terms;
    for (const std::string_view id : entry->second) {
      const Statement* part = facts.level(id, year_of(*whole), whole->status == Status::target);
      if (part == nullptr || !compatible(*part, *whole)) break;
      involved.push_back(part);
      sum = sum + level_in(*part, *whole);
      printed += value_in(*part, *whole);
      terms += (terms.empty() ? "" : " + ") + to_string(*part->quantity);
    }
    if (involved.size() != entry->second.size() + 1 || sum.overlaps(level_range(whole->quantity->interval()))) continue;
    const auto form = [&](double x) { return amount(x, *whole->quantity); };
    findings.add(Severity::error, "sum_of_parts", involved,
                 title(*whole) + ": the parts " + terms + " add up to " + form(printed) + " (" + range(sum, form) +
                     " within rounding), but " + to_string(*whole->quantity) + " is printed",
                 {{"sum", printed, sum, whole->quantity->unit()}});
  }
}

inline void growth_of_parts(Findings& findings, const Facts& facts) {
  const auto wholes = complete_wholes();
  for (const Statement* whole : facts.growths()) {
    const auto entry = wholes.find(whole->indicator_id);
    if (entry == wholes.end()) continue;
    std::vector<const Statement*> involved{whole};
    double least = infinity;
    double most = -infinity;
    std::string terms;
    for (const std::string_view id : entry->second) {
      const Statement* part = facts.growth(id, year_of(*whole), whole->status == Status::target);
      if (part == nullptr || part->price_basis() != whole->price_basis()) break;
      involved.push_back(part);
      least = std::min(least, growth_of(*part).lower());
      most = std::max(most, growth_of(*part).upper());
      terms += (terms.empty() ? "" : ", ") + to_string(*part->quantity);
    }
    if (involved.size() != entry->second.size() + 1) continue;
    const Interval hull(least, most);
    if (hull.overlaps(growth_of(*whole))) continue;
    const bool real = whole->price_basis() == PriceBasis::constant;
    findings.add(real ? Severity::warning : Severity::error, "growth_of_parts", involved,
                 title(*whole) + ": all parts grow by " + terms + ", and a sum grows no less than its slowest and no " +
                     "more than its fastest part, " + range(hull, percent) + "; printed is " +
                     to_string(*whole->quantity),
                 {{"growth_of_parts", 100 * hull.midpoint(), hull * 100.0, Unit("%")}});
  }
}

inline void parts_within(Findings& findings, const Facts& facts) {
  for (const data::PartRow& row : data::parts) {
    for (const Statement* part : facts.levels()) {
      if (part->indicator_id != row.part) continue;
      const Statement* whole = facts.level(row.whole, year_of(*part), part->status == Status::target);
      if (whole == nullptr || !compatible(*part, *whole)) continue;
      const Interval within = level_in(*part, *whole);
      if (within.lower() <= level_range(whole->quantity->interval()).upper()) continue;
      findings.add(Severity::error, "part_exceeds_whole", {part, whole},
                   title(*part) + ": " + to_string(*part->quantity) + " is part of " + whole->indicator +
                       ", but that is " + to_string(*whole->quantity),
                   {{"part", value_in(*part, *whole), within, whole->quantity->unit()}});
    }
    // Growth of the part takes so much of the increment that the rest must shrink.
    for (const Statement* growth : facts.growths()) {
      if (growth->indicator_id != row.part) continue;
      const bool target = growth->status == Status::target;
      const Statement* whole_growth = facts.growth(row.whole, year_of(*growth), target);
      const Statement* part = facts.level(row.part, year_of(*growth) - 1);
      const Statement* whole = facts.level(row.whole, year_of(*growth) - 1);
      if (whole_growth == nullptr || part == nullptr || whole == nullptr || !compatible(*part, *whole) ||
          growth->price_basis() != whole_growth->price_basis()) {
        continue;
      }
      const double share = value_in(*part, *whole) / value_of(*whole);
      if (!(share < 1)) continue;
      const double pull = share * rate_of(*growth);
      const double rest = (rate_of(*whole_growth) - pull) / (1 - share);
      // A whole that is to grow "at least" so much may grow by more: then the arithmetic only says what it takes.
      const Interval limit = growth_of(*whole_growth);
      const bool impossible =
          std::isfinite(limit.upper()) && level_in(*part, *whole).lower() * (1 + growth_of(*growth).lower()) >
                                              level_range(whole->quantity->interval()).upper() * (1 + limit.upper());
      if (rest >= -formula::tolerance && !impossible) continue;
      findings.add(
          impossible ? Severity::error : Severity::info, "part_growth", {growth, whole_growth, part, whole},
          title(*growth) + ": growth of " + to_string(*growth->quantity) + " on " + percent(share) + " of " +
              whole->indicator + " pulls it by " + points(pull) + ", more than its growth of " +
              to_string(*whole_growth->quantity) + "; " +
              (impossible ? "the part would be larger than the whole" : "the rest would change by " + percent(rest)),
          {in_percent("pull", pull, pull), in_percent("growth_of_rest", rest, rest)});
    }
  }
}

/// `settled` is by how many units of its last place the share may be off, since its terms are made to add up.
inline void quotient(Findings& findings, const Statement& share, const Statement& part, const Statement& whole,
                     Severity severity, const char* rule, int settled = 0) {
  const Interval denominator = level_range(whole.quantity->interval());
  if (!compatible(part, whole) || denominator.lower() <= 0) return;
  const bool is_ratio = share.quantity->unit().is_ratio();
  const Quantity stated = is_ratio ? share.quantity->to(fraction_unit(share.quantity->unit())) : *share.quantity;
  const Interval printed = widened(stated.interval(), settled * stated.step().to_double());
  const Interval implied = level_in(part, whole) / denominator;
  if (implied.overlaps(printed)) return;
  const double value = value_in(part, whole) / value_of(whole);
  const bool in_percents = is_ratio && share.quantity->unit() == Unit("%");
  const auto form = [&](double x) { return in_percents ? percent(x) : fixed(x, 4); };
  findings.add(
      severity, rule, {&share, &part, &whole},
      title(share) + ": " + to_string(*part.quantity) + " / " + to_string(*whole.quantity) + " = " + form(value) +
          " (" + range(implied, form) + " within rounding), but " + to_string(*share.quantity) + " is printed",
      {in_percents ? in_percent("quotient", value, implied) : FindingNumber{"quotient", value, implied, Unit()}});
}

inline void quotients(Findings& findings, const Facts& facts) {
  for (const Statement* share : facts.levels()) {
    const bool target = share->status == Status::target;
    if (const data::ShareRow* row = share_row(share->indicator_id); row != nullptr) {
      const Statement* part = facts.level(row->part, year_of(*share), target);
      const Statement* whole = facts.level(row->whole, year_of(*share), target);
      if (part != nullptr && whole != nullptr && share->quantity->unit().is_ratio()) {
        // Shares of all the parts are printed so that they add up to 100; one of them takes the remainder.
        const bool settled = std::any_of(std::begin(data::parts), std::end(data::parts), [&](const data::PartRow& of) {
          return of.kind == data::PartKind::complete && of.whole == row->whole && of.part == row->part;
        });
        const bool near = compatible(*part, *whole) && std::abs(value_in(*part, *whole) / value_of(*whole) -
                                                                rate_of(*share)) <= vintage * rate_of(*share);
        const Severity severity = row->exact ? (target ? Severity::warning : Severity::error)
                                  : near     ? Severity::info
                                             : Severity::warning;
        quotient(findings, *share, *part, *whole, severity, "share_of_whole", settled ? 1 : 0);
      }
    }
    const Statement* urban = facts.level("disposable_income_urban", year_of(*share), target);
    const Statement* rural = facts.level("disposable_income_rural", year_of(*share), target);
    if (urban == nullptr || rural == nullptr || !compatible(*urban, *rural)) continue;
    if (share->indicator_id == "income_ratio") {
      quotient(findings, *share, *urban, *rural, target ? Severity::warning : Severity::error, "income_ratio");
    } else if (share->indicator_id == "income_gap" && compatible(*share, *urban)) {
      const Interval implied = level_in(*urban, *share) - level_in(*rural, *share);
      if (implied.overlaps(share->quantity->interval())) continue;
      const double value = value_in(*urban, *share) - value_in(*rural, *share);
      const auto form = [&](double x) { return amount(x, *share->quantity); };
      findings.add(target ? Severity::warning : Severity::error, "income_gap", {share, urban, rural},
                   title(*share) + ": " + to_string(*urban->quantity) + " - " + to_string(*rural->quantity) + " = " +
                       form(value) + " (" + range(implied, form) + " within rounding), but " +
                       to_string(*share->quantity) + " is printed",
                   {{"difference", value, implied, share->quantity->unit()}});
    }
  }
}

/// Three printed terms of a composition sum to 100 within rounding.
inline void compositions(Findings& findings, const Facts& facts) {
  constexpr std::size_t terms = 3;
  std::map<Key, std::vector<const Statement*>> groups;
  for (const Statement& statement : facts.report()) {
    const bool term = lists(data::compositions, statement.indicator_id) && statement.measure == Measure::level &&
                      statement.is_usual() && statement.quantity && statement.quantity->unit().is_ratio();
    if (term)
      groups[{statement.indicator_id, year_of(statement), statement.status == Status::target}].push_back(&statement);
  }
  for (const auto& [key, group] : groups) {
    if (group.size() != terms) continue;
    Interval sum = 0.0;
    double value = 0;
    std::string text;
    for (const Statement* statement : group) {
      sum = sum + growth_of(*statement);
      value += rate_of(*statement);
      text += (text.empty() ? "" : " + ") + to_string(*statement->quantity);
    }
    // Ends of binary sums miss 1 by their last digits.
    if (sum.lower() <= 1 + formula::tolerance && sum.upper() >= 1 - formula::tolerance) continue;
    findings.add(Severity::error, "shares_sum", group,
                 title(*group.front()) + ": " + text + " = " + percent(value) + " (" + range(sum, percent) +
                     " within rounding), not 100%",
                 {in_percent("sum", value, sum)});
  }
}

/// The figures on both incomes for one year.
struct Incomes {
  const Statement* urban;
  const Statement* rural;
  [[nodiscard]] bool complete() const noexcept { return urban != nullptr && rural != nullptr; }
};

[[nodiscard]] inline Incomes income_levels(const Facts& facts, std::int32_t year, bool target = false) {
  const Incomes incomes{facts.level("disposable_income_urban", year, target),
                        facts.level("disposable_income_rural", year, target)};
  const bool fit = incomes.complete() && compatible(*incomes.urban, *incomes.rural) &&
                   level_range(incomes.urban->quantity->interval()).lower() > 0 &&
                   level_range(incomes.rural->quantity->interval()).lower() > 0 &&
                   std::isfinite(incomes.urban->quantity->interval().upper()) &&
                   std::isfinite(incomes.rural->quantity->interval().upper());
  return fit ? incomes : Incomes{nullptr, nullptr};
}

[[nodiscard]] inline Incomes income_growths(const Facts& facts, std::int32_t year, bool target = false) {
  return {facts.growth("disposable_income_urban", year, target), facts.growth("disposable_income_rural", year, target)};
}

/// The years for which the report states outcomes on income growth.
[[nodiscard]] inline std::vector<std::int32_t> income_years(const Facts& facts) {
  std::vector<std::int32_t> years;
  for (const Statement* growth : facts.growths()) {
    if (growth->indicator_id == "disposable_income_urban" && growth->status != Status::target)
      years.push_back(year_of(*growth));
  }
  return years;
}

[[nodiscard]] inline const Statement* ratio_trend(const Facts& facts, std::int32_t year, bool target) {
  const auto found = std::find_if(facts.report().begin(), facts.report().end(), [&](const Statement& statement) {
    return statement.indicator_id == "income_ratio" && statement.trend == Trend::falling &&
           year_of(statement) == year && (statement.status == Status::target) == target;
  });
  return found == facts.report().end() ? nullptr : &*found;
}

inline void ratio_narrowed(Findings& findings, const Facts& facts) {
  for (const std::int32_t year : income_years(facts)) {
    const Incomes growth = income_growths(facts, year);
    if (!growth.complete()) continue;
    const Interval urban = growth_of(*growth.urban);
    const Interval rural = growth_of(*growth.rural);
    const Certainty narrowed = is_narrowing(urban, rural);
    const Statement* claim = ratio_trend(facts, year, false);
    const std::string rates = std::to_string(year) + ": rural income grew by " + to_string(*growth.rural->quantity) +
                              " (" + range(rural, percent) + "), urban income by " +
                              to_string(*growth.urban->quantity) + " (" + range(urban, percent) + ")";
    const std::string name = "城乡居民收入倍差 ";
    std::string message = name + rates + "; ";
    switch (narrowed) {
      case Certainty::certain:
        message += "the urban-rural ratio narrowed with certainty, whatever rounding hides";
        break;
      case Certainty::possible:
        message += "rounding leaves open whether the urban-rural ratio narrowed";
        break;
      case Certainty::no:
        message += "the urban-rural ratio did not narrow";
        break;
    }
    const double difference = rate_of(*growth.rural) - rate_of(*growth.urban);
    std::vector<const Statement*> involved{growth.urban, growth.rural};
    const bool contradicted = claim != nullptr && narrowed == Certainty::no;
    if (contradicted) {
      involved.insert(involved.begin(), claim);
      message += ", though it is said to have";
    }
    findings.add(contradicted ? Severity::error : Severity::info, "ratio_narrowed", involved, message,
                 {{"growth_difference", 100 * difference, (rural - urban) * 100.0, Unit("个百分点")}});
  }
}

inline void gap_widens(Findings& findings, const Facts& facts) {
  for (const std::int32_t year : income_years(facts)) {
    const Incomes growth = income_growths(facts, year);
    const Incomes level = income_levels(facts, year);
    if (!growth.complete() || !level.complete()) continue;
    const Interval urban_growth = growth_of(*growth.urban);
    const Interval rural_growth = growth_of(*growth.rural);
    // Shrinking incomes have turning points of another kind, and growth of "at least" so much leaves them open.
    if (urban_growth.lower() <= 0 || rural_growth.lower() <= 0 || !std::isfinite(urban_growth.upper()) ||
        !std::isfinite(rural_growth.upper())) {
      continue;
    }
    const Interval urban = level_range(level.urban->quantity->interval());
    const Interval rural = level_in(*level.rural, *level.urban);
    const double rural_value = value_in(*level.rural, *level.urban);
    const double ratio = income_ratio(value_of(*level.urban), rural_value);
    const double threshold = gap_threshold(ratio, rate_of(*growth.urban));
    const GapPeak peak = gap_peak(value_of(*level.urban), rural_value, rate_of(*growth.urban), rate_of(*growth.rural));
    const GapPeakRange peaks = gap_peak(urban, rural, urban_growth, rural_growth);
    const auto when = [&](const GapPeak& at) {
      return at.reach == Reach::never ? std::string("never") : fixed(static_cast<double>(at.year), 0);
    };
    std::string message = "城乡居民人均可支配收入差额 " + std::to_string(year) + ": " +
                          to_string(*level.urban->quantity) + " - " + to_string(*level.rural->quantity) + " = " +
                          amount(value_of(*level.urban) - rural_value, *level.urban->quantity) +
                          "; the absolute gap narrows only when rural growth exceeds ratio x urban growth, " +
                          fixed(ratio, 4) + " x " + to_string(*growth.urban->quantity) + " = " + percent(threshold) +
                          ", and it is " + to_string(*growth.rural->quantity);
    if (peak.reach == Reach::already) {
      message += ", so the gap narrows";
    } else if (peak.reach == Reach::never) {
      message += ", so at this growth the gap widens for ever";
    } else {
      message += ", so at this growth the gap widens for about " + when(peak) + " years (" + when(peaks.earliest) +
                 " to " + when(peaks.latest) + " within rounding)";
    }
    std::vector<FindingNumber> numbers{
        in_percent("gap_threshold", threshold, gap_threshold(income_ratio(urban, rural), urban_growth))};
    if (peak.reach == Reach::reached) {
      const auto years = [](const GapPeak& at) {
        return at.reach == Reach::never ? infinity : static_cast<double>(at.year);
      };
      numbers.push_back({"years", years(peak), Interval(years(peaks.earliest), years(peaks.latest)), Unit("年")});
    }
    findings.add(Severity::info, "gap_widens", {level.urban, level.rural, growth.urban, growth.rural},
                 std::move(message), std::move(numbers));
  }
}

/// A ratio that is to fall against the targets for both incomes.
inline void ratio_and_incomes(Findings& findings, const Facts& facts, std::int32_t year) {
  const Incomes growth = income_growths(facts, year, true);
  if (!growth.complete()) return;
  const std::string rates = "targets of " + to_string(*growth.urban->quantity) + " for urban and " +
                            to_string(*growth.rural->quantity) + " for rural income";
  if (const Statement* falls = ratio_trend(facts, year, true);
      falls != nullptr && rate_of(*growth.rural) <= rate_of(*growth.urban)) {
    findings.add(Severity::warning, "ratio_and_incomes", {falls, growth.urban, growth.rural},
                 title(*falls) + ": the ratio is to fall, which needs rural income to grow faster than urban income; " +
                     rates + " do not ask for it",
                 {{"growth_difference", 100 * (rate_of(*growth.rural) - rate_of(*growth.urban)),
                   (growth_of(*growth.rural) - growth_of(*growth.urban)) * 100.0, Unit("个百分点")}});
  }
  const Statement* goal = facts.level("income_ratio", year, true);
  const Incomes base = income_levels(facts, year - 1);
  if (goal == nullptr || !base.complete()) return;
  const double ratio = value_of(*base.urban) / value_in(*base.rural, *base.urban);
  const double reached = ratio * (1 + rate_of(*growth.urban)) / (1 + rate_of(*growth.rural));
  const double limit = goal->target_interval().upper();
  if (reached <= limit + formula::tolerance) return;
  const double needed = required_rural_growth(ratio, rate_of(*growth.urban), limit, 1);
  findings.add(Severity::warning, "ratio_and_incomes", {goal, growth.urban, growth.rural, base.urban, base.rural},
               title(*goal) + ": " + rates + " bring the ratio from " + fixed(ratio, 4) + " to " + fixed(reached, 4) +
                   ", above the target of " + to_string(*goal->quantity) + "; rural income would have to grow by " +
                   percent(needed),
               {{"ratio", reached, reached, Unit()}, in_percent("required_rural_growth", needed, needed)});
}

/// Growth of consumer prices in a year, and the statement it comes from, if one does.
struct Prices {
  std::optional<double> growth = {};
  const Statement* statement = nullptr;
  /// A target for prices is a ceiling that they mostly stay below: no measure of what came, or will come.
  [[nodiscard]] bool are_forecast() const { return statement != nullptr && statement->status == Status::target; }
};

[[nodiscard]] inline Prices consumer_prices(const Facts& facts, std::int32_t year, const CheckOptions& options) {
  for (const bool target : {false, true}) {
    if (const Statement* stated = facts.growth("cpi", year, target); stated != nullptr) {
      return {.growth = rate_of(*stated), .statement = stated};
    }
  }
  return {.growth = options.consumer_price_growth};
}

/// Whether the statement promises incomes in step with the economy.
[[nodiscard]] inline bool is_income_in_step(const Statement& statement) {
  if (statement.trend != Trend::in_step || statement.period != Period::year) return false;
  const Indicator* known = statement.catalogued();
  if (known != nullptr) return known->topic == Topic::incomes && known->kind == Kind::flow;
  const auto has = [&](const char* word) { return statement.indicator.find(word) != std::string::npos; };
  return has("收入") && (has("居民") || has("城乡"));
}

/// GDP growth of a year that incomes can be in step with: none where it falls by all there is.
[[nodiscard]] inline const Statement* gdp_growth(const Facts& facts, std::int32_t year, bool target,
                                                 const CheckOptions& options) {
  const Statement* gdp = facts.growth("gdp", year, target);
  return gdp != nullptr && growth_of(*gdp).lower() - options.in_step_tolerance > -1 ? gdp : nullptr;
}

/// Nominal growth of income that is in step with GDP growth at the given prices.
[[nodiscard]] inline double nominal_in_step(double gdp_growth, double prices, const CheckOptions& options) {
  return nominal_growth(gdp_growth - options.in_step_tolerance, prices);
}

inline void in_step_last_year(Findings& findings, const Facts& facts, const Statement& claim, std::int32_t year,
                              const CheckOptions& options) {
  const Statement* gdp = gdp_growth(facts, year, false, options);
  if (gdp == nullptr) return;
  Prices prices = consumer_prices(facts, year, options);
  if (prices.are_forecast()) prices = {.growth = options.consumer_price_growth};
  for (const char* id : {"disposable_income_all", "disposable_income_urban", "disposable_income_rural"}) {
    const Statement* income = facts.growth(id, year);
    if (income == nullptr) continue;
    std::vector<const Statement*> involved{income, gdp};
    if (&claim != income && claim.status != Status::target) involved.push_back(&claim);
    const bool current = options.in_step_basis == PriceBasis::current;
    std::string message = title(*income) + ": grew by " + to_string(*income->quantity) + " at current prices, " +
                          gdp->indicator + " by " + to_string(*gdp->quantity) + " at constant prices; ";
    std::vector<FindingNumber> numbers;
    Severity severity = Severity::info;
    if (current || prices.growth) {
      const double deflator = current ? 0 : *prices.growth;
      const Interval real = real_growth(growth_of(*income), deflator);
      const double value = real_growth(rate_of(*income), deflator);
      const Certainty step = is_in_step(real, growth_of(*gdp), options.in_step_tolerance);
      message += (current ? "taken as they are, it was "
                          : "with consumer prices up " + percent(deflator) + " it grew by " + percent(value) +
                                " in real terms and was ");
      message += step == Certainty::no        ? "not in step"
                 : step == Certainty::certain ? "in step"
                                              : "in step within rounding";
      message += " (tolerance " + points(options.in_step_tolerance) + ")";
      numbers.push_back(in_percent("real_income_growth", value, real));
      if (prices.statement != nullptr && !current) involved.push_back(prices.statement);
      if (step == Certainty::no && claim.status != Status::target) severity = Severity::warning;
    } else {
      const double most = real_growth(rate_of(*income), rate_of(*gdp) - options.in_step_tolerance);
      const Interval range_of_most =
          real_growth(growth_of(*income), growth_of(*gdp) - Interval(options.in_step_tolerance));
      message += "in step (real growth of at least " + percent(rate_of(*gdp) - options.in_step_tolerance) +
                 ") only if consumer prices " +
                 (most < 0 ? "fell by at least " + percent(-most) : "rose by at most " + percent(most)) +
                 ", and the report states no consumer prices";
      numbers.push_back(in_percent("most_consumer_price_growth", most, range_of_most));
    }
    findings.add(severity, "in_step", involved, std::move(message), std::move(numbers));
  }
}

inline void in_step(Findings& findings, const Facts& facts, const CheckOptions& options) {
  for (const Statement& claim : facts.report()) {
    if (!is_income_in_step(claim)) continue;
    if (claim.status != Status::target) {
      in_step_last_year(findings, facts, claim, year_of(claim), options);
      continue;
    }
    const Statement* gdp = gdp_growth(facts, year_of(claim), true, options);
    if (gdp != nullptr) {
      const double least = rate_of(*gdp) - options.in_step_tolerance;
      const Prices prices = consumer_prices(facts, year_of(claim), options);
      const bool current = options.in_step_basis == PriceBasis::current;
      std::vector<const Statement*> involved{&claim, gdp};
      std::vector<FindingNumber> numbers{in_percent("least_income_growth", least, least)};
      std::string message = title(claim) + ": in step with " + gdp->indicator + " growth of " +
                            to_string(*gdp->quantity) + " means growth of at least " + percent(least) + " (" +
                            points(options.in_step_tolerance) + " tolerance) at " +
                            (current ? "current prices, as this check was told" : "constant prices");
      if (!current && prices.growth) {
        const double nominal = nominal_in_step(rate_of(*gdp), *prices.growth, options);
        message += ", " + percent(nominal) + " at current prices if consumer prices grow by " + percent(*prices.growth);
        numbers.push_back(in_percent("least_nominal_growth", nominal, nominal));
        if (prices.statement != nullptr) involved.push_back(prices.statement);
      } else if (!current) {
        message += "; at current prices so much and the rise of consumer prices, which the report does not state";
      }
      findings.add(Severity::info, "in_step", involved, std::move(message), std::move(numbers));
      // Income targets in figures that stay behind.
      if (current || prices.growth) {
        const double nominal = nominal_in_step(rate_of(*gdp), current ? 0 : *prices.growth, options);
        for (const char* id : {"disposable_income_all", "disposable_income_urban", "disposable_income_rural"}) {
          const Statement* income = facts.growth(id, year_of(claim), true);
          if (income == nullptr || rate_of(*income) >= nominal - formula::tolerance) continue;
          const double most = real_growth(rate_of(*income), least);
          const bool forecast = !current && prices.are_forecast();
          findings.add(
              forecast ? Severity::info : Severity::warning, "in_step", {income, &claim, gdp},
              title(*income) + ": a target of " + to_string(*income->quantity) +
                  " at current prices stays behind the " + percent(nominal) + " that in step with " + gdp->indicator +
                  " growth of " + to_string(*gdp->quantity) + " asks for" +
                  (forecast ? " if consumer prices rise as much as planned; it is in step if they rise by at most " +
                                  percent(most)
                            : std::string()),
              {in_percent("least_nominal_growth", nominal, nominal),
               in_percent("most_consumer_price_growth", most, most)});
        }
      }
    }
    in_step_last_year(findings, facts, claim, year_of(claim) - 1, options);
  }
}

/// Urban share of the population that the three incomes of a year imply: (all - rural) / (urban - rural).
[[nodiscard]] inline std::optional<Interval> implied_weight(const Facts& facts, std::int32_t year,
                                                            const Statement*& all) {
  const Incomes level = income_levels(facts, year);
  const Statement* total = facts.level("disposable_income_all", year);
  if (!level.complete() || total == nullptr || !compatible(*total, *level.urban)) return std::nullopt;
  const Interval urban = level_range(level.urban->quantity->interval());
  const Interval rural = level_in(*level.rural, *level.urban);
  const Interval mean = level_in(*total, *level.urban);
  if (rural.upper() >= urban.lower() || !std::isfinite(mean.upper())) return std::nullopt;
  // Monotone in each of the three, so the extremes lie at corners.
  double lower = infinity;
  double upper = -infinity;
  for (const double u : {urban.lower(), urban.upper()}) {
    for (const double r : {rural.lower(), rural.upper()}) {
      for (const double m : {mean.lower(), mean.upper()}) {
        lower = std::min(lower, (m - r) / (u - r));
        upper = std::max(upper, (m - r) / (u - r));
      }
    }
  }
  if (upper < 0 || lower > 1) return std::nullopt;
  all = total;
  return Interval(std::max(lower, 0.0), std::min(upper, 1.0));
}

[[nodiscard]] inline std::string rate_pair(const IncomeGrowth& at) {
  return "(" + percent(at.urban) + ", " + percent(at.rural) + ")";
}

/// The targets on incomes together.
inline void feasible_set(Findings& findings, const Facts& facts, std::int32_t year, const CheckOptions& options) {
  const auto promise = std::find_if(facts.report().begin(), facts.report().end(), [&](const Statement& statement) {
    return is_income_in_step(statement) && statement.status == Status::target && year_of(statement) == year;
  });
  const Statement* gdp = gdp_growth(facts, year, true, options);
  const Statement* step = promise != facts.report().end() && gdp != nullptr ? &*promise : nullptr;
  const Statement* falls = ratio_trend(facts, year, true);
  const Statement* goal = facts.level("income_ratio", year, true);
  const Statement* total = facts.growth("disposable_income_all", year, true);
  const Incomes growth = income_growths(facts, year, true);
  const Incomes level = income_levels(facts, year - 1);
  const int joint = (step != nullptr) + (total != nullptr) + (falls != nullptr) + (goal != nullptr);
  const int single = (growth.urban != nullptr) + (growth.rural != nullptr);
  if (joint == 0 || joint + single < 2 || (goal != nullptr && !level.complete())) return;

  // Targets in figures are nominal. A real promise joins them through consumer prices; alone it stays real, and the
  // ratio is then the same as long as town and country have one deflator.
  const bool nominal = single > 0 || total != nullptr;
  const Prices prices = consumer_prices(facts, year, options);
  const bool current = options.in_step_basis == PriceBasis::current;
  const bool step_fits = step != nullptr && (!nominal || current || prices.growth);
  if (joint + single - (step != nullptr && !step_fits) < 2) return;

  std::vector<const Statement*> involved;
  for (const Statement* statement : {step, total, falls, goal, growth.urban, growth.rural}) {
    if (statement != nullptr && (statement != step || step_fits)) involved.push_back(statement);
  }
  std::string asked;
  const auto ask = [&](const std::string& text) { asked += (asked.empty() ? "" : ", ") + text; };
  const auto lower_bound = [&](const Statement& target) {
    const Interval rates = target.target_interval() * fraction_of(target.quantity->unit());
    return Interval(std::max(rates.lower(), -1.0), rates.upper());
  };

  const Statement* all = nullptr;
  const std::optional<Interval> implied = implied_weight(facts, year - 1, all);
  const Interval weight = options.urban_weight ? *options.urban_weight : implied.value_or(Interval(0, 1));
  IncomeTargets targets{.urban = level.complete() ? level_range(level.urban->quantity->interval()) : Interval(1.0),
                        .rural = level.complete() ? level_in(*level.rural, *level.urban) : Interval(1.0),
                        .urban_weight = weight};
  // Without levels the share of income is as open as that of persons, and covers every pair of levels.
  if (!level.complete()) targets.urban_weight = Interval(0, 1);
  std::optional<double> least;
  if (step_fits) {
    least = nominal && !current ? nominal_in_step(rate_of(*gdp), *prices.growth, options)
                                : rate_of(*gdp) - options.in_step_tolerance;
    ask("total income growth of at least " + percent(*least) + " (in step with " + gdp->indicator + " growth of " +
        to_string(*gdp->quantity) + ")");
    involved.push_back(gdp);
  }
  if (total != nullptr) {
    const Interval bound = lower_bound(*total);
    targets.total_growth =
        Interval(std::max(bound.lower(), least.value_or(-1)), std::max(bound.upper(), least.value_or(-1)));
    ask("total income growth " + to_string(*total->quantity));
  } else if (least) {
    targets.total_growth = Interval(*least, infinity);
  }
  if (growth.urban != nullptr) {
    targets.urban_growth = lower_bound(*growth.urban);
    ask("urban income growth " + to_string(*growth.urban->quantity));
  }
  if (growth.rural != nullptr) {
    targets.rural_growth = lower_bound(*growth.rural);
    ask("rural income growth " + to_string(*growth.rural->quantity));
  }
  // The box is a convention; growth that the report itself asks for lies in it.
  for (const std::optional<Interval>& asked_for : {targets.urban_growth, targets.rural_growth}) {
    if (asked_for && asked_for->lower() > targets.box.upper() && asked_for->lower() <= plane::world[1])
      targets.box = Interval(targets.box.lower(), asked_for->lower());
  }
  if (falls != nullptr) {
    targets.ratio_falls = true;
    ask("a falling ratio");
  }
  if (goal != nullptr) {
    targets.ratio_target = goal->target_interval().upper();
    if (!std::isfinite(*targets.ratio_target) || *targets.ratio_target <= 0) return;
    ask("a ratio of " + to_string(*goal->quantity));
  }

  FeasibleRegion region(targets);
  std::string weights;
  if (targets.urban_weight.lower() == targets.urban_weight.upper()) {
    weights = "at an urban share of " + percent(weight.lower()) + " of the population, as this check was told";
  } else if (options.urban_weight && level.complete()) {
    weights = "for every urban share of " + range(weight, percent) + " of the population, as this check was told";
  } else if (implied && level.complete()) {
    weights = "for every urban share of " + range(weight, percent) +
              " of the population, which the three incomes of the year before imply";
    involved.push_back(all);
  } else {
    weights = "whatever the urban share of the population, which the report does not state";
  }
  if (region.empty()) {
    // Total growth is linear in the share, so one that works, if any does, is at an end; the lowest ratio that rounding
    // allows is the easiest to bring down.
    for (const double end : {targets.urban_weight.lower(), targets.urban_weight.upper()}) {
      IncomeTargets one = targets;
      one.urban = targets.urban.lower();
      one.rural = targets.rural.upper();
      one.urban_weight = end;
      if (FeasibleRegion some(one); !some.empty()) {
        region = std::move(some);
        weights = "only for some urban shares of the population, and incomes that print alike, such as " + percent(end);
        break;
      }
    }
  }
  const std::string aside = step == nullptr || step_fits
                                ? ""
                                : "; in step with " + gdp->indicator +
                                      " is left aside: it takes consumer prices, which the report does not state";
  const char* basis =
      nominal || current ? "at current prices" : "at constant prices with one deflator for town and country";
  const std::string head = "城乡居民收入 " + std::to_string(year) + ": " + asked;
  if (region.empty()) {
    std::string names;
    for (const IncomeConstraint name : region.conflict()) {
      names += (names.empty() ? "" : ", ") + std::string(to_string(name));
    }
    // Within another box there may be a way.
    const bool box =
        std::find(region.conflict().begin(), region.conflict().end(), IncomeConstraint::box) != region.conflict().end();
    const bool forecast = step_fits && nominal && !current && prices.are_forecast();
    findings.add(forecast ? Severity::info
                 : box    ? Severity::warning
                          : Severity::error,
                 "feasible_set", involved,
                 head + " cannot all be met " + (box ? "by growth of " + range(targets.box, percent) : "together") +
                     ", " + basis + "; in conflict: " + names + aside,
                 {});
    return;
  }
  const CheapestGrowth cheapest = region.cheapest();
  std::string corners;
  for (const IncomeGrowth& vertex : region.vertices()) corners += (corners.empty() ? "" : ", ") + rate_pair(vertex);
  findings.add(Severity::info, "feasible_set", involved,
               head + " can be met together " + weights + ", " + basis + "; within growth of " +
                   range(targets.box, percent) + " the pairs (urban, rural) that meet them lie between the corners " +
                   corners + "; cheapest is " + rate_pair(cheapest.growth) +
                   (cheapest.attained ? "" : ", as a limit: rural income must grow faster by whatever little") + aside,
               {in_percent("cheapest_urban_growth", cheapest.growth.urban, cheapest.growth.urban),
                in_percent("cheapest_rural_growth", cheapest.growth.rural, cheapest.growth.rural),
                {"area", 1e4 * region.area(), 1e4 * region.area(), Unit()}});
}

/// How strongly a wording binds: "about" least, a bare figure more, "at least" most; ensured more than striven for.
[[nodiscard]] inline int strength(const Statement& target) {
  const Bound bound = target.quantity->bound();
  const bool bare = bound == Bound::exact || bound == Bound::range;
  const bool soft = bound == Bound::about || bound == Bound::nearly;
  const int modality = target.modality == Modality::ensure ? 1 : target.modality == Modality::strive ? -1 : 0;
  return 3 * (soft ? 0 : bare ? 1 : 2) + modality;
}

[[nodiscard]] inline std::string wording(const Statement& target) {
  const std::string effort = target.modality == Modality::firm ? "" : std::string(to_string(target.modality)) + ", ";
  return effort + to_string(target.quantity->bound());
}

/// Targets in per cent against those of the parent for the same year.
inline void amplification(Findings& findings, const Facts& facts, const Facts& parent) {
  const ReportInfo& info = parent.report().info();
  const std::string above = info.place ? *info.place : !info.title.empty() ? info.title : "the parent report";
  const auto compare = [&](const Statement& target, const Statement* goal) {
    const bool comparable = goal != nullptr && target.direction() != Direction::none &&
                            target.quantity->unit().is_ratio() && goal->quantity->unit().is_ratio();
    if (!comparable) return;
    const double sign = target.direction() == Direction::lower ? -1 : 1;
    const double excess = sign * (rate_of(target) - rate_of(*goal));
    const bool stronger = strength(target) > strength(*goal);
    const bool more = excess > formula::tolerance;
    if (!more && !(stronger && excess >= -formula::tolerance)) return;
    findings.add(
        Severity::info, "amplification", {&target, goal},
        title(target) + ": target of " + to_string(*target.quantity) + " against " + to_string(*goal->quantity) +
            " of " + above + (more ? ", " + points(excess) + " more ambitious" : ", as high") +
            (stronger ? ", and worded more strongly (" + wording(target) + " against " + wording(*goal) + ")" : ""),
        {{"amplification", 100 * excess, (growth_of(target) - growth_of(*goal)) * (100 * sign), Unit("个百分点")}});
  };
  for (const Statement* target : facts.growths()) {
    if (target->status == Status::target) {
      compare(*target, parent.growth(target->indicator_id, year_of(*target), true));
    }
  }
  for (const Statement* target : facts.levels()) {
    if (target->status == Status::target) {
      compare(*target, parent.level(target->indicator_id, year_of(*target), true));
    }
  }
}

inline void require(const CheckOptions& options) {
  formula::require_tolerance(options.in_step_tolerance);
  const auto reject = [](const char* name, double value, const char* advice) {
    throw DomainError(std::string("check: ") + name + " = " + format_double(value) + " " + advice);
  };
  if (const auto prices = options.consumer_price_growth; prices && !(*prices > -1 && *prices <= formula::largest)) {
    reject("consumer_price_growth", *prices, "must exceed -1: rates are fractions, 0.02 is 2 %");
  }
  if (options.deflator_band.upper() <= -1) {
    reject("deflator_band", options.deflator_band.upper(), "must exceed -1: rates are fractions, 0.02 is 2 %");
  }
  if (const auto& weight = options.urban_weight; weight && !(weight->lower() >= 0 && weight->upper() <= 1)) {
    reject("urban_weight", weight->lower() < 0 ? weight->lower() : weight->upper(),
           "must be a share of the population from 0 to 1");
  }
  if (options.in_step_basis == PriceBasis::none) {
    throw DomainError("check: in_step_basis = none must be constant or current: incomes have prices");
  }
}

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
  return {report.info(), std::move(statements)};
}

/// Years for which the report has targets.
[[nodiscard]] inline std::vector<std::int32_t> target_years(const Report& report) {
  std::vector<std::int32_t> years;
  for (const Statement& statement : report) {
    if (statement.status == Status::target) years.push_back(*statement.year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

inline void apply_all(Findings& findings, const Facts& facts, const CheckOptions& options) {
  level_and_growth(findings, facts, options);
  yearly_average(findings, facts, options);
  sums(findings, facts);
  growth_of_parts(findings, facts);
  parts_within(findings, facts);
  quotients(findings, facts);
  compositions(findings, facts);
  ratio_narrowed(findings, facts);
  gap_widens(findings, facts);
  in_step(findings, facts, options);
  for (const std::int32_t year : target_years(facts.report())) {
    ratio_and_incomes(findings, facts, year);
    feasible_set(findings, facts, year, options);
  }
}

}  // namespace detail::rules

SHENGZHOU_REPORT_INLINE std::vector<CheckRule> check_rules() {
  return {
      {"price_basis", "level at current prices beside growth at constant prices: the base that they imply"},
      {"level_growth", "levels of two years against the growth between them, on one price basis"},
      {"implied_deflator", "levels at current prices against growth at constant prices: the deflator between them"},
      {"yearly_average", "levels at both ends of a span against the average growth a year"},
      {"sum_of_parts", "a whole against the sum of all its parts"},
      {"growth_of_parts", "growth of a whole against the growth of all its parts"},
      {"part_exceeds_whole", "a part that is larger than its whole"},
      {"part_growth", "growth of a part that leaves no growth for the rest of its whole"},
      {"share_of_whole", "a share against the quotient of its two levels"},
      {"income_ratio", "the urban-rural income ratio against the quotient of both incomes"},
      {"income_gap", "the absolute income gap against the difference of both incomes"},
      {"shares_sum", "terms of a composition that do not add up to 100 %"},
      {"ratio_narrowed", "whether the income ratio narrowed, from the growth of both incomes"},
      {"gap_widens", "how long the absolute income gap widens at the growth of the year"},
      {"in_step", "income growth against GDP growth"},
      {"ratio_and_incomes", "a target for the income ratio against the targets for both incomes"},
      {"feasible_set", "whether all targets on incomes can be met together, and by what growth"},
      {"amplification", "targets against those of a parent report"},
  };
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> check(const Report& report, const CheckOptions& options) {
  detail::rules::require(options);
  if (!detail::rules::is_comparable(report)) return check(detail::rules::comparable(report), options);
  detail::rules::Findings findings(report);
  detail::rules::apply_all(findings, detail::rules::Facts(report), options);
  return std::move(findings).in_order();
}

SHENGZHOU_REPORT_INLINE std::vector<Finding> check(const Report& report, const Report& parent,
                                                   const CheckOptions& options) {
  detail::rules::require(options);
  if (!detail::rules::is_comparable(report) || !detail::rules::is_comparable(parent))
    return check(detail::rules::comparable(report), detail::rules::comparable(parent), options);
  detail::rules::Findings findings(report);
  const detail::rules::Facts facts(report);
  detail::rules::apply_all(findings, facts, options);
  detail::rules::amplification(findings, facts, detail::rules::Facts(parent));
  return std::move(findings).in_order();
}

SHENGZHOU_REPORT_INLINE const char* to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

SHENGZHOU_REPORT_INLINE std::ostream& operator<<(std::ostream& out, const Finding& finding) {
  return out << to_string(finding.severity) << " " << finding.rule << ": " << finding.message;
}

}  // namespace shengzhou_report

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::FindingNumber>::operator()(
    const shengzhou_report::FindingNumber& number) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(number.name), std::hash<double>{}(number.value));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::Finding>::operator()(
    const shengzhou_report::Finding& finding) const noexcept {
  namespace sr = shengzhou_report;
  return sr::detail::hash_combine(std::hash<std::string>{}(finding.rule), std::hash<std::string>{}(finding.message));
}

SHENGZHOU_REPORT_INLINE std::size_t std::hash<shengzhou_report::CheckRule>::operator()(
    const shengzhou_report::CheckRule& rule) const noexcept {
  return std::hash<std::string>{}(rule.name);
}
