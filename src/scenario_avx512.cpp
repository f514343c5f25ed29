// The kernels of simulations for x86-64 processors with AVX-512 (F and DQ); CMake adds the flags.

#include <immintrin.h>

#include "scenario_lanes.hpp"

namespace shengzhou_report::detail::kernel {
namespace {

using Doubles = Lanes<double, std::uint64_t, double __attribute__((vector_size(64))),
                      std::uint64_t __attribute__((vector_size(64)))>;
using Floats =
    Lanes<float, std::uint32_t, float __attribute__((vector_size(64))), std::uint32_t __attribute__((vector_size(64)))>;

template <bool fused>
struct Avx512 : Doubles {
  using Wide = Avx512;

  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm512_mul_epu32(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
  }
  static Vector mul_add(Vector a, Vector b, Vector c) {
    if constexpr (fused) return _mm512_fmadd_pd(a, b, c);
    return Doubles::mul_add(a, b, c);
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
  static void store_index(std::uint32_t* out, Vector x) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm512_cvttpd_epi32(x));
  }
  static unsigned within(Vector x, Vector lower, Vector upper) {
    return _mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(lower, x, _CMP_LE_OQ), x, upper, _CMP_LE_OQ);
  }
};

struct Avx512Single : Floats {
  using Wide = Avx512<true>;

  static Vector from_signed(Word x) { return _mm512_cvtepi32_ps(reinterpret_cast<__m512i>(x)); }
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
