from collections.abc import Sequence
from typing import Any, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Interval

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

_Series: TypeAlias = pd.Series[Any]
_Ranges: TypeAlias = Sequence[_Range] | Sequence[_Range | float]

@overload
def year_on_year(month_on_month: _Array, periods_per_year: int | None = None) -> NDArray[np.float64]: ...
@overload
def year_on_year(month_on_month: _Ranges, periods_per_year: int | None = None) -> list[Interval]: ...
@overload
def year_on_year(month_on_month: _Series, periods_per_year: int | None = None) -> _Series: ...
@overload
def month_on_month(year_on_year: _Array | _Series, first_year: _Array) -> NDArray[np.float64]: ...
@overload
def month_on_month(year_on_year: _Array, first_year: _Series) -> NDArray[np.float64]: ...
@overload
def month_on_month(year_on_year: _Series, first_year: _Series) -> _Series: ...
@overload
def month_on_month(year_on_year: _Ranges | _Array, first_year: _Ranges | _Array) -> list[Interval]: ...
@overload
def annual_carry_over(month_on_month: _Array | _Series) -> float: ...
@overload
def annual_carry_over(month_on_month: _Ranges) -> Interval: ...
def price_changes(
    month_on_month: _Array | _Series | _Ranges,
    year_on_year: _Array | _Series | _Ranges | None = None,
    *,
    first_period: int | None = None,
    periods_per_year: int | None = None,
) -> pd.DataFrame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def base_effect(
    year_on_year_previous: _Number, base_month_on_month: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def base_effect(
    year_on_year_previous: _Range | _Number,
    base_month_on_month: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def base_effect(
    year_on_year_previous: _Array | _Number,
    base_month_on_month: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def base_effect(
    year_on_year_previous: _Frame,
    base_month_on_month: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def base_effect(
    year_on_year_previous: _Array | _Number,
    base_month_on_month: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def base_effect(
    year_on_year_previous: _AnyArray | _Number,
    base_month_on_month: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def carry_over(
    same_month: _Number, year_end: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def carry_over(
    same_month: _Range | _Number, year_end: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def carry_over(
    same_month: _Array | _Number, year_end: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def carry_over(
    same_month: _Frame, year_end: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def carry_over(
    same_month: _Array | _Number, year_end: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def carry_over(
    same_month: _AnyArray | _Number,
    year_end: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def momentum(
    year_on_year_previous: _Number,
    base_month_on_month: _Number,
    month_on_month: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def momentum(
    year_on_year_previous: _Range | _Number,
    base_month_on_month: _Range | _Number,
    month_on_month: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def momentum(
    year_on_year_previous: _Array | _Number,
    base_month_on_month: _Array | _Number,
    month_on_month: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def momentum(
    year_on_year_previous: _Frame,
    base_month_on_month: _Frame | _Array | _Number,
    month_on_month: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def momentum(
    year_on_year_previous: _Array | _Number,
    base_month_on_month: _Frame,
    month_on_month: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def momentum(
    year_on_year_previous: _Array | _Number,
    base_month_on_month: _Array | _Number,
    month_on_month: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def momentum(
    year_on_year_previous: _AnyArray | _Number,
    base_month_on_month: _AnyArray | _Number,
    month_on_month: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def new_price_rise(
    year_on_year: _Number, carry_over: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def new_price_rise(
    year_on_year: _Range | _Number, carry_over: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def new_price_rise(
    year_on_year: _Array | _Number, carry_over: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def new_price_rise(
    year_on_year: _Frame, carry_over: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def new_price_rise(
    year_on_year: _Array | _Number, carry_over: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def new_price_rise(
    year_on_year: _AnyArray | _Number,
    carry_over: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
