#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/parse.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(parse)

namespace {

using Lines = std::vector<std::string>;

/// A text and what is expected of it, one line per figure or skipped number.
struct Case {
  std::string text;
  Lines expected;

  friend std::ostream& operator<<(std::ostream& out, const Case& example) { return out << example.text; }
};

/// "税收 growth 5–6%": what a statement says, without when and where.
std::string figure(const sr::Statement& statement) {
  return statement.indicator + " " + sr::to_string(statement.measure) + " " +
         (statement.quantity ? sr::to_string(*statement.quantity) : sr::to_string(statement.trend));
}

Lines figures(const sr::Report& report) {
  Lines lines;
  for (const auto& statement : report) lines.push_back(figure(statement));
  return lines;
}

Lines skipped(const sr::Report& report) {
  Lines lines;
  for (const auto& number : report.skipped()) lines.push_back(number.text + " " + sr::to_string(number.reason));
  return lines;
}

std::string operator*(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (; times > 0; --times) result += text;
  return result;
}

std::string at(const std::string& text, const sr::Span& span) {
  return text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin));
}

std::int64_t code_points(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

/// Digits, points and separators at half width; everything else as it is.
std::string half_width(std::string text) {
  for (int digit = 0; digit < 10; ++digit) {
    const std::string wide = std::string("\xEF\xBC") + static_cast<char>(0x90 + digit);
    for (std::size_t i = text.find(wide); i != std::string::npos; i = text.find(wide)) {
      text.replace(i, wide.size(), 1, static_cast<char>('0' + digit));
    }
  }
  for (std::size_t i = text.find("，"); i != std::string::npos; i = text.find("，")) {
    text.replace(i, std::string_view("，").size(), ",");
  }
  for (std::size_t i = text.find("．"); i != std::string::npos; i = text.find("．")) {
    text.replace(i, std::string_view("．").size(), ".");
  }
  return text;
}

void check_span(const std::string& text, const sr::Span& span) {
  BOOST_REQUIRE(0 <= span.begin);
  BOOST_REQUIRE(span.begin < span.end);
  BOOST_REQUIRE(span.end <= static_cast<std::int64_t>(text.size()));
  const std::string_view view(text);
  BOOST_TEST(code_points(view.substr(0, static_cast<std::size_t>(span.begin))) == span.codepoint_begin);
  BOOST_TEST(code_points(view.substr(0, static_cast<std::size_t>(span.end))) == span.codepoint_end);
}

std::size_t span_end(const sr::Statement& statement) { return static_cast<std::size_t>(statement.span.end); }

/// The place of every figure is its number, and of every skipped number its text.
void check_spans(const std::string& text, const sr::Report& report) {
  for (const auto& statement : report) {
    BOOST_TEST_CONTEXT(statement << " in " << text) {
      if (!statement.quantity) continue;
      check_span(text, statement.span);
      const std::string printed = half_width(at(text, statement.span));
      // 1/4 and 三分之一 are printed in another form than their value, and 是2019年的2.6倍 is growth of 160 %.
      const bool multiple = statement.measure == sr::Measure::growth && text.substr(span_end(statement), 3) == "倍";
      if (multiple || printed.find_first_not_of("0123456789.") != std::string::npos) continue;
      const sr::Decimal value = statement.quantity->value();
      BOOST_TEST((sr::Decimal::parse(printed) == (value < 0 ? -value : value)));
    }
  }
  for (const auto& number : report.skipped()) {
    BOOST_TEST_CONTEXT(number.text << " in " << text) {
      check_span(text, number.span);
      BOOST_TEST(half_width(at(text, number.span)) == half_width(number.text));
    }
  }
}

const std::vector<Case> units = {
    {"钢材产量达到326万吨。", {"钢材产量 level 326万吨"}},
    {"空气优良率达到96.5%。", {"空气优良率 level 96.5%"}},
    {"空气优良率达到96.5％。", {"空气优良率 level 96.5%"}},
    {"人口自然增长率为2.7‰。", {"人口自然增长率 level 2.7‰"}},
    {"服务业占比提高1.3个百分点。", {"服务业比重 change 1.3个百分点"}},
    {"年用电量达到5.6亿千瓦时。", {"年用电量 level 5.6亿千瓦时"}},
    {"养老金标准提高到210元/月。", {"养老金标准 level 210元/月"}},
    {"造林面积达到3.2万亩。", {"造林面积 level 3.2万亩"}},
    {"用地面积达到12平方公里。", {"用地面积 level 12平方公里"}},
    {"进出口总额完成4.5亿美元。", {"进出口总额 level 4.5亿美元"}},
    {"经济总量突破2万亿元。", {"经济总量 level >2万亿元"}},
    {"接待游客215万人次。", {"接待游客 level 215万人次"}},
    {"办理时限压缩至5个工作日。", {"办理时限 level 5个工作日"}},
    {"优良天数达到341天。", {"优良天数 level 341天"}},
    {"人均预期寿命达到81.2岁。", {"人均预期寿命 level 81.2岁"}},
    {"钢材产量达到 326 万吨。", {"钢材产量 level 326万吨"}},
    {"粮食播种面积达到３２．５万亩。", {"粮食播种面积 level 32.5万亩"}},
    {"粮食播种面积达到3２.５万亩。", {"粮食播种面积 level 32.5万亩"}},
    {"校舍面积达到2、3和5万平方米。",
     {"校舍面积 level 2万平方米", "校舍面积 level 3万平方米", "校舍面积 level 5万平方米"}},
};

const std::vector<Case> bounds = {
    {"新建公园不少于12个。", {"新建公园 level ≥12个"}},
    {"到账资金不低于6亿元。", {"到账资金 level ≥6亿元"}},
    {"工业投资突破80亿元。", {"工业投资 level >80亿元"}},
    {"工业投资超80亿元。", {"工业投资 level >80亿元"}},
    {"工业投资超过80亿元。", {"工业投资 level >80亿元"}},
    {"财政支出不超过30亿元。", {"财政支出 level ≤30亿元"}},
    {"误差不到2%。", {"误差 level <2%"}},
    {"失业率低于4%。", {"失业率 level <4%"}},
    {"税收增长近9%。", {"税收 growth ≲9%"}},
    {"税收增长接近9%。", {"税收 growth ≲9%"}},
    {"税收增长约9%。", {"税收 growth ≈9%"}},
    {"税收增长9%左右。", {"税收 growth ≈9%"}},
    {"税收增长9%上下。", {"税收 growth ≈9%"}},
    {"税收增长9%以上。", {"税收 growth ≥9%"}},
    {"新增床位300张以上。", {"新增床位 level ≥300张"}},
    {"失业率控制在5.5%以内。", {"失业率 level ≤5.5%"}},
    {"用水量控制在2亿立方米以下。", {"用水量 level ≤2亿立方米"}},
    {"发放贷款600余笔。", {"发放贷款 level >600笔"}},
    {"惠及群众1.3万多人。", {"惠及群众 level >1.3万人"}},
    {"惠及群众3.6万余人次。", {"惠及群众 level >3.6万人次"}},
    {"节约用水8%。", {"节约用水 level 8%"}},
    {"税收占比达到三分之一。", {"税收比重 level 33.33%"}},
    {"上千名群众参加。", {"群众参加 level ≥1000名"}},
    {"茶叶产业占比超三成。", {"茶叶产业比重 level >3成"}},
    {"民生支出占比保持七成左右。", {"民生支出比重 level ≈7成"}},
    {"工业投资、民间投资分别增长15%、10%以上。", {"工业投资 growth ≥15%", "民间投资 growth ≥10%"}},
    {"存款、贷款余额分别超90亿元、70亿元。", {"存款余额 level >90亿元", "贷款余额 level >70亿元"}},
};

const std::vector<Case> ranges = {
    {"税收增长5-6%。", {"税收 growth 5–6%"}},         {"税收增长5%-6%。", {"税收 growth 5–6%"}},
    {"税收增长5～6%。", {"税收 growth 5–6%"}},        {"税收增长5~6%。", {"税收 growth 5–6%"}},
    {"税收增长5—6%。", {"税收 growth 5–6%"}},         {"税收增长5——6%。", {"税收 growth 5–6%"}},
    {"税收增长5－6%。", {"税收 growth 5–6%"}},        {"税收增长5–6%。", {"税收 growth 5–6%"}},
    {"税收增长5至6%。", {"税收 growth 5–6%"}},        {"税收增长5%至6%。", {"税收 growth 5–6%"}},
    {"税收增长4.5-5%。", {"税收 growth 4.5–5%"}},     {"失业率控制在5%至5.5%。", {"失业率 level 5–5.5%"}},
    {"新增企业8～10家。", {"新增企业 level 8–10家"}}, {"种植茶叶8至10万亩。", {"种植茶叶 level 8–10万亩"}},
};

const std::vector<Case> lists = {
    {"出口、进口分别增长4.1%、2.6%。", {"出口 growth 4.1%", "进口 growth 2.6%"}},
    {"出口和进口分别增长4.1%和2.6%。", {"出口 growth 4.1%", "进口 growth 2.6%"}},
    {"存款、贷款、保费余额分别增长8.1%、7.2%和3.3%。",
     {"存款余额 growth 8.1%", "贷款余额 growth 7.2%", "保费余额 growth 3.3%"}},
    {"合格率、满意率、回访率分别达到91%、92%和93%。", {"合格率 level 91%", "满意率 level 92%", "回访率 level 93%"}},
    {"出口、进口分别完成31.5亿元和12.7亿元，分别增长4.1%、2.6%。",
     {"出口 level 31.5亿元", "进口 level 12.7亿元", "出口 growth 4.1%", "进口 growth 2.6%"}},
    {"城乡居民人均可支配收入分别增长5.2%和6.4%。",
     {"城镇居民人均可支配收入 growth 5.2%", "农村居民人均可支配收入 growth 6.4%"}},
    {"城乡居民人均可支配收入51230元、28760元，增长5.2%、6.4%。",
     {"城镇居民人均可支配收入 level 51230元", "农村居民人均可支配收入 level 28760元",
      "城镇居民人均可支配收入 growth 5.2%", "农村居民人均可支配收入 growth 6.4%"}},
    {"城乡居民人均可支配收入分别为51230元、28760元，分别增长5.2%、6.4%。",
     {"城镇居民人均可支配收入 level 51230元", "农村居民人均可支配收入 level 28760元",
      "城镇居民人均可支配收入 growth 5.2%", "农村居民人均可支配收入 growth 6.4%"}},
    {"城镇、农村居民人均可支配收入分别增长5.2%和6.4%。",
     {"城镇居民人均可支配收入 growth 5.2%", "农村居民人均可支配收入 growth 6.4%"}},
    {"供水可靠率、供电可靠率均达99.9%。", {"供水可靠率 level 99.9%", "供电可靠率 level 99.9%"}},
    {"出口、进口均增长8%。", {"出口 growth 8%", "进口 growth 8%"}},
    {"地区生产总值完成612.4亿元，同比增长6.3%。", {"地区生产总值 level 612.4亿元", "地区生产总值 growth 6.3%"}},
    {"新增养老驿站5家、公共充电桩300个。", {"新增养老驿站 level 5家", "新增公共充电桩 level 300个"}},
    {"新增养老驿站5家、建成口袋公园3个。", {"新增养老驿站 level 5家", "口袋公园 level 3个"}},
    {"税收收入45.7亿元,增长0.6%(剔除退税因素,实际增长10.9%)。",
     {"税收收入 level 45.7亿元", "税收收入 growth 0.6%", "税收收入 growth 10.9%"}},
    {"4个重点园区均增长10%以上。", {"重点园区 growth ≥10%"}},
    {"财政总收入完成48.2亿元，增长3.3%，其中税收收入37.5亿元。",
     {"财政总收入 level 48.2亿元", "财政总收入 growth 3.3%", "税收收入 level 37.5亿元"}},
};

const std::vector<Case> measures = {
    {"贫困发生率降至0.4%。", {"贫困发生率 level 0.4%"}},
    {"贫困发生率下降到0.4%。", {"贫困发生率 level 0.4%"}},
    {"收入倍差缩小到1.92。", {"收入倍差 level 1.92"}},
    {"贫困发生率下降0.4个百分点。", {"贫困发生率 change -0.4个百分点"}},
    {"污水排放量下降12%。", {"污水排放量 growth -12%"}},
    {"行政开支压减5%。", {"行政开支 growth -5%"}},
    {"污水排放量减少3万吨。", {"污水排放量 change -3万吨"}},
    {"优良天数增加20天。", {"优良天数 change 20天"}},
    {"成交额增长4.8倍。", {"成交额 growth 4.8倍"}},
    {"公路里程由320公里增加到355公里。", {"公路里程 level 320公里", "公路里程 level 355公里"}},
    {"贫困发生率由3.1%下降到0.4%。", {"贫困发生率 level 3.1%", "贫困发生率 level 0.4%"}},
    {"空气质量居全省第4位。", {"空气质量 rank 4位"}},
    {"空气质量居全省第4。", {"空气质量 rank 4位"}},
    {"综合考核进入全市前3位。", {"综合考核 rank ≤3位"}},
    {"营收占比达到1/4。", {"营收比重 level 25%"}},
    {"招引10亿元以上项目15个。", {"招引10亿元以上项目 level 15个"}},
    {"500人以上村庄32个。", {"500人以上村庄 level 32个"}},
};

const std::vector<Case> no_figures = {
    {"2029年启用新馆。", {"2029 year"}},
    {"2029年4月18日启用新馆。", {"2029 year", "4 date", "18 date"}},
    {"“246”行动深入实施。", {"246 name"}},
    {"推进“1+5+N”体系建设。", {"1 name", "5 name"}},
    {"推进1+5+N体系建设。", {"1 name", "5 name"}},
    {"建设“15分钟健身圈”。", {"15 name"}},
    {"推进PM2.5治理。", {"2.5 name"}},
    {"依托G60走廊。", {"60 name"}},
    {"入围全国500强。", {"500 name"}},
    {"319国道改建完成。", {"319 road"}},
    {"国道319改建完成。", {"319 road"}},
    {"3号线开工。", {"3 road"}},
    {"1.做强县域商贸。\n2.做优农业。", {"1 mark", "2 mark"}},
    {"做强县域商贸〔7〕。", {"7 mark"}},
    {"做强县域商贸[13]。", {"13 mark"}},
    {"连续3年获评先进。", {"3 duration"}},
    {"庆祝建县50周年。", {"50 duration"}},
    {"第3批项目启动。", {"3 ordinal"}},
    {"打造百亿级产业集群。", {"百亿 class_limit"}},
    {"引进千万元以上项目。", {"千万 class_limit"}},
    {"编号112233445566778899。", {"112233445566778899 too_long"}},
    {"招引10亿元以上项目15个。", {"10 class_limit"}},
    {"上午9:30开幕。", {"9 code", "30 code"}},
};

/// Every sentence of the tables above.
std::vector<std::string> sentences() {
  std::vector<std::string> all;
  for (const auto* table : {&units, &bounds, &ranges, &lists, &measures, &no_figures}) {
    for (const Case& example : *table) all.push_back(example.text);
  }
  return all;
}

/// Paragraphs of random sentences; the same with every standard library.
std::string shuffled(std::uint32_t seed, std::size_t count) {
  static const std::vector<std::string> all = sentences();
  std::mt19937 engine(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += all[engine() % all.size()];
    if (engine() % 3 == 0) text += '\n';
  }
  return text;
}

}  // namespace

