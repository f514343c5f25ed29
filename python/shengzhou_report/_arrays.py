"""How numbers cross into C++: what a function accepts, how arrays broadcast, how labels come back.

One place for the contract of every function of numbers:

- numbers give a number, an `Interval` among the arguments gives intervals, anything array-like gives arrays;
- arrays broadcast as NumPy does; a contiguous float64 array is passed without a copy;
- pandas labels are kept; labels that differ between arguments raise instead of being aligned in silence;
- text, objects, booleans and masked arrays are a TypeError that names the argument.
"""

from __future__ import annotations

import sys
from numbers import Real

from . import _core
from ._core import Interval, Quantity, Statement


def _reject(name, value, why):
    raise TypeError(f"{name}: {why}, got {type(value).__name__}")


def is_number(value):
    """Whether `value` is one real number: int, float, NumPy scalar; not bool, not text."""
    if isinstance(value, float):
        return True
    return isinstance(value, Real) and not isinstance(value, bool)


def _as_float(name, value):
    try:
        return float(value)
    except OverflowError:
        _reject(name, value, "the number is too large for a double")


def _pandas():
    """The pandas module if the caller has imported it; without it no argument can be a pandas object."""
    return sys.modules.get("pandas")


def _is_labelled(value):
    pandas = _pandas()
    return pandas is not None and isinstance(value, (pandas.Series, pandas.DataFrame))


def as_array(name, value):
    """`value` as a float64 array, without a copy where it is one. Raises TypeError for what holds no numbers."""
    import numpy as np

    if isinstance(value, (Quantity, Statement)):
        _reject(name, value, "pass quantity.interval() for a level or quantity.rate_interval() for a rate")
    if isinstance(value, np.ma.MaskedArray):
        _reject(name, value, "masked arrays are not accepted; fill or drop the masked values first")
    if _is_labelled(value):
        kinds = {dtype.kind for dtype in ([value.dtype] if value.ndim == 1 else value.dtypes)}
        if kinds - set("fiu"):
            _reject(name, value, f"needs numbers, not dtype {', '.join(sorted(map(str, set(value.dtypes) if value.ndim > 1 else {value.dtype})))}")
        return value.to_numpy(dtype=np.float64, na_value=np.nan)
    array = np.asarray(value)
    if array.dtype.kind not in "fiu":
        _reject(name, value, f"needs numbers, not dtype {array.dtype}")
    return np.asarray(array, dtype=np.float64)


def _labels(arguments):
    """The first pandas argument, when the labels of all pandas arguments agree."""
    labelled = {name: value for name, value in arguments.items() if _is_labelled(value)}
    if not labelled:
        return None
    first_name, first = next(iter(labelled.items()))
    for name, value in labelled.items():
        if type(value) is not type(first):
            _reject(name, value, f"{first_name} is a {type(first).__name__}; do not mix Series and DataFrame")
        if not all(mine.equals(theirs) for mine, theirs in zip(value.axes, first.axes)):
            raise ValueError(f"{name} and {first_name} have different labels; align them first, as with a.align(b)")
    return first


def relabel(flat, shape, arguments):
    """A flat result in the shape, and with the labels, of its arguments."""
    result = flat.reshape(shape)
    first = _labels(arguments)
    if first is None or result.shape != first.shape:
        return result
    if first.ndim == 2:
        return type(first)(result, index=first.index, columns=first.columns)
    names = {value.name for value in arguments.values() if _is_labelled(value)}
    return type(first)(result, index=first.index, name=names.pop() if len(names) == 1 else None)


def flatten(arguments):
    """Arrays of size n or 1 for C++, and the shape they broadcast to. Raises ValueError that names the shapes."""
    import numpy as np

    arrays = {name: as_array(name, value) for name, value in arguments.items()}
    try:
        shape = np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        raise ValueError(f"shapes do not broadcast: {shapes}") from None
    flat = [
        array.reshape(1) if array.size == 1 else np.ascontiguousarray(np.broadcast_to(array, shape)).reshape(-1)
        for array in arrays.values()
    ]
    if flat and all(array.size == 1 for array in flat) and shape:
        # Keep the shape (1, 1, ...) of the arguments; C++ sees one element.
        return flat, shape
    return flat, shape


def _check_out(out, shape):
    import numpy as np

    if not (isinstance(out, np.ndarray) and out.dtype == np.float64 and out.flags.c_contiguous and out.flags.writeable):
        raise TypeError("out: needs a writeable C-contiguous float64 array")
    if out.shape != shape:
        raise ValueError(f"out has shape {out.shape}, the result has {shape}")
    return out.reshape(-1)


def form_of(arguments):
    """'scalar', 'interval' or 'array': which form of a function these arguments ask for."""
    form = "scalar"
    for name, value in arguments.items():
        if isinstance(value, Interval):
            form = "interval"
        elif isinstance(value, str) or value is None:
            _reject(name, value, "needs a number, an Interval or an array")
        elif not is_number(value):
            return "array"
    return form


def call(function, out=None, /, **arguments):
    """Calls the form of `function` that fits the arguments; `out` takes the result of the array form."""
    form = form_of(arguments)
    if form == "array":
        flat, shape = flatten(arguments)
        if out is None:
            return relabel(getattr(_core.array, function)(*flat, None), shape, arguments)
        getattr(_core.array, function)(*flat, _check_out(out, shape))
        return out
    if out is not None:
        raise TypeError("out: only array arguments write into an array")
    if form == "scalar":
        return getattr(_core.scalar, function)(*(_as_float(name, value) for name, value in arguments.items()))
    return getattr(_core.interval, function)(
        *(value if isinstance(value, Interval) else _as_float(name, value) for name, value in arguments.items())
    )
