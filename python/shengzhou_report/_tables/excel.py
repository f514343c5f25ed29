"""Workbooks of Excel."""

from __future__ import annotations

import io

from shengzhou_report.frames import require

from .cells import cell_of
from .table import Table

#: Rows of a sheet of .xlsx, the heading among them.
MOST_ROWS = 1 << 20


def write(table: Table) -> bytes:
    """The table as a workbook of one sheet. Raises ValueError for more rows than a sheet has."""
    openpyxl = require("openpyxl", "excel")
    cells = require("openpyxl.cell.cell", "excel")
    if len(table.rows) >= MOST_ROWS:
        raise ValueError(f"table: {len(table.rows)} rows, more than a sheet of .xlsx has; write .csv")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("statements")
    sheet.freeze_panes = "A2"
    for row in (table.names, *table.rows):
        line = []
        for value, dangerous in map(cell_of, row):
            cell = cells.WriteOnlyCell(sheet)
            cell.value = cells.ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
                # So that it does not become a formula when somebody edits the cell either.
                cell.quotePrefix = dangerous
            line.append(cell)
        sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
