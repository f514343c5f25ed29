"""Tables for papers: Markdown as markdown-it reads it, LaTeX with its commands undone."""

from __future__ import annotations

import io
import re
from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import shengzhou_report as sr
from shengzhou_report import typing as words
from shengzhou_report.language import word

#: Any text that can be seen; what cannot is shown as an escape and is tested where that is done.
TEXT = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=20)


def text_of(table: Any, format: str, **options: Any) -> str:
    file = io.BytesIO()
    sr.io.write_table(table, file, format=format, **options)
    return file.getvalue().decode()


def markdown_cells(text: str) -> list[list[str]]:
    """The text of each cell of a Markdown table, which must hold nothing but text."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special"}, token.content
            rows[-1].append("".join(child.content for child in children))
        else:
            assert token.type.startswith(("table", "thead", "tbody", "tr", "th", "td")), token.type
    return rows


def latex_cells(text: str) -> list[list[str]]:
    """The cells of a LaTeX table, with the commands of single characters undone."""
    assert text.startswith("\\begin{longtable}")
    body = text[text.index("\\hline") : text.index("\\end{longtable}")]
    rows = []
    for line in body.splitlines():
        if not line.endswith("\\\\"):
            continue
        cells = re.split(r"(?<!\\)&", line.removesuffix("\\\\"))
        undone = []
        for cell in cells:
            plain = re.sub(r"\\ensuremath\{(.)\}", r"\1", cell.strip())
            assert not re.search(r"(?<!\\)[%$#_]", plain)
            plain = plain.replace(r"\textbackslash{}", "\0").replace(r"\textasciitilde{}", "~").replace(r"\^{}", "^")
            undone.append(re.sub(r"\\([&%$#_{}])", r"\1", plain).replace("\0", "\\"))
        rows.append(undone)
    return rows


def squeezed(text: str) -> str:
    return " ".join(text.split())


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_any_text_is_the_same_text_in_markdown(texts: list[str]) -> None:
    cells = markdown_cells(text_of(pd.DataFrame({"a": texts, "b": "|"}), "markdown"))
    assert cells == [["a", "b"], *([squeezed(text), "|"] for text in texts)]


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_any_text_is_the_same_text_in_latex(texts: list[str]) -> None:
    cells = latex_cells(text_of(pd.DataFrame({"a": texts, "b": "&"}), "latex"))
    assert cells == [["a", "b"], *([squeezed(text), "&"] for text in texts)]


@pytest.mark.parametrize(("format", "cells_of"), [("markdown", markdown_cells), ("latex", latex_cells)])
def test_reports_say_what_a_reader_wants(report: sr.Report, format: str, cells_of: Any) -> None:
    head, *rows = cells_of(text_of(report, format))
    assert head == ["indicator", "measure", "figure", "year", "status", "section"]
    assert len(rows) == len(report)
    assert rows[0] == ["地区生产总值", "level", "745亿元", "2023", "estimate", "主要指标"]
    head, *rows = cells_of(text_of({"甲": report}, format, headers="zh"))
    assert head == ["文件", "指标", "度量", "数值", "年份", "性质", "章节"]
    assert rows[1] == ["甲", "地区生产总值", "增速", "7.5%", "2023", "预计", "主要指标"]
    in_step = next(row for row, statement in zip(rows, report, strict=True) if statement.trend == "in_step")
    assert in_step[3] == "同步"
    with pytest.raises(ValueError, match="'fr' is none of names, en, zh"):
        text_of(report, format, headers="fr")


def test_a_figure_stands_to_the_right() -> None:
    report = sr.Report([sr.Statement("甲", quantity=sr.Quantity(figure, "元")) for figure in ("5", "12345")])
    rule = text_of(report, "markdown").splitlines()[1].strip("|").split("|")
    assert [cell.endswith(":") for cell in rule] == [False, False, True, False, False, False]
    assert "{llrlll}" in text_of(report, "latex")


@pytest.mark.parametrize("format", ["markdown", "latex"])
def test_what_cannot_be_seen_is_shown(format: str) -> None:
    text = text_of(sr.Report([sr.Statement("收入\u202e\x1b\n增长")]), format)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert len(text_of(sr.Report(), format).strip().splitlines()) >= 2


def test_every_word_has_a_chinese_one() -> None:
    used = words.Measure, words.Status, words.Modality, words.Period, words.Bound, words.PriceBasis, words.Trend
    assert all(not word(name, "zh").isascii() for alias in used for name in get_args(alias))
