#pragma once

// Rules by which the place of a document is found, in the order of trust: the assembly bears the government's full
// name, a title often a short one.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/divisions.hpp>
#include <shengzhou_report/impl/division_names.hpp>
#include <shengzhou_report/impl/parse/head.ipp>
#include <shengzhou_report/impl/parse/times.ipp>
#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// 黔西南布依族苗族自治州 of 黔西南州: the one division of national minorities that a short name can mean.
[[nodiscard]] inline View full_name(View name) {
  View stem = name;
  for (const View word : data::divisions) {
    if (!ends(stem, word)) continue;
    stem.remove_suffix(word.size());
    break;
  }
  if (stem.size() < 2) return name;
  View full;
  for (const View division : division_names().autonomous) {
    // 黔西南州 is a prefecture, 融水县 a county.
    if (!begins(division, stem) || division.back() != name.back() || division == name) continue;
    if (!full.empty()) return name;
    full = division;
  }
  return full.empty() ? name : full;
}

/// The government's own name out of what was found: without spaces, without the places above it; empty when it is no
/// name.
[[nodiscard]] inline std::string place_name(View found) {
  if (find_any<data::national_bodies>(found) != View::npos) return utf8(data::nation);
  if (suffix_row<data::divisions>(found) == nullptr) {
    for (const View province : division_names().provinces) {
      if (found.size() >= 2 && begins(province, found)) return utf8(province);
    }
    for (const View city : division_names().cities) {
      if (found.size() + 1 == city.size() && begins(city, found)) return utf8(city);
    }
  }
  std::u32string name;
  for (const char32_t c : found) {
    if (!is_space(c)) name.push_back(c);
  }
  View rest = name;
  // 浙江省嵊州市, 绍兴市越城区: at most one province, then one prefecture, stands before the place.
  for (const View above : data::divisions_above) {
    const std::size_t at = parser::find(rest.substr(std::min<std::size_t>(1, rest.size())), above);
    if (at == View::npos) continue;
    const View own = rest.substr(at + 1 + above.size());
    if (own.size() >= 2 && suffix_row<data::divisions>(own) != nullptr) rest = own;
  }
  if (rest.size() < 2 || rest.size() > 15 || suffix_row<data::divisions>(rest) == nullptr) return {};
  if (!std::all_of(rest.begin(), rest.end(), is_han)) return {};
  // 全省, 自治区, 我市 name no place, and a clause is none.
  for (const View word : data::divisions) {
    if (rest == word) return {};
  }
  if (!prefix_of<data::no_place_starts>(rest).empty() || find_any<data::no_place_words>(rest) != View::npos) return {};
  return utf8(full_name(rest));
}

[[nodiscard]] constexpr bool year_digit_or_ten(char32_t c) noexcept { return c == U'十' || year_digit(c) >= 0; }

/// The name that ends at `end` of a line, back to a mark, a digit or a word that no name holds.
[[nodiscard]] inline View name_before(View line, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 24) {
    const char32_t c = line[begin - 1];
    if (!is_han(c) && !is_space(c)) break;
    if (c == U'在' || c == U'的') break;
    // 2月6日嵊州市, but not 日照市.
    if (is_any(c, U"年月日"sv) && begin > 1 && year_digit_or_ten(line[begin - 2])) break;
    --begin;
  }
  return trim(line.substr(begin, end - begin));
}

struct PlaceRule {
  std::string_view name;
  Found (*find)(const Head&);
  std::string_view example;  ///< a text, and behind | the place
  bool last_resort = false;  ///< looked at only where no other rule finds a place
};

