"""Tables in files: every format gives back what it says that it keeps."""

from __future__ import annotations

import builtins
import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr
from shengzhou_report._tables.cells import cell_of, escaped, unescaped
from shengzhou_report._tables.formats import format_of

READ = [row for row in sr.io.formats() if row.reader is not None]
EXTRAS = {"arrow": "pyarrow", "excel": "openpyxl", "pandas": "pandas"}


def needed(row: Any) -> None:
    if row.extra:
        pytest.importorskip(EXTRAS[row.extra], reason=f"the extra {row.extra} is not installed")


def parsed() -> sr.Report:
    return sr.parse(
        "某县2024年政府工作报告\n一、2023年工作回顾\n地区生产总值达210亿元,增长6.5%,三个方面都好。\n"
        "二、2024年工作目标\n地区生产总值增长7%左右,失业率控制在3%-4%,建成博物馆,改造104国道。\n"
    )


def info_of(report: sr.Report) -> dict[str, Any]:
    names = ("title", "place", "place_en", "ref_area", "year", "kind", "sections", "evidence", "skipped")
    return {name: getattr(report, name) for name in names} | {"commitments": report.commitments()}


# --- there and back


@pytest.mark.parametrize("row", READ, ids=lambda row: row.name)
@pytest.mark.parametrize("which", ["embedded", "parsed", "empty"])
def test_a_report_comes_back(tmp_path: Path, row: Any, which: str, report: sr.Report) -> None:
    needed(row)
    whole = {"embedded": report, "parsed": parsed(), "empty": sr.Report(title="无")}[which]
    for ending in row.endings:
        path = tmp_path / f"table{ending.upper()}"
        sr.io.write_table(whole, path)
        known = {} if row.keeps == "report" else info_of(whole)
        assert sr.io.read_table(path, **known) == whole
        assert sr.io.read_table(path.read_bytes(), format=row.name, **known) == whole


@pytest.mark.parametrize("row", READ, ids=lambda row: row.name)
def test_several_reports_come_back(tmp_path: Path, row: Any, report: sr.Report) -> None:
    needed(row)
    reports = {"甲.txt": report, "=乙": parsed()}
    path = tmp_path / f"table{row.endings[0]}"
    sr.io.write_table(reports, path)
    again = sr.io.read_tables(path)
    assert list(again) == list(reports)
    for name, whole in reports.items():
        assert again[name].statements == whole.statements
    if row.keeps == "report":
        assert again == reports
    with pytest.raises(ValueError, match=r"2 reports \('甲.txt', '=乙'\): read_tables"):
        sr.io.read_table(path)


def test_what_the_call_says_goes_before_the_file(report: sr.Report) -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    file = io.BytesIO()
    sr.io.write_table(report, file, format="parquet")
    other = sr.io.read_table(file.getvalue(), format="parquet", place="某市", year=2030)
    assert (other.place, other.year, other.title) == ("某市", 2030, report.title)


# --- cells

SIGNS = st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠1.a,\"\x00"), max_size=8)


@given(SIGNS)
def test_escapes_are_taken_back(text: str) -> None:
    written = escaped(text)
    assert not cell_of(written)[1]
    assert unescaped(str(written)) == text


@given(st.lists(SIGNS.filter(bool), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv(texts: list[str]) -> None:
    some = sr.Report([sr.Statement(text, scope=text, area=text) for text in texts])
    file = io.BytesIO()
    sr.io.write_table(some, file, format="csv")
    assert sr.io.read_table(file.getvalue(), format="csv") == some
    # A reader that is not ours finds as many cells in each row.
    assert {len(row) for row in csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline=""))} == {29}


def test_json_lines_is_a_record_a_line(report: sr.Report) -> None:
    file = io.BytesIO()
    sr.io.write_table(report, file, format="jsonl")
    lines = file.getvalue().decode().splitlines()
    assert len(lines) == len(report)
    assert [json.loads(line)["indicator"] for line in lines] == [statement.indicator for statement in report]
    assert len(pd.read_json(io.BytesIO(file.getvalue()), lines=True)) == len(report)


def test_parquet_is_read_by_others(tmp_path: Path, report: sr.Report) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra arrow is not installed")
    sr.io.write_table(report, tmp_path / "a.parquet")
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table["indicator"].to_pylist() == [statement.indicator for statement in report]
    frame = pd.read_parquet(tmp_path / "a.parquet")
    assert sr.Report.from_frame(frame, **info_of(report)) == report
    polars = pytest.importorskip("polars", reason="polars, with which it is compared, is not installed")
    assert polars.read_parquet(tmp_path / "a.parquet").height == len(report)
    assert sr.Report.from_frame(polars.DataFrame(report), **info_of(report)) == report


