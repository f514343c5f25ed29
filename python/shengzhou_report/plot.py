"""Plots of the income ratio, the absolute gap, Lorenz curves, progress through the year, feasible growth, scenarios.

matplotlib is imported when the first one is drawn; without it that raises ImportError.

Arguments of paths are Quantity (a printed figure: its value is drawn as a line, the values that print alike as a
band), Interval (its midpoint and itself) or numbers (a line without a band). Labels are in English, so that any font
will do; colours come from the style in use, so that light and dark backgrounds work. Every number drawn comes from the
library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from . import frames
from ._core import Crossing, FeasibleRegion, GapPeak, Interval, Quantity, UnitError
from .distribution import lorenz_curve
from .income_gap import gap_close, gap_path, gap_peak, income_ratio, ratio_path, years_to_ratio
from .inequality import gini
from .progress import completion, progress, seasonal_pattern, seasonal_share
from .scenario import Scenario

#: A gap that takes longer to close is not drawn to its end.
MOST_YEARS = 200


def plot_ratio_path(
    urban: Quantity | Interval | float,
    rural: Quantity | Interval | float,
    urban_growth: Quantity | Interval | float,
    rural_growth: Quantity | Interval | float,
    *,
    year: int | None = None,
    periods: int = 20,
    targets: Iterable[float] = (1.75, 1.70, 1.60),
    ax: Any = None,
) -> Any:
    """Draws the income ratio at constant growth, and when it reaches the targets. Returns the Axes.

    `year` is the calendar year of the incomes; without it the axis counts years from now. Each target is labelled with
    the first year whose ratio is at or below it, followed by the earliest and the latest year that the band allows.
    Raises the errors of `ratio_path`, and UnitError for incomes in different units.

    >>> import shengzhou_report as sr
    >>> ax = sr.plot_ratio_path(77400, 43200, 0.063, 0.068, year=2023)
    >>> ax.get_ylabel()
    'urban income / rural income'
    """
    exact, ranges = _read(urban, rural, urban_growth, rural_growth)
    ax = _axes(ax)
    start = 0 if year is None else year
    years = [start + t for t in range(periods + 1)]

    def path(of: _Inputs) -> Any:
        return ratio_path(income_ratio(of.urban, of.rural), of.urban_growth, of.rural_growth, periods)

    def years_to(of: _Inputs, target: float) -> Any:
        return years_to_ratio(income_ratio(of.urban, of.rural), of.urban_growth, of.rural_growth, target)

    color = _draw(ax, years, path(exact), None if ranges is None else path(ranges))
    for target in targets:
        crossing = years_to(exact, target)
        words = _when(crossing, year)
        ax.axhline(target, color="0.5", linewidth=0.8, linestyle=":", zorder=0)
        if ranges is not None:
            ends = years_to(ranges, target)
            words += f" ({_when(ends.earliest, year)} to {_when(ends.latest, year)})"
            span = [min(start + end.periods, years[-1]) for end in (ends.earliest, ends.latest)]
            ax.plot(span, [target, target], color=color, linewidth=2.5, alpha=0.5, solid_capstyle="butt")
        if crossing.periods <= periods:
            ax.plot([start + crossing.periods], [target], "o", color=color, markersize=5)
        # Outside the axes, where no line crosses it.
        _note(ax, f"{target:.2f}: {words}".replace(" (", "\n("), (1.01, target), ax.get_yaxis_transform(), va="center")

    ax.set_ylabel("urban income / rural income")
    _finish(ax, years, year, "Urban-rural income ratio at constant growth")
    if ranges is not None:
        ax.legend(frameon=False, fontsize="small", loc="upper right")
    return ax


def plot_gap_path(
    urban: Quantity | Interval | float,
    rural: Quantity | Interval | float,
    urban_growth: Quantity | Interval | float,
    rural_growth: Quantity | Interval | float,
    *,
    year: int | None = None,
    periods: int | None = None,
    unit: str = "yuan",
    ax: Any = None,
) -> Any:
    """Draws the absolute income gap at constant growth, with its peak and its end. Returns the Axes.

    `periods` is by default the time until the gap is closed, at most MOST_YEARS, or 20 years when it never is. `unit`
    labels the axis. Otherwise as `plot_ratio_path`, with the errors of `gap_path` and `gap_peak`.

    >>> import shengzhou_report as sr
    >>> ax = sr.plot_gap_path(77400, 43200, 0.063, 0.068, year=2023)
    >>> ax.get_ylabel()
    'urban income - rural income, yuan'
    """
    exact, ranges = _read(urban, rural, urban_growth, rural_growth)
    ax = _axes(ax)
    start = 0 if year is None else year
    close = gap_close(*exact)
    if periods is None:
        periods = min(int(close.periods), MOST_YEARS) if close.reach == "reached" else 20
    years = [start + t for t in range(periods + 1)]
    line = gap_path(*exact, periods)
    color = _draw(ax, years, line, None if ranges is None else gap_path(*ranges, periods))
    # The band of a long path is so wide that it would flatten the line: the line sets the limits.
    ax.set_ylim(1.05 * min(0.0, line.min()), 1.15 * max(0.0, line.max()))

    peak = gap_peak(*exact)
    largest, closed = _peak_year(peak, year), _when(close, year)
    if ranges is not None:
        peaks, closes = gap_peak(*ranges), gap_close(*ranges)
        largest += f" ({_peak_year(peaks.earliest, year)} to {_peak_year(peaks.latest, year)})"
        closed += f" ({_when(closes.earliest, year)} to {_when(closes.latest, year)})"
    if peak.year is not None and peak.year <= periods:
        ax.plot([start + peak.year], [peak.gap], "o", color=color, markersize=5)
    _note(ax, f"largest: {largest}\nclosed: {closed}", (0.02, 0.97), ax.transAxes)

    ax.set_ylabel(f"urban income - rural income, {unit}")
    ax.yaxis.set_major_formatter(frames.require("matplotlib.ticker", "plot").StrMethodFormatter("{x:,.0f}"))
    _finish(ax, years, year, "Urban-rural income gap at constant growth")
    if ranges is not None:
        ax.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(0, 0.86))
    return ax


def plot_progress(
    annual_target: float,
    ytd: Any,
    periods_per_year: int,
    *,
    past: Any = None,
    previous: tuple[float, float] | None = None,
    year: int | None = None,
    ax: Any = None,
) -> Any:
    """Draws how much of an annual target is done, against the calendar and past years. Returns the Axes.

    `ytd` has the year-to-date figures so far, one a period, at least one. `past` has single periods of complete past
    years, as `seasonal_pattern` takes them: their mean is drawn as a line, their range as a band. `previous` is
    (ytd, total) of last year, as in `progress`. A dotted line leads from the last figure to the target. Raises the
    errors of `progress` and `seasonal_pattern`, and ValueError for more figures than periods or for none.

    >>> import shengzhou_report as sr
    >>> ax = sr.plot_progress(108, [25.1, 56.1], 4, year=2024)
    >>> ax.get_ylabel()
    'share of the annual target'
    """
    done = len(ytd)
    if not 1 <= done <= periods_per_year:
        raise ValueError(f"ytd: needs 1 to {periods_per_year} figures, one a period so far, got {done}")
    last = float(list(ytd)[-1])
    seasonal = None if past is None else seasonal_share(past, done, periods_per_year)
    now = progress(annual_target, last, done / periods_per_year, seasonal=seasonal, previous=previous)
    ax = _axes(ax)
    periods = list(range(periods_per_year + 1))
    if past is not None:
        pattern = seasonal_pattern(past, periods_per_year)
        (mean,) = ax.plot(periods, [0, *pattern.mean], linestyle="--", color="0.5", label="mean of past years")
        ax.fill_between(
            periods,
            [0, *pattern.lowest],
            [0, *pattern.highest],
            color=mean.get_color(),
            alpha=0.22,
            linewidth=0,
            label="range of past years",
        )
    ax.plot([0, periods_per_year], [0, 1], color="0.5", linewidth=0.8, linestyle=":", label="calendar")
    (drawn,) = ax.plot(periods[: done + 1], [0, *completion(ytd, annual_target)], "o-", markersize=5, label="to date")
    if now.shortfall > 0 and done < periods_per_year:
        needed = [[done, periods_per_year], [now.completion, 1]]
        ax.plot(*needed, color=drawn.get_color(), linestyle=":", label="needed")
    words = [f"done: {now.completion:.1%}", f"to the calendar: {100 * now.calendar.lead:+.1f} points"]
    if now.seasonal is not None and now.seasonal_lead is not None:
        lower, upper = (100 * end for end in now.seasonal_lead)
        words.append(f"to past years: {100 * now.seasonal.lead:+.1f} points ({lower:+.1f} to {upper:+.1f})")
    if now.required_growth is not None:
        words.append(f"growth needed in the rest: {now.required_growth:.1%}")
    _note(ax, "\n".join(words), (0.02, 0.97), ax.transAxes)

    ax.set_ylabel("share of the annual target")
    ax.set_ylim(bottom=0)
    ticker = frames.require("matplotlib.ticker", "plot")
    ax.yaxis.set_major_formatter(ticker.PercentFormatter(xmax=1, decimals=0))
    _finish(ax, periods, year, "Progress through the year" if year is None else f"Progress through {year}")
    ax.set_xlabel({4: "quarter", 12: "month"}.get(periods_per_year, "period"))
    ax.legend(frameon=False, fontsize="small", loc="lower right")
    return ax


def plot_feasible(
    region: FeasibleRegion,
    *,
    points: Mapping[str, tuple[float, float]] | None = None,
    ax: Any = None,
) -> Any:
    """Draws the pairs of urban and rural income growth that meet all targets. Returns the Axes.

    The area is the region, its corners are marked, the hollow dot is the cheapest point; on the dotted line both
    incomes grow alike, and above it the ratio falls. `points` are further pairs (urban, rural) by their labels, such as
    the growth of last year: a dot where the targets are met, a cross where they are not. The axes span the box. An
    empty region draws none and names the conflict. Raises the errors of `FeasibleRegion.test` for points that are no
    growth rates, and ImportError without matplotlib.

    >>> import shengzhou_report as sr
    >>> region = sr.FeasibleRegion(77400, 43200, urban_weight=0.6, urban_growth=0.06, ratio_falls=True)
    >>> sr.plot_feasible(region, points={"2023": (0.063, 0.068)}).get_xlabel()
    'growth of urban income'
    """
    ax = _axes(ax)
    lower, upper = region.box
    ax.plot([lower, upper], [lower, upper], color="0.5", linewidth=0.8, linestyle=":", zorder=0, label="equal growth")
    color = "C0"
    if region:
        urban, rural = zip(*region.vertices, strict=True)
        ax.fill(urban, rural, facecolor=color, alpha=0.22, edgecolor=color, label="meets all targets")
        ax.plot(urban, rural, "o", color=color, markersize=4, clip_on=False)
        cheapest = region.cheapest()
        ax.plot(
            [cheapest.urban_growth],
            [cheapest.rural_growth],
            "o",
            markersize=9,
            markerfacecolor="none",
            markeredgecolor=color,
            linestyle="none",
            label=f"cheapest: {cheapest.urban_growth:.2%}, {cheapest.rural_growth:.2%}",
        )
    else:
        words = "\n".join(name.replace("_", " ") for name in region.conflict)
        _note(ax, f"no pair meets\n{words}", (0.02, 0.97), ax.transAxes)
    for label, (u, r) in (points or {}).items():
        met = region.test(u, r).feasible == "certain"
        ax.plot([u], [r], "o" if met else "x", color="C1", markersize=6)
        ax.annotate(
            label, (u, r), xytext=(-6, 0), textcoords="offset points", fontsize="small", ha="right", va="center"
        )
    ax.set_title("Growth of incomes that meets all targets", loc="left", fontsize="medium")
    ax.set_xlabel("growth of urban income")
    ax.set_ylabel("growth of rural income")
    ax.set_xlim(lower, upper)
    ax.set_ylim(lower, upper)
    ax.set_aspect("equal")
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(lambda rate, _: f"{100 * rate:.4g}%")
    ax.spines[["top", "right"]].set_visible(False)
    ax.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1.02, 1))
    return ax


def plot_lorenz(
    mean_income: Any,
    *,
    population: Any = None,
    label: str = "groups",
    ax: Any = None,
) -> Any:
    """Draws the Lorenz curve of groups or persons beside the line of equality. Returns the Axes.

    Arguments as of `lorenz_curve`. `label` names the curve in the legend, which says its Gini coefficient as well. For
    a second distribution call it again with the Axes of the first. Raises the errors of `lorenz_curve`, and ImportError
    without matplotlib.

    >>> import shengzhou_report as sr
    >>> ax = sr.plot_lorenz([9215, 20442, 32195, 50220, 95055], label="China 2023")
    >>> ax.get_legend().get_texts()[0].get_text()
    'China 2023: Gini 0.389'
    """
    curve = lorenz_curve(mean_income, population=population)
    index = gini(mean_income, population=population)
    fresh = ax is None
    ax = _axes(ax)
    # A dot where a group ends, as long as they can be told apart.
    marker = "o" if len(curve.population) <= 25 else ""
    ax.plot(
        curve.population, curve.income, marker=marker, markersize=4, clip_on=False, label=f"{label}: Gini {index:.3f}"
    )
    if fresh:
        ax.plot([0, 1], [0, 1], color="0.5", linewidth=0.8, linestyle=":", zorder=0, label="equality")
        ax.set_title("Lorenz curve", loc="left", fontsize="medium")
        ax.set_xlabel("share of the population, poorest first")
        ax.set_ylabel("share of income")
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        ax.set_aspect("equal")
        ticker = frames.require("matplotlib.ticker", "plot")
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(ticker.PercentFormatter(xmax=1, decimals=0))
        ax.spines[["top", "right"]].set_visible(False)
    ax.legend(frameon=False, fontsize="small", loc="upper left")
    return ax


def fan_chart(
    scenario: Scenario,
    series: Any = "ratio",
    *,
    coverages: Sequence[float] = (0.9, 0.6, 0.3),
    targets: Iterable[float] = (),
    label: str | None = None,
    ax: Any = None,
) -> Any:
    """Draws the futures of one series as a fan: bands of quantiles around the median. Returns the Axes.

    A band of coverage 0.9 lies between the quantiles 0.05 and 0.95 of each period, not around whole paths. `targets`
    are levels, drawn as dotted lines. `label` names the axis, by default with the name of the series. Raises KeyError
    for a series that the scenario does not have, ValueError for a coverage that is not between 0 and 1.

    >>> import shengzhou_report as sr
    >>> future = sr.simulate({"GDP": 745}, 0.07, 0.02, periods=5, year=2023, paths=10_000)
    >>> sr.fan_chart(future, "GDP", targets=[1000]).get_ylabel()
    'GDP'
    """
    if series not in scenario.series:
        raise KeyError(f"{series!r} is none of {', '.join(map(repr, scenario.series))}")
    if wrong := [coverage for coverage in coverages if not 0 < coverage < 1]:
        raise ValueError(f"coverages: {wrong[0]} must lie between 0 and 1")
    ax = _axes(ax)
    start = scenario.year or 0
    years = [start, *scenario.periods]
    probabilities = {side for coverage in coverages for side in (0.5 - coverage / 2, 0.5 + coverage / 2)}
    quantiles = scenario.quantiles(sorted({0.5} | probabilities))[series]
    begin = scenario.median_path()[series].iloc[0]
    (line,) = ax.plot(years, [begin, *quantiles[0.5]], label="median")
    alpha = 0.55 / (len(coverages) + 1)
    swatches = []
    patch = frames.require("matplotlib.patches", "plot").Patch
    for i, coverage in enumerate(sorted(coverages, reverse=True), start=1):
        lower, upper = (quantiles[0.5 + side * coverage / 2] for side in (-1, 1))
        ax.fill_between(
            years,
            [begin, *lower],
            [begin, *upper],
            color=line.get_color(),
            alpha=alpha,
            linewidth=0,
        )
        # An inner band lies on those around it, and its swatch is as dark as they are together.
        swatch = patch(
            color=line.get_color(), alpha=1 - (1 - alpha) ** i, linewidth=0, label=f"{coverage:.0%} of futures"
        )
        swatches.append(swatch)
    for target in targets:
        ax.axhline(target, color="0.5", linewidth=0.8, linestyle=":", zorder=0)
        _note(ax, f"{target:g}", (1.01, target), ax.get_yaxis_transform(), va="center")
    ax.set_ylabel("urban income / rural income" if label is None and series == "ratio" else label or str(series))
    _finish(ax, years, scenario.year, f"{scenario.paths:,} simulated futures")
    ax.legend(handles=[line, *swatches], fontsize="small", loc="best", edgecolor="none")
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


def _axes(ax: Any) -> Any:
    if ax is not None:
        return ax
    _, ax = frames.require("matplotlib.pyplot", "plot").subplots(figsize=(7.2, 4.2), layout="constrained")
    return ax


def _draw(ax: Any, years: list[int], line: Any, band: Any) -> Any:
    """Draws the line and the band, if there is one; returns their colour."""
    (drawn,) = ax.plot(years, line, label="as printed")
    color = drawn.get_color()
    if band is not None:
        lower, upper = zip(*band, strict=True)
        ax.fill_between(years, lower, upper, color=color, alpha=0.22, linewidth=0, label="within rounding")
    return color


def _when(crossing: Crossing, year: int | None) -> str:
    if crossing.reach != "reached":
        return crossing.reach
    return _year(crossing.whole_periods(), year)


def _peak_year(peak: GapPeak, year: int | None) -> str:
    return "never" if peak.year is None else _year(peak.year, year)


def _year(periods: int, year: int | None) -> str:
    return f"year {periods}" if year is None else str(year + periods)


def _note(ax: Any, text: str, at: tuple[float, float], coordinates: Any, va: str = "top") -> None:
    """Text to the right of a point, and below it or, with `va` 'center', at its height."""
    ax.annotate(text, at, xycoords=coordinates, fontsize="small", va=va)


def _finish(ax: Any, years: list[int], year: int | None, title: str) -> None:
    ax.set_title(title, loc="left", fontsize="medium")
    ax.set_xlabel("years from now" if year is None else "year")
    ax.set_xlim(years[0], years[-1])
    ax.xaxis.set_major_locator(frames.require("matplotlib.ticker", "plot").MaxNLocator(integer=True))
    ax.spines[["top", "right"]].set_visible(False)
