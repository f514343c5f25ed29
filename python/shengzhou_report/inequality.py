"""Inequality between groups, what moves it, and convergence between places.

Incomes are means per head, in one unit, up to 1e150; never the total of a group. `urban_share` is the urban share of
the population, from 0 to 1. The share that the published means imply is not the urbanisation rate (0.586 against 0.670
for China in 2024, general knowledge that no formula rests on), so it is always an argument: see `urban_share`.

Theil T weighs groups by income, Theil L (mean logarithmic deviation) by heads; the Gini coefficient of group means is
the lower bound that holds when nobody differs within a group.

`two_group_*`, turning shares, `implied_urban_share` and `logarithmic_mean` take numbers, intervals or arrays, as the
functions of growth, and raise the same errors.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from . import _core
from ._arrays import (
    apart,
    call,
    check_labels,
    check_nan_policy,
    check_out,
    flatten,
    form_of,
    tabulate,
)
from ._core import Interval
from ._figures import printed
from ._groups import at_least_1d, one_dimension, rows, series
from ._inequality_change import IndexChange, MeanChange, lmdi, mean_change, shapley_change
from ._inequality_groups import decompose_inequality, gini, theil_l, theil_t
from .display import record_html

__all__ = [
    "IndexChange",
    "MeanChange",
    "TwoGroupInequality",
    "beta_convergence",
    "decompose_inequality",
    "gini",
    "gini_turning_share",
    "implied_urban_share",
    "lmdi",
    "logarithmic_mean",
    "mean_change",
    "shapley_change",
    "sigma_convergence",
    "theil_l",
    "theil_l_turning_share",
    "theil_t",
    "theil_t_turning_share",
    "two_group_gini",
    "two_group_inequality",
    "two_group_theil_l",
    "two_group_theil_t",
    "urban_share",
]


def __dir__():
    return __all__


def two_group_theil_t(urban, rural, urban_share, *, out=None, nan_policy="raise"):
    """Theil T between urban and rural residents: p r ln(r) + (1 - p) q ln(q).

    p is `urban_share`; r and q are the urban and the rural mean relative to that of all. A mean may be zero as long as
    that of all is not. For inequality within the groups as well, see `decompose_inequality`. Source: Theil (1967).

    Raises DomainError for a negative mean, both means 0, and a share outside [0, 1].

    >>> import shengzhou_report as sr
    >>> share = sr.inequality.implied_urban_share(41314, 54188, 23119)
    >>> round(sr.inequality.two_group_theil_t(54188, 23119, share), 5)
    0.07374
    """
    return call("two_group_theil_t", out, nan_policy, urban=urban, rural=rural, urban_share=urban_share)


def two_group_theil_l(urban, rural, urban_share, *, out=None, nan_policy="raise"):
    """Theil L between urban and rural residents: -p ln(r) - (1 - p) ln(q); symbols as `two_group_theil_t`.

    Both means must be positive. Source: Bourguignon (1979), Econometrica 47, 901-920.

    Raises DomainError for means that are not positive and a share outside [0, 1].

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.two_group_theil_l(54188, 23119, 0.5856), 4)
    0.0817
    """
    return call("two_group_theil_l", out, nan_policy, urban=urban, rural=rural, urban_share=urban_share)


def two_group_gini(urban, rural, urban_share, *, out=None, nan_policy="raise"):
    """Gini coefficient between urban and rural residents: `p (1 - p) |urban - rural| / m`, where m is the mean of all.

    It is the lower bound of the Gini coefficient of all residents.

    Raises DomainError for a negative mean, both means 0, and a share outside [0, 1].

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.two_group_gini(54188, 23119, 0.5856), 4)
    0.1825
    """
    return call("two_group_gini", out, nan_policy, urban=urban, rural=rural, urban_share=urban_share)


class TwoGroupInequality(NamedTuple):
    """The indices and the income ratio of two groups, each in the form of the arguments."""

    theil_t: Any
    theil_l: Any
    gini: Any
    ratio: Any

    def _repr_html_(self):
        """A table of the fields for Jupyter."""
        return record_html(self)


def two_group_inequality(urban, rural, urban_share, *, out=None, nan_policy="raise"):
    """Theil T, Theil L, Gini and income ratio of two groups, in one pass over the data.

    Both means must be positive. For arrays `out` takes a tuple of four arrays, no two of which overlap.

    Raises DomainError for means that are not positive and a share outside [0, 1].

    >>> import shengzhou_report as sr
    >>> inequality = sr.inequality.two_group_inequality([54188, 78251], [23119, 42786], [0.5856, 0.6831])
    >>> inequality.theil_l.round(4)
    array([0.0817, 0.0363])
    >>> inequality.ratio.round(3)
    array([2.344, 1.829])
    """
    arguments = {"urban": urban, "rural": rural, "urban_share": urban_share}
    form = form_of(arguments)
    check_nan_policy(nan_policy)
    if form == "array":
        return TwoGroupInequality(*_two_group_arrays(arguments, out, nan_policy))
    if out is not None:
        raise TypeError("out: only array arguments write into an array")
    if form == "interval":
        indices = (call(name, **arguments) for name in ("two_group_theil_t", "two_group_theil_l", "two_group_gini"))
        return TwoGroupInequality(*indices, call("income_ratio", urban=urban, rural=rural))
    numbers = [float(value) for value in arguments.values()]
    if nan_policy != "raise" and any(map(math.isnan, numbers)):
        return TwoGroupInequality(*[math.nan] * len(TwoGroupInequality._fields))
    return TwoGroupInequality(*_core.scalar.two_group_inequality(*numbers))


def _two_group_arrays(arguments, out, nan_policy):
    import numpy as np

    count = len(TwoGroupInequality._fields)
    if out is None:

        def columns(*flat):
            # One piece of memory for all four: an allocator gives a large one back to the system less often.
            results = np.empty((count, np.broadcast(*flat).size))
            _core.array.two_group_inequality(*results, *flat)
            return results

        return tabulate(columns, nan_policy, arguments)
    if not isinstance(out, tuple) or len(out) != count:
        raise TypeError("out: needs a tuple of four arrays, for theil_t, theil_l, gini and ratio")
    flat, shape = flatten(arguments)
    targets = [check_out(array, shape) for array in out]
    if any(np.may_share_memory(a, b) for i, a in enumerate(targets) for b in targets[:i]):
        raise ValueError("out: no two of the arrays may overlap")
    if nan_policy != "raise":
        for target, column in zip(targets, _two_group_arrays(arguments, None, nan_policy), strict=True):
            target[:] = np.ravel(column)
        return out
    for target in targets:
        flat = [apart(array, target) for array in flat]
    _core.array.two_group_inequality(*targets, *flat)
    return out


def theil_t_turning_share(ratio, *, out=None, nan_policy="raise"):
    """Urban share at which Theil T between the groups is largest: (R ln R - (R - 1)) / (R - 1)^2.

    While the ratio R stays, urbanisation raises the index up to this share and lowers it beyond (Kuznets).

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.theil_t_turning_share(77400 / 43200), 5)
    0.4039
    """
    return call("theil_t_turning_share", out, nan_policy, ratio=ratio)


def theil_l_turning_share(ratio, *, out=None, nan_policy="raise"):
    """Urban share at which Theil L between the groups is largest: 1 / ln R - 1 / (R - 1).

    Raises DomainError for a ratio below 1.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.theil_l_turning_share(77400 / 43200), 5)
    0.45168
    """
    return call("theil_l_turning_share", out, nan_policy, ratio=ratio)


def gini_turning_share(ratio, *, out=None, nan_policy="raise"):
    """Urban share at which the Gini coefficient between the groups is largest: 1 / (1 + sqrt(R)).

    Raises DomainError for a ratio below 1.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.gini_turning_share(77400 / 43200), 5)
    0.42762
    """
    return call("gini_turning_share", out, nan_policy, ratio=ratio)


def implied_urban_share(overall, urban, rural, *, out=None, nan_policy="raise"):
    """Urban population share that three published means imply: (overall - rural) / (urban - rural).

    `overall` is the mean income of all residents. Raises DomainError when it is outside the two others. Intervals give
    the exact range of shares from 0 to 1.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.implied_urban_share(41314, 54188, 23119), 4)
    0.5856
    >>> incomes = [sr.Quantity(figure, "元").interval() for figure in ("41314", "54188", "23119")]
    >>> share = sr.inequality.implied_urban_share(*incomes)
    >>> round(share.lower, 5), round(share.upper, 5)
    (0.5856, 0.58566)
    """
    return call("implied_urban_share", out, nan_policy, overall=overall, urban=urban, rural=rural)


def urban_share(overall, urban, rural, *, share=None, origin=None):
    """An urban share that states its origin and how far it misses the published mean, as an `UrbanShare`.

    Without `share` it is the one that the means imply. With `share`, `origin` says where it comes from: 'urbanisation'
    for the urbanisation rate, 'given' for any other. The arguments are numbers, or figures with their units, which
    count as they are printed: what their rounding means for the share says `implied_urban_share`.

    Raises DomainError for means between which the overall one does not lie and a share outside [0, 1], UnitError for
    units that do not fit, TypeError for intervals and for `share` without `origin`.

    >>> import shengzhou_report as sr
    >>> implied = sr.inequality.urban_share(41314, 54188, 23119)
    >>> implied.origin, round(implied.share, 4)
    ('implied', 0.5856)
    >>> round(sr.inequality.urban_share(41314, 54188, 23119, share=0.67, origin="urbanisation").mismatch, 3)
    0.063
    """
    numbers = {"overall": overall, "urban": urban, "rural": rural}
    if (share is None) != (origin is None):
        raise TypeError("share, origin: give both, or none for the share that the means imply")
    if share is not None:
        numbers["share"] = share
    if form_of(numbers) == "array" or any(isinstance(value, Interval) for value in numbers.values()):
        raise TypeError("urban_share() takes numbers; for intervals and arrays see implied_urban_share()")
    values = printed("urban_share", numbers)
    return _core.scalar.urban_share(*values) if share is None else _core.scalar.urban_share(*values, origin)


def logarithmic_mean(a, b, *, out=None, nan_policy="raise"):
    """Logarithmic mean (a - b) / ln(a / b), and a where both are equal.

    Raises DomainError for numbers that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.logarithmic_mean(1, 2), 6)
    1.442695
    """
    return call("logarithmic_mean", out, nan_policy, a=a, b=b)


def sigma_convergence(levels, *, ddof):
    """Standard deviation of the logarithms of levels across places, whose fall over time is sigma convergence.

    `levels` are positive: one number a place, or one row a place and one column a period, which gives one number a
    period (a Series for a DataFrame). `ddof` says which divisor: 0 divides by n, 1 by n - 1.

    Raises DomainError for levels that are not positive and fewer than two places.

    >>> import shengzhou_report as sr
    >>> sr.inequality.sigma_convergence([[100, 121], [200, 220]], ddof=0).round(4)
    array([0.3466, 0.2989])
    """
    array = at_least_1d("levels", levels)
    if array.ndim > 2:
        raise ValueError(f"levels: needs places, or places and periods, got shape {array.shape}")
    if array.ndim == 1:
        return _core.array.sigma_convergence(array, ddof)
    return series(levels, "columns", _core.array.sigma_convergence_columns(rows(array), ddof))


def beta_convergence(start, end, periods):
    """Whether poorer places grow faster, as a BetaConvergence: ln(end / start) / T = intercept + slope ln(start).

    `start` and `end` are positive levels of at least three places, `periods` the number of transitions T between them.
    Ordinary least squares; speed = -ln(1 + slope T) / T, half-life = ln 2 / speed. Raises DomainError when slope T is
    -1 or less, as no speed describes places that change order. Beta convergence does not imply sigma convergence.

    Source: Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251.

    >>> import shengzhou_report as sr
    >>> fit = sr.inequality.beta_convergence([100, 200, 400], [180, 310, 540], periods=10)
    >>> round(fit.speed, 4), round(fit.half_life.periods, 1)
    (0.0233, 29.8)
    """
    arguments = {"start": start, "end": end}
    check_labels(arguments)
    arrays = [one_dimension(name, at_least_1d(name, value)) for name, value in arguments.items()]
    return _core.array.beta_convergence(*arrays, periods)
