"""Reports from files, and tables into files.

Files are untrusted: what cannot be read is a ParseError that says why, and no cell that is written becomes a formula.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ._core import ParseError, Report, parse
from .typing import DocumentKind

if TYPE_CHECKING:
    import pandas as pd

    from ._read.encoding import Errors
    from ._read.source import Source
    from ._tables.figures import Indicators
    from ._tables.formats import Format
    from ._tables.sheet import Sheet

__all__ = [
    "formats",
    "json_schema",
    "read_folder",
    "read_table",
    "read_tables",
    "read_text",
    "sdmx_structure",
    "write_table",
]


def __dir__() -> list[str]:
    return __all__


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
    - PDF and OFD: paragraphs across lines, columns and pages, rows of tables whose cells have one line each; running
      headers and page numbers are left out.
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

    def _repr_html_(self) -> str:
        """Which files were read, and which were not, for Jupyter."""
        from .display import folder_html

        return folder_html(self)


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
    from ._read.folder import documents_in

    found = Folder()
    found.errors = {}
    for path in documents_in(folder):
        key = path.relative_to(folder).as_posix()
        try:
            found[key] = read(path, encoding=encoding, errors=errors)
        except (ParseError, OSError) as error:
            found.errors[key] = error
    return found


# Tables.


def formats() -> tuple[Format, ...]:
    """The formats of tables: name, endings, what a file keeps, the extra it needs; raises nothing.

    What it keeps is 'report' (all that equality looks at), 'statements' (each exactly, but not title, place, year,
    sections and evidence) or 'figures' (what a reader wants to see).

    >>> import shengzhou_report as sr
    >>> [(row.name, row.endings, row.keeps) for row in sr.io.formats()][0]
    ('csv', ('.csv',), 'statements')
    """
    from ._tables.formats import FORMATS

    return FORMATS


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write_table` writes as JSON; raises nothing.

    Its `$id` has the version. A file that one version takes is taken by it for ever; it lies in the package as
    `schema/statements-1.json` for programs in other languages.

    >>> import shengzhou_report as sr
    >>> sr.io.json_schema()["$id"]
    'urn:shengzhou-report:schema:statements:1'
    """
    from ._tables.json import schema

    return schema()


def sdmx_structure(table: Report | Mapping[str, Report] | pd.DataFrame) -> str:
    """The structure message (SDMX-ML 2.1) that describes what `write_table` writes of `table` as SDMX-CSV.

    It has the data flow, its data structure, concepts, and lists of codes: every indicator of the catalogue, and the
    places and units that the reports use. Raises what `Report.from_frame` does for a data frame.

    >>> import shengzhou_report as sr
    >>> '<str:Dimension id="INDICATOR"' in sr.io.sdmx_structure(sr.shengzhou_2024())
    True
    """
    from ._tables.sdmx_structure import write
    from ._tables.table import Table

    return write(Table(table))


