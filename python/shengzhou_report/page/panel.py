"""What the page of a panel shows, as plain data: series of figures by place and year, and what became of targets."""

from __future__ import annotations

from typing import Any

from shengzhou_report._core import Panel, Statement

from .model import wording
from .text import shown_safely
from .words import LANGUAGES, words


def panel_model(panel: Panel) -> dict[str, Any]:
    """The model of a panel's page.

    >>> import shengzhou_report as sr
    >>> model = panel_model(sr.Panel([sr.shengzhou_2024()]))
    >>> model["series"][0]["indicator"], model["series"][0]["measure"], list(model["series"][0]["places"])
    ('地区生产总值', 'growth', ['嵊州市'])
    """
    years = [report.year for report in panel if report.year is not None]
    series = _series(panel)
    drawn = {place for each in series for place in each["places"]}
    shown = {
        # Of a single place there is nothing to rank.
        "one": next(iter(drawn)) if len(drawn) == 1 else None,
        "about": {
            "reports": len(panel),
            "places": len(panel.places),
            "first": min(years, default=None),
            "last": max(years, default=None),
            "unplaced": len(panel.unplaced),
        },
        "series": series,
        "scores": [
            {
                "place": score.place,
                "year": score.target.year,
                "indicator": score.target.indicator,
                "target": str(score.target.quantity or ""),
                "trend": score.target.trend,
                "wording": wording(score.target),
                "outcome": str(score.outcome.quantity or "") if score.outcome else "",
                "verdict": score.verdict,
                "obstacle": score.obstacle,
            }
            for score in panel.scorecard()
        ],
    }
    return shown_safely(shown) | {"words": {language: words(language) for language in LANGUAGES}}


def _usual(statement: Statement) -> bool:
    return bool(
        statement.indicator_id
        and statement.is_usual
        and statement.quantity is not None
        and statement.year is not None
        and statement.measure in ("growth", "level")
    )


def _series(panel: Panel) -> list[dict[str, Any]]:
    """Figures that mean the same, of one indicator, measure and unit, by place; most frequent first.

    Of an outcome that several reports state the first counts, as for the target that it answers.
    """
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for report in sorted(panel, key=lambda report: report.year or 0):
        if report.place is None or report.year is None:
            continue
        for statement in report:
            quantity = statement.quantity
            if not _usual(statement) or quantity is None:
                continue
            key = (statement.indicator_id, statement.measure, quantity.unit.symbol)
            series = found.setdefault(
                key,
                {
                    "indicator": statement.indicator,
                    "name_en": statement.name_en,
                    "measure": statement.measure,
                    "unit": quantity.unit.symbol,
                    "direction": statement.direction,
                    "count": 0,
                    "places": {},
                },
            )
            place = series["places"].setdefault(report.place, {"outcomes": {}, "targets": {}})
            kind = "targets" if statement.status == "target" else "outcomes"
            figure = {"value": quantity.value, "text": str(quantity), "wording": wording(statement)}
            place[kind].setdefault(str(statement.year), figure)
            series["count"] += 1
    ordered = sorted(found.values(), key=lambda series: (-len(series["places"]), series["measure"], -series["count"]))
    return [series for series in ordered if series["count"] > 1]
