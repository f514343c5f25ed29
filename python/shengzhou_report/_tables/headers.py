"""Which columns of a user's table are which: by the names that statements have, in English or Chinese."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import NamedTuple

from shengzhou_report._blocks import COLUMNS
from shengzhou_report._core import Error, Unit

from .fields import STATEMENT_FIELDS

#: What tables of offices call the columns, besides the titles that workbooks have by choice.
_OTHER_NAMES = {
    "indicator": "指标名称 项目 名称",
    "indicator_id": "指标编号",
    "name_en": "英文名",
    "measure": "度量方式",
    "value": "数量 值 指标值 数据",
    "unit": "计量单位",
    "bound": "界限",
    "status": "状态",
    "year": "年度 年",
    "period": "时期 期间",
    "base_year": "基年",
    "area": "范围",
    "reference": "参照",
    "price_basis": "价格 价格基准",
    "scope": "排名范围",
    "doubts": "疑点",
    "place": "地区 地方",
    "vintage": "报告年份",
}
_COLUMN_OF = {name: column for column, names in _OTHER_NAMES.items() for name in names.split()} | {
    title: field.name for field in STATEMENT_FIELDS for title in (field.title, field.title_zh)
}

#: Columns that say of which report a row is.
_REPORT = ("file", "place", "vintage")

#: How near a name must come to one that is missing, so that it is taken for a slip and not for a column of its own.
_NEAR = 0.8


class Header(NamedTuple):
    """A column of a table: what it is, how its table calls it, and the unit that its name bears (数值(亿元))."""

    column: str
    name: str
    unit: str = ""


def _plain(name: str) -> str:
    text = name.strip().removeprefix("\ufeff")
    return _COLUMN_OF.get(text) or re.sub(r"[\s-]+", "_", text).lower()


def _header(name: str) -> Header:
    known = {*COLUMNS, *_REPORT}
    if (column := _plain(name)) in known:
        return Header(column, name)
    if (parts := re.fullmatch(r"(.+?)\s*[(（](.+?)[)）]\s*", name)) and _plain(parts[1]) == "value":
        try:
            return Header("value", name, str(Unit(parts[2])))
        except Error:
            pass
    return Header(column, name)


def headers_of(names: Sequence[str]) -> list[Header]:
    """The headers of a table, in its order; columns that a statement does not have keep their names.

    Raises ValueError for no column of indicators, for two that are one, and for a name that nearly is that of a column
    which the table does not have.
    """
    headers = [_header(str(name)) for name in names]
    found: dict[str, str] = {}
    for header in headers:
        if header.column in found:
            before = found[header.column]
            raise ValueError(f"the columns {before!r} and {header.name!r} are both {header.column!r}: keep one of them")
        if header.column in COLUMNS:
            found[header.column] = header.name
    missing = [column for column in COLUMNS if column not in found]
    for header in headers:
        if header.column in found or header.column in _REPORT:
            continue
        if near := difflib.get_close_matches(header.column, missing, 1, _NEAR):
            raise ValueError(f"no column is called {header.name!r}; did you mean {near[0]!r}? else call it otherwise")
    if "indicator" not in found:
        has = ", ".join(map(repr, names)) or "none"
        raise ValueError(f"the table has no column 'indicator' (指标); its columns: {has}")
    return headers
