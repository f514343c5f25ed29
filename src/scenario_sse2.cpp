// The kernels of simulations for every x86-64 processor.

#include <emmintrin.h>

#include <shengzhou_report/impl/scenario_kernel.hpp>

namespace shengzhou_report::detail::kernel {
namespace {

// There is no fused operation.
struct Sse2 {
  using Real = double;
  using Vector = double __attribute__((vector_size(16)));
  using Word = std::uint64_t __attribute__((vector_size(16)));
  using Wide = Sse2;
  static constexpr int lanes = 2;

  static Vector all(double x) { return _mm_set1_pd(x); }
  static Word word(std::uint64_t x) { return reinterpret_cast<Word>(_mm_set1_epi64x(static_cast<long long>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
  }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return a * b + c; }
  static Vector sqrt(Vector x) { return _mm_sqrt_pd(x); }
  static Vector min(Vector a, Vector b) { return _mm_min_pd(a, b); }
  static Vector max(Vector a, Vector b) { return _mm_max_pd(a, b); }
  static Vector load(const double* x) { return _mm_load_pd(x); }
  static Vector load(const float* x) {
    return _mm_cvtps_pd(_mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(x))));
  }
  static void store(double* out, Vector x) { _mm_store_pd(out, x); }
  static void store_word(void* out, Word x) {
    _mm_store_si128(static_cast<__m128i*>(out), reinterpret_cast<__m128i>(x));
  }
  static Word count_from(std::uint64_t x) { return word(x) + Word{0, 1}; }
  static void store_index(std::uint32_t* out, Vector x) {
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out), _mm_cvttpd_epi32(x));
  }
  static std::uint64_t sum(Word x) {
    std::uint64_t sum = 0;
    for (int i = 0; i < lanes; ++i) sum += x[i];
    return sum;
  }
  static std::uint64_t first_word(Word x) { return x[0]; }
  static double lowest_lane(Vector x) {
    double lowest = x[0];
    for (int i = 1; i < lanes; ++i) lowest = x[i] < lowest ? x[i] : lowest;
    return lowest;
  }
  static double highest_lane(Vector x) {
    double highest = x[0];
    for (int i = 1; i < lanes; ++i) highest = x[i] > highest ? x[i] : highest;
    return highest;
  }
  static unsigned within(Vector x, Vector lower, Vector upper) {
    const __m128d inside = _mm_and_pd(_mm_cmple_pd(lower, x), _mm_cmple_pd(x, upper));
    return static_cast<unsigned>(_mm_movemask_pd(inside));
  }
};

struct Sse2Single {
  using Real = float;
  using Vector = float __attribute__((vector_size(16)));
  using Word = std::uint32_t __attribute__((vector_size(16)));
  using Wide = Sse2;
  static constexpr int lanes = 4;

  static Vector all(float x) { return _mm_set1_ps(x); }
  static Word word(std::uint32_t x) { return reinterpret_cast<Word>(_mm_set1_epi32(static_cast<int>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Vector from_signed(Word x) { return _mm_cvtepi32_ps(reinterpret_cast<__m128i>(x)); }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return a * b + c; }
  static Vector sqrt(Vector x) { return _mm_sqrt_ps(x); }
  static Vector max(Vector a, Vector b) { return _mm_max_ps(a, b); }
  static Vector load(const float* x) { return _mm_load_ps(x); }
  static void store(float* out, Vector x) { _mm_store_ps(out, x); }
};

}  // namespace

extern const Kernels sse2_kernels;
const Kernels sse2_kernels{run_block<Sse2>, run_block<Sse2>, run_block<Sse2Single>};

}  // namespace shengzhou_report::detail::kernel
