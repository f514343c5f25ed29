// The kernels of simulations for x86-64 processors with AVX-512 (F and DQ); CMake adds the flags.

#include <immintrin.h>

#include <shengzhou_report/impl/scenario_kernel.hpp>

namespace shengzhou_report::detail::kernel {
namespace {

template <bool fused>
struct Avx512 {
  using Real = double;
  using Vector = double __attribute__((vector_size(64)));
  using Word = std::uint64_t __attribute__((vector_size(64)));
  using Wide = Avx512;
  static constexpr int lanes = 8;

  static Vector all(double x) { return _mm512_set1_pd(x); }
  static Word word(std::uint64_t x) { return reinterpret_cast<Word>(_mm512_set1_epi64(static_cast<long long>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm512_mul_epu32(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
  }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) {
    if constexpr (fused) return _mm512_fmadd_pd(a, b, c);
    return a * b + c;
  }
  static Vector sqrt(Vector x) { return _mm512_sqrt_pd(x); }
  static Vector min(Vector a, Vector b) { return _mm512_min_pd(a, b); }
  static Vector max(Vector a, Vector b) { return _mm512_max_pd(a, b); }
  static Vector load(const double* x) { return _mm512_load_pd(x); }
  static Vector load(const float* x) { return _mm512_cvtps_pd(_mm256_load_ps(x)); }
  static void store(double* out, Vector x) { _mm512_store_pd(out, x); }
  static void store_word(void* out, Word x) {
    _mm512_store_si512(static_cast<__m512i*>(out), reinterpret_cast<__m512i>(x));
  }
  static Word count_from(std::uint64_t x) { return word(x) + Word{0, 1, 2, 3, 4, 5, 6, 7}; }
  static void store_index(std::uint32_t* out, Vector x) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm512_cvttpd_epi32(x));
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
    return _mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(lower, x, _CMP_LE_OQ), x, upper, _CMP_LE_OQ);
  }
};

struct Avx512Single {
  using Real = float;
  using Vector = float __attribute__((vector_size(64)));
  using Word = std::uint32_t __attribute__((vector_size(64)));
  using Wide = Avx512<true>;
  static constexpr int lanes = 16;

  static Vector all(float x) { return _mm512_set1_ps(x); }
  static Word word(std::uint32_t x) { return reinterpret_cast<Word>(_mm512_set1_epi32(static_cast<int>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Vector from_signed(Word x) { return _mm512_cvtepi32_ps(reinterpret_cast<__m512i>(x)); }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return _mm512_fmadd_ps(a, b, c); }
  static Vector sqrt(Vector x) { return _mm512_sqrt_ps(x); }
  static Vector max(Vector a, Vector b) { return _mm512_max_ps(a, b); }
  static Vector load(const float* x) { return _mm512_load_ps(x); }
  static void store(float* out, Vector x) { _mm512_store_ps(out, x); }
};

}  // namespace

extern const Kernels avx512_kernels;
const Kernels avx512_kernels{run_block<Avx512<false>>, run_block<Avx512<true>>, run_block<Avx512Single>};

}  // namespace shengzhou_report::detail::kernel
