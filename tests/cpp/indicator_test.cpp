#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <shengzhou_report/error.hpp>
#include <shengzhou_report/indicator.hpp>

// Behind the headers, which bring it in themselves where they are not compiled.
#include <shengzhou_report/impl/catalogue.hpp>

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(indicator)

namespace {

std::vector<std::string_view> names_of(const sr::Indicator& indicator) {
  std::vector<std::string_view> names = {indicator.id, indicator.name, indicator.name_en};
  const auto aliases = indicator.aliases();
  names.insert(names.end(), aliases.begin(), aliases.end());
  return names;
}

/// A name without what the look-up ignores, by a way of its own: whole substrings removed, ASCII lowered.
std::string plain(std::string_view name) {
  std::string text(name);
  const std::map<std::string, std::string> replaced = {{"“", ""},   {"”", ""},   {"‘", ""}, {"’", ""},  {"《", ""},
                                                       {"》", ""},  {" ", ""},   {"'", ""}, {"\"", ""}, {"（", "("},
                                                       {"）", ")"}, {"，", ","}, {"　", ""}};
  for (const auto& [from, to] : replaced) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
      text.replace(at, from.size(), to);
    }
  }
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// ASCII letters, digits and signs as full-width characters.
std::string full_width(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F) {
      text += c;
    } else {
      const unsigned code = byte + 0xFEE0u;  // U+FF01 .. U+FF5E: three bytes
      text += static_cast<char>(0xE0u | code >> 12);
      text += static_cast<char>(0x80u | (code >> 6 & 0x3Fu));
      text += static_cast<char>(0x80u | (code & 0x3Fu));
    }
  }
  return text;
}

}  // namespace

// The catalogue -----------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_catalogue_is_large_and_in_the_order_of_topics) {
  const auto all = sr::catalogue();
  BOOST_TEST(all.size() >= 700u);
  BOOST_TEST(std::is_sorted(all.begin(), all.end(),
                            [](const sr::Indicator& a, const sr::Indicator& b) { return a.topic < b.topic; }));
  std::set<sr::Topic> topics;
  for (const auto& entry : all) topics.insert(entry.topic);
  BOOST_TEST(topics.size() == static_cast<std::size_t>(sr::Topic::governance) + 1);
}

