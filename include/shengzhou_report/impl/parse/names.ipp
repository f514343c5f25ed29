#pragma once

// A room: names. How the name of what a figure measures is put together.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

[[nodiscard]] inline bool is_rate(View name) noexcept { return suffix_row<data::rate_names>(name) != nullptr; }

/// What a sentence has spoken of so far.
struct Spoken {
  std::vector<View> recent;  ///< its subjects, the latest last
  std::size_t latest = 0;    ///< how many subjects the latest list had
  View bare;                 ///< the latest clause without figures

  void remember(View name) {
    constexpr std::size_t most = 16;
    if (recent.size() == most) recent.erase(recent.begin());
    const auto found = std::find(recent.begin(), recent.end(), name);
    if (found != recent.end()) recent.erase(found);
    recent.push_back(name);
  }

  /// The latest `count` subjects.
  void take(std::size_t count, std::vector<View>& into) const {
    into.assign(recent.end() - static_cast<std::ptrdiff_t>(std::min(count, recent.size())), recent.end());
  }

  /// What the latest clause without figures was about, its words up to the verb: it may name what the next clause
  /// measures, as in 乡镇托育机构, 达100%.
  [[nodiscard]] View about() const {
    View name = without_leading_words(trim(bare.substr(0, 64)));
    name = name.substr(0, 24);
    name = name.substr(0, find_any<data::predicate_verbs>(name, 2));
    return name.size() >= 2 && is_han(name.back()) ? name : View();
  }

  /// A subject with a figure, or the clause before.
  [[nodiscard]] View of() const { return recent.empty() ? about() : recent.back(); }
};

/// How a name is put together from what stands before and behind a figure.
class Names {
 public:
  Names(View text, Composed& composed) : text_(text), composed_(&composed) {}

  /// The name of what number i measures, from what stands before and behind it.
  [[nodiscard]] View compose(const std::vector<Number>& numbers, std::size_t i, std::size_t end, const Lead& lead,
                             bool joined, const Spoken& spoken) const {
    const Number& n = numbers[i];
    View name = lead.subject;
    if (n.rank) return name;
    // 35%以上的行政村实现…: the share of those who do what follows.
    if (equal(n.unit, U"%") && at(text_, n.after) == U'的' && name.size() < 3) {
      return composed_->join(text_.substr(n.after + 1, std::min<std::size_t>(end - n.after - 1, 24)), U"占比");
    }
    if (lead.growth) return name;
    // 总投资137亿元的92个重点项目: the noun that the sum belongs to stands behind it.
    if ((ends(name, U"总投资") || ends(name, U"投资")) && at(text_, n.after) == U'的') {
      std::size_t begin = n.after + 1;
      if (i + 1 < numbers.size() && numbers[i + 1].begin == begin) begin = numbers[i + 1].after;
      std::size_t stop = begin;
      while (stop < end && is_han(text_[stop]) && stop - begin < 16) ++stop;
      if (stop - begin >= 2) {
        return composed_->join(text_.substr(begin, stop - begin), ends(name, U"总投资") ? U"总投资" : U"投资");
      }
    }
    // 投资1.2亿元完成了…: what the money went to stands behind it.
    if ((equal(name, U"投资") || equal(name, U"投入") || equal(name, U"总投资")) && is_han(at(text_, n.after))) {
      std::size_t stop = n.after;
      while (stop < end && !is_digit(text_[stop]) && stop - n.after < 40) ++stop;
      View behind = text_.substr(n.after, stop - n.after);
      for (const View verb : data::spending_verbs) {
        if (behind.starts_with(verb)) {
          behind.remove_prefix(verb.size());
          break;
        }
      }
      if (behind.size() >= 2) return composed_->join(behind, name);
    }
    View noun;
    if (!n.unit.empty() && n.unit != U"%") noun = following(numbers, i, end);
    if (noun.empty() && name.empty() && !joined && !ends(n.unit, U"元") && n.unit != U"%") {
      // 完成1.8万户、189万平方米棚改任务, 96户177人贫困人口: one noun for the list.
      for (std::size_t k = i + 1; k < numbers.size() && noun.empty() && joins(numbers, k); ++k)
        noun = following(numbers, k, end);
    }
    if (!noun.empty()) {
      if (name.empty() && joined && !spoken.recent.empty()) return extended(spoken.recent.back(), noun);
      // A、B等10个项目: the names before 等 are examples.
      if (ends(name, U"等") || name.size() > 14 || contains(name, U"、")) name = {};
      if (suffix_row<data::counting_verbs>(name) != nullptr) name = {};
      return name.empty() ? noun : composed_->join(name, noun);
    }
    if (begins(name, U"占")) return extended(spoken.of(), name);
    for (const View part : data::part_names) {
      if (name != part) continue;
      const View whole = spoken.of();
      return whole.ends_with(name) ? whole : extended(whole, name);
    }
    return name;
  }

