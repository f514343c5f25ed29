#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <functional>
#include <limits>
#include <ostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <shengzhou_report/decimal.hpp>
#include <shengzhou_report/error.hpp>
#include <shengzhou_report/unit.hpp>

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(unit)

namespace {

/// Whether `text` is UTF-8 without control characters, so that it is safe to print.
bool is_printable_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || at + length > text.size() || lead < 0x20 || lead == 0x7F) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return false;
    }
    at += length;
  }
  return true;
}

}  // namespace

// Reading -----------------------------------------------------------------------------------------------------------

struct UnitRow {
  const char* text;
  const char* base;
  int magnitude;
  const char* dimension;
};
std::ostream& operator<<(std::ostream& out, const UnitRow& row) { return out << row.text; }

const UnitRow unit_rows[] = {
    // every unit of the survey of 287 reports, in its order
    {"%", "%", 0, "ratio"},
    {"亿元", "元", 8, "CNY"},
    {"家", "家", 0, "家"},
    {"万亩", "亩", 4, "m^2"},
    {"项", "项", 0, "项"},
    {"公里", "公里", 0, "m"},
    {"万人", "人", 4, "人"},
    {"条", "条", 0, "条"},
    {"万元", "元", 4, "CNY"},
    {"件", "件", 0, "件"},
    {"户", "户", 0, "户"},
    {"元", "元", 0, "CNY"},
    {"万吨", "吨", 4, "kg"},
    {"所", "所", 0, "所"},
    {"人", "人", 0, "人"},
    {"万平方米", "平方米", 4, "m^2"},
    {"万户", "户", 4, "户"},
    {"座", "座", 0, "座"},
    {"名", "名", 0, "人"},
    {"个百分点", "个百分点", 0, "point"},
    {"个基点", "个基点", 0, "point"},
    {"里", "里", 0, "m"},
    {"周", "周", 0, "s"},
    {"番", "番", 0, "番"},
    {"％", "%", 0, "ratio"},
    {"万人次", "人次", 4, "人次"},
    {"位", "位", 0, "位"},
    {"亩", "亩", 0, "m^2"},
    {"万亿元", "元", 12, "CNY"},
    {"亿美元", "美元", 8, "USD"},
    {"处", "处", 0, "处"},
    {"倍", "倍", 0, "ratio"},
    {"万个", "个", 4, "个"},
    {"套", "套", 0, "套"},
    {"强", "强", 0, "强"},
    {"天", "天", 0, "s"},
    {"平方公里", "平方公里", 0, "m^2"},
    {"万套", "套", 4, "套"},
    {"万千瓦", "千瓦", 4, "W"},
    {"场", "场", 0, "场"},
    {"万名", "名", 4, "人"},
    {"岁", "岁", 0, "year of age"},
    {"千伏", "千伏", 0, "V"},
    {"万家", "家", 4, "家"},
    {"万头", "头", 4, "头"},
    {"分钟", "分钟", 0, "s"},
    {"台", "台", 0, "台"},
    {"平方米", "平方米", 0, "m^2"},
    {"亿斤", "斤", 8, "kg"},
    {"张", "张", 0, "张"},
    {"次", "次", 0, "次"},
    {"小时", "小时", 0, "s"},
    {"辆", "辆", 0, "辆"},
    {"万公里", "公里", 4, "m"},
    {"部", "部", 0, "部"},
    {"万平米", "平米", 4, "m^2"},
    {"公顷", "公顷", 0, "m^2"},
    {"万件", "件", 4, "件"},
    {"栋", "栋", 0, "栋"},
    {"‰", "‰", 0, "ratio"},
    {"万美元", "美元", 4, "USD"},
    {"起", "起", 0, "起"},
    {"亿吨", "吨", 8, "kg"},
    {"微克/立方米", "微克/立方米", 0, "kg*m^-3"},
    {"吨", "吨", 0, "kg"},
    {"人次", "人次", 0, "人次"},
    {"万标箱", "标箱", 4, "TEU"},
    {"万辆", "辆", 4, "辆"},
    {"万立方米", "立方米", 4, "m^3"},
    {"种", "种", 0, "种"},
    {"场次", "场次", 0, "场次"},
    {"列", "列", 0, "列"},
    {"米", "米", 0, "m"},
    {"兆瓦", "兆瓦", 0, "W"},
    {"万只", "只", 4, "只"},
    {"万座", "座", 4, "座"},
    {"个月", "个月", 0, "month"},
    {"亿立方米", "立方米", 8, "m^3"},
    {"万株", "株", 4, "株"},
    {"亿人次", "人次", 8, "人次"},
    {"万张", "张", 4, "张"},
    {"万台", "台", 4, "台"},
    {"KV", "KV", 0, "V"},
    {"宗", "宗", 0, "宗"},
    {"万公顷", "公顷", 4, "m^2"},
    {"类", "类", 0, "类"},
    {"眼", "眼", 0, "眼"},
    {"批次", "批次", 0, "批次"},
    {"亿人", "人", 8, "人"},
    {"蒸吨", "蒸吨", 0, "t steam/h"},
    {"周岁", "周岁", 0, "year of age"},
    {"支", "支", 0, "支"},
    {"万场", "场", 4, "场"},
    {"亿级", "级", 8, "级"},
    {"万处", "处", 4, "处"},
    {"万亿斤", "斤", 12, "kg"},
    {"亿千瓦时", "千瓦时", 8, "W*s"},
    {"亿千瓦", "千瓦", 8, "W"},
    {"亿亩", "亩", 8, "m^2"},
    {"块", "块", 0, "块"},
    {"平米", "平米", 0, "m^2"},
    {"美元", "美元", 0, "USD"},
    {"英寸", "英寸", 0, "m"},
    {"亿平方米", "平方米", 8, "m^2"},
    {"幢", "幢", 0, "幢"},
    {"例", "例", 0, "例"},
    {"万吨标煤", "吨标煤", 4, "kgce"},
    {"万项", "项", 4, "项"},
    {"kV", "kV", 0, "V"},
    {"批", "批", 0, "批"},
    {"万吨标准煤", "吨标准煤", 4, "kgce"},
    {"对", "对", 0, "对"},
    {"期", "期", 0, "期"},
    {"公斤", "公斤", 0, "kg"},
    {"个", "个", 0, "个"},
    // the families below its list
    {"亿", "", 8, "1"},
    {"万", "", 4, "1"},
    {"方", "方", 0, "m^3"},
    {"万方", "方", 4, "m^3"},
    {"千分点", "千分点", 0, "point"},
    {"个千分点", "个千分点", 0, "point"},
    {"百分点", "百分点", 0, "point"},
    {"成", "成", 0, "ratio"},
    {"吨标煤", "吨标煤", 0, "kgce"},
    {"吨标准煤", "吨标准煤", 0, "kgce"},
    {"元/月", "元/月", 0, "CNY*month^-1"},
    {"吨/年", "吨/年", 0, "kg*month^-1"},
    {"元/亩", "元/亩", 0, "CNY*m^-2"},
    {"人/吨", "人/吨", 0, "kg^-1*人"},
    {"吨标准煤/万元", "吨标准煤/元", -4, "CNY^-1*kgce"},
    {"亿元/万人", "元/人", 4, "CNY*人^-1"},
    {"元/人·月", "元/人·月", 0, "CNY*month*人^-1"},
    // Latin letters in any case, full-width forms, other spellings
    {"KW", "KW", 0, "W"},
    {"万KW", "KW", 4, "W"},
    {"kWh", "kWh", 0, "W*s"},
    {"KWh", "KWh", 0, "W*s"},
    {"ＫＷ", "KW", 0, "W"},
    {"μg/m3", "μg/m3", 0, "kg*m^-3"},
    {"µg/m³", "µg/m³", 0, "kg*m^-3"},
    {"ug／m3", "ug/m3", 0, "kg*m^-3"},
    {"MVA", "MVA", 0, "VA"},
    {"m2", "m2", 0, "m^2"},
    {"㎡", "㎡", 0, "m^2"},
    {"km²", "km²", 0, "m^2"},
    {"千瓦·小时", "千瓦·小时", 0, "W*s"},
    {"千瓦*小时", "千瓦·小时", 0, "W*s"},
    {"℃", "℃", 0, "°C"},
    // magnitudes multiply; a word that begins like one stays whole
    {"十亿元", "元", 9, "CNY"},
    {"百万千瓦", "千瓦", 6, "W"},
    {"千万千瓦", "千瓦", 7, "W"},
    {"千瓦", "千瓦", 0, "W"},
    {"千克", "千克", 0, "kg"},
    {"万千克", "千克", 4, "kg"},
    {"万亿", "", 12, "1"},
    {"亿亿元", "元", 16, "CNY"},
    // empty, and space around
    {"", "", 0, "1"},
    {" 　", "", 0, "1"},
    {" 亿元\n", "元", 8, "CNY"},
    {"\xEF\xBB\xBF元", "元", 0, "CNY"},
    {"/人", "/人", 0, "人^-1"},
};

