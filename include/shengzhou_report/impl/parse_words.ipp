#pragma once

// What the parser knows of words: characters, tables that are searched quickly, units.

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <shengzhou_report/data/grammar.hpp>
#include <shengzhou_report/data/units.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/unit.ipp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/parse.hpp>

namespace shengzhou_report::detail::parser {

using View = std::u32string_view;

[[nodiscard]] constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
[[nodiscard]] constexpr bool is_latin(char32_t c) noexcept { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }
[[nodiscard]] constexpr bool ends_sentence(char32_t c) noexcept {
  return c == U'。' || c == U';' || c == U'!' || c == U'?';
}
/// Marks between clauses. Full-width commas, colons and semicolons are half-width by now.
[[nodiscard]] constexpr bool ends_clause(char32_t c) noexcept { return c == U',' || c == U':' || ends_sentence(c); }
[[nodiscard]] constexpr bool is_any(char32_t c, View set) noexcept {
  for (const char32_t member : set) {
    if (member == c) return true;
  }
  return false;
}
inline constexpr View opening_quotes = U"“《「『";
inline constexpr View closing_quotes = U"”》」』";
[[nodiscard]] constexpr bool opens_quote(char32_t c) noexcept { return is_any(c, opening_quotes); }
[[nodiscard]] constexpr bool closes_quote(char32_t c) noexcept { return is_any(c, closing_quotes); }
/// Characters that a figure in words begins with.
inline constexpr View word_starts = U"百千万亿翻一二三四五六七八九两十";
[[nodiscard]] constexpr bool begins_words(char32_t c) noexcept { return is_any(c, word_starts); }

/// Character by character: the library's compare is a call for each.
[[nodiscard]] constexpr bool same(const char32_t* a, const char32_t* b, std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}
[[nodiscard]] constexpr bool equal(View a, View b) noexcept {
  return a.size() == b.size() && same(a.data(), b.data(), a.size());
}
[[nodiscard]] constexpr bool begins(View text, View word) noexcept {
  return text.size() >= word.size() && same(text.data(), word.data(), word.size());
}
[[nodiscard]] constexpr bool ends(View text, View word) noexcept {
  return text.size() >= word.size() && same(text.data() + text.size() - word.size(), word.data(), word.size());
}

[[nodiscard]] constexpr View word_of(View word) noexcept { return word; }
template <class Row>
[[nodiscard]] constexpr View word_of(const Row& row) noexcept {
  return row.word;
}

[[nodiscard]] constexpr std::uint64_t bits_of(View characters) noexcept {
  std::uint64_t result = 0;
  for (const char32_t c : characters) result |= std::uint64_t{1} << (c & 63U);
  return result;
}

/// The rows of a table of words by their first (or last) character: a chain for each value of its last six bits, in the
/// order of the table. Most characters begin no word, and their chain is empty.
template <const auto& words, bool last>
struct Chains {
  static constexpr std::size_t count = std::size(words);
  static constexpr std::uint8_t none = 255;
  static_assert(count < none);

  static constexpr auto table = [] {
    struct {
      std::array<std::uint8_t, 64> head{};
      std::array<std::uint8_t, count> next{};
    } result;
    result.head.fill(none);
    for (std::size_t i = count; i-- > 0;) {
      const View word = word_of(words[i]);
      std::uint8_t& head = result.head[(last ? word.back() : word.front()) & 63U];
      result.next[i] = head;
      head = static_cast<std::uint8_t>(i);
    }
    return result;
  }();
};

/// The first word of the table that `text` begins with, or an empty one.
template <const auto& words>
[[nodiscard]] constexpr View prefix_of(View text) noexcept {
  constexpr auto& chains = Chains<words, false>::table;
  if (text.empty()) return {};
  for (std::uint8_t i = chains.head[text.front() & 63U]; i != Chains<words, false>::none; i = chains.next[i]) {
    if (begins(text, word_of(words[i]))) return word_of(words[i]);
  }
  return {};
}

/// The first row of the table whose word `text` ends with, or nullptr.
template <const auto& words>
[[nodiscard]] constexpr auto suffix_row(View text) noexcept -> decltype(&words[0]) {
  constexpr auto& chains = Chains<words, true>::table;
  if (text.empty()) return nullptr;
  for (std::uint8_t i = chains.head[text.back() & 63U]; i != Chains<words, true>::none; i = chains.next[i]) {
    if (ends(text, word_of(words[i]))) return &words[i];
  }
  return nullptr;
}

/// Where `word` first occurs in `text`.
[[nodiscard]] constexpr std::size_t find(View text, View word) noexcept {
  if (text.size() < word.size()) return View::npos;
  const char32_t first = word.front();
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (text[i] == first && same(text.data() + i, word.data(), word.size())) return i;
  }
  return View::npos;
}

