// shengzhou_report::compiled: every definition, compiled once. An .ipp missing here is a link error in the tests.

#ifndef SHENGZHOU_REPORT_COMPILED
#error "build this file through the target shengzhou_report::compiled"
#endif

#include <shengzhou_report.hpp>

#include <shengzhou_report/impl/decimal.ipp>
#include <shengzhou_report/impl/growth.ipp>
#include <shengzhou_report/impl/income_gap.ipp>
#include <shengzhou_report/impl/indicator.ipp>
#include <shengzhou_report/impl/inequality.ipp>
#include <shengzhou_report/impl/interval.ipp>
#include <shengzhou_report/impl/parse.ipp>
#include <shengzhou_report/impl/quantity.ipp>
#include <shengzhou_report/impl/report.ipp>
#include <shengzhou_report/impl/statement.ipp>
#include <shengzhou_report/impl/target.ipp>
#include <shengzhou_report/impl/unit.ipp>
