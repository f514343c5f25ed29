"""What moves inequality and the mean of all incomes between two years; `inequality` shows it."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _core
from ._arrays import check_labels, flatten, form_of, relabel
from ._groups import at_least_1d, rows
from .display import record_html


class MeanChange(NamedTuple):
    """Change of the mean income of all residents: what each group and moving between them add, and the total."""

    urban: Any
    rural: Any
    urbanisation: Any
    total: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def mean_change(urban0, rural0, urban_share0, urban1, rural1, urban_share1):
    """Change of the mean income of all from year 0 to year 1, in parts that add up exactly.

    p dU + (1 - p) dR + (U - R) dp, with the averages of both years for p, U and R; it is also the Shapley split. Takes
    numbers or arrays.

    Raises DomainError for negative means and shares outside [0, 1], TypeError for intervals.

    >>> import shengzhou_report as sr
    >>> change = sr.inequality.mean_change(43834, 17131, 0.5639, 54188, 23119, 0.5856)
    >>> [round(part) for part in change]
    [5951, 2546, 627, 9124]
    """
    return MeanChange(*_parts("mean_change", (urban0, rural0, urban_share0, urban1, rural1, urban_share1)))


class IndexChange(NamedTuple):
    """Change of an index of inequality: what incomes and urbanisation add, and the total."""

    income: Any
    urbanisation: Any
    total: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def shapley_change(index, urban0, rural0, urban_share0, urban1, rural1, urban_share1):
    """Shapley split of the change of an index between two groups into the effects of incomes and of urbanisation.

    `index` is 'theil_t', 'theil_l' or 'gini'. Each effect is averaged over both orders in which the two can change, so
    that they add up exactly. Takes numbers or arrays. Source: Shorrocks (1999; 2013, Journal of Economic Inequality 11,
    99-126).

    Raises DomainError for means that the index does not take and shares outside [0, 1], TypeError for intervals.

    >>> import shengzhou_report as sr
    >>> change = sr.inequality.shapley_change("theil_l", 43834, 17131, 0.5639, 54188, 23119, 0.5856)
    >>> round(change.income, 6), round(change.urbanisation, 6), round(change.total, 6)
    (-0.01694, -0.002288, -0.019228)
    """
    return IndexChange(*_parts("shapley_change", (urban0, rural0, urban_share0, urban1, rural1, urban_share1), index))


def lmdi(start, end):
    """Change of a product from `start` to `end` as a sum over its factors (LMDI-I, additive).

    `start` and `end` hold the factors in both periods, not negative; for many places one row each, and DataFrames keep
    their labels. The effect of a factor is L(V1, V0) ln(x1 / x0), with the logarithmic mean L of the products V. A
    factor that is zero in one period takes the whole change, several share it equally, which is the limit.

    Source: Ang (2005), Energy Policy 33, 867-871; zeros as Ang and Liu (2007), Energy Policy 35, 238-246.

    Raises DomainError for numbers that are not positive, ValueError for shapes that do not fit.

    >>> import shengzhou_report as sr
    >>> effects = sr.inequality.lmdi([100, 0.5], [110, 0.6])  # people, income per head
    >>> effects.round(3)
    array([ 5.493, 10.507])
    >>> round(float(effects.sum()), 10)
    16.0
    """
    import numpy as np

    arguments = {"start": start, "end": end}
    check_labels(arguments)
    first, second = (at_least_1d(name, value) for name, value in arguments.items())
    if first.shape != second.shape:
        raise ValueError(f"start has shape {first.shape}, end {second.shape}: give the same factors of the same places")
    if first.ndim == 1:
        effects = _core.array.lmdi(*map(np.ascontiguousarray, (first, second)))
    else:
        effects = _core.array.lmdi_rows(rows(first), rows(second))
    return relabel(effects, first.shape, arguments)


def _parts(function, two_years, *leading):
    """The parts of the change between two years, as numbers or as arrays with the labels of the arguments."""
    names = ("urban0", "rural0", "urban_share0", "urban1", "rural1", "urban_share1")
    arguments = dict(zip(names, two_years, strict=True))
    form = form_of(arguments)
    if form == "interval":
        raise TypeError(f"{function}() takes numbers or arrays: its parts do not vary independently over intervals")
    if form == "scalar":
        return getattr(_core.scalar, function)(*leading, *map(float, arguments.values()))
    flat, shape = flatten(arguments)
    return [relabel(part, shape, arguments) for part in getattr(_core.array, function)(*leading, *flat)]
