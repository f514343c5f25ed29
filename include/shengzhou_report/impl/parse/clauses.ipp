#pragma once

// A room: clauses. The pieces of a sentence, and what holds for all that they say.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/digits.ipp>
#include <shengzhou_report/impl/parse/outline.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// What holds for the figures of a clause by the place where it stands.
struct Context {
  Headings path;
  bool planning = false;
  int year = 0;                      ///< that figures refer to unless the sentence says otherwise; zero for unknown
  int plan_year = 0;                 ///< that the document plans; zero for unknown
  int current = 0;                   ///< that 今年 means
  bool eve = false;                  ///< but where the document looks back 今年 is the year before
  int span_first = 0;                ///< first year of the several that the part speaks of; zero for none
  bool estimate = false;             ///< 预计
  std::optional<PriceBasis> prices;  ///< 按可比价格计算,…: said in the clause before
};

/// The years that the parts of a document speak of.
class Calendar {
 public:
  /// `year` is that of the document, zero for unknown.
  Calendar(DocumentKind kind, int year, bool eve = false)
      : eve_(eve),
        plan_(year != 0 && kind == DocumentKind::communique ? year + 1 : year),
        current_(year),
        last_(kind == DocumentKind::plan ? last_year(year) : year) {}

  void enter(const Part& part, Context& context) const {
    context.plan_year = plan_;
    context.current = current_;
    context.eve = eve_;
    context.planning =
        part.role == SectionRole::plan || part.role == SectionRole::outlook || part.role == SectionRole::government;
    const int horizon = part.horizon.last;
    context.span_first = part.horizon.first < horizon ? part.horizon.first : 0;
    if (context.planning) {
      context.year = horizon >= plan_ && horizon != 0 ? horizon : last_;
    } else {
      context.year = horizon != 0 && (horizon < plan_ || plan_ == 0) ? horizon : plan_ == 0 ? 0 : plan_ - 1;
    }
  }

 private:
  /// The last year of the five-year plan that begins so.
  [[nodiscard]] static int last_year(int first) {
    for (const data::PlanRow& row : data::five_year_plans) {
      if (row.first == first) return row.last;
    }
    return first;
  }

  bool eve_;
  int plan_;
  int current_;
  int last_;
};

/// When a figure is, whether it is still to come, and what it may be measured from.
struct Placed {
  bool planning = false;
  int year = 0;                  ///< zero for unknown
  int first = 0;                 ///< first of the several years that the passage speaks of; zero for none or unknown
  bool several = false;          ///< the sentence or its paragraph speaks of several years
  bool summed = false;           ///< the clause tells what they add up to: 五年投入资金50亿元
  Period period = Period::year;  ///< the part of the year that is named
  bool based = false;            ///< the clause says from when it measures: 比2018年增长
  int base = 0;                  ///< and the year; zero for unknown
  int sentence_base = 0;         ///< the year that the sentence has measured from
  bool multiple = false;         ///< 是2015年的1.4倍
  bool multiple_of_sum = false;  ///< 是“十二五”时期的1.4倍
  bool carried = false;          ///< an earlier clause names the year
};

struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;     ///< its mark
  std::uint8_t kinds = 0;  ///< what its characters are, so that no room looks for what is not there
};

/// The times that a sentence has named, up to the figure that is looked at.
class Timeline {
 public:
  /// What opened the sentence before holds on where that had no figures: 过去一年,成绩很大。生产总值增长10%.
  void begin_sentence(std::size_t at, View head, bool after_figures) {
    times_.clear();
    base_.reset();
    part_.reset();
    carried_.reset();
    if (!started_) chain_ = 0;
    started_ = false;
    if (opening_ && !after_figures && !contains(head, data::goal)) (opening_->last != 0 ? carried_ : part_) = opening_;
    opening_.reset();
    sentence_ = at;
  }
  void begin_paragraph(std::size_t at) {
    opening_.reset();
    chain_ = 0;
    paragraph_ = at;
    dated_ = false;
  }
  /// What a section speaks of holds on in those inside it.
  void begin_section(int level) {
    if (level == 1) passage_.reset();
  }

