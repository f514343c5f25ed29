#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/clauses.ipp>
#include <shengzhou_report/impl/parse/figures.ipp>
#include <shengzhou_report/impl/parse/identity.ipp>
#include <shengzhou_report/impl/parse/layout.ipp>
#include <shengzhou_report/impl/parse/outline.ipp>
#include <shengzhou_report/impl/parse/rows.ipp>
#include <shengzhou_report/impl/parse/statements.ipp>
#include <shengzhou_report/impl/parse/subjects.ipp>
#include <shengzhou_report/impl/parse/tables.ipp>
#include <shengzhou_report/impl/parse/text.ipp>
#include <shengzhou_report/parse.hpp>

namespace shengzhou_report {

namespace detail::parser {

/// Leads a text through the rooms.
class Reader {
 public:
  Reader(std::string_view bytes, const ParseOptions& options)
      : source_(std::make_shared<const std::string>(bytes)),
        characters_(*source_),
        page_(layout(characters_, units_)),
        text_(characters_.text()),
        identity_(identify(characters_, page_, options)),
        outline_(outline(characters_, page_, identity_)),
        tables_(TableFinder(characters_.text(), page_.lines, units_).find()),
        calendar_(identity_.kind, identity_.year.value_or(0), identity_.eve),
        names_(text_, composed_),
        times_(characters_),
        figures_(characters_, units_, composed_),
        subjects_(text_, composed_),
        statements_(characters_, units_, names_),
        rows_(text_, units_, composed_, figures_, identity_, statements_) {
    info_.title = title();
    info_.place = identity_.place;
    if (identity_.place) place_ = comparable_name(*identity_.place);
    subjects_.of_place(place_);
    if (info_.place == utf8(data::nation)) info_.place_en = data::nation_en;
    info_.ref_area = identity_.ref_area;
    info_.year = identity_.year;
    info_.kind = identity_.kind;
    info_.evidence = std::move(identity_.evidence);
  }

  [[nodiscard]] Report run() && {
    outside(0, page_.body_begin);
    auto table = tables_.begin();
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Line& line = page_.lines[i];
      if (line.begin < page_.body_begin) continue;
      while (table != tables_.end() && table->first < i) ++table;
      if (table != tables_.end() && table->first == i) {
        // An appendix may stand behind the last sentence.
        enter(line.begin);
        subjects_.begin_line();
        rows_.read(*table, page_.lines, context_);
        i = table->last - 1;
      } else if (line.kind == LineKind::chrome || line.begin >= page_.body_end) {
        outside(line.begin, line.end);
      } else {
        const std::size_t end = std::min(line.end, page_.body_end);
        enter(line.begin);
        paragraph(line.begin, end);
        outside(end, line.end);
      }
    }
    return std::move(statements_).report(std::move(info_), std::move(source_));
  }

 private:
  [[nodiscard]] std::string title() const {
    constexpr std::size_t longest_title = 60;
    return utf8(trim(text_.substr(page_.title_begin, std::min(longest_title, page_.title_end - page_.title_begin))));
  }

  /// The section and the part that the paragraph at `begin` stands in.
  void enter(std::size_t begin) {
    while (next_section_ < outline_.sections.size() && outline_.sections[next_section_].begin <= begin) {
      const OutlineSection& section = outline_.sections[next_section_++];
      std::vector<std::string> path = context_.path.titles();
      path.resize(std::min(path.size(), static_cast<std::size_t>(section.level) - 1));
      path.push_back(title_of(text_, section));
      context_.path = Headings(std::move(path));
      timeline_.begin_section(section.level);
      info_.sections.push_back(
          {.path = context_.path, .role = section.role, .span = characters_.span(section.begin, section.end)});
    }
    while (next_part_ < outline_.parts.size() && outline_.parts[next_part_].begin <= begin)
      calendar_.enter(outline_.parts[next_part_++], context_);
  }

  /// Numbers of the page around the report: seen, and no part of it.
  void outside(std::size_t begin, std::size_t end) {
    asides_.clear();
    figures_.outside(begin, end, asides_);
    for (const Aside& aside : asides_) statements_.skip(aside.begin, aside.end, aside.reason);
  }

  void paragraph(std::size_t begin, std::size_t end) {
    paragraph_ = text_.substr(begin, end - begin);
    subjects_.begin_line();
    timeline_.begin_paragraph(begin);
    std::size_t stated = statements_.size();
    bool opens = true;
    for (std::size_t at = begin; at < end;) {
      if (opens) {
        sentence_ = at;
        known_ = false;
        norm_ = false;
        before_ = {};
        const bool goes_on = at > begin && text_[at - 1] == U';';
        subjects_.begin_sentence(goes_on);
        // A semicolon goes on with the time of what stands before it.
        if (!goes_on) {
          timeline_.begin_sentence(at, text_.substr(at, std::min<std::size_t>(end - at, 40)),
                                   statements_.size() != stated);
          stated = statements_.size();
        }
      }
      const Clause next = clause_at(characters_, at, end);
      const bool closes = next.end < end && (characters_.kind(next.end) & sentence_end) != 0;
      if (!(opens && closes && next.begin == next.end)) clause(next);
      opens = closes;
      at = next.end + 1;
    }
  }

