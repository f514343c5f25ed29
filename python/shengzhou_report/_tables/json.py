"""JSON: a list of records."""

from __future__ import annotations

import json

from .table import Table


def write(table: Table) -> str:
    """The table as a list of records."""
    records = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    return json.dumps(records, ensure_ascii=False, allow_nan=False, indent=1, default=str) + "\n"
