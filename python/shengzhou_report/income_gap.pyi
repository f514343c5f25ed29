from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Crossing, CrossingRange, GapPeak, GapPeakRange, Interval
from .growth import Crossings
from .typing import Certainty

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# One rate a year as rounded figures, or one for all years.
_Intervals: TypeAlias = Sequence[Interval] | Sequence[_Range | float] | _Range | float

CERTAINTY: tuple[str, ...]

@overload
def ratio_path(
    ratio: _Number, urban_growth: _Number, rural_growth: _Number, periods: int, *, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def ratio_path(
    ratio: _Array | pd.DataFrame | float,
    urban_growth: _Array | pd.DataFrame | float,
    rural_growth: _Array | pd.DataFrame | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: pd.Series[Any] | _Array | float,
    urban_growth: pd.Series[Any] | _Array | float,
    rural_growth: pd.Series[Any] | _Array | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> pd.DataFrame: ...
@overload
def ratio_path(
    ratio: _Number,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: _Range | float,
    urban_growth: _Intervals,
    rural_growth: _Intervals,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def gap_path(
    urban: _Number,
    rural: _Number,
    urban_growth: _Number,
    rural_growth: _Number,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: _Range | float,
    rural: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def gap_path(
    urban: _Array | pd.DataFrame | float,
    rural: _Array | pd.DataFrame | float,
    urban_growth: _Array | pd.DataFrame | float,
    rural_growth: _Array | pd.DataFrame | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: pd.Series[Any] | _Array | float,
    rural: pd.Series[Any] | _Array | float,
    urban_growth: pd.Series[Any] | _Array | float,
    rural_growth: pd.Series[Any] | _Array | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> pd.DataFrame: ...
@overload
def gap_path(
    urban: _Number,
    rural: _Number,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: _Range | float,
    rural: _Range | float,
    urban_growth: _Intervals,
    rural_growth: _Intervals,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def real_ratio_path(
    ratio: _Number,
    urban_growth: _Number,
    rural_growth: _Number,
    urban_deflator_growth: _Number,
    rural_deflator_growth: _Number,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_ratio_path(
    ratio: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    urban_deflator_growth: _Range | float,
    rural_deflator_growth: _Range | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def real_ratio_path(
    ratio: _Array | pd.DataFrame | float,
    urban_growth: _Array | pd.DataFrame | float,
    rural_growth: _Array | pd.DataFrame | float,
    urban_deflator_growth: _Array | pd.DataFrame | float,
    rural_deflator_growth: _Array | pd.DataFrame | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_ratio_path(
    ratio: pd.Series[Any] | _Array | float,
    urban_growth: pd.Series[Any] | _Array | float,
    rural_growth: pd.Series[Any] | _Array | float,
    urban_deflator_growth: pd.Series[Any] | _Array | float,
    rural_deflator_growth: pd.Series[Any] | _Array | float,
    periods: int,
    *,
    nan_policy: _NanPolicy = "raise",
) -> pd.DataFrame: ...
@overload
def real_ratio_path(
    ratio: _Number,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    urban_deflator_growth: _AnyArray | float,
    rural_deflator_growth: _AnyArray | float,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_ratio_path(
    ratio: _Range | float,
    urban_growth: _Intervals,
    rural_growth: _Intervals,
    urban_deflator_growth: _Intervals,
    rural_deflator_growth: _Intervals,
    periods: None = None,
    *,
    nan_policy: _NanPolicy = "raise",
) -> list[Interval]: ...
@overload
def years_to_ratio(
    ratio: _Number, urban_growth: _Number, rural_growth: _Number, target: _Number, *, nan_policy: _NanPolicy = "raise"
) -> Crossing: ...
@overload
def years_to_ratio(
    ratio: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    target: _Range | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> CrossingRange: ...
@overload
def years_to_ratio(
    ratio: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    target: _AnyArray | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> Crossings: ...
@overload
def years_to_ratio_on_path(
    ratio: _Number, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float, target: _Number
) -> Crossing: ...
@overload
def years_to_ratio_on_path(
    ratio: _Range | float, urban_growth: _Intervals, rural_growth: _Intervals, target: _Range | float
) -> CrossingRange: ...

class GapPeaks(NamedTuple):
    reach: Any
    time: Any
    year: Any
    gap: Any

@overload
def gap_peak(
    urban: _Number, rural: _Number, urban_growth: _Number, rural_growth: _Number, *, nan_policy: _NanPolicy = "raise"
) -> GapPeak: ...
@overload
def gap_peak(
    urban: _Range | float,
    rural: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> GapPeakRange: ...
@overload
def gap_peak(
    urban: _AnyArray | float,
    rural: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> GapPeaks: ...
@overload
def gap_close(
    urban: _Number, rural: _Number, urban_growth: _Number, rural_growth: _Number, *, nan_policy: _NanPolicy = "raise"
) -> Crossing: ...
@overload
def gap_close(
    urban: _Range | float,
    rural: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> CrossingRange: ...
@overload
def gap_close(
    urban: _AnyArray | float,
    rural: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> Crossings: ...
@overload
def ratio_half_life(
    ratio: _Number, urban_growth: _Number, rural_growth: _Number, *, nan_policy: _NanPolicy = "raise"
) -> Crossing: ...
@overload
def ratio_half_life(
    ratio: _Range | float,
    urban_growth: _Range | float,
    rural_growth: _Range | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> CrossingRange: ...
@overload
def ratio_half_life(
    ratio: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    *,
    nan_policy: _NanPolicy = "raise",
) -> Crossings: ...
@overload
def is_narrowing(
    urban_growth: _Range | float | None = None,
    rural_growth: _Range | float | None = None,
    *,
    urban0: _Range | float | None = None,
    rural0: _Range | float | None = None,
    urban1: _Range | float | None = None,
    rural1: _Range | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> Certainty: ...
@overload
def is_narrowing(
    urban_growth: _Array | float | None = None,
    rural_growth: _Array | float | None = None,
    *,
    urban0: _Array | float | None = None,
    rural0: _Array | float | None = None,
    urban1: _Array | float | None = None,
    rural1: _Array | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> NDArray[np.str_]: ...
@overload
def is_narrowing(
    urban_growth: _Frame | _Array | float | None = None,
    rural_growth: _Frame | _Array | float | None = None,
    *,
    urban0: _Frame | _Array | float | None = None,
    rural0: _Frame | _Array | float | None = None,
    urban1: _Frame | _Array | float | None = None,
    rural1: _Frame | _Array | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> _Frame: ...
@overload
def is_gap_narrowing(
    ratio: _Range | float | None = None,
    urban_growth: _Range | float | None = None,
    rural_growth: _Range | float | None = None,
    *,
    urban0: _Range | float | None = None,
    rural0: _Range | float | None = None,
    urban1: _Range | float | None = None,
    rural1: _Range | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> Certainty: ...
@overload
def is_gap_narrowing(
    ratio: _Array | float | None = None,
    urban_growth: _Array | float | None = None,
    rural_growth: _Array | float | None = None,
    *,
    urban0: _Array | float | None = None,
    rural0: _Array | float | None = None,
    urban1: _Array | float | None = None,
    rural1: _Array | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> NDArray[np.str_]: ...
@overload
def is_gap_narrowing(
    ratio: _Frame | _Array | float | None = None,
    urban_growth: _Frame | _Array | float | None = None,
    rural_growth: _Frame | _Array | float | None = None,
    *,
    urban0: _Frame | _Array | float | None = None,
    rural0: _Frame | _Array | float | None = None,
    urban1: _Frame | _Array | float | None = None,
    rural1: _Frame | _Array | float | None = None,
    growth_step: _Number = 0.0,
    level_step: _Number = 0.0,
) -> _Frame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def gap_threshold(
    ratio: _Number, urban_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def gap_threshold(
    ratio: _Range | _Number, urban_growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def gap_threshold(
    ratio: _Array | _Number, urban_growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def gap_threshold(
    ratio: _Frame, urban_growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def gap_threshold(
    ratio: _Array | _Number, urban_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def gap_threshold(
    ratio: _AnyArray | _Number,
    urban_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def income_gap(urban: _Number, rural: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def income_gap(
    urban: _Range | _Number, rural: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def income_gap(
    urban: _Array | _Number, rural: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def income_gap(
    urban: _Frame, rural: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def income_gap(
    urban: _Array | _Number, rural: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def income_gap(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def income_ratio(urban: _Number, rural: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def income_ratio(
    urban: _Range | _Number, rural: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def income_ratio(
    urban: _Array | _Number, rural: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def income_ratio(
    urban: _Frame, rural: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def income_ratio(
    urban: _Array | _Number, rural: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def income_ratio(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_income_ratio(
    urban: _Number,
    rural: _Number,
    urban_price_index: _Number,
    rural_price_index: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def real_income_ratio(
    urban: _Range | _Number,
    rural: _Range | _Number,
    urban_price_index: _Range | _Number,
    rural_price_index: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def real_income_ratio(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_price_index: _Array | _Number,
    rural_price_index: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_income_ratio(
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    urban_price_index: _Frame | _Array | _Number,
    rural_price_index: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_income_ratio(
    urban: _Array | _Number,
    rural: _Frame,
    urban_price_index: _Frame | _Array | _Number,
    rural_price_index: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_income_ratio(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_price_index: _Frame,
    rural_price_index: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_income_ratio(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_price_index: _Array | _Number,
    rural_price_index: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_income_ratio(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    urban_price_index: _AnyArray | _Number,
    rural_price_index: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_ratio_growth(
    urban_growth: _Number,
    rural_growth: _Number,
    urban_deflator_growth: _Number,
    rural_deflator_growth: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def real_ratio_growth(
    urban_growth: _Range | _Number,
    rural_growth: _Range | _Number,
    urban_deflator_growth: _Range | _Number,
    rural_deflator_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def real_ratio_growth(
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_deflator_growth: _Array | _Number,
    rural_deflator_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def real_ratio_growth(
    urban_growth: _Frame,
    rural_growth: _Frame | _Array | _Number,
    urban_deflator_growth: _Frame | _Array | _Number,
    rural_deflator_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_ratio_growth(
    urban_growth: _Array | _Number,
    rural_growth: _Frame,
    urban_deflator_growth: _Frame | _Array | _Number,
    rural_deflator_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_ratio_growth(
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_deflator_growth: _Frame,
    rural_deflator_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_ratio_growth(
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_deflator_growth: _Array | _Number,
    rural_deflator_growth: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def real_ratio_growth(
    urban_growth: _AnyArray | _Number,
    rural_growth: _AnyArray | _Number,
    urban_deflator_growth: _AnyArray | _Number,
    rural_deflator_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_differential(
    ratio: _Number, target: _Number, years: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def required_differential(
    ratio: _Range | _Number,
    target: _Range | _Number,
    years: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_differential(
    ratio: _Array | _Number,
    target: _Array | _Number,
    years: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_differential(
    ratio: _Frame,
    target: _Frame | _Array | _Number,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_differential(
    ratio: _Array | _Number,
    target: _Frame,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_differential(
    ratio: _Array | _Number,
    target: _Array | _Number,
    years: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_differential(
    ratio: _AnyArray | _Number,
    target: _AnyArray | _Number,
    years: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_rural_growth(
    ratio: _Number,
    urban_growth: _Number,
    target: _Number,
    years: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def required_rural_growth(
    ratio: _Range | _Number,
    urban_growth: _Range | _Number,
    target: _Range | _Number,
    years: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_rural_growth(
    ratio: _Array | _Number,
    urban_growth: _Array | _Number,
    target: _Array | _Number,
    years: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_rural_growth(
    ratio: _Frame,
    urban_growth: _Frame | _Array | _Number,
    target: _Frame | _Array | _Number,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | _Number,
    urban_growth: _Frame,
    target: _Frame | _Array | _Number,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | _Number,
    urban_growth: _Array | _Number,
    target: _Frame,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | _Number,
    urban_growth: _Array | _Number,
    target: _Array | _Number,
    years: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _AnyArray | _Number,
    urban_growth: _AnyArray | _Number,
    target: _AnyArray | _Number,
    years: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_urban_growth(
    ratio: _Number,
    rural_growth: _Number,
    target: _Number,
    years: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def required_urban_growth(
    ratio: _Range | _Number,
    rural_growth: _Range | _Number,
    target: _Range | _Number,
    years: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def required_urban_growth(
    ratio: _Array | _Number,
    rural_growth: _Array | _Number,
    target: _Array | _Number,
    years: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def required_urban_growth(
    ratio: _Frame,
    rural_growth: _Frame | _Array | _Number,
    target: _Frame | _Array | _Number,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | _Number,
    rural_growth: _Frame,
    target: _Frame | _Array | _Number,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | _Number,
    rural_growth: _Array | _Number,
    target: _Frame,
    years: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | _Number,
    rural_growth: _Array | _Number,
    target: _Array | _Number,
    years: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _AnyArray | _Number,
    rural_growth: _AnyArray | _Number,
    target: _AnyArray | _Number,
    years: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
