#pragma once

// The last room: statements. A figure, what stands before it and its names become records.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/catalogue.hpp>
#include <shengzhou_report/impl/named.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/names.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/units.ipp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report::detail::parser {

inline void set_name(Statement& s, View name, const Indicator* known) {
  s.indicator = ends(name, data::share_name) ? utf8(with_one_share_word(std::u32string(name))) : utf8(name);
  if (known == nullptr) return;
  s.indicator_id = known->id;
  s.name_en = known->name_en;
}

/// The bound of what falls: by 3.5 % or more is growth of -3.5 % at most. A bound belongs to the value, not to the
/// words.
[[nodiscard]] inline Bound mirrored(Bound bound) noexcept {
  switch (bound) {
    case Bound::at_least:
      return Bound::at_most;
    case Bound::at_most:
      return Bound::at_least;
    case Bound::more_than:
      return Bound::less_than;
    case Bound::less_than:
      return Bound::more_than;
    default:
      return bound;
  }
}

/// Whether a name that the catalogue does not know says too little to be sure of: 利税, 教室、宿舍, 国家提出.
[[nodiscard]] inline bool is_vague(View name) {
  constexpr std::size_t a_word = 3;
  return name.size() <= a_word || contains(name, U"、"sv) || suffix_row<data::open_ends>(name) != nullptr;
}

/// Makes the records of a report, in the order of the text.
class Statements {
 public:
  Statements(const Characters& characters, Units& units, const Names& names)
      : characters_(characters), text_(characters.text()), units_(&units), names_(names) {
    // A report has a statement for some sixty characters, and skips a number for each two hundred; a text of another
    // kind shall not ask for memory beyond what it needs.
    constexpr std::size_t many = 4096;
    statements_.reserve(std::min(text_.size() / 60, many));
    skipped_.reserve(std::min(text_.size() / 200, many));
  }

  /// Makes the statements of one figure; false when no unit can hold it.
  [[nodiscard]] bool figure(const Number& n, const Lead& lead, View raw, std::vector<View>& subjects,
                            const Context& context, const Placed& placed) {
    const bool relative = equal(n.unit, U"%"sv) || equal(n.unit, U"‰"sv) || equal(n.unit, U"倍"sv);
    const bool points = ends(n.unit, U"百分点"sv) || ends(n.unit, U"千分点"sv);
    Measure measure = Measure::level;
    bool negative = false;
    if (n.rank) {
      measure = Measure::rank;
    } else if (lead.growth && !lead.level) {
      measure = relative ? Measure::growth : Measure::change;
      negative = lead.fall;
    } else if (points) {
      measure = Measure::change;
    }
    // 是2015年的1.4倍 is growth of 40 % since 2015.
    const bool multiple = placed.multiple && measure == Measure::level && relative && n.name.empty();
    const bool named_growth = !subjects.empty() && ends(subjects.front(), U"增长"sv) && relative;
    if (measure == Measure::level && (named_growth || n.growth)) measure = Measure::growth;
    Decimal value = n.value;
    QuantityOptions options{.bound = n.bound};
    if (n.bound == Bound::range) options.upper = n.upper;
    options.step = printed_step(value, options.upper);
    View unit = n.rank ? U"位"sv : n.unit;
    std::u32string counted;
    if (const View left_out = counted_unit(n, subjects); !left_out.empty())
      unit = counted.append(n.unit).append(left_out);
    if (multiple && !equal(n.unit, U"‰"sv)) {
      measure = Measure::growth;
      const int power = equal(n.unit, U"倍"sv) ? 2 : 0;
      unit = U"%"sv;
      try {
        options.step = options.step->shifted(power);
        value = value.shifted(power) - Decimal(100);
        if (options.upper) options.upper = options.upper->shifted(power) - Decimal(100);
      } catch (const Error&) {
        return false;  // digits beyond what a decimal holds
      }
    }
    if (negative != n.minus) {
      // A fall by 3 to 5 is a change from -5 to -3.
      const Decimal smaller = -options.upper.value_or(value);
      if (options.upper) options.upper = -value;
      value = smaller;
    }
    if (negative) options.bound = mirrored(options.bound);
    std::optional<Quantity> quantity;
    try {
      quantity.emplace(value, units_->unit(unit), options);
    } catch (const Error&) {
      return false;  // beyond what a unit can hold, as 1.3万多亿亿
    }
    // 一季度生产总值下降3%, told in a plan: growth over a part of the year is known, where nobody promises it.
    const bool told = measure == Measure::growth && placed.period != Period::year && n.bound == Bound::exact &&
                      !lead.ensure && !lead.strive;
    const bool planning = placed.planning && !told;
    if (subjects.empty()) subjects.emplace_back();
    for (const View subject : subjects) {
      View name = names_.clean(subject);
      // 经济增长5%: of growth alone the word says what it is.
      if (measure == Measure::growth && equal(name, U"经济"sv)) name = U"经济增长"sv;
      if (!lead.doubts.contains(Doubt::noun_behind)) name = produced(name, n.unit);
      // A figure whose clause names nothing is still a figure.
      const bool unnamed = name.empty() || equal(name, data::unnamed);
      if (unnamed) name = data::unnamed;
      const Indicator* known = look_up(name);
      Statement& s = statements_.emplace_back();
      s.measure = measure;
      s.quantity = quantity;
      set_name(s, name, known != nullptr && can_be_of(s, *known) ? known : nullptr);
      s.status = planning ? Status::target : context.estimate && !n.rank ? Status::estimate : Status::outcome;
      if (planning && (lead.ensure || lead.strive)) s.modality = lead.ensure ? Modality::ensure : Modality::strive;
      if (placed.year != 0) s.year = placed.year;
      s.doubts = lead.doubts;
      if (unnamed) {
        s.doubts.add(Doubt::unnamed);
      } else if (known == nullptr && is_vague(name)) {
        s.doubts.add(Doubt::vague_name);
      }
      if (at(text_, n.after) == U'的') s.doubts.add(Doubt::noun_behind);
      when(s, lead, raw, placed);
      if (multiple && placed.multiple_of_sum) summed(s);
      if (begins(raw, data::of_which) ||
          (lead.follows && equal(raw, subject) && known != nullptr && known->kind == shengzhou_report::Kind::flow))
        part_of_sum(s);
      if (lead.passing != 0 && s.measure == Measure::level && s.status != Status::target) s.year.reset();
      if (lead.prices || context.prices) s.stated_basis = lead.prices ? lead.prices : context.prices;
      s.section = context.path;
      s.span = characters_.span(n.begin, n.end);
      if (n.rank) s.scope = scope(raw);
      if (!lead.reference.empty()) s.reference = utf8(lead.reference);
      if (!lead.area.empty()) s.area = utf8(lead.area);
    }
    return true;
  }

