"""Data packages, as frictionless validates them and pandas reads their CSV."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import shengzhou_report as sr


def package_of(table: Any) -> zipfile.ZipFile:
    file = io.BytesIO()
    sr.io.write_table(table, file, format="datapackage")
    return zipfile.ZipFile(file)


def frame_of(table: Any) -> pd.DataFrame:
    """The statements as pandas reads them with the types that the descriptor names."""
    package = package_of(table)
    fields = json.loads(package.read("datapackage.json"))["resources"][0]["schema"]["fields"]
    types: Any = {"string": str, "integer": "Int64", "number": float}
    with package.open("statements.csv") as file:
        return pd.read_csv(file, dtype={field["name"]: types[field["type"]] for field in fields})


def hostile() -> sr.Report:
    figure = sr.Quantity("6", "%", bound="range", upper="6.5", step="0.5")
    points = sr.Quantity("-0.50", "个百分点")
    statements = [
        sr.Statement('=1+1,"', quantity=figure, measure="growth", status="target", modality="strive", year=2024),
        sr.Statement("乙\r\n丙", trend="in_step", status="target", scope="-1", price_basis="constant", area="开发区"),
        sr.Statement("丁", quantity=points, measure="change", reference="全省", base_year=2019),
    ]
    return sr.Report(statements, title="某县\n报告", ref_area="A/*b")


@pytest.mark.parametrize("which", ["embedded", "hostile", "several", "frame", "empty", "none"])
def test_frictionless_validates_it(tmp_path: Path, report: sr.Report, which: str) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    tables: dict[str, Any] = {"embedded": report, "hostile": hostile(), "frame": report.to_frame(), "none": {}}
    tables |= {"several": {"a.txt": report, "乙.txt": hostile()}, "empty": sr.Report()}
    sr.io.write_table(tables[which], tmp_path / "a.zip")
    package = frictionless.Package(str(tmp_path / "a.zip"))
    outcome = package.validate()
    assert outcome.valid, outcome.flatten(["type", "message"])
    rows = package.get_resource("statements").read_rows()
    expected = {"embedded": len(report), "frame": len(report), "hostile": 3, "several": len(report) + 3}
    assert len(rows) == expected.get(which, 0)
    if which == "embedded":
        assert (rows[0]["value"], rows[0]["year"], rows[0]["unit"]) == (745, 2023, "亿元")
        (about,) = package.get_resource("reports").read_rows()
        assert (about["place"], about["ref_area"], about["year"]) == ("嵊州市", "330683", 2024)


def test_the_schema_refuses_other_cells(tmp_path: Path, report: sr.Report) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    old = package_of(report)
    for change in ((b",level,745.0,", b",speed,745.0,"), (b",745.0,", b",many,"), (b",2023,year,", b",2023.5,year,")):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(change[0], change[1], 1))
        assert not frictionless.Package(str(tmp_path / "a.zip")).validate().valid


def test_statements_survive(report: sr.Report) -> None:
    for table in (report, hostile()):
        assert sr.Report.from_frame(frame_of(table)).statements == table.statements
    assert list(frame_of({"a": report, "b": hostile()})["file"]) == ["a"] * len(report) + ["b"] * 3


def test_the_descriptor_names_it(report: sr.Report) -> None:
    def named(table: Any) -> str:
        return str(json.loads(package_of(table).read("datapackage.json"))["name"])

    assert named(report) == "work-report-330683-2024"
    assert named(hostile()) == "work-report-a-b"
    assert named({"a": report, "b": report}) == "work-reports"


def test_one_table_gives_the_same_bytes(report: sr.Report) -> None:
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        sr.io.write_table(report, file, format="datapackage")
    assert files[0].getvalue() == files[1].getvalue()


def test_a_frame_of_other_things_is_refused() -> None:
    with pytest.raises(ValueError, match="no column 'indicator'"):
        package_of(pd.DataFrame({"a": [1]}))
