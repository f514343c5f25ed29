#pragma once

#include <string_view>

namespace shengzhou_report::data {

/// A share has two words, as reports say it and as statistics and names have it.
inline constexpr std::u32string_view share_name = U"占比";
inline constexpr std::u32string_view share_word = U"比重";

/// Two ways to write one thing within the name of an indicator.
struct Spelling {
  std::u32string_view word;   ///< as reports write it
  std::u32string_view plain;  ///< as names are compared
};

// One spelling a line; of those that begin alike, the longer first. What a table changes here, it changes in every name
// of the catalogue as well, so a row can be wrong only where it makes one name of two series: a test looks for that.
// clang-format off

// Anywhere in a name. 实现 and 完成 say that a thing was done, 的 that words belong together, and 全社会 that all of
// society is counted, which the bare name means as well.
inline constexpr Spelling spellings[] = {
    {U"全社会", U""}, {U"各类", U""}, {U"各项", U""}, {U"实现", U""}, {U"完成", U""},
    {U"的", U""}, {U"(gdp)", U""}, {U"(r&d)", U""}, {U"(pm2.5)", U""}, {U"(pm10)", U""},

    // GDP by its names of sixty years; 国民生产总值 is another aggregate, and so is that of an industry
    {U"国民生产总值", U"gnp"}, {U"国民总收入", U"gnp"},
    {U"地区生产总值", U"gdp"}, {U"国内生产总值", U"gdp"}, {U"地方生产总值", U"gdp"},
    {U"全市生产总值", U"gdp"}, {U"全省生产总值", U"gdp"}, {U"全区生产总值", U"gdp"}, {U"全县生产总值", U"gdp"},
    {U"全州生产总值", U"gdp"}, {U"全盟生产总值", U"gdp"}, {U"全旗生产总值", U"gdp"}, {U"本市生产总值", U"gdp"},
    {U"本省生产总值", U"gdp"}, {U"本区生产总值", U"gdp"}, {U"我市生产总值", U"gdp"}, {U"我省生产总值", U"gdp"},
    {U"我区生产总值", U"gdp"}, {U"我县生产总值", U"gdp"}, {U"我州生产总值", U"gdp"}, {U"全疆生产总值", U"gdp"},
    {U"生产总值", U"gdp"}, {U"全市gdp", U"gdp"}, {U"全省gdp", U"gdp"}, {U"地区gdp", U"gdp"},

    // shares
    {U"相当于", U"占"}, {share_name, share_word}, {U"之比", share_word}, {U"比例", share_word}, {U"比率", share_word},
    {U"占规模以上工业增加值", U"占规上工业"}, {U"占规上工业增加值", U"占规上工业"},

    // the size that an enterprise is counted from
    {U"规模以上", U"规上"}, {U"规模工业", U"规上工业"}, {U"限额以上", U"限上"},
    {U"工业企业增加值", U"工业增加值"}, {U"工业企业总产值", U"工业总产值"}, {U"工业企业利", U"工业利"},
    {U"工业企业实现", U"工业"}, {U"工业企业完成", U"工业"}, {U"工业企业营业收入", U"工业营业收入"},
    {U"工业企业主营业务收入", U"工业主营业务收入"}, {U"工业企业研发", U"工业研发"},

    // sums; 总产值 and 总收入 say something else than 产值 and 收入
    {U"总额", U"额"}, {U"总值", U"额"}, {U"金额", U"额"}, {U"总产量", U"产量"}, {U"总规模", U"规模"},

    // research: the full name and all that reports make of it
    {U"研究与试验发展", U"研发"}, {U"研究与实验发展", U"研发"}, {U"研究和试验发展", U"研发"}, {U"研究与开发", U"研发"},
    {U"研究与发展", U"研发"}, {U"研究开发", U"研发"}, {U"研发与试验发展", U"研发"}, {U"科技研发", U"研发"},
    {U"r&d", U"研发"}, {U"研发经费支出", U"研发投入"}, {U"研发经费投入", U"研发投入"}, {U"研发费用", U"研发投入"},
    {U"研发支出", U"研发投入"}, {U"研发经费", U"研发投入"},

    // people; the survey of households counts those who live there
    {U"城镇常住居民", U"城镇居民"}, {U"农村常住居民", U"农村居民"}, {U"全体常住居民", U"居民"}, {U"全体居民", U"居民"},
    {U"常住居民", U"居民"}, {U"居民家庭", U"居民"}, {U"居民年人均", U"居民人均"}, {U"农民年人均", U"农民人均"},
    {U"农牧民", U"农民"}, {U"农牧区", U"农村"}, {U"农村牧区", U"农村"}, {U"富余劳动力", U"劳动力"},
    {U"剩余劳动力", U"劳动力"}, {U"每千常住人口", U"每千人"}, {U"每千人口", U"每千人"}, {U"每万人口", U"每万人"},

    // living allowances
    {U"最低生活保障", U"低保"}, {U"居民低保", U"低保"}, {U"低保月平均保障标准", U"低保标准"},
    {U"低保年平均保障标准", U"低保标准"}, {U"低保平均保障标准", U"低保标准"}, {U"低保平均标准", U"低保标准"},
    {U"低保保障标准", U"低保标准"},

    // names that changed
    {U"市场经营主体", U"经营主体"}, {U"市场主体", U"经营主体"}, {U"公共财政预算", U"一般公共预算"},
    {U"一般公共财政预算", U"一般公共预算"}, {U"金融机构本外币", U"金融机构"},
    {U"银行业金融机构", U"金融机构"}, {U"国家级高新技术", U"国家高新技术"}, {U"专精特新中小企业", U"专精特新企业"},

    // building
    {U"新(改)建", U"新改建"}, {U"新(改、扩)建", U"新改建"}, {U"新建改扩建", U"新改建"}, {U"新建、改扩建", U"新改建"},
    {U"新建和改扩建", U"新改建"}, {U"新建改建", U"新改建"}, {U"新建、改建", U"新改建"}, {U"新建和改建", U"新改建"},
    {U"新改扩建", U"新改建"}, {U"新建改造", U"新改建"}, {U"新建和改造", U"新改建"}, {U"新建、改造", U"新改建"},
    {U"改扩建", U"新改建"},

    // air, water, waste
    {U"环境空气质量", U"空气"}, {U"城市空气质量", U"空气"}, {U"空气质量", U"空气"}, {U"pm2.5", U"细颗粒物"},
    {U"可吸入颗粒物", U"pm10"}, {U"污水集中处理率", U"污水处理率"}, {U"生活污水处理率", U"污水处理率"},
    {U"生活污水集中处理率", U"污水处理率"},
    {U"综合能耗", U"能耗"}, {U"能源消耗", U"能耗"}, {U"二氧化碳排放量", U"二氧化碳排放"}, {U"用水量", U"水耗"},
};

// Before a name: whose it is, when the whole place is meant, and when it was measured. Not 园区, 市区 or 县域: a part.
inline constexpr Spelling name_openings[] = {
    {U"全市", U""}, {U"全省", U""}, {U"全县", U""}, {U"全区", U""}, {U"全州", U""}, {U"全旗", U""}, {U"全盟", U""},
    {U"全地区", U""}, {U"全自治区", U""}, {U"全疆", U""}, {U"本市", U""}, {U"本省", U""}, {U"本区", U""}, {U"本县", U""},
    {U"我市", U""}, {U"我省", U""}, {U"我区", U""}, {U"我县", U""}, {U"我州", U""}, {U"市级一般公共", U"市级一般公共"},
    {U"年末", U""}, {U"年底", U""}, {U"全年", U""}, {U"当年", U""}, {U"预计", U""}, {U"预期", U""}, {U"力争", U""}, {U"确保", U""},
    {U"——", U""}, {U"—", U""}, {U"――", U""}, {U"―", U""}, {U"-", U""},
};

// How places are called that are no part of another as a zone is (园区, 市区): 甲县生产总值.
inline constexpr std::u32string_view whole_place_ends = U"省市县州盟旗";

// Behind a name: that it is counted, or how it grows, which the measure says.
inline constexpr Spelling name_endings[] = {
    {U"总数量", U""}, {U"总数", U""}, {U"数量", U""}, {U"总量", U""}, {U"保有量", U""}, {U"企业数", U"企业"},
    {U"公司数", U"公司"}, {U"增长速度", U""}, {U"增速", U""}, {U"增幅", U""}, {U"增长", U""}, {U"总人次数", U"总人次"},
};

// How names begin that count what is added: their total (新登记企业总数) is that of the stock, and names nothing here.
inline constexpr Spelling additions[] = {{U"新", U""}, {U"净增", U""}};

// clang-format on

}  // namespace shengzhou_report::data
