"""Exploring a report in a notebook: the sliders and the table of its page as a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._core import Report, shengzhou_2024
from .frames import require

if TYPE_CHECKING:
    from ._widget import Explorer


def explore(report: Report | None = None) -> Explorer:
    """A widget for notebooks: sliders for the growth of incomes, and a table of all statements to search and choose in.

    What is moved and chosen comes back: `urban_growth`, `rural_growth` (fractions) and `years` are what the sliders
    say, `ratio`, `gap` and `ratio_path` what they lead to, `selected` the numbers of the chosen statements and
    `selection` those statements. The first four can be set from Python and observed. The report is the embedded one
    where none is given; one that does not state both incomes and their growth has the table alone, and `ratio` is None.
    It works offline. Raises ImportError without the extra `widget`, TypeError for what is no Report.

    >>> import shengzhou_report as sr
    >>> widget = sr.explore()
    >>> widget.rural_growth = 0.075
    >>> widget.years, round(widget.ratio, 4)
    (10, 1.6014)
    """
    require("anywidget", "widget")
    from ._widget import Explorer

    if report is None:
        report = shengzhou_2024()
    if not isinstance(report, Report):
        raise TypeError(f"explore() needs a Report, got {type(report).__name__}")
    return Explorer(report)