namespace place_rule {

[[nodiscard]] inline Found found(const Head& head, View name) {
  return {head.offset(name), head.offset(name) + name.size()};
}

/// 在甲县第十七届人民代表大会: also broken over two lines.
[[nodiscard]] inline Found assembly(const Head& head) {
  for (std::size_t i = 0; i < head.lines.size(); ++i) {
    View line = head.lines[i];
    if (i + 1 < head.lines.size()) {
      const View next = head.lines[i + 1];
      const std::size_t end = head.offset(next) + next.size();
      constexpr std::size_t longest = 120;
      if (end - head.offset(line) <= longest) line = head.text.substr(head.offset(line), end - head.offset(line));
    }
    if (find_any<data::assemblies>(line) == View::npos) continue;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] != U'届') continue;
      std::size_t end = at;
      while (end > 0 && (is_space(line[end - 1]) || is_digit(line[end - 1]) ||
                         is_any(line[end - 1], U"第一二三四五六七八九十百零〇"sv)))
        --end;
      if (begins(line.substr(at + 1), U"全国"sv) || ends(line.substr(0, end), U"中华人民共和国"sv))
        return found(head, line.substr(at, 3));
      const View name = name_before(line, end);
      if (!place_name(name).empty()) return found(head, name);
    }
  }
  return {};
}

/// 甲县政府工作报告, 2024年甲县人民政府工作报告, 甲市2019年国民经济和社会发展统计公报.
[[nodiscard]] inline Found title(const Head& head) {
  for (std::size_t i = 0; i < head.lines.size(); ++i) {
    const View line = head.lines[i];
    if (find_any<data::speech_words>(line) != View::npos) continue;
    for (const View word : data::place_title_words) {
      const Found where = head.find(line, word);
      if (!where) continue;
      std::size_t end = where.begin - head.offset(line);
      while (end > 0 &&
             (is_space(line[end - 1]) || is_any(line[end - 1], U"《年度"sv) || year_digit(line[end - 1]) >= 0))
        --end;
      const View name = name_before(line, end);
      if (!place_name(name).empty()) return found(head, name);
      // 甲县⏎政府工作报告
      if (name.empty() && i > 0 && !place_name(head.lines[i - 1]).empty()) return found(head, head.lines[i - 1]);
    }
  }
  return {};
}

/// The name before a word of a line of the head: 甲市统计局.
[[nodiscard]] inline Found statistics_office(const Head& head) {
  for (const View line : head.lines) {
    const std::size_t at = parser::find(line, data::statistics_office);
    if (at == View::npos) continue;
    if (const View name = name_before(line, at); !place_name(name).empty()) return found(head, name);
  }
  return {};
}

/// 在中共甲市委的领导下.
[[nodiscard]] inline Found party_committee(const Head& head) {
  constexpr std::size_t looked_at = 30000;
  constexpr std::size_t longest = 16;
  const View text = head.text.substr(0, looked_at);
  for (std::size_t at = text.find(data::party); at != View::npos; at = text.find(data::party, at + 1)) {
    const View behind = text.substr(at + data::party.size(), longest);
    const std::size_t end = behind.find(U'委');
    if (end != View::npos && !place_name(behind.substr(0, end)).empty()) return found(head, behind.substr(0, end));
  }
  return {};
}

/// 甲县人民政府县长 乙某, 上海市市长韩正, 国务院总理.
[[nodiscard]] inline Found speaker(const Head& head) {
  for (const View line : head.lines) {
    if (line.size() > 40) continue;
    if (const Found nation = head.find(line, U"国务院"sv); nation) return nation;
    for (std::size_t at = 2; at < line.size(); ++at) {
      if (prefix_of<data::offices>(line.substr(at)).empty()) continue;
      View name = name_before(line, at);
      for (const View word : data::office_prefixes) {
        if (ends(name, word)) name.remove_suffix(word.size());
      }
      if (const std::size_t space = name.find_last_of(U" \u3000"sv); space != View::npos) name = name.substr(space + 1);
      if (!place_name(name).empty()) return found(head, name);
    }
  }
  return {};
}

/// 中华人民共和国 on a line of its own, 国务院, 全国人民代表大会.
[[nodiscard]] inline Found national_body(const Head& head) {
  for (const View line : head.lines) {
    const std::size_t at = find_any<data::national_bodies>(line);
    if (at != View::npos) return found(head, line.substr(at, prefix_of<data::national_bodies>(line.substr(at)).size()));
  }
  return {};
}

