"""Series of an indicator: levels and growth over the years, as documents state and restate them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _core, frames
from ._check import check_options
from ._core import Interval, Panel, Quantity, Report, Statement, Unit
from ._figures import large_rates
from ._targets import Asked, tier_of
from .growth import growth_rate, implied_deflator
from .target import IN_STEP_TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

#: Names of the index levels: rows are of years, which several documents state.
INDEX = ("place", "indicator", "year")

_WORDS = (
    "code",
    "tier",
    "unit",
    "level_source",
    "level_last_source",
    "growth_source",
    "growth_last_source",
    "breaks",
    "note",
)
_COLUMNS = (
    "code",
    "tier",
    "level",
    "unit",
    "level_source",
    "level_last",
    "level_last_source",
    "level_revision",
    "growth",
    "growth_source",
    "growth_last",
    "growth_last_source",
    "growth_revision",
    "implied",
    "implied_lower",
    "implied_upper",
    "deflator",
    "deflator_lower",
    "deflator_upper",
    "band_lower",
    "band_upper",
    "consistent",
    "breaks",
    "note",
)

#: Ends of sums of binary fractions miss each other in their last digits; no printed figure has as many.
_DIGITS = 1e-12

#: Work reports are given before the communiqués of the same months.
_ORDER = {"work_report": 0, "communique": 1, "plan": 2, "other": 3}


class Stated(NamedTuple):
    """A figure, and the document that states it."""

    statement: Statement
    quantity: Quantity
    report: Report

    @property
    def source(self) -> str:
        """'work_report 2024'."""
        return f"{self.report.kind} {self.report.year}"

    @property
    def issue(self) -> tuple[int, int]:
        return issue_of(self.report)


def issue_of(report: Report) -> tuple[int, int]:
    """When a document is given: the communiqué of a year comes with the work report of the next, and after it."""
    year = report.year
    assert year is not None
    return year + (report.kind == "communique"), _ORDER[report.kind]


class History:
    """What the documents of one place state of an indicator, by year, in the order in which they are given."""

    def __init__(self, reports: list[Report], asked: Asked) -> None:
        self.levels: dict[int, list[Stated]] = {}
        self.growths: dict[int, list[Stated]] = {}
        for report in sorted(reports, key=issue_of):
            found: dict[tuple[str, int], list[Stated]] = {}
            for statement in report.filter(indicator=asked.name, status=("outcome", "estimate")):
                quantity = statement.quantity
                if quantity is None or statement.year is None or not statement.is_usual:
                    continue
                if statement.measure == "level" and _is_level(statement):
                    found.setdefault(("level", statement.year), []).append(Stated(statement, quantity, report))
                elif statement.measure == "growth" and quantity.unit.is_ratio:
                    found.setdefault(("growth", statement.year), []).append(Stated(statement, quantity, report))
            for (measure, year), stated in found.items():
                # A document that contradicts itself says nothing: one of the figures may be misread.
                if _agree(stated):
                    kept = self.levels if measure == "level" else self.growths
                    kept.setdefault(year, []).append(stated[0])

    def level_before(self, stated: Stated, year: int) -> Stated | None:
        """The level of a year as it stood when another figure was stated: the last one given by then."""
        known = [level for level in self.levels.get(year, ()) if level.issue <= stated.issue]
        return known[-1] if known else None


def _is_level(statement: Statement) -> bool:
    """Whether it is an amount: a share in place of one is another figure on the indicator."""
    known, quantity = statement.catalogued, statement.quantity
    assert quantity is not None
    ratio = known is not None and known.kind == "ratio"
    return quantity.value > 0 and (ratio or not (quantity.unit.is_ratio or quantity.unit.is_point))


def _agree(stated: list[Stated]) -> bool:
    first = stated[0].quantity
    return all(
        other.quantity.unit.is_compatible(first.unit)
        and other.quantity.to(first.unit).interval().overlaps(first.interval())
        for other in stated[1:]
    )


def _range(level: Stated, unit: Unit) -> Interval | None:
    """What a level can be; None where words leave it open, or where its unit is another."""
    if not level.quantity.unit.is_compatible(unit):
        return None
    interval = level.quantity.to(unit).interval()
    return interval if interval.lower > 0 and math.isfinite(interval.upper) else None


def series(
    self: Panel,
    indicator: str,
    *,
    place: str | None = None,
    deflator_band: Interval | float | None = None,
) -> pd.DataFrame:
    """An indicator over the years, as successive reports and communiqués state and restate it, as a pandas DataFrame.

    `indicator` is any of its names; `place` one place of the panel, without it all. Whole years of the whole place
    alone; figures that a document contradicts itself on are left out. Growth, and what is computed, are fractions.

    One row a year under the index (place, indicator, year): code, tier; level (as first stated) and level_last in
    `unit`, level_source and level_last_source ('communique 2023'), level_revision (last / first - 1); growth,
    growth_last, their sources and growth_revision (last - first); implied, the growth from the level of the year before
    as it stood when this level was first stated, with implied_lower and implied_upper, all that printed levels leave
    open; deflator, deflator_lower and deflator_upper, what implied and stated growth leave for prices, where the one is
    at current and the other at constant prices; band_lower and band_upper, growth of prices that needs no remark (see
    `check`, and `deflator_band` there).

    consistent says whether the stated growth can follow from the two printed levels: False where implied and stated
    growth of one price basis share no value, or no deflator of the band lies between them; NA where one is missing, and
    where growth is published on a comparable scope and levels are not. breaks are words: 'revised' (levels or growth
    that no common figure prints like), 'census' (that counts the year), 'redefinition' (from this year on),
    'price_basis' (growth or level is at other prices than the year before), 'scope' (levels of two years are not of one
    scope), 'unit' (the level of the year before has another dimension); note says what census or definition.

    Raises LookupError for a place that is not in the panel and a name that nothing answers to, ImportError without
    pandas.

    >>> import shengzhou_report as sr
    >>> def report(year, review):
    ...     text = f"一、{year - 1}年工作回顾\\n{review}\\n二、{year}年工作安排\\n稳中求进。"
    ...     return sr.parse(text, place="云岭市", year=year, kind="work_report")
    >>> panel = sr.Panel([report(2030, "地区生产总值400亿元。"), report(2031, "地区生产总值440亿元，增长8%。")])
    >>> frame = panel.series("gdp", place="云岭市")
    >>> frame[["level", "growth", "implied", "deflator"]].round(4).values.tolist()[1], bool(frame["consistent"].iloc[1])
    ([440.0, 0.08, 0.1, 0.0185], True)
    """
    pandas = frames.require("pandas", "pandas")
    if place is not None and place not in self.places:
        raise _core.LookupError(f"the panel has no place {place!r}; it has {len(self.places)} others")
    asked = Asked.of(self, indicator, "level", "outcome")
    options = check_options(IN_STEP_TOLERANCE, "constant", None, deflator_band, None)
    documents: dict[str, list[Report]] = {}
    for report in self:
        if report.place is not None and place in (None, report.place):
            documents.setdefault(report.place, []).append(report)
    rows: list[dict[str, Any]] = []
    with large_rates():
        for reports in documents.values():
            rows += _rows(reports, asked, options)
    index = pandas.MultiIndex.from_tuples([tuple(row[name] for name in INDEX) for row in rows], names=INDEX)
    columns = {name: [row.get(name) for row in rows] for name in _COLUMNS}
    frame: pd.DataFrame = pandas.DataFrame(
        {
            name: ["" if cell is None else cell for cell in cells]
            if name in _WORDS
            else pandas.array(cells, dtype="boolean")
            if name == "consistent"
            else [math.nan if cell is None else float(cell) for cell in cells]
            for name, cells in columns.items()
        },
        index=index,
        columns=list(_COLUMNS),
    )
    return frame


def _rows(reports: list[Report], asked: Asked, options: _core._CheckOptions) -> Iterator[dict[str, Any]]:
    history = History(reports, asked)
    breaks: dict[int, list[tuple[str, str]]] = {}
    for year, kind, note in _core._series_breaks(asked.name):
        breaks.setdefault(year, []).append((kind, note))
    adjusted = _core._is_scope_adjusted(asked.name)
    head = {
        "place": reports[0].place,
        "indicator": asked.title,
        "code": reports[-1].ref_area or "",
        "tier": tier_of(reports[-1]),
    }
    unit = next((stated[0].quantity.unit for _, stated in sorted(history.levels.items())), Unit(""))
    for year in sorted({*history.levels, *history.growths}):
        levels, growths = history.levels.get(year, []), history.growths.get(year, [])
        words = [kind for kind, _ in breaks.get(year, ())]
        row = head | {"year": year, "note": "; ".join(note for _, note in breaks.get(year, ()))}
        if levels and (level_words := _levels(row, levels, unit)):
            words += level_words
        if growths and _growths(row, growths):
            words += ["revised"]
        words += _implied(row, history, year, unit, adjusted, options)
        row["breaks"] = " ".join(word for i, word in enumerate(words) if word not in words[:i])
        yield row


def _levels(row: dict[str, Any], levels: list[Stated], unit: Unit) -> list[str]:
    """Enters the levels of a year; says whether they were revised, or have another unit than the series."""
    first, last = levels[0], levels[-1]
    row |= {"level_source": first.source, "level_last_source": last.source}
    if not (first.quantity.unit.is_compatible(unit) and last.quantity.unit.is_compatible(unit)):
        row |= {"level": float(first.quantity.value), "unit": first.quantity.unit.symbol}
        return ["unit"]
    start, end = float(first.quantity.to(unit).value), float(last.quantity.to(unit).value)
    row |= {"level": start, "level_last": end, "unit": unit.symbol}
    if first is last:
        return []
    row["level_revision"] = growth_rate(start, end)
    return [] if first.quantity.to(unit).interval().overlaps(last.quantity.to(unit).interval()) else ["revised"]


def _growths(row: dict[str, Any], growths: list[Stated]) -> bool:
    """Enters the growth of a year; says whether it was revised."""
    first, last = growths[0], growths[-1]
    row |= {"growth": first.quantity.rate, "growth_source": first.source}
    row |= {"growth_last": last.quantity.rate, "growth_last_source": last.source}
    if first is last:
        return False
    row["growth_revision"] = last.quantity.rate - first.quantity.rate
    return not first.quantity.rate_interval().overlaps(last.quantity.rate_interval())


def _implied(
    row: dict[str, Any], history: History, year: int, unit: Unit, adjusted: bool, options: _core._CheckOptions
) -> list[str]:
    """Enters what two levels imply beside the growth that is stated; says which breaks lie between the years."""
    words = []
    levels, growths = history.levels.get(year), history.growths.get(year)
    growth = growths[0] if growths else None
    before = history.growths.get(year - 1)
    if growth and before and before[-1].statement.price_basis != growth.statement.price_basis:
        words.append("price_basis")
    level = levels[0] if levels else None
    base = history.level_before(level, year - 1) if level else None
    if level is None or base is None:
        return words
    if base.statement.price_basis != level.statement.price_basis:
        return [*words, "price_basis"]
    if adjusted:
        words.append("scope")
    start, end = _range(base, unit), _range(level, unit)
    if start is None or end is None:
        return words
    implied: Interval = growth_rate(start, end)
    value = growth_rate(float(base.quantity.to(unit).value), float(level.quantity.to(unit).value))
    row |= {"implied": value, "implied_lower": implied.lower, "implied_upper": implied.upper}
    if growth is None:
        return words
    stated = growth.quantity.rate_interval()
    if stated.lower <= -1 or not math.isfinite(stated.upper):
        return words
    if growth.statement.price_basis == level.statement.price_basis:
        if not adjusted:
            row["consistent"] = _meet(implied, stated)
        return words
    deflator: Interval = implied_deflator(implied, stated)
    band = _core._deflator_band(year, options)
    row |= {"deflator": implied_deflator(value, growth.quantity.rate)}
    row |= {"deflator_lower": deflator.lower, "deflator_upper": deflator.upper}
    row |= {"band_lower": band.lower, "band_upper": band.upper}
    if not adjusted:
        row["consistent"] = _meet(deflator, band)
    return words


def _meet(a: Interval, b: Interval) -> bool:
    return a.lower <= b.upper + _DIGITS and b.lower <= a.upper + _DIGITS
