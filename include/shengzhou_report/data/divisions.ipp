#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace shengzhou_report::data {

/// Lists of GB/T 2260 are those of 31 December; these are the years of the first and the last.
inline constexpr std::int32_t first_division_year = 1980;
inline constexpr std::int32_t last_division_year = 2025;

/// The divisions of a province: the first two digits of its codes, and its rows.
struct ProvinceRows {
  std::string_view code;
  /// Rows between spaces in the order of codes: the last four digits, the name, the last two digits of the first year
  /// and of the last. None of either is 1980 to now; one alone is from that year to now: 0623嵊县8394 0683嵊州市95.
  std::string_view rows;
};

/// Administrative divisions at and above county level, as the Ministry of Civil Affairs published GB/T 2260 each year
/// to 2017, and as the State Council, the ministry and the provinces announced changes to the end of 2025: 国函 and
/// 民函 of 2018 to 2021, 西藏 3 April 2023, 新疆 20 January 2023 and 27 December 2024, 渝府发〔2025〕15号. Changes of
/// 2012, of which no list is published, have their year from 国函 of 2012. Numbers of 1987, 1983, 1990, 2003 and 2004
/// that a list printed a line too high or low are those of the years around.
// clang-format off
inline constexpr ProvinceRows province_rows[] = {
#include <shengzhou_report/data/divisions/north.ipp>
#include <shengzhou_report/data/divisions/northeast.ipp>
#include <shengzhou_report/data/divisions/east.ipp>
#include <shengzhou_report/data/divisions/central_south.ipp>
#include <shengzhou_report/data/divisions/southwest.ipp>
#include <shengzhou_report/data/divisions/northwest.ipp>
};
// clang-format on

/// Announced successors of a division that its name and code do not show.
struct AnnouncedSuccessors {
  std::int32_t year;  ///< of the change
  std::int32_t code;
  std::array<std::int32_t, 2> successors;  ///< codes; 0 for none
};
inline constexpr AnnouncedSuccessors announced_successors[] = {
    // 国函〔2018〕163号
    {2018, 371202, {370116}},
    // 国函〔2019〕63号
    {2019, 230702, {230717}},
    {2019, 230705, {230751}},
    {2019, 230706, {230718}},
    {2019, 230707, {230724}},
    {2019, 230708, {230717}},
    {2019, 230710, {230724}},
    {2019, 230711, {230717, 230718}},
    {2019, 230712, {230723}},
    {2019, 230713, {230725}},
    {2019, 230714, {230723}},
    {2019, 230715, {230724}},
    {2019, 230716, {230719}},
    // 国函〔2019〕105号, 59号
    {2019, 360105, {360112}},
    {2019, 361121, {361104}},
    // 国函〔2020〕78号 to 82号
    {2020, 130521, {130502, 130503}},
    {2020, 320611, {320613}},
    {2020, 340208, {340209}},
    {2020, 340221, {340210}},
    {2020, 370634, {370614}},
    {2020, 520221, {520201, 520204}},
    // 浙政发〔2021〕7号, and of 福建 and 河南
    {2021, 330103, {330105}},
    {2021, 330104, {330102, 330114}},
    {2021, 350402, {350404}},
    {2021, 410306, {410308}},
    // 渝府发〔2025〕15号
    {2025, 500105, {500157}},
    {2025, 500112, {500157, 500109}},
};

/// Provinces that came of another, with all its divisions there: 海南 of 广东, 重庆 of 四川.
struct ProvinceParting {
  std::int32_t year;
  std::int32_t from;
  std::int32_t to;
};
inline constexpr ProvinceParting province_partings[] = {{1988, 44, 46}, {1997, 51, 50}};

/// Municipalities, whose districts and counties no prefecture stands over.
inline constexpr std::int32_t municipalities[] = {11, 12, 31, 50};

/// What the name of a division ends in, longer ones first: 嵊州 of 嵊州市.
inline constexpr std::string_view division_endings[] = {
    "特别行政区", "地区", "矿区", "林区", "特区", "省", "市", "县", "区", "旗", "州", "盟",
};

/// Nationalities as the names of autonomous divisions have them: 延边 of 延边朝鲜族自治州.
inline constexpr std::string_view nationalities[] = {
    "柯尔克孜", "鄂温克族", "各族",   "土家族", "布依族", "哈尼族", "拉祜族", "傈僳族", "景颇族",
    "维吾尔",   "哈萨克",   "塔吉克", "鄂伦春", "达斡尔", "蒙古",   "裕固族", "撒拉族", "保安族",
    "东乡族",   "仡佬族",   "仫佬族", "毛南族", "朝鲜族", "纳西族", "普米族", "独龙族", "布朗族",
    "锡伯",     "回族",     "满族",   "壮族",   "苗族",   "侗族",   "瑶族",   "白族",   "彝族",
    "傣族",     "黎族",     "畲族",   "羌族",   "藏族",   "水族",   "土族",   "怒族",   "佤族",
};
inline constexpr std::string_view autonomous = "自治";

}  // namespace shengzhou_report::data
