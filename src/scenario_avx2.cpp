// The kernels of simulations for x86-64 processors with AVX2 and FMA; CMake adds the flags.

#include <immintrin.h>

#include <shengzhou_report/impl/scenario_kernel.hpp>

namespace shengzhou_report::detail::kernel {
namespace {

template <bool fused>
struct Avx2 {
  using Real = double;
  using Vector = double __attribute__((vector_size(32)));
  using Word = std::uint64_t __attribute__((vector_size(32)));
  using Wide = Avx2;
  static constexpr int lanes = 4;

  static Vector all(double x) { return _mm256_set1_pd(x); }
  static Word word(std::uint64_t x) { return reinterpret_cast<Word>(_mm256_set1_epi64x(static_cast<long long>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
  }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) {
    if constexpr (fused) return _mm256_fmadd_pd(a, b, c);
    return a * b + c;
  }
  static Vector sqrt(Vector x) { return _mm256_sqrt_pd(x); }
  static Vector min(Vector a, Vector b) { return _mm256_min_pd(a, b); }
  static Vector max(Vector a, Vector b) { return _mm256_max_pd(a, b); }
  static Vector load(const double* x) { return _mm256_load_pd(x); }
  static Vector load(const float* x) { return _mm256_cvtps_pd(_mm_load_ps(x)); }
  static void store(double* out, Vector x) { _mm256_store_pd(out, x); }
  static void store_word(void* out, Word x) {
    _mm256_store_si256(static_cast<__m256i*>(out), reinterpret_cast<__m256i>(x));
  }
  static Word count_from(std::uint64_t x) { return word(x) + Word{0, 1, 2, 3}; }
  static void store_index(std::uint32_t* out, Vector x) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm256_cvttpd_epi32(x));
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
    const __m256d inside = _mm256_and_pd(_mm256_cmp_pd(lower, x, _CMP_LE_OQ), _mm256_cmp_pd(x, upper, _CMP_LE_OQ));
    return static_cast<unsigned>(_mm256_movemask_pd(inside));
  }
};

struct Avx2Single {
  using Real = float;
  using Vector = float __attribute__((vector_size(32)));
  using Word = std::uint32_t __attribute__((vector_size(32)));
  using Wide = Avx2<true>;
  static constexpr int lanes = 8;

  static Vector all(float x) { return _mm256_set1_ps(x); }
  static Word word(std::uint32_t x) { return reinterpret_cast<Word>(_mm256_set1_epi32(static_cast<int>(x))); }
  static Word bits(Vector x) { return reinterpret_cast<Word>(x); }
  static Vector real(Word x) { return reinterpret_cast<Vector>(x); }
  static Vector from_signed(Word x) { return _mm256_cvtepi32_ps(reinterpret_cast<__m256i>(x)); }
  static Vector mul(Vector a, Vector b) { return a * b; }
  static Vector mul_add(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
  static Vector sqrt(Vector x) { return _mm256_sqrt_ps(x); }
  static Vector max(Vector a, Vector b) { return _mm256_max_ps(a, b); }
  static Vector load(const float* x) { return _mm256_load_ps(x); }
  static void store(float* out, Vector x) { _mm256_store_ps(out, x); }
};

}  // namespace

extern const Kernels avx2_kernels;
const Kernels avx2_kernels{run_block<Avx2<false>>, run_block<Avx2<true>>, run_block<Avx2Single>};

}  // namespace shengzhou_report::detail::kernel