  /// The unit that a magnitude alone leaves out: 5万农民 are 5万人.
  [[nodiscard]] View counted_unit(const Number& n, const std::vector<View>& subjects) const {
    if (n.rank || n.magnitude == 0 || n.magnitude != n.unit.size()) return {};
    constexpr std::size_t far = 12;
    const View behind = text_.substr(std::min(n.after, text_.size()), far);
    for (std::size_t i = 0; i < behind.size() && is_han(behind[i]); ++i) {
      if (const data::CountedNoun* row = prefix_row<data::counted_nouns>(behind.substr(i))) return row->unit;
    }
    if (subjects.empty() || (!behind.empty() && is_han(behind.front()))) return {};
    const data::CountedNoun* row = suffix_row<data::counted_nouns>(subjects.front());
    return row == nullptr ? View() : row->unit;
  }

  /// The catalogue's entry. Level and growth of one thing follow each other, and share the piece of text that names
  /// them.
  [[nodiscard]] const Indicator* look_up(View name) {
    if (name.data() != looked_up_.data() || name.size() != looked_up_.size()) {
      looked_up_ = name;
      found_ = catalogued(name);
    }
    return found_;
  }

  /// Which part of the year the figure covers, or how many years, and what growth is measured from.
  static void when(Statement& s, const Lead& lead, View raw, const Placed& placed) {
    // A difference to another place has no year that it is measured from.
    const bool moves =
        lead.reference.empty() && (s.measure == Measure::growth || (s.measure == Measure::change && lead.growth));
    int base = 0;
    s.period = lead.period != Period::year ? lead.period : placed.period;
    if (moves) {
      const int before = placed.year == 0 ? 0 : placed.year - 1;
      if (s.period == Period::year && placed.several && find_any<data::yearly_words>(raw) != View::npos)
        s.period = Period::year_average;
      const bool several = placed.several && s.period == Period::year;
      // The base that the clause names, else the year before the several that the passage speaks of.
      if (placed.based) {
        base = placed.base;
      } else if (s.period == Period::year_average) {
        base = placed.first != 0 ? placed.first - 1 : placed.sentence_base;
      } else if (several) {
        base = placed.first == 0 ? 0 : placed.first - 1;
      } else if (s.period != Period::month_average) {
        base = before;
      }
      if (s.period == Period::year && (several || (base != 0 && base < before))) s.period = Period::cumulative;
      if (base == 0 || base >= placed.year) s.doubts.add(Doubt::unknown_base);
      if (base != 0 && base < placed.year) s.base_year = base;
    } else if (s.period == Period::year && s.measure == Measure::level && (placed.several || placed.first != 0) &&
               adds_up(s, raw, placed.summed)) {
      s.period = Period::cumulative;
    }
    if (lead.from && placed.year == 0) s.doubts.add(Doubt::unknown_base);
    if (placed.carried) s.doubts.add(Doubt::carried_time);
    if (placed.planning && placed.period != Period::year) s.doubts.add(Doubt::tense);
  }