BOOST_DATA_TEST_CASE(reads_units_as_reports_print_them, data::make(unit_rows), row) {
  const sr::Unit unit(row.text);
  BOOST_TEST(unit.magnitude() == row.magnitude);
  BOOST_TEST(unit.base().symbol() == row.base);
  BOOST_TEST(unit.base().magnitude() == 0);
  BOOST_TEST(unit.base().base() == unit.base());
  BOOST_TEST(sr::to_string(unit.dimension()) == row.dimension);
  BOOST_TEST(unit.is_compatible(unit.base()));
  // A value in this unit is value x 10^magnitude in base().
  if (row.magnitude >= 0) BOOST_TEST(sr::convert(sr::Decimal(1), unit, unit.base()) == sr::Decimal(1, row.magnitude));
  BOOST_TEST(sr::Unit(unit.symbol()) == unit);
  BOOST_TEST(sr::Unit(unit.symbol()).symbol() == unit.symbol());
  BOOST_TEST(sr::Unit(unit.base().symbol()) == unit.base());
  std::ostringstream out;
  out << unit;
  BOOST_TEST(out.str() == unit.symbol());
  BOOST_TEST(sr::to_string(unit) == unit.symbol());
}

BOOST_AUTO_TEST_CASE(the_default_unit_is_a_pure_number) {
  BOOST_TEST(sr::Unit() == sr::Unit(""));
  BOOST_TEST(sr::Unit().symbol() == "");
  BOOST_TEST(sr::Unit().dimension().empty());
  BOOST_TEST(sr::convert(sr::Decimal::parse("2.1"), sr::Unit("亿"), sr::Unit()) == sr::Decimal(210'000'000));
}

