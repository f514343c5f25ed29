"""CSV in which no cell becomes a formula, with a byte order mark for Excel; of others, what they separate cells by."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from shengzhou_report._core import ParseError
from shengzhou_report._read.encoding import decode

from .cells import escaped, unescaped
from .sheet import Sheet
from .table import Rows, Table

#: What stands between cells: a comma; a semicolon where the comma is the decimal point; a tab in what Excel calls text.
_SEPARATORS = ",;\t，"


def csv_text(names: Sequence[str], rows: Rows) -> str:
    """A table as CSV, in which no cell becomes a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in (names, *rows):
        writer.writerow(map(escaped, row))
    return file.getvalue()


def write(table: Table) -> str:
    """The table as CSV."""
    return csv_text(table.names, table.rows)


def read(data: bytes, encoding: str | None) -> Sheet:
    """The table in CSV, whose encoding is detected unless it is named; rows are numbered as a spreadsheet does.

    Raises ParseError for what is no CSV: no text, rows longer than the first.
    """
    text = decode(data, encoding, "strict")
    head = text[: text.find("\n") + 1] or text
    separator = max(_SEPARATORS, key=head.count)
    names: list[str] = []
    rows, labels = [], []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if not any(cells):
                continue
            if not names:
                names = [unescaped(cell) for cell in cells]
                continue
            if len(cells) > len(names):
                raise ParseError(f"row {number} has {len(cells)} cells, the first {len(names)}: put quotes around text")
            rows.append([unescaped(cell) for cell in cells] + [""] * (len(names) - len(cells)))
            labels.append(number)
    except csv.Error as error:
        raise ParseError(f"this is no CSV: {error} (line {reader.line_num})") from error
    return Sheet(names, rows, labels)