  /// 完成投资35亿元,是“十一五”时期的1.9倍: the figure before is a sum as well.
  void summed(Statement& growth) {
    constexpr std::size_t near = 4;
    const std::string share = utf8(data::share_of);
    for (std::size_t i = statements_.size() - 1, n = 0; i-- > 0 && n < near; ++n) {
      Statement& level = statements_[i];
      if (level.measure != Measure::level || level.period != Period::year || !level.quantity ||
          level.quantity->unit().is_ratio() ||
          (growth.indicator != level.indicator && !growth.indicator.starts_with(level.indicator + share)))
        continue;
      // 支出86亿元,占总支出的84%,是“十一五”时期的1.8倍: of the sum, not of its share.
      growth.indicator = level.indicator;
      growth.indicator_id = level.indicator_id;
      growth.name_en = level.name_en;
      if (level.year == growth.year) level.period = Period::cumulative;
      return;
    }
  }

  /// 累计进出口75亿美元,其中出口41亿美元: part of a sum, as is what follows with nothing but its name.
  void part_of_sum(Statement& part) const {
    if (part.measure != Measure::level || part.period != Period::year) return;
    constexpr std::size_t near = 4;
    for (std::size_t i = statements_.size() - 1, n = 0; i-- > 0 && n < near; ++n) {
      const Statement& whole = statements_[i];
      if (whole.measure != Measure::level || !whole.quantity) continue;
      if (whole.period == Period::cumulative && whole.year == part.year &&
          whole.quantity->unit().is_compatible(part.quantity->unit()))
        part.period = Period::cumulative;
      return;
    }
  }

  /// Whether a figure of several years is a sum over them; a share is none, nor is 建成区面积.
  [[nodiscard]] static bool adds_up(const Statement& s, View raw, bool summed) {
    if (s.quantity->unit().is_ratio() || s.quantity->unit().is_point()) return false;
    if (summed) return true;
    const std::size_t word = find_any<data::sum_words>(raw);
    return word != View::npos && find_any<data::no_sums>(raw) != word;
  }

  /// 钢5000万吨: a product alone is what is produced of it.
  [[nodiscard]] static View produced(View name, View unit) {
    if (name.size() != 1 || suffix_row<data::output_units>(unit) == nullptr) return name;
    const data::Product* row = prefix_row<data::products>(name);
    return row == nullptr ? name : row->output;
  }

  /// A target without a number: 与经济增长同步, 收入倍差不断缩小.
  [[nodiscard]] bool trend(std::size_t begin, View clause, const Context& context) {
    if (in_step(begin, clause, context)) return true;
    const std::size_t smaller = clause.find(U"缩小"sv);
    const bool gap = find_any<data::gap_names>(clause) != View::npos;
    if (smaller == View::npos || !gap) return false;
    const View behind = trim(clause.substr(smaller + 2));  // 缩小城乡居民收入差距
    if (!prefix_of<data::gap_owners>(behind).empty() && suffix_row<data::gap_names>(behind) != nullptr) {
      return promise(behind, Trend::falling, Measure::level, characters_.span(begin + smaller, begin + smaller + 2),
                     context);
    }
    std::size_t stop = smaller;
    for (const View word : data::trend_adverbs) {
      const std::size_t found = clause.find(word);
      if (found != View::npos && found < stop && found >= 2) stop = found;
    }
    return promise(clause.substr(0, stop), Trend::falling, Measure::level,
                   characters_.span(begin + stop, begin + smaller + 2), context);
  }

