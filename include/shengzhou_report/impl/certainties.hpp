// Where the library is header-only, income_gap.hpp ends with definitions that need this file, so the guard stands
// behind it.

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
#include <shengzhou_report/impl/vector.hpp>
#include <shengzhou_report/income_gap.hpp>

#ifndef SHENGZHOU_REPORT_IMPL_CERTAINTIES_HPP
#define SHENGZHOU_REPORT_IMPL_CERTAINTIES_HPP

/// Questions to printed figures of many places.
namespace shengzhou_report::detail::formula {

struct YearlyGrowth {
  static constexpr std::array parameters{Parameter{"urban_growth", Domain::rate},
                                         Parameter{"rural_growth", Domain::rate}};
};

/// What a figure printed to `step` can mean.
[[nodiscard]] inline Interval printed(double value, double step) { return {value - step / 2, value + step / 2}; }

/// The number of a word from what must not be negative: `always` for certainty, `ever`, which is no less, that it be
/// possible.
[[nodiscard]] SHENGZHOU_REPORT_FLATTEN inline std::uint64_t word_of(double always, double ever) noexcept {
  static_assert(static_cast<int>(Certainty::no) == 0 && static_cast<int>(Certainty::possible) == 1 &&
                static_cast<int>(Certainty::certain) == 2);
  return 2 - (std::bit_cast<std::uint64_t>(always) >> 63U) - (std::bit_cast<std::uint64_t>(ever) >> 63U);
}

/// The numbers of the words of a block. Returns whether all arguments are surely in order.
template <class Question>
struct QuestionBlock {
  template <std::same_as<double>... Numbers>
  [[nodiscard]] SHENGZHOU_REPORT_FLATTEN static bool run(Question question, std::uint64_t* words, Eigen::Index count,
                                                         const Numbers*... x) {
    std::uint64_t outside = 0;
    for (Eigen::Index k = 0; k < count; ++k) {
      outside |= question.outside(x[k]...);
      words[k] = question.word(x[k]...);
    }
    return (outside & sign_bit) == 0;
  }
};

/// `question(x...)` of every element.
///
/// A question that has `outside(x...)`, whose sign bit is set where an argument may not be in order, and `word(x...)`,
/// the number of the answer, both without branches, is answered in vectorised loops; `question(x...)` has the errors.
/// @throws DomainError  when a rounding unit is negative or not finite.
template <class Question, class... Arrays>
[[nodiscard]] Certainties certainties(std::initializer_list<std::pair<const char*, double>> steps,
                                      const Question& question, const Arrays&... arrays) {
  for (const auto& [name, step] : steps) {
    if (!(step >= 0 && step <= largest)) {
      throw DomainError(std::string(name) + " = " + format_double(step) + " must be a rounding unit of at least 0");
    }
  }
  Certainties result(broadcast_size({arrays.size()...}));
  const VectorSet set = vector_set();
  each_block(
      [&](Eigen::Index begin, Eigen::Index count, const auto*... x) {
        std::int8_t* const answers = result.data() + begin;
        if constexpr (requires { question.word(*x...); }) {
          std::array<std::uint64_t, static_cast<std::size_t>(broadcast_block)> words;
          if (run_on<QuestionBlock<Question>>(set, question, words.data(), count, x...)) {
            std::transform(words.data(), words.data() + count, answers, narrow_word);
            return;
          }
        }
        each_of_block(begin, count, [&](Eigen::Index i) { answers[i] = static_cast<std::int8_t>(question(x[i]...)); });
      },
      arrays...);
  return result;
}

}  // namespace shengzhou_report::detail::formula

#endif
