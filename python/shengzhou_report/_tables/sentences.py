"""Where a figure stands in a text: line and sentence, for a reader who checks it."""

from __future__ import annotations

import re
from bisect import bisect_left

#: Where a sentence ends.
_END = re.compile(r"[。！？!?\n]")

#: So much of a sentence is shown on each side of a figure, so that a text without ends costs no more than others.
_REACH = 200


class Places:
    """The lines and sentences of a text by code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def line(self, start: int) -> int:
        """The number of the line, from 1."""
        return bisect_left(self._breaks, start) + 1

    def sentence(self, start: int, end: int) -> str:
        """The sentence in which the code points from `start` up to `end` stand; dots stand for what is left out."""
        text = self._text
        first = max(0, start - _REACH)
        ends = [match.end() for match in _END.finditer(text, first, start)]
        before = "…" if first > 0 and not ends else ""
        last = min(len(text), end + _REACH)
        stop = _END.search(text, end, last)
        behind = "…" if last < len(text) and stop is None else ""
        sentence = text[ends[-1] if ends else first : stop.end() if stop else last]
        return before + " ".join(sentence.split()) + behind
