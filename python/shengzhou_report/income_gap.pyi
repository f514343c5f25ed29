from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame
from ._core import Crossing, CrossingRange, GapPeak, GapPeakRange, Interval
from .growth import Crossings
from .typing import Certainty

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# One rate a year as rounded figures, or one for all years.
_Intervals: TypeAlias = Sequence[Interval] | Sequence[Interval | float] | Interval | float

CERTAINTY: tuple[str, ...]

@overload
def ratio_path(ratio: float, urban_growth: float, rural_growth: float, periods: int) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: Interval | float, urban_growth: Interval | float, rural_growth: Interval | float, periods: int
) -> list[Interval]: ...
@overload
def ratio_path(
    ratio: _Array | pd.DataFrame | float,
    urban_growth: _Array | pd.DataFrame | float,
    rural_growth: _Array | pd.DataFrame | float,
    periods: int,
) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: pd.Series[Any] | _Array | float,
    urban_growth: pd.Series[Any] | _Array | float,
    rural_growth: pd.Series[Any] | _Array | float,
    periods: int,
) -> pd.DataFrame: ...
@overload
def ratio_path(
    ratio: float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float, periods: None = None
) -> NDArray[np.float64]: ...
@overload
def ratio_path(
    ratio: Interval | float, urban_growth: _Intervals, rural_growth: _Intervals, periods: None = None
) -> list[Interval]: ...
@overload
def gap_path(
    urban: float, rural: float, urban_growth: float, rural_growth: float, periods: int
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: Interval | float,
    rural: Interval | float,
    urban_growth: Interval | float,
    rural_growth: Interval | float,
    periods: int,
) -> list[Interval]: ...
@overload
def gap_path(
    urban: _Array | pd.DataFrame | float,
    rural: _Array | pd.DataFrame | float,
    urban_growth: _Array | pd.DataFrame | float,
    rural_growth: _Array | pd.DataFrame | float,
    periods: int,
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: pd.Series[Any] | _Array | float,
    rural: pd.Series[Any] | _Array | float,
    urban_growth: pd.Series[Any] | _Array | float,
    rural_growth: pd.Series[Any] | _Array | float,
    periods: int,
) -> pd.DataFrame: ...
@overload
def gap_path(
    urban: float, rural: float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float, periods: None = None
) -> NDArray[np.float64]: ...
@overload
def gap_path(
    urban: Interval | float,
    rural: Interval | float,
    urban_growth: _Intervals,
    rural_growth: _Intervals,
    periods: None = None,
) -> list[Interval]: ...
@overload
def years_to_ratio(ratio: float, urban_growth: float, rural_growth: float, target: float) -> Crossing: ...
@overload
def years_to_ratio(
    ratio: Interval | float, urban_growth: Interval | float, rural_growth: Interval | float, target: Interval | float
) -> CrossingRange: ...
@overload
def years_to_ratio(
    ratio: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    target: _AnyArray | float,
) -> Crossings: ...
@overload
def years_to_ratio_on_path(
    ratio: float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float, target: float
) -> Crossing: ...
@overload
def years_to_ratio_on_path(
    ratio: Interval | float, urban_growth: _Intervals, rural_growth: _Intervals, target: Interval | float
) -> CrossingRange: ...

class GapPeaks(NamedTuple):
    reach: Any
    time: Any
    year: Any
    gap: Any

