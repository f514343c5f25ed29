// The kernels of simulations for every x86-64 processor.

#include <emmintrin.h>

#include "scenario_lanes.hpp"

namespace shengzhou_report::detail::kernel {
namespace {

using Doubles = Lanes<double, std::uint64_t, double __attribute__((vector_size(16))),
                      std::uint64_t __attribute__((vector_size(16)))>;
using Floats =
    Lanes<float, std::uint32_t, float __attribute__((vector_size(16))), std::uint32_t __attribute__((vector_size(16)))>;

// There is no fused operation.
struct Sse2 : Doubles {
  using Wide = Sse2;

  static Word multiply(Word a, Word b) {
    return reinterpret_cast<Word>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
  }
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
  static void store_index(std::uint32_t* out, Vector x) {
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out), _mm_cvttpd_epi32(x));
  }
  static unsigned within(Vector x, Vector lower, Vector upper) {
    const __m128d inside = _mm_and_pd(_mm_cmple_pd(lower, x), _mm_cmple_pd(x, upper));
    return static_cast<unsigned>(_mm_movemask_pd(inside));
  }
};

struct Sse2Single : Floats {
  using Wide = Sse2;

  static Vector from_signed(Word x) { return _mm_cvtepi32_ps(reinterpret_cast<__m128i>(x)); }
  static Vector sqrt(Vector x) { return _mm_sqrt_ps(x); }
  static Vector max(Vector a, Vector b) { return _mm_max_ps(a, b); }
  static Vector load(const float* x) { return _mm_load_ps(x); }
  static void store(float* out, Vector x) { _mm_store_ps(out, x); }
};

}  // namespace

extern const Kernels sse2_kernels;
const Kernels sse2_kernels{run_block<Sse2>, run_block<Sse2>, run_block<Sse2Single>};

}  // namespace shengzhou_report::detail::kernel
