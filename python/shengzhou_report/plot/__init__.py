"""Pictures, drawn with matplotlib: paths of incomes, targets against outcomes, shares, simulated futures.

    ratio_path, gap_path, growth_paths      what constant growth leads to
    fan_chart                               simulated futures
    scorecard, target_wording, indicators   targets, how they are worded, figures with what rounding leaves open
    panel                                   small multiples, a place or an indicator each
    feasible, progress, lorenz, attention   growth that meets all targets, the year so far, incomes, shares of topics

Each takes `ax`, an Axes to draw on, makes one of its own without it, and returns it. matplotlib is imported when the
first one is drawn; without it that raises ImportError.

Colours, fonts and sizes come from the style in use, so that light and dark ones work, and what colours tell apart,
markers, dashes or hatches do as well. Texts are in the language in use (`language`). Where that is Chinese, or names
are, a Chinese font among the installed ones stands in for glyphs that the user's fonts lack; where there is none, texts
are in English, and one warning says so. Texts stay within the Axes and its labels, so that pictures can stand in any
grid whose layout leaves room for labels (`layout="constrained"`). Every number drawn comes from the library.

Arguments of paths are Quantity (a printed figure: its value is drawn as a line, the values that print alike as a band),
Interval (its midpoint and itself) or numbers (a line without a band). Paths cover five years, as plans do, unless
`periods` says otherwise.
"""

from __future__ import annotations

from ._attention import attention
from ._feasible import feasible
from ._growth import growth_paths
from ._incomes import gap_path, ratio_path
from ._indicators import indicators
from ._lorenz import lorenz
from ._panel import panel
from ._progress import progress
from ._scenario import fan_chart
from ._scorecard import scorecard
from ._wording import target_wording

__all__ = [
    "attention",
    "fan_chart",
    "feasible",
    "gap_path",
    "growth_paths",
    "indicators",
    "lorenz",
    "panel",
    "progress",
    "ratio_path",
    "scorecard",
    "target_wording",
]


def __dir__() -> list[str]:
    return __all__
