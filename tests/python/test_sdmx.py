"""SDMX-CSV and its structure message, as sdmx1 and pysdmx read them; pysdmx has the official schemas of SDMX-ML."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

KEY = ("FREQ", "REF_AREA", "COVERAGE", "INDICATOR", "TRANSFORMATION", "PRICES", "PERIOD", "VALUE_TYPE", "VARIANT")


def text_of(table: Any) -> bytes:
    file = io.BytesIO()
    sr.io.write_table(table, file, format="sdmx")
    return file.getvalue()


def rows_of(*statements: sr.Statement, **known: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(sr.Report(statements, **known)).decode(), newline="")))


def row_of(quantity: sr.Quantity | None = None, **words: Any) -> dict[str, str]:
    (row,) = rows_of(sr.Statement("地区生产总值", indicator_id="gdp", quantity=quantity, **{"year": 2023} | words))
    return row


def varied() -> sr.Report:
    """A report with many kinds of statements, and with texts that could break a row."""
    gdp = sr.Statement("地区生产总值", indicator_id="gdp", quantity=sr.Quantity("745", "亿元"), year=2023)
    growth = sr.Quantity("6", "%", bound="range", upper="7")
    per_head, points = sr.Quantity("12", "万元/人"), sr.Quantity("3", "个百分点")
    # Equal units in different words.
    equal = ("微克", "吨标煤", "μg", "毫克")
    same = [sr.Statement("浓度", quantity=sr.Quantity("28", unit), year=2023) for unit in equal]
    statements = [
        *same,
        gdp,
        gdp.replace(quantity=sr.Quantity("760", "亿元")),
        sr.Statement("=1+1\n收入", trend="in_step", status="target", year=2024),
        sr.Statement("收入", measure="growth", quantity=growth, year=2024),
        sr.Statement("增加\u2028值", quantity=per_head, area="开发区", year=2023, period="nine_months"),
        sr.Statement("城镇化率", measure="change", quantity=points, reference="全省", year=2023),
    ]
    return sr.Report(statements, place="某县", year=2024)


@pytest.mark.parametrize("which", ["embedded", "varied", "several", "empty"])
def test_pysdmx_reads_data_and_structure(tmp_path: Path, report: sr.Report, which: str) -> None:
    sdmx = pytest.importorskip("pysdmx.io", reason="pysdmx is not installed")
    tables: dict[str, Any] = {"embedded": report, "varied": varied(), "empty": sr.Report()}
    tables["several"] = {"a.txt": report, "b.txt": varied(), "c.txt": report}
    path = tmp_path / "a.sdmx.csv"
    sr.io.write_table(tables[which], path)
    # Against the schemas of SDMX-ML 2.1.
    message = sdmx.read_sdmx(tmp_path / "a.sdmx.xml", validate=True)
    (structure,) = message.get_data_structure_definitions()
    assert [component.id for component in structure.components.dimensions] == [*KEY, "TIME_PERIOD"]
    if which == "empty":
        return
    (data,) = sdmx.get_datasets(path, tmp_path / "a.sdmx.xml")
    reports: Mapping[str, sr.Report] = tables[which] if which == "several" else {"": tables[which]}
    statements = [s for item in reports.values() for s in item if s.year is not None]
    assert len(data.data) == len(statements)
    # A key says which observation it is.
    assert not data.data.duplicated([*KEY, "TIME_PERIOD"]).any()
    # Each code stands in its list.
    for component in structure.components:
        if component.local_codes is not None:
            known = {code.id for code in component.local_codes}
            assert {code for code in data.data[component.id].dropna() if code} <= known, component.id
    for (_, row), statement in zip(data.data.iterrows(), statements, strict=True):
        if statement.quantity is None:
            assert row["OBS_VALUE"] != row["OBS_VALUE"]
            assert row["TREND"] == statement.trend.upper()
            continue
        value = float(row["OBS_VALUE"]) * 10.0 ** int(row["UNIT_MULT"])
        assert value == pytest.approx(statement.quantity.value * 10.0**statement.quantity.unit.magnitude, rel=1e-12)


def test_sdmx1_reads_data_and_structure(report: sr.Report) -> None:
    sdmx = pytest.importorskip("sdmx", reason="sdmx1 is not installed")
    reader = pytest.importorskip("sdmx.reader.csv")
    structure = sdmx.read_sdmx(io.BytesIO(sr.io.sdmx_structure(report).encode()))
    flow = structure.dataflow["DF_WORK_REPORT"]
    assert len(structure.codelist["CL_INDICATOR"]) == len(sr.catalogue()) + 1
    assert str(structure.codelist["CL_INDICATOR"]["GDP"].name.localizations["zh"]) == "地区生产总值"
    described = structure.codelist["CL_INDICATOR"]["GDP"].description
    assert str(described) == f"series {sr.Indicator('GDP').code}"
    assert structure.codelist["CL_AREA"]["330683"].name.localizations["zh"] == "嵊州市"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        message = reader.Reader().convert(io.BytesIO(text_of(report)), structure=flow)
        series = sdmx.to_pandas(message.data[0])
    assert len(series) == len(report)
    key = ("A", "330683", "T", "GDP", "N", "V", "YEAR", "EXPECTED", "0", "2023")
    assert series[key] == 74500
    assert series[("A", "330683", "T", "GDP", "GY", "Q", "YEAR", "TARGET", "0", "2024")] == 7
    observation = next(o for o in message.data[0].obs if o.dimension.values["INDICATOR"].value == "GDP")
    assert observation.attached_attribute["UNIT_MULT"].value == "6"


@pytest.mark.parametrize(
    ("printed", "unit", "value", "multiplier", "decimals", "code", "lower", "upper"),
    [
        # The list of SDMX has no 亿 (8): millions stand for it.
        ("745", "亿元", "74500", "6", "0", "CNY", "74450", "74550"),
        ("50.81", "亿元", "5081", "6", "0", "CNY", "5080.5", "5081.5"),
        ("3.125", "万亿元", "3.125", "12", "3", "CNY", "3.1245", "3.1255"),
        ("1.5", "万人", "1.5", "4", "1", "PS", "1.45", "1.55"),
        ("7.0", "%", "7.0", "0", "1", "PT", "6.95", "7.05"),
        ("0.4", "个百分点", "0.4", "0", "1", "PP", "0.35", "0.45"),
        ("35", "家", "35", "0", "0", "NR", "34.5", "35.5"),
        ("1.79", "", "1.79", "0", "2", "PN", "1.785", "1.795"),
        ("2", "毫克", "2", "0", "0", "_O", "1.5", "2.5"),
        ("2", "万吨标煤", "2", "4", "0", "TCE", "1.5", "2.5"),
        ("8", "亩", "8", "0", "0", "MU", "7.5", "8.5"),
        ("3", "KW", "3", "0", "0", "KW", "2.5", "3.5"),
        ("0.35", "吨标准煤/万元", "0.000035", "0", "6", "TCE_CNY", "0.0000345", "0.0000355"),
    ],
)
def test_values_keep_their_magnitude_and_rounding(
    printed: str, unit: str, value: str, multiplier: str, decimals: str, code: str, lower: str, upper: str
) -> None:
    row = row_of(sr.Quantity(printed, unit))
    assert (row["OBS_VALUE"], row["UNIT_MULT"], row["DECIMALS"]) == (value, multiplier, decimals)
    assert (row["UNIT_MEASURE"], row["LOWER"], row["UPPER"]) == (code, lower, upper)


@pytest.mark.parametrize(
    ("period", "frequency", "time"),
    [
        ("year", "A", "2023"),
        ("third_quarter", "Q", "2023-Q3"),
        ("first_half", "S", "2023-S1"),
        ("one_month", "M", "2023-01"),
        ("nine_months", "_O", "2023-01-01/P9M"),
        ("month", "_O", "2023"),
        ("cumulative", "A", "2023"),
    ],
)
def test_parts_of_a_year(period: Any, frequency: str, time: str) -> None:
    row = row_of(period=period)
    assert (row["FREQ"], row["TIME_PERIOD"], row["PERIOD"]) == (frequency, time, period.upper())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({}, "N"),
        ({"measure": "growth", "base_year": 2022}, "GY"),
        ({"measure": "growth", "base_year": 2018}, "GB"),
        ({"measure": "growth", "reference": "全省"}, "GR"),
        ({"measure": "change", "base_year": 2022}, "DY"),
        ({"measure": "change", "base_year": 2018}, "DB"),
        ({"measure": "change", "reference": "全省"}, "DR"),
        ({"measure": "rank"}, "RK"),
    ],
)
def test_unlike_figures_have_unlike_keys(words: dict[str, Any], code: str) -> None:
    assert row_of(sr.Quantity("3", "%"), **words)["TRANSFORMATION"] == code


def test_a_part_of_the_place_is_not_the_place() -> None:
    assert row_of()["COVERAGE"] == "T"
    part = row_of(area="开发区")
    assert (part["COVERAGE"], part["AREA_NAME"]) == ("P", "开发区")


def test_status_and_words() -> None:
    assert row_of(sr.Quantity("3", "%"), status="outcome")["OBS_STATUS"] == "A"
    assert row_of(sr.Quantity("3", "%"), status="estimate")["OBS_STATUS"] == "P"
    target = row_of(sr.Quantity("8.0", "%", bound="at_least"), status="target", modality="strive", measure="growth")
    assert [target[name] for name in ("OBS_STATUS", "VALUE_TYPE", "BOUND", "MODALITY")] == [
        "F",
        "TARGET",
        "AT_LEAST",
        "STRIVE",
    ]
    words = row_of(trend="falling", status="target")
    assert (words["OBS_VALUE"], words["OBS_STATUS"], words["TREND"]) == ("NaN", "M", "FALLING")


def test_no_row_breaks_and_no_cell_is_a_formula() -> None:
    data = text_of(varied())
    assert not data.startswith(b"\xef\xbb\xbf")
    assert len(data.decode().splitlines()) == 1 + len(varied())
    names = [row["INDICATOR_NAME"] for row in rows_of(*varied())]
    assert names[6] == "'=1+1 收入"
    assert names[8] == "增加 值"


def test_statements_without_a_year_are_left_out_and_the_rest_is_numbered() -> None:
    gdp = sr.Statement("地区生产总值", indicator_id="gdp", quantity=sr.Quantity("1", "亿元"))
    rows = rows_of(gdp, gdp.replace(year=2023), gdp.replace(year=2023), gdp.replace(year=2024), ref_area="330683")
    assert [(row["TIME_PERIOD"], row["VARIANT"]) for row in rows] == [("2023", "0"), ("2023", "1"), ("2024", "0")]
    assert {row["REF_AREA"] for row in rows} == {"330683"}


def test_a_frame_is_read_as_a_report(report: sr.Report) -> None:
    assert text_of(report.to_frame()) == text_of(report)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(sr.catalogue()))
def test_any_text_stays_in_its_cell(text: str, indicator: sr.Indicator) -> None:
    (row,) = rows_of(sr.Statement("名" + text, scope=text, indicator_id=indicator.id, year=2023))
    assert row["INDICATOR_NAME"] == " ".join(("名" + text).split())
    assert row["SCOPE"].lstrip("'").strip() == " ".join(text.split()).lstrip("'").strip()
    assert row["INDICATOR"] == indicator.id.upper()
