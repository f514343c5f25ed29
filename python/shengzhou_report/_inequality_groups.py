"""Indices between any number of groups and over unit records, and what lies within; `inequality` shows it."""

from __future__ import annotations

from . import _core
from ._arrays import check_labels
from ._core import DomainError
from ._groups import at_least_1d, given, index_of, one_dimension


def theil_t(mean_income, *, population=None, nan_policy="raise"):
    """Theil T between groups, or over unit records when each group is one person or household.

    `mean_income` holds the mean of each group, not its total (divide a total by its population first); `population` the
    size of each, in any unit, since it is divided by its sum; without it all weigh the same. One-dimensional data give
    a number, intervals and figures with their units the exact range (for at most 16 groups); more dimensions one index
    for each row, and a DataFrame a Series, where the columns are the groups. It is `generalised_entropy` of alpha 1.

    Raises DomainError for negative means or populations and a total of 0, ValueError for shapes that do not fit.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.theil_t([54188, 23119], population=[0.5856, 0.4144]), 4)
    0.0737
    >>> round(sr.inequality.theil_t([10, 10, 10, 20, 50]), 7)
    0.2502012
    """
    return index_of("theil_t", "mean_income", mean_income, population, nan_policy)


def theil_l(mean_income, *, population=None, nan_policy="raise"):
    """Theil L, the mean logarithmic deviation, between groups or over unit records; arguments as `theil_t`.

    All means must be positive. It is `generalised_entropy` of alpha 0.

    Raises DomainError for means that are not positive and negative populations, ValueError for shapes that do not
    fit.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.theil_l([10, 10, 10, 20, 50]), 7)
    0.2326302
    """
    return index_of("theil_l", "mean_income", mean_income, population, nan_policy)


def gini(mean_income, *, population=None, nan_policy="raise"):
    """Gini coefficient: of groups the lower bound, of unit records the full one; arguments as `theil_t`.

    Nothing corrects for small samples.

    Raises DomainError for negative means or populations and a total of 0, ValueError for shapes that do not fit.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.gini([10, 10, 10, 20, 50]), 10)
    0.36
    >>> total_income, population = [40.0, 60.0], [4.0, 2.0]  # totals are no means: 40 / 4 = 10, 60 / 2 = 30
    >>> means = [total / heads for total, heads in zip(total_income, population)]
    >>> round(sr.inequality.gini(means, population=population), 4)
    0.2667
    """
    return index_of("gini", "mean_income", mean_income, population, nan_policy)


def decompose_inequality(index, mean_income, *, population=None, within=None, group=None):
    """Parts of an index of inequality that lie between groups and within them, as an InequalityDecomposition.

    `index` is 'theil_t', 'theil_l' or 'gini'. Either `within` gives the same index inside each group, and `mean_income`
    and `population` are those of the groups; or `group` gives the label of each record, and `mean_income` and
    `population` are those of the records. Groups add to within by their share of income (T), of population (L) or by
    the product of both (Gini).

    From records the Gini coefficient has a third part, `overlap`. From groups that part is unknown, and the total a
    lower bound, exact where no one of a poorer group is richer than one of a richer group.

    Source: Bourguignon (1979); for Gini, Bhattacharya and Mahalanobis (1967), JASA 62, 143-161.

    Raises DomainError for figures that the index does not take, ValueError for shapes or labels that do not fit,
    TypeError without exactly one of `within` and `group`.

    >>> import shengzhou_report as sr
    >>> groups = {"population": [0.5856, 0.4144], "within": [0.20, 0.25]}
    >>> parts = sr.inequality.decompose_inequality("theil_l", [54188, 23119], **groups)
    >>> round(parts.between, 4), round(parts.within, 4), round(parts.total, 4)
    (0.0817, 0.2207, 0.3024)
    >>> sr.inequality.decompose_inequality("theil_t", [1, 1, 3, 3], group=["a", "a", "b", "b"]).within
    0.0
    """
    if (within is None) == (group is None):
        raise TypeError("within, group: give one; the index inside each group, or the group of each record")
    other = {"within": within} if group is None else {}
    arguments = given(population, mean_income=mean_income) | other
    check_labels(arguments if group is None else arguments | {"group": group})
    arrays = {name: at_least_1d(name, value) for name, value in arguments.items()}
    for name in ("mean_income", "population"):
        one_dimension(name, arrays[name])
    if group is None:
        one_dimension("within", arrays["within"])
        return _core.array.decompose_inequality(
            index, *(arrays[name] for name in ("mean_income", "population", "within"))
        )
    return _core.array.decompose_records(index, arrays["mean_income"], arrays["population"], _labels(group))


def _labels(group):
    """The label of each record as a number from 0."""
    import numpy as np

    labels = np.asarray(group)
    if labels.ndim != 1:
        raise ValueError(f"group: needs one label a record, got shape {labels.shape}")
    if labels.dtype.kind == "f" and np.isnan(labels).any():
        raise DomainError("group: NaN is no label; drop records without a group first")
    try:
        return np.unique(labels, return_inverse=True)[1].astype(np.int64)
    except TypeError:
        raise TypeError("group: needs labels of one kind, all text or all numbers, and none missing") from None
