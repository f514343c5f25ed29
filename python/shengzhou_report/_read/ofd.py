"""OFD (GB/T 33190), the format of fixed pages of Chinese offices: a zip of XML that places pieces of text."""

from __future__ import annotations

from typing import Any

from shengzhou_report._core import ParseError

from .archive import Archive
from .layout import Piece, lines_of_page
from .pages import Line, paragraphs
from .xml import parse_xml

#: Pieces whose base lines are this near to each other, in heights of a character, stand on one line.
_SAME_LINE = 0.5


def _named(root: Any, name: str) -> list[Any]:
    """The elements of a name, whichever of the standard's name spaces they are in."""
    return list(root.iter(f"{{*}}{name}"))


def _location(root: Any, name: str, what: str) -> str:
    found = _named(root, name)
    if not found or not (found[0].text or "").strip():
        raise ParseError(f"the .ofd is broken: {what} has no {name}")
    return str(found[0].text.strip())


def _number(text: str | None, fallback: float) -> float:
    try:
        return float(text) if text else fallback
    except ValueError:
        return fallback


def _page(root: Any) -> list[Line]:
    """The lines of a page: from top to bottom, each from left to right, in columns and rows of tables if it has any."""
    pieces: list[Piece] = []
    for item in _named(root, "TextObject"):
        box = [_number(side, 0.0) for side in (item.get("Boundary") or "").split()]
        left, top = ([*box, 0.0, 0.0])[:2]
        size = _number(item.get("Size"), 4.0)
        for code in _named(item, "TextCode"):
            if code.text:
                x, y = left + _number(code.get("X"), 0.0), top + _number(code.get("Y"), 0.0)
                pieces.append(Piece(x, -y, size, code.text.strip("\n")))
    # The objects of a page stand in any order.
    pieces.sort(key=lambda piece: (-piece.base, piece.left))
    lines: list[list[Piece]] = []
    for piece in pieces:
        if not lines or lines[-1][0].base - piece.base > _SAME_LINE * piece.size:
            lines.append([])
        lines[-1].append(piece)
    texts = ("".join(piece.text for piece in sorted(line, key=lambda piece: piece.left)) for line in lines)
    return lines_of_page(pieces) or [Line(text.strip()) for text in texts if text.strip()]


def read_ofd(data: bytes) -> str:
    """The paragraphs of all pages of all documents; annotations and the templates behind the pages are left out."""
    archive = Archive(data, ".ofd")
    start = "OFD.xml"
    pages: list[list[Line]] = []
    for body in _named(parse_xml(archive.read(start), start), "DocBody"):
        document = archive.resolve(start, _location(body, "DocRoot", start))
        root = parse_xml(archive.read(document), document)
        for tree in _named(root, "Pages"):
            for page in _named(tree, "Page"):
                part = archive.resolve(document, page.get("BaseLoc", ""))
                pages.append(_page(parse_xml(archive.read(part), part)))
    text = "\n".join(paragraphs(pages))
    if not text:
        raise ParseError(f"the .ofd has no text on its pages ({len(pages)}), only pictures of it: run OCR first")
    return text
