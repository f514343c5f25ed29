"""What tests of pages share: reports of every kind, and a panel."""

from __future__ import annotations

import shengzhou_report as sr

#: A report of everything: levels and growth of both incomes, targets of every wording, commitments, what is no figure.
FULL = """某县2024年政府工作报告
2024年1月10日在某县第十七届人民代表大会第三次会议上
各位代表:
一、2023年工作回顾
过去一年,地区生产总值210亿元,增长6.5%;一般公共预算收入12.6亿元,增长5.2%。
城镇居民人均可支配收入52000元,增长5.1%;农村居民人均可支配收入26000元,增长7.3%。
建成G527国道12公里,新增企业35家,开发区税收9亿元,比2018年增长42.5%。
二、2024年工作安排
地区生产总值增长6%左右,一般公共预算收入增长5%以上,力争固定资产投资增长8%至10%。
城镇居民人均可支配收入增长5%以上,农村居民人均可支配收入增长7%以上,城乡居民收入倍差持续缩小。
(一)推动产业升级。加快建设智能工厂,实施老旧小区改造工程,推进数字政府建设。
(二)改善民生。完善养老服务体系,新建幼儿园3所。
"""

#: Text of somebody who wants to be more than read.
HOSTILE = (
    "<script>alert(1)</script>县2024年政府工作报告\n"
    "一、2023年工作回顾\n"
    "</script><img src=x onerror=alert(2)>产值达210亿元,增长6.5%。{{ 7 * 7 }}{% raw %}{statements}${1}\n"
    "财政收入\u202e增长\u2028\u200b5%。'\"&amp;<!--<![CDATA[]]>\x07\x1b[31m\n"
    "二、2024年工作安排\n加快建设<b onclick=alert(3)>工厂</b>,=HYPERLINK(1)收入增长6%。\n"
)


def reports() -> dict[str, sr.Report]:
    """A report of each kind that a page must bear."""
    few = "某县1990年政府工作报告\n一、一九八九年工作回顾\n粮食产量达九万吨,比上年增长百分之五。\n"
    return {
        "embedded": sr.shengzhou_2024(),
        "full": sr.parse(FULL),
        "hostile": sr.parse(HOSTILE),
        "empty": sr.Report(),
        "no figures": sr.parse("各位代表:\n我们走过了不平凡的一年。"),
        "1990": sr.parse(few),
        "communique": sr.parse("2023年某市国民经济和社会发展统计公报\n一、综合\n全市生产总值900亿元,增长5.0%。\n"),
        "no place, no year": sr.parse("财政收入增长5%。"),
    }


def large(size: int) -> str:
    """A report of at least so many bytes, no two of whose figures are alike."""
    lines = ["某市2024年政府工作报告", "一、2023年工作回顾"]
    written = sum(len(line.encode()) + 1 for line in lines)
    i = 0
    while written < size:
        i += 1
        line = (
            f"第{i}开发区工业总产值达{100 + i}.{i % 10}亿元,增长{i % 20}.{i % 9}%,新增企业{i}家,"
            "我们坚持稳中求进,统筹推进各项事业,群众获得感不断增强,社会大局保持稳定,各项工作取得新的进展。"
        )
        lines.append(line)
        written += len(line.encode()) + 1
    return "\n".join(lines) + "\n"


def panel() -> sr.Panel:
    """Three places over three years, of which one misses its last target."""
    made = []
    for place, rates in {"甲县": (6.1, 6.4, 5.2), "乙县": (7.0, 6.8, 6.9), "丙县": (5.0, 5.5, 6.9)}.items():
        for year, rate in zip((2022, 2023, 2024), rates, strict=True):
            text = (
                f"{place}{year}年政府工作报告\n一、{year - 1}年工作回顾\n地区生产总值增长{rate}%。\n"
                f"二、{year}年工作安排\n地区生产总值增长6.0%以上。\n"
            )
            made.append(sr.parse(text, place=place, year=year))
    return sr.Panel(made)
