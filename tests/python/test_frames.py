"""Reports as data frames and back."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

COLUMNS = [
    "indicator",
    "indicator_id",
    "name_en",
    "measure",
    "value",
    "unit",
    "base_value",
    "base_unit",
    "bound",
    "modality",
    "status",
    "year",
    "period",
    "base_year",
    "area",
    "reference",
    "price_basis",
    "scope",
    "section",
    "doubts",
    "start",
    "end",
]
EXACT = ["printed", "step", "printed_upper", "trend", "byte_start", "byte_end", "stated_basis"]


@pytest.fixture
def frame(report: sr.Report) -> pd.DataFrame:
    return report.to_frame()


def one(**cells: Any) -> sr.Statement:
    # As objects: pandas' own strings refuse some cells before anybody reads them, where pyarrow holds them.
    return sr.Report.from_frame(pd.DataFrame({name: [cell] for name, cell in cells.items()}, dtype=object))[0]


def test_columns_are_in_order(frame: pd.DataFrame) -> None:
    assert list(frame.columns) == COLUMNS + EXACT
    assert len(frame) == 192


def test_cells_are_those_of_the_statements(report: sr.Report, frame: pd.DataFrame) -> None:
    for statement, row in zip(report, frame.itertuples(index=False), strict=True):
        assert row.indicator == statement.indicator
        assert row.section.split(" / ") == list(statement.section)
        assert row.modality == ("" if statement.modality == "firm" else statement.modality)
        assert (row.measure, row.status, row.period) == (statement.measure, statement.status, statement.period)
        assert (row.year, row.start, row.end) == (statement.year, statement.start, statement.end)
        if statement.quantity is None:
            assert np.isnan(row.value)
            assert row.unit == ""
            assert row.trend != "none"
        else:
            assert (row.value, row.unit) == (statement.quantity.value, str(statement.quantity.unit))
            growth = statement.measure == "growth"
            base = statement.quantity.to("%") if growth else statement.quantity.base
            assert (row.base_value, row.base_unit) == (base.value, str(base.unit))


def test_types_of_columns(frame: pd.DataFrame) -> None:
    assert {name: frame[name].dtype.kind for name in ("value", "base_value")} == {"value": "f", "base_value": "f"}
    assert all(frame[name].dtype.kind == "i" for name in ("year", "start", "end", "byte_start", "byte_end"))


def test_an_empty_report_keeps_its_columns() -> None:
    empty = sr.Report(title="leer").to_frame()
    assert list(empty.columns) == COLUMNS + EXACT
    assert sr.Report.from_frame(empty) == sr.Report(title="leer")


# --- there and back


def test_round_trip_of_the_embedded_report(report: sr.Report, frame: pd.DataFrame) -> None:
    assert sr.Report.from_frame(frame) == report


@pytest.mark.parametrize("options", [{}, {"keep_default_na": False}, {"dtype": str}], ids=str)
def test_round_trip_through_csv(report: sr.Report, frame: pd.DataFrame, options: dict[str, Any]) -> None:
    text = frame.to_csv(index=False)
    assert sr.Report.from_frame(pd.read_csv(io.StringIO(text), **options), **frame.attrs) == report


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, ""], ids=repr)
def test_every_form_of_an_empty_cell_is_empty(report: sr.Report, frame: pd.DataFrame, missing: Any) -> None:
    objects = frame.astype(object)
    objects = objects.where((objects != "") & objects.notna(), missing)
    assert sr.Report.from_frame(objects, **frame.attrs) == report


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.convert_dtypes(),
        lambda frame: frame.set_index("start", drop=False),
        lambda frame: frame[frame.columns[::-1]],
        lambda frame: frame.drop(columns=["base_value", "base_unit"]),
        lambda frame: frame.assign(base_value=0.0, base_unit="nonsense", more=1),
        lambda frame: frame.astype({"year": float, "start": "Int64"}),
    ],
    ids=["nullable", "index", "order", "without_base", "other_columns", "float_years"],
)
def test_what_does_not_matter(report: sr.Report, frame: pd.DataFrame, change: Any) -> None:
    changed = change(frame)
    assert sr.Report.from_frame(changed, **frame.attrs) == report


@pytest.mark.parametrize("column", [*COLUMNS[1:], *EXACT])
def test_every_other_column_may_be_missing(report: sr.Report, frame: pd.DataFrame, column: str) -> None:
    again = sr.Report.from_frame(frame.drop(columns=column))
    assert len(again) == len(report)
    for after, before in zip(again, report, strict=True):
        if column not in ("unit", "bound", "step", "printed", "printed_upper", "value"):
            assert after.quantity == before.quantity
        if column not in ("indicator_id", "name_en"):
            assert after.indicator_id == before.indicator_id


WORDS = st.sampled_from
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), max_size=12)


@st.composite
def statements(draw: st.DrawFn) -> sr.Statement:
    bound = draw(WORDS(["exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly", "range"]))
    value = draw(st.decimals(-(10**6), 10**6, places=draw(st.integers(0, 4))))
    quantity = sr.Quantity(
        value,
        draw(WORDS(["亿元", "%", "家", "个百分点", ""])),
        bound=bound,
        step=draw(st.none() | WORDS(["0.01", "100"])),
        upper=value + 1 if bound == "range" else None,
    )
    return sr.Statement(
        draw(TEXT.filter(bool)),
        measure=draw(WORDS(["level", "growth", "change", "rank"])),
        quantity=draw(st.none() | st.just(quantity)),
        trend=draw(WORDS(["none", "rising", "in_step"])),
        status=draw(WORDS(["outcome", "estimate", "target"])),
        modality=draw(WORDS(["firm", "ensure", "strive"])),
        year=draw(st.integers(1949, 2100)),
        period=draw(WORDS(["year", "first_quarter", "month_average"])),
        base_year=draw(st.none() | st.integers(1949, 2100)),
        area=draw(TEXT),
        reference=draw(TEXT),
        price_basis=draw(st.none() | WORDS(["current", "constant", "none"])),
        doubts=draw(st.lists(WORDS(["unnamed", "part", "tense"]), unique=True)),
        scope=draw(TEXT),
        section=draw(st.lists(TEXT.filter(bool), max_size=3)),
        start=draw(st.integers(0, 2**40)),
        byte_end=draw(st.integers(0, 2**62)),
    )


@given(st.lists(statements(), max_size=5))
def test_round_trip_of_any_report(some: list[sr.Statement]) -> None:
    report = sr.Report(some, title="<b>", year=2024)
    assert sr.Report.from_frame(report.to_frame()) == report


def test_info_of_the_frame_and_of_the_call(report: sr.Report, frame: pd.DataFrame) -> None:
    other = sr.Report.from_frame(frame, place="某市", year=2030, sections=[sr.Section(["一"])])
    assert (other.place, other.year, other.sections) == ("某市", 2030, (sr.Section(["一"]),))
    assert (other.title, other.ref_area) == (report.title, report.ref_area)
    with pytest.raises(TypeError, match="'plcae'"):
        sr.Report.from_frame(frame, plcae="某市")


def test_attrs_of_others_are_left_alone(frame: pd.DataFrame) -> None:
    frame.attrs["source"] = "elsewhere"
    assert sr.Report.from_frame(frame).title == frame.attrs["title"]


def test_a_table_of_one_s_own() -> None:
    statement = one(indicator="GDP", measure="growth", value=7.5, unit="%", year=2023)
    assert statement.quantity == sr.Quantity("7.5", "%")
    assert (statement.indicator_id, statement.status, statement.modality) == ("gdp", "outcome", "firm")
    assert one(indicator="GDP").quantity is None
    assert one(indicator="GDP", section=("一", "二")).section == ("一", "二")


# --- errors


def test_the_column_indicator_is_needed() -> None:
    with pytest.raises(ValueError, match="'indicator'"):
        sr.Report.from_frame(pd.DataFrame({"value": [1]}))


@pytest.mark.parametrize(
    ("cells", "error", "words"),
    [
        ({"measure": "rate"}, ValueError, "'rate' is none of"),
        ({"bound": "atleast", "value": 1.0}, ValueError, "'atleast' is none of"),
        ({"value": "7.5%", "unit": "%"}, sr.ParseError, "7.5%"),
        ({"value": 1.0, "unit": "12"}, sr.UnitError, "12"),
        ({"value": np.inf}, sr.DomainError, "inf"),
        ({"value": 1.0, "bound": "range"}, sr.DomainError, "upper"),
        ({"value": 1.0, "step": -1}, sr.DomainError, "step"),
        ({"value": [1.0]}, TypeError, ""),
        ({"year": 2023.5}, ValueError, "year = 2023.5"),
        ({"year": np.inf}, ValueError, "year = inf"),
        ({"year": "2023年"}, ValueError, "2023年"),
        ({"year": 1e30}, ValueError, "year = 1e[+]30"),
        ({"indicator": None}, ValueError, "'indicator' is empty"),
    ],
    ids=str,
)
def test_errors_name_the_row(cells: dict[str, Any], error: type[Exception], words: str) -> None:
    good = {"indicator": "GDP", "measure": "level", "bound": "exact", "value": 1.0, "unit": "亿元", "year": 2023}
    frame = pd.DataFrame([good, good | cells], index=["first", "second"])
    with pytest.raises(error, match=rf"^row 'second': .*{words}"):
        sr.Report.from_frame(frame)


# --- hostile cells


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", '"a",b\n"c', "<script>alert(1)</script>", "\ufeffGDP", "a\0b", "𠮷"],
)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    statement = sr.Statement(text, scope=text, section=[text, text])
    if "/" not in text:
        assert sr.Report.from_frame(sr.Report([statement]).to_frame())[0] == statement
    assert one(indicator=text, scope=text).scope == text


@pytest.mark.parametrize("text", ["\ud800", "1e400", "9" * 400, "0x10", "１２", "1_000", "1,000", "nan"])
def test_hostile_figures_are_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError), match=r"^row 0: "):
        one(indicator="GDP", value=text, unit="亿元")


@pytest.mark.parametrize("unit", ["\ud800", "亿元/" * 1000, "%" * 100, "<b>"])
def test_hostile_units_are_refused(unit: str) -> None:
    with pytest.raises((ValueError, TypeError), match=r"^row 0: "):
        one(indicator="GDP", value=1, unit=unit)
