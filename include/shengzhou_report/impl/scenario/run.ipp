#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include <shengzhou_report/impl/scenario/plan.ipp>

namespace shengzhou_report::detail {

namespace kernel {

inline constexpr Kernels scalar_kernels{run_block<Scalar<false>>, run_block<Scalar<true>>, run_block<ScalarSingle>};

// The compiled library has these where CMake says so.
extern const Kernels sse2_kernels;
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;

[[nodiscard]] inline const Kernels& kernels(InstructionSet set) {
#if defined(SHENGZHOU_REPORT_X86_KERNELS)
  if (set == InstructionSet::sse2) return sse2_kernels;
  if (set == InstructionSet::avx2) return avx2_kernels;
  if (set == InstructionSet::avx512) return avx512_kernels;
#endif
  static_cast<void>(set);
  return scalar_kernels;
}

}  // namespace kernel

namespace scenario {

/// Bytes of all threads together.
inline constexpr std::int64_t thread_memory = std::int64_t{40} << 20;
/// Standard deviations to each side of the median path that a histogram covers.
inline constexpr double reach = 6;
/// Paths that show how far shocks reach that are not normal: none of those that are simulated.
inline constexpr std::uint64_t pilot_first = std::uint64_t{1} << 62;
inline constexpr int pilot_paths = 4096;

struct Free {
  void operator()(std::byte* memory) const { ::operator delete[](memory, std::align_val_t{64}); }
};

/// Memory of one thread.
class Workspace {
 public:
  Workspace(const Prepared& prepared, bool statistics, int events, int outcomes)
      : tallies_(statistics ? prepared.columns.size() : 0, kernel::Tally{0, 0, infinity, -infinity}),
        masks_(std::max<std::size_t>(prepared.conditions.size(), 1) * kernel::mask_words),
        counts(statistics ? prepared.columns.size() * static_cast<std::size_t>(prepared.plan.bins) : 0),
        first(tallies_.size()),
        second(tallies_.size()),
        hits(static_cast<std::size_t>(events)),
        pairs(static_cast<std::size_t>(events)),
        joint(static_cast<std::size_t>(outcomes * outcomes)),
        joint_pairs(joint.size()),
        partners(joint.size()) {
    constexpr std::size_t row = kernel::block_paths * sizeof(double);
    const std::size_t rows = (static_cast<std::size_t>(prepared.plan.indicators) + 1) / 2 * 2;
    memory_.reset(static_cast<std::byte*>(::operator new[]((3 * rows + 3) * row, std::align_val_t{64})));
    std::fill_n(memory_.get(), (3 * rows + 3) * row, std::byte{0});
    std::byte* next = memory_.get();
    const auto take = [&next](std::size_t count) {
      std::byte* const begin = next;
      next += count * row;
      return static_cast<void*>(begin);
    };
    scratch.shocks = take(rows);
    scratch.growth = take(rows);
    scratch.level = take(rows);
    scratch.rows = static_cast<std::uint64_t*>(take(1));
    scratch.mixing = static_cast<double*>(take(1));
    scratch.scale = take(1);
    scratch.counts = statistics ? counts.data() : nullptr;
    scratch.tally = tallies_.data();
    scratch.mask = masks_.data();
    scratch.paths = nullptr;
  }

  /// Moves the sums of a block to those of all blocks.
  void collect() {
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      first[i].add(tallies_[i].first);
      second[i].add(tallies_[i].second);
      tallies_[i].first = tallies_[i].second = 0;
    }
  }

  [[nodiscard]] const std::vector<kernel::Tally>& tallies() const { return tallies_; }
  [[nodiscard]] std::uint64_t* mask(std::size_t condition) { return masks_.data() + condition * kernel::mask_words; }

 private:
  std::unique_ptr<std::byte[], Free> memory_;
  std::vector<kernel::Tally> tallies_;
  std::vector<std::uint64_t> masks_;

 public:
  kernel::Scratch scratch{};
  std::vector<std::uint32_t> counts;
  std::int64_t counted = 0;  ///< paths in `counts`
  std::vector<WideSum> first;
  std::vector<WideSum> second;
  std::vector<std::uint64_t> hits;
  std::vector<std::uint64_t> pairs;
  std::vector<std::uint64_t> joint;
  std::vector<std::uint64_t> joint_pairs;
  std::vector<std::uint64_t> partners;
};

using Mask = std::array<std::uint64_t, kernel::mask_words>;

[[nodiscard]] inline std::uint64_t population(const Mask& mask) {
  std::uint64_t count = 0;
  for (const std::uint64_t word : mask) count += static_cast<std::uint64_t>(std::popcount(word));
  return count;
}

[[nodiscard]] inline Mask both(const Mask& a, const Mask& b) {
  Mask result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = a[i] & b[i];
  return result;
}

/// The same for the other path of each antithetic pair.
[[nodiscard]] inline Mask partners(const Mask& mask) {
  constexpr std::uint64_t even = 0x5555555555555555U;
  Mask result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = ((mask[i] >> 1U) & even) | ((mask[i] & even) << 1U);
  return result;
}

/// Counts the events of a block of `count` paths from the masks of its conditions.
class EventCounter {
 public:
  EventCounter(const Prepared& prepared, const ScenarioModel& model, const ScenarioQuery& query)
      : prepared_(prepared), events_(model, query), periods_(static_cast<std::size_t>(model.periods)) {}

