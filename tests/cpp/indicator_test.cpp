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

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

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

BOOST_AUTO_TEST_SUITE(indicator)

// The catalogue -----------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_catalogue_is_large_and_in_the_order_of_topics) {
  const auto all = sr::catalogue();
  BOOST_TEST(all.size() >= 120u);
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
};

BOOST_DATA_TEST_CASE(finds_by_any_name, data::make(names), row) {
  BOOST_TEST(sr::find_indicator(row.name).id == row.id);
  BOOST_REQUIRE(sr::try_find_indicator(row.name) != nullptr);
  BOOST_TEST((*sr::try_find_indicator(row.name) == sr::find_indicator(row.id)));
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
