#pragma once

// A room: names. How the name of what a figure measures is put together.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/name_forms.ipp>
#include <shengzhou_report/impl/parse/nouns.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// What a sentence has spoken of so far.
struct Spoken {
  std::vector<View> recent;  ///< its subjects, the latest last
  std::size_t latest = 0;    ///< how many subjects the latest list had
  View bare;                 ///< the latest clause without figures
  bool counted = false;      ///< the noun of the latest figure stands behind it
  View noun;                 ///< that noun
  View unit;                 ///< of the latest figure

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
class Names : public Nouns {
 public:
  using Nouns::Nouns;

  /// The name of what number i measures, from what stands before and behind it.
  [[nodiscard]] View compose(const std::vector<Number>& numbers, std::size_t i, std::size_t end, Lead& lead,
                             bool joined, const Spoken& spoken) const {
    const Number& n = numbers[i];
    View name = lead.subject;
    if (one_of<data::growth_names>(name)) {
      const View whole = spoken.of();
      return whole.empty() ? name : whole;
    }
    if (n.rank) {
      return one_of<data::part_names>(name) && !spoken.of().empty() ? part_of_whole(spoken.of(), name) : name;
    }
    // 35%以上的行政村实现…: the share of those who do what follows.
    if (equal(n.unit, U"%"sv) && at(text_, n.after) == U'的' && name.size() < 3) {
      return share_of_those(text_.substr(n.after + 1, std::min<std::size_t>(end - n.after - 1, 40)), lead, spoken);
    }
    if (lead.growth) return name;
    if (equal(n.unit, U"%"sv) && !name.empty()) {
      const View behind = piece(text_, n.after, end, 16);
      if (const View use = prefix_of<data::share_uses>(behind); !use.empty()) {
        lead.doubts.add(Doubt::noun_behind);
        return share_alone(join(bare(name), leading_han(behind)));
      }
    }
    // 总投资137亿元的92个重点项目: the noun that the sum belongs to stands behind it.
    if ((ends(name, U"总投资"sv) || ends(name, U"投资"sv)) && at(text_, n.after) == U'的') {
      std::size_t begin = n.after + 1;
      if (i + 1 < numbers.size() && numbers[i + 1].begin == begin) begin = numbers[i + 1].after;
      std::size_t stop = begin;
      while (stop < end && is_han(text_[stop]) && stop - begin < 16) ++stop;
      if (stop - begin >= 2) {
        return join(text_.substr(begin, stop - begin), ends(name, U"总投资"sv) ? U"总投资"sv : U"投资"sv);
      }
    }
    // 投资1.2亿元完成了…: what the money went to stands behind it.
    if ((equal(name, U"投资"sv) || equal(name, U"投入"sv) || equal(name, U"总投资"sv)) && is_han(at(text_, n.after))) {
      // Up to the next figure; limits of classes are part of the name.
      std::size_t next = i + 1;
      while (next < numbers.size() && numbers[next].skipped) ++next;
      const std::size_t most = next < numbers.size() ? numbers[next].begin : end;
      View behind = piece(text_, n.after, most, 40);
      for (const View verb : data::spending_verbs) {
        if (behind.starts_with(verb)) {
          behind.remove_prefix(verb.size());
          break;
        }
      }
      if (behind.size() >= 2) return join(behind, name);
    }
    if (is_share(n) && !lead.each && !lead.respectively) {
      if (const std::size_t at = share_at(name); at != View::npos)
        return share(name.substr(0, at), name.substr(at + data::share_of.size()), spoken);
      if (const std::size_t at = find(name, data::equals); at != View::npos)
        return share(name.substr(0, at), name.substr(at + data::equals.size()), spoken);
      if (ends(name, data::share_name) && name.size() > data::share_name.size())
        return lead.of_which ? share_of_which(name, n, spoken) : share_within(name);
    }
    View noun;
    if (!n.unit.empty() && n.unit != U"%"sv) noun = counted(numbers, i, end, name.empty() || is_verb(name));
    if (noun.size() < 2 && name.empty() && !joined && !ends(n.unit, U"元"sv) && n.unit != U"%"sv) {
      // 完成1.8万户、189万平方米棚改任务, 96户177人贫困人口: one noun for the list.
      noun = {};
      for (std::size_t k = i + 1; k < numbers.size() && noun.empty() && joins(numbers, k); ++k)
        noun = following(numbers, k, end, true);
    }
    if (!noun.empty()) {
      lead.doubts.add(Doubt::noun_behind);
      if (name.empty() && noun.size() == 1 && is_any(noun.front(), data::short_places))
        return join(noun, data::number_word);
      // 12个公园、30座桥梁: each has its own.
      if (name.empty() && joined && !spoken.recent.empty() && !spoken.counted)
        return extended(spoken.recent.back(), noun);
      // A、B等10个项目: the names before 等 are examples.
      if (ends(name, data::examples_mark) || name.size() > 14 || (name.size() > 6 && contains(name, U"、"sv)))
        name = {};
      if (suffix_row<data::counting_verbs>(name) != nullptr) name = {};
      return name.empty() ? noun : join(name, noun);
    }
    if (const View again = done_again(name, n, spoken); !again.empty()) return again;
    for (const View part : data::part_names) {
      if (name.size() != part.size() || name != part) continue;
      lead.doubts.add(Doubt::far_name);
      return part_of_whole(spoken.of(), name);
    }
    if (const View beyond = beyond_bound(name, spoken); !beyond.empty()) return beyond;
    // 市场主体新增7万户: as 新增市场主体.
    if (const View* verb = suffix_row<data::added_stocks>(name); verb != nullptr) {
      const View whole = name.size() > verb->size() ? name.substr(0, name.size() - verb->size()) : spoken.of();
      if (whole.empty() || begins(whole, *verb)) return whole.empty() ? name : whole;
      return join(*verb, without_leading_words(whole));
    }
    return name;
  }

