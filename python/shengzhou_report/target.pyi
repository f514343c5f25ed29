from typing import overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
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

# Written by tests/tools/stubs.py, here to the end.
@overload
def total_income_growth(
    urban: _Number,
    rural: _Number,
    urban_weight: _Number,
    urban_growth: _Number,
    rural_growth: _Number,
    urban_weight_end: _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def total_income_growth(
    urban: _Range | _Number,
    rural: _Range | _Number,
    urban_weight: _Range | _Number,
    urban_growth: _Range | _Number,
    rural_growth: _Range | _Number,
    urban_weight_end: _Range | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_weight: _Array | _Number,
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_weight_end: _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def total_income_growth(
    urban: _Frame,
    rural: _Frame | _Array | _Number,
    urban_weight: _Frame | _Array | _Number,
    urban_growth: _Frame | _Array | _Number,
    rural_growth: _Frame | _Array | _Number,
    urban_weight_end: _Frame | _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Frame,
    urban_weight: _Frame | _Array | _Number,
    urban_growth: _Frame | _Array | _Number,
    rural_growth: _Frame | _Array | _Number,
    urban_weight_end: _Frame | _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_weight: _Frame,
    urban_growth: _Frame | _Array | _Number,
    rural_growth: _Frame | _Array | _Number,
    urban_weight_end: _Frame | _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_weight: _Array | _Number,
    urban_growth: _Frame,
    rural_growth: _Frame | _Array | _Number,
    urban_weight_end: _Frame | _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_weight: _Array | _Number,
    urban_growth: _Array | _Number,
    rural_growth: _Frame,
    urban_weight_end: _Frame | _Array | _Number | None = None,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _Array | _Number,
    rural: _Array | _Number,
    urban_weight: _Array | _Number,
    urban_growth: _Array | _Number,
    rural_growth: _Array | _Number,
    urban_weight_end: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def total_income_growth(
    urban: _AnyArray | _Number,
    rural: _AnyArray | _Number,
    urban_weight: _AnyArray | _Number,
    urban_growth: _AnyArray | _Number,
    rural_growth: _AnyArray | _Number,
    urban_weight_end: _AnyArray | _Number | None = None,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
