"""Printed pages as paragraphs: the lines that the margin breaks are joined; headers and page numbers are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_PAGE_NUMBER = r"[-—–―·•~ ]*(?:第 ?)?\d{1,4}(?: ?页)?(?: ?(?:[,，/、] ?(?:共 ?)?|共 ?)\d{1,4}(?: ?页)?)?[-—–―·•~ ]*"

#: A line that is this much shorter than the longest of its page ends a paragraph, and so does a very short one.
_FULL_LINE = 0.85
_SHORTEST_FULL_LINE = 20.0

#: Lines at either edge of a page among which a header or a footer is.
_EDGE = 2


class Line(NamedTuple):
    """A line of a page; of one in a column, how wide that is in sizes of the font."""

    text: str
    room: float | None = None

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.text.startswith("| ")


def lines_of(text: str) -> list[Line]:
    """The lines of a page whose text is one column."""
    return [Line(line.strip()) for line in text.splitlines() if line.strip()]


def width(line: str) -> float:
    """The width of a line in sizes of its font."""
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _alike(line: str) -> str:
    """What a header has in common from page to page."""
    return re.sub(r"[\d\s]+", "", line)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """What stands at the edge of most pages: a header names the document, and no paragraph begins alike so often."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_alike(line.text) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return {line for line, count in counts.items() if line and count >= 3 and 2 * count > len(pages)}


def _body(lines: Sequence[Line], running: set[str]) -> Sequence[Line]:
    def furniture(line: Line) -> bool:
        return bool(re.fullmatch(_PAGE_NUMBER, line.text)) or _alike(line.text) in running

    begin, end = 0, len(lines)
    while begin < min(_EDGE, end) and furniture(lines[begin]):
        begin += 1
    while end > max(begin, len(lines) - _EDGE) and furniture(lines[end - 1]):
        end -= 1
    return lines[begin:end]


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of pages of lines, in their order; one may go on from page to page. Rows of tables stand alone."""
    running = _running(pages)
    paragraph = ""
    # The first page may be the only one to name the document in full; a header there is the title.
    for at, page in enumerate(pages):
        lines = _body(page, running if at else set())
        widest = max((width(line.text) for line in lines if line.room is None and not line.is_row), default=0.0)
        for line in lines:
            if line.is_row and paragraph:
                yield paragraph
                paragraph = ""
            full = _FULL_LINE * line.room if line.room else max(_SHORTEST_FULL_LINE, _FULL_LINE * widest)
            both_words = paragraph[-1:].isascii() and paragraph[-1:].isalpha() and line.text[0].isascii()
            paragraph += " " * both_words + line.text
            if line.is_row or width(line.text) < full or line.text[-1] in "。！？；!?;":
                yield paragraph
                paragraph = ""
    if paragraph:
        yield paragraph
