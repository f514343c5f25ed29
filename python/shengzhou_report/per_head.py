"""Measures per head (人均): of flows over a year, which are divided by the mean population of that year.

The denominator is a choice that moves the result by several per cent: official GDP per head takes the resident
population (常住人口), the mean of both ends of the year. Rates are fractions. Functions take numbers, intervals or
arrays, as those of growth, and raise the same errors.
"""

from __future__ import annotations

from ._arrays import call

__all__ = ["implied_population", "mean_population", "per_head", "per_head_growth"]


def __dir__():
    return __all__


def mean_population(population_start, population_end, *, out=None, nan_policy="raise"):
    """Mean population of a year (年平均人口): (population_start + population_end) / 2.

    `population_start` is that at the end of the year before. Source: National Bureau of Statistics, explanatory notes
    on main indicators.

    Raises DomainError for populations that are not positive.

    >>> import shengzhou_report as sr
    >>> sr.per_head.mean_population(6627, 6670)
    6648.5
    """
    return call("mean_population", out, nan_policy, population_start=population_start, population_end=population_end)


def per_head(total, population_start, population_end, *, out=None, nan_policy="raise"):
    """A flow of the year per head (人均): total over the mean population.

    The result is in the unit of `total` a unit of the populations; of quantities, without 万 and 亿: 元 a person.
    Source: National Bureau of Statistics, explanatory notes on main indicators. Zhejiang's GDP of 2024 makes the 135565
    yuan per head that were published.

    Raises DomainError for a negative total and populations that are not positive, UnitError where one has a unit and
    another has none.

    >>> import shengzhou_report as sr
    >>> round(sr.per_head.per_head(90131e8, 6627e4, 6670e4))
    135566
    >>> gdp, start, end = sr.Quantity("90131", "亿元"), sr.Quantity("6627", "万人"), sr.Quantity("6670", "万人")
    >>> 135565 in sr.per_head.per_head(gdp, start, end)
    True
    """
    return call(
        "per_head", out, nan_policy, total=total, population_start=population_start, population_end=population_end
    )


def per_head_growth(growth, population_growth, *, out=None, nan_policy="raise"):
    """Growth per head: (1 + growth) / (1 + population_growth) - 1, of the mean population.

    Raises DomainError for a rate that is none.

    >>> import shengzhou_report as sr
    >>> round(sr.per_head.per_head_growth(0.055, 0.005), 4)
    0.0498
    """
    return call("per_head_growth", out, nan_policy, growth=growth, population_growth=population_growth)


def implied_population(total, per_head, *, out=None, nan_policy="raise"):
    """The population by which a total was divided: total / per_head. It shows which denominator was taken.

    Raises DomainError for a negative total and a figure per head that is not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.per_head.implied_population(711.08e8, 99856))
    712105
    """
    return call("implied_population", out, nan_policy, total=total, per_head=per_head)
