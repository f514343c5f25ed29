#pragma once

// A room: outline. The tree of sections, and which part of the text looks back and which plans.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <shengzhou_report/impl/parse/headings.ipp>
#include <shengzhou_report/impl/parse/identity.ipp>
#include <shengzhou_report/impl/parse/roles.ipp>

namespace shengzhou_report::detail::parser {

struct OutlineSection {
  std::size_t begin = 0;  ///< first character of the heading
  std::size_t end = 0;    ///< behind the last one of the section, subsections included
  std::size_t title_end = 0;
  int level = 1;
  SectionRole role = SectionRole::none;
};

/// From `begin` to the next part the text does this; a heading or a turn of the text begins a part.
struct Part {
  std::size_t begin = 0;
  SectionRole role = SectionRole::none;
  Horizon horizon = {};
  const char* rule = "";  ///< name of the rule that decided
};

/// The title as printed, a break of its line left out.
[[nodiscard]] inline std::string title_of(View text, const OutlineSection& section) {
  std::u32string title;
  for (const char32_t c : text.substr(section.begin, section.title_end - section.begin)) {
    if (c != U'\n' && c != U'\r') title.push_back(c);
  }
  return utf8(title);
}

struct Outline {
  std::vector<OutlineSection> sections;  ///< in the order of the text
  std::vector<Part> parts;               ///< in the order of the text; the first begins with the body
};

/// Finds the outline of one document.
class Outliner {
 public:
  Outliner(const Characters& characters, const Page& page, const Identity& identity)
      : characters_(characters),
        text_(characters.text()),
        page_(page),
        kind_(identity.kind),
        plan_(identity.year.value_or(0)) {}

  [[nodiscard]] Outline run() {
    const std::vector<Heading> headings = headings_of(text_, page_);
    tree(headings);
    parts();
    weigh();
    turn();
    horizons();
    for (OutlineSection& section : outline_.sections) section.role = at(section.begin).role;
    return std::move(outline_);
  }

 private:
  void tree(const std::vector<Heading>& headings) {
    std::vector<std::size_t> open;
    for (const Heading& heading : headings) {
      while (!open.empty() && outline_.sections[open.back()].level >= heading.level) {
        outline_.sections[open.back()].end = heading.begin;
        open.pop_back();
      }
      open.push_back(outline_.sections.size());
      outline_.sections.push_back(
          {.begin = heading.begin, .end = page_.body_end, .title_end = heading.end, .level = heading.level});
    }
  }

  /// One part for the text before the first heading, and one for each heading that says what it heads or ends what one
  /// inside another said.
  void parts() {
    const SectionRole base = kind_ == DocumentKind::plan ? SectionRole::outlook : SectionRole::review;
    outline_.parts.push_back({page_.body_begin, base, {}, "beginning"});
    struct Open {
      int level;
      std::size_t part;  ///< of the heading around
    };
    std::vector<Open> around;
    std::size_t current = 0;
    for (const OutlineSection& section : outline_.sections) {
      while (!around.empty() && around.back().level >= section.level) {
        current = around.back().part;
        around.pop_back();
      }
      around.push_back({section.level, current});
      TitleRole title = kind_ == DocumentKind::communique
                            ? TitleRole()
                            : role_of_title(characters_, section.begin, section.title_end, plan_);
      const Part outer = outline_.parts[current];
      const bool inside = around.size() > 1;
      // The chapters of a plan outline name its goals; what looks back says so.
      if (kind_ == DocumentKind::plan && title.role != SectionRole::review) title.role = SectionRole::none;
      if (inside) {
        // A review counts its items; only a year that is planned turns one into a plan. A plan's item on the government
        // itself, or on last year, says so.
        const bool turns_back = outer.role != SectionRole::review && title.role == SectionRole::review &&
                                title.horizon.last != 0 && title.horizon.last < plan_;
        const bool turns_ahead = outer.role == SectionRole::review &&
                                 (title.role == SectionRole::plan || title.role == SectionRole::outlook) &&
                                 title.horizon.last >= plan_ && plan_ != 0;
        const bool within_plan = outer.role != SectionRole::review && outer.role != SectionRole::none &&
                                 (title.role == SectionRole::government || title.role == SectionRole::outlook ||
                                  (title.role == SectionRole::plan && title.horizon.last != 0));
        if (!turns_back && !turns_ahead && !within_plan) title.role = SectionRole::none;
      } else if (title.role == SectionRole::government && outer.role == SectionRole::review && !planned_) {
        title.role = SectionRole::none;  // before any plan it is the government's work of last year
      }
      if (title.role != SectionRole::none) {
        planned_ = planned_ || title.role == SectionRole::plan || title.role == SectionRole::outlook;
        outline_.parts.push_back({section.begin, title.role, title.horizon, title.rule});
        current = outline_.parts.size() - 1;
      } else if (inside) {
        if (current + 1 != outline_.parts.size()) {
          // Back in what is around.
          outline_.parts.push_back({section.begin, outer.role, outer.horizon, "section around"});
          current = outline_.parts.size() - 1;
        }
      } else {
        // An outermost heading that does not say: like the one before it, until the text is asked.
        const Part& before = outline_.parts.back();
        if (kind_ == DocumentKind::plan) {
          outline_.parts.push_back({section.begin, base, {}, "chapter of the plan"});
        } else {
          outline_.parts.push_back({section.begin, before.role, before.horizon, "heading before"});
        }
        current = outline_.parts.size() - 1;
      }
    }
  }

