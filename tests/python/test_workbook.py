"""Workbooks, as openpyxl and LibreOffice open them: formats of numbers, sheets, and text that stays text."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._tables.fields import FIELDS

TEXT = """某县2024年政府工作报告
一、2023年工作回顾
全县地区生产总值达1210.50亿元,增长6.5%。人口自然增长率为1.25‰,常住人口达102000人。
二、2024年工作目标
地区生产总值增长7%左右;粮食总产量稳定在5万吨以上!
"""


def book_of(table: Any, **options: Any) -> openpyxl.Workbook:
    file = io.BytesIO()
    sr.io.write_table(table, file, format="xlsx", **options)
    return openpyxl.load_workbook(file)


def records(sheet: Any) -> list[dict[str, Any]]:
    names, *rows = sheet.iter_rows()
    return [{name.value: cell for name, cell in zip(names, row, strict=True)} for row in rows]


def test_a_workbook_has_three_sheets_to_work_with(report: sr.Report) -> None:
    book = book_of(report)
    assert book.sheetnames == ["statements", "targets", "sources"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A1"].font.bold
    # Wide enough for the longest name that stands there: a Chinese character is as wide as two others.
    longest = max(sum(1 + (unicodedata.east_asian_width(c) == "W") for c in s.indicator) for s in report)
    assert min(longest, 60) <= book["statements"].column_dimensions["A"].width <= 70


@pytest.mark.parametrize(
    ("printed", "unit", "value", "shown", "rate", "as_rate"),
    [
        ("7.0", "%", 7, "#,##0.0", 0.07, "0.0%"),
        ("12", "%", 12, "#,##0", 0.12, "0%"),
        ("1.25", "‰", 1.25, "#,##0.00", 0.00125, "0.000%"),
        ("-16.7", "%", -16.7, "#,##0.0", -0.167, "0.0%"),
        ("1210.50", "亿元", 1210.5, "#,##0.00", None, "General"),
        ("102000", "人", 102000, "#,##0", None, "General"),
        ("0.4", "个百分点", 0.4, "#,##0.0", None, "General"),
    ],
)
def test_numbers_look_as_printed(
    printed: str, unit: str, value: float, shown: str, rate: float | None, as_rate: str
) -> None:
    statement = sr.Statement("甲", quantity=sr.Quantity(printed, unit), year=2023)
    (row,) = records(book_of(sr.Report([statement]))["statements"])
    assert (row["value"].value, row["value"].number_format) == (value, shown)
    assert row["rate"].value == (rate if rate is None else pytest.approx(rate, rel=1e-15))
    assert row["rate"].number_format == as_rate
    assert (row["year"].value, row["year"].number_format) == (2023, "0")


def test_headings_are_names_or_titles(report: sr.Report) -> None:
    titles = [cell.value for cell in book_of(report, headers="zh")["数据"][1]]
    assert titles[:5] == ["指标", "指标代码", "英文名称", "度量", "数值"]
    assert book_of({"甲": report}, headers="zh").sheetnames == ["数据", "目标与实绩", "出处"]
    for headers in ("names", "en", "zh"):
        for sheet in book_of({"甲": report}, headers=headers):
            names = [cell.value for cell in sheet[1]]
            assert len(set(names)) == len(names)
            if headers == "zh":
                assert all(any(unicodedata.east_asian_width(c) == "W" for c in name) for name in names)
    with pytest.raises(ValueError, match="'fr' is none of names, en, zh"):
        book_of(report, headers="fr")
    with pytest.raises(TypeError, match="no option 'headers' for json"):
        sr.io.write_table(report, io.BytesIO(), format="json", headers="zh")


def test_every_field_has_two_titles_of_its_own() -> None:
    for titles in ([f.title for f in FIELDS.values()], [f.title_zh for f in FIELDS.values()]):
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_targets_stand_beside_outcomes() -> None:
    gdp, grain = records(book_of(sr.parse(TEXT))["targets"])[:2]
    assert (gdp["outcome"].value, gdp["outcome"].number_format) == (1210.5, "#,##0.00")
    assert (gdp["outcome_growth"].value, gdp["outcome_growth"].number_format) == (0.065, "0.0%")
    assert (gdp["target"].value, gdp["target"].number_format, gdp["target_bound"].value) == (0.07, "0%", "about")
    assert gdp["implied"].value == pytest.approx(1210.5 * 1.07)
    assert gdp["implied_prices"].value == 2023
    assert (grain["indicator"].value, grain["target"].value, grain["target_unit"].value) == ("粮食总产量", 5, "万吨")
    assert grain["outcome"].value is None


def test_each_figure_has_its_sentence() -> None:
    lines = TEXT.splitlines()
    for report in (sr.parse(TEXT), sr.parse(TEXT.replace("\n", "\r\n"))):
        for row, statement in zip(records(book_of({"甲": report})["sources"]), report, strict=True):
            line = lines[row["line"].value - 1]
            assert row["sentence"].value in line
            assert statement.quantity is not None
            assert str(statement.quantity.decimal) in row["sentence"].value
            assert not row["sentence"].value[:-1].count("。")
    # A text without ends of sentences costs no more than another.
    long = sr.parse("收入5亿元," * 20_000)
    sentences = [row["sentence"].value for row in records(book_of(long[:3])["sources"])]
    assert all(len(sentence) < 500 and sentence.endswith("…") for sentence in sentences)


def test_a_report_without_text_has_places_alone(report: sr.Report) -> None:
    assert report.text is None
    for row, statement in zip(records(book_of(report)["sources"]), report, strict=True):
        assert (row["start"].value, row["end"].value) == (statement.start, statement.end)
        assert row["section"].value == " / ".join(statement.section)
        assert row["sentence"].value is None


def test_an_empty_report_is_a_workbook() -> None:
    for table in (sr.Report(), {}, {"甲": sr.Report()}):
        assert [len(list(sheet.iter_rows())) for sheet in book_of(table)] == [1, 1, 1]


@given(st.text(max_size=40))
def test_any_text_is_the_same_text(text: str) -> None:
    frame = pd.DataFrame({"a": [text, "https://a.cn/" + text, "=" + text, "12"]})
    cells = [row[0] for row in book_of(frame)["statements"].iter_rows(min_row=2)]
    for cell, given_text in zip(cells, frame["a"], strict=True):
        assert cell.data_type in ("s", "n")
        assert cell.hyperlink is None
        # Controls have no place in XML, and a cell has one kind of line end.
        kept = "".join(c for c in given_text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
        assert (cell.value or "") == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_a_text_that_no_cell_holds_is_an_error() -> None:
    with pytest.raises(ValueError, match="row 1, a: more characters than a cell"):
        book_of(pd.DataFrame({"a": ["长" * 32_768]}))
    assert book_of(pd.DataFrame({"a": ["长" * 32_767]}))["statements"]["A2"].value == "长" * 32_767


def test_libreoffice_shows_what_is_meant(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    hostile = ["=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://a.cn","b")', "http://a.cn", "007"]
    statements = [sr.Statement(text, quantity=sr.Quantity("1204.50", "亿元"), year=2023) for text in hostile]
    statements.append(sr.Statement("增速", measure="growth", quantity=sr.Quantity("7.0", "%"), year=2023))
    sr.io.write_table(sr.Report(statements), tmp_path / "a.xlsx")

    def convert(filter_name: str) -> None:
        command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", filter_name, "--outdir", str(tmp_path / "out"), str(tmp_path / "a.xlsx")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

    # Separated by commas, quoted, UTF-8, each cell as it is shown.
    convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")
    rows = list(csv.DictReader((tmp_path / "out" / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["indicator"] for row in rows] == [*hostile, "增速"]
    assert [row["value"] for row in rows] == ["1,204.50"] * 7 + ["7.0"]
    assert [row["rate"] for row in rows] == [""] * 7 + ["7.0%"]
    assert [row["year"] for row in rows] == ["2023"] * 8
    convert("xlsx")
    book = openpyxl.load_workbook(tmp_path / "out" / "a.xlsx")
    assert book.sheetnames == ["statements", "targets", "sources"]
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink]