  /// What holds for all figures of the sentence; looked for where it has some.
  void know_sentence() {
    if (known_) return;
    known_ = true;
    const auto end = static_cast<std::size_t>(paragraph_.data() + paragraph_.size() - text_.data());
    const std::size_t stop = sentence_stop(characters_, sentence_, end);
    // 预计 at the head of a paragraph covers its list of accounts; elsewhere it covers its own sentence.
    context_.estimate = !context_.planning && (begins(paragraph_, U"预计"sv) ||
                                               contains(text_.substr(sentence_, stop - sentence_), U"预计"sv));
  }

  /// Numbers that say when are no figures: 前11个月.
  void numbers_of_times() {
    auto time = timeline_.times().begin();
    const auto last = timeline_.times().end();
    for (Number& n : numbers_) {
      while (time != last && time->end <= n.begin) ++time;
      if (time == last) return;
      if (time->begin <= n.begin && !n.skipped) n.skipped = SkipReason::date;
    }
  }

  void clause(const Clause& clause) {
    const auto [begin, end, kinds] = clause;
    numbers_.clear();
    asides_.clear();
    timeline_.next(times_, clause, context_);
    if ((kinds & (digit | words)) != 0) figures_.read(begin, end, numbers_, asides_);
    numbers_of_times();
    if (norm_) {
      for (Number& n : numbers_) n.skipped = n.skipped.value_or(SkipReason::prose);
    }
    if (numbers_.empty()) {
      statements_.skip_all(numbers_, asides_);
      const View whole = text_.substr(begin, end - begin);
      if (!timeline_.is_time(clause)) subjects_.bare(whole);
      before_ = whole;
      norm_ = norm_ || suffix_row<data::norm_leads>(whole) != nullptr;
      const bool marked = (kinds & trend_mark) != 0;
      const bool trend = context_.planning && marked && statements_.trend(begin, whole, context_);
      if (!context_.planning && marked) {
        statements_.kept_step(begin, whole, context_, timeline_.place(end, false, context_));
      }
      if (context_.planning && !trend) statements_.commitment(begin, end, context_);
      return;
    }
    if (std::any_of(numbers_.begin(), numbers_.end(), [](const Number& n) { return !n.skipped; })) {
      know_sentence();
      Lead said;
      cues(before_, said);
      before_ = {};
      context_.prices = said.prices;
      subjects_.resolve(begin, end, numbers_, timeline_.times(),
                        [&](const Number& n, const Lead& lead, View raw, std::vector<View>& names) {
                          return statements_.figure(n, lead, raw, names, context_,
                                                    timeline_.place(n.begin, lead.from, context_));
                        });
    } else {
      subjects_.pass();
      // 产值超10亿元的企业,由5家增加到8家: what has no figure may name what the next clause measures.
      if (!timeline_.is_time(clause)) subjects_.bare(text_.substr(begin, end - begin));
      // 打造百亿级产业集群 promises no figure either.
      if (context_.planning) statements_.commitment(begin, end, context_);
    }
    statements_.skip_all(numbers_, asides_);
  }

  std::shared_ptr<const std::string> source_;  // made first, so that the memory of the rooms lies above it
  Characters characters_;
  Units units_;
  Page page_;
  View text_;
  Identity identity_;
  Outline outline_;
  std::vector<Table> tables_;
  Calendar calendar_;
  Composed composed_;
  Names names_;
  Times times_;
  Figures figures_;
  Subjects subjects_;
  Statements statements_;
  Rows rows_;
  ReportInfo info_;
  Context context_;
  Timeline timeline_;
  std::u32string place_;
  View paragraph_;
  std::size_t sentence_ = 0;  ///< where it begins
  bool known_ = false;        ///< what holds for its figures
  bool norm_ = false;         ///< whether they are what a standard asks for
  View before_;               ///< its latest clause without figures, up to the next with some
  std::size_t next_section_ = 0;
  std::size_t next_part_ = 0;
  // Kept, so that their memory is used again.
  std::vector<Number> numbers_;
  std::vector<Aside> asides_;
};

}  // namespace detail::parser

SHENGZHOU_REPORT_INLINE Report parse(std::string_view utf8, const ParseOptions& options) {
  if (options.place && options.place->empty()) throw DomainError("place: is empty; leave it out where it is unknown");
  if (options.year && (*options.year < data::earliest_year || *options.year > data::latest_year)) {
    throw DomainError("year: " + std::to_string(*options.year) + " is none between " +
                      std::to_string(data::earliest_year) + " and " + std::to_string(data::latest_year));
  }
  return detail::parser::Reader(utf8, options).run();
}

}  // namespace shengzhou_report
