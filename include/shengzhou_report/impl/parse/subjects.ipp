#pragma once

// A room: subjects. Who owns which figure: 分别, 均, 各, 其中, ellipsis, lists.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/impl/parse/composed.ipp>
#include <shengzhou_report/impl/parse/lead.ipp>
#include <shengzhou_report/impl/parse/names.ipp>
#include <shengzhou_report/impl/parse/numerals.ipp>

namespace shengzhou_report::detail::parser {

/// Who owns which figure: deals the figures of a sentence, clause by clause, to the names that it speaks of.
class Subjects {
 public:
  Subjects(View text, Composed& composed) : text_(text), composed_(&composed), names_(text, composed) {}

  /// Whose report it is: what it says of itself is of no part.
  void of_place(View place) { place_ = place; }
  void begin_line() { spoken_.bare = {}; }
  /// A semicolon goes on with the part of the place that stands before it.
  void begin_sentence(bool goes_on) {
    spoken_.recent.clear();
    carried_area_ = goes_on ? area_ : View();
    opening_ = latest_ = {};
    opens_ = true;
    stated_ = false;
    area_ = {};
    governing_ = {};
    strive_ = ensure_ = false;
  }
  /// A clause without numbers: what it is about may name what the next one measures.
  void bare(View clause) {
    // 工资和养老金,在困难的情况下,分别增长…
    if (suffix_row<data::circumstances>(clause) == nullptr || !fresh_) spoken_.bare = clause;
    fresh_ = true;
    if (opens_) opening_ = clause;
    if (!stated_) latest_ = clause;
    opens_ = false;
    carried_area_ = {};
  }

  /// A clause whose numbers are no figures: the part of the place before the semicolon is left.
  void pass() { carried_area_ = {}; }

