"""Printed pages as paragraphs: the lines that the margin breaks are joined; headers and page numbers are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_PAGE_NUMBER = r"[-—–―·•~ ]*(?:第 ?)?\d{1,4}(?: ?页)?(?: ?(?:[,，/、] ?(?:共 ?)?|共 ?)\d{1,4}(?: ?页)?)?[-—–―·•~ ]*"

#: A line that is this much shorter than the longest of its page ends a paragraph, and so does a very short one.
_FULL_LINE = 0.85
_SHORTEST_FULL_LINE = 20.0

#: Lines at either edge of a page among which a header or a footer is.
_EDGE = 2


def _width(line: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _alike(line: str) -> str:
    """What a header has in common from page to page."""
    return re.sub(r"[\d\s]+", "", line)


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of most pages: a header names the document, and no paragraph begins alike so often."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_alike(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    return {line for line, count in counts.items() if line and count >= 3 and 2 * count > len(pages)}


def _body(lines: list[str], running: set[str]) -> list[str]:
    def furniture(line: str) -> bool:
        return bool(re.fullmatch(_PAGE_NUMBER, line)) or _alike(line) in running

    begin, end = 0, len(lines)
    while begin < min(_EDGE, end) and furniture(lines[begin]):
        begin += 1
    while end > max(begin, len(lines) - _EDGE) and furniture(lines[end - 1]):
        end -= 1
    return lines[begin:end]


def paragraphs(pages: Sequence[str]) -> Iterator[str]:
    """The paragraphs of pages of lines, in their order; one may go on from page to page."""
    all_lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    running = _running(all_lines)
    paragraph = ""
    # The first page may be the only one to name the document in full; a header there is the title.
    for at, page in enumerate(all_lines):
        lines = _body(page, running if at else set())
        full = max(_SHORTEST_FULL_LINE, _FULL_LINE * max(map(_width, lines), default=0.0))
        for line in lines:
            both_words = paragraph[-1:].isascii() and paragraph[-1:].isalpha() and line[0].isascii()
            paragraph += " " * both_words + line
            if _width(line) < full or line[-1] in "。！？；!?;":
                yield paragraph
                paragraph = ""
    if paragraph:
        yield paragraph
