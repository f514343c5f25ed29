"""JSON: a list of records, one a statement, as the JSON Schema of the package says; JSON Lines: a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from shengzhou_report._blocks import COLUMNS
from shengzhou_report._core import ParseError
from shengzhou_report._read.encoding import decode

from .sheet import Sheet
from .table import Table

#: The schema of what is written, by its version: what one version took, that version takes for ever.
SCHEMA = "statements-1.json"


def schema() -> dict[str, Any]:
    """The JSON Schema of a table of statements."""
    path = Path(__file__).parents[1] / "schema" / SCHEMA
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _records(table: Table) -> Iterator[dict[str, Any]]:
    return (dict(zip(table.names, row, strict=True)) for row in table.rows)


def write(table: Table) -> str:
    """The table as a list of records."""
    return json.dumps(list(_records(table)), ensure_ascii=False, allow_nan=False, indent=1, default=str) + "\n"


def write_lines(table: Table) -> str:
    """The table as JSON Lines."""
    lines = (json.dumps(record, ensure_ascii=False, allow_nan=False, default=str) for record in _records(table))
    return "".join(line + "\n" for line in lines)


def _loads(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError(f"{where} is no JSON: {error}") from error


def _sheet(records: Iterable[tuple[int, Any]]) -> Sheet:
    names: dict[str, None] = {}
    found, labels = [], []
    for number, record in records:
        if not isinstance(record, dict):
            raise ParseError(f"record {number} is no object with names of columns")
        names.update(dict.fromkeys(record))
        found.append(record)
        labels.append(number)
    # Without a record nothing says what the columns are.
    return Sheet(list(names or COLUMNS), [[record.get(name) for name in names] for record in found], labels)


def read(data: bytes, encoding: str | None) -> Sheet:
    """The table in a list of records, numbered from 1. Raises ParseError for anything else."""
    records = _loads(decode(data, encoding, "strict"), "the file")
    if not isinstance(records, list):
        raise ParseError("the file is no list of records")
    return _sheet(enumerate(records, 1))


def read_lines(data: bytes, encoding: str | None) -> Sheet:
    """The table in JSON Lines, numbered by line; empty lines are passed over. Raises ParseError for anything else."""
    lines = decode(data, encoding, "strict").split("\n")
    return _sheet((i, _loads(line, f"line {i}")) for i, line in enumerate(lines, 1) if line.strip())
