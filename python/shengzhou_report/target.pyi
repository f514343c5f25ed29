from typing import overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame
from ._core import Interval
from ._core import (
    implied_amount as implied_amount,
)
from ._core import (
    implied_amounts as implied_amounts,
)
from ._core import (
    implied_growth as implied_growth,
)
from ._core import (
    implied_growths as implied_growths,
)
from ._core import (
    implied_level as implied_level,
)
from ._core import (
    implied_levels as implied_levels,
)
from .typing import Certainty

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

IN_STEP_TOLERANCE: float

@overload
def total_income_growth(
    urban: float,
    rural: float,
    urban_weight: float,
    urban_growth: float,
    rural_growth: float,
    urban_weight_end: float | None = None,
    *,
    out: None = None,
) -> float: ...
@overload
def total_income_growth(
    urban: Interval | float,
    rural: Interval | float,
    urban_weight: Interval | float,
    urban_growth: Interval | float,
    rural_growth: Interval | float,
    urban_weight_end: Interval | float | None = None,
    *,
    out: None = None,
) -> Interval: ...
@overload
def total_income_growth(
    urban: _Array | float,
    rural: _Array | float,
    urban_weight: _Array | float,
    urban_growth: _Array | float,
    rural_growth: _Array | float,
    urban_weight_end: _Array | float | None = None,
    *,
    out: None = None,
) -> NDArray[np.float64]: ...
@overload
def total_income_growth(
    urban: _Frame | _Array | float,
    rural: _Frame | _Array | float,
    urban_weight: _Frame | _Array | float,
    urban_growth: _Frame | _Array | float,
    rural_growth: _Frame | _Array | float,
    urban_weight_end: _Frame | _Array | float | None = None,
    *,
    out: None = None,
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _AnyArray | float,
    rural: _AnyArray | float,
    urban_weight: _AnyArray | float,
    urban_growth: _AnyArray | float,
    rural_growth: _AnyArray | float,
    urban_weight_end: _AnyArray | float | None = None,
    *,
    out: NDArray[np.float64],
) -> NDArray[np.float64]: ...
@overload
def is_in_step(
    income_growth: Interval | float,
    gdp_growth: Interval | float,
    *,
    tolerance: float = 0.002,
    growth_step: float = 0.0,
) -> Certainty: ...
@overload
def is_in_step(
    income_growth: _Array | float, gdp_growth: _Array | float, *, tolerance: float = 0.002, growth_step: float = 0.0
) -> NDArray[np.str_]: ...
@overload
def is_in_step(
    income_growth: _Frame | _Array | float,
    gdp_growth: _Frame | _Array | float,
    *,
    tolerance: float = 0.002,
    growth_step: float = 0.0,
) -> _Frame: ...
