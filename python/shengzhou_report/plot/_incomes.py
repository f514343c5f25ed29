"""The income ratio and the absolute gap at constant growth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from shengzhou_report._core import Crossing, GapPeak, Interval, Quantity, UnitError
from shengzhou_report.frames import require
from shengzhou_report.income_gap import gap_close, gap_peak, income_ratio, years_to_ratio
from shengzhou_report.income_gap import gap_path as _gap_path
from shengzhou_report.income_gap import ratio_path as _ratio_path
from shengzhou_report.language import gettext as _
from shengzhou_report.language import word

from ._canvas import FAINT, MARKERS, PLAN_YEARS, axes, blank, finish, legend, years_axis, years_label
from ._fonts import picture


@picture
def ratio_path(
    urban: Quantity | Interval | float,
    rural: Quantity | Interval | float,
    urban_growth: Quantity | Interval | float,
    rural_growth: Quantity | Interval | float,
    *,
    year: int | None = None,
    periods: int = PLAN_YEARS,
    targets: Iterable[float] = (1.75, 1.70, 1.60),
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the income ratio at constant growth, and when it reaches the targets. Returns the Axes.

    `year` is the calendar year of the incomes; without it the axis counts years from now. The legend says of each
    target the first year whose ratio is at or below it, followed by the earliest and the latest year that the band
    allows; those within the picture are marked. `source` is named below the axis. Raises the errors of
    `income_gap.ratio_path`, UnitError for incomes in different units, and ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.ratio_path(77400, 43200, 0.063, 0.068, year=2023)
    >>> ax.get_ylabel()
    'urban income / rural income'
    """
    exact, ranges = _read(urban, rural, urban_growth, rural_growth)
    ax = axes(ax)
    start = 0 if year is None else year
    years = [start + t for t in range(periods + 1)]

    def path(of: _Inputs) -> Any:
        return _ratio_path(income_ratio(of.urban, of.rural), of.urban_growth, of.rural_growth, periods)

    def years_to(of: _Inputs, target: float) -> Any:
        return years_to_ratio(income_ratio(of.urban, of.rural), of.urban_growth, of.rural_growth, target)

    handles = _draw(ax, years, path(exact), None if ranges is None else path(ranges))
    color = handles[0].get_color()
    lower, upper = ax.get_ylim()
    for i, target in enumerate(targets):
        crossing = years_to(exact, target)
        words, shown = _when(crossing, year), lower <= target <= upper
        if ranges is not None:
            ends = years_to(ranges, target)
            words += " " + _within(_when(ends.earliest, year), _when(ends.latest, year))
            span = [min(start + end.periods, years[-1]) for end in (ends.earliest, ends.latest)]
            if shown and span[0] < span[1]:
                ax.plot(span, [target, target], color=color, linewidth=2.5, alpha=0.5, solid_capstyle="butt")
        label = f"{target:.2f}: {words}"
        if shown:
            ax.axhline(target, **FAINT)
        if crossing.periods <= periods:
            marker = MARKERS[i % len(MARKERS)]
            handles += ax.plot([start + crossing.periods], [target], marker, color=color, markersize=5, label=label)
        else:
            handles.append(blank(label))
    years_axis(ax, years)
    title = _("Urban-rural income ratio at constant growth")
    finish(ax, title, years_label(year), _("urban income / rural income"), source)
    legend(ax, handles)
    return ax


