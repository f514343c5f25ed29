// Definitions that follow are this unit's own.

#ifndef SHENGZHOU_REPORT_COMPILED
#error "build this file through the target shengzhou_report::compiled"
#endif

#include <shengzhou_report/config.hpp>

#undef SHENGZHOU_REPORT_INLINE
#define SHENGZHOU_REPORT_INLINE
#undef SHENGZHOU_REPORT_DEFINE
#define SHENGZHOU_REPORT_DEFINE(formula) template struct Forms<formula>