BOOST_AUTO_TEST_CASE(symbols_keep_the_printed_word) {
  BOOST_TEST(sr::Unit("万KW").symbol() == "万KW");
  BOOST_TEST(sr::Unit("％").symbol() == "%");
  BOOST_TEST(sr::Unit(" 亿元 ").symbol() == "亿元");
  BOOST_TEST(sr::Unit("名").symbol() == "名");
}

BOOST_AUTO_TEST_CASE(unknown_words_are_counters_of_their_own) {
  for (const char* word : {"趟", "眼", "批次", "个工作日", "家次", "金", "班列", "剡青站"}) {
    BOOST_TEST_CONTEXT(word) {
      const sr::Unit unit(word);
      BOOST_TEST(unit.symbol() == word);
      BOOST_TEST(sr::to_string(unit.dimension()) == word);
      BOOST_TEST((unit.scale() == sr::Scale{}));
      BOOST_TEST(!unit.is_compatible(sr::Unit("个")));
      BOOST_TEST(sr::Unit("万" + std::string(word)).base() == unit);
    }
  }
}

BOOST_AUTO_TEST_CASE(ratios_and_points) {
  for (const char* text : {"%", "％", "‰", "成", "倍"}) {
    BOOST_TEST(sr::Unit(text).is_ratio());
    BOOST_TEST(!sr::Unit(text).is_point());
  }
  for (const char* text : {"个百分点", "百分点", "个千分点", "千分点", "个基点", "基点"}) {
    BOOST_TEST(sr::Unit(text).is_point());
    BOOST_TEST(!sr::Unit(text).is_ratio());
  }
  for (const char* text : {"", "元", "个", "万", "%/年"}) {
    BOOST_TEST(!sr::Unit(text).is_ratio());
    BOOST_TEST(!sr::Unit(text).is_point());
  }
}

// Nonsense ----------------------------------------------------------------------------------------------------------

struct BadUnit {
  std::string text;
};
std::ostream& operator<<(std::ostream& out, const BadUnit& row) { return out << row.text.substr(0, 20); }

