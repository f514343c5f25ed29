#pragma once

// A room: names by their own form, as the header of a row has them; lists of names.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/catalogue.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

[[nodiscard]] inline bool is_rate(View name) noexcept { return suffix_row<data::rate_names>(name) != nullptr; }

[[nodiscard]] inline const Indicator* catalogued(View name) {
  // Most names are Chinese alone, and compare as they are.
  if (std::all_of(name.begin(), name.end(), is_han)) return find_comparable(name);
  std::u32string comparable;
  comparable.reserve(name.size());
  for (const char32_t c : name) append_comparable(comparable, c);
  return find_comparable(comparable);
}

/// What a name needs to be the header of a row.
class NameForms {
 public:
  /// The most characters that the header of a row has.
  static constexpr std::size_t longest_header = 22;

  explicit NameForms(Composed& composed) : composed_(&composed) {}

  /// The name without the words at both ends that say no more of it.
  [[nodiscard]] View bare(View name) const {
    return without_tails(without_yearly(without_leading_words(trimmed(last_cell(without_counted_years(name))))));
  }

  /// A name as a table's row is headed: without words that say no more of it, and not too long.
  [[nodiscard]] View header(View name) const { return shaped(bare(name)); }

  /// A bare name as a row is headed.
  [[nodiscard]] View shaped(View name) const {
    constexpr std::size_t longest = longest_header;
    if (const View listed = behind_examples(name, longest); !listed.empty()) name = listed;
    if (name.size() > longest) name = shortened(name, longest);
    // One character names goods, or nothing.
    if (name.size() == 1 && !is_any(name.front(), data::short_goods)) return {};
    return name;
  }

