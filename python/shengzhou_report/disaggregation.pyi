from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array
from .typing import Conversion, Movement

_Series: TypeAlias = pd.Series[Any]

@overload
def denton_cholette(
    benchmarks: _Array | _Series,
    indicator: _Series,
    *,
    periods_per_benchmark: int | None = None,
    movement: Movement = "proportional",
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> _Series: ...
@overload
def denton_cholette(
    benchmarks: _Array,
    indicator: _Array | None = None,
    *,
    periods_per_benchmark: int | None = None,
    movement: Movement = "proportional",
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> NDArray[np.float64]: ...
@overload
def denton_cholette(
    benchmarks: _Series,
    indicator: _Array | None = None,
    *,
    periods_per_benchmark: int | None = None,
    movement: Movement = "proportional",
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> _Series | NDArray[np.float64]: ...

class NegativeFlowWarning(UserWarning): ...

class Disaggregation(NamedTuple):
    series: Any
    coefficients: Any
    standard_errors: Any
    rho: float
    log_likelihood: float

def chow_lin(
    benchmarks: _Array | _Series,
    indicators: _AnyArray | None = None,
    *,
    periods_per_benchmark: int | None = None,
    rho: float | None = None,
    constant: bool = True,
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> Disaggregation: ...
def litterman(
    benchmarks: _Array | _Series,
    indicators: _AnyArray | None = None,
    *,
    periods_per_benchmark: int | None = None,
    rho: float | None = None,
    constant: bool = True,
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> Disaggregation: ...
def fernandez(
    benchmarks: _Array | _Series,
    indicators: _AnyArray | None = None,
    *,
    periods_per_benchmark: int | None = None,
    constant: bool = True,
    conversion: Conversion = "sum",
    nonnegative: bool | None = None,
) -> Disaggregation: ...
