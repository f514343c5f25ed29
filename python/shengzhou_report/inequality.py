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
    relabel,
    tabulate,
)
from ._core import DomainError, Interval
from ._figures import printed
from ._groups import at_least_1d, given, index_of, one_dimension, rows, series
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


def logarithmic_mean(a, b, *, out=None, nan_policy="raise"):
    """Logarithmic mean (a - b) / ln(a / b), and a where both are equal.

    Raises DomainError for numbers that are not positive.

    >>> import shengzhou_report as sr
    >>> round(sr.inequality.logarithmic_mean(1, 2), 6)
    1.442695
    """
    return call("logarithmic_mean", out, nan_policy, a=a, b=b)


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
