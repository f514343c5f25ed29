"""How numbers cross into C++: what a function accepts, how arrays broadcast, how labels come back.

One place for the contract of every function of numbers:

- numbers give a number, an `Interval` among the arguments gives intervals, anything array-like gives arrays;
- a `Quantity` or `Statement` is the interval of what prints like it: per cent as a fraction, levels in the unit of the
  first of them; a Decimal or Fraction is a number;
- rates of 1 (100 %) and more as plain numbers raise: they are most often per cent (see `growth.large_rates`);
- arrays broadcast as NumPy does; a contiguous float64 array is passed without a copy;
- pandas labels are kept; labels that differ between arguments raise instead of being aligned in silence;
- missing values raise, or as `nan_policy` says;
- text, objects, booleans and masked arrays are a TypeError that names the argument.
"""

from __future__ import annotations

import functools
import math
import operator
import sys
from decimal import Decimal
from fractions import Fraction
from numbers import Real

from . import _core
from ._core import DomainError, Interval, Quantity, Statement
from ._figures import plain

#: What becomes of missing values (NaN, NA) among array-like arguments.
NAN_POLICIES = ("raise", "propagate", "omit")


def _reject(name, value, why):
    raise TypeError(f"{name}: {why}, got {type(value).__name__}")


def is_number(value):
    """Whether `value` is one real number: int, float, Decimal, Fraction, NumPy scalar; not bool, not text."""
    if isinstance(value, float):
        return True
    return isinstance(value, (Real, Decimal)) and not isinstance(value, bool)


def as_whole(name, value):
    """`value` as an int. Raises TypeError for what is no whole number by its type."""
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{name}: needs a whole number, got {type(value).__name__}") from None


def as_number(name, value):
    """One number as a float. Raises TypeError for anything else."""
    if not is_number(value):
        _reject(name, value, "needs a number")
    return float(value)


def _as_float(name, value):
    if isinstance(value, str):
        _reject(name, value, "needs a number")
    try:
        return float(value)
    except OverflowError:
        _reject(name, value, "the number is too large for a double")
    except TypeError:
        _reject(name, value, "needs a number")


def as_operand(function, name, value):
    """What an interval form takes: an Interval as it is, a number as a float, which must be finite."""
    if isinstance(value, Interval):
        return value
    number = _as_float(name, value)
    if not math.isfinite(number):
        # On its way from a number to an interval, pybind11 loses this error.
        raise DomainError(
            f"{function}: {name} = {number} is not a finite number: leave out missing values before the call"
        )
    return number


def _pandas():
    """The pandas module if the caller has imported it; without it no argument can be a pandas object."""
    return sys.modules.get("pandas")


def _is_labelled(value):
    pandas = _pandas()
    return pandas is not None and isinstance(value, (pandas.Series, pandas.DataFrame))


def _are_exact(array):
    """Whether an array of objects holds numbers, some of them Decimal or Fraction."""
    return any(isinstance(item, (Decimal, Fraction)) for item in array.flat) and all(map(is_number, array.flat))


def as_array(name, value):
    """`value` as a float64 array, without a copy where it is one. Raises TypeError for what holds no numbers."""
    import numpy as np

    if isinstance(value, (Quantity, Statement)):
        _reject(name, value, "needs numbers beside arrays; pass quantity.value or quantity.rate")
    if isinstance(value, np.ma.MaskedArray):
        _reject(name, value, "masked arrays are not accepted; fill or drop the masked values first")
    if _is_labelled(value) and value.ndim == 1 and value.dtype == object and _are_exact(value.to_numpy()):
        value = value.astype(np.float64)
    if _is_labelled(value):
        dtypes = [value.dtype] if value.ndim == 1 else list(value.dtypes)
        wrong = sorted({str(dtype) for dtype in dtypes if dtype.kind not in "fiu"})
        if wrong:
            _reject(name, value, f"needs numbers, not dtype {', '.join(wrong)}")
        return value.to_numpy(dtype=np.float64, na_value=np.nan)
    try:
        array = np.asarray(value)
    except ValueError:
        _reject(name, value, "needs rows of one length")
    if array.dtype == object and _are_exact(array):
        array = array.astype(np.float64)
    if array.dtype.kind not in "fiu":
        _reject(name, value, f"needs numbers, not dtype {array.dtype}")
    return np.asarray(array, dtype=np.float64)


def _labelled(arguments):
    return {name: value for name, value in arguments.items() if _is_labelled(value)}


def check_labels(arguments):
    """Raises unless the labels of all pandas arguments agree."""
    labelled = _labelled(arguments)
    if not labelled:
        return
    (first_name, first), *others = labelled.items()
    for name, value in others:
        if type(value) is not type(first):
            _reject(name, value, f"{first_name} is a {type(first).__name__}; do not mix Series and DataFrame")
        if not all(mine.equals(theirs) for mine, theirs in zip(value.axes, first.axes, strict=True)):
            raise ValueError(f"{name} and {first_name} have different labels; align them first, as with a.align(b)")


def relabel(flat, shape, arguments):
    """A flat result in the shape, and with the labels, of its arguments."""
    result = flat.reshape(shape)
    labelled = list(_labelled(arguments).values())
    if not labelled or result.shape != labelled[0].shape:
        return result
    first = labelled[0]
    if first.ndim == 2:
        return type(first)(result, index=first.index, columns=first.columns)
    names = {value.name for value in labelled}
    return type(first)(result, index=first.index, name=names.pop() if len(names) == 1 else None)


