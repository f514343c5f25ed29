"""Numbers, rates, times and intervals in words."""

from __future__ import annotations

import math
from collections.abc import Callable

from ._core import Interval
from .language import gettext as _


def number_text(value: float, digits: int = 6) -> str:
    """At least `digits` significant digits and two decimals, without an exponent and without trailing zeros."""
    if not math.isfinite(value):
        return str(value)
    decimals = 2 if value == 0 else min(max(2, digits - 1 - math.floor(math.log10(abs(value)))), 60)
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")


def percent_text(rate: float) -> str:
    return number_text(100 * rate, 4) + "%"


def years_text(number: float) -> str:
    return f"{number:.2f}"


def span_text(interval: Interval, form: Callable[[float], str]) -> str:
    if math.isinf(interval.upper):
        return "≥" + form(interval.lower)
    if math.isinf(interval.lower):
        return "≤" + form(interval.upper)
    return _("{lower} to {upper}").format(lower=form(interval.lower), upper=form(interval.upper))
