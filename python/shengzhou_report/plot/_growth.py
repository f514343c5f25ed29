"""Levels at several constant rates of growth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shengzhou_report._core import Interval, Quantity
from shengzhou_report.growth import compound
from shengzhou_report.language import gettext as _

from ._canvas import DASHES, MARKERS, PLAN_YEARS, axes, finish, legend, years_axis, years_label
from ._fonts import picture


@picture
def growth_paths(
    level: Quantity | Interval | float,
    rates: Mapping[str, Quantity | Interval | float],
    *,
    year: int | None = None,
    periods: int = PLAN_YEARS,
    label: str | None = None,
    prices: str | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws a level at several rates of constant growth, each named by its key. Returns the Axes.

    Bands are what rounding of figures, and intervals, leave open. `label` is what the level is, `prices` its price
    basis in words; without it real growth is assumed, which keeps the prices of the first year. Otherwise as
    `ratio_path`. Raises the errors of `growth.compound`, and ValueError where there are no rates.

    >>> import shengzhou_report as sr
    >>> gdp = sr.Quantity("745", "亿元")
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.growth_paths(gdp, {"target": 0.07, "last year": 0.075}, year=2023, label="GDP")
    >>> ax.get_ylabel()
    'GDP, 亿元 at prices of 2023'
    """
    if not rates:
        raise ValueError("rates: needs at least one rate of growth")
    ax = axes(ax)
    start = 0 if year is None else year
    years = [start + t for t in range(periods + 1)]
    handles = []
    exact, wide = _value(level), _width(level)
    for i, (name, rate) in enumerate(rates.items()):
        path = [compound(exact, _value(rate), t) for t in range(periods + 1)]
        named = _("{name}: {rate} a year").format(name=name, rate=f"{100 * _value(rate):.4g}%")
        style = {"linestyle": DASHES[i % len(DASHES)], "marker": MARKERS[i % len(MARKERS)], "markersize": 4}
        handles += ax.plot(years, path, label=named, **style)
        if not (isinstance(level, float | int) and isinstance(rate, float | int)):
            lower, upper = zip(*(compound(wide, _width(rate), t) for t in range(periods + 1)), strict=True)
            ax.fill_between(years, lower, upper, color=handles[-1].get_color(), alpha=0.18, linewidth=0)
    basis = prices or (_("at prices of the first year") if year is None else _("at prices of {year}").format(year=year))
    unit = str(level.unit) if isinstance(level, Quantity) else ""
    years_axis(ax, years)
    form = _("{label}, {unit} {basis}") if unit else _("{label}, {basis}")
    ylabel = form.format(label=label or _("level"), unit=unit, basis=basis)
    finish(ax, _("Levels at constant growth"), years_label(year), ylabel, source)
    legend(ax, handles)
    return ax


def _value(figure: Quantity | Interval | float) -> float:
    """A figure as a number: a rate as a fraction, a level in its unit."""
    if isinstance(figure, Quantity):
        return figure.rate if figure.unit.is_ratio else float(figure.value)
    return figure.midpoint if isinstance(figure, Interval) else figure


def _width(figure: Quantity | Interval | float) -> Interval:
    """All that a figure can mean."""
    if isinstance(figure, Quantity):
        return figure.rate_interval() if figure.unit.is_ratio else figure.interval()
    return figure if isinstance(figure, Interval) else Interval(figure)