  /// A heading whose word may mean either is asked what its text says: 目标全面实现 heads a review.
  void weigh() {
    if (kind_ == DocumentKind::communique || kind_ == DocumentKind::plan) return;
    for (std::size_t i = 0; i < outline_.parts.size(); ++i) {
      Part& part = outline_.parts[i];
      const std::string_view rule = part.rule;
      if (i > 0 && rule == "heading before")
        part.role = outline_.parts[i - 1].role, part.horizon = outline_.parts[i - 1].horizon;
      if (rule != "word of the heading" || part.role != SectionRole::plan) continue;
      const std::size_t end = i + 1 < outline_.parts.size() ? outline_.parts[i + 1].begin : page_.body_end;
      if (looks_back(part.begin, end)) part = {part.begin, SectionRole::review, {}, "words of the text"};
    }
  }

  /// The score of the paragraphs between two places, and how many characters they have.
  struct Tense {
    int score = 0;
    int length = 0;
  };
  [[nodiscard]] Tense tense(std::size_t begin, std::size_t end) const {
    Tense result;
    for (const Line& line : lines_between(begin, end)) {
      result.score += outlook_score(text_.substr(line.begin, line.end - line.begin));
      result.length += static_cast<int>(line.end - line.begin);
    }
    return result;
  }

  [[nodiscard]] std::span<const Line> lines_between(std::size_t begin, std::size_t end) const {
    const auto before = [](const Line& line, std::size_t at) { return line.begin < at; };
    const auto first = std::lower_bound(page_.lines.begin(), page_.lines.end(), begin, before);
    return {first, std::lower_bound(first, page_.lines.end(), end, before)};
  }

  // Reviews have less than -3 a hundred characters, plans more than 5, nearly all of them.
  static constexpr int shortest = 300;
  [[nodiscard]] bool looks_back(std::size_t begin, std::size_t end) const {
    const auto [score, length] = tense(begin, end);
    return length > shortest && 100 * score < -3 * length;
  }
  [[nodiscard]] bool looks_ahead(std::size_t begin, std::size_t end) const {
    const auto [score, length] = tense(begin, end);
    return length > shortest && 100 * score > 5 * length;
  }

  /// Where no heading plans, the text is asked at which paragraph it turns.
  void turn() {
    if (kind_ == DocumentKind::communique || kind_ == DocumentKind::plan) return;
    // The first part that is known to plan; the turn lies before it, if parts before it do not say what they do.
    std::size_t last = outline_.parts.size();
    for (std::size_t i = 0; i < outline_.parts.size(); ++i) {
      const SectionRole role = outline_.parts[i].role;
      if (role == SectionRole::plan || role == SectionRole::outlook) {
        last = i;
        break;
      }
    }
    const bool planned = last < outline_.parts.size();
    std::size_t first = 0;  // the last part that is known to look back
    for (std::size_t i = 0; i < last; ++i) {
      if (std::string_view(outline_.parts[i].rule) != "heading before") first = i;
    }
    // Between a review and a plan that both have their headings there is seldom a turn; it must show in the words.
    const bool headed = planned && first + 1 == last;
    const std::size_t begin = headed || !planned ? outline_.parts[first].begin : outline_.parts[first + 1].begin;
    const std::size_t end = planned ? outline_.parts[last].begin : page_.body_end;
    if (headed && !turn_before(begin, end)) return;
    const std::size_t split = best_split(begin, end);
    if (split >= end || (headed && !(looks_back(begin, split) && looks_ahead(split, end)))) return;
    std::vector<Part> result;
    for (const Part& part : outline_.parts) {
      if (part.begin < split) result.push_back(part);
    }
    result.push_back({split, SectionRole::plan, {}, "turn of the text"});
    for (const Part& part : outline_.parts) {
      if (part.begin <= split) continue;
      result.push_back(part);
      if (part.begin < end && part.role == SectionRole::review)
        result.back().role = SectionRole::plan, result.back().horizon = {};
    }
    outline_.parts = std::move(result);
  }

