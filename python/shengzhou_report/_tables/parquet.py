"""Parquet, through Arrow; the metadata of the file hold what stands beside the statements."""

from __future__ import annotations

import io
import json
from typing import Any

from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

from .reports import info_of
from .sheet import Sheet
from .table import FILE, Table

#: The key of the metadata that hold what is known of the reports, as JSON.
KEY = b"shengzhou_report"


def write(table: Table) -> bytes:
    """The table in the columns that Arrow has of a report."""
    arrow = require("pyarrow", "arrow")
    parquet = require("pyarrow.parquet", "arrow")
    if table.reports is None:
        held = arrow.Table.from_pandas(table.frame, preserve_index=False)
    else:
        parts = []
        for name, report in table.reports.items():
            part = arrow.table(report)
            if table.several:
                part = part.add_column(0, FILE, arrow.array([name] * part.num_rows, arrow.string()))
            parts.append(part)
        held = arrow.concat_tables(parts) if parts else arrow.table(table.frame)
        info = {name: info_of(report) for name, report in table.reports.items()}
        held = held.replace_schema_metadata({KEY: json.dumps(info, ensure_ascii=False)})
    file = io.BytesIO()
    parquet.write_table(held, file)
    return file.getvalue()


def read(data: bytes, encoding: str | None) -> Sheet:  # noqa: ARG001 (all readers take one)
    """The table in Parquet, rows numbered from 0. Raises ParseError for what is none."""
    arrow = require("pyarrow", "arrow")
    parquet = require("pyarrow.parquet", "arrow")
    try:
        table = parquet.read_table(io.BytesIO(data))
        columns = [column.to_pylist() for column in table.columns]
    except (arrow.ArrowException, OSError) as error:
        raise ParseError(f"this is no Parquet: {error}") from error
    info: Any = {}
    if held := (table.schema.metadata or {}).get(KEY):
        try:
            info = json.loads(held)
        except (ValueError, RecursionError) as error:
            raise ParseError(f"the metadata of the file are no JSON: {error}") from error
    if not isinstance(info, dict) or not all(isinstance(known, dict) for known in info.values()):
        raise ParseError("the metadata of the file do not say what is known of each report")
    return Sheet(table.column_names, list(zip(*columns, strict=True)), range(table.num_rows), info)
