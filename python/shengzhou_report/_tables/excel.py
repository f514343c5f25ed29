"""Workbooks of Excel."""

from __future__ import annotations

import io
from typing import Any

from shengzhou_report._core import ParseError
from shengzhou_report._read.archive import Archive
from shengzhou_report.frames import require

from .cells import cell_of
from .sheet import Sheet, is_missing
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


def read(data: bytes, encoding: str | None, sheet: str | int = 0) -> Sheet:  # noqa: ARG001 (all readers take one)
    """The table in a sheet, by its name or its number from 0; its first row that is not empty has the names.

    Of formulas it has what Excel last computed. Raises ParseError for what is no workbook, and for no such sheet.
    """
    openpyxl = require("openpyxl", "excel")
    if not data.startswith(b"PK\x03\x04"):
        raise ParseError("this is no .xlsx: open it in Excel or LibreOffice, and save it as .xlsx")
    Archive(data, ".xlsx")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:
        # A broken workbook raises errors of zip, XML and more.
        raise ParseError(f"the file is no .xlsx that can be read: {error}") from error
    names = book.sheetnames
    if sheet not in names and not (isinstance(sheet, int) and 0 <= sheet < len(names)):
        raise ParseError(f"sheet: {sheet!r} is none of {', '.join(map(repr, names))}")
    page = book[names[sheet]] if isinstance(sheet, int) else book[sheet]
    header: list[str] = []
    rows: list[list[Any]] = []
    labels = []
    try:
        for number, row in enumerate(page.iter_rows(values_only=True), 1):
            cells = list(row)
            while cells and is_missing(cells[-1]):
                cells.pop()
            if not cells:
                continue
            if not header:
                header = ["" if is_missing(cell) else str(cell) for cell in cells]
                continue
            if len(cells) > len(header):
                raise ParseError(f"row {number} has {len(cells)} cells, but the names of columns are {len(header)}")
            rows.append(cells + [None] * (len(header) - len(cells)))
            labels.append(number)
    except ParseError:
        raise
    except Exception as error:
        raise ParseError(f"the sheet cannot be read: {error}") from error
    finally:
        book.close()
    return Sheet(header, rows, labels)
