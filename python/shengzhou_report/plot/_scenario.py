"""Simulated futures as a fan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _
from shengzhou_report.scenario import Scenario

from ._canvas import DASHES, axes, finish, legend, years_axis, years_label
from ._fonts import picture


@picture
def fan_chart(
    scenario: Scenario,
    series: Any = "ratio",
    *,
    coverages: Sequence[float] = (0.9, 0.6, 0.3),
    targets: Iterable[float] = (),
    label: str | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the futures of one series as a fan: bands of quantiles around the median. Returns the Axes.

    A band of coverage 0.9 lies between the quantiles 0.05 and 0.95 of each period, not around whole paths. `targets`
    are levels, drawn as lines. `label` names the axis, with its unit, by default with the name of the series. Raises
    KeyError for a series that the scenario does not have, ValueError for a coverage that is not between 0 and 1, and
    ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> future = sr.simulate({"GDP": 745}, 0.07, 0.02, periods=5, year=2023, paths=10_000)
    >>> sr.plot.fan_chart(future, "GDP", targets=[1000]).get_ylabel()
    'GDP'
    """
    if series not in scenario.series:
        raise KeyError(f"{series!r} is none of {', '.join(map(repr, scenario.series))}")
    if wrong := [coverage for coverage in coverages if not 0 < coverage < 1]:
        raise ValueError(f"coverages: {wrong[0]} must lie between 0 and 1")
    ax = axes(ax)
    years = [scenario.year or 0, *scenario.periods]
    probabilities = {side for coverage in coverages for side in (0.5 - coverage / 2, 0.5 + coverage / 2)}
    quantiles = scenario.quantiles(sorted({0.5} | probabilities))[series]
    begin = scenario.median_path()[series].iloc[0]
    (line,) = ax.plot(years, [begin, *quantiles[0.5]], label=_("median"))
    color, alpha = line.get_color(), 0.55 / (len(coverages) + 1)
    handles = [line]
    patch = require("matplotlib.patches", "plot").Patch
    for i, coverage in enumerate(sorted(coverages, reverse=True), start=1):
        lower, upper = (quantiles[0.5 + side * coverage / 2] for side in (-1, 1))
        ax.fill_between(years, [begin, *lower], [begin, *upper], color=color, alpha=alpha, linewidth=0)
        # An inner band lies on those around it, and its swatch is as dark as they are together.
        share = _("{share} of futures").format(share=f"{coverage:.0%}")
        handles.append(patch(color=color, alpha=1 - (1 - alpha) ** i, linewidth=0, label=share))
    for i, target in enumerate(targets):
        name = _("target {level}").format(level=f"{target:g}")
        style = {"color": "0.5", "linewidth": 1, "linestyle": DASHES[1:][i % 4], "zorder": 0}
        handles.append(ax.axhline(target, label=name, **style))
    if label is None:
        label = _("urban income / rural income") if series == "ratio" else str(series)
    years_axis(ax, years)
    title = _("{paths:,} simulated futures").format(paths=scenario.paths)
    finish(ax, title, years_label(scenario.year), label, source)
    legend(ax, handles)
    return ax
