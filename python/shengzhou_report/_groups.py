"""How indices of groups take their arguments: one number a group, or a table with one distribution a row."""

from __future__ import annotations

import math

from . import _core
from ._arrays import as_array, check_labels, check_nan_policy, on_intervals, without_missing
from .growth import is_interval_sequence


def index_of(function, name, means, population, nan_policy, *more):
    """The index `function` of the groups in `means`, which the caller knows as `name`; `more` are its other arguments.

    One dimension gives a number, intervals and figures an Interval, more dimensions an index for each row.
    """
    arguments = given(population, **{name: means})
    if is_interval_sequence(means):
        check_nan_policy(nan_policy)
        weights = one_dimension("population", at_least_1d("population", arguments["population"]))
        return on_intervals(function, {name: list(means)}, weights, *more)
    check_labels(arguments)
    income, weights = (at_least_1d(argument, value) for argument, value in arguments.items())
    if income.ndim == 1:
        one_dimension("population", weights)
        kept = without_missing(nan_policy, income, weights)
        return math.nan if kept is None else getattr(_core.array, function)(*kept, *more)
    import numpy as np

    if weights.size > 1:
        try:
            weights = np.broadcast_to(weights, income.shape)
        except ValueError:
            shapes = f"{name} {income.shape}, population {weights.shape}"
            raise ValueError(f"shapes do not broadcast: {shapes}") from None
    both = rows(income), rows(weights)
    check_nan_policy(nan_policy)
    missing = np.isnan(both[0]).any(axis=1) | np.isnan(both[1]).any(axis=1)
    if nan_policy == "raise" or not missing.any():
        indices = getattr(_core.array, function + "_rows")(*both, *more)
    else:
        each = zip(both[0], np.broadcast_to(both[1], (len(both[0]), both[1].shape[1])), strict=True)
        indices = np.array([index_of(function, name, *row, nan_policy, *more) for row in each])
    return series(means, "index", indices.reshape(income.shape[:-1]))


def given(population, **means):
    """The arguments, with one weight for all where there is no population."""
    return means | {"population": 1.0 if population is None else population}


def at_least_1d(name, value):
    """`value` as an array that has a dimension."""
    import numpy as np

    return np.atleast_1d(as_array(name, value))


def one_dimension(name, array):
    """`array`, which must have one dimension."""
    if array.ndim != 1:
        raise ValueError(f"{name}: needs one dimension, got shape {array.shape}")
    return array


def rows(array):
    """`array` as a table whose columns are those of its last dimension."""
    import numpy as np

    return np.ascontiguousarray(array.reshape(-1, array.shape[-1]))


def series(source, axis, values):
    """`values` as a Series with the labels of one axis of a DataFrame; as they are for anything else."""
    constructor = getattr(source, "_constructor_sliced", None)
    return values if constructor is None else constructor(values, index=getattr(source, axis))