def flatten(arguments):
    """Arrays of size n or 1 for C++, and the shape they broadcast to.

    Raises ValueError when shapes do not broadcast or pandas labels differ; the message names the arguments.
    """
    import numpy as np

    check_labels(arguments)
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
    return flat, shape


def check_out(out, shape):
    """`out` as a flat array that C++ can write into. Raises TypeError or ValueError when it cannot."""
    import numpy as np

    plain = isinstance(out, np.ndarray) and not isinstance(out, np.ma.MaskedArray)
    if not (plain and out.dtype == np.float64 and out.flags.c_contiguous and out.flags.writeable):
        raise TypeError("out: needs a writeable C-contiguous float64 array")
    if out.shape != shape:
        raise ValueError(f"out has shape {out.shape}, the result has {shape}")
    return out.reshape(-1)


def apart(array, out):
    """`array`, copied when `out` overlaps it in part: C++ would read elements that it has overwritten."""
    import numpy as np

    same = array.size == out.size and array.ctypes.data == out.ctypes.data
    return array.copy() if not same and np.may_share_memory(array, out) else array


def form_of(arguments):
    """'scalar', 'interval' or 'array': which form of a function these arguments ask for."""
    form = "scalar"
    for name, value in arguments.items():
        if isinstance(value, (Interval, Quantity, Statement)):
            form = "interval"
        elif isinstance(value, str) or value is None:
            _reject(name, value, "needs a number, an Interval or an array")
        elif not is_number(value):
            return "array"
    return form


def _on_arrays(function, out, arguments):
    flat, shape = flatten(arguments)
    if out is None:
        return relabel(getattr(_core.array, function)(*flat, None), shape, arguments)
    target = check_out(out, shape)
    getattr(_core.array, function)(*(apart(array, target) for array in flat), target)
    return out


def check_nan_policy(nan_policy):
    """Raises ValueError for what is no policy."""
    if nan_policy not in NAN_POLICIES:
        raise ValueError(f"nan_policy: {nan_policy!r} is none of {', '.join(map(repr, NAN_POLICIES))}")


def _missing(arrays):
    """Where one of the flat arrays, which broadcast, has a missing value."""
    import numpy as np

    return functools.reduce(np.logical_or, map(np.isnan, arrays))


def tabulate(compute, nan_policy, arguments, out=None):
    """The columns that `compute` gives for arrays, in the shape and with the labels of the arguments; tables stay flat.

    Where there may be missing values they stay missing, as NaN or None, or their elements are left out. `out` takes the
    columns, one array each.
    """
    import numpy as np

    check_nan_policy(nan_policy)
    flat, shape = flatten(arguments)

    def labelled(column):
        return relabel(column, shape, arguments) if column.ndim == 1 else column

    if nan_policy == "raise":
        return [labelled(column) for column in compute(*flat)]
    missing = np.broadcast_to(_missing(flat), math.prod(shape))
    if nan_policy == "omit" and (len(shape) != 1 or out is not None):
        raise ValueError("nan_policy='omit' leaves elements out of one-dimensional results; use 'propagate'")
    kept = [array if array.size == 1 and missing.size != 1 else array[~missing] for array in flat]
    columns = [_filled(column, missing) for column in compute(*kept)]
    if out is not None:
        for target, column in zip(out, columns, strict=True):
            check_out(target, shape)[:] = column
        return out
    columns = [labelled(column) for column in columns]
    return [column[~missing] for column in columns] if nan_policy == "omit" else columns


def _filled(column, missing):
    """`column` with a row for each missing element between."""
    import numpy as np

    if not missing.any():
        return column
    nothing = np.nan if column.dtype.kind == "f" else None
    whole = np.full((missing.size, *column.shape[1:]), nothing, dtype=None if nothing is not None else object)
    whole[~missing] = column
    return whole


def without_missing(nan_policy, *arrays):
    """For what sums up one-dimensional arrays: `arrays` without the elements that are missing in one of them, or None
    where the result is missing."""
    check_nan_policy(nan_policy)
    if nan_policy == "raise":
        return arrays
    missing = _missing(arrays)
    if missing.any() and nan_policy == "propagate":
        return None
    return tuple(array if array.size == 1 else array[~missing] for array in arrays)


def on_intervals(function, arguments, /, *more, form=None):
    """The interval form of `function`, or the one called `form`; a list is a list of operands."""
    form = form or function
    if not hasattr(_core.interval, form):
        raise TypeError(f"{function}: takes numbers or arrays, not intervals")

    def operand(name, value):
        if isinstance(value, list):
            return [as_operand(function, name, item) for item in value]
        return as_operand(function, name, value)

    arguments, context = plain(function, arguments)
    with context:
        return getattr(_core.interval, form)(*(operand(*item) for item in arguments.items()), *more)


def call(function, out=None, nan_policy="raise", /, **arguments):
    """Calls the form of `function` that fits the arguments; `out` takes the result of the array form."""
    form = form_of(arguments)
    check_nan_policy(nan_policy)
    if form == "array":
        if nan_policy == "raise":
            return _on_arrays(function, out, arguments)
        one = tabulate(
            lambda *flat: [getattr(_core.array, function)(*flat, None)],
            nan_policy,
            arguments,
            None if out is None else [out],
        )
        return one[0]
    if out is not None:
        raise TypeError("out: only array arguments write into an array")
    if form == "interval":
        return on_intervals(function, arguments)
    numbers = [_as_float(name, value) for name, value in arguments.items()]
    if nan_policy != "raise" and any(map(math.isnan, numbers)):
        return math.nan
    return getattr(_core.scalar, function)(*numbers)
