"""The income gap between town and country: of a report's figures, of given ones, or of some of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field

from shengzhou_report import income_gap as formulas
from shengzhou_report._arguments import Figures
from shengzhou_report._core import Crossing, CrossingRange, FeasibleRegion, Interval, LookupError, Report, Statement
from shengzhou_report._overview import reviewed_year
from shengzhou_report._terminal import plain

from .answers import NamedNumber, Quoter, Stated, number

#: The four figures: how they are read, and the indicator and measure that a report states them by.
_FIGURES = {
    "urban": ("level", "disposable_income_urban", "level"),
    "rural": ("level", "disposable_income_rural", "level"),
    "urban_growth": ("rate", "disposable_income_urban", "growth"),
    "rural_growth": ("rate", "disposable_income_rural", "growth"),
}

_INFINITY = float("inf")


class Given(BaseModel):
    """A figure that the answer rests on; growth is a fraction."""

    number: NamedNumber
    statement: Stated | None = Field(description="of the report; null for a figure of the question")


class Reach(BaseModel):
    """When something is reached at constant growth; null for never."""

    reached: str = Field(description="certain, possible or no, for all that prints like the figures")
    years: float | None
    earliest: float | None
    latest: float | None
    first_year: int | None = Field(description="first calendar year in which it holds, of the printed figures")


class IncomeGap(BaseModel):
    """What incomes and their growth mean for ratio and gap. `lower` and `upper` hold for all that prints alike."""

    report: str
    year: int | None = Field(description="of the incomes, where they are the report's")
    rests_on: list[Given]
    ratio: NamedNumber
    gap: NamedNumber
    ratio_narrows: str
    gap_narrows: str
    gap_threshold: NamedNumber = Field(description="rural growth above which the gap narrows, a fraction")
    gap_closes: Reach
    target_ratio: float | None
    target: Reach | None
    required_rural_growth: NamedNumber | None = Field(description="to reach the target within the years, a fraction")


class Corner(BaseModel):
    """A pair of growth rates, fractions."""

    urban_growth: float
    rural_growth: float


class Feasible(BaseModel):
    """Whether some pair of growth rates from 0 to 15 % meets all targets, whatever the figures that print alike."""

    report: str
    rests_on: list[Given]
    feasible: bool
    conflict: list[str] = Field(description="targets that no pair meets together")
    cheapest: Corner | None = Field(description="where mean income grows least")
    total_growth: NamedNumber | None = Field(description="growth of mean income there, a fraction")
    corners: list[Corner]


@dataclass
class _Basis:
    """Figures as printed and within rounding, by name."""

    year: int | None
    printed: dict[str, Any]
    rounded: dict[str, Any]
    rests_on: list[Given]

    def both(self, function: Any, *names: str, more: tuple[Any, ...] = ()) -> tuple[Any, Any]:
        """The function of the figures: as printed, and of all that print alike."""
        sides = (self.printed, self.rounded)
        of_printed, of_rounded = (function(*(side[name] for name in names), *more) for side in sides)
        return of_printed, of_rounded


def _basis(report: Report, names: tuple[str, ...], given: dict[str, str]) -> _Basis:
    """The figures: those of the question, else those of the report's last year."""
    year = reviewed_year(report)
    outcomes = report.outcomes().filter(year=year)
    quoter = Quoter(report)
    exact, rounded = Figures(rounded=False), Figures(rounded=True)
    basis = _Basis(None, {}, {}, [])
    for name in names:
        kind, indicator, measure = _FIGURES[name]
        statement: Statement | None = None
        if given[name]:
            basis.printed[name] = exact.read(name, kind, given[name])
            basis.rounded[name] = rounded.read(name, kind, given[name])
            unit = "" if kind == "rate" or exact.unit is None else exact.unit.symbol
        else:
            statement = _stated(outcomes, name, indicator, measure)
            basis.year = statement.year
            basis.printed[name], basis.rounded[name], unit = _value(statement, kind, exact, rounded)
        value, interval = basis.printed[name], basis.rounded[name]
        interval = interval if isinstance(interval, Interval) else Interval(interval)
        if isinstance(value, Interval):  # its rounding step was declared
            value = value.midpoint
            basis.printed[name] = value
        found = None if statement is None else quoter.statement(statement)
        basis.rests_on.append(Given(number=number(name, value, interval, unit), statement=found))
    return basis