  void count(Workspace& workspace, int paths) const {
    if (prepared_.conditions.empty()) return;
    Mask valid{};
    for (int i = 0; i < paths; ++i) valid[static_cast<std::size_t>(i / 64)] |= std::uint64_t{1} << (i % 64);
    std::vector<Mask> masks(events_.count, valid);
    for (std::size_t i = 0; i < prepared_.events.size(); ++i) {
      Mask& mask = masks[prepared_.events[i]];
      for (std::size_t word = 0; word < mask.size(); ++word) mask[word] &= workspace.mask(i)[word];
    }
    if (events_.targets > 0) {
      for (std::size_t i = 0; i < events_.targets; ++i) masks[events_.targets] = both(masks[events_.targets], masks[i]);
    }
    if (events_.passages > events_.narrowing) {
      Mask& every = masks[events_.outcomes - 1];
      for (std::size_t i = events_.narrowing; i < events_.passages; ++i) every = both(every, masks[i]);
    }
    // Once passed, always passed.
    for (std::size_t i = events_.passages; i < events_.count; ++i) {
      if ((i - events_.passages) % (periods_ + 1) == 0) continue;
      for (std::size_t word = 0; word < valid.size(); ++word) masks[i][word] |= masks[i - 1][word];
    }
    // A pair counts where a path meets the event and its partner does: twice, once from either path.
    std::vector<Mask> swapped;
    for (std::size_t i = 0; i < events_.count; ++i) {
      workspace.hits[i] += population(masks[i]);
      if (!prepared_.plan.antithetic) continue;
      swapped.push_back(partners(masks[i]));
      workspace.pairs[i] += population(both(masks[i], swapped[i])) / 2;
    }
    for (std::size_t i = 0; i < events_.outcomes; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        const std::size_t at = i * events_.outcomes + j;
        const Mask meet = both(masks[i], masks[j]);
        workspace.joint[at] += population(meet);
        if (!prepared_.plan.antithetic) continue;
        workspace.joint_pairs[at] += population(both(meet, both(swapped[i], swapped[j]))) / 2;
        workspace.partners[at] += population(both(meet, swapped[j]));
        if (j < i) workspace.partners[j * events_.outcomes + i] += population(both(meet, swapped[i]));
      }
    }
  }

 private:
  const Prepared& prepared_;
  Events events_;
  std::size_t periods_;
};

[[nodiscard]] inline kernel::Block block_of(Arithmetic arithmetic, InstructionSet set) {
  const kernel::Kernels& kernels = kernel::kernels(set == InstructionSet::automatic ? instruction_sets().back() : set);
  if (arithmetic == Arithmetic::single) return kernels.single;
  return arithmetic == Arithmetic::fused ? kernels.fused : kernels.reproducible;
}

/// Runs `work(workspace, first, count)` for all blocks of the paths on several threads, the calling one among them.
template <class Work>
void run_blocks(std::vector<std::unique_ptr<Workspace>>& workspaces, const ScenarioOptions& options, const Work& work) {
  using Clock = std::chrono::steady_clock;
  constexpr std::int64_t block = kernel::block_paths;
  const std::int64_t blocks = (options.paths + block - 1) / block;
  std::atomic<std::int64_t> next{0};
  std::atomic<std::int64_t> done{0};
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::exception_ptr error;
  const auto fail = [&] {
    const std::lock_guard lock(mutex);
    if (!error) error = std::current_exception();
    stop = true;
  };
  const auto run = [&](std::size_t thread) {
    try {
      auto reported = Clock::now();
      while (!stop) {
        const std::int64_t first = block * next.fetch_add(1, std::memory_order_relaxed);
        if (first >= block * blocks) break;
        const std::int64_t count = std::min(block, options.paths - first);
        work(*workspaces[thread], first, static_cast<int>(count));
        done.fetch_add(count, std::memory_order_relaxed);
        if (thread == 0 && options.progress && Clock::now() - reported > std::chrono::milliseconds(80)) {
          options.progress(done);
          reported = Clock::now();
        }
      }
      // The others may still be at work, for as long as one block takes.
      if (thread == 0 && options.progress && !stop) options.progress(std::min<std::int64_t>(done, options.paths));
    } catch (...) {
      fail();
    }
  };
  std::vector<std::thread> threads;
  try {
    for (std::size_t i = 1; i < workspaces.size(); ++i) threads.emplace_back(run, i);
  } catch (...) {
    fail();
  }
  run(0);
  for (std::thread& thread : threads) thread.join();
  if (error) std::rethrow_exception(error);
}

