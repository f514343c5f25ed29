"""CSV in which no cell becomes a formula, as OWASP advises: an apostrophe stands before what would be one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from .cells import cell_of
from .table import Rows, Table


def csv_text(names: Sequence[str], rows: Rows) -> str:
    """A table as CSV, in which no cell becomes a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in (names, *rows):
        writer.writerow(f"'{text}" if dangerous else text for text, dangerous in map(cell_of, row))
    return file.getvalue()


def write(table: Table) -> str:
    """The table as CSV."""
    return csv_text(table.names, table.rows)