  /// What stands behind 分别 as the end of a name: 出栏, 占总投资; nothing where it is a verb of growth.
  [[nodiscard]] View said_of_each(View verb) const {
    verb = bare(verb);
    if (prefix_row<data::verbs>(verb) != nullptr) return {};
    if (!begins(verb, data::share_of)) return verb;
    if (begins(verb, data::reaches)) verb = join(data::share_of, verb.substr(data::reaches.size()));
    return suffix_row<data::share_ends>(verb) != nullptr ? verb : join(verb, data::share_word);
  }

  /// Takes who acts and the part of the place off the head of a name, where a verb or what every report tells stands
  /// behind them: 县财政局争取债券, 开发区完成投资, 甲镇生产总值. Returns the part, which is empty for the place
  /// itself.
  [[nodiscard]] View part_of(View& name, View place) const {
    constexpr std::size_t longest_part = 12;
    for (std::size_t end = 2; end + 2 <= name.size() && end <= longest_part; ++end) {
      const char32_t c = name[end - 1];
      if (!among<data::part_marks>(c)) continue;
      if (is_any(c, data::pause)) return {};
      const View part = name.substr(0, end);
      const View rest = name.substr(end);
      if (is_any(c, data::actor_marks) && suffix_row<data::actor_ends>(part) != nullptr) {
        const View acted = without_leading_words(rest);
        if (acted.size() == rest.size() && prefix_of<data::flow_verbs>(acted).empty() &&
            prefix_of<data::area_verbs>(acted).empty())
          continue;
        name = acted;
        return {};
      }
      if (!is_any(c, data::area_marks)) continue;
      const bool itself = (part == place || (place.size() > end && ends(place, part))) &&
                          suffix_row<data::no_area_ends>(part) == nullptr;
      if (!itself && (!is_area(part) || !prefix_of<data::flow_verbs>(part).empty())) continue;
      const View verb = prefix_of<data::area_verbs>(rest);
      if (verb.empty() && catalogued(rest) == nullptr) continue;
      name = rest.substr(prefix_of<data::plain_verbs>(rest).size());
      return itself ? View() : part;
    }
    return {};
  }

  /// The part of the place that a clause without figures speaks of, at its head before what is said of it, one of the
  /// predicates: 高新区加快建设. A list of them is one.
  template <const auto& predicates>
  [[nodiscard]] View spoken_area(View clause, View place) const {
    constexpr std::size_t longest_part = 12;
    if (!prefix_of<data::leading_words>(clause).empty() || !prefix_of<data::flow_verbs>(clause).empty() ||
        !prefix_of<data::no_opening_starts>(clause).empty())
      return {};
    if (begins(clause, data::of_nation) && !place.empty() && place != data::nation) return data::of_nation;
    std::size_t begin = 0;
    for (std::size_t end = 2; end < clause.size() && end - begin <= longest_part; ++end) {
      if (!among<data::part_marks>(clause[end - 1]) || !is_any(clause[end - 1], data::area_marks)) continue;
      const View part = clause.substr(begin, end - begin);
      if (!is_area(part) || part == place || (place.size() > part.size() && ends(place, part))) continue;
      if (is_any(clause[end], data::pause)) {
        begin = ++end;
        continue;
      }
      if (prefix_of<predicates>(clause.substr(end)).empty()) continue;
      const View parts = clause.substr(0, end);
      return find_any<data::no_opening_words>(parts) == View::npos ? parts : View();
    }
    return {};
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
      out = out.empty() ? piece : join(out, piece);
      at = std::min(each.end, to);
      if (each.role != Time::Role::base) left = out.size();
    }
    const View rest = text_.substr(at, to - at);
    out = out.empty() ? rest : join(out, rest);
    time = left == View::npos ? nullptr : out.data() + left;
    return out;
  }