// Sentences ---------------------------------------------------------------------------------------------------------

BOOST_DATA_TEST_CASE(units_and_scales, data::make(units), example) {
  BOOST_TEST(figures(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(bounds_before_and_behind, data::make(bounds), example) {
  BOOST_TEST(figures(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(ranges_with_every_dash, data::make(ranges), example) {
  BOOST_TEST(figures(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(several_subjects, data::make(lists), example) {
  BOOST_TEST(figures(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(level_growth_change_rank, data::make(measures), example) {
  BOOST_TEST(figures(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(numbers_that_are_no_figures, data::make(no_figures), example) {
  BOOST_TEST(skipped(sr::parse(example.text)) == example.expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(scope_of_a_rank) {
  BOOST_TEST(sr::parse("空气质量居全省第4位。")[0].scope == "全省");
  BOOST_TEST(sr::parse("综合考核进入全市前3位。")[0].scope == "全市");
  BOOST_TEST(sr::parse("税收增长5%。")[0].scope.empty());
}

BOOST_AUTO_TEST_CASE(a_known_indicator_has_its_id) {
  const sr::Report report = sr::parse("地区生产总值完成612.4亿元，城乡居民人均可支配收入分别增长5.2%和6.4%。");
  BOOST_REQUIRE(report.size() == 3);
  for (const auto& statement : report) BOOST_TEST(statement.catalogued() != nullptr);
  BOOST_TEST(report.select("GDP").size() == 1);
  BOOST_TEST(sr::parse("空气优良率达到96.5%。")[0].quantity->unit() == sr::Unit("%"));
}

// A whole report ----------------------------------------------------------------------------------------------------

namespace {

/// Invented; the lines of a page stand around it.
const char* const whole_report =
    "2031年云岭市政府工作报告\n"
    "各位代表：\n"
    "现在，我代表市人民政府，向大会报告工作。\n"
    "一、2030年工作回顾\n"
    "预计地区生产总值达到612.4亿元，增长6.3%。\n"
    "新建学校5所。\n"
    "（一）产业升级\n"
    "规模以上工业增加值增长7.1%。2029年，造林面积达到3.2万亩。一季度工业用电量增长4%。\n"
    "二、2031年工作安排\n"
    "主要预期目标是：地区生产总值增长6%左右；确保新增就业1.1万人；力争出口增长8%。\n"
    "（一）产业升级\n"
    "新建厂房20万平方米。\n"
    "谢谢大家！\n";

sr::Statement only(const sr::Report& report, const std::string& figure_text) {
  BOOST_TEST_INFO(figure_text);
  const auto found = std::find_if(report.begin(), report.end(),
                                  [&](const auto& statement) { return figure(statement) == figure_text; });
  BOOST_REQUIRE((found != report.end()));
  return *found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(title_and_year) {
  const sr::Report report = sr::parse(whole_report);
  BOOST_TEST(report.info().title == "2031年云岭市政府工作报告");
  BOOST_TEST(report.info().year == 2031);
  BOOST_TEST(report.size() == 10);
}

BOOST_AUTO_TEST_CASE(headings_give_section_status_and_year) {
  const sr::Report report = sr::parse(whole_report);
  const auto school = only(report, "新建学校 level 5所");
  BOOST_TEST(school.section == (Lines{"一、2030年工作回顾"}), boost::test_tools::per_element());
  BOOST_TEST((school.status == sr::Status::outcome));
  BOOST_TEST(school.year == 2030);
  const auto industry = only(report, "规模以上工业增加值 growth 7.1%");
  BOOST_TEST(industry.section == (Lines{"一、2030年工作回顾", "(一)产业升级"}), boost::test_tools::per_element());
  const auto factory = only(report, "新建厂房 level 20万平方米");
  BOOST_TEST(factory.section == (Lines{"二、2031年工作安排", "(一)产业升级"}), boost::test_tools::per_element());
  BOOST_TEST((factory.status == sr::Status::target));
  BOOST_TEST(factory.year == 2031);
  BOOST_TEST(report.info().sections.size() == 4u);
}

BOOST_AUTO_TEST_CASE(estimates_modality_and_time) {
  const sr::Report report = sr::parse(whole_report);
  BOOST_TEST((only(report, "地区生产总值 level 612.4亿元").status == sr::Status::estimate));
  BOOST_TEST((only(report, "地区生产总值 growth 6.3%").status == sr::Status::estimate));
  BOOST_TEST((only(report, "地区生产总值 growth ≈6%").modality == sr::Modality::firm));
  BOOST_TEST((only(report, "新增就业 level 1.1万人").modality == sr::Modality::ensure));
  BOOST_TEST((only(report, "出口 growth 8%").modality == sr::Modality::strive));
  BOOST_TEST(only(report, "造林面积 level 3.2万亩").year == 2029);
  BOOST_TEST((only(report, "工业用电量 growth 4%").period == sr::Period::first_quarter));
  BOOST_TEST((sr::parse("工业产值预计达到90亿元。")[0].status == sr::Status::estimate));
  BOOST_TEST((sr::parse("月均用电量达到1.3亿千瓦时。")[0].period == sr::Period::month_average));
}

// Bytes -------------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_starting_value_is_of_the_year_before_the_span_or_unknown) {
  const auto years = [](const std::string& sentence) {
    std::vector<int> result;
    for (const auto& s : sr::parse("2031年某市政府工作报告\n一、2030年工作回顾\n" + sentence))
      result.push_back(s.year.value_or(0));
    return result;
  };
  BOOST_TEST(years("五年来，税收收入从40亿元增加到60亿元。") == (std::vector{2025, 2030}),
             boost::test_tools::per_element());
  BOOST_TEST(years("税收收入从40亿元增加到60亿元。") == (std::vector{0, 2030}), boost::test_tools::per_element());
  BOOST_TEST(years("五年来，税收收入从2026年的40亿元增加到60亿元。") == (std::vector{2026, 2030}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_an_error_with_their_place) {
  const auto refused_at = [](const std::string& bytes, std::int64_t offset) {
    BOOST_CHECK_EXCEPTION(static_cast<void>(sr::parse(bytes)), sr::ParseError, [&](const sr::ParseError& error) {
      BOOST_TEST(error.offset() == offset);
      return std::string(error.what()).find("GB18030") != std::string::npos;
    });
  };
  refused_at("\xD4\xF6\xB3\xA4", 0);      // 增长 in GBK
  refused_at("产量\xD4\xF6\xB3\xA4", 6);  // the same behind UTF-8
  refused_at("2030\xC4\xEA", 4);          // 年 in GBK
  refused_at("增长5%\xE5\x88", 8);        // cut inside a character
  refused_at("\xC0\xAF", 0);              // overlong
  refused_at("\xED\xA0\x80", 0);          // a surrogate
  refused_at("\xF4\x90\x80\x80", 0);      // beyond U+10FFFF
  refused_at("\xFF\xFE\x9E\x58", 0);      // UTF-16
  refused_at(std::string("产量增长5%。") * 1000 + "\x80", 17000);
}

BOOST_DATA_TEST_CASE(two_points_make_no_number,
                     data::make({"税收增长5-1.2.3%。", "三次产业比为1.2.3:4:5。", "收入比为2.1.3:1。",
                                 "占比2、1.2.3和5个。", "产业1.2.3:4.5.6:7。", "3万家庭2.2.2户。"}),
                     text) {
  BOOST_CHECK_NO_THROW(static_cast<void>(sr::parse(text)));
}

BOOST_AUTO_TEST_CASE(texts_without_figures) {
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("。"), std::string(" \t\r\n　"), std::string(1, '\0'),
        std::string("\xEF\xBB\xBF"), std::string("各位代表"), std::string("名词解释"), std::string("“《（"),
        std::string("”》）"), std::string("年月日"), std::string("一、"), std::string("\U0001F33E")}) {
    const sr::Report report = sr::parse(text);
    BOOST_TEST(report.empty());
    BOOST_TEST(report.skipped().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_number_may_end_the_text) {
  for (const char* text : {"7",      "7.",  "7:", "7%",  "增长7", "增长7%", "第7",  "前7", "7-", "7/", "7万", "2030",
                           "2030年", "7、", "“7", "7余", "1/2",   "1-2",    "1-2%", "[7",  "-7", "+7", "7 ",  "7\n"}) {
    const std::string bytes(text);
    const sr::Report report = sr::parse(bytes);
    BOOST_TEST_CONTEXT(text) BOOST_TEST(report.size() + static_cast<std::int64_t>(report.skipped().size()) >= 1);
    check_spans(bytes, report);
  }
}

// What holds of every text ------------------------------------------------------------------------------------------

BOOST_DATA_TEST_CASE(spans_point_at_the_numbers, data::make(sentences()), text) { check_spans(text, sr::parse(text)); }

BOOST_DATA_TEST_CASE(spans_of_shuffled_sentences, data::xrange(20), seed) {
  const std::string text = shuffled(static_cast<std::uint32_t>(seed), 40);
  const sr::Report report = sr::parse(text);
  check_spans(text, report);
  BOOST_TEST(std::is_sorted(report.begin(), report.end(),
                            [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
  BOOST_TEST(std::is_sorted(report.skipped().begin(), report.skipped().end(),
                            [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
}

BOOST_DATA_TEST_CASE(a_paragraph_before_the_text_shifts_the_spans_alone, data::xrange(10), seed) {
  const std::string text = shuffled(static_cast<std::uint32_t>(seed), 30);
  const std::string prefix = "山清水秀，人勤春早。\n";
  const auto bytes = static_cast<std::int64_t>(prefix.size());
  const std::int64_t points = code_points(prefix);
  const auto moved = [&](const sr::Span& span) {
    return sr::Span{span.begin + bytes, span.end + bytes, span.codepoint_begin + points, span.codepoint_end + points};
  };
  const sr::Report before = sr::parse(text);
  const sr::Report after = sr::parse(prefix + text);
  std::vector<sr::Statement> statements = before.statements();
  for (auto& statement : statements) statement.span = moved(statement.span);
  BOOST_TEST((after.statements() == statements));
  std::vector<sr::Skipped> numbers = before.skipped();
  for (auto& number : numbers) number.span = moved(number.span);
  BOOST_TEST((after.skipped() == numbers));
}

BOOST_DATA_TEST_CASE(no_number_is_lost_in_silence, data::xrange(40), seed) {
  const std::string text = shuffled(static_cast<std::uint32_t>(seed), 25);
  const sr::Report report = sr::parse(text);
  std::vector<bool> seen(text.size() + 1, false);
  const auto mark = [&](const sr::Span& span) { std::fill(seen.begin() + span.begin, seen.begin() + span.end, true); };
  const auto is_digit = [&](std::size_t i) {
    if (i >= text.size()) return false;
    if (text[i] >= '0' && text[i] <= '9') return true;
    return text.compare(i, 2, "\xEF\xBC") == 0 && i + 2 < text.size() &&
           static_cast<unsigned char>(text[i + 2]) - 0x90U < 10;
  };
  for (const auto& statement : report) {
    mark(statement.span);
    if (!statement.quantity || !statement.quantity->upper()) continue;
    // The second end of a range stands behind the first.
    auto i = static_cast<std::size_t>(statement.span.end);
    while (i < text.size() && !is_digit(i)) ++i;
    for (; i < text.size() && (is_digit(i) || text[i] == '.'); ++i) seen[i] = true;
  }
  for (const auto& number : report.skipped()) mark(number.span);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(i) || seen[i]) continue;
    BOOST_ERROR("lost: " << text.substr(i) << "\nin: " << text);
    break;
  }
}

BOOST_AUTO_TEST_CASE(the_same_text_gives_the_same_report) {
  const std::string text = shuffled(7, 60);
  BOOST_TEST((sr::parse(text) == sr::parse(std::string(text))));
}

// Time --------------------------------------------------------------------------------------------------------------

namespace {

/// Time of the processor, which does not count how busy the machine is with others.
double seconds(const std::string& text) {
  const std::clock_t begin = std::clock();
  const sr::Report report = sr::parse(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Between 4 and 16, nearer to the 16 because a longer text meets fresh memory and colder caches.
constexpr double most_growth = 10;

/// How much longer a text of four times the length takes: 4 when time is linear, 16 when it is quadratic. The best of
/// several rounds, more of them when it seems too much: a machine can be slow by chance, and never fast.
double growth(const std::function<std::string(std::size_t)>& text_of) {
  std::size_t length = std::size_t{1} << 13U;
  while (length < (std::size_t{1} << 18U) && seconds(text_of(length)) < 0.005) length *= 2;
  const std::string once = text_of(length);
  const std::string fourfold = text_of(4 * length);
  double short_time = seconds(once);
  double long_time = seconds(fourfold);
  for (int round = 1; round < 3 || (round < 8 && long_time >= most_growth * short_time); ++round) {
    short_time = std::min(short_time, seconds(once));
    long_time = std::min(long_time, seconds(fourfold));
  }
  return long_time / short_time;
}

/// Texts that repeat one piece.
// clang-format off
const std::vector<std::string> hostile_pieces = {
    "7", "7 ", "7-", "7/", "7、", "7万", "7年", "2030年", "7G", "7个", "7%", "1-2个", "1/2、", "7亿元以上", ",",
    "，", "。", "\n", "\n\n", " ", "　", "、", "：", "7，", "7。", "7\n", "分别", "分别7%、8%、", "均", "其中",
    "其中税收5%、", "由7个到", "居全省第1", "前", "前7", "第7", "一季度", "一季度5%", "发展壮大", "甲5乙",
    "产量增长5%收入增长7亿元", "完成5户、", "7个、", "7%、", "甲、乙、", "甲、7个、", "“", "”", "“7", "“7”", "（",
    "）", "（增长7%，", "《〔[", "一、甲\n", "（一）甲5个。\n", "1.甲\n", "各位代表", "各位代表\n", "名词解释",
    "名词解释\n", "工作回顾", "政府工作报告", "政府工作报告\n", "2030年工作回顾\n", "预期目标", "城乡居民", "十",
    "百", "亿", "三分之一", "百分之", "三十五万", "成", "倍", "建成甲，", "建成", "[7]", "〔7〕", "×", "-", "～",
    "\t", "A", "PM2.5",
};
// clang-format on

}  // namespace

BOOST_AUTO_TEST_CASE(time_is_linear_on_real_text) {
  BOOST_TEST(growth([](std::size_t length) {
               const std::string piece = shuffled(1, 200);
               return piece * (length / piece.size() + 1);
             }) < most_growth);
}

BOOST_DATA_TEST_CASE(time_is_linear_on_hostile_text, data::make(hostile_pieces), piece) {
  BOOST_TEST(growth([&](std::size_t length) { return piece * (length / piece.size() + 1); }) < most_growth);
}

BOOST_AUTO_TEST_CASE(time_is_linear_on_nested_and_on_ever_new_words) {
  BOOST_TEST(growth([](std::size_t n) { return std::string_view("“") * (n / 6) + std::string_view("”") * (n / 6); }) <
             most_growth);
  BOOST_TEST(growth([](std::size_t n) {
               return std::string_view("（7") * (n / 7) + std::string_view("）") * (n / 7);
             }) < most_growth);
  for (const std::string end : {"5个，", "5%", "5个、", "、", "。", "\n"}) {
    const auto text_of = [&](std::size_t length) {
      const std::string_view letters = "一丁七万丈三上下不与";
      std::string text;
      for (std::size_t word = 0; text.size() < length; ++word) {
        text += "产量";
        for (std::size_t rest = word; rest > 0; rest /= 10) text += letters.substr(rest % 10 * 3, 3);
        text += end;
      }
      return text;
    };
    BOOST_TEST_CONTEXT(end) BOOST_TEST(growth(text_of) < most_growth);
  }
}

// Real reports ------------------------------------------------------------------------------------------------------

namespace {

/// The project's folder of reports: of the environment, beside the source tree, or above the working directory.
fs::path reports_folder() {
  std::vector<fs::path> candidates;
  if (const char* named = std::getenv("SHENGZHOU_REPORT_SHARED"); named != nullptr) candidates.emplace_back(named);
  candidates.push_back(fs::path(__FILE__).parent_path() / "../../../shared");
  for (const char* above : {"../shared", "../../shared", "../../../shared", "../../../../shared"}) {
    candidates.emplace_back(above);
  }
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (fs::exists(candidate / "reports/shengzhou-2024.txt", ignored)) return candidate / "reports";
  }
  return {};
}

boost::test_tools::assertion_result has_reports(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(!reports_folder().empty());
  if (!result) result.message() << "no reports here: set SHENGZHOU_REPORT_SHARED to the folder that holds reports/";
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(real_reports, *boost::unit_test::precondition(has_reports)) {
  int count = 0;
  for (const auto& entry : fs::directory_iterator(reports_folder())) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    BOOST_TEST_CONTEXT(entry.path().filename().string()) {
      const sr::Report report = sr::parse(text);
      BOOST_TEST(!report.empty());
      BOOST_TEST(report.info().year >= 1978);
      check_spans(text, report);
      ++count;
    }
  }
  BOOST_TEST(count > 0);
}

BOOST_AUTO_TEST_SUITE_END()
