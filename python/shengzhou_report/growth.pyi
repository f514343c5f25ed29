from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, TypeGuard, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Crossing, CrossingRange, Interval

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

REACH: tuple[str, ...]

@overload
def average_growth(rates: _AnyArray, *, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def average_growth(
    rates: Sequence[_Range] | Sequence[_Range | float], *, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def chain(rates: _AnyArray, base: _Number = 100.0) -> NDArray[np.float64]: ...
@overload
def chain(rates: Sequence[_Range] | Sequence[_Range | float], base: _Range | float = 100.0) -> list[Interval]: ...
def large_rates() -> AbstractContextManager[None]: ...

class Crossings(NamedTuple):
    periods: Any
    reach: Any

@overload
def periods_to_reach(start: _Number, end: _Number, rate: _Number, *, nan_policy: _NanPolicy = "raise") -> Crossing: ...
@overload
def periods_to_reach(
    start: _Range | float, end: _Range | float, rate: _Range | float, *, nan_policy: _NanPolicy = "raise"
) -> CrossingRange: ...
@overload
def periods_to_reach(
    start: _AnyArray | float, end: _AnyArray | float, rate: _AnyArray | float, *, nan_policy: _NanPolicy = "raise"
) -> Crossings: ...
@overload
def doubling_time(rate: _Number, times: _Number = 2.0, *, nan_policy: _NanPolicy = "raise") -> Crossing: ...
@overload
def doubling_time(
    rate: _Range | float, times: _Range | float = 2.0, *, nan_policy: _NanPolicy = "raise"
) -> CrossingRange: ...
@overload
def doubling_time(
    rate: _AnyArray | float, times: _AnyArray | float = 2.0, *, nan_policy: _NanPolicy = "raise"
) -> Crossings: ...
def crossing(function: str, nan_policy: str, /, **arguments: object) -> Any: ...
def is_interval_sequence(values: object) -> TypeGuard[Sequence[_Range | float]]: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def annualise(
    rate: _Number, periods_per_year: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def annualise(
    rate: _Range | _Number, periods_per_year: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def annualise(
    rate: _Array | _Number, periods_per_year: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def annualise(
    rate: _Frame, periods_per_year: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def annualise(
    rate: _Array | _Number, periods_per_year: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def annualise(
    rate: _AnyArray | _Number,
    periods_per_year: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def cagr(
    start: _Number, end: _Number, periods: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def cagr(
    start: _Range | _Number,
    end: _Range | _Number,
    periods: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def cagr(
    start: _Array | _Number,
    end: _Array | _Number,
    periods: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def cagr(
    start: _Frame,
    end: _Frame | _Array | _Number,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def cagr(
    start: _Array | _Number,
    end: _Frame,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def cagr(
    start: _Array | _Number,
    end: _Array | _Number,
    periods: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def cagr(
    start: _AnyArray | _Number,
    end: _AnyArray | _Number,
    periods: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def compound(
    value: _Number, rate: _Number, periods: _Number = 1.0, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def compound(
    value: _Range | _Number,
    rate: _Range | _Number,
    periods: _Number = 1.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def compound(
    value: _Array | _Number,
    rate: _Array | _Number,
    periods: _Array | _Number = 1.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def compound(
    value: _Frame,
    rate: _Frame | _Array | _Number,
    periods: _Frame | _Array | _Number = 1.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def compound(
    value: _Array | _Number,
    rate: _Frame,
    periods: _Frame | _Array | _Number = 1.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def compound(
    value: _Array | _Number,
    rate: _Array | _Number,
    periods: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def compound(
    value: _AnyArray | _Number,
    rate: _AnyArray | _Number,
    periods: _AnyArray | _Number = 1.0,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def contribution(
    part_start: _Number, part_end: _Number, whole_start: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def contribution(
    part_start: _Range | _Number,
    part_end: _Range | _Number,
    whole_start: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def contribution(
    part_start: _Array | _Number,
    part_end: _Array | _Number,
    whole_start: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def contribution(
    part_start: _Frame,
    part_end: _Frame | _Array | _Number,
    whole_start: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution(
    part_start: _Array | _Number,
    part_end: _Frame,
    whole_start: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution(
    part_start: _Array | _Number,
    part_end: _Array | _Number,
    whole_start: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution(
    part_start: _AnyArray | _Number,
    part_end: _AnyArray | _Number,
    whole_start: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def contribution_rate(
    part_start: _Number,
    part_end: _Number,
    whole_start: _Number,
    whole_end: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def contribution_rate(
    part_start: _Range | _Number,
    part_end: _Range | _Number,
    whole_start: _Range | _Number,
    whole_end: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def contribution_rate(
    part_start: _Array | _Number,
    part_end: _Array | _Number,
    whole_start: _Array | _Number,
    whole_end: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def contribution_rate(
    part_start: _Frame,
    part_end: _Frame | _Array | _Number,
    whole_start: _Frame | _Array | _Number,
    whole_end: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | _Number,
    part_end: _Frame,
    whole_start: _Frame | _Array | _Number,
    whole_end: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | _Number,
    part_end: _Array | _Number,
    whole_start: _Frame,
    whole_end: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | _Number,
    part_end: _Array | _Number,
    whole_start: _Array | _Number,
    whole_end: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _AnyArray | _Number,
    part_end: _AnyArray | _Number,
    whole_start: _AnyArray | _Number,
    whole_end: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def doublings(start: _Number, end: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def doublings(
    start: _Range | _Number, end: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def doublings(
    start: _Array | _Number, end: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def doublings(
    start: _Frame, end: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def doublings(
    start: _Array | _Number, end: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def doublings(
    start: _AnyArray | _Number, end: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def growth_rate(start: _Number, end: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def growth_rate(
    start: _Range | _Number, end: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def growth_rate(
    start: _Array | _Number, end: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def growth_rate(
    start: _Frame, end: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def growth_rate(
    start: _Array | _Number, end: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def growth_rate(
    start: _AnyArray | _Number, end: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def implied_base(level: _Number, growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def implied_base(
    level: _Range | _Number, growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def implied_base(
    level: _Array | _Number, growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def implied_base(
    level: _Frame, growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def implied_base(
    level: _Array | _Number, growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def implied_base(
    level: _AnyArray | _Number,
    growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def implied_deflator(
    nominal: _Number, real: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def implied_deflator(
    nominal: _Range | _Number, real: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def implied_deflator(
    nominal: _Array | _Number, real: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def implied_deflator(
    nominal: _Frame, real: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def implied_deflator(
    nominal: _Array | _Number, real: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def implied_deflator(
    nominal: _AnyArray | _Number,
    real: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def log_growth(start: _Number, end: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def log_growth(
    start: _Range | _Number, end: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def log_growth(
    start: _Array | _Number, end: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def log_growth(
    start: _Frame, end: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def log_growth(
    start: _Array | _Number, end: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def log_growth(
    start: _AnyArray | _Number, end: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def nominal_growth(
    real: _Number, deflator_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def nominal_growth(
    real: _Range | _Number, deflator_growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def nominal_growth(
    real: _Array | _Number, deflator_growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def nominal_growth(
    real: _Frame, deflator_growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def nominal_growth(
    real: _Array | _Number, deflator_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def nominal_growth(
    real: _AnyArray | _Number,
    deflator_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def percentage_point_difference(
    rate_a: _Number, rate_b: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def percentage_point_difference(
    rate_a: _Range | _Number, rate_b: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def percentage_point_difference(
    rate_a: _Array | _Number, rate_b: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def percentage_point_difference(
    rate_a: _Frame, rate_b: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def percentage_point_difference(
    rate_a: _Array | _Number, rate_b: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def percentage_point_difference(
    rate_a: _AnyArray | _Number,
    rate_b: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_growth(
    nominal: _Number, deflator_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def real_growth(
    nominal: _Range | _Number, deflator_growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def real_growth(
    nominal: _Array | _Number, deflator_growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def real_growth(
    nominal: _Frame, deflator_growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def real_growth(
    nominal: _Array | _Number, deflator_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def real_growth(
    nominal: _AnyArray | _Number,
    deflator_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_growth(
    current: _Number, target: _Number, periods: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def required_growth(
    current: _Range | _Number,
    target: _Range | _Number,
    periods: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_growth(
    current: _Array | _Number,
    target: _Array | _Number,
    periods: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_growth(
    current: _Frame,
    target: _Frame | _Array | _Number,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth(
    current: _Array | _Number,
    target: _Frame,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth(
    current: _Array | _Number,
    target: _Array | _Number,
    periods: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth(
    current: _AnyArray | _Number,
    target: _AnyArray | _Number,
    periods: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_growth_rest(
    annual_target: _Number,
    ytd_growth: _Number,
    ytd_share: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def required_growth_rest(
    annual_target: _Range | _Number,
    ytd_growth: _Range | _Number,
    ytd_share: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_growth_rest(
    annual_target: _Array | _Number,
    ytd_growth: _Array | _Number,
    ytd_share: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_growth_rest(
    annual_target: _Frame,
    ytd_growth: _Frame | _Array | _Number,
    ytd_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _Array | _Number,
    ytd_growth: _Frame,
    ytd_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _Array | _Number,
    ytd_growth: _Array | _Number,
    ytd_share: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _AnyArray | _Number,
    ytd_growth: _AnyArray | _Number,
    ytd_share: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_year_average(
    growth_previous: _Number, growth_current: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def two_year_average(
    growth_previous: _Range | _Number,
    growth_current: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def two_year_average(
    growth_previous: _Array | _Number,
    growth_current: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_year_average(
    growth_previous: _Frame,
    growth_current: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_year_average(
    growth_previous: _Array | _Number, growth_current: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def two_year_average(
    growth_previous: _AnyArray | _Number,
    growth_current: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
