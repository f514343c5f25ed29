"""Word (.docx): paragraphs with their automatic numbers, tables by row, notes behind the text, changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from shengzhou_report._core import ParseError

from .archive import Archive
from .notes import end_of, raised
from .numbering import Numbering, W, value, whole
from .tables import Grid, table_lines
from .xml import parse_xml

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

#: Name spaces of ISO 29500 "strict", which Word writes on demand, and the common ones with the same elements.
_STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}

_WRITTEN = frozenset({W + "t", *_BREAKS})

#: What a reader of the document does not see: text that is struck out, or moved to where it stands again.
_GONE = frozenset({W + "del", W + "moveFrom", W + "rPr", W + "pPr", W + "instrText", _FALLBACK})

#: A heading before the notes, at which the parser knows that the document has ended.
NOTES_HEADING = "名词解释"


def _on(properties: Any, name: str) -> bool:
    found = value(properties, name)
    return found is not None and found not in ("0", "false", "off", "none")


class _Document:
    """A document's parts: styles and numbering are looked up while the body is walked through."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.main = self._target("_rels/.rels", "", "officeDocument") or "word/document.xml"
        folder, _, name = self.main.rpartition("/")
        self.relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        self.numbering = Numbering(self.part("numbering"))
        styles = self.part("styles")
        self.styles = {} if styles is None else {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        self.notes: list[str] = []

    def _target(self, relations: str, base: str, kind: str) -> str | None:
        if relations not in self.archive.names:
            return None
        for relation in parse_xml(self.archive.read(relations), relations):
            if relation.get("Type") in (_OFFICE + kind, _STRICT + kind) and relation.get("TargetMode") != "External":
                return self.archive.resolve(base, relation.get("Target", ""))
        return None

    def xml(self, name: str) -> Any:
        return parse_xml(self.archive.read(name).replace(_STRICT_W, W[1:-1].encode()), name)

    def part(self, kind: str) -> Any | None:
        """The root of a part that the document refers to, None where it has none."""
        name = self._target(self.relations, self.main, kind)
        return self.xml(name) if name in self.archive.names else None

    def style_chain(self, name: str | None) -> Iterator[Any]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while name and name in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[name]
            name = value(self.styles[name], "basedOn")

    def label(self, properties: Any) -> str:
        """The automatic number of a paragraph, by its own properties or by its style."""
        style = value(properties, "pStyle")
        number, level = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        for found in self.style_chain(style):
            if number is not None:
                break
            number = value(found, "pPr/numPr/numId")
            if number is not None and level is None:
                at = self.numbering.level_of_style(number, found.get(W + "styleId"))
                level = str(at) if at is not None else value(found, "pPr/numPr/ilvl")
        if number in (None, "0"):
            return ""
        label = self.numbering.label(str(number), whole(level, 0)).strip()
        # So that 1. before 2023年 does not become 1.2023年.
        return label + " " * (label[-1:].isascii() and label[-1:] not in ("", ")"))

    def is_contents(self, properties: Any) -> bool:
        """Whether the paragraph is a line of a table of contents, whose page numbers are no figures."""
        names = (value(style, "name") or "" for style in self.style_chain(value(properties, "pStyle")))
        return any(re.fullmatch(r"(?i)toc \d", name) for name in names)

    def is_raised(self, properties: Any) -> bool:
        align = value(properties, "vertAlign")
        if align is None:
            found = (value(style, "rPr/vertAlign") for style in self.style_chain(value(properties, "rStyle")))
            align = next(filter(None, found), None)
        return align == "superscript"


class _Text:
    """The lines of a part of a document, in order."""

    def __init__(self, document: _Document) -> None:
        self.document = document
        self.lines: list[str] = []
        #: Pieces of the paragraph that is being read: adding to one string would take quadratic time.
        self.pieces: list[str] = []
        #: The mark of the last paragraph was deleted, so that the next goes on in its line.
        self.goes_on = False

    def blocks(self, parent: Any) -> list[str]:
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child)
            elif child.tag == W + "tbl":
                self.lines += table_lines(self.rows(child))
            elif child.tag not in _GONE:
                # Content controls, custom XML and tracked insertions stand around blocks.
                self.blocks(child)
        return self.lines

    def paragraph(self, element: Any) -> None:
        properties = element.find(W + "pPr")
        boxes: list[Any] = []
        is_contents = self.document.is_contents(properties)
        if not self.goes_on:
            self.pieces = [] if is_contents else [self.document.label(properties)]
        went_on, size = self.goes_on, len(self.pieces)
        self.goes_on = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        if not is_contents:
            self.inline(element, boxes)
        if not went_on and not any(piece.strip() for piece in self.pieces[size:]):
            # The number of a paragraph without text is not shown for itself.
            self.pieces = []
        if not self.goes_on:
            self.lines += filter(None, (line.strip() for line in "".join(self.pieces).split("\n")))
            self.pieces = []
        for box in boxes:
            self.lines += _Text(self.document).blocks(box)

    def inline(self, parent: Any, boxes: list[Any]) -> None:
        """Adds the text within; raised runs beside each other are one mark."""
        mark: list[str] = []

        def end_mark() -> None:
            if mark:
                self.pieces.append(raised(end_of(self.pieces), "".join(mark)))
                mark.clear()

        for child in parent:
            if child.tag in _GONE:
                continue
            if child.tag == W + "r":
                properties = child.find(W + "rPr")
                if _on(properties, "vanish"):
                    continue
                if self.document.is_raised(properties):
                    before, self.pieces = self.pieces, []
                    self.inline(child, boxes)
                    mark += self.pieces
                    self.pieces = before
                    continue
            if len(child) or child.tag in _WRITTEN:
                # A bookmark within a mark does not end it.
                end_mark()
            if child.tag == W + "t":
                self.pieces.append(child.text or "")
            elif child.tag in _BREAKS:
                self.pieces.append(_BREAKS[child.tag])
            elif child.tag == W + "txbxContent":
                boxes.append(child)
            else:
                self.inline(child, boxes)
        end_mark()

    def rows(self, table: Any) -> list[list[str]]:
        """The cells of a table; one that is merged with others stands for each of them."""
        grid = Grid()
        above: dict[int, str] = {}
        for row in _children(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            cells = [""] * min(whole(value(properties, "gridBefore"), 0), 100)
            for cell in _children(row, W + "tc"):
                kind = cell.find(W + "tcPr")
                merge = value(kind, "vMerge")
                text = "\n".join(_Text(self.document).blocks(cell))
                if merge is not None and merge != "restart":
                    text = above.get(len(cells), text)
                above[len(cells)] = text
                cells += [text] * min(max(whole(value(kind, "gridSpan"), 1), 1), 100)
            grid.add(cells)
        return grid.rows


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows or cells within, also those in content controls and tracked insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _children(child, tag)


def _notes(document: _Document) -> Iterator[str]:
    for kind in ("footnotes", "endnotes"):
        root = document.part(kind)
        for note in () if root is None else root:
            # Separators are notes of their own type.
            if note.get(W + "type") in (None, "normal"):
                yield from _Text(document).blocks(note)


def read_word(data: bytes) -> str:
    """The lines of a .docx: body with text boxes behind their paragraph, then the notes under a heading."""
    document = _Document(Archive(data, ".docx"))
    if document.main not in document.archive.names:
        raise ParseError("the file is no .docx that can be read: it is a zip without a document")
    body = document.xml(document.main).find(W + "body")
    if body is None:
        raise ParseError("the file is no .docx that can be read: its document has no body")
    lines = _Text(document).blocks(body)
    notes = list(_notes(document))
    return "\n".join([*lines, NOTES_HEADING, *notes] if notes else lines)