[[nodiscard]] inline std::int64_t thread_count(const ScenarioOptions& options, std::int64_t bytes) {
  const std::int64_t wanted = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::int64_t blocks = (options.paths + kernel::block_paths - 1) / kernel::block_paths;
  return std::clamp<std::int64_t>(std::min(wanted, blocks), 1, std::max<std::int64_t>(1, thread_memory / bytes));
}

/// Standard deviations of all columns, for shocks of unit variance without other information.
[[nodiscard]] inline std::vector<double> deviations(const Prepared& prepared, const ScenarioModel& model) {
  const auto persistence = [&](int k) {
    return prepared.persistence.empty() ? 0 : prepared.persistence[static_cast<std::size_t>(k)];
  };
  std::vector<double> result;
  for (std::size_t i = 0; i < prepared.columns.size(); ++i) {
    const kernel::Column& column = prepared.columns[i];
    const int period = static_cast<int>(i) / prepared.series;
    double variance = 0;
    for (int s = 0; s <= period; ++s) {
      // Of the shock of period s, this much is in the level.
      const auto weight = [&](int k) {
        double sum = 0;
        double power = at(model.volatility, s, k);
        for (int j = s; j <= period; ++j, power *= persistence(k)) sum += power;
        return sum;
      };
      const double a = weight(column.first);
      const double b = column.second < 0 ? 0 : weight(column.second);
      const bool correlated = column.second >= 0 && model.correlation.size() > 0;
      const double covariance =
          Exact::mul(Exact::mul(a, b), correlated ? model.correlation(column.first, column.second) : 0);
      variance += Exact::mul(a, a) + Exact::mul(b, b) - 2 * covariance;
    }
    result.push_back(std::sqrt(std::max(variance, 0.0)));
  }
  return result;
}

/// Lays the histograms over where the levels will lie.
inline void set_scales(Prepared& prepared, const ScenarioModel& model, bool antithetic) {
  std::vector<Interval> ranges;
  if (model.shocks == Shocks::normal) {
    const std::vector<double> spread = deviations(prepared, model);
    for (std::size_t i = 0; i < prepared.columns.size(); ++i) {
      double lower = -Exact::mul(reach, spread[i]);
      double upper = -lower;
      const auto widen = [&](int k, bool divide) {
        const Interval& start = model.start[static_cast<std::size_t>(k)];
        const double low = log(start.lower() / start.midpoint());
        const double high = log(start.upper() / start.midpoint());
        lower += divide ? -high : low;
        upper += divide ? -low : high;
      };
      widen(prepared.columns[i].first, false);
      if (prepared.columns[i].second >= 0) widen(prepared.columns[i].second, true);
      ranges.emplace_back(lower, upper);
    }
  } else {
    // The same pilot whatever is simulated, in the arithmetic that is the same everywhere.
    connect(prepared);
    prepared.plan.conditions = 0;
    Workspace workspace(prepared, true, 0, 0);
    const bool kept = prepared.plan.antithetic;
    prepared.plan.antithetic = false;
    for (int first = 0; first < pilot_paths; first += kernel::block_paths) {
      kernel::scalar_kernels.reproducible(prepared.plan, workspace.scratch,
                                          pilot_first + static_cast<std::uint64_t>(first), kernel::block_paths);
    }
    prepared.plan.antithetic = kept;
    for (const kernel::Tally& tally : workspace.tallies()) {
      const double more = (tally.highest - tally.lowest) / 2;
      // Antithetic paths mirror what the pilot has seen.
      const double lower = antithetic ? std::min(tally.lowest, -tally.highest) : tally.lowest;
      const double upper = antithetic ? std::max(tally.highest, -tally.lowest) : tally.highest;
      ranges.emplace_back(lower - more, upper + more);
    }
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    // A certain level has a range of no width.
    const double width = std::max(ranges[i].width(), 1e-9);
    prepared.columns[i].scale = prepared.plan.bins / width;
    prepared.columns[i].shift = -ranges[i].midpoint() * prepared.columns[i].scale;
  }
}

}  // namespace scenario

}  // namespace shengzhou_report::detail