 private:
  /// Whether a name is that of a part of a place: 开发区, 甲镇, 忠县.
  [[nodiscard]] static bool is_area(View part) {
    const View* word = suffix_row<data::area_ends>(part);
    if (word == nullptr || suffix_row<data::no_area_ends>(part) != nullptr || is_digit(part.front())) return false;
    // A word that needs a name before it, which is short.
    constexpr std::size_t longest_place = 5;
    return word->size() > 1 || (part.size() <= longest_place && !is_any(part.front(), data::no_area_starts) &&
                                (part.size() > 2 || part.back() == data::county));
  }

  /// Where the name begins to say what it is a share of: 税收收入占….
  [[nodiscard]] static std::size_t share_at(View name) {
    const std::size_t at = name.rfind(data::share_verb);
    if (at == View::npos) return View::npos;
    const View whole = name.substr(at + 1);
    if (!whole.empty() && is_any(whole.front(), data::no_shares) && prefix_of<data::share_wholes>(whole).empty())
      return View::npos;
    return at > 0 && is_any(name[at - 1], data::no_share_starts) ? View::npos : at;
  }

  [[nodiscard]] static bool is_share(const Number& n) {
    return equal(n.unit, U"%"sv) || equal(n.unit, U"成"sv) || equal(n.unit, U"‰"sv) || ends(n.unit, U"百分点"sv);
  }

  /// 税收收入占一般公共预算收入的: its name is 税收收入占一般公共预算收入比重.
  [[nodiscard]] View share(View part, View whole, const Spoken& spoken) const {
    part = without_ends<data::share_adverbs>(part);
    whole = without_ends<data::share_tails>(whole);
    while (!part.empty() && is_any(part.back(), U"、,"sv)) part.remove_suffix(1);
    part = without_leading_words(trimmed(part));
    if (part.size() < 2) part = spoken.of();
    if (!whole.empty()) return share_named(part, whole);
    // 投资比重占51%; 工业在总产值中所占的比重.
    if (is_rate(part)) return part;
    const View within = share_within(join(part, data::share_name));
    return ends(within, data::share_name) ? share_alone(part) : within;
  }

  /// A part and its whole as a row is headed. What is too long goes in this order: brackets, words of the whole that
  /// say least, the beginnings of both; the whole itself goes last.
  [[nodiscard]] View share_named(View part, View whole) const {
    constexpr std::size_t longest = longest_header - data::share_of.size() - data::share_word.size();
    const View all = part;
    const auto fits = [&] { return part.size() + whole.size() <= longest; };
    if (!fits()) part = without_bracket(part);
    if (const View* word = suffix_row<data::whole_tails>(whole); word != nullptr && !fits())
      whole.remove_suffix(word->size());
    if (const View word = prefix_of<data::whole_openings>(whole); whole.size() >= word.size() + 2 && !fits())
      whole.remove_prefix(word.size());
    if (!fits()) part = behind_break(part);
    if (!fits()) whole = behind_break(whole);
    if (whole.size() < 2 || !fits()) return share_alone(all);
    return join(join(part, data::share_of), join(whole, data::share_word));
  }

  /// A share of what nobody says.
  [[nodiscard]] View share_alone(View part) const { return join(part, data::share_word); }

  /// 税收在财政收入中占比, 财政收入中税收占比: as 税收占财政收入比重.
  [[nodiscard]] View share_within(View name) const {
    const View head = name.substr(0, name.size() - data::share_name.size());
    for (std::size_t i = 3; i < head.size(); ++i) {
      if (head[i] != data::within || is_any(head[i - 1], data::no_within) ||
          (i + 1 < head.size() && is_any(head[i + 1], data::no_within_behind)))
        continue;
      const std::size_t in = head.substr(0, i).rfind(data::place_preposition);
      const View rest = head.substr(i + 1);
      if (in == View::npos) return rest.size() < 2 ? name : share_named(rest, head.substr(0, i));
      // Both ends may stand there: 在新增车辆中新能源汽车.
      const View part = in >= 2 ? head.substr(0, in) : rest;
      return part.size() < 2 ? name : share_named(part, head.substr(in + 1, i - in - 1));
    }
    return name;
  }

  /// 外资9亿元,其中工业占比60%: what the sentence counted is the whole.
  [[nodiscard]] View share_of_which(View name, const Number& n, const Spoken& spoken) const {
    if (spoken.recent.empty() || ends(n.unit, U"百分点"sv) || is_rate(spoken.recent.back()) ||
        catalogued(name) != nullptr)
      return share_within(name);
    const View part = name.substr(0, name.size() - data::share_name.size());
    const View named = share_named(part, spoken.recent.back());
    return contains(named, data::share_of) ? named : name;
  }