  /// Finds what each figure of a clause measures, and calls `make(figure, lead, what stands before it, names)`; a
  /// figure that it says it can make nothing of is none.
  template <class Make>
  void resolve(std::size_t begin, std::size_t end, std::vector<Number>& numbers, const std::vector<Time>& times,
               Make&& make) {
    std::size_t from = begin;
    // 力争…，带动…: the effort goes on where a clause only says what comes of it.
    const View whole = trim(text_.substr(begin, end - begin));
    const bool goes_on = begins(whole, U"带动"sv) || !prefix_of<data::part_names>(whole).empty();
    if (!goes_on) strive_ = ensure_ = false;
    bool share_class = false;  // of those with a share of so much: what follows describes the class
    Lead last;
    dealt_to_.clear();
    shared_until_ = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      Number& n = numbers[i];
      if (n.skipped) continue;
      const char32_t* time = nullptr;
      View raw = names_.without_times(from, n.begin, times, time);
      // 上千名: said by the bound; but 迈上千亿元.
      if (is_any(text_[n.begin], U"百千万亿"sv) && ends(raw, U"上"sv) && suffix_row<data::verbs>(raw) == nullptr)
        raw.remove_suffix(1);
      if (i > 0 && from > begin && spoken_.counted) raw = behind_noun(raw);
      const View mark = Names::list_mark(raw, n.rank);
      const bool joined = i > 0 && from > begin && mark.size() == 1 && is_any(mark[0], U"、和与及,"sv);
      Lead lead = read_lead(raw, n.rank, is_relative(n));
      lead.subject = behind_time(lead.subject, time);
      if (equal(n.unit, U"%"sv) && at(text_, n.after) != U'的') cut(lead);
      better(lead, raw, n);
      if (!lead.reference.empty()) {
        // 比全国、全省分别高6.5个、3.5个百分点: a reference for each value.
        names_.split(lead.reference, references_, false);
        if (references_.size() > 1 && references_.size() == values_from(numbers, i)) {
          lead.reference = references_.front();
        } else {
          references_.clear();
        }
        referred_ = 1;
      } else if (joined) {
        lead.reference = referred_ < references_.size() ? references_[referred_++] : last.reference;
      }
      // 由181元、120元提高到…, 由13.2:48.7:38.1调整为….
      const bool term = i > 0 && !n.name.empty() && !numbers[i - 1].name.empty() && raw.size() <= 1;
      if ((joined || term) && last.from) lead.from = true;
      if (joined && last.passing != 0) lead.passing = last.passing;
      if (lead.passing == 1 && !marks_follow(numbers, i)) lead.passing = 0;
      if (const std::size_t behind = steps(n); behind != 0) {
        // 生产总值连跨4个千亿元台阶,达到…: the steps are no figure, and what took them is spoken of.
        if (const View name = names_.header(lead.subject); !name.empty() && prefix_of<data::part_names>(name) != name)
          spoken_.remember(name);
        n.skipped = SkipReason::name;
        from = n.after = behind;
        while (i + 1 < numbers.size() && numbers[i + 1].begin < behind) numbers[++i].skipped = SkipReason::name;
        continue;
      }
      // 确保 and 力争 govern what follows up to the next such word.
      const bool effort = lead.strive || lead.ensure;
      if (effort) strive_ = lead.strive, ensure_ = lead.ensure;
      lead.strive = strive_, lead.ensure = ensure_;
      // 增长6%、力争6.5%; 排名分别提升57位、28位: the second is what the first is.
      if (i > 0 && from > begin && (effort || (joined && last.growth)) && lead.subject.empty() && !lead.growth &&
          equal(n.unit, numbers[i - 1].unit))
        lead.growth = last.growth, lead.fall = last.fall, lead.level = last.level;
      // 年均增长6%左右,力争达到6.5%: the same behind a comma.
      if (effort && from == begin && stated_ && grown_ && lead.subject.empty() && !lead.growth &&
          equal(n.unit, U"%"sv) && !is_han(at(text_, n.after))) {
        lead.growth = true, lead.level = false, lead.fall = grown_->fall;
        if (lead.period == Period::year && !n.spelled) lead.period = grown_->period;
      }
      // 增速由7%回落到6%: what growth has come to is growth.
      if (i > 0 && last.from && last.growth && !lead.growth && lead.subject.empty() && equal(n.unit, U"%"sv))
        lead.growth = true, lead.level = false, lead.fall = last.fall;
      if (lead.bound != Bound::exact && n.bound == Bound::exact) n.bound = lead.bound;
      if (n.rank && n.bound == Bound::exact && ends(raw, U"前"sv)) n.bound = Bound::at_most;
      if (share_class && ends(n.unit, U"元"sv)) {
        n.skipped = SkipReason::class_limit;
        from = n.after;
        continue;
      }
      if (counted_subject(numbers, i)) {
        n.skipped = SkipReason::name;
        from = n.after;
        continue;
      }
      if (!n.name.empty()) {
        subjects_ = {n.name};
      } else if (joined && !dealt_to_.empty()) {
        // The next value of 分别; more values than names go on with the last one.
        subjects_ = {dealt_to_[std::min(dealt_, dealt_to_.size() - 1)]};
        ++dealt_;
        lead.growth = last.growth, lead.fall = last.fall, lead.level = last.level, lead.period = last.period;
        lead.prices = last.prices;
        if (lead.bound == Bound::exact && n.bound == Bound::exact) n.bound = lead.bound = last.bound;
      } else {
        if (!prefix_of<data::wholes>(trim(raw)).empty()) area_ = opening_ = latest_ = carried_area_ = {};
        const View of = area_;
        find_subjects(numbers, i, begin, end, lead, raw, joined);
        if (!area_.empty() && area_.data() == of.data()) lead.doubts.add(Doubt::part);
        if (!dealt_to_.empty()) share_bound(numbers, i);
        // In the next clause a short name alone goes on: 新增楼宇82栋,桥梁4座.
        constexpr std::size_t short_name = 4;
        const View listed = from == begin          ? (raw.size() <= short_name ? raw : View())
                            : begins(raw, U"、"sv) ? raw.substr(1)
                                                   : View();
        const bool noun = joined && spoken_.counted && lead.doubts.contains(Doubt::noun_behind);
        governed(lead, n, noun && subjects_.size() == 1 ? subjects_.front() : listed);
        share_class = share_class || at(text_, n.begin + 1) == U'/' ||
                      (equal(n.unit, U"%"sv) && n.bound == Bound::at_least && at(text_, n.after) == U'的' &&
                       !contains(raw, U"占"sv));
      }
      spoken_.counted = lead.doubts.contains(Doubt::noun_behind);
      if (!subjects_.empty()) spoken_.unit = n.unit;
      spoken_.noun = subjects_.empty() ? View() : subjects_.front();
      lead.area = area_;
      lead.follows = stated_;
      if (i < shared_until_) lead.doubts.add(Doubt::shared_bound);
      last = lead;
      if (!make(n, lead, raw, subjects_)) n.skipped = SkipReason::no_unit;
      stated_ = true;
      const bool grown = lead.growth && !lead.level && equal(n.unit, U"%"sv) && lead.reference.empty();
      grown_ = grown ? std::optional(Growth{lead.fall, lead.period}) : std::nullopt;
      from = n.after + (names_.is_people(n) ? 1 : 0);
    }
    fresh_ = opens_ = false;
    carried_area_ = {};
  }

