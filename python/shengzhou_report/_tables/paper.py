"""Tables for papers and web pages, in Markdown and LaTeX: what a reader wants to see, laid out by tabulate.

LaTeX needs the package longtable, and for Chinese a class such as ctexart under XeLaTeX or LuaLaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from shengzhou_report import language
from shengzhou_report._core import Statement
from shengzhou_report._escape import visible
from shengzhou_report.frames import require

from .fields import FIELDS, Headers
from .table import FILE, Table

#: Columns of reports, with their titles in English and Chinese.
_COLUMNS = {
    "indicator": ("indicator", "指标"),
    "measure": ("measure", "度量"),
    "figure": ("figure", "数值"),
    "year": ("year", "年份"),
    "status": ("status", "性质"),
    "section": ("section", "章节"),
}

#: What Markdown, the HTML in it or GitHub (links, formulas) could take for a mark within a cell.
_MARKS = re.compile(r"([\\`*_\[\]<>|~&$:@])")


def write_markdown(table: Table, *, headers: Headers = "en") -> str:
    """The table in the Markdown of GitHub."""
    return _lay_out(table, headers, "pipe", lambda text: _MARKS.sub(r"\\\1", text))


def write_latex(table: Table, *, headers: Headers = "en") -> str:
    """The table as a longtable, which breaks between pages."""
    # tabulate escapes what LaTeX would read as commands.
    return _lay_out(table, headers, "latex_longtable", lambda text: text)


def _lay_out(table: Table, headers: Headers, form: str, escape: Callable[[str], str]) -> str:
    tabulate = require("tabulate", "paper")
    if headers not in ("names", "en", "zh"):
        raise ValueError(f"headers: {headers!r} is none of names, en, zh")
    names, rows = _cells(table, headers)

    def safe(cell: object) -> str:
        return escape(visible(" ".join(str("" if cell is None else cell).split())))

    shown = [[safe(cell) for cell in row] for row in rows]
    numbers = [isinstance(cell, (int, float)) for cell in rows[0]] if rows else [False] * len(names)
    if table.reports is not None:
        numbers = [name == "figure" for name in ([FILE] if table.several else []) + list(_COLUMNS)]
    alignment = ["right" if number else "left" for number in numbers] if shown else None
    head = [safe(name) for name in names]
    text: str = tabulate.tabulate(shown, head, tablefmt=form, disable_numparse=True, colalign=alignment)
    return text + "\n"


def _cells(table: Table, headers: Headers) -> tuple[list[str], Sequence[Sequence[object]]]:
    if table.reports is None:
        return table.names, table.rows
    several = [FIELDS[FILE].heading(headers)] if table.several else []
    names = [name if headers == "names" else titles[headers == "zh"] for name, titles in _COLUMNS.items()]
    rows = [
        [*([name] if several else []), *_row(statement, headers)]
        for name, report in table.reports.items()
        for statement in report
    ]
    return several + names, rows


def _row(statement: Statement, headers: Headers) -> Iterator[object]:
    def word(name: str) -> str:
        return language.word(name, "zh" if headers == "zh" else "en")

    yield statement.indicator
    yield word(statement.measure)
    yield word(statement.trend) if statement.quantity is None else str(statement.quantity)
    yield statement.year
    yield word(statement.status)
    yield statement.section[-1] if statement.section else ""
