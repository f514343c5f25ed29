#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include <shengzhou_report/impl/parse/words.ipp>

namespace shengzhou_report::detail::parser {

/// Names put together from pieces of the text; they live as long as it is read.
class Composed {
 public:
  [[nodiscard]] View join(View a, View b) {
    const std::size_t size = a.size() + b.size();
    if (size > left_) {
      left_ = std::max(size, chunk);
      next_ = chunks_.emplace_back(std::unique_ptr<char32_t[]>(new char32_t[left_])).get();
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

}  // namespace shengzhou_report::detail::parser
