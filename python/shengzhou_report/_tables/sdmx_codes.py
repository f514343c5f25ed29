"""What SDMX calls the components of a statement, and the codes of each: data and structure message ask this table.

A key has a dimension for each way in which figures are unlike: part of the place or the year, base, reference.
Codes are those of SDMX's own lists where they have them (CL_FREQ, CL_UNIT_MULT, CL_OBS_STATUS, CL_TRANSFORMATION,
CL_NA_PRICES), else the words of this library in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from shengzhou_report import typing as words
from shengzhou_report._core import Report, Unit, catalogue
from shengzhou_report.language import word

#: Who maintains the structure, what it is called, and its version.
AGENCY, DATAFLOW, STRUCTURE, VERSION = "SHENGZHOU_REPORT", "DF_WORK_REPORT", "DSD_WORK_REPORT", "1.0"

#: What SDMX writes where a code is not known, does not apply, or is another.
UNKNOWN, NOT_APPLICABLE, OTHER = "_X", "_Z", "_O"

#: A code with its names in English and Chinese.
Names = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Component:
    """A column of the data: its identifier, role, names and what its cells are.

    `codes` is the list that a coded component takes its values from, `text` the type of an uncoded one.
    """

    id: str
    role: Literal["dimension", "time", "measure", "attribute"]
    name: str
    name_zh: str
    codes: str = ""
    text: str = "String"


# One component a line.
# fmt: off
COMPONENTS = (
    Component("FREQ", "dimension", "frequency", "频率", "CL_FREQ"),
    Component("REF_AREA", "dimension", "place, by the code of GB/T 2260", "地区", "CL_AREA"),
    Component("COVERAGE", "dimension", "whether the whole place is meant", "范围", "CL_COVERAGE"),
    Component("INDICATOR", "dimension", "indicator", "指标", "CL_INDICATOR"),
    Component("TRANSFORMATION", "dimension", "what the figure measures", "度量", "CL_TRANSFORMATION"),
    Component("PRICES", "dimension", "prices of the value", "价格口径", "CL_PRICES"),
    Component("PERIOD", "dimension", "part of the year", "时段", "CL_PERIOD"),
    Component("VALUE_TYPE", "dimension", "outcome, estimate or target", "性质", "CL_VALUE_TYPE"),
    Component("VARIANT", "dimension", "number among those of one key, from 0", "同键序号", text="Integer"),
    Component("TIME_PERIOD", "time", "time", "时间", text="ObservationalTimePeriod"),
    Component("OBS_VALUE", "measure", "value", "数值", text="Double"),
    Component("UNIT_MEASURE", "attribute", "unit without magnitude", "单位", "CL_UNIT"),
    Component("UNIT_MULT", "attribute", "power of ten that the value is multiplied by", "数量级", "CL_UNIT_MULT"),
    Component("DECIMALS", "attribute", "decimals", "小数位数", text="Integer"),
    Component("OBS_STATUS", "attribute", "status of the observation", "观测状态", "CL_OBS_STATUS"),
    Component("BOUND", "attribute", "how words limit the value", "限定", "CL_BOUND"),
    Component("MODALITY", "attribute", "how firmly a target is worded", "力度", "CL_MODALITY"),
    Component("TREND", "attribute", "what a statement without a number promises", "趋势", "CL_TREND"),
    Component("LOWER", "attribute", "least value that prints so", "数值下限", text="Double"),
    Component("UPPER", "attribute", "largest value that prints so", "数值上限", text="Double"),
    Component("PRINTED", "attribute", "figure with its unit, as a reader writes it", "数字表述"),
    Component("INDICATOR_NAME", "attribute", "name of the indicator in the text", "原文指标"),
    Component("BASE_PERIOD", "attribute", "year that growth is measured from", "基期", text="GregorianYear"),
    Component("REFERENCE", "attribute", "what the figure is compared with", "比较对象"),
    Component("AREA_NAME", "attribute", "part of the place", "区域"),
    Component("SCOPE", "attribute", "for ranks, among whom", "排名范围"),
    Component("PLACE", "attribute", "place of the report", "报告地区"),
    Component("REPORT_YEAR", "attribute", "year of the report", "报告年份", text="GregorianYear"),
    Component("REPORT", "attribute", "file or name of the report", "报告"),
    Component("SECTION", "attribute", "headings above", "章节"),
    Component("DOUBTS", "attribute", "rules of thumb that the reading rests on", "存疑"),
)

FREQUENCIES: Names = {
    "A": ("annual", "年"), "S": ("half-yearly", "半年"), "Q": ("quarterly", "季"), "M": ("monthly", "月"),
    OTHER: ("other", "其他"),
}
COVERAGES: Names = {"T": ("the whole place", "全域"), "P": ("a part of it, see AREA_NAME", "部分区域")}
TRANSFORMATIONS: Names = {
    "N": ("level", "水平值"), "GY": ("growth over the year", "同比增速"), "DY": ("change over the year", "同比增减"),
    "GB": ("growth since BASE_PERIOD", "较基期增速"), "DB": ("change since BASE_PERIOD", "较基期增减"),
    "GR": ("growth against REFERENCE", "与比较对象的增速差"), "DR": ("difference from REFERENCE", "与比较对象之差"),
    "RK": ("rank", "位次"),
}
PRICES: Names = {
    "V": ("current prices", "现价"), "Q": ("constant prices", "不变价"), NOT_APPLICABLE: ("none", "不适用"),
}
VALUE_TYPES: Names = {
    "ACTUAL": ("outcome", "实绩"), "EXPECTED": ("outcome as expected", "预计"), "TARGET": ("target", "目标"),
}
STATUSES: Names = {
    "A": ("normal value", "正常值"), "P": ("provisional value", "初步值"), "F": ("forecast value", "预测值"),
    "M": ("missing value, for words stand in its place", "无数值"),
}
MULTIPLIERS: Names = {
    "0": ("units", "一"), "1": ("tens", "十"), "2": ("hundreds", "百"), "3": ("thousands", "千"),
    "4": ("tens of thousands", "万"), "6": ("millions", "百万"), "9": ("billions", "十亿"), "12": ("trillions", "万亿"),
    "15": ("quadrillions", "千万亿"),
}
# fmt: on

#: Codes for the words of this library.
PRICE_CODES = {"current": "V", "constant": "Q", "none": NOT_APPLICABLE}
VALUE_TYPE_CODES = {"outcome": "ACTUAL", "estimate": "EXPECTED", "target": "TARGET"}
STATUS_CODES = {"outcome": "A", "estimate": "P", "target": "F"}


def _of_words(alias: object) -> Names:
    return {name.upper(): (word(name, "en"), word(name, "zh")) for name in get_args(alias)}


class UnitCodes:
    """Codes of units without magnitude: 亿元 is CNY, 个百分点 PP, any counter NR.

    They are those that the series of the catalogue have. A unit that is another in all but its spelling has its code.
    """

    def __init__(self) -> None:
        self._known: dict[Unit, str] = {}
        self._found: dict[str, str] = {}
        for indicator in catalogue():
            parts = indicator.code.split(".")[3].split("_")
            for symbol, code in zip(indicator.unit.base.symbol.split("/"), parts, strict=True):
                self._known.setdefault(Unit(symbol), code)

    def __getitem__(self, unit: Unit) -> str:
        if unit.symbol not in self._found:
            parts = (self._known.get(part) or _other(part) for part in map(Unit, unit.base.symbol.split("/")))
            code = "PP" if unit.is_point else "_".join(parts)
            self._found[unit.symbol] = code
        return self._found[unit.symbol]

    def symbols(self) -> dict[str, str]:
        """The printed unit of each code."""
        return {code: unit.symbol or "1" for unit, code in self._known.items()} | {
            "PP": "个百分点", "NR": "个", OTHER: "其他",
        }  # fmt: skip


def _other(unit: Unit) -> str:
    """The code of a unit that the catalogue does not use: a counter, or else a measure of something (毫克, 小时)."""
    return OTHER if re.search("[A-Za-z]", unit.dimension) else "NR"


def code_lists(reports: Mapping[str, Report]) -> dict[str, Names]:
    """Every list of codes; those of places and units have what the reports use."""
    codes = UnitCodes()
    quantities = (statement.quantity for report in reports.values() for statement in report)
    units = {codes[quantity.unit]: quantity.unit.base.symbol for quantity in quantities if quantity is not None}
    symbols = codes.symbols()
    areas = {report.ref_area: (report.place_en or "", report.place or "") for report in reports.values()}
    return {
        "CL_FREQ": FREQUENCIES,
        "CL_AREA": {code: names for code, names in areas.items() if code} | {UNKNOWN: ("not known", "未知")},
        "CL_COVERAGE": COVERAGES,
        "CL_INDICATOR": {item.id.upper(): (item.name_en, item.name) for item in catalogue()}
        | {UNKNOWN: ("not in the catalogue, see INDICATOR_NAME", "目录之外")},
        "CL_TRANSFORMATION": TRANSFORMATIONS,
        "CL_PRICES": PRICES,
        "CL_PERIOD": _of_words(words.Period),
        "CL_VALUE_TYPE": VALUE_TYPES,
        "CL_UNIT": {code: ("", symbols.get(code, symbol)) for code, symbol in sorted(units.items())}
        | {NOT_APPLICABLE: ("none", "无")},
        "CL_UNIT_MULT": MULTIPLIERS,
        "CL_OBS_STATUS": STATUSES,
        "CL_BOUND": _of_words(words.Bound),
        "CL_MODALITY": _of_words(words.Modality),
        "CL_TREND": _of_words(words.Trend),
    }
