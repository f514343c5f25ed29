#pragma once

#include <shengzhou_report/impl/income_gap/crossings.ipp>
#include <shengzhou_report/impl/income_gap/formulas.ipp>
#include <shengzhou_report/impl/income_gap/gap_peak.ipp>
#include <shengzhou_report/impl/income_gap/narrowing.ipp>
#include <shengzhou_report/impl/income_gap/paths.ipp>
#include <shengzhou_report/impl/income_gap/real_ratio.ipp>
