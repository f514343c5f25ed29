from typing import overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Interval

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

# Written by tests/tools/stubs.py, here to the end.
@overload
def elasticity(
    growth: _Number, output_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def elasticity(
    growth: _Range | _Number, output_growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def elasticity(
    growth: _Array | _Number, output_growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def elasticity(
    growth: _Frame, output_growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def elasticity(
    growth: _Array | _Number, output_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def elasticity(
    growth: _AnyArray | _Number,
    output_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def intensity_growth(
    use_growth: _Number, output_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def intensity_growth(
    use_growth: _Range | _Number, output_growth: _Range | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> Interval: ...
@overload
def intensity_growth(
    use_growth: _Array | _Number, output_growth: _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> NDArray[np.float64]: ...
@overload
def intensity_growth(
    use_growth: _Frame, output_growth: _Frame | _Array | _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def intensity_growth(
    use_growth: _Array | _Number, output_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def intensity_growth(
    use_growth: _AnyArray | _Number,
    output_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def output_growth_room(
    use_growth: _Number, intensity_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def output_growth_room(
    use_growth: _Range | _Number,
    intensity_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def output_growth_room(
    use_growth: _Array | _Number,
    intensity_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def output_growth_room(
    use_growth: _Frame,
    intensity_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def output_growth_room(
    use_growth: _Array | _Number, intensity_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def output_growth_room(
    use_growth: _AnyArray | _Number,
    intensity_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def use_growth_room(
    output_growth: _Number, intensity_growth: _Number, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> float: ...
@overload
def use_growth_room(
    output_growth: _Range | _Number,
    intensity_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def use_growth_room(
    output_growth: _Array | _Number,
    intensity_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def use_growth_room(
    output_growth: _Frame,
    intensity_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def use_growth_room(
    output_growth: _Array | _Number, intensity_growth: _Frame, *, out: None = None, nan_policy: _NanPolicy = "raise"
) -> _Frame: ...
@overload
def use_growth_room(
    output_growth: _AnyArray | _Number,
    intensity_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def use_room(
    use: _Number,
    output_growth: _Number,
    intensity_growth: _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def use_room(
    use: _Range | _Number,
    output_growth: _Range | _Number,
    intensity_growth: _Range | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def use_room(
    use: _Array | _Number,
    output_growth: _Array | _Number,
    intensity_growth: _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def use_room(
    use: _Frame,
    output_growth: _Frame | _Array | _Number,
    intensity_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def use_room(
    use: _Array | _Number,
    output_growth: _Frame,
    intensity_growth: _Frame | _Array | _Number,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def use_room(
    use: _Array | _Number,
    output_growth: _Array | _Number,
    intensity_growth: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def use_room(
    use: _AnyArray | _Number,
    output_growth: _AnyArray | _Number,
    intensity_growth: _AnyArray | _Number,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
