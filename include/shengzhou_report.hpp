#pragma once

/// Everything in shengzhou_report, in the order in which data flows. Include single headers instead where compile time
/// matters. examples/api/ shows every function of a header by example.

// clang-format off
#include <shengzhou_report/version.hpp>
#include <shengzhou_report/config.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/words.hpp>
#include <shengzhou_report/divisions.hpp>

#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/interval.hpp>
#include <shengzhou_report/unit.hpp>
#include <shengzhou_report/quantity.hpp>
#include <shengzhou_report/indicator.hpp>
#include <shengzhou_report/breaks.hpp>
#include <shengzhou_report/statement.hpp>
#include <shengzhou_report/report.hpp>
#include <shengzhou_report/columns.hpp>
#include <shengzhou_report/parse.hpp>
#include <shengzhou_report/number.hpp>

#include <shengzhou_report/broadcast.hpp>
#include <shengzhou_report/rate.hpp>
#include <shengzhou_report/disaggregation.hpp>
#include <shengzhou_report/growth.hpp>
#include <shengzhou_report/prices.hpp>
#include <shengzhou_report/contributions.hpp>
#include <shengzhou_report/plan.hpp>
#include <shengzhou_report/intensity.hpp>
#include <shengzhou_report/per_head.hpp>
#include <shengzhou_report/income_gap.hpp>
#include <shengzhou_report/distribution.hpp>
#include <shengzhou_report/index_number.hpp>
#include <shengzhou_report/inequality.hpp>
#include <shengzhou_report/regional.hpp>
#include <shengzhou_report/target.hpp>
#include <shengzhou_report/progress.hpp>
#include <shengzhou_report/feasible.hpp>
#include <shengzhou_report/check.hpp>
#include <shengzhou_report/panel.hpp>
#include <shengzhou_report/arrow.hpp>
#include <shengzhou_report/corpus.hpp>

#include <shengzhou_report/forecast.hpp>
#include <shengzhou_report/random.hpp>
#include <shengzhou_report/scenario.hpp>
#include <shengzhou_report/score.hpp>
// clang-format on