  /// Takes in the times of the next clause; those of the one before hold on, but for a look back from a plan, which
  /// ends with its clause unless it stands alone: 去年,全市….
  void next(const Times& reader, const Clause& clause, const Context& context) {
    for (const Time& time : times_) keep(time, context);
    times_.clear();
    if ((clause.kinds & time_mark) == 0) return;
    reader.read(clause.begin, clause.end, {context.current, context.year, context.planning, context.eve}, times_);
    if (times_.empty()) return;
    const Time& first = times_.front();
    if (first.begin <= sentence_ + 1 && first.role == Time::Role::at && !first.alone) opening_ = first;
    // A paragraph that begins with its year or years speaks of them, and so do those behind it until one names others.
    constexpr std::size_t head = 80;
    constexpr std::size_t very_head = 6;  // (一)2023年,…
    for (const Time& time : times_) {
      if (dated_ || time.role != Time::Role::at || time.last == 0 || time.average() || time.alone ||
          time.begin > paragraph_ + (time.several() ? head : very_head))
        continue;
      dated_ = true;
      passage_ = time;
    }
  }

  /// The times of the clause, in its order: what they cover belongs to no name.
  [[nodiscard]] const std::vector<Time>& times() const noexcept { return times_; }

  /// Whether the clause is nothing but a time: 五年来,….
  [[nodiscard]] bool is_time(const Clause& clause) const {
    return times_.size() == 1 && times_.front().begin <= clause.begin + 1 && times_.front().end + 1 >= clause.end;
  }

  /// Where a figure at `at` stands in time; `from` for the starting value of 从A增加到B.
  [[nodiscard]] Placed place(std::size_t at, bool from, const Context& context) {
    const Time* now = carried_ ? &*carried_ : nullptr;
    const Time* part = part_ ? &*part_ : nullptr;
    const Time* base = nullptr;
    for (const Time& time : times_) {
      if (time.begin >= at) break;
      if (time.role == Time::Role::aside) continue;
      if (time.role == Time::Role::base) {
        base = &time;
      } else {
        if (time.last != 0) now = &time;
        part = &time;
      }
    }
    Placed result{.planning = context.planning, .year = context.year};
    if (part != nullptr && part->part) result.period = *part->part;
    if (now != nullptr) move(result, *now, result.period, context);
    if (part != nullptr && part->until && result.period != Period::year) result.planning = false;
    result.carried = carried_ && now == &*carried_ && result.year != context.year;
    const Time* span = now != nullptr ? now : passage_ ? &*passage_ : nullptr;
    if (span == nullptr) {
      result.first = context.span_first;
    } else if (span->first < span->last && span->last == result.year) {
      // By the end of a plan something has come to, within it.
      result.summed = span->alone && !(carried_ && now == &*carried_);
      result.several = span->several() && (now != nullptr || passage_->begin >= paragraph_);
      result.first = span->first;
    }
    if (from && base != nullptr && base->last == 0 && base->part) {
      result.period = *base->part;  // 从一季度的7.9%收窄至…
      return result;
    }
    if (base != nullptr && (from || !base->start)) {
      result.based = true;
      result.base = year_of(*base, result.year);
      result.multiple = base->multiple;
      result.multiple_of_sum = base->multiple && base->whole;
    }
    if (base_) result.sentence_base = year_of(*base_, result.year);
    if (from) {
      const bool ends = now != nullptr && now->ends && result.first == now->first;
      // 由2012年的5家增至8家。…由2家增至6家: the next sentence, and the one behind it, go on with the year.
      if (now == nullptr && result.sentence_base == 0) result.sentence_base = chain_;
      if (ends) ++result.first;
      start(result, context);
      started_ = true;
      if (base != nullptr || base_) chain_ = result.year;
    }
    return result;
  }

 private:
  /// The year that a figure of `year` is measured from.
  [[nodiscard]] static int year_of(const Time& base, int year) {
    if (!base.relative) return base.last == 0 ? 0 : base.last - base.back;
    return year == 0 ? 0 : year - base.back;
  }

