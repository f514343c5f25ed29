#pragma once

// The first room: bytes become code points of their usual form; each knows its kind and where its bytes are.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/code_points.hpp>
#include <shengzhou_report/impl/parse/words.ipp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::detail::parser {

/// What a character can be to the parser, as bits; most characters are nothing.
enum Kind : std::uint8_t {
  digit = 1,
  clause_end = 2,
  sentence_end = 4,
  quote_mark = 8,
  trend_mark = 16,
  words = 32,
  bracket = 64,
  time_mark = 128
};

/// Every time holds one of these: 2023年, 去年, 今后五年, “十四五”, 一季度, 1-11月, 本届政府.
inline constexpr View time_marks = U"年五月季届"sv;
/// Every target without a number holds one of these: 与经济增长同步, 收入倍差不断缩小.
inline constexpr View trend_marks = U"步缩"sv;

[[nodiscard]] constexpr std::uint8_t ascii_kind(char32_t c) noexcept {
  if (is_digit(c)) return digit;
  if (ends_sentence(c)) return clause_end | sentence_end;
  if (ends_clause(c)) return clause_end;
  return c == U'(' || c == U')' ? bracket : 0;
}

/// Whether a character has no place in a text that is read: controls, and what turns the direction of writing or joins
/// words without being seen. Left in, they would hide what a name says.
[[nodiscard]] constexpr bool is_invisible(char32_t c) noexcept {
  if (c < 0x20) return !is_space(c);
  if (c < 0x7F) return false;
  return c < 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F);
}

/// The kind of what is invisible, which no other character has.
inline constexpr std::uint8_t invisible = 0xFF;

/// The kind of every character: pages of 256 of them, of which most are the empty one.
class Kinds {
 public:
  constexpr Kinds() {
    for (char32_t c = 0; c < 0x80; ++c) add(c, ascii_kind(c));
    for (const char32_t c : word_starts) add(c, words);
    for (const char32_t c : time_marks) add(c, time_mark);
    for (const char32_t c : opening_quotes) add(c, quote_mark);
    for (const char32_t c : closing_quotes) add(c, quote_mark);
    for (const char32_t c : trend_marks) add(c, trend_mark);
    add(U'。', clause_end | sentence_end);
    constexpr char32_t behind = 0x2100;  // all that is invisible
    for (char32_t c = 0; c < behind; ++c) {
      if (is_invisible(c)) add(c, invisible);
    }
  }

  /// Without a branch: which character follows cannot be foreseen.
  [[nodiscard]] constexpr std::uint8_t operator[](char32_t c) const noexcept {
    return kinds_[std::size_t{pages_[c / page]} * page + c % page];
  }

 private:
  static constexpr std::size_t page = 256;
  static constexpr std::size_t most = 32;  ///< pages that hold a character of some kind

  constexpr void add(char32_t c, std::uint8_t kind) {
    if (pages_[c / page] == 0) pages_[c / page] = ++used_;
    std::uint8_t& at = kinds_[std::size_t{pages_[c / page]} * page + c % page];
    at = static_cast<std::uint8_t>(at | kind);
  }

  std::array<std::uint8_t, 0x110000 / page> pages_{};
  std::array<std::uint8_t, (most + 1) * page> kinds_{};
  std::uint8_t used_ = 0;
};
inline constexpr Kinds kinds_of;

/// The first such byte, or `end`: the library's search is many times as fast as a loop.
[[nodiscard]] inline const std::uint8_t* find_byte(const std::uint8_t* begin, const std::uint8_t* end,
                                                   std::uint8_t byte) noexcept {
  const void* const found = std::memchr(begin, byte, static_cast<std::size_t>(end - begin));
  return found == nullptr ? end : static_cast<const std::uint8_t*>(found);
}