  /// The name without footnote marks (上云企业[14]), quotation marks and spaces.
  [[nodiscard]] View clean(View name) const {
    const auto dirty = [](char32_t c) {
      return c < 0x80 ? is_space(c) || is_any(c, U"[\"'") : is_any(c, U"〔【“”‘’") || is_space(c);
    };
    if (std::none_of(name.begin(), name.end(), dirty)) return name;
    std::u32string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const std::size_t open = View(U"[〔【").find(name[i]);
      if (open != View::npos) {
        std::size_t end = i + 1;
        while (end < name.size() && (is_digit(name[end]) || is_space(name[end]))) ++end;
        if (end == name.size() || name[end] == U"]〕】"[open]) {
          i = end;
          continue;
        }
      }
      if (open != View::npos || !dirty(name[i])) out.push_back(name[i]);
    }
    return composed_->join(out, {});
  }

  /// The names of a list; 城乡居民X is two.
  void split(View list, std::vector<View>& items) const {
    items.clear();
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
      if (i < list.size() && (opens_quote(list[i]) || list[i] == U'(')) ++depth;
      if (i < list.size() && (closes_quote(list[i]) || list[i] == U')')) --depth;
      const bool mark = i == list.size() || (depth <= 0 && is_any(list[i], U"、和与及") &&
                                             !(list[i] == U'及' && i + 1 < list.size() && list[i + 1] == U'以'));
      if (!mark) continue;
      if (i > begin) items.push_back(list.substr(begin, i - begin));
      begin = i + 1;
    }
    if (items.size() == 1) {
      const View only = items[0];
      for (const View pair : data::both_residents) {
        const std::size_t found = find(only, pair);
        if (found == View::npos || !(contains(only, U"可支配收入") || contains(only, U"纯收入"))) continue;
        const View tail = only.substr(found + 2);
        items = {composed_->join(U"城镇", tail), composed_->join(U"农村", tail)};
        return;
      }
    }
    // 城镇、农村居民X and 城镇和农村居民X: the tail belongs to both.
    if (items.size() == 2 && (items[0] == U"城镇" || items[0] == U"城镇居民" || items[0] == U"城镇常住居民")) {
      const std::size_t tail = find(items[1], U"居民");
      if (tail != View::npos) items[0] = composed_->join(U"城镇", items[1].substr(tail));
    }
  }

  /// Whether number k follows the one before it in a list: 521户、17.2万平方米.
  [[nodiscard]] bool joins(const std::vector<Number>& numbers, std::size_t k) const {
    const std::size_t from = numbers[k - 1].after;
    if (numbers[k].skipped || numbers[k].begin < from) return false;
    const View between = text_.substr(from, numbers[k].begin - from);
    return between.empty() || equal(between, U"、") || equal(between, U"和") || equal(between, U"与");
  }

  /// What stands between two figures, without the times in it: 由2015年的, 比上年, 五年来. `time` becomes where the
  /// last one stood that says when, if there is one.
  [[nodiscard]] View without_times(std::size_t from, std::size_t to, const std::vector<Time>& times,
                                   const char32_t*& time) const {
    View out;
    std::size_t at = from;
    std::size_t left = View::npos;  // characters before that time
    for (const Time& each : times) {
      if (each.begin < at || each.begin >= to) continue;
      const View piece = text_.substr(at, each.begin - at);
      out = out.empty() ? piece : composed_->join(out, piece);
      at = std::min(each.end, to);
      if (each.role != Time::Role::base) left = out.size();
    }
    const View rest = text_.substr(at, to - at);
    out = out.empty() ? rest : composed_->join(out, rest);
    time = left == View::npos ? nullptr : out.data() + left;
    return out;
  }

 private:
  /// `whole` with what is said of a part of it; a name that has grown beyond sense grows no further.
  [[nodiscard]] View extended(View whole, View part) const {
    constexpr std::size_t longest_name = 64;
    return whole.size() > longest_name ? whole : composed_->join(whole, part);
  }

  /// The noun phrase that follows a counted number: 43项改革任务.
  [[nodiscard]] View following(const std::vector<Number>& numbers, std::size_t index, std::size_t end) const {
    const Number& n = numbers[index];
    std::size_t i = n.after;
    if (i >= end || starts_suffix(text_, i)) return {};
    if (at(text_, i) == U'的') ++i;
    // A class may begin the noun: 10个50亿元以上项目.
    const auto is_class = [&](std::size_t k) { return k < numbers.size() && numbers[k].skipped.has_value(); };
    std::size_t next = index + 1;
    if (is_class(next) && numbers[next].begin == i) {
      i = numbers[next].after;
      ++next;
      if (i < numbers[next - 1].end) i = numbers[next - 1].end;
    }
    if (begins(text_.substr(i), U"基础上")) return {};  // 在去年86亿元的基础上
    if (!(is_han(at(text_, i)) || opens_quote(at(text_, i)) || is_latin(at(text_, i))) || verb_follows(text_, i))
      return {};
    const std::size_t begin = n.after + (at(text_, n.after) == U'的' ? 1 : 0);
    // Without another figure behind it the phrase may be a list itself: 道路、供水等基础设施建设.
    bool last = true;
    for (std::size_t k = index + 1; k < numbers.size(); ++k) last = last && is_class(k);
    bool quoted = false;
    while (i < end && i - begin < 28) {
      const char32_t c = text_[i];
      if (opens_quote(c)) quoted = true;
      if (closes_quote(c)) quoted = false;
      if (!quoted && (is_digit(c) || c == U'(' || (c == U'、' && !last))) break;
      if (!quoted && !last && is_any(c, U"和与")) break;
      ++i;
    }
    View phrase = text_.substr(begin, i - begin);
    return phrase.substr(0, find_any<data::noun_ends>(phrase, 2));
  }

  View text_;
  Composed* composed_;
};

}  // namespace shengzhou_report::detail::parser
