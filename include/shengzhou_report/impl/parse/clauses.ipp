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
  int year = 0;             ///< that figures refer to unless the sentence says otherwise; zero for unknown
  int plan_year = 0;        ///< that the document plans; zero for unknown
  int current = 0;          ///< that 今年 means
  bool five_years = false;  ///< the paragraph looks back on five years
  int span_first = 0;       ///< first year of the several that the part looks back on
  bool estimate = false;    ///< 预计
};

/// The years that the parts of a document speak of.
class Calendar {
 public:
  /// `year` is that of the document, zero for unknown.
  Calendar(DocumentKind kind, int year)
      : plan_(year != 0 && kind == DocumentKind::communique ? year + 1 : year),
        current_(year),
        last_(kind == DocumentKind::plan ? last_year(year) : year) {}

  void enter(const Part& part, Context& context) const {
    context.plan_year = plan_;
    context.current = current_;
    context.planning =
        part.role == SectionRole::plan || part.role == SectionRole::outlook || part.role == SectionRole::government;
    const int horizon = part.horizon.last;
    context.span_first = !context.planning && part.horizon.first < horizon ? part.horizon.first : 0;
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

  int plan_;
  int current_;
  int last_;
};

/// When a figure is, and whether it is still to come.
struct Placed {
  bool planning = false;
  int year = 0;  ///< zero for unknown
  int base = 0;  ///< the year that its clause measures from, where it names one: 比2018年增长
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
    carried_ = after_figures || contains(head, U"目标") ? std::nullopt : opening_;
    opening_.reset();
    sentence_ = at;
  }
  void begin_paragraph() { opening_.reset(); }

  /// Takes in the times of the next clause; those of the one before hold on, but for a look back from a plan, which
  /// ends with its clause unless it stands alone: 去年,全市….
  void next(const Times& reader, const Clause& clause, const Context& context) {
    for (const Time& time : times_) keep(time, context.planning, context.plan_year);
    times_.clear();
    if ((clause.kinds & time_mark) == 0) return;
    reader.read(clause.begin, clause.end, context.current, times_);
    if (!times_.empty() && times_.front().begin <= sentence_ + 1 && times_.front().role == Time::Role::at)
      opening_ = times_.front();
  }

  /// Whether the clause is nothing but a time: 五年来,….
  [[nodiscard]] bool is_time(const Clause& clause) const {
    return times_.size() == 1 && times_.front().begin <= clause.begin + 1 && times_.front().end + 1 >= clause.end;
  }

  /// Where a figure at `at` stands in time; `from` for the starting value of 从A增加到B.
  [[nodiscard]] Placed place(std::size_t at, bool from, const Context& context) const {
    const Time* now = carried_ ? &*carried_ : nullptr;
    const Time* base = base_ ? &*base_ : nullptr;
    Placed result{context.planning, context.year};
    for (const Time& time : times_) {
      if (time.end > at) break;
      (time.role == Time::Role::base ? base : now) = &time;
      if (time.role == Time::Role::base && !time.relative) result.base = time.last;
    }
    if (now != nullptr && !(now->relative && now->role == Time::Role::base)) move(result, *now, context);
    // 五年来…从A增加到B: the starting value is that of the year before the span.
    if (from) {
      const bool named = base != nullptr && !base->relative;
      const bool spans = base == nullptr && context.span_first != 0;
      if (named || result.year != 0)
        result.year = named                ? base->last
                      : context.five_years ? result.year - 5
                      : spans              ? context.span_first - 1
                                           : result.year - 1;
      result.planning = result.planning && result.year >= context.plan_year;
    }
    return result;
  }

 private:
  static void move(Placed& placed, const Time& time, const Context& context) {
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
    } else if (time.last < context.plan_year) {
      placed.year = time.last;
    } else if (ahead && time.first >= context.plan_year) {
      placed.year = time.last;
      placed.planning = true;
    }
  }

  void keep(const Time& time, bool planning, int plan_year) {
    if (time.role == Time::Role::base) {
      base_ = time;
    } else if (!planning || time.last >= plan_year) {
      carried_ = time;
    }
  }

  std::vector<Time> times_;      ///< of the clause
  std::optional<Time> carried_;  ///< the latest time of the clauses before
  std::optional<Time> base_;     ///< what the sentence measures from
  std::optional<Time> opening_;  ///< what the sentence begins with
  std::size_t sentence_ = 0;     ///< where it begins
};

/// Where the sentence that begins at `begin` ends: its mark, or `end`.
[[nodiscard]] inline std::size_t sentence_stop(const Characters& text, std::size_t begin, std::size_t end) {
  while (begin < end && (text.kind(begin) & sentence_end) == 0) ++begin;
  return begin;
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
    std::uint8_t kind = characters.kind(stop);
    clause.kinds |= kind;
    while ((kind & (clause_end | bracket)) == 0 && stop < usual && stop + 1 < end) {
      kind = characters.kind(++stop);
      clause.kinds |= kind;
    }
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