/// The text as code points of half width, what kind each is, and the byte at which it begins.
class Characters {
 public:
  /// A range of characters.
  struct Gap {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  explicit Characters(std::string_view utf8) : utf8_(utf8) {
    if (utf8.size() >= std::numeric_limits<std::uint32_t>::max()) throw ParseError("the text exceeds 4 GiB", 0);
    size_ = count_code_points(utf8);
    // Not filled with zeros: a text can be large. (make_unique_for_overwrite is missing in libc++ before 16.)
    text_ = std::unique_ptr<char32_t[]>(new char32_t[size_ + 1]);
    kinds_ = std::unique_ptr<std::uint8_t[]>(new std::uint8_t[size_ + padding]);
    std::fill_n(kinds_.get() + size_, padding, std::uint8_t{0});
    bytes_ = std::unique_ptr<std::uint32_t[]>(new std::uint32_t[size_ / stride + 1]);
    // In locals: a compiler must take a write of bytes for one that may change any member.
    char32_t* const text = text_.get();
    std::uint8_t* const kinds = kinds_.get();
    std::uint32_t* const bytes = bytes_.get();
    const auto* const given = reinterpret_cast<const unsigned char*>(utf8.data());
    const std::size_t end = utf8.size();
    std::size_t count = 0;
    for (std::size_t at = 0; at < end;) {
      if (count == size_) reject(at);  // a byte that continues nothing
      bytes[count / stride] = static_cast<std::uint32_t>(at);
      for (const std::size_t next = std::min(count + stride, size_); count < next; ++count) {
        const std::uint32_t lead = given[at];
        char32_t c = lead;
        // Three bytes, the common case; an overlong form or a surrogate goes the careful way.
        if (leads_any_three(lead) && at + 2 < end) [[likely]] {
          const std::uint32_t second = given[at + 1] ^ 0x80U;
          const std::uint32_t third = given[at + 2] ^ 0x80U;
          if ((second | third) >= 0x40U) reject(at);
          c = static_cast<char32_t>((lead & 0xFU) << 12U | second << 6U | third);
          c -= 0xFEE0U & (0U - unsigned{c - 0xFF01U < 0x5EU});
          // Signs, radicals and spaces stand together, behind them small forms; all are rare.
          if (c - data::ratio_sign <= 0x3000 - data::ratio_sign || c >= data::first_small_form) c = usual_form(c);
          at += 3;
        } else if (lead < 0x80U) {
          ++at;
        } else {
          const CodePoint point = decode(utf8, at);
          if (point.length == 0) reject(at);
          c = usual_form(point.value);
          at += point.length;
        }
        text[count] = c;
        kinds[count] = kinds_of[c];
      }
    }
    given_size_ = size_;
    std::vector<Gap> unseen;
    for (const std::uint8_t* at = kinds; (at = find_byte(at, kinds + size_, invisible)) != kinds + size_; ++at) {
      const auto i = static_cast<std::size_t>(at - kinds);
      unseen.push_back({i, i + 1});
    }
    if (!unseen.empty()) close(unseen);
  }

  [[nodiscard]] View text() const noexcept { return {text_.get(), size_}; }
  [[nodiscard]] std::uint8_t kind(std::size_t i) const noexcept { return kinds_[i]; }

  /// The first character from `begin` on that is one of `kinds`, or `end`; `passed` gets the kinds of those before it.
  [[nodiscard]] std::size_t find(std::uint8_t kinds, std::size_t begin, std::size_t end,
                                 std::uint8_t& passed) const noexcept {
    // Most are nothing: eight at a time, with padding behind the last.
    for (; begin < end; begin += padding) {
      const std::uint64_t every = 0x0101010101010101U;
      const std::uint64_t eight = eight_kinds(begin);
      const std::uint64_t hits = eight & every * kinds;
      const std::size_t clear = hits == 0 ? padding : static_cast<std::size_t>(std::countr_zero(hits)) / 8;
      const std::size_t stop = std::min(clear, end - begin);
      std::uint64_t before = stop == padding ? eight : eight & ((std::uint64_t{1} << 8 * stop) - 1);
      before |= before >> 32U;
      before |= before >> 16U;
      passed |= static_cast<std::uint8_t>(before | before >> 8U);
      if (stop < padding) return begin + stop;
    }
    return end;
  }
  [[nodiscard]] std::size_t find(std::uint8_t kinds, std::size_t begin, std::size_t end) const noexcept {
    std::uint8_t passed = 0;
    return find(kinds, begin, end, passed);
  }

  /// The characters from `begin` to `end`, and their bytes, in the text as given.
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const noexcept {
    if (!gaps_.empty()) {
      end = end > begin ? given(end - 1) + 1 : given(begin);
      begin = given(begin);
    }
    const std::size_t first = byte(begin);
    const std::size_t last = end - begin < stride ? skip(first, end - begin) : byte(end);
    return {static_cast<std::int64_t>(first), static_cast<std::int64_t>(last), static_cast<std::int64_t>(begin),
            static_cast<std::int64_t>(end)};
  }

