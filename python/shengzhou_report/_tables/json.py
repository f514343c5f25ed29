"""JSON: a list of records, one a statement, as the JSON Schema that the package brings says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .table import Table

#: The schema of what is written, by its version: what one version took, that version takes for ever.
SCHEMA = "statements-1.json"


def schema() -> dict[str, Any]:
    """The JSON Schema of a table of statements."""
    path = Path(__file__).parents[1] / "schema" / SCHEMA
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def write(table: Table) -> str:
    """The table as a list of records."""
    records = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    return json.dumps(records, ensure_ascii=False, allow_nan=False, indent=1, default=str) + "\n"
