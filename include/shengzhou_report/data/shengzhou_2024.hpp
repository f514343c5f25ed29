#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

#include <shengzhou_report/statement.hpp>

namespace shengzhou_report::data {

/// One figure of a report, or one assertion without a number, as compiled-in text.
struct StatementRow {
  std::string_view indicator;  ///< Chinese name in full, also where the report shortens it
  std::string_view name_en;    ///< English name
  Measure measure;             ///< level, growth, change or rank
  std::string_view value;      ///< as printed, a fall with a minus sign; empty where the statement has no number
  std::string_view unit;       ///< as printed: "亿元"
  Bound bound;
  Modality modality;
  Status status;
  std::int16_t year;  ///< calendar year that the figure refers to
  Period period;
  Trend trend;                        ///< direction of a statement without a number; none for all others
  std::string_view scope;             ///< for ranks: among whom, "全省"
  std::uint8_t section;               ///< index into the table of sections
  std::int32_t start, end;            ///< span of the printed number in the text, in code points
  std::int32_t byte_start, byte_end;  ///< the same span in bytes of UTF-8
};

/// A heading of a report, in our own words.
struct SectionRow {
  std::string_view title;
  std::string_view title_en;
  std::int8_t parent;  ///< index of the section above; -1 for a top one
};

// The government work report of Shengzhou, a county-level city in Zhejiang, for the year 2024: the figures only.
//
// Spans count from the start of the archived page: UTF-8 without a byte order mark, lines ended by LF,
// 12356 code points, 32996 bytes, SHA-256
// 4f56026c7bc2a121299cad54dc50a2123f5f7e813e7c409bb2577aa2d5ad0d93.

// One row a line.
// clang-format off

inline constexpr SectionRow shengzhou_2024_sections[] = {
    {"2023年工作回顾", "review of 2023", -1},  // 0
    {"主要指标", "headline figures", 0},  // 1
    {"发展势头", "growth momentum", 0},  // 2
    {"生活质感", "quality of life", 0},  // 3
    {"治理攻坚", "tackling urban problems", 0},  // 4
    {"改革创新", "reform and innovation", 0},  // 5
    {"城乡面貌", "urban and rural renewal", 0},  // 6
    {"政府效能", "government performance", 0},  // 7
    {"2024年工作思路", "approach for 2024", -1},  // 8
    {"2024年主要工作", "main work of 2024", -1},  // 9
    {"预期目标", "headline targets", 9},  // 10
    {"综合实力", "comprehensive strength", 9},  // 11
    {"创新活力", "innovation", 9},  // 12
    {"改革动力", "reform", 9},  // 13
    {"开放潜力", "openness", 9},  // 14
    {"共富合力", "common prosperity", 9},  // 15
    {"城市魅力", "appeal of the city", 9},  // 16
    {"民生福利", "people's wellbeing", 9},  // 17
    {"政府自身建设", "government self-improvement", -1},  // 18
};

namespace rows {

// Short names for the enumerators, so that a row of the table stays on one line.
inline constexpr auto level = Measure::level, growth = Measure::growth, rank = Measure::rank;
inline constexpr auto exact = Bound::exact, about = Bound::about, at_least = Bound::at_least, more_than = Bound::more_than,
                      at_most = Bound::at_most, nearly = Bound::nearly;
inline constexpr auto firm = Modality::firm, ensure = Modality::ensure, strive = Modality::strive;
inline constexpr auto outcome = Status::outcome, estimate = Status::estimate, target = Status::target;
inline constexpr auto year = Period::year, first_quarter = Period::first_quarter, second_quarter = Period::second_quarter,
                      month_average = Period::month_average;
inline constexpr auto none = Trend::none, falling = Trend::falling, in_step = Trend::in_step;

// Columns: indicator, name_en, measure, value, unit, bound, modality, status, year, period, trend, scope, section,
// start, end, byte_start, byte_end. Ordered by start.
inline constexpr StatementRow shengzhou_2024_statements[] = {
    // 1. 2023年工作回顾 / 主要指标: headline figures
    // The speech came before the year-end accounts: 预计 (expected) opens this paragraph and is read as covering its whole
    // list of accounts, incomes included. The ranks that follow were published and are outcomes.
    {"地区生产总值", "gross regional product", level, "745", "亿元", exact, firm, estimate, 2023, year, none, "", 1, 614, 617, 1305, 1308},
    {"地区生产总值", "gross regional product", growth, "7.5", "%", exact, firm, estimate, 2023, year, none, "", 1, 624, 627, 1327, 1330},
    {"一般公共预算收入", "general public budget revenue", level, "50.81", "亿元", exact, firm, estimate, 2023, year, none, "", 1, 637, 642, 1358, 1363},
    {"一般公共预算收入", "general public budget revenue", growth, "7.5", "%", exact, firm, estimate, 2023, year, none, "", 1, 649, 652, 1382, 1385},
    {"固定资产投资", "investment in fixed assets", level, "286", "亿元", exact, firm, estimate, 2023, year, none, "", 1, 662, 665, 1413, 1416},
    {"固定资产投资", "investment in fixed assets", growth, "8.0", "%", exact, firm, estimate, 2023, year, none, "", 1, 670, 673, 1431, 1434},
    {"社会消费品零售总额", "total retail sales of consumer goods", level, "328", "亿元", exact, firm, estimate, 2023, year, none, "", 1, 685, 688, 1468, 1471},
    {"社会消费品零售总额", "total retail sales of consumer goods", growth, "10.0", "%", exact, firm, estimate, 2023, year, none, "", 1, 693, 697, 1484, 1488},
    {"金融机构存贷款余额", "deposits and loans of financial institutions", level, "2800", "亿元", more_than, firm, estimate, 2023, year, none, "", 1, 710, 714, 1523, 1527},
    {"金融机构存贷款余额", "deposits and loans of financial institutions", growth, "20", "%", exact, firm, estimate, 2023, month_average, none, "", 1, 722, 724, 1549, 1551},
    {"城镇居民人均可支配收入", "per capita disposable income of urban residents", level, "77400", "元", exact, firm, estimate, 2023, year, none, "", 1, 740, 745, 1597, 1602},
    {"农村居民人均可支配收入", "per capita disposable income of rural residents", level, "43200", "元", exact, firm, estimate, 2023, year, none, "", 1, 747, 752, 1608, 1613},
    {"城镇居民人均可支配收入", "per capita disposable income of urban residents", growth, "6.3", "%", exact, firm, estimate, 2023, year, none, "", 1, 758, 761, 1629, 1632},
    {"农村居民人均可支配收入", "per capita disposable income of rural residents", growth, "6.8", "%", exact, firm, estimate, 2023, year, none, "", 1, 763, 766, 1636, 1639},
    {"全国县域综合竞争力百强县市", "national top 100 counties by overall competitiveness", rank, "66", "位", exact, firm, outcome, 2023, year, none, "全国", 1, 784, 786, 1691, 1693},
    {"全国综合实力百强县市", "national top 100 counties by comprehensive strength", rank, "89", "位", exact, firm, outcome, 2023, year, none, "全国", 1, 801, 803, 1736, 1738},
    {"全国投资潜力百强县市", "national top 100 counties by investment potential", rank, "87", "位", exact, firm, outcome, 2023, year, none, "全国", 1, 816, 818, 1777, 1779},
    {"全国县域旅游综合竞争力百强县", "national top 100 counties by tourism competitiveness", rank, "51", "位", exact, firm, outcome, 2023, year, none, "全国", 1, 838, 840, 1837, 1839},

    // 2. 2023年工作回顾 / 发展势头: growth momentum
    {"在谈项目", "projects under negotiation", level, "77", "个", exact, firm, outcome, 2023, year, none, "", 2, 959, 961, 2152, 2154},
    {"在谈项目总投资", "total investment of projects under negotiation", level, "580", "亿元", more_than, firm, outcome, 2023, year, none, "", 2, 967, 970, 2170, 2173},
    {"亿元以上项目签约", "signed projects of 100 million yuan or more", level, "49", "个", exact, firm, outcome, 2023, year, none, "", 2, 983, 985, 2210, 2212},
    {"亿元以上签约项目总投资", "total investment of signed projects of 100 million yuan or more", level, "440", "亿元", more_than, firm, outcome, 2023, year, none, "", 2, 991, 994, 2228, 2231},
    {"省千项万亿工程重大项目", "Thousand-Project Trillion-Yuan projects", level, "16", "个", exact, firm, outcome, 2023, year, none, "", 2, 997, 999, 2240, 2242},
    {"省千项万亿工程重大项目完成投资", "investment completed in Thousand-Project Trillion-Yuan projects", level, "72.2", "亿元", exact, firm, outcome, 2023, year, none, "", 2, 1017, 1021, 2296, 2300},
    {"省千项万亿工程重大项目投资完成率", "investment completion rate of Thousand-Project Trillion-Yuan projects", level, "152.5", "%", exact, firm, outcome, 2023, year, none, "", 2, 1029, 1034, 2322, 2327},
    {"省千项万亿工程重大项目投资完成率", "investment completion rate of Thousand-Project Trillion-Yuan projects", rank, "16", "位", exact, firm, outcome, 2023, year, none, "全省", 2, 1040, 1042, 2341, 2343},
    {"省千项万亿工程重大项目投资完成率", "investment completion rate of Thousand-Project Trillion-Yuan projects", rank, "1", "位", exact, firm, outcome, 2023, year, none, "绍兴", 2, 1046, 1047, 2355, 2356},
    {"新建项目开工率", "construction start rate of new projects", level, "100", "%", exact, firm, outcome, 2023, year, none, "", 2, 1068, 1071, 2419, 2422},
    {"省市县长项目落地率", "landing rate of governor, mayor and county-head projects", level, "100", "%", exact, firm, outcome, 2023, year, none, "", 2, 1068, 1071, 2419, 2422},
    {"新增建设用地", "newly added construction land", level, "2265.6", "亩", exact, firm, outcome, 2023, year, none, "", 2, 1108, 1114, 2527, 2533},
    {"专项债额度", "special-purpose bond quota", level, "42.24", "亿元", exact, firm, outcome, 2023, year, none, "", 2, 1123, 1128, 2558, 2563},
    {"特别国债", "special treasury bonds", level, "5.52", "亿元", exact, firm, outcome, 2023, year, none, "", 2, 1135, 1139, 2584, 2588},
    {"能耗指标", "energy consumption quota", level, "21.16", "万吨标煤", exact, firm, outcome, 2023, year, none, "", 2, 1149, 1154, 2616, 2621},
    {"规上工业总产值", "gross output value of industry above designated size", level, "700", "亿元", more_than, firm, outcome, 2023, year, none, "", 2, 1168, 1171, 2663, 2666},
    {"新能源装备产业平台产值规模", "output value of the new energy equipment platform", level, "300", "亿元", more_than, firm, outcome, 2023, year, none, "", 2, 1229, 1232, 2834, 2837},

    // 3. 2023年工作回顾 / 生活质感: quality of life
    {"中职技能国赛金牌", "gold medals in national vocational skills competitions", level, "3", "金", exact, firm, outcome, 2023, year, none, "", 3, 1410, 1411, 3333, 3334},
    {"新增乐龄中心", "new Leling senior centres", level, "5", "家", exact, firm, outcome, 2023, year, none, "", 3, 1438, 1439, 3411, 3412},
    {"爱心食堂", "caring canteens", level, "50", "个", exact, firm, outcome, 2023, year, none, "", 3, 1449, 1451, 3440, 3442},
    {"托位数", "childcare places", level, "3000", "个", more_than, firm, outcome, 2023, year, none, "", 3, 1475, 1479, 3506, 3510},
    {"村越好声音全网点击量", "online views of the Village Yue Opera voice contest", level, "4000", "万", nearly, firm, outcome, 2023, year, none, "", 3, 1526, 1530, 3645, 3649},

    // 4. 2023年工作回顾 / 治理攻坚: tackling urban problems
    {"提质绿化", "green space upgraded", level, "40", "万平方米", exact, firm, outcome, 2023, year, none, "", 4, 1660, 1662, 4007, 4009},
    {"立面亮化", "facades illuminated", level, "15.5", "万平方米", exact, firm, outcome, 2023, year, none, "", 4, 1671, 1675, 4036, 4040},
    {"口袋公园", "pocket parks", level, "30", "个", exact, firm, outcome, 2023, year, none, "", 4, 1686, 1688, 4071, 4073},
    {"浦口区块拆迁签约用时", "days taken to sign the Pukou block demolition agreements", level, "21", "天", exact, firm, outcome, 2023, year, none, "", 4, 1692, 1694, 4085, 4087},
    {"浦口区块拆迁签约", "Pukou block demolition agreements", level, "521", "户", exact, firm, outcome, 2023, year, none, "", 4, 1701, 1704, 4108, 4111},
    {"浦口区块拆迁签约", "Pukou block demolition agreements", level, "17.2", "万平方米", exact, firm, outcome, 2023, year, none, "", 4, 1706, 1710, 4117, 4121},

    // 5. 2023年工作回顾 / 改革创新: reform and innovation
    {"规上数字经济核心产业制造业增加值增速", "growth of value added of core digital manufacturing", rank, "1", "位", exact, firm, outcome, 2023, year, none, "绍兴", 5, 2032, 2033, 5033, 5034},
    {"规上数字经济核心产业制造业增加值增速", "growth of value added of core digital manufacturing", rank, "5", "位", at_most, firm, outcome, 2023, year, none, "全省", 5, 2037, 2038, 5046, 5047},
    {"新增专精特新小巨人企业", "new specialised and sophisticated Little Giant firms", level, "2", "家", exact, firm, outcome, 2023, year, none, "", 5, 2075, 2076, 5156, 5157},
    {"新增省隐形冠军企业", "new provincial hidden champion firms", level, "1", "家", exact, firm, outcome, 2023, year, none, "", 5, 2085, 2086, 5184, 5185},
    {"新增省企业研究院", "new provincial enterprise research institutes", level, "2", "家", exact, firm, outcome, 2023, year, none, "", 5, 2094, 2095, 5207, 5208},
    {"新增省高新技术企业研发中心", "new provincial high-tech enterprise R&D centres", level, "13", "家", exact, firm, outcome, 2023, year, none, "", 5, 2108, 2110, 5247, 5249},
    {"新增浙江制造标准", "new Zhejiang Made standards", level, "6", "项", exact, firm, outcome, 2023, year, none, "", 5, 2120, 2121, 5277, 5278},
    {"国家级博士后工作站", "national postdoctoral workstations", level, "1", "家", exact, firm, outcome, 2023, year, none, "", 5, 2170, 2171, 5411, 5412},
    {"引进国家级领军人才", "national leading talents recruited", level, "12", "人", exact, firm, outcome, 2023, year, none, "", 5, 2182, 2184, 5443, 5445},
    {"顶格兑现政策资金", "policy funds paid out at the maximum rate", level, "5.99", "亿元", exact, firm, outcome, 2023, year, none, "", 5, 2267, 2271, 5678, 5682},
    {"为企业减负", "burden relief for enterprises", level, "9.7", "亿元", exact, firm, outcome, 2023, year, none, "", 5, 2279, 2282, 5706, 5709},
    {"现场签约产业项目", "projects signed at the Yue entrepreneurs' conference", level, "19", "个", exact, firm, outcome, 2023, year, none, "", 5, 2495, 2497, 6320, 6322},
    {"现场签约产业项目总投资", "total investment of projects signed at the Yue entrepreneurs' conference", level, "240", "亿元", more_than, firm, outcome, 2023, year, none, "", 5, 2503, 2506, 6338, 6341},
    {"引导投资", "investment guided to partner regions", level, "3", "亿元", more_than, firm, outcome, 2023, year, none, "", 5, 2687, 2688, 6864, 6865},

    // 6. 2023年工作回顾 / 城乡面貌: urban and rural renewal
    {"老旧小区提升改造处置面积", "area treated in the renovation of old residential communities", level, "29.55", "万平方米", exact, firm, outcome, 2023, year, none, "", 6, 2929, 2934, 7556, 7561},
    {"恢复耕地功能", "farmland restored to cultivation", level, "5", "万亩", exact, firm, outcome, 2023, year, none, "", 6, 2969, 2970, 7664, 7665},
    {"百千亩方集中连片耕地", "contiguous farmland of the hundred- and thousand-mu scheme", level, "2.4", "万亩", exact, firm, outcome, 2023, year, none, "", 6, 2987, 2990, 7714, 7717},
    {"提升粮功区", "grain production functional zones upgraded", level, "1", "万亩", exact, firm, outcome, 2023, year, none, "", 6, 2998, 2999, 7739, 7740},
    {"新增高标准农田", "new high-standard farmland", level, "1", "万亩", exact, firm, outcome, 2023, year, none, "", 6, 3009, 3010, 7770, 7771},
    {"行政村集体经营性收入", "collective operating income of administrative villages", level, "50", "万元", more_than, firm, outcome, 2023, year, none, "", 6, 3223, 3225, 8402, 8404},
    // Printed as the fraction 1/4, which the span covers whole; stated in percent so that it is a share like the others.
    {"集体经营性收入100万元以上行政村占比", "share of villages with collective income of 1 million yuan or more", level, "25", "%", exact, firm, outcome, 2023, year, none, "", 6, 3230, 3233, 8417, 8420},
    {"氧气BAOBAO音乐节微博话题点击量", "Weibo topic views of the Oxygen BAOBAO music festival", level, "2.1", "亿", more_than, firm, outcome, 2023, year, none, "", 6, 3327, 3330, 8668, 8671},

    // 7. 2023年工作回顾 / 政府效能: government performance
    {"排查企业", "enterprises inspected", level, "2.3", "万家", exact, firm, outcome, 2023, year, none, "", 7, 3582, 3585, 9391, 9394},
    {"整改问题隐患", "safety hazards rectified", level, "3.3", "万个", exact, firm, outcome, 2023, year, none, "", 7, 3605, 3608, 9452, 9455},
    {"安全生产事故", "work safety accidents", growth, "-16.7", "%", exact, firm, outcome, 2023, year, none, "", 7, 3626, 3630, 9507, 9511},
    {"安全生产死亡人数", "work safety deaths", growth, "-25", "%", exact, firm, outcome, 2023, year, none, "", 7, 3632, 3634, 9515, 9517},
    {"赋权乡镇(街道)办案总数", "cases handled by empowered townships and subdistricts", growth, "4.8", "倍", exact, firm, outcome, 2023, year, none, "", 7, 3740, 3743, 9809, 9812},
    {"平均办案时长", "average case handling time", growth, "-41.5", "%", exact, firm, outcome, 2023, year, none, "", 7, 3753, 3757, 9842, 9846},
    {"人大代表建议", "suggestions of people's congress deputies", level, "197", "件", exact, firm, outcome, 2023, year, none, "", 7, 3935, 3938, 10368, 10371},
    {"政协提案", "proposals of the political consultative conference", level, "190", "件", exact, firm, outcome, 2023, year, none, "", 7, 3944, 3947, 10389, 10392},
    {"一审行政诉讼案件败诉率", "loss rate in first-instance administrative litigation", level, "2.7", "%", exact, firm, outcome, 2023, year, none, "", 7, 3973, 3976, 10468, 10471},
    {"三公经费", "spending on official overseas trips, vehicles and receptions", growth, "-10", "%", exact, firm, outcome, 2023, year, none, "", 7, 4006, 4008, 10555, 10557},
    {"财政民生投入资金占比", "share of fiscal spending on people's livelihood", level, "77.8", "%", exact, firm, outcome, 2023, year, none, "", 7, 4033, 4037, 10628, 10632},

    // 10. 2024年主要工作 / 预期目标: headline targets
    {"地区生产总值", "gross regional product", growth, "7.0", "%", about, firm, target, 2024, year, none, "", 10, 5816, 5819, 15553, 15556},
    {"一般公共预算收入", "general public budget revenue", growth, "8.0", "%", at_least, firm, target, 2024, year, none, "", 10, 5833, 5836, 15594, 15597},
    {"固定资产投资", "investment in fixed assets", growth, "8.0", "%", at_least, firm, target, 2024, year, none, "", 10, 5848, 5851, 15629, 15632},
    {"规上工业增加值", "value added of industry above designated size", growth, "12", "%", at_least, firm, target, 2024, year, none, "", 10, 5864, 5866, 15667, 15669},
    {"社会消费品零售总额", "total retail sales of consumer goods", growth, "10", "%", at_least, firm, target, 2024, year, none, "", 10, 5881, 5883, 15710, 15712},
    {"全社会研发经费支出占GDP比重", "R&D expenditure as a share of GDP", level, "2.65", "%", at_least, firm, target, 2024, year, none, "", 10, 5903, 5907, 15762, 15766},
    // Two targets without a number; the spans cover the words that state the direction.
    {"城乡居民人均可支配收入", "per capita disposable income of urban and rural residents", growth, "", "", exact, firm, target, 2024, year, in_step, "", 10, 5922, 5929, 15807, 15828},
    {"城乡居民收入倍差", "urban-rural income ratio", level, "", "", exact, firm, target, 2024, year, falling, "", 10, 5935, 5939, 15844, 15856},

    // 11. 2024年主要工作 / 综合实力: comprehensive strength
    {"工业投资", "industrial investment", growth, "15", "%", at_least, strive, target, 2024, year, none, "", 11, 6141, 6143, 16414, 16416},
    {"制造业投资", "manufacturing investment", growth, "10", "%", at_least, strive, target, 2024, year, none, "", 11, 6145, 6147, 16420, 16422},
    {"集成智能厨具产业园产值", "output value of the integrated smart kitchenware industrial park", level, "300", "亿元", more_than, strive, target, 2024, year, none, "", 11, 6309, 6312, 16892, 16895},
    {"小升规", "small firms grown to above designated size", level, "60", "家", exact, firm, target, 2024, year, none, "", 11, 6396, 6398, 17125, 17127},
    {"下升上", "firms raised from below to above the designated threshold", level, "50", "家", exact, firm, target, 2024, year, none, "", 11, 6405, 6407, 17148, 17150},
    {"产值10亿元以上企业", "enterprises with output value of 1 billion yuan or more", level, "10", "家", exact, firm, target, 2024, year, none, "", 11, 6421, 6423, 17186, 17188},
    {"新增上市公司", "newly listed companies", level, "1", "家", exact, strive, target, 2024, year, none, "", 11, 6433, 6434, 17216, 17217},
    {"规上工业亩均税收", "tax revenue per mu of industry above designated size", growth, "10", "%", at_least, firm, target, 2024, year, none, "", 11, 6446, 6448, 17251, 17253},
    {"新增国家级小巨人企业", "new national Little Giant firms", level, "2", "家", exact, firm, target, 2024, year, none, "", 11, 6483, 6484, 17350, 17351},
    {"一级建筑企业", "first-grade construction enterprises", level, "1", "家", exact, firm, target, 2024, year, none, "", 11, 6542, 6543, 17517, 17518},
    {"建筑业省内产值", "construction output value within the province", growth, "10", "%", at_least, firm, target, 2024, year, none, "", 11, 6554, 6556, 17549, 17551},
    {"装配式建筑占新建建筑比例", "share of prefabricated buildings in new buildings", level, "30", "%", at_least, firm, target, 2024, year, none, "", 11, 6573, 6575, 17598, 17600},
    {"招引亿元以上项目", "projects of 100 million yuan or more attracted", level, "50", "个", at_least, firm, target, 2024, year, none, "", 11, 6700, 6702, 17943, 17945},
    {"招引10亿元以上项目", "projects of 1 billion yuan or more attracted", level, "15", "个", exact, firm, target, 2024, year, none, "", 11, 6716, 6718, 17981, 17983},
    {"招引20亿元以上项目", "projects of 2 billion yuan or more attracted", level, "5", "个", exact, firm, target, 2024, year, none, "", 11, 6728, 6729, 18009, 18010},
    {"招引50亿元以上项目", "projects of 5 billion yuan or more attracted", level, "3", "个", at_least, firm, target, 2024, year, none, "", 11, 6739, 6740, 18036, 18037},
    {"招引100亿元以上项目", "projects of 10 billion yuan or more attracted", level, "1", "个", exact, firm, target, 2024, year, none, "", 11, 6753, 6754, 18070, 18071},
    {"新建项目开工率", "construction start rate of new projects", level, "35", "%", exact, firm, target, 2024, first_quarter, none, "", 11, 6785, 6787, 18160, 18162},
    {"新建项目开工率", "construction start rate of new projects", level, "90", "%", exact, firm, target, 2024, second_quarter, none, "", 11, 6793, 6795, 18178, 18180},
    {"结构性指标", "structural indicators (each of four)", growth, "10", "%", at_least, strive, target, 2024, year, none, "", 11, 6818, 6820, 18243, 18245},
    {"储备项目", "projects in reserve", level, "80", "个", at_least, firm, target, 2024, year, none, "", 11, 6890, 6892, 18437, 18439},
    {"储备10亿元以上项目", "projects of 1 billion yuan or more in reserve", level, "5", "个", exact, firm, target, 2024, year, none, "", 11, 6906, 6907, 18475, 18476},
    {"储备5亿元以上项目", "projects of 500 million yuan or more in reserve", level, "10", "个", at_least, firm, target, 2024, year, none, "", 11, 6916, 6918, 18501, 18503},
    {"省千项万亿工程重大项目", "Thousand-Project Trillion-Yuan projects", level, "10", "个", at_least, firm, target, 2024, year, none, "", 11, 6950, 6952, 18597, 18599},

    // 12. 2024年主要工作 / 创新活力: innovation
    {"长三角协同发展产业园总工程量", "works completed of the Yangtze Delta coordinated industrial park", level, "30", "%", at_least, firm, target, 2024, year, none, "", 12, 7115, 7117, 19046, 19048},
    {"高新技术产业投资", "investment in high-tech industries", growth, "15", "%", at_least, strive, target, 2024, year, none, "", 12, 7133, 7135, 19092, 19094},
    {"规上工业研发投入", "R&D input of industry above designated size", growth, "10", "%", at_least, strive, target, 2024, year, none, "", 12, 7151, 7153, 19138, 19140},
    {"省级以上重大项目", "major projects at provincial level or above", level, "2", "项", exact, strive, target, 2024, year, none, "", 12, 7187, 7188, 19238, 19239},
    {"省315重大创新成果", "provincial 315 major innovation achievements", level, "1", "项", at_least, firm, target, 2024, year, none, "", 12, 7210, 7211, 19297, 19298},
    {"省科技奖", "provincial science and technology awards", level, "1", "项", at_least, firm, target, 2024, year, none, "", 12, 7210, 7211, 19297, 19298},
    {"新认定高新技术企业", "newly certified high-tech enterprises", level, "50", "家", exact, firm, target, 2024, year, none, "", 12, 7278, 7280, 19479, 19481},
    {"新认定创新型中小企业", "newly certified innovative SMEs", level, "50", "家", exact, firm, target, 2024, year, none, "", 12, 7289, 7291, 19508, 19510},
    {"新认定科技型中小企业", "newly certified technology-based SMEs", level, "145", "家", at_least, firm, target, 2024, year, none, "", 12, 7300, 7303, 19537, 19540},
    {"新认定省级企业研究院、高新技术企业研发中心", "newly certified provincial enterprise R&D institutes and centres", level, "10", "家", at_least, firm, target, 2024, year, none, "", 12, 7341, 7343, 19652, 19654},
    {"省首台套项目", "provincial first-set equipment projects", level, "2", "个", exact, firm, target, 2024, year, none, "", 12, 7368, 7369, 19727, 19728},
    {"中小企业数字化改造", "digital transformation of SMEs", level, "100", "家", exact, firm, target, 2024, year, none, "", 12, 7382, 7385, 19765, 19768},
    {"新增智能工厂(数字化车间)", "new smart factories (digital workshops)", level, "10", "家", exact, firm, target, 2024, year, none, "", 12, 7400, 7402, 19807, 19809},
    {"未来工厂", "Future Factories", level, "1", "家", exact, strive, target, 2024, year, none, "", 12, 7410, 7411, 19831, 19832},
    {"技改投资", "investment in technological upgrading", growth, "8", "%", at_least, firm, target, 2024, year, none, "", 12, 7421, 7422, 19862, 19863},
    {"数字经济核心产业增加值", "value added of core industries of the digital economy", growth, "20", "%", at_least, firm, target, 2024, year, none, "", 12, 7439, 7441, 19910, 19912},
    {"国家级领军人才", "national leading talents", level, "15", "人", at_least, firm, target, 2024, year, none, "", 12, 7505, 7507, 20082, 20084},
    {"省级领军人才", "provincial leading talents", level, "10", "人", at_least, firm, target, 2024, year, none, "", 12, 7517, 7519, 20114, 20116},
    {"名士之乡英才计划项目", "Home of Eminent Scholars talent programme projects", level, "20", "个", at_least, firm, target, 2024, year, none, "", 12, 7537, 7539, 20170, 20172},
    {"百企高校行、院校嵊州行等活动", "university-enterprise exchange events", level, "10", "场", at_least, firm, target, 2024, year, none, "", 12, 7609, 7611, 20376, 20378},
    {"新增博士后工作站", "new postdoctoral workstations", level, "1", "家", exact, firm, target, 2024, year, none, "", 12, 7623, 7624, 20412, 20413},
    {"新增剡青e站", "new Shanqing e-stations", level, "3", "个", exact, firm, target, 2024, year, none, "", 12, 7632, 7633, 20435, 20436},
    {"引进大学生", "college students recruited", level, "10000", "人", exact, firm, target, 2024, year, none, "", 12, 7640, 7645, 20455, 20460},
    {"引进博士", "doctorate holders recruited", level, "100", "人", at_least, firm, target, 2024, year, none, "", 12, 7649, 7652, 20472, 20475},

    // 13. 2024年主要工作 / 改革动力: reform
    {"为市场经营主体减负", "burden relief for market entities", level, "10", "亿元", at_least, firm, target, 2024, year, none, "", 13, 7773, 7775, 20782, 20784},
    {"营商指数", "business environment index", rank, "30", "位", at_most, strive, target, 2024, year, none, "全省", 13, 7843, 7845, 20972, 20974},
    {"存贷款规模", "total deposits and loans", level, "3000", "亿元", more_than, strive, target, 2024, year, none, "", 13, 7866, 7870, 21035, 21039},
    {"市属国企营收", "operating revenue of city-owned state enterprises", level, "40", "亿元", at_least, firm, target, 2024, year, none, "", 13, 7928, 7930, 21181, 21183},
    {"盘活存量用地", "idle land put back into use", level, "800", "亩", exact, firm, target, 2024, year, none, "", 13, 8104, 8107, 21673, 21676},
    {"低效用地再开发", "redevelopment of inefficiently used land", level, "500", "亩", exact, firm, target, 2024, year, none, "", 13, 8116, 8119, 21703, 21706},
    {"新增能耗指标", "newly added energy consumption quota", level, "10", "万吨标煤", at_least, firm, target, 2024, year, none, "", 13, 8127, 8129, 21728, 21730},
    {"储备专项债项目", "special-purpose bond projects in reserve", level, "130", "亿元", exact, firm, target, 2024, year, none, "", 13, 8172, 8175, 21855, 21858},
    {"新增建设用地指标", "newly added construction land quota", level, "1000", "亩", at_least, strive, target, 2024, year, none, "", 13, 8188, 8192, 21895, 21899},
    {"出让土地", "land granted", level, "2000", "亩", at_least, firm, target, 2024, year, none, "", 13, 8226, 8230, 21999, 22003},

    // 14. 2024年主要工作 / 开放潜力: openness
    {"请进来走出去系列活动", "inviting-in and going-out events", level, "20", "场", at_least, firm, target, 2024, year, none, "", 14, 8332, 8334, 22271, 22273},
    {"招引亿元以上乡贤项目", "projects of 100 million yuan or more attracted from hometown entrepreneurs", level, "15", "个", exact, firm, target, 2024, year, none, "", 14, 8348, 8350, 22313, 22315},
    {"引进市外境内资金", "domestic capital attracted from outside the city", level, "55", "亿元", at_least, firm, target, 2024, year, none, "", 14, 8360, 8362, 22343, 22345},
    {"组织企业参展拓市", "enterprise participations in trade fairs", level, "250", "家次", at_least, firm, target, 2024, year, none, "", 14, 8395, 8398, 22442, 22445},
    {"外贸出口", "exports", growth, "10", "%", at_least, firm, target, 2024, year, none, "", 14, 8409, 8411, 22476, 22478},
    {"实际利用外资", "foreign capital actually utilized", level, "8000", "万美元", at_least, firm, target, 2024, year, none, "", 14, 8421, 8425, 22504, 22508},
    {"引进跨境电商企业", "cross-border e-commerce enterprises attracted", level, "5", "家", at_least, firm, target, 2024, year, none, "", 14, 8460, 8461, 22609, 22610},
    {"网络零售额", "online retail sales", level, "120", "亿元", at_least, strive, target, 2024, year, none, "", 14, 8473, 8476, 22644, 22647},
    {"金庭互通工程量", "works completed of the Jinting interchange", level, "80", "%", at_least, firm, target, 2024, year, none, "", 14, 8750, 8752, 23405, 23407},
    {"规上物流企业", "logistics enterprises above designated size", level, "4", "家", exact, firm, target, 2024, year, none, "", 14, 8843, 8844, 23660, 23661},

    // 15. 2024年主要工作 / 共富合力: common prosperity
    {"高标准农田", "high-standard farmland", level, "7000", "亩", exact, firm, target, 2024, year, none, "", 15, 8976, 8980, 24007, 24011},
    {"粮食播种面积", "sown area of grain crops", level, "30", "万亩", exact, ensure, target, 2024, year, none, "", 15, 8993, 8995, 24048, 24050},
    {"粮食总产量", "output of grain", level, "12.3", "万吨", at_least, ensure, target, 2024, year, none, "", 15, 9004, 9008, 24077, 24081},
    {"新增农业数字工厂", "new digital farm factories", level, "2", "家", exact, firm, target, 2024, year, none, "", 15, 9047, 9048, 24194, 24195},
    {"省级全程机械化应用基地", "provincial whole-process mechanisation bases", level, "2", "个", exact, strive, target, 2024, year, none, "", 15, 9063, 9064, 24238, 24239},
    {"农机创新试验基地", "farm machinery innovation test bases", level, "1", "个", exact, strive, target, 2024, year, none, "", 15, 9074, 9075, 24269, 24270},
    {"示范性村庄规划", "demonstration village plans", level, "15", "个", at_least, firm, target, 2024, year, none, "", 15, 9113, 9115, 24366, 24368},
    {"省级未来乡村", "provincial Future Villages", level, "4", "个", exact, strive, target, 2024, year, none, "", 15, 9127, 9128, 24402, 24403},
    {"和美越乡示范村", "Harmonious Yue Countryside demonstration villages", level, "6", "个", exact, strive, target, 2024, year, none, "", 15, 9141, 9142, 24442, 24443},
    {"创标规模水厂", "standardised large-scale waterworks", level, "10", "座", exact, firm, target, 2024, year, none, "", 15, 9208, 9210, 24631, 24633},
    {"城乡大口径管网", "large-diameter urban-rural water mains", level, "200", "公里", exact, firm, target, 2024, year, none, "", 15, 9223, 9226, 24670, 24673},
    {"改扩建农村公路", "rural roads rebuilt or extended", level, "44", "公里", exact, firm, target, 2024, year, none, "", 15, 9267, 9269, 24786, 24788},
    {"大中修农村公路", "rural roads under major or medium repair", level, "120", "公里", exact, firm, target, 2024, year, none, "", 15, 9275, 9278, 24806, 24809},
    {"小吃企业上规", "snack enterprises reaching designated size", level, "10", "家", at_least, strive, target, 2024, year, none, "", 15, 9413, 9415, 25180, 25182},
    {"小吃市内产值", "output value of the snack industry within the city", level, "50", "亿元", more_than, strive, target, 2024, year, none, "", 15, 9424, 9426, 25207, 25209},
    {"星级共富工坊", "star-rated Common Prosperity workshops", level, "50", "个", at_least, firm, target, 2024, year, none, "", 15, 9450, 9452, 25279, 25281},
    {"经营性收入超100万元行政村占比", "share of villages with operating income over 1 million yuan", level, "35", "%", at_least, strive, target, 2024, year, none, "", 15, 9458, 9460, 25297, 25299},
    {"低收入农户人均可支配收入", "per capita disposable income of low-income rural households", growth, "10", "%", at_least, firm, target, 2024, year, none, "", 15, 9495, 9497, 25394, 25396},

    // 16. 2024年主要工作 / 城市魅力: appeal of the city
    {"引进高端品牌民宿", "high-end brand guesthouses attracted", level, "2", "家", at_least, firm, target, 2024, year, none, "", 16, 9836, 9837, 26327, 26328},
    {"县控及以上断面水质Ⅰ-Ⅲ类比例", "share of monitored river sections with class I-III water quality", level, "100", "%", exact, firm, target, 2024, year, none, "", 16, 10107, 10110, 27090, 27093},
    {"功能区达标率", "compliance rate of water function zones", level, "100", "%", exact, firm, target, 2024, year, none, "", 16, 10107, 10110, 27090, 27093},
    {"新增光伏", "new photovoltaic capacity", level, "8", "万KW", exact, firm, target, 2024, year, none, "", 16, 10139, 10140, 27174, 27175},
    {"新增公共充电桩", "new public charging piles", level, "500", "个", at_least, firm, target, 2024, year, none, "", 16, 10149, 10152, 27198, 27201},
    {"提升改造老旧小区", "old residential communities renovated", level, "15", "个", at_least, firm, target, 2024, year, none, "", 16, 10356, 10358, 27761, 27763},
    {"省级风貌样板区", "provincial townscape model areas", level, "2", "个", at_least, firm, target, 2024, year, none, "", 16, 10387, 10388, 27846, 27847},
    {"宁静小区", "Quiet Residential Communities", level, "3", "个", at_least, firm, target, 2024, year, none, "", 16, 10409, 10410, 27908, 27909},

    // 17. 2024年主要工作 / 民生福利: people's wellbeing
    {"新增乐龄中心", "new Leling senior centres", level, "4", "家", exact, firm, target, 2024, year, none, "", 17, 10682, 10683, 28661, 28662},
    {"新增爱心食堂", "new caring canteens", level, "30", "家", exact, firm, target, 2024, year, none, "", 17, 10691, 10693, 28686, 28688},
    {"未来社区", "Future Communities", level, "6", "个", exact, firm, target, 2024, year, none, "", 17, 10701, 10702, 28710, 28711},
    {"示范型四中心", "model Four Centres", level, "10", "个", at_least, firm, target, 2024, year, none, "", 17, 10712, 10714, 28741, 28743},
    {"全国示范性老年友好型社区", "national model senior-friendly communities", level, "2", "个", exact, firm, target, 2024, year, none, "", 17, 10732, 10733, 28795, 28796},
    {"公办托育资源占比", "public share of childcare resources", level, "50", "%", at_least, firm, target, 2024, year, none, "", 17, 10744, 10746, 28827, 28829},
    {"新增城镇就业", "new urban employment", level, "8000", "人", at_least, firm, target, 2024, year, none, "", 17, 10803, 10807, 28980, 28984},
    {"城镇调查失业率", "surveyed urban unemployment rate", level, "5", "%", at_most, firm, target, 2024, year, none, "", 17, 10821, 10822, 29024, 29025},
    {"困难群众综合保障率", "comprehensive coverage rate of people in difficulty", level, "90", "%", at_least, ensure, target, 2024, year, none, "", 17, 10852, 10854, 29111, 29113},
    {"信访初访件化解率", "resolution rate of first-time petitions", level, "95", "%", at_least, strive, target, 2024, year, none, "", 17, 11168, 11170, 30003, 30005},
    {"积案承诺息访率", "settlement rate of long-pending petition cases", level, "90", "%", at_least, strive, target, 2024, year, none, "", 17, 11181, 11183, 30036, 30038},
};

}  // namespace rows

// clang-format on

using rows::shengzhou_2024_statements;

static_assert(std::size(shengzhou_2024_sections) == 19);
static_assert(std::size(shengzhou_2024_statements) == 192);

}  // namespace shengzhou_report::data