  /// 居民收入与经济同步增长 in a part that looks back: an outcome without a number, of the years that it speaks of.
  void kept_step(std::size_t begin, View clause, const Context& context, const Placed& placed) {
    if (placed.planning || find_any<data::aims>(clause) != View::npos || !in_step(begin, clause, context)) return;
    Statement& s = statements_.back();
    // 收入从滞后于经济增长转变为逐步与经济同步增长 is a story, not the name of what grew.
    if (s.indicator_id.empty()) {
      statements_.pop_back();
      return;
    }
    s.status = context.estimate ? Status::estimate : Status::outcome;
    s.year.reset();
    if (placed.year != 0) s.year = placed.year;
    s.period = placed.period == Period::year && placed.first != 0 ? Period::year_average : placed.period;
  }

  /// 建成博物馆: a promise without a number.
  void commitment(std::size_t begin, std::size_t end, const Context& context) {
    while (begin < end && is_space(text_[begin])) ++begin;
    View clause = text_.substr(begin, end - begin);
    for (int round = 0; round < 3; ++round) {
      const View word = prefix_of<data::commitment_adverbs>(clause);
      clause.remove_prefix(word.size());
      begin += word.size();
    }
    const View verb = prefix_of<data::commitment_verbs>(clause);
    const View object = verb.empty() ? View() : trim(clause.substr(verb.size()));
    if (object.size() < 2 || object.size() > 60) return;
    commitments_.push_back({utf8(verb), utf8(object), context.path, characters_.span(begin, begin + clause.size())});
  }

  [[nodiscard]] std::size_t size() const noexcept { return statements_.size(); }

  void skip(std::size_t begin, std::size_t end, SkipReason reason) {
    skipped_.push_back({utf8(text_.substr(begin, end - begin)), reason, characters_.span(begin, end)});
  }

  /// Of a piece's numbers those that are no figures, in the order of the text.
  void skip_all(const std::vector<Number>& numbers, const std::vector<Aside>& asides) {
    auto aside = asides.begin();
    const auto told_before = [&](std::size_t at) {
      for (; aside != asides.end() && aside->begin < at; ++aside) skip(aside->begin, aside->end, aside->reason);
    };
    for (const Number& n : numbers) {
      if (!n.skipped) continue;
      told_before(n.begin);
      skip(n.begin, n.end, *n.skipped);
    }
    told_before(text_.size());
  }

  [[nodiscard]] Report report(ReportInfo info, std::shared_ptr<const std::string> text) && {
    return {std::move(info), std::move(statements_), std::move(skipped_), std::move(commitments_), std::move(text)};
  }

 private:
  bool in_step(std::size_t begin, View clause, const Context& context) {
    const std::size_t step = clause.find(U"同步"sv);
    const std::size_t economy = find_any<data::economies>(clause);
    if (step == View::npos || economy == View::npos || economy >= step || economy < 2) return false;
    return promise(clause.substr(0, economy), Trend::in_step, Measure::growth,
                   characters_.span(begin + economy, begin + step + 2), context);
  }

  /// Says no where nothing is named: 逐步缩小与发达地区的差距.
  bool promise(View name, Trend trend, Measure measure, Span place, const Context& context) {
    name = without_leading_words(trim(name));
    Statement s;
    if (trend == Trend::in_step) {
      for (const View* word = suffix_row<data::in_step_tails>(name); word != nullptr && name.size() >= word->size() + 2;
           word = suffix_row<data::in_step_tails>(name)) {
        if (*word == data::in_real_terms) s.stated_basis = PriceBasis::constant;
        name.remove_suffix(word->size());
      }
    }
    if (name.empty()) return false;
    set_name(s, name, catalogued(name));
    s.measure = measure;
    s.trend = trend;
    s.status = Status::target;
    if (context.year != 0) s.year = context.year;
    s.section = context.path;
    s.span = place;
    statements_.push_back(std::move(s));
    return true;
  }

  const Characters& characters_;
  View text_;
  Units* units_;
  const Names& names_;
  View looked_up_;                    ///< the name that the catalogue was asked for last
  const Indicator* found_ = nullptr;  ///< and its answer
  std::vector<Statement> statements_;
  std::vector<Skipped> skipped_;
  std::vector<Commitment> commitments_;
};

}  // namespace shengzhou_report::detail::parser
