// Definitions that follow are another unit's: a unit that needs the inner workings of a concept to its left sees its
// .ipp, may take a function's body in where it is called, and leaves the function itself to its own unit.

#ifndef SHENGZHOU_REPORT_COMPILED
#error "build this file through the target shengzhou_report::compiled"
#endif

#include <shengzhou_report/config.hpp>

#undef SHENGZHOU_REPORT_INLINE
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wgnu-inline-cpp-without-extern"  // a member cannot be extern
#define SHENGZHOU_REPORT_INLINE inline __attribute__((gnu_inline))
#elif defined(__GNUC__)
#define SHENGZHOU_REPORT_INLINE inline __attribute__((gnu_inline))
#else
#define SHENGZHOU_REPORT_INLINE inline
#endif

#undef SHENGZHOU_REPORT_DEFINE
#define SHENGZHOU_REPORT_DEFINE(formula) static_assert(true)
