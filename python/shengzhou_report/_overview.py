"""What `show` says of a report: headline outcomes and targets, the urban-rural income ratio and gap.

Functions named after what they gather return library objects; the `_table` ones lay them out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ._core import Crossing, CrossingRange, Error, GapPeak, Report, Statement, implied_levels
from ._scenario_arguments import NARROWING
from ._terminal import new_table, number_text, percent_text, printable, span_text, years_text
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
from .scenario import Estimate, Scenario

if TYPE_CHECKING:
    from rich.table import Table

OUTCOMES_SECTION = "headline figures"
TARGETS_SECTION = "headline targets"
RATIO_TARGETS = (1.75, 1.70, 1.60)
PATH_YEARS = 5

#: A target without a number, in words.
TRENDS = {
    "rising": "keeps rising",
    "falling": "keeps falling",
    "stable": "stays as it is",
    "in_step": "in step with the economy",
}


def _headline(report: Report, section: str) -> list[Statement]:
    """What the section says; where a report has none, every statement on an indicator of the catalogue."""
    if chosen := report.filter(section=section):
        return list(chosen)
    return [statement for statement in report if statement.indicator_id]


def _status(statement: Statement) -> str:
    return statement.status if statement.year is None else f"{statement.status} {statement.year}"


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
        return "keeps narrowing"
    return TRENDS.get(target.trend, target.trend)


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
    names = ["indicator", "measure", "figure", "stated as", "section"]
    table = new_table("", *["file"] * several, *names, numbers=("figure",), wrap=("file", "indicator", "section"))
    for file, report in reports.items():
        for statement in report:
            row = [
                statement.indicator,
                statement.measure,
                _target_words(statement),
                _status(statement),
            ]
            row.append(statement.section[-1] if statement.section else "")
            table.add_row(*map(printable, [file] * several + row))
    return table


def _named(statement: Statement) -> str:
    return f"{printable(statement.indicator)}\n{statement.name_en}"


def outcomes_table(rows: list[dict[str, Statement | None]]) -> Table:
    table = new_table(
        "Headline outcomes",
        *("indicator", "level", "growth", "prices of both", "status"),
        numbers=("level", "growth"),
        wrap=("indicator",),
    )
    for row in rows:
        stated = [statement for statement in row.values() if statement is not None]
        name = _named(stated[0])
        for statement in stated:
            if statement.period != "year":
                name += f"\n({statement.measure}: {statement.period.replace('_', ' ')})"
        figures = (str(statement.quantity) if statement else "" for statement in (row["level"], row["growth"]))
        prices = ", ".join(statement.price_basis for statement in stated)
        table.add_row(name, *figures, prices, _status(stated[0]))
    return table


def targets_table(rows: list[dict[str, Any]]) -> Table:
    table = new_table(
        "Headline targets and the levels they imply",
        *("indicator", "target", "implied", "met by", "prices"),
        wrap=("indicator",),
        caption="Implied: the printed base grown at the printed rate. Met by: every level that meets the target for "
        "some base that prints alike. Real growth leads to a level at the prices of the base year.",
    )
    for row in rows:
        target, implied = row["target"], row["implied"]
        if target.quantity is None:
            # Words are longer than figures and may wrap.
            words = row["words"].replace(" with ", " with\n")
        else:
            words = f"{target.measure} {row['words']}"
        cells = ["", "", ""]
        if implied is not None:
            form = _with_unit(implied["unit"])
            cells = [form(implied["level"]), span_text(implied["interval"], form), f"of {implied['price_year']}"]
        table.add_row(_named(target), words, *cells)
    return table


def _with_unit(unit: object) -> Callable[[float], str]:
    return lambda value: number_text(value) + str(unit)


def income_tables(income: Mapping[str, Any]) -> list[Table]:
    year, unit = income["year"], income["urban"]["level"].quantity.unit
    named = "of the year looked back on" if year is None else str(year)

    def both(name: str, form: Callable[[float], str]) -> tuple[str, str]:
        return form(income[name]["printed"]), span_text(income[name]["rounded"], form)

    ratio = new_table(f"Urban and rural disposable income per head {named}", "", "as printed", "within rounding")
    for who in ("urban", "rural"):
        level, rate = (income[who][measure].quantity for measure in ("level", "growth"))
        ratio.add_row(f"{who} income", str(level), span_text(level.interval(), _with_unit(unit)))
        ratio.add_row(f"{who} growth", str(rate), span_text(rate.rate_interval(), percent_text))
    ratio.add_row("ratio urban / rural", *both("ratio", _ratio))
    ratio.add_row(f"ratio narrowed in {named}", "", income["narrowed"])

    path = new_table(f"Ratio at the growth of {named}", "year", "as printed", "within rounding")
    for t, (value, interval) in enumerate(zip(income["path"]["printed"], income["path"]["rounded"], strict=True)):
        path.add_row(_calendar(year, t), _ratio(value), span_text(interval, _ratio))

    targets = new_table(
        f"When the ratio is reached, at the growth of {named}",
        *("ratio", "years", "whole years", "in", "years within rounding", "in, within rounding"),
        numbers=("years", "whole years", "in"),
    )
    for row in income["targets"]:
        targets.add_row(f"{row['ratio']:.2f}", *_when(year, row["printed"]), *_when_within(year, row["rounded"]))

    gap = new_table(f"Gap between the two incomes, at the growth of {named}", "", "as printed", "within rounding")
    gap.add_row(f"gap {named}", *both("gap", _with_unit(unit)))
    gap.add_row("rural growth above which it narrows", *both("gap_threshold", percent_text))
    gap.add_row("narrows now", "", income["gap_narrows"])
    peak, peaks = income["gap_peak"]["printed"], income["gap_peak"]["rounded"]
    gap.add_row("largest after", years_text(peak.time) + " years", _pair(peaks, lambda end: years_text(end.time)))
    gap.add_row("in", _peak_year(year, peak), _pair(peaks, lambda end: _peak_year(year, end)))
    years, _, closed = _when(year, income["gap_close"]["printed"])
    within = _when_within(year, income["gap_close"]["rounded"])
    gap.add_row("closed after", f"{years} years", within[0])
    gap.add_row("in", closed, within[1])
    return [ratio, path, targets, gap]


def _ratio(value: float) -> str:
    return f"{value:.4f}"


def _pair(ends: Any, form: Callable[[Any], str]) -> str:
    """The earliest and the latest of a range, each in its form, or 'never'."""
    return " to ".join(form(end) if end else "never" for end in (ends.earliest, ends.latest))


def _calendar(year: int | None, after: int) -> str:
    """The calendar year so many years after `year`; where that is unknown, how many it is."""
    return f"+{after}" if year is None else str(year + after)


def _peak_year(year: int | None, peak: GapPeak) -> str:
    if peak.year is None:
        return "never"
    return _calendar(year, peak.year)


def _when(year: int | None, crossing: Crossing) -> tuple[str, str, str]:
    """Years until the crossing, whole years, and the first calendar year in which it holds."""
    if not crossing:
        return "never", "", ""
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
    basis = new_table("Assumptions", "", "value", "source", numbers=("value",), wrap=("source",))
    for name, value, source in assumptions:
        basis.add_row(name, number_text(value) if name == "correlation" else percent_text(value), printable(source))

    def chance(estimate: Mapping[str, float]) -> str:
        return f"{100 * estimate['value']:.1f}%"

    targets = [f"≤{name}" for name in scenario.passage_names]
    names = [f"{100 * p:g}%" for p in QUANTILES]
    ratio = new_table(
        "Urban-rural income ratio: quantiles, and how likely each target is reached by then",
        "year",
        *names,
        *targets,
        numbers=("year", *names, *targets),
    )
    largest = 0.0
    for row in rows["ratio"]:
        largest = max([largest, *(estimate["standard_error"] for estimate in row["passed"].values())])
        levels = [f"{value:.3f}" for value in row["quantiles"].values()]
        ratio.add_row(str(row["year"]), *levels, *map(chance, row["passed"].values()))
    falls = rows["falls_every_year"]
    every = (
        f"The ratio falls in every year: {chance(falls)}. {scenario.paths} futures, seed {scenario.seed}; "
        f"standard errors up to {100 * max(largest, falls['standard_error']):.2f} percentage points."
    )
    return [basis, ratio, every]
