import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import ErrorMoments, Interval, Progress, Quantity, SeasonalShare
from ._core import target_outcomes as target_outcomes
from .typing import Direction, Distribution, Period

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

_Series: TypeAlias = pd.Series[Any]
# A day, or a word that says when in the year.
_When: TypeAlias = dt.date | pd.Period | np.datetime64 | Period
_Intervals: TypeAlias = Sequence[Interval] | Sequence[Interval | float]

@overload
def single_periods(ytd: _Array, periods_per_year: int | None = None) -> NDArray[np.float64]: ...
@overload
def single_periods(ytd: _Intervals, periods_per_year: int | None = None) -> list[Interval]: ...
@overload
def single_periods(ytd: _Series, periods_per_year: int | None = None) -> _Series: ...
@overload
def single_growths(ytd: _Array, ytd_growth: _Array, periods_per_year: int | None = None) -> NDArray[np.float64]: ...
@overload
def single_growths(
    ytd: _Intervals | _Array, ytd_growth: _Intervals | _Array, periods_per_year: int | None = None
) -> list[Interval]: ...
@overload
def single_growths(ytd: _Series, ytd_growth: _Series | _Array, periods_per_year: int | None = None) -> _Series: ...
@overload
def single_growths(ytd: _Array, ytd_growth: _Series, periods_per_year: int | None = None) -> _Series: ...
@overload
def year_to_date(single: _Array, periods_per_year: int | None = None) -> NDArray[np.float64]: ...
@overload
def year_to_date(single: _Series, periods_per_year: int | None = None) -> _Series: ...
@overload
def calendar_share(when: _When) -> float: ...
@overload
def calendar_share(when: _Series) -> _Series: ...
@overload
def calendar_share(
    when: Sequence[dt.date] | NDArray[np.datetime64] | pd.DatetimeIndex | pd.PeriodIndex,
) -> NDArray[np.float64]: ...

class SeasonalPattern(NamedTuple):
    mean: Any
    lowest: Any
    highest: Any

def seasonal_pattern(single: _Array | _Series, periods_per_year: int | None = None) -> SeasonalPattern: ...
def seasonal_share(single: _Array | _Series, period: int, periods_per_year: int | None = None) -> SeasonalShare: ...
def progress(
    annual_target: float,
    ytd: float,
    share: float | _When,
    *,
    seasonal: SeasonalShare | None = None,
    previous: tuple[float, float] | None = None,
    direction: Direction = "higher",
) -> Progress: ...
def error_moments(errors: _Array | _Series) -> ErrorMoments: ...
@overload
def target_probability(
    target: Quantity | Interval,
    forecast: float,
    errors: ErrorMoments | _Array | _Series,
    *,
    distribution: Distribution = "normal",
    direction: Direction = "higher",
) -> float: ...
@overload
def target_probability(
    target: Quantity | Interval,
    forecast: _Array,
    errors: ErrorMoments | _Array | _Series,
    *,
    distribution: Distribution = "normal",
    direction: Direction = "higher",
) -> NDArray[np.float64]: ...
@overload
def target_probability(
    target: Quantity | Interval,
    forecast: _Frame,
    errors: ErrorMoments | _Array | _Series,
    *,
    distribution: Distribution = "normal",
    direction: Direction = "higher",
) -> _Frame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def completion(
    ytd: _Number, annual_target: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def completion(
    ytd: _Range | _Number, annual_target: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def completion(
    ytd: _Array | _Number, annual_target: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def completion(
    ytd: _Frame, annual_target: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def completion(
    ytd: _Array | _Number, annual_target: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def completion(
    ytd: _AnyArray | _Number,
    annual_target: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def lead(
    ytd: _Number, annual_target: _Number, share: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def lead(
    ytd: _Range | _Number,
    annual_target: _Range | _Number,
    share: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def lead(
    ytd: _Array | _Number,
    annual_target: _Array | _Number,
    share: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def lead(
    ytd: _Frame,
    annual_target: _Frame | _Array | _Number,
    share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def lead(
    ytd: _Array | _Number,
    annual_target: _Frame,
    share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def lead(
    ytd: _Array | _Number,
    annual_target: _Array | _Number,
    share: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def lead(
    ytd: _AnyArray | _Number,
    annual_target: _AnyArray | _Number,
    share: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def projected_total(ytd: _Number, share: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def projected_total(
    ytd: _Range | _Number, share: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def projected_total(
    ytd: _Array | _Number, share: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def projected_total(
    ytd: _Frame, share: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def projected_total(
    ytd: _Array | _Number, share: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def projected_total(
    ytd: _AnyArray | _Number, share: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def single_growth(
    ytd: _Number,
    ytd_growth: _Number,
    ytd_previous: _Number,
    growth_previous: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def single_growth(
    ytd: _Range | _Number,
    ytd_growth: _Range | _Number,
    ytd_previous: _Range | _Number,
    growth_previous: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def single_growth(
    ytd: _Array | _Number,
    ytd_growth: _Array | _Number,
    ytd_previous: _Array | _Number,
    growth_previous: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def single_growth(
    ytd: _Frame,
    ytd_growth: _Frame | _Array | _Number,
    ytd_previous: _Frame | _Array | _Number,
    growth_previous: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def single_growth(
    ytd: _Array | _Number,
    ytd_growth: _Frame,
    ytd_previous: _Frame | _Array | _Number,
    growth_previous: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def single_growth(
    ytd: _Array | _Number,
    ytd_growth: _Array | _Number,
    ytd_previous: _Frame,
    growth_previous: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def single_growth(
    ytd: _Array | _Number,
    ytd_growth: _Array | _Number,
    ytd_previous: _Array | _Number,
    growth_previous: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def single_growth(
    ytd: _AnyArray | _Number,
    ytd_growth: _AnyArray | _Number,
    ytd_previous: _AnyArray | _Number,
    growth_previous: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def single_period(
    ytd: _Number, ytd_previous: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def single_period(
    ytd: _Range | _Number, ytd_previous: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def single_period(
    ytd: _Array | _Number, ytd_previous: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def single_period(
    ytd: _Frame, ytd_previous: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def single_period(
    ytd: _Array | _Number, ytd_previous: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def single_period(
    ytd: _AnyArray | _Number,
    ytd_previous: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
