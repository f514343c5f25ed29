from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from ._arrays import _AnyArray, _Array, _Frame
from .typing import InequalityIndex

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