def write_table(
    table: Report | Mapping[str, Report] | pd.DataFrame,
    path: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,
    encoding: str | None = None,
    **options: Any,
) -> None:
    """Writes statements as a table in the format that `format` names, else the ending of `path`.

    `formats` lists them. `table` is a Report, which has the columns of `to_frame`; several by name, such as their
    files, which has the column `file` before them; or any data frame, whose index is left out. `encoding` is that of
    text: CSV is 'utf-8-sig', with the byte order mark by which Excel knows UTF-8; 'utf-8' leaves it out. JSON is a list
    of records in UTF-8. Missing and infinite numbers are empty cells, null in JSON. The extra `excel` is for .xlsx.

    `options` are those of the format, `formats` names them. `headers` heads columns by the names that `to_frame` gives
    ('names', the default in workbooks) or by titles in English or Chinese ('en', 'zh'); variables of Stata are labelled
    so ('en' by default). A workbook of reports has three sheets: statements, headline targets against outcomes, and the
    sentence that each figure stands in, where the report has a text. SDMX-CSV in a file `a.sdmx.csv` has its structure
    message beside it in `a.sdmx.xml`.

    Text that begins like a formula stays text in a spreadsheet: in CSV behind an apostrophe, in .xlsx as a text cell.
    Raises ValueError for another format and for more rows than a sheet has, TypeError for an option that the format
    does not have, OSError when the file cannot be written,
    ImportError when the extra is missing, builtins.LookupError for no known `encoding`.

    >>> import io, shengzhou_report as sr
    >>> file = io.BytesIO()
    >>> sr.io.write_table(sr.shengzhou_2024()[:2], file, format="csv", encoding="utf-8")
    >>> print(file.getvalue().decode()[:66])
    indicator,indicator_id,name_en,measure,value,unit,base_value,base_
    """
    from ._tables.formats import format_of
    from ._tables.table import Table

    row = format_of(path, format, "writer")
    if unknown := sorted(options.keys() - set(row.options)):
        raise TypeError(f"write_table() has no option {unknown[0]!r} for {row.name}")
    rows = Table(table)
    written = row.function("writer")(rows, **options)
    data = written.encode(encoding or row.encoding) if isinstance(written, str) else written
    if not isinstance(path, (str, os.PathLike)):
        path.write(data)
        return
    beside = row.writer_beside(path)
    more = beside[1](rows).encode() if beside else b""
    Path(path).write_bytes(data)
    if beside:
        beside[0].write_bytes(more)


def read_table(
    path: Source,
    *,
    format: str | None = None,
    encoding: str | None = None,
    sheet: str | int = 0,
    indicators: Indicators = "any",
    **info: Any,
) -> Report:
    """The report in a table that `write_table` wrote, or in one of somebody's own figures.

    `path` is a path, a file opened in binary mode, or bytes; `formats` lists the formats, of which `format` names one,
    else the ending chooses. Columns, indicators and `info` (title, place, year ...) as in `Report.from_frame`; `info`
    goes before what the file says. `encoding` is that of text, detected without it; `sheet` that of a workbook.
    Raises what `Report.from_frame` does, ValueError for another format and for a table of several reports, OSError when
    the file cannot be opened, ParseError when it is not of its format, ImportError when the extra is missing,
    builtins.LookupError for no known `encoding`.

    >>> import io, shengzhou_report as sr
    >>> file = io.BytesIO()
    >>> sr.io.write_table(sr.shengzhou_2024(), file, format="jsonl")
    >>> sr.io.read_table(file.getvalue(), format="jsonl").statements == sr.shengzhou_2024().statements
    True
    """
    from ._tables.reports import report_of

    return report_of(_sheet(path, format, encoding, sheet), info, indicators)


def read_tables(
    path: Source,
    *,
    format: str | None = None,
    encoding: str | None = None,
    sheet: str | int = 0,
    indicators: Indicators = "any",
    **info: Any,
) -> dict[str, Report]:
    """The reports in a table by what its column `file` says of each row, all under '' without one.

    Takes and raises what `read_table` does; reports without a statement are there where the format keeps the report.

    >>> import io, shengzhou_report as sr
    >>> file = io.BytesIO()
    >>> report = sr.shengzhou_2024()
    >>> sr.io.write_table({"a": report[:3], "b": report[3:]}, file, format="csv")
    >>> {name: len(part) for name, part in sr.io.read_tables(file.getvalue(), format="csv").items()}
    {'a': 3, 'b': 189}
    """
    from ._tables.reports import reports_of

    return reports_of(_sheet(path, format, encoding, sheet), info, indicators)


def _sheet(path: Source, format: str | None, encoding: str | None, sheet: str | int) -> Sheet:
    from ._read.source import bytes_of
    from ._tables.formats import format_of

    row = format_of(path, format, "reader")
    reader = row.function("reader")
    data, _ = bytes_of(path)
    found: Sheet = reader(data, encoding, sheet) if row.name == "xlsx" else reader(data, encoding)
    return found
