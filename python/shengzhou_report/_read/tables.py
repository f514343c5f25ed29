"""Tables as lines: a row is one line, its cells between bars, as the parser knows a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shengzhou_report._core import ParseError

#: A cell of figures is short; tables that only place text on a page have paragraphs in their cells.
_LONGEST_CELL = 120


#: Cells of a table, each for all that it spans; a few bytes can claim to span thousands.
MOST_CELLS = 200_000


class Grid:
    """The rows of a table while they are read, bounded in the cells that they span."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._cells = 0

    def add(self, cells: list[str]) -> None:
        """Adds a row; raises ParseError where the table is larger than any that is printed."""
        self._cells += len(cells) + 1
        if self._cells > MOST_CELLS:
            raise ParseError(f"a table spans more than the {MOST_CELLS} cells allowed")
        self.rows.append(cells)


def cell_text(text: str) -> str:
    """The text of a cell on one line, in which no bar ends the cell."""
    lines = (line.strip() for line in text.split("\n"))
    joined = ""
    for line in filter(None, lines):
        joined += " " * (joined[-1:].isascii() and line[0].isascii() and bool(joined)) + line
    return re.sub(r"[ \t]+", " ", joined).replace("|", "｜")


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether cells stand beside each other to be compared, and not only to lay out a page."""
    return any(len(row) > 1 for row in rows) and all(len(cell) <= _LONGEST_CELL for row in rows for cell in row)


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table whose merged cells repeat their text; a text across a whole row is a line of its own.

    >>> list(table_lines([["主要指标", "主要指标"], ["指标", "数值"], ["粮食总产量", "5万吨"]]))
    ['主要指标', '| 指标 | 数值 |', '| 粮食总产量 | 5万吨 |']
    """
    data = is_data(rows)
    for row in rows:
        cells = [cell_text(cell) for cell in row] if data else list(row)
        if not any(cells):
            continue
        if not data:
            yield from filter(None, dict.fromkeys(cells))
        elif len(set(cells)) == 1:
            yield cells[0]
        else:
            yield "| " + " | ".join(cells) + " |"