  /// The starting value of 从A增加到B is of the year that its words give, else of the one before the years that the
  /// passage speaks of.
  static void start(Placed& placed, const Context& context) {
    const int named = placed.based ? placed.base : placed.sentence_base;
    placed.year = named != 0 ? named : placed.first != 0 ? placed.first - 1 : 0;
    placed.planning = placed.planning && placed.year >= context.plan_year && placed.year != 0;
    placed.period = Period::year;
    placed.first = 0;
    placed.several = placed.based = placed.multiple = false;
  }

  static void move(Placed& placed, const Time& time, Period period, const Context& context) {
    if (context.plan_year == 0) {
      placed.year = time.last;
      return;
    }
    const bool ahead =
        time.last > context.plan_year || (time.last == context.plan_year && time.role == Time::Role::ahead);
    if (context.planning) {
      // 今后五年 begins with the year that is planned; a span that ended before it is over.
      placed.year = time.last;
      placed.planning = time.last >= context.plan_year;
    } else if (ahead && time.first >= context.plan_year) {
      placed.year = time.last;
      placed.planning = true;
    } else if (time.last < context.plan_year ||
               (time.last == context.plan_year && time.first == time.last && period != Period::year)) {
      placed.year = time.last;  // also 今年一季度, in a speech of April
    }
  }

  void keep(const Time& time, const Context& context) {
    // 三季度前全部开工: what follows is not of the part of the year before it either.
    if (time.role == Time::Role::aside && time.part) part_.reset();
    if (time.role == Time::Role::aside || time.average() || time.framed) return;
    if (time.role == Time::Role::base) {
      base_ = time;
      return;
    }
    part_ = time;
    if (time.last != 0 && (!context.planning || time.last >= context.plan_year)) carried_ = time;
  }

  std::vector<Time> times_;      ///< of the clause
  std::optional<Time> carried_;  ///< the latest year of the clauses before
  std::optional<Time> part_;     ///< the latest time of them, which may name a part of the year alone
  std::optional<Time> base_;     ///< what the sentence measures from
  std::optional<Time> opening_;  ///< what the sentence begins with
  std::optional<Time> passage_;  ///< the years that the paragraph, or one before it, began with
  bool dated_ = false;           ///< the paragraph has said of which years it speaks
  bool started_ = false;         ///< the sentence has a starting value
  int chain_ = 0;                ///< the year of the starting values of the sentences up to this one; zero for none
  std::size_t sentence_ = 0;     ///< where it begins
  std::size_t paragraph_ = 0;    ///< where it begins
};

/// Where the sentence that begins at `begin` ends: its mark, or `end`.
[[nodiscard]] inline std::size_t sentence_stop(const Characters& text, std::size_t begin, std::size_t end) {
  return text.find(sentence_end, begin, end);
}

/// The clause that begins at `begin`; the end of its sentence ends it as well. Another mark inside brackets ends a
/// clause only when it is long already; no clause of a report exceeds 400 characters, and work on one grows with its
/// square.
[[nodiscard]] inline Clause clause_at(const Characters& characters, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest_clause = 400;
  constexpr std::size_t longest_bracket = 60;
  const View text = characters.text();
  Clause clause{begin, end, 0};
  int depth = 0;
  const std::size_t usual = std::min(end, begin + longest_clause);
  for (std::size_t stop = begin; stop < end; ++stop) {
    if (stop < usual) stop = characters.find(clause_end | bracket, stop, std::min(usual, end - 1), clause.kinds);
    const std::uint8_t kind = characters.kind(stop);
    clause.kinds |= kind;
    const std::size_t length = stop - begin;
    if ((kind & (clause_end | bracket)) == 0 && length <= longest_clause) continue;
    const char32_t c = text[stop];
    if (c == U'(') ++depth;
    if (c == U')' && depth > 0) --depth;
    const bool too_long = length > longest_clause && !is_digit(c) && (c == U'、' || length > longest_clause + 64);
    const bool proportion =
        c == U':' && length > 0 && stop + 1 < end && is_digit(text[stop - 1]) && is_digit(text[stop + 1]);
    const bool sentence = (kind & sentence_end) != 0;
    if (c == U',' && separates(text, stop)) continue;
    if (too_long || sentence || (!proportion && ends_clause(c) && (depth == 0 || length > longest_bracket))) {
      clause.end = stop;
      break;
    }
  }
  return clause;
}

}  // namespace shengzhou_report::detail::parser
