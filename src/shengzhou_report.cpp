// shengzhou_report::compiled: every definition, compiled once. An .ipp missing here is a link error in the tests.

#ifndef SHENGZHOU_REPORT_COMPILED
#error "build this file through the target shengzhou_report::compiled"
#endif

#include <shengzhou_report.hpp>

#include <shengzhou_report/impl/check.ipp>
#include <shengzhou_report/impl/decimal.ipp>
#include <shengzhou_report/impl/disaggregation.ipp>
#include <shengzhou_report/impl/feasible.ipp>
#include <shengzhou_report/impl/forecast.ipp>
#include <shengzhou_report/impl/growth.ipp>
#include <shengzhou_report/impl/income_gap.ipp>
#include <shengzhou_report/impl/indicator.ipp>
#include <shengzhou_report/impl/inequality.ipp>
#include <shengzhou_report/impl/interval.ipp>
#include <shengzhou_report/impl/panel.ipp>
#include <shengzhou_report/impl/progress.ipp>
#include <shengzhou_report/impl/quantity.ipp>
#include <shengzhou_report/impl/random.ipp>
#include <shengzhou_report/impl/report.ipp>
#include <shengzhou_report/impl/scenario.ipp>
#include <shengzhou_report/impl/score.ipp>
#include <shengzhou_report/impl/statement.ipp>
#include <shengzhou_report/impl/target.ipp>
#include <shengzhou_report/impl/unit.ipp>
