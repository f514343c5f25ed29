#pragma once

/// Everything in shengzhou_report, in the order in which data flows. Include single headers instead where compile time
/// matters.

// clang-format off
#include <shengzhou_report/version.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/error.hpp>

#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/unit.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/statement.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/parse.hpp>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/inequality.hpp>
#include <shengzhou_report/target.hpp>
// clang-format on
