#pragma once

#include "record.hpp"

/// The fields of a Statement, which its class and the columns of frames share.
inline auto statement_fields() {
  using record::by_name;
  using record::named;
  using shengzhou_report::Statement;
  return record::fields(
      record::needed("indicator", "Name as the report words it.", &Statement::indicator), by_name,
      named("indicator_id", "Id in the catalogue, or ''.", &Statement::indicator_id),
      named("name_en", "English name.", &Statement::name_en),
      named("measure", "'level', 'growth', 'change' or 'rank'.", &Statement::measure),
      named("quantity", "The figure, or None.", &Statement::quantity),
      named("trend", "What is promised instead of a figure: 'falling', 'in_step' ...", &Statement::trend),
      named("status", "'outcome', 'estimate' or 'target'.", &Statement::status),
      named("modality", "'firm', 'ensure' or 'strive'.", &Statement::modality),
      named("year", "Calendar year the number refers to; None where the report's is unknown.", &Statement::year),
      named("period", "Part of the year: 'year', 'first_quarter', 'month_average' ...", &Statement::period),
      named("base_year",
            "What growth or change is measured from: the year before, or another; None where it is no year.",
            &Statement::base_year),
      named("area", "The part of the place that the figure is of; '' for all of it.", &Statement::area),
      named("reference", "What a change is a difference to; '' for an earlier time.", &Statement::reference),
      named("price_basis", nullptr, &Statement::stated_basis),
      named("scope", "For ranks, among whom.", &Statement::scope),
      named("section", "Headings from the outermost in.", &Statement::section),
      record::place<record::Role::named>(&Statement::span),
      named("doubts", "The rules of thumb that the reading rests on, as words; a reader checks these by hand.",
            &Statement::doubts));
}
