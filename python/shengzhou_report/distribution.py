"""How incomes are spread: dispersion, shares of the top and the bottom, families of indices, the Lorenz curve.

Every function takes the means of groups, places or persons and the `population` (or weight) of each in any unit, since
it is divided by its sum; without it all weigh the same, as persons do and quintile or decile groups. The income shares
of groups of one size serve as their means; a total is first divided by its population. One-dimensional data give a
number; a list of intervals, or of figures with their units, the exact range while they vary independently (at most 16
groups); more dimensions one index for each row, and a DataFrame a Series, where the columns are the groups. With the
`nan_policy` "omit" groups with missing values are left out.

An index of group means is the lower bound of what it is over persons. All raise DomainError for negative means and
populations, totals of 0 and results too large for a double, ValueError for shapes that do not fit. Theil's indices, the
Gini coefficient and their parts are in `inequality`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _core
from ._arrays import as_number, as_whole, check_labels
from ._groups import at_least_1d, given, index_of, one_dimension
from .display import record_html

__all__ = [
    "LorenzCurve",
    "atkinson",
    "coefficient_of_variation",
    "generalised_entropy",
    "lorenz_curve",
    "max_min_ratio",
    "palma_ratio",
    "quintile_share_ratio",
    "williamson",
]


def __dir__():
    return __all__


def coefficient_of_variation(levels, *, population=None, ddof=0, nan_policy="raise"):
    """Coefficient of variation of levels: standard deviation over mean.

    `ddof` 0 divides the squares by n, 1 by n - 1, for which all must weigh the same. With `population` mean and
    deviation are weighted, as in `williamson`. Half its square is `generalised_entropy` of alpha 2.

    Raises DomainError for negative levels, levels that are all 0, and another ddof.

    >>> import shengzhou_report as sr
    >>> round(sr.distribution.coefficient_of_variation([2, 4, 4, 4, 5, 5, 7, 9]), 10)
    0.4
    """
    return index_of("coefficient_of_variation", "levels", levels, population, nan_policy, as_whole("ddof", ddof))


def williamson(levels, population, *, nan_policy="raise"):
    """Williamson's coefficient of differences between places: sqrt(sum of p (y - m)^2) / m.

    p is a place's share of the population, y its level per head and m that of all places.

    Source: Williamson (1965), Economic Development and Cultural Change 13(4, part 2), 1-84, who calls it V_w.

    Raises DomainError for negative levels and populations, and levels that are all 0.

    >>> import shengzhou_report as sr
    >>> round(sr.distribution.williamson([3, 1], population=[1, 3]), 4)
    0.5774
    """
    return index_of("williamson", "levels", levels, population, nan_policy)


def max_min_ratio(levels, *, nan_policy="raise"):
    """Highest level over lowest (最高最低倍差); any number of intervals gives the exact range.

    Raises DomainError for levels that are not positive.

    >>> import shengzhou_report as sr
    >>> cities = {"杭州": 48735, "绍兴": 44687, "丽水": 28778}  # income per head, nine months of 2020
    >>> round(sr.distribution.max_min_ratio(list(cities.values())), 3)
    1.693
    """
    return index_of("max_min_ratio", "levels", levels, None, nan_policy)


def quintile_share_ratio(mean_income, *, population=None, nan_policy="raise"):
    """Quintile share ratio (S80/S20): income of the richest fifth of the population over that of the poorest.

    A group that a limit of the fifths falls into is split in proportion. Source: Eurostat, income quintile share ratio.

    Raises DomainError for negative means and where the poorest fifth has no income.

    >>> import shengzhou_report as sr
    >>> fifths = [9215, 20442, 32195, 50220, 95055]  # China 2023, income per head of five groups of households
    >>> round(sr.distribution.quintile_share_ratio(fifths), 2)
    10.32
    >>> round(sr.distribution.quintile_share_ratio(range(1, 11)), 3)  # (9 + 10) / (1 + 2)
    6.333
    """
    return index_of("quintile_share_ratio", "mean_income", mean_income, population, nan_policy)


def palma_ratio(mean_income, *, population=None, nan_policy="raise"):
    """Palma ratio: income of the richest tenth of the population over that of the poorest four tenths.

    Quintile groups do not show the richest tenth: they give a lower bound, half the richest fifth. Give deciles, or
    groups of unequal size with their `population`, as fifths of which the last is in tenths.

    Source: Cobham and Sumner (2013), Center for Global Development, Working Paper 343, after Palma (2011).

    Raises DomainError for negative means and where the poorest four tenths have no income.

    >>> import shengzhou_report as sr
    >>> round(sr.distribution.palma_ratio(range(1, 11)), 10)  # 10 / (1 + 2 + 3 + 4)
    1.0
    >>> shares = {"lowest 20%": 6, "second": 11, "third": 16, "fourth": 23, "ninth tenth": 16, "highest 10%": 28}
    >>> size = [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]
    >>> means = [share / people for share, people in zip(shares.values(), size)]
    >>> round(sr.distribution.palma_ratio(means, population=size), 4)  # 28 / 17
    1.6471
    """
    return index_of("palma_ratio", "mean_income", mean_income, population, nan_policy)


def generalised_entropy(mean_income, alpha, *, population=None, nan_policy="raise"):
    """Generalised entropy GE(alpha): (sum of p (y / m)^alpha - 1) / (alpha (alpha - 1)).

    p is a group's share of the population, y its mean and m that of all. Its limits at 1 and 0 are `theil_t` and
    `theil_l`; the larger alpha, the more differences at the top count. Means must be positive for alpha of 0 and below.

    Source: Shorrocks (1980), Econometrica 48, 613-625; Cowell (2011), Measuring Inequality.

    Raises DomainError for negative means, for means of 0 with such an alpha, and results too large for a double.

    >>> import shengzhou_report as sr
    >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    >>> [round(sr.distribution.generalised_entropy(incomes, alpha), 7) for alpha in (0, 0.5, 1)]
    [0.4335946, 0.3770931, 0.3623412]
    """
    return index_of(
        "generalised_entropy", "mean_income", mean_income, population, nan_policy, as_number("alpha", alpha)
    )


def atkinson(mean_income, epsilon, *, population=None, nan_policy="raise"):
    """Atkinson index: 1 - (sum of p (y / m)^(1 - epsilon))^(1 / (1 - epsilon)); at 1 its limit, with logarithms.

    It is the part of all income that could be spared if the rest were spread evenly and welfare stayed the same, for
    the aversion to inequality `epsilon`, 0 or above. Means must be positive for epsilon of 1 and above.

    Source: Atkinson (1970), Journal of Economic Theory 2, 244-263.

    Raises DomainError for negative means, for means of 0 with such an epsilon, and a negative epsilon.

    >>> import shengzhou_report as sr
    >>> incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    >>> [round(sr.distribution.atkinson(incomes, epsilon), 7) for epsilon in (0.5, 1)]
    [0.1796591, 0.3518251]
    """
    return index_of("atkinson", "mean_income", mean_income, population, nan_policy, as_number("epsilon", epsilon))


class LorenzCurve(NamedTuple):
    """Points of a Lorenz curve from (0, 0) to (1, 1), one behind each group from the poorest to the richest.

    `population` and `income` are the shares up to each point; `labels` names the group that ends there, None at first.
    """

    population: Any
    income: Any
    labels: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def lorenz_curve(mean_income, *, population=None):
    """Lorenz curve: the share of income that the poorest share of the population has, as a `LorenzCurve`.

    It lies on or below the diagonal and bends upwards; twice the area between both is the Gini coefficient of the
    groups. Groups are labelled with the index of a Series, else with their positions. `sr.plot.lorenz` draws it.

    Source: Lorenz (1905), Publications of the American Statistical Association 9, 209-219.

    Raises DomainError for negative means and populations and a total of 0, ValueError for other than one dimension.

    >>> import pandas as pd
    >>> import shengzhou_report as sr
    >>> curve = sr.distribution.lorenz_curve(pd.Series({"town": 30, "country": 10}), population=[1, 3])
    >>> curve.population.tolist(), curve.income.tolist(), curve.labels
    ([0.0, 0.75, 1.0], [0.0, 0.5, 1.0], [None, 'country', 'town'])
    """
    arguments = given(population, mean_income=mean_income)
    check_labels(arguments)
    arrays = [one_dimension(name, at_least_1d(name, value)) for name, value in arguments.items()]
    people, income, order = _core.array.lorenz_curve(*arrays)
    labels = list(mean_income.index) if hasattr(mean_income, "iloc") else range(len(arrays[0]))
    return LorenzCurve(people, income, [None, *(labels[position] for position in order)])
