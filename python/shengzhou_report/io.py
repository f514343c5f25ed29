"""Reports from files, and tables into files.

Files are untrusted: what cannot be read is a ParseError that says why, and no cell that is written becomes a formula.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from ._core import ParseError, Report, parse
from .frames import COLUMNS, EXACT_COLUMNS, flat_columns, require
from .typing import DocumentKind

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["read_text", "write_table"]


def __dir__() -> list[str]:
    return __all__


#: Bytes that the parts of a .docx may unpack to; a report has a few hundred thousand.
MOST_UNPACKED = 1 << 27

#: Rows of a sheet of .xlsx, the heading among them.
MOST_ROWS = 1 << 20


def read(
    path: str | os.PathLike[str] | BinaryIO,
    *,
    encoding: str | None = None,
    place: str | None = None,
    year: int | None = None,
    kind: DocumentKind | None = None,
    ref_area: str | None = None,
) -> Report:
    """The report in a file: `parse(read_text(path))`, where offsets refer to the text that `read_text` gives.

    Takes and raises what `read_text` and `parse` do; an empty file gives an empty Report.

    >>> import io, shengzhou_report as sr
    >>> report = sr.read(io.BytesIO("某县2024年政府工作报告\\n地区生产总值增长7%左右。".encode("gb18030")))
    >>> report.year, len(report)
    (2024, 1)
    """
    text = read_text(path, encoding=encoding)
    return parse(text, place=place, year=year, kind=kind, ref_area=ref_area)


def read_text(path: str | os.PathLike[str] | BinaryIO, *, encoding: str | None = None) -> str:
    """The text of a file: plain text, Markdown, HTML, Word (.docx) or PDF; its lines end in a newline character.

    `path` is a path, or a file opened in binary mode. The encoding of plain text, Markdown and HTML is detected: UTF-8,
    UTF-16 and GB18030 (so GBK and GB2312), with or without a byte order mark; `encoding` names another. Markdown loses
    its marks, HTML its scripts and styles, a block becomes a line; the lines that a PDF page breaks are joined.
    HTML, Word and PDF need the extra `read`.

    Raises OSError when the file cannot be opened, ParseError when it cannot be read as text (a PDF of pictures, an
    unknown encoding of bytes), ImportError when the extra is missing, builtins.LookupError for no known `encoding`.

    >>> import pathlib, tempfile, shengzhou_report as sr
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "report.md")
    ...     _ = path.write_text("# 政府工作报告\\n增长**7.5%**。", encoding="utf-16")
    ...     sr.io.read_text(path)
    '政府工作报告\\n增长7.5%。'
    """
    if isinstance(path, (str, os.PathLike)):
        name = os.fspath(path)
        data = Path(name).read_bytes()
    else:
        name = str(getattr(path, "name", ""))
        data = path.read()
        if not isinstance(data, bytes):
            raise TypeError("path: needs a path, or a file opened in binary mode")
    if not data:
        return ""
    suffix = Path(name).suffix.lower()
    binary = next((reader for start, reader in _MAGIC.items() if data.startswith(start)), _BINARY_FORMATS.get(suffix))
    text = binary(data) if binary else _TEXT_FORMATS.get(suffix, str)(_decode(data, encoding).removeprefix("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Encodings.

#: Longer marks first: that of UTF-32 begins like that of UTF-16.
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

#: Characters that are looked at to tell whether a text is Chinese.
_SAMPLE = 20_000

# Patterns are compiled where they are first used, because the import of the package must stay quick.
_NOT_ASCII = r"[^\x00-\x7f]"
_ACCENT = r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]"


def _commonness(text: str) -> float:
    """How much a text looks like Chinese in print, 0 to 1; 1 without any character beyond ASCII.

    GB 2312 orders characters by use: punctuation in the rows A1 to A3, 3755 common ones in B0 to D7, which count in
    full, and 3008 less common ones in D8 to F7, which count half. Bytes read in a wrong encoding land elsewhere.
    """
    if "\0" in text:
        return 0.0
    sample = [match[0] for match in islice(re.finditer(_NOT_ASCII, text), _SAMPLE)]
    rows = "".join(sample).encode("gb2312", errors="ignore")[::2]
    common = sum(0xA1 <= row <= 0xA3 or 0xB0 <= row <= 0xD7 for row in rows)
    rare = sum(0xD8 <= row <= 0xF7 for row in rows)
    return (common + rare / 2) / len(sample) if sample else 1.0


def _try_decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _decode(data: bytes, encoding: str | None) -> str:
    encoding = encoding or next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise ParseError(f"the text is not {encoding} at byte {error.start}: {error.reason}") from error
    utf8 = _try_decode(data, "utf-8")
    if utf8 is not None and _commonness(utf8) > 0.5:
        return utf8
    # Texts in UTF-16 have zero bytes in their digits and line ends, other texts have none at all.
    others = ("utf-16-le", "utf-16-be") if b"\0" in data else ("gb18030",)
    texts = [text for text in (_try_decode(data, name) for name in others) if text is not None]
    best = max(texts, key=_commonness, default="")
    # What is valid UTF-8 is seldom anything else; a few words in GBK are, but not next to a letter, as in café.
    if best and _commonness(best) > (0.6 if utf8 is None else 1.0 if re.search(_ACCENT, utf8) else 0.95):
        return best
    if utf8 is not None:
        return utf8
    raise _not_text(data)


def _not_text(data: bytes) -> ParseError:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as found:
        stop = found.start
    error = ParseError(
        f"the text is not UTF-8 (at byte {stop}), and neither UTF-16 nor GB18030 (GBK) gives common Chinese "
        "characters; name its encoding, as in encoding='big5', if it is text at all"
    )
    error.offset = len(data[:stop].decode("utf-8"))
    return error


# Formats. Every pattern is linear in the length of the text.

_MARKDOWN = {
    r"(?m)^(?:```|~~~|===|---|\*\*\*|___)[^\n]*\n?": "",
    r"(?m)^ {0,3}(?:(?:#{1,6}|[>*+-])[ \t]+)+": "",
    # Only what looks like an address: the note in 减负[1](注) stays.
    r"!?\[([^\[\]\n]*)\]\((?:https?:|[./#])[^()\s]*\)": r"\1",
    r"\*\*|__|`": "",
}


def _markdown(text: str) -> str:
    text = text.replace("\r\n", "\n")
    for pattern, replacement in _MARKDOWN.items():
        text = re.sub(pattern, replacement, text)
    return text


#: What runs within a line; any other element begins and ends one.
_INLINE = r"a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|u|wbr"
_INVISIBLE = r"head|noscript|script|style|template|textarea"


def _collapsed(space: re.Match[str]) -> str:
    """White space of HTML: one space, or nothing where a line of the source ends between two wide characters."""
    text, start, end = space.string, space.start(), space.end()
    wide = start > 0 and end < len(text) and text[start - 1] >= "\u2e80" and text[end] >= "\u2e80"
    return "" if wide and "\n" in space[0] else " "


def _html(text: str) -> str:
    etree = require("lxml.etree", "read")
    # As bytes, because a declared encoding must not be applied again.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    for error in parser.error_log.filter_from_fatals():
        if error.type_name != "ERR_DOCUMENT_EMPTY":
            raise ParseError(f"the HTML cannot be read: {error.message}")
    if root is None:
        return ""
    pieces: list[list[str]] = [[]]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        invisible = re.fullmatch(_INVISIBLE, element.tag)
        if not invisible and not re.fullmatch(_INLINE, element.tag):
            pieces.append([])
        if event == "end":
            pieces[-1].append(element.tail or "")
        elif invisible:
            walk.skip_subtree()
        else:
            pieces[-1].append(element.text or "")
    lines = (re.sub(r"[ \t\r\n\f]+", _collapsed, "".join(piece)).strip(" ") for piece in pieces)
    return "\n".join(filter(None, lines))


def _docx(data: bytes) -> str:
    docx = require("docx", "read")
    import io
    import zipfile

    # Sizes are declared, and Python's zipfile unpacks no more than is declared.
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MOST_UNPACKED:
            raise ParseError(f"the .docx would unpack to {unpacked} bytes, more than the {MOST_UNPACKED} allowed")
        body = docx.Document(io.BytesIO(data)).element.body
    except ParseError:
        raise
    except Exception as error:
        # The libraries have no common error; a broken file can raise any.
        raise ParseError(f"the file is no .docx that can be read: {error}") from error
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    run = word + "r"
    breaks = {word + "br": "\n", word + "cr": "\n", word + "tab": "\t", word + "noBreakHyphen": "-"}
    pieces: list[str] = []
    # A text box is stored twice, once for old programs.
    for copy in list(body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        copy.clear()
    # All paragraphs, those in tables and text boxes too; text in tracked deletions has another tag.
    for element in body.iter(word + "p", word + "t", *breaks):
        if element.tag == word + "p":
            pieces.append("\n")
        elif element.tag == word + "t":
            pieces.append(element.text or "")
        elif element.getparent().tag == run:
            pieces.append(breaks[element.tag])
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


_PAGE_NUMBER = r"[-—–·• ]*\d{1,4}[-—–·• ]*"

#: A line that is this much shorter than the longest of its page ends a paragraph, and so does a very short one.
_FULL_LINE = 0.85
_SHORTEST_FULL_LINE = 20.0


def _width(line: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _unwrapped(pages: Iterable[str]) -> Iterator[str]:
    """The paragraphs of pages whose lines are broken at the margin; page numbers are left out."""
    paragraph = ""
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        for edge in (-1, 0):
            if lines and re.fullmatch(_PAGE_NUMBER, lines[edge]):
                del lines[edge]
        full = max(_SHORTEST_FULL_LINE, _FULL_LINE * max(map(_width, lines), default=0.0))
        for line in lines:
            both_words = paragraph[-1:].isascii() and paragraph[-1:].isalpha() and line[0].isascii()
            paragraph += " " * both_words + line
            if _width(line) < full or line[-1] in "。！？；!?;":
                yield paragraph
                paragraph = ""
    if paragraph:
        yield paragraph


def _pdf(data: bytes) -> str:
    pypdf = require("pypdf", "read")
    import io

    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception as error:
        # A broken file can raise any error.
        raise ParseError(f"the PDF cannot be read: {error}") from error
    text = "\n".join(_unwrapped(pages))
    if not text:
        raise ParseError(f"the PDF holds no text (pages: {len(pages)}), only pictures of it: it needs OCR first")
    return text


def _old_word(_data: bytes) -> NoReturn:
    raise ParseError("this is an old Office file (.doc, .wps): save it as .docx first")


_TEXT_FORMATS: dict[str, Callable[[str], str]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
}

_BINARY_FORMATS: dict[str, Callable[[bytes], str]] = {".docx": _docx, ".pdf": _pdf, ".doc": _old_word}

#: What no text begins with says more than the name of the file.
_MAGIC: dict[bytes, Callable[[bytes], str]] = {
    b"%PDF-": _pdf,
    b"PK\x03\x04": _docx,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _old_word,
}


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
    Raises ValueError for another format, and OSError when the file cannot be written.

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
