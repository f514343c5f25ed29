"""Figures as bars, with what rounding leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from shengzhou_report._core import Report, Statement, Unit
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import axes, finish
from ._fonts import picture
from ._rows import HEIGHT, centres, names_of, size_of, write, zero_line


@picture
def indicators(
    statements: Iterable[Statement],
    *,
    unit: str = "%",
    label: str | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws figures in one unit as bars, with the values that print alike as whiskers. Returns the Axes.

    `statements` is a Report or any statements; those in another unit than `unit`, and those without a figure, are left
    out. A bound without an end is an arrow. `label` names the axis. Raises ValueError where nothing is left, and
    ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> report = sr.shengzhou_2024()
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.indicators(report.targets().filter(section="headline targets", measure="growth"))
    >>> ax.get_xlabel()
    'growth, %\\nSource: 嵊州市 2024'
    """
    chosen = drawable(statements, unit)
    ax = axes(ax, size_of(len(chosen)))
    if source is None and isinstance(statements, Report):
        source = " ".join(str(part) for part in (statements.place, statements.year) if part) or None
    for at, statement in zip(centres(len(chosen)), chosen, strict=True):
        quantity = statement.quantity
        bar = ax.barh([at], [quantity.value], height=HEIGHT, color="C0", alpha=0.55)[0]
        lower, upper = quantity.interval()
        ends = [end if math.isfinite(end) else quantity.value for end in (lower, upper)]
        ax.plot(ends, [at, at], color=bar.get_facecolor(), alpha=1, linewidth=2.5, solid_capstyle="butt")
        ax.plot(ends, [at, at], "|", color="C0", markersize=7)
        for end, marker in ((lower, "<"), (upper, ">")):
            if not math.isfinite(end):
                ax.plot([quantity.value], [at], marker, color="C0", markersize=6)
    zero_line(ax, len(chosen))
    growths = {statement.measure for statement in chosen} == {"growth"}
    name = label or (_("growth") if growths else _("value"))
    title = _("Figures and what rounding leaves open")
    of = {(statement.year, statement.status) for statement in chosen}
    if len(of) == 1 and chosen[0].year is not None:
        title = _("{title} ({year}, {status})").format(title=title, year=chosen[0].year, status=word(chosen[0].status))
    finish(ax, title, _("{label}, {unit}").format(label=name, unit=unit), "", source)
    write(ax, names_of(chosen), [str(statement.quantity) for statement in chosen])
    return ax


def drawable(statements: Iterable[Statement], unit: str) -> list[Any]:
    """The statements with a figure in the unit. Raises ValueError where there are none."""
    wanted = Unit(unit)
    found = [item for item in statements if item.quantity is not None and item.quantity.unit == wanted]
    if not found:
        raise ValueError(f"statements: none has a figure in {unit!r}")
    return found
