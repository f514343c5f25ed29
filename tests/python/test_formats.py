"""The table of formats: what it says a file keeps is kept, as readers of others find it; READMEs say the same."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import format_tables
import pandas as pd
import pytest

import shengzhou_report as sr

#: Columns that a reader would take for numbers.
TEXT: Any = dict.fromkeys(["printed", "step", "printed_upper"], str)


def read_package(path: Path) -> pd.DataFrame:
    with zipfile.ZipFile(path).open("statements.csv") as file:
        return pd.read_csv(file, dtype=TEXT)


#: Who reads the formats that keep statements.
READERS: dict[str, Callable[[Path], Any]] = {
    "csv": lambda path: pd.read_csv(path, encoding="utf-8-sig", dtype=TEXT),
    "json": lambda path: pd.read_json(path, dtype=TEXT),
    "jsonl": lambda path: pd.read_json(path, dtype=TEXT, lines=True),
    "xlsx": lambda path: pd.read_excel(path, dtype=TEXT),
    "dta": lambda path: pd.read_stata(path).rename(columns={"end_": "end"}),
    "parquet": pd.read_parquet,
    "datapackage": read_package,
}


@pytest.mark.parametrize("row", sr.io.formats(), ids=lambda row: row.name)
def test_files_keep_what_the_table_says(tmp_path: Path, report: sr.Report, row: Any) -> None:
    for ending in row.endings:
        path = tmp_path / f"a{ending}"
        sr.io.write_table(report, path)
        if row.keeps != "figures":
            frame = READERS[row.name](path)
            assert sr.Report.from_frame(frame).statements == report.statements


@pytest.mark.parametrize("readme", list(format_tables.HEADS))
def test_readmes_have_the_table(readme: str) -> None:
    _, text, wanted = format_tables.written(readme)
    assert text == wanted, f"{readme}: run tests/tools/format_tables.py"


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    rows = sr.io.formats()
    assert len({row.name for row in rows}) == len(rows)
    endings = [ending for row in rows for ending in row.endings]
    assert len(set(endings)) == len(endings)


def test_a_missing_extra_is_one_that_the_package_has() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    for row in sr.io.formats():
        assert not row.extra or f"\n{row.extra} = [" in text
