"""The formats of tables, listed once: what writes, reads, documents and offers one asks this table."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, cast

#: What a file keeps. 'report': all that equality of reports looks at. 'statements': each statement exactly, but not
#: what is known of the report (title, place, year, sections, evidence). 'figures': what a reader wants to see.
Keeps = Literal["report", "statements", "figures"]


@dataclass(frozen=True)
class Format:
    """A format of tables: how files of it are called, made and read.

    `writer` and `reader` are module and function. The writer takes a `Table` and gives str or bytes; what is a str goes
    into the file in `encoding`. The reader takes the bytes of a file, the encoding or None, and options of its own, and
    gives a `Sheet`.
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

    def function(self, role: Literal["writer", "reader"]) -> Callable[..., Any]:
        """Its writer or reader, loaded when a file asks for it. Raises ValueError where there is none."""
        place = self.writer if role == "writer" else self.reader
        if place is None:
            raise ValueError(f"format: {self.name} is only written; read one of {', '.join(names_of('reader'))}")
        module, function = place
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
    ),
    Format(
        "json",
        (".json",),
        "JSON, a list of records",
        "statements",
        ("json", "write"),
        ("json", "read"),
        encoding="utf-8",
    ),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "JSON Lines, a record a line",
        "statements",
        ("json", "write_lines"),
        ("json", "read_lines"),
        encoding="utf-8",
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
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "Excel workbook",
        "statements",
        ("excel", "write"),
        ("excel", "read"),
        extra="excel",
        note="text that would be a formula stays text",
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
