"""Workbooks of Excel: the statements, headline targets against outcomes, and the sentence that each figure stands in.

A cell is what it shows: percentages that are meant for arithmetic are fractions in the format of per cent, the column
`value` has the number that stands beside the unit.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from shengzhou_report._core import ParseError, Quantity, Unit, section_separator
from shengzhou_report._read.archive import Archive
from shengzhou_report.frames import require

from .cells import cell_of
from .fields import FIELDS, Headers
from .sentences import Places
from .sheet import Sheet, is_missing
from .table import FILE, Table
from .targets import TARGET_COLUMNS, target_rows

#: Rows of a sheet of .xlsx, the heading among them; characters of a cell.
MOST_ROWS, MOST_CHARACTERS = 1 << 20, 32_767

#: What XML cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: Titles of the sheets, and of the columns that only a workbook has.
_SHEETS = {"statements": "数据", "targets": "目标与实绩", "sources": "出处"}
_TITLES: dict[str, tuple[str, str]] = {
    "rate": ("value as a rate", "比率"),
    "row": ("row in the first sheet", "数据行号"),
    "figure": ("figure", "数字"),
    "sentence": ("sentence", "原句"),
    "line": ("line in the text", "行"),
}

#: Whole numbers that are names rather than amounts.
_PLAIN = frozenset(
    {"year", "base_year", "outcome_year", "target_year", "implied_prices"}
    | {"start", "end", "byte_start", "byte_end", "row", "line"}
)


def number_format(decimals: int, percent: bool = False) -> str:
    """The format of numbers with so many decimals: thousands apart, or as per cent."""
    return ("0" if percent else "#,##0") + ("." + "0" * decimals if decimals else "") + ("%" if percent else "")


def decimals_of(printed: str) -> int:
    """How many decimals a printed figure has."""
    return len(printed.partition(".")[2])


def rate_of(quantity: Quantity | None) -> tuple[float, str] | None:
    """A figure in per cent or per mille as a fraction with its format; None for any other."""
    if quantity is None or quantity.unit.symbol not in ("%", "‰"):
        return None
    return quantity.rate, number_format(decimals_of(str(quantity.to(Unit("%")).decimal)), percent=True)


class _Sheet:
    """A sheet that is filled row by row."""

    def __init__(self, book: Any, name: str, columns: Sequence[str], headers: Headers) -> None:
        self._sheet = book.add_worksheet(_SHEETS[name] if headers == "zh" else name)
        self._formats: dict[tuple[str, bool], Any] = {}
        self._book, self._columns, self._row = book, columns, 0
        self._widths = [0] * len(columns)
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": headers != "names"})
        for place, column in enumerate(columns):
            self._write(place, heading(column, headers), head)
            # A long title is wrapped and leaves the width to the cells.
            self._widths[place] = min(self._widths[place], 18)
        self._row = 1

    def add(self, row: Iterable[object], formats: Sequence[str] = ()) -> None:
        """Adds a row; `formats` has the number format of each cell or ''."""
        if self._row >= MOST_ROWS:
            raise ValueError("table: more rows than a sheet of .xlsx has; write .csv")
        for place, cell in enumerate(row):
            wanted = formats[place] if formats else ""
            if not wanted and self._columns[place] in _PLAIN:
                wanted = "0"
            value, dangerous = cell_of(cell)
            self._write(place, value, self._format(wanted, dangerous) if wanted or dangerous else None)
        self._row += 1

    def end(self) -> None:
        """What needs all rows: filter and widths."""
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self._columns) - 1)
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, min(max(width, 6), 60) + 2)

    def _format(self, number: str, dangerous: bool) -> Any:
        key = number, dangerous
        if key not in self._formats:
            properties: dict[str, object] = {"num_format": number} if number else {}
            # So that it does not become a formula when somebody edits the cell either.
            self._formats[key] = self._book.add_format(properties | ({"quote_prefix": True} if dangerous else {}))
        return self._formats[key]

    def _write(self, place: int, value: object, form: Any) -> None:
        if value is None or value == "":
            return
        if isinstance(value, bool):
            self._sheet.write_boolean(self._row, place, value, form)
        elif isinstance(value, (int, float)):
            self._sheet.write_number(self._row, place, value, form)
        else:
            # A line in a cell ends in a newline character alone.
            text = _ILLEGAL.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
            if len(text) > MOST_CHARACTERS:
                raise ValueError(f"row {self._row}, {self._columns[place]}: more characters than a cell of .xlsx holds")
            self._sheet.write_string(self._row, place, text, form)
        if self._row < 1000:
            self._widths[place] = max(self._widths[place], _width(str(value)))


def heading(column: str, headers: Headers) -> str:
    """What stands over a column of any of the sheets."""
    if headers == "names":
        return column
    if column in FIELDS:
        return FIELDS[column].heading(headers)
    titles = _TITLES.get(column) or TARGET_COLUMNS.get(column)
    return column if titles is None else titles[headers == "zh"]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text[:60])


def write(table: Table, *, headers: Headers = "names") -> bytes:
    """The table as a workbook; of reports with sheets of targets and sources.

    Raises ValueError for more rows than a sheet has, and for a text that no cell holds.
    """
    xlsxwriter = require("xlsxwriter", "excel")
    if headers not in ("names", "en", "zh"):
        raise ValueError(f"headers: {headers!r} is none of names, en, zh")
    if len(table.rows) >= MOST_ROWS:
        raise ValueError(f"table: {len(table.rows)} rows, more than a sheet of .xlsx has; write .csv")
    file = io.BytesIO()
    # Whatever a text looks like, it is one: no formula, no link, no number.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(file, options) as book:
        if table.reports is None:
            sheet = _Sheet(book, "statements", table.names, headers)
            for row in table.rows:
                sheet.add(row)
            sheet.end()
        else:
            _statements(book, table, headers)
            _targets(book, table, headers)
            _sources(book, table, headers)
    return file.getvalue()


def _statements(book: Any, table: Table, headers: Headers) -> None:
    assert table.reports is not None
    value, printed = table.names.index("value"), table.names.index("printed")
    columns = [*table.names[: value + 2], "rate", *table.names[value + 2 :]]
    sheet = _Sheet(book, "statements", columns, headers)
    quantities = (statement.quantity for report in table.reports.values() for statement in report)
    for row, quantity in zip(table.rows, quantities, strict=True):
        rate = rate_of(quantity)
        formats = [""] * len(columns)
        formats[value] = number_format(decimals_of(str(row[printed])))
        formats[value + 2] = rate[1] if rate else ""
        sheet.add([*row[: value + 2], rate and rate[0], *row[value + 2 :]], formats)
    sheet.end()


def _targets(book: Any, table: Table, headers: Headers) -> None:
    assert table.reports is not None
    several = [FILE] if table.several else []
    sheet = _Sheet(book, "targets", [*several, *TARGET_COLUMNS], headers)
    for name, report in table.reports.items():
        for row in target_rows(report):
            cells: list[object] = [name] if several else []
            formats = [""] * len(several)
            for cell in row:
                shown = cell
                form = ""
                if isinstance(cell, Quantity):
                    shown, form = rate_of(cell) or (cell.value, number_format(decimals_of(str(cell.decimal))))
                cells.append(shown)
                formats.append(form)
            sheet.add(cells, formats)
    sheet.end()


def _sources(book: Any, table: Table, headers: Headers) -> None:
    assert table.reports is not None
    several = [FILE] if table.several else []
    columns = [*several, "row", "indicator", "figure", "section", "line", "start", "end", "sentence"]
    sheet = _Sheet(book, "sources", columns, headers)
    row = 1
    for name, report in table.reports.items():
        # A report that was not parsed has no text.
        text = Places(report.text) if report.text is not None else None
        for statement in report:
            row += 1
            figure = statement.trend if statement.quantity is None else str(statement.quantity)
            cells: list[object] = [*([name] if several else []), row, statement.indicator, figure]
            cells.append(section_separator.join(statement.section))
            line = sentence = None
            span = statement.start, statement.end
            if text is not None and statement.end > 0:
                line, sentence = text.line(statement.start), text.sentence(*span)
            sheet.add([*cells, line, *span, sentence])
    sheet.end()


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
