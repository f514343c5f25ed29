"""The words of the library's enumerations in Chinese, as statisticians call them."""

from __future__ import annotations

#: One enumeration a paragraph. A word that two of them have means the same in both.
# fmt: off
CHINESE = {
    "level": "水平值", "growth": "增速", "change": "增减", "rank": "位次",

    "outcome": "实绩", "estimate": "预计", "target": "目标",

    "firm": "明确", "ensure": "确保", "strive": "力争",

    "year": "全年", "first_quarter": "一季度", "second_quarter": "二季度", "third_quarter": "三季度",
    "fourth_quarter": "四季度", "first_half": "上半年", "nine_months": "1—9月", "month": "某月",
    "month_average": "月均", "year_average": "年均", "cumulative": "累计", "one_month": "1月", "two_months": "1—2月",
    "four_months": "1—4月", "five_months": "1—5月", "seven_months": "1—7月", "eight_months": "1—8月",
    "ten_months": "1—10月", "eleven_months": "1—11月", "second_half": "下半年", "months": "若干月",

    "exact": "确数", "about": "左右", "at_least": "以上", "more_than": "超过", "at_most": "以内", "less_than": "低于",
    "nearly": "接近", "range": "区间",

    "none": "无", "current": "现价", "constant": "不变价",

    "rising": "提高", "falling": "下降", "stable": "稳定", "in_step": "同步",
}
# fmt: on
