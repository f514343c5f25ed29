// The kernels of simulations for x86-64 processors with AVX2 and FMA; CMake adds the flags.

#include <immintrin.h>

#include "scenario_lanes.hpp"

namespace shengzhou_report::detail::kernel {
namespace {

using Doubles = Lanes<double, std::uint64_t, double __attribute__((vector_size(32))),
                      std::uint64_t __attribute__((vector_size(32)))>;
using Floats =
    Lanes<float, std::uint32_t, float __attribute__((vector_size(32))), std::uint32_t __attribute__((vector_size(32)))>;

template <bool fused>
struct Avx2 : Doubles {
  using Wide = Avx2;

  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
  }
  static Vector mul_add(Vector a, Vector b, Vector c) {
    if constexpr (fused) return _mm256_fmadd_pd(a, b, c);
    return Doubles::mul_add(a, b, c);
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
  static void store_index(std::uint32_t* out, Vector x) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm256_cvttpd_epi32(x));
  }
  static unsigned within(Vector x, Vector lower, Vector upper) {
    const __m256d inside = _mm256_and_pd(_mm256_cmp_pd(lower, x, _CMP_LE_OQ), _mm256_cmp_pd(x, upper, _CMP_LE_OQ));
    return static_cast<unsigned>(_mm256_movemask_pd(inside));
  }
};

struct Avx2Single : Floats {
  using Wide = Avx2<true>;

  static Vector from_signed(Word x) { return _mm256_cvtepi32_ps(reinterpret_cast<__m256i>(x)); }
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