@picture
def gap_path(
    urban: Quantity | Interval | float,
    rural: Quantity | Interval | float,
    urban_growth: Quantity | Interval | float,
    rural_growth: Quantity | Interval | float,
    *,
    year: int | None = None,
    periods: int = PLAN_YEARS,
    unit: str | None = None,
    source: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the absolute income gap at constant growth; the legend says when it peaks and closes. Returns the Axes.

    The peak is marked where `periods` reach so far: at the growth of most reports that takes a century. `unit` labels
    the axis, by default that of the incomes, or yuan. Otherwise as `ratio_path`, with the errors of
    `income_gap.gap_path` and `income_gap.gap_peak`.

    >>> import shengzhou_report as sr
    >>> with sr.language.use("en"):
    ...     ax = sr.plot.gap_path(77400, 43200, 0.063, 0.068, year=2023, periods=120)
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['as printed', 'largest: 2131', 'closed: 2148']
    """
    exact, ranges = _read(urban, rural, urban_growth, rural_growth)
    ax = axes(ax)
    start = 0 if year is None else year
    years = [start + t for t in range(periods + 1)]
    line = _gap_path(*exact, periods)
    handles = _draw(ax, years, line, None if ranges is None else _gap_path(*ranges, periods))
    # The band of a long path is so wide that it would flatten the line: the line sets the limits.
    ax.set_ylim(1.05 * min(0.0, line.min()), 1.15 * max(0.0, line.max()))

    peak, close = gap_peak(*exact), gap_close(*exact)
    largest, closed = _peak_year(peak, year), _when(close, year)
    if ranges is not None:
        peaks, closes = gap_peak(*ranges), gap_close(*ranges)
        largest += " " + _within(_peak_year(peaks.earliest, year), _peak_year(peaks.latest, year))
        closed += " " + _within(_when(closes.earliest, year), _when(closes.latest, year))
    label = _("largest: {year}").format(year=largest)
    if peak.year is not None and peak.year <= periods:
        color = handles[0].get_color()
        handles += ax.plot([start + peak.year], [peak.gap], "o", color=color, markersize=5, label=label)
    else:
        handles.append(blank(label))
    handles.append(blank(_("closed: {year}").format(year=closed)))
    given = next((str(income.unit) for income in (urban, rural) if isinstance(income, Quantity)), None)
    ax.yaxis.set_major_formatter(require("matplotlib.ticker", "plot").StrMethodFormatter("{x:,.0f}"))
    years_axis(ax, years)
    ylabel = _("urban income - rural income, {unit} at current prices").format(unit=unit or given or _("yuan"))
    finish(ax, _("Urban-rural income gap at constant growth"), years_label(year), ylabel, source)
    legend(ax, handles)
    return ax


class _Inputs(NamedTuple):
    """Numbers to draw as a line, or numbers and intervals to draw as a band."""

    urban: Any
    rural: Any
    urban_growth: Any
    rural_growth: Any


def _read(*given: Any) -> tuple[_Inputs, _Inputs | None]:
    """The arguments as numbers, and as intervals where one of them has a width."""
    incomes, rates = given[:2], given[2:]
    units = {income.unit for income in incomes if isinstance(income, Quantity)}
    if len(units) > 1:
        raise UnitError(f"urban and rural need one unit, got {incomes[0]} and {incomes[1]}")
    # A printed income means its unit, a printed rate a fraction.
    widths = [income.interval() if isinstance(income, Quantity) else income for income in incomes]
    widths += [rate.rate_interval() if isinstance(rate, Quantity) else rate for rate in rates]
    numbers = [income.value if isinstance(income, Quantity) else _midpoint(income) for income in incomes]
    numbers += [rate.rate if isinstance(rate, Quantity) else _midpoint(rate) for rate in rates]
    wide = any(isinstance(value, Interval) for value in widths)
    return _Inputs(*numbers), _Inputs(*widths) if wide else None


def _midpoint(value: Any) -> Any:
    return value.midpoint if isinstance(value, Interval) else value


def _draw(ax: Any, years: list[int], line: Any, band: Any) -> list[Any]:
    """Draws the line and the band, if there is one; returns what stands for them in the legend."""
    drawn = ax.plot(years, line, label=_("as printed"))
    if band is None:
        return [*drawn]
    lower, upper = zip(*band, strict=True)
    color = drawn[0].get_color()
    label = _("within rounding")
    return [*drawn, ax.fill_between(years, lower, upper, color=color, alpha=0.22, linewidth=0, label=label)]


def _within(earliest: str, latest: str) -> str:
    return "(" + _("{lower} to {upper}").format(lower=earliest, upper=latest) + ")"


def _when(crossing: Crossing, year: int | None) -> str:
    if crossing.reach != "reached":
        return word(crossing.reach)
    return _year(crossing.whole_periods(), year)


def _peak_year(peak: GapPeak, year: int | None) -> str:
    return _("never") if peak.year is None else _year(peak.year, year)


def _year(periods: int, year: int | None) -> str:
    return _("year {number}").format(number=periods) if year is None else str(year + periods)
