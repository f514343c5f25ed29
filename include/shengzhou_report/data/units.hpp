#pragma once

#include <cstdint>
#include <string_view>

namespace shengzhou_report::data {

/// One unit word: `numerator / denominator x 10^exponent` of the coherent unit of its dimension.
///
/// Magnitudes (万, 亿, 千 …) and quotients (元/月) are composed at run time. A Chinese word that is not listed here is
/// a counter of its own, so this table holds only words with a fixed size, other spellings, and English abbreviations.
/// 番 has no fixed size and so is none of them: it counts doublings, of which n are a factor of 2^n.
struct UnitRow {
  std::string_view symbol;     ///< as printed; Latin letters match without regard to case
  std::string_view dimension;  ///< base dimensions with exponents: "m^2", "W*s"
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  int exponent = 0;
};

inline constexpr UnitRow units[] = {
    // money: currencies do not convert without an exchange rate
    {"元", "CNY"},
    {"元人民币", "CNY"},
    {"人民币", "CNY"},
    {"rmb", "CNY"},
    {"cny", "CNY"},
    {"美元", "USD"},
    {"usd", "USD"},
    {"港元", "HKD"},
    {"港币", "HKD"},
    {"欧元", "EUR"},
    {"日元", "JPY"},

    // shares and multiples of a whole
    {"%", "ratio", 1, 1, -2},
    {"‰", "ratio", 1, 1, -3},
    {"‱", "ratio", 1, 1, -4},
    {"成", "ratio", 1, 1, -1},
    {"倍", "ratio"},

    // differences of two percentages; never the same as a relative change in per cent
    {"个百分点", "point", 1, 1, -2},
    {"百分点", "point", 1, 1, -2},
    {"个千分点", "point", 1, 1, -3},
    {"千分点", "point", 1, 1, -3},
    {"个基点", "point", 1, 1, -4},
    {"基点", "point", 1, 1, -4},

    // length
    {"米", "m"},
    {"m", "m"},
    {"公里", "m", 1, 1, 3},
    {"千米", "m", 1, 1, 3},
    {"km", "m", 1, 1, 3},
    {"厘米", "m", 1, 1, -2},
    {"cm", "m", 1, 1, -2},
    {"毫米", "m", 1, 1, -3},
    {"mm", "m", 1, 1, -3},
    {"英寸", "m", 254, 1, -4},
    {"海里", "m", 1852},
    {"里", "m", 5, 1, 2},
    {"华里", "m", 5, 1, 2},

    // area; 15 亩 are one hectare
    {"平方米", "m^2"},
    {"平米", "m^2"},
    {"㎡", "m^2"},
    {"m2", "m^2"},
    {"m²", "m^2"},
    {"平方公里", "m^2", 1, 1, 6},
    {"平方千米", "m^2", 1, 1, 6},
    {"km2", "m^2", 1, 1, 6},
    {"km²", "m^2", 1, 1, 6},
    {"公顷", "m^2", 1, 1, 4},
    {"ha", "m^2", 1, 1, 4},
    {"亩", "m^2", 2, 3, 3},

    // volume
    {"立方米", "m^3"},
    {"立方", "m^3"},
    {"方", "m^3"},
    {"m3", "m^3"},
    {"m³", "m^3"},
    {"㎥", "m^3"},
    {"升", "m^3", 1, 1, -3},
    {"l", "m^3", 1, 1, -3},

    // mass
    {"吨", "kg", 1, 1, 3},
    {"t", "kg", 1, 1, 3},
    {"公斤", "kg"},
    {"千克", "kg"},
    {"kg", "kg"},
    {"斤", "kg", 5, 1, -1},
    {"克", "kg", 1, 1, -3},
    {"g", "kg", 1, 1, -3},
    {"毫克", "kg", 1, 1, -6},
    {"mg", "kg", 1, 1, -6},
    {"微克", "kg", 1, 1, -9},
    {"μg", "kg", 1, 1, -9},
    {"µg", "kg", 1, 1, -9},
    {"ug", "kg", 1, 1, -9},

    // energy, power, voltage; coal equivalents stay apart from energy: the factor is a convention of each yearbook
    {"千瓦时", "W*s", 36, 1, 5},
    {"度", "W*s", 36, 1, 5},
    {"kwh", "W*s", 36, 1, 5},
    {"瓦", "W"},
    {"千瓦", "W", 1, 1, 3},
    {"kw", "W", 1, 1, 3},
    {"兆瓦", "W", 1, 1, 6},
    {"mw", "W", 1, 1, 6},
    {"吉瓦", "W", 1, 1, 9},
    {"gw", "W", 1, 1, 9},
    {"伏", "V"},
    {"千伏", "V", 1, 1, 3},
    {"kv", "V", 1, 1, 3},
    {"千伏安", "VA", 1, 1, 3},
    {"kva", "VA", 1, 1, 3},
    {"兆伏安", "VA", 1, 1, 6},
    {"mva", "VA", 1, 1, 6},
    {"吨标煤", "kgce", 1, 1, 3},
    {"吨标准煤", "kgce", 1, 1, 3},
    {"tce", "kgce", 1, 1, 3},
    {"千克标准煤", "kgce"},
    {"吨二氧化碳", "kgCO2", 1, 1, 3},
    {"蒸吨", "t steam/h"},

    // time; months and days do not convert into each other
    {"秒", "s"},
    {"分钟", "s", 60},
    {"小时", "s", 36, 1, 2},
    {"个小时", "s", 36, 1, 2},
    {"h", "s", 36, 1, 2},
    {"天", "s", 864, 1, 2},
    {"日", "s", 864, 1, 2},
    {"周", "s", 6048, 1, 2},
    {"星期", "s", 6048, 1, 2},
    {"个星期", "s", 6048, 1, 2},
    {"月", "month"},
    {"个月", "month"},
    {"季度", "month", 3},
    {"个季度", "month", 3},
    {"年", "month", 12},
    {"岁", "year of age"},
    {"周岁", "year of age"},

    // other fixed sizes
    {"℃", "°C"},
    {"摄氏度", "°C"},
    {"分贝", "dB"},
    {"db", "dB"},
    {"标箱", "TEU"},
    {"标准箱", "TEU"},
    {"teu", "TEU"},

    // two words for one counter
    {"人", "人"},
    {"名", "人"},
};

}  // namespace shengzhou_report::data
