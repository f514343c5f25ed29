"""Headline targets of a report beside the outcomes that they start from, as rows of cells."""

from __future__ import annotations

import math
from collections.abc import Iterator

from shengzhou_report._core import Report, Statement
from shengzhou_report._overview import headline_outcomes, headline_targets

#: Columns of a row, with their titles in English and Chinese.
TARGET_COLUMNS: dict[str, tuple[str, str]] = {
    "indicator": ("indicator", "指标"),
    "name_en": ("indicator in English", "英文名称"),
    "outcome_year": ("year of the outcome", "实绩年份"),
    "outcome": ("outcome", "实绩"),
    "outcome_unit": ("unit of the outcome", "实绩单位"),
    "outcome_growth": ("growth of the outcome", "实绩增速"),
    "target_year": ("year of the target", "目标年份"),
    "target_measure": ("what the target is set for", "目标度量"),
    "target_bound": ("how words limit the target", "目标限定"),
    "target": ("target", "目标"),
    "target_unit": ("unit of the target", "目标单位"),
    "target_words": ("target in words", "目标表述"),
    "implied": ("level that the target implies", "目标隐含水平"),
    "implied_lower": ("met from", "达标下限"),
    "implied_upper": ("met up to", "达标上限"),
    "implied_unit": ("unit of the level", "隐含水平单位"),
    "implied_prices": ("level at prices of", "隐含水平价格年份"),
}


def target_rows(report: Report) -> Iterator[list[object]]:
    """A row a headline target, with the outcome of the same indicator; then headline outcomes without a target."""
    outcomes: dict[str, dict[str, Statement | None]] = {}
    for row in headline_outcomes(report):
        first = row["level"] or row["growth"]
        assert first is not None
        outcomes[first.indicator_id or first.indicator] = row
    left = dict(outcomes)
    for found in headline_targets(report):
        target: Statement = found["target"]
        name = target.indicator_id or target.indicator
        left.pop(name, None)
        quantity = target.quantity
        cells: list[object] = [
            *_outcome(target, outcomes.get(name, {})),
            target.year,
            target.measure if quantity else None,
            quantity and quantity.bound,
            quantity,
            quantity and quantity.unit.symbol,
            found["words"],
        ]
        if implied := found["implied"]:
            interval = implied["interval"]
            ends = (end if math.isfinite(end) else None for end in (interval.lower, interval.upper))
            cells += [implied["level"], *ends, implied["unit"].symbol, implied["price_year"]]
        else:
            cells += [None] * 5
        yield cells
    for row in left.values():
        first = row["level"] or row["growth"]
        assert first is not None
        yield _outcome(first, row) + [None] * 11


def _outcome(named: Statement, row: dict[str, Statement | None]) -> list[object]:
    level, growth = row.get("level"), row.get("growth")
    year = next((found.year for found in (level, growth) if found), None)
    amount = level.quantity if level else None
    return [
        named.indicator,
        named.name_en,
        year,
        amount,
        amount and amount.unit.symbol,
        growth.quantity if growth else None,
    ]
