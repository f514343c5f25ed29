#pragma once

#include <shengzhou_report/impl/statement_fields.hpp>

#include "record.hpp"

/// The fields of a Statement as its class has them: the indicator must be given, all others by name.
inline auto statement_fields() {
  return std::apply(
      [](const auto& indicator, const auto&... others) {
        return record::fields(record::needed(indicator), record::by_name, record::named(others)...);
      },
      shengzhou_report::detail::statement_fields);
}