/// Where the first word of the table that stands at `from` or later begins.
template <const auto& words>
[[nodiscard]] constexpr std::size_t find_any(View text, std::size_t from = 0) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!prefix_of<words>(text.substr(i)).empty()) return i;
  }
  return View::npos;
}

[[nodiscard]] constexpr bool contains(View text, View word) noexcept { return find(text, word) != View::npos; }

/// What a character can be to the parser, as bits; most characters are nothing.
enum Kind : std::uint8_t {
  digit = 1,
  clause_end = 2,
  sentence_end = 4,
  open_quote = 8,
  close_quote = 16,
  words = 32,
  bracket = 64
};

[[nodiscard]] constexpr std::uint8_t ascii_kind(char32_t c) noexcept {
  if (is_digit(c)) return digit;
  if (ends_sentence(c)) return clause_end | sentence_end;
  if (ends_clause(c)) return clause_end;
  return c == U'(' || c == U')' ? bracket : 0;
}

/// The kind of every character that has one. No two of those beyond ASCII share their last eight bits, which find it.
class Kinds {
 public:
  constexpr Kinds() {
    for (char32_t c = 0; c < 0x80; ++c) ascii_[c] = ascii_kind(c);
    for (const char32_t c : word_starts) add(c, words);
    for (const char32_t c : opening_quotes) add(c, open_quote);
    for (const char32_t c : closing_quotes) add(c, close_quote);
    add(U'。', clause_end | sentence_end);
  }

  [[nodiscard]] constexpr std::uint8_t operator[](char32_t c) const noexcept {
    if (c < 0x80) return ascii_[c];
    const Row& row = rows_[c & 0xFFU];
    return row.character == c ? row.kind : std::uint8_t{0};
  }
  [[nodiscard]] constexpr bool unambiguous() const noexcept { return unambiguous_; }

 private:
  struct Row {
    char32_t character = 0;
    std::uint8_t kind = 0;
  };

  constexpr void add(char32_t c, std::uint8_t kind) {
    Row& row = rows_[c & 0xFFU];
    unambiguous_ = unambiguous_ && row.kind == 0;
    row = {c, kind};
  }

  std::array<std::uint8_t, 0x80> ascii_{};
  std::array<Row, 256> rows_{};
  bool unambiguous_ = true;
};
inline constexpr Kinds kinds_of;
static_assert(kinds_of.unambiguous());

