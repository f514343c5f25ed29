from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame
from ._core import BetaConvergence, InequalityDecomposition, Interval, UrbanShare
from .typing import InequalityIndex, ShareOrigin

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# One number a group or record; NumPy's types do not tell a sequence from a table.
_Sequence: TypeAlias = Sequence[float] | NDArray[np.floating[Any] | np.integer[Any]] | pd.Series[Any]

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
) -> TwoGroupInequality: ...
@overload
def urban_share(
    overall: float, urban: float, rural: float, *, share: None = None, origin: None = None
) -> UrbanShare: ...
@overload
def urban_share(overall: float, urban: float, rural: float, *, share: float, origin: ShareOrigin) -> UrbanShare: ...
@overload
def theil_t(mean_income: Sequence[float] | pd.Series[Any], *, population: _Sequence | None = None) -> float: ...
@overload
def theil_t(mean_income: pd.DataFrame, *, population: _AnyArray | None = None) -> pd.Series[Any]: ...
@overload
def theil_t(mean_income: _Array, *, population: _Array | None = None) -> Any: ...
@overload
def theil_l(mean_income: Sequence[float] | pd.Series[Any], *, population: _Sequence | None = None) -> float: ...
@overload
def theil_l(mean_income: pd.DataFrame, *, population: _AnyArray | None = None) -> pd.Series[Any]: ...
@overload
def theil_l(mean_income: _Array, *, population: _Array | None = None) -> Any: ...
@overload
def gini(mean_income: Sequence[float] | pd.Series[Any], *, population: _Sequence | None = None) -> float: ...
@overload
def gini(mean_income: pd.DataFrame, *, population: _AnyArray | None = None) -> pd.Series[Any]: ...
@overload
def gini(mean_income: _Array, *, population: _Array | None = None) -> Any: ...
def decompose_inequality(
    index: InequalityIndex,
    mean_income: _Sequence,
    *,
    population: _Sequence | None = None,
    within: _Sequence | float | None = None,
    group: Sequence[Any] | NDArray[Any] | pd.Series[Any] | None = None,
) -> InequalityDecomposition: ...

class MeanChange(NamedTuple):
    urban: Any
    rural: Any
    urbanisation: Any
    total: Any

def mean_change(
    urban0: _AnyArray | float,
    rural0: _AnyArray | float,
    urban_share0: _AnyArray | float,
    urban1: _AnyArray | float,
    rural1: _AnyArray | float,
    urban_share1: _AnyArray | float,
) -> MeanChange: ...

class IndexChange(NamedTuple):
    income: Any
    urbanisation: Any
    total: Any

