from collections.abc import Sequence
from typing import Any, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Interval, Quantity, Statement

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

_Series: TypeAlias = pd.Series[Any]
_Ranges: TypeAlias = Sequence[_Range] | Sequence[_Range | float]

@overload
def cumulative_growth(rates: _Array | _Series, *, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def cumulative_growth(rates: _Ranges, *, nan_policy: _NanPolicy = "raise") -> Interval: ...
def growth_plan(
    total_growth: _Number | Quantity | Statement, rates: _Array | _Series | _Ranges, periods: int = 5
) -> pd.DataFrame: ...
def level_plan(
    base: _Number | Quantity | Statement,
    target: _Number | Quantity | Statement,
    levels: _Array | _Series | _Ranges,
    periods: int = 5,
) -> pd.DataFrame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def log_progress(
    growth_to_date: _Number, total_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def log_progress(
    growth_to_date: _Range | _Number,
    total_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def log_progress(
    growth_to_date: _Array | _Number,
    total_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def log_progress(
    growth_to_date: _Frame,
    total_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def log_progress(
    growth_to_date: _Array | _Number, total_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def log_progress(
    growth_to_date: _AnyArray | _Number,
    total_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_average_growth(
    total_growth: _Number,
    growth_to_date: _Number,
    periods_left: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def required_average_growth(
    total_growth: _Range | _Number,
    growth_to_date: _Range | _Number,
    periods_left: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_average_growth(
    total_growth: _Array | _Number,
    growth_to_date: _Array | _Number,
    periods_left: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_average_growth(
    total_growth: _Frame,
    growth_to_date: _Frame | _Array | _Number,
    periods_left: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_average_growth(
    total_growth: _Array | _Number,
    growth_to_date: _Frame,
    periods_left: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_average_growth(
    total_growth: _Array | _Number,
    growth_to_date: _Array | _Number,
    periods_left: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_average_growth(
    total_growth: _AnyArray | _Number,
    growth_to_date: _AnyArray | _Number,
    periods_left: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_change(
    current: _Number, target: _Number, periods_left: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def required_change(
    current: _Range | _Number,
    target: _Range | _Number,
    periods_left: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_change(
    current: _Array | _Number,
    target: _Array | _Number,
    periods_left: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_change(
    current: _Frame,
    target: _Frame | _Array | _Number,
    periods_left: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_change(
    current: _Array | _Number,
    target: _Frame,
    periods_left: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_change(
    current: _Array | _Number,
    target: _Array | _Number,
    periods_left: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_change(
    current: _AnyArray | _Number,
    target: _AnyArray | _Number,
    periods_left: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def scheduled_growth(
    total_growth: _Number, elapsed: _Number, periods: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def scheduled_growth(
    total_growth: _Range | _Number,
    elapsed: _Number,
    periods: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def scheduled_growth(
    total_growth: _Array | _Number,
    elapsed: _Array | _Number,
    periods: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def scheduled_growth(
    total_growth: _Frame,
    elapsed: _Frame | _Array | _Number,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def scheduled_growth(
    total_growth: _Array | _Number,
    elapsed: _Frame,
    periods: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def scheduled_growth(
    total_growth: _Array | _Number,
    elapsed: _Array | _Number,
    periods: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def scheduled_growth(
    total_growth: _AnyArray | _Number,
    elapsed: _AnyArray | _Number,
    periods: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def target_progress(
    base: _Number, current: _Number, target: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def target_progress(
    base: _Range | _Number,
    current: _Range | _Number,
    target: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def target_progress(
    base: _Array | _Number,
    current: _Array | _Number,
    target: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def target_progress(
    base: _Frame,
    current: _Frame | _Array | _Number,
    target: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def target_progress(
    base: _Array | _Number,
    current: _Frame,
    target: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def target_progress(
    base: _Array | _Number,
    current: _Array | _Number,
    target: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def target_progress(
    base: _AnyArray | _Number,
    current: _AnyArray | _Number,
    target: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
