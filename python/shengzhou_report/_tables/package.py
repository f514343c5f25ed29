"""A data package of Frictionless: a zip of the statements as CSV, the reports they are of, and the descriptor of both.

CSV is plain here: the descriptor tells programs what each cell is, so no apostrophe stands before a text.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from typing import Any, get_args

from shengzhou_report import typing as words
from shengzhou_report._core import ParseError, Report
from shengzhou_report._read.archive import Archive
from shengzhou_report.frames import META

from .fields import FIELDS, Field
from .sheet import Sheet
from .table import FILE, Rows, Table

#: The time that every file of the zip bears, so that one table always gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)

#: What the second table has of each report.
_OF_REPORT = (
    Field("title", "text", "title", "标题"),
    Field("place", "text", "place", "地区"),
    Field("place_en", "text", "place in English", "地区英文名称"),
    Field("ref_area", "text", "code of the place (GB/T 2260)", "行政区划代码"),
    Field("year", "integer", "year of the report", "报告年份"),
    Field("kind", "text", "kind of document", "文件类型", get_args(words.DocumentKind)),
)


def write(table: Table) -> bytes:
    """The table as a data package."""
    reports = {"": Report.from_frame(table.frame)} if table.reports is None else table.reports
    files: dict[str, bytes] = {}
    resources = []
    fields = [FIELDS[name] for name in table.names if name in FIELDS]
    about = [[getattr(report, part) for part in META] for report in reports.values()]
    named: list[Field] = []
    if table.several:
        named, about = [FIELDS[FILE]], [[name, *row] for name, row in zip(reports, about, strict=True)]
    tables: list[tuple[str, str, Sequence[Field], Rows]] = [
        ("statements", "Statements, one a row", fields, table.rows),
        ("reports", "The reports that the statements are of", [*named, *_OF_REPORT], about),
    ]
    for name, title, columns, rows in tables:
        files[f"{name}.csv"] = _csv([field.name for field in columns], rows)
        resources.append(_resource(name, title, columns))
    if table.several:
        to = {"resource": "reports", "fields": [FILE]}
        resources[0]["schema"]["foreignKeys"] = [{"fields": [FILE], "reference": to}]
        resources[1]["schema"]["primaryKey"] = [FILE]
    descriptor = {
        "profile": "tabular-data-package",
        "name": _name(reports),
        "title": "; ".join(report.title for report in reports.values() if report.title)[:500] or "Work reports",
        "resources": resources,
    }
    files["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def read(data: bytes, encoding: str | None) -> Sheet:  # noqa: ARG001 (the package says it)
    """The statements of a data package that `write` made, with what its second table says of their reports.

    Raises ParseError for what is none.
    """
    archive = Archive(data, ".zip")
    tables = []
    for name in ("statements.csv", "reports.csv"):
        try:
            text = archive.read(name).decode()
            tables.append(list(csv.reader(io.StringIO(text, newline=""))))
        except (UnicodeDecodeError, csv.Error) as error:
            raise ParseError(f"{name} is no CSV in UTF-8: {error}") from error
    (names, *rows), (parts, *reports) = ((table or [[]]) for table in tables)
    info: dict[str, dict[str, Any]] = {}
    for report in reports:
        known = {name: cell for name, cell in zip(parts, report, strict=False) if cell}
        about: dict[str, Any] = {name: known[name] for name in META if name in known}
        if known.get("year", "").isdecimal():
            about["year"] = int(known["year"])
        info[known.get(FILE, "")] = about
    short = next((row for row in rows if len(row) != len(names)), None)
    if short is not None:
        raise ParseError(f"statements.csv has a row of {len(short)} cells, but the names of columns are {len(names)}")
    return Sheet(names, rows, range(2, len(rows) + 2), info)


def _csv(names: Sequence[str], rows: Rows) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows((names, *rows))
    return file.getvalue().encode()


def _resource(name: str, title: str, fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(field) for field in fields], "missingValues": [""]},
    }


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": {"text": "string"}.get(field.type, field.type),
        "title": field.title,
        "description": field.title_zh,
    }
    constraints: dict[str, Any] = {}
    # A name that could not be read is an empty cell, which is none.
    if field.required and field.name != "indicator":
        constraints["required"] = True
    if field.words:
        constraints["enum"] = [word for word in field.words if word]
    return described | ({"constraints": constraints} if constraints else {})


def _name(reports: Any) -> str:
    """A name of the small letters, digits and dashes that names of packages are made of."""
    (only,) = reports.values() if len(reports) == 1 else (None,)
    parts = ["work-report" if only else "work-reports"]
    if only:
        parts += [str(part) for part in (only.ref_area, only.year) if part]
    return re.sub("[^-a-z0-9._]+", "-", "-".join(parts).lower())
