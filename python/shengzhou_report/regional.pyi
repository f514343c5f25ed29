from collections.abc import Sequence
from typing import Any, NamedTuple, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Interval
from .typing import AgeingStage, ElderlyFrom, ShiftShareMethod

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

class ShiftShare(NamedTuple):
    national: Any
    industry_mix: Any
    competitive: Any
    allocation: Any
    total: Any

def shift_share(
    base: _AnyArray,
    current: _AnyArray,
    reference_base: _AnyArray,
    reference_current: _AnyArray,
    *,
    method: ShiftShareMethod = "classic",
) -> ShiftShare: ...

class AgeGroups(NamedTuple):
    children: float
    working: float
    elderly: float
    @property
    def total(self) -> float: ...

def age_groups(
    population: _AnyArray,
    age: Sequence[str] | Sequence[float] | NDArray[Any] | pd.Index[Any] | pd.Series[Any] | None = None,
    *,
    elderly: ElderlyFrom = "65+",
) -> AgeGroups: ...
def ageing_stage(share: float | Interval, *, elderly: ElderlyFrom) -> AgeingStage: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def ageing_index(
    elderly: _Number, children: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def ageing_index(
    elderly: _Range | _Number, children: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def ageing_index(
    elderly: _Array | _Number, children: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def ageing_index(
    elderly: _Frame, children: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def ageing_index(
    elderly: _Array | _Number, children: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def ageing_index(
    elderly: _AnyArray | _Number,
    children: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def child_dependency_ratio(
    children: _Number, working: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def child_dependency_ratio(
    children: _Range | _Number, working: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def child_dependency_ratio(
    children: _Array | _Number, working: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def child_dependency_ratio(
    children: _Frame, working: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def child_dependency_ratio(
    children: _Array | _Number, working: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def child_dependency_ratio(
    children: _AnyArray | _Number,
    working: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def dependency_ratio(
    children: _Number, working: _Number, elderly: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def dependency_ratio(
    children: _Range | _Number,
    working: _Range | _Number,
    elderly: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def dependency_ratio(
    children: _Array | _Number,
    working: _Array | _Number,
    elderly: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def dependency_ratio(
    children: _Frame,
    working: _Frame | _Array | _Number,
    elderly: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def dependency_ratio(
    children: _Array | _Number,
    working: _Frame,
    elderly: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def dependency_ratio(
    children: _Array | _Number,
    working: _Array | _Number,
    elderly: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def dependency_ratio(
    children: _AnyArray | _Number,
    working: _AnyArray | _Number,
    elderly: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def elderly_share(
    elderly: _Number, population: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def elderly_share(
    elderly: _Range | _Number, population: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def elderly_share(
    elderly: _Array | _Number, population: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def elderly_share(
    elderly: _Frame, population: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def elderly_share(
    elderly: _Array | _Number, population: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def elderly_share(
    elderly: _AnyArray | _Number,
    population: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def location_quotient(
    part: _Number,
    whole: _Number,
    reference_part: _Number,
    reference_whole: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def location_quotient(
    part: _Range | _Number,
    whole: _Range | _Number,
    reference_part: _Range | _Number,
    reference_whole: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def location_quotient(
    part: _Array | _Number,
    whole: _Array | _Number,
    reference_part: _Array | _Number,
    reference_whole: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def location_quotient(
    part: _Frame,
    whole: _Frame | _Array | _Number,
    reference_part: _Frame | _Array | _Number,
    reference_whole: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def location_quotient(
    part: _Array | _Number,
    whole: _Frame,
    reference_part: _Frame | _Array | _Number,
    reference_whole: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def location_quotient(
    part: _Array | _Number,
    whole: _Array | _Number,
    reference_part: _Frame,
    reference_whole: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def location_quotient(
    part: _Array | _Number,
    whole: _Array | _Number,
    reference_part: _Array | _Number,
    reference_whole: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def location_quotient(
    part: _AnyArray | _Number,
    whole: _AnyArray | _Number,
    reference_part: _AnyArray | _Number,
    reference_whole: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def old_age_dependency_ratio(
    elderly: _Number, working: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def old_age_dependency_ratio(
    elderly: _Range | _Number, working: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def old_age_dependency_ratio(
    elderly: _Array | _Number, working: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def old_age_dependency_ratio(
    elderly: _Frame, working: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def old_age_dependency_ratio(
    elderly: _Array | _Number, working: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def old_age_dependency_ratio(
    elderly: _AnyArray | _Number,
    working: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def potential_support_ratio(
    working: _Number, elderly: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def potential_support_ratio(
    working: _Range | _Number, elderly: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def potential_support_ratio(
    working: _Array | _Number, elderly: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def potential_support_ratio(
    working: _Frame, elderly: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def potential_support_ratio(
    working: _Array | _Number, elderly: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def potential_support_ratio(
    working: _AnyArray | _Number,
    elderly: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
