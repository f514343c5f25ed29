"""PDF through pypdf: its lines, joined; pages that are pictures are named."""

from __future__ import annotations

import io
import time
from typing import Any

from shengzhou_report._core import ParseError
from shengzhou_report.frames import require

from .pages import paragraphs

#: Seconds for all pages; a report takes two.
MOST_SECONDS = 120.0

#: Encodings that pypdf does not know, by one that gives the same characters: they differ in the width of ASCII.
_SAME_ENCODING = {
    f"/{name}-{direction}": f"/{same}-{direction}"
    for name, same in {"GBKp-EUC": "GBK-EUC", "GBpc-EUC": "GBK-EUC", "GB-EUC": "GBK-EUC"}.items()
    for direction in "HV"
}


def _mend_fonts(page: Any, name: Any) -> None:
    """Gives fonts in an encoding unknown to pypdf, which would make nonsense of their text, one that it knows."""
    fonts = (page.get("/Resources") or {}).get("/Font") or {}
    for item in dict(fonts).values():
        font = item.get_object()
        same = _SAME_ENCODING.get(str(font.get("/Encoding", "")))
        if same:
            font[name("/Encoding")] = name(same)


def _has_picture(page: Any) -> bool:
    items = (page.get("/Resources") or {}).get("/XObject") or {}
    return any(item.get_object().get("/Subtype") == "/Image" for item in dict(items).values())


def read_pdf(data: bytes) -> str:
    """The paragraphs of a PDF; ParseError where it is broken or locked, or where pages are pictures."""
    pypdf = require("pypdf", "read")
    generic = require("pypdf.generic", "read")
    pages: list[str] = []
    pictures: list[int] = []
    late = time.monotonic() + MOST_SECONDS
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages, 1):
            _mend_fonts(page, generic.NameObject)
            pages.append(page.extract_text())
            if not pages[-1].strip() and _has_picture(page):
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
    written = [number for number, page in enumerate(pages, 1) if page.strip()]
    lost = [number for number in pictures if not written or written[0] < number < written[-1]]
    if lost or not text:
        many = f"page {lost[0]}" if len(lost) == 1 else f"pages {', '.join(map(str, lost[:20]))}"
        raise ParseError(f"the PDF has no text on {many}: run OCR first")
    return text
