"""Tables of results: a column a measure, or one for each end where it is known within an interval."""

from __future__ import annotations

from ._arrays import _is_labelled
from ._core import Interval
from .frames import require


def labels_of(*arguments):
    """The index of the first Series among the arguments, or None."""
    return next((value.index for value in arguments if _is_labelled(value)), None)


def as_list(values):
    """A sequence as a list, so that figures and intervals in a Series are one as well."""
    return values.tolist() if _is_labelled(values) or hasattr(values, "dtype") else list(values)


def table(columns, index):
    """A pandas DataFrame of columns under `index`; one of intervals becomes two, with the endings _lower and _upper.

    A column that is shorter than the index has no value at its end. Raises ImportError without pandas.
    """
    pandas = require("pandas", "pandas")
    series = {}
    for name, column in columns.items():
        ends = {name: list(column)}
        if any(isinstance(value, Interval) for value in column):
            ends = {
                f"{name}_lower": [getattr(value, "lower", value) for value in column],
                f"{name}_upper": [getattr(value, "upper", value) for value in column],
            }
        for each, values in ends.items():
            missing = [None] * (len(index) - len(values))
            series[each] = pandas.Series(values + missing, index=index, dtype=_dtype(values))
    return pandas.DataFrame(series, index=index)


def _dtype(values):
    """Numbers are floats, whatever may be missing; words and truth are what they are."""
    if any(isinstance(value, str) for value in values):
        return "object"
    return "bool" if values and all(isinstance(value, bool) for value in values) else "float64"