  /// The name without footnote marks (上云企业[14]), quotation marks and spaces.
  [[nodiscard]] View clean(View name) const {
    const auto dirty = [](char32_t c) {
      return c < 0x80 ? is_space(c) || is_any(c, U"[\"'"sv) : is_any(c, U"〔【“”‘’"sv) || is_space(c);
    };
    if (std::none_of(name.begin(), name.end(), dirty)) return name;
    std::u32string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const std::size_t open = U"[〔【"sv.find(name[i]);
      if (open != View::npos) {
        std::size_t end = i + 1;
        while (end < name.size() && (is_digit(name[end]) || is_space(name[end]))) ++end;
        if (end == name.size() || name[end] == U"]〕】"sv[open]) {
          i = end;
          continue;
        }
      }
      if (open != View::npos || !dirty(name[i])) out.push_back(name[i]);
    }
    return join(out, {});
  }

  /// The names of a list; 城乡居民X is two.
  void split(View list, std::vector<View>& items, bool pairs) const {
    items.clear();
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
      if (i < list.size() && (opens_quote(list[i]) || list[i] == U'(')) ++depth;
      if (i < list.size() && (closes_quote(list[i]) || list[i] == U')')) --depth;
      const bool mark =
          i == list.size() || (depth <= 0 && is_any(list[i], U"、和与及"sv) && (list[i] == U'、' || parts(list, i)));
      if (!mark) continue;
      if (i > begin) items.push_back(list.substr(begin, i - begin));
      begin = i + 1;
    }
    if (items.size() == 1 && pairs) {
      const View only = items[0];
      for (const auto& [word, first, second] : data::pairs_of_names) {
        const std::size_t found = find(only, word);
        if (found == View::npos || !splits(only, word)) continue;
        const View head = only.substr(0, found);
        const View tail = only.substr(found + word.size());
        items = {join(head, join(first, tail)), join(head, join(second, tail))};
        return;
      }
    }
    share_tail(items);
    // 市、县两级: no names.
    if (std::any_of(items.begin(), items.end(),
                    [](View item) { return item.size() < 2 && !is_any(item.front(), data::short_goods); }))
      items = {list};
  }

  /// 城乡低保标准分别提高5%和10%: a name of town and country that has two values is two.
  void split_places(std::vector<View>& items) const {
    if (items.size() != 1) return;
    const View only = items.front();
    const std::size_t at = only.find(data::town_and_country);
    if (at == View::npos || suffix_row<data::gap_names>(only) != nullptr) return;
    const View tail = only.substr(at + data::town_and_country.size());
    items.clear();
    for (const View place : {data::residences[0], data::residences[1]})
      items.push_back(join(only.substr(0, at), join(place, tail)));
  }

  /// 重点项目完成年度投资计划: what was to be done, 重点项目投资.
  [[nodiscard]] View without_goal(View name) const {
    name = without_ends<data::goal_words>(name);
    const std::size_t verb = name.rfind(data::completes);
    if (verb == View::npos) return name;
    const View behind = without_heads<data::goal_words>(name.substr(verb + data::completes.size()));
    const View before = without_ends<data::goal_words>(name.substr(0, verb));
    if (behind.empty()) return bare(before);
    return before.empty() ? behind : join(before, behind);
  }

  /// How far something has been done, as a row is headed.
  [[nodiscard]] View done(View name, View completion) const {
    return name.empty() || is_rate(name) ? name : join(without_goal(name), completion);
  }

  /// A noun out of a name with the verb that the name begins with.
  [[nodiscard]] View with_verb(View name, View noun) const {
    const View verb = prefix_of<data::flow_verbs>(name);
    return verb.empty() || begins(noun, verb) ? noun : join(verb, noun);
  }

  /// `whole` with what is said of a part of it; a name that has grown beyond sense grows no further.
  [[nodiscard]] View extended(View whole, View part) const {
    constexpr std::size_t longest_name = 64;
    return whole.size() > longest_name ? whole : join(whole, part);
  }

  /// 医保、社保参保率 with a per cent each: the rate that the last name of a list ends with is that of all.
  void share_rate(std::vector<View>& items) const {
    if (items.size() < 2 || !is_rate(items.back())) return;
    const View tail = rate_tail(items[items.size() - 2], items.back());
    if (tail.empty()) return;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      const View item = items[i];
      if (is_rate(item) || is_any(item.back(), data::relative_ends) || item.size() + tail.size() > longest_header)
        continue;
      const Indicator* known = catalogued(item);
      if (known != nullptr && known->kind == shengzhou_report::Kind::ratio) continue;
      // 满意、基本满意率
      const bool overlaps = item.size() >= 2 && begins(tail, item.substr(item.size() - 2));
      items[i] = join(item, tail.substr(overlaps ? 2 : 0));
    }
  }

 protected:
  /// A name without a bracket inside it: 研究与开发(R&D)经费.
  [[nodiscard]] View without_bracket(View name) const {
    const std::size_t open = name.find(U'(');
    const std::size_t close = open == View::npos ? open : name.find(U')', open);
    if (close == View::npos || open == 0) return name;
    return join(name.substr(0, open), name.substr(close + 1));
  }

  /// What stands behind the last mark of a list or 的 in a name, where that says enough.
  [[nodiscard]] static View behind_break(View name) {
    constexpr std::size_t says_enough = 4;
    for (std::size_t i = name.size(); i-- > 0;) {
      if (!is_any(name[i], data::break_marks) || !parts(name, i)) continue;
      return name.size() - i - 1 >= says_enough ? name.substr(i + 1) : name;
    }
    return name;
  }

  /// Where what is said of a noun begins: its verb, and the adverb before that.
  [[nodiscard]] static std::size_t verb_at(View phrase) {
    const std::size_t verb = find_any<data::object_verbs>(phrase, 2);
    if (verb != View::npos) return verb;
    const View* state = suffix_row<data::state_verbs>(phrase);
    return state != nullptr && phrase.size() >= state->size() + 2 ? phrase.size() - state->size() : View::npos;
  }
  [[nodiscard]] static std::size_t adverb_at(View phrase) {
    // 企业在主板挂牌, but not 义务教育在校生.
    const std::size_t place = phrase.find(data::place_preposition, 2);
    const bool noun = place != View::npos && !prefix_of<data::no_leading_words>(phrase.substr(place)).empty();
    return std::min(find_any<data::state_adverbs>(phrase, 2), noun ? View::npos : place);
  }
  [[nodiscard]] static std::size_t said_at(View phrase) { return std::min(verb_at(phrase), adverb_at(phrase)); }

  /// A noun and what is said of it, the other way round: 项目竣工 is 竣工项目. What would be too long goes.
  [[nodiscard]] View turned(View phrase, View between) const {
    constexpr std::size_t longest = 18;
    const std::size_t verb = verb_at(phrase);
    const std::size_t stop = std::min(adverb_at(phrase), verb);
    if (stop == View::npos) return phrase;
    const View noun = phrase.substr(0, stop);
    if (verb == View::npos) return noun;
    View said = phrase.substr(verb);
    for (const char32_t c : {U'、', U',', U'('}) said = said.substr(0, said.find(c));
    if (said.size() + noun.size() > longest) return noun;
    const View title = !said.empty() && closes_quote(said.back()) ? said.substr(0, said.size() - 1) : said;
    if (ends(title, noun)) return said;  // 社区获评“文明社区”
    return join(said, between.empty() ? noun : join(between, noun));
  }

  /// The name without years that it counts: 连续5年, 5年共.
  [[nodiscard]] View without_counted_years(View name) const {
    name = without_streak(name);
    const std::size_t year = name.find(data::year_mark);
    if (year == View::npos || year == 0) return name;
    std::size_t begin = year;
    while (begin > 0 && is_space(name[begin - 1])) --begin;
    const std::size_t end = begin;
    while (begin > 0 && is_digit(name[begin - 1])) --begin;
    // 连续五年居全国第一: in characters where nothing else is there.
    if (begin == end && end + 1 == name.size() && end > 0 && is_any(name[end - 1], data::year_counts) &&
        (end == 1 || suffix_row<data::counted_years_before>(name.substr(0, end - 1)) != nullptr))
      begin = end - 1;
    // PM2.5年均浓度, PM10年均浓度.
    if (begin == end || (begin > 0 && (name[begin - 1] == U'.' || is_latin(name[begin - 1])))) return name;
    View head = name.substr(0, begin);
    View tail = name.substr(year + 1);
    if (const View* word = suffix_row<data::counted_years_before>(head)) head.remove_suffix(word->size());
    for (View word = prefix_of<data::counted_years_behind>(tail); !word.empty();
         word = prefix_of<data::counted_years_behind>(tail))
      tail.remove_prefix(word.size());
    return head.empty() ? tail : join(head, tail);
  }

  /// 投资连续6个月当月: how long it went on is no part of the name.
  [[nodiscard]] View without_streak(View name) const {
    const std::size_t at = find_any<data::streaks>(name);
    if (at == View::npos) return name;
    View behind = name.substr(at);
    behind.remove_prefix(prefix_of<data::streaks>(behind).size());
    const std::size_t digits = digits_end(behind, 0, behind.size());
    const View unit = prefix_of<data::streak_units>(behind.substr(digits));
    if (digits == 0 || unit.empty()) return name;
    behind.remove_prefix(digits + unit.size());
    return at == 0 ? behind : join(name.substr(0, at), behind);
  }

  /// Whether a name is a verb alone, which no part belongs to.
  [[nodiscard]] static bool is_verb(View name) {
    const View flow = prefix_of<data::flow_verbs>(name);
    const View* state = suffix_row<data::state_verbs>(name);
    return name.size() == flow.size() || (state != nullptr && name.size() == state->size());
  }

  [[nodiscard]] static View trimmed(View name) {
    while (!name.empty() &&
           (is_any(name.front(), U"、,:()-"sv) || closes_quote(name.front()) || is_space(name.front())))
      name.remove_prefix(1);
    return name;
  }

  /// The name without the cells of a table before it: 甲局|新建校舍.
  [[nodiscard]] static View last_cell(View name) {
    const std::size_t cell = name.rfind(U'|');
    return cell == View::npos ? name : name.substr(cell + 1);
  }

  /// 年均新增就业: the period says that it is of a year.
  [[nodiscard]] static View without_yearly(View name) {
    if (!begins(name, data::yearly)) return name;
    const View rest = name.substr(data::yearly.size());
    return !prefix_of<data::flow_verbs>(rest).empty() || catalogued(rest) != nullptr ? rest : name;
  }

  [[nodiscard]] static View without_tails(View name) {
    constexpr int most = 4;
    for (int round = 0; round < most; ++round) {
      const View* word = suffix_row<data::name_tails>(name);
      if (word == nullptr || suffix_row<data::no_name_tails>(name) != nullptr) break;
      if (name.back() == U')' && contains(name, U"("sv)) break;
      name.remove_suffix(word->size());
    }
    return name;
  }

  /// The noun behind examples, with the verb before them: 引进甲、乙等项目 is 引进项目. Empty where there are none.
  [[nodiscard]] View behind_examples(View name, std::size_t longest) const {
    const std::size_t mark = name.rfind(data::examples_mark.front());
    if (mark == View::npos || mark < 2 || name.size() - mark < 3 || is_any(name[mark + 1], data::no_examples))
      return {};
    const View noun = name.substr(mark + 1);
    constexpr std::size_t says_enough = 4;
    if (noun.size() >= says_enough) return with_verb(name, noun);
    if (name.size() <= longest) return {};
    // 甲、乙等活动: the last of the examples stays.
    const std::size_t list = name.substr(0, mark).rfind(U'、');
    return list == View::npos ? noun : name.substr(list + 1);
  }

  /// The end of a name that has grown too long, which says what it is: behind its last 的 or its last list mark.
  [[nodiscard]] View shortened(View name, std::size_t longest) const {
    if (const std::size_t said = adverb_at(name); said >= 4 && said <= longest) return name.substr(0, said);
    const View verb = prefix_of<data::flow_verbs>(name);
    for (std::size_t i = name.size() - (longest - verb.size()) - 1; i + 3 < name.size(); ++i) {
      if (is_any(name[i], data::break_marks) && parts(name, i)) return with_verb(name, name.substr(i + 1));
    }
    return name.substr(name.size() - std::min(name.size(), longest));
  }

  /// Whether the mark at i parts two names, and is none within a word: 普及率.
  [[nodiscard]] static bool parts(View list, std::size_t i) {
    return std::none_of(std::begin(data::joined_marks), std::end(data::joined_marks), [&](const auto& row) {
      return row.mark == list[i] &&
             ((i > 0 && is_any(list[i - 1], row.before)) || (i + 1 < list.size() && is_any(list[i + 1], row.behind)));
    });
  }

  /// Whether a name that stands for two is one of those.
  [[nodiscard]] static bool splits(View name, View word) {
    if (suffix_row<data::gap_names>(name) != nullptr) return false;
    return !ends(word, data::residents) || contains(name, U"可支配收入"sv) || contains(name, U"纯收入"sv);
  }

  /// 化肥、农药使用量: what the last name of a list ends with belongs to all that have no such end.
  void share_tail(std::vector<View>& items) const {
    if (items.size() < 2) return;
    // 农村和城市居民人均住房面积: all behind the place is of both.
    const View place = prefix_of<data::residences>(items.back());
    if (!place.empty() && begins(items.back().substr(place.size()), data::residents) && items.size() == 2 &&
        one_of<data::residences>(items[0])) {
      items[0] = join(items[0], items.back().substr(place.size()));
      return;
    }
    const View* tail = suffix_row<data::shared_tails>(items.back());
    if (tail == nullptr || items.back().size() == tail->size()) return;
    for (View& item : items) {
      if (item.size() > 8 || is_any(item.back(), data::measure_ends) || ends(item, *tail)) continue;
      const bool overlaps =
          item.size() > data::residents.size() && ends(item, data::residents) && begins(*tail, data::residents);
      const View whole = join(item, tail->substr(overlaps ? data::residents.size() : 0));
      // 出口、旅游收入: what the catalogue knows, and not with that end, is whole.
      if (catalogued(item) == nullptr || catalogued(whole) != nullptr) item = whole;
    }
  }

  [[nodiscard]] View join(View a, View b) const { return composed_->join(a, b); }

 private:
  /// What the last name of a list of rates shares: 占生产总值比重, else what is behind the character that the name
  /// before it ends with (土地 of 批而未供土地、闲置土地处置率), else the rate itself.
  [[nodiscard]] static View rate_tail(View item, View last) {
    if (const std::size_t share = last.rfind(data::share_of);
        share != View::npos && share >= 2 && share + 4 < last.size())
      return last.substr(share);
    if (const View* word = suffix_row<data::share_ends>(last)) return *word;
    const View* word = suffix_row<data::rate_tails>(last);
    const std::size_t same = last.find(item.back(), 1);
    const std::size_t known = word == nullptr || last.size() <= word->size() ? 0 : word->size();
    // Not within a word: 水质、空气质量达标率.
    if (same != View::npos && same + 3 < last.size() && last.size() - same - 1 != known + 1)
      return last.substr(same + 1);
    return known == 0 ? View() : *word;
  }

  Composed* composed_;
};

}  // namespace shengzhou_report::detail::parser
