"""Shares of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import HATCHES, axes, colors, finish, legend
from ._fonts import picture
from ._rows import HEIGHT, centres, size_of, write, zero_line

if TYPE_CHECKING:
    import pandas as pd

#: Topics that are shown each; the rest is one.
MOST_TOPICS = 7


@picture
def attention(shares: pd.DataFrame, *, source: str | None = None, ax: Any = None) -> Any:
    """Draws shares of topics: stacked by row, or as bars where there is one row. Returns the Axes.

    `shares` has a topic a column and a report, a year or a place a row; shares are fractions. Of more than seven topics
    the largest are shown and the rest is summed up. Raises ValueError for shares that are negative, missing or above 1
    in a row, and for a frame without any; ImportError without matplotlib.

    >>> import pandas as pd, shengzhou_report as sr
    >>> shares = pd.DataFrame({"employment": [0.2, 0.3], "energy": [0.1, 0.1]}, index=[2023, 2024])
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.attention(shares)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['energy', 'employment']
    """
    if shares.empty:
        raise ValueError("shares: has no values")
    if shares.isna().any(axis=None) or (shares < 0).any(axis=None) or (shares.sum(axis=1) > 1 + 1e-9).any():
        raise ValueError("shares: must be fractions of at least 0 that add up to no more than 1 in a row")
    order = shares.mean().sort_values(ascending=False, kind="stable").index
    chosen = shares[order[:MOST_TOPICS]].copy()
    if len(order) > MOST_TOPICS:
        chosen["other"] = shares[order[MOST_TOPICS:]].sum(axis=1)
    names = [word(str(topic)) for topic in chosen.columns]
    ticker = require("matplotlib.ticker", "plot")
    percent = ticker.PercentFormatter(xmax=1, decimals=0)
    if len(chosen) == 1:
        values = chosen.iloc[0].tolist()
        ax = axes(ax, size_of(len(values)))
        ax.barh(centres(len(values)), values, height=HEIGHT, color="C0", alpha=0.75)
        zero_line(ax, len(values))
        ax.xaxis.set_major_formatter(percent)
        finish(ax, _("Attention to topics"), _("share"), "", source)
        write(ax, names, [f"{value:.1%}" for value in values])
        return ax
    ax = axes(ax)
    places = range(len(chosen))
    base = [0.0] * len(chosen)
    edge = require("matplotlib", "plot").rcParams["axes.facecolor"]
    handles = []
    palette = [*colors(MOST_TOPICS), "0.6"]
    for i, (topic, name) in enumerate(zip(chosen.columns, names, strict=True)):
        heights = chosen[topic].tolist()
        style = {"color": palette[i], "hatch": HATCHES[i % len(HATCHES)], "edgecolor": edge, "linewidth": 0.4}
        handles.append(ax.bar(places, heights, bottom=base, width=0.85, label=name, **style))
        base = [low + height for low, height in zip(base, heights, strict=True)]
    labels = [str(label) for label in chosen.index]
    step = -(-len(labels) // 8)
    ax.set_xticks(list(places)[::step], labels[::step])
    ax.yaxis.set_major_formatter(percent)
    ax.set_ylim(0, max(base))
    # The legend stands beside the bars, in the order in which they are stacked.
    ax.set_xlim(-0.6, len(chosen) - 0.4)
    finish(ax, _("Attention to topics"), "", _("share"), source)
    made = legend(ax, handles[::-1], loc="center right", reverse=False)
    share = min(0.6, made.get_window_extent().width / ax.get_window_extent().width + 0.03)
    ax.set_xlim(-0.6, -0.6 + (len(chosen) + 0.2) / (1 - share))
    return ax
