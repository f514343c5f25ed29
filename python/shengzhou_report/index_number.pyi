from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame, _NanPolicy, _Number, _Range
from ._core import Interval
from .typing import SpliceLevel, SpliceLink

# A plain number fits the forms below it as well; the first form that fits decides, as at run time.
# mypy: disable-error-code="overload-overlap"

_Series: TypeAlias = pd.Series[Any]
_Intervals: TypeAlias = Sequence[_Range] | Sequence[_Range | _Number]
# A row of numbers, in which a plain number may stand beside intervals.
_Sequence: TypeAlias = _Series | _Intervals | Sequence[float] | NDArray[np.floating[Any] | np.integer[Any]]
_Table: TypeAlias = pd.DataFrame | _Array

@overload
def rebase(
    index: Sequence[float] | NDArray[Any], base: int | slice, *, value: float = 100.0
) -> NDArray[np.float64]: ...
@overload
def rebase(index: _Intervals, base: int | slice, *, value: float = 100.0) -> list[Interval]: ...
@overload
def rebase(index: _Series, base: Any, *, value: float = 100.0) -> _Series: ...

class Splice(NamedTuple):
    series: Any
    ratio: Any
    lowest: Any
    highest: Any

def splice(
    earlier: _Sequence,
    later: _Sequence,
    *,
    overlap: int | None = None,
    link: SpliceLink = "first",
    level: SpliceLevel = "later",
) -> Splice: ...

class ChainedVolumes(NamedTuple):
    parts: Any
    total: Any
    discrepancy: Any

def chain_volumes(value: _Table, at_previous_prices: _Table, *, reference: Any = None) -> ChainedVolumes: ...
def annual_overlap(
    value: _Table, at_previous_prices: _Table, periods_per_year: int | None = None, *, reference: Any = None
) -> ChainedVolumes: ...

# Written by tests/tools/stubs.py, here to the end.
@overload
def deflate(
    value: _Number,
    price_index: _Number,
    base_index: _Number = 100.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> float: ...
@overload
def deflate(
    value: _Range | _Number,
    price_index: _Range | _Number,
    base_index: _Range | _Number = 100.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> Interval: ...
@overload
def deflate(
    value: _Array | _Number,
    price_index: _Array | _Number,
    base_index: _Array | _Number = 100.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
@overload
def deflate(
    value: _Frame,
    price_index: _Frame | _Array | _Number,
    base_index: _Frame | _Array | _Number = 100.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def deflate(
    value: _Array | _Number,
    price_index: _Frame,
    base_index: _Frame | _Array | _Number = 100.0,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def deflate(
    value: _Array | _Number,
    price_index: _Array | _Number,
    base_index: _Frame,
    *,
    out: None = None,
    nan_policy: _NanPolicy = "raise",
) -> _Frame: ...
@overload
def deflate(
    value: _AnyArray | _Number,
    price_index: _AnyArray | _Number,
    base_index: _AnyArray | _Number = 100.0,
    *,
    out: NDArray[np.float64],
    nan_policy: _NanPolicy = "raise",
) -> NDArray[np.float64]: ...