  /// Whether a paragraph says that it turns to the plan, long before the next heading does.
  [[nodiscard]] bool turn_before(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest_close = 1500;
    std::size_t behind = 0;  // characters from the paragraph to the end
    const auto lines = lines_between(begin + 1, end);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      behind += line->end - line->begin;
      if (behind > longest_close && turns(text_.substr(line->begin, line->end - line->begin))) return true;
    }
    return false;
  }

  /// The paragraph between `begin` and `end` at which the words turn from past to future; `end` where they never do.
  [[nodiscard]] std::size_t best_split(std::size_t begin, std::size_t end) const {
    constexpr int turn_weight = 200;
    int sum = 0;
    std::size_t split = begin;
    int best = std::numeric_limits<int>::min();
    std::vector<std::pair<std::size_t, int>> scores;
    for (const Line& line : lines_between(begin, end)) {
      const View paragraph = text_.substr(line.begin, line.end - line.begin);
      scores.emplace_back(line.begin, outlook_score(paragraph));
      if (turns(paragraph)) scores.back().second += turn_weight;
      sum += scores.back().second;
    }
    // What stands before the split should look back, what stands behind it ahead.
    int before = 0;
    for (const auto& [at, score] : scores) {
      const int value = (sum - before) - before;
      if (value > best) best = value, split = at;
      before += score;
    }
    if (-sum >= best) return end;  // all of it looks back
    return split;
  }

  /// Paragraphs of a plan that speak of several years, as a report at the start of a term does: 今后五年的奋斗目标是.
  void horizons() {
    if (plan_ == 0 || kind_ == DocumentKind::communique) return;
    std::vector<Part> result;
    std::vector<Time> times;
    std::size_t next = 0;
    for (const Line& line : page_.lines) {
      while (next < outline_.parts.size() && outline_.parts[next].begin <= line.begin)
        result.push_back(outline_.parts[next++]);
      if (result.empty() || line.begin < page_.body_begin || line.begin >= page_.body_end) continue;
      const Part around = result.back();
      if (around.role != SectionRole::plan && around.role != SectionRole::outlook) continue;
      View says = opening(line);
      if (find_any<data::horizon_words>(says) == View::npos) says = introduction(line);
      if (find_any<data::horizon_words>(says) == View::npos) continue;
      const auto begin = static_cast<std::size_t>(says.data() - text_.data());
      Times(characters_).read(begin, begin + says.size(), {.current = plan_}, times);
      for (const Time& time : times) {
        if (time.role == Time::Role::base || time.last < plan_) continue;
        const bool several = time.last > time.first && time.first <= plan_ + 1;
        const bool year = time.first == plan_ && time.last == plan_;
        if (several && around.horizon.last != time.last) {
          result.push_back({line.begin, SectionRole::outlook, {time.first, time.last}, "years of the paragraph"});
        } else if (year && around.role == SectionRole::outlook) {
          result.push_back({line.begin, SectionRole::plan, {plan_, plan_}, "year of the paragraph"});
        }
        break;
      }
    }
    while (next < outline_.parts.size()) result.push_back(outline_.parts[next++]);
    outline_.parts = std::move(result);
  }

  /// The first sentence of a paragraph, as far as it says of which years that speaks.
  [[nodiscard]] View opening(const Line& line) const {
    constexpr std::size_t looked_at = 40;
    std::size_t end = line.begin;
    while (end < std::min(line.end, line.begin + looked_at) && (characters_.kind(end) & sentence_end) == 0) ++end;
    return text_.substr(line.begin, end - line.begin);
  }
  /// The last one, where it leads to a list: …,今后五年的主要目标是:.
  [[nodiscard]] View introduction(const Line& line) const {
    constexpr std::size_t longest = 80;
    std::size_t end = line.end;
    while (end > line.begin && is_space(text_[end - 1])) --end;
    if (end == line.begin || text_[end - 1] != U':') return {};
    std::size_t begin = end - 1;
    const std::size_t first = end - std::min(longest, end - line.begin);
    while (begin > first && (characters_.kind(begin - 1) & sentence_end) == 0) --begin;
    return text_.substr(begin, end - begin);
  }

  [[nodiscard]] const Part& at(std::size_t position) const {
    auto found = std::upper_bound(outline_.parts.begin(), outline_.parts.end(), position,
                                  [](std::size_t p, const Part& part) { return p < part.begin; });
    return *std::prev(found == outline_.parts.begin() ? std::next(found) : found);
  }

  const Characters& characters_;
  View text_;
  const Page& page_;
  DocumentKind kind_;
  int plan_;
  bool planned_ = false;
  Outline outline_;
};

[[nodiscard]] inline Outline outline(const Characters& characters, const Page& page, const Identity& identity) {
  return Outliner(characters, page, identity).run();
}

}  // namespace shengzhou_report::detail::parser
