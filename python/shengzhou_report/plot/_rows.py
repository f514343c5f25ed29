"""Rows of bars with their names above them, so that names of any length stay within the Axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shengzhou_report._core import Statement
from shengzhou_report.language import current, word

from ._canvas import shortened, unit_width
from ._fonts import dress

#: Where in its row of height 1 a bar lies, and how high it is; its name is above it.
BAR, HEIGHT, NAME = 0.68, 0.4, 0.24


def name_of(statement: Statement) -> str:
    """The indicator in the language in use, by the catalogue; as printed where that does not know it."""
    return statement.name_en if current() == "en" and statement.name_en else statement.indicator


def names_of(statements: Sequence[Statement]) -> list[str]:
    """Indicators, each with year and status where they are not all of one."""
    several = len({(statement.year, statement.status) for statement in statements}) > 1
    if not several:
        return [name_of(statement) for statement in statements]
    return [
        " ".join(filter(None, (name_of(statement), str(statement.year or ""), word(statement.status))))
        for statement in statements
    ]


def size_of(rows: int) -> tuple[float, float]:
    """The size of a figure with so many rows."""
    return 6.4, 1.4 + 0.42 * rows


def centres(rows: int) -> list[float]:
    """Where the bars lie."""
    return [row + BAR for row in range(rows)]


def write(ax: Any, names: Sequence[str], figures: Sequence[str], spare: int = 0) -> None:
    """Names to the left and figures to the right above each bar; `spare` rows are left empty below for a legend.

    The Axes has its title and labels by now. Names that are too long end in an ellipsis.
    """
    ax.set_ylim(len(names) + spare, 0)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    box = ax.get_window_extent()
    row = box.height / (len(names) + spare) * 72 / ax.figure.dpi
    size = min(9.0, 0.46 * row)
    at = {"transform": ax.get_yaxis_transform(), "va": "center", "fontsize": size}
    for i, (name, figure) in enumerate(zip(names, figures, strict=True)):
        said = ax.text(1, i + NAME, figure, ha="right", **at)
        named = ax.text(0, i + NAME, name, ha="left", **at)
        dress(said)
        dress(named)
        room = box.width - said.get_window_extent().width - 0.5 * size * ax.figure.dpi / 72
        if name and named.get_window_extent().width > room:
            named.set_text(shortened(name, room / unit_width(named)))


def zero_line(ax: Any, rows: int) -> None:
    """The line from which bars grow, beside each of them."""
    for at in centres(rows):
        ax.plot([0, 0], [at - 0.7 * HEIGHT, at + 0.7 * HEIGHT], color="0.5", linewidth=0.8, zorder=0)
