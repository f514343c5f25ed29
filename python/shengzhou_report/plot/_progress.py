"""How far a year has come towards its target."""

from __future__ import annotations

from typing import Any

from shengzhou_report.frames import require
from shengzhou_report.language import gettext as _
from shengzhou_report.progress import completion, seasonal_pattern, seasonal_share
from shengzhou_report.progress import progress as _progress

from ._canvas import FAINT, axes, blank, finish, legend, years_axis
from ._fonts import picture


@picture
def progress(
    annual_target: float,
    ytd: Any,
    periods_per_year: int,
    *,
    past: Any = None,
    previous: tuple[float, float] | None = None,
    year: int | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws how much of an annual target is done, against the calendar and past years. Returns the Axes.

    `ytd` has the year-to-date figures so far, one a period, at least one. `past` has single periods of complete past
    years, as `seasonal_pattern` takes them: their mean is drawn as a line, their range as a band. `previous` is
    (ytd, total) of last year, as in `progress.progress`. A dotted line leads from the last figure to the target. Raises
    the errors of `progress.progress` and `progress.seasonal_pattern`, ValueError for more figures than periods or for
    none, and ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.progress(108, [25.1, 56.1], 4, year=2024)
    >>> ax.get_ylabel()
    'share of the annual target'
    """
    done = len(ytd)
    if not 1 <= done <= periods_per_year:
        raise ValueError(f"ytd: needs 1 to {periods_per_year} figures, one a period so far, got {done}")
    last = float(list(ytd)[-1])
    seasonal = None if past is None else seasonal_share(past, done, periods_per_year)
    now = _progress(annual_target, last, done / periods_per_year, seasonal=seasonal, previous=previous)
    ax = axes(ax)
    periods = list(range(periods_per_year + 1))
    handles: list[Any] = []
    if past is not None:
        pattern = seasonal_pattern(past, periods_per_year)
        mean = ax.plot(periods, [0, *pattern.mean], linestyle="--", color="0.5", label=_("mean of past years"))
        ends = [0, *pattern.lowest], [0, *pattern.highest]
        label = _("range of past years")
        handles += [*mean, ax.fill_between(periods, *ends, color="0.5", alpha=0.22, linewidth=0, label=label)]
    handles += ax.plot([0, periods_per_year], [0, 1], label=_("calendar"), **FAINT)
    handles += ax.plot(
        periods[: done + 1], [0, *completion(ytd, annual_target)], "o-", markersize=5, label=_("to date")
    )
    if now.shortfall > 0 and done < periods_per_year:
        needed = [[done, periods_per_year], [now.completion, 1]]
        handles += ax.plot(*needed, color=handles[-1].get_color(), linestyle=":", label=_("needed"))
    words = [
        _("done: {share}").format(share=f"{now.completion:.1%}"),
        _("to the calendar: {points} points").format(points=f"{100 * now.calendar.lead:+.1f}"),
    ]
    if now.seasonal is not None and now.seasonal_lead is not None:
        lower, upper = (f"{100 * end:+.1f}" for end in now.seasonal_lead)
        lead = f"{100 * now.seasonal.lead:+.1f}"
        words.append(
            _("to past years: {points} points ({lower} to {upper})").format(points=lead, lower=lower, upper=upper)
        )
    if now.required_growth is not None:
        words.append(_("growth needed in the rest: {rate}").format(rate=f"{now.required_growth:.1%}"))
    ax.set_ylim(bottom=0)
    ticker = require("matplotlib.ticker", "plot")
    ax.yaxis.set_major_formatter(ticker.PercentFormatter(xmax=1, decimals=0))
    years_axis(ax, periods)
    title = _("Progress through the year") if year is None else _("Progress through {year}").format(year=year)
    names = {4: _("quarter"), 12: _("month")}
    finish(ax, title, names.get(periods_per_year, _("period")), _("share of the annual target"), source)
    # The diagonal leaves room on both sides of it.
    ax.add_artist(legend(ax, handles))
    legend(ax, map(blank, words), loc="lower right", handlelength=0, handletextpad=0)
    return ax
