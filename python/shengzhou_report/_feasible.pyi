from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _Range
from ._core import FeasibleRegion, Interval
from .typing import Certainty

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

class FeasibleRegions(NamedTuple):
    feasible: Any
    area: Any
    urban_growth: Any
    rural_growth: Any
    total_growth: Any

@overload
def is_feasible(self: FeasibleRegion, urban_growth: float, rural_growth: float) -> Certainty: ...
@overload
def is_feasible(self: FeasibleRegion, urban_growth: _Range | float, rural_growth: _Range | float) -> Certainty: ...
@overload
def is_feasible(
    self: FeasibleRegion, urban_growth: _Array | float, rural_growth: _Array | float
) -> NDArray[np.str_]: ...
@overload
def is_feasible(
    self: FeasibleRegion, urban_growth: _Frame | _Array | float, rural_growth: _Frame | _Array | float
) -> _Frame: ...
def feasible_regions(
    urban: _AnyArray | float,
    rural: _AnyArray | float,
    urban_weight: _AnyArray | float,
    total_growth: _AnyArray | float,
    *,
    urban_growth: Interval | float | None = None,
    rural_growth: Interval | float | None = None,
    ratio_falls: bool = False,
    ratio_target: float | None = None,
    box: Interval | None = None,
) -> FeasibleRegions: ...