def shapley_change(
    index: InequalityIndex,
    urban0: _AnyArray | float,
    rural0: _AnyArray | float,
    urban_share0: _AnyArray | float,
    urban1: _AnyArray | float,
    rural1: _AnyArray | float,
    urban_share1: _AnyArray | float,
) -> IndexChange: ...
@overload
def lmdi(start: _Array, end: _Array) -> NDArray[np.float64]: ...
@overload
def lmdi(start: _Frame, end: _Frame | _Array) -> _Frame: ...
@overload
def lmdi(start: _Array, end: _Frame) -> _Frame: ...
@overload
def sigma_convergence(levels: Sequence[float] | pd.Series[Any], *, ddof: int) -> float: ...
@overload
def sigma_convergence(levels: pd.DataFrame, *, ddof: int) -> pd.Series[Any]: ...
@overload
def sigma_convergence(levels: _Array, *, ddof: int) -> Any: ...
def beta_convergence(start: _Sequence, end: _Sequence, periods: float) -> BetaConvergence: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def gini_turning_share(ratio: float, *, out: None = None) -> float: ...
@overload
def gini_turning_share(ratio: Interval | float, *, out: None = None) -> Interval: ...
@overload
def gini_turning_share(ratio: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def gini_turning_share(ratio: _Frame, *, out: None = None) -> _Frame: ...
@overload
def gini_turning_share(ratio: _AnyArray | float, *, out: NDArray[np.float64]) -> NDArray[np.float64]: ...
@overload
def implied_urban_share(overall: float, urban: float, rural: float, *, out: None = None) -> float: ...
@overload
def implied_urban_share(
    overall: Interval | float, urban: Interval | float, rural: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def implied_urban_share(
    overall: _Array | float, urban: _Array | float, rural: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def implied_urban_share(
    overall: _Frame, urban: _Frame | _Array | float, rural: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _Array | float, urban: _Frame, rural: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _Array | float, urban: _Array | float, rural: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def implied_urban_share(
    overall: _AnyArray | float, urban: _AnyArray | float, rural: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def logarithmic_mean(a: float, b: float, *, out: None = None) -> float: ...
@overload
def logarithmic_mean(a: Interval | float, b: Interval | float, *, out: None = None) -> Interval: ...
@overload
def logarithmic_mean(a: _Array | float, b: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def logarithmic_mean(a: _Frame, b: _Frame | _Array | float, *, out: None = None) -> _Frame: ...
@overload
def logarithmic_mean(a: _Array | float, b: _Frame, *, out: None = None) -> _Frame: ...
@overload
def logarithmic_mean(
    a: _AnyArray | float, b: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def theil_l_turning_share(ratio: float, *, out: None = None) -> float: ...
@overload
def theil_l_turning_share(ratio: Interval | float, *, out: None = None) -> Interval: ...
@overload
def theil_l_turning_share(ratio: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def theil_l_turning_share(ratio: _Frame, *, out: None = None) -> _Frame: ...
@overload
def theil_l_turning_share(ratio: _AnyArray | float, *, out: NDArray[np.float64]) -> NDArray[np.float64]: ...
@overload
def theil_t_turning_share(ratio: float, *, out: None = None) -> float: ...
@overload
def theil_t_turning_share(ratio: Interval | float, *, out: None = None) -> Interval: ...
@overload
def theil_t_turning_share(ratio: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def theil_t_turning_share(ratio: _Frame, *, out: None = None) -> _Frame: ...
@overload
def theil_t_turning_share(ratio: _AnyArray | float, *, out: NDArray[np.float64]) -> NDArray[np.float64]: ...
@overload
def two_group_gini(urban: float, rural: float, urban_share: float, *, out: None = None) -> float: ...
@overload
def two_group_gini(
    urban: Interval | float, rural: Interval | float, urban_share: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def two_group_gini(
    urban: _Array | float, rural: _Array | float, urban_share: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def two_group_gini(
    urban: _Frame, rural: _Frame | _Array | float, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _Array | float, rural: _Frame, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _Array | float, rural: _Array | float, urban_share: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def two_group_gini(
    urban: _AnyArray | float, rural: _AnyArray | float, urban_share: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_l(urban: float, rural: float, urban_share: float, *, out: None = None) -> float: ...
@overload
def two_group_theil_l(
    urban: Interval | float, rural: Interval | float, urban_share: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def two_group_theil_l(
    urban: _Array | float, rural: _Array | float, urban_share: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_l(
    urban: _Frame, rural: _Frame | _Array | float, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _Array | float, rural: _Frame, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _Array | float, rural: _Array | float, urban_share: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_l(
    urban: _AnyArray | float, rural: _AnyArray | float, urban_share: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_t(urban: float, rural: float, urban_share: float, *, out: None = None) -> float: ...
@overload
def two_group_theil_t(
    urban: Interval | float, rural: Interval | float, urban_share: Interval | float, *, out: None = None
) -> Interval: ...
@overload
def two_group_theil_t(
    urban: _Array | float, rural: _Array | float, urban_share: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def two_group_theil_t(
    urban: _Frame, rural: _Frame | _Array | float, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _Array | float, rural: _Frame, urban_share: _Frame | _Array | float, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _Array | float, rural: _Array | float, urban_share: _Frame, *, out: None = None
) -> _Frame: ...
@overload
def two_group_theil_t(
    urban: _AnyArray | float, rural: _AnyArray | float, urban_share: _AnyArray | float, *, out: NDArray[np.float64]
) -> NDArray[np.float64]: ...
