"""What `show` says of a report: headline outcomes and targets, the urban-rural income ratio and gap.

Functions named after what they gather return library objects; the `_table` ones lay them out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ._core import Crossing, CrossingRange, Error, GapPeak, Report, Statement, implied_levels
from ._number_text import number_text, percent_text, span_text, years_text
from ._scenario_arguments import NARROWING
from ._terminal import new_table, printable
from .income_gap import (
    gap_close,
    gap_peak,
    gap_threshold,
    income_gap,
    income_ratio,
    is_gap_narrowing,
    is_narrowing,
    ratio_path,
    years_to_ratio,
)
from .language import current, use, word
from .language import gettext as _
from .scenario import Estimate, Scenario

if TYPE_CHECKING:
    from rich.table import Table

OUTCOMES_SECTION = "headline figures"
TARGETS_SECTION = "headline targets"
RATIO_TARGETS = (1.75, 1.70, 1.60)
PATH_YEARS = 5


def trend_words(trend: str) -> str:
    """A target without a number, in words."""
    said = {
        "rising": _("keeps rising"),
        "falling": _("keeps falling"),
        "stable": _("stays as it is"),
        "in_step": _("in step with the economy"),
    }
    return said.get(trend, trend)


def summary(report: Report) -> str:
    """What `str` says of a report, in the language in use."""
    targets = len(report.targets())
    return _("{place} {year}: {count} statements ({outcomes} outcomes, {targets} targets)").format(
        place=report.place or _("unknown place"),
        year=report.year or _("unknown year"),
        count=len(report),
        outcomes=len(report) - targets,
        targets=targets,
    )


def _headline(report: Report, section: str) -> list[Statement]:
    """What the section says; where a report has none, every statement on an indicator of the catalogue."""
    if chosen := report.filter(section=section):
        return list(chosen)
    return [statement for statement in report if statement.indicator_id]


def _status(statement: Statement) -> str:
    status = word(statement.status)
    return status if statement.year is None else f"{status} {statement.year}"


def reviewed_year(report: Report) -> int | None:
    """The year that a report looks back on: of a communique its own, else the one before the plan; None for unknown."""
    return report.year if report.year is None or report.kind == "communique" else report.year - 1


def headline_outcomes(report: Report) -> list[dict[str, Statement | None]]:
    """Level and growth of each headline outcome of the year before the plan, side by side; the first of several."""
    rows: dict[str, dict[str, Statement | None]] = {}
    for statement in _headline(report.outcomes().filter(year=reviewed_year(report)), OUTCOMES_SECTION):
        if statement.measure in ("level", "growth"):
            row = rows.setdefault(statement.indicator, {"level": None, "growth": None})
            row[statement.measure] = row[statement.measure] or statement
    return list(rows.values())


def headline_targets(report: Report) -> list[dict[str, Any]]:
    """Each headline target with the level that it implies, where the report states the base."""
    implied = {level.target: level for level in implied_levels(report)}
    rows = []
    for target in _headline(report.targets(), TARGETS_SECTION):
        # Machines read English words.
        with use("en"):
            row: dict[str, Any] = {"target": target, "words": _target_words(target), "implied": None}
        if level := implied.get(target):
            row["implied"] = {
                "level": level.level,
                "interval": level.interval,
                "unit": level.unit,
                "price_basis": level.price_basis,
                "price_year": level.price_year,
            }
        rows.append(row)
    return rows


def _target_words(target: Statement) -> str:
    if target.quantity is not None:
        return str(target.quantity)
    if target.indicator_id == "income_ratio" and target.trend == "falling":
        return _("keeps narrowing")
    return trend_words(target.trend)


def income_overview(report: Report) -> dict[str, Any] | None:
    """The income ratio and the gap of the report's last year, and what its growth rates make of them.

    None when the report does not state level and growth of both incomes, each once, or what it states are no figures
    that a ratio can be made of, as incomes without a lower end.
    """
    try:
        return _income_overview(report)
    except Error:
        return None


def _income_overview(report: Report) -> dict[str, Any]:
    outcomes = report.outcomes().filter(year=reviewed_year(report))
    urban, rural = (
        {measure: outcomes.at(f"disposable_income_{who}", measure=measure) for measure in ("level", "growth")}
        for who in ("urban", "rural")
    )
    levels: list[Any] = [figures["level"].quantity for figures in (urban, rural)]
    growth: list[Any] = [figures["growth"].quantity for figures in (urban, rural)]
    exact = [level.value for level in levels], [rate.rate for rate in growth]
    rounded = [level.interval() for level in levels], [rate.rate_interval() for rate in growth]

    def both(function: Callable[..., Any], *numbers: float) -> dict[str, Any]:
        """The function of incomes and growth: of the printed figures, and of all that print alike."""
        return {"printed": function(*exact, *numbers), "rounded": function(*rounded, *numbers)}

    def years_to(incomes: Any, rates: Any, target: float) -> Any:
        return years_to_ratio(income_ratio(*incomes), rates[0], rates[1], target)

    return {
        "year": urban["level"].year,
        "urban": urban,
        "rural": rural,
        "ratio": both(lambda incomes, _: income_ratio(*incomes)),
        "narrowed": is_narrowing(*rounded[1]),
        "path": both(lambda incomes, rates: ratio_path(income_ratio(*incomes), rates[0], rates[1], PATH_YEARS)),
        "targets": [{"ratio": target, **both(years_to, target)} for target in RATIO_TARGETS],
        "gap": both(lambda incomes, _: income_gap(*incomes)),
        "gap_narrows": is_gap_narrowing(income_ratio(*rounded[0]), *rounded[1]),
        "gap_threshold": both(lambda incomes, rates: gap_threshold(income_ratio(*incomes), rates[0])),
        "gap_peak": both(lambda incomes, rates: gap_peak(*incomes, *rates)),
        "gap_close": both(lambda incomes, rates: gap_close(*incomes, *rates)),
    }


def report_table(reports: Mapping[str, Report], several: bool) -> Table:
    """Every statement of the reports; which file it is from stands first where there are several."""
    names = [_("indicator"), _("measure"), _("figure"), _("stated as"), _("section")]
    files = [_("file")] * several
    table = new_table("", *files, *names, numbers=names[2:3], wrap=(*files, names[0], names[4]))
    for file, report in reports.items():
        for statement in report:
            row = [
                statement.indicator,
                word(statement.measure),
                _target_words(statement),
                _status(statement),
            ]
            row.append(statement.section[-1] if statement.section else "")
            table.add_row(*map(printable, [file] * several + row))
    return table


def _named(statement: Statement) -> str:
    name = printable(statement.indicator)
    return f"{name}\n{statement.name_en}" if current() == "en" else name


def outcomes_table(rows: list[dict[str, Statement | None]]) -> Table:
    heads = (_("indicator"), _("level"), _("growth"), _("prices of both"), _("status"))
    table = new_table(_("Headline outcomes"), *heads, numbers=heads[1:3], wrap=heads[:1])
    for row in rows:
        stated = [statement for statement in row.values() if statement is not None]
        name = _named(stated[0])
        for statement in stated:
            if statement.period != "year":
                name += "\n" + _("({measure}: {period})").format(
                    measure=word(statement.measure), period=word(statement.period)
                )
        figures = (str(statement.quantity) if statement else "" for statement in (row["level"], row["growth"]))
        prices = _(", ").join(word(statement.price_basis) for statement in stated)
        table.add_row(name, *figures, prices, _status(stated[0]))
    return table


def targets_table(rows: list[dict[str, Any]]) -> Table:
    heads = (_("indicator"), _("target"), _("implied"), _("met by"), _("prices"))
    table = new_table(
        _("Headline targets and the levels they imply"),
        *heads,
        wrap=heads[:1],
        caption=_(
            "Implied: the printed base grown at the printed rate. Met by: every level that meets the target for some "
            "base that prints alike. Real growth leads to a level at the prices of the base year."
        ),
    )
    for row in rows:
        target, implied = row["target"], row["implied"]
        if target.quantity is None:
            # Words are longer than figures and may wrap.
            words = _target_words(target).replace(" with ", " with\n")
        else:
            words = f"{word(target.measure)} {_target_words(target)}"
        cells = ["", "", ""]
        if implied is not None:
            form = _with_unit(implied["unit"])
            prices = _("of {year}").format(year=implied["price_year"])
            cells = [form(implied["level"]), span_text(implied["interval"], form), prices]
        table.add_row(_named(target), words, *cells)
    return table


def _with_unit(unit: object) -> Callable[[float], str]:
    return lambda value: number_text(value) + str(unit)


def income_tables(income: Mapping[str, Any]) -> list[Table]:
    year, unit = income["year"], income["urban"]["level"].quantity.unit
    named = _("of the year looked back on") if year is None else str(year)
    printed, within = _("as printed"), _("within rounding")

    def both(name: str, form: Callable[[float], str]) -> tuple[str, str]:
        return form(income[name]["printed"]), span_text(income[name]["rounded"], form)

    title = _("Urban and rural disposable income per head {year}").format(year=named)
    ratio = new_table(title, "", printed, within)
    names = {
        "urban": (_("urban income"), _("urban growth")),
        "rural": (_("rural income"), _("rural growth")),
    }
    for who in ("urban", "rural"):
        level, rate = (income[who][measure].quantity for measure in ("level", "growth"))
        ratio.add_row(names[who][0], str(level), span_text(level.interval(), _with_unit(unit)))
        ratio.add_row(names[who][1], str(rate), span_text(rate.rate_interval(), percent_text))
    ratio.add_row(_("ratio urban / rural"), *both("ratio", _ratio))
    ratio.add_row(_("ratio narrowed in {year}").format(year=named), "", word(income["narrowed"]))

    path = new_table(_("Ratio at the growth of {year}").format(year=named), _("year"), printed, within)
    for t, (value, interval) in enumerate(zip(income["path"]["printed"], income["path"]["rounded"], strict=True)):
        path.add_row(_calendar(year, t), _ratio(value), span_text(interval, _ratio))

    heads = (
        _("ratio"),
        _("years"),
        _("whole years"),
        _("in"),
        _("years within rounding"),
        _("in, within rounding"),
    )
    title = _("When the ratio is reached, at the growth of {year}").format(year=named)
    targets = new_table(title, *heads, numbers=heads[1:4])
    for row in income["targets"]:
        targets.add_row(f"{row['ratio']:.2f}", *_when(year, row["printed"]), *_when_within(year, row["rounded"]))

    title = _("Gap between the two incomes, at the growth of {year}").format(year=named)
    gap = new_table(title, "", printed, within)
    gap.add_row(_("gap {year}").format(year=named), *both("gap", _with_unit(unit)))
    gap.add_row(_("rural growth above which it narrows"), *both("gap_threshold", percent_text))
    gap.add_row(_("narrows now"), "", word(income["gap_narrows"]))
    peak, peaks = income["gap_peak"]["printed"], income["gap_peak"]["rounded"]
    after = _("{years} years")
    times = _pair(peaks, lambda end: years_text(end.time))
    gap.add_row(_("largest after"), after.format(years=years_text(peak.time)), times)
    gap.add_row(_("in"), _peak_year(year, peak), _pair(peaks, lambda end: _peak_year(year, end)))
    years, _whole, closed = _when(year, income["gap_close"]["printed"])
    earliest_to_latest = _when_within(year, income["gap_close"]["rounded"])
    gap.add_row(_("closed after"), after.format(years=years), earliest_to_latest[0])
    gap.add_row(_("in"), closed, earliest_to_latest[1])
    return [ratio, path, targets, gap]


def _ratio(value: float) -> str:
    return f"{value:.4f}"


def _pair(ends: Any, form: Callable[[Any], str]) -> str:
    """The earliest and the latest of a range, each in its form, or 'never'."""
    earliest, latest = (form(end) if end else _("never") for end in (ends.earliest, ends.latest))
    return _("{lower} to {upper}").format(lower=earliest, upper=latest)


def _calendar(year: int | None, after: int) -> str:
    """The calendar year so many years after `year`; where that is unknown, how many it is."""
    return f"+{after}" if year is None else str(year + after)


def _peak_year(year: int | None, peak: GapPeak) -> str:
    if peak.year is None:
        return _("never")
    return _calendar(year, peak.year)


def _when(year: int | None, crossing: Crossing) -> tuple[str, str, str]:
    """Years until the crossing, whole years, and the first calendar year in which it holds."""
    if not crossing:
        return _("never"), "", ""
    whole = crossing.whole_periods()
    return years_text(crossing.periods), str(whole), _calendar(year, whole)


def _when_within(year: int | None, ends: CrossingRange) -> tuple[str, str]:
    """The earliest and the latest crossing, in years and as calendar years."""
    return _pair(ends, lambda end: _when(year, end)[0]), _pair(ends, lambda end: _when(year, end)[2])


#: Quantiles that `simulate` prints.
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def scenario_rows(scenario: Scenario) -> dict[str, Any]:
    """Quantiles of the ratio in every year, how likely it has passed each target by then, and that it always falls."""
    quantiles = scenario.quantiles(QUANTILES)["ratio"]
    passed = {name: scenario.passed(name) for name in scenario.passage_names}
    rows = [
        {
            "year": year,
            "quantiles": {f"{p:g}": float(quantiles.loc[year, p]) for p in QUANTILES},
            "passed": {name: Estimate(*map(float, table.loc[year]))._asdict() for name, table in passed.items()},
        }
        for year in scenario.periods
    ]
    return {"ratio": rows, "falls_every_year": scenario.probability(NARROWING)._asdict()}


def scenario_tables(
    rows: Mapping[str, Any], assumptions: list[tuple[str, Any, str]], scenario: Scenario
) -> list[Table | str]:
    """What the futures rest on, and what they are."""
    heads = (_("value"), _("source"))
    basis = new_table(_("Assumptions"), "", *heads, numbers=heads[:1], wrap=heads[1:])
    for name, value, source in assumptions:
        figure = number_text(value) if name == _("correlation") else percent_text(value)
        basis.add_row(name, figure, printable(source))

    def chance(estimate: Mapping[str, float]) -> str:
        return f"{100 * estimate['value']:.1f}%"

    targets = [f"≤{name}" for name in scenario.passage_names]
    names = [f"{100 * p:g}%" for p in QUANTILES]
    title = _("Urban-rural income ratio: quantiles, and how likely each target is reached by then")
    columns = (_("year"), *names, *targets)
    ratio = new_table(title, *columns, numbers=columns)
    largest = 0.0
    for row in rows["ratio"]:
        largest = max([largest, *(estimate["standard_error"] for estimate in row["passed"].values())])
        levels = [f"{value:.3f}" for value in row["quantiles"].values()]
        ratio.add_row(str(row["year"]), *levels, *map(chance, row["passed"].values()))
    falls = rows["falls_every_year"]
    every = _(
        "The ratio falls in every year: {chance}. {paths} futures, seed {seed}; standard errors up to {error:.2f} "
        "percentage points."
    ).format(
        chance=chance(falls),
        paths=scenario.paths,
        seed=scenario.seed,
        error=100 * max(largest, falls["standard_error"]),
    )
    return [basis, ratio, every]