# --- which format


def test_the_longest_ending_chooses() -> None:
    assert format_of("x.CSV", None, "writer").name == "csv"
    assert format_of("a.b.ndjson", None, "reader").name == "jsonl"
    assert format_of("x.csv", "json", "writer").name == "json"
    with pytest.raises(ValueError, match=r"format: 'doc' is none of csv, json"):
        format_of("x.doc", None, "reader")


def test_every_format_has_its_row() -> None:
    names = [row.name for row in sr.io.formats()]
    endings = [ending for row in sr.io.formats() for ending in row.endings]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)
    for row in sr.io.formats():
        assert callable(row.function("writer"))
        assert row.keeps in ("report", "statements", "figures")
        # What is read back keeps at least the statements.
        assert (row.reader is not None) <= (row.keeps != "figures")


# --- files of others


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_offices(encoding: str, separator: str) -> None:
    lines = ["指标名称,数值,计量单位,年份", "地区生产总值,210,亿元,2023", "", "粮食总产量,5.6,万吨,2023"]
    data = "\r\n".join(lines).replace(",", separator).encode(encoding)
    gdp, grain = sr.Report.from_csv(data)
    assert (gdp.indicator_id, gdp.quantity, gdp.year) == ("gdp", sr.Quantity("210", "亿元"), 2023)
    assert (grain.indicator, grain.quantity) == ("粮食总产量", sr.Quantity("5.6", "万吨"))


def test_a_workbook_of_an_office(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")
    book = openpyxl.Workbook()
    book.active.append(["没有表"])
    sheet = book.create_sheet("附表")
    for row in (
        [],
        ["指标", "数值（亿元）", "年份"],
        ["地区生产总值", 210, 2023],
        [],
        ["财政收入", 18.2, 2023.0, None],
    ):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    gdp, revenue = sr.Report.from_excel(tmp_path / "a.xlsx", sheet="附表", place="某县")
    assert (gdp.quantity, gdp.year) == (sr.Quantity("210", "亿元"), 2023)
    assert (revenue.quantity, revenue.year) == (sr.Quantity("18.2", "亿元"), 2023)
    assert sr.Report.from_excel(tmp_path / "a.xlsx", sheet=1) == sr.Report([gdp, revenue])
    with pytest.raises(sr.ParseError, match="sheet: '表' is none of 'Sheet', '附表'"):
        sr.Report.from_excel(tmp_path / "a.xlsx", sheet="表")
    sheet.cell(3, 2).value = "约210"
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(sr.ParseError, match=r"^row 3: column '数值（亿元）': .*约210"):
        sr.Report.from_excel(tmp_path / "b.xlsx", sheet=1)


def test_words_in_chinese() -> None:
    table = "指标,度量,数值,单位,界限,性质,力度,年份\nGDP,增长,7,%,左右,目标,力争,2024\n"
    (target,) = sr.Report.from_csv(table.encode())
    assert (target.measure, target.status, target.modality) == ("growth", "target", "strive")
    assert target.quantity == sr.Quantity("7", "%", bound="about")


# --- errors name row and column

GOOD = "indicator,measure,value,unit,bound,status,year\nGDP,level,745,亿元,exact,outcome,2023\n"


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        (",level,1,亿元,exact,outcome,2022", ValueError, "row 3: column 'indicator': .* is empty"),
        ("GDP,levle,1,亿元,exact,outcome,2022", ValueError, "row 3: column 'measure': .*did you mean 'level'"),
        ("GDP,level,一,亿元,exact,outcome,2022", sr.ParseError, "row 3: column 'value': '一' is not a decimal"),
        ("GDP,level,1,12,exact,outcome,2022", sr.UnitError, "row 3: column 'unit': '12' is not a unit"),
        ("GDP,level,1,亿元,atleast,outcome,2022", ValueError, "row 3: column 'bound': .*did you mean 'at_least'"),
        ("GDP,level,1,亿元,range,outcome,2022", sr.DomainError, "row 3: column 'bound': a range needs its upper end"),
        ("GDP,level,1,亿元,exact,goal,2022", ValueError, "row 3: column 'status': 'goal' is none of outcome, est"),
        ("GDP,level,1,亿元,exact,outcome,2022.5", ValueError, "row 3: column 'year': "),
        ("GDP,level,745,亿元,exact,outcome,2023", ValueError, "row 3: column 'indicator': repeats row 2: "),
        ("GDP,level,750,亿元,exact,outcome,2023", ValueError, "row 3: .*says 750亿元, and 745亿元 stands in row 2"),
        ('"GDP,level', sr.ParseError, "this is no CSV: "),
        ("GDP,level,1,2,3,4,5,6", sr.ParseError, "row 3 has 8 cells, the first 7: put quotes around text"),
    ],
    ids=str,
)
def test_errors_name_row_and_column(line: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        sr.Report.from_csv((GOOD + line).encode())


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("indicatr,value", "no column is called 'indicatr'; did you mean 'indicator'"),
        ("indicator,valeu", "no column is called 'valeu'; did you mean 'value'"),
        ("indicator,Base Yaer", "no column is called 'Base Yaer'; did you mean 'base_year'"),
        ("数值,单位", "the table has no column 'indicator' [(]指标[)]; its columns: '数值', '单位'"),
        ("指标,数值,value", "the columns '数值' and 'value' are both 'value'"),
        ("指标,数值,数值", "the columns '数值' and '数值' are both 'value'"),
    ],
)
def test_errors_of_headers(header: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        sr.Report.from_csv(f"{header}\n".encode())


def test_indicators_that_must_be_known() -> None:
    table = "指标,数值,单位\n地区生产总直,745,亿元\n".encode()
    assert sr.Report.from_csv(table)[0].indicator_id == ""
    with pytest.raises(sr.LookupError, match=r"row 2: column '指标': .*地区生产总直.*did you mean '地区生产总值'"):
        sr.Report.from_csv(table, indicators="known")
    with pytest.raises(ValueError, match="indicators: 'all' is neither"):
        sr.Report.from_csv(table, indicators="all")  # type: ignore[arg-type]


def test_figures_of_a_report_may_repeat(report: sr.Report) -> None:
    # Its places in the text tell them apart.
    twice = sr.Report([report[0], report[0]])
    assert sr.Report.from_frame(twice.to_frame()) == twice


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "parquet", "xlsx"])
@pytest.mark.parametrize("data", [b"\x00", b"\x00\xff\x00", b"[1]", b"PK\x03\x04 rubbish", b"[" * 100_000, b"{}"])
def test_hostile_tables(name: str, data: bytes) -> None:
    needed(next(row for row in READ if row.name == name))
    with pytest.raises((sr.ParseError, ValueError)):
        sr.io.read_table(data, format=name)