 private:
  struct Growth {
    bool fall;
    Period period;
  };

  /// Whether a figure is a number of things, and neither money nor a share.
  [[nodiscard]] static bool is_counted(const Number& n) {
    return !n.unit.empty() && !n.rank && !is_relative(n) && !ends(n.unit, U"元"sv) && !ends(n.unit, U"分点"sv);
  }

  /// Whether a figure is a share or a multiple.
  [[nodiscard]] static bool is_relative(const Number& n) { return n.fraction || one_of<data::relative_units>(n.unit); }

  /// 提升9个基地建设水平, but 水平提升9个百分点: what a verb alone betters is counted, and does not grow by so much.
  void better(Lead& lead, View raw, const Number& n) const {
    if (lead.growth && lead.subject.empty() && one_of<data::bettering_words>(trim(raw)) && is_counted(n) &&
        is_han(at(text_, n.after)) && prefix_of<data::degrees>(text_.substr(n.after, 4)).empty())
      lead.growth = false;
  }

  /// 压减会议30%: what stands behind the verb falls.
  static void cut(Lead& lead) {
    const View verb = prefix_of<data::cutting_verbs>(lead.subject);
    const View object = lead.subject.substr(verb.size());
    if (verb.empty() || lead.growth || lead.level || object.size() < 2 || is_rate(object) ||
        suffix_row<data::no_cut_ends>(object) != nullptr)
      return;
    lead.subject = object;
    lead.growth = lead.fall = true;
  }

  /// What stands before a figure without the noun of the one before it: 12个公园、30座桥梁, 12个公园、新建30座桥梁.
  [[nodiscard]] View behind_noun(View raw) const {
    if (raw.size() < 3 || raw.size() > 40) return raw;
    if (is_any(raw.back(), data::list_marks)) return raw.substr(raw.size() - 1);
    const std::size_t mark = raw.find(U'、');
    return mark != View::npos && ends(spoken_.noun, raw.substr(0, mark)) ? raw.substr(mark) : raw;
  }

  /// Whether the catalogue measures a name in money; a counter says that it does not.
  [[nodiscard]] static bool is_money(View name, View unit) {
    if (unit.size() == 1 && unit != U"元"sv && unit != U"%"sv) return false;
    const Indicator* known = catalogued(name);
    return known != nullptr && known->unit.ends_with(data::money);
  }

  /// Behind the noun of the steps that number n only counts: 4个千亿元级台阶; zero where it is none.
  [[nodiscard]] std::size_t steps(const Number& n) const {
    if (!equal(n.unit, U"个"sv)) return 0;
    std::size_t i = n.after;
    while (i < n.after + 6 && is_any(at(text_, i), data::mark_sizes)) ++i;
    const View noun = prefix_of<data::marks_passed>(text_.substr(i, 4));
    return noun.empty() ? 0 : i + noun.size();
  }

  /// 2000亿元、3000亿元的跨越: whether a mark is behind the last value of the list.
  [[nodiscard]] bool marks_follow(const std::vector<Number>& numbers, std::size_t i) const {
    const std::size_t last = i + values_from(numbers, i) - 1;
    return !prefix_of<data::marks_passed>(text_.substr(numbers[last].after, 4)).empty();
  }

  /// How many values the list that begins with number i has.
  [[nodiscard]] std::size_t values_from(const std::vector<Number>& numbers, std::size_t i) const {
    std::size_t values = 1;
    while (i + values < numbers.size() && names_.joins(numbers, i + values)) ++values;
    return values;
  }