/// The text as code points of half width, what kind each is, and the byte at which it begins.
class Characters {
 public:
  explicit Characters(std::string_view utf8) : utf8_(utf8) {
    if (utf8.size() >= std::numeric_limits<std::uint32_t>::max()) throw ParseError("the text exceeds 4 GiB", 0);
    // Each code point has one byte that continues none. The arrays are not filled with zeros: a text can be large.
    size_ = static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    text_ = std::make_unique_for_overwrite<char32_t[]>(size_ + 1);
    kinds_ = std::make_unique_for_overwrite<std::uint8_t[]>(size_ + 1);
    bytes_ = std::make_unique_for_overwrite<std::uint32_t[]>(size_ / stride + 1);
    // In locals: a compiler must take a write of bytes for one that may change any member.
    char32_t* const text = text_.get();
    std::uint8_t* const kinds = kinds_.get();
    std::uint32_t* const bytes = bytes_.get();
    std::size_t figures = 0;
    std::uint8_t previous = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
      CodePoint point{byte(0), 1};
      // Three bytes, the common case; an overlong form or a surrogate goes the careful way.
      if ((byte(0) & 0xF0U) == 0xE0U && byte(0) > 0xE0U && byte(0) != 0xEDU && at + 2 < utf8.size() &&
          (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U) {
        point = {static_cast<char32_t>((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)), 3};
      } else if (byte(0) >= 0x80) {
        point = decode(utf8, at);
      }
      if (point.length == 0) {
        throw ParseError("the text is not UTF-8 at byte " + std::to_string(at) +
                             "; decode it first, as from GB18030 or GBK, in which many reports are published",
                         static_cast<std::int64_t>(at));
      }
      const char32_t c = point.value < 0x3000 ? point.value : half_width(point.value);
      const std::uint8_t kind = kinds_of[c];
      text[count] = c;
      kinds[count] = kind;
      figures += static_cast<std::size_t>(kind == digit && previous != digit);
      previous = kind;
      if (count % stride == 0) bytes[count / stride] = static_cast<std::uint32_t>(at);
      at += point.length;
    }
    figures_ = figures;
  }

  [[nodiscard]] View text() const noexcept { return {text_.get(), size_}; }
  [[nodiscard]] std::uint8_t kind(std::size_t i) const noexcept { return kinds_[i]; }
  /// How many runs of digits there are.
  [[nodiscard]] std::size_t figures() const noexcept { return figures_; }

  /// The bytes of the characters from `begin` to `end`.
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const noexcept {
    const std::size_t known = begin / stride;
    const std::size_t first = begin == size_ ? utf8_.size() : skip(bytes_[known], begin - known * stride);
    return {static_cast<std::int64_t>(first), static_cast<std::int64_t>(skip(first, end - begin)),
            static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end)};
  }

 private:
  /// Few statements need the byte of a character: most can be counted from the nearest one known.
  static constexpr std::size_t stride = 16;

  [[nodiscard]] std::size_t skip(std::size_t byte, std::size_t characters) const noexcept {
    for (; characters > 0; --characters) {
      const auto lead = static_cast<unsigned char>(utf8_[byte]);
      byte += lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
    }
    return byte;
  }

  std::string_view utf8_;
  std::size_t size_ = 0;
  std::size_t figures_ = 0;
  std::unique_ptr<char32_t[]> text_;
  std::unique_ptr<std::uint8_t[]> kinds_;
  std::unique_ptr<std::uint32_t[]> bytes_;  ///< of every stride-th character
};

/// Names put together from pieces of the text; they live as long as it is read.
class Composed {
 public:
  [[nodiscard]] View join(View a, View b) {
    const std::size_t size = a.size() + b.size();
    if (size > left_) {
      left_ = std::max(size, chunk);
      next_ = chunks_.emplace_back(std::make_unique_for_overwrite<char32_t[]>(left_)).get();
    }
    char32_t* const begin = next_;
    next_ = std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), begin));
    left_ -= size;
    return {begin, size};
  }

 private:
  static constexpr std::size_t chunk = 1024;
  std::vector<std::unique_ptr<char32_t[]>> chunks_;
  char32_t* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Unit words by their first character, longest first, and the units already made.
class Units {
 public:
  Units() : stems_(&stems()) {}

  /// Length of the unit that `text` begins with, magnitudes included; 0 for none. `magnitude` gets the length of its
  /// magnitude.
  [[nodiscard]] std::size_t match(View text, std::size_t& magnitude) const {
    magnitude = 0;
    std::size_t best = 0;
    for (std::size_t prefix = 0; prefix < std::min<std::size_t>(text.size(), 4); ++prefix) {
      const std::size_t stem = match_stem(text.substr(prefix));
      if (stem > 0) {
        magnitude = prefix;
        best = prefix + stem;
        break;
      }
      if (magnitude_of(text[prefix]) == 0) break;
      best = magnitude = prefix + 1;
    }
    int power = 0;
    for (std::size_t i = 0; i < magnitude; ++i) power += magnitude_of(text[i]);
    if (power > largest_magnitude) return magnitude = 0;
    // 元/月, 微克/立方米
    if (best > 0 && best < text.size() && text[best] == U'/') {
      std::size_t rest = 0;
      std::size_t below = 0;
      for (rest = 0; rest < 3 && best + 1 + rest < text.size() && magnitude_of(text[best + 1 + rest]) > 0; ++rest) {
      }
      below = match_stem(text.substr(std::min(best + 1 + rest, text.size())));
      if (below == 0 && best + 1 < text.size() && (text[best + 1] == U'月' || text[best + 1] == U'年')) below = 1;
      if (below > 0) best += 1 + rest + below;
    }
    return best;
  }

