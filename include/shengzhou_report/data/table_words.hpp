#pragma once

#include <string_view>

/// The words by which the headers of tables say what a column holds. A header is compared without spaces and brackets.
namespace shengzhou_report::data {

/// Headers of the names of what is measured. A table without one is no table of indicators.
inline constexpr std::u32string_view name_headers[] = {
    U"指标",       U"主要指标", U"指标名称", U"统计指标", U"产品名称", U"主要产品", U"商品名称",
    U"产品",       U"项目",     U"项目名称", U"行业",     U"行业名称", U"行业类别", U"国家和地区",
    U"国家或地区", U"地区",     U"种类",     U"类别",     U"名称",     U"品种",     U"分类",
};
inline constexpr std::u32string_view unit_headers[] = {U"单位", U"计量单位", U"计算单位"};
inline constexpr std::u32string_view number_headers[] = {U"序号", U"编号", U"行次"};

/// Words of headers over text, wherever they stand in it.
inline constexpr std::u32string_view text_header_words[] = {
    U"备注", U"说明", U"属性", U"类型", U"牵头", U"责任", U"负责", U"来源", U"依据", U"进度", U"内容", U"地点",
};
/// An index on an earlier year: 1957年为1952年的百分比.
inline constexpr std::u32string_view index_header_words[] = {U"百分比", U"的%", U"为%"};
inline constexpr std::u32string_view yearly_header_words[] = {U"年均", U"平均增长", U"平均每年增长", U"平均增速"};
inline constexpr std::u32string_view growth_header_words[] = {
    U"增长", U"增速", U"增幅", U"同比", U"涨跌", U"升降", U"增减", U"比上年",
};
inline constexpr std::u32string_view share_header_words[] = {U"比重", U"占比", U"构成", U"份额"};
inline constexpr std::u32string_view sum_header_words[] = {U"累计"};
/// The year before that of the table.
inline constexpr std::u32string_view last_year_headers[] = {U"上年", U"去年"};

/// Words that say whether a column, or a table, looks ahead or back; the first that stands there decides.
struct StatusWord {
  std::u32string_view word;
  char says;  ///< p plan, e estimate, r result
};
inline constexpr StatusWord header_status_words[] = {
    {U"预计完成", 'e'}, {U"计划完成", 'p'}, {U"预期", 'p'}, {U"目标", 'p'}, {U"计划", 'p'}, {U"规划", 'p'},
    {U"任务", 'p'},     {U"预计", 'e'},     {U"完成", 'r'}, {U"实绩", 'r'}, {U"实际", 'r'}, {U"实现", 'r'},
};
/// A caption that says how a plan was met looks back: 2023年计划执行情况.
inline constexpr std::u32string_view result_captions[] = {U"完成情况", U"执行情况", U"实现情况"};

/// What stands before the noun of a header and is no part of a name.
inline constexpr std::u32string_view header_starts[] = {
    U"预计完成", U"计划完成", U"预期", U"目标", U"计划", U"规划", U"任务", U"预计", U"完成", U"实绩",
    U"实际",     U"实现",     U"年度", U"全年", U"年末", U"本年", U"本期", U"上年", U"去年", U"年",
};
/// What begins as one of these and is a term of its own.
inline constexpr std::u32string_view no_header_starts[] = {U"实际使用", U"实际利用", U"实际到位", U"计划生育"};
/// Nouns of headers that add nothing to the name of a row: 绝对数 of 粗钢, but not 投资额 of 制造业.
inline constexpr std::u32string_view plain_headers[] = {
    U"",       U"数",     U"值",     U"数值", U"数量",   U"数据",   U"金额", U"总量", U"绝对数",
    U"绝对值", U"绝对额", U"指标值", U"情况", U"完成数", U"完成值", U"水平", U"末",   U"底",
};

/// What a caption says of all its rows, and the nouns that headers of counts and amounts then have: 钢材 in a table of
/// 主要商品进口数量、金额 is 钢材进口量 and 钢材进口额, and not what is produced of it.
struct CaptionTopic {
  std::u32string_view word;
  std::u32string_view no_word;  ///< which holds it and is another
  std::u32string_view count;
  std::u32string_view amount;
};
inline constexpr CaptionTopic caption_topics[] = {
    {U"进口", U"进出口", U"进口量", U"进口额"},
    {U"出口", U"进出口", U"出口量", U"出口额"},
};
inline constexpr std::u32string_view count_headers[] = {U"数量"};
inline constexpr std::u32string_view amount_headers[] = {U"金额", U"总值"};

/// The name of a row that says growth: 旅游总收入增长, of which 旅游总收入 grows; but not 人口自然增长率.
inline constexpr std::u32string_view row_growth_ends[] = {U"增长", U"增速", U"增幅"};

/// Signs of a bound before the number of a cell.
struct BoundSign {
  char32_t sign;
  char bound;  ///< as in bound_prefixes
};
inline constexpr BoundSign bound_signs[] = {
    {U'≥', 'l'}, {U'≧', 'l'}, {U'>', 'm'}, {U'≤', 'u'}, {U'≦', 'u'}, {U'<', 's'}, {U'≈', 'a'},
};
/// Brackets around the sum over the years of a plan: 〔210〕.
inline constexpr std::u32string_view sum_brackets = U"[〔【";

/// The part of a total: 其中:城镇.
inline constexpr std::u32string_view row_part_marks[] = {U"其中:", U"其中", U"#"};
/// A break of the line within a cell, as portals have it.
inline constexpr std::u32string_view line_break = U"<br>";
inline constexpr std::u32string_view unit_label = U"单位";

}  // namespace shengzhou_report::data
