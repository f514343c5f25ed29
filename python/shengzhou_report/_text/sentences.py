"""Sentences of one text that stand in another."""

from __future__ import annotations

import re
from typing import NamedTuple

from shengzhou_report.display import record_html

from .characters import folded
from .ngrams import reduced

#: What ends a sentence, once ASCII is folded.
_SENTENCE = re.compile(r"[^。!?;\n\r]+")


class CopiedSentence(NamedTuple):
    """A sentence that stands in both texts: as the first has it, and where each has it (code points)."""

    text: str
    start: int
    end: int
    other_start: int
    other_end: int

    def _repr_html_(self) -> str:
        """A table of the fields for Jupyter."""
        return record_html(self)


class Sentence(NamedTuple):
    """Where a sentence stands, without what ends it, and what of it is compared."""

    start: int
    end: int
    reduced: str


def sentences_in(text: str, ignore_digits: bool) -> list[Sentence]:
    """The sentences of a text."""
    found = []
    for match in _SENTENCE.finditer(folded(text)):
        inner = match.group().strip()
        if inner:
            start = match.start() + match.group().index(inner)
            found.append(Sentence(start, start + len(inner), reduced(inner, ignore_digits)))
    return found


class Copies(NamedTuple):
    """The sentences of the first text that the second has, and their share of the first's characters."""

    sentences: tuple[CopiedSentence, ...]
    share: float


def copies(text: str, first: list[Sentence], second: list[Sentence], at_least: int) -> Copies:
    """The copied sentences of at least so many characters; each by the first place where the second text has it.

    `text` is that of the first sentences.
    """
    places: dict[str, Sentence] = {}
    for sentence in second:
        places.setdefault(sentence.reduced, sentence)
    copied, characters = [], 0
    for start, end, reduced_text in first:
        other = places.get(reduced_text)
        if other is not None and len(reduced_text) >= at_least:
            characters += len(reduced_text)
            copied.append(CopiedSentence(text[start:end], start, end, other.start, other.end))
    total = sum(len(sentence.reduced) for sentence in first)
    return Copies(tuple(copied), characters / total if total else float("nan"))
