"""What a page shows, as plain data: JSON can hold it, and every number in it comes from the library.

The page of a report and the widget in notebooks work from the same model.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from typing import Any

from shengzhou_report._assumptions import CORRELATION, RURAL_VOLATILITY, URBAN_VOLATILITY
from shengzhou_report._core import Finding, Report, Statement
from shengzhou_report._number_text import number_text, percent_text
from shengzhou_report._overview import headline_outcomes, headline_targets, income_overview
from shengzhou_report._scenario_arguments import NARROWING
from shengzhou_report.growth import large_rates
from shengzhou_report.scenario import ScenarioPassage, simulate

from .findings import finding_model
from .text import shown_safely
from .words import LANGUAGES, words

#: What is known of a statement in a row of the table, in this order.
COLUMNS = (
    *("id", "indicator", "indicator_id", "name_en", "measure", "figure", "value", "unit", "bound", "modality"),
    *("status", "year", "period", "base_year", "area", "reference", "price_basis", "trend", "wording", "section"),
    *("doubts", "start"),
)

#: How far the sliders look ahead at first, and the fan.
YEARS = 10

#: Futures behind the fan; more would not show.
PATHS = 100_000

#: Shares of the futures that the bands of the fan hold.
COVERAGES = (0.9, 0.6, 0.3)


def report_model(report: Report) -> dict[str, Any]:
    """The model of a report's page: what stands in it and what follows from it, and the words of both languages.

    >>> import shengzhou_report as sr
    >>> model = report_model(sr.shengzhou_2024())
    >>> len(model["rows"]), model["income"]["urban"], len(model["region"]["corners"])
    (192, 77400.0, 3)
    """
    with large_rates():  # figures bear their unit
        return _model(report)


def _model(report: Report) -> dict[str, Any]:
    rows = {statement: i for i, statement in reversed([*enumerate(report)])}
    findings = report.check()
    income = income_overview(report)
    name = "-".join(str(part) for part in (report.ref_area or report.place, report.year) if part) or "report"
    shown = {
        "key": _key(report),
        "file": "".join(character if character.isalnum() or character == "-" else "_" for character in name),
        "about": _about(report),
        "columns": COLUMNS,
        "rows": [_row(i, statement) for i, statement in enumerate(report)],
        "headline": _headline(report, rows),
        "findings": [finding_model(finding, rows.get) for finding in findings],
        "income": None if income is None else _income(income),
        "region": None if income is None else _region(list(findings)),
        "fan": None if income is None else _fan(income),
        "tasks": _tasks(report),
    }
    return shown_safely(shown) | {"words": {language: words(language) for language in LANGUAGES}}


def explorer_model(report: Report) -> dict[str, Any]:
    """The part of the model that sliders and table take.

    >>> import shengzhou_report as sr
    >>> explorer_model(sr.shengzhou_2024())["income"]["years"]
    10
    """
    with large_rates():
        income = income_overview(report)
        shown = {
            "file": "statements",
            "columns": COLUMNS,
            "rows": [_row(i, statement) for i, statement in enumerate(report)],
            "income": None if income is None else _income(income),
            "region": None if income is None else _region(list(report.check())),
        }
    return shown_safely(shown) | {"words": {language: words(language) for language in LANGUAGES}}


def _key(report: Report) -> str:
    """A name of the report for what the browser keeps."""
    text = repr((report.place, report.year, report.kind, len(report), report.text))
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _about(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "place": report.place,
        "place_en": report.place_en,
        "ref_area": report.ref_area,
        "year": report.year,
        "kind": report.kind,
        "counts": {
            "statements": len(report),
            "outcomes": len(report.outcomes()),
            "targets": len(report.targets()),
            "doubtful": sum(bool(statement.doubts) for statement in report),
        },
    }


def wording(statement: Statement) -> str:
    """How hard a target is worded: `hard`, `soft`, `open_range` or `in_words`, with the effort that it names behind.

    Soft is a number that is only about so much, a range has two ends, a target in words no number; all else is hard.
    Empty for what is no target.

    >>> import shengzhou_report as sr
    >>> gdp = sr.Statement("GDP", measure="growth", quantity=sr.Quantity(7, "%", bound="about"), status="target")
    >>> wording(gdp), wording(gdp.replace(modality="strive"))
    ('soft', 'soft_strive')
    """
    if statement.status != "target":
        return ""
    if statement.quantity is None:
        kind = "in_words"
    elif statement.quantity.bound in ("about", "nearly"):
        kind = "soft"
    else:
        kind = "open_range" if statement.quantity.bound == "range" else "hard"
    return kind if statement.modality == "firm" else f"{kind}_{statement.modality}"


def _row(i: int, statement: Statement) -> list[Any]:
    quantity = statement.quantity
    return [
        *(i, statement.indicator, statement.indicator_id, statement.name_en, statement.measure),
        *(str(quantity or ""), str(quantity.decimal) if quantity else "", quantity.unit.symbol if quantity else ""),
        *(quantity.bound if quantity else "", statement.modality, statement.status, statement.year, statement.period),
        *(statement.base_year, statement.area, statement.reference, statement.price_basis, statement.trend),
        *(wording(statement), " / ".join(statement.section), ";".join(statement.doubts), statement.start),
    ]


def _headline(report: Report, rows: Mapping[Statement, int]) -> list[dict[str, Any]]:
    """A row an indicator: its outcome, its target and the level that this implies; targets first."""

    def stated(statement: Statement) -> dict[str, Any]:
        quantity = statement.quantity
        growth = statement.measure == "growth" and quantity is not None and quantity.unit.is_ratio
        rate = quantity.rate if growth and quantity else None
        figure = str(statement.quantity or "")
        return {
            "figure": figure,
            "measure": statement.measure,
            "trend": statement.trend,
            "rate": rate,
            "row": rows.get(statement),
            "year": statement.year,
            "wording": wording(statement),
            "status": statement.status,
        }

    found: dict[str, dict[str, Any]] = {}
    # A part of the place, or growth since some other year, would pass for the usual figure.
    usual = Report(
        [statement for statement in report if statement.is_usual],
        year=report.year,
        kind=report.kind,
        sections=report.sections,
    )
    for outcome in headline_outcomes(usual):
        for measure, statement in outcome.items():
            if statement is not None:
                row = _line(found, statement)
                row[measure] = row[measure] or stated(statement)
    for line in headline_targets(usual):
        target: Statement = line["target"]
        _line(found, target)["targets"].append(stated(target) | {"implied": _implied(line["implied"])})
    ordered = sorted(found.values(), key=lambda row: not row["targets"])
    rates = [target["rate"] for row in ordered for target in row["targets"] if target["rate"] is not None]
    rates += [row["growth"]["rate"] for row in ordered if row["growth"] and row["growth"]["rate"] is not None]
    # A single project that grew threefold would press all others into a corner; it is left out of the picture.
    scale = (max(-0.1, min([0.0, *rates])), min(0.3, max([0.01, *rates])))
    for row in ordered:
        row["scale"] = scale
    return ordered


def _line(found: dict[str, dict[str, Any]], statement: Statement) -> dict[str, Any]:
    name = statement.indicator_id or statement.indicator
    empty: dict[str, Any] = {"level": None, "growth": None, "targets": []}
    return found.setdefault(name, {"indicator": statement.indicator, "name_en": statement.name_en, **empty})


def _implied(implied: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if implied is None:
        return None
    unit, (lower, upper) = implied["unit"].symbol, implied["interval"]
    ends = ["" if math.isinf(end) else number_text(end) + unit for end in (lower, upper)]
    return {"level": number_text(implied["level"]) + unit, "ends": ends, "price_year": implied["price_year"]}


def next_ratios(ratio: float) -> list[float]:
    """The next three multiples of 0.05 below a ratio: what it can come down to.

    >>> next_ratios(1.7917)
    [1.75, 1.7, 1.65]
    """
    highest = math.ceil(round(ratio * 20, 9)) - 1
    return [(highest - i) / 20 for i in range(3) if highest - i > 0]


def _income(income: Mapping[str, Any]) -> dict[str, Any]:
    """Incomes as printed, and what starts the sliders."""
    urban, rural = (income[who] for who in ("urban", "rural"))
    return {
        "year": income["year"],
        "unit": urban["level"].quantity.unit.symbol,
        "urban": urban["level"].quantity.value,
        "rural": rural["level"].quantity.to(urban["level"].quantity.unit).value,
        "urban_growth": urban["growth"].quantity.rate,
        "rural_growth": rural["growth"].quantity.rate,
        "printed": {
            who: {name: str(statement.quantity) for name, statement in income[who].items()}
            for who in ("urban", "rural")
        },
        "targets": next_ratios(income["ratio"]["printed"]),
        "years": YEARS,
    }


def _region(findings: list[Finding]) -> dict[str, Any] | None:
    """The feasible set of income growth that `check` found, in fractions; None where it found none."""
    finding = next((finding for finding in findings if finding.rule == "feasible_set" and finding.numbers), None)
    if finding is None:
        return None

    def rates(name: str) -> list[float]:
        return [number.value / 100 for number in finding.numbers if number.name == name]

    corners = list(zip(rates("corner_urban_growth"), rates("corner_rural_growth"), strict=True))
    ends = [rate for corner in corners for rate in corner]
    # Targets in figures are at current prices; in step with the economy alone is meant at constant ones.
    nominal = any(
        statement.indicator_id.startswith("disposable_income") and statement.quantity is not None
        for statement in finding.statements
        if statement.status == "target" and statement.measure == "growth"
    )
    return {
        "corners": corners,
        "cheapest": rates("cheapest_urban_growth") + rates("cheapest_rural_growth"),
        "low": min(0.0, *ends),
        "high": max(ends),
        "nominal": nominal,
    }


def _fan(income: Mapping[str, Any]) -> dict[str, Any]:
    """Quantiles of the ratio in the years to come, and how likely it passes each ratio below it."""
    names = ("urban", "rural")
    volatility = {"urban": URBAN_VOLATILITY, "rural": RURAL_VOLATILITY}
    ratios = next_ratios(income["ratio"]["printed"])
    scenario = simulate(
        {name: income[name]["level"].quantity for name in names},
        {name: income[name]["growth"].quantity for name in names},
        volatility,
        periods=YEARS,
        correlation=CORRELATION,
        ratio=names,
        passages={f"{ratio:g}": ScenarioPassage("ratio", None, ratio) for ratio in ratios},
        year=income["year"],
        paths=PATHS,
        progress=False,
    )
    # The tables with labels take pandas, which whoever reads a page need not have.
    core, series = scenario._core, len(names)
    start = float(core.median_path()[0][series])

    def quantile(probability: float) -> list[float]:
        return [start, *map(float, core.quantile(probability)[:, series])]

    periods = range(YEARS + 1)
    return {
        "calendar": income["year"] is not None,
        "years": [(income["year"] or 0) + t for t in periods],
        "median": quantile(0.5),
        "bands": [
            {"coverage": share, "low": quantile(0.5 - share / 2), "high": quantile(0.5 + share / 2)}
            for share in COVERAGES
        ],
        "passed": [
            {"ratio": ratio, "chances": [float(core.passed(i, t)[0]) for t in periods]}
            for i, ratio in enumerate(ratios)
        ],
        "shown": [t for t in (1, 3, 5, 7, 10) if t <= YEARS],
        "falls_every_year": float(scenario.probability(NARROWING).value),
        "assumptions": {
            "paths": f"{PATHS:,}",
            "seed": scenario.seed,
            "urban": percent_text(URBAN_VOLATILITY),
            "rural": percent_text(RURAL_VOLATILITY),
            "correlation": number_text(CORRELATION),
        },
    }


def _tasks(report: Report) -> list[dict[str, Any]]:
    """Commitments by section, in the order of the text."""
    sections: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for i, promise in enumerate(report.commitments()):
        sections.setdefault(promise.section, []).append({"id": i, "verb": promise.verb, "object": promise.object})
    return [{"section": list(path), "items": items} for path, items in sections.items()]
