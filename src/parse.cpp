// The parser's definitions, a unit of their own beside src/shengzhou_report.cpp: the two build side by side.

#ifndef SHENGZHOU_REPORT_COMPILED
#error "build this file through the target shengzhou_report::compiled"
#endif

#include <shengzhou_report/impl/number.ipp>
#include <shengzhou_report/impl/parse.ipp>