def test_options_that_are_wrong(report: sr.Report) -> None:
    with pytest.raises(TypeError, match="'plcae'"):
        sr.Report.from_csv(GOOD.encode(), plcae="某市")  # type: ignore[call-arg]
    with pytest.raises(builtins.LookupError, match="unknown encoding"):
        sr.Report.from_csv(GOOD.encode(), encoding="nothing")
    with pytest.raises(TypeError, match="needs a data frame, not list"):
        sr.Report.from_frame([1])
    with pytest.raises(FileNotFoundError):
        sr.io.read_table("nothing.csv")


@pytest.mark.parametrize("headers", ["names", "en", "zh"])
def test_a_workbook_comes_back_whatever_its_columns_are_called(report: sr.Report, headers: str) -> None:
    for row in sr.io.formats():
        if row.reader is None or "headers" not in row.options:
            continue
        needed(row)
        file = io.BytesIO()
        sr.io.write_table(report, file, format=row.name, headers=headers)
        assert sr.io.read_table(file.getvalue(), format=row.name).statements == report.statements


def test_a_frame_of_one_file_is_one_report(report: sr.Report) -> None:
    frame = report[:2].to_frame()
    frame.attrs = {}
    frame.insert(0, "file", "a.txt")
    assert sr.Report.from_frame(frame).statements == report[:2].statements
    with pytest.raises(ValueError, match="holds 2 reports"):
        sr.Report.from_frame(pd.concat([frame, frame.assign(file="b.txt")], ignore_index=True))


def test_a_data_package_keeps_what_its_reports_are(report: sr.Report) -> None:
    file = io.BytesIO()
    sr.io.write_table({"甲": report, "乙": sr.Report(title="无", year=2020)}, file, format="datapackage")
    read = sr.io.read_tables(file.getvalue(), format="datapackage")
    assert read["甲"].statements == report.statements
    assert [read[name].year for name in ("甲", "乙")] == [2024, 2020]
    assert (read["甲"].place, read["甲"].ref_area, read["甲"].kind) == (report.place, "330683", report.kind)


@pytest.mark.parametrize("name", ["dta", "datapackage"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<stata_dta>", b"\0" * 500, "指标".encode()])
def test_what_is_no_such_file(name: str, data: bytes) -> None:
    with pytest.raises(sr.ParseError):
        sr.io.read_table(data, format=name)
