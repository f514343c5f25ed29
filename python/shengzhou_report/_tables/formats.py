"""The formats of tables, listed once: what writes, reads, documents and offers one asks this table."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

#: What a file keeps. 'report': all that equality of reports looks at. 'statements': each statement exactly, but not
#: what is known of the report (title, place, year, sections, evidence). 'figures': what a reader wants to see.
Keeps = Literal["report", "statements", "figures"]


@dataclass(frozen=True)
class Format:
    """A format of tables: how files of it are called, made and read.

    `writer` and `reader` are module and function. The writer takes a `Table` and `options` and gives str or bytes; what
    is a str goes into the file in `encoding`. The reader takes the bytes of a file, the encoding or None, and options
    of its own, and gives a `Sheet`.
    """

    name: str
    endings: tuple[str, ...]
    title: str
    keeps: Keeps
    writer: tuple[str, str]
    reader: tuple[str, str] | None = None
    extra: str = ""
    encoding: str = ""
    #: What is to be known of it besides.
    note: str = ""
    #: The same in Chinese, for the table of the documentation.
    title_zh: str = ""
    note_zh: str = ""
    #: Keywords that the writer takes.
    options: tuple[str, ...] = ()
    #: A file that is written beside it: its ending, module and function.
    beside: tuple[str, str, str] | None = None

    def function(self, role: Literal["writer", "reader"]) -> Callable[..., Any]:
        """Its writer or reader, loaded when a file asks for it. Raises ValueError where there is none."""
        place = self.writer if role == "writer" else self.reader
        if place is None:
            raise ValueError(f"format: {self.name} is only written; read one of {', '.join(names_of('reader'))}")
        return _load(*place)

    def writer_beside(self, path: str | os.PathLike[str]) -> tuple[Path, Callable[..., Any]] | None:
        """The path and the writer of the file that goes beside one at `path`, None where there is none."""
        if self.beside is None:
            return None
        ending, module, function = self.beside
        name = Path(path).name
        known = max((end for end in self.endings if name.lower().endswith(end)), key=len, default="")
        return Path(path).with_name(name[: len(name) - len(known)] + ending), _load(module, function)


def _load(module: str, function: str) -> Callable[..., Any]:
    return cast("Callable[..., Any]", getattr(import_module(f"{__package__}.{module}"), function))


#: A row a format, in the order in which they are offered.
FORMATS = (
    Format(
        "csv",
        (".csv",),
        "CSV that Excel opens",
        "statements",
        ("csv", "write"),
        ("csv", "read"),
        encoding="utf-8-sig",
        note="begins with a byte order mark unless encoding='utf-8'; text that would be a formula has an apostrophe",
        title_zh="Excel 可直接打开的 CSV",
        note_zh="以字节顺序标记开头，encoding='utf-8' 时没有；可能被当作公式的文字前加撇号",
    ),
    Format(
        "json",
        (".json",),
        "JSON, a list of records",
        "statements",
        ("json", "write"),
        ("json", "read"),
        encoding="utf-8",
        note="valid by the JSON Schema that sr.io.json_schema() gives",
        title_zh="JSON，记录的列表",
        note_zh="符合 sr.io.json_schema() 给出的 JSON Schema",
    ),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "JSON Lines, a record a line",
        "statements",
        ("json", "write_lines"),
        ("json", "read_lines"),
        encoding="utf-8",
        title_zh="JSON Lines，每行一条记录",
    ),
    Format(
        "parquet",
        (".parquet",),
        "Parquet",
        "report",
        ("parquet", "write"),
        ("parquet", "read"),
        extra="arrow",
        note="words are dictionaries; what stands beside the statements is in the metadata",
        title_zh="Parquet",
        note_zh="词语为字典编码；数据以外的内容存于元数据",
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "Excel workbook",
        "statements",
        ("excel", "write"),
        ("excel", "read"),
        extra="excel",
        note="sheets of targets against outcomes and of sources; text that would be a formula stays text; "
        "headers='zh' or 'en' for titles instead of names of columns",
        options=("headers",),
        title_zh="Excel 工作簿",
        note_zh="另有“目标与实绩”“出处”两个工作表；文字不会变成公式；headers='zh' 或 'en' 时列标题为中文或英文",
    ),
    Format(
        "dta",
        (".dta",),
        "Stata data set, format 118",
        "statements",
        ("stata", "write"),
        ("stata", "read"),
        extra="pandas",
        note="variables and words have labels, in Chinese with headers='zh'; long text is strL; `end` is called end_",
        options=("headers",),
        title_zh="Stata 数据集（118 版）",
        note_zh="变量和取值带标签，headers='zh' 时变量标签为中文；长文本为 strL；`end` 名为 end_",
    ),
    Format(
        "sdmx",
        (".sdmx.csv",),
        "SDMX-CSV 2.0",
        "figures",
        ("sdmx", "write"),
        encoding="utf-8",
        note="statements with a year; its structure, as SDMX-ML 2.1, is written beside it with the ending .sdmx.xml",
        beside=(".sdmx.xml", "sdmx_structure", "write"),
        title_zh="SDMX-CSV 2.0",
        note_zh="只含有年份的数据；结构（SDMX-ML 2.1）写在同名的 .sdmx.xml 中",
    ),
    Format(
        "datapackage",
        (".zip",),
        "Frictionless data package",
        "statements",
        ("package", "write"),
        ("package", "read"),
        note="a zip of plain CSV with its schema, and a table of the reports",
        title_zh="Frictionless 数据包",
        note_zh="zip，内含普通 CSV 及其模式，以及报告一览表",
    ),
    Format(
        "markdown",
        (".md",),
        "Markdown table",
        "figures",
        ("paper", "write_markdown"),
        extra="paper",
        encoding="utf-8",
        note="indicator, measure, figure, year, status, section; Chinese with headers='zh'",
        options=("headers",),
        title_zh="Markdown 表格",
        note_zh="指标、度量、数值、年份、性质、章节；headers='zh' 时为中文",
    ),
    Format(
        "latex",
        (".tex",),
        "LaTeX longtable",
        "figures",
        ("paper", "write_latex"),
        extra="paper",
        encoding="utf-8",
        note="the same columns",
        options=("headers",),
        title_zh="LaTeX longtable",
        note_zh="各列同上",
    ),
)


def names_of(role: Literal["writer", "reader"]) -> list[str]:
    """The names of the formats that are written, or that are read."""
    return [row.name for row in FORMATS if getattr(row, role) is not None]


def format_of(path: object, name: str | None, role: Literal["writer", "reader"]) -> Format:
    """The format called `name`, else the one of the longest ending that the path has.

    Raises ValueError where there is none.
    """
    if name is None:
        file = str(os.fspath(path)) if isinstance(path, (str, os.PathLike)) else str(getattr(path, "name", ""))
        fits = [(len(end), row) for row in FORMATS for end in row.endings if file.lower().endswith(end)]
        if fits:
            return max(fits, key=lambda fit: fit[0])[1]
        name = os.path.splitext(file)[1].removeprefix(".")  # noqa: PTH122 (of any string)
    for row in FORMATS:
        if row.name == name:
            return row
    raise ValueError(f"format: {name!r} is none of {', '.join(names_of(role))}")
