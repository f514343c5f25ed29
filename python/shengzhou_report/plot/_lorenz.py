"""Lorenz curves."""

from __future__ import annotations

from typing import Any

from shengzhou_report.distribution import lorenz_curve
from shengzhou_report.frames import require
from shengzhou_report.inequality import gini
from shengzhou_report.language import gettext as _

from ._canvas import DASHES, FAINT, MARKERS, axes, finish, legend
from ._fonts import picture


@picture
def lorenz(
    mean_income: Any,
    *,
    population: Any = None,
    label: str | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the Lorenz curve of groups or persons beside the line of equality. Returns the Axes.

    Arguments as of `distribution.lorenz_curve`. `label` names the curve in the legend, which says its Gini coefficient
    as well. For a second distribution call it again with the Axes of the first. Raises the errors of `lorenz_curve`,
    and ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.lorenz([9215, 20442, 32195, 50220, 95055], label="China 2023")
    >>> ax.get_legend().get_texts()[0].get_text()
    'China 2023: Gini 0.389'
    """
    curve = lorenz_curve(mean_income, population=population)
    index = gini(mean_income, population=population)
    ax = axes(ax, (4.8, 4.8))
    before = [line for line in ax.lines if line.get_zorder() > 0]
    # A marker where a group ends, as long as they can be told apart.
    marker = MARKERS[len(before) % len(MARKERS)] if len(curve.population) <= 25 else ""
    named = _("{label}: Gini {index}").format(label=label or _("groups"), index=f"{index:.3f}")
    style = {"linestyle": DASHES[len(before) % len(DASHES)], "marker": marker, "markersize": 4, "clip_on": False}
    ax.plot(curve.population, curve.income, label=named, **style)
    if not before:
        ax.plot([0, 1], [0, 1], label=_("equality"), **FAINT)
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        ax.set_aspect("equal")
        ticker = require("matplotlib.ticker", "plot")
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(ticker.PercentFormatter(xmax=1, decimals=0))
        xlabel = _("share of the population, poorest first")
        finish(ax, _("Lorenz curve"), xlabel, _("share of income"), source)
    legend(ax, loc="upper left")
    return ax
