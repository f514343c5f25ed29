from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypeGuard, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._core import Interval

# What becomes an array: NumPy arrays of numbers and sequences of numbers. Not NumPy's ArrayLike: it takes in single
# numbers, text and pandas objects, which functions of numbers tell apart.
_Array: TypeAlias = (
    NDArray[np.floating[Any] | np.integer[Any]]
    | Sequence[float]
    | Sequence[Sequence[float]]
    | Sequence[NDArray[np.floating[Any] | np.integer[Any]]]
)
# A pandas object goes in, one of the same type and with the same labels comes out.
_Frame = TypeVar("_Frame", "pd.Series[Any]", pd.DataFrame)
_AnyArray: TypeAlias = _Array | pd.Series[Any] | pd.DataFrame

def is_number(value: object) -> TypeGuard[float]: ...
def as_operand(function: str, name: str, value: Interval | float) -> Interval | float: ...
def as_array(name: str, value: object) -> NDArray[np.float64]: ...
def flatten(arguments: Mapping[str, object]) -> tuple[list[NDArray[np.float64]], tuple[int, ...]]: ...
def check_out(out: object, shape: tuple[int, ...]) -> NDArray[np.float64]: ...
def relabel(flat: NDArray[Any], shape: tuple[int, ...], arguments: Mapping[str, object]) -> Any: ...
def form_of(arguments: Mapping[str, object]) -> Literal["scalar", "interval", "array"]: ...
def call(function: str, out: NDArray[np.float64] | None = None, /, **arguments: object) -> Any: ...
