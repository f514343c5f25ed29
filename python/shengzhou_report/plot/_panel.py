"""Small multiples of a panel: targets against outcomes, a place or an indicator each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from shengzhou_report._core import Panel, Unit, convert, find_indicator
from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import axes, finish, legend, shortened, unit_width
from ._fonts import dress, picture
from ._rows import name_of

#: Points around small multiples: for the labels of ticks to the left and below, for a name above.
LEFT, BELOW, ABOVE, BETWEEN = 30.0, 16.0, 13.0, 8.0
#: Points above all of them, for the legend.
STRIP = 18.0


@dataclass
class _Facet:
    """What one place says of one indicator: values by year, in the unit of the first."""

    place: str
    name: str
    unit: Unit
    targets: dict[int, float] = field(default_factory=dict)
    outcomes: dict[int, float] = field(default_factory=dict)


@picture
def panel(
    panel: Panel,
    indicators: str | Iterable[str],
    *,
    measure: str = "growth",
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws targets and outcomes by year as small multiples, a place and an indicator each. Returns the Axes.

    `indicators` is a name of the catalogue, or several. Figures are those of whole years over the year before, each
    year's by the latest report that states it. What is small stands in `ax.child_axes`. Multiples of one indicator have
    one scale. Raises LookupError for an unknown name, ValueError where no report states any, and ImportError without
    matplotlib.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.panel(sr.Panel([sr.shengzhou_2024()]), ["GDP", "固定资产投资"])
    >>> [small.get_title(loc="left") for small in ax.child_axes]
    ['gross regional product', 'investment in fixed assets']
    """
    names = [indicators] if isinstance(indicators, str) else list(indicators)
    found = [facet for name in names for facet in _facets(panel, name, measure)]
    if not found:
        raise ValueError(f"panel: no report states {measure} of {', '.join(map(repr, names))}")
    ax = axes(ax, (7.2, 1.6 + 1.5 * -(-len(found) // 3)))
    ax.set_xticks([])
    ax.set_yticks([])
    units = {facet.unit for facet in found}
    several = len(names) > 1
    title = word(measure) if several else _("{name}: {what}").format(name=found[0].name, what=word(measure))
    if len(units) == 1:
        title = _("{label}, {unit}").format(label=title, unit=found[0].unit)
    finish(ax, title, "", "", source)
    for spine in ax.spines.values():
        spine.set_visible(False)
    one_place = len({facet.place for facet in found}) == 1
    smalls = _grid(ax, len(found), own_scale=several)
    years = [year for facet in found for year in (*facet.targets, *facet.outcomes)]
    values = [value for facet in found for value in (*facet.targets.values(), *facet.outcomes.values())]
    handles: list[Any] = []
    for small, facet in zip(smalls, found, strict=True):
        heading = facet.name if one_place else f"{facet.place} {facet.name}" if several else facet.place
        handles = _draw(small, facet, heading)
        small.set_xlim(min(years) - 0.5, max(years) + 0.5)
        small.margins(y=0.2)
        if not several:
            pad = 0.12 * (max(values) - min(values) or 1)
            small.set_ylim(min(values) - pad, max(values) + pad)
    legend(ax, handles, loc="upper left", ncols=2)
    return ax


def _facets(panel: Panel, indicator: str, measure: str) -> list[_Facet]:
    """A facet a place that states the indicator, places in the order of the panel."""
    wanted = find_indicator(indicator).id
    facets: dict[str, _Facet] = {}
    for report in sorted(panel.reports, key=lambda report: report.year or 0):
        for statement in report:
            quantity = statement.quantity
            usual = statement.indicator_id == wanted and statement.measure == measure and statement.is_usual
            if quantity is None or statement.year is None or not usual:
                continue
            place = report.place or ""
            facet = facets.setdefault(place, _Facet(place, name_of(statement), quantity.unit))
            if not quantity.unit.is_compatible(facet.unit):
                continue
            of = facet.targets if statement.status == "target" else facet.outcomes
            of[statement.year] = float(convert(quantity.value, quantity.unit, facet.unit))
    order = {place: i for i, place in enumerate(panel.places)}
    return sorted(facets.values(), key=lambda facet: order.get(facet.place, len(order)))


def _grid(ax: Any, count: int, *, own_scale: bool) -> list[Any]:
    """Axes within the Axes, in up to three columns, with room for their labels."""
    box = ax.get_window_extent()
    width, height = (length * 72 / ax.figure.dpi for length in (box.width, box.height))
    columns = min(count, 3)
    rows = -(-count // columns)
    left = LEFT if own_scale else BETWEEN
    across = (width - (LEFT - left) - columns * left) / columns
    up = (height - STRIP - BELOW - rows * (ABOVE + BETWEEN)) / rows
    ticker = require("matplotlib.ticker", "plot")
    smalls: list[Any] = []
    for i in range(count):
        row, column = divmod(i, columns)
        x = LEFT - left + left + column * (across + left)
        y = height - STRIP - ABOVE - up - row * (up + ABOVE + BETWEEN)
        small = ax.inset_axes([x / width, y / height, max(across, 1) / width, max(up, 1) / height])
        small.tick_params(labelsize=7, length=2, pad=2, labelbottom=i + columns >= count)
        small.tick_params(labelleft=own_scale or column == 0)
        small.xaxis.set_major_locator(ticker.MaxNLocator(3, integer=True))
        small.yaxis.set_major_locator(ticker.MaxNLocator(3))
        small.spines[["top", "right"]].set_visible(False)
        smalls.append(small)
    return smalls


def _draw(small: Any, facet: _Facet, heading: str) -> list[Any]:
    """Outcomes as a line, targets as hollow marks."""
    outcomes, targets = sorted(facet.outcomes.items()), sorted(facet.targets.items())
    handles = small.plot(*_xy(outcomes), "o-", markersize=4, color="C0", label=_("outcome"))
    style = {"markersize": 6, "markerfacecolor": "none", "linestyle": "none", "color": "C1"}
    handles += small.plot(*_xy(targets), "D", label=_("target"), **style)
    title = small.set_title(heading, loc="left", fontsize=7.5, pad=3)
    dress(small)
    if title.get_window_extent().width > small.get_window_extent().width:
        title.set_text(shortened(heading, small.get_window_extent().width / unit_width(title)))
    return list(handles)


def _xy(pairs: Sequence[tuple[int, float]]) -> tuple[list[int], list[float]]:
    return [year for year, _value in pairs], [value for _year, value in pairs]
