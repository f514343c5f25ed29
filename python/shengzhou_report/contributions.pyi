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

def contributions(
    share: _Array | _Series | _Ranges,
    growth: _Array | _Series | _Ranges,
    whole_growth: _Range | _Number | None = None,
    *,
    names: Sequence[object] | pd.Index[Any] | None = None,
) -> pd.DataFrame: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def base_share(
    share_end: _Number, growth: _Number, whole_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def base_share(
    share_end: _Range | _Number,
    growth: _Range | _Number,
    whole_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def base_share(
    share_end: _Array | _Number,
    growth: _Array | _Number,
    whole_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def base_share(
    share_end: _Frame,
    growth: _Frame | _Array | _Number,
    whole_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def base_share(
    share_end: _Array | _Number,
    growth: _Frame,
    whole_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def base_share(
    share_end: _Array | _Number,
    growth: _Array | _Number,
    whole_growth: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def base_share(
    share_end: _AnyArray | _Number,
    growth: _AnyArray | _Number,
    whole_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def weighted_contribution(
    share: _Number, growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def weighted_contribution(
    share: _Range | _Number, growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def weighted_contribution(
    share: _Array | _Number, growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def weighted_contribution(
    share: _Frame, growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def weighted_contribution(
    share: _Array | _Number, growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def weighted_contribution(
    share: _AnyArray | _Number,
    growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def weighted_contribution_rate(
    share: _Number, growth: _Number, whole_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def weighted_contribution_rate(
    share: _Range | _Number,
    growth: _Range | _Number,
    whole_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def weighted_contribution_rate(
    share: _Array | _Number,
    growth: _Array | _Number,
    whole_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def weighted_contribution_rate(
    share: _Frame,
    growth: _Frame | _Array | _Number,
    whole_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def weighted_contribution_rate(
    share: _Array | _Number,
    growth: _Frame,
    whole_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def weighted_contribution_rate(
    share: _Array | _Number,
    growth: _Array | _Number,
    whole_growth: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def weighted_contribution_rate(
    share: _AnyArray | _Number,
    growth: _AnyArray | _Number,
    whole_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