const BadUnit bad_units[] = {
    {"5"},
    {"5家"},
    {"５家"},
    {"亿5"},
    {"1/4"},
    {"元，"},
    {"元。"},
    {"、"},
    {"-"},
    {"(元)"},
    {"“元”"},
    {"abc"},
    {"万abc"},
    {"kwx"},
    {"PM"},
    {"Ⅲ"},
    {"🐷"},
    {"/"},
    {"元/"},
    {"元//月"},
    {"//人"},
    {"·"},
    {"·米"},
    {"千瓦·"},
    {"千瓦··小时"},
    {"一家"},
    {"三"},
    {"第"},
    {"十一家"},
    {"〇"},
    {"两项"},
    {"亿亿万元"},
    {"元\xff"},
    {"\xe5\x85"},
    {"\xc0\xaf"},
    {"\xed\xa0\x80"},
    {"\xf4\x90\x80\x80"},
    {std::string("元\0", 4)},
    {std::string("\0", 1)},
    {"\x1b[31m元"},
    {"元\x7f"},
    {"全市经济社会发展"},
    {std::string(100'000, 'a')},
    {std::string(100'000, '\xff')},
    {std::string(100'000, '/')},
    {std::string(300, ' ')},
    // sizes beyond exact arithmetic: 1852^6, 12^-40, 10^80
    {"海里·海里·海里·海里·海里·海里"},
    {"/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年/年"},
    {"亿亿元·亿亿元·亿亿元·亿亿元·亿亿元"},
    {"/亿亿元/亿亿元/亿亿元/亿亿元/亿亿元"},
};

BOOST_DATA_TEST_CASE(nonsense_raises_with_a_safe_message, data::make(bad_units), row) {
  BOOST_CHECK_EXCEPTION(sr::Unit(row.text), sr::UnitError, [](const sr::UnitError& error) {
    const std::string message = error.what();
    BOOST_TEST(message.size() < 400u);
    BOOST_TEST(is_printable_utf8(message));
    return true;
  });
}

BOOST_AUTO_TEST_CASE(random_bytes_either_read_or_raise) {
  std::mt19937_64 engine(7);
  const std::vector<std::string> pieces = {
      "元", "亿",   "万", "千", "瓦", "/",  "·", "*",    "%",    "年",
      "亩", "海里", "月", "m",  "2",  "KW", " ", "\xe5", "\xff", std::string(1, '\0'),
      "个", "一",   "人"};
  int read = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string text;
    for (auto left = engine() % 9; left > 0; --left) text += pieces[engine() % pieces.size()];
    try {
      const sr::Unit unit(text);
      ++read;
      BOOST_REQUIRE_MESSAGE(sr::Unit(unit.symbol()) == unit, text);
      BOOST_REQUIRE_MESSAGE(sr::Unit(unit.base().symbol()) == unit.base(), text);
      BOOST_REQUIRE(unit.scale().numerator > 0);
      BOOST_REQUIRE(unit.scale().denominator > 0);
    } catch (const sr::UnitError& error) {
      BOOST_REQUIRE(is_printable_utf8(error.what()));
    }
  }
  BOOST_TEST(read > 2000);
}

// Conversion --------------------------------------------------------------------------------------------------------

struct Conversion {
  const char* value;
  const char* from;
  const char* to;
  const char* expected;
};
std::ostream& operator<<(std::ostream& out, const Conversion& row) {
  return out << row.value << row.from << " to " << row.to;
}

const Conversion conversions[] = {
    {"745", "亿元", "万元", "7450000"},
    {"745", "亿元", "元", "74500000000"},
    {"50.81", "亿元", "元", "5081000000"},
    {"1", "万亿元", "亿元", "10000"},
    {"15", "亩", "公顷", "1"},
    {"1", "公顷", "亩", "15"},
    {"3", "万亩", "公顷", "2000"},
    {"2.4", "万亩", "公顷", "1600"},
    {"2265.6", "亩", "公顷", "151.04"},
    {"1", "平方公里", "亩", "1500"},
    {"1", "平方公里", "公顷", "100"},
    {"3", "亩", "平方米", "2000"},
    {"1", "斤", "公斤", "0.5"},
    {"1", "斤", "克", "500"},
    {"1", "万亿斤", "亿吨", "5"},
    {"1.4", "万亿斤", "亿吨", "7"},
    {"1", "千瓦·小时", "千瓦时", "1"},
    {"1", "度", "千瓦时", "1"},
    {"1", "KWh", "千瓦时", "1"},
    {"1", "兆瓦", "万千瓦", "0.1"},
    {"8", "万KW", "千瓦", "80000"},
    {"110", "KV", "kV", "110"},
    {"25", "μg/m3", "微克/立方米", "25"},
    {"25", "微克/立方米", "毫克/立方米", "0.025"},
    {"1", "英寸", "厘米", "2.54"},
    {"1", "公里", "米", "1000"},
    {"7.5", "%", "‰", "75"},
    {"7.5", "%", "倍", "0.075"},
    {"3", "成", "%", "30"},
    {"4.8", "倍", "%", "480"},
    {"1", "个百分点", "个千分点", "10"},
    {"25", "个基点", "个百分点", "0.25"},  // a hundredth of a percentage point
    {"2", "里", "公里", "1"},              // 市里 of 1929: 500 m
    {"2", "周", "天", "14"},               // ISO 8601: a week has seven days
    {"1", "天", "小时", "24"},
    {"1", "小时", "分钟", "60"},
    {"1", "年", "个月", "12"},
    {"2", "季度", "月", "6"},
    {"6", "个月", "年", "0.5"},
    {"21.16", "万吨标煤", "吨标准煤", "211600"},
    {"19.5", "万方", "立方米", "195000"},
    {"1", "升", "立方米", "0.001"},
    {"640", "元/年", "元/月", "53.333333333333333"},
    {"1", "元/月", "元/年", "12"},
    {"0.45", "吨标准煤/万元", "千克标准煤/元", "0.045"},
    {"30", "万元/亩", "万元/公顷", "450"},
    {"500", "公斤/亩", "吨/公顷", "7.5"},
    {"12", "人", "名", "12"},
    {"-16.7", "%", "倍", "-0.167"},
    {"0", "亩", "平方米", "0"},
    // no finite decimal: 17 digits, half to even
    {"1", "亩", "平方米", "666.66666666666667"},
    {"-1", "亩", "平方米", "-666.66666666666667"},
    {"2", "亩", "公顷", "0.13333333333333333"},
    {"1", "米", "海里", "0.00053995680345572354"},
    {"100", "元/年", "元/月", "8.3333333333333333"},
};

BOOST_DATA_TEST_CASE(converts_exactly, data::make(conversions), row) {
  const sr::Unit from(row.from);
  const sr::Unit to(row.to);
  const auto value = sr::Decimal::parse(row.value);
  const auto expected = sr::Decimal::parse(row.expected);
  BOOST_TEST(sr::convert(value, from, to) == expected);
  BOOST_TEST(sr::convert(value.to_double(), from, to) == expected.to_double(), boost::test_tools::tolerance(1e-15));
  BOOST_TEST(sr::conversion_factor(from, to).to_double() * sr::conversion_factor(to, from).to_double() == 1.0,
             boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(conversion_factors_are_fractions) {
  BOOST_TEST((sr::conversion_factor(sr::Unit("亿元"), sr::Unit("万元")) == sr::Scale{1, 1, 4}));
  BOOST_TEST((sr::conversion_factor(sr::Unit("亩"), sr::Unit("平方米")) == sr::Scale{2, 3, 3}));
  BOOST_TEST((sr::conversion_factor(sr::Unit("亩"), sr::Unit("亩")) == sr::Scale{1, 1, 0}));
  BOOST_TEST((sr::conversion_factor(sr::Unit("斤"), sr::Unit("公斤")) == sr::Scale{5, 1, -1}));
  BOOST_TEST(sr::conversion_factor(sr::Unit("亩"), sr::Unit("平方米")).to_double() == 2000.0 / 3);
}

BOOST_AUTO_TEST_CASE(conversion_there_and_back) {
  const std::vector<std::vector<const char*>> families = {{"元", "万元", "亿元", "万亿元"},
                                                          {"公里", "米", "毫米", "英寸"},
                                                          {"吨", "斤", "公斤", "微克", "亿吨"},
                                                          {"平方米", "公顷", "平方公里"},
                                                          {"%", "‰", "倍", "成"}};
  for (const auto& family : families) {
    for (const char* from : family) {
      for (const char* to : family) {
        // Decimal both ways where the factor has no denominator but 2 and 5.
        const sr::Scale factor = sr::conversion_factor(sr::Unit(from), sr::Unit(to));
        const sr::Scale back = sr::conversion_factor(sr::Unit(to), sr::Unit(from));
        if (factor.denominator != 1 || back.denominator != 1) continue;
        const auto value = sr::Decimal::parse("-743.28");
        const auto there = sr::convert(value, sr::Unit(from), sr::Unit(to));
        BOOST_TEST_CONTEXT(from << " " << to) BOOST_TEST(sr::convert(there, sr::Unit(to), sr::Unit(from)) == value);
      }
    }
  }
}

struct Incompatible {
  const char* from;
  const char* to;
};
std::ostream& operator<<(std::ostream& out, const Incompatible& row) { return out << row.from << " to " << row.to; }

const Incompatible incompatible[] = {
    {"%", "个百分点"},  {"个百分点", "倍"},   {"家", "个"},          {"元", "美元"}, {"月", "天"},
    {"亿元", "亩"},     {"人", "人次"},       {"人", "位"},          {"岁", "年"},   {"吨", "吨标煤"},
    {"千瓦", "千瓦时"}, {"元", ""},           {"元/月", "元"},       {"%", ""},      {"千伏", "千伏安"},
    {"万吨", "万标箱"}, {"平方米", "立方米"}, {"微克/立方米", "吨"}, {"户", "万家"}, {"季度", "小时"},
    {"番", "倍"},       {"周", "个月"},       {"个基点", "%"},
};

BOOST_DATA_TEST_CASE(incompatible_units_raise_and_are_named, data::make(incompatible), row) {
  const sr::Unit from(row.from);
  const sr::Unit to(row.to);
  BOOST_TEST(!from.is_compatible(to));
  BOOST_TEST(!to.is_compatible(from));
  BOOST_TEST(from != to);
  const auto names_both = [&](const sr::UnitError& error) {
    const std::string message = error.what();
    BOOST_TEST_INFO(message);
    BOOST_TEST(message.find("'" + std::string(row.from) + "'") != std::string::npos);
    BOOST_TEST_INFO(message);
    BOOST_TEST(message.find("'" + std::string(row.to) + "'") != std::string::npos);
    return true;
  };
  BOOST_CHECK_EXCEPTION((void)sr::conversion_factor(from, to), sr::UnitError, names_both);
  BOOST_CHECK_EXCEPTION((void)sr::convert(sr::Decimal(1), from, to), sr::UnitError, names_both);
  BOOST_CHECK_EXCEPTION((void)sr::convert(1.0, from, to), sr::UnitError, names_both);
}

// Products and quotients --------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(dimensions_of_quotients) {
  const auto dimension = [](const sr::Unit& unit) { return sr::to_string(unit.dimension()); };
  BOOST_TEST(dimension(sr::Unit("元") / sr::Unit("人")) == "CNY*人^-1");
  BOOST_TEST(dimension(sr::Unit("元") / sr::Unit("元")) == "1");
  BOOST_TEST(dimension(sr::Unit("亩") / sr::Unit("米")) == "m");
  BOOST_TEST(dimension(sr::Unit("米") * sr::Unit("米")) == "m^2");
  BOOST_TEST(sr::Unit("米") * sr::Unit("米") == sr::Unit("平方米"));
  BOOST_TEST(sr::Unit("亿元") / sr::Unit("万人") == sr::Unit("万元/人"));
  BOOST_TEST(sr::Unit("千瓦") * sr::Unit("小时") == sr::Unit("千瓦时"));
  BOOST_TEST((sr::Unit("亿元") / sr::Unit("万人")).symbol() == "亿元/万人");
  BOOST_TEST((sr::Unit("亿元") / sr::Unit("万人")).magnitude() == 4);
  BOOST_TEST((sr::Unit("亿元") / sr::Unit("万人")).base() == sr::Unit("元/人"));
  BOOST_TEST(sr::Unit("元") / (sr::Unit("元") / sr::Unit("人")) == sr::Unit("人"));
  BOOST_TEST(sr::Unit() / sr::Unit("人") == sr::Unit("/人"));
  BOOST_TEST(sr::Unit("个") / sr::Unit() == sr::Unit("个"));
  BOOST_TEST(sr::Unit("元") / sr::Unit("/人") == sr::Unit("元·人"));
}

BOOST_AUTO_TEST_CASE(products_that_cannot_be_held_raise) {
  const sr::Unit nautical_mile("海里");
  const auto power = [&](int exponent) {
    sr::Unit result;
    while (exponent-- > 0) result = result * nautical_mile;
    return result;
  };
  BOOST_TEST(power(5).scale().numerator > 0);
  BOOST_CHECK_THROW((void)power(6), sr::UnitError);
  const sr::Unit huge("亿亿元");
  BOOST_TEST((huge * huge * huge * huge).magnitude() == 64);
  BOOST_CHECK_THROW((void)(huge * huge * huge * huge * huge), sr::UnitError);
}

BOOST_AUTO_TEST_CASE(symbols_of_products_read_back) {
  const std::vector<std::string> words = {"",    "元", "亿元",  "万人", "人",     "亩", "微克/立方米", "千瓦·小时",
                                          "/人", "万", "元/月", "%",    "万亿斤", "家", "度*米",       "/元/人"};
  const auto read_back = [](const sr::Unit& result) {
    BOOST_TEST_CONTEXT(result) {
      const sr::Unit read(result.symbol());
      BOOST_REQUIRE(read == result);
      BOOST_REQUIRE(read.magnitude() == result.magnitude());
      BOOST_REQUIRE(sr::Unit(result.base().symbol()) == result.base());
    }
  };
  for (const auto& a : words) {
    for (const auto& b : words) {
      BOOST_TEST_CONTEXT("'" << a << "', '" << b << "'") {
        const sr::Unit x(a);
        const sr::Unit y(b);
        for (const sr::Unit& result : {x * y, x / y}) read_back(result);
        BOOST_REQUIRE(x * y == y * x);
        BOOST_REQUIRE(x / y * y == x);
        for (const auto& c : words) {
          BOOST_TEST_CONTEXT("'" << c << "'") {
            const sr::Unit z(c);
            for (const sr::Unit& result : {x * y * z, x / y / z, x / (y / z), x * (y / z), x / (y * z)})
              read_back(result);
            BOOST_REQUIRE(x / (y / z) == x * z / y);
            BOOST_REQUIRE(x / (y * z) == x / y / z);
          }
        }
      }
    }
  }
}

// Identity ----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(equal_units_hash_alike) {
  const std::hash<sr::Unit> hash;
  const auto same = [&](const char* a, const char* b) {
    BOOST_TEST_CONTEXT(a << " and " << b) {
      BOOST_TEST(sr::Unit(a) == sr::Unit(b));
      BOOST_TEST(hash(sr::Unit(a)) == hash(sr::Unit(b)));
    }
  };
  same("平米", "平方米");
  same("名", "人");
  same("％", "%");
  same("KV", "千伏");
  same("μg/m3", "微克/立方米");
  same("µg/m³", "ug/m3");
  same("吨/千克", "百万克/千克");
  same("万元/人", "亿元/万人");
  same("千瓦·小时", "度");
  same("元/人", "元/名");
  same("百分点", "个百分点");
  const auto differ = [&](const char* a, const char* b) {
    BOOST_TEST_CONTEXT(a << " and " << b) {
      BOOST_TEST(sr::Unit(a) != sr::Unit(b));
      BOOST_TEST(hash(sr::Unit(a)) != hash(sr::Unit(b)));
    }
  };
  differ("亿元", "万元");
  differ("元", "美元");
  differ("%", "‰");
  differ("%", "个百分点");
  differ("家", "个");
  differ("亩", "公顷");
  differ("元/人", "人/元");
  differ("米", "平方米");
}

// Threads -----------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(units_work_in_many_threads) {
  const sr::Unit shared("亿元");
  std::vector<int> failures(8, -1);
  std::vector<std::thread> threads;
  for (int& count : failures) {
    threads.emplace_back([&count, &shared] {
      count = 0;
      for (int i = 0; i < 300; ++i) {
        for (const UnitRow& row : unit_rows) {
          const sr::Unit unit(row.text);
          const sr::Unit copy = i % 2 == 0 ? shared : sr::Unit();
          if (unit.magnitude() != row.magnitude || sr::to_string(unit.dimension()) != row.dimension) ++count;
          if ((copy / unit).is_compatible(copy) != unit.dimension().empty()) ++count;
        }
        if (sr::convert(sr::Decimal(i), shared, sr::Unit("万元")) != sr::Decimal(i, 4)) ++count;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const int count : failures) BOOST_TEST(count == 0);
}

BOOST_AUTO_TEST_SUITE_END()
