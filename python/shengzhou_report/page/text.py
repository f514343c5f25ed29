"""Texts of others in a page: what cannot be seen is shown, and a report's text comes in pieces for marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from shengzhou_report._core import Commitment, Report, Skipped, Statement
from shengzhou_report._escape import visible
from shengzhou_report._view import ReportView


def shown_safely(value: dict[str, Any]) -> dict[str, Any]:
    """Plain data with what cannot be seen in its texts as escapes."""

    def safe(item: Any) -> Any:
        if isinstance(item, str):
            return visible(item)
        if isinstance(item, dict):
            return {key: safe(each) for key, each in item.items()}
        return [safe(each) for each in item] if isinstance(item, (list, tuple)) else item

    return {key: safe(item) for key, item in value.items()}


def pieces(report: Report) -> Iterator[dict[str, Any]]:
    """The text in pieces: `kind` is text, figure, skipped or commitment; `head` says that it stands in a heading.

    >>> import shengzhou_report as sr
    >>> [piece["kind"] for piece in pieces(sr.parse("2024年,财政收入增长5%。"))]
    ['skipped', 'text', 'figure', 'text']
    """
    text = report.text
    if text is None:
        return
    row_of = {statement: i for i, statement in reversed([*enumerate(report)])}
    task_of = {promise: i for i, promise in enumerate(report.commitments())}
    heads = _heads(report)
    linked: set[int] = set()
    begin = 0
    for piece, found in ReportView(text, report)._pieces():
        for part, head in _cut(piece, begin, heads):
            said = {"text": visible(part), "head": head}
            if not found:
                yield {"kind": "text"} | said
            elif isinstance(found[0], Skipped):
                yield {"kind": "skipped", "reason": found[0].reason} | said
            elif isinstance(found[0], Commitment):
                yield {"kind": "commitment", "task": task_of.get(found[0])} | said
            else:
                statements = [item for item in found if isinstance(item, Statement)]
                rows = [row_of[statement] for statement in statements]
                # One place may have several rows, each of which links back to it.
                anchors = [row for row in rows if row not in linked]
                linked.update(anchors)
                marks = {"status": statements[0].status, "doubtful": any(statement.doubts for statement in statements)}
                yield {"kind": "figure", "rows": rows, "anchors": anchors} | marks | said
        begin += len(piece)


def _heads(report: Report) -> list[tuple[int, int]]:
    """Where headings stand: to the end of their line or sentence."""
    text = report.text or ""
    spans = []
    for section in report.sections:
        # A paragraph may begin with its heading as a sentence.
        found = _HEADING.match(text, section.start)
        if found and found.end() - found.start() <= _LONGEST_HEADING:
            spans.append(found.span())
    return spans


_HEADING = re.compile(r"[^\n。]*。?")

#: What is longer is no heading that a reader would look for.
_LONGEST_HEADING = 60


def _cut(piece: str, begin: int, heads: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """A piece of the text, cut where a heading begins or ends."""
    end = begin + len(piece)
    cuts = sorted({begin, end, *(cut for head in heads for cut in head if begin < cut < end)})
    for first, last in pairwise(cuts):
        yield piece[first - begin : last - begin], any(start <= first < stop for start, stop in heads)
