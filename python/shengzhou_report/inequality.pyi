from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import BetaConvergence, Interval, Quantity, Statement, UrbanShare
from ._inequality_change import IndexChange as IndexChange
from ._inequality_change import MeanChange as MeanChange
from ._inequality_change import lmdi as lmdi
from ._inequality_change import mean_change as mean_change
from ._inequality_change import shapley_change as shapley_change
from ._inequality_groups import _Sequence
from ._inequality_groups import decompose_inequality as decompose_inequality
from ._inequality_groups import gini as gini
from ._inequality_groups import theil_l as theil_l
from ._inequality_groups import theil_t as theil_t
from .typing import ShareOrigin

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# A number, or a figure with its unit that counts as it is printed.
_Printed: TypeAlias = float | Quantity | Statement

class TwoGroupInequality(NamedTuple):
    theil_t: Any
    theil_l: Any
    gini: Any
    ratio: Any

def two_group_inequality(
    urban: Interval | _AnyArray | float,
    rural: Interval | _AnyArray | float,
    urban_share: Interval | _AnyArray | float,
    *,
    out: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> TwoGroupInequality: ...
@overload
def urban_share(
    overall: _Printed, urban: _Printed, rural: _Printed, *, share: None = None, origin: None = None
) -> UrbanShare: ...
@overload
def urban_share(
    overall: _Printed, urban: _Printed, rural: _Printed, *, share: _Printed, origin: ShareOrigin
) -> UrbanShare: ...
@overload
def sigma_convergence(levels: Sequence[float] | pd.Series[Any], *, ddof: int) -> float: ...
@overload
def sigma_convergence(levels: pd.DataFrame, *, ddof: int) -> pd.Series[Any]: ...
@overload
def sigma_convergence(levels: _Array, *, ddof: int) -> Any: ...
def beta_convergence(start: _Sequence, end: _Sequence, periods: float) -> BetaConvergence: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def gini_turning_share(ratio: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def gini_turning_share(ratio: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> Interval: ...
@overload
def gini_turning_share(
    ratio: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def gini_turning_share(ratio: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise") -> _Frame: ...
@overload
def gini_turning_share(
    ratio: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def implied_urban_share(
    overall: _Number, urban: _Number, rural: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def implied_urban_share(
    overall: _Range | _Number,
    urban: _Range | _Number,
    rural: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def implied_urban_share(
    overall: _Array | _Number,
    urban: _Array | _Number,
    rural: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def implied_urban_share(
    overall: _Frame,
    urban: _Frame | _Array | _Number,
    rural: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _Array | _Number,
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _Array | _Number,
    urban: _Array | _Number,
    rural: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _AnyArray | _Number,
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def logarithmic_mean(a: _Number, b: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def logarithmic_mean(
    a: _Range | _Number, b: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def logarithmic_mean(
    a: _Array | _Number, b: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def logarithmic_mean(
    a: _Frame, b: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def logarithmic_mean(
    a: _Array | _Number, b: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def logarithmic_mean(
    a: _AnyArray | _Number, b: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def theil_l_turning_share(ratio: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def theil_l_turning_share(
    ratio: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def theil_l_turning_share(
    ratio: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def theil_l_turning_share(ratio: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise") -> _Frame: ...
@overload
def theil_l_turning_share(
    ratio: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def theil_t_turning_share(ratio: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def theil_t_turning_share(
    ratio: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def theil_t_turning_share(
    ratio: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def theil_t_turning_share(ratio: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise") -> _Frame: ...
@overload
def theil_t_turning_share(
    ratio: _AnyArray | _Number, *, out: NDArray[np.float64], nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def two_group_gini(
    urban: _Number, rural: _Number, urban_share: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def two_group_gini(
    urban: _Range | _Number,
    rural: _Range | _Number,
    urban_share: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def two_group_gini(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_group_gini(
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _Array | _Number,
    rural: _Frame,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    urban_share: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_l(
    urban: _Number, rural: _Number, urban_share: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def two_group_theil_l(
    urban: _Range | _Number,
    rural: _Range | _Number,
    urban_share: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def two_group_theil_l(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_l(
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _Array | _Number,
    rural: _Frame,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    urban_share: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_t(
    urban: _Number, rural: _Number, urban_share: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def two_group_theil_t(
    urban: _Range | _Number,
    rural: _Range | _Number,
    urban_share: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def two_group_theil_t(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_t(
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _Array | _Number,
    rural: _Frame,
    urban_share: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_share: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    urban_share: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