  /// 国有企业实现改制 of 60%的国有企业实现改制: 实现改制的国有企业比例. 10%的目标 is what was named before, and so is
  /// 10%的增速, which grows.
  [[nodiscard]] View share_of_those(View phrase, Lead& lead, const Spoken& spoken) const {
    const View noun = leading_han(phrase);
    // 80%的奖补上限: the noun itself is the measure.
    if (suffix_row<data::measured_nouns>(noun) != nullptr && said_at(noun) == View::npos) return noun;
    const data::VerbWord* row = prefix_row<data::no_those>(noun);
    // 10%的年度控制目标
    constexpr std::size_t longest_goal = 10;
    const bool goal =
        noun.size() <= longest_goal && said_at(noun) == View::npos && suffix_row<data::goal_ends>(noun) != nullptr;
    if (row == nullptr && goal) return spoken.recent.empty() ? data::unnamed : spoken.recent.back();
    if (row != nullptr) {
      const View of = spoken.recent.empty() ? data::unnamed : spoken.recent.back();
      if (row->kind == 'g') lead.growth = true;
      if (row->kind != 'r') return of;
      // 按10%的比例压减支出: 压减支出比例.
      const View done = noun.substr(row->word.size());
      return done.size() < 4 ? of : join(done, row->word);
    }
    // 40%的村、60%的户: another figure follows.
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
      if (phrase[i] == U'、' && is_digit(phrase[i + 1])) phrase = phrase.substr(0, i);
    }
    return join(turned(phrase, U"的"sv), data::portion_name);
  }

  /// 新建学校30所、改扩建28所, 项目开工12个、竣工10个: a verb alone is said of what the sentence counted before, in the
  /// same unit. Empty for other names.
  [[nodiscard]] View done_again(View name, const Number& n, const Spoken& spoken) const {
    const View verb = prefix_of<data::repeated_verbs>(name);
    if (verb.empty() || verb.size() != name.size() || spoken.recent.empty() || n.unit.empty() ||
        !equal(n.unit, spoken.unit) || ends(n.unit, U"元"sv))
      return {};
    View whole = spoken.recent.back();
    const View* state = suffix_row<data::repeated_verbs>(whole);
    if (state == nullptr) state = suffix_row<data::state_verbs>(whole);
    const View said = prefix_of<data::repeated_verbs>(whole);
    if (said.size() == whole.size()) return {};
    const bool behind = said.empty() && state != nullptr;
    whole = without_heads<data::repeated_verbs>(whole);
    if (behind) whole.remove_suffix(state->size());
    if (whole.size() < 2) return {};
    return behind ? join(whole, name) : join(name, whole);
  }

  /// 产值过5亿元的企业12家、过20亿元的3家: what the second is beyond is 产值, and it counts 企业. Empty for other
  /// names.
  [[nodiscard]] View beyond_bound(View name, const Spoken& spoken) const {
    const View bound = prefix_of<data::class_bounds>(name);
    const std::size_t yuan = name.rfind(U'元');
    if (bound.empty() || yuan == View::npos || spoken.recent.empty()) return {};
    const View whole = spoken.recent.back();
    const std::size_t at = find_any<data::class_bounds>(whole, 2);
    if (at == View::npos) return {};
    const View beyond = join(whole.substr(0, at), name);
    const View noun = whole.substr(std::min(whole.rfind(U'元'), whole.size() - 1) + 1);
    return yuan + 2 < name.size() ? beyond : join(beyond.substr(0, at + yuan + 1), noun);
  }

  /// What a whole and the name of a part of it give: 引进项目 and 总投资; of 产品销量 and 销售额 it is 产品销售额. Of a
  /// share it is the part that has one: 工业占经济总量比重 and 利润 give 工业利润.
  [[nodiscard]] View part_of_whole(View whole, View part) const {
    if (const std::size_t share = share_at(whole); share != View::npos && share >= 2) whole = whole.substr(0, share);
    if (const View added = prefix_of<data::added_stocks>(whole);
        one_of<data::stock_parts>(part) && whole.size() > added.size() + 1)
      whole.remove_prefix(added.size());
    if (whole.ends_with(part) || is_verb(whole)) return whole.empty() ? part : whole;
    if (!is_any(whole.back(), data::measure_ends) || !prefix_of<data::parts_of_measures>(part).empty())
      return extended(whole, part);
    const View* tail = suffix_row<data::shared_tails>(whole);
    const bool replaced = tail != nullptr && whole.size() >= tail->size() + 3 && catalogued(whole) == nullptr;
    return replaced ? extended(whole.substr(0, whole.size() - tail->size()), part) : part;
  }
};

}  // namespace shengzhou_report::detail::parser
