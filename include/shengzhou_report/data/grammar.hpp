#pragma once

#include <string_view>

/// The words by which reports say units, bounds, verbs and times: one line to add, read by impl/parse.ipp.
/// Longer words must stand before shorter ones that begin (prefixes) or end (suffixes) them.
namespace shengzhou_report::data {

/// Counters and other unit words that follow a number, besides those of data/units.hpp. A word missing here is not seen
/// as a unit, so that 5强 or 20佳 stay names.
inline constexpr std::u32string_view counters[] = {
    U"个工作日", U"个行政村", U"人次", U"家次",   U"场次", U"批次",   U"件次", U"辆次", U"架次",   U"艘次", U"车次",
    U"标准箱",   U"标箱",     U"床",   U"个",     U"家",   U"项",     U"件",   U"户",   U"所",     U"条",   U"座",
    U"名",       U"位",       U"处",   U"套",     U"场",   U"台",     U"张",   U"次",   U"辆",     U"部",   U"栋",
    U"幢",       U"起",       U"种",   U"列",     U"只",   U"株",     U"宗",   U"类",   U"眼",     U"支",   U"块",
    U"例",       U"批",       U"对",   U"期",     U"枚",   U"颗",     U"头",   U"羽",   U"匹",     U"艘",   U"架",
    U"趟",       U"班",       U"届",   U"篇",     U"本",   U"册",     U"门",   U"间",   U"口",     U"盏",   U"根",
    U"片",       U"组",       U"队",   U"帧",     U"款",   U"金",     U"银",   U"铜",   U"盘",     U"尾",   U"公顷",
    U"户次",     U"单",       U"笔",   U"卷",     U"集",   U"点",     U"桩",   U"段",   U"万元户", U"村",   U"尊",
    U"餐",       U"份",       U"宿",   U"团",     U"方次", U"孔",     U"樘",   U"具",   U"屏",     U"里",   U"度",
    U"级",       U"担",       U"马力", U"吨公里", U"剂次", U"重量箱", U"锭"};

/// What reports write for a unit of data/units.hpp.
struct UnitSpelling {
  std::u32string_view word;
  std::string_view unit;
};
inline constexpr UnitSpelling unit_spellings[] = {{U"千瓦小时", "千瓦时"}};

/// What a magnitude alone counts, by the noun behind it or at the end of the name, and the unit that it leaves out:
/// 惠及5万农民, 参保人数达30万.
struct CountedNoun {
  std::u32string_view word;
  std::u32string_view unit;
};
inline constexpr CountedNoun counted_nouns[] = {
    {U"人口", U"人"},   {U"人数", U"人"},   {U"人员", U"人"},   {U"人才", U"人"},   {U"人民", U"人"},
    {U"群众", U"人"},   {U"居民", U"人"},   {U"农民", U"人"},   {U"农牧民", U"人"}, {U"牧民", U"人"},
    {U"移民", U"人"},   {U"市民", U"人"},   {U"职工", U"人"},   {U"员工", U"人"},   {U"学生", U"人"},
    {U"大学生", U"人"}, {U"毕业生", U"人"}, {U"师生", U"人"},   {U"教师", U"人"},   {U"儿童", U"人"},
    {U"老人", U"人"},   {U"老年人", U"人"}, {U"残疾人", U"人"}, {U"劳动力", U"人"}, {U"党员", U"人"},
    {U"干部", U"人"},   {U"妇女", U"人"},   {U"农民工", U"人"}, {U"志愿者", U"人"}, {U"劳动者", U"人"},
    {U"儿女", U"人"},   {U"对象", U"人"},   {U"农户", U"户"},   {U"贫困户", U"户"}, {U"用户", U"户"},
    {U"低保户", U"户"}, {U"家庭", U"户"},   {U"移民户", U"户"}, {U"住户", U"户"},   {U"商户", U"户"}};

/// Behind 人口 these begin another word with its last character: 5万人口岸.
inline constexpr std::u32string_view mouths = U"岸径罩腔";
/// Words behind a number that begin as a unit does and are none: 3万家庭.
inline constexpr std::u32string_view no_units[] = {U"家庭", U"台阶"};

/// Prefix words of a bound, at the end of what stands before a number.
struct BoundWord {
  std::u32string_view word;
  char bound;  ///< l at_least, m more_than, u at_most, s less_than, n nearly, a about
};
inline constexpr BoundWord bound_prefixes[] = {
    {U"不低于", 'l'}, {U"不少于", 'l'}, {U"不小于", 'l'}, {U"至少", 'l'},   {U"不超过", 'u'}, {U"不高于", 'u'},
    {U"不多于", 'u'}, {U"超过", 'm'},   {U"超出", 'm'},   {U"可突破", 'm'}, {U"突破", 'm'},   {U"高于", 'm'},
    {U"多于", 'm'},   {U"大于", 'm'},   {U"跨过", 'm'},   {U"迈过", 'm'},   {U"越过", 'm'},   {U"超", 'm'},
    {U"破", 'm'},     {U"逾", 'm'},     {U"过", 'm'},     {U"低于", 's'},   {U"少于", 's'},   {U"小于", 's'},
    {U"不到", 's'},   {U"不足", 's'},   {U"未满", 's'},   {U"将近", 'n'},   {U"接近", 'n'},   {U"近", 'n'},
    {U"大约", 'a'},   {U"约", 'a'},
};
/// Suffix words of a bound, right behind the unit.
inline constexpr BoundWord bound_suffixes[] = {
    {U"及以上", 'l'}, {U"以上", 'l'}, {U"之上", 'l'}, {U"左右", 'a'}, {U"上下", 'a'}, {U"以内", 'u'},
    {U"之内", 'u'},   {U"以下", 'u'}, {U"之下", 'u'}, {U"有余", 'm'}, {U"余", 'm'},   {U"多", 'm'},
};

/// Verbs right before a number. kind: g growth or change upwards, f downwards, t reaches a level.
struct VerbWord {
  std::u32string_view word;
  char kind;
};
inline constexpr VerbWord verbs[] = {
    {U"稳定控制在", 't'}, {U"有效控制在", 't'}, {U"严格控制在", 't'}, {U"稳控在", 't'},     {U"重组整合为", 't'},
    {U"优化整合为", 't'}, {U"优化整合至", 't'}, {U"优化调整至", 't'}, {U"恢复到", 't'},     {U"恢复至", 't'},
    {U"整合为", 't'},     {U"整合至", 't'},     {U"整合到", 't'},     {U"重组为", 't'},     {U"精简为", 't'},
    {U"转变为", 't'},     {U"巩固在", 't'},     {U"延长至", 't'},     {U"延长到", 't'},     {U"推广到", 't'},
    {U"推广至", 't'},     {U"缩小为", 't'},     {U"压降至", 't'},     {U"压降到", 't'},     {U"同比多增", 'g'},
    {U"同比少增", 'f'},   {U"同比加快", 'g'},   {U"同比增亏", 'f'},   {U"目标确定为", 't'}, {U"目标拟定为", 't'},
    {U"目标定为", 't'},   {U"目标定在", 't'},   {U"设定为", 't'},     {U"设定在", 't'},     {U"上涨幅度", 'g'},
    {U"增长幅度", 'g'},   {U"提高幅度", 'g'},   {U"增长速度", 'g'},   {U"下降幅度", 'f'},   {U"升幅", 'g'},
    {U"上涨到", 't'},     {U"上涨至", 't'},     {U"调控在", 't'},     {U"控制到", 't'},     {U"连跨", 't'},
    {U"可达到", 't'},     {U"可达", 't'},       {U"减为", 't'},       {U"增为", 't'},       {U"改为", 't'},
    {U"提高为", 't'},     {U"上升为", 't'},     {U"下降为", 't'},     {U"优化到", 't'},     {U"优化至", 't'},
    {U"降低为", 't'},     {U"提至", 't'},       {U"提到", 't'},       {U"扩到", 't'},       {U"扩展到", 't'},
    {U"扩展至", 't'},     {U"拓展到", 't'},     {U"拓展至", 't'},     {U"回升到", 't'},     {U"回升至", 't'},
    {U"回落到", 't'},     {U"回落至", 't'},     {U"攀升到", 't'},     {U"攀升至", 't'},     {U"跨上", 't'},
    {U"迈上", 't'},       {U"跃上", 't'},       {U"登上", 't'},       {U"踏上", 't'},       {U"站上", 't'},
    {U"迈过", 't'},       {U"跨过", 't'},       {U"跨越", 't'},       {U"冲刺", 't'},       {U"递增", 'g'},
    {U"猛增", 'g'},       {U"激增", 'g'},       {U"增产", 'g'},       {U"减产", 'f'},       {U"下跌", 'f'},
    {U"提高到", 't'},     {U"提高至", 't'},     {U"提升到", 't'},     {U"提升至", 't'},     {U"增长到", 't'},
    {U"增长至", 't'},     {U"增加到", 't'},     {U"增加至", 't'},     {U"扩大到", 't'},     {U"扩大至", 't'},
    {U"上升到", 't'},     {U"上升至", 't'},     {U"下降到", 't'},     {U"下降至", 't'},     {U"降低到", 't'},
    {U"降低至", 't'},     {U"减少到", 't'},     {U"减少至", 't'},     {U"缩小到", 't'},     {U"缩小至", 't'},
    {U"缩短到", 't'},     {U"缩短至", 't'},     {U"压缩到", 't'},     {U"压缩至", 't'},     {U"压减到", 't'},
    {U"压减至", 't'},     {U"缩减到", 't'},     {U"缩减至", 't'},     {U"精简到", 't'},     {U"精简至", 't'},
    {U"调整为", 't'},     {U"调整到", 't'},     {U"优化为", 't'},     {U"跃升到", 't'},     {U"跃升至", 't'},
    {U"发展到", 't'},     {U"控制在", 't'},     {U"稳定在", 't'},     {U"保持在", 't'},     {U"维持在", 't'},
    {U"缩至", 't'},       {U"缩到", 't'},       {U"高达", 't'},       {U"达到了", 't'},     {U"达到", 't'},
    {U"降至", 't'},       {U"降到", 't'},       {U"增至", 't'},       {U"增到", 't'},       {U"升至", 't'},
    {U"升到", 't'},       {U"涨至", 't'},       {U"扩至", 't'},       {U"减至", 't'},       {U"减到", 't'},
    {U"保持", 't'},       {U"达", 't'},         {U"为", 't'},         {U"是", 't'},         {U"至", 't'},
    {U"到", 't'},         {U"在", 't'},         {U"有", 't'},         {U"同比增长", 'g'},   {U"增长", 'g'},
    {U"增加", 'g'},       {U"提高", 'g'},       {U"提升", 'g'},       {U"上升", 'g'},       {U"上涨", 'g'},
    {U"扩大", 'g'},       {U"增速", 'g'},       {U"增幅", 'g'},       {U"涨幅", 'g'},       {U"增收", 'g'},
    {U"快于", 'g'},       {U"高出", 'g'},       {U"同比增", 'g'},     {U"跃升", 'g'},       {U"上调", 'g'},
    {U"前移", 'g'},       {U"后移", 'f'},       {U"增", 'g'},         {U"下降", 'f'},       {U"减少", 'f'},
    {U"降低", 'f'},       {U"压减", 'f'},       {U"压缩", 'f'},       {U"缩短", 'f'},       {U"回落", 'f'},
    {U"下滑", 'f'},       {U"收窄", 'f'},       {U"缩减", 'f'},       {U"削减", 'f'},       {U"精简", 'f'},
    {U"缩小", 'f'},       {U"下调", 'f'},       {U"降幅", 'f'},       {U"负增长", 'f'},     {U"同比降", 'f'},
    {U"降", 'f'}};

/// Of whom a figure is before it grows: 由人均300元提高到420元.
inline constexpr std::u32string_view per_head = U"人均";
inline constexpr std::u32string_view per_head_words[] = {U"每月人均", U"每年人均", U"年人均",
                                                         U"月人均",   U"人均",     U"户均"};
/// The time of a starting value, that no calendar names: 从保护初期的2600吨恢复到…, 由最低时的2万只.
inline constexpr std::u32string_view early_times[] = {U"初期的", U"时的", U"之初的", U"期初的", U"之前的", U"前的"};
/// Verbs that say how what is counted behind them was bettered, and not by how much: 改造提升10个菜市场.
inline constexpr std::u32string_view bettering_verbs[] = {U"改造提升", U"优化提升", U"整治提升", U"完善提升",
                                                          U"新建提升", U"提质提升", U"改建提升", U"改善提升"};
/// ... of which these are growth where they do not stand alone: 提升9个基地建设水平, but 水平提升9个百分点.
inline constexpr std::u32string_view bettering_words[] = {U"提升", U"提高"};
/// ... and what growth itself is counted in: 提升6个位次.
inline constexpr std::u32string_view degrees[] = {U"位次", U"名次", U"档次", U"等级", U"台阶", U"层级", U"位"};
/// How clauses end that say in what circumstances something was so, and not what it was.
inline constexpr std::u32string_view circumstances[] = {U"情况下", U"背景下", U"形势下", U"条件下", U"前提下",
                                                        U"影响下", U"压力下", U"带动下", U"基础上"};

/// Words at the end of what is left before a verb that belong to neither the name nor the number.
inline constexpr std::u32string_view trailing_words[] = {
    U"比上届",
    U"较上届",
    U"比上期",
    U"按可比口径计算",
    U"可比价格",
    U"可比",
    U"比上年同期",
    U"较上年同期",
    U"比去年同期",
    U"与上年相比",
    U"按可比价格计算",
    U"按可比价计算",
    U"按不变价格计算",
    U"按可比口径",
    U"可比价",
    U"比上年",
    U"较上年",
    U"比去年",
    U"较去年",
    U"比年初",
    U"较年初",
    U"同比",
    U"环比",
    U"同口径",
    U"分别",
    U"平均",
    U"年均",
    U"月均",
    U"累计",
    U"合计",
    U"总计",
    U"共计",
    U"初步核算",
    U"初步统计",
    U"初步测算",
    U"初步预计",
    U"预计",
    U"力争",
    U"确保",
    U"争取",
    U"努力",
    U"均",
    U"各",
    U"共",
    U"已",
    U"将",
    U"了",
    U"实现",
    U"完成",
    U"首次",
    U"历史性",
    U"历史性地",
    U"有望",
    U"可望",
    U"可完成",
    U"可实现",
    U"连续",
    U"先后",
    U"相继",
    U"接连",
    U"全年",
    U"全部",
    U"预期",
    U"计划",
    U"总计达",
    U"拟按",
    U"现在的",
    U"目前的",
    U"原来的",
    U"原来",
    U"当前的",
    U"名义",
    U"实际",

    U"每年",
    U"今年",
    U"年度",
    U"目标",
    U"的调控",
    U"的宏观调控",
    U"的预期",
    U"当年",
    U"速度",
    U"每立方米",
};

/// Remarks on how all figures from here on are measured.
inline constexpr std::u32string_view remarks[] = {U"(下同)", U"(同下)", U"(同比)", U"(同比,下同)"};

/// Words at the beginning of a clause that belong to no name: the whole that a report speaks of, times, ordinal words,
/// who acts and in what manner, verbs that say no more than that there is something, prepositions.
inline constexpr std::u32string_view leading_words[] = {
    U"较好地",   U"较好",     U"年均",     U"及以上",   U"以上",     U"以下",     U"位于",     U"超额完成", U"提前完成",
    U"全面完成", U"圆满完成", U"基本完成", U"基本建成", U"基本实现", U"启动实施", U"组织实施", U"加快推进", U"千方百计",
    U"想方设法", U"各级财政", U"各级政府", U"截至目前", U"本届政府", U"全地区",   U"到年底",   U"争取到",   U"完成了",
    U"进位至",   U"高质量",   U"进一步",   U"按标准",   U"按要求",   U"按计划",   U"按规定",   U"市政府",   U"县政府",
    U"区政府",   U"省政府",   U"州政府",   U"第一,",    U"第二,",    U"第三,",    U"第四,",    U"到目前",   U"近年来",
    U"近几年",   U"上半年",   U"下半年",   U"任期内",   U"全市",     U"全区",     U"全县",     U"全省",     U"全州",
    U"全盟",     U"全旗",     U"全镇",     U"全乡",     U"我市",     U"我区",     U"我县",     U"我省",     U"我州",
    U"本市",     U"本县",     U"本区",     U"本省",     U"全国",     U"全年",     U"今年",     U"去年",     U"上年",
    U"明年",     U"前年",     U"年内",     U"本年",     U"当年",     U"年度",     U"年初",     U"年底",     U"年末",
    U"每年",     U"预计",     U"累计",     U"共计",     U"总计",     U"合计",     U"其中",     U"同时",     U"并且",
    U"以及",     U"力争",     U"确保",     U"争取",     U"努力",     U"争创",     U"实现",     U"完成",     U"获得",
    U"获评",     U"建设",     U"建成",     U"培育",     U"打造",     U"组织",     U"开展",     U"举办",     U"创成",
    U"创建",     U"推动",     U"实施",     U"连夺",     U"跻身",     U"上榜",     U"升格",     U"建强",     U"夺得",
    U"列入",     U"入选",     U"申报",     U"连续",     U"计划",     U"力促",     U"力推",     U"办好",     U"办成",
    U"办结",     U"抓好",     U"抓紧",     U"抓实",     U"狠抓",     U"做好",     U"做强",     U"做优",     U"搞好",
    U"管好",     U"用好",     U"建好",     U"全面",     U"积极",     U"大力",     U"持续",     U"加快",     U"推进",
    U"促进",     U"加强",     U"强化",     U"深化",     U"加大",     U"全力",     U"着力",     U"深入",     U"扎实",
    U"稳步",     U"切实",     U"认真",     U"不断",     U"坚持",     U"继续",     U"始终",     U"坚决",     U"严格",
    U"主动",     U"精心",     U"成功",     U"顺利",     U"圆满",     U"逐步",     U"尽快",     U"有序",     U"有力",
    U"强力",     U"奋力",     U"统筹",     U"及时",     U"按时",     U"按期",     U"如期",     U"依法",     U"陆续",
    U"相继",     U"先后",     U"初步",     U"我们",     U"首先",     U"其次",     U"再次",     U"最后",     U"一是",
    U"二是",     U"三是",     U"四是",     U"五是",     U"六是",     U"七是",     U"八是",     U"九是",     U"十是",
    U"此外",     U"另外",     U"另有",     U"还有",     U"已有",     U"共有",     U"届时",     U"目前",     U"至今",
    U"迄今",     U"今后",     U"期间",     U"时期",     U"期末",     U"向上",     U"月",       U"共",       U"并",
    U"且",       U"和",       U"与",       U"及",       U"还",       U"再",       U"又",       U"也",       U"都",
    U"就",       U"仅",       U"已",       U"将",       U"要",       U"获",       U"使",       U"让",       U"把",
    U"被",       U"由",       U"从",       U"对",       U"向",       U"按",       U"在",       U"是",       U"至",
    U"到",       U"比",       U"较",       U"以",       U"了",       U"的",       U"为",       U"年"};

/// Names that begin as one of them does.
inline constexpr std::u32string_view no_leading_words[] = {
    U"全国性",       U"全省性",       U"全市性",     U"全区性",       U"全县性",       U"共性",
    U"年均降水",     U"年均气温",     U"年均浓度",   U"年均值",       U"年均产",       U"较好的",
    U"年用",         U"争取到位",     U"争取上级",   U"争取中央",     U"争取专项",     U"争取资金",
    U"争取省级资金", U"争取省级财政", U"争取各类",   U"争取各级",     U"争取债券",     U"争取国债",
    U"争取政策",     U"争取地方政府", U"争取政府",   U"争取国家资金", U"争取国家专项", U"争取国家预算",
    U"争取转移支付", U"争取新增债券", U"计划总投资", U"按时办结率",   U"按期办结率",   U"全面小康",
    U"全国文明",     U"全国重点",     U"共有产权",   U"建设用地",     U"建设项目",     U"建设资金",
    U"建设投资",     U"建设工程",     U"建设规模",   U"建设里程",     U"建设面积",     U"建设银行",
    U"建设领域",     U"建设兵团",     U"建成面积",   U"建成投产",     U"建成投用",     U"建成通车",
    U"建成里程",     U"组织收入",     U"计划生育",   U"计划投资",     U"计划单列",     U"继续教育",
    U"以工代赈",     U"以旧换新",     U"以奖代补",   U"全国一",       U"年平均",       U"再就业",
    U"再贷款",       U"再融资",       U"完成率",     U"完成额",       U"实现率",       U"获得感",
    U"获得率",       U"建设总",       U"建成区",     U"建成率",       U"培育率",       U"组织化",
    U"组织率",       U"创建率",       U"办结率",     U"办结量",       U"计划外",       U"推进会",
    U"促进会",       U"加强型",       U"成功率",     U"被抚养",       U"对东盟",       U"向日葵",
    U"比亚迪",       U"年均",         U"年轻",       U"年龄",         U"年金",         U"年薪",
    U"年审",         U"年检",         U"月均",       U"月季",         U"月嫂",         U"共享",
    U"共同",         U"共青",         U"共建",       U"并网",         U"并购",         U"并轨",
    U"和谐",         U"和美",         U"与会",       U"及格",         U"还款",         U"还贷",
    U"还建",         U"还湖",         U"还林",       U"还草",         U"还田",         U"再生",
    U"又好",         U"都市",         U"就业",       U"就地",         U"就近",         U"就诊",
    U"就医",         U"就学",         U"就读",       U"将军",         U"要素",         U"要求",
    U"获奖",         U"获证",         U"使用",       U"让利",         U"把关",         U"被征",
    U"由于",         U"从业",         U"从事",       U"从教",         U"对外",         U"对口",
    U"对内",         U"对台",         U"对俄",       U"对美",         U"对港",         U"对日",
    U"对韩",         U"对欧",         U"对接",       U"对上",         U"对华",         U"按揭",
    U"按质",         U"在建",         U"在校",       U"在园",         U"在岗",         U"在册",
    U"在职",         U"在线",         U"在库",       U"在外",         U"在用",         U"在学",
    U"在编",         U"在孵",         U"在研",       U"在读",         U"在籍",         U"在统",
    U"在谈",         U"在村",         U"在乡",       U"在役",         U"在售",         U"到位",
    U"到岗",         U"到户",         U"到期",       U"到访",         U"到港",         U"到账",
    U"到校",         U"到会",         U"到货",       U"到达",         U"比重",         U"比例",
    U"比率",         U"较大",         U"较高",       U"较好",         U"以外",         U"的士",
    U"为民",         U"为农",         U"获批",       U"全面质量",     U"全面健身",     U"全面推行",
    U"未来",         U"为期",         U"在沪",       U"在京",         U"在汉",         U"在深",
    U"在津",         U"在渝",         U"在兰",       U"在黔",         U"在豫",         U"在皖",
    U"在粤",         U"到手"};

/// Adverbs before the verb of a promise.
inline constexpr std::u32string_view commitment_adverbs[] = {U"加快",   U"全力",   U"大力", U"积极", U"全面",
                                                             U"深入",   U"力争",   U"确保", U"争取", U"高质量",
                                                             U"高标准", U"实质性", U"同步", U"持续"};

/// Verbs of a promise: a clause of the plan that begins with one and holds no figure is a commitment.
inline constexpr std::u32string_view commitment_verbs[] = {
    U"建成投用", U"建成", U"投用", U"启用", U"创成", U"动建", U"开工建设", U"开工", U"竣工", U"投产",
    U"完成",     U"启动", U"创建", U"争创", U"建立", U"设立", U"组建",     U"成立", U"新建", U"改造",
    U"打通",     U"贯通", U"建设", U"推进", U"实施", U"推动", U"出台",     U"制定", U"引进", U"打造",
    U"建好",     U"办好", U"举办", U"编制", U"整治", U"治理", U"培育"};

/// Words between what is compared and with what: 高于全省平均0.4个百分点. kind as of verbs; what stands before the
/// number where the comparison begins with 比; and the marks of a time, with which growth over it is meant.
inline constexpr VerbWord comparisons[] = {{U"高于", 'g'}, {U"高出", 'g'}, {U"快于", 'g'}, {U"优于", 'g'},
                                           {U"好于", 'g'}, {U"低于", 'f'}, {U"慢于", 'f'}, {U"低出", 'f'}};
/// ... and these where what they stand before ends as what is compared with, since they are bounds as well:
/// 超过全省平均水平2个百分点, but 超过财政支出的80%; and the units of shares and multiples, which are no difference.
inline constexpr std::u32string_view excesses[] = {U"超过", U"超出", U"领先"};
inline constexpr std::u32string_view relative_units[] = {U"%", U"‰", U"倍", U"成"};
inline constexpr std::u32string_view exceeded_ends[] = {U"平均", U"水平", U"目标", U"任务", U"标准", U"全国",
                                                        U"全省", U"全区", U"全市", U"全州", U"全盟"};
inline constexpr VerbWord comparatives[] = {{U"高出", 'g'}, {U"多出", 'g'}, {U"低出", 'f'}, {U"高", 'g'}, {U"快", 'g'},
                                            {U"多", 'g'},   {U"低", 'f'},   {U"慢", 'f'},   {U"少", 'f'}};
inline constexpr std::u32string_view no_references[] = {U"天数", U"比例", U"类", U"每", U"达到", U"$"};
inline constexpr std::u32string_view reference_tails[] = {U"水平", U"的"};
/// 比 is none of comparison behind these: 占比, 同比.
inline constexpr std::u32string_view no_comparison_before = U"占同环对之入贷存配";
/// A multiple of an earlier value: 是去年的2倍; of such times hold one of these.
inline constexpr char32_t equal_verb = U'是';
inline constexpr std::u32string_view base_characters = U"年月期末初五";
/// Words of growth that are nouns before a verb: 增速达, 增长保持在.
inline constexpr std::u32string_view growth_noun_ends = U"速幅长度涨";
/// What is no comparison before such a word: 达到或优于.
inline constexpr char32_t alternative = U'或';
inline constexpr std::u32string_view average = U"平均";
inline constexpr std::u32string_view base_ends = U"年末底初期月前时日";

/// A share of something: 占全市的45%. What is no share, words behind the whole, before the verb, and how it is written.
inline constexpr char32_t share_verb = U'占';
inline constexpr std::u32string_view no_shares = U"地用据领道补比率";
/// ... but these begin a whole: 占地区生产总值.
inline constexpr std::u32string_view share_wholes[] = {U"地区", U"地方", U"用电", U"用水"};
inline constexpr std::u32string_view no_share_starts = U"抢侵挤强征被";
inline constexpr std::u32string_view share_tails[] = {
    U"的比重", U"的比例", U"的份额", U"比重", U"比例", U"份额", U"总数的", U"的", U"达", U"约", U"近", U"超过", U"为"};
inline constexpr std::u32string_view share_adverbs[] = {U"分别", U"约", U"均", U"已",   U"也", U"就", U"大约",
                                                        U"合计", U"只", U"仅", U"共",   U"各", U"大", U"还",
                                                        U"所",   U"将", U"仍", U"仍然", U"要"};
inline constexpr std::u32string_view share_of = U"占";
inline constexpr std::u32string_view reaches = U"占到";
/// What says the same: 研发支出相当于生产总值的2%.
inline constexpr std::u32string_view equals = U"相当于";
/// How a share is named of those who do something: 实现改制的企业比例.
inline constexpr std::u32string_view portion_name = U"比例";
/// What a share is of, where it stands before: 财政收入中税收占比; and what is another word: 高中, 中小企业.
inline constexpr char32_t within = U'中';
inline constexpr std::u32string_view no_within = U"其高初集空水之手当";
inline constexpr std::u32string_view no_within_behind = U"小心国药学等央医年部介";
/// What is no set of those who do something behind a share: 10%的目标. kind g: it grows by so much (10%的增速), r: so
/// much is done (按10%的比例压减支出), n: neither.
inline constexpr VerbWord no_those[] = {{U"增长", 'g'},     {U"增速", 'g'},     {U"增幅", 'g'},     {U"涨幅", 'g'},
                                        {U"速度", 'g'},     {U"年均增长", 'g'}, {U"年均增速", 'g'}, {U"经济增长", 'g'},
                                        {U"经济增速", 'g'}, {U"预期增速", 'g'}, {U"递增", 'g'},     {U"目标", 'n'},
                                        {U"预期", 'n'},     {U"要求", 'n'},     {U"控制", 'n'},     {U"调控", 'n'},
                                        {U"计划目标", 'n'}, {U"基础上", 'n'},   {U"水平", 'n'},     {U"任务", 'n'},
                                        {U"考核", 'n'},     {U"约束性", 'n'},   {U"年度目标", 'n'}, {U"国家控制", 'n'},
                                        {U"比例", 'r'},     {U"幅度", 'r'}};
/// How names of shares end; said behind a list, one is of all of it together.
inline constexpr std::u32string_view share_ends[] = {U"占比", U"比重"};
/// How nouns end that a share is the size of: 80%的奖补上限.
inline constexpr std::u32string_view measured_nouns[] = {U"上限", U"下限", U"补贴", U"税率", U"利率", U"折扣", U"优惠"};
/// How nouns end that are goals.
inline constexpr std::u32string_view goal_ends[] = {U"目标", U"预期", U"要求"};
/// What is left out of a whole first where the name of a share grows too long.
inline constexpr std::u32string_view whole_tails[] = {U"总量", U"总额", U"总数"};
inline constexpr std::u32string_view whole_openings[] = {U"全市", U"全省", U"全县", U"全区", U"全州", U"全盟",  U"全旗",
                                                         U"我市", U"我省", U"我县", U"我区", U"我州", U"全社会"};
/// That something is of one year of several.
inline constexpr std::u32string_view yearly = U"年均";
/// The name of what a text does not name.
inline constexpr std::u32string_view unnamed = U"未命名";

/// Words at the end of a name that belong to none.
inline constexpr std::u32string_view name_tails[] = {
    U"每人每月", U"每人每年", U"每人每天", U"每人",       U"每月",     U"每年",     U"每亩",   U"每户", U"大关",
    U"新台阶",   U"台阶",     U"关口",     U"取得新突破", U"有新突破", U"取得突破", U"零增长", U"同比", U"实现",
    U"内完成",   U"完成",     U"分别",     U"预计",       U"力争",     U"确保",     U"达到",   U"突破", U"超过",
    U"提高",     U"下降",     U"增加",     U"减少",       U"升至",     U"增至",     U"降至",   U"左右", U"以上",
    U"以下",     U"以及",     U"达",       U"为",         U"是",       U"的",       U"了",     U"和",   U"与",
    U"及",       U"至",       U"到",       U"由",         U"从",       U"在",       U"均",     U"约",   U"共",
    U"已",       U"将",       U"占",       U"、",         U",",        U":",        U"(",      U")"};
/// Names that end as one of them does.
inline constexpr std::u32string_view no_name_tails[] = {
    U"目的", U"参与",   U"行为", U"作为",   U"赠与", U"公共", U"平均", U"人均", U"户均", U"村均", U"月均",
    U"年均", U"征占",   U"给与", U"干将",   U"中共", U"公约", U"签约", U"节约", U"履约", U"契约", U"违约",
    U"预约", U"合约",   U"自由", U"理由",   U"饱和", U"雷达", U"发达", U"通达", U"服从", U"普及", U"涉及",
    U"波及", U"新增加", U"党的", U"人口到", U"存在", U"所在", U"报到", U"由于", U"惠及"};

/// What is said behind a noun of it: verbs that may end the phrase, those with an object, and the adverbs before them.
inline constexpr std::u32string_view state_verbs[] = {
    U"建成投产", U"建成投用", U"建成通车", U"竣工投产", U"竣工投用", U"竣工验收", U"开工建设", U"投入使用", U"投入运营",
    U"竣工",     U"投产",     U"投用",     U"开工",     U"建成",     U"完工",     U"落地",     U"办结",     U"办复",
    U"签约",     U"上市",     U"挂牌",     U"脱贫",     U"达标",     U"通车",     U"验收",     U"入库",     U"复工"};
inline constexpr std::u32string_view object_verbs[] = {
    U"实现",   U"完成",   U"获评",   U"荣获",   U"获得", U"获批", U"入选", U"入围", U"列入", U"纳入", U"通过",
    U"被评为", U"被认定", U"被列入", U"被命名", U"享受", U"加入", U"落户", U"入驻", U"进入", U"跻身", U"达到",
    U"达",     U"得到",   U"用上",   U"喝上",   U"住上", U"实行", U"实施", U"开展", U"接受"};
inline constexpr std::u32string_view state_adverbs[] = {
    U"及时", U"首次", U"正式", U"高质高效", U"高质量", U"全覆盖", U"逐步", U"逐年", U"全部", U"全面",
    U"顺利", U"基本", U"陆续", U"如期",     U"按期",   U"相继",   U"提前", U"成功", U"已经", U"先后",
    U"扎实", U"稳步", U"有序", U"加快",     U"集中",   U"均",     U"已",   U"都"};
inline constexpr char32_t place_preposition = U'在';
/// What a preposition before a noun leads to: 为3000名老人提供服务.
inline constexpr std::u32string_view serving_verbs[] = {U"提供", U"发放", U"进行", U"实施", U"开展", U"采取",
                                                        U"给予", U"配备", U"配送", U"配发", U"免除", U"减免",
                                                        U"免费", U"办理", U"落实", U"推出", U"建立", U"解决"};
inline constexpr std::u32string_view serving_prepositions = U"为对向给";

/// Verbs whose object falls by a share: 压减会议30%; ends of what is no such object, as 精简比例.
inline constexpr std::u32string_view cutting_verbs[] = {U"压缩", U"压减", U"压降", U"削减",
                                                        U"减少", U"缩减", U"精简", U"降低"};
inline constexpr std::u32string_view no_cut_ends[] = {U"幅度", U"占", U"只占", U"约占", U"仅占"};
/// What several have together, before a bound: 总投资超80亿元的12个项目.
inline constexpr std::u32string_view no_class_measures[] = {U"投资", U"投资额", U"资金", U"规模", U"总额"};
/// A name that ends so breaks off: 国家提出, 扶贫开发重点县按.
inline constexpr std::u32string_view open_ends[] = {U"为",   U"于",   U"按",   U"要",   U"对",   U"将",   U"把",
                                                    U"从",   U"至",   U"到",   U"提出", U"涉及", U"对接", U"安排",
                                                    U"扩面", U"增长", U"上涨", U"下降", U"提高"};
/// Verbs that make a flow and stay in its name, before a list too.
inline constexpr std::u32string_view flow_verbs[] = {
    U"新认定", U"新引进",   U"新开工", U"新签约", U"新培育", U"新增", U"新建", U"新改", U"改建", U"扩建",
    U"改造",   U"引进",     U"净增",   U"关停",   U"关闭",   U"淘汰", U"培训", U"发放", U"救助", U"处置",
    U"化解",   U"查处",     U"清理",   U"整治",   U"修复",   U"治理", U"转移", U"安置", U"招引", U"签约",
    U"开工",   U"认定",     U"争取",   U"取消",   U"下放",   U"减免", U"投放", U"出台", U"修订", U"举办",
    U"维修",   U"新植",     U"栽植",   U"推广",   U"建立",   U"设立", U"成立", U"解决", U"安排", U"投入",
    U"提供",   U"孵化",     U"改扩建", U"分配",   U"竣工",   U"投产", U"发展", U"开通", U"建成", U"配备",
    U"培育",   U"除险加固", U"划定",   U"创建",   U"打造",   U"实施", U"完成", U"办理", U"受理", U"建设"};

/// Verbs that stand alone before a figure and are said of what was counted before: 新建学校30所、改扩建28所.
inline constexpr std::u32string_view repeated_verbs[] = {
    U"新开工建设", U"新建续建", U"开工建设", U"竣工投产", U"建成投用", U"改造提升", U"整治提升", U"提升改造", U"新建成",
    U"新开工",     U"新竣工",   U"新投产",   U"新签约",   U"新落地",   U"新认定",   U"新引进",   U"新改扩建", U"改扩建",
    U"新改建",     U"新建",     U"改建",     U"扩建",     U"改造",     U"续建",     U"在建",     U"完工",     U"开工",
    U"竣工",       U"投产",     U"动工",     U"落地",     U"签约",     U"交付",     U"入库",     U"升规",     U"通车",
    U"修复",       U"关闭",     U"认定",     U"启动",     U"整治",     U"投用",     U"新增",     U"引进",     U"建成"};

/// How an added stock is told: 市场主体新增7万户 is 新增市场主体.
inline constexpr std::u32string_view added_stocks[] = {U"新增", U"净增"};

/// Where a name that is too long is cut; the residents of places.
inline constexpr std::u32string_view break_marks = U"、和与及的";
inline constexpr std::u32string_view residents = U"居民";
inline constexpr std::u32string_view town_and_country = U"城乡";
inline constexpr std::u32string_view residences[] = {U"城镇", U"农村", U"城市"};
/// What deals values to names.
inline constexpr std::u32string_view each_of = U"分别";

/// Nouns that begin as a verb behind a figure does; nouns before which it is an attribute: 12个竣工项目.
inline constexpr std::u32string_view no_verb_starts[] = {
    U"居民", U"进口",   U"入学", U"创新", U"创业", U"从业", U"对外", U"对口", U"在校", U"在建", U"在园", U"在岗",
    U"在孵", U"在谈",   U"在册", U"在库", U"在研", U"在读", U"在籍", U"在职", U"在编", U"在售", U"被征", U"增值",
    U"达标", U"多功能", U"多式", U"余热", U"并网", U"排水", U"排污", U"列车", U"均衡", U"入库", U"为民", U"入海",
    U"入河", U"入湖",   U"入江", U"入黄", U"占道", U"居住", U"进城", U"在蓉", U"在汉", U"在京", U"在沪", U"在用",
    U"对接", U"进境",   U"进村", U"创投", U"创客", U"获奖", U"获证", U"居家", U"降碳", U"由国", U"于"};
inline constexpr std::u32string_view counted_heads[] = {U"项目", U"工程", U"企业"};
/// Ends of what belongs to a noun that stands behind the next figure: 2个省级、5个市级园区.
inline constexpr std::u32string_view attribute_ends = U"级型类";
/// Places of one character, which a count of them is named by, and how.
inline constexpr std::u32string_view short_places = U"县村镇乡区市州";
inline constexpr std::u32string_view number_word = U"数量";
/// Marks within a word that part no list.
struct JoinedMark {
  char32_t mark;
  std::u32string_view before;
  std::u32string_view behind;
};
inline constexpr JoinedMark joined_marks[] = {{U'及', U"普涉波触遍惠顾危以", U"格时以"},
                                              {U'和', U"政共饱温缓祥柔谐永颐呼究", U"谐平田县美睦"},
                                              {U'与', U"参给赠究", U"会"}};
/// Ends of names that a list of names shares: 化肥、农药使用量; and how names end that share none.
inline constexpr std::u32string_view shared_tails[] = {U"参保人数",
                                                       U"生产总值",
                                                       U"总产",
                                                       U"项目数",
                                                       U"居民人均可支配收入",
                                                       U"人均可支配收入",
                                                       U"居民人均纯收入",
                                                       U"人均纯收入",
                                                       U"产业增加值",
                                                       U"增加值",
                                                       U"平均浓度",
                                                       U"年均浓度",
                                                       U"浓度",
                                                       U"总排放量",
                                                       U"排放总量",
                                                       U"排放量",
                                                       U"使用量",
                                                       U"总产量",
                                                       U"产量",
                                                       U"销量",
                                                       U"出栏量",
                                                       U"存栏量",
                                                       U"饲养量",
                                                       U"吞吐量",
                                                       U"周转量",
                                                       U"消费量",
                                                       U"发电量",
                                                       U"用电量",
                                                       U"总产值",
                                                       U"产值",
                                                       U"零售额",
                                                       U"销售额",
                                                       U"成交额",
                                                       U"营业额",
                                                       U"总额",
                                                       U"余额",
                                                       U"覆盖率",
                                                       U"普及率",
                                                       U"参保率",
                                                       U"合格率",
                                                       U"达标率",
                                                       U"处理率",
                                                       U"利用率",
                                                       U"入学率",
                                                       U"巩固率",
                                                       U"绿化率",
                                                       U"保险费",
                                                       U"支出",
                                                       U"收入",
                                                       U"投资",
                                                       U"贷款",
                                                       U"面积",
                                                       U"价格",
                                                       U"比重",
                                                       U"占比",
                                                       U"总量",
                                                       U"能耗",
                                                       U"人数",
                                                       U"数量",
                                                       U"标准",
                                                       U"保险"};
inline constexpr std::u32string_view measure_ends = U"率量额值数比重例入出资价积耗";

/// Names that stand for two, and the names of the two.
struct PairOfNames {
  std::u32string_view word;
  std::u32string_view first;
  std::u32string_view second;
};
inline constexpr PairOfNames pairs_of_names[] = {{U"城乡居民", U"城镇居民", U"农村居民"},
                                                 {U"城乡常住居民", U"城镇常住居民", U"农村常住居民"},
                                                 {U"存贷款", U"存款", U"贷款"}};

/// Examples before the noun that they are of: 高新、物流等园区.
inline constexpr std::u32string_view examples_mark = U"等";
inline constexpr std::u32string_view no_examples = U"级教学院额化待离同值次";

/// Years within a name, and what belongs to them: 连续5年, 5年来.
inline constexpr char32_t year_mark = U'年';
inline constexpr std::u32string_view year_counts = U"两二三四五六七八九十";
inline constexpr std::u32string_view counted_years_before[] = {
    U"从去年起连续", U"连续", U"近", U"过去", U"今后", U"未来", U"到", U"至", U"比", U"较", U"每", U"这"};
inline constexpr std::u32string_view counted_years_behind[] = {
    U"以来", U"期间", U"来", U"间", U"内", U"共", U"累计", U"末", U"底", U"的", U"每年", U"保持", U"度"};
/// How long something went on: 连续6个月当月.
inline constexpr std::u32string_view streak_units[] = {U"个月当月", U"个月", U"个季度", U"季度"};
/// Goods with a name of one character.
inline constexpr std::u32string_view short_goods = U"钢铁煤油布糖盐肉蛋奶猪牛羊纱茶棉麻";

/// Names that say nothing alone: they belong to what the sentence named before. 总投资 of the projects just counted.
inline constexpr std::u32string_view part_names[] = {
    U"总投资额", U"总投资", U"投资总额", U"计划投资", U"完成投资", U"到位资金", U"投资完成率", U"完成率",   U"投资",
    U"投入",     U"总产值", U"产值",     U"竣工",     U"开工",     U"投产",     U"总面积",     U"建筑面积", U"处置面积",
    U"面积",     U"总规模", U"规模",     U"总额",     U"用时",     U"营收",     U"营收占比",   U"市内产值", U"利润",
    U"税收",     U"销售额", U"产量",     U"总产量",   U"覆盖率",   U"占比",     U"总量",       U"数量",     U"总数"};

/// Of these parts the whole is a stock, whatever was added to it: 新增人才5万人、总量达30万人.
inline constexpr std::u32string_view stock_parts[] = {U"总量", U"总数"};

/// What a second growth of one indicator is adjusted for.
inline constexpr std::u32string_view adjustments[] = {U"剔除", U"扣除", U"同口径", U"可比口径", U"还原"};

/// Verbs that make a count one of what was added; said before a list, they are said of each name in it.
inline constexpr std::u32string_view governing_verbs[] = {U"新增",   U"新认定", U"新建成", U"净增",  U"新建",
                                                          U"新引进", U"引进",   U"新开工", U"新签约"};
/// Parts that a measure may have as well.
inline constexpr std::u32string_view parts_of_measures[] = {U"占比", U"总量",   U"总额", U"总数",
                                                            U"数量", U"总规模", U"规模", U"覆盖率"};
/// Names of growth alone: it is that of what was named before.
inline constexpr std::u32string_view growth_names[] = {U"增速",     U"增幅",   U"涨幅",     U"降幅",  U"增长率",
                                                       U"增长速度", U"其增速", U"增速分别", U"总增速"};

/// Parts of a place, by the ends of their names: those that are one by the word alone, and those that need a name
/// before it; what ends so and is none; verbs behind them; and the whole.
inline constexpr std::u32string_view area_ends[] = {
    U"开发区",   U"园区",   U"产业园", U"工业园", U"科技园", U"新区",   U"高新区", U"经开区", U"保税区",
    U"保税港区", U"试验区", U"示范区", U"合作区", U"自贸区", U"集聚区", U"新城",   U"街道",   U"集团",
    U"兵团",     U"公司",   U"县",     U"区",     U"市",     U"旗",     U"镇",     U"乡"};
inline constexpr std::u32string_view area_marks = U"区园城道团司县市旗镇乡";
inline constexpr std::u32string_view no_area_ends[] = {
    U"建成区",   U"棚户区",        U"安置区",   U"保护区", U"办理市",   U"制定市",   U"安排市",       U"清理市",
    U"出台市",   U"颁布市",        U"抓好市",   U"地级市", U"级市",     U"脱贫县",   U"多数县",       U"更多县",
    U"收入县",   U"收入园区",      U"示范镇",   U"城市",   U"地区",     U"市区",     U"城区",         U"社区",
    U"小区",     U"辖区",          U"景区",     U"灾区",   U"库区",     U"山区",     U"牧区",         U"农区",
    U"林区",     U"矿区",          U"老区",     U"片区",   U"校区",     U"郊区",     U"全区",         U"全市",
    U"全县",     U"全镇",          U"全乡",     U"各区",   U"各县",     U"各市",     U"各镇",         U"各乡",
    U"城镇",     U"乡镇",          U"村镇",     U"集镇",   U"建制镇",   U"县市",     U"市县",         U"区县",
    U"县区",     U"自治区",        U"功能区",   U"超市",   U"上市",     U"股市",     U"都市",         U"夜市",
    U"楼市",     U"城乡",          U"下乡",     U"返乡",   U"回乡",     U"我市",     U"我县",         U"我区",
    U"本市",     U"本县",          U"本区",     U"贫困县", U"强县",     U"强镇",     U"强区",         U"强市",
    U"重点镇",   U"中心镇",        U"特色镇",   U"小城市", U"大城市",   U"百强县",   U"省市",         U"地市",
    U"国有公司", U"小额贷款公司",  U"上市公司", U"各园区", U"省级园区", U"集市",     U"水乡",         U"老城区",
    U"主城区",   U"牧乡",          U"林业局",   U"我国",   U"企业集团", U"大型集团", U"龙头企业集团", U"小城镇",
    U"新型城镇", U"农产品加工园区"};
inline constexpr std::u32string_view no_area_starts = U"全各我本该每个多几两三四五六七八九十百其在的新引";
inline constexpr std::u32string_view area_verbs[] = {U"完成", U"实现", U"达到", U"实施", U"引进", U"新增",
                                                     U"新建", U"签约", U"入驻", U"上缴", U"投入", U"投资",
                                                     U"生产", U"销售", U"落户", U"争取"};
inline constexpr std::u32string_view plain_verbs[] = {U"完成", U"实现", U"达到"};
inline constexpr std::u32string_view wholes[] = {U"全市", U"全县", U"全区", U"全省", U"全州", U"全盟",
                                                 U"全旗", U"我市", U"我县", U"我区", U"我省", U"我州",
                                                 U"本市", U"本县", U"本区", U"本省", U"全国"};
inline constexpr std::u32string_view pause = U"、";
inline constexpr std::u32string_view actor_marks = U"局委厅府门室会";
inline constexpr std::u32string_view part_marks = U"区园城道团司县市旗镇乡局委厅府门室会、";
/// What is said of a part at the head of a sentence, whose money the sentence goes on to tell: 高新区加快建设,….
inline constexpr std::u32string_view area_predicates[] = {
    U"继续", U"建设", U"发展", U"加快", U"坚持", U"围绕",   U"体制", U"规划", U"升格", U"要",
    U"着力", U"积极", U"全面", U"综合", U"经济", U"集聚",   U"扩",   U"整合", U"实力", U"功能",
    U"合作", U"运行", U"快速", U"增容", U"跨",   U"保持",   U"强势", U"引领", U"成为", U"突出",
    U"改革", U"开发", U"步伐", U"持续", U"稳步", U"进一步", U"不断", U"大力"};
/// What is said of a part in a later clause of a sentence, whose money follows at once: ...,新区经济运行向好,生产总值….
inline constexpr std::u32string_view economy_predicates[] = {U"经济", U"综合实力", U"实力", U"发展", U"保持"};
/// What makes a part no subject, before it; and what it is called or named for where it is a scheme or a trade of the
/// whole place: 突出开发区建设, 旅游集聚区.
inline constexpr std::u32string_view no_opening_starts[] = {
    U"优化", U"整合", U"结合", U"突出", U"依托", U"抓", U"围绕", U"借助", U"发挥", U"提升", U"壮大", U"支持", U"引导",
    U"鼓励", U"完善", U"利用", U"做",   U"提高", U"以", U"实行", U"建立", U"深入", U"创新", U"通过", U"启动", U"申"};
inline constexpr std::u32string_view no_opening_words[] = {U"试验区", U"示范区", U"旅游", U"农业",
                                                           U"粮食",   U"海洋",   U"物流", U"文化"};
/// The city of a place, its people, and what is told of it before them.
inline constexpr std::u32string_view cities[] = {U"中心城区", U"主城区", U"老城区", U"建成区",
                                                 U"市区",     U"城区",   U"县城"};
inline constexpr std::u32string_view populations[] = {U"常住人口", U"户籍人口", U"总人口", U"人口"};
inline constexpr std::u32string_view city_measures[] = {U"面积", U"建成区", U"城区", U"市区"};
/// How a sentence begins that tells of the nation in the report of a place.
inline constexpr std::u32string_view of_nation = U"我国";
inline constexpr std::string_view money = "元";  ///< what the units of money end with in the catalogue
/// Characters of which one stands in what stands for several names.
inline constexpr std::u32string_view splitting_marks = U"、和与及乡贷";
inline constexpr char32_t county = U'县';
/// Who acts, by the ends of the names: 县财政局争取….
inline constexpr std::u32string_view actor_ends[] = {
    U"局", U"委", U"厅", U"政府", U"部门", U"办公室", U"委员会",
};

/// Words beside a number that is no figure: before a road's number, behind it, ...
inline constexpr std::u32string_view roads_before[] = {U"国道", U"省道", U"县道"};
inline constexpr std::u32string_view roads[] = {U"国道", U"省道", U"县道", U"号线", U"号", U"线"};
inline constexpr std::u32string_view versions[] = {U"版"};
inline constexpr std::u32string_view anniversaries[] = {U"周年"};
inline constexpr std::u32string_view dates[] = {U"日", U"月"};
/// ... in the name of a set: 500强, 十大, 第3届,
inline constexpr std::u32string_view ranked_sets[] = {U"强", U"佳", U"大", U"届"};
/// ... before a number of months or years in a row.
inline constexpr std::u32string_view streaks[] = {U"连续"};

/// What is followed by a number of its articles: 政策33条; and what is done with it.
inline constexpr std::u32string_view policies[] = {U"政策", U"措施", U"意见", U"新政"};
inline constexpr std::u32string_view policy_verbs[] = {U"落实", U"出台", U"实施", U"迭代"};

/// Years that a document can name, and the characters for zero that reports write in them.
inline constexpr int earliest_year = 1900;
inline constexpr int latest_year = 2100;
inline constexpr std::u32string_view year_zeros = U"〇○零OoΟ";

/// Words before a time by which something is to have come to.
inline constexpr std::u32string_view year_limits[] = {U"到", U"至", U"截至", U"力争", U"争取", U"预计", U"确保"};

/// Words before a time, and what they make of it: c something is compared with it (比2018年), f something begins there
/// (由2018年的5家), m something is a multiple of it (是2015年的1.4倍), s a span begins (自2018年以来), l something is
/// to have come to by then (到2027年), e the same, an effort (力争2027年), o one of others that end so: 高于上年,
/// 建于2015年.
struct TimeLead {
  std::u32string_view word;
  char says;
};
inline constexpr TimeLead time_leads[] = {
    {U"恢复到", 'm'}, {U"恢复至", 'm'}, {U"比", 'c'},     {U"较", 'c'}, {U"与", 'c'},   {U"由", 'f'},   {U"从", 'f'},
    {U"相当于", 'm'}, {U"是", 'm'},     {U"为", 'm'},     {U"达", 'm'}, {U"达到", 'm'}, {U"自", 's'},   {U"截至", 'l'},
    {U"截止", 'l'},   {U"截止到", 'l'}, {U"截至到", 'l'}, {U"到", 'l'}, {U"至", 'l'},   {U"力争", 'e'}, {U"争取", 'e'},
    {U"预计", 'e'},   {U"确保", 'e'},   {U"于", 'o'},     {U"在", 'i'}};
/// What is said of a part of the year behind these has come to pass: 截至今年1月底.
inline constexpr std::u32string_view until = U"截";
/// Before 比 these make it a noun: 占比; before 于 those compare: 高于上年.
inline constexpr std::u32string_view no_comparison = U"占对环同之配";
inline constexpr std::u32string_view comparing = U"高低快多少优好大小慢长短";
/// Behind a time that something is measured from: 在去年的基础上, 与2019年相比, 上年同期; and before it.
inline constexpr std::u32string_view base_words[] = {U"基础上", U"相比", U"同期"};
inline constexpr std::u32string_view base_leads = U"在与同和";
/// A starting value stands behind these.
inline constexpr std::u32string_view from_words = U"由从";
/// What follows a point of time or a span and belongs to it: o a span that is open to the present, b a beginning, a
/// the beginning of something that says nothing of the figures.
inline constexpr TimeLead time_tails[] = {{U"以来", 'o'}, {U"期间", 't'}, {U"全年", 't'}, {U"年底", 'p'},
                                          {U"年末", 'p'}, {U"年初", 'b'}, {U"底前", 't'}, {U"末", 'p'},
                                          {U"底", 'p'},   {U"起", 'a'}};
inline constexpr std::u32string_view since = U"以来";
/// Between two years these name both ends, where a dash names all the years: 从2016年到2020年.
inline constexpr std::u32string_view from_to = U"至到";
/// Behind a part of the year this makes it a deadline: 三季度前全部开工.
inline constexpr std::u32string_view deadline = U"前";
/// Characters that begin another word behind a year: 2023年度假区, 2023年初中毕业生.
struct YearTail {
  char32_t tail;
  std::u32string_view no;
};
inline constexpr YearTail year_tails[] = {
    {U'末', U""}, {U'底', U"层"}, {U'度', U"假"}, {U'初', U"中级步"}, {U'份', U""}};

/// A sentence that names it says no more of the year before: 过去一年,…。主要目标是….
inline constexpr std::u32string_view goal = U"目标";

/// Times by their distance from the year of the speech, which the plan is for.
struct RelativeTime {
  std::u32string_view word;
  int distance;
};
inline constexpr RelativeTime relative_times[] = {{U"去年", -1}, {U"上年", -1}, {U"上一年", -1},
                                                  {U"今年", 0},  {U"本年", 0},  {U"明年", 1}};
/// The beginning of a year, from which something is measured: 比年初增加.
inline constexpr std::u32string_view year_starts[] = {U"年初"};

/// Words before and behind a number of years: x some years that nobody says which, p years past, a years ahead, m a
/// mean over years past, b the year before them, where something is measured from it (比五年前).
struct YearsWord {
  std::u32string_view word;
  char says;
};
inline constexpr YearsWord years_before[] = {{U"刚刚过去的", 'p'}, {U"过去的", 'p'}, {U"过去", 'p'},   {U"最近", 'p'},
                                             {U"近", 'p'},         {U"这", 'p'},     {U"上一个", 'x'}, {U"上个", 'x'},
                                             {U"前", 'x'},         {U"今后的", 'a'}, {U"今后", 'a'},   {U"未来的", 'a'},
                                             {U"未来", 'a'}};
/// Before 前 these make another word of it: 学前三年, 提前一年.
inline constexpr std::u32string_view no_years_before = U"学提";
inline constexpr YearsWord years_behind[] = {{U"以来", 'p'}, {U"来", 'p'},   {U"间", 'p'},   {U"累计", 'p'},
                                             {U"共", 'p'},   {U"合计", 'p'}, {U"总计", 'p'}, {U"平均", 'm'},
                                             {U"年均", 'm'}, {U"内", 'a'},   {U"前", 'b'}};
/// What stands behind the years alone, at the head of a clause, that they are the time of: 五年新增就业15万人.
inline constexpr std::u32string_view years_alone[] = {
    U"新增", U"新建", U"新开", U"新引", U"新认",     U"净增",   U"增长", U"增加", U"增收", U"减少", U"下降",
    U"提高", U"提升", U"翻",   U"完成", U"基本完成", U"实现",   U"建成", U"开工", U"投入", U"投资", U"引进",
    U"培训", U"转移", U"解决", U"筹集", U"淘汰",     U"整合",   U"办理", U"减免", U"实际", U"分别", U"全市",
    U"全省", U"全区", U"全县", U"全州", U"全国",     U"全社会", U"城镇", U"农村", U"城乡", U"财政", U"市财政",
    U"教育", U"招商", U"跨越", U"改造", U"处置",     U"化解",   U"争取", U"安排", U"发放"};
/// ... or anywhere, but not behind 连续 and its like: 存款五年增长1倍.
inline constexpr std::u32string_view years_grown[] = {U"增长", U"增加", U"提高", U"下降", U"减少",
                                                      U"提升", U"翻番", U"翻了", U"翻一", U"翻两"};
inline constexpr std::u32string_view no_years_grown = U"个前后第这每头近续";
/// Of these words behind a number of years the years are not: they say what is done with the figures.
inline constexpr std::u32string_view years_sums[] = {U"累计", U"共", U"合计", U"总计", U"年均"};
/// ... and of these nobody knows whether they are over, unless the passage says so.
inline constexpr std::u32string_view years_said[] = {U"累计", U"共", U"合计", U"总计", U"年均", U"平均"};
/// What a clause is that tells what was so before: 在2010年突破1000亿元的基础上.
inline constexpr std::u32string_view frames[] = {U"基础上", U"情况下", U"背景下"};
/// Behind these a year to come is that of an event: 成为2028年申报项目.
inline constexpr std::u32string_view event_verbs[] = {U"成为", U"申办", U"承办", U"筹办", U"筹备", U"备战", U"迎接"};
/// Of what stands before these the figures are not: 是前53年的总和.
inline constexpr std::u32string_view years_totals[] = {U"总和", U"之和", U"总量之和"};
/// What follows years that only serve to compare: 近五年最好水平, 五年平均水平.
inline constexpr std::u32string_view years_compared[] = {U"最",   U"首", U"罕见", U"未",       U"新高", U"新低",
                                                         U"水平", U"值", U"同期", U"平均水平", U"均值"};
/// Terms of a government, of unknown length.
inline constexpr std::u32string_view terms[] = {U"本届政府任期内", U"本届政府任期", U"本届政府成立以来",
                                                U"本届政府以来",   U"本届政府期间", U"任期内"};

/// What somebody says of a time: 国家计划要求今年的国民生产总值增长5%.
inline constexpr std::u32string_view saying_verbs[] = {U"要求", U"提出", U"确定", U"核算", U"统计", U"测算",
                                                       U"预计", U"预测", U"规定", U"明确", U"建议", U"下达",
                                                       U"争取", U"力争", U"确保", U"安排", U"计划", U"则"};
/// Figures that a time is compared by: 比1955年决算数增长.
inline constexpr std::u32string_view base_nouns[] = {U"决算数", U"预算数", U"执行数", U"完成数",   U"年报数",
                                                     U"快报数", U"决算",   U"预算",   U"平均水平", U"水平",
                                                     U"基数",   U"基准数", U"基准"};

/// Parts of a year.
struct YearPart {
  enum class Says : unsigned char {
    year,
    first_quarter,
    second_quarter,
    third_quarter,
    fourth_quarter,
    first_half,
    second_half,
    nine_months
  };
  std::u32string_view word;
  Says says;
};
inline constexpr YearPart year_parts[] = {
    {U"前三个季度", YearPart::Says::nine_months},  {U"前三季度", YearPart::Says::nine_months},
    {U"前3季度", YearPart::Says::nine_months},     {U"前两个季度", YearPart::Says::first_half},
    {U"前两季度", YearPart::Says::first_half},     {U"第一季度", YearPart::Says::first_quarter},
    {U"第二季度", YearPart::Says::second_quarter}, {U"第三季度", YearPart::Says::third_quarter},
    {U"第四季度", YearPart::Says::fourth_quarter}, {U"一季度", YearPart::Says::first_quarter},
    {U"二季度", YearPart::Says::second_quarter},   {U"三季度", YearPart::Says::third_quarter},
    {U"四季度", YearPart::Says::fourth_quarter},   {U"1季度", YearPart::Says::first_quarter},
    {U"2季度", YearPart::Says::second_quarter},    {U"3季度", YearPart::Says::third_quarter},
    {U"4季度", YearPart::Says::fourth_quarter},    {U"上半年", YearPart::Says::first_half},
    {U"下半年", YearPart::Says::second_half},      {U"全年", YearPart::Says::year}};
/// 全年 is none before these, nor behind those: 全年目标, 占全年.
inline constexpr std::u32string_view no_whole_year = U"占比较";
inline constexpr std::u32string_view completes = U"完成";
inline constexpr std::u32string_view beyond = U"超额";
inline constexpr std::u32string_view completion = U"完成率";
inline constexpr std::u32string_view beyond_completion = U"超额完成率";
/// What is said of a goal around the word.
inline constexpr std::u32string_view goal_words[] = {
    U"超额",   U"目标任务", U"目标数", U"预算数", U"任务数", U"目标", U"任务", U"计划", U"预期", U"预算",
    U"年度",   U"全年",     U"年初",   U"半年",   U"三年",   U"五年", U"省定", U"市定", U"既定", U"总任务",
    U"总目标", U"自治区",   U"省下达", U"下达",   U"调整",   U"年",   U"的",   U"已",   U"省"};
inline constexpr std::u32string_view year_goals[] = {U"目标", U"任务", U"计划", U"预期", U"预算"};
/// Words of months: what a number of months that begins with January stands behind, marks of a span, and ends.
inline constexpr std::u32string_view months_first = U"前头";
inline constexpr std::u32string_view time_dashes = U"-—–~至到－";
inline constexpr std::u32string_view month_ends = U"底末";

/// The five-year plans.
struct PlanRow {
  int number = 0;
  int first = 0;
  int last = 0;
};
inline constexpr PlanRow five_year_plans[] = {{1, 1953, 1957},  {2, 1958, 1962},  {3, 1966, 1970},  {4, 1971, 1975},
                                              {5, 1976, 1980},  {6, 1981, 1985},  {7, 1986, 1990},  {8, 1991, 1995},
                                              {9, 1996, 2000},  {10, 2001, 2005}, {11, 2006, 2010}, {12, 2011, 2015},
                                              {13, 2016, 2020}, {14, 2021, 2025}, {15, 2026, 2030}, {16, 2031, 2035},
                                              {17, 2036, 2040}, {18, 2041, 2045}, {19, 2046, 2050}};
/// Words behind the name of a plan that make it a time, not a document: e its last year, b its first, o open to the
/// present, t all of it.
inline constexpr TimeLead plan_times[] = {{U"期间", 't'}, {U"时期", 't'}, {U"期末", 'e'}, {U"末期", 'e'},
                                          {U"末", 'e'},   {U"以来", 'o'}, {U"初期", 'b'}, {U"初", 'b'},
                                          {U"前", 't'},   {U"五年", 't'}};

/// Names of figures that have no unit, and what stands before those: 收入倍差缩小到1.86.
inline constexpr std::u32string_view reaching = U"至到为达";
inline constexpr std::u32string_view index_names[] = {U"倍差", U"收入比", U"指数", U"系数"};

/// What ends the noun behind a counted figure: 43个项目完成….
inline constexpr std::u32string_view noun_ends[] = {U"完成", U"增长", U"总投资", U"分别", U"均", U"实现", U"达"};

/// Verbs at which a clause without figures stops naming its subject.
inline constexpr std::u32string_view predicate_verbs[] = {
    U"再上", U"突破", U"达到", U"完成", U"实现", U"顺利", U"全面", U"稳步", U"持续", U"不断",
    U"保持", U"快速", U"加快", U"稳中", U"增长", U"迈上", U"迈入", U"跨越", U"扎实", U"深入",
    U"有序", U"创",   U"获",   U"居",   U"位居", U"明显", U"显著", U"大幅"};

/// What begins a following noun that is none: a verb or an adverb behind the figure.
inline constexpr std::u32string_view verb_starts[] = {
    U"压缩", U"压减", U"缩短", U"缩小",     U"缩减",   U"上升",   U"降",   U"升",   U"调整", U"扩大", U"优化", U"增长",
    U"下降", U"同比", U"比",   U"较",       U"占",     U"居",     U"列",   U"位居", U"排",   U"完成", U"实现", U"用于",
    U"支持", U"以上", U"以下", U"以内",     U"左右",   U"，",     U"分别", U"达",   U"为",   U"是",   U"和",   U"与",
    U"及",   U"或",   U"的",   U"、",       U"并",     U"提高",   U"提升", U"减少", U"增加", U"新增", U"建成", U"投用",
    U"开工", U"竣工", U"落地", U"投产",     U"获",     U"入",     U"进",   U"被",   U"在",   U"从",   U"由",   U"对",
    U"到",   U"均",   U"全部", U"已",       U"于",     U"通过",   U"推动", U"带动", U"实施", U"余",   U"多",   U"至",
    U"创",   U"大关", U"台阶", U"关口",     U"增至",   U"增到",   U"增为", U"减至", U"减到", U"减为", U"跃",   U"涨",
    U"扩展", U"拓展", U"改为", U"优化整合", U"整合为", U"整合至", U"冲刺"};

/// Words anywhere before a number that say how firmly, how often or for when.
struct CueWord {
  enum class Says : unsigned char {
    strive,
    ensure,
    respectively,
    month_average,
    year_average,
    compared,
    within_year,
    constant_prices,
    current_prices,
    in_turn
  };
  std::u32string_view word;
  Says says;
};
inline constexpr CueWord cue_words[] = {{U"力争", CueWord::Says::strive},
                                        {U"争取", CueWord::Says::strive},
                                        {U"争创", CueWord::Says::strive},
                                        {U"努力", CueWord::Says::strive},
                                        {U"确保", CueWord::Says::ensure},
                                        {U"务必", CueWord::Says::ensure},
                                        {U"分别", CueWord::Says::respectively},
                                        {U"月均", CueWord::Says::month_average},
                                        {U"年均浓度", CueWord::Says::within_year},
                                        {U"年均值", CueWord::Says::within_year},
                                        {U"年均气温", CueWord::Says::within_year},
                                        {U"年均降水", CueWord::Says::within_year},
                                        {U"年均", CueWord::Says::year_average},
                                        {U"年平均增", CueWord::Says::year_average},
                                        {U"年平均递", CueWord::Says::year_average},
                                        {U"年平均提", CueWord::Says::year_average},
                                        {U"年平均下", CueWord::Says::year_average},
                                        {U"平均每年", CueWord::Says::year_average},
                                        {U"每年平均", CueWord::Says::year_average},
                                        {U"年递增", CueWord::Says::year_average},
                                        {U"不变价", CueWord::Says::constant_prices},
                                        {U"可比价", CueWord::Says::constant_prices},
                                        {U"扣除价格", CueWord::Says::constant_prices},
                                        {U"扣除物价", CueWord::Says::constant_prices},
                                        {U"剔除价格", CueWord::Says::constant_prices},
                                        {U"剔除物价", CueWord::Says::constant_prices},
                                        {U"实际增", CueWord::Says::constant_prices},
                                        {U"实际分别", CueWord::Says::constant_prices},
                                        {U"实际比", CueWord::Says::constant_prices},
                                        {U"实际年均", CueWord::Says::constant_prices},
                                        {U"实际提高", CueWord::Says::constant_prices},
                                        {U"实际下降", CueWord::Says::constant_prices},
                                        {U"名义增", CueWord::Says::current_prices},
                                        {U"名义年均", CueWord::Says::current_prices},
                                        {U"按现价", CueWord::Says::current_prices},
                                        {U"现行价", CueWord::Says::current_prices},
                                        {U"当年价", CueWord::Says::current_prices},
                                        {U"冲刺", CueWord::Says::strive},
                                        {U"连续", CueWord::Says::in_turn},
                                        {U"先后", CueWord::Says::in_turn},
                                        {U"相继", CueWord::Says::in_turn},
                                        {U"接连", CueWord::Says::in_turn},
                                        {U"高于", CueWord::Says::compared},
                                        {U"高出", CueWord::Says::compared},
                                        {U"快于", CueWord::Says::compared},
                                        {U"优于", CueWord::Says::compared},
                                        {U"好于", CueWord::Says::compared},
                                        {U"超过", CueWord::Says::compared},
                                        {U"超出", CueWord::Says::compared},
                                        {U"领先", CueWord::Says::compared},
                                        {U"低于", CueWord::Says::compared},
                                        {U"慢于", CueWord::Says::compared},
                                        {U"低出", CueWord::Says::compared},
                                        {U"比", CueWord::Says::compared},
                                        {U"较", CueWord::Says::compared}};

/// Marks that a level passes one after another, at times that nobody says: 先后突破2000亿元、3000亿元. The verbs behind
/// the words of data::cue_words that say so, and what may stand between.
inline constexpr std::u32string_view passing_verbs[] = {U"突破", U"跨过", U"跨越", U"跨上", U"迈上", U"迈过",
                                                        U"越过", U"跃上", U"登上", U"站上", U"踏上", U"超过"};
inline constexpr std::u32string_view passing_adverbs[] = {U"实现了", U"实现"};
/// The nouns of such marks: 大关; behind 连续实现了2000亿元 the last one says that it is one. What stands before them
/// where they are only counted: 4个千亿元级台阶.
inline constexpr std::u32string_view marks_passed[] = {U"台阶",   U"大关",   U"关口",     U"新台阶",  U"的台阶",
                                                       U"的大关", U"的跨越", U"的新台阶", U"新的台阶"};
inline constexpr std::u32string_view mark_sizes = U"十百千万亿元级";
inline constexpr std::u32string_view mark_counts = U"两二三四五六七八九十";

/// What makes a figure of several years their sum: the word, or a verb of what is added.
inline constexpr std::u32string_view sum_words[] = {U"累计",   U"共计",   U"合计", U"总计", U"年共", U"新增", U"新建",
                                                    U"新改建", U"新开工", U"建成", U"引进", U"实施", U"投入", U"争取",
                                                    U"净增",   U"改造",   U"培训", U"造林", U"转移", U"竣工"};

/// ... and names that begin so. What makes growth over several years a yearly one.
inline constexpr std::u32string_view no_sums[] = {U"建成区", U"投入产出", U"投入强度", U"改造率", U"建成率"};
inline constexpr std::u32string_view yearly_words[] = {U"每年", U"逐年", U"年年"};

/// Before a part of what was named.
inline constexpr std::u32string_view of_which = U"其中";

/// Words that end as a bound does and are none.
inline constexpr std::u32string_view no_bounds[] = {U"节约", U"签约", U"预约", U"合约", U"集约", U"解约", U"附近",
                                                    U"最近", U"就近", U"临近", U"通过", U"经过", U"超过"};

/// Before the verb of a rank, that each of a list has it.
inline constexpr std::u32string_view all_of_them[] = {U"均", U"都", U"皆"};
/// Verbs before a rank, those behind which stands among whom it counts, and among whom.
inline constexpr std::u32string_view ranking_verbs[] = {U"位居", U"位列", U"跃居", U"稳居", U"排名", U"居",   U"列全",
                                                        U"排全", U"保持", U"持续", U"进入", U"跃升", U"上升", U"挺进"};
inline constexpr std::u32string_view scope_verbs[] = {U"位居", U"位列", U"居", U"列", U"排名", U"保持", U"、"};
inline constexpr std::u32string_view rank_scopes[] = {U"全国", U"全省", U"全市", U"全区", U"全县", U"全州"};

/// The characters of numerals: a digit, or the power of ten that stands for; 廿 is two tens.
struct NumeralRow {
  std::u32string_view characters;
  signed char digit;
  signed char power;
  signed char tens;
};
inline constexpr NumeralRow numeral_characters[] = {
    {U"零〇○", 0, 0, 0}, {U"一壹", 1, 0, 0},   {U"二贰貳两兩", 2, 0, 0}, {U"三叁參", 3, 0, 0}, {U"四肆", 4, 0, 0},
    {U"五伍", 5, 0, 0},  {U"六陆陸", 6, 0, 0}, {U"七柒", 7, 0, 0},       {U"八捌", 8, 0, 0},   {U"九玖", 9, 0, 0},
    {U"十拾", -1, 1, 0}, {U"百佰", -1, 2, 0},  {U"千仟", -1, 3, 0},      {U"万萬", -1, 4, 0},  {U"亿億", -1, 8, 0},
    {U"兆", -1, 12, 0},  {U"廿", -1, 0, 2},    {U"卅", -1, 0, 3},        {U"卌", -1, 0, 4},
};
/// What stands behind the bare name of a plan: 十四五规划.
inline constexpr std::u32string_view plan_words[] = {U"规划", U"期间", U"时期", U"计划",
                                                     U"末",   U"以来", U"开局", U"期末"};
/// Digits that are common words as well, alone no number: 大陆, 队伍.
inline constexpr std::u32string_view formal_digits = U"壹贰貳叁參肆伍陆陸柒捌玖拾佰仟";
/// Few of a magnitude: 十几, 几十, 数百.
inline constexpr std::u32string_view few = U"几幾数";
/// What 数 stands behind in a word: 人数百万 is no 数百万.
inline constexpr std::u32string_view no_few_before = U"人户总个次倍分位整指系函基岁件";
/// What follows 兆 in a unit.
inline constexpr std::u32string_view no_scales = U"瓦赫欧伏字比帕";
/// Marks between whole and part of a numeral in characters.
inline constexpr std::u32string_view decimal_marks = U"点點·•";
/// What may stand behind a number that is no noun.
inline constexpr std::u32string_view percent_marks = U"%‰";

/// What stands between the ends of a range, and between numbers that share a unit.
inline constexpr std::u32string_view range_words = U"至到";
inline constexpr std::u32string_view dashes = U"-~—–−～－─";
inline constexpr std::u32string_view list_marks = U"、和与";
/// What stands before the first end of 从8家到10家.
inline constexpr std::u32string_view range_starts = U"从由自";
/// Verbs before a name and a number without a unit, which end at a comma: 新建公园12，350个小区.
inline constexpr std::u32string_view counted_verbs[] = {U"新建", U"建成", U"新增", U"改造", U"新开", U"扩建", U"改建"};
/// What stands behind a number with a space behind its point.
inline constexpr std::u32string_view magnitudes[] = {U"亿", U"万", U"倍", U"元", U"个", U"公", U"平"};
/// A sign, and the signs that are dashes elsewhere.
inline constexpr std::u32string_view minus_signs = U"-−－";
inline constexpr std::u32string_view minus_word = U"负負";

/// More, or about as much, between a number and its unit: 30余家, 40多万, 十来个.
struct MoreWord {
  std::u32string_view word;
  char bound;
};
inline constexpr MoreWord more_words[] = {{U"多", 'm'}, {U"余", 'm'}, {U"餘", 'm'}, {U"来", 'a'}, {U"來", 'a'}};
/// What stands behind 个 in a unit that 多 or 半 splits: 三个多百分点, 两个半小时.
inline constexpr std::u32string_view split_units[] = {U"百分点", U"千分点", U"月",  U"小时",
                                                      U"季度",   U"工作日", U"世纪"};
/// Units of time that are none of figures: what has them is a duration or a date.
inline constexpr std::u32string_view time_units[] = {U"个世纪", U"世纪", U"周年", U"年",  U"月",
                                                     U"日",     U"号",   U"周",   U"星期"};
inline constexpr std::u32string_view duration_units[] = {U"个世纪", U"世纪", U"周年", U"年", U"周", U"星期"};
/// That something is counted by: 万吨/日.
inline constexpr std::u32string_view quotient_times = U"月年日";
inline constexpr std::u32string_view date_units[] = {U"月", U"日", U"号"};
/// What follows 成 where it is no unit, 半 where it is no half, and stands before 半 then.
inline constexpr std::u32string_view no_tenths = U"立为功员果本效绩品长不都";
inline constexpr std::u32string_view no_halves[] = {U"导", U"岛", U"山", U"径", U"壁", U"截", U"封", U"自动",
                                                    U"公", U"边", U"官", U"程", U"路", U"月", U"途", U"脱产"};
inline constexpr std::u32string_view no_halves_before = U"上下前后大一过多夜对折各减参";

/// Words that hold a numeral and are no number.
inline constexpr std::u32string_view idioms[] = {
    U"千家万户", U"千方百计", U"千军万马", U"千山万水", U"千言万语", U"千秋万代", U"千载难逢", U"千变万化", U"千辛万苦",
    U"千头万绪", U"千门万户", U"千差万别", U"千锤百炼", U"千千万万", U"万众一心", U"万家灯火", U"万无一失", U"万马奔腾",
    U"万象更新", U"万古长青", U"万里长城", U"百花齐放", U"百家争鸣", U"百年大计", U"百年未有", U"百年老店", U"百废待兴",
    U"百折不挠", U"百尺竿头", U"百舸争流", U"百业兴旺", U"百炼成钢", U"百里挑一", U"百战百胜", U"百分比",   U"百分制",
    U"百分数",   U"四面八方", U"四通八达", U"四海一家", U"四平八稳", U"五湖四海", U"五光十色", U"五彩缤纷", U"五花八门",
    U"五谷丰登", U"六神无主", U"七上八下", U"七嘴八舌", U"七零八落", U"八仙过海", U"八方支援", U"九牛一毛", U"九霄云外",
    U"十全十美", U"十年树木", U"十拿九稳", U"十字路口", U"成千上万", U"成百上千", U"数以万计", U"数以千计", U"数以百计",
    U"数以亿计", U"三令五申", U"三心二意", U"三番五次", U"三五成群", U"三三两两", U"再三再四", U"接二连三", U"举一反三",
    U"推三阻四", U"丢三落四", U"朝三暮四", U"两全其美", U"两手抓",   U"两步走",   U"一心一意", U"一五一十", U"一如既往",
    U"一以贯之", U"一往无前", U"一马当先", U"一鼓作气", U"一举两得", U"一脉相承", U"一丝不苟", U"一成不变", U"一视同仁",
    U"一帆风顺", U"一目了然", U"一干二净", U"一清二楚", U"一穷二白", U"一刀切",   U"一揽子",   U"一把手",   U"一条龙",
    U"一体化",   U"一盘棋",   U"一张网",   U"一张图",   U"一张蓝图", U"一站式",   U"一网通",   U"一窗",     U"一方面",
    U"一系列",   U"一部分",   U"一辈子",   U"一会儿",   U"一下子",   U"一口气",   U"一点儿",   U"一点点",   U"一大批",
    U"一整套",   U"一带一路", U"一国两制", U"一票否决", U"一对一",   U"一条心",   U"一股劲",   U"一家人",   U"一家亲",
    U"一门心思", U"一代代",   U"一代人",   U"一句话",   U"一次性",   U"一把尺子", U"一个样",   U"一下",     U"一切",
    U"一定",     U"一样",     U"一般",     U"一直",     U"一起",     U"一旦",     U"一体",     U"一致",     U"一律",
    U"一线",     U"一流",     U"一些",     U"一点",     U"一度",     U"一心",     U"一举",     U"一手",     U"一面",
    U"一边",     U"一共",     U"一向",     U"一贯",     U"一再",     U"一时",     U"一并",     U"一同",     U"一概",
    U"一味",     U"一经",     U"一来",     U"一连",     U"一番",     U"一气",     U"一道",     U"一早",     U"一端",
    U"一旁",     U"一带",     U"一齐",     U"一统",     U"一新",     U"一空",     U"一色",     U"一应",     U"一瞬",
    U"一念",     U"一己",     U"统一",     U"唯一",     U"惟一",     U"单一",     U"同一",     U"任一",     U"某一",
    U"逐一",     U"专一",     U"归一",     U"万一",     U"之一",     U"其一",     U"始终如一", U"三农",     U"三峡",
    U"三亚",     U"三明",     U"三门",     U"三江",     U"三角",     U"三资",     U"三产",     U"三废",     U"三公",
    U"三包",     U"三好",     U"三防",     U"三线",     U"三维",     U"三军",     U"三伏",     U"三国",     U"三轮",
    U"三甲",     U"三板",     U"三方",     U"三下乡",   U"再三",     U"两岸",     U"两会",     U"两侧",     U"两翼",
    U"两型",     U"两用",     U"两难",     U"两极",     U"两手",     U"两旁",     U"二元",     U"二手",     U"二胎",
    U"二孩",     U"二连",     U"二氧化",   U"一氧化",   U"三氧化",   U"四川",     U"四平",     U"四季",     U"四周",
    U"四邻",     U"四方",     U"四肢",     U"四会",     U"五金",     U"五谷",     U"五官",     U"五岳",     U"五常",
    U"五指山",   U"五保",     U"六安",     U"六盘水",   U"六合",     U"六枝",     U"七台河",   U"七夕",     U"七星",
    U"八卦",     U"八方",     U"八一",     U"八仙",     U"八宝",     U"八角",     U"九江",     U"九龙",     U"九寨",
    U"九州",     U"九华",     U"九泉",     U"九天",     U"十堰",     U"十分",     U"十足",     U"十字",     U"什百",
    U"百姓",     U"百货",     U"百强",     U"百花",     U"百业",     U"百色",     U"百度",     U"百合",     U"百科",
    U"百般",     U"百态",     U"百搭",     U"百叶",     U"老百姓",   U"千古",     U"千岛",     U"千克",     U"千瓦",
    U"千米",     U"千伏",     U"千金",     U"千秋",     U"千里马",   U"千万别",   U"千万不",   U"千万要",   U"万物",
    U"万象",     U"万能",     U"万事",     U"万宁",     U"万州",     U"万盛",     U"万年",     U"万载",     U"万安",
    U"万全",     U"万岁",     U"万向",     U"万科",     U"万达",     U"万民",     U"万户侯",   U"亿利",     U"五一",
    U"五四",     U"七一",     U"三八",     U"六一",     U"初一",     U"初二",     U"初三",     U"礼拜一",   U"星期一",
    U"周一",     U"周二",     U"周三",     U"周四",     U"周五",     U"周六"};

/// Units that make a figure of a number in characters; of others it is prose. The first of any number, the second of
/// one with a magnitude: 三十座, not 三座.
inline constexpr std::u32string_view ratio_units[] = {U"个百分点", U"百分点", U"个千分点", U"千分点",
                                                      U"%",        U"‰",      U"倍",       U"成"};
inline constexpr std::u32string_view spelled_units[] = {
    U"元",   U"美元",   U"吨",   U"亩", U"公里", U"斤",     U"公斤",     U"千瓦时", U"千瓦小时",
    U"千瓦", U"平方米", U"人次", U"人", U"户",   U"立方米", U"公顷",     U"担",     U"套",
    U"台",   U"座",     U"所",   U"辆", U"头",   U"艘",     U"架",       U"港元",   U"欧元",
    U"日元", U"度",     U"只",   U"匹", U"平米", U"米",     U"平方公里", U"标准箱", U"株"};
/// Characters before a magnitude alone that make it a figure, 上千名, and that which is part of it.
inline constexpr std::u32string_view vague_words = U"上近超逾破";
inline constexpr char32_t vague_at_least = U'上';
/// What a magnitude alone names a class with: 百亿级.
inline constexpr char32_t class_mark = U'级';
/// Portions in words, and the unit that they are of.
struct Portion {
  std::u32string_view word;
  std::u32string_view unit;
};
inline constexpr Portion portions[] = {{U"百分之", U"%"}, {U"千分之", U"‰"}, {U"万分之", U"‱"}};
/// Growth in words: how many per cent it is (bound as BoundWord, = for exact), and whether the word says growth itself.
struct WordedGrowth {
  std::u32string_view word;
  int percent;
  char bound;
  bool growth;
};
inline constexpr WordedGrowth worded_growth[] = {
    {U"零增长", 0, '=', true},   {U"正增长", 0, 'm', true},   {U"负增长", 0, 's', true},    {U"两位数", 10, 'l', false},
    {U"二位数", 10, 'l', false}, {U"双位数", 10, 'l', false}, {U"三位数", 100, 'l', false},
};
/// What makes growth of 两位数, behind it and before it.
inline constexpr std::u32string_view growth_nouns[] = {U"增长", U"增速", U"增幅", U"增势"};
inline constexpr std::u32string_view growth_adverbs[] = {U"年均", U"平均", U"中高速", U"较快", U"稳定", U"持续"};
inline constexpr std::u32string_view growth_leads[] = {U"增长", U"增速", U"增幅", U"涨幅", U"增加", U"提高"};
/// What makes growth in words a name (零增长行动), and what it is said of as of a thing (负增长的局面).
inline constexpr std::u32string_view worded_names[] = {U"行动", U"工程", U"计划", U"方案", U"政策",
                                                       U"试点", U"活动", U"制度", U"管理", U"示范"};
/// Verbs before a number in words, and before a share in words, that state it.
inline constexpr std::u32string_view stating_verbs[] = {U"实现", U"保持", U"达到", U"为",   U"达",   U"呈",   U"呈现",
                                                        U"出现", U"恢复", U"力争", U"确保", U"实行", U"维持", U"转为",
                                                        U"争取", U"努力", U"到",   U"至",   U"持续", U"是",   U"在"};
/// What a rank in words stands behind, within a few characters: 居全省第一位; and what looks like it: 居民, 列入.
inline constexpr std::u32string_view rank_cues[] = {U"居",   U"列",   U"排",   U"跃",  U"升",
                                                    U"占据", U"名次", U"进入", U"跻身"};
inline constexpr std::u32string_view no_rank_cues[] = {U"居民", U"居住", U"列入", U"列为", U"系列", U"提升", U"排放"};
/// What 前 ends that is no rank: 目前3家.
inline constexpr std::u32string_view no_rank_leads[] = {U"目前", U"以前", U"当前", U"提前", U"之前",   U"此前",
                                                        U"年前", U"日前", U"空前", U"会前", U"年底前", U"月底前"};
inline constexpr std::u32string_view rank_units[] = {U"位", U"名"};

/// Shares, of which a bound is said and no class: 30%以上的村. Counters, which a bound leaves figures: 20个以上项目.
inline constexpr std::u32string_view share_units[] = {U"%", U"‰", U"个百分点", U"倍", U"成"};
inline constexpr std::u32string_view plain_counters = U"个家项件条座所名位处套场台张次辆栋幢起种";
/// What is counted behind the noun of a size: 3亿元重大项目2个.
inline constexpr std::u32string_view counted_units = U"家个项";
/// A class of those beyond a bound: 收入超10亿元的企业. Words before the sum; who they are (kind a), or c what is a
/// class only where it is counted (5个收入超10亿元的产业, 一批投资超10亿元的项目), and what counts it before the sum;
/// what is said of them where they go without a name (超10亿元的达到5家).
inline constexpr std::u32string_view class_bounds[] = {U"超过", U"超", U"过", U"大于", U"高于", U"逾"};
inline constexpr VerbWord class_nouns[] = {
    {U"企业集团", 'a'}, {U"企业", 'a'},   {U"县(市", 'a'},  {U"县(区", 'a'},  {U"县市", 'a'},
    {U"县区", 'a'},     {U"县", 'a'},     {U"村集体", 'a'}, {U"村", 'a'},     {U"镇", 'a'},
    {U"乡", 'a'},       {U"楼宇", 'a'},   {U"品牌", 'a'},   {U"合作社", 'a'}, {U"项目", 'c'},
    {U"产业", 'c'},     {U"集群", 'c'},   {U"园区", 'c'},   {U"开发区", 'c'}, {U"集团", 'c'},
    {U"市场", 'c'},     {U"聚集区", 'c'}, {U"集聚区", 'c'}, {U"公司", 'c'},   {U"基地", 'c'}};
inline constexpr std::u32string_view class_counts[] = {U"一批", U"若干", U"等", U"家", U"每"};
inline constexpr std::u32string_view class_verbs[] = {U"达",     U"有",     U"新增", U"增",   U"由",   U"从", U"占",
                                                      U"共",     U"为",     U"数",   U"比",   U"力争", U"要", U"均",
                                                      U"发展到", U"上升到", U"超",   U"突破", U"接近"};
/// Times that begin a name: 15分钟健身圈.
inline constexpr std::u32string_view name_times[] = {U"分钟", U"小时"};
inline constexpr std::u32string_view article_unit = U"条";
/// Capacities, and the nouns whose names they begin: 100万吨特钢项目, 220千伏变电站.
inline constexpr std::u32string_view capacity_units[] = {U"吨", U"千瓦", U"兆瓦",   U"立方米", U"方",  U"吨级",
                                                         U"MW", U"mw",   U"kw",     U"kW",     U"KW",  U"吉瓦",
                                                         U"GW", U"伏安", U"兆伏安", U"千伏安", U"蒸吨"};
/// Verbs before a capacity that is a sum: 关停26.3万千瓦小火电机组.
inline constexpr std::u32string_view capacity_verbs[] = {U"关停", U"关停了", U"淘汰", U"淘汰了", U"新增", U"净增",
                                                         U"压减", U"拆除",   U"累计", U"共",     U"达"};
inline constexpr std::u32string_view voltage_units[] = {U"千伏", U"伏", U"kV", U"KV", U"kv", U"Kv"};
inline constexpr std::u32string_view project_nouns[] = {U"项目", U"工程", U"生产线", U"机组", U"电站", U"电厂", U"装置",
                                                        U"基地", U"泊位", U"航道",   U"码头", U"水库", U"水厂"};
/// What the shares of a proportion are of, and what a ratio is named.
inline constexpr std::u32string_view sectors = U"产业";
inline constexpr std::u32string_view ratio_names[] = {U"比"};
/// What the terms of 8.1:42.6:49.3 are.
inline constexpr std::u32string_view sector_shares[] = {U"第一产业占地区生产总值比重", U"第二产业占地区生产总值比重",
                                                        U"第三产业占地区生产总值比重"};

/// How names of rates end; verbs between a sum and what it is spent on, and before a count.
inline constexpr std::u32string_view rate_names[] = {U"率", U"比例", U"比重", U"占比"};
/// Rates that a list of names shares, and how names end that are shares or rates without the word.
inline constexpr std::u32string_view rate_tails[] = {U"政策范围内住院费用报销比例",
                                                     U"住院费用报销比例",
                                                     U"住院报销比例",
                                                     U"资源化利用率",
                                                     U"无害化处理率",
                                                     U"集中处理率",
                                                     U"有效治理率",
                                                     U"办理满意率",
                                                     U"报销比例",
                                                     U"毛入学率",
                                                     U"毛入园率",
                                                     U"净入学率",
                                                     U"办结率",
                                                     U"办复率",
                                                     U"办理率",
                                                     U"满意率",
                                                     U"入园率",
                                                     U"入学率",
                                                     U"升学率",
                                                     U"辍学率",
                                                     U"巩固率",
                                                     U"通畅率",
                                                     U"通达率",
                                                     U"覆盖率",
                                                     U"普及率",
                                                     U"达标率",
                                                     U"优良率",
                                                     U"完好率",
                                                     U"合格率",
                                                     U"处理率",
                                                     U"治理率",
                                                     U"利用率",
                                                     U"绿化率",
                                                     U"转化率",
                                                     U"参保率",
                                                     U"参合率",
                                                     U"就业率",
                                                     U"到位率",
                                                     U"开工率",
                                                     U"竣工率",
                                                     U"完成率",
                                                     U"整改率",
                                                     U"处置率",
                                                     U"登记率",
                                                     U"颁证率",
                                                     U"发证率",
                                                     U"城镇化率",
                                                     U"机械化率",
                                                     U"成活率",
                                                     U"入户率",
                                                     U"死亡率",
                                                     U"发病率",
                                                     U"失业率",
                                                     U"签约率",
                                                     U"履约率",
                                                     U"投产率",
                                                     U"回收率",
                                                     U"贡献率",
                                                     U"自给率",
                                                     U"良种率",
                                                     U"检测率",
                                                     U"收缴率",
                                                     U"破案率"};
inline constexpr std::u32string_view relative_ends = U"度面速幅数感率";
inline constexpr std::u32string_view spending_verbs[] = {U"完成了", U"完成",   U"实施了", U"实施", U"用于",
                                                         U"对",     U"建设了", U"建设",   U"开展", U"的"};
/// What a share of a sum is spent on stands behind these: 将财政支出的75%用于民生.
inline constexpr std::u32string_view share_uses[] = {U"用于", U"投向", U"投入到", U"用在", U"投入"};
inline constexpr std::u32string_view counting_verbs[] = {U"解决", U"推进", U"实施", U"组织"};

/// What something grows in step with, and what stands before that.
inline constexpr std::u32string_view economies[] = {U"与经济",         U"和经济",     U"与地区生产总值",
                                                    U"与国内生产总值", U"与生产总值", U"与GDP"};
/// What shall narrow, and adverbs before it. Behind the verb it is named in full: 缩小收入差距 is anybody's.
inline constexpr std::u32string_view gap_names[] = {U"倍差", U"收入比", U"收入差距"};
inline constexpr std::u32string_view gap_owners[] = {U"城乡"};
inline constexpr std::u32string_view trend_adverbs[] = {U"不断", U"持续", U"进一步", U"继续", U"逐步"};
/// How what is in step grows, behind its name: 居民收入实际增长.
inline constexpr std::u32string_view in_step_tails[] = {U"增长速度", U"增长", U"增速", U"增幅", U"提高",
                                                        U"实际",     U"稳步", U"较快", U"年均"};
inline constexpr std::u32string_view in_real_terms = U"实际";
/// What stands behind is what a standard asks for, of no place and no year: 小康的标准是:….
inline constexpr std::u32string_view norm_leads[] = {U"标准是", U"标准为"};

/// What is aimed at has not come: 努力实现居民收入与经济同步增长.
inline constexpr std::u32string_view aims[] = {U"力争", U"争取", U"努力", U"确保", U"要", U"促进", U"推动"};

/// Products of one character: 钢5000万吨 is what is produced.
struct Product {
  std::u32string_view word;
  std::u32string_view output;
};
inline constexpr Product products[] = {{U"钢", U"钢产量"}, {U"铁", U"铁产量"}, {U"煤", U"煤产量"}, {U"糖", U"糖产量"},
                                       {U"盐", U"盐产量"}, {U"纱", U"纱产量"}, {U"布", U"布产量"}};
inline constexpr std::u32string_view output_units[] = {U"吨", U"米", U"斤", U"件", U"%", U"倍"};

/// A comparison with a time behind a name: what begins it, what it holds, how it ends.
inline constexpr std::u32string_view comparison_marks = U"比较";
inline constexpr std::u32string_view time_characters = U"年月末底初上去同期相的前本一二三四五六七八九〇○零十“”时";
inline constexpr std::u32string_view time_ends = U"年末底初期的";

// The page, and which document it holds.

/// What lines of the page around a document begin with.
inline constexpr std::u32string_view chrome_starts[] = {
    U"<!--",     U"来源:",  U"来源：", U"信息来源", U"责任编辑", U"编辑:",       U"发布时间",
    U"发布日期", U"索引号", U"字号",   U"字体",     U"打印",     U"分享到",      U"浏览次数",
    U"点击数",   U"上一篇", U"下一篇", U"扫一扫",   U"当前位置", U"您当前的位置"};

/// What a line ends with whose sentence is over, or pauses; and what the next line begins with that goes on with none.
inline constexpr std::u32string_view line_ends = U"。;!?:…)”》】—,、";
inline constexpr std::u32string_view line_starts[] = {U"一、", U"二、", U"三、", U"四、", U"五、", U"六、",
                                                      U"七、", U"八、", U"九、", U"十、", U"(",    U"第",
                                                      U"—",    U"1.",   U"2.",   U"3."};

/// What names a document in its title.
inline constexpr std::u32string_view title_words[] = {U"政府工作报告", U"统计公报",     U"规划纲要",        U"计划纲要",
                                                      U"目标纲要",     U"行署工作报告", U"行政公署工作报告"};
/// How a speech begins, and what lists of explanations behind it are headed.
inline constexpr std::u32string_view salutations[] = {U"各位代表", U"各位人大代表"};
inline constexpr std::u32string_view glossaries[] = {U"名词解释", U"名词注释", U"名词说明", U"用语说明"};

/// Whose document it is. Bodies of the nation, and the nation; divisions, longest first, and those that stand before
/// the name of a lower one.
inline constexpr std::u32string_view national_bodies[] = {U"国务院", U"中华人民共和国", U"届全国", U"国家统计局关于"};
inline constexpr std::u32string_view nation = U"中国";
/// What stands behind a place in the name of its statistics office, and before it in that of its party committee.
inline constexpr std::u32string_view statistics_office = U"统计局";
inline constexpr std::u32string_view party = U"中共";
inline constexpr const char* nation_en = "China";
inline constexpr std::u32string_view divisions[] = {U"自治区", U"自治州", U"自治县", U"自治旗", U"地区", U"省",
                                                    U"市",     U"县",     U"区",     U"州",     U"盟",   U"旗"};
inline constexpr std::u32string_view divisions_above[] = {U"省", U"自治区", U"自治州", U"市", U"盟", U"地区"};
/// What a name does not begin with or hold: 全省, 我市, a clause.
inline constexpr std::u32string_view no_place_starts[] = {U"全", U"我", U"本",   U"各",   U"该",
                                                          U"这", U"省", U"自治", U"出席", U"参加"};
inline constexpr std::u32string_view no_place_words[] = {U"代表", U"人民", U"政府", U"工作", U"报告",
                                                         U"审议", U"领导", U"关于", U"同志"};
/// The assembly that hears a report; what a sentence of the speech holds and a title does not; offices of speakers.
inline constexpr std::u32string_view assemblies[] = {U"人民代表大会", U"人大", U"代表大会"};
inline constexpr std::u32string_view speech_words[] = {U"审议", U"审查", U"现在", U"大会报告"};
inline constexpr std::u32string_view offices[] = {U"省长", U"市长", U"县长", U"区长", U"州长",
                                                  U"旗长", U"盟长", U"主席", U"专员"};
/// What stands between the place and the office.
inline constexpr std::u32string_view office_prefixes[] = {U"代",       U"代理", U"常务",     U"副",
                                                          U"人民政府", U"政府", U"行政公署", U"行署"};
inline constexpr std::u32string_view place_title_words[] = {U"人民政府工作报告", U"政府工作报告", U"行政公署工作报告",
                                                            U"行署工作报告", U"国民经济和社会发展"};
inline constexpr std::u32string_view communique_words[] = {U"统计公报", U"执行结果的公报"};
/// A speech of this month or later is of the next year.
inline constexpr int first_month_of_next_year = 11;

/// Words of headings: of parts that look back, and of parts that plan.
inline constexpr std::u32string_view review_words[] = {U"回顾", U"工作总结"};
inline constexpr std::u32string_view plan_headings[] = {U"安排", U"任务", U"目标", U"要求", U"思路", U"打算",
                                                        U"部署", U"建议", U"重点", U"意见", U"工作"};

/// What a line without a number that is a heading holds, and what none does.
inline constexpr std::u32string_view bare_heading_words[] = {
    U"回顾",     U"工作总结", U"工作安排", U"工作任务", U"主要任务", U"工作部署", U"工作打算",
    U"重点工作", U"工作重点", U"自身建设", U"奋斗目标", U"主要目标", U"预期目标", U"总体要求",
    U"工作思路", U"工作建议", U"工作目标", U"的五年",   U"的一年"};
inline constexpr std::u32string_view no_heading_words[] = {U"报告", U"审议", U"。", U",", U"是:", U"会议"};

/// Words that stand oftener in plans (positive) or in reviews (negative): ten times the natural logarithm of the ratio
/// of their frequencies in the parts of 580 reports whose headings say which is which.
struct TenseMarker {
  std::u32string_view word;
  int weight;
};
inline constexpr TenseMarker tense_markers[] = {
    {U"了", -14},   {U"同比", -28}, {U"比上年", -19}, {U"较上年", -24}, {U"荣获", -40}, {U"获评", -50},
    {U"被评", -44}, {U"入选", -50}, {U"累计", -31},   {U"成功", -29},   {U"下降", -18}, {U"五年来", -43},
    {U"明显", -15}, {U"显著", -15}, {U"顺利", -25},   {U"位居", -28},   {U"首个", -31}, {U"首次", -30},
    {U"超额", -21}, {U"先后", -22}, {U"增长", -7},    {U"建成", -6},    {U"新增", -7},  {U"完成", -8},
    {U"达到", -7},  {U"获得", -11}, {U"突破", -5},    {U"要", 5},       {U"将", 6},     {U"力争", 17},
    {U"确保", 14},  {U"加快", 7},   {U"推进", 4},     {U"努力", 6},     {U"着力", 7},   {U"加强", 6},
    {U"争取", 7},   {U"推动", 10},  {U"健全", 10},    {U"完善", 8},     {U"打造", 13},  {U"切实", 6},
    {U"做好", 10},  {U"强化", 9},   {U"鼓励", 13},    {U"引导", 10},    {U"培育", 11},  {U"抓好", 12},
    {U"严格", 7},   {U"深化", 6},   {U"今年", 14},    {U"年内", 18},    {U"支持", 5},   {U"扩大", 6},
    {U"大力", 7},   {U"积极", 5},   {U"实施", 4},
};

/// What a paragraph says at its head that turns to the plan.
inline constexpr std::u32string_view plan_turns[] = {U"今年工作的总体", U"今年政府工作的总体", U"今年政府工作总体",
                                                     U"工作的总体要求", U"工作总体要求",       U"工作的总体思路",
                                                     U"工作的指导思想", U"预期目标",           U"主要目标是",
                                                     U"奋斗目标是",     U"做好今年",           U"今年要",
                                                     U"今年我们要",     U"新的一年",           U"今后五年",
                                                     U"今年是",         U"今年工作的"};

/// What a paragraph speaks of that sets its years: 今后五年, “十四五”时期, 到2025年, 今年.
inline constexpr std::u32string_view horizon_words[] = {U"今后", U"未来", U"时期", U"期间",
                                                        U"末",   U"到2",  U"今年", U"年"};

}  // namespace shengzhou_report::data
