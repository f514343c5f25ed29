"""Reports handed over through Arrow's C stream: to pyarrow, Polars, DuckDB and pandas, without a loop in Python."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shengzhou_report as sr

REASON = "the package of the extra `arrow`, or a reader that is compared, is not installed"


@pytest.fixture
def pa() -> Any:
    return pytest.importorskip("pyarrow", reason=REASON)


@pytest.fixture
def pl() -> Any:
    return pytest.importorskip("polars", reason=REASON)


#: Columns that hold what the attribute of that name does.
PLAIN = (
    *("indicator", "indicator_id", "name_en", "area", "reference", "scope"),
    *("measure", "status", "period", "price_basis", "trend"),
    *("year", "base_year", "start", "end", "byte_start", "byte_end"),
)


def cells_of(statement: sr.Statement) -> dict[str, Any]:
    """What the columns say of a statement, by its attributes."""
    figure = statement.quantity
    cells: dict[str, Any] = {name: getattr(statement, name) for name in PLAIN}
    cells |= {
        "modality": "" if statement.modality == "firm" else statement.modality,
        "section": " / ".join(statement.section),
        "doubts": " ".join(statement.doubts),
        "value": None if figure is None else figure.value,
        "unit": None if figure is None else str(figure.unit),
        "bound": None if figure is None else figure.bound,
        "printed": None if figure is None else str(figure.decimal),
    }
    return cells


def test_pyarrow_takes_a_report(report: sr.Report, pa: Any) -> None:
    table = pa.table(report)
    table.validate(full=True)
    assert table.column_names == list(report.to_frame().columns)
    for row, statement in zip(table.to_pylist(), report, strict=True):
        wanted = cells_of(statement)
        assert {name: row[name] for name in wanted} == wanted
    types = {str(field.type) for field in table.schema}
    assert types == {"string", "double", "int32", "int64", "dictionary<values=string, indices=int8, ordered=0>"}
    assert pa.schema(report) == table.schema


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    st.lists(
        st.builds(
            sr.Statement,
            TEXT.filter(bool),
            quantity=st.none()
            | st.builds(sr.Quantity, st.decimals(-(10**6), 10**6, places=2), st.sampled_from(["亿元", "%", ""])),
            year=st.none() | st.integers(-(2**31), 2**31 - 1),
            area=TEXT,
            scope=TEXT,
            section=st.lists(TEXT, max_size=3),
            start=st.integers(0, 2**62),
        ),
        max_size=20,
    )
)
def test_any_statements_are_handed_over(some: list[sr.Statement]) -> None:
    pa = pytest.importorskip("pyarrow", reason=REASON)
    table = pa.table(sr.Report(some))
    table.validate(full=True)
    for row, statement in zip(table.to_pylist(), some, strict=True):
        wanted = cells_of(statement)
        assert {name: row[name] for name in wanted} == wanted


def test_the_same_as_in_to_frame(report: sr.Report, pa: Any) -> None:
    frame = report.to_frame()
    for name, column in zip(frame.columns, pa.table(report).columns, strict=True):
        # What is missing is '' in columns of text, NaN and NA in those of numbers.
        mine = [None if pd.isna(cell) or cell == "" else cell for cell in frame[name]]
        assert mine == [None if cell == "" else cell for cell in column.to_pylist()], name


def test_polars_takes_a_report(report: sr.Report, pl: Any) -> None:
    frame = pl.DataFrame(report)
    assert frame.shape == (192, 29)
    assert frame["indicator"].to_list() == [statement.indicator for statement in report]
    assert frame.filter(pl.col("measure") == "growth").height == len(report.filter(measure="growth"))
    assert frame["value"].null_count() == 2
    assert pl.DataFrame(sr.Report()).shape == (0, 29)


def test_duckdb_takes_a_report(report: sr.Report) -> None:
    duckdb = pytest.importorskip("duckdb", reason=REASON)
    pytest.importorskip("pyarrow", reason=REASON)
    found = duckdb.sql("SELECT status, count(*) FROM report GROUP BY status").fetchall()
    assert dict(found) == {
        status: len(report.filter(status=status))
        for status in ("estimate", "outcome", "target")
        if len(report.filter(status=status))
    }


def test_pandas_takes_a_report(report: sr.Report) -> None:
    pytest.importorskip("pyarrow", reason=REASON)
    if not hasattr(pd.DataFrame, "from_arrow"):
        pytest.skip("pandas reads Arrow's streams since its version 3")
    frame = pd.DataFrame.from_arrow(report)
    assert frame["indicator"].tolist() == [statement.indicator for statement in report]
    assert frame["measure"].dtype == "category"


def test_parts_views_and_panels(report: sr.Report, pa: Any) -> None:
    assert pa.table(report.filter(measure="growth")).num_rows == len(report.filter(measure="growth"))
    view = sr.view("粮食产量21万吨。")
    # A view is a tuple, which pyarrow.table takes for columns.
    assert pa.RecordBatchReader.from_stream(view).read_all()["value"].to_pylist() == [21]
    assert pa.schema(view) == pa.schema(report)

    def one(place: str, year: int | None) -> sr.Report:
        return sr.Report([sr.Statement("粮食产量")], place=place, year=year)

    coded = sr.Report([sr.Statement("粮食产量")], place="丙", year=2023, ref_area="330683", kind="communique")
    panel = sr.Panel([one("乙", 2024), one("甲", 2023), one("甲", None), coded])
    table = pa.table(panel)
    assert table.column_names == ["place", "vintage", "ref_area", "kind", *report.to_frame().columns]
    frame = panel.to_frame().reset_index()
    for name in ("place", "vintage", "kind"):
        assert table[name].to_pylist() == frame[name].tolist()
    assert table["ref_area"].to_pylist() == [code or None for code in frame["ref_area"]]
    assert pa.table(sr.Panel()).num_rows == 0


# --- lifetimes


def test_a_stream_keeps_its_report(pa: Any) -> None:
    stream = sr.parse("粮食产量21万吨。").__arrow_c_stream__()
    gc.collect()
    reader = pa.RecordBatchReader._import_from_c_capsule(stream)
    assert reader.read_all()["indicator"].to_pylist() == ["粮食产量"]


def test_what_nobody_reads_is_given_back(report: sr.Report) -> None:
    part = report[:5]
    before = sys.getrefcount(part)
    for _ in range(1000):
        part.__arrow_c_stream__()
        part.__arrow_c_schema__()
    held = part.__arrow_c_stream__()
    assert sys.getrefcount(part) > before
    del held
    gc.collect()
    assert sys.getrefcount(part) == before


def test_a_stream_is_read_once(report: sr.Report, pa: Any) -> None:
    stream = report.__arrow_c_stream__()
    assert pa.RecordBatchReader._import_from_c_capsule(stream).read_all().num_rows == 192
    with pytest.raises(pa.ArrowInvalid):
        pa.RecordBatchReader._import_from_c_capsule(stream)


def test_threads_read_and_release(report: sr.Report, pa: Any) -> None:
    sizes: list[int] = []
    readers = [threading.Thread(target=lambda: sizes.append(pa.table(report).num_rows)) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert sizes == [192] * 8


def test_a_requested_schema(report: sr.Report, pa: Any) -> None:
    # Casting is left to who asks; Arrow allows that.
    stream = report.__arrow_c_stream__(requested_schema=pa.schema(report).__arrow_c_schema__())
    assert pa.RecordBatchReader._import_from_c_capsule(stream).schema == pa.schema(report)
    with pytest.raises(TypeError, match="requested_schema"):
        report.__arrow_c_stream__("utf8")


def test_arrow_is_loaded_by_who_asks() -> None:
    program = (
        "import sys, shengzhou_report as sr; sr.shengzhou_2024().__arrow_c_stream__();"
        "print({'pyarrow', 'numpy', 'pandas', 'polars'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"set()"
