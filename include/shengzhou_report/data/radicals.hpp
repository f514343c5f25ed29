#pragma once

#include <string_view>

namespace shengzhou_report::data {

/// The characters that radicals of Unicode stand for, from U+2E80 to U+2FD5; · where there is none. Files printed by a
/// browser have them for the characters that look alike: ⼯作 for 工作.
/// Source: EquivalentUnifiedIdeograph.txt of Unicode 15.0; but ⼾ and ⺕ are 户 and 彐, whose shape they have in
/// Chinese fonts.
inline constexpr char32_t first_radical = 0x2E80;
// clang-format off
inline constexpr std::u32string_view radicals =
    U"·厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵·旡日月歺母"
    U"民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹"
    U"艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"
    U"饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟············"
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土"
    U"士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手"
    U"支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"
    U"瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"
    U"聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
    U"辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
    U"鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
// clang-format on

/// The small forms of marks, from U+FE50 to U+FE6B, as the marks that they are; · where there is none. Source: the
/// compatibility decompositions of UnicodeData.txt.
inline constexpr char32_t first_small_form = 0xFE50;
inline constexpr std::u32string_view small_forms = U",、.·;:?!—(){}〔〕#&*+-<>=·\\$%@";
/// The sign of a ratio, which stands between figures as a colon does: 6.2∶44.8∶49.
inline constexpr char32_t ratio_sign = U'∶';

}  // namespace shengzhou_report::data
