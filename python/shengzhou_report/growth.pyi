from collections.abc import Sequence
from typing import Any, NamedTuple, TypeGuard, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame
from ._core import Crossing, CrossingRange, Interval

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

REACH: tuple[str, ...]

@overload
def average_growth(rates: _AnyArray) -> float: ...
@overload
def average_growth(rates: Sequence[Interval] | Sequence[Interval | float]) -> Interval: ...
@overload
def chain(rates: _AnyArray, base: float = 100.0) -> NDArray[np.float64]: ...
@overload
def chain(rates: Sequence[Interval] | Sequence[Interval | float], base: Interval | float = 100.0) -> list[Interval]: ...

class Crossings(NamedTuple):
    periods: Any
    reach: Any

@overload
def periods_to_reach(start: float, end: float, rate: float) -> Crossing: ...
@overload
def periods_to_reach(start: Interval | float, end: Interval | float, rate: Interval | float) -> CrossingRange: ...
@overload
def periods_to_reach(start: _AnyArray | float, end: _AnyArray | float, rate: _AnyArray | float) -> Crossings: ...
@overload
def doubling_time(rate: float, times: float = 2.0) -> Crossing: ...
@overload
def doubling_time(rate: Interval | float, times: Interval | float = 2.0) -> CrossingRange: ...
@overload
def doubling_time(rate: _AnyArray | float, times: _AnyArray | float = 2.0) -> Crossings: ...
def crossing(function: str, /, **arguments: object) -> Any: ...
def is_interval_sequence(values: object) -> TypeGuard[Sequence[Interval | float]]: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def annualise(rate: float, periods_per_year: float, *, out: None = None) -> float: ...
@overload
def annualise(rate: Interval | float, periods_per_year: float, *, out: None = None) -> Interval: ...
@overload
def annualise(rate: _Array | float, periods_per_year: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def annualise(rate: _Frame, periods_per_year: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def annualise(rate: _Array | float, periods_per_year: _Frame, *, out: None = None) -> _Frame: ...
@overload
def annualise(
    rate: _AnyArray | float, periods_per_year: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def cagr(start: float, end: float, periods: float, *, out: None = None) -> float: ...
@overload
def cagr(start: Interval | float, end: Interval | float, periods: float, *, out: None = None) -> Interval: ...
@overload
def cagr(
    start: _Array | float, end: _Array | float, periods: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def cagr(
    start: _Frame, end: _Frame | _Array | float, periods: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def cagr(start: _Array | float, end: _Frame, periods: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def cagr(start: _Array | float, end: _Array | float, periods: _Frame, *, out: None = None) -> _Frame: ...
@overload
def cagr(
    start: _AnyArray | float, end: _AnyArray | float, periods: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def compound(value: float, rate: float, periods: float = 1.0, *, out: None = None) -> float: ...
@overload
def compound(
    value: Interval | float, rate: Interval | float, periods: float = 1.0, *, out: None = None
) -> Interval: ...
@overload
def compound(
    value: _Array | float, rate: _Array | float, periods: _Array | float = 1.0, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def compound(
    value: _Frame, rate: _Frame | _Array | float, periods: _Frame | _Array | float = 1.0, *, out: None = None
) -> _Frame: ...
@overload
def compound(
    value: _Array | float, rate: _Frame, periods: _Frame | _Array | float = 1.0, *, out: None = None
) -> _Frame: ...
@overload
def compound(value: _Array | float, rate: _Array | float, periods: _Frame, *, out: None = None) -> _Frame: ...
@overload
def compound(
    value: _AnyArray | float, rate: _AnyArray | float, periods: _AnyArray | float = 1.0, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def contribution(part_start: float, part_end: float, whole_start: float, *, out: None = None) -> float: ...
@overload
def contribution(
    part_start: Interval | float, part_end: Interval | float, whole_start: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def contribution(
    part_start: _Array | float, part_end: _Array | float, whole_start: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def contribution(
    part_start: _Frame, part_end: _Frame | _Array | float, whole_start: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def contribution(
    part_start: _Array | float, part_end: _Frame, whole_start: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def contribution(
    part_start: _Array | float, part_end: _Array | float, whole_start: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def contribution(
    part_start: _AnyArray | float,
    part_end: _AnyArray | float,
    whole_start: _AnyArray | float,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
@overload
def contribution_rate(
    part_start: float, part_end: float, whole_start: float, whole_end: float, *, out: None = None
) -> float: ...
@overload
def contribution_rate(
    part_start: Interval | float,
    part_end: Interval | float,
    whole_start: Interval | float,
    whole_end: Interval | float,
    *,
    out: None = None,
) -> Interval: ...
@overload
def contribution_rate(
    part_start: _Array | float,
    part_end: _Array | float,
    whole_start: _Array | float,
    whole_end: _Array | float,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def contribution_rate(
    part_start: _Frame,
    part_end: _Frame | _Array | float,
    whole_start: _Frame | _Array | float,
    whole_end: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | float,
    part_end: _Frame,
    whole_start: _Frame | _Array | float,
    whole_end: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | float,
    part_end: _Array | float,
    whole_start: _Frame,
    whole_end: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _Array | float,
    part_end: _Array | float,
    whole_start: _Array | float,
    whole_end: _Frame,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def contribution_rate(
    part_start: _AnyArray | float,
    part_end: _AnyArray | float,
    whole_start: _AnyArray | float,
    whole_end: _AnyArray | float,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
@overload
def doublings(start: float, end: float, *, out: None = None) -> float: ...
@overload
def doublings(start: Interval | float, end: Interval | float, *, out: None = None) -> Interval: ...
@overload
def doublings(start: _Array | float, end: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def doublings(start: _Frame, end: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def doublings(start: _Array | float, end: _Frame, *, out: None = None) -> _Frame: ...
@overload
def doublings(start: _AnyArray | float, end: _AnyArray | float, *, out: NDArray[np.float64]) -> NDArray[np.float64]: ...
@overload
def growth_rate(start: float, end: float, *, out: None = None) -> float: ...
@overload
def growth_rate(start: Interval | float, end: Interval | float, *, out: None = None) -> Interval: ...
@overload
def growth_rate(start: _Array | float, end: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def growth_rate(start: _Frame, end: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def growth_rate(start: _Array | float, end: _Frame, *, out: None = None) -> _Frame: ...
@overload
def growth_rate(
    start: _AnyArray | float, end: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def implied_base(level: float, growth: float, *, out: None = None) -> float: ...
@overload
def implied_base(level: Interval | float, growth: Interval | float, *, out: None = None) -> Interval: ...
@overload
def implied_base(level: _Array | float, growth: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def implied_base(level: _Frame, growth: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def implied_base(level: _Array | float, growth: _Frame, *, out: None = None) -> _Frame: ...
@overload
def implied_base(
    level: _AnyArray | float, growth: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def implied_deflator(nominal: float, real: float, *, out: None = None) -> float: ...
@overload
def implied_deflator(nominal: Interval | float, real: Interval | float, *, out: None = None) -> Interval: ...
@overload
def implied_deflator(nominal: _Array | float, real: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def implied_deflator(nominal: _Frame, real: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def implied_deflator(nominal: _Array | float, real: _Frame, *, out: None = None) -> _Frame: ...
@overload
def implied_deflator(
    nominal: _AnyArray | float, real: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def log_growth(start: float, end: float, *, out: None = None) -> float: ...
@overload
def log_growth(start: Interval | float, end: Interval | float, *, out: None = None) -> Interval: ...
@overload
def log_growth(start: _Array | float, end: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def log_growth(start: _Frame, end: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def log_growth(start: _Array | float, end: _Frame, *, out: None = None) -> _Frame: ...
@overload
def log_growth(
    start: _AnyArray | float, end: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def nominal_growth(real: float, deflator_growth: float, *, out: None = None) -> float: ...
@overload
def nominal_growth(real: Interval | float, deflator_growth: Interval | float, *, out: None = None) -> Interval: ...
@overload
def nominal_growth(
    real: _Array | float, deflator_growth: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def nominal_growth(real: _Frame, deflator_growth: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def nominal_growth(real: _Array | float, deflator_growth: _Frame, *, out: None = None) -> _Frame: ...
@overload
def nominal_growth(
    real: _AnyArray | float, deflator_growth: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def percentage_point_difference(rate_a: float, rate_b: float, *, out: None = None) -> float: ...
@overload
def percentage_point_difference(
    rate_a: Interval | float, rate_b: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def percentage_point_difference(
    rate_a: _Array | float, rate_b: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def percentage_point_difference(rate_a: _Frame, rate_b: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def percentage_point_difference(rate_a: _Array | float, rate_b: _Frame, *, out: None = None) -> _Frame: ...
@overload
def percentage_point_difference(
    rate_a: _AnyArray | float, rate_b: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def real_growth(nominal: float, deflator_growth: float, *, out: None = None) -> float: ...
@overload
def real_growth(nominal: Interval | float, deflator_growth: Interval | float, *, out: None = None) -> Interval: ...
@overload
def real_growth(
    nominal: _Array | float, deflator_growth: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def real_growth(nominal: _Frame, deflator_growth: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def real_growth(nominal: _Array | float, deflator_growth: _Frame, *, out: None = None) -> _Frame: ...
@overload
def real_growth(
    nominal: _AnyArray | float, deflator_growth: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def required_growth(current: float, target: float, periods: float, *, out: None = None) -> float: ...
@overload
def required_growth(
    current: Interval | float, target: Interval | float, periods: float, *, out: None = None
) -> Interval: ...
@overload
def required_growth(
    current: _Array | float, target: _Array | float, periods: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def required_growth(
    current: _Frame, target: _Frame | _Array | float, periods: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_growth(
    current: _Array | float, target: _Frame, periods: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_growth(
    current: _Array | float, target: _Array | float, periods: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def required_growth(
    current: _AnyArray | float, target: _AnyArray | float, periods: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def required_growth_rest(annual_target: float, ytd_growth: float, ytd_share: float, *, out: None = None) -> float: ...
@overload
def required_growth_rest(
    annual_target: Interval | float, ytd_growth: Interval | float, ytd_share: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def required_growth_rest(
    annual_target: _Array | float, ytd_growth: _Array | float, ytd_share: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def required_growth_rest(
    annual_target: _Frame, ytd_growth: _Frame | _Array | float, ytd_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _Array | float, ytd_growth: _Frame, ytd_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _Array | float, ytd_growth: _Array | float, ytd_share: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def required_growth_rest(
    annual_target: _AnyArray | float,
    ytd_growth: _AnyArray | float,
    ytd_share: _AnyArray | float,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
@overload
def two_year_average(growth_previous: float, growth_current: float, *, out: None = None) -> float: ...
@overload
def two_year_average(
    growth_previous: Interval | float, growth_current: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def two_year_average(
    growth_previous: _Array | float, growth_current: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def two_year_average(
    growth_previous: _Frame, growth_current: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_year_average(growth_previous: _Array | float, growth_current: _Frame, *, out: None = None) -> _Frame: ...
@overload
def two_year_average(
    growth_previous: _AnyArray | float, growth_current: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
