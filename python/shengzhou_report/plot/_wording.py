"""How targets are worded, by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _

from ._canvas import HATCHES, axes, colors, finish, legend, years_axis
from ._fonts import picture

if TYPE_CHECKING:
    import pandas as pd

#: Wordings, from those that bind most to none; those that are not known here come behind them.
WORDINGS = ("exact", "at_least", "range", "about", "in_step", "not_set", "not_found")


def _said(wording: str) -> str:
    names = {
        "exact": _("a figure"),
        "at_least": _("at least"),
        "range": _("a range"),
        "about": _("about"),
        "in_step": _("in step"),
        "not_set": _("not set"),
        "not_found": _("not found"),
    }
    return names.get(wording, wording.replace("_", " "))


@picture
def target_wording(targets: pd.DataFrame, *, source: str | None = None, ax: Any = None) -> Any:
    """Draws how targets are worded by year: how many with a figure, about one, at least one … Returns the Axes.

    `targets` has the columns `year` and `wording`, a row each target: one indicator of a place over the years, or
    many. Wordings are 'exact', 'at_least', 'range', 'about', 'in_step', 'not_set', 'not_found'; others are shown as
    they are. Raises ValueError where a column is missing, a year is none, or there are no rows, and ImportError without
    matplotlib.

    >>> import pandas as pd, shengzhou_report as sr
    >>> targets = pd.DataFrame({"year": [2022, 2023, 2024], "wording": ["exact", "about", "about"]})
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.target_wording(targets)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['a figure', 'about']
    """
    for name in ("year", "wording"):
        if name not in targets.columns:
            raise ValueError(f"targets: has no column {name!r}")
    if targets.empty:
        raise ValueError("targets: has no rows")
    if targets["year"].isna().any():
        raise ValueError("targets: a year is missing")
    counts = targets.groupby(["year", "wording"]).size().unstack(fill_value=0)
    found = [str(wording) for wording in counts.columns]
    order = [name for name in WORDINGS if name in found] + [name for name in found if name not in WORDINGS]
    palette = dict(zip(WORDINGS, colors(len(WORDINGS)), strict=True))
    palette |= dict.fromkeys(("not_set", "not_found"), "0.6")
    years = [int(year) for year in counts.index]
    ax = axes(ax)
    base = [0] * len(years)
    edge = require("matplotlib", "plot").rcParams["axes.facecolor"]
    handles = []
    for name in order:
        heights = counts[name].tolist()
        place = WORDINGS.index(name) if name in WORDINGS else len(WORDINGS)
        face = "none" if name == "not_found" else palette.get(name, "0.8")
        # What was not found is empty.
        ink, hatch = ("0.6", "") if name == "not_found" else (edge, HATCHES[place % len(HATCHES)])
        style = {"facecolor": face, "hatch": hatch, "edgecolor": ink, "linewidth": 0.6}
        bars = ax.bar(years, heights, bottom=base, width=0.8, label=_said(name), **style)
        handles.append(bars)
        base = [low + height for low, height in zip(base, heights, strict=True)]
    years_axis(ax, [years[0] - 0.6, years[-1] + 0.6])
    single = max(base) == 1
    if single:
        ax.set_yticks([])
    else:
        ax.yaxis.get_major_locator().set_params(integer=True)
    finish(ax, _("How targets are worded"), _("year"), "" if single else _("number of targets"), source)
    legend(ax, handles, ncols=3)
    return ax
