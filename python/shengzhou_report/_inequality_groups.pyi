from collections.abc import Sequence
from typing import Any, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _NanPolicy, _Number, _Range
from ._core import InequalityDecomposition, Interval
from .typing import InequalityIndex

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# One number a group or record; NumPy's types do not tell a sequence from a table.
_Sequence: TypeAlias = Sequence[float] | NDArray[np.floating[Any] | np.integer[Any]] | pd.Series[Any]

@overload
def theil_t(
    mean_income: Sequence[float] | pd.Series[Any],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def theil_t(
    mean_income: Sequence[_Range] | Sequence[_Range | _Number],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def theil_t(
    mean_income: pd.DataFrame, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def theil_t(mean_income: _Array, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise") -> Any: ...
@overload
def theil_l(
    mean_income: Sequence[float] | pd.Series[Any],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def theil_l(
    mean_income: Sequence[_Range] | Sequence[_Range | _Number],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def theil_l(
    mean_income: pd.DataFrame, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def theil_l(mean_income: _Array, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise") -> Any: ...
@overload
def gini(
    mean_income: Sequence[float] | pd.Series[Any],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def gini(
    mean_income: Sequence[_Range] | Sequence[_Range | _Number],
    *,
    population: _Sequence | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def gini(
    mean_income: pd.DataFrame, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def gini(mean_income: _Array, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise") -> Any: ...
def decompose_inequality(
    index: InequalityIndex,
    mean_income: _Sequence,
    *,
    population: _Sequence | None = None,
    within: _Sequence | float | None = None,
    group: Sequence[Any] | NDArray[Any] | pd.Series[Any] | None = None,
) -> InequalityDecomposition: ...