  /// Takes characters out, as if they had never been; `gaps` in the order of the text.
  void close(const std::vector<Gap>& gaps) {
    std::vector<Gap> removed = given_ranges(gaps);
    std::size_t to = 0;
    std::size_t from = 0;
    const auto keep = [&](std::size_t end) {
      std::copy(text_.get() + from, text_.get() + end, text_.get() + to);
      std::copy(kinds_.get() + from, kinds_.get() + end, kinds_.get() + to);
      to += end - from;
      from = end;
    };
    for (const Gap& gap : gaps) {
      keep(gap.begin);
      from = gap.end;
    }
    keep(size_);
    size_ = to;
    gaps_.clear();
    std::size_t out = 0;
    for (const Gap& gap : removed) {
      const std::size_t at = gap.begin - out;
      out += gap.end - gap.begin;
      gaps_.push_back({at, out});
    }
  }

 private:
  [[noreturn]] static void reject(std::size_t at) {
    throw ParseError("the text is not UTF-8 at byte " + std::to_string(at) +
                         "; decode it first, as from GB18030 or GBK, in which many reports are published",
                     static_cast<std::int64_t>(at));
  }

  static constexpr std::size_t padding = 8;

  /// The kinds of eight characters, the first one's in the lowest byte.
  [[nodiscard]] std::uint64_t eight_kinds(std::size_t at) const noexcept {
    std::uint64_t eight = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&eight, &kinds_[at], padding);
    } else {
      for (std::size_t i = padding; i-- > 0;) eight = eight << 8U | kinds_[at + i];
    }
    return eight;
  }

  /// Few statements need the byte of a character: most can be counted from the nearest one known.
  static constexpr std::size_t stride = 8;

  /// The ranges of the text as given that are gone when `gaps` are closed as well, in its order.
  [[nodiscard]] std::vector<Gap> given_ranges(const std::vector<Gap>& gaps) const {
    std::vector<Gap> ranges;
    std::size_t out = 0;
    for (const Closed& gap : gaps_) {
      const std::size_t begin = gap.at + out;
      ranges.push_back({begin, begin + gap.removed - out});
      out = gap.removed;
    }
    for (const Gap& gap : gaps) ranges.push_back({given(gap.begin), given(gap.end - 1) + 1});
    std::sort(ranges.begin(), ranges.end(), [](const Gap& a, const Gap& b) { return a.begin < b.begin; });
    // A new gap may hold an old one.
    std::size_t last = 0;
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      if (ranges[i].begin <= ranges[last].end) {
        ranges[last].end = std::max(ranges[last].end, ranges[i].end);
      } else {
        ranges[++last] = ranges[i];
      }
    }
    if (!ranges.empty()) ranges.resize(last + 1);
    return ranges;
  }

  /// Where a character stood before gaps were closed.
  [[nodiscard]] std::size_t given(std::size_t character) const noexcept {
    const auto behind = std::upper_bound(gaps_.begin(), gaps_.end(), character,
                                         [](std::size_t at, const Closed& gap) { return at < gap.at; });
    return behind == gaps_.begin() ? character : character + std::prev(behind)->removed;
  }

  /// The byte at which a character of the text as given begins.
  [[nodiscard]] std::size_t byte(std::size_t character) const noexcept {
    if (character == given_size_) return utf8_.size();
    const std::size_t known = character / stride;
    return skip(bytes_[known], character - known * stride);
  }

  [[nodiscard]] std::size_t skip(std::size_t byte, std::size_t characters) const noexcept {
    for (; characters > 0; --characters) {
      // Without a branch: neither digits nor characters can be foreseen.
      const unsigned lead = static_cast<unsigned char>(utf8_[byte]);
      byte += 1U + unsigned{lead >= 0xC0U} + unsigned{lead >= 0xE0U} + unsigned{lead >= 0xF0U};
    }
    return byte;
  }

  std::string_view utf8_;
  std::size_t size_ = 0;
  std::size_t given_size_ = 0;  ///< before gaps were closed
  std::unique_ptr<char32_t[]> text_;
  std::unique_ptr<std::uint8_t[]> kinds_;
  std::unique_ptr<std::uint32_t[]> bytes_;  ///< of every stride-th character of the text as given

  struct Closed {
    std::size_t at;       ///< the character that now stands where the gap was
    std::size_t removed;  ///< how many characters in all were taken out before it
  };
  std::vector<Closed> gaps_;
};

}  // namespace shengzhou_report::detail::parser
