"""What all pictures share: Axes, titles and labels that fit, legends that cover nothing, years in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _

from ._fonts import dress, weight

#: What a five-year plan covers.
PLAN_YEARS = 5

#: Tells apart what colours alone would not.
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
DASHES = ("-", "--", "-.", (0, (1, 1)), (0, (5, 1, 1, 1, 1, 1)))
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "+++", "ooo", "---")

#: Lines that only orient, on light and on dark backgrounds.
FAINT = {"color": "0.5", "linewidth": 0.8, "linestyle": ":", "zorder": 0}

#: Parts of a text that a line may end behind: a word with its space, a character of Chinese with its punctuation.
_PARTS = re.compile(r"[\u2e80-\uffef][，。、；：）》”,.;:)]*|[^\s\u2e80-\uffef]+\s*|\s+")


def axes(ax: Any, size: tuple[float, float] = (7.2, 4.2)) -> Any:
    """The Axes that is given, or one of a new figure."""
    if ax is not None:
        return ax
    return require("matplotlib.pyplot", "plot").subplots(figsize=size, layout="constrained")[1]


def colors(count: int) -> list[Any]:
    """So many colours of the style's cycle."""
    cycle = require("matplotlib", "plot").rcParams["axes.prop_cycle"].by_key().get("color", ["C0"])
    return [cycle[i % len(cycle)] for i in range(count)]


def wrapped(text: str, widest: float) -> str:
    """The text in lines of at most so many halves of a Chinese character."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for part in _PARTS.findall(paragraph):
            if line and weight(line + part.rstrip()) > widest:
                lines.append(line.rstrip())
                line = ""
            line += part
        lines.append(line.rstrip())
    return "\n".join(lines)


def shortened(text: str, widest: float) -> str:
    """The text, cut with an ellipsis where it is wider than so many halves of a Chinese character."""
    if weight(text) <= widest:
        return text
    while text and weight(text) > widest - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def unit_width(text: Any) -> float:
    """Pixels of half a Chinese character in a text."""
    return float(text.get_window_extent().width) / max(1, max(map(weight, text.get_text().split("\n"))))


def fit(text: Any, pixels: float) -> None:
    """Breaks a text so that it is no wider than so many pixels."""
    if text.get_text() and text.get_window_extent().width > pixels:
        text.set_text(wrapped(text.get_text(), max(8.0, pixels / unit_width(text) - 1)))


def finish(ax: Any, title: str, xlabel: str = "", ylabel: str = "", source: str | None = None) -> None:
    """Title and labels, with the source below, in fonts that have their characters and no wider than the Axes."""
    heading = ax.set_title(title, loc="left", fontsize="medium")
    said = _("Source: {source}").format(source=source) if source else ""
    ax.set_xlabel("\n".join(filter(None, (xlabel, said))))
    ax.set_ylabel(ylabel)
    ax.spines[["top", "right"]].set_visible(False)
    dress(ax)
    box = ax.get_window_extent()
    fit(heading, box.width)
    fit(ax.xaxis.label, box.width)
    # Turned by a right angle its height is its length.
    label = ax.yaxis.label
    if label.get_text() and label.get_window_extent().height > box.height:
        widest = box.height / (label.get_window_extent().height / weight(label.get_text()))
        label.set_text(wrapped(label.get_text(), max(8.0, widest - 1)))


def years_axis(ax: Any, years: Sequence[float]) -> None:
    """Whole years, from the first to the last."""
    ax.set_xlim(years[0], years[-1])
    ax.xaxis.set_major_locator(require("matplotlib.ticker", "plot").MaxNLocator("auto", integer=True, min_n_ticks=2))


def years_label(year: int | None) -> str:
    """What an axis of years is called."""
    return _("years from now") if year is None else _("year")


def percents(axis: Any) -> None:
    """Fractions on an axis as per cent, with as many digits as they need."""
    axis.set_major_formatter(lambda rate, _: f"{100 * rate:.4g}%")


def blank(label: str) -> Any:
    """A line of a legend that stands for nothing that is drawn."""
    return require("matplotlib.lines", "plot").Line2D([], [], linestyle="none", label=label)


def legend(ax: Any, handles: Iterable[Any] | None = None, **options: Any) -> Any:
    """A legend within the Axes that covers no data: where it would, the Axes gets room above them."""
    extra = {} if handles is None else {"handles": [*handles]}
    made = None
    for size in ("small", "x-small", 6, 5):
        made = ax.legend(
            **extra, **{"loc": "best", "fontsize": size, "edgecolor": "none", "borderaxespad": 0.3} | options
        )
        dress(made)
        box, inside = ax.get_window_extent(), made.get_window_extent()
        if inside.width <= 0.98 * box.width and inside.height <= 0.6 * box.height:
            break
    if made is not None and "loc" not in options and _covers(ax, made.get_window_extent()):
        made.set_loc("upper left")
        share = min(0.6, (made.get_window_extent().height / ax.get_window_extent().height) + 0.05)
        lower, upper = ax.get_ylim()
        ax.set_ylim(lower, lower + (upper - lower) / (1 - share))
    return made


def _covers(ax: Any, box: Any) -> bool:
    """Whether lines, areas or bars lie in a box of the screen; those that only orient do not count."""
    lines = (line for line in ax.lines if line.get_zorder() > 0)
    if any(line.get_path().transformed(line.get_transform()).intersects_bbox(box, filled=False) for line in lines):
        return True
    areas = [path.transformed(ax.transData) for area in ax.collections for path in area.get_paths()]
    areas += [patch.get_path().transformed(patch.get_transform()) for patch in ax.patches]
    return any(area.intersects_bbox(box, filled=True) for area in areas)