BOOST_AUTO_TEST_CASE(ids_are_unique_snake_case) {
  std::set<std::string_view> ids;
  for (const auto& entry : sr::catalogue()) {
    BOOST_TEST_CONTEXT(entry.id) {
      BOOST_TEST(ids.insert(entry.id).second);
      BOOST_TEST(!entry.id.empty());
      BOOST_TEST((entry.id.front() >= 'a' && entry.id.front() <= 'z'));
      BOOST_TEST(entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_name_means_two_indicators) {
  std::map<std::string, std::string_view> owner;
  for (const auto& entry : sr::catalogue()) {
    for (const auto name : names_of(entry)) {
      BOOST_TEST(!name.empty(), entry.id);
      const auto [found, fresh] = owner.emplace(plain(name), entry.id);
      // One indicator may say a name twice ("GDP" is the id as well); two may not share one.
      BOOST_TEST(found->second == entry.id, name << " is a name of " << found->second << " and " << entry.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_name_finds_its_entry) {
  for (const auto& entry : sr::catalogue()) {
    for (const auto name : names_of(entry)) {
      for (const std::string& form : {std::string(name), full_width(name), plain(name), "“" + std::string(name) + "”",
                                      " 　" + std::string(name) + "\n", "《" + std::string(name) + "》"}) {
        const sr::Indicator* found = sr::try_find_indicator(form);
        BOOST_REQUIRE_MESSAGE(found != nullptr, form);
        BOOST_REQUIRE_MESSAGE(found->id == entry.id, form << " finds " << found->id << ", not " << entry.id);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(entries_are_consistent) {
  for (const auto& entry : sr::catalogue()) {
    BOOST_TEST_CONTEXT(entry.id) {
      BOOST_CHECK_NO_THROW(sr::Unit{entry.unit});
      const std::string dimension = sr::to_string(sr::Unit(entry.unit).dimension());
      // Prices belong to money, and what has no price grows at none.
      const bool money = dimension == "CNY" || dimension == "USD";
      if (money) BOOST_TEST((entry.level_basis != sr::PriceBasis::none));
      if (entry.level_basis != sr::PriceBasis::none) {
        BOOST_TEST((dimension.find("CNY") != std::string::npos || dimension.find("USD") != std::string::npos));
      }
      BOOST_TEST((entry.level_basis == sr::PriceBasis::none) == (entry.growth_basis == sr::PriceBasis::none));
      if (sr::Unit(entry.unit).is_ratio()) BOOST_TEST((entry.kind == sr::Kind::ratio));
      // No empty alias: "a||b", "|a", "a|".
      for (const auto alias : entry.aliases()) BOOST_TEST(!alias.empty());
      BOOST_TEST(!entry.alias_list.ends_with('|'));
      // The English name is English, the Chinese one is not.
      BOOST_TEST(entry.name_en.find_first_of("\xe3\xe4\xe5\xe6\xe7\xe8\xe9") == std::string_view::npos);
      BOOST_TEST(entry.name.find_first_of("\xe4\xe5\xe6\xe7\xe8\xe9") != std::string_view::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(aliases_come_one_by_one) {
  const auto aliases = sr::find_indicator("gdp").aliases();
  BOOST_TEST((std::find(aliases.begin(), aliases.end(), "生产总值") != aliases.end()));
  BOOST_TEST((std::find(aliases.begin(), aliases.end(), "GRP") != aliases.end()));
  BOOST_TEST(aliases.size() ==
             1 + static_cast<std::size_t>(std::count(sr::find_indicator("gdp").alias_list.begin(),
                                                     sr::find_indicator("gdp").alias_list.end(), '|')));
  sr::Indicator bare = sr::find_indicator("gdp");
  bare.alias_list = "";
  BOOST_TEST(bare.aliases().empty());
}

// Look-up -----------------------------------------------------------------------------------------------------------

struct NameRow {
  const char* name;
  const char* id;
};
std::ostream& operator<<(std::ostream& out, const NameRow& row) { return out << row.name; }

const NameRow names[] = {
    {"gdp", "gdp"},
    {"GDP", "gdp"},
    {"ＧＤＰ", "gdp"},
    {"ｇｄｐ", "gdp"},
    {"生产总值", "gdp"},
    {"“地区生产总值”", "gdp"},
    {" 地区 生产总值", "gdp"},
    {"Gross Regional Product", "gdp"},
    {"grossregionalproduct", "gdp"},
    // names that changed
    {"市场主体", "market_entities"},
    {"经营主体", "market_entities"},
    {"公共财政预算收入", "general_budget_revenue"},
    {"一般预算收入", "general_budget_revenue"},
    {"社零", "retail_sales"},
    {"社消零", "retail_sales"},
    {"规上工业增加值", "industrial_value_added"},
    {"三公经费", "three_public_expenses"},
    {"“三公”经费", "three_public_expenses"},
    {"实际利用外资", "foreign_capital_utilised"},
    {"全社会研发经费支出占GDP比重", "rd_intensity"},
    {"收入倍差", "income_ratio"},
    {"城乡居民收入比", "income_ratio"},
    {"智能工厂(数字化车间)", "smart_factories"},
    {"pm2.5", "pm25"},
    // series with definitions of their own stay apart
    {"农民人均纯收入", "rural_net_income"},
    {"农村居民人均可支配收入", "disposable_income_rural"},
    {"财政收入", "fiscal_revenue"},
    {"财政总收入", "fiscal_revenue_total"},
    {"城镇登记失业率", "unemployment_registered"},
    {"城镇调查失业率", "unemployment_surveyed"},
    {"高技术产业投资", "high_tech_investment_nbs"},
    {"高新技术产业投资", "high_tech_investment"},
    {"城乡居民收入差额", "income_gap"},
    // what reports write in many ways
    {"本市生产总值", "gdp"},
    {"全区生产总值", "gdp"},
    {"地区生产总值（GDP）", "gdp"},
    {"——地区生产总值", "gdp"},
    {"GDP增速", "gdp"},
    {"经济总量", "gdp"},
    {"国民生产总值", "gnp"},
    {"社会总产值", "gross_social_product"},
    {"工农业总产值", "industrial_agricultural_output"},
    {"第一产业占比", "primary_share"},
    {"第二产业增加值占GDP的比重", "secondary_share"},
    {"服务业占地区生产总值比重", "tertiary_share"},
    {"全市规模以上工业企业实现增加值", "industrial_value_added"},
    {"规模以上工业企业实现利润", "industrial_profits"},
    {"全社会研究与试验发展经费支出相当于全市生产总值的比例", "rd_intensity"},
    {"城市居民人均可支配收入", "disposable_income_urban"},
    {"农村常住居民人均可支配收入", "disposable_income_rural"},
    {"农牧民人均纯收入", "rural_net_income"},
    {"地方级财政收入", "general_budget_revenue"},
    {"进出口贸易总额", "exports_imports"},
    {"全社会消费品零售总额", "retail_sales"},
    {"社会商品零售总额", "social_retail_sales"},
    {"赤字率", "deficit_ratio"},
    {"土地出让收入", "land_transfer_revenue"},
    {"招商引资到位资金", "attracted_capital"},
    {"行政成本", "administrative_cost"},
    {"资产负债率", "asset_liability_ratio"},
    {"亏损面", "loss_making_share"},
    {"刑事发案", "criminal_cases"},
    {"能耗强度", "energy_intensity"},
    {"碳排放强度", "carbon_intensity"},
    {"二氧化硫排放量", "so2_emissions"},
    {"氨氮", "ammonia_emissions"},
    {"COD", "cod_emissions"},
    {"空气质量优良天数比例", "good_air_ratio"},
    {"环境空气质量优良率", "good_air_ratio"},
    {"细颗粒物（PM2.5）年均浓度", "pm25"},
    {"医保参保率", "medical_insurance_coverage"},
    {"肉类产量", "meat_output"},
    {"游客人次", "tourist_visits"},
    {"国家高新技术企业总数", "high_tech_firms"},
    {"新增规上企业", "new_above_scale_firms"},
    {"新（改）建农村公路", "rural_roads_built"},
    {"金融机构本外币各项存贷款余额", "deposits_and_loans"},
};

BOOST_DATA_TEST_CASE(finds_by_any_name, data::make(names), row) {
  BOOST_TEST(sr::find_indicator(row.name).id == row.id);
  BOOST_REQUIRE(sr::try_find_indicator(row.name) != nullptr);
  BOOST_TEST((*sr::try_find_indicator(row.name) == sr::find_indicator(row.id)));
}

BOOST_AUTO_TEST_CASE(a_place_before_gdp_asks_for_gdp) {
  for (const char* name : {"甲县生产总值", "甲市地区生产总值", "甲自治州乙市GDP", "“甲旗”生产总值"}) {
    BOOST_TEST(sr::find_indicator(name).id == "gdp", name);
    // Whose figure it is decides where figures are looked up.
    BOOST_TEST(sr::try_find_indicator(name) == nullptr, name);
  }
  for (const char* name : {"园区生产总值", "县生产总值", "甲县农业生产总值", "甲县经济", "甲县"}) {
    BOOST_CHECK_THROW((void)sr::find_indicator(name), sr::LookupError);
  }
}

BOOST_AUTO_TEST_CASE(a_part_or_an_addition_is_not_the_whole) {
  for (const char* name :
       {"国有工业增加值", "园区生产总值", "经济区生产总值", "市区生产总值", "农业生产总值", "园区固定资产投资",
        "民营企业", "经济", "新登记经营主体总量", "净增高新技术企业总数", "规模以上工业", "全市", "比重"}) {
    BOOST_TEST(sr::try_find_indicator(name) == nullptr, name);
  }
  const auto differ = [](const char* a, const char* b) {
    BOOST_TEST(sr::find_indicator(a).id != sr::find_indicator(b).id, a << " and " << b);
  };
  differ("工业增加值", "规模以上工业增加值");
  differ("工业增加值", "工业总产值");
  differ("人均地区生产总值", "地区生产总值");
  differ("海洋生产总值", "地区生产总值");
  differ("县域生产总值", "地区生产总值");
  differ("民营经济增加值", "民营经济增加值占GDP比重");
  differ("家庭农场", "新增家庭农场");
  differ("高新技术企业", "新增高新技术企业");
  differ("财政总收入", "一般公共预算总收入");
  differ("人民币存款余额", "本外币存款余额");
}

BOOST_AUTO_TEST_CASE(codes_are_keys_of_their_own) {
  BOOST_TEST(sr::find_indicator("gdp").code() == "ACCOUNTS.GDP.FLOW.CNY.V");
  BOOST_TEST(sr::find_indicator("pm25").code() == "ENVIRONMENT.PM25.RATIO.UG_M3._Z");
  BOOST_TEST(sr::find_indicator("实际使用外资").code() == "TRADE.FOREIGN_CAPITAL_UTILISED.FLOW.USD.V");
  BOOST_TEST(sr::find_indicator("高新技术企业").code() == "INNOVATION.HIGH_TECH_FIRMS.STOCK.NR._Z");
  BOOST_TEST(sr::find_indicator("全员劳动生产率").code() == "ACCOUNTS.LABOUR_PRODUCTIVITY.FLOW.CNY_PS.Q");
  std::set<std::string> codes;
  for (const auto& entry : sr::catalogue()) {
    const std::string code = entry.code();
    BOOST_TEST(codes.insert(code).second, code);
    BOOST_TEST(std::count(code.begin(), code.end(), '.') == 4, code);
    BOOST_TEST(code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == std::string::npos, code);
  }
}

BOOST_AUTO_TEST_CASE(a_level_has_a_unit_of_its_sort) {
  const auto fits = [](const char* unit, const char* name) {
    return sr::detail::can_measure(sr::Unit(unit), sr::find_indicator(name));
  };
  for (const char* unit : {"亿元", "万美元", "倍", "%", "个百分点", ""}) BOOST_TEST(fits(unit, "gdp"), unit);
  for (const char* unit : {"家", "万吨", "公里"}) BOOST_TEST(!fits(unit, "gdp"), unit);
  for (const char* unit : {"家", "户", "个", "万家"}) BOOST_TEST(fits(unit, "高新技术企业"), unit);
  for (const char* unit : {"亿元", "万平方米"}) BOOST_TEST(!fits(unit, "高新技术企业"), unit);
  BOOST_TEST(fits("亿斤", "粮食总产量"));
  BOOST_TEST(!fits("万亩", "粮食总产量"));
  BOOST_TEST(fits("吨标准煤", "单位GDP能耗"));
  BOOST_TEST(fits("%", "森林覆盖率"));
  BOOST_TEST(!fits("万亩", "森林覆盖率"));
}

BOOST_AUTO_TEST_CASE(facts_of_the_best_known_indicators) {
  const sr::Indicator& gdp = sr::find_indicator("gdp");
  BOOST_TEST(gdp.name == "地区生产总值");
  BOOST_TEST(gdp.unit == "亿元");
  BOOST_TEST((gdp.kind == sr::Kind::flow));
  BOOST_TEST((gdp.level_basis == sr::PriceBasis::current));
  BOOST_TEST((gdp.growth_basis == sr::PriceBasis::constant));
  BOOST_TEST((gdp.direction == sr::Direction::higher));
  BOOST_TEST((sr::find_indicator("社零").growth_basis == sr::PriceBasis::current));
  BOOST_TEST((sr::find_indicator("存贷款余额").kind == sr::Kind::stock));
  BOOST_TEST((sr::find_indicator("城镇调查失业率").direction == sr::Direction::lower));
  BOOST_TEST((sr::find_indicator("城乡居民收入倍差").direction == sr::Direction::lower));
  BOOST_TEST((sr::find_indicator("常住人口").direction == sr::Direction::none));
  for (const char* name :
       {"亏损面", "资产负债率", "城镇登记失业率", "单位GDP能耗", "二氧化硫排放量", "生产安全事故起数", "刑事案件",
        "行政成本", "贫困人口", "审批时限", "PM10平均浓度", "重污染天数"}) {
    BOOST_TEST((sr::find_indicator(name).direction == sr::Direction::lower), name);
  }
}

BOOST_AUTO_TEST_CASE(unknown_names_raise_and_suggest) {
  const auto says = [](const std::string& part) {
    return [part](const sr::LookupError& error) {
      BOOST_TEST_INFO(error.what());
      BOOST_TEST(std::string(error.what()).find(part) != std::string::npos);
      return true;
    };
  };
  BOOST_CHECK_EXCEPTION((void)sr::find_indicator("地区生产总"), sr::LookupError, says("'地区生产总值'"));
  BOOST_CHECK_EXCEPTION((void)sr::find_indicator("地区生产总"), sr::LookupError, says("'地区生产总'"));
  BOOST_CHECK_EXCEPTION((void)sr::find_indicator("retail sale"), sr::LookupError, says("did you mean 'retail sales'"));
  BOOST_CHECK_EXCEPTION((void)sr::find_indicator("城镇调查失业"), sr::LookupError, says("'城镇调查失业率'"));
  for (const std::string& nothing : {std::string(), std::string(" "), std::string("“”"), std::string("xyzzy"),
                                     std::string("\xff\xfe"), std::string(1, '\0'), std::string(100'000, 'z')}) {
    BOOST_TEST(sr::try_find_indicator(nothing) == nullptr);
    BOOST_CHECK_EXCEPTION((void)sr::find_indicator(nothing), sr::LookupError,
                          [](const sr::LookupError& error) { return std::string(error.what()).size() < 600; });
  }
  BOOST_CHECK_EXCEPTION((void)sr::find_indicator("xyzzy"), sr::LookupError, [](const sr::LookupError& error) {
    return std::string(error.what()) == "no indicator is called 'xyzzy'";
  });
}

BOOST_AUTO_TEST_CASE(suggestions_are_near_and_few) {
  BOOST_TEST(sr::suggest_indicators("固定资产投次").front() == "固定资产投资");
  BOOST_TEST(sr::suggest_indicators("固定资产投次").size() == 3u);
  BOOST_TEST(sr::suggest_indicators("固定资产投次", 1).size() == 1u);
  BOOST_TEST(sr::suggest_indicators("固定资产投次", 10).size() == 10u);
  BOOST_TEST(sr::suggest_indicators("固定资产投次", 0).empty());
  BOOST_TEST(sr::suggest_indicators("固定资产投次", -1).empty());
  BOOST_TEST(sr::suggest_indicators("xyzzy").empty());
  const auto many = sr::suggest_indicators("居民人均可支配收入", 50);
  BOOST_TEST(std::set<std::string>(many.begin(), many.end()).size() == many.size());
  BOOST_TEST(many.front() == "居民人均可支配收入");
}

// Identity and text -------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(equality_is_that_of_the_id) {
  const std::hash<sr::Indicator> hash;
  const sr::Indicator copy = sr::find_indicator("gdp");
  BOOST_TEST((copy == sr::find_indicator("生产总值")));
  BOOST_TEST(hash(copy) == hash(sr::find_indicator("生产总值")));
  BOOST_TEST(!(copy == sr::find_indicator("社零")));
  BOOST_TEST(hash(copy) != hash(sr::find_indicator("社零")));
}

BOOST_AUTO_TEST_CASE(names_of_enumerators) {
  BOOST_TEST(sr::to_string(sr::Kind::stock) == std::string("stock"));
  BOOST_TEST(sr::to_string(sr::Kind::flow) == std::string("flow"));
  BOOST_TEST(sr::to_string(sr::Kind::ratio) == std::string("ratio"));
  BOOST_TEST(sr::to_string(sr::PriceBasis::none) == std::string("none"));
  BOOST_TEST(sr::to_string(sr::PriceBasis::current) == std::string("current"));
  BOOST_TEST(sr::to_string(sr::PriceBasis::constant) == std::string("constant"));
  const std::vector<std::string> topics = {"accounts",    "revenue",     "investment", "trade",      "finance",
                                           "incomes",     "prices",      "employment", "innovation", "energy",
                                           "environment", "agriculture", "population", "health",     "education",
                                           "transport",   "enterprises", "governance"};
  for (std::size_t i = 0; i < topics.size(); ++i) {
    BOOST_TEST(sr::to_string(static_cast<sr::Topic>(i)) == topics[i]);
  }
}

BOOST_AUTO_TEST_SUITE_END()
