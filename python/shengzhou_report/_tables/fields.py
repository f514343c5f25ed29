"""The columns of a table of statements, described once: their types, words and titles in English and Chinese.

Headings of workbooks, labels of Stata, concepts of SDMX and the schemas of JSON and data packages ask this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from shengzhou_report import typing as words
from shengzhou_report._blocks import COLUMNS

from .table import FILE

#: How columns are headed: by the names of `to_frame`, or by titles in a language.
Headers = Literal["names", "en", "zh"]


@dataclass(frozen=True)
class Field:
    """A column: its name, what its cells hold, its titles, and the words that it is limited to.

    `type` is 'text', 'integer' or 'number'. A cell of a `required` field is never missing.
    """

    name: str
    type: Literal["text", "integer", "number"]
    title: str
    title_zh: str
    words: tuple[str, ...] = ()
    required: bool = False

    def heading(self, headers: Headers) -> str:
        """What stands over the column."""
        return {"names": self.name, "en": self.title, "zh": self.title_zh}[headers]


def _words(alias: Any) -> tuple[str, ...]:
    return get_args(alias)


# One column a line.
# fmt: off
_ALL = (
    Field(FILE, "text", "file", "文件", required=True),
    Field("indicator", "text", "indicator", "指标", required=True),
    Field("indicator_id", "text", "indicator in the catalogue", "指标代码"),
    Field("name_en", "text", "indicator in English", "英文名称"),
    Field("measure", "text", "what the figure measures", "度量", _words(words.Measure), required=True),
    Field("value", "number", "value as printed", "数值"),
    Field("unit", "text", "unit", "单位"),
    Field("base_value", "number", "value in the base unit", "基本单位数值"),
    Field("base_unit", "text", "base unit", "基本单位"),
    Field("bound", "text", "how words limit the value", "限定", ("", *_words(words.Bound))),
    Field("modality", "text", "how firmly a target is worded", "力度", ("", *_words(words.Modality))),
    Field("status", "text", "outcome, estimate or target", "性质", _words(words.Status), required=True),
    Field("year", "integer", "year", "年份"),
    Field("period", "text", "part of the year", "时段", _words(words.Period), required=True),
    Field("base_year", "integer", "year that growth and change are measured from", "基期"),
    Field("area", "text", "part of the place, empty for the whole", "区域"),
    Field("reference", "text", "what the figure is compared with", "比较对象"),
    Field("price_basis", "text", "prices of the value", "价格口径", _words(words.PriceBasis), required=True),
    Field("scope", "text", "for ranks, among whom", "排名范围"),
    Field("section", "text", "headings above", "章节"),
    Field("doubts", "text", "rules of thumb that the reading rests on", "存疑"),
    Field("start", "integer", "first character in the text", "起始字符"),
    Field("end", "integer", "character behind the last", "结束字符"),
    Field("printed", "text", "figure as printed", "原文数字"),
    Field("step", "text", "declared step of rounding", "修约间隔"),
    Field("printed_upper", "text", "upper end of a range as printed", "区间上限"),
    Field("trend", "text", "what a statement without a number promises", "趋势", _words(words.Trend), required=True),
    Field("byte_start", "integer", "first byte in the text", "起始字节"),
    Field("byte_end", "integer", "byte behind the last", "结束字节"),
    Field("stated_basis", "text", "prices that the text states", "原文价格口径", ("", *_words(words.PriceBasis))),
)
# fmt: on

#: By name, in the order of the columns.
FIELDS: Mapping[str, Field] = {field.name: field for field in _ALL}

#: Those of one report's table.
STATEMENT_FIELDS: tuple[Field, ...] = tuple(FIELDS[name] for name in COLUMNS)
