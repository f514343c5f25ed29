"""What a Quantity or a Statement is to a formula: one place for units, per cent and rounding.

A rate or a share becomes a fraction. Levels are converted to the unit of the first one. Both become the `Interval` of
what prints like this, so that rounding is carried, and a bound gives its half-open interval.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from decimal import Decimal
from numbers import Real
from typing import Any

from . import _core
from ._core import DomainError, Interval, Quantity, Statement, Unit, UnitError

#: Parameters that are fractions of which 1 is one as good as others; formulas refuse what lies beyond.
_SHARES = frozenset(
    {"share", "share_end", "urban_share", "urban_weight", "urban_weight_end", "ytd_share"},
)
#: Parameters that are fractions: growth, rates and shares.
_FRACTIONS = _SHARES.union(
    {
        *("bound", "deflator_growth", "gdp_growth", "growth", "growth_current", "growth_previous", "income_growth"),
        *("nominal", "rate", "rate_a", "rate_b", "rates", "real", "rural_growth", "urban_growth", "ytd_growth"),
        *("base_month_on_month", "carry_over", "first_year", "month_on_month", "year_on_year", "year_on_year_previous"),
        *("growth_to_date", "total_growth", "whole_growth"),
        *("intensity_growth", "output_growth", "population_growth", "use_growth"),
        *("rural_deflator_growth", "urban_deflator_growth"),
    }
)
#: Parameters that are plain numbers.
_NUMBERS = frozenset(
    {
        *("correlation", "elapsed", "periods", "periods_left", "periods_per_year", "probability", "times", "years"),
        *("rural_volatility", "urban_volatility", "volatility"),
    }
)
#: Parameters that are index numbers, whose unit is none.
_INDICES = frozenset({"base_index", "price_index", "rural_price_index", "urban_price_index"})

#: Parameters that are levels elsewhere.
_FRACTIONS_OF = {"required_growth_rest": ("annual_target",)}
#: Parameters that count persons; beside them other levels are without 万 and 亿, as figures per head are.
_POPULATIONS = frozenset({"population_start", "population_end"})


@contextmanager
def large_rates() -> Iterator[None]:
    """Lets rates be 1 (100 %) and more in this thread, for growth that is as large as that.

    Rates are fractions, 0.065 is 6.5 %. A plain number from 1 on is most often per cent by mistake, 6 for 6 %, so
    functions raise DomainError for it; what they return may be as large as it is. Figures that bear their unit,
    `Quantity` and `Statement`, need no permission. The limit is a convention, and the command line keeps the same.

    >>> import shengzhou_report as sr
    >>> sr.growth.compound(100, 1.5, 2)
    Traceback (most recent call last):
        ...
    shengzhou_report.DomainError: compound: rate = 1.5 would be 150 %: rates are fractions, 1.5 % is 0.015; where growth is as large as that, call within large_rates (LargeRates)
    >>> with sr.growth.large_rates():
    ...     sr.growth.compound(100, 1.5, 2)
    625.0
    >>> sr.growth.compound(100, sr.Quantity("150", "%", step="1e-9"), 2).midpoint
    625.0
    """  # noqa: E501
    before = _core.allow_large_rates(True)
    try:
        yield
    finally:
        _core.allow_large_rates(before)


def is_figure(value: object) -> bool:
    """Whether `value` is a number with its unit."""
    return isinstance(value, (Quantity, Statement))


def has_figures(values: object) -> bool:
    """Whether `values` is a figure, or a list, tuple or Series that holds one."""
    if isinstance(values, (list, tuple)) or getattr(values, "dtype", None) == "O":
        return any(is_figure(value) for value in values)  # type: ignore[attr-defined]
    return is_figure(values)


def plain(function: str, arguments: dict[str, Any]) -> tuple[dict[str, Any], AbstractContextManager[object]]:
    """The arguments with figures as intervals, and the context in which to call: a unit says that growth is large.

    Raises UnitError for units that do not fit together, DomainError for a statement without a number.
    """
    if not any(map(has_figures, arguments.values())):
        return arguments, nullcontext()
    rates = _FRACTIONS.union(_FRACTIONS_OF.get(function, ()))
    numbers = _NUMBERS | _INDICES | _POPULATIONS
    levels = {name: value for name, value in arguments.items() if name not in rates | numbers}
    heads = {name: value for name, value in arguments.items() if name in _POPULATIONS}
    unit, persons = _units(levels, heads)
    result: dict[str, Any] = {}

    def convert(name: str, value: Any) -> Any:
        if name in _INDICES:
            return _index(name, value)
        return _fraction(name, value) if name in rates else _level(name, value, persons if name in heads else unit)

    for name, value in arguments.items():
        if name in _NUMBERS:
            if has_figures(value):
                raise TypeError(f"{name}: needs a plain number, got {type(value).__name__}")
            result[name] = value
        elif isinstance(value, (list, tuple)) or (has_figures(value) and not is_figure(value)):
            result[name] = [convert(name, item) for item in value]
        else:
            result[name] = convert(name, value)
        if name in rates - _SHARES and not has_figures(value):
            _require_rate(function, name, value)
    return result, large_rates()


def printed(function: str, arguments: dict[str, Any]) -> list[float]:
    """Numbers and figures as numbers, figures as they are printed: fractions, and levels in the unit of the first.

    Raises as `plain`, and DomainError for a figure that is a bound, which has no value.
    """
    ranges, _ = plain(function, arguments)
    values = [range.midpoint if isinstance(range, Interval) else float(range) for range in ranges.values()]
    for name, value in zip(arguments, values, strict=True):
        if is_figure(arguments[name]) and not math.isfinite(value):
            raise DomainError(f"{function}: {name} is {arguments[name]}, a bound; it needs a value")
    return values


def _quantity(name: str, value: Quantity | Statement) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if value.quantity is None:
        raise DomainError(f"{name}: the statement on {value.indicator!r} carries no number")
    return value.quantity


def _items(values: Any) -> list[Any]:
    return list(values) if has_figures(values) and not is_figure(values) else [values]


def _unit(levels: dict[str, Any]) -> Any:
    """The unit of the first level that has one, with the name of its parameter."""
    for name, values in levels.items():
        for value in _items(values):
            if is_figure(value):
                return name, _quantity(name, value).unit
    return None


def _units(levels: dict[str, Any], heads: dict[str, Any]) -> tuple[Any, Any]:
    """The units of levels and of numbers of persons; of either without the other, of both without magnitudes."""
    unit, persons = _unit(levels), _unit(heads)
    if not levels or not heads or (unit is None and persons is None):
        return unit, persons
    if unit is None or persons is None:
        return unit or persons, unit or persons  # which tells the other that it has none
    return (unit[0], unit[1].base), (persons[0], persons[1].base)


def _fraction(name: str, value: Any) -> Any:
    if not is_figure(value):
        return value
    quantity = _quantity(name, value)
    if quantity.unit.is_point:
        raise UnitError(f"{name}: a rate is no difference of rates, as {quantity} is")
    if not quantity.unit.is_ratio:
        raise UnitError(f"{name}: needs a rate or a share, as 6.5%, not {quantity}")
    return quantity.rate_interval()


def _index(name: str, value: Any) -> Any:
    if not is_figure(value):
        return value
    quantity = _quantity(name, value)
    if quantity.unit != Unit():
        raise UnitError(f"{name}: an index has no unit, as 102.3 over a base of 100, not {quantity}")
    return quantity.interval()


def _level(name: str, value: Any, unit: Any) -> Any:
    if not is_figure(value):
        if unit is None or unit[1].is_ratio or (isinstance(value, (int, float)) and value == 0):
            return value
        raise UnitError(f"{name} has no unit and {unit[0]} is in {unit[1]}: give both a unit, or none")
    if isinstance(value, Statement) and value.measure != "level":
        raise DomainError(f"{name}: needs a level, not {value}")
    quantity = _quantity(name, value)
    if not quantity.unit.is_compatible(unit[1]):
        raise UnitError(f"{name} is in {quantity.unit} and {unit[0]} in {unit[1]}: levels need one dimension")
    return quantity.rate_interval() if unit[1].is_ratio else quantity.to(unit[1]).interval()


def _require_rate(function: str, name: str, rates: Any) -> None:
    for rate in rates if isinstance(rates, (list, tuple)) else [rates]:
        if not isinstance(rate, (Interval, Real, Decimal)):
            continue  # an array, which goes with no interval, or what is no number at all
        ends: tuple[Any, Any] = (rate.lower, rate.upper) if isinstance(rate, Interval) else (rate, rate)
        typical = ends[0] if ends[1] == math.inf else ends[0] / 2 + ends[1] / 2
        _core.require_rate(function, name, float(typical))
