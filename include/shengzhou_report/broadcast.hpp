#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>

#include <Eigen/Core>

#include <shengzhou_report/error.hpp>

namespace shengzhou_report {

/// A batch argument: a borrowed, contiguous column of doubles. Pass it as `const ArrayRef&`; an array of size 1 stands
/// for the same number at every element.
using ArrayRef = Eigen::Ref<const Eigen::ArrayXd>;

template <class T>
concept ArrayArgument = std::convertible_to<const T&, ArrayRef>;

/// Common size of arrays that each have size n or 1.
///
/// @throws DomainError  when two sizes differ and neither is 1; the message lists all sizes.
[[nodiscard]] inline Eigen::Index broadcast_size(std::initializer_list<Eigen::Index> sizes) {
  const auto other = std::find_if(sizes.begin(), sizes.end(), [](Eigen::Index size) { return size != 1; });
  const Eigen::Index common = other == sizes.end() ? 1 : *other;
  if (std::all_of(sizes.begin(), sizes.end(), [&](Eigen::Index size) { return size == 1 || size == common; })) {
    return common;
  }
  std::string list;
  for (const Eigen::Index size : sizes) list.append(list.empty() ? "" : ", ").append(std::to_string(size));
  throw DomainError("arrays of sizes " + list + " do not fit together: give each argument the same size, or size 1");
}

namespace detail {

// Work goes in blocks that stay in the first-level cache.
inline constexpr Eigen::Index broadcast_block = 256;

/// One argument as blocks of consecutive numbers: a stretch of the array, or its only element repeated. The inner loop
/// then has unit stride whatever is broadcast, so that compilers vectorise it.
class Operand {
 public:
  Operand(const ArrayRef& array, Eigen::Index size) : data_(array.data()), repeats_(array.size() == 1) {
    if (repeats_) std::fill_n(repeated_.begin(), std::min(size, broadcast_block), array[0]);
  }

  [[nodiscard]] const double* block(Eigen::Index begin) const { return repeats_ ? repeated_.data() : data_ + begin; }

 private:
  const double* data_;
  bool repeats_;
  std::array<double, static_cast<std::size_t>(broadcast_block)> repeated_;
};

[[noreturn]] inline void throw_at(Eigen::Index element, const DomainError& error) {
  throw DomainError(std::string(error.what()) + " (element " + std::to_string(element) + ")");
}

template <class Visitor, std::same_as<Operand>... Operands>
void visit_blocks(Eigen::Index size, const Visitor& visitor, const Operands&... operands) {
  Eigen::Index element = 0;
  const auto visit_until = [&](Eigen::Index end, const auto*... x) {
    for (; element < end; ++element) visitor(element, *x++...);
  };
  try {
    while (element < size) visit_until(std::min(element + broadcast_block, size), operands.block(element)...);
  } catch (const DomainError& error) {
    throw_at(element, error);
  }
}

/// Calls `visitor(begin, count, x...)` for every block of elements, where x point to `count` numbers of each argument.
template <class Visitor, ArrayArgument... Arguments>
void each_block(const Visitor& visitor, const Arguments&... arguments) {
  const Eigen::Index size = broadcast_size({arguments.size()...});
  // The references may bind to temporaries, which live until this one expression ends.
  [&](const std::same_as<ArrayRef> auto&... columns) {
    [&](const std::same_as<Operand> auto&... operands) {
      for (Eigen::Index begin = 0; begin < size; begin += broadcast_block) {
        visitor(begin, std::min(broadcast_block, size - begin), operands.block(begin)...);
      }
    }(Operand(columns, size)...);
  }(static_cast<const ArrayRef&>(arguments)...);
}

inline void require_size(Eigen::Index actual, Eigen::Index expected) {
  if (actual == expected) return;
  throw DomainError("out has size " + std::to_string(actual) + ", but the arguments give " + std::to_string(expected) +
                    " results: make it that size");
}

}  // namespace detail

/// Calls `visitor(i, x...)` for every element i in turn, where x are the i-th numbers of the broadcast arguments.
///
/// @throws DomainError  when the sizes do not fit, or when the visitor throws one; the message then ends with the
///                      element, as in "rate = -1.2 must exceed -1 (element 3)".
template <class Visitor, ArrayArgument... Arguments>
void broadcast_each(const Visitor& visitor, const Arguments&... arguments) {
  const Eigen::Index size = broadcast_size({arguments.size()...});
  // The references may bind to temporaries, which live until this one expression ends.
  [&](const std::same_as<ArrayRef> auto&... columns) {
    detail::visit_blocks(size, visitor, detail::Operand(columns, size)...);
  }(static_cast<const ArrayRef&>(arguments)...);
}

/// Writes `function(x...)` of every element into `out`.
///
/// @param out  of the broadcast size; it may be one of the arguments, but must not overlap one in part. After an error
///             its content is unspecified.
/// @throws DomainError  as `broadcast_each`, or when `out` has another size.
template <class Function, ArrayArgument... Arguments>
void broadcast_into(Eigen::Ref<Eigen::ArrayXd> out, const Function& function, const Arguments&... arguments) {
  detail::require_size(out.size(), broadcast_size({arguments.size()...}));
  double* const results = out.data();
  broadcast_each([&function, results](Eigen::Index i,
                                      auto... x) noexcept(noexcept(function(x...))) { results[i] = function(x...); },
                 arguments...);
}

/// `function(x...)` of every element as a new array. @throws DomainError  as `broadcast_each`.
template <class Function, ArrayArgument... Arguments>
[[nodiscard]] Eigen::ArrayXd broadcast(const Function& function, const Arguments&... arguments) {
  Eigen::ArrayXd out(broadcast_size({arguments.size()...}));
  broadcast_into(out, function, arguments...);
  return out;
}

}  // namespace shengzhou_report
