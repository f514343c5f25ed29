#pragma once

/// SHENGZHOU_REPORT_INLINE marks every definition in impl/*.ipp: `inline` for header-only users,
/// nothing when the target shengzhou_report::compiled builds the same definitions once.
#if defined(SHENGZHOU_REPORT_COMPILED)
#define SHENGZHOU_REPORT_INLINE
#else
#define SHENGZHOU_REPORT_INLINE inline
#endif

/// SHENGZHOU_REPORT_DECLARE(formula) names a formula in a header, SHENGZHOU_REPORT_DEFINE(formula) stands behind its
/// struct: its forms come with the headers, or are compiled once.
#if defined(SHENGZHOU_REPORT_COMPILED)
#define SHENGZHOU_REPORT_DECLARE(formula) \
  struct formula;                         \
  extern template struct Forms<formula>
#define SHENGZHOU_REPORT_DEFINE(formula) template struct Forms<formula>
#else
#define SHENGZHOU_REPORT_DECLARE(formula) struct formula
#define SHENGZHOU_REPORT_DEFINE(formula) static_assert(true)
#endif

// All names and units in this library are UTF-8 in plain string literals. A compiler that re-encodes them
// (MSVC without /utf-8) would break every look-up at run time, so it fails here instead.
static_assert(sizeof("亿") == 4, "shengzhou_report needs UTF-8 string literals: compile with /utf-8");
