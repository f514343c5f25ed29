#pragma once

#include <string_view>

namespace shengzhou_report::data {

/// A unit without magnitude and what a key of SDMX calls it. Codes follow the lists of SDMX where these have one: PT
/// per cent, PS persons, NR a number of things.
struct UnitCodeRow {
  std::string_view unit;
  std::string_view code;
};

// One unit a line; every counter that has none is NR.
// clang-format off
inline constexpr UnitCodeRow unit_codes[] = {
    {"", "PN"}, {"%", "PT"}, {"‰", "PM"}, {"倍", "RT"}, {"元", "CNY"}, {"美元", "USD"}, {"人", "PS"}, {"人次", "PV"},
    {"户", "HH"}, {"米", "M"}, {"公里", "KM"}, {"平方米", "M2"}, {"平方公里", "KM2"}, {"立方米", "M3"}, {"亩", "MU"},
    {"吨", "T"}, {"公斤", "KG"}, {"微克", "UG"}, {"担", "DAN"}, {"千瓦", "KW"}, {"千瓦时", "KWH"}, {"千伏安", "KVA"},
    {"吨标准煤", "TCE"}, {"标箱", "TEU"}, {"日", "D"}, {"天", "D"}, {"个工作日", "WD"}, {"年", "Y"}, {"岁", "Y"},
};
inline constexpr std::string_view counter_code = "NR";

// clang-format on

}  // namespace shengzhou_report::data
