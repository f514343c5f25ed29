// Where the library is header-only, income_gap.hpp ends with definitions that need this file, so the guard stands
// behind it.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/impl/format.hpp>
#include <shengzhou_report/impl/formula.hpp>
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

/// `answer(x...)` of every element. @throws DomainError  when a rounding unit is negative or not finite.
template <class Answer, class... Arrays>
[[nodiscard]] Certainties certainties(std::initializer_list<std::pair<const char*, double>> steps, const Answer& answer,
                                      const Arrays&... arrays) {
  for (const auto& [name, step] : steps) {
    if (!(step >= 0 && step <= largest)) {
      throw DomainError(std::string(name) + " = " + format_double(step) + " must be a rounding unit of at least 0");
    }
  }
  Certainties result(broadcast_size({arrays.size()...}));
  broadcast_each([&](Eigen::Index i, auto... x) { result[i] = static_cast<std::int8_t>(answer(x...)); }, arrays...);
  return result;
}

}  // namespace shengzhou_report::detail::formula

#endif