  [[nodiscard]] const Unit& unit(View symbol) {
    const auto& common = common_units();
    if (const auto found = common.find(symbol); found != common.end()) return found->second;
    // A report uses few others: a search is quicker than a hash of fresh memory.
    for (const auto& [known, unit] : made_) {
      if (known == symbol) return unit;
    }
    return made_.emplace_back(std::u32string(symbol), made(symbol)).second;
  }

 private:
  /// By the last eight bits of the first character.
  using Stems = std::array<std::vector<std::u32string>, 256>;
  [[nodiscard]] static constexpr std::size_t slot(char32_t first) noexcept { return first & 0xFFU; }

  /// The table of unit words; made once, never changed.
  [[nodiscard]] static const Stems& stems() {
    static const Stems table = [] {
      Stems result;
      for (const data::UnitRow& row : data::units) add(result, row.symbol);
      for (const View word : data::counters) result[slot(word.front())].emplace_back(word);
      for (auto& words : result) {
        std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
      }
      return result;
    }();
    return table;
  }

  static void add(Stems& table, std::string_view symbol) {
    std::u32string word;
    for (std::size_t at = 0; at < symbol.size();) {
      const CodePoint point = decode(symbol, at);
      word.push_back(point.value);
      at += point.length;
    }
    // A single letter behind a number is a name more often than a unit: 5G, 4A, 3D.
    if (word.size() == 1 && is_latin(word.front())) return;
    if (equal(word, U"年") || equal(word, U"月") || equal(word, U"日") || equal(word, U"人民币") ||
        equal(word, U"成") || equal(word, U"方"))
      return;
    table[slot(word.front())].push_back(word);
  }

  [[nodiscard]] static Unit made(View symbol) {
    std::string utf8;
    for (const char32_t c : symbol) append_utf8(utf8, c);
    return Unit(utf8);
  }

  using CommonUnits = std::unordered_map<std::u32string, Unit, NameHash, std::equal_to<>>;

  /// The units of the tables with their usual magnitudes; made once, never changed.
  [[nodiscard]] static const CommonUnits& common_units() {
    static const CommonUnits table = [] {
      CommonUnits result;
      for (const auto& words : stems()) {
        for (const std::u32string& word : words) {
          for (const View magnitude : {View(), View(U"万"), View(U"亿")}) {
            std::u32string symbol(magnitude);
            symbol += word;
            result.try_emplace(symbol, made(symbol));
          }
        }
      }
      return result;
    }();
    return table;
  }

  [[nodiscard]] std::size_t match_stem(View text) const {
    if (text.empty()) return 0;
    const char32_t first = is_latin(text.front()) ? text.front() | 0x20 : text.front();
    for (const std::u32string& word : (*stems_)[slot(first)]) {
      if (word.front() != first || word.size() > text.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < word.size() && same; ++i) {
        const char32_t c = is_latin(text[i]) ? text[i] | 0x20 : text[i];
        same = c == word[i];
      }
      // A Latin unit must not run into further letters: m in mAh.
      if (same && is_latin(word.back()) && word.size() < text.size() && is_latin(text[word.size()])) same = false;
      if (same && prefix_of<data::no_units>(text).empty()) return word.size();
    }
    return 0;
  }

  const Stems* stems_;
  std::deque<std::pair<std::u32string, Unit>> made_;
};

}  // namespace shengzhou_report::detail::parser
