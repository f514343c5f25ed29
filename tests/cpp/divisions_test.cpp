#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <shengzhou_report/divisions.hpp>
#include <shengzhou_report/error.hpp>

#include "support.hpp"

namespace sr = shengzhou_report;
namespace data = boost::unit_test::data;

namespace {

/// A division as announcements of the State Council, the Ministry of Civil Affairs and provinces name it.
struct Known {
  const char* name;
  int year;
  const char* printed;
  int first;
  int last;  ///< 0: it holds
};
std::ostream& operator<<(std::ostream& out, const Known& known) { return out << known.name << ' ' << known.year; }

const Known known_divisions[] = {
    // 嵊县 became 嵊州市 in 1995, 绍兴地区 a city in 1983.
    {"嵊州市", 2024, "330683 浙江省绍兴市嵊州市", 1995, 0},
    {"嵊县", 1994, "330623 浙江省绍兴市嵊县", 1983, 1994},
    {"嵊县", 1981, "332323 浙江省绍兴地区嵊县", 1980, 1982},
    // 海南 became a province in 1988, 重庆 a municipality in 1997.
    {"海南省", 1988, "460000 海南省", 1988, 0},
    {"重庆市", 1996, "510200 四川省重庆市", 1980, 1996},
    {"重庆市", 1997, "500000 重庆市", 1997, 0},
    // Of 2012, in which no list was published: 国函〔2012〕102号 and 97号.
    {"姑苏区", 2012, "320508 江苏省苏州市姑苏区", 2012, 0},
    {"三沙市", 2012, "460300 海南省三沙市", 2012, 0},
    // 国函〔2018〕163号, 民函〔2018〕103号, 民函〔2019〕83号.
    {"莱芜市", 2017, "371200 山东省莱芜市", 1992, 2017},
    {"滦州市", 2018, "130284 河北省唐山市滦州市", 2018, 0},
    {"龙港市", 2019, "330383 浙江省温州市龙港市", 2019, 0},
    // 国函〔2020〕84号, 浙政发〔2021〕7号, 西藏 3 April 2023, 新疆 27 December 2024, 渝府发〔2025〕15号.
    {"公主岭市", 2019, "220381 吉林省四平市公主岭市", 1995, 2019},
    {"公主岭市", 2020, "220184 吉林省长春市公主岭市", 2020, 0},
    {"江干区", 2020, "330104 浙江省杭州市江干区", 1980, 2020},
    {"临平区", 2021, "330113 浙江省杭州市临平区", 2021, 0},
    {"米林市", 2023, "540481 西藏自治区林芝市米林市", 2023, 0},
    {"和安县", 2024, "653229 新疆维吾尔自治区和田地区和安县", 2024, 0},
    {"渝北区", 2024, "500112 重庆市渝北区", 1997, 2024},
    {"两江新区", 2025, "500157 重庆市两江新区", 2025, 0},
    // A short name, a city below no prefecture.
    {"延边州", 2020, "222400 吉林省延边朝鲜族自治州", 1980, 0},
    {"仙桃", 2020, "429004 湖北省仙桃市", 1994, 0},
};

std::string message(const std::function<void()>& call) {
  try {
    call();
  } catch (const sr::LookupError& error) {
    return error.what();
  }
  return "";
}

std::vector<std::string> names(const std::vector<sr::CodedName>& named) {
  std::vector<std::string> all;
  for (const sr::CodedName& one : named) all.push_back(one.name);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(divisions)

BOOST_DATA_TEST_CASE(a_division_is_found_by_name_and_year, data::make(known_divisions), known) {
  const sr::Division division = sr::find_division(known.name, {.year = known.year});
  BOOST_TEST(to_string(division) == known.printed);
  BOOST_TEST(division.first_year == known.first);
  BOOST_TEST(division.last_year.value_or(0) == known.last);
  BOOST_TEST((sr::division_of_code(division.code, known.year) == division));
}

BOOST_AUTO_TEST_CASE(names_may_stand_behind_what_they_belong_to) {
  for (const char* name : {"浙江省绍兴市嵊州市", "浙江省嵊州市", "绍兴市嵊州市", "绍兴嵊州", " 嵊 州 "}) {
    BOOST_TEST(sr::find_division(name, {.year = 2024}).code == "330683");
  }
  BOOST_TEST(message([] { (void)sr::find_division("福建省嵊州市", {.year = 2024}); }).find("'嵊州市'") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(several_of_one_name_are_told_apart) {
  const std::string several = message([] { (void)sr::find_division("鼓楼区", {.year = 2024}); });
  for (const char* place : {"320106 江苏省南京市鼓楼区", "320302", "350102", "410204 河南省开封市鼓楼区", "within"})
    BOOST_TEST(several.find(place) != std::string::npos);
  for (const char* within : {"福建", "福建省", "福州", "福州市", "350100", "350000"})
    BOOST_TEST(sr::find_division("鼓楼区", {.year = 2024, .within = within}).code == "350102");
  BOOST_TEST(sr::find_division("朝阳", {.year = 2020, .tier = sr::Tier::prefecture}).code == "211300");
  BOOST_TEST(sr::find_division("吉林", {.year = 2020}).code == "220000");
  BOOST_TEST(sr::find_division("吉林市", {.year = 2020}).code == "220200");
  BOOST_TEST(sr::find_division("海南", {.year = 2020}).code == "460000");
}

BOOST_AUTO_TEST_CASE(other_years_names_lead_to_the_division_of_the_year) {
  const std::vector<sr::DivisionCandidate> now = sr::division_candidates("嵊县", {.year = 2024});
  BOOST_REQUIRE(now.size() == 1U);
  BOOST_TEST(now[0].division.code == "330683");
  BOOST_TEST((now[0].match == sr::NameMatch::former_name));
  const std::vector<sr::DivisionCandidate> then = sr::division_candidates("嵊州市", {.year = 1981});
  BOOST_REQUIRE(then.size() == 1U);
  BOOST_TEST(then[0].division.code == "332323");
  BOOST_TEST((then[0].match == sr::NameMatch::later_name));
  // 浙政发〔2021〕7号 divides 江干区 among two, so no answer is right.
  const std::string divided = message([] { (void)sr::find_division("江干区", {.year = 2024}); });
  BOOST_TEST(divided.find("上城区") != std::string::npos);
  BOOST_TEST(divided.find("钱塘区") != std::string::npos);
  // What became of 绍兴县 no code or name shows; the message says when it was.
  BOOST_TEST(message([] { (void)sr::find_division("绍兴县", {.year = 2024}); }).find("1983 to 2012") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(successors_are_what_announcements_say) {
  const auto after = [](const char* name, int year) {
    return names(sr::find_division(name, {.year = year}).successors);
  };
  using Names = std::vector<std::string>;
  BOOST_TEST(after("嵊县", 1994) == Names{"嵊州市"});
  BOOST_TEST(after("萧山市", 2000) == Names{"萧山区"});
  BOOST_TEST(after("通县", 1996) == Names{"通州区"});
  BOOST_TEST(after("邢台县", 2019) == (Names{"襄都区", "信都区"}));
  BOOST_TEST(after("乌马河区", 2018) == (Names{"伊美区", "乌翠区"}));
  BOOST_TEST(after("下城区", 2020) == Names{"拱墅区"});
  BOOST_TEST(after("襄樊市", 2009) == Names{"襄阳市"});  // 国函〔2010〕131号, by its code
  BOOST_TEST(after("嵊州市", 2024).empty());
  // 东城区 took in 崇文区 in 2010, which the lists do not show.
  BOOST_TEST(after("崇文区", 2009).empty());
  // A prefecture that was dissolved is not the city that has its name.
  BOOST_TEST(names(sr::find_division("巢湖市", {.year = 2010, .tier = sr::Tier::prefecture}).successors).empty());
  BOOST_TEST(names(sr::find_division("襄都区", {.year = 2020}).predecessors) == (Names{"桥东区", "邢台县"}));
}

BOOST_AUTO_TEST_CASE(codes_are_found_in_years_that_have_them_no_more_and_not_yet) {
  BOOST_TEST(sr::division_of_code("330623").name == "嵊县");
  BOOST_TEST(*sr::division_of_code("330623", 2024).last_year == 1994);
  BOOST_TEST(sr::division_of_code("330683", 1990).name == "嵊州市");
  BOOST_TEST(sr::division_of_code("130502", 2019).name == "桥东区");
  BOOST_TEST(sr::division_of_code("130502", 2020).name == "襄都区");
  for (const char* code : {"330684", "33068", "3306831", "嵊州市", "", "-30683", "999999"})
    BOOST_CHECK_THROW((void)sr::division_of_code(code), sr::LookupError);
}

BOOST_AUTO_TEST_CASE(near_names_are_suggested) {
  BOOST_TEST(message([] { (void)sr::find_division("嵊洲市"); }).find("did you mean '嵊州市'") != std::string::npos);
  for (const char* name : {"", "\xff", "市", "x", "嵊州市嵊州市"})
    BOOST_CHECK_THROW((void)sr::find_division(name), sr::LookupError);
  const std::string long_name(100'000, 'x');
  BOOST_CHECK_THROW((void)sr::find_division(long_name, {.within = long_name}), sr::LookupError);
  BOOST_TEST(sr::division_candidates("嵊洲市").empty());
}

BOOST_AUTO_TEST_CASE(there_are_lists_from_1980_on) {
  BOOST_TEST(raises([] { (void)sr::find_division("嵊县", {.year = 1979}); }, {"year", "1980", "1979"}));
  BOOST_TEST(raises([] { (void)sr::division_of_code("330623", 1979); }, {"1979"}));
  BOOST_TEST(raises([] { (void)sr::divisions_of(1949); }, {"1949"}));
  BOOST_TEST(sr::find_division("嵊州市", {.year = 2100}).code == "330683");
}

/// Counts of the end of the year as the statistical yearbooks print them: provinces, prefectures, counties with
/// districts. Without 香港, 澳门 and 台湾; 2843 counties of 2021 hold 神农架林区 and 六枝特区 as well.
BOOST_AUTO_TEST_CASE(each_year_has_as_many_as_the_yearbook_counts) {
  struct Count {
    int year, provinces, prefectures, counties;
  };
  for (const Count& count : {Count{2020, 31, 333, 2844}, Count{2021, 31, 333, 2843}, Count{2023, 31, 333, 2844}}) {
    int provinces = 0;
    int prefectures = 0;
    int counties = 0;
    std::set<std::string> codes;
    for (const sr::Division& division : sr::divisions_of(count.year)) {
      codes.insert(division.code);
      if (division.code >= "700000") continue;
      ++(division.tier == sr::Tier::province     ? provinces
         : division.tier == sr::Tier::prefecture ? prefectures
                                                 : counties);
    }
    BOOST_TEST(provinces == count.provinces);
    BOOST_TEST(prefectures == count.prefectures);
    BOOST_TEST(counties == count.counties);
    BOOST_TEST(codes.size() == sr::divisions_of(count.year).size());
  }
}

BOOST_DATA_TEST_CASE(every_division_is_found_by_its_own_name_and_code, data::make({1980, 1990, 2003, 2012, 2019, 2025}),
                     year) {
  for (const sr::Division& division : sr::divisions_of(year)) {
    BOOST_REQUIRE(division.first_year <= year);
    BOOST_REQUIRE(division.last_year.value_or(year) >= year);
    const std::vector<sr::DivisionCandidate> found = sr::division_candidates(division.name, {.year = year});
    BOOST_REQUIRE_MESSAGE(std::any_of(found.begin(), found.end(),
                                      [&](const sr::DivisionCandidate& one) {
                                        return one.division == division && one.match == sr::NameMatch::name;
                                      }),
                          division);
    if (division.tier != sr::Tier::province)
      BOOST_REQUIRE_MESSAGE(
          !division.parents.empty() && division.parents[0].code.substr(0, 2) == division.code.substr(0, 2), division);
    // What it became is called so in the year after it ended.
    for (const sr::CodedName& next : division.successors) {
      const auto after = sr::division_candidates(next.name, {.year = *division.last_year + 1});
      BOOST_REQUIRE_MESSAGE(
          std::any_of(after.begin(), after.end(),
                      [&](const sr::DivisionCandidate& one) { return one.division.code == next.code; }),
          division << " became " << next);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
