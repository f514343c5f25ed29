"""Growth of both incomes that meets all targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shengzhou_report._core import FeasibleRegion
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import FAINT, MARKERS, axes, blank, colors, finish, legend, percents
from ._fonts import picture


@picture
def feasible(
    region: FeasibleRegion,
    *,
    points: Mapping[str, tuple[float, float]] | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the pairs of urban and rural income growth that meet all targets. Returns the Axes.

    The area is the region, its corners are marked, the hollow dot is the cheapest point; on the dotted line both
    incomes grow alike, and above it the ratio falls. `points` are further pairs (urban, rural) by their labels, such as
    the growth of last year: filled where the targets are met, crossed where they are not. The axes span the box. An
    empty region draws none and names the conflict. Raises the errors of `FeasibleRegion.test` for points that are no
    growth rates, and ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, urban_growth=0.06, ratio_falls=True)
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.feasible(region, points={"2023": (0.063, 0.068)})
    >>> ax.get_xlabel()
    'growth of urban income'
    """
    ax = axes(ax, (4.8, 4.8))
    lower, upper = region.box
    handles = ax.plot([lower, upper], [lower, upper], label=_("equal growth"), **FAINT)
    area, other = colors(2)
    if region:
        urban, rural = zip(*region.vertices, strict=True)
        handles += ax.fill(urban, rural, facecolor=area, alpha=0.22, edgecolor=area, label=_("meets all targets"))
        ax.plot(urban, rural, "o", color=area, markersize=4, clip_on=False)
        best = region.cheapest()
        label = _("cheapest: {urban}, {rural}").format(
            urban=f"{best.urban_growth:.2%}", rural=f"{best.rural_growth:.2%}"
        )
        style = {"markersize": 9, "markerfacecolor": "none", "markeredgecolor": area, "linestyle": "none"}
        handles += ax.plot([best.urban_growth], [best.rural_growth], "o", label=label, **style)
    else:
        handles += map(blank, [_("no pair meets"), *map(word, region.conflict)])
    for i, (name, (u, r)) in enumerate((points or {}).items()):
        met = region.test(u, r).feasible == "certain"
        marker, face = MARKERS[1:][i % 4], other if met else "none"
        label = name if met else _("{name}: misses a target").format(name=name)
        style = {"markerfacecolor": face, "color": other, "markersize": 6, "linestyle": "none", "label": label}
        handles += ax.plot([u], [r], marker, **style)
    ax.set_xlim(lower, upper)
    ax.set_ylim(lower, upper)
    ax.set_aspect("equal")
    percents(ax.xaxis)
    percents(ax.yaxis)
    title = _("Growth of incomes that meets all targets")
    finish(ax, title, _("growth of urban income"), _("growth of rural income"), source)
    # Above the line of equal growth lies what is looked for, below it is room.
    legend(ax, handles, loc="lower right")
    return ax
