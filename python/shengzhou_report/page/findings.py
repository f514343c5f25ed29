"""Findings in plain words: what a rule asks, what it found, and the figures that led to it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from shengzhou_report._core import Finding, FindingNumber
from shengzhou_report._findings import message_in
from shengzhou_report._number_text import number_text
from shengzhou_report.language import Language, gettext, use

from .words import LANGUAGES


def finding_model(finding: Finding, row_of: Callable[[Any], int | None]) -> dict[str, Any]:
    """A finding as plain data: `said` and the names of its numbers in each language, `rows` of its statements."""
    # Corners belong to the picture; as a list of numbers they say nothing.
    numbers = [number for number in finding.numbers if not number.name.startswith("corner_")]
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "title": {language: rule_titles(language).get(finding.rule, finding.rule) for language in LANGUAGES},
        "said": {language: _said(finding, language) for language in LANGUAGES},
        "numbers": [
            {
                "name": {language: number_names(language).get(number.name, number.name) for language in LANGUAGES},
                "value": _figure(number, number.value),
                "range": _range(number),
            }
            for number in numbers
        ],
        "statements": [
            {"text": str(statement), "indicator": statement.indicator, "row": row_of(statement)}
            for statement in finding.statements
        ],
    }


def _figure(number: FindingNumber, value: float) -> str:
    return number_text(value, 4) + number.unit.symbol


def _range(number: FindingNumber) -> tuple[str, str] | None:
    lower, upper = number.interval
    if lower == upper or not (math.isfinite(lower) and math.isfinite(upper)):
        return None
    return _figure(number, lower), _figure(number, upper)


def _said(finding: Finding, language: Language) -> str:
    with use(language):
        return message_in(finding)


def rule_titles(language: Language) -> dict[str, str]:
    """What each rule of `check` asks, in a few words."""

    def _(message: str) -> str:
        return gettext(message, language)

    return {
        "price_basis": _("Level at current prices, growth at constant prices"),
        "level_growth": _("Levels of two years do not fit the growth between them"),
        "implied_deflator": _("Levels and real growth imply unusual prices"),
        "yearly_average": _("Levels at both ends do not fit the average growth"),
        "sum_of_parts": _("The parts do not add up to the whole"),
        "growth_of_parts": _("Growth of the whole lies outside that of its parts"),
        "part_exceeds_whole": _("A part is larger than its whole"),
        "part_growth": _("A part grew by more than the whole allows"),
        "share_of_whole": _("A share does not fit its two levels"),
        "income_ratio": _("The income ratio does not fit both incomes"),
        "income_gap": _("The income gap does not fit both incomes"),
        "gdp_per_head": _("GDP per head does not fit GDP and population"),
        "shares_sum": _("Shares do not add up to 100 %"),
        "ratio_narrowed": _("Whether the income ratio narrowed"),
        "gap_widens": _("How long the income gap widens"),
        "in_step": _("Whether incomes keep step with the economy"),
        "ratio_and_incomes": _("The target for the ratio beside those for both incomes"),
        "feasible_set": _("Whether all income targets can be met together"),
        "amplification": _("Targets beside those of the authority above"),
        "neighbouring_levels": _("Levels of neighbouring years are too far apart"),
        "restated": _("Documents state a figure of one year differently"),
        "places_sum": _("The places below do not add up to the whole"),
    }


def number_names(language: Language) -> dict[str, str]:
    """What the numbers of findings are called."""

    def _(message: str) -> str:
        return gettext(message, language)

    return {
        "implied_base": _("base that level and growth imply"),
        "implied_growth": _("growth that the levels imply"),
        "implied_deflator": _("growth of prices that they imply"),
        "sum": _("sum of the parts"),
        "growth_of_parts": _("growth of the parts"),
        "part": _("the part"),
        "growth_of_rest": _("growth left for the rest"),
        "pull": _("pull of the part on the whole"),
        "quotient": _("quotient of the two levels"),
        "difference": _("difference of the two levels"),
        "gdp_per_head": _("GDP over the mean population"),
        "growth_difference": _("rural growth less urban growth"),
        "gap_threshold": _("rural growth above which the gap narrows"),
        "years": _("years until the gap is largest"),
        "most_consumer_price_growth": _("growth of consumer prices up to which they keep step"),
        "real_income_growth": _("growth of incomes at constant prices"),
        "least_income_growth": _("least growth of incomes that keeps step"),
        "least_nominal_growth": _("least growth of incomes at current prices that keeps step"),
        "ratio": _("ratio that the targets lead to"),
        "required_rural_growth": _("rural growth that the ratio takes"),
        "cheapest_urban_growth": _("cheapest urban growth"),
        "cheapest_rural_growth": _("cheapest rural growth"),
        "area": _("area of what is feasible, in square percentage points"),
        "amplification": _("how much more than above"),
        "revision": _("how far the statements are apart"),
    }
