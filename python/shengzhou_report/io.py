"""Reports from files, and tables into files.

Files are untrusted: what cannot be read is a ParseError that says why, and no cell that is written becomes a formula.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ._core import ParseError, Report, parse
from .frames import COLUMNS, EXACT_COLUMNS, flat_columns, require
from .typing import DocumentKind

if TYPE_CHECKING:
    import pandas as pd

    from ._read.encoding import Errors
    from ._read.source import Source

__all__ = ["read_folder", "read_text", "write_table"]


def __dir__() -> list[str]:
    return __all__


#: Rows of a sheet of .xlsx, the heading among them.
MOST_ROWS = 1 << 20


def read(
    path: Source,
    *,
    encoding: str | None = None,
    errors: Errors = "strict",
    place: str | None = None,
    year: int | None = None,
    kind: DocumentKind | None = None,
    ref_area: str | None = None,
) -> Report:
    """The report in a file: `parse(read_text(path))`, where offsets refer to the text that `read_text` gives.

    Takes and raises what `read_text` and `parse` do: OSError, ParseError, ImportError, builtins.LookupError. An empty
    file gives an empty Report.

    >>> import shengzhou_report as sr
    >>> report = sr.read("某县2024年政府工作报告\\n地区生产总值增长7%左右。".encode("gb18030"))
    >>> report.year, len(report)
    (2024, 1)
    """
    text = read_text(path, encoding=encoding, errors=errors)
    return parse(text, place=place, year=year, kind=kind, ref_area=ref_area)


def read_text(path: Source, *, encoding: str | None = None, errors: Errors = "strict") -> str:
    """The text of a file, whose lines end in a newline character.

    `path` is a path, a file opened in binary mode, or bytes. The format is told by the content, and by the ending where
    the content could be any text:

    - Word (.docx): paragraphs with their automatic numbers, rows of tables, text boxes, results of fields, tracked
      changes as accepted; foot- and endnotes stand behind the text, headers and tables of contents are left out.
    - .doc, .wps, .rtf, .odt: the same, through LibreOffice where it is installed.
    - PDF and OFD: paragraphs across lines and pages; running headers and page numbers are left out, tables are lines.
    - HTML: the main content with its title, rows of tables; scripts, navigation and what is hidden are left out.
    - Markdown loses its marks and keeps rows of tables; anything else is plain text.

    A row of a table is one line, its cells between bars: `| 粮食总产量 | 5万吨 |`. Raised marks of notes are left out.

    The encoding of text, Markdown and HTML is detected: UTF-8, UTF-16, GB18030 (so GBK and GB2312) and Big5, with or
    without a byte order mark; `encoding` names another. Bytes that are no characters are an error, or with
    `errors="replace"` cost their sentence: one U+FFFD stands for it, and a UnicodeWarning says in which lines.

    HTML, Word, PDF and OFD need the extra `read`. Raises OSError when the file cannot be opened, ParseError when it
    cannot be read as text (a PDF of pictures, a locked or broken file, more than 256 MiB, a pipe, no LibreOffice),
    ImportError when the extra is missing, builtins.LookupError for no known `encoding`.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "report.md")
    ...     _ = path.write_text("# 政府工作报告\\n增长**7.5%**。", encoding="utf-16")
    ...     sr.io.read_text(path)
    '政府工作报告\\n增长7.5%。'
    """
    from ._read.formats import text_of
    from ._read.source import bytes_of

    data, name = bytes_of(path)
    return text_of(data, name, encoding, errors)


class Folder(dict[str, Report]):
    """Reports by the path of their file within a folder; `errors` has the files that could not be read, and why."""

    errors: dict[str, Exception]


def read_folder(folder: str | os.PathLike[str], *, encoding: str | None = None, errors: Errors = "strict") -> Folder:
    """The reports in the files of a folder and of those in it, in the order of their paths.

    Files of other endings than `read` has a format for are passed over, and links are not followed. A file that cannot
    be read costs no other: it stands in `errors`. Raises OSError when the folder cannot be listed, ImportError when the
    extra `read` is missing, builtins.LookupError for no known `encoding`.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as name:
    ...     _ = pathlib.Path(name, "a.txt").write_text("粮食总产量5万吨。", encoding="gbk")
    ...     _ = pathlib.Path(name, "b.pdf").write_bytes(b"broken")
    ...     reports = sr.io.read_folder(name)
    >>> len(reports["a.txt"]), type(reports.errors["b.pdf"]).__name__
    (1, 'ParseError')
    """
    from ._read.formats import ENDINGS

    found = Folder()
    found.errors = {}
    top = Path(folder)
    # `walk` is silent about a folder that it cannot list.
    os.scandir(top).close()
    for place, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() not in ENDINGS or path.is_symlink():
                continue
            key = path.relative_to(top).as_posix()
            try:
                found[key] = read(path, encoding=encoding, errors=errors)
            except (ParseError, OSError) as error:
                found.errors[key] = error
    return found


# Tables.


def write_table(
    table: Report | Mapping[str, Report] | pd.DataFrame,
    path: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,
    encoding: str = "utf-8",
) -> None:
    """Writes statements as a table: `path` ends in .csv, .json or .xlsx, or `format` says which.

    `table` is a Report, which has the columns of `to_frame`; several by name, such as their files, which has the column
    `file` before them; or any data frame, whose index is left out. JSON is a list of records. `encoding` is that of
    CSV and JSON; CSV for Excel needs 'utf-8-sig'. Missing and infinite numbers are empty cells, null in JSON. The extra
    `excel` is for .xlsx.

    Text that begins like a formula stays text in a spreadsheet: in CSV behind an apostrophe, in .xlsx as a text cell.
    Raises ValueError for another format and for more rows than a sheet has, OSError when the file cannot be written,
    ImportError when the extra is missing, builtins.LookupError for no known `encoding`.

    >>> import io, shengzhou_report as sr
    >>> file = io.BytesIO()
    >>> sr.io.write_table(sr.shengzhou_2024()[:2], file, format="csv")
    >>> print(file.getvalue().decode()[:66])
    indicator,indicator_id,name_en,measure,value,unit,base_value,base_
    """
    kind = format or (Path(path).suffix.lower().removeprefix(".") if isinstance(path, (str, os.PathLike)) else "")
    if kind not in _WRITERS:
        raise ValueError(f"format: {kind!r} is none of {', '.join(_WRITERS)}")
    written = _WRITERS[kind](*_table(table))
    data = written.encode(encoding) if isinstance(written, str) else written
    if isinstance(path, (str, os.PathLike)):
        Path(path).write_bytes(data)
    else:
        path.write(data)


_Rows = Sequence[Sequence[Any]]


def _table(table: Report | Mapping[str, Report] | pd.DataFrame) -> tuple[list[str], _Rows]:
    """Names of the columns, and rows of cells; a missing or infinite number is None."""
    names: list[str] = [*COLUMNS, *EXACT_COLUMNS]
    rows: Iterable[Sequence[Any]]
    if isinstance(table, Report):
        rows = _report_rows(table)
    elif isinstance(table, Mapping):
        names.insert(0, "file")
        rows = ([file, *row] for file, report in table.items() for row in _report_rows(report))
    else:
        names = [str(name) for name in table.columns]
        rows = table.astype(object).where(table.notna(), None).itertuples(index=False, name=None)
    return names, [[None if _is_no_number(cell) else cell for cell in row] for row in rows]


def _report_rows(report: Report) -> Iterator[Sequence[Any]]:
    columns = flat_columns(report)
    return zip(*(columns[name] for name in (*COLUMNS, *EXACT_COLUMNS)), strict=True)


def _is_no_number(cell: object) -> bool:
    return isinstance(cell, float) and cell - cell != 0


#: Excel takes the wide signs for the narrow ones where its language is Chinese.
_FORMULA = r"[=+\-@\t\r\n＝＋－＠]"
_NUMBER = r"[+-]?\d+(?:\.\d+)?"


def _cell(cell: object) -> tuple[object, bool]:
    """What a spreadsheet gets, and whether it would take that for a formula; a number as text is none."""
    if cell is None or isinstance(cell, (bool, int, float)):
        return cell, False
    text = str(cell)
    return text, bool(re.match(_FORMULA, text)) and not re.fullmatch(_NUMBER, text)


def csv_text(names: Sequence[str], rows: _Rows) -> str:
    """A table as CSV, in which no cell becomes a formula."""
    import csv
    import io

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in (names, *rows):
        writer.writerow(f"'{text}" if dangerous else text for text, dangerous in map(_cell, row))
    return file.getvalue()


def _json(names: list[str], rows: _Rows) -> str:
    import json

    records = [dict(zip(names, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, allow_nan=False, indent=1, default=str) + "\n"


def _xlsx(names: list[str], rows: _Rows) -> bytes:
    openpyxl = require("openpyxl", "excel")
    cells = require("openpyxl.cell.cell", "excel")
    import io

    if len(rows) >= MOST_ROWS:
        raise ValueError(f"table: {len(rows)} rows, more than a sheet of .xlsx has; write .csv")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("statements")
    sheet.freeze_panes = "A2"
    for row in (names, *rows):
        line = []
        for value, dangerous in map(_cell, row):
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


_WRITERS: dict[str, Callable[[list[str], _Rows], str | bytes]] = {"csv": csv_text, "json": _json, "xlsx": _xlsx}
