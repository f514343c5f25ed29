#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/names.hpp>
#include <shengzhou_report/impl/utf8.hpp>
#include <shengzhou_report/words.hpp>

namespace shengzhou_report::detail {

SHENGZHOU_REPORT_INLINE void reject_word(std::string_view text, const std::vector<std::string>& words) {
  std::string choices;
  for (const std::string& word : words) choices += (choices.empty() ? "'" : ", '") + word + "'";
  throw DomainError(in_quotes(text) + " is none of " + choices + did_you_mean(similar_names(text, words, 1)));
}

}  // namespace shengzhou_report::detail
