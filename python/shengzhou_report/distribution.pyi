from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _NanPolicy, _Number, _Range
from ._core import Interval

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# One number a group or record; NumPy's types do not tell a sequence from a table.
_Sequence: TypeAlias = Sequence[float] | NDArray[np.floating[Any] | np.integer[Any]] | pd.Series[Any]
_Numbers: TypeAlias = Sequence[float] | pd.Series[Any]
_Ranges: TypeAlias = Sequence[_Range] | Sequence[_Range | _Number]

@overload
def coefficient_of_variation(
    levels: _Numbers, *, population: _Sequence | None = None, ddof: int = 0, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def coefficient_of_variation(
    levels: _Ranges, *, population: _Sequence | None = None, ddof: int = 0, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def coefficient_of_variation(
    levels: pd.DataFrame, *, population: _AnyArray | None = None, ddof: int = 0, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def coefficient_of_variation(
    levels: _Array, *, population: _Array | None = None, ddof: int = 0, nan_policy: _NanPolicy = "raise"
) -> Any: ...
@overload
def williamson(levels: _Numbers, population: _Sequence, *, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def williamson(levels: _Ranges, population: _Sequence, *, nan_policy: _NanPolicy = "raise") -> Interval: ...
@overload
def williamson(levels: pd.DataFrame, population: _AnyArray, *, nan_policy: _NanPolicy = "raise") -> pd.Series[Any]: ...
@overload
def williamson(levels: _Array, population: _Array, *, nan_policy: _NanPolicy = "raise") -> Any: ...
@overload
def max_min_ratio(levels: _Numbers, *, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def max_min_ratio(levels: _Ranges, *, nan_policy: _NanPolicy = "raise") -> Interval: ...
@overload
def max_min_ratio(levels: pd.DataFrame, *, nan_policy: _NanPolicy = "raise") -> pd.Series[Any]: ...
@overload
def max_min_ratio(levels: _Array, *, nan_policy: _NanPolicy = "raise") -> Any: ...
@overload
def quintile_share_ratio(
    mean_income: _Numbers, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def quintile_share_ratio(
    mean_income: _Ranges, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def quintile_share_ratio(
    mean_income: pd.DataFrame, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def quintile_share_ratio(
    mean_income: _Array, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise"
) -> Any: ...
@overload
def palma_ratio(
    mean_income: _Numbers, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def palma_ratio(
    mean_income: _Ranges, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def palma_ratio(
    mean_income: pd.DataFrame, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def palma_ratio(mean_income: _Array, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise") -> Any: ...
@overload
def generalised_entropy(
    mean_income: _Numbers, alpha: float, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def generalised_entropy(
    mean_income: _Ranges, alpha: float, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def generalised_entropy(
    mean_income: pd.DataFrame, alpha: float, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def generalised_entropy(
    mean_income: _Array, alpha: float, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise"
) -> Any: ...
@overload
def atkinson(
    mean_income: _Numbers, epsilon: float, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def atkinson(
    mean_income: _Ranges, epsilon: float, *, population: _Sequence | None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def atkinson(
    mean_income: pd.DataFrame, epsilon: float, *, population: _AnyArray | None = None, nan_policy: _NanPolicy = "raise"
) -> pd.Series[Any]: ...
@overload
def atkinson(
    mean_income: _Array, epsilon: float, *, population: _Array | None = None, nan_policy: _NanPolicy = "raise"
) -> Any: ...

class LorenzCurve(NamedTuple):
    population: Any
    income: Any
    labels: Any

def lorenz_curve(mean_income: _Sequence, *, population: _Sequence | None = None) -> LorenzCurve: ...
