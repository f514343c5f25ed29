"""Targets against outcomes as a bullet chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shengzhou_report._core import Score, Unit
from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import axes, colors, finish, legend
from ._fonts import picture
from ._rows import HEIGHT, centres, names_of, size_of, write, zero_line


@picture
def scorecard(
    scores: Iterable[Score],
    *,
    unit: str = "%",
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws targets against outcomes in one unit: a bar for the outcome, a stroke for the target. Returns the Axes.

    `scores` is a Scorecard or any scores; those without an outcome in figures, and those in another unit than `unit`,
    are left out. Bars of missed targets are hatched, those of targets without a verdict are empty. Names say the place
    where there are several. Raises ValueError where nothing is left, and ImportError without matplotlib.

    >>> import pandas as pd, shengzhou_report as sr
    >>> table = pd.DataFrame({"place": "中国", "vintage": [2022, 2023], "indicator": "GDP", "measure": "growth",
    ...     "value": [5.5, 3.0], "unit": "%", "bound": ["about", "exact"], "status": ["target", "outcome"],
    ...     "year": 2022})
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.scorecard(sr.Panel.from_frame(table).scorecard())
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['missed', 'target']
    """
    wanted = Unit(unit)
    chosen: list[Any] = [
        score
        for score in scores
        if score.target.quantity is not None
        and score.outcome is not None
        and score.outcome.quantity is not None
        and score.target.quantity.unit == wanted == score.outcome.quantity.unit
        and score.target.measure == score.outcome.measure
    ]
    if not chosen:
        raise ValueError(f"scores: none has a target and an outcome in {unit!r}")
    ax = axes(ax, size_of(len(chosen) + 1))
    met, missed = colors(2)
    patch = require("matplotlib.patches", "plot").Patch
    styles: dict[str, dict[str, Any]] = {
        "met": {"facecolor": met, "alpha": 0.75},
        "missed": {"facecolor": "none", "edgecolor": missed, "hatch": "////"},
        "cannot_judge": {"facecolor": "none", "edgecolor": "0.5"},
        "not_comparable": {"facecolor": "none", "edgecolor": "0.5"},
    }
    ink = require("matplotlib", "plot").rcParams["text.color"]
    for at, score in zip(centres(len(chosen)), chosen, strict=True):
        ax.barh([at], [score.outcome.quantity.value], height=HEIGHT, **styles[score.verdict])
        ends = [at - 0.7 * HEIGHT, at + 0.7 * HEIGHT]
        (stroke,) = ax.plot([score.target.quantity.value] * 2, ends, color=ink, linewidth=2.5, solid_capstyle="butt")
    zero_line(ax, len(chosen))
    stroke.set_label(_("target"))
    growths = {score.target.measure for score in chosen} == {"growth"}
    measure = _("growth") if growths else _("value")
    finish(ax, _("Targets and what became of them"), _("{label}, {unit}").format(label=measure, unit=unit), "", source)
    names = names_of([score.target for score in chosen])
    years = {score.target.year for score in chosen}
    places = {score.place for score in chosen}
    if len(places) > 1:
        names = [f"{score.place} {name}" for score, name in zip(chosen, names, strict=True)]
    figures = [
        _("target {target}, outcome {outcome}").format(target=score.target.quantity, outcome=score.outcome.quantity)
        for score in chosen
    ]
    if len(years) == 1:
        ax.set_title(ax.get_title(loc="left") + f" ({chosen[0].target.year})", loc="left", fontsize="medium")
    write(ax, names, figures, spare=1)
    shown = [verdict for verdict in styles if any(score.verdict == verdict for score in chosen)]
    handles = [patch(label=word(verdict), **styles[verdict]) for verdict in shown]
    legend(ax, [*handles, stroke], loc="lower left", ncols=4)
    return ax