def _stated(outcomes: Report, name: str, indicator: str, measure: Any) -> Statement:
    try:
        found = outcomes.at(indicator, measure=measure)
    except LookupError as error:
        raise LookupError(f"{name}: {error.args[0]}; give it, as 77400元 or 6.3%") from None
    if found.quantity is None:
        raise LookupError(f"{name}: the report states no number; give it, as 77400元 or 6.3%")
    return found


def _value(statement: Statement, kind: str, exact: Figures, rounded: Figures) -> tuple[float, Interval, str]:
    quantity: Any = statement.quantity
    if kind == "rate":
        return quantity.rate, quantity.rate_interval(), ""
    # One unit for both incomes, that of the first.
    exact.unit = rounded.unit = exact.unit or quantity.unit
    quantity = quantity.to(exact.unit)
    return quantity.value, quantity.interval(), exact.unit.symbol


def _reach(year: int | None, printed: Crossing, rounded: CrossingRange) -> Reach:
    first = printed.whole_periods() if printed else None
    return Reach(
        reached=rounded.reached,
        years=plain(printed.periods) if printed else None,
        earliest=plain(rounded.earliest.periods),
        latest=plain(rounded.latest.periods),
        first_year=None if first is None or year is None else year + first,
    )


def income_gap(
    name: str, report: Report, given: dict[str, str], target_ratio: float | None, within_years: int | None
) -> IncomeGap:
    """Ratio and gap, whether they narrow, and when a target is reached."""
    basis = _basis(report, tuple(_FIGURES), given)
    incomes, rates = ("urban", "rural"), ("urban_growth", "rural_growth")
    ratio, ratios = basis.both(formulas.income_ratio, *incomes)
    basis.printed["ratio"], basis.rounded["ratio"] = ratio, ratios
    gap = basis.both(formulas.income_gap, *incomes)
    threshold = basis.both(formulas.gap_threshold, "ratio", "urban_growth")
    closes = basis.both(formulas.gap_close, *incomes, *rates)
    target = required = None
    if target_ratio is not None:
        reached = basis.both(formulas.years_to_ratio, "ratio", *rates, more=(target_ratio,))
        target = _reach(basis.year, *reached)
        if within_years is not None:
            asked = (target_ratio, within_years)
            growth = basis.both(formulas.required_rural_growth, "ratio", "urban_growth", more=asked)
            required = number("required_rural_growth", *growth, "")
    unit = basis.rests_on[0].number.unit
    return IncomeGap(
        report=name,
        year=basis.year,
        rests_on=basis.rests_on,
        ratio=number("ratio", ratio, ratios, ""),
        gap=number("gap", *gap, unit),
        ratio_narrows=formulas.is_narrowing(basis.rounded["urban_growth"], basis.rounded["rural_growth"]),
        gap_narrows=formulas.is_gap_narrowing(ratios, basis.rounded["urban_growth"], basis.rounded["rural_growth"]),
        gap_threshold=number("gap_threshold", *threshold, ""),
        gap_closes=_reach(basis.year, *closes),
        target_ratio=target_ratio,
        target=target,
        required_rural_growth=required,
    )


def feasible(
    name: str,
    report: Report,
    given: dict[str, str],
    least: dict[str, str],
    urban_weight: str,
    ratio_falls: bool,
    ratio_target: float | None,
) -> Feasible:
    """The pairs of growth rates that meet all targets."""
    basis = _basis(report, ("urban", "rural"), given)
    figures = Figures(rounded=False)
    weight = figures.read("urban_weight", "rate", urban_weight) if urban_weight else Interval(0, 1)
    bounds = {
        which: Interval(_least(figures.read(which, "rate", rate)), _INFINITY) for which, rate in least.items() if rate
    }
    region = FeasibleRegion(
        basis.rounded["urban"],
        basis.rounded["rural"],
        urban_weight=weight,
        total_growth=bounds.get("total_growth"),
        urban_growth=bounds.get("urban_growth"),
        rural_growth=bounds.get("rural_growth"),
        ratio_falls=ratio_falls,
        ratio_target=ratio_target,
    )
    cheapest = total = None
    if region:
        best = region.cheapest()
        cheapest = Corner(urban_growth=best.urban_growth, rural_growth=best.rural_growth)
        total = number("total_growth", best.total_growth.midpoint, best.total_growth, "")
    return Feasible(
        report=name,
        rests_on=basis.rests_on,
        feasible=bool(region),
        conflict=list(region.conflict),
        cheapest=cheapest,
        total_growth=total,
        corners=[Corner(urban_growth=urban, rural_growth=rural) for urban, rural in region.vertices],
    )


def _least(value: float | Interval) -> float:
    return value.midpoint if isinstance(value, Interval) else value
