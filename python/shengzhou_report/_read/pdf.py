"""PDF through pypdf: its lines, joined; pages that are pictures are named."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from shengzhou_report import _core
from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

from .layout import Piece, lines_of_page, on_the_line
from .pages import Line, lines_of, paragraphs

#: Seconds for all pages; a report takes two.
MOST_SECONDS = 120.0

#: Encodings that pypdf does not know, by one that gives the same characters: they differ in the width of ASCII.
_SAME_ENCODING = {
    f"/{name}-{direction}": f"/{same}-{direction}"
    for name, same in {"GBKp-EUC": "GBK-EUC", "GBpc-EUC": "GBK-EUC", "GB-EUC": "GBK-EUC"}.items()
    for direction in "HV"
}


#: Curves of a page of drawn characters: one has some twenty, a seal or a diagram a few hundred.
_CURVES = 500


def _held(owner: Any, name: str) -> dict[str, Any]:
    """A dictionary that another holds itself or refers to, empty where there is none."""
    value = owner.get(name)
    found = value.get_object() if value is not None else None
    return found if isinstance(found, dict) else {}


def _mend_fonts(page: Any, name: Any) -> None:
    """Gives fonts in an encoding unknown to pypdf, which would make nonsense of their text, one that it knows."""
    for item in _held(_held(page, "/Resources"), "/Font").values():
        font = item.get_object()
        same = _SAME_ENCODING.get(str(font.get("/Encoding", "")))
        if same:
            font[name("/Encoding")] = name(same)


def _has_picture(page: Any, operators: Counter[bytes]) -> bool:
    """Whether a page without text shows some all the same: in a picture, or in characters that are drawn."""
    if operators[b"INLINE IMAGE"] or operators[b"c"] >= _CURVES:
        return True
    seen: set[int] = set()
    forms = [page]
    while forms:
        items = _held(_held(forms.pop(), "/Resources"), "/XObject")
        for item in (value.get_object() for value in items.values()):
            if item.get("/Subtype") == "/Image":
                return True
            # A form may hold itself.
            if id(item) not in seen:
                seen.add(id(item))
                forms.append(item)
    return False


def _split(page: Any, generic: Any) -> Counter[bytes]:
    """Puts a change of coordinates that changes none before each move, at which pypdf ends a piece of text.

    Gives how often the page has each operator.
    """
    if "/Contents" not in page:
        return Counter()
    # The text of operators stays bytes, as pypdf reads them for itself.
    contents = generic.ContentStream(page["/Contents"], page.pdf, "bytes")
    none = [generic.FloatObject(number) for number in (1, 0, 0, 1, 0, 0)]
    operations: list[Any] = []
    for operation in contents.operations:
        if operation[1] in (b"Td", b"TD", b"Tm"):
            operations.append((none, b"cm"))
        operations.append(operation)
    contents.operations = operations
    page[generic.NameObject("/Contents")] = contents
    return Counter(operator for _, operator in operations)


def _lines(page: Any) -> list[Line]:
    """The lines of a page, in columns and rows of tables where it has any that stand upright."""
    pieces: list[Piece] = []
    upright = True

    def keep(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        nonlocal upright
        text = text.translate(_core.radicals)
        if not text.strip():
            # What pypdf puts between two words has no place of its own.
            pieces.append(Piece(0.0, 0.0, 0.0, text))
            return
        across, up = tm[0] * cm[1] + tm[1] * cm[3], tm[2] * cm[1] + tm[3] * cm[3]
        upright = upright and abs(across) < 0.01 * abs(up) and up > 0
        left, base = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append(Piece(left, base, up * size, text))

    page.extract_text(visitor_text=keep)
    level = on_the_line(pieces) if upright else pieces
    return (lines_of_page(level) if upright else None) or lines_of("".join(piece.text for piece in level))


def read_pdf(data: bytes) -> str:
    """The paragraphs of a PDF; ParseError where it is broken or locked, or where pages are pictures."""
    pypdf = require("pypdf", "read")
    generic = require("pypdf.generic", "read")
    pages: list[list[Line]] = []
    pictures: list[int] = []
    late = time.monotonic() + MOST_SECONDS
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages, 1):
            _mend_fonts(page, generic.NameObject)
            operators = _split(page, generic)
            pages.append(_lines(page))
            if not pages[-1] and _has_picture(page, operators):
                pictures.append(number)
            if time.monotonic() > late:
                raise ParseError(f"the PDF takes longer than {MOST_SECONDS:.0f} s to read (page {number})")
    except ParseError:
        raise
    except Exception as error:
        # A broken file can raise any error.
        locked = "it is encrypted: " if type(error).__name__ in ("FileNotDecryptedError", "DependencyError") else ""
        raise ParseError(f"the PDF cannot be read: {locked}{error}") from error
    text = "\n".join(paragraphs(pages))
    if not text:
        pictures = list(range(1, len(pages) + 1))
    # A picture before or behind the text is a cover; one within it is a page that would be lost in silence.
    written = [number for number, page in enumerate(pages, 1) if page]
    lost = [number for number in pictures if not written or written[0] < number < written[-1]]
    if lost or not text:
        many = f"page {lost[0]}" if len(lost) == 1 else f"pages {', '.join(map(str, lost[:20]))}"
        raise ParseError(f"the PDF has no text on {many}: run OCR first")
    return text