@overload
def gap_peak(urban: float, rural: float, urban_growth: float, rural_growth: float) -> GapPeak: ...
@overload
def gap_peak(
    urban: Interval | float, rural: Interval | float, urban_growth: Interval | float, rural_growth: Interval | float
) -> GapPeakRange: ...
@overload
def gap_peak(
    urban: _AnyArray | float, rural: _AnyArray | float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float
) -> GapPeaks: ...
@overload
def gap_close(urban: float, rural: float, urban_growth: float, rural_growth: float) -> Crossing: ...
@overload
def gap_close(
    urban: Interval | float, rural: Interval | float, urban_growth: Interval | float, rural_growth: Interval | float
) -> CrossingRange: ...
@overload
def gap_close(
    urban: _AnyArray | float, rural: _AnyArray | float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float
) -> Crossings: ...
@overload
def ratio_half_life(ratio: float, urban_growth: float, rural_growth: float) -> Crossing: ...
@overload
def ratio_half_life(
    ratio: Interval | float, urban_growth: Interval | float, rural_growth: Interval | float
) -> CrossingRange: ...
@overload
def ratio_half_life(
    ratio: _AnyArray | float, urban_growth: _AnyArray | float, rural_growth: _AnyArray | float
) -> Crossings: ...
@overload
def is_narrowing(
    urban_growth: Interval | float | None = None,
    rural_growth: Interval | float | None = None,
    *,
    urban0: Interval | float | None = None,
    rural0: Interval | float | None = None,
    urban1: Interval | float | None = None,
    rural1: Interval | float | None = None,
    growth_step: float = 0.0,
    level_step: float = 0.0,
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
    growth_step: float = 0.0,
    level_step: float = 0.0,
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
    growth_step: float = 0.0,
    level_step: float = 0.0,
) -> _Frame: ...
@overload
def is_gap_narrowing(
    ratio: Interval | float | None = None,
    urban_growth: Interval | float | None = None,
    rural_growth: Interval | float | None = None,
    *,
    urban0: Interval | float | None = None,
    rural0: Interval | float | None = None,
    urban1: Interval | float | None = None,
    rural1: Interval | float | None = None,
    growth_step: float = 0.0,
    level_step: float = 0.0,
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
    growth_step: float = 0.0,
    level_step: float = 0.0,
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
    growth_step: float = 0.0,
    level_step: float = 0.0,
) -> _Frame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def gap_threshold(ratio: float, urban_growth: float, *, out: None = None) -> float: ...
@overload
def gap_threshold(ratio: Interval | float, urban_growth: Interval | float, *, out: None = None) -> Interval: ...
@overload
def gap_threshold(ratio: _Array | float, urban_growth: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def gap_threshold(ratio: _Frame, urban_growth: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def gap_threshold(ratio: _Array | float, urban_growth: _Frame, *, out: None = None) -> _Frame: ...
@overload
def gap_threshold(
    ratio: _AnyArray | float, urban_growth: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def income_gap(urban: float, rural: float, *, out: None = None) -> float: ...
@overload
def income_gap(urban: Interval | float, rural: Interval | float, *, out: None = None) -> Interval: ...
@overload
def income_gap(urban: _Array | float, rural: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def income_gap(urban: _Frame, rural: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def income_gap(urban: _Array | float, rural: _Frame, *, out: None = None) -> _Frame: ...
@overload
def income_gap(
    urban: _AnyArray | float, rural: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def income_ratio(urban: float, rural: float, *, out: None = None) -> float: ...
@overload
def income_ratio(urban: Interval | float, rural: Interval | float, *, out: None = None) -> Interval: ...
@overload
def income_ratio(urban: _Array | float, rural: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def income_ratio(urban: _Frame, rural: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def income_ratio(urban: _Array | float, rural: _Frame, *, out: None = None) -> _Frame: ...
@overload
def income_ratio(
    urban: _AnyArray | float, rural: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def required_differential(ratio: float, target: float, years: float, *, out: None = None) -> float: ...
@overload
def required_differential(
    ratio: Interval | float, target: Interval | float, years: float, *, out: None = None
) -> Interval: ...
@overload
def required_differential(
    ratio: _Array | float, target: _Array | float, years: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def required_differential(
    ratio: _Frame, target: _Frame | _Array | float, years: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_differential(
    ratio: _Array | float, target: _Frame, years: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def required_differential(
    ratio: _Array | float, target: _Array | float, years: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def required_differential(
    ratio: _AnyArray | float, target: _AnyArray | float, years: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def required_rural_growth(
    ratio: float, urban_growth: float, target: float, years: float, *, out: None = None
) -> float: ...
@overload
def required_rural_growth(
    ratio: Interval | float, urban_growth: Interval | float, target: Interval | float, years: float, *, out: None = None
) -> Interval: ...
@overload
def required_rural_growth(
    ratio: _Array | float,
    urban_growth: _Array | float,
    target: _Array | float,
    years: _Array | float,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def required_rural_growth(
    ratio: _Frame,
    urban_growth: _Frame | _Array | float,
    target: _Frame | _Array | float,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | float,
    urban_growth: _Frame,
    target: _Frame | _Array | float,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | float,
    urban_growth: _Array | float,
    target: _Frame,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _Array | float, urban_growth: _Array | float, target: _Array | float, years: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def required_rural_growth(
    ratio: _AnyArray | float,
    urban_growth: _AnyArray | float,
    target: _AnyArray | float,
    years: _AnyArray | float,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
@overload
def required_urban_growth(
    ratio: float, rural_growth: float, target: float, years: float, *, out: None = None
) -> float: ...
@overload
def required_urban_growth(
    ratio: Interval | float, rural_growth: Interval | float, target: Interval | float, years: float, *, out: None = None
) -> Interval: ...
@overload
def required_urban_growth(
    ratio: _Array | float,
    rural_growth: _Array | float,
    target: _Array | float,
    years: _Array | float,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def required_urban_growth(
    ratio: _Frame,
    rural_growth: _Frame | _Array | float,
    target: _Frame | _Array | float,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | float,
    rural_growth: _Frame,
    target: _Frame | _Array | float,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | float,
    rural_growth: _Array | float,
    target: _Frame,
    years: _Frame | _Array | float,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _Array | float, rural_growth: _Array | float, target: _Array | float, years: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def required_urban_growth(
    ratio: _AnyArray | float,
    rural_growth: _AnyArray | float,
    target: _AnyArray | float,
    years: _AnyArray | float,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
