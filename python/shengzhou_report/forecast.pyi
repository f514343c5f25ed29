from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array

# A plain number fits the forms below it as well; the first form that fits decides, as at run time. pandas objects keep
# their type, which too many combinations of arguments would have to spell out.
# mypy: disable-error-code="overload-overlap"

def crps_sample(observation: float, sample: _AnyArray) -> float: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def crps_normal(observation: float, mean: float, sd: float, *, out: None = None) -> float: ...
@overload
def crps_normal(
    observation: _Array | float, mean: _Array | float, sd: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def crps_normal(
    observation: _AnyArray | float,
    mean: _AnyArray | float,
    sd: _AnyArray | float,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
@overload
def growth_probability(growth: float, volatility: float, bound: float, *, out: None = None) -> float: ...
@overload
def growth_probability(
    growth: _Array | float, volatility: _Array | float, bound: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def growth_probability(
    growth: _AnyArray | float,
    volatility: _AnyArray | float,
    bound: _AnyArray | float,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
@overload
def level_quantile(
    start: float, growth: float, volatility: float, periods: float, probability: float, *, out: None = None
) -> float: ...
@overload
def level_quantile(
    start: _Array | float,
    growth: _Array | float,
    volatility: _Array | float,
    periods: _Array | float,
    probability: _Array | float,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def level_quantile(
    start: _AnyArray | float,
    growth: _AnyArray | float,
    volatility: _AnyArray | float,
    periods: _AnyArray | float,
    probability: _AnyArray | float,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
@overload
def narrowing_probability(
    urban_growth: float,
    rural_growth: float,
    urban_volatility: float,
    rural_volatility: float,
    correlation: float,
    periods: float = 1,
    *,
    out: None = None,
) -> float: ...
@overload
def narrowing_probability(
    urban_growth: _Array | float,
    rural_growth: _Array | float,
    urban_volatility: _Array | float,
    rural_volatility: _Array | float,
    correlation: _Array | float,
    periods: _Array | float = 1,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def narrowing_probability(
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    urban_volatility: _AnyArray | float,
    rural_volatility: _AnyArray | float,
    correlation: _AnyArray | float,
    periods: _AnyArray | float = 1,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
@overload
def normal_quantile(probability: float, *, out: None = None) -> float: ...
@overload
def normal_quantile(probability: _Array | float, *, out: None = None) -> NDArray[np.float64]: ...
@overload
def normal_quantile(probability: _AnyArray | float, *, out: NDArray[np.float64] | None = None) -> Any: ...
@overload
def pinball_loss(observation: float, quantile: float, probability: float, *, out: None = None) -> float: ...
@overload
def pinball_loss(
    observation: _Array | float, quantile: _Array | float, probability: _Array | float, *, out: None = None
) -> NDArray[np.float64]: ...
@overload
def pinball_loss(
    observation: _AnyArray | float,
    quantile: _AnyArray | float,
    probability: _AnyArray | float,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
@overload
def ratio_probability(
    ratio: float,
    urban_growth: float,
    rural_growth: float,
    urban_volatility: float,
    rural_volatility: float,
    correlation: float,
    target: float,
    periods: float = 1,
    *,
    out: None = None,
) -> float: ...
@overload
def ratio_probability(
    ratio: _Array | float,
    urban_growth: _Array | float,
    rural_growth: _Array | float,
    urban_volatility: _Array | float,
    rural_volatility: _Array | float,
    correlation: _Array | float,
    target: _Array | float,
    periods: _Array | float = 1,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def ratio_probability(
    ratio: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    urban_volatility: _AnyArray | float,
    rural_volatility: _AnyArray | float,
    correlation: _AnyArray | float,
    target: _AnyArray | float,
    periods: _AnyArray | float = 1,
    *,
    out: NDArray[np.float64] | None = None,
) -> Any: ...
