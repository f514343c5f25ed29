#pragma once

#include <string_view>

#include <shengzhou_report/config.hpp>
#include <shengzhou_report/report.hpp>

namespace shengzhou_report {

/// Reads a Chinese government work report: every figure with indicator, measure, value, unit, bound, modality, status,
/// year, period, scope, section and place in the text.
///
/// Work is linear in the length of the text, whatever it holds.
/// @param utf8     the text of a report, with or without the page around it.
/// @param options  what is known of it: place, year, kind.
/// @throws DomainError  when an option is no place (empty) or no year (1900 to 2100).
/// @throws ParseError  when `utf8` is not UTF-8, with the byte offset; the message says how to decode GB18030.
[[nodiscard]] Report parse(std::string_view utf8, const ParseOptions& options = {});

}  // namespace shengzhou_report

#ifndef SHENGZHOU_REPORT_COMPILED
#include <shengzhou_report/impl/parse.ipp>
#endif