  /// 15%、10%以上: a bound behind the last value of a list is said of them all.
  void share_bound(std::vector<Number>& numbers, std::size_t i) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && names_.joins(numbers, last + 1)) ++last;
    for (std::size_t k = i; k < last; ++k) {
      if (numbers[k].bound == Bound::exact && numbers[last].bound != Bound::range &&
          equal(numbers[k].unit, numbers[last].unit)) {
        numbers[k].bound = numbers[last].bound;
        // 5万、3万人以上: what has its unit from the last has its bound without a doubt.
        const bool one = numbers[k].unit.data() == numbers[last].unit.data();
        if (numbers[k].bound != Bound::exact && !one) shared_until_ = last;
      }
    }
  }

  /// 4个指标均增长10%: the number counts those of whom the next one tells.
  [[nodiscard]] bool counted_subject(const std::vector<Number>& numbers, std::size_t i) const {
    const Number& n = numbers[i];
    if (i + 1 == numbers.size() || n.unit.size() != 1 || !is_any(n.unit.front(), U"个项家大"sv)) return false;
    const View behind = text_.substr(n.after, numbers[i + 1].begin - std::min(n.after, numbers[i + 1].begin));
    const std::size_t all = behind.find(U'均');
    return all != View::npos && all >= 2 && all <= 12 &&
           std::all_of(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(all), is_han) &&
           !contains(behind.substr(0, all), U"年"sv) && numbers[i + 1].skipped == std::nullopt;
  }

  /// 新增甲5家、乙3家: what governs a list is said of each name in it. `spoken` is what stands behind the comma.
  void governed(const Lead& lead, const Number& n, View spoken) {
    const bool counts = !ends(n.unit, U"元"sv) && !equal(n.unit, U"%"sv);
    if (subjects_.size() != 1 || spoken.empty() || lead.growth || lead.level || !counts ||
        is_any(spoken.back(), data::measure_ends) || !prefix_of<data::flow_verbs>(spoken).empty())
      governing_ = {};
    const View own = subjects_.size() == 1 ? subjects_.front() : View();
    if (!spoken.empty() && !governing_.empty() && !own.empty() && begins(spoken, own) &&
        prefix_of<data::governing_verbs>(own).empty()) {
      subjects_.front() = composed_->join(governing_, own);
      return;
    }
    governing_ = prefix_of<data::governing_verbs>(own);
  }

  /// What number i measures, into `subjects_`. Where a list of names stands before a list of values, each further value
  /// is dealt to the next name.
  void find_subjects(const std::vector<Number>& numbers, std::size_t i, std::size_t begin, std::size_t end, Lead& lead,
                     View raw, bool joined) {
    const Number& n = numbers[i];
    View name = names_.bare(names_.compose(numbers, i, end, lead, joined, spoken_));
    const bool of_each = begins(name, data::each_of);
    if (of_each) name = names_.bare(name.substr(data::each_of.size()));
    if (!joined || !lead.subject.empty() || !equal(n.unit, U"%"sv)) completed_ = completion(n, lead, raw);
    if (!completed_.empty()) name = names_.without_goal(name);
    if (const View part = names_.part_of(name, place_); !part.empty()) {
      area_ = part;
    } else if (area_.empty() && !(latest_.empty() && carried_area_.empty()) && is_money(name, n.unit)) {
      area_ = carried_area_;
      if (area_.empty()) area_ = names_.spoken_area<data::economy_predicates>(latest_, place_);
      if (area_.empty()) area_ = names_.spoken_area<data::area_predicates>(opening_, place_);
      if (!area_.empty()) lead.doubts.add(Doubt::part);
    }
    opening_ = latest_ = carried_area_ = {};
    const std::size_t values = values_from(numbers, i);
    dealt_to_.clear();
    subjects_.clear();
    const bool several = lead.respectively || lead.each;

    const std::size_t every = name.find(U'各');
    const bool to_each = every != View::npos && every > 2 && contains(name.substr(0, every), U"、"sv);
    const std::size_t apart = name.find(data::each_of);
    const bool dealt_verb = !to_each && apart != View::npos && apart >= 2;
    items_.clear();
    if (dealt_verb) {
      // 养老、失业保险分别扩面3万人、2万人: the verb is said of each.
      names_.split(name.substr(0, apart), items_, true);
      const View verb = names_.said_of_each(name.substr(apart + data::each_of.size()));
      for (View& item : items_) item = composed_->join(item, verb);
    } else if (to_each) {
      // 东片、西片各新增床位200张: for each the same, with what follows 各.
      names_.split(name.substr(0, every), items_, false);
      for (View& item : items_) item = composed_->join(item, name.substr(every + 1));
    } else if (several || std::any_of(name.begin(), name.end(), among<data::splitting_marks>)) {
      names_.split(name, items_, several || values > 1 || contains(name, data::residents));
    } else if (!name.empty()) {
      items_.push_back(name);
    }
    if (lead.respectively && values == 2) names_.split_places(items_);
    const bool own = several || to_each || dealt_verb || is_pair(name, n) || (values > 1 && items_.size() == values);
    if (own) {
      for (View& item : items_) item = names_.header(item);
      if (is_share_of_all(numbers, i, values, lead)) names_.share_rate(items_);
    }

    if (of_each && spoken_.recent.size() >= std::max<std::size_t>(values, 2)) {
      // 分别完成目标任务的117%: for each that the sentence named, with the rest of the phrase.
      spoken_.take(values > 1 ? values : std::max<std::size_t>(spoken_.latest, 2), items_);
      for (View& subject : items_) subject = composed_->join(subject, name);
      values > 1 ? deal(items_) : subjects_.swap(items_);
    } else if (own && !items_.empty()) {
      if (values > 1 && items_.size() != values) lead.doubts.add(Doubt::unequal_list);
      if (values > 1 && items_.size() >= 2) {
        deal(items_);
      } else {
        subjects_ = items_;
      }
      spoken_.latest = items_.size();
      for (const View item : items_) spoken_.remember(item);
    } else if (const View header = items_.empty() ? View() : names_.shaped(name); !header.empty()) {
      if (name.size() > Names::longest_header) lead.doubts.add(Doubt::long_name);
      subjects_ = {of_city(header, raw)};
      spoken_.latest = 1;
      spoken_.remember(subjects_.front());
    } else if (!is_counted_alone(numbers, i, begin)) {
      spoken_subjects(values, lead);
    }
    if (completed_.empty()) return;
    for (View& subject : subjects_) subject = names_.done(subject, completed_);
    for (View& subject : dealt_to_) subject = names_.done(subject, completed_);
  }

  /// 中心城区面积达到60平方公里,人口达到50万人: those of the city, and not of the whole place.
  [[nodiscard]] View of_city(View name, View raw) const {
    if (!one_of<data::populations>(name) || spoken_.recent.empty() || !prefix_of<data::wholes>(trim(raw)).empty())
      return name;
    const View before = spoken_.recent.back();
    const std::size_t city = find_any<data::cities>(before);
    const View word = city > 2 ? View() : prefix_of<data::cities>(before.substr(city));
    return word.empty() || suffix_row<data::city_measures>(before) == nullptr ? name : composed_->join(word, name);
  }

  /// 完成年度计划的117%, 超额完成计划3%: how the share is named of what was to be done, or beyond; empty for others.
  [[nodiscard]] static View completion(const Number& n, const Lead& lead, View raw) {
    if (!equal(n.unit, U"%"sv) || lead.growth) return {};
    const std::size_t verb = raw.rfind(data::completes);
    if (verb == View::npos) return {};
    constexpr std::size_t near = 7;  // 目标任务投资的
    const View behind = raw.substr(verb + data::completes.size());
    const std::size_t goal = find_any<data::year_goals>(behind);
    if (goal == View::npos || behind.size() - goal > near || contains(behind, U"、"sv)) return {};
    const bool beyond = ends(raw.substr(0, verb), data::beyond) && n.value < Decimal(100);
    return beyond ? data::beyond_completion : data::completion;
  }

  /// 投入资金14亿元,3846户13247人实现搬迁: what is counted at the head of a clause is not what was told before it.
  [[nodiscard]] bool is_counted_alone(const std::vector<Number>& numbers, std::size_t i, std::size_t begin) const {
    const Number& n = numbers[i];
    if (!is_counted(n)) return false;
    if (i > 0) return numbers[i - 1].after == n.begin && is_counted_alone(numbers, i - 1, begin);
    return trim(text_.substr(begin, n.begin - begin)).empty();
  }

  /// Nothing named before a value: the sentence's latest subjects go on, or what the clause before was about.
  void spoken_subjects(std::size_t values, Lead& lead) {
    // 甲、乙、丙,分别增长…: the list stands before the comma.
    if (lead.respectively && fresh_) {
      names_.split(names_.bare(spoken_.bare), items_, true);
      if (items_.size() >= 2 && (values == 1 || items_.size() == values)) {
        for (View& item : items_) item = names_.header(item);
        lead.doubts.add(Doubt::far_name);
        values > 1 ? deal(items_) : void(subjects_ = items_);
        spoken_.latest = items_.size();
        for (const View item : items_) spoken_.remember(item);
        return;
      }
    }
    if (spoken_.recent.empty()) {
      if (const View about = names_.header(spoken_.about()); !about.empty()) {
        spoken_.remember(about);
        lead.doubts.add(Doubt::far_name);
        // 增长速度的目标,定为8%: what the figure is of grows.
        if (lead.level && ends(spoken_.bare, data::goal) && find_any<data::growth_names>(spoken_.bare) != View::npos) {
          lead.growth = true;
          lead.level = false;
        }
        subjects_ = {about};
        spoken_.latest = 1;
      }
      return;
    }
    const bool several = lead.respectively || lead.each;
    if (lead.respectively) {
      spoken_.take(values == 1 ? std::max<std::size_t>(spoken_.latest, 1) : values, items_);
    } else if (values > 1 && spoken_.recent.size() >= values) {
      spoken_.take(values, items_);
    } else {
      spoken_.take(lead.each ? std::max<std::size_t>(spoken_.latest, 1) : 1, items_);
    }
    if (values > 1 && items_.size() >= values) {
      deal(items_);
    } else if (several || items_.size() <= 1) {
      subjects_ = items_;
    } else {
      subjects_ = {items_.back()};
    }
  }

  /// Whether the values that a list of names shares are shares or changes of shares, one for each or one for all.
  [[nodiscard]] bool is_share_of_all(const std::vector<Number>& numbers, std::size_t i, std::size_t values,
                                     const Lead& lead) const {
    if (values > 1 && values != items_.size()) return false;
    return std::all_of(numbers.begin() + static_cast<std::ptrdiff_t>(i),
                       numbers.begin() + static_cast<std::ptrdiff_t>(i + values), [&](const Number& n) {
                         return ends(n.unit, U"百分点"sv) || (equal(n.unit, U"%"sv) && !lead.growth && !n.growth);
                       });
  }

  /// Whether two names share a value list without the word 分别.
  [[nodiscard]] bool is_pair(View name, const Number& n) const {
    if (items_.size() != 2) return false;
    // 工业、服务业占比30%: of both together.
    const bool shares = suffix_row<data::share_ends>(name) != nullptr && !begins(name, items_[0]);
    const auto each = [&](const auto& holds) { return holds(items_[0]) && holds(items_[1]); };
    return ((equal(n.unit, U"%"sv) || n.rank) && !shares &&
            (each(is_rate) || (each(catalogued) && catalogued(name) == nullptr))) ||
           std::any_of(std::begin(data::pairs_of_names), std::end(data::pairs_of_names),
                       [&](const auto& pair) { return contains(name, pair.word); });
  }

  /// From here each further value of the list goes to the next of `names`.
  void deal(const std::vector<View>& names) {
    dealt_to_ = names;
    dealt_ = 1;
    subjects_ = {names.front()};
  }

  View text_;
  Composed* composed_;
  Names names_;
  Spoken spoken_;
  bool strive_ = false;  ///< the sentence said 力争
  bool ensure_ = false;  ///< the sentence said 确保
  bool fresh_ = false;   ///< no figure stands behind the latest clause without figures
  // Kept from figure to figure, so that their memory is used again.
  std::vector<View> subjects_;    ///< what the figure measures
  std::vector<View> items_;       ///< names of the list before it
  std::vector<View> dealt_to_;    ///< names that the values of a list are dealt to; none outside one
  std::vector<View> references_;  ///< what the values of a list are compared with, each with its own
  std::size_t referred_ = 0;      ///< how many of them have been compared
  std::size_t shared_until_ = 0;  ///< the number whose bound those before it share
  std::size_t dealt_ = 0;         ///< how many of them have their value
  View area_;                     ///< the part of the place that the sentence speaks of
  View carried_area_;             ///< that before the semicolon
  View opening_;                  ///< the clause without figures that the sentence begins with
  View latest_;                   ///< the last such clause before its first figure
  bool opens_ = false;            ///< no clause of the sentence has been seen
  bool stated_ = false;           ///< the sentence has had a figure
  std::optional<Growth> grown_;   ///< by per cent, which it was
  View place_;                    ///< whose report it is
  View completed_;                ///< how a share is named of what was to be done
  View governing_;                ///< the verb before a list of names with values
};

}  // namespace shengzhou_report::detail::parser