/// 我代表甲县人民政府,向大会报告工作.
[[nodiscard]] inline Found government(const Head& head) {
  const View text = head.opening.substr(0, 300);
  const std::size_t says = parser::find(text, U"代表"sv);
  for (std::size_t at = says; at != View::npos && at < text.size();) {
    const std::size_t end = parser::find(text.substr(at), U"政府"sv);
    if (begins(text.substr(at), U"代表国务院"sv) || begins(text.substr(at), U"代表中华人民共和国国务院"sv))
      return found(head, text.substr(at + 2, 9));
    if (end != View::npos && end > 2 && end < 24) {
      View name = text.substr(at + 2, end - 2);
      if (ends(name, U"人民"sv)) name.remove_suffix(2);
      if (!place_name(name).empty()) return found(head, name);
    }
    const std::size_t next = parser::find(text.substr(at + 2), U"代表"sv);
    if (next == View::npos) break;
    at += 2 + next;
  }
  return {};
}

/// The one of these names that the text mentions most often without its 省 or 市, if it does so often.
[[nodiscard]] inline Found named_most(const Head& head, const std::vector<std::u32string>& names) {
  constexpr std::size_t looked_at = 30000;
  constexpr std::size_t often = 4;
  const View body = head.text.substr(0, looked_at);
  View best;
  std::size_t most = often;
  for (const View name : names) {
    // 内蒙古, 黑龙江, 景德镇: the name of a region ends before its peoples' names.
    const View stem =
        ends(name, U"自治区"sv) ? name.substr(0, name[1] == U'蒙' ? 3 : 2) : name.substr(0, name.size() - 1);
    std::size_t times = 0;
    for (std::size_t at = body.find(stem); at != View::npos; at = body.find(stem, at + stem.size())) ++times;
    if (times > most) most = times, best = stem;
  }
  return best.empty() ? Found() : found(head, body.substr(body.find(best), best.size()));
}

/// Of which province, where a 省长 speaks and nothing else says it.
[[nodiscard]] inline Found province(const Head& head) {
  const View speech = head.opening.substr(0, 300);
  if (!contains(speech, U"代表省"sv) && !contains(speech, U"代表自治区"sv)) return {};
  return named_most(head, division_names().provinces);
}

/// Of which city, where a 市长 speaks and nothing else says it.
[[nodiscard]] inline Found city(const Head& head) {
  const bool of_a_city = contains(head.opening.substr(0, 300), U"代表市"sv) ||
                         std::any_of(head.lines.begin(), head.lines.end(), [](View line) {
                           return contains(line, U"在市第"sv) || contains(line, U"在市人民"sv);
                         });
  return of_a_city ? named_most(head, division_names().cities) : Found();
}

}  // namespace place_rule

inline constexpr PlaceRule place_rules[] = {
    {"assembly", place_rule::assembly, "政府工作报告\n2024年1月10日在浙江省甲县第十七届人民代表大会第三次会议上|甲县"},
    {"title", place_rule::title, "甲县2024年政府工作报告|甲县"},
    {"speaker", place_rule::speaker, "政府工作报告\n甲县人民政府县长 乙某|甲县"},
    {"national body", place_rule::national_body, "中华人民共和国\n2004年国民经济和社会发展统计公报|中国"},
    {"government", place_rule::government, "各位代表:现在,我代表甲县人民政府向大会报告工作|甲县"},
    {"statistics office", place_rule::statistics_office, "2021年全市统计公报\n甲市统计局|甲市"},
    {"party committee", place_rule::party_committee,
     "各位代表:我代表市人民政府报告工作。在中共甲市委的领导下,经济平稳|甲市", true},
    {"province named most", place_rule::province,
     "各位代表:我代表省人民政府报告工作。江西红了。江西绿了。江西富了。江西强了。江西美了。|江西省", true},
    {"city named most", place_rule::city,
     "各位代表:我代表市人民政府报告工作。贵阳红了。贵阳绿了。贵阳富了。贵阳强了。贵阳美了。|贵阳市", true},
};

}  // namespace shengzhou_report::detail::parser
