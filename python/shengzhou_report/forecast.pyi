from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _NanPolicy, _Number
from ._calibration import Coverage as Coverage
from ._calibration import DieboldMariano as DieboldMariano
from ._calibration import PitHistogram as PitHistogram
from ._calibration import UniformityTest as UniformityTest
from ._calibration import coverage as coverage
from ._calibration import diebold_mariano as diebold_mariano
from ._calibration import pit_histogram as pit_histogram
from ._calibration import uniformity_test as uniformity_test
from ._predictive import Predictive as Predictive
from ._predictive import growth_predictive as growth_predictive
from ._predictive import level_predictive as level_predictive
from ._predictive import value_predictive as value_predictive

# A plain number fits the forms below it as well; the first form that fits decides, as at run time. pandas objects keep
# their type, which too many combinations of arguments would have to spell out.
# mypy: disable-error-code="overload-overlap"

def crps_sample(observation: float, sample: _AnyArray) -> float: ...
def pit_sample(observation: float, sample: _AnyArray) -> float: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def crps_normal(
    observation: _Number, mean: _Number, sd: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def crps_normal(
    observation: _Array | _Number,
    mean: _Array | _Number,
    sd: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def crps_normal(
    observation: _AnyArray | _Number,
    mean: _AnyArray | _Number,
    sd: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def growth_probability(
    growth: _Number, volatility: _Number, bound: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def growth_probability(
    growth: _Array | _Number,
    volatility: _Array | _Number,
    bound: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def growth_probability(
    growth: _AnyArray | _Number,
    volatility: _AnyArray | _Number,
    bound: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def interval_score(
    observation: _Number,
    lower: _Number,
    upper: _Number,
    coverage: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def interval_score(
    observation: _Array | _Number,
    lower: _Array | _Number,
    upper: _Array | _Number,
    coverage: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def interval_score(
    observation: _AnyArray | _Number,
    lower: _AnyArray | _Number,
    upper: _AnyArray | _Number,
    coverage: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def level_quantile(
    start: _Number,
    growth: _Number,
    volatility: _Number,
    periods: _Number,
    probability: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def level_quantile(
    start: _Array | _Number,
    growth: _Array | _Number,
    volatility: _Array | _Number,
    periods: _Array | _Number,
    probability: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def level_quantile(
    start: _AnyArray | _Number,
    growth: _AnyArray | _Number,
    volatility: _AnyArray | _Number,
    periods: _AnyArray | _Number,
    probability: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def narrowing_probability(
    urban_growth: _Number,
    rural_growth: _Number,
    urban_volatility: _Number,
    rural_volatility: _Number,
    correlation: _Number,
    periods: _Number = 1,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def narrowing_probability(
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_volatility: _Array | _Number,
    rural_volatility: _Array | _Number,
    correlation: _Array | _Number,
    periods: _Array | _Number = 1,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def narrowing_probability(
    urban_growth: _AnyArray | _Number,
    rural_growth: _AnyArray | _Number,
    urban_volatility: _AnyArray | _Number,
    rural_volatility: _AnyArray | _Number,
    correlation: _AnyArray | _Number,
    periods: _AnyArray | _Number = 1,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def normal_quantile(probability: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise") -> float: ...
@overload
def normal_quantile(
    probability: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def normal_quantile(
    probability: _AnyArray | _Number, *, out: NDArray[np.float64] | None = None, nan_policy: _NanPolicy = "raise"
) -> Any: ...
@overload
def pinball_loss(
    observation: _Number, quantile: _Number, probability: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def pinball_loss(
    observation: _Array | _Number,
    quantile: _Array | _Number,
    probability: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def pinball_loss(
    observation: _AnyArray | _Number,
    quantile: _AnyArray | _Number,
    probability: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def pit_normal(
    observation: _Number, mean: _Number, sd: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def pit_normal(
    observation: _Array | _Number,
    mean: _Array | _Number,
    sd: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def pit_normal(
    observation: _AnyArray | _Number,
    mean: _AnyArray | _Number,
    sd: _AnyArray | _Number,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
@overload
def ratio_probability(
    ratio: _Number,
    urban_growth: _Number,
    rural_growth: _Number,
    urban_volatility: _Number,
    rural_volatility: _Number,
    correlation: _Number,
    target: _Number,
    periods: _Number = 1,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def ratio_probability(
    ratio: _Array | _Number,
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_volatility: _Array | _Number,
    rural_volatility: _Array | _Number,
    correlation: _Array | _Number,
    target: _Array | _Number,
    periods: _Array | _Number = 1,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def ratio_probability(
    ratio: _AnyArray | _Number,
    urban_growth: _AnyArray | _Number,
    rural_growth: _AnyArray | _Number,
    urban_volatility: _AnyArray | _Number,
    rural_volatility: _AnyArray | _Number,
    correlation: _AnyArray | _Number,
    target: _AnyArray | _Number,
    periods: _AnyArray | _Number = 1,
    *,
    out: NDArray[np.float64] | None = None,
    nan_policy: _NanPolicy = "raise",
) -> Any: ...
